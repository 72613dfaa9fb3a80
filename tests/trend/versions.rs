//! Comparisons over versions of a rubric.

use super::{run, sheet, small};
use crate::support::{Place, with};
use serde_json::{Value, json};

fn question(id: &str, principle: &str, level: &str) -> Value {
    json!({"id": id, "principle": principle, "level": level})
}

/// Version 2: a1 is called c1, the rest is listed as `became` says.
fn second(replaces: Value) -> Value {
    let questions = json!([
        question("c1", "one", "low"),
        question("a2", "one", "low"),
        question("a3", "one", "high"),
        question("b1", "two", "low"),
        question("b2", "two", "high")
    ]);
    small("2.0.0", json!({"questions": questions, "replaces": {"1.0.0": replaces}}))
}

fn place(rubric: &Value, old: Value, new: Value) -> Place {
    let place = Place::new();
    place.sheet("small.json", rubric);
    place.sheet("a.json", &sheet("2025-03-14", old));
    let newer = with(sheet("2026-03-14", new), "rubric", json!({"id": "small", "version": rubric["version"]}));
    place.sheet("b.json", &newer);
    place
}

fn old() -> Value {
    json!({"a1": "no", "a2": "no", "a3": "no", "b1": "no", "b2": "no"})
}

fn new() -> Value {
    json!({"c1": "fully", "a2": "fully", "a3": "no", "b1": "no", "b2": "no"})
}

#[test]
fn only_what_the_mapping_calls_the_same_is_compared() {
    let mapping = json!({"a1": "c1", "a2": {"became": "reworded"}, "a3": "a3", "b1": "b1", "b2": "b2"});
    let found = run(&place(&second(mapping), old(), new()), &["a.json", "b.json"], &[]).ok().json();
    assert_eq!(found["overall"]["common"], 4);
    assert_eq!(found["overall"]["improved"], json!(["c1"]));
    assert_eq!(found["rubric_change"], json!({"not_in_both": ["a2"], "dropped": ["a2"]}));
    assert_eq!(found["applicability"], json!({"now": [], "no_longer": []}));
    assert_eq!(found["editions"][0]["rubric_versions"], json!(["1.0.0"]));
}

#[test]
fn versions_with_less_than_four_fifths_in_common_are_refused() {
    // 4 of 5 is enough, 3 of 5 is not.
    let mapping =
        json!({"a1": "c1", "a2": {"became": "reworded"}, "a3": {"became": "dropped"}, "b1": "b1", "b2": "b2"});
    let done = run(&place(&second(mapping), old(), new()), &["a.json", "b.json"], &[]);
    done.fails(3, &["a.json: /rubric/version", "only 60% of the weight of version 1.0.0", "2.0.0", "`replaces`"]);
    // A question that the mapping says nothing of is not called the same.
    let silent = json!({"a1": "c1", "a3": "a3", "b1": "b1"});
    run(&place(&second(silent), old(), new()), &["a.json", "b.json"], &[]).fails(3, &["of the weight of version"]);
}

#[test]
fn questions_that_a_minor_version_added_are_no_change() {
    let mut rubric = small("1.1.0", json!({}));
    rubric["questions"].as_array_mut().unwrap().push(question("b3", "two", "high"));
    rubric["texts"]["en"]["questions"]["b3"] = json!({"text": "Question b3?"});
    let answers = json!({"a1": "fully", "a2": "no", "a3": "no", "b1": "no", "b2": "no", "b3": "fully"});
    let done = run(&place(&rubric, old(), answers), &["a.json", "b.json"], &[]).ok();
    let found = done.says("warning: ", &["1.0.0", "may have more questions"]).json();
    assert_eq!(found["overall"]["common"], 5);
    assert_eq!(found["rubric_change"]["not_in_both"], json!(["b3"]));
    assert_eq!(found["principles"][1]["verdict"], "stable");
}

#[test]
fn a_patch_version_changes_nothing() {
    let rubric = small("1.0.7", json!({}));
    let found = run(&place(&rubric, old(), old()), &["a.json", "b.json"], &[]).ok().silent().json();
    assert_eq!(found["overall"]["common"], 5);
}
