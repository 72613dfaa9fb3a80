//! Languages, messages, help.

use crate::support::{Place, quick, with};
use clap::CommandFactory;
use coprod::cli::Cli;
use coprod::formats::FORMATS;
use serde_json::json;

fn place() -> Place {
    let place = Place::new();
    place.sheet("a.json", &quick(json!({"equ1a": "largely"}))).sheet("bad.json", &quick(json!({"equ1a": "maybe"})));
    place
}

#[test]
fn a_language_that_the_rubric_lacks_falls_back_to_english_with_a_warning() {
    let place = place();
    for format in FORMATS {
        let done = place.coprod(["report", "a.json", "-l", "fr", "-f", format.name()]).run().ok();
        done.says("warning: ", &["co-production-quick", "`fr`", "`en`"]);
    }
    let result = place.coprod(["-l", "fr", "report", "a.json", "-f", "json"]).run().ok().json();
    assert_eq!(result["language"], "en");
    assert_eq!(result["warnings"][0]["code"], "language-not-in-rubric");
    place.coprod(["report", "a.json", "-l", "fr", "-q"]).run().ok().silent();
}

#[test]
fn messages_and_reports_are_german_where_german_is_asked_for() {
    let place = place();
    for language in ["de", "DE", "de-AT", "de_DE.UTF-8"] {
        let done = place.coprod(["report", "a.json"]).env("COPROD_LANG", language).run().ok().silent();
        assert!(done.text().starts_with("Koproduktion: Example Ltd"), "{language}: {}", done.text());
        let done = place.coprod(["report", "bad.json"]).env("COPROD_LANG", language).run();
        assert_eq!(done.code, 3);
        done.says("Fehler: ", &["bad.json: /answers/equ1a (Zeile 1, Spalte ", "Unbekannte Antwort `maybe`."]);
    }
    let german = |args: &[&str]| place.coprod(args).env("COPROD_LANG", "de").run();
    german(&["report", "nowhere.json"]).says("Fehler: ", &["`nowhere.json`", "gibt es nicht"]);
    german(&["report", "a.json", "-f", "jsno"]).says("Fehler: ", &["Meinten Sie `json`?"]);
    german(&["report", "a.json", "-o", "r.jsno"]).says("Fehler: ", &["Meinten Sie `.json`?"]);
    german(&["report", "a.json", "-o", "r.json"]).says("Geschrieben: ", &["r.json"]);
    german(&["report", "a.json", "-l", "fr"]).says("warning: ", &["`fr`"]);
    place.sheet("empty.json", &quick(json!({})));
    german(&["report", "empty.json"]).says("Warnung: ", &["empty.json: /answers", "keine Antworten"]);
}

#[test]
fn the_option_comes_before_the_variable_and_the_variable_before_the_system() {
    let place = place();
    let language = |args: &[&str], variables: &[(&str, &str)]| {
        let mut run = place.coprod(["report", "a.json", "-f", "json"].iter().chain(args));
        for (name, value) in variables {
            run = run.env(name, value);
        }
        run.run().ok().json()["language"].clone()
    };
    assert_eq!(language(&["-l", "de"], &[]), "de");
    assert_eq!(language(&["-l", "en"], &[("COPROD_LANG", "de")]), "en");
    assert_eq!(language(&[], &[("COPROD_LANG", "de"), ("LANG", "en_GB.UTF-8")]), "de");
    assert_eq!(language(&[], &[("COPROD_LANG", ""), ("LANG", "C")]), "en");
    if cfg!(target_os = "linux") {
        assert_eq!(language(&[], &[("COPROD_LANG", ""), ("LANG", "de_AT.UTF-8")]), "de");
    }
}

#[test]
fn the_language_of_a_sheet_does_not_decide_the_language_of_its_report() {
    let place = Place::new();
    place.sheet("a.json", &with(quick(json!({"equ1a": "no"})), "language", json!("de")));
    assert_eq!(place.coprod(["report", "a.json", "-f", "json"]).run().ok().json()["language"], "en");
}

/// The words that call every command and its subcommands, the program itself first.
fn commands() -> Vec<Vec<String>> {
    fn below(command: &clap::Command, path: &[String], out: &mut Vec<Vec<String>>) {
        out.push(path.to_vec());
        for sub in command.get_subcommands() {
            let path = [path, &[sub.get_name().to_owned()]].concat();
            below(sub, &path, out);
        }
    }
    let mut out = Vec::new();
    below(&Cli::command(), &[], &mut out);
    out
}

#[test]
fn the_help_of_every_command_has_examples() {
    let place = Place::new();
    assert!(commands().len() > 4);
    for path in commands() {
        let name = [vec!["coprod".to_owned()], path.clone()].concat().join(" ");
        let done = place.coprod(path.iter().map(String::as_str).chain(["--help"])).run().ok().silent();
        let (_, examples) = done.text().split_once("Examples:\n").unwrap_or_else(|| panic!("{name} has no examples"));
        assert!(examples.lines().any(|line| line.contains(&name)), "{name}: {examples}");
        let short = place.coprod(path.iter().map(String::as_str).chain(["-h"])).run().ok();
        assert!(short.text().contains("Usage: "), "{name}");
    }
}

#[test]
fn the_help_of_a_command_begins_with_what_the_list_says_of_it() {
    let place = Place::new();
    let help = |args: &[&str]| place.coprod(args.iter().chain(&["--help"])).run().ok().text().to_owned();
    for language in ["en", "de"] {
        let list = help(&["-l", language]).split_whitespace().collect::<Vec<_>>().join(" ");
        for command in ["assess", "report", "plan", "form", "import", "compare", "check", "rubric", "man"] {
            let own = help(&["-l", language, command]);
            let about: Vec<&str> = own.lines().take_while(|line| !line.is_empty()).collect();
            let about = about.join(" ");
            assert!(list.contains(&format!("{command} {about}")), "{command}: {about}");
            assert!(about.split(' ').count() > 4, "{command} says too little of itself: {about}");
        }
    }
}

#[test]
fn prose_in_the_help_is_wrapped_once() {
    let place = Place::new();
    for args in [&["plan", "--help"][..], &["check", "--help"], &["-l", "de", "plan", "--help"]] {
        let done = place.coprod(args).run().ok();
        let (_, prose) = done.text().rsplit_once("\n\n").unwrap();
        let lines: Vec<&str> = prose.trim_end().lines().collect();
        // A line is short only where a paragraph ends.
        let fits = |pair: &[&str]| pair[0].len() + pair[1].split(' ').next().unwrap_or_default().len() >= 79;
        assert!(lines.windows(2).all(fits), "{args:?}: {prose}");
    }
}

#[test]
fn the_german_help_is_german_throughout() {
    let words = coprod::text::words_for("de").unwrap();
    fn look(command: &clap::Command, path: &[String], words: &coprod::text::Words) {
        let name = if path.is_empty() { "coprod".to_owned() } else { path.join(" ") };
        let translated = |option: &str| assert!((words.help)(&name, option).is_some(), "{name}: `{option}`");
        translated("");
        translated("after");
        command.get_arguments().for_each(|argument| translated(argument.get_id().as_str()));
        for sub in command.get_subcommands() {
            look(sub, &[path, &[sub.get_name().to_owned()]].concat(), words);
        }
    }
    look(&Cli::command(), &[], words);
    let place = Place::new();
    for path in commands() {
        let args = path.iter().map(String::as_str).chain(["--help"]);
        let done = place.coprod(args).env("COPROD_LANG", "de").run().ok().silent();
        assert!(done.text().contains("Beispiele:\n") && !done.text().contains("Examples:"), "{path:?}");
        assert!(done.text().contains("Aufruf: "), "{path:?}");
    }
}

#[test]
fn every_option_is_explained() {
    fn look(command: &clap::Command) {
        assert!(command.get_about().is_some(), "{} says nothing about itself", command.get_name());
        for argument in command.get_arguments() {
            assert!(argument.get_help().is_some(), "{} {}", command.get_name(), argument.get_id());
        }
        command.get_subcommands().for_each(look);
    }
    look(&Cli::command());
}

#[test]
fn the_help_names_every_exit_code() {
    let help = Place::new().coprod(["--help"]).run().ok();
    for code in ["0", "1", "2", "3", "4", "130"] {
        assert!(help.text().lines().any(|line| line.trim_start().starts_with(&format!("{code} "))), "{code}");
    }
}

#[test]
fn a_command_line_that_cannot_be_used_ends_with_code_2() {
    let place = place();
    for args in [
        &["raport"][..],
        &["report"],
        &["report", "a.json", "--fromat", "json"],
        &["report", "a.json", "--voice", "loud"],
        &["report", "a.json", "--color", "sometimes"],
        &["report", "a.json", "-q", "-v"],
        &["rubric"],
    ] {
        let done = place.coprod(args).run();
        assert_eq!(done.code, 2, "{args:?}: {}", done.stderr);
        assert!(done.stdout.is_empty() && !done.stderr.is_empty(), "{args:?}");
    }
    place.coprod(["raport"]).run().says("", &["report"]);
    let version = place.coprod(["--version"]).run().ok();
    assert_eq!(version.text(), format!("coprod {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn examples_in_the_help_fit_a_narrow_terminal_and_stand_on_a_line_each() {
    let place = Place::new();
    for path in commands() {
        for language in ["en", "de"] {
            let args = path.iter().map(String::as_str).chain(["--help", "-l", language]);
            let done = place.coprod(args).run().ok();
            let head = if language == "en" { "Examples:\n" } else { "Beispiele:\n" };
            let (_, examples) = done.text().split_once(head).unwrap();
            let examples = examples.split("\n\n").next().unwrap();
            for line in examples.lines() {
                assert!(line.chars().count() <= 80, "{path:?}: {line}");
                // Either a command, or what the command above does.
                assert!(line.contains("coprod") || line.starts_with("      "), "{path:?}: {line}");
            }
        }
    }
}

#[test]
fn what_every_command_takes_stands_behind_its_own_options() {
    let place = Place::new();
    for command in ["assess", "report", "plan", "form", "import", "compare", "check"] {
        let done = place.coprod([command, "-h"]).run().ok();
        let options = long_options(done.text());
        let first = options.iter().position(|option| *option == "--rubric").unwrap();
        assert!(first > 2, "{command}: own options come first: {options:?}");
        let common = ["--rubric", "--lang", "--accessible", "--no-accessible", "--no-input", "--color", "--quiet"];
        assert_eq!(options[first..first + common.len()], common, "{command}");
        assert_eq!(options.last(), Some(&"--help"), "{command}");
        let arguments = done.text().find("\nArguments:\n").unwrap_or_default();
        assert!(arguments < done.text().find("\nOptions:\n").unwrap(), "{command}");
    }
}

/// The long options in the order of a help.
fn long_options(help: &str) -> Vec<&str> {
    let (_, options) = help.split_once("\nOptions:\n").unwrap();
    fn long(line: &str) -> Option<&str> {
        let indent = line.len() - line.trim_start().len();
        line.split_whitespace().find(|word| word.starts_with("--")).filter(|_| indent <= 6)
    }
    options.split("\n\n").next().unwrap().lines().filter_map(long).collect()
}
