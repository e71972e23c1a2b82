//! What came out: one JSON object for machines, a table for people.
use crate::{plan::Targets, stats::Percentiles};
use serde::Serialize;

/// Organisations and their countries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// Organisations.
    pub organisations: u64,
    /// Countries.
    pub countries: u64,
}

/// The highest count of endorsements, and the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Endorsements {
    /// Before the withdrawal.
    pub peak: Pair,
    /// At the end.
    #[serde(rename = "final")]
    pub last: Pair,
}

/// Endorsements by the record, as the verifier counts them in a bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Signed {
    /// Organisations.
    pub organisations: u64,
    /// Countries.
    pub countries: u64,
    /// How many of the organisations signed by a security key.
    pub by_passkey: u64,
}

/// A summit's attendance by the record, as the verifier counts it in a bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Attendance {
    /// Representatives entered.
    pub registered: u64,
    /// Representatives accepted.
    pub accredited: u64,
    /// Representatives present.
    pub present: u64,
    /// Organisations of those present.
    pub organisations: u64,
    /// Their countries.
    pub countries: u64,
}

/// What the verifier found, in a process of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Verified {
    /// Endorsements before the withdrawal.
    pub peak: Signed,
    /// Endorsements at the end.
    #[serde(rename = "final")]
    pub last: Signed,
    /// The summit.
    pub summit: Attendance,
    /// Entries of the record.
    pub entries: u64,
    /// Size of the largest bundle.
    pub bundle_bytes: u64,
    /// The longest that the verifier's process took, in milliseconds.
    pub verify_ms: f64,
}

/// The result of a rehearsal. Counts are what the public record says, not what the driver sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// Representatives entered.
    pub registered: u64,
    /// Representatives accepted.
    pub accredited: u64,
    /// Representatives present.
    pub present: u64,
    /// Organisations.
    pub organisations: u64,
    /// Countries.
    pub countries: u64,
    /// Venues.
    pub venues: u64,
    /// Endorsements.
    pub endorsements: Endorsements,
    /// Delegations that went onto the list of speakers.
    pub floor_requests: u64,
    /// Live pages open at once.
    pub live_pages: u64,
    /// Presses carried out.
    pub commands: u64,
    /// Presses carried out a second while the play was not waiting.
    pub commands_per_second: f64,
    /// From press to durable answer.
    pub durable_ms: Percentiles,
    /// From press to the last page that shows it.
    pub last_page_ms: Percentiles,
    /// Acts that were acknowledged and are not in the record, or never answered.
    pub lost: u64,
    /// Acts that are in the record more often than they were done.
    pub duplicated: u64,
    /// Most memory the server held, in bytes.
    pub peak_rss_bytes: u64,
    /// How long it took, in seconds.
    pub seconds: f64,
    /// Desks of venues whose page was open.
    pub desks: u64,
    /// What bundles of the record prove.
    pub record: Verified,
    /// How often the server was killed on the way; told when it was.
    #[serde(skip_serializing_if = "none")]
    pub power_cuts: u64,
    /// What came out otherwise than planned, in sentences.
    #[serde(skip)]
    pub otherwise: Vec<String>,
}

impl Report {
    /// Whether nothing was lost, nothing counted twice, and everything came out as planned.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.lost == 0 && self.duplicated == 0 && self.otherwise.is_empty()
    }

    /// Notes every figure that differs from the plan.
    pub fn compare(&mut self, targets: &Targets) {
        let pair = |p: Pair| (p.organisations, p.countries);
        let signed = |s: Signed| (s.organisations, s.countries);
        let planned = |p: (usize, usize)| (p.0 as u64, p.1 as u64);
        let figures = [
            ("representatives registered", self.registered, targets.registered),
            ("representatives accredited", self.accredited, targets.accredited),
            ("representatives present", self.present, targets.present),
            ("organisations", self.organisations, targets.organisations),
            ("countries", self.countries, targets.countries),
            ("venues", self.venues, targets.venues),
            ("requests for the floor", self.floor_requests, targets.floor_requests),
            ("live pages", self.live_pages, targets.live_pages),
            ("desks of venues", self.desks, targets.venues),
            ("registered by the record", self.record.summit.registered, targets.registered),
            ("accredited by the record", self.record.summit.accredited, targets.accredited),
            ("present by the record", self.record.summit.present, targets.present),
            ("signed endorsements at their highest", self.record.peak.by_passkey, targets.peak.0),
            ("signed endorsements at the end", self.record.last.by_passkey, targets.last.0),
        ];
        let differ = figures.iter().filter(|(_, is, planned)| *is != *planned as u64);
        self.otherwise.extend(differ.map(|(what, is, planned)| format!("{what}: {is} instead of {planned}")));
        for (what, is, planned) in [
            ("endorsements at their highest", pair(self.endorsements.peak), planned(targets.peak)),
            ("endorsements at the end", pair(self.endorsements.last), planned(targets.last)),
            ("endorsements at their highest by the record", signed(self.record.peak), planned(targets.peak)),
            ("endorsements at the end by the record", signed(self.record.last), planned(targets.last)),
        ] {
            if is != planned {
                let of = |(o, c): (u64, u64)| format!("{o} organisations of {c} countries");
                self.otherwise.push(format!("{what}: {} instead of {}", of(is), of(planned)));
            }
        }
    }

    /// The table for a person.
    #[must_use]
    pub fn table(&self) -> String {
        let pair = |p: Pair| format!("{} organisations of {} countries", grouped(p.organisations), grouped(p.countries));
        let signed = |s: Signed| pair(Pair { organisations: s.organisations, countries: s.countries });
        let (record, mib) = (&self.record, |bytes: u64| bytes as f64 / (1024.0 * 1024.0));
        let times = |p: Percentiles| format!("p50 {} ms   p99 {} ms   max {} ms", p.p50, p.p99, p.max);
        let rows = [
            ("Registered", grouped(self.registered)),
            ("Accredited", grouped(self.accredited)),
            ("Present", grouped(self.present)),
            ("Organisations", format!("{} of {} countries", grouped(self.organisations), grouped(self.countries))),
            ("Venues", grouped(self.venues)),
            ("Endorsements, highest", pair(self.endorsements.peak)),
            ("Endorsements, at the end", pair(self.endorsements.last)),
            ("Verified, highest", signed(record.peak)),
            ("Verified, at the end", signed(record.last)),
            (
                "Verified, of the summit",
                format!(
                    "{} registered, {} accredited, {} present",
                    grouped(record.summit.registered),
                    grouped(record.summit.accredited),
                    grouped(record.summit.present)
                ),
            ),
            (
                "Record",
                format!(
                    "{} entries; bundles up to {:.2} MiB, verified in {} ms or less",
                    grouped(record.entries),
                    mib(record.bundle_bytes),
                    record.verify_ms
                ),
            ),
            ("Requests for the floor", grouped(self.floor_requests)),
            ("Live pages open at once", format!("{} and {} venues' desks", grouped(self.live_pages), grouped(self.desks))),
            ("Acts carried out", format!("{} ({} a second)", grouped(self.commands), self.commands_per_second)),
            ("Press to durable answer", times(self.durable_ms)),
            ("Press to the last page", times(self.last_page_ms)),
            ("Lost acts", grouped(self.lost)),
            ("Duplicated acts", grouped(self.duplicated)),
            ("Server's peak memory", format!("{} MiB", self.peak_rss_bytes / (1024 * 1024))),
            ("Time", format!("{} s", self.seconds)),
        ];
        let mut out = String::new();
        let cuts = (self.power_cuts > 0).then(|| ("Killed and started again", format!("{} times", self.power_cuts)));
        for (name, value) in rows.into_iter().chain(cuts) {
            out.push_str(&format!("  {name:<26} {value}\n"));
        }
        for line in &self.otherwise {
            out.push_str(&format!("  Otherwise than planned: {line}\n"));
        }
        out
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
const fn none(number: &u64) -> bool {
    *number == 0
}

/// Thousands apart, for reading.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_json_has_the_agreed_fields() {
        let json = serde_json::to_value(Report::default()).unwrap();
        let mut names: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(
            names.join(" "),
            "accredited commands commands_per_second countries desks duplicated durable_ms endorsements floor_requests last_page_ms \
             live_pages lost organisations peak_rss_bytes present record registered seconds venues"
        );
        assert!(json.pointer("/endorsements/final/countries").is_some() && json.pointer("/durable_ms/p99").is_some());
        assert!(json.pointer("/record/peak/by_passkey").is_some() && json.pointer("/record/final/countries").is_some());
    }
    #[test]
    fn what_differs_is_told() {
        let targets = Targets {
            registered: 1,
            accredited: 0,
            present: 0,
            organisations: 0,
            countries: 0,
            venues: 0,
            peak: (2, 1),
            last: (0, 0),
            floor_requests: 0,
            repeats: 0,
            live_pages: 0,
        };
        let mut report = Report::default();
        report.compare(&targets);
        // Registered, in the export and by the record; the highest count, by its pages and by the record, and how many signed.
        assert_eq!(report.otherwise.len(), 5);
        assert!(!report.is_good() && report.table().contains("0 instead of 1"));
        assert_eq!(grouped(10_240), "10,240");
    }
}
