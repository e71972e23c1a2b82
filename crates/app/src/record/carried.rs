//! What a successor takes over from the record that was lost: adopted texts, and the acts on them.
//!
//! A signature is over a body that names its log, so it cannot stand in another one. An act of the former record is therefore *attested*:
//! the clerk says that it was made, and names the former entry by its digest, which the former record's bundles prove. It counts as on
//! paper until the organisation signs again.
use super::{Entered, Pen, RecordView, Recorder, Signer, acts::kind, blobs, digest};
use domain::{
    Actor, Command, State,
    command::Way,
    endorsement::Made,
    id::{OrganisationId, TextId},
    text::Text,
};
use ledger::{
    Leaf, Replay,
    authority::Means,
    body::{Adopt, Attested, Content, How},
    form::Digest,
};
use std::collections::BTreeMap;

/// The newest act of each organisation on each manifest in a record, by the digest of its leaf or, where it was attested, of its evidence.
pub type FormerActs = BTreeMap<(String, Digest), Digest>;

/// The acts in a record's leaves.
pub fn former_acts<'a>(leaves: impl IntoIterator<Item = &'a [u8]>) -> FormerActs {
    let mut acts = FormerActs::new();
    for bytes in leaves {
        let Ok(leaf) = Leaf::parse(bytes) else { continue };
        match leaf.entry().map(|entry| &entry.body.content) {
            Ok(Content::Act(act)) => drop(acts.insert((act.org.clone(), act.manifest), Digest::of(bytes))),
            Ok(Content::Attested(act)) => drop(acts.insert((act.org.clone(), act.manifest), act.evidence)),
            _ => {}
        }
    }
    acts
}

impl Recorder {
    /// Whether the act that is asked for would stand where this record has attested the same organisation's act alone.
    pub(crate) fn attests(&self, state: &State, actor: &Actor, command: &Command) -> bool {
        attested(&self.replay, state, actor, command)
    }
    /// Enters what the predecessor had and this record lacks; nothing where there is none. Acts of an organisation wait for its
    /// accreditation.
    pub(super) fn carry(&mut self, state: &State, pen: &mut Pen<'_>, entered: &mut Entered) {
        if self.replay.predecessor().is_none() {
            return;
        }
        for (id, text) in state.texts.iter().filter(|(_, text)| text.adoption.is_some()) {
            self.carry_text(text, pen, entered);
            for act in state.endorsements.of(id).into_iter().flat_map(|acts| acts.newest()) {
                // Each act is on the version that was in force when it was made.
                if let Some(manifest) = text.manifest_at(act.position) {
                    self.carry_act(&act.made, digest(manifest), pen, entered);
                }
            }
        }
    }

    /// The versions of a text that this record lacks: as adopted, then each correction.
    fn carry_text(&mut self, text: &Text, pen: &mut Pen<'_>, entered: &mut Entered) {
        let Some(adoption) = &text.adoption else { return };
        // A poll of the former record is not named: nobody could look it up here.
        let how = if adoption.poll.is_some() { How::Vote } else { How::Consensus };
        for (content, revision) in self.lacking(text) {
            entered.blobs.extend(blobs::of_revision(text, revision));
            let adopted = match &content {
                Content::Text { symbol, manifest } => Some((symbol.clone(), *manifest)),
                _ => None,
            };
            self.enter(pen, content, Signer::Clerk, entered);
            if let Some((symbol, manifest)) = adopted {
                let adopt = Adopt { meeting: adoption.meeting.to_string(), symbol, manifest, how, poll: None };
                self.enter(pen, Content::Adopt(adopt), Signer::Clerk, entered);
            }
        }
    }

    fn carry_act(&mut self, made: &Made, manifest: Digest, pen: &mut Pen<'_>, entered: &mut Entered) {
        let org = made.organisation.to_string();
        let accredited = self.replay.organisations().get(&org).is_some_and(|o| o.accredited);
        let known = self.replay.acts_on(&manifest).is_some_and(|acts| acts.contains_key(&org));
        if known || !accredited {
            return;
        }
        let evidence = match made.way {
            Way::Device => None,
            Way::Paper(evidence) => Some(digest(evidence)),
            Way::Key | Way::Passkey => self.setup.former.get(&(org.clone(), manifest)).copied(),
        };
        let Some(evidence) = evidence else { return };
        let seq = self.next_seq(&org, made.seq);
        let attested = Attested { act: kind(made.kind), org, seq, manifest, evidence };
        self.enter(pen, Content::Attested(attested), Signer::Clerk, entered);
    }
}

/// Whether a successor has an organisation's newest act on the text as attested alone: signed again, it proves more.
fn attests(replay: &Replay, state: &State, text: TextId, organisation: OrganisationId) -> bool {
    let manifest = state.texts.get(text).and_then(|t| t.adoption.as_ref()).map(|adoption| digest(adoption.manifest));
    let acts = manifest.filter(|_| replay.predecessor().is_some()).and_then(|manifest| replay.acts_on(&manifest));
    acts.and_then(|acts| acts.get(&organisation.to_string())).is_some_and(|given| given.means == Means::Paper)
}

/// The same of the act that somebody asks for.
pub(crate) fn attested(replay: &Replay, state: &State, actor: &Actor, command: &Command) -> bool {
    let Command::Endorsement(command) = command else { return false };
    let organisation = actor.holder(state).and_then(|seat| seat.organisation);
    organisation.is_some_and(|organisation| attests(replay, state, command.text(), organisation))
}

/// Endorsements of a text that were signed in the former record, and stand in this one as attested by their old entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SignedBefore {
    /// By the organisation's own key.
    pub by_key: u64,
    /// By a representative's passkey.
    pub by_passkey: u64,
}

impl RecordView {
    /// What of a text's endorsements was signed in the former record; nothing where this record succeeds none.
    #[must_use]
    pub fn signed_before(&self, state: &State, text: TextId) -> SignedBefore {
        let mut before = SignedBefore::default();
        let replay = self.replay();
        let (Some(_), Some(versions), Some(acts)) = (replay.predecessor(), state.texts.get(text), state.endorsements.of(text))
        else {
            return before;
        };
        for act in acts.standing() {
            // On paper here, signed there; an act on paper there is on paper in both.
            let known = versions.manifest_at(act.position).and_then(|manifest| replay.acts_on(&digest(manifest)));
            let given = known.and_then(|acts| acts.get(&act.made.organisation.to_string()));
            if given.is_none_or(|given| given.means != Means::Paper) {
                continue;
            }
            match act.made.way {
                Way::Key => before.by_key += 1,
                Way::Passkey => before.by_passkey += 1,
                Way::Paper(_) | Way::Device => {}
            }
        }
        before
    }
    /// Whether this record has an organisation's newest act on the text as attested alone, because it was signed in the one before.
    #[must_use]
    pub fn attests(&self, state: &State, text: TextId, organisation: OrganisationId) -> bool {
        attests(&self.replay(), state, text, organisation)
    }
    /// The origin of the record that this one succeeds.
    #[must_use]
    pub fn former_log(&self) -> Option<String> {
        self.replay().predecessor().map(|former| former.log.clone())
    }
    /// Whether this record knows the poll, by its id; one that was opened under a former record stands in that one alone.
    #[must_use]
    pub fn knows_poll(&self, id: &str) -> bool {
        self.replay().polls().contains_key(id)
    }
}
