//! What cannot be imported is refused, with the place, the reason and what to do; nothing is written.

use super::import;
use crate::support::Place;

#[test]
fn what_the_file_does_not_say_is_asked_for_by_the_options_name() {
    let place = Place::new();
    place.write("a.csv", "equ1a,_id\nno,1\n");
    let run = |more: &[&str]| place.coprod(["import", "a.csv", "-o", "out"].iter().chain(more)).run();
    run(&[]).fails(3, &["a.csv: ", "questionnaire", "`--rubric ID|PATH`"]);
    run(&["-r", "co-production"])
        .fails(3, &["a.csv: ", "organisation", "`--organisation NAME`"])
        .fails(3, &["a.csv: ", "`--date YYYY-MM`"]);
    run(&["-r", "co-production", "--organisation", "X", "--date", "2026-13"]).fails(2, &["--date", "2026-13"]);
    assert!(!place.path("out").exists());
    let done = place.coprod(["import", "a.csv"]).run();
    assert!(done.code == 2 && done.stderr.contains("--output"), "{}", done.stderr);
}

#[test]
fn every_problem_is_named_with_row_and_column_and_all_at_once() {
    let done = import("equ1a,equ1b\nfuly,no\nno,6\nno,largely,x\n\nyes it is,no\n", &[]);
    done.fails(3, &["a.csv: row 2, column A (equ1a)", "`fuly`", "Did you mean `fully`?"])
        .fails(3, &["row 3, column B (equ1b)", "no option has 6 points", "0, 1, 2, 3"])
        .fails(3, &["row 4", "3 cells", "2 headings"])
        .fails(3, &["row 6, column A (equ1a)", "`yes it is`"]);
}

#[test]
fn rows_are_counted_as_a_spreadsheet_counts_them() {
    let text = "id,answer,note\nequ1a,no,\"two\nlines\"\n\n\nequ1b,wrong,\n";
    import(text, &[]).fails(3, &["row 5, column B (answer)"]);
    import(text.replace('\n', "\r\n"), &[]).fails(3, &["row 5, column B (answer)"]);
}

#[test]
fn many_problems_of_a_kind_are_counted() {
    let mut text = "equ1a\n".to_owned();
    text.push_str(&"wrong\n".repeat(1000));
    let done = import(text, &[]);
    assert!(done.stderr.lines().count() < 40, "{}", done.stderr);
    done.fails(3, &["and 980 more"]);
}

#[test]
fn rows_about_the_same_question_may_not_disagree() {
    import("id,answer\nequ1a,no\nequ1b,no\nequ1a,fully\n", &[]).fails(3, &["row 4, column A (id)", "`equ1a`", "row 2"]);
    import("id,answer\nequ1a,no\nequ1a,no\n", &[]).ok().says("warning: ", &["row 3", "row 2", "same answer"]);
    import("id,answer\nequ1a,no\nequ1a,\n", &[]).ok();
    import("id,answer,perspective\nequ1a,no,hr\nequ1b,no,staff\n", &[])
        .fails(3, &["row 3, column C (perspective)", "`staff`", "`hr`", "row 2"]);
}

#[test]
fn columns_that_cannot_be_told_apart_are_refused() {
    import("equ1a,g/equ1a\nno,fully\n", &[]).fails(3, &["row 1, column B (g/equ1a)", "means the same", "A (equ1a)"]);
    import("equ1a,euq1b\nno,fully\n", &[]).fails(3, &["row 1, column B (euq1b)", "`equ1b`"]);
    import("equ1a,equ1bb\nno,fully\n", &[]).fails(3, &["column B (equ1bb)", "`equ1b`"]);
    import("name,team\nMax,red\n", &[]).fails(3, &["row 1", "no column holds answers", "--map"]);
    import("equ1a,Foo\nno,x\n", &[]).ok().says("warning: ", &["row 1, column B (Foo)", "unknown"]);
}

#[test]
fn questionnaires_that_do_not_fit_are_refused() {
    let row = |id: &str, version: &str| format!("id,answer,rubric,version\nequ1a,no,{id},{version}\n");
    import(row("co-production", "1.0.9"), &[]).ok();
    import(row("co-production", "1.7.0"), &[]).ok().says("warning: ", &["row 2, column D (version)", "1.7.0"]);
    import(row("co-production", "9.0.0"), &[]).fails(3, &["row 2, column D (version)", "9.0.0"]);
    import(row("co-production", "new"), &[]).fails(3, &["row 2, column D (version)", "`new` is no version"]);
    import(row("co-production-quick", "1.0.0"), &[]).fails(3, &["row 2, column C (rubric)", "co-production-quick"]);
    let place = Place::new();
    place.write("a.csv", row("co-prodution", "1.0.0"));
    let args = ["import", "a.csv", "-o", "-", "--organisation", "X", "--date", "2026-03"];
    place.coprod(args).run().fails(3, &["row 2, column C (rubric)", "Did you mean `co-production`"]);
}

#[test]
fn facts_that_are_wrong_or_contradict_the_options_are_refused() {
    let with = |field: &str, value: &str| format!("id,answer,{field}\nequ1a,no,{value}\n");
    import(with("organisation", "Other"), &[]).fails(3, &["column C (organisation)", "`Other`", "--organisation"]);
    import(with("perspective", "boss"), &[]).fails(3, &["column C (perspective)", "unknown perspective `boss`"]);
    import(with("perspective", "hr"), &["-p", "staff"])
        .fails(3, &["column C (perspective)", "`--perspective` says `staff`"]);
    import("equ1a\nno\n", &["-p", "staf"]).fails(3, &["unknown perspective `staf`", "Did you mean `staff`"]);
    import(with("date", "03/04/2026"), &[]).fails(3, &["column C (date)", "`03/04/2026`", "2026-03-14"]);
    import(with("date", "2026-05-01"), &[]).fails(3, &["column C (date)", "--date"]);
    import(with("date", "2026-03-01"), &[]).ok();
    import(with("setting", "shop"), &[]).fails(3, &["column C (setting)", "unknown setting `shop`"]);
    import(with("people", "many"), &[]).fails(3, &["column C (people)", "whole number"]);
    import(with("respondent", "Max Muster"), &[]).fails(3, &["column C (respondent)", "no pseudonym"]);
    import(with("respondent", "r-07"), &[]).ok();
}

#[test]
fn files_without_a_table_are_refused() {
    import("", &[]).fails(3, &["a.csv", "empty"]);
    import("\n \n", &[]).fails(3, &["no table"]);
    import("equ1a,equ1b\n", &[]).fails(3, &["row 1", "no rows"]);
    import("equ1a,equ1b\n,\n \n", &[]).fails(3, &["no rows"]);
    import("equ1a,_id\n,1\n,2\n", &[]).fails(3, &["no row holds an answer"]);
    import(b"%PDF-1.7\n", &[]).fails(3, &["neither JSON nor a workbook"]);
    import("<html><body>", &[]).fails(3, &["neither JSON nor a workbook"]);
    import(b"\xD0\xCF\x11\xE0\0\0", &[]).fails(3, &["neither JSON nor a workbook"]);
    import(b"equ1a\nn\0o\n".repeat(2000), &[]).fails(3, &[]);
}

#[test]
fn an_unclosed_quotation_mark_does_not_fill_the_memory() {
    let mut text = "equ1a,equ1b\nno,\"".to_owned();
    text.push_str(&"x,y\n".repeat(2_000_000));
    import(text, &[]).fails(3, &["row 2", "larger than 4 MiB", "quotation mark"]);
}

#[test]
fn what_exists_is_not_replaced_unasked() {
    let place = Place::new();
    place.write("a.csv", "equ1a\nno\n").write("old.json", "{}").write("old.jsonl", "{}").write("full/x", "");
    let run = |to: &str, more: &[&str]| {
        let args = ["import", "a.csv", "-r", "co-production", "--organisation", "X", "--date", "2026-03", "-o", to];
        place.coprod(args.iter().chain(more)).run()
    };
    run("old.json", &[]).fails(2, &["`old.json` exists", "--force"]);
    run("old.jsonl", &[]).fails(2, &["`old.jsonl` exists"]);
    run("full", &[]).fails(2, &["`full` is not empty"]);
    run("a.csv", &[]).fails(2, &["`a.csv` exists"]);
    assert_eq!(place.read("old.json"), "{}");
    run("old.json", &["--force"]).ok();
    assert!(place.read("old.json").contains("r-001"));
    std::fs::create_dir(place.path("empty")).unwrap();
    run("empty", &[]).ok();
    run("none/out", &[]).fails(4, &["none"]);
    run("x", &["--prefix", "Max Muster "]).fails(2, &["--prefix"]);
    let mut names = place.names();
    names.retain(|name| name.starts_with('.'));
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn a_dry_run_checks_everything_and_writes_nothing() {
    let place = Place::new();
    place.write("a.csv", "equ1a\nno\n");
    let args = ["import", "a.csv", "-r", "co-production", "--organisation", "X", "--date", "2026-03", "--dry-run"];
    let done = place.coprod(args).run().ok().says("Nothing was written", &["1 sheet"]);
    assert!(done.stdout.is_empty());
    assert_eq!(place.names(), ["a.csv"]);
    place.coprod(args.iter().chain(&["-o", "out.json"])).run().ok();
    assert_eq!(place.names(), ["a.csv"]);
    // It ends as the real run would: two people do not fit into one sheet, and what is there is not replaced.
    place.write("a.csv", "equ1a\nno\nfully\n").write("there.jsonl", "{}\n");
    place.coprod(args.iter().chain(&["-o", "out.json"])).run().fails(2, &["out.json"]);
    place.coprod(args.iter().chain(&["-o", "there.jsonl"])).run().fails(2, &["there.jsonl"]);
    place.coprod(args.iter().chain(&["-o", "out"])).run().ok().says("Nothing was written", &["2 sheets"]);
    assert_eq!(place.names(), ["a.csv", "there.jsonl"]);
}

#[test]
fn standard_input_is_read_too() {
    let place = Place::new();
    let args = ["import", "-", "-r", "co-production", "--organisation", "X", "--date", "2026-03", "-o", "-"];
    let done = place.coprod(args).stdin("equ1a\nno\n").run().ok();
    assert_eq!(super::sheet(&done)["answers"]["equ1a"], "no");
}

#[test]
fn answers_are_not_written_into_a_folder_that_is_called_like_another_file() {
    let place = Place::new();
    place.write("a.csv", "equ1a,_id\nno,1\n");
    for name in ["out.xlsx", "out.csv", "out.HTML"] {
        let args = ["import", "-l", "en", "a.csv", "-r", "co-production", "--organisation", "X", "--date", "2026-03"];
        place.coprod(args.iter().chain(&["-o", name])).run().fails(2, &[".json", ".jsonl", "folder"]);
        assert!(!place.path(name).exists());
    }
}

#[test]
fn a_list_of_sheets_and_utf_16_are_named_as_what_they_are() {
    let place = Place::new();
    let sheet = "{\"format\": \"coprod/answers/1\"}";
    place.write("list.json", format!("[{sheet}]"));
    let wide = |bytes: fn(u16) -> [u8; 2]| sheet.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    place.write("little.json", [vec![0xFF, 0xFE], wide(u16::to_le_bytes)].concat());
    place.write("big.json", [vec![0xFE, 0xFF], wide(u16::to_be_bytes)].concat());
    let run = |name: &str| place.coprod(["import", "-l", "en", name, "-o", "-"]).run();
    run("list.json").fails(3, &["expected here: object"]);
    run("little.json").fails(3, &["UTF-16"]);
    run("big.json").fails(3, &["UTF-16"]);
}

#[test]
fn an_id_beside_the_words_of_another_question_is_an_error() {
    let rubric = crate::support::rubric("co-production");
    let texts = coprod::rubric::load("co-production").unwrap().texts("en").unwrap().0;
    let words = |at: usize| texts.questions[at].text.replace('"', "\"\"");
    let id = |at: usize| rubric["questions"][at]["id"].as_str().unwrap().to_owned();
    let table = |first: usize, second: usize| {
        format!("id,question,answer\n{},\"{}\",no\n{},\"{}\",fully\n", id(0), words(first), id(1), words(second))
    };
    import(table(0, 1), &[]).ok();
    import(table(1, 0), &[])
        .fails(3, &["row 2, column B (question)", &format!("`{}`", id(0)), &format!("`{}`", id(1)), "sorted"])
        .fails(3, &["row 3, column B (question)"]);
}
