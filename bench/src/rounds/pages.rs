//! Every page that a role can walk to, loaded as a browser does.
use super::Round;
use crate::{
    browse::Browser,
    hall::Hall,
    machine::{self, Others},
    serve::Server,
    stats::{percentile, rounded},
};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, HashSet, VecDeque},
    time::Duration,
};

/// Most pages of one role that are walked to, and of one kind: a page of each of 512 delegations is one page.
const PAGES: usize = 120;
const OF_A_KIND: usize = 3;
/// Times that each is loaded.
const TIMES: usize = 20;
/// Languages in turn.
const LANGUAGES: [&str; 3] = ["en", "ar", "zh"];

struct Role {
    name: &'static str,
    front: String,
    cookie: String,
}

/// The round.
pub fn round(round: &Round) -> Result<Value> {
    let stage = round.stage()?;
    let data = round.data(&stage)?;
    machine::wait_idle(round.quick)?;
    let server = Server::start(&round.program, &data, None)?;
    let others = Others::begin();
    // The hall is full meanwhile, as it is during a summit.
    let mut hall = Hall::of_server(&server, &stage, round.pages, None)?;
    hall.rest(Duration::from_millis(500))?;
    let cast = &stage.cast;
    let delegate = cast.delegates.first().context("a delegate")?;
    let mut roles = vec![Role { name: "public", front: "/".to_owned(), cookie: String::new() }];
    let seats = [
        ("delegate", delegate),
        ("chair", &cast.chair),
        ("secretariat", &cast.secretariat),
        ("focal point", &cast.focal_point),
        ("venue", &cast.venue),
    ];
    roles.extend(seats.map(|(name, s)| Role { name, front: format!("/as/{}/", s.seat), cookie: s.cookie.clone() }));
    let mut browser = Browser::new(server.address)?;
    let (mut times, mut slowest, mut sizes) = (Vec::new(), Vec::new(), Vec::new());
    let mut scripts = BTreeMap::new();
    for role in &roles {
        for path in walk(&mut browser, role)? {
            let mut own = Vec::new();
            for time in 0..if round.quick { 2 } else { TIMES } {
                let language = LANGUAGES[time % LANGUAGES.len()];
                let more = format!("accept: text/html\r\naccept-encoding: br, gzip\r\naccept-language: {language}\r\n");
                let loaded = browser.get(&path, &role.cookie, &more)?;
                // The first of each language warms up.
                if time >= LANGUAGES.len() || round.quick {
                    own.push(loaded.first_byte_ms);
                }
                sizes.push((loaded.sent_bytes, format!("{} {path}", role.name)));
            }
            let plain = browser.get(&path, &role.cookie, "accept: text/html\r\n")?;
            note_scripts(&mut browser, &String::from_utf8_lossy(&plain.body), &mut scripts)?;
            slowest.push((rounded(percentile(&own, 0.5), 2), format!("{} {path}", role.name)));
            times.extend(own);
        }
    }
    slowest.sort_by(|a, b| b.0.total_cmp(&a.0));
    sizes.sort_by_key(|(bytes, _)| std::cmp::Reverse(*bytes));
    sizes.dedup_by(|a, b| a.1 == b.1);
    let script = scripts.iter().filter(|(name, _)| name.contains("app")).map(|(_, bytes)| *bytes).max().unwrap_or_default();
    let out = json!({
        "pages": slowest.len(),
        "first_byte_p50_ms": rounded(percentile(&times, 0.5), 2),
        "first_byte_p99_ms": rounded(percentile(&times, 0.99), 2),
        "slowest": slowest.iter().take(8).map(|(ms, path)| json!([path, ms])).collect::<Vec<_>>(),
        "largest_kib": rounded(sizes.first().map_or(0.0, |(bytes, _)| *bytes as f64 / 1024.0), 1),
        "largest": sizes.iter().take(8).map(|(bytes, path)| json!([path, bytes])).collect::<Vec<_>>(),
        "script_kib": rounded(script as f64 / 1024.0, 1),
        "scripts": scripts,
        "server_mib": rounded(machine::memory(server.pid(), "VmHWM:") as f64 / 1048576.0, 1),
        "others_share": rounded(others.share(), 3),
    });
    server.kill()?;
    Ok(out)
}

/// Follows the links of a role's pages, as far as they lead to pages.
fn walk(browser: &mut Browser, role: &Role) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut known = HashSet::from([role.front.clone()]);
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut open = VecDeque::from([role.front.clone()]);
    while let Some(path) = open.pop_front() {
        if found.len() >= PAGES {
            break;
        }
        let loaded = browser.get(&path, &role.cookie, "accept: text/html\r\n")?;
        if loaded.status != 200 || !loaded.head.contains("content-type: text/html") {
            continue;
        }
        for link in links(&String::from_utf8_lossy(&loaded.body), &path) {
            let kind = link.split('?').next().unwrap_or_default().to_owned();
            let of_role = role.cookie.is_empty() != link.starts_with("/as/");
            let number = kinds.entry(kind).or_default();
            if of_role && *number < OF_A_KIND && known.insert(link.clone()) {
                *number += 1;
                open.push_back(link);
            }
        }
        found.push(path);
    }
    Ok(found)
}

/// Addresses of this server that a page links to, made whole.
fn links(html: &str, at: &str) -> Vec<String> {
    let folder = at.split('?').next().unwrap_or_default().rsplit_once('/').map_or("/", |(f, _)| f);
    let whole = |link: &str| {
        let link = link.split('#').next().unwrap_or_default().replace("&amp;", "&");
        match link.as_str() {
            "" => None,
            l if l.starts_with('/') && !l.starts_with("//") => Some(l.to_owned()),
            l if l.contains(':') || l.starts_with("..") => None,
            l => Some(format!("{folder}/{}", l.trim_start_matches("./").trim_start_matches('.'))),
        }
    };
    let skipped = ["/assets/", "/api/", "/record/", "/health", "/metrics", "/join/"];
    html.split("href=\"")
        .skip(1)
        .filter_map(|rest| whole(rest.split('"').next()?))
        .filter(|l| !skipped.iter().any(|s| l.starts_with(s)) && !l.contains("lang="))
        .collect()
}

/// Notes how large the scripts of a page are as they are sent.
fn note_scripts(browser: &mut Browser, html: &str, scripts: &mut BTreeMap<String, usize>) -> Result<()> {
    for tag in html.split("<script").skip(1) {
        let source = tag.split('>').next().and_then(|t| t.split_once("src=\"")).and_then(|(_, rest)| rest.split('"').next());
        let Some(source) = source.filter(|s| !scripts.contains_key(*s)) else { continue };
        let loaded = browser.get(source, "", "accept-encoding: br, gzip\r\n")?;
        scripts.insert(source.to_owned(), loaded.sent_bytes);
    }
    Ok(())
}
