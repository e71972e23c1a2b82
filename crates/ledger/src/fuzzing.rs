//! What the fuzzer asks of the parsers of foreign bytes; ordinary tests ask the same of the committed corpus.
use crate::body::RelyingParty;
use crate::bundle::Files;
use crate::form::{Digest, Key, PasskeyKey};
use crate::signature::{sshsig, webauthn};
use crate::{
    Leaf, Replay, checkpoint::Checkpoint, key::VerifierKey, note::Note, policy::Policy, receipt::Receipt, tile, witness::Request,
    witness::Witness,
};

/// Reads a leaf. What is one is written again as it was, and a log that begins with it is replayed without a panic.
///
/// # Panics
/// When a leaf is not written as it was read.
pub fn leaf(bytes: &[u8]) {
    let Ok(leaf) = Leaf::parse(bytes) else { return };
    assert!(leaf.bytes() == bytes, "a leaf keeps its bytes");
    if let Ok(entry) = leaf.entry() {
        let again = Leaf::new(&entry.body, &entry.sigs);
        assert!(again.is_ok_and(|again| again.bytes() == bytes), "a leaf is written as it was read");
    }
    let mut replay = Replay::new(leaf.log());
    let checked = replay.check(leaf);
    let foreseen = replay.would_accept(&checked).is_ok();
    let applied = replay.apply(&checked).is_ok_and(|judged| judged.is_ok());
    assert!(foreseen == applied, "what is foreseen happens");
}

/// Reads an OpenSSH signature, bare and armoured.
///
/// # Panics
/// When it verifies.
pub fn sshsig(bytes: &[u8]) {
    let mut y = [0; 32];
    y[0] = 9;
    let armoured = std::str::from_utf8(bytes).ok().and_then(sshsig::from_armor);
    let (key, blob) = armoured.map_or((Key(y), bytes.to_vec()), |(key, blob)| (key, blob));
    // A body that no corpus signs.
    assert!(sshsig::verify(&key, b"{\"fuzz\":1}", &blob).is_err(), "no such signature verifies");
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = sshsig::public_key_line(text);
    }
}

/// Reads an assertion: one byte for the length of authenticatorData, that, one for the length of the signature, that, and
/// clientDataJSON.
///
/// # Panics
/// When it verifies.
pub fn webauthn(bytes: &[u8]) {
    let mut rest = bytes;
    let mut piece = || {
        let (length, after) = rest.split_first()?;
        let (piece, after) = after.split_at_checked(usize::from(*length))?;
        rest = after;
        Some(piece.to_vec())
    };
    let (Some(authenticator_data), Some(signature)) = (piece(), piece()) else { return };
    let assertion = webauthn::Assertion { authenticator_data, client_data_json: rest.to_vec(), signature };
    let rp = RelyingParty { id: "example.org".to_owned(), origins: vec!["https://example.org".to_owned()] };
    let verified = webauthn::verify(&PasskeyKey([4; 65]), &rp, &Digest::of(b"{}"), &assertion);
    assert!(verified.is_err(), "no assertion of a key off the curve verifies");
}

/// Reads a bundle and checks it whole, with the policy in it and with none that fits.
///
/// # Panics
/// When files are not written as they were read, or another policy vouches for them.
pub fn bundle(bytes: &[u8]) {
    if let Ok(files) = Files::read(bytes)
        && let Ok(written) = files.write()
    {
        let again = Files::read(&written);
        assert!(again.is_ok_and(|again| again.names().eq(files.names())), "what is written is read");
    }
    drop(crate::verify::verify(bytes, None, 1));
    let stranger = "log stranger.example+d99bd3d5+AaPZGD9KVW1HBvGX5PNZDbyHb8WCzjmRQuz0TbC3qHO5\nquorum none\n";
    assert!(crate::verify::verify(bytes, Some(stranger), 1).is_err(), "a stranger's policy vouches for nothing");
}

/// Reads the log's own texts: a note, a checkpoint, a policy, a receipt, a request to a witness, keys, tile paths and bundles.
///
/// # Panics
/// When one of them is written otherwise than it was read.
pub fn log(bytes: &[u8]) {
    fn kept<T: std::str::FromStr + std::fmt::Display>(text: &str) -> Option<T> {
        let read: T = text.parse().ok()?;
        assert!(read.to_string() == text, "it is written as it was read");
        Some(read)
    }
    if let Some((width, rest)) = bytes.split_first()
        && let Ok(leaves) = tile::read_bundle(rest, u16::from(*width))
    {
        assert!(tile::write_bundle(leaves).is_ok_and(|again| again == rest), "a bundle is written as it was read");
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    kept::<Checkpoint>(text);
    kept::<VerifierKey>(text);
    kept::<tile::Tile>(text);
    kept::<Note>(text);
    kept::<Receipt>(text);
    if let Some(request) = kept::<Request>(text) {
        assert!(Witness::default().judge(&request).is_err(), "who follows no log cosigns nothing");
    }
    // A policy may have comments and blanks: what is written of it is what is read again.
    if let Ok(policy) = text.parse::<Policy>() {
        assert!(policy.to_string().parse() == Ok(policy), "a policy says the same when it is written again");
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    #[test]
    fn the_fuzzers_corpus_is_replayed() {
        for (name, ask, least) in [
            ("leaf", super::leaf as fn(&[u8]), 8),
            ("sshsig", super::sshsig, 4),
            ("webauthn", super::webauthn, 4),
            ("log", super::log, 8),
            ("bundle", super::bundle, 4),
        ] {
            let folder = format!("{}/fuzz/corpus/{name}", env!("CARGO_MANIFEST_DIR"));
            let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
            assert!(files.len() >= least, "{name}");
            for file in files {
                ask(&std::fs::read(file).unwrap());
            }
        }
    }

    #[test]
    fn the_corpus_of_bundles_has_one_that_holds() {
        let whole = format!("{}/fuzz/corpus/bundle/whole", env!("CARGO_MANIFEST_DIR"));
        let verified = crate::verify::verify(&std::fs::read(whole).unwrap(), None, 1).unwrap();
        assert_eq!(verified.claim.counts["organisations"], 1);
    }
}
