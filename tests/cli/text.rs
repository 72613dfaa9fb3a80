//! Bad input: texts that are no answer sheet, or no good one.

use crate::support::{Place, quick, with};
use serde_json::json;

/// A sheet as text, so that its places are known.
const HEAD: &str = r#"{
  "format": "coprod/answers/1",
  "rubric": {"id": "co-production-quick", "version": "1.0.0"},
  "organisation": {"name": "Example Ltd"},
  "date": "2026-03-14",
"#;

/// Reports a text and expects exit code 3 and an error with all of these words.
fn refused(text: impl AsRef<[u8]>, words: &[&str]) {
    Place::new().write("a.json", text).report("a.json").fails(3, words);
}

/// Reports a sheet with these answers and expects an error with all of these words.
fn answers_refused(answers: &str, words: &[&str]) {
    refused(format!("{HEAD}  \"answers\": {answers}\n}}\n"), words);
}

#[test]
fn what_is_not_json_is_refused_with_its_place() {
    refused("hello", &["a.json (line 1, column 1)", "not JSON"]);
    refused(HEAD, &["line 6", "not JSON"]);
    for text in [
        format!("{HEAD}  \"answers\": {{}},\n}}"),
        format!("{HEAD}  // a comment\n  \"answers\": {{}}\n}}"),
        format!("{HEAD}  'answers': {{}}\n}}"),
        format!("{HEAD}  answers: {{}}\n}}"),
        format!("{HEAD}  \"answers\": {{\"equ1a\": NaN}}\n}}"),
        format!("{HEAD}  \"answers\": {{\"equ1a\": 01}}\n}}"),
        format!("{HEAD}  \"answers\": {{\"equ1a\": .5}}\n}}"),
        format!("{HEAD}  \"answers\": {{\"equ1a\": 0x1}}\n}}"),
        format!("{HEAD}  \"language\": \"a\tb\", \"answers\": {{}}\n}}"),
        format!("{HEAD}  \"language\": \"\\x41\", \"answers\": {{}}\n}}"),
        format!("{HEAD}  \"answers\": {{}}\n}} and more"),
    ] {
        refused(&text, &["a.json (line ", "not JSON"]);
    }
}

#[test]
fn an_empty_file_is_named_as_such() {
    refused("", &["a.json", "empty"]);
    refused(" \r\n\t\n", &["a.json", "empty"]);
    refused(b"\xEF\xBB\xBF", &["a.json", "empty"]);
}

#[test]
fn json_of_another_kind_is_refused() {
    for text in ["[1, 2]", "\"text\"", "7", "true", "null", "[]"] {
        refused(text, &["a.json (line 1, column 1)", "object"]);
    }
    refused("{}", &["`format` is missing", "`coprod/answers/1`"]);
    refused(r#"{"name": "coprod", "dependencies": {}}"#, &["`format` is missing", "`coprod/answers/1`"]);
}

#[test]
fn another_format_number_is_refused_and_the_known_one_named() {
    for format in ["coprod/answers/2", "coprod/answers", "coprod/result/1", "Coprod/Answers/1"] {
        let text = format!(r#"{{"format": "{format}"}}"#);
        refused(&text, &["/format", "line 1, column 12", &format!("`{format}`"), "reads `coprod/answers/1`"]);
    }
    refused(r#"{"format": 1}"#, &["/format", "text"]);
}

#[test]
fn an_unknown_question_is_refused_and_the_likely_one_named() {
    answers_refused(r#"{"equ1x": "no"}"#, &["/answers/equ1x", "line 6", "unknown question", "Did you mean `equ1a`?"]);
    answers_refused(r#"{"EQU1A": "no"}"#, &["/answers/EQU1A", "Did you mean `equ1a`?"]);
    answers_refused(r#"{"x": "no"}"#, &["/answers/x", "Known: equ1a,"]);
    // Only the full questionnaire has it.
    answers_refused(r#"{"equ1b": "no"}"#, &["/answers/equ1b", "unknown question"]);
}

#[test]
fn an_unknown_option_is_refused_and_the_likely_one_named() {
    let line = &["/answers/equ1a", "line 6", "Did you mean `largely`?"];
    answers_refused(r#"{"equ1a": "larglely"}"#, line);
    answers_refused(r#"{"equ1a": {"choice": "Largely"}}"#, &["/answers/equ1a/choice", "Did you mean `largely`?"]);
    answers_refused(r#"{"equ1a": "x"}"#, &["Known: no, partly, largely, fully, na, dk."]);
    answers_refused(r#"{"equ1a": ""}"#, &["/answers/equ1a", "unknown answer"]);
    for other in ["null", "true", "[]", "[\"no\"]"] {
        answers_refused(&format!(r#"{{"equ1a": {other}}}"#), &["/answers/equ1a"]);
    }
}

#[test]
fn a_number_that_is_no_options_points_is_refused() {
    for number in ["4", "-1", "1.5", "1e30", "1e999999999", "99999999999999999999999999999999999999999999"] {
        let known = &["/answers/equ1a", number, "0, 1, 2, 3"];
        answers_refused(&format!(r#"{{"equ1a": {number}}}"#), known);
    }
    let place = Place::new();
    for (name, two) in [("a.json", json!(2)), ("b.json", json!(2.0)), ("c.json", json!({"choice": 2}))] {
        place.sheet(name, &quick(json!({"equ1a": two})));
        let written = place.coprod(["report", name, "-f", "json"]).run().ok().json();
        assert_eq!(written["principles"][0]["cells"][0]["score"]["point"].as_f64(), Some(2.0 / 3.0), "{name}");
    }
}

#[test]
fn a_duplicate_key_is_refused_wherever_it_is() {
    answers_refused("{\n    \"equ1a\": \"no\",\n    \"equ1a\": \"no\"\n  }", &["/answers/equ1a", "line 8", "twice"]);
    answers_refused(r#"{"equ1a": {"choice": "no", "choice": "no"}}"#, &["/answers/equ1a/choice", "twice"]);
    refused(HEAD.replace("{\"name\"", "{\"name\": \"A\", \"name\"") + "\"answers\": {}}", &["/organisation/name"]);
    refused(HEAD.replace("\"date\"", "\"date\": \"2026-03-13\", \"date\"") + "\"answers\": {}}", &["/date", "twice"]);
}

#[test]
fn a_date_that_does_not_exist_is_refused() {
    for date in [
        "2026-02-29",
        "2026-02-30",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "14.03.2026",
        "2026-3-1",
        "",
        "20260314",
        "2026-03-14T10:00",
        "2026",
        "٢٠٢٦-03-14",
    ] {
        let sheet = with(quick(json!({})), "date", json!(date));
        Place::new().sheet("a.json", &sheet).report("a.json").fails(3, &["/date", "no date", "2026-03-14"]);
    }
    for date in ["2024-02-29", "2026-03"] {
        Place::new().sheet("a.json", &with(quick(json!({})), "date", json!(date))).report("a.json").ok();
    }
}

#[test]
fn a_sheet_without_answers_is_refused_and_one_with_none_is_not() {
    refused(HEAD.trim_end().trim_end_matches(',').to_owned() + "}", &["`answers` is missing"]);
    for other in ["null", "[]", "\"none\"", "0"] {
        answers_refused(other, &["/answers", "object"]);
    }
    let place = Place::new();
    place.sheet("a.json", &quick(json!({})));
    let done = place.coprod(["report", "a.json", "-f", "json"]).run().ok();
    let done = done.says("warning: ", &["a.json: /answers", "no answers", "unanswered"]);
    let cells = &done.json()["principles"][0]["cells"];
    assert_eq!(
        cells[0]["counts"],
        json!({"questions": 1, "applicable": 1, "answered": 0, "dont_know": 0, "unanswered": 1})
    );
    assert_eq!(done.json()["warnings"][0]["code"], "all-unanswered");
}

#[test]
fn every_required_key_is_missed_at_once() {
    let done = Place::new().write("a.json", r#"{"format": "coprod/answers/1"}"#).report("a.json");
    let done = done.fails(3, &[]);
    for key in ["rubric", "organisation", "date", "answers"] {
        assert!(done.stderr.contains(&format!("`{key}` is missing")), "{key}: {}", done.stderr);
    }
}

#[test]
fn all_problems_of_a_file_are_listed_with_line_and_column() {
    let text = r#"{
  "format": "coprod/answers/1",
  "rubric": {"id": "co-production-quick", "version": "1"},
  "organisation": {"nam": "Example Ltd"},
  "date": "2026-02-30",
  "people": 0,
  "answers": {
    "equ1a": "larglely",
    "äöü": "no",   "equ2a": 9,
    "equ1a": "no"
  }
}"#;
    let done = Place::new().write("a.json", text).report("a.json").fails(3, &[]);
    let expected = "\
error: a.json: /rubric/version (line 3, column 54): `1` is no version. Write it as 1.0.0.
error: a.json: /organisation/nam (line 4, column 20): unknown key `nam`. Did you mean `name`?
error: a.json: /organisation (line 4, column 19): the key `name` is missing. Add it.
error: a.json: /date (line 5, column 11): `2026-02-30` is no date. Write it as 2026-03-14.
error: a.json: /people (line 6, column 13): expected here: a whole number without sign. Correct it.
error: a.json: /answers/equ1a (line 10, column 5): the key `equ1a` appears twice. Keep one of them.
error: a.json: /answers/equ1a (line 8, column 14): unknown answer `larglely`. Did you mean `largely`?
error: a.json: /answers/äöü (line 9, column 12): unknown question `äöü`. Known: equ1a, equ2a, equ3a, div1a, \
div2a, div3a, acc1a, acc2a, acc3a, rec1a, rec2a, rec3a.
error: a.json: /answers/equ2a (line 9, column 29): no option has 9 points. The options have: 0, 1, 2, 3.
";
    assert_eq!(done.stderr, expected);

    // Answers can only be judged against a questionnaire, and one is named.
    let done = Place::new().write("a.json", text.replace("co-production-quick", "nobody-knows")).report("a.json");
    assert!(!done.fails(3, &[]).stderr.contains("larglely"));
    let text = text.replace("\"version\": \"1\"", "\"version\": \"1.0.0\"");
    let done = Place::new().write("a.json", text).report("a.json").fails(3, &[]);
    for line in [
        "/answers/equ1a (line 8, column 14): unknown answer `larglely`. Did you mean `largely`?",
        "/answers/äöü (line 9, column 12): unknown question `äöü`.",
        "/answers/equ2a (line 9, column 29): no option has 9 points. The options have: 0, 1, 2, 3.",
        "/answers/equ1a (line 10, column 5): the key `equ1a` appears twice.",
    ] {
        assert!(done.stderr.contains(line), "{line} is not in:\n{}", done.stderr);
    }
}

#[test]
fn problems_of_several_files_are_listed_together() {
    let place = Place::new();
    place.write("a.json", "hello").sheet("b.json", &quick(json!({"equ1a": "maybe"})));
    let done = place.coprod(["report", "a.json", "b.json"]).run();
    done.fails(3, &["a.json", "not JSON"]).fails(3, &["b.json: /answers/equ1a", "unknown answer"]);
}

#[test]
fn an_unknown_key_is_refused_where_a_known_one_was_meant_and_ignored_otherwise() {
    let place = Place::new();
    place.sheet("a.json", &with(quick(json!({})), "respondant", json!("r-1")));
    place.report("a.json").fails(3, &["/respondant", "Did you mean `respondent`?"]);
    place.sheet("a.json", &with(quick(json!({})), "xyz", json!(1)));
    place.report("a.json").ok().says("warning: ", &["/xyz", "ignored"]);
    place.sheet("a.json", &with(quick(json!({"comment": "x", "equ1a": "no"})), "comment", json!(["fine"])));
    place.report("a.json").ok().silent();
}

#[test]
fn a_rubric_that_does_not_match_is_refused() {
    let place = Place::new();
    place.sheet("a.json", &quick(json!({})));
    let both = &["a.json: /rubric", "`co-production-quick`", "`co-production`"];
    place.coprod(["report", "a.json", "--rubric", "co-production"]).run().fails(3, both);

    let unknown = |id: &str| with(quick(json!({})), "rubric", json!({"id": id, "version": "1.0.0"}));
    place.sheet("b.json", &unknown("co-produktion"));
    place.report("b.json").fails(3, &["/rubric", "Did you mean `co-production`?", "--rubric PATH"]);
    place.sheet("c.json", &unknown("Nur ein Titel"));
    place.report("c.json").fails(3, &["/rubric/id", "no id"]);

    place.sheet("d.json", &with(quick(json!({})), "rubric", json!({"id": "co-production-quick", "version": "2.0.0"})));
    place.report("d.json").fails(3, &["/rubric", "2.0.0", "1.0.0"]);
    place.sheet("e.json", &with(quick(json!({})), "rubric", json!({"id": "co-production-quick", "version": "1.9.0"})));
    place.report("e.json").ok().says("warning: ", &["/rubric", "1.9.0"]);
    place.sheet(
        "f.json",
        &with(quick(json!({"equ1a": "no"})), "rubric", json!({"id": "co-production-quick", "version": "1.0.9"})),
    );
    place.report("f.json").ok().silent();
}

#[test]
fn a_rubric_of_the_command_line_that_is_not_there_is_named() {
    let place = Place::new();
    place.sheet("a.json", &quick(json!({})));
    let run = |rubric: &str| place.coprod(["report", "a.json", "-r", rubric]).run();
    run("co-produktion").fails(2, &["co-produktion", "Did you mean `co-production`?"]);
    run("./nowhere").fails(4, &["nowhere", "does not exist"]);
    run("a.json").fails(3, &["/format", "`coprod/answers/1`", "`coprod/rubric/1`"]);
}

#[test]
fn an_unknown_perspective_or_setting_is_refused() {
    let place = Place::new();
    place.sheet("a.json", &with(quick(json!({})), "perspective", json!("staf")));
    place.report("a.json").fails(3, &["/perspective", "Did you mean `staff`?"]);
    place.sheet("a.json", &with(quick(json!({})), "organisation", json!({"name": "E", "setting": "employr"})));
    place.report("a.json").fails(3, &["/organisation/setting", "Did you mean `employer`?"]);
    place.sheet("a.json", &with(quick(json!({})), "organisation", json!({"name": " "})));
    place.report("a.json").fails(3, &["/organisation/name", "empty"]);
}

#[test]
fn not_applicable_without_a_reason_is_a_warning() {
    let sheet = |answer| {
        let sheet = quick(json!({"equ1d": answer}));
        with(sheet, "rubric", json!({"id": "co-production", "version": "1.0.0"}))
    };
    let place = Place::new();
    place.sheet("a.json", &sheet(json!("na"))).sheet("b.json", &sheet(json!({"choice": "na", "reason": "Because."})));
    place.report("a.json").ok().says("warning: ", &["/answers/equ1d", "reason"]);
    place.report("b.json").ok().silent();
    place.sheet("c.json", &quick(json!({"equ1a": {"choice": "na", "reason": "Because."}})));
    place.report("c.json").ok().says("warning: ", &["/answers/equ1a", "unanswered"]);
}

#[test]
fn utf_16_is_named_and_a_byte_order_mark_of_utf_8_accepted() {
    let text = quick(json!({"equ1a": "no"})).to_string();
    let units: Vec<u16> = text.encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    for bytes in [[&b"\xFF\xFE"[..], &little].concat(), [&b"\xFE\xFF"[..], &big].concat(), little, big] {
        refused(bytes, &["UTF-16", "UTF-8"]);
    }
    let marked = [&b"\xEF\xBB\xBF"[..], text.as_bytes()].concat();
    Place::new().write("a.json", &marked).report("a.json").ok().silent();
    Place::new().write("a.jsonl", &marked).report("a.jsonl").ok().silent();
    Place::new().coprod(["report", "-"]).stdin(marked).run().ok().silent();
}

#[test]
fn a_byte_that_is_not_utf_8_is_named_with_its_place() {
    refused(
        HEAD.replace("Ltd", "M\u{fc}ller").chars().map(|c| c as u8).collect::<Vec<u8>>(),
        &["line 4, column 38", "0xFC"],
    );
}

#[test]
fn a_text_that_is_nested_without_end_is_refused() {
    for deep in ["[".repeat(300_000), "{\"a\":".repeat(300_000)] {
        refused(&deep, &["not JSON"]);
        answers_refused(&deep, &["not JSON"]);
    }
    let closed = "[".repeat(100_000) + &"]".repeat(100_000);
    answers_refused(&closed, &["not JSON"]);
}
