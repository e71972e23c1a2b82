//! From what a body says to its canonical form.
use super::{Act, Body, Content, Delegate, Genesis, Officers, Tally};
use crate::canonical::{CanonicalError, canonical};
use crate::form::Key;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use std::fmt::Display;

impl Body {
    /// The canonical form: the bytes that are signed. What is not of its form is written as it is, and refused in reading.
    ///
    /// # Errors
    /// [`CanonicalError::NotAllowed`] for a number above 2^53−1.
    pub fn to_canonical(&self) -> Result<Vec<u8>, CanonicalError> {
        canonical(&self.to_value())
    }
    fn to_value(&self) -> Value {
        let mut map = match content(&self.content) {
            Value::Object(map) => map,
            _ => Map::new(),
        };
        map.insert("v".into(), 1.into());
        map.insert("log".into(), self.log.clone().into());
        map.insert("type".into(), self.content.type_name().into());
        map.insert("nonce".into(), self.nonce.to_string().into());
        map.insert("at".into(), self.at.as_str().into());
        Value::Object(map)
    }
}

fn content(content: &Content) -> Value {
    match content {
        Content::Genesis(genesis) => self::genesis(genesis),
        Content::Officers(officers) => self::officers(officers),
        Content::Accredit(a) => json!({
            "org": a.org, "country": a.country, "category": a.category, "names": text(&a.names), "key": or_empty(a.key.as_ref()),
        }),
        Content::Discredit { org, reason } => json!({ "org": org, "reason_sha256": text(reason) }),
        Content::Rotate { org, key } => json!({ "org": org, "key": text(key) }),
        Content::Delegate(delegate) => self::delegate(delegate),
        Content::Revoke { org, rep } => json!({ "org": org, "rep": rep }),
        Content::Text { symbol, manifest } => json!({ "symbol": symbol, "manifest": text(manifest) }),
        Content::Adopt(a) => json!({
            "meeting": a.meeting, "symbol": a.symbol, "manifest": text(&a.manifest), "how": a.how.as_str(),
            "poll": or_empty(a.poll.as_ref()),
        }),
        Content::Act(act) => self::act(act),
        Content::Attested(a) => json!({
            "act": a.act.as_str(), "org": a.org, "seq": a.seq, "manifest": text(&a.manifest), "evidence_sha256": text(&a.evidence),
        }),
        Content::Poll(p) => {
            let electorate: Vec<_> = p.electorate.iter().map(|(org, votes)| json!({ "org": org, "votes": votes })).collect();
            json!({
                "poll": p.poll, "meeting": p.meeting, "question": text(&p.question), "method": p.method.as_str(),
                "electorate": electorate,
            })
        }
        Content::Cast { poll, org, vote } => json!({ "poll": poll, "org": org, "vote_sha256": text(vote) }),
        Content::Lock { poll } => json!({ "poll": poll }),
        Content::Vote(v) => {
            let parts: Vec<_> = v.parts.iter().map(|(c, votes)| json!({ "choice": c.as_str(), "votes": votes })).collect();
            json!({ "poll": v.poll, "org": v.org, "rep": or_empty(v.rep.as_ref()), "parts": parts })
        }
        Content::Outcome(outcome) => {
            let mut map = tally(&outcome.tally);
            map.insert("poll".into(), outcome.poll.clone().into());
            Value::Object(map)
        }
        Content::Delegation { summit, org, registered, accredited } => {
            json!({ "summit": summit, "org": org, "registered": registered, "accredited": accredited })
        }
        Content::Present { summit, persons } => {
            let persons: Vec<_> = persons.iter().map(|(org, commitment)| json!([org, text(commitment)])).collect();
            json!({ "summit": summit, "persons": persons })
        }
        Content::Minute { meeting, kind, sha256 } => {
            json!({ "meeting": meeting, "kind": kind.as_str(), "sha256": text(sha256) })
        }
        Content::Correct(c) => json!({
            "symbol": c.symbol, "from": text(&c.from), "to": text(&c.to), "languages": set(c.languages.iter().cloned()),
        }),
    }
}

fn genesis(genesis: &Genesis) -> Value {
    let mut value = json!({
        "accreditors": keys(&genesis.accreditors), "threshold": genesis.threshold, "names": text(&genesis.names),
        "rp": { "id": genesis.rp.id, "origins": genesis.rp.origins },
    });
    if let Some(p) = &genesis.predecessor {
        value["predecessor"] = json!({ "log": p.log, "size": p.size, "root": STANDARD.encode(p.root) });
    }
    value
}

fn officers(officers: &Officers) -> Value {
    let clerk = |clerk: &super::Clerk| json!({ "key": text(&clerk.key), "duties": set(clerk.duties.iter().map(|duty| duty.as_str().to_owned())) });
    let clerks: Vec<_> = officers.clerks.iter().map(clerk).collect();
    json!({ "accreditors": keys(&officers.accreditors), "threshold": officers.threshold, "clerks": clerks })
}

fn delegate(d: &Delegate) -> Value {
    let scope = set(d.scope.iter().map(|scope| scope.as_str().to_owned()));
    json!({
        "org": d.org, "rep": d.rep, "alg": "webauthn-es256", "key": text(&d.key), "scope": scope, "until": d.until.as_str(),
    })
}

fn act(act: &Act) -> Value {
    let mut value = json!({
        "org": act.org, "seq": act.seq, "rep": or_empty(act.rep.as_ref()), "manifest": text(&act.manifest),
    });
    if let Some(reservation) = &act.reservation {
        value["reservation"] = text(reservation);
    }
    value
}

fn tally(t: &Tally) -> Map<String, Value> {
    [("yes", t.yes), ("no", t.no), ("abstain", t.abstain), ("not-participating", t.not_participating), ("absent", t.absent)]
        .map(|(name, votes)| (name.to_owned(), votes.into()))
        .into_iter()
        .collect()
}

fn text(written: &impl Display) -> Value {
    written.to_string().into()
}

fn keys(keys: &[Key]) -> Value {
    set(keys.iter().map(ToString::to_string))
}

/// Sets are sorted as they are written: the order of keys' bytes is not that of their base64url.
fn set(members: impl Iterator<Item = String>) -> Value {
    let mut members: Vec<_> = members.collect();
    members.sort_unstable();
    members.into()
}

fn or_empty(written: Option<&impl Display>) -> String {
    written.map(ToString::to_string).unwrap_or_default()
}
