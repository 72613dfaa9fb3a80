//! The plan: the least effort to a level, or the best that a budget buys; exact, by the scoring document, part E.

mod ask;
mod budget;
mod cell;
mod front;
mod what_if;

#[cfg(test)]
mod tests;

pub use what_if::{Direction, WhatIf};

use super::Assessment;
use super::score::QuestionScore;
use super::standing::Standing;
use crate::model::number::ratio;
use crate::model::{Ratio, Rubric, order};
use cell::{CellProblem, Change};
use num_traits::{One, Zero};

/// What a plan shall reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// This level (by index), for every principle below it.
    Level(usize),
    /// Each principle's next level.
    Next,
    /// The best that this much effort (≥ 0) buys: the highest level, then the highest score.
    Budget(Ratio),
}

/// What a plan may not do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Limits {
    /// Questions (by index) that stay as they are.
    pub exclude: Vec<usize>,
    /// The most steps up the scale for one question, > 0.
    pub most_steps: Option<usize>,
    /// Only these principles (by index) are planned for; `None`: all. A budget is always for all.
    pub principles: Option<Vec<usize>>,
}

impl Limits {
    /// The highest option that a question may take.
    fn highest(&self, question: usize, start: usize, options: usize) -> usize {
        let last = options.saturating_sub(1);
        match self.most_steps {
            _ if self.exclude.contains(&question) => start,
            Some(most) => start.saturating_add(most).min(last),
            None => last,
        }
    }

    fn plans_for(&self, principle: usize) -> bool {
        self.principles.as_ref().is_none_or(|list| list.contains(&principle))
    }
}

/// Why a target cannot be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// Nothing applies: there is no level to reach.
    NothingApplies,
    /// No question of the level applies to any principle, and what does not apply can never raise a level.
    LevelEmpty {
        /// The level.
        level: usize,
    },
    /// All questions of a cell stay hidden, to protect small groups.
    Hidden {
        /// The principle.
        principle: usize,
        /// The level.
        level: usize,
    },
    /// An essential question may not be raised to its minimum.
    Essential {
        /// The question's principle.
        principle: usize,
        /// The question's level.
        level: usize,
        /// The question.
        question: usize,
    },
    /// All that may be raised is not enough for a cell's threshold.
    Short {
        /// The principle.
        principle: usize,
        /// The level.
        level: usize,
        /// The score that the cell can reach, 0…1.
        best: Ratio,
        /// The score that it needs, 0…1.
        threshold: Ratio,
    },
}

/// One question's way, from its start option to its final one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The question.
    pub question: usize,
    /// The option it starts from: the largest one ≤ the base value.
    pub from: usize,
    /// The option it reaches.
    pub to: usize,
    /// The effort of the steps between.
    pub effort: Ratio,
    /// The principle that it lifts.
    pub principle: usize,
    /// The level (by index) whose cell it lifts.
    pub level: usize,
    /// Whether it is an essential question below its minimum.
    pub essential: bool,
    /// Whether its answer is not known.
    pub unknown: bool,
    /// The rank that its principle reaches with this step, after those before it; `None`: the same as before.
    pub completes: Option<usize>,
    /// Where everything together stands after this step.
    pub after: Stage,
}

/// Level and score of everything together, by base values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// The overall level as a rank; `None` where nothing applies.
    pub rank: Option<usize>,
    /// The overall score, 0…1; `None` where nothing applies.
    pub score: Option<Ratio>,
}

/// What a plan means for one principle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfPrinciple {
    /// The principle.
    pub principle: usize,
    /// Its rank before.
    pub from: usize,
    /// The rank it is to reach; the same as `from` where there is nothing to do.
    pub target: usize,
    /// Its rank after the plan.
    pub reached: usize,
    /// Its score after the plan, 0…1.
    pub score: Option<Ratio>,
    /// The effort of its steps.
    pub effort: Ratio,
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What it shall reach.
    pub goal: Goal,
    /// What it may not do.
    pub limits: Limits,
    /// Why the target cannot be reached; empty: it can.
    pub obstacles: Vec<Obstacle>,
    /// The effort of all steps; `None` if the target cannot be reached.
    pub effort: Option<Ratio>,
    /// The steps in their order: what makes a cell pass before what only improves one; lower levels before higher ones,
    /// the weaker principle first, essential questions below their minimum before others, then by weight · (1 − value).
    pub steps: Vec<Step>,
    /// The cells (principle, level) that stand before the next level, but whose questions all stay hidden.
    pub hidden: Vec<(usize, usize)>,
    /// The applicable principles that are planned for.
    pub principles: Vec<OfPrinciple>,
    /// Unknown questions whose answer alone could save effort.
    pub ask_first: Vec<usize>,
    /// Which single answers would raise or lower a level.
    pub what_if: Vec<WhatIf>,
    /// Where everything together stands now.
    pub start: Stage,
    /// Where it stands after all steps.
    pub reached: Stage,
    /// 0, unless the work had to be cut short: then so much effort (of a budget: so much of the score) could at most be
    /// gained by a better plan.
    pub slack: Ratio,
    /// Of a budget: whether a higher level might be within it; only if the work had to be cut short.
    pub level_open: bool,
}

impl Plan {
    /// Whether the target can be reached.
    pub fn is_feasible(&self) -> bool {
        self.obstacles.is_empty()
    }

    /// Keeps the scores between 1/20 and 19/20, where several people are to be protected: what is nearer to an end would
    /// say what everybody chose.
    #[must_use]
    pub fn capped(mut self) -> Self {
        let stages = self.steps.iter_mut().map(|step| &mut step.after).chain([&mut self.start, &mut self.reached]);
        let scores = stages.map(|stage| &mut stage.score).chain(self.principles.iter_mut().map(|part| &mut part.score));
        for score in scores.flatten() {
            *score = score.clone().clamp(ratio(1, 20), ratio(19, 20));
        }
        self
    }

    /// Whether nothing better exists.
    pub fn is_exact(&self) -> bool {
        self.slack.is_zero() && !self.level_open
    }
}

/// Makes a plan on the base values of an assessment.
pub fn plan(rubric: &Rubric, assessment: &Assessment, goal: Goal, limits: Limits) -> Plan {
    let questions = &assessment.questions;
    let standing = Standing::of(rubric, assessment);
    let found = match &goal {
        Goal::Budget(budget) => {
            let bought = budget::best(rubric, &standing, &limits, budget);
            let obstacles = if standing.overall_run().is_none() { vec![Obstacle::NothingApplies] } else { Vec::new() };
            Found { obstacles, run: bought.run, ..Found::from(bought) }
        }
        _ => least(rubric, &standing, &targets(rubric, &standing, &goal, &limits), &goal, &limits),
    };
    let cells: Vec<(usize, usize)> = match &goal {
        // Answers matter that could bring the budget to one level more.
        Goal::Budget(_) => {
            let runs = 0..rubric.levels.len().min(found.run + 1);
            runs.flat_map(|level| standing.applicable().map(move |principle| (principle, level))).collect()
        }
        _ => targets(rubric, &standing, &goal, &limits),
    };
    let ask_first = ask::ask_first(rubric, questions, &standing, &cells, &limits);
    let what_if = what_if::what_if(rubric, &standing);
    let changes = if found.obstacles.is_empty() { found.changes } else { Vec::new() };
    let (steps, after) = steps(rubric, questions, &standing, changes);
    let stage = |standing: &Standing| Stage { rank: standing.overall_rank(), score: standing.overall_score() };
    let planned = standing.applicable().filter(|&principle| limits.plans_for(principle));
    let principles = planned.map(|principle| {
        let target = match &goal {
            Goal::Budget(_) => after.rank(principle),
            _ => {
                let last = cells.iter().filter(|(p, _)| *p == principle).map(|(_, level)| level + 1).max();
                last.map_or(0, |run| standing.shown(principle, run)).max(standing.rank(principle))
            }
        };
        let mine = steps.iter().filter(|step| step.principle == principle);
        OfPrinciple {
            principle,
            from: standing.rank(principle),
            target,
            reached: after.rank(principle),
            score: after.principle_score(principle),
            effort: mine.map(|step| &step.effort).sum(),
        }
    });
    let run = |principle: usize| (principle, standing.run(principle));
    let hidden = standing.applicable().filter(|&principle| limits.plans_for(principle)).map(run);
    Plan {
        hidden: hidden.filter(|&(principle, level)| standing.is_sealed(principle, level)).collect(),
        effort: found.obstacles.is_empty().then(|| steps.iter().map(|step| &step.effort).sum()),
        principles: principles.collect(),
        start: stage(&standing),
        reached: stage(&after),
        goal,
        limits,
        obstacles: found.obstacles,
        steps,
        ask_first,
        what_if,
        slack: found.slack,
        level_open: found.level_open,
    }
}

/// The steps to each principle's next level, in their order: what recommendations begin with.
pub fn next_steps(rubric: &Rubric, questions: &[QuestionScore]) -> Vec<Step> {
    let (standing, limits) = (Standing::new(rubric, questions), Limits::default());
    let found = least(rubric, &standing, &targets(rubric, &standing, &Goal::Next, &limits), &Goal::Next, &limits);
    steps(rubric, questions, &standing, found.changes).0
}

/// The cells that a goal demands, as (principle, level); those that pass already are among them.
fn targets(rubric: &Rubric, standing: &Standing, goal: &Goal, limits: &Limits) -> Vec<(usize, usize)> {
    let levels = rubric.levels.len();
    let planned = standing.applicable().filter(|&principle| limits.plans_for(principle));
    let of_principle = |principle: usize| {
        let last = match goal {
            Goal::Level(level) => level + 1,
            // The first cell that fails has questions: the next level is the next non-empty one. Where all of them are
            // hidden, nothing can be planned.
            _ => {
                let run = standing.run(principle);
                run + usize::from(!standing.is_sealed(principle, run))
            }
        };
        (0..last.min(levels)).map(move |level| (principle, level))
    };
    planned.flat_map(of_principle).collect()
}

/// What was found, whatever the goal.
struct Found {
    changes: Vec<Change>,
    obstacles: Vec<Obstacle>,
    run: usize,
    slack: Ratio,
    level_open: bool,
}

impl From<budget::Bought> for Found {
    fn from(bought: budget::Bought) -> Self {
        let budget::Bought { changes, run, slack, level_open } = bought;
        Self { changes, obstacles: Vec::new(), run, slack, level_open }
    }
}

/// The least effort that makes these cells pass: cells share no question, so that the optimum is the sum of theirs.
fn least(rubric: &Rubric, standing: &Standing, cells: &[(usize, usize)], goal: &Goal, limits: &Limits) -> Found {
    let (mut changes, mut obstacles, mut slack) = (Vec::new(), Vec::new(), Ratio::zero());
    if standing.overall_run().is_none() {
        obstacles.push(Obstacle::NothingApplies);
    } else if let Goal::Level(level) = goal
        && !standing
            .applicable()
            .any(|principle| standing.filled(principle, *level) || standing.is_sealed(principle, *level))
    {
        obstacles.push(Obstacle::LevelEmpty { level: *level });
    }
    for &(principle, level) in cells.iter().filter(|(principle, level)| !standing.passes(*principle, *level)) {
        if standing.is_sealed(principle, level) {
            obstacles.push(Obstacle::Hidden { principle, level });
            continue;
        }
        match CellProblem::new(rubric, standing, (principle, level), limits, true) {
            Ok(problem) => {
                let plan = problem.least();
                changes.extend(plan.changes);
                slack += plan.slack;
            }
            Err(more) => obstacles.extend(more),
        }
    }
    Found { changes, obstacles, run: 0, slack, level_open: false }
}

/// The changes as steps in their order, with what each one brings, and the standing after all of them.
fn steps<'r>(
    rubric: &'r Rubric,
    questions: &[QuestionScore],
    standing: &Standing<'r>,
    changes: Vec<Change>,
) -> (Vec<Step>, Standing<'r>) {
    let mut steps: Vec<Step> = changes
        .into_iter()
        .filter_map(|change| {
            let entry = rubric.questions.get(change.question)?;
            let base = standing.value(change.question)?;
            Some(Step {
                question: change.question,
                from: change.from,
                to: change.to,
                effort: change.effort,
                principle: entry.principle,
                level: entry.level,
                essential: entry.essential && *base < rubric.essential_minimum,
                unknown: questions.get(change.question).is_some_and(|score| score.score.point.is_none()),
                completes: None,
                after: Stage { rank: None, score: None },
            })
        })
        .collect();
    let value = |option: usize| ratio(rubric.scale.get(option).map_or(0, |c| c.points), rubric.highest_points());
    let mut after = standing.clone();
    for step in &steps {
        after.set(step.question, value(step.to));
    }
    // Of a budget, what makes a cell pass goes before what only improves one.
    let lifts = |step: &Step| !standing.passes(step.principle, step.level) && after.passes(step.principle, step.level);
    let scores: Vec<Option<Ratio>> =
        (0..rubric.principles.len()).map(|index| standing.principle_score(index)).collect();
    let key = |step: &Step| {
        let weight = rubric.questions.get(step.question).map_or_else(Ratio::zero, |entry| entry.weight.clone());
        let base = standing.value(step.question).cloned().unwrap_or_default();
        let distance = weight * (Ratio::one() - base);
        let score = scores.get(step.principle).cloned().flatten();
        (!lifts(step), step.level, score, step.principle, !step.essential, std::cmp::Reverse(distance), step.question)
    };
    order::sort_by_key(&mut steps, key);
    let mut after = standing.clone();
    for step in &mut steps {
        let before = after.rank(step.principle);
        after.set(step.question, value(step.to));
        let reached = after.rank(step.principle);
        step.completes = (reached != before).then_some(reached);
        step.after = Stage { rank: after.overall_rank(), score: after.overall_score() };
    }
    (steps, after)
}
