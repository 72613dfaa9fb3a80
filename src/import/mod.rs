//! Answers in: bytes → answer sheets. A new importer is a file beside `csv.rs`, named in [`IMPORTERS`].

pub mod actions;
pub mod csv;
mod doubt;
pub mod findings;
pub mod json;
pub mod map;
pub mod policy;
mod recognise;
pub mod round;
pub mod save;
pub mod sheets;
pub mod table;
mod versions;
pub mod xlsx;

pub use doubt::doubt;
pub use findings::Findings;
pub use recognise::{is_answers, is_made_by_people, kind};
pub use versions::{Fit, fit};

use crate::error::{Error, Problem};
use crate::model::{Rubric, Sheet, Texts};
use std::io::{Read as IoRead, Seek};
use std::rc::Rc;

/// A sheet that has been read, and what was doubtful about it.
#[derive(Debug, Clone)]
pub struct Read {
    /// The sheet.
    pub sheet: Sheet,
    /// The rubric that it was read against.
    pub rubric: Rc<Rubric>,
    /// Warnings.
    pub warnings: Vec<Problem>,
    /// The line of its file that it stands in, from 1, where there is one sheet a line.
    pub line: Option<usize>,
}

/// Finds the rubric that a sheet names; the command knows where rubrics are. The error is either a fault of the
/// sheet, or a failure of its own.
pub type FindRubric<'a> = dyn FnMut(&str) -> Result<Rc<Rubric>, NoRubric> + 'a;

/// Why there is no rubric for a sheet.
#[derive(Debug)]
pub enum NoRubric {
    /// The sheet names one that does not fit or does not exist.
    Fault(crate::error::Fault),
    /// The rubric itself cannot be used.
    Failed(Error),
}

/// A rubric with its words in all its languages: what was filled in may be in any of them.
#[derive(Debug)]
pub struct Questionnaire {
    /// The structure.
    pub rubric: Rc<Rubric>,
    /// The words, a language each.
    pub texts: Vec<Texts>,
}

/// Finds the questionnaire that a file names; `None`: the file names none, so that the user has to.
pub type FindQuestionnaire<'a> = dyn FnMut(Option<&str>) -> Result<Rc<Questionnaire>, NoRubric> + 'a;

/// What can be read from any place, and more than once.
pub trait ReadSeek: IoRead + Seek {}

impl<T: IoRead + Seek + ?Sized> ReadSeek for T {}

/// A file to import.
pub struct Input<'a> {
    /// Its name, as the user gave it.
    pub name: &'a str,
    /// Its bytes, from the start.
    pub file: &'a mut dyn ReadSeek,
}

/// What the user says about the files, where they do not say it themselves.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// The importer or the kind of table, as `--from` names it.
    pub from: Option<String>,
    /// The organisation's name.
    pub organisation: Option<String>,
    /// `YYYY-MM-DD` or `YYYY-MM`.
    pub date: Option<String>,
    /// The perspective.
    pub perspective: Option<String>,
    /// The setting.
    pub setting: Option<String>,
    /// The character encoding of text files without a byte order mark, if it is not UTF-8.
    pub encoding: Option<String>,
    /// How columns and values are to be understood.
    pub map: Option<map::Map>,
}

/// A sheet on its way out.
#[derive(Debug)]
pub struct Imported<'a> {
    /// The sheet. One person's has no `respondent` yet where `person` is set.
    pub sheet: &'a Sheet,
    /// The rubric that it answers.
    pub rubric: &'a Rubric,
    /// Whether it is one person's and gets a pseudonym when all are known.
    pub person: bool,
}

/// What an importer works with.
pub struct Job<'a> {
    /// What the user says.
    pub wishes: &'a Wishes,
    /// Finds the questionnaire.
    pub find: &'a mut FindQuestionnaire<'a>,
    /// What is wrong, what is doubtful, and what was ignored.
    pub findings: &'a mut Findings,
    /// Takes each sheet, in the order of the file.
    pub take: &'a mut dyn FnMut(Imported) -> Result<(), Error>,
}

/// A way to read answers that another program, or another person, wrote.
pub trait Importer: Sync {
    /// Its name, as `--from` takes it.
    fn name(&self) -> &'static str;

    /// What it reads, in a few English words.
    fn about(&self) -> &'static str;

    /// Whether a file that begins with these bytes (4 KiB at most) is one for it.
    fn recognises(&self, head: &[u8]) -> bool;

    /// Reads the file. What is wrong with it goes to [`Job::findings`], as much of it as can be found.
    ///
    /// # Errors
    /// Only what ends all reading, as a file that cannot be read any further.
    fn read(&self, input: &mut Input, job: &mut Job) -> Result<(), Error>;
}

/// All importers; the first that recognises a file reads it.
pub static IMPORTERS: [&dyn Importer; 3] = [&sheets::Json, &xlsx::Workbook, &csv::Csv];

/// The importer with this name.
pub fn importer(name: &str) -> Option<&'static dyn Importer> {
    IMPORTERS.into_iter().find(|importer| importer.name() == name)
}

/// The importer that recognises a file by its first bytes.
pub fn recognise(head: &[u8]) -> Option<&'static dyn Importer> {
    IMPORTERS.into_iter().find(|importer| importer.recognises(head))
}
