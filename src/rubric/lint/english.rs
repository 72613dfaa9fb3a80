//! What easy English avoids.

use super::language::Rules;
use super::sentences::Sentence;
use crate::error::lint::Lint;

/// The rules of English.
pub static RULES: Rules = Rules {
    joints: &["and", "or"],
    verbs: &[
        "is", "are", "was", "were", "does", "do", "did", "has", "have", "had", "can", "may", "must", "will", "shall",
        "should",
    ],
    negations: &["not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "cannot", "nowhere"],
    same_verb_form: |before, after| is_participle(&before.lower) && is_participle(&after.lower),
    gender: |word| {
        const FORMS: [&str; 9] =
            ["he/she", "she/he", "s/he", "his/her", "her/his", "him/her", "her/him", "himself/herself", "s)he"];
        FORMS.contains(&word.lower.as_str())
    },
    easy,
};

fn easy(sentence: &Sentence, add: &mut dyn FnMut(Lint)) {
    clause(sentence, add);
    passive(sentence, add);
    for word in &sentence.words {
        if matches!(
            word.lower.as_str(),
            "would" | "could" | "might" | "wouldn't" | "couldn't" | "wouldn’t" | "couldn’t"
        ) {
            add(Lint::Subjunctive { word: word.bare.to_owned() });
        }
    }
}

/// A comma before a word that begins a clause, or a comma after a clause that begins the sentence.
fn clause(sentence: &Sentence, add: &mut dyn FnMut(Lint)) {
    const BEGIN: [&str; 22] = [
        "because", "when", "if", "while", "although", "though", "unless", "until", "before", "after", "since",
        "whenever", "which", "who", "whom", "whose", "where", "that", "but", "so", "as", "yet",
    ];
    let words = &sentence.words;
    for (index, word) in words.iter().enumerate().filter(|(_, word)| word.comma()) {
        let Some(next) = words.get(index + 1) else { continue };
        let opened = index > 1 && words.first().is_some_and(|word| BEGIN[..12].contains(&word.lower.as_str()));
        if BEGIN.contains(&next.lower.as_str()) || opened {
            add(Lint::Clause { word: format!("{} {}", word.raw, next.bare) });
            return;
        }
    }
}

/// A form of "be" and a participle: close behind it, or anywhere in a question that begins with it.
fn passive(sentence: &Sentence, add: &mut dyn FnMut(Lint)) {
    const BE: [&str; 8] = ["is", "are", "was", "were", "be", "been", "being", "gets"];
    const ARTICLES: [&str; 12] =
        ["a", "an", "the", "this", "these", "those", "their", "its", "our", "your", "any", "each"];
    let words = &sentence.words;
    for (index, be) in words.iter().enumerate().filter(|(_, word)| BE.contains(&word.lower.as_str())) {
        let reach = if index == 0 { words.len() } else { 2 };
        let behind = words.get(index + 1..).unwrap_or_default();
        let stop = behind.iter().position(|word| word.raw.ends_with([',', ':', ';'])).map_or(behind.len(), |at| at + 1);
        let found = behind.iter().take(reach.min(stop)).enumerate().find(|(at, word)| {
            // "the agreed support" is no passive.
            let before = at.checked_sub(1).and_then(|before| behind.get(before));
            is_participle(&word.lower) && !before.is_some_and(|before| ARTICLES.contains(&before.lower.as_str()))
        });
        let found = found.map(|(_, word)| word);
        if let Some(participle) = found {
            add(Lint::Passive { word: format!("{} … {}", be.bare, participle.bare) });
            return;
        }
    }
}

fn is_participle(word: &str) -> bool {
    const IRREGULAR: [&str; 38] = [
        "done",
        "made",
        "given",
        "seen",
        "taken",
        "written",
        "heard",
        "paid",
        "told",
        "known",
        "shown",
        "kept",
        "built",
        "held",
        "chosen",
        "found",
        "brought",
        "bought",
        "taught",
        "sent",
        "spent",
        "spoken",
        "broken",
        "drawn",
        "driven",
        "left",
        "lost",
        "met",
        "said",
        "sold",
        "understood",
        "begun",
        "forgotten",
        "hidden",
        "led",
        "felt",
        "treated",
        "lent",
    ];
    // Adjectives that look like one, and words in which "ed" is no ending.
    const OTHERS: [&str; 18] = [
        "disabled",
        "interested",
        "tired",
        "need",
        "indeed",
        "speed",
        "hundred",
        "bed",
        "red",
        "seed",
        "weed",
        "feed",
        "learned",
        "shed",
        "skilled",
        "varied",
        "wicked",
        "experienced",
    ];
    !OTHERS.contains(&word) && ((word.ends_with("ed") && word.len() > 3) || IRREGULAR.contains(&word))
}
