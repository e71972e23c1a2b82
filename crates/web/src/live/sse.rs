//! Server-sent events with the same words, for where WebSockets do not pass.
//!
//! Each event's data is what the socket would carry: `event: region` with `R <region> <position>\n<html>`, `beat`, `ended` and
//! `renewed`. Presses go as ordinary forms.
use super::{
    Live, RegionKey, Viewer,
    hub::{Frame, Hub, Signal, Sink, SinkId, SlotId},
};
use axum::{
    body::{Body, HttpBody},
    http::{Response, header},
};
use bytes::Bytes;
use hyper::body::Frame as BodyFrame;
use parking_lot::Mutex;
use std::{
    collections::HashMap,
    convert::Infallible,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use tokio::{
    sync::{Notify, mpsc},
    time::{Instant, sleep_until},
};

#[derive(Default)]
struct Waiting {
    frames: HashMap<SlotId, Arc<Frame>>,
    signals: Vec<Signal>,
}

/// One stream's letter box: the newest frame of each region.
#[derive(Default)]
struct Letters {
    waiting: Mutex<Waiting>,
    notify: Notify,
}

impl Sink for Letters {
    fn updated(&self, frames: Vec<(SlotId, Arc<Frame>)>) {
        self.waiting.lock().frames.extend(frames);
        self.notify.notify_one();
    }
    fn signal(&self, signal: Signal) {
        // Whose session ended is asked of the scene; to be woken is enough.
        let mut waiting = self.waiting.lock();
        if waiting.signals.len() < 16 {
            waiting.signals.push(signal);
        }
        self.notify.notify_one();
    }
}

/// Answers with a stream that keeps the regions current until the page leaves or its session ends.
#[must_use]
pub fn respond(live: &Arc<Live>, viewer: Viewer, regions: Vec<(RegionKey, u64)>) -> Response<Body> {
    let (sender, receiver) = mpsc::channel(1);
    let hub = Arc::clone(&live.hub);
    tokio::spawn(async move {
        let mut stream = Stream::enter(hub, viewer, regions);
        stream.run(&sender).await;
    });
    let mut response = Response::new(Body::new(Events(receiver)));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/event-stream"));
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    // Some proxies hold events back until a buffer is full.
    headers.insert("x-accel-buffering", header::HeaderValue::from_static("no"));
    response
}

struct Stream {
    hub: Arc<Hub>,
    sink: SinkId,
    inbox: Arc<Letters>,
    viewer: Viewer,
    /// The version sent of each region.
    regions: HashMap<SlotId, u64>,
}

impl Stream {
    fn enter(hub: Arc<Hub>, viewer: Viewer, regions: Vec<(RegionKey, u64)>) -> Self {
        let inbox = Arc::new(Letters::default());
        let sink = hub.enter(Arc::clone(&inbox) as Arc<dyn Sink>);
        hub.metrics().streams.add(1);
        let mut stream = Self { hub, sink, inbox, viewer, regions: HashMap::new() };
        for (key, version) in regions.into_iter().take(super::MAX_REGIONS) {
            let attached = stream.hub.attach(&key, sink);
            stream.regions.insert(attached.slot, version);
            match attached.frame {
                Some(frame) => stream.inbox.updated(vec![(attached.slot, frame)]),
                None if version < attached.current => stream.hub.want(attached.slot),
                None => {}
            }
        }
        stream
    }

    async fn run(&mut self, to: &mpsc::Sender<Bytes>) {
        let heartbeat = self.hub.settings().heartbeat;
        let mut next_beat = Instant::from_std(super::clock::now()) + heartbeat;
        loop {
            if self.viewer.session != 0 && !self.hub.scene().signed_in(&self.viewer) {
                let _ = to.send(event("ended", None, b"X session\n")).await;
                self.hub.metrics().revoked.add(1);
                return;
            }
            // Room first, then the newest: what waits while the page is slow is replaced, not queued.
            let Ok(room) = to.reserve().await else { return };
            let (frame, signals) = {
                let mut waiting = self.inbox.waiting.lock();
                let slot = waiting.frames.keys().next().copied();
                (slot.and_then(|s| waiting.frames.remove_entry(&s)), std::mem::take(&mut waiting.signals))
            };
            if signals.contains(&Signal::Stop) {
                return;
            }
            if signals.contains(&Signal::Revoked(self.viewer.session)) && self.viewer.session != 0 {
                room.send(event("ended", None, b"X session\n"));
                self.hub.metrics().revoked.add(1);
                return;
            }
            if signals.contains(&Signal::Renewed) {
                room.send(event("renewed", None, b"N\n"));
            } else if let Some((slot, frame)) = frame {
                self.show(slot, &frame, room);
            } else {
                drop(room);
                tokio::select! {
                    () = self.inbox.notify.notified() => {}
                    () = to.closed() => return,
                    () = sleep_until(next_beat) => {
                        next_beat += heartbeat;
                        let beat = format!("B {}\n", self.hub.position());
                        if to.send(event("beat", None, beat.as_bytes())).await.is_err() {
                            return;
                        }
                    }
                }
            }
        }
    }

    fn show(&mut self, slot: SlotId, frame: &Frame, room: mpsc::Permit<'_, Bytes>) {
        let Some(version) = self.regions.get_mut(&slot).filter(|v| **v < frame.position) else { return };
        *version = frame.position;
        let bytes = event("region", Some(frame.position), frame.text());
        self.hub.metrics().frames.add(1);
        self.hub.metrics().bytes.add(bytes.len() as u64);
        room.send(bytes);
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        for slot in self.regions.keys() {
            self.hub.detach(*slot, self.sink);
        }
        self.hub.leave(self.sink);
        self.hub.metrics().streams.take(1);
    }
}

/// One event: each line of the text is a line of data.
fn event(name: &str, id: Option<u64>, text: &[u8]) -> Bytes {
    let mut out = format!("event: {name}\n").into_bytes();
    if let Some(id) = id {
        out.extend_from_slice(format!("id: {id}\n").as_bytes());
    }
    // A carriage return ends a line in an event stream too; markup means the same with a line feed.
    for line in text.split(|b| matches!(b, b'\n' | b'\r')) {
        out.extend_from_slice(b"data: ");
        out.extend_from_slice(line);
        out.push(b'\n');
    }
    out.push(b'\n');
    Bytes::from(out)
}

struct Events(mpsc::Receiver<Bytes>);

impl HttpBody for Events {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<BodyFrame<Bytes>, Infallible>>> {
        self.0.poll_recv(cx).map(|bytes| bytes.map(|b| Ok(BodyFrame::data(b))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_line_of_data() {
        let bytes = event("region", Some(3), b"R a 3\n<p>\nx</p>");
        assert_eq!(bytes, &b"event: region\nid: 3\ndata: R a 3\ndata: <p>\ndata: x</p>\n\n"[..]);
    }
}
