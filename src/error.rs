//! What failed, where, what to do about it, and which exit code it has. The sentences are in `text`.

pub mod gate;
pub mod import;
pub mod lint;
mod misuse;
mod nearest;
pub mod usage;
pub mod workbook;

use self::gate::GateFault;
pub use self::import::{CellPlace, ImportFault, Personal};
use self::lint::Lint;
pub use self::misuse::Misuse;
pub use self::nearest::{nearest, one_off};
pub use self::workbook::WorkbookFault;
use std::io;
use std::path::{Path, PathBuf};

/// A problem in an input: one line of what is wrong, where it is and what to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The file's name as the user gave it.
    pub file: String,
    /// Line and column, where the text is at hand.
    pub place: Option<Place>,
    /// JSON pointer, empty for the whole document.
    pub pointer: String,
    /// Sheet, row and column, where the file is a table.
    pub cell: Option<CellPlace>,
    /// What is wrong.
    pub fault: Fault,
    /// Error or warning.
    pub severity: Severity,
}

/// Line and column in a text, both counted from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The input is not used.
    Error,
    /// The input is used, and the report says so.
    Warning,
}

/// What is wrong with an input.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The sentences in `text/en/faults.rs` say what each one means.
pub enum Fault {
    // Any file
    Utf16,
    NotUtf8 {
        byte: u8,
    },
    EmptyFile,
    NotJson {
        detail: String,
    },
    TooLarge {
        limit_mib: u64,
    },
    NoSheets,
    // Any JSON
    Expected {
        what: &'static str,
    },
    EmptyText,
    MissingKey {
        key: String,
    },
    UnknownKey {
        key: String,
        meant: Option<String>,
        ignored: bool,
    },
    DuplicateKey {
        key: String,
    },
    OtherFormat {
        found: String,
        reads: &'static str,
    },
    NoFormat {
        reads: &'static str,
    },
    BadId {
        found: String,
        question: bool,
    },
    DuplicateId {
        id: String,
    },
    ReservedId {
        id: String,
    },
    UnknownId {
        kind: Kind,
        found: String,
        meant: Option<String>,
        known: Vec<String>,
    },
    NotANumber,
    NotPositive {
        found: String,
    },
    NotAShare {
        found: String,
    },
    NotAWholeNumber,
    EmptyList,
    // Rubrics
    BadVersion {
        found: String,
    },
    BadLanguage {
        found: String,
    },
    ScaleTooShort,
    ScaleNotIncreasing,
    EffortLength {
        found: usize,
        steps: usize,
    },
    NoTexts {
        language: String,
    },
    OtherLanguage {
        found: String,
        expected: String,
    },
    EmptyCell {
        principle: String,
        level: String,
    },
    EmptyMeansAll {
        key: &'static str,
    },
    MinAboveMax {
        min: u64,
        max: u64,
    },
    /// What a readable rubric could do better.
    Lint(Lint),
    /// What is wrong with a file that another program wrote.
    Import(ImportFault),
    /// What keeps assessments from being compared, or a policy from being used.
    Gate(GateFault),
    // Sheets
    BadDate {
        found: String,
    },
    NoSuchPoints {
        found: String,
        known: String,
    },
    AllUnanswered,
    NoReason,
    ReasonUnused,
    NaNotAllowed,
    NotAskedPerspective {
        perspective: String,
    },
    NotAskedSetting {
        setting: String,
    },
    RubricUnknown {
        found: String,
        meant: Option<String>,
        known: Vec<String>,
    },
    RubricMismatch {
        sheet: String,
        given: String,
    },
    RubricNewer {
        sheet: String,
        rubric: String,
    },
    RubricOlderMinor {
        sheet: String,
        rubric: String,
    },
    RubricOtherMajor {
        sheet: String,
        rubric: String,
    },
    AnswerAgain {
        fate: String,
        to: Vec<String>,
    },
    CarriedOver {
        to: String,
    },
    // Several sheets
    OtherOrganisation {
        found: String,
        first: String,
    },
    OtherRubric {
        found: String,
        first: String,
    },
    SecondOrganisationSheet,
    SameFileTwice,
    SameRespondentTwice {
        respondent: String,
        first: String,
    },
    SameAnswersTwice {
        first: String,
    },
    MixedVersions {
        versions: String,
    },
    SecondRound {
        first: String,
    },
    /// Sheets of one report that name different values, and no `coprod/assessment/1` that says which holds.
    MixedScopes,
    MixedPeriods,
    MoreThanInvited {
        perspective: String,
    },
    /// The answer of a person is not repeated, since errors end up in logs.
    AnswerNotRepeated {
        known: String,
    },
    /// The same remark on some sheets of persons, without saying on which, or on which answer.
    OnPersons {
        fault: Box<Fault>,
    },
    // Lists of actions
    ActionsOfRubric {
        found: String,
        needed: String,
    },
    ActionsOfOrganisation {
        found: String,
        needed: String,
    },
    /// For a cell of a spreadsheet.
    TooLongForCell,
    // The program's language
    LanguageNotInRubric {
        wanted: String,
        used: String,
    },
}

/// What an unknown id should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    Principle,
    Level,
    Question,
    Option,
    Perspective,
    Facet,
    FacetValue,
    Setting,
    Kind,
    Language,
    Source,
}

impl Fault {
    /// A stable name for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Utf16 => "utf-16",
            Self::NotUtf8 { .. } => "not-utf-8",
            Self::EmptyFile => "empty-file",
            Self::NotJson { .. } => "not-json",
            Self::TooLarge { .. } => "too-large",
            Self::NoSheets => "no-sheets",
            Self::Expected { .. } => "expected",
            Self::EmptyText => "empty-text",
            Self::MissingKey { .. } => "missing-key",
            Self::UnknownKey { .. } => "unknown-key",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::OtherFormat { .. } => "other-format",
            Self::NoFormat { .. } => "no-format",
            Self::BadId { .. } => "bad-id",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::ReservedId { .. } => "reserved-id",
            Self::UnknownId { .. } => "unknown-id",
            Self::NotANumber => "not-a-number",
            Self::NotPositive { .. } => "not-positive",
            Self::NotAShare { .. } => "not-a-share",
            Self::NotAWholeNumber => "not-a-whole-number",
            Self::EmptyList => "empty-list",
            Self::BadVersion { .. } => "bad-version",
            Self::BadLanguage { .. } => "bad-language",
            Self::ScaleTooShort => "scale-too-short",
            Self::ScaleNotIncreasing => "scale-not-increasing",
            Self::EffortLength { .. } => "effort-length",
            Self::NoTexts { .. } => "no-texts",
            Self::OtherLanguage { .. } => "other-language",
            Self::EmptyCell { .. } => "empty-cell",
            Self::EmptyMeansAll { .. } => "empty-means-all",
            Self::MinAboveMax { .. } => "min-above-max",
            Self::Lint(lint) => lint.code(),
            Self::Import(fault) => fault.code(),
            Self::Gate(fault) => fault.code(),
            Self::BadDate { .. } => "bad-date",
            Self::NoSuchPoints { .. } => "no-such-points",
            Self::AllUnanswered => "all-unanswered",
            Self::NoReason => "na-without-reason",
            Self::ReasonUnused => "reason-unused",
            Self::NaNotAllowed => "na-not-allowed",
            Self::NotAskedPerspective { .. } => "not-asked-perspective",
            Self::NotAskedSetting { .. } => "not-asked-setting",
            Self::RubricUnknown { .. } => "rubric-unknown",
            Self::RubricMismatch { .. } => "rubric-mismatch",
            Self::RubricNewer { .. } => "rubric-newer",
            Self::RubricOlderMinor { .. } => "rubric-older-minor",
            Self::RubricOtherMajor { .. } => "rubric-other-major",
            Self::AnswerAgain { .. } => "answer-again",
            Self::CarriedOver { .. } => "carried-over",
            Self::OtherOrganisation { .. } => "other-organisation",
            Self::OtherRubric { .. } => "other-rubric",
            Self::SecondOrganisationSheet => "second-organisation-sheet",
            Self::SameFileTwice => "same-file-twice",
            Self::SameRespondentTwice { .. } => "same-respondent-twice",
            Self::SameAnswersTwice { .. } => "same-answers-twice",
            Self::MixedVersions { .. } => "mixed-versions",
            Self::SecondRound { .. } => "second-assessment",
            Self::MoreThanInvited { .. } => "more-than-invited",
            Self::MixedScopes => "mixed-scopes",
            Self::MixedPeriods => "mixed-periods",
            Self::AnswerNotRepeated { .. } => "answer-not-repeated",
            Self::OnPersons { fault } => fault.code(),
            Self::ActionsOfRubric { .. } => "actions-of-other-rubric",
            Self::ActionsOfOrganisation { .. } => "actions-of-other-organisation",
            Self::TooLongForCell => "too-long-for-cell",
            Self::LanguageNotInRubric { .. } => "language-not-in-rubric",
        }
    }
}

impl From<ImportFault> for Fault {
    fn from(fault: ImportFault) -> Self {
        Self::Import(fault)
    }
}

impl From<WorkbookFault> for Fault {
    fn from(fault: WorkbookFault) -> Self {
        Self::Import(fault.into())
    }
}

impl Problem {
    /// A problem of a file as a whole.
    pub fn whole(file: &str, fault: Fault) -> Self {
        Self {
            file: file.to_owned(),
            place: None,
            pointer: String::new(),
            cell: None,
            fault,
            severity: Severity::Error,
        }
    }

    /// A warning that belongs to a place in the document but to no line of its text.
    pub fn warning(file: &str, pointer: String, fault: Fault) -> Self {
        Self { pointer, severity: Severity::Warning, ..Self::whole(file, fault) }
    }
}

/// Why a command did not do its work.
#[derive(Debug)]
pub enum Error {
    /// The input is invalid: every problem that was found.
    Input(Vec<Problem>),
    /// A file cannot be read or written.
    File {
        /// The file.
        path: PathBuf,
        /// Whether it was to be written.
        writing: bool,
        /// What the system said.
        source: io::Error,
    },
    /// A file cannot be written because its folder is not there.
    NoFolder {
        /// The file.
        path: PathBuf,
        /// The folder.
        folder: PathBuf,
    },
    /// Another interview is working on the file.
    InUse(PathBuf),
    /// Standard input or output failed.
    Stream(io::Error),
    /// The options do not fit together or something needed is missing.
    Usage(Misuse),
    /// Ctrl-C, or the input ended early; what was answered is saved.
    Interrupted,
    /// The reader of the output went away, which is no failure.
    ClosedPipe,
}

impl Error {
    /// A file that cannot be read.
    pub fn reading(path: &Path, source: io::Error) -> Self {
        Self::File { path: path.to_owned(), writing: false, source }
    }

    /// A file that cannot be written.
    pub fn writing(path: &Path, source: io::Error) -> Self {
        if source.kind() == io::ErrorKind::BrokenPipe {
            return Self::ClosedPipe;
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists());
        match folder {
            Some(folder) if source.kind() == io::ErrorKind::NotFound => {
                Self::NoFolder { path: path.to_owned(), folder: folder.to_owned() }
            }
            _ => Self::File { path: path.to_owned(), writing: true, source },
        }
    }

    /// Standard output that cannot be written.
    pub fn output(source: io::Error) -> Self {
        if source.kind() == io::ErrorKind::BrokenPipe { Self::ClosedPipe } else { Self::Stream(source) }
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Input(vec![problem])
    }
}
