//! The words of comparisons over time.

/// The words of comparisons over time in one language.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct TrendWords {
    pub title: fn(&str) -> String,
    /// The same of a questionnaire that is not about co-production: its title, and the organisation.
    pub title_elsewhere: fn(&str, &str) -> String,
    pub subject: &'static str,
    /// Label of the dates that are compared, and the two dates.
    pub compared: &'static str,
    pub from_to: fn(&str, &str) -> String,
    pub assessments: &'static str,
    pub headings: Headings,
    /// In the order of [`crate::scoring::trend::Movement`].
    pub movements: [&'static str; 6],
    /// Nothing in common.
    pub not_comparable: &'static str,
    /// The same where too few people answered for anything to be shown.
    pub not_compared: &'static str,
    /// A signed number: "+12 points".
    pub points: fn(&str) -> String,
    pub level_was: fn(&str, &str) -> String,
    pub level_stayed: fn(&str) -> String,
    pub score_was: fn(&str, &str, &str) -> String,
    pub improved: fn(&str) -> String,
    pub regressed: fn(&str) -> String,
    pub stable: fn(&str) -> String,
    pub unknown: fn(&str) -> String,
    pub level_rose: fn(&str) -> String,
    pub level_fell: fn(&str) -> String,
    pub composition: fn(&str) -> String,
    pub lost: fn(usize) -> String,
    pub fell: fn(usize) -> String,
    pub nothing_fell: &'static str,
    /// Before what is said of single questions, where some are hidden.
    pub of_shown: &'static str,
    /// What moved since the assessment before the newest: its date, and sentences.
    pub since: fn(&str, &str) -> String,
    pub figure: &'static str,
    pub figure_alt: fn(&str) -> String,
    pub figure_remark: &'static str,
    /// The levels in between, where the first and the last are the same.
    pub in_between: fn(&str) -> String,
    pub value_at: fn(&str, &str) -> String,
    pub development_caption: &'static str,
    pub date: &'static str,
    pub overall: &'static str,
    pub overall_level: &'static str,
    pub change_caption: fn(&str, &str) -> String,
    /// Principle or value, before, now, change, common questions.
    pub change_heads: [&'static str; 5],
    pub groups_intro: &'static str,
    pub groups_caption: fn(&str, &str) -> String,
    /// Perspective, how many answered before and now.
    pub group_heads: [&'static str; 2],
    /// Two scores, older first.
    pub before_now: fn(&str, &str) -> String,
    /// In the order of [`crate::scoring::group_trend::Silence`].
    pub silences: [&'static str; 5],
    pub composition_short: &'static str,
    pub cells_caption: &'static str,
    pub regressed_caption: &'static str,
    pub improved_caption: &'static str,
    /// Question, before, now, remark.
    pub question_heads: [&'static str; 4],
    pub lost_short: &'static str,
    pub essential: &'static str,
    pub no_longer_known: &'static str,
    pub scope_intro: &'static str,
    pub now_applicable: &'static str,
    pub no_longer_applicable: &'static str,
    pub other_version: &'static str,
    pub dropped: &'static str,
    pub scope_same: &'static str,
    /// The scores of the common questions alone, before and now.
    pub on_common: fn(&str, &str) -> String,
    /// So many questions are left out because their values are hidden.
    pub hidden_left_out: fn(usize) -> String,
    /// So many hidden questions are part of the scores, but are not compared one by one.
    pub hidden_counted: fn(usize) -> String,
    pub steps_caption: &'static str,
    pub group_steps_caption: &'static str,
    pub period: &'static str,
    pub method: [&'static str; 4],
    pub estimate: &'static str,
    /// Names of the sheets of a spreadsheet: development, changes.
    pub sheets: [&'static str; 2],
    /// Heads of the table of changes, in the order of [`crate::report::trend::KEYS`].
    pub columns: [&'static str; 21],
}

/// Headings.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Headings {
    pub summary: &'static str,
    pub development: &'static str,
    pub change: &'static str,
    pub groups: &'static str,
    pub cells: &'static str,
    pub facets: &'static str,
    pub questions: &'static str,
    pub improved: &'static str,
    pub scope: &'static str,
    pub steps: &'static str,
    pub method: &'static str,
}
