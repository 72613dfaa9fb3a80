//! The comparison's parts, in reading order.

use super::{TrendReport, chart, groups, summary};
use crate::report::Report;
use crate::report::document::{Align, Block, Cell, Column, Document, Inline, Table, Tone};
use crate::scoring::Bounds;
use crate::scoring::trend::{Change, PartTrend, Standing};
use crate::text::harmless;

/// Builds the whole document.
pub fn document(trend: &TrendReport) -> Document {
    let parts: [fn(&TrendReport) -> Vec<Block>; 11] = [
        cover,
        summary::section,
        development,
        change,
        groups::section,
        cells,
        facets,
        questions,
        improved,
        scope,
        after,
    ];
    with(trend, parts.iter().flat_map(|part| part(trend)).collect())
}

/// Builds the document for a terminal.
pub fn brief(trend: &TrendReport) -> Document {
    let parts: [fn(&TrendReport) -> Vec<Block>; 7] =
        [cover, summary::section, change, groups::section, questions, scope, brief_development];
    with(trend, parts.iter().flat_map(|part| part(trend)).collect())
}

fn with(trend: &TrendReport, blocks: Vec<Block>) -> Document {
    let words = trend.trend_words();
    let report = &trend.words().report;
    let document = Document {
        language: String::new(),
        title: title(trend),
        subject: words.subject.to_owned(),
        author: None,
        date: Some(trend.newest().date().to_owned()),
        footer: (if trend.newest().is_estimate() { report.footer_quick } else { report.footer }).to_owned(),
        page_of: report.page_of.to_owned(),
        accent: None,
        logo: None,
        large: false,
        whole_words: false,
        blocks,
    };
    crate::report::foreign::marked(document, trend.newest())
}

fn title(trend: &TrendReport) -> String {
    let (words, newest) = (trend.trend_words(), trend.newest());
    let organisation = harmless(&newest.organisation().name);
    if newest.is_about_co_production() {
        (words.title)(&organisation)
    } else {
        (words.title_elsewhere)(&harmless(&newest.texts.title), &organisation)
    }
}

fn field(label: &str, value: String) -> Block {
    Block::Paragraph(vec![Inline::Strong(format!("{label}: ")), Inline::Text(value)])
}

fn cover(trend: &TrendReport) -> Vec<Block> {
    let (words, newest) = (trend.trend_words(), trend.newest());
    let labels = &newest.words.report.labels;
    let [first, last] = [trend.oldest(), newest].map(|edition| trend.date(edition));
    let rubric = format!(
        "{} ({}, {} {})",
        harmless(&newest.texts.title),
        newest.rubric.id,
        labels.version,
        newest.rubric.version
    );
    let mut blocks = vec![
        Block::heading(1, title(trend)),
        field(labels.organisation, harmless(&newest.organisation().name)),
        field(words.compared, (words.from_to)(&first, &last)),
        field(words.assessments, trend.editions.len().to_string()),
        field(labels.rubric, rubric),
    ];
    let mut note = vec![Block::text(newest.words.report.self_assessment)];
    if newest.is_estimate() {
        note.push(Block::text(words.estimate));
    }
    note.push(Block::text(newest.words.report.legal));
    blocks.push(Block::Note(note));
    blocks
}

/// A column.
pub fn column(head: &str, align: Align, share: u16) -> Column {
    Column { head: head.to_owned(), align, share }
}

/// The figure and its numbers.
fn development(trend: &TrendReport) -> Vec<Block> {
    let words = trend.trend_words();
    vec![
        Block::heading(2, words.headings.development),
        Block::Figure(chart::figure(trend)),
        Block::text(words.figure_remark),
        Block::Table(development_table(trend)),
    ]
}

/// On a terminal, the numbers where there are more than the two of the other tables.
fn brief_development(trend: &TrendReport) -> Vec<Block> {
    if trend.editions.len() == 2 {
        return Vec::new();
    }
    let heading = Block::heading(2, trend.trend_words().headings.development);
    [vec![heading, Block::Table(development_table(trend))], steps(trend)].concat()
}

fn development_table(trend: &TrendReport) -> Table {
    let words = trend.trend_words();
    let mut columns = vec![
        column(words.date, Align::Start, 4),
        column(words.overall_level, Align::Start, 9),
        column(words.overall, Align::Start, 4),
    ];
    let principles = 0..trend.rubric().principles.len();
    columns.extend(principles.clone().map(|index| column(&trend.newest().principle_name(index), Align::Start, 4)));
    let row = |edition: &Report| {
        let score = |bounds, hidden: bool| {
            let phrase = edition.score_phrase(bounds, None);
            Cell::from(match phrase.as_str() {
                "" if hidden => trend.words().voices.not_shown.to_owned(),
                "" => trend.words().report.not_applicable.to_owned(),
                _ => phrase,
            })
        };
        let mut cells = vec![
            Cell::from(trend.date(edition)),
            Cell::from(harmless(&edition.overall_phrase())),
            score(&edition.assessment.overall.score, edition.hidden_overall().is_some()),
        ];
        let principles = edition.assessment.principles.iter().enumerate();
        cells.extend(principles.map(|(index, found)| score(&found.score, edition.hidden_total(index).is_some())));
        cells
    };
    Table {
        caption: words.development_caption.to_owned(),
        columns,
        rows: trend.editions.iter().map(row).collect(),
        row_heads: true,
    }
}

fn changed(trend: &TrendReport, change: Option<&Change>) -> Cell {
    let point = change.and_then(|change| change.delta.point.as_ref());
    let moves = change.is_some_and(|change| change.movement as usize <= 3);
    let tone = match point {
        Some(point) if moves && point.is_positive() => Tone::Reached,
        Some(_) if moves => Tone::Missed,
        _ => Tone::Plain,
    };
    Cell { text: vec![Inline::Text(trend.change_phrase(change))], tone }
}

/// From the first assessment to the last: each principle's level and score before and now, and the change.
fn change(trend: &TrendReport) -> Vec<Block> {
    let words = trend.trend_words();
    let [first, last] = [trend.oldest(), trend.newest()].map(|edition| trend.date(edition));
    let stood = |edition: &Report, index: Option<usize>| {
        let (level, score) = match index.and_then(|index| Some((index, edition.assessment.principles.get(index)?))) {
            Some((index, principle)) => (edition.principle_level(index), &principle.score),
            None => (edition.overall_phrase(), &edition.assessment.overall.score),
        };
        let score = edition.score_phrase(score, None);
        let level = harmless(&level);
        Cell::from(if score.is_empty() { level } else { format!("{level}; {score}") })
    };
    let row = |name: String, part: &PartTrend, index: Option<usize>, questions: usize| {
        let mut now = stood(trend.newest(), index);
        if part.composition {
            now.text.push(Inline::Text(format!(" ({})", words.composition_short)));
        }
        let common = (trend.words().report.of)(part.common.len(), questions);
        let mut change = changed(trend, part.change.as_ref());
        // Where other questions apply, the change is not the difference of the two scores beside it.
        if let Some(found) = part.change.as_ref() {
            let [before, after] = [(trend.oldest(), &found.old), (trend.newest(), &found.new)];
            fn of_all<'e>(edition: &'e Report, index: Option<usize>) -> Option<&'e Bounds> {
                let Some(index) = index else { return Some(&edition.assessment.overall.score) };
                edition.assessment.principles.get(index).map(|found| &found.score)
            }
            let phrase = |(edition, common): (&Report, &Bounds)| edition.score_phrase(common, None);
            let differs = |(edition, common): (&Report, &Bounds)| {
                of_all(edition, index)
                    .is_none_or(|score| edition.score_phrase(score, None) != phrase((edition, common)))
            };
            if differs(before) || differs(after) {
                change.text.push(Inline::Text(format!(" ({})", (words.on_common)(&phrase(before), &phrase(after)))));
            }
        }
        vec![Cell::from(name), stood(trend.oldest(), index), now, change, Cell::from(common)]
    };
    let questions = &trend.rubric().questions;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (index, part) in trend.total.principles.iter().enumerate() {
        let own = questions.iter().filter(|question| question.principle == index).count();
        rows.push(row(trend.newest().principle_name(index), part, Some(index), own));
    }
    rows.push(row(words.overall.to_owned(), &trend.total.overall, None, questions.len()));
    let [principle, before, now, change, common] = words.change_heads;
    vec![
        Block::heading(2, words.headings.change),
        Block::Table(Table {
            caption: (words.change_caption)(&first, &last),
            columns: vec![
                column(principle, Align::Start, 4),
                column(before, Align::Start, 6),
                column(now, Align::Start, 6),
                column(change, Align::Start, 6),
                column(common, Align::Start, 4),
            ],
            rows,
            row_heads: true,
        }),
    ]
}

fn cells(trend: &TrendReport) -> Vec<Block> {
    let words = trend.trend_words();
    let mut columns = vec![column(words.change_heads[0], Align::Start, 4)];
    for rank in 1..=trend.rubric().levels.len() {
        columns.push(column(&harmless(trend.newest().rank_name(rank)), Align::Start, 5));
    }
    let rows = trend.total.cells.iter().enumerate().map(|(index, cells)| {
        let mut row = vec![Cell::from(trend.newest().principle_name(index))];
        row.extend(cells.iter().map(|cell| changed(trend, cell.as_ref())));
        row
    });
    let rows = rows.collect();
    vec![
        Block::heading(2, words.headings.cells),
        Block::Table(Table { caption: words.cells_caption.to_owned(), columns, rows, row_heads: true }),
    ]
}

fn facets(trend: &TrendReport) -> Vec<Block> {
    let (words, newest) = (trend.trend_words(), trend.newest());
    let [_, before, now, change, _] = words.change_heads;
    let mut blocks = Vec::new();
    for (facet, changes) in trend.total.facets.iter().enumerate() {
        let name = newest.facet_name(facet);
        let rows = changes.iter().enumerate().map(|(value, change)| {
            let score = |bounds: fn(&Change) -> &crate::scoring::Bounds| {
                change.as_ref().map_or_else(String::new, |change| newest.score_phrase(bounds(change), None))
            };
            vec![
                Cell::from(newest.facet_value_name(facet, value)),
                Cell::from(score(|change| &change.old)),
                Cell::from(score(|change| &change.new)),
                changed(trend, change.as_ref()),
            ]
        });
        blocks.push(Block::heading(3, name.clone()));
        blocks.push(Block::Table(Table {
            caption: name.clone(),
            columns: vec![
                column(newest.words.sections.facet_heads[0], Align::Start, 4),
                column(before, Align::Start, 4),
                column(now, Align::Start, 4),
                column(change, Align::Start, 6),
            ],
            rows: rows.collect(),
            row_heads: true,
        }));
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::heading(2, words.headings.facets));
    }
    blocks
}

fn questions(trend: &TrendReport) -> Vec<Block> {
    let overall = &trend.total.overall;
    let mut all = overall.essential_lost.clone();
    all.extend(overall.regressed.iter().filter(|question| !overall.essential_lost.contains(question)));
    let words = trend.trend_words();
    question_table(trend, words.headings.questions, words.regressed_caption, &all)
}

fn improved(trend: &TrendReport) -> Vec<Block> {
    let words = trend.trend_words();
    question_table(trend, words.headings.improved, words.improved_caption, &trend.total.overall.improved)
}

fn question_table(trend: &TrendReport, heading: &str, caption: &str, questions: &[usize]) -> Vec<Block> {
    if questions.is_empty() {
        return Vec::new();
    }
    let words = trend.trend_words();
    let row = |&index: &usize| {
        let text = trend.newest().texts.questions.get(index).map_or("", |text| text.text.as_str());
        let question = trend.rubric().questions.get(index);
        let id = question.map_or("", |question| question.id.as_str());
        let mut remarks = Vec::new();
        let unknown = trend.total.questions.get(index).is_some_and(|question| question.known == [true, false]);
        if trend.total.overall.essential_lost.contains(&index) && !unknown {
            remarks.push(words.lost_short);
        } else if question.is_some_and(|question| question.essential) {
            remarks.push(words.essential);
        }
        if unknown {
            remarks.push(words.no_longer_known);
        }
        vec![
            Cell::from(format!("{} ({id})", harmless(text))),
            Cell::from(trend.oldest().answer_label(index)),
            Cell::from(trend.newest().answer_label(index)),
            Cell::from(remarks.join(", ")),
        ]
    };
    let [question, before, now, remark] = words.question_heads;
    vec![
        Block::heading(2, heading),
        Block::Table(Table {
            caption: caption.to_owned(),
            columns: vec![
                column(question, Align::Start, 10),
                column(before, Align::Start, 4),
                column(now, Align::Start, 4),
                column(remark, Align::Start, 4),
            ],
            rows: questions.iter().map(row).collect(),
            row_heads: true,
        }),
    ]
}

/// What is left out of every change: changed applicability apart from a changed questionnaire.
fn scope(trend: &TrendReport) -> Vec<Block> {
    let words = trend.trend_words();
    let ids = |wanted: Standing| -> String {
        let each = trend.rubric().questions.iter().zip(&trend.total.questions).enumerate();
        let fits = each.filter(|(_, (_, trend))| trend.standing == wanted).map(|(index, (question, _))| {
            let text = trend.newest().texts.questions.get(index).map_or("", |text| text.text.as_str());
            format!("{} ({})", harmless(text), question.id)
        });
        fits.collect::<Vec<_>>().join("; ")
    };
    let lists = [
        (words.now_applicable, ids(Standing::OnlyNew)),
        (words.no_longer_applicable, ids(Standing::OnlyOld)),
        (words.other_version, ids(Standing::OtherVersion)),
        (words.dropped, harmless(&trend.total.dropped.join(", "))),
    ];
    let mut items: Vec<Vec<Block>> = lists
        .into_iter()
        .filter(|(_, list)| !list.is_empty())
        .map(|(label, list)| vec![Block::text(format!("{label}: {list}"))])
        .collect();
    let hidden = |counted: bool| {
        let each = trend.total.questions.iter().enumerate().filter(|(_, trend)| trend.standing == Standing::Hidden);
        each.filter(|(index, _)| trend.total.overall.common.contains(index) == counted).count()
    };
    let [counted, left_out] = [true, false].map(hidden);
    if left_out > 0 {
        items.push(vec![Block::text((words.hidden_left_out)(left_out))]);
    }
    let mut blocks = vec![Block::heading(2, words.headings.scope)];
    if items.is_empty() {
        blocks.push(Block::text(words.scope_same));
    } else {
        blocks.push(Block::text(words.scope_intro));
        blocks.push(Block::List { ordered: false, items });
    }
    if counted > 0 {
        blocks.push(Block::text((words.hidden_counted)(counted)));
    }
    blocks
}

/// Each assessment with the one before it, where there are more than two.
fn steps(trend: &TrendReport) -> Vec<Block> {
    if trend.steps.len() < 2 {
        return Vec::new();
    }
    let words = trend.trend_words();
    let mut columns = vec![column(words.period, Align::Start, 5), column(words.overall, Align::Start, 5)];
    let principles = 0..trend.rubric().principles.len();
    columns.extend(principles.map(|index| column(&trend.newest().principle_name(index), Align::Start, 5)));
    let rows = trend.steps.iter().zip(trend.editions.windows(2)).map(|(step, pair)| {
        let dates = pair.iter().map(|edition| trend.date(edition)).collect::<Vec<_>>().join(" – ");
        let mut row = vec![Cell::from(dates), changed(trend, step.overall.change.as_ref())];
        row.extend(step.principles.iter().map(|part| changed(trend, part.change.as_ref())));
        row
    });
    let rows = rows.collect();
    let mut blocks = vec![
        Block::heading(2, words.headings.steps),
        Block::Table(Table { caption: words.steps_caption.to_owned(), columns, rows, row_heads: true }),
    ];
    blocks.extend(groups::steps(trend));
    blocks
}

/// The steps, and how to read all this.
fn after(trend: &TrendReport) -> Vec<Block> {
    let words = trend.trend_words();
    let mut blocks = steps(trend);
    blocks.push(Block::heading(2, words.headings.method));
    blocks.extend(words.method.iter().map(|text| Block::text(*text)));
    blocks.push(Block::text(trend.words().report.participation_only));
    if !trend.warnings.is_empty() {
        let items = trend.warnings.iter().map(|problem| vec![Block::text(trend.words().problem(problem))]);
        blocks.push(Block::heading(2, trend.words().report.warnings));
        blocks.push(Block::List { ordered: false, items: items.collect() });
    }
    blocks
}
