//! The interview through a pipe, as scripts and screen readers meet it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// A folder of its own, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("coprod-interview-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.join(file)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn coprod(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_coprod"));
        command
            .args(args)
            .current_dir(&self.0)
            .env_clear()
            .env("LANG", "C.UTF-8")
            .env("SOURCE_DATE_EPOCH", "1773446400");
        if let Ok(root) = std::env::var("SYSTEMROOT") {
            command.env("SYSTEMROOT", root);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs with these lines as its whole input.
    fn run(&self, args: &[&str], lines: &[&str]) -> Ran {
        let mut child = self.coprod(args).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let text = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
        // Beside the reading: two full pipes would wait for each other. It may have ended before it read everything.
        let feed = std::thread::spawn(move || drop(input.write_all(text.as_bytes())));
        let output = child.wait_with_output().unwrap();
        feed.join().unwrap();
        Ran::of(output)
    }

    /// Starts, and lets the test speak with it.
    fn talk(&self, args: &[&str]) -> Talk {
        let mut child = self.coprod(args).spawn().unwrap();
        let output = BufReader::new(child.stderr.take().unwrap());
        let (send, heard) = channel();
        std::thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
        let input = child.stdin.take();
        Talk { child, input, heard }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Ran {
    code: i32,
    out: String,
    said: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        let said = String::from_utf8(output.stderr).unwrap();
        Self { code: output.status.code().unwrap_or(-1), out: String::from_utf8(output.stdout).unwrap(), said }
    }

    #[track_caller]
    fn ends(&self, code: i32) -> &Self {
        assert_eq!(self.code, code, "{}", self.said);
        assert_eq!(self.out, "", "standard output stays clean");
        self
    }

    #[track_caller]
    fn says(&self, part: &str) -> &Self {
        assert!(self.said.contains(part), "not said: {part}\n{}", self.said);
        self
    }

    #[track_caller]
    fn says_not(&self, part: &str) -> &Self {
        assert!(!self.said.contains(part), "said: {part}\n{}", self.said);
        self
    }
}

struct Talk {
    child: Child,
    input: Option<ChildStdin>,
    heard: Receiver<String>,
}

impl Talk {
    fn enter(&mut self, line: &str) {
        writeln!(self.input.as_mut().unwrap(), "{line}").unwrap();
    }

    /// Waits until something is said.
    #[track_caller]
    fn hear(&self, part: &str) {
        let mut all = String::new();
        loop {
            match self.heard.recv_timeout(Duration::from_secs(60)) {
                Ok(line) if line.contains(part) => return,
                Ok(line) => all.push_str(&format!("{line}\n")),
                Err(_) => panic!("not heard: {part}\n{all}"),
            }
        }
    }
}

impl Drop for Talk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Everything that is asked before the first question of the quick check, in English.
const GIVEN: [&str; 14] = [
    "assess",
    "-r",
    "co-production-quick",
    "-l",
    "en",
    "-p",
    "all",
    "--organisation",
    "Example Ltd",
    "--sector=it",
    "--size=50-249",
    "--setting=both",
    "-o",
    "answers.json",
];

const TWELVE: [&str; 12] = ["1", "2", "3", "4", "5", "fully", "PARTLY", "I don't know", "dk", "Teilweise", "4.", "no"];

fn with<'a>(first: &[&'a str], rest: &[&'a str]) -> Vec<&'a str> {
    first.iter().chain(rest).copied().collect()
}

#[test]
fn answers_through_a_pipe_are_saved_and_closed_with_the_level_and_the_next_command() {
    let folder = Folder::new("pipe");
    let ran = folder.run(&GIVEN, &with(&TWELVE, &[""]));
    ran.ends(0).says("Question 12 of 12. Principle: Reciprocity.").says("You chose: Partly.");
    ran.says("All questions are done.").says("The level reached, an estimate: ");
    ran.says("coprod report answers.json").says("All is saved in answers.json.");
    assert!(ran.said.starts_with("Line by line,"), "the first line says which mode it is");
    assert!(ran.said.contains("works council"), "what has to be settled before");
    assert!(!ran.said.contains('\u{1b}'));
    let sheet = folder.read("answers.json");
    for part in [
        r#""format": "coprod/answers/1""#,
        r#""date": "2026-03-14""#,
        r#""setting": "both""#,
        r#""equ1a": "no""#,
        r#""div3a": "fully""#,
        r#""acc2a": "dk""#,
    ] {
        assert!(sheet.contains(part), "{part}\n{sheet}");
    }
    assert_eq!(folder.names(), ["answers.json"], "neither lock nor temporary file is left");
}

#[test]
fn what_is_not_given_is_asked_in_the_order_of_the_contract() {
    let folder = Folder::new("intake");
    let lines = ["quick", "2", "de", "11", "", "Öko & Söhne", "Soziales", "", "beides", "", "q"];
    let ran = folder.run(&["assess"], &lines);
    ran.ends(0).says("\"quick\" was not understood").says("Freiwillig. Sie müssen keine Behinderung angeben.");
    ran.says("für die Organisation insgesamt").says("Keine Angabe").says("Diese Angabe wird gebraucht.");
    ran.says("Weiter geht es mit: coprod assess -o answers-oeko-soehne.json");
    let order = [
        "questionnaire",
        "language",
        "Perspektive",
        "heißt die",
        "Branche",
        "Wie viele",
        "Arbeitgeber,",
        "Datei",
        "Frage 1",
    ];
    let places: Vec<usize> = order.iter().map(|part| ran.said.find(part).expect(part)).collect();
    assert!(places.is_sorted(), "{places:?}\n{}", ran.said);
    let sheet = folder.read("answers-oeko-soehne.json");
    assert!(sheet.contains(r#""perspective": "no-statement""#) && sheet.contains(r#""sector": "Soziales""#));
    assert!(!sheet.contains("size"));
}

#[test]
fn nothing_is_asked_that_is_given() {
    let folder = Folder::new("given");
    let ran = folder.run(&GIVEN, &["q"]);
    ran.ends(0).says_not("Which").says_not("What is the name").says_not("Save the answers in");
}

#[test]
fn an_input_that_ends_early_saves_and_says_how_to_go_on() {
    let folder = Folder::new("end");
    let ran = folder.run(&GIVEN, &["1", "2"]);
    ran.ends(130).says("Go on with: coprod assess -o answers.json");
    let ran = folder.run(&["assess", "-o", "answers.json"], &["q"]);
    ran.ends(0).says("Going on: 2 of 12 questions are answered.").says("Question 3 of 12.").says_not("Question 1 of");
    let ran = folder.run(&["assess", "-o", "answers.json"], &TWELVE[2..]);
    ran.ends(0).says("All questions are done.");
    let ran = folder.run(&["assess", "-o", "answers.json"], &[]);
    ran.ends(0).says("Review of your answers:");
}

#[test]
fn an_input_that_ends_before_the_first_question_saves_nothing_and_keeps_what_was_said() {
    let folder = Folder::new("end-early");
    let ran = folder.run(&["assess", "-l", "en"], &["2", "all", "My Place"]);
    ran.ends(130).says("nothing was saved");
    ran.says(r#"coprod assess --rubric co-production-quick --lang en --perspective all --organisation "My Place""#);
    assert!(folder.names().is_empty());
}

#[test]
fn german_words_english_ids_and_commands_of_both_work_together() {
    let folder = Folder::new("german");
    let mut args = GIVEN;
    args[4] = "de";
    let lines =
        ["Weitgehend", "zurück", "", "Weiß ich nicht", "z", "b", "n", "weiter", "partly", "hilfe", "liste", "ende"];
    let ran = folder.run(&args, &lines);
    ran.ends(0).says("Ihre Antwort: Weitgehend.").says("Enter behält „Weitgehend“").says("Hilfe:");
    ran.says("Beispiele für Nachweise:").says("9 Fragen sind unbeantwortet:");
    let sheet = folder.read("answers.json");
    assert!(sheet.contains(r#""equ1a": "largely""#) && sheet.contains(r#""equ2a": "dk""#));
    assert!(sheet.contains(r#""equ3a": "partly""#), "{sheet}");
}

#[test]
fn notes_evidence_and_the_reason_why_a_question_does_not_apply_are_saved() {
    let folder = Folder::new("notes");
    let mut args = GIVEN.to_vec();
    args[2] = "co-production";
    args.extend(["--questions", "equ1b,equ1a"]);
    let lines = [
        "note",
        "seen in March",
        "e",
        "minutes 2026-02",
        "nachweis photo",
        "1",
        "g equ1a",
        "1",
        "note x\u{1b}[31my",
        "",
        "q",
    ];
    folder.run(&args, &lines);
    let sheet = folder.read("answers.json");
    assert!(sheet.contains("seen in March") && sheet.contains("minutes 2026-02") && sheet.contains("photo"), "{sheet}");
    let folder = Folder::new("reason");
    let mut args = GIVEN.to_vec();
    args[2] = "co-production";
    args.extend(["--questions", "equ1d"]);
    let ran = folder.run(&args, &["trifft auf uns nicht zu", "we have no premises", ""]);
    ran.ends(0).says("You chose: Does not apply to us.").says("Why does it not apply?");
    let sheet = folder.read("answers.json");
    assert!(sheet.contains(r#""choice": "na""#) && sheet.contains("we have no premises"), "{sheet}");
}

#[test]
fn a_wrong_entry_says_what_is_possible_and_the_question_is_not_repeated() {
    let folder = Folder::new("wrong");
    let ran = folder.run(&GIVEN, &["9", "perhaps", "\u{1b}[A", "", "g 99", "q"]);
    ran.ends(0).says("\"9\" was not understood. Possible: 1 to 5").says("\"perhaps\" was not understood");
    ran.says("Nothing was entered.").says("There is no question \"99\"");
    assert_eq!(ran.said.matches("Question 1 of 12").count(), 1);
    assert!(!ran.said.contains('\u{1b}'));
}

#[test]
fn a_file_with_windows_line_ends_and_a_byte_order_mark_is_read_as_any_other() {
    let folder = Folder::new("crlf");
    let ran = folder.run(&GIVEN, &["\u{feff}2\r", "partly\r", "q\r"]);
    ran.ends(0).says_not("not understood");
}

#[test]
fn easy_language_changes_question_and_options() {
    let folder = Folder::new("easy");
    folder
        .run(&GIVEN, &["x", "leicht", "q"])
        .ends(0)
        .says("Easy-to-read draft, untested")
        .says("Easy language is off.");
}

#[test]
fn every_command_works_in_lines_in_both_languages_and_without_an_escape_byte() {
    let words = |language: &str| match language {
        "en" => [
            "Help:",
            "12 questions are unanswered:",
            "Left open.",
            "Note saved.",
            "There is 1 piece",
            "Easy language is on",
        ],
        _ => [
            "Hilfe:",
            "12 Fragen sind unbeantwortet:",
            "Offen gelassen.",
            "Notiz gespeichert.",
            "Es gibt 1 Nachweis",
            "Die leichte Fassung ist an",
        ],
    };
    for language in ["en", "de"] {
        let mut args = GIVEN;
        args[4] = language;
        for commands in [
            ["?", "l", "n", "b", "r", "note x", "e y", "x", "g 12", "q"],
            ["hilfe", "liste", "weiter", "zurück", "wiederholen", "notiz x", "nachweis y", "leicht", "gehe 12", "ende"],
            ["help", "list", "next", "back", "repeat", "note x", "evidence y", "easy", "go 12", "quit"],
            ["h", "L", "N", "z", "R", "NOTIZ x", "E y", "X", "g12", "Exit"],
        ] {
            let folder = Folder::new("every-command");
            let ran = folder.run(&args, &commands);
            for word in words(language) {
                ran.ends(0).says(word);
            }
            let twelfth = if language == "en" { "Question 12 of 12" } else { "Frage 12 von 12" };
            let (first, second) = (twelfth.replacen("12", "1", 1), twelfth.replacen("12", "2", 1));
            ran.says(twelfth);
            assert_eq!(ran.said.matches(&first).count(), 4, "shown, back, repeated, easy: {}", ran.said);
            assert_eq!(ran.said.matches(&second).count(), 1);
            assert!(!ran.said.contains('\u{1b}'));
            let sheet = folder.read("answers.json");
            assert!(sheet.contains(r#""note": "x""#) && sheet.contains(r#""evidence": ["#), "{sheet}");
        }
    }
}

#[test]
fn only_what_is_essential_or_for_the_perspective_is_asked() {
    let folder = Folder::new("essential");
    let rubric: serde_json::Value = serde_json::from_str(include_str!("../rubrics/co-production/rubric.json")).unwrap();
    let questions = rubric["questions"].as_array().unwrap();
    let essential = questions.iter().filter(|question| question["essential"] == true).count();
    let mut args = GIVEN.to_vec();
    args[2] = "co-production";
    folder.run(&with(&args, &["--only", "essential"]), &["q"]).ends(0).says(&format!("Question 1 of {essential}."));
    folder.run(&with(&args, &["--only", "essential"]), &["1", "q"]).ends(0).says("--only essential -o answers.json");
    fs::remove_file(folder.path("answers.json")).unwrap();
    args[6] = "service-users";
    args[11] = "--setting=provider";
    let asked = questions.iter().filter(|question| {
        let names =
            |key: &str, value: &str| question[key].as_array().is_none_or(|list| list.iter().any(|one| one == value));
        names("perspectives", "service-users") && names("settings", "provider")
    });
    folder.run(&args, &["q"]).ends(0).says(&format!("Question 1 of {}.", asked.count()));
}

#[test]
fn who_answered_a_part_is_told_of_the_rest_and_how_to_go_on() {
    let folder = Folder::new("part");
    // Two answers, the first with a note; what follows is the overview.
    let ran = folder.run(&with(&GIVEN, &["--questions", "acc2a,equ1a"]), &["note", "why", "1", "1", ""]);
    ran.ends(0).says("(note)").says("All questions of this part are answered;").says("others are open.");
    ran.says("coprod assess -o answers.json").says_not("All questions are done");
}

#[test]
fn only_some_questions_can_be_asked() {
    let folder = Folder::new("some");
    let some = |extra: &[&'static str]| with(&GIVEN, extra);
    folder.run(&some(&["--questions", "acc2a,equ1a"]), &["q"]).ends(0).says("Question 1 of 2. Principle: Equality.");
    let ran = folder.run(&["assess", "-o", "answers.json", "--questions", "acc2a,equ1a"], &["1"]);
    ran.ends(130).says("coprod assess --questions acc2a,equ1a -o answers.json");
    folder.run(&["assess", "-o", "answers.json", "--only", "essential"], &["q"]).ends(0);
    let ran = folder.run(&["assess", "-o", "answers.json", "--questions", "acc2z"], &[]);
    ran.ends(2).says("--questions: `acc2z` is not known. Did you mean `acc2a`?");
}

#[test]
fn one_person_keeps_the_month_and_a_group_its_number() {
    let folder = Folder::new("person");
    folder.run(&with(&GIVEN, &["--respondent", "r-07"]), &["q"]).ends(0);
    let sheet = folder.read("answers.json");
    assert!(sheet.contains(r#""date": "2026-03""#) && sheet.contains(r#""respondent": "r-07""#), "{sheet}");
    fs::remove_file(folder.path("answers.json")).unwrap();
    folder.run(&with(&GIVEN, &["--joint", "7"]), &["q"]).ends(0);
    assert!(folder.read("answers.json").contains(r#""people": 7"#));
    folder.run(&with(&GIVEN, &["--joint", "7", "--respondent", "a"]), &[]).ends(2);
    folder.run(&with(&GIVEN, &["--joint", "0"]), &[]).ends(2);
}

#[test]
fn a_run_that_must_not_ask_names_what_is_missing() {
    let folder = Folder::new("no-input");
    let ran = folder.run(&["assess", "--no-input", "-l", "en"], &[]);
    ran.ends(2).says("`--organisation`").says("`--output`").says("`--perspective`").says_not("Line by line");
    folder.run(&with(&GIVEN, &["--no-input"]), &["1"]).ends(2).says("--no-input");
    assert!(folder.names().is_empty());
    folder.run(&["--no-input", "-l", "en"], &[]).ends(2);
    folder.run(&GIVEN, &TWELVE).ends(0);
    let ran = folder.run(&["assess", "--no-input", "-o", "answers.json"], &[]);
    ran.ends(0).says("All questions are done.").says_not("1 to 12");
}

#[test]
fn without_a_terminal_bare_coprod_says_what_to_do() {
    let folder = Folder::new("bare");
    folder.run(&["-l", "en"], &["1"]).ends(2).says("coprod --help");
}

#[test]
fn options_that_contradict_the_file_are_refused_and_new_ones_are_added() {
    let folder = Folder::new("contradict");
    let start = &with(&GIVEN[..9], &["-o", "answers.json"])[..];
    folder.run(start, &["", "", "", "1", "q"]).ends(0);
    let before = folder.read("answers.json");
    for (option, value, has) in [
        ("--perspective", "hr", "`all`"),
        ("--organisation", "Other", "`Example Ltd`"),
        ("--date", "2025-01-01", "`2026-03-14`"),
        ("--respondent", "r-1", "names none"),
        ("--rubric", "co-production-quick", ""),
    ] {
        let ran = folder.run(&["assess", "-l", "en", "-o", "answers.json", option, value], &["q"]);
        match has {
            "" => ran.ends(0),
            has => ran.ends(2).says(option).says(has).says("contradicts"),
        };
        assert_eq!(folder.read("answers.json"), before, "untouched");
    }
    folder.run(&["assess", "-o", "answers.json", "--setting", "employer", "--joint", "3"], &["1", "q"]).ends(0);
    let sheet = folder.read("answers.json");
    assert!(sheet.contains(r#""setting": "employer""#) && sheet.contains(r#""people": 3"#), "{sheet}");
}

#[test]
fn a_file_that_is_no_sheet_stays_untouched() {
    let folder = Folder::new("invalid");
    for text in ["", "not JSON", "[]", "{}", r#"{"format": "coprod/answers/2"}"#] {
        fs::write(folder.path("answers.json"), text).unwrap();
        folder.run(&["assess", "-l", "en", "-o", "answers.json"], &["1", "1"]).ends(3);
        assert_eq!(folder.read("answers.json"), text);
        assert_eq!(folder.names(), ["answers.json"]);
    }
}

#[test]
fn keys_and_comments_that_are_not_ours_survive() {
    let folder = Folder::new("foreign");
    let sheet = r#"{"format": "coprod/answers/1", "rubric": {"id": "co-production-quick", "version": "1.0.0"}, "mine": 1,
        "organisation": {"name": "Example Ltd", "comment": "old"}, "date": "2026-01-02", "answers": {}}"#;
    fs::write(folder.path("answers.json"), sheet).unwrap();
    folder.run(&["assess", "-l", "en", "-o", "answers.json"], &["1", "q"]).ends(0);
    let sheet = folder.read("answers.json");
    assert!(
        sheet.contains(r#""mine": 1"#) && sheet.contains(r#""comment": "old""#) && sheet.contains("equ1a"),
        "{sheet}"
    );
}

#[test]
fn a_quick_check_goes_on_as_a_full_sheet_beside_it() {
    let folder = Folder::new("continue");
    folder.run(&GIVEN, &TWELVE).ends(0);
    let quick = folder.read("answers.json");
    let ran = folder.run(&["assess", "-l", "en", "-r", "co-production", "-o", "answers.json"], &["1", "q"]);
    ran.ends(0).says("answers.json stays as it is. 12 answers carry over to answers-co-production.json.");
    ran.says("Going on: 12 of ").says_not("Question 1 of").says("-o answers-co-production.json");
    assert_eq!(folder.read("answers.json"), quick);
    let full = folder.read("answers-co-production.json");
    assert!(
        full.contains(r#""id": "co-production""#) && full.contains(r#""equ1a": "no""#) && full.contains("equ1b"),
        "{full}"
    );
    let again = folder.run(&["assess", "-l", "en", "-r", "co-production", "-o", "answers.json"], &["1", "q"]);
    again.ends(0).says("Going on: 13 of ");
    let back =
        folder.run(&["assess", "-l", "en", "-r", "co-production-quick", "-o", "answers-co-production.json"], &[]);
    back.ends(2).says("--rubric").says("contradicts");
}

#[test]
fn what_was_answered_in_the_quick_check_later_is_taken_over_too() {
    let folder = Folder::new("merge");
    let full = ["assess", "-l", "en", "-r", "co-production", "-o", "answers.json"];
    folder.run(&GIVEN, &["1", "note early", "q"]).ends(0);
    folder.run(&full, &["q"]).ends(0).says("1 answer carries over");
    // The full sheet says something else of equ2a than the quick one will, and has a note of its own at equ3a.
    folder.run(&full, &["g equ2a", "4", "g equ3a", "note mine", "q"]).ends(0);
    folder.run(&GIVEN, &["2", "note theirs", "3", "e minutes", "2", "q"]).ends(0);
    let ran = folder.run(&full, &["q"]);
    ran.ends(0).says(
        "answers.json stays as it is. answers-co-production.json goes on; 2 answers from answers.json were taken over.",
    );
    let sheet: serde_json::Value = serde_json::from_str(&folder.read("answers-co-production.json")).unwrap();
    let answers = &sheet["answers"];
    assert_eq!(answers["equ1a"], "no");
    assert_eq!(answers["equ2a"]["choice"], "fully", "what was answered there stays: {answers}");
    assert_eq!(answers["equ3a"]["choice"], "largely");
    assert_eq!(answers["equ3a"]["note"], "mine", "its own note stays: {answers}");
    assert_eq!(answers["div1a"]["evidence"], serde_json::json!(["minutes"]));
    assert_eq!(answers["div1a"]["choice"], "partly");
    let ran = folder.run(&full, &["q"]);
    ran.ends(0).says("answers-co-production.json goes on.").says_not("taken over");
}

#[test]
fn the_full_sheet_of_somebody_else_is_left_alone() {
    let folder = Folder::new("stranger");
    let full = ["assess", "-l", "en", "-r", "co-production", "-o", "answers.json"];
    folder.run(&GIVEN, &["1", "q"]).ends(0);
    for (key, old, new) in [
        ("organisation", r#""name": "Example Ltd""#, r#""name": "X""#),
        ("perspective", r#""answers": {"#, r#""perspective": "hr", "answers": {"#),
        ("respondent", r#""answers": {"#, r#""respondent": "r-1", "answers": {"#),
        ("setting", r#""setting": "both""#, r#""setting": "employer""#),
    ] {
        folder.run(&full, &["q"]).ends(0);
        let theirs = folder.read("answers-co-production.json").replace(old, new);
        assert!(theirs.contains(new), "{key}");
        fs::write(folder.path("answers-co-production.json"), &theirs).unwrap();
        let ran = folder.run(&full, &["1", "q"]);
        ran.ends(0).says("answers-co-production.json is of another organisation").says("It is left alone.");
        ran.says("1 answer carries over to answers-co-production-2.json.");
        assert_eq!(folder.read("answers-co-production.json"), theirs, "{key}");
        // The same command goes on with the same file.
        folder.run(&full, &["q"]).ends(0).says("answers-co-production-2.json goes on.").says("Going on: 2 of ");
        fs::remove_file(folder.path("answers-co-production.json")).unwrap();
        fs::remove_file(folder.path("answers-co-production-2.json")).unwrap();
    }
}

#[test]
fn commands_are_no_names_notes_or_reasons() {
    let folder = Folder::new("commands");
    let args = ["assess", "-l", "de", "-r", "co-production-quick", "-p", "all"];
    let ran = folder.run(&args, &["?", "ende"]);
    ran.ends(0).says("Hier schreiben Sie einen Text").says("es wurde nichts gespeichert");
    assert!(folder.names().is_empty());
    let ran =
        folder.run(&args, &["Haus", "hilfe", "zurück", "„Ende“", "", "", "", "a.json", "note", "?", "z", "e", "q"]);
    ran.ends(0);
    let sheet = folder.read("a.json");
    assert!(sheet.contains(r#""name": "Ende""#) && sheet.contains(r#""answers": {}"#), "{sheet}");
}

#[test]
fn what_is_not_utf_8_is_asked_for_again_and_not_stored() {
    let folder = Folder::new("utf8");
    let mut child = folder.coprod(&GIVEN).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(b"note\nm\xfcde\nm\xc3\xbcde\n\xff\n2\nq\n").unwrap();
    drop(input);
    let ran = Ran::of(child.wait_with_output().unwrap());
    ran.ends(0);
    assert_eq!(ran.said.matches("it is not UTF-8").count(), 2, "{}", ran.said);
    let sheet = folder.read("answers.json");
    assert!(
        sheet.contains("müde") && sheet.contains(r#""choice": "partly""#) && !sheet.contains('\u{fffd}'),
        "{sheet}"
    );
}

#[test]
fn an_input_without_an_end_does_not_change_answers_for_ever() {
    let folder = Folder::new("endless");
    for entry in ["1", "2", "b", "perhaps", "n", ""] {
        let _ = fs::remove_file(folder.path("answers.json"));
        let lines = vec![entry; 20_000];
        let ran = folder.run(&GIVEN, &lines);
        ran.ends(130).says("The input goes on and on").says("All is saved in answers.json.");
        ran.says("Go on with: coprod assess -o answers.json");
    }
    // Also before the first question, where a name is needed, and where the file is there already.
    let ran = folder.run(&["assess", "-l", "en"], &vec!["b"; 20_000]);
    ran.ends(130).says("The input goes on and on").says("nothing was saved");
    folder.run(&["assess", "-l", "en"], &vec!["1"; 20_000]).ends(130);
    let ran = folder.run(&["assess", "-l", "en"], &vec!["1"; 20_000]);
    ran.ends(130).says("1.json exists already").says("The input goes on and on");
    // A long script that gets on is no such thing.
    let lines: Vec<String> =
        (1..=12).flat_map(|_| vec!["l".to_owned(); 100].into_iter().chain(["1".to_owned()])).collect();
    let _ = fs::remove_file(folder.path("answers.json"));
    folder.run(&GIVEN, &lines.iter().map(String::as_str).collect::<Vec<_>>()).ends(0);
}

#[test]
fn a_question_stays_on_one_line_so_that_no_part_of_it_looks_like_an_option() {
    let place = crate::support::Place::new();
    let mut rubric = crate::trend::small("1.0.0", serde_json::json!({}));
    rubric["texts"]["en"]["questions"]["a1"]["text"] = "Is it so?\n1. No".into();
    place.sheet("small.json", &rubric);
    let run = place.coprod([
        "assess",
        "-r",
        "small.json",
        "-l",
        "en",
        "--organisation",
        "Example",
        "--sector",
        "it",
        "--size",
        "10-49",
        "--setting",
        "employer",
        "--date",
        "2026-05-01",
        "-o",
        "a.json",
    ]);
    let done = run.stdin("quit\n").run();
    assert!(format!("{}{}", done.text(), done.stderr).contains("Is it so? 1. No"), "{}", done.stderr);
}

#[test]
fn two_interviews_on_one_file_are_refused_and_the_first_goes_on() {
    let folder = Folder::new("two");
    let mut first = folder.talk(&GIVEN);
    first.enter("1");
    first.hear("Question 2");
    folder.run(&["assess", "-l", "en", "-o", "answers.json"], &["1"]).ends(4).says("another interview");
    first.enter("2");
    first.hear("Question 3");
    first.enter("q");
    first.hear("Go on with");
    assert_eq!(first.child.wait().unwrap().code(), Some(0));
    assert!(folder.read("answers.json").contains(r#""equ2a": "partly""#));
    folder.run(&["assess", "-o", "answers.json"], &["q"]).ends(0);
}

#[test]
fn what_another_program_wrote_meanwhile_is_left_alone() {
    let folder = Folder::new("meanwhile");
    let mut first = folder.talk(&GIVEN);
    first.enter("1");
    first.hear("Question 2");
    fs::write(folder.path("answers.json"), "theirs").unwrap();
    first.enter("2");
    first.hear("answers.rescued.json");
    assert_eq!(first.child.wait().unwrap().code(), Some(2));
    assert_eq!(folder.read("answers.json"), "theirs");
    assert!(folder.read("answers.rescued.json").contains(r#""equ2a": "partly""#));
}

#[cfg(unix)]
#[test]
fn killed_after_any_question_nothing_but_the_question_on_screen_is_lost() {
    let folder = Folder::new("kill");
    for answered in 0..12 {
        let mut args = vec!["assess", "-l", "en", "-o", "answers.json"];
        if answered == 0 {
            args = GIVEN.to_vec();
        }
        let mut talk = folder.talk(&args);
        talk.hear(&format!("Question {} of 12", answered + 1));
        talk.enter("2");
        talk.hear("You chose");
        talk.child.kill().unwrap();
        talk.child.wait().unwrap();
        let sheet = folder.read("answers.json");
        assert_eq!(sheet.matches(r#": "partly""#).count(), answered + 1, "{sheet}");
        assert!(sheet.ends_with("}\n"));
        let left: Vec<String> = folder.names().into_iter().filter(|name| name.ends_with(".tmp")).collect();
        assert!(left.is_empty(), "{left:?}");
    }
    folder.run(&["assess", "-o", "answers.json"], &[]).ends(0);
}

#[cfg(unix)]
#[test]
fn interrupted_it_says_how_to_go_on_and_leaves_no_lock() {
    let folder = Folder::new("interrupt");
    for signal in ["-INT", "-TERM", "-HUP"] {
        let args = if signal == "-INT" { GIVEN.to_vec() } else { vec!["assess", "-l", "en", "-o", "answers.json"] };
        let mut talk = folder.talk(&args);
        talk.enter("2");
        talk.hear("You chose");
        talk.hear("Question");
        let pid = talk.child.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
        talk.hear("Go on with: coprod assess -o answers.json");
        assert_eq!(talk.child.wait().unwrap().code(), Some(130));
        assert_eq!(folder.names(), ["answers.json"]);
    }
    assert_eq!(folder.read("answers.json").matches(r#": "partly""#).count(), 3);
}

#[cfg(unix)]
#[test]
fn answers_are_for_the_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("mode");
    folder.run(&GIVEN, &["1", "q"]).ends(0);
    let mode = fs::metadata(folder.path("answers.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_saved_is_told_before_anybody_answers() {
    let folder = Folder::new("unwritable");
    for target in ["missing/answers.json", "/dev/full", "."] {
        let mut args = GIVEN.to_vec();
        args[13] = target;
        let ran = folder.run(&args, &["1"]);
        ran.ends(4).says_not("Question 1");
    }
}

#[cfg(unix)]
#[test]
fn a_target_that_is_no_file_gets_the_answers_once_at_the_end() {
    let folder = Folder::new("stdout");
    for target in ["-", "/dev/stdout"] {
        let mut args = GIVEN.to_vec();
        args[13] = target;
        let ran = folder.run(&args, &["1", "2", "q"]);
        assert_eq!(ran.code, 0);
        assert!(ran.out.trim().starts_with('{') && ran.out.matches("coprod/answers/1").count() == 1, "{}", ran.out);
        assert!(ran.out.contains(r#""equ2a": "partly""#));
        ran.says_not("Go on with");
    }
}

#[test]
fn a_dialogue_is_answered_at_once_and_not_only_at_its_end() {
    let folder = Folder::new("dialogue");
    let mut talk = folder.talk(&GIVEN);
    for number in 1..=12 {
        talk.hear(&format!("Question {number} of 12"));
        talk.hear("Answer 1 to 5");
        talk.enter("1");
    }
    talk.hear("Every question is answered.");
    talk.enter("3");
    talk.hear("Question 3 of 12");
    talk.enter("fully");
    talk.hear("changes an answer");
    talk.enter("");
    talk.hear("Write the report with: coprod report answers.json");
    talk.input = None;
    assert_eq!(talk.child.wait().unwrap().code(), Some(0));
    let mut out = String::new();
    talk.child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    assert_eq!(out, "");
    assert!(folder.read("answers.json").contains(r#""equ3a": "fully""#));
}

#[test]
fn bad_dates_and_unknown_names_are_told_before_anything_is_asked() {
    let folder = Folder::new("options");
    for (option, value, says) in [
        ("--date", "2026-02-30", "2026-02-30"),
        ("--perspective", "disabled-staf", "Did you mean `disabled-staff`?"),
        ("--rubric", "co-productoin", "Did you mean `co-production"),
        ("--setting", "club", "employer"),
    ] {
        let ran = folder.run(&["assess", "-l", "en", "-r", "co-production-quick", option, value], &[]);
        if option == "--rubric" {
            continue;
        }
        ran.ends(2).says(says);
    }
    folder.run(&["assess", "-l", "en", "-r", "co-productoin"], &[]).ends(2).says("Did you mean");
}

#[test]
fn a_rubric_in_one_language_is_not_asked_in_which() {
    let folder = Folder::new("one-language");
    let rubric = r#"{"format": "coprod/rubric/1", "id": "odd", "version": "1.0.0", "languages": ["de"],
        "scale": [{"id": "no", "points": 0}, {"id": "yes", "points": 1}],
        "principles": [{"id": "p"}], "levels": [{"id": "l"}], "questions": [{"id": "a", "principle": "p", "level": "l"}],
        "texts": {"de": {"title": "Kurz", "principles": {"p": {"name": "P"}}, "levels": {"l": {"name": "L"}},
            "scale": {"no": {"label": "Nein"}, "yes": {"label": "Ja"}}, "questions": {"a": {"text": "Geht das?"}}}}}"#;
    fs::write(folder.path("odd.json"), rubric).unwrap();
    let ran = folder.run(&["assess", "-r", "odd.json", "-o", "s.json"], &["Beispiel", "", "", "", "2", ""]);
    ran.ends(0).says_not("Welche Sprache").says_not("Which language").says("Geht das?");
    assert!(folder.read("s.json").contains("\"language\": \"de\""));
}

#[test]
fn answers_are_not_saved_under_the_name_of_a_report() {
    let folder = Folder::new("named");
    for (language, says) in [("en", "answers are kept as JSON"), ("de", "Antworten werden als JSON gespeichert")] {
        for name in ["report.pdf", "REPORT.HTML", "r.xlsx", "r.csv", "r.md"] {
            folder.run(&["assess", "-l", language, "-o", name], &["1"]).ends(2).says(says);
            assert!(!folder.path(name).exists());
        }
    }
}
