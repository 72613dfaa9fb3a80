//! What is told of many voices.

use super::{company, folder, group, person, report};
use crate::support::{Place, quick, with};
use calamine::Reader;
use serde_json::{Value, json};

fn joined(place: &Place, args: &[&str]) -> String {
    let done = report(place, args).ok();
    done.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_result_has_the_keys_of_many_voices() {
    let result = report(&folder(&company()), &["-f", "json"]).ok().silent().json();
    let leadership = group(&result, "leadership");
    assert_eq!(leadership["label"], "Top management");
    assert_eq!((&leadership["shown"], &leadership["n"]), (&json!(true), &json!(6)));
    assert_eq!(leadership["principles"][0]["id"], "equality");
    assert!((leadership["principles"][2]["score"]["point"].as_f64().unwrap() - 5.0 / 6.0).abs() < 0.005);
    let gap = result["gaps"]
        .as_array()
        .unwrap()
        .iter()
        .find(|gap| gap["principle"] == "access" && gap["a"] == "leadership" && gap["b"] == "disabled-staff");
    let gap = gap.expect("leadership and disabled staff are compared on access");
    assert_eq!((&gap["delta"], &gap["notable"]), (&json!(1.0), &json!(true)));
    assert!(gap["p"].as_f64().unwrap() < 0.01 && gap["p_holm"].as_f64() >= gap["p"].as_f64());
    assert!(gap["difference"].as_f64().unwrap() > 0.5);
    assert!(gap["strong"].is_boolean());
    let hidden: Vec<&Value> =
        result["disclosure"].as_array().unwrap().iter().filter(|entry| entry["hidden"] == "hr").collect();
    assert_eq!(hidden.len(), 4);
    assert_eq!(hidden[0], &json!({"principle": "equality", "hidden": "hr", "reason": "too_few"}));
    assert_eq!(result["basis"], "lived_experience");
    assert!(result["stability"].is_boolean() && result["contested"].is_boolean());
    assert_eq!(result["agreement"].as_array().unwrap().len(), 4);
    assert_eq!(result["agreement"][0]["raters"], 24);
    let lived = &result["lived_experience"];
    assert!(lived["level"]["point"].is_string() && lived["score"]["point"].is_number(), "{lived}");
}

/// A company whose people with disabilities see a lower level than all together.
fn contested() -> Vec<(String, Value)> {
    [("leadership", 3), ("staff", 3), ("hr", 3), ("disabled-staff", 0)]
        .into_iter()
        .flat_map(|(perspective, points)| {
            (0..6).map(move |at| {
                let name = format!("{}{at}", &perspective[..2]);
                let sheet = person(perspective, &name, |question| match points {
                    0 => usize::from((question + at).is_multiple_of(2)),
                    _ => {
                        if (question + at).is_multiple_of(6) {
                            2
                        } else {
                            3
                        }
                    }
                });
                (format!("{name}.json"), sheet)
            })
        })
        .collect()
}

#[test]
fn a_contested_level_never_stands_alone() {
    let place = folder(&contested());
    let result = report(&place, &["-f", "json"]).ok().json();
    assert_eq!(result["contested"], true);
    assert_ne!(result["overall"]["level"]["point"], "none");
    assert_eq!(result["lived_experience"]["level"]["point"], "none");
    for (language, sees, level) in [
        ("en", "People with disabilities see: Starting out", "Compliance (the minimum), 1 of 3"),
        ("de", "Menschen mit Behinderung sehen: Am Anfang", "Mindestmaß (Einhaltung der Vorschriften), 1 von 3"),
    ] {
        for format in ["table", "html", "markdown"] {
            let text = joined(&place, &["-f", format, "-l", language]);
            assert!(text.contains(sees), "{format} {language}");
            // Wherever the level of all together is told, theirs follows at once.
            for (at, _) in text.match_indices(level) {
                let told = text[at..].chars().take(700).collect::<String>();
                assert!(told.contains(sees), "{format} {language}: {told}");
            }
        }
        assert!(joined(&place, &["--summary", "-l", language]).contains(sees));
        assert!(joined(&place, &["--explain", "access", "-l", language]).contains(sees));
    }
}

#[test]
fn without_people_with_disabilities_it_is_the_organisations_own_view() {
    let mut sheets = company();
    sheets.retain(|(_, sheet)| sheet["perspective"] != "disabled-staff");
    let place = folder(&sheets);
    let result = report(&place, &["-f", "json"]).ok().json();
    assert_eq!((&result["basis"], &result["lived_experience"]), (&json!("self_view"), &json!(null)));
    for format in ["table", "html", "markdown"] {
        assert!(joined(&place, &["-f", format]).contains("seen by the organisation itself"), "{format}");
        assert!(joined(&place, &["-f", format, "-l", "de"]).contains("selbst"), "{format}");
    }
}

#[test]
fn gaps_are_told_in_plain_words_and_drawn_with_an_alternative_in_words() {
    let place = folder(&company());
    let text = joined(&place, &[]);
    let gap = "Access looks much more favourable to “Top management” than to “Employees with disabilities”: 0.83 against 0.11";
    assert!(text.contains(gap), "{text}");
    assert!(text.contains("■ People with disabilities, □ The others"), "{text}");
    let german = joined(&place, &["-l", "de"]);
    assert!(german.contains("Zugang sieht aus der Perspektive „Leitung“ viel günstiger aus"), "{german}");
    assert!(german.contains("0,83 gegen 0,11"), "{german}");
    let spoken = joined(&place, &["--accessible"]);
    assert!(spoken.contains("Access: People with disabilities 0.11, The others"), "{spoken}");
    assert!(!spoken.contains('■'));
    let html = report(&place, &["-f", "html"]).ok();
    assert!(html.text().matches("Access: People with disabilities 0.11").count() >= 1);
}

#[test]
fn every_person_weighs_the_same_where_that_is_asked_for() {
    let mut sheets = company();
    let point = |sheets: &[(String, Value)], voice: &str| {
        let result = report(&folder(sheets), &["-f", "json", "--voice", voice]).ok().json();
        result["overall"]["score"]["point"].as_f64().unwrap()
    };
    let (equal, heads) = (point(&sheets, "equal"), point(&sheets, "headcount"));
    // Six more who say what six of their group said.
    let copies: Vec<(String, Value)> = sheets
        .iter()
        .filter(|(_, sheet)| sheet["perspective"] == "leadership")
        .map(|(name, sheet)| {
            (format!("again-{name}"), with(sheet.clone(), "respondent", json!(format!("again-{name}"))))
        })
        .collect();
    sheets.extend(copies);
    assert_eq!(point(&sheets, "equal"), equal, "numbers gain nothing");
    assert!(point(&sheets, "headcount") > heads);
    // How voices weigh is said as it is, wherever it is said.
    let place = folder(&sheets);
    for (voice, says, other) in [
        ("equal", "perspectives weigh the same", "Every person"),
        ("headcount", "Every person weighs the same", "perspectives weigh"),
    ] {
        let text = joined(&place, &["--voice", voice, "-f", "markdown"]);
        assert!(text.contains(says) && !text.contains(other), "{voice}: {text}");
    }
}

#[test]
fn dont_know_everywhere_is_told_as_unknown() {
    let mut sheets = company();
    for (_, sheet) in &mut sheets {
        for answer in sheet["answers"].as_object_mut().unwrap().values_mut() {
            *answer = json!("dk");
        }
    }
    let place = folder(&sheets);
    let result = report(&place, &["-f", "json"]).ok().json();
    assert_eq!(result["overall"]["score"]["point"], json!(null));
    assert_eq!(result["gaps"], json!([]));
    for format in ["table", "html", "pdf", "xlsx", "csv", "markdown"] {
        report(&place, &["-f", format]).ok();
    }
}

#[test]
fn all_answers_equal_a_group_with_one_principle_only_and_a_crowd_in_silence_are_no_trouble() {
    let mut sheets = company();
    for (_, sheet) in &mut sheets {
        for answer in sheet["answers"].as_object_mut().unwrap().values_mut() {
            *answer = json!("largely");
        }
    }
    let result = report(&folder(&sheets), &["-f", "json"]).ok().json();
    assert!(result["gaps"].as_array().unwrap().iter().all(|gap| gap["delta"] == 0.0 && gap["notable"] == false));
    // One group answers one principle only, another nothing at all.
    for (_, sheet) in &mut sheets {
        let perspective = sheet["perspective"].as_str().unwrap().to_owned();
        let answers = sheet["answers"].as_object_mut().unwrap();
        if perspective == "staff" {
            answers.retain(|id, _| id.starts_with("acc"));
        } else if perspective == "leadership" {
            answers.clear();
        }
    }
    let place = folder(&sheets);
    let result = report(&place, &["-f", "json"]).ok().json();
    let staff = group(&result, "staff");
    assert_eq!(staff["principles"][0]["score"]["point"], json!(null));
    for format in ["table", "html", "pdf", "xlsx", "csv", "markdown"] {
        report(&place, &["-f", format]).ok();
    }
}

#[test]
fn joint_sheets_and_statements_are_reported_as_they_are() {
    let joint = |perspective: &str, answer: &str, people: Option<u64>| {
        let sheet = with(quick(json!({"equ1a": answer, "acc1a": answer})), "perspective", json!(perspective));
        people.map_or(sheet.clone(), |people| with(sheet, "people", json!(people)))
    };
    let sheets = vec![
        ("a.json".to_owned(), joint("leadership", "fully", Some(3))),
        ("b.json".to_owned(), joint("disabled-staff", "partly", Some(7))),
        ("c.json".to_owned(), joint("works-council", "no", None)),
    ];
    let place = folder(&sheets);
    let result = report(&place, &["-f", "json"]).ok().json();
    assert_eq!(result["disclosure"], json!([]));
    assert!(result["perspectives"].as_array().unwrap().iter().all(|group| group["shown"] == true));
    assert_eq!(group(&result, "works-council")["statement"], true);
    // It is public as it is: what all chose is told exactly.
    assert_eq!(group(&result, "works-council")["principles"][0]["score"]["point"], 0.0);
    assert_eq!(result["principles"][0]["cells"][0]["counts"]["answered"], 1);
    assert!(joined(&place, &["-f", "markdown"]).contains("Works council or staff council (official statement)"));
}

#[test]
fn what_one_person_writes_of_the_organisation_stays_with_that_person() {
    let mut sheets = company();
    sheets[3].1["organisation"]["scope"] = json!("I am the only wheelchair user");
    sheets[4].1["organisation"]["period"] = json!("since my accident");
    for (_, sheet) in &mut sheets[..5] {
        sheet["organisation"]["sector"] = json!("gardening");
    }
    let place = folder(&sheets);
    for format in ["table", "json", "html", "markdown", "csv"] {
        let text = String::from_utf8(report(&place, &["-f", format]).ok().stdout).unwrap();
        assert!(!text.contains("wheelchair") && !text.contains("accident"), "{format}");
    }
    // What five say alike is nobody's alone, and a joint sheet speaks for many.
    assert_eq!(report(&place, &["-f", "json"]).ok().json()["organisation"]["sector"], "gardening");
    sheets[4].1["organisation"]["sector"] = json!("other");
    let place = folder(&sheets);
    assert_eq!(report(&place, &["-f", "json"]).ok().json()["organisation"].get("sector"), None);
    let mut joint = with(quick(json!({"equ1a": "no"})), "people", json!(9));
    joint["perspective"] = json!("peer-supporters");
    joint["organisation"]["sector"] = json!("housing");
    place.sheet("all/joint.json", &joint);
    assert_eq!(report(&place, &["-f", "json"]).ok().json()["organisation"]["sector"], "housing");
}

#[test]
fn what_everybody_does_fully_is_not_recommended_nor_said_of_each_answer() {
    let sheets: Vec<(String, Value)> = ["staff", "disabled-staff"]
        .into_iter()
        .flat_map(|who| (0..6).map(move |at| (who, format!("{who}-{at}"))))
        .map(|(who, name)| (format!("{name}.json"), person(who, &name, |_| 3)))
        .collect();
    let place = folder(&sheets);
    assert_eq!(report(&place, &["-f", "json"]).ok().json()["recommendations"], json!([]));
    let text = report(&place, &["-f", "markdown"]).ok().text().to_owned();
    assert!(text.contains("what can be shown lies at 95% or more"), "{text}");
    assert!(!text.contains("every answer is at the top"));
    let bytes = report(&place, &["-f", "xlsx"]).ok().stdout;
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let cells = |book: &mut calamine::Xlsx<_>, sheet: &str| -> Vec<String> {
        let range = book.worksheet_range(sheet).unwrap();
        range.rows().flatten().map(ToString::to_string).collect()
    };
    let names = book.sheet_names();
    let all: Vec<String> = names.iter().flat_map(|name| cells(&mut book, name)).collect();
    assert!(all.iter().any(|cell| cell.contains("lies at 95% or more")));
    assert!(!all.iter().any(|cell| cell.contains("every answer is at the top")));
    // Nor where the full questionnaire has questions that only one of the groups is asked, which stay hidden.
    let ids = crate::support::rubric("co-production")["questions"].clone();
    let answers: serde_json::Map<String, Value> =
        ids.as_array().unwrap().iter().map(|q| (q["id"].as_str().unwrap().to_owned(), json!("fully"))).collect();
    let whole = sheets.iter().map(|(name, sheet)| {
        let sheet = with(sheet.clone(), "answers", Value::Object(answers.clone()));
        (name.clone(), with(sheet, "rubric", json!({"id": "co-production", "version": "1.0.0"})))
    });
    let whole = folder(&whole.collect::<Vec<_>>());
    let result = whole.coprod(["report", "all", "-q", "-f", "json"]).run().ok().json();
    assert_eq!(result["recommendations"], json!([]));
    // The overall score of a group has its sign, as those of the principles have.
    assert_eq!(all.iter().filter(|cell| *cell == "≥ 0.95").count(), 4 * 5, "{all:?}");
}

#[test]
fn of_two_options_no_agreement_is_told() {
    let rubric = json!({
        "format": "coprod/rubric/1", "id": "yn", "version": "1.0.0", "languages": ["en"],
        "scale": [{"id": "no", "points": 0}, {"id": "yes", "points": 1}],
        "principles": [{"id": "p"}], "levels": [{"id": "l"}], "questions": [{"id": "a", "principle": "p", "level": "l"}],
        "perspectives": [{"id": "staff"}],
        "texts": {"en": {"title": "Yes or no", "principles": {"p": {"name": "P"}}, "levels": {"l": {"name": "L"}},
            "scale": {"no": {"label": "No"}, "yes": {"label": "Yes"}}, "questions": {"a": {"text": "Is it so?"}},
            "perspectives": {"staff": {"name": "Staff"}}}}
    });
    let place = Place::new();
    place.sheet("yn.json", &rubric);
    for at in 0..20 {
        let answer = if at == 0 { "no" } else { "yes" };
        let sheet = json!({"format": "coprod/answers/1", "rubric": {"id": "yn", "version": "1.0.0"},
            "organisation": {"name": "Example"}, "date": "2026-05", "perspective": "staff",
            "respondent": format!("r-{at}"), "answers": {"a": answer}});
        place.sheet(&format!("all/{at}.json"), &sheet);
    }
    let text = report(&place, &["-r", "yn.json", "-f", "markdown"]).ok().text().to_owned();
    assert!(text.contains("two options only") && !text.contains("agreement is lacking"), "{text}");
}
