//! Several voices: every perspective weighs the same, or every person.

use super::{question, rubric, sheet, some};
use coprod::model::Given::{Choice, DontKnow, NotApplicable};
use coprod::model::{Given, Question, Ratio, Rubric, Sheet};
use coprod::scoring::{Bounds, Voice, assess};

fn one_question() -> Rubric {
    rubric(1, 1, vec![question("a", 0, 0)])
}

fn person(perspective: &str, respondent: &str, given: Given) -> Sheet {
    Sheet { respondent: Some(respondent.to_owned()), ..sheet(Some(perspective), [("a", given)]) }
}

fn score(sheets: &[Sheet], voice: Voice) -> (Bounds, Option<Ratio>) {
    let assessed = assess(&one_question(), sheets, voice);
    (assessed.principles[0].score.clone(), assessed.principles[0].coverage.clone())
}

#[test]
fn a_perspective_gains_nothing_by_numbers_except_by_head_count() {
    let few = [person("hr", "r-1", Choice(3)), person("staff", "r-2", Choice(0))];
    let more: Vec<Sheet> = few.iter().cloned().chain([person("hr", "r-3", Choice(3))]).collect();
    let half = Bounds { low: some(1, 2), point: some(1, 2), high: some(1, 2) };
    assert_eq!(score(&few, Voice::Equal).0, half);
    assert_eq!(score(&more, Voice::Equal).0, half);
    assert_eq!(score(&few, Voice::Headcount).0, half);
    assert_eq!(score(&more, Voice::Headcount).0.point, some(2, 3));
}

#[test]
fn the_means_and_the_coverage_of_both_voices_are_those_of_the_rules() {
    let sheets = [
        person("hr", "r-1", Choice(3)),
        person("staff", "r-2", Choice(0)),
        person("staff", "r-3", DontKnow),
        person("users", "r-4", NotApplicable),
    ];
    let (bounds, coverage) = score(&sheets, Voice::Equal);
    assert_eq!(bounds, Bounds { low: some(1, 2), point: some(1, 2), high: some(3, 4) });
    assert_eq!(coverage, some(3, 4));
    let (bounds, coverage) = score(&sheets, Voice::Headcount);
    assert_eq!(bounds, Bounds { low: some(1, 3), point: some(1, 2), high: some(2, 3) });
    assert_eq!(coverage, some(2, 3));
}

#[test]
fn only_those_who_were_asked_count() {
    let asked = Question { perspectives: Some(vec![0]), ..question("a", 0, 0) };
    let rubric = rubric(1, 1, vec![asked]);
    let coverage = |perspective| {
        let assessed = assess(&rubric, &[sheet(perspective, [("a", Choice(1))])], Voice::Equal);
        assessed.overall.coverage
    };
    assert_eq!(coverage(Some("hr")), some(1, 1));
    assert_eq!(coverage(None), some(1, 1), "the whole organisation is asked everything");
    assert_eq!(coverage(Some("staff")), None, "what is not asked is left out, never unknown");
}

#[test]
fn a_setting_decides_what_is_asked_and_both_are_asked_everything() {
    let asked = Question { settings: Some(vec!["employer".to_owned()]), ..question("a", 0, 0) };
    let rubric = rubric(1, 1, vec![asked]);
    let coverage = |setting: Option<&str>| {
        let mut sheet = sheet(None, [("a", Choice(1))]);
        sheet.organisation.setting = setting.map(str::to_owned);
        assess(&rubric, &[sheet], Voice::Equal).overall.coverage
    };
    assert_eq!(coverage(Some("provider")), None);
    for setting in [Some("employer"), Some("both"), None] {
        assert_eq!(coverage(setting), some(1, 1), "{setting:?}");
    }
}

#[test]
fn not_applicable_where_it_is_not_allowed_is_unanswered() {
    let strict = Question { na_allowed: false, ..question("a", 0, 0) };
    let assessed = assess(&rubric(1, 1, vec![strict]), &[sheet(None, [("a", NotApplicable)])], Voice::Equal);
    let cell = &assessed.principles[0].cells[0];
    assert_eq!((cell.counts.applicable, cell.counts.unanswered, cell.counts.dont_know), (1, 1, 0));
    assert_eq!(cell.score, Bounds { low: some(0, 1), point: None, high: some(1, 1) });
}
