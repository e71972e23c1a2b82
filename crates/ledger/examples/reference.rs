//! Writes bundles of the reference record into a directory, for programs that are not ours: `text.zip` (242 of 111), `before.zip`
//! (243 of 112), `poll.zip`, `summit.zip`, and `policy` as a reader would have it from elsewhere; says how large each is and how long its
//! verification takes.
#[path = "../tests/common/mod.rs"]
mod common;

use std::{env, error::Error, fs, path::PathBuf, thread::available_parallelism, time::Instant};

#[expect(clippy::disallowed_methods, reason = "it measures")]
fn main() -> Result<(), Box<dyn Error>> {
    let dir = PathBuf::from(env::args_os().nth(1).ok_or("usage: reference DIRECTORY")?);
    fs::create_dir_all(&dir)?;
    let reference = common::reference::Reference::new();
    fs::write(dir.join("policy"), reference.log.policy())?;
    let claims =
        [("text", &reference.text), ("before", &reference.text_before), ("poll", &reference.poll), ("summit", &reference.summit)];
    for (name, claim) in claims {
        let bytes = reference.log.bundle(claim).write()?;
        let start = Instant::now();
        let verified = ledger::verify::verify(&bytes, Some(&reference.log.policy()), available_parallelism()?.get())?;
        let ms = start.elapsed().as_millis();
        println!("{name}.zip: {} entries, {} bytes, verified in {ms} ms", verified.size, bytes.len());
        fs::write(dir.join(format!("{name}.zip")), bytes)?;
    }
    Ok(())
}
