//! The sheets `survey`, `choices` and `settings`.

use super::{Parts, Row};
use crate::form::Questionnaire;
use crate::text::{harmless, shorten};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as Look, FormatAlign, RowNum, Workbook, Worksheet, XlsxError,
};

/// A cell holds no more UTF-16 units than 32,767.
const LONGEST: usize = 32_000;

/// The file's bytes.
pub fn workbook(form: &Questionnaire, parts: &Parts) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks {
        head: Look::new().set_bold().set_text_wrap(),
        text: Look::new().set_text_wrap().set_align(FormatAlign::Top),
    };
    let languages: Vec<String> = form.languages.iter().map(super::Language::heading).collect();
    let mut workbook = Workbook::new();
    survey(workbook.add_worksheet().set_name("survey")?, parts, &languages, &looks)?;
    choices(workbook.add_worksheet().set_name("choices")?, parts, &languages, &looks)?;
    settings(workbook.add_worksheet().set_name("settings")?, form, &languages, &looks)?;
    let title = harmless(&form.first().texts.title);
    let properties = DocProperties::new()
        .set_title(shorten(&title, 254))
        .set_comment(format!("{} {}", form.rubric.id, form.rubric.version))
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&properties);
    workbook.set_zip_compression_level(3);
    workbook.save_to_buffer()
}

struct Looks {
    head: Look,
    text: Look,
}

/// Writes a table; cells without text are left out.
fn table(
    sheet: &mut Worksheet,
    heads: &[String],
    rows: impl Iterator<Item = Vec<String>>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    for (column, head) in (0..).zip(heads) {
        sheet.write_string_with_format(0, column, head, &looks.head)?;
        let wide = head.contains("::") || head == "relevant" || head == "calculation";
        sheet.set_column_width(column, if wide { 50 } else { 22 })?;
    }
    for (row, cells) in (1 as RowNum..).zip(rows) {
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string_with_format(row, column, shorten(&cell, LONGEST), &looks.text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn translated<'a>(what: &'a str, languages: &'a [String]) -> impl Iterator<Item = String> + 'a {
    languages.iter().map(move |language| format!("{what}::{language}"))
}

/// A text for each language, or an empty cell for each.
fn cells(texts: &[String], languages: &[String]) -> Vec<String> {
    (0..languages.len()).map(|index| texts.get(index).cloned().unwrap_or_default()).collect()
}

fn survey(sheet: &mut Worksheet, parts: &Parts, languages: &[String], looks: &Looks) -> Result<(), XlsxError> {
    let mut heads = vec!["type".to_owned(), "name".to_owned()];
    heads.extend(translated("label", languages));
    heads.extend(translated("hint", languages));
    heads.extend(["required", "relevant", "appearance", "calculation", "constraint"].map(str::to_owned));
    let row = |row: &Row| {
        let mut out = vec![row.kind.clone(), row.name.clone()];
        out.extend(cells(&row.labels, languages));
        out.extend(cells(&row.hints, languages));
        let required = if row.required { "yes" } else { "" };
        out.extend([required.to_owned(), row.relevant.clone(), row.appearance.to_owned()]);
        out.extend([row.calculation.clone(), row.constraint.to_owned()]);
        out
    };
    table(sheet, &heads, parts.survey.iter().map(row), looks)
}

fn choices(sheet: &mut Worksheet, parts: &Parts, languages: &[String], looks: &Looks) -> Result<(), XlsxError> {
    let mut heads = vec!["list_name".to_owned(), "name".to_owned()];
    heads.extend(translated("label", languages));
    let rows = parts.choices.iter().map(|choice| {
        let mut out = vec![choice.list.to_owned(), choice.name.clone()];
        out.extend(cells(&choice.labels, languages));
        out
    });
    table(sheet, &heads, rows, looks)
}

fn settings(sheet: &mut Worksheet, form: &Questionnaire, languages: &[String], looks: &Looks) -> Result<(), XlsxError> {
    let heads = ["form_title", "form_id", "version", "default_language", "style"].map(str::to_owned);
    let id = form.perspective.map_or_else(|| form.rubric.id.clone(), |one| format!("{}-{one}", form.rubric.id));
    let row = vec![
        harmless(&form.first().texts.title),
        id,
        form.rubric.version.to_string(),
        languages.first().cloned().unwrap_or_default(),
        "pages".to_owned(),
    ];
    table(sheet, &heads, std::iter::once(row), looks)
}
