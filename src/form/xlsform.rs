//! The questionnaire as an XLSForm, for ODK, KoboToolbox and other survey platforms: one form in all languages of the
//! rubric. The codes of questions and options are those of the rubric, so that an export can be imported.

mod survey;
mod write;

use super::{FormFormat, Language, Questionnaire};
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
        let parts = Parts::new(form);
        out.write_all(&write::workbook(form, &parts).map_err(io::Error::other)?)?;
        Ok(Vec::new())
    }
}

/// What the form is made of, before it is written.
struct Parts {
    survey: Vec<Row>,
    choices: Vec<Choice>,
}

/// A row of the sheet `survey`.
#[derive(Default)]
struct Row {
    kind: String,
    name: String,
    /// In the order of the form's languages; empty: none in any.
    labels: Vec<String>,
    hints: Vec<String>,
    required: bool,
    relevant: String,
    appearance: &'static str,
    calculation: String,
    constraint: &'static str,
}

/// A row of the sheet `choices`.
struct Choice {
    list: &'static str,
    name: String,
    labels: Vec<String>,
}

impl Language {
    /// How the form names the language: `Deutsch (de)`.
    fn heading(&self) -> String {
        let tag = self.tag();
        let own = if self.words.language == tag { self.words.name } else { tag };
        format!("{own} ({tag})")
    }
}
