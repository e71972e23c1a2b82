//! What a change touches: pages say which topics they show, events say which they touch.
use domain::{
    Command,
    id::{ItemId, MeetingId, OrganisationId, TextId, VenueId},
};

/// A part of the state that a region may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// The list of organisations.
    Directory,
    /// Summits, venues, meetings, agenda.
    Programme,
    /// Delegations of all organisations and the counts of registered and accredited.
    Accreditation,
    /// One organisation's delegation and members.
    Delegation(OrganisationId),
    /// The count of those present.
    Presence,
    /// One venue: who is there, and its link.
    Venue(VenueId),
    /// One meeting: open or not, its item, clock and list of speakers.
    Meeting(MeetingId),
    /// One item's list of speakers.
    Item(ItemId),
    /// What concerns one organisation alone: its place on a list, its acts.
    Own(OrganisationId),
    /// One text: words, adoption, reservations.
    Text(TextId),
    /// One text's endorsements.
    Endorsements(TextId),
    /// Seats, invitations and sessions.
    Seats,
    /// Letters waiting or sent.
    Letters,
    /// What is being decided now, anywhere in the summit.
    Now,
}

/// The written name of a command, such as `request-floor`.
#[must_use]
pub fn act_name(command: &Command) -> String {
    // The name is the outer key of the command's own JSON: one source for forms, API, audit and metrics.
    fn name(command: &impl serde::Serialize) -> String {
        match serde_json::to_value(command) {
            Ok(serde_json::Value::Object(map)) => map.keys().next().cloned().unwrap_or_default(),
            Ok(serde_json::Value::String(text)) => text,
            _ => String::new(),
        }
    }
    match command {
        Command::Directory(c) => name(c),
        Command::Programme(c) => name(c),
        Command::Accreditation(c) => name(c),
        Command::Seat(c) => name(c),
        Command::Presence(c) => name(c),
        Command::Floor(c) => name(c),
        Command::Text(c) => name(c),
        Command::Endorsement(c) => name(c),
    }
}
