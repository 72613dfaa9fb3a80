//! The kind of involvement, from the facets `phase` and `aspect`: the scoring document, part G.

use super::score::{Bounds, QuestionScore, mean_of};
use crate::model::number::ratio;
use crate::model::{Question, Ratio, Rubric};

/// The phases that the rules know, early ones first.
const PHASES: [&str; 4] = ["planning", "design", "delivery", "evaluation"];

/// What kind of involvement the answers describe, from none to the widest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum InvolvementKind {
    /// Involved in no phase.
    NoParticipation,
    /// Consulted, but power is shared in no phase.
    Participation,
    /// Power is shared early only.
    CoDesign,
    /// Power is shared late only.
    CoDelivery,
    /// Power is shared early and late.
    CoCreation,
    /// Power is shared in all phases, as a matter of course, and people get something back.
    CoProduction,
}

/// Which rule decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Involved in no phase.
    InvolvedNowhere,
    /// Shared in no phase.
    SharedNowhere,
    /// Shared in all four phases, with reciprocity and as a routine.
    SharedEverywhere,
    /// Shared in planning or design, and in delivery or evaluation.
    SharedEarlyAndLate,
    /// Shared in planning or design only.
    SharedEarly,
    /// Shared in delivery or evaluation only.
    SharedLate,
}

/// What the answers say about one phase.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    /// Its id.
    pub id: &'static str,
    /// The mean of its questions of aspect `involvement`.
    pub involvement: Bounds,
    /// The mean of its questions of aspect `power`.
    pub power: Bounds,
    /// Whether it is involved, at the lowest completion, for the known answers, at the highest completion: the mean of
    /// `involvement` is at least 1/2. `None` where a mean may not be shown.
    pub involved: Option<[bool; 3]>,
    /// Whether power is shared, likewise: involved, and the mean of `power` is at least 1/2.
    pub shared: Option<[bool; 3]>,
}

/// The kind of involvement with its bounds and its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Involvement {
    /// The four phases.
    pub phases: Vec<Phase>,
    /// The mean of the questions of aspect `reciprocity`.
    pub reciprocity: Bounds,
    /// The mean of the questions of aspect `routine`, where the rubric has such questions.
    pub routine: Option<Bounds>,
    /// The kind at the lowest completion, for the known answers, at the highest completion; `None` where no question
    /// about involvement applies.
    pub kinds: Option<[InvolvementKind; 3]>,
    /// The rule that decided for the known answers.
    pub rule: Option<Rule>,
}

type Pick = fn(&Bounds) -> Option<&Ratio>;

fn half(bounds: &Bounds, pick: Pick) -> bool {
    pick(bounds).is_some_and(|value| *value >= ratio(1, 2))
}

/// Derives the kind of involvement; `None` where the rubric lacks the facets `phase` and `aspect`.
pub fn involvement(rubric: &Rubric, questions: &[QuestionScore]) -> Option<Involvement> {
    let facet = |id: &str| rubric.facets.iter().position(|facet| facet.id == id);
    let (phase, aspect) = (facet("phase")?, facet("aspect")?);
    let value = |facet: usize, id: &str| rubric.facets.get(facet)?.values.iter().position(|value| value == id);
    let belongs = |facets: &[Vec<usize>], facet: usize, id: &str| {
        value(facet, id).is_some_and(|value| facets.get(facet).is_some_and(|values| values.contains(&value)))
    };
    let of_aspect = |id: &str| mean_of(rubric, questions, |question| belongs(&question.facets, aspect, id));
    let of_phase = |phase_id: &str, id: &str| {
        mean_of(rubric, questions, |question| {
            belongs(&question.facets, phase, phase_id) && belongs(&question.facets, aspect, id)
        })
    };
    let pick: [Pick; 3] = [|b| b.low.as_ref(), |b| b.point.as_ref(), |b| b.high.as_ref()];
    let phases: Vec<Phase> = PHASES
        .iter()
        .map(|id| {
            let (involvement, power) = (of_phase(id, "involvement"), of_phase(id, "power"));
            let involved = pick.map(|pick| half(&involvement, pick));
            let shared = pick.map(|pick| half(&involvement, pick) && half(&power, pick));
            Phase { id, involvement, power, involved: Some(involved), shared: Some(shared) }
        })
        .collect();
    let reciprocity = of_aspect("reciprocity");
    let has_routine = rubric.questions.iter().any(|question| belongs(&question.facets, aspect, "routine"));
    let routine = has_routine.then(|| of_aspect("routine"));
    let applies = phases.iter().any(|phase| phase.involvement.low.is_some());
    let decided = pick.map(|pick| decide(&phases, &reciprocity, routine.as_ref(), pick));
    let (kinds, rule) = if applies { (Some(decided.map(|(kind, _)| kind)), Some(decided[1].1)) } else { (None, None) };
    Some(Involvement { phases, reciprocity, routine, kinds, rule })
}

/// How many means the kind of involvement is made of.
pub const SUMS: usize = PHASES.len() * 2 + 2;

/// Whether a question belongs to a mean.
type Belongs = Box<dyn Fn(&Question) -> bool>;

/// The questions of each of these means: involvement and power of the phases in turn, reciprocity, routine. None where
/// the rubric lacks the facets.
pub fn sums(rubric: &Rubric) -> Vec<Belongs> {
    let place = |facet: &str, value: &str| {
        let facet = rubric.facets.iter().position(|f| f.id == facet)?;
        Some((facet, rubric.facets.get(facet)?.values.iter().position(|v| v == value)?))
    };
    let has = |question: &Question, place: Option<(usize, usize)>| {
        place.is_some_and(|(facet, value)| question.facets.get(facet).is_some_and(|values| values.contains(&value)))
    };
    let both = |phase: &str, aspect: &str| -> Belongs {
        let (phase, aspect) = (place("phase", phase), place("aspect", aspect));
        Box::new(move |question| has(question, phase) && has(question, aspect))
    };
    let one = |aspect: &str| -> Belongs {
        let aspect = place("aspect", aspect);
        Box::new(move |question| has(question, aspect))
    };
    let phases = PHASES.iter().flat_map(|phase| [both(phase, "involvement"), both(phase, "power")]);
    phases.chain([one("reciprocity"), one("routine")]).collect()
}

impl Involvement {
    /// Takes out the means that may not be shown, in the order of `sums`, and the kinds where they may not be either.
    pub fn redact(&mut self, shown: &[bool], kinds: bool) {
        for (phase, shown) in self.phases.iter_mut().zip(shown.chunks(2)) {
            phase.involved = phase.involved.filter(|_| shown.first() == Some(&true));
            phase.shared = phase.shared.filter(|_| shown.iter().all(|&shown| shown));
        }
        let means = self.phases.iter_mut().flat_map(|phase| [&mut phase.involvement, &mut phase.power]);
        for (mean, shown) in means.chain([&mut self.reciprocity]).chain(&mut self.routine).zip(shown) {
            if !shown {
                *mean = Bounds::default();
            }
        }
        if kinds {
            (self.kinds, self.rule) = (None, None);
        }
    }
}

/// The first rule that fits, at one of low, point and high.
fn decide(phases: &[Phase], reciprocity: &Bounds, routine: Option<&Bounds>, pick: Pick) -> (InvolvementKind, Rule) {
    let involved = |phase: &Phase| half(&phase.involvement, pick);
    let shared: Vec<bool> = phases.iter().map(|phase| involved(phase) && half(&phase.power, pick)).collect();
    let (early, late) = (shared.iter().take(2).any(|&s| s), shared.iter().skip(2).any(|&s| s));
    if !phases.iter().any(involved) {
        (InvolvementKind::NoParticipation, Rule::InvolvedNowhere)
    } else if !early && !late {
        (InvolvementKind::Participation, Rule::SharedNowhere)
    } else if shared.iter().all(|&shared| shared)
        && half(reciprocity, pick)
        && routine.is_none_or(|routine| half(routine, pick))
    {
        (InvolvementKind::CoProduction, Rule::SharedEverywhere)
    } else if early && late {
        (InvolvementKind::CoCreation, Rule::SharedEarlyAndLate)
    } else if early {
        (InvolvementKind::CoDesign, Rule::SharedEarly)
    } else {
        (InvolvementKind::CoDelivery, Rule::SharedLate)
    }
}
