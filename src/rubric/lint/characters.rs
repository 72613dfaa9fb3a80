//! Characters that hide or reorder text, and markup. Checked on the raw text of the files, so that also what the
//! program does not show, as comments, hides nothing.

use super::finding;
use crate::error::lint::Lint;
use crate::error::{Error, Problem, Severity};
use crate::rubric::SourceFile;
use crate::tree::{Node, Reading};
use jsonc_parser::ast::Value;

/// Checks all texts and keys of a file.
///
/// # Errors
/// A text that is no JSON any more, which the reader has ruled out.
pub fn check(file: &SourceFile, found: &mut Vec<Problem>) -> Result<(), Error> {
    // Most files hold nothing of the kind, and then the tree need not be built a second time.
    if !file.text.chars().any(suspicious) {
        return Ok(());
    }
    let reading = Reading::new(&file.name, &file.text, 1);
    let value = reading.parse()?;
    let mut add = |node: &Node, lint: Lint| {
        let problem = finding(Severity::Error, &file.name, node.path.to_string(), lint);
        found.push(Problem { place: Some(reading.place_of(node)), ..problem });
    };
    walk(&Node::root(&value), false, &mut add);
    Ok(())
}

/// Whether a character could be part of what is looked for; the backslash begins an escaped one.
fn suspicious(c: char) -> bool {
    matches!(c, '\\' | '<' | '&' | '*' | '`' | ']' | '_') || hidden(c, ' ').is_some()
}

fn walk(node: &Node, comment: bool, add: &mut dyn FnMut(&Node, Lint)) {
    match node.value {
        Value::Object(object) => {
            for (property, child) in object.properties.iter().zip(node.children()) {
                let key = property.name.as_str();
                hidden_characters(key).into_iter().for_each(|lint| add(&child, lint));
                walk(&child, comment || key == "comment", add);
            }
        }
        Value::Array(_) => node.items().for_each(|child| walk(&child, comment, add)),
        Value::StringLit(literal) => {
            hidden_characters(&literal.value).into_iter().for_each(|lint| add(node, lint));
            // Comments are never shown; quoting markup there is nobody's harm.
            if let Some(found) = markup(&literal.value).filter(|_| !comment) {
                add(node, Lint::Markup { found });
            }
        }
        _ => {}
    }
}

/// One finding for each kind of hidden character, however often it occurs.
fn hidden_characters(text: &str) -> Vec<Lint> {
    let mut out: Vec<Lint> = Vec::new();
    let mut before = ' ';
    for c in text.chars() {
        if let Some(lint) = hidden(c, before)
            && !out.iter().any(|known| known.code() == lint.code())
        {
            out.push(lint);
        }
        before = c;
    }
    out
}

fn hidden(c: char, before: char) -> Option<Lint> {
    let code = u32::from(c);
    match c {
        // A line break is shown as a space.
        '\n' => None,
        c if c.is_control() => Some(Lint::ControlCharacter { code }),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(Lint::BidiMark { code })
        }
        // Some scripts need joiners between their letters, and emoji signs that say how they look; the Latin one does not.
        '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' if before >= '\u{590}' => None,
        '\u{ad}'
        | '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{ffa0}'
        | '\u{e0000}'..='\u{e0fff}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{2060}'..='\u{2065}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' => Some(Lint::ZeroWidth { code }),
        _ => None,
    }
}

/// The first piece of markup in a text: a tag, an HTML entity, bold or code marks, a link.
fn markup(text: &str) -> Option<String> {
    for (index, c) in text.char_indices() {
        let rest = &text[index..];
        let found = match c {
            '<' => tag(rest),
            '&' => entity(rest),
            '*' if rest.starts_with("**") => Some(2),
            '_' if rest.starts_with("__") => Some(2),
            '`' => Some(1),
            ']' if rest.starts_with("](") => Some(2),
            _ => None,
        };
        if let Some(length) = found {
            return rest.get(..length).map(str::to_owned);
        }
    }
    None
}

/// Length of a tag as `<b>`, `</p>`, `<!--`; "a < b" is none.
fn tag(rest: &str) -> Option<usize> {
    let second = rest.chars().nth(1)?;
    if rest.starts_with("<!--") {
        return Some(4);
    }
    if !second.is_ascii_alphabetic() && second != '/' {
        return None;
    }
    rest.find('>').map(|end| end + 1)
}

/// Length of an entity as `&amp;` or `&#160;`.
fn entity(rest: &str) -> Option<usize> {
    let end = rest.find(';').filter(|&end| end <= 10)?;
    let name = rest.get(1..end)?;
    let digits = name.strip_prefix('#');
    let right = digits.map_or(name.len() >= 2, |digits| !digits.is_empty());
    (right && digits.unwrap_or(name).chars().all(|c| c.is_ascii_alphanumeric())).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_found_and_ordinary_signs_are_not() {
        let cases = [
            ("<b>x</b>", "<b>"),
            ("a </i>", "</i>"),
            ("x **y**", "**"),
            ("&nbsp;", "&nbsp;"),
            ("&#8203;", "&#8203;"),
            ("[a](b)", "]("),
            ("`x`", "`"),
        ];
        for (text, expected) in cases {
            assert_eq!(markup(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["a < b", "R&D; more", "5 * 3", "Q & A", "snake_case", "[1]", "x <3", "Smith & Co"] {
            assert_eq!(markup(text), None, "{text}");
        }
    }

    #[test]
    fn each_kind_of_hidden_character_is_named_once() {
        let codes = |text: &str| hidden_characters(text).iter().map(Lint::code).collect::<Vec<_>>();
        assert_eq!(codes("a\u{202e}b\u{202c}"), ["bidi-mark"]);
        assert_eq!(codes("\u{1b}[31m\t"), ["control-character"]);
        assert_eq!(codes("zero\u{200b}width\u{ad}"), ["zero-width"]);
        assert_eq!(codes("two\nlines"), [""; 0]);
        assert_eq!(codes("می\u{200c}خواهم"), [""; 0]);
    }
}
