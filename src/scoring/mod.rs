//! Scoring: pure functions from a rubric and a list of sheets to everything that can be said about them. All
//! arithmetic is exact; floating point appears only where a number is printed.

pub mod agreement;
pub mod disclosure;
mod evidence;
pub mod gap;
pub mod gate;
pub mod group_trend;
mod involvement;
mod level;
mod mean;
mod permutation;
pub mod plan;
mod poll;
mod priority;
mod ruling;
mod score;
mod stability;
mod standing;
mod subtraction;
mod suppression;
pub mod trend;
mod unit;
pub mod voices;

pub use agreement::{Agreement, AgreementWord, Reliability};
pub use disclosure::{Disclosure, Hidden, Protection, Published, Reason as HiddenReason, Who};
pub use evidence::{Evidence, evidence};
pub use gap::{Contrast, Gap};
pub use involvement::{Involvement, InvolvementKind, Phase, Rule};
pub use level::{Attainment, Passes, Status, base_value};
pub use priority::{Priority, Reason};
pub use score::{Bounds, Counts, QuestionScore, Voice, mean_of};
pub use voices::{Basis, Figure, Group, View, Voices, voices, voices_without_priorities};

use crate::model::{Ratio, Rubric, Sheet};
use std::collections::BTreeSet;

/// All that scoring says about one organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// One entry a question, in the rubric's order.
    pub questions: Vec<QuestionScore>,
    /// One entry a principle, in the rubric's order.
    pub principles: Vec<PrincipleScore>,
    /// Everything together; the level is the weakest principle's.
    pub overall: Overall,
    /// For each facet of the rubric, one score a value.
    pub facets: Vec<Vec<Bounds>>,
    /// The kind of involvement; `None` where the rubric lacks the facets for it.
    pub involvement: Option<Involvement>,
    /// What to do next, most pressing first; empty where it was not asked for.
    pub priorities: Vec<Priority>,
    /// The questions that apply, but whose value is not told, so that `questions` says nothing of them.
    pub hidden: BTreeSet<usize>,
}

/// What scoring says about a principle.
#[derive(Debug, Clone, PartialEq)]
pub struct PrincipleScore {
    /// One cell a level, lowest first, also those without questions.
    pub cells: Vec<CellScore>,
    /// The mean of its non-empty cells.
    pub score: Bounds,
    /// The share of known answers, 0…1; `None` where nothing applies.
    pub coverage: Option<Ratio>,
    /// The level reached.
    pub level: Attainment,
}

/// What scoring says about principle × level.
#[derive(Debug, Clone, PartialEq)]
pub struct CellScore {
    /// Its questions, in the rubric's order.
    pub questions: Vec<usize>,
    /// The weighted mean of its applicable questions.
    pub score: Bounds,
    /// Whether it reaches its threshold and its essential questions reach theirs.
    pub passes: Passes,
    /// How many questions were asked and answered.
    pub counts: Counts,
    /// What keeps a failing cell from passing: essentials below the minimum, then the others below the top, each by
    /// weight · (1 − value).
    pub blockers: Vec<usize>,
}

impl CellScore {
    /// Whether no question of the cell applies.
    pub fn is_empty(&self) -> bool {
        self.score.low.is_none()
    }
}

/// What scoring says about everything together.
#[derive(Debug, Clone, PartialEq)]
pub struct Overall {
    /// The weighted mean of the applicable principles.
    pub score: Bounds,
    /// The smallest of the principles' coverages.
    pub coverage: Option<Ratio>,
    /// The level of the weakest principle.
    pub level: Attainment,
}

/// Scores the sheets of one organisation, with nothing hidden: for what stays with those who hold the sheets. What is
/// shown goes through [`voices()`]. The sheets must have been read against this rubric.
pub fn assess(rubric: &Rubric, sheets: &[Sheet], voice: Voice) -> Assessment {
    let parties = poll::parties(rubric, sheets);
    assess_parties(rubric, &parties.iter().collect::<Vec<_>>(), voice, true)
}

/// What to do next is left out where nobody asks for it: the plan behind it takes as long as all the rest.
fn assess_parties(rubric: &Rubric, parties: &[&poll::Party], voice: Voice, recommends: bool) -> Assessment {
    let questions = score::questions(rubric, parties, voice);
    let (principles, overall) = profile(rubric, &questions);
    let facets = rubric
        .facets
        .iter()
        .enumerate()
        .map(|(facet, entry)| {
            let value =
                |value| score::mean_of(rubric, &questions, |q| q.facets.get(facet).is_some_and(|v| v.contains(&value)));
            (0..entry.values.len()).map(value).collect()
        })
        .collect();
    let involvement = involvement::involvement(rubric, &questions);
    let next = || priority::priorities(rubric, &questions, &principles);
    let priorities = if recommends { next() } else { Vec::new() };
    Assessment { questions, principles, overall, facets, involvement, priorities, hidden: BTreeSet::new() }
}

/// The principles and everything together.
fn profile(rubric: &Rubric, questions: &[QuestionScore]) -> (Vec<PrincipleScore>, Overall) {
    let principles: Vec<PrincipleScore> =
        (0..rubric.principles.len()).map(|index| principle(rubric, questions, index)).collect();
    let overall = Overall {
        score: score::overall(rubric, &principles),
        coverage: principles.iter().filter_map(|principle| principle.coverage.clone()).min(),
        level: level::overall(rubric, &principles),
    };
    (principles, overall)
}

fn principle(rubric: &Rubric, questions: &[QuestionScore], index: usize) -> PrincipleScore {
    let cells: Vec<CellScore> = (0..rubric.levels.len())
        .map(|level| {
            let members: Vec<usize> = rubric.cell(index, level).collect();
            let score = score::mean_over(rubric, questions, members.iter().copied());
            let passes = level::passes(rubric, questions, level, &members, &score);
            let counts = score::counts(questions, &members);
            let blockers = if passes.point { Vec::new() } else { level::blockers(rubric, questions, &members) };
            CellScore { questions: members, score, passes, counts, blockers }
        })
        .collect();
    let score = score::principle(rubric, &cells);
    let coverage = score::coverage(rubric, questions, index);
    let level = level::of_principle(&cells, coverage.as_ref());
    PrincipleScore { cells, score, coverage, level }
}
