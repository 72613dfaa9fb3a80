//! How to read the report: what levels, scores and bounds mean, and what co-production is.

use super::field;
use crate::report::Report;
use crate::report::document::Block;

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
    blocks.extend(words.reading_parts.iter().map(|(head, text)| Block::Paragraph(field(head, text))));
    blocks.push(Block::heading(3, words.model_heading));
    blocks.push(Block::text(words.model));
    blocks
}
