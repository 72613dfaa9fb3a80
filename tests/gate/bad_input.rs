//! Command lines and inputs that no gate can be made of: never 0, never 1.

use super::{all, check, largely};
use crate::support::{quick, with};
use serde_json::json;

#[test]
fn a_gate_that_checks_nothing_is_a_mistake() {
    let place = largely();
    check(&place, &[]).fails(2, &["no rule is given", "--policy FILE"]);
    check(&place, &["--strict"]).fails(2, &["no rule is given"]);
    place.write("coprod.policy.json", "{}");
    check(&place, &[]).fails(2, &["`--policy coprod.policy.json`"]);
}

#[test]
fn what_is_no_share_is_refused_with_an_example() {
    let place = largely();
    for bad in ["60", "1.1", "-1%", "sixty", "101%", "0,6", "1/0", ""] {
        for option in ["--score", "--coverage", "--evidence"] {
            check(&place, &[&format!("{option}={bad}")]).fails(2, &[option, "0.6, 60% or 3/5"]);
        }
    }
    check(&place, &["--baseline", "a.json", "--max-drop", "5"]).fails(2, &["--max-drop", "60%"]);
    assert_eq!(check(&place, &["--max-age", "-1"]).code, 2);
    assert_eq!(check(&place, &["--max-age", "1.5"]).code, 2);
}

#[test]
fn unknown_ids_get_a_suggestion() {
    let place = largely();
    check(&place, &["--level", "complience"]).fails(2, &["--level", "Did you mean `compliance`?"]);
    check(&place, &["--principle", "acess=compliance"]).fails(2, &["--principle", "Did you mean `access`?"]);
    check(&place, &["--principle", "access=complience"]).fails(2, &["Did you mean `compliance`?"]);
    for bad in ["access", "access=", "=compliance", ""] {
        check(&place, &["--principle", bad]).fails(2, &["PRINCIPLE=LEVEL"]);
    }
    check(&place, &["--level", "none"]).fails(2, &["cannot fail"]);
    check(&place, &["--principle", "access=none"]).fails(2, &["cannot fail"]);
}

#[test]
fn rules_that_contradict_each_other_are_refused() {
    let place = largely();
    let args = ["--level", "recognition", "--principle", "access=compliance"];
    check(&place, &args).fails(2, &["`access`", "compliance", "recognition"]);
    let args = ["--principle", "access=compliance", "--principle", "access=recognition"];
    check(&place, &args).fails(2, &["--principle access", "twice"]);
    check(&place, &["--score", "50%", "--max-drop", "5%"]).fails(2, &["--max-drop", "--baseline OLD"]);
    // Saying the same twice is none.
    check(&place, &["--principle", "access=60%", "--principle", "access=3/5"]).ok();
}

#[test]
fn a_baseline_must_be_older_of_the_same_questionnaire_and_another_file() {
    let place = largely();
    place.sheet("newer.json", &all("fully", "2027-01-01"));
    check(&place, &["--baseline", "newer.json"]).fails(3, &["a.json: /date", "14 March 2026", "1 January 2027"]);
    place.sheet("quick.json", &with(quick(json!({"equ1a": "fully"})), "date", json!("2025-01-01")));
    check(&place, &["--baseline", "quick.json"]).fails(3, &["co-production-quick", "same questionnaire"]);
    check(&place, &["--baseline", "a.json"]).fails(2, &["a.json", "twice"]);
    check(&place, &["--baseline", "./a.json"]).fails(2, &["twice"]);
    place.write("bad.json", "hello");
    check(&place, &["--baseline", "bad.json"]).fails(3, &["bad.json"]);
    check(&place, &["--baseline", "absent.json"]).fails(4, &["absent.json"]);
}

#[test]
fn a_baseline_of_another_organisation_is_a_warning() {
    let place = largely();
    place.sheet("old.json", &with(all("largely", "2025-01-01"), "organisation", json!({"name": "Before Ltd"})));
    let done = check(&place, &["--baseline", "old.json"]).ok();
    done.says("warning: ", &["old.json: /organisation/name", "Before Ltd", "--allow-other-organisation"]);
    check(&place, &["--baseline", "old.json", "--allow-other-organisation"]).ok().silent();
}

#[test]
fn invalid_answers_are_never_a_gate_that_is_not_met() {
    let place = largely();
    place.write("bad.json", "hello");
    for format in ["table", "json", "junit", "github", "markdown"] {
        for (file, code) in [("bad.json", 3), ("absent.json", 4), ("a.json", 1)] {
            let done = place.coprod(["check", file, "--level", "transformation", "-f", format]).run();
            assert_eq!(done.code, code, "{file} {format}");
        }
    }
    let done = place.coprod(["check", "a.json", "--level", "compliance", "--today", "yesterday"]).run();
    done.fails(2, &["--today", "yesterday"]);
}

#[cfg(unix)]
#[test]
fn a_reader_that_went_away_changes_no_verdict() {
    let place = largely();
    for (level, code) in [("compliance", 0), ("transformation", 1)] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let done = place.coprod(["check", "a.json", "--level", level, "-f", "json"]).stdout(writer).run();
        assert_eq!(done.code, code, "{level}: {}", done.stderr);
    }
}

#[cfg(unix)]
#[test]
fn a_verdict_that_cannot_be_written_is_no_success() {
    let place = largely();
    let done = check(&place, &["--level", "compliance", "-o", "absent/verdict.json"]);
    assert_eq!(done.code, 4, "{}", done.stderr);
    if std::path::Path::new("/dev/full").exists() {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let done = place.coprod(["check", "a.json", "--level", "compliance"]).stdout(full).run();
        assert_eq!(done.code, 4, "{}", done.stderr);
    }
}

#[test]
fn a_clock_that_says_nothing_is_not_replaced_by_the_systems() {
    let place = largely();
    let run = |epoch: &str| place.coprod(["check", "a.json", "--max-age", "3"]).env("SOURCE_DATE_EPOCH", epoch).run();
    run("yesterday").fails(2, &["SOURCE_DATE_EPOCH", "`yesterday`", "--today"]);
    // 15 March 2026, and nothing at all.
    assert_eq!(run("1773532800").code, 0);
    assert!(run("").code < 2);
}
