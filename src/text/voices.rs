//! The words of many voices: perspectives, two views, gaps, agreement, and what is not shown.

/// The words of many voices in one language.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct VoiceWords {
    pub heading: &'static str,
    /// Every perspective weighs the same; every person does.
    pub weights: [&'static str; 2],
    // What is not shown
    /// "< 5"
    pub fewer: fn(u64) -> String,
    /// What that means.
    pub fewer_means: fn(u64) -> String,
    pub not_shown: &'static str,
    /// Before a group's score where all chose the highest, or the lowest, option.
    pub at_least: fn(&str) -> String,
    pub at_most: fn(&str) -> String,
    pub disclosure: &'static str,
    /// What is hidden, for the smallest group shown.
    pub rules: fn(u64) -> String,
    pub question_rule: fn(u64) -> String,
    /// Only joint sheets: that they are shown whatever their size; with k.
    pub joint_rule: fn(u64) -> String,
    pub publication: fn(u64) -> String,
    pub dominance: &'static str,
    /// Some bounds are published as the tenths around them.
    pub widened: &'static str,
    /// Nothing of all together is shown.
    pub nothing_shown: fn(u64) -> String,
    /// The overall level is not shown: the reason.
    pub overall_hidden: fn(&str) -> String,
    /// Why the two views are not shown where one side is too small.
    pub side_too_few: fn(u64) -> String,
    /// Why something is not shown, in the order of the reasons; the number is the smallest group shown.
    pub reasons: [fn(u64) -> String; 7],
    /// Who, principles, why.
    pub hidden: fn(&str, &str, &str) -> String,
    pub everywhere: &'static str,
    /// How much is known, of several people.
    pub coverage: fn(&str) -> String,
    // Who speaks
    pub lived: &'static str,
    pub others: &'static str,
    pub together: &'static str,
    /// The pool of small perspectives.
    pub pooled: &'static str,
    pub statement: fn(&str) -> String,
    // Tables
    pub scores: &'static str,
    pub perspective: &'static str,
    pub overall: &'static str,
    /// Over the table of those who answered: where nobody said whom they invited, and where they did.
    pub answered: [&'static str; 2],
    /// Perspective, invited, answered, response rate, don't know, level.
    pub people_heads: [&'static str; 6],
    pub not_said: &'static str,
    pub invited_nobody: fn(&str) -> String,
    // The figure
    pub dumbbells: &'static str,
    pub dumbbells_alt: fn(&str) -> String,
    pub dumbbells_remark: &'static str,
    /// One principle in words: principle, what the one side sees, what the other sees.
    pub dumbbell: fn(&str, [(&str, &str); 2]) -> String,
    // Two views
    pub views: &'static str,
    /// What people with disabilities see, beside every level that they do not share.
    pub sees: fn(&str) -> String,
    pub others_see: fn(&str) -> String,
    pub all_see: fn(&str) -> String,
    pub contested: &'static str,
    /// The same behind what people with disabilities see.
    pub contested_by: fn(&str) -> String,
    pub shared: &'static str,
    /// No lower overall level, but lower ones in some principles.
    pub shared_overall: fn(&str) -> String,
    pub shared_unclear: &'static str,
    pub no_lived: &'static str,
    pub no_others: &'static str,
    pub views_hidden: &'static str,
    /// Nobody of one side knows anything.
    pub views_unknown: &'static str,
    // Gaps
    pub gaps: &'static str,
    /// Principle, who sees it more favourably, who less, both means, and the corrected p.
    pub gap: fn(&str, [(&str, &str); 2], &str) -> String,
    /// Before the gaps that are hardly chance, and before those that may be.
    pub strong: &'static str,
    pub not_strong: &'static str,
    pub no_gap: fn(usize) -> String,
    pub gaps_method: fn(usize) -> String,
    pub too_few_for_gaps: fn(u64) -> String,
    /// Only joint sheets: there are no persons to compare.
    pub gaps_joint: &'static str,
    pub contrasts: &'static str,
    /// Question, who sees it more favourably, who less, and both means.
    pub contrast: fn(&str, [(&str, &str); 2]) -> String,
    // Don't know
    pub dont_know: fn(&str) -> String,
    pub dont_know_entry: fn(&str, &str) -> String,
    // Agreement and stability
    pub agreement: &'static str,
    /// In the order of the words for a_wg.
    pub agreement_words: [&'static str; 5],
    /// Principle, word, a_wg.
    pub agreement_entry: fn(&str, &str, &str) -> String,
    pub agreement_of: fn(&str) -> String,
    /// Instead of recommendations.
    pub no_recommendation: &'static str,
    /// Instead, where a scale has two options.
    pub agreement_two: &'static str,
    /// Principle, alpha, word.
    pub alpha_entry: fn(&str, &str, &str) -> String,
    pub alpha_of: fn(&str) -> String,
    /// Unreliable, tentative, reliable.
    pub alpha_words: [&'static str; 3],
    pub agreement_meaning: &'static str,
    pub no_agreement: &'static str,
    pub stability: &'static str,
    pub stable: &'static str,
    pub unstable: &'static str,
    pub stability_unknown: fn(u64) -> String,
    // The title block
    pub responsible: &'static str,
    pub deletion_date: &'static str,
    // Explaining a score
    pub explain_intro: &'static str,
    pub means_hidden: &'static str,
    pub cell: fn(&str, &str, &str) -> String,
    /// The sheet of a spreadsheet.
    pub sheet: &'static str,
}
