//! What can be asked about the public record, in the words of `--help`.
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Arguments of `bundle`.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").required(true))]
pub struct Bundle {
    /// Symbol of a text: who endorses it
    #[arg(long, group = "what", value_name = "SYMBOL")]
    pub text: Option<String>,
    /// Id of a poll: what came of it
    #[arg(long, group = "what", value_name = "ID")]
    pub poll: Option<String>,
    /// Id of a summit: who was registered, accredited and present
    #[arg(long, group = "what", value_name = "ID")]
    pub summit: Option<String>,
    /// Count the first N entries; all of the newest checkpoint when not given
    #[arg(long, value_name = "N")]
    pub at: Option<u64>,
    /// The bundle's file; must not exist
    #[arg(long, value_name = "FILE.zip")]
    pub out: PathBuf,
    /// Data directory, of a running server or at rest
    #[arg(long)]
    pub data: PathBuf,
    /// Print one JSON object instead of sentences
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// The bundle, or a receipt (.tlog-proof)
    pub file: PathBuf,
    /// Whom you trust: the log's key, witnesses, and entry 0, in C2SP's tlog-policy form. From the bundle when not given
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Print one JSON object instead of sentences
    #[arg(long)]
    pub json: bool,
}

/// What a list is of.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Listed {
    /// Texts by symbol
    Texts,
    /// Polls that have a result
    Polls,
    /// Summits
    Summits,
}

/// Arguments of `record`.
#[derive(Debug, Args)]
pub struct Record {
    /// What to list
    pub what: Listed,
    /// Data directory, of a running server or at rest
    #[arg(long)]
    pub data: PathBuf,
    /// Print an array of JSON objects instead of lines
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `sign`.
#[derive(Debug, Args)]
pub struct Sign {
    /// What to sign, byte for byte; `-` or nothing reads standard input
    #[arg(default_value = "-")]
    pub file: PathBuf,
    /// Your private key: an OpenSSH Ed25519 key without passphrase, or one that `hemicycle accreditor new-key` made
    #[arg(long)]
    pub key: PathBuf,
    /// Where the signature goes; standard output when not given
    #[arg(long)]
    pub out: Option<PathBuf>,
}

/// What an accreditor does.
#[derive(Debug, Subcommand)]
pub enum Accreditor {
    /// Make a private key, readable by you alone
    NewKey(NewKey),
    /// Show a batch of entries and sign all of them
    Sign(SignBatch),
}

/// Arguments of `accreditor new-key`.
#[derive(Debug, Args)]
pub struct NewKey {
    /// The key's file; must not exist
    #[arg(long)]
    pub out: PathBuf,
    /// A few words in the file that tell keys apart
    #[arg(long, default_value = "accreditor")]
    pub comment: String,
    /// Print one JSON object instead of sentences
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `accreditor sign`.
#[derive(Debug, Args)]
pub struct SignBatch {
    /// The batch, as the secretariat's page gives it or another accreditor has signed it
    pub file: PathBuf,
    /// Your private key
    #[arg(long)]
    pub key: PathBuf,
    /// Where the signed batch goes; must not exist
    #[arg(long)]
    pub out: PathBuf,
    /// The record you sign for; a batch of another is refused
    #[arg(long, value_name = "ORIGIN")]
    pub log: Option<String>,
    /// Sign without asking
    #[arg(long)]
    pub yes: bool,
}

/// What is erased.
#[derive(Debug, Subcommand)]
pub enum Erase {
    /// A person: name, address, photo, letters, and what opens the commitments of their presence
    Person(ErasePerson),
}

/// Arguments of `erase person`.
#[derive(Debug, Args)]
pub struct ErasePerson {
    /// The person's id, such as rep-17
    pub id: String,
    /// Data directory at rest
    #[arg(long)]
    pub data: PathBuf,
}
