//! The hidden sheet: what the lists offer, and which questionnaire it is.

use super::page::{self, say};
use super::{Book, FORMAT, LISTS};
use crate::model::SETTINGS;
use rust_xlsxwriter::{ColNum, RowNum, Worksheet, XlsxError};

/// Writes the sheet and the names for its ranges.
pub fn write(book: &mut Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(LISTS)?.set_hidden(true);
    let choices = book.choices();
    let not_applicable = choices.len().saturating_sub(2);
    let without: Vec<String> =
        choices.iter().enumerate().filter(|(index, _)| *index != not_applicable).map(|(_, c)| c.clone()).collect();
    let words = &book.words.spreadsheet;
    let lists: [(&str, Vec<String>); 6] = [
        ("Choices", choices),
        ("ChoicesWithoutNotApplicable", without),
        ("Perspectives", book.perspectives()),
        ("Settings", settings(book).into_iter().map(|(_, label)| label).collect()),
        ("AnsweredBy", words.answered_by.map(str::to_owned).to_vec()),
        ("YesNo", words.yes_no.map(str::to_owned).to_vec()),
    ];
    let mut column: ColNum = 0;
    for (name, items) in lists {
        say(sheet, 0, column, name, &book.looks.head)?;
        for (row, item) in (1..).zip(&items) {
            say(sheet, row, column, item, &book.looks.text)?;
        }
        sheet.set_column_width(column, 30)?;
        // A name must not stand for nothing.
        let last = items.len().max(1) + 1;
        let letter = letter(column);
        book.define(name, LISTS, &format!("${letter}$2:${letter}${last}"));
        column += 1;
    }
    let answers = book.form.answers;
    let language = answers.and_then(|sheet| sheet.language.clone());
    let facts = [
        ("FormatVersion", FORMAT.to_owned()),
        ("RubricId", book.form.rubric.id.clone()),
        ("RubricVersion", book.form.rubric.version.to_string()),
        ("Field_language", language.unwrap_or_else(|| book.texts.language.clone())),
    ];
    for (row, (name, value)) in (1..).zip(facts) {
        fact(book, sheet, row, column, name, &value)?;
    }
    page::finish(sheet);
    Ok(())
}

fn fact(
    book: &mut Book,
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    name: &str,
    value: &str,
) -> Result<(), XlsxError> {
    say(sheet, row, column, name, &book.looks.strong)?;
    say(sheet, row, column + 1, value, &book.looks.text)?;
    book.define(name, LISTS, &format!("${}${}", letter(column + 1), row + 1));
    Ok(())
}

/// Ids and labels of the settings: the program's, and those that only this rubric has.
pub fn settings(book: &Book) -> Vec<(String, String)> {
    let known = SETTINGS;
    let labels = book.words.interview.settings;
    let mut out: Vec<(String, String)> =
        known.iter().zip(labels).map(|(id, label)| ((*id).to_owned(), label.to_owned())).collect();
    for id in book.form.rubric.questions.iter().flat_map(|question| question.settings.iter().flatten()) {
        if !out.iter().any(|(known, _)| known == id) {
            out.push((id.clone(), id.clone()));
        }
    }
    out
}

/// A column's letter; there are fewer than 26.
pub fn letter(column: ColNum) -> char {
    u8::try_from(column).map_or('Z', |column| char::from(b'A' + column.min(25)))
}
