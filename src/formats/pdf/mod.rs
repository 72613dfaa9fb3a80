//! PDF: the report as a tagged, accessible file (PDF/UA-1), the same bytes for the same report.
//!
//! The way of a document: `blocks` (with `table` and `figure`) makes pieces of its blocks, `pager` puts them on pages,
//! `draw` writes the pages and `tag` adds the tree that screen readers follow. Only `draw` and `tag` (with `meta`)
//! know a PDF library.

mod blocks;
mod clean;
mod draw;
mod embed;
mod figure;
mod flow;
mod fonts;
mod footer;
mod hyphen;
mod meta;
mod outline;
mod page;
mod pager;
mod report;
mod style;
mod table;
mod tag;
#[cfg(test)]
mod tests;
mod text;

pub use report::Pdf;

use std::fmt;

use crate::report::document::Document;

/// A written PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub bytes: Vec<u8>,
    /// Which characters of which texts could not be printed and stand as `[U+1F600]`.
    pub warnings: Vec<String>,
}

/// Why no PDF could be written. Neither can be caused by a report's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfError {
    /// An embedded font could not be read; the name says which.
    Font(&'static str),
    /// The PDF library refused something.
    Library(String),
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font(name) => write!(f, "the embedded font {name} cannot be read"),
            Self::Library(message) => write!(f, "the PDF cannot be written: {message}"),
        }
    }
}

impl std::error::Error for PdfError {}

/// Writes a document as PDF.
///
/// # Errors
/// Only if an embedded font or the PDF library fails; every document can be written.
pub fn render(document: &Document) -> Result<Rendered, PdfError> {
    let fonts = fonts::Fonts::new()?;
    let (layout, warnings) = blocks::layout(document, &fonts);
    let mut pdf = draw::draw(&layout.pages, &layout.tree, &fonts)?;
    tag::tag(&mut pdf, &layout)?;
    meta::describe(&mut pdf, document, &layout)?;
    let bytes = meta::write(pdf)?;
    Ok(Rendered { bytes, warnings })
}
