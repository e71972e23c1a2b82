//! `hemicycle sign`: the same signature that `ssh-keygen -Y sign -n hemicycle-record` makes.
use super::{cli::Sign, keys};
use anyhow::{Context, Result, bail};
use ledger::{MAX_LEAF, keyfile::signature_file, signature::sshsig};
use std::{
    fs::File,
    io::{Read, Write},
    process::ExitCode,
};

/// Signs the exact bytes.
///
/// # Errors
/// When key or bytes cannot be read, or there is too much to be an entry.
pub fn run(arguments: &Sign) -> Result<ExitCode> {
    let key = keys::read(&arguments.key)?;
    let input: Box<dyn Read> = if arguments.file.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else {
        Box::new(File::open(&arguments.file).with_context(|| format!("opening {}", arguments.file.display()))?)
    };
    let mut bytes = Vec::new();
    input.take(MAX_LEAF as u64 + 1).read_to_end(&mut bytes).context("reading what is to be signed")?;
    if bytes.len() > MAX_LEAF {
        bail!("more than {MAX_LEAF} bytes: not the body of an entry");
    }
    let signature = signature_file(&sshsig::sign(&key, &bytes));
    match &arguments.out {
        Some(path) => keys::create(path, signature.as_bytes(), false)?,
        None => std::io::stdout().write_all(signature.as_bytes()).context("writing the signature")?,
    }
    Ok(ExitCode::SUCCESS)
}
