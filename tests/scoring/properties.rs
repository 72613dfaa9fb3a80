//! What must hold whatever the rubric and the answers are.

use super::cases::{Case, cases};
use coprod::model::{Given, Ratio, Sheet};
use coprod::scoring::{Assessment, Attainment, Bounds, Status, Voice, assess};
use proptest::prelude::*;
use std::collections::BTreeSet;

const VOICES: [Voice; 2] = [Voice::Equal, Voice::Headcount];

fn assessed(case: &Case, voice: Voice) -> Assessment {
    assess(&case.rubric, &case.sheets, voice)
}

/// Every score of an assessment, each with the name of its place.
fn scores(assessment: &Assessment) -> Vec<(String, &Bounds)> {
    let mut out = vec![("overall".to_owned(), &assessment.overall.score)];
    out.extend(assessment.questions.iter().enumerate().map(|(i, question)| (format!("question {i}"), &question.score)));
    for (i, principle) in assessment.principles.iter().enumerate() {
        out.push((format!("principle {i}"), &principle.score));
        out.extend(principle.cells.iter().enumerate().map(|(l, cell)| (format!("cell {i}/{l}"), &cell.score)));
    }
    for (i, values) in assessment.facets.iter().enumerate() {
        out.extend(values.iter().enumerate().map(|(v, score)| (format!("facet {i}/{v}"), score)));
    }
    out
}

/// Every level of an assessment, overall first.
fn levels(assessment: &Assessment) -> Vec<&Attainment> {
    std::iter::once(&assessment.overall.level).chain(assessment.principles.iter().map(|p| &p.level)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_score_lies_within_its_bounds_and_in_0_to_1(case in cases()) {
        for voice in VOICES {
            let assessment = assessed(&case, voice);
            for (place, Bounds { low, point, high }) in scores(&assessment) {
                prop_assert_eq!(low.is_some(), high.is_some(), "{}", &place);
                let share = |value: &Ratio| coprod::model::number::is_share(value);
                prop_assert!([low, point, high].into_iter().flatten().all(share), "{}", &place);
                if let Some(point) = point {
                    prop_assert!(low.as_ref() <= Some(point) && Some(point) <= high.as_ref(), "{}", &place);
                } else {
                    prop_assert!(low <= high, "{}", &place);
                }
            }
        }
    }

    #[test]
    fn every_level_lies_within_its_possible_ones(case in cases()) {
        for voice in VOICES {
            for level in levels(&assessed(&case, voice)) {
                prop_assert!(level.possible.is_sorted_by(|a, b| a < b));
                prop_assert_eq!(level.low, level.possible.first().copied());
                prop_assert_eq!(level.high, level.possible.last().copied());
                prop_assert_eq!(level.status.is_some(), level.low.is_some());
                prop_assert_eq!(level.status == Some(Status::Certain), level.low.is_some() && level.low == level.high);
                // Only a scale whose lowest option passes can have a point below: unknown fails for the point.
                if case.rubric.lowest_points() == 0 {
                    prop_assert!(level.low <= level.point && level.point <= level.high);
                }
            }
        }
    }

    #[test]
    fn counts_add_up_and_only_failing_cells_have_blockers(case in cases()) {
        let assessment = assessed(&case, Voice::Equal);
        for cell in assessment.principles.iter().flat_map(|principle| &principle.cells) {
            let counts = cell.counts;
            prop_assert_eq!(counts.answered + counts.dont_know + counts.unanswered, counts.applicable);
            prop_assert!(counts.applicable <= counts.questions);
            prop_assert_eq!(counts.applicable == 0, cell.is_empty());
            prop_assert!(!cell.passes.point || cell.blockers.is_empty());
            prop_assert!(!cell.passes.low || cell.passes.high);
        }
        let recommended: BTreeSet<usize> = assessment.priorities.iter().map(|priority| priority.question).collect();
        prop_assert_eq!(recommended.len(), assessment.priorities.len());
    }

    #[test]
    fn a_better_answer_lowers_nothing(case in cases(), place in any::<prop::sample::Index>()) {
        let known: Vec<(usize, usize, usize)> = case.sheets.iter().enumerate().flat_map(|(number, sheet)| {
            case.rubric.questions.iter().enumerate().filter_map(move |(index, question)| match sheet.given(&question.id) {
                Some(Given::Choice(choice)) => Some((number, index, choice)),
                _ => None,
            })
        }).filter(|(_, _, choice)| choice + 1 < case.rubric.scale.len()).collect();
        prop_assume!(!known.is_empty());
        let (sheet, question, choice) = known[place.index(known.len())];
        let better = case.answered((sheet, question), Given::Choice(choice + 1));
        for voice in VOICES {
            let (before, after) = (assessed(&case, voice), assessed(&better, voice));
            for ((place, a), (_, b)) in scores(&before).into_iter().zip(scores(&after)) {
                prop_assert!(a.low <= b.low && a.point <= b.point && a.high <= b.high, "{}", &place);
                prop_assert_eq!(a.point.is_some(), b.point.is_some());
            }
            for (a, b) in levels(&before).into_iter().zip(levels(&after)) {
                prop_assert!(a.low <= b.low && a.point <= b.point && a.high <= b.high);
            }
            for (a, b) in before.principles.iter().zip(&after.principles) {
                prop_assert_eq!(&a.coverage, &b.coverage);
            }
            let kinds = |assessment: &Assessment| assessment.involvement.as_ref().and_then(|found| found.kinds);
            if let (Some(a), Some(b)) = (kinds(&before), kinds(&after)) {
                prop_assert!(a.into_iter().zip(b).all(|(a, b)| a <= b));
            }
        }
    }

    #[test]
    fn the_order_of_the_sheets_changes_nothing(case in cases(), turn in 0..4usize) {
        let mut other = case.clone();
        other.sheets.reverse();
        let turn = turn % other.sheets.len();
        other.sheets.rotate_left(turn);
        for voice in VOICES {
            prop_assert_eq!(assessed(&case, voice), assessed(&other, voice));
        }
    }

    #[test]
    fn nothing_applicable_is_null_and_never_zero(case in cases()) {
        let mut case = case;
        for question in &mut case.rubric.questions {
            question.na_allowed = true;
        }
        for sheet in &mut case.sheets {
            for question in &case.rubric.questions {
                sheet.answers.entry(question.id.clone()).or_default().given = Some(Given::NotApplicable);
            }
        }
        for voice in VOICES {
            let assessment = assessed(&case, voice);
            for (place, score) in scores(&assessment) {
                prop_assert_eq!(score, &Bounds::default(), "{}", place);
            }
            for level in levels(&assessment) {
                prop_assert_eq!((level.low, level.point, level.high, level.status), (None, None, None, None));
                prop_assert!(level.possible.is_empty());
            }
            prop_assert_eq!(&assessment.overall.coverage, &None);
            prop_assert!(assessment.principles.iter().all(|p| p.coverage.is_none() && p.cells.iter().all(|c| c.passes.low)));
            prop_assert!(assessment.priorities.is_empty());
            prop_assert!(assessment.involvement.is_none_or(|found| found.kinds.is_none()));
        }
    }

    #[test]
    fn doubling_a_group_leaves_the_equal_voice_as_it_is(case in cases(), which in 0..4usize) {
        let group = case.sheets[which % case.sheets.len()].perspective.clone();
        let mut doubled = case.clone();
        let mut number = 0;
        let mut named = |sheet: &Sheet| {
            number += 1;
            Sheet { respondent: Some(format!("r-{number}")), ..sheet.clone() }
        };
        let more: Vec<Sheet> = case.sheets.iter().filter(|sheet| sheet.perspective == group).map(&mut named).collect();
        doubled.sheets.extend(more);
        prop_assert_eq!(assessed(&case, Voice::Equal), assessed(&doubled, Voice::Equal));
    }

    #[test]
    fn one_perspective_alone_has_one_voice(case in cases()) {
        let mut case = case;
        for sheet in &mut case.sheets {
            sheet.perspective = Some("hr".to_owned());
        }
        prop_assert_eq!(assessed(&case, Voice::Equal), assessed(&case, Voice::Headcount));
    }
}

proptest! {
    // Each case is scored up to 64 times.
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bounds_and_possible_levels_are_what_trying_every_completion_gives(case in cases()) {
        let case = case.with_few_unknown(3);
        for voice in VOICES {
            let open = assessed(&case, voice);
            let completed: Vec<Assessment> = case.completions().iter().map(|case| assessed(case, voice)).collect();
            let (Some(lowest), Some(highest)) = (completed.first(), completed.last()) else { unreachable!() };

            for (index, (place, bounds)) in scores(&open).into_iter().enumerate() {
                let found: Vec<Option<Ratio>> =
                    completed.iter().map(|assessment| scores(assessment)[index].1.point.clone()).collect();
                prop_assert_eq!(found.iter().min(), Some(&bounds.low), "{} {:?}", &place, voice);
                prop_assert_eq!(found.iter().max(), Some(&bounds.high), "{} {:?}", &place, voice);
            }
            for (index, level) in levels(&open).into_iter().enumerate() {
                let found: BTreeSet<usize> =
                    completed.iter().filter_map(|assessment| levels(assessment)[index].point).collect();
                prop_assert_eq!(found.into_iter().collect::<Vec<_>>(), level.possible.clone());
                prop_assert_eq!(level.low, levels(lowest)[index].point);
                prop_assert_eq!(level.high, levels(highest)[index].point);
            }
            let kinds = |assessment: &Assessment| assessment.involvement.as_ref().and_then(|found| found.kinds);
            if let (Some(open), Some(lowest), Some(highest)) = (kinds(&open), kinds(lowest), kinds(highest)) {
                prop_assert_eq!((open[0], open[2]), (lowest[1], highest[1]));
            }
        }
    }
}
