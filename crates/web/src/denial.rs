//! Acts that are denied before they reach the writer: each leaves an entry in the audit trail, as those that the writer denies do.
use crate::{
    act,
    site::{Asked, Site, WithStatus, forbidden},
    throttle::Presser,
};
use app::{Failure, side::AuditEntry};
use axum::{http::StatusCode, response::Response};
use domain::{No, id::SeatId, seat::Role};
use std::sync::Arc;

/// Acts that have no command of their own, by the names the trail gives them.
const OTHERS: [&str; 8] = [
    "import-organisations",
    "import-representatives",
    "keep-evidence",
    "sync-scans",
    "mark-letters-printed",
    "retry-letters",
    "redeem-invitation",
    UNKNOWN,
];
/// Stands for the name of an act that there is not: what a stranger writes into an address is not kept.
const UNKNOWN: &str = "unknown";

/// Why an act was denied before the writer saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// The form came from another site.
    OtherSite,
    /// Nobody is signed in.
    NotSignedIn,
    /// The seat's role may not do this.
    RoleMayNot,
    /// Not for that venue.
    OutOfScope,
    /// The link is wrong, was used, or has been replaced.
    InvitationNotOpen,
    /// The link came too late.
    InvitationExpired,
    /// The passkey is none of ours, or its signature is wrong.
    PasskeyRefused,
}

impl Why {
    const fn as_str(self) -> &'static str {
        match self {
            Self::OtherSite => "other-site",
            Self::NotSignedIn => "not-signed-in",
            Self::RoleMayNot => "role-may-not",
            Self::OutOfScope => "out-of-scope",
            Self::InvitationNotOpen => "invitation-not-open",
            Self::InvitationExpired => "invitation-expired",
            Self::PasskeyRefused => "passkey-refused",
        }
    }
}

impl Site {
    /// Notes in the audit trail that an act was denied; durable when this returns. Strangers write no more of it than their
    /// address's share, so that nobody can push out what matters.
    pub(crate) async fn note_denied(&self, asked: &Asked, seat: Option<SeatId>, act: &str, why: Why) {
        let now = self.house.clock().now();
        let address = self.client(asked);
        let act = if OTHERS.contains(&act) || act::names().contains(&act) { act } else { UNKNOWN };
        if !self.denials.take(address) {
            tracing::warn!(act, why = why.as_str(), "an act was denied; this address has had its share of the audit trail");
            return;
        }
        let entry = AuditEntry {
            at_ms: now.0,
            seat: seat.map(|seat| u64::from(seat.0)),
            act: act.to_owned(),
            reason: why.as_str().to_owned(),
            address: Some(address.to_string()),
        };
        let side = Arc::clone(self.house.side());
        let kept = tokio::task::spawn_blocking(move || side.put_audit(&[entry])).await;
        // The act stays denied; that it cannot be noted is for whoever runs the server.
        if !matches!(kept, Ok(Ok(()))) {
            tracing::error!(act, why = why.as_str(), "a denied act could not be noted in the audit trail");
        }
    }

    /// Counts a sign-in that failed against its address, and notes it when that was because of its link. When the server could not take
    /// it, nobody has guessed.
    pub(crate) async fn failed_sign_in(&self, asked: &Asked, failure: &Failure) {
        if *failure == Failure::Unavailable {
            return;
        }
        self.sign_ins.take(self.client(asked));
        let why = match failure {
            Failure::No(No::Refusal(refusal)) if refusal.code == "invitation-not-open" => Why::InvitationNotOpen,
            Failure::No(No::Refusal(refusal)) if refusal.code == "invitation-expired" => Why::InvitationExpired,
            _ => return,
        };
        self.note_denied(asked, None, "redeem-invitation", why).await;
    }

    /// Denies an act of this seat's pages: notes it, and says so.
    pub(crate) async fn deny(&self, asked: &Asked, seat: &str, act: &str, why: Why) -> Response {
        // Only a seat whose holder it is: anybody can write a seat into an address.
        let signed_in = seat.parse().ok().filter(|seat| self.holder(*seat, &asked.headers).is_some());
        self.note_denied(asked, signed_in, act, why).await;
        let status = if why == Why::NotSignedIn { StatusCode::UNAUTHORIZED } else { StatusCode::FORBIDDEN };
        forbidden(asked, &format!("denied-{}", why.as_str())).with_status(status)
    }

    /// Who presses, when the request comes from our own pages, the seat has this role, and does not press too often; anything else
    /// is denied, and noted under the act's name.
    pub(crate) async fn admitted(
        &self,
        asked: &Asked,
        seat: &str,
        act: &str,
        role: Role,
    ) -> Result<(SeatId, crate::view::Who), Box<Response>> {
        self.admitted_as(asked, seat, act, &[role]).await
    }

    /// The same for one of these roles.
    pub(crate) async fn admitted_as(
        &self,
        asked: &Asked,
        seat: &str,
        act: &str,
        roles: &[Role],
    ) -> Result<(SeatId, crate::view::Who), Box<Response>> {
        if !crate::session::same_origin(&asked.headers, self.settings.public_origin.as_deref()) {
            return Err(Box::new(self.deny(asked, seat, act, Why::OtherSite).await));
        }
        let found = seat.parse().ok().and_then(|seat| self.holder(seat, &asked.headers));
        let Some((signed_in, who)) = found else {
            return Err(Box::new(self.deny(asked, seat, act, Why::NotSignedIn).await));
        };
        if !who.role.is_some_and(|role| roles.contains(&role)) {
            return Err(Box::new(self.deny(asked, seat, act, Why::RoleMayNot).await));
        }
        if !self.presses.take(Presser::Session(signed_in.session)) {
            return Err(Box::new(crate::site::too_many(asked)));
        }
        Ok((signed_in.seat, who))
    }
}
