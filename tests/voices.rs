//! Many voices of one organisation: who may stand beside whom, what is shown, and what is never shown.

mod hidden;
mod inputs;
mod result;
mod round;

use crate::support::{Place, quick, with};
use serde_json::{Value, json};

/// The questions of the quick check, which everybody is asked.
const QUESTIONS: [&str; 12] =
    ["equ1a", "equ2a", "equ3a", "div1a", "div2a", "div3a", "acc1a", "acc2a", "acc3a", "rec1a", "rec2a", "rec3a"];

const OPTIONS: [&str; 4] = ["no", "partly", "largely", "fully"];

/// One person's sheet; `points` gives the points of each answer by its place.
fn person(perspective: &str, respondent: &str, points: impl Fn(usize) -> usize) -> Value {
    let answers: serde_json::Map<String, Value> =
        QUESTIONS.iter().enumerate().map(|(at, id)| ((*id).to_owned(), json!(OPTIONS[points(at).min(3)]))).collect();
    let sheet = with(quick(Value::Object(answers)), "perspective", json!(perspective));
    with(with(sheet, "respondent", json!(respondent)), "date", json!("2026-05"))
}

/// How a group's people answer: place of the person, place of the question → points.
type Answers = fn(usize, usize) -> usize;

/// 24 people: three groups of six, and two of three, which are too small to be shown.
const COMPANY: [(&str, usize, Answers); 5] = [
    ("leadership", 6, |who, at| 2 + (who + at) % 2),
    ("staff", 6, |who, at| 1 + (who + at / 3) % 3),
    ("disabled-staff", 6, |who, at| usize::from((who + at).is_multiple_of(3))),
    ("hr", 3, |who, at| 2 + usize::from(who == 0 && at % 4 == 1)),
    ("management", 3, |who, at| 1 + usize::from(who > 0) + usize::from(who == 2 && at % 5 == 2)),
];

/// The sheets of the company, each with its file's name.
fn company() -> Vec<(String, Value)> {
    let groups = COMPANY.iter();
    groups
        .flat_map(|(perspective, count, points)| {
            (0..*count).map(move |who| {
                let name = format!("{}{who}", &perspective[..2]);
                (format!("{name}.json"), person(perspective, &name, |at| points(who, at)))
            })
        })
        .collect()
}

/// A folder `all` with these sheets.
fn folder(sheets: &[(String, Value)]) -> Place {
    let place = Place::new();
    for (name, sheet) in sheets {
        place.sheet(&format!("all/{name}"), sheet);
    }
    place
}

/// Runs `report all` with more arguments.
fn report(place: &Place, args: &[&str]) -> crate::support::Done {
    place.coprod(["report", "all"].iter().chain(args)).run()
}

/// A group of the result.
fn group<'a>(result: &'a Value, id: &str) -> &'a Value {
    let groups = result["perspectives"].as_array().expect("perspectives");
    groups.iter().find(|group| group["id"] == id).unwrap_or_else(|| panic!("no group {id}"))
}
