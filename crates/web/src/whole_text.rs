//! A whole text pasted at once: one block of writing a language, paragraphs parted by blank lines, becomes the paragraphs of the command.
use domain::{No, Refusal};
use serde_json::{Map, Value, json};

/// Marks a heading at the beginning of a paragraph.
pub const HEADING: &str = "# ";
/// Marks a paragraph of the preamble.
pub const PREAMBULAR: &str = "> ";

/// Replaces the field `whole` (writing by language) of an import by `paragraphs`; fields without it stay as they are. The marks are read in the
/// first language and taken off in all.
///
/// # Errors
/// `paragraphs-uneven` when two languages have not the same number of paragraphs.
pub fn paragraphs(mut fields: Value) -> Result<Value, No> {
    let Some(Value::Object(whole)) = fields.as_object_mut().and_then(|map| map.remove("whole")) else { return Ok(fields) };
    let blocks: Vec<(String, Vec<String>)> =
        whole.into_iter().map(|(tag, text)| (tag, split(text.as_str().unwrap_or_default()))).collect();
    let expected = blocks.first().map_or(0, |(_, paragraphs)| paragraphs.len());
    for (tag, paragraphs) in &blocks {
        if paragraphs.len() != expected {
            let first = blocks.first().map(|(tag, _)| tag.clone()).unwrap_or_default();
            let refusal = Refusal::new("paragraphs-uneven").with("language", tag).with("count", paragraphs.len());
            return Err(refusal.with("first", first).with("expected", expected).into());
        }
    }
    let paragraph = |index: usize| {
        let of = |paragraphs: &Vec<String>| paragraphs.get(index).cloned().unwrap_or_default();
        let kind = kind(&blocks.first().map(|(_, p)| of(p)).unwrap_or_default());
        let words: Map<String, Value> =
            blocks.iter().map(|(tag, p)| (tag.clone(), Value::String(plain(&of(p)).to_owned()))).collect();
        json!({ "kind": kind, "words": words })
    };
    let list = (0..expected).map(paragraph).collect();
    if let Some(map) = fields.as_object_mut() {
        map.insert("paragraphs".to_owned(), Value::Array(list));
    }
    Ok(fields)
}

/// What is wrong with one paragraph (`paragraphs.3.words.fr`), told of the block that it was pasted in (`whole.fr`).
#[must_use]
pub fn in_block(no: No) -> No {
    match no {
        No::Invalid(mut invalid) => {
            if let Some((_, language)) = invalid.field.split_once(".words.") {
                invalid.field = format!("whole.{language}");
            }
            No::Invalid(invalid)
        }
        other => other,
    }
}

fn split(text: &str) -> Vec<String> {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out: Vec<String> = Vec::new();
    let mut open = false;
    for line in unix.lines() {
        if line.trim().is_empty() {
            open = false;
            continue;
        }
        match out.last_mut().filter(|_| open) {
            Some(last) => {
                last.push('\n');
                last.push_str(line.trim_end());
            }
            None => out.push(line.trim().to_owned()),
        }
        open = true;
    }
    out
}

fn kind(paragraph: &str) -> &'static str {
    if paragraph.starts_with(HEADING) {
        "heading"
    } else if paragraph.starts_with(PREAMBULAR) {
        "preambular"
    } else {
        "operative"
    }
}

fn plain(paragraph: &str) -> &str {
    paragraph.strip_prefix(HEADING).or_else(|| paragraph.strip_prefix(PREAMBULAR)).unwrap_or(paragraph)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs_and_marks_say_their_kind() {
        let fields = json!({ "text": "text-1", "whole": { "en": "# Water\n\n> Mindful,\n\n\nWe will\r\nact.", "fr": "Eau\n\nConsciente,\n\nNous agirons." } });
        let out = paragraphs(fields).unwrap();
        assert_eq!(out["paragraphs"][0], json!({ "kind": "heading", "words": { "en": "Water", "fr": "Eau" } }));
        assert_eq!(out["paragraphs"][2]["words"]["en"], "We will\nact.");
        assert_eq!(out["paragraphs"][1]["kind"], "preambular");
        assert_eq!(out["text"], "text-1");
    }
    #[test]
    fn languages_of_unlike_length_are_refused_with_both_numbers() {
        let no = paragraphs(json!({ "whole": { "en": "a\n\nb", "fr": "a" } })).unwrap_err();
        let No::Refusal(refusal) = no else { panic!("not a refusal") };
        assert_eq!(refusal.code, "paragraphs-uneven");
        assert!(refusal.with.contains(&("expected", "2".to_owned())) && refusal.with.contains(&("count", "1".to_owned())));
    }
}
