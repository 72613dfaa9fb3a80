//! The exact permutation test of the rank sum, with ties.
//!
//! Of all ways to choose which m of the N = m + n respondents are group a, how many give a rank sum at least as far
//! from its mean as the one that was found? Mid-ranks are doubled, so that they are whole numbers, and the ways are
//! counted by dynamic programming over the blocks of ties, from both ends to the middle: for each half, the number of
//! ways to choose j people with a given sum. Both halves together cost an eighth of one run over all.

use num_bigint::BigUint;
use num_traits::Zero;
use std::borrow::Cow;
use std::ops::{AddAssign, Mul};

/// The most steps for which 128 bits are counted with.
const WHOLE: f64 = 2e6;

/// A two-sided p.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PValue {
    /// The nearest floating point number, 0…1; with a relative error below 1e-9 where it is exact.
    pub value: f64,
    /// Ways as far out, of all ways, where these are small enough to be counted in whole numbers.
    counts: Option<(u128, u128)>,
    /// Whether it is exact, or the normal approximation.
    pub exact: bool,
}

impl PValue {
    /// Whether `times` · p ≤ 1/20, decided exactly where the ways were counted exactly.
    pub fn times_is_significant(&self, times: usize) -> bool {
        match self.counts {
            Some((far, all)) => BigUint::from(far) * times * 20u32 <= BigUint::from(all),
            None => self.value * times as f64 <= 0.05,
        }
    }
}

/// The numbers of people of both groups in each block of ties, lowest block first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Blocks {
    of_a: Vec<u64>,
    of_both: Vec<u64>,
}

impl Blocks {
    /// From the people of `a` and of `b` with each value, lowest value first.
    pub fn new(counts: impl Iterator<Item = (u64, u64)>) -> Self {
        let mut out = Self::default();
        for (a, b) in counts.filter(|(a, b)| a + b > 0) {
            out.of_a.push(a);
            out.of_both.push(a + b);
        }
        out
    }

    fn m(&self) -> u64 {
        self.of_a.iter().sum()
    }

    fn size(&self) -> u64 {
        self.of_both.iter().sum()
    }

    /// Twice the mid-rank of each block: 2 · (people before it) + its size + 1.
    fn doubled_ranks(&self) -> Vec<u64> {
        let mut before = 0;
        let mut rank = |size: &u64| {
            let rank = 2 * before + size + 1;
            before += size;
            rank
        };
        self.of_both.iter().map(&mut rank).collect()
    }

    /// How far the doubled rank sum of `a` is from its mean m · (N + 1).
    fn distance(&self) -> u64 {
        let sum: u64 = self.of_a.iter().zip(self.doubled_ranks()).map(|(people, rank)| people * rank).sum();
        sum.abs_diff(self.m() * (self.size() + 1))
    }

    /// About how many steps the exact count takes.
    pub fn steps(&self) -> f64 {
        let (size, m) = (self.size() as f64, self.m().min(self.size() - self.m()) as f64);
        // Each half of h people: for each j ≤ min(m, h) the sums of j people, for each person that is added.
        let half = size / 2.0;
        let j = m.min(half);
        half * half * j * j / 3.0
    }

    /// The two-sided p: exact if that takes no more than `most` steps.
    pub fn p(&self, most: f64) -> PValue {
        let (m, size) = (self.m(), self.size());
        if m == 0 || m == size {
            return PValue { value: 1.0, counts: None, exact: true };
        }
        if self.steps() > most {
            return PValue { value: self.normal(), counts: None, exact: false };
        }
        // Whole numbers cost more, and decide exactly: they are used where they fit and the count is short.
        let all = binomial(size, m);
        let far = match all {
            Some(all) if u64::try_from(all).is_ok() => {
                let choose = |n, j| binomial(n, j).and_then(|ways| u64::try_from(ways).ok()).unwrap_or(0);
                Some(u128::from(self.count::<u64>(&choose)))
            }
            Some(_) if self.steps() <= WHOLE => Some(self.count::<u128>(&|n, j| binomial(n, j).unwrap_or(0))),
            _ => None,
        };
        if let (Some(far), Some(all)) = (far, all) {
            let value = far as f64 / all as f64;
            return PValue { value, counts: Some((far, all)), exact: true };
        }
        let far = self.count::<f64>(&binomial_f64);
        PValue { value: (far / binomial_f64(size, m)).clamp(0.0, 1.0), counts: None, exact: true }
    }

    /// How many of the choices are at least as far out.
    fn count<T: Count>(&self, choose: &dyn Fn(u64, u64) -> T) -> T {
        let (size, m) = (self.size(), self.m().min(self.size() - self.m()));
        let ranks = self.doubled_ranks();
        // The split by people, not by blocks, keeps both halves small.
        let mut people = 0;
        let split = self
            .of_both
            .iter()
            .take_while(|&&block| {
                people += block;
                2 * people <= size
            })
            .count()
            .max(1)
            .min(ranks.len());
        let blocks: Vec<(u64, u64)> = self.of_both.iter().copied().zip(ranks).collect();
        let (low, high) = blocks.split_at(split);
        let (low, high) = (Half::<T>::new(low, m, choose), Half::<T>::new(high, m, choose));
        let mean = m * (size + 1);
        let (below, above) = (mean.checked_sub(self.distance()), mean + self.distance());
        if self.distance() == 0 {
            return choose(size, m);
        }
        let mut far = T::zero();
        for j in 0..=m {
            let (Some(first), Some(second)) = (low.row(j), high.row(m - j)) else { continue };
            // The ways with an offset of s or less, and of s or more.
            let up_to = running(second.ways.iter());
            let mut from = running(second.ways.iter().rev());
            from.reverse();
            let all = up_to.last().copied().unwrap_or_else(T::zero);
            for (offset, &ways) in first.ways.iter().enumerate() {
                if ways.is_zero() {
                    continue;
                }
                let sum = first.least + second.least + offset as u64;
                if let Some(most) = below.and_then(|below| below.checked_sub(sum)) {
                    let found = usize::try_from(most).ok().and_then(|most| up_to.get(most)).copied();
                    far += ways * found.unwrap_or(all);
                }
                let least = usize::try_from(above.saturating_sub(sum)).unwrap_or(usize::MAX);
                far += ways * from.get(least).copied().unwrap_or_else(T::zero);
            }
        }
        far
    }

    /// The normal approximation, with the variance corrected for ties and half a step for continuity.
    fn normal(&self) -> f64 {
        let (m, size) = (self.m() as f64, self.size() as f64);
        let ties: f64 = self.of_both.iter().map(|&t| (t as f64).powi(3) - t as f64).sum();
        let variance = m * (size - m) / 12.0 * (size + 1.0 - ties / (size * (size - 1.0)));
        if variance <= 0.0 {
            return 1.0;
        }
        let distance = (self.distance() as f64 / 2.0 - 0.5).max(0.0);
        two_sided(distance / variance.sqrt())
    }
}

/// What ways are counted in: whole numbers where they fit, else floating point numbers, which only grow here, so that
/// every digit counts even in the farthest tail.
trait Count: Copy + Zero + AddAssign + Mul<Output = Self> {}
impl Count for u64 {}
impl Count for u128 {}
impl Count for f64 {}

/// In how many ways some people are chosen with each sum of doubled ranks.
#[derive(Clone, Default)]
struct Row<T> {
    /// The least sum.
    least: u64,
    /// `ways[s]`: the sum is least + s. Empty: so many cannot be chosen.
    ways: Vec<T>,
}

/// For one half of the people: in how many ways j of them are chosen.
struct Half<T> {
    /// By j, up to half of them: who chooses j leaves the others.
    rows: Vec<Row<T>>,
    people: u64,
    /// The sum of all their doubled ranks.
    sum: u64,
}

impl<T: Count> Half<T> {
    /// The blocks with the lowest rank first; no more than `most` people are ever chosen, or left.
    fn new(blocks: &[(u64, u64)], most: u64, choose: &dyn Fn(u64, u64) -> T) -> Self {
        let people: u64 = blocks.iter().map(|(size, _)| size).sum();
        let sum = blocks.iter().map(|(size, rank)| size * rank).sum();
        // Where fewer than half are ever chosen, the others are not asked for.
        let most = usize::try_from(most.min(people / 2)).unwrap_or(usize::MAX);
        let mut rows = vec![Row { least: 0, ways: vec![choose(0, 0)] }];
        for &(size, rank) in blocks {
            let chosen: Vec<T> = (0..=size.min(most as u64)).map(|c| choose(size, c)).collect();
            let longer = (rows.len() + chosen.len() - 1).min(most.saturating_add(1));
            rows.resize_with(longer, || Row { least: 0, ways: Vec::new() });
            // From the highest j down, what is added still comes from before this block.
            for j in (1..rows.len()).rev() {
                let (before, rest) = rows.split_at_mut(j);
                let Some(row) = rest.first_mut() else { continue };
                for (c, &times) in chosen.iter().enumerate().skip(1) {
                    let Some(other) = j.checked_sub(c).and_then(|before_j| before.get(before_j)) else { break };
                    if other.ways.is_empty() {
                        continue;
                    }
                    let least = other.least + c as u64 * rank;
                    if row.ways.is_empty() {
                        row.least = least;
                    }
                    // This block ranks above those before, so that the more are of it, the greater is the least sum.
                    let Some(at) = least.checked_sub(row.least).and_then(|at| usize::try_from(at).ok()) else {
                        continue;
                    };
                    row.ways.resize(row.ways.len().max(at + other.ways.len()), T::zero());
                    let Some(target) = row.ways.get_mut(at..) else { continue };
                    target.iter_mut().zip(&other.ways).for_each(|(to, &way)| *to += way * times);
                }
            }
        }
        Self { rows, people, sum }
    }

    /// The ways to choose j of them; `None` where there are none.
    fn row(&self, j: u64) -> Option<Cow<'_, Row<T>>> {
        let rest = self.people.checked_sub(j)?;
        let row = self.rows.get(usize::try_from(j.min(rest)).ok()?).filter(|row| !row.ways.is_empty())?;
        if j <= rest {
            return Some(Cow::Borrowed(row));
        }
        let least = self.sum - row.least - (row.ways.len() as u64 - 1);
        Some(Cow::Owned(Row { least, ways: row.ways.iter().rev().copied().collect() }))
    }
}

fn running<'a, T: Count + 'a>(row: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut sum = T::zero();
    let add = |&way: &T| {
        sum += way;
        sum
    };
    row.map(add).collect()
}

/// C(n, k), if it and what it is computed from fits.
fn binomial(n: u64, k: u64) -> Option<u128> {
    let k = k.min(n.checked_sub(k)?);
    (0..k).try_fold(1u128, |all, i| Some(all.checked_mul(u128::from(n - i))? / u128::from(i + 1)))
}

fn binomial_f64(n: u64, k: u64) -> f64 {
    let Some(other) = n.checked_sub(k) else { return 0.0 };
    (0..k.min(other)).fold(1.0, |all, i| all * (n - i) as f64 / (i + 1) as f64)
}

/// P(|Z| ≥ z) of a standard normal Z, with a relative error below 1e-9: the series for small z, the continued fraction
/// for others (Abramowitz & Stegun 26.2.10 and 26.2.14).
fn two_sided(z: f64) -> f64 {
    // Not the system's `exp`, whose last digit depends on the system.
    let density = libm::exp(-z * z / 2.0) / (2.0 * std::f64::consts::PI).sqrt();
    if z < 3.0 {
        let (mut term, mut sum, mut n) = (z, z, 1.0);
        while term > sum * 1e-17 {
            n += 2.0;
            term *= z * z / n;
            sum += term;
        }
        return (1.0 - 2.0 * density * sum).clamp(0.0, 1.0);
    }
    let fraction = (1..=200).rev().fold(z, |below, n| z + f64::from(n) / below);
    2.0 * density / fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All ways one by one.
    fn brute(a: &[u64], b: &[u64]) -> (u128, u128) {
        let all: Vec<u64> = a.iter().chain(b).copied().collect();
        let rank = |x: u64| {
            let (below, same) = (all.iter().filter(|&&y| y < x).count(), all.iter().filter(|&&y| y == x).count());
            (2 * below + same + 1) as i64
        };
        let mean = (a.len() * (all.len() + 1)) as i64;
        let found = (a.iter().map(|&x| rank(x)).sum::<i64>() - mean).abs();
        let (mut far, mut ways) = (0, 0);
        for mask in 0u32..1 << all.len() {
            if mask.count_ones() as usize == a.len() {
                let chosen = (0..all.len()).filter(|i| mask >> i & 1 == 1);
                let sum: i64 = chosen.map(|i| rank(all[i])).sum();
                ways += 1;
                far += u128::from((sum - mean).abs() >= found);
            }
        }
        (far, ways)
    }

    fn blocks(a: &[u64], b: &[u64]) -> Blocks {
        let count = |list: &[u64], value| list.iter().filter(|&&x| x == value).count() as u64;
        Blocks::new((0..=20).map(|value| (count(a, value), count(b, value))))
    }

    #[test]
    fn counting_gives_what_trying_every_way_gives() {
        let cases: [(&[u64], &[u64]); 9] = [
            (&[1, 2, 3, 4, 5], &[6, 7, 8, 9, 10]),
            (&[0, 0, 1, 1, 2], &[2, 3, 3, 3, 3, 1]),
            (&[1, 1, 1, 1, 1], &[1, 1, 1, 1, 1]),
            (&[0, 3, 3], &[1, 1, 2, 2, 2, 3, 3]),
            (&[5], &[1, 2, 3]),
            (&[1, 2, 3, 3, 7, 7, 7], &[2, 2, 4]),
            (&[4, 9, 1, 12, 3], &[2, 8, 5, 7, 11]),
            (&[2, 2], &[2, 3]),
            (&[9, 9, 9, 9, 9, 9], &[0, 0, 0, 0, 0, 9]),
        ];
        for (a, b) in cases {
            let p = blocks(a, b).p(f64::INFINITY);
            assert_eq!(p.counts, Some(brute(a, b)), "{a:?} {b:?}");
            assert_eq!(blocks(b, a).p(f64::INFINITY), p);
            // The floating point count of large groups agrees with the whole numbers of small ones.
            let (far, all) = brute(a, b);
            let floating = blocks(a, b).count::<f64>(&binomial_f64);
            assert!((floating / all as f64 - far as f64 / all as f64).abs() < 1e-12);
        }
    }

    #[test]
    fn five_against_five_reaches_two_of_252_at_best() {
        let p = blocks(&[1, 2, 3, 4, 5], &[6, 7, 8, 9, 10]).p(f64::INFINITY);
        assert_eq!(p.counts, Some((2, 252)));
        assert!(p.times_is_significant(6) && !p.times_is_significant(7));
    }

    #[test]
    fn large_groups_are_exact_and_close_to_the_normal_distribution() {
        let spread = |shift: u64| (0..60).map(move |i: u64| (i * 7 + shift) % 97);
        let count = |value| (spread(0).filter(|&x| x == value).count(), spread(9).filter(|&x| x == value).count());
        let blocks = Blocks::new((0..97).map(count).map(|(a, b)| (a as u64, b as u64)));
        let p = blocks.p(f64::INFINITY);
        assert!(p.exact && p.counts.is_none(), "too many ways for 64 bits");
        let whole = blocks.count::<u128>(&|n, j| binomial(n, j).unwrap()) as f64 / binomial(120, 60).unwrap() as f64;
        assert!((p.value / whole - 1.0).abs() < 1e-12);
        assert!((p.value - blocks.normal()).abs() < 0.003, "{} {}", p.value, blocks.normal());
        assert!(!blocks.p(10.0).exact);
    }

    #[test]
    fn the_normal_tails_are_those_of_the_tables() {
        for (z, p) in [(0.0, 1.0), (1.0, 0.317_310_507_863), (1.959_963_984_540, 0.05), (4.0, 6.334_248_366_6e-5)] {
            assert!((two_sided(z) - p).abs() < 1e-11, "{z}: {}", two_sided(z));
        }
        assert!((two_sided(2.999_999_999) / two_sided(3.000_000_001) - 1.0).abs() < 1e-7);
    }
}
