//! Everything the documents say is run.

use std::path::Path;
use std::process::Command;

const DOCUMENTS: [&str; 5] =
    ["README.md", "CONTRIBUTING.md", "examples/README.md", "examples/ci/README.md", "rubrics/README.md"];

/// A command of a document and what the document says it prints.
struct Step {
    document: &'static str,
    command: String,
    expected: Vec<String>,
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_default()
}

fn steps() -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for document in DOCUMENTS {
        let text = read(document);
        let mut inside = false;
        for line in text.lines() {
            let line = line.trim_end();
            // Blocks in lists are indented by their list.
            let plain = line.trim_start();
            if plain.starts_with("```") {
                inside = plain == "```console";
            } else if let Some(command) = plain.strip_prefix("$ ").filter(|_| inside) {
                steps.push(Step { document, command: command.to_owned(), expected: Vec::new() });
            } else if inside && let Some(step) = steps.last_mut() {
                step.expected.push(plain.to_owned());
            }
        }
    }
    steps
}

fn words(command: &str) -> Vec<String> {
    let mut out = Vec::new();
    let (mut word, mut quoted) = (String::new(), false);
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => out.push(std::mem::take(&mut word)),
            c => word.push(c),
        }
    }
    out.push(word);
    out.retain(|word| !word.is_empty());
    out
}

/// Whether the lines are as expected; `...` stands for any lines.
fn matches(expected: &[String], found: &[&str]) -> bool {
    match expected.split_first() {
        None => found.is_empty(),
        Some((first, rest)) if first == "..." => (0..=found.len()).any(|skip| matches(rest, &found[skip..])),
        Some((first, rest)) => {
            found.split_first().is_some_and(|(line, more)| line.trim() == first.trim() && matches(rest, more))
        }
    }
}

fn folder_with_examples() -> tempfile::TempDir {
    fn copy(from: &Path, to: &Path) {
        std::fs::create_dir(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            let target = to.join(path.file_name().unwrap());
            if path.is_file() {
                std::fs::copy(&path, target).unwrap();
            } else if !path.ends_with("reports") {
                copy(&path, &target);
            }
        }
    }
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"), &folder.path().join("examples"));
    folder
}

#[test]
fn every_console_block_prints_what_the_document_says() {
    let steps = steps();
    assert!(steps.len() >= 5, "the documents show hardly any command");
    let mut folders = std::collections::BTreeMap::new();
    for Step { document, command, expected } in steps {
        // Each document starts in a folder of its own, with the examples.
        let folder = folders.entry(document).or_insert_with(folder_with_examples);
        let words = words(&command);
        let (program, arguments) = words.split_first().unwrap();
        assert_eq!(program, "coprod", "{document}: only coprod is run in console blocks: {command}");
        let output = Command::new(env!("CARGO_BIN_EXE_coprod"))
            .args(arguments)
            .current_dir(folder.path())
            .env_clear()
            .env("COPROD_LANG", "en")
            .output()
            .unwrap();
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let found: Vec<&str> = text.lines().collect();
        assert!(output.status.success(), "{document}: {command}\n{text}");
        assert!(
            matches(&expected, &found),
            "{document}: {command}\nexpected:\n{}\nfound:\n{text}",
            expected.join("\n")
        );
    }
}

#[test]
fn every_shell_command_of_the_readme_is_one_that_exists() {
    for line in read("README.md").lines().map(str::trim) {
        if let Some(arguments) = line.strip_prefix("coprod ") {
            let words = words(arguments);
            let command = words.first().unwrap();
            let output = Command::new(env!("CARGO_BIN_EXE_coprod")).args([command, "--help"]).output().unwrap();
            let help = String::from_utf8(output.stdout).unwrap();
            for option in words.iter().filter(|word| word.starts_with('-')) {
                assert!(help.contains(option.as_str()), "`{line}`: {command} has no {option}");
            }
        }
    }
}

#[test]
fn every_option_that_the_readme_names_is_in_some_help() {
    let mut help = String::new();
    for command in ["assess", "report", "plan", "form", "import", "rubric", "compare", "check", "man"] {
        let output = Command::new(env!("CARGO_BIN_EXE_coprod")).args([command, "--help"]).output().unwrap();
        help.push_str(&String::from_utf8(output.stdout).unwrap());
    }
    let text = read("README.md");
    for word in text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')) {
        if word.starts_with("--")
            && word.contains(|c: char| c.is_ascii_alphabetic())
            && word != "--release"
            && word != "--path"
        {
            assert!(help.contains(word), "the README names {word}, which no help does");
        }
    }
}

#[test]
fn the_exit_codes_of_the_readme_are_those_of_the_help() {
    for line in coprod::cli::EXIT_CODES.lines().skip(1) {
        let (code, meaning) = line.trim().split_once(' ').unwrap();
        let meaning = meaning.trim().replace("rubric lint", "`rubric lint`").replace("(check)", "(`check`)");
        assert!(read("README.md").contains(&format!("| {code} | {meaning} |")), "{line}");
    }
}

#[test]
fn every_link_to_a_file_leads_somewhere() {
    for document in DOCUMENTS {
        let text = read(document);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(document).parent().unwrap().to_owned();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if !target.starts_with("http") && !target.starts_with('#') {
                assert!(folder.join(target).exists(), "{document}: {target}");
            }
        }
    }
}

#[test]
fn the_sentence_for_german_users_stands_where_they_start() {
    let sentence = coprod::text::words_for("de").unwrap().report.before_you_start;
    let joined = read("README.md").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(joined.contains(sentence));
    let output = Command::new(env!("CARGO_BIN_EXE_coprod")).args(["assess", "--help"]).output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().contains("§ 94 and § 87(1) BetrVG"));
}
