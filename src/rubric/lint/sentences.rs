//! Texts as sentences of words.

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence<'t> {
    /// Its words as they stand, with the signs around them; what has no letter or digit is none.
    pub words: Vec<Word<'t>>,
    /// The sign at its end, if it has one.
    pub end: Option<char>,
}

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    /// With the signs around it: `(Beispiel),`
    pub raw: &'t str,
    /// Without them: `Beispiel`
    pub bare: &'t str,
    /// The bare word in small letters.
    pub lower: String,
}

impl Word<'_> {
    /// Whether a comma follows.
    pub fn comma(&self) -> bool {
        self.raw.ends_with(',')
    }

    /// Whether it begins with a capital letter.
    pub fn capital(&self) -> bool {
        self.bare.starts_with(char::is_uppercase)
    }
}

/// Signs that may stand around a word.
fn outside(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '%')
}

/// Takes a text apart. A full stop ends a sentence where white space or nothing follows, unless it belongs to an
/// abbreviation or to a number of one or two digits.
pub fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut out = Vec::new();
    let mut words: Vec<Word> = Vec::new();
    for raw in text.split_whitespace() {
        let bare = raw.trim_matches(outside);
        if bare.chars().any(char::is_alphanumeric) {
            words.push(Word { raw, bare, lower: bare.to_lowercase() });
        }
        let end = raw.trim_end_matches(['"', '“', '”', '»', '«', ')', '\'', '’']).chars().last();
        let ends = match end {
            Some('!' | '?') => true,
            Some('.') => !is_short(bare),
            _ => false,
        };
        if ends && !words.is_empty() {
            out.push(Sentence { words: std::mem::take(&mut words), end });
        }
    }
    if !words.is_empty() {
        out.push(Sentence { words, end: None });
    }
    out
}

/// Whether a full stop behind the word does not end the sentence: "z. B.", "e.g.", "3."
fn is_short(bare: &str) -> bool {
    let length = bare.chars().count();
    let digits = bare.chars().all(|c| c.is_ascii_digit());
    let small = length == 1 && bare != "I" || (digits && length <= 2);
    small || is_abbreviation_with_stop(bare)
}

/// Words that are written with a full stop because they are cut short.
pub fn is_abbreviation_with_stop(bare: &str) -> bool {
    const SHORT: [&str; 38] = [
        "abs", "approx", "art", "bsp", "bzgl", "bzw", "ca", "d.h", "dgl", "e.g", "etc", "evtl", "exkl", "ggf", "i.d.r",
        "i.e", "incl", "inkl", "max", "min", "mind", "nr", "resp", "sog", "std", "str", "tel", "u.a", "usw", "u.u",
        "vgl", "viz", "vs", "z.b", "z.t", "o.g", "ff", "zzgl",
    ];
    let lower = bare.to_lowercase();
    SHORT.contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        let lengths = |text| sentences(text).iter().map(|s| s.words.len()).collect::<Vec<_>>();
        assert_eq!(lengths("Eins zwei. Drei vier fünf! Sechs?"), [2, 3, 1]);
        assert_eq!(lengths("Das gilt z. B. für alle. Ja."), [6, 1]);
        assert_eq!(lengths("Am 3. Mai – dem Tag – war es so"), [8]);
        assert_eq!(lengths("Sie fragt: „Was ist im Weg?“ Dann handelt sie."), [6, 3]);
        assert_eq!(lengths("See Art. 27 (work), e.g. pay. Yes"), [6, 1]);
        assert_eq!(lengths(""), [0; 0]);
    }
}
