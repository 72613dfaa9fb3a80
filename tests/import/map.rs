//! A map says what the columns and values of any other table mean.

use crate::support::{Done, Place};
use serde_json::{Value, json};

fn import(map: &Value, text: &str) -> Done {
    let place = Place::new();
    place.write("map.json", map.to_string()).write("a.csv", text);
    let args = [
        "import",
        "a.csv",
        "--map",
        "map.json",
        "-o",
        "-",
        "-r",
        "co-production",
        "--organisation",
        "X",
        "--date",
        "2026-03",
    ];
    place.coprod(args).run()
}

#[test]
fn columns_and_values_mean_what_the_map_says() {
    let map = json!({
        "format": "coprod/map/1",
        "columns": {
            "Q1": "equ1a", "Q1 remark": "equ1a.note", "q2[SQ003]": "equ1b",
            "Group": {"to": "perspective", "values": {"Boss": "leadership", "HR dept": "hr"}},
            "Q3": {"to": "div1a", "values": {"1": "fully"}},
            "Internal": "ignore",
        },
        "values": {"A1": "no", "A2": "fully", "1": "partly", "?": "dk"},
    });
    let text =
        "Q1,Q1 remark,Q2[SQ003],Group,Q3,Internal,equ1c\nA1,x,?,Boss,1,secret,largely\nA2,,1,HR dept,A1,secret,\n";
    let done = import(&map, text).ok().says("a.csv: not needed", &["`Internal`"]);
    let mut found = super::sheets(&done);
    found.sort_by_key(|sheet| sheet["perspective"].to_string());
    assert_eq!(found[0]["perspective"], "hr");
    assert_eq!(found[0]["answers"], json!({"equ1a": "fully", "equ1b": "partly", "div1a": "no"}));
    assert_eq!(found[1]["perspective"], "leadership");
    assert_eq!(
        found[1]["answers"],
        json!({"equ1a": {"choice": "no", "note": "x"}, "equ1b": "dk", "equ1c": "largely", "div1a": "fully"})
    );
    assert!(!done.text().contains("secret"));
}

#[test]
fn a_table_with_one_row_a_question_can_be_mapped_too() {
    let map = json!({
        "format": "coprod/map/1",
        "columns": {"Nr": {"to": "question", "values": {"1.1": "equ1a"}}, "Score": "answer", "Text": "note"},
        "values": {"low": "no"},
    });
    let done = import(&map, "Nr,Score,Text\n1.1,low,a\nequ1b,3,\n").ok();
    assert_eq!(super::sheet(&done)["answers"], json!({"equ1a": {"choice": "no", "note": "a"}, "equ1b": "fully"}));
}

#[test]
fn what_is_wrong_with_a_map_is_said_with_its_place() {
    let columns = |columns: Value| json!({"format": "coprod/map/1", "columns": columns});
    let text = "Q1,Q2\nno,no\n";
    import(&columns(json!({"Q1": "equ1z"})), text)
        .fails(3, &["map.json (line 1", "`equ1z` is no target", "Did you mean `equ1"]);
    import(&columns(json!({"Q1": "equ1a.notes"})), text).fails(3, &["/columns/Q1", "no target"]);
    import(&columns(json!({"Q1": "Ignore me"})), text).fails(3, &["/columns/Q1", "no target"]);
    import(&columns(json!({"Q1": "equ1a", "Remrks": "equ1a.note"})), "Q1,Remarks\nno,x\n")
        .fails(3, &["no column `Remrks`", "Did you mean `Remarks`"]);
    import(&columns(json!({"Q1": "equ1a", "Q2": "equ1a"})), text).fails(3, &["row 1, column B (Q2)", "means the same"]);
    import(&columns(json!({"Q1": "date", "Q2": "equ1a"})), text).fails(3, &["column A (Q1)", "`no` is no date"]);
    import(&json!({"format": "coprod/map/2"}), text).fails(3, &["coprod/map/1"]);
    import(&json!({"format": "coprod/map/1", "columns": {}, "colums": {}}), text).fails(3, &["/colums"]);
}

#[test]
fn values_hold_in_columns_that_the_map_does_not_name_and_points_are_said() {
    let map = json!({"format": "coprod/map/1", "columns": {}, "values": {"1": "no", "2": "partly"}});
    let done = import(&map, "equ1a,equ1b\n1,2\n").ok();
    assert_eq!(super::sheets(&done)[0]["answers"], json!({"equ1a": "no", "equ1b": "partly"}));
    assert!(!done.stderr.contains("points"), "{}", done.stderr);
    let none = json!({"format": "coprod/map/1", "columns": {}});
    import(&none, "equ1a,equ1b\n1,2\n").ok().says("a.csv: numbers were read as points", &["1: partly"]);
}

#[test]
fn a_number_that_a_map_of_numbers_leaves_out_is_no_points() {
    let map = json!({"format": "coprod/map/1", "columns": {"Q": "equ1a"}, "values": {"1": "fully", "5": "no"}});
    import(&map, "Q\n1\n3\n").fails(3, &["row 3, column A (Q)", "the map says nothing of the value `3`"]);
    let done = import(&map, "Q\n1\n5\nlargely\n").ok();
    let answers: Vec<Value> = super::sheets(&done).iter().map(|sheet| sheet["answers"]["equ1a"].clone()).collect();
    assert_eq!(answers.len(), 3);
    assert!(["fully", "no", "largely"].iter().all(|id| answers.contains(&json!(id))), "{answers:?}");
}

#[test]
fn a_value_that_means_no_option_is_told_at_the_map_whether_the_table_has_it_or_not() {
    let map = json!({
        "format": "coprod/map/1",
        "columns": {"Q1": {"to": "equ1a", "values": {"A": "fullly"}}, "Q2": "equ1b"},
        "values": {"never": "nonsense", "B": "partly"},
    });
    let done = import(&map, "Q1,Q2\nA,B\n").fails(3, &["map.json", "`fullly`", "`fully`"]);
    let done = done.fails(3, &["map.json", "`nonsense`"]);
    assert!(!done.stderr.contains("a.csv"), "{}", done.stderr);
}

#[test]
fn a_column_that_is_mapped_to_the_pseudonym_is_not_stored_and_said() {
    let map = json!({"format": "coprod/map/1", "columns": {"PNr": "respondent", "Q1": "equ1a"}});
    let done = import(&map, "PNr,Q1\n4711,fully\n").ok().says("a.csv: not stored", &["`PNr`"]);
    assert_eq!(super::sheet(&done)["respondent"], "r-001");
    assert!(!done.text().contains("4711"));
}
