//! The words of the full report's longer parts.

/// The words of the full report's longer parts in one language.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct SectionWords {
    // Summary
    pub status_head: &'static str,
    pub strongest: fn(&str) -> String,
    pub weakest: fn(&str) -> String,
    /// Over one, two or three steps.
    pub next_steps: [&'static str; 3],
    pub step_heads: [&'static str; 4],
    pub absent: fn(&str) -> String,
    pub nobody_absent: &'static str,
    // How to read this report
    pub reading: &'static str,
    /// The word in small letters by which a questionnaire's title tells that it is about co-production.
    pub subject_word: &'static str,
    /// What levels are where the questionnaire is about something else.
    pub levels_elsewhere: &'static str,
    /// Heading and text; the first one is about the levels, the last two about co-production.
    pub reading_parts: [(&'static str, &'static str); 6],
    pub model_heading: &'static str,
    pub model: &'static str,
    // One section per principle
    pub reached: fn(&str, &str, &str) -> String,
    pub cells: &'static str,
    pub explain: &'static str,
    pub explain_intro: &'static str,
    /// The same, of several joint sheets.
    pub explain_several: &'static str,
    pub explain_principle: &'static str,
    pub in_percent: fn(&str, &str) -> String,
    pub explain_heads: [&'static str; 5],
    pub explain_caption: fn(&str, &str) -> String,
    pub threshold: fn(&str, &str) -> String,
    pub reached_word: &'static str,
    pub missed_word: &'static str,
    /// When a phase counts: the half in percent, what people get back, what is a matter of course if it was asked.
    pub phases_rule: fn(&str, &str, Option<&str>) -> String,
    /// Before the arithmetic with every unknown answer at the lowest, and at the highest value of the scale.
    pub unknown_at: [&'static str; 2],
    pub essential_missed: fn(&str) -> String,
    pub essential_unknown: fn(&str) -> String,
    pub no_known_answer: &'static str,
    pub nothing_applies: &'static str,
    pub not_asked: &'static str,
    pub notes: &'static str,
    pub note_label: &'static str,
    pub evidence_label: &'static str,
    pub reason_label: &'static str,
    pub steps_of_principle: &'static str,
    pub effort: fn(&str) -> String,
    pub effort_words: [&'static str; 3],
    pub effort_number: fn(&str) -> String,
    pub references: &'static str,
    // Cuts
    pub cuts: &'static str,
    /// The heading where the questions are not put together in other ways.
    pub no_cuts: &'static str,
    pub cuts_intro: &'static str,
    pub facet_heads: [&'static str; 2],
    pub facet_alt: fn(&str, &str) -> String,
    pub phases_caption: &'static str,
    pub phase_heads: [&'static str; 4],
    pub yes_no: [&'static str; 2],
    pub evidence: &'static str,
    pub evidence_share: fn(usize, usize, &str) -> String,
    pub evidence_none: &'static str,
    pub evidence_scores: fn(&str, &str) -> String,
    pub evidence_several: &'static str,
    pub crossreference: &'static str,
    pub crossreference_intro: &'static str,
    /// What the UN convention is called in front of an article: `CRPD`.
    pub convention: &'static str,
    pub crossreference_heads: [&'static str; 3],
    /// Articles of the UN convention with their short titles.
    pub articles: [(&'static str, &'static str); 15],
    pub process: &'static str,
    pub process_heads: [&'static str; 2],
    pub process_rows: [&'static str; 4],
    pub not_said: &'static str,
    // Statements
    pub statements: &'static str,
    pub statements_intro: &'static str,
    pub statement_of: &'static str,
    pub statement_lines: [&'static str; 3],
    pub statement_more: &'static str,
    // Recommendations
    pub recommendations_intro: &'static str,
    pub recommendation_heads: [&'static str; 4],
    // Glossary
    pub glossary: &'static str,
    pub glossary_terms: [(&'static str, &'static str, &'static str); 12],
}
