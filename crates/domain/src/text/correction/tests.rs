#![expect(clippy::unwrap_used, reason = "tests")]
//! Scenario 6: one language is corrected after adoption, in a window for objections; one objection blocks.
use super::{Outcome, Text};
use crate::{
    Actor, FieldProblem, Invalid, No,
    command::Way,
    directory::Category,
    endorsement::EndorsementCommand as E,
    floor::FloorCommand,
    id::{ParagraphId, TextId},
    language::InLanguages,
    procedure::stage::{CHAIR, ITEM, MEETING, Play, SECRETARIAT, SUMMIT, delegate, lang, org, paper},
    refusal::Denied,
    state::Decision,
    text::{NewParagraph, ParagraphKind, TextCommand as C, canonical, manifest},
    words::{Digest, Paragraph, WindowMinutes},
};
use proptest::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    str::FromStr,
};

const TEXT: TextId = TextId(1);
const MINUTE: i64 = 60_000;

fn said<T: FromStr<Err = FieldProblem>>(en: &str, fr: &str) -> InLanguages<T> {
    InLanguages::new([(lang("en"), en.parse().unwrap()), (lang("fr"), fr.parse().unwrap())].into()).unwrap()
}
fn adopted(n: u32) -> Play {
    let mut play = Play::of(n);
    play.does(CHAIR, FloorCommand::OpenMeeting { meeting: MEETING }).unwrap();
    play.does(CHAIR, FloorCommand::OpenItem { item: ITEM }).unwrap();
    let (symbol, title) = ("SD/L.1".parse().unwrap(), said("Title", "Titre"));
    let authentic = [lang("en"), lang("fr")].into();
    play.does(SECRETARIAT, C::DraftText { summit: SUMMIT, symbol, title, authentic, sponsors: BTreeSet::new() }).unwrap();
    let words = [said("Agree", "Conviennent"), said("Decide", "Décident")];
    let paragraphs = words.into_iter().map(|words| NewParagraph { kind: ParagraphKind::Operative, words }).collect();
    play.does(SECRETARIAT, C::ImportText { text: TEXT, paragraphs }).unwrap();
    play.does(SECRETARIAT, C::TableText { text: TEXT }).unwrap();
    play.does(CHAIR, C::OpenConsensus { text: TEXT, meeting: MEETING, item: ITEM }).unwrap();
    play.does(CHAIR, C::AdoptByConsensus { text: TEXT }).unwrap();
    play.does(CHAIR, C::OpenEndorsement { text: TEXT }).unwrap();
    play
}
fn prepare(language: &str, paragraphs: &[(u32, &str)]) -> C {
    let words = |(n, words): &(u32, &str)| (ParagraphId(*n), words.parse::<Paragraph>().unwrap());
    C::PrepareCorrection { text: TEXT, language: lang(language), title: None, paragraphs: paragraphs.iter().map(words).collect() }
}
fn propose(minutes: u64) -> C {
    C::ProposeCorrection {
        text: TEXT,
        reason: said("A word is missing", "Un mot manque"),
        minutes: WindowMinutes::new(minutes).unwrap(),
    }
}
fn object() -> C {
    let (reason, language) = ("The word was left out on purpose".parse().unwrap(), lang("en"));
    C::ObjectToCorrection { text: TEXT, reason, language, organisation: None, on_paper: None }
}
const WITHDRAW: C = C::WithdrawCorrection { text: TEXT };
const ISSUE: C = C::IssueCorrection { text: TEXT };

fn text(play: &Play) -> &Text {
    play.state.texts.get(TEXT).unwrap()
}
fn proposed(n: u32) -> (Play, Decision) {
    let mut play = adopted(n);
    play.does(SECRETARIAT, prepare("fr", &[(2, "Décident ensemble")])).unwrap();
    let decision = play.does(SECRETARIAT, propose(60)).unwrap();
    (play, decision)
}
fn corrected(n: u32) -> Play {
    let mut play = proposed(n).0;
    play.wait(60 * MINUTE).does(Actor::Server, ISSUE).unwrap();
    play
}
fn endorse(play: &Play) -> E {
    let text_digest = text(play).adoption.as_ref().unwrap().manifest;
    E::Endorse { text: TEXT, text_digest, organisation: None, on_paper: None }
}
fn decline(play: &Play) -> E {
    let text_digest = text(play).adoption.as_ref().unwrap().manifest;
    E::Decline { text: TEXT, text_digest, organisation: None, on_paper: None }
}
fn withdraw(play: &Play) -> E {
    let text_digest = text(play).adoption.as_ref().unwrap().manifest;
    E::WithdrawEndorsement { text: TEXT, text_digest, organisation: None, on_paper: None }
}

#[test]
fn a_correction_changes_its_language_alone_and_from_the_beginning() {
    let (mut play, decision) = proposed(3);
    assert_eq!(decision.created.as_deref(), Some("SD/L.1/Corr.1"));
    assert_eq!(play.state.texts.by_symbol(&"SD/L.1/Corr.1".parse().unwrap()), Some(TEXT));
    let before = text(&play).adoption.clone().unwrap();
    let open = text(&play).proposed_correction().unwrap().1.clone();
    assert_eq!((open.from, open.until), (before.manifest, play.now.plus_ms(60 * MINUTE)));
    play.wait(60 * MINUTE).does(Actor::Server, ISSUE).unwrap();

    let after = text(&play).adoption.clone().unwrap();
    let words = text(&play).adopted().unwrap().clone();
    assert_eq!(after.digests[&lang("en")], before.digests[&lang("en")], "English is as it was");
    assert_ne!(after.digests[&lang("fr")].text, before.digests[&lang("fr")].text);
    assert_eq!(after.digests[&lang("fr")].title, before.digests[&lang("fr")].title);
    let file = canonical(&words, &lang("fr")).unwrap();
    assert_eq!(file, "Conviennent\n\nDécident ensemble\n");
    assert_eq!(after.digests[&lang("fr")].text, Digest::of(file.as_bytes()));
    let written = manifest(&words.symbol, &text(&play).authentic, &words.digests());
    assert_eq!((after.manifest, after.manifest), (open.to, Digest::of(written.as_bytes())));
    assert_eq!(words.symbol.as_str(), "SD/L.1", "the text keeps its symbol");
    assert_eq!((after.at, after.position), (before.at, before.position), "adopted when it was adopted");
    assert_eq!(text(&play).first_manifest(), Some(before.manifest));
    let issued = text(&play).corrections[0].issued().unwrap();
    assert_eq!(text(&play).manifest_at(issued - 1), Some(before.manifest));
    assert_eq!(text(&play).manifest_at(issued), Some(after.manifest));
    assert_eq!(play.replayed(), play.state);
    assert_eq!(play.stored(), play.state);
}

#[test]
fn one_objection_blocks_for_good_and_its_reason_is_kept() {
    let (mut play, _) = proposed(3);
    let manifest = text(&play).adoption.as_ref().unwrap().manifest;
    play.wait(60 * MINUTE - 1);
    let decision = play.does(delegate(2), object()).unwrap();
    let Outcome::Blocked(objection) = &text(&play).corrections[0].outcome else { panic!("not blocked") };
    assert_eq!((objection.organisation, objection.way), (org(2), Way::Device));
    assert_eq!(objection.reason.as_str(), "The word was left out on purpose");
    let told: Vec<_> = decision.letters.iter().map(|l| (l.to.0, l.kind)).collect();
    assert_eq!(told, [1001, 1002, 1003].map(|to| (to, "notice-correction-blocked")));
    assert!(decision.letters[0].with.contains(&("organisation", "org-2".to_owned())));
    play.wait(MINUTE);
    assert_eq!(play.refused(Actor::Server, ISSUE), "no-correction-open");
    assert_eq!(play.refused(delegate(1), object()), "no-correction-open");
    assert_eq!(text(&play).adoption.as_ref().unwrap().manifest, manifest);
    // It may be proposed anew, under the next symbol, and nothing of the first is prepared any more.
    assert_eq!(play.refused(SECRETARIAT, propose(1)), "correction-empty");
    play.does(SECRETARIAT, prepare("fr", &[(2, "Décident tous")])).unwrap();
    assert_eq!(play.does(SECRETARIAT, propose(1)).unwrap().created.as_deref(), Some("SD/L.1/Corr.2"));
}

#[test]
fn the_window_ends_at_its_deadline_and_not_before() {
    let (mut play, _) = proposed(2);
    assert_eq!(play.refused(Actor::Server, ISSUE), "correction-window-open");
    play.wait(60 * MINUTE - 1);
    assert_eq!(play.refused(SECRETARIAT, ISSUE), "correction-window-open");
    play.wait(1);
    assert_eq!(play.refused(delegate(1), object()), "correction-window-over");
    let decision = play.does(SECRETARIAT, ISSUE).unwrap();
    assert!(decision.letters.iter().all(|l| l.kind == "notice-correction-issued") && decision.letters.len() == 2);
    assert_eq!(play.refused(SECRETARIAT, ISSUE), "no-correction-open");
}

#[test]
fn every_delegation_that_may_object_is_told_what_where_and_until_when() {
    let mut play = adopted(4);
    play.category(3, Category::Partner);
    play.category(4, Category::Observer);
    play.does(SECRETARIAT, prepare("fr", &[(1, "Sont convenus")])).unwrap();
    let decision = play.does(SECRETARIAT, propose(60)).unwrap();
    let told: Vec<_> = decision.letters.iter().map(|l| l.to.0).collect();
    assert_eq!(told, [1001, 1002, 1003], "an observer neither votes nor endorses");
    let with: BTreeMap<_, _> = decision.letters[0].with.iter().cloned().collect();
    assert_eq!(
        (with["symbol"].as_str(), with["correction"].as_str(), with["languages"].as_str()),
        ("SD/L.1", "SD/L.1/Corr.1", "fr")
    );
    assert_eq!(with["until"], play.now.plus_ms(60 * MINUTE).in_utc());
    assert_eq!(play.refused(delegate(4), object()), "category-may-not");
    play.unseat(2);
    assert_eq!(play.refused(delegate(2), object()), "organisation-not-seated");
    play.does(delegate(3), object()).unwrap();
}

#[test]
fn the_secretariat_alone_corrects_and_records_an_objection_on_paper() {
    let mut play = adopted(2);
    for actor in [CHAIR, delegate(1)] {
        assert_eq!(play.does(actor, prepare("fr", &[(1, "x")])).unwrap_err(), No::Denied(Denied::RoleMayNot));
    }
    play.does(SECRETARIAT, prepare("fr", &[(1, "x")])).unwrap();
    for command in [propose(1), WITHDRAW, ISSUE] {
        assert_eq!(play.does(delegate(1), command).unwrap_err(), No::Denied(Denied::RoleMayNot));
    }
    assert_eq!(play.does(Actor::Server, propose(1)).unwrap_err(), No::Denied(Denied::RoleMayNot));
    play.does(SECRETARIAT, propose(1)).unwrap();
    assert_eq!(play.does(CHAIR, object()).unwrap_err(), No::Denied(Denied::RoleMayNot));
    let on_paper = |on_paper| {
        let (reason, language) = ("No".parse().unwrap(), lang("en"));
        C::ObjectToCorrection { text: TEXT, reason, language, organisation: Some(org(2)), on_paper }
    };
    assert_eq!(play.does(delegate(1), on_paper(None)).unwrap_err(), No::Denied(Denied::OutOfScope));
    assert_eq!(play.does(SECRETARIAT, on_paper(None)).unwrap_err(), No::Invalid(Invalid::new("on_paper", FieldProblem::Empty)));
    play.does(SECRETARIAT, on_paper(paper())).unwrap();
    let Outcome::Blocked(objection) = &text(&play).corrections[0].outcome else { panic!("not blocked") };
    assert_eq!((objection.organisation, objection.way), (org(2), Way::Paper(paper().unwrap().evidence)));
}

#[test]
fn only_an_adopted_text_is_corrected_in_what_it_has_and_once_at_a_time() {
    let mut play = Play::of(1);
    assert_eq!(play.does(SECRETARIAT, prepare("fr", &[(1, "x")])).unwrap_err(), No::unknown("text"));
    let draft = C::DraftText {
        summit: SUMMIT,
        symbol: "SD/L.1".parse().unwrap(),
        title: said("T", "T"),
        authentic: [lang("en")].into(),
        sponsors: BTreeSet::new(),
    };
    play.does(SECRETARIAT, draft).unwrap();
    assert_eq!(play.refused(SECRETARIAT, prepare("fr", &[(1, "x")])), "text-not-adopted");

    let mut play = adopted(1);
    assert_eq!(play.refused(SECRETARIAT, propose(1)), "correction-empty");
    assert_eq!(play.does(SECRETARIAT, prepare("ru", &[(1, "x")])).unwrap_err(), No::unknown("language"));
    assert_eq!(play.does(SECRETARIAT, prepare("fr", &[(9, "x")])).unwrap_err(), No::unknown("paragraphs.paragraph-9"));
    assert_eq!(play.refused(SECRETARIAT, prepare("fr", &[(2, "Décident")])), "correction-changes-nothing");
    // What is as adopted is left out, and takes back what was prepared.
    play.does(SECRETARIAT, prepare("fr", &[(1, "Conviennent"), (2, "Décident tous")])).unwrap();
    assert_eq!(text(&play).preparing[&lang("fr")].paragraphs.keys().collect::<Vec<_>>(), [&ParagraphId(2)]);
    assert_eq!(canonical(&text(&play).prepared().unwrap(), &lang("fr")).unwrap(), "Conviennent\n\nDécident tous\n");
    play.does(SECRETARIAT, prepare("fr", &[(2, "Décident")])).unwrap();
    assert_eq!(text(&play).prepared(), None);
    assert_eq!(play.refused(SECRETARIAT, propose(1)), "correction-empty");

    let (mut play, _) = proposed(1);
    assert_eq!(play.refused(SECRETARIAT, prepare("fr", &[(2, "y")])), "correction-open");
    assert_eq!(play.refused(SECRETARIAT, propose(1)), "correction-open");
    let decision = play.does(SECRETARIAT, WITHDRAW).unwrap();
    assert_eq!(decision.letters[0].kind, "notice-correction-withdrawn");
    assert!(matches!(text(&play).corrections[0].outcome, Outcome::Withdrawn { .. }));
    assert_eq!(play.refused(SECRETARIAT, WITHDRAW), "no-correction-open");
}

#[test]
fn a_title_and_several_languages_are_corrected_together() {
    let mut play = adopted(1);
    let title = |words: &str| C::PrepareCorrection {
        text: TEXT,
        language: lang("en"),
        title: Some(words.parse().unwrap()),
        paragraphs: BTreeMap::new(),
    };
    assert_eq!(play.refused(SECRETARIAT, title("Title")), "correction-changes-nothing");
    play.does(SECRETARIAT, title("The title")).unwrap();
    play.does(SECRETARIAT, prepare("fr", &[(1, "Sont convenus")])).unwrap();
    let before = text(&play).adoption.clone().unwrap().digests;
    play.does(SECRETARIAT, propose(1)).unwrap();
    play.wait(MINUTE).does(Actor::Server, ISSUE).unwrap();
    let after = text(&play).adoption.clone().unwrap().digests;
    assert_eq!(text(&play).adopted().unwrap().title.get("en").unwrap().as_str(), "The title");
    assert_eq!(after[&lang("en")].text, before[&lang("en")].text, "the words are as they were, the title is not");
    assert_eq!(after, text(&play).adopted().unwrap().digests());
}

#[test]
fn a_version_that_was_in_force_before_is_not_proposed_again() {
    let mut play = corrected(1);
    play.does(SECRETARIAT, prepare("fr", &[(2, "Décident")])).unwrap();
    assert_eq!(play.refused(SECRETARIAT, propose(1)), "correction-as-before");
}

#[test]
fn the_end_of_the_window_stands_in_the_calendar_and_leaves_it_when_nothing_is_waited_for() {
    use crate::programme::{Times, icalendar};
    let (mut play, _) = proposed(2);
    let calendar = |play: &Play| icalendar(&play.state, SUMMIT, "fr", Times::Zoned, play.now, "example.org").replace("\r\n ", "");
    let written = calendar(&play);
    let event = written.split("BEGIN:VEVENT").find(|e| e.contains("UID:correction-1.text-1.summit-1@example.org")).unwrap();
    for line in [
        "SUMMARY:SD/L.1/Corr.1",
        "DTSTART:19700101T011640Z",
        "DESCRIPTION;LANGUAGE=fr:Un mot manque",
        "STATUS:CONFIRMED",
        "SEQUENCE:0",
    ] {
        assert!(event.contains(line), "{line} is missing in {event}");
    }
    play.does(delegate(1), object()).unwrap();
    let written = calendar(&play);
    let event = written.split("BEGIN:VEVENT").find(|e| e.contains("UID:correction-1")).unwrap();
    assert!(event.contains("STATUS:CANCELLED") && event.contains("SEQUENCE:1"), "{event}");
}

#[test]
fn a_second_correction_stands_on_the_first() {
    let mut play = corrected(1);
    play.does(SECRETARIAT, prepare("en", &[(1, "Agree fully")])).unwrap();
    play.does(SECRETARIAT, propose(1)).unwrap();
    play.wait(MINUTE).does(Actor::Server, ISSUE).unwrap();
    let words = text(&play).adopted().unwrap();
    assert_eq!(canonical(words, &lang("fr")).unwrap(), "Conviennent\n\nDécident ensemble\n");
    assert_eq!(canonical(words, &lang("en")).unwrap(), "Agree fully\n\nDecide\n");
    let chain: Vec<_> = text(&play).issued_corrections().map(|c| (c.from, c.to)).collect();
    assert_eq!(chain[0].1, chain[1].0);
    assert_eq!(text(&play).first_manifest(), Some(chain[0].0));
}

#[test]
fn endorsements_from_before_stand_and_are_counted_apart() {
    let mut play = adopted(4);
    for n in 1..=3 {
        let endorsed = endorse(&play);
        play.does(delegate(n), endorsed).unwrap();
    }
    let declined = decline(&play);
    play.does(delegate(4), declined).unwrap();
    let old = endorse(&play);
    let peak = play.state.position;
    play.does(SECRETARIAT, prepare("fr", &[(2, "Décident ensemble")])).unwrap();
    play.does(SECRETARIAT, propose(1)).unwrap();
    play.wait(MINUTE).does(Actor::Server, ISSUE).unwrap();
    let now = |play: &Play| play.state.endorsements.now(TEXT);
    let first = now(&play);
    assert_eq!((first.organisations, first.countries, first.before_correction, first.declined), (0, 0, 3, 1));
    assert_eq!(play.state.endorsements.of(TEXT).unwrap().standing().count(), 3, "they stand");
    let then = play.state.endorsements.as_of(TEXT, peak);
    assert_eq!((then.organisations, then.countries, then.before_correction), (3, 3, 0));

    assert_eq!(play.refused(delegate(1), old), "text-digest-differs");
    let again = endorse(&play);
    play.does(delegate(1), again.clone()).unwrap();
    assert_eq!(play.refused(delegate(1), again), "already-endorsed");
    let declined = decline(&play);
    assert_eq!(play.refused(delegate(2), declined.clone()), "endorsement-stands");
    let withdrawn = withdraw(&play);
    play.does(delegate(2), withdrawn).unwrap();
    play.does(delegate(4), declined).unwrap();
    let last = now(&play);
    assert_eq!((last.organisations, last.countries, last.before_correction, last.withdrawn, last.declined), (1, 1, 1, 1, 1));
    play.unseat(3);
    assert_eq!(now(&play).before_correction, 0, "whoever has no seat counts for nothing");
    play.reseat(3);
    assert_eq!(now(&play), last);
    assert_eq!(play.replayed(), play.state);
    assert_eq!(play.stored(), play.state);
}

/// The counts of who endorses, from the acts and the corrections alone.
fn recount(play: &Play, position: u64) -> (u32, u32) {
    let corrected =
        text(play).issued_corrections().filter_map(super::Correction::issued).filter(|p| *p <= position).max().unwrap_or(0);
    let mut newest = BTreeMap::new();
    for act in play.state.endorsements.of(TEXT).into_iter().flat_map(|acts| acts.all()).filter(|a| a.position <= position) {
        newest.insert(act.made.organisation, act);
    }
    let stands: Vec<_> = newest.values().filter(|a| a.made.kind.stands()).collect();
    let before = stands.iter().filter(|a| a.position < corrected).count() as u32;
    (stands.len() as u32 - before, before)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn under_any_acts_only_what_was_proposed_and_not_objected_to_changes_and_every_other_language_keeps_its_digests(
        acts in prop::collection::vec((0u8..11, 1u32..=3, 0u8..40), 0..60)
    ) {
        let mut play = adopted(3);
        let start = play.state.position;
        for (act, n, word) in acts {
            let before = text(&play).adoption.clone().unwrap();
            let open = text(&play).proposed_correction().map(|(_, c)| c.clone());
            let language = if word % 3 == 0 { "en" } else { "fr" };
            let (actor, command): (_, crate::Command) = match act {
                0 | 1 => (SECRETARIAT, prepare(language, &[(1 + n % 2, &format!("words {}", word % 6))]).into()),
                2 | 3 => (SECRETARIAT, propose(u64::from(1 + word % 2)).into()),
                4 => (delegate(n), object().into()),
                5 => (SECRETARIAT, WITHDRAW.into()),
                6 | 7 => (Actor::Server, ISSUE.into()),
                8 => (delegate(n), endorse(&play).into()),
                9 => (delegate(n), withdraw(&play).into()),
                _ => (delegate(n), decline(&play).into()),
            };
            play.wait(i64::from(word) * 1_000);
            let done = play.does(actor, command.clone()).is_ok();
            let after = text(&play).adoption.clone().unwrap();
            if done && command == crate::Command::Text(ISSUE) {
                let open = open.unwrap();
                prop_assert!(play.now >= open.until);
                for (language, digests) in &after.digests {
                    prop_assert_eq!(digests != &before.digests[language], open.changes.contains_key(language), "{}", language);
                }
                prop_assert_eq!((open.from, open.to), (before.manifest, after.manifest));
                prop_assert_eq!(&after.digests, &text(&play).adopted().unwrap().digests());
            } else {
                prop_assert_eq!(&before, &after);
            }
            prop_assert!(text(&play).corrections.iter().filter(|c| c.is_open()).count() <= 1);
        }
        for position in start..=play.state.position {
            let counts = play.state.endorsements.as_of(TEXT, position);
            prop_assert_eq!((counts.organisations, counts.before_correction), recount(&play, position));
        }
        prop_assert_eq!(play.replayed(), play.state.clone());
        prop_assert_eq!(play.stored(), play.state);
    }
}
