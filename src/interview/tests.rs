//! The interview by script: what it asks, saves and says, without a terminal.

use super::entry::Command;
use super::intake::{self, Asked};
use super::question::Wording;
use super::scripted::Scripted;
use super::session::{Outcome, Session, order};
use crate::model::{Given, Organisation, Process, Rubric, RubricRef, Sheet, Texts};
use crate::rubric::built_in;
use crate::text::{Words, words_for};
use indexmap::IndexMap;

struct Case {
    rubric: Rubric,
    texts: Texts,
    all: Vec<Texts>,
    words: &'static Words,
    sheet: Sheet,
    saves: usize,
}

/// The first three questions of the full rubric, one of which may be not applicable.
fn case(language: &str) -> Case {
    let loaded = built_in("co-production").unwrap().load().unwrap();
    let texts = loaded.texts(language).unwrap().0;
    let all = loaded.languages().into_iter().map(|tag| loaded.texts(tag).unwrap().0).collect();
    let sheet = Sheet {
        origin: String::new(),
        rubric: RubricRef { id: loaded.rubric.id.clone(), version: loaded.rubric.version },
        organisation: Organisation { name: "Example".into(), ..Organisation::default() },
        date: "2026-03-14".into(),
        language: None,
        perspective: None,
        respondent: None,
        people: None,
        process: Process::default(),
        answers: IndexMap::new(),
    };
    Case { rubric: loaded.rubric, texts, all, words: words_for(language).unwrap(), sheet, saves: 0 }
}

impl Case {
    fn asked(&self, count: usize) -> Vec<usize> {
        let na = |index: &usize| self.rubric.questions[*index].na_allowed;
        let mut asked: Vec<usize> = order(&self.rubric, None, None).into_iter().filter(na).take(count).collect();
        asked.sort_unstable();
        asked
    }

    fn run(&mut self, count: usize, script: &mut Scripted) -> Outcome {
        let asked = self.asked(count);
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
        let asked = self.asked(at + 1);
        self.sheet.given(&self.rubric.questions[asked[at]].id)
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
    assert!(script.heard("Frage 1 von 3. Grundsatz: Gleichberechtigung."));
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
fn easy_language_is_switched_for_questions_options_and_principles() {
    let mut case = case("de");
    let mut script = Scripted::new(&["x", "x", "q"]);
    case.run(1, &mut script);
    assert!(script.heard("nicht geprüfte Leichte Sprache"));
    assert!(script.heard("Alle zählen gleich viel"));
    assert!(script.heard("Ein wenig"));
    for question in &mut case.texts.questions {
        question.easy = None;
    }
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
fn questions_come_by_principle_and_level_and_only_where_they_are_for_the_perspective() {
    let rubric = case("en").rubric;
    let places = |asked: &[usize]| -> Vec<(usize, usize)> {
        asked.iter().map(|&index| (rubric.questions[index].principle, rubric.questions[index].level)).collect()
    };
    let all = order(&rubric, None, None);
    assert!(places(&all).is_sorted());
    assert_eq!(all.len(), rubric.questions.len());
    let some = order(&rubric, Some("service-users"), Some("provider"));
    assert!(some.len() < all.len());
    assert!(some.iter().all(|&index| rubric.asks(index, Some("service-users"), Some("provider"))));
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
