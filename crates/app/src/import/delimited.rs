//! Delimited text (CSV, RFC 4180, read leniently) with the true line of every record.
//!
//! The `csv` crate is not used for reading: it takes a quotation mark that is never closed for the end of the file,
//! and does not count the lines of files whose lines end in a lone carriage return.

use std::borrow::Cow;

use super::table::{MAX_COLUMNS, TableBuilder, TableError};

/// Delimiters that are looked for, the likelier first.
const DELIMITERS: [char; 3] = [',', ';', '\t'];
/// Delimiters that may be asked for.
const ALLOWED: [char; 4] = [',', ';', '\t', '|'];
/// Records looked at to tell the delimiter.
const SAMPLE_RECORDS: usize = 200;

/// Reads all records into the builder and returns the delimiter.
pub(super) fn read(text: &str, asked: Option<char>, builder: &mut TableBuilder) -> Result<char, TableError> {
    if let Some(delimiter) = asked.filter(|delimiter| !ALLOWED.contains(delimiter)) {
        return Err(TableError::BadDelimiter { delimiter });
    }
    let (declared, start) = declaration(text);
    let delimiter = asked.or(declared).unwrap_or_else(|| detect(text));
    let mut records = Records::new(text, delimiter);
    if start > 0 {
        records.at = start;
        records.line = 2;
    }
    let mut cells = Vec::new();
    while let Some(line) = records.next(&mut cells)? {
        for cell in &cells {
            builder.cell(line, cell)?;
        }
        builder.end_row(line)?;
    }
    Ok(delimiter)
}

/// A first line `sep=;`, as spreadsheet programs write and read it: the delimiter and where the next line starts.
fn declaration(text: &str) -> (Option<char>, usize) {
    let Some(rest) = text.strip_prefix("sep=") else { return (None, 0) };
    let mut characters = rest.chars();
    let Some(delimiter) = characters.next().filter(|c| ALLOWED.contains(c)) else { return (None, 0) };
    let tail = characters.as_str();
    let after = tail.strip_prefix("\r\n").or_else(|| tail.strip_prefix('\n')).or_else(|| tail.strip_prefix('\r'));
    after.map_or((None, 0), |after| (Some(delimiter), text.len() - after.len()))
}

/// The delimiter of a text that declares none: the one that cuts the header into several columns and the records into as many.
pub(super) fn detect(text: &str) -> char {
    let mut best = (DELIMITERS[0], 0_u64);
    for delimiter in DELIMITERS {
        let score = score(text, delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// Zero when the header is not cut; else grows with the share of records that are cut like it, then with the number
/// of columns.
fn score(text: &str, delimiter: char) -> u64 {
    let mut records = Records::new(text, delimiter);
    let mut cells = Vec::new();
    let (mut columns, mut seen, mut alike) = (0_usize, 0_u64, 0_u64);
    while seen < SAMPLE_RECORDS as u64 {
        match records.next(&mut cells) {
            Ok(Some(_)) if cells.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(Some(_)) if columns == 0 => {
                columns = cells.len();
                if columns < 2 {
                    return 0;
                }
            }
            Ok(Some(_)) => {
                seen += 1;
                alike += u64::from(cells.len() == columns);
            }
            Ok(None) => break,
            Err(_) => {
                seen += 1;
                break;
            }
        }
    }
    if columns < 2 {
        return 0;
    }
    (alike * 1000 / seen.max(1)) * 1000 + columns as u64
}

/// Cuts a text into records.
struct Records<'a> {
    text: &'a str,
    delimiter: u8,
    at: usize,
    line: usize,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, delimiter: char) -> Self {
        // Every allowed delimiter is ASCII.
        Self { text, delimiter: u8::try_from(delimiter).unwrap_or(b','), at: 0, line: 1 }
    }

    /// Replaces `cells` by the next record's and returns the line it begins on; `None` at the end.
    fn next(&mut self, cells: &mut Vec<Cow<'a, str>>) -> Result<Option<usize>, TableError> {
        cells.clear();
        if self.at >= self.text.len() {
            return Ok(None);
        }
        let line = self.line;
        loop {
            let cell = self.cell()?;
            // What lies beyond the limit is kept only as far as it takes to refuse it.
            if cells.len() < MAX_COLUMNS {
                cells.push(cell);
            } else if !cell.trim().is_empty() {
                return Err(TableError::TooManyColumns { line, limit: MAX_COLUMNS });
            }
            match self.text.as_bytes().get(self.at) {
                Some(&byte) if byte == self.delimiter => self.at += 1,
                Some(_) => {
                    self.line_end();
                    return Ok(Some(line));
                }
                None => return Ok(Some(line)),
            }
        }
    }

    /// Reads one cell; afterwards `at` is on a delimiter, a line end or the end of the text.
    fn cell(&mut self) -> Result<Cow<'a, str>, TableError> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut quote = start;
        while bytes.get(quote) == Some(&b' ') {
            quote += 1;
        }
        if bytes.get(quote) != Some(&b'"') {
            self.skip_plain();
            return Ok(Cow::Borrowed(&self.text[start..self.at]));
        }
        let opened = self.line;
        let mut value = Cow::Borrowed("");
        self.at = quote + 1;
        loop {
            let from = self.at;
            self.skip_to_quote(opened)?;
            append(&mut value, &self.text[from..self.at]);
            self.at += 1;
            if bytes.get(self.at) != Some(&b'"') {
                break;
            }
            append(&mut value, "\"");
            self.at += 1;
        }
        let from = self.at;
        self.skip_plain();
        let rest = &self.text[from..self.at];
        if !rest.trim_matches(' ').is_empty() {
            append(&mut value, rest);
        }
        Ok(value)
    }

    /// Moves to the next delimiter or line end outside quotation marks.
    fn skip_plain(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += memchr::memchr3(self.delimiter, b'\n', b'\r', rest).unwrap_or(rest.len());
    }

    /// Moves to the next quotation mark and counts the lines on the way.
    fn skip_to_quote(&mut self, opened: usize) -> Result<(), TableError> {
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let Some(length) = memchr::memchr3(b'"', b'\n', b'\r', rest) else {
                return Err(TableError::UnclosedQuote { line: opened });
            };
            self.at += length;
            if rest[length] == b'"' {
                return Ok(());
            }
            self.line_end();
        }
    }

    /// Steps over one line end: LF, CR LF or a lone CR.
    fn line_end(&mut self) {
        let bytes = self.text.as_bytes();
        self.at += if bytes[self.at] == b'\r' && bytes.get(self.at + 1) == Some(&b'\n') { 2 } else { 1 };
        self.line += 1;
    }
}

fn append<'a>(value: &mut Cow<'a, str>, part: &'a str) {
    if value.is_empty() {
        *value = Cow::Borrowed(part);
    } else if !part.is_empty() {
        value.to_mut().push_str(part);
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str, delimiter: char) -> Vec<(usize, Vec<String>)> {
        let mut records = Records::new(text, delimiter);
        let mut cells = Vec::new();
        let mut found = Vec::new();
        while let Some(line) = records.next(&mut cells).unwrap() {
            found.push((line, cells.iter().map(|c| c.to_string()).collect()));
        }
        found
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let text = "name,country\r\n\"a\r\nb\",FR\n\nc,DE\rd,ES";
        let lines: Vec<usize> = all(text, ',').into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [1, 2, 4, 5, 6]);
        assert_eq!(all(text, ',')[1].1, ["a\r\nb", "FR"]);
    }

    #[test]
    fn quotation_marks_are_read_leniently() {
        assert_eq!(all(r#""a ""b"" c", "d, e" ,"f" g,h "i""#, ',')[0].1, [r#"a "b" c"#, "d, e", "f g", r#"h "i""#]);
        let mut cells = Vec::new();
        let error = Records::new("a,b\n\"c,d\n", ',');
        let mut error = error;
        error.next(&mut cells).unwrap();
        assert_eq!(error.next(&mut cells), Err(TableError::UnclosedQuote { line: 2 }));
    }

    #[test]
    fn the_delimiter_is_told_in_spite_of_quotes_and_commas_in_names() {
        assert_eq!(detect("name;country\n\"Peace; Bread, Land\";FR\nA, B and C;DE\n"), ';');
        assert_eq!(detect("name,country\n\"a;b;c\",FR\n\"x\ny\",DE\n"), ',');
        assert_eq!(detect("name\tcountry\nA, B\tFR\n"), '\t');
        assert_eq!(detect("name\nA\nB\n"), ',');
        assert_eq!(detect("name;country;notes\nA\nB\nC;FR\n"), ';', "short rows do not hide it");
    }

    #[test]
    fn a_declared_delimiter_counts_as_a_line() {
        let mut builder = TableBuilder::default();
        assert_eq!(read("sep=|\r\nname|country\nA|FR\n", None, &mut builder), Ok('|'));
        assert_eq!(declaration("sep=x"), (None, 0));
        assert_eq!(read("a", Some('x'), &mut builder), Err(TableError::BadDelimiter { delimiter: 'x' }));
    }

    proptest! {
        #[test]
        fn reads_what_the_csv_crate_writes(
            rows in prop::collection::vec(prop::collection::vec("[a-zé,;\"\n\r \t]{0,8}x", 3), 1..6),
            delimiter in prop::sample::select(ALLOWED.to_vec()),
        ) {
            let mut writer = csv::WriterBuilder::new().delimiter(delimiter as u8).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let read: Vec<Vec<String>> = all(&text, delimiter).into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(read, rows);
        }

        #[test]
        fn the_line_of_the_last_record_is_counted_rightly(breaks in prop::collection::vec("(\n|\r\n|\r)", 1..8)) {
            let text = format!("a,\"{}\"\nlast,1", breaks.join("x"));
            let expected = 2 + breaks.len();
            prop_assert_eq!(all(&text, ',').last().unwrap().0, expected);
        }
    }
}
