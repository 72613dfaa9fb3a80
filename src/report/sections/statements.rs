//! A page for what people with disabilities, their representation and the works council say of the result.

use crate::report::Report;
use crate::report::document::Block;
use crate::text::{harmless, harmless_lines};

/// The statements as they were given; empty lines to write on where there are none.
pub fn blocks(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let mut blocks = vec![Block::PageBreak, Block::heading(2, words.statements), Block::text(words.statements_intro)];
    for (name, text) in &report.options.statements {
        blocks.push(Block::heading(3, harmless(name)));
        let paragraphs = harmless_lines(text);
        blocks.extend(paragraphs.lines().filter(|line| !line.trim().is_empty()).map(Block::text));
    }
    if report.options.statements.is_empty() {
        for name in words.statement_lines {
            blocks.push(Block::heading(3, name));
            blocks.push(Block::WritingLines(5));
        }
    }
    blocks
}
