//! `io_uring`, as far as volleys need it.
#![expect(unsafe_code, reason = "the kernel reads from addresses it is given; see decision 0013 for what it is worth")]
use super::Shot;
use io_uring::{IoUring, Probe, opcode, squeue, types::Fd};
use std::{
    io::{self, IoSlice},
    os::fd::{AsFd, AsRawFd},
    ptr::{null, null_mut},
};

/// Shots the kernel is given at once. It takes them without a pause: more would keep others from a core for longer than they gain.
pub const SIZE: usize = 16;
/// Never waits, and a peer that has gone is an error and not a signal. A shot that may not wait is over when the call that handed it in
/// returns.
const FLAGS: i32 = libc::MSG_DONTWAIT | libc::MSG_NOSIGNAL;

/// A ring of the thread that uses it.
pub struct Ring(IoUring);

impl std::fmt::Debug for Ring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ring")
    }
}

impl Ring {
    /// A ring that was seen to work: some systems let one be made and not be used.
    ///
    /// # Errors
    /// When it does not.
    pub fn tried() -> io::Result<Self> {
        let ring = IoUring::new(SIZE as u32)?;
        let mut probe = Probe::new();
        ring.submitter().register_probe(&mut probe)?;
        if ![opcode::Send::CODE, opcode::SendMsg::CODE].into_iter().all(|code| probe.is_supported(code)) {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let (here, there) = std::os::unix::net::UnixStream::pair()?;
        let parts = [IoSlice::new(b"a"), IoSlice::new(b"b")];
        let mut outcomes = Vec::new();
        let shots = [&parts[..1], &parts].map(|parts| Shot { socket: here.as_fd(), parts });
        let ring = Self(ring).fire(&shots, &mut outcomes)?;
        let mut arrived = [0; 4];
        let count = rustix::net::recv(&there, &mut arrived, rustix::net::RecvFlags::DONTWAIT)?.0;
        match (outcomes.as_slice(), &arrived[..count]) {
            ([Ok(1), Ok(2)], b"aab") => Ok(ring),
            _ => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    /// Writes to each of at most [`SIZE`] sockets as much as it takes now; one outcome each is put behind `outcomes`, in order. Gives the ring
    /// back.
    ///
    /// # Errors
    /// When the kernel takes no more from this ring, which then is gone, so that nobody hands in what was left in it. Those shots that it had
    /// taken have their outcome; as they are taken in order, the others are the last ones.
    pub fn fire(mut self, shots: &[Shot<'_>], outcomes: &mut Vec<io::Result<usize>>) -> io::Result<Self> {
        let first = outcomes.len();
        let shots = &shots[..shots.len().min(SIZE)];
        let heads: [libc::msghdr; SIZE] = std::array::from_fn(|nth| head(shots.get(nth).map_or(&[], |shot| shot.parts)));
        for ((nth, shot), head) in shots.iter().enumerate().zip(&heads) {
            let entry = entry(shot, head).user_data(nth as u64);
            // SAFETY: what the entry points to (`shot.parts`, `heads`) lives until this function returns, which is after `complete`, and
            // that does not return before the kernel is done with every entry it has taken. Entries that it has not taken are never read:
            // on an error the ring is dropped here.
            if unsafe { self.0.submission().push(&entry) }.is_err() {
                // There is room for `SIZE`, and every call empties the queue or ends the ring.
                return Err(io::ErrorKind::StorageFull.into());
            }
        }
        outcomes.extend(shots.iter().map(|_| Err(io::ErrorKind::Interrupted.into())));
        let (taken, done) = self.complete(shots.len(), &mut outcomes[first..]);
        outcomes.truncate(first + taken);
        done.map(|()| self)
    }

    /// Has the kernel take the entries, and waits until it is done with all it took. Says how many those were.
    fn complete(&mut self, count: usize, outcomes: &mut [io::Result<usize>]) -> (usize, io::Result<()>) {
        let mut completed = 0;
        loop {
            let called = self.0.submit_and_wait(count - completed);
            for done in self.0.completion() {
                completed += 1;
                if let Some(outcome) = outcomes.get_mut(done.user_data() as usize) {
                    *outcome = usize::try_from(done.result()).map_err(|_| io::Error::from_raw_os_error(-done.result()));
                }
            }
            if completed == count {
                return (count, Ok(()));
            }
            match called.as_ref().map_err(io::Error::raw_os_error) {
                Ok(_) | Err(Some(libc::EINTR)) => {}
                // The kernel is short of memory for a moment.
                Err(Some(libc::EAGAIN | libc::EBUSY | libc::ENOMEM)) => std::thread::yield_now(),
                Err(_) => {
                    let taken = count - self.0.submission().len();
                    if completed < taken {
                        // The kernel may still read what our caller is about to free, and says no more when it is done. A shot that may
                        // not wait is done when it was taken, so this cannot come; if it does, nothing but the end is safe.
                        std::process::abort();
                    }
                    return (taken, called.map(drop));
                }
            }
        }
    }
}

/// The message of some parts.
fn head(parts: &[IoSlice<'_>]) -> libc::msghdr {
    // SAFETY: a `msghdr` of zeros has no name, no parts and no control data.
    let mut head: libc::msghdr = unsafe { std::mem::zeroed() };
    (head.msg_name, head.msg_control) = (null_mut(), null_mut());
    // An `IoSlice` is laid out as the system's `iovec`, and nothing is written through it.
    head.msg_iov = parts.as_ptr().cast_mut().cast();
    head.msg_iovlen = parts.len() as _;
    head
}

/// What the kernel is to do for a shot. One part needs no message.
fn entry(shot: &Shot<'_>, head: &libc::msghdr) -> squeue::Entry {
    let socket = Fd(shot.socket.as_raw_fd());
    match shot.parts {
        [] => opcode::Send::new(socket, null(), 0).flags(FLAGS).build(),
        [part] if let Ok(length) = u32::try_from(part.len()) => {
            opcode::Send::new(socket, part.as_ptr(), length).flags(FLAGS).build()
        }
        _ => opcode::SendMsg::new(socket, head).flags(FLAGS as u32).build(),
    }
}
