//! The comparison `coprod/comparison/1`: what scripts read.

use super::super::json::voices::FigurePart;
use super::super::json::{
    LevelPart, OrganisationPart, RubricPart, ScorePart, TOOL, Tool, ids, level, organisation, plain_score, rank,
    rubric_part, score,
};
use crate::error::Problem;
use crate::formats::escape::ascii_controls;
use crate::model::{Ratio, Rubric};
use crate::report::Report;
use crate::report::trend::{TrendReport, movement_id, silence_id};
use crate::scoring::Figure;
use crate::scoring::group_trend::{GroupTrend, Shift};
use crate::scoring::trend::{Change, Comparison, PartTrend, Standing};
use indexmap::IndexMap;
use serde::Serialize;
use std::io::{self, Write};

/// Writes the document.
///
/// # Errors
/// Only those of `out`.
pub fn write(trend: &TrendReport, out: &mut dyn Write) -> io::Result<()> {
    let text = serde_json::to_string_pretty(&document(trend)).map_err(io::Error::other)?;
    writeln!(out, "{}", ascii_controls(&text))
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    tool: Tool,
    rubric: RubricPart<'a>,
    organisation: OrganisationPart<'a>,
    from: &'a str,
    to: &'a str,
    language: &'a str,
    editions: Vec<EditionPart<'a>>,
    #[serde(flatten)]
    total: ComparisonPart<'a>,
    /// What each perspective said in the first and in the last.
    perspectives: Vec<GroupPart<'a>>,
    /// Each with the one before it, of more than two.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    steps: Vec<StepPart<'a>>,
    warnings: Vec<WarningPart<'a>>,
}

#[derive(Serialize)]
struct EditionPart<'a> {
    date: &'a str,
    rubric_versions: Vec<String>,
    sheets: usize,
    basis: &'static str,
    /// Whether people with disabilities see a lower level, and which.
    contested: bool,
    lived_experience: Option<&'a str>,
    overall: StandPart<'a>,
    principles: Vec<StandPart<'a>>,
}

#[derive(Serialize)]
struct StandPart<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    level: LevelPart<'a>,
    score: ScorePart,
    coverage: Option<f64>,
}

#[derive(Serialize)]
struct GroupPart<'a> {
    id: &'a str,
    label: String,
    lived_experience: bool,
    n: Pair<Option<u64>>,
    overall: ShiftPart<'a>,
    principles: Vec<ShiftPart<'a>>,
}

/// A group's change: of its known answers only. Not comparable: everything but the reason is null.
#[derive(Serialize)]
struct ShiftPart<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    comparable: bool,
    reason: Option<&'static str>,
    delta: Option<f64>,
    verdict: Option<&'static str>,
    score: Option<Pair<FigurePart>>,
}

#[derive(Serialize)]
struct StepPart<'a> {
    from: &'a str,
    to: &'a str,
    #[serde(flatten)]
    comparison: ComparisonPart<'a>,
    perspectives: Vec<GroupPart<'a>>,
}

#[derive(Serialize)]
struct ComparisonPart<'a> {
    overall: TrendPart<'a>,
    principles: Vec<TrendPart<'a>>,
    facets: IndexMap<&'a str, Vec<ChangePart<'a>>>,
    applicability: ApplicabilityPart<'a>,
    rubric_change: RubricChangePart<'a>,
}

/// The contract's keys; where nothing can be compared, all but the first two are null.
#[derive(Serialize)]
struct TrendPart<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    comparable: bool,
    delta: Option<DeltaPart>,
    verdict: Option<&'static str>,
    level: Option<Pair<Option<&'a str>>>,
    composition: Option<bool>,
    regressed: Option<Vec<&'a str>>,
    essential_lost: Option<Vec<&'a str>>,
    common: Option<usize>,
    improved: Option<Vec<&'a str>>,
    score: Option<Pair<ScorePart>>,
    /// Of a principle only; null if it is not comparable.
    #[serde(skip_serializing_if = "Option::is_none")]
    cells: Option<Option<Vec<ChangePart<'a>>>>,
}

#[derive(Serialize)]
struct Pair<T> {
    old: T,
    new: T,
}

#[derive(Serialize)]
struct DeltaPart {
    point: Option<f64>,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct ChangePart<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'a str>,
    comparable: bool,
    delta: Option<DeltaPart>,
    verdict: Option<&'static str>,
    score: Option<Pair<ScorePart>>,
}

/// Questions that apply in one of the two only.
#[derive(Serialize)]
struct ApplicabilityPart<'a> {
    now: Vec<&'a str>,
    no_longer: Vec<&'a str>,
}

/// Questions that are not in both versions of the rubric.
#[derive(Serialize)]
struct RubricChangePart<'a> {
    not_in_both: Vec<&'a str>,
    dropped: Vec<&'a str>,
}

#[derive(Serialize)]
struct WarningPart<'a> {
    code: &'static str,
    file: &'a str,
    pointer: &'a str,
    message: String,
}

fn document<'a>(trend: &'a TrendReport) -> Document<'a> {
    let rubric = trend.rubric();
    let steps = trend.steps.iter().zip(&trend.step_groups).zip(trend.editions.windows(2));
    let steps = steps.filter(|_| trend.steps.len() > 1);
    Document {
        format: "coprod/comparison/1",
        tool: TOOL,
        rubric: rubric_part(rubric),
        organisation: organisation(trend.newest().organisation()),
        from: trend.oldest().date(),
        to: trend.newest().date(),
        language: &trend.newest().texts.language,
        editions: trend.editions.iter().map(|edition| edition_part(rubric, edition)).collect(),
        total: comparison(rubric, &trend.total),
        perspectives: trend.groups.iter().map(|group| group_part(trend, group)).collect(),
        steps: steps
            .map(|((step, groups), pair)| StepPart {
                from: pair.first().map_or("", |edition| edition.date()),
                to: pair.last().map_or("", |edition| edition.date()),
                comparison: comparison(rubric, step),
                perspectives: groups.iter().map(|group| group_part(trend, group)).collect(),
            })
            .collect(),
        warnings: trend.warnings.iter().map(|problem| warning(trend, problem)).collect(),
    }
}

fn edition_part<'a>(rubric: &'a Rubric, edition: &'a Report) -> EditionPart<'a> {
    let overall = &edition.assessment.overall;
    let principles = rubric.principles.iter().zip(&edition.assessment.principles);
    EditionPart {
        date: edition.date(),
        rubric_versions: edition.shared.versions.iter().map(ToString::to_string).collect(),
        sheets: edition.voices.sheets,
        basis: if edition.has_lived_experience() { "lived_experience" } else { "self_view" },
        contested: edition.voices.contested,
        lived_experience: edition.contested_rank().map(|seen| rank(rubric, seen)),
        overall: StandPart {
            id: None,
            level: level(rubric, &overall.level),
            score: score(edition, &overall.score, None),
            coverage: overall.coverage.as_ref().map(Ratio::to_f64),
        },
        principles: principles
            .map(|(principle, found)| StandPart {
                id: Some(&principle.id),
                level: level(rubric, &found.level),
                score: score(edition, &found.score, None),
                coverage: found.coverage.as_ref().map(Ratio::to_f64),
            })
            .collect(),
    }
}

fn comparison<'a>(rubric: &'a Rubric, found: &'a Comparison) -> ComparisonPart<'a> {
    let standing = |wanted: Standing| -> Vec<&'a str> {
        let each = rubric.questions.iter().zip(&found.questions).filter(|(_, question)| question.standing == wanted);
        each.map(|(question, _)| question.id.as_str()).collect()
    };
    let principles = rubric.principles.iter().zip(&found.principles).zip(&found.cells);
    let facets = rubric.facets.iter().zip(&found.facets);
    ComparisonPart {
        overall: part(rubric, None, &found.overall, None),
        principles: principles
            .map(|((principle, trend), cells)| part(rubric, Some(&principle.id), trend, Some(cells)))
            .collect(),
        facets: facets
            .map(|(facet, values)| {
                let values = facet.values.iter().zip(values);
                (facet.id.as_str(), values.map(|(id, found)| change(Some(id), None, found.as_ref())).collect())
            })
            .collect(),
        applicability: ApplicabilityPart { now: standing(Standing::OnlyNew), no_longer: standing(Standing::OnlyOld) },
        rubric_change: RubricChangePart {
            not_in_both: standing(Standing::OtherVersion),
            dropped: found.dropped.iter().map(String::as_str).collect(),
        },
    }
}

fn part<'a>(
    rubric: &'a Rubric,
    id: Option<&'a str>,
    trend: &'a PartTrend,
    cells: Option<&'a Vec<Option<Change>>>,
) -> TrendPart<'a> {
    let cells = cells.map(|cells| {
        let each = rubric.levels.iter().zip(cells);
        each.map(|(level, found)| change(None, Some(&level.id), found.as_ref())).collect::<Vec<_>>()
    });
    let Some(found) = &trend.change else {
        return TrendPart {
            id,
            comparable: false,
            delta: None,
            verdict: None,
            level: None,
            composition: None,
            regressed: None,
            essential_lost: None,
            common: None,
            improved: None,
            score: None,
            cells: cells.map(|_| None),
        };
    };
    let [old, new] = trend.levels.map(|level| level.map(|level| rank(rubric, level)));
    TrendPart {
        id,
        comparable: true,
        delta: Some(delta(found)),
        verdict: Some(movement_id(found.movement)),
        level: Some(Pair { old, new }),
        composition: Some(trend.composition),
        regressed: Some(ids(rubric, &trend.regressed)),
        essential_lost: Some(ids(rubric, &trend.essential_lost)),
        common: Some(trend.common.len()),
        improved: Some(ids(rubric, &trend.improved)),
        score: Some(Pair { old: plain_score(&found.old), new: plain_score(&found.new) }),
        cells: cells.map(Some),
    }
}

fn group_part<'a>(trend: &'a TrendReport, group: &'a GroupTrend) -> GroupPart<'a> {
    let principles = trend.rubric().principles.iter().zip(&group.principles);
    let [old, new] = group.people;
    GroupPart {
        id: group.who.id(),
        label: trend.newest().group_name(&group.who),
        lived_experience: group.lived_experience,
        n: Pair { old, new },
        overall: shift(None, &group.overall),
        principles: principles.map(|(principle, found)| shift(Some(&principle.id), found)).collect(),
    }
}

fn shift<'a>(id: Option<&'a str>, found: &Shift) -> ShiftPart<'a> {
    match found {
        Shift::Silent(why) => {
            ShiftPart { id, comparable: false, reason: Some(silence_id(*why)), delta: None, verdict: None, score: None }
        }
        Shift::Shown { figures: [old, new], delta, movement } => ShiftPart {
            id,
            comparable: true,
            reason: None,
            delta: delta.as_ref().map(Ratio::to_f64),
            verdict: Some(movement_id(*movement)),
            score: Some(Pair { old: figure_part(old), new: figure_part(new) }),
        },
    }
}

fn figure_part(found: &Figure) -> FigurePart {
    FigurePart::new(found, found.value().to_f64())
}

fn delta(change: &Change) -> DeltaPart {
    let delta = &change.delta;
    DeltaPart { point: delta.point.as_ref().map(Ratio::to_f64), low: delta.low.to_f64(), high: delta.high.to_f64() }
}

fn change<'a>(id: Option<&'a str>, level: Option<&'a str>, found: Option<&Change>) -> ChangePart<'a> {
    ChangePart {
        id,
        level,
        comparable: found.is_some(),
        delta: found.map(delta),
        verdict: found.map(|change| movement_id(change.movement)),
        score: found.map(|change| Pair { old: plain_score(&change.old), new: plain_score(&change.new) }),
    }
}

fn warning<'a>(trend: &TrendReport, problem: &'a Problem) -> WarningPart<'a> {
    WarningPart {
        code: problem.fault.code(),
        file: &problem.file,
        pointer: &problem.pointer,
        message: (trend.words().fault)(&problem.fault),
    }
}
