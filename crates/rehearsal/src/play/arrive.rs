//! Arrival: badges are scanned at the venues' desks, by hand and from the lists of a desk that was offline.
use super::{Stage, prepare::lists, steps};
use crate::{Trouble, driver::relied_on, net::form::Form};

/// Badges a desk scans one by one; the others it hands in as lists, as after a while without a link.
const BY_HAND: usize = 12;

impl Stage<'_> {
    pub(super) fn arrive(&mut self) -> Result<(), Trouble> {
        let absent = self.absent();
        // A delegation arrives at one venue; where there are more delegations than venues, venues are shared.
        let mut desks: Vec<Vec<usize>> = vec![Vec::new(); self.venues.len().max(1)];
        let places = desks.len();
        for (index, delegation) in self.delegations.iter().enumerate() {
            let coming = delegation.members.clone().filter(|m| !absent.contains(m));
            desks[index % places].extend(coming);
        }
        let at = format!("{}000", seconds_since_1970());
        let mut wishes = Vec::new();
        let mut scans = Vec::new();
        for (place, people) in desks.iter().enumerate() {
            let desk = self.venues.get(place).cloned().unwrap_or_default();
            let venue = format!("venue-{}", place + 1);
            let (by_hand, offline) = people.split_at(people.len().min(BY_HAND));
            for person in by_hand {
                let form = Form::new().with("venue", &venue).with("code", &self.members[*person].badge);
                wishes.push(self.driver.wish(&desk, "check-in", form));
            }
            let members = &self.members;
            let forms = lists(offline, "scans", &Form::new().with("venue", &venue), |form, name, person| {
                form.put(&format!("{name}.code"), &members[*person].badge);
                form.put(&format!("{name}.at"), &at);
            });
            for form in forms {
                scans.push(self.driver.wish(&desk, "sync-scans", form));
            }
        }
        let mut step = steps(self.watch, "Arrival at the venues", wishes.len() + scans.len());
        relied_on(self.driver.press_all(wishes, &mut step)?)?;
        relied_on(self.driver.press_all(scans, &mut step)?)?;
        drop(step);
        self.pause(5.0);
        Ok(())
    }

    /// Who does not come: the last member of every delegation in turn, and never the whole of one if it can be helped.
    pub(super) fn absent(&self) -> std::collections::HashSet<usize> {
        let missing = self.members.len() - self.targets.present;
        let mut absent = std::collections::HashSet::with_capacity(missing);
        let longest = self.delegations.iter().map(|d| d.members.len()).max().unwrap_or_default();
        for round in 1..=longest {
            for delegation in &self.delegations {
                if absent.len() == missing {
                    return absent;
                }
                if let Some(last) = delegation.members.end.checked_sub(round).filter(|m| delegation.members.contains(m)) {
                    absent.insert(last);
                }
            }
        }
        absent
    }
}

/// The desks' clock.
#[expect(clippy::disallowed_methods, reason = "a desk scans by its own clock")]
fn seconds_since_1970() -> u64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_secs())
}
