//! The questionnaire as Markdown: for reviews, wikis and editors that tick boxes.

use super::{FormFormat, Questionnaire, paper};
use crate::formats::write_markdown;
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
        write_markdown(&paper::document(form), out)?;
        Ok(Vec::new())
    }
}
