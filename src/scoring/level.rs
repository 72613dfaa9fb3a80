//! Levels, which are never read off a score: the scoring document, part B.
//!
//! A level is a rank here: 0 is none, 1 the rubric's first level, and so on.

use super::score::{Bounds, QuestionScore};
use super::{CellScore, PrincipleScore};
use crate::model::number::ratio;
use crate::model::{Ratio, Rubric, order};
use num_traits::One;

/// Whether something holds at the lowest completion, for the known answers, at the highest completion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passes {
    /// With every unknown answer at the lowest value.
    pub low: bool,
    /// Of the known answers.
    pub point: bool,
    /// With every unknown answer at the highest value.
    pub high: bool,
}

/// How firmly a level stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Unanswered questions can no longer change it.
    Certain,
    /// At least four fifths are known: the point is published with its range.
    Provisional,
    /// Too little is known: only the range is published.
    Insufficient,
}

/// The level reached, as ranks; everything is `None` or empty where nothing applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attainment {
    /// With every unknown answer at the lowest value.
    pub low: Option<usize>,
    /// Of the known answers, whether it may be published or not; see [`Attainment::published`].
    pub point: Option<usize>,
    /// With every unknown answer at the highest value.
    pub high: Option<usize>,
    /// Every rank that some completion of the unknown answers reaches, lowest first; it may have holes.
    pub possible: Vec<usize>,
    /// How firmly it stands.
    pub status: Option<Status>,
    /// The numbers of passed cells from the bottom that some completion reaches.
    runs: Vec<usize>,
    /// The longest run of passed cells at low, point and high.
    run: [usize; 3],
}

impl Attainment {
    /// Nothing applies, or nothing may be shown.
    pub const NONE: Self =
        Self { low: None, point: None, high: None, possible: Vec::new(), status: None, runs: Vec::new(), run: [0; 3] };

    /// The rank of the known answers, if it may be published; `None` where only the range may be.
    pub fn published(&self) -> Option<usize> {
        if self.status == Some(Status::Insufficient) { None } else { self.point }
    }

    /// Whether it is lower than another, as far as they may be published: by the point, or, where only ranges are,
    /// whatever the unknown answers would be.
    pub fn is_lower_than(&self, other: &Self) -> bool {
        match (self.published(), other.published()) {
            (Some(one), Some(other)) => one < other,
            _ => matches!((self.high, other.low), (Some(one), Some(other)) if one < other),
        }
    }

    /// How many cells pass from the bottom, of the known answers or, where it is certain, in every case: what decides
    /// which principle is the weakest.
    pub fn passed(&self) -> usize {
        if self.status == Some(Status::Certain) { self.run[0] } else { self.run[1] }
    }

    /// The rank that is printed as *the* level; `None` where only the range is. It differs from the published
    /// point only where the lowest option already reaches what is asked for: a cell without a known answer, or an
    /// essential question without one, fails for the point, although it passes whatever the answer is.
    pub fn printed(&self) -> Option<usize> {
        match self.status {
            Some(Status::Certain) => self.low,
            _ => self.published().map(|point| point.max(self.low.unwrap_or(0))),
        }
    }
}

/// Whether a cell passes: its score ≥ its level's threshold and every applicable essential question ≥ the essential
/// minimum. A cell where nothing applies passes. For the point, an essential question without a known answer, or a
/// cell without one, fails.
pub fn passes(rubric: &Rubric, questions: &[QuestionScore], level: usize, members: &[usize], score: &Bounds) -> Passes {
    if score.low.is_none() {
        return Passes { low: true, point: true, high: true };
    }
    let threshold = rubric.levels.get(level).map(|level| &level.threshold);
    let holds = |value: fn(&Bounds) -> Option<&Ratio>| {
        let reached = |score: &Bounds, least: &Ratio| value(score).is_some_and(|value| value >= least);
        let essentials = members.iter().filter_map(|&index| {
            let score = questions.get(index)?;
            (rubric.questions.get(index)?.essential && score.applies()).then_some(&score.score)
        });
        threshold.is_some_and(|threshold| reached(score, threshold))
            && essentials.into_iter().all(|score| reached(score, &rubric.essential_minimum))
    };
    Passes { low: holds(|b| b.low.as_ref()), point: holds(|b| b.point.as_ref()), high: holds(|b| b.high.as_ref()) }
}

/// What keeps a cell from passing: essentials below the minimum first, then the others below the top; within each, by
/// weight · (1 − value), an unknown value counting as the lowest; ties in the rubric's order.
pub fn blockers(rubric: &Rubric, questions: &[QuestionScore], members: &[usize]) -> Vec<usize> {
    let mut found: Vec<(bool, Ratio, usize)> = members
        .iter()
        .filter_map(|&index| {
            let (question, score) = (rubric.questions.get(index)?, questions.get(index)?);
            let value = base_value(rubric, score)?;
            let below_minimum = question.essential && value < rubric.essential_minimum;
            let distance = &question.weight * (Ratio::one() - &value);
            (below_minimum || value < Ratio::one()).then_some((!below_minimum, -distance, index))
        })
        .collect();
    order::sort(&mut found);
    found.into_iter().map(|(_, _, index)| index).collect()
}

/// A question's value for planning: the point, an unknown one counting as the lowest; `None` if it does not apply.
pub fn base_value(rubric: &Rubric, score: &QuestionScore) -> Option<Ratio> {
    score.score.low.as_ref()?;
    let lowest = || ratio(rubric.lowest_points(), rubric.highest_points());
    Some(score.score.point.clone().unwrap_or_else(lowest))
}

/// The highest rank ≤ `run` whose cell is not empty.
pub fn shown(run: usize, filled: impl Fn(usize) -> bool) -> usize {
    (1..=run).rev().find(|&rank| filled(rank - 1)).unwrap_or(0)
}

/// The level of a principle. `run` is the largest number t such that cells 1…t all pass; the level is the highest
/// one ≤ t whose cell is not empty, so that "not applicable" alone can never raise a level.
pub fn of_principle(cells: &[CellScore], coverage: Option<&Ratio>) -> Attainment {
    let Some(coverage) = coverage else { return Attainment::NONE };
    let run = |passes: fn(&Passes) -> bool| cells.iter().take_while(|cell| passes(&cell.passes)).count();
    let run = [run(|p| p.low), run(|p| p.point), run(|p| p.high)];
    // A run of t is possible when cells 1…t pass in the best case and cell t + 1 fails in the worst.
    let runs: Vec<usize> = (0..=run[2]).filter(|&t| cells.get(t).is_none_or(|cell| !cell.passes.low)).collect();
    let filled = |index: usize| cells.get(index).is_some_and(|cell| !cell.is_empty());
    attainment(runs, run, filled, coverage)
}

/// The overall level: the weakest applicable principle's run; the highest level ≤ it at which some principle has a
/// non-empty cell. A run m is possible when every principle can reach ≥ m and one can be exactly m.
pub fn overall(rubric: &Rubric, principles: &[PrincipleScore]) -> Attainment {
    let applicable: Vec<&PrincipleScore> = principles.iter().filter(|p| p.coverage.is_some()).collect();
    let Some(coverage) = applicable.iter().filter_map(|p| p.coverage.as_ref()).min() else { return Attainment::NONE };
    let least = |at: usize| applicable.iter().map(|p| p.level.run[at]).min().unwrap_or(0);
    let run = [least(0), least(1), least(2)];
    let runs: Vec<usize> = (0..=run[2]).filter(|m| applicable.iter().any(|p| p.level.runs.contains(m))).collect();
    let filled = |index: usize| {
        index < rubric.levels.len() && applicable.iter().any(|p| p.cells.get(index).is_some_and(|c| !c.is_empty()))
    };
    attainment(runs, run, filled, coverage)
}

fn attainment(runs: Vec<usize>, run: [usize; 3], filled: impl Fn(usize) -> bool, coverage: &Ratio) -> Attainment {
    let [low, point, high] = run.map(|run| shown(run, &filled));
    let possible = order::unique(runs.iter().map(|&run| shown(run, &filled)));
    let status = if low == high {
        Status::Certain
    } else if *coverage >= ratio(4, 5) {
        Status::Provisional
    } else {
        Status::Insufficient
    };
    Attainment { low: Some(low), point: Some(point), high: Some(high), possible, status: Some(status), runs, run }
}
