//! `coprod plan`, as its users see it.

mod actions;
mod bad_input;
mod output;

use crate::support::{Done, Place, quick, with};
use serde_json::{Value, json};

/// The worked example of the scoring rules as a rubric of its own.
fn example_rubric() -> Value {
    let question = |id: &str, level: &str| json!({"id": id, "principle": "access", "level": level});
    let mut questions: Vec<Value> = [
        ("a", "l1"),
        ("b", "l1"),
        ("c", "l1"),
        ("d", "l2"),
        ("e", "l2"),
        ("f", "l2"),
        ("g", "l2"),
        ("h", "l3"),
        ("i", "l3"),
    ]
    .iter()
    .map(|(id, level)| question(id, level))
    .collect();
    questions[0]["essential"] = json!(true);
    questions[2]["weight"] = json!(2);
    questions[3]["essential"] = json!(true);
    questions[3]["effort"] = json!(3);
    questions[4]["effort"] = json!([1, 2, 4]);
    let texts = questions.iter().map(|q| (q["id"].as_str().unwrap().to_owned(), json!({"text": "Is it there?"})));
    let questions_texts: serde_json::Map<String, Value> = texts.collect();
    json!({
        "format": "coprod/rubric/1", "id": "worked", "version": "1.0.0", "languages": ["en"],
        "scale": [{"id": "no", "points": 0}, {"id": "partly", "points": 1}, {"id": "largely", "points": 2}, {"id": "fully", "points": 3}],
        "principles": [{"id": "access"}],
        "levels": [{"id": "l1"}, {"id": "l2"}, {"id": "l3"}],
        "questions": questions,
        "texts": {"en": {
            "title": "Worked example", "principles": {"access": {"name": "Access"}},
            "levels": {"l1": {"name": "Level 1"}, "l2": {"name": "Level 2"}, "l3": {"name": "Level 3"}},
            "scale": {"no": {"label": "No"}, "partly": {"label": "Partly"}, "largely": {"label": "Largely"}, "fully": {"label": "Fully"}},
            "questions": questions_texts,
        }},
    })
}

fn example_sheet() -> Value {
    with(
        quick(json!({"a": "fully", "b": "largely", "c": "largely", "d": "largely", "e": "dk", "f": "fully",
            "g": {"choice": "na", "reason": "none"}, "h": "partly"})),
        "rubric",
        json!({"id": "worked", "version": "1.0.0"}),
    )
}

/// A folder with the worked example: `r.json` and `a.json`.
fn example() -> Place {
    let place = Place::new();
    place.sheet("r.json", &example_rubric()).sheet("a.json", &example_sheet());
    place
}

fn plan(place: &Place, arguments: &[&str]) -> Done {
    place.coprod([&["plan", "a.json", "-r", "r.json"], arguments].concat()).run()
}

#[test]
fn the_worked_example_is_planned_as_the_scoring_rules_say() {
    let place = example();
    for goal in [&["--to", "l2"][..], &["--next"], &[]] {
        let result = plan(&place, &[goal, &["-f", "json"]].concat()).ok().json();
        assert_eq!(result["format"], "coprod/plan/1");
        assert_eq!(result["target"], if goal.contains(&"--to") { "l2" } else { "next" });
        assert_eq!((&result["feasible"], &result["exact"], &result["effort"]), (&json!(true), &json!(true), &json!(3)));
        let [step] = result["steps"].as_array().unwrap().as_slice() else { panic!("{result}") };
        assert_eq!((&step["question"], &step["from"], &step["to"]), (&json!("e"), &json!("no"), &json!("largely")));
        assert_eq!((&step["effort"], &step["rank"], &step["reaches"]), (&json!(3), &json!(1), &json!("l2")));
        assert_eq!(result["ask_first"], json!(["e"]));
        assert_eq!(result["reached"]["level"], "l2");
        assert!((result["reached"]["score"].as_f64().unwrap() - 61.0 / 108.0).abs() < 1e-12);
        assert_eq!(result["what_if"].as_array().unwrap().len(), 4);
        assert_eq!(
            result["what_if"][3],
            json!({"question": "e", "direction": "up", "to": "largely",
            "principle": "access", "level_from": "l1", "level_to": "l2"})
        );
    }
}

#[test]
fn a_target_that_cannot_be_reached_is_an_answer_and_says_why() {
    let place = example();
    let result = plan(&place, &["--exclude", "e", "-f", "json"]).ok().json();
    assert_eq!((&result["feasible"], &result["effort"], &result["steps"]), (&json!(false), &Value::Null, &json!([])));
    assert_eq!(result["reached"]["level"], "l1");
    assert_eq!(result["obstacles"][0]["reason"], "short");
    assert_eq!(result["obstacles"][0]["threshold"], 0.75);
    let done = plan(&place, &["--exclude", "e"]).ok();
    let text = done.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("The target cannot be reached like this:"), "{text}");
    assert!(
        text.contains("Access, Level 2: with every step that is allowed the score reaches 67%; 75% are needed."),
        "{text}"
    );
    // Of what would help it names what was asked for, and nothing else.
    assert!(text.contains("Exclude fewer questions (--exclude), or plan for"), "{text}");
    assert!(!text.contains("--max-step"), "{text}");
    // An essential question that may not rise is named.
    place.sheet("a.json", &with(example_sheet(), "answers", json!({"a": "no", "b": "fully", "c": "fully"})));
    let done = plan(&place, &["--exclude", "a"]).ok();
    let text = done.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("Access, Level 1: the essential question “Is it there?” (a) may not rise to its minimum."),
        "{text}"
    );
}

#[test]
fn where_all_questions_of_a_level_stay_hidden_nothing_is_planned() {
    let folder = crate::support::example_folders().into_iter().find(|(name, _)| name == "saltmarsh-homes").unwrap().1;
    let run = |more: &[&str]| {
        let name = folder.file_name().unwrap().to_str().unwrap();
        crate::support::Coprod::new(folder.parent().unwrap(), [&["plan", name], more].concat()).run().ok()
    };
    let result = run(&["--to", "recognition", "-f", "json"]).json();
    assert_eq!((&result["feasible"], &result["steps"]), (&json!(false), &json!([])));
    let expected = json!([{"reason": "hidden", "principle": "diversity", "level": "recognition"}]);
    let mut found = result["obstacles"].clone();
    for key in ["question", "best", "threshold"] {
        found[0].as_object_mut().unwrap().remove(key);
    }
    assert_eq!(found, expected);
    // To each principle's next level there is a way, but not for that one.
    let result = run(&["-f", "json"]).json();
    assert_eq!((&result["feasible"], &result["reached"]["level"]), (&json!(true), &json!("compliance")));
    let steps = result["steps"].as_array().unwrap();
    assert!(!steps.is_empty() && steps.iter().all(|step| step["principle"] != "diversity"), "{result}");
    let text = run(&["-f", "markdown"]).text().to_owned();
    assert!(text.contains("Diversity: the level “Recognition and support” cannot be planned for"), "{text}");
    // Nor does a budget buy a level of which nothing can be seen.
    let result = run(&["--budget", "9999", "-f", "json"]).json();
    assert_eq!(result["reached"]["level"], "compliance");
}

#[test]
fn where_every_question_stays_hidden_it_is_not_said_that_none_applies() {
    // Six people may be shown together, but no single question of fewer than ten.
    let place = Place::new();
    for index in 0..6 {
        let known = ["partly", "largely", "fully"][index % 3];
        let answers =
            ["equ1a", "equ2a", "equ3a", "div1a", "acc1a", "acc2a", "rec1a"].map(|id| (id.to_owned(), json!(known)));
        let mut sheet = quick(Value::Object(answers.into_iter().collect()));
        sheet["perspective"] = json!("staff");
        sheet["respondent"] = json!(format!("r-{index}"));
        sheet["date"] = json!("2026-03");
        place.sheet(&format!("staff/{index}.json"), &sheet);
    }
    let report = place.coprod(["report", "staff", "-f", "json"]).run().ok().json();
    assert!(report["overall"]["score"]["point"].is_number(), "{report}");
    for goal in [&[][..], &["--budget", "20"], &["--to", "transformation"]] {
        let done = place.coprod([&["plan", "staff", "-f", "markdown"], goal].concat()).run().ok();
        let text = done.text();
        assert!(text.contains("stay hidden to protect small groups"), "{goal:?}: {text}");
        assert!(text.contains("Recognition and support (2 of 3), not shown |"), "{goal:?}: {text}");
        assert!(!text.contains("No question applies"), "{goal:?}: {text}");
    }
}

#[test]
fn a_budget_buys_no_more_than_it_holds() {
    let place = example();
    for (budget, effort, level) in
        [("0", 0, "l1"), ("2", 2, "l1"), ("3", 3, "l2"), ("12/4", 3, "l2"), ("1e3", 17, "l3")]
    {
        let result = plan(&place, &["--budget", budget, "-f", "json"]).ok().json();
        assert_eq!(result["target"], "budget");
        assert_eq!(
            (&result["effort"], &result["reached"]["level"]),
            (&json!(effort), &json!(level)),
            "{budget}: {result}"
        );
    }
    let done = plan(&place, &["--budget", "0"]).ok();
    assert!(done.text().contains("This budget buys no step."), "{}", done.text());
    let done = plan(&place, &["--budget", "100"]).ok();
    assert!(done.text().contains("Left of the budget: 83."), "{}", done.text());
}

#[test]
fn several_perspectives_are_planned_together_and_their_values_stay_untold() {
    let place = Place::new();
    for (name, perspective, answer) in [("hr", "hr", "fully"), ("users", "service-users", "no")] {
        let sheet =
            with(quick(json!({"equ1a": {"choice": answer, "note": "secret"}})), "perspective", json!(perspective));
        place.sheet(&format!("{name}.json"), &sheet);
    }
    for format in ["json", "table", "markdown", "csv", "html"] {
        let done = place.coprod(["plan", "hr.json", "users.json", "-f", format]).run().ok();
        assert!(!done.text().contains("secret"), "{format}");
    }
    let result = place.coprod(["plan", "hr.json", "users.json", "-f", "json"]).run().ok().json();
    // The mean of 1 and 0 lies between two options: the lower one is where a step begins.
    let step = result["steps"].as_array().unwrap().iter().find(|step| step["question"] == "equ1a").unwrap();
    assert_eq!((&step["from"], &step["to"], &step["unknown"]), (&json!("partly"), &json!("largely"), &json!(false)));
}

#[test]
fn the_recommendations_of_the_report_begin_with_the_plan() {
    let place = example();
    let plan = plan(&place, &["-f", "json"]).ok().json();
    let report = place.coprod(["report", "a.json", "-r", "r.json", "-f", "json"]).run().ok().json();
    let list = report["recommendations"].as_array().unwrap();
    for (step, recommendation) in plan["steps"].as_array().unwrap().iter().zip(list) {
        assert_eq!(
            (&step["question"], &step["rank"], &step["to"]),
            (&recommendation["question"], &recommendation["rank"], &recommendation["to"])
        );
    }
    assert_eq!((&list[0]["question"], &list[1]["to"]), (&json!("e"), &Value::Null));
    let done = place.coprod(["report", "a.json", "-r", "r.json"]).run().ok();
    assert!(done.text().contains("The first is the plan with the least effort to the next level."), "{}", done.text());
}
