//! What is wrong with the arguments of a command line, as clap finds it, without clap's words.

/// A fault of the arguments. Arguments are written as the help writes them: `--voice <VOICE>`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)] // The sentences in `text/en/usage.rs` say what each one means.
pub enum WrongArgument {
    UnknownArgument { found: String, meant: Option<String> },
    UnknownCommand { found: String, meant: Option<String> },
    InvalidValue { argument: String, found: String, meant: Option<String>, known: Vec<String> },
    NoValue { argument: String, known: Vec<String> },
    BadNumber { argument: String, found: String, range: Option<(String, Option<String>)> },
    Unfit { argument: String, found: String, reason: String },
    Conflict { argument: String, others: Vec<String> },
    Twice { argument: String },
    Missing { arguments: Vec<String> },
    NoCommand { known: Vec<String> },
    TooManyValues { argument: String, found: String },
    NotUtf8,
    Other { reason: String },
}
