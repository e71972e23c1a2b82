//! Private keys as files: OpenSSH's form, so that `ssh-keygen -Y sign` works with the same file, or one line of our own.
use crate::form::{from_base64url, to_base64url};
use crate::signature::{SigningKey, sshsig};
use base64::{Engine as _, engine::general_purpose::STANDARD};

/// The largest key file, in bytes.
pub const MAX_KEY_FILE: usize = 16_384;
const BEGIN: &str = "-----BEGIN OPENSSH PRIVATE KEY-----";
const END: &str = "-----END OPENSSH PRIVATE KEY-----";
const MAGIC: &[u8] = b"openssh-key-v1\0";
const OWN: &str = "hemicycle-key+";
const TYPE: &[u8] = b"ssh-ed25519";

/// Why a file gives no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    /// Neither form.
    #[error("not a private key: neither an OpenSSH file nor a line that begins with {OWN}")]
    Form,
    /// Protected by a passphrase.
    #[error(
        "the key is protected by a passphrase: sign with `ssh-keygen -Y sign -n {} -f KEY FILE`, which asks for it",
        sshsig::NAMESPACE
    )]
    Passphrase,
    /// Another kind of key.
    #[error("only Ed25519 keys sign in the record; make one with `ssh-keygen -t ed25519`")]
    Kind,
    /// The public key in the file is not that of the private one.
    #[error("the file is damaged: its two keys do not belong together")]
    Damaged,
}

/// Reads a key file.
///
/// # Errors
/// [`KeyFileError`].
pub fn read(text: &str) -> Result<SigningKey, KeyFileError> {
    let text = text.trim();
    if text.len() > MAX_KEY_FILE {
        return Err(KeyFileError::Form);
    }
    if let Some(seed) = text.strip_prefix(OWN) {
        let seed = from_base64url(seed).and_then(|seed| <[u8; 32]>::try_from(seed).ok()).ok_or(KeyFileError::Form)?;
        return SigningKey::from_seed(&seed).map_err(|_| KeyFileError::Damaged);
    }
    let inner = text.strip_prefix(BEGIN).and_then(|rest| rest.strip_suffix(END)).ok_or(KeyFileError::Form)?;
    let joined: String = inner.split_whitespace().collect();
    openssh(&STANDARD.decode(joined).map_err(|_| KeyFileError::Form)?)
}

/// The binary of an OpenSSH private key: names of cipher and key derivation, their options, one public key, one private part.
fn openssh(bytes: &[u8]) -> Result<SigningKey, KeyFileError> {
    let mut rest = bytes.strip_prefix(MAGIC).ok_or(KeyFileError::Form)?;
    let mut next = || take(&mut rest).ok_or(KeyFileError::Form);
    let (cipher, derivation, _options) = (next()?, next()?, next()?);
    if cipher != b"none" || derivation != b"none" {
        return Err(KeyFileError::Passphrase);
    }
    let mut rest = rest.strip_prefix(&1u32.to_be_bytes()).ok_or(KeyFileError::Form)?;
    let mut next = || take(&mut rest).ok_or(KeyFileError::Form);
    let (public, private) = (next()?, next()?);
    if !public.starts_with(&string(TYPE)) {
        return Err(KeyFileError::Kind);
    }
    let (check, mut private) = private.split_at_checked(8).ok_or(KeyFileError::Form)?;
    let mut next = || take(&mut private).ok_or(KeyFileError::Form);
    let (kind, public, pair) = (next()?, next()?, next()?);
    if check[..4] != check[4..] || kind != TYPE {
        return Err(KeyFileError::Damaged);
    }
    let seed = pair.first_chunk::<32>().ok_or(KeyFileError::Form)?;
    let key = SigningKey::from_seed(seed).map_err(|_| KeyFileError::Damaged)?;
    if key.public().0 == *public && pair[32..] == *public { Ok(key) } else { Err(KeyFileError::Damaged) }
}

/// The OpenSSH private key file of this seed, unencrypted; the comment names the key for people.
///
/// # Errors
/// [`KeyFileError::Damaged`] in the practically impossible case that no key of the record comes of the seed.
pub fn write_openssh(seed: &[u8; 32], comment: &str) -> Result<String, KeyFileError> {
    let key = SigningKey::from_seed(seed).map_err(|_| KeyFileError::Damaged)?.public();
    let public = [string(TYPE), string(&key.0)].concat();
    // The two equal numbers tell a wrong passphrase; without one any number does.
    let mut private = [[0; 8].to_vec(), public.clone(), string(&[&seed[..], &key.0].concat()), string(comment.as_bytes())].concat();
    for pad in 1..=(8 - private.len() % 8) % 8 {
        // At most 7.
        private.push(u8::try_from(pad).unwrap_or_default());
    }
    let one = 1u32.to_be_bytes().to_vec();
    let parts = [MAGIC.to_vec(), string(b"none"), string(b"none"), string(b""), one, string(&public), string(&private)];
    Ok(armor(BEGIN, END, &parts.concat()))
}

/// Our own form of a key file.
#[must_use]
pub fn write_own(seed: &[u8; 32]) -> String {
    format!("{OWN}{}\n", to_base64url(seed))
}

/// The line by which OpenSSH's tools know the public key.
#[must_use]
pub fn public_line(key: &crate::form::Key, comment: &str) -> String {
    format!("ssh-ed25519 {} {comment}", STANDARD.encode([string(TYPE), string(&key.0)].concat()))
}

/// The text file that `ssh-keygen -Y sign` writes, of a binary SSHSIG blob.
#[must_use]
pub fn signature_file(blob: &[u8]) -> String {
    armor("-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----", blob)
}

fn armor(begin: &str, end: &str, bytes: &[u8]) -> String {
    let mut text = format!("{begin}\n");
    let mut rest = STANDARD.encode(bytes);
    while !rest.is_empty() {
        let after = rest.split_off(rest.len().min(70));
        text.push_str(&rest);
        text.push('\n');
        rest = after;
    }
    text + end + "\n"
}

fn take<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk::<4>()?;
    let (taken, after) = after.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
    *rest = after;
    Some(taken)
}

fn string(bytes: &[u8]) -> Vec<u8> {
    // Keys, names of algorithms and a comment of a command line: their lengths fit.
    [&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes()[..], bytes].concat()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let seed = [7; 32];
        let public = SigningKey::from_seed(&seed).unwrap().public();
        for comment in ["", "a", "accreditor 1", "someone@example.org"] {
            let file = write_openssh(&seed, comment).unwrap();
            assert!(file.lines().all(|line| line.len() <= 70));
            assert_eq!(read(&file).unwrap().public(), public);
        }
        assert_eq!(read(&write_own(&seed)).unwrap().public(), public);
        assert_eq!(sshsig::public_key_line(&public_line(&public, "c")), Some(public));
    }
    #[test]
    fn what_is_no_key_is_refused() {
        let file = write_openssh(&[7; 32], "").unwrap();
        for text in
            ["", "hemicycle-key+AAAA", "-----BEGIN OPENSSH PRIVATE KEY-----\n-----END OPENSSH PRIVATE KEY-----", &file[..80]]
        {
            assert_eq!(read(text).unwrap_err(), KeyFileError::Form, "{text}");
        }
        let bytes = STANDARD.decode(file.lines().filter(|l| !l.starts_with('-')).collect::<String>()).unwrap();
        let rewritten = |change: &dyn Fn(&mut Vec<u8>)| {
            let mut bytes = bytes.clone();
            change(&mut bytes);
            read(&armor(BEGIN, END, &bytes)).unwrap_err()
        };
        assert_eq!(rewritten(&|b| b[MAGIC.len() + 4] = b'x'), KeyFileError::Passphrase);
        assert_eq!(rewritten(&|b| b[MAGIC.len() + 4 + 4 + 4 + 4 + 4 + 4 + 4 + 5] = b'x'), KeyFileError::Kind);
        assert_eq!(
            rewritten(&|b| {
                let at = b.windows(32).position(|w| w == [7; 32]).unwrap();
                b[at] = 8;
            }),
            KeyFileError::Damaged
        );
    }
}
