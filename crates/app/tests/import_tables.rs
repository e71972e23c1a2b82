//! Reading tables: every encoding with every delimiter, workbooks, limits, and arbitrary bytes.

#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use app::import::{
    Format, MAX_CELL_CHARS, MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS, OrganisationOptions, ReadOptions, Table, TableError,
    import_organisations, read_table, read_table_with,
};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use std::io::Write;
use support::TenCountries;

const ROWS: &[[&str; 3]] = &[
    ["name", "country", "short name"],
    ["Parti de l'Été, « tendance; nord »", "France", "PÉ"],
    ["Unión del Amanecer", "Brasil", "UDA"],
    ["Two\nlines", "Senegal", "A \"quoted\" name"],
    ["Fête du Cœur – Île", "FRA", "FCÎ"],
];
const SCRIPTS: &[[&str; 3]] = &[
    ["name", "country", "short name"],
    ["حزب الفجر الجديد", "مصر", "حفج"],
    ["和平与发展党", "中国", "和发"],
    ["Партия Светлого Утра", "Россия", "ПСУ"],
    ["გამთენიის პარტია", "საქართველო", "გპ"],
    ["พรรคแสงอรุณ", "ประเทศไทย", "พสอ"],
];

fn csv_text(rows: &[[&str; 3]], delimiter: char) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter as u8).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let units = mark.then_some(0xFEFF_u16).into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

fn cells(table: &Table) -> Vec<Vec<String>> {
    let mut all = vec![table.headings().to_vec()];
    all.extend(table.rows().map(|row| (0..table.headings().len()).map(|column| row.cell(column).to_owned()).collect()));
    all
}

fn expect(bytes: &[u8], rows: &[[&str; 3]], encoding: &str, delimiter: char) {
    let table = read_table(bytes, "list.csv").unwrap();
    assert_eq!(cells(&table), rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect::<Vec<_>>(), "{encoding}");
    let Format::Text { encoding: found, delimiter: cut } = table.format() else { panic!("{:?}", table.format()) };
    assert_eq!((*found, *cut), (encoding, delimiter));
}

#[test]
fn every_encoding_with_every_delimiter() {
    for delimiter in [',', ';', '\t'] {
        for rows in [ROWS, SCRIPTS] {
            let text = csv_text(rows, delimiter);
            expect(text.as_bytes(), rows, "UTF-8", delimiter);
            expect(&[b"\xEF\xBB\xBF", text.as_bytes()].concat(), rows, "UTF-8", delimiter);
            for mark in [true, false] {
                expect(&utf16(&text, false, mark), rows, "UTF-16LE", delimiter);
                expect(&utf16(&text, true, mark), rows, "UTF-16BE", delimiter);
            }
        }
        let text = csv_text(ROWS, delimiter);
        let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(&text);
        assert!(!lossy);
        expect(&bytes, ROWS, "windows-1252", delimiter);
    }
}

#[test]
fn other_encodings_are_detected_or_named() {
    let text = "название,страна\nПартия Светлого Утра,Россия\nДвижение Добрых Соседей,Россия\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    let table = read_table(&bytes, "list.csv").unwrap();
    assert_eq!(table.rows().next().unwrap().cell(0), "Партия Светлого Утра");
    let options = ReadOptions { encoding: Some("iso-8859-5".to_owned()), ..ReadOptions::default() };
    let (bytes, _, _) = encoding_rs::ISO_8859_5.encode(text);
    let table = read_table_with(&bytes, "list.csv", &options).unwrap();
    assert_eq!(table.headings(), ["название", "страна"]);
}

#[test]
fn lines_are_those_of_the_file() {
    let table = read_table(b"\n\nname,country\n\"a\n\nb\",FR\n , \nc,FR\r\nd,FR\re,FR", "x").unwrap();
    assert_eq!(table.header_line(), 3);
    assert_eq!(table.rows().map(|row| row.line()).collect::<Vec<_>>(), [4, 8, 9, 10]);
}

fn workbook(sheets: &[(&str, &[[&str; 3]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                sheet.write_string(row as u32 + 1, column as u16, *cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_told_by_its_content_and_a_sheet_by_its_name() {
    let bytes = workbook(&[("First", SCRIPTS), ("Second", ROWS)]);
    let table = read_table(&bytes, "misnamed.csv").unwrap();
    assert_eq!(table.format(), &Format::Spreadsheet { sheet: "First".to_owned() });
    assert_eq!(table.header_line(), 2, "the first row is blank");
    assert_eq!(cells(&table)[1], SCRIPTS[1]);
    let options = ReadOptions { sheet: Some("second".to_owned()), ..ReadOptions::default() };
    let table = read_table_with(&bytes, "list.xlsx", &options).unwrap();
    assert_eq!(cells(&table)[3], ROWS[3]);
    let options = ReadOptions { sheet: Some("Third".to_owned()), ..ReadOptions::default() };
    let error = read_table_with(&bytes, "list.xlsx", &options).unwrap_err();
    assert_eq!(error.to_string(), "there is no sheet “Third”; the workbook has: First, Second");
}

#[test]
fn numbers_in_a_workbook_are_written_as_a_person_writes_them() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in ["name", "country", "id"].iter().enumerate() {
        sheet.write_string(0, column as u16, *heading).unwrap();
    }
    sheet.write_string(4, 0, "Dawn").unwrap();
    sheet.write_number(4, 1, 4).unwrap();
    sheet.write_number(4, 2, 1234567890123.0).unwrap();
    let table = read_table(&book.save_to_buffer().unwrap(), "list").unwrap();
    let outcome = import_organisations(&table, &[], &OrganisationOptions::new(&TenCountries)).unwrap();
    let draft = &outcome.drafts[0];
    assert_eq!((draft.line, draft.country.clone(), draft.external_id.as_deref()), (5, "AF".parse().ok(), Some("1234567890123")));
    assert_eq!((outcome.encoding(), outcome.delimiter()), ("XLSX", None));
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn packed_bombs_are_refused_before_they_are_read() {
    let zeros = vec![b' '; 128 * 1024 * 1024 + 1];
    let bomb = package(&[("xl/workbook.xml", b""), ("xl/sharedStrings.xml", &zeros)]);
    assert!(bomb.len() < 1024 * 1024);
    assert!(matches!(read_table(&bomb, "b.xlsx"), Err(TableError::UnpackedTooLarge { unit: "bytes", .. })));
    let tags = b"<".repeat(12_100_000);
    let bomb = package(&[("xl/workbook.xml", b""), ("xl/sharedStrings.xml", &tags)]);
    assert!(matches!(read_table(&bomb, "b.xlsx"), Err(TableError::UnpackedTooLarge { unit: "tags", .. })));
}

#[test]
fn what_is_no_table_is_named() {
    let code = |bytes: &[u8]| read_table(bytes, "x").unwrap_err().code();
    assert_eq!(code(b""), "file-empty");
    assert_eq!(code(b"\n , ,\n"), "file-empty");
    assert_eq!(code(b"name,country\n"), "no-rows");
    assert_eq!(code(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...."), "old-spreadsheet");
    assert_eq!(code(b"PK\x03\x04 cut off"), "bad-spreadsheet");
    assert_eq!(code(&package(&[("content.xml", b"<x/>")])), "other-package");
    assert_eq!(code(&package(&[("xl/workbook.xml", b"<x/>")])), "bad-spreadsheet");
    assert_eq!(code(b"\x00\x01\x02\xFE\xFF\x00"), "not-text");
    assert_eq!(code(b"name,country\n\"a,FR\nb,FR\n"), "unclosed-quote");
    assert_eq!(
        code("é è à ù name\n".repeat(9).into_bytes().into_iter().chain(*b"\xFF\n").collect::<Vec<_>>().as_slice()),
        "broken-encoding"
    );
    let with = |options: ReadOptions| read_table_with(b"a,b\n1,2\n", "x", &options).unwrap_err().code();
    assert_eq!(with(ReadOptions { encoding: Some("no such".to_owned()), ..ReadOptions::default() }), "unknown-encoding");
    assert_eq!(with(ReadOptions { delimiter: Some('x'), ..ReadOptions::default() }), "bad-delimiter");
}

#[test]
fn every_limit_is_kept_and_named() {
    let error = |bytes: &[u8]| read_table(bytes, "x").unwrap_err();
    let error_of_size = error(&vec![b'a'; MAX_FILE_BYTES + 1]);
    assert_eq!(error_of_size.code(), "file-too-large");
    assert!(error_of_size.to_string().contains(&MAX_FILE_BYTES.to_string()));
    let rows = format!("name,country\n{}", "a,b\n".repeat(MAX_ROWS));
    assert_eq!(read_table(rows.as_bytes(), "x").unwrap().row_count(), MAX_ROWS);
    assert_eq!(error(format!("{rows}a,b\n").as_bytes()), TableError::TooManyRows { limit: MAX_ROWS });
    let columns = format!("name,country\na{}", ",".repeat(MAX_COLUMNS + 50));
    assert_eq!(read_table(columns.as_bytes(), "x").unwrap().rows().next().unwrap().len(), 1);
    assert_eq!(error(format!("{columns}b").as_bytes()), TableError::TooManyColumns { line: 2, limit: MAX_COLUMNS });
    let long = format!("name,country\na,{}\n", "é".repeat(MAX_CELL_CHARS + 1));
    assert_eq!(error(long.as_bytes()), TableError::CellTooLong { line: 2, column: 2, limit: MAX_CELL_CHARS });
    for error in [error_of_size, TableError::TextTooLarge { limit: 1 }] {
        assert!(!error.params().is_empty());
    }
}

#[test]
fn the_committed_corpus_of_the_fuzzer_is_read_without_a_panic() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus/read_table");
    let mut files = 0;
    for entry in std::fs::read_dir(corpus).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        exercise(&bytes);
        files += 1;
    }
    assert!(files >= 10, "{files} files");
}

/// Reads bytes as a table and, if they are one, as a list with as many of the fuzzer's three fields as there are columns.
fn exercise(bytes: &[u8]) {
    if let Ok(table) = read_table(bytes, "arbitrary") {
        let rules = ["#1=name", "#2=country", "#3=umbrella"].iter().take(table.headings().len());
        let rules: Vec<_> = rules.map(|rule| app::import::MapRule::parse(rule).unwrap()).collect();
        if let Ok(outcome) = import_organisations(&table, &rules, &OrganisationOptions::new(&TenCountries)) {
            let rejects = app::import::rejects_csv(&table, &outcome.problems);
            assert_eq!(outcome.rows, table.row_count());
            assert_eq!(outcome.drafts.len() + outcome.refused_lines(), outcome.rows);
            if !outcome.problems.is_empty() && !outcome.truncated {
                assert_eq!(read_table(&rejects, "rejects").unwrap().row_count(), outcome.refused_lines());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        exercise(&bytes);
    }

    #[test]
    fn arbitrary_tables_never_panic(text in "([a-zé党ა\u{202E}\u{FFFD}\",;\t\n\r ]|FR|BR|international){0,200}") {
        exercise(text.as_bytes());
        exercise(format!("name;country\n{text}").as_bytes());
        exercise(&utf16(&text, false, false));
    }

    #[test]
    fn refused_lines_of_a_list_that_declares_its_delimiter_are_all_read_back(
        delimiter in prop::sample::select(vec![',', ';', '\t', '|']),
        text in "([a-zé\",;|\t\n\r ]|FR|BR){0,200}",
    ) {
        exercise(format!("sep={delimiter}\n{text}").as_bytes());
    }

    #[test]
    fn damaged_workbooks_never_panic(at in 0_usize..5000, byte in any::<u8>(), cut in 0_usize..5000) {
        let mut bytes = workbook(&[("First", SCRIPTS)]);
        let at = at % bytes.len();
        bytes[at] = byte;
        exercise(&bytes);
        bytes.truncate(cut.max(4).min(bytes.len()));
        exercise(&bytes);
    }
}
