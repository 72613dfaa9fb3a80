//! Coverage rules, cells and sources.

use super::finding;
use crate::error::lint::Lint;
use crate::error::{Fault, Problem, Severity, nearest};
use crate::model::{Rubric, is_id};
use crate::rubric::Loaded;
use std::collections::HashSet;

/// The perspective of whoever does not say which one they have.
const NO_STATEMENT: &str = "no-statement";

/// Checks the structure of a rubric.
pub fn check(loaded: &Loaded, found: &mut Vec<Problem>) {
    let rubric = &loaded.rubric;
    let file = loaded.files().first().map_or("", |file| file.name.as_str());
    let mut add = |severity, pointer, lint| found.push(finding(severity, file, pointer, lint));
    for (index, rule) in rubric.coverage.iter().enumerate() {
        let (count, pointer, id) = (rule.found(rubric), format!("/coverage/{index}"), || rule.id.clone());
        if let Some(min) = rule.min.filter(|&min| count < min) {
            add(Severity::Error, pointer.clone(), Lint::CoverageMin { rule: id(), found: count, min });
        }
        if let Some(max) = rule.max.filter(|&max| count > max) {
            add(Severity::Error, pointer, Lint::CoverageMax { rule: id(), found: count, max });
        }
    }
    let sources: HashSet<&str> = rubric.sources.iter().map(|source| source.id.as_str()).collect();
    for (index, question) in rubric.questions.iter().enumerate() {
        for (place, reference) in question.references.iter().enumerate() {
            // "CRPD Art. 27" names something outside; what looks like an id means one of the rubric's sources.
            if is_id(reference) && !sources.contains(reference.as_str()) {
                let meant = nearest(reference, sources.iter().copied());
                let pointer = format!("/questions/{index}/references/{place}");
                add(Severity::Error, pointer, Lint::UnknownSource { reference: reference.clone(), meant });
            }
        }
    }
    // Who chooses among perspectives must not have to say that they have a disability.
    let lived = rubric.perspectives.iter().any(|perspective| perspective.lived_experience);
    if lived && !rubric.perspectives.iter().any(|perspective| perspective.id == NO_STATEMENT) {
        add(Severity::Warning, "/perspectives".to_owned(), Lint::MustSay { missing: NO_STATEMENT });
    }
    let before: HashSet<(String, String)> = found.iter().filter_map(empty_cell).collect();
    found.extend(cells(rubric, file, &before));
}

fn empty_cell(problem: &Problem) -> Option<(String, String)> {
    match &problem.fault {
        Fault::EmptyCell { principle, level } => Some((principle.clone(), level.clone())),
        _ => None,
    }
}

/// Cells without a question, unless the reader has said so already, and perspectives that a cell does not ask.
fn cells(rubric: &Rubric, file: &str, known: &HashSet<(String, String)>) -> Vec<Problem> {
    let (rows, columns) = (rubric.principles.len(), rubric.levels.len());
    let mut asked = vec![vec![false; rubric.perspectives.len()]; rows * columns];
    let mut filled = vec![false; rows * columns];
    for question in &rubric.questions {
        let cell = question.principle * columns + question.level;
        let (Some(filled), Some(asked)) = (filled.get_mut(cell), asked.get_mut(cell)) else { continue };
        *filled = true;
        for (perspective, asked) in asked.iter_mut().enumerate() {
            *asked |= question.perspectives.as_ref().is_none_or(|list| list.contains(&perspective));
        }
    }
    let mut out = Vec::new();
    for (p, principle) in rubric.principles.iter().enumerate() {
        for (l, level) in rubric.levels.iter().enumerate() {
            let cell = p * columns + l;
            let ids = (principle.id.clone(), level.id.clone());
            if !filled[cell] {
                if !known.contains(&ids) {
                    let fault = Fault::EmptyCell { principle: ids.0, level: ids.1 };
                    out.push(Problem::warning(file, String::new(), fault));
                }
                continue;
            }
            for (index, perspective) in rubric.perspectives.iter().enumerate().filter(|(i, _)| !asked[cell][*i]) {
                let (principle, level) = ids.clone();
                let lint = Lint::CellNotAsked { perspective: perspective.id.clone(), principle, level };
                out.push(finding(Severity::Warning, file, format!("/perspectives/{index}"), lint));
            }
        }
    }
    out
}
