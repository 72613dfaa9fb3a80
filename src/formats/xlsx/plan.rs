//! A plan as a workbook: its steps to fill in and tick off, what they mean, and what the plan is.

use super::page::{Looks, Page};
use super::{entry, properties_of};
use crate::model::Ratio;
use crate::report::document::Block;
use crate::report::plan::{PlanReport, Task};
use crate::scoring::plan::Direction;
use crate::text::harmless;
use rust_xlsxwriter::{DataValidation, RowNum, Workbook, XlsxError};

/// The file's bytes.
pub fn workbook(plan: &PlanReport) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    let parts = [steps, principles, ask_first, what_if, about];
    for (name, part) in plan.report.words.plan.sheets.iter().zip(parts) {
        let sheet = workbook.add_worksheet().set_name(*name)?;
        let mut page = Page::new(sheet, &looks, plan.report);
        part(&mut page, plan)?;
        page.finish()?;
    }
    workbook.set_properties(&properties_of(plan.report, &plan.document())?);
    workbook.set_zip_compression_level(3);
    workbook.save_to_buffer()
}

fn heads<const N: usize>(page: &mut Page, heads: [&'static str; N], widths: [f64; N]) -> Result<(), XlsxError> {
    page.heads(&heads.map(str::to_owned), &widths, 1, 1)
}

fn steps(page: &mut Page, plan: &PlanReport) -> Result<(), XlsxError> {
    let widths = [6.0, 9.0, 40.0, 60.0, 40.0, 14.0, 14.0, 9.0, 18.0, 22.0, 24.0, 13.0, 10.0];
    heads(page, plan.report.words.plan.sheet_heads, widths)?;
    let tasks = plan.tasks();
    for (row, task) in (1..).zip(&tasks) {
        step(page, plan, row, task)?;
    }
    let last = RowNum::try_from(tasks.len()).unwrap_or(RowNum::MAX);
    if last == 0 {
        let words = &plan.report.words.plan;
        let none = if plan.plan.is_feasible() { words.nothing_to_do } else { words.not_feasible };
        return page.text(1, 2, none, &page.looks.text);
    }
    page.sheet.autofilter(0, 0, last, 12)?;
    let done = DataValidation::new().allow_list_strings(&plan.report.words.tabular.yes_no)?;
    page.sheet.add_data_validation(1, 12, last, 12, &done)?;
    Ok(())
}

fn step(page: &mut Page, plan: &PlanReport, row: RowNum, task: &Task) -> Result<(), XlsxError> {
    let step = task.step;
    let how = task.how.iter().enumerate().map(|(index, how)| format!("{}. {how}", index + 1));
    let texts = [
        (1, plan.question_id(step.question).to_owned()),
        (2, task.title.clone()),
        (3, how.collect::<Vec<_>>().join("\n")),
        (4, task.benefit.clone().unwrap_or_default()),
        (5, plan.from_label(step)),
        (6, plan.option_label(step.to)),
        (8, plan.report.principle_name(step.principle)),
        (9, harmless(plan.report.rank_name(step.level + 1))),
        (10, task.who.clone()),
        (12, plan.report.words.tabular.yes_no[1].to_owned()),
    ];
    #[allow(clippy::cast_precision_loss)] // Ranks are small.
    page.sheet.write_number_with_format(row, 0, task.rank as f64, &page.looks.number)?;
    for (column, text) in &texts {
        page.text(row, *column, text, &page.looks.text)?;
    }
    page.sheet.write_number_with_format(row, 7, step.effort.to_f64(), &page.looks.number)?;
    match task.quarter {
        Some((_, _, last)) => page.date(row, 11, last)?,
        None => {
            page.sheet.write_blank(row, 11, &page.looks.day)?;
        }
    }
    Ok(())
}

fn principles(page: &mut Page, plan: &PlanReport) -> Result<(), XlsxError> {
    let [principle, now, target, after, effort] = plan.report.words.plan.principles_heads;
    let all = [principle, now, target, after, plan.report.words.report.score, effort];
    heads(page, all, [24.0, 32.0, 32.0, 32.0, 11.0, 10.0])?;
    for (row, part) in (1..).zip(&plan.plan.principles) {
        page.text(row, 0, &plan.report.principle_name(part.principle), &page.looks.strong)?;
        for (column, rank) in [(1, part.from), (2, part.target), (3, part.reached)] {
            page.text(row, column, &plan.report.named_place(rank), &page.looks.text)?;
        }
        page.share(row, 4, part.score.as_ref().map(Ratio::to_f64))?;
        page.sheet.write_number_with_format(row, 5, part.effort.to_f64(), &page.looks.number)?;
    }
    Ok(())
}

fn ask_first(page: &mut Page, plan: &PlanReport) -> Result<(), XlsxError> {
    heads(page, plan.report.words.plan.ask_heads, [9.0, 70.0, 24.0])?;
    for (row, &question) in (1..).zip(&plan.plan.ask_first) {
        let principle = plan.report.rubric.questions.get(question).map_or(usize::MAX, |entry| entry.principle);
        page.text(row, 0, plan.question_id(question), &page.looks.text)?;
        page.text(row, 1, &plan.question_text(question), &page.looks.text)?;
        page.text(row, 2, &plan.report.principle_name(principle), &page.looks.text)?;
    }
    Ok(())
}

fn what_if(page: &mut Page, plan: &PlanReport) -> Result<(), XlsxError> {
    let words = &plan.report.words.plan;
    heads(page, words.what_if_sheet_heads, [9.0, 60.0, 12.0, 16.0, 20.0, 32.0, 32.0])?;
    let [up, down] = words.up_down;
    for (row, found) in (1..).zip(&plan.plan.what_if) {
        let cells = [
            plan.question_id(found.question).to_owned(),
            plan.question_text(found.question),
            (if found.direction == Direction::Up { up } else { down }).to_owned(),
            plan.option_label(found.to),
            plan.report.principle_name(found.principle),
            plan.report.named_place(found.level_from),
            plan.report.named_place(found.level_to),
        ];
        for (column, cell) in (0..).zip(&cells) {
            page.text(row, column, cell, &page.looks.text)?;
        }
    }
    let last = RowNum::try_from(plan.plan.what_if.len()).unwrap_or(RowNum::MAX);
    if last > 0 {
        page.sheet.autofilter(0, 0, last, 6)?;
    }
    Ok(())
}

/// What the plan's first page says: what was asked for, and where it leads.
fn about(page: &mut Page, plan: &PlanReport) -> Result<(), XlsxError> {
    let (words, tabular) = (&plan.report.words.plan, &plan.report.words.tabular);
    page.heads(&tabular.about.map(str::to_owned), &[34.0, 90.0], 0, 1)?;
    let document = plan.document();
    let mut entries = Vec::new();
    let mut headings = 0;
    for block in &document.blocks {
        if let Block::Heading { depth: 2.., text } = block {
            headings += 1;
            if headings > 1 || text != words.summary {
                break;
            }
        }
        entry(block, tabular.remark, &mut entries);
    }
    entries.extend(words.method_sentences.iter().map(|sentence| (tabular.remark.to_owned(), (*sentence).to_owned())));
    entries.extend([
        (tabular.language.to_owned(), plan.report.words.name.to_owned()),
        (plan.report.words.report.labels.digest.to_owned(), plan.report.rubric.digest.clone()),
        (
            plan.report.words.report.labels.tool.to_owned(),
            concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned(),
        ),
    ]);
    for (row, (label, value)) in (1..).zip(&entries) {
        page.text(row, 0, label, &page.looks.strong)?;
        page.text(row, 1, value, &page.looks.text)?;
    }
    Ok(())
}
