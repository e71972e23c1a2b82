//! Lists of organisations and representatives, from CSV or XLSX bytes to typed drafts and a report. No input or output
//! of its own: bytes in, values out.
//!
//! [`read_table`] tells encoding, delimiter and kind of file by content; [`import_organisations`] and
//! [`import_representatives`] map the columns and judge every line; [`rejects_csv`] writes the refused lines back.

mod checks;
mod countries;
mod delimited;
mod encoding;
mod entry;
mod headings;
mod languages;
mod mapping;
mod organisations;
mod references;
mod report;
mod representatives;
mod rows;
mod spreadsheet;
mod table;
mod text;

pub use checks::{MAX_EMAIL_BYTES, MAX_PHONE_CHARS, MAX_WEBSITE_CHARS};
pub use countries::{BlankCountry, ConvenerPlaces, CountryLookup, IsoCountries};
pub use entry::{NotTaken, invitations_command, invited, known_organisations, members_command, organisations_command};
pub use languages::UNDETERMINED;
pub use mapping::{FieldKind, ListKind, MAX_RULES, MapRule, Mapping, MappingError};
pub use organisations::{OrganisationDraft, OrganisationOptions, import_organisations};
pub use references::{KnownOrganisation, Reference};
pub use report::{MAX_PROBLEMS, Outcome, Problem, ProblemKind, REASON_HEADING, rejects_csv};
pub use representatives::{RepresentativeDraft, RepresentativeOptions, import_representatives};
pub use table::{
    Format, MAX_CELL_CHARS, MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS, MAX_SPREADSHEET_PARTS, MAX_SPREADSHEET_TAGS, MAX_TEXT_BYTES,
    MAX_UNPACKED_BYTES, ReadOptions, Row, Table, TableError, read_table, read_table_with,
};
