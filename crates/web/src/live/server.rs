//! The server's side of HTTP: accepting, TLS, limits, and the graceful end. The sockets of live pages leave it for the shards.
//!
//! HTTP/1.1 in the clear; under TLS HTTP/1.1 or HTTP/2, as ALPN agrees.
use super::{LiveMetrics, Place, Stream};
use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{
    body::Incoming,
    server::conn::{http1, http2},
    service::service_fn,
};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use rustls::ServerConfig;
use std::{convert::Infallible, io, net::SocketAddr, pin::pin, sync::Arc, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpSocket, TcpStream},
    sync::{Semaphore, mpsc, watch},
    time::{sleep, timeout},
};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

/// Handshakes the kernel holds for us.
const BACKLOG: u32 = 4096;
/// How long the accept loop rests when the system has no descriptor left.
const BREATH: Duration = Duration::from_millis(50);
/// Refusals that are spoken at once; beyond, connections are closed without a word.
const MAX_REFUSING: usize = 64;
/// How long a refused connection may take its answer.
const REFUSAL: Duration = Duration::from_secs(2);

/// Where a request comes from; in its extensions, beside axum's `ConnectInfo`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    /// The other end of the connection: a person's device, or a proxy.
    pub address: SocketAddr,
    /// Whether it came by TLS.
    pub is_tls: bool,
}

/// The server's limits.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Connections and live pages at once; keep it some hundred below the limit of open files.
    pub connections: usize,
    /// How long the TLS handshake, the head of a request, and the pause before the next one may take.
    pub head: Duration,
    /// How long a vanished peer's connection is kept while something is on the way to it.
    pub vanished: Duration,
    /// How long requests under way may take when the server stops.
    pub farewell: Duration,
    /// What somebody is told for whom there is no place any more, as plain text. Who it is and which language they read is not known yet:
    /// their request is not read.
    pub full: Arc<str>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 15_000,
            head: Duration::from_secs(20),
            vanished: Duration::from_secs(30),
            farewell: Duration::from_secs(10),
            full: "Too many connections are open. Please try again shortly.\r\n".into(),
        }
    }
}

/// Listens, with a backlog for a whole summit that reconnects at once.
///
/// # Errors
/// When the address is taken or not ours.
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // Without it a restarted server waits for the old connections' last minutes.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

struct Server {
    tls: Option<TlsAcceptor>,
    app: Router,
    limits: Limits,
    metrics: Arc<LiveMetrics>,
    refusing: Arc<Semaphore>,
    stopping: watch::Receiver<bool>,
}

/// Serves `app` until `shutdown` is ready, then lets the requests under way end.
pub async fn serve(
    listener: TcpListener,
    tls: Option<Arc<ServerConfig>>,
    app: Router,
    limits: Limits,
    metrics: Arc<LiveMetrics>,
    shutdown: impl Future<Output = ()>,
) {
    let (stop, stopping) = watch::channel(false);
    let (under_way, mut all_done) = mpsc::channel::<()>(1);
    let refusing = Arc::new(Semaphore::new(MAX_REFUSING));
    let farewell = limits.farewell;
    let server = Arc::new(Server { tls: tls.map(TlsAcceptor::from), app, limits, metrics, refusing, stopping });
    let mut shutdown = pin!(shutdown);
    loop {
        let accepted = tokio::select! {
            () = &mut shutdown => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, address)) => {
                let (server, under_way) = (Arc::clone(&server), under_way.clone());
                tokio::spawn(async move {
                    server.connection(stream, address).await;
                    drop(under_way);
                });
            }
            Err(error) => {
                server.metrics.accept_errors.add(1);
                // One connection's own fault is its own; a lack of descriptors needs a pause.
                if !matches!(error.kind(), io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset) {
                    tracing::warn!(%error, "a connection could not be accepted");
                    sleep(BREATH).await;
                }
            }
        }
    }
    drop(listener);
    drop(under_way);
    let _ = stop.send(true);
    let _ = timeout(farewell, all_done.recv()).await;
}

impl Server {
    async fn connection(&self, stream: TcpStream, address: SocketAddr) {
        let place = Place::take(&self.metrics);
        let is_full = self.metrics.connections.get() > self.limits.connections as u64;
        let _ = stream.set_nodelay(true);
        forget_vanished(&stream, self.limits.vanished);
        let permit = match is_full {
            true => {
                self.metrics.refused_connections.add(1);
                let Ok(permit) = self.refusing.try_acquire() else { return };
                Some(permit)
            }
            false => None,
        };
        let peer = Peer { address, is_tls: self.tls.is_some() };
        let Some(tls) = &self.tls else {
            return match permit {
                Some(_) => refuse(stream, &self.limits.full).await,
                None => self.http1(Stream::plain(stream, place), peer).await,
            };
        };
        let Ok(Ok(stream)) = timeout(self.limits.head, tls.accept(stream)).await else { return };
        if permit.is_some() {
            return refuse(stream, &self.limits.full).await;
        }
        if stream.get_ref().1.alpn_protocol() == Some(b"h2") {
            self.http2(Stream::tls(stream, place), peer).await;
        } else {
            self.http1(Stream::tls(stream, place), peer).await;
        }
    }

    async fn http1(&self, stream: Stream, peer: Peer) {
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.head)
            .max_buf_size(64 * 1024)
            .serve_connection(TokioIo::new(stream), service_fn(|request| self.answer(request, peer)))
            .with_upgrades();
        let mut connection = pin!(connection);
        let mut stopping = self.stopping.clone();
        tokio::select! {
            done = connection.as_mut() => return log(done),
            _ = stopping.wait_for(|s| *s) => {}
        }
        connection.as_mut().graceful_shutdown();
        log(connection.await);
    }

    async fn http2(&self, stream: Stream, peer: Peer) {
        // HTTP/2 runs its streams as tasks of their own, which must own what they use.
        let app = self.app.clone();
        let service = service_fn(move |request| answer(app.clone(), request, peer));
        let connection = http2::Builder::new(TokioExecutor::new())
            .timer(TokioTimer::new())
            .max_concurrent_streams(64)
            .keep_alive_interval(self.limits.head)
            .keep_alive_timeout(self.limits.head)
            .serve_connection(TokioIo::new(stream), service);
        let mut connection = pin!(connection);
        let mut stopping = self.stopping.clone();
        tokio::select! {
            done = connection.as_mut() => return log(done),
            _ = stopping.wait_for(|s| *s) => {}
        }
        connection.as_mut().graceful_shutdown();
        log(connection.await);
    }

    fn answer(
        &self,
        request: Request<Incoming>,
        peer: Peer,
    ) -> impl Future<Output = Result<axum::response::Response, Infallible>> + use<> {
        answer(self.app.clone(), request, peer)
    }
}

async fn answer(app: Router, request: Request<Incoming>, peer: Peer) -> Result<axum::response::Response, Infallible> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(peer);
    request.extensions_mut().insert(ConnectInfo(peer.address));
    app.oneshot(request).await
}

fn log(done: Result<(), hyper::Error>) {
    // Peers leave in the middle of anything; that is theirs to know.
    if let Err(error) = done {
        tracing::debug!(%error, "a connection ended");
    }
}

/// Heartbeats make a vanished device known; without this the kernel tries for a quarter of an hour to reach it.
#[cfg(target_os = "linux")]
fn forget_vanished(stream: &TcpStream, after: Duration) {
    let _ = socket2::SockRef::from(stream).set_tcp_user_timeout(Some(after));
}

/// Elsewhere the kernel's own patience stands.
#[cfg(not(target_os = "linux"))]
fn forget_vanished(_: &TcpStream, _: Duration) {}

/// Says that the house is full, and waits a moment for it to be read: closing at once would take the answer back.
async fn refuse(mut stream: impl AsyncRead + AsyncWrite + Unpin, full: &str) {
    let answer = format!(
        "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\nRetry-After: 5\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{full}",
        full.len()
    );
    let _ = timeout(REFUSAL, async {
        stream.write_all(answer.as_bytes()).await?;
        stream.shutdown().await?;
        let mut rest = [0; 1024];
        while stream.read(&mut rest).await? > 0 {}
        Ok::<_, io::Error>(())
    })
    .await;
}
