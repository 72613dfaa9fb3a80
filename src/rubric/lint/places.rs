//! Line and column of a finding, from its file and JSON pointer.

use crate::error::{Place, Problem, Severity};
use crate::model::order;
use crate::rubric::{Loaded, SourceFile};
use crate::tree::{Node, Reading};
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use std::collections::HashMap;

/// Fills in the places, and sorts the findings by file and place, errors first where both are at one place.
pub fn fill(loaded: &Loaded, exceptions: Option<&SourceFile>, found: &mut [Problem]) {
    let files: Vec<&SourceFile> = loaded.files().iter().chain(exceptions).collect();
    for file in &files {
        let mut open: Vec<&mut Problem> =
            found.iter_mut().filter(|problem| problem.place.is_none() && problem.file == file.name).collect();
        if open.is_empty() {
            continue;
        }
        let reading = Reading::new(&file.name, &file.text, 1);
        let Ok(value) = reading.parse() else { continue };
        let places = all_places(&file.text, &value);
        for problem in &mut open {
            problem.place = nearest_place(&places, &problem.pointer);
        }
    }
    let order: HashMap<&str, usize> =
        files.iter().enumerate().map(|(index, file)| (file.name.as_str(), index)).collect();
    let key = |problem: &Problem| {
        let file = order.get(problem.file.as_str()).copied().unwrap_or(usize::MAX);
        let place = problem.place.map(|place| (place.line, place.column));
        (file, place, problem.severity == Severity::Warning)
    };
    order::sort_by_key(found, key);
}

/// The place of every value by its pointer. One walk is cheaper than one search for each of many findings, and since
/// it goes forward through the text, columns are counted once, also where a whole file is one line.
fn all_places(text: &str, value: &Value) -> HashMap<String, Place> {
    let mut cursor = Cursor { text, at: 0, place: Place { line: 1, column: 1 } };
    let mut out = HashMap::new();
    walk(&mut cursor, &Node::root(value), &mut out);
    out
}

fn walk(cursor: &mut Cursor, node: &Node, out: &mut HashMap<String, Place>) {
    out.insert(node.path.to_string(), cursor.go(node.value.start()));
    match node.value {
        Value::Object(_) => node.children().for_each(|child| walk(cursor, &child, out)),
        Value::Array(_) => node.items().for_each(|child| walk(cursor, &child, out)),
        _ => {}
    }
}

struct Cursor<'t> {
    text: &'t str,
    at: usize,
    place: Place,
}

impl Cursor<'_> {
    fn go(&mut self, to: usize) -> Place {
        for c in self.text.get(self.at..to).unwrap_or_default().chars() {
            let Place { line, column } = self.place;
            self.place =
                if c == '\n' { Place { line: line + 1, column: 1 } } else { Place { line, column: column + 1 } };
        }
        self.at = to;
        self.place
    }
}

/// The place of the pointer or, where there is no such value because it is missing, of what it would be in.
fn nearest_place(places: &HashMap<String, Place>, pointer: &str) -> Option<Place> {
    let mut pointer = pointer;
    loop {
        if let Some(place) = places.get(pointer) {
            return Some(*place);
        }
        pointer = &pointer[..pointer.rfind('/')?];
    }
}
