//! Where a word may be divided.

use hypher::{Lang, MAX_INLINE_SIZE};

/// Shorter words are never divided.
const SHORTEST_WORD: usize = 7;
/// At least so many letters stand on each side of a hyphen.
const SHORTEST_PART: usize = 3;

/// When words are divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hyphens {
    /// Never: headings, numbers.
    Never,
    /// Only a word that is wider than a whole line: header cells.
    Tight,
    /// Where else much of a line would stay empty.
    Free,
}

/// The language whose rules divide words; `None` for languages without rules here.
pub fn rules(language: &str) -> Option<Lang> {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    match primary.to_ascii_lowercase().as_str() {
        "de" => Some(Lang::German),
        "en" => Some(Lang::English),
        _ => None,
    }
}

/// The places, in bytes, where `word` may be divided by the rules of `lang`.
pub fn places(word: &str, lang: Lang) -> Vec<usize> {
    // Addresses and numbers stay whole: a hyphen in them would be read as theirs.
    let inner = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
    if inner.contains(['/', '@', '\\', '_', '.', '#']) || inner.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut start = 0;
    for part in word.split(|c: char| !c.is_alphabetic()) {
        if part.chars().count() >= SHORTEST_WORD {
            letters(part, start, lang, &mut out);
        }
        let end = start + part.len();
        let separator = word.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        start = end + separator;
    }
    out
}

/// The places in a run of letters that starts at `start`, found through a window of what `hypher` takes at once.
fn letters(mut part: &str, mut start: usize, lang: Lang, out: &mut Vec<usize>) {
    loop {
        let whole = part.len() <= MAX_INLINE_SIZE;
        let mut cut = part.len().min(MAX_INLINE_SIZE);
        while !part.is_char_boundary(cut) {
            cut -= 1;
        }
        let Some(window) = part.get(..cut) else { return };
        let mut at = 0;
        let mut last = 0;
        for syllable in hypher::hyphenate_bounded(window, lang, SHORTEST_PART, SHORTEST_PART) {
            at += syllable.len();
            if at < window.len() {
                out.push(start + at);
                last = at;
            }
        }
        if whole {
            return;
        }
        let next = if last > 0 { last } else { cut };
        let Some(rest) = part.get(next..) else { return };
        if last == 0 && rest.is_empty() {
            return;
        }
        part = rest;
        start += next;
    }
}
