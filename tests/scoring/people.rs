//! Organisations of many people, for the tests of many voices.

use super::{question, rubric, sheet};
use coprod::model::{Given, Perspective, Question, Rubric, Sheet};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// The perspectives of the tests: id, lived experience, office.
pub const PERSPECTIVES: [(&str, bool, bool); 6] = [
    ("leadership", false, false),
    ("hr", false, false),
    ("staff", false, false),
    ("disabled-staff", true, false),
    ("service-users", true, false),
    ("works-council", false, true),
];

/// The same rubric with these perspectives.
pub fn with_perspectives(rubric: Rubric) -> Rubric {
    let perspective =
        |(id, lived, office): (&str, bool, bool)| Perspective { id: id.to_owned(), lived_experience: lived, office };
    Rubric { perspectives: PERSPECTIVES.map(perspective).to_vec(), ..rubric }
}

/// One principle and level, with questions `a`, `b`, …
pub fn simple(questions: usize) -> Rubric {
    let letters = ["a", "b", "c", "d", "e", "f", "g", "h"];
    with_perspectives(rubric(1, 1, letters[..questions].iter().map(|id| question(id, 0, 0)).collect()))
}

/// One person's sheet with the same answer to everything.
pub fn person(rubric: &Rubric, perspective: &str, number: usize, option: usize) -> Sheet {
    let answers = rubric.questions.iter().map(|question| (question.id.as_str(), Given::Choice(option)));
    Sheet { respondent: Some(format!("{perspective}-{number}")), ..sheet(Some(perspective), answers) }
}

/// People of a perspective, each with one answer to everything.
pub fn people(rubric: &Rubric, perspective: &str, options: &[usize]) -> Vec<Sheet> {
    options.iter().enumerate().map(|(number, &option)| person(rubric, perspective, number, option)).collect()
}

/// A joint statement of a perspective, or of the organisation.
pub fn joint(rubric: &Rubric, perspective: Option<&str>, people: Option<u64>, option: usize) -> Sheet {
    let answers = rubric.questions.iter().map(|question| (question.id.as_str(), Given::Choice(option)));
    Sheet { people, ..sheet(perspective, answers) }
}

/// Sheets of groups of any size, small ones often.
#[derive(Debug, Clone)]
pub struct Survey {
    pub rubric: Rubric,
    pub sheets: Vec<Sheet>,
}

/// What a question is like: principle, level, weight, and the perspective that alone is asked, if any.
type Shape = (usize, usize, u64, Option<usize>);

pub fn surveys() -> impl Strategy<Value = Survey> {
    let shapes = vec((0..2usize, 0..2usize, 1..4u64, option::weighted(0.25, 0..6usize)), 1..6);
    let sizes = vec(prop_oneof![2 => 0..=3usize, 1 => Just(0usize), 3 => 4..=9usize], 6);
    let answers = vec(vec(given(), 6), 54);
    (shapes, sizes, answers, option::weighted(0.3, 1..9u64)).prop_map(|(shapes, sizes, answers, joint)| {
        let principles = 2;
        let questions: Vec<Question> = shapes.into_iter().enumerate().map(|(i, shape)| shaped(i, shape)).collect();
        let rubric = with_perspectives(rubric(principles, 2, questions));
        let mut answers = answers.into_iter();
        let mut sheets = Vec::new();
        for ((id, _, office), size) in PERSPECTIVES.into_iter().zip(sizes) {
            for number in 0..size {
                let given = answers.next().unwrap_or_default();
                let pairs = rubric.questions.iter().zip(given);
                let pairs = pairs.filter_map(|(question, given)| Some((question.id.as_str(), given?)));
                let mut sheet = Sheet { respondent: Some(format!("{id}-{number}")), ..sheet(Some(id), pairs) };
                if number == 0 && (office || (id == "hr" && joint.is_some())) {
                    (sheet.respondent, sheet.people) = (None, joint);
                }
                sheets.push(sheet);
                if office {
                    break;
                }
            }
        }
        Survey { rubric, sheets }
    })
}

fn shaped(index: usize, (principle, level, weight, only): Shape) -> Question {
    let only = only.map(|index| vec![index]);
    super::weighing(weight, Question { perspectives: only, ..question(&format!("q{index}"), principle, level) })
}

fn given() -> impl Strategy<Value = Option<Given>> {
    prop_oneof![
        8 => (0..4usize).prop_map(|index| Some(Given::Choice(index))),
        1 => Just(Some(Given::NotApplicable)),
        1 => Just(Some(Given::DontKnow)),
        1 => Just(None),
    ]
}
