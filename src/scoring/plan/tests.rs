//! The dynamic programme against trying everything, also where its work is cut short.

use super::front::{Choices, Move, Moves, frontier, least};
use num_bigint::BigInt;
use proptest::collection::vec;
use proptest::prelude::*;

/// Items of a few choices that cost and gain more and more.
fn items() -> impl Strategy<Value = Vec<Moves<i128>>> {
    let step = (1..=4i128, 1..=5i128, 0..=1u32);
    vec(vec(step, 0..=3), 1..=6).prop_map(|items| {
        let item = |steps: Vec<(i128, i128, u32)>| {
            let mut moves = vec![Move { cost: 0, gain: 0, changed: 0, order: 0 }];
            for (order, (cost, gain, changed)) in (1u32..).zip(steps) {
                let last = moves.last().unwrap().clone();
                moves.push(Move {
                    cost: last.cost + cost,
                    gain: last.gain + gain,
                    changed: last.changed.max(changed),
                    order,
                });
            }
            moves
        };
        items.into_iter().map(item).collect()
    })
}

/// Every combination of choices with its cost, gain and changes.
fn all(items: &[Moves<i128>]) -> Vec<(Vec<usize>, i128, i128, u32)> {
    items.iter().fold(vec![(Vec::new(), 0, 0, 0)], |found, moves| {
        let more = found.iter().flat_map(|(choices, cost, gain, changed)| {
            moves.iter().enumerate().map(move |(index, add)| {
                let choices = choices.iter().copied().chain([index]).collect::<Vec<_>>();
                (choices, cost + add.cost, gain + add.gain, changed + add.changed)
            })
        });
        more.collect()
    })
}

fn large(items: &[Moves<i128>]) -> Vec<Moves<BigInt>> {
    let big = |m: &Move<i128>| Move { cost: m.cost.into(), gain: m.gain.into(), changed: m.changed, order: m.order };
    items.iter().map(|moves| moves.iter().map(big).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_cheapest_choices_are_those_that_trying_everything_finds(items in items(), need in 0..40i128) {
        let best = all(&items)
            .into_iter()
            .filter(|(_, _, gain, _)| *gain >= need)
            .min_by_key(|(choices, cost, gain, changed)| {
                (*cost, -gain, *changed, choices.iter().map(|&c| -(c as i64)).collect::<Vec<_>>())
            });
        let found = least(&items, &need, usize::MAX);
        prop_assert_eq!(found.as_ref().map(|found| found.choices.clone()), best.map(|(choices, ..)| choices));
        prop_assert!(found.is_none_or(|found| found.at_least.is_none()));
        // Numbers of any size find the same.
        let found = least(&items, &need, usize::MAX).map(|found| found.choices);
        prop_assert_eq!(least(&large(&items), &need.into(), usize::MAX).map(|found| found.choices), found);
    }

    #[test]
    fn work_that_is_cut_short_says_how_good_the_best_could_be(items in items(), need in 0..40i128, most in 2..6usize) {
        let best = all(&items).into_iter().filter(|(_, _, gain, _)| *gain >= need).map(|(_, cost, ..)| cost).min();
        let found = least(&items, &need, most);
        prop_assert_eq!(found.is_some(), best.is_some());
        if let (Some(Choices { choices, at_least }), Some(best)) = (found, best) {
            let chosen = || items.iter().zip(&choices).map(|(moves, &choice)| &moves[choice]);
            let (cost, gain): (i128, i128) = (chosen().map(|m| m.cost).sum(), chosen().map(|m| m.gain).sum());
            prop_assert!(gain >= need && cost >= best);
            match at_least {
                None => prop_assert_eq!(cost, best),
                Some(at_least) => prop_assert!(at_least <= best && at_least < cost),
            }
        }
    }

    #[test]
    fn the_frontier_is_what_no_other_choice_is_better_than(items in items(), need in 0..20i128, budget in 0..30i128) {
        let key = |(choices, cost, gain, changed): &(Vec<usize>, i128, i128, u32)| {
            (*cost, -gain, *changed, choices.iter().map(|&c| -(c as i64)).collect::<Vec<_>>())
        };
        let mut within: Vec<_> = all(&items).into_iter().filter(|(_, cost, gain, _)| *cost <= budget && *gain >= need).collect();
        within.sort_by_key(key);
        let mut expected: Vec<(i128, i128, Vec<usize>)> = Vec::new();
        for (choices, cost, gain, _) in within {
            if expected.last().is_none_or(|(_, most, _)| gain > *most) {
                expected.push((cost, gain, choices));
            }
        }
        let front = frontier(&items, &need, &budget, usize::MAX);
        let found: Vec<(i128, i128, Vec<usize>)> =
            front.states.iter().enumerate().map(|(i, state)| (state.cost, state.gain, front.choices(i))).collect();
        prop_assert!(!front.thinned);
        prop_assert_eq!(found, expected);
    }
}
