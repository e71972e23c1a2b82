//! What an act brings into the record: written and judged before anything of it is folded.
use super::{Entered, Pen, Recorder, blobs, corrections::sound, digest, refuses};
use domain::{
    Actor, Command, Event, Invalid, Moment, No, Recorded, Refusal, State,
    command::Way,
    endorsement::{EndorsementEvent, Made},
    id::TextId,
    registry::{Entry, RegistryCommand, RegistryEvent},
    text::{Text, TextEvent},
};
use ledger::{
    Checked, Leaf, SigningKey,
    body::{self, ActKind, Adopt, Attested, Content, How},
    form::{Digest, Key, from_base64url},
};

/// A command as the record sees it.
pub(crate) struct Asked<'a> {
    /// The state before it.
    pub state: &'a State,
    /// On whose behalf.
    pub actor: &'a Actor,
    /// What was asked.
    pub command: &'a Command,
    /// What it leads to.
    pub recorded: &'a [Recorded],
    /// The leaf that came with it.
    pub signed: Option<&'a Checked>,
    /// When.
    pub now: Moment,
    /// Its randomness.
    pub entropy: [u8; 32],
}

impl Recorder {
    /// The entries of an act, judged and not yet folded.
    ///
    /// # Errors
    /// A refusal when the record would not take one of them: then nothing of the act may be done.
    pub(crate) fn of_act(&self, asked: &Asked<'_>) -> Result<Entered, No> {
        let mut entered = Entered::default();
        let mut pen = Pen::new(&self.setup.origin, asked.now, asked.entropy);
        for Recorded { event, .. } in asked.recorded {
            match event {
                Event::Text(TextEvent::TextTabled { text, revision }) => {
                    self.text(asked, *text, *revision, &mut pen, &mut entered)?
                }
                Event::Text(
                    TextEvent::TextAdopted { text, revision, .. } | TextEvent::TextAdoptedByVote { text, revision, .. },
                ) => self.adoption(asked, event, (*text, *revision), &mut pen, &mut entered)?,
                Event::Text(TextEvent::CorrectionProposed { text, .. }) => Self::proposed(asked, *text)?,
                Event::Text(TextEvent::TextCorrected { text }) => self.issued(asked, *text, &mut pen, &mut entered)?,
                Event::Endorsement(EndorsementEvent::ActMade { text, act }) => {
                    self.endorsement(asked, *text, act, &mut pen, &mut entered)?;
                }
                Event::Poll(event) => self.poll(asked, event, &mut pen, &mut entered)?,
                Event::Registry(RegistryEvent::OrganisationKeySet { organisation, key }) => {
                    let key = Key::parse(key.as_str()).ok_or_else(|| Invalid::new("key", domain::FieldProblem::NotAKey))?;
                    let focal = domain::procedure::handing_in(asked.state, asked.actor).is_some();
                    let known = self.replay.organisations().get(&organisation.to_string()).and_then(|o| o.key());
                    if focal && known.is_some() {
                        return Err(Refusal::new("key-rotates-itself").into());
                    }
                    let keys = self.accreditors()?;
                    self.write(&mut pen, Content::Rotate { org: organisation.to_string(), key }, &keys, &mut entered)?;
                }
                _ => {}
            }
        }
        if let Command::Registry(RegistryCommand::EnterEntries { entries }) = asked.command {
            self.brought(asked.state, entries, &mut entered)?;
        }
        self.judge(&entered.leaves)?;
        Ok(entered)
    }

    fn adoption(
        &self,
        asked: &Asked<'_>,
        event: &Event,
        (text, revision): (TextId, u32),
        pen: &mut Pen<'_>,
        entered: &mut Entered,
    ) -> Result<(), No> {
        let (meeting, manifest, poll) = match event {
            Event::Text(TextEvent::TextAdopted { meeting, manifest, .. }) => (meeting, manifest, None),
            Event::Text(TextEvent::TextAdoptedByVote { meeting, manifest, poll, .. }) => (meeting, manifest, Some(poll)),
            _ => return Ok(()),
        };
        let found = asked.state.texts.get(text).ok_or(No::unknown("text"))?;
        let symbol = found.revision(revision).map_or(&found.symbol, |r| &r.symbol).to_string();
        if self.replay.symbol_of(&digest(*manifest)).is_none() {
            // Tabled before this record began.
            self.text(asked, text, revision, pen, entered)?;
        }
        // A poll that the record does not know is not named: nobody could look it up.
        let named = poll.map(ToString::to_string).filter(|id| self.replay.polls().contains_key(id));
        let how = if poll.is_some() { How::Vote } else { How::Consensus };
        let adopt = Adopt { meeting: meeting.to_string(), symbol, manifest: digest(*manifest), how, poll: named };
        Ok(self.clerk(pen, Content::Adopt(adopt), entered)?)
    }

    /// The accreditors' keys, where the server holds enough of them.
    fn accreditors(&self) -> Result<Vec<&SigningKey>, Refusal> {
        let held = &self.setup.accreditors;
        if (held.len() as u64) < self.replay.threshold().max(1) {
            return Err(Refusal::new("accreditors-sign-elsewhere"));
        }
        Ok(held.iter().collect())
    }

    pub(super) fn clerk(&self, pen: &mut Pen<'_>, content: Content, entered: &mut Entered) -> Result<(), Refusal> {
        self.write(pen, content, &[&self.setup.clerk], entered)
    }

    fn write(&self, pen: &mut Pen<'_>, content: Content, keys: &[&SigningKey], entered: &mut Entered) -> Result<(), Refusal> {
        let leaf = pen.leaf(content, keys).map_err(|broken| refuses(&broken))?;
        entered.leaves.push(self.replay.check(leaf));
        Ok(())
    }

    pub(super) fn text(
        &self,
        asked: &Asked<'_>,
        id: TextId,
        revision: u32,
        pen: &mut Pen<'_>,
        entered: &mut Entered,
    ) -> Result<(), No> {
        let text = asked.state.texts.get(id).ok_or(No::unknown("text"))?;
        let revision = text.revision(revision).ok_or(No::unknown("text"))?;
        let blobs = blobs::of_revision(text, revision);
        sound(&blobs)?;
        let manifest = blobs.first().map(|m| Digest::of(m)).ok_or(No::unknown("text"))?;
        self.clerk(pen, Content::Text { symbol: revision.symbol.to_string(), manifest }, entered)?;
        entered.blobs.extend(blobs);
        Ok(())
    }

    fn endorsement(&self, asked: &Asked<'_>, id: TextId, act: &Made, pen: &mut Pen<'_>, entered: &mut Entered) -> Result<(), No> {
        let text = asked.state.texts.get(id).ok_or(No::unknown("text"))?;
        let adoption = text.adoption.as_ref().ok_or(No::unknown("text"))?;
        let manifest = digest(adoption.manifest);
        match act.way {
            // Counted apart, and never in the record: nobody else could check it.
            Way::Device => Ok(()),
            Way::Paper(evidence) => {
                let org = act.organisation.to_string();
                let seq = self.next_seq(&org, act.seq);
                let attested = Attested { act: kind(act.kind), org, seq, manifest, evidence: digest(evidence) };
                Ok(self.clerk(pen, Content::Attested(attested), entered)?)
            }
            Way::Key | Way::Passkey => self.signed(asked, text, act, manifest, entered),
        }
    }

    /// The number that an organisation's next act takes: above all that the record knows of it.
    pub(super) fn next_seq(&self, org: &str, at_least: u32) -> u64 {
        let known = self.replay.organisations().get(org).and_then(|o| o.seq);
        known.map_or(0, |seq| seq + 1).max(u64::from(at_least))
    }

    fn signed(&self, asked: &Asked<'_>, text: &Text, act: &Made, manifest: Digest, entered: &mut Entered) -> Result<(), No> {
        let differs = |what: &'static str| No::from(Refusal::new("signed-otherwise").with("field", what));
        let signed = asked.signed.ok_or(Refusal::new("signature-required").with("symbol", &text.symbol))?;
        let body = &signed.leaf().entry().map_err(refuses)?.body;
        let Content::Act(said) = &body.content else { return Err(differs("type")) };
        if said.kind != kind(act.kind) {
            return Err(differs("type"));
        }
        if said.org != act.organisation.to_string() {
            return Err(differs("org"));
        }
        if said.manifest != manifest {
            return Err(differs("manifest"));
        }
        let symbol = text.adopted().map_or(&text.symbol, |r| &r.symbol);
        let reservation = act.reservation.as_ref().and_then(|s| blobs::of_reservation(symbol, act.organisation, s));
        if said.reservation != reservation.as_ref().map(|[manifest, ..]| Digest::of(manifest)) {
            return Err(differs("reservation"));
        }
        own_device(asked, said.rep.as_deref())?;
        entered.blobs.extend(reservation.into_iter().flatten());
        entered.leaves.push(signed.clone());
        Ok(())
    }

    fn brought(&self, state: &State, entries: &[Entry], entered: &mut Entered) -> Result<(), No> {
        for (index, entry) in entries.iter().enumerate() {
            let field = || Invalid::new(&format!("entries.{index}"), domain::FieldProblem::NotAKey);
            let bytes = from_base64url(entry.as_str()).ok_or_else(field)?;
            let leaf = Leaf::parse(&bytes).map_err(|broken| refuses(&broken))?;
            let body = &leaf.entry().map_err(refuses)?.body;
            match &body.content {
                // The names that an entry binds must be there for whoever checks it.
                Content::Accredit(accredit) => {
                    let listed = accredit.org.parse().ok().and_then(|id| state.directory.get(id));
                    let names = listed.and_then(|o| blobs::of_names(&o.names));
                    let names = names.filter(|blob| Digest::of(blob) == accredit.names);
                    entered.blobs.push(names.ok_or(Refusal::new("signed-otherwise").with("field", "names"))?);
                }
                Content::Officers(_)
                | Content::Discredit { .. }
                | Content::Rotate { .. }
                | Content::Delegate(_)
                | Content::Revoke { .. } => {}
                // Acts on texts and votes have ways of their own, where the rules of procedure are asked too.
                other => {
                    return Err(Refusal::new("entry-has-its-own-way").with("kind", other.type_name()).into());
                }
            }
            entered.leaves.push(self.replay.check(leaf));
        }
        Ok(())
    }
}

/// A device signs for whoever registered it, not for a colleague who is signed in.
///
/// # Errors
/// `device-ended` or `signed-otherwise`.
pub(super) fn own_device(asked: &Asked<'_>, rep: Option<&str>) -> Result<(), Refusal> {
    let Some(device) = rep.and_then(|rep| asked.state.registry.device(rep)) else { return Ok(()) };
    // From the moment it is ended: the accreditors may sign its end elsewhere, and later.
    if device.ended {
        return Err(Refusal::new("device-ended"));
    }
    let person = asked.actor.holder(asked.state).map(|s| s.person);
    if Some(device.person) != person {
        return Err(Refusal::new("signed-otherwise").with("field", "rep"));
    }
    Ok(())
}

pub(super) const fn kind(kind: domain::endorsement::ActKind) -> ActKind {
    use domain::endorsement::ActKind as K;
    match kind {
        K::Endorse => body::ActKind::Endorse,
        K::EndorseWithReservation => body::ActKind::EndorseWithReservation,
        K::Decline => body::ActKind::Decline,
        K::Withdraw => body::ActKind::Withdraw,
    }
}
