//! A page for what people with disabilities, their representation and the works council say of the result.

use crate::report::Report;
use crate::report::document::Block;
use crate::text::{harmless, harmless_lines};

/// The statements as they were given, and empty lines to write on for who gave none.
pub fn blocks(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let mut blocks = vec![Block::PageBreak, Block::heading(2, words.statements), Block::text(words.statements_intro)];
    for (name, text) in &report.options.statements {
        blocks.push(Block::heading(3, harmless(name)));
        let text = harmless_lines(text);
        if text.trim().is_empty() {
            blocks.push(Block::WritingLines(LINES));
        }
        blocks.extend(paragraphs(&text).into_iter().map(Block::text));
    }
    let open =
        if report.options.statements.is_empty() { words.statement_lines.as_slice() } else { &[words.statement_more] };
    for name in open {
        blocks.push(Block::heading(3, *name));
        blocks.push(Block::WritingLines(LINES));
    }
    blocks
}

/// Empty lines to write on.
const LINES: u8 = 5;

/// The paragraphs of a text, which empty lines part; inside, every line stays a line.
fn paragraphs(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim_end) {
        match out.last_mut().filter(|_| open) {
            _ if line.is_empty() => open = false,
            Some(paragraph) => {
                paragraph.push('\n');
                paragraph.push_str(line);
            }
            None => {
                out.push(line.to_owned());
                open = true;
            }
        }
    }
    out
}
