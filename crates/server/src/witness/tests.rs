//! The witness through its HTTP, and what it knows after a restart.
#![expect(clippy::unwrap_used, reason = "tests")]
use super::*;
use crate::feeder::Poster;
use ledger::{
    checkpoint::Checkpoint,
    tree::{Tree, leaf_hash},
    witness::{Answer, read_answer},
};
use std::net::SocketAddr;

pub fn log() -> SigningKey {
    SigningKey::from_seed("log.example", Kind::Note, [1; 32]).unwrap()
}
pub fn tree(salt: u64) -> Tree {
    Tree::from_leaf_hashes((0..600).map(|n: u64| leaf_hash(&(n + salt).to_be_bytes())))
}
pub fn request(tree: &Tree, old: u64, new: u64) -> Request {
    let checkpoint = Checkpoint::new("log.example", new, tree.root_at(new).unwrap()).unwrap().sign(&log()).unwrap();
    Request { old, proof: tree.prove_consistency(old, new).unwrap_or_default(), checkpoint }
}
/// A witness on a port of its own, as long as the runtime lives.
pub async fn running(dir: &Path, seed: u8) -> (SocketAddr, VerifierKey) {
    let key = SigningKey::from_seed(&format!("w{seed}.example"), Kind::Cosignature, [seed; 32]).unwrap();
    let public = key.key().clone();
    let memory = Memory::open(dir, &key, vec![log().key().clone()]).unwrap();
    let listener = server::listen("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = listener.local_addr().unwrap();
    let app = router(Arc::new(Mutex::new(Keeper { key, memory })));
    tokio::spawn(server::serve(listener, None, app, Limits::default(), Arc::default(), std::future::pending::<()>()));
    (address, public)
}
fn on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap().block_on(work)
}
async fn ask(address: SocketAddr, body: String) -> (u16, String) {
    Poster::default().post(&format!("http://{address}/"), "add-checkpoint", body).await.unwrap()
}

#[test]
fn it_answers_as_the_specification_says_and_remembers_across_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let (good, fork) = (tree(0), tree(1));
    on(async {
        let (address, key) = running(dir.path(), 9).await;
        let first = request(&good, 0, 300);
        let (status, body) = ask(address, first.to_string()).await;
        assert!(matches!(read_answer(status, &body, &first.checkpoint, &key), Answer::Cosigned(..)), "{status} {body}");
        assert_eq!(ask(address, request(&good, 0, 301).to_string()).await, (409, "300\n".into()));
        assert_eq!(ask(address, request(&good, 300, 300).to_string()).await.0, 200);
        assert_eq!(ask(address, "old 1".into()).await.0, 400);
        assert_eq!(ask(address, "x".repeat(MAX_REQUEST + 1)).await.0, 413);
        assert!(Memory::open(dir.path(), &SigningKey::from_seed("x", Kind::Cosignature, [9; 32]).unwrap(), vec![]).is_err());
    });
    on(async {
        let (address, _) = running(dir.path(), 9).await;
        assert_eq!(ask(address, request(&fork, 0, 400).to_string()).await, (409, "300\n".into()));
        assert_eq!(ask(address, request(&fork, 300, 400).to_string()).await.0, 422);
        assert_eq!(ask(address, request(&fork, 300, 300).to_string()).await.0, 422);
        let mut forged = request(&good, 300, 400);
        forged.checkpoint.signatures[0].bytes[3] ^= 1;
        assert_eq!(ask(address, forged.to_string()).await.0, 403);
        let other = SigningKey::from_seed("other", Kind::Note, [1; 32]).unwrap();
        let unknown = Checkpoint::new("other", 1, [1; 32]).unwrap().sign(&other).unwrap();
        let unknown = Request { old: 0, proof: Default::default(), checkpoint: unknown };
        assert_eq!(ask(address, unknown.to_string()).await.0, 404);
        assert_eq!(ask(address, request(&good, 300, 600).to_string()).await.0, 200);
    });
    let file = dir.path().join(format!("{}.checkpoint", log_id("log.example")));
    let key = |seed| SigningKey::from_seed("w9.example", Kind::Cosignature, [seed; 32]).unwrap();
    let open = |seed| Memory::open(dir.path(), &key(seed), vec![log().key().clone()]);
    assert_eq!(open(9).unwrap().rules().seen("log.example").unwrap().size, 600);
    assert!(open(8).err().unwrap().to_string().contains("was the key changed"));
    fs::write(&file, "damaged").unwrap();
    assert!(open(9).err().unwrap().to_string().contains("damaged"));
}

#[test]
fn a_key_file_is_its_owner_s_and_never_replaced() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("key");
    let public = new_key(&file, "w.example/1", Kind::Cosignature).unwrap();
    assert_eq!(read_key(&file).unwrap().key(), &public);
    assert!(new_key(&file, "w.example/1", Kind::Cosignature).is_err());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(read_key(&file).unwrap_err().to_string().contains("chmod 600"));
    }
}
