//! From paths on the command line to the sheets of one organisation and their rubric.

mod together;

use super::Context;
use crate::error::{Error, Fault, Problem, nearest};
use crate::files;
use crate::import::{NoRubric, Read, json, round};
use crate::model::{Round, Rubric, Sheet, Texts, order};
use crate::rubric::{self, Loaded};
use crate::tree::decode;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The sheets of one organisation.
pub struct Inputs {
    /// The rubric.
    pub rubric: Rc<Rubric>,
    /// Its words in the language of the report.
    pub texts: &'static Texts,
    /// The sheets, one at least, in an order that does not depend on that of the files.
    pub sheets: Vec<Sheet>,
    /// What holds for all of them, if a file says so.
    pub round: Round,
    /// Every file that was read.
    pub files: Vec<PathBuf>,
    /// What was doubtful.
    pub warnings: Vec<Problem>,
}

/// The rubrics found so far, so that many sheets load theirs once.
pub struct Rubrics<'a> {
    /// What `--rubric` says.
    given: Option<&'a str>,
    loaded: Option<Loaded>,
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
        if self.loaded.as_ref().is_none_or(|loaded| loaded.rubric.id != id) {
            self.loaded = Some(self.load(id)?);
        }
        self.found().ok_or_else(|| NoRubric::Fault(unknown(id)))
    }

    /// Loads the rubric that a sheet names, without keeping it.
    ///
    /// # Errors
    /// As [`Rubrics::find`].
    pub fn load(&self, id: &str) -> Result<Loaded, NoRubric> {
        if let Some(given) = self.given {
            let loaded = rubric::load(given).map_err(NoRubric::Failed)?;
            if loaded.rubric.id == id {
                return Ok(loaded);
            }
            return Err(NoRubric::Fault(Fault::RubricMismatch {
                sheet: id.to_owned(),
                given: loaded.rubric.id.clone(),
            }));
        }
        match rubric::built_in(id) {
            Some(built_in) => built_in.load().map_err(NoRubric::Failed),
            None => Err(NoRubric::Fault(unknown(id))),
        }
    }

    /// The rubric that was loaded last.
    pub fn found(&self) -> Option<Rc<Rubric>> {
        self.loaded.as_ref().map(|loaded| Rc::clone(&loaded.rubric))
    }

    /// The rubric that was loaded last, with its texts.
    pub fn into_loaded(self) -> Option<Loaded> {
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
    let gathered = gather(context, &mut rubrics, paths)?;
    let (rubric, texts, mut warnings) = rubric_and_texts(context, rubrics, Loaded::texts)?;
    let Gathered { sheets, round, files, warnings: doubts } = gathered;
    warnings.extend(doubts);
    Ok(Inputs { rubric, texts, sheets, round, files, warnings })
}

/// The sheets of one assessment.
pub struct Gathered {
    /// The sheets, one at least.
    pub sheets: Vec<Sheet>,
    /// What holds for all of them.
    pub round: Round,
    /// The files that they came from.
    pub files: Vec<PathBuf>,
    /// What was doubtful.
    pub warnings: Vec<Problem>,
}

/// Reads the sheets of one assessment, and checks that they belong together.
///
/// # Errors
/// Every problem of every sheet, or what cannot be read.
pub fn gather(context: &Context, rubrics: &mut Rubrics, paths: &[PathBuf]) -> Result<Gathered, Error> {
    let (mut found, mut problems): (Vec<Read>, Vec<Problem>) = (Vec::new(), Vec::new());
    let files = files_of(paths, &["json", "jsonl"])?;
    let mut rounds: Vec<&Path> = Vec::new();
    let mut lines = false;
    for path in &files {
        match read_file(context, path, rubrics, &mut lines) {
            Ok(reads) => found.extend(reads),
            Err(error) if round::is_round(&error) => rounds.push(path),
            Err(Error::Input(more)) if is_persons(path) && (files.len() > 1 || lines) => {
                problems.extend(together::without_answers(more));
            }
            Err(Error::Input(more)) => problems.extend(more),
            Err(other) => return Err(other),
        }
    }
    problems.extend(twice(&files));
    if let [first, others @ ..] = rounds.as_slice() {
        let second = Fault::SecondRound { first: first.display().to_string() };
        problems.extend(others.iter().map(|path| Problem::whole(&path.display().to_string(), second.clone())));
        if found.is_empty() && problems.is_empty() {
            problems.push(Problem::whole(&first.display().to_string(), Fault::NoSheets));
        }
    }
    if !problems.is_empty() {
        return Err(Error::Input(problems));
    }
    together::check(&found)?;
    together::sort(&mut found);
    let Some(rubric) = rubrics.found() else { return Err(Error::Input(problems)) };
    // What one person of several answered is nobody's business, not even how much of it.
    for read in found.iter().filter(|read| found.len() == 1 || read.sheet.respondent.is_none()) {
        tell_sheet(context, read);
    }
    context.tell(|words| (words.sheets)(found.len()));
    let mut warnings = Vec::new();
    let round = match rounds.first() {
        Some(path) => read_round(path, &found, &rubric, &mut warnings)?,
        None => Round::default(),
    };
    warnings.extend(together::doubts(&found));
    warnings.extend(together::warnings(&found));
    let sheets = found.into_iter().map(|read| read.sheet).collect();
    Ok(Gathered { sheets, round, files, warnings })
}

/// How a rubric's words are read: in a wanted language; with the language used, if it is another.
pub type ReadTexts = fn(&Loaded, &str) -> Result<(Texts, Option<String>), Error>;

/// The rubric that was found, its words in the language of the report as `read` gives them, and what was doubtful
/// about it.
///
/// # Errors
/// Only where no rubric was found.
pub fn rubric_and_texts(
    context: &Context,
    rubrics: Rubrics,
    read: ReadTexts,
) -> Result<(Rc<Rubric>, &'static Texts, Vec<Problem>), Error> {
    let Some(loaded) = rubrics.into_loaded() else { return Err(Error::Input(Vec::new())) };
    context.tell_rubric(&loaded);
    let mut warnings = loaded.warnings.clone();
    let (texts, other) = read(&loaded, context.language())?;
    if let Some(used) = other {
        let fault = Fault::LanguageNotInRubric { wanted: context.language().to_owned(), used };
        warnings.push(Problem::warning(&loaded.rubric.id, String::new(), fault));
    }
    context.tell(|words| (words.texts)(&texts.language));
    // Both serve until the program ends, a moment later: to hand them back piece by piece would only cost time.
    std::mem::forget(Rc::clone(&loaded.rubric));
    Ok((loaded.rubric, Box::leak(Box::new(texts)), warnings))
}

/// Whether a file that is no valid sheet is a person's all the same; of lines, and of what can be read only once, that
/// is assumed.
fn is_persons(path: &Path) -> bool {
    let plain = path.is_file() && path.extension().is_none_or(|extension| !extension.eq_ignore_ascii_case("jsonl"));
    let sheet = || {
        let bytes = files::read(path).ok()?;
        serde_json::from_str::<serde_json::Value>(decode("", &bytes).ok()?).ok()
    };
    !plain || sheet().is_some_and(|sheet| sheet.get("respondent").is_some())
}

/// Files that are named twice, as by a folder and a file in it. Standard input runs dry by itself.
fn twice(files: &[PathBuf]) -> Vec<Problem> {
    let mut known = BTreeSet::new();
    let mut again = |path: &PathBuf| {
        let one = path.canonicalize().ok().filter(|one| one.is_file());
        one.is_some_and(|one| !known.insert(one))
    };
    let repeated = files.iter().filter(|path| again(path));
    repeated.map(|path| Problem::whole(&path.display().to_string(), Fault::SameFileTwice)).collect()
}

/// Reads what holds for all sheets; its organisation must be theirs.
fn read_round(path: &Path, found: &[Read], rubric: &Rubric, warnings: &mut Vec<Problem>) -> Result<Round, Error> {
    let name = path.display().to_string();
    let read = round::read(&name, &files::read(path)?, rubric)?;
    let sheets = found.first().map_or("", |read| read.sheet.organisation.name.as_str());
    if let Some(own) = read.organisation.filter(|own| own != sheets) {
        return Err(Problem::whole(&name, Fault::OtherOrganisation { found: own, first: sheets.to_owned() }).into());
    }
    warnings.extend(read.warnings);
    Ok(read.round)
}

/// What a sheet is, with `--verbose`.
pub fn tell_sheet(context: &Context, read: &Read) {
    let (sheet, rubric) = (&read.sheet, &read.rubric);
    let setting = sheet.organisation.setting.as_deref();
    let asked = (0..rubric.questions.len()).filter(|&index| rubric.asks(index, sheet.voice(), setting));
    let asked: Vec<&str> = asked.filter_map(|index| Some(rubric.questions.get(index)?.id.as_str())).collect();
    let answered = asked.iter().filter(|id| sheet.given(id).is_some()).count();
    context.tell(|words| (words.sheet)(&sheet.origin, sheet.voice(), answered, asked.len()));
}

/// The files that the paths name: a folder stands for its files with these extensions, in the order of their names; a
/// pattern with `*` for those that match it, since not every shell expands it.
///
/// # Errors
/// A folder without such files, or a pattern that matches none.
pub fn files_of(paths: &[PathBuf], extensions: &[&str]) -> Result<Vec<PathBuf>, Error> {
    let mut out = Vec::new();
    for path in paths {
        if path.is_dir() {
            let sheets = sheets_in(path, "*", extensions)?;
            if sheets.is_empty() {
                return Err(Problem::whole(&path.display().to_string(), Fault::NoSheets).into());
            }
            out.extend(sheets);
        } else if let Some(pattern) = path.file_name().and_then(|name| name.to_str()).filter(|name| name.contains('*'))
            && !path.exists()
        {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let sheets = sheets_in(folder, pattern, extensions)?;
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

fn sheets_in(folder: &Path, pattern: &str, extensions: &[&str]) -> Result<Vec<PathBuf>, Error> {
    let entries = std::fs::read_dir(folder).map_err(|error| Error::reading(folder, error))?;
    let mut out: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| extensions.iter().any(|known| e.eq_ignore_ascii_case(known))))
        // What is hidden was not put there to be read, such as what macOS leaves beside each file on other disks.
        .filter(|path| {
            let name = path.file_name().and_then(|name| name.to_str());
            name.is_some_and(|name| matches(pattern, name) && !name.starts_with('.'))
        })
        .collect();
    order::sort(&mut out);
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

/// Reads the sheets of a file; notes in `lines` that it holds one a line.
fn read_file(context: &Context, path: &Path, rubrics: &mut Rubrics, lines: &mut bool) -> Result<Vec<Read>, Error> {
    let name = path.display().to_string();
    let mut find = |id: &str| rubrics.find(id);
    if path == Path::new("-") {
        let bytes = files::read_stdin()?;
        if !json::looks_like_lines(&bytes) {
            return Ok(vec![json::read(&name, &bytes, &mut find)?]);
        }
        *lines = true;
        let mut text = files::Lines::new(&name, bytes.as_slice());
        return json::read_lines(&name, &mut || text.next_line(), &mut find);
    }
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("jsonl")) {
        *lines = true;
        let mut text = files::Lines::open(path)?;
        return json::read_lines(&name, &mut || text.next_line(), &mut find);
    }
    let bytes = files::read(path)?;
    context.tell(|words| (words.read)(&name, bytes.len()));
    Ok(vec![json::read(&name, &bytes, &mut find)?])
}
