//! Kept connections on which people ask for something by HTTP, each on its own, while the pages' load goes on in the same thread.
use crate::machine::now;
use anyhow::{Context, Result, bail};
use mio::{Events, Interest, Poll, Token, net::TcpStream};
use rehearsal::net::http::{self, Request, Response};
use std::{
    io::{ErrorKind, Read, Write},
    net::SocketAddr,
    time::{Duration, Instant},
};

/// Somebody's connection.
struct Line {
    socket: TcpStream,
    /// What could not be sent yet.
    out: Vec<u8>,
    /// What came of an answer.
    input: Vec<u8>,
}

/// Kept connections to a server.
pub struct Lines {
    poll: Poll,
    events: Events,
    host: String,
    lines: Vec<Line>,
    scratch: Vec<u8>,
}

/// An answer.
pub struct Heard {
    /// On which line.
    pub line: usize,
    /// What.
    pub response: Response,
    /// When its last byte was read.
    pub at: Instant,
}

impl Lines {
    /// So many connections.
    pub fn open(address: SocketAddr, number: usize) -> Result<Self> {
        let poll = Poll::new().context("waiting for answers")?;
        let mut lines = Vec::with_capacity(number);
        for place in 0..number {
            let mut socket = TcpStream::connect(address).context("connecting")?;
            socket.set_nodelay(true).context("connecting")?;
            let interest = Interest::READABLE | Interest::WRITABLE;
            poll.registry().register(&mut socket, Token(place), interest).context("watching a connection")?;
            lines.push(Line { socket, out: Vec::new(), input: Vec::new() });
        }
        let host = address.to_string();
        Ok(Self { poll, events: Events::with_capacity(1024), host, lines, scratch: vec![0; 256 * 1024] })
    }

    /// Sends a request on a line on which no answer is waited for.
    pub fn send(&mut self, line: usize, request: &Request) -> Result<()> {
        let bytes = request.bytes(&self.host);
        let line = self.lines.get_mut(line).context("a line")?;
        line.out.extend_from_slice(&bytes);
        line.flush()
    }

    /// The answers that have come by now.
    pub fn heard(&mut self) -> Result<Vec<Heard>> {
        match self.poll.poll(&mut self.events, Some(Duration::ZERO)) {
            Err(error) if error.kind() == ErrorKind::Interrupted => return Ok(Vec::new()),
            done => done.context("waiting for answers")?,
        }
        let mut heard = Vec::new();
        for event in &self.events {
            let place = event.token().0;
            let Some(line) = self.lines.get_mut(place) else { continue };
            line.flush()?;
            line.read(&mut self.scratch)?;
            let at = now();
            if let Some((response, took)) = http::read(&line.input, false)? {
                line.input.drain(..took);
                heard.push(Heard { line: place, response, at });
            }
        }
        Ok(heard)
    }
}

impl Line {
    fn flush(&mut self) -> Result<()> {
        let mut written = 0;
        while written < self.out.len() {
            match self.socket.write(&self.out[written..]) {
                Ok(n) => written += n,
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::NotConnected) => break,
                Err(e) => return Err(e).context("sending a request"),
            }
        }
        self.out.drain(..written);
        Ok(())
    }

    fn read(&mut self, scratch: &mut [u8]) -> Result<()> {
        loop {
            match self.socket.read(scratch) {
                Ok(0) => bail!("the server ended a connection"),
                Ok(n) => self.input.extend_from_slice(&scratch[..n]),
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::NotConnected) => return Ok(()),
                Err(e) => return Err(e).context("reading an answer"),
            }
        }
    }
}
