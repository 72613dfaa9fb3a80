//! Several assessments of one organisation: read in their order, and checked to be comparable.

use super::{Context, inputs};
use crate::error::gate::{GateFault, GateMisuse};
use crate::error::{Error, Fault, Misuse, Problem, Severity};
use crate::model::{Round, Rubric, Sheet, Texts};
use crate::rubric::Loaded;
use crate::scoring::trend::TooDifferent;
use crate::text::Words;
use inputs::Rubrics;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Reads assessments one after the other, each of one or more sheets.
pub struct Editions<'a> {
    context: &'a Context,
    rubrics: Rubrics<'a>,
    seen: HashSet<PathBuf>,
    /// The files read so far.
    pub files: Vec<PathBuf>,
    allow_other_organisation: bool,
    /// What was doubtful so far.
    pub warnings: Vec<Problem>,
}

impl<'a> Editions<'a> {
    /// Nothing read yet.
    pub fn new(context: &'a Context, allow_other_organisation: bool) -> Self {
        Self {
            context,
            rubrics: Rubrics::new(context.common.rubric.as_deref()),
            seen: HashSet::new(),
            files: Vec::new(),
            allow_other_organisation,
            warnings: Vec::new(),
        }
    }

    /// Reads one assessment.
    ///
    /// # Errors
    /// A file that another assessment has too, every problem of every sheet, or what cannot be read.
    pub fn read(&mut self, paths: &[PathBuf]) -> Result<(Vec<Sheet>, Round), Error> {
        let files = inputs::files_of(paths, &["json", "jsonl"])?;
        // A file twice within one assessment is found as a second sheet of its perspective.
        let own: HashSet<PathBuf> = files.iter().map(|path| true_path(path)).collect();
        if let Some(twice) = files.iter().find(|path| self.seen.contains(&true_path(path))) {
            return Err(Error::Usage(Misuse::Gate(GateMisuse::SameFile { path: twice.display().to_string() })));
        }
        self.seen.extend(own);
        let gathered = inputs::gather(self.context, &mut self.rubrics, &files)?;
        self.files.extend(gathered.files);
        self.warnings.extend(gathered.warnings);
        Ok((gathered.sheets, gathered.round))
    }

    /// Checks that assessments can be compared in this order.
    ///
    /// # Errors
    /// Another rubric, or one that is older than the one before it.
    pub fn check(&mut self, editions: &[&[Sheet]]) -> Result<(), Error> {
        let Some(newest) = editions.last().and_then(|sheets| sheets.first()) else { return Ok(()) };
        let mut problems = Vec::new();
        for sheet in editions.iter().filter_map(|sheets| sheets.first()) {
            let (found, wanted) = (&sheet.rubric.id, &newest.rubric.id);
            if found != wanted {
                let fault = GateFault::AnotherRubric { found: found.clone(), newest: wanted.clone() };
                problems.push(error_at(sheet, "/rubric/id", fault));
            }
            let (found, wanted) = (&sheet.organisation.name, &newest.organisation.name);
            if found.trim() != wanted.trim() && !self.allow_other_organisation {
                let fault = GateFault::AnotherOrganisation { found: found.clone(), newest: wanted.clone() };
                self.warnings.push(Problem::warning(
                    &sheet.origin,
                    "/organisation/name".to_owned(),
                    Fault::Gate(fault),
                ));
            }
        }
        for pair in editions.windows(2) {
            let latest = |sheets: &&[Sheet]| sheets.iter().max_by(|a, b| a.date.cmp(&b.date)).cloned();
            let (Some(before), Some(after)) = (pair.first().and_then(latest), pair.last().and_then(latest)) else {
                continue;
            };
            if is_before(&after.date, &before.date) {
                let fault = GateFault::OlderThanBefore { date: after.date.clone(), before: before.date.clone() };
                problems.push(error_at(&after, "/date", fault));
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
    }

    /// The rubric with its words in the language of the report, and everything that was doubtful.
    ///
    /// # Errors
    /// Only if nothing was read.
    pub fn finish(self) -> Result<(Rc<Rubric>, &'static Texts, Vec<Problem>), Error> {
        let (rubric, texts, mut warnings) =
            inputs::rubric_and_texts(self.context, self.rubrics, Loaded::texts_as_needed)?;
        // What is said of persons' sheets names no file, and would be the same for each folder.
        for warning in self.warnings {
            if !warnings.contains(&warning) {
                warnings.push(warning);
            }
        }
        Ok((rubric, texts, warnings))
    }

    /// The rubric that the sheets read so far name.
    pub fn rubric(&self) -> Option<Rc<Rubric>> {
        self.rubrics.found()
    }
}

/// The error for versions that have too little in common.
pub fn refused(sheets: &[Sheet], words: &Words, why: &TooDifferent) -> Error {
    let fault = GateFault::TooDifferent {
        version: why.version.to_string(),
        other: why.other.to_string(),
        share: words.numbers.exact_percent(&why.share),
    };
    match sheets.first() {
        Some(sheet) => error_at(sheet, "/rubric/version", fault).into(),
        None => Error::Input(Vec::new()),
    }
}

fn error_at(sheet: &Sheet, pointer: &str, fault: GateFault) -> Problem {
    let problem = Problem::whole(&sheet.origin, Fault::Gate(fault));
    Problem { pointer: pointer.to_owned(), severity: Severity::Error, ..problem }
}

/// The same file has the same path, whatever way leads to it.
fn true_path(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Whether a date is before another; a month is before none of its days.
fn is_before(date: &str, other: &str) -> bool {
    let common = date.len().min(other.len());
    date.get(..common) < other.get(..common)
}

#[cfg(test)]
mod tests {
    use super::is_before;

    #[test]
    fn a_month_is_before_none_of_its_days() {
        assert!(is_before("2026-02-28", "2026-03-01") && is_before("2026-02", "2026-03-01"));
        assert!(!is_before("2026-03", "2026-03-14") && !is_before("2026-03-14", "2026-03"));
        assert!(!is_before("2026-03-14", "2026-03-14"));
    }
}
