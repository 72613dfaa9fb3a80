//! The weighted mean, exactly: in 128 bits where that is enough, which it nearly always is, and else at any length.

use crate::model::Ratio;
use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

/// Σ weight · value / Σ weight; `None` of nothing, or where all weights are 0.
pub fn weighted_mean<'a>(pairs: impl Iterator<Item = (&'a Ratio, &'a Ratio)> + Clone) -> Option<Ratio> {
    if let Some(mean) = short(pairs.clone()) {
        return mean;
    }
    let (mut weights, mut sum) = (Ratio::zero(), Ratio::zero());
    for (weight, value) in pairs {
        weights += weight;
        sum += weight * value;
    }
    if weights.is_zero() { None } else { Some(sum / weights) }
}

/// The same in 128 bits; `None` where they are too few, or where something is negative.
fn short<'a>(pairs: impl Iterator<Item = (&'a Ratio, &'a Ratio)>) -> Option<Option<Ratio>> {
    let (mut weights, mut sum) = (Sum::default(), Sum::default());
    for (weight, value) in pairs {
        let [top, bottom] = parts(weight)?;
        let [value_top, value_bottom] = parts(value)?;
        weights.add(top, bottom)?;
        sum.add(top.checked_mul(value_top)?, bottom.checked_mul(value_bottom)?)?;
    }
    if weights.top == 0 {
        return Some(None);
    }
    // Reduced before the product, which would else be too long too soon.
    let (across, along) = (gcd(sum.top, weights.top), gcd(weights.bottom, sum.bottom));
    let top = (sum.top / across).checked_mul(weights.bottom / along)?;
    let bottom = (weights.top / across).checked_mul(sum.bottom / along)?;
    let common = gcd(top, bottom);
    Some(Some(Ratio::new_raw(BigInt::from(top / common), BigInt::from(bottom / common))))
}

fn parts(value: &Ratio) -> Option<[u128; 2]> {
    Some([u128::from(value.numer().to_u64()?), u128::from(value.denom().to_u64()?)])
}

/// A sum of fractions over a common denominator.
struct Sum {
    top: u128,
    bottom: u128,
}

impl Default for Sum {
    fn default() -> Self {
        Self { top: 0, bottom: 1 }
    }
}

impl Sum {
    /// `None` where 128 bits are too few.
    fn add(&mut self, top: u128, bottom: u128) -> Option<()> {
        if bottom == self.bottom {
            self.top = self.top.checked_add(top)?;
            return Some(());
        }
        let common = gcd(self.bottom, bottom);
        let (mine, theirs) = (bottom / common, self.bottom / common);
        self.top = self.top.checked_mul(mine)?.checked_add(top.checked_mul(theirs)?)?;
        self.bottom = self.bottom.checked_mul(mine)?;
        Some(())
    }
}

/// The greatest common divisor; 1 of two zeros.
pub fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b > 0 {
        // Most numbers are short, and short ones divide much faster.
        (a, b) = match (u64::try_from(a), u64::try_from(b)) {
            (Ok(a), Ok(b)) => (b.into(), (a % b).into()),
            _ => (b, a % b),
        };
    }
    a.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ratio;
    use proptest::prelude::*;

    fn long<'a>(pairs: impl Iterator<Item = (&'a Ratio, &'a Ratio)> + Clone) -> Option<Ratio> {
        let weights: Ratio = pairs.clone().map(|(weight, _)| weight).sum();
        let sum: Ratio = pairs.map(|(weight, value)| weight * value).sum();
        (!weights.is_zero()).then(|| sum / weights)
    }

    fn mean(pairs: &[(Ratio, Ratio)]) -> [Option<Ratio>; 2] {
        let each = || pairs.iter().map(|(weight, value)| (weight, value));
        [weighted_mean(each()), long(each())]
    }

    #[test]
    fn nothing_has_no_mean() {
        assert_eq!(mean(&[]), [None, None]);
        assert_eq!(mean(&[(ratio(0, 1), ratio(1, 2))]), [None, None]);
    }

    proptest! {
        #[test]
        fn it_is_the_same_at_any_length(
            pairs in prop::collection::vec((1u64..=u64::MAX, 1u64..=u64::MAX, 0u64..=9, 1u64..=9, any::<bool>()), 0..9)
        ) {
            let pairs: Vec<(Ratio, Ratio)> = pairs
                .into_iter()
                .map(|(top, bottom, value, of, small)| {
                    let weight = if small { ratio(top % 12 + 1, bottom % 12 + 1) } else { ratio(top, bottom) };
                    (weight, ratio(value, of))
                })
                .collect();
            let [found, expected] = mean(&pairs);
            prop_assert_eq!(found, expected);
        }
    }
}
