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
mod glue;
mod hyphen;
mod lists;
mod logo;
mod meta;
mod outline;
mod page;
mod pager;
mod pen;
mod report;
mod scale;
mod style;
mod table;
mod tag;
#[cfg(test)]
mod tests;
mod text;

pub use report::Pdf;

use std::fmt;

use crate::report::document::Document;
use crate::text::Loss;

/// A written PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub bytes: Vec<u8>,
    /// Which characters of which texts could not be printed and stand as `[U+1F600]`.
    pub warnings: Vec<Loss>,
}

/// Why no PDF could be written. No words of a report can cause it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfError {
    /// An embedded font could not be read; the name says which.
    Font(&'static str),
    /// The PDF library refused something.
    Library(String),
    /// The logo is no picture that can be read; [`crate::report::picture::check_logo`] tells beforehand.
    Picture(String),
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font(name) => write!(f, "the embedded font {name} cannot be read"),
            Self::Library(message) => write!(f, "the PDF cannot be written: {message}"),
            Self::Picture(reason) => write!(f, "the logo cannot be read: {reason}"),
        }
    }
}

impl std::error::Error for PdfError {}

/// Writes a document as PDF.
///
/// # Errors
/// Only if the logo cannot be read, or if an embedded font or the PDF library fails.
pub fn render(document: &Document) -> Result<Rendered, PdfError> {
    let fonts = fonts::Fonts::new()?;
    let logo = document.logo.as_ref().map(logo::read).transpose()?;
    let (layout, warnings) = blocks::layout(document, &fonts, logo);
    let mut pdf = draw::draw(&layout, &fonts)?;
    tag::tag(&mut pdf, &layout)?;
    meta::describe(&mut pdf, document, &layout)?;
    let bytes = meta::write(pdf)?;
    Ok(Rendered { bytes, warnings })
}
