//! The file `assessment.json` of a folder.

use super::{company, folder, group, report};
use crate::support::{Place, voice};
use serde_json::{Value, json};

fn round() -> Value {
    json!({
        "format": "coprod/assessment/1", "comment": "c", "organisation": "Example Ltd", "scope": "Plant North",
        "period": "spring 2026", "invited": {"leadership": 8, "hr": 4, "staff": 6, "service-users": 30},
        "process": {"decides": "Board and works council"}, "responsible": "Ms Example", "deletion_date": "2026-12-31"
    })
}

#[test]
fn it_says_what_holds_for_all_sheets_and_is_no_sheet() {
    let place = folder(&company());
    place.sheet("all/assessment.json", &round());
    let result = report(&place, &["-f", "json"]).ok().silent().json();
    assert_eq!(result["sheets"], 24);
    assert_eq!(result["organisation"]["scope"], "Plant North");
    assert_eq!(result["organisation"]["period"], "spring 2026");
    assert_eq!(result["process"]["decides"], "Board and works council");
    assert_eq!((&result["responsible"], &result["deletion_date"]), (&json!("Ms Example"), &json!("2026-12-31")));
    let leadership = group(&result, "leadership");
    assert_eq!(
        (&leadership["invited"], &leadership["n"], &leadership["response_rate"]),
        (&json!(8), &json!(6), &json!(0.75))
    );
    let hidden = group(&result, "hr");
    assert_eq!((&hidden["invited"], &hidden["n"], &hidden["response_rate"]), (&json!(4), &json!(null), &json!(null)));
    let text = report(&place, &[]).ok();
    let text = text.text().split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["Ms Example", "31 December 2026", "Plant North", "Invited, but nobody answered: Service users"] {
        assert!(text.contains(words), "{words} is not in:\n{text}");
    }
    // Named with the sheets, as a shell expands a pattern, it is the same.
    let files = ["report", "all/*", "-f", "json"];
    assert_eq!(place.coprod(files).run().ok().json(), result);
}

#[test]
fn only_its_format_makes_it_one() {
    let place = Place::new();
    place.sheet("all/assessment.json", &voice("hr"));
    assert_eq!(report(&place, &["-f", "json"]).ok().json()["sheets"], 1, "a sheet may have any name");
    place.sheet("all/other.json", &round());
    assert_eq!(report(&place, &["-f", "json"]).ok().json()["organisation"]["scope"], "Plant North");
    place.sheet("all/third.json", &round());
    report(&place, &[]).fails(3, &["third.json", "second", "other.json"]);
    let alone = Place::new();
    alone.sheet("all/assessment.json", &round());
    report(&alone, &[]).fails(3, &["no answer sheet"]);
}

#[test]
fn every_problem_is_named_with_its_place() {
    let place = Place::new();
    place.sheet("all/a.json", &voice("hr"));
    place.write(
        "all/assessment.json",
        "{\"format\": \"coprod/assessment/1\",\n\"invited\": {\"leadershp\": 3, \"hr\": -1, \"staff\": \"six\"},\n\
         \"deletion_date\": \"soon\", \"scope\": \" \", \"respnsible\": \"x\", \"process\": []}",
    );
    let done = report(&place, &[]);
    let done = done.fails(3, &["assessment.json: /invited/leadershp (line 2", "Did you mean `leadership`?"]);
    let done = done.says("error: ", &["/invited/hr", "whole number"]);
    let done = done.says("error: ", &["/invited/staff", "whole number"]);
    let done = done.says("error: ", &["/deletion_date (line 3", "no date"]);
    let done = done.says("error: ", &["/scope", "empty"]);
    let done = done.says("error: ", &["/respnsible", "Did you mean `responsible`?"]);
    done.says("error: ", &["/process", "object"]);
    place.sheet("all/assessment.json", &json!({"format": "coprod/assessment/1", "organisation": "Other Ltd"}));
    report(&place, &[]).fails(3, &["assessment.json", "Other Ltd", "Example Ltd"]);
    place.sheet("all/assessment.json", &json!({"format": "coprod/assessment/1", "unheard": 1}));
    report(&place, &[]).ok().says("warning: ", &["/unheard", "ignored"]);
}

#[test]
fn more_answers_than_invitations_are_doubted_only_where_the_group_is_shown() {
    let place = folder(&company());
    place.sheet("all/assessment.json", &json!({"format": "coprod/assessment/1", "invited": {"staff": 5, "hr": 1}}));
    let done = report(&place, &["-f", "json"]).ok();
    let done = done.says("warning: ", &["`staff`", "more people answered"]);
    assert!(!done.stderr.contains("`hr`"), "{}", done.stderr);
    assert_eq!(group(&done.json(), "staff")["response_rate"], json!(null));
}

#[test]
fn sheets_that_speak_of_different_things_are_doubted_unless_one_thing_is_said_for_all() {
    let place = Place::new();
    for (name, period, scope) in [("a", "2025", "Plant North"), ("b", "2026", "Plant North")] {
        let organisation = json!({"name": "Example Ltd", "period": period, "scope": scope});
        place.sheet(
            &format!("all/{name}.json"),
            &crate::support::with(voice(if name == "a" { "hr" } else { "staff" }), "organisation", organisation),
        );
    }
    let done = report(&place, &["-f", "json"]).ok();
    let done = done.says("warning: ", &["assessment.json: /period", "different periods", "`assessment.json`"]);
    assert!(!done.stderr.contains("scope"), "{}", done.stderr);
    place.sheet("all/assessment.json", &json!({"format": "coprod/assessment/1", "period": "2026"}));
    let done = report(&place, &["-f", "json"]).ok();
    assert!(!done.stderr.contains("different periods"), "{}", done.stderr);
    assert_eq!(done.json()["organisation"]["period"], "2026");
}

#[test]
fn an_empty_one_changes_nothing() {
    let place = folder(&company());
    let before = report(&place, &["-f", "json"]).ok().stdout;
    place.sheet("all/assessment.json", &json!({"format": "coprod/assessment/1"}));
    assert!(before == report(&place, &["-f", "json"]).ok().silent().stdout);
}
