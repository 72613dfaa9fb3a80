//! The sheet of the perspectives: a row a group, with real numbers; what is hidden says so in words.

use super::page::Page;
use crate::report::shown::response_rate;
use crate::scoring::{Figure, View};
use crate::text::harmless;
use rust_xlsxwriter::{ColNum, RowNum, XlsxError};

/// Writes the groups, then the two sides.
pub fn perspectives(page: &mut Page) -> Result<(), XlsxError> {
    let report = page.report;
    let words = &report.words.voices;
    let [perspective, invited, answered, rate, dont_know, level] = words.people_heads;
    let mut heads: Vec<String> = [perspective, invited, answered, rate, dont_know].map(str::to_owned).to_vec();
    heads.extend((0..report.rubric.principles.len()).map(|index| report.principle_name(index)));
    heads.extend([words.overall.to_owned(), level.to_owned()]);
    let mut widths = vec![44.0, 11.0, 12.0, 12.0, 12.0];
    widths.extend(report.rubric.principles.iter().map(|_| 16.0));
    widths.extend([12.0, 40.0]);
    page.heads(&heads, &widths, 1, 1)?;
    let mut row = 1;
    for group in &report.voices.groups {
        let name = report.group_name(&group.who);
        let name = if group.statement { (words.statement)(&name) } else { name };
        page.text(row, 0, &name, &page.looks.strong)?;
        whole(page, row, 1, report.round.invited(group.who.id()))?;
        if group.shown {
            whole(page, row, 2, group.people)?;
        } else {
            page.text(row, 2, &report.group_mark(group), &page.looks.text)?;
        }
        let shares = [response_rate(&report.round, group), group.dont_know.clone()];
        for (column, share) in (3..).zip(&shares) {
            page.share(row, column, share.as_ref().map(|share| report.number(share, None)))?;
        }
        let mut column = 5;
        for (index, found) in group.principles.iter().enumerate() {
            figure(page, row, column, found.as_ref(), &report.group_score(group, index))?;
            column += 1;
        }
        let overall = group.overall.as_ref().map_or_else(|| report.group_mark(group), |found| report.figure(found));
        figure(page, row, column, group.overall.as_ref(), &overall)?;
        let level = group.level.as_ref().map(|level| harmless(&report.level_brief(level)));
        let level = level.unwrap_or_else(|| report.group_mark(group));
        page.text(row, column + 1, &level, &page.looks.text)?;
        row += 1;
    }
    let sides = [(words.lived, &report.voices.lived_experience), (words.others, &report.voices.others)];
    for (name, view) in sides.into_iter().filter_map(|(name, view)| Some((name, view.as_ref()?))) {
        side(page, row, name, view)?;
        row += 1;
    }
    Ok(())
}

fn side(page: &mut Page, row: RowNum, name: &str, view: &View) -> Result<(), XlsxError> {
    let report = page.report;
    let not_shown = report.view_mark();
    page.text(row, 0, name, &page.looks.strong)?;
    for column in 1..5 {
        page.text(row, column, "", &page.looks.text)?;
    }
    let mut column = 5;
    for found in view.principles.iter().chain([&view.overall]) {
        let words = found.as_ref().map_or_else(|| not_shown.to_owned(), |found| report.figure(found));
        figure(page, row, column, found.as_ref(), &words)?;
        column += 1;
    }
    let level = view.level.as_ref().map(|level| harmless(&report.level_brief(level)));
    page.text(row, column, level.as_deref().unwrap_or(not_shown), &page.looks.text)
}

fn whole(page: &mut Page, row: RowNum, column: ColNum, value: Option<u64>) -> Result<(), XlsxError> {
    match value {
        #[allow(clippy::cast_precision_loss)] // A spreadsheet's numbers are these.
        Some(value) => page.sheet.write_number_with_format(row, column, value as f64, &page.looks.number)?,
        None => page.sheet.write_blank(row, column, &page.looks.number)?,
    };
    Ok(())
}

/// A share as a number; what is not exact, or not there, in words.
fn figure(page: &mut Page, row: RowNum, column: ColNum, found: Option<&Figure>, words: &str) -> Result<(), XlsxError> {
    match found {
        Some(Figure::Exact(value)) => {
            let value = if page.report.protects() { page.report.number(value, None) } else { value.to_f64() };
            page.share(row, column, Some(value))
        }
        _ => page.text(row, column, words, &page.looks.text),
    }
}
