//! `hemicycle serve`: the server on a data directory, until it is told to stop.
use crate::{
    cli,
    config::{Config, LogFormat},
    data,
};
use anyhow::{Context, Result};
use app::mail::Postman;
use std::{net::SocketAddr, process::ExitCode, sync::Arc};
use web::{
    links::Links,
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
    let listener = tokio::net::TcpListener::bind(address).await.with_context(|| format!("listening on {address}"))?;
    let address = listener.local_addr().context("the address listened on")?;
    let scheme = if config.tls.is_some() { "https" } else { "http" };
    let origin = config.public_origin.clone().unwrap_or_else(|| format!("{scheme}://{address}"));
    let mail = config.mail()?;
    let letters = Arc::new(web::letters::Letters::new(&origin));
    let dir = arguments.data.clone();
    let audience: Arc<dyn app::Audience> = Arc::new(());
    let house = tokio::task::spawn_blocking(move || data::open(&dir, letters, audience))
        .await
        .context("opening the data directory")??;
    let house = Arc::new(house);
    if let Some(settings) = &mail {
        tokio::spawn(Postman::new(settings)?.run(Arc::clone(&house)));
    }
    let settings = Settings {
        public_origin: Some(origin.clone()),
        trusted_proxies: config.trusted_proxies.clone(),
        secure: origin.starts_with("https"),
    };
    let site = Arc::new(Site::new(Arc::clone(&house), settings, Arc::new(Links::default())));
    let router = web::site::router(site);
    if arguments.json {
        println!("{}", serde_json::json!({ "listening": origin, "address": address }));
    } else {
        println!("Hemicycle listens on {origin}");
    }
    axum::serve(listener, router).with_graceful_shutdown(told_to_stop()).await.context("serving")?;
    tracing::info!("stopping: answering what was taken");
    tokio::task::spawn_blocking(move || house.stop()).await.context("stopping the writer")?;
    Ok(())
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        drop(interrupt.await);
        return;
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate.recv() => {}
    }
}
