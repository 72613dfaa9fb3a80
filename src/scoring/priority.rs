//! The order of the recommendations: first the plan with the least effort to each principle's next level; then what else
//! blocks the weakest principle's next level, essential questions before others, then by distance; then what blocks the
//! other principles; then everything else below the top.

use super::PrincipleScore;
use super::level::base_value;
use super::plan::{Step, next_steps};
use super::score::QuestionScore;
use crate::model::{Ratio, Rubric, order};
use num_traits::One;

/// One recommendation: a question whose answer could be better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priority {
    /// The question.
    pub question: usize,
    /// Why it stands where it stands.
    pub reason: Reason,
    /// Whether it is an essential question below the minimum.
    pub essential: bool,
    /// Whether the answer is not known: then the first step is to find out.
    pub unknown: bool,
    /// The option that the plan to the next level takes it to; `None`: the plan does without it.
    pub planned: Option<usize>,
}

/// Why a recommendation stands where it stands, most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It blocks the next level of the weakest principle, and so the overall level.
    BlocksOverall,
    /// It blocks the next level of another principle.
    BlocksPrinciple,
    /// It blocks a level beyond the next.
    BlocksLater,
    /// Its level is reached without it; it could still be better.
    Improves,
}

/// Orders all questions below the top: the plan's steps in the plan's order, then the rest.
pub fn priorities(rubric: &Rubric, questions: &[QuestionScore], principles: &[PrincipleScore]) -> Vec<Priority> {
    let steps = next_steps(rubric, questions);
    let weakest = weakest(rubric, principles);
    // Steps count on base values, in which an unknown answer is the lowest: a step that only such an answer asks for
    // does not hold the overall level back, which is that of the known ones.
    let reason = |step: &Step| {
        let passed = rubric.questions.get(step.question).and_then(|question| principles.get(question.principle));
        let holds = passed.is_some_and(|principle| Some(principle.level.passed()) == weakest);
        if holds { Reason::BlocksOverall } else { Reason::BlocksPrinciple }
    };
    let mut out: Vec<Priority> = steps
        .iter()
        .map(|step| Priority {
            question: step.question,
            reason: reason(step),
            essential: step.essential,
            unknown: step.unknown,
            planned: Some(step.to),
        })
        .collect();
    let planned: Vec<usize> = steps.iter().map(|step| step.question).collect();
    let rest = by_distance(rubric, questions, principles);
    out.extend(rest.into_iter().filter(|priority| !planned.contains(&priority.question)));
    out
}

/// How many levels the weakest principle passes; principles whose every cell passes hold nothing back.
fn weakest(rubric: &Rubric, principles: &[PrincipleScore]) -> Option<usize> {
    let open = |p: &&PrincipleScore| p.coverage.is_some() && p.level.passed() < rubric.levels.len();
    principles.iter().filter(open).map(|p| p.level.passed()).min()
}

/// All questions below the top, first what blocks the weakest principle's next level.
fn by_distance(rubric: &Rubric, questions: &[QuestionScore], principles: &[PrincipleScore]) -> Vec<Priority> {
    let weakest = weakest(rubric, principles);
    let mut order: Vec<(Reason, usize, Option<Ratio>, usize, usize)> = Vec::new();
    for (index, principle) in principles.iter().enumerate() {
        let passed = principle.level.passed();
        for (level, cell) in principle.cells.iter().enumerate() {
            let reason = if cell.passes.point {
                Reason::Improves
            } else if level > passed {
                Reason::BlocksLater
            } else if Some(passed) == weakest {
                Reason::BlocksOverall
            } else {
                Reason::BlocksPrinciple
            };
            // Among equally weak principles the one with the lower score comes first.
            order.push((
                reason,
                if reason == Reason::BlocksLater { level } else { passed },
                principle.score.point.clone(),
                index,
                level,
            ));
        }
    }
    order::sort(&mut order);
    let mut out = Vec::new();
    for (reason, _, _, principle, level) in order {
        let Some(cell) = principles.get(principle).and_then(|p| p.cells.get(level)) else { continue };
        let members = if cell.passes.point {
            super::level::blockers(rubric, questions, &cell.questions)
        } else {
            cell.blockers.clone()
        };
        out.extend(members.into_iter().filter_map(|question| {
            let (entry, score) = (rubric.questions.get(question)?, questions.get(question)?);
            let value = base_value(rubric, score)?;
            let unknown = score.score.point.is_none();
            let essential = entry.essential && value < rubric.essential_minimum;
            let planned = None;
            (value < Ratio::one() || essential).then_some(Priority { question, reason, essential, unknown, planned })
        }));
    }
    out
}
