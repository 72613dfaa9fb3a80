//! The questionnaire as xlsx.

use super::{FormFormat, Questionnaire};
use std::io::{self, Write};

/// The kind `xlsx`.
#[derive(Debug)]
pub struct Xlsx;

impl FormFormat for Xlsx {
    fn name(&self) -> &'static str {
        "xlsx"
    }

    fn extension(&self) -> &'static str {
        "xlsx"
    }

    fn is_binary(&self) -> bool {
        true
    }

    fn has_perspectives(&self) -> bool {
        true
    }

    fn write(&self, form: &Questionnaire, out: &mut dyn Write) -> io::Result<Vec<String>> {
        let _ = (form, out);
        Err(io::ErrorKind::Unsupported.into())
    }
}
