//! How a plan is written: in every format of reports, and as a list of tasks for issue trackers.

mod csv;
mod json;
mod tasks;

pub use tasks::write as write_tasks;

use super::{View, html, markdown, pdf, table, xlsx};
use crate::report::plan::PlanReport;
use std::io::{self, Write};

/// Writes a plan in the report format of this name. Returns what could not be written as it is, a sentence each.
///
/// # Errors
/// Those of `out`; a name that is no format's.
pub fn write(format: &str, plan: &PlanReport, view: &View, out: &mut dyn Write) -> io::Result<Vec<String>> {
    match format {
        "table" => table::write_document(&plan.brief(), view, out)?,
        "json" => json::write(plan, out)?,
        "csv" => csv::write(plan, view, out)?,
        "markdown" => markdown::write_document(&plan.document(), out)?,
        "html" => out.write_all(html::render(&plan.document(), &plan.report.words.tabular).as_bytes())?,
        "xlsx" => xlsx::write_plan(plan, out)?,
        "pdf" => {
            let rendered = pdf::render(&plan.document()).map_err(io::Error::other)?;
            out.write_all(&rendered.bytes)?;
            return Ok(rendered.warnings.iter().map(plan.report.words.program.unprintable).collect());
        }
        other => return Err(io::Error::other(format!("no plan is written as {other}"))),
    }
    Ok(Vec::new())
}
