//! The comparison at the end: the driver's own log of presses with the public pages, the export, the feed and the record.
use super::Stage;
use crate::{
    Trouble,
    figures::figure,
    net::http::Request,
    report::{Endorsements, Pair},
};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::Path,
    sync::atomic::Ordering::Relaxed,
};

/// Events of one answer of the feed, at most.
const FEED: usize = 1_000;

/// A sheet of the export: its rows by column.
type Sheet = Vec<HashMap<String, String>>;

impl Stage<'_> {
    pub(super) fn verify(&mut self) -> Result<(), Trouble> {
        self.watch.phase("The record is compared", 5);
        self.report.live_pages = self.driver.pages.figures().open.load(Relaxed) as u64;
        self.report.desks = self.driver.desks.figures().open.load(Relaxed) as u64;
        let folder = (self.server.export)().ok_or_else(|| Trouble::Unexpected("the record could not be exported".to_owned()))?;
        self.compare_export(&folder)?;
        self.watch.at(1);
        self.compare_pages()?;
        self.watch.at(2);
        self.compare_feed()?;
        self.watch.at(3);
        self.report.record.last = self.verify_endorsements("final");
        self.watch.at(4);
        self.report.record.summit = self.verify_attendance();
        self.watch.at(5);
        Ok(())
    }

    /// The integrators' feed, as the secretariat's token reads it: every position once and none missing, as many events of
    /// each kind as the clients were answered for.
    fn compare_feed(&mut self) -> Result<(), Trouble> {
        let token = self.driver.help.as_ref().map(|help| help.token.clone()).unwrap_or_default();
        let mut kinds: HashMap<String, u64> = HashMap::new();
        let (mut after, mut gaps, mut newest) = (0, 0, u64::MAX);
        while after < newest {
            let mut page = serde_json::Value::Null;
            let request = Request::api(&format!("/api/v1/events?after={after}&limit={FEED}"), &token);
            self.driver.load(vec![request], &mut |_, response| page = response.json())?;
            let number = |name: &str| page.get(name).and_then(serde_json::Value::as_u64);
            let (Some(next), Some(position)) = (number("next"), number("position")) else {
                return Err(Trouble::Unexpected("the feed of events could not be read".to_owned()));
            };
            for event in page.get("events").and_then(serde_json::Value::as_array).into_iter().flatten() {
                let at = event.get("position").and_then(serde_json::Value::as_u64).unwrap_or_default();
                gaps += u64::from(at != after + 1);
                after = at;
                let kind = event.get("kind").and_then(serde_json::Value::as_str).unwrap_or_default();
                *kinds.entry(kind.to_owned()).or_default() += 1;
            }
            if next <= after && after < position && page.get("events").and_then(|e| e.as_array()).is_none_or(Vec::is_empty) {
                return Err(Trouble::Unexpected(format!("the feed of events stands still at {after}")));
            }
            (after, newest) = (next, position);
        }
        let beyond = self.driver.positions.values().filter(|p| **p > newest).count() as u64;
        self.report.lost += beyond;
        if gaps > 0 || beyond > 0 {
            self.report.otherwise.push(format!("the feed has {gaps} gaps; {beyond} acknowledged acts lie beyond its end"));
        }
        let of = |act: &str| self.shown.iter().filter(|p| p.act == act).count();
        let expected = [
            // The token of the programs' interface is a session too.
            ("session-opened", self.driver.sign_ins + 1),
            ("member-entered", self.members.len()),
            ("checked-in", self.targets.present),
            ("floor-requested", of("request-floor")),
            ("device-registered", self.keys.len()),
            ("act-made", of("endorse") + of("endorse-with-reservation") + of("withdraw-endorsement")),
            ("reservation-entered", of("enter-reservation")),
        ];
        for (kind, pressed) in expected {
            let (told, pressed) = (kinds.get(kind).copied().unwrap_or_default(), pressed as u64);
            if told != pressed {
                self.watch.say(&format!("{kind}: {told} in the feed, {pressed} in the log of presses"));
            }
            self.report.lost += pressed.saturating_sub(told);
            // Whoever watches signs in and presses too.
            if self.plan.speed.is_none() {
                self.report.duplicated += told.saturating_sub(pressed);
            }
        }
        Ok(())
    }

    fn compare_export(&mut self, folder: &Path) -> Result<(), Trouble> {
        let heads = sheet(folder, "headcount")?;
        let head = |name: &str| heads.first().and_then(|row| number(row, name)).unwrap_or_default();
        let organisations = sheet(folder, "organisations")?;
        let homes: HashSet<&str> = organisations.iter().map(|o| text(o, "country")).filter(|c| !c.is_empty()).collect();
        self.report.registered = head("registered");
        self.report.accredited = head("accredited");
        self.report.present = head("present");
        self.report.organisations = organisations.len() as u64;
        self.report.countries = homes.len() as u64;
        self.report.venues = sheet(folder, "venues")?.len() as u64;

        let floor = sheet(folder, "floor")?;
        let requests = rows_of(&floor, "event", "floor-requested");
        self.report.floor_requests = requests.len() as u64;
        self.account("request-floor", &requests);
        self.account("give-floor", &rows_of(&floor, "event", "floor-given"));

        let acts = sheet(folder, "endorsement_acts")?;
        self.report.endorsements = endorsements(&acts);
        for act in ["endorse", "endorse-with-reservation"] {
            self.account(act, &rows_of(&acts, "act", act));
        }
        let unsigned = acts.iter().filter(|row| text(row, "way") != "passkey").count();
        if unsigned > 0 {
            self.report.otherwise.push(format!("{unsigned} acts on the text were not signed by a security key"));
        }
        self.account("withdraw-endorsement", &rows_of(&acts, "act", "withdraw"));

        let reservations = sheet(folder, "reservations")?.len();
        let entered = self.shown.iter().filter(|p| p.act == "enter-reservation").count();
        self.report.lost += entered.saturating_sub(reservations) as u64;
        self.report.duplicated += reservations.saturating_sub(entered) as u64;
        // Counted acts that have no row of their own in the export: people entered, accepted and checked in.
        for (what, recorded, pressed) in
            [("registered", self.report.registered, self.members.len()), ("present", self.report.present, self.targets.present)]
        {
            let pressed = pressed as u64;
            self.report.lost += pressed.saturating_sub(recorded);
            self.report.duplicated += recorded.saturating_sub(pressed);
            if recorded != pressed {
                self.watch.say(&format!("{what}: {recorded} in the record, {pressed} in the log of presses"));
            }
        }
        Ok(())
    }

    /// Every acknowledged press of an act must be in the record at its position, once an organisation. What else is there was
    /// pressed by a person who took over, if one watches.
    fn account(&mut self, act: &str, recorded: &[(u64, &str)]) {
        let pressed: HashSet<u64> = self.shown.iter().filter(|p| p.act == act).map(|p| p.position).collect();
        let found: HashSet<u64> = recorded.iter().map(|(position, _)| *position).collect();
        let organisations: HashSet<&str> = recorded.iter().map(|(_, organisation)| *organisation).collect();
        let lost = pressed.difference(&found).count() as u64;
        let twice = (recorded.len() - organisations.len()) as u64;
        let foreign = found.difference(&pressed).count() as u64;
        if lost + twice + foreign > 0 {
            let line = format!("{act}: {lost} lost, {twice} twice, {foreign} in the record that the play did not press");
            if foreign > 0 && self.plan.speed.is_none() {
                self.report.otherwise.push(line.clone());
            }
            self.watch.say(&line);
        }
        self.report.lost += lost;
        self.report.duplicated += twice;
    }

    /// The public pages must show what the export says.
    fn compare_pages(&mut self) -> Result<(), Trouble> {
        let mut pages = Vec::new();
        for path in ["/", "/record", "/endorsements?of=text-1", "/venues", "/organisations"] {
            let page = self.driver.page(path, "")?;
            if page.status == 200 {
                pages.push((path, page.text().into_owned()));
            }
        }
        let r = &self.report;
        let figures = [
            ("registered", r.registered),
            ("accredited", r.accredited),
            ("present", r.present),
            ("organisations", r.organisations),
            ("countries", r.countries),
            ("venues", r.venues),
            ("endorsing-organisations", r.endorsements.last.organisations),
            ("endorsing-countries", r.endorsements.last.countries),
        ];
        let mut otherwise = Vec::new();
        for (name, exported) in figures {
            let shown: Vec<_> = pages.iter().filter_map(|(path, html)| Some((path, figure(html, name)?))).collect();
            if shown.is_empty() {
                otherwise.push(format!("no public page shows the figure `{name}`"));
            }
            let differ = shown.into_iter().filter(|(_, shown)| *shown != exported);
            otherwise.extend(differ.map(|(path, shown)| format!("{path} shows {shown} as `{name}`, the export {exported}")));
        }
        self.report.otherwise.extend(otherwise);
        Ok(())
    }
}

/// The highest and the last count of endorsing organisations and their countries, counted again from the numbered acts.
fn endorsements(acts: &Sheet) -> Endorsements {
    let mut rows: Vec<_> = acts.iter().filter(|a| text(a, "text") == "text-1").collect();
    rows.sort_by_key(|a| number(a, "number").unwrap_or_default());
    let mut standing: BTreeMap<&str, &str> = BTreeMap::new();
    let mut out = Endorsements::default();
    for act in rows {
        if text(act, "act").starts_with("endorse") {
            standing.insert(text(act, "organisation"), text(act, "country"));
        } else {
            standing.remove(text(act, "organisation"));
        }
        let countries: HashSet<&str> = standing.values().copied().filter(|c| !c.is_empty()).collect();
        out.last = Pair { organisations: standing.len() as u64, countries: countries.len() as u64 };
        if out.last.organisations > out.peak.organisations {
            out.peak = out.last;
        }
    }
    out
}

/// Position and organisation of the rows of one kind.
fn rows_of<'s>(sheet: &'s Sheet, column: &str, kind: &str) -> Vec<(u64, &'s str)> {
    let rows = sheet.iter().filter(|row| text(row, column) == kind);
    rows.filter_map(|row| Some((number(row, "position")?, text(row, "organisation")))).collect()
}

fn text<'r>(row: &'r HashMap<String, String>, column: &str) -> &'r str {
    row.get(column).map(String::as_str).unwrap_or_default()
}

fn number(row: &HashMap<String, String>, column: &str) -> Option<u64> {
    row.get(column)?.parse().ok()
}

fn sheet(folder: &Path, name: &str) -> Result<Sheet, Trouble> {
    let path = folder.join(format!("{name}.csv"));
    let trouble = |error: csv::Error| Trouble::Unexpected(format!("{}: {error}", path.display()));
    let mut reader = csv::Reader::from_path(&path).map_err(trouble)?;
    reader.deserialize().collect::<Result<Sheet, _>>().map_err(trouble)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endorsements_are_counted_again_from_the_acts() {
        let act = |number: usize, organisation: &str, country: &str, act: &str| {
            [
                ("text", "text-1"),
                ("number", &number.to_string()),
                ("organisation", organisation),
                ("country", country),
                ("act", act),
            ]
            .map(|(n, v)| (n.to_owned(), v.to_owned()))
            .into()
        };
        let acts = vec![
            act(4, "org-3", "PE", "withdraw"),
            act(1, "org-1", "KE", "endorse"),
            act(2, "org-2", "", "endorse-with-reservation"),
            act(3, "org-3", "PE", "endorse"),
        ];
        let counted = endorsements(&acts);
        assert_eq!(counted.peak, Pair { organisations: 3, countries: 2 });
        assert_eq!(counted.last, Pair { organisations: 2, countries: 1 });
    }
}
