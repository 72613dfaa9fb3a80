//! How hard the texts of a language are to read, all together: a single question says nothing
//! ("Planen behinderte Beschäftigte mit?" scores 15).
//!
//! Flesch for English: 206.835 − 1.015 · words per sentence − 84.6 · syllables per word (Flesch 1948).
//! Flesch-Amstad for German: 180 − words per sentence − 58.5 · syllables per word (Amstad 1978).
//! LIX: words per sentence + percentage of words of more than six letters (Björnsson 1968). All three authors let a
//! colon and a semicolon end a sentence as a full stop does.

use super::language::rules;
use super::passages::Passage;
use crate::error::lint::Readability;

/// With fewer words, the figures are chance.
const ENOUGH_WORDS: usize = 300;

/// Measures the easy and the plain texts of a language that the program knows.
pub fn measure(language: &str, passages: &[Passage]) -> Vec<Readability> {
    if rules(language).is_none() {
        return Vec::new();
    }
    let german = language.starts_with("de");
    let of = |easy: bool| {
        let mut counts = Counts::default();
        passages.iter().filter(|passage| passage.easy == easy).for_each(|passage| counts.add(passage.text, german));
        (counts.words >= ENOUGH_WORDS).then(|| counts.into_readability(language, easy, german))
    };
    [of(true), of(false)].into_iter().flatten().collect()
}

#[derive(Default)]
struct Counts {
    sentences: usize,
    words: usize,
    long_words: usize,
    syllables: usize,
}

impl Counts {
    fn add(&mut self, text: &str, german: bool) {
        let mut open = false;
        for raw in text.split_whitespace() {
            let letters = raw.chars().filter(|c| c.is_alphanumeric()).count();
            if letters > 0 {
                open = true;
                self.words += 1;
                self.long_words += usize::from(letters > 6);
                self.syllables += syllables(raw, german);
            }
            let bare = raw.trim_end_matches(['"', '“', '”', '»', '«', ')', '\'', '’']);
            if open && bare.ends_with(['.', '!', '?', ':', ';']) {
                self.sentences += 1;
                open = false;
            }
        }
        self.sentences += usize::from(open);
    }

    fn into_readability(self, language: &str, easy: bool, german: bool) -> Readability {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let length = share(self.words, self.sentences);
        let syllables = share(self.syllables, self.words);
        let flesch =
            if german { 180.0 - length - 58.5 * syllables } else { 206.835 - 1.015 * length - 84.6 * syllables };
        let lix = length + 100.0 * share(self.long_words, self.words);
        Readability { language: language.to_owned(), easy, words: self.words, flesch, lix }
    }
}

/// Syllables of a word, 1 at least: groups of vowels, where German diphthongs count once and other neighbours each,
/// and English loses its silent endings.
fn syllables(word: &str, german: bool) -> usize {
    let word = word.to_lowercase();
    word.split(['-', '/'])
        .map(|part| if german { german_syllables(part) } else { english_syllables(part) })
        .sum::<usize>()
        .max(1)
}

fn german_syllables(word: &str) -> usize {
    const TOGETHER: [&str; 10] = ["ai", "ei", "au", "eu", "äu", "ie", "oi", "aa", "ee", "oo"];
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'ü' | 'é');
    let chars: Vec<char> = word.chars().collect();
    let (mut count, mut index) = (0, 0);
    while let Some(&c) = chars.get(index) {
        let pair: String = chars.iter().skip(index).take(2).collect();
        // "qu" is a consonant.
        let spoken = vowel(c) && !(c == 'u' && index > 0 && chars.get(index - 1) == Some(&'q'));
        count += usize::from(spoken);
        index += if spoken && TOGETHER.contains(&pair.as_str()) { 2 } else { 1 };
    }
    count
}

fn english_syllables(word: &str) -> usize {
    let word: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut count: usize = 0;
    let mut before = false;
    for c in word.chars() {
        count += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    let ending = |suffix: &str, kept: &[char]| {
        let Some(rest) = word.strip_suffix(suffix) else { return false };
        let mut back = rest.chars().rev();
        let (last, before) = (back.next(), back.next());
        // The l of "table" and "disabled" needs its vowel, the one of "whole" and "called" does not.
        let syllabic = last == Some('l') && before.is_some_and(|c| !vowel(c) && c != 'l');
        last.is_some_and(|c| !vowel(c) && !kept.contains(&c)) && !syllabic
    };
    // "place", "used", "makes" lose a syllable; "wanted", "services" keep theirs.
    let silent = ending("e", &[]) || ending("ed", &['t', 'd']) || ending("es", &['s', 'c', 'z', 'x', 'g', 'h']);
    count.saturating_sub(usize::from(silent && count > 1)).max(usize::from(!word.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_spoken() {
        for (word, count) in [
            ("Behinderung", 4),
            ("Organisation", 6),
            ("Arbeits-Gruppe", 4),
            ("quer", 1),
            ("Sie", 1),
            ("Räume", 2),
            ("50", 0),
        ] {
            assert_eq!(syllables(word, true), count.max(1), "{word}");
        }
        for (word, count) in
            [("people", 2), ("decided", 3), ("used", 1), ("table", 2), ("services", 3), ("the", 1), ("disabled", 3)]
        {
            assert_eq!(syllables(word, false), count, "{word}");
        }
    }

    #[test]
    fn the_figures_follow_the_formulas() {
        let mut counts = Counts::default();
        counts.add("Wir fragen alle. Alle antworten uns gerne: ja.", true);
        // 8 words in 3 sentences, 1 of them long, 14 syllables.
        assert_eq!((counts.words, counts.sentences, counts.long_words, counts.syllables), (8, 3, 1, 14));
        let measured = counts.into_readability("de", true, true);
        assert!((measured.flesch - (180.0 - 8.0 / 3.0 - 58.5 * 14.0 / 8.0)).abs() < 1e-9);
        assert!((measured.lix - (8.0 / 3.0 + 12.5)).abs() < 1e-9);
    }
}
