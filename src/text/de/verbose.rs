//! German: what `--verbose` says.

use crate::text::verbose::{LanguageFrom, VerboseWords};

pub const VERBOSE: VerboseWords = VerboseWords {
    language: |name, from| {
        let from = match from {
            LanguageFrom::Option => "nach --lang",
            LanguageFrom::Variable => "nach COPROD_LANG",
            LanguageFrom::System => "nach der Einstellung des Systems",
        };
        format!("Sprache der Meldungen: {name}, {from}.")
    },
    rubric_built_in: |id, version| format!("Fragebogen: {id} {version}, eingebaut."),
    rubric_from: |id, version, file| format!("Fragebogen: {id} {version}, aus {file}."),
    read: |file, bytes| format!("Gelesen: {file} ({bytes} Byte)."),
    sheet: |file, perspective, answered, questions| {
        let perspective = perspective.unwrap_or("all");
        format!("Bogen: {file}, Perspektive {perspective}, {answered} von {questions} Fragen beantwortet.")
    },
    sheets: |count| format!("Bögen: {count}."),
    texts: |language| format!("Sprache der Texte: {language}."),
    saving: |file| format!("Die Antworten stehen nach jeder Antwort in {file}."),
    writing: |file, bytes| format!("{file} wird geschrieben: {bytes} Byte."),
    printing: |bytes| format!("Auf die Standardausgabe werden {bytes} Byte geschrieben."),
};
