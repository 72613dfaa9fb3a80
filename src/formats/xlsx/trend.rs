//! XLSX of a comparison: every assessment with a line chart, and every change as one table to filter.

use super::page::{Looks, PERCENT, Page};
use super::{LONGEST_ALT, properties_of};
use crate::report::rows::Value;
use crate::report::trend::{KEYS, TrendReport};
use crate::text::{harmless, shorten};
use rust_xlsxwriter::{Chart, ChartLine, ChartMarker, ColNum, RowNum, Workbook, XlsxError};

/// Dark lines that differ in brightness too; the legend and the table name them.
const LINES: [u32; 6] = [0x1A_1A_1A, 0x14_63_C8, 0xB8_43_00, 0x2A_08_45, 0x6B_6B_6B, 0x00_5A_3C];

/// The file's bytes.
pub fn workbook(trend: &TrendReport) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    let parts = [development, changes];
    for (name, part) in trend.words().trend.sheets.iter().zip(parts) {
        let sheet = workbook.add_worksheet().set_name(*name)?;
        let mut page = Page::new(sheet, &looks, trend.newest());
        part(&mut page, trend)?;
        page.finish()?;
    }
    workbook.set_properties(&properties_of(trend.newest(), &trend.brief())?);
    workbook.set_zip_compression_level(3);
    workbook.save_to_buffer()
}

/// One row an assessment: date, level, scores of the known answers, and a chart of them.
fn development(page: &mut Page, trend: &TrendReport) -> Result<(), XlsxError> {
    let words = &trend.words().trend;
    let principles = 0..trend.rubric().principles.len();
    let mut heads = vec![words.date.to_owned(), words.overall_level.to_owned(), words.overall.to_owned()];
    heads.extend(principles.clone().map(|index| trend.newest().principle_name(index)));
    let mut widths = vec![18.0, 44.0];
    widths.resize(heads.len(), 16.0);
    page.heads(&heads, &widths, 1, 1)?;
    for (row, edition) in (1..).zip(&trend.editions) {
        page.text(row, 0, &trend.words().date(edition.date()), &page.looks.strong)?;
        page.text(row, 1, &harmless(&edition.overall_phrase()), &page.looks.text)?;
        page.share(row, 2, edition.exact_bounds(&edition.assessment.overall.score, None)[1])?;
        for (column, principle) in (3..).zip(&edition.assessment.principles) {
            page.share(row, column, edition.exact_bounds(&principle.score, None)[1])?;
        }
    }
    let last = RowNum::try_from(trend.editions.len()).unwrap_or(1);
    let lines = ColNum::try_from(1 + principles.len()).unwrap_or(1);
    chart(page, trend, last, lines)
}

fn chart(page: &mut Page, trend: &TrendReport, last: RowNum, lines: ColNum) -> Result<(), XlsxError> {
    let words = &trend.words().trend;
    let sheet = words.sheets[0];
    let mut chart = Chart::new_line();
    for (line, colour) in (0..lines).zip(LINES.iter().cycle()) {
        let column = 2 + line;
        // The whole is the thick line.
        let width = if line == 0 { 3.5 } else { 2.0 };
        chart
            .add_series()
            .set_name((sheet, 0, column))
            .set_categories((sheet, 1, 0, last, 0))
            .set_values((sheet, 1, column, last, column))
            .set_format(ChartLine::new().set_color(*colour).set_width(width))
            .set_marker(ChartMarker::new().set_automatic());
    }
    chart.title().set_name(words.figure);
    chart.y_axis().set_min(0).set_max(1).set_major_unit(0.25).set_num_format(PERCENT);
    chart.set_alt_text(shorten(&trend.figure().alt, LONGEST_ALT - 1));
    chart.set_width(900).set_height(420);
    page.sheet.insert_chart(last + 2, 0, &chart)?;
    Ok(())
}

/// Every change, to filter and sort.
fn changes(page: &mut Page, trend: &TrendReport) -> Result<(), XlsxError> {
    const WIDTHS: [f64; 21] = [
        12.0, 12.0, 11.0, 13.0, 22.0, 40.0, 11.0, 11.0, 11.0, 11.0, 11.0, 11.0, 12.0, 12.0, 12.0, 22.0, 15.0, 15.0,
        15.0, 12.0, 22.0,
    ];
    page.heads(&trend.words().trend.columns.map(str::to_owned), &WIDTHS, 0, 2)?;
    let [yes, no] = trend.words().tabular.yes_no;
    let rows = trend.rows();
    for (row, values) in (1..).zip(&rows) {
        for ((column, value), key) in (0..).zip(values).zip(KEYS) {
            let look = if key == "common" { &page.looks.number } else { &page.looks.percent };
            match value {
                Value::Empty => page.text(row, column, "", &page.looks.text)?,
                Value::Text(text) => page.text(row, column, text, &page.looks.text)?,
                Value::Is(true) => page.text(row, column, yes, &page.looks.text)?,
                Value::Is(false) => page.text(row, column, no, &page.looks.text)?,
                Value::Number(number) => {
                    page.sheet.write_number_with_format(row, column, *number, look)?;
                }
            }
        }
    }
    let last = RowNum::try_from(rows.len()).unwrap_or(RowNum::MAX);
    page.sheet.autofilter(0, 0, last, ColNum::try_from(KEYS.len() - 1).unwrap_or(0))?;
    Ok(())
}
