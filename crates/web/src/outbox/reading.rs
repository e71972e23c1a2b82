//! What one page of the outbox or of the trail reads, and no more: a summit writes tens of thousands of letters. These calls block.
use crate::pages::letters::{LINES, Sheet};
use app::side::{AuditRecord, Letter, LetterState, SideStore, StoreError};

/// Letters looked through at once, on the way to older ones.
const STEP: u64 = 200;
/// Most bytes of letters on one sheet for the printer: it carries links that sign in, so it is sent as it is, uncompressed.
const SHEET_BYTES: usize = 40 * 1024;
/// What a letter's markup takes beside its words, in bytes.
const MARKUP_BYTES: usize = 320;
/// Letters read at once for a sheet.
const SHEET_STEP: usize = 50;

/// A number above which nothing stands, searched upwards from `from`; `any` says whether something stands above a number.
fn bound(from: u64, any: impl Fn(u64) -> Result<bool, StoreError>) -> Result<u64, StoreError> {
    let mut beyond = from;
    while any(beyond)? {
        beyond = beyond.saturating_mul(2).max(1);
    }
    Ok(beyond)
}

/// The newest number that stands, 0 when there is none: found by halves.
fn newest(any: impl Fn(u64) -> Result<bool, StoreError>) -> Result<u64, StoreError> {
    let (mut below, mut beyond) = (0, bound(0, &any)?);
    while below < beyond {
        let middle = below + (beyond - below) / 2;
        if any(middle)? { below = middle + 1 } else { beyond = middle }
    }
    Ok(below)
}

/// The letters of a state whose number is below `before`, the newest first: one page of them, and whether older ones follow. `written` is
/// how many letters there are of all states.
pub fn page(
    side: &dyn SideStore,
    state: LetterState,
    before: Option<u64>,
    written: u64,
) -> Result<(Vec<Letter>, bool), StoreError> {
    let mut high = match before {
        Some(before) => before.saturating_sub(1),
        None => bound(written, |after| Ok(!side.letters(None, after, 1)?.is_empty()))?,
    };
    let mut found: Vec<Letter> = Vec::new();
    while high > 0 && found.len() <= LINES {
        let low = high.saturating_sub(STEP);
        // The store answers in the order of the numbers: what stands above `high` comes last, and is not read where nothing stands below.
        if side.letters(Some(state), low, 1)?.iter().any(|letter| letter.id <= high) {
            let step = side.letters(Some(state), low, usize::try_from(high - low).unwrap_or(usize::MAX))?;
            found.extend(step.into_iter().rev().filter(|letter| letter.id <= high));
        }
        high = low;
    }
    let more = found.len() > LINES;
    found.truncate(LINES);
    Ok((found, more))
}

/// The oldest letters of a state, as many as a sheet holds, and at least one.
pub fn sheet(side: &dyn SideStore, state: LetterState) -> Result<Sheet, StoreError> {
    let (mut sheet, mut bytes, mut after) = (Sheet::default(), 0, 0);
    loop {
        let step = side.letters(Some(state), after, SHEET_STEP)?;
        let Some(last) = step.last() else { return Ok(sheet) };
        after = last.id;
        // What was erased with its reader has no words to print.
        for letter in step.into_iter().filter(|letter| !letter.body.is_empty()) {
            bytes += letter.subject.len() + letter.body.len() + MARKUP_BYTES;
            if bytes > SHEET_BYTES && !sheet.letters.is_empty() {
                sheet.more = true;
                return Ok(sheet);
            }
            sheet.letters.push(letter);
        }
    }
}

/// The newest entries of the trail, in their order.
pub fn trail(side: &dyn SideStore, most: usize) -> Result<Vec<AuditRecord>, StoreError> {
    let newest = newest(|after| Ok(!side.audit(after, 1)?.is_empty()))?;
    side.audit(newest.saturating_sub(most as u64), most)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use store::{AuditEntry, Batch, EventStore, NewLetter, memory::MemoryStore};

    /// Letters with these bodies, of which every one whose number fits is sent.
    fn outbox(bodies: &[&str], sent: impl Fn(u64) -> bool) -> MemoryStore {
        let mut store = MemoryStore::new();
        let letter = |body: &&str| NewLetter {
            id: None,
            recipient_person: Some(1),
            to_address: String::new(),
            language: "en".to_owned(),
            kind: "invitation".to_owned(),
            subject: "A".to_owned(),
            body: (*body).to_owned(),
            created_ms: 0,
        };
        let letters = bodies.iter().map(letter).collect();
        store.append(0, &Batch { events: vec![vec![1]], outbox: letters, ..Batch::default() }).unwrap();
        for id in (1..=bodies.len() as u64).filter(|id| sent(*id)) {
            store.mark_letter_sent(id, 1).unwrap();
        }
        store
    }

    /// All pages one after the other, as somebody leafs through them.
    fn leafed(store: &MemoryStore, state: LetterState) -> Vec<u64> {
        let written = store.letter_counts().unwrap();
        let written = written.waiting + written.sent;
        let (mut all, mut before) = (Vec::new(), None);
        loop {
            let (letters, more) = page(store, state, before, written).unwrap();
            assert!(letters.len() == LINES || !more, "a page that is not the last is full");
            all.extend(letters.iter().map(|letter| letter.id));
            before = all.last().copied();
            if !more {
                return all;
            }
        }
    }

    #[test]
    fn every_letter_is_on_exactly_one_page_the_newest_first() {
        let bodies = vec!["words"; 1_000];
        for sent in [|id| id % 2 == 0, |id| id > 30, |id| id <= 3 || id > 900, |_| true, |_| false] as [fn(u64) -> bool; 5] {
            let store = outbox(&bodies, sent);
            let expected: Vec<u64> = (1..=1_000).rev().filter(|id| sent(*id)).collect();
            assert_eq!(leafed(&store, LetterState::Sent), expected);
            let expected: Vec<u64> = (1..=1_000).rev().filter(|id| !sent(*id)).collect();
            assert_eq!(leafed(&store, LetterState::Waiting), expected);
        }
    }

    #[test]
    fn a_sheet_holds_so_many_words_and_says_that_there_are_more() {
        let long = "w".repeat(SHEET_BYTES / 4);
        let store = outbox(&["", &long, &long, "", &long, &long, "short"], |_| false);
        let found = sheet(&store, LetterState::Waiting).unwrap();
        assert_eq!((found.letters.iter().map(|l| l.id).collect::<Vec<_>>(), found.more), (vec![2, 3, 5], true));
        let found = sheet(&store, LetterState::Failed).unwrap();
        assert!(found.letters.is_empty() && !found.more);
        // One that is longer than a sheet is printed alone.
        let longest = "w".repeat(SHEET_BYTES + 1);
        let found = sheet(&outbox(&[&longest, "short"], |_| false), LetterState::Waiting).unwrap();
        assert_eq!((found.letters.len(), found.more), (1, true));
    }

    #[test]
    fn the_newest_of_the_trail_is_found_wherever_it_begins() {
        for (last, most) in [(0, 5), (3, 5), (5, 5), (1_000, 7)] {
            let mut store = MemoryStore::new();
            let entry = AuditEntry { at_ms: 0, seat: None, act: "act".to_owned(), reason: "denied".to_owned(), address: None };
            if last > 0 {
                let audit = vec![entry; last];
                store.append(0, &Batch { events: vec![vec![1]], audit, ..Batch::default() }).unwrap();
            }
            let found: Vec<u64> = trail(&store, most).unwrap().iter().map(|e| e.id).collect();
            let expected: Vec<u64> = (1..=last as u64).skip(last.saturating_sub(most)).collect();
            assert_eq!(found, expected);
        }
    }
}
