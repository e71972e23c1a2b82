//! The words on the wire: what the server says to a page and a page to the server, each one text message.
use super::{MAX_NAME, MAX_PRESS_BYTES, frame};
use bytes::Bytes;
use flate2::{Compression, write::DeflateEncoder};
use frame::Opcode;
use std::io::Write;

/// The largest message from a page, in bytes: a press with its body.
pub const MAX_MESSAGE: usize = MAX_PRESS_BYTES + 256;

/// What a page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked<'a> {
    /// `P <id> <act>\n<urlencoded body>`: a form.
    Press {
        /// Its idempotency id.
        id: &'a str,
        /// The act's name.
        act: &'a str,
        /// The form's fields.
        body: &'a str,
    },
    /// `G <region> <version>\n`: send the region again if there is a newer rendering.
    Get {
        /// The region.
        region: &'a str,
        /// What the page has of it.
        version: u64,
    },
    /// `V <position>\n`: the page shows this position.
    Seen(u64),
}

/// Whether this may name a region, an act or a press: 1 to 64 letters, digits and `-_.~`.
#[must_use]
pub fn is_name(text: &str) -> bool {
    (1..=MAX_NAME).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.~".contains(&b))
}

/// Reads what a page says; none when it says nothing known.
#[must_use]
pub fn asked(text: &str) -> Option<Asked<'_>> {
    let (line, body) = text.split_once('\n').unwrap_or((text, ""));
    let mut words = line.split(' ');
    let asked = match words.next()? {
        "P" => {
            let (id, act) = (words.next().filter(|w| is_name(w))?, words.next().filter(|w| is_name(w))?);
            Asked::Press { id, act, body: (body.len() <= MAX_PRESS_BYTES).then_some(body)? }
        }
        "G" => Asked::Get { region: words.next().filter(|w| is_name(w))?, version: words.next()?.parse().ok()? },
        "V" => Asked::Seen(words.next()?.parse().ok()?),
        _ => return None,
    };
    words.next().is_none().then_some(asked)
}

/// Reads `name:version,name:version`, as a page writes the regions it has into its socket's address.
/// None when a name or number is wrong or there are more than [`super::MAX_REGIONS`].
#[must_use]
pub fn versions(list: &str) -> Option<Vec<(Box<str>, u64)>> {
    let mut out: Vec<(Box<str>, u64)> = Vec::new();
    for part in list.split(',').filter(|p| !p.is_empty()) {
        let (name, version) = part.split_once(':')?;
        let version = version.parse().ok()?;
        if !is_name(name) || out.len() == super::MAX_REGIONS {
            return None;
        }
        if !out.iter().any(|(n, _)| **n == *name) {
            out.push((name.into(), version));
        }
    }
    Some(out)
}

fn text(parts: &[&[u8]]) -> Bytes {
    Bytes::from(frame::encode(Opcode::Text, parts))
}

/// `R <region> <position>\n<html>`, framed; and where the markup begins in it.
#[must_use]
pub fn region(name: &str, position: u64, html: &str) -> (Bytes, usize) {
    let bytes = text(&[format!("R {name} {position}\n").as_bytes(), html.as_bytes()]);
    let at = bytes.len() - html.len();
    (bytes, at)
}

/// What is shorter is sent as it is: it fills no packet.
const PACK_FROM: usize = 4 * 1024;
/// Of 1 to 9. Pages' tables and charts come out at a seventh in four microseconds a kilobyte; 6 saves a tenth more and takes half as long again.
const LEVEL: u32 = 2;

/// The same message for pages that can inflate it (RFC 1951), as a binary one. None where that saves less than a quarter.
#[must_use]
pub fn packed(text: &[u8]) -> Option<Bytes> {
    if text.len() < PACK_FROM {
        return None;
    }
    let mut packed = DeflateEncoder::new(Vec::with_capacity(text.len() / 4), Compression::new(LEVEL));
    let packed = packed.write_all(text).and_then(|()| packed.finish()).ok()?;
    (packed.len() <= text.len() / 4 * 3).then(|| Bytes::from(frame::encode(Opcode::Binary, &[&packed])))
}

/// `B <position>\n`, framed.
#[must_use]
pub fn beat(position: u64) -> Bytes {
    text(&[format!("B {position}\n").as_bytes()])
}

/// `A <id> <status> <position>\n<json>`, framed.
#[must_use]
pub fn answer(id: &str, status: u16, position: u64, json: &str) -> Bytes {
    text(&[format!("A {id} {status} {position}\n").as_bytes(), json.as_bytes()])
}

/// `X <reason>\n`, framed: the session has ended.
#[must_use]
pub fn ended(reason: &str) -> Bytes {
    text(&[format!("X {reason}\n").as_bytes()])
}

/// `N\n`, framed: a new version of the server runs, load the page again.
#[must_use]
pub fn renewed() -> Bytes {
    text(&[b"N\n"])
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn what_pages_say_is_read() {
        assert_eq!(asked("P a1 request-floor\nx=1&y=2"), Some(Asked::Press { id: "a1", act: "request-floor", body: "x=1&y=2" }));
        assert_eq!(asked("G speakers.3 17\n"), Some(Asked::Get { region: "speakers.3", version: 17 }));
        assert_eq!(asked("V 5\n"), Some(Asked::Seen(5)));
        for bad in
            ["", "P a1\n", "P  x\n", "P a/ b\n", "G x\n", "G x -1\n", "G x 1 2\n", "V\n", "Q 1\n", "V 99999999999999999999\n"]
        {
            assert_eq!(asked(bad), None, "{bad:?}");
        }
        assert_eq!(asked(&format!("P {} b\n", "a".repeat(65))), None);
        assert_eq!(asked(&format!("P a b\n{}", "x".repeat(MAX_PRESS_BYTES + 1))), None);
        assert!(asked(&format!("P a b\n{}", "x".repeat(MAX_PRESS_BYTES))).is_some());
    }

    #[test]
    fn the_versions_in_an_address_are_read() {
        assert_eq!(versions("a:1,b.2:30").unwrap(), [("a".into(), 1), ("b.2".into(), 30)]);
        assert_eq!(versions("a:1,a:2").unwrap().len(), 1);
        assert_eq!(versions("").unwrap(), []);
        for bad in ["a", "a:", "a:x", ":1", "a b:1"] {
            assert_eq!(versions(bad), None, "{bad:?}");
        }
        let many = |n: usize| (0..n).map(|i| format!("r{i}:0")).collect::<Vec<_>>().join(",");
        assert_eq!(versions(&many(16)).unwrap().len(), 16);
        assert_eq!(versions(&many(17)), None);
    }

    #[test]
    fn the_markup_is_found_in_its_frame() {
        let (bytes, at) = region("a", 7, "<p>é</p>");
        assert_eq!(&bytes[at..], "<p>é</p>".as_bytes());
        assert_eq!(&bytes[2..at], b"R a 7\n");
    }
}
