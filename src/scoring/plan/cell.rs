//! One cell of a plan: what each of its questions may become, and the least effort that makes the cell pass.

use super::front::{Amount, Choices, Front, Move, Moves, State, frontier, least};
use super::{Limits, Obstacle};
use crate::model::number::ratio;
use crate::model::{Ratio, Rubric};
use crate::scoring::standing::Standing;
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

/// The work for one cell is bounded: so many states a choice, in whole numbers of the processor and in larger ones.
pub const WORK: [usize; 2] = [8_000_000, 2_000_000];
/// What is left of it for a question is never less than this.
const FEWEST: usize = 1000;
/// Below this, products of two numbers fit into an `i128`.
pub const SMALL: u64 = 1 << 62;

/// What a question may become.
#[derive(Debug, Clone)]
struct Offer {
    /// The option; for staying, the start option.
    option: usize,
    /// The effort of the steps to it.
    effort: Ratio,
    /// weight · (value − base value).
    gain: Ratio,
}

/// A question of the cell.
#[derive(Debug, Clone)]
struct Member {
    question: usize,
    start: usize,
    /// Staying or, for an essential question below its minimum, the first option that reaches it; then what is above.
    offers: Vec<Offer>,
}

impl Member {
    fn changes(&self, offer: &Offer) -> bool {
        offer.option > self.start
    }
}

/// A cell that shall pass, or, where nothing is needed of it, may gain.
#[derive(Debug, Clone)]
pub struct CellProblem {
    members: Vec<Member>,
    /// What the questions must gain beyond their first offers; ≤ 0: nothing.
    need: Ratio,
}

/// What becomes of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The question.
    pub question: usize,
    /// Its start option.
    pub from: usize,
    /// Its final option, above the start option.
    pub to: usize,
    /// The effort of the steps between.
    pub effort: Ratio,
}

/// The least effort for a cell.
#[derive(Debug, Clone)]
pub struct CellPlan {
    /// The changes, in the rubric's order.
    pub changes: Vec<Change>,
    /// Their effort.
    pub effort: Ratio,
    /// How much of it could at most be saved; 0 unless the work had to be cut short.
    pub slack: Ratio,
}

/// The start option: the largest one whose value is ≤ a base value.
pub fn start_option(rubric: &Rubric, base: &Ratio) -> usize {
    let value = |points| ratio(points, rubric.highest_points());
    rubric.scale.iter().rposition(|choice| value(choice.points) <= *base).unwrap_or(0)
}

impl CellProblem {
    /// A cell within the limits. `required`: it shall pass; else it may gain.
    ///
    /// # Errors
    /// Why the cell cannot pass within the limits.
    pub fn new(
        rubric: &Rubric,
        standing: &Standing,
        (principle, level): (usize, usize),
        limits: &Limits,
        required: bool,
    ) -> Result<Self, Vec<Obstacle>> {
        let (mut members, mut obstacles) = (Vec::new(), Vec::new());
        let mut need = if required { standing.gap(principle, level) } else { Ratio::zero() };
        let mut most = Ratio::zero();
        for question in rubric.cell(principle, level) {
            let (Some(entry), Some(base)) = (rubric.questions.get(question), standing.value(question)) else {
                continue;
            };
            let start = start_option(rubric, base);
            let highest = limits.highest(question, start, rubric.scale.len());
            let mut offers = vec![Offer { option: start, effort: Ratio::zero(), gain: Ratio::zero() }];
            let mut effort = Ratio::zero();
            for option in start + 1..=highest {
                let (Some(choice), Some(step)) = (rubric.scale.get(option), entry.effort.get(option - 1)) else {
                    break;
                };
                effort += step;
                let gain = &entry.weight * (ratio(choice.points, rubric.highest_points()) - base);
                offers.push(Offer { option, effort: effort.clone(), gain });
            }
            if required && entry.essential && *base < rubric.essential_minimum {
                let reaches = |offer: &Offer| offer.gain >= &entry.weight * (&rubric.essential_minimum - base);
                match offers.iter().position(reaches) {
                    Some(first) => drop(offers.drain(..first)),
                    None => obstacles.push(Obstacle::Essential { principle, level, question }),
                }
            }
            if let (Some(first), Some(last)) = (offers.first(), offers.last()) {
                need -= &first.gain;
                most += &last.gain - &first.gain;
            }
            members.push(Member { question, start, offers });
        }
        if required && need > most {
            // threshold − (need − most) / Σ weight is what the cell can reach.
            let weight = standing.weight(principle, level);
            let threshold = rubric.levels.get(level).map_or_else(Ratio::zero, |level| level.threshold.clone());
            let best = &threshold - (need - most) / weight;
            obstacles.push(Obstacle::Short { principle, level, best, threshold });
            return Err(obstacles);
        }
        if obstacles.is_empty() { Ok(Self { members, need }) } else { Err(obstacles) }
    }

    /// The least effort, exact in all ties: effort, number of questions changed, −reached value, more steps on the
    /// earlier question.
    pub fn least(&self) -> CellPlan {
        let scale = Scale::new(self);
        let solved = if scale.is_small {
            self.least_in::<i128>(&scale, |number| number.to_i128().unwrap_or(i128::MAX), WORK[0])
        } else {
            self.least_in::<BigInt>(&scale, Clone::clone, WORK[1])
        };
        let (choices, least_cost) = solved;
        let changes = self.changes(&choices);
        let effort: Ratio = changes.iter().map(|change| &change.effort).sum();
        let slack = least_cost.map_or_else(Ratio::zero, |cost| {
            // cost = effort · factor + changes, beyond the first offers; no more changes than questions.
            let first: Ratio = self.members.iter().filter_map(|member| member.offers.first()).map(|o| &o.effort).sum();
            let changed = BigInt::from(self.members.len());
            let fewest = (cost - changed).max(BigInt::zero());
            let beyond = Ratio::new((fewest + &scale.factor - 1) / &scale.factor, scale.effort.clone());
            (&effort - first - beyond).max(Ratio::zero())
        });
        CellPlan { changes, effort, slack }
    }

    fn least_in<T: Amount>(
        &self,
        scale: &Scale,
        number: impl Fn(&BigInt) -> T,
        work: usize,
    ) -> (Vec<usize>, Option<BigInt>) {
        let items: Vec<Moves<T>> = self.moves(scale, &number, true);
        let need = number(&scale.gains(&self.need));
        match least(&items, &need, most_states(&items, work)) {
            Some(Choices { choices, at_least }) => (choices, at_least.map(Into::into)),
            None => (vec![0; items.len()], None),
        }
    }

    /// The choices of each question, with effort as cost, in which a change counts as the smallest part
    /// (`changes_cost`) or not at all.
    fn moves<T: Amount>(&self, scale: &Scale, number: &impl Fn(&BigInt) -> T, changes_cost: bool) -> Vec<Moves<T>> {
        let of_member = |member: &Member| {
            let Some(first) = member.offers.first() else { return Vec::new() };
            let each = (0u32..).zip(&member.offers).map(|(order, offer)| {
                let changed = u32::from(member.changes(offer)) - u32::from(member.changes(first));
                let mut cost = scale.efforts(&(&offer.effort - &first.effort));
                if changes_cost {
                    cost = cost * &scale.factor + changed;
                }
                let gain = scale.gains(&(&offer.gain - &first.gain));
                Move { cost: number(&cost), gain: number(&gain), changed, order }
            });
            each.collect()
        };
        self.members.iter().map(of_member).collect()
    }

    /// The changes that choices make, in the rubric's order.
    pub fn changes(&self, choices: &[usize]) -> Vec<Change> {
        let chosen = self.members.iter().zip(choices);
        chosen
            .filter_map(|(member, &choice)| {
                let offer = member.offers.get(choice).filter(|offer| member.changes(offer))?;
                let effort = offer.effort.clone();
                Some(Change { question: member.question, from: member.start, to: offer.option, effort })
            })
            .collect()
    }

    /// What of the cell's efforts and gains can be had within a budget: every way that no other is better than, with
    /// its effort, its gain and its changes; the cheapest first. Empty if even the least effort is above the budget.
    /// The second value says whether some had to be left out.
    pub fn ways(&self, budget: &Ratio) -> (Vec<Way>, bool) {
        let scale = Scale::new(self);
        if scale.is_small {
            self.ways_in::<i128>(&scale, budget, |number| number.to_i128().unwrap_or(i128::MAX), WORK[0])
        } else {
            self.ways_in::<BigInt>(&scale, budget, Clone::clone, WORK[1])
        }
    }

    fn ways_in<T: Amount>(
        &self,
        scale: &Scale,
        budget: &Ratio,
        number: impl Fn(&BigInt) -> T,
        work: usize,
    ) -> (Vec<Way>, bool) {
        let items: Vec<Moves<T>> = self.moves(scale, &number, false);
        let first: Ratio = self.members.iter().filter_map(|member| member.offers.first()).map(|o| &o.effort).sum();
        let left = budget - &first;
        if left.is_negative() {
            return (Vec::new(), false);
        }
        // A budget beyond all efforts buys no more than all of them.
        let all: T = items.iter().filter_map(|item| item.last()).fold(T::zero(), |sum, last| sum + last.cost.clone());
        let left = (left * Ratio::from_integer(scale.effort.clone())).floor().to_integer();
        let left = if left.to_u64().is_some_and(|left| left < SMALL) { number(&left) } else { all };
        let need = number(&scale.gains(&self.need));
        let front: Front<T> = frontier(&items, &need, &left, most_states(&items, work));
        let offers = || self.members.iter().filter_map(|member| Some((member, member.offers.first()?)));
        let gain: Ratio = offers().map(|(_, offer)| &offer.gain).sum();
        let changed: usize = offers().filter(|(member, offer)| member.changes(offer)).count();
        let way = |(index, state): (usize, &State<T>)| Way {
            effort: &first + Ratio::new(state.cost.clone().into(), scale.effort.clone()),
            gain: &gain + Ratio::new(state.gain.clone().into(), scale.gain.clone()),
            changed: changed + state.changed as usize,
            choices: front.choices(index),
        };
        (front.states.iter().enumerate().map(way).collect(), front.thinned)
    }

    /// A plan for the cell as one way to spend effort on it.
    pub fn way_of(&self, plan: &CellPlan) -> Way {
        let choice = |member: &Member| {
            let to = plan.changes.iter().find(|change| change.question == member.question).map(|change| change.to);
            let to = to.unwrap_or(member.start);
            member.offers.iter().position(|offer| offer.option == to).unwrap_or(0)
        };
        let choices: Vec<usize> = self.members.iter().map(choice).collect();
        let gains = self.members.iter().zip(&choices).filter_map(|(m, &choice)| m.offers.get(choice)).map(|o| &o.gain);
        let (effort, changed) = (plan.effort.clone(), plan.changes.len());
        Way { effort, gain: gains.sum(), changed, choices }
    }

    /// Every step that the cell allows, as (effort, gain) of each question's offers: for bounds.
    pub fn offers(&self) -> impl Iterator<Item = Vec<(Ratio, Ratio)>> + '_ {
        self.members
            .iter()
            .map(|member| member.offers.iter().map(|offer| (offer.effort.clone(), offer.gain.clone())).collect())
    }
}

/// One way to spend effort on a cell.
#[derive(Debug, Clone)]
pub struct Way {
    /// The effort.
    pub effort: Ratio,
    /// Σ weight · (value − base value).
    pub gain: Ratio,
    /// How many questions it changes.
    pub changed: usize,
    /// What becomes of each question of the cell, in the rubric's order: more is higher up the scale.
    pub choices: Vec<usize>,
}

/// What makes all numbers of a cell whole.
struct Scale {
    /// Efforts times this are whole.
    effort: BigInt,
    /// Gains times this are whole.
    gain: BigInt,
    /// One more than there can be changes: effort · factor + changes orders by effort first.
    factor: BigInt,
    /// Whether sums stay below 2⁶².
    is_small: bool,
}

impl Scale {
    fn new(cell: &CellProblem) -> Self {
        let offers = || cell.members.iter().flat_map(|member| &member.offers);
        let effort = common_denominator(offers().map(|offer| &offer.effort));
        let gain = common_denominator(offers().map(|offer| &offer.gain).chain([&cell.need]));
        let factor = BigInt::from(cell.members.len() + 1);
        let mut scale = Self { effort, gain, factor, is_small: false };
        let last = || cell.members.iter().filter_map(|member| member.offers.last());
        let cost: BigInt = last().map(|offer| scale.efforts(&offer.effort) * &scale.factor + 1).sum();
        let gains: BigInt =
            last().map(|offer| scale.gains(&offer.gain)).sum::<BigInt>() + scale.gains(&cell.need).abs();
        scale.is_small = cost < BigInt::from(SMALL) && gains < BigInt::from(SMALL);
        scale
    }

    fn efforts(&self, effort: &Ratio) -> BigInt {
        effort.numer() * (&self.effort / effort.denom())
    }

    fn gains(&self, gain: &Ratio) -> BigInt {
        gain.numer() * (&self.gain / gain.denom())
    }
}

/// The smallest number that makes all of these whole.
pub fn common_denominator<'a>(numbers: impl Iterator<Item = &'a Ratio>) -> BigInt {
    numbers.fold(BigInt::from(1), |common, number| {
        // common / denominator in lowest terms has what common lacks below the line.
        let lacks = Ratio::new(common.clone(), number.denom()).denom();
        common * lacks
    })
}

/// How many states a question may keep, so that the work stays within bounds.
pub fn most_states<T>(items: &[Moves<T>], work: usize) -> usize {
    let moves: usize = items.iter().map(Vec::len).sum();
    (work / moves.max(1)).max(FEWEST)
}
