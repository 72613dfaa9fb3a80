//! What a heading, or the cell that names a question, means: survey platforms decorate a question's code in many ways.

use crate::import::Questionnaire;
use crate::model::Replacement;
use std::collections::HashMap;

/// What part of an answer a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What was chosen.
    Choice,
    /// A free remark.
    Note,
    /// What can be seen or shown, a line each.
    Evidence,
    /// Why the question does not apply.
    Reason,
}

/// The words that name a part, in any language, in the form of [`plain`].
const PARTS: [(Part, &[&str]); 4] = [
    (Part::Choice, &["answer", "choice", "antwort", "auswahl", "your answer", "ihre antwort", "answers", "antworten"]),
    (
        Part::Note,
        &["note", "notes", "comment", "comments", "remark", "kommentar", "notiz", "notizen", "bemerkung", "anmerkung"],
    ),
    (Part::Evidence, &["evidence", "nachweis", "nachweise", "beleg", "belege"]),
    (Part::Reason, &["reason", "grund", "begründung", "why does it not apply?", "warum trifft es nicht zu?"]),
];

impl Part {
    /// The part that a word names, in the form of `plain`.
    pub fn of_word(word: &str) -> Option<Self> {
        PARTS.iter().find(|(_, words)| words.contains(&word)).map(|(part, _)| *part)
    }
}

/// A text in the form in which texts are compared: small letters, single spaces, one kind of apostrophe.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c == '\u{feff}').filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars().flat_map(char::to_lowercase) {
            out.push(if matches!(c, '’' | '‘' | '`' | '´') { '\'' } else { c });
        }
    }
    out
}

/// What a heading means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A part of the answer to a question, by its position.
    Question(usize, Part),
    /// Several questions have these words.
    Ambiguous,
    /// Nothing that is known.
    Unknown,
}

/// The questions by their codes and words.
#[derive(Debug)]
pub struct Headings {
    ids: HashMap<String, usize>,
    /// `None`: several questions have these words.
    texts: HashMap<String, Option<usize>>,
}

impl Headings {
    /// The questions of a rubric; codes of the older version that `replacement` is about are understood too.
    pub fn new(questionnaire: &Questionnaire, replacement: Option<&Replacement>) -> Self {
        let rubric = &questionnaire.rubric;
        let mut ids: HashMap<String, usize> =
            rubric.questions.iter().enumerate().map(|(index, question)| (question.id.clone(), index)).collect();
        if let Some(replacement) = replacement {
            // A question that must be answered again is no longer known by its old code, even if another has it now.
            for old in replacement.again.iter().map(|again| &again.old) {
                ids.remove(old);
            }
            for (old, new) in &replacement.same {
                if let Some(index) = rubric.question(new) {
                    ids.insert(old.clone(), index);
                }
            }
        }
        let mut texts: HashMap<String, Option<usize>> = HashMap::new();
        for words in &questionnaire.texts {
            for (index, question) in words.questions.iter().enumerate() {
                for text in [Some(&question.text), question.easy.as_ref()].into_iter().flatten() {
                    let entry = texts.entry(plain(text)).or_insert(Some(index));
                    if *entry != Some(index) {
                        *entry = None;
                    }
                }
            }
        }
        Self { ids, texts }
    }

    /// The codes of the questions.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.keys().map(String::as_str)
    }

    /// The question with these words, in any language; `None`: none, or several.
    pub fn by_words(&self, text: &str) -> Option<usize> {
        self.texts.get(&plain(text)).copied().flatten()
    }

    /// What a heading means: a code or the words of a question, with a group before it, in brackets, with its words
    /// behind it, or with the name of a part.
    pub fn find(&self, heading: &str) -> Meaning {
        let heading = plain(heading);
        let whole = self.undecorated(&heading);
        if whole != Meaning::Unknown {
            return whole;
        }
        // Groups: `group/acc2b`; of other separators, only a code is looked for behind them.
        for (at, _) in heading.match_indices('/') {
            let rest = self.undecorated(heading[at + 1..].trim_start());
            if rest != Meaning::Unknown {
                return rest;
            }
        }
        let code = heading.rsplit(['-', '.', ':']).next().unwrap_or_default();
        if let Some(found) = self.coded(code) {
            return found;
        }
        self.mentioned(&heading)
    }

    /// A heading without a group.
    fn undecorated(&self, heading: &str) -> Meaning {
        if let Some(found) = self.coded(heading) {
            return found;
        }
        match self.texts.get(heading) {
            Some(Some(index)) => return Meaning::Question(*index, Part::Choice),
            Some(None) => return Meaning::Ambiguous,
            None => {}
        }
        // `acc2b. Do disabled employees …`
        if let Some((code, _)) = heading.split_once('.')
            && let Some(found) = self.coded(code.trim())
        {
            return found;
        }
        // `A list of questions [Do disabled employees …]`, `Do disabled employees … [Comment]`
        if let Some((before, inner)) = heading.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')) {
            let (before, inner) = (before.trim(), inner.trim());
            let part = Part::of_word(inner);
            let text = if part.is_some() { before } else { inner };
            match self.texts.get(text) {
                Some(Some(index)) => return Meaning::Question(*index, part.unwrap_or(Part::Choice)),
                Some(None) => return Meaning::Ambiguous,
                None => {}
            }
        }
        Meaning::Unknown
    }

    /// A code, alone or with what LimeSurvey and XLSForm put behind it: `acc2b`, `acc[acc2b]`, `acc_acc2b`,
    /// `acc[2b]`, `acc2b[SQ001]`, `acc2b[comment]`, `acc2bnote`, `acc2b.note`.
    fn coded(&self, text: &str) -> Option<Meaning> {
        let answer = |index: &usize| Meaning::Question(*index, Part::Choice);
        if let Some(index) = self.ids.get(text) {
            return Some(answer(index));
        }
        let bare = text.strip_suffix(']').unwrap_or(text);
        let split = bare.char_indices().filter(|(_, c)| matches!(c, '[' | '_' | '.' | '-' | ' ' | ':'));
        for (at, c) in split {
            let (before, behind) = (bare[..at].trim(), bare[at + c.len_utf8()..].trim());
            if let Some(index) = self.ids.get(before) {
                if let Some(part) = Part::of_word(behind) {
                    return Some(Meaning::Question(*index, part));
                }
                // Our own survey gives a question another name where a form keeps that one for itself.
                if (c, behind) == ('_', "question") {
                    return Some(answer(index));
                }
                let numbered = behind.strip_prefix("sq").is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
                if numbered && matches!(c, '[' | '_') {
                    return Some(answer(index));
                }
            }
            if matches!(c, '[' | '_') {
                let joined = [before, behind].concat();
                if let Some(found) = self.ids.get(behind) {
                    // A part's name, or the name of a group.
                    // "Equality/Note (optional)"
                    let last = before.rsplit('/').next().unwrap_or(before);
                    let word = last.split(" (").next().unwrap_or(last);
                    return Some(Meaning::Question(*found, Part::of_word(word).unwrap_or(Part::Choice)));
                }
                if let Some(found) = self.ids.get(&joined) {
                    return Some(answer(found));
                }
            }
        }
        // XLSForm takes no separator in a name that follows a code without one.
        PARTS.iter().find_map(|(part, words)| {
            let index = words.iter().find_map(|word| self.ids.get(text.strip_suffix(word)?))?;
            Some(Meaning::Question(*index, *part))
        })
    }

    /// A label such as "Note on acc2b": one code and one name of a part among other words.
    fn mentioned(&self, heading: &str) -> Meaning {
        let words = || heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        // A code of one letter, or of a few, is as likely an article or a little word.
        let coded =
            words().filter(|word| word.len() > 3 || (word.len() > 1 && word.bytes().any(|b| b.is_ascii_digit())));
        let (mut codes, mut parts) = (coded.filter_map(|w| self.ids.get(w)), words().filter_map(Part::of_word));
        match (codes.next(), codes.next(), parts.next(), parts.next()) {
            (Some(index), None, Some(part), None) if part != Part::Choice => Meaning::Question(*index, part),
            _ => Meaning::Unknown,
        }
    }
}
