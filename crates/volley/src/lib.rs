//! Bytes for many sockets, given to the system in one call.
//!
//! One change of a hall goes to ten thousand sockets, and what a call of its own costs for each of them is a tenth of all the time that
//! takes. Linux takes them together by `io_uring`, where it is allowed; elsewhere each socket has its call. Both ways write the same bytes
//! and give the same answers, at once: nothing is under way any more when [`Volley::fire`] returns.
//!
//! This is the only crate of the project with unsafe code, all of it in `ring.rs` (decision 0013).
#[cfg(target_os = "linux")]
mod ring;

use rustix::net::SendFlags;
use std::{
    io::{self, IoSlice},
    marker::PhantomData,
    os::fd::BorrowedFd,
};

/// What one socket is given.
#[derive(Clone, Copy, Debug)]
pub struct Shot<'a> {
    /// A stream socket. It is written without waiting, whether or not it is in non-blocking mode.
    pub socket: BorrowedFd<'a>,
    /// The bytes, in order.
    pub parts: &'a [IoSlice<'a>],
}

/// How bytes get to the sockets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// All of a volley in one system call.
    Together,
    /// One system call a socket.
    OneByOne,
}

/// Why volleys cannot go out together.
#[derive(Debug, thiserror::Error)]
#[error("this system does not take writes together: {0}")]
pub struct NotTogether(#[from] io::Error);

/// The way to the sockets. It stays on the thread that made it: when a ring is gone, the kernel interrupts whatever those who
/// used it wait for.
#[derive(Debug)]
pub struct Volley {
    #[cfg(target_os = "linux")]
    ring: Option<ring::Ring>,
    stays: PhantomData<*const ()>,
}

impl Volley {
    /// One call a socket; there is no system on which this fails.
    #[must_use]
    pub const fn one_by_one() -> Self {
        Self {
            #[cfg(target_os = "linux")]
            ring: None,
            stays: PhantomData,
        }
    }

    /// All of a volley together, tried out on a socket of its own before it is trusted.
    ///
    /// # Errors
    /// When the system has no `io_uring`, or forbids it, as containers often do.
    #[cfg(target_os = "linux")]
    pub fn together() -> Result<Self, NotTogether> {
        Ok(Self { ring: Some(ring::Ring::tried()?), stays: PhantomData })
    }

    /// Always an error: only Linux takes writes together.
    ///
    /// # Errors
    /// See above.
    #[cfg(not(target_os = "linux"))]
    pub fn together() -> Result<Self, NotTogether> {
        Err(NotTogether(io::ErrorKind::Unsupported.into()))
    }

    /// How the next volley goes out.
    #[must_use]
    pub const fn way(&self) -> Way {
        #[cfg(target_os = "linux")]
        if self.ring.is_some() {
            return Way::Together;
        }
        Way::OneByOne
    }

    /// Writes to each socket as much as it takes now. `outcomes` then says how many bytes that were, in the order of the shots: fewer than
    /// given when its buffer is full, [`io::ErrorKind::WouldBlock`] when it takes none. One socket's error says nothing about the others.
    pub fn fire(&mut self, shots: &[Shot<'_>], outcomes: &mut Vec<io::Result<usize>>) {
        outcomes.clear();
        #[cfg(target_os = "linux")]
        if shots.len() > 1 {
            for some in shots.chunks(ring::SIZE) {
                // When it fails, those that have no outcome were not written; from now on each has its call.
                let Some(ring) = self.ring.take() else { break };
                self.ring = ring.fire(some, outcomes).ok();
            }
        }
        let rest = shots.get(outcomes.len()..).unwrap_or_default();
        outcomes.extend(rest.iter().map(one));
    }
}

/// Writes to one socket in a call of its own.
fn one(shot: &Shot<'_>) -> io::Result<usize> {
    let flags = SendFlags::DONTWAIT | SendFlags::NOSIGNAL;
    loop {
        let sent = match shot.parts {
            [part] => rustix::net::send(shot.socket, part, flags),
            parts => rustix::net::sendmsg(shot.socket, parts, &mut rustix::net::SendAncillaryBuffer::default(), flags),
        };
        match sent {
            Err(rustix::io::Errno::INTR) => {}
            sent => return sent.map_err(io::Error::from),
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::{
        io::Read,
        net::{TcpListener, TcpStream},
        os::fd::AsFd,
    };

    /// The ways that this system has: a container may forbid the first.
    fn ways() -> Vec<Volley> {
        let together = Volley::together();
        if let Err(error) = &together {
            eprintln!("tried one by one alone: {error}");
        }
        let ways: Vec<Volley> = together.into_iter().chain([Volley::one_by_one()]).collect();
        assert!(ways.iter().rev().map(Volley::way).eq([Way::OneByOne, Way::Together].into_iter().take(ways.len())));
        ways
    }

    fn pairs(count: usize) -> Vec<(TcpStream, TcpStream)> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let pair = |_| (TcpStream::connect(listener.local_addr().unwrap()).unwrap(), listener.accept().unwrap().0);
        (0..count).map(pair).collect()
    }

    /// What is written, and what each outcome says of it.
    fn fired(volley: &mut Volley, sockets: &[&TcpStream], parts: &[Vec<&[u8]>]) -> Vec<Result<usize, io::ErrorKind>> {
        let slices: Vec<Vec<IoSlice<'_>>> =
            parts.iter().map(|parts| parts.iter().map(|part| IoSlice::new(part)).collect()).collect();
        let shots: Vec<Shot<'_>> =
            sockets.iter().zip(&slices).map(|(socket, parts)| Shot { socket: socket.as_fd(), parts }).collect();
        let mut outcomes = Vec::new();
        volley.fire(&shots, &mut outcomes);
        outcomes.iter().map(|outcome| outcome.as_ref().copied().map_err(io::Error::kind)).collect()
    }

    #[test]
    fn each_socket_gets_its_own_bytes_in_order() {
        for mut volley in ways() {
            // More than one call takes, and not a multiple of it.
            let pairs = pairs(70);
            let own: Vec<String> = (0..pairs.len()).map(|nth| format!("page {nth};")).collect();
            let sockets: Vec<&TcpStream> = pairs.iter().map(|(here, _)| here).collect();
            let parts: Vec<Vec<&[u8]>> = own
                .iter()
                .enumerate()
                .map(|(nth, own)| match nth % 3 {
                    0 => vec![own.as_bytes()],
                    1 => vec![own.as_bytes(), b"and ", b"", b"more"],
                    _ => Vec::new(),
                })
                .collect();
            let expected: Vec<Vec<u8>> = parts.iter().map(|parts| parts.concat()).collect();
            assert_eq!(fired(&mut volley, &sockets, &parts), expected.iter().map(|bytes| Ok(bytes.len())).collect::<Vec<_>>());
            for ((_, mut there), expected) in pairs.into_iter().zip(expected) {
                there.set_nonblocking(true).unwrap();
                let mut arrived = [0; 64];
                let count = there.read(&mut arrived).unwrap_or_default();
                assert_eq!(arrived[..count], expected);
            }
        }
    }

    #[test]
    fn a_socket_that_is_full_or_gone_keeps_nothing_from_the_others() {
        for mut volley in ways() {
            let pairs = pairs(3);
            let big = vec![7; 64 << 20];
            // The first one's buffer is filled, and the second one's peer goes while something is unread, which resets the connection.
            let full = fired(&mut volley, &[&pairs[0].0, &pairs[1].0], &[vec![&big], vec![b"unread"]]);
            assert!(matches!(full[..], [Ok(some), Ok(6)] if some > 0 && some < big.len()), "{full:?}");
            pairs[1].0.set_nodelay(true).unwrap();
            pairs[1].1.peek(&mut [0; 6]).unwrap();
            let [(first, _first), (second, gone), (third, mut there)] = <[_; 3]>::try_from(pairs).unwrap();
            drop(gone);
            let outcomes = std::iter::repeat_with(|| {
                std::thread::sleep(std::time::Duration::from_millis(5));
                fired(&mut volley, &[&first, &second, &third], &[vec![&big], vec![b"lost"], vec![b"here"]])
            })
            // The reset takes a moment to arrive.
            .find(|outcomes| outcomes[1].is_err())
            .unwrap();
            assert!(matches!(outcomes[0], Err(io::ErrorKind::WouldBlock)), "{outcomes:?}");
            assert!(matches!(outcomes[1], Err(io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe)), "{outcomes:?}");
            assert_eq!(outcomes[2], Ok(4));
            let mut arrived = [0; 4];
            there.read_exact(&mut arrived).unwrap();
            assert_eq!(&arrived, b"here");
        }
    }

    #[test]
    fn a_descriptor_that_is_no_socket_is_an_error_of_its_own() {
        for mut volley in ways() {
            let (here, _there) = pairs(1).remove(0);
            let file = std::fs::File::open("/dev/null").unwrap();
            let part = [IoSlice::new(b"x")];
            let shots = [Shot { socket: file.as_fd(), parts: &part }, Shot { socket: here.as_fd(), parts: &part }];
            let mut outcomes = Vec::new();
            volley.fire(&shots, &mut outcomes);
            assert!(outcomes[0].is_err());
            assert!(matches!(outcomes[1], Ok(1)));
        }
    }
}
