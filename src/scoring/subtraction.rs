//! Whether a hidden figure could be computed from the published ones.
//!
//! Every score is a linear combination of the means of the parties by question, so a figure can be computed from others
//! exactly if its row of coefficients lies in the span of theirs. Published figures are added one by one, the most
//! important first, and one that would bring a protected figure into the span stays out. A lower bound is such a
//! combination as well, whose coefficients hold the share of known answers; an upper bound says no more of the answers
//! than the lower one. (Who knows how much is taken to be known, which errs on the safe side.) The arithmetic is that of
//! remainders by the prime 2^61 − 1: quick, and if ever it erred by chance, it would rather hide too much.

use super::poll::Party;
use super::score::{Tally, Voice};
use crate::model::{Ratio, Rubric};
use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

const PRIME: u64 = (1 << 61) - 1;

// These run a million times for a report of many voices, and a call takes longer than what they do.
#[inline(always)]
fn times(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    let folded = (product & u128::from(PRIME)) as u64 + (product >> 61) as u64;
    if folded >= PRIME { folded - PRIME } else { folded }
}

#[inline(always)]
fn less(a: u64, b: u64) -> u64 {
    if a >= b { a - b } else { a + PRIME - b }
}

#[inline(always)]
fn plus(a: u64, b: u64) -> u64 {
    less(a, less(0, b))
}

/// 1 / a, for 0 < a < p, by Euclid's algorithm: few steps for the small numbers of people; 0 for 0. No number in it is
/// larger than the prime.
fn inverse(a: u64) -> u64 {
    let (mut larger, mut smaller) = (PRIME, a);
    let (mut before, mut out) = (1, 0);
    while smaller > 0 {
        let quotient = larger / smaller;
        (larger, smaller) = (smaller, larger % smaller);
        (before, out) = (less(out, times(quotient, before)), before);
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
pub struct Row {
    entries: Vec<(usize, u64)>,
    /// Whether it has a weight in a sum; a lower bound has where nothing is known, too.
    counts: bool,
}

/// What figures are made of: the rows of questions, cells, principles and sums, as some parties together see them.
pub struct Figures<'a> {
    rubric: &'a Rubric,
    voice: Voice,
    parties: &'a [Party],
    weights: Vec<u64>,
    levels: Vec<u64>,
    /// Whether the figures are lower bounds.
    lowest: bool,
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
            lowest: false,
        }
    }

    /// The lower bounds of the same figures.
    pub fn lowest(self) -> Self {
        Self { lowest: true, ..self }
    }

    /// Whether anybody leaves one of these questions open; else their bounds are their points.
    pub fn leaves_open(&self, mut questions: impl Iterator<Item = usize>) -> bool {
        let open = |index: usize| self.parties.iter().any(|p| p.tallies.get(index).is_some_and(|t| t.unknown > 0));
        questions.any(open)
    }

    /// How many columns there are at most.
    fn columns(&self) -> usize {
        self.parties.len() * self.rubric.questions.len()
    }

    /// A question: the mean over the parties that know it, or over all their people. Empty where nobody does.
    pub fn question(&self, parties: &[usize], index: usize) -> Row {
        let tally = |&party: &usize| Some((party, self.parties.get(party)?.tallies.get(index)?));
        // Over whom the mean is taken: who knows it; of a lower bound, who was asked.
        let counted = |(_, tally): &(usize, &Tally)| tally.known + if self.lowest { tally.unknown } else { 0 };
        let tallies: Vec<(usize, &Tally)> =
            parties.iter().filter_map(tally).filter(|entry| counted(entry) > 0).collect();
        let share = |entry: &(usize, &Tally)| if self.voice == Voice::Equal { 1 } else { counted(entry) % PRIME };
        let all = inverse(tallies.iter().fold(0, |sum, entry| plus(sum, share(entry))));
        let entry = |entry: &(usize, &Tally)| {
            let (party, tally) = *entry;
            let known = times(tally.known % PRIME, inverse(counted(entry) % PRIME));
            (index * self.parties.len() + party, times(times(share(entry), all), known))
        };
        Row {
            counts: !tallies.is_empty(),
            entries: tallies.iter().map(entry).filter(|(_, value)| *value > 0).collect(),
        }
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
        for (weight, row) in rows.filter(|(_, row)| row.counts) {
            (sum, out.counts) = (plus(sum, weight), true);
            // No two questions share a column, and no two of these rows a question.
            out.entries.extend(row.entries.into_iter().map(|(column, value)| (column, times(weight, value))));
        }
        let factor = inverse(sum);
        out.entries.iter_mut().for_each(|(_, value)| *value = times(*value, factor));
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
        for &(column, value) in &row.entries {
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
        let end = reduced.iter().rposition(|&value| value != 0).map_or(0, |last| last + 1);
        let range = pivot..end;
        reduced.iter_mut().filter(|value| **value != 0).for_each(|value| *value = times(*value, factor));
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
        let entries = values.iter().copied().enumerate().filter(|(_, value)| *value != 0).collect();
        Row { entries, counts: true }
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
        for value in [1, 2, 3, 12345, PRIME / 2, PRIME - 1] {
            assert_eq!(times(inverse(value), value), 1, "{value}");
        }
        assert_eq!(inverse(0), 0);
        assert_eq!(plus(PRIME - 1, 2), 1);
        assert_eq!(times(PRIME - 1, PRIME - 1), 1);
        assert_eq!(times(remainder(&crate::model::ratio(2, 3)), 3), 2);
    }
}
