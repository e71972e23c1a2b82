//! What is wrong with a list, line by line.

use std::collections::BTreeMap;
use std::fmt;

use super::delimited::detect;
use super::mapping::FieldKind;
use super::table::{Format, MAX_CELL_CHARS, MAX_COLUMNS, Table};
use super::text::shorten;

/// Most problems kept in detail; beyond it the list as a whole is refused.
pub const MAX_PROBLEMS: usize = 20_000;
/// Most characters of a value shown in a problem.
const SHOWN_CHARS: usize = 120;
/// Heading of the column that [`rejects_csv`] adds; a column so named is left out when the file is read again.
pub const REASON_HEADING: &str = "reason";

/// What is wrong with a value or a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The organisation has no name in any language.
    MissingName,
    /// A required value is blank.
    MissingValue {
        /// The field.
        field: FieldKind,
    },
    /// A control, bidirectional-control or invisible character.
    ControlCharacter {
        /// The character: `U+202E RIGHT-TO-LEFT OVERRIDE`.
        character: String,
    },
    /// U+FFFD: a conversion before the import lost a character.
    DamagedCharacter,
    /// The formula of the cell failed in the spreadsheet it came from (`#N/A`, `#REF!` …).
    FormulaError,
    /// The value is too long.
    TooLong {
        /// The limit, in characters.
        limit: usize,
        /// The length, in characters.
        actual: usize,
    },
    /// The line has values beyond the last heading.
    ExtraCells {
        /// Number of headings.
        columns: usize,
        /// Number of cells on the line.
        actual: usize,
    },
    /// The country is blank, and that was not declared to mean international.
    CountryMissing,
    /// No country is known by that name or code.
    CountryUnknown {
        /// The name or code that was probably meant.
        suggestion: Option<String>,
    },
    /// There is no such category.
    CategoryUnknown {
        /// The categories there are.
        allowed: String,
    },
    /// Not an e-mail address.
    EmailInvalid,
    /// Not a web address (`http` or `https`).
    WebsiteInvalid,
    /// Not a telephone number.
    PhoneInvalid,
    /// There is no such place in a delegation.
    RankUnknown {
        /// The ranks there are.
        allowed: String,
    },
    /// Neither a language tag nor the name of a language.
    LanguageUnknown,
    /// The same name in the same country stands on an earlier line.
    DuplicateName {
        /// The earlier line.
        other_line: usize,
    },
    /// The same identifier stands on an earlier line.
    DuplicateExternalId {
        /// The earlier line.
        other_line: usize,
    },
    /// The same person with the same address and organisation stands on an earlier line.
    DuplicateRepresentative {
        /// The earlier line.
        other_line: usize,
    },
    /// An earlier line already names a head of that delegation (rule 25 of the General Assembly).
    SecondHead {
        /// The earlier line.
        other_line: usize,
    },
    /// An organisation of that name and country, or of that identifier, is in the directory already.
    AlreadyRegistered {
        /// Reference of the organisation in the directory.
        existing: String,
    },
    /// No organisation of the file or the directory answers to the reference.
    OrganisationUnknown {
        /// The name that was probably meant.
        suggestion: Option<String>,
    },
    /// Several organisations answer to the reference.
    OrganisationAmbiguous {
        /// The organisations, each as `line 12` or by its reference in the directory.
        candidates: String,
    },
    /// The organisation has no delegation to the summit that a member could be entered on, or two that claim its seat.
    NotInvited,
    /// The umbrella is on a line that is itself refused.
    UmbrellaRefused {
        /// The umbrella's line.
        other_line: usize,
    },
    /// Umbrellas that are members of each other, or an organisation that is its own umbrella.
    UmbrellaCycle {
        /// The lines of the cycle: `3 → 7 → 3`.
        lines: String,
    },
}

impl ProblemKind {
    /// Machine code of the problem, the key of its translation.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingName => "missing-name",
            Self::MissingValue { .. } => "missing-value",
            Self::ControlCharacter { .. } => "control-character",
            Self::DamagedCharacter => "damaged-character",
            Self::FormulaError => "formula-error",
            Self::TooLong { .. } => "too-long",
            Self::ExtraCells { .. } => "extra-cells",
            Self::CountryMissing => "country-missing",
            Self::CountryUnknown { .. } => "country-unknown",
            Self::CategoryUnknown { .. } => "category-unknown",
            Self::EmailInvalid => "email-invalid",
            Self::WebsiteInvalid => "website-invalid",
            Self::PhoneInvalid => "phone-invalid",
            Self::RankUnknown { .. } => "rank-unknown",
            Self::LanguageUnknown => "language-unknown",
            Self::DuplicateName { .. } => "duplicate-name",
            Self::DuplicateExternalId { .. } => "duplicate-external-id",
            Self::DuplicateRepresentative { .. } => "duplicate-representative",
            Self::SecondHead { .. } => "second-head",
            Self::AlreadyRegistered { .. } => "already-registered",
            Self::OrganisationUnknown { .. } => "organisation-unknown",
            Self::OrganisationAmbiguous { .. } => "organisation-ambiguous",
            Self::NotInvited => "not-invited",
            Self::UmbrellaRefused { .. } => "umbrella-refused",
            Self::UmbrellaCycle { .. } => "umbrella-cycle",
        }
    }

    /// Parameters of the problem for its translation; an absent suggestion is an empty text.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::MissingValue { field } => vec![("field", field.code().to_owned())],
            Self::ControlCharacter { character } => vec![("character", character.clone())],
            Self::TooLong { limit, actual } => vec![("limit", limit.to_string()), ("actual", actual.to_string())],
            Self::ExtraCells { columns, actual } => vec![("columns", columns.to_string()), ("actual", actual.to_string())],
            Self::CountryUnknown { suggestion } | Self::OrganisationUnknown { suggestion } => {
                vec![("suggestion", suggestion.clone().unwrap_or_default())]
            }
            Self::CategoryUnknown { allowed } | Self::RankUnknown { allowed } => vec![("allowed", allowed.clone())],
            Self::DuplicateName { other_line }
            | Self::DuplicateExternalId { other_line }
            | Self::DuplicateRepresentative { other_line }
            | Self::SecondHead { other_line }
            | Self::UmbrellaRefused { other_line } => vec![("other_line", other_line.to_string())],
            Self::AlreadyRegistered { existing } => vec![("existing", existing.clone())],
            Self::OrganisationAmbiguous { candidates } => vec![("candidates", candidates.clone())],
            Self::UmbrellaCycle { lines } => vec![("lines", lines.clone())],
            Self::MissingName
            | Self::DamagedCharacter
            | Self::FormulaError
            | Self::CountryMissing
            | Self::EmailInvalid
            | Self::WebsiteInvalid
            | Self::PhoneInvalid
            | Self::LanguageUnknown
            | Self::NotInvited => Vec::new(),
        }
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let meant = |suggestion: &Option<String>| {
            suggestion.as_ref().map(|suggestion| format!("; did you mean “{suggestion}”?")).unwrap_or_default()
        };
        match self {
            Self::MissingName => write!(out, "the organisation has no name in any language"),
            Self::MissingValue { field } => write!(out, "the {} is missing", field.label()),
            Self::ControlCharacter { character } => write!(out, "it holds the invisible character {character}"),
            Self::DamagedCharacter => write!(out, "a character was lost (�) when the file was converted"),
            Self::FormulaError => write!(out, "the formula of this cell failed in the spreadsheet"),
            Self::TooLong { limit, actual } => write!(out, "it has {actual} characters; at most {limit} are taken"),
            Self::ExtraCells { columns, actual } => {
                write!(out, "the line has {actual} cells but there are {columns} headings; is a quotation mark missing?")
            }
            Self::CountryMissing => write!(out, "the country is missing; write “international” if there is none"),
            Self::CountryUnknown { suggestion } => write!(out, "no country is known by this name or code{}", meant(suggestion)),
            Self::CategoryUnknown { allowed } => write!(out, "there is no such category; there are: {allowed}"),
            Self::EmailInvalid => write!(out, "this is not an e-mail address"),
            Self::WebsiteInvalid => write!(out, "this is not a web address beginning with http:// or https://"),
            Self::PhoneInvalid => write!(out, "this is not a telephone number"),
            Self::RankUnknown { allowed } => write!(out, "there is no such rank in a delegation; there are: {allowed}"),
            Self::LanguageUnknown => write!(out, "this is neither a language tag nor the name of a language"),
            Self::DuplicateName { other_line } => {
                write!(out, "line {other_line} has the same name in the same country")
            }
            Self::DuplicateExternalId { other_line } => write!(out, "line {other_line} has the same identifier"),
            Self::DuplicateRepresentative { other_line } => {
                write!(out, "line {other_line} has the same person with the same address and organisation")
            }
            Self::SecondHead { other_line } => {
                write!(out, "line {other_line} already names a head of this delegation")
            }
            Self::AlreadyRegistered { existing } => write!(out, "this organisation is registered already, as {existing}"),
            Self::OrganisationUnknown { suggestion } => {
                write!(out, "no organisation has this name, short name or identifier{}", meant(suggestion))
            }
            Self::OrganisationAmbiguous { candidates } => {
                write!(out, "several organisations answer to this: {candidates}; use the identifier")
            }
            Self::NotInvited => {
                write!(out, "the organisation has no delegation to the summit, or two that claim its seat; invite it first")
            }
            Self::UmbrellaRefused { other_line } => write!(out, "the umbrella is on line {other_line}, which is refused itself"),
            Self::UmbrellaCycle { lines } => write!(out, "umbrellas are members of each other: lines {lines}"),
        }
    }
}

/// One thing wrong on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Line of the file, from 1.
    pub line: usize,
    /// Heading of the column; absent when the line as a whole is concerned.
    pub column: Option<String>,
    /// The value as it stands in the file, shortened; controls are shown as `U+…`.
    pub value: String,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}", self.line)?;
        if let Some(column) = &self.column {
            write!(out, ", column “{column}”")?;
        }
        if !self.value.is_empty() {
            write!(out, ", “{}”", self.value)?;
        }
        write!(out, ": {}", self.kind)
    }
}

/// The result of reading a list: what can be entered and what is wrong. Whether it is all or nothing the caller decides.
#[derive(Debug, Clone)]
pub struct Outcome<D> {
    /// The sound lines, in the order of the file.
    pub drafts: Vec<D>,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Problem>,
    /// Headings of columns that hold no field.
    pub ignored_columns: Vec<String>,
    /// How the file was understood: encoding and delimiter, or sheet.
    pub format: Format,
    /// Rows below the header that are not blank.
    pub rows: usize,
    /// True when there are more than [`MAX_PROBLEMS`]; then there are no drafts at all.
    pub truncated: bool,
}

impl<D> Outcome<D> {
    /// Encoding of a text file (WHATWG name), `XLSX` for a workbook.
    #[must_use]
    pub fn encoding(&self) -> &str {
        match &self.format {
            Format::Text { encoding, .. } => encoding,
            Format::Spreadsheet { .. } => "XLSX",
        }
    }

    /// Delimiter of a text file.
    #[must_use]
    pub fn delimiter(&self) -> Option<char> {
        match self.format {
            Format::Text { delimiter, .. } => Some(delimiter),
            Format::Spreadsheet { .. } => None,
        }
    }

    /// Number of lines that are refused.
    #[must_use]
    pub fn refused_lines(&self) -> usize {
        let mut lines: Vec<usize> = self.problems.iter().map(|problem| problem.line).collect();
        lines.dedup();
        lines.len()
    }
}

/// Collects problems up to [`MAX_PROBLEMS`].
#[derive(Debug, Default)]
pub(super) struct ProblemLog {
    problems: Vec<Problem>,
    truncated: bool,
}

impl ProblemLog {
    pub(super) fn add(&mut self, line: usize, column: Option<String>, value: &str, kind: ProblemKind) {
        if self.problems.len() == MAX_PROBLEMS {
            self.truncated = true;
            return;
        }
        self.problems.push(Problem { line, column, value: show(value), kind });
    }

    /// Number of problems so far; a line is sound when it added none.
    pub(super) fn len(&self) -> usize {
        self.problems.len() + usize::from(self.truncated)
    }

    pub(super) fn truncated(&self) -> bool {
        self.truncated
    }

    /// Closes the log: problems in the order of the file, and no drafts when some problems were left out.
    pub(super) fn into_outcome<D>(mut self, drafts: Vec<D>, table: &Table, ignored_columns: Vec<String>) -> Outcome<D> {
        self.problems.sort_by_key(|problem| problem.line);
        Outcome {
            drafts: if self.truncated { Vec::new() } else { drafts },
            problems: self.problems,
            ignored_columns,
            format: table.format().clone(),
            rows: table.row_count(),
            truncated: self.truncated,
        }
    }
}

/// A value fit for a report: shortened, with whatever could hide or reorder text written out.
fn show(value: &str) -> String {
    let mut shown = String::new();
    for character in value.trim().chars().take(SHOWN_CHARS + 1) {
        let mut buffer = [0; 4];
        if character.is_whitespace() {
            shown.push(' ');
        } else if super::text::clean(character.encode_utf8(&mut buffer)).is_ok() || character == '\u{FFFD}' {
            shown.push(character);
        } else {
            shown.push_str(&format!("[U+{:04X}]", u32::from(character)));
        }
    }
    shorten(&shown, SHOWN_CHARS)
}

/// The refused lines as a CSV file (UTF-8 with a byte-order mark, the source's delimiter) with a `reason` column, to be
/// mended and imported again. The cells are those of the file, untouched.
///
/// It begins with a line such as `sep=|` where its delimiter would not be told without (`|` never is), and has no
/// `reason` column where the source has as many columns as a table may ([`MAX_COLUMNS`]).
#[must_use]
pub fn rejects_csv(table: &Table, problems: &[Problem]) -> Vec<u8> {
    let mut reasons: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for problem in problems {
        let column = problem.column.as_ref().map(|column| format!("{column}: ")).unwrap_or_default();
        reasons.entry(problem.line).or_default().push(format!("{column}{}", problem.kind));
    }
    let delimiter = match table.format() {
        Format::Text { delimiter, .. } => *delimiter,
        Format::Spreadsheet { .. } => ',',
    };
    let body = rejected_lines(table, &reasons, delimiter);
    // Not always: spreadsheet programs that heed the declaration pass over the byte-order mark and take the text for their own code page.
    let declaration = if detect(&body) == delimiter { String::new() } else { format!("sep={delimiter}\n") };
    format!("\u{FEFF}{declaration}{body}").into_bytes()
}

/// Headings and refused rows of `table`, each row with its reasons (by line), as [`rejects_csv`] says.
fn rejected_lines(table: &Table, reasons: &BTreeMap<usize, Vec<String>>, delimiter: char) -> String {
    let refused = || table.rows().filter_map(|row| Some((row, reasons.get(&row.line())?)));
    let widest = refused().map(|(row, _)| row.len()).max().unwrap_or(0);
    let columns: Vec<usize> = (0..table.headings().len().max(widest))
        .filter(|&column| table.headings().get(column).is_none_or(|heading| !heading.eq_ignore_ascii_case(REASON_HEADING)))
        .collect();
    let is_room = columns.len() < MAX_COLUMNS;
    // Every delimiter that is read is ASCII.
    let mut writer = csv::WriterBuilder::new().delimiter(u8::try_from(delimiter).unwrap_or(b',')).from_writer(Vec::new());
    let heading = |&column: &usize| table.headings().get(column).map_or("", String::as_str);
    // Records of equal length written to memory cannot fail; were one to, it would be missing from the file only.
    let _ = writer.write_record(columns.iter().map(heading).chain(is_room.then_some(REASON_HEADING)));
    for (row, reasons) in refused() {
        let reason = shorten(&reasons.join(" | "), MAX_CELL_CHARS - 1);
        let _ = writer.write_record(columns.iter().map(|&column| row.cell(column)).chain(is_room.then_some(reason.as_str())));
    }
    // Cells are UTF-8, and so are the marks between them.
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
