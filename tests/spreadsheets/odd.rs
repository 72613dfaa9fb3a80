//! Workbooks that are not as we wrote them: rearranged, broken, hostile, or of a survey platform.

use super::{Back, loaded, questionnaire, read_back, read_with, written};
use coprod::import::Wishes;
use coprod::model::{Given, Sheet};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const HEADS: [&str; 7] = ["ID", "Principle", "Question", "Answer", "Note", "Evidence", "Reason"];

/// A workbook like ours with these rows of id, answer and note.
fn ours(rows: &[(&str, &str, &str)], change: impl Fn(&mut Worksheet, &mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let mut front = Worksheet::new();
    front.set_name("Read me first").unwrap();
    let fields = ["organisation", "date", "answered_by", "people", "shown", "setting"];
    for (row, (label, value)) in
        (0..).zip([("Name", "Example Ltd"), ("Date", "2026-03-14"), ("Who", ""), ("People", "")])
    {
        front.write(row, 0, label).unwrap();
        if !value.is_empty() {
            front.write(row, 1, value).unwrap();
        }
    }
    let mut questions = Worksheet::new();
    questions.set_name("Questions").unwrap();
    for (column, head) in (0..).zip(HEADS) {
        questions.write(0, column, head).unwrap();
    }
    for (row, (id, answer, note)) in (1..).zip(rows) {
        for (column, text) in [(0, id), (3, answer), (4, note)] {
            if !text.is_empty() {
                questions.write(row, column, *text).unwrap();
            }
        }
    }
    change(&mut front, &mut questions);
    workbook.push_worksheet(front);
    workbook.push_worksheet(questions);
    workbook.define_name("FormatVersion", "=\"coprod/workbook/1\"").unwrap();
    workbook.define_name("RubricId", "=\"co-production-quick\"").unwrap();
    workbook.define_name("RubricVersion", "=\"1.0.0\"").unwrap();
    for (row, field) in (1..).zip(fields) {
        workbook.define_name(format!("Field_{field}"), &format!("='Read me first'!$B${row}")).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

fn read(bytes: &[u8]) -> Back {
    read_back(bytes, &[&loaded("co-production-quick")])
}

/// The only sheet of a workbook without errors.
fn only(back: &Back) -> &Sheet {
    assert_eq!(back.errors, Vec::<String>::new());
    assert_eq!(back.sheets.len(), 1);
    &back.sheets[0].0
}

/// One of the messages holds all of the words.
fn says(list: &[String], words: &[&str]) {
    let found = list.iter().any(|line| words.iter().all(|word| line.contains(word)));
    assert!(found, "{words:?} is not in {list:#?}");
}

fn fails(bytes: &[u8], words: &[&str]) {
    let back = read(bytes);
    says(&back.errors, words);
}

/// The parts of a ZIP file, with a change.
fn repacked(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> Vec<u8>, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        std::io::copy(&mut part, &mut content).unwrap();
        to.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        to.write_all(&change(&name, content)).unwrap();
    }
    for (name, content) in more {
        to.start_file(*name, SimpleFileOptions::default()).unwrap();
        to.write_all(content).unwrap();
    }
    to.finish().unwrap().into_inner()
}

/// A ZIP file whose directory says this size of each part whose name contains `name`.
fn lying(bytes: &[u8], name: &str, size: u32) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let mut at = 0;
    while let Some(next) = out[at..].windows(4).position(|window| window == b"PK\x01\x02") {
        at += next;
        let length = usize::from(u16::from_le_bytes([out[at + 28], out[at + 29]]));
        if String::from_utf8_lossy(&out[at + 46..at + 46 + length]).contains(name) {
            out[at + 24..at + 28].copy_from_slice(&size.to_le_bytes());
        }
        at += 4;
    }
    out
}

#[test]
fn columns_may_be_moved_and_added_and_answers_typed_in_any_way() {
    let typed = ["Fully", "teilweise", "2", "no", "  LARGELY. ", "Weiß ich nicht", "na"];
    let rubric = loaded("co-production-quick");
    let ids: Vec<&str> = rubric.rubric.questions.iter().map(|question| question.id.as_str()).collect();
    let bytes = ours(&[], |_, sheet| {
        for (column, head) in
            (0..).zip(["Begründung", "For HR", "Antwort", "Kennung", "Nachweise", "Notiz", "Question"])
        {
            sheet.write(0, column, head).unwrap();
        }
        for (row, (text, id)) in (1..).zip(typed.iter().zip(&ids)) {
            sheet.write(row, 2, *text).unwrap();
            sheet.write(row, 3, id.to_uppercase()).unwrap();
        }
        sheet.write(3, 2, 2.0).unwrap();
        sheet.write(7, 0, "no offices").unwrap();
        sheet.write(1, 1, "for us").unwrap();
        sheet.write(1, 4, "minutes\nphoto").unwrap();
        sheet.write(30, 1, "Thank you!").unwrap();
    });
    let back = read(&bytes);
    let sheet = only(&back);
    let given: Vec<Option<Given>> = sheet.answers.values().map(|answer| answer.given).collect();
    let choice = |index| Some(Given::Choice(index));
    let wanted =
        [choice(3), choice(1), choice(2), choice(0), choice(2), Some(Given::DontKnow), Some(Given::NotApplicable)];
    assert_eq!(given, wanted);
    assert_eq!(sheet.answers[ids[6]].reason.as_deref(), Some("no offices"));
    assert_eq!(sheet.answers[ids[0]].evidence, ["minutes", "photo"]);
    says(&back.warnings, &["sheet “Questions”", "column B (For HR)"]);
}

#[test]
fn every_problem_has_its_sheet_row_and_column() {
    let rows = [("equ1a", "perhaps", ""), ("equ9z", "no", ""), ("", "fully", ""), ("div1a", "7", "")];
    let back = read(&ours(&rows, |front, _| {
        front.write(0, 1, " ").unwrap();
        front.write(1, 1, "03/04/2026").unwrap();
    }));
    says(&back.errors, &["sheet “Questions”, row 2, column D (Answer)", "perhaps", "partly (Teilweise, Partly)"]);
    says(&back.errors, &["row 3, column A (ID)", "equ9z"]);
    says(&back.errors, &["row 4", "column A (ID)"]);
    says(&back.errors, &["row 5, column D", "0, 1, 2, 3"]);
    says(&back.errors, &["sheet “Read me first”, row 1, column B (Name)", "--organisation"]);
    says(&back.errors, &["row 2, column B (Date)", "03/04/2026"]);
    assert!(back.sheets.is_empty() || !back.errors.is_empty());
}

#[test]
fn a_changed_heading_of_the_answers_is_named() {
    let renamed = |heading: &'static str| {
        ours(&[("equ1a", "fully", "")], move |_, sheet| {
            sheet.write(0, 3, heading).unwrap();
        })
    };
    // A slip is shown where it stands; else the row of the headings is.
    fails(&renamed("Answre"), &["sheet “Questions”, row 1, column D (Answre)", "“Answer”", "“Antwort”"]);
    fails(&renamed("2026"), &["sheet “Questions”, row 1:", "“Answer”"]);
    assert_eq!(read(&renamed("Antwort")).errors, Vec::<String>::new());
}

#[test]
fn of_a_formula_only_a_plain_value_is_taken_and_it_is_named() {
    let back = read(&ours(&[("equ1a", "", "a"), ("div1a", "no", "")], |_, sheet| {
        sheet.write_formula(1, 3, Formula::new("=1+1").set_result("2")).unwrap();
    }));
    assert_eq!(only(&back).answers["equ1a"].given, Some(Given::Choice(2)));
    says(&back.warnings, &["row 2, column D (Answer)", "formula", "`2`"]);
    let back = read(&ours(&[("equ1a", "", ""), ("div1a", "no", "")], |_, sheet| {
        sheet.write_formula(1, 3, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    }));
    says(&back.errors, &["row 2, column D (Answer)", "formula"]);
}

#[test]
fn nothing_is_left_out_or_counted_twice_in_silence() {
    let copy = |name: &'static str, cell: &'static str| {
        let other = |workbook: &mut Workbook| {
            let sheet = workbook.add_worksheet().set_name(name).unwrap();
            for (column, head) in (0..).zip(HEADS) {
                sheet.write(0, column, if cell.is_empty() { "" } else { head }).unwrap();
            }
            sheet.write(1, 0, "equ1a").unwrap();
            sheet.write(1, 3, cell).unwrap();
        };
        let mut workbook = Workbook::new();
        let front = workbook.add_worksheet().set_name("Read me first").unwrap();
        front.write(0, 1, "Example Ltd").unwrap();
        front.write(1, 1, "2026-03-14").unwrap();
        let questions = workbook.add_worksheet().set_name("Questions").unwrap();
        for (column, head) in (0..).zip(HEADS) {
            questions.write(0, column, head).unwrap();
        }
        questions.write(1, 0, "equ1a").unwrap();
        questions.write(1, 3, "no").unwrap();
        other(&mut workbook);
        for (name, place) in [
            ("FormatVersion", "=\"coprod/workbook/1\""),
            ("RubricId", "=\"co-production-quick\""),
            ("Field_organisation", "='Read me first'!$B$1"),
            ("Field_date", "='Read me first'!$B$2"),
        ] {
            workbook.define_name(name, place).unwrap();
        }
        read(&workbook.save_to_buffer().unwrap())
    };
    says(&copy("Questions (2)", "fully").errors, &["Questions (2)", "“Questions”", "already"]);
    let back = copy("My remarks", "");
    assert_eq!(only(&back).answers.len(), 1);
    says(&back.warnings, &["My remarks"]);
}

#[test]
fn merged_cells_are_named() {
    let bytes = ours(&[("equ1a", "no", ""), ("div1a", "", "")], |_, sheet| {
        sheet.merge_range(1, 3, 2, 3, "Fully", &Format::new()).unwrap();
    });
    fails(&bytes, &["sheet “Questions”, row 2, column D (Answer)", "D2:D3", "merged"]);
    // Where nothing is filled in, it does no harm.
    let bytes = ours(&[("equ1a", "no", ""), ("div1a", "no", "")], |_, sheet| {
        sheet.merge_range(1, 1, 2, 1, "Equality", &Format::new()).unwrap();
    });
    assert_eq!(only(&read(&bytes)).answers.len(), 2);
}

#[test]
fn rows_that_disagree_are_named_and_rows_that_agree_do_no_harm() {
    fails(&ours(&[("equ1a", "no", ""), ("equ1a", "fully", "")], |_, _| {}), &["row 3", "equ1a", "row 2"]);
    let back = read(&ours(&[("equ1a", "no", "x"), ("equ1a", "No", "x"), ("equ1a", "", "")], |_, _| {}));
    assert_eq!(only(&back).answers.len(), 1);
    says(&back.warnings, &["row 3", "equ1a", "row 2"]);
}

#[test]
fn a_workbook_of_another_rubric_or_version_is_named() {
    let named = |id: &str, version: &str, format: &str| {
        let bytes = ours(&[("equ1a", "no", "")], |_, _| {});
        let change = |name: &str, content: Vec<u8>| {
            if name != "xl/workbook.xml" {
                return content;
            }
            let text = String::from_utf8(content).unwrap();
            let text = text.replace("\"1.0.0\"", &format!("\"{version}\""));
            let text = text.replace("co-production-quick", id).replace("coprod/workbook/1", format);
            text.into_bytes()
        };
        repacked(&bytes, change, &[])
    };
    only(&read(&named("co-production-quick", "1.0.7", "coprod/workbook/1")));
    fails(&named("something-else", "1.0.0", "coprod/workbook/1"), &["something-else"]);
    fails(&named("co-production-quick", "9.0.0", "coprod/workbook/1"), &["9.0.0"]);
    fails(&named("co-production-quick", "first", "coprod/workbook/1"), &["first"]);
    fails(&named("co-production-quick", "1.0.0", "coprod/workbook/2"), &["coprod/workbook/2", "coprod form"]);
}

#[test]
fn what_is_no_workbook_is_refused_with_what_to_do() {
    fails(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], &["password", ".xlsx"]);
    let zip = |name: &str| {
        let mut to = ZipWriter::new(Cursor::new(Vec::new()));
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(b"x").unwrap();
        to.finish().unwrap().into_inner()
    };
    fails(&zip("content.xml"), &[".ods"]);
    fails(&zip("letter.txt"), &["no workbook"]);
    fails(&zip("[Content_Types].xml"), &["broken"]);
    let whole = ours(&[("equ1a", "no", "")], |_, _| {});
    fails(&whole[..whole.len() / 2], &["broken"]);
    let broken = |part: &'static str| {
        repacked(
            &whole,
            |name, content| if name == part { b"<worksheet><sheetData><row".to_vec() } else { content },
            &[],
        )
    };
    fails(&broken("xl/worksheets/sheet2.xml"), &["broken"]);
    fails(&broken("xl/workbook.xml"), &["broken"]);
}

#[test]
fn a_bomb_is_refused_before_it_is_read_and_the_limit_is_said() {
    let whole = ours(&[("equ1a", "no", "")], |_, _| {});
    fails(&lying(&whole, "sheet2.xml", 500 << 20), &["xl/worksheets/sheet2.xml", "64 MiB", "CSV"]);
    fails(&lying(&whole, "xml", 60 << 20), &["128 MiB"]);
    fails(&lying(&whole, "sheet2.xml", 10), &["broken", "larger than its declared"]);
    let mut many = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..4097 {
        many.start_file(format!("{index}"), SimpleFileOptions::default()).unwrap();
    }
    fails(&many.finish().unwrap().into_inner(), &["4097", "4096"]);
    // A cell far away must not make a table of everything between.
    let far = ours(&[("equ1a", "no", "")], |_, sheet| {
        sheet.write(1_048_575, 16_383, "x").unwrap();
    });
    let back = read(&far);
    assert_eq!(only(&back).answers.len(), 1);
    says(&back.warnings, &["XFD", "no heading"]);
}

#[test]
fn macros_links_to_other_files_and_comments_are_named_and_left_alone() {
    let whole = ours(&[("equ1a", "no", "")], |_, _| {});
    let more: [(&str, &[u8]); 3] = [
        ("xl/vbaProject.bin", b"x"),
        ("xl/externalLinks/externalLink1.xml", b"<x/>"),
        ("xl/comments1.xml", b"<comments/>"),
    ];
    let back = read(&repacked(&whole, |_, content| content, &more));
    only(&back);
    says(&back.warnings, &["macros"]);
    says(&back.warnings, &["other files"]);
    says(&back.warnings, &["comments on cells", "not read"]);
}

#[test]
fn one_person_and_a_group_are_told_apart() {
    let with = |who: &'static str, people: f64, shown: &'static str| {
        read(&ours(&[("equ1a", "no", "")], move |front, _| {
            for (row, text) in [(2, who), (4, shown)] {
                if !text.is_empty() {
                    front.write(row, 1, text).unwrap();
                }
            }
            if people > 0.0 {
                front.write(3, 1, people).unwrap();
            }
        }))
    };
    let back = with("Eine Person", 0.0, "");
    assert_eq!((back.sheets[0].1, back.sheets[0].0.date.as_str()), (true, "2026-03"), "{back:?}");
    let back = with("A group together", 7.0, "Ja");
    assert_eq!((back.sheets[0].1, only(&back).people), (false, Some(7)));
    let back = with("A group together", 7.0, "No");
    assert_eq!((back.sheets[0].1, only(&back).people), (true, None), "it counts like a single person's");
    let back = with("A group together", 7.0, "");
    assert_eq!((back.sheets[0].1, only(&back).people), (true, None), "nobody said yes");
    says(&back.warnings, &["row 4, column B (People)", "left out"]);
    says(&with("One person", 3.0, "").errors, &["row 4", "one person"]);
    says(&with("Everybody", 0.0, "").errors, &["row 3", "Everybody", "A group together"]);
    says(&with("", 2.5, "Ja").errors, &["row 4"]);
}

#[test]
fn of_a_sheet_for_each_perspective_those_count_that_were_used() {
    let rubric = loaded("co-production");
    let form = coprod::form::Questionnaire { by_perspective: true, ..questionnaire(&rubric, "de") };
    let back = read_back(&written("xlsx", &form), &[&rubric]);
    says(&back.errors, &["no question is answered"]);
    let mut workbook = Workbook::new();
    for (name, id) in [("Personal", "equ1a"), ("Beschäftigte", "div1a"), ("Leer", "")] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (column, head) in (0..).zip(HEADS) {
            sheet.write(0, column, head).unwrap();
        }
        sheet.write(1, 0, if id.is_empty() { "acc1a" } else { id }).unwrap();
        if !id.is_empty() {
            sheet.write(1, 3, "largely").unwrap();
        }
    }
    let front = workbook.add_worksheet().set_name("Angaben").unwrap();
    front.write(0, 1, 12.0).unwrap();
    front.write(1, 1, "Ja").unwrap();
    for (name, place) in [
        ("FormatVersion", "=\"coprod/workbook/1\""),
        ("RubricId", "=\"co-production-quick\""),
        ("Questions_hr", "=Personal!$A$1"),
        ("Questions_disabled_staff", "='Beschäftigte'!$A$1"),
        ("Questions_staff", "=Leer!$A$1"),
        ("People_hr", "=Angaben!$B$1"),
        ("Shown_hr", "=Angaben!$B$2"),
    ] {
        workbook.define_name(name, place).unwrap();
    }
    let wishes =
        Wishes { organisation: Some("Example Ltd".to_owned()), date: Some("2026-03".to_owned()), ..Wishes::default() };
    let quick = loaded("co-production-quick");
    let back = read_with(&workbook.save_to_buffer().unwrap(), &[&quick], &wishes);
    assert_eq!(back.errors, Vec::<String>::new());
    let found: Vec<(Option<&str>, Option<u64>)> =
        back.sheets.iter().map(|(sheet, _)| (sheet.perspective.as_deref(), sheet.people)).collect();
    assert_eq!(found, [(Some("hr"), Some(12)), (Some("disabled-staff"), None)]);
}

#[test]
fn without_its_names_a_workbook_is_understood_by_its_labels() {
    let mut workbook = Workbook::new();
    let front = workbook.add_worksheet();
    for (row, (label, value)) in (0..).zip([
        ("Name der Organisation (nötig)", "Beispiel gGmbH"),
        ("Datum (nötig)", "14.03.2026"),
        ("Was die Organisation ist", "Anbieter von Dienstleistungen"),
        ("Ihre Perspektive", "Personalabteilung"),
    ]) {
        front.write(row, 0, label).unwrap();
        front.write(row, 1, value).unwrap();
    }
    let sheet = workbook.add_worksheet();
    for (column, head) in (0..).zip(["Kennung", "Antwort"]) {
        sheet.write(2, column, head).unwrap();
    }
    sheet.write(3, 0, "equ1a").unwrap();
    sheet.write(3, 1, "Vollständig").unwrap();
    let back = read(&workbook.save_to_buffer().unwrap());
    let sheet = only(&back);
    assert_eq!(sheet.organisation.name, "Beispiel gGmbH");
    assert_eq!(sheet.organisation.setting.as_deref(), Some("provider"));
    assert_eq!((sheet.date.as_str(), sheet.perspective.as_deref()), ("2026-03-14", Some("hr")));
}

#[test]
fn an_export_of_a_survey_platform_gives_a_sheet_a_row() {
    let heads = [
        "date",
        "rubric",
        "version",
        "about/organisation",
        "about/perspective",
        "principle_equality/equ1a_group/equ1a",
        "principle_equality/equ1a_group/equ1areason",
        "principle_equality/equ1a_group/equ1anote",
        "text_thanks",
        "_id",
        "_submission_time",
    ];
    for (answers, notes) in
        [(["largely", "na"], ["", "none here"]), (["Weitgehend", "Trifft auf uns nicht zu"], ["", "x"])]
    {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (column, head) in (0..).zip(heads) {
            sheet.write(0, column, head).unwrap();
        }
        for (row, (answer, reason)) in (1..).zip(answers.iter().zip(notes)) {
            let cells = ["2026-03-14", "co-production-quick", "1.0.0", "Example Ltd", "hr", *answer, reason, "a note"];
            for (column, text) in (0..).zip(cells) {
                sheet.write(row, column, text).unwrap();
            }
            sheet.write(row, 9, f64::from(row)).unwrap();
            sheet.write(row, 10, "2026-03-14T10:00:00").unwrap();
        }
        workbook.add_worksheet().set_name("repeat").unwrap().write(0, 0, "more").unwrap();
        let back = read(&workbook.save_to_buffer().unwrap());
        assert_eq!(back.errors, Vec::<String>::new());
        says(&back.warnings, &["sheet “repeat”", "ignored"]);
        assert_eq!(back.sheets.len(), 2);
        let (first, second) = (&back.sheets[0], &back.sheets[1]);
        assert!(first.1 && second.1, "each row is a person");
        assert_eq!((first.0.date.as_str(), first.0.perspective.as_deref()), ("2026-03", Some("hr")));
        assert_eq!(first.0.answers["equ1a"].given, Some(Given::Choice(2)));
        assert_eq!(first.0.answers["equ1a"].note.as_deref(), Some("a note"));
        assert_eq!(second.0.answers["equ1a"].given, Some(Given::NotApplicable));
        assert!(second.0.answers["equ1a"].reason.is_some());
    }
}

#[test]
fn what_a_cell_shows_in_per_cent_is_no_number_of_points() {
    let percent = Format::new().set_num_format("0%");
    let bytes = ours(&[("equ1a", "", "")], |_, questions| {
        questions.write_with_format(1, 3, 1.0, &percent).unwrap();
        questions.write_with_format(1, 4, 0.07, &percent).unwrap();
    });
    fails(&bytes, &["row 2, column D", "`100%`"]);
    let plain = ours(&[("equ1a", "", "")], |_, questions| {
        questions.write(1, 3, 1.0).unwrap();
        questions.write_with_format(1, 4, 0.07, &percent).unwrap();
    });
    let back = read(&plain);
    let answer = &only(&back).answers["equ1a"];
    assert_eq!((answer.given, answer.note.as_deref()), (Some(Given::Choice(1)), Some("7%")));
}

#[test]
fn rows_above_the_headings_are_named() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Please fill in by Friday").unwrap();
    for (column, head) in (0..).zip(HEADS) {
        sheet.write(2, column, head).unwrap();
    }
    for (column, text) in [(0, "equ1a"), (3, "fully")] {
        sheet.write(3, column, text).unwrap();
    }
    let wishes = Wishes { organisation: Some("X".into()), date: Some("2026-03-14".into()), ..Wishes::default() };
    let back = read_with(&workbook.save_to_buffer().unwrap(), &[&loaded("co-production-quick")], &wishes);
    assert_eq!(only(&back).answers["equ1a"].given, Some(Given::Choice(3)));
    says(&back.warnings, &["row 1", "above the headings"]);
}

#[test]
fn where_a_workbook_does_not_say_who_answers_nobody_is_known_by_a_text() {
    let bytes = |who: &str| {
        ours(&[("equ1a", "fully", "Call me: 0221 123456")], |front, questions| {
            if !who.is_empty() {
                front.write(2, 1, who).unwrap();
            }
            questions.write(0, 7, "").unwrap();
        })
    };
    let wishes = Wishes { perspective: Some("disabled-staff".into()), ..Wishes::default() };
    let back = read_with(&bytes(""), &[&loaded("co-production-quick")], &wishes);
    let sheet = only(&back);
    assert_eq!((sheet.date.as_str(), sheet.answers["equ1a"].note.as_deref()), ("2026-03-14", Some("Call me: […]")));
    says(&back.warnings, &["not said who answers", "One person"]);
    says(&back.warnings, &["row 2, column E (Note)", "phone number"]);
    let back = read_with(&bytes("One person"), &[&loaded("co-production-quick")], &wishes);
    assert!(only(&back).date == "2026-03" && !back.warnings.iter().any(|line| line.contains("not said who")));
}
