//! `hemicycle serve`: the server on a data directory, until it is told to stop.
use crate::{
    cli,
    config::{Config, LogFormat},
    data, record,
};
use anyhow::{Context, Result};
use app::mail::Postman;
use std::{net::SocketAddr, process::ExitCode, sync::Arc, time::Duration};
use tokio::signal::unix::{Signal, SignalKind, signal};
use web::{
    links::Links,
    live::server::{self, Limits},
    scene::{self, Broadcast},
    site::{Settings, Site},
};

/// Address when none is set.
const USUAL: ([u8; 4], u16) = ([127, 0, 0, 1], 8080);

/// Runs until a signal.
///
/// # Errors
/// When the settings, the data directory or the address cannot be used.
pub fn run(arguments: cli::Serve) -> Result<ExitCode> {
    let mut config = Config::load(&arguments.data)?;
    config.listen = arguments.listen.or(config.listen);
    if let (Some(cert_file), Some(key_file)) = (&arguments.tls_cert, &arguments.tls_key) {
        config.tls = Some(crate::config::Tls { cert_file: cert_file.clone(), key_file: key_file.clone() });
    }
    log_to_standard_error(&config);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("starting the runtime")?;
    runtime.block_on(serve(arguments, config))?;
    Ok(ExitCode::SUCCESS)
}

fn log_to_standard_error(config: &Config) {
    let filter = tracing_subscriber::EnvFilter::try_new(&config.log.filter).unwrap_or_else(|_| "info".into());
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second call, in a process that already logs, changes nothing and is no error worth stopping for.
    match config.log.format {
        LogFormat::Text => drop(log.try_init()),
        LogFormat::Json => drop(log.json().try_init()),
    }
}

async fn serve(arguments: cli::Serve, config: Config) -> Result<()> {
    let address = config.listen.unwrap_or_else(|| SocketAddr::from(USUAL));
    let listener = server::listen(address).with_context(|| format!("listening on {address}"))?;
    let address = listener.local_addr().context("the address listened on")?;
    let scheme = if config.tls.is_some() { "https" } else { "http" };
    let origin = config.public_origin.clone().unwrap_or_else(|| format!("{scheme}://{address}"));
    let mail = config.mail()?;
    let letters = Arc::new(web::letters::Letters::new(&origin));
    let dir = arguments.data.clone();
    let broadcast = Arc::new(Broadcast::default());
    let reached = tokio::task::spawn_blocking({
        let dir = dir.clone();
        move || data::reach(&dir)
    })
    .await
    .context("opening the data directory")??;
    // A record that became shorter, or another one, stops the server here: before anything is added, and before anybody is served.
    let watched = match &config.record {
        Some(settings) => Some(record::look(&dir, settings, &reached.reader).await?),
        None => None,
    };
    let (setup, audience) = (watched.as_ref().map(|watched| Arc::clone(&watched.setup)), Arc::clone(&broadcast));
    let progress = watched.as_ref().map(|watched| Arc::clone(&watched.progress));
    let house = tokio::task::spawn_blocking(move || reached.house(&dir, letters, audience, setup));
    let house = Arc::new(house.await.context("opening the data directory")??);
    if let Some(watched) = watched {
        watched.go_on(Arc::clone(&house)).await?;
    }
    if let Some(settings) = &mail {
        tokio::spawn(Postman::new(settings)?.run(Arc::clone(&house)));
    }
    let settings = Settings {
        public_origin: Some(origin.clone()),
        trusted_proxies: config.trusted_proxies.clone(),
        secure: origin.starts_with("https"),
        places: config.places.clone(),
        record: house.record().map(|_| record::directory(&arguments.data)),
        progress,
    };
    let site = Arc::new(Site::new(Arc::clone(&house), settings, Arc::new(Links::default())));
    let live = scene::go_live(&site, &broadcast, vec![origin.clone()]).context("starting the live pages")?;
    tokio::spawn(web::link_watch::run(Arc::clone(&house), Arc::clone(&site.links)));
    tokio::spawn(web::correction_watch::run(Arc::clone(&house)));
    let router = web::site::router(site);
    let tls = config.tls.as_ref().map(tls_settings).transpose()?.map(Arc::new);
    // Whoever reads that it listens may stop it in the same instant.
    let signals = StopSignals::listen()?;
    if arguments.json {
        println!("{}", serde_json::json!({ "listening": origin, "address": address }));
    } else {
        println!("Hemicycle listens on {origin}");
    }
    let full = web::i18n::in_every_language("error-full-house").into();
    let limits = Limits { connections: connections_allowed(), full, ..Limits::default() };
    let pages = Arc::clone(&live);
    let with_parent = arguments.with_parent;
    let ending = async move {
        tokio::select! {
            () = signals.heard() => {}
            () = parent_gone(with_parent) => {}
        }
        tracing::info!("stopping: answering what was taken");
        // Live pages go first: an open stream would hold the requests' farewell to its end.
        let _ = tokio::task::spawn_blocking(move || pages.stop()).await;
    };
    server::serve(listener, tls, router, limits, Arc::clone(&live.metrics), ending).await;
    tokio::task::spawn_blocking(move || house.stop()).await.context("stopping the writer")?;
    Ok(())
}

/// Files this process may open, less those it needs for itself; each connection takes one.
fn connections_allowed() -> usize {
    const OWN: u64 = 300;
    let (soft, hard) = rlimit::Resource::NOFILE.get().unwrap_or((1_024, 1_024));
    // More pages need more files; where the system forbids it, the limit that stands is used and said.
    let allowed = if rlimit::Resource::NOFILE.set(hard, hard).is_ok() { hard } else { soft };
    tracing::info!(files = allowed, "open files allowed");
    usize::try_from(allowed.saturating_sub(OWN)).unwrap_or(usize::MAX)
}

fn tls_settings(tls: &crate::config::Tls) -> Result<rustls::ServerConfig> {
    let read = |path: &std::path::Path| std::fs::read(path).with_context(|| format!("reading {}", path.display()));
    let cert = read(&tls.cert_file)?;
    let certs = rustls_pemfile::certs(&mut cert.as_slice()).collect::<Result<Vec<_>, _>>();
    let certs = certs.with_context(|| format!("{} holds no certificate in PEM", tls.cert_file.display()))?;
    let key = rustls_pemfile::private_key(&mut read(&tls.key_file)?.as_slice()).context("reading the private key")?;
    let key = key.with_context(|| format!("{} holds no private key in PEM", tls.key_file.display()))?;
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut settings = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .context("TLS versions")?
        .with_no_client_auth()
        .with_single_cert(certs, key)
        .context("certificate and key do not belong together")?;
    settings.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    // A phone that comes back takes up its session again, which costs a fraction of a whole handshake. What it needs for that it keeps
    // itself, sealed with keys that change every six hours: ten thousand sessions would not fit into the library's store of 256.
    settings.ticketer = rustls::crypto::aws_lc_rs::Ticketer::new().context("keys for TLS session tickets")?;
    settings.session_storage = Arc::new(rustls::server::NoServerSessionStorage {});
    settings.send_tls13_tickets = 1;
    Ok(settings)
}

/// How often a server that stops with its parent looks whether it is still there.
const PARENT_EVERY: Duration = Duration::from_millis(500);

/// Waits until the process that started this one is gone; for ever, unless that was asked for.
async fn parent_gone(asked: bool) {
    let parent = rustix::process::getppid();
    while !asked || rustix::process::getppid() == parent {
        tokio::time::sleep(PARENT_EVERY).await;
    }
}

/// What tells a process to stop: Ctrl-C and SIGTERM, heard from the moment this is made. One that comes earlier ends it at once.
pub(crate) struct StopSignals {
    interrupt: Signal,
    terminate: Signal,
}

impl StopSignals {
    /// Begins to listen; inside the runtime alone.
    pub(crate) fn listen() -> Result<Self> {
        let hear = |kind| signal(kind).context("listening to the system's signals");
        Ok(Self { interrupt: hear(SignalKind::interrupt())?, terminate: hear(SignalKind::terminate())? })
    }
    /// Waits for one of them.
    pub(crate) async fn heard(mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use rustls::{ClientConfig, ClientConnection, HandshakeKind, RootCertStore, ServerConnection};

    /// A whole conversation: both sides' handshake, and what the server says after it.
    fn handshake(client: &Arc<ClientConfig>, server: &Arc<rustls::ServerConfig>) -> Option<HandshakeKind> {
        let mut client = ClientConnection::new(Arc::clone(client), "localhost".try_into().unwrap()).unwrap();
        let mut server = ServerConnection::new(Arc::clone(server)).unwrap();
        while client.wants_write() || server.wants_write() {
            let mut wire = Vec::new();
            while client.wants_write() {
                client.write_tls(&mut wire).unwrap();
            }
            server.read_tls(&mut wire.as_slice()).unwrap();
            server.process_new_packets().unwrap();
            let mut wire = Vec::new();
            while server.wants_write() {
                server.write_tls(&mut wire).unwrap();
            }
            client.read_tls(&mut wire.as_slice()).unwrap();
            client.process_new_packets().unwrap();
        }
        server.handshake_kind()
    }

    #[test]
    fn a_device_that_comes_back_takes_up_its_tls_session_however_many_came_meanwhile() {
        let dir = tempfile::tempdir().unwrap();
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let (cert_file, key_file) = (dir.path().join("cert.pem"), dir.path().join("key.pem"));
        std::fs::write(&cert_file, made.cert.pem()).unwrap();
        std::fs::write(&key_file, made.signing_key.serialize_pem()).unwrap();
        let server = Arc::new(tls_settings(&crate::config::Tls { cert_file, key_file }).unwrap());
        let device = || {
            let mut roots = RootCertStore::empty();
            roots.add(made.cert.der().clone()).unwrap();
            let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
            let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
            Arc::new(config.with_root_certificates(roots).with_no_client_auth())
        };
        let first = device();
        assert_eq!(handshake(&first, &server), Some(HandshakeKind::Full));
        for _ in 0..300 {
            assert_eq!(handshake(&device(), &server), Some(HandshakeKind::Full));
        }
        assert_eq!(handshake(&first, &server), Some(HandshakeKind::Resumed));
    }
}
