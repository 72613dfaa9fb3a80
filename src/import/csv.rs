//! Answers in a text table: CSV with any usual separator, in UTF-8, in UTF-16 with a byte order mark, or in an encoding
//! that the user names.

use super::table::{self, Row, Rows, Table};
use super::{Importer, Input, Job, ReadSeek};
use crate::error::{CellPlace, Error, ImportFault};
use ::csv::{ByteRecord, Reader, ReaderBuilder, StringRecord};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};
use std::cell::Cell;
use std::io::{self, Read, SeekFrom};
use std::path::Path;
use std::rc::Rc;

/// The largest row, in bytes: an unclosed quotation mark must not swallow the memory.
const LARGEST_ROW: u64 = 4 * 1024 * 1024;
/// So much of the file decides which separator it has.
const SAMPLE: u64 = 256 * 1024;
/// The usual separators.
const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// Text tables (.csv, .tsv).
#[derive(Debug)]
pub struct Csv;

impl Importer for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn about(&self) -> &'static str {
        "text table"
    }

    fn recognises(&self, head: &[u8]) -> bool {
        let utf16 = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
        utf16
            || is_bare_utf16(head)
            || (!head.contains(&0) && !head.trim_ascii_start().starts_with(b"<") && !head.starts_with(b"%PDF"))
    }

    fn read(&self, input: &mut Input, job: &mut Job) -> Result<(), Error> {
        let name = input.name.to_owned();
        let failed = |error| Error::reading(Path::new(&name), error);
        let encoding = job.wishes.encoding.clone();
        let encoding = encoding.as_deref().and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
        let (separator, marked) = separator(input, encoding).map_err(failed)?;
        input.file.seek(SeekFrom::Start(0)).map_err(failed)?;
        let left = Rc::new(Cell::new(LARGEST_ROW));
        let text = Limited { inner: decoded(&mut *input.file, encoding), left: Rc::clone(&left) };
        let reader = builder(separator).buffer_capacity(64 * 1024).from_reader(text);
        let mut rows =
            TextRows { name: name.clone(), reader, left, number: 0, headings: Vec::new(), bytes: ByteRecord::new() };
        if marked {
            rows.skip_mark().map_err(failed)?;
        }
        table::read(Table { sheet: None, known: Vec::new(), person: false, rows: &mut rows }, job)
    }
}

/// Whether this looks like UTF-16 without a byte order mark: a heading of letters whose every other byte is 0.
fn is_bare_utf16(head: &[u8]) -> bool {
    const LETTERS: usize = 8;
    let pairs = || head.chunks_exact(2).take(LETTERS);
    let (little, big) =
        (pairs().all(|pair| pair[0] != 0 && pair[1] == 0), pairs().all(|pair| pair[0] == 0 && pair[1] != 0));
    head.len() >= 2 * LETTERS && (little || big)
}

/// Whether an encoding of this name is known, as `windows-1252`, `latin1` or `utf-16le`.
pub fn knows_encoding(label: &str) -> bool {
    encoding_rs::Encoding::for_label(label.as_bytes()).is_some()
}

/// The text as UTF-8; bytes that claim to be UTF-8 and are not stay as they are, so that they can be named.
fn decoded<'f>(
    file: &'f mut dyn ReadSeek,
    encoding: Option<&'static encoding_rs::Encoding>,
) -> DecodeReaderBytes<&'f mut dyn ReadSeek, Vec<u8>> {
    let encoding = encoding.filter(|encoding| *encoding != encoding_rs::UTF_8);
    DecodeReaderBytesBuilder::new()
        .encoding(encoding)
        .bom_override(true)
        .utf8_passthru(true)
        .strip_bom(true)
        .build(file)
}

fn builder(separator: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(separator).has_headers(false).flexible(true);
    builder
}

/// The separator of a table, and whether Excel's mark for it (`sep=;`) stands in the first line: that with which the
/// first rows are equally long, and longest.
fn separator(input: &mut Input, encoding: Option<&'static encoding_rs::Encoding>) -> io::Result<(u8, bool)> {
    const ROWS: usize = 20;
    input.file.seek(SeekFrom::Start(0))?;
    let mut sample = Vec::new();
    decoded(&mut *input.file, encoding).take(SAMPLE).read_to_end(&mut sample)?;
    let whole = (sample.len() as u64) < SAMPLE;
    let bare = sample.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&sample);
    if let Some([separator, b'\r' | b'\n', ..]) =
        bare.strip_prefix(b"sep=").map(|rest| rest.first_chunk::<2>().map_or(&[][..], |c| c))
    {
        return Ok((*separator, true));
    }
    let measure = |separator: u8| {
        let mut lengths = Vec::new();
        for record in builder(separator).from_reader(bare).byte_records().take(ROWS + 1) {
            lengths.push(record.map_or(0, |record| record.len()));
        }
        // The sample may end in the middle of a row.
        if !whole && lengths.len() > 1 && lengths.len() <= ROWS {
            lengths.pop();
        }
        let columns = lengths.first().copied().unwrap_or(0);
        let even = columns > 1 && lengths.iter().all(|length| *length == columns);
        (even, columns)
    };
    let mut best = (SEPARATORS[0], measure(SEPARATORS[0]));
    for separator in SEPARATORS.into_iter().skip(1) {
        let measured = measure(separator);
        if measured > best.1 {
            best = (separator, measured);
        }
    }
    Ok((best.0, false))
}

/// A reader that gives no more than what is left of a row's size.
struct Limited<R> {
    inner: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.left.get()).unwrap_or(usize::MAX);
        if left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let length = buffer.len().min(left);
        let read = self.inner.read(&mut buffer[..length])?;
        self.left.set(self.left.get() - read as u64);
        Ok(read)
    }
}

struct TextRows<R> {
    name: String,
    reader: Reader<Limited<R>>,
    left: Rc<Cell<u64>>,
    /// Number of the last row, as a spreadsheet shows it.
    number: usize,
    headings: Vec<String>,
    bytes: ByteRecord,
}

impl<R: Read> TextRows<R> {
    fn skip_mark(&mut self) -> io::Result<()> {
        self.reader.read_byte_record(&mut self.bytes).map_err(io::Error::from)?;
        self.number = 1;
        Ok(())
    }

    fn place(&self, column: usize) -> CellPlace {
        self.place_under(column, self.headings.get(column).map_or("", String::as_str))
    }

    fn place_under(&self, column: usize, heading: &str) -> CellPlace {
        CellPlace { sheet: None, row: self.number, column: Some((column, heading.to_owned())) }
    }

    /// The row as text; a cell that is none is an error, and empty.
    fn text(&mut self, bytes: ByteRecord, job: &mut Job) -> StringRecord {
        let bytes = match StringRecord::from_byte_record(bytes) {
            Ok(record) => return record,
            Err(error) => error.into_byte_record(),
        };
        let mut record = StringRecord::new();
        for (column, field) in bytes.iter().enumerate() {
            match std::str::from_utf8(field) {
                Ok(text) => record.push_field(text),
                Err(error) => {
                    let byte = field.get(error.valid_up_to()).copied().unwrap_or(0);
                    let shown = String::from_utf8_lossy(field);
                    // A heading is shown, and must not be found missing.
                    let (place, kept) = match self.headings.is_empty() {
                        true => (self.place_under(column, &shown), &*shown),
                        false => (self.place(column), ""),
                    };
                    job.findings.error(Some(place), ImportFault::NotUtf8 { byte });
                    record.push_field(kept);
                }
            }
        }
        record
    }
}

impl<R: Read> Rows for TextRows<R> {
    fn next_row(&mut self, row: &mut Row, job: &mut Job) -> Result<bool, Error> {
        let start = self.reader.position().line();
        self.left.set(LARGEST_ROW);
        // The memory of the row before serves again.
        let mut bytes = std::mem::take(&mut self.bytes);
        match self.reader.read_byte_record(&mut bytes) {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(_) if self.left.get() == 0 => {
                let place = CellPlace { sheet: None, row: self.number + 1, column: None };
                job.findings.error(Some(place), ImportFault::RowTooLarge { limit_mib: LARGEST_ROW / (1024 * 1024) });
                return Ok(false);
            }
            Err(error) => return Err(Error::reading(Path::new(&self.name), io::Error::from(error))),
        }
        // Empty lines are skipped by the reader, but a spreadsheet counts them; line ends within cells it does not.
        let lines = self.reader.position().line().saturating_sub(start);
        let inside = bytes.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64;
        let empty = lines.saturating_sub(inside).saturating_sub(1);
        self.number += 1 + usize::try_from(empty).unwrap_or(0);
        if bytes.as_slice().windows(3).any(|window| window == "\u{fffd}".as_bytes()) {
            for (column, _) in bytes.iter().enumerate().filter(|(_, cell)| lost(cell)) {
                job.findings.warn(Some(self.place(column)), ImportFault::BrokenCharacter);
            }
        }
        if bytes.iter().any(|cell| cell.contains(&0)) {
            job.findings.error(Some(CellPlace { sheet: None, row: self.number, column: None }), ImportFault::BareUtf16);
            return Ok(false);
        }
        let record = self.text(bytes, job);
        if self.headings.is_empty() {
            self.headings = record.iter().map(|cell| cell.trim().to_owned()).collect();
        }
        self.bytes = row.take().into_byte_record();
        row.set(self.number, record);
        Ok(true)
    }

    fn may_be_short(&self) -> bool {
        false
    }
}

fn lost(cell: &[u8]) -> bool {
    cell.windows(3).any(|window| window == "\u{fffd}".as_bytes())
}
