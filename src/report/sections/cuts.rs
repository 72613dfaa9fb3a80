//! The same answers cut differently: facets, kind of involvement, evidence, cross-reference, who did what.

use crate::model::{Question, order};
use crate::report::Report;
use crate::report::document::{Align, Block, Cell, Column, Figure, Table};
use crate::report::figures::{Bar, FigureData};
use crate::scoring::{Bounds, evidence, mean_of};
use crate::text::harmless;

/// All cuts.
pub fn blocks(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let mut blocks = vec![Block::PageBreak];
    if report.rubric.facets.is_empty() {
        blocks.push(Block::heading(2, words.no_cuts));
    } else {
        blocks.extend([Block::heading(2, words.cuts), Block::text(words.cuts_intro)]);
    }
    for (index, facet) in report.rubric.facets.iter().enumerate() {
        // The aspects are the ingredients of the kind of involvement, and shown there.
        if facet.id != "aspect" {
            blocks.extend(facet_blocks(report, index));
        }
    }
    blocks.extend(involvement(report));
    blocks.extend(evidence_blocks(report));
    blocks.extend(cross_reference(report));
    blocks.extend(process(report));
    blocks
}

fn column(head: &str, align: Align, share: u16) -> Column {
    Column { head: head.to_owned(), align, share }
}

fn facet_blocks(report: &Report, index: usize) -> Vec<Block> {
    let words = &report.words.sections;
    let name = report.facet_name(index);
    let Some(scores) = report.assessment.facets.get(index) else { return Vec::new() };
    let label = |at: usize| report.facet_value_name(index, at);
    let shown = |(at, score): (usize, &Bounds)| match report.shows_facet(index, at) {
        true => bar(report, label(at), score),
        false => Bar { label: report.words.voices.not_shown.to_owned(), ..bar(report, label(at), &Bounds::default()) },
    };
    let belongs =
        |question: &Question, at: usize| question.facets.get(index).is_some_and(|values| values.contains(&at));
    let asked = |at: usize| {
        let mut questions = report.rubric.questions.iter().zip(&report.shared.asked);
        questions.any(|(question, asked)| *asked && belongs(question, at))
    };
    // A part of which nothing was asked is none of this report.
    let scores: Vec<(usize, &Bounds)> = scores.iter().enumerate().filter(|(at, _)| asked(*at)).collect();
    if scores.is_empty() {
        return Vec::new();
    }
    let bars: Vec<Bar> = scores.iter().copied().map(shown).collect();
    let spoken = bars.iter().zip(&scores).map(|(bar, (_, score))| match bar.low {
        Some(_) => format!("{}: {}", bar.name, report.spoken_score(score)),
        None => format!("{}: {}", bar.name, bar.label),
    });
    let list: Vec<String> = spoken.collect();
    let rows = bars.iter().map(|bar| vec![Cell::from(bar.name.clone()), Cell::from(bar.label.clone())]).collect();
    let [part, score] = words.facet_heads;
    vec![
        Block::heading(3, name.clone()),
        Block::Figure(Figure {
            caption: name.clone(),
            alt: (words.facet_alt)(&name, &list.join("; ")),
            data: FigureData::Bars(bars),
        }),
        Block::Table(Table {
            caption: name,
            columns: vec![column(part, Align::Start, 3), column(score, Align::Start, 2)],
            rows,
            row_heads: false,
        }),
    ]
}

/// A bar with its bounds and its value in words.
pub fn bar(report: &Report, name: String, score: &Bounds) -> Bar {
    let phrase = report.score_phrase(score, None);
    let [low, point, high] = report.bounds(score, None);
    Bar {
        name,
        low,
        point,
        high,
        label: if phrase.is_empty() { report.words.report.not_applicable.to_owned() } else { phrase },
    }
}

/// The kind of involvement with its table of phases and the rule that decided.
fn involvement(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let mut blocks = super::profile::involvement(report, 3);
    let (Some(found), false) = (&report.assessment.involvement, blocks.is_empty()) else { return blocks };
    let phrase = |score: &Bounds| {
        let phrase = report.score_phrase(score, None);
        if phrase.is_empty() && report.protects() {
            report.words.voices.not_shown.to_owned()
        } else if phrase.is_empty() {
            report.words.report.not_applicable.to_owned()
        } else {
            phrase
        }
    };
    let [phase, involved, power, jointly] = words.phase_heads;
    let facet = report.rubric.facets.iter().position(|facet| facet.id == "phase");
    let name = |id: &str| {
        let at = report.rubric.facets.get(facet?)?.values.iter().position(|value| value == id)?;
        Some(report.facet_value_name(facet?, at))
    };
    // A phase that the rubric does not have is none of this report.
    let phases = found.phases.iter().filter_map(|entry| Some((entry, name(entry.id)?)));
    let rows = phases.map(|(entry, name)| {
        vec![
            Cell::from(name),
            Cell::from(phrase(&entry.involvement)),
            Cell::from(phrase(&entry.power)),
            Cell::from(match entry.shared {
                None => report.words.voices.not_shown,
                Some([true, _, true]) => words.yes_no[0],
                Some([false, _, false]) => words.yes_no[1],
                Some(_) => report.words.report.states[2],
            }),
        ]
    });
    blocks.push(Block::Table(Table {
        caption: words.phases_caption.to_owned(),
        columns: [phase, involved, power, jointly].map(|head| column(head, Align::Start, 1)).to_vec(),
        rows: rows.collect(),
        row_heads: true,
    }));
    let half = report.numbers.percent(&crate::model::ratio(1, 2));
    let routine = found.routine.as_ref().map(&phrase);
    blocks.push(Block::text((words.phases_rule)(&half, &phrase(&found.reciprocity), routine.as_deref())));
    blocks
}

fn evidence_blocks(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let mut blocks = vec![Block::heading(3, words.evidence)];
    let Some(sheet) = report.sheet else {
        blocks.push(Block::text(words.evidence_several));
        return blocks;
    };
    let found = evidence(report.rubric, sheet);
    if found.claimed == 0 {
        blocks.push(Block::text(words.evidence_none));
        return blocks;
    }
    let share = crate::model::ratio(found.backed as u64, found.claimed as u64);
    let mut text = (words.evidence_share)(found.backed, found.claimed, &report.numbers.percent(&share));
    let [claimed, evidenced] =
        [&found.claimed_score, &found.evidenced_score].map(|score| report.score_phrase(score, None));
    if !claimed.is_empty() {
        text.push(' ');
        text.push_str(&(words.evidence_scores)(&claimed, &evidenced));
    }
    blocks.push(Block::text(text));
    blocks
}

/// Articles of the convention and principles of EQUASS with the questions that touch them: those of which a question
/// was asked, since what is asked of providers only says nothing of an employer.
fn cross_reference(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let mut references: Vec<&String> = report
        .rubric
        .questions
        .iter()
        .zip(&report.shared.asked)
        .filter(|(_, asked)| **asked)
        .flat_map(|(question, _)| &question.references)
        .filter(|reference| reference.starts_with("CRPD") || reference.starts_with("EQUASS"))
        .collect();
    order::sort_by_key(&mut references, |reference| sort_key(reference));
    references.dedup();
    if references.is_empty() {
        return Vec::new();
    }
    let rows = references.into_iter().map(|reference| {
        let score = mean_of(report.rubric, &report.assessment.questions, |q| q.references.contains(reference));
        let members = report.rubric.questions.iter().filter(|q| q.references.contains(reference));
        let ids: Vec<&str> = members.map(|question| question.id.as_str()).collect();
        let mut questions = report.rubric.questions.iter().enumerate();
        let hidden = questions.any(|(at, q)| q.references.contains(reference) && !report.shows_question(at));
        let phrase = report.score_phrase(&score, None);
        let phrase = match phrase.is_empty() {
            _ if hidden => report.words.voices.not_shown.to_owned(),
            true => report.words.report.not_applicable.to_owned(),
            false => phrase,
        };
        vec![Cell::from(report.reference(reference)), Cell::from(phrase), Cell::from(ids.join(", "))]
    });
    let [reference, score, questions] = words.crossreference_heads;
    vec![
        Block::heading(3, words.crossreference),
        Block::text(words.crossreference_intro),
        Block::Table(Table {
            caption: words.crossreference.to_owned(),
            columns: vec![
                column(reference, Align::Start, 5),
                column(score, Align::Start, 4),
                column(questions, Align::Start, 6),
            ],
            rows: rows.collect(),
            row_heads: true,
        }),
    ]
}

/// "CRPD Art. 4(3)" before "CRPD Art. 27": by the words, then by the numbers in them.
fn sort_key(reference: &str) -> (String, Vec<u32>) {
    let words: String = reference.chars().filter(|c| !c.is_ascii_digit()).collect();
    let start = words.split(['.', '(']).next().unwrap_or_default().to_owned();
    let numbers = reference.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let prefix = if start.starts_with("CRPD") { "CRPD".to_owned() } else { words };
    (prefix, numbers)
}

/// Who chose, answered, interpreted, decides.
fn process(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let process = report.process();
    let said = [&process.chose_questions, &process.answered, &process.interpreted, &process.decides];
    let rows = words.process_rows.iter().zip(said).map(|(task, who)| {
        vec![Cell::from(*task), Cell::from(who.as_deref().map_or_else(|| words.not_said.to_owned(), harmless))]
    });
    let [task, who] = words.process_heads;
    vec![
        Block::heading(3, words.process),
        Block::Table(Table {
            caption: words.process.to_owned(),
            columns: vec![column(task, Align::Start, 2), column(who, Align::Start, 3)],
            rows: rows.collect(),
            row_heads: false,
        }),
        Block::text(report.words.report.participation_only),
    ]
}
