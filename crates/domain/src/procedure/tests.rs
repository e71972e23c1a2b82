#![expect(clippy::unwrap_used, reason = "tests")]
//! What the rules of procedure ask of the other modules.
use super::*;
use crate::{
    floor::FloorCommand,
    id::PersonId,
    procedure::stage::{CHAIR, DEBATE, ITEM, MEETING, Play, SUMMIT, delegate, lang, org},
    programme::ProgrammeEvent,
};

#[test]
fn meetings_items_venues_and_languages_are_the_programme_s() {
    let play = Play::of(1);
    let state = &play.state;
    assert!(summit_exists(state, SUMMIT) && !summit_exists(state, SummitId(2)));
    assert_eq!((summit_of_meeting(state, MEETING), summit_of_meeting(state, MeetingId(9))), (Some(SUMMIT), None));
    assert_eq!((item_of(state, ITEM), item_of(state, ItemId(9))), (Some(MEETING), None));
    assert!(is_general_debate(state, DEBATE) && !is_general_debate(state, ITEM));
    assert!(venue_exists(state, VenueId(10)) && !venue_exists(state, VenueId(11)));
    assert_eq!(official_languages(state, SUMMIT), [lang("en"), lang("fr")]);
}

#[test]
fn a_quorum_counts_seated_delegations_that_are_present() {
    let mut play = Play::of(9);
    assert_eq!((seated_count(&play.state, SUMMIT), present_seated_count(&play.state, SUMMIT)), (9, 9));
    play.unseat(9);
    assert!(!is_seated(&play.state, SUMMIT, org(9)));
    // The ninth is still in the room, and no longer counts.
    assert_eq!((seated_count(&play.state, SUMMIT), present_seated_count(&play.state, SUMMIT)), (8, 8));
    play.present(4);
    assert_eq!(quorum_to_open(&play.state, MEETING, SUMMIT), Ok(Quorum { present: 4, needed: 3 }));
    let missing = Refusal::new("quorum-to-decide-missing").with("present", 4).with("needed", 5);
    assert_eq!(quorum_to_decide(&play.state, SUMMIT), Err(missing));
}

#[test]
fn another_profile_has_other_numbers() {
    let mut play = Play::of(8);
    let rules = serde_json::from_str(
        r#"{"quorum": {"to_open": "1/4", "to_decide": "2/3"}, "speeches": {"statements_per_item": 0},
            "right_of_reply": {"per_delegation": 1, "first_minutes": 3}}"#,
    );
    play.record(ProgrammeEvent::RulesSet { summit: SUMMIT, rules: rules.unwrap() }.into());
    let state = &play.state;
    assert_eq!(quorum_to_open(state, MEETING, SUMMIT).unwrap().needed, 2);
    assert_eq!(quorum_to_decide(state, SUMMIT).unwrap().needed, 6);
    assert_eq!(speeches_of(state, SUMMIT, ITEM), (SpeechSeconds(180), None));
    assert_eq!((next_reply(state, SUMMIT, 0), next_reply(state, SUMMIT, 1)), (Some(SpeechSeconds(180)), None));
}

#[test]
fn an_organisation_is_written_to_through_its_focal_point_and_called_by_its_name() {
    let mut play = Play::of(2);
    assert_eq!(contact_of(&play.state, SUMMIT, org(2)), Some(PersonId(1002)));
    play.unseat(2);
    assert_eq!(contact_of(&play.state, SUMMIT, org(2)), None);
    assert_eq!(name_of(&play.state, org(1)), "Organisation 1");
    assert_eq!(name_of(&play.state, org(99)), "org-99");
}

#[test]
fn nothing_begins_in_a_cancelled_meeting_or_a_closed_summit() {
    let mut play = Play::of(2);
    play.record(ProgrammeEvent::MeetingCancelled { id: MEETING, reason: None }.into());
    assert_eq!(play.refused(CHAIR, FloorCommand::OpenMeeting { meeting: MEETING }), "meeting-cancelled");
    let mut play = Play::of(2);
    play.record(ProgrammeEvent::SummitClosed { id: SUMMIT }.into());
    assert_eq!(play.refused(CHAIR, FloorCommand::OpenMeeting { meeting: MEETING }), "summit-closed");
    let list = FloorCommand::OpenSpeakers { item: ITEM, limit_seconds: None, interventions: None };
    assert_eq!(play.refused(CHAIR, list), "summit-closed");
    let other = crate::Actor::Nobody;
    assert!(play.does(other, FloorCommand::OpenMeeting { meeting: MEETING }).is_err());
    assert!(play.does(delegate(1), FloorCommand::OpenMeeting { meeting: MEETING }).is_err());
}
