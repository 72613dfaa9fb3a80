//! The structure of a rubric: JSON tree → [`Rubric`], with every problem noted.

use crate::error::{Fault, Kind as IdKind};
use crate::model::number::{is_share, parse_ratio, ratio};
use crate::model::{
    Choice, Facet, Kind, Level, Perspective, Principle, Question, Ratio, Rubric, RubricVersion, Source, is_id,
    is_question_id,
};
use crate::tree::{Fields, Node, Reading, check_format, unknown, whole};
use num_traits::Zero;
use std::collections::HashSet;

/// The format this reader reads.
pub const FORMAT: &str = "coprod/rubric/1";

const KEYS: [&str; 17] = [
    "format",
    "id",
    "version",
    "languages",
    "kind",
    "scoring",
    "scale",
    "principles",
    "levels",
    "perspectives",
    "facets",
    "sources",
    "continues",
    "replaces",
    "coverage",
    "questions",
    "texts",
];
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

/// Settings that the program itself knows; a rubric may use others.
pub const SETTINGS: [&str; 3] = ["employer", "provider", "both"];

/// The highest number of points an option may have: beyond it, spreadsheets and browsers lose digits.
const MOST_POINTS: u64 = 9_007_199_254_740_991;

/// Reads the structure. `None` only if something is wrong that makes a rubric impossible; all problems, also milder
/// ones, are in `reading`. The digest is left empty.
pub fn read(reading: &Reading, root: &Node) -> Option<Rubric> {
    let fields = root.fields(reading)?;
    if !check_format(reading, &fields, FORMAT) {
        return None;
    }
    fields.only(reading, &KEYS, false);
    let id = fields.need(reading, "id").and_then(|node| id_text(reading, &node));
    let version = fields.need(reading, "version").and_then(|node| {
        let text = node.text(reading)?;
        let version = RubricVersion::parse(text);
        if version.is_none() {
            reading.error(&node, Fault::BadVersion { found: text.to_owned() });
        }
        version
    });
    let languages = fields.need(reading, "languages").and_then(|node| languages(reading, &node));
    let kind = match fields.get("kind") {
        None => Some(Kind::Full),
        Some(node) => node.text(reading).and_then(|text| match text {
            "full" => Some(Kind::Full),
            "quick" => Some(Kind::Quick),
            other => {
                unknown(reading, &node, IdKind::Kind, other, &["full", "quick"]);
                None
            }
        }),
    };
    let (threshold, essential_minimum) = scoring(reading, &fields);
    let scale = fields.need(reading, "scale").and_then(|node| scale(reading, &node));
    let principles = fields.need(reading, "principles").and_then(|node| {
        objects(reading, &node, true, &["id", "weight"], |fields, id| {
            Some(Principle { id, weight: positive(reading, fields, "weight")? })
        })
    });
    let levels = fields.need(reading, "levels").and_then(|node| {
        objects(reading, &node, true, &["id", "weight", "threshold"], |fields, id| {
            if id == "none" {
                reading.error(fields.node(), Fault::ReservedId { id: id.clone() });
            }
            let weight = positive(reading, fields, "weight")?;
            let threshold = share(reading, fields, "threshold").unwrap_or_else(|| threshold.clone());
            Some(Level { id, weight, threshold })
        })
    });
    let perspectives = optional_list(&fields, "perspectives", |node| {
        objects(reading, node, false, &["id", "lived_experience", "office"], |fields, id| {
            let lived_experience = truth(reading, fields, "lived_experience", false);
            let office = truth(reading, fields, "office", false);
            Some(Perspective { id, lived_experience, office })
        })
    });
    let facets = optional_list(&fields, "facets", |node| {
        objects(reading, node, false, &["id", "values"], |fields, id| {
            let values = ids(reading, &fields.need(reading, "values")?, true)?;
            Some(Facet { id, values })
        })
    });
    let sources = optional_list(&fields, "sources", |node| {
        objects(reading, node, false, &["id", "citation"], |fields, id| {
            let citation = fields.need(reading, "citation")?.filled_text(reading)?.to_owned();
            Some(Source { id, citation })
        })
    });
    let continues = optional_list(&fields, "continues", |node| ids(reading, node, false));
    let replaces = super::replaces::read(reading, &fields);
    let parts = Parts {
        steps: scale.as_ref().map(|scale| scale.len().saturating_sub(1)),
        principles: names(principles.as_deref(), |p| &p.id),
        levels: names(levels.as_deref(), |l| &l.id),
        perspectives: names(Some(&perspectives), |p| &p.id),
        facets: &facets,
    };
    let questions = fields.need(reading, "questions").and_then(|node| questions(reading, &node, &parts));
    Some(Rubric {
        id: id?,
        version: version?,
        languages: languages?,
        kind: kind?,
        essential_minimum,
        scale: scale?,
        principles: principles?,
        levels: levels?,
        perspectives,
        facets,
        sources,
        continues,
        replaces,
        questions: questions?,
        digest: String::new(),
    })
}

/// What questions point at.
struct Parts<'a> {
    /// Steps of the scale, if the scale could be read.
    steps: Option<usize>,
    principles: Option<Vec<&'a str>>,
    levels: Option<Vec<&'a str>>,
    perspectives: Option<Vec<&'a str>>,
    facets: &'a [Facet],
}

fn names<T>(list: Option<&[T]>, id: fn(&T) -> &String) -> Option<Vec<&str>> {
    list.map(|list| list.iter().map(|item| id(item).as_str()).collect())
}

fn languages(reading: &Reading, node: &Node) -> Option<Vec<String>> {
    let mut found = Vec::new();
    for element in node.elements(reading)? {
        let Some(text) = element.text(reading) else { continue };
        let plain = (2..=35).contains(&text.len())
            && text.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()))
            && text.starts_with(|c: char| c.is_ascii_lowercase());
        if !plain {
            reading.error(&element, Fault::BadLanguage { found: text.to_owned() });
        } else if found.iter().any(|known| known == text) {
            reading.error(&element, Fault::DuplicateId { id: text.to_owned() });
        } else {
            found.push(text.to_owned());
        }
    }
    if found.is_empty() && !reading.failed() {
        reading.error(node, Fault::EmptyList);
    }
    Some(found)
}

fn scoring(reading: &Reading, fields: &Fields) -> (Ratio, Ratio) {
    let (mut threshold, mut minimum) = (ratio(3, 4), ratio(1, 2));
    if let Some(fields) = fields.get("scoring").as_ref().and_then(|node| node.fields(reading)) {
        fields.only(reading, &["threshold", "essential_minimum"], false);
        threshold = share(reading, &fields, "threshold").unwrap_or(threshold);
        minimum = share(reading, &fields, "essential_minimum").unwrap_or(minimum);
    }
    (threshold, minimum)
}

fn scale(reading: &Reading, node: &Node) -> Option<Vec<Choice>> {
    let mut last: Option<u64> = None;
    let choices = objects(reading, node, true, &["id", "points"], |fields, id| {
        if id == "na" || id == "dk" {
            reading.error(fields.node(), Fault::ReservedId { id: id.clone() });
        }
        let node = fields.need(reading, "points")?;
        let points = whole(&node).filter(|&points| points <= MOST_POINTS);
        let Some(points) = points else {
            reading.error(&node, Fault::NotAWholeNumber);
            return None;
        };
        if last.is_some_and(|last| last >= points) {
            reading.error(&node, Fault::ScaleNotIncreasing);
        }
        last = Some(points);
        Some(Choice { id, points })
    })?;
    if choices.len() < 2 && !reading.failed() {
        reading.error(node, Fault::ScaleTooShort);
    }
    Some(choices)
}

fn questions(reading: &Reading, node: &Node, parts: &Parts) -> Option<Vec<Question>> {
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
        all_if_empty(reading, &node, "settings", found)
    });
    let facets = question_facets(reading, fields, parts.facets);
    let tags = optional_list(fields, "tags", |node| texts(reading, node));
    let references = optional_list(fields, "references", |node| texts(reading, node));
    Some(Question {
        id: id?,
        principle: principle?,
        level: level?,
        weight: weight?,
        essential,
        effort: effort?,
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
        if !reading.failed() {
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
    for (key, node) in fields.entries() {
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

/// A list of objects with unique ids.
fn objects<T>(
    reading: &Reading,
    node: &Node,
    needed: bool,
    keys: &[&str],
    mut read: impl FnMut(&Fields, String) -> Option<T>,
) -> Option<Vec<T>> {
    let mut seen: HashSet<String> = HashSet::new();
    let mut out = Vec::new();
    let mut any = false;
    for element in node.elements(reading)? {
        any = true;
        let Some(fields) = element.fields(reading) else { continue };
        fields.only(reading, keys, false);
        let Some(node) = fields.need(reading, "id") else { continue };
        let Some(id) = id_text(reading, &node) else { continue };
        if !seen.insert(id.clone()) {
            reading.error(&node, Fault::DuplicateId { id: id.clone() });
        }
        out.extend(read(&fields, id));
    }
    if needed && !any {
        reading.error(node, Fault::EmptyList);
    }
    Some(out)
}

fn id_text(reading: &Reading, node: &Node) -> Option<String> {
    let text = node.text(reading)?;
    if !is_id(text) {
        reading.error(node, Fault::BadId { found: text.to_owned(), question: false });
    }
    Some(text.to_owned())
}

/// A list of unique ids.
fn ids(reading: &Reading, node: &Node, needed: bool) -> Option<Vec<String>> {
    let mut out: Vec<String> = Vec::new();
    for element in node.elements(reading)? {
        let Some(id) = id_text(reading, &element) else { continue };
        if out.contains(&id) {
            reading.error(&element, Fault::DuplicateId { id });
        } else {
            out.push(id);
        }
    }
    if needed && out.is_empty() && !reading.failed() {
        reading.error(node, Fault::EmptyList);
    }
    Some(out)
}

fn texts(reading: &Reading, node: &Node) -> Option<Vec<String>> {
    Some(node.elements(reading)?.filter_map(|element| Some(element.filled_text(reading)?.to_owned())).collect())
}

fn optional_list<T>(fields: &Fields, key: &str, read: impl FnOnce(&Node) -> Option<Vec<T>>) -> Vec<T> {
    fields.get(key).as_ref().and_then(read).unwrap_or_default()
}

fn truth(reading: &Reading, fields: &Fields, key: &str, default: bool) -> bool {
    fields.get(key).and_then(|node| node.truth(reading)).unwrap_or(default)
}

/// A number greater than 0; 1 if the key is absent.
fn positive(reading: &Reading, fields: &Fields, key: &str) -> Option<Ratio> {
    match fields.get(key) {
        None => Some(ratio(1, 1)),
        Some(node) => positive_number(reading, &node),
    }
}

fn positive_number(reading: &Reading, node: &Node) -> Option<Ratio> {
    let value = number(reading, node)?;
    if value <= Ratio::zero() {
        reading.error(node, Fault::NotPositive { found: value.to_string() });
        return None;
    }
    Some(value)
}

/// A share 0…1, if the key is there and its value is one.
fn share(reading: &Reading, fields: &Fields, key: &str) -> Option<Ratio> {
    let node = fields.get(key)?;
    let value = number(reading, &node)?;
    if !is_share(&value) {
        reading.error(&node, Fault::NotAShare { found: value.to_string() });
        return None;
    }
    Some(value)
}

fn number(reading: &Reading, node: &Node) -> Option<Ratio> {
    let written = match node.value {
        jsonc_parser::ast::Value::StringLit(literal) => Some(literal.value.as_ref()),
        _ => node.number_as_written(),
    };
    let value = written.and_then(parse_ratio);
    if value.is_none() {
        reading.error(node, Fault::NotANumber);
    }
    value
}
