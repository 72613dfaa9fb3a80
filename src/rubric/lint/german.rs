//! What easy German avoids.

use super::language::Rules;
use super::sentences::{Sentence, Word};
use crate::error::lint::Lint;

/// The rules of German.
pub static RULES: Rules = Rules {
    joints: &["und", "oder"],
    verbs: &[
        "ist", "sind", "hat", "haben", "wird", "werden", "kann", "können", "darf", "dürfen", "muss", "müssen", "soll",
        "sollen", "will", "wollen", "gibt", "bekommt", "bekommen", "macht", "machen", "fragt", "fragen", "wissen",
        "weiß",
    ],
    negations: &[
        "nicht",
        "nichts",
        "nie",
        "niemals",
        "niemand*",
        "kein",
        "keine*",
        "keins",
        "nirgends",
        "nirgendwo",
        "weder",
    ],
    same_verb_form: |before, after| verb_form(before).is_some() && verb_form(before) == verb_form(after),
    gender,
    easy,
};

/// Longer than this, an easy word needs a hyphen.
const LONG_WORD: usize = 14;

/// Words of 14 letters and more that have no joint: there is no place for a hyphen. Each entry is the beginning that
/// its forms share; what may follow is in [`ENDINGS`].
const WITHOUT_JOINT: [&str; 46] = [
    "anerkenn",
    "auseinander",
    "bedeut",
    "beeinträchtig",
    "begleit",
    "behinder",
    "benachrichtig",
    "berücksichtig",
    "beschäftig",
    "bescheinig",
    "beschleunig",
    "beteilig",
    "bewerb",
    "demokrat",
    "diskriminier",
    "einricht",
    "einschränk",
    "einzigartig",
    "entscheid",
    "entschuldig",
    "entwickl",
    "erfahr",
    "genehmig",
    "geschwindig",
    "gewährleist",
    "information",
    "kommunikation",
    "möglich",
    "organisation",
    "präsentation",
    "schwierig",
    "transformation",
    "unterricht",
    "unterschied",
    "unterstütz",
    "veranstalt",
    "verantwort",
    "verbesser",
    "vereinbar",
    "verschieden",
    "verständ",
    "verständig",
    "vertret",
    "veränder",
    "vorbereit",
    "wirtschaft",
];

const ENDINGS: [&str; 44] = [
    "",
    "e",
    "en",
    "er",
    "es",
    "em",
    "n",
    "s",
    "t",
    "te",
    "ten",
    "ter",
    "end",
    "ende",
    "enden",
    "ender",
    "ung",
    "ungen",
    "lich",
    "liche",
    "lichen",
    "licher",
    "liches",
    "lichere",
    "lichkeit",
    "lichkeiten",
    "keit",
    "keiten",
    "heit",
    "heiten",
    "isch",
    "ische",
    "ischen",
    "ischer",
    "bar",
    "bare",
    "baren",
    "ig",
    "ige",
    "igen",
    "ste",
    "sten",
    "stellen",
    "digkeit",
];

/// A verb's form at the end of a question: the infinitive or the past participle.
#[derive(PartialEq, Eq)]
enum VerbForm {
    Infinitive,
    Participle,
}

fn verb_form(word: &Word) -> Option<VerbForm> {
    if word.capital() || word.bare.contains('-') {
        None
    } else if is_participle(&word.lower) {
        Some(VerbForm::Participle)
    } else if word.lower.ends_with("en") && word.lower.chars().count() > 4 {
        Some(VerbForm::Infinitive)
    } else {
        None
    }
}

/// Signs inside a word, a capital I inside, or an ending after a slash or in a bracket.
fn gender(word: &Word) -> bool {
    let raw = word.raw;
    let signs = ["*", ":", "_", "/", "/-", "·", "("];
    let with_sign = signs.iter().any(|sign| {
        ["in", "innen", "r", "n", "e", "en"].iter().any(|ending| {
            let Some(at) = raw.find(&format!("{sign}{ending}")) else { return false };
            let before = raw[..at].chars().last().is_some_and(char::is_lowercase);
            let after = raw[at + sign.len() + ending.len()..].chars().next();
            before && !after.is_some_and(char::is_alphabetic)
        })
    });
    let inner = ["In", "Innen"].iter().any(|ending| {
        let before = word.bare.strip_suffix(ending).and_then(|rest| rest.chars().last());
        before.is_some_and(char::is_lowercase)
    });
    let article = matches!(word.lower.as_str(), "der/die" | "die/der" | "er/sie" | "sie/er" | "ein/eine" | "ihm/ihr");
    with_sign || inner || article
}

fn easy(sentence: &Sentence, add: &mut dyn FnMut(Lint)) {
    for word in &sentence.words {
        let long = |part: &&str| part.chars().filter(|c| c.is_alphabetic()).count() >= LONG_WORD;
        if word.bare.split(['-', '/', '·']).filter(long).any(|part| !without_joint(&part.to_lowercase())) {
            add(Lint::Compound { word: word.bare.to_owned() });
        }
        if is_subjunctive(&word.lower) {
            add(Lint::Subjunctive { word: word.bare.to_owned() });
        }
    }
    clause(sentence, add);
    passive(sentence, add);
    genitive(sentence, add);
}

fn without_joint(word: &str) -> bool {
    let forms = |word: &str| {
        WITHOUT_JOINT.iter().any(|start| word.strip_prefix(start).is_some_and(|end| ENDINGS.contains(&end)))
    };
    forms(word) || word.strip_prefix("un").is_some_and(forms)
}

fn is_subjunctive(word: &str) -> bool {
    const STEMS: [&str; 14] = [
        "würde",
        "könnte",
        "sollte",
        "hätte",
        "wäre",
        "müsste",
        "dürfte",
        "bräuchte",
        "käme",
        "gäbe",
        "ginge",
        "ließe",
        "wüsste",
        "täte",
    ];
    word == "sei"
        || word == "seien"
        || STEMS.iter().any(|stem| word.strip_prefix(stem).is_some_and(|end| matches!(end, "" | "n" | "st" | "t")))
}

/// A comma before a word that begins a clause, or a comma after a clause that begins the sentence.
fn clause(sentence: &Sentence, add: &mut dyn FnMut(Lint)) {
    const BEGIN: [&str; 30] = [
        "dass", "weil", "wenn", "ob", "damit", "obwohl", "bevor", "nachdem", "während", "bis", "sodass", "sobald",
        "solange", "falls", "indem", "als", "was", "wer", "warum", "wann", "wo", "wie", "womit", "worüber", "aber",
        "denn", "sondern", "welche", "welcher", "welches",
    ];
    const RELATIVE: [&str; 9] = ["der", "die", "das", "den", "dem", "denen", "deren", "dessen", "was"];
    const BEFORE: [&str; 12] = ["in", "im", "mit", "für", "von", "auf", "an", "bei", "zu", "über", "durch", "ohne"];
    let words = &sentence.words;
    for (index, word) in words.iter().enumerate().filter(|(_, word)| word.comma()) {
        let rest = words.get(index + 1..).unwrap_or_default();
        let Some(first) = rest.first() else { continue };
        let relative = match rest {
            [before, relative, ..] if BEFORE.contains(&before.lower.as_str()) => Some(relative),
            _ => Some(first),
        };
        // A list of nouns ends in a noun, a clause in its verb.
        let last = rest.iter().find(|word| word.comma()).or(rest.last());
        let verb_last = last.is_some_and(|last| !last.capital());
        let is_relative = relative.is_some_and(|word| RELATIVE.contains(&word.lower.as_str())) && verb_last;
        let opened = index > 0 && words.first().is_some_and(|word| BEGIN[..15].contains(&word.lower.as_str()));
        let infinitive =
            rest.iter().any(|word| word.lower == "zu") && matches!(first.lower.as_str(), "um" | "ohne" | "statt");
        if BEGIN.contains(&first.lower.as_str()) || is_relative || opened || infinitive {
            add(Lint::Clause { word: format!("{} {}", word.raw, first.bare) });
            return;
        }
    }
}

fn passive(sentence: &Sentence, add: &mut dyn FnMut(Lint)) {
    let auxiliary = |word: &&Word| matches!(word.lower.as_str(), "werden" | "wird" | "wurde" | "wurden" | "worden");
    let Some(auxiliary) = sentence.words.iter().find(auxiliary) else { return };
    let participle = sentence.words.iter().find(|word| !word.capital() && is_participle(&word.lower));
    if let Some(participle) = participle {
        add(Lint::Passive { word: format!("{} … {}", auxiliary.bare, participle.bare) });
    }
}

fn is_participle(word: &str) -> bool {
    // Infinitives and adjectives that look like one.
    const OTHERS: [&str; 38] = [
        "gehen",
        "geben",
        "gestalten",
        "gehören",
        "genießen",
        "gewinnen",
        "gelten",
        "gefallen",
        "gelingen",
        "geschehen",
        "genehmigen",
        "gefährden",
        "gewöhnen",
        "genügen",
        "gut",
        "gesund",
        "gerecht",
        "gern",
        "gegen",
        "genau",
        "gesamt",
        "geeignet",
        "gemeinsam",
        "gegenüber",
        "gestern",
        "geht",
        "gibt",
        "gilt",
        "gehört",
        "gefällt",
        "gelingt",
        "bereit",
        "erst",
        "berühmt",
        "bekannt",
        "bestimmt",
        "verrückt",
        "echt",
    ];
    const STRONG: [&str; 24] = [
        "besprochen",
        "verstanden",
        "entschieden",
        "verboten",
        "betroffen",
        "begonnen",
        "erhoben",
        "ergriffen",
        "verloren",
        "gefunden",
        "beschrieben",
        "beschlossen",
        "verschoben",
        "vergessen",
        "entlassen",
        "erwogen",
        "übernommen",
        "verliehen",
        "verglichen",
        "verbunden",
        "erzogen",
        "bezogen",
        "unterschrieben",
        "unterbrochen",
    ];
    if OTHERS.contains(&word) {
        return false;
    }
    let ge = word.starts_with("ge") && (word.ends_with('t') || word.ends_with("en")) && word.chars().count() > 5;
    let separable = ["ab", "an", "auf", "aus", "bei", "ein", "her", "hin", "mit", "nach", "um", "vor", "weg", "zu"];
    let separable = separable.iter().any(|prefix| {
        word.strip_prefix(prefix)
            .is_some_and(|rest| rest.starts_with("ge") && (rest.ends_with('t') || rest.ends_with("en")))
    });
    let fixed = ["be", "ver", "er", "ent", "zer", "über", "unter"];
    let fixed = word.ends_with('t') && word.chars().count() > 6 && fixed.iter().any(|prefix| word.starts_with(prefix));
    ge || separable || fixed || (word.ends_with("iert") && word.len() > 5) || STRONG.contains(&word)
}

/// "des Hauses", "die Ideen der Leute".
fn genitive(sentence: &Sentence, add: &mut dyn FnMut(Lint)) {
    const OF: [&str; 12] = [
        "der", "einer", "dieser", "jeder", "ihrer", "seiner", "unserer", "eurer", "aller", "meiner", "vieler",
        "anderer",
    ];
    const OF_S: [&str; 10] =
        ["eines", "dieses", "jedes", "ihres", "seines", "unseres", "eures", "keines", "meines", "deines"];
    let words = &sentence.words;
    for (index, word) in words.iter().enumerate() {
        let lower = word.lower.as_str();
        let noun = words.get(index + 1..).unwrap_or_default().iter().take(3).find(|next| next.capital());
        let Some(noun) = noun else { continue };
        // The first word has a capital letter whatever it is, also behind a colon; before a comma, "der" begins a clause.
        let before = |back: usize| index.checked_sub(back).and_then(|before| words.get(before));
        let inside = before(2).is_some_and(|word| !word.raw.ends_with(':'));
        let after_noun = inside && before(1).is_some_and(|word| word.capital() && word.raw.ends_with(word.bare));
        let found = lower == "des"
            || (OF_S.contains(&lower) && noun.lower.ends_with('s'))
            || (OF.contains(&lower) && after_noun && !noun.comma());
        if found {
            add(Lint::Genitive { word: format!("{} {}", word.bare, noun.bare) });
            return;
        }
    }
}
