//! Options against the rubric and against a file that is there already.

use crate::cli::Assess;
use crate::error::{Error, Misuse, nearest};
use crate::interview::intake::WHOLE;
use crate::interview::session::order;
use crate::model::{Rubric, Sheet, is_id};
use std::path::Path;

/// The perspective that an option means; `None`: the whole organisation.
///
/// # Errors
/// One that the rubric does not have.
pub fn perspective(text: &str, rubric: &Rubric) -> Result<Option<String>, Error> {
    let lower = text.trim().to_lowercase();
    if lower == WHOLE {
        return Ok(None);
    }
    let known = || rubric.perspectives.iter().map(|one| one.id.as_str()).chain([WHOLE]);
    let any = rubric.perspectives.is_empty() && is_id(&lower);
    if any || known().any(|id| id == lower) {
        return Ok(Some(lower));
    }
    Err(Error::Usage(unknown("--perspective", text, known)))
}

fn unknown<'a, I: Iterator<Item = &'a str>>(option: &'static str, found: &str, known: impl Fn() -> I) -> Misuse {
    let meant = nearest(found, known());
    let known = known().collect::<Vec<_>>().join(", ");
    Misuse::UnknownValue { option, found: found.to_owned(), meant, known }
}

/// Checks that `--questions` names questions of the rubric.
///
/// # Errors
/// Those that the rubric does not have.
pub fn questions(args: &Assess, rubric: &Rubric) -> Result<(), Error> {
    // An empty list is no wish for all of them.
    if !args.questions.is_empty() && names(args).next().is_none() {
        return Err(Error::Usage(Misuse::NothingToAsk));
    }
    let known = || rubric.questions.iter().map(|question| question.id.as_str());
    let wrong: Vec<Misuse> = names(args)
        .filter(|name| rubric.question(name).is_none())
        .map(|name| unknown("--questions", &name, known))
        .collect();
    if wrong.is_empty() { Ok(()) } else { Err(Error::Usage(Misuse::together(wrong))) }
}

fn names(args: &Assess) -> impl Iterator<Item = String> + '_ {
    args.questions.iter().map(|name| name.trim().to_lowercase()).filter(|name| !name.is_empty())
}

/// The questions that are asked of a sheet, in order.
///
/// # Errors
/// Questions were named that are not asked of its perspective in its setting, or none is left.
pub fn asked(args: &Assess, rubric: &Rubric, sheet: &Sheet) -> Result<Vec<usize>, Error> {
    questions(args, rubric)?;
    let mut asked = order(rubric, sheet.perspective.as_deref(), sheet.organisation.setting.as_deref());
    let wanted: Vec<usize> = names(args).filter_map(|name| rubric.question(&name)).collect();
    let missing: Vec<&str> = wanted
        .iter()
        .filter(|index| !asked.contains(index))
        .filter_map(|&index| rubric.questions.get(index).map(|question| question.id.as_str()))
        .collect();
    if !missing.is_empty() {
        return Err(Error::Usage(Misuse::NotAsked { questions: missing.join(", ") }));
    }
    asked.retain(|index| wanted.is_empty() || wanted.contains(index));
    if args.only.is_some() {
        asked.retain(|&index| rubric.questions.get(index).is_some_and(|question| question.essential));
    }
    if asked.is_empty() { Err(Error::Usage(Misuse::NothingToAsk)) } else { Ok(asked) }
}

/// Checks the options against a sheet that is there already, and adds what the sheet does not say yet.
///
/// # Errors
/// An option that contradicts the file.
pub fn complete(args: &Assess, sheet: &mut Sheet, rubric: &Rubric, path: &Path) -> Result<(), Error> {
    let contradicts = |option, given: &str, has: Option<&str>| {
        let path = path.display().to_string();
        Error::Usage(Misuse::Contradicts { option, given: given.to_owned(), path, has: has.map(str::to_owned) })
    };
    if let Some(given) = &args.perspective {
        let wanted = perspective(given, rubric)?;
        if wanted != sheet.perspective {
            let has = sheet.perspective.as_deref().unwrap_or(WHOLE);
            return Err(contradicts("--perspective", given, Some(has)));
        }
    }
    let organisation = &mut sheet.organisation;
    if let Some(given) = args.organisation.as_ref().filter(|given| **given != organisation.name) {
        return Err(contradicts("--organisation", given, Some(&organisation.name)));
    }
    for (option, given, has) in [
        ("--sector", &args.sector, &mut organisation.sector),
        ("--size", &args.size, &mut organisation.size),
        ("--setting", &args.setting, &mut organisation.setting),
    ] {
        let Some(given) = given.as_ref().filter(|given| !given.trim().is_empty()) else { continue };
        match has {
            Some(has) if has != given => return Err(contradicts(option, given, Some(has))),
            Some(_) => {}
            None => *has = Some(given.clone()),
        }
    }
    if let Some(given) = args.respondent.as_deref().filter(|given| Some(*given) != sheet.respondent.as_deref()) {
        return Err(contradicts("--respondent", given, sheet.respondent.as_deref()));
    }
    if let Some(given) = args.joint {
        match sheet.people {
            None if sheet.respondent.is_none() => sheet.people = Some(given),
            Some(people) if people == given => {}
            people => {
                let has = people.map(|people| people.to_string());
                return Err(contradicts("--joint", &given.to_string(), has.as_deref()));
            }
        }
    }
    match &args.date {
        Some(given) if !given.starts_with(sheet.date.as_str()) => Err(contradicts("--date", given, Some(&sheet.date))),
        _ => Ok(()),
    }
}
