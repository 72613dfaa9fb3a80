//! What single answers would change: for each question the nearest higher option that raises, and the nearest lower one
//! that lowers, its principle's level, everything else staying as it is.

use crate::model::Rubric;
use crate::model::number::ratio;
use crate::scoring::standing::Standing;

/// Which way a level moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// A higher option raises it.
    Up,
    /// A lower option lowers it.
    Down,
}

/// What one other answer would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// The question.
    pub question: usize,
    /// Whether the level rises or falls.
    pub direction: Direction,
    /// The option that would do it.
    pub to: usize,
    /// The question's principle.
    pub principle: usize,
    /// The principle's rank now.
    pub level_from: usize,
    /// The principle's rank then.
    pub level_to: usize,
}

/// All single answers that would change a level, in the rubric's order, up before down.
pub fn what_if(rubric: &Rubric, standing: &Standing) -> Vec<WhatIf> {
    let mut out = Vec::new();
    let runs: Vec<usize> = (0..rubric.principles.len()).map(|principle| standing.run(principle)).collect();
    for (question, entry) in rubric.questions.iter().enumerate() {
        let (Some(base), Some(&run)) = (standing.value(question), runs.get(entry.principle)) else { continue };
        let principle = entry.principle;
        let level_from = standing.shown(principle, run);
        let options =
            rubric.scale.iter().enumerate().map(|(option, c)| (option, ratio(c.points, rubric.highest_points())));
        // Only the first cell that fails can raise the level, and only cells below it can lower it.
        let (direction, to, level_to) = if entry.level == run {
            let to = options.filter(|(_, value)| value > base).find(|(_, value)| standing.would_pass(question, value));
            let further = (run + 1..rubric.levels.len()).take_while(|&level| standing.passes(principle, level)).count();
            (Direction::Up, to, standing.shown(principle, run + 1 + further))
        } else if entry.level < run {
            let mut lower = options.rev().filter(|(_, value)| value < base);
            let to = lower.find(|(_, value)| !standing.would_pass(question, value));
            (Direction::Down, to, standing.shown(principle, entry.level))
        } else {
            continue;
        };
        if let Some((to, _)) = to {
            out.push(WhatIf { question, direction, to, principle, level_from, level_to });
        }
    }
    out
}
