//! An answer sheet out again: as JSON that [`super::json`] reads back to the same sheet.

use super::json::{FORMAT, option_id};
use crate::model::{Answer, Rubric, Sheet};
use serde_json::{Map, Value, json};

/// Writes a sheet. Keys that this program does not know, in the `original` text that the sheet was read from, are kept.
pub fn to_json(sheet: &Sheet, rubric: &Rubric, original: Option<&Value>) -> String {
    let mut root = original.and_then(Value::as_object).cloned().unwrap_or_default();
    head(&mut root, sheet);
    put(&mut root, "respondent", sheet.respondent.as_ref().map(|text| json!(text)));
    tail(&mut root, sheet);
    answers(&mut root, sheet, rubric);
    let mut text = serde_json::to_string_pretty(&Value::Object(root)).unwrap_or_default();
    text.push('\n');
    text
}

/// What stands before `respondent`.
fn head(root: &mut Map<String, Value>, sheet: &Sheet) {
    put(root, "format", Some(json!(FORMAT)));
    put(root, "rubric", Some(json!({"id": sheet.rubric.id, "version": sheet.rubric.version.to_string()})));
    let organisation = &sheet.organisation;
    let texts = [
        ("name", Some(&organisation.name)),
        ("sector", organisation.sector.as_ref()),
        ("country", organisation.country.as_ref()),
        ("size", organisation.size.as_ref()),
        ("setting", organisation.setting.as_ref()),
        ("scope", organisation.scope.as_ref()),
        ("period", organisation.period.as_ref()),
    ];
    object(root, "organisation", &texts);
    put(root, "date", Some(json!(sheet.date)));
    put(root, "language", sheet.language.as_ref().map(|text| json!(text)));
    put(root, "perspective", sheet.perspective.as_ref().map(|text| json!(text)));
}

/// What stands between `respondent` and the answers.
fn tail(root: &mut Map<String, Value>, sheet: &Sheet) {
    put(root, "people", sheet.people.map(|people| json!(people)));
    let process = &sheet.process;
    let texts = [
        ("chose_questions", process.chose_questions.as_ref()),
        ("answered", process.answered.as_ref()),
        ("interpreted", process.interpreted.as_ref()),
        ("decides", process.decides.as_ref()),
    ];
    if texts.iter().any(|(_, text)| text.is_some()) || root.contains_key("process") {
        object(root, "process", &texts);
    }
}

/// A sheet on one line, without its end and without `respondent`, and where in it `"respondent":…,` belongs. Written
/// straight away, since a survey has very many.
pub fn to_line(sheet: &Sheet, rubric: &Rubric) -> (String, usize) {
    let (mut before, mut after) = (Map::new(), Map::new());
    head(&mut before, sheet);
    tail(&mut after, sheet);
    let object = |map: Map<String, Value>| Value::Object(map).to_string();
    let mut line = object(before);
    line.truncate(line.len() - 1);
    line.push(',');
    let at = line.len();
    let after = object(after);
    if after.len() > 2 {
        line.push_str(&after[1..after.len() - 1]);
        line.push(',');
    }
    line.push_str("\"answers\":{");
    let mut first = true;
    for question in &rubric.questions {
        let Some(answer) = sheet.answers.get(&question.id).filter(|answer| **answer != Answer::default()) else {
            continue;
        };
        if !first {
            line.push(',');
        }
        first = false;
        // Ids hold nothing that JSON would escape.
        for part in ["\"", &question.id, "\":"] {
            line.push_str(part);
        }
        let plain = answer.note.is_none() && answer.evidence.is_empty() && answer.reason.is_none();
        match answer.given.filter(|_| plain) {
            Some(given) => ["\"", option_id(given, rubric), "\""].into_iter().for_each(|part| line.push_str(part)),
            None => line.push_str(&answer_value(answer, rubric, None).to_string()),
        }
    }
    line.push_str("}}");
    (line, at)
}

fn put(object: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    match value {
        Some(value) => {
            object.insert(key.to_owned(), value);
        }
        None => {
            object.shift_remove(key);
        }
    }
}

fn object(root: &mut Map<String, Value>, key: &str, texts: &[(&str, Option<&String>)]) {
    let mut object = root.get(key).and_then(Value::as_object).cloned().unwrap_or_default();
    for (key, text) in texts {
        put(&mut object, key, text.map(|text| json!(text)));
    }
    root.insert(key.to_owned(), Value::Object(object));
}

fn answers(root: &mut Map<String, Value>, sheet: &Sheet, rubric: &Rubric) {
    let before = root.get("answers").and_then(Value::as_object).cloned().unwrap_or_default();
    let mut after = Map::new();
    if let Some(comment) = before.get("comment") {
        after.insert("comment".to_owned(), comment.clone());
    }
    // The rubric's order, so that a sheet reads like its questionnaire however it was filled in.
    for question in &rubric.questions {
        let Some(answer) = sheet.answers.get(&question.id) else { continue };
        if *answer == Answer::default() {
            continue;
        }
        after.insert(question.id.clone(), answer_value(answer, rubric, before.get(&question.id)));
    }
    root.insert("answers".to_owned(), Value::Object(after));
}

fn answer_value(answer: &Answer, rubric: &Rubric, before: Option<&Value>) -> Value {
    let choice = answer.given.map(|given| json!(option_id(given, rubric)));
    let mut object = before.and_then(Value::as_object).cloned().unwrap_or_default();
    let plain = answer.note.is_none() && answer.evidence.is_empty() && answer.reason.is_none();
    put(&mut object, "choice", choice.clone());
    put(&mut object, "note", answer.note.as_ref().map(|text| json!(text)));
    put(&mut object, "evidence", (!answer.evidence.is_empty()).then(|| json!(answer.evidence)));
    put(&mut object, "reason", answer.reason.as_ref().map(|text| json!(text)));
    match choice {
        Some(choice) if plain && object.len() == 1 => choice,
        _ => Value::Object(object),
    }
}
