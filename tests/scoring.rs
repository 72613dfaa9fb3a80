//! The mathematics, through the library: a worked example by hand, and what must hold for every rubric and every sheet.

mod cases;
mod disclosure;
mod example;
mod gaps;
mod involvement;
mod people;
mod plan;
mod properties;
mod voices;

use coprod::model::{
    Answer, Choice, Facet, Given, Level, Organisation, Perspective, Principle, Process, Question, Ratio, Rubric,
    RubricRef, Sheet, ratio,
};
use std::sync::LazyLock;

/// Any rubric, for what a test does not speak of.
static BASE: LazyLock<Rubric> = LazyLock::new(|| {
    let built_in = coprod::rubric::built_in("co-production-quick").unwrap();
    let loaded = built_in.load().unwrap();
    Rubric { questions: loaded.rubric.questions[..1].to_vec(), sources: Vec::new(), ..(*loaded.rubric).clone() }
});

/// A question of one principle (by index) and level (by index), of weight 1.
fn question(id: &str, principle: usize, level: usize) -> Question {
    Question {
        id: id.to_owned(),
        principle,
        level,
        weight: ratio(1, 1),
        essential: false,
        na_allowed: true,
        perspectives: None,
        settings: None,
        facets: Vec::new(),
        ..BASE.questions[0].clone()
    }
}

fn essential(question: Question) -> Question {
    Question { essential: true, ..question }
}

fn weighing(weight: u64, question: Question) -> Question {
    Question { weight: ratio(weight, 1), ..question }
}

/// A rubric of so many principles and levels, with the options 0, 1/3, 2/3, 1 and the usual thresholds.
fn rubric(principles: usize, levels: usize, questions: Vec<Question>) -> Rubric {
    Rubric {
        id: "test".to_owned(),
        essential_minimum: ratio(1, 2),
        scale: scale(&[0, 1, 2, 3]),
        principles: (0..principles).map(|i| Principle { id: format!("p{i}"), weight: ratio(1, 1) }).collect(),
        levels: (0..levels)
            .map(|i| Level { id: format!("l{i}"), weight: ratio(1, 1), threshold: ratio(3, 4) })
            .collect(),
        perspectives: ["hr", "staff", "users"]
            .map(|id| Perspective { id: id.to_owned(), lived_experience: false, office: false })
            .to_vec(),
        facets: Vec::<Facet>::new(),
        questions,
        ..BASE.clone()
    }
}

fn scale(points: &[u64]) -> Vec<Choice> {
    points.iter().enumerate().map(|(index, &points)| Choice { id: format!("o{index}"), points }).collect()
}

/// A joint sheet, or one of a perspective.
fn sheet<'a>(perspective: Option<&str>, answers: impl IntoIterator<Item = (&'a str, Given)>) -> Sheet {
    let answer = |given| Answer { given: Some(given), ..Answer::default() };
    Sheet {
        origin: "test".to_owned(),
        rubric: RubricRef { id: "test".to_owned(), version: BASE.version },
        organisation: Organisation { name: "Example Ltd".to_owned(), ..Organisation::default() },
        date: "2026-03-14".to_owned(),
        language: None,
        perspective: perspective.map(str::to_owned),
        respondent: None,
        people: None,
        process: Process::default(),
        answers: answers.into_iter().map(|(id, given)| (id.to_owned(), answer(given))).collect(),
    }
}

fn some(top: u64, bottom: u64) -> Option<Ratio> {
    Some(ratio(top, bottom))
}
