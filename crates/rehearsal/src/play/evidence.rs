//! The record's own figures: bundles, each made and verified by processes of their own, against the driver's own log of presses.
use super::Stage;
use crate::{
    Trouble,
    net::{ms_between, now},
    report::{Attendance, Signed},
};
use serde_json::Value;
use std::{collections::HashSet, time::Duration};

/// How long a checkpoint may take that covers what was answered; promised are two seconds.
const PATIENCE: Duration = Duration::from_secs(60);
/// After how long a bundle that does not cover everything yet is made anew.
const AGAIN: Duration = Duration::from_millis(500);

/// A figure of the record that is to be bundled and verified.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    /// Name of the bundle's file, without ending.
    pub file: &'a str,
    /// `text` or `summit`.
    pub kind: &'a str,
    /// The text's symbol, or the summit's id.
    pub name: &'a str,
    /// Whom the verifier trusts: the record's policy, as it was published when the rehearsal began.
    pub policy: &'a str,
}

/// What the verifier says of a bundle.
#[derive(Clone, Debug)]
pub struct Verified {
    /// Its answer, as JSON.
    pub said: Value,
    /// Size of the bundle.
    pub bundle_bytes: u64,
    /// How long the verifier's process took, in milliseconds.
    pub verify_ms: f64,
}

impl Verified {
    fn count(&self, name: &str) -> u64 {
        self.said.pointer(&format!("/counts/{name}")).and_then(Value::as_u64).unwrap_or_default()
    }

    /// Every way in which this is not what the log of presses says.
    fn differences(&self, expected: &[(&str, u64)]) -> Vec<String> {
        let mut out = Vec::new();
        if self.said.get("verified").and_then(Value::as_bool) != Some(true) {
            out.push("the verifier does not accept the bundle".to_owned());
        }
        let invalid = self.said.get("skipped").and_then(Value::as_array).map_or(0, Vec::len);
        if invalid > 0 {
            out.push(format!("{invalid} entries are invalid"));
        }
        let said = |name: &str| self.said.pointer(&format!("/counts/{name}")).and_then(Value::as_u64);
        let differ = expected.iter().filter(|(name, expected)| said(name) != Some(*expected));
        out.extend(differ.map(|(name, expected)| format!("{name} {} instead of {expected}", self.count(name))));
        out
    }
}

impl Stage<'_> {
    /// Reads the record's policy, before anything is claimed: what a verifier trusts does not come out of the bundle.
    pub(super) fn read_policy(&mut self) -> Result<(), Trouble> {
        let page = self.driver.page("/record/policy", "")?;
        if page.status != 200 {
            return Err(Trouble::Unexpected(format!("the record's policy was answered with status {}", page.status)));
        }
        self.policy = page.text().into_owned();
        if !self.policy.lines().any(|line| line.starts_with('#') && line.contains("hold_accreditors = true")) {
            self.report.otherwise.push("the record's policy does not say that the server holds the accreditors' keys".to_owned());
        }
        Ok(())
    }

    /// The endorsements of the statement by the record, which must be those of the log of presses: all signed by security keys.
    pub(super) fn verify_endorsements(&mut self, file: &str) -> Signed {
        let homes: HashSet<&str> =
            self.standing.iter().filter_map(|i| self.world.organisations.get(*i)?.home.as_deref()).collect();
        let (organisations, countries) = (self.standing.len() as u64, homes.len() as u64);
        let expected = [
            ("organisations", organisations),
            ("countries", countries),
            ("by_passkey", organisations),
            ("by_key", 0),
            ("on_paper", 0),
            ("before_correction", 0),
        ];
        let symbol = self.symbol();
        let verified = self.verified(file, "text", &symbol, &expected);
        verified.map_or_else(Signed::default, |v| Signed {
            organisations: v.count("organisations"),
            countries: v.count("countries"),
            by_passkey: v.count("by_passkey"),
        })
    }

    /// Who was registered, accredited and present by the record.
    pub(super) fn verify_attendance(&mut self) -> Attendance {
        let absent = self.absent();
        let came = |d: &super::Delegation| d.members.clone().any(|m| !absent.contains(&m));
        let here = self.delegations.iter().zip(&self.world.organisations).filter(|(d, _)| came(d));
        let homes: Vec<Option<&str>> = here.map(|(_, o)| o.home.as_deref()).collect();
        let countries: HashSet<&str> = homes.iter().copied().flatten().collect();
        let expected = [
            ("registered", self.members.len() as u64),
            ("accredited", self.members.len() as u64),
            ("present", (self.members.len() - absent.len()) as u64),
            ("organisations", homes.len() as u64),
            ("countries", countries.len() as u64),
        ];
        let verified = self.verified("summit", "summit", "summit-1", &expected);
        verified.map_or_else(Attendance::default, |v| Attendance {
            registered: v.count("registered"),
            accredited: v.count("accredited"),
            present: v.count("present"),
            organisations: v.count("organisations"),
            countries: v.count("countries"),
        })
    }

    /// Has a claim bundled and verified until it says what is expected, or until the record has had its time; then what it said last.
    fn verified(&mut self, file: &str, kind: &str, name: &str, expected: &[(&str, u64)]) -> Option<Verified> {
        let began = now();
        let policy = std::mem::take(&mut self.policy);
        let claim = Claim { file, kind, name, policy: &policy };
        let (verified, differ) = loop {
            let outcome = (self.server.bundle)(&claim);
            let differ = match &outcome {
                Ok(verified) => verified.differences(expected),
                Err(error) => vec![error.clone()],
            };
            if differ.is_empty() || now().saturating_duration_since(began) > PATIENCE {
                break (outcome.ok(), differ);
            }
            std::thread::sleep(AGAIN);
        };
        self.policy = policy;
        // Nothing is pressed meanwhile.
        self.waited += Duration::from_secs_f64(ms_between(began, now()) / 1000.0);
        self.report.otherwise.extend(differ.iter().map(|what| format!("the record's bundle `{file}`: {what}")));
        if let Some(v) = &verified {
            let record = &mut self.report.record;
            let entries = v.said.pointer("/checkpoint/size").and_then(Value::as_u64).unwrap_or_default();
            record.entries = record.entries.max(entries);
            record.bundle_bytes = record.bundle_bytes.max(v.bundle_bytes);
            record.verify_ms = record.verify_ms.max((v.verify_ms * 10.0).round() / 10.0);
        }
        verified
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn whatever_differs_from_the_log_of_presses_is_named() {
        let said = json!({ "verified": true, "skipped": [], "counts": { "organisations": 3, "by_key": 0 } });
        let verified = |said: &Value| Verified { said: said.clone(), bundle_bytes: 1, verify_ms: 1.0 };
        assert!(verified(&said).differences(&[("organisations", 3), ("by_key", 0)]).is_empty());
        assert_eq!(verified(&said).differences(&[("organisations", 4)]), ["organisations 3 instead of 4"]);
        assert_eq!(verified(&said).differences(&[("countries", 0)]).len(), 1, "a figure that is not there is no zero");
        let broken = json!({ "verified": false, "skipped": [{}], "counts": {} });
        assert_eq!(verified(&broken).differences(&[]).len(), 2);
    }
}
