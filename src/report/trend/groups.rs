//! What each perspective said before and says now.

use super::TrendReport;
use super::sections::column;
use crate::report::Report;
use crate::report::document::{Align, Block, Cell, Inline, Table, Tone};
use crate::scoring::Figure;
use crate::scoring::group_trend::{GroupTrend, Shift, Silence};
use crate::scoring::trend::Movement;

/// The section; nothing where only the organisation as a whole spoke.
pub fn section(trend: &TrendReport) -> Vec<Block> {
    if trend.groups.is_empty() {
        return Vec::new();
    }
    let words = trend.trend_words();
    let principles = 0..trend.rubric().principles.len();
    let mut columns =
        vec![column(words.group_heads[0], Align::Start, 5), column(words.group_heads[1], Align::Start, 3)];
    columns.extend(principles.map(|index| column(&trend.newest().principle_name(index), Align::Start, 5)));
    columns.push(column(words.overall, Align::Start, 5));
    let [first, last] = [trend.oldest(), trend.newest()].map(|edition| trend.date(edition));
    vec![
        Block::heading(2, words.headings.groups),
        Block::text(words.groups_intro),
        Block::Table(Table {
            caption: (words.groups_caption)(&first, &last),
            columns,
            rows: trend.groups.iter().map(|group| row(trend, group)).collect(),
            row_heads: true,
        }),
    ]
}

/// The overall score of each perspective from one assessment to the next; nothing where only the organisation as a whole
/// spoke.
pub fn steps(trend: &TrendReport) -> Option<Block> {
    let words = trend.trend_words();
    let each = trend.step_groups.iter().zip(trend.editions.windows(2));
    let rows: Vec<Vec<Cell>> = each
        .flat_map(|(groups, pair)| {
            let dates = pair.iter().map(|edition| trend.date(edition)).collect::<Vec<_>>().join(" – ");
            let row = move |group: &GroupTrend| {
                let name = Cell::from(trend.newest().group_name(&group.who));
                vec![Cell::from(dates.clone()), name, cell(trend, &group.overall)]
            };
            groups.iter().map(row)
        })
        .collect();
    let columns = vec![
        column(words.period, Align::Start, 5),
        column(words.group_heads[0], Align::Start, 5),
        column(words.overall, Align::Start, 6),
    ];
    let caption = words.group_steps_caption.to_owned();
    (!rows.is_empty()).then_some(Block::Table(Table { caption, columns, rows, row_heads: true }))
}

fn row(trend: &TrendReport, group: &GroupTrend) -> Vec<Cell> {
    // Who is hidden in a report has the same mark here.
    let mark = |edition: &Report| {
        let found = edition.voices.groups.iter().find(|found| found.who == group.who);
        found.map_or_else(|| "–".to_owned(), |found| edition.group_mark(found))
    };
    let [old, new] = [trend.oldest(), trend.newest()].map(mark);
    let told = |people: Option<u64>, mark: String| people.map_or(mark, |people| people.to_string());
    let people = [told(group.people[0], old), told(group.people[1], new)];
    let mut cells = vec![Cell::from(trend.newest().group_name(&group.who)), Cell::from(people.join(" / "))];
    cells.extend(group.principles.iter().map(|shift| cell(trend, shift)));
    cells.push(cell(trend, &group.overall));
    cells
}

fn cell(trend: &TrendReport, shift: &Shift) -> Cell {
    let words = trend.trend_words();
    let (figures, delta, movement) = match shift {
        Shift::Silent(why) => return Cell::from(words.silences[*why as usize].to_owned()),
        Shift::Shown { figures, delta, movement } => (figures, delta, *movement),
    };
    let [old, new] = figures.each_ref().map(|figure| percent(trend, figure));
    let mut text = format!("{}; {}", (words.before_now)(&old, &new), trend.movement_phrase(movement));
    if let Some(delta) = delta {
        text.push_str(&format!(": {}", (words.points)(&trend.newest().numbers.points(delta))));
    }
    let tone = match movement {
        Movement::ImprovedCertain | Movement::ImprovedProvisional => Tone::Reached,
        Movement::RegressedCertain | Movement::RegressedProvisional => Tone::Missed,
        Movement::Stable | Movement::Unknown => Tone::Plain,
    };
    Cell { text: vec![Inline::Text(text)], tone }
}

fn percent(trend: &TrendReport, figure: &Figure) -> String {
    let newest = trend.newest();
    let value = newest.numbers.percent(&figure.value());
    match figure {
        Figure::Exact(_) => value,
        Figure::AtLeast95 => (newest.words.voices.at_least)(&value),
        Figure::AtMost5 => (newest.words.voices.at_most)(&value),
    }
}

/// The stable name of a reason why a group is not compared.
pub fn silence_id(why: Silence) -> &'static str {
    match why {
        Silence::OneOnly => "one_only",
        Silence::Hidden => "hidden",
        Silence::FewCame => "few_came_or_went",
        Silence::OtherQuestions => "other_questions",
        Silence::NothingKnown => "nothing_known",
    }
}
