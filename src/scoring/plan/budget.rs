//! The best that a budget buys: the highest level, then the highest score, then the least effort, then the fewest
//! questions changed, then more steps on the earlier question (by principle, level and the rubric's order).

use super::Limits;
use super::cell::{CellPlan, CellProblem, Change, SMALL, WORK, Way, common_denominator, most_states};
use super::front::{Amount, Front, Move, Moves, frontier, most_gain};
use crate::model::{Ratio, Rubric, order};
use crate::scoring::standing::Standing;
use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

/// What a budget buys.
#[derive(Debug, Clone)]
pub struct Bought {
    /// The changes, cell by cell.
    pub changes: Vec<Change>,
    /// How many levels every principle passes after them.
    pub run: usize,
    /// How much higher the overall score could at most be; 0 unless the work had to be cut short.
    pub slack: Ratio,
    /// Whether a higher level might have been within the budget: only if the work had to be cut short.
    pub level_open: bool,
}

/// A cell with the factor from its gain to the overall score.
struct Part {
    problem: CellProblem,
    /// The least effort, where the cell shall pass.
    least: Option<CellPlan>,
    share: Ratio,
}

/// Finds the best that `budget` (≥ 0) buys.
pub fn best(rubric: &Rubric, standing: &Standing, limits: &Limits, budget: &Ratio) -> Bought {
    let (run, required, level_open) = highest(rubric, standing, limits, budget);
    let least: Ratio = required.iter().map(|(_, plan)| &plan.effort).sum();
    let mut parts: Vec<Part> = Vec::new();
    let mut required = required.into_iter();
    for level in 0..rubric.levels.len() {
        for principle in standing.applicable() {
            let share = standing.share_of_overall(principle, level);
            if level < run {
                parts.extend(required.next().map(|(problem, plan)| Part { problem, least: Some(plan), share }));
            } else if let Ok(problem) = CellProblem::new(rubric, standing, (principle, level), limits, false) {
                parts.push(Part { problem, least: None, share });
            }
        }
    }
    // Required cells were gathered level by level; ties are broken principle by principle.
    let levels = rubric.levels.len();
    let principles: Vec<usize> = standing.applicable().collect();
    let rank = |place: usize| (place % principles.len().max(1)) * levels + place / principles.len().max(1);
    let places = order::places(parts.len(), |a, b| rank(a).cmp(&rank(b)));
    let mut sorted: Vec<Option<Part>> = parts.into_iter().map(Some).collect();
    let parts: Vec<Part> = places.into_iter().filter_map(|place| sorted.get_mut(place)?.take()).collect();

    let mut cut = false;
    let ways: Vec<Vec<Way>> = parts
        .iter()
        .map(|part| {
            let own = part.least.as_ref().map_or_else(Ratio::zero, |plan| plan.effort.clone());
            let (ways, thinned) = part.problem.ways(&(budget - &least + own));
            cut |= thinned;
            match &part.least {
                Some(plan) if ways.is_empty() => vec![part.problem.way_of(plan)],
                _ => ways,
            }
        })
        .collect();
    let scale = Scale::new(&parts, &ways, budget);
    let (choices, thinned) = if scale.is_small {
        combine(&parts, &ways, &scale, |number| number.to_i128().unwrap_or(i128::MAX), WORK[0])
    } else {
        combine::<BigInt>(&parts, &ways, &scale, Clone::clone, WORK[1])
    };
    let chosen = || ways.iter().zip(&choices).filter_map(|(ways, &choice)| ways.get(choice));
    let slack = if cut || thinned {
        let gained: Ratio = chosen().zip(&parts).map(|(way, part)| &way.gain * &part.share).sum();
        (bound(&parts, budget) - gained).max(Ratio::zero())
    } else {
        Ratio::zero()
    };
    let changes = chosen().zip(&parts).flat_map(|(way, part)| part.problem.changes(&way.choices)).collect();
    Bought { changes, run, slack, level_open }
}

/// The cells that shall pass, level by level, with their least effort.
type Required = Vec<(CellProblem, CellPlan)>;

/// The largest number of levels that every principle can pass within the budget.
fn highest(rubric: &Rubric, standing: &Standing, limits: &Limits, budget: &Ratio) -> (usize, Required, bool) {
    let (mut required, mut spent, mut slack) = (Required::new(), Ratio::zero(), Ratio::zero());
    for level in 0..rubric.levels.len() {
        let mut closed = standing.applicable().filter(|&principle| standing.is_sealed(principle, level));
        if closed.any(|principle| !standing.passes(principle, level)) {
            return (level, required, false);
        }
        let of_level: Result<Required, _> = standing
            .applicable()
            .map(|principle| {
                let problem = CellProblem::new(rubric, standing, (principle, level), limits, true)?;
                let plan = problem.least();
                Ok::<_, Vec<super::Obstacle>>((problem, plan))
            })
            .collect();
        let Ok(of_level) = of_level else { return (level, required, false) };
        spent += of_level.iter().map(|(_, plan)| &plan.effort).sum::<Ratio>();
        slack += of_level.iter().map(|(_, plan)| &plan.slack).sum::<Ratio>();
        if spent > *budget {
            return (level, required, &spent - &slack <= *budget);
        }
        required.extend(of_level);
    }
    (rubric.levels.len(), required, false)
}

/// What makes efforts and scores of all cells whole.
struct Scale {
    effort: BigInt,
    score: BigInt,
    /// What the budget leaves beyond the cheapest way of every cell, in whole efforts.
    left: BigInt,
    is_small: bool,
}

impl Scale {
    fn new(parts: &[Part], ways: &[Vec<Way>], budget: &Ratio) -> Self {
        let each = || ways.iter().flatten();
        let scores: Vec<Ratio> =
            ways.iter().zip(parts).flat_map(|(ways, part)| ways.iter().map(|way| &way.gain * &part.share)).collect();
        let effort = common_denominator(each().map(|way| &way.effort));
        let score = common_denominator(scores.iter());
        let first: Ratio = ways.iter().filter_map(|ways| ways.first()).map(|way| &way.effort).sum();
        let whole = |number: &Ratio, scale: &BigInt| (number * Ratio::from_integer(scale.clone())).floor().to_integer();
        let all: Ratio = ways.iter().filter_map(|ways| ways.last()).map(|way| &way.effort).sum();
        // A budget beyond all efforts buys no more than all of them.
        let left = whole(&(budget - &first), &effort).min(whole(&(&all - &first), &effort)).max(BigInt::zero());
        let most: BigInt = ways
            .iter()
            .zip(parts)
            .filter_map(|(ways, part)| Some(whole(&(&ways.last()?.gain * &part.share), &score)))
            .sum();
        let small = BigInt::from(SMALL);
        let is_small = whole(&all, &effort) < small && most < small;
        Self { effort, score, left, is_small }
    }
}

/// For each cell the index of its way: the highest score within the budget.
fn combine<T: Amount>(
    parts: &[Part],
    ways: &[Vec<Way>],
    scale: &Scale,
    number: impl Fn(&BigInt) -> T,
    work: usize,
) -> (Vec<usize>, bool) {
    let whole = |value: Ratio, scale: &BigInt| number(&(value.numer() * (scale / value.denom())));
    let items: Vec<Moves<T>> = ways
        .iter()
        .zip(parts)
        .map(|(ways, part)| {
            let Some(first) = ways.first() else { return Vec::new() };
            // Of ways that are equal otherwise, the one with more steps on the earlier question comes first.
            let ranks = order::places(ways.len(), |a, b| ways[a].choices.cmp(&ways[b].choices));
            let mut order = vec![0; ways.len()];
            for (rank, way) in (0u32..).zip(ranks) {
                order[way] = rank;
            }
            let changed = |way: &Way| u32::try_from(way.changed).unwrap_or(u32::MAX);
            let fewest = ways.iter().map(changed).min().unwrap_or(0);
            let each = ways.iter().zip(order).map(|(way, order)| Move {
                cost: whole(&way.effort - &first.effort, &scale.effort),
                gain: whole((&way.gain - &first.gain) * &part.share, &scale.score),
                changed: changed(way) - fewest,
                order,
            });
            each.collect()
        })
        .collect();
    let front: Front<T> = frontier(&items, &T::zero(), &number(&scale.left), most_states(&items, work));
    let last = front.states.len().saturating_sub(1);
    (front.choices(last), front.thinned)
}

/// No choices gain more of the overall score than this within the budget.
fn bound(parts: &[Part], budget: &Ratio) -> Ratio {
    let offers: Vec<Vec<(Ratio, Ratio)>> = parts
        .iter()
        .flat_map(|part| {
            let scored = move |(effort, gain): (Ratio, Ratio)| (effort, gain * &part.share);
            part.problem.offers().map(move |offers| offers.into_iter().map(scored).collect())
        })
        .collect();
    let effort = common_denominator(offers.iter().flatten().map(|(effort, _)| effort));
    let score = common_denominator(offers.iter().flatten().map(|(_, gain)| gain));
    let whole = |value: Ratio, scale: &BigInt| (value * Ratio::from_integer(scale.clone())).floor().to_integer();
    let (mut first_effort, mut first_gain) = (Ratio::zero(), Ratio::zero());
    let items: Vec<Moves<BigInt>> = offers
        .iter()
        .filter_map(|offers| {
            let (cost, gain) = offers.first()?;
            first_effort += cost;
            first_gain += gain;
            let each = offers.iter().map(|(effort_to, gain_to)| Move {
                cost: whole(effort_to - cost, &effort),
                gain: whole(gain_to - gain, &score),
                changed: 0,
                order: 0,
            });
            Some(each.collect())
        })
        .collect();
    let left = whole((budget - &first_effort).max(Ratio::zero()), &effort);
    // Rounded up by one unit: the relaxation's gain is cut off to a whole one.
    first_gain + Ratio::new(most_gain(&items, &left) + 1, score)
}
