//! When steps are due: they are worked off in their order, so much effort a quarter.

use crate::model::Ratio;
use crate::model::number::ratio;
use jiff::ToSpan;
use jiff::civil::Date;
use num_traits::{ToPrimitive, Zero};

/// More quarters than these hundred years are no plan.
const MOST_QUARTERS: u64 = 400;

/// Three months of a plan, counted from its start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarter {
    /// From 1.
    pub number: usize,
    /// Its first day, `YYYY-MM-DD`.
    pub first: String,
    /// Its last day, `YYYY-MM-DD`.
    pub last: String,
}

/// The quarters in which steps are due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// The day of the start, `YYYY-MM-DD`.
    pub start: String,
    /// The effort a quarter, > 0.
    pub pace: Ratio,
    /// The quarters in which a step is due, in their order.
    quarters: Vec<Quarter>,
    /// For each step the place of its quarter.
    of_steps: Vec<usize>,
}

impl Schedule {
    /// Spreads steps with these efforts over quarters of three months from `start` (`YYYY-MM-DD`): a step is due in the
    /// quarter in which the effort of it and of all steps before it is spent. `None` if it would take more than a hundred
    /// years or leave the calendar.
    pub fn new<'a>(start: &str, pace: &Ratio, efforts: impl Iterator<Item = &'a Ratio>) -> Option<Self> {
        let day: Date = start.parse().ok()?;
        let (mut quarters, mut of_steps): (Vec<Quarter>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut spent = Ratio::zero();
        for effort in efforts {
            spent += effort;
            let number = (&spent / pace).max(ratio(1, 1)).ceil().to_integer().to_u64()?;
            if number > MOST_QUARTERS {
                return None;
            }
            let number = usize::try_from(number).ok()?;
            if quarters.last().is_none_or(|quarter| quarter.number != number) {
                quarters.push(quarter(day, number)?);
            }
            of_steps.push(quarters.len() - 1);
        }
        Some(Self { start: start.to_owned(), pace: pace.clone(), quarters, of_steps })
    }

    /// The quarters in which a step is due, in their order.
    pub fn quarters(&self) -> &[Quarter] {
        &self.quarters
    }

    /// The quarter of a step, by its rank from 1.
    pub fn of_step(&self, rank: usize) -> Option<&Quarter> {
        self.quarters.get(*self.of_steps.get(rank.checked_sub(1)?)?)
    }
}

/// The months are always counted from the start: three months after 30 November is 28 February, six are 30 May.
fn quarter(start: Date, number: usize) -> Option<Quarter> {
    let months = |quarters: usize| i32::try_from(quarters * 3).ok().map(jiff::ToSpan::months);
    let first = start.checked_add(months(number - 1)?).ok()?;
    let last = start.checked_add(months(number)?).ok()?.checked_sub(1.day()).ok()?;
    Some(Quarter { number, first: first.to_string(), last: last.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(start: &str, pace: u64, efforts: &[u64]) -> Option<Vec<(usize, String)>> {
        let efforts: Vec<Ratio> = efforts.iter().map(|&effort| ratio(effort, 1)).collect();
        let schedule = Schedule::new(start, &ratio(pace, 1), efforts.iter())?;
        Some(
            (1..=efforts.len())
                .map(|rank| schedule.of_step(rank).unwrap())
                .map(|q| (q.number, q.last.clone()))
                .collect(),
        )
    }

    #[test]
    fn a_step_is_due_when_its_effort_is_spent() {
        let found = days("2026-04-01", 4, &[2, 2, 1, 9, 2]).unwrap();
        let numbers: Vec<usize> = found.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 1, 2, 4, 4]);
        assert_eq!(found[0].1, "2026-06-30");
        assert_eq!(found[4].1, "2027-03-31");
    }

    #[test]
    fn ends_of_months_are_counted_from_the_start() {
        let found = days("2026-11-30", 1, &[1, 1]).unwrap();
        assert_eq!(found, [(1, "2027-02-27".to_owned()), (2, "2027-05-29".to_owned())]);
    }

    #[test]
    fn what_takes_longer_than_a_hundred_years_is_no_plan() {
        assert!(days("2026-01-01", 1, &[400]).is_some());
        assert!(days("2026-01-01", 1, &[401]).is_none());
        assert!(days("9999-06-01", 1, &[9]).is_none());
    }
}
