//! The interview by script: what it asks, saves and says, without a terminal.

use super::entry::Command;
use super::intake::{self, Asked};
use super::question::Wording;
use super::scripted::Scripted;
use super::session::{Outcome, Session, order};
use crate::model::number::ratio;
use crate::model::{
    Choice, ChoiceText, Given, Kind, Level, Named, Organisation, Perspective, Principle, Process, Question,
    QuestionText, Rubric, RubricRef, RubricVersion, Sheet, Texts,
};
use crate::text::{Words, words_for};
use indexmap::IndexMap;

/// Two principles × two levels, five questions that do not stand in the order in which they are asked.
fn rubric() -> Rubric {
    let question = |id: &str, principle, level| Question {
        id: id.into(),
        principle,
        level,
        weight: ratio(1, 1),
        essential: false,
        effort: Vec::new(),
        na_allowed: id != "e",
        perspectives: (id == "d").then(|| vec![0]),
        settings: (id == "c").then(|| vec!["employer".into()]),
        facets: Vec::new(),
        tags: Vec::new(),
        references: Vec::new(),
    };
    let choice = |(points, id): (u64, &str)| Choice { id: id.into(), points };
    let perspective = |id: &str| Perspective { id: id.into(), lived_experience: false, office: false };
    Rubric {
        id: "sample".into(),
        version: RubricVersion { major: 1, minor: 0, patch: 0 },
        languages: vec!["de".into(), "en".into()],
        kind: Kind::Full,
        essential_minimum: ratio(1, 2),
        scale: (0..).zip(["no", "partly", "largely", "fully"]).map(choice).collect(),
        principles: ["p", "q"].map(|id| Principle { id: id.into(), weight: ratio(1, 1) }).into(),
        levels: ["l", "m"].map(|id| Level { id: id.into(), weight: ratio(1, 1), threshold: ratio(3, 4) }).into(),
        perspectives: vec![perspective("hr"), perspective("no-statement")],
        facets: Vec::new(),
        sources: Vec::new(),
        continues: Vec::new(),
        replaces: Vec::new(),
        coverage: Vec::new(),
        questions: vec![
            question("a", 0, 0),
            question("d", 1, 0),
            question("b", 0, 0),
            question("e", 1, 1),
            question("c", 0, 1),
        ],
        digest: String::new(),
    }
}

fn texts(language: &str) -> Texts {
    let german = language == "de";
    let name = |de: &str, en: &str| Named {
        name: if german { de } else { en }.into(),
        easy: Some(format!("{} leicht", if german { de } else { en })),
        description: None,
    };
    let label = |(de, en): (&str, &str)| ChoiceText {
        label: if german { de } else { en }.into(),
        easy: Some(format!("{} leicht", if german { de } else { en })),
        description: Some("Beschreibung".into()),
    };
    let question = |id: &str| QuestionText {
        text: format!("{} {id}?", if german { "Frage zu" } else { "Is it" }),
        easy: Some(format!("Leicht {id}?")),
        help: Some("What is meant.".into()),
        evidence: vec!["the minutes".into()],
        ..QuestionText::default()
    };
    let scale = [("Nein", "No"), ("Teilweise", "Partly"), ("Weitgehend", "Largely"), ("Vollständig", "Fully")];
    Texts {
        language: language.into(),
        title: "Sample".into(),
        principles: vec![name("Zugang", "Access"), name("Vielfalt", "Diversity")],
        levels: vec![name("Eins", "One"), name("Zwei", "Two")],
        scale: scale.map(label).into(),
        perspectives: vec![
            Some(name("Personalabteilung", "Human resources")),
            Some(name("Keine Angabe", "No statement")),
        ],
        questions: Vec::from(["a", "d", "b", "e", "c"].map(question)).into(),
        ..Texts::default()
    }
}

struct Case {
    rubric: Rubric,
    texts: Texts,
    all: Vec<Texts>,
    words: &'static Words,
    sheet: Sheet,
    saves: usize,
}

fn case(language: &str) -> Case {
    let rubric = rubric();
    let sheet = Sheet {
        origin: String::new(),
        rubric: RubricRef { id: rubric.id.clone(), version: rubric.version },
        organisation: Organisation { name: "Example".into(), ..Organisation::default() },
        date: "2026-03-14".into(),
        language: None,
        perspective: None,
        respondent: None,
        people: None,
        process: Process::default(),
        answers: IndexMap::new(),
    };
    let (texts, all) = (texts(language), vec![texts("de"), texts("en")]);
    Case { rubric, texts, all, words: words_for(language).unwrap(), sheet, saves: 0 }
}

impl Case {
    /// Asks the first `count` questions.
    fn run(&mut self, count: usize, script: &mut Scripted) -> Outcome {
        let asked = order(&self.rubric, None, None).into_iter().take(count).collect();
        let words = &self.words.interview;
        let wording = Wording { rubric: &self.rubric, texts: &self.texts, all: &self.all, words, easy: false };
        let saves = &mut self.saves;
        let mut save = |_: &Sheet| {
            *saves += 1;
            Ok(())
        };
        Session::new(wording, asked, &mut self.sheet, &mut save).run(script).unwrap()
    }

    fn given(&self, at: usize) -> Option<Given> {
        self.sheet.given(["a", "b", "c", "d", "e"][at])
    }
}

#[test]
fn numbers_labels_and_ids_answer_and_each_is_saved() {
    let mut case = case("de");
    let mut script = Scripted::new(&["2", "fully", "I don't know", ""]);
    assert_eq!(case.run(3, &mut script), Outcome::Done);
    assert_eq!(case.given(0), Some(Given::Choice(1)));
    assert_eq!(case.given(1), Some(Given::Choice(3)));
    assert_eq!(case.given(2), Some(Given::DontKnow));
    assert_eq!(case.saves, 3);
    assert!(script.heard("Frage 1 von 3. Grundsatz: Zugang."));
    assert!(script.heard("Ihre Antwort: Teilweise."));
}

#[test]
fn an_empty_entry_is_no_answer_but_keeps_one() {
    let mut case = case("en");
    let mut script = Scripted::new(&["", "1", "b", "", "n", ""]);
    assert_eq!(case.run(2, &mut script), Outcome::Done);
    assert!(script.heard("Nothing was entered."));
    assert!(script.heard("or Enter to keep \"No\""));
    assert_eq!(case.given(0), Some(Given::Choice(0)));
    assert_eq!(case.given(1), None);
    assert_eq!(case.saves, 1);
}

#[test]
fn the_end_of_the_input_is_no_answer() {
    let mut case = case("en");
    assert_eq!(case.run(2, &mut Scripted::new(&["1"])), Outcome::Ended);
    assert_eq!(case.run(2, &mut Scripted::new(&["1"])), Outcome::Done, "all are answered");
}

#[test]
fn an_interview_goes_on_at_the_first_unanswered_question_and_skips_what_was_answered() {
    let mut case = case("en");
    case.run(4, &mut Scripted::new(&["1", "g 3", "1", "q"]));
    let mut script = Scripted::new(&["2", "3", ""]);
    assert_eq!(case.run(4, &mut script), Outcome::Done);
    assert!(!script.heard("Question 3 of 4"), "was answered before");
    let answers: Vec<_> = (0..4).map(|at| case.given(at)).collect();
    assert_eq!(answers, [0, 1, 0, 2].map(|place| Some(Given::Choice(place))));
}

#[test]
fn why_a_question_does_not_apply_is_asked_and_forgotten_with_the_answer() {
    let mut case = case("en");
    case.run(1, &mut Scripted::new(&["na", "we have no staff", "1", "", ""]));
    let reason = |case: &Case| case.sheet.answers.values().next().unwrap().reason.clone();
    assert_eq!(reason(&case).as_deref(), Some("we have no staff"));
    assert_eq!(case.saves, 2);
    case.run(1, &mut Scripted::new(&["1", "partly", ""]));
    assert_eq!(reason(&case), None);
}

#[test]
fn notes_and_evidence_are_kept_shown_and_deleted() {
    let mut case = case("en");
    let mut script = Scripted::new(&["note", "first", "notiz Second", "e", "minutes", "nachweis photo", "e", "", "q"]);
    assert_eq!(case.run(1, &mut script), Outcome::Quit);
    let answer = case.sheet.answers.values().next().unwrap().clone();
    assert_eq!((answer.given, answer.note.as_deref()), (None, Some("Second")));
    assert_eq!(answer.evidence, ["minutes", "photo"]);
    assert!(script.heard("There are 2 pieces of evidence."));
    let mut script = Scripted::new(&["note", "-", "e", "-", "q"]);
    case.run(1, &mut script);
    assert!(script.heard("The note so far: Second"));
    assert!(script.heard("- minutes\n- photo"));
    assert_eq!(*case.sheet.answers.values().next().unwrap(), crate::model::Answer::default());
}

#[test]
fn a_wrong_entry_is_named_and_the_question_is_not_repeated() {
    let mut case = case("en");
    let mut script = Scripted::new(&["7", "maybe", "g 99", "q"]);
    case.run(1, &mut script);
    assert!(script.heard("\"7\" was not understood. Possible: 1 to 6"));
    assert!(script.heard("There is no question \"99\""));
    assert_eq!(script.said.iter().filter(|line| line.contains("Question 1 of 1")).count(), 1);
}

#[test]
fn commands_lead_everywhere_and_help_only_comes_when_asked_for() {
    let mut case = case("en");
    let mut script = Scripted::new(&["b", "l", "?", "r", "x"]).then(Command::GoTo(String::new()));
    script = script.then_type("2").then(Command::Back).then(Command::Quit);
    assert_eq!(case.run(3, &mut script), Outcome::Quit);
    assert!(script.heard("This is the first question."));
    assert!(script.heard("3 questions are unanswered:\n1. "));
    assert_eq!(script.said.iter().filter(|line| line.starts_with("Commands:")).count(), 2, "hint and help");
    assert!(script.heard("Question 2 of 3"));
}

#[test]
fn a_slip_when_asked_where_to_go_is_asked_again_and_no_number_becomes_an_answer() {
    let mut case = case("en");
    let mut script = Scripted::new(&["g", "99", "3", "g", "", "q"]);
    assert_eq!(case.run(3, &mut script), Outcome::Quit);
    assert!(script.heard("There is no question \"99\""));
    assert!(script.heard("Question 3 of 3"));
    assert_eq!(script.said.iter().filter(|line| line.contains("Go to which question")).count(), 3);
    assert!((0..3).all(|at| case.given(at).is_none()));
}

#[test]
fn easy_language_is_switched_for_questions_options_and_principles() {
    let mut case = case("de");
    let mut script = Scripted::new(&["x", "x", "q"]);
    case.run(1, &mut script);
    assert!(script.heard("nicht geprüfte Leichte Sprache"));
    assert!(script.heard("Grundsatz: Zugang leicht.\nLeicht a?"));
    assert!(script.heard("Teilweise leicht"));
    let plain = |question: &QuestionText| QuestionText { easy: None, ..question.clone() };
    case.texts.questions = case.texts.questions.iter().map(plain).collect::<Vec<_>>().into();
    let mut script = Scripted::new(&["x", "q"]);
    case.run(1, &mut script);
    assert!(script.heard("keine leichte Fassung"));
}

#[test]
fn from_the_fourth_question_on_the_options_stand_on_one_line() {
    let mut case = case("en");
    let mut script = Scripted::new(&["1", "1", "1", "1", ""]);
    case.run(4, &mut script);
    let lists: Vec<bool> =
        script.said.iter().filter(|line| line.starts_with("No")).map(|line| line.contains('\n')).collect();
    assert_eq!(lists, [true, true, true, false]);
}

#[test]
fn the_review_changes_answers_by_number() {
    let mut case = case("en");
    let mut script = Scripted::new(&["1", "n", "1", "3", "b", "b", "x9", ""]);
    assert_eq!(case.run(2, &mut script), Outcome::Done);
    assert_eq!(case.given(0), Some(Given::Choice(2)));
    assert!(script.heard("1 question is unanswered:\n2. "));
    assert!(script.heard("– no answer yet"));
    assert!(script.heard("There is no question \"x9\""));
}

#[test]
fn questions_come_by_principle_and_level_and_only_where_they_are_for_perspective_and_setting() {
    let rubric = rubric();
    let ids = |perspective, setting| -> String {
        order(&rubric, perspective, setting).into_iter().map(|index| rubric.questions[index].id.as_str()).collect()
    };
    assert_eq!(ids(None, None), "abcde");
    assert_eq!(ids(None, Some("both")), "abcde");
    assert_eq!(ids(Some("hr"), Some("provider")), "abde");
    assert_eq!(ids(Some("no-statement"), Some("employer")), "abce");
}

#[test]
fn help_says_what_is_meant_what_the_options_mean_and_what_can_be_shown() {
    let mut case = case("en");
    let mut script = Scripted::new(&["hilfe", "q"]);
    case.run(1, &mut script);
    assert!(script.heard("Help:\nWhat is meant.\nNo: Beschreibung\n"));
    assert!(script.heard("Examples of evidence:\n- the minutes"));
}

#[test]
fn not_applicable_counts_only_where_it_is_allowed() {
    let mut case = case("en");
    case.sheet
        .answers
        .insert("e".into(), crate::model::Answer { given: Some(Given::NotApplicable), ..Default::default() });
    let mut script = Scripted::new(&["n", "n", "n", "n", "na", "5", ""]);
    assert_eq!(case.run(5, &mut script), Outcome::Done);
    assert!(script.heard("\"na\" was not understood. Possible: 1 to 5"));
    assert_eq!(case.given(4), Some(Given::DontKnow));
}

#[test]
fn the_end_of_a_long_text_is_not_lost_unnoticed() {
    let long = "x".repeat(60);
    for entries in [&["note", long.as_str(), "q"][..], &[&format!("note {long}"), "q"], &["evidence", &long, "q"]] {
        for (most, heard) in [(Some(64), true), (Some(100), false), (None, false)] {
            let mut case = case("en");
            let mut script = Scripted::new(entries);
            script.most = most;
            case.run(1, &mut script);
            assert_eq!(script.heard("the end may be missing"), heard, "{most:?}: {:?}", script.said);
        }
    }
}

#[test]
fn a_hyphen_takes_a_reason_back_like_a_note() {
    let mut case = case("en");
    case.run(5, &mut Scripted::new(&["1", "1", "1", "na", "because", "q"]));
    assert_eq!(case.sheet.answers["d"].reason.as_deref(), Some("because"));
    case.run(5, &mut Scripted::new(&["b", "na", "-", "q"]));
    assert_eq!(case.sheet.answers["d"].reason, None);
}

#[test]
fn nobody_has_to_say_that_they_are_disabled() {
    let case = case("en");
    let words = &case.words.interview;
    let ask = |entries: &[&str]| {
        let mut script = Scripted::new(entries);
        let asked = intake::perspective(&mut script, words, &case.rubric, &case.texts, &case.all).unwrap();
        assert!(script.heard("You do not have to say that you have a disability."));
        asked
    };
    assert_eq!(ask(&["", "all"]), Asked::Given(None), "nothing is preselected");
    assert_eq!(ask(&["für die Organisation insgesamt"]), Asked::Given(None));
    assert_eq!(ask(&["no-statement"]), Asked::Given(Some("no-statement".into())));
    assert_eq!(ask(&["Personalabteilung"]), Asked::Given(Some("hr".into())));
    assert_eq!(ask(&["b"]), Asked::Back);
    assert_eq!(ask(&["nobody", "?", "q"]), Asked::Quit);
}

#[test]
fn a_needed_line_is_asked_for_again_and_an_optional_one_may_stay_empty() {
    let words = &words_for("en").unwrap().interview;
    let mut script = Scripted::new(&["  ", "Next"]);
    assert_eq!(intake::needed(&mut script, words, "Name?").unwrap(), Asked::Given("Next".into()));
    assert!(script.heard("This is needed."));
    assert_eq!(intake::optional(&mut Scripted::new(&[""]), words, "Size?").unwrap(), Asked::Given(None));
    assert_eq!(intake::setting(&mut Scripted::new(&[""]), words).unwrap(), Asked::Given(None));
    assert_eq!(intake::setting(&mut Scripted::new(&["beides"]), words).unwrap(), Asked::Given(Some("both")));
}

#[test]
fn commands_at_a_text_are_commands_and_in_quotes_a_text() {
    let words = &words_for("de").unwrap().interview;
    let needed = |entries: &[&str]| intake::needed(&mut Scripted::new(entries), words, "Name?").unwrap();
    for quit in ["q", "ende", "Ende", "quit", "exit"] {
        assert_eq!(needed(&["?", quit]), Asked::Quit, "{quit}");
    }
    for back in ["z", "b", "zurück", "back"] {
        assert_eq!(needed(&["hilfe", "r", back]), Asked::Back, "{back}");
    }
    assert_eq!(needed(&["\"Ende\""]), Asked::Given("Ende".into()));
    assert_eq!(needed(&["X"]), Asked::Given("X".into()));
    let mut script = Scripted::new(&["?", "q"]);
    intake::needed(&mut script, words, "Name?").unwrap();
    assert!(script.heard("In Anführungszeichen"));
}

#[test]
fn commands_at_a_note_a_reason_or_evidence_are_not_stored() {
    for ask in ["note", "e", "g"] {
        for (command, outcome) in [("q", Outcome::Quit), ("ende", Outcome::Quit)] {
            let mut case = case("en");
            assert_eq!(case.run(2, &mut Scripted::new(&[ask, "?", command])), outcome, "{ask} {command}");
            assert!(case.sheet.answers.is_empty(), "{ask} {command}: {:?}", case.sheet.answers);
        }
        for command in ["b", "z", "zurück", "back"] {
            let mut case = case("en");
            // Back at the question, which is answered then.
            assert_eq!(case.run(1, &mut Scripted::new(&[ask, command, "1", ""])), Outcome::Done, "{ask} {command}");
            assert_eq!(case.given(0), Some(Given::Choice(0)));
            assert_eq!(case.sheet.answers["a"].note, None);
        }
    }
    let reason = |case: &Case| case.sheet.answers["a"].reason.clone();
    let mut quit = case("en");
    assert_eq!(quit.run(2, &mut Scripted::new(&["na", "q"])), Outcome::Quit);
    assert_eq!((quit.given(0), reason(&quit)), (Some(Given::NotApplicable), None));
    let mut back = case("en");
    assert_eq!(back.run(1, &mut Scripted::new(&["na", "n", "zurück", "2", ""])), Outcome::Done);
    assert_eq!((back.given(0), reason(&back)), (Some(Given::Choice(1)), None));
    let mut literal = case("en");
    literal.run(1, &mut Scripted::new(&["na", "\"q\"", ""]));
    assert_eq!(reason(&literal).as_deref(), Some("q"));
}

#[test]
fn what_is_no_text_is_asked_for_again_and_not_stored() {
    let mut case = case("en");
    let mut script = Scripted::new(&[]).then_damage().then_type("note").then_damage().then_type("fine");
    script = script.then_type("1").then_damage().then_type("");
    assert_eq!(case.run(1, &mut script), Outcome::Done);
    assert_eq!(script.said.iter().filter(|line| line.contains("not UTF-8")).count(), 3);
    assert_eq!(case.sheet.answers["a"].note.as_deref(), Some("fine"));
    let words = &words_for("en").unwrap().interview;
    let mut script = Scripted::new(&[]).then_damage().then_type("Name");
    assert_eq!(intake::needed(&mut script, words, "Name?").unwrap(), Asked::Given("Name".into()));
}
