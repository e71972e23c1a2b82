//! The dress rehearsal: clients that sign in, keep live pages open and press buttons, and afterwards compare what the public
//! record says with their own log of presses. It reaches the server through the network alone and shares no code with it.
pub mod authenticator;
pub mod chance;
mod driver;
mod figures;
pub mod names;
pub mod net;
pub mod plan;
mod play;
pub mod report;
mod signing;
pub mod stats;
pub mod words;
pub mod world;

pub use play::{Claim, Convened, Delegate, Device, PHASES, Server, Verified, Watch, convene, perform};
pub use report::Report;
pub use signing::{Site, sign_prepared};

/// Why a rehearsal broke off.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The plan cannot be carried out.
    #[error("{0}")]
    Plan(String),
    /// The network or the server failed.
    #[error(transparent)]
    Net(#[from] net::NetError),
    /// An act that the play relies on was not carried out.
    #[error("`{act}` was answered {status} ({code}): {message}")]
    Refused {
        /// Which act.
        act: String,
        /// The status.
        status: u16,
        /// The server's word for it.
        code: String,
        /// The server's sentence.
        message: String,
    },
    /// The server told something else than the play needs.
    #[error("{0}")]
    Unexpected(String),
}
