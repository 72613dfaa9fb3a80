//! How far people agree: a_wg (Brown & Hauenstein 2005) and Krippendorff's alpha. The scoring document, part C.

use super::poll::{Mark, Speaker};
use crate::model::{Ratio, Rubric, order, ratio};
use num_bigint::BigInt;
use num_traits::{One, Zero};

/// How far the respondents agree on a principle.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Agreement {
    /// The principle's place in the rubric.
    pub principle: usize,
    /// The median of a_wg over its questions, −1…1; `None` where it is defined for no question.
    pub a_wg: Option<Ratio>,
    /// In a word.
    pub word: Option<AgreementWord>,
    /// Krippendorff's alpha for ordinal data, ≤ 1; `None` where it is undefined or there is too little to tell.
    pub alpha: Option<Ratio>,
    /// What alpha means.
    pub reliability: Option<Reliability>,
    /// How many respondents know something here; `None` if they are fewer than k.
    pub raters: Option<usize>,
}

/// a_wg in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgreementWord {
    /// Below 0.30.
    Lacking,
    /// Below 0.50.
    Weak,
    /// Below 0.70.
    Moderate,
    /// Below 0.90.
    Strong,
    /// 0.90 or more.
    VeryStrong,
}

/// Krippendorff's alpha in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reliability {
    /// Below 0.667.
    Unreliable,
    /// Below 0.80.
    Tentative,
    /// 0.80 or more.
    Reliable,
}

/// The least number of raters of a question for a_wg.
const RATERS: u64 = 5;
/// The least number of questions that two or more answered for alpha.
const UNITS: usize = 5;

impl AgreementWord {
    /// The word for a value: below .30 lacking, .50 weak, .70 moderate, .90 strong, else very strong.
    pub fn of(a_wg: &Ratio) -> Self {
        match a_wg {
            a if *a < ratio(3, 10) => Self::Lacking,
            a if *a < ratio(1, 2) => Self::Weak,
            a if *a < ratio(7, 10) => Self::Moderate,
            a if *a < ratio(9, 10) => Self::Strong,
            _ => Self::VeryStrong,
        }
    }
}

impl Reliability {
    /// The word for a value: .80 or more reliable, .667 or more tentative.
    pub fn of(alpha: &Ratio) -> Self {
        match alpha {
            a if *a >= ratio(4, 5) => Self::Reliable,
            a if *a >= ratio(667, 1000) => Self::Tentative,
            _ => Self::Unreliable,
        }
    }
}

/// a_wg of one question. `counts[i]` people chose option i, of options 0…H.
///
/// a_wg = 1 − 2s² / {[(H + L)M − M² − HL] · n/(n − 1)} with L = 0 and s² with n − 1; multiplied out with S = Σ x and
/// Q = Σ x²: 1 − 2(nQ − S²) / (nHS − S²). Defined for (L(n − 1) + H)/n ≤ M ≤ (H(n − 1) + L)/n, that is
/// H ≤ S ≤ H(n − 1); s² = 0 gives 1. `None` where it is undefined, or fewer than five people answered. Range −1…1.
/// Source: Brown & Hauenstein 2005.
pub fn a_wg(counts: &[u64]) -> Option<Ratio> {
    let n: u64 = counts.iter().sum();
    if n < RATERS {
        return None;
    }
    if counts.iter().filter(|&&count| count > 0).count() == 1 {
        return Some(Ratio::one());
    }
    let highest = counts.len().saturating_sub(1) as u64;
    let moment = |power: u32| -> u64 { counts.iter().zip(0u64..).map(|(&count, x)| count * x.pow(power)).sum() };
    let (sum, squares) = (moment(1), moment(2));
    if sum < highest || sum > highest * (n - 1) {
        return None;
    }
    let (n, sum, squares) = (BigInt::from(n), BigInt::from(sum), BigInt::from(squares));
    let spread = &n * squares - &sum * &sum;
    let most = &n * highest * &sum - &sum * &sum;
    (!most.is_zero()).then(|| Ratio::one() - Ratio::new(spread * 2, most))
}

/// Krippendorff's alpha for ordinal data. For each unit, `counts[i]` people chose option i; answers may be missing, and
/// units with fewer than two answers are left out.
///
/// alpha = 1 − (n − 1) · Σ o_ck δ²_ck / Σ n_c n_k δ²_ck over c < k, with o_ck = Σ_u n_uc n_uk / (m_u − 1), m_u answers
/// in unit u, n_c pairable answers c in all, n of them together, and δ_ck = (n_c + n_k)/2 + what lies between them.
/// `None` where only one value occurs. Range ≤ 1. Source: Krippendorff, "Content Analysis".
pub fn alpha(units: &[Vec<u64>]) -> Option<Ratio> {
    let pairable: Vec<&Vec<u64>> = units.iter().filter(|counts| counts.iter().sum::<u64>() >= 2).collect();
    let options = pairable.iter().map(|counts| counts.len()).max()?;
    let of = |counts: &[u64], option: usize| counts.get(option).copied().unwrap_or(0);
    let totals: Vec<u64> = (0..options).map(|option| pairable.iter().map(|counts| of(counts, option)).sum()).collect();
    let n: u64 = totals.iter().sum();
    // Twice δ, so that it is a whole number.
    let distance = |c: usize, k: usize| -> BigInt {
        let between: u64 = totals.iter().take(k + 1).skip(c).sum();
        BigInt::from(2 * between) - of(&totals, c) - of(&totals, k)
    };
    let pairs = || (0..options).flat_map(|c| (c + 1..options).map(move |k| (c, k)));
    let weights: Vec<BigInt> = pairs().map(|(c, k)| distance(c, k).pow(2)).collect();
    let disagreement = |counts: &[u64]| -> BigInt {
        let product = |(c, k): (usize, usize)| BigInt::from(of(counts, c)) * of(counts, k);
        pairs().zip(&weights).map(|(pair, weight)| product(pair) * weight).sum()
    };
    let expected = disagreement(&totals);
    if expected.is_zero() {
        return None;
    }
    let observed: Ratio = pairable
        .iter()
        .map(|counts| Ratio::new(disagreement(counts), BigInt::from(counts.iter().sum::<u64>() - 1)))
        .sum();
    Some(Ratio::one() - observed * ratio(n - 1, 1) / Ratio::from_integer(expected))
}

/// The agreement of the respondents, principle by principle: nothing where fewer than k know anything.
pub fn agreement(rubric: &Rubric, persons: &[&Speaker], k: u64) -> Vec<Agreement> {
    let mut counts: Vec<Vec<u64>> = vec![vec![0; rubric.scale.len()]; rubric.questions.len()];
    for speaker in persons {
        for (counts, mark) in counts.iter_mut().zip(&speaker.marks) {
            if let Mark::Known(choice) = mark
                && let Some(count) = counts.get_mut(*choice)
            {
                *count += 1;
            }
        }
    }
    (0..rubric.principles.len())
        .map(|principle| {
            let questions = rubric.of_principle(principle);
            let raters = persons.iter().filter(|speaker| speaker.knows(questions.iter().copied())).count();
            if (raters as u64) < k {
                return Agreement { principle, ..Agreement::default() };
            }
            let units: Vec<Vec<u64>> = questions.iter().filter_map(|&index| counts.get(index).cloned()).collect();
            let enough = |counts: &&Vec<u64>| counts.iter().sum::<u64>() >= k;
            let a_wg = median(units.iter().filter(enough).filter_map(|counts| a_wg(counts)).collect());
            let answered = units.iter().filter(|counts| counts.iter().sum::<u64>() >= 2).count();
            let alpha = if answered >= UNITS { alpha(&units) } else { None };
            Agreement {
                principle,
                word: a_wg.as_ref().map(AgreementWord::of),
                a_wg,
                reliability: alpha.as_ref().map(Reliability::of),
                alpha,
                raters: Some(raters),
            }
        })
        .collect()
}

/// The middle value, or the mean of the two in the middle.
fn median(mut values: Vec<Ratio>) -> Option<Ratio> {
    order::sort(&mut values);
    let (lower, upper) = (values.get(values.len().checked_sub(1)? / 2)?, values.get(values.len() / 2)?);
    Some((lower + upper) / ratio(2, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wg_is_what_the_formula_gives_by_hand() {
        // 0 1 1 2 3 3 of 0…3: n 6, S 10, Q 24, 1 − 2(144 − 100)/(180 − 100) = 1 − 88/80.
        assert_eq!(a_wg(&[1, 2, 1, 2]), Some(-ratio(1, 10)));
        // 1 1 1 2 2: n 5, S 7, Q 11, 1 − 2(55 − 49)/(105 − 49) = 1 − 12/56.
        assert_eq!(a_wg(&[0, 3, 2, 0]), Some(ratio(11, 14)));
        // All say the same; half and half at the ends; outside of the range of definition; too few.
        assert_eq!(a_wg(&[0, 0, 0, 9]), Some(ratio(1, 1)));
        assert_eq!(a_wg(&[3, 0, 0, 3]), Some(-ratio(1, 1)));
        assert_eq!(a_wg(&[5, 1, 0, 0]), None);
        assert_eq!(a_wg(&[0, 0, 1, 5]), None);
        assert_eq!(a_wg(&[5, 0, 0, 1]), Some(-ratio(1, 1)));
        assert_eq!(a_wg(&[1, 1, 1, 1]), None);
    }

    #[test]
    fn alpha_is_that_of_krippendorffs_example() {
        // "Computing Krippendorff's Alpha-Reliability" (2011), section E: four observers, twelve units, values 1…5,
        // missing answers; ordinal alpha 0.815.
        let units: Vec<Vec<u64>> = [
            [3, 0, 0, 0, 0],
            [0, 3, 1, 0, 0],
            [0, 0, 4, 0, 0],
            [0, 0, 4, 0, 0],
            [0, 4, 0, 0, 0],
            [1, 1, 1, 1, 0],
            [0, 0, 0, 4, 0],
            [3, 1, 0, 0, 0],
            [0, 4, 0, 0, 0],
            [0, 0, 0, 0, 3],
            [2, 0, 0, 0, 0],
            [0, 0, 1, 0, 0],
        ]
        .map(|counts| counts.to_vec())
        .to_vec();
        let alpha = alpha(&units).unwrap_or_default().to_f64();
        assert!((alpha - 0.815).abs() < 0.0005, "{alpha}");
    }

    #[test]
    fn alpha_is_undefined_where_one_value_occurs_and_one_where_all_agree() {
        assert_eq!(alpha(&[vec![0, 5], vec![0, 3]]), None);
        assert_eq!(alpha(&[vec![4, 0], vec![0, 4]]), Some(ratio(1, 1)));
        assert_eq!(alpha(&[vec![1, 0], vec![0, 1]]), None, "no unit has two answers");
        assert_eq!(alpha(&[]), None);
        // Two units, two raters each, once equal and once not: o = 1, n = (3, 1), alpha = 1 − 3 · 1 / 3.
        assert_eq!(alpha(&[vec![2, 0], vec![1, 1]]), Some(ratio(0, 1)));
    }

    #[test]
    fn the_median_of_an_even_number_is_between_the_middle_two() {
        assert_eq!(median(vec![ratio(3, 1), ratio(1, 1), ratio(2, 1)]), Some(ratio(2, 1)));
        assert_eq!(median(vec![ratio(3, 1), ratio(0, 1), ratio(2, 1), ratio(1, 1)]), Some(ratio(3, 2)));
        assert_eq!(median(Vec::new()), None);
    }
}
