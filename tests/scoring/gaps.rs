//! How differently groups see it, how far people agree, and whether it hangs on one of them.

use super::people::{joint, people, simple, surveys};
use super::{question, rubric, sheet};
use coprod::model::Given::{Choice, DontKnow};
use coprod::model::{Rubric, Sheet, ratio};
use coprod::scoring::{AgreementWord, Basis, Figure, Gap, Protection, Reliability, Voice, Voices, assess, voices};
use proptest::prelude::*;

fn run(rubric: &Rubric, groups: &[Vec<Sheet>]) -> Voices {
    voices(rubric, &groups.concat(), Voice::Equal, Protection::default())
}

/// The gap between hr and staff, who answer one question.
fn gap(hr: &[usize], staff: &[usize]) -> Gap {
    let rubric = simple(1);
    let found = run(&rubric, &[people(&rubric, "hr", hr), people(&rubric, "staff", staff)]);
    assert_eq!(found.gaps.len(), 1);
    found.gaps[0].clone()
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-12
}

#[test]
fn two_groups_of_five_that_do_not_overlap() {
    // Every pair differs: delta −25/25. Of the 252 ways to choose 5 of 10 only this and its mirror are as far out.
    let gap = gap(&[0, 0, 0, 1, 1], &[2, 2, 3, 3, 3]);
    assert_eq!((gap.a.id(), gap.b.id(), gap.respondents), ("hr", "staff", [5, 5]));
    assert_eq!((gap.delta.clone(), gap.difference.clone()), (ratio(0, 1) - ratio(1, 1), ratio(2, 15) - ratio(13, 15)));
    assert_eq!(gap.means, [Figure::Exact(ratio(2, 15)), Figure::Exact(ratio(13, 15))]);
    assert!(close(gap.p, 2.0 / 252.0) && close(gap.p_holm, gap.p) && gap.exact);
    assert!(gap.notable && gap.strong);
}

#[test]
fn ties_count_for_neither_side() {
    // 1 1 1 2 2 against 1 2 2 3 3: more 2 (the twos over the one), less 3 · 4 + 2 · 2 = 16: delta −14/25. The mid-ranks
    // are 1: 2.5, 2: 6.5, 3: 9.5; the rank sum 20.5, 7 from its mean 27.5: 60 of 252 ways are as far out.
    let gap = gap(&[1, 1, 1, 2, 2], &[1, 2, 2, 3, 3]);
    assert_eq!(gap.delta, ratio(0, 1) - ratio(14, 25));
    assert_eq!(gap.difference, ratio(7, 15) - ratio(11, 15));
    assert!(close(gap.p, 60.0 / 252.0), "{}", gap.p * 252.0);
    assert!(gap.notable && !gap.strong, "notable by its size alone, and not more than chance");
}

#[test]
fn a_gap_needs_both_a_large_effect_and_half_a_step() {
    // Half an average step of the scale 0, 1/3, 2/3, 1 is 1/6; the scale 0, 1/100, 1/50, 1 has the same average step.
    let tiny = {
        let mut rubric = simple(1);
        rubric.scale = super::scale(&[0, 1, 2, 100]);
        let found = run(&rubric, &[people(&rubric, "hr", &[1; 6]), people(&rubric, "staff", &[2; 6])]);
        found.gaps[0].clone()
    };
    assert_eq!((tiny.delta.clone(), tiny.notable), (ratio(0, 1) - ratio(1, 1), false));
    // Means differ by 7/36 ≥ 1/6, but delta is (4 · 1 − 0)/… below 0.474.
    let rare = gap(&[0, 2, 2, 2, 2, 2, 2], &[2, 2, 2, 2, 2, 3, 3]);
    assert!(rare.delta.clone() > ratio(0, 1) - ratio(474, 1000) && !rare.notable, "{:?}", rare.delta);
}

#[test]
fn holm_corrects_over_all_pairs_and_principles() {
    let rubric = simple(1);
    let found = run(
        &rubric,
        &[
            people(&rubric, "leadership", &[2, 3, 3, 3, 3]),
            people(&rubric, "hr", &[1, 1, 2, 2, 3]),
            people(&rubric, "disabled-staff", &[0, 0, 1, 1, 2]),
        ],
    );
    let p: Vec<(f64, f64)> = found.gaps.iter().map(|gap| (gap.p * 252.0, gap.p_holm * 252.0)).collect();
    // 4, 32 and 48 of 252: times 3, 2 and 1; the last would be 48, and is no smaller than the one before.
    assert_eq!(
        found.gaps.iter().map(|g| (g.a.id(), g.b.id())).collect::<Vec<_>>(),
        [("leadership", "hr"), ("leadership", "disabled-staff"), ("hr", "disabled-staff"),]
    );
    let near = |(p, corrected): (f64, f64), x: f64, y: f64| (p - x).abs() < 1e-9 && (corrected - y).abs() < 1e-9;
    assert!(near(p[0], 32.0, 64.0) && near(p[1], 4.0, 12.0) && near(p[2], 48.0, 64.0), "{p:?}");
    assert_eq!(found.gaps.iter().map(|gap| gap.strong).collect::<Vec<_>>(), [false, true, false]);
}

#[test]
fn who_knows_less_than_half_of_what_was_asked_is_not_compared() {
    let rubric = simple(3);
    let mut hr = people(&rubric, "hr", &[1, 1, 1, 1, 1, 2]);
    hr[5].answers.get_mut("a").unwrap().given = Some(DontKnow);
    hr[5].answers.get_mut("b").unwrap().given = Some(DontKnow);
    let staff = people(&rubric, "staff", &[1, 1, 2, 2, 2]);
    assert_eq!(run(&rubric, &[hr.clone(), staff.clone()]).gaps[0].respondents, [5, 5]);
    // Too few are left then: no comparison, though the group is shown. A joint sheet is nobody's own view.
    let found = run(&rubric, &[hr[1..].to_vec(), staff.clone()]);
    assert!(found.gaps.is_empty() && found.groups.iter().all(|group| group.shown));
    let found = run(&rubric, &[vec![joint(&rubric, Some("hr"), Some(9), 1)], staff]);
    assert!(found.gaps.is_empty() && found.groups.iter().all(|group| group.shown));
}

#[test]
fn single_questions_are_compared_from_ten_people_on() {
    let rubric = simple(2);
    let (nine, ten) = ([0; 9], [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    let staff = people(&rubric, "staff", &[3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2]);
    assert!(run(&rubric, &[people(&rubric, "hr", &nine), staff.clone()]).contrasts.is_empty());
    let found = run(&rubric, &[people(&rubric, "hr", &ten), staff.clone()]);
    assert_eq!(found.contrasts.iter().map(|contrast| contrast.question).collect::<Vec<_>>(), [0, 1]);
    let first = &found.contrasts[0];
    assert_eq!((first.a.id(), first.b.id(), first.difference.clone()), ("staff", "hr", ratio(32, 33) - ratio(1, 30)));
    // With a group of six beside them, whose mean the total would give away, none is shown.
    assert!(
        run(&rubric, &[people(&rubric, "hr", &ten), staff, people(&rubric, "leadership", &[1; 6])])
            .contrasts
            .is_empty()
    );
}

#[test]
fn agreement_is_told_in_a_number_and_a_word() {
    let rubric = simple(5);
    let answers: [[usize; 5]; 5] =
        [[3, 2, 1, 0, 3], [3, 2, 1, 0, 3], [3, 2, 1, 0, 3], [3, 2, 1, 0, 3], [3, 2, 1, 0, 3]];
    let ids = ["a", "b", "c", "d", "e"];
    let sheets = |answers: &[[usize; 5]]| -> Vec<Sheet> {
        let one = |(number, row): (usize, &[usize; 5])| Sheet {
            respondent: Some(format!("r-{number}")),
            ..sheet(Some("staff"), ids.into_iter().zip(row.map(Choice)))
        };
        answers.iter().enumerate().map(one).collect()
    };
    let same = run(&rubric, &[sheets(&answers)]).agreement[0].clone();
    assert_eq!((same.a_wg, same.word), (Some(ratio(1, 1)), Some(AgreementWord::VeryStrong)));
    assert_eq!((same.alpha, same.reliability, same.raters), (Some(ratio(1, 1)), Some(Reliability::Reliable), Some(5)));
    // Four questions are too few for alpha, and one value that everybody gives is no scale at all.
    let alike = run(&rubric, &[sheets(&[[2; 5]; 5])]).agreement[0].clone();
    assert_eq!((alike.alpha, alike.a_wg), (None, Some(ratio(1, 1))));
    let four = simple(4);
    let found = run(&four, &[sheets(&answers)]);
    assert_eq!((found.agreement[0].alpha.clone(), found.agreement[0].raters), (None, Some(5)));
}

#[test]
fn a_lower_level_of_lived_experience_is_contested() {
    let rubric = simple(1);
    let lived = |options: &[usize]| {
        run(
            &rubric,
            &[
                people(&rubric, "leadership", &[3; 5]),
                people(&rubric, "hr", &[3, 3, 3, 3, 2]),
                people(&rubric, "disabled-staff", options),
            ],
        )
    };
    // (1 + 14/15 + 1/3)/3 = 0.76 reaches 3/4, 1/3 does not.
    let found = lived(&[1; 5]);
    let whole = found.assessment.shown().unwrap();
    assert_eq!((whole.overall.level.point, found.lived_experience.unwrap().level.unwrap().point), (Some(1), Some(0)));
    assert!(found.contested);
    assert_eq!(found.basis, Basis::LivedExperience);
    assert!(!lived(&[3; 5]).contested);
    let without = run(&rubric, &[people(&rubric, "leadership", &[3; 5])]);
    assert_eq!((without.basis, without.lived_experience.is_none(), without.contested), (Basis::SelfView, true, false));
}

#[test]
fn stability_asks_for_every_single_respondent() {
    let rubric = simple(1);
    // (3 + 3 + 3 + 3 + 1)/15 = 13/15; without one: 10/12 or 1. With 2 2 2 2 3 + 3: 14/18 passes, without a three 11/15
    // does not.
    let firm = run(&rubric, &[people(&rubric, "staff", &[3, 3, 3, 3, 1])]);
    assert_eq!(firm.stable, Some(true));
    let loose = run(&rubric, &[people(&rubric, "staff", &[2, 2, 2, 2, 3, 3])]);
    assert_eq!(loose.stable, Some(false));
    // An exact tie that stays one: 9/12 with and without any of them.
    let mut tie = simple(1);
    tie.levels[0].threshold = ratio(2, 3);
    assert_eq!(run(&tie, &[people(&tie, "staff", &[2; 6])]).stable, Some(true));
    assert_eq!(run(&tie, &[people(&tie, "staff", &[2, 2, 2, 2, 1, 3])]).stable, Some(false));
}

#[test]
fn one_respondent_in_each_perspective_shows_the_total_only() {
    let rubric = simple(1);
    let ids = ["leadership", "hr", "staff", "disabled-staff", "service-users"];
    let found = run(&rubric, &ids.map(|id| people(&rubric, id, &[2])));
    assert!(found.assessment.shown().is_some() && found.disclosure.principles[0].groups.len() == 5);
    assert!(found.groups.iter().all(|group| !group.shown) && found.gaps.is_empty());
    assert_eq!(found.lived_experience.unwrap().level, None);
}

#[test]
fn several_principles_and_levels_are_scored_by_ones_own_answers() {
    // Principle 1: level weights 1 and 3; on the first the questions weigh 1 and 2. (1 · (1 + 2 · 0)/3 + 3 · 2/3)/4 = 7/12.
    let questions = vec![question("a", 0, 0), super::weighing(2, question("b", 0, 0)), question("c", 0, 1)];
    let mut rubric = super::people::with_perspectives(rubric(1, 2, questions));
    rubric.levels[1].weight = ratio(3, 1);
    let own = |id: &str, number: usize, options: [usize; 3]| Sheet {
        respondent: Some(format!("{id}{number}")),
        ..sheet(Some(id), ["a", "b", "c"].into_iter().zip(options.map(Choice)))
    };
    let hr: Vec<Sheet> = (0..5).map(|number| own("hr", number, [3, 0, 2])).collect();
    let staff: Vec<Sheet> = (0..5).map(|number| own("staff", number, [0, 0, 0])).collect();
    assert_eq!(run(&rubric, &[hr, staff]).gaps[0].means, [Figure::Exact(ratio(7, 12)), Figure::AtMost5]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn stability_is_what_leaving_out_one_by_one_gives(survey in surveys()) {
        for voice in [Voice::Equal, Voice::Headcount] {
            let found = voices(&survey.rubric, &survey.sheets, voice, Protection::new(Some(3), false));
            let Some(stable) = found.stable else { continue };
            let levels = |sheets: &[Sheet]| {
                let found = assess(&survey.rubric, sheets, voice);
                let principles: Vec<_> = found.principles.iter().map(|p| p.level.point).collect();
                (principles, found.overall.level.point)
            };
            let whole = levels(&survey.sheets);
            let same = (0..survey.sheets.len()).filter(|&i| survey.sheets[i].respondent.is_some()).all(|without| {
                let mut sheets = survey.sheets.clone();
                sheets.remove(without);
                levels(&sheets) == whole
            });
            prop_assert_eq!(stable, same);
        }
    }

    #[test]
    fn doubling_a_group_leaves_the_equal_voices_as_they_are(survey in surveys(), which in 0..6usize) {
        let id = super::people::PERSPECTIVES[which].0;
        prop_assume!(survey.sheets.iter().filter(|sheet| sheet.voice() == Some(id)).count() >= 5);
        let more = survey.sheets.iter().filter(|sheet| sheet.voice() == Some(id) && sheet.respondent.is_some());
        prop_assume!(survey.sheets.iter().filter(|s| s.voice() == Some(id)).all(|s| s.respondent.is_some()));
        let more = more.cloned().map(|sheet| Sheet { respondent: sheet.respondent.map(|name| name + "-again"), ..sheet });
        let doubled: Vec<Sheet> = survey.sheets.iter().cloned().chain(more).collect();
        let scores = |sheets: &[Sheet]| {
            let found = voices(&survey.rubric, sheets, Voice::Equal, Protection::new(Some(3), false));
            let exact = !found.disclosure.widened.any();
            found.assessment.shown().map(|whole| (exact, whole.overall.clone(), found.lived_experience.clone().map(|v| (v.principles, v.level))))
        };
        let (before, after) = (scores(&survey.sheets), scores(&doubled));
        if let (Some((exact, before, one)), Some((still, after, other))) = (before, after) {
            if before.score.low.is_some() && after.score.low.is_some() {
                prop_assert_eq!(&before.level, &after.level);
                prop_assert_eq!(&before.score.point, &after.score.point);
                if exact && still {
                    prop_assert_eq!(before, after);
                }
            }
            if let (Some((_, Some(one))), Some((_, Some(other)))) = (one, other) {
                prop_assert_eq!(one, other);
            }
        }
    }
}

#[test]
fn a_mean_of_all_but_a_few_is_told_in_tenths() {
    // One of seven of hr knows one of four questions only and is not compared: beside the score of all seven, the mean
    // of six would give that answer away.
    let rubric = simple(4);
    let mut hr = people(&rubric, "hr", &[1, 1, 1, 2, 2, 2, 3]);
    hr[6].answers.values_mut().skip(1).for_each(|answer| answer.given = Some(DontKnow));
    let found = run(&rubric, &[hr.clone(), people(&rubric, "staff", &[0, 0, 0, 0, 1, 1])]);
    let gap = &found.gaps[0];
    assert_eq!(gap.respondents, [6, 6]);
    assert_eq!(gap.means, [Figure::Exact(ratio(1, 2)), Figure::Exact(ratio(1, 10))]);
    assert_eq!(gap.difference, ratio(1, 2) - ratio(1, 9));
    // Where all are compared it is exact.
    hr.pop();
    let found = run(&rubric, &[hr, people(&rubric, "staff", &[0, 0, 0, 0, 1, 1])]);
    assert_eq!(found.gaps[0].means[1], Figure::Exact(ratio(1, 9)));
}
