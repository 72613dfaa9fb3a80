//! The recommendations, most pressing first.

use super::{bullets, field};
use crate::report::Report;
use crate::report::document::{Block, Inline};
use crate::scoring::{Priority, Reason};
use crate::text::harmless;

/// Every recommendation with its reason, steps and benefit.
pub fn blocks(report: &Report) -> Vec<Block> {
    let words = &report.words.report;
    let mut blocks = vec![Block::heading(2, words.headings.recommendations)];
    let priorities = &report.assessment.priorities;
    if priorities.is_empty() {
        blocks.push(Block::text(words.no_recommendation));
    }
    let mut reason = None;
    let mut number = 0;
    for priority in priorities {
        let Some(text) = report.texts.questions.get(priority.question) else { continue };
        if reason != Some(priority.reason) {
            reason = Some(priority.reason);
            blocks.push(Block::heading(3, words.reasons[priority.reason as usize].trim_end_matches('.')));
        }
        number += 1;
        blocks.extend(recommendation(report, priority, number, text));
    }
    blocks
}

/// The recommendations in order, a line each, and the steps of the first.
pub fn list(report: &Report) -> Vec<Block> {
    let words = &report.words.report;
    let mut blocks = vec![Block::heading(2, words.headings.recommendations)];
    let priorities = &report.assessment.priorities;
    let text = |priority: &Priority| report.texts.questions.get(priority.question);
    let Some(first) = priorities.first() else {
        blocks.push(Block::text(words.no_recommendation));
        return blocks;
    };
    blocks.extend(text(first).into_iter().flat_map(|text| recommendation(report, first, 1, text)).skip(1));
    let titles = priorities.iter().filter_map(|priority| {
        let text = text(priority)?;
        let title = text.recommendation.as_ref().map_or(text.text.as_str(), |r| r.title.as_str());
        let principle = report.rubric.questions.get(priority.question)?.principle;
        let id = report.rubric.questions.get(priority.question)?.id.as_str();
        let mut line = format!("{} ({}, {id})", harmless(title), report.principle_name(principle));
        if priority.essential {
            line.push_str(&format!(", {}", words.essential));
        }
        Some(vec![Block::text(line)])
    });
    let list = Block::List { ordered: true, items: titles.collect() };
    blocks.insert(1, list);
    blocks.insert(2, Block::text((words.first_in_detail)(&first_title(report, first))));
    blocks.push(Block::text(words.all_in_detail));
    blocks
}

fn first_title(report: &Report, priority: &Priority) -> String {
    let text = report.texts.questions.get(priority.question);
    let title = text.map_or("", |t| t.recommendation.as_ref().map_or(t.text.as_str(), |r| r.title.as_str()));
    harmless(title)
}

fn recommendation(
    report: &Report,
    priority: &Priority,
    number: usize,
    text: &crate::model::QuestionText,
) -> Vec<Block> {
    let words = &report.words.report;
    let title = text.recommendation.as_ref().map_or(text.text.as_str(), |r| r.title.as_str());
    let mut blocks = vec![Block::heading(4, format!("{number}. {}", harmless(title)))];
    let principle = report.rubric.questions.get(priority.question).map_or(0, |question| question.principle);
    let mut about = format!("{}. {}", report.principle_name(principle), harmless(&text.text));
    about.push_str(&format!(" {}: {}.", words.answer, report.answer_label(priority.question)));
    if priority.essential {
        about.push_str(&format!(" ({})", words.essential));
    }
    blocks.push(Block::Paragraph(vec![Inline::Text(about)]));
    if priority.unknown && priority.reason != Reason::Improves {
        blocks.push(Block::text(words.find_out));
    }
    if let Some(recommendation) = &text.recommendation {
        if !recommendation.steps.is_empty() {
            let items = recommendation.steps.iter().map(|step| vec![Block::text(harmless(step))]).collect();
            blocks.push(Block::List { ordered: true, items });
        }
        if let Some(benefit) = &recommendation.benefit {
            blocks.push(Block::Paragraph(field(words.benefit, &harmless(benefit))));
        }
    } else if !text.evidence.is_empty() {
        blocks.push(bullets(text.evidence.iter().map(|item| harmless(item))));
    }
    blocks
}
