//! Which sheets stand in one report.

use super::{company, folder, group, person, report};
use crate::support::{Place, quick, voice, with};
use coprod::formats::FORMATS;
use serde_json::{Value, json};

#[test]
fn the_order_of_the_files_changes_no_byte_of_any_format() {
    let place = folder(&company());
    let mut files: Vec<String> = company().into_iter().map(|(name, _)| format!("all/{name}")).collect();
    for format in FORMATS {
        let run = |files: &[String]| {
            let args = ["report", "-f", format.name()].map(str::to_owned).into_iter().chain(files.iter().cloned());
            place.coprod(args).run().ok().silent().stdout
        };
        let first = run(&files);
        files.reverse();
        assert!(first == run(&files), "{}", format.name());
        files.rotate_left(7);
        assert!(first == run(&files), "{}", format.name());
        assert!(first == report(&place, &["-f", format.name()]).ok().stdout, "{}: as a folder", format.name());
    }
}

#[test]
fn a_file_of_lines_says_the_same_as_a_folder() {
    let place = folder(&company());
    let lines: Vec<String> = company().into_iter().rev().map(|(_, sheet)| sheet.to_string()).collect();
    place.write("all.jsonl", lines.join("\n"));
    for format in ["json", "table"] {
        let lines = place.coprod(["report", "all.jsonl", "-f", format]).run().ok().silent().stdout;
        assert!(lines == report(&place, &["-f", format]).ok().stdout, "{format}");
        let read = place.coprod(["report", "-", "-f", format]).stdin(place.read("all.jsonl")).run().ok().stdout;
        assert!(read == lines, "{format}");
    }
}

#[test]
fn everybody_counts_once() {
    let place = Place::new();
    place
        .sheet("a.json", &person("hr", "r-1", |_| 1))
        .sheet("b.json", &person("staff", " r-1", |_| 2))
        .sheet("c.json", &person("staff", "r-2", |_| 2));
    place.coprod(["report", "a.json", "b.json", "c.json"]).run().fails(3, &["b.json", "`r-1`", "a.json", "once"]);
    place.coprod(["report", "c.json", "c.json"]).run().fails(3, &["c.json", "twice"]);
    place.coprod(["report", ".", "a.json"]).run().fails(3, &["a.json", "twice"]);
    let german = place.coprod(["report", "a.json", "b.json"]).env("COPROD_LANG", "de").run();
    assert_eq!(german.code, 3);
    german.says("Fehler: ", &["b.json", "`r-1`", "zählt einmal"]);
}

#[test]
fn a_folder_holds_one_organisation_and_one_questionnaire() {
    let mut sheets = company();
    sheets[3].1["organisation"]["name"] = json!("Another Ltd");
    sheets[9].1["rubric"]["id"] = json!("co-production");
    let done = report(&folder(&sheets), &[]);
    let done = done.fails(3, &["le3.json", "Another Ltd", "Example Ltd"]);
    done.says("error: ", &["st3.json", "co-production"]);
}

#[test]
fn a_perspective_that_the_rubric_does_not_know_is_named() {
    let mut sheets = company();
    sheets[3].1["perspective"] = json!("leadershp");
    report(&folder(&sheets), &[]).fails(3, &["le3.json", "/perspective", "leadershp", "Did you mean `leadership`?"]);
}

#[test]
fn several_joint_sheets_of_a_perspective_stand_side_by_side_and_a_copy_is_doubted() {
    let place = Place::new();
    let joint = |answer: &str, people: u64| {
        with(with(quick(json!({"equ1a": answer})), "perspective", json!("staff")), "people", json!(people))
    };
    place.sheet("a.json", &joint("no", 7)).sheet("b.json", &joint("fully", 9)).sheet("c.json", &joint("fully", 9));
    let result = place.coprod(["report", "a.json", "b.json", "-f", "json"]).run().ok().silent().json();
    assert_eq!(result["principles"][0]["cells"][0]["score"]["point"], 0.5, "each is one voice of its perspective");
    let done = place.coprod(["report", "b.json", "c.json"]).run().ok();
    done.says("warning: ", &["c.json", "b.json", "copy"]);
}

#[test]
fn the_organisation_as_a_whole_speaks_once() {
    let place = Place::new();
    place.sheet("a.json", &quick(json!({}))).sheet("b.json", &quick(json!({"equ1a": "no"})));
    place.sheet("c.json", &voice("hr"));
    place.coprod(["report", "a.json", "b.json"]).run().fails(3, &["b.json", "second", "whole organisation"]);
    place.coprod(["report", "b.json", "c.json"]).run().ok();
}

#[test]
fn sheets_of_two_versions_are_read_and_the_user_is_told() {
    let mut sheets = company();
    sheets[4].1["rubric"]["version"] = json!("1.3.0");
    let done = report(&folder(&sheets), &["-f", "json"]).ok();
    let done = done.says("warning: ", &["1.0.0, 1.3.0", "different versions"]);
    let result = done.json();
    assert_eq!(group(&result, "leadership")["n"], 6);
    sheets[4].1["rubric"]["version"] = json!("7.0.0");
    report(&folder(&sheets), &[]).fails(3, &["le4.json", "/rubric", "7.0.0"]);
}

#[test]
fn a_warning_on_a_persons_answer_names_neither_the_person_nor_the_answer() {
    let mut sheets = company();
    sheets[20].1["answers"]["equ1a"] = json!("na");
    sheets[20].1["answers"]["div2a"] = json!({"choice": "na"});
    sheets[21].1["answers"] = json!({});
    let place = folder(&sheets);
    for format in ["table", "json", "html", "markdown"] {
        let done = report(&place, &["-f", format]).ok();
        let done = done.says("warning: ", &["single persons", "recognised"]);
        let all = format!("{}{}", done.stderr, done.text());
        for secret in ["/answers", "hr2", "ma0", "counts.json", sheets[20].0.as_str(), sheets[21].0.as_str()] {
            assert!(!all.contains(secret), "{format} tells {secret}:\n{}", done.stderr);
        }
    }
    // The person alone may know.
    let file = format!("all/{}", sheets[20].0);
    place.coprod(["report", &file]).run().ok().says("warning: ", &["/answers/equ1a"]);
}

#[test]
fn an_error_repeats_no_answer_of_one_among_several() {
    let mut sheets = company();
    sheets[20].1["answers"]["equ1a"] = json!("fullly");
    sheets[21].1["answers"]["equ1a"] = json!(17);
    let place = folder(&sheets);
    let done = report(&place, &[]);
    assert!(!done.stderr.contains("fully`") && !done.stderr.contains("fullly"), "{}", done.stderr);
    assert!(!done.stderr.contains("17"), "{}", done.stderr);
    let done = done.fails(3, &[&sheets[20].0, "/answers/equ1a", "not repeated"]);
    done.says("error: ", &[&sheets[21].0, "/answers/equ1a", "0, 1, 2, 3"]);
    let alone = place.coprod(["report", &format!("all/{}", sheets[20].0)]).run();
    alone.fails(3, &["`fullly`", "Did you mean `fully`?"]);
}

#[test]
fn one_sheet_alone_is_told_as_it_is() {
    let place = Place::new();
    place.sheet("a.json", &person("hr", "r-1", |at| at % 4));
    let result = place.coprod(["report", "a.json", "-f", "json"]).run().ok().silent().json();
    assert_eq!(result["principles"][0]["score"]["point"], 1.0 / 3.0, "exactly");
    assert_eq!(result["principles"][0]["cells"][0]["counts"]["answered"], 1);
    assert_eq!(
        (&result["gaps"], &result["stability"], &result["contested"]),
        (&json!([]), &json!(null), &json!(false))
    );
    assert_eq!((&result["disclosure"], &result["basis"]), (&json!([]), &json!("self_view")));
    assert!(!place.report("a.json").text().contains("Perspectives\n---"));
}

#[test]
fn sheets_without_a_known_answer_are_nobodys_view() {
    let place = Place::new();
    let joint = |perspective: &str, answers: serde_json::Value| {
        with(with(quick(answers), "perspective", json!(perspective)), "people", json!(6))
    };
    place.sheet("hr.json", &joint("hr", json!({"equ1a": "fully"})));
    for answers in [json!({}), json!({"equ1a": "dk", "acc1a": "dk"})] {
        place.sheet("ds.json", &joint("disabled-staff", answers));
        let run = |format: &str| place.coprod(["report", "-l", "en", "hr.json", "ds.json", "-f", format]).run().ok();
        assert_eq!(run("json").json()["basis"], "self_view");
        let text = run("markdown").text().to_owned();
        assert!(text.contains("seen by the organisation itself"));
        assert!(text.contains("No answer is known from the perspective of people with disabilities."));
        assert!(!text.contains("Answers were given from the perspective of people with disabilities."));
        assert!(!text.contains("too small"), "nobody is hidden here");
    }
    place.sheet("ds.json", &joint("disabled-staff", json!({"equ1a": "no"})));
    let known = place.coprod(["report", "hr.json", "ds.json", "-f", "json"]).run().ok().json();
    assert_eq!(known["basis"], "lived_experience");
}

#[test]
fn a_lower_level_in_one_principle_is_said_also_where_the_overall_level_is_the_same() {
    let place = Place::new();
    let all = crate::support::rubric("co-production-quick");
    let ids =
        || all["questions"].as_array().unwrap().iter().map(|question| question["id"].as_str().unwrap().to_owned());
    let joint = |perspective: &str, answer: &dyn Fn(&str) -> &'static str| {
        let answers: serde_json::Map<_, _> = ids().map(|id| (id.clone(), json!(answer(&id)))).collect();
        with(with(quick(serde_json::Value::Object(answers)), "perspective", json!(perspective)), "people", json!(6))
    };
    // Access holds both back; Equality is seen differently.
    place.sheet("hr.json", &joint("hr", &|id| if id.starts_with("acc") { "no" } else { "fully" }));
    place.sheet(
        "ds.json",
        &joint("disabled-staff", &|id| match &id[..3] {
            "div" => "fully",
            "acc" => "no",
            _ => "largely",
        }),
    );
    let text =
        place.coprod(["report", "-l", "en", "hr.json", "ds.json", "-f", "markdown"]).run().ok().text().to_owned();
    let said = "People with disabilities see no lower overall level than all together";
    let line = text.lines().find(|line| line.contains(said)).unwrap_or_else(|| panic!("{text}"));
    assert!(line.contains("a lower one here: ") && !line.contains("Diversity") && !line.contains("Access"), "{line}");
}

#[test]
fn in_json_lines_what_does_not_belong_is_told_with_its_line() {
    let place = Place::new();
    let mut other = person("hr", "h-1", |_| 1);
    other["organisation"]["name"] = json!("Another Ltd");
    let sheets = [person("staff", "s-1", |_| 1), person("staff", "s-1", |_| 2), other];
    let lines: Vec<String> = sheets.iter().map(Value::to_string).collect();
    place.write("all.jsonl", lines.join("\n\n"));
    let done = place.coprod(["report", "all.jsonl"]).run().fails(3, &["all.jsonl (line 3", "`s-1`", "all.jsonl:1"]);
    done.fails(3, &["all.jsonl (line 5", "Another Ltd"]);
}
