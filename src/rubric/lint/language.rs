//! The rules of plain and easy language. What is the same in both languages is here; the words are in a file each.

use super::passages::Passage;
use super::sentences::{Sentence, Word, is_abbreviation_with_stop, sentences};
use super::{english, finding, german};
use crate::error::lint::Lint;
use crate::error::{Problem, Severity};

/// The longest sentence, in words.
const LONGEST_EASY: usize = 12;
const LONGEST_PLAIN: usize = 20;

/// What a language knows about itself.
pub struct Rules {
    /// Words that join: "und", "oder".
    pub joints: &'static [&'static str],
    /// Words that can begin a second question after a joint: "ist", "hat".
    pub verbs: &'static [&'static str],
    /// Words that negate.
    pub negations: &'static [&'static str],
    /// Whether two words around a joint are both what a question asks for: "heard and paid?"
    pub same_verb_form: fn(&Word, &Word) -> bool,
    /// Whether a word is written for one gender with a sign for others.
    pub gender: fn(&Word) -> bool,
    /// Findings that only this language has, in an easy sentence.
    pub easy: fn(&Sentence, &mut dyn FnMut(Lint)),
}

/// The rules for a language tag, if the program knows the language.
pub fn rules(language: &str) -> Option<&'static Rules> {
    match language.split('-').next() {
        Some("de") => Some(&german::RULES),
        Some("en") => Some(&english::RULES),
        _ => None,
    }
}

/// Checks all texts of a language; of a language that the program does not know, nothing can be said.
pub fn check(language: &str, passages: &[Passage], found: &mut Vec<Problem>) {
    let Some(rules) = rules(language) else { return };
    for passage in passages {
        let sentences = sentences(passage.text);
        let mut add = |lint: Lint| {
            found.push(finding(severity(&lint), passage.file, passage.pointer.clone(), lint));
        };
        for sentence in &sentences {
            long_sentence(sentence, passage.easy, &mut add);
        }
        if passage.question {
            two_questions(rules, &sentences, &mut add);
        }
        if passage.easy {
            // The sign may stand alone, and is no word then.
            let percent = passage.text.split_whitespace().filter(|raw| raw.contains('%'));
            percent.for_each(|raw| add(Lint::PercentSign { word: raw.to_owned() }));
            for sentence in &sentences {
                easy(rules, sentence, &mut add);
            }
        }
    }
}

/// What makes a text hard for sure is an error; what a machine can only suspect is a warning.
fn severity(lint: &Lint) -> Severity {
    match lint {
        Lint::LongSentence { .. }
        | Lint::Abbreviation { .. }
        | Lint::PercentSign { .. }
        | Lint::Bracket { .. }
        | Lint::GenderStar { .. }
        | Lint::TwoQuestions { .. }
        | Lint::DoubleNegation { .. } => Severity::Error,
        _ => Severity::Warning,
    }
}

fn long_sentence(sentence: &Sentence, easy: bool, add: &mut dyn FnMut(Lint)) {
    let most = if easy { LONGEST_EASY } else { LONGEST_PLAIN };
    if sentence.words.len() > most {
        let start = sentence.words.iter().take(4).map(|word| word.raw).collect::<Vec<_>>().join(" ");
        add(Lint::LongSentence { words: sentence.words.len(), most, start });
    }
}

/// More than one question mark, "and/or", a joint before a second verb, or a joint between two verbs at the end.
fn two_questions(rules: &Rules, sentences: &[Sentence], add: &mut dyn FnMut(Lint)) {
    let mut asked = sentences.iter().filter(|sentence| sentence.end == Some('?'));
    if let (Some(_), Some(second)) = (asked.next(), asked.next()) {
        let start = second.words.iter().take(3).map(|word| word.raw).collect::<Vec<_>>().join(" ");
        add(Lint::TwoQuestions { word: start });
    }
    for sentence in sentences {
        for (index, word) in sentence.words.iter().enumerate() {
            if word.lower.split('/').count() == 2 && word.lower.split('/').all(|part| rules.joints.contains(&part)) {
                add(Lint::TwoQuestions { word: word.bare.to_owned() });
            }
            if !rules.joints.contains(&word.lower.as_str()) || sentence.end != Some('?') {
                continue;
            }
            let before = index.checked_sub(1).and_then(|before| sentence.words.get(before));
            let (Some(before), Some(after)) = (before, sentence.words.get(index + 1)) else { continue };
            let last = index + 2 == sentence.words.len();
            if rules.verbs.contains(&after.lower.as_str()) || (last && (rules.same_verb_form)(before, after)) {
                add(Lint::TwoQuestions { word: format!("{} {} {}", before.bare, word.bare, after.bare) });
            }
        }
    }
}

fn easy(rules: &Rules, sentence: &Sentence, add: &mut dyn FnMut(Lint)) {
    let mut negations: Vec<&str> = Vec::new();
    for (index, word) in sentence.words.iter().enumerate() {
        let own = || word.bare.to_owned();
        if is_abbreviation(word) {
            add(Lint::Abbreviation { word: own() });
        }
        if word.raw.contains(['(', ')', '[', ']']) && !(rules.gender)(word) {
            add(Lint::Bracket { word: own() });
        }
        if (rules.gender)(word) {
            add(Lint::GenderStar { word: own() });
        }
        if word.bare.contains(['·', '•', '‧']) {
            add(Lint::Mediopoint { word: own() });
        }
        if negates(rules, sentence, index) {
            negations.push(word.bare);
            negations.extend(sentence.words.get(index + 1).filter(|next| is_negative(next)).map(|next| next.bare));
        }
    }
    if negations.len() > 1 {
        add(Lint::DoubleNegation { word: negations.join(" … ") });
    }
    (rules.easy)(sentence, add);
}

/// Cut short with a full stop, or letters that stand for words: "z. B.", "HR", "IT-Team".
fn is_abbreviation(word: &Word) -> bool {
    let letters = |part: &str| {
        let capitals = part.chars().filter(|c| c.is_uppercase()).count();
        capitals >= 2 && part.chars().count() <= 5 && part.chars().all(char::is_alphanumeric)
    };
    let stopped = word.raw.trim_start_matches(|c: char| !c.is_alphanumeric()).strip_prefix(word.bare);
    let stopped = stopped.is_some_and(|rest| rest.starts_with('.'));
    let single = word.bare.chars().count() == 1 && word.bare.chars().all(char::is_lowercase);
    word.bare.split(['-', '/']).any(letters) || (stopped && (single || is_abbreviation_with_stop(word.bare)))
}

/// Whether a word after "not" turns it round: "not without", "nicht unwichtig".
fn is_negative(word: &Word) -> bool {
    const OTHERS: [&str; 15] = [
        "und",
        "uns",
        "unter",
        "unser",
        "ungefähr",
        "unge",
        "until",
        "under",
        "union",
        "unit",
        "unique",
        "univers",
        "uno",
        "unless",
        "untereinander",
    ];
    let lower = word.lower.as_str();
    let turned = lower.starts_with("un") && lower.chars().count() > 5;
    matches!(lower, "ohne" | "without") || (turned && !OTHERS.iter().any(|start| lower.starts_with(start)))
}

/// Whether the word negates the sentence; "not only" does not, and "no" as an answer of its own neither.
fn negates(rules: &Rules, sentence: &Sentence, index: usize) -> bool {
    let Some(word) = sentence.words.get(index) else { return false };
    let lower = word.lower.as_str();
    let listed = rules.negations.iter().any(|negation| match negation.strip_suffix('*') {
        Some(start) => lower.starts_with(start),
        None => lower == *negation,
    });
    let next = sentence.words.get(index + 1).map(|next| next.lower.as_str());
    let answer = index == 0 && word.raw.ends_with([':', ',', '.']);
    (listed || lower.ends_with("n't") || lower.ends_with("n’t")) && !answer && !matches!(next, Some("nur" | "only"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes that the rules of a language find in an easy question.
    fn codes(language: &str, text: &str, easy: bool) -> Vec<&'static str> {
        let passage = Passage { file: "f", pointer: String::new(), text, easy, question: true };
        let mut found = Vec::new();
        check(language, &[passage], &mut found);
        found.iter().map(|problem| problem.fault.code()).collect()
    }

    #[test]
    fn errors_of_german() {
        let cases = [
            ("Wir gehen heute zusammen mit allen Leuten aus dem Team in das neue Haus.", "long-sentence"),
            ("Gibt es z. B. Rampen?", "abbreviation"),
            ("Hilft die HR allen?", "abbreviation"),
            ("Sind 50 % dabei?", "percent-sign"),
            ("Gibt es Hilfe (Geld)?", "bracket"),
            ("Helfen Mitarbeiter*innen?", "gender-star"),
            ("Helfen Mitarbeiter:innen?", "gender-star"),
            ("Helfen MitarbeiterInnen?", "gender-star"),
            ("Hilft der/die Chef/in?", "gender-star"),
            ("Gibt es Rampen und/oder Aufzüge?", "two-questions"),
            ("Gibt es Rampen? Gibt es Aufzüge?", "two-questions"),
            ("Gibt es Rampen und gibt es Aufzüge?", "two-questions"),
            ("Können alle planen und entscheiden?", "two-questions"),
            ("Ist nie niemand da?", "double-negation"),
            ("Geht es nicht ohne Hilfe?", "double-negation"),
            ("Ist das nicht unwichtig?", "double-negation"),
        ];
        for (text, code) in cases {
            assert!(codes("de", text, true).contains(&code), "{text}: {:?}", codes("de", text, true));
        }
    }

    #[test]
    fn warnings_of_german() {
        let cases = [
            ("Gibt es einen Unterstützungsplan?", "compound"),
            ("Gibt es Rollstuhl·rampen?", "mediopoint"),
            ("Hilft das Team, wenn jemand fragt?", "clause"),
            ("Gibt es Menschen, die Hilfe brauchen?", "clause"),
            ("Werden alle gefragt?", "passive"),
            ("Wird die Arbeit bezahlt?", "passive"),
            ("Kennt das Team die Ideen der Leute?", "genitive"),
            ("Kennt das Team den Plan des Hauses?", "genitive"),
            ("Würden alle helfen?", "subjunctive"),
        ];
        for (text, code) in cases {
            assert_eq!(codes("de", text, true), [code], "{text}");
        }
    }

    #[test]
    fn good_easy_german_has_no_findings() {
        let texts = [
            "Fragt die Organisation Menschen mit Behinderung vorher?",
            "Treffen alle zusammen wichtige Entscheidungen?",
            "Gibt es Rampen, Aufzüge und breite Türen?",
            "Arbeiten Menschen mit und ohne Behinderung zusammen?",
            "Nein: Niemand fragt sie.",
            "Gibt es eine Arbeits-Gruppe für die Barriere-Freiheit?",
            "Geht das nicht nur am Montag?",
            "Werden wir besser?",
            "Helfen die Leute in der Gruppe?",
            "Ein Beispiel: In einer Gruppe gibt es Streit.",
            "Gibt es Treffen ohne Leitung, und keine Angst?",
        ];
        for text in texts {
            assert_eq!(codes("de", text, true), [""; 0], "{text}");
        }
    }

    #[test]
    fn findings_of_english() {
        let cases = [
            ("Do all of the people in the new team go to the house today with us?", "long-sentence"),
            ("Are there ramps, e.g. at the door?", "abbreviation"),
            ("Does HR help?", "abbreviation"),
            ("Do 50% help?", "percent-sign"),
            ("Is there help [money]?", "bracket"),
            ("Can he/she help?", "gender-star"),
            ("Are there ramps and/or lifts?", "two-questions"),
            ("Are there ramps and are there lifts?", "two-questions"),
            ("Is there never no help?", "double-negation"),
            ("Do you ask people who use it, because it helps?", "clause"),
            ("Are all people asked?", "passive"),
            ("Would you help?", "subjunctive"),
        ];
        for (text, code) in cases {
            assert!(codes("en", text, true).contains(&code), "{text}: {:?}", codes("en", text, true));
        }
        for text in [
            "Do people with disabilities help to plan?",
            "Are there ramps, lifts and wide doors?",
            "Do you not only ask?",
        ] {
            assert_eq!(codes("en", text, true), [""; 0], "{text}");
        }
    }

    #[test]
    fn plain_texts_are_only_asked_to_be_short_and_single() {
        assert_eq!(codes("de", "Werden (z. B.) 50 % der Mitarbeiter*innen gefragt, wenn sie könnten?", false), [""; 0]);
        assert_eq!(codes("fr", "Peut-on (p. ex.) le faire et/ou l’éviter ?", true), [""; 0]);
        let long = "wort ".repeat(21);
        assert_eq!(codes("de", &long, false), ["long-sentence"]);
        // A semicolon does not end a sentence, however short the parts are.
        let joined = format!("{}ende; {}Ende.", "wort ".repeat(10), "wort ".repeat(9));
        assert_eq!(codes("de", &joined, false), ["long-sentence"]);
        assert_eq!(codes("en", &joined.replace(';', "."), false), [""; 0]);
    }
}
