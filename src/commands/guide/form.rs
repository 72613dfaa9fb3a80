//! `coprod` alone, asked for a questionnaire: which one, what kind, who gets the answers, and into which file.

use super::free_name;
use crate::cli::{Cli, Command, Form};
use crate::commands::Context;
use crate::interview::entry::Offer;
use crate::interview::intake::{self, Asked};
use crate::interview::{Prompter, Stop};
use crate::rubric::BUILTIN;
use clap::Parser;
use std::ffi::OsString;
use std::path::PathBuf;

/// The extensions of the kinds that are offered, in the order of their words.
const KINDS: [&str; 3] = ["html", "xlsx", "pdf"];

/// Asks for all that a form needs. `None`: back.
pub fn ask(context: &Context, prompter: &mut dyn Prompter) -> Result<Option<(Context, Form)>, Stop> {
    let words = &context.words.interview;
    let mut context = context.clone();
    if context.common.rubric.is_none() {
        let mut known = Vec::new();
        for built_in in &BUILTIN {
            let (texts, _) = built_in.load()?.texts(context.language())?;
            known.push((built_in.id, texts.title));
        }
        let Asked::Given(place) = intake::rubric(prompter, words, &known)? else { return Ok(None) };
        context.common.rubric = known.get(place).map(|(id, _)| (*id).to_owned());
    }
    let offers = words.form_choices.iter().zip(KINDS).map(|(label, kind)| Offer::new(*label, kind));
    let asked = intake::one(prompter, words, vec![words.ask_form.to_owned()], offers.collect(), None)?;
    let Asked::Given(place) = asked else { return Ok(None) };
    let kind = place.and_then(|place| KINDS.get(place)).unwrap_or(&KINDS[0]);
    let Asked::Given(contact) = intake::optional(prompter, words, words.ask_form_contact)? else { return Ok(None) };
    let default = free_name(&PathBuf::from(format!("{}.{kind}", words.form_file)), kind);
    let shown = default.display().to_string();
    let output = loop {
        let asked = intake::or_default(prompter, words, &(words.ask_form_file)(&shown), &shown)?;
        let Asked::Given(typed) = asked else { return Ok(None) };
        let mut path = PathBuf::from(typed);
        if path.extension().is_none_or(|extension| !extension.eq_ignore_ascii_case(kind)) {
            path.as_mut_os_string().push(format!(".{kind}"));
        }
        if !path.exists() {
            break path;
        }
        prompter.say(&(words.report_exists)(&path.display().to_string()))?;
    };
    Ok(args(output, contact).map(|args| (context, args)))
}

/// As if it had been typed, so that everything that is not asked here has the default that it has there.
fn args(output: PathBuf, contact: Option<String>) -> Option<Form> {
    let mut words: Vec<OsString> = ["coprod", "form"].map(OsString::from).to_vec();
    let options = [("--output=", output.into_os_string())].into_iter();
    for (option, value) in options.chain(contact.map(|contact| ("--contact=", contact.into()))) {
        let mut word = OsString::from(option);
        word.push(value);
        words.push(word);
    }
    match Cli::try_parse_from(words).ok()?.command? {
        Command::Form(args) => Some(args),
        _ => None,
    }
}
