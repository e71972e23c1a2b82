//! Instructions of the hot functions.
use super::{Bench, Row};
use crate::{hot, orchestra::Orchestra};
use anyhow::Result;
use serde_json::{Value, json};

pub const BENCH: Bench = Bench {
    name: "instructions",
    title: "Instructions of the hot functions",
    how: "Counted by valgrind (callgrind), so that a change is seen on a busy machine too: a request for the floor decided, folded, encoded and \
          decoded; the region that every delegate's page shows and the buttons of one delegation rendered, in six languages; an entry of the \
          record written in its canonical form, read back and hashed. CI counts them in the unoptimised build and shows what changed by more \
          than 5 % against `bench/instructions.json`.",
    run,
    rows,
};

fn run(orchestra: &Orchestra) -> Result<Value> {
    let counts = hot::count(&orchestra.program, &orchestra.work, true)?;
    let path = orchestra.root.join("bench/instructions.json");
    let mut kept: Value =
        std::fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_else(|| json!({}));
    let profile = if cfg!(debug_assertions) { "unoptimised" } else { "release" };
    let changes = hot::compared(&counts, &kept[profile]);
    changes.iter().for_each(|line| println!("changed: {line}"));
    if orchestra.keep {
        kept[profile] = counts.clone();
        std::fs::write(&path, serde_json::to_string_pretty(&kept)? + "\n")?;
    }
    Ok(json!({ "counts": counts, "changes": changes }))
}

fn rows(results: &Value) -> Vec<Row> {
    let counts = results["counts"].as_object().into_iter().flatten();
    counts.map(|(name, count)| Row::told(name, count.as_f64().unwrap_or_default(), "")).collect()
}
