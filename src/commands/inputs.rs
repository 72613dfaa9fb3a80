//! From paths on the command line to the sheets of one organisation and their rubric.

use super::Context;
use crate::error::{Error, Fault, Problem, nearest};
use crate::files;
use crate::import::{NoRubric, Read, json};
use crate::model::{Rubric, Sheet, Texts};
use crate::rubric::{self, Loaded};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The sheets of one organisation.
pub struct Inputs {
    /// The rubric.
    pub rubric: Rc<Rubric>,
    /// Its words in the language of the report.
    pub texts: Texts,
    /// The sheets, one at least.
    pub sheets: Vec<Sheet>,
    /// What was doubtful.
    pub warnings: Vec<Problem>,
}

/// The rubrics found so far, so that many sheets load theirs once.
pub struct Rubrics<'a> {
    /// What `--rubric` says.
    given: Option<&'a str>,
    loaded: Option<(Loaded, Rc<Rubric>)>,
}

impl<'a> Rubrics<'a> {
    /// Knows the built-in rubrics and the one of `--rubric`.
    pub fn new(given: Option<&'a str>) -> Self {
        Self { given, loaded: None }
    }

    /// The rubric that a sheet names: the built-in one, else that of `--rubric`, whose id must match.
    ///
    /// # Errors
    /// A rubric that does not exist, does not match or is invalid.
    pub fn find(&mut self, id: &str) -> Result<Rc<Rubric>, NoRubric> {
        if self.loaded.as_ref().is_none_or(|(_, rubric)| rubric.id != id) {
            let loaded = self.load(id)?;
            let rubric = Rc::new(loaded.rubric.clone());
            self.loaded = Some((loaded, rubric));
        }
        self.loaded.as_ref().map(|(_, rubric)| Rc::clone(rubric)).ok_or_else(|| NoRubric::Fault(unknown(id)))
    }

    fn load(&self, id: &str) -> Result<Loaded, NoRubric> {
        if let Some(given) = self.given {
            let loaded = rubric::load(given).map_err(NoRubric::Failed)?;
            if loaded.rubric.id == id {
                return Ok(loaded);
            }
            return Err(NoRubric::Fault(Fault::RubricMismatch { sheet: id.to_owned(), given: loaded.rubric.id }));
        }
        match rubric::built_in(id) {
            Some(built_in) => built_in.load().map_err(NoRubric::Failed),
            None => Err(NoRubric::Fault(unknown(id))),
        }
    }

    /// The rubric that was loaded last.
    pub fn found(&self) -> Option<Rc<Rubric>> {
        self.loaded.as_ref().map(|(_, rubric)| Rc::clone(rubric))
    }

    /// The rubric that was loaded last, with its texts.
    pub fn into_loaded(self) -> Option<(Loaded, Rc<Rubric>)> {
        self.loaded
    }
}

fn unknown(id: &str) -> Fault {
    let ids = || rubric::BUILTIN.iter().map(|built_in| built_in.id);
    let known = ids().map(str::to_owned).collect();
    Fault::RubricUnknown { found: id.to_owned(), meant: nearest(id, ids()), known }
}

/// Reads all sheets that the paths name, and checks that they belong together.
///
/// # Errors
/// Every problem of every sheet, or what cannot be read.
pub fn read(context: &Context, paths: &[PathBuf]) -> Result<Inputs, Error> {
    let mut rubrics = Rubrics::new(context.common.rubric.as_deref());
    let found = gather(&mut rubrics, paths)?;
    let (rubric, texts, mut warnings) = rubric_and_texts(context, rubrics)?;
    let mut sheets = Vec::with_capacity(found.len());
    for read in found {
        warnings.extend(read.warnings);
        sheets.push(read.sheet);
    }
    Ok(Inputs { rubric, texts, sheets, warnings })
}

/// Reads the sheets of one assessment, and checks that they belong together.
///
/// # Errors
/// Every problem of every sheet, or what cannot be read.
pub fn gather(rubrics: &mut Rubrics, paths: &[PathBuf]) -> Result<Vec<Read>, Error> {
    let (mut found, mut problems): (Vec<Read>, Vec<Problem>) = (Vec::new(), Vec::new());
    for path in files_of(paths)? {
        match read_file(&path, rubrics) {
            Ok(reads) => found.extend(reads),
            Err(Error::Input(more)) => problems.extend(more),
            Err(other) => return Err(other),
        }
    }
    if !problems.is_empty() {
        return Err(Error::Input(problems));
    }
    together(&found)?;
    Ok(found)
}

/// The rubric that was found, its words in the language of the report, and what was doubtful about it.
///
/// # Errors
/// Only where no rubric was found.
pub fn rubric_and_texts(context: &Context, rubrics: Rubrics) -> Result<(Rc<Rubric>, Texts, Vec<Problem>), Error> {
    let Some((loaded, rubric)) = rubrics.into_loaded() else { return Err(Error::Input(Vec::new())) };
    let mut warnings = loaded.warnings.clone();
    let (texts, other) = loaded.texts(context.language())?;
    if let Some(used) = other {
        let fault = Fault::LanguageNotInRubric { wanted: context.language().to_owned(), used };
        warnings.push(Problem::warning(&rubric.id, String::new(), fault));
    }
    Ok((rubric, texts, warnings))
}

/// The files that the paths name: a folder stands for its sheets in the order of their names; a pattern with `*` for
/// the files that match it, since not every shell expands it.
///
/// # Errors
/// A folder without sheets, a pattern that nothing matches, a folder that cannot be read.
pub fn files_of(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut out = Vec::new();
    for path in paths {
        if path.is_dir() {
            let sheets = sheets_in(path, "*")?;
            if sheets.is_empty() {
                return Err(Problem::whole(&path.display().to_string(), Fault::NoSheets).into());
            }
            out.extend(sheets);
        } else if let Some(pattern) = path.file_name().and_then(|name| name.to_str()).filter(|name| name.contains('*'))
            && !path.exists()
        {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let sheets = sheets_in(folder, pattern)?;
            if sheets.is_empty() {
                return Err(Error::reading(path, std::io::Error::from(std::io::ErrorKind::NotFound)));
            }
            out.extend(sheets);
        } else {
            out.push(path.clone());
        }
    }
    Ok(out)
}

fn sheets_in(folder: &Path, pattern: &str) -> Result<Vec<PathBuf>, Error> {
    let entries = std::fs::read_dir(folder).map_err(|error| Error::reading(folder, error))?;
    let mut out: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension().is_some_and(|e| e.eq_ignore_ascii_case("json") || e.eq_ignore_ascii_case("jsonl"))
        })
        .filter(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(|name| matches(pattern, name)))
        .collect();
    out.sort();
    Ok(out)
}

/// Whether a name matches a pattern in which `*` stands for any characters.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, rest)) => name.strip_prefix(start).is_some_and(|name| {
            name.char_indices().map(|(i, _)| i).chain([name.len()]).any(|i| matches(rest, &name[i..]))
        }),
    }
}

fn read_file(path: &Path, rubrics: &mut Rubrics) -> Result<Vec<Read>, Error> {
    let name = path.display().to_string();
    let mut find = |id: &str| rubrics.find(id);
    if path == Path::new("-") {
        let bytes = files::read_stdin()?;
        if !json::looks_like_lines(&bytes) {
            return Ok(vec![json::read(&name, &bytes, &mut find)?]);
        }
        let mut lines = files::Lines::new(&name, bytes.as_slice());
        return json::read_lines(&name, &mut || lines.next_line(), &mut find);
    }
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("jsonl")) {
        let mut lines = files::Lines::open(path)?;
        return json::read_lines(&name, &mut || lines.next_line(), &mut find);
    }
    Ok(vec![json::read(&name, &files::read(path)?, &mut find)?])
}

/// Checks that sheets may stand in one report.
fn together(found: &[Read]) -> Result<(), Error> {
    let Some(first) = found.first() else { return Ok(()) };
    let mut problems = Vec::new();
    let mut voices = std::collections::BTreeSet::new();
    for read in found {
        let (sheet, other) = (&read.sheet, &first.sheet);
        let mut add = |fault| problems.push(Problem::whole(&sheet.origin, fault));
        if sheet.rubric.id != other.rubric.id {
            add(Fault::OtherRubric { found: sheet.rubric.id.clone(), first: other.rubric.id.clone() });
        }
        if sheet.organisation.name != other.organisation.name {
            let names = (sheet.organisation.name.clone(), other.organisation.name.clone());
            add(Fault::OtherOrganisation { found: names.0, first: names.1 });
        }
        match &sheet.respondent {
            Some(respondent) if found.len() > 1 => add(Fault::PersonAmongSheets { respondent: respondent.clone() }),
            Some(_) => {}
            None => {
                if !voices.insert(sheet.voice()) {
                    add(Fault::SamePerspectiveTwice { perspective: sheet.perspective.clone() });
                }
            }
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
}
