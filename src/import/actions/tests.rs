//! Lists of actions: what is read, what is refused, and what people wrote stays.

use super::*;
use crate::text::english;
use std::sync::LazyLock;

static RUBRIC: LazyLock<Rubric> =
    LazyLock::new(|| (*crate::rubric::built_in("co-production-quick").unwrap().load().unwrap().rubric).clone());

fn document() -> Value {
    json!({
        "format": FORMAT,
        "rubric": {"id": "co-production-quick", "version": "1.0.0"},
        "organisation": {"name": "Example Ltd"},
        "date": "2026-03-14",
        "actions": [
            {"question": "equ1a", "title": "Ask first", "to": "largely", "due": "2026-06-30", "done": false},
            {"question": "acc1a", "title": "Check the rooms", "due": "2026-03-31", "done": true, "x-ticket": 7},
            {"title": "An action of our own", "who": "Board", "note": "from the workshop"},
        ],
    })
}

fn read_value(document: &Value) -> Result<ReadActions, Error> {
    super::read("actions.json", document.to_string().as_bytes(), &RUBRIC)
}

fn refused(pointer: &str, value: Option<Value>, words: &[&str]) {
    let mut changed = document();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = changed.pointer_mut(parent).unwrap();
    match value {
        Some(value) => parent[key] = value,
        None => {
            parent.as_object_mut().unwrap().shift_remove(key);
        }
    }
    let error = read_value(&changed).expect_err(pointer);
    let lines = english().error(&error);
    assert!(lines.iter().any(|line| words.iter().all(|word| line.contains(word))), "{pointer}: {lines:?}");
}

#[test]
fn a_list_is_read_with_what_is_open_and_what_is_late() {
    let ReadActions { list, warnings } = read_value(&document()).unwrap();
    assert_eq!((list.organisation.as_str(), list.date.as_deref()), ("Example Ltd", Some("2026-03-14")));
    let titles = |found: Vec<&Action>| found.into_iter().map(|a| a.title.clone()).collect::<Vec<_>>();
    assert_eq!(titles(list.open().collect()), ["Ask first", "An action of our own"]);
    assert!(list.overdue("2026-06-30").next().is_none(), "the last day is in time");
    assert_eq!(titles(list.overdue("2026-07-01").collect()), ["Ask first"]);
    // Keys of other programs are theirs, and the user is told.
    assert_eq!(warnings.len(), 1);
    assert_eq!(warnings[0].pointer, "/actions/1/x-ticket");
}

#[test]
fn what_cannot_be_meant_is_refused_with_its_place() {
    refused("/format", Some(json!("coprod/answers/1")), &["/format", "`coprod/actions/1`"]);
    refused("/rubric/id", Some(json!("co-production")), &["/rubric/id", "`co-production-quick`"]);
    refused("/rubric/version", Some(json!("2.0.0")), &["/rubric/version", "2.0.0"]);
    refused("/rubric/version", Some(json!("two")), &["/rubric/version"]);
    refused("/organisation/name", Some(json!(" ")), &["/organisation/name"]);
    refused("/date", Some(json!("14.3.2026")), &["/date"]);
    refused("/actions", None, &["`actions` is missing"]);
    refused("/actions/0/title", None, &["/actions/0", "`title` is missing"]);
    refused("/actions/0/question", Some(json!("equ1")), &["/actions/0/question", "Did you mean `equ1a`?"]);
    refused("/actions/0/to", Some(json!("larg")), &["/actions/0/to", "Did you mean `largely`?"]);
    refused("/actions/0/due", Some(json!("2026-06")), &["/actions/0/due", "no date"]);
    refused("/actions/0/due", Some(json!("2026-02-30")), &["/actions/0/due", "no date"]);
    refused("/actions/0/done", Some(json!("yes")), &["/actions/0/done", "true or false"]);
    refused("/actions/0/dome", Some(json!(true)), &["/actions/0/dome", "Did you mean `done`?"]);
}

#[test]
fn ids_of_a_newer_minor_version_are_taken_with_a_warning() {
    let mut newer = document();
    newer["rubric"]["version"] = json!("1.1.0");
    newer["actions"][0]["question"] = json!("new1a");
    let read = read_value(&newer).unwrap();
    assert!(read.warnings.iter().any(|problem| problem.pointer == "/rubric/version"));
}

#[test]
fn a_list_survives_writing_and_what_people_added_survives_continuing() {
    let list = read_value(&document()).unwrap().list;
    let again = super::read("b.json", to_json(&list).as_bytes(), &RUBRIC).unwrap();
    assert_eq!((again.list, again.warnings.len()), (list, 0));
    let more = [Action { title: "One more".into(), question: Some("div1a".into()), ..Action::default() }];
    let text = continued(format!("\u{feff}{}", document()).as_bytes(), &more, None);
    let after: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(after["actions"][1]["x-ticket"], 7);
    assert_eq!(after["actions"][3], json!({"question": "div1a", "title": "One more", "done": false}));
    assert_eq!(after["actions"].as_array().unwrap().len(), 4);
}
