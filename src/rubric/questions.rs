//! The questions of a rubric: JSON tree → [`Question`]s.

use super::values::{ids, optional_list, positive, positive_number, texts, truth};
use crate::error::{Fault, Kind as IdKind};
use crate::model::{Facet, Question, Ratio, is_id, is_question_id, ratio};
use crate::tree::{Fields, Node, Reading, unknown};
use jsonc_parser::ast::Value;
use std::collections::HashSet;

/// What a question can be for; one without settings is for both.
const SETTINGS: [&str; 2] = ["employer", "provider"];

const QUESTION_KEYS: [&str; 12] = [
    "id",
    "principle",
    "level",
    "weight",
    "essential",
    "effort",
    "na_allowed",
    "perspectives",
    "settings",
    "facets",
    "tags",
    "references",
];

/// What questions point at.
pub struct Parts<'a> {
    /// Steps of the scale, if the scale could be read.
    pub steps: Option<usize>,
    /// Ids, if they could be read.
    pub principles: Option<Vec<&'a str>>,
    /// Ids, if they could be read.
    pub levels: Option<Vec<&'a str>>,
    /// Ids, if they could be read.
    pub perspectives: Option<Vec<&'a str>>,
    /// The facets.
    pub facets: &'a [Facet],
}

/// Reads the list of questions; every id may be used once.
pub fn questions(reading: &Reading, node: &Node, parts: &Parts) -> Option<Vec<Question>> {
    let mut seen: HashSet<String> = HashSet::new();
    let mut questions = Vec::new();
    let mut any = false;
    for element in node.elements(reading)? {
        any = true;
        let Some(fields) = element.fields(reading) else { continue };
        fields.only(reading, &QUESTION_KEYS, false);
        let id = fields.need(reading, "id").and_then(|node| {
            let text = node.text(reading)?;
            if !is_question_id(text) {
                reading.error(&node, Fault::BadId { found: text.to_owned(), question: true });
            } else if !seen.insert(text.to_owned()) {
                reading.error(&node, Fault::DuplicateId { id: text.to_owned() });
            }
            Some(text.to_owned())
        });
        questions.extend(question(reading, &fields, id, parts));
    }
    if !any {
        reading.error(node, Fault::EmptyList);
    }
    Some(questions)
}

fn question(reading: &Reading, fields: &Fields, id: Option<String>, parts: &Parts) -> Option<Question> {
    let place = |key, kind, known: &Option<Vec<&str>>| {
        let node = fields.need(reading, key)?;
        let text = node.text(reading)?;
        let known = known.as_ref()?;
        let found = known.iter().position(|id| *id == text);
        if found.is_none() {
            unknown(reading, &node, kind, text, known);
        }
        found
    };
    let principle = place("principle", IdKind::Principle, &parts.principles);
    let level = place("level", IdKind::Level, &parts.levels);
    let weight = positive(reading, fields, "weight");
    let effort = effort(reading, fields, parts.steps);
    let essential = truth(reading, fields, "essential", false);
    let na_allowed = truth(reading, fields, "na_allowed", true);
    let perspectives = fields.get("perspectives").and_then(|node| {
        let known = parts.perspectives.as_ref()?;
        let mut found = Vec::new();
        for element in node.elements(reading)? {
            let Some(text) = element.text(reading) else { continue };
            match known.iter().position(|id| *id == text) {
                Some(index) if found.contains(&index) => {
                    reading.error(&element, Fault::DuplicateId { id: text.to_owned() });
                }
                Some(index) => found.push(index),
                None => unknown(reading, &element, IdKind::Perspective, text, known),
            }
        }
        all_if_empty(reading, &node, "perspectives", found)
    });
    let settings = fields.get("settings").and_then(|node| {
        let found = ids(reading, &node, false)?;
        for element in node.items() {
            // What is no id at all has been named before.
            if let Value::StringLit(literal) = element.value
                && is_id(&literal.value)
                && !SETTINGS.contains(&literal.value.as_ref())
            {
                unknown(reading, &element, IdKind::Setting, &literal.value, &SETTINGS);
            }
        }
        all_if_empty(reading, &node, "settings", found)
    });
    let facets = question_facets(reading, fields, parts.facets);
    let tags = optional_list(fields, "tags", |node| texts(reading, node));
    let references = optional_list(fields, "references", |node| texts(reading, node));
    Some(Question {
        id: id?,
        principle: principle.unwrap_or_default(),
        level: level.unwrap_or_default(),
        weight,
        essential,
        effort: effort.unwrap_or_default(),
        na_allowed,
        perspectives,
        settings,
        facets,
        tags,
        references,
    })
}

/// An empty list of whom a question is for would ask nobody, which is never meant.
fn all_if_empty<T>(reading: &Reading, node: &Node, key: &'static str, found: Vec<T>) -> Option<Vec<T>> {
    if found.is_empty() {
        if node.items().next().is_none() {
            reading.warn(node, Fault::EmptyMeansAll { key });
        }
        return None;
    }
    Some(found)
}

fn effort(reading: &Reading, fields: &Fields, steps: Option<usize>) -> Option<Vec<Ratio>> {
    let Some(node) = fields.get("effort") else { return Some(vec![ratio(1, 1); steps.unwrap_or(0)]) };
    if !matches!(node.value, jsonc_parser::ast::Value::Array(_)) {
        return positive_number(reading, &node).map(|effort| vec![effort; steps.unwrap_or(0)]);
    }
    let list: Vec<Option<Ratio>> = node.elements(reading)?.map(|node| positive_number(reading, &node)).collect();
    if let Some(steps) = steps.filter(|&steps| steps != list.len()) {
        reading.error(&node, Fault::EffortLength { found: list.len(), steps });
    }
    list.into_iter().collect()
}

fn question_facets(reading: &Reading, fields: &Fields, facets: &[Facet]) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); facets.len()];
    let Some(node) = fields.get("facets") else { return out };
    let Some(fields) = node.fields(reading) else { return out };
    let known: Vec<&str> = facets.iter().map(|facet| facet.id.as_str()).collect();
    for (key, node) in fields.entries_by_id(|key| known.contains(&key)) {
        let Some(index) = known.iter().position(|id| *id == key) else {
            unknown(reading, &node, IdKind::Facet, key, &known);
            continue;
        };
        let values: Vec<&str> = facets[index].values.iter().map(String::as_str).collect();
        let Some(elements) = node.elements(reading) else { continue };
        for element in elements {
            let Some(text) = element.text(reading) else { continue };
            match values.iter().position(|id| *id == text) {
                Some(value) if out[index].contains(&value) => {
                    reading.error(&element, Fault::DuplicateId { id: text.to_owned() });
                }
                Some(value) => out[index].push(value),
                None => unknown(reading, &element, IdKind::FacetValue, text, &values),
            }
        }
    }
    out
}
