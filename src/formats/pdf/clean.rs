//! Makes every character visible: what no face can print is written as its number, with a warning.

use std::borrow::Cow;

use super::fonts::{Face, Fonts};
use crate::text::Loss;

/// More warnings than this are only counted.
const MOST: usize = 50;
/// How much of a text a warning quotes, in characters.
const QUOTED: usize = 60;
/// How many characters a warning names.
const MOST_NAMED: usize = 20;

/// The warnings of a document.
#[derive(Debug, Default)]
pub struct Warnings {
    told: Vec<Loss>,
    more: usize,
}

impl Warnings {
    /// Notes that characters of a text were printed as their numbers.
    fn tell(&mut self, chars: &[char], text: &str) {
        let numbers: Vec<String> = chars.iter().map(|c| number(*c)).collect();
        let mut quote = String::new();
        for c in text.trim().chars().take(QUOTED) {
            if invisible(c) { quote.push_str(&number(c)) } else { quote.push(c) }
        }
        let dots = if text.trim().chars().nth(QUOTED).is_some() { "…" } else { "" };
        let loss = Loss::Unprintable { characters: numbers.join(" "), text: format!("{quote}{dots}") };
        if self.told.contains(&loss) {
            return;
        }
        if self.told.len() < MOST { self.told.push(loss) } else { self.more += 1 }
    }

    /// The warnings, the one that counts the rest last.
    pub fn into_vec(mut self) -> Vec<Loss> {
        if self.more > 0 {
            self.told.push(Loss::More(self.more));
        }
        self.told
    }
}

/// A character as its number, for example `[U+1F600]`.
fn number(c: char) -> String {
    format!("[U+{:04X}]", u32::from(c))
}

/// Whether a character changes how others look or run but has no look of its own.
fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// The text with only characters that can be printed, soft hyphens and `\n`.
pub fn visible<'a>(text: &'a str, face: Face, fonts: &Fonts, warnings: &mut Warnings) -> Cow<'a, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut told: Vec<char> = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\r' => {
                if !matches!(chars.peek(), Some('\n')) {
                    out.push('\n');
                }
            }
            '\t' => out.push(' '),
            '\u{AD}' => out.push(c),
            _ if !invisible(c) && fonts.covers(face, c) => out.push(c),
            _ => {
                out.push_str(&number(c));
                // A text full of them must not take for ever.
                if told.len() < MOST_NAMED && !told.contains(&c) {
                    told.push(c);
                }
            }
        }
    }
    if !told.is_empty() {
        warnings.tell(&told, text);
    }
    Cow::Owned(out)
}

/// The same on one line.
pub fn visible_line(text: &str, face: Face, fonts: &Fonts, warnings: &mut Warnings) -> String {
    visible(text, face, fonts, warnings).replace('\n', " ")
}
