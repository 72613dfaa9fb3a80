//! How a report is written. A new format is one file here and one line in [`FORMATS`]: help, the values of `--format`,
//! the choice by extension and the tests over all formats follow from the list.

mod csv;
pub mod escape;
pub mod findings;
mod html;
mod json;
mod markdown;
pub mod pdf;
pub mod plan;
mod svg;
mod table;
#[cfg(test)]
mod tests;
pub mod trend;
pub mod verdict;
mod xlsx;

pub use html::base64;
pub use markdown::write_document as write_markdown;
pub use table::write_document as write_text;

use crate::report::Report;
use std::io::{self, Write};

/// A way to write a report.
pub trait Format: Sync {
    /// Its name, as `--format` takes it.
    fn name(&self) -> &'static str;
    /// The extension of its files.
    fn extension(&self) -> &'static str;
    /// Whether its bytes would do harm on a terminal.
    fn is_binary(&self) -> bool {
        false
    }
    /// Whether it prints the whole document, with what others say of the result.
    fn is_document(&self) -> bool {
        false
    }
    /// Writes the report. Returns what could not be written as it is, a sentence each.
    ///
    /// # Errors
    /// Only those of `out`.
    fn write(&self, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<Vec<String>>;
}

/// All formats; the first is the default.
pub static FORMATS: [&dyn Format; 7] =
    [&table::Table, &json::Json, &pdf::Pdf, &html::Html, &markdown::Markdown, &csv::Csv, &xlsx::Xlsx];

/// What the place of output can show. Files and pipes are 80 columns of plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// Columns.
    pub width: usize,
    /// Bold and colours.
    pub colour: bool,
    /// Records instead of tables, words instead of signs.
    pub accessible: bool,
    /// Characters beyond ASCII may be drawn with.
    pub unicode: bool,
    /// A CSV file begins with a byte order mark.
    pub bom: bool,
}

/// The format with this name.
pub fn by_name(name: &str) -> Option<&'static dyn Format> {
    FORMATS.into_iter().find(|format| format.name() == name)
}

/// The format that files with this extension are in.
pub fn by_extension(extension: &str) -> Option<&'static dyn Format> {
    let extension = extension.to_ascii_lowercase();
    FORMATS.into_iter().find(|format| format.extension() == extension)
}
