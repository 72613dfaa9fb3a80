//! What a comparison over time says, whatever the format.

mod chart;
mod groups;
mod rows;
mod sections;
mod summary;

pub use groups::silence_id;
pub use rows::KEYS;

use super::Report;
use super::document::{Document, Figure};
use crate::error::Problem;
use crate::model::{Ratio, Rubric, Sheet};
use crate::scoring::group_trend::{self, GroupTrend};
use crate::scoring::trend::{Change, Comparison, Movement, PartTrend, Side, TooDifferent, compare};
use crate::text::{TrendWords, Words};

/// Everything a format needs of a comparison.
#[derive(Debug)]
pub struct TrendReport<'a> {
    /// The assessments, oldest first, two at least, of one organisation and one rubric.
    pub editions: Vec<Report<'a>>,
    /// The first with the last.
    pub total: Comparison,
    /// Each with the one before it.
    pub steps: Vec<Comparison>,
    /// What each perspective said in the first and says in the last; empty where none spoke.
    pub groups: Vec<GroupTrend>,
    /// The same for each step.
    pub step_groups: Vec<Vec<GroupTrend>>,
    /// What was doubtful about the input.
    pub warnings: Vec<Problem>,
    /// Arrows beside the words; not for those who listen.
    pub arrows: bool,
}

/// Which two assessments cannot be compared, by their places, and why.
pub type Refused = (usize, usize, TooDifferent);

impl<'a> TrendReport<'a> {
    /// Compares assessments in their order, each with its sheets. `None` of fewer than two.
    ///
    /// # Errors
    /// Two whose versions of the rubric have too little in common.
    pub fn new(
        editions: Vec<Report<'a>>,
        sheets: &[Vec<Sheet>],
        warnings: Vec<Problem>,
    ) -> Result<Option<Self>, Refused> {
        let side = |index: usize| Some(side(editions.get(index)?, sheets.get(index)?));
        let pair = |old: usize, new: usize| match (editions.get(old), side(old), side(new)) {
            (Some(first), Some(before), Some(after)) => {
                compare(first.rubric, before, after).map(Some).map_err(|why| (old, new, why))
            }
            _ => Ok(None),
        };
        let Some(last) = editions.len().checked_sub(1) else { return Ok(None) };
        let mut steps = Vec::new();
        for new in 1..=last {
            steps.extend(pair(new - 1, new)?);
        }
        let total = match steps.as_slice() {
            [] => return Ok(None),
            [only] => Some(only.clone()),
            _ => pair(0, last)?,
        };
        let Some((total, (first, newest))) = total.zip(editions.first().zip(editions.last())) else { return Ok(None) };
        let groups = group_trend::groups(newest.rubric, &total, &first.voices, &newest.voices);
        let each = steps.iter().zip(&editions).zip(editions.iter().skip(1));
        let step_groups =
            each.map(|((step, old), new)| group_trend::groups(new.rubric, step, &old.voices, &new.voices));
        let step_groups = step_groups.collect();
        Ok(Some(Self { editions, total, steps, groups, step_groups, warnings, arrows: true }))
    }

    /// The newest assessment's report; it knows the words for everything.
    pub fn newest(&self) -> &Report<'a> {
        &self.editions[self.editions.len() - 1]
    }

    /// The oldest assessment's report.
    pub fn oldest(&self) -> &Report<'a> {
        &self.editions[0]
    }

    /// The rubric.
    pub fn rubric(&self) -> &'a Rubric {
        self.newest().rubric
    }

    /// The program's words in the report's language.
    pub fn words(&self) -> &'static Words {
        self.newest().words
    }

    fn trend_words(&self) -> &'static TrendWords {
        &self.words().trend
    }

    /// The whole comparison as blocks of meaning.
    pub fn document(&self) -> Document {
        sections::document(self)
    }

    /// The same, short enough for a terminal.
    pub fn brief(&self) -> Document {
        sections::brief(self)
    }

    /// The figure: every score over time.
    pub fn figure(&self) -> Figure {
        chart::figure(self)
    }

    /// The word for a movement.
    pub fn movement_word(&self, movement: Movement) -> &'static str {
        self.trend_words().movements[movement as usize]
    }

    /// "↑ improved, certain: +12.5 points (+3 to +18)"; without the arrow for those who listen.
    pub fn change_phrase(&self, change: Option<&Change>) -> String {
        let words = self.trend_words();
        let withheld = || self.editions.iter().any(Report::is_withheld);
        let Some(change) = change else {
            return (if withheld() { words.not_compared } else { words.not_comparable }).to_owned();
        };
        let numbers = &self.newest().numbers;
        let delta = &change.delta;
        let signed = |value: &Ratio| numbers.points(value);
        let mut out = self.movement_phrase(change.movement);
        let range = || format!("{} {} {}", signed(&delta.low), numbers.to, signed(&delta.high));
        match &delta.point {
            Some(point) if delta.low == delta.high => out.push_str(&format!(": {}", (words.points)(&signed(point)))),
            Some(point) => out.push_str(&format!(": {} ({})", (words.points)(&signed(point)), range())),
            None => out.push_str(&format!(": {}", (words.points)(&range()))),
        }
        out
    }

    /// "↑ improved, certain"; without the arrow for those who listen.
    fn movement_phrase(&self, movement: Movement) -> String {
        format!("{}{}", self.arrow(movement), self.movement_word(movement))
    }

    fn arrow(&self, movement: Movement) -> &'static str {
        match movement {
            _ if !self.arrows => "",
            Movement::ImprovedCertain | Movement::ImprovedProvisional => "↑ ",
            Movement::RegressedCertain | Movement::RegressedProvisional => "↓ ",
            Movement::Stable => "→ ",
            Movement::Unknown => "? ",
        }
    }

    /// The date of an assessment as the language writes it.
    fn date(&self, edition: &Report) -> String {
        self.words().date(edition.date())
    }
}

/// An assessment as scoring compares it.
pub fn side<'r>(report: &'r Report, sheets: &'r [Sheet]) -> Side<'r> {
    Side { sheets, assessment: &report.assessment, protects: report.protects() }
}

/// The stable name of a movement, as the contract has it.
pub fn movement_id(movement: Movement) -> &'static str {
    match movement {
        Movement::ImprovedCertain => "improved_certain",
        Movement::ImprovedProvisional => "improved_provisional",
        Movement::RegressedCertain => "regressed_certain",
        Movement::RegressedProvisional => "regressed_provisional",
        Movement::Stable => "stable",
        Movement::Unknown => "unknown",
    }
}

/// Whether a part got better, worse, neither, or whether that cannot be said.
fn direction(part: &PartTrend) -> Option<i8> {
    let change = part.change.as_ref()?;
    match change.movement {
        Movement::Unknown => None,
        Movement::Stable => Some(0),
        _ => change.delta.point.as_ref().map(|point| if point.is_positive() { 1 } else { -1 }),
    }
}
