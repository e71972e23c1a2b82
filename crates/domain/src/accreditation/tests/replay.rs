//! Whatever is asked, a restart leads to the same state, and every count equals a count from the beginning.
use super::*;
use crate::{count, directory::Home, state::State};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug)]
enum Ask {
    Accredit(Value),
    Directory(Value),
    Scan(u32, u32, i64),
    Out(u32, u32),
    Remote(u32),
    Reissue(u32),
    Erase(u32),
}

fn ask() -> impl Strategy<Value = Ask> {
    let delegation = (1..=5u32).prop_map(DelegationId);
    let person = 1..=14u32;
    let steps = prop::sample::select(vec![
        "submit-credentials",
        "verify-credentials",
        "accept-credentials",
        "challenge-credentials",
        "defer-credentials",
        "reject-credentials",
        "revoke-credentials",
    ]);
    let rank = prop::sample::select(vec!["head", "representative", "alternate", "adviser"]);
    let home = prop::sample::select(vec![json!("BE"), json!("FR"), Value::Null]);
    prop_oneof![
        2 => (1..=4u32, any::<bool>()).prop_map(|(o, rival)| Ask::Accredit(json!({"invite-organisation":
            {"summit": "summit-1", "organisation": OrganisationId(o), "rival": rival}}))),
        6 => (delegation.clone(), rank.clone()).prop_map(|(d, rank)| Ask::Accredit(entry(d, rank))),
        16 => (steps, delegation.clone()).prop_map(|(step, d)| Ask::Accredit(on(step, d))),
        3 => delegation.prop_map(|d| Ask::Accredit(json!({"decide-rival": {"seated": d}}))),
        1 => Just(Ask::Accredit(json!({"accept-all-verified": {"summit": "summit-1"}}))),
        2 => person.clone().prop_map(|p| Ask::Accredit(json!({"accept-member": {"person": PersonId(p)}}))),
        2 => person.clone().prop_map(|p| Ask::Accredit(json!({"withdraw-member": {"person": PersonId(p)}}))),
        2 => (person.clone(), rank).prop_map(|(p, rank)| Ask::Accredit(json!({"amend-member":
            {"person": PersonId(p), "details": {"family": "Other"}, "rank": rank}}))),
        1 => person.clone().prop_map(|p| Ask::Accredit(json!({"designate-alternate": {"person": PersonId(p)}}))),
        2 => (1..=4u32, home).prop_map(|(o, home)| Ask::Directory(json!({"amend-organisation": {"id": OrganisationId(o),
            "organisation": {"names": {"en": format!("Org {o}")}, "home": home, "category": "member"}}}))),
        8 => (1..=3u32, person.clone(), 0..20i64).prop_map(|(v, p, m)| Ask::Scan(v, p, m)),
        2 => (1..=3u32, person.clone()).prop_map(|(v, p)| Ask::Out(v, p)),
        2 => person.clone().prop_map(Ask::Remote),
        1 => person.clone().prop_map(Ask::Reissue),
        1 => person.prop_map(Ask::Erase),
    ]
}

fn carry_out(stage: &mut Stage, ask: Ask) {
    stage.wait(super::super::stage::MINUTE);
    let code = |stage: &Stage, p: u32| stage.book.get(&PersonId(p)).map(|b| b.badge_code.clone()).unwrap_or_default();
    let command = match ask {
        Ask::Accredit(value) => Command::Accreditation(read(value)),
        Ask::Directory(value) => Command::Directory(read(value)),
        Ask::Scan(v, p, ago) => {
            let at = stage.house.now.plus_ms(-ago * super::super::stage::MINUTE);
            Command::Presence(read(
                json!({"check-in": {"venue": crate::id::VenueId(v), "code": code(stage, p), "scanned_at": at}}),
            ))
        }
        Ask::Out(v, p) => Command::Presence(read(json!({"check-out": {"venue": crate::id::VenueId(v), "code": code(stage, p)}}))),
        Ask::Remote(p) => {
            let seat = stage.state().accreditation.member(PersonId(p)).and_then(Member::seat);
            let Some(seat) = seat else { return };
            drop(stage.run(&Actor::Seat(seat), Command::Presence(read(json!({"check-in-remote": {}})))));
            return;
        }
        Ask::Reissue(p) => Command::Presence(read(json!({"reissue-badge": {"person": PersonId(p)}}))),
        Ask::Erase(p) => Command::Seat(read(json!({"erase-person": {"person": PersonId(p)}}))),
    };
    drop(stage.run(&Actor::Console, command));
}

/// The headcount from nothing but the lists of delegations, members and places.
fn recount(state: &State) -> count::Headcount {
    let accreditation = &state.accreditation;
    let home = |o: OrganisationId| state.directory.get(o).and_then(|o| o.home.clone());
    let countries = |set: &BTreeSet<OrganisationId>| set.iter().filter_map(|o| home(*o)).collect::<BTreeSet<Home>>().len() as u32;
    let (mut registered, mut accredited, mut present, mut remote) = (0, 0, 0, 0);
    let [mut invited, mut of_registered, mut seated, mut of_present] = [const { BTreeSet::new() }; 4];
    let mut venues = BTreeSet::new();
    for (id, d) in accreditation.delegations() {
        invited.insert(d.organisation);
        if d.credentials.is_seated() {
            assert!(seated.insert(d.organisation), "two delegations on one seat");
        }
        for (person, member) in accreditation.members(id) {
            if member.is_registered() {
                registered += 1;
                of_registered.insert(d.organisation);
            }
            accredited += u32::from(member.is_accredited());
            assert!(!member.is_accredited() || d.credentials.is_seated(), "accredited on a delegation that is not seated");
            let Some(place) = state.presence.place(person) else { continue };
            assert!(member.is_accredited(), "present and not accredited");
            present += 1;
            of_present.insert(d.organisation);
            match place {
                Place::Remote => remote += 1,
                Place::Venue(venue) => drop(venues.insert(venue)),
            }
        }
    }
    count::Headcount {
        summit: SUMMIT,
        position: state.position,
        at: state.at,
        registered,
        accredited,
        present,
        remote,
        organisations_invited: invited.len() as u32,
        organisations_registered: of_registered.len() as u32,
        organisations_accredited: seated.len() as u32,
        organisations_present: of_present.len() as u32,
        countries_registered: countries(&of_registered),
        countries_accredited: countries(&seated),
        countries_present: countries(&of_present),
        venues_present: venues.len() as u32,
    }
}

/// Every breakdown adds up to the headline.
fn adds_up(state: &State, head: &count::Headcount) {
    let sum = |rows: Vec<count::Row>| {
        let total = |f: fn(&count::Row) -> u32| rows.iter().map(f).sum::<u32>();
        assert_eq!(total(|r| r.registered), head.registered);
        assert_eq!(total(|r| r.accredited), head.accredited);
        assert_eq!(total(|r| r.present), head.present);
        assert_eq!(total(|r| r.organisations_accredited), head.organisations_accredited);
        assert_eq!(total(|r| r.organisations_present), head.organisations_present);
        total(|r| r.countries_accredited)
    };
    assert_eq!(sum(count::by_country(state, SUMMIT).into_values().collect()), head.countries_accredited);
    sum(count::by_category(state, SUMMIT).into_values().collect());
    sum(count::by_organisation(state, SUMMIT).map(|(_, row)| row).collect());
    let regions: BTreeMap<Option<u16>, count::Row> =
        count::by_region(state, SUMMIT, &|home| (home.as_str() == "BE").then_some(155));
    sum(regions.into_values().collect());
    let at_venues: u32 = count::by_venue(state, SUMMIT).map(|(_, n)| n).sum();
    assert_eq!(at_venues + head.remote, head.present);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn counts_equal_a_recount_and_a_restart_changes_nothing(asks in prop::collection::vec(ask(), 1..160)) {
        let mut stage = Stage::of(&["BE", "FR", "-", "BE"]);
        for organisation in 1..=3 {
            let (id, _) = stage.invite(organisation, false);
            stage.enter(id, &["head", "alternate"]);
            stage.accredit(on("submit-credentials", id));
        }
        for ask in asks {
            carry_out(&mut stage, ask);
        }
        let head = count::headcount(stage.state(), SUMMIT);
        prop_assert_eq!(head, recount(stage.state()));
        adds_up(stage.state(), &head);
        prop_assert_eq!(&stage.house.replayed(), &stage.house.state);
        let snapshot = postcard::to_allocvec(stage.state()).unwrap();
        prop_assert_eq!(&postcard::from_bytes::<State>(&snapshot).unwrap(), stage.state());
    }
}
