//! The list of actions that a plan writes, and that people work on.

use super::*;

const START: [&str; 4] = ["--start", "2026-04-01", "--pace", "2"];

fn list(place: &Place) -> Value {
    serde_json::from_str(&place.read("actions.json")).unwrap()
}

#[test]
fn a_plan_writes_its_steps_as_actions_with_due_dates() {
    let place = example();
    plan(&place, &[&START[..], &["--actions", "actions.json", "-o", "plan.csv"]].concat())
        .ok()
        .says("Written: actions.json", &[])
        .says("Actions added: 1.", &[]);
    assert_eq!(
        list(&place),
        json!({
            "format": "coprod/actions/1", "rubric": {"id": "worked", "version": "1.0.0"},
            "organisation": {"name": "Example Ltd"}, "date": "2026-03-14",
            "actions": [{"question": "e", "title": "Is it there?", "to": "largely", "due": "2026-09-30", "done": false}],
        })
    );
    // Without a start nobody knows when.
    plan(&place, &["--actions", "open.json"]).ok();
    let open: Value = serde_json::from_str(&place.read("open.json")).unwrap();
    assert_eq!(open["actions"][0].get("due"), None);
}

#[test]
fn a_later_plan_continues_the_list_and_keeps_what_people_wrote() {
    let place = example();
    plan(&place, &["--actions", "actions.json"]).ok();
    let mut edited = list(&place);
    edited["actions"][0]["due"] = json!("2026-05-01");
    edited["actions"][0]["x-ticket"] = json!("T-7");
    edited["actions"].as_array_mut().unwrap().push(json!({"title": "Our own", "done": true}));
    place.sheet("actions.json", &edited);
    // The open action stays, and nothing is added twice.
    plan(&place, &["--actions", "actions.json"]).ok().says("Actions added: 0. Kept as they were: 2.", &[]);
    assert_eq!(list(&place), edited);
    // To the next level but one: the new steps come behind.
    plan(&place, &["--to", "l3", "--actions", "actions.json"])
        .ok()
        .says("Actions added: 2. Kept as they were: 2.", &[]);
    let after = list(&place);
    assert_eq!(after["actions"][0], edited["actions"][0]);
    assert_eq!(after["actions"][1], edited["actions"][1]);
    assert_eq!((&after["actions"][2]["question"], &after["actions"][3]["question"]), (&json!("i"), &json!("h")));
}

#[test]
fn what_is_ticked_off_is_planned_anew_only_if_a_newer_assessment_asks_for_it() {
    let place = example();
    plan(&place, &["--actions", "actions.json"]).ok();
    let mut ticked = list(&place);
    ticked["actions"][0]["done"] = json!(true);
    place.sheet("actions.json", &ticked);
    // The assessment that the list was made from does not know yet that it is done.
    plan(&place, &["--actions", "actions.json"]).ok().says("Actions added: 0. Kept as they were: 1.", &[]);
    assert_eq!(list(&place), ticked);
    place.sheet("a.json", &with(example_sheet(), "date", json!("2027-03-14")));
    plan(&place, &["--actions", "actions.json"]).ok().says("Actions added: 1.", &[]);
    let after = list(&place);
    assert_eq!((&after["actions"][1]["question"], &after["actions"][1]["done"]), (&json!("e"), &json!(false)));
    assert_eq!(after["date"], "2027-03-14");
    // Ticked off again, it is done for this assessment, too.
    let mut ticked = after;
    ticked["actions"][1]["done"] = json!(true);
    place.sheet("actions.json", &ticked);
    plan(&place, &["--actions", "actions.json"]).ok().says("Actions added: 0.", &[]);
    // A step that goes further than what was done is a new one.
    ticked["actions"][1]["to"] = json!("partly");
    place.sheet("actions.json", &ticked);
    plan(&place, &["--actions", "actions.json"]).ok().says("Actions added: 1.", &[]);
}

#[test]
fn where_one_of_two_files_cannot_be_written_neither_is() {
    let place = example();
    plan(&place, &["-o", "nowhere/x.pdf", "--actions", "actions.json"]).fails(4, &["nowhere"]);
    plan(&place, &["-o", "plan.csv", "--actions", "nowhere/actions.json"]).fails(4, &["nowhere"]);
    assert_eq!(place.names(), ["a.json", "r.json"]);
    // However the paths are written, both would be one file.
    plan(&place, &["-o", "./both.json", "-f", "json", "--actions", "both.json"]).fails(2, &["both.json"]);
    assert_eq!(place.names(), ["a.json", "r.json"]);
}

#[test]
fn a_list_that_is_not_this_one_is_refused_and_stays_as_it_is() {
    let place = example();
    plan(&place, &["--actions", "actions.json", "-q"]).ok().silent();
    let good = list(&place);
    let mut other = good.clone();
    other["organisation"]["name"] = json!("Somebody else");
    let mut rubric = good.clone();
    rubric["rubric"]["id"] = json!("co-production");
    let mut typo = good.clone();
    typo["actions"][0]["dona"] = json!(true);
    let cases = [
        (other.to_string(), "Somebody else"),
        (rubric.to_string(), "`co-production`"),
        (typo.to_string(), "Did you mean `done`?"),
        ("[]".to_owned(), "object"),
        (example_sheet().to_string(), "coprod/actions/1"),
    ];
    for (text, words) in cases {
        place.write("actions.json", &text);
        plan(&place, &["--actions", "actions.json", "-o", "plan.md"]).fails(3, &["actions.json", words]);
        assert_eq!(place.read("actions.json"), text);
        assert!(!place.path("plan.md").exists());
    }
}

#[test]
fn a_target_that_cannot_be_reached_writes_no_actions() {
    let place = example();
    plan(&place, &["--exclude", "e", "--actions", "actions.json", "-f", "json"])
        .ok()
        .says("No actions were written", &[]);
    assert!(!place.path("actions.json").exists());
}
