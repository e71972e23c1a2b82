//! The interface's files, embedded at build time: style sheet, script, flags and geographic data.
//!
//! Every file has a path that names its content's hash, so it may be cached for ever (`Cache-Control: public, max-age=31536000, immutable`).

/// One embedded file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asset {
    /// Logical name, as `app.css`, `flags/ke.svg` or `data/world.svg`.
    pub name: &'static str,
    /// Path to serve it at, with its content's hash: `/assets/app-0123456789ab.css`.
    pub path: &'static str,
    /// Media type for the `Content-Type` header.
    pub content_type: &'static str,
    /// The file.
    pub bytes: &'static [u8],
    /// The file compressed with brotli, where that is smaller.
    pub brotli: Option<&'static [u8]>,
}

/// The generated table.
mod table {
    use super::Asset;
    include!(concat!(env!("OUT_DIR"), "/assets.rs"));
}
pub use table::ASSETS;

/// Width of the world map's coordinates.
pub const MAP_WIDTH: f64 = 1000.0;
/// Height of the world map's coordinates, rounded to a whole number for the view box.
pub const MAP_HEIGHT: f64 = 478.0;
/// Northern and southern edge of the world map, in degrees.
const MAP_EDGES: (f64, f64) = (84.0, -57.0);
/// Standard parallel of the world map's equirectangular projection, in degrees.
const MAP_PARALLEL: f64 = 35.0;

/// The file with this logical name.
#[must_use]
pub fn asset(name: &str) -> Option<&'static Asset> {
    ASSETS.binary_search_by(|asset| asset.name.cmp(name)).ok().and_then(|found| ASSETS.get(found))
}

/// The file served at this path (`/assets/…` with the hash), for the handler.
#[must_use]
pub fn at_path(path: &str) -> Option<&'static Asset> {
    let file = path.strip_prefix("/assets/")?;
    let (stem, extension) = file.rsplit_once('.')?;
    let (stem, _hash) = stem.rsplit_once('-')?;
    asset(&format!("{stem}.{extension}")).filter(|asset| asset.path == path)
}

/// Path of the file with this logical name: `href("app.css")` is `/assets/app-….css`. An unknown name is a mistake in a page: it panics in
/// debug builds and gives a path that is not found otherwise.
#[must_use]
pub fn href(name: &str) -> &'static str {
    let found = asset(name);
    debug_assert!(found.is_some(), "no asset is called {name}");
    found.map_or("/assets/missing", |asset| asset.path)
}

/// Path of the flag of a country by its ISO 3166 alpha-2 code in either case, if there is one.
#[must_use]
pub fn flag_href(alpha2: &str) -> Option<&'static str> {
    if alpha2.len() != 2 {
        return None;
    }
    asset(&format!("flags/{}.svg", alpha2.to_ascii_lowercase())).map(|asset| asset.path)
}

/// A text file of `data/`: `countries.json`, `cities.json`, `world.svg`, `projection.json` or `sprite.svg`.
#[must_use]
pub fn data(name: &str) -> Option<&'static str> {
    asset(&format!("data/{name}")).and_then(|asset| std::str::from_utf8(asset.bytes).ok())
}

/// Where a point of the globe (degrees) lies on the world map: equirectangular, [`MAP_WIDTH`] wide. The same formula is in `ui/build/world.mjs`.
#[must_use]
pub fn map_point(latitude: f64, longitude: f64) -> (f64, f64) {
    let per_degree = MAP_WIDTH / 360.0;
    let (north, south) = MAP_EDGES;
    let x = (longitude + 180.0) * per_degree;
    let y = (north - latitude.clamp(south, north)) * per_degree / MAP_PARALLEL.to_radians().cos();
    (x, y)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_found() {
        assert!(ASSETS.is_sorted_by_key(|asset| asset.name));
        for asset in ASSETS {
            assert_eq!(super::asset(asset.name), Some(asset));
            assert_eq!(at_path(asset.path), Some(asset));
        }
        assert_eq!(at_path("/assets/app-000000000000.css"), None);
        assert_eq!(at_path("/assets/../app.css"), None);
    }

    #[test]
    fn a_page_finds_what_it_links_to() {
        assert!(href("app.css").starts_with("/assets/app-"));
        assert!(href("app.js").ends_with(".js"));
        assert!(flag_href("KE").is_some_and(|path| path.starts_with("/assets/flags/ke-")));
        assert_eq!(flag_href("../"), None);
        assert_eq!(flag_href("zz"), None);
    }

    #[test]
    fn data_is_json_and_svg() {
        for name in ["countries.json", "cities.json", "projection.json"] {
            serde_json::from_str::<serde_json::Value>(data(name).unwrap()).unwrap();
        }
        assert!(data("world.svg").unwrap().contains("id=\"land\""));
        assert!(data("sprite.svg").unwrap().contains("id=\"seat-endorsed\""));
    }

    #[test]
    fn the_projection_agrees_with_the_one_that_drew_the_land() {
        let projection: serde_json::Value = serde_json::from_str(data("projection.json").unwrap()).unwrap();
        assert_eq!(projection["width"].as_f64(), Some(MAP_WIDTH));
        assert_eq!(projection["height"].as_f64(), Some(MAP_HEIGHT));
        for sample in projection["samples"].as_array().unwrap() {
            let number = |key: &str| sample[key].as_f64().unwrap();
            let (x, y) = map_point(number("latitude"), number("longitude"));
            assert!((x - number("x")).abs() < 1e-9 && (y - number("y")).abs() < 1e-9, "{sample}");
        }
    }
}
