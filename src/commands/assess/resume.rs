//! A sheet that is there already: read, checked against the options, and taken over into another rubric where that
//! continues the old one.

use super::ending::Ending;
use super::{Autosave, Interview, resolve};
use crate::cli::Assess;
use crate::commands::inputs::tell_sheet;
use crate::commands::{Context, checked_date, today};
use crate::error::{Error, Fault, Misuse, nearest};
use crate::import::{NoRubric, Read, json};
use crate::model::{Answer, Given, Rubric, RubricRef, Sheet};
use crate::rubric::{self, BUILTIN, Loaded};
use crate::text::words_for;
use indexmap::IndexMap;
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
    context.tell(|words| (words.read)(&path.display().to_string(), bytes.len()));
    context.tell_rubric(given.as_ref().unwrap_or(&loaded));
    tell_sheet(context, &read);
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
        let rubric = Rc::clone(&loaded.rubric);
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
    let before = sheet.clone();
    resolve::complete(args, &mut sheet, &loaded.rubric, path)?;
    let unsaved = original.is_none() || sheet != before;
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
        unsaved,
        remark: None,
    })
}

/// Takes the answers over into a new file: the old sheet answers another questionnaire, and stays what it is. Where
/// the new file is there already, that one goes on, so that the same command always continues; what was answered in
/// the old one meanwhile is added. A file of somebody else is left alone, and the next name is taken.
fn take_over(
    context: &Context,
    args: &Assess,
    path: &Path,
    old: Sheet,
    old_rubric: &Rubric,
    new: &Loaded,
    ending: &Ending,
) -> Result<Interview, Error> {
    let name =
        if old.rubric.id == new.rubric.id { format!("v{}", new.rubric.version.major) } else { new.rubric.id.clone() };
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
    let from = path.display().to_string();
    let mut others = Vec::new();
    for count in 1..=MOST_NAMES {
        let target = target(path, &name, count);
        let (save, there) = Autosave::open(&target)?;
        let Some(bytes) = there else {
            // From here on the new file is worked on, and the old one is free again.
            ending.keep(save);
            let count = sheet.answers.values().filter(|answer| answer.given.is_some()).count();
            let begun = interview(context, args, &target, sheet, new.clone(), None)?;
            let remark = (begun.words.interview.carries_over)(&from, count, &target.display().to_string());
            return Ok(begun.remarking(&others, remark));
        };
        let (read, loaded) = read_sheet(&target, &bytes, Some(new))?;
        if !same_voice(&sheet, &read.sheet) {
            others.push(target.display().to_string());
            continue;
        }
        ending.keep(save);
        let mut there = read.sheet;
        let count = add_missing(&mut there, sheet.answers);
        let begun = interview(context, args, &target, there, loaded, serde_json::from_slice(&bytes).ok())?;
        let remark = (begun.words.interview.goes_on_in)(&from, count, &target.display().to_string());
        let unsaved = begun.unsaved || count > 0;
        return Ok(Interview { unsaved, ..begun.remarking(&others, remark) });
    }
    let path = target(path, &name, MOST_NAMES).display().to_string();
    Err(Error::Usage(Misuse::AlreadyExists { path }))
}

/// So many names are tried before the folder is called full.
const MOST_NAMES: usize = 100;

/// `quick.json` → `quick-co-production.json`, then `quick-co-production-2.json`; a new major version of the same
/// rubric: `answers-v2.json`.
fn target(path: &Path, name: &str, count: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let number = if count > 1 { format!("-{count}") } else { String::new() };
    path.with_file_name(format!("{stem}-{name}{number}.json"))
}

/// Whether two sheets are of the same questionnaire, organisation, perspective and person. A setting that only one of
/// them names does not divide them.
fn same_voice(a: &Sheet, b: &Sheet) -> bool {
    let settings = (&a.organisation.setting, &b.organisation.setting);
    let setting = !matches!(settings, (Some(a), Some(b)) if a != b);
    a.rubric.id == b.rubric.id
        && a.organisation.name == b.organisation.name
        && a.perspective == b.perspective
        && a.respondent == b.respondent
        && setting
}

/// Adds answers where the sheet has none yet, with their notes and evidence; says how many.
fn add_missing(sheet: &mut Sheet, answers: IndexMap<String, Answer>) -> usize {
    let mut count = 0;
    for (id, answer) in answers {
        let there = sheet.answers.entry(id).or_default();
        if there.given.is_some() || answer.given.is_none() {
            continue;
        }
        count += 1;
        let note = there.note.take().or(answer.note);
        let evidence = if there.evidence.is_empty() { answer.evidence } else { std::mem::take(&mut there.evidence) };
        *there = Answer { given: answer.given, note, evidence, reason: answer.reason };
    }
    count
}

impl Interview {
    /// With what is to be said before the first question.
    fn remarking(self, others: &[String], remark: String) -> Self {
        let words = &self.words.interview;
        let mut lines: Vec<String> = others.iter().map(|file| (words.of_somebody_else)(file)).collect();
        lines.push(remark);
        Self { remark: Some(lines.join("\n")), ..self }
    }
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
