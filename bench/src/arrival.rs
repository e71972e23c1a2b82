//! When bytes arrived at a socket, by the kernel's clock, however much later they are read.
use crate::machine::now;
use anyhow::{Context, Result};
use nix::{
    cmsg_space,
    sys::{
        socket::{ControlMessageOwned, MsgFlags, recvmsg, setsockopt, sockopt::ReceiveTimestampns},
        time::TimeSpec,
    },
    time::{ClockId, clock_gettime},
};
use std::{
    io::{self, IoSliceMut},
    os::fd::{AsFd, AsRawFd},
    time::{Duration, Instant},
};

/// Reads with the time of arrival. The kernel stamps by the clock on the wall; it is taken over to the one that only goes forward.
pub struct Arrivals {
    start: (Duration, Instant),
    room: Vec<u8>,
}

impl Arrivals {
    /// Takes the two clocks together.
    pub fn begin() -> Result<Self> {
        let wall = clock_gettime(ClockId::CLOCK_REALTIME).context("the clock")?;
        Ok(Self { start: (wall.into(), now()), room: cmsg_space!(TimeSpec) })
    }

    /// Has the kernel stamp what arrives at a socket.
    pub fn stamp(socket: &impl AsFd) -> Result<()> {
        setsockopt(socket, ReceiveTimestampns, &true).context("stamping arrivals")
    }

    /// Reads what is there, and says when the last of it arrived. Of several messages that are read together the earlier ones count as late
    /// as the last.
    pub fn read(&mut self, socket: &impl AsRawFd, into: &mut [u8]) -> io::Result<(usize, Option<Instant>)> {
        let mut parts = [IoSliceMut::new(into)];
        let got = recvmsg::<()>(socket.as_raw_fd(), &mut parts, Some(&mut self.room), MsgFlags::empty())?;
        let stamp = got.cmsgs()?.find_map(|said| match said {
            ControlMessageOwned::ScmTimestampns(at) => Some(Duration::from(at)),
            _ => None,
        });
        Ok((got.bytes, stamp.map(|at| self.start.1 + at.saturating_sub(self.start.0))))
    }
}
