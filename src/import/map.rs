//! The map `coprod/map/1`: what the columns and values of any other table mean.

use super::table::{Field, Part};
use crate::error::{Error, Fault, ImportFault, Problem, nearest};
use crate::tree::{Node, Reading, check_format, decode};
use jsonc_parser::ast::Value;
use std::collections::HashMap;

/// The format that is read.
pub const FORMAT: &str = "coprod/map/1";

/// A map.
#[derive(Debug, Clone, Default)]
pub struct Map {
    /// The columns, in the map's order.
    pub columns: Vec<MapColumn>,
    /// What values mean in the columns of answers that the map names: as written → an option's id.
    pub values: HashMap<String, String>,
}

/// A column of a map.
#[derive(Debug, Clone)]
pub struct MapColumn {
    /// The column's heading.
    pub heading: String,
    /// What it means.
    pub target: Target,
    /// What values mean in this column.
    pub values: HashMap<String, String>,
    place: Problem,
}

/// What a column means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A part of the answer to a question.
    Answer(String, Part),
    /// The question that the row is about.
    Question,
    /// A part of the answer to the row's question.
    Part(Part),
    /// A fact about the sheet.
    Field(Field),
    /// Nothing.
    Ignore,
}

impl MapColumn {
    /// A problem with this entry of the map.
    pub fn problem(&self, fault: Fault) -> Problem {
        Problem { fault, ..self.place.clone() }
    }
}

/// Reads a map.
///
/// # Errors
/// Every problem of the map.
pub fn read(name: &str, bytes: &[u8]) -> Result<Map, Error> {
    let reading = Reading::new(name, decode(name, bytes)?, 1);
    let value = reading.parse()?;
    let root = Node::root(&value);
    let mut map = Map::default();
    if let Some(fields) = root.fields(&reading)
        && check_format(&reading, &fields, FORMAT)
    {
        fields.only(&reading, &["format", "columns", "values"], false);
        if let Some(node) = fields.need(&reading, "columns")
            && let Some(columns) = node.fields(&reading)
        {
            map.columns = columns.entries().filter_map(|(heading, node)| column(&reading, heading, &node)).collect();
        }
        if let Some(node) = fields.get("values") {
            map.values = values(&reading, &node);
        }
    }
    let failed = reading.failed();
    let problems = reading.into_problems();
    if failed { Err(Error::Input(problems)) } else { Ok(map) }
}

fn column(reading: &Reading, heading: &str, node: &Node) -> Option<MapColumn> {
    let (to, own) = match node.value {
        Value::Object(_) => {
            let fields = node.fields(reading)?;
            fields.only(reading, &["to", "values"], false);
            let own = fields.get("values").map(|node| values(reading, &node)).unwrap_or_default();
            (fields.need(reading, "to").and_then(|node| target(reading, &node))?, own)
        }
        _ => (target(reading, node)?, HashMap::new()),
    };
    let place = Problem { place: Some(reading.place_of(node)), ..Problem::whole(reading.name(), Fault::EmptyText) };
    Some(MapColumn { heading: heading.to_owned(), target: to, values: own, place })
}

fn values(reading: &Reading, node: &Node) -> HashMap<String, String> {
    let Some(fields) = node.fields(reading) else { return HashMap::new() };
    let text = |(value, node): (&str, Node)| Some((value.trim().to_owned(), node.text(reading)?.to_owned()));
    fields.entries().filter_map(text).collect()
}

fn target(reading: &Reading, node: &Node) -> Option<Target> {
    let text = node.filled_text(reading)?;
    let part = |name: &str| match name {
        "answer" => Some(Part::Choice),
        "note" => Some(Part::Note),
        "evidence" => Some(Part::Evidence),
        "reason" => Some(Part::Reason),
        _ => None,
    };
    let target = match text {
        "ignore" => Some(Target::Ignore),
        "question" => Some(Target::Question),
        _ => match (part(text), Field::named(text), text.split_once('.')) {
            (Some(part), _, _) => Some(Target::Part(part)),
            (None, Some(field), _) => Some(Target::Field(field)),
            (None, None, Some((question, name))) => part(name).map(|part| Target::Answer(question.to_owned(), part)),
            (None, None, None) => {
                crate::model::is_question_id(text).then(|| Target::Answer(text.to_owned(), Part::Choice))
            }
        },
    };
    if target.is_none() {
        let known = ["ignore", "question", "answer", "note", "evidence", "reason"];
        let meant = nearest(text, known.into_iter().chain(Field::names()));
        reading.error(node, ImportFault::BadTarget { found: text.to_owned(), meant }.into());
    }
    target
}
