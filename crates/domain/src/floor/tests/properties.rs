//! What holds under any sequence of acts.
use super::*;

/// Any act of anybody on the stage of six delegations and two venues.
fn acts() -> impl Strategy<Value = (Actor, C)> {
    let who = 1u32..=6;
    let venue = prop::option::of((1u32..=2).prop_map(VenueId));
    prop_oneof![
        8 => (who.clone(), venue.clone()).prop_map(|(n, v)| (delegate(n), ask_from(ITEM, v))),
        2 => who.clone().prop_map(|n| (delegate(n), C::WithdrawRequest { item: ITEM, organisation: None })),
        2 => (who.clone(), 1u32..9).prop_map(|(n, p)| (CHAIR, C::ReorderSpeakers { item: ITEM, organisation: org(n), place: Place(p) })),
        2 => (who.clone(), who.clone()).prop_map(|(a, b)| (CHAIR, C::SwapSpeakers { item: ITEM, organisation: org(a), with: org(b) })),
        1 => (who.clone(), who.clone())
            .prop_map(|(a, b)| (delegate(a), C::ProposeSwap { item: ITEM, with: org(b), organisation: None, on_paper: None })),
        1 => (who.clone(), who.clone())
            .prop_map(|(a, b)| (delegate(a), C::AgreeSwap { item: ITEM, with: org(b), organisation: None, on_paper: None })),
        1 => (who.clone(), who.clone())
            .prop_map(|(a, b)| (delegate(a), C::DeclineSwap { item: ITEM, with: org(b), organisation: None, on_paper: None })),
        1 => who.clone().prop_map(|n| (delegate(n), C::WithdrawSwap { item: ITEM, organisation: None })),
        2 => who.clone().prop_map(|n| (delegate(n), reply(ITEM))),
        6 => Just((CHAIR, NEXT)),
        2 => (who.clone(), venue).prop_map(|(n, v)| (CHAIR, C::GiveFloor { meeting: MEETING, organisation: Some(org(n)), venue: v })),
        4 => Just((CHAIR, END)),
        2 => Just((CHAIR, PAUSE)),
        3 => Just((CHAIR, RESUME)),
        1 => Just((CHAIR, C::ExtendSpeech { meeting: MEETING, seconds: SpeechSeconds(30) })),
        3 => (1u32..=2).prop_map(|v| (Actor::Server, C::LoseLink { venue: VenueId(v) })),
        3 => (1u32..=2).prop_map(|v| (Actor::Server, C::RestoreLink { venue: VenueId(v) })),
        1 => who.prop_map(|n| (delegate(n), point())),
        2 => Just((CHAIR, C::RulePointOfOrder { meeting: MEETING, upheld: Flag(false) })),
        1 => Just((CHAIR, C::SuspendMeeting { meeting: MEETING })),
        2 => Just((CHAIR, C::ResumeMeeting { meeting: MEETING })),
        1 => Just((CHAIR, C::CloseSpeakers { item: ITEM })),
        1 => Just((CHAIR, open_list(ITEM))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn a_list_has_each_delegation_once_and_its_places_are_its_order(acts in prop::collection::vec((acts(), 0i64..20_000), 0..80)) {
        let mut play = open(6);
        for ((actor, command), ms) in acts {
            play.wait(ms);
            let extends = matches!(command, C::ExtendSpeech { .. });
            let before = play.state.floor.sitting(MEETING).and_then(|s| s.speech.clone());
            // What is refused changes nothing; what is carried out is judged below.
            let _ = play.does(actor, command);
            let list = play.state.floor.speakers(ITEM).unwrap();
            let order: Vec<_> = list.iter().map(|(o, _)| o).collect();
            prop_assert_eq!(order.iter().collect::<HashSet<_>>().len(), order.len());
            prop_assert_eq!(order.len(), list.len());
            for (place, organisation) in (1..).zip(&order) {
                prop_assert_eq!(list.place_of(*organisation), Some(place));
                prop_assert_eq!(list.at(place), Some(*organisation));
            }
            let sitting = play.state.floor.sitting(MEETING).unwrap();
            if let Some(speech) = &sitting.speech {
                prop_assert_eq!(speech.clock.is_running(), speech.held.is_empty());
                if let Some(before) = before.filter(|b| b.since == speech.since && b.organisation == speech.organisation && !extends) {
                    prop_assert!(speech.clock.left_ms(play.now) <= before.clock.left_ms(play.now));
                }
            }
            for kept in &sitting.kept {
                prop_assert!(!kept.clock.is_running());
            }
        }
        prop_assert_eq!(play.replayed(), play.state.clone());
        prop_assert_eq!(play.stored(), play.state);
    }

    #[test]
    fn a_clock_is_never_negative_and_never_gains_time(steps in prop::collection::vec((any::<bool>(), 0i64..400_000), 0..60)) {
        let mut clock = Clock::new(SpeechSeconds(300));
        let (mut now, mut ran) = (Moment(0), 0u64);
        let mut left = clock.left_ms(now);
        for (start, ms) in steps {
            if clock.is_running() {
                ran += ms.unsigned_abs();
            }
            now = now.plus_ms(ms);
            prop_assert!(clock.left_ms(now) <= left);
            left = clock.left_ms(now);
            if start { clock.start(now) } else { clock.stop(now) }
            prop_assert_eq!(clock.left_ms(now), left, "neither starting nor stopping takes or gives time");
            prop_assert_eq!(clock.used_ms(now), ran, "what was used is what it ran");
            prop_assert_eq!(clock.left_ms(now) + ran.min(300_000), 300_000);
        }
    }

    #[test]
    fn a_clock_set_back_takes_nothing_away_from_what_was_used(times in prop::collection::vec(-1_000_000i64..1_000_000, 0..40)) {
        let mut clock = Clock::new(SpeechSeconds(300));
        let mut used = 0;
        for at in times {
            clock.start(Moment(at));
            clock.stop(Moment(at / 2));
            prop_assert!(clock.spent_ms >= used);
            used = clock.spent_ms;
        }
    }
}
