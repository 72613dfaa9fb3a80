//! The figures of comparisons: deltas, verdicts, levels, lists.

use super::{compared, sheet};
use serde_json::{Value, json};

const OLD: &str = "2025-03-14";
const NEW: &str = "2026-03-14";

fn all(option: &str) -> Value {
    json!({"a1": option, "a2": option, "a3": option, "b1": option, "b2": option})
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

fn near(value: &Value, wanted: f64) {
    assert!((number(value) - wanted).abs() < 1e-12, "{value} is not {wanted}");
}

#[test]
fn the_same_answers_are_stable() {
    let found = compared(&[sheet(OLD, all("largely")), sheet(NEW, all("largely"))]);
    assert_eq!(found["format"], "coprod/comparison/1");
    for part in found["principles"].as_array().unwrap().iter().chain([&found["overall"]]) {
        assert_eq!(part["comparable"], true);
        assert_eq!(part["verdict"], "stable");
        for key in ["point", "low", "high"] {
            near(&part["delta"][key], 0.0);
        }
        assert_eq!(part["composition"], false);
        assert_eq!(part["regressed"], json!([]));
        assert_eq!(part["essential_lost"], json!([]));
    }
    assert_eq!(found["principles"][0]["common"], 3);
    assert_eq!(found["overall"]["common"], 5);
}

#[test]
fn a_change_that_no_unknown_answer_can_turn_is_certain() {
    let found = compared(&[sheet(OLD, all("partly")), sheet(NEW, all("fully"))]);
    let overall = &found["overall"];
    assert_eq!(overall["verdict"], "improved_certain");
    near(&overall["delta"]["point"], 2.0 / 3.0);
    assert_eq!(overall["level"], json!({"old": "none", "new": "high"}));
    assert_eq!(overall["improved"].as_array().unwrap().len(), 5);
    let back = compared(&[sheet(OLD, all("fully")), sheet(NEW, all("partly"))]);
    assert_eq!(back["overall"]["verdict"], "regressed_certain");
    near(&back["overall"]["delta"]["point"], -2.0 / 3.0);
    // In the rubric's order; both essential questions fell below their minimum.
    assert_eq!(back["overall"]["regressed"], json!(["a1", "a2", "a3", "b1", "b2"]));
    assert_eq!(back["overall"]["essential_lost"], json!(["a1", "b2"]));
    assert_eq!(back["principles"][0]["essential_lost"], json!(["a1"]));
}

#[test]
fn an_unknown_answer_makes_a_change_provisional_and_widens_its_range() {
    let old = json!({"a1": "partly", "a2": "partly", "a3": "partly", "b1": "fully", "b2": "fully"});
    let new = json!({"a1": "fully", "a2": "dk", "a3": "partly", "b1": "fully", "b2": "fully"});
    let found = compared(&[sheet(OLD, old), sheet(NEW, new)]);
    let one = &found["principles"][0];
    // Level low: before 1/3; now 1 of what is known, 1/2 to 1. Level high 1/3 in both.
    near(&one["delta"]["point"], (1.0 + 1.0 / 3.0) / 2.0 - 1.0 / 3.0);
    near(&one["delta"]["low"], (0.5 + 1.0 / 3.0) / 2.0 - 1.0 / 3.0);
    near(&one["delta"]["high"], (1.0 + 1.0 / 3.0) / 2.0 - 1.0 / 3.0);
    assert_eq!(one["verdict"], "improved_certain");
    // An unknown answer is at the bottom until it is known.
    assert_eq!(one["regressed"], json!(["a2"]));
    let wide = json!({"a1": "largely", "a2": "dk", "a3": "dk", "b1": "fully", "b2": "fully"});
    let start = json!({"a1": "partly", "a2": "partly", "a3": "partly", "b1": "fully", "b2": "fully"});
    let found = compared(&[sheet(OLD, start), sheet(NEW, wide)]);
    assert_eq!(found["principles"][0]["verdict"], "improved_provisional");
}

#[test]
fn less_than_a_twentieth_is_stable_and_exactly_that_is_not() {
    // Ten questions in one cell: one step of one of them is 1/30, of a scale with 20 points 1/200.
    let rubric = |points: u64| {
        let questions: Vec<Value> =
            (0..10).map(|i| json!({"id": format!("q{i}"), "principle": "one", "level": "low"})).collect();
        super::small(
            "1.0.0",
            json!({
                "questions": questions,
                "scale": [{"id": "no", "points": 0}, {"id": "partly", "points": points}, {"id": "largely", "points": 11}, {"id": "fully", "points": 20}]
            }),
        )
    };
    for (points, verdict) in [(10, "improved_certain"), (9, "stable")] {
        let place = super::place(&[sheet(OLD, ten("no")), sheet(NEW, ten("partly"))]);
        place.sheet("small.json", &rubric(points));
        let found = super::run(&place, &["a.json", "b.json"], &[]).ok().json();
        // One question rose by points / 20, a tenth of which is the change: 1/20 or less.
        assert_eq!(found["principles"][0]["verdict"], verdict, "{points}: {}", found["principles"][0]["delta"]);
        assert_eq!(found["principles"][1]["comparable"], false);
    }
    fn ten(first: &str) -> Value {
        let mut answers: serde_json::Map<String, Value> = (1..10).map(|i| (format!("q{i}"), json!("no"))).collect();
        answers.insert("q0".into(), json!(first));
        Value::Object(answers)
    }
}

#[test]
fn what_applies_in_one_only_is_left_out_and_said_apart() {
    let old = json!({"a1": "fully", "a2": {"choice": "na", "reason": "x"}, "a3": "no", "b1": "fully", "b2": "fully"});
    let new = json!({"a1": "fully", "a2": "no", "a3": {"choice": "na", "reason": "x"}, "b1": "fully", "b2": "fully"});
    let found = compared(&[sheet(OLD, old), sheet(NEW, new)]);
    let one = &found["principles"][0];
    assert_eq!(one["common"], 1);
    assert_eq!(one["verdict"], "stable");
    near(&one["delta"]["point"], 0.0);
    assert_eq!(found["applicability"], json!({"now": ["a2"], "no_longer": ["a3"]}));
    assert_eq!(found["rubric_change"], json!({"not_in_both": [], "dropped": []}));
    // a2 = no makes level low fail: not by a changed answer.
    assert_eq!(one["level"], json!({"old": "low", "new": "none"}));
    assert_eq!(one["composition"], true);
    assert_eq!(one["regressed"], json!([]));
    // A level that fell by an answer is no composition.
    let lost = compared(&[sheet(OLD, all("fully")), sheet(NEW, all("partly"))]);
    assert_eq!(lost["principles"][0]["composition"], false);
}

#[test]
fn where_nothing_is_in_common_all_else_is_null() {
    let na = json!({"choice": "na", "reason": "x"});
    let old = json!({"a1": na, "a2": na, "a3": na, "b1": "fully", "b2": "partly"});
    let new = json!({"a1": "fully", "a2": "no", "a3": "no", "b1": "fully", "b2": "fully"});
    let found = compared(&[sheet(OLD, old.clone()), sheet(NEW, new)]);
    let one = &found["principles"][0];
    let keys = ["delta", "verdict", "level", "composition", "regressed", "essential_lost", "common", "cells"];
    assert_eq!(one["comparable"], false);
    for key in keys {
        assert!(one.as_object().unwrap()[key].is_null(), "{key}: {one}");
    }
    assert_eq!(found["overall"]["comparable"], true);
    assert_eq!(found["overall"]["common"], 2);
    let nothing = json!({"a1": na, "a2": na, "a3": na, "b1": na, "b2": na});
    let place = super::place(&[sheet(OLD, old), sheet(NEW, nothing)]);
    let done = super::run(&place, &["a.json", "b.json"], &[]).ok().says("warning: ", &["no question applies in both"]);
    assert_eq!(done.json()["overall"]["comparable"], false);
}

#[test]
fn without_a_known_answer_in_both_nothing_can_be_said() {
    let old = json!({"b1": "fully", "b2": "fully"});
    let new = all("fully");
    let found = compared(&[sheet(OLD, old), sheet(NEW, new)]);
    let one = &found["principles"][0];
    assert_eq!(one["verdict"], "unknown");
    assert!(one["delta"]["point"].is_null());
    near(&one["delta"]["low"], 0.0);
    near(&one["delta"]["high"], 1.0);
    assert_eq!(one["level"]["old"], Value::Null, "only a range may be published");
    assert_eq!(found["overall"]["verdict"], "unknown");
}

#[test]
fn lost_essentials_are_listed_even_where_the_score_rose() {
    let old = json!({"a1": "largely", "a2": "no", "a3": "no", "b1": "no", "b2": "no"});
    let new = json!({"a1": "partly", "a2": "fully", "a3": "fully", "b1": "no", "b2": "no"});
    let found = compared(&[sheet(OLD, old), sheet(NEW, new)]);
    let one = &found["principles"][0];
    assert_eq!(one["verdict"], "improved_certain");
    assert_eq!(one["regressed"], json!(["a1"]));
    assert_eq!(one["essential_lost"], json!(["a1"]));
}

#[test]
fn cells_and_facets_are_compared_too() {
    let found = compared(&[sheet(OLD, all("partly")), sheet(NEW, all("fully"))]);
    let cells = found["principles"][0]["cells"].as_array().unwrap();
    assert_eq!(cells.len(), 2);
    assert_eq!(cells[1]["level"], "high");
    near(&cells[1]["delta"]["point"], 2.0 / 3.0);
    let place = super::two_quick();
    let found = place.coprod(["compare", "old.json", "new.json", "-f", "json"]).run().ok();
    let facets = found.json()["facets"].as_object().unwrap().clone();
    assert!(facets.contains_key("component"), "{facets:?}");
    assert!(facets["component"].as_array().unwrap().iter().all(|value| value["id"].is_string()));
}

#[test]
fn several_are_compared_first_with_last_and_step_by_step() {
    let found = compared(&[
        sheet("2024-01-01", all("no")),
        sheet("2025-01-01", all("fully")),
        sheet("2026-01-01", all("partly")),
    ]);
    near(&found["overall"]["delta"]["point"], 1.0 / 3.0);
    assert_eq!(found["editions"].as_array().unwrap().len(), 3);
    let steps = found["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 2);
    near(&steps[0]["overall"]["delta"]["point"], 1.0);
    near(&steps[1]["overall"]["delta"]["point"], -2.0 / 3.0);
    assert_eq!((&steps[1]["from"], &steps[1]["to"]), (&json!("2025-01-01"), &json!("2026-01-01")));
    // Of two there are no steps: they would say the same again.
    assert!(compared(&[sheet(OLD, all("no")), sheet(NEW, all("no"))]).get("steps").is_none());
}

#[test]
fn a_folder_is_one_assessment_of_many_sheets() {
    let place = super::place(&[]);
    for (year, option) in [("2025", "partly"), ("2026", "fully")] {
        for perspective in ["hr", "staff"] {
            let mut sheet = sheet(&format!("{year}-03-01"), all(option));
            sheet["perspective"] = json!(perspective);
            place.sheet(&format!("{year}/{perspective}.json"), &sheet);
        }
    }
    let found = super::run(&place, &["2025", "2026"], &[]).ok().json();
    assert_eq!(found["editions"][0]["sheets"], 2);
    assert_eq!(found["overall"]["verdict"], "improved_certain");
}
