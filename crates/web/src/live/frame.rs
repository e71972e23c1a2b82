//! WebSocket frames (RFC 6455): what a page sends is parsed with its limits, what it is sent is framed once.
use std::ops::ControlFlow;

/// What kind of frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opcode {
    /// A further part of a message.
    Continuation,
    /// A text message or its first part.
    Text,
    /// A binary message or its first part.
    Binary,
    /// The end of the connection.
    Close,
    /// Asks for a pong.
    Ping,
    /// Answers a ping.
    Pong,
}

impl Opcode {
    const fn of(bits: u8) -> Option<Self> {
        Some(match bits {
            0 => Self::Continuation,
            1 => Self::Text,
            2 => Self::Binary,
            8 => Self::Close,
            9 => Self::Ping,
            10 => Self::Pong,
            _ => return None,
        })
    }
    const fn bits(self) -> u8 {
        match self {
            Self::Continuation => 0,
            Self::Text => 1,
            Self::Binary => 2,
            Self::Close => 8,
            Self::Ping => 9,
            Self::Pong => 10,
        }
    }
    const fn is_control(self) -> bool {
        self.bits() >= 8
    }
}

/// How a page broke the protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Violation {
    /// Against RFC 6455: unmasked, reserved bits, bad opcode, length or order.
    #[error("the frame breaks the protocol")]
    Protocol,
    /// A binary message, which no page sends.
    #[error("only text is understood")]
    Unsupported,
    /// Text that is not UTF-8.
    #[error("the text is not UTF-8")]
    Utf8,
    /// Text that says nothing the server knows, or too much of it.
    #[error("the message is not understood")]
    Policy,
    /// A message over the limit.
    #[error("the message is too big")]
    TooBig,
}

impl Violation {
    /// The close code that says so (RFC 6455, 7.4.1).
    #[must_use]
    pub const fn code(self) -> u16 {
        match self {
            Self::Protocol => 1002,
            Self::Unsupported => 1003,
            Self::Utf8 => 1007,
            Self::Policy => 1008,
            Self::TooBig => 1009,
        }
    }
}

/// What arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// A whole text message.
    Text(&'a str),
    /// A ping with its payload, at most 125 bytes.
    Ping(&'a [u8]),
    /// A pong.
    Pong,
    /// A close with its code, if it gave one.
    Close(Option<u16>),
}

/// What is kept of a page between two reads; nothing, for most pages and nearly always.
#[derive(Debug, Default)]
pub struct Carry {
    /// The beginning of a frame.
    raw: Vec<u8>,
    /// The parts of a message so far.
    message: Vec<u8>,
    /// Whether a message has begun.
    open: bool,
}

struct Head {
    fin: bool,
    opcode: Opcode,
    header: usize,
    length: usize,
    mask: [u8; 4],
}

/// The head of the frame at the start of `bytes`; none when more must come. `limit` is of the payload.
fn head(bytes: &[u8], limit: usize) -> Result<Option<Head>, Violation> {
    let [first, second, ..] = *bytes else { return Ok(None) };
    let opcode = Opcode::of(first & 0x0f).ok_or(Violation::Protocol)?;
    let fin = first & 0x80 != 0;
    // No extension was agreed, and a client must mask.
    if first & 0x70 != 0 || second & 0x80 == 0 {
        return Err(Violation::Protocol);
    }
    let short = usize::from(second & 0x7f);
    if opcode.is_control() && (!fin || short > 125) {
        return Err(Violation::Protocol);
    }
    let (length, at) = match short {
        126 => {
            let Some(&[a, b]) = bytes.get(2..4).and_then(|b| b.first_chunk()) else { return Ok(None) };
            (u64::from(u16::from_be_bytes([a, b])), 4)
        }
        127 => {
            let Some(&eight) = bytes.get(2..10).and_then(|b| b.first_chunk::<8>()) else { return Ok(None) };
            (u64::from_be_bytes(eight), 10)
        }
        n => (n as u64, 2),
    };
    // The length is written in the fewest bytes.
    if (short == 126 && length < 126) || (short == 127 && (length <= 0xffff || length >> 63 != 0)) {
        return Err(Violation::Protocol);
    }
    let length = usize::try_from(length).ok().filter(|l| *l <= limit || opcode.is_control()).ok_or(Violation::TooBig)?;
    let Some(&mask) = bytes.get(at..at + 4).and_then(|b| b.first_chunk::<4>()) else { return Ok(None) };
    Ok(Some(Head { fin, opcode, header: at + 4, length, mask }))
}

fn unmask(payload: &mut [u8], mask: [u8; 4]) {
    for (byte, key) in payload.iter_mut().zip(mask.into_iter().cycle()) {
        *byte ^= key;
    }
}

/// Takes what was read from a page and calls `then` for each thing that is whole. What is not whole stays in `carry`.
/// `limit` is the largest message in bytes. `then` breaks when the page is gone: the rest is thrown away.
///
/// # Errors
/// The violation, after which nothing more may be fed.
pub fn feed(
    carry: &mut Option<Box<Carry>>,
    input: &mut [u8],
    limit: usize,
    then: impl FnMut(Event<'_>) -> ControlFlow<()>,
) -> Result<(), Violation> {
    let mut held = carry.as_mut().map(|c| std::mem::take(&mut c.raw)).unwrap_or_default();
    let rest = if held.is_empty() {
        let used = whole(carry, input, limit, then)?;
        input[used..].to_vec()
    } else {
        held.extend_from_slice(input);
        let used = whole(carry, &mut held, limit, then)?;
        held.drain(..used);
        held
    };
    if !rest.is_empty() {
        carry.get_or_insert_default().raw = rest;
    } else if carry.as_ref().is_some_and(|c| !c.open) {
        *carry = None;
    }
    Ok(())
}

/// Parses all whole frames and says how many bytes they took.
fn whole(
    carry: &mut Option<Box<Carry>>,
    bytes: &mut [u8],
    limit: usize,
    mut then: impl FnMut(Event<'_>) -> ControlFlow<()>,
) -> Result<usize, Violation> {
    let mut at = 0;
    loop {
        let rest = &mut bytes[at..];
        let Some(head) = head(rest, limit)? else { return Ok(at) };
        let Some(payload) = rest.get_mut(head.header..head.header + head.length) else { return Ok(at) };
        unmask(payload, head.mask);
        at += head.header + head.length;
        if one(carry, &head, payload, limit, &mut then)?.is_break() {
            return Ok(bytes.len());
        }
    }
}

fn one(
    carry: &mut Option<Box<Carry>>,
    head: &Head,
    payload: &[u8],
    limit: usize,
    then: &mut impl FnMut(Event<'_>) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, Violation> {
    let is_open = carry.as_ref().is_some_and(|c| c.open);
    match head.opcode {
        Opcode::Ping => Ok(then(Event::Ping(payload))),
        Opcode::Pong => Ok(then(Event::Pong)),
        Opcode::Close => Ok(then(Event::Close(close_code(payload)?))),
        Opcode::Binary => Err(Violation::Unsupported),
        Opcode::Text if is_open => Err(Violation::Protocol),
        Opcode::Continuation if !is_open => Err(Violation::Protocol),
        Opcode::Text if head.fin => Ok(then(Event::Text(std::str::from_utf8(payload).map_err(|_| Violation::Utf8)?))),
        Opcode::Text | Opcode::Continuation => {
            let parts = carry.get_or_insert_default();
            parts.open = true;
            if parts.message.len() + payload.len() > limit {
                return Err(Violation::TooBig);
            }
            parts.message.extend_from_slice(payload);
            if !head.fin {
                return Ok(ControlFlow::Continue(()));
            }
            parts.open = false;
            let message = std::mem::take(&mut parts.message);
            Ok(then(Event::Text(std::str::from_utf8(&message).map_err(|_| Violation::Utf8)?)))
        }
    }
}

fn close_code(payload: &[u8]) -> Result<Option<u16>, Violation> {
    match payload {
        [] => Ok(None),
        [_] => Err(Violation::Protocol),
        [a, b, reason @ ..] => {
            std::str::from_utf8(reason).map_err(|_| Violation::Utf8)?;
            match u16::from_be_bytes([*a, *b]) {
                code @ (1000..=1003 | 1007..=1014 | 3000..=4999) => Ok(Some(code)),
                _ => Err(Violation::Protocol),
            }
        }
    }
}

/// A whole frame from the server, which does not mask.
#[must_use]
pub fn encode(opcode: Opcode, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|p| p.len()).sum();
    let mut out = Vec::with_capacity(length + 10);
    out.push(0x80 | opcode.bits());
    match length {
        0..126 => out.push(length as u8),
        126..0x1_0000 => {
            out.push(126);
            out.extend_from_slice(&(length as u16).to_be_bytes());
        }
        _ => {
            out.push(127);
            out.extend_from_slice(&(length as u64).to_be_bytes());
        }
    }
    for part in parts {
        out.extend_from_slice(part);
    }
    out
}

/// A close frame with its code.
#[must_use]
pub fn encode_close(code: u16) -> Vec<u8> {
    encode(Opcode::Close, &[&code.to_be_bytes()])
}

/// A frame as a page sends it, masked; for tests, load clients and the rehearsal.
#[must_use]
pub fn encode_masked(fin: bool, opcode: Opcode, payload: &[u8], mask: [u8; 4]) -> Vec<u8> {
    let mut out = encode(opcode, &[payload]);
    if !fin {
        out[0] &= 0x7f;
    }
    out[1] |= 0x80;
    let start = out.len() - payload.len();
    unmask(&mut out[start..], mask);
    out.splice(start..start, mask);
    out
}

/// Feeds `bytes` in pieces of `piece` bytes and lists what came out: what the fuzzer, its corpus and the tests compare.
/// It ends at a close or a violation, as a connection does.
#[must_use]
pub fn replay(bytes: &[u8], piece: usize, limit: usize) -> (Vec<String>, Option<Violation>) {
    let mut carry = None;
    let mut seen = Vec::new();
    let mut closed = false;
    for part in bytes.chunks(piece.max(1)) {
        let fed = feed(&mut carry, &mut part.to_vec(), limit, |event| {
            closed |= matches!(event, Event::Close(_));
            seen.push(format!("{event:?}"));
            if closed { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if let Err(violation) = fed {
            return (seen, Some(violation));
        }
        if closed {
            break;
        }
    }
    (seen, None)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use proptest::prelude::*;

    const LIMIT: usize = 1000;
    const MASK: [u8; 4] = [1, 2, 3, 4];

    fn text(fin: bool, opcode: Opcode, payload: &[u8]) -> Vec<u8> {
        encode_masked(fin, opcode, payload, MASK)
    }
    fn violation(bytes: &[u8]) -> Option<Violation> {
        replay(bytes, 4096, LIMIT).1
    }

    #[test]
    fn the_rfcs_example_is_read() {
        let hello = [0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58];
        assert_eq!(replay(&hello, 3, LIMIT), (vec!["Text(\"Hello\")".to_owned()], None));
    }

    #[test]
    fn a_ping_may_stand_between_the_parts_of_a_message() {
        let bytes =
            [text(false, Opcode::Text, b"a\xc3"), text(true, Opcode::Ping, b"x"), text(true, Opcode::Continuation, b"\xa9b")]
                .concat();
        assert_eq!(replay(&bytes, 1, LIMIT), (vec!["Ping([120])".to_owned(), "Text(\"aéb\")".to_owned()], None));
    }

    #[test]
    fn each_violation_has_its_code() {
        let masked = |first: u8, second: u8| vec![first, second, 0, 0, 0, 0];
        for (bytes, expected, code) in [
            (encode(Opcode::Text, &[b"unmasked"]), Violation::Protocol, 1002),
            (masked(0xc1, 0x80), Violation::Protocol, 1002),
            (masked(0x83, 0x80), Violation::Protocol, 1002),
            (masked(0x09, 0x80), Violation::Protocol, 1002),
            (text(true, Opcode::Ping, &[0; 126]), Violation::Protocol, 1002),
            (text(true, Opcode::Continuation, b"x"), Violation::Protocol, 1002),
            ([text(false, Opcode::Text, b"x"), text(true, Opcode::Text, b"y")].concat(), Violation::Protocol, 1002),
            (vec![0x81, 0xfe, 0, 5, 0, 0, 0, 0], Violation::Protocol, 1002),
            (vec![0x81, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0], Violation::Protocol, 1002),
            (text(true, Opcode::Close, &[3]), Violation::Protocol, 1002),
            (text(true, Opcode::Close, &1005u16.to_be_bytes()), Violation::Protocol, 1002),
            (text(true, Opcode::Binary, b"x"), Violation::Unsupported, 1003),
            (text(true, Opcode::Text, &[0xff]), Violation::Utf8, 1007),
            (text(true, Opcode::Text, &[b'a'; LIMIT + 1]), Violation::TooBig, 1009),
            (
                [text(false, Opcode::Text, &[b'a'; LIMIT]), text(true, Opcode::Continuation, b"a")].concat(),
                Violation::TooBig,
                1009,
            ),
            (vec![0x81, 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 0], Violation::TooBig, 1009),
        ] {
            assert_eq!(violation(&bytes), Some(expected), "{bytes:?}");
            assert_eq!(expected.code(), code);
        }
    }

    #[test]
    fn a_page_that_is_between_messages_keeps_nothing() {
        let mut carry = None;
        let mut bytes = text(true, Opcode::Text, b"whole");
        feed(&mut carry, &mut bytes, LIMIT, |_| ControlFlow::Continue(())).unwrap();
        assert!(carry.is_none());
        let mut half = text(true, Opcode::Text, b"half");
        let mut rest = half.split_off(4);
        feed(&mut carry, &mut half, LIMIT, |_| ControlFlow::Continue(())).unwrap();
        assert!(carry.is_some());
        feed(&mut carry, &mut rest, LIMIT, |_| ControlFlow::Continue(())).unwrap();
        assert!(carry.is_none());
    }

    #[test]
    fn lengths_are_written_in_the_fewest_bytes() {
        for (length, header) in [(0, 2), (125, 2), (126, 4), (65_535, 4), (65_536, 10)] {
            assert_eq!(encode(Opcode::Text, &[&vec![b'a'; length]]).len(), header + length);
            let masked = text(true, Opcode::Text, &vec![b'a'; length]);
            assert_eq!(replay(&masked, 8192, 100_000).0.len(), 1);
        }
    }

    #[test]
    fn the_fuzzers_corpus_is_replayed() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/corpus/websocket_frame");
        let mut files = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            assert_eq!(replay(&bytes, 1, LIMIT), replay(&bytes, usize::MAX, LIMIT));
            files += 1;
        }
        assert!(files >= 8);
    }

    proptest! {
        #[test]
        fn how_the_bytes_are_cut_makes_no_difference(bytes in proptest::collection::vec(any::<u8>(), 0..300), piece in 1_usize..40) {
            prop_assert_eq!(replay(&bytes, piece, LIMIT), replay(&bytes, usize::MAX, LIMIT));
        }

        #[test]
        fn what_is_sent_arrives(parts in proptest::collection::vec(".{0,40}", 1..5), piece in 1_usize..40, mask in any::<[u8; 4]>()) {
            let mut bytes = Vec::new();
            for (i, part) in parts.iter().enumerate() {
                let opcode = if i == 0 { Opcode::Text } else { Opcode::Continuation };
                bytes.extend(encode_masked(i + 1 == parts.len(), opcode, part.as_bytes(), mask));
            }
            let whole: String = parts.concat();
            prop_assert_eq!(replay(&bytes, piece, LIMIT), (vec![format!("{:?}", Event::Text(&whole))], None));
        }
    }
}
