//! The plan `coprod/plan/1`: what scripts read. Its structs are its own, apart from the internal types, so that a change
//! inside cannot change the contract by accident.

use crate::formats::escape::ascii_controls;
use crate::model::Ratio;
use crate::report::plan::{PlanReport, Task};
use crate::scoring::plan::{Direction, Goal, Obstacle, Stage};
use num_traits::ToPrimitive;
use serde::Serialize;
use serde_json::Number;
use std::io::{self, Write};

/// Writes the plan.
///
/// # Errors
/// Only those of `out`.
pub fn write(plan: &PlanReport, out: &mut dyn Write) -> io::Result<()> {
    let text = serde_json::to_string_pretty(&document(plan)).map_err(io::Error::other)?;
    writeln!(out, "{}", ascii_controls(&text))
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    tool: Tool,
    rubric: RubricPart<'a>,
    organisation: OrganisationPart<'a>,
    date: &'a str,
    sheets: usize,
    language: &'a str,
    basis: &'static str,
    /// Whether people with disabilities see a lower level than the plan starts from, and which.
    contested: bool,
    lived_experience: Option<&'a str>,
    target: &'a str,
    budget: Option<Number>,
    limits: Limits<'a>,
    feasible: bool,
    obstacles: Vec<ObstaclePart<'a>>,
    exact: bool,
    /// How much effort (of a budget: score) a better plan could at most gain; 0 where the plan is exact.
    slack: Number,
    effort: Option<Number>,
    steps: Vec<StepPart<'a>>,
    ask_first: Vec<&'a str>,
    start: StagePart<'a>,
    reached: StagePart<'a>,
    principles: Vec<PrinciplePart<'a>>,
    what_if: Vec<WhatIfPart<'a>>,
    warnings: Vec<WarningPart<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct RubricPart<'a> {
    id: &'a str,
    version: String,
    digest: &'a str,
}

#[derive(Serialize)]
struct OrganisationPart<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Limits<'a> {
    principles: Option<Vec<&'a str>>,
    exclude: Vec<&'a str>,
    max_step: Option<usize>,
}

#[derive(Serialize)]
struct ObstaclePart<'a> {
    reason: &'static str,
    principle: Option<&'a str>,
    level: Option<&'a str>,
    question: Option<&'a str>,
    best: Option<f64>,
    threshold: Option<f64>,
}

#[derive(Serialize)]
struct StepPart<'a> {
    question: &'a str,
    from: &'a str,
    to: &'a str,
    effort: Number,
    rank: usize,
    principle: &'a str,
    level: &'a str,
    essential: bool,
    unknown: bool,
    /// The level that its principle reaches with this step.
    reaches: Option<&'a str>,
    after: StagePart<'a>,
    who: Vec<&'a str>,
    quarter: Option<usize>,
    due: Option<&'a str>,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    steps: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    benefit: Option<String>,
}

#[derive(Serialize)]
struct StagePart<'a> {
    level: Option<&'a str>,
    score: Option<f64>,
}

#[derive(Serialize)]
struct PrinciplePart<'a> {
    id: &'a str,
    level_from: &'a str,
    target: &'a str,
    level_to: &'a str,
    score: Option<f64>,
    effort: Number,
}

#[derive(Serialize)]
struct WhatIfPart<'a> {
    question: &'a str,
    direction: &'static str,
    to: &'a str,
    principle: &'a str,
    level_from: &'a str,
    level_to: &'a str,
}

#[derive(Serialize)]
struct WarningPart<'a> {
    code: &'static str,
    file: &'a str,
    pointer: &'a str,
    message: String,
}

/// Whole numbers are written as such.
fn number(value: &Ratio) -> Number {
    let whole = if value.is_integer() { value.to_integer().to_i64() } else { None };
    whole.map_or_else(|| Number::from_f64(value.to_f64()).unwrap_or_else(|| Number::from(0)), Number::from)
}

fn document<'a>(plan: &'a PlanReport) -> Document<'a> {
    let (report, found) = (plan.report, &plan.plan);
    let rubric = report.rubric;
    let questions = |list: &'a [usize]| list.iter().map(|&question| plan.question_id(question)).collect();
    Document {
        format: "coprod/plan/1",
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        rubric: RubricPart { id: &rubric.id, version: rubric.version.to_string(), digest: &rubric.digest },
        organisation: OrganisationPart { name: &report.organisation().name },
        date: report.date(),
        sheets: report.voices.sheets,
        language: &report.texts.language,
        basis: if report.has_lived_experience() { "lived_experience" } else { "self_view" },
        contested: report.voices.contested,
        lived_experience: report.contested_rank().map(|rank| plan.rank_id(rank)),
        target: match &found.goal {
            Goal::Level(level) => plan.rank_id(level + 1),
            Goal::Next => "next",
            Goal::Budget(_) => "budget",
        },
        budget: match &found.goal {
            Goal::Budget(budget) => Some(number(budget)),
            _ => None,
        },
        limits: Limits {
            principles: found.limits.principles.as_ref().map(|list| list.iter().map(|&p| principle(plan, p)).collect()),
            exclude: questions(&found.limits.exclude),
            max_step: found.limits.most_steps,
        },
        feasible: found.is_feasible(),
        obstacles: found.obstacles.iter().map(|obstacle| obstacle_part(plan, obstacle)).collect(),
        exact: found.is_exact(),
        slack: number(&found.slack),
        effort: found.effort.as_ref().map(number),
        steps: plan.tasks().into_iter().map(|task| step(plan, task)).collect(),
        ask_first: questions(&found.ask_first),
        start: stage(plan, &found.start),
        reached: stage(plan, &found.reached),
        principles: principles(plan),
        what_if: what_if(plan),
        warnings: report
            .warnings
            .iter()
            .map(|problem| WarningPart {
                code: problem.fault.code(),
                file: &problem.file,
                pointer: &problem.pointer,
                message: (report.words.fault)(&problem.fault),
            })
            .collect(),
    }
}

fn principle<'a>(plan: &'a PlanReport, index: usize) -> &'a str {
    plan.report.rubric.principles.get(index).map_or("", |principle| principle.id.as_str())
}

fn stage<'a>(plan: &'a PlanReport, stage: &Stage) -> StagePart<'a> {
    StagePart { level: stage.rank.map(|rank| plan.rank_id(rank)), score: stage.score.as_ref().map(Ratio::to_f64) }
}

fn step<'a>(plan: &'a PlanReport, task: Task<'a>) -> StepPart<'a> {
    let step = task.step;
    StepPart {
        question: plan.question_id(step.question),
        from: plan.from_id(step),
        to: plan.option_id(step.to),
        effort: number(&step.effort),
        rank: task.rank,
        principle: principle(plan, step.principle),
        level: plan.rank_id(step.level + 1),
        essential: step.essential,
        unknown: step.unknown,
        reaches: step.completes.map(|rank| plan.rank_id(rank)),
        after: stage(plan, &step.after),
        who: plan.who_ids(step),
        quarter: task.quarter.map(|(number, _, _)| number),
        due: task.quarter.map(|(_, _, last)| last),
        title: task.title,
        steps: task.how,
        benefit: task.benefit,
    }
}

fn obstacle_part<'a>(plan: &'a PlanReport, obstacle: &Obstacle) -> ObstaclePart<'a> {
    let empty = ObstaclePart { reason: "", principle: None, level: None, question: None, best: None, threshold: None };
    match obstacle {
        Obstacle::NothingApplies if plan.report.is_withheld() => ObstaclePart { reason: "hidden", ..empty },
        Obstacle::NothingApplies => ObstaclePart { reason: "nothing_applies", ..empty },
        Obstacle::LevelEmpty { level } => {
            ObstaclePart { reason: "level_empty", level: Some(plan.rank_id(level + 1)), ..empty }
        }
        Obstacle::Hidden { principle: index, level } => ObstaclePart {
            reason: "hidden",
            principle: Some(principle(plan, *index)),
            level: Some(plan.rank_id(level + 1)),
            ..empty
        },
        Obstacle::Essential { principle: index, level, question } => ObstaclePart {
            reason: "essential",
            principle: Some(principle(plan, *index)),
            level: Some(plan.rank_id(level + 1)),
            question: Some(plan.question_id(*question)),
            ..empty
        },
        Obstacle::Short { principle: index, level, best, threshold } => ObstaclePart {
            reason: "short",
            principle: Some(principle(plan, *index)),
            level: Some(plan.rank_id(level + 1)),
            best: Some(best.to_f64()),
            threshold: Some(threshold.to_f64()),
            ..empty
        },
    }
}

fn principles<'a>(plan: &'a PlanReport) -> Vec<PrinciplePart<'a>> {
    let each = plan.plan.principles.iter().map(|part| PrinciplePart {
        id: principle(plan, part.principle),
        level_from: plan.rank_id(part.from),
        target: plan.rank_id(part.target),
        level_to: plan.rank_id(part.reached),
        score: part.score.as_ref().map(Ratio::to_f64),
        effort: number(&part.effort),
    });
    each.collect()
}

fn what_if<'a>(plan: &'a PlanReport) -> Vec<WhatIfPart<'a>> {
    let each = plan.plan.what_if.iter().map(|found| WhatIfPart {
        question: plan.question_id(found.question),
        direction: match found.direction {
            Direction::Up => "up",
            Direction::Down => "down",
        },
        to: plan.option_id(found.to),
        principle: principle(plan, found.principle),
        level_from: plan.rank_id(found.level_from),
        level_to: plan.rank_id(found.level_to),
    });
    each.collect()
}
