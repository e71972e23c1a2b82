//! The server is killed with SIGKILL again and again while clients press; what was acknowledged stands, once.
#![expect(clippy::unwrap_used, reason = "tests")]
use rehearsal::{
    chance::Chance,
    net::{
        form::Form,
        http::Request,
        pool::{Pool, Verdict},
    },
};
use serde_json::Value;
use std::{
    collections::HashMap,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

const DEVICES: usize = 6;
const PRESSES: usize = 240;
const KILLS: usize = 5;

/// A server's process; none is left behind, however the test ends.
struct Running(Child);

impl Running {
    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop((self.0.kill(), self.0.wait()));
    }
}

fn serve(dir: &Path, listen: &str) -> (Running, SocketAddr) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.arg("serve").arg("--data").arg(dir).args(["--listen", listen, "--json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let said: Value = serde_json::from_str(&line).unwrap();
    (Running(child), said["address"].as_str().unwrap().parse().unwrap())
}

/// One request, answered with 200; its JSON and its cookie.
fn once(pool: &mut Pool, request: Request) -> (Value, Option<String>) {
    let mut out = (Value::Null, None);
    pool.run(vec![request], &mut |answer| {
        assert_eq!(answer.response.status, 200, "{}", answer.response.text());
        out = (answer.response.json(), answer.response.cookie.clone());
        Verdict::Done
    })
    .unwrap();
    out
}

fn sign_in(pool: &mut Pool, token: &str) -> (String, String) {
    let form = Form::new().with("token", token);
    let (answer, cookie) = once(pool, Request::post("/act/redeem-invitation", "", form.encoded()));
    (answer["seat"].as_str().unwrap().to_owned(), cookie.unwrap())
}

#[test]
fn a_killed_server_keeps_what_it_acknowledged_and_does_nothing_twice() {
    let temporary = tempfile::tempdir().unwrap();
    let dir = temporary.path().join("data");
    let made = Command::new(env!("CARGO_BIN_EXE_hemicycle")).arg("init").arg(&dir).arg("--json").output().unwrap();
    let made: Value = serde_json::from_slice(&made.stdout).unwrap();
    let (child, address) = serve(&dir, "127.0.0.1:0");
    let mut pool = Pool::new(address, &address.to_string(), 12).unwrap();
    let mut devices = vec![sign_in(&mut pool, made["token"].as_str().unwrap())];
    while devices.len() < DEVICES {
        let (seat, cookie) = devices[0].clone();
        let (answer, _) = once(&mut pool, Request::post(&format!("/as/{seat}/act/link-device"), &cookie, ""));
        devices.push(sign_in(&mut pool, answer["secret"].as_str().unwrap()));
    }

    let pressing = Arc::new(AtomicBool::new(true));
    let server = Arc::new(Mutex::new(child));
    let killer = {
        let (pressing, server, dir) = (Arc::clone(&pressing), Arc::clone(&server), dir.clone());
        std::thread::spawn(move || {
            let (mut chance, mut kills) = (Chance::new(7, "kills"), 0);
            while pressing.load(Ordering::Relaxed) && kills < KILLS {
                std::thread::sleep(Duration::from_millis(40 + chance.below(600) as u64));
                let mut child = server.lock().unwrap();
                child.kill();
                *child = serve(&dir, &address.to_string()).0;
                kills += 1;
            }
            kills
        })
    };

    let mut ids = Chance::new(7, "ids");
    let request = |n: usize, id: String| {
        let (seat, cookie) = &devices[n % DEVICES];
        let form = Form::new().with("_id", &id).with("names.en", &format!("Organisation {n}")).with("category", "member");
        Request::post(&format!("/as/{seat}/act/register-organisation"), cookie, form.encoded())
    };
    let requests: Vec<Request> = (0..PRESSES).map(|n| request(n, ids.uuid())).collect();
    let mut acknowledged = Vec::new();
    pool.run(requests, &mut |answer| match answer.response.status {
        429 | 503 => Verdict::Again(Duration::from_millis(100)),
        status => {
            assert_eq!(status, 200, "{}", answer.response.text());
            acknowledged.push(answer.index);
            Verdict::Done
        }
    })
    .unwrap();
    pressing.store(false, Ordering::Relaxed);
    let kills = killer.join().unwrap();
    assert!(kills >= 2, "the server was killed {kills} times only");
    // Once more, with nothing under way: what was answered is on the disk.
    server.lock().unwrap().kill();

    let export = temporary.path().join("export");
    let done = Command::new(env!("CARGO_BIN_EXE_hemicycle")).arg("export").arg(&export).arg("--data").arg(&dir).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut reader = csv::Reader::from_path(export.join("organisations.csv")).unwrap();
    let mut times: HashMap<String, usize> = HashMap::new();
    for row in reader.deserialize::<HashMap<String, String>>() {
        *times.entry(row.unwrap()["name"].clone()).or_default() += 1;
    }
    assert_eq!(acknowledged.len(), PRESSES);
    for n in acknowledged {
        assert_eq!(times.get(&format!("Organisation {n}")), Some(&1), "organisation {n}");
    }
    assert_eq!(times.len(), PRESSES);
}
