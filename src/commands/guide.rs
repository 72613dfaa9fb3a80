//! `coprod` alone on a terminal: leads a newcomer through it, by calling what the commands call.

mod form;

use super::assess::{self, Ending};
use super::output::holds_answers;
use super::{Context, report};
use crate::cli::{Assess, Cli, Command, Form, ReportArgs};
use crate::error::{Error, Misuse};
use crate::exit::Exit;
use crate::interview::entry::Offer;
use crate::interview::intake::{self, Asked};
use crate::interview::{Lines, Menu, Prompter, Stop};
use crate::model::order;
use clap::Parser;
use std::ffi::OsString;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The most sheets that are offered; more are typed.
const MOST: usize = 9;

/// Asks what to do and does it.
///
/// # Errors
/// No terminal to ask on, or what the chosen command fails with.
pub fn run(context: &Context) -> Result<Exit, Error> {
    if context.common.no_input || !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(Error::Usage(Misuse::NeedsTerminal));
    }
    let ending = Ending::new();
    match lead(context, &ending) {
        Ok(Next::Report(report)) => {
            ending.finish()?;
            let (context, args) = *report;
            report::run(&context, &args)
        }
        Ok(Next::Form(form)) => {
            ending.finish()?;
            let (context, args) = *form;
            super::form::run(&context, &args)
        }
        Ok(Next::Done(exit)) => assess::finish(Ok(exit), &ending),
        Err(stop) => assess::finish(Err(stop), &ending),
    }
}

/// What is left to do when nothing more is to be asked.
enum Next {
    Done(Exit),
    Report(Box<(Context, ReportArgs)>),
    Form(Box<(Context, Form)>),
}

fn lead(context: &Context, ending: &Ending) -> Result<Next, Stop> {
    let words = &context.words.interview;
    let Some(context) = choose_mode(context)? else { return Ok(Next::Done(Exit::Success)) };
    let mut prompter = assess::prompter(&context, ending);
    let prompter = &mut *prompter;
    prompter.say(prompter.mode(words))?;
    loop {
        let doings = words.doings.iter().zip(["start", "continue", "report", "form", "quit"]);
        let offers = doings.map(|(label, id)| Offer::new(*label, id)).collect();
        let chosen = match intake::one(prompter, words, vec![words.what_to_do.to_owned()], offers, None)? {
            Asked::Given(place) => place,
            Asked::Quit => None,
            Asked::Back => continue,
        };
        let next = match chosen {
            Some(0) => Some(Next::Done(assess::interview(&context, &Assess::default(), prompter, ending)?)),
            Some(1) => go_on(&context, prompter, ending)?,
            Some(2) => ask_report(&context, prompter)?,
            Some(3) => form::ask(&context, prompter)?.map(|form| Next::Form(Box::new(form))),
            _ => {
                prompter.say(words.goodbye)?;
                Some(Next::Done(Exit::Success))
            }
        };
        if let Some(next) = next {
            return Ok(next);
        }
    }
}

/// Begins line by line, since that works for everybody, and asks for arrow keys where they are possible and nobody
/// decided yet. `None`: the person does not want to go on.
fn choose_mode(context: &Context) -> Result<Option<Context>, Stop> {
    let words = &context.words.interview;
    let mut lines = Lines::standard();
    lines.say(words.welcome)?;
    let mut context = context.clone();
    if context.accessible().is_some() || !Menu::is_comfortable() {
        return Ok(Some(context));
    }
    loop {
        let choices = words.how_choices.iter().zip(["menu", "lines"]);
        let offers = choices.map(|(label, id)| Offer::new(*label, id)).collect();
        match intake::one(&mut lines, words, vec![words.how_to_answer.to_owned()], offers, None)? {
            Asked::Given(place) => {
                context.common.no_accessible = place == Some(0);
                context.common.accessible = place != Some(0);
                return Ok(Some(context));
            }
            Asked::Back => lines.say(words.first_question)?,
            Asked::Quit => {
                lines.say(words.goodbye)?;
                return Ok(None);
            }
        }
    }
}

fn go_on(context: &Context, prompter: &mut dyn Prompter, ending: &Ending) -> Result<Option<Next>, Stop> {
    let Some(file) = ask_sheet(context, prompter)? else { return Ok(None) };
    let args = Assess { output: Some(file), ..Assess::default() };
    Ok(Some(Next::Done(assess::interview(context, &args, prompter, ending)?)))
}

fn ask_report(context: &Context, prompter: &mut dyn Prompter) -> Result<Option<Next>, Stop> {
    let words = &context.words.interview;
    let Some(file) = ask_sheet(context, prompter)? else { return Ok(None) };
    let offers = words.report_choices.iter().zip(["screen", "pdf"]).map(|(label, id)| Offer::new(*label, id));
    let asked = intake::one(prompter, words, vec![words.ask_report.to_owned()], offers.collect(), None)?;
    let output = match asked {
        Asked::Given(Some(1)) => match ask_new_report(context, prompter, &file)? {
            Some(path) => Some(path),
            None => return Ok(None),
        },
        Asked::Given(_) => None,
        Asked::Back | Asked::Quit => return Ok(None),
    };
    Ok(report_args(file, output).map(|args| Next::Report(Box::new((context.clone(), args)))))
}

/// As if it had been typed, so that everything that is not asked here has the default that it has there.
fn report_args(file: PathBuf, output: Option<PathBuf>) -> Option<ReportArgs> {
    let mut words: Vec<OsString> = vec!["coprod".into(), "report".into()];
    if let Some(output) = output {
        words.extend(["-o".into(), output.into()]);
    }
    words.extend(["--".into(), file.into()]);
    match Cli::try_parse_from(words).ok()?.command? {
        Command::Report(args) => Some(args),
        _ => None,
    }
}

/// A PDF file that is not there yet.
fn ask_new_report(context: &Context, prompter: &mut dyn Prompter, sheet: &Path) -> Result<Option<PathBuf>, Stop> {
    let words = &context.words.interview;
    let default = free_name(sheet, "pdf").display().to_string();
    loop {
        let asked = intake::or_default(prompter, words, &(words.ask_report_file)(&default), &default)?;
        let Asked::Given(typed) = asked else { return Ok(None) };
        let mut path = PathBuf::from(&typed);
        if path.extension().is_none() {
            path.set_extension("pdf");
        }
        if !path.exists() {
            return Ok(Some(path));
        }
        prompter.say(&(words.report_exists)(&path.display().to_string()))?;
    }
}

/// The name with another extension, and with a number where a file of that name is there.
fn free_name(path: &Path, extension: &str) -> PathBuf {
    let name = |count: usize| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let number = if count > 1 { format!("-{count}") } else { String::new() };
        path.with_file_name(format!("{stem}{number}.{extension}"))
    };
    (1..1000).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(1000))
}

/// A file with answers: one of those in this folder, or another one. `None`: back.
fn ask_sheet(context: &Context, prompter: &mut dyn Prompter) -> Result<Option<PathBuf>, Stop> {
    let words = &context.words.interview;
    let found = sheets_here();
    if !found.is_empty() {
        let mut offers: Vec<Offer> = found.iter().map(|name| Offer { label: name.clone(), also: Vec::new() }).collect();
        offers.push(Offer { label: words.other_file.to_owned(), also: Vec::new() });
        match intake::one(prompter, words, vec![words.ask_file.to_owned()], offers, None)? {
            Asked::Given(Some(place)) => {
                if let Some(name) = found.get(place) {
                    return Ok(Some(PathBuf::from(name)));
                }
            }
            _ => return Ok(None),
        }
    }
    loop {
        let Asked::Given(typed) = intake::needed(prompter, words, words.ask_file)? else { return Ok(None) };
        if Path::new(&typed).is_file() {
            return Ok(Some(PathBuf::from(typed)));
        }
        prompter.say(&(words.no_such_file)(&typed))?;
    }
}

/// The sheets in this folder, latest first.
fn sheets_here() -> Vec<String> {
    let Ok(entries) = fs::read_dir(".") else { return Vec::new() };
    let mut found: Vec<(SystemTime, String)> = entries
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let name = entry.file_name().into_string().ok()?;
            let json = Path::new(&name).extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
            let changed = entry.metadata().ok().filter(fs::Metadata::is_file)?.modified().ok()?;
            (json && holds_answers(&entry.path())).then_some((changed, name))
        })
        .collect();
    order::sort_by(&mut found, |a, b| b.cmp(a));
    found.into_iter().map(|(_, name)| name).take(MOST).collect()
}
