#![expect(clippy::unwrap_used, reason = "tests")]
use super::*;
use crate::{
    Command,
    accreditation::stage::{Stage, read},
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn entry(name: &str, home: &str) -> Value {
    json!({"names": {"en": name}, "home": home, "category": "member"})
}
fn register(entry: Value) -> Value {
    json!({"register-organisation": entry})
}
fn amend(id: u32, entry: Value) -> Value {
    json!({"amend-organisation": {"id": OrganisationId(id), "organisation": entry}})
}
fn import(entries: Value) -> Value {
    json!({"import-organisations": {"organisations": entries}})
}
fn remove(id: u32) -> Value {
    json!({"remove-organisation": {"id": OrganisationId(id)}})
}
#[track_caller]
fn refused(stage: &mut Stage, value: Value) -> String {
    stage.refused(&Actor::Console, Command::Directory(read(value)))
}
fn under(mut entry: Value, umbrella: u32) -> Value {
    entry["umbrella"] = json!(OrganisationId(umbrella));
    entry
}

#[test]
fn a_name_is_held_once_at_a_home_in_any_language_and_case() {
    let mut stage = Stage::of(&["BE"]);
    let mut two = entry("Green Party", "FR");
    two["names"]["fr"] = json!("Parti vert");
    assert_eq!(stage.directory(register(two)).created.as_deref(), Some("org-2"));
    assert_eq!(refused(&mut stage, register(entry("PARTI VERT", "FR"))), "names.en: taken");
    stage.directory(register(entry("Parti vert", "BE")));
    assert_eq!(stage.state().directory.named("green party", Some(&"FR".parse().unwrap())), Some(OrganisationId(2)));
    assert_eq!(stage.state().directory.named("green party", None), None);
}

#[test]
fn an_amended_entry_frees_its_former_names() {
    let mut stage = Stage::of(&["BE"]);
    stage.directory(amend(1, entry("Renamed", "BE")));
    stage.directory(register(entry("Org 1", "BE")));
    assert_eq!(refused(&mut stage, amend(2, entry("Renamed", "BE"))), "names.en: taken");
    stage.directory(amend(1, entry("Renamed", "BE")));
    assert_eq!(refused(&mut stage, amend(9, entry("X", "BE"))), "id: unknown");
    assert_eq!(stage.state().directory.len(), 2);
}

#[test]
fn an_organisation_is_taken_off_unless_something_hangs_on_it() {
    let mut stage = Stage::of(&["BE", "FR", "PE", "KE", "AR"]);
    assert_eq!(refused(&mut stage, remove(1)), "organisation-in-programme");
    stage.directory(amend(2, under(entry("Org 2", "FR"), 3)));
    assert_eq!(refused(&mut stage, remove(3)), "umbrella-has-members");
    stage.invite(4, false);
    assert_eq!(refused(&mut stage, remove(4)), "organisation-has-delegation");
    let observer = stage.holder("observer", json!({"organisation": "org-5"}));
    assert_eq!(refused(&mut stage, remove(5)), "organisation-has-seats");
    stage.seat(json!({"end-seat": {"seat": observer.seat().unwrap()}}));
    stage.directory(remove(5));
    assert!(stage.state().directory.get(OrganisationId(5)).is_none());
    assert_eq!(refused(&mut stage, remove(5)), "id: unknown");
    stage.directory(register(entry("Org 5", "AR")));
    assert!(stage.state().directory.get(OrganisationId(6)).is_some(), "an id is never given twice");
    assert_eq!(stage.state().directory.len(), 5);
}

#[test]
fn umbrellas_exist_and_never_stand_under_themselves() {
    let mut stage = Stage::of(&["BE", "FR", "PE"]);
    assert_eq!(refused(&mut stage, amend(1, under(entry("Org 1", "BE"), 1))), "umbrella: circle");
    assert_eq!(refused(&mut stage, amend(1, under(entry("Org 1", "BE"), 9))), "umbrella: unknown");
    stage.directory(amend(1, under(entry("Org 1", "BE"), 2)));
    stage.directory(amend(2, under(entry("Org 2", "FR"), 3)));
    assert_eq!(refused(&mut stage, amend(3, under(entry("Org 3", "PE"), 1))), "umbrella: circle");
}

#[test]
fn a_list_comes_in_whole_or_not_at_all() {
    let mut stage = Stage::of(&["BE"]);
    assert_eq!(refused(&mut stage, import(json!([]))), "organisations: empty");
    assert_eq!(refused(&mut stage, import(json!([entry("A", "FR"), entry("Org 1", "BE")]))), "organisations.1.names.en: taken");
    assert_eq!(refused(&mut stage, import(json!([entry("A", "FR"), entry("a", "FR")]))), "organisations.1.names.en: taken");
    // Umbrellas of the same list, before and after their members.
    stage.directory(import(json!([under(entry("A", "FR"), 3), entry("B", "FR"), under(entry("C", "FR"), 3)])));
    assert_eq!(stage.state().directory.get(OrganisationId(2)).unwrap().umbrella, Some(OrganisationId(3)));
    assert_eq!(stage.state().directory.len(), 4);
    assert_eq!(refused(&mut stage, import(json!([under(entry("X", "FR"), 6)]))), "organisations.0.umbrella: unknown");
}

#[test]
fn a_list_whose_umbrellas_go_in_a_circle_is_refused() {
    let mut stage = Stage::of(&["BE"]);
    let itself = import(json!([entry("A", "FR"), under(entry("B", "FR"), 3)]));
    assert_eq!(refused(&mut stage, itself), "organisations.1.umbrella: circle");
    let three =
        import(json!([entry("A", "FR"), under(entry("B", "FR"), 4), under(entry("C", "FR"), 5), under(entry("D", "FR"), 3)]));
    assert_eq!(refused(&mut stage, three), "organisations.1.umbrella: circle");
}

#[test]
fn a_list_that_counts_on_its_ids_is_refused_when_somebody_was_faster() {
    let mut stage = Stage::of(&["BE"]);
    let list = |first: &str| json!({ "import-organisations": { "organisations": [entry("A", "FR"), under(entry("B", "FR"), 3)], "first": first } });
    stage.directory(register(entry("Faster", "FR")));
    assert_eq!(refused(&mut stage, list("org-2")), "directory-changed");
    assert_eq!(stage.state().directory.len(), 2, "nothing of it is entered");
    stage.directory(list("org-3"));
    assert_eq!(stage.state().directory.len(), 4);
}

#[test]
fn the_directory_has_an_end() {
    let mut stage = Stage::of(&["BE"]);
    let many: Vec<Value> = (0..limit::ORGANISATIONS).map(|n| entry(&format!("N {n}"), "FR")).collect();
    assert_eq!(refused(&mut stage, import(json!(many))), "directory-full");
    stage.directory(import(json!(many[1..])));
    assert_eq!(refused(&mut stage, register(entry("One more", "FR"))), "directory-full");
}

#[test]
fn categories_entitle_as_the_default_profile_says() {
    use Capability::{Attend, Endorse, Propose, ReadRestricted, Reply, Speak, Vote};
    for (category, may) in [
        (Category::Member, vec![Attend, Speak, Reply, Propose, Endorse, Vote, ReadRestricted]),
        (Category::Associate, vec![Attend, Speak, Reply, Propose, Endorse, ReadRestricted]),
        (Category::Observer, vec![Attend, Speak, Reply, ReadRestricted]),
        (Category::Partner, vec![Attend, Speak, Endorse]),
        (Category::Guest, vec![Attend, Speak]),
        (Category::Media, vec![Attend]),
    ] {
        for capability in [Attend, Speak, Reply, Propose, Endorse, Vote, ReadRestricted] {
            assert_eq!(category.may(capability), may.contains(&capability), "{category:?} {capability:?}");
        }
    }
}

#[test]
fn a_home_is_a_code_and_nothing_else() {
    for right in ["BE", "x-community-of-rivers", "x-1"] {
        assert_eq!(right.parse::<Home>().unwrap().as_str(), right);
    }
    for wrong in ["", "be", "BEL", "x-", "x-A", "B1", "x-a b"] {
        assert_eq!(wrong.parse::<Home>(), Err(FieldProblem::NotACountry), "{wrong}");
    }
}

fn any_entry() -> impl Strategy<Value = Value> {
    (0..4u32, prop::sample::select(vec!["BE", "FR"]), prop::option::of(1..6u32)).prop_map(|(name, home, umbrella)| {
        let entry = entry(&format!("N{name}"), home);
        if let Some(umbrella) = umbrella { under(entry, umbrella) } else { entry }
    })
}

proptest! {
    #[test]
    fn names_lead_to_their_holders_and_umbrellas_never_in_circles(asks in prop::collection::vec(prop_oneof![
        4 => any_entry().prop_map(register),
        4 => (1..6u32, any_entry()).prop_map(|(id, entry)| amend(id, entry)),
        2 => (1..6u32).prop_map(remove),
        2 => prop::collection::vec(any_entry(), 0..4).prop_map(|entries| import(json!(entries))),
    ], 1..40)) {
        let mut stage = Stage::default();
        for ask in asks {
            drop(stage.run(&Actor::Console, Command::Directory(read(ask))));
        }
        let directory = &stage.state().directory;
        for (id, organisation) in directory.iter() {
            for (_, name) in organisation.names.iter() {
                prop_assert_eq!(directory.named(name.as_str(), organisation.home.as_ref()), Some(id));
            }
            let mut above = organisation.umbrella;
            for _ in 0..directory.len() {
                prop_assert_ne!(above, Some(id));
                above = above.and_then(|u| directory.get(u)).and_then(|o| o.umbrella);
            }
            prop_assert_eq!(above, None);
        }
        prop_assert_eq!(directory.by_name.len(), directory.len(), "no name is held by nobody");
        prop_assert_eq!(directory.len(), directory.iter().count());
        prop_assert_eq!(&stage.house.replayed(), &stage.house.state);
    }
}
