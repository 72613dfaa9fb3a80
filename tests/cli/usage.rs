//! What is said of a command line that cannot be used, and what `--verbose` says of one that can.

use crate::support::{Place, quick, voice};
use serde_json::json;

fn place() -> Place {
    let place = Place::new();
    place.sheet("a.json", &quick(json!({"equ1a": "largely"})));
    place
}

#[test]
fn a_wrong_argument_is_explained_in_the_language_that_was_asked_for() {
    let place = place();
    let report = ["report", "a.json"];
    for (more, german, english) in [
        (
            &["--fromat", "json"][..],
            "Die Angabe `--fromat` ist unbekannt. Meinten Sie `--format`?",
            "unknown argument `--fromat`. Did you mean `--format`?",
        ),
        (
            &["--voice", "loud"],
            "--voice <STIMME>: `loud` ist nicht möglich. Möglich sind: equal, headcount.",
            "--voice <VOICE>: `loud` is not possible. Possible: equal, headcount.",
        ),
        (&["--voice", "equl"], "Meinten Sie `equal`?", "Did you mean `equal`?"),
        (&["-o"], "--output <DATEI>: Der Wert fehlt.", "--output <FILE>: the value is missing."),
        (
            &["--width", "5"],
            "--width <SPALTEN>: `5` ist nicht möglich. Geben Sie eine ganze Zahl von 20 bis 400 an.",
            "Give a whole number from 20 to 400.",
        ),
        (&["--width", "wide"], "--width <SPALTEN>: `wide` ist keine ganze Zahl.", "`wide` is no whole number."),
        (&["-q", "-v"], "--quiet verträgt sich nicht mit --verbose.", "--quiet does not go together with --verbose."),
        (
            &["-o", "x", "-o", "y"],
            "--output <DATEI> steht mehr als einmal da.",
            "--output <FILE> is given more than once.",
        ),
        (&["--logo", "x.png"], "Es fehlt: --logo-alt <TEXT>.", "missing: --logo-alt <TEXT>."),
    ] {
        let run = |language: &str| place.coprod(["-l", language].iter().chain(&report).chain(more)).run();
        let done = run("de");
        assert_eq!(done.code, 2, "{more:?}: {}", done.stderr);
        let done = done.says("Fehler: ", &[german]).says("Aufruf: coprod report ", &["[OPTIONEN]"]);
        done.says("Hilfe: coprod report --help", &[]);
        let done = run("en");
        assert_eq!(done.code, 2);
        done.says("error: ", &[english])
            .says("Usage: coprod report ", &["[OPTIONS]"])
            .says("Help: coprod report --help", &[]);
    }
    let german = |args: &[&str]| place.coprod(["-l", "de"].iter().chain(args)).run();
    assert_eq!(
        german(&["raport"]).says("Fehler: ", &["Den Befehl `raport` gibt es nicht. Meinten Sie `report`?"]).code,
        2
    );
    assert_eq!(german(&["report"]).says("Fehler: ", &["Es fehlt: <DATEI>. Geben Sie es an."]).code, 2);
    assert_eq!(german(&["assess", "--joint", "0"]).says("Fehler: ", &["Geben Sie eine ganze Zahl ab 1 an."]).code, 2);
    let done = german(&["assess", "--joint", "2", "--respondent", "r"]).says("Fehler: ", &["verträgt sich nicht mit"]);
    assert_eq!(done.code, 2);
    // Whatever an argument holds, it does not command the terminal; that is looked at wherever the program is run.
    german(&["report", "a.json", "--x\u{1b}[31m"]).says("Fehler: ", &["[U+001B]"]);
}

#[test]
fn no_english_is_left_in_the_german_help() {
    let place = place();
    for command in
        ["", "assess", "report", "rubric", "rubric list", "rubric show", "rubric lint", "rubric new", "rubric schema"]
    {
        for flag in ["--help", "-h"] {
            let args = ["-l", "de"].into_iter().chain(command.split_whitespace()).chain([flag]);
            let done = place.coprod(args).run().ok();
            // Wrapped text is still the same text.
            let help = done.text().split_whitespace().collect::<Vec<_>>().join(" ");
            for english in [
                "OPTIONS",
                "COMMAND",
                "ossible values",
                "default:",
                "env:",
                "Usage",
                "<FILE>",
                "<LANG>",
                "<WHEN>",
                "Print ",
                "aliases",
            ] {
                assert!(!help.contains(english), "{command} {flag}: {english}\n{help}");
            }
            assert!(help.contains("[OPTIONEN]") && help.contains("<KENNUNG|PFAD>"), "{command}: {help}");
            assert!(help.contains("[möglich: auto, always, never]"), "{command}: {help}");
        }
    }
}

#[test]
fn verbose_says_what_is_done_in_every_command() {
    let place = place();
    place.sheet("b.json", &voice("hr"));
    let language = "Language of messages: English, as COPROD_LANG says.";
    let verbose = |args: &[&str]| {
        let done = place.coprod(args.iter().copied().chain(["-v"])).run().ok();
        let plain = place.coprod(args).run().ok();
        assert!(!plain.stderr.contains("Questionnaire: ") && !plain.stderr.contains("Language of"), "{}", plain.stderr);
        assert_eq!(done.stdout, plain.stdout, "results stay the same");
        done.says(language, &[])
    };
    let done = verbose(&["report", "a.json", "b.json", "-f", "json"]);
    let done = done.says("Questionnaire: co-production-quick 1.0.0, built in.", &[]).says("Read: a.json (", &["bytes"]);
    let done = done.says("Sheet: a.json, perspective all, 1 of 12 questions answered.", &[]);
    let done = done.says("Sheet: b.json, perspective hr, 1 of ", &[]).says("Sheets: 2.", &[]);
    done.says("Language of the texts: en.", &[]).says("Writing to standard output: ", &["bytes."]);
    verbose(&["report", "a.json", "-o", "r.json"]).says("Writing r.json: ", &["bytes."]);
    verbose(&["rubric", "list"]).says("Questionnaire: co-production 1.0.0, built in.", &[]);
    verbose(&["rubric", "show", "co-production-quick"])
        .says("Questionnaire: co-production-quick 1.0.0, built in.", &[]);
    verbose(&["rubric", "lint", "co-production-quick"]).says("Questionnaire: co-production-quick", &[]);
    verbose(&["rubric", "schema", "answers"]).says("Writing to standard output: ", &[]);
    place
        .coprod(["-v", "rubric", "new", "--from", "co-production-quick", "own"])
        .run()
        .ok()
        .says("Questionnaire: ", &[]);
    verbose(&["rubric", "lint", "own"]).says("Questionnaire: own 1.0.0, from own", &["rubric.json"]);
    let done = place.coprod(["assess", "-v", "-o", "a.json"]).stdin("q\n").run().ok();
    let done = done.says("Read: a.json (", &[]).says("Questionnaire: co-production-quick", &[]);
    done.says("Sheet: a.json, ", &[]).says("Answers are saved in a.json after every answer.", &[]);
    let done = place.coprod(["-l", "de", "report", "a.json", "-v"]).run().ok();
    done.says("Sprache der Meldungen: Deutsch, nach --lang.", &[]).says("Fragebogen: ", &["eingebaut."]);
}
