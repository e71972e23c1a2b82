//! Scans at the desk, lists from venues that were offline, remote check-in, and the double-scan rule.
use super::{Attendance, BadgeCode, BadgeEnd, Place, PresenceEvent, Scan, ScanRefusal, new_badge};
use crate::{
    Actor, FieldProblem, Invalid, Moment, No, Refusal, State,
    accreditation::summit_open,
    id::{PersonId, SummitId, VenueId},
    limit,
    refusal::Denied,
    state::{Decision, Given, Letter, PersonDetails, Secret},
    words::Digest,
};
use std::collections::{HashMap, HashSet};

/// The person whose badge this is, when it may be scanned at a venue of this summit.
fn holder(state: &State, code: &BadgeCode, summit: SummitId) -> Result<PersonId, ScanRefusal> {
    let badge = code.digest().and_then(|d| state.presence.badge(d)).ok_or(ScanRefusal::Unknown)?;
    match badge.ended {
        Some((BadgeEnd::Reissued, _)) => return Err(ScanRefusal::Reissued),
        Some((BadgeEnd::Withdrawn, _)) => return Err(ScanRefusal::Withdrawn),
        Some((BadgeEnd::NotSeated, _)) => return Err(ScanRefusal::NotSeated),
        None => {}
    }
    if badge.summit != summit {
        return Err(ScanRefusal::OtherSummit);
    }
    admitted(state, badge.person).map(|()| badge.person)
}

/// Only accredited members of seated delegations are present.
fn admitted(state: &State, person: PersonId) -> Result<(), ScanRefusal> {
    let member = state.accreditation.member(person).ok_or(ScanRefusal::Withdrawn)?;
    let delegation = state.accreditation.delegation(member.delegation).ok_or(ScanRefusal::NotSeated)?;
    if !delegation.credentials.is_seated() {
        return Err(ScanRefusal::NotSeated);
    }
    if member.is_accredited() { Ok(()) } else { Err(ScanRefusal::Withdrawn) }
}

fn refusal(why: ScanRefusal) -> No {
    Refusal::new(why.code()).into()
}

fn summit_of(state: &State, venue: VenueId) -> Result<SummitId, No> {
    let summit = state.programme.venue(venue).ok_or(No::unknown("venue"))?.summit;
    summit_open(state, summit)?;
    Ok(summit)
}

/// The desk's time, never ahead of ours: a wrong clock must not win over every later scan.
fn made_at(scanned_at: Option<Moment>, now: Moment) -> Moment {
    scanned_at.map_or(now, |at| at.min(now))
}

/// What one scan at a venue leads to, and its events. A pair of venues already flagged is not flagged again until cleared.
fn judge(
    attendance: &Attendance,
    flagged: &HashSet<(VenueId, VenueId)>,
    person: PersonId,
    venue: VenueId,
    at: Moment,
) -> (Option<PresenceEvent>, Option<PresenceEvent>) {
    let place = Place::Venue(venue);
    let judged = attendance.judge(place, at);
    let enters = judged.enters.then_some(PresenceEvent::CheckedIn { person, place, at });
    let open = |first: &VenueId| flagged.contains(&(*first, venue)) || flagged.contains(&(venue, *first));
    let first = judged.elsewhere.filter(|first| !open(first) && flagged.len() < limit::STAYS);
    (enters, first.map(|first| PresenceEvent::BadgeFlagged { person, first, second: venue, at }))
}

fn flagged_pairs(state: &State, person: PersonId) -> HashSet<(VenueId, VenueId)> {
    state.presence.flags_of(person).iter().map(|f| (f.first, f.second)).collect()
}

pub(super) fn check_in(
    state: &State,
    venue: VenueId,
    code: &BadgeCode,
    scanned_at: Option<Moment>,
    now: Moment,
) -> Result<Decision, No> {
    let summit = summit_of(state, venue)?;
    let person = holder(state, code, summit).map_err(refusal)?;
    let attendance = state.presence.attendance(person).ok_or_else(|| refusal(ScanRefusal::Unknown))?;
    let (enters, flag) = judge(attendance, &flagged_pairs(state, person), person, venue, made_at(scanned_at, now));
    Ok(Decision::events(enters.into_iter().chain(flag)).creating(person))
}

pub(super) fn sync(state: &State, venue: VenueId, scans: &[Scan], now: Moment) -> Result<Decision, No> {
    let summit = summit_of(state, venue)?;
    let bad = |problem| Invalid::new("scans", problem);
    if scans.is_empty() {
        return Err(bad(FieldProblem::Empty).into());
    }
    if scans.len() > limit::SCANS_PER_COMMAND {
        return Err(bad(FieldProblem::TooMany { limit: limit::SCANS_PER_COMMAND }).into());
    }
    let mut list = List { state, venue, summit, met: HashMap::new(), events: Vec::with_capacity(scans.len() + 1) };
    let (mut taken, mut repeated, mut refused, mut flagged) = (0, 0, 0, 0);
    for scan in scans {
        let (outcome, flag) = list.take(&scan.code, made_at(Some(scan.at), now));
        match outcome {
            Outcome::Taken => taken += 1,
            Outcome::Repeated => repeated += 1,
            Outcome::Refused => refused += 1,
        }
        flagged += u32::from(flag);
    }
    let mut events = list.events;
    events.push(PresenceEvent::ScansSynced { venue, scans: scans.len() as u32, taken, repeated, refused, flagged });
    Ok(Decision::events(events))
}

/// A list being taken in: what its earlier scans changed is known to the later ones.
struct List<'a> {
    state: &'a State,
    venue: VenueId,
    summit: SummitId,
    met: HashMap<PersonId, (Attendance, HashSet<(VenueId, VenueId)>)>,
    events: Vec<PresenceEvent>,
}

enum Outcome {
    Taken,
    Repeated,
    Refused,
}

impl List<'_> {
    /// Takes one scan; tells its outcome and whether it was flagged.
    fn take(&mut self, code: &BadgeCode, at: Moment) -> (Outcome, bool) {
        match holder(self.state, code, self.summit) {
            Ok(person) => self.admit(person, at),
            Err(why) => {
                let badge = code.digest();
                self.events.push(PresenceEvent::ScanRefused { venue: self.venue, badge, at, why });
                (Outcome::Refused, badge.is_some_and(|d| self.flag_dead(d, at)))
            }
        }
    }

    fn meet(&mut self, person: PersonId) -> Option<&mut (Attendance, HashSet<(VenueId, VenueId)>)> {
        let attendance = self.state.presence.attendance(person)?;
        Some(self.met.entry(person).or_insert_with(|| (attendance.clone(), flagged_pairs(self.state, person))))
    }

    fn admit(&mut self, person: PersonId, at: Moment) -> (Outcome, bool) {
        let venue = self.venue;
        let Some((attendance, flagged)) = self.meet(person) else { return (Outcome::Refused, false) };
        let (enters, flag) = judge(attendance, flagged, person, venue, at);
        if enters.is_some() {
            attendance.enter(Place::Venue(venue), at);
        }
        if let Some(PresenceEvent::BadgeFlagged { first, second, .. }) = flag {
            flagged.insert((first, second));
        }
        let outcome = if enters.is_some() { Outcome::Taken } else { Outcome::Repeated };
        let was_flagged = flag.is_some();
        self.events.extend(enters.into_iter().chain(flag));
        (outcome, was_flagged)
    }

    /// A copy of a badge that was reissued since: it no longer counts, but it was scanned while it worked, and is flagged.
    fn flag_dead(&mut self, digest: Digest, at: Moment) -> bool {
        let Some(badge) = self.state.presence.badge(digest) else { return false };
        let worked = badge.summit == self.summit && matches!(badge.ended, Some((BadgeEnd::Reissued, ended)) if at < ended);
        let (person, venue) = (badge.person, self.venue);
        let Some((attendance, flagged)) = worked.then(|| self.meet(person)).flatten() else { return false };
        let (_, flag) = judge(attendance, flagged, person, venue, at);
        if let Some(PresenceEvent::BadgeFlagged { first, second, .. }) = flag {
            flagged.insert((first, second));
        }
        let was_flagged = flag.is_some();
        self.events.extend(flag);
        was_flagged
    }
}

/// The delegate who acts, accredited and seated.
fn oneself<'a>(state: &'a State, actor: &Actor) -> Result<(PersonId, &'a Attendance), No> {
    let person = actor.holder(state).ok_or(Denied::NotSignedIn)?.person;
    admitted(state, person).map_err(refusal)?;
    let attendance = state.presence.attendance(person).ok_or_else(|| refusal(ScanRefusal::Withdrawn))?;
    summit_open(state, attendance.summit)?;
    Ok((person, attendance))
}

pub(super) fn check_in_remote(state: &State, actor: &Actor, now: Moment) -> Result<Decision, No> {
    let (person, attendance) = oneself(state, actor)?;
    let enters = attendance.judge(Place::Remote, now).enters;
    Ok(Decision::events(enters.then_some(PresenceEvent::CheckedIn { person, place: Place::Remote, at: now })))
}

pub(super) fn check_out(
    state: &State,
    venue: VenueId,
    code: &BadgeCode,
    scanned_at: Option<Moment>,
    now: Moment,
) -> Result<Decision, No> {
    let summit = summit_of(state, venue)?;
    let person = holder(state, code, summit).map_err(refusal)?;
    let place = Place::Venue(venue);
    leave(state, person, place, made_at(scanned_at, now))
}

pub(super) fn check_out_remote(state: &State, actor: &Actor, now: Moment) -> Result<Decision, No> {
    let (person, _) = oneself(state, actor)?;
    leave(state, person, Place::Remote, now)
}

fn leave(state: &State, person: PersonId, place: Place, at: Moment) -> Result<Decision, No> {
    match state.presence.place(person) {
        Some(here) if here == place => Ok(Decision::events([PresenceEvent::CheckedOut { person, place, at }])),
        Some(Place::Venue(elsewhere)) => Err(Refusal::new("checked-in-elsewhere").with("venue", elsewhere).into()),
        Some(Place::Remote) => Err(Refusal::new("checked-in-remotely").into()),
        None => Err(Refusal::new("not-checked-in").into()),
    }
}

pub(super) fn reissue(state: &State, person: PersonId, given: &Given<'_>) -> Result<Decision, No> {
    let member = state.accreditation.member(person).ok_or(No::unknown("person"))?;
    let summit = state.accreditation.delegation(member.delegation).map(|d| d.summit);
    admitted(state, person).map_err(|why| match why {
        ScanRefusal::NotSeated => refusal(why),
        _ => Refusal::new("no-badge").into(),
    })?;
    let (code, badge) = new_badge(state, given, 0, &HashSet::new());
    let mut decision = Decision::events([PresenceEvent::BadgeReissued { person, badge }]);
    decision.letters.push(Letter { to: person, summit, kind: "badge-reissued", link: None, with: vec![("badge", code.clone())] });
    decision.people.push((person, Some(PersonDetails::badge(code.clone()))));
    // Shown to the caller, who prints it.
    decision.secret = Some(Secret(code));
    Ok(decision)
}

pub(super) fn clear_flag(state: &State, person: PersonId) -> Result<Decision, No> {
    if state.presence.flags_of(person).is_empty() {
        return Err(Refusal::new("no-flag").into());
    }
    Ok(Decision::events([PresenceEvent::FlagCleared { person }]))
}
