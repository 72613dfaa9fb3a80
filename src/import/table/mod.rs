//! Answers in a table, wherever it comes from: one row a question, or one row a respondent.

mod answers;
mod columns;
mod dates;
mod dialect;
mod field;
mod headings;
mod mapped;
mod personal;
mod pieces;
mod questions;
mod respondents;
mod sheet;
mod voice;

pub use dates::{month, read as read_date};
pub use dialect::{DIALECTS, Dialect};
pub use field::Field;
pub use headings::Part;
pub use personal::without as impersonal;
pub use sheet::perspective_id;

use self::columns::Columns;
use self::sheet::Facts;
use super::findings::Account;
use super::{Job, NoRubric};
use crate::error::{CellPlace, Error, ImportFault};
use crate::model::RubricVersion;
use std::collections::VecDeque;

/// A row: its number as a spreadsheet shows it, and its cells as text.
#[derive(Debug, Default, Clone)]
pub struct Row {
    /// Counted from 1.
    pub number: usize,
    cells: ::csv::StringRecord,
}

impl Row {
    /// Empties it, to be filled as row `number`.
    pub fn clear(&mut self, number: usize) {
        self.number = number;
        self.cells.clear();
    }

    /// Adds a cell. Numbers are written with a point, dates as `2026-03-14`, an empty cell as the empty text.
    pub fn push(&mut self, cell: &str) {
        self.cells.push_field(cell);
    }

    /// Takes the cells of a record that was read as a whole.
    pub fn set(&mut self, number: usize, cells: ::csv::StringRecord) {
        self.number = number;
        self.cells = cells;
    }

    /// Gives the cells back, so that their memory is used again.
    pub fn take(&mut self) -> ::csv::StringRecord {
        std::mem::take(&mut self.cells)
    }

    /// A cell; the empty text where there is none.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default()
    }

    /// All cells.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter()
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether no cell holds anything but white space.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Rows from the top.
pub trait Rows {
    /// Fills `row` with the next row; `false` after the last. Empty rows may be given or left out. What is wrong with
    /// a cell (a formula, a byte that is no text) goes to `job.findings`, and the cell is given as empty.
    ///
    /// # Errors
    /// Rows that cannot be read any further.
    fn next_row(&mut self, row: &mut Row, job: &mut Job) -> Result<bool, Error>;

    /// Whether a row may have fewer cells than there are headings, as in workbooks. In CSV that is a fault.
    fn may_be_short(&self) -> bool;
}

/// What is known of a sheet beside its rows, as a workbook's names or its first page say.
#[derive(Debug, Clone)]
pub struct Known {
    /// What is known.
    pub field: Field,
    /// Its value, as the file writes it.
    pub value: String,
    /// Where it stands.
    pub place: CellPlace,
}

/// A table: headings in its first row that is not empty, and rows below.
pub struct Table<'a> {
    /// Name of the sheet in a workbook; `None`: the file is one table.
    pub sheet: Option<&'a str>,
    /// What is known beside the rows.
    pub known: Vec<Known>,
    /// Whether it is known to be one person's.
    pub person: bool,
    /// The rows.
    pub rows: &'a mut dyn Rows,
}

/// So many rows are looked at for the questionnaire's name, where it stands in a row of its own.
const LOOKED_AHEAD: usize = 32;

/// The rows below the headings, of which the first have been read already.
struct Below<'a> {
    ahead: VecDeque<Row>,
    rows: &'a mut dyn Rows,
    headings: usize,
    width: usize,
}

impl Below<'_> {
    /// The next row that is not empty; a row of another width is an error.
    fn next(&mut self, row: &mut Row, columns: &Columns, job: &mut Job) -> Result<bool, Error> {
        loop {
            match self.ahead.pop_front() {
                Some(first) => *row = first,
                None => {
                    if !self.rows.next_row(row, job)? {
                        return Ok(false);
                    }
                }
            }
            if row.is_empty() {
                continue;
            }
            let short = row.len() < self.width && !self.rows.may_be_short();
            let long = (self.width..row.len()).any(|column| !row.cell(column).trim().is_empty());
            if short || long {
                let fault = ImportFault::Ragged { found: row.len(), expected: self.width };
                job.findings.error(Some(columns.place(row.number, None)), fault);
                continue;
            }
            return Ok(true);
        }
    }
}

/// Reads a table: recognises by its headings what it is, and gives the sheets to `job.take`.
///
/// # Errors
/// What cannot be read any further.
pub fn read(table: Table, job: &mut Job) -> Result<(), Error> {
    let Table { sheet, known, person, rows } = table;
    let place = |row| CellPlace { sheet: sheet.map(str::to_owned), row, column: None };
    let mut headings = Row::default();
    if !filled(rows, &mut headings, job)? {
        job.findings.error(sheet.map(|_| place(0)), ImportFault::NoTable);
        return Ok(());
    }
    // The first rows below may say which questionnaire they answer, without which the headings mean nothing.
    let mut ahead = VecDeque::new();
    let facts = fact_columns(&headings);
    let wanted = if facts.is_some() { LOOKED_AHEAD } else { 1 };
    let mut row = Row::default();
    while ahead.len() < wanted && filled(rows, &mut row, job)? {
        ahead.push_back(row.clone());
    }
    if ahead.is_empty() {
        job.findings.error(Some(place(headings.number)), ImportFault::NoRows);
        return Ok(());
    }
    let [rubric, version] = [Field::Rubric, Field::Version].map(|field| said(field, &headings, &ahead, facts, &known));
    let questionnaire = match (job.find)(rubric.as_ref().map(|(id, _)| id.as_str())) {
        Ok(questionnaire) => questionnaire,
        Err(NoRubric::Failed(error)) => return Err(error),
        Err(NoRubric::Fault(fault)) => {
            let at = rubric.map(|(_, place)| CellPlace {
                sheet: place.sheet.clone().or_else(|| sheet.map(str::to_owned)),
                ..place
            });
            job.findings.error(at.or_else(|| sheet.map(|_| place(0))), fault);
            return Ok(());
        }
    };
    let version = version.and_then(|(text, _)| RubricVersion::parse(&text));
    let Some(mut columns) = Columns::new(sheet, &headings, version, &questionnaire, job) else { return Ok(()) };
    let mut facts = Facts::default();
    for Known { field, value, place } in known {
        facts.know(field, &value, place);
    }
    let below = Below { ahead, rows, headings: headings.number, width: headings.len() };
    let mut account = Account {
        file: job.findings.file().to_owned(),
        sheet: sheet.map(str::to_owned),
        read_as: match columns.dialect {
            _ if columns.one_row_a_question => "questions",
            Some(dialect) => dialect.name,
            None => "respondents",
        },
        ..Account::default()
    };
    let headings = below.headings;
    if columns.one_row_a_question {
        questions::read(&mut columns, (facts, person), below, &questionnaire, &mut account, job)?;
    } else {
        respondents::read(&mut columns, &facts, below, &questionnaire, &mut account, job)?;
    }
    columns.close(headings, &mut account, job);
    job.findings.accounts.push(account);
    Ok(())
}

/// The next row that is not empty.
fn filled(rows: &mut dyn Rows, row: &mut Row, job: &mut Job) -> Result<bool, Error> {
    while rows.next_row(row, job)? {
        if !row.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// In a table with one row a question, the columns of questions and answers: facts may stand in rows of their own.
fn fact_columns(headings: &Row) -> Option<(usize, usize)> {
    let plains: Vec<String> = headings.cells().map(headings::plain).collect();
    let question = columns::QUESTION.iter().find_map(|name| plains.iter().position(|plain| plain == name))?;
    let answer = plains.iter().position(|plain| Part::of_word(plain) == Some(Part::Choice))?;
    Some((question, answer))
}

/// What the file says in its first rows, or beside its rows.
fn said(
    field: Field,
    headings: &Row,
    ahead: &VecDeque<Row>,
    facts: Option<(usize, usize)>,
    known: &[Known],
) -> Option<(String, CellPlace)> {
    if let Some(known) = known.iter().find(|known| known.field == field && !known.value.trim().is_empty()) {
        return Some((known.value.trim().to_owned(), known.place.clone()));
    }
    let means = |text: &str| Field::of_heading(&headings::plain(text)) == Some(field);
    let column = headings.cells().position(means).and_then(|index| Some((ahead.front()?, index)));
    let own = facts.and_then(|(question, answer)| Some((ahead.iter().find(|row| means(row.cell(question)))?, answer)));
    let (row, index) = column.or(own)?;
    let value = row.cell(index).trim();
    let place =
        CellPlace { sheet: None, row: row.number, column: Some((index, headings.cell(index).trim().to_owned())) };
    (!value.is_empty()).then(|| (value.to_owned(), place))
}

/// A person's text without what could tell who wrote it; the place is named in a warning.
fn without_personal(
    columns: &columns::Columns,
    (row, column): (usize, Option<usize>),
    text: &str,
    job: &mut Job,
) -> String {
    let Some((bare, what)) = personal::without(text) else { return text.to_owned() };
    job.findings.warn(Some(columns.place(row, column)), ImportFault::LeftOutPersonal { what });
    bare
}
