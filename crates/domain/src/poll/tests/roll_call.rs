//! One by one, in the order of a drawn lot; scenario 9's roll of 512.
use super::*;

fn roll(n: u32) -> Play {
    voting(n, Method::RollCall)
}
fn order(play: &Play) -> Vec<OrganisationId> {
    play.state.polls.get(POLL).unwrap().opened.roll.clone().unwrap().order
}
/// The delegate of an organisation of the stage.
fn of(organisation: OrganisationId) -> Actor {
    delegate(organisation.0)
}

#[test]
fn the_roll_is_alphabetical_from_a_lot_that_anybody_can_draw_again() {
    let play = roll(12);
    let poll = play.state.polls.get(POLL).unwrap();
    let roll = poll.opened.roll.as_ref().unwrap();
    assert!(roll.verifies());
    assert_eq!(roll.language, lang("en"));
    // "Organisation 1", "Organisation 10", "Organisation 11", "Organisation 12", "Organisation 2" …, begun at the drawn one.
    let mut names: Vec<String> = (1..=12).map(|n| format!("Organisation {n}")).collect();
    names.sort();
    let begin = names.iter().position(|n| *n == format!("Organisation {}", roll.order[0].0)).unwrap();
    names.rotate_left(begin);
    let called: Vec<String> = roll.order.iter().map(|o| format!("Organisation {}", o.0)).collect();
    assert_eq!(called, names);
    let mut other = roll.clone();
    other.order.rotate_left(1);
    assert!(!other.verifies());
}

#[test]
fn each_answers_when_called_and_whoever_was_passed_over_may_answer_until_the_lock() {
    let mut play = roll(4);
    let order = order(&play);
    assert_eq!(play.refused(of(order[1]), cast(Choice::Yes)), "not-called-yet");
    assert_eq!(play.refused_with(of(order[2]), cast(Choice::Yes), "place"), "3");
    play.does(of(order[0]), cast(Choice::Yes)).unwrap();
    // Its own answer moved the call on; a change of it does not.
    play.does(of(order[0]), cast(Choice::No)).unwrap();
    let being_called = |play: &Play| play.state.polls.get(POLL).unwrap().being_called();
    assert_eq!(being_called(&play), Some(order[1]));
    let next = |organisation| C::CallNext { poll: POLL, organisation };
    play.does(CHAIR, next(order[1])).unwrap();
    // Two presses at once pass over one delegation.
    assert_eq!(play.refused(CHAIR, next(order[1])), "another-is-called");
    assert_eq!(play.refused(CHAIR, LOCK), "roll-not-called");
    assert_eq!(play.refused_with(CHAIR, LOCK, "count"), "2");
    play.does(of(order[2]), cast(Choice::Yes)).unwrap();
    play.does(of(order[1]), cast(Choice::Abstain)).unwrap();
    play.does(CHAIR, next(order[3])).unwrap();
    assert_eq!(play.refused(CHAIR, next(order[3])), "nobody-to-call");
    play.does(CHAIR, LOCK).unwrap();
    assert_eq!(tally(&play).unwrap(), Tally { yes: 1, no: 1, abstain: 1, absent: 1, ..Tally::default() });
}

#[test]
fn scenario_9_after_317_answers_the_replayed_roll_goes_on_at_the_318th() {
    let mut play = roll(512);
    let order = order(&play);
    for organisation in order.iter().take(317) {
        play.does(of(*organisation), cast(Choice::Yes)).unwrap();
    }
    play.state = play.replayed();
    let poll = play.state.polls.get(POLL).unwrap();
    assert_eq!((poll.received(), poll.being_called(), poll.left_to_call()), (317, Some(order[317]), 195));
    for organisation in &order[317..] {
        play.does(of(*organisation), cast(Choice::No)).unwrap();
    }
    play.does(CHAIR, LOCK).unwrap();
    assert_eq!(tally(&play).unwrap(), Tally { yes: 317, no: 195, ..Tally::default() });
}
