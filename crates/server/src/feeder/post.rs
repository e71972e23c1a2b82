//! A small HTTP client: one POST to a witness, with limits on time and length.
use axum::{
    body::{Body, to_bytes},
    http::{Request, Uri, header},
};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use std::{sync::Arc, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::{TlsConnector, rustls};

/// How long an exchange may take, from the look-up of the name to the answer's last byte.
const PATIENCE: Duration = Duration::from_secs(5);
/// The longest answer read, in bytes.
const MAX_ANSWER: usize = 65_536;

/// Posts; keeps the authorities that https is checked against.
pub struct Poster {
    tls: Option<TlsConnector>,
}

impl Default for Poster {
    fn default() -> Self {
        let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let settings = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().ok();
        let settings = settings.map(|settings| settings.with_root_certificates(roots).with_no_client_auth());
        Self { tls: settings.map(|settings| TlsConnector::from(Arc::new(settings))) }
    }
}

impl Poster {
    /// Posts `body` to `path` below `prefix`; the status and text of the answer, or why there is none.
    ///
    /// # Errors
    /// What was wrong with the address, the connection or the answer, in words.
    pub async fn post(&self, prefix: &str, path: &str, body: String) -> Result<(u16, String), String> {
        let exchange = self.exchange(prefix, path, body);
        timeout(PATIENCE, exchange).await.unwrap_or_else(|_| Err(format!("no answer within {} s", PATIENCE.as_secs())))
    }

    async fn exchange(&self, prefix: &str, path: &str, body: String) -> Result<(u16, String), String> {
        let uri: Uri =
            format!("{}/{path}", prefix.trim_end_matches('/')).parse().map_err(|_| format!("`{prefix}` is no address"))?;
        let secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(format!("`{prefix}` is no address of http or https")),
        };
        let (Some(host), Some(authority)) = (uri.host(), uri.authority()) else {
            return Err(format!("`{prefix}` names no host"));
        };
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let request = Request::post(uri.path_and_query().map_or("/", |path| path.as_str()))
            .header(header::HOST, authority.as_str())
            .header(header::CONTENT_TYPE, "text/plain; charset=utf-8")
            .body(Body::from(body))
            .map_err(|error| error.to_string())?;
        let stream = TcpStream::connect((host, port)).await.map_err(|error| format!("connecting: {error}"))?;
        if !secure {
            return send(stream, request).await;
        }
        let tls = self.tls.as_ref().ok_or("TLS is not to be had")?;
        let name = rustls::pki_types::ServerName::try_from(host.to_owned()).map_err(|error| error.to_string())?;
        send(tls.connect(name, stream).await.map_err(|error| format!("TLS: {error}"))?, request).await
    }
}

async fn send<S>(stream: S, request: Request<Body>) -> Result<(u16, String), String>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let failed = |error: hyper::Error| format!("asking: {error}");
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(failed)?;
    // It ends with the answer or, when that is given up, with its sender.
    tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(failed)?;
    let status = answer.status().as_u16();
    let bytes = to_bytes(Body::new(answer.into_body()), MAX_ANSWER).await.map_err(|error| format!("reading: {error}"))?;
    String::from_utf8(bytes.to_vec()).map(|text| (status, text)).map_err(|_| "the answer is not text".to_owned())
}
