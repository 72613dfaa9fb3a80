//! How the figures come about, what they rest on, and what was doubtful about the input.

use super::{bullets, field};
use crate::report::Report;
use crate::report::document::Block;
use crate::text::harmless;

/// Method, remarks on the input, sources, fingerprint.
pub fn blocks(report: &Report) -> Vec<Block> {
    let words = &report.words.report;
    let method = &words.method;
    let thresholds: Vec<String> = report
        .rubric
        .levels
        .iter()
        .zip(&report.texts.levels)
        .map(|(level, text)| (method.threshold)(&harmless(&text.name), &report.numbers.exact_percent(&level.threshold)))
        .collect();
    let mut sentences = vec![
        method.scores.to_owned(),
        (method.thresholds)(&thresholds.join(", ")),
        method.weakest.to_owned(),
        method.unknown.to_owned(),
    ];
    if report.sheet.is_none() {
        sentences.push(method.voices.to_owned());
    }
    let mut blocks = vec![Block::heading(2, words.headings.method), bullets(sentences)];
    blocks.push(Block::text(words.before_you_start));
    blocks.extend(remarks(report));
    if !report.rubric.sources.is_empty() {
        blocks.push(Block::heading(2, words.headings.sources));
        let items = report.rubric.sources.iter();
        let items = items.map(|source| vec![Block::Paragraph(vec![report.citation(&source.citation)])]);
        blocks.push(Block::List { ordered: false, items: items.collect() });
    }
    blocks.extend(glossary(report));
    blocks.push(Block::Note(vec![Block::text(words.legal), Block::text(words.self_assessment)]));
    blocks.push(Block::Paragraph(field(words.labels.digest, &report.rubric.digest)));
    let tool = format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    blocks.push(Block::Paragraph(field(words.labels.tool, &tool)));
    blocks
}

/// What was doubtful about the input.
pub fn remarks(report: &Report) -> Vec<Block> {
    if report.warnings.is_empty() {
        return Vec::new();
    }
    let remarks = report.warnings.iter().map(|problem| report.words.problem(problem));
    vec![Block::heading(2, report.words.report.warnings), bullets(remarks)]
}

/// The terms that the report uses.
fn glossary(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let mut blocks = vec![Block::heading(2, words.glossary)];
    blocks.extend(words.glossary_terms.iter().map(|(term, meaning)| Block::Paragraph(field(term, meaning))));
    blocks
}
