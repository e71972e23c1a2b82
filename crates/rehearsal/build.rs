//! Puts the tables of real countries and cities where this crate can `include_str!` them: `OUT_DIR/countries.json` and `OUT_DIR/cities.json`.

#[path = "../../ui/build_support.rs"]
mod build_support;
use build_support::{copy, out_folder, with_dist};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    with_dist(|dist| {
        for name in ["countries.json", "cities.json"] {
            copy(&dist.join("data").join(name), &out_folder().join(name));
        }
    });
}
