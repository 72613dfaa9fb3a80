//! The questionnaire as a workbook: what to read first and to say about the organisation, the questions with lists of
//! answers, the help, and a hidden sheet of lists. No scores and no formulas: results are made in one place.
//!
//! The cells to fill in are found again by defined names, so that sheets and columns may be renamed and moved.

mod front;
mod grow;
mod lists;
mod page;
mod questions;

use super::{FormFormat, Language, Questionnaire};
use crate::model::{ChoiceText, Named, Sheet, Texts};
use crate::text::{Words, harmless, shorten};
use page::Looks;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
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

    fn takes_answers(&self) -> bool {
        true
    }

    fn too_long(&self, answers: &Sheet) -> Vec<String> {
        too_long(answers)
    }

    fn write(&self, form: &Questionnaire, out: &mut dyn Write) -> io::Result<Vec<String>> {
        out.write_all(&workbook(form).map_err(io::Error::other)?)?;
        Ok(Vec::new())
    }
}

/// What the name `FormatVersion` says.
pub const FORMAT: &str = "coprod/workbook/1";
/// The hidden sheet's name, the same in every language.
const LISTS: &str = "Lists";
/// A sheet's name holds no more UTF-16 units.
const LONGEST_NAME: usize = 31;

/// A sheet of questions.
struct Part {
    /// Its name.
    name: String,
    /// The perspective, where each has a sheet of its own.
    perspective: Option<usize>,
    /// Positions of its questions.
    questions: Vec<usize>,
}

/// A workbook while it is written.
struct Book<'a> {
    form: &'a Questionnaire<'a>,
    texts: &'a Texts,
    words: &'static Words,
    looks: Looks,
    /// Names of the sheets to read first and of help.
    front: String,
    help: String,
    parts: Vec<Part>,
    /// Defined names and what they refer to.
    names: Vec<(String, String)>,
}

/// The file's bytes.
fn workbook(form: &Questionnaire) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let mut book = Book::new(form);
    front::write(&mut book, workbook.add_worksheet())?;
    for index in 0..book.parts.len() {
        questions::write(&mut book, index, workbook.add_worksheet())?;
    }
    questions::write_help(&mut book, workbook.add_worksheet())?;
    lists::write(&mut book, workbook.add_worksheet())?;
    for (name, place) in &book.names {
        workbook.define_name(name.as_str(), place)?;
    }
    workbook.set_properties(&book.properties()?);
    // Packed when the rows have been freed.
    workbook.set_zip_compression_level(1);
    Ok(grow::free_rows(&workbook.save_to_buffer()?)?)
}

impl<'a> Book<'a> {
    fn new(form: &'a Questionnaire<'a>) -> Self {
        let Language { texts, words } = form.first();
        let [front, questions, help] = words.spreadsheet.sheets;
        let mut taken = vec![LISTS.to_lowercase(), front.to_lowercase(), help.to_lowercase()];
        let mut parts = Vec::new();
        if form.by_perspective {
            for (index, perspective) in form.rubric.perspectives.iter().enumerate() {
                let asked = |&question: &usize| form.rubric.asks(question, Some(&perspective.id), form.setting);
                let questions: Vec<usize> = (0..form.rubric.questions.len()).filter(asked).collect();
                if questions.is_empty() {
                    continue;
                }
                let name = sheet_name(&perspective_name(form, texts, index), &perspective.id, &mut taken);
                parts.push(Part { name, perspective: Some(index), questions });
            }
        }
        if parts.is_empty() {
            parts.push(Part { name: questions.to_owned(), perspective: None, questions: form.asked() });
        }
        let (front, help) = (front.to_owned(), help.to_owned());
        Self { form, texts, words, looks: Looks::new(), front, help, parts, names: Vec::new() }
    }

    /// Lets a name stand for a cell or a range of a sheet.
    fn define(&mut self, name: impl Into<String>, sheet: &str, range: &str) {
        self.names.push((name.into(), format!("='{}'!{range}", sheet.replace('\'', "''"))));
    }

    /// The labels of the options, then "does not apply" and "don't know"; each is different from all others.
    fn choices(&self) -> Vec<String> {
        let own = |text: &Option<ChoiceText>, words: &str| {
            text.as_ref().map_or_else(|| words.to_owned(), |choice| self.label(choice))
        };
        let interview = &self.words.interview;
        let mut labels: Vec<String> = self.texts.scale.iter().map(|choice| self.label(choice)).collect();
        labels.extend([own(&self.texts.na, interview.na), own(&self.texts.dk, interview.dk)]);
        let ids = self.form.rubric.scale.iter().map(|choice| choice.id.as_str()).chain(["na", "dk"]);
        distinct(&labels, ids)
    }

    /// The names of the perspectives; each is different from all others.
    fn perspectives(&self) -> Vec<String> {
        let perspectives = &self.form.rubric.perspectives;
        let names: Vec<String> = (0..perspectives.len()).map(|index| self.perspective_name(index)).collect();
        distinct(&names, perspectives.iter().map(|perspective| perspective.id.as_str()))
    }

    fn label(&self, choice: &ChoiceText) -> String {
        harmless(choice.easy.as_ref().filter(|_| self.form.easy).unwrap_or(&choice.label))
    }

    /// A name, with `--easy` the easy one.
    fn name_of(&self, named: &Named) -> String {
        harmless(named.easy.as_ref().filter(|_| self.form.easy).unwrap_or(&named.name))
    }

    fn perspective_name(&self, index: usize) -> String {
        perspective_name(self.form, self.texts, index)
    }

    /// The perspective that all answers are given from.
    fn perspective(&self) -> Option<&'a str> {
        self.form.perspective.or_else(|| self.form.answers.and_then(|sheet| sheet.perspective.as_deref()))
    }

    /// What the file says about itself. The day of its making is left out, so that the same wish gives the same bytes.
    fn properties(&self) -> Result<DocProperties, XlsxError> {
        let title = harmless(&self.texts.title);
        let version = format!("{} {}", self.form.rubric.id, self.form.rubric.version);
        Ok(DocProperties::new()
            .set_title(shorten(&title, 254))
            .set_subject(shorten(&(self.words.spreadsheet.subject)(&title), 254))
            .set_company(shorten(&harmless(self.form.organisation.unwrap_or_default()), 254))
            .set_comment(version)
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?)
            .set_custom_property("Language", self.texts.language.as_str()))
    }
}

/// The labels; those that are not alone get the id behind them.
fn distinct<'i>(labels: &[String], ids: impl Iterator<Item = &'i str>) -> Vec<String> {
    let alone = |label: &String| {
        let same = |other: &&String| other.to_lowercase() == label.to_lowercase();
        !label.trim().is_empty() && labels.iter().filter(same).count() == 1
    };
    let named = |(label, id): (&String, &str)| if alone(label) { label.clone() } else { format!("{label} ({id})") };
    labels.iter().zip(ids).map(named).collect()
}

fn perspective_name(form: &Questionnaire, texts: &Texts, index: usize) -> String {
    let id = form.rubric.perspectives.get(index).map_or("", |perspective| perspective.id.as_str());
    let named = texts.perspectives.get(index).and_then(Option::as_ref);
    let easy = named.and_then(|named| named.easy.as_ref()).filter(|_| form.easy);
    harmless(easy.or(named.map(|named| &named.name)).map_or(id, String::as_str))
}

/// A name that a sheet may have and no other has: 31 UTF-16 units, none of `[]:*?/\`.
fn sheet_name(wanted: &str, id: &str, taken: &mut Vec<String>) -> String {
    let clean = |text: &str| {
        let text: String = text.chars().map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c }).collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        page::fit(&text, LONGEST_NAME)
    };
    let numbered = |number: usize| page::fit(&format!("{number} {}", clean(id)), LONGEST_NAME);
    let free = |name: &String| !name.is_empty() && !taken.contains(&name.to_lowercase());
    let name = [clean(wanted), clean(id)].into_iter().chain((2..).map(numbered)).find(free).unwrap_or_default();
    taken.push(name.to_lowercase());
    name
}

/// JSON pointers of what a cell cannot hold.
fn too_long(sheet: &Sheet) -> Vec<String> {
    let (organisation, process) = (&sheet.organisation, &sheet.process);
    let mut texts = vec![
        ("/organisation/name".to_owned(), Some(organisation.name.clone())),
        ("/organisation/sector".to_owned(), organisation.sector.clone()),
        ("/organisation/country".to_owned(), organisation.country.clone()),
        ("/organisation/size".to_owned(), organisation.size.clone()),
        ("/organisation/scope".to_owned(), organisation.scope.clone()),
        ("/organisation/period".to_owned(), organisation.period.clone()),
        ("/language".to_owned(), sheet.language.clone()),
        ("/respondent".to_owned(), sheet.respondent.clone()),
        ("/process/chose_questions".to_owned(), process.chose_questions.clone()),
        ("/process/answered".to_owned(), process.answered.clone()),
        ("/process/interpreted".to_owned(), process.interpreted.clone()),
        ("/process/decides".to_owned(), process.decides.clone()),
    ];
    for (id, answer) in &sheet.answers {
        texts.push((format!("/answers/{id}/note"), answer.note.clone()));
        texts.push((format!("/answers/{id}/reason"), answer.reason.clone()));
        texts.push((format!("/answers/{id}/evidence"), Some(questions::pieces(&answer.evidence))));
    }
    let long = |text: &Option<String>| text.as_ref().is_some_and(|text| text.encode_utf16().count() > page::LONGEST);
    texts.into_iter().filter(|(_, text)| long(text)).map(|(pointer, _)| pointer).collect()
}
