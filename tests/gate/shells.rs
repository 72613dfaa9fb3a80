//! Completions and manual pages.

use crate::support::Place;

#[test]
fn completions_know_every_command() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let done = place.coprod(["completions", shell]).run().ok().silent();
        for command in ["assess", "report", "compare", "check", "rubric", "completions", "man"] {
            assert!(done.text().contains(command), "{shell}: {command}");
        }
        assert!(done.text().contains("--baseline") || done.text().contains("baseline"), "{shell}");
    }
    let done = place.coprod(["completions", "tcsh"]).run();
    assert_eq!(done.code, 2);
}

#[test]
fn completions_speak_german() {
    let done = Place::new().coprod(["completions", "fish", "-l", "de"]).run().ok();
    assert!(done.text().contains("Vergleicht Einschätzungen"), "{}", done.text());
}

#[test]
fn every_command_has_a_page() {
    let place = Place::new();
    place.coprod(["man", "-o", "pages/man1", "-q"]).run().ok().silent();
    let mut names: Vec<String> = std::fs::read_dir(place.path("pages/man1"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for page in ["coprod.1", "coprod-check.1", "coprod-compare.1", "coprod-report.1", "coprod-rubric-lint.1"] {
        assert!(names.iter().any(|name| name == page), "{page}: {names:?}");
        let text = place.read(&format!("pages/man1/{page}"));
        assert!(text.contains(".TH ") && text.contains(".SH NAME"), "{page}");
    }
    let check = place.read("pages/man1/coprod-check.1");
    assert!(check.contains("max\\-age") && check.contains("Examples"), "{check}");
    // One page alone is the same.
    let one = place.coprod(["man", "rubric", "lint"]).run().ok();
    assert_eq!(one.text(), place.read("pages/man1/coprod-rubric-lint.1"));
    let main = place.coprod(["man"]).run().ok();
    assert_eq!(main.text(), place.read("pages/man1/coprod.1"));
    assert!(main.text().contains("the gate is not met"), "{}", main.text());
    place.coprod(["man", "reprot"]).run().fails(2, &["Did you mean `report`?"]);
}
