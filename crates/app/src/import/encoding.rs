//! Which encoding a text file is in, and its text.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::table::TableError;

/// The text of a file and the encoding it was read in.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub encoding: &'static str,
}

/// Decodes a file: by the label when one is given, else by byte-order mark, else by its content.
pub(super) fn decode<'a>(bytes: &'a [u8], label: Option<&str>) -> Result<Decoded<'a>, TableError> {
    if let Some(label) = label {
        let encoding = Encoding::for_label(label.trim().as_bytes())
            .ok_or_else(|| TableError::UnknownEncoding { label: label.chars().take(40).collect() })?;
        return decode_as(bytes, encoding);
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return decode_as(bytes, encoding);
    }
    if bytes.contains(&0) {
        return decode_as(bytes, utf16_without_mark(bytes).ok_or(TableError::NotText)?);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name() }),
        Err(_) if is_mostly_utf8(bytes) => Err(broken(bytes, UTF_8)),
        Err(_) => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            decode_as(bytes, detector.guess(None, Utf8Detection::Deny))
        }
    }
}

fn decode_as<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Result<Decoded<'a>, TableError> {
    let (text, used, had_errors) = encoding.decode(bytes);
    if had_errors {
        return Err(broken(bytes, used));
    }
    Ok(Decoded { text, encoding: used.name() })
}

/// The error that names the first line whose bytes are not of the encoding.
fn broken(bytes: &[u8], encoding: &'static Encoding) -> TableError {
    let (text, _, _) = encoding.decode(bytes);
    let before = text.find('\u{FFFD}').map_or(text.as_ref(), |at| &text[..at]);
    TableError::BrokenEncoding { line: before.matches('\n').count() + 1, encoding: encoding.name() }
}

/// UTF-16 without a byte-order mark is told by the characters every table has: line ends, delimiters and spaces.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let is_structure = |high: u8, low: u8| high == 0 && matches!(low, b'\n' | b'\r' | b'\t' | b' ' | b',' | b';' | b'"');
    let (mut little, mut big) = (0_usize, 0_usize);
    for pair in bytes.chunks_exact(2) {
        little += usize::from(is_structure(pair[1], pair[0]));
        big += usize::from(is_structure(pair[0], pair[1]));
    }
    let guess = if little > big { UTF_16LE } else { UTF_16BE };
    if little == big || little.max(big) * 200 < bytes.len() / 2 {
        return None;
    }
    let text = guess.decode_without_bom_handling_and_without_replacement(bytes)?;
    (!text.contains('\0')).then_some(guess)
}

/// True when non-ASCII bytes form UTF-8 sequences so often that the rest must be damage and not another encoding.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut unsound) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        unsound += chunk.invalid().len();
    }
    sound >= 4 && sound >= 4 * unsound
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn utf16_is_told_without_a_mark_even_in_chinese() {
        let text = "名称,国家\n和平党,CN\n正义党,CN\n";
        for big in [false, true] {
            let bytes = utf16(text, big);
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!(decoded.text, text);
            assert_eq!(decoded.encoding, if big { "UTF-16BE" } else { "UTF-16LE" });
        }
    }

    #[test]
    fn latin_1_is_told_from_utf8() {
        let bytes = b"nom,pays\nParti de l'\xE9galit\xE9,France\nF\xE9d\xE9ration,Suisse\n";
        let decoded = decode(bytes, None).unwrap();
        assert!(decoded.text.contains("Parti de l'égalité"));
        assert_eq!(decoded.encoding, "windows-1252");
    }

    #[test]
    fn a_damaged_utf8_file_is_refused_with_its_line() {
        let mut bytes = "nom\nÉgalité économique fédérale\nÉquité\n".as_bytes().to_vec();
        bytes.extend_from_slice(b"caf\xE9\n");
        let error = decode(&bytes, None).unwrap_err();
        assert!(matches!(error, TableError::BrokenEncoding { line: 4, encoding: "UTF-8" }), "{error}");
    }

    #[test]
    fn binary_data_is_not_text() {
        assert!(matches!(decode(b"\x00\x01\x02\x03\xFF", None), Err(TableError::NotText)));
    }

    #[test]
    fn a_label_overrides_the_guess() {
        let decoded = decode(b"\xC4\xE8\xEB\xEE", Some("windows-1251")).unwrap();
        assert_eq!(decoded.text, "Дило");
        assert!(matches!(decode(b"x", Some("klingon")), Err(TableError::UnknownEncoding { .. })));
    }
}
