//! The questionnaire as xlsform.

use super::{FormFormat, Questionnaire};
use std::io::{self, Write};

/// The kind `xlsform`.
#[derive(Debug)]
pub struct XlsForm;

impl FormFormat for XlsForm {
    fn name(&self) -> &'static str {
        "xlsform"
    }

    fn extension(&self) -> &'static str {
        "xlsx"
    }

    fn is_binary(&self) -> bool {
        true
    }

    fn write(&self, form: &Questionnaire, out: &mut dyn Write) -> io::Result<Vec<String>> {
        let _ = (form, out);
        Err(io::ErrorKind::Unsupported.into())
    }
}
