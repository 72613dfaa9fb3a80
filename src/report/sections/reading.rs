//! How to read the report: what levels, scores and bounds mean, and what co-production is.

use super::field;
use crate::report::Report;
use crate::report::document::Block;

/// The levels of co-production.
const LEVELS: [&str; 3] = ["compliance", "recognition", "transformation"];

/// The explanations, before the first figure that needs them.
pub fn blocks(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let mut blocks = vec![Block::heading(2, words.reading)];
    let [(levels, _), general @ .., _, _] = &words.reading_parts;
    if !report.is_about_co_production() {
        blocks.push(Block::Paragraph(field(levels, words.levels_elsewhere)));
        blocks.extend(general.iter().map(|(head, text)| Block::Paragraph(field(head, text))));
        return blocks;
    }
    // What is said of the levels is true of those of our own rubrics.
    let own = report.rubric.levels.iter().map(|level| level.id.as_str()).eq(LEVELS);
    let parts = words.reading_parts.iter().enumerate().filter(|(at, _)| own || *at + 1 < words.reading_parts.len());
    blocks.extend(parts.map(|(at, (head, text))| {
        Block::Paragraph(field(head, if at == 0 && !own { words.levels_elsewhere } else { text }))
    }));
    blocks.push(Block::heading(3, words.model_heading));
    blocks.push(Block::text(words.model));
    blocks
}
