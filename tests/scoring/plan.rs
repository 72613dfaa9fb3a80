//! Plans: the worked example, every tie by hand, and what trying everything finds.

mod budget;
mod least;

use super::cases::{Case, cases};
use super::{essential, question, rubric, sheet, some, weighing};
use coprod::model::Given::{Choice, DontKnow, NotApplicable};
use coprod::model::{Question, Ratio, Rubric, Sheet, ratio};
use coprod::scoring::plan::{Direction, Goal, Limits, Obstacle, Plan, Step, WhatIf, plan};
use coprod::scoring::{Assessment, Voice, assess};
use num_traits::Zero;
use proptest::prelude::*;

fn costing<const N: usize>(efforts: [u64; N], question: Question) -> Question {
    Question { effort: efforts.map(|effort| ratio(effort, 1)).to_vec(), ..question }
}

fn planned(rubric: &Rubric, sheets: &[Sheet], goal: Goal, limits: Limits) -> Plan {
    plan(rubric, &assess(rubric, sheets, Voice::Equal), goal, limits)
}

/// (question, from, to) of each step.
fn ways(plan: &Plan) -> Vec<(usize, usize, usize)> {
    plan.steps.iter().map(|step| (step.question, step.from, step.to)).collect()
}

fn excluding(questions: &[usize]) -> Limits {
    Limits { exclude: questions.to_vec(), ..Limits::default() }
}

/// The worked example of the scoring rules.
fn example() -> (Rubric, Sheet) {
    let questions = vec![
        essential(question("a", 0, 0)),
        question("b", 0, 0),
        weighing(2, question("c", 0, 0)),
        essential(costing([3, 3, 3], question("d", 0, 1))),
        costing([1, 2, 4], question("e", 0, 1)),
        question("f", 0, 1),
        question("g", 0, 1),
        costing([1, 1, 1], question("h", 0, 2)),
        costing([1, 1, 1], question("i", 0, 2)),
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

#[test]
fn the_plan_of_the_worked_example_is_two_steps_of_the_unknown_question() {
    let (rubric, sheet) = example();
    for goal in [Goal::Level(1), Goal::Next] {
        let plan = planned(&rubric, std::slice::from_ref(&sheet), goal, Limits::default());
        assert_eq!(ways(&plan), [(4, 0, 2)]);
        assert_eq!(plan.effort, some(3, 1));
        assert_eq!(plan.ask_first, [4]);
        assert!(plan.is_feasible() && plan.is_exact());
        // By base values the unknown answer counts as the lowest: the level now is 1, not 2.
        assert_eq!((plan.start.rank, plan.reached.rank), (Some(1), Some(2)));
        let Step { principle, level, essential, unknown, completes, .. } = &plan.steps[0];
        assert_eq!((*principle, *level, *essential, *unknown, *completes), (0, 1, false, true, Some(2)));
        // (3/4 + 5/9 + 1/6) / 3 before, (3/4 + 7/9 + 1/6) / 3 after.
        assert_eq!((plan.start.score.clone(), plan.reached.score.clone()), (some(53, 108), some(61, 108)));
    }
}

#[test]
fn the_example_without_the_cheap_question_takes_the_dear_one_or_says_why_not() {
    let (rubric, sheet) = example();
    let sheets = std::slice::from_ref(&sheet);
    // d alone does not suffice.
    let plan = planned(&rubric, sheets, Goal::Next, excluding(&[4]));
    assert_eq!((plan.effort.clone(), ways(&plan)), (None, vec![]));
    let short = Obstacle::Short { principle: 0, level: 1, best: ratio(2, 3), threshold: ratio(3, 4) };
    assert_eq!(plan.obstacles, [short]);
    assert_eq!(plan.reached, plan.start);
    // Known, the excluded question would do.
    assert_eq!(plan.ask_first, [4]);
    // One step each: d 3 + e 1 = 4.
    let limits = Limits { most_steps: Some(1), ..Limits::default() };
    let plan = planned(&rubric, sheets, Goal::Next, limits);
    assert_eq!((ways(&plan), plan.effort.clone()), (vec![(4, 0, 1), (3, 2, 3)], some(4, 1)));
}

#[test]
fn a_plan_to_the_highest_level_takes_every_cell_below_it_and_lower_levels_first() {
    let (rubric, sheet) = example();
    let plan = planned(&rubric, &[sheet], Goal::Level(2), Limits::default());
    // Level 3 needs 3/2 and has 1/3: four steps of one third, more of them on the earlier question where equal.
    assert_eq!(ways(&plan), [(4, 0, 2), (8, 0, 2), (7, 1, 3)]);
    assert_eq!((plan.effort, plan.reached.rank), (some(7, 1), Some(3)));
    assert_eq!(plan.steps[1].completes, None);
    assert_eq!(plan.steps[2].completes, Some(3));
}

#[test]
fn an_essential_question_below_its_minimum_must_rise_and_may_be_an_obstacle() {
    // Without the essential question the cell would pass: (1/3 + 1 + 1 + 1) / 4 = 5/6.
    let mut questions: Vec<Question> = ["a", "b", "c", "d"].map(|id| costing([1, 1, 1], question(id, 0, 0))).to_vec();
    questions[0].essential = true;
    let rubric = rubric(1, 1, questions);
    let sheet = sheet(None, [("a", Choice(1)), ("b", Choice(3)), ("c", Choice(3)), ("d", Choice(3))]);
    let plan = planned(&rubric, std::slice::from_ref(&sheet), Goal::Next, Limits::default());
    assert_eq!(ways(&plan), [(0, 1, 2)]);
    assert!(plan.steps[0].essential);
    let plan = planned(&rubric, &[sheet], Goal::Next, excluding(&[0]));
    assert_eq!(plan.obstacles, [Obstacle::Essential { principle: 0, level: 0, question: 0 }]);
    assert_eq!((plan.effort, plan.steps.len()), (None, 0));
}

#[test]
fn ties_go_to_fewer_questions_then_to_the_higher_value_then_to_the_earlier_question() {
    let cell = |efforts: [[u64; 3]; 3], weights: [u64; 3], answers: [usize; 3]| {
        let ids = ["a", "b", "c"];
        let questions = (0..3).map(|i| weighing(weights[i], costing(efforts[i], question(ids[i], 0, 0))));
        let rubric = rubric(1, 1, questions.collect());
        let sheet = sheet(None, (0..3).map(|i| (ids[i], Choice(answers[i]))));
        let plan = planned(&rubric, &[sheet], Goal::Next, Limits::default());
        let mut ways = ways(&plan);
        ways.sort_unstable();
        (ways, plan.effort.unwrap_or_default())
    };
    let ones = [1, 1, 1];
    // Two steps are needed; one question with two beats two with one, and the earlier one is taken.
    assert_eq!(cell([ones; 3], ones_of(1), [1, 1, 3]), (vec![(0, 1, 3)], ratio(2, 1)));
    // One step of any question suffices; the heaviest gains most.
    assert_eq!(cell([ones; 3], [1, 2, 1], [2, 2, 2]), (vec![(1, 2, 3)], ratio(1, 1)));
    // Effort goes before everything else: two questions for 2 beat one for 3.
    assert_eq!(cell([[1, 1, 2], [1, 1, 2], ones], ones_of(1), [1, 1, 3]), (vec![(0, 1, 2), (1, 1, 2)], ratio(2, 1)));
    // Greedy by gain per effort would take the first question's cheap step, need the second one all the same, and pay 4.
    let efforts = [[9, 1, 9], [9, 9, 3], [9, 9, 9]];
    assert_eq!(cell(efforts, [1, 2, 1], [1, 2, 2]), (vec![(1, 2, 3)], ratio(3, 1)));
}

fn ones_of(weight: u64) -> [u64; 3] {
    [weight; 3]
}

#[test]
fn staying_keeps_a_value_between_two_options_and_rising_begins_at_the_lower_one() {
    let questions = vec![costing([1, 1, 1], question("a", 0, 0)), costing([1, 1, 1], question("b", 0, 0))];
    let rubric = rubric(1, 1, questions);
    // a: (2/3 + 1) / 2 = 5/6; b: (1/3 + 2/3) / 2 = 1/2; together 2/3.
    let sheets = [
        sheet(Some("hr"), [("a", Choice(2)), ("b", Choice(1))]),
        sheet(Some("users"), [("a", Choice(3)), ("b", Choice(2))]),
    ];
    let plan = planned(&rubric, &sheets, Goal::Next, Limits::default());
    // b to 2/3 gives (5/6 + 2/3) / 2 = 3/4; a to 1 gives (1 + 1/2) / 2 = 3/4: the earlier one.
    assert_eq!(ways(&plan), [(0, 2, 3)]);
    let found: Vec<_> = plan.what_if.iter().map(|w| (w.question, w.to)).collect();
    assert_eq!(found, [(0, 3), (1, 2)]);
}

#[test]
fn a_target_that_is_reached_or_empty_or_of_nothing_needs_no_step() {
    let questions = vec![question("a", 0, 0), question("b", 0, 1)];
    let rubric = rubric(1, 3, questions);
    let done = sheet(None, [("a", Choice(3)), ("b", Choice(3))]);
    let plan = planned(&rubric, std::slice::from_ref(&done), Goal::Level(0), Limits::default());
    assert_eq!((plan.effort.clone(), plan.steps.len(), plan.is_feasible()), (Some(Ratio::zero()), 0, true));
    // The third level has no questions: nobody can be there.
    let plan = planned(&rubric, std::slice::from_ref(&done), Goal::Level(2), Limits::default());
    assert_eq!((plan.effort, plan.obstacles), (None, vec![Obstacle::LevelEmpty { level: 2 }]));
    let plan = planned(&rubric, &[done], Goal::Next, Limits::default());
    assert_eq!((plan.effort, plan.steps.len()), (Some(Ratio::zero()), 0));
    let nothing = sheet(None, [("a", NotApplicable), ("b", NotApplicable)]);
    for goal in [Goal::Level(0), Goal::Next, Goal::Budget(ratio(5, 1))] {
        let plan = planned(&rubric, std::slice::from_ref(&nothing), goal, Limits::default());
        assert_eq!((plan.effort, plan.obstacles), (None, vec![Obstacle::NothingApplies]));
        assert_eq!((plan.start.rank, plan.start.score), (None, None));
    }
}

#[test]
fn the_next_level_skips_one_without_questions() {
    let rubric = rubric(1, 3, vec![question("a", 0, 0), costing([1, 1, 1], question("c", 0, 2))]);
    let sheet = sheet(None, [("a", Choice(3)), ("c", Choice(1))]);
    let plan = planned(&rubric, &[sheet], Goal::Next, Limits::default());
    assert_eq!(ways(&plan), [(1, 1, 3)]);
    assert_eq!((plan.principles[0].from, plan.principles[0].target, plan.principles[0].reached), (1, 3, 3));
}

#[test]
fn what_if_names_the_nearest_options_that_change_a_level() {
    let (rubric, sheet) = example();
    let plan = planned(&rubric, &[sheet], Goal::Next, Limits::default());
    let all: Vec<_> = plan.what_if.iter().map(|w| (w.question, w.direction, w.to, w.level_from, w.level_to)).collect();
    use Direction::{Down, Up};
    // Level 1 is an exact tie: any lower answer loses it. Level 2 needs 7/12 more: e at 2/3 gives it, d cannot.
    assert_eq!(all, [(0, Down, 2, 1, 0), (1, Down, 1, 1, 0), (2, Down, 1, 1, 0), (4, Up, 2, 1, 2)]);
    assert!(plan.what_if.iter().all(|WhatIf { principle, .. }| *principle == 0));
}

#[test]
fn only_the_named_principles_are_planned_for() {
    let questions = vec![question("a", 0, 0), question("b", 1, 0)];
    let rubric = rubric(2, 1, questions);
    let sheet = sheet(None, [("a", Choice(0)), ("b", Choice(0))]);
    let limits = Limits { principles: Some(vec![1]), ..Limits::default() };
    let plan = planned(&rubric, &[sheet], Goal::Next, limits);
    assert_eq!(ways(&plan), [(1, 0, 3)]);
    assert_eq!(plan.principles.len(), 1);
    assert_eq!((plan.principles[0].reached, plan.reached.rank), (1, Some(0)));
}

/// A case with efforts, limits and few enough questions to try everything.
fn plan_cases() -> impl Strategy<Value = (Case, Limits)> {
    let efforts = prop::collection::vec(prop::collection::vec((1..=3u64, 1..=2u64), 3), 7);
    let exclude = prop::collection::vec(0..12usize, 0..3);
    (cases(), efforts, exclude, prop::option::weighted(0.3, 1..=2usize)).prop_map(
        |(mut case, efforts, exclude, most_steps)| {
            case.rubric.questions.truncate(6);
            let steps = case.rubric.scale.len() - 1;
            for (question, efforts) in case.rubric.questions.iter_mut().zip(efforts) {
                question.effort = efforts.into_iter().take(steps).map(|(top, bottom)| ratio(top, bottom)).collect();
            }
            let ids: Vec<&str> = case.rubric.questions.iter().map(|question| question.id.as_str()).collect();
            for sheet in &mut case.sheets {
                sheet.answers.retain(|id, _| ids.contains(&id.as_str()));
            }
            (case, Limits { exclude, most_steps, principles: None })
        },
    )
}

/// A question that is tried: its place, what it weighs and costs, and its possible options with their values.
struct Tried {
    question: usize,
    principle: usize,
    level: usize,
    weight: Ratio,
    essential: bool,
    start: usize,
    /// Staying first; option, value, effort.
    options: Vec<(usize, Ratio, Ratio)>,
}

/// All applicable questions by base values, written anew from the scoring rules.
fn tried(rubric: &Rubric, assessment: &Assessment, limits: &Limits) -> Vec<Tried> {
    let value = |option: usize| ratio(rubric.scale[option].points, rubric.highest_points());
    let scores = rubric.questions.iter().zip(&assessment.questions).enumerate();
    let applicable = scores.filter(|(_, (_, score))| score.score.low.is_some());
    applicable
        .map(|(index, (question, score))| {
            let base = score.score.point.clone().unwrap_or_else(|| value(0));
            let start = (0..rubric.scale.len()).rev().find(|&option| value(option) <= base).unwrap();
            let mut options = vec![(start, base, Ratio::zero())];
            for option in start + 1..rubric.scale.len() {
                let within = limits.most_steps.is_none_or(|most| option - start <= most);
                if within && !limits.exclude.contains(&index) {
                    options.push((option, value(option), question.effort[start..option].iter().sum()));
                }
            }
            Tried {
                question: index,
                principle: question.principle,
                level: question.level,
                weight: question.weight.clone(),
                essential: question.essential,
                start,
                options,
            }
        })
        .collect()
}

/// Every combination of the options' indices.
fn combinations(tried: &[&Tried]) -> Vec<Vec<usize>> {
    tried.iter().fold(vec![Vec::new()], |found, one| {
        let more = found.iter().flat_map(|chosen| {
            (0..one.options.len()).map(move |index| chosen.iter().copied().chain([index]).collect::<Vec<_>>())
        });
        more.collect()
    })
}

fn passes(rubric: &Rubric, level: usize, chosen: &[(&Tried, &Ratio)]) -> bool {
    let weights: Ratio = chosen.iter().map(|(tried, _)| &tried.weight).sum();
    let sum: Ratio = chosen.iter().map(|(tried, value)| &tried.weight * *value).sum();
    chosen.iter().all(|(tried, value)| !tried.essential || **value >= rubric.essential_minimum)
        && sum >= &rubric.levels[level].threshold * weights
}
