//! The questionnaire as markdown.

use super::{FormFormat, Questionnaire};
use std::io::{self, Write};

/// The kind `markdown`.
#[derive(Debug)]
pub struct Markdown;

impl FormFormat for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn is_binary(&self) -> bool {
        false
    }

    fn write(&self, form: &Questionnaire, out: &mut dyn Write) -> io::Result<Vec<String>> {
        let _ = (form, out);
        Err(io::ErrorKind::Unsupported.into())
    }
}
