#![expect(clippy::unwrap_used, reason = "tests")]
use super::*;
use crate::{
    Command,
    accreditation::stage::{Stage, read},
    id::SeatId,
};
use serde_json::json;

fn device(n: u8) -> RegistryCommand {
    let key = format!("BA{}{n:02}", "A".repeat(83));
    read(json!({"register-device": {"key": key, "credential": "Y3JlZA"}}))
}
fn run(stage: &mut Stage, actor: &Actor, command: RegistryCommand) -> Result<Decision, No> {
    stage.run(actor, Command::Registry(command))
}

#[test]
fn a_delegate_signs_with_one_device_at_a_time_and_each_has_its_own_name() {
    let mut stage = Stage::of(&["BE"]);
    let delegate = stage.holder("delegate", json!({"organisation": "org-1"}));
    let SeatId(seat) = delegate.seat().unwrap();
    let person = stage.state().seats.get(SeatId(seat)).unwrap().person;
    assert_eq!(run(&mut stage, &delegate, device(1)).unwrap().created.unwrap(), person.to_string());
    let second = run(&mut stage, &delegate, device(2)).unwrap().created.unwrap();
    assert_eq!(second, format!("{person}-2"));
    let registry = &stage.state().registry;
    assert!(registry.device(&person.to_string()).unwrap().ended);
    assert_eq!(registry.of_person(person).unwrap().0, second);
    assert!(run(&mut stage, &delegate, device(2)).is_err(), "one key, one device");
    run(&mut stage, &delegate, RegistryCommand::EndDevice { rep: second.clone() }).unwrap();
    assert!(stage.state().registry.of_person(person).is_none());
    let again = run(&mut stage, &delegate, RegistryCommand::EndDevice { rep: second }).unwrap_err();
    assert_eq!(again, Refusal::new("device-ended").into());
    assert_eq!(stage.house.replayed().registry, stage.state().registry);
}

#[test]
fn nobody_registers_or_ends_a_device_of_another() {
    let mut stage = Stage::of(&["BE", "KE"]);
    let one = stage.holder("delegate", json!({"organisation": "org-1"}));
    let other = stage.holder("delegate", json!({"organisation": "org-2"}));
    let rep = run(&mut stage, &one, device(1)).unwrap().created.unwrap();
    let end = RegistryCommand::EndDevice { rep };
    assert_eq!(run(&mut stage, &other, end.clone()).unwrap_err(), Denied::OutOfScope.into());
    let chair = stage.holder("chair", json!({}));
    assert_eq!(run(&mut stage, &chair, device(2)).unwrap_err(), Denied::RoleMayNot.into());
    let office = stage.holder("secretariat", json!({}));
    run(&mut stage, &office, end).unwrap();
}

#[test]
fn a_focal_point_ends_devices_and_enters_the_key_of_its_own_organisation_alone() {
    let mut stage = Stage::of(&["BE", "KE"]);
    let delegate = stage.holder("delegate", json!({"organisation": "org-1"}));
    let [own, other] = ["org-1", "org-2"].map(|of: &str| stage.holder("focal-point", json!({"organisation": of})));
    let rep = run(&mut stage, &delegate, device(1)).unwrap().created.unwrap();
    let end = RegistryCommand::EndDevice { rep };
    assert_eq!(run(&mut stage, &other, end.clone()).unwrap_err(), Denied::OutOfScope.into());
    run(&mut stage, &own, end).unwrap();
    let key = |of: &str| read::<RegistryCommand>(json!({"set-organisation-key": {"organisation": of, "key": "A".repeat(43)}}));
    assert_eq!(run(&mut stage, &own, key("org-2")).unwrap_err(), Denied::OutOfScope.into());
    run(&mut stage, &own, key("org-1")).unwrap();
    assert_eq!(run(&mut stage, &delegate, key("org-1")).unwrap_err(), Denied::RoleMayNot.into());
}

#[test]
fn a_person_signs_in_by_a_registered_device_and_by_nothing_else() {
    use crate::seat::SeatCommand;
    let mut stage = Stage::of(&["BE"]);
    let delegate = stage.holder("delegate", json!({"organisation": "org-1"}));
    let seat = delegate.seat().unwrap();
    let person = stage.state().seats.get(seat).unwrap().person;
    let sign_in = || Command::Seat(SeatCommand::SignIn {});
    let as_person = Actor::Person(person);
    assert_eq!(stage.run(&as_person, sign_in()).unwrap_err(), Refusal::new("device-ended").into(), "nothing is registered yet");
    let rep = run(&mut stage, &delegate, device(1)).unwrap().created.unwrap();
    let before = stage.state().seats.sessions_of(seat).count();
    assert!(stage.run(&as_person, sign_in()).unwrap().secret.is_some());
    assert_eq!(stage.state().seats.sessions_of(seat).count(), before + 1);
    for actor in [Actor::Nobody, Actor::Server] {
        assert!(matches!(stage.run(&actor, sign_in()).unwrap_err(), No::Denied(_)), "{actor:?}");
    }
    assert_eq!(stage.run(&delegate, sign_in()).unwrap_err(), Denied::RoleMayNot.into());
    // A person who proved to be one may do nothing else by that.
    let other = Command::Registry(RegistryCommand::EndDevice { rep: rep.clone() });
    assert_eq!(stage.run(&as_person, other).unwrap_err(), Denied::NotSignedIn.into());
    run(&mut stage, &delegate, RegistryCommand::EndDevice { rep }).unwrap();
    assert_eq!(stage.run(&as_person, sign_in()).unwrap_err(), Refusal::new("device-ended").into());
}

#[test]
fn keys_are_read_by_their_length_and_alphabet() {
    assert!("A".repeat(43).parse::<OrganisationKey>().is_ok());
    for wrong in ["", "AAAA", &"A".repeat(44), &"+".repeat(43)] {
        assert!(wrong.parse::<OrganisationKey>().is_err(), "{wrong}");
    }
}
