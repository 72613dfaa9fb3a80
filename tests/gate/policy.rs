//! The policy file: its rules, its exceptions, and everything that can be wrong with it.

use super::{all, check, largely, met, missed, verdict};
use crate::rubrics::validator;
use crate::support::Place;
use serde_json::{Value, json};

fn with_policy(policy: &Value) -> Place {
    let place = largely();
    let mut policy = policy.clone();
    if policy.get("format").is_none() {
        policy["format"] = json!("coprod/policy/1");
    }
    place.sheet("p.json", &policy);
    place
}

const USE: [&str; 2] = ["--policy", "p.json"];

#[test]
fn every_rule_can_be_said_in_a_policy() {
    let policy = json!({
        "comment": "for people", "level": "compliance", "score": 0.6,
        "principles": {"access": "compliance", "equality": "60%", "diversity": {"level": "compliance", "score": "3/5"}},
        "coverage": "90%", "evidence": "0", "max_age": 365, "baseline": "old/old.json", "max_drop": "5%",
        "actions": "actions.json", "strict": true
    });
    let place = with_policy(&policy);
    place.sheet("old/old.json", &all("largely", "2025-03-14"));
    place.sheet(
        "actions.json",
        &json!({
            "format": "coprod/actions/1", "rubric": {"id": "co-production", "version": "1.0.0"},
            "organisation": {"name": "Example Ltd"}, "actions": []
        }),
    );
    let value = verdict(&place, &USE);
    assert_eq!(value["passed"], true, "{value}");
    let names: Vec<&str> =
        value["rules"].as_array().unwrap().iter().map(|rule| rule["rule"].as_str().unwrap()).collect();
    let wanted = [
        "level",
        "score",
        "principle",
        "principle",
        "principle",
        "principle",
        "coverage",
        "evidence",
        "max_age",
        "baseline",
        "baseline",
        "baseline",
        "baseline",
        "baseline",
        "actions",
    ];
    assert_eq!(names, wanted);
    assert_eq!(value["strict"], true);
    let schema = validator("policy");
    let mut full = policy;
    full["format"] = json!("coprod/policy/1");
    assert!(schema.is_valid(&full));
    // Paths are those from the policy's folder, wherever the command is run.
    let folder = place.path("old");
    let args = ["check", "../a.json", "--policy", "../p.json", "--today", "2026-03-15"];
    assert_eq!(crate::support::Coprod::new(&folder, args).run().code, 0);
}

#[test]
fn options_and_policy_add_up_and_may_not_differ() {
    let place = with_policy(&json!({"level": "compliance"}));
    met(&place, &USE);
    missed(&place, &[&USE[..], &["--score", "90%"]].concat(), "Overall score");
    met(&place, &[&USE[..], &["--level", "compliance"]].concat());
    check(&place, &[&USE[..], &["--level", "recognition"]].concat()).fails(2, &["--level", "twice"]);
    // A policy that only excepts or sharpens needs rules from somewhere.
    let place = with_policy(&json!({"strict": true}));
    check(&place, &USE).fails(2, &["no rule is given"]);
    met(&place, &[&USE[..], &["--level", "compliance"]].concat());
}

#[test]
fn an_exception_holds_until_its_day_and_is_never_hidden() {
    let exception = |expires: &str| {
        json!({
            "level": "recognition", "coverage": "90%",
            "exceptions": [{"rule": "level", "reason": "The move to the new building.", "expires": expires}]
        })
    };
    let place = with_policy(&exception("2026-03-15"));
    let value = verdict(&place, &USE);
    assert_eq!(value["passed"], true);
    assert_eq!(value["rules"][0]["passed"], false, "what is not met is not called met");
    assert_eq!(
        value["rules"][0]["exception"],
        json!({"reason": "The move to the new building.", "expires": "2026-03-15"})
    );
    let table = check(&place, &USE);
    assert!(table.text().contains("excepted"), "{}", table.text());
    // The day after, the rule counts again, and that is said.
    let place = with_policy(&exception("2026-03-14"));
    let done = check(&place, &USE);
    assert_eq!(done.code, 1);
    done.says("warning: ", &["p.json: /exceptions/0", "expired on 14 March 2026"]);
}

#[test]
fn an_exception_can_be_of_one_principle() {
    let place = with_policy(&json!({
        "principles": {"access": "recognition", "equality": "recognition"},
        "exceptions": [{"rule": "principle", "principle": "access", "reason": "x", "expires": "2027-01-01"}]
    }));
    let value = verdict(&place, &USE);
    assert_eq!(value["passed"], false);
    let excepted: Vec<bool> =
        value["rules"].as_array().unwrap().iter().map(|rule| rule.get("exception").is_some()).collect();
    assert_eq!(excepted, [false, true], "equality counts, access is excepted");
}

#[test]
fn an_exception_of_no_rule_is_a_warning() {
    let place = with_policy(&json!({
        "level": "compliance", "exceptions": [{"rule": "score", "reason": "x", "expires": "2027-01-01"}]
    }));
    check(&place, &USE).ok().says("warning: ", &["/exceptions/0", "`score`", "no rule that is checked"]);
}

#[test]
fn everything_wrong_with_a_policy_is_said_at_once_with_its_place() {
    let cases = [
        (json!({"levle": "compliance"}), "/levle", "Did you mean `level`?"),
        (json!({"level": "complience"}), "/level", "Did you mean `compliance`?"),
        (json!({"level": "none"}), "/level", "cannot fail"),
        (json!({"level": 1}), "/level", "text"),
        (json!({"score": 60}), "/score", "between 0 and 1"),
        (json!({"score": "high"}), "/score", "number"),
        (json!({"principles": {"acess": "compliance"}}), "/principles/acess", "Did you mean `access`?"),
        (json!({"principles": {"access": {}}}), "/principles/access", "no rule"),
        (json!({"principles": {"access": {"lvl": "compliance"}}}), "/principles/access/lvl", "unknown key"),
        (json!({"principles": []}), "/principles", "object"),
        (json!({"max_age": 1.5}), "/max_age", "whole number of days"),
        (json!({"max_age": "365"}), "/max_age", "whole number of days"),
        (json!({"score": 0.5, "max_drop": 0.1}), "/max_drop", "`baseline`"),
        (json!({"level": "recognition", "principles": {"access": "compliance"}}), "/principles/access", "contradicts"),
        (json!({"level": "compliance", "strict": "yes"}), "/strict", "true or false"),
        (json!({"level": "compliance", "baseline": ""}), "/baseline", "empty"),
        (
            json!({"level": "compliance", "exceptions": [{"rule": "level", "expires": "2027-01-01"}]}),
            "/exceptions/0",
            "`reason`",
        ),
        (
            json!({"level": "compliance", "exceptions": [{"rule": "level", "reason": "x"}]}),
            "/exceptions/0",
            "`expires` is missing",
        ),
        (
            json!({"level": "compliance", "exceptions": [{"rule": "level", "reason": "x", "expires": "soon"}]}),
            "/exceptions/0/expires",
            "no day",
        ),
        (
            json!({"level": "compliance", "exceptions": [{"rule": "levle", "reason": "x", "expires": "2027-01-01"}]}),
            "/exceptions/0/rule",
            "Did you mean `level`?",
        ),
        (
            json!({"level": "compliance", "exceptions": [{"rule": "level", "why": "x", "expires": "2027-01-01"}]}),
            "/exceptions/0/why",
            "unknown key",
        ),
        (
            json!({"level": "compliance", "exceptions": [
                {"rule": "level", "reason": "x", "expires": "2027-01-01"},
                {"rule": "level", "reason": "y", "expires": "2028-01-01"}
            ]}),
            "/exceptions/1",
            "second exception",
        ),
        (json!({"format": "coprod/policy/2"}), "/format", "coprod/policy/1"),
        (json!({"comment": "nothing"}), "p.json", "checks nothing"),
    ];
    for (policy, pointer, words) in cases {
        check(&with_policy(&policy), &USE).fails(3, &["p.json", pointer, words]);
    }
    let two = check(&with_policy(&json!({"level": "x", "score": 2})), &USE).fails(3, &["/level"]);
    two.says("error: ", &["/score"]);
    let place = largely();
    place.write("p.json", "{\"format\": \"coprod/policy/1\", \"score\": 0.1, \"score\": 0.2}");
    check(&place, &USE).fails(3, &["/score", "twice"]);
    check(&place, &["--policy", "absent.json"]).fails(4, &["absent.json"]);
}

#[test]
fn the_schema_and_the_reader_agree() {
    let schema = validator("policy");
    let base = |more: Value| {
        let mut policy = json!({"format": "coprod/policy/1", "level": "compliance"});
        for (key, value) in more.as_object().unwrap() {
            policy[key] = value.clone();
        }
        policy
    };
    let exception = |key: &str, value: Value| {
        let mut exception = json!({"rule": "score", "reason": "x", "expires": "2027-01-01"});
        exception[key] = value;
        json!({"exceptions": [exception]})
    };
    for (more, good) in [
        (json!({}), true),
        (json!({"score": 0.5}), true),
        (json!({"score": "1/2"}), true),
        (json!({"score": "50%"}), true),
        (json!({"score": "50 %"}), true),
        (json!({"score": 1.5}), false),
        (json!({"score": "150%"}), false),
        (json!({"score": "half"}), false),
        (json!({"score": null}), false),
        (json!({"max_age": 0}), true),
        (json!({"max_age": -1}), false),
        (json!({"strict": 1}), false),
        (json!({"other": 1}), false),
        (json!({"comment": 1}), true),
        (exception("reason", json!("")), false),
        (exception("rule", json!("levels")), false),
        (exception("comment", json!("x")), true),
        (exception("until", json!("x")), false),
    ] {
        let policy = base(more);
        assert_eq!(schema.is_valid(&policy), good, "schema: {policy}");
        let done = check(&with_policy(&policy), &USE);
        assert_eq!(done.code != 3, good, "reader: {policy}: {}", done.stderr);
    }
}
