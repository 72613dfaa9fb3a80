//! One thin file a command. This file knows what all of them share: language, view, output.

mod assess;
mod check;
mod compare;
mod completions;
mod editions;
mod form;
mod guide;
mod import;
mod inputs;
mod man;
mod output;
mod plan;
mod report;
mod rubric;
mod shell;
mod usage;

use crate::cli::{self, Cli, ColorWhen, Command, Common};
use crate::error::{Error, Misuse, Problem};
use crate::exit::Exit;
use crate::formats::View;
use crate::rubric::Loaded;
use crate::text::{LanguageFrom, VerboseWords, Words, english, harmless, words_for};
use clap::{FromArgMatches, Parser, error::ErrorKind};
use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

/// What every command needs to know about its surroundings.
#[derive(Clone)]
pub struct Context {
    /// The options of every command.
    pub common: Common,
    /// The program's words.
    pub words: &'static Words,
    /// The language that was asked for, also one that only a rubric may have; `None`: nobody asked.
    pub asked_language: Option<String>,
}

impl Context {
    fn new(common: Common) -> Self {
        let asked_language = common.lang.as_deref().map(language_tag).filter(|tag| !tag.is_empty());
        let words = words_of(asked_language.as_deref());
        Self { common, words, asked_language }
    }

    /// The language that texts should be in.
    pub fn language(&self) -> &str {
        self.asked_language.as_deref().unwrap_or(self.words.language)
    }

    /// Whether line by line was asked for (`Some`), or nobody said (`None`).
    pub fn accessible(&self) -> Option<bool> {
        let switched = |name: &str| {
            let value = env::var(name).ok()?.to_ascii_lowercase();
            Some(!matches!(value.as_str(), "" | "0" | "false" | "no" | "off"))
        };
        if self.common.accessible {
            return Some(true);
        }
        if self.common.no_accessible {
            return Some(false);
        }
        switched("COPROD_ACCESSIBLE").or_else(|| switched("ACCESSIBLE"))
    }

    /// What standard output can show.
    pub fn view(&self) -> View {
        let terminal = io::stdout().is_terminal();
        let dumb = env::var("TERM").is_ok_and(|term| term == "dumb");
        let width = terminal_size::terminal_size().filter(|_| terminal).map_or(80, |(width, _)| usize::from(width.0));
        View {
            width,
            colour: self.colour(terminal && !dumb),
            accessible: self.accessible().unwrap_or(terminal && dumb),
            unicode: !terminal || speaks_utf8(),
            bom: false,
        }
    }

    fn colour(&self, terminal: bool) -> bool {
        let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        match self.common.color {
            ColorWhen::Always => true,
            ColorWhen::Never => false,
            ColorWhen::Auto if set("NO_COLOR") => false,
            ColorWhen::Auto => {
                terminal || (set("CLICOLOR_FORCE") && env::var("CLICOLOR_FORCE").is_ok_and(|v| v != "0"))
            }
        }
    }

    /// A line of information, unless `--quiet`.
    pub fn say(&self, line: &str) {
        if !self.common.quiet {
            complain(line);
        }
    }

    /// A line about the work, with `--verbose`.
    pub fn tell(&self, line: impl FnOnce(&'static VerboseWords) -> String) {
        if self.common.verbose {
            complain(&line(&self.words.verbose));
        }
    }

    /// Which rubric is used, which version of it, and where it is from, with `--verbose`.
    pub fn tell_rubric(&self, loaded: &Loaded) {
        let (id, version) = (&loaded.rubric.id, loaded.rubric.version.to_string());
        self.tell(|words| match loaded.files().first().filter(|_| !loaded.is_built_in()) {
            Some(file) => (words.rubric_from)(id, &version, &file.name),
            None => (words.rubric_built_in)(id, &version),
        });
    }

    /// Warnings, one a line, unless `--quiet`.
    pub fn warn(&self, problems: &[Problem]) {
        for problem in problems {
            self.say(&format!("{}: {}", self.words.program.warning, self.words.problem(problem)));
        }
    }
}

/// A language as a rubric names it, also where it is written as a locale: `de_DE.UTF-8` is `de-DE`, `DE` is `de`.
fn language_tag(text: &str) -> String {
    let tag = text.split(['.', '@']).next().unwrap_or(text).trim().replace('_', "-");
    match tag.split_once('-') {
        None => tag.to_lowercase(),
        Some((language, rest)) => format!("{}-{rest}", language.to_lowercase()),
    }
}

/// Whether the terminal's locale says UTF-8; on Windows the console takes it.
fn speaks_utf8() -> bool {
    if cfg!(windows) {
        return true;
    }
    let locale =
        ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| env::var(name).ok().filter(|v| !v.is_empty()));
    locale.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

/// Writes a line to standard error; nobody is left to tell if that fails. Whatever a line quotes, as the name of a
/// file, it cannot command the terminal.
fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", harmless(line));
}

/// The program's words in the language asked for, else the system's, else English.
fn words_of(asked: Option<&str>) -> &'static Words {
    match asked {
        Some(tag) => words_for(tag).unwrap_or_else(english),
        None => sys_locale::get_locale().and_then(|tag| words_for(&tag)).unwrap_or_else(english),
    }
}

/// Reads the command line and does what it says.
pub fn main(arguments: Vec<OsString>) -> Exit {
    let option = cli::asked_language(&arguments);
    let variable = env::var("COPROD_LANG").ok().filter(|tag| !tag.is_empty());
    let from = match (&option, &variable) {
        (Some(_), _) => LanguageFrom::Option,
        (None, Some(_)) => LanguageFrom::Variable,
        (None, None) => LanguageFrom::System,
    };
    let words = words_of(option.or(variable).as_deref());
    // Only what is shown needs the words of a language: help, and what is wrong with the command line.
    let in_words = || cli::command(words).try_get_matches_from(&arguments);
    let read = Cli::try_parse_from(&arguments).or_else(|error| match error.kind() {
        ErrorKind::DisplayVersion => Err(error),
        _ => in_words().and_then(|found| Cli::from_arg_matches(&found)),
    });
    match read {
        Ok(cli) => run(cli, from),
        Err(error) => usage::answer(&error, &arguments, words),
    }
}

fn run(cli: Cli, language_from: LanguageFrom) -> Exit {
    let Cli { common, command } = cli;
    let context = Context::new(common);
    context.tell(|words| (words.language)(context.words.name, language_from));
    let done = match command {
        None => guide::run(&context),
        Some(Command::Assess(args)) => assess::run(&context, &args),
        Some(Command::Report(args)) => report::run(&context, &args),
        Some(Command::Plan(args)) => plan::run(&context, &args),
        Some(Command::Form(args)) => form::run(&context, &args),
        Some(Command::Import(args)) => import::run(&context, &args),
        Some(Command::Compare(args)) => compare::run(&context, &args),
        Some(Command::Check(args)) => check::run(&context, &args),
        Some(Command::Rubric { action }) => rubric::run(&context, &action),
        Some(Command::Completions { shell }) => completions::run(&context, shell),
        Some(Command::Man { page, output }) => man::run(&context, &page, output.as_deref()),
    };
    match done {
        Ok(exit) => exit,
        Err(error) => {
            let word = match &error {
                Error::Input(problems) => {
                    let (errors, warnings): (Vec<_>, Vec<_>) =
                        problems.iter().cloned().partition(|p| p.severity == crate::error::Severity::Error);
                    context.warn(&warnings);
                    report_errors(&context, &Error::Input(errors));
                    return Exit::from(&error);
                }
                other => other,
            };
            report_errors(&context, word);
            Exit::from(&error)
        }
    }
}

fn report_errors(context: &Context, error: &Error) {
    for line in context.words.error(error) {
        complain(&format!("{}: {line}", context.words.program.error));
    }
}

/// Today's date: the option, else `SOURCE_DATE_EPOCH`, else the system's clock.
///
/// # Errors
/// An option that is no date.
pub fn today(option: Option<&str>) -> Result<String, Error> {
    if let Some(text) = option {
        return checked_date("--today", text);
    }
    let said = env::var("SOURCE_DATE_EPOCH").ok().filter(|text| !text.trim().is_empty());
    let seconds = match said {
        // The system's date instead would be another one, without a word.
        Some(text) => Some(text.trim().parse::<i64>().map_err(|_| Error::Usage(Misuse::BadEpoch { found: text }))?),
        None => None,
    };
    let seconds = seconds.or_else(|| {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
        i64::try_from(now.as_secs()).ok()
    });
    let date = seconds.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    Ok(date.map_or_else(String::new, |stamp| stamp.to_zoned(jiff::tz::TimeZone::UTC).date().to_string()))
}

/// An option's date.
///
/// # Errors
/// A text that is no day of the calendar.
pub fn checked_date(option: &'static str, text: &str) -> Result<String, Error> {
    if text.len() == 10 && crate::import::json::is_date(text) {
        Ok(text.to_owned())
    } else {
        Err(Error::Usage(Misuse::BadDate { option, found: text.to_owned() }))
    }
}
