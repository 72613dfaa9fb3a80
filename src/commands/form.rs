//! `coprod form`: a questionnaire to fill in elsewhere.

use super::inputs::{self, Rubrics};
use super::{Context, output};
use crate::cli;
use crate::error::{Error, Fault, Misuse, Problem, nearest};
use crate::exit::Exit;
use crate::files::Privacy;
use crate::form::{self, FORMS, FormFormat, Language, Questionnaire};
use crate::model::Sheet;
use crate::rubric::{self, BUILTIN, Loaded};
use crate::text::words_for;
use std::path::Path;

/// Writes a questionnaire.
///
/// # Errors
/// A rubric that cannot be used, options that do not fit, output that cannot be written.
pub fn run(context: &Context, args: &cli::Form) -> Result<Exit, Error> {
    let format = choose(args)?;
    check_options(args, format)?;
    let binary = format.is_binary().then_some(format.name());
    if args.output == Path::new("-") {
        output::refuse_terminal(binary)?;
    }
    let answers = args.from.as_deref().map(|path| answers(context, path, format)).transpose()?;
    let named = answers.as_ref().map_or(BUILTIN[0].id, |sheet| sheet.rubric.id.as_str());
    let loaded = rubric::load(context.common.rubric.as_deref().unwrap_or(named))?;
    context.warn(&loaded.warnings);
    let perspective = match &answers {
        Some(sheet) => sheet.perspective.clone(),
        None => args.perspective.as_deref().map(|found| perspective(&loaded, found)).transpose()?,
    };
    let setting = answers.as_ref().and_then(|sheet| sheet.organisation.setting.as_deref());
    let filled = |text: &'_ Option<String>| text.as_deref().map(|text| text.trim().to_owned());
    let [organisation, contact, audience, delete_after] =
        [&args.organisation, &args.contact, &args.audience, &args.delete_after]
            .map(|text| filled(text).filter(|text| !text.is_empty()));
    let languages = languages(context, &loaded)?;
    let has_easy = languages.iter().any(|language| language.texts.has_easy());
    if args.easy && !has_easy {
        context.say(&format!("{}: {}", context.words.program.warning, context.words.interview.no_easy));
    }
    let form = Questionnaire {
        rubric: &loaded.rubric,
        languages,
        perspective: perspective.as_deref(),
        setting: args.setting.as_deref().or(setting),
        answers: answers.as_ref(),
        organisation: organisation.as_deref(),
        contact: contact.as_deref(),
        audience: audience.as_deref(),
        delete_after: delete_after.as_deref(),
        easy: args.easy && has_easy,
        large: args.large,
        by_perspective: args.by_perspective,
    };
    if form.asked().is_empty() {
        return Err(Error::Usage(Misuse::NothingToAsk));
    }
    let mut bytes = Vec::new();
    for loss in format.write(&form, &mut bytes).map_err(Error::output)? {
        context.say(&format!("{}: {}", context.words.program.warning, loss));
    }
    let privacy = if answers.is_some() { Privacy::Private } else { Privacy::Usual };
    output::write_as(context, Some(&args.output), &bytes, binary, privacy)?;
    Ok(Exit::Success)
}

/// The answers given so far: one sheet.
fn answers(context: &Context, path: &Path, format: &dyn FormFormat) -> Result<Sheet, Error> {
    // What is doubtful about the rubric is said where it is loaded.
    let mut rubrics = Rubrics::new(context.common.rubric.as_deref());
    let mut gathered = inputs::gather(context, &mut rubrics, &[path.to_owned()])?;
    context.warn(&gathered.warnings);
    let found = gathered.sheets.len();
    let sheet = gathered.sheets.pop().filter(|_| found == 1);
    let Some(sheet) = sheet else { return Err(Error::Usage(Misuse::OneSheet { option: "--from", found })) };
    let fault = |pointer| Problem { pointer, ..Problem::whole(&path.display().to_string(), Fault::TooLongForCell) };
    let problems: Vec<Problem> = format.too_long(&sheet).into_iter().map(fault).collect();
    if problems.is_empty() { Ok(sheet) } else { Err(Error::Input(problems)) }
}

/// The kind: as said, else by the extension of the output, else the first.
fn choose(args: &cli::Form) -> Result<&'static dyn FormFormat, Error> {
    let names = || FORMS.into_iter().map(FormFormat::name);
    if let Some(name) = &args.format {
        let lower = name.to_ascii_lowercase();
        return form::by_name(&lower).ok_or_else(|| {
            let known = names().collect::<Vec<_>>().join(", ");
            let meant = nearest(&lower, names());
            Error::Usage(Misuse::UnknownValue { option: "--format", found: name.clone(), meant, known })
        });
    }
    let regular = Some(args.output.as_path()).filter(|path| !path.exists() || path.is_file());
    let Some(extension) = regular.and_then(|path| path.extension()).and_then(|extension| extension.to_str()) else {
        return Ok(FORMS[0]);
    };
    form::by_extension(extension).ok_or_else(|| {
        let mut extensions: Vec<&str> = FORMS.iter().map(|format| format.extension()).collect();
        extensions.dedup();
        let known = extensions.iter().map(|extension| format!(".{extension}")).collect::<Vec<_>>().join(", ");
        let meant = nearest(extension, extensions);
        Error::Usage(Misuse::UnknownExtension { extension: extension.to_owned(), meant, known })
    })
}

/// An option that a kind does not know would be a wish that is silently not granted.
fn check_options(args: &cli::Form, format: &dyn FormFormat) -> Result<(), Error> {
    let refuse = |option, knows: fn(&dyn FormFormat) -> bool| {
        let formats: Vec<&str> = FORMS.into_iter().filter(|format| knows(*format)).map(FormFormat::name).collect();
        Err(Error::Usage(Misuse::OptionOfOtherFormat { option, format: format.name(), formats: formats.join(", ") }))
    };
    if args.large && !format.has_large_print() {
        return refuse("--large", |format| format.has_large_print());
    }
    if args.by_perspective && !format.has_perspectives() {
        return refuse("--by-perspective", |format| format.has_perspectives());
    }
    if args.from.is_some() && !format.takes_answers() {
        return refuse("--from", |format| format.takes_answers());
    }
    Ok(())
}

/// A perspective of the rubric.
fn perspective(loaded: &Loaded, found: &str) -> Result<String, Error> {
    let lower = found.trim().to_lowercase();
    let ids = || loaded.rubric.perspectives.iter().map(|perspective| perspective.id.as_str());
    if ids().any(|known| known == lower) {
        return Ok(lower);
    }
    if loaded.rubric.perspectives.is_empty() {
        return Err(Error::Usage(Misuse::NoPerspectives));
    }
    let known = ids().collect::<Vec<_>>().join(", ");
    let meant = nearest(&lower, ids());
    Err(Error::Usage(Misuse::UnknownValue { option: "--perspective", found: found.to_owned(), meant, known }))
}

/// All languages of the rubric, the one that was asked for first.
fn languages(context: &Context, loaded: &Loaded) -> Result<Vec<Language>, Error> {
    let (first, other) = loaded.texts(context.language())?;
    if let Some(used) = other {
        let fault = Fault::LanguageNotInRubric { wanted: context.language().to_owned(), used };
        context.warn(&[Problem::warning(&loaded.rubric.id, String::new(), fault)]);
    }
    let mut all = vec![first];
    for tag in loaded.languages() {
        if tag != all[0].language {
            all.push(loaded.texts(tag)?.0);
        }
    }
    let with_words = |texts: crate::model::Texts| {
        let words = words_for(&texts.language).unwrap_or_else(crate::text::english);
        Language { texts, words }
    };
    Ok(all.into_iter().map(with_words).collect())
}
