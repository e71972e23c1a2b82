//! Properties: what is written is read back; no bytes panic.
use crate::kit::*;
use ledger::body::*;
use ledger::signature::webauthn::Assertion;
use ledger::{Digest, Key, Leaf, Moment, Nonce, PasskeyKey, Signature};
use proptest::prelude::*;
use proptest::{collection, option, sample};

fn id() -> impl Strategy<Value = String> {
    "[a-z0-9-]{1,64}"
}
fn symbol() -> impl Strategy<Value = String> {
    "[A-Z0-9][A-Za-z0-9./()*-]{0,79}"
}
fn any_digest() -> impl Strategy<Value = Digest> {
    any::<[u8; 32]>().prop_map(Digest)
}
fn any_key() -> impl Strategy<Value = Key> {
    any::<[u8; 32]>().prop_filter_map("a key", Key::checked)
}
fn any_passkey() -> impl Strategy<Value = PasskeyKey> {
    (1u8..9).prop_map(|n| passkey(n).public())
}
fn moment() -> impl Strategy<Value = Moment> {
    (0u32..9999, 1u32..=12, 1u32..=28, 0u32..24, 0u32..60, 0u32..60)
        .prop_map(|(y, m, d, h, n, s)| at(&format!("{y:04}-{m:02}-{d:02}T{h:02}:{n:02}:{s:02}Z")))
}
fn number() -> impl Strategy<Value = u64> {
    0u64..1 << 53
}
fn word<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    sample::select(all)
}
fn words<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Vec<T>> {
    sample::subsequence(all, 0..=all.len())
}
/// Keys in the order in which the record writes them.
fn keys() -> impl Strategy<Value = Vec<Key>> {
    collection::vec(any_key(), 1..5).prop_map(|mut keys| {
        keys.sort_by_key(ToString::to_string);
        keys.dedup();
        keys
    })
}
fn country() -> impl Strategy<Value = String> {
    prop_oneof!["[A-Z]{2}", "x-[A-Za-z0-9-]{1,62}", Just(String::new())]
}

fn first_half() -> BoxedStrategy<Content> {
    let predecessor = (id(), number(), any::<[u8; 32]>()).prop_map(|(log, size, root)| Predecessor { log, size, root });
    let rp = ("[a-z.]{1,20}", collection::vec("https://.{1,9}", 0..3)).prop_map(|(id, origins)| RelyingParty { id, origins });
    let clerk = (any_key(), words(Duty::ALL)).prop_map(|(key, duties)| Clerk { key, duties });
    prop_oneof![
        (keys(), any_digest(), rp, option::of(predecessor)).prop_map(|(accreditors, names, rp, predecessor)| {
            Content::Genesis(Genesis { threshold: accreditors.len() as u64, accreditors, names, rp, predecessor })
        }),
        (keys(), collection::vec(clerk, 0..4)).prop_map(|(accreditors, clerks)| Content::Officers(Officers {
            accreditors,
            threshold: 1,
            clerks
        })),
        (id(), country(), id(), any_digest(), option::of(any_key())).prop_map(|(org, country, category, names, key)| {
            Content::Accredit(Accredit { org, country, category, names, key })
        }),
        (id(), any_digest()).prop_map(|(org, reason)| Content::Discredit { org, reason }),
        (id(), any_key()).prop_map(|(org, key)| Content::Rotate { org, key }),
        (id(), id(), any_passkey(), words(Scope::ALL), moment())
            .prop_map(|(org, rep, key, scope, until)| Content::Delegate(Delegate { org, rep, key, scope, until })),
        (id(), id()).prop_map(|(org, rep)| Content::Revoke { org, rep }),
        (symbol(), any_digest()).prop_map(|(symbol, manifest)| Content::Text { symbol, manifest }),
        (id(), symbol(), any_digest(), word(How::ALL), option::of(id())).prop_map(|(meeting, symbol, manifest, how, poll)| {
            Content::Adopt(Adopt { meeting, symbol, manifest, how, poll })
        }),
        (word(ActKind::ALL), id(), number(), option::of(id()), any_digest(), any_digest()).prop_map(
            |(kind, org, seq, rep, manifest, reservation)| {
                let reservation = (kind == ActKind::EndorseWithReservation).then_some(reservation);
                Content::Act(Act { kind, org, seq, rep, manifest, reservation })
            }
        ),
    ]
    .boxed()
}
fn second_half() -> BoxedStrategy<Content> {
    let tally = (number(), number(), number(), number(), number())
        .prop_map(|(yes, no, abstain, not_participating, absent)| Tally { yes, no, abstain, not_participating, absent });
    let persons = collection::btree_set((id(), any_digest()), 0..5).prop_map(|set| set.into_iter().collect());
    let tag = "[a-z]{2,3}(-[A-Z][a-z]{3})?";
    prop_oneof![
        (word(ActKind::ALL), id(), number(), any_digest(), any_digest()).prop_map(|(act, org, seq, manifest, evidence)| {
            Content::Attested(Attested { act, org, seq, manifest, evidence })
        }),
        (id(), id(), any_digest(), word(Method::ALL), collection::btree_map(id(), number(), 0..5)).prop_map(
            |(poll, meeting, question, method, electorate)| Content::Poll(Poll { poll, meeting, question, method, electorate })
        ),
        (id(), id(), any_digest()).prop_map(|(poll, org, vote)| Content::Cast { poll, org, vote }),
        id().prop_map(|poll| Content::Lock { poll }),
        (id(), id(), option::of(id()), collection::btree_map(word(Choice::ALL), number(), 0..4))
            .prop_map(|(poll, org, rep, parts)| Content::Vote(Vote { poll, org, rep, parts })),
        (id(), tally).prop_map(|(poll, tally)| Content::Outcome(Outcome { poll, tally })),
        (id(), id(), number(), number()).prop_map(|(summit, org, registered, accredited)| Content::Delegation {
            summit,
            org,
            registered,
            accredited
        }),
        (id(), persons).prop_map(|(summit, persons)| Content::Present { summit, persons }),
        (id(), word(MinuteKind::ALL), any_digest()).prop_map(|(meeting, kind, sha256)| Content::Minute { meeting, kind, sha256 }),
        (symbol(), any_digest(), any_digest(), collection::btree_set(tag, 0..4)).prop_map(|(symbol, from, to, languages)| {
            Content::Correct(Correct { symbol, from, to, languages: languages.into_iter().collect() })
        }),
    ]
    .boxed()
}
fn body() -> impl Strategy<Value = Body> {
    (id(), any::<[u8; 16]>(), moment(), prop_oneof![first_half(), second_half()]).prop_map(|(log, nonce, at, content)| Body {
        log,
        nonce: Nonce(nonce),
        at,
        content,
    })
}
fn signature() -> impl Strategy<Value = Signature> {
    let bytes = || collection::vec(any::<u8>(), 0..80);
    let assertion = (bytes(), bytes(), bytes()).prop_map(|(authenticator_data, client_data_json, signature)| Assertion {
        authenticator_data,
        client_data_json,
        signature,
    });
    prop_oneof![
        (any_key(), any::<[[u8; 32]; 2]>()).prop_map(|(key, halves)| {
            let mut sig = [0; 64];
            sig.copy_from_slice(&halves.concat());
            Signature::Ed25519 { key, sig: Box::new(sig) }
        }),
        (any_key(), bytes()).prop_map(|(key, sig)| Signature::Ssh { key, sig }),
        (id(), assertion).prop_map(|(rep, assertion)| Signature::Webauthn { rep, assertion }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_is_written_is_read(body in body(), sigs in collection::vec(signature(), 0..4)) {
        let leaf = Leaf::new(&body, &sigs).unwrap();
        prop_assert_eq!(leaf.body_bytes(), body.to_canonical().unwrap());
        let again = Leaf::parse(leaf.bytes()).unwrap();
        prop_assert_eq!(&again, &leaf);
        let entry = leaf.entry().unwrap();
        prop_assert_eq!(&entry.body, &body);
        prop_assert_eq!(entry.sigs.len(), sigs.len());
        prop_assert!(sigs.iter().all(|sig| entry.sigs.contains(sig)));
        // Nothing of it verifies, and nothing panics.
        for sig in &sigs {
            prop_assert!(sig.verify(leaf.body_bytes(), Some(&passkey(1).public()), Some(&rp())).is_err());
        }
    }
    #[test]
    fn a_changed_byte_is_another_leaf_or_none(body in body(), at in any::<sample::Index>(), flip in 1u8..=255) {
        let leaf = Leaf::new(&body, &[]).unwrap();
        let mut bytes = leaf.bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        if let Ok(other) = Leaf::parse(&bytes) {
            prop_assert_ne!(&other, &leaf);
            prop_assert_eq!(other.bytes(), &bytes[..]);
        }
    }
    #[test]
    fn no_bytes_panic(bytes in collection::vec(any::<u8>(), 0..200), text in "\\PC{0,200}") {
        let _ = Leaf::parse(&bytes);
        let _ = Leaf::parse(text.as_bytes());
        let _ = ledger::text::check_text(&bytes);
        let _ = ledger::Manifest::parse(text.as_bytes());
    }
}
