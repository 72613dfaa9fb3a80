//! Nothing is lost on the way: form → fill in → import → the same sheet.

use super::{empty, going_on, loaded, questionnaire, read_back, written};
use coprod::model::{Answer, Given, Rubric, Sheet};
use proptest::prelude::*;

/// Any text that is more than white space, also with line ends, formulas, escapes and characters of all planes.
fn text() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "=1+1",
        "+49 30",
        "-5",
        "- a",
        "- a\n  b",
        "a\nb",
        "  a  ",
        "a\n\nb",
        "_x000D_",
        "_x0041_",
        "a\tb",
        "<b>&amp;\"'",
        "${x}",
        "𝔞ü€",
        "1",
        "2.0",
        "TRUE",
        "2026-03-14",
        "na",
        "a\r\nb",
        "\u{feff}a",
        "a\u{200b}b",
        "#REF!",
        "'a",
    ]);
    // Mail addresses, addresses of computers and phone numbers of persons are taken out, and have tests of their own.
    let random =
        "[ -~äöüß„“\n]{0,40}[a-z]".prop_map(|text| text.replace(['@', ':'], "x").replace(char::is_numeric, "n"));
    prop_oneof![odd.prop_map(str::to_owned), random]
}

/// A text of one line without white space around it.
fn line() -> impl Strategy<Value = String> {
    prop_oneof!["[A-Za-zäöü&<>='\"0-9]{1,12}( [a-zß.+-]{1,9}){0,3}", Just("50-249".to_owned()), Just("=x".to_owned())]
}

fn answer(options: usize) -> impl Strategy<Value = Answer> {
    let given = prop_oneof![
        6 => (0..options).prop_map(|index| Some(Given::Choice(index))),
        1 => Just(Some(Given::NotApplicable)),
        1 => Just(Some(Given::DontKnow)),
        1 => Just(None),
    ];
    let evidence = prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec(text(), 1..4)];
    (given, prop::option::weighted(0.3, text()), evidence, prop::option::weighted(0.2, text()))
        .prop_map(|(given, note, evidence, reason)| Answer { given, note, evidence, reason })
}

fn sheet(rubric: &Rubric) -> impl Strategy<Value = Sheet> + use<> {
    let base = empty(rubric);
    let questions: Vec<String> = rubric.questions.iter().map(|question| question.id.clone()).collect();
    let perspectives: Vec<String> = rubric.perspectives.iter().map(|perspective| perspective.id.clone()).collect();
    let answers = prop::collection::vec(prop::option::weighted(0.6, answer(rubric.scale.len())), questions.len());
    let organisation = (line(), prop::option::of(line()), prop::option::of(line()), prop::option::of(line()));
    let setting = prop::option::of(prop::sample::select(vec!["employer", "provider", "both"]));
    let more = (prop::option::of(line()), prop::option::of(line()), setting);
    let process = prop::collection::vec(prop::option::of(line()), 4);
    let who = prop_oneof![
        Just((None, None, "2026-03-14")),
        (1..10_000_u64).prop_map(|people| (None, Some(people), "1999-12-31")),
        (1..99_u32).prop_map(|number| (Some(format!("r-{number:02}")), None, "2026-03")),
    ];
    let perspective = prop::option::of(prop::sample::select(perspectives));
    (answers, organisation, more, process, who, perspective).prop_map(
        move |(answers, organisation, (scope, period, setting), process, (respondent, people, date), perspective)| {
            let mut sheet = base.clone();
            let (name, sector, country, size) = organisation;
            let setting = setting.map(str::to_owned);
            sheet.organisation = coprod::model::Organisation { name, sector, country, size, setting, scope, period };
            let mut process = process.into_iter();
            let mut next = || process.next().flatten();
            sheet.process = coprod::model::Process {
                chose_questions: next(),
                answered: next(),
                interpreted: next(),
                decides: next(),
            };
            sheet.respondent = respondent;
            sheet.people = people;
            date.clone_into(&mut sheet.date);
            sheet.perspective = perspective;
            for (id, answer) in questions.iter().zip(answers) {
                // A row in which nothing stands is no answer.
                if let Some(answer) = answer.filter(|answer| *answer != Answer::default()) {
                    sheet.answers.insert(id.clone(), answer);
                }
            }
            sheet
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_workbook_gives_back_the_sheet_that_it_was_filled_in_with(
        sheet in sheet(&loaded("co-production-quick").rubric),
        german in any::<bool>(),
    ) {
        let rubric = loaded("co-production-quick");
        let language = if german { "de" } else { "en" };
        let back = read_back(&written("xlsx", &going_on(&rubric, &sheet, language)), &[&rubric]);
        prop_assert_eq!(back.errors, Vec::<String>::new());
        prop_assert_eq!(back.sheets.len(), 1);
        let (found, person) = &back.sheets[0];
        prop_assert_eq!(found, &sheet);
        prop_assert!(!person, "who has a pseudonym keeps it");
    }
}

#[test]
fn a_full_sheet_comes_back_in_every_language_and_in_easy_words() {
    let rubric = loaded("co-production");
    let mut sheet = empty(&rubric.rubric);
    for (index, question) in rubric.rubric.questions.iter().enumerate() {
        let given = match index % 6 {
            4 => Given::NotApplicable,
            5 => Given::DontKnow,
            option => Given::Choice(option),
        };
        let reason = (given == Given::NotApplicable).then(|| "gibt es bei uns nicht".to_owned());
        let answer = Answer { given: Some(given), note: Some(format!("Notiz {index}")), reason, ..Answer::default() };
        sheet.answers.insert(question.id.clone(), answer);
    }
    for language in ["de", "en"] {
        for easy in [false, true] {
            let form = coprod::form::Questionnaire { easy, ..going_on(&rubric, &sheet, language) };
            let back = read_back(&written("xlsx", &form), &[&rubric]);
            assert_eq!(back.errors, Vec::<String>::new());
            assert_eq!(back.sheets, [(sheet.clone(), false)], "{language} {easy}");
        }
    }
}

#[test]
fn the_same_wish_gives_the_same_bytes() {
    let rubric = loaded("co-production");
    for format in ["xlsx", "xlsform"] {
        for by_perspective in [false, true] {
            let form = coprod::form::Questionnaire { by_perspective, ..questionnaire(&rubric, "de") };
            assert_eq!(written(format, &form), written(format, &form), "{format}");
        }
    }
}
