//! What is wrong with a file of answers that another program wrote, and where in its tables.

use super::WorkbookFault;

/// A place in a table, as a spreadsheet shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CellPlace {
    /// Name of the sheet in a workbook; `None`: the file is one table.
    pub sheet: Option<String>,
    /// The row, counted from 1 as a spreadsheet does; 0: no row is meant.
    pub row: usize,
    /// The column: its position counted from 0, and its heading.
    pub column: Option<(usize, String)>,
}

impl CellPlace {
    /// The column as a spreadsheet names it: 0 is `A`, 26 is `AA`.
    pub fn letters(mut index: usize) -> String {
        let mut letters = Vec::new();
        loop {
            letters.push(char::from(b'A' + u8::try_from(index % 26).unwrap_or(0)));
            if index < 26 {
                break;
            }
            index = index / 26 - 1;
        }
        letters.iter().rev().collect()
    }
}

/// What is wrong with an import.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The sentences in `text/en/import.rs` say what each one means.
pub enum ImportFault {
    // The file
    UnknownFormat {
        known: String,
    },
    NotThisFormat {
        wanted: &'static str,
    },
    BareUtf16,
    NotUtf8 {
        byte: u8,
    },
    // Tables
    NoTable,
    NoAnswerColumn,
    NoRows,
    NoAnswers,
    Ragged {
        found: usize,
        expected: usize,
    },
    RowTooLarge {
        limit_mib: u64,
    },
    SameColumn {
        first: String,
    },
    UnknownColumn {
        heading: String,
        meant: Option<String>,
    },
    LikelyQuestion {
        heading: String,
        question: String,
    },
    AmbiguousColumn {
        heading: String,
    },
    AmbiguousAnswer {
        found: String,
    },
    IdAndWords {
        id: String,
        words: String,
    },
    NotInMap {
        found: String,
    },
    RowsDisagree {
        question: String,
        first: usize,
    },
    FieldDisagrees {
        field: &'static str,
        found: String,
        first: String,
        row: usize,
    },
    QuestionTwice {
        question: String,
        first: usize,
    },
    BrokenCharacter,
    // What a sheet must say
    Missing {
        option: &'static str,
    },
    Contradicts {
        option: &'static str,
        given: String,
        found: String,
    },
    AmbiguousDate {
        found: String,
    },
    ResponseTwice {
        first: usize,
    },
    NotAPseudonym {
        found: String,
    },
    LeftOutPersonal {
        what: Personal,
    },
    // The map
    NoSuchColumn {
        heading: String,
        meant: Option<String>,
    },
    BadTarget {
        found: String,
        meant: Option<String>,
    },
    /// Only in workbooks.
    Workbook(WorkbookFault),
    // Everything
    More {
        errors: usize,
    },
}

/// What a text seems to hold that could tell who wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Personal {
    Mail,
    Internet,
    Phone,
}

impl ImportFault {
    /// A stable name for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownFormat { .. } => "unknown-format",
            Self::NotThisFormat { .. } => "not-this-format",
            Self::BareUtf16 => "utf-16",
            Self::NotUtf8 { .. } => "not-utf-8",
            Self::NoTable => "no-table",
            Self::NoAnswerColumn => "no-answer-column",
            Self::NoRows => "no-rows",
            Self::NoAnswers => "no-answers",
            Self::Ragged { .. } => "ragged-row",
            Self::RowTooLarge { .. } => "row-too-large",
            Self::SameColumn { .. } => "same-column",
            Self::UnknownColumn { .. } => "unknown-column",
            Self::LikelyQuestion { .. } => "likely-question",
            Self::AmbiguousColumn { .. } => "ambiguous-column",
            Self::AmbiguousAnswer { .. } => "ambiguous-answer",
            Self::IdAndWords { .. } => "id-and-words",
            Self::NotInMap { .. } => "not-in-map",
            Self::RowsDisagree { .. } => "rows-disagree",
            Self::FieldDisagrees { .. } => "field-disagrees",
            Self::QuestionTwice { .. } => "question-twice",
            Self::BrokenCharacter => "broken-character",
            Self::Missing { .. } => "missing",
            Self::Contradicts { .. } => "contradicts",
            Self::AmbiguousDate { .. } => "ambiguous-date",
            Self::ResponseTwice { .. } => "response-twice",
            Self::NotAPseudonym { .. } => "not-a-pseudonym",
            Self::LeftOutPersonal { .. } => "left-out-personal",
            Self::NoSuchColumn { .. } => "no-such-column",
            Self::BadTarget { .. } => "bad-target",
            Self::Workbook(fault) => fault.code(),
            Self::More { .. } => "more",
        }
    }
}

impl From<WorkbookFault> for ImportFault {
    fn from(fault: WorkbookFault) -> Self {
        Self::Workbook(fault)
    }
}
