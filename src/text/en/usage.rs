//! English: what is wrong with the arguments.

use crate::error::usage::WrongArgument as Wrong;
use crate::text::usage::UsageWords;

pub const USAGE: UsageWords = UsageWords { wrong, help: "Help", translated: str::to_owned, marks: None };

fn meant(meant: Option<&String>, known: &[String]) -> String {
    match meant {
        Some(word) => format!(" Did you mean `{word}`?"),
        None if known.is_empty() => String::new(),
        None => format!(" Possible: {}.", known.join(", ")),
    }
}

fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::UnknownArgument { found, meant: word } => {
            format!("unknown argument `{found}`.{}", meant(word.as_ref(), &[]))
        }
        Wrong::UnknownCommand { found, meant: word } => {
            format!("there is no command `{found}`.{}", meant(word.as_ref(), &[]))
        }
        Wrong::InvalidValue { argument, found, meant: word, known } => {
            let known = if word.is_some() { String::new() } else { meant(None, known) };
            format!("{argument}: `{found}` is not possible.{}{known}", meant(word.as_ref(), &[]))
        }
        Wrong::NoValue { argument, known } => format!("{argument}: the value is missing.{}", meant(None, known)),
        Wrong::BadNumber { argument, found, range: Some((least, Some(most))) } => {
            format!("{argument}: `{found}` is not possible. Give a whole number from {least} to {most}.")
        }
        Wrong::BadNumber { argument, found, range: Some((least, None)) } => {
            format!("{argument}: `{found}` is not possible. Give a whole number of {least} or more.")
        }
        Wrong::BadNumber { argument, found, range: None } => {
            format!("{argument}: `{found}` is no whole number. Give one.")
        }
        Wrong::Unfit { argument, found, reason } => format!("{argument}: `{found}` is not possible ({reason})."),
        Wrong::Conflict { argument, others } if others.is_empty() => {
            format!("{argument} does not go together with the other options. Leave one of them out.")
        }
        Wrong::Conflict { argument, others } => {
            format!("{argument} does not go together with {}. Leave one of them out.", others.join(", "))
        }
        Wrong::Twice { argument } => format!("{argument} is given more than once. Give it once."),
        Wrong::Missing { arguments } => format!("missing: {}. Give it.", arguments.join(", ")),
        Wrong::NoCommand { known } => format!("say what to do.{}", meant(None, known)),
        Wrong::TooManyValues { argument, found } => format!("{argument}: `{found}` is one value too many."),
        Wrong::NotUtf8 => "an argument is no text (not UTF-8).".into(),
        Wrong::Other { reason } => format!("this command line cannot be used ({reason})."),
    }
}
