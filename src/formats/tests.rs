//! Reports that the formats' tests write.
#![allow(clippy::unwrap_used)]

use super::{Format, View};
use crate::import::json;
use crate::model::Sheet;
use crate::report::{Counting, Report};
use crate::rubric::built_in;
use crate::scoring::Voice;
use crate::text::words_for;
use std::rc::Rc;

/// One sheet with everything that has ever broken a file.
pub const NASTY: [&str; 1] =
    [r#"{ "format": "coprod/answers/1", "rubric": {"id": "co-production", "version": "1.0.0"},
    "organisation": {"name": "<script>alert(1)</script> & \"Söhne\" ]]> --> 'x' \u001b[2J 日本 😀", "scope": "=1+1"},
    "date": "2026-03-14", "language": "de", "perspective": "hr",
    "answers": {
        "equ1a": {"choice": "partly", "note": "=cmd|'/C calc'!A0", "evidence": ["minutes, \"2026\"", "<b>2</b>"]},
        "equ1b": {"choice": "dk", "note": "two\r\nlines"},
        "equ1d": {"choice": "na", "reason": "\u001bnone"} } }"#];

/// Two sheets of one organisation.
pub const TWO: [&str; 2] = [
    r#"{ "format": "coprod/answers/1", "rubric": {"id": "co-production", "version": "1.0.0"},
    "organisation": {"name": "Zwei"}, "date": "2026-03-14", "perspective": "hr",
    "answers": {"equ1a": {"choice": "partly", "note": "secret", "evidence": ["secret"]}} }"#,
    r#"{ "format": "coprod/answers/1", "rubric": {"id": "co-production", "version": "1.0.0"},
    "organisation": {"name": "Zwei"}, "date": "2026-03-15", "perspective": "disabled-staff",
    "answers": {"equ1a": "fully", "equ1d": {"choice": "na", "reason": "secret"}} }"#,
];

/// A file.
pub const VIEW: View = View { width: 80, colour: false, accessible: false, unicode: true, bom: false };

/// Does something with the report of some sheets.
pub fn with_report<T>(sheets: &[&str], language: &str, f: impl FnOnce(&Report) -> T) -> T {
    let loaded = built_in("co-production").unwrap().load().unwrap();
    let rubric = Rc::clone(&loaded.rubric);
    let (texts, _) = loaded.texts(language).unwrap();
    let mut find = |_: &str| Ok(Rc::clone(&rubric));
    let sheets: Vec<Sheet> =
        sheets.iter().map(|text| json::read("a.json", text.as_bytes(), &mut find).unwrap().sheet).collect();
    f(&Report::new(&rubric, &texts, words_for(language).unwrap(), &sheets, Counting::usual(Voice::Equal), Vec::new()))
}

/// The bytes of a report.
pub fn bytes(format: &dyn Format, sheets: &[&str], language: &str, view: &View) -> Vec<u8> {
    with_report(sheets, language, |report| {
        let mut out = Vec::new();
        format.write(report, view, &mut out).unwrap();
        out
    })
}

/// The text of a report.
pub fn written(format: &dyn Format, sheets: &[&str], language: &str) -> String {
    String::from_utf8(bytes(format, sheets, language, &VIEW)).unwrap()
}
