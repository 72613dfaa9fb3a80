//! What a report says, whatever the format: the assessment, the words for it, and the document built of both.

pub mod document;
mod explain;
pub mod figures;
mod foreign;
mod impartial;
mod lines;
pub mod picture;
pub mod plan;
pub mod rows;
mod sections;
pub mod shared;
pub mod shown;
pub mod trend;
pub mod verdict;
mod wording;

use crate::error::Problem;
use crate::model::{Kind, Organisation, Process, Round, Rubric, Sheet, Texts};
use crate::scoring::{
    Assessment, Basis, Protection, Published, Voice, Voices, assess, voices, voices_without_priorities,
};
use crate::text::{Numbers, Words};

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
    /// The only sheet. `None` of several: what each of them says is nobody's business, and no format can reach it.
    pub sheet: Option<&'a Sheet>,
    /// What several sheets say of the organisation and of themselves together.
    pub shared: shared::Shared,
    /// What holds for all sheets.
    pub round: Round,
    /// How several voices become one.
    pub voice: Voice,
    /// What scoring says of all together; as if nothing applied where it may not be shown, see [`Report::is_withheld`].
    pub assessment: Assessment,
    /// What the voices say beside one another, and what of all this may be shown.
    pub voices: Voices,
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

/// How many sheets become one result.
#[derive(Debug, Clone)]
pub struct Counting {
    /// How several voices become one.
    pub voice: Voice,
    /// How small a group may be.
    pub protection: Protection,
    /// What holds for all sheets.
    pub round: Round,
    /// Whether what to do next is worked out.
    pub recommends: bool,
}

impl Counting {
    /// The usual way, with this voice.
    pub fn usual(voice: Voice) -> Self {
        Self { voice, protection: Protection::default(), round: Round::default(), recommends: true }
    }
}

impl<'a> Report<'a> {
    /// Scores the sheets and gathers what a report needs.
    pub fn new(
        rubric: &'a Rubric,
        texts: &'a Texts,
        words: &'static Words,
        sheets: &'a [Sheet],
        counting: Counting,
        mut warnings: Vec<Problem>,
    ) -> Self {
        let Counting { voice, protection, round, recommends } = counting;
        let voices = if recommends { voices } else { voices_without_priorities };
        let voices = voices(rubric, sheets, voice, protection);
        // What is withheld is as if nobody had answered, so that whatever asks for it finds nothing.
        let mut assessment = match &voices.assessment {
            Published::Shown(assessment) => assessment.clone(),
            Published::Withheld(_) => assess(rubric, &[], voice),
        };
        let shared = shared::Shared::new(rubric, sheets, &round, protection.k());
        impartial::settle(rubric, &mut assessment, &voices.disclosure, &shared.asked);
        warnings.extend(shared::more_than_invited(&voices, &round));
        warnings.extend(shared::mixed(sheets, &round));
        Self {
            rubric,
            texts,
            words,
            numbers: words.numbers,
            sheet: sheets.first().filter(|_| sheets.len() == 1 && !voices.disclosure.applies),
            shared,
            round,
            voice,
            assessment,
            voices,
            warnings,
            options: Options::default(),
        }
    }

    /// The organisation.
    pub fn organisation(&self) -> &Organisation {
        &self.shared.organisation
    }

    /// Who did what.
    pub fn process(&self) -> &Process {
        &self.shared.process
    }

    /// The date of the latest sheet; only the month where persons are among several.
    pub fn date(&self) -> &str {
        &self.shared.date
    }

    /// The perspectives that answered, in the rubric's order; `None` is the organisation as a whole, and comes first.
    pub fn perspectives(&self) -> Vec<Option<&str>> {
        self.shared.perspectives.iter().map(Option::as_deref).collect()
    }

    /// Whether anybody answered from the perspective of people with disabilities.
    pub fn has_lived_experience(&self) -> bool {
        self.voices.basis == Basis::LivedExperience
    }

    /// Whether the result is an estimate.
    pub fn is_estimate(&self) -> bool {
        self.rubric.kind == Kind::Quick
    }

    /// The whole report as blocks of meaning.
    pub fn document(&self) -> document::Document {
        sections::document(self)
    }

    /// What the voices say beside one another; nothing of a single sheet.
    pub fn beside_one_another(&self) -> Vec<document::Block> {
        sections::beside_one_another(self)
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
