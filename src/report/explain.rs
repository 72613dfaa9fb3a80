//! The arithmetic of a cell as one line: `(1 + 2/3 + 2 · 2/3) / 4 = 3/4`.

use super::Report;
use crate::model::Ratio;
use crate::scoring::CellScore;
use num_traits::One;

/// Longer sums are shortened in the middle: a line of a hundred terms explains nothing.
const MOST_TERMS: usize = 12;

impl Report<'_> {
    /// The sum behind a cell's score, of the known answers, and how it compares with the threshold. `None` where
    /// nothing is known.
    pub fn arithmetic(&self, cell: &CellScore, threshold: &Ratio) -> Option<String> {
        let words = &self.words.sections;
        let score = cell.score.point.as_ref()?;
        let known = cell.questions.iter().filter_map(|&index| {
            let weight = &self.rubric.questions.get(index)?.weight;
            Some((weight, self.assessment.questions.get(index)?.score.point.as_ref()?))
        });
        let known: Vec<(&Ratio, &Ratio)> = known.collect();
        let weights: Ratio = known.iter().map(|(weight, _)| (*weight).clone()).sum();
        let verdict = if score >= threshold { words.reached_word } else { words.missed_word };
        let comparison = (words.threshold)(&threshold.to_string(), verdict);
        Some(format!("({}) / {weights} = {score}, {comparison}", sum(&known)))
    }
}

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
