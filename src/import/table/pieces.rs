//! Several pieces of evidence in one cell: one a line, or a list in which each piece begins with a hyphen.

/// The pieces of a cell. In a list, a line that is indented goes on with the piece before it, so that a piece may hold
/// lines itself; that is how our own questionnaires write such pieces.
pub fn pieces(text: &str) -> Vec<String> {
    if !text.split('\n').any(|line| line.starts_with("- ")) {
        return text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    }
    let mut out: Vec<String> = Vec::new();
    for line in text.split('\n') {
        if let Some(piece) = line.strip_prefix("- ") {
            out.push(piece.to_owned());
        } else if let (Some(more), Some(last)) = (line.strip_prefix("  "), out.last_mut()) {
            last.push('\n');
            last.push_str(more);
        } else if !line.trim().is_empty() {
            out.push(line.trim().to_owned());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn one_piece_a_line() {
        assert_eq!(pieces("minutes\n\n photo \r\nplan"), ["minutes", "photo", "plan"]);
        assert_eq!(pieces(""), Vec::<String>::new());
        assert_eq!(pieces("-5 degrees"), ["-5 degrees"]);
    }

    #[test]
    fn a_list_keeps_lines_together() {
        assert_eq!(pieces("- minutes\n- photo"), ["minutes", "photo"]);
        assert_eq!(pieces("- two\n  lines\n- one"), ["two\nlines", "one"]);
        assert_eq!(pieces("- a\nb"), ["a", "b"]);
        assert_eq!(pieces("- \n-  x"), ["", " x"]);
    }
}
