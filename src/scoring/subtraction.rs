//! Whether a hidden figure could be computed from the published ones.
//!
//! Every score is a linear combination of the means of the parties by question, so a figure can be computed from others
//! exactly if its row of coefficients lies in the span of theirs. Published figures are added one by one, the most
//! important first, and one that would bring a protected figure into the span stays out. The arithmetic is that of
//! remainders by the prime 2^61 − 1: quick, and if ever it erred by chance, it would rather hide too much.

use super::poll::Party;
use super::score::Voice;
use crate::model::{Ratio, Rubric};
use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

const PRIME: u64 = (1 << 61) - 1;

fn times(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    let folded = (product & u128::from(PRIME)) as u64 + (product >> 61) as u64;
    if folded >= PRIME { folded - PRIME } else { folded }
}

fn less(a: u64, b: u64) -> u64 {
    if a >= b { a - b } else { a + PRIME - b }
}

fn plus(a: u64, b: u64) -> u64 {
    less(a, less(0, b))
}

/// 1 / a, for a > 0: a^(p − 2).
fn inverse(a: u64) -> u64 {
    if a == 1 {
        return 1;
    }
    let (mut power, mut exponent, mut out) = (a, PRIME - 2, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            out = times(out, power);
        }
        power = times(power, power);
        exponent >>= 1;
    }
    out
}

/// The remainder of a positive fraction.
fn remainder(value: &Ratio) -> u64 {
    let of = |number: BigInt| (number % PRIME).to_u64().unwrap_or(0);
    times(of(value.numer()), inverse(of(value.denom())))
}

/// The coefficients of a figure: (column, coefficient), one column for each party and question that is known there.
#[derive(Debug, Clone, Default)]
pub struct Row(Vec<(usize, u64)>);

/// What figures are made of: the rows of questions, cells, principles and sums, as some parties together see them.
pub struct Figures<'a> {
    rubric: &'a Rubric,
    voice: Voice,
    parties: &'a [Party],
    weights: Vec<u64>,
    levels: Vec<u64>,
}

impl<'a> Figures<'a> {
    /// The figures of these parties.
    pub fn new(rubric: &'a Rubric, voice: Voice, parties: &'a [Party]) -> Self {
        Self {
            rubric,
            voice,
            parties,
            weights: rubric.questions.iter().map(|question| remainder(&question.weight)).collect(),
            levels: rubric.levels.iter().map(|level| remainder(&level.weight)).collect(),
        }
    }

    /// How many columns there are at most.
    fn columns(&self) -> usize {
        self.parties.len() * self.rubric.questions.len()
    }

    /// A question: the mean over the parties that know it, or over all their people. Empty where nobody does.
    pub fn question(&self, parties: &[usize], index: usize) -> Row {
        let known = |&party: &usize| Some((party, self.parties.get(party)?.tallies.get(index)?.known));
        let known: Vec<(usize, u64)> = parties.iter().filter_map(known).filter(|(_, known)| *known > 0).collect();
        let share = |known: u64| if self.voice == Voice::Equal { 1 } else { known % PRIME };
        let all = known.iter().fold(0, |sum, (_, known)| plus(sum, share(*known)));
        let column = |party: usize| index * self.parties.len() + party;
        let all = inverse(all);
        Row(known.into_iter().map(|(party, known)| (column(party), times(share(known), all))).collect())
    }

    /// The weighted mean of some questions.
    pub fn mean(&self, parties: &[usize], questions: impl Iterator<Item = usize>) -> Row {
        let weighed = |index| Some((*self.weights.get(index)?, self.question(parties, index)));
        Self::weighted(questions.filter_map(weighed))
    }

    /// A cell.
    pub fn cell(&self, parties: &[usize], principle: usize, level: usize) -> Row {
        self.mean(parties, self.rubric.cell(principle, level))
    }

    /// A principle.
    pub fn principle(&self, parties: &[usize], principle: usize) -> Row {
        let weighed = |(level, &weight): (usize, &u64)| (weight, self.cell(parties, principle, level));
        Self::weighted(self.levels.iter().enumerate().map(weighed))
    }

    fn weighted(rows: impl Iterator<Item = (u64, Row)>) -> Row {
        let (mut sum, mut out) = (0, Row::default());
        for (weight, row) in rows.filter(|(_, row)| !row.0.is_empty()) {
            sum = plus(sum, weight);
            // No two questions share a column, and no two of these rows a question.
            out.0.extend(row.0.into_iter().map(|(column, value)| (column, times(weight, value))));
        }
        let factor = inverse(sum);
        out.0.iter_mut().for_each(|(_, value)| *value = times(*value, factor));
        out
    }
}

/// What is published so far, and what must not follow from it.
#[derive(Clone)]
pub struct Published {
    columns: usize,
    /// Published rows, reduced: (the column that only this row has, from where to where it has entries, the row).
    rows: Vec<(usize, std::ops::Range<usize>, Vec<u64>)>,
    /// Protected rows, reduced by the published ones.
    protected: Vec<Vec<u64>>,
}

impl Published {
    /// Nothing is published, and nothing is protected.
    pub fn new(figures: &Figures) -> Self {
        Self { columns: figures.columns(), rows: Vec::new(), protected: Vec::new() }
    }

    /// Whether anything is protected.
    pub fn protects(&self) -> bool {
        !self.protected.is_empty()
    }

    /// The row less what the published rows say of it.
    fn reduced(&self, row: &Row) -> Vec<u64> {
        let mut out = vec![0; self.columns];
        for &(column, value) in &row.0 {
            if let Some(entry) = out.get_mut(column) {
                *entry = value;
            }
        }
        for (pivot, range, published) in &self.rows {
            eliminate(&mut out, *pivot, range, published);
        }
        out
    }

    /// Protects a figure from now on. What already follows from the published ones can't be protected any more.
    pub fn protect(&mut self, row: &Row) {
        let reduced = self.reduced(row);
        if reduced.iter().any(|&value| value != 0) {
            self.protected.push(reduced);
        }
    }

    /// Publishes a figure, unless a protected one would follow; says whether it did.
    pub fn publish(&mut self, row: &Row) -> bool {
        if self.protected.is_empty() {
            return true;
        }
        let mut reduced = self.reduced(row);
        let Some(pivot) = reduced.iter().position(|&value| value != 0) else { return true };
        let factor = inverse(reduced.get(pivot).copied().unwrap_or(1));
        reduced.iter_mut().for_each(|value| *value = times(*value, factor));
        let end = reduced.iter().rposition(|&value| value != 0).map_or(0, |last| last + 1);
        let range = pivot..end;
        let follows = |protected: &Vec<u64>| {
            let Some(&factor) = protected.get(pivot).filter(|&&factor| factor != 0) else { return false };
            protected.iter().zip(&reduced).all(|(&one, &other)| one == times(factor, other))
        };
        if self.protected.iter().any(follows) {
            return false;
        }
        for protected in &mut self.protected {
            eliminate(protected, pivot, &range, &reduced);
        }
        for (_, span, other) in &mut self.rows {
            eliminate(other, pivot, &range, &reduced);
            *span = span.start.min(range.start)..span.end.max(range.end);
        }
        self.rows.push((pivot, range, reduced));
        true
    }
}

/// Takes as much of a published row away as leaves nothing in its own column.
fn eliminate(row: &mut [u64], pivot: usize, range: &std::ops::Range<usize>, published: &[u64]) {
    let factor = row.get(pivot).copied().unwrap_or(0);
    if factor.is_zero() {
        return;
    }
    let (Some(row), Some(published)) = (row.get_mut(range.clone()), published.get(range.clone())) else { return };
    for (value, &other) in row.iter_mut().zip(published) {
        if other != 0 {
            *value = less(*value, times(factor, other));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(values: &[u64]) -> Row {
        Row(values.iter().copied().enumerate().filter(|(_, value)| *value != 0).collect())
    }

    fn nothing(columns: usize) -> Published {
        Published { columns, rows: Vec::new(), protected: Vec::new() }
    }

    #[test]
    fn a_sum_and_all_but_one_of_its_parts_give_the_last() {
        let mut published = nothing(3);
        published.protect(&row(&[0, 0, 1]));
        assert!(published.publish(&row(&[1, 1, 1])));
        assert!(published.publish(&row(&[1, 0, 0])));
        assert!(!published.publish(&row(&[0, 5, 0])));
        assert!(published.publish(&row(&[0, 1, 1])), "it follows from the first two anyway");
        assert!(!published.publish(&row(&[1, 1, 0])));
    }

    #[test]
    fn what_is_protected_later_is_protected_as_well() {
        let mut published = nothing(4);
        published.protect(&row(&[0, 0, 0, 1]));
        assert!(published.publish(&row(&[1, 1, 0, 0])) && published.publish(&row(&[0, 1, 1, 0])));
        published.protect(&row(&[1, 0, 0, 0]));
        assert!(!published.publish(&row(&[0, 0, 7, 0])));
        assert!(published.publish(&row(&[0, 0, 1, 1])));
        assert!(!published.publish(&row(&[1, 1, 1, 0])), "the last column would follow, and with it all");
    }

    #[test]
    fn remainders_are_a_field() {
        assert_eq!(times(inverse(12345), 12345), 1);
        assert_eq!(plus(PRIME - 1, 2), 1);
        assert_eq!(times(PRIME - 1, PRIME - 1), 1);
        assert_eq!(times(remainder(&crate::model::ratio(2, 3)), 3), 2);
    }
}
