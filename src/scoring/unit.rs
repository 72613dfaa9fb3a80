//! What a single respondent sees: the principle formula on one's own known answers. The scoring document, part C.

use super::poll::{Mark, Speaker};
use crate::model::{Ratio, Rubric, ratio};
use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

/// How one principle is scored.
pub struct Formula<'a> {
    rubric: &'a Rubric,
    /// The questions: place in the rubric, level, weight.
    questions: Vec<(usize, usize, &'a Ratio)>,
    /// The same weights, and those of the levels, multiplied so that they are whole numbers, where these are small.
    whole: Option<(Vec<u128>, Vec<u128>)>,
}

impl<'a> Formula<'a> {
    /// The formula of a principle.
    pub fn new(rubric: &'a Rubric, principle: usize) -> Self {
        let members = rubric.questions.iter().enumerate().filter(|(_, question)| question.principle == principle);
        let questions: Vec<(usize, usize, &Ratio)> =
            members.map(|(index, question)| (index, question.level, &question.weight)).collect();
        let weights = whole(questions.iter().map(|(_, _, weight)| *weight));
        let levels = whole(rubric.levels.iter().map(|level| &level.weight));
        Self { rubric, questions, whole: weights.zip(levels) }
    }

    /// The answers that matter here.
    pub fn pattern(&self, speaker: &Speaker) -> Vec<Mark> {
        self.questions.iter().map(|(index, ..)| speaker.marks.get(*index).copied().unwrap_or_default()).collect()
    }

    /// The score of such answers, 0…1, if what is known covers at least half of the weight of what was asked and
    /// applies.
    pub fn score(&self, pattern: &[Mark]) -> Option<Ratio> {
        let known = |weight: &dyn Fn(usize) -> Ratio| -> Option<()> {
            let (mut asked, mut known) = (Ratio::zero(), Ratio::zero());
            for (place, mark) in pattern.iter().enumerate().filter(|(_, mark)| **mark != Mark::Absent) {
                asked += weight(place);
                if matches!(mark, Mark::Known(_)) {
                    known += weight(place);
                }
            }
            (!known.is_zero() && known * ratio(2, 1) >= asked).then_some(())
        };
        let open = pattern.iter().any(|mark| matches!(mark, Mark::Unanswered | Mark::DontKnow));
        if open {
            known(&|place| self.questions.get(place).map_or_else(Ratio::zero, |(_, _, weight)| (*weight).clone()))?;
        } else if !pattern.iter().any(|mark| matches!(mark, Mark::Known(_))) {
            return None;
        }
        let quick = self.whole.as_ref().and_then(|(weights, levels)| self.quickly(pattern, weights, levels));
        quick.or_else(|| self.slowly(pattern))
    }

    fn points(&self, mark: &Mark) -> Option<u64> {
        match mark {
            Mark::Known(choice) => self.rubric.scale.get(*choice).map(|choice| choice.points),
            _ => None,
        }
    }

    /// Σ L·(Σ w·points / Σ w) / (Σ L · highest) over one denominator; `None` where 128 bits are too few.
    fn quickly(&self, pattern: &[Mark], weights: &[u128], levels: &[u128]) -> Option<Ratio> {
        let mut cells: Vec<(u128, u128)> = vec![(0, 0); levels.len()];
        for (((_, level, _), mark), weight) in self.questions.iter().zip(pattern).zip(weights) {
            let Some(points) = self.points(mark) else { continue };
            let (sum, all) = cells.get_mut(*level)?;
            *sum = sum.checked_add(weight.checked_mul(u128::from(points))?)?;
            *all = all.checked_add(*weight)?;
        }
        let (mut top, mut bottom, mut sum) = (0u128, 1u128, 0u128);
        for ((points, all), level) in cells.iter().zip(levels).filter(|((_, all), _)| *all > 0) {
            // top / bottom + level · points / all
            top = top.checked_mul(*all)?.checked_add(level.checked_mul(*points)?.checked_mul(bottom)?)?;
            bottom = bottom.checked_mul(*all)?;
            sum = sum.checked_add(*level)?;
        }
        let highest = u128::from(self.rubric.highest_points());
        let bottom = bottom.checked_mul(sum)?.checked_mul(highest)?;
        (bottom > 0).then(|| Ratio::of(top, bottom))
    }

    fn slowly(&self, pattern: &[Mark]) -> Option<Ratio> {
        let mut cells: Vec<(Ratio, Ratio)> = vec![(Ratio::zero(), Ratio::zero()); self.rubric.levels.len()];
        for ((_, level, weight), mark) in self.questions.iter().zip(pattern) {
            let Some(points) = self.points(mark) else { continue };
            let (sum, all) = cells.get_mut(*level)?;
            *sum += *weight * ratio(points, self.rubric.highest_points());
            *all += *weight;
        }
        let (mut sum, mut all) = (Ratio::zero(), Ratio::zero());
        for ((points, weights), level) in cells.into_iter().zip(&self.rubric.levels) {
            if !weights.is_zero() {
                sum += &level.weight * points / weights;
                all += &level.weight;
            }
        }
        (!all.is_zero()).then(|| sum / all)
    }
}

/// Weights as whole numbers in the same proportions, where none is greater than 2^20.
fn whole<'r>(weights: impl Iterator<Item = &'r Ratio> + Clone) -> Option<Vec<u128>> {
    let common = weights
        .clone()
        .fold(BigInt::from(1), |common, weight| Ratio::new(common, weight.denom()).numer() * weight.denom());
    let of = |weight: &Ratio| {
        let value = (weight.numer() * (&common / weight.denom())).to_u128()?;
        (value <= 1 << 20).then_some(value)
    };
    weights.map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_become_whole_numbers() {
        let of = |list: &[(u64, u64)]| {
            let list: Vec<Ratio> = list.iter().map(|&(top, bottom)| ratio(top, bottom)).collect();
            whole(list.iter())
        };
        assert_eq!(of(&[(1, 2), (2, 3), (5, 1)]), Some(vec![3, 4, 30]));
        assert_eq!(of(&[(1, 1), (1, 1 << 21)]), None);
    }
}
