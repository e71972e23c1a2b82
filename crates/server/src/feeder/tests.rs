//! The feeder with real witnesses over HTTP: k of n, one of them down, another one elsewhere.
#![expect(clippy::unwrap_used, reason = "tests")]
use super::*;
use crate::witness::tests::{log, request, running, tree};
use ledger::{key::Signer as _, tree::Tree};
use parking_lot::Mutex;
use std::{net::SocketAddr, time::Duration};

/// A log in memory that keeps what is published.
struct Kept {
    tree: Tree,
    published: Mutex<Vec<Note>>,
    /// Witnesses that were heard of, and whether they confirmed.
    heard: Mutex<Vec<(String, bool)>>,
}

impl Log for Kept {
    fn consistency(&self, old: u64, new: u64) -> Option<ConsistencyProof> {
        self.tree.prove_consistency(old, new)
    }
    fn publish(&self, checkpoint: &Note) {
        self.published.lock().push(checkpoint.clone());
    }
    fn stands(&self, witness: &str, confirmed: Result<u64, &str>) {
        self.heard.lock().push((witness.to_owned(), confirmed.is_ok()));
    }
}

fn kept(salt: u64) -> Arc<Kept> {
    Arc::new(Kept { tree: tree(salt), published: Mutex::default(), heard: Mutex::default() })
}
fn policy(witnesses: &[(SocketAddr, VerifierKey)], k: usize) -> Policy {
    let mut text = format!("log {}\n", log().key());
    for (n, (address, key)) in witnesses.iter().enumerate() {
        text += &format!("witness w{n} {key} http://{address}\n");
    }
    let names: Vec<_> = (0..witnesses.len()).map(|n| format!("w{n}")).collect();
    text += &format!("group all {k} {}\nquorum all\n", names.join(" "));
    text.parse().unwrap()
}
#[expect(clippy::disallowed_methods, reason = "how long a test waits")]
async fn until(kept: &Kept, seconds: u64, good: impl Fn(&[Note]) -> bool) {
    let end = Instant::now() + Duration::from_secs(seconds);
    while !good(&kept.published.lock()) {
        assert!(Instant::now() < end, "not published within {seconds} s");
        sleep(Duration::from_millis(10)).await;
    }
}
fn on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(work)
}

#[test]
fn two_of_three_witnesses_are_enough_and_one_that_is_down_delays_nothing() {
    let dirs: Vec<_> = (0..2).map(|_| tempfile::tempdir().unwrap()).collect();
    on(async {
        // The third one's port is bound and never answers: the worst way to be down.
        let dead = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let dead_key = ledger::key::SigningKey::from_seed("dead", ledger::key::Kind::Cosignature, [77; 32]).unwrap();
        let mut witnesses = vec![running(dirs[0].path(), 21).await, running(dirs[1].path(), 22).await];
        witnesses.push((dead.local_addr().unwrap(), dead_key.key().clone()));
        let policy = policy(&witnesses, 2);
        let log = kept(0);
        let (newest, watched) = watch::channel(None);
        let feeding = tokio::spawn(run(policy.clone(), Arc::clone(&log) as Arc<dyn Log>, watched, Pace::default()));
        for size in [100, 100, 260, 600] {
            newest.send(Some(request(&log.tree, 0, size).checkpoint)).unwrap();
            until(&log, 5, |notes| {
                notes.last().is_some_and(|note| policy.check(note).is_ok_and(|found| found.checkpoint.size == size))
            })
            .await;
        }
        drop(newest);
        feeding.await.unwrap();
        assert!(log.published.lock().iter().all(|note| policy.check(note).unwrap().witnesses.len() == 2));
    });
}

#[test]
fn a_start_does_not_wait_for_a_witness_that_hangs_when_the_others_are_enough() {
    let dir = tempfile::tempdir().unwrap();
    on(async {
        // It takes the connection and never answers.
        let hangs = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let other = ledger::key::SigningKey::from_seed("hangs", ledger::key::Kind::Cosignature, [78; 32]).unwrap();
        let witnesses = [(hangs.local_addr().unwrap(), other.key().clone()), running(dir.path(), 23).await];
        let log = kept(0);
        let newest = request(&log.tree, 0, 40).checkpoint;
        let enough = policy(&witnesses, 1);
        let confirmed = agree(&enough, log.as_ref(), &newest).await.unwrap();
        assert_eq!(enough.check(&confirmed).unwrap().witnesses.len(), 1);
        assert_eq!(*log.heard.lock(), [("w1".to_owned(), true)], "the one that hangs was not waited for");
        // Where it is needed, it is waited for, and told of.
        let both = policy(&witnesses, 2);
        let confirmed = agree(&both, log.as_ref(), &newest).await.unwrap();
        assert!(both.check(&confirmed).is_err());
        assert_eq!(log.heard.lock().iter().filter(|(name, good)| name == "w0" && !good).count(), 1);
    });
}

#[test]
fn without_a_quorum_nothing_is_published_until_it_is_reached() {
    let dir = tempfile::tempdir().unwrap();
    on(async {
        let (address, key) = running(dir.path(), 31).await;
        let dead = SocketAddr::from(([127, 0, 0, 1], 9));
        let other = ledger::key::SigningKey::from_seed("dead", ledger::key::Kind::Cosignature, [77; 32]).unwrap();
        let log = kept(0);
        let (newest, watched) = watch::channel(Some(request(&log.tree, 0, 5).checkpoint));
        let pace = Pace { round: Duration::from_millis(300), ..Pace::default() };
        let two = policy(&[(address, key.clone()), (dead, other.key().clone())], 2);
        let feeding = tokio::spawn(run(two, Arc::clone(&log) as Arc<dyn Log>, watched, pace));
        sleep(Duration::from_millis(800)).await;
        assert!(log.published.lock().is_empty());
        drop(newest);
        feeding.await.unwrap();
        // With one of two, the same checkpoint is published; the witness has it already and is asked again (409).
        let (newest, watched) = watch::channel(Some(request(&log.tree, 0, 5).checkpoint));
        let one = policy(&[(address, key), (dead, other.key().clone())], 1);
        let feeding = tokio::spawn(run(one, Arc::clone(&log) as Arc<dyn Log>, watched, pace));
        until(&log, 5, |notes| !notes.is_empty()).await;
        drop(newest);
        feeding.await.unwrap();
    });
}

#[test]
fn a_lost_or_another_past_is_recognised() {
    let dir = tempfile::tempdir().unwrap();
    on(async {
        let (address, key) = running(dir.path(), 41).await;
        let door = Door { name: "w".into(), key, url: format!("http://{address}") };
        let (good, fork, poster) = (kept(0), kept(1), Poster::default());
        let stand = async |log: &Kept, size| {
            let checkpoint = request(&log.tree, 0, size).checkpoint;
            show(&poster, &door, log, &checkpoint, size, &mut 0).await
        };
        assert!(matches!(stand(&good, 300).await, Standing::Agrees(_)));
        assert!(matches!(stand(&good, 300).await, Standing::Agrees(_)));
        assert_eq!(stand(&good, 299).await, Standing::Ahead(300));
        assert_eq!(stand(&fork, 300).await, Standing::Differs(300));
        assert_eq!(stand(&fork, 400).await, Standing::Differs(300));
        let one = policy(&[(address, door.key.clone())], 1);
        let start = async |log: &Kept, size| agree(&one, log, &request(&log.tree, 0, size).checkpoint).await;
        assert!(start(&good, 300).await.is_ok_and(|confirmed| one.check(&confirmed).is_ok()));
        let said = start(&good, 299).await.unwrap_err().to_string();
        assert!(
            said.starts_with("the witness w0 has confirmed 300 entries, but the record stored here has 299 entries with root ")
        );
        assert!(start(&fork, 300).await.unwrap_err().to_string().contains("confirmed another record of 300 entries"));
        let silent = Door { url: "http://127.0.0.1:9".into(), ..door.clone() };
        let checkpoint = request(&good.tree, 0, 300).checkpoint;
        assert!(matches!(show(&poster, &silent, good.as_ref(), &checkpoint, 300, &mut 0).await, Standing::Silent(_)));
    });
}

/// A witness that is not ours: PyPI's `aics-witness`, in the interpreter that `cargo xtask test --only python` makes.
struct Foreign {
    process: std::process::Child,
    address: SocketAddr,
    key: VerifierKey,
}

impl Drop for Foreign {
    fn drop(&mut self) {
        drop((self.process.kill(), self.process.wait()));
    }
}

fn foreign(dir: &std::path::Path) -> Option<Foreign> {
    use std::{io::BufRead as _, path::PathBuf, process::Command, process::Stdio};
    let program = std::env::current_exe().unwrap();
    let beside = || Some(program.parent()?.parent()?.parent()?.join("venv/bin/python")).filter(|file| file.is_file());
    let python = std::env::var_os("TEST_PYTHON").map(PathBuf::from).or_else(beside);
    let command = |python: &PathBuf, arguments: &[&str]| {
        let mut command = Command::new(python);
        command.args(["-m", "aics_witness"]).args(arguments).env("AICS_WITNESS_CONFIG", dir.join("witness.json"));
        command
    };
    let made = python.and_then(|python| {
        let made = command(&python, &["init", "--name", "aics.example/w1"]).output().ok().filter(|made| made.status.success())?;
        Some((python, String::from_utf8(made.stdout).unwrap().trim().parse().unwrap()))
    });
    let required = std::env::var("CI").is_ok_and(|ci| !matches!(ci.as_str(), "" | "0" | "false"));
    assert!(made.is_some() || !required, "aics-witness is missing: cargo xtask test --only python brings it");
    let Some((python, key)) = made else {
        eprintln!("nothing checked: cargo xtask test --only python brings the witness that this test needs");
        return None;
    };
    let vkey = log().key().to_string();
    assert!(command(&python, &["add-log", "--origin", "log.example", "--vkey", &vkey]).output().unwrap().status.success());
    let mut process = command(&python, &["serve", "--listen", "127.0.0.1:0"]).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = std::io::BufReader::new(process.stderr.take().unwrap()).lines().map_while(Result::ok);
    let line = lines.find(|line| line.contains("listening on http://")).unwrap();
    let address = line.split("http://").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    // What it says later is read too, or it would wait for a reader.
    std::thread::spawn(move || lines.for_each(drop));
    Some(Foreign { process, address, key })
}

#[test]
fn a_witness_that_is_not_ours_follows_our_log() {
    let (theirs, ours) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let Some(foreign) = foreign(theirs.path()) else { return };
    on(async {
        let witnesses = [(foreign.address, foreign.key.clone()), running(ours.path(), 51).await];
        let policy = policy(&witnesses, 2);
        let log = kept(0);
        let (newest, watched) = watch::channel(None);
        let feeding = tokio::spawn(run(policy.clone(), Arc::clone(&log) as Arc<dyn Log>, watched, Pace::default()));
        for size in [1, 300, 600] {
            newest.send(Some(request(&log.tree, 0, size).checkpoint)).unwrap();
            until(&log, 10, |notes| {
                notes.last().and_then(|note| policy.check(note).ok()).is_some_and(|c| c.checkpoint.size == size)
            })
            .await;
        }
        drop(newest);
        feeding.await.unwrap();
        let door = Door { name: "aics".into(), key: foreign.key.clone(), url: format!("http://{}", foreign.address) };
        let (fork, poster) = (kept(1), Poster::default());
        let checkpoint = request(&fork.tree, 0, 600).checkpoint;
        assert_eq!(show(&poster, &door, fork.as_ref(), &checkpoint, 600, &mut 0).await, Standing::Differs(600));
        let older = request(&log.tree, 0, 599).checkpoint;
        assert_eq!(show(&poster, &door, log.as_ref(), &older, 599, &mut 0).await, Standing::Ahead(600));
    });
}
