//! How the figures come about, what they rest on, and what was doubtful about the input.

use super::{bullets, field};
use crate::model::{Named, Ratio};
use crate::report::Report;
use crate::report::document::Block;
use crate::scoring::Voice;
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
        weights(report.rubric.levels.iter().map(|l| &l.weight), &report.texts.levels, method.level_weights),
        weights(report.rubric.principles.iter().map(|p| &p.weight), &report.texts.principles, method.principle_weights),
        (method.thresholds)(&thresholds.join(", ")),
        method.weakest.to_owned(),
        method.unknown.to_owned(),
    ];
    sentences.retain(|sentence| !sentence.is_empty());
    if report.sheet.is_none() {
        sentences.push(method.voices[usize::from(report.voice == Voice::Headcount)].to_owned());
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

/// What weighs how much; empty where all weigh the same.
fn weights<'a>(weights: impl Iterator<Item = &'a Ratio>, names: &[Named], words: fn(&str) -> String) -> String {
    let weights: Vec<&Ratio> = weights.collect();
    if weights.windows(2).all(|pair| pair[0] == pair[1]) {
        return String::new();
    }
    let list = names.iter().zip(weights).map(|(named, weight)| format!("{} {weight}", harmless(&named.name)));
    words(&list.collect::<Vec<_>>().join(", "))
}

/// What was doubtful about the input.
pub fn remarks(report: &Report) -> Vec<Block> {
    if report.warnings.is_empty() {
        return Vec::new();
    }
    let remarks = report.warnings.iter().map(|problem| report.words.problem(problem));
    vec![Block::heading(2, report.words.report.warnings), bullets(remarks)]
}

/// What a term needs that only a questionnaire on co-production uses.
const CO_PRODUCTION: &str = "co-production";

/// The terms that the report uses.
fn glossary(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let mut blocks = vec![Block::heading(2, words.glossary)];
    // What the rubric does not have needs no explanation.
    let has = |needs: &str| {
        let mut references = report.rubric.questions.iter().flat_map(|question| &question.references);
        needs.is_empty()
            || (needs == CO_PRODUCTION && report.is_about_co_production())
            || report.rubric.principles.iter().any(|principle| principle.id == needs)
            || references.any(|reference| reference.starts_with(needs))
    };
    let terms = words.glossary_terms.iter().filter(|(_, _, needs)| has(needs));
    blocks.extend(terms.map(|(term, meaning, _)| Block::Paragraph(field(term, meaning))));
    blocks
}
