//! The report's parts, in reading order. Each file builds the blocks of one part.

mod cover;
mod cuts;
mod gaps;
mod method;
mod perspectives;
mod principles;
mod profile;
mod reading;
mod recommendations;
mod statements;

use super::Report;
use super::document::{Block, Document, Inline};
use crate::text::harmless;

/// Builds the document that explains one principle, or the cell of one question.
pub fn explanation(report: &Report, id: &str) -> Option<Document> {
    let principle = report.rubric.principles.iter().position(|principle| principle.id == id);
    let cell = report.rubric.question(id).and_then(|index| report.rubric.questions.get(index));
    let (principle, level) = match (principle, cell) {
        (Some(principle), _) => (principle, None),
        (None, Some(question)) => (question.principle, Some(question.level)),
        (None, None) => return None,
    };
    Some(with(report, principles::explanation(report, principle, level)))
}

/// What the voices say beside one another.
pub fn beside_one_another(report: &Report) -> Vec<Block> {
    perspectives::brief(report)
}

type Part = fn(&Report) -> Vec<Block>;

/// Builds the whole document, or its first two parts with the table of their figure.
pub fn document(report: &Report) -> Document {
    let summary: [Part; 2] = [cover::blocks, profile::summary];
    let rest: [Part; 8] = [
        profile::profile,
        perspectives::blocks,
        reading::blocks,
        principles::blocks,
        cuts::blocks,
        statements::blocks,
        recommendations::list,
        method::blocks,
    ];
    let rest = if report.options.summary { &rest[..1] } else { rest.as_slice() };
    with(report, summary.iter().chain(rest).flat_map(|part| part(report)).collect())
}

/// Builds the document for a terminal.
pub fn brief(report: &Report) -> Document {
    let summary: [Part; 3] = [cover::blocks, profile::brief, profile::figures];
    let rest: [Part; 5] = [
        perspectives::brief,
        profile::blockers,
        |report| profile::involvement(report, 2),
        recommendations::brief,
        method::remarks,
    ];
    let rest = if report.options.summary { [].as_slice() } else { rest.as_slice() };
    with(report, summary.iter().chain(rest).flat_map(|part| part(report)).collect())
}

fn with(report: &Report, blocks: Vec<Block>) -> Document {
    let words = &report.words.report;
    let document = Document {
        language: String::new(),
        title: title(report),
        subject: subject(report),
        author: report.options.prepared_by.as_deref().map(harmless),
        date: Some(report.date().to_owned()),
        footer: (if report.is_estimate() { words.footer_quick } else { words.footer }).to_owned(),
        page_of: words.page_of.to_owned(),
        accent: report.options.accent,
        large: false,
        whole_words: false,
        logo: report.options.logo.clone(),
        blocks,
    };
    crate::report::foreign::marked(document, report)
}

/// What the report is about, for those who list documents.
fn subject(report: &Report) -> String {
    let words = &report.words.report;
    if report.is_about_co_production() {
        words.subject.to_owned()
    } else {
        (words.subject_elsewhere)(&report.texts.title)
    }
}

/// The user's title, else one made of the organisation's name.
fn title(report: &Report) -> String {
    let words = &report.words.report;
    if let Some(own) = report.options.title.as_deref() {
        return harmless(own);
    }
    let organisation = harmless(&report.organisation().name);
    if report.is_about_co_production() {
        let made = if report.is_estimate() { words.title_quick } else { words.title };
        return made(&organisation);
    }
    let made = if report.is_estimate() { words.title_elsewhere_quick } else { words.title_elsewhere };
    made(&harmless(&report.texts.title), &organisation)
}

/// What a question's recommendation is called; the question itself where the rubric has none.
pub fn step_title(report: &Report, question: usize) -> String {
    recommendations::title(report, question)
}

/// What was doubtful about the input.
pub fn remarks(report: &Report) -> Vec<Block> {
    method::remarks(report)
}

/// "Label: value" as a paragraph.
pub fn field(label: &str, value: &str) -> Vec<Inline> {
    vec![Inline::Strong(format!("{label}: ")), Inline::Text(value.to_owned())]
}

/// A list of plain sentences.
pub fn bullets(items: impl IntoIterator<Item = String>) -> Block {
    Block::List { ordered: false, items: items.into_iter().map(|item| vec![Block::text(item)]).collect() }
}
