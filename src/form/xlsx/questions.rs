//! The sheets of questions, one row each, and the sheet that explains them.

use super::Book;
use super::lists::letter;
use super::page::{self, enter, heads, say, set_height, with_error, with_hint};
use crate::model::{Answer, Given, QuestionText};
use rust_xlsxwriter::{DataValidation, Formula, IgnoreError, RowNum, Worksheet, XlsxError};

/// Widths in characters: id, principle, question, answer, note, evidence, reason.
const WIDTHS: [f64; 7] = [10.0, 20.0, 46.0, 20.0, 28.0, 28.0, 24.0];
const HELP_WIDTHS: [f64; 4] = [10.0, 44.0, 70.0, 50.0];
const ANSWER: u16 = 3;
const NOTE: u16 = 4;
const EVIDENCE: u16 = 5;
const REASON: u16 = 6;

/// Writes one sheet of questions.
pub fn write(book: &mut Book, part: usize, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = &book.words.spreadsheet;
    let Some(here) = book.parts.get(part) else { return Ok(()) };
    let name = here.name.clone();
    sheet.set_name(&name)?;
    heads(sheet, &words.heads, &WIDTHS, &book.looks.head)?;
    let choices = book.choices();
    let (with, without) = (rule(book, "=Choices", &choices)?, {
        let fewer: Vec<String> = choices
            .iter()
            .enumerate()
            .filter(|(index, _)| index + 2 != choices.len())
            .map(|(_, c)| c.clone())
            .collect();
        rule(book, "=ChoicesWithoutNotApplicable", &fewer)?
    });
    let mut row: RowNum = 0;
    for &index in &here.questions {
        let (Some(question), Some(text)) = (book.form.rubric.questions.get(index), book.texts.questions.get(index))
        else {
            continue;
        };
        row += 1;
        let asked = asked(book, text);
        say(sheet, row, 0, &question.id, &book.looks.strong)?;
        let principle = book.texts.principles.get(question.principle).map(|named| book.name_of(named));
        say(sheet, row, 1, &principle.unwrap_or_default(), &book.looks.text)?;
        say(sheet, row, 2, asked, &book.looks.text)?;
        let answer = book.form.answers.and_then(|sheet| sheet.answers.get(&question.id));
        answers(book, sheet, row, answer, &choices)?;
        let evidence = answer.map(|answer| pieces(&answer.evidence)).unwrap_or_default();
        let note = answer.and_then(|answer| answer.note.as_deref()).unwrap_or_default();
        let reason = answer.and_then(|answer| answer.reason.as_deref()).unwrap_or_default();
        let texts = [(asked, WIDTHS[2]), (note, WIDTHS[4]), (evidence.as_str(), WIDTHS[5]), (reason, WIDTHS[6])];
        set_height(sheet, row, &texts)?;
        let rule = if question.na_allowed { &with } else { &without };
        let rule = with_hint(rule.clone(), &question.id, asked)?;
        sheet.add_data_validation(row, ANSWER, row, ANSWER, &rule)?;
        let examples = (words.evidence_hint)(&text.evidence.join("; "));
        let hint = if text.evidence.is_empty() { words.xlsform.evidence_hint } else { examples.as_str() };
        hints(sheet, row, EVIDENCE, row, words.heads[5], hint)?;
    }
    hints(sheet, 1, NOTE, row.max(1), words.heads[4], words.note_hint)?;
    hints(sheet, 1, REASON, row.max(1), words.heads[6], words.reason_hint)?;
    // Numbers in cells of text are meant to be text.
    sheet.ignore_error_range(1, ANSWER, row.max(1), REASON, IgnoreError::NumberStoredAsText)?;
    sheet.set_selection(1, ANSWER, 1, ANSWER)?;
    page::finish(sheet);
    let perspective = here.perspective.and_then(|index| book.form.rubric.perspectives.get(index));
    let id = perspective.map(|perspective| perspective.id.replace('-', "_"));
    // Screen readers take the heads of columns from a name that begins like this.
    let last = format!("{}{}", letter(REASON).to_lowercase(), row + 1);
    book.define(format!("ColumnTitleRegion{}.a1.{last}.{}", part + 1, part + 2), &name, "$A$1");
    if let Some(id) = id {
        book.define(format!("Questions_{id}"), &name, "$A$1");
    }
    Ok(())
}

/// The question as it is asked.
fn asked<'t>(book: &Book, text: &'t QuestionText) -> &'t str {
    text.easy.as_ref().filter(|_| book.form.easy).unwrap_or(&text.text)
}

/// A list of answers.
fn rule(book: &Book, list: &str, choices: &[String]) -> Result<DataValidation, XlsxError> {
    let words = &book.words.spreadsheet;
    let rule = DataValidation::new().allow_list_formula(Formula::new(list));
    with_error(rule, words.not_in_list, &(words.choose_one_of)(&choices.join(", ")))
}

/// Says what cells are for, and lets anything in.
fn hints(
    sheet: &mut Worksheet,
    row: RowNum,
    column: u16,
    last: RowNum,
    title: &str,
    text: &str,
) -> Result<(), XlsxError> {
    let rule = with_hint(DataValidation::new().allow_any_value(), title, text)?;
    sheet.add_data_validation(row, column, last, column, &rule)?;
    Ok(())
}

/// The cells to fill in, with what has been answered already.
fn answers(
    book: &Book,
    sheet: &mut Worksheet,
    row: RowNum,
    answer: Option<&Answer>,
    choices: &[String],
) -> Result<(), XlsxError> {
    let look = &book.looks.input;
    let place = answer.and_then(|answer| answer.given).map(|given| match given {
        Given::Choice(index) => index,
        Given::NotApplicable => choices.len().saturating_sub(2),
        Given::DontKnow => choices.len().saturating_sub(1),
    });
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    enter(sheet, row, ANSWER, &text(place.and_then(|place| choices.get(place))), look)?;
    enter(sheet, row, NOTE, &text(answer.and_then(|answer| answer.note.as_ref())), look)?;
    enter(sheet, row, EVIDENCE, &answer.map(|answer| pieces(&answer.evidence)).unwrap_or_default(), look)?;
    enter(sheet, row, REASON, &text(answer.and_then(|answer| answer.reason.as_ref())), look)
}

/// Pieces of evidence in one cell: one a line; where a piece holds lines itself or could be taken for something else,
/// each begins with a hyphen and its further lines are indented, as in a list.
pub fn pieces(evidence: &[String]) -> String {
    let plain = |piece: &String| {
        !piece.is_empty() && piece.trim() == piece && !piece.contains(['\n', '\r']) && !piece.starts_with('-')
    };
    if evidence.iter().all(plain) {
        return evidence.join("\n");
    }
    let listed = |piece: &String| format!("- {}", piece.replace('\n', "\n  "));
    evidence.iter().map(listed).collect::<Vec<_>>().join("\n")
}

/// Writes the sheet that explains the questions.
pub fn write_help(book: &mut Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = &book.words.spreadsheet;
    let name = book.help.clone();
    sheet.set_name(&name)?;
    heads(sheet, &words.help_heads, &HELP_WIDTHS, &book.looks.head)?;
    let mut row: RowNum = 0;
    for (index, (question, text)) in book.form.rubric.questions.iter().zip(book.texts.questions.iter()).enumerate() {
        if !book.parts.iter().any(|part| part.questions.contains(&index)) {
            continue;
        }
        row += 1;
        let help = text.easy_help.as_ref().filter(|_| book.form.easy).or(text.help.as_ref());
        say(sheet, row, 0, &question.id, &book.looks.strong)?;
        say(sheet, row, 1, asked(book, text), &book.looks.text)?;
        let (help, examples) = (help.map_or("", String::as_str), text.evidence.join("\n"));
        say(sheet, row, 2, help, &book.looks.text)?;
        say(sheet, row, 3, &examples, &book.looks.text)?;
        let [_, question, meant, evidence] = HELP_WIDTHS;
        set_height(sheet, row, &[(asked(book, text), question), (help, meant), (&examples, evidence)])?;
    }
    page::finish(sheet);
    let number = book.parts.len() + 1;
    book.define(format!("ColumnTitleRegion{number}.a1.d{}.{}", row + 1, number + 1), &name, "$A$1");
    Ok(())
}
