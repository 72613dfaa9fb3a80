//! `coprod form`: which kind is written where, and what is refused.

use crate::support::Place;
use coprod::form::FORMS;

#[test]
fn the_kind_follows_from_the_name_of_the_file_or_from_the_option() {
    let place = Place::new();
    for (args, start) in [
        (&["-o", "a.html"][..], "<!DOCTYPE html>"),
        (&["-o", "a.HTM"], "<!DOCTYPE html>"),
        (&["-o", "a.md"], "# Co-production"),
        (&["-o", "a.pdf"], "%PDF-1.7"),
        (&["-f", "markdown", "-o", "a.txt"], "# Co-production"),
        (&["-f", "HTML", "-o", "a"], "<!DOCTYPE html>"),
    ] {
        place.coprod(["form", "-l", "en"].iter().chain(args)).run().ok().says("Written: ", &[args[args.len() - 1]]);
        let written = std::fs::read(place.path(args[args.len() - 1])).unwrap();
        assert!(written.starts_with(start.as_bytes()), "{args:?}");
    }
    let piped = place.coprod(["form", "-o", "-"]).run().ok().silent();
    assert!(piped.text().starts_with("<!DOCTYPE html>"));
}

#[test]
fn every_kind_of_form_is_the_same_twice_and_has_the_questions_of_the_perspective() {
    let place = Place::new();
    for format in FORMS {
        let write = |name: &str| {
            let args = ["form", "-q", "-l", "de", "-f", format.name(), "-p", "hr", "--setting", "employer", "-o", name];
            place.coprod(args).env("TZ", "Pacific/Auckland").run().ok().silent();
            std::fs::read(place.path(name)).unwrap()
        };
        assert!(write("one") == write("two"), "{}", format.name());
    }
    let args = ["form", "-q", "-l", "en", "-p", "service-users", "--setting", "provider", "-f", "markdown", "-o", "-"];
    let text = place.coprod(args).run().ok().text().to_owned();
    let rubric = crate::support::rubric("co-production");
    let asked = rubric["questions"].as_array().unwrap().iter().filter(|question| {
        let has = |key: &str, value: &str| {
            question[key].as_array().is_none_or(|list| list.iter().any(|one| one.as_str() == Some(value)))
        };
        has("perspectives", "service-users") && has("settings", "provider")
    });
    let headings = text.lines().filter(|line| line.starts_with("### ")).count();
    assert_eq!(headings, asked.count());
    assert!(headings > 10);
}

#[test]
fn what_cannot_be_is_refused_before_anything_is_written() {
    let place = Place::new();
    for (args, words) in [
        (&["-o", "a.docx"][..], &["docx", ".html", ".pdf"][..]),
        (&["-f", "pfd", "-o", "a"], &["pfd", "Did you mean `pdf`?"]),
        (&["-o", "a.html", "-p", "hrr"], &["--perspective", "hrr", "Did you mean `hr`?"]),
        (&["-o", "a.html", "--large"], &["--large", "html", "pdf"]),
        (&["-o", "a.pdf", "--by-perspective"], &["--by-perspective", "xlsx"]),
        (&["-o", "a.html", "-r", "co-prodction"], &["co-prodction"]),
        (&["-o", "a.html", "--setting", "school"], &["school"]),
        (&[], &["--output"]),
    ] {
        place.coprod(["form", "-l", "en"].iter().chain(args)).run().fails(2, words);
    }
    assert_eq!(place.names(), Vec::<String>::new());
}

#[test]
fn paper_says_what_people_need_to_know_and_large_print_is_larger() {
    let place = Place::new();
    let base = ["form", "-q", "-r", "co-production-quick", "-l", "de", "--contact", "Frau Öztürk <hr@beispiel.de>"];
    let run = |more: &[&str]| place.coprod(base.iter().chain(more)).run().ok();
    let plain = run(&["-f", "markdown", "-o", "-"]).text().to_owned();
    for words in [
        "Sie müssen keine Behinderung angeben",
        "Frau Öztürk",
        "§ 178 Abs. 2 SGB IX",
        "- [ ] Vollständig",
        "- [ ] Keine Angabe",
        "keine Rechtsberatung",
    ] {
        assert!(plain.contains(words), "{words}");
    }
    let easy = run(&["-f", "markdown", "--easy", "-o", "-"]).text().to_owned();
    assert!(easy.contains("- [ ] Ja, überall") && easy.contains("nicht geprüfte Leichte Sprache"));
    run(&["-o", "a.pdf"]);
    run(&["--large", "-o", "b.pdf"]);
    let pages = |name: &str| {
        let bytes = std::fs::read(place.path(name)).unwrap();
        lopdf::Document::load_mem(&bytes).unwrap().get_pages().len()
    };
    assert!(pages("b.pdf") > pages("a.pdf"));
}

/// A rubric of one question, without easy language and without perspectives.
fn bare() -> serde_json::Value {
    serde_json::json!({
        "format": "coprod/rubric/1", "id": "bare", "version": "1.0.0", "languages": ["en"],
        "scale": [{"id": "no", "points": 0}, {"id": "yes", "points": 1}],
        "principles": [{"id": "a"}, {"id": "b"}], "levels": [{"id": "one"}],
        "questions": [{"id": "q1", "principle": "a", "level": "one"}],
        "texts": {"en": {
            "title": "Bare", "principles": {"a": {"name": "A"}, "b": {"name": "B"}}, "levels": {"one": {"name": "One"}},
            "scale": {"no": {"label": "No"}, "yes": {"label": "Yes"}}, "questions": {"q1": {"text": "Is it?"}}
        }}
    })
}

#[test]
fn what_a_rubric_does_not_have_is_not_offered_and_not_asked_for() {
    let place = Place::new();
    place.write("bare.json", bare().to_string());
    let switch = |args: &[&str]| {
        place.coprod(["form", "-l", "en", "-f", "html", "-o", "-"].iter().chain(args)).run().ok().text().to_owned()
    };
    assert!(switch(&["-r", "bare.json"]).contains("id=\"easy\" aria-pressed=\"false\" hidden"));
    assert!(switch(&[]).contains("id=\"easy\" aria-pressed=\"false\" data-t"));
    let easy = place.coprod(["form", "-l", "en", "-r", "bare.json", "--easy", "-f", "html", "-o", "-"]).run().ok();
    let easy = easy.says("warning: ", &["no easy language"]);
    assert!(easy.text().contains("aria-pressed=\"false\" hidden"));
    assert!(!easy.text().lines().take(3).any(|line| line.contains("easy-on")));
    let asked = place.coprod(["assess", "-l", "en", "-r", "bare.json", "--no-input"]).run();
    assert!(!asked.fails(2, &["--organisation"]).stderr.contains("--perspective"));
}

#[test]
fn a_doubt_about_the_rubric_is_said_once() {
    let place = Place::new();
    place.write("bare.json", bare().to_string());
    let sheet = r#"{"format": "coprod/answers/1", "rubric": {"id": "bare", "version": "1.0.0"},
        "organisation": {"name": "Example Ltd"}, "date": "2026-03-14", "answers": {"q1": "yes"}}"#;
    place.write("sheet.json", sheet);
    let args = ["form", "-l", "de", "-r", "bare.json", "--from", "sheet.json", "-o", "a.xlsx"];
    let said = place.coprod(args).run().ok().stderr;
    for words in ["Keine Frage", "keine Texte in `de`"] {
        assert_eq!(said.matches(words).count(), 1, "{words} in {said}");
    }
}
