//! Answers that were given elsewhere: what comes in, what comes out, what is never stored, and what is refused.

mod bad_input;
mod csv;
mod map;
mod people;
mod platforms;
mod properties;
mod sheets;

use crate::support::{Done, Place};
use serde_json::{Value, json};

/// Imports `a.csv`, the full questionnaire at Example Ltd in March 2026, to standard output, with more options.
fn import(text: impl AsRef<[u8]>, more: &[&str]) -> Done {
    let place = Place::new();
    place.write("a.csv", text);
    let given = ["--organisation", "--date", "-r"].map(|option| more.iter().any(|word| word == &option));
    let defaults = [["--organisation", "Example Ltd"], ["--date", "2026-03"], ["-r", "co-production"]];
    let mut args = vec!["import", "a.csv", "-o", "-"];
    for (pair, given) in defaults.iter().zip(given) {
        if !given {
            args.extend(pair);
        }
    }
    args.extend(more);
    place.coprod(args).run()
}

/// The sheets that an import wrote to standard output.
fn sheets(done: &Done) -> Vec<Value> {
    let text = done.text();
    match serde_json::from_str(text) {
        Ok(one) => vec![one],
        Err(_) => text.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
    }
}

/// The only sheet.
fn sheet(done: &Done) -> Value {
    let mut sheets = sheets(done);
    assert_eq!(sheets.len(), 1);
    sheets.remove(0)
}

/// A sheet of the full questionnaire with these answers.
fn full(answers: Value) -> Value {
    json!({
        "format": "coprod/answers/1",
        "rubric": {"id": "co-production", "version": "1.0.0"},
        "organisation": {"name": "Example Ltd"},
        "date": "2026-03",
        "answers": answers,
    })
}

#[test]
fn what_from_takes_are_the_importers_and_the_kinds_of_tables() {
    let importers = coprod::import::IMPORTERS.iter().map(|importer| importer.name());
    let dialects = coprod::import::table::DIALECTS.iter().map(|dialect| dialect.name);
    let mut known: Vec<&str> = importers.chain(dialects).chain(["questions", "respondents"]).collect();
    let mut taken = coprod::cli::IMPORT_FORMATS.to_vec();
    known.sort_unstable();
    taken.sort_unstable();
    assert_eq!(taken, known);
}
