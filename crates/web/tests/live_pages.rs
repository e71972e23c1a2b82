//! The site's own live pages over real sockets: what changes a region, and what a press answers.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;

use floor_stage::{Signed, Stage};
use serde_json::{Value, json};
use std::{
    net::{SocketAddr, TcpStream},
    sync::Arc,
    thread::JoinHandle,
    time::Duration,
};
use tokio::sync::oneshot;
use tungstenite::{Message, WebSocket, client::IntoClientRequest};
use web::{
    live::{
        Live,
        server::{self, Limits},
    },
    scene,
};

/// A stage that is served, with its links watched.
struct Served {
    stage: Stage,
    live: Arc<Live>,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Served {
    fn new() -> Self {
        let stage = Stage::new();
        let live = scene::go_live(&stage.site, &stage.broadcast, Vec::new()).unwrap();
        let (stop, stopped) = oneshot::channel();
        let (tell, told) = std::sync::mpsc::channel();
        let (site, metrics) = (Arc::clone(&stage.site), Arc::clone(&live.metrics));
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = server::listen("127.0.0.1:0".parse().unwrap()).unwrap();
                tell.send(listener.local_addr().unwrap()).unwrap();
                tokio::spawn(web::link_watch::run(Arc::clone(&site.house), Arc::clone(&site.links)));
                let ending = async move { drop(stopped.await) };
                server::serve(listener, None, web::site::router(site), Limits::default(), metrics, ending).await;
            });
        });
        Self { stage, live, address: told.recv().unwrap(), stop: Some(stop), thread: Some(thread) }
    }

    /// Opens a page's socket; `regions` with the version that the page has.
    fn page(&self, who: Option<&Signed>, regions: &str) -> WebSocket<TcpStream> {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let base = who.map_or_else(String::new, |who| format!("/as/{}", who.seat));
        let mut request = format!("ws://{}{base}/live?lang=en&v={regions}", self.address).into_client_request().unwrap();
        if let Some(who) = who {
            request.headers_mut().insert("cookie", who.cookie.parse().unwrap());
        }
        tungstenite::client(request, stream).unwrap().0
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.live.stop();
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// Reads until a message that begins so and contains this.
fn until(page: &mut WebSocket<TcpStream>, begins: &str, contains: &str) -> String {
    loop {
        if let Message::Text(text) = page.read().unwrap()
            && text.starts_with(begins)
            && text.contains(contains)
        {
            return text.to_string();
        }
    }
}

#[test]
fn a_link_that_opens_or_falls_silent_changes_the_open_map_at_once() {
    let mut served = Served::new();
    let desk = served.stage.signed_with("venue-operator", json!({ "venue": "venue-1", "summit": "summit-1" }));
    let position = served.stage.house.state().position;
    let mut map = served.page(None, &format!("venue-map:{position},venue-table:{position}"));
    let mut open = served.page(Some(&desk), &format!("desk-arrivals:{position}"));
    until(&mut map, "R venue-map ", "venue-dot up main");
    open.close(None).unwrap();
    while open.read().is_ok() {}
    until(&mut map, "R venue-map ", "venue-dot down main");
    let _open = served.page(Some(&desk), "desk-arrivals:0");
    until(&mut map, "R venue-map ", "venue-dot up main");
}

#[test]
fn a_badge_scanned_over_the_socket_tells_whose_it_is() {
    let mut served = Served::new();
    let desk = served.stage.signed_with("venue-operator", json!({ "venue": "venue-1", "summit": "summit-1" }));
    let code = served.stage.house.people().get(served.stage.head_of(1)).unwrap().badge_code;
    let mut page = served.page(Some(&desk), "desk-arrivals:0");
    let id = "6f9b5b66-5b1f-4f37-9b0f-3a1a39a3f112";
    page.send(Message::text(format!("P {id} check-in\nvenue=venue-1&code={code}"))).unwrap();
    let answer = until(&mut page, "A ", "Kim Head1");
    let (head, body) = answer.split_once('\n').unwrap();
    assert!(head.starts_with(&format!("A {id} 200 ")), "{answer}");
    let body: Value = serde_json::from_str(body).unwrap();
    assert_eq!((&body["scan"]["repeated"], &body["scan"]["first_venue"]), (&json!(true), &json!("venue-1")));
}
