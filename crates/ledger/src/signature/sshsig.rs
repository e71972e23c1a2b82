//! OpenSSH signatures (PROTOCOL.sshsig), by Ed25519 keys alone.
use super::{BadSignature, SigningKey, verify_ed25519};
use crate::form::Key;
use sha2::{Digest as _, Sha256, Sha512};

/// The namespace of the record: what `ssh-keygen -Y sign -n` is given.
pub const NAMESPACE: &str = "hemicycle-record";
const MAGIC: &[u8] = b"SSHSIG";
const KEY_TYPE: &[u8] = b"ssh-ed25519";

/// The fields of a blob, with nothing after them.
struct Blob<'a> {
    key: &'a [u8],
    namespace: &'a [u8],
    reserved: &'a [u8],
    hash: &'a [u8],
    sig: &'a [u8],
}

/// Takes a length of four bytes and that many bytes from the front.
fn take<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (taken, after) = after.split_at_checked(length)?;
    *rest = after;
    Some(taken)
}

/// The second of two strings of which the first is the key's type, with nothing after.
fn typed(mut pair: &[u8]) -> Option<&[u8]> {
    let (name, value) = (take(&mut pair)?, take(&mut pair)?);
    (name == KEY_TYPE && pair.is_empty()).then_some(value)
}

fn read(blob: &[u8]) -> Option<Blob<'_>> {
    let mut rest = blob.strip_prefix(MAGIC)?.strip_prefix(&1u32.to_be_bytes())?;
    let (key, namespace, reserved) = (take(&mut rest)?, take(&mut rest)?, take(&mut rest)?);
    let (hash, sig) = (take(&mut rest)?, take(&mut rest)?);
    rest.is_empty().then_some(())?;
    Some(Blob { key: typed(key)?, namespace, reserved, hash, sig: typed(sig)? })
}

fn string(into: &mut Vec<u8>, bytes: &[u8]) {
    // Every string here comes from a leaf of at most 65,535 bytes or is written below: its length fits.
    into.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
    into.extend_from_slice(bytes);
}

fn signed_bytes(namespace: &[u8], reserved: &[u8], hash: &[u8], digest: &[u8]) -> Vec<u8> {
    let mut message = MAGIC.to_vec();
    for part in [namespace, reserved, hash, digest] {
        string(&mut message, part);
    }
    message
}

/// Checks that the blob is this key's signature over the body in the record's namespace.
///
/// # Errors
/// [`BadSignature`] with what is wrong.
pub fn verify(key: &Key, body: &[u8], blob: &[u8]) -> Result<(), BadSignature> {
    let blob = read(blob).ok_or(BadSignature::SshForm)?;
    if blob.key != key.0 {
        return Err(BadSignature::SshKey);
    }
    if blob.namespace != NAMESPACE.as_bytes() {
        return Err(BadSignature::SshNamespace);
    }
    let digest = match blob.hash {
        b"sha512" => Sha512::digest(body).to_vec(),
        b"sha256" => Sha256::digest(body).to_vec(),
        _ => return Err(BadSignature::SshHash),
    };
    let message = signed_bytes(blob.namespace, blob.reserved, blob.hash, &digest);
    verify_ed25519(key, &message, blob.sig).then_some(()).ok_or(BadSignature::Wrong)
}

/// The blob that `ssh-keygen -Y sign -n hemicycle-record` makes of this key and body (sha512).
#[must_use]
pub fn sign(key: &SigningKey, body: &[u8]) -> Vec<u8> {
    let typed = |bytes: &[u8]| {
        let mut pair = Vec::new();
        string(&mut pair, KEY_TYPE);
        string(&mut pair, bytes);
        pair
    };
    let sig = key.sign_bytes(&signed_bytes(NAMESPACE.as_bytes(), b"", b"sha512", &Sha512::digest(body)));
    let mut blob = MAGIC.to_vec();
    blob.extend_from_slice(&1u32.to_be_bytes());
    for part in [&typed(&key.public().0)[..], NAMESPACE.as_bytes(), b"", b"sha512", &typed(&sig)] {
        string(&mut blob, part);
    }
    blob
}

/// The blob inside the text file that `ssh-keygen -Y sign` writes, and the key it names; none when the text is no such file.
#[must_use]
pub fn from_armor(text: &str) -> Option<(Key, Vec<u8>)> {
    use base64::Engine as _;
    let inner = text.trim().strip_prefix("-----BEGIN SSH SIGNATURE-----")?.strip_suffix("-----END SSH SIGNATURE-----")?;
    let joined: String = inner.split_whitespace().collect();
    let blob = base64::engine::general_purpose::STANDARD.decode(joined).ok()?;
    let key = Key::checked(read(&blob)?.key.try_into().ok()?)?;
    Some((key, blob))
}

/// The key of a line of `ssh-keygen`'s public key file (`ssh-ed25519 AAAA… comment`); none when it is no such line.
#[must_use]
pub fn public_key_line(line: &str) -> Option<Key> {
    use base64::Engine as _;
    let mut words = line.split_whitespace();
    let encoded = words.next().filter(|kind| kind.as_bytes() == KEY_TYPE).and_then(|_| words.next())?;
    let bytes = base64::engine::general_purpose::STANDARD.decode(encoded).ok()?;
    Key::checked(typed(&bytes)?.try_into().ok()?)
}
