//! The words around rubrics: the list, the whole bank to read, the lint, a new rubric.

use crate::error::lint::Readability;

/// What is said of rubrics in one language.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct RubricWords {
    pub list_caption: &'static str,
    // The whole bank
    pub subject: fn(&str) -> String,
    pub version: &'static str,
    pub question_count: fn(usize) -> String,
    pub only_for: fn(&str) -> String,
    /// "Question 3"
    pub question_number: fn(usize) -> String,
    /// Whom one question is for; who is not among them leaves it out.
    pub only_if: fn(&str) -> String,
    pub how_to_answer: &'static str,
    pub options_caption: &'static str,
    pub how: &'static str,
    pub option_heads: [&'static str; 3],
    pub no_questions: &'static str,
    pub easy: &'static str,
    pub no_easy: &'static str,
    pub help: &'static str,
    pub easy_help: &'static str,
    pub evidence: &'static str,
    pub next_step: &'static str,
    pub easy_next_step: &'static str,
    pub benefit: &'static str,
    pub essential_label: &'static str,
    pub essential: &'static str,
    pub asked: &'static str,
    pub everybody: &'static str,
    pub settings_label: &'static str,
    pub na_not_allowed: &'static str,
    pub effort: &'static str,
    pub efforts: [&'static str; 3],
    pub references: &'static str,
    pub tags: &'static str,
    pub sources: &'static str,
    // The lint
    pub readability: fn(&Readability) -> String,
    // A new rubric
    pub copied_from: fn(&str, &str) -> String,
    pub what_next: fn(&str) -> [String; 2],
}
