//! One live page: its socket, what it has, and what is on the way to it. Nothing else, ten thousand times.
use super::{Place, Viewer, frame::Carry, hub::Frame, slots::Seen};
use bytes::{Buf, Bytes};
use mio::net::TcpStream;
use rustls::ServerConnection;
use smallvec::SmallVec;
use std::{
    collections::VecDeque,
    io::{self, ErrorKind, IoSlice, Read, Write},
    sync::Arc,
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
        self.backlog.as_ref().is_none_or(|b| b.rest.is_empty() && b.waiting.is_empty())
            && self.tls.as_ref().is_none_or(|t| !t.wants_write())
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
            if let Some(tls) = &mut self.tls
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

    /// Writes what waits and then frames in one system call, as far as the socket takes them; nothing may be begun. Says how many of the frames
    /// were begun; none when the socket takes nothing now.
    pub fn write(&mut self, frames: &[Arc<Frame>], second: u32) -> io::Result<Option<usize>> {
        if self.tls.is_some() {
            return self.write_tls(frames, second);
        }
        let written = match frames {
            [frame] if self.backlog.is_none() => again(|| self.socket.write(&frame.bytes)),
            frames => {
                let mut slices = [IoSlice::new(&[]); 2 * super::MAX_REGIONS];
                let said = self.backlog.iter().flat_map(|b| &b.waiting).take(super::MAX_REGIONS);
                let all = said.chain(frames.iter().map(|f| &f.bytes));
                let count = slices.iter_mut().zip(all).map(|(slice, bytes)| *slice = IoSlice::new(bytes)).count();
                again(|| self.socket.write_vectored(&slices[..count]))
            }
        };
        match written {
            Ok(n) => {
                self.unwritable_since = 0;
                let begun = self.begun(n, frames);
                self.has_heard |= begun > 0;
                Ok(Some(begun))
            }
            Err(error) => self.held_up(error, second).map(|()| None),
        }
    }

    /// So many bytes are out: takes what they were off what waits, and keeps the rest of what they end in. Says how many frames they reached.
    fn begun(&mut self, mut written: usize, frames: &[Arc<Frame>]) -> usize {
        if let Some(backlog) = &mut self.backlog {
            for _ in 0..backlog.waiting.len().min(super::MAX_REGIONS) {
                if written == 0 {
                    return 0;
                }
                let Some(mut said) = backlog.waiting.pop_front() else { break };
                if written < said.len() {
                    said.advance(written);
                    backlog.rest = said;
                    return 0;
                }
                written -= said.len();
            }
            self.backlog.take_if(|b| b.waiting.is_empty());
        }
        for (i, frame) in frames.iter().enumerate() {
            if written < frame.bytes.len() {
                if written == 0 {
                    return i;
                }
                self.backlog.get_or_insert_default().rest = frame.bytes.slice(written..);
                return i + 1;
            }
            written -= frame.bytes.len();
        }
        frames.len()
    }

    fn write_tls(&mut self, frames: &[Arc<Frame>], second: u32) -> io::Result<Option<usize>> {
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
            self.encrypt(&said)?;
        }
        for frame in frames {
            if frame.bytes.len() > room {
                if room == TLS_RECORD {
                    self.backlog.get_or_insert_default().rest = frame.bytes.clone();
                    begun = 1;
                }
                break;
            }
            self.encrypt(&frame.bytes)?;
            room -= frame.bytes.len();
            begun += 1;
        }
        let is_out = self.finish(second)?;
        self.has_heard |= begun > 0;
        Ok((is_out || begun > 0).then_some(begun))
    }

    fn encrypt(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.tls.as_mut().map_or(Ok(()), |tls| tls.writer().write_all(bytes))
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
