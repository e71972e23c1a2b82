#![expect(clippy::unwrap_used, reason = "tests")]
//! Scenario 4, every refusal, and counts recounted from the acts.
use super::{ActKind, Counts, EndorsementCommand as C};
use crate::{
    Actor, FieldProblem, Invalid, No,
    command::{OnPaper, Way},
    directory::Category,
    floor::FloorCommand,
    id::{OrganisationId, PersonId, TextId},
    procedure::stage::{CHAIR, ITEM, MEETING, Play, SECRETARIAT, SUMMIT, delegate, lang, org, paper},
    refusal::Denied,
    text::{NewParagraph, TextCommand},
    words::Digest,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const TEXT: TextId = TextId(1);

/// An adopted text of two paragraphs in two languages, open for endorsement.
fn adopted(play: &mut Play) -> Digest {
    play.does(CHAIR, FloorCommand::OpenMeeting { meeting: MEETING }).unwrap();
    play.does(CHAIR, FloorCommand::OpenItem { item: ITEM }).unwrap();
    let both = |en: &str, fr: &str| [(lang("en"), en.parse().unwrap()), (lang("fr"), fr.parse().unwrap())].into();
    let title = crate::language::InLanguages::new(
        [(lang("en"), "Title".parse().unwrap()), (lang("fr"), "Titre".parse().unwrap())].into(),
    );
    let draft = TextCommand::DraftText {
        summit: SUMMIT,
        symbol: "SD/2027/L.1".parse().unwrap(),
        title: title.unwrap(),
        authentic: [lang("en"), lang("fr")].into(),
        sponsors: BTreeSet::new(),
    };
    play.does(SECRETARIAT, draft).unwrap();
    let paragraph = |en, fr| NewParagraph {
        kind: crate::text::ParagraphKind::Operative,
        words: crate::language::InLanguages::new(both(en, fr)).unwrap(),
    };
    let paragraphs = vec![paragraph("Agree", "Conviennent"), paragraph("Decide", "Décident")];
    play.does(SECRETARIAT, TextCommand::ImportText { text: TEXT, paragraphs }).unwrap();
    play.does(SECRETARIAT, TextCommand::TableText { text: TEXT }).unwrap();
    play.does(CHAIR, TextCommand::OpenConsensus { text: TEXT, meeting: MEETING, item: ITEM }).unwrap();
    play.does(CHAIR, TextCommand::AdoptByConsensus { text: TEXT }).unwrap();
    play.does(CHAIR, TextCommand::OpenEndorsement { text: TEXT }).unwrap();
    play.state.texts.get(TEXT).unwrap().adoption.as_ref().unwrap().manifest
}

fn endorse(text_digest: Digest) -> C {
    C::Endorse { text: TEXT, text_digest, organisation: None, on_paper: None }
}
fn decline(text_digest: Digest) -> C {
    C::Decline { text: TEXT, text_digest, organisation: None, on_paper: None }
}
fn withdraw(text_digest: Digest) -> C {
    C::WithdrawEndorsement { text: TEXT, text_digest, organisation: None, on_paper: None }
}
fn reserve(text_digest: Digest, paragraphs: &[u32]) -> C {
    C::EndorseWithReservation {
        text: TEXT,
        text_digest,
        words: "Except as to means.".parse().unwrap(),
        language: lang("en"),
        paragraphs: paragraphs.iter().map(|p| crate::id::ParagraphId(*p)).collect(),
        organisation: None,
        on_paper: None,
    }
}
fn on_paper(text_digest: Digest, n: u32, on_paper: Option<OnPaper>) -> C {
    C::Endorse { text: TEXT, text_digest, organisation: Some(org(n)), on_paper }
}

#[test]
fn scenario_4_a_withdrawal_takes_one_organisation_and_its_country_and_the_earlier_count_still_answers() {
    // 243 organisations of 112 countries; the 112th country has one organisation alone, the 112th.
    let country = |i: u32| Some(format!("x-{}", if i <= 112 { i } else { (i - 113) % 111 + 1 }));
    let mut play = Play::new(243, country);
    let digest = adopted(&mut play);
    for n in 1..=243 {
        play.does(delegate(n), endorse(digest)).unwrap();
    }
    let before = play.state.position;
    let full = play.state.endorsements.now(TEXT);
    assert_eq!((full.organisations, full.countries, full.by_device), (243, 112, 243));

    let decision = play.does(delegate(112), withdraw(digest)).unwrap();

    let now = play.state.endorsements.now(TEXT);
    assert_eq!((now.organisations, now.countries, now.withdrawn), (242, 111, 1));
    assert_eq!(play.state.endorsements.as_of(TEXT, before), full);
    assert_eq!(play.state.endorsements.as_of(TEXT, before - 1).organisations, 242);
    assert_eq!(play.state.endorsements.as_of(TEXT, play.state.position), now);
    assert_eq!(play.state.endorsements.as_of(TEXT, 0), Counts::default());
    assert_eq!(play.state.endorsements.peak(TEXT), Some((full, before)));
    let notices: BTreeSet<_> = decision.letters.iter().filter(|l| l.kind == "notice-withdrawal").map(|l| l.to.0).collect();
    assert_eq!(notices, (1..=243).filter(|n| *n != 112).map(|n| 1000 + n).collect());
    assert_eq!(decision.letters.len(), 244, "and two receipts: to whoever acted, and to the contact");
    assert_eq!(play.replayed(), play.state);
    assert_eq!(play.stored(), play.state);
}

#[test]
fn an_act_is_numbered_and_its_receipt_goes_to_whoever_acted_and_to_the_contact() {
    let mut play = Play::of(3);
    let digest = adopted(&mut play);
    play.does(delegate(1), endorse(digest)).unwrap();
    let decision = play.does(delegate(2), reserve(digest, &[2])).unwrap();
    assert_eq!(decision.created.as_deref(), Some("2"));
    let letter = &decision.letters[0];
    assert_eq!((letter.to, letter.kind), (PersonId(5), "receipt-endorsement"));
    assert_eq!((decision.letters[1].to, decision.letters[1].kind), (PersonId(1002), "receipt-endorsement"));
    assert!(letter.with.contains(&("symbol", "SD/2027/L.1".to_owned())));
    play.does(delegate(2), endorse(digest)).unwrap();
    let acts = play.state.endorsements.of(TEXT).unwrap();
    let numbers: Vec<_> = acts.all().iter().map(|a| (a.made.number, a.made.seq)).collect();
    assert_eq!(numbers, [(1, 1), (2, 1), (3, 2)]);
    assert_eq!(acts.now().with_reservation, 0, "the newest act counts");
    assert_eq!(acts.all()[1].made.kind, ActKind::EndorseWithReservation, "and none is erased");
}

#[test]
fn an_act_on_paper_needs_its_evidence_and_is_counted_apart() {
    let mut play = Play::of(3);
    let digest = adopted(&mut play);
    let missing = play.does(SECRETARIAT, on_paper(digest, 1, None)).unwrap_err();
    assert_eq!(missing, No::Invalid(Invalid::new("on_paper", FieldProblem::Empty)));
    let decision = play.does(SECRETARIAT, on_paper(digest, 1, paper())).unwrap();
    assert_eq!(decision.letters[0].to, PersonId(1001), "the receipt goes to the organisation's contact");
    play.does(delegate(2), endorse(digest)).unwrap();
    let now = play.state.endorsements.now(TEXT);
    assert_eq!((now.organisations, now.by_device, now.on_paper), (2, 1, 1));
    let by_delegate = play.does(delegate(3), on_paper(digest, 3, paper())).unwrap_err();
    assert_eq!(by_delegate, No::Denied(Denied::OutOfScope));
}

#[test]
fn each_wrong_act_is_refused_by_name() {
    let mut play = Play::of(4);
    let digest = adopted(&mut play);
    assert_eq!(play.refused(delegate(1), endorse(Digest([9; 32]))), "text-digest-differs");
    assert_eq!(play.refused(delegate(1), withdraw(digest)), "no-endorsement-to-withdraw");
    play.does(delegate(1), endorse(digest)).unwrap();
    assert_eq!(play.refused(delegate(1), endorse(digest)), "already-endorsed");
    assert_eq!(play.refused(delegate(1), decline(digest)), "endorsement-stands");
    play.does(delegate(2), decline(digest)).unwrap();
    assert_eq!(play.refused(delegate(2), decline(digest)), "already-declined");
    assert_eq!(play.does(delegate(2), reserve(digest, &[99])).unwrap_err(), No::unknown("paragraphs"));
    play.category(3, Category::Observer);
    assert_eq!(play.refused(delegate(3), endorse(digest)), "category-may-not");
    play.unseat(4);
    assert_eq!(play.refused(delegate(4), endorse(digest)), "organisation-not-seated");
    let other = C::Endorse { text: TEXT, text_digest: digest, organisation: Some(org(1)), on_paper: None };
    assert_eq!(play.does(delegate(2), other).unwrap_err(), No::Denied(Denied::OutOfScope));
    assert_eq!(play.does(CHAIR, endorse(digest)).unwrap_err(), No::Denied(Denied::RoleMayNot));
    assert_eq!(play.does(Actor::Nobody, endorse(digest)).unwrap_err(), No::Denied(Denied::NotSignedIn));
    assert_eq!(play.does(Actor::Server, endorse(digest)).unwrap_err(), No::Denied(Denied::RoleMayNot));
    play.does(CHAIR, TextCommand::CloseEndorsement { text: TEXT }).unwrap();
    assert_eq!(play.refused(delegate(2), endorse(digest)), "endorsement-not-open");
}

#[test]
fn the_digest_of_any_language_or_of_the_manifest_is_accepted() {
    let mut play = Play::of(3);
    let manifest = adopted(&mut play);
    let digests = play.state.texts.get(TEXT).unwrap().adoption.as_ref().unwrap().digests.clone();
    let shown = [manifest, digests[&lang("en")].text, digests[&lang("fr")].text];
    for (n, digest) in (1..).zip(shown) {
        play.does(delegate(n), endorse(digest)).unwrap();
    }
    assert_eq!(play.state.endorsements.now(TEXT).organisations, 3);
}

#[test]
fn an_international_body_endorses_and_is_no_country() {
    let mut play = Play::new(2, |i| (i == 1).then(|| "FR".to_owned()));
    let digest = adopted(&mut play);
    play.does(delegate(1), endorse(digest)).unwrap();
    play.does(delegate(2), endorse(digest)).unwrap();
    let now = play.state.endorsements.now(TEXT);
    assert_eq!((now.organisations, now.countries), (2, 1));
}

#[test]
fn an_endorsement_counts_while_its_organisation_has_a_seat_and_for_the_country_it_has_now() {
    let mut play = Play::new(3, |i| Some(format!("x-{}", if i == 3 { 2 } else { i })));
    let digest = adopted(&mut play);
    for n in 1..=3 {
        play.does(delegate(n), endorse(digest)).unwrap();
    }
    let counts = |play: &Play| {
        let now = play.state.endorsements.now(TEXT);
        (now.organisations, now.countries)
    };
    let whole = play.state.position;
    assert_eq!(counts(&play), (3, 2));
    play.unseat(1);
    assert_eq!(counts(&play), (2, 1));
    assert_eq!(play.state.endorsements.of(TEXT).unwrap().standing().count(), 2);
    let entry = play.state.directory.get(org(2)).unwrap().clone();
    let organisation = crate::directory::Organisation { home: Some("x-9".parse().unwrap()), ..entry };
    play.record(crate::directory::DirectoryEvent::OrganisationAmended { id: org(2), organisation }.into());
    assert_eq!(counts(&play), (2, 2));
    play.reseat(1);
    assert_eq!(counts(&play), (3, 3));
    // An earlier count still answers as it was, and so does the peak.
    let then = play.state.endorsements.as_of(TEXT, whole);
    assert_eq!((then.organisations, then.countries), (3, 2));
    assert_eq!(play.state.endorsements.peak(TEXT).unwrap().1, whole);
    assert_eq!(play.replayed(), play.state);
    assert_eq!(play.stored(), play.state);
}

/// The counts, reckoned from the acts up to a position in the plainest way.
fn recount(play: &Play, position: u64) -> Counts {
    let Some(acts) = play.state.endorsements.of(TEXT) else { return Counts::default() };
    let mut newest: BTreeMap<OrganisationId, &super::Act> = BTreeMap::new();
    for act in acts.all().iter().filter(|a| a.position <= position) {
        newest.insert(act.made.organisation, act);
    }
    let count = |test: &dyn Fn(&super::Made) -> bool| newest.values().filter(|a| test(&a.made)).count() as u32;
    let homes: BTreeSet<_> = newest.values().filter(|a| a.made.kind.stands()).filter_map(|a| a.made.home.clone()).collect();
    Counts {
        organisations: count(&|m| m.kind.stands()),
        countries: homes.len() as u32,
        by_key: 0,
        by_passkey: 0,
        by_device: count(&|m| m.kind.stands() && m.way == Way::Device),
        on_paper: count(&|m| m.kind.stands() && matches!(m.way, Way::Paper(_))),
        with_reservation: count(&|m| m.kind == ActKind::EndorseWithReservation),
        declined: count(&|m| m.kind == ActKind::Decline),
        withdrawn: count(&|m| m.kind == ActKind::Withdraw),
        before_correction: 0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn counts_equal_a_recount_from_the_acts_at_every_position(acts in prop::collection::vec((1u32..=6, 0u8..5), 0..60)) {
        let mut play = Play::new(6, |i| (i < 6).then(|| format!("x-{}", i / 2)));
        let digest = adopted(&mut play);
        let start = play.state.position;
        let mut highest = 0;
        for (n, act) in acts {
            let (actor, command) = match act {
                0 => (delegate(n), endorse(digest)),
                1 => (delegate(n), reserve(digest, &[1])),
                2 => (delegate(n), decline(digest)),
                3 => (delegate(n), withdraw(digest)),
                _ => (SECRETARIAT, on_paper(digest, n, paper())),
            };
            // A refused act changes nothing; the recount shows it.
            let _ = play.does(actor, command);
            highest = highest.max(play.state.endorsements.now(TEXT).organisations);
        }
        for position in start..=play.state.position {
            prop_assert_eq!(play.state.endorsements.as_of(TEXT, position), recount(&play, position));
        }
        prop_assert_eq!(play.state.endorsements.peak(TEXT).map_or(0, |(c, _)| c.organisations), highest);
        prop_assert_eq!(play.replayed(), play.state.clone());
        prop_assert_eq!(play.stored(), play.state);
    }
}

#[test]
fn where_signatures_are_required_an_act_is_signed_or_on_paper() {
    use crate::{
        command::SignedBy,
        programme::{ProgrammeCommand, Signatures},
    };
    let mut play = Play::new(4, |i| Some(format!("x-{i}")));
    let digest = adopted(&mut play);
    let rule = |signatures| ProgrammeCommand::SetSignatures { summit: SUMMIT, signatures };
    play.does(SECRETARIAT, crate::Command::Programme(rule(Signatures::Required))).unwrap();
    let refused = play.does(delegate(1), endorse(digest)).unwrap_err();
    assert!(matches!(refused, No::Refusal(r) if r.code == "signature-required"));
    play.signed = Some(SignedBy::Passkey);
    play.does(delegate(1), endorse(digest)).unwrap();
    play.signed = Some(SignedBy::Key);
    play.does(delegate(2), endorse(digest)).unwrap();
    play.signed = None;
    play.does(SECRETARIAT, on_paper(digest, 3, paper())).unwrap();
    let now = play.state.endorsements.now(TEXT);
    assert_eq!((now.organisations, now.by_key, now.by_passkey, now.on_paper, now.by_device), (3, 1, 1, 1, 0));
    // The rule is settled before the first act.
    assert!(play.does(SECRETARIAT, crate::Command::Programme(rule(Signatures::Session))).is_err());
}

#[test]
fn what_stands_in_the_record_is_not_undone_by_a_session_alone() {
    use crate::command::SignedBy;
    let mut play = Play::new(3, |i| Some(format!("x-{i}")));
    let digest = adopted(&mut play);
    play.signed = Some(SignedBy::Key);
    play.does(delegate(1), endorse(digest)).unwrap();
    play.signed = None;
    play.does(SECRETARIAT, on_paper(digest, 3, paper())).unwrap();
    assert_eq!(play.refused(delegate(1), withdraw(digest)), "signature-required");
    assert_eq!(play.refused(delegate(3), withdraw(digest)), "signature-required");
    assert!(super::must_sign(&play.state, TEXT, org(3)) && !super::must_sign(&play.state, TEXT, org(2)));
    // An act that the record never had is undone as it was made.
    play.does(delegate(2), endorse(digest)).unwrap();
    play.does(delegate(2), withdraw(digest)).unwrap();
    play.signed = Some(SignedBy::Passkey);
    play.does(delegate(1), withdraw(digest)).unwrap();
    play.does(delegate(3), withdraw(digest)).unwrap();
    assert_eq!(play.state.endorsements.now(TEXT).organisations, 0);
}

#[test]
fn the_same_act_is_made_again_only_by_a_way_that_proves_more() {
    use crate::command::SignedBy;
    let mut play = Play::new(2, |i| Some(format!("x-{i}")));
    let digest = adopted(&mut play);
    let by = |play: &Play| {
        let now = play.state.endorsements.now(TEXT);
        [now.organisations, now.by_device, now.on_paper, now.by_passkey, now.by_key]
    };
    play.does(delegate(1), endorse(digest)).unwrap();
    assert_eq!(play.refused(delegate(1), endorse(digest)), "already-endorsed");
    assert_eq!(by(&play), [1, 1, 0, 0, 0]);
    play.does(SECRETARIAT, on_paper(digest, 1, paper())).unwrap();
    assert_eq!(by(&play), [1, 0, 1, 0, 0]);
    play.signed = Some(SignedBy::Passkey);
    play.does(delegate(1), endorse(digest)).unwrap();
    assert_eq!(play.refused(delegate(1), endorse(digest)), "already-endorsed");
    play.signed = None;
    assert_eq!(play.refused(SECRETARIAT, on_paper(digest, 1, paper())), "already-endorsed");
    assert_eq!(by(&play), [1, 0, 0, 1, 0]);
    play.signed = Some(SignedBy::Key);
    play.does(delegate(1), endorse(digest)).unwrap();
    assert_eq!(by(&play), [1, 0, 0, 0, 1]);
    play.signed = Some(SignedBy::Passkey);
    assert_eq!(play.refused(delegate(1), endorse(digest)), "already-endorsed");
    // A refusal is no less worth signing.
    play.signed = None;
    play.does(delegate(2), decline(digest)).unwrap();
    assert_eq!(play.refused(delegate(2), decline(digest)), "already-declined");
    play.signed = Some(SignedBy::Passkey);
    play.does(delegate(2), decline(digest)).unwrap();
    assert_eq!(play.state.endorsements.now(TEXT).declined, 1);
    // A successor has it attested alone, whatever signed it in the record that was lost.
    play.attested = true;
    play.does(delegate(2), decline(digest)).unwrap();
    play.signed = None;
    assert_eq!(play.refused(delegate(2), decline(digest)), "signature-required");
}
