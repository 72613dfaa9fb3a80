//! The weighted mean, exactly.

use crate::model::Ratio;
use num_traits::Zero;

/// Σ weight · value / Σ weight; `None` of nothing, or where all weights are 0.
pub fn weighted_mean<'a>(pairs: impl Iterator<Item = (&'a Ratio, &'a Ratio)>) -> Option<Ratio> {
    let (mut weights, mut sum) = (Ratio::zero(), Ratio::zero());
    for (weight, value) in pairs {
        weights += weight;
        sum += weight * value;
    }
    if weights.is_zero() { None } else { Some(sum / weights) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ratio;

    fn mean(pairs: &[(Ratio, Ratio)]) -> Option<Ratio> {
        weighted_mean(pairs.iter().map(|(weight, value)| (weight, value)))
    }

    #[test]
    fn nothing_has_no_mean() {
        assert_eq!(mean(&[]), None);
        assert_eq!(mean(&[(ratio(0, 1), ratio(1, 2))]), None);
    }

    #[test]
    fn weights_count() {
        assert_eq!(mean(&[(ratio(1, 2), ratio(1, 1)), (ratio(3, 2), ratio(1, 3))]), Some(ratio(1, 2)));
    }
}
