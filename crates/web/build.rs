//! Builds the interface (`ui/`) and generates `assets.rs`: a static table of every file, as it is and compressed (see `src/assets.rs`).

use std::fmt::Write;
use std::path::Path;

#[path = "build_locales.rs"]
mod build_locales;
#[path = "../../ui/build_support.rs"]
mod build_support;
use build_support::{copy, fail, out_folder, text, with_dist, write_out};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    build_locales::run(write_out);
    with_dist(|dist| {
        let mut code = String::from("/// Every embedded file, sorted by name.\npub static ASSETS: &[Asset] = &[\n");
        for line in text(&dist.join("build/assets.tsv")).lines() {
            if code.write_str(&entry(dist, line)).is_err() {
                fail("formatting the table of assets failed");
            }
        }
        write_out("assets.rs", &(code + "];\n"));
    });
}

/// Copies one file beside the generated table (so that a later `npm run build` cannot change it under the compiler) and returns its line.
fn entry(dist: &Path, line: &str) -> String {
    let fields: Vec<&str> = line.split('\t').collect();
    let [name, hashed, packed] = fields.as_slice() else {
        fail(&format!("assets.tsv: not three fields in {line:?}"));
    };
    let kept = out_folder().join("assets");
    copy(&dist.join(name), &kept.join(name));
    let brotli = if packed.is_empty() {
        "None".to_owned()
    } else {
        let packed_name = format!("{name}.br");
        copy(&dist.join(&packed_name), &kept.join(&packed_name));
        format!("Some(include_bytes!({:?}))", kept.join(&packed_name))
    };
    format!(
        "Asset {{ name: {name:?}, path: {:?}, content_type: {:?}, bytes: include_bytes!({:?}), brotli: {brotli} }},\n",
        format!("/assets/{hashed}"),
        content_type(name),
        kept.join(name),
    )
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => fail(&format!("no content type is known for the asset {name}")),
    }
}
