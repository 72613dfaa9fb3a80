//! Nobody can be told from what is stored: pseudonyms, order, month, and what is left out.

use super::{import, sheets};
use crate::support::Place;
use serde_json::Value;
use std::collections::BTreeMap;

fn survey(rows: usize) -> String {
    let options = ["no", "partly", "largely", "fully"];
    let mut text = "_id,_submission_time,equ1a,equ1b,equ1c,div1a\n".to_owned();
    for row in 0..rows {
        let answer = |shift: usize| options[(row >> shift) % 4];
        text.push_str(&format!(
            "{row},2026-03-14T08:{:02}:00,{},{},{},{}\n",
            row % 60,
            answer(0),
            answer(2),
            answer(4),
            answer(6)
        ));
    }
    text
}

/// Pseudonym → answers.
fn by_pseudonym(done: &crate::support::Done) -> BTreeMap<String, String> {
    let name = |sheet: &Value| sheet["respondent"].as_str().unwrap().to_owned();
    sheets(done).iter().map(|sheet| (name(sheet), sheet["answers"].to_string())).collect()
}

#[test]
fn pseudonyms_do_not_follow_the_order_of_arrival_but_are_the_same_again() {
    let text = survey(200);
    let first = by_pseudonym(&import(&text, &[]).ok());
    assert_eq!(first.len(), 200);
    let arrived: Vec<String> = {
        let all = import(&text, &["--prefix", "a-"]).ok();
        assert!(sheets(&all).iter().all(|sheet| sheet["respondent"].as_str().unwrap().starts_with("a-")));
        let rows = text.lines().skip(1).map(|line| line.split(',').nth(2).unwrap().to_owned());
        rows.collect()
    };
    let kept: Vec<String> = first.values().map(|answers| answers.split('"').nth(3).unwrap().to_owned()).collect();
    assert_ne!(kept, arrived);
    assert_eq!(by_pseudonym(&import(&text, &[]).ok()), first, "the same again");
    assert_ne!(by_pseudonym(&import(&text, &["--seed", "other"]).ok()), first, "another seed, another order");
    // Neither the order of the rows nor the separator decides: only what is kept does.
    let mut lines: Vec<&str> = text.lines().collect();
    lines[1..].reverse();
    let turned = lines.join("\n").replace(',', ";");
    assert_eq!(by_pseudonym(&import(turned, &[]).ok()), first);
}

#[test]
fn who_somebody_is_is_never_stored_and_what_was_left_out_is_listed() {
    let text = "Name,E-Mail,IP address,Phone,_geolocation,Contact,Pseudonym,equ1a,equ1anote\n\
        Max Muster,max@example.org,10.0.0.7,0170 1234567,52.5 13.4,call max@example.org,max,no,\
        \"Ask max@example.org or 10.0.0.7 or +49 170 1234567\"\n";
    let done = import(text, &[]).ok();
    let out = done.text().to_owned();
    for secret in ["Max", "max", "example.org", "10.0.0.7", "1234567", "52.5"] {
        assert!(!out.contains(secret), "{secret} in {out}");
        assert!(!done.stderr.contains(secret) || secret == "max", "{secret} in {}", done.stderr);
    }
    assert!(out.contains("Ask […] or […] or […]"), "{out}");
    let columns = ["`Name`", "`E-Mail`", "`IP address`", "`Phone`", "`_geolocation`", "`Contact`", "`Pseudonym`"];
    done.says("a.csv: not stored", &columns).says("warning: ", &["row 2, column I (equ1anote)", "[…]"]);
}

#[test]
fn a_folder_holds_a_sheet_each_and_only_the_owner_may_read_it() {
    let place = Place::new();
    place.write("a.csv", survey(12));
    let args = ["import", "a.csv", "-o", "out", "-r", "co-production", "--organisation", "X"];
    place.coprod(args).run().ok().says("Written: out", &["12 sheets"]);
    let mut names: Vec<_> = std::fs::read_dir(place.path("out")).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    assert_eq!(names.len(), 12);
    assert!(names[0].ends_with("r-001.json") && names[11].ends_with("r-012.json"));
    assert_eq!(place.names(), ["a.csv", "out"], "nothing else is left");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert!(names.iter().all(|path| mode(path) == 0o600));
        assert_eq!(mode(&place.path("out")), 0o700);
        place.coprod(["import", "a.csv", "-o", "all.jsonl", "-r", "co-production", "--organisation", "X"]).run().ok();
        assert_eq!(mode(&place.path("all.jsonl")), 0o600);
    }
    place.coprod(["report", "out/r-001.json"]).run().ok();
}

#[test]
fn several_files_are_numbered_together() {
    let place = Place::new();
    place.write("a.csv", survey(5)).write("b.csv", survey(7).replace("2026-03", "2026-04"));
    let args = ["import", "a.csv", "b.csv", "-o", "all.jsonl", "-r", "co-production", "--organisation", "X"];
    place.coprod(args).run().ok();
    let text = place.read("all.jsonl");
    let mut names: Vec<String> = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["respondent"].as_str().unwrap().to_owned())
        .collect();
    names.dedup();
    assert_eq!(names.len(), 12);
}

#[test]
fn a_joint_answer_is_one_only_where_the_group_said_yes() {
    let rows = "equ1a,date,perspective,answered_by,shown,people\n\
        no,2026-03-14,hr,group,yes,7\n\
        partly,2026-03-14,hr,group,no,6\n\
        largely,2026-03-14,hr,group,no,\n\
        fully,2026-03-14,hr,person,,\n";
    let labels = "_id,Equality first,date,perspective,Who answers,For a group: may your joint answer be shown by itself?,\
        For a group: how many people\n";
    let labelled = rows.replacen("equ1a,date,perspective,answered_by,shown,people\n", "", 1);
    let labelled = labelled.replace("group", "A group together").replace("person", "Eine Person");
    let labelled = labelled.replace(",yes,", ",Ja,").replace("together,no,", "together,No,");
    let labelled: String = labelled.lines().zip(1..).map(|(line, id)| format!("{id},{line}\n")).collect();
    let labelled = format!("{}{labelled}", labels.replace("Equality first", "equ1a"));
    for text in [rows, &labelled] {
        let done = import(text, &[]).ok().says("warning: ", &["row 3", "nobody said", "left out"]);
        let all = sheets(&done);
        let of = |id: &str| all.iter().find(|sheet| sheet["answers"]["equ1a"] == id).unwrap();
        assert_eq!((&of("no")["people"], &of("no")["date"]), (&7.into(), &"2026-03-14".into()));
        for id in ["partly", "largely", "fully"] {
            let sheet = of(id);
            assert!(sheet["people"].is_null() && sheet["respondent"].is_string(), "{sheet}");
            assert_eq!(sheet["date"], "2026-03");
        }
    }
    import(rows.replace("person,,", "person,,4"), &[]).fails(3, &["row 5, column F (people)", "one person answers"]);
    import(rows.replace(",person,", ",nobody,"), &[]).fails(3, &["row 5, column D (answered_by)", "nobody"]);
}

#[test]
fn a_sheet_of_our_own_does_not_keep_a_name_either() {
    let place = Place::new();
    let sheet = |respondent: &str, note: &str| {
        serde_json::json!({
            "format": "coprod/answers/1", "rubric": {"id": "co-production", "version": "1.0.0"},
            "organisation": {"name": "Example Ltd"}, "date": "2026-03", "perspective": "hr", "respondent": respondent,
            "answers": {"equ1a": {"choice": "no", "note": note, "evidence": ["10.0.0.7"]}}
        })
    };
    let run = |respondent: &str| {
        place.write("a.json", sheet(respondent, "ask max@example.org").to_string());
        place.coprod(["import", "-l", "en", "a.json", "-o", "-"]).run()
    };
    for name in ["Jane Doe", "jane@example.org", "10.0.0.7"] {
        run(name).fails(3, &["a.json: /respondent", name, "no pseudonym"]);
    }
    let done = run("r-a1b2c3").ok().says("warning: ", &["/answers/equ1a/note", "e-mail"]);
    assert_eq!(done.json()["answers"]["equ1a"]["note"], "ask […]");
    assert!(!done.text().contains("10.0.0.7"));
}
