//! The recommendations: in order, and with their steps in the sections of their principles.

use super::{bullets, field};
use crate::model::{QuestionText, Ratio};
use crate::report::Report;
use crate::report::document::{Align, Block, Cell, Column, Inline, Table};
use crate::scoring::{Priority, Reason, base_value};
use crate::text::harmless;
use num_traits::ToPrimitive;
use std::borrow::Cow;
/// What a question's recommendation is called; the question itself where the rubric has none.
pub fn title(report: &Report, question: usize) -> String {
    let text = report.texts.questions.get(question);
    let title = text.map_or("", |t| t.recommendation.as_ref().map_or(t.text.as_str(), |r| r.title.as_str()));
    harmless(title)
}

fn principle_of(report: &Report, question: usize) -> usize {
    report.rubric.questions.get(question).map_or(usize::MAX, |question| question.principle)
}

/// All recommendations in order, as a table; their steps stand in the sections of the principles.
pub fn list(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let mut blocks = vec![Block::PageBreak, Block::heading(2, report.words.report.headings.recommendations)];
    let priorities = &report.assessment.priorities;
    if report.is_withheld() {
        return Vec::new();
    }
    if priorities.is_empty() {
        blocks.push(Block::text(report.nothing_to_recommend()));
        return blocks;
    }
    let rows = priorities.iter().enumerate().map(|(index, priority)| {
        let reason = reason(report, priority);
        let essential = essential(report, priority).map_or_else(String::new, |essential| format!(" {essential}"));
        let planned = planned(report, priority).map_or_else(String::new, |planned| format!(" {planned}"));
        let why = format!("{reason}{essential}{planned}");
        vec![
            Cell::from((index + 1).to_string()),
            Cell::from(title(report, priority.question)),
            Cell::from(report.principle_name(principle_of(report, priority.question))),
            Cell::from(why),
        ]
    });
    let [number, recommendation, principle, why] = words.recommendation_heads;
    let column = |head: &str, align, share| Column { head: head.to_owned(), align, share };
    let intro = match leads(report) {
        Some((leads, rest)) => format!("{leads} {rest}"),
        None => words.recommendations_intro.to_owned(),
    };
    blocks.push(Block::text(intro));
    blocks.push(Block::Table(Table {
        caption: report.words.report.headings.recommendations.to_owned(),
        columns: vec![
            column(number, Align::End, 1),
            column(recommendation, Align::Start, 8),
            column(principle, Align::Start, 4),
            column(why, Align::Start, 6),
        ],
        rows: rows.collect(),
        row_heads: false,
    }));
    blocks
}

/// That the first ones are the plan to the next level, or which ones, and what follows; `None` where there is no plan.
fn leads(report: &Report) -> Option<(String, &'static str)> {
    let priorities = &report.assessment.priorities;
    let count = priorities.iter().filter(|priority| priority.planned.is_some()).count();
    (count > 0).then(|| {
        let words = &report.words.plan;
        if in_front(report) {
            ((words.leads_recommendations)(count), words.recommendations_rest)
        } else {
            (words.recommendations_marked.to_owned(), words.recommendations_steps)
        }
    })
}

/// Whether the plan's steps come first. Where something is hidden to protect small groups, the order must not tell what.
fn in_front(report: &Report) -> bool {
    let priorities = &report.assessment.priorities;
    let count = priorities.iter().filter(|priority| priority.planned.is_some()).count();
    priorities.iter().take(count).all(|priority| priority.planned.is_some())
}

/// How far the plan takes a question.
fn planned(report: &Report, priority: &Priority) -> Option<String> {
    let label = &report.texts.scale.get(priority.planned?)?.label;
    Some((report.words.plan.planned)(&harmless(label)))
}

/// A principle's recommendations with steps, effort, benefit and references, in the order of the whole list.
pub fn of_principle(report: &Report, principle: usize) -> Vec<Block> {
    let priorities = report.assessment.priorities.iter().enumerate();
    let mine = priorities.filter(|(_, priority)| principle_of(report, priority.question) == principle);
    let mut blocks: Vec<Block> = mine
        .filter_map(|(index, priority)| {
            let text = report.texts.questions.get(priority.question)?;
            Some(recommendation(report, priority, Some(index + 1), text))
        })
        .flatten()
        .collect();
    if !blocks.is_empty() {
        let heading = format!("{}: {}", report.principle_name(principle), report.words.sections.steps_of_principle);
        blocks.insert(0, Block::heading(3, heading));
    }
    blocks
}

/// The recommendations in order, a line each, and the steps of the first.
pub fn brief(report: &Report) -> Vec<Block> {
    let words = &report.words.report;
    let mut blocks = vec![Block::heading(2, words.headings.recommendations)];
    let priorities = &report.assessment.priorities;
    if report.is_withheld() {
        return Vec::new();
    }
    let Some(first) = priorities.first() else {
        blocks.push(Block::text(report.nothing_to_recommend()));
        return blocks;
    };
    let titles = priorities.iter().map(|priority| {
        let question = report.rubric.questions.get(priority.question);
        let id = question.map_or("", |question| question.id.as_str());
        let principle = report.principle_name(principle_of(report, priority.question));
        let mut line = format!("{} ({principle}, {id})", title(report, priority.question));
        if question.is_some_and(|question| question.essential) {
            line.push_str(&format!(", {}", words.essential));
        }
        // Where the plan is not in front, its steps are told by their marks.
        if let Some(planned) = planned(report, priority).filter(|_| !in_front(report)) {
            line.push_str(&format!(". {planned}"));
        }
        vec![Block::text(line)]
    });
    blocks.extend(leads(report).map(|(leads, _)| Block::text(leads)));
    blocks.push(Block::List { ordered: true, items: titles.collect() });
    blocks.push(Block::text((words.first_in_detail)(&title(report, first.question))));
    let text = report.texts.questions.get(first.question);
    blocks.extend(text.into_iter().flat_map(|text| recommendation(report, first, None, text)).skip(1));
    blocks.push(Block::text(words.all_in_detail));
    blocks
}

/// That an essential question is below its minimum, or not known.
fn essential(report: &Report, priority: &Priority) -> Option<&'static str> {
    let words = &report.words.report;
    priority.essential.then_some(if priority.unknown { words.essential_unknown } else { words.essential_below })
}

/// Why a recommendation stands where it stands. Of a level that is reached by the known answers alone, that it is not
/// safe; and of one that only would be, if the levels below it were, that it does not count yet.
fn reason(report: &Report, priority: &Priority) -> Cow<'static, str> {
    let words = &report.words.report;
    let usual = words.reasons[priority.reason as usize].into();
    let question = report.rubric.questions.get(priority.question);
    let Some(question) = question.filter(|_| priority.reason == Reason::Improves) else { return usual };
    let Some(principle) = report.assessment.principles.get(question.principle) else { return usual };
    let safe = principle.cells.get(question.level).is_none_or(|cell| !cell.passes.point || cell.passes.low);
    let [better, securer] = words.in_place;
    let in_place = if safe { better } else { securer };
    match principle.level.printed() {
        Some(reached) if question.level < reached => {
            if safe {
                usual
            } else {
                words.secures.into()
            }
        }
        Some(_) => format!("{in_place} {}", words.counts_later).into(),
        // Where only the range is published, it is not said whether the level is reached.
        None => in_place.into(),
    }
}

fn recommendation(report: &Report, priority: &Priority, rank: Option<usize>, text: &QuestionText) -> Vec<Block> {
    let words = &report.words.report;
    let title = title(report, priority.question);
    let heading = rank.map_or_else(|| title.clone(), |rank| format!("{rank}. {title}"));
    let mut blocks = vec![Block::heading(4, heading)];
    // Without a title of its own the question stands in the heading.
    let question = harmless(&text.text);
    let mut about = if question == title { String::new() } else { question };
    if report.shows_question(priority.question) {
        about.push_str(&format!(" {}: {}", words.answer, report.answer_label(priority.question)));
        about.push('.');
        about.extend(essential(report, priority).map(|essential| format!(" {essential}")));
    }
    about.push_str(&format!(" {}", reason(report, priority)));
    if let Some(planned) = planned(report, priority) {
        about.push_str(&format!(" {planned}"));
    }
    if let Some(effort) = effort(report, priority.question) {
        about.push_str(&format!(" {effort}"));
    }
    blocks.push(Block::Paragraph(vec![Inline::Text(about.trim_start().to_owned())]));
    if priority.unknown && priority.reason != Reason::Improves {
        blocks.push(Block::text(words.find_out));
    }
    match &text.recommendation {
        Some(recommendation) => {
            if !recommendation.steps.is_empty() {
                let items = recommendation.steps.iter().map(|step| vec![Block::text(harmless(step))]).collect();
                blocks.push(Block::List { ordered: true, items });
            }
            if let Some(benefit) = &recommendation.benefit {
                blocks.push(Block::Paragraph(field(words.benefit, &harmless(benefit))));
            }
        }
        None if !text.evidence.is_empty() => blocks.push(bullets(text.evidence.iter().map(|item| harmless(item)))),
        None => {}
    }
    let references = report.rubric.questions.get(priority.question).map_or(&[][..], |question| &question.references);
    if rank.is_some() && !references.is_empty() {
        let mut line = field(report.words.sections.references, "");
        for (index, reference) in references.iter().enumerate() {
            if index > 0 {
                line.push(Inline::Text("; ".to_owned()));
            }
            line.extend(report.reference(reference));
        }
        blocks.push(Block::Paragraph(line));
    }
    blocks
}

/// The effort of the next step up the scale: small, medium, large for 1, 2, 3, else the number.
fn effort(report: &Report, question: usize) -> Option<String> {
    let words = &report.words.sections;
    if !report.shows_question(question) {
        return None;
    }
    let (entry, score) = (report.rubric.questions.get(question)?, report.assessment.questions.get(question)?);
    let value = base_value(report.rubric, score)?;
    let highest = crate::model::ratio(report.rubric.highest_points(), 1);
    let points: Ratio = value * highest;
    let start = report.rubric.scale.iter().rposition(|c| crate::model::ratio(c.points, 1) <= points)?;
    let effort = entry.effort.get(start)?;
    let word = if effort.is_integer() { effort.to_integer().to_usize() } else { None };
    let word = word.and_then(|number| number.checked_sub(1)).and_then(|index| words.effort_words.get(index));
    let word = word.map_or_else(|| (words.effort_number)(&effort.to_string()), |word| (*word).to_owned());
    Some((words.effort)(&word))
}
