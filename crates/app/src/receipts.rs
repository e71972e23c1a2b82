//! Receipts of what entered the record, sent to the contact of the organisation whose entry it is: by another way than the page on which
//! somebody signed.
use domain::{State, id::OrganisationId, procedure, state::Letter};
use ledger::{Checked, Digest, body::Content};

/// Tells letters of acts which entry they are receipts of, and adds letters of what changes who signs for an organisation.
pub(crate) fn receipts(state: &State, leaves: &[Checked], letters: &mut Vec<Letter>) {
    for leaf in leaves {
        let Ok(entry) = leaf.leaf().entry() else { continue };
        let digest = Digest::of(leaf.leaf().bytes()).to_string();
        match &entry.body.content {
            Content::Act(_) | Content::Attested(_) => {
                for letter in letters.iter_mut().filter(|letter| letter.kind == "receipt-endorsement") {
                    letter.with.push(("entry", digest.clone()));
                }
            }
            Content::Rotate { org, .. } => letters.extend(authority(state, org, "rotate", "", digest)),
            Content::Delegate(delegate) => letters.extend(authority(state, &delegate.org, "delegate", &delegate.rep, digest)),
            Content::Revoke { org, rep } => letters.extend(authority(state, org, "revoke", rep, digest)),
            _ => {}
        }
    }
}

/// To the contact at the current summit; nobody where the organisation has none.
fn authority(state: &State, org: &str, act: &str, rep: &str, entry: String) -> Option<Letter> {
    let (organisation, summit) = (org.parse::<OrganisationId>().ok()?, state.programme.current()?);
    let to = procedure::contact_of(state, summit, organisation)?;
    let with = vec![("organisation", org.to_owned()), ("act", act.to_owned()), ("rep", rep.to_owned()), ("entry", entry)];
    Some(Letter { to, summit: Some(summit), kind: "receipt-authority", link: None, with })
}
