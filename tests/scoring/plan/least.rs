//! The least effort against trying everything, cell by cell, with all ties.

use super::*;

type Way = (usize, usize, usize);

/// The best way through a cell, by the order of the rules: effort, questions changed, −value, more steps earlier.
fn best(rubric: &Rubric, cell: &[&Tried], level: usize) -> Option<Vec<Way>> {
    let feasible = combinations(cell).into_iter().filter(|chosen| {
        let values: Vec<(&Tried, &Ratio)> = cell.iter().zip(chosen).map(|(t, &i)| (*t, &t.options[i].1)).collect();
        passes(rubric, level, &values)
    });
    let chosen = feasible.min_by_key(|chosen| {
        let each = || cell.iter().zip(chosen);
        let effort: Ratio = each().map(|(tried, &index)| &tried.options[index].2).sum();
        let changed = chosen.iter().filter(|&&index| index > 0).count();
        let value: Ratio = each().map(|(tried, &index)| &tried.weight * &tried.options[index].1).sum();
        (effort, changed, -value, chosen.iter().map(|&index| -(index as i64)).collect::<Vec<_>>())
    })?;
    let changes = cell.iter().zip(chosen).filter(|(_, index)| *index > 0);
    Some(changes.map(|(tried, index)| (tried.question, tried.start, tried.options[index].0)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_plan_is_the_best_that_trying_everything_finds((case, limits) in plan_cases(), level in 0..4usize) {
        let rubric = &case.rubric;
        let assessment = assess(rubric, &case.sheets, Voice::Equal);
        let tried = tried(rubric, &assessment, &limits);
        let goal = if level < rubric.levels.len() { Goal::Level(level) } else { Goal::Next };
        let found = plan(rubric, &assessment, goal.clone(), limits.clone());

        let cell = |principle, level| -> Vec<&Tried> {
            tried.iter().filter(|t| (t.principle, t.level) == (principle, level)).collect()
        };
        let stays = |principle: usize, level: usize| {
            let values: Vec<(&Tried, &Ratio)> = cell(principle, level).into_iter().map(|t| (t, &t.options[0].1)).collect();
            passes(rubric, level, &values)
        };
        let mut expected: Option<Vec<Way>> = Some(Vec::new());
        let applicable = (0..rubric.principles.len()).filter(|p| tried.iter().any(|t| t.principle == *p));
        for principle in applicable {
            let run = (0..rubric.levels.len()).take_while(|&level| stays(principle, level)).count();
            let last = if let Goal::Level(level) = goal { level + 1 } else { (run + 1).min(rubric.levels.len()) };
            for level in 0..last {
                match best(rubric, &cell(principle, level), level) {
                    Some(more) => expected.iter_mut().for_each(|ways| ways.extend(&more)),
                    None => expected = None,
                }
            }
        }
        if let Goal::Level(level) = goal && !tried.iter().any(|t| t.level == level) {
            expected = None;
        }
        if tried.is_empty() {
            expected = None;
        }
        prop_assert_eq!(found.is_feasible(), expected.is_some(), "{:?}", &found.obstacles);
        prop_assert!(found.is_exact());
        let mut expected = expected.unwrap_or_default();
        let mut ways = ways(&found);
        expected.sort_unstable();
        ways.sort_unstable();
        prop_assert_eq!(ways, expected);
        let effort: Ratio = found.steps.iter().map(|step| &step.effort).sum();
        prop_assert_eq!(&found.effort, &found.is_feasible().then_some(effort));
    }

    #[test]
    fn a_plan_that_is_carried_out_reaches_what_it_says((case, limits) in plan_cases(), level in 0..4usize) {
        // One sheet, so that the answers can be changed and scored again: the lowest completion is the base.
        let mut case = case;
        case.sheets.truncate(1);
        let assessment = assess(&case.rubric, &case.sheets, Voice::Equal);
        let goal = if level < case.rubric.levels.len() { Goal::Level(level) } else { Goal::Next };
        let found = plan(&case.rubric, &assessment, goal.clone(), limits);
        prop_assert_eq!(found.start.rank, assessment.overall.level.low);
        prop_assert_eq!(&found.start.score, &assessment.overall.score.low);
        let mut after = case;
        for (number, step) in found.steps.iter().enumerate() {
            after = after.answered((0, step.question), Choice(step.to));
            let scored = assess(&after.rubric, &after.sheets, Voice::Equal);
            prop_assert_eq!(step.after.rank, scored.overall.level.low, "step {}", number);
            prop_assert_eq!(&step.after.score, &scored.overall.score.low);
            let reached = scored.principles[step.principle].level.low;
            prop_assert!(step.completes.is_none_or(|rank| Some(rank) == reached));
        }
        let scored = assess(&after.rubric, &after.sheets, Voice::Equal);
        prop_assert_eq!(found.reached.rank, scored.overall.level.low);
        for part in &found.principles {
            prop_assert_eq!(Some(part.reached), scored.principles[part.principle].level.low);
            prop_assert!(!found.is_feasible() || part.reached >= part.target);
        }
    }

    #[test]
    fn every_what_if_holds_and_none_is_left_out((case, limits) in plan_cases()) {
        let mut case = case;
        case.sheets.truncate(1);
        let low = |case: &Case| -> Vec<Option<usize>> {
            assess(&case.rubric, &case.sheets, Voice::Equal).principles.iter().map(|p| p.level.low).collect()
        };
        let assessment = assess(&case.rubric, &case.sheets, Voice::Equal);
        let found = plan(&case.rubric, &assessment, Goal::Next, limits);
        let now = low(&case);
        let mut expected = Vec::new();
        for tried in tried(&case.rubric, &assessment, &Limits::default()) {
            let level = |option: usize| low(&case.answered((0, tried.question), Choice(option)))[tried.principle];
            let before = now[tried.principle];
            let up = (tried.start + 1..case.rubric.scale.len()).find(|&option| level(option) > before);
            let down = (0..tried.start).rev().find(|&option| level(option) < before);
            for (direction, to) in [(Direction::Up, up), (Direction::Down, down)] {
                if let Some(to) = to {
                    expected.push(WhatIf {
                        question: tried.question,
                        direction,
                        to,
                        principle: tried.principle,
                        level_from: before.unwrap(),
                        level_to: level(to).unwrap(),
                    });
                }
            }
        }
        prop_assert_eq!(found.what_if, expected);
    }

    #[test]
    fn asking_first_names_the_unknown_answers_that_save_effort((case, limits) in plan_cases()) {
        let mut case = case;
        case.sheets.truncate(1);
        let found = planned(&case.rubric, &case.sheets, Goal::Next, limits.clone());
        let assessment = assess(&case.rubric, &case.sheets, Voice::Equal);
        let top = case.rubric.scale.len() - 1;
        for (index, score) in assessment.questions.iter().enumerate() {
            let unknown = score.applies() && score.score.point.is_none();
            let principle = case.rubric.questions[index].principle;
            let level = case.rubric.questions[index].level;
            let run = found.principles.iter().find(|p| p.principle == principle).map_or(0, |p| p.target);
            if !unknown || level >= run {
                prop_assert!(!found.ask_first.contains(&index));
                continue;
            }
            // The same target, now with the answer known.
            let better = case.answered((0, index), Choice(top));
            let effort = |case: &Case| {
                let goal = Goal::Level(run - 1);
                let limits = Limits { principles: Some(vec![principle]), ..limits.clone() };
                planned(&case.rubric, &case.sheets, goal, limits).effort
            };
            let (before, after) = (effort(&case), effort(&better));
            let saves = match (&before, &after) {
                (Some(before), Some(after)) => after < before,
                (None, Some(_)) => true,
                (_, None) => false,
            };
            prop_assert_eq!(found.ask_first.contains(&index), saves, "{} {:?} {:?}", index, before, after);
        }
    }
}
