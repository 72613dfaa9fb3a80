//! What a report says of levels that are reached, that do not count yet, or to which nothing applies.

use crate::support::{Place, quick};
use serde_json::{Value, json};
use std::path::Path;

#[test]
fn a_level_counts_only_once_those_below_it_are_reached() {
    let place = Place::new();
    let sheet = quick(json!({
        "equ1a": "no", "equ2a": "largely", "equ3a": "fully", "div1a": "fully", "div2a": "largely", "div3a": "no",
        "acc1a": "fully", "acc2a": "fully", "acc3a": "fully", "rec1a": "fully", "rec2a": "fully", "rec3a": "fully"}));
    place.sheet("a.json", &sheet);
    for (language, reached, later) in [
        ("en", "This level is reached; this would", "The level counts only once the levels below it are reached."),
        ("de", "Diese Stufe ist erreicht; dies", "Die Stufe zählt erst, wenn die Stufen darunter erreicht sind."),
    ] {
        let text = place.coprod(["report", "a.json", "-f", "markdown", "-l", language]).run().ok().text().to_owned();
        // Of equality the first level is missed, of diversity only the last.
        let of = |id: &str| {
            let title = title_in(language, id);
            let (_, own) = text.split_once(&format!(". {title}\n")).unwrap_or_else(|| panic!("{title}: {text}"));
            own.split("\n#").next().unwrap().to_owned()
        };
        assert!(of("equ2a").contains(later) && !of("equ2a").contains(reached), "{}", of("equ2a"));
        assert!(of("div2a").contains(reached) && !of("div2a").contains(later), "{}", of("div2a"));
    }
}

/// The title of a recommendation of the quick check.
fn title_in(language: &str, id: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("rubrics/co-production-quick/{language}.json"));
    let texts: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    texts["questions"][id]["recommendation"]["title"].as_str().unwrap().to_owned()
}

#[test]
fn where_nothing_of_a_principle_applies_the_reasons_are_there_to_read() {
    let na = |reason: &str| json!({"choice": "na", "reason": reason});
    let named = |name: &str| json!({"name": name});
    let rubric = json!({"format": "coprod/rubric/1", "id": "two", "version": "1.0.0", "languages": ["en"],
        "scale": [{"id": "no", "points": 0}, {"id": "yes", "points": 1}],
        "principles": [{"id": "a"}, {"id": "b"}], "levels": [{"id": "one"}],
        "questions": [{"id": "q1", "principle": "a", "level": "one"}, {"id": "q2", "principle": "b", "level": "one"}],
        "texts": {"en": {"title": "Two", "principles": {"a": named("A"), "b": named("B")},
            "levels": {"one": named("One")}, "scale": {"no": {"label": "No"}, "yes": {"label": "Yes"}},
            "questions": {"q1": {"text": "First?"}, "q2": {"text": "Second?"}}}}});
    let sheet = json!({"format": "coprod/answers/1", "rubric": {"id": "two", "version": "1.0.0"},
        "organisation": {"name": "X"}, "date": "2026-03-14",
        "answers": {"q1": na("We have no building."), "q2": "yes"}});
    let place = Place::new();
    place.sheet("two.json", &rubric).sheet("a.json", &sheet);
    for format in ["markdown", "html", "csv"] {
        let done = place.coprod(["report", "a.json", "-r", "two.json", "-f", format]).run().ok();
        assert!(done.text().contains("We have no building."), "{format}: {}", done.text());
    }
    let done = place.coprod(["report", "a.json", "-r", "two.json", "-f", "markdown", "--no-notes"]).run().ok();
    assert!(!done.text().contains("We have no building."));
    assert!(done.text().contains("No question applies, so nothing can be said."));
}
