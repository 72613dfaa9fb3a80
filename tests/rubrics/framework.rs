//! Another framework as a rubric: three maturity levels, other principles, another scale. The figures are computed by
//! hand.

use super::{coprod, folder, manifest};
use serde_json::{Value, json};
use std::fs;

/// The skeleton in the rubrics' README, so that what it shows is what is scored here.
fn skeleton() -> String {
    let readme = fs::read_to_string(manifest("rubrics/README.md")).unwrap();
    let start = readme.find("```json\n").unwrap() + "```json\n".len();
    let end = start + readme[start..].find("```").unwrap();
    readme[start..end].to_owned()
}

fn close(value: &Value, expected: f64) {
    let value = value.as_f64().unwrap();
    assert!((value - expected).abs() < 1e-12, "{value} is not {expected}");
}

fn bounds(score: &Value, low: f64, point: Option<f64>, high: f64) {
    close(&score["low"], low);
    close(&score["high"], high);
    match point {
        Some(point) => close(&score["point"], point),
        None => assert!(score["point"].is_null(), "{score}"),
    }
}

#[test]
fn a_framework_with_other_principles_levels_and_points_is_scored() {
    let folder = folder();
    let rubric = folder.path().join("secure-delivery.json");
    fs::write(&rubric, skeleton()).unwrap();
    let lint = coprod(&["rubric", "lint", rubric.to_str().unwrap()]);
    assert_eq!(lint.code, 0, "{}", lint.stdout);
    let sheet = json!({
        "format": "coprod/answers/1", "rubric": {"id": "secure-delivery", "version": "1.0.0"},
        "organisation": {"name": "Example"}, "date": "2026-05-01",
        "answers": {"gov1a": "most", "gov2a": "none", "ver1a": 1, "ver2a": {"choice": "most"}, "ver3a": "dk"}
    });
    let path = folder.path().join("sheet.json");
    fs::write(&path, sheet.to_string()).unwrap();
    let run = coprod(&["report", path.to_str().unwrap(), "-r", rubric.to_str().unwrap(), "-f", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let result: Value = serde_json::from_str(&run.stdout).unwrap();

    // Values: none 0, some 1/2, most 1. Governance: initial 1, defined 0, measured has no question.
    let governance = &result["principles"][0];
    bounds(&governance["score"], 0.5, Some(0.5), 0.5);
    assert_eq!(
        governance["level"],
        json!({"point": "initial", "low": "initial", "high": "initial", "possible": ["initial"], "status": "certain"})
    );
    assert_eq!(governance["cells"][1]["blockers"], json!(["gov2a"]));
    assert_eq!(governance["cells"][2]["score"], json!({"point": null, "low": null, "high": null}));
    assert_eq!(governance["cells"][2]["passes"], json!({"low": true, "point": true, "high": true}));

    // Verification: initial 1/2, an exact tie with its threshold; defined 1; measured is unknown: 0 to 1.
    let verification = &result["principles"][1];
    bounds(&verification["cells"][0]["score"], 0.5, Some(0.5), 0.5);
    assert_eq!(verification["cells"][0]["passes"]["low"], true);
    bounds(&verification["cells"][2]["score"], 0.0, None, 1.0);
    bounds(&verification["score"], 0.5, Some(0.75), 5.0 / 6.0);
    // Known: 1 + 3/2 of 1 + 3/2 + 1, which is too little to publish a point.
    close(&verification["coverage"], 5.0 / 7.0);
    assert_eq!(
        verification["level"],
        json!({"point": null, "low": "defined", "high": "measured", "possible": ["defined", "measured"], "status": "insufficient"})
    );

    // Its report speaks of itself, and of co-production only where it says what a questionnaire is not.
    for (language, spoken, foreign) in
        [("en", "# Secure delivery: Example", "kind of co-production"), ("de", ": Example", "Art von Koproduktion")]
    {
        let args = ["report", path.to_str().unwrap(), "-r", rubric.to_str().unwrap(), "-f", "markdown", "-l", language];
        let text = coprod(&args).stdout;
        assert!(text.lines().next().unwrap().contains(spoken), "{text}");
        let about = text.to_lowercase();
        let count = ["co-production", "koproduktion"].map(|word| about.matches(word).count());
        assert!(!text.contains(foreign) && count.iter().sum::<usize>() <= 2, "{count:?}: {text}");
    }

    // Overall: verification weighs twice as much in the score; governance holds the level.
    bounds(&result["overall"]["score"], 0.5, Some(2.0 / 3.0), 13.0 / 18.0);
    assert_eq!(result["overall"]["level"]["low"], "initial");
    assert_eq!(result["overall"]["level"]["high"], "initial");
    assert_eq!(result["overall"]["level"]["possible"], json!(["initial"]));
    assert_eq!(result["facets"], json!({}));
    assert_eq!(result["involvement"], Value::Null);
}

#[test]
fn a_framework_with_one_level_and_large_points_is_scored() {
    let texts = json!({"title": "One", "principles": {"a": {"name": "A"}}, "levels": {"l": {"name": "L"}},
        "scale": {"x": {"label": "X"}, "y": {"label": "Y"}}, "questions": {"q1": {"text": "One?"}, "q2": {"text": "Two?"}}});
    let rubric = json!({"format": "coprod/rubric/1", "id": "one", "version": "0.1.0", "languages": ["fr"],
        "scale": [{"id": "x", "points": 5}, {"id": "y", "points": 20}],
        "principles": [{"id": "a"}], "levels": [{"id": "l", "threshold": 0.7}],
        "questions": [{"id": "q1", "principle": "a", "level": "l", "weight": 0.3},
                      {"id": "q2", "principle": "a", "level": "l", "weight": "1/5"}], "texts": {"fr": texts}});
    let sheet = json!({"format": "coprod/answers/1", "rubric": {"id": "one", "version": "0.1.0"},
        "organisation": {"name": "X"}, "date": "2026-05-01", "answers": {"q1": 20, "q2": 5}});
    let folder = folder();
    let (rubric_path, path) = (folder.path().join("one.json"), folder.path().join("s.json"));
    fs::write(&rubric_path, rubric.to_string()).unwrap();
    fs::write(&path, sheet.to_string()).unwrap();
    let run = coprod(&["report", path.to_str().unwrap(), "-r", rubric_path.to_str().unwrap(), "-f", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let result: Value = serde_json::from_str(&run.stdout).unwrap();
    // Its texts are French and the headings English: the document says which is which.
    let args = ["report", path.to_str().unwrap(), "-r", rubric_path.to_str().unwrap(), "-f", "html"];
    let page = coprod(&args).stdout;
    assert!(page.contains("<html lang=\"en\""), "{page}");
    assert!(page.contains("<span lang=\"fr\">One?</span>") && page.contains("<span lang=\"fr\">A</span>"), "{page}");
    let page = coprod(&[&args[..], &["-l", "de"]].concat()).stdout;
    assert!(page.contains("<html lang=\"de\"") && page.contains("<span lang=\"fr\">One?</span>"), "{page}");
    // 3/10 · 1 + 2/10 · 5/20 over 5/10 = 7/10: the lowest option is not 0, and the tie is exact.
    close(&result["overall"]["score"]["point"], 0.7);
    assert_eq!(result["overall"]["level"]["point"], "l");
}

/// A rubric whose ids and texts are the oddest that the formats allow.
fn odd() -> Value {
    let named = |name: &str| json!({"name": name});
    json!({"format": "coprod/rubric/1", "id": "odd", "version": "1.0.0", "languages": ["en"],
        "scale": [{"id": "comment", "points": 0}, {"id": "yes", "points": 1}],
        "principles": [{"id": "comment"}], "levels": [{"id": "comment"}, {"id": "top"}],
        "perspectives": [{"id": "hr"}, {"id": "comment"}],
        "facets": [{"id": "comment", "values": ["comment", "other"]}],
        "questions": [
            {"id": "comment", "principle": "comment", "level": "comment", "facets": {"comment": ["comment"]}},
            {"id": "q2", "principle": "comment", "level": "top"}],
        "texts": {"en": {"title": "Odd", "comment": "not a text",
            "principles": {"comment": named("First")},
            "levels": {"comment": named("Low"), "top": named("High"), "none": {}},
            "scale": {"comment": {"label": "Not yet"}, "yes": {"label": "Yes"}, "na": {}, "dk": {}},
            "perspectives": {"hr": {}, "comment": named("Whoever")},
            "facets": {"comment": {"values": {"comment": named("This"), "other": {}}}},
            "questions": {
                "comment": {"text": "Is it done?", "recommendation": {"steps": ["Do it."]}},
                "q2": {"text": "Is it kept?", "recommendation": {}}}}}})
}

#[test]
fn what_need_not_be_named_may_be_nameless_and_an_id_may_be_called_comment() {
    let folder = folder();
    let (rubric, path) = (folder.path().join("odd.json"), folder.path().join("s.json"));
    fs::write(&rubric, odd().to_string()).unwrap();
    let sheet = json!({"format": "coprod/answers/1", "rubric": {"id": "odd", "version": "1.0.0"},
        "organisation": {"name": "X"}, "date": "2026-05-01", "perspective": "hr",
        "answers": {"comment": "yes", "q2": "comment"}});
    fs::write(&path, sheet.to_string()).unwrap();
    let run = |format: &str| {
        let run = coprod(&["report", path.to_str().unwrap(), "-r", rubric.to_str().unwrap(), "-f", format, "-l", "en"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        run.stdout
    };
    let result: Value = serde_json::from_str(&run("json")).unwrap();
    assert_eq!(result["overall"]["level"]["point"], "comment");
    assert_eq!(result["principles"][0]["cells"][0]["counts"]["answered"], 1, "no answer is taken for a comment");
    assert_eq!(result["facets"]["comment"][0]["id"], "comment");
    // A recommendation without a title is called by its question, a perspective without a name by its id.
    let text = run("markdown");
    assert!(text.contains("| Is it kept? |") && text.contains("answered:** hr\n"), "{text}");
    let lint = coprod(&["rubric", "lint", rubric.to_str().unwrap()]);
    assert_eq!(lint.code, 0, "{}{}", lint.stdout, lint.stderr);
}

#[test]
fn every_fault_of_an_answer_is_said_also_where_the_version_is_missing() {
    let folder = folder();
    let (rubric, path) = (folder.path().join("odd.json"), folder.path().join("s.json"));
    fs::write(&rubric, odd().to_string()).unwrap();
    let sheet = json!({"format": "coprod/answers/1", "rubric": {"id": "odd"}, "organisation": {"name": "X"},
        "date": "2026-05-01",
        "answers": {"comment": {"choice": 9, "note": 5, "evidence": "x", "reason": []}, "q2": "yess", "q3": "yes"}});
    fs::write(&path, sheet.to_string()).unwrap();
    let run = coprod(&["report", path.to_str().unwrap(), "-r", rubric.to_str().unwrap()]);
    assert_eq!(run.code, 3);
    for place in ["comment/choice", "comment/note", "comment/evidence", "comment/reason", "q2", "q3"] {
        assert!(run.stderr.contains(&format!("/answers/{place} ")), "{place}: {}", run.stderr);
    }
    assert!(run.stderr.contains("`version`"), "{}", run.stderr);
}
