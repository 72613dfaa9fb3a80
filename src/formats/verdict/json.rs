//! The verdict `coprod/verdict/1`: what scripts read.

use super::super::json::{OrganisationPart, RubricPart, TOOL, Tool, organisation, rubric_part};
use crate::formats::escape::ascii_controls;
use crate::report::verdict::VerdictReport;
use crate::scoring::gate::{Judged, Measured};
use crate::text::harmless;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    tool: Tool,
    rubric: RubricPart<'a>,
    organisation: OrganisationPart<'a>,
    date: &'a str,
    today: &'a str,
    strict: bool,
    basis: &'static str,
    passed: bool,
    rules: Vec<RulePart<'a>>,
    warnings: Vec<WarningPart<'a>>,
}

#[derive(Serialize)]
struct RulePart<'a> {
    rule: &'static str,
    /// The principle that it is about; absent: everything together.
    #[serde(skip_serializing_if = "Option::is_none")]
    principle: Option<&'a str>,
    passed: bool,
    actual: ValuePart<'a>,
    required: ValuePart<'a>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    exception: Option<ExceptionPart<'a>>,
}

/// A level's id, a share or difference, or a number of days or things; null where nothing can be said.
#[derive(Serialize)]
#[serde(untagged)]
enum ValuePart<'a> {
    Nothing,
    Id(&'a str),
    Number(f64),
    Whole(i64),
}

#[derive(Serialize)]
struct ExceptionPart<'a> {
    reason: &'a str,
    expires: &'a str,
}

#[derive(Serialize)]
struct WarningPart<'a> {
    code: &'static str,
    file: &'a str,
    pointer: &'a str,
    message: String,
}

/// Writes the document.
///
/// # Errors
/// Only those of `out`.
pub fn write(verdict: &VerdictReport, out: &mut dyn Write) -> io::Result<()> {
    let rubric = verdict.report.rubric;
    let rule = |judged: &Judged| RulePart {
        rule: judged.rule.name().id(),
        principle: judged.principle.and_then(|index| rubric.principles.get(index)).map(|p| p.id.as_str()),
        passed: judged.passed,
        actual: value(verdict, &judged.actual),
        required: value(verdict, &judged.required),
        message: verdict.message(judged),
        exception: verdict
            .exception(judged)
            .map(|exception| ExceptionPart { reason: &exception.reason, expires: &exception.expires }),
    };
    let document = Document {
        format: "coprod/verdict/1",
        tool: TOOL,
        rubric: rubric_part(rubric),
        organisation: organisation(verdict.report.organisation()),
        date: verdict.report.date(),
        today: verdict.today,
        strict: verdict.gate.strict,
        basis: if verdict.report.has_lived_experience() { "lived_experience" } else { "self_view" },
        passed: verdict.verdict.passed,
        rules: verdict.verdict.rules.iter().map(rule).collect(),
        warnings: verdict
            .warnings
            .iter()
            .map(|problem| WarningPart {
                code: problem.fault.code(),
                file: &problem.file,
                pointer: &problem.pointer,
                message: harmless(&(verdict.report.words.fault)(&problem.fault)),
            })
            .collect(),
    };
    let text = serde_json::to_string_pretty(&document).map_err(io::Error::other)?;
    writeln!(out, "{}", ascii_controls(&text))
}

fn value<'a>(verdict: &'a VerdictReport, measured: &Measured) -> ValuePart<'a> {
    match measured {
        Measured::Nothing => ValuePart::Nothing,
        Measured::Level(rank) => ValuePart::Id(verdict.rank_id(*rank)),
        Measured::Share(value) | Measured::AtLeast(value) | Measured::AtMost(value) | Measured::Difference(value) => {
            ValuePart::Number(value.to_f64())
        }
        Measured::Days(days) => ValuePart::Whole(*days),
        Measured::Count(count) => ValuePart::Whole(i64::try_from(*count).unwrap_or(i64::MAX)),
    }
}
