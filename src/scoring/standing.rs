//! Where an organisation stands by its base values, kept as sums, so that one changed answer is cheap to follow. Plans
//! and what-if levels are computed on it: the scoring document, part E.

use super::Assessment;
use super::level::{base_value, shown};
use super::mean::weighted_mean;
use super::score::QuestionScore;
use crate::model::{Ratio, Rubric};
use num_traits::{One, Zero};
use std::collections::BTreeMap;

/// What is left of a cell's questions: enough to say whether it passes.
#[derive(Debug, Clone)]
struct Sums {
    /// The weight of its applicable questions.
    weight: Ratio,
    /// Σ weight · value.
    total: Ratio,
    /// How many of its essential questions are below the minimum.
    missed: usize,
}

/// Base values of all questions with what follows from them.
#[derive(Debug, Clone)]
pub struct Standing<'r> {
    rubric: &'r Rubric,
    values: Vec<Option<Ratio>>,
    /// Principle, then level.
    cells: Vec<Vec<Sums>>,
    /// The cells of which every question is hidden, by principle and level: whether such a cell is known to pass all the
    /// same. Nothing can be planned there.
    sealed: BTreeMap<(usize, usize), bool>,
}

impl<'r> Standing<'r> {
    /// The standing by the base values: the point, an unknown answer counting as the lowest.
    pub fn new(rubric: &'r Rubric, questions: &[QuestionScore]) -> Self {
        let mut values: Vec<Option<Ratio>> = questions.iter().map(|score| base_value(rubric, score)).collect();
        values.resize(rubric.questions.len(), None);
        let empty = Sums { weight: Ratio::zero(), total: Ratio::zero(), missed: 0 };
        let mut cells = vec![vec![empty; rubric.levels.len()]; rubric.principles.len()];
        for (question, value) in rubric.questions.iter().zip(&values) {
            let (Some(value), Some(cell)) =
                (value, cells.get_mut(question.principle).and_then(|levels| levels.get_mut(question.level)))
            else {
                continue;
            };
            cell.weight += &question.weight;
            cell.total += &question.weight * value;
            cell.missed += usize::from(question.essential && *value < rubric.essential_minimum);
        }
        Self { rubric, values, cells, sealed: BTreeMap::new() }
    }

    /// The same of what may be shown of an assessment: where all questions of a cell are hidden, it passes as far as the
    /// published score or level says so.
    pub fn of(rubric: &'r Rubric, assessment: &Assessment) -> Self {
        let mut out = Self::new(rubric, &assessment.questions);
        for (principle, found) in assessment.principles.iter().enumerate() {
            // Of a principle whose total is hidden, too, nothing is said at all.
            if !out.applies(principle) && found.score.low.is_none() {
                continue;
            }
            let published = found.level.printed().unwrap_or(0);
            for (level, cell) in found.cells.iter().enumerate() {
                let hidden = rubric.cell(principle, level).any(|question| assessment.hidden.contains(&question));
                if hidden && !out.filled(principle, level) {
                    let passes = level < published || (cell.score.low.is_some() && cell.passes.low);
                    out.sealed.insert((principle, level), passes);
                }
            }
        }
        out
    }

    /// Whether all questions of a cell are hidden.
    pub fn is_sealed(&self, principle: usize, level: usize) -> bool {
        self.sealed.contains_key(&(principle, level))
    }

    /// A question's value; `None` if it does not apply.
    pub fn value(&self, question: usize) -> Option<&Ratio> {
        self.values.get(question).and_then(Option::as_ref)
    }

    /// Gives an applicable question another value.
    pub fn set(&mut self, question: usize, value: Ratio) {
        let minimum = &self.rubric.essential_minimum;
        let (Some(entry), Some(Some(old))) = (self.rubric.questions.get(question), self.values.get_mut(question))
        else {
            return;
        };
        let Some(cell) = self.cells.get_mut(entry.principle).and_then(|levels| levels.get_mut(entry.level)) else {
            return;
        };
        cell.total += &entry.weight * (&value - &*old);
        if entry.essential {
            cell.missed += usize::from(value < *minimum);
            cell.missed -= usize::from(*old < *minimum);
        }
        *old = value;
    }

    fn cell(&self, principle: usize, level: usize) -> Option<&Sums> {
        self.cells.get(principle).and_then(|levels| levels.get(level))
    }

    /// Whether any question of a cell applies.
    pub fn filled(&self, principle: usize, level: usize) -> bool {
        self.cell(principle, level).is_some_and(|cell| !cell.weight.is_zero())
    }

    /// Whether a cell passes; one where nothing applies does, one that is hidden only where that is known.
    pub fn passes(&self, principle: usize, level: usize) -> bool {
        let sealed = self.sealed.get(&(principle, level)).copied();
        sealed.unwrap_or_else(|| self.cell(principle, level).is_none_or(|cell| self.reaches(cell, level)))
    }

    fn reaches(&self, cell: &Sums, level: usize) -> bool {
        let Some(level) = self.rubric.levels.get(level) else { return false };
        cell.weight.is_zero() || (cell.missed == 0 && cell.total >= &level.threshold * &cell.weight)
    }

    /// Whether the cell of an applicable question would pass if the question had another value.
    pub fn would_pass(&self, question: usize, value: &Ratio) -> bool {
        let (Some(entry), Some(old)) = (self.rubric.questions.get(question), self.value(question)) else {
            return false;
        };
        let Some(cell) = self.cell(entry.principle, entry.level) else { return false };
        let missed = |value: &Ratio| usize::from(entry.essential && *value < self.rubric.essential_minimum);
        let changed = Sums {
            weight: cell.weight.clone(),
            total: &cell.total + &entry.weight * (value - old),
            missed: cell.missed + missed(value) - missed(old),
        };
        self.reaches(&changed, entry.level)
    }

    /// What a cell still needs: threshold · Σ weight − Σ weight · value.
    pub fn gap(&self, principle: usize, level: usize) -> Ratio {
        match (self.cell(principle, level), self.rubric.levels.get(level)) {
            (Some(cell), Some(level)) => &level.threshold * &cell.weight - &cell.total,
            _ => Ratio::zero(),
        }
    }

    /// The weight of a cell's applicable questions.
    pub fn weight(&self, principle: usize, level: usize) -> Ratio {
        self.cell(principle, level).map_or_else(Ratio::zero, |cell| cell.weight.clone())
    }

    /// Whether anything of a principle applies, hidden or not.
    pub fn applies(&self, principle: usize) -> bool {
        (0..self.rubric.levels.len()).any(|level| self.filled(principle, level) || self.is_sealed(principle, level))
    }

    /// The principles of which anything applies.
    pub fn applicable(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.rubric.principles.len()).filter(|&principle| self.applies(principle))
    }

    /// How many cells of a principle pass from the bottom.
    pub fn run(&self, principle: usize) -> usize {
        (0..self.rubric.levels.len()).take_while(|&level| self.passes(principle, level)).count()
    }

    /// The highest non-empty level of a principle ≤ a run, as a rank.
    pub fn shown(&self, principle: usize, run: usize) -> usize {
        shown(run, |level| self.filled(principle, level) || self.is_sealed(principle, level))
    }

    /// The level of a principle, as a rank.
    pub fn rank(&self, principle: usize) -> usize {
        self.shown(principle, self.run(principle))
    }

    /// How many levels every applicable principle passes from the bottom; `None` where nothing applies.
    pub fn overall_run(&self) -> Option<usize> {
        self.applicable().map(|principle| self.run(principle)).min()
    }

    /// The overall level, as a rank; `None` where nothing applies.
    pub fn overall_rank(&self) -> Option<usize> {
        let filled = |level| {
            self.applicable().any(|principle| self.filled(principle, level) || self.is_sealed(principle, level))
        };
        self.overall_run().map(|run| shown(run, filled))
    }

    /// A principle's score 0…1: the mean of its non-empty cells by level weight.
    pub fn principle_score(&self, principle: usize) -> Option<Ratio> {
        let cells = self.cells.get(principle)?.iter().zip(&self.rubric.levels);
        let means: Vec<(&Ratio, Ratio)> = cells
            .filter(|(cell, _)| !cell.weight.is_zero())
            .map(|(cell, level)| (&level.weight, &cell.total / &cell.weight))
            .collect();
        weighted_mean(means.iter().map(|(weight, mean)| (*weight, mean)))
    }

    /// The overall score 0…1: the mean of the applicable principles by principle weight.
    pub fn overall_score(&self) -> Option<Ratio> {
        let principles = self.rubric.principles.iter().enumerate();
        let scores: Vec<(&Ratio, Ratio)> =
            principles.filter_map(|(index, entry)| Some((&entry.weight, self.principle_score(index)?))).collect();
        weighted_mean(scores.iter().map(|(weight, score)| (*weight, score)))
    }

    /// How much the overall score rises with Σ weight · value of a cell: the factor between the two.
    pub fn share_of_overall(&self, principle: usize, level: usize) -> Ratio {
        let weight = self.weight(principle, level);
        if weight.is_zero() {
            return Ratio::zero();
        }
        let levels = self.rubric.levels.iter().enumerate();
        let of_principle: Ratio =
            levels.filter(|(index, _)| self.filled(principle, *index)).map(|(_, level)| &level.weight).sum();
        let all: Ratio =
            self.applicable().filter_map(|index| self.rubric.principles.get(index)).map(|p| &p.weight).sum();
        let one = Ratio::one();
        let level = self.rubric.levels.get(level).map_or(&one, |level| &level.weight);
        let principle = self.rubric.principles.get(principle).map_or(&one, |principle| &principle.weight);
        level / of_principle / weight * principle / all
    }
}
