#![expect(clippy::unwrap_used, reason = "tests")]
use super::*;

#[test]
fn lines_end_and_no_other_control_stands() {
    assert_eq!(check_text("Article 1\n\u{4eba}\u{6c11}\n".as_bytes()).unwrap().lines().count(), 2);
    assert!(check_text(b"").is_ok());
    assert_eq!(check_text(b"a"), Err(TextError::NoEnd));
    assert_eq!(check_text(b"a\xff\n"), Err(TextError::NotUtf8(1)));
    assert_eq!(check_title(b"a\n"), Err(TextError::NotAllowed { code: 10, line: 1 }));
    for code in [
        0u32, 9, 13, 0x1f, 0x7f, 0x85, 0x9f, 0x61c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2028, 0x2029, 0x2066, 0x2069, 0xfeff,
        // Not assigned in 14.0: never, since 15.0 (U+0CF3), a noncharacter.
        0x378, 0xcf3, 0xfffe, 0x10_ffff,
    ] {
        let text = format!("x\n{}\n", char::from_u32(code).unwrap());
        assert_eq!(check_text(text.as_bytes()), Err(TextError::NotAllowed { code, line: 2 }), "{code:x}");
    }
    for c in ['\u{a0}', '\u{200d}', '\u{202f}', '\u{1fae7}', '\u{e000}', '\u{1df1e}', '\u{ad}'] {
        assert!(check_text(format!("{c}\n").as_bytes()).is_ok(), "{c:?}");
    }
}

#[test]
fn only_form_c_is_a_text() {
    assert_eq!(check_text("e\u{301}\n".as_bytes()), Err(TextError::NotNfc));
    assert!(check_text("\u{e9}\n".as_bytes()).is_ok());
    assert_eq!(check_text("\u{212b}\n".as_bytes()), Err(TextError::NotNfc));
}

#[test]
fn the_table_is_the_one_that_the_tool_writes() {
    assert!(UNASSIGNED.windows(2).all(|pair| pair[0].1 + 1 < pair[1].0 && pair[0].0 <= pair[0].1));
    // DerivedGeneralCategory-14.0.0.txt: "Total code points: 829834" for Cn.
    assert_eq!(UNASSIGNED.iter().map(|(first, last)| last - first + 1).sum::<u32>(), 829_834);
}

fn manifest(symbol: &str, texts: &[(&str, &str)]) -> Manifest {
    let language = |text: &str| Language { sha256: Digest::of(text.as_bytes()), title_sha256: Digest::of(b"t") };
    Manifest {
        symbol: symbol.to_owned(),
        authentic: vec![texts[0].0.to_owned()],
        texts: texts.iter().map(|(tag, text)| ((*tag).to_owned(), language(text))).collect(),
    }
}

#[test]
fn manifests_are_read_as_written() {
    let made = manifest("A/1", &[("en", "one\n"), ("fr", "un\n")]);
    let bytes = made.to_canonical().unwrap();
    assert_eq!(Manifest::parse(&bytes).unwrap(), made);
    let text = String::from_utf8(bytes).unwrap();
    for (from, to) in [
        (r#""en"]"#, r#""es"]"#),
        (r#"["en"]"#, "[]"),
        (r#"["en"]"#, r#"["en","en"]"#),
        (r#""v":1"#, r#""v":2"#),
        ("A/1", "a/1"),
        (r#""title_sha256""#, r#""title_sha255""#),
        (r#""v":1"#, r#""v":1,"w":1"#),
        (r#""fr":"#, r#""x_":"#),
    ] {
        assert!(text.contains(from), "{from}");
        let changed = text.replacen(from, to, 1);
        assert!(matches!(Manifest::parse(changed.as_bytes()), Err(TextError::Form(_))), "{to}");
    }
    assert!(matches!(Manifest::parse(format!("{text} ").as_bytes()), Err(TextError::NotCanonical(_))));
}

#[test]
fn a_correction_touches_its_languages_alone() {
    let from = manifest("A/1", &[("en", "one\n"), ("fr", "un\n")]);
    let to = manifest("A/1", &[("en", "one!\n"), ("fr", "un\n")]);
    assert_eq!(to.corrects(&from, &["en".to_owned()]), Ok(()));
    assert_eq!(to.corrects(&from, &["fr".to_owned()]), Err(TextError::Changes("the text in en".to_owned())));
    let fewer = manifest("A/1", &[("en", "one!\n")]);
    assert_eq!(fewer.corrects(&from, &["en".to_owned()]), Err(TextError::Changes("the text in fr".to_owned())));
    let other = manifest("A/2", &[("en", "one\n"), ("fr", "un\n")]);
    assert_eq!(other.corrects(&from, &[]), Err(TextError::Changes("the symbol".to_owned())));
}

#[test]
fn names_are_read_as_written() {
    let names = Names([("en".to_owned(), "Union".to_owned()), ("fr".to_owned(), "L’Union".to_owned())].into());
    assert_eq!(Names::parse(&names.to_canonical().unwrap()).unwrap(), names);
    for bytes in [r#"{"en":1}"#, r#"["en"]"#, r#"{"e_":"x"}"#, r#"{"en": "x"}"#] {
        assert!(Names::parse(bytes.as_bytes()).is_err(), "{bytes}");
    }
}

#[test]
fn a_commitment_is_salt_and_preimage() {
    let expected = [&[7u8; 32][..], br#"{"family":"F","given":"G","org":"o","summit":"s"}"#].concat();
    assert_eq!(commitment(&[7; 32], "F", "G", "o", "s").unwrap(), Digest::of(&expected));
    assert_ne!(commitment(&[8; 32], "F", "G", "o", "s").unwrap(), Digest::of(&expected));
}
