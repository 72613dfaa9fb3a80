//! Answers to older versions of a rubric: what carries over, and what must be answered again.

use super::{coprod, folder};
use serde_json::{Value, json};
use std::fs;

/// A rubric at version 2.1.3 whose questions come from older ones in every way there is.
fn rubric() -> Value {
    let ids = ["kept", "renamed", "reworded", "half1", "half2", "whole", "fresh"];
    let question = |id: &str| json!({"id": id, "principle": "p", "level": "l"});
    let text = |id: &&str| ((*id).to_owned(), json!({"text": format!("What of {id}?")}));
    let texts: serde_json::Map<String, Value> = ids.iter().map(text).collect();
    json!({
        "format": "coprod/rubric/1", "id": "moved", "version": "2.1.3", "languages": ["en"],
        "scale": [{"id": "no", "points": 0}, {"id": "yes", "points": 1}],
        "principles": [{"id": "p"}], "levels": [{"id": "l"}],
        "replaces": {"1.4.0": {
            "old1": "renamed",
            "old2": {"became": "reworded", "to": ["reworded"]},
            "old3": {"became": "split", "to": ["half1", "half2"]},
            "old4": {"became": "merged", "to": ["whole"]},
            "old5": {"became": "merged", "to": ["whole"]},
            "old6": {"became": "dropped"}
        }},
        "questions": ids.iter().map(|id| question(id)).collect::<Vec<_>>(),
        "texts": {"en": {"title": "Moved", "principles": {"p": {"name": "P"}}, "levels": {"l": {"name": "L"}},
            "scale": {"no": {"label": "No"}, "yes": {"label": "Yes"}}, "questions": texts}}
    })
}

fn sheet(version: &str, answers: Value) -> Value {
    json!({"format": "coprod/answers/1", "rubric": {"id": "moved", "version": version},
        "organisation": {"name": "Example"}, "date": "2026-05-01", "answers": answers})
}

/// The exit code, standard error and the result, if there is one.
fn report(rubric: &Value, sheet: &Value) -> (i32, String, Value) {
    let folder = folder();
    let (rubric_file, sheet_file) = (folder.path().join("moved.json"), folder.path().join("sheet.json"));
    fs::write(&rubric_file, rubric.to_string()).unwrap();
    fs::write(&sheet_file, sheet.to_string()).unwrap();
    let run = coprod(&["report", sheet_file.to_str().unwrap(), "-r", rubric_file.to_str().unwrap(), "-f", "json"]);
    (run.code, run.stderr, serde_json::from_str(&run.stdout).unwrap_or_default())
}

#[test]
fn a_sheet_of_an_older_major_version_says_what_is_carried_over_and_what_must_be_answered_again() {
    let answers =
        json!({"kept": "yes", "old1": "yes", "old2": "yes", "old3": "yes", "old4": "yes", "old5": "no", "old6": "yes"});
    // Every version with the same major number is mapped.
    let (code, stderr, result) = report(&rubric(), &sheet("1.2.9", answers));
    assert_eq!(code, 0, "{stderr}");
    let counts = &result["principles"][0]["cells"][0]["counts"];
    assert_eq!((&counts["questions"], &counts["answered"], &counts["unanswered"]), (&json!(7), &json!(2), &json!(5)));
    assert_eq!(result["overall"]["score"]["point"], 1.0, "only what was carried over is known");

    let of = |code: &str| -> Vec<(String, String)> {
        let warnings = result["warnings"].as_array().unwrap().iter().filter(|warning| warning["code"] == code);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        warnings.map(|warning| (text(&warning["pointer"]), text(&warning["message"]))).collect()
    };
    assert_eq!(of("carried-over"), [("/answers/old1".to_owned(), "carried over to `renamed`.".to_owned())]);
    let again = of("answer-again");
    let expected =
        [("old2", "reworded"), ("old3", "split"), ("old4", "merged"), ("old5", "merged"), ("old6", "dropped")];
    assert_eq!(again.len(), expected.len(), "{again:?}");
    for ((pointer, message), (id, fate)) in again.iter().zip(expected) {
        assert_eq!(pointer, &format!("/answers/{id}"));
        assert!(message.contains(fate), "{message}");
    }
    assert_eq!(again[1].1, "this question was split; answer half1, half2 instead.");
    assert_eq!(again[4].1, "this question was dropped; its answer does not count any more.");
    assert_eq!(of("rubric-other-major").len(), 1, "{stderr}");
    for id in ["old1", "old2", "old3", "old4", "old5", "old6"] {
        let place = format!("/answers/{id} ");
        assert_eq!(stderr.matches(&place).count(), 1, "{id} stands once in: {stderr}");
    }
}

#[test]
fn a_minor_version_is_read_with_a_warning_a_patch_without_and_a_newer_major_not_at_all() {
    let answers = || json!({"kept": "yes"});
    let warned = |result: &Value, code: &str| result["warnings"].to_string().contains(&format!("\"{code}\""));
    let (code, _, result) = report(&rubric(), &sheet("2.1.0", answers()));
    assert!(code == 0 && !warned(&result, "rubric-older-minor"), "{result}");
    let (code, _, result) = report(&rubric(), &sheet("2.0.3", answers()));
    assert!(code == 0 && warned(&result, "rubric-older-minor"), "{result}");
    let (code, _, result) = report(&rubric(), &sheet("2.3.0", answers()));
    assert!(code == 0 && warned(&result, "rubric-newer"), "{result}");
    let (code, stderr, _) = report(&rubric(), &sheet("3.0.0", answers()));
    assert!(code == 3 && stderr.contains("3.0.0") && stderr.contains("2.1.3"), "{code} {stderr}");
    let (code, stderr, _) = report(&rubric(), &sheet("0.9.0", answers()));
    assert!(code == 3 && stderr.contains("0.9.0"), "no mapping for this one: {code} {stderr}");
}

#[test]
fn two_old_questions_cannot_both_be_the_same_as_one_new_question() {
    let mut twice = rubric();
    twice["replaces"]["1.4.0"]["old7"] = json!("renamed");
    let (code, stderr, _) = report(&twice, &sheet("2.1.3", json!({"kept": "yes"})));
    assert!(code == 3 && stderr.contains("/replaces/1.4.0/old7"), "{code} {stderr}");
}

#[test]
fn a_rubric_is_found_from_inside_its_own_folder() {
    let folder = folder();
    let copy = folder.path().join("mine");
    assert_eq!(coprod(&["rubric", "new", copy.to_str().unwrap()]).code, 0);
    let run = super::in_folder(&copy, &["rubric", "lint", "rubric.json"]);
    assert_eq!(run.code, 0, "{} {}", run.stdout, run.stderr);
}
