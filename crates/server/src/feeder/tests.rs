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
}

impl Log for Kept {
    fn consistency(&self, old: u64, new: u64) -> Option<ConsistencyProof> {
        self.tree.prove_consistency(old, new)
    }
    fn publish(&self, checkpoint: &Note) {
        self.published.lock().push(checkpoint.clone());
    }
}

fn kept(salt: u64) -> Arc<Kept> {
    Arc::new(Kept { tree: tree(salt), published: Mutex::default() })
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
        let silent = Door { url: "http://127.0.0.1:9".into(), ..door.clone() };
        let checkpoint = request(&good.tree, 0, 300).checkpoint;
        assert!(matches!(show(&poster, &silent, good.as_ref(), &checkpoint, 300, &mut 0).await, Standing::Silent(_)));
    });
}
