//! Scores and their bounds, from answers to the overall score. The formulas are those of the scoring document, part A;
//! every score is a fraction 0…1.

use super::{CellScore, PrincipleScore};
use crate::model::number::ratio;
use crate::model::{Given, Question, Ratio, Rubric, Sheet};
use num_bigint::BigInt;
use num_traits::{One, Zero};
use std::collections::BTreeMap;

/// How several voices become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Every perspective weighs the same, however many people spoke for it.
    Equal,
    /// Every respondent weighs the same.
    Headcount,
}

/// A score and its bounds, each 0…1, low ≤ point ≤ high. The bounds are there where anything applies; the point where
/// anything is known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bounds {
    /// With every unknown answer at the lowest value of the scale.
    pub low: Option<Ratio>,
    /// Of the known answers.
    pub point: Option<Ratio>,
    /// With every unknown answer at the highest value of the scale.
    pub high: Option<Ratio>,
}

/// The organisation's value of a question.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QuestionScore {
    /// The value; no bounds where the question is not applicable.
    pub score: Bounds,
    /// The share of known answers among those asked to whom it applies, 0…1.
    pub coverage: Ratio,
    /// Whether anybody said "don't know".
    pub dont_know: bool,
}

impl QuestionScore {
    /// Whether the question applies to anybody who was asked it.
    pub fn applies(&self) -> bool {
        self.score.low.is_some()
    }
}

/// How the questions of a cell stand. `answered + dont_know + unanswered = applicable`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Questions of the rubric.
    pub questions: usize,
    /// Those that apply.
    pub applicable: usize,
    /// Those with a known value.
    pub answered: usize,
    /// Those without one where somebody said "don't know".
    pub dont_know: usize,
    /// The others.
    pub unanswered: usize,
}

/// What the respondents of one perspective said to a question. Not applicable answers are in none of the numbers.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    known: u64,
    unknown: u64,
    points: u128,
    dont_know: bool,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.known += other.known;
        self.unknown += other.unknown;
        self.points += other.points;
        self.dont_know |= other.dont_know;
    }

    /// low = (Σ points + unknown · lowest) / (n · highest), high likewise, point = Σ points / (known · highest),
    /// coverage = known / n. `None` if nobody to whom it applies was asked.
    fn score(&self, rubric: &Rubric) -> Option<QuestionScore> {
        let asked = self.known + self.unknown;
        if asked == 0 {
            return None;
        }
        let highest = rubric.highest_points();
        let share = |points: BigInt, people: u64| Ratio::new(points, BigInt::from(people) * highest);
        let with_unknown_at = |points: u64| BigInt::from(self.points) + BigInt::from(self.unknown) * points;
        Some(QuestionScore {
            score: Bounds {
                low: Some(share(with_unknown_at(rubric.lowest_points()), asked)),
                point: (self.known > 0).then(|| share(BigInt::from(self.points), self.known)),
                high: Some(share(with_unknown_at(highest), asked)),
            },
            coverage: ratio(self.known, asked),
            dont_know: self.dont_know,
        })
    }
}

/// The organisation's value of every question. Equal voice: the mean over the perspectives in which a question is
/// applicable of each of low, high and coverage, and of the point over the perspectives that have one. Head count:
/// all respondents pooled.
pub fn questions(rubric: &Rubric, sheets: &[Sheet], voice: Voice) -> Vec<QuestionScore> {
    let one = |index: usize| {
        // The order of the perspectives must not depend on the order of the files.
        let mut groups: BTreeMap<Option<&str>, Tally> = BTreeMap::new();
        for sheet in sheets.iter().filter(|s| rubric.asks(index, s.voice(), s.organisation.setting.as_deref())) {
            let key = if voice == Voice::Equal { sheet.voice() } else { None };
            groups.entry(key).or_default().add(tally(rubric, index, sheet));
        }
        let scores: Vec<QuestionScore> = groups.values().filter_map(|tally| tally.score(rubric)).collect();
        mean_of_groups(&scores)
    };
    (0..rubric.questions.len()).map(one).collect()
}

fn tally(rubric: &Rubric, index: usize, sheet: &Sheet) -> Tally {
    let Some(question) = rubric.questions.get(index) else { return Tally::default() };
    match sheet.given(&question.id) {
        Some(Given::Choice(choice)) => {
            let points = rubric.scale.get(choice).map_or(0, |choice| choice.points);
            Tally { known: 1, points: u128::from(points), ..Tally::default() }
        }
        Some(Given::NotApplicable) if question.na_allowed => Tally::default(),
        Some(Given::DontKnow) => Tally { unknown: 1, dont_know: true, ..Tally::default() },
        // "Not applicable" where it is not a permitted answer is no answer.
        Some(Given::NotApplicable) | None => Tally { unknown: 1, ..Tally::default() },
    }
}

fn mean_of_groups(scores: &[QuestionScore]) -> QuestionScore {
    if let [only] = scores {
        return only.clone();
    }
    let one = Ratio::one();
    let mean = |value: fn(&QuestionScore) -> Option<&Ratio>| {
        weighted_mean(scores.iter().filter_map(|score| Some((&one, value(score)?))))
    };
    QuestionScore {
        score: Bounds {
            low: mean(|s| s.score.low.as_ref()),
            point: mean(|s| s.score.point.as_ref()),
            high: mean(|s| s.score.high.as_ref()),
        },
        coverage: mean(|s| Some(&s.coverage)).unwrap_or_default(),
        dont_know: scores.iter().any(|score| score.dont_know),
    }
}

/// Σ weight · value / Σ weight; `None` of nothing.
pub fn weighted_mean<'a>(pairs: impl Iterator<Item = (&'a Ratio, &'a Ratio)>) -> Option<Ratio> {
    let (mut weights, mut sum) = (Sum::default(), Sum::default());
    for (weight, value) in pairs {
        weights.add(weight.numer(), weight.denom());
        if weight.is_one() {
            sum.add(value.numer(), value.denom());
        } else {
            sum.add(&(weight.numer() * value.numer()), &(weight.denom() * value.denom()));
        }
    }
    let weights = weights.total();
    if weights.is_zero() { None } else { Some(sum.total() / weights) }
}

/// A sum of fractions, kept by denominator and reduced once at the end: most have the same one.
#[derive(Default)]
struct Sum(Vec<(BigInt, BigInt)>);

impl Sum {
    fn add(&mut self, numerator: &BigInt, denominator: &BigInt) {
        match self.0.iter_mut().find(|(_, known)| known == denominator) {
            Some((sum, _)) => *sum += numerator,
            None => self.0.push((numerator.clone(), denominator.clone())),
        }
    }

    fn total(self) -> Ratio {
        self.0.into_iter().map(|(numerator, denominator)| Ratio::new(numerator, denominator)).sum()
    }
}

/// The weighted mean of the applicable ones among some questions, for each of low, point and high; the point over
/// those that have one. Used for cells and, over all questions with a facet's value, for facets.
pub fn mean_over(rubric: &Rubric, questions: &[QuestionScore], members: impl Iterator<Item = usize> + Clone) -> Bounds {
    let mean = |value: fn(&Bounds) -> Option<&Ratio>| {
        weighted_mean(
            members
                .clone()
                .filter_map(|index| Some((&rubric.questions.get(index)?.weight, value(&questions.get(index)?.score)?))),
        )
    };
    Bounds { low: mean(|b| b.low.as_ref()), point: mean(|b| b.point.as_ref()), high: mean(|b| b.high.as_ref()) }
}

/// The weighted mean of all applicable questions that fulfil a condition, for each of low, point and high.
pub fn mean_of(rubric: &Rubric, questions: &[QuestionScore], belongs: impl Fn(&Question) -> bool) -> Bounds {
    let members: Vec<usize> =
        rubric.questions.iter().enumerate().filter(|(_, question)| belongs(question)).map(|(index, _)| index).collect();
    mean_over(rubric, questions, members.into_iter())
}

/// A principle's score: the mean of its non-empty cells by level weight, so that a level with many questions does not
/// dominate; the point over the cells that have one.
pub fn principle(rubric: &Rubric, cells: &[CellScore]) -> Bounds {
    let mean = |value: fn(&Bounds) -> Option<&Ratio>| {
        weighted_mean(
            cells.iter().zip(&rubric.levels).filter_map(|(cell, level)| Some((&level.weight, value(&cell.score)?))),
        )
    };
    Bounds { low: mean(|b| b.low.as_ref()), point: mean(|b| b.point.as_ref()), high: mean(|b| b.high.as_ref()) }
}

/// The overall score: the mean of the applicable principles by principle weight. Its point is missing if that of an
/// applicable principle is.
pub fn overall(rubric: &Rubric, principles: &[PrincipleScore]) -> Bounds {
    let applicable = || rubric.principles.iter().zip(principles).filter(|(_, p)| p.score.low.is_some());
    let mean = |value: fn(&Bounds) -> Option<&Ratio>| {
        weighted_mean(applicable().filter_map(|(entry, score)| Some((&entry.weight, value(&score.score)?))))
    };
    let all_known = applicable().all(|(_, principle)| principle.score.point.is_some());
    Bounds {
        low: mean(|b| b.low.as_ref()),
        point: if all_known { mean(|b| b.point.as_ref()) } else { None },
        high: mean(|b| b.high.as_ref()),
    }
}

/// A principle's coverage: the weighted mean of the coverage of its applicable questions, 0…1.
pub fn coverage(rubric: &Rubric, questions: &[QuestionScore], principle: usize) -> Option<Ratio> {
    weighted_mean(
        rubric
            .questions
            .iter()
            .zip(questions)
            .filter(|(question, score)| question.principle == principle && score.applies())
            .map(|(question, score)| (&question.weight, &score.coverage)),
    )
}

/// Counts the questions of a cell.
pub fn counts(questions: &[QuestionScore], members: &[usize]) -> Counts {
    let applicable: Vec<&QuestionScore> =
        members.iter().filter_map(|&index| questions.get(index)).filter(|score| score.applies()).collect();
    let answered = applicable.iter().filter(|score| score.score.point.is_some()).count();
    let dont_know = applicable.iter().filter(|score| score.score.point.is_none() && score.dont_know).count();
    let unanswered = applicable.len() - answered - dont_know;
    Counts { questions: members.len(), applicable: applicable.len(), answered, dont_know, unanswered }
}
