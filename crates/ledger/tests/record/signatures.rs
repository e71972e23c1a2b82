//! Signatures: Ed25519, OpenSSH's by the stock tool, and assertions of passkeys.
use crate::kit::*;
use ledger::authenticator::{PRESENT_AND_VERIFIED, client_data};
use ledger::body::*;
use ledger::signature::{sshsig, webauthn};
use ledger::{BadSignature, Digest, Signature};
use std::path::Path;
use std::process::{Command, Stdio};

const BODY: &[u8] = br#"{"v":1}"#;

#[test]
fn ed25519_agrees_with_rfc_8032() {
    let seed = [
        0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4, 0x44, 0x49, 0xc5, 0x69,
        0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60,
    ];
    let key = ledger::SigningKey::from_seed(&seed).unwrap();
    assert_eq!(key.public().to_string(), "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    assert_eq!(key.sign_bytes(b"")[..4], [0xe5, 0x56, 0x43, 0x00]);
    let sig = key.sign(BODY);
    assert_eq!(sig.verify(BODY, None, None), Ok(()));
    assert_eq!(sig.verify(b"{}", None, None), Err(BadSignature::Wrong));
}

fn run(command: &mut Command, input: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("ssh-keygen is installed (Debian: openssh-client)");
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{command:?}");
    output.stdout
}
fn new_key(folder: &Path, name: &str) -> ledger::Key {
    let file = folder.join(name);
    run(Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-C", "alpha@example.org", "-f"]).arg(&file), b"");
    sshsig::public_key_line(&std::fs::read_to_string(file.with_extension("pub")).unwrap()).unwrap()
}
fn signed(folder: &Path, name: &str, options: &[&str], namespace: &str, body: &[u8]) -> String {
    let mut command = Command::new("ssh-keygen");
    command.args(["-Y", "sign", "-n", namespace]).args(options).arg("-f").arg(folder.join(name));
    String::from_utf8(run(&mut command, body)).unwrap()
}

#[test]
fn the_stock_ssh_keygen_signs_entries() {
    let folder = tempfile::tempdir().unwrap();
    let own = new_key(folder.path(), "alpha");
    let mut kit = Kit::ready();
    kit.ok(Content::Rotate { org: "alpha".to_owned(), key: own }, &[20]);
    let sign = |body: &[u8]| {
        let (key, sig) = sshsig::from_armor(&signed(folder.path(), "alpha", &[], sshsig::NAMESPACE, body)).unwrap();
        assert_eq!(key, own);
        vec![Signature::Ssh { key, sig }]
    };
    kit.with(act(ActKind::Endorse, "alpha", 1, None, "one"), sign).unwrap();
    let sha256 = signed(folder.path(), "alpha", &["-O", "hashalg=sha256"], sshsig::NAMESPACE, BODY);
    assert_eq!(sshsig::verify(&own, BODY, &sshsig::from_armor(&sha256).unwrap().1), Ok(()));
    let other = signed(folder.path(), "alpha", &[], "file", BODY);
    assert_eq!(sshsig::verify(&own, BODY, &sshsig::from_armor(&other).unwrap().1), Err(BadSignature::SshNamespace));
    let blob = sshsig::from_armor(&sha256).unwrap().1;
    assert_eq!(sshsig::verify(&own, b"other", &blob), Err(BadSignature::Wrong));
    assert_eq!(sshsig::verify(&new_key(folder.path(), "beta"), BODY, &blob), Err(BadSignature::SshKey));
    assert!(sshsig::from_armor("-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----").is_none());
}
#[test]
fn the_stock_ssh_keygen_verifies_what_is_signed_here() {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    let folder = tempfile::tempdir().unwrap();
    let armor = STANDARD.encode(sshsig::sign(&key(20), BODY));
    let armor = armor.as_bytes().chunks(70).map(|line| std::str::from_utf8(line).unwrap()).collect::<Vec<_>>().join("\n");
    let file = folder.path().join("body.sig");
    std::fs::write(&file, format!("-----BEGIN SSH SIGNATURE-----\n{armor}\n-----END SSH SIGNATURE-----\n")).unwrap();
    let mut wire = b"\0\0\0\x0bssh-ed25519\0\0\0 ".to_vec();
    wire.extend_from_slice(&key(20).public().0);
    let allowed = folder.path().join("allowed");
    std::fs::write(&allowed, format!("alpha@example.org ssh-ed25519 {}\n", STANDARD.encode(wire))).unwrap();
    let mut verify = Command::new("ssh-keygen");
    verify.args(["-Y", "verify", "-I", "alpha@example.org", "-n", sshsig::NAMESPACE, "-f"]).arg(&allowed).arg("-s").arg(&file);
    run(&mut verify, BODY);
}
#[test]
fn no_byte_follows_an_ssh_signature() {
    let own = key(20);
    let blob = sshsig::sign(&own, BODY);
    assert_eq!(sshsig::verify(&own.public(), BODY, &blob), Ok(()));
    for cut in 0..blob.len() {
        assert_eq!(sshsig::verify(&own.public(), BODY, &blob[..cut]), Err(BadSignature::SshForm), "{cut}");
    }
    let longer = [&blob[..], b"\0"].concat();
    assert_eq!(sshsig::verify(&own.public(), BODY, &longer), Err(BadSignature::SshForm));
    for at in 0..blob.len() {
        let mut changed = blob.clone();
        changed[at] ^= 1;
        assert!(sshsig::verify(&own.public(), BODY, &changed).is_err(), "{at}");
    }
    let hash = blob.windows(6).position(|window| window == b"sha512").unwrap();
    let other = [&blob[..hash], b"sha384", &blob[hash + 6..]].concat();
    assert_eq!(sshsig::verify(&own.public(), BODY, &other), Err(BadSignature::SshHash));
}
#[test]
fn one_signer_is_one_signer_by_either_algorithm() {
    let mut kit = Kit::ready();
    let both = |body: &[u8]| vec![key(1).sign(body), Signature::Ssh { key: key(1).public(), sig: sshsig::sign(&key(1), body) }];
    assert_eq!(kit.with(accredit("delta", "FR", None), both).unwrap_err().code(), "signs-twice");
    let mixed = |body: &[u8]| vec![key(1).sign(body), Signature::Ssh { key: key(2).public(), sig: sshsig::sign(&key(2), body) }];
    kit.with(accredit("delta", "FR", None), mixed).unwrap();
}
#[test]
fn every_signature_verifies_even_one_too_many() {
    let mut kit = Kit::ready();
    let forged = |body: &[u8]| vec![key(1).sign(body), key(2).sign(body), key(3).sign(b"another body")];
    assert_eq!(kit.with(accredit("delta", "FR", None), forged).unwrap_err().code(), "bad-signature");
}

fn assertion(rp_id: &str, flags: u8, client: &str) -> Result<(), BadSignature> {
    let made = passkey(40).assert(rp_id, flags, client.as_bytes().to_vec()).unwrap();
    webauthn::verify(&passkey(40).public(), &rp(), &Digest::of(BODY), &made)
}
#[test]
fn an_assertion_is_fresh_verified_and_of_this_site() {
    let client = client_data(&Digest::of(BODY), SITE);
    let replaced = |from: &str, to: &str| {
        assert!(client.contains(from), "{client}");
        client.replacen(from, to, 1)
    };
    assert_eq!(assertion(RP, PRESENT_AND_VERIFIED, &client), Ok(()));
    assert_eq!(assertion(RP, 0xff, &client), Ok(()));
    assert_eq!(assertion(RP, PRESENT_AND_VERIFIED, &client_data(&Digest::of(BODY), "https://other.example.org")), Ok(()));
    assert_eq!(assertion(RP, PRESENT_AND_VERIFIED, &replaced(r#""crossOrigin":false,"#, "")), Ok(()));
    assert_eq!(assertion(RP, PRESENT_AND_VERIFIED, &replaced("{", r#"{"other_keys":{"a":[1.5,null]},"#)), Ok(()));
    for flags in [0, 1, 4] {
        assert_eq!(assertion(RP, flags, &client), Err(BadSignature::UserNotVerified));
    }
    assert_eq!(assertion("elsewhere.example.org", 5, &client), Err(BadSignature::RelyingParty));
    assert_eq!(assertion(RP, 5, &client_data(&Digest::of(b"other"), SITE)), Err(BadSignature::Challenge));
    assert_eq!(assertion(RP, 5, &client_data(&Digest::of(BODY), "https://assembly.example.org:444")), Err(BadSignature::Origin));
    assert_eq!(assertion(RP, 5, &client_data(&Digest::of(BODY), "https://assembly.example.org/")), Err(BadSignature::Origin));
    assert_eq!(assertion(RP, 5, &replaced("\"crossOrigin\":false", "\"crossOrigin\":true")), Err(BadSignature::Origin));
    assert_eq!(assertion(RP, 5, &replaced("webauthn.get", "webauthn.create")), Err(BadSignature::ClientData));
    for bad in ["", "[]", "{}", r#"{"type":"webauthn.get"}"#, &replaced("\"crossOrigin\":false", "\"crossOrigin\":1")] {
        assert_eq!(assertion(RP, 5, bad), Err(BadSignature::ClientData), "{bad}");
    }
}
#[test]
fn an_assertion_is_whole() {
    let client = client_data(&Digest::of(BODY), SITE);
    let made = passkey(40).assert(RP, 5, client.into_bytes()).unwrap();
    let verify = |made: &webauthn::Assertion| webauthn::verify(&passkey(40).public(), &rp(), &Digest::of(BODY), made);
    assert_eq!(verify(&made), Ok(()));
    assert_eq!(webauthn::verify(&passkey(41).public(), &rp(), &Digest::of(BODY), &made), Err(BadSignature::Wrong));
    let mut short = made.clone();
    short.authenticator_data.pop();
    assert_eq!(verify(&short), Err(BadSignature::AuthenticatorData));
    let mut counter = made.clone();
    counter.authenticator_data[36] ^= 1;
    assert_eq!(verify(&counter), Err(BadSignature::Wrong));
    let mut longer = made.clone();
    longer.signature.push(0);
    assert_eq!(verify(&longer), Err(BadSignature::Wrong));
}
