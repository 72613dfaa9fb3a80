//! The questionnaire as pdf.

use super::{FormFormat, Questionnaire};
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
        let _ = (form, out);
        Err(io::ErrorKind::Unsupported.into())
    }
}
