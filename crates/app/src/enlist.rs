//! From the drafts of a list to the command that enters them, in the page's upload and in the shell alike.
use crate::import::{KnownOrganisation, OrganisationDraft, Rank as ListRank, Reference, RepresentativeDraft};
use domain::{
    Command, FieldProblem, Invalid, State,
    accreditation::{AccreditationCommand, Entry, Rank},
    directory::{Category, DirectoryCommand, Organisation},
    id::{OrganisationId, SummitId},
    language::{Language, Names},
    state::PersonDetails,
};
use std::{collections::BTreeMap, str::FromStr};

/// The organisations of the directory as the import knows them.
#[must_use]
pub fn known(state: &State) -> Vec<KnownOrganisation> {
    state
        .directory
        .iter()
        .map(|(id, organisation)| KnownOrganisation {
            reference: id.to_string(),
            names: organisation.names.iter().map(|(_, name)| name.to_string()).collect(),
            short_name: organisation.short_name.as_ref().map(ToString::to_string),
            external_id: organisation.external_id.as_ref().map(ToString::to_string),
            country: organisation.home.as_ref().and_then(|h| h.as_str().as_bytes().try_into().ok()),
        })
        .collect()
}

/// Codes of the categories a list may name.
#[must_use]
pub fn categories() -> Vec<String> {
    Category::ALL.iter().map(|c| c.as_str().to_owned()).collect()
}

/// The command that enters these organisations, all or nothing.
///
/// # Errors
/// [`Invalid`] naming line and field of what the directory's own limits refuse.
pub fn organisations(state: &State, drafts: &[OrganisationDraft]) -> Result<Command, Invalid> {
    let first = state.directory.next().0;
    let organisations = drafts.iter().map(|draft| organisation(draft, first)).collect::<Result<Vec<_>, _>>()?;
    Ok(Command::Directory(DirectoryCommand::ImportOrganisations { organisations }))
}

fn organisation(draft: &OrganisationDraft, first: u32) -> Result<Organisation, Invalid> {
    let at = |field: &str, problem| Invalid::new(&format!("line {}, {field}", draft.line), problem);
    let mut names = BTreeMap::new();
    for (tag, name) in &draft.names {
        let language = Language::from_str(tag).map_err(|p| at("names", p))?;
        names.insert(language, name.parse().map_err(|p| at("names", p))?);
    }
    let optional = |field: &str, text: &Option<String>| text.as_deref().map(str::parse).transpose().map_err(|p| at(field, p));
    let umbrella = match &draft.umbrella_reference {
        None => None,
        Some(Reference::Draft(index)) => Some(OrganisationId(first + u32::try_from(*index).unwrap_or(u32::MAX))),
        Some(Reference::Known(id)) => Some(id.parse().map_err(|p| at("umbrella", p))?),
    };
    let home = draft.country.map(|code| String::from_utf8_lossy(&code).parse().map_err(|p| at("country", p))).transpose()?;
    let category =
        Category::ALL.into_iter().find(|c| c.as_str() == draft.category).ok_or(at("category", FieldProblem::NotAChoice))?;
    Ok(Organisation {
        names: Names::new(names).map_err(|p| at("names", p))?,
        short_name: optional("short_name", &draft.short_name)?,
        home,
        category,
        umbrella,
        external_id: optional("external_id", &draft.external_id)?,
        website: draft.website.as_deref().map(str::parse).transpose().map_err(|p| at("website", p))?,
    })
}

/// The command that enters these representatives on their organisations' delegations, all or nothing.
///
/// # Errors
/// [`Invalid`] naming the line whose organisation has no delegation to the summit: it must be invited first.
pub fn representatives(state: &State, summit: SummitId, drafts: &[RepresentativeDraft]) -> Result<Command, Invalid> {
    let members = drafts
        .iter()
        .map(|draft| {
            let at = |problem| Invalid::new(&format!("line {}, organisation", draft.line), problem);
            let organisation: OrganisationId = draft.organisation_reference.parse().map_err(at)?;
            let claims = state.accreditation.of_organisation(summit, organisation);
            let delegation = claims
                .iter()
                .rev()
                .copied()
                .find(|d| state.accreditation.delegation(*d).is_some_and(|d| !d.credentials.is_over()));
            Ok(Entry {
                delegation: delegation.ok_or(at(FieldProblem::Unknown))?,
                person: PersonDetails {
                    family: draft.family.clone(),
                    given: draft.given.clone(),
                    function: draft.function.clone(),
                    email: draft.email.clone(),
                    phone: draft.phone.clone().unwrap_or_default(),
                    language: draft.language.clone(),
                    ..PersonDetails::default()
                },
                rank: rank(draft.rank),
                languages: draft.language.parse().into_iter().collect(),
            })
        })
        .collect::<Result<Vec<_>, Invalid>>()?;
    Ok(Command::Accreditation(AccreditationCommand::EnterMembers { members }))
}

const fn rank(rank: ListRank) -> Rank {
    match rank {
        ListRank::Head => Rank::Head,
        ListRank::Representative => Rank::Representative,
        ListRank::Alternate => Rank::Alternate,
        ListRank::Adviser => Rank::Adviser,
    }
}
