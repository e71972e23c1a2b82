#![expect(clippy::unwrap_used, reason = "tests")]
//! Polls from their opening to the declared result, every refusal, and votes that nobody sees before the lock.
use super::{Choice, Method, Phase, PollCommand as C, PollEvent, Tally};
use crate::{
    Actor, FieldProblem,
    command::SignedBy,
    directory::Category,
    floor::FloorCommand,
    id::{OrganisationId, PollId, TextId},
    language::InLanguages,
    procedure::stage::{CHAIR, DEBATE, DESK, ITEM, MEETING, Play, SECRETARIAT, SUMMIT, delegate, lang, org, paper},
    profile::{Profile, Tie},
    programme::{ProgrammeEvent, Signatures},
    text::{NewParagraph, TextCommand},
    words::{Flag, Weight},
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

mod roll_call;

const POLL: PollId = PollId(1);
const TEXT: TextId = TextId(1);
const LOCK: C = C::LockPoll { poll: POLL };
const DECLARE: C = C::DeclareResult { poll: POLL, casting: None };

fn question() -> InLanguages<crate::words::Line> {
    let words = [(lang("en"), "Shall the debate be closed?".parse().unwrap())];
    InLanguages::new(words.into()).unwrap()
}
fn put(method: Method) -> C {
    C::OpenPoll { meeting: MEETING, text: None, question: Some(question()), method, language: None, weights: BTreeMap::new() }
}
fn on_text(method: Method) -> C {
    C::OpenPoll { meeting: MEETING, text: Some(TEXT), question: None, method, language: None, weights: BTreeMap::new() }
}
fn cast(choice: Choice) -> C {
    C::CastVote { poll: POLL, choice, organisation: None, on_paper: None }
}
fn by_paper(n: u32, choice: Choice) -> C {
    C::CastVote { poll: POLL, choice, organisation: Some(org(n)), on_paper: paper() }
}
/// `n` seated organisations in an open meeting, and a poll of this method.
fn voting(n: u32, method: Method) -> Play {
    let mut play = Play::of(n);
    play.does(CHAIR, FloorCommand::OpenMeeting { meeting: MEETING }).unwrap();
    play.does(CHAIR, put(method)).unwrap();
    play
}
fn rules(play: &mut Play, change: impl FnOnce(&mut Profile)) {
    let mut rules = Profile::default();
    change(&mut rules);
    play.record(ProgrammeEvent::RulesSet { summit: SUMMIT, rules }.into());
}
fn signatures(play: &mut Play) {
    play.record(ProgrammeEvent::SignaturesSet { summit: SUMMIT, signatures: Signatures::Required }.into());
}
/// A tabled text under an open item.
fn tabled(play: &mut Play) {
    play.does(CHAIR, FloorCommand::OpenMeeting { meeting: MEETING }).unwrap();
    play.does(CHAIR, FloorCommand::OpenItem { item: ITEM }).unwrap();
    let words = |text: &str| InLanguages::new([(lang("en"), text.parse().unwrap())].into()).unwrap();
    let draft = TextCommand::DraftText {
        summit: SUMMIT,
        symbol: "A/1/L.1".parse().unwrap(),
        title: InLanguages::new([(lang("en"), "Title".parse().unwrap())].into()).unwrap(),
        authentic: [lang("en")].into(),
        sponsors: BTreeSet::new(),
    };
    play.does(SECRETARIAT, draft).unwrap();
    let paragraph = NewParagraph { kind: crate::text::ParagraphKind::Operative, words: words("Decide") };
    play.does(SECRETARIAT, TextCommand::ImportText { text: TEXT, paragraphs: vec![paragraph] }).unwrap();
    play.does(SECRETARIAT, TextCommand::TableText { text: TEXT }).unwrap();
}
fn tally(play: &Play) -> Option<Tally> {
    play.state.polls.get(POLL).unwrap().tally()
}

#[test]
fn votes_are_counted_after_the_lock_and_the_majority_is_of_those_present_and_voting() {
    let mut play = voting(9, Method::Recorded);
    for (n, choice) in [(1, Choice::Yes), (2, Choice::Yes), (3, Choice::No), (4, Choice::Abstain), (5, Choice::NotParticipating)]
    {
        play.does(delegate(n), cast(choice)).unwrap();
    }
    // Changed before the lock: the last one counts.
    play.does(delegate(3), cast(Choice::Abstain)).unwrap();
    let poll = play.state.polls.get(POLL).unwrap();
    assert_eq!((poll.received(), poll.tally(), poll.opened_votes()), (5, None, None));
    assert_eq!(poll.own(org(3)).unwrap().choice, Choice::Abstain);
    play.does(CHAIR, LOCK).unwrap();
    let counted = Tally { yes: 2, no: 0, abstain: 2, not_participating: 1, absent: 4 };
    assert_eq!(tally(&play), Some(counted));
    assert_eq!(play.state.polls.get(POLL).unwrap().opened_votes().unwrap().len(), 5);
    play.does(CHAIR, DECLARE).unwrap();
    let poll = play.state.polls.get(POLL).unwrap();
    assert_eq!((poll.phase(), poll.decided.unwrap().carried), (Phase::Decided, true));
    assert_eq!(play.replayed(), play.state);
    assert_eq!(play.stored(), play.state);
}

#[test]
fn no_vote_changes_after_the_lock_and_a_mistaken_voter_is_minuted() {
    let mut play = voting(3, Method::Recorded);
    play.does(delegate(1), cast(Choice::No)).unwrap();
    let intends = C::NoteIntention { poll: POLL, choice: Choice::Yes, organisation: None, on_paper: None };
    assert_eq!(play.refused(delegate(1), intends.clone()), "poll-not-locked");
    play.does(CHAIR, LOCK).unwrap();
    assert_eq!(play.refused(delegate(1), cast(Choice::Yes)), "poll-locked");
    assert_eq!(play.refused(delegate(2), cast(Choice::Yes)), "poll-locked");
    assert_eq!(play.refused(CHAIR, LOCK), "poll-locked");
    let before = tally(&play);
    play.does(delegate(1), intends.clone()).unwrap();
    assert_eq!(tally(&play), before);
    assert_eq!(play.state.polls.get(POLL).unwrap().intentions[0].choice, Choice::Yes);
    play.does(delegate(1), intends.clone()).unwrap();
    play.does(delegate(1), intends.clone()).unwrap();
    assert_eq!(play.refused(delegate(1), intends), "intention-already-noted");
    play.does(CHAIR, DECLARE).unwrap();
    assert_eq!(play.refused(CHAIR, DECLARE), "result-declared");
    assert!(!play.state.polls.get(POLL).unwrap().decided.unwrap().carried);
}

#[test]
fn nothing_interrupts_the_voting_but_a_point_of_order_which_is_ruled_on_first() {
    let mut play = Play::of(3);
    tabled(&mut play);
    play.does(CHAIR, on_text(Method::Recorded)).unwrap();
    let interrupting: Vec<crate::Command> = vec![
        FloorCommand::SuspendMeeting { meeting: MEETING }.into(),
        FloorCommand::CloseMeeting { meeting: MEETING }.into(),
        FloorCommand::GiveFloor { meeting: MEETING, organisation: None, venue: None }.into(),
        FloorCommand::CloseItem { item: ITEM }.into(),
        FloorCommand::OpenItem { item: DEBATE }.into(),
        TextCommand::ReviseText { text: TEXT }.into(),
        TextCommand::OpenConsensus { text: TEXT, meeting: MEETING, item: ITEM }.into(),
        put(Method::Hands).into(),
    ];
    for command in interrupting.clone() {
        assert_eq!(play.refused(CHAIR, command), "voting-under-way");
    }
    play.does(delegate(1), FloorCommand::RaisePointOfOrder { meeting: MEETING, organisation: None, on_paper: None }).unwrap();
    assert_eq!(play.refused(CHAIR, LOCK), "point-of-order-pending");
    // A vote already on its way is not lost to it.
    play.does(delegate(2), cast(Choice::Yes)).unwrap();
    play.does(CHAIR, FloorCommand::RulePointOfOrder { meeting: MEETING, upheld: Flag(false) }).unwrap();
    play.does(CHAIR, LOCK).unwrap();
    for command in interrupting {
        assert_eq!(play.refused(CHAIR, command), "voting-under-way");
    }
    play.does(CHAIR, DECLARE).unwrap();
    play.does(CHAIR, FloorCommand::CloseItem { item: ITEM }).unwrap();
}

#[test]
fn a_carried_vote_adopts_its_text_and_names_the_poll() {
    let mut play = Play::of(3);
    tabled(&mut play);
    play.does(CHAIR, on_text(Method::Recorded)).unwrap();
    play.does(delegate(1), cast(Choice::Yes)).unwrap();
    play.does(CHAIR, LOCK).unwrap();
    assert!(play.state.texts.get(TEXT).unwrap().adoption.is_none());
    play.does(CHAIR, DECLARE).unwrap();
    let text = play.state.texts.get(TEXT).unwrap();
    let adoption = text.adoption.as_ref().unwrap();
    assert_eq!((adoption.poll, adoption.item, adoption.meeting), (Some(POLL), ITEM, MEETING));
    assert_eq!(adoption.manifest, play.state.polls.get(POLL).unwrap().opened.manifest);
    assert_eq!(play.refused(CHAIR, on_text(Method::Recorded)), "text-adopted");
    play.does(CHAIR, TextCommand::OpenEndorsement { text: TEXT }).unwrap();
    assert_eq!(play.replayed(), play.state);
}

#[test]
fn a_rejected_text_stays_tabled_and_may_be_voted_on_again() {
    let mut play = Play::of(3);
    tabled(&mut play);
    play.does(CHAIR, on_text(Method::Recorded)).unwrap();
    play.does(delegate(1), cast(Choice::No)).unwrap();
    play.does(CHAIR, LOCK).unwrap();
    play.does(CHAIR, DECLARE).unwrap();
    assert!(play.state.texts.get(TEXT).unwrap().adoption.is_none());
    play.does(CHAIR, on_text(Method::Recorded)).unwrap();
    assert_eq!(play.state.polls.under_way(MEETING).unwrap().0, PollId(2));
}

#[test]
fn a_tie_is_rejected_unless_the_profile_leaves_it_to_the_chair() {
    for (tie, casting, carried) in [
        (Tie::Rejected, None, Some(false)),
        (Tie::Chair, None, None),
        (Tie::Chair, Some(true), Some(true)),
        (Tie::Chair, Some(false), Some(false)),
    ] {
        let mut play = Play::of(4);
        rules(&mut play, |r| r.voting.tie = tie);
        play.does(CHAIR, FloorCommand::OpenMeeting { meeting: MEETING }).unwrap();
        play.does(CHAIR, put(Method::Recorded)).unwrap();
        play.does(delegate(1), cast(Choice::Yes)).unwrap();
        play.does(delegate(2), cast(Choice::No)).unwrap();
        play.does(CHAIR, LOCK).unwrap();
        let declare = C::DeclareResult { poll: POLL, casting: casting.map(Flag) };
        match carried {
            None => assert_eq!(play.refused(CHAIR, declare), "tie-is-the-chairs"),
            Some(carried) => {
                play.does(CHAIR, declare).unwrap();
                let decided = play.state.polls.get(POLL).unwrap().decided.unwrap();
                assert_eq!((decided.carried, decided.by_chair), (carried, casting.is_some()));
            }
        }
    }
    let mut play = voting(3, Method::Recorded);
    play.does(delegate(1), cast(Choice::Yes)).unwrap();
    play.does(CHAIR, LOCK).unwrap();
    assert_eq!(play.refused(CHAIR, C::DeclareResult { poll: POLL, casting: Some(Flag(true)) }), "no-tie");
}

#[test]
fn the_electorate_is_those_seated_and_entitled_when_the_voting_began() {
    let mut play = Play::of(5);
    play.category(4, Category::Observer);
    play.unseat(5);
    play.does(CHAIR, FloorCommand::OpenMeeting { meeting: MEETING }).unwrap();
    play.does(CHAIR, put(Method::Recorded)).unwrap();
    let electorate: Vec<_> = play.state.polls.get(POLL).unwrap().opened.electorate.keys().copied().collect();
    assert_eq!(electorate, [org(1), org(2), org(3)]);
    assert_eq!(play.refused(delegate(4), cast(Choice::Yes)), "not-in-electorate");
    assert_eq!(play.refused(delegate(5), cast(Choice::Yes)), "not-in-electorate");
    // A later decision on credentials stops a vote to come, and touches none that was cast.
    play.does(delegate(1), cast(Choice::Yes)).unwrap();
    play.unseat(1);
    play.unseat(2);
    assert_eq!(play.refused(delegate(2), cast(Choice::Yes)), "organisation-not-seated");
    play.does(CHAIR, LOCK).unwrap();
    assert_eq!(tally(&play).unwrap(), Tally { yes: 1, absent: 2, ..Tally::default() });
}

#[test]
fn a_poll_needs_an_open_meeting_a_free_floor_the_quorum_and_one_question() {
    let mut play = Play::of(4);
    assert_eq!(play.refused(CHAIR, put(Method::Recorded)), "meeting-not-open");
    tabled(&mut play);
    play.present(2);
    assert_eq!(play.refused(CHAIR, put(Method::Recorded)), "quorum-to-decide-missing");
    play.present(3);
    let mut both = on_text(Method::Recorded);
    let C::OpenPoll { question: asked, .. } = &mut both else { panic!() };
    *asked = Some(question());
    assert_eq!(play.refused(CHAIR, both), "text-or-question");
    let neither = C::OpenPoll {
        meeting: MEETING,
        text: None,
        question: None,
        method: Method::Recorded,
        language: None,
        weights: BTreeMap::new(),
    };
    assert_eq!(play.refused(CHAIR, neither), "question: empty");
    play.does(CHAIR, TextCommand::OpenConsensus { text: TEXT, meeting: MEETING, item: ITEM }).unwrap();
    assert_eq!(play.refused(CHAIR, on_text(Method::Recorded)), "consensus-open");
    play.does(CHAIR, TextCommand::CloseConsensus { text: TEXT }).unwrap();
    play.does(CHAIR, FloorCommand::CloseItem { item: ITEM }).unwrap();
    assert_eq!(play.refused(CHAIR, on_text(Method::Recorded)), "item-not-open");
    play.does(CHAIR, FloorCommand::OpenItem { item: DEBATE }).unwrap();
    play.does(CHAIR, FloorCommand::OpenSpeakers { item: DEBATE, limit_seconds: None, interventions: None }).unwrap();
    let request = FloorCommand::RequestFloor {
        item: DEBATE,
        rank: crate::floor::Rank::Head,
        venue: None,
        organisation: None,
        on_paper: None,
    };
    play.does(delegate(1), request).unwrap();
    play.does(CHAIR, FloorCommand::GiveFloor { meeting: MEETING, organisation: None, venue: None }).unwrap();
    assert_eq!(play.refused(CHAIR, put(Method::Recorded)), "floor-taken");
}

#[test]
fn one_seat_has_one_vote_unless_the_profile_has_weights() {
    let mut play = Play::of(3);
    play.does(CHAIR, FloorCommand::OpenMeeting { meeting: MEETING }).unwrap();
    let weighted = |n: u32| {
        let mut asked = put(Method::Recorded);
        let C::OpenPoll { weights, .. } = &mut asked else { panic!() };
        *weights = [(org(n), Weight(5))].into();
        asked
    };
    assert_eq!(play.refused(CHAIR, weighted(1)), "one-seat-one-vote");
    rules(&mut play, |r| r.deciding.weights = Flag(true));
    assert_eq!(play.refused(CHAIR, weighted(9)), "not-in-electorate");
    play.does(CHAIR, weighted(1)).unwrap();
    play.does(delegate(1), cast(Choice::No)).unwrap();
    play.does(delegate(2), cast(Choice::Yes)).unwrap();
    play.does(CHAIR, LOCK).unwrap();
    assert_eq!(tally(&play).unwrap(), Tally { yes: 1, no: 5, absent: 1, ..Tally::default() });
}

#[test]
fn only_the_chair_conducts_and_only_delegations_vote() {
    let mut play = voting(2, Method::Recorded);
    for actor in [delegate(1), DESK, Actor::Nobody, Actor::Server] {
        for command in [put(Method::Recorded), LOCK, DECLARE, C::CancelPoll { poll: POLL, reason: "No".parse().unwrap() }] {
            assert!(matches!(play.does(actor, command).unwrap_err(), crate::No::Denied(_)));
        }
    }
    assert!(matches!(play.does(CHAIR, cast(Choice::Yes)).unwrap_err(), crate::No::Denied(_)));
    assert!(matches!(play.does(delegate(1), by_paper(2, Choice::Yes)).unwrap_err(), crate::No::Denied(_)));
    play.does(SECRETARIAT, by_paper(2, Choice::Yes)).unwrap();
    assert!(play.state.polls.get(POLL).unwrap().has_voted(org(2)));
}

#[test]
fn where_signatures_are_required_a_vote_is_signed_or_on_paper_and_paper_never_replaces_a_signed_one() {
    let mut play = Play::of(3);
    signatures(&mut play);
    play.does(CHAIR, FloorCommand::OpenMeeting { meeting: MEETING }).unwrap();
    play.does(CHAIR, put(Method::Recorded)).unwrap();
    assert!(play.state.polls.get(POLL).unwrap().opened.in_record);
    assert_eq!(play.refused(delegate(1), cast(Choice::Yes)), "signature-required");
    play.does(SECRETARIAT, by_paper(1, Choice::No)).unwrap();
    play.signed = Some(SignedBy::Passkey);
    play.does(delegate(1), cast(Choice::No)).unwrap();
    assert_eq!(play.refused(delegate(1), cast(Choice::No)), "vote-already-cast");
    play.signed = None;
    assert_eq!(play.refused(SECRETARIAT, by_paper(1, Choice::Yes)), "signature-required");
    assert_eq!(play.state.polls.get(POLL).unwrap().signed(), 1);
}

#[test]
fn a_show_of_hands_names_nobody_and_stays_out_of_the_record() {
    let mut play = Play::of(3);
    signatures(&mut play);
    play.does(CHAIR, FloorCommand::OpenMeeting { meeting: MEETING }).unwrap();
    play.does(CHAIR, put(Method::Hands)).unwrap();
    play.signed = Some(SignedBy::Key);
    assert_eq!(play.refused(delegate(1), cast(Choice::Yes)), "poll-not-in-record");
    play.signed = None;
    play.does(delegate(1), cast(Choice::Yes)).unwrap();
    let decision = play.does(CHAIR, LOCK).unwrap();
    let crate::Event::Poll(PollEvent::PollLocked { votes, tally, .. }) = &decision.events[0] else { panic!() };
    assert!(votes.is_empty());
    assert_eq!(tally.yes, 1);
    assert_eq!(play.state.polls.get(POLL).unwrap().opened_votes(), None);
    let intends = C::NoteIntention { poll: POLL, choice: Choice::No, organisation: None, on_paper: None };
    assert_eq!(play.refused(delegate(1), intends), "nobody-is-named");
}

#[test]
fn a_voting_that_was_given_up_opens_no_vote() {
    let mut play = voting(3, Method::Recorded);
    play.does(delegate(1), cast(Choice::Yes)).unwrap();
    let cancel = C::CancelPoll { poll: POLL, reason: "The lines are down.".parse().unwrap() };
    play.does(CHAIR, cancel.clone()).unwrap();
    let poll = play.state.polls.get(POLL).unwrap();
    assert_eq!((poll.phase(), poll.tally(), poll.opened_votes()), (Phase::Cancelled, None, None));
    for (actor, command) in [(delegate(1), cast(Choice::No)), (CHAIR, LOCK), (CHAIR, DECLARE), (CHAIR, cancel)] {
        assert_eq!(play.refused(actor, command), "poll-cancelled");
    }
    play.does(CHAIR, FloorCommand::CloseMeeting { meeting: MEETING }).unwrap();
}

#[test]
fn what_is_printed_of_a_poll_and_what_its_letters_say_never_tells_a_vote() {
    let mut play = voting(3, Method::Recorded);
    let decision = play.does(delegate(1), cast(Choice::NotParticipating)).unwrap();
    let told = format!("{:?} {:?}", play.state.polls, decision.letters);
    assert!(!told.contains("NotParticipating") && !told.contains("not-participating"), "{told}");
}

#[test]
fn rules_set_before_ties_were_known_are_read_with_the_default() {
    let rules = Profile::default();
    let bytes = postcard::to_allocvec(&rules).unwrap();
    let older: Profile = postcard::from_bytes(&bytes[..bytes.len() - 1]).unwrap();
    assert_eq!(older, rules);
    assert!(toml::from_str::<Profile>("[voting]\ntie = \"lots\"\n").is_err());
}

#[test]
fn a_malformed_vote_names_its_field() {
    let read = serde_json::from_str::<C>(r#"{"cast-vote":{"poll":"poll-1","choice":"maybe"}}"#);
    assert!(read.unwrap_err().to_string().contains("maybe"));
    assert_eq!("poll-x".parse::<PollId>(), Err(FieldProblem::NotAnId { prefix: "poll" }));
}

/// What one organisation's presses come to.
fn presses() -> impl Strategy<Value = Vec<(u32, Choice)>> {
    let choice = proptest::sample::select(Choice::ALL.to_vec());
    proptest::collection::vec((1..=6u32, choice), 0..40)
}

proptest! {
    #[test]
    fn the_count_is_that_of_the_last_vote_of_each_and_replay_is_the_live_state(presses in presses()) {
        let mut play = voting(6, Method::Recorded);
        let mut last: BTreeMap<OrganisationId, Choice> = BTreeMap::new();
        for (n, choice) in presses {
            let done = play.does(delegate(n), cast(choice)).is_ok();
            prop_assert_eq!(done, last.insert(org(n), choice) != Some(choice));
            prop_assert_eq!(tally(&play), None);
        }
        play.does(CHAIR, LOCK).unwrap();
        let counted = tally(&play).unwrap();
        for choice in Choice::ALL {
            prop_assert_eq!(counted.get(Some(choice)) as usize, last.values().filter(|c| **c == choice).count());
        }
        prop_assert_eq!(counted.all(), 6);
        prop_assert_eq!(play.replayed(), play.state.clone());
        prop_assert_eq!(play.stored(), play.state);
    }
}
