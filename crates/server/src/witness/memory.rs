//! What a witness remembers: for each log the newest checkpoint that it confirmed, one file each, durable before it is told.
use anyhow::{Context, Result, bail};
use ledger::{
    checkpoint::Checkpoint,
    key::{Signer as _, SigningKey, Verifier as _, VerifierKey},
    note::Note,
    witness::{Seen, Witness, log_id},
};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{ErrorKind, Write as _},
    path::{Path, PathBuf},
};

/// The rules with what they know, and the files behind it.
pub struct Memory {
    dir: PathBuf,
    rules: Witness,
    // The confirmed checkpoints, by the log's id.
    notes: BTreeMap<String, Note>,
    // Held as long as this is: two witnesses with one memory would confirm two pasts.
    _lock: File,
}

impl Memory {
    /// Opens or makes the directory and reads what was confirmed of these logs.
    ///
    /// # Errors
    /// When another process has it, or a file is not a checkpoint that log and witness have signed.
    pub fn open(dir: &Path, key: &SigningKey, logs: Vec<VerifierKey>) -> Result<Self> {
        let what = || format!("opening {}", dir.display());
        fs::create_dir_all(dir).with_context(what)?;
        let lock = File::create(dir.join("lock")).with_context(what)?;
        if lock.try_lock().is_err() {
            bail!("another witness runs on {}", dir.display());
        }
        let mut memory = Self { dir: dir.to_owned(), rules: Witness::default(), notes: BTreeMap::new(), _lock: lock };
        for log in logs {
            let vkey = log.to_string();
            if !memory.rules.follow(log.clone()) {
                bail!("--log {vkey}: a witness's key, not a log's");
            }
            memory.recall(&log, key.key())?;
        }
        Ok(memory)
    }
    fn file(&self, id: &str) -> PathBuf {
        self.dir.join(format!("{id}.checkpoint"))
    }
    fn recall(&mut self, log: &VerifierKey, own: &VerifierKey) -> Result<()> {
        let id = log_id(log.name());
        let file = self.file(&id);
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error).with_context(|| format!("reading {}", file.display())),
        };
        let note: Note = text.parse().with_context(|| format!("{} is damaged", file.display()))?;
        let checkpoint: Checkpoint = note.text().parse().with_context(|| format!("{} is damaged", file.display()))?;
        let own_signed = note.verify(std::slice::from_ref(own)).is_ok_and(|found| found.iter().any(Option::is_some));
        if checkpoint.origin() != log.name() || !own_signed {
            bail!("{} is not what this witness has confirmed of {}; was the key changed?", file.display(), log.name());
        }
        self.rules.remember(log.name(), Seen { size: checkpoint.size, root: checkpoint.root });
        self.notes.insert(id, note);
        Ok(())
    }
    /// The rules, to judge by.
    pub const fn rules(&self) -> &Witness {
        &self.rules
    }
    /// The newest checkpoint confirmed of the log with this id.
    pub fn newest(&self, id: &str) -> Option<&Note> {
        self.notes.get(id)
    }
    /// Makes durable that this checkpoint is confirmed, then remembers it.
    ///
    /// # Errors
    /// When it cannot be written; then nothing has changed.
    pub fn remember(&mut self, checkpoint: &Checkpoint, note: Note) -> std::io::Result<()> {
        let id = log_id(checkpoint.origin());
        let seen = Seen { size: checkpoint.size, root: checkpoint.root };
        // The same checkpoint again, with a new time, is nothing new to remember.
        if self.rules.seen(checkpoint.origin()) != Some(&seen) || !self.notes.contains_key(&id) {
            let (file, partial) = (self.file(&id), self.dir.join(format!("{id}.partial")));
            let mut handle = File::create(&partial)?;
            handle.write_all(note.to_string().as_bytes())?;
            handle.sync_all()?;
            fs::rename(&partial, &file)?;
            File::open(&self.dir)?.sync_all()?;
            self.rules.remember(checkpoint.origin(), seen);
        }
        self.notes.insert(id, note);
        Ok(())
    }
}
