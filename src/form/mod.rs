//! Questionnaires out: what can be read and filled in elsewhere. A new kind is one file here and one line in [`FORMS`]:
//! the values of `--format`, the choice by extension and the tests over all of them follow from the list.

pub mod booklet;
mod html;
mod markdown;
mod paper;
mod pdf;
mod xlsform;
mod xlsx;

use crate::model::{Rubric, Sheet, Texts};
use crate::text::{Words, harmless};
use std::io::{self, Write};

/// How many minutes a question takes, at least and at most: what people are told to allow.
const MINUTES: [usize; 2] = [1, 2];

/// A way to write a questionnaire.
pub trait FormFormat: Sync {
    /// Its name, as `--format` takes it.
    fn name(&self) -> &'static str;
    /// The extension of its files.
    fn extension(&self) -> &'static str;
    /// Whether its bytes would do harm on a terminal.
    fn is_binary(&self) -> bool {
        false
    }
    /// Whether `--large` changes anything.
    fn has_large_print(&self) -> bool {
        false
    }
    /// Whether `--by-perspective` changes anything.
    fn has_perspectives(&self) -> bool {
        false
    }
    /// Whether `--from` changes anything.
    fn takes_answers(&self) -> bool {
        false
    }
    /// JSON pointers of the texts in a sheet that are too long for it.
    fn too_long(&self, _answers: &Sheet) -> Vec<String> {
        Vec::new()
    }
    /// Writes the questionnaire. Returns what could not be written as it is, a sentence each.
    ///
    /// # Errors
    /// Only those of `out`.
    fn write(&self, form: &Questionnaire, out: &mut dyn Write) -> io::Result<Vec<String>>;
}

/// All kinds of questionnaires; the first is the default. An extension means the first that has it.
pub static FORMS: [&dyn FormFormat; 5] = [&html::Html, &xlsx::Xlsx, &xlsform::XlsForm, &markdown::Markdown, &pdf::Pdf];

/// The kind with this name.
pub fn by_name(name: &str) -> Option<&'static dyn FormFormat> {
    FORMS.into_iter().find(|format| format.name() == name)
}

/// The kind that files with this extension are of.
pub fn by_extension(extension: &str) -> Option<&'static dyn FormFormat> {
    let extension = extension.to_ascii_lowercase();
    let extension = if extension == "htm" { "html" } else { &extension };
    FORMS.into_iter().find(|format| format.extension() == extension)
}

/// What a questionnaire is made of.
#[derive(Debug, Clone)]
pub struct Questionnaire<'a> {
    /// The rubric.
    pub rubric: &'a Rubric,
    /// Every language that the rubric's texts exist in; the one that was asked for is the first. Never empty.
    pub languages: Vec<Language>,
    /// Only the questions of this perspective; `None`: those of all.
    pub perspective: Option<&'a str>,
    /// Only the questions of this setting; `None`: those of all.
    pub setting: Option<&'a str>,
    /// What has been answered already, to go on with.
    pub answers: Option<&'a Sheet>,
    /// The organisation's name, if it is settled.
    pub organisation: Option<&'a str>,
    /// Who is responsible and gets the answers.
    pub contact: Option<&'a str>,
    /// Who sees the answers.
    pub audience: Option<&'a str>,
    /// When the answers are deleted.
    pub delete_after: Option<&'a str>,
    /// Easy texts first; on paper nothing but them.
    pub easy: bool,
    /// Large print.
    pub large: bool,
    /// The questions of each perspective apart.
    pub by_perspective: bool,
}

/// One language of a questionnaire.
#[derive(Debug, Clone)]
pub struct Language {
    /// The rubric's words.
    pub texts: Texts,
    /// The program's words: in the same language, else in English.
    pub words: &'static Words,
}

impl Questionnaire<'_> {
    /// The language that was asked for.
    pub fn first(&self) -> &Language {
        &self.languages[0]
    }

    /// Positions of the questions that are asked, in the rubric's order. What has been answered already stays, so that
    /// no answer is lost.
    pub fn asked(&self) -> Vec<usize> {
        let answered = |index: usize| {
            let question = self.rubric.questions.get(index);
            question.is_some_and(|question| self.answers.is_some_and(|sheet| sheet.answers.contains_key(&question.id)))
        };
        (0..self.rubric.questions.len())
            .filter(|&index| self.rubric.asks(index, self.perspective, self.setting) || answered(index))
            .collect()
    }

    /// Whether "does not apply to us" is an answer to any of them.
    pub fn offers_na(&self) -> bool {
        self.asked().iter().any(|&index| self.rubric.questions.get(index).is_some_and(|question| question.na_allowed))
    }
}

impl Language {
    /// BCP 47 tag of the rubric's texts.
    pub fn tag(&self) -> &str {
        &self.texts.language
    }
}

/// Whether it matters to a question what the organisation is.
fn has_settings(form: &Questionnaire) -> bool {
    let mut questions = form.asked().into_iter().filter_map(|index| form.rubric.questions.get(index));
    questions.any(|question| question.settings.is_some())
}

/// A text of the program with what is known when the form is made: how many questions, how many minutes, whom to ask.
fn filled(form: &Questionnaire, text: &str) -> String {
    if !text.contains('{') {
        return text.to_owned();
    }
    if !text.contains("{min}") {
        // Other names are filled in when something happened; whom to ask is known now.
        return text.replace("{contact}", &harmless(form.contact.unwrap_or_default()));
    }
    let count = form.asked().len();
    let [least, most] = minutes(count);
    let values = [("{n}", count), ("{min}", least), ("{max}", most)];
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, &value.to_string()))
}

/// How many minutes so many questions take, at least and at most.
fn minutes(questions: usize) -> [usize; 2] {
    // Nobody plans by the minute.
    let round = |minutes: usize| if minutes > 10 { minutes.div_ceil(5) * 5 } else { minutes };
    MINUTES.map(|minutes| round(minutes * questions))
}
