//! Survey platforms: what their documents say that they write. The tables here are written by hand after KoboToolbox's
//! "XML values and headers" and labels, ODK Central's and LimeSurvey's CSV.

use super::{import, sheets};
use crate::support::Place;
use serde_json::{Value, json};

/// The answers of each sheet, sorted, since pseudonyms follow no order.
fn answers(text: impl AsRef<[u8]>, more: &[&str]) -> Vec<Value> {
    let mut found: Vec<Value> =
        sheets(&import(text, more).ok()).into_iter().map(|sheet| sheet["answers"].clone()).collect();
    found.sort_by_key(Value::to_string);
    found
}

const HEARD: &str = "Are people with disabilities heard before the organisation decides on matters that affect them?";
const HEARD_DE: &str = "Werden Menschen mit Behinderung angehört, bevor die Organisation über Dinge entscheidet, die diese Menschen betreffen?";

#[test]
fn kobo_xml_values_with_groups_and_its_own_columns() {
    let text = "\"start\";\"end\";\"deviceid\";\"username\";\"perspective\";\"equality/equ1a\";\"equality/equ1anote\";\
        \"diversity/inner/div1a\";\"_id\";\"_uuid\";\"_submission_time\";\"_validation_status\";\"_notes\";\"_status\";\
        \"_submitted_by\";\"__version__\";\"_tags\";\"_index\"\n\
        \"2026-03-14T09:00:00.000+01:00\";\"2026-03-14T09:20:00.000+01:00\";\"ee.kobo:abc\";\"max\";\"staff\";\"largely\";\
        \"said; twice\";\"dk\";\"17\";\"u-1\";\"2026-03-14T08:20:05\";\"\";\"\";\"submitted_via_web\";\"max\";\"vX\";\"\";\"1\"\n";
    let done = import(text, &[]).ok();
    let found = super::sheet(&done);
    assert_eq!(found["answers"], json!({"equ1a": {"choice": "largely", "note": "said; twice"}, "div1a": "dk"}));
    assert_eq!((&found["date"], &found["perspective"]), (&json!("2026-03"), &json!("staff")));
    assert!(!done.text().contains("max"));
    let done = done.says("a.csv: not stored", &["`deviceid`", "`username`", "`_submitted_by`"]);
    done.says("a.csv: not needed", &["`_uuid`", "`__version__`", "`_index`"]);
}

#[test]
fn kobo_labels_in_any_language_with_labelled_groups() {
    let english = format!("Equality/{HEARD},_id,_submission_time\nMostly,1,2026-03-14T08:20:05\n");
    let german = format!("\"Gleichberechtigung/{HEARD_DE}\";_id;_uuid\nMeistens;1;x\n");
    assert_eq!(answers(english, &[]), [json!({"equ1a": "largely"})]);
    assert_eq!(answers(german, &[]), [json!({"equ1a": "largely"})]);
    let beside = format!(
        "Equality/{HEARD},Equality/Note (optional) [equ1a],Equality/Why does it not apply? [equ1d],equ1d,_uuid\nMostly,why,small,na,u\n"
    );
    let wanted = json!({"equ1a": {"choice": "largely", "note": "why"}, "equ1d": {"choice": "na", "reason": "small"}});
    assert_eq!(answers(beside, &[]), [wanted]);
}

#[test]
fn odk_central_joins_groups_with_hyphens() {
    let text = "SubmissionDate,meta-instanceID,meta-instanceName,equality-equ1a,equality-equ1a_note,KEY,SubmitterID,\
        SubmitterName,AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion\n\
        2026-03-14T08:20:05.123Z,uuid:1,,partly,x,uuid:1,12,Max Example,0,0,,,dev,0,1\n";
    let done = import(text, &["--date", "2026-02"]).ok();
    assert_eq!(super::sheet(&done)["answers"], json!({"equ1a": {"choice": "partly", "note": "x"}}));
    assert_eq!(super::sheet(&done)["date"], "2026-02", "an option stands above a time stamp");
    assert!(!done.text().contains("Max"));
    done.says("a.csv: not stored", &["`SubmitterName`", "`DeviceID`"]);
}

#[test]
fn what_older_kobo_servers_write_for_a_skipped_question_is_no_answer() {
    let text = "equ1a,equ1b,_id,_uuid\nn/a,no,1,x\n";
    assert_eq!(answers(text, &[]), [json!({"equ1b": "no"})]);
    // Elsewhere nobody knows whether it means "not applicable".
    import("equ1a,equ1b\nn/a,no\n", &[]).fails(3, &["column A (equ1a)", "unknown answer `n/a`"]);
}

/// A LimeSurvey table: byte order mark, quoted, CRLF.
fn lime(separator: char, rows: &[&[&str]]) -> String {
    let row = |row: &&[&str]| {
        let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        cells.join(&separator.to_string())
    };
    format!("\u{feff}{}\r\n", rows.iter().map(row).collect::<Vec<_>>().join("\r\n"))
}

#[test]
fn limesurvey_with_codes_in_all_their_forms() {
    let own = ["id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "ipaddr", "refurl"];
    let values = [
        "7",
        "2026-03-14 10:00:00",
        "4",
        "de",
        "123",
        "2026-03-14 09:00:00",
        "2026-03-14 10:00:00",
        "10.0.0.7",
        "https://example.org/?max",
    ];
    for separator in [',', ';'] {
        for (heading, note) in [
            ("equ1a", "equ1a[comment]"),
            ("EQU[equ1a]", "EQU[equ1a][comment]"),
            ("EQU_equ1a", "equ1a_comment"),
            ("equ[1a]", "equ1acomment"),
            ("equ1a[SQ001]", "equ1a.note"),
            ("equ1a_SQ001", "equ1a note"),
            ("equ1a. Do you hear people?", "equ1a[comment]. Do you hear people? [Comment]"),
            (HEARD, &format!("{HEARD} [Comment]")),
            (&format!("Please answer. [{HEARD_DE}]"), "Note on equ1a"),
        ] {
            let headings: Vec<&str> = own.iter().copied().chain([heading, note]).collect();
            for value in ["2", "largely", "'2", "Weitgehend", "'Weitgehend"] {
                let cells: Vec<&str> = values.iter().copied().chain([value, "'-x \"y\""]).collect();
                let done = import(lime(separator, &[&headings, &cells]), &[]).ok();
                let sheet = super::sheet(&done);
                let expected = json!({"equ1a": {"choice": "largely", "note": "-x \"y\""}});
                assert_eq!(sheet["answers"], expected, "{heading}, {note}: {}", done.stderr);
                assert_eq!((&sheet["language"], &sheet["date"]), (&json!("de"), &json!("2026-03")));
                assert!(!done.text().contains("10.0.0") && !done.text().contains("max"));
            }
        }
    }
}

#[test]
fn limesurvey_headings_with_texts_are_recognised_too() {
    for own in [
        ["Response ID", "Date submitted", "Last page", "Start language", "IP address", "Referrer URL"],
        [
            "id. Response ID",
            "submitdate. Date submitted",
            "lastpage. Last page",
            "startlanguage. Start language",
            "ipaddr. IP address",
            "refurl. Referrer URL",
        ],
        ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "IP-Adresse", "Weiterleitungs-URL"],
    ] {
        let headings: Vec<&str> = own.iter().copied().chain(["equ1a"]).collect();
        let cells = ["1", "2026-05-01 10:00:00", "3", "en", "10.0.0.7", "x", "no"];
        let place = crate::support::Place::new();
        place.write("a.csv", lime(';', &[&headings, &cells]));
        let args = ["import", "a.csv", "-o", "-", "-r", "co-production", "--organisation", "X"];
        let done = place.coprod(args).run().ok().says("a.csv: read as LimeSurvey", &["1 row", "1 sheet"]);
        assert_eq!(super::sheet(&done)["date"], "2026-05");
        assert!(!done.text().contains("10.0.0.7"));
    }
}

#[test]
fn limesurvey_rows_that_nobody_answered_are_left_out_and_listed() {
    let rows: [&[&str]; 4] = [
        &["id", "submitdate", "lastpage", "startdate", "equ1a", "equ1b"],
        &["1", "", "", "2026-03-14 09:00:00", "", "N/A"],
        &["2", "", "2", "2026-03-14 09:00:00", "no", ""],
        &["3", "1980-01-01 00:00:00", "2", "2026-03-14 09:00:00", "fully", "N/A"],
    ];
    let done = import(lime(',', &rows), &[]).ok().says("a.csv: 1 row without any answer left out", &["2."]);
    let mut found: Vec<Value> = sheets(&done).into_iter().map(|sheet| sheet["answers"].clone()).collect();
    found.sort_by_key(Value::to_string);
    assert_eq!(found, [json!({"equ1a": "fully"}), json!({"equ1a": "no"})]);
}

#[test]
fn the_kind_of_table_can_be_said() {
    let text = "id,equ1a\n1,no\n";
    import(text, &["--from", "limesurvey"]).ok().says("a.csv: read as LimeSurvey", &[]);
    import(text, &["--from", "kobo"]).ok().says("a.csv: read as KoboToolbox", &[]);
    import(text, &["--from", "respondents"]).ok();
    import(text, &["--from", "questions"]).fails(3, &["row 1", "no column holds answers"]);
    import(text, &["--from", "json"]).fails(3, &["cannot be read as `json`"]);
}

#[test]
fn a_response_that_comes_twice_is_an_error_and_what_tells_it_apart_is_not_stored() {
    let text = "equ1a,_uuid,_submission_time\nno,u-1,2026-03-14\nfully,u-1,2026-03-14\nno,u-2,2026-03-14\n";
    let done = import(text, &[]).fails(3, &["row 3", "row 2"]);
    assert!(!done.text().contains("u-1"));
    // Numbers are given anew in every survey, and a file says only for itself that one is there twice.
    let text = "id,submitdate,equ1a\n7,2026-03-14 10:00:00,no\n7,2026-03-14 11:00:00,no\n";
    import(text, &[]).fails(3, &["row 3"]);
}

#[test]
fn responses_that_were_not_sent_off_or_not_approved_are_counted_and_said() {
    let text = "id,submitdate,equ1a\n7,2026-03-14 10:00:00,no\n8,,fully\n9,,\n";
    let done = import(text, &[]).ok().says("a.csv: 1 response was not sent off", &["counts all the same"]);
    assert_eq!(sheets(&done).len(), 2);
    let text = "equ1a,_uuid,_validation_status\nno,u-1,Not Approved\nno,u-2,Approved\n";
    import(text, &[]).ok().says("a.csv: 1 response was not approved", &[]);
}

#[test]
fn our_own_survey_says_who_answered_and_a_group_that_is_not_to_be_shown_counts_like_a_person() {
    let rows = [
        ("about/answered_by,about/shown,about/people", "group,yes,6", json!(6), Value::Null),
        ("about/answered_by,about/shown,about/people", "group,no,", Value::Null, json!("r-001")),
        ("answered_by,shown,people", "person,,", Value::Null, json!("r-001")),
        ("answered_by,shown,people", ",,", Value::Null, json!("r-001")),
        // Who was not asked, or did not say, has not said yes.
        ("answered_by,shown,people", "group,,", Value::Null, json!("r-001")),
        ("answered_by,people", "group,", Value::Null, json!("r-001")),
        ("answered_by,shown,people", "organisation,,", Value::Null, Value::Null),
    ];
    for (heads, cells, people, respondent) in rows {
        let text = format!("{heads},perspective,equ1a,_id,_submission_time\n{cells},staff,no,1,2026-03-14\n");
        let sheet = super::sheet(&import(text, &[]).ok());
        assert_eq!((&sheet["people"], &sheet["respondent"]), (&people, &respondent), "{cells}");
    }
    // An office, or the organisation itself, speaks by a statement.
    let text = "answered_by,perspective,equ1a,process/chose_questions,_id,_submission_time\n,works-council,no,all,1,2026-03-14\n";
    let sheet = super::sheet(&import(text, &[]).ok());
    assert_eq!(sheet["respondent"], Value::Null);
    assert_eq!(sheet["process"], json!({"chose_questions": "all"}));
}

#[test]
fn two_people_who_leave_open_who_they_are_are_two_people() {
    let text = "about/answered_by,about/perspective,equ1a,equ1anote,_id,_submission_time\n\
        ,,no,one,1,2026-03-14\n,,fully,two,2,2026-03-15\n";
    let mut found = sheets(&import(text, &[]).ok());
    found.sort_by_key(|sheet| sheet["respondent"].to_string());
    assert_eq!(found.iter().map(|sheet| &sheet["respondent"]).collect::<Vec<_>>(), ["r-001", "r-002"]);
    assert!(found.iter().all(|sheet| sheet["date"] == "2026-03"));
}

#[test]
fn departments_and_names_of_others_are_not_taken_for_facts_about_a_person() {
    let text = "equ1a,Bereich,Answered,Decides,perspective\nfully,Empfang,Maria Schmidt,Herr Meier,staff\n";
    let done = import(text, &["--date", "2026-03"]).ok().says("", &["`Bereich`", "`Answered`", "`Decides`"]);
    let text = done.text();
    assert!(!text.contains("Empfang") && !text.contains("Maria") && !text.contains("Meier"), "{text}");
}

#[test]
fn a_free_question_is_no_note_on_a_question_with_a_short_code() {
    let question = |id: &str| json!({"id": id, "principle": "p", "level": "l"});
    let rubric = json!({
        "format": "coprod/rubric/1", "id": "odd", "version": "1.0.0", "languages": ["en"],
        "scale": [{"id": "no", "points": 0}, {"id": "yes", "points": 1}],
        "principles": [{"id": "p"}], "levels": [{"id": "l"}], "questions": [question("a"), question("b1")],
        "texts": {"en": {"title": "Odd", "principles": {"p": {"name": "P"}}, "levels": {"l": {"name": "L"}},
            "scale": {"no": {"label": "No"}, "yes": {"label": "Yes"}, "na": {"label": "N/A"}},
            "questions": {"a": {"text": "Is A?"}, "b1": {"text": "Is B?"}}}}
    });
    let place = Place::new();
    place.write("odd.json", rubric.to_string());
    let run = |text: &str| {
        place.write("a.csv", text);
        place.coprod(["import", "a.csv", "-r", "odd.json", "--organisation", "X", "--date", "2026-03", "-o", "-"]).run()
    };
    let found = sheets(&run("a,Do you have a comment?,Comment on b1\nno,I am Maria,ours\n").ok());
    assert_eq!(found[0]["answers"], json!({"a": "no", "b1": {"note": "ours"}}));
    // The platform's sign for "skipped" is the questionnaire's word for an answer.
    run("_id,_uuid,Is A?,Is B?\n1,u,N/A,Yes\n").fails(3, &["row 2", "column C", "`N/A` can mean several"]);
}

#[test]
fn a_part_may_stand_before_the_code() {
    let found = answers("equ1a,note_equ1a,_id,_submission_time\nno,why,1,2026-03-14\n", &[]);
    assert_eq!(found, [json!({"equ1a": {"choice": "no", "note": "why"}})]);
}

#[test]
fn mail_addresses_do_not_get_in_through_what_is_said_of_the_organisation() {
    let text = "respondent,sector,id,answer,note\nr-1,ask max@example.org,equ1a,no,write to max@example.org\n";
    let done = import(text, &[]).ok();
    assert!(!done.text().contains("max@"), "{}", done.text());
}

#[test]
fn questions_whose_names_a_form_keeps_for_itself_come_back_from_it() {
    let question = |id: &str| json!({"id": id, "principle": "p", "level": "l"});
    let rubric = json!({
        "format": "coprod/rubric/1", "id": "odd", "version": "1.0.0", "languages": ["en"],
        "scale": [{"id": "no", "points": 0}, {"id": "yes", "points": 1}],
        "principles": [{"id": "p"}], "levels": [{"id": "l"}], "questions": [question("meta"), question("data")],
        "texts": {"en": {"title": "Odd", "principles": {"p": {"name": "P"}}, "levels": {"l": {"name": "L"}},
            "scale": {"no": {"label": "No"}, "yes": {"label": "Yes"}},
            "questions": {"meta": {"text": "Is it meta?"}, "data": {"text": "Is it data?"}}}}
    });
    let place = Place::new();
    place.write("odd.json", rubric.to_string());
    let head = "rubric,version,about/organisation,date,p/meta_question,p/metanote,p/data_group/data_question,_id";
    place.write("a.csv", format!("{head}\nodd,1.0.0,X,2026-03-14,yes,why,no,1\n"));
    let done = place.coprod(["import", "a.csv", "-r", "odd.json", "-o", "-"]).run().ok();
    assert_eq!(sheets(&done)[0]["answers"], json!({"meta": {"choice": "yes", "note": "why"}, "data": "no"}));
}
