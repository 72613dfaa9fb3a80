//! One row a question: what spreadsheets show of an assessment, with real numbers.

use super::Report;
use crate::model::number::ratio;
use crate::model::{Answer, Given, Ratio};
use crate::text::harmless_lines;
use std::borrow::Cow;

/// The columns' names for programs, in order.
pub const KEYS: [&str; 22] = [
    "id",
    "principle",
    "level",
    "question",
    "answer",
    "answer_label",
    "points",
    "value",
    "weight",
    "essential",
    "applicable",
    "low",
    "point",
    "high",
    "coverage",
    "note",
    "evidence",
    "reason",
    "recommendation",
    "rank",
    "tags",
    "references",
];

/// Stands between the parts of a cell that holds several.
const BETWEEN: &str = " | ";

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Nothing is known or nothing applies.
    Empty,
    /// Words, which may hold line ends.
    Text(Cow<'a, str>),
    /// A number; shares are 0…1.
    Number(f64),
    /// Yes or no.
    Is(bool),
}

impl<'a> Value<'a> {
    /// The rubric's words, as they are.
    fn words(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// Words from outside, shown harmlessly.
    fn from_outside(text: &str) -> Self {
        Self::Text(Cow::Owned(harmless_lines(text)))
    }

    fn number(value: Option<&Ratio>) -> Self {
        value.map_or(Self::Empty, |value| Self::Number(value.to_f64()))
    }

    fn maybe(value: Option<f64>) -> Self {
        value.map_or(Self::Empty, Self::Number)
    }

    #[allow(clippy::cast_precision_loss)] // Points and ranks are small.
    fn whole(value: Option<u64>) -> Self {
        value.map_or(Self::Empty, |value| Self::Number(value as f64))
    }

    fn list<'b>(items: impl IntoIterator<Item = &'b String>) -> Self {
        let items: Vec<String> = items.into_iter().map(|item| harmless_lines(item)).collect();
        if items.is_empty() { Self::Empty } else { Self::Text(Cow::Owned(items.join(BETWEEN))) }
    }
}

impl Report<'_> {
    /// One row a question, in the rubric's order and with the columns of [`KEYS`]; principles and levels by name or by
    /// id, and without notes and evidence where the user wants none. Of several sheets only the organisation's values are told: a single person's answers are nobody's business.
    pub fn rows(&self, named: bool) -> Vec<[Value<'_>; 22]> {
        let mut ranks = vec![None; self.rubric.questions.len()];
        for (rank, priority) in (1u64..).zip(&self.assessment.priorities) {
            if let Some(place) = ranks.get_mut(priority.question) {
                *place = Some(rank);
            }
        }
        ranks.into_iter().enumerate().filter_map(|(index, rank)| self.row(index, rank, named)).collect()
    }

    fn row(&self, index: usize, rank: Option<u64>, named: bool) -> Option<[Value<'_>; 22]> {
        let question = self.rubric.questions.get(index)?;
        let score = self.assessment.questions.get(index)?;
        let text = self.texts.questions.get(index)?;
        let principle = if named {
            self.texts.principles.get(question.principle).map(|named| named.name.as_str())
        } else {
            self.rubric.principles.get(question.principle).map(|principle| principle.id.as_str())
        };
        let level = if named {
            self.texts.levels.get(question.level).map(|named| named.name.as_str())
        } else {
            self.rubric.levels.get(question.level).map(|level| level.id.as_str())
        };
        let given = self.only_answer(index);
        let choice = match given.and_then(|answer| answer.given) {
            Some(Given::Choice(choice)) => self.rubric.scale.get(choice),
            _ => None,
        };
        let answer = match given.and_then(|answer| answer.given) {
            Some(Given::NotApplicable) => Value::words("na"),
            Some(Given::DontKnow) => Value::words("dk"),
            _ => choice.map_or(Value::Empty, |choice| Value::words(&choice.id)),
        };
        let label = match self.sheet {
            Some(_) if score.applies() || answer != Value::Empty => Value::Text(Cow::Owned(self.answer_label(index))),
            _ => Value::Empty,
        };
        let shown = |value| if self.shows_question(index) { value } else { Value::Empty };
        let told = given.filter(|_| !self.options.without_notes);
        let own = |text: Option<&String>| text.map_or(Value::Empty, |text| Value::from_outside(text));
        let title = text.recommendation.as_ref().filter(|_| rank.is_some()).map(|next| next.title.as_str());
        let value = choice.map(|choice| ratio(choice.points, self.rubric.highest_points()));
        let [low, point, high] = self.bounds(&score.score, None).map(Value::maybe).map(shown);
        let coverage = shown(Value::maybe(score.applies().then(|| self.number(&score.coverage, None))));
        Some([
            Value::words(&question.id),
            principle.map_or(Value::Empty, Value::from_outside),
            level.map_or(Value::Empty, Value::from_outside),
            Value::from_outside(&text.text),
            answer,
            label,
            Value::whole(choice.map(|choice| choice.points)),
            Value::number(value.as_ref()),
            Value::number(Some(&question.weight)),
            Value::Is(question.essential),
            if self.shows_question(index) { Value::Is(score.applies()) } else { Value::Empty },
            low,
            point,
            high,
            coverage,
            own(told.and_then(|answer| answer.note.as_ref())),
            Value::list(told.into_iter().flat_map(|answer| &answer.evidence)),
            own(given.and_then(|answer| answer.reason.as_ref())),
            title.map_or(Value::Empty, Value::from_outside),
            Value::whole(rank),
            Value::list(&question.tags),
            Value::list(&question.references),
        ])
    }

    /// The answer to a question, if there is one sheet only and it was asked that question.
    fn only_answer(&self, index: usize) -> Option<&Answer> {
        let sheet = self.sheet?;
        let asked = self.rubric.asks(index, sheet.voice(), sheet.organisation.setting.as_deref());
        let question = self.rubric.questions.get(index).filter(|_| asked)?;
        sheet.answers.get(&question.id)
    }
}
