//! What is never told, in no format, no log and no error.

use super::{OPTIONS, QUESTIONS, company, folder, group, person, report};
use crate::support::{Place, quick, with};
use coprod::formats::FORMATS;
use serde_json::{Value, json};

/// Every format's bytes, the explanations, and what is said on the way, in these languages.
fn everything(place: &Place, languages: &[&str]) -> Vec<(String, Vec<u8>)> {
    let mut out = Vec::new();
    for language in languages {
        for format in FORMATS {
            let done = report(place, &["-f", format.name(), "-l", language]).ok();
            out.push((format!("{} {language}", format.name()), [done.stdout, done.stderr.into_bytes()].concat()));
        }
        for id in ["access", "acc2a"] {
            let done = report(place, &["--explain", id, "-l", language]).ok();
            out.push((format!("--explain {id} {language}"), [done.stdout, done.stderr.into_bytes()].concat()));
        }
    }
    out
}

fn choice(sheets: &mut [(String, Value)], file: &str, question: &str) -> usize {
    let sheet = &sheets.iter().find(|(name, _)| name == file).unwrap().1;
    let answer = sheet["answers"][question].as_str().unwrap();
    OPTIONS.iter().position(|option| *option == answer).unwrap()
}

fn answer(sheets: &mut [(String, Value)], file: &str, question: &str, points: usize) {
    let sheet = &mut sheets.iter_mut().find(|(name, _)| name == file).unwrap().1;
    sheet["answers"][question] = json!(OPTIONS[points]);
}

#[test]
fn two_hidden_groups_can_exchange_answers_without_a_trace() {
    let sheets = company();
    let before = everything(&folder(&sheets), &["en"]);
    // What all of them said together stays the same, so that nothing that may be told changes. Everything else would.
    for (question, one, other) in
        [("acc2a", "hr1.json", "ma0.json"), ("equ2a", "hr2.json", "ma0.json"), ("div2a", "hr0.json", "ma0.json")]
    {
        let mut changed = sheets.clone();
        let (a, b) = (choice(&mut changed, one, question), choice(&mut changed, other, question));
        assert_ne!(a, b, "{question}: nothing is exchanged");
        answer(&mut changed, one, question, b);
        answer(&mut changed, other, question, a);
        for ((name, before), (_, after)) in before.iter().zip(everything(&folder(&changed), &["en"])) {
            assert!(*before == after, "{name} tells that {one} and {other} exchanged {question}");
        }
        // The same exchange shows where the groups may be shown: the comparison would notice.
        let open = |sheets: &[(String, Value)]| report(&folder(sheets), &["-f", "json", "--min-group", "3"]);
        assert!(open(&sheets).ok().stdout != open(&changed).ok().stdout);
    }
}

#[test]
fn people_of_a_group_can_exchange_answers_without_a_trace() {
    let sheets = company();
    let before = everything(&folder(&sheets), &["en"]);
    // Whole sheets under other pseudonyms, and with other names of the files.
    let mut changed = sheets.clone();
    let last = changed[5].1["respondent"].clone();
    for at in (1..6).rev() {
        changed[at].1["respondent"] = changed[at - 1].1["respondent"].clone();
    }
    changed[0].1["respondent"] = last;
    changed.iter_mut().enumerate().for_each(|(at, (name, _))| *name = format!("{}.json", 99 - at));
    for ((name, before), (_, after)) in before.iter().zip(everything(&folder(&changed), &["en"])) {
        assert!(*before == after, "{name}");
    }
}

/// The numbers that a hidden group's figures could be printed as.
fn prints(share: f64) -> Vec<String> {
    let hundredths = format!("{share:.2}");
    vec![hundredths.replace('.', ","), hundredths, format!("{share:.4}"), format!("{share}")]
}

#[test]
fn no_format_holds_a_number_of_a_hidden_group() {
    // Their figures are found nowhere else among these answers.
    let mut sheets = company();
    for at in 0..3 {
        sheets[18 + at].1 = person("hr", &format!("hr{at}"), |question| if question < 9 { 3 } else { at });
        sheets[21 + at].1 = person("management", &format!("ma{at}"), |question| if question == 4 { at } else { 2 });
    }
    let place = folder(&sheets);
    let open = report(&place, &["-f", "json", "--min-group", "3"]).ok().json();
    let closed = report(&place, &["-f", "json"]).ok().json();
    let mut secrets: Vec<String> = Vec::new();
    for id in ["hr", "management"] {
        let (open, closed) = (group(&open, id), group(&closed, id));
        assert_eq!((&open["shown"], &open["n"]), (&json!(true), &json!(3)));
        assert_eq!((&closed["shown"], &closed["n"], &closed["dont_know"]), (&json!(false), &json!(null), &json!(null)));
        assert_eq!(closed["level"]["point"], json!(null));
        assert_eq!(closed["level"]["possible"], json!([]));
        for (open, closed) in
            open["principles"].as_array().unwrap().iter().zip(closed["principles"].as_array().unwrap())
        {
            assert_eq!(closed["score"], json!({"point": null, "low": null, "high": null}));
            secrets.extend(open["score"]["point"].as_f64().map(prints).into_iter().flatten());
        }
    }
    let spoken: Vec<String> = known(&closed);
    secrets.retain(|secret| !spoken.contains(secret));
    assert!(secrets.len() >= 4, "{secrets:?}");
    for (name, bytes) in everything(&place, &["en", "de"]) {
        let text =
            if name.starts_with("xlsx") { unzipped(&bytes) } else { String::from_utf8_lossy(&bytes).into_owned() };
        for secret in &secrets {
            assert!(!words(&text).any(|word| word == secret), "{name} tells {secret}");
        }
        if !name.starts_with("pdf") && !name.starts_with("csv") && !name.starts_with("--explain") {
            let mark = if name.starts_with("html") || name.starts_with("xlsx") { "&lt; 5" } else { "< 5" };
            let markdown = text.contains("\\< 5");
            assert!(markdown || text.contains(mark) || name.starts_with("json"), "{name} does not say `< 5`");
        }
    }
}

/// Every number that may be told, as it could be printed.
fn known(result: &Value) -> Vec<String> {
    match result {
        Value::Number(number) => number.as_f64().map(prints).unwrap_or_default(),
        Value::Array(list) => list.iter().flat_map(known).collect(),
        Value::Object(object) => object.values().flat_map(known).collect(),
        _ => Vec::new(),
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).map(|word| word.trim_matches(['.', ',']))
}

fn unzipped(bytes: &[u8]) -> String {
    use std::io::Read;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for index in 0..archive.len() {
        archive.by_index(index).unwrap().read_to_string(&mut all).unwrap();
    }
    all
}

#[test]
fn notes_evidence_and_reasons_of_several_people_are_told_nowhere() {
    let secret = "Geheimnis";
    let mut sheets = company();
    for (_, sheet) in &mut sheets {
        for id in QUESTIONS {
            let choice = sheet["answers"][id].clone();
            sheet["answers"][id] = json!({"choice": choice, "note": secret, "evidence": [secret]});
        }
        sheet["answers"]["div2a"] = json!({"choice": "na", "reason": secret});
        sheet["process"] = json!({"answered": secret});
        sheet["language"] = json!("de");
    }
    // A person who says something else than all the others.
    sheets[0].1["process"] = json!({"answered": "Einzelfall"});
    sheets[0].1["organisation"]["scope"] = json!("Einzelfall");
    for (_, sheet) in &mut sheets[1..] {
        sheet["process"] = json!({});
        sheet["organisation"]["scope"] = json!("Werk");
    }
    for (name, bytes) in everything(&folder(&sheets), &["en"]) {
        let text = match name.split(' ').next() {
            Some("xlsx") => unzipped(&bytes),
            Some("pdf") => pdf_text(&bytes),
            _ => String::from_utf8_lossy(&bytes).into_owned(),
        };
        for word in [secret, "Einzelfall"] {
            assert!(!text.contains(word), "{name} tells {word}");
        }
    }
}

/// The strings of a PDF file's objects; page content is glyphs, whose text comes from the same document as HTML's.
fn pdf_text(bytes: &[u8]) -> String {
    let end = bytes.windows(5).rposition(|window| window == b"%%EOF").unwrap() + 5;
    let pdf = lopdf::Document::load_mem(&bytes[..end]).unwrap();
    let mut all = String::new();
    for object in pdf.objects.values() {
        let text = format!("{object:?}");
        all.push_str(&text);
        if let Ok(content) = object.as_stream().and_then(|stream| stream.decompressed_content()) {
            all.push_str(&String::from_utf8_lossy(&content));
        }
    }
    all
}

#[test]
fn where_all_together_are_too_few_nothing_is_told() {
    let sheets: Vec<(String, Value)> =
        (0..4).map(|at| (format!("{at}.json"), person("staff", &format!("r{at}"), |_| 3 - at % 2))).collect();
    let place = folder(&sheets);
    let result = report(&place, &["-f", "json"]).ok().json();
    assert_eq!(result["overall"]["level"]["point"], json!(null));
    assert_eq!(result["overall"]["score"], json!({"point": null, "low": null, "high": null}));
    assert_eq!(result["recommendations"], json!([]));
    for format in ["table", "html", "markdown"] {
        let done = report(&place, &["-f", format]).ok();
        let text = done.text();
        assert!(text.contains("Fewer than 5 people answered"), "{format}: {text}");
        assert!(!text.contains('%') || format != "table", "{format}: {text}");
        assert!(!text.contains("nothing applies") && !text.contains("Every question that applies"), "{format}: {text}");
    }
    // What nobody may know does not pass, and is no question that does not apply.
    let cells = result["principles"].as_array().unwrap().iter().flat_map(|p| p["cells"].as_array().unwrap());
    assert!(cells.map(|cell| &cell["passes"]).all(|passes| passes["point"].is_null() && passes["high"].is_null()));
    let plan = place.coprod(["plan", "all", "-q", "-f", "json"]).run().ok().json();
    assert_eq!(plan["obstacles"][0]["reason"], "hidden", "{plan}");
    let plan = place.coprod(["plan", "all", "-q"]).run().ok();
    assert!(plan.text().contains("Fewer than 5 people answered") && !plan.text().contains("No question applies"));
    place.sheet("before.json", &with(quick(json!({"equ1a": "no"})), "date", json!("2025-01-01")));
    let compared = place.coprod(["compare", "before.json", "all", "-q", "-f", "markdown"]).run().ok();
    assert!(!compared.text().contains("no question in common") && compared.text().contains("too few people"));
    let judged = place.coprod(["check", "all", "--baseline", "before.json", "-q", "-f", "markdown"]).run();
    assert!(judged.code == 1 && judged.text().contains("It is not shown"), "{}", judged.text());
    let shown = report(&place, &["-f", "json", "--min-group", "4"]).ok().json();
    assert_ne!(shown["overall"]["score"]["point"], json!(null));
}

#[test]
fn for_publication_ten_people_are_needed() {
    let place = folder(&company());
    let result = report(&place, &["-f", "json", "--for-publication"]).ok().json();
    assert_eq!(result["min_group"], 10);
    let groups = result["perspectives"].as_array().unwrap();
    assert!(groups.iter().all(|group| group["shown"] == false && group["n"] == json!(null)), "{groups:?}");
    assert!(report(&place, &["--for-publication"]).ok().text().contains("< 10"));
    let result = report(&place, &["-f", "json", "--for-publication", "--min-group", "12"]).ok().json();
    assert_eq!(result["min_group"], 12);
}

#[test]
fn the_smallest_group_is_never_below_three() {
    let place = folder(&company());
    for wrong in ["2", "0", "-1", "many"] {
        let done = report(&place, &["--min-group", wrong]);
        assert_eq!(done.code, 2, "{wrong}: {}", done.stderr);
    }
    assert_eq!(report(&place, &["-f", "json"]).ok().json()["min_group"], 5);
}

#[test]
fn a_group_that_chose_the_extreme_is_not_told_exactly() {
    let sheets: Vec<(String, Value)> = [("leadership", 3), ("staff", 0), ("disabled-staff", 1)]
        .into_iter()
        .flat_map(|(perspective, points)| {
            (0..6).map(move |at| {
                let name = format!("{}{at}", &perspective[..2]);
                (
                    format!("{name}.json"),
                    person(perspective, &name, |question| if points == 1 { (question + at) % 3 } else { points }),
                )
            })
        })
        .collect();
    let place = folder(&sheets);
    let result = report(&place, &["-f", "json"]).ok().json();
    let score = |id: &str| group(&result, id)["principles"][0]["score"].clone();
    assert_eq!(score("leadership"), json!({"point": 0.95, "low": 0.95, "high": 1.0}));
    assert_eq!(score("staff"), json!({"point": 0.05, "low": 0.0, "high": 0.05}));
    let text = report(&place, &[]).ok();
    assert!(text.text().contains("≥ 0.95") && text.text().contains("≤ 0.05"), "{}", text.text());
}

#[test]
fn what_every_single_perspective_says_is_hidden_where_each_is_one_person() {
    let perspectives = ["leadership", "management", "hr", "staff", "disabled-staff", "service-users"];
    let sheets: Vec<(String, Value)> = perspectives
        .iter()
        .enumerate()
        .map(|(at, id)| (format!("{at}.json"), person(id, &format!("r{at}"), |question| (question + at) % 4)))
        .collect();
    let place = folder(&sheets);
    let result = report(&place, &["-f", "json"]).ok().json();
    assert!(result["perspectives"].as_array().unwrap().iter().all(|group| group["shown"] == false));
    assert_ne!(result["overall"]["score"]["point"], json!(null), "six people together may be told");
    assert_eq!(result["gaps"], json!([]));
    let rows = report(&place, &["-f", "csv"]).ok();
    for (row, line) in csv::Reader::from_reader(rows.stdout.as_slice()).records().enumerate() {
        let line = line.unwrap();
        assert!((4..8).chain(15..18).all(|column| line[column].is_empty()), "row {row}: {line:?}");
    }
}

#[test]
fn sheets_of_persons_keep_the_day_to_themselves() {
    let mut sheets = company();
    sheets[7].1 = with(sheets[7].1.clone(), "date", json!("2026-05-17"));
    let result = report(&folder(&sheets), &["-f", "json"]).ok().json();
    assert_eq!(result["date"], "2026-05");
}

#[test]
fn the_place_in_a_list_of_a_question_that_may_not_be_shown_tells_nothing() {
    // Of three people each, nobody's mean of a question asked of them alone may be known: what they say there changes
    // nothing.
    let full = |perspective: &str, name: &str, answers: Value| {
        let sheet =
            with(person(perspective, name, |_| 1), "rubric", json!({"id": "co-production", "version": "1.0.0"}));
        with(sheet, "answers", answers)
    };
    let rubric = crate::support::rubric("co-production");
    let everybody: Vec<&str> = rubric["questions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|question| question["perspectives"].is_null())
        .map(|question| question["id"].as_str().unwrap())
        .collect();
    // Of these groups, only leadership is asked `div3b`.
    let sheets = |secret: &[usize]| -> Vec<(String, Value)> {
        let groups = [("leadership", 6), ("staff", 6), ("service-users", 6)];
        groups
            .into_iter()
            .flat_map(|(perspective, count)| {
                let everybody = &everybody;
                (0..count).map(move |who| {
                    let mut answers: serde_json::Map<String, Value> = everybody
                        .iter()
                        .enumerate()
                        .map(|(at, id)| ((*id).to_owned(), json!(OPTIONS[(who + at) % 4])))
                        .collect();
                    if perspective == "leadership" {
                        answers.insert("div3b".to_owned(), json!(OPTIONS[secret[who]]));
                    }
                    let name = format!("{}{who}", &perspective[..2]);
                    (format!("{name}.json"), full(perspective, &name, Value::Object(answers)))
                })
            })
            .collect()
    };
    let list = |secret: &[usize]| -> Vec<String> {
        let result = report(&folder(&sheets(secret)), &["-f", "json"]).ok().json();
        let next = result["recommendations"].as_array().unwrap().iter();
        // Which cell comes first follows from the scores of the principles, which may be known.
        next.map(|next| next["question"].as_str().unwrap().to_owned()).filter(|id| id.starts_with("div3")).collect()
    };
    let low = list(&[0, 0, 0, 0, 0, 1]);
    assert!(low.contains(&"div3b".to_owned()));
    assert_eq!(low, list(&[1, 2, 1, 2, 1, 1]));
    assert_eq!(low, list(&[3, 3, 3, 3, 3, 3]));
}

#[test]
fn the_gate_a_comparison_and_a_plan_tell_no_more_than_the_report() {
    let place = Place::new();
    let rubric: Value = serde_json::from_str(include_str!("../../rubrics/co-production-quick/rubric.json")).unwrap();
    let ids: Vec<&str> = rubric["questions"].as_array().unwrap().iter().map(|q| q["id"].as_str().unwrap()).collect();
    let folder = |name: &str, choice: &str| {
        for index in 0..8 {
            let perspective = if index < 3 { "hr" } else { "staff" };
            let sheet = json!({
                "format": "coprod/answers/1",
                "rubric": {"id": "co-production-quick", "version": "1.0.0"},
                "organisation": {"name": "X"},
                "date": format!("{}-03", if choice == "no" { 2025 } else { 2026 }),
                "perspective": perspective,
                "respondent": format!("r-{index}"),
                "answers": ids.iter().map(|id| ((*id).to_owned(), json!(choice))).collect::<serde_json::Map<_, _>>(),
            });
            place.write(&format!("{name}/{index}.json"), sheet.to_string());
        }
    };
    folder("all", "fully");
    folder("none", "no");
    let read = |args: &[&str]| -> Value { serde_json::from_slice(&place.coprod(args.to_vec()).run().stdout).unwrap() };
    // Single people's evidence is counted by nobody.
    let verdict = read(&["check", "all", "--evidence", "1%", "--score", "50%", "-q", "-f", "json"]);
    let of =
        |name: &str| verdict["rules"].as_array().unwrap().iter().find(|rule| rule["rule"] == name).unwrap().clone();
    assert!(of("evidence")["actual"].is_null() && of("evidence")["passed"] == json!(false), "{verdict}");
    assert_eq!((&of("score")["actual"], &of("score")["passed"]), (&json!(0.95), &json!(true)));
    let change = read(&["compare", "none", "all", "-q", "-f", "json"]);
    let text = change.to_string();
    assert!(!text.contains("\"point\":1.0") && text.contains("0.9"), "an extreme is told: {text}");
    let plan = read(&["plan", "none", "-q", "-f", "json"]);
    let low = plan["steps"].as_array().unwrap().iter().filter_map(|step| step["score"].as_f64()).fold(1.0, f64::min);
    assert!(low >= 0.05, "{low}");
}

#[test]
fn beside_an_error_no_doubt_about_a_persons_answer_is_told() {
    let place = Place::new();
    for (index, answers) in [json!({"equ1a": "no"}), json!({"equ1a": "na", "zzz9z": "no"})].iter().enumerate() {
        let sheet = json!({
            "format": "coprod/answers/1",
            "rubric": {"id": "co-production-quick", "version": "1.0.0"},
            "organisation": {"name": "X"},
            "date": "2026-03",
            "perspective": "hr",
            "respondent": format!("r-{index}"),
            "answers": answers,
        });
        place.write(&format!("many/{index}.json"), sheet.to_string());
    }
    let done = place.coprod(["report", "many"]).run().fails(3, &["zzz9z"]);
    assert!(!done.stderr.contains("not applicable"), "{}", done.stderr);
}

#[test]
fn one_groups_answer_to_one_question_does_not_follow_from_its_cell() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let place = Place::new();
    let folder = root.join("examples/hof-sonnenfeld");
    let run = |format: &str| place.coprod(["report", folder.to_str().unwrap(), "-q", "-f", format]).run().ok();
    let table = run("csv");
    let mut hidden = std::collections::BTreeMap::<(String, String), Vec<String>>::new();
    for row in csv::Reader::from_reader(table.stdout.as_slice()).records().map(Result::unwrap) {
        // A question that applies to nobody says so; of one that is hidden nothing is said.
        if row[10].is_empty() {
            hidden.entry((row[1].to_owned(), row[2].to_owned())).or_default().push(row[0].to_owned());
        }
    }
    assert!(hidden.values().flatten().any(|id| id == "equ1d"), "six leaders alone answered it: {hidden:?}");
    let result = run("json").json();
    for ((principle, level), ids) in hidden {
        let found = result["principles"].as_array().unwrap().iter().find(|found| found["id"] == principle).unwrap();
        let cells = found["cells"].as_array().unwrap();
        let cell = cells.iter().find(|cell| cell["level"] == level).unwrap();
        // The value of a single hidden one would be what is missing from the cell's mean.
        assert!(ids.len() > 1 || cell["score"]["point"].is_null(), "{ids:?} follows from its cell");
    }
}

#[test]
fn hidden_files_in_a_folder_are_not_read() {
    let place = crate::support::Place::new();
    place.sheet("all/a.json", &crate::support::quick(serde_json::json!({"equ1a": "largely"})));
    // macOS leaves such a file beside each on other disks.
    place.write("all/._a.json", b"\x00\x05\x16\x07").write("all/.old.json", "{");
    let done = place.coprod(["report", "all", "-f", "json"]).run().ok();
    assert_eq!(done.json()["sheets"], 1);
}
