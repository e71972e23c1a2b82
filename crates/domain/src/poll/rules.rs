//! Who may do what in a poll, and what the rules of procedure allow.
use super::{Method, Opened, Phase, Poll, PollCommand, PollEvent, Question, Tally, roll};
use crate::{
    Actor, Command, FieldProblem, Invalid, No, Refusal, State,
    authority::only,
    command::{SignedBy, Way},
    directory::Capability,
    floor::{self, FloorCommand},
    id::{MeetingId, OrganisationId, PollId, SummitId, TextId},
    language::{InLanguages, Language},
    limit, procedure,
    profile::Tie,
    programme::{ProgrammeCommand, Signatures},
    refusal::Denied,
    seat::{Role, Seat},
    state::{Decision, Given, Letter},
    text::{TextCommand, TextEvent},
    words::{Digest, Flag, Line, Weight},
};
use std::collections::BTreeMap;

pub(crate) fn authorise(state: &State, seat: &Seat, command: &PollCommand) -> Result<(), Denied> {
    use PollCommand as C;
    let summit_of = |poll: &PollId| state.polls.get(*poll).map(|p| p.opened.summit);
    match command {
        C::OpenPoll { meeting, .. } => {
            only(seat, &[Role::Chair, Role::Secretariat])?;
            procedure::of_summit(seat, procedure::summit_of_meeting(state, *meeting))
        }
        C::CallNext { poll, .. } | C::LockPoll { poll } | C::DeclareResult { poll, .. } | C::CancelPoll { poll, .. } => {
            only(seat, &[Role::Chair, Role::Secretariat])?;
            procedure::of_summit(seat, summit_of(poll))
        }
        C::CastVote { poll, organisation, .. } => {
            // A focal point hands in what the organisation's own key signed; `decide` asks for the signature.
            if seat.role == Role::FocalPoint {
                procedure::of_own(seat, *organisation)?;
            } else {
                procedure::of_organisation(seat, *organisation)?;
            }
            procedure::of_summit(seat, summit_of(poll))
        }
        C::NoteIntention { poll, organisation, .. } => {
            procedure::of_organisation(seat, *organisation)?;
            procedure::of_summit(seat, summit_of(poll))
        }
    }
}

pub(crate) fn decide(state: &State, actor: &Actor, command: &PollCommand, given: &Given<'_>) -> Result<Decision, No> {
    use PollCommand as C;
    match command {
        C::OpenPoll { meeting, text, question, method, language, weights } => {
            let asked = Asked { meeting: *meeting, method: *method, language: language.as_ref(), weights };
            open(state, &asked, *text, question.as_ref(), given)
        }
        C::CastVote { .. } => cast(state, actor, command, given),
        C::CallNext { poll, organisation } => {
            let found = open_poll(state, *poll)?;
            procedure_waits(state, found)?;
            let called = found.being_called().ok_or(Refusal::new("nobody-to-call"))?;
            if called != *organisation {
                let name = procedure::name_of(state, called);
                return Err(Refusal::new("another-is-called").with("name", name).into());
            }
            Ok(Decision::events([PollEvent::CalledNext { poll: *poll, organisation: called }]))
        }
        C::LockPoll { poll } => lock(state, *poll),
        C::DeclareResult { poll, casting } => declare(state, *poll, *casting),
        C::CancelPoll { poll, reason } => {
            open_poll(state, *poll)?;
            Ok(Decision::events([PollEvent::PollCancelled { poll: *poll, reason: reason.clone() }]))
        }
        C::NoteIntention { poll, choice, organisation, on_paper } => {
            let (organisation, way) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
            let found = known(state, *poll)?;
            if found.locked.is_none() {
                return Err(Refusal::new("poll-not-locked").into());
            }
            if !found.opened.method.names_voters() {
                return Err(Refusal::new("nobody-is-named").into());
            }
            elector(state, found, organisation)?;
            if found.intentions.iter().filter(|i| i.organisation == organisation).count() >= limit::INTENTIONS {
                return Err(Refusal::new("intention-already-noted").with("limit", limit::INTENTIONS).into());
            }
            Ok(Decision::events([PollEvent::IntentionNoted { poll: *poll, organisation, choice: *choice, way }]))
        }
    }
}

/// What the chair asks for, but for the question.
struct Asked<'a> {
    meeting: MeetingId,
    method: Method,
    language: Option<&'a Language>,
    weights: &'a BTreeMap<OrganisationId, Weight>,
}

fn open(
    state: &State,
    asked: &Asked<'_>,
    text: Option<TextId>,
    words: Option<&InLanguages<Line>>,
    given: &Given<'_>,
) -> Result<Decision, No> {
    let summit = procedure::summit_of_meeting(state, asked.meeting).ok_or(No::unknown("meeting"))?;
    let sitting = floor::in_progress(state, asked.meeting)?;
    if let Some(speech) = &sitting.speech {
        return Err(Refusal::new("floor-taken").with("name", procedure::name_of(state, speech.organisation)).into());
    }
    if sitting.point_of_order.is_some() {
        return Err(Refusal::new("point-of-order-pending").into());
    }
    if state.polls.under_way(asked.meeting).is_some() {
        return Err(Refusal::new("voting-under-way").into());
    }
    if state.polls.iter().count() >= limit::POLLS {
        return Err(Refusal::new("too-many-polls").with("limit", limit::POLLS).into());
    }
    let question = question(state, summit, sitting.item, text, words)?;
    let quorum = procedure::quorum_to_decide(state, summit)?;
    let rules = procedure::rules_of(state, summit);
    let electorate = electorate(state, summit, asked.weights, rules.deciding.weights.0)?;
    let voters: Vec<OrganisationId> = electorate.keys().copied().collect();
    let roll = (asked.method == Method::RollCall).then(|| {
        let usual = || procedure::official_languages(state, summit).into_iter().next();
        let language = asked.language.cloned().or_else(usual).or_else(|| "en".parse().ok());
        language.map(|language| roll::call(&state.directory, &voters, &language, &given.entropy))
    });
    let roll = roll.map(|r| r.ok_or(Invalid::new("language", FieldProblem::Empty))).transpose()?;
    let id = state.polls.next_id();
    let manifest = question.manifest(state, id).ok_or(No::unknown("text"))?;
    let required = procedure::signatures_of(state, summit) == Signatures::Required;
    let poll = Opened {
        summit,
        meeting: asked.meeting,
        item: sitting.item,
        question,
        manifest: Digest::of(manifest.as_bytes()),
        method: asked.method,
        roll,
        electorate,
        quorum,
        majority: rules.deciding.majority,
        tie: rules.voting.tie,
        in_record: required && asked.method.names_voters(),
    };
    Ok(Decision::events([PollEvent::PollOpened { id, poll }]).creating(id))
}

fn question(
    state: &State,
    summit: SummitId,
    item: Option<crate::id::ItemId>,
    text: Option<TextId>,
    words: Option<&InLanguages<Line>>,
) -> Result<Question, No> {
    let id = match (text, words) {
        (None, Some(words)) => return Ok(Question::Words(words.clone())),
        (Some(_), Some(_)) => return Err(Refusal::new("text-or-question").into()),
        (None, None) => return Err(Invalid::new("question", FieldProblem::Empty).into()),
        (Some(id), None) => id,
    };
    let found = state.texts.get(id).filter(|t| t.summit == summit).ok_or(No::unknown("text"))?;
    if found.adoption.is_some() {
        return Err(Refusal::new("text-adopted").with("symbol", &found.symbol).into());
    }
    if found.consensus.is_some() {
        return Err(Refusal::new("consensus-open").into());
    }
    let (revision, newest) = found.newest().ok_or(No::unknown("text"))?;
    if !newest.tabled {
        return Err(Refusal::new("text-not-tabled").with("symbol", &newest.symbol).into());
    }
    // An adoption names the item under which it was decided.
    item.ok_or(Refusal::new("item-not-open"))?;
    let asked_elsewhere = |question: &Question| matches!(question, Question::Text { text, .. } if *text == id);
    if state.polls.of(summit).any(|(_, p)| p.is_under_way() && asked_elsewhere(&p.opened.question)) {
        return Err(Refusal::new("voting-under-way").into());
    }
    Ok(Question::Text { text: id, revision })
}

/// Delegations seated and entitled to vote: one vote each, unless the profile has weights.
fn electorate(
    state: &State,
    summit: SummitId,
    weights: &BTreeMap<OrganisationId, Weight>,
    weighted: bool,
) -> Result<BTreeMap<OrganisationId, u32>, No> {
    if !weighted && !weights.is_empty() {
        return Err(Refusal::new("one-seat-one-vote").into());
    }
    let seated = state.accreditation.seated_organisations(summit).map(|(id, _)| id);
    let may = |id: &OrganisationId| state.directory.get(*id).is_some_and(|o| o.category.may(Capability::Vote));
    let votes: BTreeMap<OrganisationId, u32> = seated.filter(may).map(|id| (id, weights.get(&id).map_or(1, |w| w.0))).collect();
    if let Some(stranger) = weights.keys().find(|id| !votes.contains_key(id)) {
        return Err(Refusal::new("not-in-electorate").with("name", procedure::name_of(state, *stranger)).into());
    }
    if votes.is_empty() {
        return Err(Refusal::new("nobody-may-vote").into());
    }
    if votes.len() > limit::ELECTORATE {
        return Err(Refusal::new("electorate-too-large").with("limit", limit::ELECTORATE).into());
    }
    Ok(votes)
}

fn known(state: &State, poll: PollId) -> Result<&Poll, No> {
    state.polls.get(poll).ok_or(No::unknown("poll"))
}

fn open_poll(state: &State, poll: PollId) -> Result<&Poll, No> {
    let found = known(state, poll)?;
    match found.phase() {
        Phase::Open => Ok(found),
        Phase::Locked | Phase::Decided => Err(Refusal::new("poll-locked").into()),
        Phase::Cancelled => Err(Refusal::new("poll-cancelled").into()),
    }
}

/// A point of order on the conduct of the voting is ruled on before the voting goes on.
fn procedure_waits(state: &State, poll: &Poll) -> Result<(), Refusal> {
    let sitting = state.floor.sitting(poll.opened.meeting);
    if sitting.is_some_and(|s| s.point_of_order.is_some()) {
        return Err(Refusal::new("point-of-order-pending"));
    }
    Ok(())
}

fn elector(state: &State, poll: &Poll, organisation: OrganisationId) -> Result<(), Refusal> {
    if poll.opened.electorate.contains_key(&organisation) {
        return Ok(());
    }
    Err(Refusal::new("not-in-electorate").with("name", procedure::name_of(state, organisation)))
}

fn cast(state: &State, actor: &Actor, command: &PollCommand, given: &Given<'_>) -> Result<Decision, No> {
    let PollCommand::CastVote { poll: id, choice, organisation, on_paper } = command else { return Ok(Decision::default()) };
    let by_key = given.signed == Some(SignedBy::Key);
    let (organisation, way) = match procedure::handing_in(state, actor) {
        Some(own) if by_key && on_paper.is_none() => (own, Way::Device),
        Some(_) => return Err(Refusal::new("key-signature-required").into()),
        None => procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?,
    };
    let poll = open_poll(state, *id)?;
    elector(state, poll, organisation)?;
    procedure::entitled(state, poll.opened.summit, organisation, Capability::Vote)?;
    if !poll.may_answer(organisation) {
        let roll = poll.opened.roll.as_ref();
        let place = roll.and_then(|r| r.place_of(organisation)).unwrap_or_default();
        return Err(Refusal::new("not-called-yet").with("place", place).into());
    }
    let standing = poll.own(organisation);
    let symbol = || poll.opened.question.symbol(state, *id).map(|s| s.to_string()).unwrap_or_default();
    let way = match (way, given.signed) {
        (Way::Device, Some(_)) if !poll.opened.in_record => return Err(Refusal::new("poll-not-in-record").into()),
        (Way::Device, Some(by)) => by.into(),
        (Way::Device, None) if poll.opened.in_record => {
            return Err(Refusal::new("signature-required").with("symbol", symbol()).into());
        }
        // What the record was told is changed only by what the record is told.
        (Way::Paper(_), _) if standing.is_some_and(super::Ballot::is_signed) => {
            return Err(Refusal::new("signature-required").with("symbol", symbol()).into());
        }
        (way, _) => way,
    };
    let signs = matches!(way, Way::Key | Way::Passkey);
    if standing.is_some_and(|b| b.choice == *choice && b.is_signed() == signs) {
        return Err(Refusal::new("vote-already-cast").into());
    }
    let leaf = given.leaf.filter(|_| signs).map(|l| l.bytes.to_vec()).unwrap_or_default();
    let letters = receipt(state, actor, poll, organisation, way, given, symbol());
    let mut decision = Decision::events([PollEvent::VoteCast { poll: *id, organisation, choice: *choice, way, leaf }]);
    decision.letters = letters;
    Ok(decision)
}

/// A receipt that does not say for what: letters are read by others than the voter before the lock.
fn receipt(
    state: &State,
    actor: &Actor,
    poll: &Poll,
    organisation: OrganisationId,
    way: Way,
    given: &Given<'_>,
    symbol: String,
) -> Vec<Letter> {
    let person = actor.holder(state).map(|s| s.person);
    let contact = || procedure::contact_of(state, poll.opened.summit, organisation);
    let to = if matches!(way, Way::Paper(_)) { contact().or(person) } else { person };
    let digest = given.leaf.map_or_else(|| "—".to_owned(), |l| l.body.to_string());
    let with = vec![("symbol", symbol), ("organisation", organisation.to_string()), ("digest", digest)];
    let letter = |to| Letter { to, summit: Some(poll.opened.summit), kind: "receipt-vote", link: None, with };
    to.map(letter).into_iter().collect()
}

fn lock(state: &State, id: PollId) -> Result<Decision, No> {
    let poll = open_poll(state, id)?;
    procedure_waits(state, poll)?;
    if let Some(called) = poll.being_called() {
        let refusal = Refusal::new("roll-not-called").with("count", poll.left_to_call());
        return Err(refusal.with("name", procedure::name_of(state, called)).into());
    }
    let votes = if poll.opened.method.names_voters() {
        poll.ballots.iter().map(|(organisation, ballot)| (*organisation, ballot.choice)).collect()
    } else {
        Vec::new()
    };
    Ok(Decision::events([PollEvent::PollLocked { poll: id, tally: poll.count(), votes }]))
}

fn declare(state: &State, id: PollId, casting: Option<Flag>) -> Result<Decision, No> {
    let poll = known(state, id)?;
    let tally = match poll.phase() {
        Phase::Open => return Err(Refusal::new("poll-not-locked").into()),
        Phase::Decided => return Err(Refusal::new("result-declared").into()),
        Phase::Cancelled => return Err(Refusal::new("poll-cancelled").into()),
        Phase::Locked => poll.tally().unwrap_or_default(),
    };
    floor::in_progress(state, poll.opened.meeting)?;
    procedure_waits(state, poll)?;
    let (carried, by_chair) = outcome(poll, tally, casting)?;
    let declared = PollEvent::ResultDeclared { poll: id, carried, by_chair };
    let mut decision = Decision::events([declared]);
    if let Question::Text { text, revision } = poll.opened.question
        && carried
    {
        let item = poll.opened.item.ok_or(Refusal::new("item-not-open"))?;
        let found = state.texts.get(text).ok_or(No::unknown("text"))?;
        let digests = found.revision(revision).ok_or(No::unknown("text"))?.digests();
        let (meeting, manifest) = (poll.opened.meeting, poll.opened.manifest);
        decision.events.push(TextEvent::TextAdoptedByVote { text, revision, meeting, item, digests, manifest, poll: id }.into());
    }
    Ok(decision)
}

/// Whether the question was carried: by more than the profile's part of those present and voting. A tie is as the profile has it.
fn outcome(poll: &Poll, tally: Tally, casting: Option<Flag>) -> Result<(bool, bool), No> {
    let asks_chair = tally.is_tied() && poll.opened.tie == Tie::Chair;
    match casting {
        Some(Flag(carried)) if asks_chair => Ok((carried, true)),
        None if asks_chair => Err(Refusal::new("tie-is-the-chairs").into()),
        Some(_) => Err(Refusal::new("no-tie").into()),
        None => Ok((tally.yes >= poll.opened.majority.more_than(tally.voting()), false)),
    }
}

/// Once the voting has begun, nothing in its meeting interrupts it but a point of order on its conduct (rule 88); and nothing changes
/// the text that is voted on.
///
/// # Errors
/// `voting-under-way`.
pub(crate) fn uninterrupted(state: &State, command: &Command) -> Result<(), Refusal> {
    use FloorCommand as F;
    use TextCommand as T;
    let meeting = match command {
        Command::Floor(F::SuspendMeeting { meeting } | F::CloseMeeting { meeting } | F::GiveFloor { meeting, .. })
        | Command::Text(T::OpenConsensus { meeting, .. }) => Some(*meeting),
        Command::Floor(F::OpenItem { item } | F::CloseItem { item }) => procedure::item_of(state, *item),
        Command::Text(T::ReviseText { text } | T::AdoptByConsensus { text }) => {
            let of_text = |poll: &Poll| matches!(poll.opened.question, Question::Text { text: asked, .. } if asked == *text);
            let voted = state.polls.iter().rev().find(|(_, p)| p.is_under_way() && of_text(p));
            voted.map(|(_, p)| p.opened.meeting)
        }
        Command::Programme(ProgrammeCommand::CloseSummit { summit }) => {
            state.polls.of(*summit).rev().find(|(_, p)| p.is_under_way()).map(|(_, p)| p.opened.meeting)
        }
        _ => None,
    };
    if meeting.is_some_and(|m| state.polls.under_way(m).is_some()) {
        return Err(Refusal::new("voting-under-way"));
    }
    Ok(())
}
