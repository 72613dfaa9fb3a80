//! The dynamic programme: choices with a cost and a gain, one choice an item, and the states that no other dominates.
//!
//! A state dominates another over the same items if it costs no more and gains no less; of states that are equal in
//! both, the one with fewer changes is better, then the one with more steps on the earlier item. Whatever is chosen for
//! the other items adds the same to both, so that the dominated one can be dropped without losing the best. Items are
//! taken from the last to the first: then of two equal states the one with more steps on the item just taken is better,
//! since no two kept states are equal in cost and gain.

use crate::model::order;
use num_bigint::BigInt;
use num_traits::Num;

/// A whole number: `i128` where sums stay below 2⁶², so that products fit; else of any size.
pub trait Amount: Num + Ord + Clone + Into<BigInt> {}
impl Amount for i128 {}
impl Amount for BigInt {}

/// One choice for an item, relative to its first one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move<T> {
    /// What it costs, ≥ 0.
    pub cost: T,
    /// What it gains, ≥ 0.
    pub gain: T,
    /// How many changes it makes.
    pub changed: u32,
    /// Of equal choices the one with the higher number is taken.
    pub order: u32,
}

/// The choices for one item: the first costs and gains nothing, and each further one costs and gains more.
pub type Moves<T> = Vec<Move<T>>;

/// A kept state: what its choices cost and gain together.
#[derive(Debug, Clone)]
pub struct State<T> {
    /// The sum of the costs.
    pub cost: T,
    /// The sum of the gains.
    pub gain: T,
    /// The number of changes.
    pub changed: u32,
    /// The state of the items behind that it comes from.
    parent: u32,
    /// The choice for the item just taken.
    choice: u32,
}

/// Choices for all items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices<T> {
    /// For each item the index of its choice.
    pub choices: Vec<usize>,
    /// `None`: nothing is cheaper. Else no choices cost less than this.
    pub at_least: Option<T>,
}

/// All states of the last item taken, with the way back through the others.
pub struct Front<T> {
    /// Cost and gain both rise from each state to the next.
    pub states: Vec<State<T>>,
    /// Whether a state was left out to keep the work within bounds.
    pub thinned: bool,
    /// Parent and choice of every kept state, from the last item to the first.
    trail: Vec<Vec<(u32, u32)>>,
}

impl<T: Amount> Front<T> {
    fn start() -> Self {
        let zero = State { cost: T::zero(), gain: T::zero(), changed: 0, parent: 0, choice: 0 };
        Self { states: vec![zero], thinned: false, trail: Vec::new() }
    }

    /// Takes one more item, before all others; `keep` says which states are worth keeping.
    fn take(&mut self, item: &Moves<T>, most: usize, keep: impl Fn(&State<T>) -> bool) {
        let mut merged: Vec<State<T>> = Vec::new();
        for (choice, add) in (0u32..).zip(item) {
            let shifted = (0u32..).zip(&self.states).map(|(parent, state)| State {
                cost: state.cost.clone() + add.cost.clone(),
                gain: state.gain.clone() + add.gain.clone(),
                changed: state.changed + add.changed,
                parent,
                choice,
            });
            merged = merge(merged, shifted.filter(&keep), item);
        }
        if merged.len() > most {
            self.thinned = true;
            merged = thin(merged, most);
        }
        self.trail.push(merged.iter().map(|state| (state.parent, state.choice)).collect());
        self.states = merged;
    }

    /// The choices that lead to a state, from the first item taken last to the last item taken first.
    pub fn choices(&self, state: usize) -> Vec<usize> {
        self.choices_at(self.trail.len(), state)
    }

    /// The same for a state after `taken` items.
    fn choices_at(&self, taken: usize, state: usize) -> Vec<usize> {
        let mut state = u32::try_from(state).unwrap_or(u32::MAX);
        let mut out = Vec::with_capacity(taken);
        for stage in self.trail.iter().take(taken).rev() {
            let Some(&(parent, choice)) = stage.get(state as usize) else { break };
            out.push(choice as usize);
            state = parent;
        }
        out
    }
}

/// Two lists of states in one, without the dominated ones. Both rise in cost and gain.
fn merge<T: Amount>(one: Vec<State<T>>, two: impl Iterator<Item = State<T>>, item: &Moves<T>) -> Vec<State<T>> {
    let mut out: Vec<State<T>> = Vec::with_capacity(one.len() + 16);
    let mut push = |state: State<T>| {
        if let Some(last) = out.last() {
            let equal = last.gain == state.gain && last.cost == state.cost;
            if equal {
                let order = |state: &State<T>| item.get(state.choice as usize).map_or(0, |choice| choice.order);
                let better =
                    (state.changed, std::cmp::Reverse(order(&state))) < (last.changed, std::cmp::Reverse(order(last)));
                if better {
                    out.pop();
                    out.push(state);
                }
                return;
            }
            if state.gain <= last.gain {
                return;
            }
            if state.cost == last.cost {
                out.pop();
            }
        }
        out.push(state);
    };
    let (mut one, mut two) = (one.into_iter().peekable(), two.peekable());
    loop {
        let first = match (one.peek(), two.peek()) {
            (Some(a), Some(b)) => a.cost <= b.cost,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => break,
        };
        if let Some(state) = if first { one.next() } else { two.next() } {
            push(state);
        }
    }
    out
}

/// Some of the states, evenly spread, with the first and the last.
fn thin<T>(states: Vec<State<T>>, most: usize) -> Vec<State<T>> {
    let (all, most) = (states.len(), most.max(2));
    let mut next = 0;
    let mut out = Vec::with_capacity(most);
    for (index, state) in states.into_iter().enumerate() {
        if index == next * (all - 1) / (most - 1) {
            out.push(state);
            next += 1;
        }
    }
    out
}

/// A step of the upper hull of an item's choices: what the linear relaxation can take a part of.
#[derive(Debug, Clone)]
struct Slope<T> {
    item: usize,
    choice: usize,
    cost: T,
    gain: T,
}

/// The steps of all items, the most gain for its cost first.
fn slopes<T: Amount>(items: &[Moves<T>]) -> Vec<Slope<T>> {
    let mut out: Vec<Slope<T>> = Vec::new();
    for (item, moves) in items.iter().enumerate() {
        let mut hull: Vec<usize> = vec![0];
        let rise = |from: usize, to: usize| {
            let (from, to) = (&moves[from], &moves[to]);
            (to.cost.clone() - from.cost.clone(), to.gain.clone() - from.gain.clone())
        };
        for next in 1..moves.len() {
            while let [.., before, last] = hull.as_slice() {
                let ((cost, gain), (more_cost, more_gain)) = (rise(*before, *last), rise(*last, next));
                if more_gain * cost < gain * more_cost {
                    break;
                }
                hull.pop();
            }
            hull.push(next);
        }
        out.extend(hull.windows(2).map(|pair| {
            let (cost, gain) = rise(pair[0], pair[1]);
            Slope { item, choice: pair[1], cost, gain }
        }));
    }
    // The sort is stable: steps of one item stay in their order.
    order::sort_by(&mut out, |a, b| (b.gain.clone() * a.cost.clone()).cmp(&(a.gain.clone() * b.cost.clone())));
    out
}

/// Sums of the first steps: what the linear relaxation gains for a cost, and costs for a gain.
struct Relaxed<T> {
    costs: Vec<T>,
    gains: Vec<T>,
}

impl<T: Amount> Relaxed<T> {
    fn new<'a>(slopes: impl Iterator<Item = &'a Slope<T>>) -> Self
    where
        T: 'a,
    {
        let (mut costs, mut gains) = (vec![T::zero()], vec![T::zero()]);
        let (mut cost, mut gain) = (T::zero(), T::zero());
        for slope in slopes {
            cost = cost + slope.cost.clone();
            gain = gain + slope.gain.clone();
            costs.push(cost.clone());
            gains.push(gain.clone());
        }
        Self { costs, gains }
    }

    /// No choices gain more than this for a cost.
    fn most_gain(&self, cost: &T) -> T {
        let at = self.costs.partition_point(|known| known <= cost);
        let Some(before) = at.checked_sub(1) else { return T::zero() };
        let gain = self.gains[before].clone();
        let (Some(next_cost), Some(next_gain)) = (self.costs.get(at), self.gains.get(at)) else { return gain };
        let (run, rise) = (next_cost.clone() - self.costs[before].clone(), next_gain.clone() - gain.clone());
        gain + (cost.clone() - self.costs[before].clone()) * rise / run
    }

    /// No choices that gain this much cost less; `None` if none gain so much.
    fn least_cost(&self, gain: &T) -> Option<T> {
        let at = self.whole_steps(gain)?;
        let Some(before) = at.checked_sub(1) else { return Some(T::zero()) };
        let (run, rise) =
            (self.costs[at].clone() - self.costs[before].clone(), self.gains[at].clone() - self.gains[before].clone());
        let missing = gain.clone() - self.gains[before].clone();
        let part = (missing * run + rise.clone() - T::one()) / rise;
        Some(self.costs[before].clone() + part)
    }

    /// How many whole steps gain this much.
    fn whole_steps(&self, gain: &T) -> Option<usize> {
        let at = self.gains.partition_point(|known| known < gain);
        (at < self.gains.len()).then_some(at)
    }
}

/// The choices that gain `need` for the least cost; of those the ones that gain most; of those the ones with more steps
/// on the earlier item. `None` if nothing gains so much. `most` bounds the states of an item: where more would have to
/// be kept, the answer says what no choices cost less than.
pub fn least<T: Amount>(items: &[Moves<T>], need: &T, most: usize) -> Option<Choices<T>> {
    let slopes = slopes(items);
    let whole = Relaxed::new(slopes.iter());
    let at_least = whole.least_cost(need)?;
    let mut front = Front::start();
    // The best whole choices found so far: after so many items taken this state, completed with so many steps.
    let mut best = (whole.costs[whole.whole_steps(need)?].clone(), 0, 0, whole.whole_steps(need)?);
    for (taken, item) in items.iter().enumerate().rev() {
        let rest = Relaxed::new(slopes.iter().filter(|slope| slope.item < taken));
        let limit = best.0.clone();
        front.take(item, most, |state| {
            state.cost <= limit
                && rest.most_gain(&(limit.clone() - state.cost.clone())) >= need.clone() - state.gain.clone()
        });
        // What already gains enough is only made dearer by what follows.
        if let Some(enough) = front.states.iter().position(|state| state.gain >= *need) {
            front.states.truncate(enough + 1);
        }
        for (index, state) in front.states.iter().enumerate() {
            let Some(steps) = rest.whole_steps(&(need.clone() - state.gain.clone())) else { continue };
            let cost = state.cost.clone() + rest.costs[steps].clone();
            if cost < best.0 {
                best = (cost, items.len() - taken, index, steps);
            }
        }
    }
    let last = front.states.iter().position(|state| state.gain >= *need);
    if let Some(state) = last.filter(|&state| !front.thinned || front.states[state].cost <= best.0) {
        let cost = &front.states[state].cost;
        let at_least = (front.thinned && *cost > at_least).then_some(at_least);
        return Some(Choices { choices: front.choices(state), at_least });
    }
    // Only after states were left out.
    let (cost, taken, state, steps) = best;
    let mut choices = vec![0; items.len() - taken];
    for slope in slopes.iter().filter(|slope| slope.item < items.len() - taken).take(steps) {
        choices[slope.item] = slope.choice;
    }
    choices.extend(front.choices_at(taken, state));
    Some(Choices { choices, at_least: (cost > at_least).then_some(at_least) })
}

/// All states within a budget that none dominates and that gain at least `need`.
pub fn frontier<T: Amount>(items: &[Moves<T>], need: &T, budget: &T, most: usize) -> Front<T> {
    let slopes = slopes(items);
    let mut front = Front::start();
    for (taken, item) in items.iter().enumerate().rev() {
        let rest = Relaxed::new(slopes.iter().filter(|slope| slope.item < taken));
        front.take(item, most, |state| {
            state.cost <= *budget
                && rest.most_gain(&(budget.clone() - state.cost.clone())) >= need.clone() - state.gain.clone()
        });
    }
    front
}

/// No choices gain more than this within a budget.
pub fn most_gain<T: Amount>(items: &[Moves<T>], budget: &T) -> T {
    Relaxed::new(slopes(items).iter()).most_gain(budget)
}
