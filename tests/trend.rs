//! Comparisons over time, from outside.

mod bad_input;
mod figures;
mod formats;
mod groups;
mod versions;

use crate::support::{Done, Place, quick, with};
use serde_json::{Value, json};

/// A small rubric of two principles and two levels, with the scale of the built-in ones.
pub fn small(version: &str, more: Value) -> Value {
    let question = |id: &str, principle: &str, level: &str, essential: bool| json!({"id": id, "principle": principle, "level": level, "essential": essential});
    let mut rubric = json!({
        "format": "coprod/rubric/1", "id": "small", "version": version, "languages": ["en"],
        "scale": [{"id": "no", "points": 0}, {"id": "partly", "points": 1}, {"id": "largely", "points": 2}, {"id": "fully", "points": 3}],
        "principles": [{"id": "one"}, {"id": "two"}],
        "levels": [{"id": "low"}, {"id": "high"}],
        "questions": [
            question("a1", "one", "low", true), question("a2", "one", "low", false), question("a3", "one", "high", false),
            question("b1", "two", "low", false), question("b2", "two", "high", true)
        ]
    });
    for (key, value) in more.as_object().unwrap() {
        rubric[key] = value.clone();
    }
    let questions = rubric["questions"].as_array().unwrap();
    let texts: serde_json::Map<String, Value> = questions
        .iter()
        .map(|q| {
            (q["id"].as_str().unwrap().to_owned(), json!({"text": format!("Question {}?", q["id"].as_str().unwrap())}))
        })
        .collect();
    rubric["texts"] = json!({"en": {
        "title": "Small", "principles": {"one": {"name": "One"}, "two": {"name": "Two"}},
        "levels": {"low": {"name": "Low"}, "high": {"name": "High"}},
        "scale": {"no": {"label": "No"}, "partly": {"label": "Partly"}, "largely": {"label": "Largely"}, "fully": {"label": "Fully"}},
        "questions": texts
    }});
    rubric
}

/// A sheet of the small rubric.
pub fn sheet(date: &str, answers: Value) -> Value {
    json!({
        "format": "coprod/answers/1", "rubric": {"id": "small", "version": "1.0.0"},
        "organisation": {"name": "Example Ltd"}, "date": date, "answers": answers
    })
}

/// A place with the small rubric and these sheets, named a.json, b.json and so on.
pub fn place(sheets: &[Value]) -> Place {
    let place = Place::new();
    place.sheet("small.json", &small("1.0.0", json!({})));
    for (name, sheet) in ["a", "b", "c", "d"].iter().zip(sheets) {
        place.sheet(&format!("{name}.json"), sheet);
    }
    place
}

/// Compares sheets of the small rubric as JSON.
pub fn compared(sheets: &[Value]) -> Value {
    let place = place(sheets);
    run(&place, &["a.json", "b.json", "c.json", "d.json"][..sheets.len()], &[]).ok().json()
}

pub fn run(place: &Place, files: &[&str], more: &[&str]) -> Done {
    let start = ["compare", "-r", "small.json", "-f", "json"];
    place.coprod(start.iter().chain(files).chain(more)).run()
}

/// Two sheets of the quick check, a year apart.
pub fn two_quick() -> Place {
    let place = Place::new();
    place.sheet("old.json", &with(quick(json!({"equ1a": "largely", "div1a": "fully"})), "date", json!("2025-03-14")));
    place.sheet("new.json", &quick(json!({"equ1a": "partly", "div1a": "fully", "acc1a": "na"})));
    place
}
