//! JSON as a tree with positions. serde stops at the first error and loses duplicate keys; this reader finds every
//! problem of a file at once and says where each one is.

mod trusted;

use crate::error::{Fault, Kind, Place, Problem, Severity, nearest};
use crate::model::parse_ratio;
use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use num_traits::ToPrimitive;
use std::cell::{OnceCell, RefCell};
use std::collections::HashSet;
use std::fmt;

/// Strict JSON: what the parser would forgive beyond it, other programs would not.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// A JSON text that is being read, and the problems found in it so far.
pub struct Reading<'t> {
    name: &'t str,
    text: &'t str,
    /// Line number of the text's first line; more than 1 in JSON Lines.
    first_line: usize,
    lines: OnceCell<Vec<usize>>,
    problems: RefCell<Vec<Problem>>,
}

/// Decodes a file: UTF-8 with or without a byte order mark.
///
/// # Errors
/// A problem that names UTF-16 by its byte order mark or its pattern of zero bytes, else the first byte that is not
/// UTF-8.
pub fn decode<'t>(name: &str, bytes: &'t [u8]) -> Result<&'t str, Problem> {
    let whole = |fault| Problem::whole(name, fault);
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let zeros = bytes.iter().take(64).filter(|&&b| b == 0).count();
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || (zeros * 3 > bytes.len().min(64)) {
        return Err(whole(Fault::Utf16));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let place = std::str::from_utf8(&bytes[..at]).map(place_of_end).ok();
        let byte = bytes.get(at).copied().unwrap_or(0);
        Problem { place, ..whole(Fault::NotUtf8 { byte }) }
    })
}

fn place_of_end(before: &str) -> Place {
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    Place { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
}

impl<'t> Reading<'t> {
    /// Starts to read `text` of the file `name`, whose first line has the number `first_line`.
    pub fn new(name: &'t str, text: &'t str, first_line: usize) -> Self {
        Self { name, text, first_line, lines: OnceCell::new(), problems: RefCell::default() }
    }

    /// Parses the text.
    ///
    /// # Errors
    /// The one place where the text stops being JSON.
    pub fn parse(&self) -> Result<Value<'t>, Problem> {
        self.check()?;
        self.parse_with_places()
    }

    fn check(&self) -> Result<(), Problem> {
        // serde_json is the strict judge (leading zeros, raw control characters); the tree comes from the second pass.
        let strict = serde_json::from_str::<serde::de::IgnoredAny>(self.text);
        if let Err(error) = strict {
            let place = Place { line: error.line().max(1) + self.first_line - 1, column: error.column().max(1) };
            let detail = error.to_string();
            let detail = detail.split(" at line ").next().unwrap_or_default().to_owned();
            let fault = if self.text.trim().is_empty() { Fault::EmptyFile } else { Fault::NotJson { detail } };
            return Err(Problem { place: Some(place), ..Problem::whole(self.name, fault) });
        }
        Ok(())
    }

    /// Parses a text that is known to be sound: one that comes with the program. Its values may have no places.
    ///
    /// # Errors
    /// A text that is no JSON at all.
    pub fn parse_trusted(&self) -> Result<Value<'t>, Problem> {
        trusted::read(self.text).or_else(|_| self.parse_with_places())
    }

    /// The same without the value of one key of the outermost object.
    ///
    /// # Errors
    /// A text that is no JSON at all.
    pub fn parse_trusted_without(&self, key: &str) -> Result<Value<'t>, Problem> {
        trusted::read_without(self.text, key).or_else(|_| self.parse_with_places())
    }

    fn parse_with_places(&self) -> Result<Value<'t>, Problem> {
        match parse_to_ast(self.text, &CollectOptions::default(), &STRICT) {
            Ok(result) => result.value.ok_or_else(|| Problem::whole(self.name, Fault::EmptyFile)),
            Err(error) => {
                let detail = error.kind().to_string();
                let place = Some(self.place(error.range().start));
                Err(Problem { place, ..Problem::whole(self.name, Fault::NotJson { detail }) })
            }
        }
    }

    fn place(&self, offset: usize) -> Place {
        let lines = self.lines.get_or_init(|| {
            std::iter::once(0).chain(self.text.match_indices('\n').map(|(index, _)| index + 1)).collect()
        });
        let line = lines.partition_point(|&start| start <= offset).max(1) - 1;
        let start = lines.get(line).copied().unwrap_or(0);
        let column = self.text.get(start..offset).map_or(1, |before| before.chars().count() + 1);
        Place { line: line + self.first_line, column }
    }

    fn add(&self, severity: Severity, path: Path, offset: usize, fault: Fault) {
        let place = Some(self.place(offset));
        let problem = Problem { place, pointer: path.to_string(), severity, ..Problem::whole(self.name, fault) };
        self.problems.borrow_mut().push(problem);
    }

    /// Line and column of a node.
    pub fn place_of(&self, node: &Node<'_, 't>) -> Place {
        self.place(node.value.start())
    }

    /// Notes something wrong at a node.
    pub fn error(&self, node: &Node<'_, 't>, fault: Fault) {
        self.add(Severity::Error, node.path, node.value.start(), fault);
    }

    /// Notes something doubtful at a node.
    pub fn warn(&self, node: &Node<'_, 't>, fault: Fault) {
        self.add(Severity::Warning, node.path, node.value.start(), fault);
    }

    /// Everything found so far.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }

    /// The file's name.
    pub fn name(&self) -> &'t str {
        self.name
    }

    /// Whether anything wrong was found so far.
    pub fn failed(&self) -> bool {
        self.problems.borrow().iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// Where a node is: a chain of keys and indices up to the root, printed as a JSON pointer.
#[derive(Clone, Copy)]
pub struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Root,
    Key(&'p str),
    Index(usize),
}

impl<'p> Path<'p> {
    /// The whole document.
    pub const ROOT: Self = Self { parent: None, step: Step::Root };

    fn key(&'p self, key: &'p str) -> Self {
        Self { parent: Some(self), step: Step::Key(key) }
    }

    fn index(&'p self, index: usize) -> Self {
        Self { parent: Some(self), step: Step::Index(index) }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Key(key) => write!(f, "/{}", key.replace('~', "~0").replace('/', "~1")),
            Step::Index(index) => write!(f, "/{index}"),
        }
    }
}

/// A value of the tree with its place.
#[derive(Clone, Copy)]
pub struct Node<'p, 't> {
    /// The value.
    pub value: &'p Value<'t>,
    /// Where it is.
    pub path: Path<'p>,
}

/// An object whose keys have been checked for duplicates.
pub struct Fields<'p, 't> {
    object: &'p Object<'t>,
    node: Node<'p, 't>,
}

/// The properties whose key stands in the object before.
fn repeated<'p, 't>(object: &'p Object<'t>) -> Vec<&'p ObjectProp<'t>> {
    /// Up to so many keys, comparing each with those before it is faster than a table of them.
    const FEW: usize = 24;
    let properties = &object.properties;
    if properties.len() <= FEW {
        let before = |at: usize, key: &str| properties[..at].iter().any(|property| property.name.as_str() == key);
        return properties.iter().enumerate().filter(|(at, p)| before(*at, p.name.as_str())).map(|(_, p)| p).collect();
    }
    let mut seen = HashSet::with_capacity(properties.len());
    properties.iter().filter(|property| !seen.insert(property.name.as_str())).collect()
}

/// Keys that are accepted in every object and read by nobody.
const COMMENT: &str = "comment";

impl<'p, 't> Node<'p, 't> {
    /// The root of a document.
    pub fn root(value: &'p Value<'t>) -> Self {
        Self { value, path: Path::ROOT }
    }

    /// The node as an object; duplicate keys are errors.
    pub fn fields(&self, reading: &Reading<'t>) -> Option<Fields<'p, 't>> {
        let Value::Object(object) = self.value else {
            reading.error(self, Fault::Expected { what: "object" });
            return None;
        };
        for property in repeated(object) {
            let key = property.name.as_str();
            let path = self.path.key(key);
            reading.add(Severity::Error, path, property.start(), Fault::DuplicateKey { key: key.to_owned() });
        }
        Some(Fields { object, node: *self })
    }

    /// The value of a key, if the node is an object that has it; says nothing about what else may be wrong.
    pub fn child(&'p self, key: &'p str) -> Option<Node<'p, 't>> {
        let Value::Object(object) = self.value else { return None };
        let property = object.properties.iter().find(|property| property.name.as_str() == key)?;
        Some(Node { value: &property.value, path: self.path.key(key) })
    }

    /// The values of all keys, if the node is an object.
    pub fn children(&'p self) -> impl Iterator<Item = Node<'p, 't>> {
        let properties = if let Value::Object(object) = self.value { object.properties.as_slice() } else { &[] };
        properties.iter().map(|property| Node { value: &property.value, path: self.path.key(property.name.as_str()) })
    }

    /// The elements, if the node is a list.
    pub fn items(&'p self) -> impl Iterator<Item = Node<'p, 't>> {
        let elements = if let Value::Array(array) = self.value { array.elements.as_slice() } else { &[] };
        elements.iter().enumerate().map(|(index, value)| Node { value, path: self.path.index(index) })
    }

    /// The node's elements, if it is a list.
    pub fn elements(&'p self, reading: &Reading<'t>) -> Option<impl Iterator<Item = Node<'p, 't>>> {
        let Value::Array(array) = self.value else {
            reading.error(self, Fault::Expected { what: "list" });
            return None;
        };
        let nodes = array.elements.iter().enumerate();
        Some(nodes.map(|(index, value)| Node { value, path: self.path.index(index) }))
    }

    /// The node as a text.
    pub fn text(&self, reading: &Reading<'t>) -> Option<&'p str> {
        match self.value {
            Value::StringLit(literal) => Some(literal.value.as_ref()),
            _ => {
                reading.error(self, Fault::Expected { what: "text" });
                None
            }
        }
    }

    /// The node as a text that says something.
    pub fn filled_text(&self, reading: &Reading<'t>) -> Option<&'p str> {
        let text = self.text(reading)?;
        if text.trim().is_empty() {
            reading.error(self, Fault::EmptyText);
            return None;
        }
        Some(text)
    }

    /// The node as true or false.
    pub fn truth(&self, reading: &Reading<'t>) -> Option<bool> {
        match self.value {
            Value::BooleanLit(literal) => Some(literal.value),
            _ => {
                reading.error(self, Fault::Expected { what: "true or false" });
                None
            }
        }
    }

    /// The node's number as it is written.
    pub fn number_as_written(&self) -> Option<&'p str> {
        match self.value {
            Value::NumberLit(literal) => Some(literal.value),
            _ => None,
        }
    }
}

impl<'p, 't> Fields<'p, 't> {
    /// The value of a key, if it is there.
    pub fn get(&'p self, key: &'p str) -> Option<Node<'p, 't>> {
        let property = self.object.properties.iter().find(|property| property.name.as_str() == key)?;
        Some(Node { value: &property.value, path: self.node.path.key(key) })
    }

    /// The value of a key that must be there.
    pub fn need(&'p self, reading: &Reading<'t>, key: &'p str) -> Option<Node<'p, 't>> {
        let found = self.get(key);
        if found.is_none() {
            reading.error(&self.node, Fault::MissingKey { key: key.to_owned() });
        }
        found
    }

    /// All keys with their values, in the order of the text; `comment` is left out.
    pub fn entries(&'p self) -> impl Iterator<Item = (&'p str, Node<'p, 't>)> {
        self.entries_by_id(|_| false)
    }

    /// The same where keys are ids; one of them may be called `comment`.
    pub fn entries_by_id(&'p self, is_id: impl Fn(&str) -> bool) -> impl Iterator<Item = (&'p str, Node<'p, 't>)> {
        let all = self.object.properties.iter().map(|property| {
            let key = property.name.as_str();
            (key, Node { value: &property.value, path: self.node.path.key(key) })
        });
        all.filter(move |(key, _)| *key != COMMENT || is_id(key))
    }

    /// Reports keys that are not among `known`: as errors, or, when `lenient`, as errors only where a known key was
    /// probably meant and as warnings otherwise.
    pub fn only(&self, reading: &Reading<'t>, known: &[&str], lenient: bool) {
        for property in &self.object.properties {
            let key = property.name.as_str();
            if key == COMMENT || known.contains(&key) {
                continue;
            }
            let meant = nearest(key, known.iter().copied());
            let severity = if lenient && meant.is_none() { Severity::Warning } else { Severity::Error };
            let fault = Fault::UnknownKey { key: key.to_owned(), meant, ignored: severity == Severity::Warning };
            reading.add(severity, self.node.path.key(key), property.start(), fault);
        }
    }

    /// The object's own place.
    pub fn node(&self) -> &Node<'p, 't> {
        &self.node
    }
}

/// Checks the `format` key; `false` if the rest is not worth reading.
pub fn check_format(reading: &Reading, fields: &Fields, reads: &'static str) -> bool {
    let Some(format) = fields.get("format") else {
        reading.error(fields.node(), Fault::NoFormat { reads });
        return false;
    };
    match format.text(reading) {
        Some(found) if found == reads => true,
        Some(found) => {
            reading.error(&format, Fault::OtherFormat { found: found.to_owned(), reads });
            false
        }
        None => false,
    }
}

/// After so many problems of a file nobody is asked any more what was meant.
const MANY: usize = 200;
/// The longest list of known ids that a message names.
const MOST_KNOWN: usize = 12;

/// Notes an id that is not among the known ones, with the one that was probably meant.
pub fn unknown(reading: &Reading, node: &Node, kind: Kind, found: &str, known: &[&str]) {
    // A wrong file can have thousands of unknown ids; comparing each with thousands of known ones would take minutes.
    let many = reading.problems.borrow().len() > MANY;
    let meant = if many { None } else { nearest(found, known.iter().copied()) };
    // Long lists are not shown, so that they need not be kept with every problem.
    let known = if known.len() > MOST_KNOWN { &[] } else { known };
    let known = known.iter().map(|id| (*id).to_owned()).collect();
    reading.error(node, Fault::UnknownId { kind, found: found.to_owned(), meant, known });
}

/// A whole number of 0 or more, as 2 or 2.0.
pub fn whole(node: &Node) -> Option<u64> {
    let written = node.number_as_written()?;
    if let Some(number) = Some(written).filter(|text| !text.starts_with('+')).and_then(|text| text.parse().ok()) {
        return Some(number);
    }
    let value = parse_ratio(written)?;
    if value.is_integer() { value.to_integer().to_u64() } else { None }
}
