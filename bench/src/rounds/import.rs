//! A list of seven thousand organisations is brought in by the page, while every page is live and changes go on.
use super::Round;
use crate::{
    browse::Browser,
    hall::Hall,
    machine::{self, Others, now},
    serve::Server,
    stats::rounded,
};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::{fmt::Write as _, time::Duration};

/// The round: changes alone, then the same changes while the list is looked at and confirmed.
pub fn round(round: &Round) -> Result<Value> {
    let stage = round.stage()?;
    let data = round.data(&stage)?;
    let lines = if round.quick { 200 } else { 7_000 };
    machine::wait_idle(round.quick)?;
    let server = Server::start(&round.program, &data, None)?;
    let others = Others::begin();
    let mut hall = Hall::of_server(&server, &stage, round.pages, None)?;
    hall.rest(Duration::from_millis(700))?;
    let seconds = if round.quick { 1.0 } else { 3.0 };
    let before = hall.rate(5.0, seconds)?;
    hall.rest(Duration::from_millis(300))?;
    let (address, seat) = (server.address, stage.cast.secretariat.clone());
    let importing = std::thread::spawn(move || -> Result<(f64, f64)> {
        std::thread::sleep(Duration::from_millis(300));
        let mut browser = Browser::new(address)?;
        let begun = now();
        let looked = browser.post(&format!("/as/{}/upload/organisations", seat.seat), &seat.cookie, KIND, &upload(lines))?;
        let look_ms = machine::ms_since(begun);
        let html = String::from_utf8_lossy(&looked.body).into_owned();
        if looked.status != 200 {
            bail!("the list was answered {}", looked.status);
        }
        let hidden = |name: &str| {
            let (_, rest) = html.split_once(&format!("name=\"{name}\" value=\""))?;
            rest.split('"').next().map(str::to_owned)
        };
        let body =
            format!("_id={}&digest={}", hidden("_id").context("the form's id")?, hidden("digest").context("the list's digest")?);
        let path = format!("/as/{}/upload/organisations/confirm", seat.seat);
        let confirming = now();
        let confirmed = browser.post(&path, &seat.cookie, "application/x-www-form-urlencoded", body.as_bytes())?;
        if confirmed.status != 303 {
            bail!("the confirmation was answered {}", confirmed.status);
        }
        Ok((look_ms, machine::ms_since(confirming)))
    });
    let during = hall.rate(5.0, seconds)?;
    let (look_ms, confirm_ms) = importing.join().map_err(|_| anyhow::anyhow!("the import broke off"))??;
    let p99 = |rate: &Value| rate["p99_ms"].as_f64().unwrap_or_default();
    let out = json!({
        "organisations": lines,
        "look_ms": rounded(look_ms, 0),
        "confirm_ms": rounded(confirm_ms, 0),
        "pages_p99_before_ms": p99(&before),
        "pages_p99_during_ms": p99(&during),
        "pages_most_during_ms": during["most_ms"],
        "server_mib": rounded(machine::memory(server.pid(), "VmHWM:") as f64 / 1048576.0, 1),
        "others_share": rounded(others.share(), 3),
    });
    server.kill()?;
    Ok(out)
}

const KIND: &str = "multipart/form-data; boundary=----list";

/// The list as a browser uploads it: invented names in several scripts, none twice, some without a country.
fn upload(lines: usize) -> Vec<u8> {
    const NAMES: [(&str, &str); 6] = [
        ("Bench Party of Lanterns", "KE"),
        ("Parti du banc bleu", "FR"),
        ("Partido del banco verde", "BR"),
        ("حزب المقعد", "EG"),
        ("Партия скамьи", "KZ"),
        ("长椅党", "SG"),
    ];
    let mut csv = String::from("name,country,category\n");
    for line in 0..lines {
        let (name, country) = NAMES[line % NAMES.len()];
        // Writing into a string cannot fail.
        let _ = writeln!(csv, "\"{name} {line}\",{country},member");
    }
    format!(
        "------list\r\ncontent-disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\ncontent-type: text/csv\r\n\r\n{csv}\r\n------list--\r\n"
    )
    .into_bytes()
}
