//! Ask first: the unknown questions whose answer alone could save effort.

use super::cell::{CellPlan, CellProblem};
use super::{Limits, QuestionScore};
use crate::model::number::ratio;
use crate::model::{Ratio, Rubric, order};
use crate::scoring::standing::Standing;
use num_traits::One;

/// Of these cells, the unknown questions with which the cell would need less effort, or could pass at all, if the answer
/// turned out to be at the top of the scale and all else stayed as it is; in the rubric's order.
pub fn ask_first(
    rubric: &Rubric,
    questions: &[QuestionScore],
    standing: &Standing,
    cells: &[(usize, usize)],
    limits: &Limits,
) -> Vec<usize> {
    let mut out = Vec::new();
    for &(principle, level) in cells.iter().filter(|(principle, level)| !standing.passes(*principle, *level)) {
        let unknown: Vec<usize> = rubric
            .cell(principle, level)
            .filter(|&question| questions.get(question).is_some_and(|q| q.applies() && q.score.point.is_none()))
            .collect();
        if unknown.is_empty() {
            continue;
        }
        let plan = CellProblem::new(rubric, standing, (principle, level), limits, true).map(|problem| problem.least());
        for question in unknown {
            let matters = match &plan {
                Ok(plan) if saves(rubric, standing, plan, question) => true,
                Ok(plan) => least_with(rubric, standing, (principle, level), limits, question)
                    .is_some_and(|better| better.effort < plan.effort),
                Err(_) => least_with(rubric, standing, (principle, level), limits, question).is_some(),
            };
            if matters {
                out.push(question);
            }
        }
    }
    order::sort(&mut out);
    out
}

/// Whether a plan can at once do with less if a question is at the top: because the plan raises it, or because what it
/// gains replaces another change. `false` says nothing yet.
fn saves(rubric: &Rubric, standing: &Standing, plan: &CellPlan, question: usize) -> bool {
    let gain = |question: usize, value: &Ratio| {
        let weight = rubric.questions.get(question).map(|entry| &entry.weight)?;
        Some(weight * (value - standing.value(question)?))
    };
    let gained = gain(question, &Ratio::one());
    plan.changes.iter().any(|change| {
        let essential = rubric.questions.get(change.question).is_some_and(|entry| entry.essential);
        let points = rubric.scale.get(change.to).map_or(0, |choice| choice.points);
        let lost = gain(change.question, &ratio(points, rubric.highest_points()));
        change.question == question || (!essential && gained >= lost)
    })
}

/// The least effort for a cell if a question is at the top; `None` if the cell cannot pass even then.
fn least_with(
    rubric: &Rubric,
    standing: &Standing,
    cell: (usize, usize),
    limits: &Limits,
    question: usize,
) -> Option<CellPlan> {
    let mut better = standing.clone();
    better.set(question, Ratio::one());
    CellProblem::new(rubric, &better, cell, limits, true).ok().map(|problem| problem.least())
}
