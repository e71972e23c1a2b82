//! Reading Rust source just well enough to judge it: what is code, what is comment, what is test.

/// A Rust file taken apart, line by line; the three lists have one entry a line.
pub struct Scanned {
    /// The line with comments removed and the insides of string and character literals blanked.
    pub code: Vec<String>,
    /// Whether the line carries a `//` comment (a doc comment counts as none: it speaks to the caller).
    pub comment: Vec<bool>,
    /// Whether the line is inside an item marked `#[cfg(test)]` or `#[test]`.
    pub test: Vec<bool>,
    /// Whether the line is inside an item whose attribute lets it unwrap or expect, with a reason.
    pub excused: Vec<bool>,
    /// The text of every string literal, with the (zero-based) line on which it starts.
    pub strings: Vec<(usize, String)>,
    /// The names of modules declared as `#[cfg(test)] mod name;`.
    pub test_modules: Vec<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Code,
    LineComment,
    BlockComment(u32),
    Text { hashes: Option<usize> },
}

struct Scanner<'a> {
    chars: Vec<char>,
    at: usize,
    mode: Mode,
    line: String,
    has_comment: bool,
    literal: String,
    literal_line: usize,
    out: &'a mut Scanned,
}

/// Takes one file apart.
pub fn scan(source: &str) -> Scanned {
    let mut out = Scanned {
        code: Vec::new(),
        comment: Vec::new(),
        test: Vec::new(),
        excused: Vec::new(),
        strings: Vec::new(),
        test_modules: Vec::new(),
    };
    Scanner {
        chars: source.chars().collect(),
        at: 0,
        mode: Mode::Code,
        line: String::new(),
        has_comment: false,
        literal: String::new(),
        literal_line: 0,
        out: &mut out,
    }
    .run();
    mark_tests(&mut out);
    mark_excused(&mut out);
    out
}

impl Scanner<'_> {
    fn run(mut self) {
        while let Some(&c) = self.chars.get(self.at) {
            if c == '\n' {
                self.end_line();
                continue;
            }
            match self.mode {
                Mode::Code => self.code(c),
                Mode::LineComment => self.at += 1,
                Mode::BlockComment(depth) => self.block_comment(depth),
                Mode::Text { hashes } => self.text(c, hashes),
            }
        }
        if !self.line.is_empty() || self.has_comment {
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        self.at += 1;
        match self.mode {
            Mode::LineComment => self.mode = Mode::Code,
            Mode::Text { .. } => self.literal.push('\n'),
            _ => {}
        }
        self.out.code.push(std::mem::take(&mut self.line));
        self.out.comment.push(std::mem::take(&mut self.has_comment));
    }

    fn next_is(&self, offset: usize, wanted: char) -> bool {
        self.chars.get(self.at + offset) == Some(&wanted)
    }

    fn code(&mut self, c: char) {
        if c == '/' && self.next_is(1, '/') {
            let doc = (self.next_is(2, '/') && !self.next_is(3, '/')) || self.next_is(2, '!');
            self.has_comment |= !doc;
            self.mode = Mode::LineComment;
        } else if c == '/' && self.next_is(1, '*') {
            self.mode = Mode::BlockComment(1);
            self.at += 2;
        } else if c == '"' {
            self.open_text(None, 1);
        } else if let Some((hashes, length)) = self.raw_string(c) {
            self.open_text(Some(hashes), length);
        } else if c == '\'' {
            self.quote();
        } else {
            self.line.push(c);
            self.at += 1;
        }
    }

    /// `r"`, `r#"`, `br##"` …: the number of hashes and the length of the opening, when one stands here.
    fn raw_string(&self, c: char) -> Option<(usize, usize)> {
        let before = self.line.chars().next_back();
        if before.is_some_and(|b| b.is_alphanumeric() || b == '_') {
            return None;
        }
        let start = match c {
            'r' => 1,
            'b' | 'c' if self.next_is(1, 'r') => 2,
            _ => return None,
        };
        let mut hashes = 0;
        while self.next_is(start + hashes, '#') {
            hashes += 1;
        }
        self.next_is(start + hashes, '"').then_some((hashes, start + hashes + 1))
    }

    fn open_text(&mut self, hashes: Option<usize>, length: usize) {
        self.line.push('"');
        self.literal.clear();
        self.literal_line = self.out.code.len();
        self.mode = Mode::Text { hashes };
        self.at += length;
    }

    fn text(&mut self, c: char, hashes: Option<usize>) {
        if hashes.is_none() && c == '\\' {
            let escaped = self.chars.get(self.at + 1).copied();
            self.literal.push(c);
            // A backslash before the end of the line joins two lines: the end of line is counted as such.
            if let Some(escaped) = escaped.filter(|&e| e != '\n') {
                self.literal.push(escaped);
                self.at += 1;
            }
            self.at += 1;
            return;
        }
        let closing = hashes.unwrap_or(0);
        if c == '"' && (1..=closing).all(|i| self.next_is(i, '#')) {
            self.line.push('"');
            let literal = std::mem::take(&mut self.literal);
            self.out.strings.push((self.literal_line, literal));
            self.mode = Mode::Code;
            self.at += 1 + closing;
        } else {
            self.literal.push(c);
            self.at += 1;
        }
    }

    /// A character literal is blanked; the quote of a lifetime stays.
    fn quote(&mut self) {
        let length =
            if self.next_is(1, '\\') { (3..14).find(|&i| self.next_is(i, '\'')) } else { self.next_is(2, '\'').then_some(2) };
        self.line.push('\'');
        self.at += length.map_or(1, |l| l + 1);
    }

    fn block_comment(&mut self, depth: u32) {
        if self.next_is(0, '*') && self.next_is(1, '/') {
            self.mode = match depth {
                1 => Mode::Code,
                deeper => Mode::BlockComment(deeper - 1),
            };
            self.at += 2;
        } else if self.next_is(0, '/') && self.next_is(1, '*') {
            self.mode = Mode::BlockComment(depth + 1);
            self.at += 2;
        } else {
            self.at += 1;
        }
    }
}

/// Marks the lines from a test attribute to the end of the item that it stands on.
fn mark_tests(out: &mut Scanned) {
    out.test = vec![false; out.code.len()];
    let mut index = 0;
    while index < out.code.len() {
        let line = out.code[index].trim();
        let whole_file = line.starts_with("#![cfg(test)]");
        let marked = line.starts_with("#[cfg(test)]")
            || line.starts_with("#[cfg(all(test")
            || line.starts_with("#[test]")
            || line.starts_with("#[tokio::test");
        if whole_file {
            out.test.fill(true);
            return;
        }
        let end = if marked { item_end(&out.code, index) } else { index };
        if marked {
            out.test[index..=end].fill(true);
            for declared in &out.code[index..=end] {
                let words: Vec<&str> = declared.split_whitespace().collect();
                if let [.., "mod", name] = words.as_slice()
                    && let Some(name) = name.strip_suffix(';')
                {
                    out.test_modules.push(name.to_owned());
                }
            }
        }
        index = end + 1;
    }
}

/// Marks the items under `#[expect(clippy::unwrap_used, reason = "…")]` and the like: the reason is the proof.
fn mark_excused(out: &mut Scanned) {
    out.excused = vec![false; out.code.len()];
    for start in 0..out.code.len() {
        let line = out.code[start].trim();
        if !(line.starts_with("#[expect(") || line.starts_with("#[allow(")) {
            continue;
        }
        let attribute_end = (start..out.code.len()).find(|&index| out.code[index].contains(")]")).unwrap_or(start);
        let attribute = out.code[start..=attribute_end].concat();
        let lets = attribute.contains("clippy::unwrap_used") || attribute.contains("clippy::expect_used");
        if lets && attribute.contains("reason") {
            let end = item_end(&out.code, start);
            out.excused[start..=end].fill(true);
        }
    }
}

/// The last line of the item that starts at `start`: where its braces close, or its first semicolon outside them.
fn item_end(code: &[String], start: usize) -> usize {
    let (mut braces, mut brackets, mut opened) = (0_i64, 0_i64, false);
    for (index, line) in code.iter().enumerate().skip(start) {
        for c in line.chars() {
            match c {
                '{' => {
                    braces += 1;
                    opened = true;
                }
                '}' => braces -= 1,
                '[' | '(' => brackets += 1,
                ']' | ')' => brackets -= 1,
                ';' if braces == 0 && brackets == 0 => return index,
                _ => {}
            }
            if opened && braces == 0 {
                return index;
            }
        }
    }
    code.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::scan;

    #[test]
    fn strings_and_comments_are_not_code() {
        let scanned = scan("let a = \"x // {\"; // why\nlet b = r#\"q\"{\"#; /* { */ let c = '{'; fn f<'a>() {}\n");
        assert_eq!(scanned.code[0].trim(), "let a = \"\";");
        assert!(scanned.comment[0]);
        assert!(!scanned.comment[1]);
        assert!(!scanned.code[1].split("fn").next().unwrap_or_default().contains('{'));
        assert_eq!(scanned.strings[1].1, "q\"{");
    }

    #[test]
    fn test_items_end_with_their_braces() {
        let scanned = scan("fn a() {}\n#[cfg(test)]\nmod tests {\n fn b() {}\n}\nfn c() {}\n#[cfg(test)]\nmod more;\n");
        assert_eq!(scanned.test, [false, true, true, true, true, false, true, true]);
        assert_eq!(scanned.test_modules, ["more"]);
    }
}
