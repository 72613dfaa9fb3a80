//! What the result says of many voices. What is hidden is null; for publication, figures are rounded.

use super::{LevelPart, level, nothing};
use crate::model::Ratio;
use crate::model::number::ratio;
use crate::report::Report;
use crate::report::shown::response_rate;
use crate::scoring::{Basis, Figure, Group, HiddenReason, View, Who};
use serde::Serialize;

/// The keys of many voices, which stand beside the others.
#[derive(Serialize)]
pub struct VoicesPart<'a> {
    min_group: u64,
    perspectives: Vec<PerspectivePart<'a>>,
    gaps: Vec<GapPart<'a>>,
    contrasts: Vec<ContrastPart<'a>>,
    agreement: Vec<AgreementPart<'a>>,
    stability: Option<bool>,
    disclosure: Vec<HiddenPart<'a>>,
    dominance: bool,
    contested: bool,
    basis: &'static str,
    lived_experience: Option<ViewPart<'a>>,
    others: Option<ViewPart<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    responsible: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deletion_date: Option<&'a str>,
}

#[derive(Serialize)]
struct PerspectivePart<'a> {
    id: &'a str,
    label: String,
    shown: bool,
    n: Option<u64>,
    lived_experience: bool,
    statement: bool,
    invited: Option<u64>,
    response_rate: Option<f64>,
    principles: Vec<PerspectivePrinciple<'a>>,
    score: FigurePart,
    level: LevelPart<'a>,
    dont_know: Option<f64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pooled: Vec<&'a str>,
}

#[derive(Serialize)]
struct PerspectivePrinciple<'a> {
    id: &'a str,
    score: FigurePart,
}

/// The score of a group: of its known answers only, so that no bounds are told, except where all chose an extreme.
#[derive(Serialize)]
pub struct FigurePart {
    point: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(Serialize)]
struct GapPart<'a> {
    principle: &'a str,
    a: &'a str,
    b: &'a str,
    means: [f64; 2],
    delta: f64,
    p: f64,
    p_holm: f64,
    exact: bool,
    difference: f64,
    notable: bool,
    strong: bool,
}

#[derive(Serialize)]
struct ContrastPart<'a> {
    question: &'a str,
    a: &'a str,
    b: &'a str,
    means: [f64; 2],
    difference: f64,
}

#[derive(Serialize)]
struct AgreementPart<'a> {
    principle: &'a str,
    a_wg: Option<f64>,
    alpha: Option<f64>,
    raters: Option<usize>,
}

#[derive(Serialize)]
struct HiddenPart<'a> {
    principle: Option<&'a str>,
    hidden: &'a str,
    reason: &'static str,
}

#[derive(Serialize)]
struct ViewPart<'a> {
    level: LevelPart<'a>,
    score: FigurePart,
    n: Option<u64>,
    principles: Vec<ViewPrinciple<'a>>,
}

#[derive(Serialize)]
struct ViewPrinciple<'a> {
    id: &'a str,
    score: FigurePart,
    level: LevelPart<'a>,
}

/// Gathers the keys.
pub fn part<'a>(report: &'a Report) -> VoicesPart<'a> {
    let voices = &report.voices;
    VoicesPart {
        min_group: report.k(),
        perspectives: voices.groups.iter().map(|group| perspective(report, group)).collect(),
        gaps: gaps(report),
        contrasts: contrasts(report),
        agreement: agreement(report),
        stability: voices.stable,
        disclosure: hidden(report),
        dominance: voices.disclosure.dominance,
        contested: voices.contested,
        basis: match voices.basis {
            Basis::SelfView => "self_view",
            Basis::LivedExperience => "lived_experience",
        },
        lived_experience: voices.lived_experience.as_ref().map(|found| view(report, found)),
        others: voices.others.as_ref().map(|found| view(report, found)),
        responsible: report.round.responsible.as_deref(),
        deletion_date: report.round.deletion_date.as_deref(),
    }
}

fn hundredths(value: &Ratio) -> f64 {
    ((value * ratio(100, 1) + ratio(1, 2)).floor() / ratio(100, 1)).to_f64()
}

/// Exactly; for publication in hundredths.
fn number(report: &Report, value: &Ratio) -> f64 {
    if report.voices.disclosure.protection.for_publication() { hundredths(value) } else { value.to_f64() }
}

fn figure(report: &Report, found: Option<&Figure>) -> FigurePart {
    let nothing = FigurePart { point: None, low: None, high: None };
    found.map_or(nothing, |found| FigurePart::new(found, number(report, &found.value())))
}

impl FigurePart {
    /// A figure and its value as it is printed, 0…1.
    pub fn new(found: &Figure, value: f64) -> Self {
        let (low, high) = match found {
            Figure::AtLeast95 => (Some(value), Some(1.0)),
            Figure::AtMost5 => (Some(0.0), Some(value)),
            Figure::Exact(_) => (None, None),
        };
        Self { point: Some(value), low, high }
    }
}

fn principle<'a>(report: &'a Report, index: usize) -> &'a str {
    report.rubric.principles.get(index).map_or("", |principle| principle.id.as_str())
}

fn perspective<'a>(report: &'a Report, group: &'a Group) -> PerspectivePart<'a> {
    let principles = group.principles.iter().enumerate();
    let pooled = &report.voices.disclosure.pooled;
    PerspectivePart {
        id: group.who.id(),
        label: report.group_name(&group.who),
        shown: group.shown,
        n: group.people,
        lived_experience: group.lived_experience,
        statement: group.statement,
        invited: report.round.invited(group.who.id()),
        response_rate: response_rate(&report.round, group).map(|rate| number(report, &rate)),
        principles: principles
            .map(|(index, found)| PerspectivePrinciple {
                id: principle(report, index),
                score: figure(report, found.as_ref()),
            })
            .collect(),
        score: figure(report, group.overall.as_ref()),
        level: group.level.as_ref().map_or_else(nothing, |found| level(report.rubric, found)),
        dont_know: group.dont_know.as_ref().map(|share| number(report, share)),
        pooled: if group.who == Who::LivedExperience {
            pooled.iter().map(String::as_str).collect()
        } else {
            Vec::new()
        },
    }
}

fn gaps<'a>(report: &'a Report) -> Vec<GapPart<'a>> {
    let gaps = report.voices.gaps.iter();
    gaps.map(|gap| GapPart {
        principle: principle(report, gap.principle),
        a: gap.a.id(),
        b: gap.b.id(),
        means: [0, 1].map(|at| number(report, &gap.means[at].value())),
        delta: number(report, &gap.delta),
        p: gap.p,
        p_holm: gap.p_holm,
        exact: gap.exact,
        difference: number(report, &gap.difference),
        notable: gap.notable,
        strong: gap.strong,
    })
    .collect()
}

fn contrasts<'a>(report: &'a Report) -> Vec<ContrastPart<'a>> {
    let contrasts = report.voices.contrasts.iter();
    contrasts
        .filter_map(|found| {
            Some(ContrastPart {
                question: &report.rubric.questions.get(found.question)?.id,
                a: found.a.id(),
                b: found.b.id(),
                means: [0, 1].map(|at| number(report, &found.means[at].value())),
                difference: number(report, &found.difference),
            })
        })
        .collect()
}

fn agreement<'a>(report: &'a Report) -> Vec<AgreementPart<'a>> {
    let agreement = report.voices.agreement.iter();
    agreement
        .map(|found| AgreementPart {
            principle: principle(report, found.principle),
            a_wg: found.a_wg.as_ref().map(|value| number(report, value)),
            alpha: found.alpha.as_ref().map(|value| number(report, value)),
            raters: found.raters,
        })
        .collect()
}

/// Everything that is hidden: of which principle (null: overall), of whom, and why.
fn hidden<'a>(report: &'a Report) -> Vec<HiddenPart<'a>> {
    let disclosure = &report.voices.disclosure;
    let mut out = Vec::new();
    for (index, found) in disclosure.principles.iter().enumerate() {
        let mut add = |hidden, why| {
            out.push(HiddenPart { principle: Some(principle(report, index)), hidden, reason: reason(why) });
        };
        // Where nobody answered, nothing is hidden.
        let groups = found.groups.iter().filter(|(_, why)| *why != HiddenReason::NoAnswers);
        groups.for_each(|(who, why)| add(who.id(), *why));
        found.total.into_iter().for_each(|why| add("total", why));
        found.views.into_iter().for_each(|why| add("views", why));
    }
    let overall = disclosure.overall.into_iter();
    out.extend(overall.map(|why| HiddenPart { principle: None, hidden: "total", reason: reason(why) }));
    out
}

fn reason(reason: HiddenReason) -> &'static str {
    match reason {
        HiddenReason::TooFew => "too_few",
        HiddenReason::Complementary => "complementary",
        HiddenReason::Pooled => "pooled",
        HiddenReason::TotalTooFew => "total_too_few",
        HiddenReason::PartHidden => "part_hidden",
        HiddenReason::Subtraction => "subtraction",
        HiddenReason::NoAnswers => "no_answers",
    }
}

fn view<'a>(report: &'a Report, view: &'a View) -> ViewPart<'a> {
    let of = |found: Option<&'a crate::scoring::Attainment>| found.map_or_else(nothing, |l| level(report.rubric, l));
    let principles = view.principles.iter().zip(&view.levels).enumerate();
    ViewPart {
        level: of(view.level.as_ref()),
        score: figure(report, view.overall.as_ref()),
        n: view.people,
        principles: principles
            .map(|(index, (found, attained))| ViewPrinciple {
                id: principle(report, index),
                score: figure(report, found.as_ref()),
                level: of(attained.as_ref()),
            })
            .collect(),
    }
}
