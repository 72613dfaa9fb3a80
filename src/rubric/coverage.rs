//! The rubric's own coverage rules: the key `coverage`.

use super::questions::Parts;
use super::values::{objects, optional_list};
use crate::error::{Fault, Kind};
use crate::model::SETTINGS;
use crate::model::{CoverageRule, Question, Selector};
use crate::tree::{Fields, Node, Reading, unknown, whole};

const KEYS: [&str; 4] = ["id", "count", "min", "max"];
const COUNT_KEYS: [&str; 11] = [
    "principle",
    "level",
    "tag",
    "essential",
    "setting",
    "setting_only",
    "perspective",
    "facets",
    "reference",
    "reference_prefix",
    "distinct",
];

/// Reads `"coverage": [{"id": "…", "count": {"principle": "…"}, "min": 4}]`. A rule that counts what cannot exist would
/// never be met or always, so that every id in it must be known.
pub fn read(reading: &Reading, fields: &Fields, parts: &Parts, questions: &[Question]) -> Vec<CoverageRule> {
    let settings = settings(questions);
    optional_list(fields, "coverage", |node| {
        objects(reading, node, false, &KEYS, |fields, id| {
            let limit = |key| {
                let node = fields.get(key)?;
                let limit = whole(&node);
                if limit.is_none() {
                    reading.error(&node, Fault::NotAWholeNumber);
                }
                limit
            };
            let (min, max) = (limit("min"), limit("max"));
            if fields.get("min").is_none() && fields.get("max").is_none() {
                reading.error(fields.node(), Fault::MissingKey { key: "min".to_owned() });
            }
            if let (Some(min), Some(max)) = (min, max)
                && min > max
            {
                reading.error(fields.node(), Fault::MinAboveMax { min, max });
            }
            let node = fields.need(reading, "count")?;
            let (count, distinct_references) = selector(reading, &node, parts, &settings)?;
            Some(CoverageRule { id, count, distinct_references, min, max })
        })
    })
}

/// The program's settings and those that the questions name.
fn settings(questions: &[Question]) -> Vec<&str> {
    let mut known = SETTINGS.to_vec();
    for id in questions.iter().flat_map(|question| question.settings.iter().flatten()) {
        if !known.contains(&id.as_str()) {
            known.push(id);
        }
    }
    known
}

fn selector(reading: &Reading, node: &Node, parts: &Parts, settings: &[&str]) -> Option<(Selector, bool)> {
    let fields = node.fields(reading)?;
    fields.only(reading, &COUNT_KEYS, false);
    let place = |key, kind, known: &Option<Vec<&str>>| {
        let node = fields.get(key)?;
        let text = node.text(reading)?;
        let known = known.as_ref()?;
        let found = known.iter().position(|id| *id == text);
        if found.is_none() {
            unknown(reading, &node, kind, text, known);
        }
        found
    };
    let setting = |key| {
        let node = fields.get(key)?;
        let text = node.text(reading)?;
        if !settings.contains(&text) {
            unknown(reading, &node, Kind::Setting, text, settings);
        }
        Some(text.to_owned())
    };
    let text = |key| fields.get(key)?.filled_text(reading).map(str::to_owned);
    let distinct = fields.get("distinct").and_then(|node| {
        let text = node.text(reading)?;
        if text != "reference" {
            unknown(reading, &node, Kind::Kind, text, &["reference"]);
        }
        Some(())
    });
    let selector = Selector {
        principle: place("principle", Kind::Principle, &parts.principles),
        level: place("level", Kind::Level, &parts.levels),
        tag: text("tag"),
        essential: fields.get("essential").and_then(|node| node.truth(reading)),
        setting: setting("setting"),
        setting_only: setting("setting_only"),
        perspective: place("perspective", Kind::Perspective, &parts.perspectives),
        facets: facets(reading, &fields, parts),
        reference: text("reference"),
        reference_prefix: text("reference_prefix"),
    };
    Some((selector, distinct.is_some()))
}

fn facets(reading: &Reading, fields: &Fields, parts: &Parts) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let Some(node) = fields.get("facets") else { return out };
    let Some(fields) = node.fields(reading) else { return out };
    let known: Vec<&str> = parts.facets.iter().map(|facet| facet.id.as_str()).collect();
    for (key, node) in fields.entries() {
        let Some(facet) = known.iter().position(|id| *id == key) else {
            unknown(reading, &node, Kind::Facet, key, &known);
            continue;
        };
        let values: Vec<&str> = parts.facets[facet].values.iter().map(String::as_str).collect();
        let Some(text) = node.text(reading) else { continue };
        match values.iter().position(|id| *id == text) {
            Some(value) => out.push((facet, value)),
            None => unknown(reading, &node, Kind::FacetValue, text, &values),
        }
    }
    out
}
