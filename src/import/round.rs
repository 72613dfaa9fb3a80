//! The optional file `coprod/assessment/1`, which says once what holds for all sheets of a folder.

use super::json::{is_date, process};
use crate::error::{Error, Fault, Kind, Problem};
use crate::model::{Round, Rubric, is_id, order};
use crate::tree::{Fields, Node, Reading, check_format, decode, unknown, whole};

/// The format that is read.
pub const FORMAT: &str = "coprod/assessment/1";

const KEYS: [&str; 8] =
    ["format", "organisation", "scope", "period", "invited", "process", "responsible", "deletion_date"];

/// A round that has been read.
#[derive(Debug, Clone)]
pub struct ReadRound {
    /// What the file says.
    pub round: Round,
    /// The organisation's name, if the file gives it: it must be that of the sheets.
    pub organisation: Option<String>,
    /// What was doubtful.
    pub warnings: Vec<Problem>,
}

/// Reads the file against the rubric of the sheets.
///
/// # Errors
/// Every problem of the file.
pub fn read(name: &str, bytes: &[u8], rubric: &Rubric) -> Result<ReadRound, Error> {
    let text = decode(name, bytes)?;
    let reading = Reading::new(name, text, 1);
    let value = reading.parse()?;
    let root = Node::root(&value);
    let fields = root.fields(&reading).filter(|fields| check_format(&reading, fields, FORMAT));
    let found = fields.map(|fields| round(&reading, &fields, rubric));
    let failed = reading.failed();
    let warnings = reading.into_problems();
    match found {
        Some((round, organisation)) if !failed => Ok(ReadRound { round, organisation, warnings }),
        _ => Err(Error::Input(warnings)),
    }
}

/// Whether a file that is no answer sheet says that it is of this format.
pub fn is_round(error: &Error) -> bool {
    let Error::Input(problems) = error else { return false };
    let names_it = |fault: &Fault| matches!(fault, Fault::OtherFormat { found, .. } if found == FORMAT);
    problems.iter().any(|problem| names_it(&problem.fault))
}

fn round(reading: &Reading, fields: &Fields, rubric: &Rubric) -> (Round, Option<String>) {
    fields.only(reading, &KEYS, true);
    let text = |key| fields.get(key).and_then(|node| node.filled_text(reading).map(str::to_owned));
    let deletion_date = fields.get("deletion_date").and_then(|node| {
        let found = node.text(reading)?;
        if !is_date(found) {
            reading.error(&node, Fault::BadDate { found: found.to_owned() });
        }
        Some(found.to_owned())
    });
    let round = Round {
        scope: text("scope"),
        period: text("period"),
        invited: fields.get("invited").map(|node| invited(reading, &node, rubric)).unwrap_or_default(),
        process: fields.get("process").map(|node| process(reading, &node)).unwrap_or_default(),
        responsible: text("responsible"),
        deletion_date,
    };
    (round, text("organisation"))
}

/// Perspective → number of people, in the rubric's order.
fn invited(reading: &Reading, node: &Node, rubric: &Rubric) -> Vec<(String, u64)> {
    let Some(fields) = node.fields(reading) else { return Vec::new() };
    let known: Vec<&str> = rubric.perspectives.iter().map(|perspective| perspective.id.as_str()).collect();
    let mut out = Vec::new();
    for (key, node) in fields.entries_by_id(|key| known.contains(&key)) {
        if known.is_empty() && !is_id(key) {
            reading.error(&node, Fault::BadId { found: key.to_owned(), question: false });
        } else if !known.is_empty() && !known.contains(&key) {
            unknown(reading, &node, Kind::Perspective, key, &known);
        }
        match whole(&node) {
            None => reading.error(&node, Fault::NotAWholeNumber),
            Some(people) => out.push((key.to_owned(), people)),
        }
    }
    let place = |id: &str| known.iter().position(|known| *known == id);
    order::sort_by(&mut out, |(a, _), (b, _)| place(a).cmp(&place(b)).then_with(|| a.cmp(b)));
    out
}
