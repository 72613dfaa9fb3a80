//! The structure of a rubric: JSON tree → [`Rubric`], with every problem noted.

use super::questions::{Parts, questions};
use super::values::{id_text, ids, objects, optional_list, positive, share, truth};
use super::{coverage, replaces};
use crate::error::{Fault, Kind as IdKind};
use crate::model::{Choice, Facet, Kind, Level, Perspective, Principle, Ratio, Rubric, RubricVersion, Source, ratio};
use crate::tree::{Fields, Node, Reading, check_format, unknown, whole};

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
/// The highest number of points an option may have: beyond it, spreadsheets and browsers lose digits.
const MOST_POINTS: u64 = 9_007_199_254_740_991;

/// Reads the structure. `None` if a part is missing that the texts are checked against; where a value is wrong, a
/// default stands for it, so that one mistake is one error. All problems are in `reading`, and only if none of them is an
/// error may the rubric be used. The digest is left empty.
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
            Some(Principle { id, weight: positive(reading, fields, "weight") })
        })
    });
    let levels = fields.need(reading, "levels").and_then(|node| {
        objects(reading, &node, true, &["id", "weight", "threshold"], |fields, id| {
            if id == "none" {
                reading.error(fields.node(), Fault::ReservedId { id: id.clone() });
            }
            let weight = positive(reading, fields, "weight");
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
            let values = fields.need(reading, "values").and_then(|node| ids(reading, &node, true));
            Some(Facet { id, values: values.unwrap_or_default() })
        })
    });
    let sources = optional_list(&fields, "sources", |node| {
        objects(reading, node, false, &["id", "citation"], |fields, id| {
            let citation =
                fields.need(reading, "citation").and_then(|node| node.filled_text(reading).map(str::to_owned));
            Some(Source { id, citation: citation.unwrap_or_default() })
        })
    });
    let continues = optional_list(&fields, "continues", |node| ids(reading, node, false));
    let parts = Parts {
        steps: scale.as_ref().map(|scale| scale.len().saturating_sub(1)),
        principles: names(principles.as_deref(), |p| &p.id),
        levels: names(levels.as_deref(), |l| &l.id),
        perspectives: names(Some(&perspectives), |p| &p.id),
        facets: &facets,
    };
    let questions = fields.need(reading, "questions").and_then(|node| questions(reading, &node, &parts));
    let replaces = replaces::read(reading, &fields, questions.as_deref());
    let coverage = coverage::read(reading, &fields, &parts, questions.as_deref().unwrap_or_default());
    Some(Rubric {
        id: id.unwrap_or_default(),
        version: version.unwrap_or(RubricVersion { major: 0, minor: 0, patch: 0 }),
        languages: languages.unwrap_or_default(),
        kind: kind.unwrap_or(Kind::Full),
        essential_minimum,
        scale: scale?,
        principles: principles?,
        levels: levels?,
        perspectives,
        facets,
        sources,
        continues,
        replaces,
        coverage,
        questions: questions?,
        digest: String::new(),
    })
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
    if node.items().next().is_none() {
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
        let node = fields.need(reading, "points");
        let points = node.as_ref().and_then(whole).filter(|&points| points <= MOST_POINTS);
        let (Some(node), Some(points)) = (&node, points) else {
            if let Some(node) = &node {
                reading.error(node, Fault::NotAWholeNumber);
            }
            return Some(Choice { id, points: 0 });
        };
        if last.is_some_and(|last| last >= points) {
            reading.error(node, Fault::ScaleNotIncreasing);
        }
        last = Some(points);
        Some(Choice { id, points })
    })?;
    if node.items().count() == 1 {
        reading.error(node, Fault::ScaleTooShort);
    }
    Some(choices)
}
