//! The load: thousands of pages as browsers hold them, on one thread that does nothing else. The same code reads the server's
//! frames and the limit program's, so that its own cost is the same on both sides.
use crate::{
    arrival::Arrivals,
    machine::now,
    serve::Certificate,
    wire::{self, Said},
};
use anyhow::{Context, Result, anyhow, bail};
use mio::{Events, Interest, Poll, Token, net::TcpStream};
use rustls::{
    CipherSuite, ClientConfig, ClientConnection, DigitallySignedStruct, SignatureScheme,
    client::{
        Resumption,
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    },
    crypto::CryptoProvider,
    pki_types::{CertificateDer, ServerName, UnixTime},
};
use std::{
    collections::VecDeque,
    io::{ErrorKind, Read, Write},
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

/// Handshakes under way at one time.
const WINDOW: usize = 256;
/// How long nothing may come while pages are opened.
const STALLED: Duration = Duration::from_secs(30);
const SCRATCH: usize = 512 * 1024;

/// A page to be opened.
#[derive(Clone, Debug, Default)]
pub struct Spec {
    /// Address of its socket, with the regions and their versions.
    pub path: String,
    /// Its seat's cookie.
    pub cookie: String,
}

/// Something a page heard.
pub struct Heard<'a> {
    /// Which page.
    pub page: usize,
    /// What.
    pub said: Said<'a>,
    /// The whole frame.
    pub frame: &'a [u8],
    /// When it was read.
    pub at: Instant,
    /// When it arrived at the page's socket, where that is asked for; else when it was read.
    pub arrived: Instant,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Connecting,
    Asked,
    Open,
    Closed,
}

struct Page {
    socket: TcpStream,
    tls: Option<Box<ClientConnection>>,
    phase: Phase,
    /// What could not be sent yet.
    out: Vec<u8>,
    /// The beginning of a frame whose rest has not arrived.
    carry: Vec<u8>,
}

/// Thousands of pages.
pub struct Load {
    poll: Poll,
    events: Events,
    address: SocketAddr,
    host: String,
    tls: Option<Arc<ClientConfig>>,
    pages: Vec<Page>,
    specs: Vec<Spec>,
    scratch: Vec<u8>,
    plain: Vec<u8>,
    /// Pages open now.
    pub open: usize,
    /// Pages that were refused or closed by the server.
    pub closed: usize,
    waiting: VecDeque<usize>,
    opening: usize,
    arrivals: Option<Arrivals>,
}

/// A client that takes this certificate and no other, as pages do that all run on devices of their own: it offers what today's browsers
/// do, AES-128 first, and leaves out the signatures that ten thousand devices check each for itself. Every handshake is a whole one.
pub fn trusting(certificate: &Certificate) -> Result<Arc<ClientConfig>> {
    let pem = std::fs::read(&certificate.cert)?;
    let pinned = rustls_pemfile::certs(&mut pem.as_slice()).next().context("a certificate")??;
    let mut provider = rustls::crypto::aws_lc_rs::default_provider();
    provider.cipher_suites.sort_by_key(|suite| suite.suite() != CipherSuite::TLS13_AES_128_GCM_SHA256);
    let provider = Arc::new(provider);
    let mut config = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Pinned { certificate: pinned, provider }))
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    config.resumption = Resumption::disabled();
    Ok(Arc::new(config))
}

/// Knows the server by its certificate's bytes.
#[derive(Debug)]
struct Pinned {
    certificate: CertificateDer<'static>,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        if *certificate == self.certificate {
            return Ok(ServerCertVerified::assertion());
        }
        Err(rustls::CertificateError::ApplicationVerificationFailure.into())
    }
    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }
    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }
    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

impl Load {
    /// No page yet; `address` is the server.
    pub fn new(address: SocketAddr, tls: Option<Arc<ClientConfig>>) -> Result<Self> {
        Ok(Self {
            poll: Poll::new().context("waiting for sockets")?,
            events: Events::with_capacity(1024),
            address,
            host: address.to_string(),
            tls,
            pages: Vec::new(),
            specs: Vec::new(),
            scratch: vec![0; SCRATCH],
            plain: Vec::new(),
            open: 0,
            closed: 0,
            waiting: VecDeque::new(),
            opening: 0,
            arrivals: None,
        })
    }

    /// From now on it is known when things arrived at the pages' sockets.
    pub fn stamp_arrivals(&mut self) -> Result<()> {
        if self.arrivals.is_none() {
            self.pages.iter().try_for_each(|page| Arrivals::stamp(&page.socket))?;
            self.arrivals = Some(Arrivals::begin()?);
        }
        Ok(())
    }

    /// Opens pages, and returns when all are open. What they hear meanwhile is handed over.
    pub fn open_all(&mut self, specs: Vec<Spec>, hear: &mut dyn FnMut(Heard<'_>)) -> Result<()> {
        self.order(specs);
        self.until_open(hear)
    }

    /// Orders pages to be opened while [`Load::pump`] runs.
    pub fn order(&mut self, specs: Vec<Spec>) {
        let first = self.specs.len();
        self.waiting.extend(first..first + specs.len());
        self.specs.extend(specs);
    }

    /// Pumps until all pages are open.
    pub fn until_open(&mut self, hear: &mut dyn FnMut(Heard<'_>)) -> Result<()> {
        let (mut last, mut since) = (0, now());
        while self.open < self.specs.len() {
            self.pump(Duration::from_millis(50), hear)?;
            if self.closed > 0 {
                bail!("{} pages were refused or closed while they were opened", self.closed);
            }
            if self.open != last {
                (last, since) = (self.open, now());
            }
            if now().saturating_duration_since(since) > STALLED {
                bail!("only {} of {} pages were opened", self.open, self.specs.len());
            }
        }
        Ok(())
    }

    fn open_more(&mut self) -> Result<()> {
        while self.opening < WINDOW {
            let Some(place) = self.waiting.front().copied() else { return Ok(()) };
            if place != self.pages.len() {
                bail!("pages are opened in order");
            }
            self.waiting.pop_front();
            let mut socket = TcpStream::connect(self.address).context("opening a page")?;
            self.poll
                .registry()
                .register(&mut socket, Token(place), Interest::READABLE | Interest::WRITABLE)
                .context("watching a page")?;
            let tls = match &self.tls {
                None => None,
                Some(config) => {
                    let name = ServerName::IpAddress(self.address.ip().into());
                    Some(Box::new(ClientConnection::new(Arc::clone(config), name)?))
                }
            };
            self.pages.push(Page { socket, tls, phase: Phase::Connecting, out: Vec::new(), carry: Vec::new() });
            self.opening += 1;
        }
        Ok(())
    }

    /// Waits for sockets at most so long (not at all when zero), and hands over what pages heard.
    pub fn pump(&mut self, patience: Duration, hear: &mut dyn FnMut(Heard<'_>)) -> Result<()> {
        if !self.waiting.is_empty() {
            self.open_more()?;
        }
        match self.poll.poll(&mut self.events, Some(patience)) {
            Err(error) if error.kind() == ErrorKind::Interrupted => return Ok(()),
            done => done.context("waiting for sockets")?,
        }
        let mut events = std::mem::replace(&mut self.events, Events::with_capacity(0));
        for event in &events {
            let place = event.token().0;
            if place >= self.pages.len() {
                continue;
            }
            if event.is_writable() {
                self.connected(place)?;
            }
            if event.is_readable() || event.is_read_closed() || event.is_error() {
                self.read(place, hear)?;
            }
        }
        std::mem::swap(&mut self.events, &mut events);
        Ok(())
    }

    fn connected(&mut self, place: usize) -> Result<()> {
        if self.pages[place].phase == Phase::Connecting {
            self.pages[place].phase = Phase::Asked;
            let request = handshake(&self.host, &self.specs[place], self.tls.is_some());
            return self.send(place, &request);
        }
        self.flush(place)
    }

    /// Sends a press from a page.
    pub fn press(&mut self, page: usize, id: &str, act: &str, body: &str) -> Result<()> {
        let message = wire::masked(format!("P {id} {act}\n{body}").as_bytes());
        self.send(page, &message)
    }

    fn send(&mut self, place: usize, bytes: &[u8]) -> Result<()> {
        let page = &mut self.pages[place];
        match &mut page.tls {
            Some(tls) => tls.writer().write_all(bytes).context("encrypting")?,
            None => page.out.extend_from_slice(bytes),
        }
        self.flush(place)
    }

    fn flush(&mut self, place: usize) -> Result<()> {
        let page = &mut self.pages[place];
        if let Some(tls) = &mut page.tls {
            while tls.wants_write() {
                tls.write_tls(&mut page.out).context("encrypting")?;
            }
        }
        let mut written = 0;
        while written < page.out.len() {
            match page.socket.write(&page.out[written..]) {
                Ok(n) => written += n,
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::NotConnected) => break,
                Err(_) => {
                    self.lose(place);
                    return Ok(());
                }
            }
        }
        let page = &mut self.pages[place];
        page.out.drain(..written);
        if page.out.is_empty() {
            page.out = Vec::new();
        }
        Ok(())
    }

    fn lose(&mut self, place: usize) {
        let page = &mut self.pages[place];
        match page.phase {
            Phase::Closed => return,
            Phase::Open => self.open -= 1,
            Phase::Connecting | Phase::Asked => self.opening -= 1,
        }
        page.phase = Phase::Closed;
        // A browser lets a connection go when it was refused; one that is gone already needs nothing.
        let _ = page.socket.shutdown(std::net::Shutdown::Both);
        self.closed += 1;
    }

    fn read(&mut self, place: usize, hear: &mut dyn FnMut(Heard<'_>)) -> Result<()> {
        loop {
            let page = &mut self.pages[place];
            if page.phase == Phase::Closed {
                return Ok(());
            }
            // What was left of a frame stands before what comes now.
            let kept = if page.tls.is_none() { page.carry.len() } else { 0 };
            self.scratch[..kept].copy_from_slice(&page.carry[..kept]);
            let read = match &mut self.arrivals {
                Some(arrivals) => arrivals.read(&page.socket, &mut self.scratch[kept..]),
                None => page.socket.read(&mut self.scratch[kept..]).map(|n| (n, None)),
            };
            let at = now();
            let (n, arrived) = match read {
                Ok((n, arrived)) if n > 0 => (n, arrived.unwrap_or(at)),
                Err(e) if e.kind() == ErrorKind::Interrupted => continue,
                Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::NotConnected) => return Ok(()),
                Ok(_) | Err(_) => {
                    self.lose(place);
                    return Ok(());
                }
            };
            let more = n == self.scratch.len() - kept;
            if page.tls.is_some() {
                self.decrypt(place, n)?;
                let plain = std::mem::take(&mut self.plain);
                if !plain.is_empty() {
                    self.take(place, &plain, (at, arrived), hear)?;
                }
                self.plain = plain;
                self.flush(place)?;
            } else {
                let scratch = std::mem::take(&mut self.scratch);
                let taken = self.take(place, &scratch[..kept + n], (at, arrived), hear);
                self.scratch = scratch;
                taken?;
            }
            // A short read has emptied the socket; the next arrival is told again.
            if !more {
                return Ok(());
            }
        }
    }

    /// Decrypts what was read, behind what was left.
    fn decrypt(&mut self, place: usize, n: usize) -> Result<()> {
        let page = &mut self.pages[place];
        self.plain.clear();
        self.plain.extend_from_slice(&page.carry);
        let Some(tls) = &mut page.tls else { return Ok(()) };
        let mut rest = &self.scratch[..n];
        while !rest.is_empty() {
            tls.read_tls(&mut rest).context("reading TLS")?;
            let state = tls.process_new_packets().map_err(|e| anyhow!("TLS: {e}"))?;
            let more = state.plaintext_bytes_to_read();
            if more > 0 {
                let at = self.plain.len();
                self.plain.resize(at + more, 0);
                tls.reader().read_exact(&mut self.plain[at..]).context("reading TLS")?;
            }
        }
        Ok(())
    }

    fn take(
        &mut self,
        place: usize,
        bytes: &[u8],
        (at, arrived): (Instant, Instant),
        hear: &mut dyn FnMut(Heard<'_>),
    ) -> Result<()> {
        let mut start = 0;
        if self.pages[place].phase == Phase::Asked {
            let Some(end) = bytes.windows(4).position(|w| w == b"\r\n\r\n") else {
                self.pages[place].carry = bytes.to_vec();
                return Ok(());
            };
            if !bytes.starts_with(b"HTTP/1.1 101 ") {
                self.lose(place);
                return Ok(());
            }
            start = end + 4;
            self.pages[place].phase = Phase::Open;
            self.open += 1;
            self.opening -= 1;
        }
        while let Some((head, whole)) = wire::frame(&bytes[start..]) {
            let frame = &bytes[start..start + whole];
            hear(Heard { page: place, said: wire::said(&frame[head..]), frame, at, arrived });
            start += whole;
        }
        let page = &mut self.pages[place];
        if start < bytes.len() {
            page.carry = bytes[start..].to_vec();
        } else if !page.carry.is_empty() {
            page.carry = Vec::new();
        }
        Ok(())
    }
}

fn handshake(host: &str, spec: &Spec, is_tls: bool) -> Vec<u8> {
    let scheme = if is_tls { "https" } else { "http" };
    let cookie = if spec.cookie.is_empty() { String::new() } else { format!("cookie: {}\r\n", spec.cookie) };
    format!(
        "GET {} HTTP/1.1\r\nhost: {host}\r\norigin: {scheme}://{host}\r\n{cookie}connection: Upgrade\r\nupgrade: websocket\r\n\
         sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        spec.path
    )
    .into_bytes()
}
