//! Why the record does not take something, as a refusal that says what to do about it. `reason` is the record's own line, for whoever
//! looks into the matter.
use domain::Refusal;
use ledger::{Broken, CanonicalError, Reason, Refused, Remedy, text::TextError};

/// What the record can say no with.
pub(super) trait No: std::fmt::Display {
    /// What somebody who reads it can do.
    fn remedy(&self) -> Remedy;
}
impl No for Reason {
    fn remedy(&self) -> Remedy {
        Reason::remedy(self)
    }
}
impl No for Broken {
    fn remedy(&self) -> Remedy {
        Broken::remedy(self)
    }
}
impl No for Refused {
    fn remedy(&self) -> Remedy {
        match self {
            Self::Broken(broken) => broken.remedy(),
            Self::Invalid(reason) => reason.remedy(),
        }
    }
}
impl No for CanonicalError {
    /// Of what this server wrote itself.
    fn remedy(&self) -> Remedy {
        Remedy::Nothing
    }
}
impl No for TextError {
    fn remedy(&self) -> Remedy {
        Remedy::Rewrite
    }
}

/// The refusal of what the record does not take.
pub(super) fn refuses(no: &impl No) -> Refusal {
    Refusal::new(code(no.remedy())).with("reason", no)
}

/// The code of the refusal: `refusal-<code>` is its message.
pub const fn code(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::LookAndSignAgain => "record-overtaken",
        Remedy::AskAnew => "record-bytes-used",
        Remedy::SignAsShown => "record-form",
        Remedy::SignProperly => "record-signature",
        Remedy::LetAnotherSign => "record-signer",
        Remedy::RegisterDevice => "record-device",
        Remedy::SeekAccreditation => "record-organisation",
        Remedy::LookAtText => "record-text-in-force",
        Remedy::ReviseText => "record-text-taken",
        Remedy::Rewrite => "record-characters",
        Remedy::LookAtPoll => "record-poll",
        Remedy::Nothing => "record-refuses",
    }
}
