//! Key files and other files that must not be overwritten.
use anyhow::{Context, Result};
use ledger::{SigningKey, keyfile};
use std::{
    fs::{File, OpenOptions},
    io::{Read, Write},
    path::Path,
};

/// Reads a private key.
///
/// # Errors
/// When it cannot be read or is none that signs in the record.
pub fn read(path: &Path) -> Result<SigningKey> {
    let mut text = String::new();
    File::open(path)
        .and_then(|file| file.take(keyfile::MAX_KEY_FILE as u64 + 1).read_to_string(&mut text))
        .with_context(|| format!("reading {}", path.display()))?;
    keyfile::read(&text).with_context(|| format!("reading {}", path.display()))
}

/// Makes a file that must not exist, on disk when it returns; a secret one is readable by its owner alone.
///
/// # Errors
/// When there is one already, or the disk fails.
pub fn create(path: &Path, bytes: &[u8], secret: bool) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(if secret { 0o600 } else { 0o644 });
    }
    let mut file = options.open(path).with_context(|| format!("making {}", path.display()))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).with_context(|| format!("writing {}", path.display()))
}
