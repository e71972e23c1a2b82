//! `hemicycle erase`: personal data goes, the record stays and still verifies.
use super::cli::{Erase, ErasePerson};
use anyhow::{Context, Result, bail};
use domain::id::PersonId;
use jiff::Timestamp;
use std::process::ExitCode;
use store::{AuditEntry, Batch, EventStore, PersonWrite, SideStore, SqliteStore};

/// Erases.
///
/// # Errors
/// When there is nobody of this id, or the data cannot be written.
pub fn run(arguments: &Erase) -> Result<ExitCode> {
    let Erase::Person(arguments) = arguments;
    person(arguments)
}

fn person(arguments: &ErasePerson) -> Result<ExitCode> {
    let ErasePerson { id, data } = arguments;
    let person: PersonId = id.parse().map_err(|_| anyhow::anyhow!("{id} is not the id of a person; one looks like rep-17"))?;
    if !data.join(store::DATABASE_FILE).exists() {
        bail!("{} holds no summit", data.display());
    }
    let mut store = SqliteStore::open(data).with_context(|| format!("opening {}", data.display()))?;
    let number = u64::from(person.0);
    if store.reader().person(number)?.is_none() {
        bail!("nothing is kept of {id}: there is nobody of this id, or they were erased before");
    }
    let position = store.position()?;
    let batch = Batch {
        people: vec![PersonWrite { id: number, record: None }],
        audit: vec![AuditEntry {
            at_ms: Timestamp::now().as_millisecond(),
            seat: None,
            act: "erase-person".to_owned(),
            reason: id.clone(),
            address: None,
        }],
        ..Batch::default()
    };
    store.append(position, &batch).with_context(|| format!("erasing {id}"))?;
    if !store.checkpoint()? {
        bail!("{id} is erased, but traces may remain in the write-ahead log: run this again when nothing reads the data");
    }
    println!("{id} is erased: name, address, photo, letters, and what opened the commitments of their presence.");
    println!(
        "The record keeps its digests, which say nothing without these, and verifies as before. Backups made earlier still hold the data."
    );
    Ok(ExitCode::SUCCESS)
}
