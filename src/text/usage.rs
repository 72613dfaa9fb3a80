//! The words of the command line: what is wrong with it, and the marks in its help.

use crate::error::usage::WrongArgument;

/// The words of the command line in one language.
#[derive(Debug)]
pub struct UsageWords {
    /// What is wrong with the arguments and what to do.
    pub wrong: fn(&WrongArgument) -> String,
    /// Where help is: the word before the command.
    pub help: &'static str,
    /// A line of usage with its placeholders, as `[OPTIONS] <FILE>`, in this language.
    pub translated: fn(&str) -> String,
    /// The marks that clap adds to the help in English; `None`: they stay.
    pub marks: Option<HelpMarks>,
}

/// The marks in the help of an option.
#[derive(Debug, Clone, Copy)]
pub struct HelpMarks {
    /// Before the values that are possible.
    pub values: &'static str,
    /// Before the value that is taken where none is given.
    pub default: &'static str,
    /// Before the variable of the environment.
    pub variable: &'static str,
    /// The name of a value, as `FILE`; `None`: it stays.
    pub value_name: fn(&str) -> Option<&'static str>,
}
