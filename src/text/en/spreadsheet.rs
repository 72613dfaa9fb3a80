//! English: questionnaires in spreadsheets.

use crate::text::spreadsheet::{FrontField, SpreadsheetWords, XlsFormWords};

/// What to do where a question does not apply, if that can be answered at all.
fn how_na(offered: bool) -> &'static str {
    if offered { "If a question does not apply to you, say why in the column “Reason”. " } else { "" }
}

pub const SPREADSHEET: SpreadsheetWords = SpreadsheetWords {
    sheets: ["Read me first", "Questions", "Help"],
    heads: ["ID", "Principle", "Question", "Answer", "Note", "Evidence", "Reason"],
    help_heads: ["ID", "Question", "What is meant", "Examples of evidence"],
    questionnaire: "Questionnaire",
    about: "What it is about",
    length: "How long",
    length_text: |count, least, most| {
        let count = if count == 1 { "1 question".to_owned() } else { format!("{count} questions") };
        format!(
            "{count}. Allow about {least} to {most} minutes. You can stop at any time: save the file and go on later."
        )
    },
    voluntary: "Taking part",
    how: "How to fill it in",
    how_text: |questions, na, help| {
        format!(
            "Cells with a yellow ground and a frame are for you; the Tab key takes you from one to the next. Below, say for \
             whom you answer. Then go to the sheet “{questions}” and choose one answer for each question: Alt and Down \
             arrow opens the list, or type the answer. {}You may leave out any question. Evidence is what can be seen or \
             shown: write one piece a line, Alt and Enter begins a new line. The sheet “{help}” explains every question and \
             gives examples.",
            how_na(na)
        )
    },
    how_text_many: |na, help| {
        format!(
            "Cells with a yellow ground and a frame are for you; the Tab key takes you from one to the next. Below, say for \
             whom you answer. Then go to the sheet of your perspective and choose one answer for each question: Alt and \
             Down arrow opens the list, or type the answer. Leave the sheets of other perspectives empty. {}You may leave \
             out any question. Evidence is what can be seen or shown: write one piece a line, Alt and Enter begins a new \
             line. The sheet “{help}” explains every question and gives examples.",
            how_na(na)
        )
    },
    give_back: "When you are done",
    give_back_text: "Save the file and give it to the person who is responsible. Nothing is sent by itself. Please do not write the names of other people into notes.",
    before: "For the organisation",
    perspective_fixed: "Only the questions for this perspective.",
    people_of: |perspective| format!("How many people answered together: {perspective}"),
    shown_of: |perspective| format!("May the joint answer be shown by itself: {perspective}"),
    fields: |field| match field {
        FrontField::Responsible => [
            "Who is responsible",
            "Who gets this file and answers questions about it: a name, a telephone number, an e-mail address.",
        ],
        FrontField::Audience => ["Who sees the answers", "For example: the project group."],
        FrontField::DeleteAfter => ["When the answers are deleted", "For example: on 31 December 2026."],
        FrontField::Organisation => ["Name of the organisation (needed)", "What the organisation is called."],
        FrontField::Sector => ["Sector", "For example: social services."],
        FrontField::Country => ["Country", "For example: DE."],
        FrontField::Size => ["How many people work there", "For example: 50-249."],
        FrontField::Setting => {
            ["What the organisation is", "Employer, provider of services, or both. It decides which questions count."]
        }
        FrontField::Scope => {
            ["Part of the organisation that is meant", "For example: the Cologne site. Leave it empty for the whole."]
        }
        FrontField::Period => ["Time that is meant", "For example: the year 2026."],
        FrontField::Date => [
            "Date (needed)",
            "The day on which you answer, for example 2026-03-14. From one person only the month is kept.",
        ],
        FrontField::Perspective => [
            "Your perspective",
            "From which perspective you answer. Leave it empty if you answer for the organisation as a whole. You do not have to say that you have a disability.",
        ],
        FrontField::AnsweredBy => [
            "Who answers",
            "One person, or a group that agrees on its answers. Leave it empty for a statement of the organisation.",
        ],
        FrontField::People => [
            "For a group: how many people",
            "A whole number. Groups of fewer than five people are usually not shown by themselves.",
        ],
        FrontField::Shown => [
            "For a group: may your joint answer be shown by itself?",
            "If not, it only counts in the total, and the number of people is not kept.",
        ],
        FrontField::Respondent => ["Pseudonym", "Stands for one person in the results."],
        FrontField::ChoseQuestions => ["Who chose the questions", "Optional: with whom the questionnaire was chosen."],
        FrontField::Answered => ["Who answered", "Optional: which groups answered. No names, please."],
        FrontField::Interpreted => ["Who interprets the answers", "Optional: who says what the results mean."],
        FrontField::Decides => ["Who decides what follows", "Optional: who decides what will be done."],
    },
    answered_by: ["One person", "A group together"],
    yes_no: ["Yes", "No"],
    not_in_list: "Not in the list",
    choose_one_of: |choices| format!("Please choose one of: {choices}. The Delete key clears the answer."),
    choose_from_list: "Please choose from the list. The Delete key clears the cell.",
    not_a_date: "Not a date",
    date_needed: "Please enter a day, for example 2026-03-14.",
    not_a_number: "Not a number",
    number_needed: "Please enter a whole number from 1.",
    note_hint: "Optional: what others should know about your answer. No names of people, please.",
    evidence_hint: |examples| format!("One piece a line. Examples: {examples}"),
    reason_hint: "Only if the question does not apply to you: why?",
    subject: |title| format!("Questionnaire: {title}"),
    xlsform: XlsFormWords {
        intro_group: "Before you begin",
        responsible: |who| format!("Responsible: {who}"),
        audience: |who| format!("Who sees the answers: {who}"),
        delete_after: |when| format!("When the answers are deleted: {when}"),
        about_group: "About the organisation and you",
        process_group: "Who did what",
        leave_open: "You may leave out any question.",
        answered_by_organisation: "The organisation itself (an official statement)",
        answered_by_hint: "One person, a group that agrees on its answers, or the organisation. Left empty, it counts as one person.",
        note: "Note (optional)",
        note_hint: "Please do not write the names of other people.",
        evidence: "Evidence (optional)",
        evidence_hint: "What can be seen or shown, one piece a line.",
        reason: "Why does it not apply?",
        thanks: "Thank you. Your answers count when you send the form.",
    },
};
