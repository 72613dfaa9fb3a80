//! What is wrong with a workbook beside its answers.

/// What is wrong with a workbook.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The sentences in `text/en/workbook.rs` say what each one means.
pub enum WorkbookFault {
    // The file
    Protected,
    OpenDocument,
    NotAWorkbook,
    Broken { detail: String },
    TooManyParts { found: usize, limit: usize },
    PartTooLarge { part: String, limit_mib: u64 },
    TooLarge { limit_mib: u64 },
    TooManyCells { limit: usize },
    OtherFormat { found: String, reads: &'static str },
    // What it holds
    Macros,
    ExternalLinks,
    CommentsIgnored,
    NoQuestions,
    NothingAnswered,
    SheetIgnored,
    NoAnswerHeading,
    NoHeading,
    AboveHeadings,
    // Cells
    Formula { value: String },
    FormulaWithoutValue,
    ErrorValue { found: String },
    Merged { range: String },
    SheetTwice { first: String },
    NothingHere { option: &'static str },
    Unclear { found: String, known: String },
    PeopleLeftOut,
    WhoUnsaid,
    PersonWithPeople,
}

impl WorkbookFault {
    /// A stable name for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Protected => "protected-workbook",
            Self::OpenDocument => "open-document",
            Self::NotAWorkbook => "not-a-workbook",
            Self::Broken { .. } => "broken-workbook",
            Self::TooManyParts { .. } => "too-many-parts",
            Self::PartTooLarge { .. } => "part-too-large",
            Self::TooLarge { .. } => "workbook-too-large",
            Self::TooManyCells { .. } => "too-many-cells",
            Self::OtherFormat { .. } => "other-workbook-format",
            Self::Macros => "macros",
            Self::ExternalLinks => "external-links",
            Self::CommentsIgnored => "comments-ignored",
            Self::NoQuestions => "no-questions",
            Self::NothingAnswered => "nothing-answered",
            Self::SheetIgnored => "sheet-ignored",
            Self::NoAnswerHeading => "no-answer-heading",
            Self::NoHeading => "no-heading",
            Self::AboveHeadings => "above-headings",
            Self::Formula { .. } => "formula",
            Self::FormulaWithoutValue => "formula-without-value",
            Self::ErrorValue { .. } => "error-value",
            Self::Merged { .. } => "merged-cells",
            Self::SheetTwice { .. } => "sheet-twice",
            Self::NothingHere { .. } => "nothing-here",
            Self::Unclear { .. } => "unclear",
            Self::PeopleLeftOut => "people-left-out",
            Self::WhoUnsaid => "who-unsaid",
            Self::PersonWithPeople => "person-with-people",
        }
    }
}
