//! The comparison at the end: the driver's own log of presses with the public pages and with the export.
use super::{Server, Stage};
use crate::{
    Trouble,
    figures::figure,
    report::{Endorsements, Pair},
};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::Path,
    sync::atomic::Ordering::Relaxed,
};

/// A sheet of the export: its rows by column.
type Sheet = Vec<HashMap<String, String>>;

impl Stage<'_> {
    pub(super) fn verify(&mut self, server: &Server<'_>) -> Result<(), Trouble> {
        self.watch.phase("The record is compared", 2);
        self.report.live_pages = self.driver.pages.figures().open.load(Relaxed) as u64;
        let folder = (server.export)().ok_or_else(|| Trouble::Unexpected("the record could not be exported".to_owned()))?;
        self.compare_export(&folder)?;
        self.watch.at(1);
        self.compare_pages()?;
        self.watch.at(2);
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
        let requests: Vec<u64> = positions(&floor, "event", &["floor-requested"]);
        self.report.floor_requests = requests.len() as u64;
        self.account("request-floor", &requests);
        let speeches = positions(&floor, "event", &["floor-given"]);
        self.account("give-floor", &speeches);

        let acts = sheet(folder, "endorsement_acts")?;
        self.report.endorsements = endorsements(&acts);
        self.account("endorse", &positions(&acts, "act", &["endorse"]));
        self.account("withdraw-endorsement", &positions(&acts, "act", &["withdraw"]));

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

    /// Every acknowledged press of an act must be in the record at its position, once; nothing else may be there.
    fn account(&mut self, act: &str, recorded: &[u64]) {
        let pressed: HashSet<u64> = self.shown.iter().filter(|p| p.act == act).map(|p| p.position).collect();
        let found: HashSet<u64> = recorded.iter().copied().collect();
        let lost = pressed.difference(&found).count() as u64;
        let foreign = found.difference(&pressed).count() as u64 + (recorded.len() - found.len()) as u64;
        if lost + foreign > 0 {
            self.watch.say(&format!("{act}: {lost} lost, {foreign} more in the record than pressed"));
        }
        self.report.lost += lost;
        self.report.duplicated += foreign;
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

fn positions(sheet: &Sheet, column: &str, kinds: &[&str]) -> Vec<u64> {
    sheet.iter().filter(|row| kinds.contains(&text(row, column))).filter_map(|row| number(row, "position")).collect()
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
