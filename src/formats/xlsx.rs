//! XLSX: the profile with a chart, every question, the recommendations to fill in, and what the report is.
//!
//! Text is always written as text, never as a formula, and the file holds no date but the report's: the same report
//! has the same bytes.

mod page;
mod plan;
pub(super) mod trend;
mod voices;

use super::{Format, View};
use crate::model::{Ratio, Recommendation};
use crate::report::Report;
use crate::report::document::{Block, Document, Inline, plain};
use crate::report::figures::CellState;
use crate::report::plan::PlanReport;
use crate::report::rows::{KEYS, Value};
use crate::scoring::{Attainment, Bounds};
use crate::text::{harmless, shorten};
use page::{Looks, PERCENT, Page};
use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartFormat, ChartSolidFill, ColNum, DocProperties, ExcelDateTime,
    RowNum, Workbook, XlsxError,
};
use std::io::{self, Write};

/// The format `xlsx`.
#[derive(Debug)]
pub struct Xlsx;

impl Format for Xlsx {
    fn name(&self) -> &'static str {
        "xlsx"
    }

    fn extension(&self) -> &'static str {
        "xlsx"
    }

    fn is_binary(&self) -> bool {
        true
    }

    fn write(&self, report: &Report, _view: &View, out: &mut dyn Write) -> io::Result<Vec<String>> {
        out.write_all(&workbook(report).map_err(io::Error::other)?)?;
        Ok(Vec::new())
    }
}

/// A chart's text alternative holds no more characters.
const LONGEST_ALT: usize = 255;
/// The chart's bars: contrast 5.76 on white.
const BAR: u32 = 0x14_63_C8;

/// The file's bytes.
fn workbook(report: &Report) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    let parts = [profile, questions, recommendations, about];
    for (name, part) in report.words.tabular.sheets.iter().zip(parts) {
        let sheet = workbook.add_worksheet().set_name(*name)?;
        let mut page = Page::new(sheet, &looks, report);
        part(&mut page)?;
        page.finish()?;
    }
    if report.sheet.is_none() {
        let sheet = workbook.add_worksheet().set_name(report.words.voices.sheet)?;
        let mut page = Page::new(sheet, &looks, report);
        voices::perspectives(&mut page)?;
        page.finish()?;
    }
    workbook.set_properties(&properties(report)?);
    // Twice as fast as the usual level, for a file a tenth larger.
    workbook.set_zip_compression_level(3);
    workbook.save_to_buffer()
}

/// Writes a plan as a workbook.
///
/// # Errors
/// Those of `out`, and what the spreadsheet library refuses.
pub fn write_plan(plan: &PlanReport, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(&plan::workbook(plan).map_err(io::Error::other)?)
}

/// What the file says about itself.
fn properties(report: &Report) -> Result<DocProperties, XlsxError> {
    properties_of(report, &report.document())
}

/// The same for any document about the report's organisation.
fn properties_of(report: &Report, document: &Document) -> Result<DocProperties, XlsxError> {
    let mut parts = report.date().split('-').map(|part| part.parse::<u16>().unwrap_or(1));
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let small = |part: Option<u16>| part.and_then(|part| u8::try_from(part).ok()).unwrap_or(1);
    // Spreadsheets count days from 1900; before that, any fixed day is as good as another.
    let date = ExcelDateTime::from_ymd(year.unwrap_or(1900), small(month), small(day))
        .or_else(|_| ExcelDateTime::from_ymd(1900, 1, 1))?;
    Ok(DocProperties::new()
        .set_title(shorten(&harmless(&document.title), LONGEST_ALT))
        .set_subject(&document.subject)
        .set_author(document.author.as_deref().map(harmless).unwrap_or_default())
        .set_company(shorten(&harmless(&report.organisation().name), LONGEST_ALT))
        .set_comment(&document.footer)
        .set_creation_datetime(&date)
        .set_custom_property("Language", document.language.as_str()))
}

/// Principle × level with real numbers, and a chart of the principles' scores.
fn profile(page: &mut Page) -> Result<(), XlsxError> {
    let report = page.report;
    let (words, tabular) = (&report.words.report, &report.words.tabular);
    let mut heads = vec![words.principle.to_owned()];
    let mut widths = vec![24.0];
    for level in &report.texts.levels {
        heads.extend([harmless(&level.name), (tabular.result)(&harmless(&level.name))]);
        widths.extend([14.0, 20.0]);
    }
    heads.extend(tabular.bounds.map(str::to_owned));
    let reached = if report.is_estimate() { words.level_estimated } else { words.level_reached };
    let reached = report.with_view(reached);
    heads.extend([tabular.known, words.answered, &reached, tabular.status].map(str::to_owned));
    widths.extend([11.0, 11.0, 11.0, 10.0, 12.0, 32.0, 44.0]);
    page.heads(&heads, &widths, 1, 1)?;
    let mut row = 1;
    for (index, principle) in report.assessment.principles.iter().enumerate() {
        page.text(row, 0, &report.principle_name(index), &page.looks.strong)?;
        let mut column = 1;
        for (rank, (level, cell)) in report.rubric.levels.iter().zip(&principle.cells).enumerate() {
            page.share(row, column, report.bounds(&cell.score, Some(&level.threshold))[1])?;
            let (state, word) = report.cell_state(index, rank, cell);
            let look = match state {
                CellState::Reached => &page.looks.results[0],
                CellState::Missed => &page.looks.results[1],
                CellState::Open => &page.looks.results[2],
                CellState::Empty => &page.looks.text,
            };
            let range = report.score_phrase(&cell.score, Some(&level.threshold));
            let uncertain = cell.score.low != cell.score.high;
            let word = if uncertain { format!("{word}; {range}") } else { word.to_owned() };
            page.text(row, column + 1, &word, look)?;
            column += 2;
        }
        let known = (principle.coverage.as_ref(), report.principle_answered(index));
        let level = (report.principle_level(index), &principle.level);
        outcome(page, row, column, &principle.score, known, level)?;
        row += 1;
    }
    let overall = &report.assessment.overall;
    page.text(row, 0, tabular.overall, &page.looks.strong)?;
    let after_levels = ColNum::try_from(1 + 2 * report.rubric.levels.len()).unwrap_or(1);
    for column in 1..after_levels {
        page.sheet.write_blank(row, column, &page.looks.text)?;
    }
    let level = (report.overall_phrase(), &overall.level);
    outcome(page, row, after_levels, &overall.score, (overall.coverage.as_ref(), String::new()), level)?;
    chart(page, row, after_levels + 1)
}

/// The last columns of the profile: bounds, how much is known, the level and how firm it is.
fn outcome(
    page: &mut Page,
    row: RowNum,
    column: ColNum,
    score: &Bounds,
    (known, answered): (Option<&Ratio>, String),
    (phrase, level): (String, &Attainment),
) -> Result<(), XlsxError> {
    for (place, value) in (column..).zip(page.report.bounds(score, None)) {
        page.share(row, place, value)?;
    }
    page.share(row, column + 3, known.map(|known| page.report.number(known, None)))?;
    page.text(row, column + 4, &answered, &page.looks.text)?;
    page.text(row, column + 5, &phrase, &page.looks.strong)?;
    page.text(row, column + 6, page.report.status_phrase(level).unwrap_or_default(), &page.looks.text)
}

/// The chart of the principles' scores, below the table; `overall` is the row behind the principles.
fn chart(page: &mut Page, overall: RowNum, column: ColNum) -> Result<(), XlsxError> {
    if overall < 2 {
        return Ok(());
    }
    let report = page.report;
    let sheet = report.words.tabular.sheets[0];
    let mut chart = Chart::new_bar();
    chart
        .add_series()
        .set_categories((sheet, 1, 0, overall - 1, 0))
        .set_values((sheet, 1, column, overall - 1, column))
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(BAR)))
        .set_gap(60)
        .set_data_label(ChartDataLabel::new().show_value().set_num_format(PERCENT));
    chart.title().set_name(report.words.report.bars);
    // The first principle stands on top, as in the table.
    chart.y_axis().set_reverse();
    chart.x_axis().set_min(0).set_max(1).set_major_unit(0.25).set_num_format("0%");
    // Reversed, the scale would stand above the bars.
    chart.x_axis().set_label_position(ChartAxisLabelPosition::High);
    chart.legend().set_hidden();
    let bars = (0..report.assessment.principles.len()).map(|index| {
        let score = report.assessment.principles.get(index).map(|principle| &principle.score);
        let spoken = score.filter(|score| score.low.is_some()).map(|score| report.spoken_score(score));
        let phrase = spoken.unwrap_or_else(|| report.principle_score(index));
        let phrase = if phrase.is_empty() { report.words.report.not_applicable.to_owned() } else { phrase };
        format!("{}: {phrase}", report.principle_name(index))
    });
    let alt = (report.words.report.bars_alt)(&bars.collect::<Vec<_>>().join("; "));
    chart.set_alt_text(shorten(&alt, LONGEST_ALT - 1));
    chart.set_width(760).set_height((120 + 50 * overall).min(900));
    page.sheet.insert_chart(overall + 2, 0, &chart)?;
    Ok(())
}

/// One row a question, to filter and sort.
fn questions(page: &mut Page) -> Result<(), XlsxError> {
    const WIDTHS: [f64; 22] = [
        8.0, 16.0, 18.0, 52.0, 12.0, 16.0, 8.0, 10.0, 9.0, 11.0, 9.0, 11.0, 11.0, 11.0, 10.0, 40.0, 40.0, 30.0, 40.0,
        7.0, 22.0, 26.0,
    ];
    let report = page.report;
    page.heads(&report.words.tabular.questions.map(str::to_owned), &WIDTHS, 1, 2)?;
    let [yes, no] = report.words.tabular.yes_no;
    let rows = report.rows(true);
    for (row, values) in (1..).zip(&rows) {
        for ((column, value), key) in (0..).zip(values).zip(KEYS) {
            let is_share = matches!(key, "value" | "low" | "point" | "high" | "coverage");
            let look = if is_share { &page.looks.percent } else { &page.looks.number };
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

/// What to do next, with empty columns for who, what it costs and when.
fn recommendations(page: &mut Page) -> Result<(), XlsxError> {
    let report = page.report;
    let heads = report.words.tabular.plan.map(str::to_owned);
    page.heads(&heads, &[7.0, 18.0, 46.0, 40.0, 60.0, 46.0, 20.0, 14.0, 14.0], 1, 1)?;
    let mut row = 1;
    for priority in &report.assessment.priorities {
        let (Some(question), Some(text)) =
            (report.rubric.questions.get(priority.question), report.texts.questions.get(priority.question))
        else {
            continue;
        };
        page.sheet.write_number_with_format(row, 0, row, &page.looks.number)?;
        let next = text.recommendation.as_ref();
        let steps = next.map_or_else(String::new, numbered);
        let cells = [
            report.principle_name(question.principle),
            text.text.clone(),
            next.map_or(&text.text, |next| &next.title).clone(),
            steps,
            next.and_then(|next| next.benefit.clone()).unwrap_or_default(),
            String::new(),
            String::new(),
        ];
        for (column, cell) in (1..).zip(&cells) {
            page.text(row, column, cell, &page.looks.text)?;
        }
        page.sheet.write_blank(row, 8, &page.looks.day)?;
        row += 1;
    }
    if row == 1 {
        page.text(1, 3, report.nothing_to_recommend(), &page.looks.text)?;
    } else {
        page.sheet.autofilter(0, 0, row - 1, 8)?;
    }
    Ok(())
}

fn numbered(next: &Recommendation) -> String {
    let steps = next.steps.iter().enumerate().map(|(index, step)| format!("{}. {}", index + 1, harmless(step)));
    steps.collect::<Vec<_>>().join("\n")
}

/// What the report's title page says, and where the figures come from.
fn about(page: &mut Page) -> Result<(), XlsxError> {
    let report = page.report;
    let (words, tabular) = (&report.words.report, &report.words.tabular);
    page.heads(&tabular.about.map(str::to_owned), &[34.0, 90.0], 0, 1)?;
    let document = report.document();
    let mut entries = Vec::new();
    let cover = document.blocks.iter().take_while(|block| !matches!(block, Block::Heading { depth: 2.., .. }));
    cover.for_each(|block| entry(block, tabular.remark, &mut entries));
    report.beside_one_another().iter().for_each(|block| entry(block, tabular.remark, &mut entries));
    entries.extend([
        (tabular.language.to_owned(), report.words.name.to_owned()),
        (words.labels.digest.to_owned(), report.rubric.digest.clone()),
        (words.labels.tool.to_owned(), concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned()),
    ]);
    for (row, (label, value)) in (1..).zip(&entries) {
        page.text(row, 0, label, &page.looks.strong)?;
        page.text(row, 1, value, &page.looks.text)?;
    }
    Ok(())
}

/// "Label: value" as a row of two cells; other sentences as remarks.
fn entry(block: &Block, remark: &str, entries: &mut Vec<(String, String)>) {
    match block {
        Block::Paragraph(runs) => match runs.split_first() {
            Some((Inline::Strong(label), value)) if label.ends_with(": ") => {
                entries.push((label.trim_end_matches(": ").to_owned(), plain(value)));
            }
            _ => entries.push((remark.to_owned(), plain(runs))),
        },
        Block::Note(blocks) | Block::Together(blocks) => blocks.iter().for_each(|block| entry(block, remark, entries)),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| entry(block, remark, entries)),
        // The title only says again what the entries say.
        _ => {}
    }
}

#[cfg(test)]
mod tests;
