//! The words of the interview.

/// The words of the interview in one language.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct InterviewWords {
    // How it is shown
    pub mode_lines: &'static str,
    pub mode_menu: &'static str,
    pub easy_label: &'static str,
    pub before_you_start_label: &'static str,
    pub voluntary: &'static str,
    pub hint: &'static str,
    pub hint_menu: &'static str,
    pub commands: &'static str,
    // What is asked first
    pub ask_rubric: &'static str,
    pub ask_language: &'static str,
    pub ask_perspective: &'static str,
    pub ask_organisation: &'static str,
    pub ask_sector: &'static str,
    pub ask_size: &'static str,
    pub ask_setting: &'static str,
    pub settings: [&'static str; 3],
    pub optional: &'static str,
    pub needed: &'static str,
    pub whole_organisation: &'static str,
    // Questions
    pub progress: fn(usize, usize, &str) -> String,
    pub answer_range: fn(usize) -> String,
    pub answer_keep: fn(usize, &str) -> String,
    pub chosen: fn(&str) -> String,
    pub not_understood: fn(&str, usize) -> String,
    pub na: &'static str,
    pub dk: &'static str,
    pub ask_reason: &'static str,
    pub ask_note: &'static str,
    pub note_now: fn(&str) -> String,
    pub note_saved: &'static str,
    pub ask_evidence: &'static str,
    pub evidence_examples: &'static str,
    pub evidence_saved: fn(usize) -> String,
    pub help_head: &'static str,
    pub no_help: &'static str,
    pub skipped: &'static str,
    pub first_question: &'static str,
    pub ask_go_to: fn(usize) -> String,
    pub no_such_question: fn(&str, usize) -> String,
    pub unanswered_head: fn(usize) -> String,
    pub all_answered: &'static str,
    pub easy_on: &'static str,
    pub easy_off: &'static str,
    pub no_easy: &'static str,
    // The "More …" menu
    pub more: &'static str,
    pub menu_choose: &'static str,
    pub menu_items: MenuItems,
    // The end
    pub review_head: &'static str,
    pub review_line: fn(usize, &str, &str) -> String,
    pub no_answer_yet: &'static str,
    pub review_ask: fn(usize) -> String,
    pub resume: fn(usize, usize) -> String,
    pub saved: fn(&str) -> String,
    pub go_on_with: fn(&str) -> String,
    pub complete: &'static str,
    pub closing_level: fn(&str) -> String,
    pub closing_report: fn(&str) -> String,
    // The first page of `coprod`
    pub welcome: &'static str,
    pub how_to_answer: &'static str,
    pub how_choices: [&'static str; 2],
    pub what_to_do: &'static str,
    pub doings: [&'static str; 4],
    pub ask_file: &'static str,
    pub ask_new_file: fn(&str) -> String,
    pub goodbye: &'static str,
    pub yes_no: [&'static str; 2],
}

/// The items of the second menu, in its order.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct MenuItems {
    pub back_to_question: &'static str,
    pub help: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub note: &'static str,
    pub evidence: &'static str,
    pub go_to: &'static str,
    pub list: &'static str,
    pub easy: &'static str,
    pub quit: &'static str,
}
