//! Lists of questions of several people: where a question's value may not be shown, neither its place in a list nor
//! its absence from it may tell it.

use crate::model::{Rubric, ratio};
use crate::scoring::{Assessment, CellScore, Disclosure, Passes, Priority, Reason};

/// Puts the questions that may not be shown behind the others of their cell, all of them, in the rubric's order; and
/// takes out what a hidden cell would tell.
pub fn settle(rubric: &Rubric, assessment: &mut Assessment, disclosure: &Disclosure, asked: &[bool]) {
    if !disclosure.applies {
        return;
    }
    let shown = |question: usize| disclosure.questions.get(question) == Some(&true);
    let open = |principle: usize| disclosure.principles.get(principle).is_some_and(|hidden| hidden.total.is_none());
    let cell_shown = |principle: usize, level: usize| {
        let cells = disclosure.cells.get(principle);
        open(principle) && cells.and_then(|cells| cells.get(level)) == Some(&true)
    };
    let hidden_of = |cell: &CellScore| -> Vec<usize> {
        let asked = |question: usize| asked.get(question) == Some(&true);
        cell.questions.iter().copied().filter(|&question| !shown(question) && asked(question)).collect()
    };
    let mut order: Vec<(usize, usize)> = Vec::new();
    let place = |question: usize| rubric.questions.get(question).map(|entry| (entry.principle, entry.level));
    for cell in assessment.priorities.iter().filter_map(|priority| place(priority.question)) {
        if !order.contains(&cell) {
            order.push(cell);
        }
    }
    let known = std::mem::take(&mut assessment.priorities);
    // Cells of which nothing else is to be recommended come last.
    for principle in 0..rubric.principles.len() {
        order.extend(
            (0..rubric.levels.len())
                .map(|level| (principle, level))
                .filter(|cell| !known.iter().any(|priority| place(priority.question) == Some(*cell))),
        );
    }
    for (principle, level) in order.into_iter().filter(|&(principle, level)| cell_shown(principle, level)) {
        let Some(cell) = assessment.principles.get(principle).and_then(|p| p.cells.get(level)) else { continue };
        let of_cell: Vec<&Priority> =
            known.iter().filter(|priority| place(priority.question) == Some((principle, level))).collect();
        let usual = if cell.passes.point { Reason::Improves } else { Reason::BlocksLater };
        let reason = of_cell.first().map_or(usual, |priority| priority.reason);
        // Of a cell that is told as 95% or more, nothing hidden is recommended: it may all be in place.
        let full = cell.passes.point && cell.score.point.as_ref().is_some_and(|point| *point >= ratio(19, 20));
        let hidden = if full { Vec::new() } else { hidden_of(cell) };
        assessment.priorities.extend(of_cell.into_iter().filter(|priority| shown(priority.question)).cloned());
        let quiet = |question| Priority { question, reason, essential: false, unknown: false, planned: None };
        assessment.priorities.extend(hidden.into_iter().map(quiet));
    }
    for (index, principle) in assessment.principles.iter_mut().enumerate() {
        for (level, cell) in principle.cells.iter_mut().enumerate() {
            if !cell_shown(index, level) {
                cell.passes = Passes { low: true, point: true, high: true };
                cell.blockers.clear();
            } else if !cell.passes.point {
                let hidden = hidden_of(cell);
                cell.blockers.retain(|&question| shown(question));
                cell.blockers.extend(hidden);
            }
        }
    }
}
