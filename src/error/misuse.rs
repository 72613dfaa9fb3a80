//! What is wrong with a command line.

use super::gate::GateMisuse;

/// What is wrong with a command line, beyond what clap checks.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The sentences in `text/en/faults.rs` say what each one means.
pub enum Misuse {
    BinaryToTerminal { format: &'static str },
    NoSheetsIn { extension: String },
    UnknownExtension { extension: String, meant: Option<String>, known: String },
    NeedsOption { option: &'static str },
    NeedsTerminal,
    BadEpoch { found: String },
    BadDate { option: &'static str, found: String },
    NotAPseudonym { found: String },
    UnknownRubric { found: String, meant: Option<String>, known: String },
    Several(Vec<Misuse>),
    NoPerspectives,
    UnknownValue { option: &'static str, found: String, meant: Option<String>, known: String },
    BadColour { found: String },
    PoorContrast { found: String, ratio: String },
    BadStatement { found: String },
    BadLogo { path: String, detail: String },
    BadNumber { option: &'static str, found: String, positive: bool },
    NeedsAlso { option: &'static str, needed: &'static str },
    PlanTooLong,
    AlreadyExists { path: String },
    HoldsAnswers { path: String },
    HoldsOwn { path: String, format: String },
    ChangedMeanwhile { path: String, rescued: String },
    // Imports
    WouldReplace { path: String },
    FolderNotEmpty { path: String },
    ManySheets { count: usize, path: String },
    BadPrefix { found: String },
    // The interview
    NeedsOptions { options: String },
    NoInterview,
    AnswersAreJson { path: String },
    Contradicts { option: &'static str, given: String, path: String, has: Option<String> },
    NotAsked { questions: String },
    // Questionnaires
    OneSheet { option: &'static str, found: usize },
    OptionOfOtherFormat { option: &'static str, format: &'static str, formats: String },
    NothingToAsk,
    // Comparisons and gates
    Gate(GateMisuse),
}

impl Misuse {
    /// All that is wrong, so that it can be put right at once.
    pub fn together(mut all: Vec<Self>) -> Self {
        if all.len() == 1 { all.remove(0) } else { Self::Several(all) }
    }
}
