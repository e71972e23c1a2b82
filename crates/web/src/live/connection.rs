//! One live page: its socket, what it has, and what is on the way to it. Nothing else, ten thousand times.
use super::{MAX_REGIONS, Place, Viewer, frame::Carry, slots::Seen};
use bytes::{Buf, Bytes};
use mio::net::TcpStream;
use rustls::ServerConnection;
use smallvec::SmallVec;
use std::{
    collections::VecDeque,
    io::{self, ErrorKind, Read, Write},
};

/// Answers that may wait for one page; one that reads none of them is closed.
const MAX_WAITING: usize = 64;
/// What is given to TLS at once: one record.
const TLS_RECORD: usize = 16 * 1024;

/// How a connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// It is in use.
    Open,
    /// What waits is still written, then the writing side is shut.
    Closing,
    /// The same, and the page has said its own goodbye: nothing more can come from it.
    Parting,
    /// Everything is written; the peer may read it until it closes too or the second (of the shard's clock) has come.
    Lingering(u32),
}

/// What a read brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Got {
    /// So many bytes, and there may be more.
    Bytes(usize),
    /// Nothing for now.
    Nothing,
    /// The peer has closed.
    End,
}

/// What a page has not taken yet.
#[derive(Default)]
struct Backlog {
    /// What TLS has sealed and the socket has not taken; comes before everything else.
    sealed: Bytes,
    /// What could not be written of the frame that was begun.
    rest: Bytes,
    /// Answers and the like, in their order.
    waiting: VecDeque<Bytes>,
}

pub(super) struct Connection {
    pub socket: TcpStream,
    tls: Option<Box<ServerConnection>>,
    /// A delegate's page has five; they stand in the connection itself, since every visit looks at them.
    pub regions: SmallVec<[Seen; 5]>,
    /// Most pages have none at most times.
    backlog: Option<Box<Backlog>>,
    pub carry: Option<Box<Carry>>,
    pub viewer: Viewer,
    pub serial: u64,
    pub phase: Phase,
    /// Whether it can inflate what is sent to it packed.
    pub inflates: bool,
    /// Since which second it takes nothing; 0 for never mind.
    pub unwritable_since: u32,
    /// Presses without an answer.
    pub presses: u16,
    /// Messages since the last heartbeat.
    pub messages: u16,
    /// Whether a rendering was written since the last heartbeat: it is as good a sign of life.
    pub has_heard: bool,
    _place: Place,
}

impl Connection {
    pub fn new(socket: TcpStream, tls: Option<ServerConnection>, viewer: Viewer, serial: u64, place: Place) -> Self {
        let tls = tls.map(|mut tls| {
            // One record is given to it at a time; its own limit would cut frames in two.
            tls.set_buffer_limit(None);
            Box::new(tls)
        });
        Self {
            socket,
            tls,
            regions: SmallVec::new(),
            backlog: None,
            carry: None,
            viewer,
            serial,
            phase: Phase::Open,
            inflates: false,
            unwritable_since: 0,
            presses: 0,
            messages: 0,
            has_heard: false,
            _place: place,
        }
    }

    /// Puts an answer, a pong or a close behind what waits; false when too much waits.
    pub fn say(&mut self, bytes: Bytes) -> bool {
        let waiting = &mut self.backlog.get_or_insert_default().waiting;
        waiting.push_back(bytes);
        waiting.len() <= MAX_WAITING
    }

    /// Whether there is something to write as soon as the socket takes it: what was begun, what waits, or renderings it did not take.
    pub fn wants_to_write(&self) -> bool {
        self.unwritable_since != 0 || !self.is_idle()
    }

    /// Whether everything begun is written.
    pub fn is_idle(&self) -> bool {
        self.is_free() && !self.has_said()
    }

    /// Writes what was begun and what waits. True when all of it is out.
    pub fn drain(&mut self, second: u32) -> io::Result<bool> {
        loop {
            if !self.finish(second)? {
                return Ok(false);
            }
            let Some(backlog) = &mut self.backlog else { return Ok(true) };
            let Some(next) = backlog.waiting.pop_front() else { return Ok(true) };
            backlog.rest = next;
        }
    }

    /// Writes the rest of what was begun. True when all of it is out.
    pub fn finish(&mut self, second: u32) -> io::Result<bool> {
        loop {
            if let Some(backlog) = self.backlog.as_mut().filter(|b| !b.sealed.is_empty()) {
                match again(|| self.socket.write(&backlog.sealed)) {
                    Ok(0) => return Err(ErrorKind::WriteZero.into()),
                    Ok(n) => {
                        backlog.sealed.advance(n);
                        self.unwritable_since = 0;
                    }
                    Err(error) => return self.held_up(error, second).map(|()| false),
                }
            } else if let Some(tls) = &mut self.tls
                && tls.wants_write()
            {
                match again(|| tls.write_tls(&mut self.socket)) {
                    Ok(0) => return Err(ErrorKind::WriteZero.into()),
                    Ok(_) => self.unwritable_since = 0,
                    Err(error) => return self.held_up(error, second).map(|()| false),
                }
            } else if let Some(backlog) = self.backlog.as_mut().filter(|b| !b.rest.is_empty()) {
                let written = match &mut self.tls {
                    Some(tls) => tls.writer().write(&backlog.rest[..backlog.rest.len().min(TLS_RECORD)]),
                    None => again(|| self.socket.write(&backlog.rest)),
                };
                match written {
                    Ok(0) => return Err(ErrorKind::WriteZero.into()),
                    Ok(n) => {
                        backlog.rest.advance(n);
                        self.unwritable_since = 0;
                    }
                    Err(error) => return self.held_up(error, second).map(|()| false),
                }
            } else {
                // Empty buffers may still hold on to memory.
                self.backlog.take_if(|b| b.waiting.is_empty());
                return Ok(true);
            }
        }
    }

    fn held_up(&mut self, error: io::Error, second: u32) -> io::Result<()> {
        if error.kind() != ErrorKind::WouldBlock {
            return Err(error);
        }
        if self.unwritable_since == 0 {
            self.unwritable_since = second.max(1);
        }
        Ok(())
    }

    /// Whether nothing was begun, so that what waits and what it lacks may be written.
    pub fn is_free(&self) -> bool {
        self.backlog.as_ref().is_none_or(|b| b.rest.is_empty() && b.sealed.is_empty())
            && self.tls.as_ref().is_none_or(|t| !t.wants_write())
    }

    /// Whether it has no TLS session.
    pub const fn is_plain(&self) -> bool {
        self.tls.is_none()
    }

    /// Whether answers and the like wait for it.
    pub fn has_said(&self) -> bool {
        self.backlog.as_ref().is_some_and(|b| !b.waiting.is_empty())
    }

    /// What waits for it, as much of it as is written at once.
    pub fn said(&self) -> impl Iterator<Item = &Bytes> {
        self.backlog.iter().flat_map(|b| &b.waiting).take(MAX_REGIONS)
    }

    /// So it went when what was [`Connection::said`] and then these frames were sent: takes what is out off what waits, and keeps the rest of
    /// what it ends in. Says how many frames were begun; none when the socket takes nothing now.
    ///
    /// # Errors
    /// When nothing can be sent to it any more.
    pub fn sent<'a>(
        &mut self,
        sent: io::Result<usize>,
        frames: impl ExactSizeIterator<Item = &'a Bytes>,
        second: u32,
    ) -> io::Result<usize> {
        let mut written = match sent {
            Ok(written) => written,
            Err(error) => return self.held_up(error, second).map(|()| 0),
        };
        self.unwritable_since = 0;
        if let Some(backlog) = &mut self.backlog {
            for _ in 0..backlog.waiting.len().min(MAX_REGIONS) {
                if written == 0 {
                    return Ok(0);
                }
                let Some(mut said) = backlog.waiting.pop_front() else { break };
                if written < said.len() {
                    said.advance(written);
                    backlog.rest = said;
                    return Ok(0);
                }
                written -= said.len();
            }
            self.backlog.take_if(|b| b.waiting.is_empty());
        }
        let all = frames.len();
        for (i, bytes) in frames.enumerate() {
            if written < bytes.len() {
                if written == 0 {
                    return Ok(i);
                }
                self.backlog.get_or_insert_default().rest = bytes.slice(written..);
                return Ok(i + 1);
            }
            written -= bytes.len();
        }
        Ok(all)
    }

    /// Has TLS seal what waits and then frames, as many as one record holds, and puts that behind `sealed`. Says how many of the frames were
    /// begun. One that is larger than a record is begun alone, and [`Connection::finish`] goes on with it. Nothing without TLS.
    ///
    /// # Errors
    /// When TLS refuses.
    pub fn seal<'a>(&mut self, frames: impl Iterator<Item = &'a Bytes>, sealed: &mut Vec<u8>) -> io::Result<usize> {
        let Some(tls) = &mut self.tls else { return Ok(0) };
        let mut begun = 0;
        let mut room = TLS_RECORD;
        while let Some(backlog) = &mut self.backlog
            && let Some(said) = backlog.waiting.pop_front_if(|said| said.len() <= room || room == TLS_RECORD)
        {
            if said.len() > room {
                backlog.rest = said;
                room = 0;
                break;
            }
            room -= said.len();
            tls.writer().write_all(&said)?;
        }
        for bytes in frames {
            if bytes.len() > room {
                if room == TLS_RECORD {
                    self.backlog.get_or_insert_default().rest = bytes.clone();
                    begun = 1;
                }
                break;
            }
            room -= bytes.len();
            tls.writer().write_all(bytes)?;
            begun += 1;
        }
        while tls.wants_write() {
            tls.write_tls(sealed)?;
        }
        Ok(begun)
    }

    /// So it went when what TLS had sealed was sent: keeps the rest.
    ///
    /// # Errors
    /// When nothing can be sent to it any more.
    pub fn sent_sealed(&mut self, sent: io::Result<usize>, sealed: &[u8], second: u32) -> io::Result<()> {
        let written = match sent {
            Ok(written) => {
                self.unwritable_since = 0;
                written
            }
            Err(error) => {
                self.held_up(error, second)?;
                0
            }
        };
        if let Some(rest) = sealed.get(written..).filter(|rest| !rest.is_empty()) {
            self.backlog.get_or_insert_default().sealed = Bytes::copy_from_slice(rest);
        } else {
            // Empty buffers may still hold on to memory.
            self.backlog.take_if(|b| b.rest.is_empty() && b.waiting.is_empty());
        }
        Ok(())
    }

    /// Reads into `scratch`.
    pub fn read(&mut self, scratch: &mut [u8]) -> io::Result<Got> {
        let Some(tls) = &mut self.tls else { return got(again(|| self.socket.read(scratch))) };
        loop {
            match tls.reader().read(scratch) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                read => return got(read),
            }
            match again(|| tls.read_tls(&mut self.socket)) {
                Ok(0) => return Ok(Got::End),
                Ok(_) => {}
                Err(error) => return got(Err(error)),
            }
            if let Err(error) = tls.process_new_packets() {
                // The alert is worth one try.
                let _ = tls.write_tls(&mut self.socket);
                return Err(io::Error::new(ErrorKind::InvalidData, error));
            }
        }
    }

    /// Says the end of what is written, once everything is out.
    pub fn shut(&mut self, second: u32) {
        if let Some(tls) = &mut self.tls {
            tls.send_close_notify();
            let _ = tls.write_tls(&mut self.socket);
        }
        let _ = self.socket.shutdown(std::net::Shutdown::Write);
        self.phase = Phase::Lingering(second + 2);
    }
}

fn got(read: io::Result<usize>) -> io::Result<Got> {
    match read {
        Ok(0) => Ok(Got::End),
        Ok(n) => Ok(Got::Bytes(n)),
        Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(Got::Nothing),
        Err(error) => Err(error),
    }
}

/// Calls again what a signal interrupted.
fn again<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_pages_take_little() {
        // With the lists' spare room this keeps a page well under a kilobyte.
        assert!(size_of::<Connection>() <= 224, "{}", size_of::<Connection>());
        assert_eq!(size_of::<Seen>(), 16);
    }
}
