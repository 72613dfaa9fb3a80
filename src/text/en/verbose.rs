//! English: what `--verbose` says.

use crate::text::verbose::{LanguageFrom, VerboseWords};

pub const VERBOSE: VerboseWords = VerboseWords {
    language: |name, from| {
        let from = match from {
            LanguageFrom::Option => "as --lang says",
            LanguageFrom::Variable => "as COPROD_LANG says",
            LanguageFrom::System => "after the system's setting",
        };
        format!("Language of messages: {name}, {from}.")
    },
    rubric_built_in: |id, version| format!("Questionnaire: {id} {version}, built in."),
    rubric_from: |id, version, file| format!("Questionnaire: {id} {version}, from {file}."),
    read: |file, bytes| format!("Read: {file} ({bytes} bytes)."),
    sheet: |file, perspective, answered, questions| {
        let perspective = perspective.unwrap_or("all");
        format!("Sheet: {file}, perspective {perspective}, {answered} of {questions} questions answered.")
    },
    sheets: |count| format!("Sheets: {count}."),
    texts: |language| format!("Language of the texts: {language}."),
    saving: |file| format!("Answers are saved in {file} after every answer."),
    writing: |file, bytes| format!("Writing {file}: {bytes} bytes."),
    printing: |bytes| format!("Writing to standard output: {bytes} bytes."),
};
