//! The acts on one text, numbered, and what they add up to at any position.
use crate::{
    Moment,
    command::Way,
    directory::Home,
    id::{OrganisationId, ParagraphId},
    language::Language,
    words::{Digest, Paragraph},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What an organisation does about an adopted text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActKind {
    /// Endorses it.
    Endorse,
    /// Endorses it with a reservation.
    EndorseWithReservation,
    /// Declines to.
    Decline,
    /// Withdraws its endorsement.
    Withdraw,
}

impl ActKind {
    /// The written form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Endorse => "endorse",
            Self::EndorseWithReservation => "endorse-with-reservation",
            Self::Decline => "decline",
            Self::Withdraw => "withdraw",
        }
    }
    /// Whether an organisation whose newest act this is stands among the endorsers.
    #[must_use]
    pub const fn stands(self) -> bool {
        matches!(self, Self::Endorse | Self::EndorseWithReservation)
    }
}

/// The reservation with which an organisation endorses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its words.
    pub words: Paragraph,
    /// In which language.
    pub language: Language,
    /// On which paragraphs; empty is the text as a whole.
    pub paragraphs: BTreeSet<ParagraphId>,
}

/// An act as it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Its number among the acts on this text, counted from 1.
    pub number: u32,
    /// Its number among all acts of this organisation, counted from 1.
    pub seq: u32,
    /// Who acted.
    pub organisation: OrganisationId,
    /// The organisation's home at that time; none for an international body.
    pub home: Option<Home>,
    /// What it did.
    pub kind: ActKind,
    /// By which way.
    pub way: Way,
    /// The digest of the text as it was shown to whoever acted.
    pub text_digest: Digest,
    /// The reservation.
    pub reservation: Option<Statement>,
}

impl Made {
    /// Whether the same act, made again in this way, would prove more than this one. `attested`: the record has this one as attested
    /// alone, whatever signed it in the record before.
    #[must_use]
    pub const fn gains_by(&self, way: &Way, attested: bool) -> bool {
        way.proves_more_than(&self.way) || (attested && matches!(way, Way::Key | Way::Passkey))
    }
}

/// An act in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// The act.
    pub made: Made,
    /// Its place in the log.
    pub position: u64,
    /// When.
    pub at: Moment,
}

/// What the acts on a text add up to. Each organisation counts once, by its newest act.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Organisations that endorse, with a reservation or without.
    pub organisations: u32,
    /// Distinct homes of those; an international body has none.
    pub countries: u32,
    /// Of the organisations: by a signed-in device, without a signature that others can check.
    pub by_device: u32,
    /// Of the organisations: on paper.
    pub on_paper: u32,
    /// Of the organisations: signed by their own key.
    pub by_key: u32,
    /// Of the organisations: signed by a delegate's device.
    pub by_passkey: u32,
    /// Of the organisations: with a reservation.
    pub with_reservation: u32,
    /// Organisations that declined.
    pub declined: u32,
    /// Organisations that withdrew.
    pub withdrawn: u32,
    /// Apart from all of these: organisations whose endorsement stands from before the newest correction, and which have not acted
    /// on the text as corrected. Nobody else's.
    pub before_correction: u32,
}

/// All acts on one text. None is ever erased; the counts are kept each time they change, so that any earlier one is found by a
/// binary search. As in the record, an endorsement counts while its organisation is seated at some summit, and for the country it
/// has then.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Acts {
    acts: Vec<Act>,
    /// What they added up to, with the position since when.
    counted: Vec<(u64, Counts)>,
    newest: BTreeMap<OrganisationId, u32>,
    /// The home of each organisation that acted, as it is now.
    home_of: BTreeMap<OrganisationId, Option<Home>>,
    /// Organisations that acted and have no seat now.
    away: BTreeSet<OrganisationId>,
    homes: BTreeMap<Home, u32>,
    peak: Option<u32>,
    /// Place of the newest correction of the text; 0 before the first.
    corrected: u64,
}

impl Acts {
    /// The acts in order.
    #[must_use]
    pub fn all(&self) -> &[Act] {
        &self.acts
    }
    /// The counts now.
    #[must_use]
    pub fn now(&self) -> Counts {
        self.counted.last().map(|(_, counts)| *counts).unwrap_or_default()
    }
    /// The counts as of a position of the log: after every event up to and with it.
    #[must_use]
    pub fn as_of(&self, position: u64) -> Counts {
        let known = self.counted.partition_point(|(since, _)| *since <= position);
        known.checked_sub(1).and_then(|i| self.counted.get(i)).map(|(_, counts)| *counts).unwrap_or_default()
    }
    /// The highest number of organisations there ever was, and the position at which it was first reached.
    #[must_use]
    pub fn peak(&self) -> Option<(Counts, u64)> {
        let (position, counts) = self.counted.get(self.peak? as usize)?;
        Some((*counts, *position))
    }
    /// An organisation's newest act.
    #[must_use]
    pub fn newest_of(&self, organisation: OrganisationId) -> Option<&Act> {
        self.acts.get(*self.newest.get(&organisation)? as usize)
    }
    /// The newest act of every organisation that acted, by organisation.
    pub fn newest(&self) -> impl Iterator<Item = &Act> {
        self.newest.values().filter_map(|i| self.acts.get(*i as usize))
    }
    /// The acts by which organisations stand as endorsers, by organisation; not of those that have no seat now.
    pub fn standing(&self) -> impl Iterator<Item = &Act> {
        self.newest().filter(|a| a.made.kind.stands() && !self.is_away(a.made.organisation))
    }
    /// Whether an organisation that acted has no seat now, so that its act counts for nothing.
    #[must_use]
    pub fn is_away(&self, organisation: OrganisationId) -> bool {
        self.away.contains(&organisation)
    }
    /// Whether an act is on the text as it was before its newest correction.
    #[must_use]
    pub const fn is_before_correction(&self, act: &Act) -> bool {
        act.position < self.corrected
    }
    /// For which home an organisation that acted counts now; none for an international body.
    #[must_use]
    pub fn home_of(&self, organisation: OrganisationId) -> Option<&Home> {
        self.home_of.get(&organisation)?.as_ref()
    }
    /// How many endorsers each home has.
    pub fn homes(&self) -> impl Iterator<Item = (&Home, u32)> {
        self.homes.iter().map(|(h, n)| (h, *n))
    }

    pub(super) fn add(&mut self, made: Made, position: u64, at: Moment) {
        let mut counts = self.now();
        self.count(&mut counts, made.organisation, false);
        self.away.remove(&made.organisation);
        self.home_of.insert(made.organisation, made.home.clone());
        self.newest.insert(made.organisation, self.acts.len() as u32);
        let organisation = made.organisation;
        self.acts.push(Act { made, position, at });
        self.count(&mut counts, organisation, true);
        self.keep(counts, position);
    }

    /// An organisation lost its seat or has one again, or its home changed.
    pub(super) fn restand(&mut self, organisation: OrganisationId, seated: bool, home: Option<&Home>, position: u64) {
        if !self.newest.contains_key(&organisation) {
            return;
        }
        let mut counts = self.now();
        self.count(&mut counts, organisation, false);
        self.home_of.insert(organisation, home.cloned());
        if seated {
            self.away.remove(&organisation);
        } else {
            self.away.insert(organisation);
        }
        self.count(&mut counts, organisation, true);
        if counts != self.now() {
            self.keep(counts, position);
        }
    }

    /// The text was corrected: the acts so far stand, and are counted apart.
    pub(super) fn corrected(&mut self, position: u64) {
        let mut counts = self.now();
        let organisations: Vec<OrganisationId> = self.newest.keys().copied().collect();
        for organisation in &organisations {
            self.count(&mut counts, *organisation, false);
        }
        self.corrected = position;
        for organisation in &organisations {
            self.count(&mut counts, *organisation, true);
        }
        if counts != self.now() {
            self.keep(counts, position);
        }
    }

    fn keep(&mut self, counts: Counts, position: u64) {
        if self.peak().is_none_or(|(peak, _)| counts.organisations > peak.organisations) {
            self.peak = Some(self.counted.len() as u32);
        }
        self.counted.push((position, counts));
    }

    /// Adds what an organisation's newest act counts for, or takes it out; nothing for one that has no seat.
    fn count(&mut self, counts: &mut Counts, organisation: OrganisationId, add: bool) {
        if let Some(act) = self.newest_of(organisation).cloned().filter(|_| !self.is_away(organisation)) {
            self.tally(counts, &act, add);
        }
        counts.countries = self.homes.len() as u32;
    }

    /// Adds an organisation's newest act to the counts, or takes its former one out.
    fn tally(&mut self, counts: &mut Counts, act: &Act, add: bool) {
        let made = &act.made;
        let step = |count: &mut u32| *count = if add { *count + 1 } else { count.saturating_sub(1) };
        match made.kind {
            ActKind::Decline => return step(&mut counts.declined),
            ActKind::Withdraw => return step(&mut counts.withdrawn),
            _ if self.is_before_correction(act) => return step(&mut counts.before_correction),
            ActKind::EndorseWithReservation => step(&mut counts.with_reservation),
            ActKind::Endorse => {}
        }
        step(&mut counts.organisations);
        match made.way {
            Way::Device => step(&mut counts.by_device),
            Way::Paper(_) => step(&mut counts.on_paper),
            Way::Key => step(&mut counts.by_key),
            Way::Passkey => step(&mut counts.by_passkey),
        }
        if let Some(home) = self.home_of(made.organisation).cloned() {
            let endorsers = self.homes.entry(home.clone()).or_default();
            step(endorsers);
            if *endorsers == 0 {
                self.homes.remove(&home);
            }
        }
    }
}
