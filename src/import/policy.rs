//! The policy `coprod/policy/1`: the rules of a gate in a file, with exceptions that have a reason and an end.

use crate::error::gate::GateFault;
use crate::error::{Error, Fault, Kind, Problem, Severity};
use crate::model::gate::{Exception, Gate, Rule, RuleName};
use crate::model::number::{is_share, parse_share};
use crate::model::{Ratio, Rubric, order};
use crate::tree::{Fields, Node, Reading, check_format, decode, unknown, whole};
use jsonc_parser::ast::Value;

/// The format that is read.
pub const FORMAT: &str = "coprod/policy/1";
/// The name that such a file usually has.
pub const FILE: &str = "coprod.policy.json";

const KEYS: [&str; 12] = [
    "format",
    "level",
    "score",
    "principles",
    "coverage",
    "evidence",
    "max_age",
    "baseline",
    "max_drop",
    "actions",
    "strict",
    "exceptions",
];
const EXCEPTION_KEYS: [&str; 4] = ["rule", "principle", "reason", "expires"];

/// A policy that has been read.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    /// Its rules; those of the baseline and of the actions are added by who reads their files.
    pub gate: Gate,
    /// The file or folder of the older assessment, as it is written: a path from the policy's folder.
    pub baseline: Option<String>,
    /// The largest drop that is allowed.
    pub max_drop: Option<Ratio>,
    /// The file of actions, as it is written.
    pub actions: Option<String>,
    /// Warnings.
    pub warnings: Vec<Problem>,
}

/// Reads a policy against the rubric that it is to judge by. `baseline`: the command line gives one.
///
/// # Errors
/// Every problem of the file.
pub fn read(name: &str, bytes: &[u8], rubric: &Rubric, baseline: bool) -> Result<Policy, Error> {
    let text = decode(name, bytes)?;
    let reading = Reading::new(name, text, 1);
    let value = reading.parse()?;
    let root = Node::root(&value);
    let found = match root.fields(&reading) {
        Some(fields) if check_format(&reading, &fields, FORMAT) => Some(policy(&reading, &fields, rubric, baseline)),
        _ => None,
    };
    let failed = reading.failed();
    let problems = reading.into_problems();
    match found {
        Some(policy) if !failed => Ok(Policy { warnings: problems, ..policy }),
        _ => Err(Error::Input(problems)),
    }
}

fn policy(reading: &Reading, fields: &Fields, rubric: &Rubric, baseline: bool) -> Policy {
    fields.only(reading, &KEYS, false);
    let mut rules = Vec::new();
    let overall = fields.get("level").and_then(|node| level(reading, &node, rubric));
    rules.extend(overall.map(Rule::Level));
    rules.extend(fields.get("score").and_then(|node| share(reading, &node)).map(Rule::Score));
    if let Some(node) = fields.get("principles") {
        rules.extend(principles(reading, &node, rubric, overall));
    }
    rules.extend(fields.get("coverage").and_then(|node| share(reading, &node)).map(Rule::Coverage));
    rules.extend(fields.get("evidence").and_then(|node| share(reading, &node)).map(Rule::Evidence));
    rules.extend(fields.get("max_age").and_then(|node| days(reading, &node)).map(Rule::MaxAge));
    let path = |key: &'static str| fields.get(key).and_then(|node| node.filled_text(reading).map(str::to_owned));
    let (older, actions) = (path("baseline"), path("actions"));
    let max_drop = fields.get("max_drop").and_then(|node| {
        if !baseline && fields.get("baseline").is_none() {
            reading.error(&node, Fault::Gate(GateFault::DropWithoutBaseline));
        }
        share(reading, &node)
    });
    let strict = fields.get("strict").and_then(|node| node.truth(reading)).unwrap_or(false);
    let exceptions = fields.get("exceptions").map_or_else(Vec::new, |node| exceptions(reading, &node, rubric));
    // What the command line adds is known to who calls; a file that says nothing at all is a mistake of its own.
    if fields.entries().all(|(key, _)| key == "format") {
        reading.error(fields.node(), Fault::Gate(GateFault::NoRules));
    }
    let gate = Gate { rules, exceptions, strict };
    Policy { gate, baseline: older, max_drop, actions, warnings: Vec::new() }
}

fn principles(reading: &Reading, node: &Node, rubric: &Rubric, overall: Option<usize>) -> Vec<Rule> {
    let mut found: Vec<(usize, Rule)> = Vec::new();
    let Some(fields) = node.fields(reading) else { return Vec::new() };
    for (id, node) in fields.entries_by_id(|key| rubric.principles.iter().any(|principle| principle.id == key)) {
        let Some(principle) = principle(reading, &node, id, rubric) else { continue };
        let mut parts = Vec::new();
        if let Value::Object(_) = node.value {
            let Some(inner) = node.fields(reading) else { continue };
            inner.only(reading, &["level", "score"], false);
            if inner.get("level").is_none() && inner.get("score").is_none() {
                reading.error(&node, Fault::Gate(GateFault::NoRules));
            }
            parts.extend(inner.get("level").and_then(|node| level(reading, &node, rubric)).map(|rank| (rank, None)));
            parts.extend(inner.get("score").and_then(|node| share(reading, &node)).map(|share| (0, Some(share))));
        } else if is_number(&node) {
            parts.extend(share(reading, &node).map(|share| (0, Some(share))));
        } else {
            parts.extend(level(reading, &node, rubric).map(|rank| (rank, None)));
        }
        for part in parts {
            found.push((
                principle,
                match part {
                    (rank, None) => {
                        contradiction(reading, &node, rubric, id, rank, overall);
                        Rule::PrincipleLevel(principle, rank)
                    }
                    (_, Some(share)) => Rule::PrincipleScore(principle, share),
                },
            ));
        }
    }
    // In the rubric's order, whatever that of the file is.
    order::sort_by_key(&mut found, |(principle, _)| *principle);
    found.into_iter().map(|(_, rule)| rule).collect()
}

/// The overall level is the weakest principle's: a lower one for a principle says that the overall one is not meant.
fn contradiction(reading: &Reading, node: &Node, rubric: &Rubric, id: &str, rank: usize, overall: Option<usize>) {
    let name = |rank: usize| rubric.levels.get(rank.wrapping_sub(1)).map_or("", |level| level.id.as_str()).to_owned();
    if let Some(overall) = overall.filter(|overall| rank < *overall) {
        let fault = GateFault::ContradictsLevel { principle: id.to_owned(), level: name(rank), overall: name(overall) };
        reading.error(node, Fault::Gate(fault));
    }
}

fn principle(reading: &Reading, node: &Node, id: &str, rubric: &Rubric) -> Option<usize> {
    let found = rubric.principles.iter().position(|principle| principle.id == id);
    if found.is_none() {
        let known: Vec<&str> = rubric.principles.iter().map(|principle| principle.id.as_str()).collect();
        unknown(reading, node, Kind::Principle, id, &known);
    }
    found
}

/// The rank of a level.
fn level(reading: &Reading, node: &Node, rubric: &Rubric) -> Option<usize> {
    let id = node.text(reading)?;
    if id == "none" {
        reading.error(node, Fault::Gate(GateFault::LevelNone));
        return None;
    }
    let found = rubric.levels.iter().position(|level| level.id == id);
    if found.is_none() {
        let known: Vec<&str> = rubric.levels.iter().map(|level| level.id.as_str()).collect();
        unknown(reading, node, Kind::Level, id, &known);
    }
    found.map(|index| index + 1)
}

/// Whether a value is a number or a text that begins as one.
fn is_number(node: &Node) -> bool {
    match node.value {
        Value::StringLit(literal) => literal.value.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '-'),
        Value::NumberLit(_) => true,
        _ => false,
    }
}

/// A share: 0.6, "3/5" or "60%".
fn share(reading: &Reading, node: &Node) -> Option<Ratio> {
    let written = match node.value {
        Value::StringLit(literal) => Some(literal.value.as_ref()),
        _ => node.number_as_written(),
    };
    let Some(value) = written.and_then(parse_share) else {
        reading.error(node, Fault::NotANumber);
        return None;
    };
    if !is_share(&value) {
        reading.error(node, Fault::NotAShare { found: value.to_string() });
        return None;
    }
    Some(value)
}

fn days(reading: &Reading, node: &Node) -> Option<i64> {
    let days = whole(node).and_then(|days| i64::try_from(days).ok());
    if days.is_none() {
        reading.error(node, Fault::Gate(GateFault::NotWholeDays));
    }
    days
}

fn exceptions(reading: &Reading, node: &Node, rubric: &Rubric) -> Vec<Exception> {
    let mut out: Vec<Exception> = Vec::new();
    let Some(elements) = node.elements(reading) else { return out };
    for element in elements {
        let Some(fields) = element.fields(reading) else { continue };
        fields.only(reading, &EXCEPTION_KEYS, false);
        let rule = fields.need(reading, "rule").and_then(|node| rule_name(reading, &node));
        let subject = fields.get("principle").map(|node| {
            let id = node.text(reading)?;
            principle(reading, &node, id, rubric)
        });
        let reason = match fields.get("reason") {
            Some(node) => node.filled_text(reading).map(str::to_owned),
            None => {
                reading.error(&element, Fault::Gate(GateFault::NoReason));
                None
            }
        };
        let expires = fields.need(reading, "expires").and_then(|node| day(reading, &node));
        let (Some(rule), Some(reason), Some(expires)) = (rule, reason, expires) else { continue };
        let exception =
            Exception { rule, principle: subject.flatten(), reason, expires, pointer: element.path.to_string() };
        if out.iter().any(|other| other.rule == rule && other.principle == exception.principle) {
            let label = exception.label(|index| rubric.principles.get(index).map(|p| p.id.clone()));
            reading.error(&element, Fault::Gate(GateFault::SameException { rule: label }));
        }
        out.push(exception);
    }
    out
}

fn rule_name(reading: &Reading, node: &Node) -> Option<RuleName> {
    let id = node.text(reading)?;
    let found = RuleName::ALL.into_iter().find(|name| name.id() == id);
    if found.is_none() {
        unknown(reading, node, Kind::Kind, id, &RuleName::ALL.map(RuleName::id));
    }
    found
}

fn day(reading: &Reading, node: &Node) -> Option<String> {
    let text = node.text(reading)?;
    if text.len() != 10 || !super::json::is_date(text) {
        reading.error(node, Fault::Gate(GateFault::NotADay { found: text.to_owned() }));
        return None;
    }
    Some(text.to_owned())
}

/// Warnings about exceptions that hold no longer, or of rules that nobody checks.
pub fn doubts(name: &str, gate: &Gate, rubric: &Rubric, today: &str) -> Vec<Problem> {
    let label = |exception: &Exception| exception.label(|index| rubric.principles.get(index).map(|p| p.id.clone()));
    let of_rule = |exception: &Exception, rule: &Rule| {
        let about = match rule {
            Rule::PrincipleLevel(principle, _) | Rule::PrincipleScore(principle, _) => Some(*principle),
            _ => None,
        };
        // The baseline's rule is judged for every principle.
        let everywhere =
            exception.principle.is_none() || *rule == Rule::Actions || exception.rule == RuleName::Baseline;
        rule.name() == exception.rule && (everywhere || exception.principle == about)
    };
    let mut out = Vec::new();
    for exception in &gate.exceptions {
        let fault = if exception.expires.as_str() < today {
            GateFault::ExceptionExpired { rule: label(exception), expired: exception.expires.clone() }
        } else if !gate.rules.iter().any(|rule| of_rule(exception, rule)) {
            GateFault::ExceptionUnused { rule: label(exception) }
        } else {
            continue;
        };
        let problem = Problem::whole(name, Fault::Gate(fault));
        out.push(Problem { pointer: exception.pointer.clone(), severity: Severity::Warning, ..problem });
    }
    out
}
