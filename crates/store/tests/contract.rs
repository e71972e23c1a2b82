//! One contract for every store: the same tests run on SQLite in a file, SQLite in memory, and the store in memory.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod common;

use std::ops::ControlFlow;

use common::{entry, erase, events, letter, person, photo, read_all};
use store::limits::{
    MAX_BATCH_BLOBS, MAX_BATCH_EVENTS, MAX_EVENT_BYTES, MAX_ID, MAX_LETTER_ERROR_BYTES, MAX_PERSON_BYTES, MAX_PHOTO_BYTES,
};
use store::memory::MemoryStore;
use store::{Batch, EventStore, LetterCounts, LetterState, PhotoWrite, SideStore, SqliteStore, StoreError, blob_hash};

macro_rules! contract {
    ($($name:ident),* $(,)?) => {
        mod sqlite_file {
            $(#[test] fn $name() {
                let dir = tempfile::tempdir().unwrap();
                super::$name(&mut super::SqliteStore::open(dir.path()).unwrap());
                store::verify(dir.path()).unwrap();
            })*
        }
        mod sqlite_memory {
            $(#[test] fn $name() { super::$name(&mut super::SqliteStore::open_in_memory().unwrap()); })*
        }
        mod memory {
            $(#[test] fn $name() { super::$name(&mut super::MemoryStore::new()); })*
        }
    };
}

contract!(
    an_empty_store_is_empty,
    positions_start_at_one_and_have_no_gaps,
    a_stale_position_is_a_conflict_and_writes_nothing,
    reading_stops_at_the_limit_and_when_told,
    a_visitor_may_use_the_store,
    everything_of_a_batch_stands_or_falls_together,
    what_is_over_a_limit_is_refused_never_cut,
    a_full_batch_is_accepted,
    the_newest_two_snapshots_are_kept,
    a_snapshot_of_the_future_is_refused,
    people_are_written_replaced_and_erased,
    erasing_a_person_empties_the_letters,
    photos_belong_to_people,
    letters_wait_until_they_are_due,
    letters_go_through_their_states,
    closed_letters_stay_closed,
    letter_ids_are_chosen_or_taken_once,
    a_long_delivery_error_is_shortened_at_a_character,
    letters_are_paged,
    letters_are_found_by_person,
    the_audit_trail_is_paged,
    blobs_are_found_by_their_hash,
    leaves_stand_or_fall_with_their_events,
);

trait Store: EventStore + SideStore {}
impl<S: EventStore + SideStore> Store for S {}

fn an_empty_store_is_empty(store: &mut impl Store) {
    assert_eq!(store.position().unwrap(), 0);
    assert!(read_all(store, 0).is_empty());
    assert!(store.latest_snapshot().unwrap().is_none());
    assert!(store.letters(None, 0, 10).unwrap().is_empty());
    assert!(store.audit(0, 10).unwrap().is_empty());
    assert!(store.person(1).unwrap().is_none());
    assert!(store.blob(&[0; 32]).unwrap().is_none());
    assert_eq!(store.letter_counts().unwrap(), LetterCounts::default());
}

fn positions_start_at_one_and_have_no_gaps(store: &mut impl Store) {
    assert_eq!(store.append(0, &events(["a", "b"])).unwrap(), 2);
    assert_eq!(store.append(2, &Batch::default()).unwrap(), 2, "no event, no position");
    assert_eq!(store.append(2, &events(["", "d"])).unwrap(), 4, "an empty event is an event");
    let all: Vec<(u64, Vec<u8>)> = vec![(1, b"a".into()), (2, b"b".into()), (3, b"".into()), (4, b"d".into())];
    assert_eq!(read_all(store, 0), all);
    assert_eq!(read_all(store, 2), all[2..]);
    assert!(read_all(store, 4).is_empty());
    assert!(read_all(store, u64::MAX).is_empty());
}

fn a_stale_position_is_a_conflict_and_writes_nothing(store: &mut impl Store) {
    store.append(0, &events(["a"])).unwrap();
    for expected in [0, 2, u64::MAX] {
        let batch = Batch { people: vec![person(1, b"x")], ..events(["b"]) };
        let refused = store.append(expected, &batch);
        assert!(matches!(refused, Err(StoreError::Conflict { expected: e, actual: 1 }) if e == expected));
    }
    assert_eq!(store.position().unwrap(), 1);
    assert!(store.person(1).unwrap().is_none());
}

fn reading_stops_at_the_limit_and_when_told(store: &mut impl Store) {
    // More than one chunk of a reading.
    store.append(0, &events((0..5_000_u32).map(u32::to_le_bytes))).unwrap();
    let mut seen = 0;
    store
        .read_after(10, 3_000, &mut |position, bytes| {
            assert_eq!(bytes, (u32::try_from(position).unwrap() - 1).to_le_bytes());
            seen += 1;
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(seen, 3_000);
    let mut last = 0;
    let mut stop = |position, _: &[u8]| {
        last = position;
        if position == 2_500 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    store.read_after(0, usize::MAX, &mut stop).unwrap();
    assert_eq!(last, 2_500);
    store.read_after(0, 0, &mut |_, _| panic!("nothing was asked for")).unwrap();
}

fn a_visitor_may_use_the_store(store: &mut impl Store) {
    store.append(0, &Batch { people: vec![person(1, b"p")], ..events(["a", "b"]) }).unwrap();
    let shared = &*store;
    let mut seen = 0;
    shared
        .read_after(0, 10, &mut |_, _| {
            assert_eq!(shared.position().unwrap(), 2);
            shared.put_audit(&[entry(1, "Seen")]).unwrap();
            seen += 1;
            ControlFlow::Continue(())
        })
        .unwrap();
    shared
        .people(&mut |id, record| {
            assert_eq!(shared.person(id).unwrap().as_deref(), Some(record));
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!((seen, shared.audit(0, 10).unwrap().len()), (2, 2));
}

fn everything_of_a_batch_stands_or_falls_together(store: &mut impl Store) {
    let blob = b"a scanned letter".to_vec();
    let good = Batch {
        people: vec![person(1, b"Ada")],
        photos: vec![photo(1, b"jpeg")],
        outbox: vec![letter(Some(1), 5)],
        blobs: vec![blob.clone()],
        audit: vec![entry(5, "Invite")],
        ..events(["Invited"])
    };
    // The last part is not acceptable (nobody has the id 2), so none of the rest may be there.
    let bad = Batch { photos: vec![photo(1, b"jpeg"), photo(2, b"jpeg")], ..good.clone() };
    assert!(matches!(store.append(0, &bad), Err(StoreError::Invalid { .. })));
    assert_eq!(store.position().unwrap(), 0);
    assert!(store.person(1).unwrap().is_none());
    assert!(store.letters(None, 0, 10).unwrap().is_empty());
    assert!(store.audit(0, 10).unwrap().is_empty());
    assert!(store.blob(&blob_hash(&blob)).unwrap().is_none());

    assert_eq!(store.append(0, &good).unwrap(), 1);
    assert_eq!(store.person(1).unwrap().unwrap(), b"Ada");
    assert_eq!(store.photo(1).unwrap().unwrap(), b"jpeg");
    assert_eq!(store.letters(None, 0, 10).unwrap().len(), 1);
    assert_eq!(store.audit(0, 10).unwrap()[0].entry, entry(5, "Invite"));
    assert_eq!(store.blob(&blob_hash(&blob)).unwrap().unwrap(), blob);
}

fn what_is_over_a_limit_is_refused_never_cut(store: &mut impl Store) {
    let too_large = |batch: &Batch, store: &mut dyn EventStore| {
        assert!(matches!(store.append(0, batch), Err(StoreError::TooLarge { .. })));
    };
    too_large(&events([vec![0; MAX_EVENT_BYTES + 1]]), store);
    too_large(&events(vec![vec![]; MAX_BATCH_EVENTS + 1]), store);
    too_large(&events(vec![vec![0; MAX_EVENT_BYTES]; 1_100]), store);
    too_large(&Batch { people: vec![person(1, &vec![0; MAX_PERSON_BYTES + 1])], ..Batch::default() }, store);
    let photos = vec![photo(1, &vec![0; MAX_PHOTO_BYTES + 1])];
    too_large(&Batch { photos, ..Batch::default() }, store);
    too_large(&Batch { blobs: vec![vec![]; MAX_BATCH_BLOBS + 1], ..Batch::default() }, store);
    let mut long = letter(None, 0);
    long.body = "x".repeat(store::limits::MAX_BODY_BYTES + 1);
    too_large(&Batch { outbox: vec![long], ..Batch::default() }, store);
    let long = entry(0, &"x".repeat(store::limits::MAX_AUDIT_ACT_BYTES + 1));
    assert!(matches!(store.put_audit(&[long]), Err(StoreError::TooLarge { .. })));
    let long = vec![0; store::limits::MAX_BLOB_BYTES + 1];
    assert!(matches!(store.put_blob(&long), Err(StoreError::TooLarge { .. })));
    let high = Batch { people: vec![person(MAX_ID + 1, b"x")], ..Batch::default() };
    assert!(matches!(store.append(0, &high), Err(StoreError::Invalid { .. })));
    assert_eq!(store.position().unwrap(), 0);
}

fn a_full_batch_is_accepted(store: &mut impl Store) {
    let mut batch = events(vec![b"e".to_vec(); MAX_BATCH_EVENTS]);
    batch.events[17] = vec![0xAB; MAX_EVENT_BYTES];
    assert_eq!(store.append(0, &batch).unwrap(), MAX_BATCH_EVENTS as u64);
    assert_eq!(read_all(store, 17)[0].1, batch.events[17]);
}

fn the_newest_two_snapshots_are_kept(store: &mut impl Store) {
    store.append(0, &events(["a", "b", "c"])).unwrap();
    for position in 1..=3_u64 {
        store.save_snapshot(position, &position.to_le_bytes()).unwrap();
        assert_eq!(store.latest_snapshot().unwrap().unwrap(), (position, position.to_le_bytes().to_vec()));
    }
    store.save_snapshot(3, b"again").unwrap();
    assert_eq!(store.latest_snapshot().unwrap().unwrap(), (3, b"again".to_vec()));
}

fn a_snapshot_of_the_future_is_refused(store: &mut impl Store) {
    assert!(matches!(store.save_snapshot(1, b"x"), Err(StoreError::Invalid { .. })));
    store.save_snapshot(0, b"nothing yet").unwrap();
    assert_eq!(store.latest_snapshot().unwrap().unwrap(), (0, b"nothing yet".to_vec()));
}

fn people_are_written_replaced_and_erased(store: &mut impl Store) {
    // More than one chunk of a reading, written out of order.
    let people = (1..=1_200).rev().map(|id| person(id, format!("person {id}").as_bytes())).collect();
    store.append(0, &Batch { people, ..Batch::default() }).unwrap();
    let change = vec![person(3, b"renamed"), erase(5), person(7, b"x"), erase(7), erase(8), person(8, b"back")];
    store.append(0, &Batch { people: change, ..Batch::default() }).unwrap();
    let mut ids = Vec::new();
    store
        .people(&mut |id, record| {
            match id {
                3 => assert_eq!(record, b"renamed"),
                8 => assert_eq!(record, b"back"),
                _ => assert_eq!(record, format!("person {id}").as_bytes()),
            }
            ids.push(id);
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(ids, (1..=1_200).filter(|id| ![5, 7].contains(id)).collect::<Vec<u64>>());
    assert!(store.person(5).unwrap().is_none());
    assert!(store.person(u64::MAX).unwrap().is_none());
    store.append(0, &Batch { people: vec![erase(9_999)], ..Batch::default() }).expect("erasing nobody is no error");
}

fn erasing_a_person_empties_the_letters(store: &mut impl Store) {
    let outbox = vec![letter(Some(1), 1), letter(Some(2), 2), letter(Some(1), 3)];
    store.append(0, &Batch { people: vec![person(1, b"a")], outbox, ..Batch::default() }).unwrap();
    store.mark_letter_sent(3, 50).unwrap();
    store.mark_letter_failed(1, "no such user delegate@example.org", Some(60)).unwrap();
    store.append(0, &Batch { people: vec![erase(1)], ..Batch::default() }).unwrap();
    for (id, state) in [(1, LetterState::Failed), (3, LetterState::Sent)] {
        let emptied = store.letter(id).unwrap().unwrap();
        assert_eq!((emptied.to_address.as_str(), emptied.subject.as_str(), emptied.body.as_str()), ("", "", ""));
        assert_eq!((emptied.state, emptied.last_error, emptied.recipient_person), (state, None, Some(1)));
    }
    assert_eq!(store.letter(2).unwrap().unwrap().to_address, "delegate@example.org");
    assert_eq!(store.due_letters(100, 10).unwrap().len(), 1);
    // A sender that was under way when the person was erased must not bring anything back.
    store.mark_letter_failed(1, "delegate@example.org unknown", Some(70)).unwrap();
    let emptied = store.letter(1).unwrap().unwrap();
    assert_eq!((emptied.state, emptied.last_error), (LetterState::Failed, None));
    assert!(matches!(store.retry_letter(1, 80), Err(StoreError::Invalid { .. })));
}

fn photos_belong_to_people(store: &mut impl Store) {
    let nobody = Batch { photos: vec![photo(1, b"x")], ..Batch::default() };
    assert!(matches!(store.append(0, &nobody), Err(StoreError::Invalid { .. })));
    let batch = Batch { people: vec![person(1, b"a")], photos: vec![photo(1, b"old")], ..Batch::default() };
    store.append(0, &batch).unwrap();
    let batch = Batch { people: vec![person(1, b"renamed")], ..Batch::default() };
    store.append(0, &batch).unwrap();
    assert_eq!(store.photo(1).unwrap().unwrap(), b"old", "a new record keeps the photo");
    store.append(0, &nobody).unwrap();
    assert_eq!(store.photo(1).unwrap().unwrap(), b"x");
    let none = Batch { photos: vec![PhotoWrite { person: 1, photo: None }], ..Batch::default() };
    store.append(0, &none).unwrap();
    assert!(store.photo(1).unwrap().is_none());
    store.append(0, &nobody).unwrap();
    store.append(0, &Batch { people: vec![erase(1)], ..Batch::default() }).unwrap();
    assert!(store.photo(1).unwrap().is_none());
}

fn letters_wait_until_they_are_due(store: &mut impl Store) {
    let outbox = vec![letter(None, 300), letter(None, 100), letter(None, 200)];
    store.append(0, &Batch { outbox, ..Batch::default() }).unwrap();
    let due = |now| store.due_letters(now, 10).unwrap().iter().map(|letter| letter.id).collect::<Vec<_>>();
    assert_eq!(due(99), [0; 0]);
    assert_eq!(due(200), [2, 3]);
    assert_eq!(due(300), [2, 3, 1]);
    assert_eq!(store.due_letters(300, 2).unwrap().len(), 2);
    store.mark_letter_failed(2, "greylisted", Some(250)).unwrap();
    store.mark_letter_failed(3, "no such host", None).unwrap();
    assert_eq!(due(249), [0; 0]);
    assert_eq!(due(300), [2, 1]);
}

fn letters_go_through_their_states(store: &mut impl Store) {
    let outbox = (0..4).map(|number| letter(Some(number), 10)).collect();
    store.append(0, &Batch { outbox, ..Batch::default() }).unwrap();
    store.mark_letter_sent(1, 20).unwrap();
    store.mark_letter_sent(1, 99).expect("twice is no error");
    store.mark_letter_failed(2, "greylisted", Some(30)).unwrap();
    store.mark_letter_failed(2, "", None).unwrap();
    store.mark_letter_printed(3, 40).unwrap();
    let counts = LetterCounts { waiting: 1, sent: 1, failed: 1, printed: 1 };
    assert_eq!(store.letter_counts().unwrap(), counts);
    let get = |id| store.letter(id).unwrap().unwrap();
    assert_eq!((get(1).state, get(1).sent_ms, get(1).attempts), (LetterState::Sent, Some(20), 0));
    assert_eq!((get(2).state, get(2).last_error, get(2).attempts), (LetterState::Failed, None, 2));
    assert_eq!((get(3).state, get(3).sent_ms), (LetterState::Printed, Some(40)));
    assert_eq!(store.letters(Some(LetterState::Waiting), 0, 10).unwrap(), [get(4)]);
    let (expected, found) = (letter(Some(3), 10), get(4));
    assert_eq!((found.to_address, found.language, found.kind), (expected.to_address, expected.language, expected.kind));
    assert_eq!((found.subject, found.body, found.created_ms), (expected.subject, expected.body, 10));
    assert_eq!((found.recipient_person, found.next_attempt_ms), (Some(3), 10));
    store.retry_letter(2, 60).unwrap();
    assert_eq!((get(2).state, get(2).attempts, get(2).next_attempt_ms), (LetterState::Waiting, 0, 60));
    store.mark_letter_failed(2, "full", None).unwrap();
    store.mark_letter_printed(2, 70).unwrap();
    assert_eq!(get(2).last_error.as_deref(), Some("full"));
}

fn letters_are_found_by_person(store: &mut impl Store) {
    let people = vec![person(7, b"a"), person(8, b"b"), person(9, b"c")];
    let outbox = [7, 9, 7, 8].map(|id| letter(Some(id), 10)).into();
    store.append(0, &Batch { people, outbox, ..Batch::default() }).unwrap();
    let ids = |people: &[u64], limit| store.letters_to(people, limit).unwrap().iter().map(|letter| letter.id).collect::<Vec<_>>();
    assert_eq!(ids(&[7, 8], 10), [3, 1, 4]);
    assert_eq!(ids(&[7, 8], 1), [3]);
    assert_eq!(ids(&[5, u64::MAX], 10), [0; 0]);
    assert_eq!(ids(&[], 10), [0; 0]);
}

fn closed_letters_stay_closed(store: &mut impl Store) {
    store.append(0, &Batch { outbox: vec![letter(None, 1), letter(None, 1)], ..Batch::default() }).unwrap();
    store.mark_letter_sent(1, 5).unwrap();
    store.mark_letter_printed(2, 5).unwrap();
    let closed = |result, id| matches!(result, Err(StoreError::LetterClosed { id: found, .. }) if found == id);
    assert!(closed(store.mark_letter_failed(1, "late", Some(9)), 1));
    assert!(closed(store.mark_letter_printed(1, 9), 1));
    assert!(closed(store.mark_letter_sent(2, 9), 2));
    assert!(closed(store.retry_letter(2, 9), 2));
    for id in [0, 3, u64::MAX] {
        assert!(matches!(store.mark_letter_sent(id, 9), Err(StoreError::NotFound { .. })));
        assert!(store.letter(id).unwrap().is_none());
    }
}

fn letter_ids_are_chosen_or_taken_once(store: &mut impl Store) {
    let with = |id| store::NewLetter { id, ..letter(None, 1) };
    store.append(0, &Batch { outbox: vec![with(Some(10)), with(None), with(Some(4))], ..Batch::default() }).unwrap();
    let ids: Vec<u64> = store.letters(None, 0, 10).unwrap().iter().map(|letter| letter.id).collect();
    assert_eq!(ids, [4, 10, 11]);
    for outbox in [vec![with(Some(10))], vec![with(Some(20)), with(Some(20))], vec![with(Some(0))]] {
        let refused = store.append(0, &Batch { outbox, ..Batch::default() });
        assert!(matches!(refused, Err(StoreError::Invalid { .. })));
    }
    store.append(0, &Batch { outbox: vec![with(Some(MAX_ID))], ..Batch::default() }).unwrap();
    let full = store.append(0, &Batch { outbox: vec![with(None)], ..Batch::default() });
    assert!(matches!(full, Err(StoreError::Invalid { .. })));
}

fn a_long_delivery_error_is_shortened_at_a_character(store: &mut impl Store) {
    store.append(0, &Batch { outbox: vec![letter(None, 1)], ..Batch::default() }).unwrap();
    store.mark_letter_failed(1, &format!("x{}", "é".repeat(1_000)), Some(2)).unwrap();
    let kept = store.letter(1).unwrap().unwrap().last_error.unwrap();
    assert_eq!(kept, format!("x{}", "é".repeat((MAX_LETTER_ERROR_BYTES - 1) / 2)));
}

fn letters_are_paged(store: &mut impl Store) {
    store.append(0, &Batch { outbox: vec![letter(None, 1); 25], ..Batch::default() }).unwrap();
    let mut seen = Vec::new();
    loop {
        let page = store.letters(None, seen.last().copied().unwrap_or(0), 10).unwrap();
        if page.is_empty() {
            break;
        }
        assert!(page.len() <= 10);
        seen.extend(page.iter().map(|letter| letter.id));
    }
    assert_eq!(seen, (1..=25).collect::<Vec<u64>>());
    assert!(store.letters(None, u64::MAX, 10).unwrap().is_empty());
}

fn the_audit_trail_is_paged(store: &mut impl Store) {
    let entries: Vec<_> = (0..30).map(|number| entry(number, "Denied")).collect();
    store.put_audit(&entries[..20]).unwrap();
    let last = Batch { audit: entries[20..].to_vec(), ..Batch::default() };
    store.append(0, &last).unwrap();
    let first = store.audit(0, 12).unwrap();
    let rest = store.audit(first[11].id, usize::MAX).unwrap();
    let all: Vec<_> = first.into_iter().chain(rest).map(|record| record.entry).collect();
    assert_eq!(all, entries);
    assert!(store.audit(u64::MAX, 10).unwrap().is_empty());
}

fn blobs_are_found_by_their_hash(store: &mut impl Store) {
    let hash = store.put_blob(b"evidence").unwrap();
    assert_eq!(hash, blob_hash(b"evidence"));
    assert_eq!(store.put_blob(b"evidence").unwrap(), hash);
    store.append(0, &Batch { blobs: vec![b"evidence".to_vec(), vec![]], ..Batch::default() }).unwrap();
    assert_eq!(store.blob(&hash).unwrap().unwrap(), b"evidence");
    assert_eq!(store.blob(&blob_hash(b"")).unwrap().unwrap(), b"");
}

fn leaves_stand_or_fall_with_their_events(store: &mut impl Store) {
    let leaves = |store: &dyn EventStore, first: u64, limit: usize| {
        let mut seen = Vec::new();
        store
            .leaves_from(first, limit, &mut |index, bytes| {
                seen.push((index, bytes.to_vec()));
                ControlFlow::Continue(())
            })
            .unwrap();
        seen
    };
    assert_eq!(store.leaf_count().unwrap(), 0);
    let batch = |first_leaf: u64, list: &[&[u8]]| Batch {
        leaves: list.iter().map(|l| l.to_vec()).collect(),
        first_leaf,
        ..events(["e"])
    };
    assert_eq!(store.append(0, &batch(0, &[b"a", b"b"])).unwrap(), 1);
    // The events are where they should be but the leaves are not: neither is kept.
    assert!(matches!(store.append(1, &batch(1, &[b"x"])), Err(StoreError::Conflict { expected: 1, actual: 2 })));
    assert_eq!((store.position().unwrap(), store.leaf_count().unwrap()), (1, 2));
    assert!(matches!(store.append(1, &batch(2, &[&[7; 65_536]])), Err(StoreError::TooLarge { .. })));
    assert_eq!(store.append(1, &batch(2, &[b"c"])).unwrap(), 2);
    assert_eq!(leaves(store, 0, 9), [(0, b"a".to_vec()), (1, b"b".to_vec()), (2, b"c".to_vec())]);
    assert_eq!(leaves(store, 1, 1), [(1, b"b".to_vec())]);
    assert_eq!(leaves(store, 3, 9), []);
}
