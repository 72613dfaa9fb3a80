//! The map `coprod/map/1`: what the columns and values of any other table mean.

use super::table::{Field, Part};
use crate::error::{Error, Fault, ImportFault, Problem, nearest};
use crate::tree::{Node, Reading, check_format, decode};
use indexmap::IndexMap;
use jsonc_parser::ast::Value;

/// The format that is read.
pub const FORMAT: &str = "coprod/map/1";

/// A map.
#[derive(Debug, Clone, Default)]
pub struct Map {
    /// The columns, in the map's order.
    pub columns: Vec<MapColumn>,
    /// What values mean in the columns of answers that the map names: as written → an option's id.
    pub values: Values,
}

/// What values mean, as they are written in the table.
pub type Values = IndexMap<String, Meant>;

/// What a value means.
#[derive(Debug, Clone)]
pub struct Meant {
    /// An option's id or label, or the value of a fact.
    pub text: String,
    place: Problem,
}

/// A column of a map.
#[derive(Debug, Clone)]
pub struct MapColumn {
    /// The column's heading.
    pub heading: String,
    /// What it means.
    pub target: Target,
    /// What values mean in this column.
    pub values: Values,
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

impl Meant {
    /// A problem with this value of the map.
    pub fn problem(&self, fault: Fault) -> Problem {
        Problem { fault, ..self.place.clone() }
    }
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
        _ => (target(reading, node)?, Values::new()),
    };
    Some(MapColumn { heading: heading.to_owned(), target: to, values: own, place: place(reading, node) })
}

fn values(reading: &Reading, node: &Node) -> Values {
    let Some(fields) = node.fields(reading) else { return Values::new() };
    let meant = |(value, node): (&str, Node)| {
        let text = node.text(reading)?.to_owned();
        Some((value.trim().to_owned(), Meant { text, place: place(reading, &node) }))
    };
    fields.entries().filter_map(meant).collect()
}

/// A problem at a place of the map, whatever it will be.
fn place(reading: &Reading, node: &Node) -> Problem {
    Problem { place: Some(reading.place_of(node)), ..Problem::whole(reading.name(), Fault::EmptyText) }
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
