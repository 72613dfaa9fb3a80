//! The recipes under `examples/ci`, run as they stand.

use super::all;
use crate::support::{Place, with};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn recipe(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/ci").join(name)
}

/// Runs a recipe in a folder, with the program of this build and nothing of the user's settings.
fn run(place: &Place, program: &str, args: &[&str], settings: &[(&str, &str)]) -> Output {
    let mut command = Command::new(program);
    command.args(args).current_dir(place.path("")).env_clear();
    for name in ["PATH", "TMPDIR", "HOME"] {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    command.env("COPROD", env!("CARGO_BIN_EXE_coprod")).env("COPROD_LANG", "en");
    // Ages and exceptions must not depend on the day of the test.
    command.env("SOURCE_DATE_EPOCH", "1780000000").envs(settings.iter().copied());
    command.output().unwrap_or_else(|error| panic!("{program}: {error}"))
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.clone(), output.stderr.clone()].concat()).into_owned()
}

/// The policy of the recipes, and a sheet that meets it.
fn place() -> Place {
    let place = Place::new();
    place.write("coprod.policy.json", std::fs::read(recipe("coprod.policy.json")).unwrap());
    place.sheet("current.json", &all("fully", "2026-04-14"));
    place.sheet("last.json", &all("largely", "2026-01-14"));
    place
}

#[test]
fn the_policy_fits_its_schema_and_is_used_without_a_warning() {
    let place = place();
    let policy: serde_json::Value = serde_json::from_str(&place.read("coprod.policy.json")).unwrap();
    assert!(crate::rubrics::validator("policy").is_valid(&policy));
    let args = ["check", "current.json", "--policy", "coprod.policy.json", "--today", "2026-05-01"];
    place.coprod(args).run().ok().silent();
}

#[cfg(unix)]
#[test]
fn a_mail_is_sent_only_if_there_is_something_to_say() {
    let place = place();
    let mailer = "#!/bin/sh\nprintf '%s\\n' \"$@\" > mail.txt\ncat >> mail.txt\n";
    place.write("mailer", mailer);
    let script = recipe("check-and-mail.sh");
    let script = script.to_str().unwrap();
    let settings = [("COPROD_MAIL", "./mailer"), ("COPROD_TO", "hr@example.org")];
    std::fs::set_permissions(place.path("mailer"), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let done = run(&place, "sh", &[script, "current.json"], &settings);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done));
    assert!(!place.path("mail.txt").exists());
    place.sheet("current.json", &all("no", "2026-04-14"));
    let done = run(&place, "sh", &[script, "current.json"], &settings);
    assert_eq!(done.status.code(), Some(1), "{}", text(&done));
    let mail = place.read("mail.txt");
    assert!(mail.contains("hr@example.org") && mail.contains("the gate is not met"), "{mail}");
    assert!(mail.contains("Starting out"), "{mail}");
    // What could not be judged is said too, and is not a gate that is not met.
    place.write("current.json", "hello");
    let done = run(&place, "sh", &[script, "current.json"], &settings);
    assert_eq!(done.status.code(), Some(3), "{}", text(&done));
    assert!(place.read("mail.txt").contains("could not be judged (exit code 3)"));
}

#[cfg(unix)]
#[test]
fn the_makefile_writes_what_is_missing_and_fails_with_the_gate() {
    if Command::new("make").arg("--version").output().is_err() {
        // Not every computer that builds with Rust has it; those that test before a release do.
        assert!(std::env::var_os("COPROD_CI").is_none(), "make is missing");
        return;
    }
    let place = place();
    let file = recipe("Makefile");
    let coprod = format!("COPROD={}", env!("CARGO_BIN_EXE_coprod"));
    let make = |target: &str| run(&place, "make", &["-f", file.to_str().unwrap(), &coprod, target], &[]);
    let done = make("all");
    assert_eq!(done.status.code(), Some(0), "{}", text(&done));
    for name in ["out/report.pdf", "out/report.json", "out/trend.pdf", "out/gate.xml"] {
        assert!(place.path(name).exists(), "{name}");
    }
    let again = make("report");
    assert!(text(&again).contains("Nothing to be done"), "{}", text(&again));
    place.sheet("current.json", &all("partly", "2026-04-14"));
    assert_ne!(make("check").status.code(), Some(0));
    assert!(place.read("out/gate.xml").contains("<failure"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_quarter_is_archived_as_a_whole_with_digests_and_compared_with_the_last() {
    let place = place();
    let script = recipe("quarterly.sh");
    let quarter = |name: &str, file: &str| run(&place, "sh", &[script.to_str().unwrap(), name, file], &[]);
    let done = quarter("2026-Q1", "last.json");
    assert_eq!(done.status.code(), Some(0), "{}", text(&done));
    assert!(!place.path("archive/2026-Q1/trend.pdf").exists(), "the first one has nothing to be compared with");
    let done = quarter("2026-Q2", "current.json");
    assert_eq!(done.status.code(), Some(0), "{}", text(&done));
    for name in
        ["answers.json", "report.pdf", "report.json", "trend.pdf", "verdict.json", "coprod.policy.json", "SHA256SUMS"]
    {
        assert!(place.path(format!("archive/2026-Q2/{name}")).exists(), "{name}");
    }
    let verdict: serde_json::Value = serde_json::from_str(&place.read("archive/2026-Q2/verdict.json")).unwrap();
    assert!(verdict["rules"].as_array().unwrap().iter().any(|rule| rule["rule"] == "baseline"));
    let folder = place.path("archive/2026-Q2");
    let sums = Command::new("sha256sum").args(["-c", "--quiet", "SHA256SUMS"]).current_dir(folder).status();
    assert!(sums.unwrap().success());
    // What is archived stays as it is.
    assert_eq!(quarter("2026-Q2", "current.json").status.code(), Some(2));
    // A gate that is not met is archived; answers that cannot be read are not.
    place.sheet("worse.json", &all("no", "2026-07-14"));
    assert_eq!(quarter("2026-Q3", "worse.json").status.code(), Some(1));
    assert!(place.path("archive/2026-Q3/verdict.json").exists());
    place.write("bad.json", "hello");
    assert_eq!(quarter("2026-Q4", "bad.json").status.code(), Some(3));
    let other = with(all("no", "2026-10-14"), "rubric", json!({"id": "co-production-quick", "version": "1.0.0"}));
    place.sheet("other.json", &other);
    assert_eq!(quarter("2026-Q4", "other.json").status.code(), Some(3));
    let names: Vec<String> = std::fs::read_dir(place.path("archive"))
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(!names.iter().any(|name| name == "2026-Q4" || name.starts_with('.')), "{names:?}");
}

#[test]
fn a_quarter_begins_with_what_a_survey_tool_exported() {
    let place = place();
    let mut csv =
        String::from("id,answer\nrubric,co-production\nversion,1.0.0\norganisation,Example Ltd\ndate,2026-04-14\n");
    for id in all("fully", "2026-04-14")["answers"].as_object().unwrap().keys() {
        csv.push_str(&format!("{id},fully\n"));
    }
    place.write("export.csv", csv);
    let script = recipe("quarterly.sh");
    let done = run(&place, "sh", &[script.to_str().unwrap(), "2026-Q2", "export.csv"], &[]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done));
    let sheet: serde_json::Value = serde_json::from_str(&place.read("archive/2026-Q2/answers.jsonl")).unwrap();
    assert_eq!((&sheet["format"], &sheet["answers"]["equ1a"]), (&json!("coprod/answers/1"), &json!("fully")));
}

#[cfg(target_os = "linux")]
#[test]
fn a_quarter_of_several_people_is_archived_and_compared_with_the_one_before_it() {
    let place = place();
    let script = recipe("quarterly.sh");
    let quarter = |name: &str, file: &str| run(&place, "sh", &[script.to_str().unwrap(), name, file], &[]);
    let mut lines = String::new();
    for who in 0..6 {
        for perspective in ["staff", "disabled-staff"] {
            let sheet = with(all("fully", "2026-04"), "perspective", json!(perspective));
            let sheet = with(sheet, "respondent", json!(format!("{}{who}", &perspective[..1])));
            place.sheet(&format!("folder/{perspective}-{who}.json"), &sheet);
            lines.push_str(&format!("{}\n", with(sheet, "date", json!("2026-10"))));
        }
    }
    place.write("lines.jsonl", lines);
    for (name, answers) in [("2026-Q2", "folder"), ("2026-Q4", "lines.jsonl"), ("2026-Q1", "current.json")] {
        let done = quarter(name, answers);
        assert!(done.status.code().is_some_and(|code| code < 2), "{name}: {}", text(&done));
    }
    assert_eq!(std::fs::read_dir(place.path("archive/2026-Q2/answers")).unwrap().count(), 12);
    let sums = std::fs::read_to_string(place.path("archive/2026-Q2/SHA256SUMS")).unwrap();
    assert!(sums.contains("./answers/staff-0.json") && !sums.contains("SHA256SUMS"), "{sums}");
    assert!(place.path("archive/2026-Q4/trend.pdf").exists());
    // What is filed later is compared with what lies before it, if anything does, and never with what came after it.
    assert!(!place.path("archive/2026-Q1/trend.pdf").exists());
}

/// The `coprod` commands of a workflow.
fn commands(workflow: &str) -> Vec<Vec<String>> {
    let lines = workflow.lines().map(|line| line.trim().trim_start_matches("run: "));
    let calls = lines.filter_map(|line| line.strip_prefix("coprod ").or_else(|| line.strip_prefix("\"$program\" ")));
    calls.map(|rest| rest.split_whitespace().map(|word| word.trim_matches('"').to_owned()).collect()).collect()
}

#[test]
fn the_commands_of_the_workflow_do_what_the_workflow_expects() {
    let workflow = std::fs::read_to_string(recipe("github-actions.yml")).unwrap();
    let place = place();
    place.sheet("answers/current.json", &all("fully", "2026-04-14"));
    place.sheet("answers/last.json", &all("largely", "2026-01-14"));
    let calls = commands(&workflow);
    assert_eq!(calls.len(), 2, "{calls:?}");
    for call in &calls {
        let done = place.coprod(call).env("SOURCE_DATE_EPOCH", "1780000000").run();
        assert_eq!(done.code, 0, "{call:?}: {}", done.stderr);
    }
    assert!(place.path("report.html").exists());
    place.sheet("answers/current.json", &all("no", "2026-04-14"));
    let done = place.coprod(&calls[1]).env("SOURCE_DATE_EPOCH", "1780000000").run();
    assert_eq!(done.code, 1);
    assert!(done.text().contains("::error file=answers/current.json,"), "{}", done.text());
}

#[test]
fn the_commands_of_the_release_workflow_exist() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/workflows/release.yml");
    let workflow = std::fs::read_to_string(path).unwrap();
    let calls = commands(&workflow);
    assert!(calls.len() >= 4, "{calls:?}");
    for call in calls {
        let command = &call[0];
        if command == "--version" {
            continue;
        }
        let done = Place::new().coprod([command.as_str(), "--help"]).run();
        assert_eq!(done.code, 0, "{call:?}");
        for option in call.iter().filter(|word| word.starts_with('-')) {
            assert!(done.text().contains(option.as_str()), "{call:?}: {option}");
        }
    }
    for (target, name) in
        [("x86_64-unknown-linux-musl", "linux"), ("x86_64-pc-windows-msvc", "windows"), ("apple-darwin", "macos")]
    {
        assert!(workflow.contains(target), "{name}");
    }
    assert!(workflow.contains("sha256sum"));
}
