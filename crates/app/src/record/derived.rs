//! Entries that follow from the state: who is accredited, who signs, what a meeting did, how large delegations are.
use super::{Entered, Pen, Recorder, SETTLE_MS, Signer, blobs, corrections};
use domain::{
    Event, Moment, Recorded, State,
    accreditation::{AccreditationEvent, Credentials},
    directory::DirectoryEvent,
    floor::FloorEvent,
    id::{MeetingId, OrganisationId, SummitId},
    poll::PollEvent,
    registry::{Device, RegistryEvent},
};
use ledger::{
    Replay,
    body::{Accredit, Content, Delegate, MinuteKind, Scope},
    form::{Digest, PasskeyKey},
};
use serde_json::json;

impl Recorder {
    /// Remembers what these events touch, and enters at once what others build on: accreditations, appointments, minutes.
    /// `state` holds the events already.
    pub(crate) fn of_state(&mut self, state: &State, events: &[Recorded], entropy: [u8; 32]) -> Entered {
        let mut entered = Entered::default();
        let Some(now) = events.last().map(|e| e.at) else { return entered };
        let origin = self.setup.origin.clone();
        let mut pen = Pen::new(&origin, now, entropy);
        // The pen of the act drew from the same randomness before.
        pen.skip();
        for one in events {
            self.touched(state, one);
            self.minute(state, one, &mut pen, &mut entered);
        }
        self.settle_authority(state, now, &mut pen, &mut entered);
        entered
    }

    fn touched(&mut self, state: &State, recorded: &Recorded) {
        match &recorded.event {
            Event::Accreditation(event) => self.touched_by_accreditation(state, event),
            Event::Directory(DirectoryEvent::OrganisationAmended { id, .. }) => {
                self.dirty.organisations.insert(*id);
            }
            Event::Registry(RegistryEvent::DeviceRegistered { rep, .. } | RegistryEvent::DeviceEnded { rep }) => {
                self.dirty.devices.insert(rep.clone());
            }
            // Perhaps an accreditation that acts of a predecessor waited for.
            Event::Registry(RegistryEvent::EntryTaken { .. }) => self.dirty.carry = true,
            Event::Presence(event) => self.touched_by_presence(state, event, recorded.at),
            _ => {}
        }
    }

    fn touched_by_accreditation(&mut self, state: &State, event: &AccreditationEvent) {
        use AccreditationEvent as E;
        let of_person = |person| state.accreditation.member(person).map(|m| m.delegation);
        let delegations = match event {
            E::DelegationInvited { id, .. } => vec![*id],
            E::MemberEntered { delegation, .. }
            | E::CredentialsSubmitted { delegation }
            | E::CredentialsMoved { delegation, .. }
            | E::MembersAccredited { delegation, .. } => vec![*delegation],
            E::SeatContested { first, second } => vec![*first, *second],
            E::RivalDecided { seated, rejected, .. } => std::iter::once(*seated).chain(rejected.iter().copied()).collect(),
            // What was claimed and who is pictured is no figure of the record.
            E::CategoryClaimed { .. } | E::PhotoSet { .. } | E::PhotoRemoved { .. } => Vec::new(),
            E::MemberAmended { person, .. } | E::MemberWithdrawn { person } | E::AlternateDesignated { person, .. } => {
                of_person(*person).into_iter().collect()
            }
        };
        for d in delegations.into_iter().filter_map(|id| state.accreditation.delegation(id)) {
            self.dirty.figures.insert((d.summit, d.organisation));
            self.dirty.organisations.insert(d.organisation);
        }
    }

    /// Everything that the state wants and the record has not got: after a start, where nobody remembers what was touched.
    fn touch_all(&mut self, state: &State) {
        if !std::mem::take(&mut self.dirty.all) {
            return;
        }
        for (summit, _) in state.programme.summits() {
            for (organisation, _) in state.accreditation.seated_organisations(summit) {
                self.dirty.organisations.insert(organisation);
                self.dirty.figures.insert((summit, organisation));
            }
        }
        let accredited = self.replay.organisations().iter().filter(|(_, o)| o.accredited);
        self.dirty.organisations.extend(accredited.filter_map(|(id, _)| id.parse::<OrganisationId>().ok()));
        self.dirty.devices.extend(state.registry.devices().map(|(rep, _)| rep.to_owned()));
        self.touch_all_presence(state);
    }

    /// Accreditations and appointments, in the order in which they build on each other.
    fn settle_authority(&mut self, state: &State, now: Moment, pen: &mut Pen<'_>, entered: &mut Entered) {
        self.touch_all(state);
        let held = self.setup.accreditors.len() as u64 >= self.replay.threshold().max(1);
        for organisation in std::mem::take(&mut self.dirty.organisations) {
            if let Some((content, blob)) = wanted(&self.replay, state, organisation, pen).filter(|_| held) {
                entered.blobs.push(blob);
                self.enter(pen, content, Signer::Accreditors, entered);
            }
            // Devices that waited for their organisation.
            let own = state.registry.devices().filter(|(_, d)| d.organisation == organisation && !d.ended);
            self.dirty.devices.extend(own.map(|(rep, _)| rep.to_owned()));
        }
        for rep in std::mem::take(&mut self.dirty.devices) {
            if let Some(content) = device_wants(&self.replay, state, &rep, now).filter(|_| held) {
                self.enter(pen, content, Signer::Accreditors, entered);
            }
        }
    }

    /// A meeting's own record: what was opened, ruled, moved and decided in it, and when its clock stood.
    fn minute(&mut self, state: &State, recorded: &Recorded, pen: &mut Pen<'_>, entered: &mut Entered) {
        let Some((meeting, kind, said)) = minuted(state, &recorded.event) else { return };
        let blob = json!({
            "v": 1, "meeting": meeting.to_string(), "at": super::moment(recorded.at).as_str(), "position": recorded.position,
            "event": said,
        });
        let Ok(blob) = ledger::canonical(&blob) else { return };
        let content = Content::Minute { meeting: meeting.to_string(), kind, sha256: Digest::of(&blob) };
        entered.blobs.push(blob);
        self.enter(pen, content, Signer::Clerk, entered);
    }

    /// Whether something waits for the next interval.
    pub(crate) fn unsettled(&self) -> bool {
        self.dirty.all || self.dirty.carry || !self.dirty.figures.is_empty() || !self.dirty.present.is_empty()
    }

    /// Whether the next interval has come.
    pub(crate) fn is_due(&self, now: Moment) -> bool {
        self.unsettled() && now.0 - self.settled.0 >= SETTLE_MS
    }

    /// Enters what waited: the newest figures, one for each organisation and summit, and presence once its batch is long enough.
    pub(crate) fn settle(&mut self, state: &State, people: &crate::People, now: Moment, entropy: [u8; 32]) -> Entered {
        let mut entered = Entered::default();
        let origin = self.setup.origin.clone();
        let mut pen = Pen::new(&origin, now, entropy);
        self.settled = now;
        self.settle_authority(state, now, &mut pen, &mut entered);
        if std::mem::take(&mut self.dirty.carry) {
            self.carry(state, &mut pen, &mut entered);
        }
        for (summit, organisation) in std::mem::take(&mut self.dirty.figures) {
            self.figures(state, summit, organisation, &mut pen, &mut entered);
        }
        self.settle_presence(state, people, now, &mut pen, &mut entered);
        entered
    }

    fn figures(&mut self, state: &State, summit: SummitId, organisation: OrganisationId, pen: &mut Pen<'_>, out: &mut Entered) {
        let (id, org) = (summit.to_string(), organisation.to_string());
        if !self.replay.organisations().contains_key(&org) {
            return;
        }
        let registered = u64::from(state.accreditation.registered_of(summit, organisation));
        let accredited = u64::from(state.accreditation.accredited_of(summit, organisation));
        let told = self.replay.summits().get(&id).and_then(|s| s.delegations.get(&org));
        if told != Some(&(registered, accredited)) {
            self.enter(pen, Content::Delegation { summit: id, org, registered, accredited }, Signer::Clerk, out);
        }
    }
}

/// What an event adds to which meeting's minutes, in the event's own words; nothing of what people wrote or who they are.
fn minuted(state: &State, event: &Event) -> Option<(MeetingId, MinuteKind, String)> {
    use FloorEvent as F;
    let (meeting, kind) = match event {
        Event::Floor(F::MeetingOpened { meeting, .. }) => (*meeting, MinuteKind::Opened),
        Event::Floor(F::MeetingClosed { meeting }) => (*meeting, MinuteKind::Closed),
        Event::Floor(F::PointOfOrderRuled { meeting, .. }) => (*meeting, MinuteKind::Ruling),
        Event::Floor(F::MeetingSuspended { meeting } | F::MeetingResumed { meeting }) => (*meeting, MinuteKind::Motion),
        Event::Floor(
            F::ClockPaused { meeting, .. }
            | F::ClockResumed { meeting, .. }
            | F::SpeechKept { meeting }
            | F::FloorGiven { meeting, resumed: true, .. }
            | F::SpeechExtended { meeting, .. },
        ) => (*meeting, MinuteKind::Clock),
        Event::Poll(event @ (PollEvent::ResultDeclared { .. } | PollEvent::IntentionNoted { .. })) => {
            let kind =
                if matches!(event, PollEvent::ResultDeclared { .. }) { MinuteKind::Ruling } else { MinuteKind::Explanation };
            (state.polls.get(event.poll())?.opened.meeting, kind)
        }
        Event::Accreditation(event) => return credentials(state, event),
        Event::Text(event) => return corrections::minuted(state, event),
        _ => return None,
    };
    let said = match event {
        Event::Floor(event) => serde_json::to_string(event),
        Event::Poll(event) => serde_json::to_string(event),
        _ => return None,
    };
    Some((meeting, kind, said.ok()?))
}

/// A decision on credentials while a meeting of the summit is in progress: which organisation, and what was decided. Reasons stay
/// with those concerned.
fn credentials(state: &State, event: &AccreditationEvent) -> Option<(MeetingId, MinuteKind, String)> {
    let (delegation, to) = match event {
        AccreditationEvent::CredentialsMoved { delegation, to, .. } => (*delegation, *to),
        AccreditationEvent::RivalDecided { seated, .. } => (*seated, Credentials::Accepted),
        _ => return None,
    };
    let decision = matches!(event, AccreditationEvent::RivalDecided { .. })
        || matches!(to, Credentials::Challenged | Credentials::Deferred | Credentials::Rejected | Credentials::Revoked);
    let found = state.accreditation.delegation(delegation).filter(|_| decision)?;
    let in_progress = |(id, sitting): (MeetingId, &domain::floor::Sitting)| {
        let here = domain::procedure::summit_of_meeting(state, id) == Some(found.summit);
        (here && sitting.phase == domain::floor::Phase::Open).then_some(id)
    };
    let meeting = state.floor.sittings().filter_map(in_progress).min()?;
    let said = json!({ "credentials": to, "organisation": found.organisation, "delegation": delegation });
    Some((meeting, MinuteKind::Credentials, said.to_string()))
}

/// What the record must say of an organisation and does not say yet, with the blob it names.
fn wanted(replay: &Replay, state: &State, organisation: OrganisationId, pen: &mut Pen<'_>) -> Option<(Content, Vec<u8>)> {
    let org = organisation.to_string();
    let stands = replay.organisations().get(&org);
    let seated = state.programme.summits().any(|(s, _)| state.accreditation.seated(s, organisation).is_some());
    if !seated {
        if !stands.is_some_and(|o| o.accredited) {
            return None;
        }
        let salt = ledger::form::to_base64url(&pen.draw());
        // Kept, and never shown: why a seat was taken away is the business of those concerned. Salt keeps it from being guessed.
        let reason = ledger::canonical(&json!({ "org": org, "position": state.position, "salt": salt })).ok()?;
        return Some((Content::Discredit { org, reason: Digest::of(&reason) }, reason));
    }
    let entry = state.directory.get(organisation)?;
    let names = blobs::of_names(&entry.names)?;
    let country = entry.home.as_ref().map(ToString::to_string).unwrap_or_default();
    let accredit = Accredit { org, country, category: entry.category.as_str().to_owned(), names: Digest::of(&names), key: None };
    let same = stands.is_some_and(|o| {
        o.accredited && o.country == accredit.country && o.category == accredit.category && o.names == accredit.names
    });
    (!same).then_some((Content::Accredit(accredit), names))
}

/// What the record must say of a device and does not say yet.
fn device_wants(replay: &Replay, state: &State, rep: &str, now: Moment) -> Option<Content> {
    let device = state.registry.device(rep)?;
    let org = device.organisation.to_string();
    let stands = replay.organisations().get(&org)?;
    let known = replay.reps().get(rep);
    if device.ended {
        return known.filter(|r| r.ended.is_none()).map(|_| Content::Revoke { org, rep: rep.to_owned() });
    }
    // Where an organisation has a key of its own, nobody else appoints for it.
    if known.is_some() || !stands.accredited || stands.key().is_some() || device.until <= now {
        return None;
    }
    appointment(device, rep)
}

/// The entry that appoints a device; none when its key is no point on the curve.
pub(super) fn appointment(device: &Device, rep: &str) -> Option<Content> {
    let key = PasskeyKey::parse(device.key.as_str())?;
    let scope = vec![Scope::Endorse, Scope::Vote];
    let (org, until) = (device.organisation.to_string(), super::moment(device.until));
    Some(Content::Delegate(Delegate { org, rep: rep.to_owned(), key, scope, until }))
}

/// Bodies that wait for the accreditors' signatures, where the server does not hold their keys; `asked` is one more.
#[must_use]
pub fn pending(
    replay: &Replay,
    state: &State,
    asked: Option<Content>,
    now: Moment,
    entropy: [u8; 32],
) -> (Vec<ledger::Body>, Vec<Vec<u8>>) {
    let origin = replay.origin().to_owned();
    let mut pen = Pen::new(&origin, now, entropy);
    let (mut bodies, mut names) = (Vec::new(), Vec::new());
    let mut all: std::collections::BTreeSet<OrganisationId> =
        replay.organisations().keys().filter_map(|id| id.parse().ok()).collect();
    for (summit, _) in state.programme.summits() {
        all.extend(state.accreditation.seated_organisations(summit).map(|(o, _)| o));
    }
    for organisation in all {
        if let Some((content, blob)) = wanted(replay, state, organisation, &mut pen) {
            // Why a seat was taken away is not told to whoever carries the batch.
            if matches!(content, Content::Accredit(_)) {
                names.push(blob);
            }
            bodies.push(pen.body(content));
        }
    }
    for (rep, _) in state.registry.devices() {
        if let Some(content) = device_wants(replay, state, rep, now) {
            bodies.push(pen.body(content));
        }
    }
    bodies.extend(asked.map(|content| pen.body(content)));
    (bodies, names)
}
