//! The arithmetic of a cell as one line: `(1 + 2/3 + 2 · 2/3) / 4 = 3/4`.

use super::Report;
use crate::model::Ratio;
use crate::scoring::{Bounds, CellScore, PrincipleScore};
use num_traits::One;

/// Longer sums are shortened in the middle: a line of a hundred terms explains nothing.
const MOST_TERMS: usize = 12;

impl Report<'_> {
    /// The sum behind a cell's score, of the known answers, and how it compares with the threshold; then the sums
    /// behind its bounds, where unknown answers matter. Empty where nothing applies.
    pub fn arithmetic(&self, cell: &CellScore, threshold: &Ratio) -> Vec<String> {
        let words = &self.words.sections;
        let line = |value: Value| {
            let score = value(&cell.score)?;
            let verdict = if score >= threshold { words.reached_word } else { words.missed_word };
            Some(format!(
                "{} = {score}, {}",
                self.quotient_of(cell, value),
                (words.threshold)(&threshold.to_string(), verdict)
            ))
        };
        let mut lines: Vec<String> = line(|score| score.point.as_ref()).into_iter().collect();
        if cell.score.low != cell.score.high {
            let [lowest, highest] = words.unknown_at;
            let low = line(|score| score.low.as_ref()).map(|line| format!("{lowest}: {line}"));
            let high = line(|score| score.high.as_ref()).map(|line| format!("{highest}: {line}"));
            lines.extend(low.into_iter().chain(high));
        }
        lines
    }

    /// The sum behind a principle's score, from its levels; then those behind its bounds, where unknown answers matter.
    /// Empty where nothing applies.
    pub fn principle_arithmetic(&self, principle: &PrincipleScore) -> Vec<String> {
        let cells = || principle.cells.iter().zip(&self.rubric.levels);
        let line = |value: Value| {
            let score = value(&principle.score)?;
            let terms = cells().filter_map(|(cell, level)| Some((&level.weight, value(&cell.score)?)));
            let exact = format!("{} = {score}", quotient(&terms.collect::<Vec<_>>()));
            Some((self.words.sections.in_percent)(&exact, &self.numbers.percent(score)))
        };
        let mut lines: Vec<String> = line(|score| score.point.as_ref()).into_iter().collect();
        if principle.score.low != principle.score.high {
            let [lowest, highest] = self.words.sections.unknown_at;
            let low = line(|score| score.low.as_ref()).map(|line| format!("{lowest}: {line}"));
            let high = line(|score| score.high.as_ref()).map(|line| format!("{highest}: {line}"));
            lines.extend(low.into_iter().chain(high));
        }
        lines
    }

    /// Σ weight · value / Σ weight over the questions of a cell that have the value.
    fn quotient_of(&self, cell: &CellScore, value: Value) -> String {
        let terms = cell.questions.iter().filter_map(|&index| {
            let weight = &self.rubric.questions.get(index)?.weight;
            Some((weight, value(&self.assessment.questions.get(index)?.score)?))
        });
        quotient(&terms.collect::<Vec<_>>())
    }
}

/// `(1 + 2/3 + 2 · 2/3) / 4`
fn quotient(terms: &[(&Ratio, &Ratio)]) -> String {
    let weights: Ratio = terms.iter().map(|(weight, _)| (*weight).clone()).sum();
    if weights.is_integer() {
        format!("({}) / {weights}", sum(terms))
    } else {
        format!("({}) / ({weights})", sum(terms))
    }
}

/// One of the three values of a score.
type Value = fn(&Bounds) -> Option<&Ratio>;

fn sum(known: &[(&Ratio, &Ratio)]) -> String {
    let term = |(weight, value): &(&Ratio, &Ratio)| {
        if weight.is_one() { value.to_string() } else { format!("{weight} · {value}") }
    };
    let mut terms: Vec<String> = known.iter().map(term).collect();
    if terms.len() > MOST_TERMS {
        let tail = terms.split_off(terms.len() - MOST_TERMS / 2);
        terms.truncate(MOST_TERMS / 2);
        terms.push("…".to_owned());
        terms.extend(tail);
    }
    terms.join(" + ")
}
