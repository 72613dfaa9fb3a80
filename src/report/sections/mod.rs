//! The report's parts, in reading order. Each file builds the blocks of one part.

mod cover;
mod method;
mod profile;
mod recommendations;

use super::Report;
use super::document::{Block, Document, Inline};
use crate::text::harmless;

/// Builds the whole document.
pub fn document(report: &Report) -> Document {
    let parts = [
        cover::blocks,
        profile::summary,
        profile::profile,
        profile::blockers,
        profile::involvement,
        recommendations::blocks,
        method::blocks,
    ];
    with(report, parts.iter().flat_map(|part| part(report)).collect())
}

/// Builds the document for a terminal.
pub fn brief(report: &Report) -> Document {
    let parts = [
        cover::blocks,
        profile::summary,
        profile::figures,
        profile::blockers,
        profile::involvement,
        recommendations::list,
        method::remarks,
    ];
    with(report, parts.iter().flat_map(|part| part(report)).collect())
}

fn with(report: &Report, blocks: Vec<Block>) -> Document {
    let words = &report.words.report;
    let organisation = harmless(&report.organisation().name);
    let title = if report.is_estimate() { words.title_quick } else { words.title };
    let self_assessment = if report.is_estimate() { words.estimate } else { words.self_assessment };
    Document {
        language: report.texts.language.clone(),
        title: title(&organisation),
        subject: words.subject.to_owned(),
        author: None,
        date: Some(report.date().to_owned()),
        footer: self_assessment.split_inclusive(". ").next().unwrap_or_default().trim().to_owned(),
        page_of: words.page_of.to_owned(),
        blocks,
    }
}

/// "Label: value" as a paragraph.
fn field(label: &str, value: &str) -> Vec<Inline> {
    vec![Inline::Strong(format!("{label}: ")), Inline::Text(value.to_owned())]
}

/// A list of plain sentences.
fn bullets(items: impl IntoIterator<Item = String>) -> Block {
    Block::List { ordered: false, items: items.into_iter().map(|item| vec![Block::text(item)]).collect() }
}
