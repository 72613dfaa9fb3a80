//! How answers to older versions of a rubric carry over: the key `replaces`.

use crate::error::{Fault, Kind as IdKind};
use crate::model::{Again, Question, Replacement, RubricVersion};
use crate::tree::{Fields, Node, Reading, unknown};

/// What can have become of an old question.
pub const FATES: [&str; 5] = ["same", "reworded", "split", "merged", "dropped"];

/// Reads `"replaces": {"1.0.0": {"old1a": {"became": "same", "to": ["new1a"]}}}`; a plain text is short for a
/// question that is the same under another id. What replaces an old question must be one of `questions`.
pub fn read(reading: &Reading, fields: &Fields, questions: Option<&[Question]>) -> Vec<Replacement> {
    let mut out = Vec::new();
    let known: Option<Vec<&str>> = questions.map(|list| list.iter().map(|question| question.id.as_str()).collect());
    let check = |node: &Node, id: &str| {
        if let Some(known) = known.as_ref().filter(|known| !known.contains(&id)) {
            unknown(reading, node, IdKind::Question, id, known);
        }
    };
    // Of two answers to one question only one could be kept, and nobody would know which.
    let same = |node: &Node, replacement: &mut Replacement, old: &str, new: String| {
        if replacement.same.iter().any(|(_, known)| *known == new) {
            reading.error(node, Fault::DuplicateId { id: new });
        } else {
            replacement.same.push((old.to_owned(), new));
        }
    };
    let Some(node) = fields.get("replaces") else { return out };
    let Some(versions) = node.fields(reading) else { return out };
    for (key, node) in versions.entries() {
        let Some(version) = RubricVersion::parse(key) else {
            reading.error(&node, Fault::BadVersion { found: key.to_owned() });
            continue;
        };
        let Some(questions) = node.fields(reading) else { continue };
        let mut replacement = Replacement { version, same: Vec::new(), again: Vec::new() };
        for (old, node) in questions.entries() {
            if let jsonc_parser::ast::Value::StringLit(new) = node.value {
                check(&node, &new.value);
                same(&node, &mut replacement, old, new.value.to_string());
                continue;
            }
            let Some(fields) = node.fields(reading) else { continue };
            fields.only(reading, &["became", "to"], false);
            let Some(became) = fields.need(reading, "became") else { continue };
            let Some(fate) = became.text(reading) else { continue };
            if !FATES.contains(&fate) {
                unknown(reading, &became, IdKind::Kind, fate, &FATES);
                continue;
            }
            let to: Vec<String> = match fields.get("to") {
                // What is dropped has become nothing.
                None if fate == "dropped" => Vec::new(),
                None => vec![old.to_owned()],
                Some(node) => match node.elements(reading) {
                    None => continue,
                    Some(list) => {
                        let ids = list.filter_map(|item| {
                            let id = item.text(reading)?;
                            check(&item, id);
                            Some(id.to_owned())
                        });
                        ids.collect()
                    }
                },
            };
            match (fate, to.as_slice()) {
                ("same", [new]) => same(&node, &mut replacement, old, new.clone()),
                _ => replacement.again.push(Again { old: old.to_owned(), became: fate.to_owned(), to }),
            }
        }
        out.push(replacement);
    }
    out
}
