//! XLSX workbooks, read cell by cell after a count of what they unpack to.

use std::io::{Cursor, Read};
use std::panic::AssertUnwindSafe;

use calamine::{Data, DataRef, Reader, Xlsx};

use super::table::{
    Format, MAX_COLUMNS, MAX_SPREADSHEET_PARTS, MAX_SPREADSHEET_TAGS, MAX_UNPACKED_BYTES, TableBuilder, TableError,
};
use super::text;

/// Reads one sheet into the builder.
pub(super) fn read(bytes: &[u8], sheet: Option<&str>, builder: &mut TableBuilder) -> Result<Format, TableError> {
    weigh(bytes)?;
    // The parser of the format is not ours: a panic in it must not take the caller down.
    std::panic::catch_unwind(AssertUnwindSafe(|| read_sheet(bytes, sheet, builder)))
        .unwrap_or_else(|_| Err(TableError::BadSpreadsheet { reason: "its structure is inconsistent".to_owned() }))
}

/// Unpacks every part into nothing and counts, because the sizes a package declares of itself may be lies.
fn weigh(bytes: &[u8]) -> Result<(), TableError> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).map_err(bad)?;
    if package.len() > MAX_SPREADSHEET_PARTS {
        return Err(TableError::UnpackedTooLarge { limit: MAX_SPREADSHEET_PARTS as u64, unit: "parts" });
    }
    let is_workbook = |name: &str| name.to_ascii_lowercase().ends_with("workbook.xml");
    if !package.file_names().any(|name| name.is_ok_and(|name| is_workbook(&name))) {
        return Err(TableError::OtherPackage);
    }
    let (mut unpacked, mut tags) = (0_u64, 0_u64);
    let mut buffer = vec![0_u8; 64 * 1024];
    for index in 0..package.len() {
        let mut part = package.by_index(index).map_err(bad)?;
        loop {
            let count = part.read(&mut buffer).map_err(bad)?;
            if count == 0 {
                break;
            }
            unpacked += count as u64;
            if unpacked > MAX_UNPACKED_BYTES {
                return Err(TableError::UnpackedTooLarge { limit: MAX_UNPACKED_BYTES, unit: "bytes" });
            }
            tags += memchr::memchr_iter(b'<', &buffer[..count]).count() as u64;
            if tags > MAX_SPREADSHEET_TAGS {
                return Err(TableError::UnpackedTooLarge { limit: MAX_SPREADSHEET_TAGS, unit: "tags" });
            }
        }
    }
    Ok(())
}

fn bad(error: impl std::fmt::Display) -> TableError {
    TableError::BadSpreadsheet { reason: text::shorten(&error.to_string(), 200) }
}

fn read_sheet(bytes: &[u8], sheet: Option<&str>, builder: &mut TableBuilder) -> Result<Format, TableError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(bad)?;
    let name = choose(workbook.sheet_names(), sheet)?;
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(bad)?;
    let mut row: Option<u32> = None;
    while let Some(cell) = cells.next_cell().map_err(bad)? {
        let (cell_row, column) = cell.get_position();
        if row != Some(cell_row) {
            if let Some(ended) = row {
                builder.end_row(line_of(ended))?;
                if cell_row < ended {
                    return Err(bad("its rows are out of order"));
                }
            }
            row = Some(cell_row);
        }
        let value = display(cell.get_value());
        let column = column as usize;
        if value.trim().is_empty() {
            continue;
        }
        if column >= MAX_COLUMNS {
            return Err(TableError::TooManyColumns { line: line_of(cell_row), limit: MAX_COLUMNS });
        }
        if column < builder.row_cells() {
            return Err(bad("its columns are out of order"));
        }
        while builder.row_cells() < column {
            builder.cell(line_of(cell_row), "")?;
        }
        builder.cell(line_of(cell_row), &value)?;
    }
    if let Some(ended) = row {
        builder.end_row(line_of(ended))?;
    }
    Ok(Format::Spreadsheet { sheet: name })
}

fn line_of(row: u32) -> usize {
    row as usize + 1
}

fn choose(names: Vec<String>, asked: Option<&str>) -> Result<String, TableError> {
    let chosen = match asked {
        None => names.first().cloned(),
        Some(asked) => names
            .iter()
            .find(|name| name.as_str() == asked)
            .or_else(|| names.iter().find(|name| text::name_key(name) == text::name_key(asked)))
            .cloned(),
    };
    chosen.ok_or_else(|| TableError::NoSuchSheet {
        name: asked.unwrap_or_default().to_owned(),
        found: names.iter().take(20).map(|name| text::shorten(name, 60)).collect(),
    })
}

/// The cell as its author would write it in a text file: whole numbers without a fraction.
fn display(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(shared) => (*shared).to_owned(),
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        other => Data::from(other.clone()).to_string(),
    }
}
