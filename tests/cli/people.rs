//! Several sheets of one organisation: who may stand beside whom.

use crate::support::{Place, quick, rubric, voice, with};
use serde_json::{Value, json};

#[test]
fn sheets_of_two_organisations_are_refused() {
    let place = Place::new();
    let other = with(voice("staff"), "organisation", json!({"name": "Another Ltd"}));
    place.sheet("a.json", &voice("hr")).sheet("b.json", &other);
    let done = place.coprod(["report", "a.json", "b.json"]).run();
    done.fails(3, &["b.json", "Another Ltd", "Example Ltd", "one organisation"]);
}

#[test]
fn sheets_of_two_questionnaires_are_refused() {
    let place = Place::new();
    let full = with(voice("staff"), "rubric", json!({"id": "co-production", "version": "1.0.0"}));
    place.sheet("a.json", &voice("hr")).sheet("b.json", &full);
    place.coprod(["report", "a.json", "b.json"]).run().fails(3, &["b.json", "co-production-quick"]);
}

#[test]
fn the_order_of_the_files_changes_nothing() {
    let place = Place::new();
    let sheet = |perspective: &str, answer: &str, date: &str| {
        with(with(voice(perspective), "answers", json!({"equ1a": answer, "div2a": "partly"})), "date", json!(date))
    };
    place.sheet("a.json", &sheet("hr", "no", "2026-01-01"));
    place.sheet("b.json", &sheet("staff", "fully", "2026-03-01"));
    place.sheet("c.json", &sheet("disabled-staff", "dk", "2026-02-01"));
    for format in ["table", "json", "pdf"] {
        let run = |files: [&str; 3]| {
            place.coprod(["report", files[0], files[1], files[2], "-f", format]).run().ok().silent().stdout
        };
        let first = run(["a.json", "b.json", "c.json"]);
        assert!(first == run(["c.json", "b.json", "a.json"]), "{format}");
        assert!(first == run(["b.json", "a.json", "c.json"]), "{format}");
    }
}

#[test]
fn a_result_says_who_answered() {
    let place = Place::new();
    place
        .sheet("a.json", &voice("staff"))
        .sheet("b.json", &voice("hr"))
        .sheet("c.json", &quick(json!({"equ1a": "no"})));
    let run = |files: &[&str]| {
        let args = ["report", "-f", "json"].iter().chain(files);
        place.coprod(args).run().ok().json()
    };
    let result = run(&["a.json", "b.json", "c.json"]);
    assert_eq!(result["perspectives_answered"], json!([null, "hr", "staff"]));
    assert_eq!(result["sheets"], 3);
    assert_eq!(result["basis"], "self_view");
    place.sheet("d.json", &voice("self-advocacy"));
    assert_eq!(run(&["a.json", "d.json"])["basis"], "lived_experience");
}

#[test]
fn the_organisations_own_view_is_never_printed_as_the_level_alone() {
    let place = Place::new();
    place.sheet("a.json", &voice("hr")).sheet("b.json", &voice("self-advocacy"));
    let said = |file: &str| place.report(file).ok().text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said("a.json").contains("seen by the organisation itself"));
    assert!(said("a.json").contains("No answers were given from the perspective of people with disabilities."));
    assert!(!said("b.json").contains("seen by the organisation itself"));
}

#[test]
fn what_is_not_for_a_perspective_is_ignored_with_a_warning() {
    let rubric = rubric("co-production");
    let perspectives = |question: &Value| question["perspectives"].as_array().cloned().unwrap_or_default();
    let questions = rubric["questions"].as_array().unwrap();
    let narrow = questions.iter().find(|question| !perspectives(question).is_empty()).expect("a question for some");
    let outside = rubric["perspectives"].as_array().unwrap().iter().map(|p| p["id"].clone());
    let outside = outside.into_iter().find(|id| !perspectives(narrow).contains(id)).unwrap();
    let id = narrow["id"].as_str().unwrap();

    let sheet = with(
        with(quick(json!({id: "fully"})), "rubric", json!({"id": "co-production", "version": "1.0.0"})),
        "perspective",
        outside,
    );
    let place = Place::new();
    place.sheet("a.json", &sheet);
    let done = place.coprod(["report", "a.json", "-f", "json"]).run().ok();
    let done = done.says("warning: ", &[&format!("/answers/{id}"), "not for the perspective", "ignored"]);
    let result = done.json();
    assert_eq!(result["overall"]["coverage"], 0.0);
}
