#![expect(clippy::unwrap_used, reason = "tests")]
//! A text from its draft to its adoption, every refusal, and its canonical files.
use super::{NewParagraph, ParagraphKind, ReservationKind, Symbol, TextCommand as C, canonical, manifest, title_digest};
use crate::{
    Actor, FieldProblem, Invalid, No,
    command::{OnPaper, Way},
    directory::Category,
    floor::FloorCommand,
    id::{ItemId, MeetingId, ParagraphId, SummitId, TextId},
    language::{InLanguages, Language},
    procedure::stage::{CHAIR, DEBATE, ITEM, MEETING, Play, SECRETARIAT, SUMMIT, delegate, lang, org, paper},
    refusal::Denied,
    words::Digest,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

const TEXT: TextId = TextId(1);

fn both<T: std::str::FromStr<Err = FieldProblem>>(en: &str, fr: &str) -> InLanguages<T> {
    InLanguages::new([(lang("en"), en.parse().unwrap()), (lang("fr"), fr.parse().unwrap())].into()).unwrap()
}
fn one<T: std::str::FromStr<Err = FieldProblem>>(language: &str, words: &str) -> InLanguages<T> {
    InLanguages::new([(lang(language), words.parse().unwrap())].into()).unwrap()
}
fn draft(symbol: &str, sponsors: &[u32]) -> C {
    C::DraftText {
        summit: SUMMIT,
        symbol: symbol.parse().unwrap(),
        title: both("Declaration", "Déclaration"),
        authentic: [lang("en"), lang("fr")].into(),
        sponsors: sponsors.iter().map(|n| org(*n)).collect(),
    }
}
fn paragraphs() -> Vec<NewParagraph> {
    let kinds = [ParagraphKind::Heading, ParagraphKind::Preambular, ParagraphKind::Operative];
    let words = [both("Preamble", "Préambule"), both("Recalling", "Rappelant"), both("Decide", "Décident")];
    kinds.into_iter().zip(words).map(|(kind, words)| NewParagraph { kind, words }).collect()
}
fn set(revision: u32, paragraph: u32, language: &str, words: &str) -> C {
    C::SetParagraph {
        text: TEXT,
        revision,
        paragraph: ParagraphId(paragraph),
        language: lang(language),
        words: words.parse().unwrap(),
    }
}
fn insert(revision: u32, after: Option<u32>, words: InLanguages<crate::words::Paragraph>) -> C {
    C::InsertParagraph { text: TEXT, revision, after: after.map(ParagraphId), kind: ParagraphKind::Operative, words }
}
fn reserve(kind: ReservationKind, paragraphs: &[u32]) -> C {
    C::EnterReservation {
        text: TEXT,
        kind,
        paragraphs: paragraphs.iter().map(|p| ParagraphId(*p)).collect(),
        words: "Not as to means.".parse().unwrap(),
        language: lang("en"),
        organisation: None,
        on_paper: None,
    }
}
const TABLE: C = C::TableText { text: TEXT };
const REVISE: C = C::ReviseText { text: TEXT };
const ASK: C = C::OpenConsensus { text: TEXT, meeting: MEETING, item: ITEM };
const ADOPT: C = C::AdoptByConsensus { text: TEXT };
const OBJECT: C = C::Object { text: TEXT, organisation: None, on_paper: None };
const WITHDRAW_OBJECTION: C = C::WithdrawObjection { text: TEXT, organisation: None, on_paper: None };
const COSPONSOR: C = C::CosponsorText { text: TEXT, organisation: None, on_paper: None };
const LEAVE: C = C::WithdrawSponsorship { text: TEXT, organisation: None, on_paper: None };

fn text(play: &Play) -> &super::Text {
    play.state.texts.get(TEXT).unwrap()
}
fn order(play: &Play) -> Vec<u32> {
    text(play).newest().unwrap().1.paragraphs.iter().map(|p| p.id.0).collect()
}
/// A meeting on the item, and a tabled text of three paragraphs.
fn tabled(n: u32) -> Play {
    let mut play = Play::of(n);
    play.does(CHAIR, FloorCommand::OpenMeeting { meeting: MEETING }).unwrap();
    play.does(CHAIR, FloorCommand::OpenItem { item: ITEM }).unwrap();
    play.does(SECRETARIAT, draft("SD/L.1", &[1])).unwrap();
    play.does(SECRETARIAT, C::ImportText { text: TEXT, paragraphs: paragraphs() }).unwrap();
    play.does(delegate(1), TABLE).unwrap();
    play
}
fn adopted(n: u32) -> Play {
    let mut play = tabled(n);
    play.does(CHAIR, ASK).unwrap();
    play.does(CHAIR, ADOPT).unwrap();
    play
}

#[test]
fn a_symbol_is_of_the_record_s_form() {
    for right in ["A/79/L.1", "SD/2027/CRP.3/Rev.1", "9", "A(II)*"] {
        assert_eq!(right.parse::<Symbol>().unwrap().as_str(), right);
    }
    for wrong in ["a/1", "/A", "A B", "A_1", "É/1", "A\u{0}"] {
        assert_eq!(wrong.parse::<Symbol>(), Err(FieldProblem::NotASymbol), "{wrong}");
    }
    assert_eq!("".parse::<Symbol>(), Err(FieldProblem::Empty));
    assert_eq!("A".repeat(81).parse::<Symbol>(), Err(FieldProblem::TooLong { limit: 80, actual: 81 }));
    assert_eq!("A/L.1".parse::<Symbol>().unwrap().revision(2).unwrap().as_str(), "A/L.1/Rev.2");
}

#[test]
fn a_text_is_drafted_once_under_its_symbol_in_official_languages() {
    let mut play = Play::of(3);
    let decision = play.does(SECRETARIAT, draft("SD/L.1", &[])).unwrap();
    assert_eq!(decision.created.as_deref(), Some("text-1"));
    assert_eq!(play.state.texts.by_symbol(&"SD/L.1".parse().unwrap()), Some(TEXT));
    let taken = play.does(SECRETARIAT, draft("SD/L.1", &[])).unwrap_err();
    assert_eq!(taken, No::Invalid(Invalid::new("symbol", FieldProblem::Taken)));
    let long = play.does(SECRETARIAT, draft(&"A".repeat(66), &[])).unwrap_err();
    assert_eq!(long, No::Invalid(Invalid::new("symbol", FieldProblem::TooLong { limit: 65, actual: 66 })));
    let with = |languages: &[&str], summit| C::DraftText {
        summit,
        symbol: "SD/L.2".parse().unwrap(),
        title: both("T", "T"),
        authentic: languages.iter().map(|l| lang(l)).collect(),
        sponsors: BTreeSet::new(),
    };
    let empty = play.does(SECRETARIAT, with(&[], SUMMIT)).unwrap_err();
    assert_eq!(empty, No::Invalid(Invalid::new("authentic", FieldProblem::Empty)));
    assert_eq!(play.refused_with(SECRETARIAT, with(&["en", "ru"], SUMMIT), "language"), "ru");
    assert_eq!(play.does(SECRETARIAT, with(&["en"], SummitId(9))).unwrap_err(), No::unknown("summit"));
    assert_eq!(play.does(SECRETARIAT, draft("SD/L.3", &[99])).unwrap_err(), No::unknown("sponsors"));
}

#[test]
fn a_delegate_drafts_for_its_own_organisation_and_writes_only_what_it_sponsors() {
    let mut play = Play::of(3);
    assert_eq!(play.does(delegate(1), draft("SD/L.1", &[])).unwrap_err(), No::Denied(Denied::OutOfScope));
    assert_eq!(play.does(delegate(1), draft("SD/L.1", &[1, 2])).unwrap_err(), No::Denied(Denied::OutOfScope));
    play.category(2, Category::Observer);
    assert_eq!(play.refused(delegate(2), draft("SD/L.1", &[2])), "category-may-not");
    play.does(delegate(1), draft("SD/L.1", &[1])).unwrap();
    play.does(delegate(1), insert(0, None, both("a", "b"))).unwrap();
    assert_eq!(play.does(delegate(3), set(0, 1, "en", "mine")).unwrap_err(), No::Denied(Denied::OutOfScope));
    play.does(delegate(3), COSPONSOR).unwrap();
    play.does(delegate(3), set(0, 1, "en", "ours")).unwrap();
    assert_eq!(play.does(Actor::Server, TABLE).unwrap_err(), No::Denied(Denied::RoleMayNot));
}

#[test]
fn paragraphs_keep_their_ids_through_insertion_removal_and_revision() {
    let mut play = Play::of(1);
    play.does(SECRETARIAT, draft("SD/L.1", &[1])).unwrap();
    for words in ["one", "two"] {
        play.does(SECRETARIAT, insert(0, None, both(words, words))).unwrap();
    }
    assert_eq!(order(&play), [2, 1]);
    play.does(SECRETARIAT, insert(0, Some(2), both("three", "trois"))).unwrap();
    assert_eq!(order(&play), [2, 3, 1]);
    play.does(SECRETARIAT, C::RemoveParagraph { text: TEXT, revision: 0, paragraph: ParagraphId(3) }).unwrap();
    let decision = play.does(SECRETARIAT, insert(0, Some(1), both("four", "quatre"))).unwrap();
    assert_eq!(decision.created.as_deref(), Some("paragraph-4"), "an id is not used again");
    play.does(SECRETARIAT, TABLE).unwrap();
    play.does(SECRETARIAT, REVISE).unwrap();
    assert_eq!(order(&play), [2, 1, 4]);
    play.does(SECRETARIAT, C::ImportText { text: TEXT, paragraphs: paragraphs() }).unwrap();
    assert_eq!(order(&play), [5, 6, 7]);
    assert_eq!(play.does(SECRETARIAT, set(1, 4, "en", "x")).unwrap_err(), No::unknown("paragraph"));
    assert_eq!(play.does(SECRETARIAT, insert(1, Some(4), both("x", "x"))).unwrap_err(), No::unknown("after"));
    let gone = C::RemoveParagraph { text: TEXT, revision: 1, paragraph: ParagraphId(4) };
    assert_eq!(play.does(SECRETARIAT, gone).unwrap_err(), No::unknown("paragraph"));
    let none = C::ImportText { text: TEXT, paragraphs: Vec::new() };
    assert_eq!(play.does(SECRETARIAT, none).unwrap_err(), No::Invalid(Invalid::new("paragraphs", FieldProblem::Empty)));
}

#[test]
fn tabling_needs_every_authentic_language_and_names_what_is_missing() {
    let mut play = Play::of(1);
    play.does(SECRETARIAT, draft("SD/L.1", &[1])).unwrap();
    assert_eq!(play.refused(SECRETARIAT, TABLE), "text-empty");
    play.does(SECRETARIAT, insert(0, None, both("a", "b"))).unwrap();
    play.does(SECRETARIAT, insert(0, Some(1), one("en", "only English"))).unwrap();
    assert_eq!(play.refused(SECRETARIAT, TABLE), "paragraph-missing");
    assert_eq!(play.refused_with(SECRETARIAT, TABLE, "language"), "fr");
    assert_eq!(play.refused_with(SECRETARIAT, TABLE, "number"), "2");
    play.does(SECRETARIAT, set(0, 2, "fr", "français aussi")).unwrap();
    play.does(SECRETARIAT, TABLE).unwrap();
    assert_eq!(play.refused(SECRETARIAT, TABLE), "revision-tabled");
    let untitled = C::DraftText {
        summit: SUMMIT,
        symbol: "SD/L.2".parse().unwrap(),
        title: one("en", "Title"),
        authentic: [lang("en"), lang("fr")].into(),
        sponsors: BTreeSet::new(),
    };
    play.does(SECRETARIAT, untitled).unwrap();
    play.does(SECRETARIAT, C::ImportText { text: TextId(2), paragraphs: paragraphs() }).unwrap();
    assert_eq!(play.refused_with(SECRETARIAT, C::TableText { text: TextId(2) }, "language"), "fr");
    let title = C::SetTitle { text: TextId(2), language: lang("fr"), words: "Titre".parse().unwrap() };
    play.does(SECRETARIAT, title).unwrap();
    play.does(SECRETARIAT, C::TableText { text: TextId(2) }).unwrap();
}

#[test]
fn a_revision_takes_a_new_symbol_and_the_old_one_stays_readable() {
    let mut play = tabled(2);
    assert_eq!(play.refused(SECRETARIAT, set(0, 3, "en", "x")), "revision-tabled");
    play.does(delegate(1), REVISE).unwrap();
    assert_eq!(play.refused(delegate(1), REVISE), "revision-still-draft");
    assert_eq!(play.refused_with(delegate(1), set(0, 3, "en", "x"), "symbol"), "SD/L.1/Rev.1");
    assert_eq!(play.does(delegate(1), set(7, 3, "en", "x")).unwrap_err(), No::unknown("revision"));
    play.does(delegate(1), set(1, 3, "en", "Decide firmly")).unwrap();
    let (was, is) = (text(&play).revision(0).unwrap(), text(&play).revision(1).unwrap());
    assert_eq!((was.symbol.as_str(), is.symbol.as_str()), ("SD/L.1", "SD/L.1/Rev.1"));
    assert!(canonical(was, &lang("en")).unwrap().ends_with("\nDecide\n"));
    assert!(canonical(is, &lang("en")).unwrap().ends_with("\nDecide firmly\n"));
    assert_eq!(play.state.texts.by_symbol(&is.symbol), Some(TEXT));
    assert_eq!(text(&play).tabled().unwrap().0, 0);
    assert_eq!(play.refused(CHAIR, ASK), "text-not-tabled", "nobody decides on a revision being rewritten");
    play.does(SECRETARIAT, draft("SD/L.1/Rev.2", &[])).unwrap();
    play.does(delegate(1), TABLE).unwrap();
    assert_eq!(play.refused(delegate(1), REVISE), "symbol-taken");
}

#[test]
fn co_sponsorship_closes_at_adoption() {
    let mut play = tabled(3);
    assert_eq!(play.refused(delegate(1), COSPONSOR), "already-sponsor");
    assert_eq!(play.refused(delegate(2), LEAVE), "not-a-sponsor");
    play.does(delegate(2), COSPONSOR).unwrap();
    let for_3 = C::CosponsorText { text: TEXT, organisation: Some(org(3)), on_paper: paper() };
    play.does(SECRETARIAT, for_3).unwrap();
    play.does(delegate(2), LEAVE).unwrap();
    assert_eq!(text(&play).sponsors.iter().map(|o| o.0).collect::<Vec<_>>(), [1, 3]);
    play.does(CHAIR, ASK).unwrap();
    play.does(CHAIR, ADOPT).unwrap();
    assert_eq!(play.refused(delegate(2), COSPONSOR), "text-adopted");
    assert_eq!(play.refused(delegate(1), LEAVE), "text-adopted");
}

#[test]
fn consensus_is_asked_in_a_meeting_on_its_item_with_a_majority_present() {
    let mut play = tabled(4);
    play.present(2);
    assert_eq!(play.refused(CHAIR, ASK), "quorum-to-decide-missing");
    assert_eq!(play.refused_with(CHAIR, ASK, "needed"), "3");
    play.present(3);
    let asked = |meeting, item| C::OpenConsensus { text: TEXT, meeting, item };
    assert_eq!(play.does(CHAIR, asked(MEETING, ItemId(3))).unwrap_err(), No::unknown("item"));
    assert_eq!(play.refused(CHAIR, asked(MEETING, DEBATE)), "item-not-open");
    assert_eq!(play.refused(CHAIR, asked(MeetingId(2), ItemId(3))), "meeting-not-open");
    assert_eq!(play.does(delegate(1), ASK).unwrap_err(), No::Denied(Denied::RoleMayNot));
    assert_eq!(play.refused(CHAIR, ADOPT), "consensus-not-open");
    play.does(CHAIR, ASK).unwrap();
    assert_eq!(play.refused(CHAIR, ASK), "consensus-open");
    assert_eq!(play.refused(delegate(1), REVISE), "consensus-open");
    play.present(2);
    assert_eq!(play.refused(CHAIR, ADOPT), "quorum-to-decide-missing");
    play.present(3);
    play.does(CHAIR, FloorCommand::SuspendMeeting { meeting: MEETING }).unwrap();
    assert_eq!(play.refused(CHAIR, ADOPT), "meeting-suspended");
    play.does(CHAIR, FloorCommand::ResumeMeeting { meeting: MEETING }).unwrap();
    play.does(CHAIR, C::CloseConsensus { text: TEXT }).unwrap();
    assert_eq!(play.refused(CHAIR, C::CloseConsensus { text: TEXT }), "consensus-not-open");
    play.does(delegate(1), REVISE).unwrap();
}

#[test]
fn one_objection_stops_the_consensus_and_is_named() {
    let mut play = tabled(4);
    assert_eq!(play.refused(delegate(2), OBJECT), "consensus-not-open");
    play.does(CHAIR, ASK).unwrap();
    play.does(delegate(2), OBJECT).unwrap();
    assert_eq!(play.refused(delegate(2), OBJECT), "objection-already-stands");
    assert_eq!(play.refused_with(CHAIR, ADOPT, "organisation"), "org-2");
    assert_eq!(play.refused_with(CHAIR, ADOPT, "name"), "Organisation 2");
    play.category(3, Category::Associate);
    assert_eq!(play.refused(delegate(3), OBJECT), "category-may-not");
    assert_eq!(play.refused(delegate(4), WITHDRAW_OBJECTION), "no-objection");
    let on_paper = |on_paper: Option<OnPaper>| C::Object { text: TEXT, organisation: Some(org(4)), on_paper };
    assert!(matches!(play.does(SECRETARIAT, on_paper(None)), Err(No::Invalid(_))));
    play.does(SECRETARIAT, on_paper(paper())).unwrap();
    assert_eq!(play.refused_with(CHAIR, ADOPT, "count"), "2");
    play.does(delegate(2), WITHDRAW_OBJECTION).unwrap();
    play.does(delegate(4), WITHDRAW_OBJECTION).unwrap();
    play.does(CHAIR, ADOPT).unwrap();
    assert_eq!(play.refused(delegate(2), OBJECT), "text-adopted");
}

#[test]
fn reservations_stand_beside_the_text_before_and_after_adoption_and_never_change_it() {
    let mut play = Play::of(3);
    play.does(SECRETARIAT, draft("SD/L.1", &[1])).unwrap();
    assert_eq!(play.refused(delegate(2), reserve(ReservationKind::Reservation, &[])), "text-not-tabled");
    let mut play = tabled(3);
    play.does(delegate(2), reserve(ReservationKind::Reservation, &[3])).unwrap();
    assert_eq!(play.does(delegate(2), reserve(ReservationKind::Reservation, &[4])).unwrap_err(), No::unknown("paragraphs"));
    let before = text(&play).newest().unwrap().1.clone();
    play.does(CHAIR, ASK).unwrap();
    play.does(CHAIR, ADOPT).unwrap();
    let decision = play.does(delegate(3), reserve(ReservationKind::Dissociation, &[])).unwrap();
    assert_eq!(decision.created.as_deref(), Some("2"));
    assert_eq!(text(&play).adopted(), Some(&before));
    let withdraw = |number| C::WithdrawReservation { text: TEXT, number, organisation: None, on_paper: None };
    assert_eq!(play.does(delegate(3), withdraw(1)).unwrap_err(), No::unknown("number"), "another's");
    assert_eq!(play.does(delegate(3), withdraw(0)).unwrap_err(), No::unknown("number"));
    play.does(delegate(2), withdraw(1)).unwrap();
    assert_eq!(play.refused(delegate(2), withdraw(1)), "reservation-withdrawn");
    assert_eq!(text(&play).standing_reservations().map(|(n, _)| n).collect::<Vec<_>>(), [2]);
    assert_eq!(text(&play).reservations.len(), 2, "a withdrawn one stays on the record");
    assert_eq!(text(&play).reservations[1].way, Way::Device);
}

#[test]
fn an_adopted_text_is_frozen_and_its_digests_are_those_of_its_files() {
    let mut play = adopted(3);
    let adoption = text(&play).adoption.clone().unwrap();
    assert_eq!(adoption.position, play.state.position);
    let revision = text(&play).adopted().unwrap().clone();
    for language in ["en", "fr"].map(lang) {
        let file = canonical(&revision, &language).unwrap();
        assert_eq!(adoption.digests[&language].text, Digest::of(file.as_bytes()));
        assert_eq!(Some(adoption.digests[&language].title), title_digest(&revision, &language));
        assert!(adoption.is_of_this_text(adoption.digests[&language].text));
    }
    assert!(!adoption.is_of_this_text(adoption.digests[&lang("en")].title), "a title is not the text");
    let title = C::SetTitle { text: TEXT, language: lang("en"), words: "Other".parse().unwrap() };
    for command in [set(0, 1, "en", "x"), REVISE, TABLE, title, C::ImportText { text: TEXT, paragraphs: paragraphs() }] {
        assert_eq!(play.refused(SECRETARIAT, command), "text-adopted");
    }
    for command in [ASK, ADOPT] {
        assert_eq!(play.refused(CHAIR, command), "text-adopted");
    }
    assert_eq!(play.replayed(), play.state);
    assert_eq!(play.stored(), play.state);
}

#[test]
fn an_adopted_text_is_opened_and_closed_for_endorsement() {
    let mut play = tabled(2);
    let (open, close) = (C::OpenEndorsement { text: TEXT }, C::CloseEndorsement { text: TEXT });
    assert_eq!(play.refused(CHAIR, open.clone()), "text-not-adopted");
    play.does(CHAIR, ASK).unwrap();
    play.does(CHAIR, ADOPT).unwrap();
    assert_eq!(play.refused(CHAIR, close.clone()), "endorsement-not-open");
    play.does(SECRETARIAT, open.clone()).unwrap();
    assert_eq!(play.refused(CHAIR, open.clone()), "endorsement-already-open");
    play.does(CHAIR, close).unwrap();
    play.does(CHAIR, open).unwrap();
    assert!(text(&play).open_for_endorsement);
}

#[test]
fn a_canonical_file_is_nfc_with_every_line_ended_and_exists_only_when_complete() {
    let mut play = Play::of(1);
    play.does(SECRETARIAT, draft("SD/L.1", &[])).unwrap();
    assert_eq!(canonical(text(&play).revision(0).unwrap(), &lang("en")), None);
    play.does(SECRETARIAT, insert(0, None, one("en", "Cafe\u{301}\r\n(a) one;\r(b) two."))).unwrap();
    play.does(SECRETARIAT, insert(0, Some(1), both("Last", "Dernier"))).unwrap();
    let revision = text(&play).revision(0).unwrap();
    assert_eq!(canonical(revision, &lang("en")).unwrap(), "Café\n(a) one;\n(b) two.\n\nLast\n");
    assert_eq!(canonical(revision, &lang("fr")), None);
    assert_eq!(revision.complete_languages().into_iter().collect::<Vec<Language>>(), [lang("en")]);
}

#[test]
fn the_manifest_is_canonical_json() {
    let play = adopted(1);
    let (text, revision) = (text(&play), text(&play).adopted().unwrap());
    let written = manifest(&revision.symbol, &text.authentic, &revision.digests());
    let value: serde_json::Value = serde_json::from_str(&written).unwrap();
    // serde_json writes keys in sorted order, as RFC 8785 does for these.
    assert_eq!(serde_json::to_string(&value).unwrap(), written);
    assert_eq!(value["v"], 1);
    assert_eq!(value["symbol"], "SD/L.1");
    assert_eq!(value["authentic"], serde_json::json!(["en", "fr"]));
    assert_eq!(text.adoption.as_ref().unwrap().manifest, Digest::of(written.as_bytes()));
}

#[test]
fn commands_are_read_as_they_are_written_in_forms_and_api() {
    let json = r#"{"enter-reservation":{"text":"text-1","kind":"dissociation","paragraphs":["paragraph-3"],"words":"No.","language":"fr"}}"#;
    let command: C = serde_json::from_str(json).unwrap();
    assert!(matches!(command, C::EnterReservation { kind: ReservationKind::Dissociation, organisation: None, .. }));
    let json = r#"{"request-floor":{"item":"item-2","rank":"head"}}"#;
    assert!(serde_json::from_str::<FloorCommand>(json).is_ok());
    let json = r#"{"draft-text":{"summit":"summit-1","symbol":"a b","title":{"en":"T"},"authentic":["en"]}}"#;
    assert!(serde_json::from_str::<C>(json).unwrap_err().to_string().contains("not-a-symbol"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn under_any_acts_replay_equals_live_and_what_was_tabled_or_adopted_never_changes(
        acts in prop::collection::vec((0u8..14, 1u32..=3, 1u32..=6), 0..50)
    ) {
        let mut play = Play::of(3);
        play.does(CHAIR, FloorCommand::OpenMeeting { meeting: MEETING }).unwrap();
        play.does(CHAIR, FloorCommand::OpenItem { item: ITEM }).unwrap();
        play.does(SECRETARIAT, draft("SD/L.1", &[1])).unwrap();
        for (act, n, paragraph) in acts {
            let newest = text(&play).newest().unwrap().0;
            let frozen: Vec<_> = text(&play).revisions.iter().filter(|r| r.tabled).cloned().collect();
            let (actor, command) = match act {
                0 => (SECRETARIAT, insert(newest, (n > 1).then_some(paragraph), both("x", "y"))),
                1 => (SECRETARIAT, set(newest, paragraph, "en", &format!("words {n}"))),
                2 => (SECRETARIAT, C::RemoveParagraph { text: TEXT, revision: newest, paragraph: ParagraphId(paragraph) }),
                3 => (SECRETARIAT, C::ImportText { text: TEXT, paragraphs: paragraphs() }),
                4 | 5 => (SECRETARIAT, TABLE),
                6 => (SECRETARIAT, REVISE),
                7 | 8 => (CHAIR, ASK),
                9 => (delegate(n), OBJECT),
                10 => (delegate(n), WITHDRAW_OBJECTION),
                11 => (delegate(n), reserve(ReservationKind::Reservation, &[paragraph])),
                12 => (delegate(n), COSPONSOR),
                _ => (CHAIR, ADOPT),
            };
            let objected = text(&play).consensus.as_ref().is_some_and(|c| !c.objections.is_empty());
            let done = play.does(actor, command.clone()).is_ok();
            prop_assert!(!(done && objected && command == ADOPT), "adopted against an objection");
            for (now, then) in text(&play).revisions.iter().filter(|r| r.tabled).zip(&frozen) {
                prop_assert_eq!(now, then);
            }
            let ids: Vec<_> = order(&play);
            prop_assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        }
        prop_assert_eq!(play.replayed(), play.state.clone());
        prop_assert_eq!(play.stored(), play.state);
    }
}
