//! Where people with disabilities see a lower level than all together, theirs is judged.

use crate::support::{Coprod, Done};
use serde_json::Value;
use std::path::Path;

/// The gate over an example whose overall level and whose level of access are contested.
fn check(arguments: &[&str]) -> Done {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let always = ["check", "hof-sonnenfeld", "--today", "2026-06-01", "-q"];
    Coprod::new(&examples, always.iter().chain(arguments)).run()
}

#[test]
fn a_contested_level_is_judged_by_the_lower_one_unless_the_total_is_asked_for() {
    for rule in [["--level", "compliance"], ["--principle", "access=compliance"]] {
        let lower = check(&[rule[0], rule[1], "-f", "json"]);
        let total = check(&[rule[0], rule[1], "-f", "json", "--contested", "total"]);
        assert_eq!((lower.code, total.code), (1, 0), "{rule:?}");
        let rules: Vec<Value> = [&lower, &total].map(|done| done.json()["rules"][0].clone()).to_vec();
        assert_eq!((&rules[0]["actual"], &rules[1]["actual"]), (&"none".into(), &"compliance".into()));
        for rule in rules {
            assert!(rule["message"].as_str().unwrap().contains("People with disabilities see: "), "{rule}");
        }
    }
}

#[test]
fn no_format_of_the_gate_prints_a_contested_level_alone() {
    for format in ["table", "json", "junit", "github", "markdown"] {
        for contested in ["lower", "total"] {
            let done = check(&["--level", "compliance", "--contested", contested, "-f", format]);
            let text = String::from_utf8(done.stdout).unwrap();
            let joined = text.split(['\n', '┆']).map(str::trim).collect::<Vec<_>>().join(" ");
            // Where a rule is met, some formats say no more than that.
            let names_a_level = joined.contains("Starting out") || joined.contains("Compliance (the minimum)");
            assert!(names_a_level || contested == "total", "{format}: {text}");
            let beside = joined.contains("People with") && joined.contains("disabilities see");
            assert!(beside || !names_a_level, "{format}: {text}");
        }
    }
}
