//! Where results go: formats, files, full disks, closed pipes, terminals.

use crate::support::{Done, Place, quick};
use coprod::formats::FORMATS;
use serde_json::json;

/// A folder with a good sheet `a.json` and a bad one `bad.json`.
fn place() -> Place {
    let place = Place::new();
    place.sheet("a.json", &quick(json!({"equ1a": "largely"}))).sheet("bad.json", &quick(json!({"equ1a": "maybe"})));
    place
}

fn run(place: &Place, args: &[&str]) -> Done {
    place.coprod(["report", "a.json"].iter().chain(args)).run()
}

#[test]
fn nothing_is_written_when_the_input_is_invalid() {
    let place = place();
    place.write("old.json", "precious");
    for format in FORMATS {
        let before = place.names();
        for target in ["new.json", "old.json"] {
            let done = place.coprod(["report", "bad.json", "-f", format.name(), "-o", target]).run();
            done.fails(3, &["bad.json: /answers/equ1a"]);
        }
        assert_eq!(place.names(), before, "{}", format.name());
        assert_eq!(place.read("old.json"), "precious");
    }
}

#[test]
fn one_invalid_sheet_among_valid_ones_is_enough() {
    let place = place();
    run(&place, &["bad.json", "-o", "new.json"]).fails(3, &["bad.json"]);
    assert!(!place.names().contains(&"new.json".to_owned()));
}

#[test]
fn errors_go_to_standard_error_whatever_the_format() {
    let place = place();
    let messages: Vec<String> = FORMATS
        .iter()
        .map(|format| place.coprod(["report", "bad.json", "-f", format.name()]).run().fails(3, &["maybe"]).stderr)
        .collect();
    assert!(messages.iter().all(|message| *message == messages[0]));
}

#[test]
fn a_report_is_written_as_a_whole_and_replaces_the_old_one() {
    let place = place();
    for format in FORMATS {
        let name = format!("report.{}", format.extension());
        place.write(&name, "an old report that is longer than any ".repeat(20_000));
        let done = run(&place, &["-o", &name]).ok().says("Written: ", &[&name]);
        assert!(done.stdout.is_empty());
        let direct = run(&place, &["-f", format.name()]).ok().stdout;
        assert!(std::fs::read(place.path(&name)).unwrap() == direct, "{name} is what standard output gets");
    }
    let left: Vec<String> = place.names().into_iter().filter(|name| name.contains("tmp")).collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn a_minus_as_output_is_standard_output() {
    let place = place();
    let done = run(&place, &["-f", "json", "-o", "-"]).ok().silent();
    assert_eq!(done.json()["format"], "coprod/result/1");
    assert!(!place.names().contains(&"-".to_owned()));
}

#[test]
fn the_answers_are_never_replaced_by_their_report() {
    let place = place();
    let before = place.read("a.json");
    run(&place, &["-o", "a.json"]).fails(2, &["a.json", "exists already"]);
    run(&place, &["-f", "pdf", "-o", "./a.json"]).fails(2, &["a.json", "exists already"]);
    assert_eq!(place.read("a.json"), before);
}

#[test]
fn no_answers_are_replaced_by_a_report() {
    let place = place();
    let other = serde_json::to_string_pretty(&quick(json!({"equ2a": {"choice": "no", "note": "ours"}}))).unwrap();
    place.write("other.json", &other).write("other.jsonl", format!("{}\n", quick(json!({}))));
    place.write("damaged.json", &other[..other.len() / 2]).write("old.json", "{\"format\": \"coprod/result/1\"}");
    for target in ["other.json", "other.jsonl", "damaged.json", "./other.json", "bad.json"] {
        let before = place.read(target);
        for format in FORMATS {
            run(&place, &["-f", format.name(), "-o", target]).fails(2, &[target, "holds answers", "another name"]);
        }
        assert_eq!(place.read(target), before);
    }
    run(&place, &["--explain", "access", "-o", "other.json"]).fails(2, &["other.json", "holds answers"]);
    run(&place, &["-o", "old.json"]).ok();
    assert!(place.read("old.json").contains("\"overall\""));
}

#[test]
fn nothing_that_people_wrote_is_replaced_by_a_result() {
    let place = place();
    place.write("policy.json", "{\"format\": \"coprod/policy/1\", \"level\": \"compliance\"}");
    place.write("actions.json", "{\"format\": \"coprod/actions/1\", \"actions\": []}");
    place.write("texts.json", "{\"format\": \"coprod/texts/1\", \"language\": \"de\"}");
    place.write("council.txt", "We agree.");
    for target in ["policy.json", "actions.json", "texts.json"] {
        let before = place.read(target);
        run(&place, &["-f", "json", "-o", target]).fails(2, &[target, "`coprod/", "would be lost"]);
        place.coprod(["form", "-f", "html", "-o", target]).run().fails(2, &[target, "would be lost"]);
        let check = ["check", "a.json", "--max-age", "99999", "-f", "json", "-o", target];
        place.coprod(check).run().fails(2, &[target, "would be lost"]);
        assert_eq!(place.read(target), before);
    }
    let statement = ["--statement", "Council=council.txt", "-f", "markdown", "-o", "./council.txt"];
    run(&place, &statement).fails(2, &["council.txt", "exists already"]);
    assert_eq!(place.read("council.txt"), "We agree.");
}

#[test]
fn an_output_folder_that_is_not_there_is_named() {
    let place = place();
    run(&place, &["-o", "nowhere/report.json"]).fails(4, &["cannot write", "report.json", "`nowhere` does not exist"]);
    let german = place.coprod(["-l", "de", "report", "a.json", "-o", "a/b/r.pdf"]).run();
    assert_eq!(german.code, 4);
    german.says("Fehler: ", &["`a/b/r.pdf`", "Den Ordner `a/b` gibt es nicht."]);
    run(&place, &["-o", "a.json/report.json"]).fails(4, &["cannot write", "report.json"]);
    std::fs::create_dir(place.path("folder.json")).unwrap();
    run(&place, &["-o", "folder.json"]).fails(4, &["cannot write", "folder.json", "a folder"]);
    assert_eq!(place.names(), ["a.json", "bad.json", "folder.json"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_ends_with_code_4() {
    let place = place();
    for format in FORMATS {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let done = place.coprod(["report", "a.json", "-f", format.name()]).stdout(full).run();
        done.fails(4, &["no space"]);
        run(&place, &["-f", format.name(), "-o", "/dev/full"]).fails(4, &["/dev/full", "no space"]);
    }
}

#[cfg(unix)]
#[test]
fn a_target_that_is_no_regular_file_is_written_directly() {
    let place = place();
    let done = run(&place, &["-f", "json", "-o", "/dev/stdout"]).ok();
    assert_eq!(done.json()["format"], "coprod/result/1");
    run(&place, &["-o", "/dev/null"]).ok();
    assert!(std::fs::metadata("/dev/null").is_ok_and(|metadata| !metadata.is_file()));
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_its_file_is_replaced() {
    let place = place();
    place.write("real.json", "old");
    std::os::unix::fs::symlink("real.json", place.path("link.json")).unwrap();
    run(&place, &["-o", "link.json"]).ok();
    assert!(std::fs::symlink_metadata(place.path("link.json")).unwrap().is_symlink());
    assert!(place.read("real.json").contains("coprod/result/1"));
}

#[test]
fn a_closed_pipe_is_success() {
    let place = place();
    for format in FORMATS {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let done = place.coprod(["report", "a.json", "-f", format.name()]).stdout(writer).run();
        done.ok().silent();
    }
}

#[test]
fn an_unknown_format_is_refused_and_the_likely_one_named() {
    let place = place();
    run(&place, &["-f", "jsno"]).fails(2, &["--format", "`jsno`", "Did you mean `json`?"]);
    run(&place, &["-f", "docx"]).fails(2, &["--format", "`docx`", "table, json, pdf"]);
    run(&place, &["-f", ""]).fails(2, &["--format"]);
    // Said before anything is read.
    place.coprod(["report", "nowhere.json", "-f", "tabel"]).run().fails(2, &["Did you mean `table`?"]);
}

#[test]
fn an_unknown_extension_is_refused_and_the_likely_one_named() {
    let place = place();
    run(&place, &["-o", "report.jsno"]).fails(2, &["`.jsno`", "Did you mean `.json`?", "--format"]);
    run(&place, &["-o", "report.docx"]).fails(2, &["`.docx`", ".txt, .json, .pdf", "--format"]);
    assert_eq!(place.names(), ["a.json", "bad.json"]);
    run(&place, &["-o", "report.docx", "-f", "json"]).ok();
    run(&place, &["-o", "report"]).ok();
    assert!(place.read("report").starts_with("Co-production at Example Ltd"), "a table, where nothing says otherwise");
    run(&place, &["-o", "report.JSON"]).ok();
    assert!(place.read("report.JSON").starts_with('{'));
}

#[cfg(target_os = "linux")]
#[test]
fn a_binary_format_is_not_written_to_a_terminal() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let place = place();
    let shell = |arguments: &str| {
        let command = format!("'{}' report a.json {arguments}", env!("CARGO_BIN_EXE_coprod"));
        let mut script = Command::new("script");
        script.args(["-qec", &command, "/dev/null"]).current_dir(place.path("")).env("COPROD_LANG", "en");
        script.stdin(Stdio::null()).output()
    };
    let Ok(done) = shell("-f pdf") else {
        writeln!(std::io::stderr(), "skipped: there is no `script` here to make a terminal").unwrap();
        return;
    };
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert_eq!(done.status.code(), Some(2), "{said}");
    assert!(said.contains("error: pdf is not text for a terminal") && !said.contains("%PDF"), "{said}");
    let table = shell("").unwrap();
    assert_eq!(table.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&table.stdout).contains("Co-production at Example Ltd"));
    assert_eq!(shell("-f pdf -o report.pdf").unwrap().status.code(), Some(0));
    assert_eq!(shell("-f pdf > report2.pdf").unwrap().status.code(), Some(0));
}

#[test]
fn quiet_says_nothing_but_errors_and_results() {
    let place = place();
    place.sheet("empty.json", &quick(json!({})));
    let quiet = |args: &[&str]| place.coprod(["-q", "report"].iter().chain(args)).run();
    assert!(!quiet(&["empty.json"]).ok().silent().stdout.is_empty());
    quiet(&["empty.json", "-o", "report.json"]).ok().silent();
    // The result itself still names the warning.
    assert!(place.read("report.json").contains("all-unanswered"));
    quiet(&["bad.json"]).fails(3, &["maybe"]);
}

#[test]
fn colour_is_for_terminals_or_by_wish() {
    let place = place();
    let escapes = |args: &[&str], variable: (&str, &str)| {
        let args = ["report", "a.json"].iter().chain(args);
        let done = place.coprod(args).env(variable.0, variable.1).run().ok();
        done.text().contains('\u{1b}')
    };
    assert!(!escapes(&[], ("X", "")));
    assert!(escapes(&["--color", "always"], ("X", "")));
    assert!(escapes(&[], ("CLICOLOR_FORCE", "1")));
    assert!(!escapes(&["--color", "never"], ("CLICOLOR_FORCE", "1")));
    assert!(!escapes(&[], ("NO_COLOR", "1")));
    run(&place, &["--color", "sometimes"]);
}

#[test]
#[cfg(unix)]
fn help_that_cannot_be_printed_is_a_failure() {
    if std::path::Path::new("/dev/full").exists() {
        for args in [&["--help"][..], &["--version"], &["report", "-h"]] {
            let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
            let done = Place::new().coprod(args).stdout(full).run();
            assert_eq!(done.code, 4, "{args:?}");
            done.says("error: ", &["no space"]);
        }
    }
}

#[test]
#[cfg(unix)]
fn a_questionnaire_that_holds_answers_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.sheet("a.json", &quick(json!({"equ1a": {"choice": "fully", "note": "private"}})));
    for name in ["form.xlsx", "form.html"] {
        place.coprod(["form", "-r", "co-production-quick", "-o", name, "-q"]).run().ok();
        let mode = || std::fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777;
        assert_ne!(mode(), 0o600, "{name}: an empty one is for all to read");
        std::fs::remove_file(place.path(name)).unwrap();
        let done = place.coprod(["form", "-o", name, "--from", "a.json", "-q"]).run();
        if done.code == 0 {
            assert_eq!(mode(), 0o600, "{name}");
        } else {
            assert_ne!(name, "form.xlsx", "{}", done.stderr);
        }
    }
}
