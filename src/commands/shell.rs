//! Command lines as they can be typed, for messages that say what to do next.

/// A command line of the program: its words, then the options that have a value.
pub fn command_line(words: &[&str], options: &[(&str, Option<&str>)]) -> String {
    let mut out = String::from("coprod");
    for word in words {
        out.push_str(&format!(" {}", quoted(word)));
    }
    for (name, value) in options {
        if let Some(value) = value {
            out.push_str(&format!(" {name} {}", quoted(value)));
        }
    }
    out
}

/// Quotes where a shell would split or change the text.
pub fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:,+@".contains(c) || (cfg!(windows) && c == '\\');
    if !text.is_empty() && text.chars().all(plain) {
        return text.to_owned();
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        if !cfg!(windows) && matches!(c, '"' | '$' | '`' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}
