//! The register of delegations: what accreditation knows, folded from the events, with its counts kept as it goes.
use super::{AccreditationEvent, Credentials, Delegation, Member, Standing};
use crate::{
    Recorded,
    directory::{Directory, Home},
    id::{DelegationId, OrganisationId, PersonId, SummitId},
    words::Line,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// All delegations and their members.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Accreditation {
    delegations: Vec<Delegation>,
    members: HashMap<PersonId, Member>,
    of_organisation: BTreeMap<(OrganisationId, SummitId), Vec<DelegationId>>,
    invited: BTreeMap<SummitId, BTreeSet<OrganisationId>>,
    seated: BTreeMap<(SummitId, OrganisationId), DelegationId>,
    /// Verified and not decided, in order of submission.
    verified: BTreeSet<(SummitId, u64, DelegationId)>,
    tallies: BTreeMap<SummitId, Tally>,
    /// Members with a photo, and the position at which it was set.
    photos: HashMap<PersonId, u64>,
}

/// One summit's counts; each is a length or a number, read at once.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Tally {
    registered: u32,
    accredited: u32,
    organisations_registered: u32,
    organisations_accredited: u32,
    /// Organisations with registered members, by country.
    countries_registered: BTreeMap<Home, u32>,
    /// Seated organisations, by country.
    countries_accredited: BTreeMap<Home, u32>,
}

/// Counts of one summit. International bodies have no country and never count as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccreditationCount {
    /// Organisations invited.
    pub organisations_invited: u32,
    /// Organisations with at least one registered member.
    pub organisations_registered: u32,
    /// Organisations whose delegation is seated.
    pub organisations_accredited: u32,
    /// Countries of the organisations with registered members.
    pub countries_registered: u32,
    /// Countries of the seated organisations.
    pub countries_accredited: u32,
    /// Members entered and not withdrawn.
    pub registered: u32,
    /// Members accredited.
    pub accredited: u32,
}

impl Accreditation {
    /// Position at which a person's photo was set, when there is one.
    #[must_use]
    pub fn photo_of(&self, person: PersonId) -> Option<u64> {
        self.photos.get(&person).copied()
    }
    /// The delegation of this id.
    #[must_use]
    pub fn delegation(&self, id: DelegationId) -> Option<&Delegation> {
        self.delegations.get((id.0 as usize).checked_sub(1)?)
    }
    /// All delegations in order of invitation.
    pub fn delegations(&self) -> impl Iterator<Item = (DelegationId, &Delegation)> {
        self.delegations.iter().zip(1..).map(|(d, n)| (DelegationId(n), d))
    }
    /// The id the next delegation gets.
    #[must_use]
    pub const fn next(&self) -> DelegationId {
        DelegationId(self.delegations.len() as u32 + 1)
    }
    /// The member this person is.
    #[must_use]
    pub fn member(&self, id: PersonId) -> Option<&Member> {
        self.members.get(&id)
    }
    /// The members of a delegation in order of entry, withdrawn ones too.
    pub fn members(&self, id: DelegationId) -> impl Iterator<Item = (PersonId, &Member)> {
        let people = self.delegation(id).map(|d| d.members.as_slice()).unwrap_or_default();
        people.iter().filter_map(|p| Some((*p, self.members.get(p)?)))
    }
    /// Every delegation the organisation has had at the summit, in order of invitation; more than one means rivals, or that
    /// an earlier one was rejected or revoked.
    #[must_use]
    pub fn of_organisation(&self, summit: SummitId, organisation: OrganisationId) -> &[DelegationId] {
        self.of_organisation.get(&(organisation, summit)).map(Vec::as_slice).unwrap_or_default()
    }
    /// Whether the organisation ever had a delegation.
    #[must_use]
    pub fn has_delegation(&self, organisation: OrganisationId) -> bool {
        let all = (organisation, SummitId(0))..=(organisation, SummitId(u32::MAX));
        self.of_organisation.range(all).next().is_some()
    }
    /// The organisations invited to a summit.
    pub fn invited_organisations(&self, summit: SummitId) -> impl Iterator<Item = OrganisationId> {
        self.invited.get(&summit).into_iter().flatten().copied()
    }
    /// The delegation that holds the organisation's seat, accepted or provisionally; at most one.
    #[must_use]
    pub fn seated(&self, summit: SummitId, organisation: OrganisationId) -> Option<DelegationId> {
        self.seated.get(&(summit, organisation)).copied()
    }
    /// The organisations seated at a summit, each with its delegation.
    pub fn seated_organisations(&self, summit: SummitId) -> impl Iterator<Item = (OrganisationId, DelegationId)> {
        let all = (summit, OrganisationId(0))..=(summit, OrganisationId(u32::MAX));
        self.seated.range(all).map(|((_, o), d)| (*o, *d))
    }
    /// Delegations of a summit whose verified credentials await the decision, in order of submission.
    pub fn verified(&self, summit: SummitId) -> impl Iterator<Item = DelegationId> {
        let all = (summit, 0, DelegationId(0))..=(summit, u64::MAX, DelegationId(u32::MAX));
        self.verified.range(all).map(|(.., d)| *d)
    }
    /// The delegations that claim one organisation's seat, the first submitted first; two or more are rivals.
    #[must_use]
    pub fn claims(&self, summit: SummitId, organisation: OrganisationId) -> Vec<DelegationId> {
        let claim = |id: &DelegationId| self.delegation(*id).filter(|d| d.credentials.claims()).map(|d| (d.submitted, *id));
        let mut claims: Vec<_> = self.of_organisation(summit, organisation).iter().filter_map(claim).collect();
        claims.sort_unstable();
        claims.into_iter().map(|(_, id)| id).collect()
    }
    /// Another delegation that claims the same seat.
    #[must_use]
    pub fn rival(&self, id: DelegationId) -> Option<DelegationId> {
        let d = self.delegation(id)?;
        self.claims(d.summit, d.organisation).into_iter().find(|other| *other != id)
    }
    /// Members of the organisation's delegations, rivals too, entered and not withdrawn.
    #[must_use]
    pub fn registered_of(&self, summit: SummitId, organisation: OrganisationId) -> u32 {
        let ids = self.of_organisation(summit, organisation);
        ids.iter().filter_map(|id| self.delegation(*id)).map(Delegation::registered).sum()
    }
    /// Accredited members of the organisation.
    #[must_use]
    pub fn accredited_of(&self, summit: SummitId, organisation: OrganisationId) -> u32 {
        let seated = self.seated(summit, organisation).and_then(|id| self.delegation(id));
        seated.map_or(0, Delegation::accredited)
    }
    /// The counts of a summit; independent of its size.
    #[must_use]
    pub fn count(&self, summit: SummitId) -> AccreditationCount {
        let organisations_invited = self.invited.get(&summit).map_or(0, BTreeSet::len) as u32;
        let Some(t) = self.tallies.get(&summit) else {
            return AccreditationCount { organisations_invited, ..AccreditationCount::default() };
        };
        AccreditationCount {
            organisations_invited,
            organisations_registered: t.organisations_registered,
            organisations_accredited: t.organisations_accredited,
            countries_registered: t.countries_registered.len() as u32,
            countries_accredited: t.countries_accredited.len() as u32,
            registered: t.registered,
            accredited: t.accredited,
        }
    }

    pub(crate) fn evolve(&mut self, event: &AccreditationEvent, recorded: &Recorded, directory: &Directory) {
        match event {
            AccreditationEvent::DelegationInvited { id, summit, organisation, focal_point } => {
                self.invited(*id, *summit, *organisation, *focal_point);
            }
            AccreditationEvent::MemberEntered { delegation, person, rank, languages } => {
                let Some(d) = self.delegation_mut(*delegation) else { return };
                let standing = if d.credentials.admits_singly() { Standing::Pending } else { Standing::Entered };
                d.members.push(*person);
                let member =
                    Member { delegation: *delegation, rank: *rank, acting: false, languages: languages.clone(), standing };
                self.members.insert(*person, member);
                self.registered(*person, true, directory);
            }
            AccreditationEvent::MemberAmended { person, rank, languages } => self.amended(*person, *rank, languages),
            AccreditationEvent::MemberWithdrawn { person } => {
                self.set_standing(*person, Standing::Withdrawn);
                self.registered(*person, false, directory);
            }
            AccreditationEvent::AlternateDesignated { person, acting } => {
                if let Some(m) = self.members.get_mut(person) {
                    m.acting = *acting;
                }
            }
            AccreditationEvent::CredentialsSubmitted { delegation } => {
                if let Some(d) = self.delegation_mut(*delegation) {
                    d.submitted = Some(recorded.position);
                }
                self.moved_to(*delegation, Credentials::Submitted, None, directory);
            }
            AccreditationEvent::CategoryClaimed { delegation, category } => {
                if let Some(d) = self.delegation_mut(*delegation) {
                    d.claimed = Some(*category);
                }
            }
            AccreditationEvent::PhotoSet { person } => {
                self.photos.insert(*person, recorded.position);
            }
            AccreditationEvent::PhotoRemoved { person } => self.erased(*person),
            // On the record for whoever asks why one delegation sits; the claims themselves tell the rest.
            AccreditationEvent::SeatContested { .. } => {}
            AccreditationEvent::CredentialsMoved { delegation, to, reason, .. } => {
                self.moved_to(*delegation, *to, reason.as_ref(), directory);
            }
            AccreditationEvent::MembersAccredited { members, .. } => {
                for (person, seat) in members {
                    self.set_standing(*person, Standing::Accredited(*seat));
                }
            }
            AccreditationEvent::RivalDecided { seated, rejected, reason } => {
                for loser in rejected {
                    self.moved_to(*loser, Credentials::Rejected, reason.as_ref(), directory);
                }
                self.moved_to(*seated, Credentials::Accepted, reason.as_ref(), directory);
            }
        }
    }

    /// Tells the register that a person was erased: the photo went with the rest.
    pub(crate) fn erased(&mut self, person: PersonId) {
        self.photos.remove(&person);
    }

    /// Tells the register that an organisation's home was amended: it counts for its new country from now on.
    pub(crate) fn rehomed(&mut self, organisation: OrganisationId, former: Option<&Home>, new: Option<&Home>) {
        let all = (organisation, SummitId(0))..=(organisation, SummitId(u32::MAX));
        let summits: Vec<SummitId> = self.of_organisation.range(all).map(|((_, s), _)| *s).collect();
        for summit in summits {
            let registered = self.registered_of(summit, organisation) > 0;
            let seated = self.seated(summit, organisation).is_some();
            let tally = self.tallies.entry(summit).or_default();
            for (applies, countries) in [(registered, &mut tally.countries_registered), (seated, &mut tally.countries_accredited)]
            {
                if applies {
                    shift(countries, former, false);
                    shift(countries, new, true);
                }
            }
        }
    }

    fn delegation_mut(&mut self, id: DelegationId) -> Option<&mut Delegation> {
        self.delegations.get_mut((id.0 as usize).checked_sub(1)?)
    }

    fn invited(&mut self, id: DelegationId, summit: SummitId, organisation: OrganisationId, focal_point: PersonId) {
        self.delegations.push(Delegation {
            summit,
            organisation,
            credentials: Credentials::Invited,
            reason: None,
            focal_point,
            submitted: None,
            claimed: None,
            members: Vec::new(),
            by_rank: [0; 4],
            accredited: 0,
        });
        self.of_organisation.entry((organisation, summit)).or_default().push(id);
        self.invited.entry(summit).or_default().insert(organisation);
    }

    fn amended(&mut self, person: PersonId, rank: super::Rank, languages: &[crate::language::Language]) {
        let Some(m) = self.members.get_mut(&person) else { return };
        let former = std::mem::replace(&mut m.rank, rank);
        languages.clone_into(&mut m.languages);
        m.acting &= rank == super::Rank::Alternate;
        let delegation = m.delegation;
        if let Some(d) = self.delegation_mut(delegation) {
            d.by_rank[former as usize] = d.by_rank[former as usize].saturating_sub(1);
            d.by_rank[rank as usize] += 1;
        }
    }

    /// Counts a member in or out as registered.
    fn registered(&mut self, person: PersonId, comes: bool, directory: &Directory) {
        let Some(&Member { delegation, rank, .. }) = self.members.get(&person) else { return };
        let Some(d) = self.delegation_mut(delegation) else { return };
        let at_rank = &mut d.by_rank[rank as usize];
        *at_rank = if comes { *at_rank + 1 } else { at_rank.saturating_sub(1) };
        let (summit, organisation) = (d.summit, d.organisation);
        let left = self.registered_of(summit, organisation);
        let home = directory.get(organisation).and_then(|o| o.home.as_ref());
        let tally = self.tallies.entry(summit).or_default();
        tally.registered = if comes { tally.registered + 1 } else { tally.registered.saturating_sub(1) };
        if (comes && left == 1) || (!comes && left == 0) {
            let organisations = &mut tally.organisations_registered;
            *organisations = if comes { *organisations + 1 } else { organisations.saturating_sub(1) };
            shift(&mut tally.countries_registered, home, comes);
        }
    }

    fn set_standing(&mut self, person: PersonId, standing: Standing) {
        let Some(m) = self.members.get_mut(&person) else { return };
        let before = m.is_accredited();
        m.standing = standing;
        let (after, delegation) = (m.is_accredited(), m.delegation);
        let Some(d) = self.delegation_mut(delegation) else { return };
        let change = |n: u32| n.saturating_add(u32::from(after)).saturating_sub(u32::from(before));
        d.accredited = change(d.accredited);
        let summit = d.summit;
        let tally = self.tallies.entry(summit).or_default();
        tally.accredited = change(tally.accredited);
    }

    fn moved_to(&mut self, id: DelegationId, to: Credentials, reason: Option<&Line>, directory: &Directory) {
        let Some(d) = self.delegation_mut(id) else { return };
        let from = std::mem::replace(&mut d.credentials, to);
        d.reason = reason.cloned();
        let (summit, organisation, order) = (d.summit, d.organisation, d.submitted.unwrap_or_default());
        if to == Credentials::Verified {
            self.verified.insert((summit, order, id));
        } else {
            self.verified.remove(&(summit, order, id));
        }
        if to.is_over() {
            let ended: Vec<PersonId> = self.members(id).filter(|(_, m)| m.is_accredited()).map(|(p, _)| p).collect();
            ended.into_iter().for_each(|p| self.set_standing(p, Standing::Ended));
        }
        if from.is_seated() == to.is_seated() {
            return;
        }
        let home = directory.get(organisation).and_then(|o| o.home.as_ref());
        let tally = self.tallies.entry(summit).or_default();
        if to.is_seated() {
            self.seated.insert((summit, organisation), id);
            tally.organisations_accredited += 1;
        } else {
            self.seated.remove(&(summit, organisation));
            tally.organisations_accredited = tally.organisations_accredited.saturating_sub(1);
        }
        shift(&mut tally.countries_accredited, home, to.is_seated());
    }
}

/// Counts an organisation in or out of its country; the entry of a country that is left empty goes.
fn shift(countries: &mut BTreeMap<Home, u32>, home: Option<&Home>, comes: bool) {
    let Some(home) = home else { return };
    if comes {
        *countries.entry(home.clone()).or_default() += 1;
    } else if let Some(n) = countries.get_mut(home) {
        *n = n.saturating_sub(1);
        if *n == 0 {
            countries.remove(home);
        }
    }
}
