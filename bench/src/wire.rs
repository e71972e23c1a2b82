//! The bytes of a page's socket: the beginning of frames as the server sends them, and what a browser sends.

/// A whole frame at the beginning of what arrived: its payload's place, and how long it is with its head.
pub fn frame(bytes: &[u8]) -> Option<(usize, usize)> {
    let (head, length) = match *bytes {
        [_, 126, a, b, ..] => (4, usize::from(u16::from_be_bytes([a, b]))),
        [_, 127, a, b, c, d, e, f, g, h, ..] => {
            (10, usize::try_from(u64::from_be_bytes([a, b, c, d, e, f, g, h])).unwrap_or(usize::MAX / 2))
        }
        [_, n @ 0..126, ..] => (2, usize::from(n)),
        _ => return None,
    };
    (bytes.len() >= head + length).then_some((head, head + length))
}

/// What the server says to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// `R <region> <position>`: a rendering.
    Region { name: &'a [u8], position: u64 },
    /// `A <id> <status> <position>`: an answer.
    Answer { id: u64, status: u16, position: u64 },
    /// A heartbeat or anything else.
    Other,
}

/// Reads a message's first line; the rest is markup that a measurement does not look at.
pub fn said(text: &[u8]) -> Said<'_> {
    let line = text.split(|b| *b == b'\n').next().unwrap_or_default();
    let mut words = line.split(|b| *b == b' ');
    match (words.next(), words.next(), words.next(), words.next()) {
        (Some(b"R"), Some(name), Some(position), None) => Said::Region { name, position: number(position) },
        (Some(b"A"), Some(id), Some(status), Some(position)) => {
            Said::Answer { id: id_number(id), status: number(status) as u16, position: number(position) }
        }
        _ => Said::Other,
    }
}

fn number(digits: &[u8]) -> u64 {
    digits.iter().filter(|b| b.is_ascii_digit()).fold(0, |n, b| n.wrapping_mul(10).wrapping_add(u64::from(b - b'0')))
}

/// The id of a press as a UUID: its number in the last twelve digits, what tells rounds apart before.
pub fn id(round: u64, number: u64) -> String {
    format!("{:08x}-0000-4000-8000-{:012x}", round & 0xffff_ffff, number & 0xffff_ffff_ffff)
}

fn id_number(id: &[u8]) -> u64 {
    let hex = std::str::from_utf8(id).ok().and_then(|text| text.rsplit('-').next());
    hex.and_then(|hex| u64::from_str_radix(hex, 16).ok()).unwrap_or(u64::MAX)
}

/// A text message as a browser frames it; the mask is of no use to a measurement and therefore zero.
pub fn masked(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() + 14);
    out.push(0x81);
    match text.len() {
        n @ 0..=125 => out.push(0x80 | n as u8),
        n @ 126..=0xffff => {
            out.push(0x80 | 126);
            out.extend_from_slice(&(n as u16).to_be_bytes());
        }
        n => {
            out.push(0x80 | 127);
            out.extend_from_slice(&(n as u64).to_be_bytes());
        }
    }
    out.extend_from_slice(&[0; 4]);
    out.extend_from_slice(text);
    out
}

/// Writes another position into a region's frame, in as many digits as it has: `R now 0012 …`.
pub fn with_position(frame: &[u8], name: &[u8], position: u64) -> Vec<u8> {
    let mut out = frame.to_vec();
    let mut at = 0;
    while let Some((head, whole)) = self::frame(&frame[at..]) {
        let text = &frame[at + head..at + whole];
        if let Said::Region { name: of, .. } = said(text)
            && of == name
        {
            let start = at + head + 2 + name.len() + 1;
            let digits = frame[start..].iter().take_while(|b| b.is_ascii_digit()).count();
            let text = format!("{position:0digits$}");
            out[start..start + digits].copy_from_slice(&text.as_bytes()[text.len() - digits..]);
        }
        at += whole;
    }
    out
}
