//! Rubrics: the built-in ones and a consultant's own, loaded and checked.

mod builtin;
pub mod copy;
mod coverage;
pub mod lint;
mod questions;
mod replaces;
mod rewrite;
mod structure;
mod texts;
mod values;

pub use builtin::{BUILTIN, BuiltIn};

use crate::error::{Error, Fault, Misuse, Problem, Severity, nearest};
use crate::files;
use crate::model::{Rubric, Texts, order};
use crate::tree::{Node, Reading, decode};
use jsonc_parser::ast::Value;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// A rubric that has been read, with what was doubtful about it and where its words are.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The structure.
    pub rubric: Rc<Rubric>,
    /// Warnings, for example about a cell without a question.
    pub warnings: Vec<Problem>,
    words: Words,
    files: Vec<SourceFile>,
    folder: Option<PathBuf>,
}

/// A file of a rubric as it was read, so that a finding can say where in it, and a copy can be made of it.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its name as the user gave it; for a built-in rubric, as it is called in the source tree.
    pub name: String,
    /// Its text, without a byte order mark.
    pub text: Cow<'static, str>,
    /// The language of a file of texts; `None`: the structure.
    pub language: Option<String>,
}

#[derive(Debug, Clone)]
enum Words {
    /// Parsed when asked for: a start should not pay for a language it does not show.
    BuiltIn(&'static BuiltIn),
    /// Checked and parsed with the structure.
    Own(Vec<Texts>),
}

impl Loaded {
    /// The texts in the wanted language: that one, else its language without region, else English, else the rubric's
    /// first. The second value is the language used if it is not the wanted one.
    ///
    /// # Errors
    /// Only if a built-in text is broken, which the tests rule out.
    pub fn texts(&self, wanted: &str) -> Result<(Texts, Option<String>), Error> {
        self.texts_by(wanted, BuiltIn::texts)
    }

    /// The same for somebody who may do without the words of the questions: those that come with the program are read
    /// when they are first asked for.
    ///
    /// # Errors
    /// As [`Loaded::texts`].
    pub fn texts_as_needed(&self, wanted: &str) -> Result<(Texts, Option<String>), Error> {
        self.texts_by(wanted, BuiltIn::texts_as_needed)
    }

    fn texts_by(
        &self,
        wanted: &str,
        read: fn(&'static BuiltIn, &Rc<Rubric>, &str) -> Result<Texts, Error>,
    ) -> Result<(Texts, Option<String>), Error> {
        let languages = self.languages();
        let base = wanted.split('-').next().unwrap_or(wanted);
        let used = [wanted, base, "en"].into_iter().find(|tag| languages.contains(tag));
        let used = used.or(languages.first().copied()).unwrap_or("en").to_owned();
        let texts = match &self.words {
            Words::Own(all) => all.iter().find(|texts| texts.language == used).cloned().unwrap_or_default(),
            Words::BuiltIn(built_in) => read(built_in, &self.rubric, &used)?,
        };
        let other = if used == wanted || used == base { None } else { Some(used) };
        Ok((texts, other))
    }

    /// The files: the structure first, then the texts that are not in it, a language each.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// The text of the exceptions from the lint, if there are any.
    pub fn exceptions(&self) -> Option<Result<String, Error>> {
        lint::exceptions_of(self).transpose()
    }

    /// Whether it came with the program.
    pub fn is_built_in(&self) -> bool {
        matches!(self.words, Words::BuiltIn(_))
    }

    /// Where the texts of a language are: the file, and the pointer of the texts in it.
    fn place_of_texts(&self, language: &str) -> (&str, String) {
        let own = self.files.iter().find(|file| file.language.as_deref() == Some(language));
        match (own, self.files.first()) {
            (Some(file), _) => (&file.name, String::new()),
            (None, Some(file)) => (&file.name, format!("/texts/{language}")),
            (None, None) => ("", String::new()),
        }
    }

    /// The languages whose texts exist.
    pub fn languages(&self) -> Vec<&str> {
        match &self.words {
            Words::Own(all) => all.iter().map(|texts| texts.language.as_str()).collect(),
            Words::BuiltIn(built_in) => built_in.texts.iter().map(|(language, _)| *language).collect(),
        }
    }
}

/// The built-in rubric with this id.
pub fn built_in(id: &str) -> Option<&'static BuiltIn> {
    BUILTIN.iter().find(|built_in| built_in.id == id)
}

/// Loads the rubric that the user names: the id of a built-in one, or a path to a folder or a file.
///
/// # Errors
/// An unknown id (a usage error), a path that cannot be read, or all problems of an invalid rubric.
pub fn load(name: &str) -> Result<Loaded, Error> {
    if let Some(built_in) = built_in(name) {
        return built_in.load();
    }
    let path = Path::new(name);
    let looks_like_a_path = name.contains(['/', '\\', '.']) || path.exists();
    if looks_like_a_path {
        return load_path(path);
    }
    let ids = || BUILTIN.iter().map(|built_in| built_in.id);
    let known = ids().collect::<Vec<_>>().join(", ");
    Err(Error::Usage(Misuse::UnknownRubric { found: name.to_owned(), meant: nearest(name, ids()), known }))
}

/// The file that holds the structure of the rubric at `path`: `rubric.json` in a folder, or the file itself.
pub fn structure_file(path: &Path) -> PathBuf {
    if path.is_dir() { path.join("rubric.json") } else { path.to_owned() }
}

/// Loads a rubric from a folder with `rubric.json` and one file of texts per language, or from a single file.
///
/// # Errors
/// A path that cannot be read, or all problems of an invalid rubric.
pub fn load_path(path: &Path) -> Result<Loaded, Error> {
    let file = structure_file(path);
    // The parent of a bare name is the empty path, where nothing can be found.
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = Some(parent.unwrap_or(Path::new(".")).to_owned());
    let bytes = files::read(&file)?;
    let name = file.display().to_string();
    let text = decode(&name, &bytes)?;
    let reading = Reading::new(&name, text, 1);
    let value = reading.parse()?;
    let root = Node::root(&value);
    let Some(mut rubric) = structure::read(&reading, &root) else { return Err(Error::Input(reading.into_problems())) };
    rubric.digest = digest(&value);
    if !reading.failed() {
        warn_of_empty_cells(&reading, &root, &rubric);
    }
    let inline = root.child("texts").map(|node| inline_texts(&reading, &node, &rubric));
    let mut problems = reading.into_problems();
    let mut files = vec![SourceFile { name: name.clone(), text: Cow::Owned(text.to_owned()), language: None }];
    let words = match inline {
        Some(words) => words,
        None => {
            let folder = folder.as_deref().unwrap_or(Path::new("."));
            folder_texts(folder, &name, &rubric, &mut problems, &mut files)?
        }
    };
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Error::Input(problems));
    }
    Ok(Loaded {
        rubric: Rc::new(rubric),
        warnings: problems,
        words: Words::Own(words),
        files,
        folder: folder.filter(|_| path.is_dir()),
    })
}

fn inline_texts<'t>(reading: &Reading<'t>, node: &Node<'_, 't>, rubric: &Rubric) -> Vec<Texts> {
    let Some(fields) = node.fields(reading) else { return Vec::new() };
    for language in &rubric.languages {
        if fields.get(language).is_none() {
            reading.error(fields.node(), Fault::NoTexts { language: language.clone() });
        }
    }
    fields.entries().filter_map(|(language, node)| texts::read(reading, &node, rubric, language, false)).collect()
}

/// Reads the listed languages' files and any other file of texts beside them.
fn folder_texts(
    folder: &Path,
    rubric_file: &str,
    rubric: &Rubric,
    problems: &mut Vec<Problem>,
    files: &mut Vec<SourceFile>,
) -> Result<Vec<Texts>, Error> {
    let mut languages = rubric.languages.clone();
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .map_err(|error| Error::reading(folder, error))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok()?.strip_suffix(".json").map(str::to_owned))
        .filter(|stem| stem.len() == 2 && !languages.contains(stem))
        .collect();
    order::sort(&mut found);
    languages.extend(found);
    let mut words = Vec::new();
    for language in languages {
        let file: PathBuf = folder.join(format!("{language}.json"));
        let name = file.display().to_string();
        if !file.is_file() {
            problems.push(Problem::whole(rubric_file, Fault::NoTexts { language: language.clone() }));
            continue;
        }
        let bytes = files::read(&file)?;
        match read_texts(&name, &bytes, rubric, &language) {
            Ok(texts) => {
                let text = decode(&name, &bytes)?.to_owned();
                files.push(SourceFile { name, text: Cow::Owned(text), language: Some(language) });
                words.push(texts);
            }
            Err(more) => problems.extend(more),
        }
    }
    Ok(words)
}

fn read_texts(name: &str, bytes: &[u8], rubric: &Rubric, language: &str) -> Result<Texts, Vec<Problem>> {
    let text = decode(name, bytes).map_err(|problem| vec![problem])?;
    let reading = Reading::new(name, text, 1);
    let value = reading.parse().map_err(|problem| vec![problem])?;
    texts_of(reading, &value, rubric, language)
}

fn texts_of<'t>(
    reading: Reading<'t>,
    value: &Value<'t>,
    rubric: &Rubric,
    language: &str,
) -> Result<Texts, Vec<Problem>> {
    let texts = texts::read(&reading, &Node::root(value), rubric, language, true);
    match texts {
        Some(texts) if !reading.failed() => Ok(texts),
        _ => Err(reading.into_problems()),
    }
}

fn warn_of_empty_cells(reading: &Reading, root: &Node, rubric: &Rubric) {
    for (p, principle) in rubric.principles.iter().enumerate() {
        for (l, level) in rubric.levels.iter().enumerate() {
            if rubric.cell(p, l).next().is_none() {
                let fault = Fault::EmptyCell { principle: principle.id.clone(), level: level.id.clone() };
                reading.warn(root, fault);
            }
        }
    }
}

/// Digest of what a rubric scores by: the structure with sorted keys, without white space, comments and texts, so
/// that neither an editor's line ends nor a new translation changes it.
fn digest(value: &Value) -> String {
    let mut canonical = String::new();
    write_canonical(value, true, &mut canonical);
    let mut out = String::from("sha256:");
    for byte in Sha256::digest(canonical.as_bytes()) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

fn write_canonical(value: &Value, top: bool, out: &mut String) {
    match value {
        Value::Object(object) => {
            let skipped = |name: &str| name == "comment" || (top && name == "texts");
            let mut properties: Vec<_> = object.properties.iter().filter(|p| !skipped(p.name.as_str())).collect();
            order::sort_by(&mut properties, |a, b| a.name.as_str().cmp(b.name.as_str()));
            out.push('{');
            for property in properties {
                write_text(property.name.as_str(), out);
                out.push(':');
                write_canonical(&property.value, false, out);
                out.push(',');
            }
            out.push('}');
        }
        Value::Array(array) => {
            out.push('[');
            for element in &array.elements {
                write_canonical(element, false, out);
                out.push(',');
            }
            out.push(']');
        }
        Value::StringLit(literal) => write_text(&literal.value, out),
        Value::NumberLit(literal) => out.push_str(literal.value),
        Value::BooleanLit(literal) => out.push_str(if literal.value { "true" } else { "false" }),
        Value::NullKeyword(_) => out.push_str("null"),
    }
}

fn write_text(text: &str, out: &mut String) {
    // The length in front keeps two different texts from reading alike.
    let _ = write!(out, "{}", text.len());
    out.push('"');
    out.push_str(text);
    out.push('"');
}
