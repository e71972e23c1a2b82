//! A signed body as a form or a program hands it in: `{"body": "<base64url>", "sigs": [{…}]}`, or with `armored`, what
//! `ssh-keygen -Y sign` wrote.
use domain::{FieldProblem, Invalid, No};
use ledger::{MAX_LEAF, Signature, form::from_base64url, signature::sshsig};
use serde_json::Value;

/// Most signatures that come with one act.
const SIGNATURES: usize = 16;

/// The exact bytes that were signed, and the signatures.
///
/// # Errors
/// [`No::Invalid`] naming the part of `signed` that cannot be read.
pub fn read_signed(signed: &Value) -> Result<(Vec<u8>, Vec<Signature>), No> {
    let invalid = |field: &str, problem| No::Invalid(Invalid::new(field, problem));
    let body = signed.get("body").and_then(Value::as_str).ok_or_else(|| invalid("signed.body", FieldProblem::Empty))?;
    let body = body.trim();
    let bytes = from_base64url(body).filter(|b| b.len() <= MAX_LEAF);
    let bytes = bytes.ok_or_else(|| invalid("signed.body", FieldProblem::NotAKey))?;
    if let Some(armored) = signed.get("armored").and_then(Value::as_str) {
        let read = sshsig::from_armor(armored).ok_or_else(|| invalid("signed.armored", FieldProblem::NotASignature))?;
        return Ok((bytes, vec![Signature::Ssh { key: read.0, sig: read.1 }]));
    }
    let sigs = signed.get("sigs").and_then(Value::as_array).ok_or_else(|| invalid("signed.sigs", FieldProblem::Empty))?;
    if sigs.is_empty() || sigs.len() > SIGNATURES {
        return Err(invalid("signed.sigs", FieldProblem::TooMany { limit: SIGNATURES }));
    }
    let read = |(at, value): (usize, &Value)| {
        Signature::read(value.clone(), at).map_err(|_| invalid(&format!("signed.sigs.{at}"), FieldProblem::NotAKey))
    };
    Ok((bytes, sigs.iter().enumerate().map(read).collect::<Result<_, _>>()?))
}
