//! Plans in every format, in both languages, always the same.

use super::*;
use crate::support::{Coprod, examples, harmful};
use coprod::formats::FORMATS;
use std::path::Path;

const GOALS: [&[&str]; 4] = [
    &[],
    &["--to", "transformation", "--start", "2026-04-01", "--pace", "7/2"],
    &["--budget", "12.5", "--group", "none"],
    &["--to", "transformation", "--exclude", "acc1a,equ1a,div1a,rec1a", "--max-step", "1"],
];

fn run(path: &Path, arguments: &[&str]) -> Done {
    let file = path.file_name().unwrap().to_str().unwrap();
    Coprod::new(path.parent().unwrap(), [&["plan", file], arguments].concat()).run()
}

#[test]
fn every_format_writes_the_same_bytes_twice_and_nothing_a_terminal_would_obey() {
    let mut sheets = examples();
    sheets.push(("nasty".into(), Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outside/nasty.json")));
    for (name, path) in sheets {
        for (language, goal) in [("de", GOALS[0]), ("en", GOALS[1]), ("de", GOALS[2]), ("en", GOALS[3])] {
            for format in FORMATS {
                let arguments = [goal, &["-l", language, "-f", format.name()]].concat();
                let (first, second) = (run(&path, &arguments).ok(), run(&path, &arguments).ok());
                let place = format!("{name} {language} {goal:?} {}", format.name());
                assert!(!first.stdout.is_empty() && first.stdout == second.stdout, "{place}");
                if !format.is_binary() {
                    let text = first.text();
                    assert_eq!(harmful(text), None, "{place}");
                    assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{place}");
                    assert!(text.lines().all(|line| line.trim_end() == line), "{place}");
                }
            }
            let tasks = run(&path, &[goal, &["-l", language, "--tasks"]].concat()).ok();
            assert_eq!(harmful(tasks.text()), None, "{name}");
        }
    }
}

#[test]
fn json_has_the_keys_of_the_contract() {
    for (name, path) in examples() {
        for goal in GOALS {
            let result = run(&path, &[goal, &["-f", "json"]].concat()).ok().json();
            for key in ["format", "target", "feasible", "effort", "steps", "ask_first", "reached", "what_if"] {
                assert!(result.get(key).is_some(), "{name} {goal:?} {key}");
            }
            let steps = result["steps"].as_array().unwrap();
            let mut effort = 0.0;
            for (index, step) in steps.iter().enumerate() {
                assert_eq!(step["rank"], index + 1);
                assert!(step["from"].is_string() && step["to"].is_string() && step["from"] != step["to"]);
                effort += step["effort"].as_f64().unwrap();
            }
            match result["effort"].as_f64() {
                Some(total) => assert!((total - effort).abs() < 1e-9 && result["feasible"] == true),
                None => assert!(result["feasible"] == false && steps.is_empty(), "{name} {goal:?}"),
            }
            assert!(result["reached"].get("level").is_some() && result["reached"].get("score").is_some());
            let last = steps.last().map_or(&result["start"], |step| &step["after"]);
            assert_eq!(last, &result["reached"], "{name} {goal:?}");
            for entry in result["what_if"].as_array().unwrap() {
                for key in ["question", "direction", "to", "principle", "level_from", "level_to"] {
                    assert!(entry[key].is_string(), "{name} {key}");
                }
            }
        }
    }
}

#[test]
fn the_language_changes_words_and_no_figure() {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(object) => {
                for key in ["language", "title", "benefit", "message"] {
                    object.remove(key);
                }
                if object.contains_key("question") {
                    object.remove("steps");
                }
                object.values_mut().for_each(strip);
            }
            Value::Array(array) => array.iter_mut().for_each(strip),
            _ => {}
        }
    }
    for (name, path) in examples() {
        let [german, english] = ["de", "en"].map(|language| {
            let mut result = run(&path, &["-l", language, "-f", "json"]).ok().json();
            strip(&mut result);
            result
        });
        assert_eq!(german, english, "{name}");
    }
}

#[test]
fn a_table_keeps_to_its_width_and_reads_as_records() {
    for (name, path) in examples() {
        for (language, width) in [("de", "60"), ("de", "80"), ("en", "80"), ("en", "40")] {
            let done = run(&path, &["-l", language, "--width", width]).ok();
            let widest = done.text().lines().max_by_key(|line| line.chars().count()).unwrap();
            assert!(widest.chars().count() <= width.parse().unwrap(), "{name} {language} {width}: {widest}");
        }
        let done = run(&path, &["--accessible", "-l", "en"]).ok();
        assert!(!done.text().contains(['┆', '═', '%']), "{}", done.text());
    }
}

#[test]
fn quarters_follow_each_other_and_tell_where_they_lead() {
    let path = examples().into_iter().find(|(name, _)| name == "lichtquelle-it").unwrap().1;
    let arguments = ["-l", "de", "--to", "recognition", "--start", "2026-04-01", "--pace", "8"];
    let text = run(&path, &[&arguments[..], &["-f", "markdown"]].concat()).ok();
    let text = text.text();
    assert!(text.contains("### 1. Quartal: 1. April 2026 bis 30. Juni 2026"), "{text}");
    assert!(text.contains("Nach diesen Schritten ist die Gesamtstufe „"), "{text}");
    let result = run(&path, &[&arguments[..], &["-f", "json"]].concat()).ok().json();
    let (mut spent, mut before) = (0.0, 0);
    for step in result["steps"].as_array().unwrap() {
        spent += step["effort"].as_f64().unwrap();
        let quarter = step["quarter"].as_u64().unwrap();
        assert_eq!(quarter as f64, (spent / 8.0_f64).ceil());
        assert!(quarter >= before);
        before = quarter;
        assert!(
            step["due"]
                .as_str()
                .unwrap()
                .ends_with(["-30", "-31"].as_slice()[usize::from(quarter % 4 == 3 || quarter % 4 == 0)])
        );
    }
}

#[test]
fn steps_are_grouped_by_who_has_to_act() {
    let path = examples().into_iter().find(|(name, _)| name == "kleeblatt").unwrap().1;
    let text = run(&path, &["-l", "de", "-f", "markdown"]).ok();
    for heading in ["### Leitung", "### Führungskräfte", "### Mitarbeitende im Tagesgeschäft"] {
        assert!(text.text().contains(heading), "{heading}: {}", text.text());
    }
    // A rubric that does not say who leaves it open.
    let place = example();
    assert!(plan(&place, &[]).ok().text().contains("Who: to be decided"));
    let text = plan(&place, &["--group", "none"]).ok();
    assert!(!text.text().contains("Who: to be decided"));
}

#[test]
fn tasks_are_boxes_to_tick_and_rows_that_trackers_import() {
    let path = examples().into_iter().find(|(name, _)| name == "kleeblatt").unwrap().1;
    let tasks = run(&path, &["--tasks", "-l", "en", "--start", "2026-05-01", "--pace", "9"]).ok();
    let json = run(&path, &["-f", "json", "-l", "en", "--start", "2026-05-01", "--pace", "9"]).ok().json();
    let steps = json["steps"].as_array().unwrap();
    let boxes = tasks.text().lines().filter(|line| line.starts_with("- [ ] **")).count();
    assert_eq!(boxes, steps.len());
    let small: usize = steps.iter().map(|step| step["steps"].as_array().unwrap().len()).sum();
    assert_eq!(tasks.text().lines().filter(|line| line.starts_with("  - [ ] ")).count(), small);
    let csv = run(&path, &["-f", "csv", "-l", "en", "--start", "2026-05-01", "--pace", "9"]).ok();
    let mut reader = csv::Reader::from_reader(csv.stdout.as_slice());
    let heads = reader.headers().unwrap().clone();
    let column = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), steps.len());
    for (row, step) in rows.iter().zip(steps) {
        for key in ["question", "from", "to", "principle", "level", "title"] {
            assert_eq!(&row[column(key)], step[key].as_str().unwrap(), "{key}");
        }
        assert_eq!(&row[column("due_date")], step["due"].as_str().unwrap());
        assert!(row[column("description")].contains("1. ") && &row[column("done")] == "false");
    }
    let place = example();
    assert!(plan(&place, &["-f", "csv", "--bom"]).ok().stdout.starts_with("\u{feff}rank,".as_bytes()));
}

#[test]
fn what_looks_like_a_formula_stays_text() {
    let place = example();
    let mut rubric = example_rubric();
    rubric["texts"]["en"]["questions"]["e"] =
        json!({"text": "=1+1?", "recommendation": {"title": "=cmd|'/C calc'!A0", "steps": ["@SUM(A1)"]}});
    place.sheet("r.json", &rubric);
    let done = plan(&place, &["-f", "csv"]).ok();
    assert!(done.text().contains("'=cmd|") && done.text().contains("'=1+1?"), "{}", done.text());
    let tasks = plan(&place, &["--tasks"]).ok();
    assert!(tasks.text().contains("=cmd\\|'/C calc'!A0"), "{}", tasks.text());
}

#[test]
fn the_level_is_never_told_without_whose_view_it_is() {
    let place = example();
    assert!(plan(&place, &[]).ok().text().replace('\n', " ").contains("seen by the organisation itself"));
    assert_eq!(plan(&place, &["-f", "json"]).ok().json()["basis"], "self_view");
}

#[test]
fn no_plan_tells_a_contested_level_alone_or_hides_that_questions_are_left_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/hof-sonnenfeld");
    for format in ["table", "markdown", "html"] {
        let done = run(&folder, &["-l", "en", "-f", format]).ok();
        let text = done.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains("People with disabilities see: Starting out"), "{format}: {text}");
        assert!(text.contains("questions are left out of the plan, to protect small groups."), "{format}: {text}");
    }
    let found = run(&folder, &["-f", "json"]).ok().json();
    assert_eq!((&found["contested"], &found["lived_experience"]), (&true.into(), &"none".into()));
    let one = run(&folder.with_file_name("lichtquelle-it.json"), &["-l", "en"]).ok();
    assert!(!one.text().contains("left out of the plan"), "{}", one.text());
}

#[test]
fn a_step_starts_from_what_was_said_and_not_from_an_answer_that_nobody_gave() {
    let place = Place::new();
    place.sheet("a.json", &quick(json!({"equ1a": "dk", "acc1a": "no"})));
    let plan = |language: &str| {
        place.coprod(["plan", "a.json", "-l", language, "-f", "markdown"]).run().ok().text().to_owned()
    };
    for (language, words) in [
        ("en", ["from “I don't know” to", "from “No” to", "from “unanswered” to"]),
        ("de", ["von „Weiß ich nicht“ auf", "von „Nein“ auf", "von „unbeantwortet“ auf"]),
    ] {
        let text = plan(language);
        for words in words {
            assert!(text.contains(words), "{words} is not in {text}");
        }
    }
}
