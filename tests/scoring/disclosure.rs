//! Nobody is found out: who is hidden, and that it can't be computed all the same.

use super::people::{PERSPECTIVES, Survey, joint, people, person, simple, surveys};
use coprod::model::{Given, Ratio, Rubric, Sheet, ratio};
use coprod::scoring::HiddenReason::{Complementary, NoAnswers, PartHidden, Pooled, TooFew, TotalTooFew};
use coprod::scoring::{Figure, HiddenReason, Protection, Voice, Voices, Who, voices};
use num_traits::{One, Zero};
use proptest::prelude::*;

fn run(rubric: &Rubric, groups: &[Vec<Sheet>]) -> Voices {
    voices(rubric, &groups.concat(), Voice::Equal, Protection::default())
}

fn who(id: &str) -> Who {
    Who::Perspective(id.to_owned())
}

/// Who is hidden in the first principle, and why.
fn hidden(found: &Voices) -> Vec<(&str, HiddenReason)> {
    found.disclosure.principles[0].groups.iter().map(|(who, reason)| (who.id(), *reason)).collect()
}

fn score(found: &Voices, id: &str) -> Option<Figure> {
    found.groups.iter().find(|group| group.who.id() == id).unwrap().principles[0].clone()
}

#[test]
fn a_single_small_group_takes_the_smallest_other_with_it() {
    // 3 + 6 + 8 people: hidden alone, `hr` would be 3 · total − staff − leadership.
    let rubric = simple(2);
    let found = run(
        &rubric,
        &[
            people(&rubric, "hr", &[0, 1, 1]),
            people(&rubric, "staff", &[1, 1, 1, 1, 2, 2]),
            people(&rubric, "leadership", &[3, 3, 3, 3, 2, 2, 2, 2]),
        ],
    );
    assert_eq!(hidden(&found), [("hr", TooFew), ("staff", Complementary)]);
    assert_eq!(score(&found, "leadership"), Some(Figure::Exact(ratio(5, 6))));
    assert_eq!((score(&found, "hr"), score(&found, "staff")), (None, None));
    // Two thirds of 1/3, eight ninths of …: the total is the mean of 2/9, 4/9 and 5/6.
    assert_eq!(found.assessment.shown().unwrap().principles[0].score.point, Some(ratio(1, 2)));
    let staff = found.groups.iter().find(|group| group.who == who("staff")).unwrap();
    assert_eq!((staff.shown, staff.people, &staff.overall, &staff.level), (false, None, &None, &None));
}

#[test]
fn two_small_groups_of_five_together_hide_each_other() {
    let rubric = simple(1);
    let found = run(
        &rubric,
        &[
            people(&rubric, "hr", &[0, 1, 1]),
            people(&rubric, "leadership", &[3, 3]),
            people(&rubric, "staff", &[1, 1, 1, 1, 2]),
        ],
    );
    assert_eq!(hidden(&found), [("leadership", TooFew), ("hr", TooFew)]);
    assert!(score(&found, "staff").is_some());
    let four = run(
        &rubric,
        &[
            people(&rubric, "hr", &[0, 1]),
            people(&rubric, "leadership", &[3, 3]),
            people(&rubric, "staff", &[1, 1, 1, 1, 2]),
            people(&rubric, "disabled-staff", &[1, 1, 1, 1, 2]),
        ],
    );
    // Of two that are equally small the first by name goes.
    assert_eq!(hidden(&four), [("leadership", TooFew), ("hr", TooFew), ("disabled-staff", Complementary)]);
}

#[test]
fn two_small_groups_at_one_end_of_the_scale_do_not_follow_from_a_sum_at_its_end() {
    let rubric = simple(2);
    let run = |hr: &[usize], leadership: &[usize], staff: &[usize]| {
        let groups = [("hr", hr), ("leadership", leadership), ("staff", staff)];
        run(&rubric, &groups.map(|(id, options)| people(&rubric, id, options)))
    };
    let mixed = [0, 1, 1, 2, 2, 3, 3];
    for end in [0, 3] {
        // 3 · total − staff would be 0, or 2: both groups chose nothing else.
        let found = run(&[end; 3], &[end; 4], &mixed);
        assert_eq!(hidden(&found), [("leadership", TooFew), ("hr", TooFew), ("staff", Complementary)]);
        assert_eq!(score(&found, "staff"), None);
        // One other answer, and the sum is no sum of ends.
        let found = run(&[end, end, 1], &[end; 4], &mixed);
        assert_eq!(hidden(&found), [("leadership", TooFew), ("hr", TooFew)]);
        // What all together chose is blunted as it is.
        let found = run(&[end; 3], &[end; 4], &[end; 7]);
        assert_eq!(hidden(&found), [("leadership", TooFew), ("hr", TooFew)]);
    }
    // Groups at both ends.
    assert_eq!(hidden(&run(&[0; 3], &[3; 4], &mixed)), [("leadership", TooFew), ("hr", TooFew)]);
}

#[test]
fn all_together_need_k_people() {
    let rubric = simple(1);
    let four = [people(&rubric, "hr", &[0, 1]), people(&rubric, "staff", &[1, 1])];
    let found = run(&rubric, &four);
    assert_eq!(found.assessment.reason(), Some(TotalTooFew));
    assert_eq!(hidden(&found), [("hr", TooFew), ("staff", TooFew)]);
    assert!(found.gaps.is_empty() && found.stable.is_none() && found.agreement[0].raters.is_none());
    let five = [people(&rubric, "hr", &[0, 1]), people(&rubric, "staff", &[1, 1, 2])];
    assert!(run(&rubric, &five).assessment.shown().is_some());
    let published = voices(&rubric, &five.concat(), Voice::Equal, Protection::new(None, true));
    assert_eq!((published.disclosure.protection.k(), published.assessment.reason()), (10, Some(TotalTooFew)));
}

#[test]
fn the_smallest_group_is_five_and_never_below_three() {
    for (asked, k) in [(None, 5), (Some(0), 3), (Some(3), 3), (Some(8), 8)] {
        assert_eq!(Protection::new(asked, false).k(), k);
    }
    assert_eq!((Protection::new(Some(4), true).k(), Protection::new(Some(12), true).k()), (10, 12));
}

#[test]
fn a_joint_sheet_counts_its_people_and_a_statement_needs_none() {
    let rubric = simple(1);
    let many = [joint(&rubric, Some("hr"), Some(7), 2), joint(&rubric, Some("staff"), Some(5), 1)];
    assert_eq!(hidden(&voices(&rubric, &many, Voice::Equal, Protection::default())), []);
    let few = [joint(&rubric, Some("hr"), Some(7), 2), joint(&rubric, Some("staff"), None, 1)];
    let found = voices(&rubric, &few, Voice::Equal, Protection::default());
    assert!(!found.disclosure.applies, "joint sheets alone are no one person's answers");
    let beside_persons: Vec<Sheet> = few.iter().cloned().chain(people(&rubric, "hr", &[1, 1, 2, 2, 3])).collect();
    let found = voices(&rubric, &beside_persons, Voice::Equal, Protection::default());
    assert_eq!(hidden(&found), [("hr", Complementary), ("staff", TooFew)]);
    let official = [joint(&rubric, Some("works-council"), None, 2), joint(&rubric, None, Some(2), 1)];
    let found = voices(&rubric, &official, Voice::Equal, Protection::default());
    assert!(!found.disclosure.applies && found.assessment.shown().is_some());
    // Beside four people the statement hides nobody, and is no person: all together are too few.
    let mixed: Vec<Sheet> = official.iter().cloned().chain(people(&rubric, "staff", &[1, 2, 2, 3])).collect();
    let found = voices(&rubric, &mixed, Voice::Equal, Protection::default());
    assert_eq!(found.assessment.reason(), Some(TotalTooFew));
    assert_eq!(score(&found, "works-council"), Some(Figure::Exact(ratio(2, 3))));
    assert_eq!(score(&found, "staff"), None);
}

#[test]
fn a_single_sheet_is_its_authors_own_but_not_for_publication() {
    let rubric = simple(1);
    let sheet = [person(&rubric, "staff", 1, 2)];
    let own = voices(&rubric, &sheet, Voice::Equal, Protection::default());
    assert!(!own.disclosure.applies && !own.disclosure.hides());
    assert_eq!(score(&own, "staff"), Some(Figure::Exact(ratio(2, 3))));
    let public = voices(&rubric, &sheet, Voice::Equal, Protection::new(None, true));
    assert_eq!(public.assessment.reason(), Some(TotalTooFew));
}

#[test]
fn small_groups_with_lived_experience_speak_together() {
    let rubric = simple(1);
    let found = run(
        &rubric,
        &[
            people(&rubric, "disabled-staff", &[0, 0, 1]),
            people(&rubric, "service-users", &[1, 1]),
            people(&rubric, "staff", &[3, 3, 2, 2, 2]),
        ],
    );
    assert_eq!(hidden(&found), [("disabled-staff", Pooled), ("service-users", Pooled)]);
    assert_eq!(found.disclosure.pooled, ["disabled-staff", "service-users"]);
    // Every perspective weighs the same: (1/9 + 1/3) / 2.
    assert_eq!(score(&found, "lived-experience"), Some(Figure::Exact(ratio(2, 9))));
    assert_eq!(found.groups.last().unwrap().people, Some(5));
    assert_eq!(found.lived_experience.unwrap().principles[0], Some(Figure::Exact(ratio(2, 9))));
    // Weighed by people, 1/5, the mean would give both perspectives away together with the score.
    assert_eq!(found.gaps.len(), 1);
    assert_eq!(found.gaps[0].means[1], Figure::Exact(ratio(2, 9)));
}

#[test]
fn a_small_group_that_can_be_pooled_does_not_cost_the_view_of_lived_experience() {
    // Three service users are too few to be pooled alone; shown apart from the nine, they would follow from the view.
    let rubric = simple(1);
    let found = run(
        &rubric,
        &[
            people(&rubric, "disabled-staff", &[0, 0, 1, 1, 1, 1, 0, 0, 0]),
            people(&rubric, "service-users", &[1, 1, 1]),
            people(&rubric, "staff", &[3, 3, 2, 2, 2, 3]),
        ],
    );
    assert_eq!(hidden(&found), [("disabled-staff", Pooled), ("service-users", Pooled)]);
    assert!(found.lived_experience.unwrap().level.is_some() && found.others.unwrap().level.is_some());
}

#[test]
fn a_view_is_hidden_where_the_other_side_is_too_small() {
    let rubric = simple(1);
    let found = run(&rubric, &[people(&rubric, "hr", &[3, 3]), people(&rubric, "disabled-staff", &[0, 1, 1, 1, 2, 2])]);
    assert_eq!(hidden(&found), [("hr", TooFew), ("disabled-staff", Complementary)]);
    let view = found.lived_experience.unwrap();
    assert_eq!((view.people, view.principles, view.level, found.contested), (None, vec![None], None, false));
    assert!(found.assessment.shown().is_some());
}

#[test]
fn extremes_are_blunted() {
    let rubric = simple(1);
    let found = run(&rubric, &[people(&rubric, "hr", &[3; 6]), people(&rubric, "staff", &[0; 5])]);
    assert_eq!((score(&found, "hr"), score(&found, "staff")), (Some(Figure::AtLeast95), Some(Figure::AtMost5)));
    assert_eq!(found.gaps[0].means, [Figure::AtLeast95, Figure::AtMost5]);
}

#[test]
fn a_group_that_answered_one_principle_only_is_hidden_there_alone() {
    let mut rubric = simple(2);
    rubric.principles.push(coprod::model::Principle { id: "p1".to_owned(), weight: ratio(1, 1) });
    rubric.questions[1].principle = 1;
    let mut few = people(&rubric, "hr", &[0, 1, 1, 1, 2]);
    for sheet in &mut few {
        sheet.answers.shift_remove("b");
    }
    let found = run(&rubric, &[few, people(&rubric, "staff", &[3, 3, 2, 2, 2])]);
    assert_eq!(hidden(&found), []);
    assert_eq!(found.disclosure.principles[1].groups, [(who("hr"), NoAnswers)]);
    let hr = found.groups.iter().find(|group| group.who == who("hr")).unwrap();
    assert_eq!((hr.shown, hr.people, hr.principles[1].clone(), hr.overall.clone()), (true, Some(5), None, None));
}

#[test]
fn what_too_few_know_at_all_is_hidden_and_all_that_sums_it_up() {
    let mut rubric = simple(2);
    rubric.principles.push(coprod::model::Principle { id: "p1".to_owned(), weight: ratio(1, 1) });
    rubric.questions[1].principle = 1;
    let mut sheets = [people(&rubric, "hr", &[0, 1, 1, 1, 2]), people(&rubric, "staff", &[3, 3, 2, 2, 2])].concat();
    for sheet in &mut sheets[3..] {
        sheet.answers.get_mut("b").unwrap().given = Some(Given::DontKnow);
    }
    let found = voices(&rubric, &sheets, Voice::Equal, Protection::default());
    let whole = found.assessment.shown().unwrap();
    assert_eq!((found.disclosure.principles[1].total, found.disclosure.overall), (Some(TotalTooFew), Some(PartHidden)));
    assert!(whole.principles[0].score.point.is_some() && whole.principles[1].score.low.is_none());
    assert!(whole.overall.score.low.is_none() && whole.overall.level.low.is_none());
    assert!(whole.questions[0].applies() && !whole.questions[1].applies());
    assert!(whole.priorities.iter().all(|priority| priority.question == 0));
}

#[test]
fn everybody_not_knowing_is_no_secret() {
    let rubric = simple(2);
    let mut sheets = [people(&rubric, "hr", &[0; 6]), people(&rubric, "staff", &[0; 5])].concat();
    for sheet in &mut sheets {
        sheet.answers.values_mut().for_each(|answer| answer.given = Some(Given::DontKnow));
    }
    let found = voices(&rubric, &sheets, Voice::Equal, Protection::default());
    let score = &found.assessment.shown().unwrap().principles[0].score;
    assert_eq!(
        (score.low.clone(), score.point.clone(), score.high.clone()),
        (Some(ratio(0, 1)), None, Some(ratio(1, 1)))
    );
    assert_eq!(hidden(&found), [("hr", NoAnswers), ("staff", NoAnswers)]);
    assert!(found.gaps.is_empty());
    // Of four it would tell what each of them said.
    let four: Vec<Sheet> = sheets.into_iter().take(4).collect();
    assert!(voices(&rubric, &four, Voice::Equal, Protection::default()).assessment.shown().is_none());
}

#[test]
fn a_dominant_voice_is_told() {
    let rubric = simple(1);
    let one = run(&rubric, &[people(&rubric, "hr", &[3]), people(&rubric, "staff", &[0; 8])]);
    assert!(one.disclosure.dominance, "half of the total is one person's");
    let more = run(&rubric, &[people(&rubric, "hr", &[3, 3, 3]), people(&rubric, "staff", &[0; 8])]);
    assert!(!more.disclosure.dominance, "a sixth is not more than a fifth");
    let sheets = [people(&rubric, "hr", &[3]), people(&rubric, "staff", &[0; 8])].concat();
    assert!(!voices(&rubric, &sheets, Voice::Headcount, Protection::default()).disclosure.dominance);
}

/// What is published of a survey, as rows over the means of (perspective, question): everything that a reader could
/// set against one another.
struct System<'a> {
    survey: &'a Survey,
    voice: Voice,
    /// Whether the rows are those of lower bounds: of who was asked, not of who knows.
    lowest: bool,
}

impl System<'_> {
    fn knowing(&self, perspective: &str, questions: &[usize]) -> Vec<&Sheet> {
        let knows = |sheet: &&Sheet| {
            questions.iter().any(|&index| {
                let question = &self.survey.rubric.questions[index];
                self.survey.rubric.asks(index, sheet.voice(), None)
                    && matches!(sheet.given(&question.id), Some(Given::Choice(_)))
            })
        };
        self.survey.sheets.iter().filter(|sheet| sheet.voice() == Some(perspective)).filter(knows).collect()
    }

    fn number(&self, perspective: &str, questions: &[usize]) -> u64 {
        self.knowing(perspective, questions)
            .iter()
            .map(|s| if s.respondent.is_some() { 1 } else { s.people.unwrap_or(1) })
            .sum()
    }

    /// To how many sheets a question applies.
    fn asked(&self, perspective: &str, index: usize) -> u64 {
        let question = &self.survey.rubric.questions[index];
        let applies = |sheet: &&Sheet| {
            let na = question.na_allowed && sheet.given(&question.id) == Some(Given::NotApplicable);
            sheet.voice() == Some(perspective) && self.survey.rubric.asks(index, sheet.voice(), None) && !na
        };
        self.survey.sheets.iter().filter(applies).count() as u64
    }

    fn empty(&self) -> Vec<Ratio> {
        vec![Ratio::zero(); PERSPECTIVES.len() * self.survey.rubric.questions.len()]
    }

    fn question(&self, group: &[&str], index: usize) -> Option<Vec<Ratio>> {
        let mut row = self.empty();
        let mut all = Ratio::zero();
        for (place, (id, ..)) in PERSPECTIVES.iter().enumerate() {
            let known = self.knowing(id, &[index]).len() as u64;
            let counted = if self.lowest { self.asked(id, index) } else { known };
            if group.contains(id) && counted > 0 {
                let share = if self.voice == Voice::Equal { ratio(1, 1) } else { ratio(counted, 1) };
                all += &share;
                row[index * PERSPECTIVES.len() + place] = share * ratio(known, counted);
            }
        }
        if all.is_zero() { None } else { Some(row.into_iter().map(|value| value / &all).collect()) }
    }

    fn mean(&self, rows: impl Iterator<Item = (Ratio, Option<Vec<Ratio>>)>) -> Option<Vec<Ratio>> {
        let (mut sum, mut weights) = (self.empty(), Ratio::zero());
        for (weight, row) in rows.filter_map(|(weight, row)| Some((weight, row?))) {
            sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += &weight * value);
            weights += weight;
        }
        if weights.is_zero() { None } else { Some(sum.into_iter().map(|value| value / &weights).collect()) }
    }

    fn cell(&self, group: &[&str], principle: usize, level: usize) -> Option<Vec<Ratio>> {
        let rubric = &self.survey.rubric;
        let questions: Vec<usize> = rubric.cell(principle, level).collect();
        self.mean(
            questions.into_iter().map(|index| (rubric.questions[index].weight.clone(), self.question(group, index))),
        )
    }

    fn principle(&self, group: &[&str], principle: usize) -> Option<Vec<Ratio>> {
        let levels = self.survey.rubric.levels.iter().enumerate();
        self.mean(levels.map(|(level, entry)| (entry.weight.clone(), self.cell(group, principle, level))))
    }

    fn published(&self, found: &Voices) -> Vec<Vec<Ratio>> {
        let rubric = &self.survey.rubric;
        let all: Vec<&str> = PERSPECTIVES.iter().map(|(id, ..)| *id).collect();
        let side = |lived: bool| -> Vec<&str> { PERSPECTIVES.iter().filter(|p| p.1 == lived).map(|p| p.0).collect() };
        let pool: Vec<&str> = found.disclosure.pooled.iter().map(String::as_str).collect();
        let mut rows = Vec::new();
        for principle in 0..rubric.principles.len() {
            if let Some(whole) = found.assessment.shown() {
                if whole.principles[principle].score.point.is_some() {
                    rows.push(self.principle(&all, principle));
                }
                for (level, cell) in whole.principles[principle].cells.iter().enumerate() {
                    if cell.score.point.is_some() {
                        rows.push(self.cell(&all, principle, level));
                    }
                }
            }
            for (view, lived) in [(&found.lived_experience, true), (&found.others, false)] {
                if view.as_ref().is_some_and(|view| view.principles[principle].is_some()) {
                    rows.push(self.principle(&side(lived), principle));
                }
            }
            for group in &found.groups {
                if group.principles[principle].is_some() {
                    let members = if group.who == Who::LivedExperience { pool.clone() } else { vec![group.who.id()] };
                    rows.push(self.principle(&members, principle));
                }
            }
        }
        if let Some(whole) = found.assessment.shown() {
            for (index, question) in whole.questions.iter().enumerate() {
                if question.score.point.is_some() {
                    rows.push(self.question(&all, index));
                }
            }
        }
        if !self.lowest {
            rows.extend(System { lowest: true, ..*self }.bounds(found));
        }
        // Each answer of an official statement may be known.
        rows.extend((0..rubric.questions.len()).map(|index| self.question(&["works-council"], index)));
        rows.into_iter().flatten().collect()
    }

    /// The lower bounds that are published as they are.
    fn bounds(&self, found: &Voices) -> Vec<Option<Vec<Ratio>>> {
        let all: Vec<&str> = PERSPECTIVES.iter().map(|(id, ..)| *id).collect();
        let (Some(whole), wide) = (found.assessment.shown(), &found.disclosure.widened) else { return Vec::new() };
        let mut rows = Vec::new();
        let exact = |list: &[bool], index: usize| list.get(index) != Some(&true);
        for (index, principle) in whole.principles.iter().enumerate() {
            if principle.score.low.is_some() && exact(&wide.principles, index) {
                rows.push(self.principle(&all, index));
            }
            for (level, cell) in principle.cells.iter().enumerate() {
                if cell.score.low.is_some() && wide.cells.get(index).is_none_or(|cells| exact(cells, level)) {
                    rows.push(self.cell(&all, index, level));
                }
            }
        }
        for (index, question) in whole.questions.iter().enumerate() {
            if question.score.low.is_some() && exact(&wide.questions, index) {
                rows.push(self.question(&all, index));
            }
        }
        rows
    }
}

/// Whether a row is a combination of others: Gauss, in fractions.
fn follows(rows: &[Vec<Ratio>], wanted: &[Ratio]) -> bool {
    let mut basis: Vec<(usize, Vec<Ratio>)> = Vec::new();
    let reduce = |basis: &[(usize, Vec<Ratio>)], row: &[Ratio]| {
        let mut row = row.to_vec();
        for (pivot, other) in basis {
            let factor = &row[*pivot] / &other[*pivot];
            if !factor.is_zero() {
                row.iter_mut().zip(other).for_each(|(value, other)| *value -= &factor * other);
            }
        }
        row
    };
    for row in rows {
        let row = reduce(&basis, row);
        if let Some(pivot) = row.iter().position(|value| !value.is_zero()) {
            basis.push((pivot, row));
        }
    }
    reduce(&basis, wanted).iter().all(Ratio::is_zero)
}

#[test]
fn the_solver_finds_what_naive_hiding_would_give_away() {
    let row = |values: [i64; 3]| values.map(|value| Ratio::from_integer(value.into())).to_vec();
    assert!(follows(&[row([1, 1, 1]), row([1, 0, 0]), row([0, 1, 0])], &row([0, 0, 1])));
    assert!(!follows(&[row([1, 1, 1]), row([1, 0, 0])], &row([0, 0, 1])));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_hidden_groups_mean_can_be_computed(survey in surveys(), k in 3..7u64) {
        for voice in [Voice::Equal, Voice::Headcount] {
            let protection = Protection::new(Some(k), false);
            let found = voices(&survey.rubric, &survey.sheets, voice, protection);
            if survey.sheets.len() < 2 || !found.disclosure.applies {
                continue;
            }
            let system = System { survey: &survey, voice, lowest: false };
            let published = system.published(&found);
            let all: Vec<&str> = PERSPECTIVES.iter().map(|(id, ..)| *id).collect();
            for principle in 0..survey.rubric.principles.len() {
                let questions = survey.rubric.of_principle(principle);
                for (id, _, office) in PERSPECTIVES {
                    let n = system.number(id, &questions);
                    if office || n == 0 {
                        continue;
                    }
                    let shown = found.groups.iter().find(|g| g.who.id() == id).unwrap().principles[principle].is_some();
                    prop_assert!(n >= k || !shown, "{} of {}", id, n);
                    if n < k {
                        let wanted = system.principle(&[id], principle).unwrap();
                        prop_assert!(!follows(&published, &wanted), "{id} in {principle} by {voice:?}: {found:#?}");
                        for &index in &questions {
                            if let Some(wanted) = system.question(&[id], index) {
                                prop_assert!(!follows(&published, &wanted), "{id} question {index}");
                            }
                        }
                    }
                }
                let together: u64 = PERSPECTIVES.iter().filter(|p| !p.2).map(|p| system.number(p.0, &questions)).sum();
                if 0 < together && together < k {
                    let wanted = system.principle(&all, principle).unwrap();
                    prop_assert!(!follows(&published, &wanted), "the total of {principle}");
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_sheets_never_matters(survey in surveys(), turn in 0..9usize) {
        let mut other = survey.sheets.clone();
        prop_assume!(!other.is_empty());
        other.reverse();
        let turn = turn % other.len();
        other.rotate_left(turn);
        for voice in [Voice::Equal, Voice::Headcount] {
            let found = voices(&survey.rubric, &survey.sheets, voice, Protection::default());
            prop_assert_eq!(found, voices(&survey.rubric, &other, voice, Protection::default()));
        }
    }

    #[test]
    fn every_number_lies_in_its_range(survey in surveys()) {
        let found = voices(&survey.rubric, &survey.sheets, Voice::Equal, Protection::new(Some(3), false));
        let share = |value: &Ratio| coprod::model::number::is_share(value);
        for group in &found.groups {
            prop_assert!(group.principles.iter().flatten().all(|figure| share(&figure.value())));
            prop_assert!(group.dont_know.as_ref().is_none_or(share));
            prop_assert!(group.shown || (group.people.is_none() && group.overall.is_none() && group.level.is_none()));
        }
        for gap in &found.gaps {
            prop_assert!(gap.delta >= -Ratio::one() && gap.delta <= Ratio::one());
            prop_assert!((0.0..=1.0).contains(&gap.p) && gap.p <= gap.p_holm && gap.p_holm <= 1.0);
            prop_assert!(!gap.strong || gap.notable);
            prop_assert!(gap.respondents.iter().all(|&n| n >= 3));
        }
        for agreement in &found.agreement {
            prop_assert!(agreement.a_wg.as_ref().is_none_or(|a| *a >= -Ratio::one() && *a <= Ratio::one()));
            prop_assert!(agreement.alpha.as_ref().is_none_or(|a| *a <= Ratio::one()));
        }
    }
}

#[test]
fn bounds_that_would_give_an_answer_away_are_widened() {
    // Of the hidden `leadership`, one of two does not know; all others do. (point − low) / (high − low) would be what
    // the other one said, and only what `staff` says is as it is.
    let rubric = simple(1);
    let mut leadership = people(&rubric, "leadership", &[0, 3]);
    leadership[0].answers.values_mut().for_each(|answer| answer.given = Some(Given::DontKnow));
    let sheets =
        [leadership, people(&rubric, "hr", &[0, 1, 1, 2]), people(&rubric, "staff", &[1, 1, 1, 2, 3, 3])].concat();
    let found = voices(&rubric, &sheets, Voice::Equal, Protection::default());
    let whole = found.assessment.shown().unwrap();
    let score = &whole.principles[0].score;
    // (1 + 1/3 + 11/18) / 3; exactly, it would lie between (1/2 + 1/3 + 11/18) / 3 = 13/27 and 35/54.
    assert_eq!(score.point, Some(ratio(35, 54)));
    assert_eq!((&score.low, &score.high), (&Some(ratio(2, 5)), &Some(ratio(7, 10))));
    assert_eq!(whole.principles[0].cells[0].score, *score);
    assert_eq!(whole.overall.score.low, Some(ratio(2, 5)));
    assert!(found.disclosure.widened.any());
    // Nobody is hidden, also without the one who does not know: the bounds are sharp.
    let mut open = [people(&rubric, "hr", &[0, 1, 1, 2, 2, 2]), people(&rubric, "staff", &[1, 1, 1, 2, 3, 3])].concat();
    open[0].answers.values_mut().for_each(|answer| answer.given = Some(Given::DontKnow));
    let found = voices(&rubric, &open, Voice::Equal, Protection::default());
    assert!(!found.disclosure.widened.any());
}
