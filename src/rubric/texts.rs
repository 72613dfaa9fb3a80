//! A rubric's words in one language: JSON tree → [`Texts`], with every problem noted.

use crate::error::{Fault, Kind};
use crate::model::{ChoiceText, FacetText, Named, QuestionText, Recommendation, Rubric, Texts};
use crate::tree::{Fields, Node, Reading, check_format, unknown};
use std::collections::HashMap;

/// The format of a text file.
pub const FORMAT: &str = "coprod/texts/1";

const KEYS: [&str; 10] = [
    "format",
    "language",
    "title",
    "description",
    "principles",
    "levels",
    "scale",
    "perspectives",
    "facets",
    "questions",
];
const QUESTION_KEYS: [&str; 6] = ["text", "easy", "help", "easy_help", "evidence", "recommendation"];
const RECOMMENDATION_KEYS: [&str; 4] = ["title", "easy_title", "steps", "benefit"];

/// Reads the texts of `rubric` in `language`. A file of their own names its format and language; texts inside a
/// rubric's file need neither.
pub fn read(reading: &Reading, root: &Node, rubric: &Rubric, language: &str, own_file: bool) -> Option<Texts> {
    let mut texts = read_names(reading, root, rubric, language, own_file)?;
    texts.questions = questions(reading, &root.fields(reading)?, rubric).into();
    Some(texts)
}

/// The same without the words of the questions.
pub fn read_names(reading: &Reading, root: &Node, rubric: &Rubric, language: &str, own_file: bool) -> Option<Texts> {
    let fields = root.fields(reading)?;
    if own_file && !check_format(reading, &fields, FORMAT) {
        return None;
    }
    fields.only(reading, &KEYS, false);
    let named = if own_file { fields.need(reading, "language") } else { fields.get("language") };
    if let Some(node) = named
        && let Some(found) = node.text(reading)
        && found != language
    {
        reading.error(&node, Fault::OtherLanguage { found: found.to_owned(), expected: language.to_owned() });
    }
    let title = fields.need(reading, "title").and_then(|node| node.filled_text(reading)).unwrap_or_default();
    let mut texts = Texts {
        language: language.to_owned(),
        title: line(title),
        description: optional(reading, &fields, "description"),
        ..Texts::default()
    };
    let principles: Vec<&str> = rubric.principles.iter().map(|p| p.id.as_str()).collect();
    texts.principles = named_list(reading, &fields, "principles", Kind::Principle, &principles, true, &[]).0;
    let levels: Vec<&str> = rubric.levels.iter().map(|l| l.id.as_str()).collect();
    let (levels, none) = named_list(reading, &fields, "levels", Kind::Level, &levels, true, &["none"]);
    (texts.levels, texts.none) = (levels, none.into_iter().flatten().next());
    scale(reading, &fields, rubric, &mut texts);
    let perspectives: Vec<&str> = rubric.perspectives.iter().map(|p| p.id.as_str()).collect();
    texts.perspectives = optional_named(reading, &fields, "perspectives", Kind::Perspective, &perspectives);
    texts.facets = facets(reading, &fields, rubric);
    Some(texts)
}

/// A text that stands on one line, as a question among its options does: on a line of its own a part of it would look
/// like one of them.
fn line(text: &str) -> String {
    match text.bytes().any(|byte| matches!(byte, b'\r' | b'\n')) {
        true => text.replace(['\r', '\n'], " "),
        false => text.to_owned(),
    }
}

fn optional_line(reading: &Reading, fields: &Fields, key: &str) -> Option<String> {
    fields.get(key)?.filled_text(reading).map(line)
}

fn optional(reading: &Reading, fields: &Fields, key: &str) -> Option<String> {
    fields.get(key)?.filled_text(reading).map(str::to_owned)
}

/// The entries of an object by id; ids that are not `known` are errors. The order is that of `known`. An id that is
/// known twice, which is an error of its own, has its entry at its first place.
fn by_id<'p, 't>(
    reading: &Reading<'t>,
    fields: &'p Fields<'p, 't>,
    kind: Kind,
    known: &[&str],
) -> Vec<Option<Node<'p, 't>>> {
    let places: HashMap<&str, usize> = known.iter().enumerate().rev().map(|(index, id)| (*id, index)).collect();
    let mut out: Vec<Option<Node>> = vec![None; known.len()];
    for (key, node) in fields.entries_by_id(|key| places.contains_key(key)) {
        match places.get(key) {
            Some(&index) => out[index] = Some(node),
            None => unknown(reading, &node, kind, key, known),
        }
    }
    out
}

/// Names that must be there for every id in `known`; `extra` ids may be there.
fn named_list(
    reading: &Reading,
    fields: &Fields,
    key: &str,
    kind: Kind,
    known: &[&str],
    needed: bool,
    extra: &[&str],
) -> (Vec<Named>, Vec<Option<Named>>) {
    let node = if needed { fields.need(reading, key) } else { fields.get(key) };
    let Some(node) = node else { return (vec![Named::default(); known.len()], Vec::new()) };
    let Some(fields) = node.fields(reading) else { return (vec![Named::default(); known.len()], Vec::new()) };
    let all: Vec<&str> = known.iter().chain(extra).copied().collect();
    let found = by_id(reading, &fields, kind, &all);
    let of = |(index, node): (usize, &Option<Node>)| named(reading, node.as_ref()?, index < known.len());
    let mut names: Vec<Option<Named>> = found.iter().enumerate().map(of).collect();
    for (index, _) in found.iter().take(known.len()).enumerate().filter(|(_, node)| node.is_none()) {
        missing(reading, &fields, known, index);
    }
    let rest = names.split_off(known.len());
    (names.into_iter().map(Option::unwrap_or_default).collect(), rest)
}

/// Notes that the texts of an id are missing; once, where the structure has the id twice.
fn missing(reading: &Reading, fields: &Fields, known: &[&str], index: usize) {
    if !known[..index].contains(&known[index]) {
        reading.error(fields.node(), Fault::MissingKey { key: known[index].to_owned() });
    }
}

fn optional_named(reading: &Reading, fields: &Fields, key: &str, kind: Kind, known: &[&str]) -> Vec<Option<Named>> {
    let Some(node) = fields.get(key) else { return vec![None; known.len()] };
    let Some(fields) = node.fields(reading) else { return vec![None; known.len()] };
    by_id(reading, &fields, kind, known).iter().map(|node| named(reading, node.as_ref()?, false)).collect()
}

/// A name with what belongs to it; what need not have one is called by its id, or by the program's words.
fn named(reading: &Reading, node: &Node, needed: bool) -> Option<Named> {
    let fields = node.fields(reading)?;
    fields.only(reading, &["name", "easy", "description"], false);
    let name = if needed { fields.need(reading, "name")? } else { fields.get("name")? };
    let name = line(name.filled_text(reading)?);
    let (easy, description) = (optional_line(reading, &fields, "easy"), optional(reading, &fields, "description"));
    Some(Named { name, easy, description })
}

fn scale(reading: &Reading, fields: &Fields, rubric: &Rubric, texts: &mut Texts) {
    texts.scale = vec![ChoiceText::default(); rubric.scale.len()];
    let Some(node) = fields.need(reading, "scale") else { return };
    let Some(fields) = node.fields(reading) else { return };
    let ids: Vec<&str> = rubric.scale.iter().map(|c| c.id.as_str()).chain(["na", "dk"]).collect();
    for (index, node) in by_id(reading, &fields, Kind::Option, &ids).into_iter().enumerate() {
        let Some(node) = node else {
            if index < rubric.scale.len() {
                missing(reading, &fields, &ids, index);
            }
            continue;
        };
        let Some(fields) = node.fields(reading) else { continue };
        fields.only(reading, &["label", "easy", "description"], false);
        // `na` and `dk` can be called by the program's words.
        let label = if index < rubric.scale.len() { fields.need(reading, "label") } else { fields.get("label") };
        let Some(label) = label.and_then(|node| node.filled_text(reading)) else { continue };
        let (easy, description) = (optional_line(reading, &fields, "easy"), optional(reading, &fields, "description"));
        let text = ChoiceText { label: line(label), easy, description };
        match index.checked_sub(rubric.scale.len()) {
            None => texts.scale[index] = text,
            Some(0) => texts.na = Some(text),
            Some(_) => texts.dk = Some(text),
        }
    }
}

fn facets(reading: &Reading, fields: &Fields, rubric: &Rubric) -> Vec<FacetText> {
    let empty = |facet: &crate::model::Facet| FacetText { name: None, values: vec![None; facet.values.len()] };
    let mut out: Vec<FacetText> = rubric.facets.iter().map(empty).collect();
    let Some(node) = fields.get("facets") else { return out };
    let Some(fields) = node.fields(reading) else { return out };
    let ids: Vec<&str> = rubric.facets.iter().map(|f| f.id.as_str()).collect();
    for (index, node) in by_id(reading, &fields, Kind::Facet, &ids).into_iter().enumerate() {
        let Some(fields) = node.as_ref().and_then(|node| node.fields(reading)) else { continue };
        fields.only(reading, &["name", "values"], false);
        out[index].name = optional(reading, &fields, "name");
        let values: Vec<&str> = rubric.facets[index].values.iter().map(String::as_str).collect();
        let names = optional_named(reading, &fields, "values", Kind::FacetValue, &values);
        out[index].values = names.into_iter().map(|named| named.map(|named| named.name)).collect();
    }
    out
}

fn questions(reading: &Reading, fields: &Fields, rubric: &Rubric) -> Vec<QuestionText> {
    let mut out = vec![QuestionText::default(); rubric.questions.len()];
    let Some(node) = fields.need(reading, "questions") else { return out };
    let Some(fields) = node.fields(reading) else { return out };
    let ids: Vec<&str> = rubric.questions.iter().map(|q| q.id.as_str()).collect();
    for (index, node) in by_id(reading, &fields, Kind::Question, &ids).into_iter().enumerate() {
        match node {
            None => missing(reading, &fields, &ids, index),
            Some(node) => out[index] = question(reading, &node).unwrap_or_default(),
        }
    }
    out
}

fn question(reading: &Reading, node: &Node) -> Option<QuestionText> {
    let fields = node.fields(reading)?;
    fields.only(reading, &QUESTION_KEYS, false);
    let text = fields.need(reading, "text").and_then(|node| node.filled_text(reading)).unwrap_or_default();
    Some(QuestionText {
        text: line(text),
        easy: optional_line(reading, &fields, "easy"),
        help: optional(reading, &fields, "help"),
        easy_help: optional(reading, &fields, "easy_help"),
        evidence: list(reading, &fields, "evidence"),
        recommendation: fields.get("recommendation").and_then(|node| recommendation(reading, &node, text)),
    })
}

/// What to do next; without a title of its own it is called by its question.
fn recommendation(reading: &Reading, node: &Node, question: &str) -> Option<Recommendation> {
    let fields = node.fields(reading)?;
    fields.only(reading, &RECOMMENDATION_KEYS, false);
    let title = match fields.get("title") {
        Some(title) => title.filled_text(reading)?.to_owned(),
        None => line(question),
    };
    let easy_title = optional(reading, &fields, "easy_title");
    let benefit = optional(reading, &fields, "benefit");
    Some(Recommendation { title, easy_title, steps: list(reading, &fields, "steps"), benefit })
}

fn list(reading: &Reading, fields: &Fields, key: &str) -> Vec<String> {
    let Some(node) = fields.get(key) else { return Vec::new() };
    let Some(elements) = node.elements(reading) else { return Vec::new() };
    elements.filter_map(|element| element.filled_text(reading).map(str::to_owned)).collect()
}
