//! Where a word may be divided.

use hypher::{Lang, MAX_INLINE_SIZE};

/// Shorter words are never divided.
const SHORTEST_WORD: usize = 7;
/// At least so many letters stand on each side of a hyphen.
const SHORTEST_PART: usize = 3;

/// When words are divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hyphens {
    /// Never: numbers.
    Never,
    /// Only a word that is wider than a whole line: headings, header cells.
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

/// The text with a soft hyphen wherever a word may be divided.
pub fn divisible(text: &str, lang: Lang) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for word in text.split_inclusive(' ') {
        let mut from = 0;
        for at in places(word, lang) {
            out.push_str(word.get(from..at).unwrap_or_default());
            out.push('\u{AD}');
            from = at;
        }
        out.push_str(word.get(from..).unwrap_or_default());
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

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(word: &str, lang: Lang) -> String {
        let mut out = word.to_owned();
        for place in places(word, lang).into_iter().rev() {
            out.insert(place, '-');
        }
        out
    }

    #[test]
    fn words_are_divided_by_the_rules_of_their_language() {
        assert_eq!(divided("Gleichberechtigung.", Lang::German), "Gleich-be-rech-ti-gung.");
        assert_eq!(divided("responsibility", Lang::English), "respon-si-bil-ity");
        assert!(rules("de-AT").is_some() && rules("EN_gb").is_some() && rules("fr").is_none());
    }

    #[test]
    fn addresses_numbers_and_short_words_stay_whole() {
        for word in [
            "https://example.org/verantwortung",
            "verantwortung@example.org",
            "Nummer12345678",
            "Arbeit",
            "ab.verantwortung",
        ] {
            assert_eq!(places(word, Lang::German), Vec::<usize>::new(), "{word}");
        }
    }

    #[test]
    fn a_word_longer_than_the_window_is_divided_to_its_end() {
        let word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz".repeat(2);
        let places = places(&word, Lang::German);
        assert!(places.iter().all(|place| word.is_char_boundary(*place)) && places.is_sorted());
        assert!(places.last().is_some_and(|last| *last > word.len() - 20), "{places:?}");
    }
}
