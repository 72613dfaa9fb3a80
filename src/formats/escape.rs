//! Text inside HTML, SVG and JSON: nothing in it can be taken for markup, and no control character gets through.

use crate::text::{harmless_lines, is_unsafe};
use std::borrow::Cow;
use std::fmt::Write as _;

/// A text as the content of an element or of a quoted attribute.
pub fn escape(text: &str) -> String {
    // Texts should be harmless already; here it is made sure, whatever part of the report they come from.
    let text = harmless_lines(text);
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter => out.push(letter),
        }
    }
    out
}

/// Appends formatted text, which cannot fail for a string.
pub fn put(out: &mut String, text: std::fmt::Arguments) {
    let _ = out.write_fmt(text);
}

/// The tag if it has the form of a language tag, so that it can stand in a `lang` attribute.
pub fn language_tag(tag: &str) -> Option<String> {
    let tag = tag.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let first =
        parts.next().is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let rest = parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (first && rest).then_some(tag)
}

/// JSON allows the control characters beyond ASCII and the ones that hide or reorder text; a terminal would obey them.
/// They can only stand inside strings, so that an escape means the same.
pub fn ascii_controls(text: &str) -> Cow<'_, str> {
    const DELETE: u8 = 0x7f;
    let (mut out, mut done) = (String::new(), 0);
    // Almost every byte is below the delete sign: the others are looked for, and only they are asked for more.
    let mut next = 0;
    while let Some(at) = text.as_bytes().get(next..).and_then(|rest| rest.iter().position(|&byte| byte >= DELETE)) {
        let start = next + at;
        let Some(c) = text.get(start..).and_then(|rest| rest.chars().next()) else { break };
        next = start + c.len_utf8();
        if is_unsafe(c) {
            out.push_str(text.get(done..start).unwrap_or_default());
            let escape = |unit: &mut u16| format!("\\u{unit:04x}");
            out.extend(c.encode_utf16(&mut [0; 2]).iter_mut().map(escape));
            done = next;
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_markup() {
        assert_eq!(escape("<script>alert('1')</script>"), "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;");
        assert_eq!(escape("\" onload=\"x&amp;"), "&quot; onload=&quot;x&amp;amp;");
    }

    #[test]
    fn control_characters_become_visible() {
        assert_eq!(escape("a\u{1b}[2J\u{0}\u{202e}\u{ffff}"), "a[U+001B][2J[U+0000][U+202E][U+FFFF]");
    }

    #[test]
    fn only_language_tags_are_language_tags() {
        for good in ["de", "en-GB", "pt_BR", "zh-Hant-TW"] {
            assert!(language_tag(good).is_some(), "{good}");
        }
        for bad in ["", "d", "de\" x=\"", "deutsch", "de--", "1a"] {
            assert_eq!(language_tag(bad), None, "{bad}");
        }
    }
}
