//! WebSocket frames (RFC 6455) as a client sends and reads them.
use super::NetError;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha1::{Digest as _, Sha1};

/// Largest frame that is read, in bytes.
pub const FRAME_BYTES: usize = 16 * 1024 * 1024;

/// What a frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text message, whole or its beginning.
    Text,
    /// The rest of a message.
    More,
    /// Asks for a pong.
    Ping,
    /// Answers a ping.
    Pong,
    /// Ends the connection.
    Close,
    /// A binary message.
    Binary,
}

/// One frame within what has arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame<'a> {
    /// What it is.
    pub kind: Kind,
    /// Whether its message ends with it.
    pub last: bool,
    /// What it carries.
    pub payload: &'a [u8],
    /// How many bytes it took.
    pub took: usize,
}

/// The first frame of what has arrived; none while it is incomplete.
///
/// # Errors
/// [`NetError::Garbled`] for a masked frame, an unknown kind, or one over [`FRAME_BYTES`].
pub fn read(bytes: &[u8]) -> Result<Option<Frame<'_>>, NetError> {
    let garbled = |what: &str| Err(NetError::Garbled(what.to_owned()));
    let [first, second, ..] = *bytes else { return Ok(None) };
    if second & 0x80 != 0 || first & 0x70 != 0 {
        return garbled("a frame as no server sends it");
    }
    let big = |range: std::ops::Range<usize>| bytes.get(range).map(|b| b.iter().fold(0u64, |n, b| n << 8 | u64::from(*b)));
    let (length, start) = match second & 0x7f {
        126 => (big(2..4), 4),
        127 => (big(2..10), 10),
        n => (Some(u64::from(n)), 2),
    };
    let Some(length) = length else { return Ok(None) };
    let Ok(length) = usize::try_from(length) else { return garbled("a frame's length") };
    if length > FRAME_BYTES {
        return garbled("a frame larger than any of the server's");
    }
    let kind = match first & 0x0f {
        0 => Kind::More,
        1 => Kind::Text,
        2 => Kind::Binary,
        8 => Kind::Close,
        9 => Kind::Ping,
        10 => Kind::Pong,
        _ => return garbled("an unknown kind of frame"),
    };
    let Some(payload) = bytes.get(start..start + length) else { return Ok(None) };
    Ok(Some(Frame { kind, last: first & 0x80 != 0, payload, took: start + length }))
}

/// A frame as a client sends it: whole and masked.
#[must_use]
pub fn masked(kind: Kind, payload: &[u8], mask: u32) -> Vec<u8> {
    let code = match kind {
        Kind::More => 0,
        Kind::Text => 1,
        Kind::Binary => 2,
        Kind::Close => 8,
        Kind::Ping => 9,
        Kind::Pong => 10,
    };
    let mut out = Vec::with_capacity(payload.len() + 14);
    out.push(0x80 | code);
    match payload.len() {
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
    let mask = mask.to_be_bytes();
    out.extend_from_slice(&mask);
    out.extend(payload.iter().zip(mask.iter().cycle()).map(|(b, m)| b ^ m));
    out
}

/// The handshake's request. `key` is 16 bytes of the client's choice.
#[must_use]
pub fn handshake(host: &str, path: &str, cookie: &str, key: [u8; 16]) -> Vec<u8> {
    format!(
        "GET {path} HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: {cookie}\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\
         sec-websocket-version: 13\r\nsec-websocket-key: {}\r\n\r\n",
        STANDARD.encode(key)
    )
    .into_bytes()
}

/// What the server must answer to a key.
#[must_use]
pub fn accept(key: [u8; 16]) -> String {
    let mut hash = Sha1::new();
    hash.update(STANDARD.encode(key));
    hash.update("258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    STANDARD.encode(hash.finalize())
}

/// Reads the handshake's answer; none while it is incomplete, else how many bytes it took.
///
/// # Errors
/// [`NetError::Garbled`] when the server did not switch protocols for this key.
pub fn accepted(bytes: &[u8], key: [u8; 16]) -> Result<Option<usize>, NetError> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut head = httparse::Response::new(&mut headers);
    match head.parse(bytes) {
        Ok(httparse::Status::Partial) => Ok(None),
        Ok(httparse::Status::Complete(took)) => {
            let expected = accept(key);
            let fits = |h: &&mut httparse::Header<'_>| {
                h.name.eq_ignore_ascii_case("sec-websocket-accept") && h.value == expected.as_bytes()
            };
            if head.code == Some(101) && head.headers.iter_mut().any(|h| fits(&h)) {
                return Ok(Some(took));
            }
            Err(NetError::Garbled(format!("a live page was refused with status {}", head.code.unwrap_or_default())))
        }
        Err(error) => Err(NetError::Garbled(error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn from_server(kind: u8, payload: &[u8]) -> Vec<u8> {
        // What a client sends, unmasked: mask 0 and its four bytes taken out.
        let sent = masked(Kind::Text, payload, 0);
        let head = sent.len() - payload.len() - 4;
        let mut out = sent[..head].to_vec();
        out[0] = 0x80 | kind;
        out[1] &= 0x7f;
        out.extend_from_slice(payload);
        out
    }

    #[test]
    fn frames_of_every_length_are_read() {
        for length in [0, 1, 125, 126, 65_535, 65_536] {
            let payload = vec![7u8; length];
            let mut bytes = from_server(1, &payload);
            let whole = bytes.len();
            assert_eq!(read(&bytes[..whole - 1]).unwrap(), None, "{length}");
            bytes.extend_from_slice(b"next");
            let frame = read(&bytes).unwrap().unwrap();
            assert_eq!((frame.kind, frame.last, frame.payload.len(), frame.took), (Kind::Text, true, length, whole));
        }
    }
    #[test]
    fn what_a_client_sends_is_masked() {
        // The example of RFC 6455, section 5.7.
        assert_eq!(masked(Kind::Text, b"Hello", 0x37fa_213d), [0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58]);
        assert!(read(&masked(Kind::Text, b"Hello", 1)).is_err());
        assert!(read(&[0x83, 0]).is_err());
    }
    #[test]
    fn the_handshake_is_checked() {
        // The example of RFC 6455, section 1.3.
        let key: [u8; 16] = *b"the sample nonce";
        assert_eq!(accept(key), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        let answer = b"HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\nrest";
        assert_eq!(accepted(answer, key).unwrap(), Some(answer.len() - 4));
        assert_eq!(accepted(&answer[..20], key).unwrap(), None);
        assert!(accepted(answer, [0; 16]).is_err());
        assert!(accepted(b"HTTP/1.1 403 Forbidden\r\n\r\n", key).is_err());
    }
}
