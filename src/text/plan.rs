//! The words of plans.

/// The words of plans in one language.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct PlanWords {
    pub title: fn(&str) -> String,
    pub subject: &'static str,
    pub footer: &'static str,
    // What was asked for
    pub target: &'static str,
    /// A level for all principles: its name.
    pub target_level: fn(&str) -> String,
    pub target_next: &'static str,
    pub target_budget: fn(&str) -> String,
    pub only: &'static str,
    pub excluded: &'static str,
    pub most_steps: &'static str,
    /// When it starts, and the effort a quarter.
    pub pace: &'static str,
    pub pace_value: fn(&str, &str) -> String,
    pub calculated: &'static str,
    // Summary
    pub summary: &'static str,
    /// Number of questions, effort, level and score before, level and score after.
    pub leads: fn(usize, &str, [&str; 2], [&str; 2]) -> String,
    /// Level and score now.
    pub stands: fn(&str, &str) -> String,
    /// That nobody with lived experience answered.
    pub self_view: &'static str,
    pub nothing_to_do: &'static str,
    /// Where the report names a range only, this one.
    pub unclear_level: fn(&str) -> String,
    /// Where people with lived experience see a lower level than all together.
    pub for_all_together: &'static str,
    pub buys_nothing: &'static str,
    pub budget_left: fn(&str) -> String,
    pub not_feasible: &'static str,
    pub nothing_applies: &'static str,
    pub level_empty: fn(&str) -> String,
    /// Instead of steps, where nothing is left that could be planned.
    pub all_hidden: &'static str,
    /// Principle and level of which all questions are hidden.
    pub cell_hidden: fn(&str, &str) -> String,
    /// Principle, level, question.
    pub essential_fixed: fn(&str, &str, &str, &str) -> String,
    /// Principle, level, what can be reached, what is needed.
    pub short: fn(&str, &str, &str, &str) -> String,
    /// What else could be done: where the number of steps is limited, and where questions are excluded.
    pub advice: fn(bool, bool) -> &'static str,
    pub slack_effort: fn(&str) -> String,
    /// How many questions are left out to protect small groups; the report's level and score.
    pub left_out: fn(usize, &str, &str) -> String,
    pub slack_score: fn(&str) -> String,
    pub level_open: &'static str,
    pub principles_caption: &'static str,
    /// Principle, now, target, after the plan, effort.
    pub principles_heads: [&'static str; 5],
    // Ask first
    pub ask_first: &'static str,
    pub ask_first_intro: &'static str,
    /// The same, where the target cannot be reached.
    pub ask_first_unreachable: &'static str,
    // Steps
    pub steps: &'static str,
    pub steps_intro: &'static str,
    /// Number, what to do, answer now and then, effort, what it lifts.
    pub steps_heads: [&'static str; 5],
    pub from_to: fn(&str, &str) -> String,
    /// A level that a step completes.
    pub completes: fn(&str) -> String,
    /// The same where it is the level that the step lifts.
    pub completes_it: &'static str,
    /// In which quarter a step stands.
    pub quarter_intro: &'static str,
    pub undecided: &'static str,
    /// Number of a quarter, its first and its last day.
    pub quarter: fn(usize, &str, &str) -> String,
    /// Level and score after a group of steps.
    pub after_group: fn(&str, &str) -> String,
    pub details: &'static str,
    pub answer: &'static str,
    pub effort: &'static str,
    pub lifts: &'static str,
    pub who: &'static str,
    pub due: &'static str,
    pub find_out: &'static str,
    // What if
    pub what_if: &'static str,
    pub what_if_intro: &'static str,
    pub what_if_none: &'static str,
    pub raises: &'static str,
    pub lowers: &'static str,
    pub lowers_brief: fn(usize) -> String,
    /// Question, answer that would do it, principle, level then.
    pub what_if_heads: [&'static str; 4],
    // Method
    pub method: &'static str,
    pub method_sentences: [&'static str; 4],
    pub all_in_detail: &'static str,
    // Spreadsheet
    /// Steps, principles, ask first, what if, about.
    pub sheets: [&'static str; 5],
    /// Number, question, what to do, how, benefit, answer now, answer then, effort, principle, level, who, due, done.
    pub sheet_heads: [&'static str; 13],
    /// Question, text, principle.
    pub ask_heads: [&'static str; 3],
    /// Question, text, direction, answer, principle, level now, level then.
    pub what_if_sheet_heads: [&'static str; 7],
    pub up_down: [&'static str; 2],
    // Messages
    pub actions_added: fn(usize, usize) -> String,
    pub no_actions: &'static str,
    /// In the report: that the first recommendations are the plan; how many.
    pub leads_recommendations: fn(usize) -> String,
    /// In the report: what follows after them.
    pub recommendations_rest: &'static str,
    pub recommendations_marked: &'static str,
    pub recommendations_steps: &'static str,
    /// Of an answer that nobody knows.
    pub not_known: &'static str,
    /// In the report: a remark on a planned recommendation; the answer to reach.
    pub planned: fn(&str) -> String,
}
