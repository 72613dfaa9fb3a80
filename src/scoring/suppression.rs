//! Which groups are hidden, principle by principle, so that no small group can be worked out from the total, from the
//! other groups, or from the views of people with lived experience and of the others.

use super::disclosure::{Reason, Who};
use super::poll::Party;
use crate::model::Rubric;

/// A group as it is shown or hidden: a party, or several small ones pooled.
#[derive(Debug, Clone, PartialEq)]
pub struct Seat {
    /// Who they are.
    pub who: Who,
    /// Whether they speak from lived experience.
    pub lived: bool,
    /// Whether it is an official statement, which is never hidden and hides nobody.
    pub statement: bool,
    /// The parties, by index; one, but for a pool.
    pub members: Vec<usize>,
    /// How many people know something, by principle.
    pub knowing: Vec<u64>,
    /// Whether anything at all is known, by principle, also by a statement.
    pub answered: Vec<bool>,
    /// Whether all that is known is the lowest option, and whether it is the highest, by principle.
    pub extremes: Vec<[bool; 2]>,
    /// How many people took part.
    pub people: u64,
}

/// What is hidden of one principle.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Decision {
    /// One entry a seat: why it is hidden.
    pub seats: Vec<Option<Reason>>,
    /// Why the total is hidden.
    pub total: Option<Reason>,
    /// Why the two views are hidden.
    pub views: Option<Reason>,
}

/// One seat a party.
pub fn seats(rubric: &Rubric, parties: &[Party]) -> Vec<Seat> {
    let questions: Vec<Vec<usize>> = (0..rubric.principles.len()).map(|index| rubric.of_principle(index)).collect();
    let seat = |(index, party): (usize, &Party)| Seat {
        who: party.who.clone(),
        lived: party.lived,
        statement: party.statement,
        members: vec![index],
        knowing: questions.iter().map(|questions| party.people_who_know(questions)).collect(),
        answered: questions.iter().map(|list| party.speakers.iter().any(|s| s.knows(list.iter().copied()))).collect(),
        extremes: questions.iter().map(|questions| extremes(rubric, party, questions)).collect(),
        people: party.people(),
    };
    parties.iter().enumerate().map(seat).collect()
}

/// Whether all that a party knows of some questions is the lowest option, and whether it is the highest.
fn extremes(rubric: &Rubric, party: &Party, questions: &[usize]) -> [bool; 2] {
    let tallies = || questions.iter().filter_map(|&index| party.tallies.get(index));
    let all = |points: u64| tallies().all(|tally| tally.points == u128::from(tally.known) * u128::from(points));
    [all(rubric.lowest_points()), all(rubric.highest_points())]
}

/// Pools small perspectives with lived experience, where that makes a group of k people or more, and decides what is
/// hidden. Where the small ones alone are too few, and the view of people with lived experience would be lost over
/// them, all perspectives with lived experience are pooled.
pub fn decide(seats: Vec<Seat>, k: u64) -> (Vec<Seat>, Vec<Decision>) {
    let is_small = |seat: &Seat| seat.knowing.iter().any(|&n| 0 < n && n < k) || (0 < seat.people && seat.people < k);
    let small = pooled(&seats, k, &|seat| seat.lived && !seat.statement && is_small(seat));
    let first = small.unwrap_or_else(|| seats.clone());
    let decided = principles(&first, k);
    if let Some(all) = pooled(&seats, k, &|seat| seat.lived && !seat.statement) {
        let again = principles(&all, k);
        let better = |(one, other): (&Decision, &Decision)| one.views.is_none() || other.views.is_some();
        let views = |decisions: &[Decision]| decisions.iter().filter(|d| d.views.is_none()).count();
        if views(&again) > views(&decided) && again.iter().zip(&decided).all(better) {
            return (all, again);
        }
    }
    (first, decided)
}

/// The seats with those that `belongs` chooses as one, which comes last; `None` if it would not make a group of k
/// people in any principle, or not be more than one.
fn pooled(seats: &[Seat], k: u64, belongs: &dyn Fn(&Seat) -> bool) -> Option<Vec<Seat>> {
    let (members, mut others): (Vec<Seat>, Vec<Seat>) = seats.iter().cloned().partition(|seat| belongs(seat));
    let principles = members.first()?.knowing.len();
    let sum = |principle: usize| members.iter().filter_map(|seat| seat.knowing.get(principle)).sum();
    let knowing: Vec<u64> = (0..principles).map(sum).collect();
    if members.len() < 2 || knowing.iter().all(|&n| n < k) {
        return None;
    }
    others.push(Seat {
        who: Who::LivedExperience,
        lived: true,
        statement: false,
        answered: knowing.iter().map(|&n| n > 0).collect(),
        extremes: (0..principles).map(|principle| together(&members, principle)).collect(),
        people: members.iter().map(|seat| seat.people).sum(),
        members: members.into_iter().flat_map(|seat| seat.members).collect(),
        knowing,
    });
    Some(others)
}

/// Whether all that some seats know of a principle is the lowest option, and whether it is the highest.
fn together<'s>(seats: impl IntoIterator<Item = &'s Seat>, principle: usize) -> [bool; 2] {
    let each = seats.into_iter().map(|seat| seat.extremes.get(principle).copied().unwrap_or([false; 2]));
    each.fold([true; 2], |all, one| [all[0] && one[0], all[1] && one[1]])
}

fn principles(seats: &[Seat], k: u64) -> Vec<Decision> {
    let principles = seats.first().map_or(0, |seat| seat.knowing.len());
    (0..principles).map(|principle| decide_principle(seats, principle, k)).collect()
}

/// Hide S = {g: 0 < n_g < k}. While S is not empty and (it has one member only, or its people sum to < k) and another
/// group remains: hide the smallest other too (tie: by id), so that nothing follows by subtraction from the total. Nor
/// may all of S have chosen the same end of the scale where others did not: a sum at its end is a sum of ends. The total
/// needs k people. The views are shown where, within each side, what is hidden is nothing, or again two groups at least
/// of k people together: each side follows from the total and the other.
fn decide_principle(seats: &[Seat], principle: usize, k: u64) -> Decision {
    let knowing = |index: usize| seats.get(index).and_then(|seat| seat.knowing.get(principle)).copied().unwrap_or(0);
    let hidden_at_first = |index: usize| (0 < knowing(index) && knowing(index) < k).then_some(Reason::TooFew);
    let mut out: Vec<Option<Reason>> = (0..seats.len()).map(hidden_at_first).collect();
    let everybody: Vec<usize> = (0..seats.len()).collect();
    // An end that all together are at is told as such, and as no more.
    let ends = together(seats, principle);
    let exposes = |groups: &[usize], hidden: &[Option<Reason>]| {
        let hidden: Vec<usize> =
            groups.iter().copied().filter(|&index| hidden.get(index).is_some_and(Option::is_some)).collect();
        let people: u64 = hidden.iter().map(|&index| knowing(index)).sum();
        let at = together(hidden.iter().filter_map(|&index| seats.get(index)), principle);
        let ends = at.iter().zip(ends).any(|(all, everybody)| *all && !everybody);
        !hidden.is_empty() && (hidden.len() == 1 || people < k || ends)
    };
    while exposes(&everybody, &out) {
        let others = (0..seats.len()).filter(|&index| out.get(index) == Some(&None) && knowing(index) > 0);
        let smallest = others.min_by_key(|&index| (knowing(index), seats.get(index).map(|seat| seat.who.id())));
        let Some(entry) = smallest.and_then(|index| out.get_mut(index)) else { break };
        *entry = Some(Reason::Complementary);
    }
    let all: u64 = everybody.iter().map(|&index| knowing(index)).sum();
    let total = (0 < all && all < k).then_some(Reason::TotalTooFew);
    let (lived, others): (Vec<usize>, Vec<usize>) =
        everybody.iter().partition(|&&index| seats.get(index).is_some_and(|seat| seat.lived));
    let people = |side: &[usize]| side.iter().map(|&index| knowing(index)).sum::<u64>();
    let too_few = |side: &[usize]| 0 < people(side) && people(side) < k;
    let views = if total.is_some() || too_few(&lived) || too_few(&others) {
        Some(Reason::TooFew)
    } else {
        let exposed = exposes(&lived, &out) || exposes(&others, &out);
        exposed.then_some(Reason::Subtraction)
    };
    Decision { seats: out, total, views }
}
