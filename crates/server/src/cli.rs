//! The command line: what can be asked, in the words of `--help`.
use crate::{evidence, export, import, init, keep, rehearse, serve, successor, witness};
use anyhow::Result;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

/// Convenes organisations across the world: accreditation, floor, joint texts, endorsements, and a record anybody can check.
#[derive(Debug, Parser)]
#[command(name = "hemicycle", version, about, max_term_width = 100)]
pub struct Arguments {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new data directory and the first administrator
    ///
    /// Prints a link. Open it in a browser once the server runs (`hemicycle serve --data DIR`): it signs the first
    /// member of the secretariat in. The link works once and for 14 days.
    Init(Init),
    /// Run the server on a data directory
    ///
    /// Settings come from DIR/hemicycle.toml, then from environment variables (HEMICYCLE_LISTEN, HEMICYCLE_MAIL_HOST …),
    /// then from the command line; the later wins. Stop it with Ctrl-C or SIGTERM: it answers what it took and leaves nothing half done.
    Serve(Serve),
    /// Play a whole summit on a real server, as a dress rehearsal
    ///
    /// Starts a server on a temporary directory and drives it through the network as thousands of clients: accreditation,
    /// arrival, general debate, adoption of a statement, endorsements, closing. Open the printed links to watch, and take
    /// over the chair if you like. Ends with a table of what was counted and measured; the exit status is 1 when anything was
    /// lost, duplicated or other than planned.
    Rehearse(Rehearse),
    /// Enter a list of organisations or representatives from a CSV or XLSX file
    ///
    /// Encoding, delimiter and columns are recognised; every bad line is reported with line, column and reason. It is all
    /// or nothing unless --skip-bad is given. Works on a directory at rest; while the server runs, use its import page.
    Import(Import),
    /// Write the public facts as CSV files with a data package
    Export(Export),
    /// Copy all data into one file, while the server runs
    Backup(Backup),
    /// Make a data directory from a backup
    ///
    /// The backup holds the database alone: bring hemicycle.toml and keys/ from where you keep them. A public record must never say two
    /// things of one index, so the server starts on a restored directory only when it knows which checkpoint was published last: give it
    /// with --published (fetch it from /record/checkpoint of the old server or of a mirror, out of a bundle, or from a witness), or have
    /// witnesses in the settings. When entries were published that the backup lacks, the server refuses and names both trees; then go on
    /// with `hemicycle successor`.
    Restore(Restore),
    /// Begin a new public record where the old one was lost
    ///
    /// For the day on which the disk is gone and the newest backup lacks entries that were published. The old record can then not be
    /// continued: two different entries would stand at one place. The new one names the old one's origin, size and root in its first entry,
    /// so that everybody can hold them together; bundles of the old record verify as before.
    ///
    /// Nothing is changed in the restored directory and nothing is published: NEW is made beside it, and can be deleted and made again
    /// until a server was started on it. Accredited organisations, adopted texts and the newest acts on them are taken over when
    /// that server starts; signed acts count as on paper there, with the old entry's digest as evidence, until the organisation
    /// signs again. Acts that the backup lacks must be made again: the old record's mirror or bundles say which they are.
    ///
    /// Steps: hemicycle restore BACKUP --data RESTORED --published CHECKPOINT, bring hemicycle.toml and keys/, then this command, then
    /// hemicycle check and hemicycle serve on NEW. Publish the new record's vkey where the old one was, and give it to the witnesses.
    Successor(Successor),
    /// Look at settings, data and machine, and say what is wrong and what to do
    Check(Check),
    /// Write the evidence of one figure into a file that anybody can check
    Bundle(evidence::cli::Bundle),
    /// Check a bundle, and recount its figure from the signed entries; or the receipt of one entry
    ///
    /// Needs no server and no network. The exit status is 1 when anything does not fit, with one line that names the entry and the reason.
    Verify(evidence::cli::Verify),
    /// List what can be bundled
    Record(evidence::cli::Record),
    /// Sign the exact bytes that a page hands out, with your organisation's key
    ///
    /// The same as `ssh-keygen -Y sign -n hemicycle-record -f KEY FILE`.
    Sign(evidence::cli::Sign),
    /// Keys and signatures of those who accredit organisations, offline
    #[command(subcommand)]
    Accreditor(evidence::cli::Accreditor),
    /// Erase personal data; the record still verifies
    #[command(subcommand)]
    Erase(evidence::cli::Erase),
    /// Witness the public record of other servers
    ///
    /// Confirms, each time a record grows, that it still begins with all that was confirmed before, so that nobody can be shown
    /// another record than everybody else. Make a key first (`--new-key NAME --key FILE`), give the printed line to those
    /// whose records you witness, and run it with their lines (`--log`). Never copy DIR back from a backup: a
    /// witness that forgets may confirm two different pasts; begin anew with another key.
    Witness(Witness),
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// Directory to make; must not exist or be empty
    pub dir: PathBuf,
    /// Address of the first administrator, for letters
    #[arg(long, default_value = "")]
    pub email: String,
    /// Name of the first administrator
    #[arg(long, default_value = "Administrator")]
    pub name: String,
    /// Language of the first administrator's letters
    #[arg(long, default_value = "en")]
    pub language: String,
    /// Origin under which people will reach the server, such as `https://summit.example.org`
    #[arg(long)]
    pub public_origin: Option<String>,
    /// Origin of the verifiable record, such as `record.example.org/assembly`; it never changes
    #[arg(long, value_name = "ORIGIN")]
    pub record_origin: Option<String>,
    /// Public key (Ed25519, base64url) of an accreditor who keeps the private one; may be given several times. Without any
    /// the server makes one and holds it, and the record's policy says so
    #[arg(long, value_name = "PUBKEY")]
    pub accreditor: Vec<String>,
    /// How many accreditors must sign; all of them when not given
    #[arg(long, value_name = "K", requires = "accreditor")]
    pub threshold: Option<u64>,
    /// Keep no verifiable record
    #[arg(long, conflicts_with_all = ["record_origin", "accreditor", "threshold"])]
    pub no_record: bool,
    /// Print one JSON object instead of sentences
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Data directory made by `hemicycle init`
    #[arg(long)]
    pub data: PathBuf,
    /// Address to listen on, such as 127.0.0.1:8080, or 0.0.0.0:443 for every address of the machine
    #[arg(long)]
    pub listen: Option<SocketAddr>,
    /// Certificate chain (PEM) for TLS
    #[arg(long, requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// Private key (PEM) for TLS
    #[arg(long, requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// Print one JSON object with the address once it listens
    #[arg(long)]
    pub json: bool,
    /// Stop when the process that started this one is gone; a rehearsal leaves no server behind, however it ended
    #[arg(long, hide = true)]
    pub with_parent: bool,
}

/// Which list.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum List {
    /// Organisations of the directory
    Organisations,
    /// Representatives on the delegations of invited organisations
    Representatives,
}

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// What the list holds
    pub list: List,
    /// The file, CSV or XLSX
    pub file: PathBuf,
    /// Data directory made by `hemicycle init`
    #[arg(long)]
    pub data: PathBuf,
    /// Says what a column holds, as `Nom du parti=name:fr`, `#3=country` for the third column, or `Notes=ignore`; may be given
    /// several times
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,
    /// Enter the good lines and write the bad ones, with their reasons, to this file
    #[arg(long, value_name = "REJECTS.csv")]
    pub skip_bad: Option<PathBuf>,
    /// Invite the organisations of the list to the current summit at once; their letters go to the contacts that the list
    /// names. Without it contacts are not kept
    #[arg(long)]
    pub invite: bool,
    /// Print one JSON object instead of sentences
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// Directory for the files; made when missing
    pub dir: PathBuf,
    /// Data directory, of a running server or at rest
    #[arg(long)]
    pub data: PathBuf,
    /// Print one JSON object instead of sentences
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `backup`.
#[derive(Debug, Args)]
pub struct Backup {
    /// The backup's file
    pub file: PathBuf,
    /// Data directory
    #[arg(long)]
    pub data: PathBuf,
}

/// Arguments of `restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup's file
    pub file: PathBuf,
    /// Data directory to make
    #[arg(long)]
    pub data: PathBuf,
    /// The newest checkpoint of the public record that anybody has
    #[arg(long, value_name = "CHECKPOINT")]
    pub published: Option<PathBuf>,
}

/// Arguments of `successor`.
#[derive(Debug, Args)]
pub struct Successor {
    /// Directory to make; must not exist
    pub new: PathBuf,
    /// The restored data directory, which is only read
    #[arg(long, value_name = "RESTORED")]
    pub data: PathBuf,
    /// Origin of the new record, such as `record.example.org/assembly-2`; another one than the old record's
    #[arg(long, value_name = "ORIGIN")]
    pub origin: String,
    /// The old record's newest checkpoint; RESTORED/record/checkpoint when not given
    #[arg(long, value_name = "CHECKPOINT")]
    pub published: Option<PathBuf>,
    /// The old record's public key, when neither RESTORED/keys nor RESTORED/record has it
    #[arg(long)]
    pub vkey: Option<String>,
    /// Public key of an accreditor who keeps the private one; may be given several times. The same accreditors as before when
    /// not given
    #[arg(long, value_name = "PUBKEY")]
    pub accreditor: Vec<String>,
    /// How many accreditors must sign; as before, or all of those given
    #[arg(long, value_name = "K", requires = "accreditor")]
    pub threshold: Option<u64>,
    /// Print one JSON object instead of sentences
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Data directory
    #[arg(long)]
    pub data: PathBuf,
    /// Print one JSON object instead of sentences
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `witness`.
#[derive(Debug, Args)]
pub struct Witness {
    /// File of the witness's private key
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
    /// Make the key file for a witness of this name, such as `witness.example.org/w1`, print its public line, and stop
    #[arg(long, value_name = "NAME", conflicts_with_all = ["listen", "data", "log"])]
    pub new_key: Option<String>,
    /// Address to listen on; put a TLS proxy before it, or give it a path of your web server
    #[arg(long, default_value = "127.0.0.1:7380")]
    pub listen: SocketAddr,
    /// Directory that remembers what was confirmed; made when missing
    #[arg(long, value_name = "DIR", required_unless_present = "new_key")]
    pub data: Option<PathBuf>,
    /// Public line (vkey) of a record to witness; may be given several times
    #[arg(long, value_name = "VKEY", required_unless_present = "new_key")]
    pub log: Vec<String>,
    /// Print one JSON object instead of sentences
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `rehearse`.
#[derive(Debug, Args)]
pub struct Rehearse {
    /// How many organisations are invented, or a CSV file with the organisations of a real list
    #[arg(long, value_name = "N|FILE", default_value = "512")]
    pub organisations: String,
    /// How many representatives they send together
    #[arg(long, default_value_t = 10_240)]
    pub representatives: usize,
    /// How many venues there are, in real cities
    #[arg(long, default_value_t = 200)]
    pub venues: usize,
    /// From how many countries invented organisations come
    #[arg(long, default_value_t = 163)]
    pub countries: usize,
    /// How fast it goes: 1 takes some minutes to watch, 2 half as long, 0 waits for nobody (as with --exit)
    #[arg(long)]
    pub speed: Option<f64>,
    /// Seed of everything invented; the same seed makes the same summit
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Directory for the data, to keep it; must not exist or be empty
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// Address the server listens on
    #[arg(long)]
    pub listen: Option<SocketAddr>,
    /// Cut the power N times: at moments the seed chooses the server is killed and started again, and nothing may be lost
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub kill: usize,
    /// Stop at the end instead of keeping the server running
    #[arg(long)]
    pub exit: bool,
    /// Print one JSON object on the last line of standard output
    #[arg(long)]
    pub json: bool,
}

/// Runs what was asked.
///
/// # Errors
/// Whatever went wrong, with what was tried.
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.command {
        Command::Init(arguments) => init::run(&arguments),
        Command::Serve(arguments) => serve::run(arguments),
        Command::Rehearse(arguments) => rehearse::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Backup(arguments) => keep::backup(&arguments),
        Command::Restore(arguments) => keep::restore(&arguments),
        Command::Successor(arguments) => successor::run(&arguments),
        Command::Check(arguments) => keep::check(&arguments),
        Command::Bundle(arguments) => evidence::bundle(&arguments),
        Command::Verify(arguments) => evidence::verify(&arguments),
        Command::Record(arguments) => evidence::list(&arguments),
        Command::Sign(arguments) => evidence::sign(&arguments),
        Command::Accreditor(arguments) => evidence::accreditor(&arguments),
        Command::Erase(arguments) => evidence::erase(&arguments),
        Command::Witness(arguments) => witness::run(&arguments),
    }
}
