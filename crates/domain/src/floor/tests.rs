#![expect(clippy::unwrap_used, reason = "tests")]
//! Scenarios 2 and 3, every rule of the floor with its refusal, and properties of list and clock.
use super::{Cause, Clock, FloorCommand as C, Offer, Phase, Rank, SpeechKind};
use crate::{
    Actor, Moment, No,
    command::Way,
    directory::Category,
    id::{ItemId, MeetingId, OrganisationId, VenueId},
    procedure::stage::{CHAIR, DEBATE, DESK, ITEM, MEETING, Play, SECRETARIAT, delegate, org, paper},
    refusal::Denied,
    words::{Flag, Interventions, Place, SpeechSeconds},
};
use proptest::prelude::*;
use std::collections::HashSet;

mod properties;

fn ask(item: ItemId) -> C {
    ask_from(item, None)
}
fn ask_from(item: ItemId, venue: Option<VenueId>) -> C {
    C::RequestFloor { item, rank: Rank::Representative, venue, organisation: None, on_paper: None }
}
fn ask_as_head(item: ItemId) -> C {
    C::RequestFloor { item, rank: Rank::Head, venue: None, organisation: None, on_paper: None }
}
fn reply(item: ItemId) -> C {
    C::RequestReply { item, venue: None, organisation: None, on_paper: None }
}
fn point() -> C {
    C::RaisePointOfOrder { meeting: MEETING, organisation: None, on_paper: None }
}
fn open_list(item: ItemId) -> C {
    C::OpenSpeakers { item, limit_seconds: Some(SpeechSeconds(300)), interventions: Some(Interventions(50)) }
}
const NEXT: C = C::GiveFloor { meeting: MEETING, organisation: None, venue: None };
const END: C = C::EndSpeech { meeting: MEETING, organisation: None };
const PAUSE: C = C::PauseClock { meeting: MEETING };
const RESUME: C = C::ResumeClock { meeting: MEETING };
const fn give(n: u32) -> C {
    C::GiveFloor { meeting: MEETING, organisation: Some(OrganisationId(n)), venue: None }
}
fn order(play: &Play, item: ItemId) -> Vec<u32> {
    play.state.floor.speakers(item).unwrap().iter().map(|(o, _)| o.0).collect()
}
fn left(play: &Play) -> u64 {
    play.state.floor.sitting(MEETING).unwrap().speech.as_ref().unwrap().clock.left_ms(play.now)
}
fn speaker(play: &Play) -> Option<u32> {
    play.state.floor.sitting(MEETING)?.speech.as_ref().map(|s| s.organisation.0)
}

/// A meeting in progress with both lists open at five minutes.
fn open(n: u32) -> Play {
    let mut play = Play::of(n);
    play.does(CHAIR, C::OpenMeeting { meeting: MEETING }).unwrap();
    play.does(CHAIR, C::OpenItem { item: ITEM }).unwrap();
    for item in [DEBATE, ITEM] {
        play.does(CHAIR, open_list(item)).unwrap();
    }
    play
}

#[test]
fn scenario_2_a_dropped_link_stops_the_clock_keeps_the_slot_and_gives_back_exactly_what_was_left() {
    let mut play = open(3);
    play.venues(137);
    play.does(delegate(1), ask_from(ITEM, Some(VenueId(137)))).unwrap();
    play.does(delegate(2), ask(ITEM)).unwrap();
    play.does(CHAIR, NEXT).unwrap();
    play.wait(130_000);
    play.does(Actor::Server, C::LoseLink { venue: VenueId(137) }).unwrap();
    assert_eq!(play.state.floor.offer(MEETING), Some(Offer::Listed(org(2))), "the next speaker is offered");
    play.wait(60_000);
    assert_eq!(left(&play), 170_000, "the clock stands");
    play.does(Actor::Server, C::RestoreLink { venue: VenueId(137) }).unwrap();
    assert_eq!(left(&play), 170_000);
    play.wait(1_000);
    assert_eq!(left(&play), 169_000, "and runs on");
    let codes: Vec<_> = play.log.iter().rev().take(4).map(|r| format!("{:?}", r.event)).collect();
    for (code, name) in codes.iter().zip(["ClockResumed", "LinkRestored", "ClockPaused", "LinkLost"]) {
        assert!(code.contains(name), "{code}");
    }
    assert_eq!(play.replayed(), play.state);
}

#[test]
fn while_a_link_is_down_the_next_speaks_and_the_kept_speech_is_offered_when_it_is_back() {
    let mut play = open(3);
    play.does(delegate(1), ask_from(ITEM, Some(VenueId(5)))).unwrap();
    play.does(delegate(2), ask(ITEM)).unwrap();
    play.does(CHAIR, NEXT).unwrap();
    play.wait(100_000);
    play.does(Actor::Server, C::LoseLink { venue: VenueId(5) }).unwrap();
    assert_eq!(play.refused(CHAIR, give(1)), "floor-taken");
    play.does(CHAIR, NEXT).unwrap();
    assert_eq!(speaker(&play), Some(2));
    assert_eq!(play.state.floor.sitting(MEETING).unwrap().kept.len(), 1);
    play.wait(20_000);
    play.does(CHAIR, END).unwrap();
    assert_eq!(play.state.floor.offer(MEETING), None, "its link is still down");
    assert_eq!(play.refused(CHAIR, give(1)), "speaker-link-down");
    play.does(Actor::Server, C::RestoreLink { venue: VenueId(5) }).unwrap();
    assert_eq!(play.state.floor.offer(MEETING), Some(Offer::Kept(org(1))));
    play.does(CHAIR, NEXT).unwrap();
    assert_eq!((speaker(&play), left(&play)), (Some(1), 200_000));
    assert_eq!(play.state.floor.speakers(ITEM).unwrap().spoken(org(1)), 1, "one intervention, interrupted or not");
}

#[test]
fn a_kept_speaker_may_go_on_from_another_venue_and_lapses_with_the_item() {
    let mut play = open(2);
    play.does(delegate(1), ask_from(ITEM, Some(VenueId(5)))).unwrap();
    play.does(delegate(2), ask(ITEM)).unwrap();
    play.does(CHAIR, NEXT).unwrap();
    play.does(DESK, C::LoseLink { venue: VenueId(1) }).unwrap();
    assert_eq!(play.does(DESK, C::LoseLink { venue: VenueId(5) }).unwrap_err(), No::Denied(Denied::OutOfScope));
    play.does(CHAIR, C::LoseLink { venue: VenueId(5) }).unwrap();
    assert_eq!(play.refused(Actor::Server, C::LoseLink { venue: VenueId(5) }), "link-already-lost");
    assert_eq!(play.refused(CHAIR, RESUME), "speaker-link-down");
    play.does(CHAIR, NEXT).unwrap();
    play.does(CHAIR, END).unwrap();
    let moved = C::GiveFloor { meeting: MEETING, organisation: Some(org(1)), venue: Some(VenueId(6)) };
    play.does(CHAIR, moved).unwrap();
    assert_eq!(speaker(&play), Some(1));
    play.does(Actor::Server, C::LoseLink { venue: VenueId(6) }).unwrap();
    play.does(delegate(2), ask(ITEM)).unwrap();
    play.does(CHAIR, NEXT).unwrap();
    play.does(CHAIR, END).unwrap();
    play.does(CHAIR, C::CloseItem { item: ITEM }).unwrap();
    assert!(play.state.floor.sitting(MEETING).unwrap().kept.is_empty());
    assert_eq!(play.refused(Actor::Server, C::RestoreLink { venue: VenueId(9) }), "link-not-lost");
}

#[test]
fn scenario_3_the_stampede_is_exactly_400_entries_in_one_order() {
    let mut play = open(400);
    let mut expected = Vec::new();
    for k in 0..400u32 {
        let n = k * 149 % 400 + 1;
        play.wait(5).does(delegate(n), ask(ITEM)).unwrap();
        expected.push(n);
        if k % 5 == 0 {
            let place = play.refused_with(delegate(n), ask(ITEM), "place");
            assert_eq!(place, (k + 1).to_string(), "a repeated request is told its place");
        }
    }
    assert_eq!(order(&play, ITEM), expected);
    let list = play.state.floor.speakers(ITEM).unwrap();
    assert_eq!((list.len(), list.iter().map(|(o, _)| o).collect::<HashSet<_>>().len()), (400, 400));
    for (place, n) in (1..).zip(&expected) {
        assert_eq!(list.place_of(org(*n)), Some(place));
    }
    assert_eq!(play.replayed(), play.state, "at every venue that folds the same log");
    assert_eq!(play.stored(), play.state);
}

#[test]
fn a_meeting_opens_with_a_third_present_and_not_with_less() {
    let mut play = Play::of(10);
    play.present(3);
    let open = C::OpenMeeting { meeting: MEETING };
    assert_eq!(play.refused(CHAIR, open.clone()), "quorum-to-open-missing");
    assert_eq!(play.refused_with(CHAIR, open.clone(), "needed"), "4");
    assert_eq!(play.refused_with(CHAIR, open.clone(), "present"), "3");
    play.present(4);
    play.does(CHAIR, open.clone()).unwrap();
    assert_eq!(play.refused(CHAIR, open), "meeting-already-open");
    let sitting = play.state.floor.sitting(MEETING).unwrap();
    assert_eq!((sitting.phase, sitting.quorum.present, sitting.quorum.needed), (Phase::Open, 4, 4));
}

#[test]
fn nobody_opens_a_meeting_of_an_empty_summit() {
    let mut play = Play::of(0);
    assert_eq!(play.refused_with(CHAIR, C::OpenMeeting { meeting: MEETING }, "needed"), "1");
}

#[test]
fn a_meeting_is_suspended_resumed_and_closed_once() {
    let mut play = open(3);
    play.does(delegate(1), ask(ITEM)).unwrap();
    play.does(CHAIR, NEXT).unwrap();
    play.wait(10_000).does(CHAIR, C::SuspendMeeting { meeting: MEETING }).unwrap();
    play.wait(99_000);
    assert_eq!(left(&play), 290_000);
    assert_eq!(play.refused(CHAIR, NEXT), "meeting-suspended");
    play.does(CHAIR, C::ResumeMeeting { meeting: MEETING }).unwrap();
    assert_eq!(play.refused(CHAIR, C::ResumeMeeting { meeting: MEETING }), "meeting-already-open");
    play.does(CHAIR, RESUME).unwrap();
    play.wait(5_000);
    assert_eq!(left(&play), 285_000);
    assert_eq!(play.refused(CHAIR, C::CloseMeeting { meeting: MEETING }), "floor-taken");
    play.does(CHAIR, END).unwrap();
    play.does(CHAIR, C::CloseMeeting { meeting: MEETING }).unwrap();
    for command in [C::CloseMeeting { meeting: MEETING }, C::OpenMeeting { meeting: MEETING }, C::OpenItem { item: DEBATE }] {
        assert_eq!(play.refused(CHAIR, command), "meeting-closed");
    }
    assert!(play.state.floor.discussion(ITEM).unwrap().closed.is_some());
    assert_eq!(play.refused(delegate(2), ask(ITEM)), "list-of-speakers-closed");
}

#[test]
fn one_item_at_a_time_is_open_and_a_concluded_one_stays_concluded() {
    let mut play = Play::of(3);
    assert_eq!(play.refused(CHAIR, C::OpenItem { item: ITEM }), "meeting-not-open");
    play.does(CHAIR, C::OpenMeeting { meeting: MEETING }).unwrap();
    play.does(CHAIR, C::OpenItem { item: ITEM }).unwrap();
    assert_eq!(play.refused(CHAIR, C::OpenItem { item: ITEM }), "item-already-open");
    assert_eq!(play.refused_with(CHAIR, C::OpenItem { item: DEBATE }, "item"), "item-2");
    assert_eq!(play.refused(CHAIR, C::CloseItem { item: DEBATE }), "item-not-open");
    play.does(CHAIR, C::CloseItem { item: ITEM }).unwrap();
    assert_eq!(play.refused(CHAIR, C::OpenItem { item: ITEM }), "item-closed");
    let late = open_list(ITEM);
    assert_eq!(play.refused(CHAIR, late), "item-closed");
    assert_eq!(play.does(CHAIR, C::OpenItem { item: ItemId(99) }).unwrap_err(), No::unknown("item"));
    assert_eq!(play.does(CHAIR, C::OpenMeeting { meeting: MeetingId(99) }).unwrap_err(), No::unknown("meeting"));
}

#[test]
fn a_request_is_taken_once_while_the_list_is_open_from_who_may_speak() {
    let mut play = Play::of(4);
    assert_eq!(play.refused(delegate(1), ask(ITEM)), "list-of-speakers-not-opened");
    let opened = open_list(ITEM);
    play.does(CHAIR, opened.clone()).unwrap();
    assert_eq!(play.refused(CHAIR, opened), "list-of-speakers-open");
    play.does(delegate(1), ask(ITEM)).unwrap();
    play.category(2, Category::Media);
    assert_eq!(play.refused(delegate(2), ask(ITEM)), "category-may-not");
    play.unseat(3);
    assert_eq!(play.refused(delegate(3), ask(ITEM)), "organisation-not-seated");
    play.does(CHAIR, C::CloseSpeakers { item: ITEM }).unwrap();
    assert_eq!(play.refused(CHAIR, C::CloseSpeakers { item: ITEM }), "list-of-speakers-closed");
    assert_eq!(play.refused(delegate(4), ask(ITEM)), "list-of-speakers-closed");
    assert_eq!(play.refused(delegate(1), ask(ITEM)), "already-on-list", "it still stands");
    assert_eq!(play.does(delegate(4), ask_from(ITEM, Some(VenueId(999)))).unwrap_err(), No::unknown("venue"));
}

#[test]
fn the_secretariat_asks_for_an_organisation_with_its_evidence() {
    let mut play = open(3);
    let on_paper = |evidence| C::RequestFloor {
        item: ITEM,
        rank: Rank::Representative,
        venue: None,
        organisation: Some(org(2)),
        on_paper: evidence,
    };
    assert!(matches!(play.does(SECRETARIAT, on_paper(None)), Err(No::Invalid(i)) if i.field == "on_paper"));
    assert!(matches!(play.does(SECRETARIAT, ask(ITEM)), Err(No::Invalid(i)) if i.field == "organisation"));
    play.does(SECRETARIAT, on_paper(paper())).unwrap();
    assert!(matches!(play.state.floor.speakers(ITEM).unwrap().entry(org(2)).unwrap().way, Way::Paper(_)));
    assert_eq!(play.does(delegate(1), on_paper(None)).unwrap_err(), No::Denied(Denied::OutOfScope));
    assert_eq!(play.does(delegate(2), on_paper(paper())).unwrap_err(), No::Denied(Denied::OutOfScope));
}

#[test]
fn in_a_general_debate_heads_of_delegation_come_first_in_order_received() {
    let mut play = open(5);
    for (n, command) in [(1, ask(DEBATE)), (2, ask_as_head(DEBATE)), (3, ask(DEBATE)), (4, ask_as_head(DEBATE))] {
        play.does(delegate(n), command).unwrap();
    }
    assert_eq!(order(&play, DEBATE), [2, 4, 1, 3]);
    play.does(CHAIR, C::ReorderSpeakers { item: DEBATE, organisation: org(3), place: Place(1) }).unwrap();
    play.does(delegate(5), ask_as_head(DEBATE)).unwrap();
    assert_eq!(order(&play, DEBATE), [3, 2, 5, 4, 1]);
    for (n, command) in [(1, ask(ITEM)), (2, ask_as_head(ITEM))] {
        play.does(delegate(n), command).unwrap();
    }
    assert_eq!(order(&play, ITEM), [1, 2], "elsewhere in order received");
}

#[test]
fn the_chair_moves_speakers_and_the_others_keep_their_order() {
    let mut play = open(5);
    for n in 1..=5 {
        play.does(delegate(n), ask(ITEM)).unwrap();
    }
    let to = |n, place| C::ReorderSpeakers { item: ITEM, organisation: org(n), place: Place(place) };
    play.does(CHAIR, to(5, 2)).unwrap();
    assert_eq!(order(&play, ITEM), [1, 5, 2, 3, 4]);
    play.does(SECRETARIAT, to(1, 99)).unwrap();
    assert_eq!(order(&play, ITEM), [5, 2, 3, 4, 1]);
    play.does(delegate(3), C::WithdrawRequest { item: ITEM, organisation: None }).unwrap();
    play.does(CHAIR, C::WithdrawRequest { item: ITEM, organisation: Some(org(2)) }).unwrap();
    assert_eq!(order(&play, ITEM), [5, 4, 1]);
    assert_eq!(play.refused(CHAIR, to(3, 1)), "not-on-list");
    assert_eq!(play.does(delegate(1), to(1, 1)).unwrap_err(), No::Denied(Denied::RoleMayNot));
    let foreign = C::WithdrawRequest { item: ITEM, organisation: Some(org(5)) };
    assert_eq!(play.does(delegate(1), foreign).unwrap_err(), No::Denied(Denied::OutOfScope));
}

#[test]
fn a_swap_needs_both() {
    let mut play = open(4);
    for n in 1..=3 {
        play.does(delegate(n), ask(ITEM)).unwrap();
    }
    let propose = |n| C::ProposeSwap { item: ITEM, with: org(n), organisation: None, on_paper: None };
    let agree = |n| C::AgreeSwap { item: ITEM, with: org(n), organisation: None, on_paper: None };
    assert_eq!(play.refused(delegate(3), agree(1)), "swap-not-proposed");
    play.does(delegate(1), propose(3)).unwrap();
    assert_eq!(order(&play, ITEM), [1, 2, 3], "nothing moves yet");
    assert_eq!(play.state.floor.speakers(ITEM).unwrap().swaps_proposed_to(org(3)).collect::<Vec<_>>(), [org(1)]);
    assert_eq!(play.refused(delegate(2), agree(1)), "swap-not-proposed");
    play.does(delegate(3), agree(1)).unwrap();
    assert_eq!(order(&play, ITEM), [3, 2, 1]);
    assert_eq!(play.refused(delegate(3), agree(1)), "swap-not-proposed", "one proposal, one swap");
    assert_eq!(play.refused(delegate(1), propose(4)), "not-on-list");
    assert_eq!(play.refused(delegate(1), propose(1)), "swap-with-itself");
    play.does(CHAIR, C::SwapSpeakers { item: ITEM, organisation: org(1), with: org(2) }).unwrap();
    assert_eq!(order(&play, ITEM), [3, 1, 2]);
}

#[test]
fn a_proposal_to_swap_is_declined_or_taken_back_and_ends_with_its_delegations() {
    let mut play = open(3);
    for n in 1..=3 {
        play.does(delegate(n), ask(ITEM)).unwrap();
    }
    let propose = |n| C::ProposeSwap { item: ITEM, with: org(n), organisation: None, on_paper: None };
    let agree = |n| C::AgreeSwap { item: ITEM, with: org(n), organisation: None, on_paper: None };
    let decline = |n| C::DeclineSwap { item: ITEM, with: org(n), organisation: None, on_paper: None };
    let take_back = |organisation| C::WithdrawSwap { item: ITEM, organisation };
    assert_eq!(play.refused(delegate(3), decline(1)), "swap-not-proposed");
    assert_eq!(play.refused(delegate(1), take_back(None)), "no-swap-proposed");
    play.does(delegate(1), propose(3)).unwrap();
    assert_eq!(play.refused(delegate(2), decline(1)), "swap-not-proposed", "it was not asked");
    play.does(delegate(3), decline(1)).unwrap();
    assert_eq!(play.refused(delegate(3), agree(1)), "swap-not-proposed");
    play.does(delegate(1), propose(3)).unwrap();
    assert_eq!(play.does(delegate(3), take_back(Some(org(1)))).unwrap_err(), No::Denied(Denied::OutOfScope));
    play.does(delegate(1), take_back(None)).unwrap();
    assert_eq!(play.refused(delegate(3), agree(1)), "swap-not-proposed");
    play.does(delegate(1), propose(3)).unwrap();
    play.does(delegate(3), C::WithdrawRequest { item: ITEM, organisation: None }).unwrap();
    play.does(delegate(3), ask(ITEM)).unwrap();
    assert_eq!(play.refused(delegate(3), agree(1)), "swap-not-proposed", "who comes back comes without old proposals");
    assert_eq!(order(&play, ITEM), [1, 2, 3], "nothing moved");
}

#[test]
fn a_venue_is_linked_when_its_desk_is_first_heard_of() {
    let mut play = open(1);
    let linked = |play: &Play| (play.state.floor.is_linked(VenueId(5)), play.state.floor.is_link_lost(VenueId(5)));
    assert_eq!(linked(&play), (false, false));
    play.does(Actor::Server, C::OpenLink { venue: VenueId(5) }).unwrap();
    assert_eq!(linked(&play), (true, false));
    assert_eq!(play.refused(Actor::Server, C::OpenLink { venue: VenueId(5) }), "link-already-open");
    play.does(Actor::Server, C::LoseLink { venue: VenueId(5) }).unwrap();
    assert_eq!(linked(&play), (false, true));
    assert_eq!(play.refused(Actor::Server, C::OpenLink { venue: VenueId(5) }), "link-already-open", "it is restored instead");
    play.does(Actor::Server, C::RestoreLink { venue: VenueId(5) }).unwrap();
    assert_eq!(linked(&play), (true, false));
}

#[test]
fn the_rank_a_request_claims_is_that_of_an_accredited_member() {
    use crate::accreditation::Rank as Member;
    let mut play = open(2);
    let as_rank = |rank| C::RequestFloor { item: ITEM, rank, venue: None, organisation: None, on_paper: None };
    for (member, refused_as) in [
        (Member::Representative, vec![(Rank::Head, "no-head-accredited")]),
        (Member::Adviser, vec![(Rank::Head, "no-head-accredited"), (Rank::Representative, "no-representative-accredited")]),
        (Member::Alternate, vec![(Rank::Representative, "no-representative-accredited")]),
    ] {
        play.rank(1, member);
        for (rank, code) in refused_as {
            assert_eq!(play.refused(delegate(1), as_rank(rank)), code, "{member:?}");
        }
    }
    play.rank(1, Member::Representative);
    play.does(delegate(1), as_rank(Rank::Representative)).unwrap();
    play.does(delegate(2), as_rank(Rank::Head)).unwrap();
}

#[test]
fn the_least_heard_region_is_suggested_and_level_goes_before_balance() {
    use super::balance::{RegionPart, by_region, suggestion};
    let homes = ["KE", "EG", "FR", "PE", "-"];
    let mut play = Play::new(5, |i| Some(homes[i as usize - 1].to_owned()).filter(|home| home != "-"));
    play.does(CHAIR, C::OpenMeeting { meeting: MEETING }).unwrap();
    play.does(CHAIR, C::OpenItem { item: DEBATE }).unwrap();
    play.does(CHAIR, open_list(DEBATE)).unwrap();
    for n in 1..=4 {
        play.does(delegate(n), ask(DEBATE)).unwrap();
    }
    assert_eq!(suggestion(&play.state, DEBATE), None, "nobody was heard: the order received stands");
    play.does(CHAIR, NEXT).unwrap();
    play.does(CHAIR, END).unwrap();
    let (africa, europe, americas) = (Some(2), Some(150), Some(19));
    let parts = by_region(&play.state, DEBATE);
    assert_eq!(parts[&africa], RegionPart { heard: 1, waiting: 1 });
    assert_eq!((parts[&europe].waiting, parts[&americas].waiting), (1, 1));
    let next = suggestion(&play.state, DEBATE).unwrap();
    assert_eq!((next.organisation, next.place, next.region), (org(3), 2, europe), "Egypt is first, but Africa was heard");
    // A head of delegation comes first, whatever its region; among heads the least heard goes first.
    play.does(delegate(1), ask_as_head(DEBATE)).unwrap();
    assert_eq!(suggestion(&play.state, DEBATE), None);
    play.does(delegate(5), ask_as_head(DEBATE)).unwrap();
    let next = suggestion(&play.state, DEBATE).unwrap();
    assert_eq!((next.organisation, next.place, next.region), (org(5), 2, None), "international bodies are of no region");
    play.does(CHAIR, C::ReorderSpeakers { item: DEBATE, organisation: org(5), place: Place(1) }).unwrap();
    assert_eq!(suggestion(&play.state, DEBATE), None);
}

#[test]
fn the_number_of_interventions_is_limited() {
    let mut play = open(2);
    let twice = C::OpenSpeakers { item: ITEM, limit_seconds: Some(SpeechSeconds(60)), interventions: Some(Interventions(2)) };
    play.does(CHAIR, twice).unwrap();
    for _ in 0..2 {
        play.does(delegate(1), ask(ITEM)).unwrap();
        play.does(CHAIR, NEXT).unwrap();
        assert_eq!(left(&play), 60_000);
        play.does(CHAIR, END).unwrap();
    }
    assert_eq!(play.refused_with(delegate(1), ask(ITEM), "limit"), "2");
}

#[test]
fn limits_are_the_profile_s_unless_the_chair_says_otherwise() {
    let mut play = Play::of(2);
    play.does(CHAIR, C::OpenMeeting { meeting: MEETING }).unwrap();
    for (item, seconds) in [(DEBATE, 300), (ITEM, 180)] {
        play.does(CHAIR, C::OpenSpeakers { item, limit_seconds: None, interventions: None }).unwrap();
        let list = play.state.floor.speakers(item).unwrap();
        assert_eq!((list.limit_seconds, list.interventions), (Some(SpeechSeconds(seconds)), Some(Interventions(1))));
    }
    play.does(CHAIR, C::OpenItem { item: ITEM }).unwrap();
    play.does(delegate(1), ask(ITEM)).unwrap();
    play.does(CHAIR, NEXT).unwrap();
    assert_eq!(play.refused(delegate(1), ask(ITEM)), "interventions-used");
}

#[test]
fn a_side_event_opens_without_a_quorum() {
    let mut play = Play::of(9);
    play.present(0);
    play.side_event();
    play.does(CHAIR, C::OpenMeeting { meeting: MEETING }).unwrap();
    assert_eq!(play.state.floor.sitting(MEETING).unwrap().quorum.needed, 0);
}

#[test]
fn the_floor_goes_to_the_next_or_to_a_named_one_and_to_one_at_a_time() {
    let mut play = open(4);
    assert_eq!(play.refused(CHAIR, NEXT), "nobody-waits");
    assert_eq!(play.refused(CHAIR, END), "nobody-has-the-floor");
    for n in 1..=3 {
        play.does(delegate(n), ask(ITEM)).unwrap();
    }
    play.does(CHAIR, give(2)).unwrap();
    assert_eq!(play.refused_with(CHAIR, NEXT, "name"), "Organisation 2");
    play.wait(299_000);
    play.does(CHAIR, C::ExtendSpeech { meeting: MEETING, seconds: SpeechSeconds(60) }).unwrap();
    assert_eq!(left(&play), 61_000);
    let most = C::ExtendSpeech { meeting: MEETING, seconds: SpeechSeconds(3 * 3600) };
    assert_eq!(play.refused(CHAIR, most), "speech-too-long");
    play.does(SECRETARIAT, END).unwrap();
    play.does(CHAIR, NEXT).unwrap();
    assert_eq!(speaker(&play), Some(1));
    play.does(CHAIR, END).unwrap();
    assert_eq!(play.refused(CHAIR, give(4)), "not-on-list");
    assert_eq!(play.does(delegate(3), NEXT).unwrap_err(), No::Denied(Denied::RoleMayNot));
    assert_eq!(play.does(Actor::Server, NEXT).unwrap_err(), No::Denied(Denied::RoleMayNot));
    let other = C::EndSpeech { meeting: MEETING, organisation: Some(org(3)) };
    assert_eq!(play.refused(CHAIR, other), "not-speaking");
}

#[test]
fn the_chair_stops_the_clock_and_lets_it_run() {
    let mut play = open(1);
    play.does(delegate(1), ask(ITEM)).unwrap();
    assert_eq!(play.refused(CHAIR, PAUSE), "nobody-has-the-floor");
    play.does(CHAIR, NEXT).unwrap();
    assert_eq!(play.refused(CHAIR, RESUME), "clock-running");
    play.wait(1_000).does(CHAIR, PAUSE).unwrap();
    assert_eq!(play.refused(CHAIR, PAUSE), "clock-already-paused");
    play.wait(7_000).does(CHAIR, RESUME).unwrap();
    assert_eq!(left(&play), 299_000);
    play.wait(400_000);
    assert_eq!(left(&play), 0);
    let clock = play.state.floor.sitting(MEETING).unwrap().speech.as_ref().unwrap().clock;
    assert_eq!(clock.over_ms(play.now), 101_000);
}

#[test]
fn a_point_of_order_interrupts_until_the_chair_has_ruled() {
    let mut play = open(3);
    play.does(delegate(1), ask(ITEM)).unwrap();
    play.does(delegate(3), ask(ITEM)).unwrap();
    play.does(CHAIR, NEXT).unwrap();
    play.wait(10_000).does(delegate(2), point()).unwrap();
    assert_eq!(play.refused(delegate(3), point()), "point-of-order-pending");
    assert_eq!(play.refused(CHAIR, RESUME), "point-of-order-pending");
    play.wait(30_000);
    let rule = C::RulePointOfOrder { meeting: MEETING, upheld: Flag(true) };
    play.does(CHAIR, rule.clone()).unwrap();
    assert_eq!(play.refused(CHAIR, rule.clone()), "no-point-of-order");
    assert_eq!(left(&play), 290_000);
    play.wait(1_000);
    assert_eq!(left(&play), 289_000);
    play.does(CHAIR, END).unwrap();
    play.does(delegate(2), point()).unwrap();
    assert_eq!(play.refused(CHAIR, NEXT), "point-of-order-pending");
    play.does(CHAIR, rule).unwrap();
    play.does(CHAIR, NEXT).unwrap();
    play.category(2, Category::Observer);
    assert_eq!(play.refused(delegate(2), point()), "category-may-not", "points of order are the members'");
}

#[test]
fn the_clock_runs_only_when_every_cause_has_gone() {
    let mut play = open(2);
    play.does(delegate(1), ask_from(ITEM, Some(VenueId(5)))).unwrap();
    play.does(CHAIR, NEXT).unwrap();
    play.does(CHAIR, PAUSE).unwrap();
    play.does(Actor::Server, C::LoseLink { venue: VenueId(5) }).unwrap();
    play.does(delegate(2), point()).unwrap();
    play.wait(5_000).does(Actor::Server, C::RestoreLink { venue: VenueId(5) }).unwrap();
    play.wait(5_000).does(CHAIR, C::RulePointOfOrder { meeting: MEETING, upheld: Flag(false) }).unwrap();
    let speech = play.state.floor.sitting(MEETING).unwrap().speech.clone().unwrap();
    assert_eq!(speech.held.into_iter().collect::<Vec<_>>(), [Cause::Chair]);
    assert_eq!(left(&play), 300_000);
    play.does(CHAIR, RESUME).unwrap();
    play.wait(1);
    assert_eq!(left(&play), 299_999);
}

#[test]
fn a_delegation_replies_twice_at_the_end_for_ten_and_for_five_minutes() {
    let mut play = open(3);
    play.does(delegate(1), ask(ITEM)).unwrap();
    play.does(delegate(2), reply(ITEM)).unwrap();
    assert_eq!(play.refused(delegate(2), reply(ITEM)), "reply-already-requested");
    assert_eq!(play.refused(CHAIR, give(2)), "replies-at-the-end");
    play.does(CHAIR, NEXT).unwrap();
    play.does(CHAIR, END).unwrap();
    assert_eq!(play.refused_with(CHAIR, C::CloseItem { item: ITEM }, "count"), "1");
    assert_eq!(play.state.floor.offer(MEETING), Some(Offer::Reply(org(2))));
    play.does(CHAIR, NEXT).unwrap();
    assert_eq!(left(&play), 600_000);
    assert_eq!(play.state.floor.sitting(MEETING).unwrap().speech.as_ref().unwrap().kind, SpeechKind::Reply);
    play.does(CHAIR, END).unwrap();
    play.does(delegate(2), reply(ITEM)).unwrap();
    play.does(CHAIR, give(2)).unwrap();
    assert_eq!(left(&play), 300_000);
    play.does(CHAIR, END).unwrap();
    assert_eq!(play.refused_with(delegate(2), reply(ITEM), "limit"), "2");
    play.does(delegate(3), reply(ITEM)).unwrap();
    play.does(delegate(3), C::WithdrawReply { item: ITEM, organisation: None }).unwrap();
    assert_eq!(play.refused(delegate(3), C::WithdrawReply { item: ITEM, organisation: None }), "no-reply-requested");
    play.does(CHAIR, C::CloseItem { item: ITEM }).unwrap();
    assert_eq!(play.refused(delegate(3), reply(ITEM)), "item-closed");
}
