//! A sheet that is there already: read, checked against the options, and taken over into another rubric where that
//! continues the old one.

use super::ending::Ending;
use super::{Autosave, Interview, resolve};
use crate::cli::Assess;
use crate::commands::{Context, checked_date, today};
use crate::error::{Error, Fault, Misuse, nearest};
use crate::import::{NoRubric, Read, json};
use crate::model::{Answer, Given, Rubric, RubricRef, Sheet};
use crate::rubric::{self, BUILTIN, Loaded};
use crate::text::words_for;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Reads the sheet in `bytes` and goes on with it.
///
/// # Errors
/// A sheet that is invalid (it stays untouched), or options that contradict it.
pub fn read(context: &Context, args: &Assess, path: &Path, bytes: &[u8], ending: &Ending) -> Result<Interview, Error> {
    let given = context.common.rubric.as_deref().map(rubric::load).transpose()?;
    let (read, loaded) = read_sheet(path, bytes, given.as_ref())?;
    let rubric = given.as_ref().map_or(&loaded.rubric, |given| &given.rubric);
    let same = read.sheet.rubric.id == rubric.id;
    if !same && !rubric.continues.contains(&read.sheet.rubric.id) {
        return Err(Error::Usage(Misuse::Contradicts {
            option: "--rubric",
            given: rubric.id.clone(),
            path: path.display().to_string(),
            has: Some(read.sheet.rubric.id),
        }));
    }
    // An empty sheet is where every interview begins.
    let doubts: Vec<_> = read.warnings.iter().filter(|one| one.fault != Fault::AllUnanswered).cloned().collect();
    context.warn(&doubts);
    if same && read.sheet.rubric.version.major == rubric.version.major {
        let original = serde_json::from_slice(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)).ok();
        return interview(context, args, path, read.sheet, given.unwrap_or(loaded), original);
    }
    take_over(context, args, path, read.sheet, &loaded.rubric, given.as_ref().unwrap_or(&loaded), ending)
}

/// Reads a sheet against the rubric that it names: that of `--rubric` if it has this id, else a built-in one.
fn read_sheet(path: &Path, bytes: &[u8], given: Option<&Loaded>) -> Result<(Read, Loaded), Error> {
    let mut used: Option<Loaded> = None;
    let mut find = |id: &str| {
        let loaded = match given.filter(|given| given.rubric.id == id) {
            Some(given) => given.clone(),
            None => match rubric::built_in(id) {
                Some(built_in) => built_in.load().map_err(NoRubric::Failed)?,
                None => return Err(NoRubric::Fault(unknown(id))),
            },
        };
        let rubric = Rc::new(loaded.rubric.clone());
        used = Some(loaded);
        Ok(rubric)
    };
    let read = json::read(&path.display().to_string(), bytes, &mut find)?;
    match used {
        Some(loaded) => Ok((read, loaded)),
        None => Err(Error::Input(read.warnings)),
    }
}

fn unknown(id: &str) -> Fault {
    let ids = || BUILTIN.iter().map(|built_in| built_in.id);
    Fault::RubricUnknown { found: id.to_owned(), meant: nearest(id, ids()), known: ids().map(str::to_owned).collect() }
}

fn interview(
    context: &Context,
    args: &Assess,
    path: &Path,
    mut sheet: Sheet,
    loaded: Loaded,
    original: Option<serde_json::Value>,
) -> Result<Interview, Error> {
    resolve::complete(args, &mut sheet, &loaded.rubric, path)?;
    // Answers to an older version of the same meaning are answers to this one.
    sheet.rubric.version = sheet.rubric.version.max(loaded.rubric.version);
    // What was asked for comes first, then what the sheet was answered in.
    let language = match &context.asked_language {
        Some(asked) => asked.clone(),
        None => sheet.language.clone().unwrap_or_else(|| context.language().to_owned()),
    };
    let words = words_for(&language).unwrap_or(context.words);
    let (texts, all) = super::texts(&loaded, &language)?;
    super::warn_of_language(context, &loaded.rubric, &texts);
    let named = context.common.rubric.clone();
    Ok(Interview {
        rubric: loaded.rubric,
        named,
        texts,
        all,
        words,
        sheet,
        original,
        path: path.to_owned(),
        remark: None,
    })
}

/// Takes the answers over into a new file: the old sheet answers another questionnaire, and stays what it is. Where
/// the new file is there already, that one goes on, so that the same command always continues.
fn take_over(
    context: &Context,
    args: &Assess,
    path: &Path,
    old: Sheet,
    old_rubric: &Rubric,
    new: &Loaded,
    ending: &Ending,
) -> Result<Interview, Error> {
    let target = target(path, &old, &new.rubric);
    let (save, there) = Autosave::open(&target)?;
    // From here on the new file is worked on, and the old one is free again.
    ending.keep(save);
    if let Some(bytes) = there {
        let (read, loaded) = read_sheet(&target, &bytes, Some(new))?;
        if read.sheet.rubric.id != new.rubric.id {
            let path = target.display().to_string();
            return Err(Error::Usage(Misuse::AlreadyExists { path }));
        }
        let original = serde_json::from_slice(&bytes).ok();
        return interview(context, args, &target, read.sheet, loaded, original);
    }
    let mut date = match args.date.as_deref() {
        Some(date) => checked_date("--date", date)?,
        None => today(args.today.as_deref())?,
    };
    if old.respondent.is_some() {
        date.truncate(7);
    }
    let answers = old.answers.iter().filter(|(id, _)| new.rubric.question(id).is_some());
    let answers = answers.filter_map(|(id, answer)| Some((id.clone(), translated(answer, old_rubric, &new.rubric)?)));
    let known = |id: &String| new.rubric.perspectives.is_empty() || new.rubric.perspectives.iter().any(|p| p.id == *id);
    let sheet = Sheet {
        rubric: RubricRef { id: new.rubric.id.clone(), version: new.rubric.version },
        answers: answers.collect(),
        perspective: old.perspective.filter(known),
        // Compared with --date below, so it is the one of the new sheet already.
        date,
        ..old
    };
    let count = sheet.answers.values().filter(|answer| answer.given.is_some()).count();
    let interview = interview(context, args, &target, sheet, new.clone(), None)?;
    let (old, new) = (path.display().to_string(), target.display().to_string());
    let remark = (interview.words.interview.carries_over)(&old, count, &new);
    Ok(Interview { remark: Some(remark), ..interview })
}

/// `quick.json` → `quick-co-production.json`; a new major version of the same rubric: `answers-v2.json`.
fn target(path: &Path, old: &Sheet, new: &Rubric) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let word = if old.rubric.id == new.id { format!("v{}", new.version.major) } else { new.id.clone() };
    path.with_file_name(format!("{stem}-{word}.json"))
}

/// An answer with its option as the new rubric numbers it; `None` where that has no such option.
fn translated(answer: &Answer, old: &Rubric, new: &Rubric) -> Option<Answer> {
    let given = match answer.given {
        Some(Given::Choice(place)) => {
            let id = &old.scale.get(place)?.id;
            Some(Given::Choice(new.scale.iter().position(|choice| choice.id == *id)?))
        }
        other => other,
    };
    Some(Answer { given, ..answer.clone() })
}
