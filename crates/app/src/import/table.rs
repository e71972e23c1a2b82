//! A table read from a file: its headings, its rows, and the line each row stands on.

use super::text;
use super::{delimited, encoding, spreadsheet};

/// Largest file taken, in bytes (32 MiB).
pub const MAX_FILE_BYTES: usize = 32 * 1024 * 1024;
/// Most rows below the header; blank rows are not counted.
pub const MAX_ROWS: usize = 100_000;
/// Most columns; empty cells beyond it are passed over.
pub const MAX_COLUMNS: usize = 200;
/// Longest cell, in characters.
pub const MAX_CELL_CHARS: usize = 10_000;
/// Most text a table may hold, in bytes of UTF-8 (96 MiB).
pub const MAX_TEXT_BYTES: usize = 96 * 1024 * 1024;
/// Most bytes a spreadsheet may unpack to (128 MiB).
pub const MAX_UNPACKED_BYTES: u64 = 128 * 1024 * 1024;
/// Most parts (files) inside a spreadsheet.
pub const MAX_SPREADSHEET_PARTS: usize = 2_000;
/// Most mark-up tags in all parts of a spreadsheet together.
pub const MAX_SPREADSHEET_TAGS: u64 = 12_000_000;

/// What the caller may say about a file instead of leaving it to be detected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Sheet of a spreadsheet to read; the first when absent.
    pub sheet: Option<String>,
    /// Encoding label of a text file (WHATWG), such as `windows-1251`.
    pub encoding: Option<String>,
    /// Delimiter of a text file.
    pub delimiter: Option<char>,
}

/// How a file was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// Delimited text.
    Text {
        /// WHATWG name of the encoding.
        encoding: &'static str,
        /// Character between cells.
        delimiter: char,
    },
    /// Office Open XML workbook (XLSX).
    Spreadsheet {
        /// Name of the sheet that was read.
        sheet: String,
    },
}

/// Why a file cannot be read as a table at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// More than [`MAX_FILE_BYTES`].
    #[error("the file has {bytes} bytes; at most {limit} are taken")]
    FileTooLarge {
        /// Size of the file.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// Nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// A header and nothing below it.
    #[error("the file has a header on line {header_line} and no rows below it")]
    NoRows {
        /// Line of the header.
        header_line: usize,
    },
    /// More than [`MAX_ROWS`].
    #[error("the table has more than {limit} rows; split it into several files")]
    TooManyRows {
        /// The limit.
        limit: usize,
    },
    /// A row reaches beyond [`MAX_COLUMNS`].
    #[error("line {line} has more than {limit} columns")]
    TooManyColumns {
        /// Line of the row.
        line: usize,
        /// The limit.
        limit: usize,
    },
    /// A cell is longer than [`MAX_CELL_CHARS`]; a quotation mark that is never closed is the usual cause.
    #[error(
        "line {line}, column {column}: the cell has more than {limit} characters; \
         a quotation mark opened on that line may never be closed"
    )]
    CellTooLong {
        /// Line where the row begins.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// The limit in characters.
        limit: usize,
    },
    /// More than [`MAX_TEXT_BYTES`].
    #[error("the table holds more than {limit} bytes of text")]
    TextTooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// A spreadsheet unpacks to more than [`MAX_UNPACKED_BYTES`], [`MAX_SPREADSHEET_PARTS`] or
    /// [`MAX_SPREADSHEET_TAGS`].
    #[error("the spreadsheet unpacks to more than {limit} {unit}; save the sheet as CSV")]
    UnpackedTooLarge {
        /// The limit.
        limit: u64,
        /// What is counted: `bytes`, `parts` or `tags`.
        unit: &'static str,
    },
    /// A quoted cell has no closing quotation mark.
    #[error("the quotation mark opened on line {line} is never closed")]
    UnclosedQuote {
        /// Line of the opening mark.
        line: usize,
    },
    /// Bytes that the encoding does not know.
    #[error("line {line} holds bytes that are not {encoding}; save the file again as UTF-8")]
    BrokenEncoding {
        /// First line concerned.
        line: usize,
        /// WHATWG name of the encoding.
        encoding: &'static str,
    },
    /// The label given for the encoding is not one of the WHATWG list.
    #[error("there is no encoding called “{label}”")]
    UnknownEncoding {
        /// The label as given.
        label: String,
    },
    /// The delimiter given cannot be one.
    #[error("“{delimiter}” cannot be a delimiter; use a comma, a semicolon, a tab or a vertical bar")]
    BadDelimiter {
        /// The delimiter as given.
        delimiter: char,
    },
    /// Binary data of another kind.
    #[error("this is not a table: neither text nor an XLSX workbook")]
    NotText,
    /// A workbook in the old binary format, or one locked by a password (both share a container).
    #[error("this is an old (XLS) or password-protected workbook; save it as XLSX without a password, or as CSV")]
    OldSpreadsheet,
    /// A ZIP file that is no XLSX workbook.
    #[error("this is a packed file but not an XLSX workbook; save the sheet as XLSX or CSV")]
    OtherPackage,
    /// The sheet asked for is not there.
    #[error("there is no sheet “{name}”; the workbook has: {}", found.join(", "))]
    NoSuchSheet {
        /// The name asked for; empty when the workbook has no sheet at all.
        name: String,
        /// Sheets of the workbook.
        found: Vec<String>,
    },
    /// The workbook is damaged.
    #[error("the workbook cannot be read: {reason}")]
    BadSpreadsheet {
        /// What the reader says, in English.
        reason: String,
    },
}

impl TableError {
    /// Machine code of the error, the key of its translation.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::FileTooLarge { .. } => "file-too-large",
            Self::Empty => "file-empty",
            Self::NoRows { .. } => "no-rows",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::TooManyColumns { .. } => "too-many-columns",
            Self::CellTooLong { .. } => "cell-too-long",
            Self::TextTooLarge { .. } => "text-too-large",
            Self::UnpackedTooLarge { .. } => "unpacked-too-large",
            Self::UnclosedQuote { .. } => "unclosed-quote",
            Self::BrokenEncoding { .. } => "broken-encoding",
            Self::UnknownEncoding { .. } => "unknown-encoding",
            Self::BadDelimiter { .. } => "bad-delimiter",
            Self::NotText => "not-text",
            Self::OldSpreadsheet => "old-spreadsheet",
            Self::OtherPackage => "other-package",
            Self::NoSuchSheet { .. } => "no-such-sheet",
            Self::BadSpreadsheet { .. } => "bad-spreadsheet",
        }
    }

    /// Parameters of the error for its translation.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::FileTooLarge { bytes, limit } => vec![("bytes", bytes.to_string()), ("limit", limit.to_string())],
            Self::NoRows { header_line } => vec![("line", header_line.to_string())],
            Self::TooManyRows { limit } | Self::TextTooLarge { limit } => vec![("limit", limit.to_string())],
            Self::TooManyColumns { line, limit } => vec![("line", line.to_string()), ("limit", limit.to_string())],
            Self::CellTooLong { line, column, limit } => {
                vec![("line", line.to_string()), ("column", column.to_string()), ("limit", limit.to_string())]
            }
            Self::UnpackedTooLarge { limit, unit } => {
                vec![("limit", limit.to_string()), ("unit", (*unit).to_owned())]
            }
            Self::UnclosedQuote { line } => vec![("line", line.to_string())],
            Self::BrokenEncoding { line, encoding } => {
                vec![("line", line.to_string()), ("encoding", (*encoding).to_owned())]
            }
            Self::UnknownEncoding { label } => vec![("label", label.clone())],
            Self::BadDelimiter { delimiter } => vec![("delimiter", delimiter.to_string())],
            Self::NoSuchSheet { name, found } => vec![("name", name.clone()), ("found", found.join(", "))],
            Self::BadSpreadsheet { reason } => vec![("reason", reason.clone())],
            Self::Empty | Self::NotText | Self::OldSpreadsheet | Self::OtherPackage => Vec::new(),
        }
    }
}

/// Where a row begins in the file and in the table's cells.
#[derive(Debug, Clone, Copy)]
struct RowStart {
    line: u32,
    first_cell: u32,
}

/// A table as it stands in the file: the cells are decoded but neither trimmed nor judged.
///
/// All cells share one text buffer, so that a hostile file of empty cells costs four bytes a cell.
#[derive(Debug)]
pub struct Table {
    file_name: String,
    format: Format,
    header_line: usize,
    headings: Vec<String>,
    text: String,
    cell_ends: Vec<u32>,
    rows: Vec<RowStart>,
}

impl Table {
    /// Name of the file, as given to [`read_table`].
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// How the file was understood.
    #[must_use]
    pub fn format(&self) -> &Format {
        &self.format
    }

    /// Line of the header row, from 1.
    #[must_use]
    pub fn header_line(&self) -> usize {
        self.header_line
    }

    /// The headings, cleaned; empty where a column has none.
    #[must_use]
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// Number of rows below the header that are not blank.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// The rows in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.rows.len()).map(|index| Row { table: self, index })
    }

    fn cells_of(&self, index: usize) -> std::ops::Range<usize> {
        let first = self.rows[index].first_cell as usize;
        let end = self.rows.get(index + 1).map_or(self.cell_ends.len(), |next| next.first_cell as usize);
        first..end
    }

    fn cell_text(&self, cell: usize) -> &str {
        let start = if cell == 0 { 0 } else { self.cell_ends[cell - 1] as usize };
        &self.text[start..self.cell_ends[cell] as usize]
    }
}

/// One row of a [`Table`].
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    index: usize,
}

impl<'a> Row<'a> {
    /// Line of the file where the row begins, from 1 (for a spreadsheet, the row's number).
    #[must_use]
    pub fn line(&self) -> usize {
        self.table.rows[self.index].line as usize
    }

    /// Number of cells, blank ones at the end left out.
    #[must_use]
    pub fn len(&self) -> usize {
        self.table.cells_of(self.index).len()
    }

    /// Never true: blank rows are not kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The cell as it stands in the file; empty beyond the row's end.
    #[must_use]
    pub fn cell(&self, column: usize) -> &'a str {
        let cells = self.table.cells_of(self.index);
        match cells.start.checked_add(column) {
            Some(cell) if cell < cells.end => self.table.cell_text(cell),
            _ => "",
        }
    }
}

/// Reads a file into a table; what it is, is told by its content and never by its name.
///
/// # Errors
/// [`TableError`] when the file is no table, is damaged, or is beyond a limit.
pub fn read_table(bytes: &[u8], file_name: &str) -> Result<Table, TableError> {
    read_table_with(bytes, file_name, &ReadOptions::default())
}

/// As [`read_table`], with what the caller knows better than the detection.
///
/// # Errors
/// As [`read_table`]; also when an option names no encoding, delimiter or sheet.
pub fn read_table_with(bytes: &[u8], file_name: &str, options: &ReadOptions) -> Result<Table, TableError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(TableError::FileTooLarge { bytes: bytes.len(), limit: MAX_FILE_BYTES });
    }
    let mut builder = TableBuilder::default();
    let format = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        spreadsheet::read(bytes, options.sheet.as_deref(), &mut builder)?
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(TableError::OldSpreadsheet);
    } else {
        let decoded = encoding::decode(bytes, options.encoding.as_deref())?;
        let delimiter = delimited::read(&decoded.text, options.delimiter, &mut builder)?;
        Format::Text { encoding: decoded.encoding, delimiter }
    };
    builder.finish(text::shorten(file_name, 200), format)
}

/// Collects rows into a [`Table`], and is the one place where its limits are kept.
#[derive(Debug, Default)]
pub(super) struct TableBuilder {
    header: Option<(usize, Vec<String>)>,
    text: String,
    cell_ends: Vec<u32>,
    rows: Vec<RowStart>,
    row_first_cell: usize,
    row_cells: usize,
    row_used: usize,
}

impl TableBuilder {
    /// Adds the next cell of the row that begins on `line`.
    pub(super) fn cell(&mut self, line: usize, cell: &str) -> Result<(), TableError> {
        let blank = cell.trim().is_empty();
        self.row_cells += 1;
        if self.row_cells > MAX_COLUMNS {
            return if blank { Ok(()) } else { Err(TableError::TooManyColumns { line, limit: MAX_COLUMNS }) };
        }
        if cell.len() > MAX_CELL_CHARS && cell.chars().nth(MAX_CELL_CHARS).is_some() {
            return Err(TableError::CellTooLong { line, column: self.row_cells, limit: MAX_CELL_CHARS });
        }
        if !blank {
            self.row_used = self.row_cells;
            self.text.push_str(cell);
            if self.text.len() > MAX_TEXT_BYTES {
                return Err(TableError::TextTooLarge { limit: MAX_TEXT_BYTES });
            }
        }
        // The text limit is far below 4 GiB, so the end fits; the clamp keeps the cast total.
        self.cell_ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        Ok(())
    }

    /// Number of cells the current row has so far.
    pub(super) fn row_cells(&self) -> usize {
        self.row_cells
    }

    /// Ends the row that began on `line`: blank rows vanish, the first other row is the header.
    pub(super) fn end_row(&mut self, line: usize) -> Result<(), TableError> {
        let used = self.row_used;
        self.cell_ends.truncate(self.row_first_cell + used);
        self.row_cells = 0;
        self.row_used = 0;
        if used == 0 {
            return Ok(());
        }
        if self.header.is_none() {
            let mut start = 0;
            let headings = self.cell_ends.iter().map(|&end| {
                let raw = &self.text[start..end as usize];
                start = end as usize;
                clean_heading(raw)
            });
            self.header = Some((line, headings.collect()));
            self.text.clear();
            self.cell_ends.clear();
            return Ok(());
        }
        if self.rows.len() == MAX_ROWS {
            return Err(TableError::TooManyRows { limit: MAX_ROWS });
        }
        self.rows.push(RowStart {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            // At most MAX_ROWS × MAX_COLUMNS cells, far below the type's limit.
            first_cell: u32::try_from(self.row_first_cell).unwrap_or(u32::MAX),
        });
        self.row_first_cell = self.cell_ends.len();
        Ok(())
    }

    fn finish(self, file_name: String, format: Format) -> Result<Table, TableError> {
        let (header_line, headings) = self.header.ok_or(TableError::Empty)?;
        if self.rows.is_empty() {
            return Err(TableError::NoRows { header_line });
        }
        Ok(Table { file_name, format, header_line, headings, text: self.text, cell_ends: self.cell_ends, rows: self.rows })
    }
}

/// A heading is only ever compared and shown, so what cannot be shown is dropped instead of refused.
fn clean_heading(raw: &str) -> String {
    let visible: String = raw.chars().filter(|&c| c.is_whitespace() || text::clean(c.encode_utf8(&mut [0; 4])).is_ok()).collect();
    text::shorten(&text::clean(&visible).unwrap_or_default(), 200)
}
