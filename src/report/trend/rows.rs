//! A comparison as one long table: what spreadsheets and statistics read, with real numbers.

use super::{TrendReport, movement_id, silence_id};
use crate::model::Ratio;
use crate::report::Report;
use crate::report::rows::Value;
use crate::scoring::Bounds;
use crate::scoring::group_trend::{GroupTrend, Shift};
use crate::scoring::trend::{Change, Comparison, Delta, PartTrend, Standing};
use crate::text::harmless;
use std::borrow::Cow;

/// The columns' names for programs, in order.
pub const KEYS: [&str; 21] = [
    "from",
    "to",
    "kind",
    "principle",
    "id",
    "name",
    "old_low",
    "old_point",
    "old_high",
    "new_low",
    "new_point",
    "new_high",
    "delta_low",
    "delta_point",
    "delta_high",
    "verdict",
    "level_old",
    "level_new",
    "composition",
    "common",
    "remark",
];

type Row<'a> = Vec<Value<'a>>;

fn text<'a>(text: impl Into<Cow<'a, str>>) -> Value<'a> {
    Value::Text(text.into())
}

fn number(value: Option<&Ratio>) -> Value<'static> {
    value.map_or(Value::Empty, |value| Value::Number(value.to_f64()))
}

fn bounds(bounds: Option<&Bounds>) -> [Value<'static>; 3] {
    let get = |value: fn(&Bounds) -> Option<&Ratio>| number(bounds.and_then(value));
    [get(|b| b.low.as_ref()), get(|b| b.point.as_ref()), get(|b| b.high.as_ref())]
}

fn deltas(delta: Option<&Delta>) -> [Value<'static>; 3] {
    [
        number(delta.map(|delta| &delta.low)),
        number(delta.and_then(|delta| delta.point.as_ref())),
        number(delta.map(|delta| &delta.high)),
    ]
}

/// Whose view the levels of a row are, where they must not stand alone: the organisation's own, or one that people with
/// disabilities do not share.
fn whose<'a>(between: [&Report; 2], contested: &dyn Fn(&Report) -> Option<String>) -> Value<'a> {
    match between {
        _ if between.iter().any(|edition| contested(edition).is_some()) => text("contested"),
        _ if between.iter().any(|edition| !edition.has_lived_experience()) => text("self_view"),
        _ => Value::Empty,
    }
}

/// What the first columns say: kind, principle, id, name.
type Subject<'a> = [Cow<'a, str>; 4];

impl TrendReport<'_> {
    /// The rows: the first assessment with the last, then, of more than two, each with the one before it.
    pub fn rows(&self) -> Vec<Row<'_>> {
        let last = self.editions.len() - 1;
        let mut out = self.rows_of(&self.total, 0, last);
        out.extend(self.groups.iter().flat_map(|group| self.group(group, [self.oldest(), self.newest()])));
        if self.steps.len() > 1 {
            for (index, (step, groups)) in self.steps.iter().zip(&self.step_groups).enumerate() {
                out.extend(self.rows_of(step, index, index + 1));
                let pair = [&self.editions[index], &self.editions[index + 1]];
                out.extend(groups.iter().flat_map(|group| self.group(group, pair)));
            }
        }
        out
    }

    fn rows_of<'a>(&'a self, comparison: &Comparison, old: usize, new: usize) -> Vec<Row<'a>> {
        let rubric = self.rubric();
        let between = [&self.editions[old], &self.editions[new]];
        let start = |subject: Subject<'a>| -> Row<'a> {
            let dates = between.iter().map(|edition| text(edition.date().to_owned()));
            dates.chain(subject.into_iter().map(text)).collect()
        };
        let mut out = vec![self.part(
            start(["overall".into(), "".into(), "".into(), self.trend_words().overall.into()]),
            &comparison.overall,
            whose(between, &|edition| edition.contested()),
        )];
        for (index, part) in comparison.principles.iter().enumerate() {
            let id = rubric.principles.get(index).map_or("", |principle| principle.id.as_str());
            let name = self.newest().principle_name(index);
            let whose = whose(between, &|edition| edition.contested_principle(index));
            out.push(self.part(start(["principle".into(), id.into(), id.into(), name.into()]), part, whose));
        }
        for (index, cells) in comparison.cells.iter().enumerate() {
            let principle = rubric.principles.get(index).map_or("", |principle| principle.id.as_str());
            for (level, change) in cells.iter().enumerate() {
                let id = rubric.levels.get(level).map_or("", |level| level.id.as_str());
                let name = harmless(self.newest().rank_name(level + 1));
                out.push(plain(start(["cell".into(), principle.into(), id.into(), name.into()]), change.as_ref()));
            }
        }
        for (facet, changes) in comparison.facets.iter().enumerate() {
            let Some(entry) = rubric.facets.get(facet) else { continue };
            for (value, change) in changes.iter().enumerate() {
                let id = entry.values.get(value).map_or(entry.id.clone(), |value| format!("{}/{value}", entry.id));
                let name = self.newest().facet_value_name(facet, value);
                out.push(plain(start(["facet".into(), "".into(), id.into(), name.into()]), change.as_ref()));
            }
        }
        for index in 0..rubric.questions.len() {
            out.extend(self.question(&start, comparison, between.map(|edition| &edition.assessment), index));
        }
        out.extend(comparison.dropped.iter().map(|id| {
            let mut row = start(["question".into(), "".into(), id.clone().into(), "".into()]);
            row.resize(KEYS.len() - 1, Value::Empty);
            row.push(text("dropped"));
            row
        }));
        out
    }

    /// A group: one row for everything, then one a principle.
    fn group<'a>(&'a self, group: &'a GroupTrend, between: [&'a Report<'a>; 2]) -> Vec<Row<'a>> {
        let principles = self.rubric().principles.iter().map(|principle| principle.id.as_str());
        let parts = std::iter::once(("", &group.overall)).chain(principles.zip(&group.principles));
        let row = |(principle, shift): (&'a str, &Shift)| {
            let mut row: Row = between.map(|edition| text(edition.date().to_owned())).into_iter().collect();
            row.extend([text("perspective"), text(principle), text(group.who.id())]);
            row.push(text(self.newest().group_name(&group.who)));
            let (figures, delta, verdict, remark) = match shift {
                Shift::Silent(why) => ([Value::Empty, Value::Empty], None, Value::Empty, text(silence_id(*why))),
                Shift::Shown { figures, delta, movement } => {
                    let points = figures.each_ref().map(|figure| number(Some(&figure.value())));
                    (points, delta.as_ref(), text(movement_id(*movement)), Value::Empty)
                }
            };
            for point in figures {
                row.extend([Value::Empty, point, Value::Empty]);
            }
            row.extend([Value::Empty, number(delta), Value::Empty, verdict]);
            row.resize(KEYS.len() - 1, Value::Empty);
            row.push(remark);
            row
        };
        parts.map(row).collect()
    }

    fn part<'a>(&self, mut row: Row<'a>, part: &PartTrend, whose: Value<'a>) -> Row<'a> {
        let change = part.change.as_ref();
        row.extend(bounds(change.map(|change| &change.old)));
        row.extend(bounds(change.map(|change| &change.new)));
        row.extend(deltas(change.map(|change| &change.delta)));
        row.push(change.map_or(Value::Empty, |change| text(movement_id(change.movement))));
        let rank = |level: Option<usize>| level.map_or(Value::Empty, |rank| text(self.rank_id(rank).to_owned()));
        row.extend(part.levels.map(rank));
        row.push(Value::Is(part.composition));
        #[allow(clippy::cast_precision_loss)] // Far fewer questions than that.
        row.push(Value::Number(part.common.len() as f64));
        row.push(if change.is_none() { text("not_comparable") } else { whose });
        row
    }

    fn question<'a>(
        &'a self,
        start: &dyn Fn(Subject<'a>) -> Row<'a>,
        comparison: &Comparison,
        sides: [&crate::scoring::Assessment; 2],
        index: usize,
    ) -> Option<Row<'a>> {
        let rubric = self.rubric();
        let (question, trend) = (rubric.questions.get(index)?, comparison.questions.get(index)?);
        let principle = rubric.principles.get(question.principle).map_or("", |principle| principle.id.as_str());
        let words = self.newest().texts.questions.get(index).map_or("", |text| text.text.as_str());
        let mut row = start(["question".into(), principle.into(), question.id.as_str().into(), harmless(words).into()]);
        for side in sides {
            row.extend(bounds(side.questions.get(index).map(|score| &score.score)));
        }
        let overall = &comparison.overall;
        let verdict = if trend.standing != Standing::Common {
            Value::Empty
        } else if overall.essential_lost.contains(&index) {
            text("essential_lost")
        } else if overall.regressed.contains(&index) {
            text("regressed")
        } else if overall.improved.contains(&index) {
            text("improved")
        } else {
            text("same")
        };
        row.resize(row.len() + 3, Value::Empty);
        row.push(verdict);
        row.resize(KEYS.len() - 1, Value::Empty);
        row.push(match trend.standing {
            Standing::Common => Value::Empty,
            Standing::OnlyOld => text("no_longer_applicable"),
            Standing::OnlyNew => text("now_applicable"),
            Standing::Neither => text("not_applicable"),
            Standing::OtherVersion => text("other_version"),
            Standing::Hidden => text("hidden"),
        });
        Some(row)
    }

    /// The id of a rank: `none` below the first level.
    pub fn rank_id(&self, rank: usize) -> &str {
        rank.checked_sub(1).and_then(|index| self.rubric().levels.get(index)).map_or("none", |level| level.id.as_str())
    }
}

fn plain<'a>(mut row: Row<'a>, change: Option<&Change>) -> Row<'a> {
    row.extend(bounds(change.map(|change| &change.old)));
    row.extend(bounds(change.map(|change| &change.new)));
    row.extend(deltas(change.map(|change| &change.delta)));
    row.push(change.map_or(Value::Empty, |change| text(movement_id(change.movement))));
    row.resize(KEYS.len() - 1, Value::Empty);
    row.push(if change.is_none() { text("not_comparable") } else { Value::Empty });
    row
}
