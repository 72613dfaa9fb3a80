//! Where people with disabilities see a lower level than all together, theirs is judged.

use crate::support::{Coprod, Done, Place, quick};
use serde_json::Value;
use std::path::Path;

/// The gate over an example whose overall level and whose level of access are contested.
fn check(arguments: &[&str]) -> Done {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let always = ["check", "hof-sonnenfeld", "--today", "2026-06-01", "-q"];
    Coprod::new(&examples, always.iter().chain(arguments)).run()
}

#[test]
fn a_contested_level_is_judged_by_the_lower_one_unless_the_total_is_asked_for() {
    for rule in [["--level", "compliance"], ["--principle", "access=compliance"]] {
        let lower = check(&[rule[0], rule[1], "-f", "json"]);
        let total = check(&[rule[0], rule[1], "-f", "json", "--contested", "total"]);
        assert_eq!((lower.code, total.code), (1, 0), "{rule:?}");
        let rules: Vec<Value> = [&lower, &total].map(|done| done.json()["rules"][0].clone()).to_vec();
        assert_eq!((&rules[0]["actual"], &rules[1]["actual"]), (&"none".into(), &"compliance".into()));
        for rule in rules {
            assert!(rule["message"].as_str().unwrap().contains("People with disabilities see: "), "{rule}");
        }
    }
}

#[test]
fn no_format_of_the_gate_prints_a_contested_level_alone() {
    for format in ["table", "json", "junit", "github", "markdown"] {
        for contested in ["lower", "total"] {
            let done = check(&["--level", "compliance", "--contested", contested, "-f", format]);
            let text = String::from_utf8(done.stdout).unwrap();
            let joined = text.split(['\n', '┆']).map(str::trim).collect::<Vec<_>>().join(" ");
            // Where a rule is met, some formats say no more than that.
            let names_a_level = joined.contains("Starting out") || joined.contains("Compliance (the minimum)");
            assert!(names_a_level || contested == "total", "{format}: {text}");
            let beside = joined.contains("People with") && joined.contains("disabilities see");
            assert!(beside || !names_a_level, "{format}: {text}");
        }
    }
}

/// A folder of ten people of a perspective, or of several, who all answer alike: option by level.
fn people(place: &Place, folder: &str, date: &str, perspectives: &[(&str, [&str; 3])]) {
    for (perspective, options) in perspectives {
        for who in 0..10 {
            let questions = ["equ", "div", "acc", "rec"].into_iter().flat_map(|principle| {
                (1..4).map(move |level| (format!("{principle}{level}a"), Value::from(options[level - 1])))
            });
            let mut sheet = quick(Value::Object(questions.collect()));
            let respondent = format!("{}-{who}", &perspective[..2]);
            for (key, value) in [("date", date), ("perspective", perspective), ("respondent", &respondent)] {
                sheet[key] = Value::from(value);
            }
            place.sheet(&format!("{folder}/{respondent}.json"), &sheet);
        }
    }
}

#[test]
fn a_range_that_people_with_disabilities_see_is_theirs_and_not_the_level() {
    let place = Place::new();
    let all = ["fully"; 3];
    let theirs = ("disabled-staff", ["dk", "no", "fully"]);
    people(&place, "all", "2026-05", &[("leadership", all), ("staff", all), ("hr", all), theirs]);
    for (level, language, says) in [
        ("compliance", "en", "as people with disabilities see it (all together: Transformation (3 of 3))"),
        ("recognition", "en", "as people with disabilities see it (all together: Transformation (3 of 3))"),
        ("recognition", "de", "aus Sicht von Menschen mit Behinderung (alle zusammen: Transformation (3 von 3))"),
    ] {
        for rule in [["--level".to_owned(), level.to_owned()], ["--principle".to_owned(), format!("access={level}")]] {
            let args = ["check", "all", "-q", "-f", "json", "-l", language].map(str::to_owned);
            let done = place.coprod(args.into_iter().chain(rule)).run();
            assert_eq!(done.code, 1);
            let message = done.json()["rules"][0]["message"].clone();
            assert!(message.as_str().unwrap().contains(says), "{message}");
        }
    }
}

#[test]
fn a_drop_that_may_be_larger_than_what_is_told_is_not_passed() {
    let place = Place::new();
    people(&place, "old", "2025-05", &[("leadership", ["fully"; 3])]);
    people(&place, "new", "2026-05", &[("leadership", ["largely"; 3])]);
    // From 1, which is told as 95% or more, to two thirds.
    for (most, code) in [("30%", 1), ("34%", 0), ("20%", 1)] {
        let args = ["check", "new", "-q", "--baseline", "old", "--max-drop", most, "-f", "json"];
        let done = place.coprod(args).run();
        assert_eq!(done.code, code, "{most}");
        let hidden = done.json()["rules"][0]["message"].as_str().unwrap().contains("so it cannot be judged");
        assert_eq!(hidden, most == "30%", "{most}: {}", done.json()["rules"][0]);
    }
}

#[test]
fn a_comparison_says_whose_levels_it_names() {
    let place = Place::new();
    let all = ["fully"; 3];
    people(&place, "one", "2025-05", &[("leadership", all)]);
    people(&place, "two", "2026-05", &[("leadership", all), ("staff", all), ("disabled-staff", ["no"; 3])]);
    let found = place.coprod(["compare", "one", "two", "-q", "-f", "json"]).run().ok().json();
    let editions = &found["editions"];
    assert_eq!((&editions[0]["basis"], &editions[0]["contested"]), (&"self_view".into(), &false.into()));
    assert_eq!((&editions[1]["contested"], &editions[1]["lived_experience"]), (&true.into(), &"none".into()));
    let text = place.coprod(["compare", "one", "two", "-q", "-f", "csv"]).run().ok().text().to_owned();
    let line = text.lines().find(|line| line.contains(",overall,")).unwrap();
    assert!(line.ends_with("contested"), "{line}");
    let text = place.coprod(["compare", "one", "one", "-q", "-f", "csv"]).run().text().to_owned();
    assert!(text.lines().all(|line| !line.contains(",overall,") || line.ends_with("self_view")), "{text}");
}
