//! How to read the report: what levels, scores and bounds mean, and what co-production is.

use super::field;
use crate::report::Report;
use crate::report::document::Block;

/// The explanations, before the first figure that needs them.
pub fn blocks(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let mut blocks = vec![Block::heading(2, words.reading)];
    for (head, text) in words.reading_parts {
        blocks.push(Block::Paragraph(field(head, text)));
    }
    blocks.push(Block::heading(3, words.model_heading));
    blocks.push(Block::text(words.model));
    blocks
}
