//! Small random rubrics with sheets that answer them.

use super::{question, rubric, scale, sheet};
use coprod::model::{Choice, Facet, Given, Question, Rubric, Sheet, ratio};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// A rubric and the sheets of one organisation.
#[derive(Debug, Clone)]
pub struct Case {
    pub rubric: Rubric,
    pub sheets: Vec<Sheet>,
}

/// More questions than this say nothing new.
const MOST_QUESTIONS: usize = 7;
const PERSPECTIVES: [Option<&str>; 4] = [None, Some("hr"), Some("staff"), Some("users")];

/// What a question is like; indices are taken modulo what there is.
type Shape = (usize, usize, u64, bool, bool, Option<usize>, [Vec<usize>; 2]);

fn shape() -> impl Strategy<Value = Shape> {
    let facets = [vec(0..4usize, 0..3), vec(0..4usize, 0..3)];
    (0..3usize, 0..3usize, 1..=4u64, any::<bool>(), prop::bool::weighted(0.7), option::weighted(0.2, 0..3usize), facets)
}

/// What is answered: an option (modulo the scale), "not applicable", "don't know", or nothing.
fn given() -> impl Strategy<Value = Option<Given>> {
    prop_oneof![
        6 => (0..4usize).prop_map(|index| Some(Given::Choice(index))),
        3 => Just(Some(Given::Choice(3))),
        1 => Just(Some(Given::NotApplicable)),
        1 => Just(Some(Given::DontKnow)),
        1 => Just(None),
    ]
}

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    prop_oneof![
        3 => Just(scale(&[0, 1, 2, 3])),
        1 => Just(scale(&[0, 1])),
        1 => Just(scale(&[0, 1, 5])),
        1 => Just(scale(&[1, 2, 3, 4])),
    ]
}

/// Any rubric and any one to four sheets.
pub fn cases() -> impl Strategy<Value = Case> {
    let size = (1..=3usize, 1..=3usize);
    let thresholds = vec((1..=6u64, 6..=8u64), 3);
    let sheets = vec((0..4usize, vec(given(), MOST_QUESTIONS)), 1..=4);
    (choices(), size, thresholds, vec(shape(), 1..=MOST_QUESTIONS), sheets).prop_map(
        |(scale, (principles, levels), thresholds, shapes, sheets)| {
            let questions =
                shapes.into_iter().enumerate().map(|(index, shape)| shaped(index, shape, principles, levels));
            let mut rubric = Rubric { scale, facets: facets(), ..rubric(principles, levels, questions.collect()) };
            for (level, (top, bottom)) in rubric.levels.iter_mut().zip(thresholds) {
                level.threshold = ratio(top, bottom);
                level.weight = ratio(bottom, 2);
            }
            let options = rubric.scale.len();
            let sheets =
                sheets.into_iter().map(|(perspective, answers)| filled(&rubric, perspective, answers, options));
            let sheets = sheets.collect();
            Case { rubric, sheets }
        },
    )
}

fn facets() -> Vec<Facet> {
    let facet = |id: &str, values: [&str; 4]| Facet { id: id.to_owned(), values: values.map(str::to_owned).to_vec() };
    vec![
        facet("phase", ["planning", "design", "delivery", "evaluation"]),
        facet("aspect", ["involvement", "power", "reciprocity", "routine"]),
    ]
}

fn shaped(index: usize, shape: Shape, principles: usize, levels: usize) -> Question {
    let (principle, level, weight, essential, na_allowed, perspective, mut facets) = shape;
    for values in &mut facets {
        values.sort_unstable();
        values.dedup();
    }
    Question {
        weight: ratio(weight, 3),
        essential: essential && index.is_multiple_of(2),
        na_allowed,
        perspectives: perspective.map(|index| vec![index]),
        facets: facets.to_vec(),
        ..question(&format!("q{index}"), principle % principles, level % levels)
    }
}

fn filled(rubric: &Rubric, perspective: usize, answers: Vec<Option<Given>>, options: usize) -> Sheet {
    let fit = |given: Given| match given {
        Given::Choice(index) => Given::Choice(index.min(options - 1)),
        other => other,
    };
    let pairs = rubric.questions.iter().zip(answers);
    sheet(PERSPECTIVES[perspective], pairs.filter_map(|(question, given)| Some((question.id.as_str(), fit(given?)))))
}

impl Case {
    /// Where an answer is not known: (sheet, question), asked ones only.
    pub fn unknown(&self) -> Vec<(usize, usize)> {
        let asked =
            |sheet: &Sheet, index| self.rubric.asks(index, sheet.voice(), sheet.organisation.setting.as_deref());
        let open = |sheet: &Sheet, question: &Question| match sheet.given(&question.id) {
            None | Some(Given::DontKnow) => true,
            Some(Given::NotApplicable) => !question.na_allowed,
            Some(Given::Choice(_)) => false,
        };
        let sheets = self.sheets.iter().enumerate();
        sheets
            .flat_map(|(number, sheet)| {
                let questions = self.rubric.questions.iter().enumerate();
                let open = questions.filter(move |(index, question)| asked(sheet, *index) && open(sheet, question));
                open.map(move |(index, _)| (number, index))
            })
            .collect()
    }

    /// The same with one answer given.
    pub fn answered(&self, (sheet, question): (usize, usize), given: Given) -> Self {
        let mut case = self.clone();
        let id = self.rubric.questions[question].id.clone();
        case.sheets[sheet].answers.entry(id).or_default().given = Some(given);
        case
    }

    /// The same with no more than so many unknown answers: the others are answered with the option in the middle.
    pub fn with_few_unknown(&self, most: usize) -> Self {
        let middle = Given::Choice(self.rubric.scale.len() / 2);
        self.unknown().into_iter().skip(most).fold(self.clone(), |case, place| case.answered(place, middle))
    }

    /// Every way to answer what is unknown, the all-lowest first and the all-highest last.
    pub fn completions(&self) -> Vec<Self> {
        let options = self.rubric.scale.len();
        self.unknown().into_iter().fold(vec![self.clone()], |cases, place| {
            let each = |case: &Self| {
                (0..options).map(|option| case.answered(place, Given::Choice(option))).collect::<Vec<_>>()
            };
            cases.iter().flat_map(each).collect()
        })
    }
}
