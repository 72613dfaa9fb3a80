//! Every rule, met and not met, and at its edge.

use super::{all, but, check, largely, met, missed, verdict};
use crate::support::{Place, with};
use serde_json::{Value, json};

#[test]
fn the_overall_level() {
    let place = largely();
    met(&place, &["--level", "compliance"]);
    missed(&place, &["--level", "recognition"], "not reached: Recognition and support");
    let rule = &verdict(&place, &["--level", "recognition"])["rules"][0];
    assert_eq!(rule["rule"], "level");
    assert_eq!((&rule["actual"], &rule["required"]), (&json!("compliance"), &json!("recognition")));
    assert_eq!(rule["passed"], false);
    assert!(rule.get("principle").is_none());
}

#[test]
fn the_overall_score_is_judged_exactly() {
    let place = largely();
    for tie in ["2/3", "0.66", "66%", "66.6 %"] {
        met(&place, &["--score", tie]);
    }
    missed(&place, &["--score", "0.6666666666666667"], "is required");
    missed(&place, &["--score", "67%"], "Only 66.6 percent");
    let rule = &verdict(&place, &["--score", "3/4"])["rules"][0];
    assert_eq!(rule["rule"], "score");
    assert!((rule["actual"].as_f64().unwrap() - 2.0 / 3.0).abs() < 1e-12);
    assert_eq!(rule["required"], 0.75);
}

#[test]
fn a_principles_level_and_score() {
    let place = largely();
    met(&place, &["--principle", "access=compliance", "--principle", "access=60%"]);
    missed(&place, &["--principle", "access=recognition"], "Level of Access");
    missed(&place, &["--principle", "equality=70%"], "Score of Equality");
    let rules = verdict(&place, &["--principle", "access=0.7", "--principle", "equality=compliance"])["rules"].clone();
    // In the rubric's order, whatever that of the options is.
    assert_eq!((&rules[0]["principle"], &rules[1]["principle"]), (&json!("equality"), &json!("access")));
    assert_eq!(
        (&rules[0]["rule"], &rules[0]["passed"], &rules[1]["passed"]),
        (&json!("principle"), &json!(true), &json!(false))
    );
}

#[test]
fn the_share_of_known_answers() {
    let place = largely();
    met(&place, &["--coverage", "100%"]);
    place.sheet("a.json", &but(all("largely", "2026-03-14"), json!({"acc1a": "dk"})));
    missed(&place, &["--coverage", "100%"], "Known answers");
    met(&place, &["--coverage", "90%"]);
}

#[test]
fn the_share_of_evidence() {
    let place = largely();
    missed(&place, &["--evidence", "1%"], "0 of 52 answers");
    let backed = json!({"choice": "fully", "evidence": ["minutes"]});
    place.sheet("a.json", &but(all("partly", "2026-03-14"), json!({"acc1a": backed, "acc1b": "fully"})));
    met(&place, &["--evidence", "50%"]);
    missed(&place, &["--evidence", "51%"], "1 of 2 answers");
    place.sheet("a.json", &all("partly", "2026-03-14"));
    missed(&place, &["--evidence", "50%"], "nothing to back");
    assert!(verdict(&place, &["--evidence", "50%"])["rules"][0]["actual"].is_null());
}

#[test]
fn the_age_of_the_answers() {
    let place = largely();
    let on = |day: &str, most: &str| place.coprod(["check", "a.json", "--today", day, "--max-age", most]).run();
    assert_eq!(on("2026-04-13", "30").code, 0);
    let late = on("2026-04-14", "30");
    assert_eq!(late.code, 1);
    assert_eq!(on("2026-03-14", "0").code, 0);
    // A day ahead can be the other side of the date line; more is a mistake.
    assert_eq!(on("2026-03-13", "30").code, 0);
    let ahead = on("2026-03-01", "30");
    assert_eq!(ahead.code, 1);
    let epoch =
        place.coprod(["check", "a.json", "--max-age", "30", "-f", "json"]).env("SOURCE_DATE_EPOCH", "1773446400");
    let value = epoch.run().ok().json();
    assert_eq!(value["today"], "2026-03-14");
    assert_eq!((&value["rules"][0]["rule"], &value["rules"][0]["actual"]), (&json!("max_age"), &json!(0)));
    // The oldest sheet counts.
    place.sheet("b.json", &with(with(all("largely", "2020-01-01"), "perspective", json!("hr")), "people", json!(5)));
    let done = place.coprod(["check", "a.json", "b.json", "--today", "2026-03-14", "--max-age", "30"]).run();
    assert_eq!(done.code, 1);
}

#[test]
fn no_regression_since_a_baseline() {
    let place = largely();
    place.sheet("old.json", &all("largely", "2025-03-14"));
    met(&place, &["--baseline", "old.json"]);
    place.sheet("old.json", &all("fully", "2025-03-14"));
    missed(&place, &["--baseline", "old.json"], "regressed");
    let rules = verdict(&place, &["--baseline", "old.json"])["rules"].clone();
    assert_eq!(rules.as_array().unwrap().len(), 5, "everything together, and each principle");
    assert!((rules[0]["actual"].as_f64().unwrap() + 1.0 / 3.0).abs() < 1e-12);
    assert_eq!(rules[0]["required"], -0.05);
    assert_eq!(rules[1]["principle"], "equality");
    // One principle alone: the whole would hide it.
    let questions = crate::support::rubric("co-production")["questions"].clone();
    let of = |principle: &str| -> Value {
        let own = questions.as_array().unwrap().iter().filter(|q| q["principle"] == principle);
        own.map(|q| (q["id"].as_str().unwrap().to_owned(), json!("fully"))).collect::<serde_json::Map<_, _>>().into()
    };
    place.sheet("old.json", &but(but(all("partly", "2025-03-14"), of("access")), json!({})));
    let rules = verdict(&place, &["--baseline", "old.json"])["rules"].clone();
    assert_eq!(rules[0]["passed"], true);
    let access = rules.as_array().unwrap().iter().find(|rule| rule["principle"] == "access").unwrap();
    assert_eq!(access["passed"], false);
}

#[test]
fn a_largest_drop_is_allowed_up_to_its_edge() {
    let place = largely();
    place.sheet("old.json", &all("fully", "2025-03-14"));
    met(&place, &["--baseline", "old.json", "--max-drop", "1/3"]);
    missed(&place, &["--baseline", "old.json", "--max-drop", "33%"], "at most a drop of 33 points");
    place.sheet("old.json", &all("largely", "2025-03-14"));
    met(&place, &["--baseline", "old.json", "--max-drop", "0"]);
    // Less than a twentieth is no regression, unless no drop at all is allowed.
    place.sheet("a.json", &but(all("largely", "2026-03-14"), json!({"acc3a": "partly"})));
    met(&place, &["--baseline", "old.json"]);
    missed(&place, &["--baseline", "old.json", "--max-drop", "0"], "at most a drop of 0 points");
}

#[test]
fn a_level_that_fell_is_a_regression_however_small_the_drop() {
    let place = Place::new();
    // Exactly compliance: one answer less, and it is gone.
    place.sheet("old.json", &all("largely", "2025-03-14"));
    place.sheet("a.json", &but(all("largely", "2026-03-14"), json!({"acc1a": "partly"})));
    missed(&place, &["--baseline", "old.json"], "The level fell from");
    met(&place, &["--baseline", "old.json", "--max-drop", "10%"]);
}

#[test]
fn open_actions_past_their_due_date() {
    let place = largely();
    let list = |due: &str, done: bool| {
        json!({
            "format": "coprod/actions/1", "rubric": {"id": "co-production", "version": "1.0.0"},
            "organisation": {"name": "Example Ltd"},
            "actions": [{"title": "Ask everyone", "due": due, "done": done}, {"title": "No date"}]
        })
    };
    place.sheet("actions.json", &list("2026-03-15", false));
    met(&place, &["--actions", "actions.json"]);
    place.sheet("actions.json", &list("2026-03-14", false));
    missed(&place, &["--actions", "actions.json"], "Ask everyone (2026-03-14)");
    let rule = &verdict(&place, &["--actions", "actions.json"])["rules"][0];
    assert_eq!((&rule["rule"], &rule["actual"], &rule["required"]), (&json!("actions"), &json!(1), &json!(0)));
    place.sheet("actions.json", &list("2026-03-14", true));
    met(&place, &["--actions", "actions.json"]);
    let undated = |done: bool| {
        list("2026-03-14", true).to_string().replace("\"No date\"", &format!("\"No date\", \"done\": {done}"))
    };
    place.write("actions.json", undated(false));
    check(&place, &["--actions", "actions.json"])
        .ok()
        .says("warning: ", &["actions.json", "no open action has a date"]);
    place.write("actions.json", undated(true));
    check(&place, &["--actions", "actions.json"]).ok().silent();
    place.write("actions.json", "{}");
    check(&place, &["--actions", "actions.json"]).fails(3, &["actions.json"]);
}

#[test]
fn strict_judges_the_lowest_that_unknown_answers_allow() {
    let place = largely();
    place.sheet("a.json", &but(all("largely", "2026-03-14"), json!({"acc1b": "dk"})));
    met(&place, &["--level", "compliance", "--score", "2/3"]);
    missed(&place, &["--level", "compliance", "--strict"], "not reached: Compliance");
    missed(&place, &["--score", "2/3", "--strict"], "is required");
    missed(&place, &["--principle", "access=compliance", "--strict"], "Level of Access");
    met(&place, &["--score", "60%", "--strict"]);
    let value = verdict(&place, &["--level", "compliance", "--strict"]);
    assert_eq!((&value["strict"], &value["rules"][0]["actual"]), (&json!(true), &json!("none")));
    place.sheet("old.json", &all("largely", "2025-03-14"));
    met(&place, &["--baseline", "old.json"]);
    missed(&place, &["--baseline", "old.json", "--strict", "--max-drop", "0"], "No regression");
}

#[test]
fn too_little_known_never_passes_silently() {
    let place = Place::new();
    let mut few = all("fully", "2026-03-14");
    few["answers"] = json!({"equ1a": "fully", "div1a": "fully", "acc1a": "fully", "rec1a": "fully"});
    place.sheet("a.json", &few);
    // By the few known answers everything is at the top.
    missed(&place, &["--score", "50%"], "Too little is known");
    missed(&place, &["--level", "compliance"], "Too little is known");
    missed(&place, &["--principle", "access=compliance"], "Too little is known");
    assert!(verdict(&place, &["--level", "compliance"])["rules"][0]["actual"].is_null());
    // Where a rule passes all the same, it is said.
    let done = check(&place, &["--max-age", "30", "-f", "json"]);
    assert_eq!(done.code, 0);
    let done = done.says("warning: ", &["of the answers are known"]);
    assert_eq!(done.json()["warnings"][0]["code"], "little-known");
    // What no unknown answer can change is judged: where it is enough, and where it never can be.
    let questions = crate::support::rubric("co-production")["questions"].clone();
    let of = |principle: &str, option: &str| -> Value {
        let own = questions.as_array().unwrap().iter().filter(|q| q["principle"] == principle);
        own.map(|q| (q["id"].as_str().unwrap().to_owned(), json!(option))).collect::<serde_json::Map<_, _>>().into()
    };
    few["answers"] = json!({});
    place.sheet("a.json", &but(but(few.clone(), of("access", "fully")), of("equality", "no")));
    met(&place, &["--principle", "access=transformation", "--score", "20%"]);
    missed(&place, &["--score", "80%"], "whatever the unknown answers are");
    missed(&place, &["--principle", "equality=compliance"], "not reached: Compliance");
    let rules = verdict(&place, &["--score", "80%"])["rules"].clone();
    assert!(rules[0]["actual"].is_null(), "{rules}");
}

#[test]
fn what_may_not_be_shown_never_passes_silently() {
    let place = Place::new();
    for respondent in ["r-1", "r-2", "r-3"] {
        let mut sheet = all("fully", "2026-03");
        sheet["perspective"] = json!("staff");
        sheet["respondent"] = json!(respondent);
        place.sheet(&format!("voices/{respondent}.json"), &sheet);
    }
    for (rule, code) in [(["--level", "compliance"], 1), (["--max-age", "99999"], 0)] {
        let done = place.coprod(["check", "voices"].iter().chain(&rule)).run();
        assert_eq!(done.code, code, "{rule:?}");
        done.says("warning: ", &["so few people answered", "stands on little"]);
    }
}

#[test]
fn nothing_that_applies_is_nothing_that_passes() {
    let na = json!({"choice": "na", "reason": "x"});
    let place = crate::trend::place(&[crate::trend::sheet(
        "2026-03-14",
        json!({"a1": na, "a2": na, "a3": na, "b1": na, "b2": na}),
    )]);
    for rule in [["--level", "low"], ["--score", "0"], ["--coverage", "0"], ["--principle", "one=0"]] {
        missed(&place, &[&["-r", "small.json"], &rule[..]].concat(), "othing applies");
    }
    let place = Place::new();
    place.sheet(
        "a.json",
        &json!({
            "format": "coprod/answers/1", "rubric": {"id": "co-production", "version": "1.0.0"},
            "organisation": {"name": "Example Ltd"}, "date": "2026-03-14", "answers": {}
        }),
    );
    missed(&place, &["--score", "1%"], "nothing can be judged");
}

#[test]
fn all_rules_are_judged_not_only_the_first_that_fails() {
    let rules =
        verdict(&largely(), &["--level", "recognition", "--score", "90%", "--coverage", "90%"])["rules"].clone();
    let passed: Vec<&Value> = rules.as_array().unwrap().iter().map(|rule| &rule["passed"]).collect();
    assert_eq!(passed, [&json!(false), &json!(false), &json!(true)]);
}

#[test]
fn few_answers_do_not_hide_a_fall_since_the_baseline() {
    let place = Place::new();
    let ids = |principle: &str| -> Vec<String> {
        let questions = crate::support::rubric("co-production")["questions"].clone();
        let own = questions.as_array().unwrap().iter().filter(|q| q["principle"] == principle).cloned();
        own.map(|q| q["id"].as_str().unwrap().to_owned()).collect()
    };
    place.sheet("old.json", &all("fully", "2025-03-14"));
    let unknown: serde_json::Map<String, Value> =
        ids("access").into_iter().skip(4).map(|id| (id, json!("dk"))).collect();
    place.sheet("a.json", &but(all("fully", "2026-03-14"), unknown.into()));
    // What is known is as good as it was, but most of one principle is no longer known.
    missed(&place, &["--baseline", "old.json"], "Too little is known: the change since the baseline is between");
    missed(&place, &["--baseline", "old.json", "--max-drop", "10%"], "Too little is known");
    met(&place, &["--baseline", "old.json", "--max-drop", "1"]);
    let value = verdict(&place, &["--baseline", "old.json"]);
    let rules = value["rules"].as_array().unwrap();
    let access = rules.iter().find(|rule| rule["principle"] == "access").unwrap();
    assert!(access["actual"].is_null() && access["passed"] == false, "{access}");
    assert!(rules.iter().filter(|rule| rule["principle"] == "equality").all(|rule| rule["passed"] == true));
}

#[test]
fn a_level_that_may_not_be_told_does_not_fall() {
    let question = |id: &str, level: &str| json!({"id": id, "principle": "p", "level": level});
    let rubric = json!({
        "format": "coprod/rubric/1", "id": "mine", "version": "1.0.0", "languages": ["en"],
        "scale": [{"id": "no", "points": 0}, {"id": "yes", "points": 1}],
        "principles": [{"id": "p"}], "levels": [{"id": "one"}, {"id": "two"}],
        "questions": [question("a", "one"), question("b", "one"), question("c", "two"), question("d", "two")],
        "texts": {"en": {"title": "Mine", "principles": {"p": {"name": "P"}},
            "levels": {"one": {"name": "One"}, "two": {"name": "Two"}},
            "scale": {"no": {"label": "No"}, "yes": {"label": "Yes"}},
            "questions": {"a": {"text": "A?"}, "b": {"text": "B?"}, "c": {"text": "C?"}, "d": {"text": "D?"}}}}
    });
    let sheet = |date: &str, answers: Value| {
        json!({"format": "coprod/answers/1", "rubric": {"id": "mine", "version": "1.0.0"},
            "organisation": {"name": "X"}, "date": date, "answers": answers})
    };
    let place = Place::new();
    place.sheet("r.json", &rubric);
    // By the one known answer of its level the first is reached, but so little is known that no level is told.
    place.sheet("old.json", &sheet("2025-01-01", json!({"a": "yes", "b": "dk", "c": "dk", "d": "no"})));
    place.sheet("new.json", &sheet("2026-01-01", json!({"a": "yes", "b": "no", "c": "yes", "d": "yes"})));
    let args = ["check", "new.json", "-r", "r.json", "--baseline", "old.json", "-q", "-f", "json"];
    let done = place.coprod(args).run();
    let rules = done.json()["rules"].clone();
    for rule in rules.as_array().unwrap() {
        assert!(!rule["message"].as_str().unwrap().contains("level fell"), "{rule}");
    }
    assert_eq!(done.code, 0, "{rules}");
}

#[test]
fn shares_that_look_alike_are_told_with_more_digits() {
    let place = largely();
    missed(&place, &["--score", "66.67%"], "Only 66.66 percent; at least 66.67 percent is required");
    missed(&place, &["--principle", "access=0.66667"], "Only 66.666 percent; at least 66.667 percent is required");
}

#[test]
fn an_age_by_the_month_is_told_as_the_most_that_it_can_be() {
    let place = Place::new();
    place.sheet("a.json", &all("largely", "2026-02"));
    let done = check(&place, &["--max-age", "10"]);
    let text = done.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(done.code == 1 && text.contains("up to 42 days"), "{text}");
}

#[test]
fn what_all_chose_is_judged_as_it_is_shown() {
    let place = Place::new();
    for index in 0..6 {
        let mut sheet = all("fully", "2026-03");
        (sheet["perspective"], sheet["respondent"]) = (json!("staff"), json!(format!("r-{index}")));
        place.sheet(&format!("voices/{index}.json"), &sheet);
    }
    let judge = |least: &str| place.coprod(["check", "voices", "--score", least, "-q", "-f", "json"]).run();
    let rule = |least: &str| judge(least).json()["rules"][0].clone();
    assert_eq!((judge("95%").code, judge("96%").code), (0, 1));
    assert_eq!((rule("95%")["actual"].as_f64(), rule("96%")["actual"].as_f64()), (Some(0.95), Some(0.95)));
    for (least, words) in [("95%", "≥ 95"), ("96%", "How much exactly is not shown")] {
        assert!(rule(least)["message"].as_str().unwrap().contains(words), "{}", rule(least));
    }
}

#[test]
fn strict_is_never_laxer_where_the_lowest_answer_is_enough() {
    // The lowest option reaches the essential minimum: an unknown essential question fails for the known answers, and
    // passes whatever its answer is.
    let named = |name: &str| json!({"name": name});
    let rubric = json!({"format": "coprod/rubric/1", "id": "high", "version": "1.0.0", "languages": ["en"],
        "scoring": {"threshold": "1/2"}, "scale": [{"id": "low", "points": 3}, {"id": "top", "points": 5}],
        "principles": [{"id": "p"}], "levels": [{"id": "one"}],
        "questions": [{"id": "q1", "principle": "p", "level": "one", "essential": true},
                      {"id": "q2", "principle": "p", "level": "one"}],
        "texts": {"en": {"title": "High", "principles": {"p": named("P")}, "levels": {"one": named("One")},
            "scale": {"low": {"label": "Low"}, "top": {"label": "Top"}},
            "questions": {"q1": {"text": "One?"}, "q2": {"text": "Two?"}}}}});
    let sheet = json!({"format": "coprod/answers/1", "rubric": {"id": "high", "version": "1.0.0"},
        "organisation": {"name": "X"}, "date": "2026-03-14", "answers": {"q1": "dk", "q2": "top"}});
    let place = Place::new();
    place.sheet("high.json", &rubric).sheet("a.json", &sheet);
    let found = place.coprod(["report", "a.json", "-r", "high.json", "-f", "json"]).run().ok().json();
    let level = &found["overall"]["level"];
    assert_eq!((&level["low"], &level["high"], &level["status"]), (&json!("one"), &json!("one"), &json!("certain")));
    for strict in [&[][..], &["--strict"]] {
        let done = place.coprod(["check", "a.json", "-r", "high.json", "--level", "one"].iter().chain(strict)).run();
        assert_eq!(done.code, 1, "{strict:?}: {}", done.stderr);
    }
}

#[test]
fn a_gate_that_is_met_says_that_it_is_no_certificate() {
    let place = Place::new();
    place.sheet("a.json", &all("fully", "2026-03-14"));
    for (language, law, assessment) in [
        ("en", "says nothing about compliance with the law", "not an audit and not a certificate"),
        ("de", "ob Gesetze eingehalten werden", "keine Prüfung und kein Zertifikat"),
    ] {
        for format in ["table", "markdown"] {
            let args = ["check", "a.json", "--level", "compliance", "-f", format, "-l", language];
            let done = place.coprod(args).run().ok();
            let text = done.text().split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(law) && text.contains(assessment), "{format} {language}: {text}");
        }
        let done = place.coprod(["plan", "a.json", "-l", language]).run().ok();
        let text = done.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(law), "{language}: {text}");
    }
}
