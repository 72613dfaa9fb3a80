//! Our own sheets: what the HTML form or the interview wrote.

use crate::support::{Place, quick, voice, with};
use serde_json::{Value, json};

fn one(place: &Place, more: &[&str]) -> Value {
    let done = place.coprod(["import", "a.json", "-o", "-"].iter().chain(more)).run().ok();
    super::sheet(&done)
}

#[test]
fn a_sheet_comes_out_as_report_reads_it() {
    let place = Place::new();
    let sheet = with(
        voice("hr"),
        "answers",
        json!({"equ1a": 2, "acc1a": {"choice": "fully", "note": " a\n", "evidence": ["x", "y"]}, "div1a": {"choice": "na", "reason": "r"}}),
    );
    place.sheet("a.json", &sheet);
    let read = one(&place, &[]);
    assert_eq!(read["answers"]["equ1a"], "largely");
    assert_eq!(read["answers"]["acc1a"], sheet["answers"]["acc1a"]);
    place.sheet("b.json", &read);
    let report = |name: &str| {
        let mut report = place.coprod(["report", name, "-f", "json"]).run().ok().json();
        report["warnings"][0]["file"] = json!("the sheet");
        report.to_string()
    };
    assert!(report("a.json") == report("b.json"));
}

#[test]
fn all_examples_are_imported_without_loss() {
    for (name, path) in crate::support::examples() {
        let place = Place::new();
        place.coprod(["import".as_ref(), path.as_os_str(), "-o".as_ref(), "out.json".as_ref()]).run().ok();
        let report = |path: &std::path::Path| {
            place.coprod(["report".as_ref(), path.as_os_str(), "-f".as_ref(), "json".as_ref()]).run().ok().json()
        };
        assert_eq!(report(&path), report(&place.path("out.json")), "{name}");
    }
}

#[test]
fn many_sheets_go_into_a_folder_or_a_file_of_lines_and_back() {
    let place = Place::new();
    place.sheet("in/hr.json", &voice("hr")).sheet("in/staff.json", &voice("staff"));
    place.coprod(["import", "in", "-o", "all.jsonl"]).run().ok().says("Written: all.jsonl", &["2 sheets"]);
    place.coprod(["import", "all.jsonl", "-o", "out"]).run().ok();
    let mut names: Vec<_> =
        std::fs::read_dir(place.path("out")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["all-staff.json", "all.json"]);
    let report = |name: &str| place.coprod(["report", name, "-f", "json", "-q"]).run().ok().json();
    assert_eq!(report("in")["overall"], report("out")["overall"]);
    place.coprod(["import", "in", "-o", "one.json"]).run().fails(2, &["2 sheets", ".jsonl"]);
    assert!(!place.path("one.json").exists());
}

#[test]
fn pseudonyms_are_kept_or_given_anew() {
    let place = Place::new();
    let person = |name: &str| with(with(voice("staff"), "respondent", json!(name)), "date", json!("2026-03-14"));
    place.sheet("a.json", &person("r-77")).sheet("b.json", &person("r-77"));
    assert_eq!(one(&place, &[])["respondent"], "r-77");
    assert_eq!(one(&place, &[])["date"], "2026-03", "one person's sheet keeps the month");
    place.coprod(["import", "a.json", "b.json", "-o", "x.jsonl"]).run().fails(3, &["`r-77` is in a.json too"]);
    place.coprod(["import", "a.json", "b.json", "-o", "x.jsonl", "--new-pseudonyms"]).run().ok();
    let text = place.read("x.jsonl");
    assert!(text.contains("\"r-001\"") && text.contains("\"r-002\"") && !text.contains("r-77"));
}

#[test]
fn options_may_not_contradict_a_sheet() {
    let place = Place::new();
    place.sheet("a.json", &voice("hr"));
    let run = |more: &[&str]| place.coprod(["import", "a.json", "--dry-run"].iter().chain(more)).run();
    run(&["--organisation", "Other"])
        .fails(3, &["/organisation/name", "`Example Ltd`", "`--organisation` says `Other`"]);
    run(&["-p", "staff"]).fails(3, &["/perspective", "`hr`"]);
    run(&["--date", "2025-01"]).fails(3, &["/date"]);
    run(&["-p", "hr", "--setting", "employer", "--date", "2026-03"]).ok().says("Nothing was written", &["1 sheet"]);
}

#[test]
fn a_damaged_sheet_is_refused_with_its_places() {
    let place = Place::new();
    place.sheet("a.json", &quick(json!({"equ1a": "fuly", "equ9z": "no"}))).write("b.json", "{\"format\": 1");
    let done = place.coprod(["import", "a.json", "b.json", "-o", "out"]).run();
    let done = done.fails(3, &["a.json: /answers/equ1a", "`fuly`"]).fails(3, &["b.json", "not JSON"]);
    done.fails(3, &["/answers/equ9z"]);
    assert!(!place.path("out").exists());
}
