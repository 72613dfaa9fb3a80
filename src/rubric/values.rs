//! The kinds of values that a rubric's structure is made of: lists of ids and objects, weights, shares.

use crate::error::Fault;
use crate::model::number::{is_share, parse_ratio, ratio};
use crate::model::{Ratio, is_id};
use crate::tree::{Fields, Node, Reading};
use num_traits::Zero;
use std::collections::HashSet;

/// A list of objects with unique ids.
pub fn objects<T>(
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

/// An id of anything but a question.
pub fn id_text(reading: &Reading, node: &Node) -> Option<String> {
    let text = node.text(reading)?;
    if !is_id(text) {
        reading.error(node, Fault::BadId { found: text.to_owned(), question: false });
    }
    Some(text.to_owned())
}

/// A list of unique ids.
pub fn ids(reading: &Reading, node: &Node, needed: bool) -> Option<Vec<String>> {
    let mut out: Vec<String> = Vec::new();
    for element in node.elements(reading)? {
        let Some(id) = id_text(reading, &element) else { continue };
        if out.contains(&id) {
            reading.error(&element, Fault::DuplicateId { id });
        } else {
            out.push(id);
        }
    }
    if needed && node.items().next().is_none() {
        reading.error(node, Fault::EmptyList);
    }
    Some(out)
}

/// A list of texts that say something.
pub fn texts(reading: &Reading, node: &Node) -> Option<Vec<String>> {
    Some(node.elements(reading)?.filter_map(|element| Some(element.filled_text(reading)?.to_owned())).collect())
}

/// A list that may be absent.
pub fn optional_list<T>(fields: &Fields, key: &str, read: impl FnOnce(&Node) -> Option<Vec<T>>) -> Vec<T> {
    fields.get(key).as_ref().and_then(read).unwrap_or_default()
}

/// True or false, if the key is there; else the default.
pub fn truth(reading: &Reading, fields: &Fields, key: &str, default: bool) -> bool {
    fields.get(key).and_then(|node| node.truth(reading)).unwrap_or(default)
}

/// A number greater than 0; 1 if the key is absent, or if it is wrong: what is noted once shall not make errors of
/// everything that points at its object.
pub fn positive(reading: &Reading, fields: &Fields, key: &str) -> Ratio {
    let number = fields.get(key).and_then(|node| positive_number(reading, &node));
    number.unwrap_or_else(|| ratio(1, 1))
}

/// A number greater than 0.
pub fn positive_number(reading: &Reading, node: &Node) -> Option<Ratio> {
    let value = number(reading, node)?;
    if value <= Ratio::zero() {
        reading.error(node, Fault::NotPositive { found: value.to_string() });
        return None;
    }
    Some(value)
}

/// A share 0…1, if the key is there and its value is one.
pub fn share(reading: &Reading, fields: &Fields, key: &str) -> Option<Ratio> {
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
