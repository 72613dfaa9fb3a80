//! The kind of involvement: each rule is reached.

use super::{question, rubric, sheet};
use coprod::model::Given::{Choice, DontKnow, NotApplicable};
use coprod::model::{Facet, Given, Question, Rubric};
use coprod::scoring::{Involvement, InvolvementKind as Kind, Rule, Voice, assess};

const PHASES: [&str; 4] = ["planning", "design", "delivery", "evaluation"];
const ASPECTS: [&str; 4] = ["involvement", "power", "reciprocity", "routine"];

/// One question on involvement and one on power for each phase (`i0`, `p0` …), one on reciprocity, one on routine.
fn phases(routine: bool) -> Rubric {
    let of = |id: String, phase: Vec<usize>, aspect: usize| Question {
        facets: vec![phase, vec![aspect]],
        ..question(&id, 0, 0)
    };
    let mut questions: Vec<Question> =
        (0..4).flat_map(|i| [of(format!("i{i}"), vec![i], 0), of(format!("p{i}"), vec![i], 1)]).collect();
    questions.push(of("mutual".into(), vec![], 2));
    if routine {
        questions.push(of("usual".into(), vec![], 3));
    }
    let facet = |id: &str, values: &[&str]| Facet {
        id: id.to_owned(),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    };
    Rubric { facets: vec![facet("phase", &PHASES), facet("aspect", &ASPECTS)], ..rubric(1, 1, questions) }
}

const IDS: [&str; 10] = ["i0", "p0", "i1", "p1", "i2", "p2", "i3", "p3", "mutual", "usual"];
/// A question and what is answered to it.
type Told = (&'static str, Given);

const YES: Given = Choice(2);
const NO: Given = Choice(1);

/// Everything "no", except power and involvement in these phases, and what is said otherwise.
fn found(rubric: &Rubric, shared: &[usize], otherwise: &[Told]) -> Involvement {
    let given = |id: &str| {
        let told = otherwise.iter().find(|(other, _)| *other == id).map(|(_, given)| *given);
        let phase = id[1..].parse::<usize>().ok();
        told.unwrap_or(if phase.is_none_or(|phase| shared.contains(&phase)) { YES } else { NO })
    };
    let sheet = sheet(None, IDS.map(|id| (id, given(id))));
    assess(rubric, &[sheet], Voice::Equal).involvement.expect("the rubric has the facets")
}

#[test]
fn each_rule_is_reached_in_its_order() {
    let all = &[0, 1, 2, 3][..];
    let cases: [(&[usize], &[Told], Kind, Rule); 13] = [
        (&[], &[], Kind::NoParticipation, Rule::InvolvedNowhere),
        // Power without involvement is not shared.
        (&[], &[("p1", Choice(3))], Kind::NoParticipation, Rule::InvolvedNowhere),
        (&[], &[("i1", YES)], Kind::Participation, Rule::SharedNowhere),
        (all, &[("p0", NO), ("p1", NO), ("p2", NO), ("p3", NO)], Kind::Participation, Rule::SharedNowhere),
        (all, &[], Kind::CoProduction, Rule::SharedEverywhere),
        (all, &[("usual", NO)], Kind::CoCreation, Rule::SharedEarlyAndLate),
        (all, &[("mutual", NO)], Kind::CoCreation, Rule::SharedEarlyAndLate),
        (all, &[("mutual", NotApplicable)], Kind::CoCreation, Rule::SharedEarlyAndLate),
        (all, &[("usual", NotApplicable)], Kind::CoCreation, Rule::SharedEarlyAndLate),
        (&[0, 1, 2], &[], Kind::CoCreation, Rule::SharedEarlyAndLate),
        (&[1, 3], &[], Kind::CoCreation, Rule::SharedEarlyAndLate),
        (&[0, 1], &[], Kind::CoDesign, Rule::SharedEarly),
        (&[3], &[], Kind::CoDelivery, Rule::SharedLate),
    ];
    for (shared, otherwise, kind, rule) in cases {
        let involvement = found(&phases(true), shared, otherwise);
        assert_eq!(involvement.kinds, Some([kind; 3]), "{shared:?} {otherwise:?}");
        assert_eq!(involvement.rule, Some(rule), "{shared:?} {otherwise:?}");
    }
}

#[test]
fn a_rubric_without_questions_on_routine_does_not_ask_for_it() {
    assert_eq!(found(&phases(false), &[0, 1, 2, 3], &[]).kinds, Some([Kind::CoProduction; 3]));
}

#[test]
fn exactly_half_is_enough() {
    let rubric = Rubric { scale: super::scale(&[0, 1, 2]), ..phases(true) };
    let sheet = sheet(None, IDS.map(|id| (id, Choice(1))));
    let kinds = assess(&rubric, &[sheet], Voice::Equal).involvement.unwrap().kinds;
    assert_eq!(kinds, Some([Kind::CoProduction; 3]));
}

#[test]
fn unknown_answers_leave_a_range() {
    let involvement = found(&phases(true), &[0, 1, 2, 3], &[("p2", DontKnow), ("p3", DontKnow)]);
    assert_eq!(involvement.kinds, Some([Kind::CoDesign, Kind::CoDesign, Kind::CoProduction]));
    let nothing = assess(&phases(true), &[sheet(None, [])], Voice::Equal).involvement.unwrap();
    assert_eq!(nothing.kinds, Some([Kind::NoParticipation, Kind::NoParticipation, Kind::CoProduction]));
}

#[test]
fn a_phase_without_such_questions_cannot_be_shared() {
    let mut rubric = phases(true);
    rubric.questions.retain(|question| question.id != "p3");
    assert_eq!(found(&rubric, &[0, 1, 2, 3], &[]).kinds, Some([Kind::CoCreation; 3]));
}

#[test]
fn nothing_is_said_where_no_question_on_involvement_applies() {
    let none = [("i0", NotApplicable), ("i1", NotApplicable), ("i2", NotApplicable), ("i3", NotApplicable)];
    let involvement = found(&phases(true), &[], &none);
    assert_eq!((involvement.kinds, involvement.rule), (None, None));
}

#[test]
fn a_rubric_without_the_facets_says_nothing_of_involvement() {
    for lacking in 0..2 {
        let mut rubric = phases(true);
        rubric.facets.remove(lacking);
        for question in &mut rubric.questions {
            question.facets.remove(lacking);
        }
        assert_eq!(assess(&rubric, &[sheet(None, [])], Voice::Equal).involvement, None);
    }
}
