//! Numbers in words: percent, fractions and ranges as a language writes them.

use crate::model::Ratio;
use crate::model::number::ratio;
use num_traits::ToPrimitive;

/// How a language writes numbers.
#[derive(Debug, Clone, Copy)]
pub struct Numbers {
    /// The decimal mark.
    pub decimal: char,
    /// The percent sign as it is set behind a number, with its space if it has one.
    pub percent: &'static str,
    /// The word "percent" as it is spoken, with its space.
    pub percent_spoken: &'static str,
    /// Between the ends of a range.
    pub to: &'static str,
}

/// So many digits behind the mark tell two shares apart.
const MOST_DIGITS: u32 = 6;

impl Numbers {
    /// The same with the word instead of the percent sign, as screen readers want it.
    pub fn spoken(self) -> Self {
        Self { percent: self.percent_spoken, ..self }
    }

    /// A share as percent, rounded to a whole number: `61 %`.
    pub fn percent(&self, share: &Ratio) -> String {
        format!("{}{}", whole_percent(share), self.percent)
    }

    /// A share as percent beside a threshold: with one more digit, cut off, where rounding would make a missed
    /// threshold look reached.
    pub fn percent_against(&self, share: &Ratio, threshold: &Ratio) -> String {
        if share >= threshold || whole_percent(share) < whole_percent(threshold) {
            return self.percent(share);
        }
        self.exact_percent(share)
    }

    /// A share as percent beside a threshold, never with a digit behind the mark: cut off where rounding would make a
    /// missed threshold look reached.
    pub fn whole_percent_against(&self, share: &Ratio, threshold: &Ratio) -> String {
        if share >= threshold || whole_percent(share) < whole_percent(threshold) {
            return self.percent(share);
        }
        let cut = (share * ratio(100, 1)).floor().to_integer().to_u64().unwrap_or(0);
        format!("{cut}{}", self.percent)
    }

    /// A share as percent with up to one digit behind the mark, cut off: `62,5 %`.
    pub fn exact_percent(&self, share: &Ratio) -> String {
        self.percent_to(share, 1)
    }

    /// Two shares as percent with as many digits behind the mark, cut off, as it takes to tell them apart; the second is
    /// what somebody wrote down, and keeps its digits.
    pub fn exact_percents(&self, actual: &Ratio, required: &Ratio) -> [String; 2] {
        let cut = |share: &Ratio, digits: u32| (share * ratio(10u64.pow(digits + 2), 1)).floor();
        let whole = |digits: &u32| (required * ratio(10u64.pow(digits + 2), 1)).is_integer();
        let written = (1..=MOST_DIGITS).find(whole).unwrap_or(1);
        let differs = |digits: &u32| actual == required || cut(actual, *digits) != cut(required, *digits);
        let apart = (1..=MOST_DIGITS).find(differs).unwrap_or(MOST_DIGITS);
        [self.percent_to(actual, apart), self.percent_to(required, written.max(apart))]
    }

    /// A share as percent with up to so many digits behind the mark, cut off.
    fn percent_to(&self, share: &Ratio, digits: u32) -> String {
        let one = 10u64.pow(digits);
        let parts = (share * ratio(100 * one, 1)).floor().to_integer().to_u64().unwrap_or(0);
        let behind = format!("{:0width$}", parts % one, width = digits as usize);
        match behind.trim_end_matches('0') {
            "" => format!("{}{}", parts / one, self.percent),
            behind => format!("{}{}{behind}{}", parts / one, self.decimal, self.percent),
        }
    }

    /// A number of −1…1 with two digits behind the mark, rounded: `0,78`.
    pub fn hundredths(&self, value: &Ratio) -> String {
        let hundredths = (value * ratio(100, 1) + ratio(1, 2)).floor().to_integer().to_i64().unwrap_or(0);
        let sign = if hundredths < 0 { "−" } else { "" };
        format!("{sign}{}{}{:02}", hundredths.abs() / 100, self.decimal, hundredths.abs() % 100)
    }

    /// A probability of 0…1 behind its letter: `= 0,04`, three digits behind the mark where it is small, and never 0.
    pub fn probability(&self, p: f64) -> String {
        let text = match p {
            p if p < 0.001 => "<\u{a0}0.001".to_owned(),
            p if p < 0.1 => format!("=\u{a0}{p:.3}"),
            p => format!("=\u{a0}{p:.2}"),
        };
        text.replace('.', &self.decimal.to_string())
    }

    /// A difference of shares in points with its sign and up to one digit: `+12,5`, `−3`, `0`. Less than five points, the
    /// least that counts as a change, is never rounded up to five.
    pub fn points(&self, difference: &Ratio) -> String {
        let exact = difference.abs() * ratio(1000, 1);
        let counts = exact >= ratio(50, 1);
        let nearest = (exact + ratio(1, 2)).floor().to_integer().to_u64().unwrap_or(0);
        let tenths = if counts { nearest } else { nearest.min(49) };
        let sign = match (tenths, difference.is_negative()) {
            (0, _) => "",
            (_, true) => "−",
            (_, false) => "+",
        };
        match tenths % 10 {
            0 => format!("{sign}{}", tenths / 10),
            digit => format!("{sign}{}{}{digit}", tenths / 10, self.decimal),
        }
    }

    /// A fraction as it is written in arithmetic: `2/3`, `1`.
    pub fn fraction(&self, value: &Ratio) -> String {
        value.to_string()
    }
}

fn whole_percent(share: &Ratio) -> u64 {
    (share * ratio(100, 1) + ratio(1, 2)).floor().to_integer().to_u64().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: Numbers = Numbers { decimal: ',', percent: "\u{a0}%", percent_spoken: " Prozent", to: "bis" };

    #[test]
    fn rounding_never_makes_a_missed_threshold_look_reached() {
        let (missed, threshold) = (ratio(748, 1000), ratio(3, 4));
        assert_eq!(GERMAN.percent(&missed), "75\u{a0}%");
        assert_eq!(GERMAN.percent_against(&missed, &threshold), "74,8\u{a0}%");
        assert_eq!(GERMAN.percent_against(&threshold, &threshold), "75\u{a0}%");
        assert_eq!(GERMAN.exact_percent(&ratio(5, 8)), "62,5\u{a0}%");
        assert_eq!(GERMAN.percent(&ratio(2, 3)), "67\u{a0}%");
    }

    #[test]
    fn changes_have_a_sign_and_never_look_larger_than_they_are() {
        assert_eq!(GERMAN.points(&ratio(1, 8)), "+12,5");
        assert_eq!(GERMAN.points(&-ratio(3, 100)), "−3");
        assert_eq!(GERMAN.points(&-ratio(4999, 100_000)), "−4,9");
        assert_eq!(GERMAN.points(&ratio(2, 3)), "+66,7");
        assert_eq!(GERMAN.points(&ratio(1, 20)), "+5");
        assert_eq!(GERMAN.points(&ratio(0, 1)), "0");
        assert_eq!(GERMAN.points(&ratio(1, 10_000)), "0");
    }
}
