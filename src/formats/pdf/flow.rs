//! Text before and after it is broken into lines: spans of one look, lines of placed glyphs.

use super::{fonts::Face, page::NodeId};
use crate::report::figures::Colour;

/// A part of a text with one look and one place in the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// Where it ends in the text, in bytes.
    pub end: usize,
    /// Its face.
    pub face: Face,
    /// Its colour.
    pub colour: Colour,
    /// The node it belongs to.
    pub node: NodeId,
    /// The link it is part of.
    pub link: Option<usize>,
    /// The rules that divide its words.
    pub rules: Option<hypher::Lang>,
}

/// A text with its spans.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Flow {
    /// The text; `\n` starts a new line.
    pub text: String,
    /// Its spans, in order.
    pub spans: Vec<Span>,
}

impl Flow {
    /// Adds a text to the end; `span.end` is set here.
    pub fn push(&mut self, text: &str, span: Span) {
        if !text.is_empty() {
            self.text.push_str(text);
            self.spans.push(Span { end: self.text.len(), ..span });
        }
    }
}

/// Glyphs of one span and face that stand next to each other on a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Index of the span.
    pub span: usize,
    /// The face, which may be the one that stepped in.
    pub face: Face,
    /// Left end, from the line's start, in points.
    pub x: f32,
    /// Width with spaces at the end, in points.
    pub width: f32,
    /// The glyphs' characters.
    pub text: String,
    /// After so many characters the pen goes back by so many thousandths of the size.
    pub shifts: Vec<(usize, f32)>,
    /// Number of characters.
    pub count: usize,
}

/// A line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Its glyphs.
    pub parts: Vec<Part>,
    /// Width without the spaces at its end, in points.
    pub width: f32,
    /// Index into `parts` of a hyphen that only the line's end made necessary.
    pub hyphen: Option<usize>,
}
