//! Readers and schemas say the same: everything that the project ships is valid by both, and what is changed in one
//! place is refused or taken by both.

use super::{coprod, folder, manifest, schema};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn json_files(folder: &str) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(manifest(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    files.sort();
    files
}

#[test]
fn everything_that_is_shipped_is_valid_by_its_schema() {
    let (rubric, texts) = (schema::validator("rubric"), schema::validator("texts"));
    for id in ["co-production", "co-production-quick", "template"] {
        for path in json_files(&format!("rubrics/{id}")) {
            let (value, name) = (read(&path), path.display().to_string());
            let check = |validator: &jsonschema::Validator| {
                let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
                assert!(errors.is_empty(), "{name}: {errors:?}");
            };
            match path.file_stem().unwrap().to_str().unwrap() {
                "rubric" => check(&rubric),
                "lint" => {}
                _ => check(&texts),
            }
        }
    }
    for id in ["co-production", "co-production-quick"] {
        let shown = coprod(&["rubric", "show", id, "-f", "json", "-l", "de"]);
        let value: Value = serde_json::from_str(&shown.stdout).unwrap();
        assert!(rubric.is_valid(&value), "{id} in one file");
    }
    let (answers, result) = (schema::validator("answers"), schema::validator("result"));
    let examples = json_files("examples");
    assert!(!examples.is_empty());
    let round = schema::validator("assessment");
    for (name, path) in crate::support::example_folders() {
        let value = read(&path.join("assessment.json"));
        let errors: Vec<String> = round.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        for more in [&[][..], &["--for-publication"], &["--min-group", "3", "--voice", "headcount"]] {
            let reported = coprod(&[&["report", path.to_str().unwrap(), "-f", "json"], more].concat());
            let value: Value = serde_json::from_str(&reported.stdout).unwrap();
            let errors: Vec<String> = result.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "report of {name} {more:?}: {errors:?}");
        }
    }
    for path in examples {
        let value = read(&path);
        if value["format"] != "coprod/answers/1" {
            continue;
        }
        let errors: Vec<String> = answers.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", path.display());
        let reported = coprod(&["report", path.to_str().unwrap(), "-f", "json"]);
        let value: Value = serde_json::from_str(&reported.stdout).unwrap();
        let errors: Vec<String> = result.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "report of {}: {errors:?}", path.display());
        plans_are_valid(&path);
    }
}

/// Every kind of plan of a sheet, and the actions that it writes, are valid by their schemas.
fn plans_are_valid(sheet: &Path) {
    let (plan, actions) = (schema::validator("plan"), schema::validator("actions"));
    let folder = folder();
    let list = folder.path().join("actions.json");
    let (sheet, list) = (sheet.to_str().unwrap(), list.to_str().unwrap());
    let goals: [&[&str]; 4] = [
        &["--next", "--start", "2026-04-01", "--pace", "5/2", "--actions", list],
        &["--to", "transformation", "--exclude", "equ1a", "--max-step", "1"],
        &["--to", "compliance"],
        &["--budget", "7.5"],
    ];
    for goal in goals {
        let run = coprod(&[&["plan", sheet, "-f", "json"], goal].concat());
        let value: Value = serde_json::from_str(&run.stdout).unwrap();
        let errors: Vec<String> = plan.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "plan of {sheet} {goal:?}: {errors:?}");
    }
    let value = read(Path::new(list));
    let errors: Vec<String> = actions.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "actions of {sheet}: {errors:?}");
}

/// A change of a valid document: a JSON pointer, and the new value (`None`: the key is taken out).
type Change = (&'static str, Option<Value>);

fn changed(document: &Value, change: &Change) -> Value {
    let mut changed = document.clone();
    let (parent, key) = change.0.rsplit_once('/').unwrap();
    match (changed.pointer_mut(parent).unwrap(), &change.1) {
        (Value::Object(object), Some(value)) => {
            object.insert(key.to_owned(), value.clone());
        }
        (Value::Object(object), None) => {
            object.shift_remove(key).unwrap();
        }
        (Value::Array(list), Some(value)) if key == "-" => list.push(value.clone()),
        (Value::Array(list), Some(value)) => list[key.parse::<usize>().unwrap()] = value.clone(),
        (Value::Array(list), None) => {
            list.remove(key.parse().unwrap());
        }
        _ => panic!("{}", change.0),
    }
    changed
}

/// What the reader takes without the lint's own opinion: errors that are about form.
fn rubric_reader_takes(document: &Value) -> bool {
    let folder = folder();
    let path = folder.path().join("r.json");
    fs::write(&path, document.to_string()).unwrap();
    coprod(&["rubric", "show", path.to_str().unwrap(), "-f", "json"]).code == 0
}

#[test]
fn the_rubric_reader_and_the_schema_agree() {
    let folder = folder();
    let path = folder.path().join("example.json");
    assert_eq!(coprod(&["rubric", "new", path.to_str().unwrap()]).code, 0);
    let document = read(&path);
    let validator = schema::validator("rubric");
    let some = Some;
    let good: Vec<Change> = vec![
        ("/kind", some(json!("quick"))),
        ("/kind", None),
        ("/scoring", None),
        ("/scoring/threshold", some(json!(0.7))),
        ("/scoring/threshold", some(json!(0))),
        ("/principles/0/weight", some(json!("3/2"))),
        ("/principles/0/weight", some(json!("0.5"))),
        ("/principles/0/comment", some(json!({"any": ["thing"]}))),
        ("/levels/1/threshold", some(json!("1"))),
        ("/scale/2/points", some(json!(7.0))),
        ("/perspectives/0/office", some(json!(true))),
        ("/questions/0/effort", some(json!([1, "5/2"]))),
        ("/questions/0/settings", some(json!(["employer"]))),
        ("/questions/0/tags", some(json!(["Any Text"]))),
        ("/continues", some(json!(["co-production"]))),
        ("/replaces", some(json!({"0.9.0": {"old": "inf1a", "gone": {"became": "dropped"}}}))),
        ("/coverage/0/count", some(json!({"reference_prefix": "CRPD ", "distinct": "reference"}))),
        ("/coverage/0/max", some(json!(9))),
        ("/texts/en/questions/inf1a/evidence", some(json!([]))),
        ("/texts/en/perspectives", None),
        ("/texts/en/perspectives/guests/name", None),
        ("/texts/en/questions/inf1a/recommendation/title", None),
        ("/texts/en/scale/dk", None),
        ("/version", some(json!("10.20.30"))),
    ];
    let bad: Vec<Change> = vec![
        ("/format", some(json!("coprod/rubric/2"))),
        ("/id", some(json!("My Rubric"))),
        ("/id", None),
        ("/version", some(json!("1.0"))),
        ("/version", some(json!(1))),
        ("/languages", some(json!([]))),
        ("/languages", some(json!(["en", "en", "de"]))),
        ("/languages/0", some(json!("Deutsch!"))),
        ("/kind", some(json!("huge"))),
        ("/kind", some(json!(null))),
        ("/unknown", some(json!(1))),
        ("/scoring/treshold", some(json!("1/2"))),
        ("/scoring/threshold", some(json!(1.5))),
        ("/scoring/threshold", some(json!("75 %"))),
        ("/scale", some(json!([{"id": "no", "points": 0}]))),
        ("/scale/0/id", some(json!("na"))),
        ("/scale/0/points", some(json!(-1))),
        ("/scale/2/points", some(json!(2.5))),
        ("/principles", some(json!([]))),
        ("/principles/0/weight", some(json!(0))),
        ("/principles/0/weight", some(json!("-1"))),
        ("/principles/0/weight", some(json!("1/0"))),
        ("/levels/0/id", some(json!("none"))),
        ("/perspectives/0/lived_experience", some(json!("yes"))),
        ("/facets/0/values", some(json!(["before", "before", "during"]))),
        ("/sources/0/citation", some(json!(" "))),
        ("/coverage/0/min", None),
        ("/coverage/0/min", some(json!(-2))),
        ("/coverage/0/count/distinct", some(json!("tag"))),
        ("/coverage/0/count/colour", some(json!("red"))),
        ("/questions/0/id", some(json!("inf-1a"))),
        ("/questions/0/level", None),
        ("/questions/0/essential", some(json!("true"))),
        ("/questions/0/effort", some(json!([1, 0]))),
        ("/questions/0/effort", some(json!("much"))),
        ("/questions/0/perspectives", some(json!(["guests", "guests"]))),
        ("/questions/0/references", some(json!([""]))),
        ("/replaces", some(json!({"old": {}}))),
        ("/replaces", some(json!({"0.9.0": {"old": {"became": "lost"}}}))),
        ("/texts/en/title", None),
        ("/texts/en/title", some(json!(""))),
        ("/texts/en/scale/no", some(json!({"name": "No"}))),
        ("/texts/en/levels/basic/name", None),
        ("/texts/en/questions/inf1a/text", None),
        ("/texts/en/questions/inf1a/easyhelp", some(json!("x"))),
        ("/texts/en/questions/inf1a/evidence", some(json!("a list"))),
        ("/texts/en/questions/inf1a/recommendation/title", some(json!(""))),
    ];
    assert!(rubric_reader_takes(&document) && validator.is_valid(&document));
    for (takes, changes) in [(true, good), (false, bad)] {
        for change in changes {
            let changed = changed(&document, &change);
            assert_eq!(validator.is_valid(&changed), takes, "schema, {change:?}");
            assert_eq!(rubric_reader_takes(&changed), takes, "reader, {change:?}");
        }
    }
}

#[test]
fn the_sheet_reader_and_the_schema_agree() {
    let document = json!({
        "format": "coprod/answers/1", "rubric": {"id": "co-production-quick", "version": "1.0.0"},
        "organisation": {"name": "Example", "setting": "employer"}, "date": "2026-03-14", "perspective": "hr",
        "process": {"answered": "HR"},
        "answers": {"equ1a": "partly", "div1a": {"choice": "fully", "note": "n", "evidence": ["e"]}}
    });
    let some = Some;
    let good: Vec<Change> = vec![
        ("/answers", some(json!({}))),
        ("/answers/equ1a", some(json!(2))),
        ("/answers/equ1a", some(json!({"choice": "na", "reason": "because"}))),
        ("/answers/equ1a", some(json!({"note": "not yet"}))),
        ("/date", some(json!("2026-03"))),
        ("/people", some(json!(7))),
        ("/respondent", some(json!("r-07"))),
        ("/process", None),
        ("/perspective", None),
        ("/x-own", some(json!({"any": 1}))),
        ("/comment", some(json!("c"))),
    ];
    let bad: Vec<Change> = vec![
        ("/format", some(json!("coprod/answers/2"))),
        ("/format", None),
        ("/rubric", some(json!("co-production-quick"))),
        ("/rubric/id", None),
        ("/rubric/version", some(json!("one"))),
        ("/organisation/name", None),
        ("/organisation/name", some(json!("  "))),
        ("/organisation/sector", some(json!(5))),
        ("/date", some(json!("14.3.2026"))),
        ("/date", some(json!("2026-13-01"))),
        ("/people", some(json!(0))),
        ("/people", some(json!(1.5))),
        ("/perspective", some(json!("HR team"))),
        ("/answers", None),
        ("/answers", some(json!([]))),
        ("/answers/equ1a", some(json!(true))),
        ("/answers/equ1a", some(json!(null))),
        ("/answers/equ1a", some(json!("Partly so"))),
        ("/answers/div1a/evidence", some(json!("a text"))),
        ("/answers/div1a/note", some(json!(["a", "list"]))),
    ];
    let validator = schema::validator("answers");
    let folder = folder();
    let path = folder.path().join("s.json");
    let takes = |document: &Value| {
        fs::write(&path, document.to_string()).unwrap();
        coprod(&["report", path.to_str().unwrap(), "-f", "json"]).code == 0
    };
    assert!(takes(&document) && validator.is_valid(&document));
    for (expected, changes) in [(true, good), (false, bad)] {
        for change in changes {
            let changed = changed(&document, &change);
            assert_eq!(validator.is_valid(&changed), expected, "schema, {change:?}");
            assert_eq!(takes(&changed), expected, "reader, {change:?}");
        }
    }
}

#[test]
fn the_reader_of_assessments_and_the_schema_agree() {
    let document = json!({
        "format": "coprod/assessment/1", "organisation": "Example", "scope": "s", "period": "p",
        "invited": {"hr": 3, "staff": 0}, "process": {"answered": "a"}, "responsible": "r", "deletion_date": "2026-12"
    });
    let some = Some;
    let good: Vec<Change> = vec![
        ("/invited", None),
        ("/invited/hr", some(json!(7.0))),
        ("/invited/comment", some(json!("c"))),
        ("/deletion_date", some(json!("2026-12-31"))),
        ("/scope", None),
        ("/x-own", some(json!(1))),
        ("/comment", some(json!(["c"]))),
    ];
    let bad: Vec<Change> = vec![
        ("/format", some(json!("coprod/assessment/2"))),
        ("/scope", some(json!("  "))),
        ("/period", some(json!(2026))),
        ("/invited", some(json!([3]))),
        ("/invited/hr", some(json!(-1))),
        ("/invited/hr", some(json!("three"))),
        ("/invited/hr", some(json!(1.5))),
        ("/process", some(json!("HR"))),
        ("/process/answered", some(json!(""))),
        ("/responsible", some(json!(null))),
        ("/deletion_date", some(json!("31.12.2026"))),
    ];
    let validator = schema::validator("assessment");
    let folder = folder();
    let sheet = json!({
        "format": "coprod/answers/1", "rubric": {"id": "co-production-quick", "version": "1.0.0"},
        "organisation": {"name": "Example"}, "date": "2026-03-14", "answers": {"equ1a": "no"}
    });
    fs::write(folder.path().join("a.json"), sheet.to_string()).unwrap();
    let takes = |document: &Value| {
        fs::write(folder.path().join("assessment.json"), document.to_string()).unwrap();
        coprod(&["report", folder.path().to_str().unwrap(), "-f", "json"]).code == 0
    };
    assert!(takes(&document) && validator.is_valid(&document));
    for (expected, changes) in [(true, good), (false, bad)] {
        for change in changes {
            let changed = changed(&document, &change);
            assert_eq!(validator.is_valid(&changed), expected, "schema, {change:?}");
            assert_eq!(takes(&changed), expected, "reader, {change:?}");
        }
    }
}
