//! The best that a budget buys against trying everything.

use super::*;

#[test]
fn a_budget_buys_the_highest_level_before_the_highest_score() {
    // Level 1 costs 3 for one third of a point; the question of level 2 would gain more for less.
    let questions = vec![costing([9, 9, 3], question("a", 0, 0)), costing([1, 1, 1], question("b", 0, 1))];
    let rubric = rubric(1, 2, questions);
    let sheet = sheet(None, [("a", Choice(2)), ("b", Choice(0))]);
    let buy =
        |budget: u64| planned(&rubric, std::slice::from_ref(&sheet), Goal::Budget(ratio(budget, 1)), Limits::default());
    assert_eq!(ways(&buy(0)), []);
    assert_eq!(ways(&buy(2)), [(1, 0, 2)]);
    assert_eq!(ways(&buy(3)), [(0, 2, 3)]);
    assert_eq!(ways(&buy(4)), [(0, 2, 3), (1, 0, 1)]);
    assert_eq!(ways(&buy(6)), [(0, 2, 3), (1, 0, 3)]);
    assert_eq!((buy(2).reached.rank, buy(3).reached.rank, buy(6).reached.rank), (Some(0), Some(1), Some(2)));
    // More than everything costs buys everything and no more.
    assert_eq!((buy(1_000_000).effort, buy(6).effort), (some(6, 1), some(6, 1)));
}

proptest! {
    // Up to 4,096 combinations are scored for each case.
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_budget_buys_the_best_that_trying_everything_finds((case, limits) in plan_cases(), halves in 0..24u64) {
        let mut case = case;
        case.rubric.questions.truncate(5);
        let rubric = &case.rubric;
        let assessment = assess(rubric, &case.sheets, Voice::Equal);
        let budget = ratio(halves, 2);
        let found = plan(rubric, &assessment, Goal::Budget(budget.clone()), limits.clone());
        let mut tried = tried(rubric, &assessment, &limits);
        prop_assume!(!tried.is_empty());
        // Ties go to the earlier question by principle, level and the rubric's order.
        tried.sort_by_key(|t| (t.principle, t.level, t.question));
        let all: Vec<&Tried> = tried.iter().collect();
        let applicable: Vec<usize> = (0..rubric.principles.len()).filter(|p| tried.iter().any(|t| t.principle == *p)).collect();

        let best = combinations(&all).into_iter().filter_map(|chosen| {
            let effort: Ratio = all.iter().zip(&chosen).map(|(t, &i)| &t.options[i].2).sum();
            if effort > budget {
                return None;
            }
            let (mut run, mut score, mut weights) = (usize::MAX, Ratio::zero(), Ratio::zero());
            for &principle in &applicable {
                let (mut passed, mut open, mut sum, mut level_weights) = (0, true, Ratio::zero(), Ratio::zero());
                for level in 0..rubric.levels.len() {
                    let cell: Vec<(&Tried, &Ratio)> = all.iter().zip(&chosen)
                        .filter(|(t, _)| (t.principle, t.level) == (principle, level))
                        .map(|(t, &i)| (*t, &t.options[i].1)).collect();
                    open &= passes(rubric, level, &cell);
                    passed += usize::from(open);
                    if !cell.is_empty() {
                        let weight: Ratio = cell.iter().map(|(t, _)| &t.weight).sum();
                        let total: Ratio = cell.iter().map(|(t, value)| &t.weight * *value).sum();
                        sum += &rubric.levels[level].weight * total / weight;
                        level_weights += &rubric.levels[level].weight;
                    }
                }
                run = run.min(passed);
                score += &rubric.principles[principle].weight * sum / level_weights;
                weights += &rubric.principles[principle].weight;
            }
            let changed = chosen.iter().filter(|&&index| index > 0).count();
            let steps: Vec<i64> = chosen.iter().map(|&index| -(index as i64)).collect();
            Some(((-(run as i64), -(score / weights), effort, changed, steps), chosen))
        }).min();
        let (key, chosen) = best.expect("staying costs nothing");
        let mut expected: Vec<_> = all.iter().zip(chosen).filter(|(_, index)| *index > 0)
            .map(|(t, index)| (t.question, t.start, t.options[index].0)).collect();
        let mut ways = ways(&found);
        expected.sort_unstable();
        ways.sort_unstable();
        prop_assert_eq!(ways, expected);
        prop_assert_eq!(found.effort.clone(), Some(key.2));
        prop_assert_eq!(found.reached.score.clone(), Some(-key.1));
        prop_assert!(found.is_exact() && found.is_feasible());
    }
}
