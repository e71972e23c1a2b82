//! Many requests over few kept connections, none of which blocks another.
use super::{
    NetError,
    http::{self, Request, Response},
    now,
};
use mio::{Events, Interest, Poll, Token, net::TcpStream};
use std::{
    collections::VecDeque,
    io::{ErrorKind, Read, Write},
    net::SocketAddr,
    time::{Duration, Instant},
};

/// How often a request is sent again after its connection was lost. A form carries its id: it is carried out once.
const TRIES: u32 = 6;
/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(120);

/// What becomes of a request that was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is done.
    Done,
    /// It is sent again, with the same id, after a while: the server said "too many" or "not now".
    Again(Duration),
}

/// An answer with its times.
#[derive(Debug)]
pub struct Answered {
    /// The request's place in the list.
    pub index: usize,
    /// The answer.
    pub response: Response,
    /// When this sending began.
    pub sent: Instant,
    /// When the answer was whole.
    pub at: Instant,
}

struct Job {
    index: usize,
    bytes: Vec<u8>,
    tries: u32,
    not_before: Option<Instant>,
}

struct Flight {
    job: Job,
    written: usize,
    since: Instant,
}

struct Line {
    stream: TcpStream,
    input: Vec<u8>,
    flight: Option<Flight>,
}

/// Kept connections to one server.
pub struct Pool {
    poll: Poll,
    events: Events,
    address: SocketAddr,
    host: String,
    lines: Vec<Option<Line>>,
    scratch: Vec<u8>,
}

impl Pool {
    /// At most `most` connections to a server.
    ///
    /// # Errors
    /// [`NetError::System`].
    pub fn new(address: SocketAddr, host: &str, most: usize) -> Result<Self, NetError> {
        let poll = Poll::new().map_err(NetError::system("waiting for answers"))?;
        let lines = (0..most.max(1)).map(|_| None).collect();
        let host = host.to_owned();
        Ok(Self { poll, events: Events::with_capacity(256), address, host, lines, scratch: vec![0; 64 * 1024] })
    }

    /// Sends all requests and hands each answer over as it comes.
    ///
    /// # Errors
    /// [`NetError`] when the server cannot be reached or stops answering.
    pub fn run(&mut self, requests: Vec<Request>, each: &mut dyn FnMut(Answered) -> Verdict) -> Result<(), NetError> {
        let job = |(index, r): (usize, Request)| Job { index, bytes: r.bytes(&self.host), tries: 0, not_before: None };
        let mut queue: VecDeque<Job> = requests.into_iter().enumerate().map(job).collect();
        loop {
            self.assign(&mut queue)?;
            if queue.is_empty() && self.lines.iter().flatten().all(|l| l.flight.is_none()) {
                return Ok(());
            }
            let wait = queue.iter().filter_map(|j| j.not_before).min().map(|at| at.saturating_duration_since(now()));
            let wait = wait.unwrap_or(Duration::from_secs(1)).clamp(Duration::from_millis(1), Duration::from_secs(1));
            match self.poll.poll(&mut self.events, Some(wait)) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                result => result.map_err(NetError::system("waiting for answers"))?,
            }
            let ready: Vec<usize> = self.events.iter().map(|e| e.token().0).collect();
            for place in ready {
                self.serve(place, &mut queue, each)?;
            }
            let lost = |l: &Line| l.flight.as_ref().is_some_and(|f| now().saturating_duration_since(f.since) > PATIENCE);
            if self.lines.iter().flatten().any(lost) {
                return Err(NetError::NoAnswer(format!("waited {} s", PATIENCE.as_secs())));
            }
        }
    }

    /// Gives waiting jobs to free connections.
    fn assign(&mut self, queue: &mut VecDeque<Job>) -> Result<(), NetError> {
        for place in 0..self.lines.len() {
            if self.lines[place].as_ref().is_some_and(|l| l.flight.is_some()) {
                continue;
            }
            let due = now();
            let Some(next) = queue.iter().position(|j| j.not_before.is_none_or(|at| at <= due)) else { return Ok(()) };
            let Some(job) = queue.remove(next) else { return Ok(()) };
            if self.lines[place].is_none() {
                let mut stream = TcpStream::connect(self.address).map_err(NetError::system("connecting"))?;
                let interest = Interest::READABLE | Interest::WRITABLE;
                let registered = self.poll.registry().register(&mut stream, Token(place), interest);
                registered.map_err(NetError::system("watching a connection"))?;
                self.lines[place] = Some(Line { stream, input: Vec::new(), flight: None });
            }
            let Some(line) = &mut self.lines[place] else { continue };
            line.flight = Some(Flight { job, written: 0, since: due });
            if line.write().is_err() {
                self.lose(place, queue)?;
            }
        }
        Ok(())
    }

    fn serve(
        &mut self,
        place: usize,
        queue: &mut VecDeque<Job>,
        each: &mut dyn FnMut(Answered) -> Verdict,
    ) -> Result<(), NetError> {
        let Some(line) = self.lines.get_mut(place).and_then(Option::as_mut) else { return Ok(()) };
        let ended = line.write().is_err() || line.read(&mut self.scratch);
        let whole = if line.flight.is_some() { http::read(&line.input, ended)? } else { None };
        if let Some((response, took)) = whole
            && let Some(flight) = line.flight.take()
        {
            line.input.drain(..took);
            let close = ended || !response.keep;
            let mut job = flight.job;
            match each(Answered { index: job.index, response, sent: flight.since, at: now() }) {
                Verdict::Done => {}
                Verdict::Again(after) => {
                    job.not_before = Some(now() + after);
                    queue.push_back(job);
                }
            }
            if close {
                self.drop_line(place);
            }
        } else if ended {
            self.lose(place, queue)?;
        }
        Ok(())
    }

    /// A connection was lost: what was under way is sent again over another.
    fn lose(&mut self, place: usize, queue: &mut VecDeque<Job>) -> Result<(), NetError> {
        let Some(flight) = self.drop_line(place) else { return Ok(()) };
        let mut job = flight.job;
        job.tries += 1;
        if job.tries > TRIES {
            return Err(NetError::NoAnswer(format!("the connection to {} was lost {TRIES} times", self.address)));
        }
        job.not_before = Some(now() + Duration::from_millis(50 * u64::from(job.tries)));
        queue.push_back(job);
        Ok(())
    }

    fn drop_line(&mut self, place: usize) -> Option<Flight> {
        let mut line = self.lines.get_mut(place)?.take()?;
        // A connection that is gone was forgotten by the system too.
        drop(self.poll.registry().deregister(&mut line.stream));
        line.flight
    }
}

impl Line {
    fn write(&mut self) -> std::io::Result<()> {
        let Some(flight) = &mut self.flight else { return Ok(()) };
        while flight.written < flight.job.bytes.len() {
            match self.stream.write(&flight.job.bytes[flight.written..]) {
                Ok(n) => flight.written += n,
                // Not connected yet, or the system's buffer is full: the next event says when to go on.
                Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::NotConnected) => return Ok(()),
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Err(e) => return Err(e),
            }
        }
        Ok(())
    }

    /// Reads all there is; true when the peer ended the connection.
    fn read(&mut self, scratch: &mut [u8]) -> bool {
        loop {
            match self.stream.read(scratch) {
                Ok(0) => return true,
                Ok(n) => self.input.extend_from_slice(&scratch[..n]),
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::NotConnected) => return false,
                Err(_) => return true,
            }
        }
    }
}
