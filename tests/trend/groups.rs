//! What each perspective said before and says now, and what is not told of it.

use crate::rubrics::validator;
use crate::support::{Place, quick, with};
use serde_json::{Value, json};

const QUESTIONS: [&str; 12] =
    ["equ1a", "equ2a", "equ3a", "div1a", "div2a", "div3a", "acc1a", "acc2a", "acc3a", "rec1a", "rec2a", "rec3a"];

/// Who answered, how many of them, and what all of them say to every question.
type Groups<'a> = &'a [(&'a str, usize, &'a str)];

/// Writes a folder of sheets; `other` says what one question is answered by those with lived experience instead.
fn round(place: &Place, year: &str, groups: Groups, other: Option<(&str, &str)>) {
    for (perspective, count, answer) in groups {
        for who in 0..*count {
            let mut answers: serde_json::Map<String, Value> =
                QUESTIONS.iter().map(|id| ((*id).to_owned(), json!(answer))).collect();
            if let Some((id, answer)) = other.filter(|_| *perspective == "disabled-staff") {
                answers.insert(id.to_owned(), json!(answer));
            }
            let sheet = with(quick(Value::Object(answers)), "perspective", json!(perspective));
            let sheet = with(sheet, "respondent", json!(format!("{}{who}", &perspective[..2])));
            place.sheet(&format!("{year}/{perspective}{who}.json"), &with(sheet, "date", json!(format!("{year}-05"))));
        }
    }
}

fn compared(old: Groups, new: Groups, other: Option<(&str, &str)>) -> (Place, Value) {
    let place = Place::new();
    round(&place, "2025", old, None);
    round(&place, "2026", new, other);
    let found = place.coprod(["compare", "2025", "2026", "-f", "json"]).run().ok().json();
    assert!(validator("comparison").is_valid(&found), "{found:#}");
    (place, found)
}

fn group<'a>(found: &'a Value, id: &str) -> &'a Value {
    let groups = found["perspectives"].as_array().unwrap();
    groups.iter().find(|group| group["id"] == id).unwrap_or_else(|| panic!("no group {id}: {found:#}"))
}

/// Every part of a group: its principles and everything together.
fn reasons(found: &Value, id: &str) -> Vec<Value> {
    let group = group(found, id);
    let parts = group["principles"].as_array().unwrap().iter().chain([&group["overall"]]);
    parts.map(|part| part["reason"].clone()).collect()
}

fn near(found: &Value, wanted: f64) {
    assert!(found.as_f64().is_some_and(|found| (found - wanted).abs() < 1e-12), "{found} {wanted}");
}

const OLD: Groups = &[("leadership", 6, "largely"), ("staff", 6, "largely"), ("disabled-staff", 6, "partly")];

#[test]
fn a_group_that_both_reports_show_is_compared() {
    let (place, found) =
        compared(OLD, &[("leadership", 6, "partly"), ("staff", 11, "largely"), ("disabled-staff", 6, "largely")], None);
    let expected = [
        ("leadership", "regressed_provisional", [2.0 / 3.0, 1.0 / 3.0], [6, 6]),
        ("staff", "stable", [2.0 / 3.0, 2.0 / 3.0], [6, 11]),
        ("disabled-staff", "improved_provisional", [1.0 / 3.0, 2.0 / 3.0], [6, 6]),
    ];
    for (id, verdict, [old, new], people) in expected {
        let group = group(&found, id);
        assert_eq!(group["n"], json!({"old": people[0], "new": people[1]}), "{id}");
        assert_eq!(group["lived_experience"], id == "disabled-staff");
        for part in group["principles"].as_array().unwrap().iter().chain([&group["overall"]]) {
            assert_eq!(part["verdict"], verdict, "{id}");
            near(&part["delta"], new - old);
            near(&part["score"]["old"]["point"], old);
            near(&part["score"]["new"]["point"], new);
        }
    }
    let text = place.coprod(["compare", "2025", "2026", "-l", "en", "--width", "160"]).run().ok();
    assert!(text.text().contains("What changed for each perspective"), "{}", text.text());
    let csv = place.coprod(["compare", "2025", "2026", "-f", "csv"]).run().ok();
    let rows: Vec<&str> = csv.text().lines().filter(|row| row.contains(",perspective,")).collect();
    assert_eq!(rows.len(), 3 * 5);
    assert!(rows.iter().any(|row| row.starts_with("2025-05,2026-05,perspective,access,disabled-staff,")), "{rows:?}");
}

#[test]
fn nothing_is_told_of_a_few_who_came_or_went() {
    for count in [7, 10] {
        let new: Groups = &[("leadership", count, "fully"), ("staff", 6, "largely"), ("disabled-staff", 6, "partly")];
        let (_, found) = compared(OLD, new, None);
        assert_eq!(reasons(&found, "leadership"), ["few_came_or_went"; 5], "{count}");
        assert_eq!(reasons(&found, "staff"), vec![Value::Null; 5]);
    }
    let (_, found) = compared(OLD, &[("leadership", 11, "largely"), OLD[1], OLD[2]], None);
    assert_eq!(reasons(&found, "leadership"), vec![Value::Null; 5]);
}

#[test]
fn nothing_is_told_of_a_group_that_is_hidden_in_either() {
    let (place, found) = compared(OLD, &[("leadership", 2, "fully"), ("staff", 2, "no"), OLD[2]], None);
    for id in ["leadership", "staff"] {
        assert_eq!(reasons(&found, id), ["hidden"; 5], "{id}");
        assert_eq!(group(&found, id)["n"], json!({"old": 6, "new": null}));
        assert_eq!(group(&found, id)["overall"]["score"], Value::Null);
    }
    let table = place.coprod(["compare", "2025", "2026", "-l", "de", "--width", "160"]).run().ok();
    assert!(table.text().contains("nicht gezeigt"), "{}", table.text());
}

#[test]
fn a_group_that_answered_once_has_no_change() {
    let (_, found) = compared(&OLD[1..], OLD, None);
    assert_eq!(reasons(&found, "leadership"), ["one_only"; 5]);
    let (_, found) = compared(OLD, &OLD[1..], None);
    assert_eq!(reasons(&found, "leadership"), ["one_only"; 5]);
}

#[test]
fn other_questions_are_not_compared_since_the_difference_would_tell_their_answers() {
    let place = Place::new();
    round(&place, "2025", OLD, Some(("acc1c", "partly")));
    round(&place, "2026", OLD, Some(("acc1c", "na")));
    // The quick check has no question that need not apply.
    for year in ["2025", "2026"] {
        for entry in std::fs::read_dir(place.path(year)).unwrap() {
            let name = format!("{year}/{}", entry.unwrap().file_name().to_str().unwrap());
            let sheet: Value = serde_json::from_str(&place.read(&name)).unwrap();
            place.sheet(&name, &with(sheet, "rubric", json!({"id": "co-production", "version": "1.0.0"})));
        }
    }
    let found = place.coprod(["compare", "2025", "2026", "-f", "json"]).run().ok().json();
    let access = json!("other_questions");
    assert_eq!(reasons(&found, "disabled-staff"), [Value::Null, Value::Null, access.clone(), Value::Null, access]);
}

#[test]
fn an_extreme_is_compared_without_a_number() {
    let (place, found) = compared(OLD, &[OLD[0], OLD[1], ("disabled-staff", 6, "fully")], None);
    let overall = &group(&found, "disabled-staff")["overall"];
    assert_eq!((&overall["delta"], &overall["verdict"]), (&Value::Null, &json!("improved_provisional")));
    assert_eq!(overall["score"]["new"], json!({"point": 0.95, "low": 0.95, "high": 1.0}));
    let table = place.coprod(["compare", "2025", "2026", "-l", "en", "--width", "200"]).run().ok();
    assert!(!table.text().contains("+66.7"), "{}", table.text());
    // From the extreme to a little below it: which way that is cannot be said.
    let place = Place::new();
    round(&place, "2025", &[OLD[0], OLD[1], ("disabled-staff", 6, "fully")], None);
    round(&place, "2026", &[OLD[0], OLD[1], ("disabled-staff", 6, "fully")], Some(("equ1a", "largely")));
    let found = place.coprod(["compare", "2025", "2026", "-f", "json"]).run().ok().json();
    let group = group(&found, "disabled-staff");
    assert_eq!(group["principles"][0]["verdict"], "regressed_provisional");
    assert_eq!(group["overall"]["verdict"], "unknown");
    assert_eq!(group["principles"][1]["verdict"], "stable");
}

#[test]
fn without_perspectives_there_is_nothing_to_say() {
    let place = super::two_quick();
    let found = place.coprod(["compare", "old.json", "new.json", "-f", "json"]).run().ok().json();
    assert_eq!(found["perspectives"], json!([]));
}

#[test]
fn each_step_of_several_says_what_changed_for_each_perspective() {
    let place = Place::new();
    round(&place, "2024", OLD, None);
    let grown = &[("leadership", 6, "fully"), ("staff", 11, "largely"), ("disabled-staff", 6, "largely")];
    round(&place, "2025", grown, None);
    round(&place, "2026", &[("leadership", 6, "fully"), ("staff", 9, "no"), ("disabled-staff", 6, "partly")], None);
    let found = place.coprod(["compare", "2024", "2025", "2026", "-f", "json"]).run().ok().json();
    assert!(validator("comparison").is_valid(&found), "{found:#}");
    let steps = found["steps"].as_array().unwrap();
    let overall = |step: usize, id: &str| group(&steps[step], id)["overall"].clone();
    near(&overall(0, "disabled-staff")["delta"], 1.0 / 3.0);
    near(&overall(1, "disabled-staff")["delta"], -1.0 / 3.0);
    // From the first to the last nothing changed.
    assert_eq!(group(&found, "disabled-staff")["overall"]["verdict"], "stable");
    // Two people of the staff left: nothing is said of that step, and three more than at first are too few, too.
    assert_eq!(overall(0, "staff")["verdict"], "stable");
    assert_eq!(overall(1, "staff")["reason"], "few_came_or_went");
    assert_eq!(group(&found, "staff")["overall"]["reason"], "few_came_or_went");
    let text = place.coprod(["compare", "2024", "2025", "2026", "-l", "en", "--width", "160"]).run().ok();
    let said = "Overall score of each perspective from one assessment to the next";
    assert!(text.text().contains(said), "{}", text.text());
    let csv = place.coprod(["compare", "2024", "2025", "2026", "-f", "csv"]).run().ok();
    // Three pairs of years, three groups, everything and each of four principles.
    assert_eq!(csv.text().lines().filter(|row| row.contains(",perspective,")).count(), 3 * 3 * 5);
}

#[test]
fn the_smallest_group_may_be_larger_in_every_command() {
    let place = Place::new();
    round(&place, "2025", OLD, None);
    round(&place, "2026", OLD, None);
    let compared = |k: &str| {
        let found = place.coprod(["compare", "2025", "2026", "--min-group", k, "-f", "json"]).run().ok().json();
        group(&found, "leadership")["overall"]["reason"].clone()
    };
    assert_eq!([compared("6"), compared("7")], [Value::Null, json!("hidden")]);
    // Eighteen people answered.
    let code = |k: &str| place.coprod(["check", "2026", "--score", "1%", "--min-group", k]).run().code;
    assert_eq!([code("18"), code("19")], [0, 1]);
    let planned = |k: &str| {
        let found = place.coprod(["plan", "2026", "--next", "--min-group", k, "-f", "json"]).run();
        (found.code, found.json()["steps"].as_array().unwrap().len())
    };
    assert_ne!(planned("18").1, 0);
    assert_eq!(planned("19").1, 0);
}

/// What somebody answered.
type Answers = serde_json::Map<String, Value>;

/// Saltmarsh Homes twice, a year apart; what becomes of each person's answers in each year.
fn saltmarsh(before: impl Fn(usize, &mut Answers), after: impl Fn(&mut Answers)) -> Place {
    let place = Place::new();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/saltmarsh-homes");
    let sheets = std::fs::read_to_string(folder.join("answers.jsonl")).unwrap();
    let [mut old, mut new] = [String::new(), String::new()];
    for (who, line) in sheets.lines().enumerate() {
        let sheet: Value = serde_json::from_str(line).unwrap();
        let mut earlier = sheet.clone();
        before(who, earlier["answers"].as_object_mut().unwrap());
        old += &(earlier.to_string() + "\n");
        let mut later = with(sheet, "date", json!("2027-04"));
        after(later["answers"].as_object_mut().unwrap());
        new += &(later.to_string() + "\n");
    }
    place.write("2026/answers.jsonl", old).write("2027/answers.jsonl", new);
    place
}

/// The ids of the questions that a comparison's table marks as hidden.
fn hidden(place: &Place) -> Vec<String> {
    let table = place.coprod(["compare", "2026", "2027", "-q", "-f", "csv"]).run().ok();
    let rows = table.text().lines().filter(|row| row.contains(",question,") && row.ends_with(",hidden"));
    rows.map(|row| {
        row.split(',').find(|cell| cell.len() == 5 && cell.as_bytes()[3].is_ascii_digit()).unwrap().to_owned()
    })
    .collect()
}

#[test]
fn hidden_questions_count_in_the_change_where_the_same_questions_apply() {
    let place = saltmarsh(
        |_, _| {},
        |answers| {
            for answer in answers.values_mut().filter(|answer| **answer == json!("partly")) {
                *answer = json!("largely");
            }
        },
    );
    let ids = hidden(&place);
    assert!(ids.len() > 5, "{ids:?}");
    let found = place.coprod(["compare", "2026", "2027", "-q", "-f", "json"]).run().ok().json();
    for (side, year) in [("old", "2026"), ("new", "2027")] {
        let report = place.coprod(["report", year, "-q", "-f", "json"]).run().ok().json();
        for bound in ["low", "point", "high"] {
            near(&found["overall"]["score"][side][bound], report["overall"]["score"][bound].as_f64().unwrap());
            for (part, principle) in
                found["principles"].as_array().unwrap().iter().zip(report["principles"].as_array().unwrap())
            {
                near(&part["score"][side][bound], principle["score"][bound].as_f64().unwrap());
            }
        }
    }
    // None of them is compared by itself.
    for list in ["regressed", "improved", "essential_lost"] {
        let listed = found["overall"][list].as_array().unwrap();
        assert!(listed.iter().all(|id| !ids.contains(&id.as_str().unwrap().to_owned())), "{list}: {listed:?}");
    }
    let text = place.coprod(["compare", "2026", "2027", "-q", "-l", "en", "--width", "200"]).run().ok();
    assert!(text.text().contains("Of the questions that are shown: No answer is lower"), "{}", text.text());
    let said = format!("The values of {} questions are not shown in one of the two reports", ids.len());
    assert!(text.text().contains(&said), "{}", text.text());
}

#[test]
fn a_hidden_question_that_no_longer_applies_is_not_told_by_the_change() {
    // Two people know the answer; a year later the question applies to nobody.
    let id = "equ2c";
    let before = |who: usize, answers: &mut Answers| {
        answers.insert(id.to_owned(), if who < 2 { json!("no") } else { json!("dk") });
    };
    let place = saltmarsh(before, |answers| {
        answers.insert(id.to_owned(), json!({"choice": "na", "reason": "not here"}));
    });
    let found = place.coprod(["compare", "2026", "2027", "-q", "-f", "json"]).run().ok().json();
    let ids = hidden(&place);
    let own: Vec<&String> = ids.iter().filter(|other| other[..3] == id[..3]).collect();
    assert!(own.len() > 1 && own.iter().any(|own| *own == id), "{ids:?}");
    let principles = found["principles"].as_array().unwrap();
    let part = principles.iter().find(|part| part["id"].as_str().unwrap().starts_with(&id[..3])).unwrap();
    // The change of its principle is that of the questions that both reports show, one by one.
    let report = |year: &str| place.coprod(["report", year, "-q", "-f", "json"]).run().ok().json();
    let whole =
        report("2026")["principles"].as_array().unwrap().iter().find(|p| p["id"] == part["id"]).cloned().unwrap();
    assert_ne!(part["score"]["old"], whole["score"]);
    assert_eq!(part["delta"]["point"], json!(0.0));
    let text = place.coprod(["compare", "2026", "2027", "-q", "-l", "en", "--width", "200"]).run().ok();
    let said = format!("{} questions whose values are not shown", own.len());
    assert!(text.text().contains(&said) && text.text().contains("on the common questions: before"), "{}", text.text());
}
