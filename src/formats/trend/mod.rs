//! A comparison over time in every format that a report has.

mod json;

use super::{View, csv, html, markdown, pdf, table, xlsx};
use crate::report::trend::{KEYS, TrendReport};
use std::io::{self, Write};

/// Writes a comparison in the format of this name. Returns what could not be written as it is, a sentence each.
///
/// # Errors
/// Only those of `out`; and a name that is no format's.
pub fn write(format: &str, trend: &TrendReport, view: &View, out: &mut dyn Write) -> io::Result<Vec<String>> {
    match format {
        "table" => table::write_document(&trend.brief(), view, out)?,
        "markdown" => markdown::write_document(&trend.document(), out)?,
        "html" => out.write_all(html::render(&trend.document(), &trend.words().tabular).as_bytes())?,
        "pdf" => {
            let rendered = pdf::render(&trend.document()).map_err(io::Error::other)?;
            out.write_all(&rendered.bytes)?;
            return Ok(rendered.warnings.iter().map(trend.words().program.unprintable).collect());
        }
        "csv" => csv::write_rows(&KEYS, &trend.rows(), view, out)?,
        "xlsx" => out.write_all(&xlsx::trend::workbook(trend).map_err(io::Error::other)?)?,
        "json" => json::write(trend, out)?,
        other => return Err(io::Error::other(format!("no format `{other}`"))),
    }
    Ok(Vec::new())
}
