//! Scores and their bounds, from answers to the overall score. The formulas are those of the scoring document, part A;
//! every score is a fraction 0…1.

use super::mean::weighted_mean;
use super::poll::{Mark, Party, merged};
use super::{CellScore, PrincipleScore};
use crate::model::{Question, Ratio, Rubric, ratio};
use num_traits::{One, Zero};

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

impl Bounds {
    /// With bounds as wide as the whole tenths around them, where the exact ones would say too much.
    pub fn widened(&self) -> Self {
        let tenth = |bound: &Ratio, whole: fn(&Ratio) -> Ratio| whole(&(bound * ratio(10, 1))) * ratio(1, 10);
        Self {
            low: self.low.as_ref().map(|low| tenth(low, Ratio::floor)),
            point: self.point.clone(),
            high: self.high.as_ref().map(|high| tenth(high, Ratio::ceil)),
        }
    }

    /// As it may be known of several people: that all said the same would be every single answer, so that 1 is told as
    /// 19/20 and 0 as 1/20. The bounds stay around it.
    pub fn guarded(&self) -> Self {
        let mut score = self.clone();
        let [least, most] = [ratio(1, 20), ratio(19, 20)];
        if score.point.as_ref().is_some_and(One::is_one) {
            score.low = score.low.map(|low| low.min(most.clone()));
            score.point = Some(most);
        } else if score.point.as_ref().is_some_and(Zero::is_zero) {
            score.high = score.high.map(|high| high.max(least.clone()));
            score.point = Some(least);
        }
        score
    }
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many gave a known answer.
    pub known: u64,
    /// How many were asked, to whom it applies, and gave none.
    pub unknown: u64,
    /// The sum of the points of the known answers.
    pub points: u128,
    /// Whether anybody said "don't know".
    pub dont_know: bool,
}

impl Tally {
    /// One answer.
    pub fn of(rubric: &Rubric, mark: Mark) -> Self {
        match mark {
            Mark::Absent => Self::default(),
            Mark::Unanswered => Self { unknown: 1, ..Self::default() },
            Mark::DontKnow => Self { unknown: 1, dont_know: true, ..Self::default() },
            Mark::Known(choice) => {
                let points = rubric.scale.get(choice).map_or(0, |choice| choice.points);
                Self { known: 1, points: u128::from(points), ..Self::default() }
            }
        }
    }

    /// Adds what others said.
    pub fn add(&mut self, other: Self) {
        self.known += other.known;
        self.unknown += other.unknown;
        self.points += other.points;
        self.dont_know |= other.dont_know;
    }

    /// Takes one answer away again. Whether anybody else said "don't know" is not known then, and stays as it is.
    pub fn remove(&mut self, one: Self) {
        self.known = self.known.saturating_sub(one.known);
        self.unknown = self.unknown.saturating_sub(one.unknown);
        self.points = self.points.saturating_sub(one.points);
    }

    fn asked(&self) -> u64 {
        self.known + self.unknown
    }
}

/// The mean over the voices to whom a question applies of low = (Σ points + unknown · lowest) / (n · highest), high
/// likewise, and coverage = known / n; of point = Σ points / (known · highest) over those who know it. Not applicable
/// where it applies to nobody.
fn mean_of_voices(rubric: &Rubric, tallies: &[Tally]) -> QuestionScore {
    let (lowest, highest) = (u128::from(rubric.lowest_points()), u128::from(rubric.highest_points()));
    let applies = || tallies.iter().filter(|tally| tally.asked() > 0);
    let with_unknown_at = |points: u128| {
        mean_share(
            applies().map(move |tally| (tally.points + u128::from(tally.unknown) * points, tally.asked())),
            highest,
        )
    };
    QuestionScore {
        score: Bounds {
            low: with_unknown_at(lowest),
            point: mean_share(tallies.iter().filter(|t| t.known > 0).map(|tally| (tally.points, tally.known)), highest),
            high: with_unknown_at(highest),
        },
        coverage: mean_share(applies().map(|tally| (u128::from(tally.known), tally.asked())), 1).unwrap_or_default(),
        dont_know: tallies.iter().any(|tally| tally.dont_know),
    }
}

/// The mean of the fractions top / (bottom · highest); `None` of nothing.
fn mean_share(shares: impl Iterator<Item = (u128, u64)> + Clone, highest: u128) -> Option<Ratio> {
    let count = shares.clone().count() as u128;
    let sum = || shares.map(|(top, bottom)| Ratio::of(top, bottom.into())).sum::<Ratio>();
    (count > 0).then(|| sum() / Ratio::of(count * highest, 1))
}

/// The value of every question to some parties together. Equal voice: the mean over the perspectives in which a
/// question is applicable of each of low, high and coverage, and of the point over the perspectives that have one.
/// Head count: all respondents pooled.
pub fn questions(rubric: &Rubric, parties: &[&Party], voice: Voice) -> Vec<QuestionScore> {
    let groups = merged(rubric, parties, voice);
    let one = |index: usize| {
        let tallies: Vec<Tally> = groups.iter().filter_map(|tallies| tallies.get(index).copied()).collect();
        mean_of_voices(rubric, &tallies)
    };
    (0..rubric.questions.len()).map(one).collect()
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
