//! What cannot be compared, and what is doubtful.

use super::{place, run, sheet, two_quick};
use crate::support::{Place, quick, with};
use serde_json::json;

fn answers() -> serde_json::Value {
    json!({"a1": "fully", "a2": "no"})
}

#[test]
fn another_rubric_is_refused() {
    let place = two_quick();
    let full = with(quick(json!({"equ1a": "fully"})), "rubric", json!({"id": "co-production", "version": "1.0.0"}));
    place.sheet("full.json", &with(full, "date", json!("2025-01-01")));
    let done = place.coprod(["compare", "full.json", "new.json"]).run();
    done.fails(3, &["full.json: /rubric/id", "co-production", "co-production-quick", "same questionnaire"]);
}

#[test]
fn another_organisation_is_a_warning_that_can_be_answered() {
    let other = with(sheet("2025-03-14", answers()), "organisation", json!({"name": "Before Ltd"}));
    let place = place(&[other, sheet("2026-03-14", answers())]);
    let done = run(&place, &["a.json", "b.json"], &[]).ok();
    let done = done.says("warning: ", &["a.json: /organisation/name", "Before Ltd", "--allow-other-organisation"]);
    assert!(done.json()["warnings"].to_string().contains("another-organisation"));
    run(&place, &["a.json", "b.json"], &["--allow-other-organisation"]).ok().silent();
}

#[test]
fn an_older_one_after_a_newer_one_is_refused_and_equal_dates_are_not() {
    let place = place(&[sheet("2026-03-14", answers()), sheet("2025-03-14", answers()), sheet("2026-03", answers())]);
    let done = run(&place, &["a.json", "b.json"], &[]);
    done.fails(3, &["b.json: /date", "14 March 2025", "14 March 2026", "Swap the two"]);
    // A month is neither before nor after its days.
    run(&place, &["a.json", "c.json"], &[]).ok();
    run(&place, &["c.json", "a.json"], &[]).ok();
}

#[test]
fn the_same_file_twice_is_refused_whatever_its_path_is() {
    let place = place(&[sheet("2026-03-14", answers()), sheet("2026-03-14", answers())]);
    run(&place, &["a.json", "a.json"], &[]).fails(2, &["a.json", "twice"]);
    run(&place, &["a.json", "./a.json"], &[]).fails(2, &["a.json", "twice"]);
    run(&place, &["a.json", "b.json", "a.json"], &[]).fails(2, &["twice"]);
    run(&place, &["a.json", "b.json"], &[]).ok();
}

#[test]
fn one_alone_cannot_be_compared() {
    let place = place(&[sheet("2026-03-14", answers())]);
    run(&place, &["a.json"], &[]).fails(2, &["one assessment alone", "OLD NEW"]);
}

#[test]
fn all_problems_of_all_files_are_said_at_once() {
    let place = Place::new();
    place.write("a.json", "hello").write("b.json", "{}");
    let done = place.coprod(["compare", "a.json", "b.json"]).run().fails(3, &["a.json"]);
    done.says("error: ", &["b.json"]);
}

#[test]
fn forty_years_are_compared_in_every_format() {
    let place = place(&[]);
    let options = ["no", "partly", "largely", "fully"];
    let names: Vec<String> = (0..40)
        .map(|year| {
            let option = options[year % 4];
            let name = format!("y{year}.json");
            place.sheet(&name, &sheet(&format!("{}-06-30", 1986 + year), json!({"a1": option, "b1": option})));
            name
        })
        .collect();
    for format in coprod::formats::FORMATS {
        let start = ["compare", "-r", "small.json", "-f", format.name()];
        let done = place.coprod(start.into_iter().map(str::to_owned).chain(names.clone())).run().ok();
        assert!(done.stdout.len() > 1000, "{}", format.name());
    }
}

#[test]
fn a_comparison_never_replaces_its_own_answers() {
    let place = two_quick();
    let done = place.coprod(["compare", "old.json", "new.json", "-f", "json", "-o", "old.json"]).run();
    done.fails(2, &["old.json", "exists already"]);
    assert!(place.read("old.json").contains("coprod/answers/1"));
}

#[test]
fn a_pattern_that_the_shell_left_alone_stands_for_several() {
    let place = place(&[sheet("2024-03-14", answers()), sheet("2025-03-14", answers())]);
    place.sheet("new/x.json", &sheet("2026-03-14", answers()));
    // A folder may be one assessment, a pattern is as many as it matches; `small.json` is no sheet.
    std::fs::create_dir(place.path("old")).unwrap();
    for name in ["a.json", "b.json"] {
        std::fs::rename(place.path(name), place.path(format!("old/{name}"))).unwrap();
    }
    let found = run(&place, &["old/*.json", "new"], &[]).ok().json();
    assert_eq!(found["editions"].as_array().unwrap().len(), 3);
    let found = run(&place, &["old/*.json"], &[]).ok().json();
    assert_eq!(found["editions"].as_array().unwrap().len(), 2);
}
