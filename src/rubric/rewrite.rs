//! JSON out again as its author wrote it: numbers keep their digits, keys their order.

use jsonc_parser::ast::Value;

/// A line is not made longer than this, if it can be helped.
const WIDEST: usize = 110;

/// A JSON value that can be put together anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// Anything without members, as it is written.
    Plain(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

impl From<&Value<'_>> for Json {
    fn from(value: &Value) -> Self {
        match value {
            Value::Object(object) => {
                let members = object.properties.iter();
                Self::Object(members.map(|p| (p.name.as_str().to_owned(), Self::from(&p.value))).collect())
            }
            Value::Array(array) => Self::List(array.elements.iter().map(Self::from).collect()),
            Value::StringLit(literal) => Self::text(&literal.value),
            Value::NumberLit(literal) => Self::Plain(literal.value.to_owned()),
            Value::BooleanLit(literal) => Self::Plain(literal.value.to_string()),
            Value::NullKeyword(_) => Self::Plain("null".to_owned()),
        }
    }
}

impl Json {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Plain(quoted(text))
    }

    /// The value of a key of an object.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        let Self::Object(members) = self else { return None };
        members.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Takes a key out of an object.
    pub fn remove(&mut self, key: &str) -> Option<Self> {
        let Self::Object(members) = self else { return None };
        let index = members.iter().position(|(name, _)| name == key)?;
        Some(members.remove(index).1)
    }

    /// Puts a value in its place, or behind the key `after`, or at the end.
    pub fn set(&mut self, key: &str, value: Self, after: &str) {
        if let Some(old) = self.get_mut(key) {
            *old = value;
            return;
        }
        let Self::Object(members) = self else { return };
        let index = members.iter().position(|(name, _)| name == after).map_or(members.len(), |index| index + 1);
        members.insert(index, (key.to_owned(), value));
    }

    /// The text of a plain text value.
    pub fn as_text(&self) -> Option<String> {
        match self {
            Self::Plain(written) => serde_json::from_str(written).ok(),
            _ => None,
        }
    }

    /// The whole document, two spaces a level; what fits on a line stays on one.
    pub fn to_pretty(&self) -> String {
        let mut out = String::new();
        self.write(0, 0, &mut out);
        out.push('\n');
        out
    }

    fn write(&self, indent: usize, used: usize, out: &mut String) {
        let line = self.on_one_line(WIDEST.saturating_sub(indent + used));
        if let Some(line) = line {
            out.push_str(&line);
            return;
        }
        let inner = " ".repeat(indent + 2);
        let end = " ".repeat(indent);
        match self {
            Self::Plain(written) => out.push_str(written),
            Self::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index == 0 { "\n" } else { ",\n" });
                    out.push_str(&inner);
                    item.write(indent + 2, 0, out);
                }
                out.push_str(&format!("\n{end}]"));
            }
            Self::Object(members) => {
                out.push('{');
                for (index, (key, value)) in members.iter().enumerate() {
                    out.push_str(if index == 0 { "\n" } else { ",\n" });
                    let key = quoted(key);
                    out.push_str(&format!("{inner}{key}: "));
                    value.write(indent + 2, key.chars().count() + 2, out);
                }
                out.push_str(&format!("\n{end}}}"));
            }
        }
    }

    /// The value on one line, if it has not more than `most` characters.
    fn on_one_line(&self, most: usize) -> Option<String> {
        let (open, close, parts): (&str, &str, Vec<(String, &Self)>) = match self {
            Self::Plain(written) => return (written.chars().count() <= most).then(|| written.clone()),
            Self::List(items) => ("[", "]", items.iter().map(|item| (String::new(), item)).collect()),
            Self::Object(members) => {
                let parts = members.iter().map(|(key, value)| (format!("{}: ", quoted(key)), value));
                ("{", "}", parts.collect())
            }
        };
        let mut out = open.to_owned();
        for (index, (key, value)) in parts.iter().enumerate() {
            out.push_str(if index == 0 { "" } else { ", " });
            out.push_str(key);
            let left = most.checked_sub(out.chars().count() + 1)?;
            out.push_str(&value.on_one_line(left)?);
        }
        out.push_str(close);
        (out.chars().count() <= most).then_some(out)
    }
}

/// A text as JSON. Characters that could hide or reorder text stay escaped, so that they are seen.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Reading;

    fn json(text: &str) -> Json {
        Json::from(&Reading::new("t", text, 1).parse().unwrap())
    }

    #[test]
    fn numbers_order_and_texts_survive() {
        let text = "{\"b\": 0.30000000000000000001, \"a\": [1.0, 2e3, \"ü\\n\\u202e\\\"\"], \"c\": {\"x\": null, \"y\": true}}\n";
        assert_eq!(json(text).to_pretty(), text);
    }

    #[test]
    fn long_values_are_broken_and_read_back_the_same() {
        let long =
            format!("{{\"k\": [\"{}\", {{\"a\": \"{}\"}}], \"e\": [], \"o\": {{}}}}", "x".repeat(90), "y".repeat(120));
        let pretty = json(&long).to_pretty();
        assert!(pretty.lines().count() > 5, "{pretty}");
        assert_eq!(json(&pretty), json(&long));
    }
}
