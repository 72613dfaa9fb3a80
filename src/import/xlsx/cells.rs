//! From a workbook's cells to rows of texts.

use crate::error::{CellPlace, Error, WorkbookFault};
use crate::import::table::{Row, Rows};
use crate::import::{Job, ReadSeek};
use crate::model::order;
use calamine::{DataRef, Style, Xlsx, XlsxCellReader, XlsxError};
use std::collections::HashSet;
use std::io::BufReader;

/// A workbook that is being read.
pub type Book<'f> = Xlsx<BufReader<&'f mut dyn ReadSeek>>;

/// So many cells of a sheet are read; our own has less than a thousand.
pub const MOST_CELLS: usize = 5_000_000;

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its column, from 0.
    pub column: usize,
    /// What it shows, or the last value of its formula.
    pub text: String,
    /// How far the text is to be trusted.
    pub kind: Kind,
}

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text, a number, a day.
    Plain,
    /// A formula whose last value is one of these.
    Formula,
    /// A formula without such a value.
    NoValue,
    /// An error of the spreadsheet.
    Error,
}

impl Cell {
    /// The text where it may be used. What is wrong or doubtful is said.
    pub fn take(&self, place: &CellPlace, job: &mut Job) -> &str {
        match self.kind {
            Kind::Plain => {}
            Kind::Formula => {
                let value = crate::text::shorten(&self.text, 60);
                job.findings.warn(Some(place.clone()), WorkbookFault::Formula { value });
            }
            Kind::NoValue => job.findings.error(Some(place.clone()), WorkbookFault::FormulaWithoutValue),
            Kind::Error => {
                let fault = WorkbookFault::ErrorValue { found: self.text.clone() };
                job.findings.error(Some(place.clone()), fault);
            }
        }
        if matches!(self.kind, Kind::Plain | Kind::Formula) { &self.text } else { "" }
    }
}

/// A row with its number, counted from 1, and its cells that hold something.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// As the spreadsheet shows it.
    pub number: usize,
    /// From left to right.
    pub cells: Vec<Cell>,
}

impl Line {
    /// The cell in a column.
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column == column)
    }

    /// A cell's text; empty where there is none.
    pub fn text(&self, column: usize) -> &str {
        self.cell(column).map_or("", |cell| cell.text.as_str())
    }
}

/// Why a sheet cannot be read on.
pub enum Stopped {
    /// Its text is broken.
    Broken(XlsxError),
    /// It has too many cells.
    TooManyCells,
}

impl Stopped {
    /// What is said of it.
    pub fn fault(&self) -> WorkbookFault {
        match self {
            Self::Broken(error) => {
                WorkbookFault::Broken { detail: crate::text::shorten(&error.to_string().replace('\n', " "), 120) }
            }
            Self::TooManyCells => WorkbookFault::TooManyCells { limit: MOST_CELLS },
        }
    }
}

/// The lines of a sheet, one after the other.
pub struct Lines<'b, 'f> {
    reader: XlsxCellReader<'b, BufReader<&'f mut dyn ReadSeek>>,
    /// The first cell of the next line.
    next: Option<(usize, Cell)>,
    /// Where a number is shown in per cent: row and column, from 0.
    percent: HashSet<(u32, u32)>,
    count: usize,
    ended: bool,
}

impl<'b, 'f> Lines<'b, 'f> {
    /// The lines of the sheet with this name.
    pub fn new(book: &'b mut Book<'f>, sheet: &str) -> Result<Self, Stopped> {
        let percent = in_percent(book, sheet)?;
        let reader = book.worksheet_cells_reader(sheet).map_err(Stopped::Broken)?;
        Ok(Self { reader, next: None, percent, count: 0, ended: false })
    }

    /// The next line that holds anything.
    pub fn next_line(&mut self) -> Result<Option<Line>, Stopped> {
        let mut line = Line::default();
        if let Some((number, cell)) = self.next.take() {
            line.number = number;
            line.cells.push(cell);
        }
        while !self.ended {
            let Some(record) = self.reader.next_cell_with_formula_metadata().map_err(Stopped::Broken)? else {
                self.ended = true;
                break;
            };
            self.count += 1;
            if self.count > MOST_CELLS {
                return Err(Stopped::TooManyCells);
            }
            let (row, column) = (record.pos.0 as usize + 1, record.pos.1 as usize);
            let percent = self.percent.contains(&record.pos);
            let Some(cell) = cell(column, &record.value, record.formula.is_some(), percent) else { continue };
            if line.cells.is_empty() {
                line.number = row;
            } else if row != line.number {
                self.next = Some((row, cell));
                break;
            }
            line.cells.push(cell);
        }
        order::sort_by_key(&mut line.cells, |cell| cell.column);
        Ok((!line.cells.is_empty()).then_some(line))
    }
}

/// The cells of a sheet whose numbers are shown in per cent: who reads "100%" there does not mean one point.
fn in_percent(book: &mut Book, sheet: &str) -> Result<HashSet<(u32, u32)>, Stopped> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(Stopped::Broken)?;
    let shown = |code: &str| code.split('"').step_by(2).any(|unquoted| unquoted.contains('%'));
    let percent = |style: &Style| style.number_format.as_ref().is_some_and(|format| shown(&format.format_code));
    let styles: Vec<bool> = reader.styles().iter().map(percent).collect();
    let mut out = HashSet::new();
    // Nearly every workbook has no such format, and is not read for it.
    if !styles.contains(&true) {
        return Ok(out);
    }
    while let Some((row, column, style)) = reader.next_style_id().map_err(Stopped::Broken)? {
        if styles.get(style) == Some(&true) {
            out.insert((row, column));
        }
        if out.len() > MOST_CELLS {
            return Err(Stopped::TooManyCells);
        }
    }
    Ok(out)
}

fn cell(column: usize, value: &DataRef, formula: bool, percent: bool) -> Option<Cell> {
    let plain = if formula { Kind::Formula } else { Kind::Plain };
    let number_text = |number| if percent { percent_text(number) } else { number_text(number) };
    let (text, kind) = match value {
        DataRef::Empty if formula => (String::new(), Kind::NoValue),
        DataRef::Empty => return None,
        DataRef::Int(number) if percent => (percent_text(*number as f64), plain),
        DataRef::Int(number) => (number.to_string(), plain),
        DataRef::Float(number) => (number_text(*number), plain),
        DataRef::String(text) => (text.clone(), plain),
        DataRef::SharedString(text) => ((*text).to_owned(), plain),
        DataRef::Bool(yes) => {
            (if *yes { "TRUE" } else { "FALSE" }.to_owned(), if formula { Kind::NoValue } else { Kind::Plain })
        }
        DataRef::DateTime(time) if time.is_duration() => (number_text(time.as_f64()), plain),
        DataRef::DateTime(time) => {
            let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
            let day = format!("{year:04}-{month:02}-{day:02}");
            let midnight = (hour, minute, second) == (0, 0, 0);
            (if midnight { day } else { format!("{day}T{hour:02}:{minute:02}:{second:02}") }, plain)
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => (text.clone(), plain),
        DataRef::Error(error) => (error.to_string(), if formula { Kind::NoValue } else { Kind::Error }),
    };
    (formula || !text.is_empty()).then_some(Cell { column, text, kind })
}

/// A number as people write it: 2, not 2.0.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number:.0}") } else { number.to_string() }
}

/// A number as a cell in per cent shows it, without what binary fractions add.
fn percent_text(number: f64) -> String {
    format!("{}%", number_text((number * 1e12).round() / 1e10))
}

/// The rows of a sheet that a survey platform wrote, as they come.
pub struct Stream<'b, 'f> {
    /// The lines.
    pub lines: Lines<'b, 'f>,
    /// Lines that have been read already.
    pub before: std::vec::IntoIter<Line>,
    /// The sheet's name.
    pub sheet: String,
}

impl Rows for Stream<'_, '_> {
    fn next_row(&mut self, row: &mut Row, job: &mut Job) -> Result<bool, Error> {
        let line = match self.before.next() {
            Some(line) => Some(line),
            None => match self.lines.next_line() {
                Ok(line) => line,
                Err(stopped) => {
                    let place = CellPlace { sheet: Some(self.sheet.clone()), ..CellPlace::default() };
                    job.findings.error(Some(place), stopped.fault());
                    None
                }
            },
        };
        let Some(line) = line else { return Ok(false) };
        fill(row, &line, line.cells.last().map_or(0, |cell| cell.column + 1), |cell| {
            let place = CellPlace {
                sheet: Some(self.sheet.clone()),
                row: line.number,
                column: Some((cell.column, String::new())),
            };
            cell.take(&place, job).to_owned()
        });
        Ok(true)
    }

    fn may_be_short(&self) -> bool {
        true
    }
}

/// Fills a row with the first `width` columns of a line.
pub fn fill(row: &mut Row, line: &Line, width: usize, mut text: impl FnMut(&Cell) -> String) {
    row.clear(line.number);
    let mut cells = line.cells.iter().peekable();
    for column in 0..width {
        match cells.next_if(|cell| cell.column == column) {
            Some(cell) => row.push(&text(cell)),
            None => row.push(""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_do() {
        for (number, text) in [(2.0, "2"), (0.0, "0"), (2.5, "2.5"), (-1.0, "-1"), (1e300, &1e300_f64.to_string())] {
            assert_eq!(number_text(number), text);
        }
    }

    #[test]
    fn what_is_shown_in_per_cent_is_read_so() {
        let text = |value: DataRef| cell(0, &value, false, true).map(|cell| cell.text);
        for (number, shown) in [(1.0, "100%"), (0.07, "7%"), (0.333, "33.3%"), (0.0, "0%")] {
            assert_eq!(text(DataRef::Float(number)).as_deref(), Some(shown));
        }
        assert_eq!(text(DataRef::Int(1)).as_deref(), Some("100%"));
        assert_eq!(text(DataRef::String("1".into())).as_deref(), Some("1"));
    }

    #[test]
    fn formulas_are_told_from_values() {
        let kind = |value: DataRef, formula| cell(0, &value, formula, false).map(|cell| cell.kind);
        assert_eq!(kind(DataRef::Float(2.0), false), Some(Kind::Plain));
        assert_eq!(kind(DataRef::Float(2.0), true), Some(Kind::Formula));
        assert_eq!(kind(DataRef::Bool(true), true), Some(Kind::NoValue));
        assert_eq!(kind(DataRef::Empty, true), Some(Kind::NoValue));
        assert_eq!(kind(DataRef::Empty, false), None);
        assert_eq!(kind(DataRef::String(String::new()), false), None);
    }
}
