//! The connection under HTTP: plain or TLS, with its place in the limit of connections, which goes along to the shard.
use super::LiveMetrics;
use std::{
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};
use tokio_rustls::server::TlsStream;

/// A place among the connections allowed at once; free again when dropped.
pub struct Place(Arc<LiveMetrics>);

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Place")
    }
}

impl Place {
    /// Takes a place, whether or not one is free: the caller compares `metrics.connections` with its limit.
    #[must_use]
    pub fn take(metrics: &Arc<LiveMetrics>) -> Self {
        metrics.connections.add(1);
        Self(Arc::clone(metrics))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.connections.take(1);
    }
}

enum Io {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

/// A connection that serves HTTP and may become a live page.
pub struct Stream {
    io: Io,
    place: Place,
}

impl Stream {
    /// Without TLS.
    #[must_use]
    pub const fn plain(stream: TcpStream, place: Place) -> Self {
        Self { io: Io::Plain(stream), place }
    }
    /// With TLS.
    #[must_use]
    pub fn tls(stream: TlsStream<TcpStream>, place: Place) -> Self {
        Self { io: Io::Tls(Box::new(stream)), place }
    }
    /// Takes it apart: the socket out of the runtime's hands, the TLS session if there is one, and its place.
    ///
    /// # Errors
    /// When the runtime cannot let go of the socket.
    pub fn into_parts(self) -> io::Result<(std::net::TcpStream, Option<rustls::ServerConnection>, Place)> {
        let (stream, tls) = match self.io {
            Io::Plain(stream) => (stream, None),
            Io::Tls(stream) => {
                let (stream, tls) = stream.into_inner();
                (stream, Some(tls))
            }
        };
        Ok((stream.into_std()?, tls, self.place))
    }
}

impl AsyncRead for Stream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match &mut self.io {
            Io::Plain(s) => Pin::new(s).poll_read(cx, buf),
            Io::Tls(s) => Pin::new(s).poll_read(cx, buf),
        }
    }
}

impl AsyncWrite for Stream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        match &mut self.io {
            Io::Plain(s) => Pin::new(s).poll_write(cx, buf),
            Io::Tls(s) => Pin::new(s).poll_write(cx, buf),
        }
    }
    fn poll_write_vectored(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bufs: &[io::IoSlice<'_>]) -> Poll<io::Result<usize>> {
        match &mut self.io {
            Io::Plain(s) => Pin::new(s).poll_write_vectored(cx, bufs),
            Io::Tls(s) => Pin::new(s).poll_write_vectored(cx, bufs),
        }
    }
    fn is_write_vectored(&self) -> bool {
        true
    }
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.io {
            Io::Plain(s) => Pin::new(s).poll_flush(cx),
            Io::Tls(s) => Pin::new(s).poll_flush(cx),
        }
    }
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.io {
            Io::Plain(s) => Pin::new(s).poll_shutdown(cx),
            Io::Tls(s) => Pin::new(s).poll_shutdown(cx),
        }
    }
}
