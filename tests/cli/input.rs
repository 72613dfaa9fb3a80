//! Where input comes from: files too large, folders, patterns, standard input; and texts that try to do harm.

use crate::support::{Place, harmful, quick, voice, with};
use coprod::formats::FORMATS;
use serde_json::{Value, json};

const TEN_MEGABYTES: usize = 10 * 1024 * 1024;

/// A sheet with a note of so many bytes.
fn noted(bytes: usize) -> Value {
    quick(json!({"equ1a": {"choice": "no", "note": "We asked. ".repeat(bytes / 10)}}))
}

#[test]
fn a_note_of_ten_megabytes_is_accepted_and_not_printed_in_the_table() {
    let place = Place::new();
    place.sheet("a.json", &noted(TEN_MEGABYTES));
    for format in ["table", "json"] {
        let done = place.coprod(["report", "a.json", "-f", format]).run().ok().silent();
        assert!(done.stdout.len() < 100_000, "{format}: {} bytes", done.stdout.len());
    }
}

#[test]
fn a_long_note_is_printed_whole_in_the_pdf() {
    let place = Place::new();
    place.sheet("a.json", &noted(100_000)).sheet("b.json", &noted(10));
    let bytes = |file: &str| place.coprod(["report", file, "-f", "pdf"]).run().ok().silent().stdout.len();
    assert!(bytes("a.json") > bytes("b.json") + 10_000);
}

#[test]
fn what_would_fill_thousands_of_pages_is_shortened_and_the_report_says_so() {
    let place = Place::new();
    place.sheet("a.json", &noted(TEN_MEGABYTES));
    let done = place.coprod(["report", "a.json", "-f", "markdown"]).run().ok().silent();
    assert!(done.stdout.len() < 200_000 && done.text().contains("more characters"), "{}", done.stdout.len());
    assert!(place.coprod(["report", "a.json", "-f", "pdf"]).run().ok().stdout.len() < 1_000_000);
    let long = json!({"choice": "no", "note": "We asked. ".repeat(40_000)});
    let all: serde_json::Map<String, Value> = crate::support::rubric("co-production-quick")["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|question| (question["id"].as_str().unwrap().to_owned(), long.clone()))
        .collect();
    place.sheet("b.json", &quick(all.into()));
    let done = place.coprod(["report", "b.json", "-f", "markdown"]).run().ok().silent();
    assert!(done.stdout.len() < 1_200_000, "{}", done.stdout.len());
}

#[test]
fn a_file_of_one_gigabyte_is_refused_before_it_is_read() {
    let place = Place::new();
    let file = std::fs::File::create(place.path("a.json")).unwrap();
    file.set_len(1024 * 1024 * 1024).unwrap();
    let begin = std::time::Instant::now();
    place.report("a.json").fails(3, &["a.json", "32 MiB"]);
    // No measurement: reading it would take longer on any disk.
    assert!(begin.elapsed().as_secs() < 20);
}

#[test]
fn standard_input_has_the_same_limit() {
    let run = |bytes: usize| Place::new().coprod(["report", "-"]).stdin(vec![b' '; bytes]).run();
    run(33 * 1024 * 1024).fails(3, &["32 MiB"]);
    run(1024).fails(3, &["empty"]);
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let place = Place::new();
    place.report("nowhere.json").fails(4, &["`nowhere.json`", "does not exist"]);
    place.report("no/where.json").fails(4, &["where.json", "does not exist"]);
    place.write("a.json", "{}");
    place.report("a.json/b.json").fails(4, &["b.json"]);
}

#[test]
fn a_folder_stands_for_its_sheets() {
    let place = Place::new();
    std::fs::create_dir(place.path("empty")).unwrap();
    place.report("empty").fails(3, &["empty", "no answer sheet"]);
    place.write("other/readme.txt", "not a sheet").write("other/a.json.bak", "neither");
    place.report("other").fails(3, &["other", "no answer sheet"]);

    place
        .sheet("sheets/a.json", &voice("hr"))
        .sheet("sheets/b.JSON", &voice("staff"))
        .write("sheets/c.txt", "no sheet");
    let written = place.coprod(["report", "sheets", "-f", "json"]).run().ok().silent().json();
    assert_eq!(written["sheets"], 2);
    assert_eq!(written["perspectives_answered"], json!(["hr", "staff"]));
    place.write("sheets/d.json", "hello");
    place.report("sheets").fails(3, &["d.json (line 1, column 1)", "not JSON"]);
}

#[test]
fn a_pattern_is_expanded_by_the_program_where_the_shell_does_not() {
    let place = Place::new();
    place
        .sheet("in/a-1.json", &voice("hr"))
        .sheet("in/a-2.json", &voice("staff"))
        .sheet("in/b.json", &voice("management"));
    let sheets = |pattern: &str| place.coprod(["report", pattern, "-f", "json"]).run().ok().json()["sheets"].clone();
    assert_eq!(sheets("in/*.json"), 3);
    assert_eq!(sheets("in/a*.json"), 2);
    assert_eq!(sheets("in/*-*2*"), 1);
    place.report("in/c*.json").fails(4, &["c*.json", "does not exist"]);
    place.report("nowhere/*.json").fails(4, &["nowhere"]);
}

#[test]
fn standard_input_is_a_sheet_or_one_a_line() {
    let place = Place::new();
    let run = |text: String| place.coprod(["report", "-", "-f", "json"]).stdin(text).run();
    let pretty = serde_json::to_string_pretty(&voice("hr")).unwrap();
    assert_eq!(run(pretty).ok().silent().json()["sheets"], 1);
    assert_eq!(run(voice("hr").to_string()).ok().json()["sheets"], 1);
    let lines = format!("{}\r\n\n{}\n", voice("hr"), voice("staff"));
    assert_eq!(run(lines.clone()).ok().silent().json()["sheets"], 2);
    assert_eq!(run(format!("\u{feff}{lines}")).ok().silent().json()["sheets"], 2);
    run("hello".into()).fails(3, &["-", "line 1, column 1", "not JSON"]);
    run(String::new()).fails(3, &["empty"]);
}

#[test]
fn json_lines_name_the_line_of_a_problem() {
    let place = Place::new();
    let text =
        format!("{}\n\n{}\n{{\"format\": 7}}\nhello\n", voice("hr"), with(voice("staff"), "date", json!("soon")));
    place.write("a.jsonl", text);
    let done = place.report("a.jsonl").fails(3, &["a.jsonl: /date (line 3, ", "no date"]);
    done.fails(3, &["a.jsonl: /format (line 4, column 12)"]).fails(3, &["a.jsonl (line 5, column 1)", "not JSON"]);
    place.write("c.jsonl", [format!("{}\n\n", voice("hr")).as_bytes(), b"{\"a\": \"\xfc\"}\n"].concat());
    place.report("c.jsonl").fails(3, &["c.jsonl (line 3, column 8)", "0xFC"]);
    place.write("b.jsonl", "\n\n");
    place.report("b.jsonl").fails(3, &["b.jsonl", "empty"]);
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.sheet("a.json", &quick(json!({})));
    std::fs::set_permissions(place.path("a.json"), std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(place.path("a.json")).is_ok() {
        use std::io::Write;
        writeln!(std::io::stderr(), "skipped: this user (root) may read every file").unwrap();
        return;
    }
    place.report("a.json").fails(4, &["`a.json`", "no permission"]);
}

/// Escapes of the terminal (also as a single C1 character), a bell, a carriage return that overwrites, characters
/// that reorder or hide text.
const HARM: &str =
    "A\u{1b}[2J\u{9b}31m\u{7}\r\u{202e}B\u{2066}\u{200b}\u{61c}\u{2028}\u{feff}\u{7f}\u{0}\u{9d}0;x\u{9c}Z";

#[test]
fn control_characters_in_texts_reach_no_terminal() {
    let sheet = json!({
        "format": "coprod/answers/1",
        "rubric": {"id": "co-production", "version": "1.0.0"},
        "organisation": {"name": HARM, "sector": HARM, "country": HARM, "size": HARM, "scope": HARM, "period": HARM},
        "date": "2026-03-14",
        "process": {"chose_questions": HARM, "answered": HARM, "interpreted": HARM, "decides": HARM},
        HARM: "an unknown key",
        "answers": {
            "equ1a": {"choice": "no", "note": HARM, "evidence": [HARM, HARM]},
            "equ1b": {"choice": "na", "reason": HARM, HARM: 1},
        },
    });
    let place = Place::new();
    place.sheet("a.json", &sheet);
    for format in FORMATS {
        for width in ["40", "80"] {
            // Messages are looked through wherever the program is run.
            let done = place.coprod(["report", "a.json", "-f", format.name(), "--width", width]).run().ok();
            let done = done.says("warning: ", &["[U+001B]", "[U+202E]"]);
            if !format.is_binary() {
                assert_eq!(harmful(done.text()), None, "{}", format.name());
            }
        }
    }
    let table = place.report("a.json").ok();
    assert!(table.text().contains("[U+001B]") && table.text().contains("[U+009B]"));
    let written = place.coprod(["report", "a.json", "-f", "json"]).run().ok().json();
    assert_eq!(written["organisation"]["name"], HARM, "JSON keeps the text, in escapes");
}

#[test]
fn control_characters_in_messages_reach_no_terminal() {
    let place = Place::new();
    place.sheet("a.json", &quick(json!({HARM: "no"}))).report("a.json").fails(3, &["[U+001B]"]);
    place.sheet("a.json", &quick(json!({"equ1a": HARM}))).report("a.json").fails(3, &["[U+001B]"]);
    for key in ["format", "date", "perspective", "rubric"] {
        let value = if key == "rubric" { json!({"id": HARM, "version": HARM}) } else { json!(HARM) };
        place.sheet("a.json", &with(quick(json!({})), key, value)).report("a.json").fails(3, &["[U+001B]"]);
    }
    place.sheet("a.json", &quick(json!({})));
    place.sheet("b.json", &with(quick(json!({})), "organisation", json!({"name": HARM})));
    place.coprod(["report", "a.json", "b.json"]).run().fails(3, &["[U+001B]"]);
    let harm = HARM.replace('\0', "");
    place.coprod(["report", "a.json", "-f", &harm]).run().fails(2, &["[U+001B]"]);
    place.coprod(["report", "a.json", "-r", &harm]).run();
    place.coprod(["report", "a.json", "-l", &harm]).run().ok().says("warning: ", &["[U+001B]"]);
    place.coprod(["report", "a.json", "-o", &format!("x.{harm}")]).run().fails(2, &["[U+001B]"]);
    place.coprod(["report", "a.json", "--title", &harm]).run().ok();
}

#[cfg(unix)]
#[test]
fn control_characters_in_file_names_reach_no_terminal() {
    let place = Place::new();
    let name = "a\u{1b}[31m\u{9b}\u{202e}.json";
    place.report(name).fails(4, &["[U+001B]"]);
    place.write(name, "{}").report(name).fails(3, &["[U+001B]"]);
    place.sheet("b.json", &quick(json!({})));
    place.coprod(["report", "b.json", "-o", name]).run().ok().says("Written: ", &["[U+001B]", "[U+009B]", "[U+202E]"]);
}
