//! The words of questionnaires in spreadsheets: the workbook, and the form for survey platforms.

/// The words of questionnaires in spreadsheets in one language.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct SpreadsheetWords {
    // The workbook
    /// Names of the sheets: to read first, questions, help; 31 characters at most, none of `[]:*?/\`.
    pub sheets: [&'static str; 3],
    /// Heads of the questions: id, principle, question, answer, note, evidence, reason.
    pub heads: [&'static str; 7],
    /// Heads of the help: id, question, what is meant, examples of evidence.
    pub help_heads: [&'static str; 4],
    pub questionnaire: &'static str,
    pub about: &'static str,
    pub length: &'static str,
    /// How many questions, and how many minutes they take at least and at most.
    pub length_text: fn(usize, usize, usize) -> String,
    pub voluntary: &'static str,
    pub how: &'static str,
    /// How to fill in; the name of the sheet with questions, whether a question may not apply, and the name of the sheet
    /// with help.
    pub how_text: fn(&str, bool, &str) -> String,
    /// As `how_text`, with a sheet of questions for each perspective.
    pub how_text_many: fn(bool, &str) -> String,
    pub give_back: &'static str,
    pub give_back_text: &'static str,
    pub before: &'static str,
    pub perspective_fixed: &'static str,
    /// How many people of a perspective answered together, and whether their answer may be shown.
    pub people_of: fn(&str) -> String,
    pub shown_of: fn(&str) -> String,
    /// Label and what to enter, in the order of [`FrontField`].
    pub fields: fn(FrontField) -> [&'static str; 2],
    /// Who answers: one person, a group together.
    pub answered_by: [&'static str; 2],
    pub yes_no: [&'static str; 2],
    pub not_in_list: &'static str,
    pub choose_one_of: fn(&str) -> String,
    pub choose_from_list: &'static str,
    pub not_a_date: &'static str,
    pub date_needed: &'static str,
    pub not_a_number: &'static str,
    pub number_needed: &'static str,
    pub note_hint: &'static str,
    pub evidence_hint: fn(&str) -> String,
    pub reason_hint: &'static str,
    pub subject: fn(&str) -> String,
    // The form for survey platforms
    pub xlsform: XlsFormWords,
}

/// The words of the form for survey platforms.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct XlsFormWords {
    pub intro_group: &'static str,
    pub responsible: fn(&str) -> String,
    pub audience: fn(&str) -> String,
    pub delete_after: fn(&str) -> String,
    pub about_group: &'static str,
    pub process_group: &'static str,
    pub leave_open: &'static str,
    /// Beside one person and a group: the organisation itself.
    pub answered_by_organisation: &'static str,
    pub answered_by_hint: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub evidence: &'static str,
    pub evidence_hint: &'static str,
    pub reason: &'static str,
    pub thanks: &'static str,
}

/// What the first sheet asks for beside answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // As in an answer sheet.
pub enum FrontField {
    Responsible,
    Audience,
    DeleteAfter,
    Organisation,
    Sector,
    Country,
    Size,
    Setting,
    Scope,
    Period,
    Date,
    Perspective,
    AnsweredBy,
    People,
    Shown,
    Respondent,
    ChoseQuestions,
    Answered,
    Interpreted,
    Decides,
}

impl FrontField {
    /// All fields, in the order in which they are asked for.
    pub const ALL: [Self; 20] = [
        Self::Responsible,
        Self::Audience,
        Self::DeleteAfter,
        Self::Organisation,
        Self::Sector,
        Self::Country,
        Self::Size,
        Self::Setting,
        Self::Scope,
        Self::Period,
        Self::Date,
        Self::Perspective,
        Self::AnsweredBy,
        Self::People,
        Self::Shown,
        Self::Respondent,
        Self::ChoseQuestions,
        Self::Answered,
        Self::Interpreted,
        Self::Decides,
    ];

    /// What it is called in names of cells; where it is part of an answer sheet, as there.
    pub fn key(self) -> &'static str {
        match self {
            Self::Responsible => "responsible",
            Self::Audience => "audience",
            Self::DeleteAfter => "delete_after",
            Self::Organisation => "organisation",
            Self::Sector => "sector",
            Self::Country => "country",
            Self::Size => "size",
            Self::Setting => "setting",
            Self::Scope => "scope",
            Self::Period => "period",
            Self::Date => "date",
            Self::Perspective => "perspective",
            Self::AnsweredBy => "answered_by",
            Self::People => "people",
            Self::Shown => "shown",
            Self::Respondent => "respondent",
            Self::ChoseQuestions => "chose_questions",
            Self::Answered => "answered",
            Self::Interpreted => "interpreted",
            Self::Decides => "decides",
        }
    }
}
