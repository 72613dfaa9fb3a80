//! The worked example of the scoring rules, with every figure.

use super::{essential, question, rubric, sheet, some, weighing};
use coprod::model::Given::{Choice, DontKnow, NotApplicable};
use coprod::model::{Rubric, Sheet, ratio};
use coprod::scoring::{Assessment, Bounds, Counts, Passes, Status, Voice, assess};

fn example() -> (Rubric, Sheet) {
    let questions = vec![
        essential(question("a", 0, 0)),
        question("b", 0, 0),
        weighing(2, question("c", 0, 0)),
        essential(question("d", 0, 1)),
        question("e", 0, 1),
        question("f", 0, 1),
        question("g", 0, 1),
        question("h", 0, 2),
        question("i", 0, 2),
    ];
    let answers = [
        ("a", Choice(3)),
        ("b", Choice(2)),
        ("c", Choice(2)),
        ("d", Choice(2)),
        ("e", DontKnow),
        ("f", Choice(3)),
        ("g", NotApplicable),
        ("h", Choice(1)),
    ];
    (rubric(1, 3, questions), sheet(None, answers))
}

fn assessed() -> Assessment {
    let (rubric, sheet) = example();
    assess(&rubric, &[sheet], Voice::Equal)
}

#[test]
fn the_cells_have_the_scores_of_the_worked_example() {
    let cells = &assessed().principles[0].cells;
    let scores: Vec<&Bounds> = cells.iter().map(|cell| &cell.score).collect();
    assert_eq!(*scores[0], Bounds { low: some(3, 4), point: some(3, 4), high: some(3, 4) });
    assert_eq!(*scores[1], Bounds { low: some(5, 9), point: some(5, 6), high: some(8, 9) });
    assert_eq!(*scores[2], Bounds { low: some(1, 6), point: some(1, 3), high: some(2, 3) });
}

#[test]
fn an_exact_tie_passes_and_an_unknown_answer_leaves_it_open() {
    let passes: Vec<Passes> = assessed().principles[0].cells.iter().map(|cell| cell.passes).collect();
    assert_eq!(passes[0], Passes { low: true, point: true, high: true });
    assert_eq!(passes[1], Passes { low: false, point: true, high: true });
    assert_eq!(passes[2], Passes { low: false, point: false, high: false });
}

#[test]
fn the_counts_tell_unknown_from_not_applicable() {
    let counts: Vec<Counts> = assessed().principles[0].cells.iter().map(|cell| cell.counts).collect();
    let of = |questions, applicable, answered, dont_know, unanswered| Counts {
        questions,
        applicable,
        answered,
        dont_know,
        unanswered,
    };
    assert_eq!(counts, [of(3, 3, 3, 0, 0), of(4, 3, 2, 1, 0), of(2, 2, 1, 0, 1)]);
}

#[test]
fn only_the_failing_cell_has_blockers_and_the_unknown_one_comes_first() {
    let blockers: Vec<Vec<usize>> = assessed().principles[0].cells.iter().map(|cell| cell.blockers.clone()).collect();
    assert_eq!(blockers, [vec![], vec![], vec![8, 7]]);
}

#[test]
fn the_principle_has_the_score_and_coverage_of_the_worked_example() {
    let principle = &assessed().principles[0];
    assert_eq!(principle.score, Bounds { low: some(53, 108), point: some(23, 36), high: some(83, 108) });
    assert_eq!(principle.coverage, some(7, 9));
}

#[test]
fn the_level_lies_between_1_and_2_and_too_little_is_known_to_say_which() {
    let level = &assessed().principles[0].level;
    assert_eq!((level.low, level.point, level.high), (Some(1), Some(2), Some(2)));
    assert_eq!(level.possible, [1, 2]);
    assert_eq!(level.status, Some(Status::Insufficient));
    assert_eq!(level.published(), None);
}

#[test]
fn the_only_principle_is_the_overall_result() {
    let assessed = assessed();
    assert_eq!(assessed.overall.score, assessed.principles[0].score);
    assert_eq!(assessed.overall.coverage, assessed.principles[0].coverage);
    assert_eq!(assessed.overall.level, assessed.principles[0].level);
}

#[test]
fn four_fifths_known_are_enough_to_name_the_level() {
    // One more known question at the third level: 8 of 10 by weight.
    let (mut rubric, mut sheet) = example();
    rubric.questions.push(question("j", 0, 2));
    sheet.answers.insert("j".to_owned(), sheet.answers["h"].clone());
    let level = &assess(&rubric, &[sheet], Voice::Equal).principles[0].level;
    assert_eq!(level.status, Some(Status::Provisional));
    assert_eq!((level.published(), level.possible.as_slice()), (Some(2), &[1, 2][..]));
}

#[test]
fn a_tie_holds_for_weights_that_binary_fractions_cannot_hold() {
    // 0.1 · 1 + 0.2 · 1 + 0.1 · 0 against 3/4 of 0.4: equal, but not in floating point.
    let mut questions = vec![question("a", 0, 0), question("b", 0, 0), question("c", 0, 0)];
    for (question, tenths) in questions.iter_mut().zip([1, 2, 1]) {
        question.weight = ratio(tenths, 10);
    }
    let sheet = sheet(None, [("a", Choice(3)), ("b", Choice(3)), ("c", Choice(0))]);
    let assessed = assess(&rubric(1, 1, questions), &[sheet], Voice::Equal);
    assert_eq!(assessed.principles[0].score.point, some(3, 4));
    assert_eq!(assessed.overall.level.point, Some(1));
}

#[test]
fn possible_levels_may_have_a_hole() {
    // Level 1 is open, level 2 is reached whatever is unknown, level 3 fails: either nothing or level 2.
    let questions = vec![question("a", 0, 0), question("b", 0, 1), question("c", 0, 2)];
    let sheet = sheet(None, [("a", DontKnow), ("b", Choice(3)), ("c", Choice(0))]);
    let level = &assess(&rubric(1, 3, questions), &[sheet], Voice::Equal).overall.level;
    assert_eq!(level.possible, [0, 2]);
    assert_eq!((level.low, level.high), (Some(0), Some(2)));
}

#[test]
fn what_is_not_applicable_can_never_raise_a_level() {
    let questions = vec![question("a", 0, 0), question("b", 0, 1), question("c", 0, 2)];
    let sheet = sheet(None, [("a", Choice(3)), ("b", NotApplicable), ("c", NotApplicable)]);
    let assessed = assess(&rubric(1, 3, questions), &[sheet], Voice::Equal);
    assert_eq!(assessed.overall.level.point, Some(1));
    assert_eq!(assessed.overall.level.status, Some(Status::Certain));
    assert!(assessed.principles[0].cells[1].passes.low && assessed.principles[0].cells[1].is_empty());
}

#[test]
fn the_weakest_principle_decides_and_a_level_of_another_may_name_it() {
    // The first principle has no questions at level 2, the second none at levels 1 and 3.
    let questions = vec![question("a", 0, 0), question("b", 0, 2), question("c", 1, 1)];
    let sheet = sheet(None, [("a", Choice(3)), ("b", Choice(0)), ("c", Choice(3))]);
    let assessed = assess(&rubric(2, 3, questions), &[sheet], Voice::Equal);
    assert_eq!(assessed.principles[0].level.point, Some(1));
    assert_eq!(assessed.principles[1].level.point, Some(2));
    assert_eq!(assessed.overall.level.point, Some(2));
}

#[test]
fn an_essential_question_below_its_minimum_fails_its_cell() {
    let questions = (0..5).map(|i| question(&format!("q{i}"), 0, 0)).collect::<Vec<_>>();
    let answers = || (0..5).map(|i| (["q0", "q1", "q2", "q3", "q4"][i], if i == 0 { Choice(1) } else { Choice(3) }));
    let point = |questions: Vec<_>| {
        let assessed = assess(&rubric(1, 1, questions), &[sheet(None, answers())], Voice::Equal);
        (assessed.principles[0].score.point.clone(), assessed.overall.level.point)
    };
    assert_eq!(point(questions.clone()), (some(13, 15), Some(1)));
    let mut with_essential = questions;
    with_essential[0].essential = true;
    assert_eq!(point(with_essential), (some(13, 15), Some(0)));
}
