//! The limit program: the same frames, made before, written to every socket in a loop by one thread that does nothing else.
//! Nothing that keeps pages current can do less; the server is held against it.
use crate::wire;
use anyhow::{Context, Result};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use std::{
    io::{BufRead, BufReader, ErrorKind, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

/// What the server sent at a change: the bytes of every page, each different one once.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Change {
    /// The different ones, in base64.
    pub bytes: Vec<String>,
    /// Which of them each page got; pages that got nothing have none.
    pub of: Vec<Option<u16>>,
}

impl Change {
    /// The same change as it was recorded page by page.
    pub fn of_pages(pages: &[Vec<u8>]) -> Self {
        let mut known = std::collections::HashMap::new();
        let mut change = Self::default();
        for bytes in pages {
            change.of.push((!bytes.is_empty()).then(|| {
                *known.entry(bytes.clone()).or_insert_with(|| {
                    change.bytes.push(STANDARD.encode(bytes));
                    (change.bytes.len() - 1) as u16
                })
            }));
        }
        change
    }
    /// Bytes of all pages together.
    pub fn total(&self) -> usize {
        let lengths: Vec<usize> = self.bytes.iter().map(|b| b.len() / 4 * 3).collect();
        self.of.iter().flatten().map(|i| lengths.get(usize::from(*i)).copied().unwrap_or_default()).sum()
    }
}

/// The different bytes of a change, and which of them each page gets.
type Decoded = (Vec<Vec<u8>>, Vec<Option<u16>>);

/// Serves the recorded changes: each line `NUMBER POSITION` of the control connection, the first that says `control`, is a change,
/// written with that position in the region `now`.
pub fn run(changes: &Path) -> Result<()> {
    let changes: Vec<Change> = serde_json::from_slice(&std::fs::read(changes)?).context("the recorded changes")?;
    let changes: Vec<Decoded> = changes
        .into_iter()
        .map(|c| Ok((c.bytes.iter().map(|b| STANDARD.decode(b)).collect::<Result<_, _>>()?, c.of)))
        .collect::<Result<_>>()?;
    let socket = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None)?;
    socket.bind(&std::net::SocketAddr::from(([127, 0, 0, 1], 0)).into())?;
    socket.listen(4096)?;
    let listener = TcpListener::from(socket);
    println!("{}", listener.local_addr()?);
    let pages: Arc<Mutex<Vec<Option<TcpStream>>>> = Arc::default();
    let (tell, control) = std::sync::mpsc::channel();
    let accepted = Arc::clone(&pages);
    std::thread::spawn(move || accept(&listener, &accepted, &tell));
    let control: TcpStream = control.recv().context("the control connection")?;
    for line in BufReader::new(control).lines() {
        let line = line?;
        let (number, position) = line.split_once(' ').context("an order")?;
        let (number, position): (usize, u64) = (number.parse()?, position.parse()?);
        let (bytes, of) = &changes[number % changes.len()];
        let bytes: Vec<Vec<u8>> = bytes.iter().map(|b| wire::with_position(b, b"now", position)).collect();
        let mut pages = pages.lock().unwrap_or_else(PoisonError::into_inner);
        for (page, of) in pages.iter_mut().zip(of) {
            let (Some(page), Some(of)) = (page, of) else { continue };
            let bytes = &bytes[usize::from(*of)];
            match page.write(bytes) {
                Ok(n) if n == bytes.len() => {}
                // A page whose socket is full misses a change here; the load counts that.
                Ok(_) => anyhow::bail!("a socket took a part"),
                Err(e) if e.kind() == ErrorKind::WouldBlock => {}
                Err(e) => return Err(e.into()),
            }
        }
    }
    Ok(())
}

fn accept(listener: &TcpListener, pages: &Mutex<Vec<Option<TcpStream>>>, tell: &std::sync::mpsc::Sender<TcpStream>) {
    for stream in listener.incoming() {
        let Ok(mut stream) = stream else { continue };
        let mut request = [0; 2048];
        let Ok(n) = stream.read(&mut request) else { continue };
        let text = String::from_utf8_lossy(&request[..n]);
        if text.starts_with("control") {
            drop(tell.send(stream));
            continue;
        }
        let number = text.split_once("/page/").and_then(|(_, rest)| rest.split(' ').next()).and_then(|n| n.parse::<usize>().ok());
        let Some(number) = number else { continue };
        let ready = stream
            .write_all(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")
            .and_then(|()| stream.set_nodelay(true))
            .and_then(|()| stream.set_nonblocking(true));
        if ready.is_ok() {
            let mut pages = pages.lock().unwrap_or_else(PoisonError::into_inner);
            if pages.len() <= number {
                pages.resize_with(number + 1, || None);
            }
            pages[number] = Some(stream);
        }
    }
}
