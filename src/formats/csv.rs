//! CSV by RFC 4180: one row a question, for spreadsheets and statistics. Numbers keep the decimal point in every
//! language, and the heads are the same in every language, so that scripts can rely on them.

use super::{Format, View};
use crate::report::Report;
use crate::report::rows::{KEYS, Value};
use std::io::{self, Write};

/// The format `csv`.
#[derive(Debug)]
pub struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn extension(&self) -> &'static str {
        "csv"
    }

    fn write(&self, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<Vec<String>> {
        write_rows(&KEYS, &report.rows(false), view, out)?;
        Ok(Vec::new())
    }
}

/// Writes any table with the same heads in every language.
///
/// # Errors
/// Only those of `out`.
pub fn write_rows<'a>(
    keys: &[&str],
    rows: &[impl AsRef<[Value<'a>]>],
    view: &View,
    out: &mut dyn Write,
) -> io::Result<()> {
    if view.bom {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(keys)?;
    for row in rows {
        writer.write_record(row.as_ref().iter().map(cell))?;
    }
    writer.flush()
}

fn cell(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => defused(text),
        Value::Number(number) => number.to_string(),
        Value::Is(yes) => yes.to_string(),
    }
}

/// Whether a spreadsheet may take what begins with this for a formula. The wide forms count in East Asian editions.
fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
}

/// The text with an apostrophe where a spreadsheet would otherwise calculate: at its start, and after line ends and
/// semicolons, where a spreadsheet that expects semicolons between the cells (as in Germany) begins a new one.
pub fn defused(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    let mut start = true;
    for c in text.chars() {
        if start && begins_formula(c) {
            out.push('\'');
        }
        // Leading spaces and quotation marks may be dropped before the cell is looked at.
        start = matches!(c, ';' | '\n' | '\r' | '\t') || (start && (c == ' ' || c == '"'));
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::tests as samples;
    use super::*;

    fn read(text: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    fn column<'a>(rows: &'a [Vec<String>], id: &str, key: &str) -> &'a str {
        let place = rows[0].iter().position(|head| head == key).unwrap();
        &rows.iter().find(|row| row[0] == id).unwrap()[place]
    }

    #[test]
    fn what_looks_like_a_formula_is_defused() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t'=1"),
            ("  =1", "  '=1"),
            ("a;=1", "a;'=1"),
            ("a\n=1", "a\n'=1"),
            ("＝1", "'＝1"),
            ("a=1, b-c", "a=1, b-c"),
            ("", ""),
        ] {
            assert_eq!(defused(text), safe);
        }
    }

    #[test]
    fn a_row_a_question_with_real_numbers_in_every_language() {
        for language in ["de", "en"] {
            let text = samples::written(&Csv, &samples::NASTY, language);
            assert!(text.ends_with("\r\n") && !text.starts_with('\u{feff}'));
            let rows = read(&text);
            let questions = samples::with_report(&samples::NASTY, language, |report| report.rubric.questions.len());
            assert_eq!(rows.len(), 1 + questions, "{language}");
            assert_eq!(rows[0], KEYS);
            assert_eq!(column(&rows, "equ1a", "answer"), "partly");
            assert_eq!(column(&rows, "equ1a", "points"), "1");
            assert_eq!(column(&rows, "equ1a", "value"), "0.3333333333333333");
            assert_eq!(column(&rows, "equ1a", "note"), "'=cmd|'/C calc'!A0");
            assert_eq!(column(&rows, "equ1a", "evidence"), "minutes, \"2026\" | <b>2</b>");
            assert_eq!(column(&rows, "equ1b", "answer"), "dk");
            assert_eq!(column(&rows, "equ1b", "point"), "");
            assert_eq!(column(&rows, "equ1b", "note"), "two\nlines");
            assert_eq!(column(&rows, "equ1d", "applicable"), "false");
            assert_eq!(column(&rows, "equ1d", "reason"), "[U+001B]none");
            assert_eq!(column(&rows, "equ1d", "coverage"), "");
        }
    }

    #[test]
    fn several_sheets_show_no_single_answers() {
        let rows = read(&samples::written(&Csv, &samples::TWO, "en"));
        for key in ["answer", "answer_label", "points", "value", "note", "evidence", "reason"] {
            let place = KEYS.iter().position(|head| *head == key).unwrap();
            assert!(rows[1..].iter().all(|row| row[place].is_empty()), "{key}");
        }
        assert_eq!(column(&rows, "equ1a", "point"), "0.6666666666666666");
    }

    #[test]
    fn the_byte_order_mark_is_written_on_demand() {
        let view = View { bom: true, ..samples::VIEW };
        let bytes = samples::bytes(&Csv, &samples::NASTY, "de", &view);
        assert!(bytes.starts_with("\u{feff}id,".as_bytes()));
    }
}
