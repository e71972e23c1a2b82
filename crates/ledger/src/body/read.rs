//! From the fields of a body to what it says: every field in its form, none missing, none more.
use super::{
    Accredit, Act, ActKind, Adopt, Attested, Body, Choice, Clerk, Content, Correct, Delegate, Duty, Genesis, How, MAX_PERSONS,
    Method, MinuteKind, Officers, Outcome, Poll, Predecessor, RelyingParty, Scope, Tally, Vote,
};
use crate::fields::Fields;
use crate::form::{Digest, Key, Nonce, is_country, is_id, is_language, is_origin, is_symbol};
use crate::reason::Reason;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use std::collections::BTreeMap;

type Read<T> = Result<T, Reason>;

impl Body {
    /// Reads what is left of a body once `v`, `log` and `nonce` are taken.
    ///
    /// # Errors
    /// [`Reason::UnknownType`], [`Reason::MissingField`], [`Reason::Malformed`], [`Reason::UnknownField`].
    pub(crate) fn read(log: String, nonce: Nonce, mut fields: Fields) -> Read<Self> {
        let name = fields.text("type")?;
        let at = fields.moment("at")?;
        let content = content(&name, &mut fields)?;
        fields.finish()?;
        Ok(Self { log, nonce, at, content })
    }
}

fn content(name: &str, f: &mut Fields) -> Read<Content> {
    Ok(match name {
        "genesis" => Content::Genesis(genesis(f)?),
        "officers" => Content::Officers(officers(f)?),
        "accredit" => Content::Accredit(Accredit {
            org: f.id("org")?,
            country: f.formed("country", is_country)?,
            category: f.id("category")?,
            names: f.digest("names")?,
            key: f.key_or_empty("key")?,
        }),
        "discredit" => Content::Discredit { org: f.id("org")?, reason: f.digest("reason_sha256")? },
        "rotate" => Content::Rotate { org: f.id("org")?, key: f.key("key")? },
        "delegate" => Content::Delegate(delegate(f)?),
        "revoke" => Content::Revoke { org: f.id("org")?, rep: f.id("rep")? },
        "text" => Content::Text { symbol: f.formed("symbol", is_symbol)?, manifest: f.digest("manifest")? },
        "adopt" => Content::Adopt(Adopt {
            meeting: f.id("meeting")?,
            symbol: f.formed("symbol", is_symbol)?,
            manifest: f.digest("manifest")?,
            how: f.parsed("how", How::parse)?,
            poll: f.id_or_empty("poll")?,
        }),
        "attested" => Content::Attested(Attested {
            act: f.parsed("act", ActKind::parse)?,
            org: f.id("org")?,
            seq: f.number("seq")?,
            manifest: f.digest("manifest")?,
            evidence: f.digest("evidence_sha256")?,
        }),
        "poll" => Content::Poll(poll(f)?),
        "cast" => Content::Cast { poll: f.id("poll")?, org: f.id("org")?, vote: f.digest("vote_sha256")? },
        "lock" => Content::Lock { poll: f.id("poll")? },
        "vote" => Content::Vote(Vote {
            poll: f.id("poll")?,
            org: f.id("org")?,
            rep: f.id_or_empty("rep")?,
            parts: votes(f.array("parts")?, "parts", "choice", Choice::parse)?,
        }),
        "result" => Content::Outcome(outcome(f)?),
        "delegation" => Content::Delegation {
            summit: f.id("summit")?,
            org: f.id("org")?,
            registered: f.number("registered")?,
            accredited: f.number("accredited")?,
        },
        "present" => Content::Present { summit: f.id("summit")?, persons: persons(f.array("persons")?)? },
        "minute" => {
            Content::Minute { meeting: f.id("meeting")?, kind: f.parsed("kind", MinuteKind::parse)?, sha256: f.digest("sha256")? }
        }
        "correct" => Content::Correct(Correct {
            symbol: f.formed("symbol", is_symbol)?,
            from: f.digest("from")?,
            to: f.digest("to")?,
            languages: f.set("languages", |tag| is_language(tag).then(|| tag.to_owned()))?,
        }),
        other => match ActKind::parse(other) {
            Some(kind) => Content::Act(act(kind, f)?),
            None => return Err(Reason::UnknownType(other.chars().take(64).collect())),
        },
    })
}

fn genesis(f: &mut Fields) -> Read<Genesis> {
    let (accreditors, threshold) = accreditors(f)?;
    let names = f.digest("names")?;
    let mut inner = f.object("rp")?;
    let origin = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let rp = RelyingParty { id: inner.formed("id", |text| !text.is_empty())?, origins: inner.list("origins", origin)? };
    inner.finish()?;
    let predecessor = f.optional("predecessor").map(predecessor).transpose()?;
    Ok(Genesis { accreditors, threshold, names, rp, predecessor })
}

fn predecessor(value: Value) -> Read<Predecessor> {
    let mut f = Fields::inside(value, "predecessor")?;
    let root = |text: &str| STANDARD.decode(text).ok()?.try_into().ok();
    let found = Predecessor { log: f.formed("log", is_origin)?, size: f.number("size")?, root: f.parsed("root", root)? };
    f.finish()?;
    Ok(found)
}

fn accreditors(f: &mut Fields) -> Read<(Vec<Key>, u64)> {
    let keys = f.set("accreditors", Key::parse)?;
    let threshold = f.number("threshold")?;
    if threshold == 0 || threshold > keys.len() as u64 {
        return Err(Reason::Malformed("threshold"));
    }
    Ok((keys, threshold))
}

fn officers(f: &mut Fields) -> Read<Officers> {
    let (accreditors, threshold) = accreditors(f)?;
    let clerk = |value| {
        let mut f = Fields::inside(value, "clerks")?;
        let clerk = Clerk { key: f.key("key")?, duties: f.set("duties", Duty::parse)? };
        f.finish()?;
        Ok(clerk)
    };
    let clerks = f.array("clerks")?.into_iter().map(clerk).collect::<Read<_>>()?;
    Ok(Officers { accreditors, threshold, clerks })
}

fn delegate(f: &mut Fields) -> Read<Delegate> {
    f.formed("alg", |alg| alg == "webauthn-es256")?;
    Ok(Delegate {
        org: f.id("org")?,
        rep: f.id("rep")?,
        key: f.passkey("key")?,
        scope: f.set("scope", Scope::parse)?,
        until: f.moment("until")?,
    })
}

fn act(kind: ActKind, f: &mut Fields) -> Read<Act> {
    let with = kind == ActKind::EndorseWithReservation;
    Ok(Act {
        kind,
        org: f.id("org")?,
        seq: f.number("seq")?,
        rep: f.id_or_empty("rep")?,
        manifest: f.digest("manifest")?,
        reservation: if with { Some(f.digest("reservation")?) } else { None },
    })
}

fn poll(f: &mut Fields) -> Read<Poll> {
    Ok(Poll {
        poll: f.id("poll")?,
        meeting: f.id("meeting")?,
        question: f.digest("question")?,
        method: f.parsed("method", Method::parse)?,
        electorate: votes(f.array("electorate")?, "electorate", "org", |org| is_id(org).then(|| org.to_owned()))?,
    })
}

fn outcome(f: &mut Fields) -> Read<Outcome> {
    Ok(Outcome {
        poll: f.id("poll")?,
        tally: Tally {
            yes: f.number("yes")?,
            no: f.number("no")?,
            abstain: f.number("abstain")?,
            not_participating: f.number("not-participating")?,
            absent: f.number("absent")?,
        },
    })
}

/// An array of `{"<key>":…,"votes":n}`, sorted by its key without repetition.
fn votes<K: Ord>(
    items: Vec<Value>,
    name: &'static str,
    key: &'static str,
    parse: impl Fn(&str) -> Option<K>,
) -> Read<BTreeMap<K, u64>> {
    let mut found = BTreeMap::new();
    for item in items {
        let mut f = Fields::inside(item, name)?;
        let (key, votes) = (f.parsed(key, &parse)?, f.number("votes")?);
        f.finish()?;
        if found.last_key_value().is_some_and(|(last, _)| *last >= key) {
            return Err(Reason::Malformed(name));
        }
        found.insert(key, votes);
    }
    Ok(found)
}

fn persons(items: Vec<Value>) -> Read<Vec<(String, Digest)>> {
    let pair = |item: &Value| match item.as_array()?.as_slice() {
        [Value::String(org), Value::String(commitment)] if is_id(org) => Some((org.clone(), Digest::parse(commitment)?)),
        _ => None,
    };
    let persons: Option<Vec<_>> = items.iter().map(pair).collect();
    persons.filter(|p| p.len() <= MAX_PERSONS && p.is_sorted_by(|a, b| a < b)).ok_or(Reason::Malformed("persons"))
}
