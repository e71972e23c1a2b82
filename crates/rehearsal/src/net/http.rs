//! HTTP/1.1 as far as a client of the server needs it.
use super::NetError;

/// Largest answer that is read, in bytes.
const ANSWER_BYTES: usize = 64 * 1024 * 1024;
/// Most headers of an answer.
const HEADERS: usize = 64;

/// A request.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Address on the server, with its query.
    pub path: String,
    /// The cookie of the seat, or empty.
    pub cookie: String,
    /// An integrator's token, or empty.
    pub bearer: String,
    /// The idempotency key of an act of the programs' interface, or empty.
    pub key: String,
    /// Language asked for.
    pub language: &'static str,
    /// What is accepted as an answer.
    pub accept: &'static str,
    /// Body of a `POST`.
    pub body: String,
}

impl Request {
    /// Asks for a page.
    #[must_use]
    pub fn get(path: &str, cookie: &str) -> Self {
        Self {
            method: "GET",
            path: path.to_owned(),
            cookie: cookie.to_owned(),
            bearer: String::new(),
            key: String::new(),
            language: "en",
            accept: "text/html",
            body: String::new(),
        }
    }
    /// Sends a form, and wants the answer as JSON.
    #[must_use]
    pub fn post(path: &str, cookie: &str, body: &str) -> Self {
        Self { method: "POST", accept: "application/json", body: body.to_owned(), ..Self::get(path, cookie) }
    }
    /// Asks the programs' interface, with an integrator's token.
    #[must_use]
    pub fn api(path: &str, token: &str) -> Self {
        Self { bearer: token.to_owned(), accept: "application/json", ..Self::get(path, "") }
    }
    /// Carries out an act of the programs' interface that needs no token, under this key.
    #[must_use]
    pub fn open_act(name: &str, key: &str, body: &str) -> Self {
        Self { key: key.to_owned(), ..Self::post(&format!("/api/v1/acts/{name}"), "", body) }
    }
    /// In another language than English.
    #[must_use]
    pub const fn speaking(mut self, language: &'static str) -> Self {
        self.language = language;
        self
    }

    /// The bytes to send to `host`.
    #[must_use]
    pub fn bytes(&self, host: &str) -> Vec<u8> {
        let mut out = format!(
            "{} {} HTTP/1.1\r\nhost: {host}\r\naccept: {}\r\naccept-language: {}\r\n",
            self.method, self.path, self.accept, self.language
        );
        if !self.cookie.is_empty() {
            out.push_str(&format!("cookie: {}\r\n", self.cookie));
        }
        if !self.bearer.is_empty() {
            out.push_str(&format!("authorization: Bearer {}\r\n", self.bearer));
        }
        if !self.key.is_empty() {
            out.push_str(&format!("idempotency-key: {}\r\n", self.key));
        }
        if self.method == "POST" {
            out.push_str(&format!(
                "origin: http://{host}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n",
                self.body.len()
            ));
        }
        out.push_str("\r\n");
        out.push_str(&self.body);
        out.into_bytes()
    }
}

/// An answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// Its status.
    pub status: u16,
    /// The first `name=value` of its `Set-Cookie`.
    pub cookie: Option<String>,
    /// Its body.
    pub body: Vec<u8>,
    /// Whether the connection may be used again.
    pub keep: bool,
}

impl Response {
    /// The body as text.
    #[must_use]
    pub fn text(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }
    /// The body as JSON; null when it is none.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

enum Length {
    Known(usize),
    Chunked,
    /// Until the connection ends.
    Open,
}

/// Reads an answer from what has arrived; none while it is incomplete. `ended` says that the peer will send no more.
/// With the answer comes how many bytes it took.
///
/// # Errors
/// [`NetError::Garbled`].
pub fn read(bytes: &[u8], ended: bool) -> Result<Option<(Response, usize)>, NetError> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut head = httparse::Response::new(&mut headers);
    let start = match head.parse(bytes) {
        Ok(httparse::Status::Complete(start)) => start,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(error) => return Err(NetError::Garbled(error.to_string())),
    };
    let mut answer = Response { status: head.code.unwrap_or_default(), keep: true, ..Response::default() };
    let mut length = Length::Open;
    for header in head.headers.iter() {
        let value = std::str::from_utf8(header.value).unwrap_or_default().trim();
        match header.name.to_ascii_lowercase().as_str() {
            "content-length" => {
                let n: usize = value.parse().map_err(|_| NetError::Garbled(format!("a length of {value}")))?;
                length = Length::Known(n);
            }
            "transfer-encoding" if value.eq_ignore_ascii_case("chunked") => length = Length::Chunked,
            "connection" if value.eq_ignore_ascii_case("close") => answer.keep = false,
            "set-cookie" if answer.cookie.is_none() => answer.cookie = value.split(';').next().map(str::to_owned),
            _ => {}
        }
    }
    if bytes.len() > ANSWER_BYTES {
        return Err(NetError::Garbled("an answer larger than any of the server's".to_owned()));
    }
    let rest = &bytes[start..];
    // Answers without a body by their status end with their headers.
    if answer.status < 200 || matches!(answer.status, 204 | 304) {
        return Ok(Some((answer, start)));
    }
    match length {
        Length::Known(n) if rest.len() < n => Ok(None),
        Length::Known(n) => {
            answer.body = rest[..n].to_vec();
            Ok(Some((answer, start + n)))
        }
        Length::Chunked => Ok(chunks(rest)?.map(|(body, took)| (Response { body, ..answer }, start + took))),
        Length::Open if !ended => Ok(None),
        Length::Open => {
            answer.body = rest.to_vec();
            answer.keep = false;
            Ok(Some((answer, bytes.len())))
        }
    }
}

fn chunks(mut rest: &[u8]) -> Result<Option<(Vec<u8>, usize)>, NetError> {
    let (whole, mut body) = (rest.len(), Vec::new());
    loop {
        match httparse::parse_chunk_size(rest) {
            Ok(httparse::Status::Complete((start, size))) => {
                let size = usize::try_from(size).unwrap_or(usize::MAX).min(ANSWER_BYTES);
                if rest.len() < start + size + 2 {
                    return Ok(None);
                }
                body.extend_from_slice(&rest[start..start + size]);
                rest = &rest[start + size + 2..];
                if size == 0 {
                    return Ok(Some((body, whole - rest.len())));
                }
            }
            Ok(httparse::Status::Partial) => return Ok(None),
            Err(_) => return Err(NetError::Garbled("a chunk's size".to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn an_answer_is_read_when_it_is_whole() {
        let bytes = b"HTTP/1.1 200 OK\r\nset-cookie: seat-1=a.b; Path=/as/seat-1\r\ncontent-length: 5\r\n\r\nhelloHTTP/1.1";
        assert_eq!(read(&bytes[..bytes.len() - 9], false).unwrap(), None);
        let (answer, took) = read(bytes, false).unwrap().unwrap();
        assert_eq!((answer.status, answer.cookie.as_deref(), answer.body.as_slice()), (200, Some("seat-1=a.b"), &b"hello"[..]));
        assert_eq!(took, bytes.len() - 8);
    }
    #[test]
    fn chunks_are_joined() {
        let bytes = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n3\r\n, a\r\n0\r\n\r\n";
        let (answer, took) = read(bytes, false).unwrap().unwrap();
        assert_eq!((answer.text().as_ref(), took), ("hello, a", bytes.len()));
        assert_eq!(read(&bytes[..bytes.len() - 3], false).unwrap(), None);
    }
    #[test]
    fn a_form_is_sent_from_the_servers_own_origin() {
        let sent = String::from_utf8(Request::post("/as/seat-1/act/x", "seat-1=s", "a=b").bytes("127.0.0.1:1")).unwrap();
        assert!(sent.starts_with("POST /as/seat-1/act/x HTTP/1.1\r\n") && sent.ends_with("\r\n\r\na=b"));
        assert!(sent.contains("origin: http://127.0.0.1:1\r\n") && sent.contains("content-length: 3\r\n"));
    }
    #[test]
    fn what_is_no_answer_is_said() {
        assert!(read(b"SSH-2.0\r\n\r\n", false).is_err());
    }
}
