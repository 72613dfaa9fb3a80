//! The report format `pdf`.

use crate::formats::{Format, View};
use crate::report::Report;
use std::io::{self, Write};

/// The format `pdf`.
#[derive(Debug)]
pub struct Pdf;

impl Format for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }

    fn extension(&self) -> &'static str {
        "pdf"
    }

    fn is_binary(&self) -> bool {
        true
    }

    fn is_document(&self) -> bool {
        true
    }

    fn write(&self, report: &Report, _view: &View, out: &mut dyn Write) -> io::Result<Vec<String>> {
        let rendered = super::render(&report.document()).map_err(io::Error::other)?;
        out.write_all(&rendered.bytes)?;
        Ok(rendered.warnings.iter().map(report.words.program.unprintable).collect())
    }
}
