//! Exact numbers: every score, weight and threshold is a fraction, so that ties are ties.

use super::fraction::Ratio;
use num_bigint::BigInt;
use num_traits::{One, Zero};

/// The longest number that is read, in characters: more digits are a mistake, and a huge exponent an attack.
const LONGEST: usize = 40;

/// The fraction `numerator / denominator`; a denominator of 0 counts as 1.
pub fn ratio(numerator: u64, denominator: u64) -> Ratio {
    Ratio::of(numerator.into(), denominator.max(1).into())
}

/// Reads a number as it is written: `0.7` is 7/10, `5/8` is five eighths, `1e-2` is 1/100.
/// `None` if it is no number, or longer than 40 characters, or has an exponent beyond ±30.
pub fn parse_ratio(text: &str) -> Option<Ratio> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    // Nearly all numbers of a rubric are such.
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse::<u64>().map(Ratio::from).or_else(|_| text.parse().map(Ratio::from_integer)).ok();
    }
    if let Some((top, bottom)) = text.split_once('/') {
        let (top, bottom) = (integer(top)?, integer(bottom)?);
        return if bottom.is_zero() { None } else { Some(Ratio::new(top, bottom)) };
    }
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok().filter(|e| e.abs() <= 30)?),
        None => (text, 0),
    };
    let (negative, digits) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all: String = [whole, fraction].concat();
    if whole.is_empty() || !all.bytes().all(|b| b.is_ascii_digit()) || (digits.contains('.') && fraction.is_empty()) {
        return None;
    }
    let value: BigInt = all.parse().ok()?;
    let scale = exponent - i32::try_from(fraction.len()).ok()?;
    let power = num_traits::pow(BigInt::from(10), scale.unsigned_abs() as usize);
    let value = if scale >= 0 { Ratio::from_integer(value * power) } else { Ratio::new(value, power) };
    Some(if negative { -value } else { value })
}

/// Reads a share as people write it: `0.6`, `3/5`, `60%` or `60 %`. It may lie outside 0…1; see [`is_share`].
pub fn parse_share(text: &str) -> Option<Ratio> {
    match text.trim().strip_suffix('%') {
        Some(percent) => Some(parse_ratio(percent)? / ratio(100, 1)),
        None => parse_ratio(text),
    }
}

fn integer(text: &str) -> Option<BigInt> {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) { None } else { text.parse().ok() }
}

/// Whether a fraction lies in 0…1.
pub fn is_share(value: &Ratio) -> bool {
    *value >= Ratio::zero() && *value <= Ratio::one()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        assert_eq!(parse_ratio("0.7"), Some(ratio(7, 10)));
        assert_eq!(parse_ratio("5/8"), Some(ratio(5, 8)));
        assert_eq!(parse_ratio("10/16"), Some(ratio(5, 8)));
        assert_eq!(parse_ratio("2"), Some(ratio(2, 1)));
        assert_eq!(parse_ratio("2.50"), Some(ratio(5, 2)));
        assert_eq!(parse_ratio("25e-1"), Some(ratio(5, 2)));
        assert_eq!(parse_ratio("-1"), Some(-ratio(1, 1)));
    }

    #[test]
    fn shares_are_read_as_people_write_them() {
        for text in ["0.6", "3/5", "60%", "60 %", " 60% ", "6e-1"] {
            assert_eq!(parse_share(text), Some(ratio(3, 5)), "{text}");
        }
        assert_eq!(parse_share("62.5%"), Some(ratio(5, 8)));
        for text in ["", "%", "sixty", "60%%", "0,6"] {
            assert_eq!(parse_share(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "a", "1/0", "1/", "/2", ".5", "5.", "1e99", "1,5", "NaN", "١", &"9".repeat(41)] {
            assert_eq!(parse_ratio(text), None, "{text}");
        }
    }
}
