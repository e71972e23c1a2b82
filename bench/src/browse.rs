//! One browser that loads pages over a kept connection and notes when the first byte came.
use crate::machine::now;
use anyhow::{Context, Result, bail};
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// An answer with its time.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Its status.
    pub status: u16,
    /// Milliseconds from the request to the first byte of the answer.
    pub first_byte_ms: f64,
    /// Milliseconds to its last byte.
    pub whole_ms: f64,
    /// Bytes of the body as they were sent.
    pub sent_bytes: usize,
    /// The headers, each a line in small letters.
    pub head: String,
    /// The body, as it was sent.
    pub body: Vec<u8>,
}

/// A kept connection.
pub struct Browser {
    address: SocketAddr,
    stream: TcpStream,
}

impl Browser {
    /// Connects.
    pub fn new(address: SocketAddr) -> Result<Self> {
        Ok(Self { address, stream: connect(address)? })
    }

    /// Asks for something; `more` are further headers, each with its line end.
    pub fn get(&mut self, path: &str, cookie: &str, more: &str) -> Result<Loaded> {
        let cookie = if cookie.is_empty() { String::new() } else { format!("cookie: {cookie}\r\n") };
        self.ask(format!("GET {path} HTTP/1.1\r\nhost: {}\r\n{cookie}{more}\r\n", self.address).as_bytes())
    }

    /// Sends something.
    pub fn post(&mut self, path: &str, cookie: &str, kind: &str, body: &[u8]) -> Result<Loaded> {
        let host = self.address;
        let mut request = format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: {cookie}\r\naccept: text/html\r\n\
             content-type: {kind}\r\ncontent-length: {}\r\n\r\n",
            body.len()
        )
        .into_bytes();
        request.extend_from_slice(body);
        self.ask(&request)
    }

    fn ask(&mut self, request: &[u8]) -> Result<Loaded> {
        let start = now();
        let since = || now().saturating_duration_since(start).as_secs_f64() * 1000.0;
        self.stream.write_all(request).context("asking")?;
        let mut bytes = Vec::with_capacity(64 * 1024);
        let mut buffer = [0u8; 64 * 1024];
        let mut loaded = Loaded::default();
        loop {
            let n = match self.stream.read(&mut buffer) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                read => read.context("reading an answer")?,
            };
            if n == 0 {
                bail!("the server closed the connection");
            }
            if bytes.is_empty() {
                loaded.first_byte_ms = since();
            }
            bytes.extend_from_slice(&buffer[..n]);
            if let Some(end) = bytes.windows(4).position(|w| w == b"\r\n\r\n") {
                let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
                if let Some(body) = body(&head, &bytes[end + 4..])? {
                    loaded.whole_ms = since();
                    loaded.status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).context("a status")?;
                    loaded.sent_bytes = body.len();
                    loaded.head = head;
                    loaded.body = body;
                    break;
                }
            }
        }
        if loaded.head.contains("connection: close") {
            self.stream = connect(self.address)?;
        }
        Ok(loaded)
    }
}

fn connect(address: SocketAddr) -> Result<TcpStream> {
    let stream = TcpStream::connect(address).context("connecting")?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    Ok(stream)
}

/// The body, once all of it has come.
fn body(head: &str, bytes: &[u8]) -> Result<Option<Vec<u8>>> {
    let header = |name: &str| head.lines().find_map(|l| l.strip_prefix(name)).map(str::trim);
    if let Some(length) = header("content-length:") {
        let length: usize = length.parse().context("a length")?;
        return Ok((bytes.len() >= length).then(|| bytes[..length].to_vec()));
    }
    if header("transfer-encoding:").is_none() {
        return Ok(Some(Vec::new()));
    }
    let (mut out, mut rest) = (Vec::new(), bytes);
    loop {
        let Some(end) = rest.windows(2).position(|w| w == b"\r\n") else { return Ok(None) };
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end])?.trim(), 16).context("a chunk's size")?;
        let Some(chunk) = rest.get(end + 2..end + 2 + size) else { return Ok(None) };
        if size == 0 {
            return Ok(Some(out));
        }
        out.extend_from_slice(chunk);
        let Some(next) = rest.get(end + 4 + size..) else { return Ok(None) };
        rest = next;
    }
}
