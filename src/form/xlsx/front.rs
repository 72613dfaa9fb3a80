//! The first sheet: what to know before answering, and what to say about the organisation and those who answer. One
//! row each: a label, and a text or a cell to fill in.

use super::Book;
use super::lists::settings;
use super::page::{self, enter, say, set_height, with_error, with_hint};
use crate::text::FrontField;
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, ExcelDateTime, Formula, IgnoreError, RowNum, Worksheet, XlsxError,
};

/// Widths in characters: label, text.
const WIDTHS: [f64; 2] = [40.0, 90.0];
/// Of a label's width, what bold letters can use.
const LABEL: f64 = 35.0;
/// A spreadsheet's numbers are exact up to here.
const EXACT: u64 = 1 << 53;

/// Writes the sheet and the names of its cells.
pub fn write(book: &mut Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let name = book.front.clone();
    sheet.set_name(&name)?.set_active(true);
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut row = explanations(book, sheet)?;
    let first_field = row;
    for field in FrontField::ALL {
        if left_out(book, field) {
            continue;
        }
        let [label, hint] = (book.words.spreadsheet.fields)(field);
        say(sheet, row, 0, label, &book.looks.strong)?;
        fill(book, sheet, row, field, [label, hint])?;
        book.define(format!("Field_{}", field.key()), &name, &format!("$B${}", row + 1));
        row += 1;
    }
    row = groups(book, sheet, row)?;
    sheet.ignore_error_range(first_field, 1, row, 1, IgnoreError::NumberStoredAsText)?;
    page::finish(sheet);
    Ok(())
}

/// What has a place elsewhere, or nothing to say.
fn left_out(book: &Book, field: FrontField) -> bool {
    match field {
        FrontField::Respondent => book.form.answers.is_none_or(|sheet| sheet.respondent.is_none()),
        FrontField::Perspective | FrontField::AnsweredBy | FrontField::People | FrontField::Shown => {
            book.form.by_perspective
        }
        _ => false,
    }
}

/// The rows to read; gives the row after them.
fn explanations(book: &Book, sheet: &mut Worksheet) -> Result<RowNum, XlsxError> {
    let words = &book.words.spreadsheet;
    let description = book.texts.description.as_deref().filter(|_| !book.form.easy);
    let count = match book.parts.as_slice() {
        [only] => only.questions.len(),
        _ => book.form.rubric.questions.len(),
    };
    let na = book.form.offers_na();
    let how = match book.parts.as_slice() {
        [only] if !book.form.by_perspective => (words.how_text)(&only.name, na, &book.help),
        _ => (words.how_text_many)(na, &book.help),
    };
    let [least, most] = crate::form::minutes(count);
    let length = (words.length_text)(count, least, most);
    let rows = [
        (words.questionnaire, Some(book.texts.title.as_str())),
        (words.about, description),
        (book.words.rubric.easy, book.form.easy.then_some(book.words.interview.easy_label)),
        (words.voluntary, Some(book.words.interview.voluntary)),
        (words.length, Some(length.as_str())),
        (words.how, Some(how.as_str())),
        (words.give_back, Some(words.give_back_text)),
        (words.before, Some(book.words.report.before_you_start)),
    ];
    let mut row = 0;
    for (label, text) in rows {
        let Some(text) = text else { continue };
        say(sheet, row, 0, label, &book.looks.strong)?;
        say(sheet, row, 1, text, if row == 0 { &book.looks.strong } else { &book.looks.text })?;
        set_height(sheet, row, &[(label, LABEL), (text, WIDTHS[1])])?;
        row += 1;
    }
    Ok(row)
}

/// One cell to fill in.
fn fill(
    book: &Book,
    sheet: &mut Worksheet,
    row: RowNum,
    field: FrontField,
    [label, hint]: [&str; 2],
) -> Result<(), XlsxError> {
    let words = &book.words.spreadsheet;
    let value = value(book, field);
    set_height(sheet, row, &[(label, LABEL), (value.as_deref().unwrap_or_default(), WIDTHS[1])])?;
    let list = |name: &str| {
        let rule = DataValidation::new().allow_list_formula(Formula::new(name));
        with_error(rule, words.not_in_list, words.choose_from_list)
    };
    let any = DataValidation::new().allow_any_value();
    let rule = match field {
        // The questions are those of this perspective; to change it would leave others unasked.
        FrontField::Perspective if book.perspective().is_some() => {
            return say(sheet, row, 1, &value.unwrap_or_default(), &book.looks.text);
        }
        FrontField::Respondent => return enter(sheet, row, 1, &value.unwrap_or_default(), &book.looks.text),
        FrontField::Perspective if book.form.rubric.perspectives.is_empty() => any,
        FrontField::Perspective => list("=Perspectives")?,
        FrontField::Setting => list("=Settings")?,
        FrontField::AnsweredBy => list("=AnsweredBy")?,
        FrontField::Shown => list("=YesNo")?,
        FrontField::Date => {
            let first = ExcelDateTime::from_ymd(2000, 1, 1)?;
            let rule = DataValidation::new().allow_date(DataValidationRule::GreaterThanOrEqualTo(first));
            with_error(rule, words.not_a_date, words.date_needed)?
        }
        FrontField::People => people_rule(book)?,
        _ => any,
    };
    match (field, value.as_deref()) {
        (FrontField::Date, Some(text)) => match day(text) {
            Some(day) => {
                sheet.write_datetime_with_format(row, 1, day, &book.looks.day)?;
            }
            None => enter(sheet, row, 1, text, &book.looks.day)?,
        },
        (FrontField::Date, None) => enter(sheet, row, 1, "", &book.looks.day)?,
        (FrontField::People, text) => people(book, sheet, row, text)?,
        (_, text) => enter(sheet, row, 1, text.unwrap_or_default(), &book.looks.input)?,
    }
    sheet.add_data_validation(row, 1, row, 1, &with_hint(rule, label, hint)?)?;
    Ok(())
}

fn people_rule(book: &Book) -> Result<DataValidation, XlsxError> {
    let words = &book.words.spreadsheet;
    let rule = DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(1));
    with_error(rule, words.not_a_number, words.number_needed)
}

fn people(book: &Book, sheet: &mut Worksheet, row: RowNum, text: Option<&str>) -> Result<(), XlsxError> {
    let number = text.and_then(|text| text.parse::<u64>().ok()).filter(|number| *number <= EXACT);
    match number {
        #[allow(clippy::cast_precision_loss)] // Exact up to 2^53.
        Some(number) => {
            sheet.write_number_with_format(row, 1, number as f64, &book.looks.number)?;
            Ok(())
        }
        None => enter(sheet, row, 1, text.unwrap_or_default(), &book.looks.number),
    }
}

/// With a sheet for each perspective: how many answered together, and whether that may be shown, for each.
fn groups(book: &mut Book, sheet: &mut Worksheet, mut row: RowNum) -> Result<RowNum, XlsxError> {
    if !book.form.by_perspective {
        return Ok(row);
    }
    let words = &book.words.spreadsheet;
    let front = book.front.clone();
    let perspectives: Vec<usize> = book.parts.iter().filter_map(|part| part.perspective).collect();
    for index in perspectives {
        let name = book.perspective_name(index);
        let id = book.form.rubric.perspectives.get(index).map(|perspective| perspective.id.replace('-', "_"));
        let id = id.unwrap_or_default();
        for (field, label) in
            [(FrontField::People, (words.people_of)(&name)), (FrontField::Shown, (words.shown_of)(&name))]
        {
            let hint = (words.fields)(field)[1];
            say(sheet, row, 0, &label, &book.looks.strong)?;
            fill(book, sheet, row, field, [&label, hint])?;
            let name = if field == FrontField::People { "People" } else { "Shown" };
            book.define(format!("{name}_{id}"), &front, &format!("$B${}", row + 1));
            row += 1;
        }
    }
    Ok(row)
}

/// What is known already.
fn value(book: &Book, field: FrontField) -> Option<String> {
    let form = book.form;
    let sheet = form.answers;
    let words = &book.words.spreadsheet;
    let of_organisation = |get: fn(&crate::model::Organisation) -> &Option<String>| {
        sheet.and_then(|sheet| get(&sheet.organisation).clone())
    };
    let of_process =
        |get: fn(&crate::model::Process) -> &Option<String>| sheet.and_then(|sheet| get(&sheet.process).clone());
    let given = |text: Option<&str>| text.map(str::to_owned);
    match field {
        FrontField::Responsible => given(form.contact),
        FrontField::Audience => given(form.audience),
        FrontField::DeleteAfter => given(form.delete_after),
        FrontField::Organisation => given(form.organisation).or_else(|| sheet.map(|s| s.organisation.name.clone())),
        FrontField::Sector => of_organisation(|o| &o.sector),
        FrontField::Country => of_organisation(|o| &o.country),
        FrontField::Size => of_organisation(|o| &o.size),
        FrontField::Setting => {
            let id = given(form.setting).or_else(|| of_organisation(|o| &o.setting))?;
            let label = settings(book).into_iter().find(|(known, _)| *known == id).map(|(_, label)| label);
            Some(label.unwrap_or(id))
        }
        FrontField::Scope => of_organisation(|o| &o.scope),
        FrontField::Period => of_organisation(|o| &o.period),
        FrontField::Date => sheet.map(|sheet| sheet.date.clone()),
        FrontField::Perspective => {
            let id = book.perspective()?;
            let index = form.rubric.perspectives.iter().position(|perspective| perspective.id == id);
            Some(index.and_then(|index| book.perspectives().get(index).cloned()).unwrap_or_else(|| id.to_owned()))
        }
        FrontField::AnsweredBy => {
            let sheet = sheet?;
            let [person, group] = words.answered_by;
            if sheet.respondent.is_some() { Some(person.to_owned()) } else { sheet.people.map(|_| group.to_owned()) }
        }
        FrontField::People => sheet?.people.map(|people| people.to_string()),
        FrontField::Shown => sheet?.people.map(|_| words.yes_no[0].to_owned()),
        FrontField::Respondent => sheet?.respondent.clone(),
        FrontField::ChoseQuestions => of_process(|p| &p.chose_questions),
        FrontField::Answered => of_process(|p| &p.answered),
        FrontField::Interpreted => of_process(|p| &p.interpreted),
        FrontField::Decides => of_process(|p| &p.decides),
    }
}

/// A day as a spreadsheet counts them; months, and days before March 1900, which spreadsheets count wrongly, stay text.
fn day(text: &str) -> Option<ExcelDateTime> {
    if text.len() != 10 || text < "1900-03-01" {
        return None;
    }
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    ExcelDateTime::from_ymd(year, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?).ok()
}
