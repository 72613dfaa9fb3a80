//! Trend of the groups: what each perspective said before and says now. Only figures that both reports show are compared,
//! so that a comparison tells no more than the two reports do: the scoring document, parts D and F.

use super::disclosure::{Reason, Who};
use super::trend::{Comparison, Movement, Standing, least_change};
use super::voices::{Figure, Group, Voices};
use crate::model::{Ratio, Rubric};
use num_traits::Zero;

/// What one group said before and says now.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupTrend {
    /// Who they are.
    pub who: Who,
    /// Whether they speak from lived experience.
    pub lived_experience: bool,
    /// How many people answered, older first; `None` as in [`Group::people`].
    pub people: [Option<u64>; 2],
    /// One entry a principle, in the rubric's order.
    pub principles: Vec<Shift>,
    /// All principles together.
    pub overall: Shift,
}

/// How a group's score changed, or why that is not said.
#[derive(Debug, Clone, PartialEq)]
pub enum Shift {
    /// It may be compared.
    Shown {
        /// The two scores, older first.
        figures: [Figure; 2],
        /// The newer less the older one, −1…1; `None` where one of them is only known to be extreme.
        delta: Option<Ratio>,
        /// What that says. Never certain: of a group, only the known answers are told.
        movement: Movement,
    },
    /// It is not compared.
    Silent(Silence),
}

/// Why a group's change is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// The group answered in one of the two only.
    OneOnly,
    /// It is not shown in one of the two reports.
    Hidden,
    /// So few people came or went that the difference would speak of them.
    FewCame,
    /// Other questions apply to the group, or the questionnaire has others.
    OtherQuestions,
    /// Nothing is known in one of the two.
    NothingKnown,
}

/// Compares the groups of two assessments: those of the newer one in their order, then those that only the older one
/// has. Empty where nobody but the organisation as a whole spoke, of which the comparison of everything says all.
pub fn groups(rubric: &Rubric, comparison: &Comparison, old: &Voices, new: &Voices) -> Vec<GroupTrend> {
    let gone = old.groups.iter().filter(|group| find(new, &group.who).is_none());
    let all: Vec<&Group> = new.groups.iter().chain(gone).collect();
    if all.iter().all(|group| group.who == Who::Organisation) {
        return Vec::new();
    }
    let both = Both { rubric, comparison, sides: [old, new] };
    all.into_iter().map(|group| both.trend(group)).collect()
}

fn find<'a>(voices: &'a Voices, who: &Who) -> Option<&'a Group> {
    voices.groups.iter().find(|group| group.who == *who)
}

struct Both<'a> {
    rubric: &'a Rubric,
    comparison: &'a Comparison,
    sides: [&'a Voices; 2],
}

impl Both<'_> {
    fn trend(&self, group: &Group) -> GroupTrend {
        let pair = self.sides.map(|voices| find(voices, &group.who));
        let count = self.rubric.principles.len();
        let (principles, overall) = match pair {
            [Some(old), Some(new)] => self.shifts([old, new]),
            _ => (vec![Shift::Silent(Silence::OneOnly); count], Shift::Silent(Silence::OneOnly)),
        };
        GroupTrend {
            who: group.who.clone(),
            lived_experience: group.lived_experience,
            people: pair.map(|group| group.and_then(|group| group.people)),
            principles,
            overall,
        }
    }

    fn shifts(&self, pair: [&Group; 2]) -> (Vec<Shift>, Shift) {
        let few = self.few_came(pair);
        let same = |principle: usize| self.asks_the_same(pair, principle);
        let count = self.rubric.principles.len();
        let principles = (0..count).map(|index| {
            let figures = pair.map(|group| group.principles.get(index).and_then(Option::as_ref));
            self.shift(&pair[0].who, figures, index..index + 1, few, same(index))
        });
        let figures = pair.map(|group| group.overall.as_ref());
        let overall = self.shift(&pair[0].who, figures, 0..count, few, (0..count).all(same));
        (principles.collect(), overall)
    }

    fn shift(
        &self,
        who: &Who,
        figures: [Option<&Figure>; 2],
        mut principles: std::ops::Range<usize>,
        few: bool,
        same: bool,
    ) -> Shift {
        let [Some(old), Some(new)] = figures else {
            let hides = |voices: &Voices, index| {
                voices.disclosure.reason(index, who).is_some_and(|reason| reason != Reason::NoAnswers)
            };
            let hidden = principles.any(|index| self.sides.iter().any(|voices| hides(voices, index)));
            return Shift::Silent(if hidden { Silence::Hidden } else { Silence::NothingKnown });
        };
        match (few, same) {
            (true, _) => Shift::Silent(Silence::FewCame),
            (_, false) => Shift::Silent(Silence::OtherQuestions),
            _ => moved(old, new),
        }
    }

    /// Whether as many people as nobody may be told of came to the group or left it. A statement speaks for an office,
    /// however many sign it.
    fn few_came(&self, [old, new]: [&Group; 2]) -> bool {
        let k = self.sides.iter().map(|voices| voices.disclosure.protection.k()).max().unwrap_or_default();
        let change = old.people.zip(new.people).map(|(old, new)| old.abs_diff(new));
        !new.statement && change.is_some_and(|change| (1..k).contains(&change))
    }

    /// Whether the same questions of a principle apply to the group in both, with the same meaning. The score of only
    /// some of them would, beside the score of all, tell what the group said to the others.
    fn asks_the_same(&self, [old, new]: [&Group; 2], principle: usize) -> bool {
        let questions = self.rubric.questions.iter().zip(&self.comparison.questions).enumerate();
        let mut inside = questions.filter(|(_, (question, _))| question.principle == principle);
        inside.all(|(index, (_, trend))| match (old.applies.contains(&index), new.applies.contains(&index)) {
            (false, false) => true,
            (before, now) => before == now && trend.standing != Standing::OtherVersion,
        })
    }
}

fn moved(old: &Figure, new: &Figure) -> Shift {
    let exact = matches!((old, new), (Figure::Exact(_), Figure::Exact(_)));
    let change = new.value() - old.value();
    let movement = match (change.abs() < least_change(), exact || old == new) {
        (true, true) => Movement::Stable,
        (true, false) => Movement::Unknown,
        _ if change > Ratio::zero() => Movement::ImprovedProvisional,
        _ => Movement::RegressedProvisional,
    };
    Shift::Shown { figures: [old.clone(), new.clone()], delta: exact.then_some(change), movement }
}
