//! Whatever was answered: written as the table that the README describes, and imported, it is the same sheet.

use calamine::Reader;
use coprod::import::json::is_date;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::sync::OnceLock;

/// A text as people write it: no line ends (they separate pieces of evidence), no blank ends, nothing that could tell
/// who wrote it.
fn text() -> impl Strategy<Value = String> {
    "[a-zA-ZäöüÄÖÜß,;\"'|=<>&(){}–…?! ]{0,20}[a-zA-Zß\"';]".prop_map(|text: String| text.trim().to_owned())
}

fn answer() -> impl Strategy<Value = Value> {
    let choice = prop::sample::select(vec!["no", "partly", "largely", "fully", "na", "dk"]);
    let evidence = prop::collection::vec(text(), 0..3);
    (prop::option::of(choice), prop::option::of(text()), evidence, prop::option::of(text())).prop_map(
        |(choice, note, evidence, reason)| {
            let plain = note.is_none() && evidence.is_empty() && reason.is_none();
            if let (Some(choice), true) = (choice, plain) {
                return json!(choice);
            }
            let mut answer = Map::new();
            let mut put = |key: &str, value: Option<Value>| {
                value.map(|value| answer.insert(key.into(), value));
            };
            put("choice", choice.map(Into::into));
            put("note", note.map(Into::into));
            put("evidence", (!evidence.is_empty()).then(|| json!(evidence)));
            put("reason", reason.map(Into::into));
            Value::Object(answer)
        },
    )
}

/// A sheet of the full questionnaire: answers to some questions, in their order.
fn sheet() -> impl Strategy<Value = Value> {
    let ids: Vec<String> = crate::support::rubric("co-production")["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|question| question["id"].as_str().unwrap().to_owned())
        .collect();
    let answers = prop::collection::vec(prop::option::of(answer()), ids.len());
    (answers, text(), prop::option::of(1..100_u64)).prop_map(move |(answers, name, people)| {
        let answers: Map<String, Value> = ids
            .iter()
            .zip(answers)
            .filter_map(|(id, answer)| Some((id.clone(), answer?)))
            .filter(|(_, answer)| *answer != json!({}))
            .collect();
        let mut sheet = super::full(Value::Object(answers));
        sheet["organisation"]["name"] = json!(format!("O {name}"));
        if let Some(people) = people {
            sheet["people"] = json!(people);
        }
        assert!(is_date(sheet["date"].as_str().unwrap()));
        sheet
    })
}

/// The parts of an answer: choice, note, evidence a line each, reason.
fn parts(answer: &Value) -> [String; 4] {
    let part = |key: &str| answer[key].as_str().unwrap_or_default().to_owned();
    if let Some(choice) = answer.as_str() {
        return [choice.to_owned(), String::new(), String::new(), String::new()];
    }
    let evidence = answer["evidence"].as_array().cloned().unwrap_or_default();
    let evidence: Vec<&str> = evidence.iter().filter_map(Value::as_str).collect();
    [part("choice"), part("note"), evidence.join("\n"), part("reason")]
}

/// One row a question, the facts in rows of their own.
fn questions(sheet: &Value, separator: u8) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    writer.write_record(["id", "answer", "note", "evidence", "reason"]).unwrap();
    let people = sheet["people"].as_u64().map(|people| people.to_string()).unwrap_or_default();
    let name = sheet["organisation"]["name"].as_str().unwrap();
    for (field, value) in
        [("rubric", "co-production"), ("organisation", name), ("date", "2026-03"), ("people", &people)]
    {
        writer.write_record([field, value, "", "", ""]).unwrap();
    }
    for (id, answer) in sheet["answers"].as_object().unwrap() {
        let [choice, note, evidence, reason] = parts(answer);
        writer.write_record([id, &choice, &note, &evidence, &reason]).unwrap();
    }
    writer.into_inner().unwrap()
}

/// One row a respondent.
fn respondent(sheet: &Value) -> Vec<u8> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let mut heads = vec!["rubric".to_owned(), "organisation".to_owned(), "date".to_owned(), "people".to_owned()];
    let people = sheet["people"].as_u64().map(|people| people.to_string()).unwrap_or_default();
    let name = sheet["organisation"]["name"].as_str().unwrap().to_owned();
    let mut cells = vec!["co-production".to_owned(), name, "2026-03".to_owned(), people];
    for (id, answer) in sheet["answers"].as_object().unwrap() {
        heads.extend(["", "_note", "_evidence", "_reason"].map(|part| format!("{id}{part}")));
        cells.extend(parts(answer));
    }
    writer.write_record(heads).unwrap();
    writer.write_record(cells).unwrap();
    writer.into_inner().unwrap()
}

/// The names of the fields of the survey that `form` writes, each with its groups, as KoboToolbox exports them.
fn fields() -> &'static [(String, String)] {
    static FIELDS: OnceLock<Vec<(String, String)>> = OnceLock::new();
    FIELDS.get_or_init(|| {
        let place = crate::support::Place::new();
        place.coprod(["form", "-f", "xlsform", "-r", "co-production", "-o", "survey.xlsx", "-q"]).run().ok();
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(place.path("survey.xlsx")).unwrap();
        let survey = book.worksheet_range("survey").unwrap();
        let mut groups: Vec<String> = Vec::new();
        let mut out = Vec::new();
        for row in survey.rows().skip(1) {
            let (kind, name) = (row[0].to_string(), row[1].to_string());
            match kind.as_str() {
                "begin_group" => groups.push(name),
                "end_group" => drop(groups.pop()),
                "note" => {}
                _ => out.push((
                    format!("{}{name}", groups.iter().map(|group| format!("{group}/")).collect::<String>()),
                    name,
                )),
            }
        }
        out
    })
}

/// What of a sheet the survey asks: no reason where "not applicable" is no answer.
fn asked(mut sheet: Value) -> Value {
    let answers = sheet["answers"].as_object_mut().unwrap();
    answers.retain(|id, answer| {
        if fields().iter().any(|(_, name)| *name == format!("{id}reason")) {
            return true;
        }
        if let Some(parts) = answer.as_object_mut() {
            parts.remove("reason");
            // A choice without anything beside it is written as a text.
            if let (Some(choice), 1) = (parts.get("choice").cloned(), parts.len()) {
                *answer = choice;
            }
        }
        *answer != json!("na") && answer["choice"] != "na" && *answer != json!({})
    });
    sheet
}

/// The survey, filled in and exported: one row a respondent, and the platform's own columns.
fn survey(sheet: &Value) -> Vec<u8> {
    let people = sheet["people"].as_u64().map(|people| people.to_string());
    let mut said: HashMap<String, String> = HashMap::new();
    let mut say = |name: &str, value: &str| said.insert(name.to_owned(), value.to_owned());
    say("rubric", "co-production");
    say("version", "1.0.0");
    say("date", "2026-03-14");
    say("organisation", sheet["organisation"]["name"].as_str().unwrap());
    say("answered_by", if people.is_some() { "group" } else { "person" });
    if let Some(people) = &people {
        say("shown", "yes");
        say("people", people);
    }
    for (id, answer) in sheet["answers"].as_object().unwrap() {
        let [choice, note, evidence, reason] = parts(answer);
        for (part, value) in [("", choice), ("note", note), ("evidence", evidence), ("reason", reason)] {
            say(&format!("{id}{part}"), &value);
        }
    }
    let mut writer = ::csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let (paths, cells): (Vec<&str>, Vec<String>) =
        fields().iter().map(|(path, name)| (path.as_str(), said.remove(name).unwrap_or_default())).unzip();
    assert!(said.values().all(String::is_empty), "the survey does not ask {said:?}");
    writer.write_record(paths.into_iter().chain(["_id", "_submission_time"])).unwrap();
    writer.write_record(cells.iter().map(String::as_str).chain(["7", "2026-03-15T10:00:00"])).unwrap();
    writer.into_inner().unwrap()
}

fn imported(bytes: Vec<u8>) -> Value {
    imported_as("a.csv", bytes)
}

fn imported_as(name: &str, bytes: Vec<u8>) -> Value {
    let place = crate::support::Place::new();
    place.write(name, bytes);
    super::sheet(&place.coprod(["import", name, "-o", "-", "-q"]).run().ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn a_table_with_one_row_a_question_is_read_back_as_the_same_sheet(sheet in sheet(), separator in prop::sample::select(vec![b',', b';', b'\t'])) {
        prop_assert_eq!(imported(questions(&sheet, separator)), sheet);
    }

    #[test]
    fn a_table_with_one_row_a_respondent_is_read_back_as_the_same_sheet(sheet in sheet()) {
        prop_assume!(!sheet["answers"].as_object().unwrap().is_empty());
        let mut expected = sheet.clone();
        if sheet.get("people").is_none() {
            expected["respondent"] = json!("r-001");
        }
        prop_assert_eq!(imported(respondent(&sheet)), expected);
    }

    #[test]
    fn the_survey_is_read_back_as_the_same_sheet(sheet in sheet().prop_map(asked)) {
        prop_assume!(!sheet["answers"].as_object().unwrap().is_empty());
        let mut expected = sheet.clone();
        // Of one person the month is kept.
        match sheet.get("people") {
            Some(_) => expected["date"] = json!("2026-03-14"),
            None => expected["respondent"] = json!("r-001"),
        }
        prop_assert_eq!(imported(survey(&sheet)), expected);
    }

    #[test]
    fn what_the_form_in_the_browser_saves_is_read_back_as_the_same_sheet(sheet in sheet()) {
        prop_assert_eq!(imported_as("a.json", serde_json::to_vec(&sheet).unwrap()), sheet);
    }
}
