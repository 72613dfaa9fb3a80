//! Plain tables: one row a question, or one row a respondent.

use super::{full, import, sheet, sheets};
use crate::support::{Place, with};
use serde_json::json;

#[test]
fn one_row_a_question_is_one_sheet() {
    let text = "id,question,answer,note,evidence,reason\n\
        equ1a,Are people heard?,largely,\"a, b\",\"minutes\nphotos\",\n\
        equ1b,,3,,,\n\
        div1a,,na,,,We have none\n\
        acc1a,,,only a note,,\n\
        rec1a,,,,,\n";
    let expected = full(json!({
        "equ1a": {"choice": "largely", "note": "a, b", "evidence": ["minutes", "photos"]},
        "equ1b": "fully",
        "div1a": {"choice": "na", "reason": "We have none"},
        "acc1a": {"note": "only a note"},
    }));
    assert_eq!(sheet(&import(text, &[]).ok()), expected);
}

#[test]
fn every_separator_and_line_end_is_recognised() {
    let expected = full(json!({"equ1a": {"choice": "largely", "note": "a; b, c"}, "equ1b": "no"}));
    for separator in [",", ";", "\t", "|"] {
        for end in ["\n", "\r\n"] {
            for mark in ["", "\u{feff}"] {
                let rows = [["id", "answer", "note"], ["equ1a", "largely", "\"a; b, c\""], ["equ1b", "no", ""]];
                let lines: Vec<String> = rows.iter().map(|row| row.join(separator)).collect();
                assert_eq!(sheet(&import(format!("{mark}{}{end}", lines.join(end)), &[]).ok()), expected);
            }
        }
    }
    let marked = "sep=;\r\nid;answer;note\r\nequ1a;largely;a; b, c\r\n";
    import(marked, &[]).fails(3, &["row 3", "4 cells", "3 headings"]);
}

#[test]
fn commas_in_headings_do_not_make_columns_where_semicolons_separate() {
    let text = "equ1a;Remarks, wishes, ideas, and more\nno;x\nfully;y\n";
    let found = sheets(&import(text, &[]).ok());
    assert_eq!(found.len(), 2);
}

#[test]
fn an_answer_is_an_id_a_label_of_any_language_or_points() {
    for (cell, id) in [
        ("largely", "largely"),
        ("LARGELY", "largely"),
        (" Largely ", "largely"),
        ("Mostly", "largely"),
        ("Weitgehend", "largely"),
        ("Meistens", "largely"),
        ("2", "largely"),
        ("2.0", "largely"),
        ("\"2,0\"", "largely"),
        ("'2", "largely"),
        ("dk", "dk"),
        ("I don’t know", "dk"),
        ("I don't know.", "dk"),
        ("Weiß ich nicht", "dk"),
        ("Trifft auf uns nicht zu", "na"),
        ("Ja, überall".replace(',', "\u{201a}").as_str(), ""),
    ] {
        let done = import(format!("id,answer\nequ1b,{cell}\n"), &[]);
        if id.is_empty() {
            done.fails(3, &["row 2, column B (answer)", "unknown answer"]);
        } else {
            assert_eq!(sheet(&done.ok()), full(json!({"equ1b": id})), "{cell}");
        }
    }
}

#[test]
fn questions_may_be_named_by_their_words() {
    let text = "Frage;Antwort\n\
        Werden Menschen mit Behinderung angehört, bevor die Organisation über Dinge entscheidet, die diese Menschen betreffen?;Nein\n";
    assert_eq!(sheet(&import(text, &[]).ok()), full(json!({"equ1a": "no"})));
}

#[test]
fn facts_stand_in_columns_or_in_rows_of_their_own() {
    let columns = "id,answer,organisation,date,perspective,setting,people,rubric,version\n\
        equ1a,no,Example Ltd,14.03.2026,Human resources,employer,7,co-production,1.0.0\n\
        equ1b,fully,,,,,,,\n";
    let rows = "id,answer\norganisation,Example Ltd\ndate,2026-03-14\nperspective,hr\nsetting,employer\npeople,7\n\
        equ1a,no\nequ1b,fully\n";
    let mut expected = with(full(json!({"equ1a": "no", "equ1b": "fully"})), "date", json!("2026-03-14"));
    expected["organisation"]["setting"] = json!("employer");
    let expected = with(with(expected, "perspective", json!("hr")), "people", json!(7));
    for text in [columns, rows] {
        let place = crate::support::Place::new();
        place.write("a.csv", text);
        let done = place.coprod(["import", "a.csv", "-o", "-", "-r", "co-production"]).run().ok();
        assert_eq!(sheet(&done), expected);
    }
}

#[test]
fn one_row_a_respondent_is_a_sheet_each_and_the_month_is_kept() {
    let text = "date,perspective,equ1a,equ1a_note,equ1b,team\n\
        2026-03-14,staff,no,because,1,red\n\
        2026-04-02T10:00:00Z,Mitarbeitende,fully,,,blue\n";
    let done = import(text, &["--seed", "x", "--date", "2026"]);
    done.fails(2, &["--date", "2026"]);
    let place = crate::support::Place::new();
    place.write("a.csv", text);
    let args = ["import", "a.csv", "-o", "-", "-r", "co-production", "--organisation", "Example Ltd"];
    let done = place.coprod(args).run().ok().says("warning: ", &["column F (team)", "unknown", "ignored"]);
    let mut found = sheets(&done);
    found.sort_by_key(|sheet| sheet["date"].to_string());
    let mut names: Vec<String> = found.iter().map(|sheet| sheet["respondent"].as_str().unwrap().to_owned()).collect();
    names.sort();
    assert_eq!(names, ["r-001", "r-002"]);
    assert_eq!((&found[0]["date"], &found[1]["date"]), (&json!("2026-03"), &json!("2026-04")));
    assert_eq!(found[0]["answers"], json!({"equ1a": {"choice": "no", "note": "because"}, "equ1b": "partly"}));
    assert_eq!((&found[0]["perspective"], &found[1]["perspective"]), (&json!("staff"), &json!("staff")));
}

#[test]
fn a_group_that_answered_together_is_no_person() {
    let text = "date,people,perspective,equ1a\n2026-03-14,7,staff,no\n2026-03-15,,staff,fully\n";
    let place = crate::support::Place::new();
    place.write("a.csv", text);
    let args = ["import", "a.csv", "-o", "out", "-r", "co-production", "--organisation", "Example Ltd"];
    place.coprod(args).run().ok();
    let group: serde_json::Value = serde_json::from_str(&place.read("out/a.json")).unwrap();
    assert_eq!((&group["people"], &group["date"]), (&json!(7), &json!("2026-03-14")));
    assert_eq!(group.get("respondent"), None);
    let person: serde_json::Value = serde_json::from_str(&place.read("out/r-001.json")).unwrap();
    assert_eq!((&person["respondent"], &person["date"]), (&json!("r-001"), &json!("2026-03")));
}

#[test]
fn the_programs_own_words_for_no_answer_are_read_where_the_rubric_has_none() {
    let mut own = crate::support::rubric("co-production-quick");
    (own["id"], own["languages"]) = (json!("own"), json!(["en"]));
    for question in own["questions"].as_array_mut().unwrap() {
        question["na_allowed"] = json!(true);
    }
    let texts = include_str!("../../rubrics/co-production-quick/en.json");
    own["texts"]["en"] = serde_json::from_str(texts).unwrap();
    for key in ["na", "dk"] {
        own["texts"]["en"]["scale"].as_object_mut().unwrap().remove(key);
    }
    let place = crate::support::Place::new();
    place.write("own.json", own.to_string());
    let text = "id,answer,reason\nequ1a,I don't know,\nequ2a,Weiß ich nicht,\nequ3a,Don't know,\n\
                div1a,Does not apply to us,too small\ndiv2a,Trifft auf uns nicht zu,zu klein\n";
    place.write("a.csv", text);
    let args = ["import", "a.csv", "-o", "-", "-r", "own.json", "--organisation", "X", "--date", "2026-03"];
    let answers = place.coprod(args).run().ok().json()["answers"].clone();
    assert_eq!(answers["equ1a"], "dk");
    assert_eq!((&answers["equ2a"], &answers["equ3a"]), (&json!("dk"), &json!("dk")));
    assert_eq!(answers["div1a"], json!({"choice": "na", "reason": "too small"}));
    assert_eq!(answers["div2a"], json!({"choice": "na", "reason": "zu klein"}));
}

#[test]
fn encodings_are_recognised_by_their_mark_or_named() {
    let text = "id;answer;note\nequ1a;no;Gebärden – ja\n";
    let expected = full(json!({"equ1a": {"choice": "no", "note": "Gebärden – ja"}}));
    let wide = |big: bool| {
        let mark = std::iter::once(0xFEFF_u16).chain(text.encode_utf16());
        mark.flat_map(move |unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect::<Vec<u8>>()
    };
    assert_eq!(sheet(&import(wide(true), &[]).ok()), expected);
    assert_eq!(sheet(&import(wide(false), &[]).ok()), expected);
    let windows: Vec<u8> = text
        .chars()
        .map(|c| match c {
            'ä' => 0xE4,
            '–' => 0x96,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    assert_eq!(sheet(&import(&windows, &["--encoding", "windows-1252"]).ok()), expected);
    import(&windows, &[]).fails(3, &["row 2, column C (note)", "0xE4", "windows-1252"]);
    for (big, label) in [(false, "utf-16le"), (true, "utf-16be")] {
        let bare = &wide(big)[2..];
        import(bare, &[]).fails(3, &["row 1", "UTF-16 without a byte order mark", label]);
        assert_eq!(sheet(&import(bare, &["--encoding", label]).ok()), expected);
    }
    import([0, 1, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], &[]).fails(3, &["neither JSON nor a workbook"]);
    import(text, &["--encoding", "klingon"]).fails(2, &["--encoding", "klingon"]);
}

#[test]
fn the_table_in_the_readme_is_read() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (_, rest) = readme.split_once("```csv\n").unwrap();
    let (block, _) = rest.split_once("```").unwrap();
    let text: String = block.lines().map(|line| format!("{}\n", line.trim_start())).collect();
    let place = crate::support::Place::new();
    place.write("a.csv", text);
    let found = sheet(&place.coprod(["import", "a.csv", "-o", "-"]).run().ok());
    assert_eq!((&found["perspective"], &found["date"]), (&json!("hr"), &json!("2026-03-14")));
    assert_eq!(found["answers"].as_object().unwrap().len(), 2);
}

#[test]
fn numbers_that_are_labels_are_not_taken_as_points() {
    let place = Place::new();
    let label = |label: &str| json!({"label": label});
    let rubric = json!({
        "format": "coprod/rubric/1", "id": "rated", "version": "1.0.0", "languages": ["en"],
        "scale": [{"id": "a", "points": 0}, {"id": "b", "points": 1}, {"id": "c", "points": 2}],
        "principles": [{"id": "p"}], "levels": [{"id": "l"}],
        "questions": [{"id": "q1", "principle": "p", "level": "l"}],
        "texts": {"en": {
            "title": "Rated", "principles": {"p": {"name": "P"}}, "levels": {"l": {"name": "L"}},
            "scale": {"a": label("1"), "b": label("2"), "c": label("3")}, "questions": {"q1": {"text": "How much?"}}
        }}
    });
    place.write("rated.json", rubric.to_string());
    let run = |answers: &str| {
        place.write("a.csv", format!("_id,q1\n{answers}"));
        let args = ["import", "-l", "en", "a.csv", "-r", "rated.json", "--organisation", "X", "--date", "2026-03"];
        place.coprod(args.iter().chain(&["-o", "-"])).run()
    };
    let done = run("1,1\n").ok().says("a.csv: numbers were read as the options' labels", &["1: a"]);
    assert_eq!(super::sheet(&done)["answers"], json!({"q1": "a"}));
    run("1,0\n").fails(3, &["row 2, column B (q1)", "unknown answer `0`", "a (1)"]);
}
