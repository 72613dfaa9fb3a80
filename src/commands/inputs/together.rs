//! Whether sheets may stand in one report, and their order, which does not depend on that of the files.

use crate::error::{Error, Fault, Kind, Place, Problem, Severity};
use crate::import::Read;
use crate::model::{Sheet, order};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Checks that sheets may stand in one report: one organisation, one questionnaire, every person once.
///
/// # Errors
/// Every sheet that does not belong.
pub fn check(found: &[Read]) -> Result<(), Error> {
    let Some(Read { sheet: first, .. }) = found.first() else { return Ok(()) };
    let mut problems = Vec::new();
    let mut people: BTreeMap<&str, &Read> = BTreeMap::new();
    let mut whole = false;
    for read in found {
        let sheet = &read.sheet;
        let place = read.line.map(|line| Place { line, column: 1 });
        let mut add = |fault| problems.push(Problem { place, ..Problem::whole(&sheet.origin, fault) });
        if sheet.rubric.id != first.rubric.id {
            add(Fault::OtherRubric { found: sheet.rubric.id.clone(), first: first.rubric.id.clone() });
        }
        if sheet.organisation.name != first.organisation.name {
            let names = (sheet.organisation.name.clone(), first.organisation.name.clone());
            add(Fault::OtherOrganisation { found: names.0, first: names.1 });
        }
        match &sheet.respondent {
            Some(respondent) => {
                // Blanks around a pseudonym must not make two people of one.
                if let Some(first) = people.insert(respondent.trim(), read) {
                    let line = first.line.map(|line| format!(":{line}")).unwrap_or_default();
                    let first = format!("{}{line}", first.sheet.origin);
                    add(Fault::SameRespondentTwice { respondent: respondent.trim().to_owned(), first });
                }
            }
            None if sheet.perspective.is_none() && std::mem::replace(&mut whole, true) => {
                add(Fault::SecondOrganisationSheet);
            }
            None => {}
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
}

/// Puts sheets into an order of their own: by perspective, then persons by pseudonym, then joint sheets by what they
/// say. Everything that is told of them follows it.
pub fn sort(found: &mut [Read]) {
    let Some(rubric) = found.first().map(|read| read.rubric.clone()) else { return };
    let place = |sheet: &Sheet| {
        let own = |id: &str| rubric.perspectives.iter().position(|p| p.id == id).unwrap_or(usize::MAX);
        sheet.voice().map(own)
    };
    order::sort_by(found, |Read { sheet: a, .. }, Read { sheet: b, .. }| {
        let keys = |sheet: &Sheet| (place(sheet), sheet.perspective.clone(), sheet.respondent.clone(), sheet.people);
        keys(a).cmp(&keys(b)).then_with(|| a.date.cmp(&b.date)).then_with(|| same_or_order(a, b))
    });
}

/// Sheets without a pseudonym are told apart by their answers, and at last by their file.
fn same_or_order(a: &Sheet, b: &Sheet) -> Ordering {
    let written = |sheet: &Sheet| format!("{:?}", sheet.answers);
    written(a).cmp(&written(b)).then_with(|| a.origin.cmp(&b.origin))
}

/// What is doubtful about sheets as a whole: copies of joint sheets, different versions.
pub fn doubts(found: &[Read]) -> Vec<Problem> {
    let mut out = Vec::new();
    let mut versions = BTreeSet::new();
    for Read { sheet, .. } in found {
        versions.insert(sheet.rubric.version);
    }
    if let (Some(Read { sheet, .. }), true) = (found.first(), versions.len() > 1) {
        let versions: Vec<String> = versions.iter().map(ToString::to_string).collect();
        let fault = Fault::MixedVersions { versions: versions.join(", ") };
        out.push(Problem::warning(&sheet.rubric.id, String::new(), fault));
    }
    // They stand side by side once they are in order.
    for pair in found.windows(2) {
        let [Read { sheet: a, .. }, Read { sheet: b, .. }] = pair else { continue };
        let joint = a.respondent.is_none() && b.respondent.is_none();
        if joint && a.perspective == b.perspective && !a.answers.is_empty() && a.answers == b.answers {
            out.push(Problem::warning(&b.origin, String::new(), Fault::SameAnswersTwice { first: a.origin.clone() }));
        }
    }
    out
}

/// The sheets' own warnings. On those of single persons among others, each kind is told once, and not of whom or of
/// which answer: a warning on an answer says what was answered.
pub fn warnings(found: &[Read]) -> Vec<Problem> {
    let mut out = Vec::new();
    let mut on_persons: BTreeMap<String, Fault> = BTreeMap::new();
    for read in found {
        if read.sheet.respondent.is_some() && found.len() > 1 {
            for problem in &read.warnings {
                on_persons.insert(format!("{:?}", problem.fault), problem.fault.clone());
            }
        } else {
            out.extend(read.warnings.iter().cloned());
        }
    }
    let told = |fault| Problem::warning("", String::new(), Fault::OnPersons { fault: Box::new(fault) });
    out.extend(on_persons.into_values().map(told));
    out
}

/// What is wrong with one of several sheets, without an answer that somebody gave: errors end up in logs. What is only
/// doubtful of an answer says what it was, and is left out until the errors are mended.
pub fn without_answers(problems: Vec<Problem>) -> Vec<Problem> {
    let quiet = |mut problem: Problem| {
        let known = match &problem.fault {
            Fault::UnknownId { kind: Kind::Option, known, .. } => Some(known.join(", ")),
            Fault::NoSuchPoints { known, .. } => Some(known.clone()),
            _ => None,
        };
        if let Some(known) = known {
            problem.fault = Fault::AnswerNotRepeated { known };
        }
        problem
    };
    problems.into_iter().filter(|problem| problem.severity == Severity::Error).map(quiet).collect()
}
