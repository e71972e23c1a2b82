//! Taking the values of one row, and telling what is wrong with them.

use std::borrow::Cow;
use std::collections::HashMap;

use super::checks;
use super::mapping::{FieldKind, Mapping};
use super::report::{ProblemKind, ProblemLog};
use super::table::Row;
use super::text::{self, TextFault};

/// Reads the values of one row; every fault goes to the log with its column.
pub(super) struct RowReader<'a, 'log> {
    pub row: Row<'a>,
    pub mapping: &'a Mapping,
    pub log: &'log mut ProblemLog,
}

impl<'a> RowReader<'a, '_> {
    /// Reports cells beyond the last heading.
    pub(super) fn check_width(&mut self) {
        let columns = self.mapping.width();
        let actual = self.row.len();
        if actual > columns {
            let value = self.row.cell(columns);
            self.log.add(self.row.line(), None, value, ProblemKind::ExtraCells { columns, actual });
        }
    }

    /// The cleaned value of a column; `None` when it is blank or was reported.
    pub(super) fn cell(&mut self, column: usize, limit_chars: usize) -> Option<Cow<'a, str>> {
        let raw = self.row.cell(column);
        if raw.is_empty() {
            return None;
        }
        let value = match text::clean(raw) {
            Ok(value) if value.is_empty() => return None,
            Ok(value) => value,
            Err(fault) => {
                let kind = match fault {
                    TextFault::Control(character) => ProblemKind::ControlCharacter { character: text::character_name(character) },
                    TextFault::Damaged => ProblemKind::DamagedCharacter,
                };
                self.fault(column, kind);
                return None;
            }
        };
        if checks::is_formula_error(&value) {
            self.fault(column, ProblemKind::FormulaError);
            return None;
        }
        if value.len() > limit_chars {
            let actual = value.chars().count();
            if actual > limit_chars {
                self.fault(column, ProblemKind::TooLong { limit: limit_chars, actual });
                return None;
            }
        }
        Some(value)
    }

    /// The cleaned value of a field, if the file has a column for it.
    pub(super) fn field(&mut self, field: FieldKind, limit_chars: usize) -> Option<String> {
        let column = self.mapping.column(field)?;
        self.cell(column, limit_chars).map(Cow::into_owned)
    }

    /// The value of a field that must not be blank; an empty text after the problem was reported.
    pub(super) fn required(&mut self, field: FieldKind, limit_chars: usize) -> String {
        let before = self.log.len();
        self.field(field, limit_chars).unwrap_or_else(|| {
            if self.log.len() == before {
                self.field_fault(field, ProblemKind::MissingValue { field });
            }
            String::new()
        })
    }

    /// The value of a field after a check that may rewrite it.
    pub(super) fn checked(
        &mut self,
        field: FieldKind,
        limit_chars: usize,
        check: impl FnOnce(&str) -> Option<String>,
        otherwise: ProblemKind,
    ) -> Option<String> {
        let value = self.field(field, limit_chars)?;
        let checked = check(&value);
        if checked.is_none() {
            self.field_fault(field, otherwise);
        }
        checked
    }

    /// Reports a fault of a column.
    pub(super) fn fault(&mut self, column: usize, kind: ProblemKind) {
        self.log.add(self.row.line(), Some(self.mapping.heading(column)), self.row.cell(column), kind);
    }

    /// Reports a fault of a field's column, or of the line when the file has no such column.
    pub(super) fn field_fault(&mut self, field: FieldKind, kind: ProblemKind) {
        match self.mapping.column(field) {
            Some(column) => self.fault(column, kind),
            None => self.log.add(self.row.line(), None, "", kind),
        }
    }
}

/// Most values remembered by a [`Memo`].
const MAX_REMEMBERED: usize = 5_000;

/// Remembers what a text was understood as: a list repeats its countries, categories and ranks thousands of times.
#[derive(Debug)]
pub(super) struct Memo<T>(HashMap<String, T>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: Clone> Memo<T> {
    pub(super) fn get(&mut self, text: &str, find: impl FnOnce() -> T) -> T {
        if let Some(found) = self.0.get(text) {
            return found.clone();
        }
        let found = find();
        if self.0.len() < MAX_REMEMBERED {
            self.0.insert(text.to_owned(), found.clone());
        }
        found
    }

    /// How many texts are remembered.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}
