//! The perception gap: how differently two groups see the same principle, and whether chance explains it. The scoring
//! document, part C.

use super::disclosure::Who;
use super::permutation::{Blocks, PValue};
use super::poll::{Mark, Party, Speaker};
use super::score::Voice;
use super::unit::Formula;
use super::voices::Figure;
use crate::model::{Ratio, Rubric, order, ratio};
use std::collections::BTreeMap;

/// How two shown groups see a principle.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The principle's place in the rubric.
    pub principle: usize,
    /// One group.
    pub a: Who,
    /// The other.
    pub b: Who,
    /// The mean of the respondents' scores in `a` and in `b`; of a pool the mean of its perspectives' means. To whole
    /// tenths where a few people of any group know too little to be compared.
    pub means: [Figure; 2],
    /// How many respondents of `a` and of `b` were compared: those who know at least half of what they were asked.
    pub respondents: [usize; 2],
    /// Cliff's delta, −1…1: (#(x > y) − #(x < y)) / (m · n) for x of `a` and y of `b`. Positive: `a` sees it more
    /// favourably.
    pub delta: Ratio,
    /// The two-sided permutation p of the rank sum, 0…1.
    pub p: f64,
    /// The same after Holm's correction over all gaps computed, 0…1.
    pub p_holm: f64,
    /// Whether p is exact; else, for very many respondents, by the normal approximation with a correction for ties.
    pub exact: bool,
    /// The mean of `a` less the mean of `b`, −1…1; 19/20 and 1/20 stand for 1 and 0.
    pub difference: Ratio,
    /// |delta| ≥ 0.474 and |difference of the means| ≥ half an average step of the scale.
    pub notable: bool,
    /// Notable, and the corrected p ≤ 0.05.
    pub strong: bool,
}

/// A single question on which two groups of ten people or more differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Contrast {
    /// The question's place in the rubric.
    pub question: usize,
    /// The group that sees it more favourably.
    pub a: Who,
    /// The other.
    pub b: Who,
    /// The means of `a` and of `b`.
    pub means: [Figure; 2],
    /// The difference of the means, > 0…1.
    pub difference: Ratio,
}

/// How many steps an exact count may take where there are four tests or fewer: enough for 200 against 200 respondents.
/// With more tests each may take less, by the square, so that all together stay below a few tenths of a second: 50
/// against 50 in six groups and four principles. Beyond, the normal approximation is right to two or three digits.
const STEPS: f64 = 5.5e8;

/// The steps for each of so many tests.
fn steps_each(tests: usize) -> f64 {
    STEPS * (4.0 / tests.max(4) as f64).powi(2)
}

/// |delta| from which a gap is notable: a large effect (Romano et al. 2006).
fn large_effect() -> Ratio {
    ratio(474, 1000)
}

/// Half an average step of the scale: (highest − lowest value) / (options − 1) / 2.
fn half_step(rubric: &Rubric) -> Ratio {
    let steps = rubric.scale.len().saturating_sub(1).max(1) as u64;
    ratio(rubric.highest_points() - rubric.lowest_points(), rubric.highest_points() * steps * 2)
}

/// A group that may be compared.
pub struct Side<'a> {
    /// Who they are.
    pub who: &'a Who,
    /// The parties in it.
    pub parties: Vec<&'a Party>,
    /// For each principle, whether the group is shown there.
    pub shown: Vec<bool>,
}

/// The respondents of each side by the value of their scores, for one principle.
struct Distribution {
    /// All values that occur, lowest first.
    values: Vec<Ratio>,
    /// For each side and each of its perspectives, how many have each value.
    counts: Vec<Vec<Vec<u64>>>,
}

impl Distribution {
    fn new(rubric: &Rubric, sides: &[Side], principle: usize) -> Self {
        let formula = Formula::new(rubric, principle);
        // Many respondents answer alike: each pattern of answers is scored once.
        let mut scored: BTreeMap<Vec<Mark>, Option<Ratio>> = BTreeMap::new();
        let mut score = |speaker: &Speaker| {
            let pattern = formula.pattern(speaker);
            if let Some(known) = scored.get(&pattern) {
                return known.clone();
            }
            let score = formula.score(&pattern);
            scored.insert(pattern, score.clone());
            score
        };
        let mut of_party = |party: &&Party| -> Vec<Ratio> {
            party.speakers.iter().filter(|speaker| speaker.person).filter_map(&mut score).collect()
        };
        let units: Vec<Vec<Vec<Ratio>>> = sides
            .iter()
            .map(|side| match side.shown.get(principle) {
                Some(true) => side.parties.iter().map(&mut of_party).collect(),
                _ => Vec::new(),
            })
            .collect();
        let values = order::unique(units.iter().flatten().flatten().cloned());
        let count = |units: &Vec<Ratio>| {
            let mut counts = vec![0; values.len()];
            for value in units {
                if let Some(count) = values.binary_search(value).ok().and_then(|index| counts.get_mut(index)) {
                    *count += 1;
                }
            }
            counts
        };
        let counts = units.iter().map(|side| side.iter().map(count).collect()).collect();
        Self { values, counts }
    }

    /// One side's respondents by value; `None` if they are fewer than k.
    fn respondents(&self, side: usize, k: u64) -> Option<Vec<u64>> {
        let parts = self.counts.get(side)?;
        let sums: Vec<u64> =
            (0..self.values.len()).map(|index| parts.iter().filter_map(|part| part.get(index)).sum()).collect();
        (sums.iter().sum::<u64>() >= k).then_some(sums)
    }

    /// The mean of one side. Of a pool, whose perspectives weigh the same in its score, it is the mean of their means:
    /// weighed by their people, the two numbers together would give the perspectives away.
    fn mean(&self, side: usize, voice: Voice) -> Option<Ratio> {
        let parts = self.counts.get(side)?;
        if voice == Voice::Equal {
            let means: Vec<Ratio> = parts.iter().filter_map(|part| self.mean_of(part)).collect();
            let count = ratio(means.len() as u64, 1);
            return (!means.is_empty()).then(|| means.into_iter().sum::<Ratio>() / count);
        }
        self.mean_of(&self.respondents(side, 0)?)
    }

    fn mean_of(&self, counts: &[u64]) -> Option<Ratio> {
        let people: u64 = counts.iter().sum();
        let sum: Ratio = self.values.iter().zip(counts).map(|(value, &n)| value * ratio(n, 1)).sum();
        (people > 0).then(|| sum / ratio(people, 1))
    }
}

/// Whether some people of a group, but fewer than k, know something of a principle and yet too little to be compared.
/// The exact mean of the others would give away what they answered, beside the group's score, to which they belong; and
/// with the differences, the means of all groups would follow from one another.
fn leaves_few_out(rubric: &Rubric, sides: &[Side], principle: usize, distribution: &Distribution, k: u64) -> bool {
    let questions = rubric.of_principle(principle);
    let knows = |speaker: &&Speaker| speaker.person && speaker.knows(questions.iter().copied());
    sides.iter().enumerate().any(|(index, side)| {
        let knowing = side.parties.iter().flat_map(|party| &party.speakers).filter(knows).count() as u64;
        let compared: u64 = distribution.counts.get(index).into_iter().flatten().flatten().sum();
        side.shown.get(principle) == Some(&true) && (1..k).contains(&knowing.saturating_sub(compared))
    })
}

/// Cliff's delta: (#(x > y) − #(x < y)) / (m · n).
fn cliffs_delta(a: &[u64], b: &[u64]) -> Ratio {
    let (mut below_a, mut below_b, mut more, mut less) = (0u64, 0u64, 0u64, 0u64);
    for (&of_a, &of_b) in a.iter().zip(b) {
        more += of_a * below_b;
        less += of_b * below_a;
        below_a += of_a;
        below_b += of_b;
    }
    (ratio(more, 1) - ratio(less, 1)) / ratio(below_a * below_b, 1)
}

/// The gaps between all sides that are shown and have k respondents or more to compare, principle by principle.
pub fn gaps(rubric: &Rubric, sides: &[Side], voice: Voice, k: u64) -> Vec<Gap> {
    let half_step = half_step(rubric);
    let mut found: Vec<(Gap, Blocks)> = Vec::new();
    let distributions: Vec<Distribution> =
        (0..rubric.principles.len()).map(|principle| Distribution::new(rubric, sides, principle)).collect();
    let of_sides = |d: &Distribution| -> Vec<Option<(Vec<u64>, Ratio)>> {
        (0..sides.len()).map(|side| Some((d.respondents(side, k)?, d.mean(side, voice)?))).collect()
    };
    let compared: Vec<_> = distributions.iter().map(of_sides).collect();
    let few: Vec<bool> = (0..).zip(&distributions).map(|(at, d)| leaves_few_out(rubric, sides, at, d, k)).collect();
    for (a, first) in sides.iter().enumerate() {
        for (b, second) in sides.iter().enumerate().skip(a + 1) {
            for (principle, compared) in compared.iter().enumerate() {
                let side = |side: usize| compared.get(side).and_then(Option::as_ref);
                let (Some((of_a, mean_a)), Some((of_b, mean_b))) = (side(a), side(b)) else { continue };
                let (delta, difference) = (cliffs_delta(of_a, of_b), mean_a - mean_b);
                let people = |counts: &[u64]| counts.iter().sum::<u64>() as usize;
                let notable = delta.abs() >= large_effect() && difference.abs() >= half_step;
                let told = |mean: &Ratio| {
                    let rounded = || (mean * ratio(10, 1) + ratio(1, 2)).floor() * ratio(1, 10);
                    Figure::of_mean(rubric, &if few.get(principle) == Some(&true) { rounded() } else { mean.clone() })
                };
                let means = [told(mean_a), told(mean_b)];
                // An extreme that is not told by the means must not follow from their difference.
                let blunt = |mean: &Ratio| Figure::of_mean(rubric, mean).value();
                let gap = Gap {
                    principle,
                    a: first.who.clone(),
                    b: second.who.clone(),
                    difference: blunt(mean_a) - blunt(mean_b),
                    means,
                    respondents: [people(of_a), people(of_b)],
                    delta,
                    p: 1.0,
                    p_holm: 1.0,
                    exact: true,
                    notable,
                    strong: false,
                };
                found.push((gap, Blocks::new(of_a.iter().copied().zip(of_b.iter().copied()))));
            }
        }
    }
    let most = steps_each(found.len());
    let tests: Vec<PValue> = found.iter().map(|(_, blocks)| blocks.p(most)).collect();
    let mut gaps: Vec<Gap> = found.into_iter().map(|(gap, _)| gap).collect();
    correct(&mut gaps, &tests);
    gaps
}

/// Holm's correction: in the order of p, the i-th of M (from 0) is multiplied by M − i, and no corrected p is smaller
/// than one before it.
fn correct(gaps: &mut [Gap], tests: &[PValue]) {
    let value = |index: usize| tests.get(index).map_or(1.0, |test| test.value);
    let order = order::places(tests.len(), |x, y| value(x).total_cmp(&value(y)));
    let (mut highest, mut significant) = (0.0f64, true);
    for (place, &index) in order.iter().enumerate() {
        let (Some(gap), Some(test)) = (gaps.get_mut(index), tests.get(index)) else { continue };
        let times = tests.len() - place;
        highest = highest.max((test.value * times as f64).min(1.0));
        significant = significant && test.times_is_significant(times);
        gap.p = test.value;
        gap.p_holm = highest;
        gap.exact = test.exact;
        gap.strong = gap.notable && significant;
    }
}

/// The least number of people for the mean of a single question by group.
pub const ITEM: u64 = 10;
/// The most questions that are listed.
const LISTED: usize = 10;

/// The questions on which two groups differ most, by half an average step of the scale at least: of each question the
/// pair that differs most. A group's mean is used where ten people or more know the answer, and where the groups that
/// are too small for it could not be worked out from the total.
pub fn contrasts(rubric: &Rubric, sides: &[Side], parties: &[Party], k: u64) -> Vec<Contrast> {
    let (half_step, least) = (half_step(rubric), ITEM.max(k));
    let mut found: Vec<Contrast> = Vec::new();
    for (index, question) in rubric.questions.iter().enumerate() {
        let knowing: Vec<u64> = parties.iter().map(|party| party.people_who_know(&[index])).collect();
        let small: Vec<u64> = knowing.into_iter().filter(|&n| 0 < n && n < least).collect();
        if small.len() == 1 || (!small.is_empty() && small.iter().sum::<u64>() < least) {
            continue;
        }
        let mean = |side: &Side| {
            let [party] = side.parties.as_slice() else { return None };
            let tally = party.tallies.get(index)?;
            let enough = side.shown.get(question.principle) == Some(&true) && tally.known >= least;
            let mean = || Ratio::of(tally.points, u128::from(tally.known) * u128::from(rubric.highest_points()));
            enough.then(mean)
        };
        let means: Vec<(&Who, Ratio)> = sides.iter().filter_map(|side| Some((side.who, mean(side)?))).collect();
        let highest = means.iter().rev().max_by(|x, y| x.1.cmp(&y.1));
        let lowest = means.iter().min_by(|x, y| x.1.cmp(&y.1));
        let (Some((a, high)), Some((b, low))) = (highest, lowest) else { continue };
        let difference = high - low;
        if difference >= half_step {
            let means = [Figure::of_mean(rubric, high), Figure::of_mean(rubric, low)];
            let difference = means[0].value() - means[1].value();
            found.push(Contrast { question: index, a: (*a).clone(), b: (*b).clone(), means, difference });
        }
    }
    order::sort_by(&mut found, |x, y| y.difference.cmp(&x.difference).then(x.question.cmp(&y.question)));
    found.truncate(LISTED);
    found
}
