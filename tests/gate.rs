//! The gate from outside: every rule met and not met, the policy, the formats, and that nothing passes by accident.

mod bad_input;
mod contested;
mod formats;
mod policy;
mod recipes;
mod rules;
mod shells;

use crate::support::{Done, Place, rubric};
use serde_json::{Map, Value, json};

/// A sheet of the full questionnaire with the same answer to everything.
pub fn all(option: &str, date: &str) -> Value {
    let questions = rubric("co-production")["questions"].clone();
    let answers: Map<String, Value> =
        questions.as_array().unwrap().iter().map(|q| (q["id"].as_str().unwrap().to_owned(), json!(option))).collect();
    json!({
        "format": "coprod/answers/1", "rubric": {"id": "co-production", "version": "1.0.0"},
        "organisation": {"name": "Example Ltd"}, "date": date, "answers": answers
    })
}

/// The same with some answers changed.
pub fn but(mut sheet: Value, changes: Value) -> Value {
    for (id, answer) in changes.as_object().unwrap() {
        sheet["answers"][id] = answer.clone();
    }
    sheet
}

/// A place with a sheet where everything is *largely*: compliance is reached, recognition is not, the score is 2/3.
pub fn largely() -> Place {
    let place = Place::new();
    place.sheet("a.json", &all("largely", "2026-03-14"));
    place
}

/// Runs the gate on `a.json`, on the day after its date.
pub fn check(place: &Place, args: &[&str]) -> Done {
    place.coprod(["check", "a.json", "--today", "2026-03-15"].iter().chain(args)).run()
}

/// The same as JSON.
pub fn verdict(place: &Place, args: &[&str]) -> Value {
    let done = check(place, &[args, &["-f", "json"]].concat());
    assert!(done.code <= 1, "{}", done.stderr);
    let value = done.json();
    assert_eq!(value["passed"], done.code == 0, "{value}");
    value
}

/// The gate is met.
pub fn met(place: &Place, args: &[&str]) {
    let done = check(place, args);
    assert_eq!(done.code, 0, "{args:?}: {}{}", done.text(), done.stderr);
}

/// The gate is not met, and says why.
pub fn missed(place: &Place, args: &[&str], words: &str) {
    let done = check(place, &[args, &["--accessible"]].concat());
    assert_eq!(done.code, 1, "{args:?}: {}{}", done.text(), done.stderr);
    assert!(done.text().contains(words), "{args:?}: {}", done.text());
}
