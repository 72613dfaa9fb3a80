//! A command line that clap refuses, said in the user's language.

use super::complain;
use crate::cli;
use crate::error::Error;
use crate::error::usage::WrongArgument;
use crate::exit::Exit;
use crate::text::Words;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use std::io::{self, Write};

/// Says what is wrong and how it would be right; help and version are printed and are no errors.
pub fn answer(error: &clap::Error, arguments: &[OsString], words: &Words) -> Exit {
    let shown = matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    if shown {
        let printed = error.print().and_then(|()| io::stdout().flush()).map_err(Error::output);
        return match printed {
            Err(failed @ Error::Stream(_)) => {
                words.error(&failed).iter().for_each(|line| complain(&format!("{}: {line}", words.program.error)));
                Exit::from(&failed)
            }
            // A closed pipe is nobody's fault.
            _ if error.use_stderr() => Exit::Usage,
            _ => Exit::Success,
        };
    }
    complain(&format!("{}: {}", words.program.error, (words.usage.wrong)(&wrong(error))));
    let (path, usage) = usage(arguments, words);
    complain(&format!("{}: {usage}", words.help_heads[0]));
    complain(&format!("{}: {path} --help", words.usage.help));
    Exit::Usage
}

/// The command that was called, as `coprod rubric lint`, and its usage.
fn usage(arguments: &[OsString], words: &Words) -> (String, String) {
    let mut called = cli::command(words);
    let mut path = called.get_name().to_owned();
    for argument in arguments.iter().skip(1).filter_map(|argument| argument.to_str()) {
        if let Some(sub) = called.find_subcommand(argument).cloned() {
            path = format!("{path} {}", sub.get_name());
            called = sub;
        }
    }
    let usage = called.render_usage().to_string();
    let usage = usage.lines().next().unwrap_or_default().trim_start_matches("Usage:").trim().to_owned();
    (path, usage)
}

/// What clap found, in our terms.
fn wrong(error: &clap::Error) -> WrongArgument {
    use WrongArgument as Wrong;
    let get = |kind| text(error, kind).unwrap_or_default();
    let (argument, found) = (get(ContextKind::InvalidArg), get(ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::UnknownArgument => {
            Wrong::UnknownArgument { found: argument, meant: text(error, ContextKind::SuggestedArg) }
        }
        ErrorKind::InvalidSubcommand => Wrong::UnknownCommand {
            found: get(ContextKind::InvalidSubcommand),
            meant: text(error, ContextKind::SuggestedSubcommand),
        },
        ErrorKind::InvalidValue => {
            let known = texts(error, ContextKind::ValidValue);
            if found.is_empty() {
                return Wrong::NoValue { argument, known };
            }
            Wrong::InvalidValue { argument, found, meant: text(error, ContextKind::SuggestedValue), known }
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            Wrong::NoValue { argument, known: Vec::new() }
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            let number =
                ["invalid digit", "number too", "cannot parse integer"].iter().any(|part| reason.contains(part));
            match range(&reason) {
                range @ Some(_) => Wrong::BadNumber { argument, found, range },
                None if number => Wrong::BadNumber { argument, found, range: None },
                None => Wrong::Unfit { argument, found, reason },
            }
        }
        ErrorKind::ArgumentConflict => {
            let others = texts(error, ContextKind::PriorArg);
            if others.contains(&argument) { Wrong::Twice { argument } } else { Wrong::Conflict { argument, others } }
        }
        ErrorKind::MissingRequiredArgument => {
            let arguments = texts(error, ContextKind::InvalidArg).into_iter();
            Wrong::Missing { arguments: arguments.map(|name| name.trim_end_matches("...").to_owned()).collect() }
        }
        ErrorKind::MissingSubcommand => Wrong::NoCommand { known: texts(error, ContextKind::ValidSubcommand) },
        ErrorKind::TooManyValues => Wrong::TooManyValues { argument, found },
        ErrorKind::InvalidUtf8 => Wrong::NotUtf8,
        kind => Wrong::Other { reason: kind.to_string() },
    }
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    // Of several suggestions the best comes last.
    texts(error, kind).pop()
}

fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        Some(ContextValue::Number(number)) => vec![number.to_string()],
        _ => Vec::new(),
    }
}

/// The least and, unless it is as good as none, the highest number of "401 is not in 20..=400".
fn range(reason: &str) -> Option<(String, Option<String>)> {
    let (_, range) = reason.split_once(" is not in ")?;
    let (least, most) = range.split_once("..")?;
    let most = most.trim_start_matches('=');
    // What only the machine limits is no limit for people.
    let real = most.parse::<u64>().is_ok_and(|most| most < u64::from(u32::MAX));
    Some((least.to_owned(), real.then(|| most.to_owned())))
}
