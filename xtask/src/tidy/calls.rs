//! Finding the places in source code that name a message.

use std::collections::BTreeSet;

use super::scan::Scanned;

/// The functions of the program that take a message's id: without variables, with them, and whether there is one.
const CALLS: &[&str] = &["t", "with", "has"];

/// A call that names a message.
pub struct Call {
    /// Where the id stands, from zero.
    pub line: usize,
    /// The message's id; `refusal-<code>` for a refusal.
    pub id: String,
    /// The names that it hands over; `None` where they are not written in the call itself.
    variables: Option<BTreeSet<String>>,
}

impl Call {
    /// Whether the call hands over this variable, as far as can be seen.
    pub fn hands(&self, name: &str) -> bool {
        self.variables.as_ref().is_none_or(|variables| variables.contains(name))
    }
}

/// A piece of shipped code: one character of it, or a string literal.
enum Piece<'a> {
    Code(char),
    Text(usize, &'a str),
}

/// The code as one stream without line ends, so that a call may be broken over several lines.
fn stream(scanned: &Scanned) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut strings = scanned.strings.iter();
    let mut inside = false;
    for (line, code) in scanned.code.iter().enumerate() {
        for c in code.chars() {
            // Every literal is blanked to a pair of quotes.
            if c == '"' {
                inside = !inside;
                if inside
                    && let Some((start, text)) = strings.next()
                    && !scanned.test[line]
                {
                    pieces.push(Piece::Text(*start, text));
                }
            } else if !scanned.test[line] {
                pieces.push(Piece::Code(c));
            }
        }
        if !scanned.test[line] {
            pieces.push(Piece::Code(' '));
        }
    }
    pieces
}

/// How much of the code before a literal is looked at for the call that it stands in.
const CALL_LENGTH: usize = 200;

/// Every call in shipped code that translates a message, or refuses and so has one translated.
pub fn calls(scanned: &Scanned) -> Vec<Call> {
    let pieces = stream(scanned);
    let mut found = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Piece::Text(line, text) = *piece else { continue };
        let before: String = pieces[at.saturating_sub(CALL_LENGTH)..at]
            .iter()
            .map(|piece| if let Piece::Code(c) = piece { *c } else { '"' })
            .collect();
        if refuses(&before) && is_id(text) {
            // What a refusal hands over is added to it elsewhere.
            found.push(Call { line, id: format!("refusal-{text}"), variables: None });
        } else if is_id(text)
            && text.contains('-')
            && let Some(name) = translating(&before)
        {
            let variables = if name == "t" { Some(BTreeSet::new()) } else { variables(&pieces[at + 1..]) };
            // To ask whether there is a message hands nothing over.
            found.push(Call { line, id: text.to_owned(), variables: variables.filter(|_| name != "has") });
        }
    }
    found
}

/// The names in `&[("name", …), …]` after the id, to the end of the call; `None` where no such list is written out.
fn variables(rest: &[Piece]) -> Option<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    let (mut depth, mut written, mut last) = (0_i32, false, ' ');
    for piece in rest {
        match piece {
            Piece::Text(_, text) => {
                if last == '(' && depth == 2 {
                    names.insert((*text).to_owned());
                }
                last = '"';
            }
            Piece::Code(c) => {
                match c {
                    '(' | '[' | '{' => depth += 1,
                    ')' | ']' | '}' => depth -= 1,
                    _ => {}
                }
                written |= *c == '[' && depth == 1;
                if depth < 0 {
                    break;
                }
                if !c.is_whitespace() {
                    last = *c;
                }
            }
        }
    }
    written.then_some(names)
}

fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.'))
}

fn refuses(before: &str) -> bool {
    before.trim_end().ends_with("Refusal::new(")
}

/// The name in `CALLS` when the code before a literal ends in `name(`, `name!(` or `name(one, `.
fn translating(before: &str) -> Option<&'static str> {
    let (call, arguments) = before.rsplit_once('(')?;
    let arguments = arguments.trim();
    let first_or_second =
        arguments.is_empty() || arguments.strip_suffix(',').is_some_and(|one| !one.contains([',', ')', ';', '"', '[']));
    let call = call.trim_end_matches('!');
    let start = call.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |at| at + 1);
    let name = call.get(start..)?;
    CALLS.iter().find(|known| first_or_second && **known == name).copied()
}
