//! What an import found: problems with their places, and what was left out. Many of one kind are counted, not listed.

use crate::error::{CellPlace, Fault, ImportFault, Problem, Severity};
use std::collections::hash_map::{DefaultHasher, Entry};
use std::collections::{BTreeMap, HashMap};
use std::hash::{Hash, Hasher};

/// So many problems of one kind are listed; the others are counted.
const LISTED: usize = 20;

/// What was found in the files of an import.
#[derive(Debug, Default)]
pub struct Findings {
    file: String,
    problems: Vec<Problem>,
    /// File, kind and severity → how many there were.
    counts: BTreeMap<(String, &'static str, bool), usize>,
    errors: usize,
    /// What is said about each file.
    pub accounts: Vec<Account>,
    /// The responses so far, by a hash of what tells them apart on their platform, with their row.
    responses: HashMap<u64, usize>,
}

/// What became of a file.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Account {
    /// The file's name.
    pub file: String,
    /// Name of the sheet in a workbook.
    pub sheet: Option<String>,
    /// What it was read as: an importer or a kind of table.
    pub read_as: &'static str,
    /// Rows below the headings that hold anything.
    pub rows: usize,
    /// Sheets that came of it.
    pub sheets: usize,
    /// Rows without any answer, which give no sheet.
    pub empty_rows: Vec<usize>,
    /// Columns that could tell who answered.
    pub personal: Vec<String>,
    /// Columns that the survey platform adds.
    pub platform: Vec<String>,
    /// Columns that are left out because the map says so, or that repeat what the questionnaire says.
    pub unused: Vec<String>,
    /// Questions without a column or row.
    pub missing: Vec<String>,
    /// Responses that were not sent off, and count all the same.
    pub unsent: usize,
    /// Responses that a reviewer did not approve, and count all the same.
    pub rejected: usize,
    /// Where numbers were read as options: which points mean which.
    pub points: Option<String>,
    /// Where numbers were read as labels, although other options have as many points: which mean which.
    pub labels: Option<String>,
}

impl Findings {
    /// Begins a file: problems are its from now on.
    pub fn begin(&mut self, file: &str) {
        file.clone_into(&mut self.file);
    }

    /// Remembers a response; the row in which it was read before, if it was. What tells it apart is never stored itself.
    pub fn remember(&mut self, identity: &str, row: usize) -> Option<usize> {
        let mut hasher = DefaultHasher::new();
        identity.hash(&mut hasher);
        match self.responses.entry(hasher.finish()) {
            Entry::Occupied(before) => Some(*before.get()),
            Entry::Vacant(place) => {
                place.insert(row);
                None
            }
        }
    }

    /// The file that is read.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// An error: nothing will be written.
    pub fn error(&mut self, cell: Option<CellPlace>, fault: impl Into<Fault>) {
        self.add(cell, fault.into(), Severity::Error);
    }

    /// A warning.
    pub fn warn(&mut self, cell: Option<CellPlace>, fault: impl Into<Fault>) {
        self.add(cell, fault.into(), Severity::Warning);
    }

    fn add(&mut self, cell: Option<CellPlace>, fault: Fault, severity: Severity) {
        self.push(Problem { cell, severity, ..Problem::whole(&self.file.clone(), fault) });
    }

    /// A problem that has been put together elsewhere.
    pub fn push(&mut self, problem: Problem) {
        // A map is held against every table that is read with it; what is wrong with it is said once.
        if problem.file != self.file && self.problems.contains(&problem) {
            return;
        }
        let error = problem.severity == Severity::Error;
        self.errors += usize::from(error);
        let count = self.counts.entry((problem.file.clone(), problem.fault.code(), error)).or_default();
        *count += 1;
        if *count <= LISTED {
            self.problems.push(problem);
        }
    }

    /// Whether anything is wrong.
    pub fn failed(&self) -> bool {
        self.errors > 0
    }

    /// The problems; where many of a kind were found, the last of them says how many more.
    pub fn problems(&self) -> Vec<Problem> {
        let mut out = self.problems.clone();
        for ((file, code, error), count) in &self.counts {
            if *count <= LISTED {
                continue;
            }
            let severity = if *error { Severity::Error } else { Severity::Warning };
            let same = |p: &Problem| p.file == *file && p.fault.code() == *code && p.severity == severity;
            let Some(last) = out.iter().rposition(same) else { continue };
            let more = Fault::Import(ImportFault::More { errors: count - LISTED });
            out.insert(last + 1, Problem { severity, ..Problem::whole(file, more) });
        }
        out
    }
}
