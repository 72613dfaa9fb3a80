//! English: around rubrics.

use crate::text::rubric::RubricWords;

pub const RUBRIC: RubricWords = RubricWords {
    list_caption: "Built-in questionnaires",
    subject: |title| format!("All questions of “{title}”, to read and to review"),
    version: "Version",
    question_count: |count| if count == 1 { "1 question".to_owned() } else { format!("{count} questions") },
    question_number: |number| format!("Question {number}"),
    only_if: |who| format!("Only for: {who}. If this is not you, leave the question out."),
    only_for: |perspective| format!("Only the questions that are asked of this perspective: {perspective}."),
    how_to_answer: "How to answer",
    options_caption: "The options",
    how: "Choose the option that describes best what can be seen today. “Don't know” is a valid answer too.",
    option_heads: ["Option", "Easy to read", "What it means"],
    no_questions: "No question here.",
    easy: "Easy to read (draft)",
    no_easy: "(There is no easy version yet.)",
    help: "Help",
    easy_help: "Help, easy to read (draft)",
    evidence: "Evidence, for example",
    next_step: "Next step",
    easy_next_step: "Next step, easy to read (draft)",
    benefit: "Benefit",
    essential_label: "Essential",
    essential: "yes; without it the level is not reached",
    asked: "Asked of",
    everybody: "everybody",
    settings_label: "Only for",
    na_not_allowed: "“Not applicable” is no option here.",
    effort: "Effort from option to option",
    efforts: ["small", "medium", "large"],
    references: "References",
    tags: "Tags",
    sources: "Sources",
    readability: |measured| {
        let texts = if measured.easy { "easy" } else { "plain" };
        let (flesch, lix) = measured.wanted();
        format!(
            "Readability of the {texts} texts ({}): Flesch {:.1} (wanted: {flesch} or more), LIX {:.1} (wanted: {lix} or less).",
            measured.language, measured.flesch, measured.lix
        )
    },
    copied_from: |id, version| format!("Adapted from {id} {version}."),
    what_next: |path| {
        [
            format!("Check it after every change: coprod rubric lint {path}"),
            format!("Ask with it: coprod assess -r {path}"),
        ]
    },
};
