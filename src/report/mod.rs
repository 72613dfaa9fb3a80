//! What a report says, whatever the format: the assessment, the words for it, and the document built of both.

pub mod document;
mod explain;
pub mod figures;
mod lines;
pub mod picture;
pub mod rows;
mod sections;
pub mod trend;
pub mod verdict;
mod wording;

use crate::error::Problem;
use crate::model::{Kind, Organisation, Process, Rubric, Sheet, Texts};
use crate::scoring::{Assessment, Voice, assess};
use crate::text::{Numbers, Words};
use std::collections::BTreeSet;

/// Everything a format needs: nothing is computed after this.
#[derive(Debug)]
pub struct Report<'a> {
    /// The rubric.
    pub rubric: &'a Rubric,
    /// Its words in the report's language.
    pub texts: &'a Texts,
    /// The program's words in the report's language.
    pub words: &'static Words,
    /// How numbers are written; spoken for those who listen.
    pub numbers: Numbers,
    /// The sheets, one at least, of one organisation.
    pub sheets: &'a [Sheet],
    /// How several voices become one.
    pub voice: Voice,
    /// What scoring says.
    pub assessment: Assessment,
    /// What was doubtful about the input.
    pub warnings: Vec<Problem>,
    /// What the user wants of this report.
    pub options: Options,
}

/// What the user wants of a report.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Only the cover and the summary.
    pub summary: bool,
    /// Leave notes and evidence out.
    pub without_notes: bool,
    /// A title of the user's own.
    pub title: Option<String>,
    /// Who prepared the report.
    pub prepared_by: Option<String>,
    /// A picture on the cover.
    pub logo: Option<document::Picture>,
    /// The colour of headings and lines, dark enough for white paper.
    pub accent: Option<figures::Colour>,
    /// Statements to be printed unedited: who says it, and what.
    pub statements: Vec<(String, String)>,
}

static NO_ORGANISATION: Organisation = Organisation {
    name: String::new(),
    sector: None,
    country: None,
    size: None,
    setting: None,
    scope: None,
    period: None,
};
static NO_PROCESS: Process = Process { chose_questions: None, answered: None, interpreted: None, decides: None };

impl<'a> Report<'a> {
    /// Scores the sheets and gathers what a report needs.
    pub fn new(
        rubric: &'a Rubric,
        texts: &'a Texts,
        words: &'static Words,
        sheets: &'a [Sheet],
        voice: Voice,
        warnings: Vec<Problem>,
    ) -> Self {
        Self {
            rubric,
            texts,
            words,
            numbers: words.numbers,
            sheets,
            voice,
            assessment: assess(rubric, sheets, voice),
            warnings,
            options: Options::default(),
        }
    }

    /// The organisation.
    pub fn organisation(&self) -> &Organisation {
        self.sheets.first().map_or(&NO_ORGANISATION, |sheet| &sheet.organisation)
    }

    /// Who did what, as the first sheet that says so has it.
    pub fn process(&self) -> &Process {
        let said = self.sheets.iter().map(|sheet| &sheet.process).find(|process| **process != NO_PROCESS);
        said.unwrap_or(&NO_PROCESS)
    }

    /// The date of the latest sheet.
    pub fn date(&self) -> &str {
        self.sheets.iter().map(|sheet| sheet.date.as_str()).max().unwrap_or_default()
    }

    /// The perspectives that answered, in the rubric's order; `None` is the organisation as a whole, and comes first.
    pub fn perspectives(&self) -> Vec<Option<&str>> {
        let place = |id: &str| self.rubric.perspectives.iter().position(|p| p.id == id).unwrap_or(usize::MAX);
        let found: BTreeSet<Option<(usize, &str)>> =
            self.sheets.iter().map(|sheet| sheet.voice().map(|id| (place(id), id))).collect();
        found.into_iter().map(|entry| entry.map(|(_, id)| id)).collect()
    }

    /// Whether anybody answered from the perspective of people with disabilities.
    pub fn has_lived_experience(&self) -> bool {
        let lived = |id: &str| self.rubric.perspectives.iter().any(|p| p.id == id && p.lived_experience);
        self.sheets.iter().any(|sheet| sheet.voice().is_some_and(lived))
    }

    /// Whether the result is an estimate.
    pub fn is_estimate(&self) -> bool {
        self.rubric.kind == Kind::Quick
    }

    /// The whole report as blocks of meaning.
    pub fn document(&self) -> document::Document {
        sections::document(self)
    }

    /// How the score of a principle, or of the cell of a question, comes about; `None` for an unknown id.
    pub fn explanation(&self, id: &str) -> Option<document::Document> {
        sections::explanation(self, id)
    }

    /// The same, short enough for a terminal: what matters, and where the rest is.
    pub fn brief(&self) -> document::Document {
        sections::brief(self)
    }
}
