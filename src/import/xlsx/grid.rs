//! Our own sheet of questions: where its headings are, what may be read from its cells, and its rows.

use super::cells::{Line, fill};
use crate::error::{CellPlace, Error, WorkbookFault};
use crate::import::Job;
use crate::import::table::{Row, Rows};
use crate::model::order;
use crate::text::LANGUAGES;
use calamine::Dimensions;

/// Headings are looked for in so many lines.
pub const HEADING_LINES: usize = 20;
/// What the columns are called everywhere, in the order of the program's words.
const ENGLISH: [&str; 7] = ["id", "principle", "question", "answer", "note", "evidence", "reason"];
/// The columns that are not to be filled in.
const REPEATED: [usize; 2] = [1, 2];
const ID: usize = 0;
const ANSWER: usize = 3;

/// A sheet of questions.
pub struct Grid {
    /// Its name.
    pub sheet: String,
    /// The headings' line and all below.
    lines: Vec<Line>,
    /// The numbers of the lines above the headings that hold anything.
    above: Vec<usize>,
    /// For each column: which of ours it is.
    roles: Vec<Option<usize>>,
}

/// Which of our columns a heading means.
fn role(heading: &str) -> Option<usize> {
    let plain = heading.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    (0..ENGLISH.len()).find(|&index| {
        ENGLISH[index] == plain || LANGUAGES.iter().any(|words| words.spreadsheet.heads[index].to_lowercase() == plain)
    })
}

/// Whether a line holds the headings of questions and answers, also where that of the answers was changed.
pub fn is_heading(line: &Line) -> bool {
    let roles = order::unique(line.cells.iter().filter_map(|cell| role(&cell.text)));
    roles.contains(&ID) && (roles.contains(&ANSWER) || roles.len() >= ENGLISH.len() / 2)
}

impl Grid {
    /// The sheet, if it holds questions and answers.
    pub fn new(sheet: &str, mut lines: Vec<Line>) -> Option<Self> {
        let start = lines.iter().take(HEADING_LINES).position(is_heading)?;
        let filled = |line: &Line| line.cells.iter().any(|cell| !cell.text.trim().is_empty());
        let above = lines.drain(..start).filter(filled).map(|line| line.number).collect();
        let headings = lines.first()?;
        let width = headings.cells.last()?.column + 1;
        let roles = (0..width).map(|column| role(headings.text(column))).collect();
        // Headings that stand there once more, as after copying a table below another, are no answers.
        let again = headings.clone();
        let mut first = true;
        lines.retain(|line| std::mem::take(&mut first) || !(is_heading(line) && same_texts(line, &again)));
        Some(Self { sheet: sheet.to_owned(), lines, above, roles })
    }

    /// Whether there is a column of answers; else says so, at the heading that may have been it.
    pub fn has_answers(&self, job: &mut Job) -> bool {
        if self.roles.contains(&Some(ANSWER)) {
            return true;
        }
        let Some(headings) = self.lines.first() else { return false };
        let nearness = |text: &str| {
            let names = LANGUAGES.iter().map(|words| words.spreadsheet.heads[ANSWER].to_lowercase());
            names.map(|name| strsim::osa_distance(&text.trim().to_lowercase(), &name)).min().unwrap_or(usize::MAX)
        };
        let unknown = headings.cells.iter().filter(|cell| self.roles.get(cell.column).copied().flatten().is_none());
        let slip = unknown.min_by_key(|cell| nearness(&cell.text)).filter(|cell| nearness(&cell.text) <= 2);
        let place = self.place(headings.number, slip.map(|cell| cell.column));
        job.findings.error(Some(place), WorkbookFault::NoAnswerHeading);
        false
    }

    /// Whether anything is filled in below the headings.
    pub fn is_filled_in(&self) -> bool {
        let mine = |column: usize| {
            let role = self.roles.get(column).copied().flatten();
            role.is_some_and(|role| role >= ANSWER)
        };
        let filled = |line: &Line| line.cells.iter().any(|cell| mine(cell.column) && !cell.text.trim().is_empty());
        self.lines.iter().skip(1).any(filled)
    }

    /// A place in the sheet.
    pub fn place(&self, row: usize, column: Option<usize>) -> CellPlace {
        let heading = |column: usize| self.lines.first().map_or("", |line| line.text(column)).trim().to_owned();
        CellPlace { sheet: Some(self.sheet.clone()), row, column: column.map(|column| (column, heading(column))) }
    }

    fn is_to_fill_in(&self, column: usize) -> bool {
        self.roles.get(column).copied().flatten().is_some_and(|role| !REPEATED.contains(&role))
    }

    /// Says which cells are merged where that makes an answer doubtful.
    pub fn check_merged(&self, merged: &[Dimensions], job: &mut Job) {
        let first = self.lines.first().map_or(0, |line| line.number);
        for region in merged {
            let (top, left) = (region.start.0 as usize + 1, region.start.1 as usize);
            let (bottom, right) = (region.end.0 as usize + 1, region.end.1 as usize);
            let ours = (left..=right.min(self.roles.len())).find(|&column| self.is_to_fill_in(column));
            let Some(column) = ours.filter(|_| bottom > first) else { continue };
            let letters = CellPlace::letters;
            let range = format!("{}{top}:{}{bottom}", letters(left), letters(right));
            job.findings.error(Some(self.place(top, Some(column))), WorkbookFault::Merged { range });
        }
    }

    /// Says which lines above the headings and which columns without one hold something.
    pub fn check_outside(&self, job: &mut Job) {
        for &row in &self.above {
            job.findings.warn(Some(self.place(row, None)), WorkbookFault::AboveHeadings);
        }
        let Some((headings, below)) = self.lines.split_first() else { return };
        let filled = below.iter().flat_map(|line| &line.cells).filter(|cell| !cell.text.trim().is_empty());
        let columns = filled.map(|cell| cell.column).filter(|&column| headings.text(column).trim().is_empty());
        for column in order::unique(columns) {
            job.findings.warn(Some(self.place(headings.number, Some(column))), WorkbookFault::NoHeading);
        }
    }

    /// Its rows, headings first.
    pub fn rows(&self) -> GridRows<'_> {
        GridRows { grid: self, next: 0 }
    }
}

fn same_texts(line: &Line, other: &Line) -> bool {
    let texts = |line: &Line| line.cells.iter().map(|cell| (cell.column, cell.text.clone())).collect::<Vec<_>>();
    texts(line) == texts(other)
}

/// The rows of a sheet of questions.
pub struct GridRows<'g> {
    grid: &'g Grid,
    next: usize,
}

impl Rows for GridRows<'_> {
    fn next_row(&mut self, row: &mut Row, job: &mut Job) -> Result<bool, Error> {
        let Some(line) = self.grid.lines.get(self.next) else { return Ok(false) };
        self.next += 1;
        fill(row, line, self.grid.roles.len(), |cell| {
            if self.grid.is_to_fill_in(cell.column) {
                cell.take(&self.grid.place(line.number, Some(cell.column)), job).to_owned()
            } else {
                cell.text.clone()
            }
        });
        Ok(true)
    }

    fn may_be_short(&self) -> bool {
        true
    }
}
