//! Sorting, compiled once for all types: a sort for each type would be the largest part of the program. (A `BTreeMap` is
//! filled by `extend` for the same reason: `collect` sorts first.)

use std::cmp::Ordering;

/// The places `0..count` in the order of `compare`; equals keep their order.
pub fn places(count: usize, mut compare: impl FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    sorted(count, &mut compare)
}

/// Sorts by `compare`; equals keep their order.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let places = sorted(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    arrange(places, &mut |a, b| items.swap(a, b));
}

/// Sorts by a key; equals keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts; equals keep their order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// What occurs, once each and in order; quick where few things occur often.
pub fn unique<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut out = Vec::new();
    for item in items {
        if let Err(place) = out.binary_search(&item) {
            out.insert(place, item);
        }
    }
    out
}

#[inline(never)]
fn sorted(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Swaps until at each place stands what stood at the place that is given for it.
#[inline(never)]
fn arrange(mut from: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..from.len() {
        let mut at = start;
        // Once around a cycle; a place that is done points to itself.
        while let Some(next) = from.get_mut(at).map(|place| std::mem::replace(place, at)).filter(|next| *next != start)
        {
            swap(at, next);
            at = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_a_stable_sort(items in proptest::collection::vec((0u8..6, any::<u16>()), 0..80)) {
            let (mut own, mut known) = (items.clone(), items.clone());
            sort_by_key(&mut own, |(key, _)| *key);
            known.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&own, &known);
            let by_place: Vec<_> =
                places(items.len(), |a, b| items[a].0.cmp(&items[b].0)).into_iter().map(|place| items[place]).collect();
            prop_assert_eq!(by_place, known);
            let set: std::collections::BTreeSet<_> = items.iter().copied().collect();
            prop_assert_eq!(unique(items), set.into_iter().collect::<Vec<_>>());
        }
    }
}
