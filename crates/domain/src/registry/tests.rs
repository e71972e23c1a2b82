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
fn keys_are_read_by_their_length_and_alphabet() {
    assert!("A".repeat(43).parse::<OrganisationKey>().is_ok());
    for wrong in ["", "AAAA", &"A".repeat(44), &"+".repeat(43)] {
        assert!(wrong.parse::<OrganisationKey>().is_err(), "{wrong}");
    }
}
