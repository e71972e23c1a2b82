//! Scenario: the same badge in Nairobi and in Lima four minutes apart, Lima offline at the time.
use super::*;

const NAIROBI: u32 = 2;
const LIMA: u32 = 3;

fn sync(venue: u32, scans: &[(&str, Moment)]) -> Value {
    let scans: Vec<Value> = scans.iter().map(|(code, at)| json!({"code": code, "at": at})).collect();
    json!({"sync-scans": {"venue": VenueId(venue), "scans": scans}})
}
/// The summary a list ends with: taken, repeated, refused, flagged.
fn summary(decision: &Decision) -> (u32, u32, u32, u32) {
    match events(decision).last() {
        Some(PresenceEvent::ScansSynced { scans, taken, repeated, refused, flagged, .. }) => {
            assert_eq!(taken + repeated + refused, *scans, "every scan is answered");
            (*taken, *repeated, *refused, *flagged)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_cloned_badge_is_flagged_when_lima_syncs_and_counts_once() {
    for lima_scanned_after in [4 * MINUTE, -4 * MINUTE] {
        let mut stage = Stage::of(&["KE"]);
        let (_, people) = stage.accepted(1, 1);
        let code = stage.code(people[0]);
        stage.wait(10 * MINUTE);
        let lima_at = stage.house.now.plus_ms(lima_scanned_after);
        stage.scan(NAIROBI, people[0]);
        stage.wait(180 * MINUTE);
        assert_eq!(stage.state().presence.flags().count(), 0);
        let synced = stage.presence(sync(LIMA, &[(&code, lima_at)]));
        assert_eq!(summary(&synced), (1, 0, 0, 1));
        let (who, flag) = stage.state().presence.flags().next().unwrap();
        assert_eq!((who, flag.first, flag.second), (people[0], VenueId(NAIROBI), VenueId(LIMA)));
        assert_eq!((flag.at, flag.arrived), (lima_at, stage.house.now));
        assert_eq!(present(&stage), (1, 0), "counted once");
        let winner = if lima_scanned_after > 0 { LIMA } else { NAIROBI };
        assert_eq!((at(&stage, winner), at(&stage, NAIROBI) + at(&stage, LIMA)), (1, 1), "where the newer scan was");
        // Handed in again (under another id), the list tells nothing new.
        let again = stage.presence(sync(LIMA, &[(&code, lima_at)]));
        assert_eq!(summary(&again), (0, 1, 0, 0));
        // Reissue kills both copies.
        stage.presence(json!({"reissue-badge": {"person": people[0]}}));
        for venue in [NAIROBI, LIMA] {
            assert_eq!(stage.presence_refused(check_in(venue, &code)), "badge-reissued");
        }
        assert_eq!(stage.house.replayed(), stage.house.state);
    }
}

#[test]
fn a_copy_scanned_before_the_new_badge_is_flagged_though_it_no_longer_counts() {
    let mut stage = Stage::of(&["KE"]);
    let (_, people) = stage.accepted(1, 1);
    let code = stage.code(people[0]);
    stage.scan(NAIROBI, people[0]);
    let lima_at = stage.house.now.plus_ms(4 * MINUTE);
    stage.wait(60 * MINUTE);
    stage.presence(json!({"reissue-badge": {"person": people[0]}}));
    stage.wait(MINUTE);
    let now = stage.house.now;
    let synced = stage.presence(sync(LIMA, &[(&code, lima_at), (&code, now)]));
    assert_eq!(summary(&synced), (0, 0, 2, 1));
    assert!(matches!(events(&synced)[0], PresenceEvent::ScanRefused { why: ScanRefusal::Reissued, .. }));
    assert_eq!((present(&stage), at(&stage, NAIROBI)), ((1, 0), 1));
}

#[test]
fn a_scan_made_after_the_check_out_is_no_double_scan() {
    let mut stage = Stage::of(&["KE"]);
    let (_, people) = stage.accepted(1, 1);
    let code = stage.code(people[0]);
    stage.scan(NAIROBI, people[0]);
    stage.wait(60 * MINUTE);
    stage.presence(check_out(NAIROBI, &code));
    let (during, after) = (stage.house.now.plus_ms(-MINUTE), stage.house.now.plus_ms(30 * MINUTE));
    stage.wait(90 * MINUTE);
    assert_eq!(summary(&stage.presence(sync(LIMA, &[(&code, after)]))), (1, 0, 0, 0));
    assert_eq!(at(&stage, LIMA), 1);
    assert_eq!(summary(&stage.presence(sync(1, &[(&code, during)]))), (1, 0, 0, 1), "it was in Nairobi then");
    assert_eq!((present(&stage), at(&stage, LIMA)), ((1, 0), 1), "an older scan never moves anybody");
}

#[test]
fn a_late_list_does_not_bring_back_who_has_left() {
    let mut stage = Stage::of(&["KE"]);
    let (_, people) = stage.accepted(1, 1);
    let code = stage.code(people[0]);
    stage.scan(NAIROBI, people[0]);
    let then = stage.house.now.plus_ms(MINUTE);
    stage.wait(10 * MINUTE);
    stage.presence(check_out(NAIROBI, &code));
    stage.presence(sync(LIMA, &[(&code, then)]));
    assert_eq!(present(&stage), (0, 0));
    assert_eq!(stage.state().presence.flags().count(), 1);
}

#[test]
fn every_scan_of_a_list_is_judged_alone() {
    let mut stage = Stage::of(&["KE", "PE"]);
    stage.convene();
    let (_, people) = stage.accepted(1, 3);
    let (other, others) = stage.accepted(2, 1);
    let codes: Vec<String> = people.iter().chain(&others).map(|p| stage.code(*p)).collect();
    stage.accredit(json!({"revoke-credentials": {"delegation": other, "reason": "Withdrawn by the organisation"}}));
    stage.wait(MINUTE);
    let now = stage.house.now;
    let synced = stage.presence(sync(
        LIMA,
        &[
            (&codes[0], now),
            ("0000000000", now),
            (&codes[3], now),
            (&codes[0], now),
            (&codes[1], now.plus_ms(-MINUTE)),
            ("?", now),
        ],
    ));
    assert_eq!(summary(&synced), (2, 1, 3, 0));
    let why: Vec<_> = events(&synced)
        .iter()
        .filter_map(|e| if let PresenceEvent::ScanRefused { why, .. } = e { Some(*why) } else { None })
        .collect();
    assert_eq!(why, [ScanRefusal::Unknown, ScanRefusal::NotSeated, ScanRefusal::Unknown]);
    assert_eq!((present(&stage), at(&stage, LIMA)), ((2, 0), 2));
    let foreign = stage.presence(json!({"sync-scans": {"venue": "venue-4", "scans": [{"code": codes[2], "at": now}]}}));
    assert_eq!(summary(&foreign), (0, 0, 1, 0));
    assert_eq!(stage.presence_refused(sync(LIMA, &[])), "scans: empty");
    let many = vec![("0", now); limit::SCANS_PER_COMMAND + 1];
    assert_eq!(stage.presence_refused(sync(LIMA, &many)), "scans: too-many:2000");
    assert_eq!(stage.house.replayed(), stage.house.state);
}
