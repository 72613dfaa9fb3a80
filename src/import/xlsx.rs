//! Answers in a workbook: our own, also after other programs saved it or people rearranged it, and those of survey
//! platforms.
//!
//! Nothing is taken in before the file is weighed. Of a formula only the last value is read, and said so; macros and
//! links to other files are left alone.

mod cells;
mod front;
mod grid;
mod limits;

use super::table::{self, Table, month};
use super::{Imported, Importer, Input, Job};
use crate::error::{CellPlace, Error, WorkbookFault};
use calamine::{Reader, SheetType, SheetVisible};
use cells::{Book, Line, Lines, Stopped, Stream};
use front::{Front, Sheets};
use grid::{Grid, HEADING_LINES, is_heading};
use std::collections::BTreeMap;
use std::io::BufReader;

/// Excel workbooks (.xlsx).
#[derive(Debug)]
pub struct Workbook;

impl Importer for Workbook {
    fn name(&self) -> &'static str {
        "xlsx"
    }

    fn about(&self) -> &'static str {
        "workbook"
    }

    fn recognises(&self, head: &[u8]) -> bool {
        limits::looks_like_workbook(head)
    }

    fn read(&self, input: &mut Input, job: &mut Job) -> Result<(), Error> {
        if !limits::check(input, job)? {
            return Ok(());
        }
        let mut book = match Book::new(BufReader::new(&mut *input.file)) {
            Ok(book) => book,
            Err(error) => {
                job.findings.error(None, Stopped::Broken(error).fault());
                return Ok(());
            }
        };
        let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let sheets: Vec<(String, bool)> =
            sheets.map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible)).collect();
        let mut own = false;
        let mut tops = Vec::new();
        for (name, visible) in sheets {
            match top(&mut book, &name) {
                Ok(lines) => {
                    own |= lines.iter().any(is_heading);
                    tops.push((name, visible, lines));
                }
                Err(stopped) => job.findings.error(Some(whole(&name)), stopped.fault()),
            }
        }
        if job.findings.failed() {
            return Ok(());
        }
        if own {
            let names: Vec<String> = tops.into_iter().map(|(name, ..)| name).collect();
            read_own(&mut book, &names, job)
        } else {
            read_foreign(&mut book, tops, job)
        }
    }
}

/// A sheet as a whole.
fn whole(sheet: &str) -> CellPlace {
    CellPlace { sheet: Some(sheet.to_owned()), ..CellPlace::default() }
}

/// The first lines of a sheet, in which headings are looked for.
fn top(book: &mut Book, sheet: &str) -> Result<Vec<Line>, Stopped> {
    let mut lines = Lines::new(book, sheet)?;
    let mut out = Vec::new();
    while out.len() < HEADING_LINES {
        let Some(line) = lines.next_line()? else { break };
        out.push(line);
    }
    Ok(out)
}

/// A workbook with sheets of questions.
fn read_own(book: &mut Book, names: &[String], job: &mut Job) -> Result<(), Error> {
    let mut sheets: Sheets = Vec::new();
    for name in names {
        match all(book, name) {
            Ok(lines) => sheets.push((name.clone(), lines)),
            Err(stopped) => job.findings.error(Some(whole(name)), stopped.fault()),
        }
    }
    let front = Front::new(book.defined_names(), &sheets);
    if job.findings.failed() || !front.is_readable(job) {
        return Ok(());
    }
    let grids: Vec<Grid> = sheets.iter().filter_map(|(name, lines)| Grid::new(name, lines.clone())).collect();
    // Every sheet is looked at: all that is wrong is said at once.
    if grids.iter().filter(|grid| !grid.has_answers(job)).count() > 0 {
        return Ok(());
    }
    let many = grids.len() > 1;
    if many && !grids.iter().any(Grid::is_filled_in) {
        job.findings.error(None, WorkbookFault::NothingAnswered);
        return Ok(());
    }
    let others = sheets.iter().filter(|(name, lines)| !lines.is_empty() && !front.knows(name));
    for (name, _) in others.filter(|(name, _)| grids.iter().all(|grid| grid.sheet != *name)) {
        job.findings.warn(Some(whole(name)), WorkbookFault::SheetIgnored);
    }
    let mut answered: BTreeMap<Option<String>, &str> = BTreeMap::new();
    // With a sheet for each perspective, those that nobody used say nothing.
    for grid in grids.iter().filter(|grid| !many || grid.is_filled_in()) {
        let merged = match book.merge_cells_by_sheet_name(&grid.sheet) {
            Ok(merged) => merged,
            Err(error) => {
                job.findings.error(Some(whole(&grid.sheet)), Stopped::Broken(error).fault());
                continue;
            }
        };
        grid.check_merged(&merged, job);
        grid.check_outside(job);
        let perspective = front.perspective_of(&grid.sheet);
        if let Some(first) = answered.insert(perspective.clone(), &grid.sheet) {
            job.findings.error(Some(whole(&grid.sheet)), WorkbookFault::SheetTwice { first: first.to_owned() });
            continue;
        }
        let (known, voice) = front.facts(perspective.as_deref(), &grid.sheet, job);
        let table = Table { sheet: Some(&grid.sheet), known, person: voice.person, rows: &mut grid.rows() };
        if voice.person {
            read_person(table, job)?;
        } else {
            table::read(table, job)?;
        }
    }
    Ok(())
}

/// Reads the sheet of one person, who gets a pseudonym; of the date, the month is kept.
fn read_person(table: Table, job: &mut Job) -> Result<(), Error> {
    let take = &mut *job.take;
    let mut as_person = |imported: Imported| {
        let mut sheet = imported.sheet.clone();
        sheet.date = month(&sheet.date).to_owned();
        take(Imported { sheet: &sheet, person: true, ..imported })
    };
    let mut job = Job { wishes: job.wishes, find: &mut *job.find, findings: &mut *job.findings, take: &mut as_person };
    table::read(table, &mut job)
}

/// All lines of a sheet.
fn all(book: &mut Book, sheet: &str) -> Result<Vec<Line>, Stopped> {
    let mut lines = Lines::new(book, sheet)?;
    let mut out = Vec::new();
    while let Some(line) = lines.next_line()? {
        out.push(line);
    }
    Ok(out)
}

/// A workbook of a survey platform: the widest of the sheets that can be seen, and the first of equals.
fn read_foreign(book: &mut Book, tops: Vec<(String, bool, Vec<Line>)>, job: &mut Job) -> Result<(), Error> {
    let mut filled: Vec<(String, bool, Vec<Line>)> = tops.into_iter().filter(|(.., lines)| !lines.is_empty()).collect();
    // A cover, or a note to the colleagues, is no table.
    let width = |lines: &[Line]| lines.iter().map(|line| line.cells.len()).max().unwrap_or(0);
    let visible = filled.iter().enumerate().rev().filter(|(_, (_, visible, _))| *visible);
    let widest = visible.max_by_key(|(_, (.., lines))| width(lines)).map(|(at, _)| at);
    let first = widest.map(|at| filled.remove(at));
    let others = filled.into_iter().map(|(name, ..)| name);
    let Some((name, _, before)) = first else {
        job.findings.error(None, WorkbookFault::NoQuestions);
        return Ok(());
    };
    for other in others {
        job.findings.warn(Some(whole(&other)), WorkbookFault::SheetIgnored);
    }
    // What a merged cell says of the rows and columns below it would have to be guessed.
    match book.merge_cells_by_sheet_name(&name) {
        Ok(merged) => {
            for region in merged {
                let letters = CellPlace::letters;
                let range = format!(
                    "{}{}:{}{}",
                    letters(region.start.1 as usize),
                    region.start.0 + 1,
                    letters(region.end.1 as usize),
                    region.end.0 + 1
                );
                let place = CellPlace { row: region.start.0 as usize + 1, ..whole(&name) };
                job.findings.error(Some(place), WorkbookFault::Merged { range });
            }
        }
        Err(error) => job.findings.error(Some(whole(&name)), Stopped::Broken(error).fault()),
    }
    if job.findings.failed() {
        return Ok(());
    }
    let (seen, mut lines) = (
        before.len(),
        match Lines::new(book, &name) {
            Ok(lines) => lines,
            Err(stopped) => {
                job.findings.error(Some(whole(&name)), stopped.fault());
                return Ok(());
            }
        },
    );
    // The first lines have been read once already.
    for _ in 0..seen {
        if let Err(stopped) = lines.next_line() {
            job.findings.error(Some(whole(&name)), stopped.fault());
        }
    }
    let mut rows = Stream { lines, before: before.into_iter(), sheet: name.clone() };
    table::read(Table { sheet: Some(&name), known: Vec::new(), person: false, rows: &mut rows }, job)
}
