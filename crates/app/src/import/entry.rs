//! From the sound lines of a list to the commands that enter them.

use domain::{
    Command, Invalid, State,
    accreditation::{AccreditationCommand, Entry, Invitee},
    directory::{Category, DirectoryCommand, Organisation},
    id::{DelegationId, OrganisationId, SummitId},
    language::{InLanguages, Language},
    state::PersonDetails,
    words::Name,
};
use std::collections::{BTreeMap, HashMap, HashSet};

use super::{KnownOrganisation, OrganisationDraft, Reference, RepresentativeDraft};

/// A sound line that the house does not take all the same: a limit of the directory is narrower than that of the list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {invalid}")]
pub struct NotTaken {
    /// Line of the file.
    pub line: usize,
    /// What is wrong.
    pub invalid: Invalid,
}

/// The organisations of the directory, as an import asks for them.
#[must_use]
pub fn known_organisations(state: &State) -> Vec<KnownOrganisation> {
    let known = |(id, o): (OrganisationId, &Organisation)| KnownOrganisation {
        reference: id.to_string(),
        names: o.names.iter().map(|(_, name)| name.to_string()).collect(),
        short_name: o.short_name.as_ref().map(ToString::to_string),
        external_id: o.external_id.as_ref().map(ToString::to_string),
        country: o.home.clone(),
    };
    state.directory.iter().map(known).collect()
}

/// The command that enters these organisations, in their order; the first gets the id `next`.
///
/// # Errors
/// [`NotTaken`] with the first line that the directory would refuse.
pub fn organisations_command(drafts: &[OrganisationDraft], next: OrganisationId) -> Result<Command, NotTaken> {
    let organisations = drafts.iter().map(|draft| organisation(draft, next)).collect::<Result<_, _>>()?;
    Ok(Command::Directory(DirectoryCommand::ImportOrganisations { organisations }))
}

fn organisation(draft: &OrganisationDraft, next: OrganisationId) -> Result<Organisation, NotTaken> {
    let not = |field: &str| {
        let field = field.to_owned();
        move |problem| NotTaken { line: draft.line, invalid: Invalid::new(&field, problem) }
    };
    let mut names = BTreeMap::new();
    for (tag, name) in &draft.names {
        let language: Language = tag.parse().map_err(not("names"))?;
        let name: Name = name.parse().map_err(not("names"))?;
        names.insert(language, name);
    }
    let category = Category::ALL.into_iter().find(|c| c.as_str() == draft.category);
    let umbrella = match &draft.umbrella_reference {
        None => None,
        Some(Reference::Draft(place)) => Some(OrganisationId(next.0 + *place as u32)),
        Some(Reference::Known(reference)) => Some(reference.parse().map_err(not("umbrella"))?),
    };
    Ok(Organisation {
        names: InLanguages::new(names).map_err(not("names"))?,
        short_name: draft.short_name.as_deref().map(str::parse).transpose().map_err(not("short_name"))?,
        home: draft.country.clone(),
        category: category.ok_or(domain::FieldProblem::NotAChoice).map_err(not("category"))?,
        umbrella,
        external_id: draft.external_id.as_deref().map(str::parse).transpose().map_err(not("external_id"))?,
        website: draft.website.as_deref().map(str::parse).transpose().map_err(not("website"))?,
    })
}

/// The command that invites the same organisations to a summit, with the contacts of the list.
#[must_use]
pub fn invitations_command(drafts: &[OrganisationDraft], next: OrganisationId, summit: SummitId) -> Command {
    let invitee = |(draft, id): (&OrganisationDraft, u32)| Invitee {
        organisation: OrganisationId(id),
        contact: PersonDetails {
            family: draft.contact_name.clone().unwrap_or_default(),
            email: draft.contact_email.clone().unwrap_or_default(),
            ..PersonDetails::default()
        },
    };
    let organisations = drafts.iter().zip(next.0..).map(invitee).collect();
    Command::Accreditation(AccreditationCommand::InviteOrganisations { summit, organisations })
}

/// References of the organisations that have a delegation to this summit on which members can be entered.
#[must_use]
pub fn invited(state: &State, summit: SummitId) -> HashSet<String> {
    let references = state.directory.iter().map(|(id, _)| id.to_string());
    references.filter(|reference| delegation(state, summit, reference).is_some()).collect()
}

/// The command that enters these members on their organisations' delegations, and the drafts whose organisation has no delegation to enter them on.
#[must_use]
pub fn members_command<'d>(
    state: &State,
    summit: SummitId,
    drafts: &'d [RepresentativeDraft],
) -> (Command, Vec<&'d RepresentativeDraft>) {
    let mut of: HashMap<&str, Option<DelegationId>> = HashMap::new();
    let (mut members, mut left) = (Vec::new(), Vec::new());
    for draft in drafts {
        let delegation =
            *of.entry(&draft.organisation_reference).or_insert_with(|| delegation(state, summit, &draft.organisation_reference));
        match delegation {
            Some(delegation) => members.push(entry(draft, delegation)),
            None => left.push(draft),
        }
    }
    (Command::Accreditation(AccreditationCommand::EnterMembers { members }), left)
}

/// The organisation's only delegation whose story is not over: of rivals none can be meant.
fn delegation(state: &State, summit: SummitId, reference: &str) -> Option<DelegationId> {
    let all = state.accreditation.of_organisation(summit, reference.parse().ok()?);
    let mut open = all.iter().copied().filter(|id| state.accreditation.delegation(*id).is_some_and(|d| !d.credentials.is_over()));
    let first = open.next()?;
    open.next().is_none().then_some(first)
}

fn entry(draft: &RepresentativeDraft, delegation: DelegationId) -> Entry {
    let person = PersonDetails {
        family: draft.family.clone(),
        given: draft.given.clone(),
        function: draft.function.clone(),
        email: draft.email.clone(),
        phone: draft.phone.clone().unwrap_or_default(),
        language: draft.language.clone(),
        badge_code: String::new(),
    };
    Entry { delegation, person, rank: draft.rank, languages: draft.language.parse().into_iter().collect() }
}
