//! The order of the house: who may import whom, which library is known where, how files look.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The parts of the program, and which of the others each may import. `error`, `text` and `tree` are what most parts
/// stand on; they are listed all the same, so that `model` stays free of everything.
const MAY: [(&str, &[&str]); 17] = [
    ("main", &["cli", "commands"]),
    ("cli", &["text"]),
    ("exit", &["error"]),
    (
        "commands",
        &[
            "cli",
            "error",
            "exit",
            "files",
            "form",
            "formats",
            "import",
            "interview",
            "model",
            "packed",
            "report",
            "rubric",
            "scoring",
            "text",
            "tree",
        ],
    ),
    ("formats", &["report", "scoring", "model", "error", "text", "packed"]),
    ("report", &["scoring", "model", "error", "text"]),
    ("scoring", &["model"]),
    ("model", &[]),
    ("rubric", &["model", "error", "text", "tree", "files"]),
    ("import", &["model", "error", "text", "tree"]),
    ("interview", &["model", "error", "text"]),
    // A questionnaire on paper is a `Document` like a report, so that every document format can write it.
    ("form", &["formats", "report", "model", "error", "text"]),
    ("files", &["error"]),
    ("text", &["error", "model"]),
    ("tree", &["error", "model"]),
    ("error", &[]),
    ("packed", &[]),
];

/// A library that only one place knows, so that it can be replaced there.
const ONLY: [(&str, &str); 4] = [
    ("dialoguer", "interview/menu.rs"),
    ("comfy_table", "formats/table.rs"),
    ("printpdf", "formats/pdf/"),
    ("lopdf", "formats/pdf/"),
];

/// More lines than this are hard to hold in one's head. About 400 is the aim.
const LONGEST: usize = 450;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 8] = ["util", "utils", "helper", "helpers", "manager", "common", "misc", "stuff"];

struct Source {
    /// The path below `src`, with `/`.
    name: String,
    text: String,
}

impl Source {
    /// The first part of the path: `formats` of `formats/table.rs`, `error` of `error.rs`.
    fn part(&self) -> &str {
        self.name.split(['/', '.']).next().unwrap()
    }

    /// How many `super::` lead to the root of the crate.
    fn depth(&self) -> usize {
        let modules = self.name.trim_end_matches(".rs").trim_end_matches("/mod").split('/').count();
        if ["main.rs", "lib.rs"].contains(&self.name.as_str()) { 0 } else { modules }
    }
}

fn sources() -> Vec<Source> {
    fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, out);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                out.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    // Unit tests may use everything; what they look at is their own part.
    paths.retain(|path| {
        let inside = path.strip_prefix(&root).unwrap();
        !inside.ends_with("tests.rs") && !inside.components().any(|part| part.as_os_str() == "tests")
    });
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        Source { name, text: std::fs::read_to_string(path).unwrap() }
    };
    let found: Vec<Source> = paths.into_iter().map(read).collect();
    assert!(found.len() > 40, "the sources are read");
    found
}

/// The text without comments; `//` after a colon is an address.
fn code(text: &str) -> String {
    let bare = |line: &str| {
        let mut from = 0;
        while let Some(at) = line[from..].find("//").map(|at| at + from) {
            if at == 0 || line.as_bytes()[at - 1] != b':' {
                return line[..at].to_owned();
            }
            from = at + 2;
        }
        line.to_owned()
    };
    text.lines().map(bare).collect::<Vec<_>>().join("\n")
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Every place after a whole word in a text.
fn after<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(word)
        .filter(|(at, _)| !text[..*at].ends_with(is_word))
        .map(move |(at, _)| &text[at + word.len()..])
        .filter(|rest| !rest.starts_with(is_word))
}

/// The first names of what follows `crate::`: one, or those of a group in braces.
fn first_names(rest: &str) -> BTreeSet<String> {
    let name = |text: &str| text.trim().chars().take_while(|&c| is_word(c)).collect::<String>();
    let Some(group) = rest.strip_prefix('{') else { return BTreeSet::from([name(rest)]) };
    let (mut depth, mut items) = (0, vec![String::new()]);
    for c in group.chars() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(String::new());
                continue;
            }
            _ => {}
        }
        items.last_mut().unwrap().push(c);
    }
    items.iter().map(|item| name(item)).filter(|name| !name.is_empty()).collect()
}

/// The parts of the program that a file imports.
fn imports(source: &Source) -> BTreeSet<String> {
    let code = code(&source.text);
    let up = "super::".repeat(source.depth());
    let roots = ["crate::", "coprod::", &up];
    let mut found = BTreeSet::new();
    for root in roots.into_iter().filter(|root| !root.is_empty()) {
        let word = root.trim_end_matches(':');
        let rests = after(&code, word).filter_map(|rest| rest.strip_prefix("::"));
        found.extend(rests.flat_map(first_names).filter(|name| MAY.iter().any(|(part, _)| part == name)));
    }
    found.remove(source.part());
    found
}

#[test]
fn every_part_imports_only_what_it_may() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.name != "lib.rs") {
        let Some((_, may)) = MAY.iter().find(|(part, _)| *part == source.part()) else {
            wrong.push(format!("src/{}: say in this test what `{}` may import", source.name, source.part()));
            continue;
        };
        for import in imports(source) {
            if !may.contains(&import.as_str()) {
                wrong.push(format!("src/{}: `{}` may not import `{import}`", source.name, source.part()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_test_of_imports_finds_every_way_to_write_one() {
    let found = |name: &str, text: &str| {
        let source = Source { name: name.into(), text: text.into() };
        imports(&source).into_iter().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(found("scoring/level.rs", "use crate::report::Report;"), "report");
    assert_eq!(found("scoring/level.rs", "fn f(x: &crate::report::Report, y: crate::text::Words) {}"), "report text");
    assert_eq!(found("scoring/level.rs", "use crate::{\n  model::{Ratio, text},\n  report,\n};"), "model report");
    assert_eq!(found("scoring/level.rs", "use super::super::report::Report;"), "report");
    assert_eq!(found("scoring/mod.rs", "use super::report;"), "report");
    assert_eq!(found("scoring/level.rs", "use super::score::Bounds; // crate::report\n/// [`crate::text`]"), "");
    assert_eq!(found("main.rs", "use coprod::cli::Cli;"), "cli");
    assert_eq!(found("scoring/mod.rs", "use crate::scoring::level;"), "");
}

#[test]
fn each_library_for_terminals_and_pdf_is_known_in_one_place() {
    for source in sources() {
        let code = code(&source.text);
        for (library, place) in ONLY {
            let used = after(&code, library).any(|rest| rest.starts_with("::") || rest.starts_with([';', ' ', '{']));
            assert!(!used || source.name.starts_with(place), "{library} in src/{}", source.name);
        }
    }
}

#[test]
fn every_file_says_first_what_it_is() {
    for source in sources() {
        assert!(source.text.starts_with("//! "), "src/{}", source.name);
    }
}

#[test]
fn no_file_is_too_long() {
    let long = sources().into_iter().map(|source| (source.text.lines().count(), source.name));
    let long: Vec<_> = long.filter(|(lines, _)| *lines > LONGEST).collect();
    assert!(long.is_empty(), "more than {LONGEST} lines: {long:?}");
}

#[test]
fn no_name_is_empty_of_meaning() {
    for source in sources() {
        for part in source.name.trim_end_matches(".rs").split('/').flat_map(|part| part.split('_')) {
            assert!(!EMPTY_NAMES.contains(&part), "src/{}", source.name);
        }
        let code = code(&source.text);
        for kind in ["mod", "struct", "enum", "trait", "type", "fn"] {
            for rest in after(&code, kind).filter(|rest| rest.starts_with(' ')) {
                let name: String = rest.trim_start().chars().take_while(|&c| is_word(c)).collect();
                let lower = name.to_lowercase();
                // The options that every command has: there the word says what is inside.
                let known = source.name == "cli.rs" && name == "Common";
                assert!(known || !EMPTY_NAMES.contains(&lower.as_str()), "{kind} {name} in src/{}", source.name);
            }
        }
    }
}

#[test]
fn nothing_unsafe_is_allowed() {
    for name in ["main.rs", "lib.rs"] {
        let source = sources().into_iter().find(|source| source.name == name).unwrap();
        assert!(source.text.contains("#![forbid(unsafe_code)]"), "src/{name}");
    }
}
