//! What a successor takes over from the record that was lost: adopted texts, and the acts on them.
//!
//! A signature is over a body that names its log, so it cannot stand in another one. An act of the former record is therefore *attested*:
//! the clerk says that it was made, and names the former entry by its digest, which the former record's bundles prove. It counts as on
//! paper until the organisation signs again.
use super::{Entered, Pen, Recorder, Signer, acts::kind, blobs, digest};
use domain::{State, command::Way, endorsement::Made, text::Text};
use ledger::{
    Leaf,
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
        for (content, revision) in self.lacking(text) {
            entered.blobs.extend(blobs::of_revision(text, revision));
            let adopted = match &content {
                Content::Text { symbol, manifest } => Some((symbol.clone(), *manifest)),
                _ => None,
            };
            self.enter(pen, content, Signer::Clerk, entered);
            if let Some((symbol, manifest)) = adopted {
                let adopt = Adopt { meeting: adoption.meeting.to_string(), symbol, manifest, how: How::Consensus, poll: None };
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
