//! The programme as iCalendar text (RFC 5545), for calendars and phones.
use super::{Meeting, WallClock, Zone, clock};
use crate::{
    Moment, State,
    id::{MeetingId, SummitId},
    text::{Correction, Outcome},
};
use jiff::{civil, tz::TimeZone};
use std::{collections::BTreeMap, fmt::Write as _};

/// Octets of a line before it is folded, the line break not counted (RFC 5545, 3.1).
const LINE_OCTETS: usize = 75;

/// How a feed writes its times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Times {
    /// Local times with the zone each meeting was written in, and the zones' own rules (`VTIMEZONE`).
    Zoned,
    /// UTC.
    Utc,
}

/// A summit's programme as iCalendar text in one language: every meeting, cancelled ones marked as such, and
/// the end of each window for objections to a correction. `stamp` is when the text
/// is made; `host` is this house's name on the network and part of every event's lasting identifier.
/// A summit that does not exist has an empty programme.
#[must_use]
pub fn icalendar(state: &State, summit: SummitId, language: &str, times: Times, stamp: Moment, host: &str) -> String {
    let programme = &state.programme;
    let mut out = Lines(String::new());
    out.raw("BEGIN:VCALENDAR");
    out.raw("VERSION:2.0");
    out.raw("PRODID:-//Hemicycle//Programme//EN");
    out.raw("CALSCALE:GREGORIAN");
    out.raw("METHOD:PUBLISH");
    if let Some((tag, theme)) = programme.summit(summit).and_then(|s| s.details.themes.best(language)) {
        out.text(&format!("NAME;LANGUAGE={tag}"), theme.as_str());
        out.text("X-WR-CALNAME", theme.as_str());
    }
    if times == Times::Zoned {
        let mut spans = BTreeMap::<&Zone, (i16, i16)>::new();
        for (_, meeting) in programme.meetings(summit) {
            let (first, last) = (meeting.zone.local(meeting.start).year(), meeting.zone.local(meeting.end).year());
            let span = spans.entry(&meeting.zone).or_insert((first, last));
            *span = (span.0.min(first), span.1.max(last));
        }
        for (zone, (first, last)) in spans {
            write_zone(&mut out, zone, first, last);
        }
    }
    // A host name has no other characters; anything else would break the line.
    let host: String = host.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')).collect();
    for (id, meeting) in programme.meetings(summit) {
        let uid = format!("{id}.{summit}@{host}");
        write_meeting(&mut out, state, (id, meeting), language, times, stamp, &uid);
    }
    for (id, text) in state.texts.iter().filter(|(_, text)| text.summit == summit) {
        for (number, correction) in (1usize..).zip(&text.corrections) {
            write_deadline(&mut out, correction, language, stamp, &format!("correction-{number}.{id}.{summit}@{host}"));
        }
    }
    out.raw("END:VCALENDAR");
    out.0
}

/// The end of the window for objections to a correction, a moment in UTC: it concerns readers in every zone. One that was blocked or
/// taken back leaves the calendars it is in.
fn write_deadline(out: &mut Lines, correction: &Correction, language: &str, stamp: Moment, uid: &str) {
    let void = matches!(correction.outcome, Outcome::Blocked(_) | Outcome::Withdrawn { .. });
    out.raw("BEGIN:VEVENT");
    out.raw(&format!("UID:{uid}"));
    out.raw(&format!("DTSTAMP:{}", utc(stamp)));
    out.raw(&format!("SEQUENCE:{}", u8::from(!correction.is_open())));
    out.raw(&format!("DTSTART:{}", utc(correction.until)));
    out.text("SUMMARY", correction.symbol.as_str());
    if let Some((tag, reason)) = correction.reason.best(language) {
        out.text(&format!("DESCRIPTION;LANGUAGE={tag}"), reason.as_str());
    }
    out.raw("CATEGORIES:correction");
    out.raw("TRANSP:TRANSPARENT");
    out.raw(if void { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    out.raw("END:VEVENT");
}

fn write_meeting(
    out: &mut Lines,
    state: &State,
    (id, meeting): (MeetingId, &Meeting),
    language: &str,
    times: Times,
    stamp: Moment,
    uid: &str,
) {
    let programme = &state.programme;
    out.raw("BEGIN:VEVENT");
    out.raw(&format!("UID:{uid}"));
    out.raw(&format!("DTSTAMP:{}", utc(stamp)));
    out.raw(&format!("LAST-MODIFIED:{}", utc(meeting.changed)));
    out.raw(&format!("SEQUENCE:{}", meeting.revision));
    for (name, moment) in [("DTSTART", meeting.start), ("DTEND", meeting.end)] {
        // A local time that comes twice means its first coming (RFC 5545, 3.3.5): the second is written in UTC.
        if times == Times::Zoned && WallClock::at(&meeting.zone, moment).told_by_itself(&meeting.zone, moment) {
            out.raw(&format!("{name};TZID={}:{}", meeting.zone, local(meeting.zone.local(moment))));
        } else {
            out.raw(&format!("{name}:{}", utc(moment)));
        }
    }
    if let Some((tag, title)) = meeting.titles.best(language) {
        out.text(&format!("SUMMARY;LANGUAGE={tag}"), title.as_str());
    }
    if let Some(venue) = programme.venue(meeting.venue) {
        if let Some((tag, name)) = venue.names.best(language) {
            out.text(&format!("LOCATION;LANGUAGE={tag}"), &format!("{name}, {}", venue.city));
        }
        if let (Some(latitude), Some(longitude)) = (venue.latitude, venue.longitude) {
            out.raw(&format!("GEO:{latitude};{longitude}"));
        }
    }
    out.raw(&format!("CATEGORIES:{}", meeting.kind.as_str()));
    let mut agenda = String::new();
    for (item, entry) in programme.items(id) {
        if let (Some(number), Some((_, title))) = (programme.item_number(item), entry.titles.best(language)) {
            // Writing to a string cannot fail.
            let _ = writeln!(agenda, "{number}. {title}");
        }
    }
    for keynote in &meeting.keynotes {
        if let Some((_, title)) = keynote.titles.best(language) {
            let _ = writeln!(agenda, "• {title}");
        }
    }
    let reason = meeting.cancelled.as_ref().and_then(|c| c.reason.as_ref());
    if let Some(reason) = reason {
        agenda = format!("{reason}\n\n{agenda}");
    }
    if !agenda.trim().is_empty() {
        out.text("DESCRIPTION", agenda.trim());
    }
    out.raw(if meeting.cancelled.is_some() { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    out.raw("END:VEVENT");
}

/// One zone with its changes over the years concerned. What held on the first day of the first year is written as if it had held
/// since 1970: no meeting lies before it.
fn write_zone(out: &mut Lines, zone: &Zone, first: i16, last: i16) {
    let rules = zone.rules();
    // The years come from valid local times, so their first days exist.
    let new_year = |year: i16| civil::Date::new(year, 1, 1).and_then(|d| TimeZone::UTC.to_timestamp(d.at(0, 0, 0, 0)));
    // A day either way, because a zone's year begins and ends up to 14 hours from UTC's.
    let day = jiff::SignedDuration::from_hours(24);
    let (Ok(from), Ok(to)) = (new_year(first), new_year(last.saturating_add(1))) else { return };
    let (from, to) = (from.saturating_sub(day).unwrap_or(from), to.saturating_add(day).unwrap_or(to));
    out.raw("BEGIN:VTIMEZONE");
    out.raw(&format!("TZID:{zone}"));
    let base = rules.to_offset_info(from);
    let mut before = base.offset();
    let epoch = civil::date(1970, 1, 1).at(0, 0, 0, 0);
    observance(out, base.dst().is_dst(), epoch, before.seconds(), before.seconds(), base.abbreviation());
    for change in rules.following(from).take_while(|c| c.timestamp() < to) {
        let onset = before.to_datetime(change.timestamp());
        let after = change.offset();
        observance(out, change.dst().is_dst(), onset, before.seconds(), after.seconds(), change.abbreviation());
        before = after;
    }
    out.raw("END:VTIMEZONE");
}

fn observance(out: &mut Lines, summer: bool, onset: civil::DateTime, from: i32, to: i32, name: &str) {
    let kind = if summer { "DAYLIGHT" } else { "STANDARD" };
    out.raw(&format!("BEGIN:{kind}"));
    out.raw(&format!("DTSTART:{}", local(onset)));
    out.raw(&format!("TZOFFSETFROM:{}", offset(from)));
    out.raw(&format!("TZOFFSETTO:{}", offset(to)));
    out.text("TZNAME", name);
    out.raw(&format!("END:{kind}"));
}

fn utc(at: Moment) -> String {
    format!("{}Z", local(TimeZone::UTC.to_datetime(clock::timestamp(at))))
}

fn local(at: civil::DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

fn offset(seconds: i32) -> String {
    let (sign, n) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let mut out = format!("{sign}{:02}{:02}", n / 3600, n / 60 % 60);
    if n % 60 != 0 {
        let _ = write!(out, "{:02}", n % 60);
    }
    out
}

/// Content lines: folded, each ended by CRLF.
struct Lines(String);

impl Lines {
    /// A property whose value is text: escaped.
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for c in value.chars() {
            match c {
                '\\' | ';' | ',' => {
                    line.push('\\');
                    line.push(c);
                }
                '\n' => line.push_str("\\n"),
                c if c.is_control() => {}
                c => line.push(c),
            }
        }
        self.raw(&line);
    }
    /// A whole line as it is. A fold never splits a character.
    fn raw(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > LINE_OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
