//! What cannot be meant ends with its code, a sentence, and nothing written.

use super::*;

/// Refused as a command line, with these words; no file comes into being.
fn refused(arguments: &[&str], words: &[&str]) {
    let place = example();
    let before = place.names();
    plan(&place, arguments).fails(2, words);
    assert_eq!(place.names(), before, "{arguments:?}");
}

#[test]
fn unknown_ids_get_a_proposal() {
    refused(&["--to", "l4", "-o", "p.json"], &["--to: `l4` is not known", "Known: l1, l2, l3"]);
    refused(&["--to", "top"], &["--to: `top`", "Known: l1, l2, l3"]);
    refused(&["--to", "none"], &["--to: `none`"]);
    refused(&["--to", "Level1"], &["--to: `Level1`"]);
    refused(&["--exclude", "e,zz"], &["--exclude: `zz`", "Known: a, b, c"]);
    for wrong in ["`yy`", "`zz`"] {
        refused(&["--exclude", "yy,e,zz"], &["--exclude: ", wrong]);
    }
    refused(&["--principle", "acess"], &["--principle: `acess`", "Did you mean `access`?"]);
    refused(&["-f", "jsn"], &["--format: `jsn`", "Did you mean `json`?"]);
    let place = Place::new();
    place.sheet("a.json", &quick(json!({"equ1a": "no"})));
    place
        .coprod(["plan", "a.json", "--exclude", "equ1"])
        .run()
        .fails(2, &["--exclude: `equ1`", "Did you mean `equ1a`?"]);
    place.coprod(["plan", "a.json", "--to", "complience"]).run().fails(2, &["--to: ", "Did you mean `compliance`?"]);
}

#[test]
fn numbers_and_dates_must_be_ones() {
    for budget in ["-1", "many", "1,5", "1/0", "", "NaN", "1e99"] {
        refused(&["--budget", budget, "-o", "p.csv"], &["--budget: ", "is no number of 0 or more"]);
    }
    for pace in ["0", "-2", "fast"] {
        refused(&["--start", "2026-04-01", "--pace", pace], &["--pace: ", "is no number greater than 0"]);
    }
    for start in ["2026-02-30", "2026-04", "1.4.2026", "soon"] {
        refused(&["--start", start, "--pace", "5"], &["--start: ", "is no date"]);
    }
    refused(&["--start", "2026-04-01", "--pace", "1/1000"], &["--pace: ", "longer than a hundred years"]);
    refused(&["--start", "9999-12-01", "--pace", "1"], &["--pace: "]);
    for wrong in [&["--max-step", "0"][..], &["--max-step", "-1"], &["--max-step", "1.5"], &["--max-step", "99999"]] {
        assert_eq!(plan(&example(), wrong).code, 2, "{wrong:?}");
    }
}

#[test]
fn options_that_contradict_each_other_are_refused() {
    for wrong in [
        &["--to", "l1", "--next"][..],
        &["--to", "l1", "--budget", "1"],
        &["--next", "--budget", "1"],
        &["--budget", "1", "--principle", "access"],
        &["--start", "2026-04-01"],
        &["--pace", "2"],
        &["--group", "month"],
    ] {
        assert_eq!(plan(&example(), wrong).code, 2, "{wrong:?}");
    }
    refused(&["--group", "quarter"], &["--group quarter needs --start, --pace"]);
    refused(&["--tasks", "-f", "json"], &["--tasks needs --format markdown"]);
    refused(&["--tasks", "-f", "csv"], &["--tasks needs --format markdown"]);
    refused(&["-o", "a.json"], &["`a.json` exists already"]);
    refused(&["--actions", "a.json"], &["`a.json` exists already"]);
    refused(&["--actions", "p.json", "-o", "p.json"], &["`p.json`"]);
    refused(&["-o", "plan.docx"], &["no format ends in `.docx`"]);
}

#[test]
fn bad_sheets_end_as_they_do_in_the_report() {
    let place = Place::new();
    place.write("bad.json", "hello").sheet("good.json", &quick(json!({"equ1a": "no"})));
    place.coprod(["plan", "bad.json", "--actions", "x.json"]).run().fails(3, &["bad.json", "not JSON"]);
    place.coprod(["plan", "absent.json"]).run().fails(4, &["absent.json"]);
    place.coprod(["plan", "good.json", "-o", "no/such/folder/p.json"]).run().fails(4, &["no/such/folder"]);
    assert_eq!(place.coprod(["plan"]).run().code, 2);
    assert_eq!(place.names(), ["bad.json", "good.json"]);
}

#[test]
fn sheets_where_nothing_is_known_and_where_nothing_applies_are_planned_too() {
    let all = |answer: &str| -> Value {
        ["a", "b", "c", "d", "e", "f", "g", "h", "i"].map(|id| (id.to_owned(), json!(answer))).into_iter().collect()
    };
    let place = example();
    for (answers, feasible) in
        [(json!({}), true), (all("dk"), true), (all("no"), true), (all("fully"), true), (all("na"), false)]
    {
        place.sheet("a.json", &with(example_sheet(), "answers", answers));
        for goal in [&["--next"][..], &["--to", "l3"], &["--budget", "9"]] {
            for format in coprod::formats::FORMATS {
                let done = plan(&place, &[goal, &["-f", format.name()]].concat()).ok();
                if format.name() == "json" {
                    let result = done.json();
                    assert_eq!((&result["feasible"], result["effort"].is_null()), (&json!(feasible), !feasible));
                    assert_eq!(result["start"]["level"].is_null(), !feasible, "{goal:?}");
                }
            }
        }
    }
}
