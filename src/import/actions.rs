//! The list of actions `coprod/actions/1`, in and out: `plan` writes it, people tick off, `check` reads it.

use super::json::is_date;
use super::{Fit, fit};
use crate::error::{Error, Fault, Kind, Problem};
use crate::model::{Action, ActionList, Rubric, RubricRef, RubricVersion, is_id};
use crate::tree::{Fields, Node, Reading, check_format, decode, unknown};
use serde_json::{Map, Value, json};

/// The format that is read and written.
pub const FORMAT: &str = "coprod/actions/1";

const KEYS: [&str; 5] = ["format", "rubric", "organisation", "date", "actions"];
const ACTION_KEYS: [&str; 7] = ["question", "title", "to", "who", "due", "done", "note"];

/// A list that has been read, and what was doubtful about it.
#[derive(Debug, Clone)]
pub struct ReadActions {
    /// The list.
    pub list: ActionList,
    /// Warnings.
    pub warnings: Vec<Problem>,
}

/// Reads a list that was made with `rubric`, or with an older version of it.
///
/// # Errors
/// Every problem of the list.
pub fn read(name: &str, bytes: &[u8], rubric: &Rubric) -> Result<ReadActions, Error> {
    let text = decode(name, bytes)?;
    let reading = Reading::new(name, text, 1);
    let value = reading.parse()?;
    let root = Node::root(&value);
    let found = match root.fields(&reading) {
        Some(fields) if check_format(&reading, &fields, FORMAT) => list(&reading, &fields, rubric),
        _ => None,
    };
    let failed = reading.failed();
    let warnings = reading.into_problems();
    match found {
        Some(list) if !failed => Ok(ReadActions { list, warnings }),
        _ => Err(Error::Input(warnings)),
    }
}

fn list(reading: &Reading, fields: &Fields, rubric: &Rubric) -> Option<ActionList> {
    fields.only(reading, &KEYS, true);
    let rubric_ref = fields.need(reading, "rubric").and_then(|node| rubric_ref(reading, &node, rubric));
    let organisation = fields.need(reading, "organisation").and_then(|node| {
        let fields = node.fields(reading)?;
        fields.only(reading, &["name"], true);
        fields.need(reading, "name").and_then(|node| node.filled_text(reading).map(str::to_owned))
    });
    let date = fields.get("date").and_then(|node| date(reading, &node, false));
    // Ids of another major version mean nothing here; of another minor one, they may be missing.
    let version = rubric_ref.as_ref().map(|rubric_ref| rubric_ref.version);
    let ids = version.filter(|version| version.major == rubric.version.major).map(|version| Ids {
        rubric,
        strict: (version.major, version.minor) == (rubric.version.major, rubric.version.minor),
    });
    let actions: Option<Vec<Option<Action>>> = fields
        .need(reading, "actions")
        .and_then(|node| Some(node.elements(reading)?.map(|node| action(reading, &node, ids.as_ref())).collect()));
    let actions = actions?.into_iter().collect::<Option<Vec<Action>>>()?;
    Some(ActionList { rubric: rubric_ref?, organisation: organisation?, date, actions })
}

fn rubric_ref(reading: &Reading, node: &Node, rubric: &Rubric) -> Option<RubricRef> {
    let fields = node.fields(reading)?;
    fields.only(reading, &["id", "version"], true);
    let id = fields.need(reading, "id").and_then(|node| {
        let text = node.text(reading)?;
        if !is_id(text) {
            reading.error(&node, Fault::BadId { found: text.to_owned(), question: false });
            return None;
        }
        if text != rubric.id {
            reading.error(&node, Fault::ActionsOfRubric { found: text.to_owned(), needed: rubric.id.clone() });
            return None;
        }
        Some(text.to_owned())
    });
    let version = fields.need(reading, "version").and_then(|node| {
        let text = node.text(reading)?;
        let version = RubricVersion::parse(text);
        match version.map(|version| fit(rubric, version)) {
            None => reading.error(&node, Fault::BadVersion { found: text.to_owned() }),
            Some(Fit::Same) => {}
            Some(Fit::Warn(fault) | Fit::Replace(_, fault)) => reading.warn(&node, fault),
            Some(Fit::No(fault)) => reading.error(&node, fault),
        }
        version
    });
    Some(RubricRef { id: id?, version: version? })
}

/// A day, or where `day` is false also a month.
fn date(reading: &Reading, node: &Node, day: bool) -> Option<String> {
    let text = node.text(reading)?;
    if !is_date(text) || (day && text.len() != 10) {
        reading.error(node, Fault::BadDate { found: text.to_owned() });
        return None;
    }
    Some(text.to_owned())
}

/// The ids that an action may name.
struct Ids<'a> {
    rubric: &'a Rubric,
    /// Whether an unknown id is an error: the list was made with this very version.
    strict: bool,
}

impl Ids<'_> {
    fn check<'a>(&self, reading: &Reading, node: &Node, kind: Kind, text: &str, known: impl Iterator<Item = &'a str>) {
        let known: Vec<&str> = known.collect();
        if self.strict && !known.contains(&text) {
            unknown(reading, node, kind, text, &known);
        }
    }
}

/// One action; `None` after an error.
fn action(reading: &Reading, node: &Node, ids: Option<&Ids>) -> Option<Action> {
    let fields = node.fields(reading)?;
    fields.only(reading, &ACTION_KEYS, true);
    let text = |key| fields.get(key).and_then(|node| node.filled_text(reading).map(str::to_owned));
    let title = fields.need(reading, "title").and_then(|node| node.filled_text(reading).map(str::to_owned));
    let question = text("question");
    if let (Some(ids), Some(id), Some(node)) = (ids, &question, fields.get("question")) {
        ids.check(reading, &node, Kind::Question, id, ids.rubric.questions.iter().map(|q| q.id.as_str()));
    }
    let to = text("to");
    if let (Some(ids), Some(id), Some(node)) = (ids, &to, fields.get("to")) {
        ids.check(reading, &node, Kind::Option, id, ids.rubric.scale.iter().map(|choice| choice.id.as_str()));
    }
    let due = fields.get("due").and_then(|node| date(reading, &node, true));
    let done = match fields.get("done") {
        None => false,
        Some(node) => node.truth(reading)?,
    };
    let note = fields.get("note").and_then(|node| node.text(reading).map(str::to_owned));
    Some(Action { title: title?, question, to, who: text("who"), due, done, note })
}

/// Writes a list.
pub fn to_json(list: &ActionList) -> String {
    let mut root = Map::new();
    root.insert("format".to_owned(), json!(FORMAT));
    root.insert("rubric".to_owned(), json!({"id": list.rubric.id, "version": list.rubric.version.to_string()}));
    root.insert("organisation".to_owned(), json!({"name": list.organisation}));
    if let Some(date) = &list.date {
        root.insert("date".to_owned(), json!(date));
    }
    root.insert("actions".to_owned(), list.actions.iter().map(written).collect());
    pretty(&Value::Object(root))
}

/// The list that `original` is the text of, with more actions at its end, and the date of a newer assessment. What people
/// wrote into it stays, also keys that this program does not know. `original` must have been read by [`read`].
pub fn continued(original: &[u8], more: &[Action], date: Option<&str>) -> String {
    let text = original.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(original);
    let mut root: Value = serde_json::from_slice(text).unwrap_or_default();
    if let Some(actions) = root.get_mut("actions").and_then(Value::as_array_mut) {
        actions.extend(more.iter().map(written));
    }
    if let (Some(date), Some(root)) = (date, root.as_object_mut()) {
        root.insert("date".to_owned(), json!(date));
    }
    pretty(&root)
}

fn pretty(root: &Value) -> String {
    let mut text = serde_json::to_string_pretty(root).unwrap_or_default();
    text.push('\n');
    text
}

fn written(action: &Action) -> Value {
    let mut object = Map::new();
    let texts = [
        ("question", action.question.as_ref()),
        ("title", Some(&action.title)),
        ("to", action.to.as_ref()),
        ("who", action.who.as_ref()),
        ("due", action.due.as_ref()),
    ];
    for (key, text) in texts {
        if let Some(text) = text {
            object.insert(key.to_owned(), json!(text));
        }
    }
    object.insert("done".to_owned(), json!(action.done));
    if let Some(note) = &action.note {
        object.insert("note".to_owned(), json!(note));
    }
    Value::Object(object)
}

#[cfg(test)]
mod tests;
