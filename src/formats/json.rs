//! The result `coprod/result/1`: what scripts read. Its structs are its own, apart from the internal types, so that a
//! change inside cannot change the contract by accident.

pub(super) mod voices;

use super::escape::ascii_controls;
use super::{Format, View};
use crate::model::{Organisation, Process, Ratio, Rubric};
use crate::report::Report;
use crate::scoring::{Attainment, Bounds, CellScore, Involvement, InvolvementKind, Reason, Rule, Status};
use indexmap::IndexMap;
use serde::Serialize;
use std::io::{self, Write};

/// The format `json`.
#[derive(Debug)]
pub struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn write(&self, report: &Report, _view: &View, out: &mut dyn Write) -> io::Result<Vec<String>> {
        let text = serde_json::to_string_pretty(&result(report)).map_err(io::Error::other)?;
        writeln!(out, "{}", ascii_controls(&text))?;
        Ok(Vec::new())
    }
}

/// The document that is written.
#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    tool: Tool,
    rubric: RubricPart<'a>,
    organisation: OrganisationPart<'a>,
    date: &'a str,
    sheets: usize,
    language: &'a str,
    kind: &'static str,
    voice: &'static str,
    perspectives_answered: Vec<Option<&'a str>>,
    #[serde(flatten)]
    voices: voices::VoicesPart<'a>,
    process: Option<ProcessPart<'a>>,
    overall: Overall<'a>,
    principles: Vec<PrinciplePart<'a>>,
    facets: IndexMap<&'a str, Vec<FacetPart<'a>>>,
    involvement: Option<InvolvementPart<'a>>,
    recommendations: Vec<RecommendationPart<'a>>,
    warnings: Vec<WarningPart<'a>>,
}

#[derive(Serialize)]
pub(super) struct Tool {
    name: &'static str,
    version: &'static str,
}

/// The program that wrote a file.
pub(super) const TOOL: Tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };

#[derive(Serialize)]
pub(super) struct RubricPart<'a> {
    id: &'a str,
    version: String,
    digest: &'a str,
}

#[derive(Serialize)]
pub(super) struct OrganisationPart<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sector: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    setting: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<&'a str>,
}

#[derive(Serialize)]
struct ProcessPart<'a> {
    chose_questions: Option<&'a str>,
    answered: Option<&'a str>,
    interpreted: Option<&'a str>,
    decides: Option<&'a str>,
}

#[derive(Serialize)]
struct Overall<'a> {
    level: LevelPart<'a>,
    score: ScorePart,
    coverage: Option<f64>,
}

#[derive(Serialize)]
pub(super) struct LevelPart<'a> {
    point: Option<&'a str>,
    low: Option<&'a str>,
    high: Option<&'a str>,
    possible: Vec<&'a str>,
    status: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct ScorePart {
    point: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(Serialize)]
struct PrinciplePart<'a> {
    id: &'a str,
    name: &'a str,
    level: LevelPart<'a>,
    score: ScorePart,
    coverage: Option<f64>,
    cells: Vec<CellPart<'a>>,
}

#[derive(Serialize)]
struct CellPart<'a> {
    level: &'a str,
    score: ScorePart,
    threshold: f64,
    passes: PassesPart,
    counts: CountsPart,
    blockers: Vec<&'a str>,
}

#[derive(Serialize)]
struct PassesPart {
    low: Option<bool>,
    point: Option<bool>,
    high: Option<bool>,
}

#[derive(Serialize)]
struct CountsPart {
    questions: usize,
    applicable: Option<usize>,
    answered: Option<usize>,
    dont_know: Option<usize>,
    unanswered: Option<usize>,
}

#[derive(Serialize)]
struct FacetPart<'a> {
    id: &'a str,
    score: ScorePart,
}

#[derive(Serialize)]
struct InvolvementPart<'a> {
    kind: Option<&'static str>,
    low: Option<&'static str>,
    high: Option<&'static str>,
    rule: Option<&'static str>,
    phases: Vec<PhasePart<'a>>,
}

#[derive(Serialize)]
struct PhasePart<'a> {
    id: &'a str,
    involvement: ScorePart,
    power: ScorePart,
    involved: Option<bool>,
    shared: Option<bool>,
}

#[derive(Serialize)]
struct RecommendationPart<'a> {
    question: &'a str,
    rank: usize,
    principle: &'a str,
    level: &'a str,
    reason: &'static str,
    essential: bool,
    unknown: bool,
    /// The option that the plan to the next level takes it to.
    to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    steps: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    benefit: Option<&'a str>,
}

#[derive(Serialize)]
struct WarningPart<'a> {
    code: &'static str,
    file: &'a str,
    pointer: &'a str,
    message: String,
}

fn result<'a>(report: &'a Report) -> Document<'a> {
    let (rubric, assessment) = (report.rubric, &report.assessment);
    let overall = &assessment.overall;
    Document {
        format: "coprod/result/1",
        tool: TOOL,
        rubric: rubric_part(rubric),
        organisation: organisation(report.organisation()),
        date: report.date(),
        sheets: report.voices.sheets,
        language: &report.texts.language,
        kind: match rubric.kind {
            crate::model::Kind::Full => "full",
            crate::model::Kind::Quick => "quick",
        },
        voice: match report.voice {
            crate::scoring::Voice::Equal => "equal",
            crate::scoring::Voice::Headcount => "headcount",
        },
        perspectives_answered: report.perspectives(),
        voices: voices::part(report),
        process: process(report.process()),
        overall: Overall {
            level: level(rubric, &overall.level),
            score: score(report, &overall.score, None),
            coverage: overall.coverage.as_ref().map(|share| report.exact_number(share)),
        },
        principles: principles(report),
        facets: facets(report),
        involvement: assessment.involvement.as_ref().map(|found| involvement(report, found)),
        recommendations: recommendations(report),
        warnings: report.warnings.iter().map(|problem| warning(report, problem)).collect(),
    }
}

pub(super) fn rubric_part(rubric: &Rubric) -> RubricPart<'_> {
    RubricPart { id: &rubric.id, version: rubric.version.to_string(), digest: &rubric.digest }
}

pub(super) fn organisation(organisation: &Organisation) -> OrganisationPart<'_> {
    OrganisationPart {
        name: &organisation.name,
        sector: organisation.sector.as_deref(),
        country: organisation.country.as_deref(),
        size: organisation.size.as_deref(),
        setting: organisation.setting.as_deref(),
        scope: organisation.scope.as_deref(),
        period: organisation.period.as_deref(),
    }
}

fn process(process: &Process) -> Option<ProcessPart<'_>> {
    (*process != Process::default()).then_some(ProcessPart {
        chose_questions: process.chose_questions.as_deref(),
        answered: process.answered.as_deref(),
        interpreted: process.interpreted.as_deref(),
        decides: process.decides.as_deref(),
    })
}

/// The id of a rank: `none` below the first level.
pub(super) fn rank(rubric: &Rubric, rank: usize) -> &str {
    rank.checked_sub(1).and_then(|index| rubric.levels.get(index)).map_or("none", |level| level.id.as_str())
}

pub(super) fn level<'a>(rubric: &'a Rubric, attainment: &Attainment) -> LevelPart<'a> {
    LevelPart {
        point: attainment.published().map(|r| rank(rubric, r)),
        low: attainment.low.map(|r| rank(rubric, r)),
        high: attainment.high.map(|r| rank(rubric, r)),
        possible: attainment.possible.iter().map(|&r| rank(rubric, r)).collect(),
        status: attainment.status.map(|status| match status {
            Status::Certain => "certain",
            Status::Provisional => "provisional",
            Status::Insufficient => "insufficient",
        }),
    }
}

/// A level of which nothing is told.
fn nothing<'a>() -> LevelPart<'a> {
    LevelPart { point: None, low: None, high: None, possible: Vec::new(), status: None }
}

/// A score as it is, where what it rests on is shown already.
pub(super) fn plain_score(bounds: &Bounds) -> ScorePart {
    let number = |value: &Option<Ratio>| value.as_ref().map(Ratio::to_f64);
    ScorePart { point: number(&bounds.point), low: number(&bounds.low), high: number(&bounds.high) }
}

pub(super) fn score(report: &Report, bounds: &Bounds, threshold: Option<&Ratio>) -> ScorePart {
    let [low, point, high] = report.exact_bounds(bounds, threshold);
    ScorePart { point, low, high }
}

fn principles<'a>(report: &'a Report) -> Vec<PrinciplePart<'a>> {
    let rubric = report.rubric;
    let entries = rubric.principles.iter().zip(&report.texts.principles).zip(&report.assessment.principles).enumerate();
    entries
        .map(|(index, ((principle, text), found))| PrinciplePart {
            id: &principle.id,
            name: &text.name,
            level: level(rubric, &found.level),
            score: score(report, &found.score, None),
            coverage: found.coverage.as_ref().map(|share| report.exact_number(share)),
            cells: (rubric.levels.iter().zip(&found.cells).enumerate())
                .map(|(level, (entry, found))| cell(report, entry, found, report.shows_cell(index, level)))
                .collect(),
        })
        .collect()
}

fn cell<'a>(report: &'a Report, level: &'a crate::model::Level, cell: &CellScore, shown: bool) -> CellPart<'a> {
    let (rubric, counts) = (report.rubric, cell.counts);
    let told = |count| report.shows_counts(cell).then_some(count);
    CellPart {
        level: &level.id,
        score: score(report, &cell.score, Some(&level.threshold)),
        threshold: level.threshold.to_f64(),
        // Whether a hidden cell passes, nobody may know.
        passes: PassesPart {
            low: shown.then_some(cell.passes.low),
            point: shown.then_some(cell.passes.point),
            high: shown.then_some(cell.passes.high),
        },
        counts: CountsPart {
            questions: counts.questions,
            applicable: told(counts.applicable),
            answered: told(counts.answered),
            dont_know: told(counts.dont_know),
            unanswered: told(counts.unanswered),
        },
        blockers: ids(rubric, &cell.blockers),
    }
}

pub(super) fn ids<'a>(rubric: &'a Rubric, questions: &[usize]) -> Vec<&'a str> {
    questions.iter().filter_map(|&index| rubric.questions.get(index)).map(|question| question.id.as_str()).collect()
}

fn facets<'a>(report: &'a Report) -> IndexMap<&'a str, Vec<FacetPart<'a>>> {
    let entries = report.rubric.facets.iter().zip(&report.assessment.facets).enumerate();
    entries
        .map(|(at, (facet, scores))| {
            let values = facet.values.iter().zip(scores).enumerate();
            let part = |(value, (id, bounds)): (usize, (&'a String, &Bounds))| {
                let hidden = Bounds::default();
                let bounds = if report.shows_facet(at, value) { bounds } else { &hidden };
                FacetPart { id, score: score(report, bounds, None) }
            };
            (facet.id.as_str(), values.map(part).collect())
        })
        .collect()
}

fn involvement<'a>(report: &Report, found: &'a Involvement) -> InvolvementPart<'a> {
    InvolvementPart {
        kind: found.kinds.map(|kinds| kind(kinds[1])),
        low: found.kinds.map(|kinds| kind(kinds[0])),
        high: found.kinds.map(|kinds| kind(kinds[2])),
        rule: found.rule.map(rule),
        phases: found
            .phases
            .iter()
            .map(|phase| PhasePart {
                id: phase.id,
                involvement: score(report, &phase.involvement, None),
                power: score(report, &phase.power, None),
                involved: phase.involved.map(|[_, point, _]| point),
                shared: phase.shared.map(|[_, point, _]| point),
            })
            .collect(),
    }
}

fn kind(kind: InvolvementKind) -> &'static str {
    match kind {
        InvolvementKind::NoParticipation => "no_participation",
        InvolvementKind::Participation => "participation",
        InvolvementKind::CoDesign => "co_design",
        InvolvementKind::CoDelivery => "co_delivery",
        InvolvementKind::CoCreation => "co_creation",
        InvolvementKind::CoProduction => "co_production",
    }
}

fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::InvolvedNowhere => "involved_nowhere",
        Rule::SharedNowhere => "shared_nowhere",
        Rule::SharedEverywhere => "shared_everywhere",
        Rule::SharedEarlyAndLate => "shared_early_and_late",
        Rule::SharedEarly => "shared_early",
        Rule::SharedLate => "shared_late",
    }
}

fn recommendations<'a>(report: &'a Report) -> Vec<RecommendationPart<'a>> {
    let rubric = report.rubric;
    let priorities = report.assessment.priorities.iter().enumerate();
    priorities
        .filter_map(|(index, priority)| {
            let question = rubric.questions.get(priority.question)?;
            let text = report.texts.questions.get(priority.question)?.recommendation.as_ref();
            Some(RecommendationPart {
                question: &question.id,
                rank: index + 1,
                principle: rubric.principles.get(question.principle).map_or("", |p| p.id.as_str()),
                level: rubric.levels.get(question.level).map_or("", |l| l.id.as_str()),
                reason: match priority.reason {
                    Reason::BlocksOverall => "blocks_overall",
                    Reason::BlocksPrinciple => "blocks_principle",
                    Reason::BlocksLater => "blocks_later",
                    Reason::Improves => "improves",
                },
                essential: question.essential,
                unknown: priority.unknown && report.shows_question(priority.question),
                to: priority.planned.and_then(|to| rubric.scale.get(to)).map(|choice| choice.id.as_str()),
                title: text.map(|text| text.title.as_str()),
                steps: text.map_or(&[], |text| text.steps.as_slice()),
                benefit: text.and_then(|text| text.benefit.as_deref()),
            })
        })
        .collect()
}

fn warning<'a>(report: &Report, problem: &'a crate::error::Problem) -> WarningPart<'a> {
    WarningPart {
        code: problem.fault.code(),
        file: &problem.file,
        pointer: &problem.pointer,
        message: (report.words.fault)(&problem.fault),
    }
}
