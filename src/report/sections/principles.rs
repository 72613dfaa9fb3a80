//! One section per principle: meaning, level and score, the arithmetic, what blocks it, notes, what to do.

use super::{field, recommendations};
use crate::model::{Given, Level, Sheet};
use crate::report::Report;
use crate::report::document::{Align, Block, Cell, Column, Table};
use crate::scoring::{CellScore, PrincipleScore};
use crate::text::{harmless, harmless_lines};
use std::borrow::Cow;

/// All principles' sections.
pub fn blocks(report: &Report) -> Vec<Block> {
    let principles = report.assessment.principles.iter().enumerate();
    principles.flat_map(|(index, principle)| section(report, index, principle)).collect()
}

fn section(report: &Report, index: usize, principle: &PrincipleScore) -> Vec<Block> {
    let name = report.principle_name(index);
    let mut blocks = vec![Block::PageBreak, Block::heading(2, name.clone())];
    let text = report.texts.principles.get(index);
    if let Some(description) = text.and_then(|text| text.description.as_deref()) {
        blocks.push(Block::text(harmless(description)));
    }
    if let Some(reason) = report.hidden_total(index) {
        let not_shown = report.words.voices.not_shown;
        blocks.push(Block::text(format!("{}: {not_shown} ({}).", name, report.hidden_reason(reason))));
        return blocks;
    }
    let notes = || match report.options.without_notes {
        true => Vec::new(),
        false => notes(report, &name, principle),
    };
    if principle.coverage.is_none() {
        blocks.push(Block::text(report.words.report.nothing_to_judge));
        // Why nothing does is what there is to read.
        if !report.protects() {
            blocks.extend(explain(report, index, None));
            blocks.extend(notes());
        }
        return blocks;
    }
    // What the unknown answers can change is said of each view by itself.
    let reached = reached(report, index, report.level_phrase(&principle.level));
    let status = report.status_phrase(&principle.level).unwrap_or_default();
    blocks.push(Block::text(format!("{reached} {status}")));
    blocks.extend(report.contested_principle(index).map(|sees| Block::text(format!("{sees}."))));
    blocks.extend(super::profile::blocker_table(report, index, principle));
    blocks.extend(explain(report, index, None));
    blocks.extend(notes());
    blocks.extend(recommendations::of_principle(report, index));
    blocks
}

/// "Level: Compliance (1 of 3). Score: 61%.", never without whose view it is and whether it is an estimate.
fn reached(report: &Report, index: usize, level: String) -> String {
    let words = &report.words;
    let view = if report.has_lived_experience() { level } else { format!("{level}, {}", words.report.self_view) };
    let label = if report.is_estimate() { words.report.level_estimated } else { words.report.level };
    (words.sections.reached)(label, &harmless(&view), &report.principle_score(index))
}

/// The arithmetic of one principle, or of one of its cells, on its own.
pub fn explanation(report: &Report, index: usize, only: Option<usize>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(2, report.principle_name(index))];
    blocks.push(Block::text(reached(report, index, report.principle_level(index))));
    blocks.extend(explain(report, index, only));
    blocks
}

/// From each answer to the score of its cell, of all levels or of one.
fn explain(report: &Report, index: usize, only: Option<usize>) -> Vec<Block> {
    let words = &report.words.sections;
    let Some(principle) = report.assessment.principles.get(index) else { return Vec::new() };
    let name = report.principle_name(index);
    let intro = match (report.protects(), report.sheet) {
        (true, _) => report.words.voices.explain_intro,
        (false, None) => words.explain_several,
        (false, Some(_)) => words.explain_intro,
    };
    // With the principle's name, so that no two headings of a report are alike: who jumps from one to the next hears
    // where each leads.
    let mut blocks = vec![Block::heading(3, format!("{name}: {}", words.explain)), Block::text(intro)];
    for (rank, (level, cell)) in report.rubric.levels.iter().zip(&principle.cells).enumerate() {
        if cell.questions.is_empty() || only.is_some_and(|only| only != rank) {
            continue;
        }
        let level_name = harmless(report.rank_name(rank + 1));
        if report.protects() {
            blocks.extend(means(report, [index, rank], level, cell));
            continue;
        }
        blocks.push(Block::heading(4, format!("{name}: {level_name}")));
        blocks.push(Block::Table(answers(report, (words.explain_caption)(&name, &level_name), [index, rank], cell)));
        blocks.extend(verdict(report, level, cell).into_iter().map(Block::text));
    }
    if only.is_none() && !report.protects() {
        let lines = report.principle_arithmetic(principle);
        if !lines.is_empty() {
            blocks.push(Block::heading(4, format!("{name}: {}", words.explain_principle)));
            blocks.extend(lines.into_iter().map(Block::text));
        }
    }
    blocks
}

/// A cell of several people: its score against its threshold, and the means of its questions as far as they may be
/// shown. The sum behind it would give away more than its result.
fn means(report: &Report, [principle, rank]: [usize; 2], level: &Level, cell: &CellScore) -> Vec<Block> {
    let (words, voices) = (&report.words.sections, &report.words.voices);
    let name = harmless(report.rank_name(rank + 1));
    let (_, state) = report.cell_state(principle, rank, cell);
    let score = report.score_phrase(&cell.score, Some(&level.threshold));
    let score = if score.is_empty() { voices.means_hidden.to_owned() } else { score };
    let verdict = (words.threshold)(&report.numbers.exact_percent(&level.threshold), state);
    let heading = format!("{}: {name}", report.principle_name(principle));
    let mut blocks = vec![Block::heading(4, heading), Block::text((voices.cell)(&name, &score, &verdict))];
    let [_, answer, _, weight, essential] = words.explain_heads;
    let question = &question_head(report, principle, rank);
    let column = |head: &str, align, share| Column { head: head.to_owned(), align, share };
    let rows: Vec<Vec<Cell>> = cell
        .questions
        .iter()
        .filter_map(|&index| {
            let entry = report.rubric.questions.get(index).filter(|_| report.shows_question(index))?;
            let text = report.texts.questions.get(index).map_or("", |text| text.text.as_str());
            Some(vec![
                Cell::from(format!("{} ({})", harmless(text), entry.id)),
                Cell::from(answer_or_not_asked(report, index)),
                Cell::from(entry.weight.to_string()),
                Cell::from(if entry.essential { words.yes_no[0] } else { words.yes_no[1] }),
            ])
        })
        .collect();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: (words.explain_caption)(&report.principle_name(principle), &name),
            columns: vec![
                column(question, Align::Start, 12),
                column(answer, Align::Start, 5),
                column(weight, Align::End, 3),
                column(essential, Align::Start, 3),
            ],
            rows,
            row_heads: true,
        }));
    }
    blocks
}

/// The head of a column of questions with their place: who comes to a table in the middle hears where it is.
fn question_head(report: &Report, principle: usize, rank: usize) -> String {
    let [question, ..] = report.words.sections.explain_heads;
    let level = harmless(report.short_rank_name(rank + 1));
    format!("{question} ({}, {level})", report.principle_name(principle))
}

fn answers(report: &Report, caption: String, [principle, rank]: [usize; 2], cell: &CellScore) -> Table {
    let words = &report.words.sections;
    let [_, answer, points, weight, essential] = words.explain_heads;
    let question = &question_head(report, principle, rank);
    let points = if report.sheet.is_some() { points } else { report.words.report.score };
    let column = |head: &str, align, share| Column { head: head.to_owned(), align, share };
    let rows = cell.questions.iter().map(|&index| {
        let entry = report.rubric.questions.get(index);
        let text = report.texts.questions.get(index).map_or("", |text| text.text.as_str());
        let id = entry.map_or("", |entry| entry.id.as_str());
        let essential = entry.is_some_and(|entry| entry.essential);
        vec![
            Cell::from(format!("{} ({id})", harmless(text))),
            Cell::from(answer_or_not_asked(report, index)),
            Cell::from(points_of(report, index)),
            Cell::from(entry.map_or_else(String::new, |entry| entry.weight.to_string())),
            Cell::from(if essential { words.yes_no[0] } else { words.yes_no[1] }),
        ]
    });
    Table {
        caption,
        columns: vec![
            column(question, Align::Start, 12),
            column(answer, Align::Start, 4),
            column(points, Align::End, 3),
            column(weight, Align::End, 3),
            column(essential, Align::Start, 3),
        ],
        rows: rows.collect(),
        row_heads: true,
    }
}

fn answer_or_not_asked(report: &Report, index: usize) -> String {
    if report.shared.asked.get(index).is_some_and(|asked| *asked) {
        report.answer_label(index)
    } else {
        report.words.sections.not_asked.to_owned()
    }
}

/// "2 of 3": the points of one sheet's answer; of several sheets, the organisation's value as a fraction.
fn points_of(report: &Report, index: usize) -> String {
    let highest = report.rubric.highest_points();
    let Some(score) = report.assessment.questions.get(index) else { return String::new() };
    let Some(point) = &score.score.point else { return "–".to_owned() };
    if report.sheet.is_none() {
        return point.to_string();
    }
    let points = point * crate::model::ratio(highest, 1);
    (report.words.report.of)(usize::try_from(points.to_integer()).unwrap_or(0), usize::try_from(highest).unwrap_or(0))
}

/// The arithmetic of a cell, and what its essential questions add to it; a line each.
fn verdict(report: &Report, level: &Level, cell: &CellScore) -> Vec<String> {
    let words = &report.words.sections;
    if cell.is_empty() {
        return vec![words.nothing_applies.to_owned()];
    }
    let mut lines = report.arithmetic(cell, &level.threshold);
    if cell.score.point.is_none() {
        lines.insert(0, words.no_known_answer.to_owned());
    }
    let minimum = report.rubric.essential_minimum.to_string();
    if cell.essential_missed(report.rubric, &report.assessment.questions) {
        lines.push((words.essential_missed)(&minimum));
    } else if cell.essential_unknown(report.rubric, &report.assessment.questions) {
        lines.push((words.essential_unknown)(&minimum));
    }
    lines
}

/// A longer note, in bytes, would fill more than some forty pages; JSON and CSV have it whole.
const LONGEST_NOTE: usize = 100_000;
/// All notes of a sheet together, in bytes: some four hundred pages.
const LONGEST_NOTES: usize = 1_000_000;

/// How long a note may be, in bytes, so that a report stays one that can be made and opened.
fn longest_note(sheet: &Sheet) -> usize {
    let texts = || sheet.answers.values().flat_map(|answer| [&answer.note, &answer.reason].into_iter().flatten());
    let evidence = || sheet.answers.values().flat_map(|answer| &answer.evidence);
    let lengths = || texts().chain(evidence()).map(String::len);
    if lengths().sum::<usize>() <= LONGEST_NOTES {
        return LONGEST_NOTE;
    }
    (LONGEST_NOTES / lengths().count().max(1)).clamp(1000, LONGEST_NOTE)
}

/// A text that is shortened where nobody could read it, and says so.
fn within_reason<'t>(report: &Report, text: &'t str, longest: usize) -> Cow<'t, str> {
    if text.len() <= longest {
        return Cow::Borrowed(text);
    }
    let end = (0..=longest).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    let left_out = text[end..].chars().count();
    Cow::Owned(format!("{}{}", &text[..end], (report.words.report.shortened)(left_out)))
}

/// What one sheet says beside its answers.
fn notes(report: &Report, name: &str, principle: &PrincipleScore) -> Vec<Block> {
    let words = &report.words.sections;
    let Some(sheet) = report.sheet else { return Vec::new() };
    let longest = longest_note(sheet);
    let mut blocks = Vec::new();
    for &index in principle.cells.iter().flat_map(|cell| &cell.questions) {
        let Some(question) = report.rubric.questions.get(index) else { continue };
        let Some(answer) = sheet.answers.get(&question.id) else { continue };
        let reason = answer.reason.as_ref().filter(|_| answer.given == Some(Given::NotApplicable));
        if answer.note.is_none() && answer.evidence.is_empty() && reason.is_none() {
            continue;
        }
        let text = report.texts.questions.get(index).map_or("", |text| text.text.as_str());
        blocks.push(Block::Paragraph(field(&question.id, &harmless(text))));
        let mut items: Vec<Vec<Block>> = Vec::new();
        let mut add = |label: &str, text: &str| {
            let text = harmless_lines(&within_reason(report, text, longest));
            let mut lines = text.lines().filter(|line| !line.trim().is_empty());
            let first = lines.next().map(|line| Block::text(format!("{label}: {line}")));
            items.push(first.into_iter().chain(lines.map(Block::text)).collect());
        };
        if let Some(reason) = reason {
            add(words.reason_label, reason);
        }
        if let Some(note) = &answer.note {
            add(words.note_label, note);
        }
        for evidence in &answer.evidence {
            add(words.evidence_label, evidence);
        }
        blocks.push(Block::List { ordered: false, items });
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::heading(3, format!("{name}: {}", words.notes)));
    }
    blocks
}
