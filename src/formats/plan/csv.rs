//! A plan as a task list in CSV: one row a step, with the heads `title`, `description` and `due_date` that issue
//! trackers import. The heads are the same in every language.

use crate::formats::View;
use crate::formats::csv::defused;
use crate::report::plan::{KEYS, PlanReport};
use std::io::{self, Write};

/// Writes the steps of a plan.
///
/// # Errors
/// Only those of `out`.
pub fn write(plan: &PlanReport, view: &View, out: &mut dyn Write) -> io::Result<()> {
    if view.bom {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    writer.write_record(KEYS)?;
    for task in plan.tasks() {
        writer.write_record(plan.task_row(&task).iter().map(|cell| defused(cell)))?;
    }
    writer.flush()
}
