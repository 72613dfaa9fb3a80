//! The tools: list, show, new, lint.

use super::{coprod, folder, in_folder, manifest};
use serde_json::{Value, json};
use std::fs;

fn json_of(arguments: &[&str]) -> Value {
    let run = coprod(arguments);
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {}", run.stderr))
}

#[test]
fn the_list_names_every_built_in_rubric() {
    let list = json_of(&["rubric", "list", "-f", "json"]);
    let ids: Vec<&str> =
        list["rubrics"].as_array().unwrap().iter().map(|rubric| rubric["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["co-production", "co-production-quick"]);
    assert_eq!(list["rubrics"][1]["kind"], "quick");
    assert_eq!(list["rubrics"][1]["questions"], 12);
    assert_eq!(list["rubrics"][0]["languages"], json!(["de", "en"]));
    let table = coprod(&["rubric", "list"]);
    assert!(table.stdout.contains("co-production-quick") && table.stdout.contains("Languages"), "{}", table.stdout);
    let german = coprod(&["rubric", "list", "-l", "de"]);
    assert!(german.stdout.contains("Sprachen") && german.stdout.contains("Koproduktion"), "{}", german.stdout);
}

#[test]
fn the_whole_bank_can_be_read_in_every_format() {
    let texts: Value =
        serde_json::from_str(&fs::read_to_string(manifest("rubrics/co-production/de.json")).unwrap()).unwrap();
    let markdown = coprod(&["rubric", "show", "-l", "de", "-f", "markdown"]).stdout;
    let table = coprod(&["rubric", "show", "-l", "de"]).stdout;
    let words = |text: &str| text.split_whitespace().map(|w| w.replace('\\', "")).collect::<Vec<_>>().join(" ");
    let (markdown, table) = (words(&markdown), words(&table));
    for (id, question) in texts["questions"].as_object().unwrap() {
        for key in ["text", "easy", "help", "easy_help"] {
            let text = words(question[key].as_str().unwrap());
            assert!(markdown.contains(&text), "markdown: {id} {key}: {text}");
            assert!(table.contains(&text), "table: {id} {key}: {text}");
        }
        for step in question["recommendation"]["steps"].as_array().unwrap() {
            assert!(markdown.contains(&words(step.as_str().unwrap())), "{id}: {step}");
        }
    }
    assert!(markdown.contains("Leicht verständliche Fassung (Entwurf, nicht geprüfte Leichte Sprache)"));
    assert!(markdown.contains("**Aufwand von Antwort zu Antwort:** klein, klein, mittel"));
}

#[test]
fn easy_shows_only_easy_texts_under_their_honest_name() {
    let easy = coprod(&["rubric", "show", "co-production-quick", "-l", "de", "--easy", "-f", "markdown"]).stdout;
    let texts: Value =
        serde_json::from_str(&fs::read_to_string(manifest("rubrics/co-production-quick/de.json")).unwrap()).unwrap();
    assert!(easy.contains("> Leicht verständliche Fassung (Entwurf, nicht geprüfte Leichte Sprache)"), "{easy}");
    for (id, question) in texts["questions"].as_object().unwrap() {
        assert!(easy.contains(question["easy"].as_str().unwrap()), "{id}");
        assert!(!easy.contains(question["help"].as_str().unwrap()), "{id}");
    }
    let english = coprod(&["rubric", "show", "co-production-quick", "--easy"]).stdout;
    assert!(english.contains("Easy-to-read draft, untested"), "{english}");
}

#[test]
fn a_perspective_sees_only_its_questions() {
    let bank: Value =
        serde_json::from_str(&fs::read_to_string(manifest("rubrics/co-production/rubric.json")).unwrap()).unwrap();
    let shown = coprod(&["rubric", "show", "-p", "service-users", "-f", "markdown"]).stdout;
    let mut count = 0;
    for question in bank["questions"].as_array().unwrap() {
        let asked =
            question.get("perspectives").is_none_or(|list| list.as_array().unwrap().contains(&json!("service-users")));
        let id = question["id"].as_str().unwrap();
        assert_eq!(shown.contains(&format!("#### {id}: ")), asked, "{id}");
        count += usize::from(asked);
    }
    assert!(shown.contains(&format!("({count} questions)")), "{count}");
    let wrong = coprod(&["rubric", "show", "-p", "service-user"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("Did you mean `service-users`?"), "{}", wrong.stderr);
}

#[test]
fn one_file_holds_the_same_rubric_and_passes_the_lint() {
    let folder = folder();
    for (id, language) in [("co-production", "de"), ("co-production", "en"), ("co-production-quick", "de")] {
        let path = folder.path().join("one.json");
        let shown = coprod(&["rubric", "show", id, "-l", language, "-f", "json"]);
        fs::write(&path, &shown.stdout).unwrap();
        let lint = coprod(&["rubric", "lint", path.to_str().unwrap()]);
        assert_eq!(lint.code, 0, "{}", lint.stdout);
        let again = coprod(&["rubric", "show", path.to_str().unwrap(), "-l", language, "-f", "json"]);
        assert_eq!(again.stdout, shown.stdout);
        let [a, b] = [id, path.to_str().unwrap()].map(|name| coprod(&["rubric", "show", name, "-l", language]).stdout);
        assert_eq!(a, b);
    }
    let path = folder.path().join("hr.json");
    fs::write(&path, coprod(&["rubric", "show", "-p", "hr", "-f", "json"]).stdout).unwrap();
    assert_eq!(coprod(&["rubric", "lint", path.to_str().unwrap()]).code, 0);
}

#[test]
fn one_file_scores_like_the_folder() {
    // The digest covers what a rubric scores by, so that equal digests are equal rubrics.
    let folder = folder();
    let digest = |rubric: &str| {
        let sheet = folder.path().join("s.json");
        let text = json!({"format": "coprod/answers/1", "rubric": {"id": "accessible-events", "version": "1.0.0"},
            "organisation": {"name": "X"}, "date": "2026-01-01", "answers": {"inf1a": "partly"}});
        fs::write(&sheet, text.to_string()).unwrap();
        json_of(&["report", sheet.to_str().unwrap(), "-r", rubric, "-f", "json"])["rubric"]["digest"].clone()
    };
    let template = manifest("rubrics/template");
    let one = folder.path().join("one.json");
    let made = coprod(&["rubric", "new", "--from", template.to_str().unwrap(), one.to_str().unwrap()]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let text = fs::read_to_string(&one).unwrap();
    fs::write(&one, text.replacen("\"id\": \"one\"", "\"id\": \"accessible-events\"", 1)).unwrap();
    assert_eq!(digest(one.to_str().unwrap()), digest(template.to_str().unwrap()));
}

#[test]
fn a_new_rubric_is_valid_and_named_after_its_path() {
    let folder = folder();
    let root = folder.path();
    for (path, from, id) in [
        ("my-rubric", None, "my-rubric"),
        ("one.json", None, "one"),
        ("Our Check", None, "our-check"),
        ("2026", None, "my-rubric"),
        ("our-check.json", Some("co-production-quick"), "our-check"),
        ("bank", Some("co-production"), "bank"),
        ("co-production", Some("co-production"), "my-co-production"),
    ] {
        let mut arguments = vec!["rubric", "new", path];
        arguments.extend(from.iter().flat_map(|from| ["--from", from]));
        let made = in_folder(root, &arguments);
        assert_eq!(made.code, 0, "{path}: {}", made.stderr);
        let lint = in_folder(root, &["rubric", "lint", path, "-f", "json"]);
        let result: Value = serde_json::from_str(&lint.stdout).unwrap();
        assert_eq!((lint.code, &result["rubric"]["id"]), (0, &json!(id)), "{path}: {}", lint.stdout);
        assert_eq!(result["counts"], json!({"errors": 0, "warnings": 0}), "{path}: {}", lint.stdout);
    }
    let text = fs::read_to_string(root.join("bank/rubric.json")).unwrap();
    assert!(text.contains("\"comment\": \"Adapted from co-production 1.0.0.\""), "{}", &text[..300]);
    let original = fs::read_to_string(manifest("rubrics/co-production/de.json")).unwrap();
    assert_eq!(fs::read_to_string(root.join("bank/de.json")).unwrap(), original);
    let names: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{names:?}");
}

#[test]
fn a_new_rubric_never_overwrites_and_leaves_nothing_half_written() {
    let folder = folder();
    let root = folder.path();
    fs::create_dir(root.join("there")).unwrap();
    fs::write(root.join("there.json"), "mine").unwrap();
    for path in ["there", "there.json"] {
        let run = in_folder(root, &["rubric", "new", path]);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains("exists already"), "{}", run.stderr);
    }
    assert_eq!(fs::read_to_string(root.join("there.json")).unwrap(), "mine");
    assert_eq!(fs::read_dir(root.join("there")).unwrap().count(), 0);
    for path in ["no/such/folder", "no/such/file.json"] {
        let run = in_folder(root, &["rubric", "new", path]);
        assert_eq!(run.code, 4, "{}", run.stderr);
    }
    let run = in_folder(root, &["rubric", "new", "--from", "co-producton", "x"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("Did you mean `co-production`?"), "{}", run.stderr);
    assert_eq!(fs::read_dir(root).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn a_new_folder_has_the_usual_mode() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    assert_eq!(in_folder(folder.path(), &["rubric", "new", "r"]).code, 0);
    fs::create_dir(folder.path().join("usual")).unwrap();
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("r"), mode("usual"));
}

#[test]
fn exceptions_need_a_reason_and_a_use() {
    let folder = folder();
    let root = folder.path();
    assert_eq!(in_folder(root, &["rubric", "new", "r"]).code, 0);
    let path = root.join("r/de.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("Kommen alle ohne Treppe in den Raum?", "Hilft die HR allen?", 1)).unwrap();
    let lint = |allow: Value| {
        let file = json!({"format": "coprod/lint/1", "allow": allow});
        fs::write(root.join("r/lint.json"), file.to_string()).unwrap();
        in_folder(root, &["rubric", "lint", "r"])
    };
    let entry = |code: &str, key: &str, value: &str| json!([{"code": code, key: value, "reason": "known here"}]);
    assert_eq!(lint(json!([])).code, 1);
    for (key, value) in [("word", "hr"), ("pointer", "/questions/pla1a/easy"), ("pointer", "/questions/pla1a")] {
        let run = lint(entry("abbreviation", key, value));
        assert_eq!(run.code, 0, "{key} {value}: {}", run.stdout);
        assert!(run.stdout.contains("no findings"), "{}", run.stdout);
    }
    for (allow, piece) in [
        (entry("abbreviation", "word", "BEM"), "no `abbreviation` is found where this exception allows it"),
        (entry("abbreviation", "pointer", "/questions/pla1"), "no `abbreviation` is found"),
        (entry("abreviation", "word", "HR"), "unknown value `abreviation`. Did you mean `abbreviation`?"),
        (json!([{"code": "abbreviation", "word": "HR"}]), "the key `reason` is missing"),
        (json!([{"code": "abbreviation", "word": "HR", "reason": " "}]), "the text is empty"),
        (json!([{"code": "abbreviation", "reason": "all of them"}]), "the key `word` is missing"),
        (
            json!([{"code": "abbreviation", "word": "HR", "language": "en", "reason": "x"}]),
            "no `abbreviation` is found",
        ),
    ] {
        let run = lint(allow);
        assert!(run.stdout.contains(piece) && run.stdout.contains("lint.json: /allow/0"), "{piece}: {}", run.stdout);
    }
    fs::write(root.join("r/lint.json"), "{").unwrap();
    let run = in_folder(root, &["rubric", "lint", "r"]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("lint.json (line 1"), "{}", run.stdout);
}

#[test]
fn findings_have_places_for_editors_and_workflows() {
    let folder = folder();
    let root = folder.path();
    assert_eq!(in_folder(root, &["rubric", "new", "r"]).code, 0);
    let path = root.join("r/en.json");
    let text =
        fs::read_to_string(&path).unwrap().replacen("Is there an easy invitation?", "Is it <b>50 %</b> easy?", 1);
    fs::write(&path, &text).unwrap();
    let line = text.lines().position(|line| line.contains("<b>")).unwrap() + 1;
    let column = text.lines().nth(line - 1).unwrap().find("\"Is it").unwrap() + 1;
    let result: Value = serde_json::from_str(&in_folder(root, &["rubric", "lint", "r", "-f", "json"]).stdout).unwrap();
    assert_eq!(result["format"], "coprod/lint-result/1");
    assert_eq!(result["counts"], json!({"errors": 2, "warnings": 0}));
    for finding in result["findings"].as_array().unwrap() {
        assert_eq!((&finding["line"], &finding["column"]), (&json!(line), &json!(column)), "{finding}");
        assert_eq!(finding["pointer"], "/questions/inf2a/easy");
        assert_eq!(finding["severity"], "error");
    }
    let github = in_folder(root, &["rubric", "lint", "r", "-f", "github"]);
    assert_eq!(github.code, 1);
    let file = if cfg!(windows) { "r\\en.json" } else { "r/en.json" };
    let wanted = format!("::error file={file},line={line},col={column},title=markup::/questions/inf2a/easy: ");
    assert!(github.stdout.lines().any(|line| line.starts_with(&wanted)), "{}", github.stdout);
    assert!(github.stdout.lines().all(|line| line.starts_with("::error ")), "{}", github.stdout);
    let german = in_folder(root, &["rubric", "lint", "r", "-l", "de"]);
    assert!(german.stdout.contains("Fehler: r") && german.stdout.contains("Ein Prozentzeichen"), "{}", german.stdout);
}

#[test]
fn a_built_in_rubric_can_be_named_by_its_id() {
    let run = coprod(&["rubric", "lint", "co-production-quick"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let run = coprod(&["rubric", "lint", "co-production-quik"]);
    assert_eq!(run.code, 4, "{}", run.stderr);
}

/// A rubric of 5,000 questions and about 5 MB, in one file on one line.
fn large() -> String {
    let help =
        "What is meant is this. No: it is nowhere. Partly: it is in one place. Fully: it is everywhere. ".repeat(7);
    let ids = (0..5000).map(|index| format!("q{index}"));
    let questions: Vec<Value> = ids
        .clone()
        .enumerate()
        .map(|(index, id)| {
            json!({"id": id, "principle": format!("p{}", index % 5), "level": format!("l{}", index % 4), "weight": "3/2",
                "effort": [1, 2], "perspectives": ["one", "two"], "tags": ["t"], "references": ["source"]})
        })
        .collect();
    let texts: serde_json::Map<String, Value> = ids
        .map(|id| {
            let words = json!({"text": format!("Is the thing of {id} there?"), "easy": "Is it there?", "help": help,
                "evidence": ["a document"], "recommendation": {"title": "Do it", "steps": ["One step.", "Another step."]}});
            (id, words)
        })
        .collect();
    let named = |prefix: &str, count: usize| -> Value {
        (0..count)
            .map(|index| (format!("{prefix}{index}"), json!({"name": format!("{prefix} {index}")})))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let list = |prefix: &str, count: usize| -> Value {
        (0..count).map(|index| json!({"id": format!("{prefix}{index}")})).collect()
    };
    json!({
        "format": "coprod/rubric/1", "id": "large", "version": "1.0.0", "languages": ["en"],
        "scale": [{"id": "no", "points": 0}, {"id": "partly", "points": 1}, {"id": "fully", "points": 2}],
        "principles": list("p", 5), "levels": list("l", 4), "perspectives": [{"id": "one"}, {"id": "two"}],
        "sources": [{"id": "source", "citation": "A source"}], "questions": questions,
        "texts": {"en": {"title": "Large", "principles": named("p", 5), "levels": named("l", 4),
            "scale": {"no": {"label": "No"}, "partly": {"label": "Partly"}, "fully": {"label": "Fully"}}, "questions": texts}}
    })
    .to_string()
}

#[test]
fn a_large_rubric_is_read_and_linted() {
    let folder = folder();
    let path = folder.path().join("large.json");
    let text = large();
    assert!((4_500_000..6_000_000).contains(&text.len()), "{}", text.len());
    fs::write(&path, &text).unwrap();
    let result = json_of(&["rubric", "lint", path.to_str().unwrap(), "-f", "json"]);
    assert_eq!(result["counts"], json!({"errors": 0, "warnings": 0}));
    assert_eq!(result["readability"].as_array().unwrap().len(), 2);
    // Every question wrong in one place: every problem is told, in reasonable time.
    fs::write(&path, text.replace("\"principle\":\"p4\"", "\"principle\":\"p9\"")).unwrap();
    let result = json_of(&["rubric", "lint", path.to_str().unwrap(), "-f", "json"]);
    assert_eq!(result["counts"]["errors"], 1000);
    fs::write(&path, text.replace("Is it there?", "Is it < 50 %?")).unwrap();
    let result = json_of(&["rubric", "lint", path.to_str().unwrap(), "-f", "json"]);
    assert_eq!(result["counts"]["errors"], 5000);
}
