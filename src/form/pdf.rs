//! The questionnaire on paper: a tagged PDF with boxes to tick and lines to write on.

use super::{FormFormat, Questionnaire, paper};
use crate::formats::pdf;
use std::io::{self, Write};

/// The kind `pdf`.
#[derive(Debug)]
pub struct Pdf;

impl FormFormat for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }

    fn extension(&self) -> &'static str {
        "pdf"
    }

    fn is_binary(&self) -> bool {
        true
    }

    fn has_large_print(&self) -> bool {
        true
    }

    fn write(&self, form: &Questionnaire, out: &mut dyn Write) -> io::Result<Vec<String>> {
        let rendered = pdf::render(&paper::document(form)).map_err(io::Error::other)?;
        out.write_all(&rendered.bytes)?;
        Ok(rendered.warnings.iter().map(form.first().words.program.unprintable).collect())
    }
}
