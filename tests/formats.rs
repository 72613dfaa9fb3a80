//! Every format over every example sheet in both languages.

mod levels;

use crate::support::{Coprod, Done, Place, examples, harmful, quick, rubric, with};
use coprod::formats::FORMATS;
use serde_json::{Value, json};
use std::path::Path;

const LANGUAGES: [&str; 2] = ["de", "en"];

/// Reports an example, run beside it.
fn report(path: &Path, format: &str, language: &str) -> Done {
    let name = path.file_name().unwrap();
    let args = ["report".as_ref(), name, "-f".as_ref(), format.as_ref(), "-l".as_ref(), language.as_ref()];
    Coprod::new(path.parent().unwrap(), args).run()
}

#[test]
fn every_format_writes_the_same_bytes_twice_and_says_nothing() {
    for (name, path) in examples() {
        for language in LANGUAGES {
            for format in FORMATS {
                let run = || report(&path, format.name(), language).ok().silent().stdout;
                let (first, second) = (run(), run());
                assert!(!first.is_empty());
                assert!(first == second, "{name} {language} {}", format.name());
            }
        }
    }
}

#[test]
fn text_formats_hold_no_control_characters_and_end_in_one_line_end() {
    for (name, path) in examples() {
        for language in LANGUAGES {
            for format in FORMATS.iter().filter(|format| !format.is_binary()) {
                let done = report(&path, format.name(), language);
                let text = done.text();
                assert_eq!(harmful(text), None, "{name} {language} {}", format.name());
                assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{name} {language} {}", format.name());
                assert!(text.lines().all(|line| line.trim_end() == line), "{name} {language} {}", format.name());
            }
        }
    }
}

#[test]
fn a_table_keeps_to_its_width() {
    for (name, path) in examples() {
        for (language, width) in [("de", "60"), ("de", "80"), ("en", "80"), ("de", "100"), ("en", "40")] {
            let file = path.file_name().unwrap().to_str().unwrap();
            let args = ["report", file, "-l", language, "--width", width];
            let done = Coprod::new(path.parent().unwrap(), args).run().ok();
            let widest = done.text().lines().max_by_key(|line| line.chars().count()).unwrap();
            assert!(widest.chars().count() <= width.parse().unwrap(), "{name} {language} {width}: {widest}");
        }
    }
}

#[test]
fn binary_formats_begin_with_their_signature() {
    for (_, path) in examples() {
        let bytes = report(&path, "pdf", "de").ok().stdout;
        assert!(bytes.starts_with(b"%PDF-1.7"));
        assert!(bytes.trim_ascii_end().ends_with(b"%%EOF"));
    }
}

#[test]
fn names_and_extensions_are_unique() {
    for (index, format) in FORMATS.iter().enumerate() {
        for other in &FORMATS[index + 1..] {
            assert_ne!(format.name(), other.name());
            assert_ne!(format.extension(), other.extension());
        }
        assert!(format.name().bytes().all(|b| b.is_ascii_lowercase()));
    }
}

/// The keys of an object that the contract fixes; more may stand beside them.
fn keys(place: &str, value: &Value, needed: &[&str]) {
    let object = value.as_object().unwrap_or_else(|| panic!("{place} is no object: {value}"));
    for key in needed {
        assert!(object.contains_key(*key), "{place} lacks `{key}`: {value}");
    }
}

fn list<'a>(place: &str, value: &'a Value) -> &'a Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("{place} is no list: {value}"))
}

fn ids<'a>(place: &str, value: &'a Value, key: &str) -> Vec<&'a str> {
    list(place, value).iter().map(|entry| entry[key].as_str().unwrap_or_else(|| panic!("{place}: {entry}"))).collect()
}

/// A share 0…1, or null.
fn share(place: &str, value: &Value) -> Option<f64> {
    if value.is_null() {
        return None;
    }
    let number = value.as_f64().unwrap_or_else(|| panic!("{place} is no number: {value}"));
    assert!((0.0..=1.0).contains(&number), "{place}: {number}");
    Some(number)
}

/// Bounds in their order; `true` where something applies.
fn bounds(place: &str, value: &Value) -> bool {
    keys(place, value, &["point", "low", "high"]);
    let [low, point, high] = ["low", "point", "high"].map(|key| share(&format!("{place}/{key}"), &value[key]));
    assert_eq!(low.is_some(), high.is_some(), "{place}");
    if let (Some(low), Some(high)) = (low, high) {
        assert!(low <= high, "{place}");
        assert!(point.is_none_or(|point| (low..=high).contains(&point)), "{place}: {value}");
    } else {
        assert_eq!(point, None, "{place}");
    }
    low.is_some()
}

/// A level in the contract's words.
fn level(place: &str, value: &Value, order: &[&str]) {
    keys(place, value, &["point", "low", "high", "possible", "status"]);
    let rank = |value: &Value| {
        let id = value.as_str()?;
        Some(order.iter().position(|known| *known == id).unwrap_or_else(|| panic!("{place}: {id}")))
    };
    let possible: Vec<usize> = list(place, &value["possible"]).iter().map(|id| rank(id).unwrap()).collect();
    assert!(possible.is_sorted_by(|a, b| a < b), "{place}: {value}");
    let (low, point, high) = (rank(&value["low"]), rank(&value["point"]), rank(&value["high"]));
    assert_eq!((low, high), (possible.first().copied(), possible.last().copied()), "{place}: {value}");
    match value["status"].as_str() {
        None => assert!(value["status"].is_null() && possible.is_empty() && point.is_none(), "{place}: {value}"),
        Some("certain") => assert!(low == high && point == low, "{place}: {value}"),
        Some("provisional") => assert!(low <= point && point <= high && low < high, "{place}: {value}"),
        Some("insufficient") => assert!(point.is_none() && low < high, "{place}: {value}"),
        Some(other) => panic!("{place}: {other}"),
    }
}

/// Checks a result against the contract, whatever its figures are.
fn check(result: &Value, rubric: &Value) {
    let top = [
        "format",
        "tool",
        "rubric",
        "organisation",
        "date",
        "sheets",
        "overall",
        "principles",
        "facets",
        "involvement",
        "recommendations",
        "warnings",
    ];
    keys("", result, &top);
    assert_eq!(result["format"], "coprod/result/1");
    keys("/tool", &result["tool"], &["name", "version"]);
    assert_eq!(result["tool"]["name"], "coprod");
    keys("/rubric", &result["rubric"], &["id", "version", "digest"]);
    assert_eq!(result["rubric"]["id"], rubric["id"]);
    let digest = result["rubric"]["digest"].as_str().unwrap().strip_prefix("sha256:").unwrap();
    assert!(digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_hexdigit()));
    keys("/organisation", &result["organisation"], &["name"]);
    assert!(result["sheets"].as_u64().is_some_and(|sheets| sheets > 0));

    let levels = ids("levels", &rubric["levels"], "id");
    let order: Vec<&str> = std::iter::once("none").chain(levels.iter().copied()).collect();
    keys("/overall", &result["overall"], &["level", "score", "coverage"]);
    level("/overall/level", &result["overall"]["level"], &order);
    bounds("/overall/score", &result["overall"]["score"]);
    share("/overall/coverage", &result["overall"]["coverage"]);

    let principles = list("/principles", &result["principles"]);
    assert_eq!(ids("/principles", &result["principles"], "id"), ids("principles", &rubric["principles"], "id"));
    for principle in principles {
        let place = format!("/principles/{}", principle["id"]);
        keys(&place, principle, &["id", "level", "score", "coverage", "cells"]);
        level(&place, &principle["level"], &order);
        let applies = bounds(&place, &principle["score"]);
        assert_eq!(share(&place, &principle["coverage"]).is_some(), applies, "{place}");
        assert_eq!(ids(&place, &principle["cells"], "level"), levels, "{place} lists every level");
        for cell in list(&place, &principle["cells"]) {
            check_cell(&format!("{place}/{}", cell["level"]), cell, &principle["id"], rubric);
        }
    }
    check_facets(result, rubric);
    check_lists(result, rubric);
}

fn check_cell(place: &str, cell: &Value, principle: &Value, rubric: &Value) {
    keys(place, cell, &["level", "score", "passes", "counts", "blockers"]);
    let applies = bounds(place, &cell["score"]);
    keys(place, &cell["passes"], &["low", "point", "high"]);
    let [low, point, high] = ["low", "point", "high"].map(|key| cell["passes"][key].as_bool().unwrap());
    assert!(low <= point && point <= high, "{place}: {cell}");
    assert!(applies || low, "{place}: nothing applies, and nothing can fail");
    keys(place, &cell["counts"], &["questions", "applicable", "answered", "dont_know", "unanswered"]);
    let count = |key: &str| cell["counts"][key].as_u64().unwrap();
    assert!(count("applicable") <= count("questions"), "{place}: {cell}");
    assert_eq!(count("answered") + count("dont_know") + count("unanswered"), count("applicable"), "{place}: {cell}");
    assert_eq!(count("applicable") > 0, applies, "{place}: {cell}");
    let of_cell: Vec<&Value> = list("questions", &rubric["questions"])
        .iter()
        .filter(|question| question["principle"] == *principle && question["level"] == cell["level"])
        .map(|question| &question["id"])
        .collect();
    assert_eq!(count("questions") as usize, of_cell.len(), "{place}");
    let blockers = list(place, &cell["blockers"]);
    assert!(blockers.iter().all(|id| of_cell.contains(&id)), "{place}: {cell}");
    assert!(!point || blockers.is_empty(), "{place}: only a failing cell has blockers");
    assert!(point || !blockers.is_empty(), "{place}: a failing cell says why");
}

fn check_facets(result: &Value, rubric: &Value) {
    let facets = list("facets", &rubric["facets"]);
    let written: Vec<&String> = result["facets"].as_object().unwrap().keys().collect();
    assert_eq!(written, ids("facets", &rubric["facets"], "id"));
    for facet in facets {
        let place = format!("/facets/{}", facet["id"]);
        let values = &result["facets"][facet["id"].as_str().unwrap()];
        assert_eq!(
            ids(&place, values, "id"),
            list(&place, &facet["values"]).iter().map(|v| v.as_str().unwrap()).collect::<Vec<_>>()
        );
        for value in list(&place, values) {
            keys(&place, value, &["id", "score"]);
            bounds(&place, &value["score"]);
        }
    }
    let involvement = &result["involvement"];
    keys("/involvement", involvement, &["kind", "low", "high", "rule"]);
    let kinds = ["no_participation", "participation", "co_design", "co_delivery", "co_creation", "co_production"];
    for key in ["kind", "low", "high"] {
        assert!(involvement[key].as_str().is_some_and(|kind| kinds.contains(&kind)), "{involvement}");
    }
    assert!(involvement["rule"].is_string());
}

fn check_lists(result: &Value, rubric: &Value) {
    let questions = ids("questions", &rubric["questions"], "id");
    for (index, entry) in list("/recommendations", &result["recommendations"]).iter().enumerate() {
        keys("/recommendations", entry, &["question", "rank"]);
        assert_eq!(entry["rank"], index + 1);
        assert!(questions.contains(&entry["question"].as_str().unwrap()), "{entry}");
    }
    let recommended: std::collections::BTreeSet<&str> =
        ids("/recommendations", &result["recommendations"], "question").into_iter().collect();
    assert_eq!(recommended.len(), result["recommendations"].as_array().unwrap().len(), "each question once");
    for warning in list("/warnings", &result["warnings"]) {
        keys("/warnings", warning, &["code", "pointer", "message"]);
    }
}

#[test]
fn json_has_the_keys_of_the_contract_in_every_place() {
    for (_, path) in examples() {
        for language in LANGUAGES {
            let result = report(&path, "json", language).ok().json();
            check(&result, &rubric(result["rubric"]["id"].as_str().unwrap()));
        }
    }
}

#[test]
fn json_keeps_the_contract_where_nothing_is_known_and_where_nothing_applies() {
    for id in ["co-production", "co-production-quick"] {
        let rubric = rubric(id);
        let all = |answer: &str| -> Value {
            ids("questions", &rubric["questions"], "id")
                .into_iter()
                .map(|id| (id.to_owned(), answer.into()))
                .collect::<serde_json::Map<_, _>>()
                .into()
        };
        for answers in [Value::Object(serde_json::Map::new()), all("na"), all("dk"), all("no"), all("fully")] {
            let place = Place::new();
            let sheet = with(quick(answers), "rubric", json!({"id": id, "version": "1.0.0"}));
            place.sheet("a.json", &sheet);
            let result = place.coprod(["report", "a.json", "-f", "json"]).run().ok().json();
            check(&result, &rubric);
            for format in FORMATS {
                place.coprod(["report", "a.json", "-f", format.name()]).run().ok();
            }
        }
    }
}

#[test]
fn the_language_changes_words_and_no_figure() {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(object) => {
                for key in ["language", "name", "title", "steps", "benefit", "message", "label"] {
                    object.remove(key);
                }
                object.values_mut().for_each(strip);
            }
            Value::Array(array) => array.iter_mut().for_each(strip),
            _ => {}
        }
    }
    for (name, path) in examples() {
        let [german, english] = LANGUAGES.map(|language| {
            let mut result = report(&path, "json", language).ok().json();
            strip(&mut result);
            result
        });
        assert_eq!(german, english, "{name}");
    }
}

#[test]
fn the_exit_code_is_the_same_for_every_format() {
    let place = Place::new();
    place.write("bad.json", "hello").sheet("good.json", &quick(json!({"equ1a": "no"})));
    for format in FORMATS {
        for (file, code) in [("good.json", 0), ("bad.json", 3), ("absent.json", 4)] {
            let done = place.coprod(["report", file, "-f", format.name()]).run();
            assert_eq!(done.code, code, "{file} {}", format.name());
        }
    }
}

#[test]
fn an_essential_answer_that_is_not_known_is_not_said_to_be_below_its_minimum_and_bounds_are_explained() {
    let place = Place::new();
    let answers = json!({"equ1a": "fully", "equ1b": "dk", "equ1c": "largely", "equ1e": "partly",
        "equ1d": {"choice": "na", "reason": "none"}});
    let sheet = with(quick(answers), "rubric", json!({"id": "co-production", "version": "1.0.0"}));
    place.sheet("sheet.json", &sheet);
    let done = place.coprod(["report", "sheet.json", "--explain", "equ1a", "--width", "400"]).run().ok();
    let text = done.text();
    assert!(text.contains("(1 + 2/3 + 1/3) / 3 = 2/3, threshold 5/8: reached"), "{text}");
    assert!(text.contains("lowest one: (1 + 0 + 2/3 + 1/3) / 4 = 1/2, threshold 5/8: not reached"), "{text}");
    assert!(text.contains("highest one: (1 + 1 + 2/3 + 1/3) / 4 = 3/4, threshold 5/8: reached"), "{text}");
    assert!(text.contains("has no known answer") && !text.contains("below its minimum"), "{text}");
}

#[test]
fn words_in_another_language_are_marked_in_a_german_report() {
    let (_, path) = examples().into_iter().next().unwrap();
    let html = report(&path, "html", "de").ok();
    for words in ["OECD, Together for Better Public Services, 2011", "Person-centred approach"] {
        assert!(html.text().contains(&format!("<span lang=\"en\">{words}</span>")), "{words}");
    }
    let english = report(&path, "html", "en").ok();
    assert!(english.text().contains("<span lang=\"de\">Modul V: Koproduktion"));
    assert!(!english.text().contains("<span lang=\"en\">"));
}

#[test]
fn an_option_that_means_nothing_for_a_format_is_named() {
    let place = Place::new();
    place.sheet("a.json", &crate::support::quick(serde_json::json!({"equ1a": "no"})));
    for (format, option, named) in [
        ("json", &["--title", "X"][..], "--title"),
        ("csv", &["--summary"], "--summary"),
        ("markdown", &["--accent", "#004488"], "--accent"),
        ("json", &["--bom"], "--bom"),
        ("csv", &["--width", "90"], "--width"),
    ] {
        let done = place.coprod(["report", "-l", "en", "a.json", "-f", format].iter().chain(option)).run().ok();
        done.says("warning: ", &[named, "means nothing", format]);
    }
    place.coprod(["report", "a.json", "-f", "html", "--title", "X", "--summary"]).run().ok().silent();
}

#[test]
fn what_holds_the_overall_level_back_is_the_same_in_summary_and_recommendations() {
    // Several questions a cell: known ones can carry a level that the lowest value of an unknown one would not.
    let rubric = crate::support::rubric("co-production");
    let ids: Vec<&str> = rubric["questions"].as_array().unwrap().iter().map(|q| q["id"].as_str().unwrap()).collect();
    let place = Place::new();
    let (mut seen, mut state) = (0, 7u64);
    for _ in 0..40 {
        let answers = ids.iter().map(|id| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (
                (*id).to_owned(),
                serde_json::json!(["partly", "largely", "fully", "dk", "fully", "largely"][(state >> 33) as usize % 6]),
            )
        });
        let sheet = crate::support::quick(Value::Object(answers.collect()));
        let sheet = with(sheet, "rubric", json!({"id": "co-production", "version": "1.0.0"}));
        place.sheet("a.json", &sheet);
        let result = place.coprod(["report", "a.json", "-f", "json"]).run().ok().json();
        let level = |principle: &Value| {
            let cells = principle["cells"].as_array().unwrap();
            cells.iter().take_while(|cell| cell["passes"]["point"] == true).count()
        };
        let principles = result["principles"].as_array().unwrap();
        let weakest = principles.iter().map(level).filter(|passed| *passed < 3).min();
        for step in result["recommendations"].as_array().unwrap() {
            if step["reason"] == "blocks_overall" {
                let principle = principles.iter().find(|p| p["id"] == step["principle"]).unwrap();
                assert_eq!(Some(level(principle)), weakest, "{step}");
                seen += 1;
            }
        }
    }
    assert!(seen > 40);
}
