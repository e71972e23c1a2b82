//! `hemicycle witness`: confirms that the records of other servers only grow (C2SP tlog-witness over HTTP).
mod memory;

use crate::{cli, serve::StopSignals};
use anyhow::{Context, Result, bail};
use app::{Clock as _, Entropy as _, SystemClock, SystemEntropy};
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Path as UrlPath, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use ledger::{
    checkpoint::cosign,
    key::{Kind, Signer as _, SigningKey, VerifierKey},
    witness::{MAX_REQUEST, Refusal, Request, SIZE_TYPE, log_id},
};
use memory::Memory;
use parking_lot::Mutex;
use std::{fs, io::Write as _, path::Path, process::ExitCode, sync::Arc};
use web::live::server::{self, Limits};

/// Connections at once: a witness serves logs and now and then a monitor, not the public.
const CONNECTIONS: usize = 512;

/// Runs until a signal, or makes a key.
///
/// # Errors
/// When key, directory, logs or address cannot be used.
pub fn run(arguments: &cli::Witness) -> Result<ExitCode> {
    if let Some(name) = &arguments.new_key {
        let key = new_key(&arguments.key, name, Kind::Cosignature)?;
        if arguments.json {
            println!("{}", serde_json::json!({ "name": name, "vkey": key.to_string(), "file": arguments.key }));
        } else {
            println!("The private key is in {}; keep it to yourself.", arguments.key.display());
            println!("Give this line to those whose records you witness:\n{key}");
        }
        return Ok(ExitCode::SUCCESS);
    }
    let key = read_key(&arguments.key)?;
    if key.key().kind() != Kind::Cosignature {
        bail!("{} holds a key of a log, not of a witness", arguments.key.display());
    }
    let data = arguments.data.as_deref().context("--data is missing")?;
    let logs = arguments.log.iter().map(|log| log.parse().with_context(|| format!("--log {log}")));
    let memory = Memory::open(data, &key, logs.collect::<Result<Vec<VerifierKey>>>()?)?;
    let witness = Arc::new(Mutex::new(Keeper { key, memory }));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("starting the runtime")?;
    runtime.block_on(serve(arguments, witness))?;
    Ok(ExitCode::SUCCESS)
}

/// Makes a key file that its owner alone may read; returns the public half. An existing file is never replaced.
///
/// # Errors
/// When the file is there already or cannot be written, or the name is none.
pub fn new_key(file: &Path, name: &str, kind: Kind) -> Result<VerifierKey> {
    let key = SigningKey::from_seed(name, kind, SystemEntropy::default().fresh())?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let what = || format!("making {}", file.display());
    let mut handle = options.open(file).with_context(what)?;
    handle.write_all(format!("{}\n", key.to_secret()).as_bytes()).and_then(|()| handle.sync_all()).with_context(what)?;
    Ok(key.key().clone())
}

/// Reads a key file.
///
/// # Errors
/// When it cannot be read, or others may read it too, or it holds no private key.
pub fn read_key(file: &Path) -> Result<SigningKey> {
    let what = || format!("reading {}", file.display());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        if fs::metadata(file).with_context(what)?.permissions().mode() & 0o077 != 0 {
            bail!("others may read {}: run `chmod 600` on it", file.display());
        }
    }
    let text = fs::read_to_string(file).with_context(what)?;
    SigningKey::from_secret(text.trim_end()).with_context(what)
}

/// The key and what it has confirmed, which change together.
struct Keeper {
    key: SigningKey,
    memory: Memory,
}

type Shared = Arc<Mutex<Keeper>>;

async fn serve(arguments: &cli::Witness, witness: Shared) -> Result<()> {
    let listener = server::listen(arguments.listen).with_context(|| format!("listening on {}", arguments.listen))?;
    let address = listener.local_addr().context("the address listened on")?;
    let key = witness.lock().key.key().to_string();
    let signals = StopSignals::listen()?;
    if arguments.json {
        println!("{}", serde_json::json!({ "address": address, "vkey": key }));
    } else {
        println!("The witness {key} listens on http://{address}");
    }
    let limits = Limits { connections: CONNECTIONS, ..Limits::default() };
    server::serve(listener, None, router(witness), limits, Arc::default(), signals.heard()).await;
    Ok(())
}

fn router(witness: Shared) -> Router {
    Router::new()
        .route("/", get(about))
        .route("/add-checkpoint", post(add_checkpoint))
        .route("/{log}/checkpoint", get(newest))
        .layer(DefaultBodyLimit::max(MAX_REQUEST))
        .with_state(witness)
}

/// Who this is and which logs it follows, for people.
async fn about(State(witness): State<Shared>) -> String {
    let witness = witness.lock();
    let mut text = format!("{}\n", witness.key.key());
    for origin in witness.memory.rules().origins() {
        let size = witness.memory.rules().seen(origin).map_or(0, |seen| seen.size);
        text += &format!("{}/checkpoint {origin} {size}\n", log_id(origin));
    }
    text
}

/// The newest checkpoint confirmed of a log, by the SHA-256 of its origin: for monitors.
async fn newest(State(witness): State<Shared>, UrlPath(log): UrlPath<String>) -> Response {
    let note = witness.lock().memory.newest(&log).map(ToString::to_string);
    note.map_or_else(|| StatusCode::NOT_FOUND.into_response(), IntoResponse::into_response)
}

async fn add_checkpoint(State(witness): State<Shared>, body: Bytes) -> Response {
    // The disk is waited for under the lock: between judging and remembering no other request may come.
    let answered = tokio::task::spawn_blocking(move || answer(&mut witness.lock(), &body)).await;
    answered.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn answer(keeper: &mut Keeper, body: &[u8]) -> Response {
    let judged = std::str::from_utf8(body)
        .map_err(|_| Refusal::Malformed("the request is not UTF-8".to_owned()))
        .and_then(str::parse::<Request>)
        .and_then(|request| Ok((keeper.memory.rules().judge(&request)?, request)));
    let (checkpoint, request) = match judged {
        Ok(judged) => judged,
        Err(refusal) => return refused(&refusal),
    };
    let now = u64::try_from(SystemClock.now().0 / 1000).unwrap_or(0);
    let line = cosign(&keeper.key, &checkpoint, now);
    let mut note = request.checkpoint;
    note.add(line.clone());
    if let Err(error) = keeper.memory.remember(&checkpoint, note) {
        // What is not durable is not confirmed: the log asks again.
        tracing::error!(%error, "what was to be confirmed could not be written");
        return (StatusCode::SERVICE_UNAVAILABLE, "the witness cannot write\n").into_response();
    }
    tracing::info!(origin = checkpoint.origin(), size = checkpoint.size, "confirmed");
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], line.to_string()).into_response()
}

fn refused(refusal: &Refusal) -> Response {
    if let Refusal::NotConsistent(_) = refusal {
        tracing::warn!(%refusal, "a log shows another past than before");
    }
    let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::BAD_REQUEST);
    let kind = if status == StatusCode::CONFLICT { SIZE_TYPE } else { "text/plain; charset=utf-8" };
    (status, [(header::CONTENT_TYPE, kind)], refusal.body()).into_response()
}

#[cfg(test)]
pub(crate) mod tests;
