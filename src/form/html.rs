//! The questionnaire as html.

use super::{FormFormat, Questionnaire};
use std::io::{self, Write};

/// The kind `html`.
#[derive(Debug)]
pub struct Html;

impl FormFormat for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn is_binary(&self) -> bool {
        false
    }

    fn write(&self, form: &Questionnaire, out: &mut dyn Write) -> io::Result<Vec<String>> {
        let _ = (form, out);
        Err(io::ErrorKind::Unsupported.into())
    }
}
