//! Cleaning and folding of the text in a cell.

use std::borrow::Cow;

// Not `unicode-normalization`: this works on whole strings, hands back those that need nothing, and was measured to be
// several times faster on lists of thousands of names.
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Why a cell's text cannot be taken as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFault {
    /// A control, bidirectional-control or invisible character, which could hide or reorder what a reader sees.
    Control(char),
    /// U+FFFD: the file was damaged by a conversion before it came here.
    Damaged,
}

/// The text in NFC, trimmed, with every run of white space folded to one space.
///
/// # Errors
/// [`TextFault`] names the first character that no name, title or address may hold.
pub fn clean(raw: &str) -> Result<Cow<'_, str>, TextFault> {
    let mut untidy = false;
    let mut ascii = true;
    // As if a space stood before the text: a leading one is then a second one.
    let mut after_space = true;
    for character in raw.chars() {
        match character {
            '!'..='~' => after_space = false,
            ' ' => {
                untidy |= after_space;
                after_space = true;
            }
            _ => {
                ascii = false;
                if is_ordinary(character) {
                    after_space = false;
                } else if character.is_whitespace() {
                    untidy = true;
                    after_space = true;
                } else if character == '\u{FFFD}' {
                    return Err(TextFault::Damaged);
                } else if is_refused(character) {
                    return Err(TextFault::Control(character));
                } else {
                    after_space = false;
                }
            }
        }
    }
    let tidy =
        if untidy || after_space { Cow::Owned(raw.split_whitespace().collect::<Vec<_>>().join(" ")) } else { Cow::Borrowed(raw) };
    if ascii {
        return Ok(tidy);
    }
    Ok(match ComposingNormalizerBorrowed::new_nfc().normalize(&tidy) {
        Cow::Owned(composed) => Cow::Owned(composed),
        Cow::Borrowed(_) => tidy,
    })
}

/// Blocks without white space, controls or format characters: most text is told from them without a table.
fn is_ordinary(character: char) -> bool {
    matches!(character, '\u{C0}'..='\u{5FF}' | '\u{620}'..='\u{167F}' | '\u{3001}'..='\u{D7FF}')
}

fn is_refused(character: char) -> bool {
    character.is_control() || format_name(character).is_some() || is_noncharacter(character)
}

fn is_noncharacter(character: char) -> bool {
    let code = u32::from(character);
    (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
}

/// Unicode names of the format characters that are refused. ZWJ and ZWNJ are absent on purpose: Persian and the
/// scripts of India cannot be written without them.
fn format_name(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{00AD}' => "SOFT HYPHEN",
        '\u{061C}' => "ARABIC LETTER MARK",
        '\u{180E}' => "MONGOLIAN VOWEL SEPARATOR",
        '\u{200B}' => "ZERO WIDTH SPACE",
        '\u{200E}' => "LEFT-TO-RIGHT MARK",
        '\u{200F}' => "RIGHT-TO-LEFT MARK",
        '\u{202A}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202B}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202C}' => "POP DIRECTIONAL FORMATTING",
        '\u{202D}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202E}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => "WORD JOINER",
        '\u{2061}'..='\u{2064}' => "INVISIBLE OPERATOR",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "FIRST STRONG ISOLATE",
        '\u{2069}' => "POP DIRECTIONAL ISOLATE",
        '\u{206A}'..='\u{206F}' => "DEPRECATED FORMAT CHARACTER",
        '\u{FEFF}' => "ZERO WIDTH NO-BREAK SPACE",
        '\u{FFF9}'..='\u{FFFB}' => "INTERLINEAR ANNOTATION",
        '\u{E0000}'..='\u{E007F}' => "TAG CHARACTER",
        _ => return None,
    })
}

/// A character as a person can look it up: `U+202E RIGHT-TO-LEFT OVERRIDE`.
#[must_use]
pub fn character_name(character: char) -> String {
    let name = match character {
        '\0' => "NULL",
        '\u{7}' => "BELL",
        '\u{8}' => "BACKSPACE",
        '\u{1B}' => "ESCAPE",
        '\u{7F}' => "DELETE",
        _ if character.is_control() => "CONTROL",
        _ => format_name(character).unwrap_or("NOT A CHARACTER"),
    };
    format!("U+{:04X} {name}", u32::from(character))
}

/// The key under which two names are the same name: compatibility-folded, lower case, letters and digits alone.
/// Diacritics stay, because in many scripts they are the vowels.
#[must_use]
pub fn name_key(text: &str) -> String {
    if text.is_ascii() {
        return fold_separators(&text.to_ascii_lowercase());
    }
    fold_separators(&ComposingNormalizerBorrowed::new_nfkc().normalize(text).to_lowercase())
}

/// The key under which two identifiers are the same: case alone does not matter, for `A-1` and `A1` may both exist.
#[must_use]
pub fn id_key(text: &str) -> String {
    text.to_lowercase()
}

/// A looser key for headings, ranks and suggestions: as [`name_key`], and without Latin, Cyrillic, Greek or Arabic
/// diacritics.
#[must_use]
pub fn loose_key(text: &str) -> String {
    if text.is_ascii() {
        return name_key(text);
    }
    let mut bare = DecomposingNormalizerBorrowed::new_nfkd().normalize(text).to_lowercase();
    bare.retain(|character| !is_light_mark(character));
    fold_separators(&ComposingNormalizerBorrowed::new_nfc().normalize(&bare))
}

fn is_light_mark(character: char) -> bool {
    matches!(character, '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0640}')
}

/// Keeps letters, digits and marks; any run of anything else becomes one space, apostrophes and joiners vanish.
fn fold_separators(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut space_due = false;
    for character in text.chars() {
        match character {
            'a'..='z' | '0'..='9' => {}
            '\'' | '’' | 'ʼ' | '\u{200C}' | '\u{200D}' => continue,
            character if is_separator(character) => {
                space_due = !key.is_empty();
                continue;
            }
            _ => {}
        }
        if space_due {
            key.push(' ');
            space_due = false;
        }
        key.push(character);
    }
    key
}

/// Signs and white space met in names and headings; everything else (a letter, a vowel sign, a tone mark) belongs to
/// the word.
fn is_separator(character: char) -> bool {
    match character {
        '\0'..='\u{BF}' => !character.is_ascii_alphanumeric(),
        '\u{3021}'..='\u{FEFF}' => character == '・',
        '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}' => true,
        _ => matches!(character, '،' | '؛' | '؟' | '־' | '।' | '\u{1680}' | '，' | '；' | '：' | '（' | '）'),
    }
}

/// At most `limit_chars` characters of the text, with an ellipsis when something was cut.
#[must_use]
pub fn shorten(text: &str, limit_chars: usize) -> String {
    match text.char_indices().nth(limit_chars) {
        None => text.to_owned(),
        Some((cut, _)) => format!("{}…", &text[..cut]),
    }
}

/// The entry of `candidates` nearest to `text`, when it is near enough to be a slip of the pen.
pub fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = loose_key(text).chars().take(80).collect();
    if wanted.len() < 3 {
        return None;
    }
    let allowed = (wanted.len() / 4).clamp(1, 4);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        // Lengths that far apart cannot be near; this spares most of the work on a long list.
        if candidate.len() > 4 * (wanted.len() + allowed) {
            continue;
        }
        let key: Vec<char> = loose_key(candidate).chars().collect();
        let limit = best.map_or(allowed, |(distance, _)| distance.saturating_sub(1));
        if key.len().abs_diff(wanted.len()) > limit {
            continue;
        }
        let distance = edit_distance(&wanted, &key);
        if distance <= limit {
            best = Some((distance, candidate));
            if distance == 0 {
                break;
            }
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Letters to insert, drop, replace or swap with their neighbour.
fn edit_distance(left: &[char], right: &[char]) -> usize {
    let mut before = vec![0; right.len() + 1];
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut next = vec![i + 1; right.len() + 1];
        for (j, b) in right.iter().enumerate() {
            let mut least = (row[j] + usize::from(a != b)).min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *a == right[j - 1] && left[i - 1] == *b {
                least = least.min(before[j - 1] + 1);
            }
            next[j + 1] = least;
        }
        before = std::mem::replace(&mut row, next);
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn white_space_is_folded_and_text_composed() {
        assert_eq!(clean(" Parti\u{A0} de\n\tl’E\u{301}galite\u{301} ").unwrap(), "Parti de l’Égalité");
        assert_eq!(clean("Plain Name").unwrap(), "Plain Name");
        assert_eq!(clean("   ").unwrap(), "");
        assert_eq!(clean("حزب\u{3000}العدالة").unwrap(), "حزب العدالة");
    }

    #[test]
    fn characters_that_hide_are_refused_by_name() {
        assert_eq!(clean("evil\u{202E}txt"), Err(TextFault::Control('\u{202E}')));
        assert_eq!(clean("a\u{0}b"), Err(TextFault::Control('\0')));
        assert_eq!(clean("Parti D\u{FFFD}mocrate"), Err(TextFault::Damaged));
        assert_eq!(character_name('\u{202E}'), "U+202E RIGHT-TO-LEFT OVERRIDE");
        assert_eq!(character_name('\u{1}'), "U+0001 CONTROL");
        assert!(clean("می\u{200C}خواهم").is_ok(), "Persian needs the non-joiner");
    }

    #[test]
    fn keys_fold_what_a_reader_would_call_the_same() {
        assert_eq!(name_key("  The People's-Party "), name_key("the peoples party"));
        assert_eq!(name_key("ＡＢＣ Ｐａｒｔｙ"), "abc party");
        assert_ne!(name_key("Partido Éxito"), name_key("Partido Exito"));
        assert_eq!(loose_key("Partido Éxito"), loose_key("partido exito"));
        assert_ne!(name_key("พรรคก้าว"), name_key("พรรคกาว"), "Thai tone marks are part of the word");
    }

    #[test]
    fn the_nearest_entry_is_offered_only_when_near() {
        let known = ["Harmony Forum", "Concord Alliance"];
        assert_eq!(nearest("Harmny Forum", known.into_iter()), Some("Harmony Forum"));
        assert_eq!(nearest("Haromny Forum", known.into_iter()), Some("Harmony Forum"));
        assert_eq!(nearest("Something else", known.into_iter()), None);
        assert_eq!(nearest("", known.into_iter()), None);
    }
}
