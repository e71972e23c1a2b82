//! What the tests of the store share.
#![allow(dead_code, reason = "each test binary uses a part")]

use std::ops::ControlFlow;

use store::{AuditEntry, Batch, EventStore, NewLetter, PersonWrite, PhotoWrite};

/// A batch of these events and nothing else.
pub fn events<E: Into<Vec<u8>>>(events: impl IntoIterator<Item = E>) -> Batch {
    Batch { events: events.into_iter().map(Into::into).collect(), ..Batch::default() }
}

/// All events after a position.
pub fn read_all(store: &impl EventStore, after: u64) -> Vec<(u64, Vec<u8>)> {
    let mut seen = Vec::new();
    store
        .read_after(after, usize::MAX, &mut |position, bytes| {
            seen.push((position, bytes.to_vec()));
            ControlFlow::Continue(())
        })
        .unwrap();
    seen
}

pub fn letter(person: Option<u64>, created_ms: i64) -> NewLetter {
    NewLetter {
        id: None,
        recipient_person: person,
        to_address: "delegate@example.org".to_owned(),
        language: "fr".to_owned(),
        kind: "invitation".to_owned(),
        subject: "Invitation au sommet".to_owned(),
        body: "Voici votre lien.".to_owned(),
        created_ms,
    }
}

pub fn entry(at_ms: i64, act: &str) -> AuditEntry {
    AuditEntry {
        at_ms,
        seat: Some(7),
        act: act.to_owned(),
        reason: "not accredited".to_owned(),
        address: Some("192.0.2.1".to_owned()),
    }
}

pub fn person(id: u64, record: &[u8]) -> PersonWrite {
    PersonWrite { id, record: Some(record.to_vec()) }
}

pub fn erase(id: u64) -> PersonWrite {
    PersonWrite { id, record: None }
}

pub fn photo(person: u64, bytes: &[u8]) -> PhotoWrite {
    PhotoWrite { person, photo: Some(bytes.to_vec()) }
}
