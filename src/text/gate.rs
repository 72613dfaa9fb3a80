//! The words of the gate.

/// The words of the gate in one language.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct GateWords {
    pub title: fn(&str) -> String,
    pub passed: &'static str,
    pub failed: &'static str,
    /// Met, not met, excepted.
    pub counts: fn(usize, usize, usize) -> String,
    pub heads: [&'static str; 5],
    /// Met, not met, excepted.
    pub results: [&'static str; 3],
    pub caption: &'static str,
    pub strict: &'static str,
    pub point: &'static str,
    pub overall_level: &'static str,
    pub overall_score: &'static str,
    pub level_of: fn(&str) -> String,
    pub score_of: fn(&str) -> String,
    pub coverage: &'static str,
    pub evidence: &'static str,
    pub age: &'static str,
    pub baseline_overall: &'static str,
    pub baseline_of: fn(&str) -> String,
    pub actions: &'static str,
    pub days: fn(i64) -> String,
    pub count: fn(usize) -> String,
    pub points: fn(&str) -> String,
    pub none: &'static str,
    pub level_reached: fn(&str, &str) -> String,
    pub level_missed: fn(&str, &str) -> String,
    pub level_unclear: fn(&str, &str) -> String,
    pub level_out_of_reach: fn(&str, &str) -> String,
    pub share_out_of_reach: fn(&str, &str, &str) -> String,
    /// The lowest that many unknown answers allow, and what is required.
    pub level_reached_anyway: fn(&str, &str) -> String,
    /// The same of a share.
    pub share_reached_anyway: fn(&str, &str) -> String,
    /// A share that is not told more exactly, and what is required.
    pub extreme: fn(&str, &str) -> String,
    /// An age that a date without a day allows at most.
    pub up_to: fn(&str) -> String,
    pub share_reached: fn(&str, &str) -> String,
    pub share_missed: fn(&str, &str) -> String,
    pub share_unclear: fn(&str, &str, &str) -> String,
    pub nothing_applies: &'static str,
    pub hidden: &'static str,
    pub nothing_known: &'static str,
    pub nothing_claimed: &'static str,
    pub evidence_counts: fn(usize, usize) -> String,
    pub age_reached: fn(&str, &str, &str) -> String,
    pub age_missed: fn(&str, &str, &str) -> String,
    pub age_future: fn(&str, &str) -> String,
    pub drop_none: fn(&str) -> String,
    pub drop_regressed: fn(&str) -> String,
    pub drop_level: fn(&str, &str) -> String,
    pub drop_level_tolerated: fn(&str, &str) -> String,
    /// A range that people with disabilities see, and the level of all together.
    pub as_they_see: fn(&str, &str) -> String,
    pub drop_too_large: fn(&str, &str) -> String,
    pub drop_within: fn(&str, &str) -> String,
    pub drop_unknown: &'static str,
    /// The least and the greatest change that many unknown answers allow.
    pub drop_unclear: fn(&str, &str) -> String,
    pub drop_nothing: &'static str,
    pub drop_possible: fn(&str) -> String,
    pub actions_none: &'static str,
    pub actions_overdue: fn(&str) -> String,
    pub excepted: fn(&str, &str) -> String,
}
