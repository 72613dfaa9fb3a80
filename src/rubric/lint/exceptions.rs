//! Exceptions from the lint: the file `lint.json` in a rubric's folder, each entry with its reason.

use crate::error::lint::Lint;
use crate::error::{Error, Fault, Kind, Problem, Severity};
use crate::files;
use crate::rubric::{Loaded, SourceFile, built_in};
use crate::tree::{Fields, Node, Reading, check_format, decode, unknown};
use std::borrow::Cow;

/// The format of the file.
const FORMAT: &str = "coprod/lint/1";
const KEYS: [&str; 5] = ["code", "language", "word", "pointer", "reason"];

/// What is allowed.
#[derive(Debug, Default)]
pub struct Exceptions {
    file: Option<SourceFile>,
    allowed: Vec<Allowed>,
    problems: Vec<Problem>,
}

#[derive(Debug)]
struct Allowed {
    code: String,
    language: Option<String>,
    word: Option<String>,
    pointer: Option<String>,
}

/// Reads the exceptions of a rubric; a single file has none.
///
/// # Errors
/// A file that is there and cannot be read. What is wrong in it becomes findings.
pub fn read(loaded: &Loaded) -> Result<Exceptions, Error> {
    let Some((name, text)) = source(loaded)? else { return Ok(Exceptions::default()) };
    let file = SourceFile { name, text, language: None };
    let reading = Reading::new(&file.name, &file.text, 1);
    let mut allowed = Vec::new();
    let problems = match reading.parse() {
        Err(problem) => vec![problem],
        Ok(value) => {
            entries(&reading, &Node::root(&value), &mut allowed);
            reading.into_problems()
        }
    };
    Ok(Exceptions { allowed, problems, file: Some(file) })
}

/// Name and text of the file of exceptions, if there is one.
///
/// # Errors
/// A file that is there and cannot be read.
pub fn source(loaded: &Loaded) -> Result<Option<(String, Cow<'static, str>)>, Error> {
    if let Some(folder) = &loaded.folder {
        let path = folder.join("lint.json");
        if !path.exists() {
            return Ok(None);
        }
        let (bytes, name) = (files::read(&path)?, path.display().to_string());
        let text = decode(&name, &bytes)?.to_owned();
        return Ok(Some((name, Cow::Owned(text))));
    }
    let of_the_program = loaded.is_built_in().then(|| built_in(&loaded.rubric.id)).flatten();
    Ok(of_the_program.map(|rubric| (format!("rubrics/{}/lint.json", rubric.id), Cow::Borrowed(rubric.exceptions))))
}

fn entries(reading: &Reading, root: &Node, allowed: &mut Vec<Allowed>) {
    let Some(fields) = root.fields(reading) else { return };
    if !check_format(reading, &fields, FORMAT) {
        return;
    }
    fields.only(reading, &["format", "allow"], false);
    let Some(node) = fields.need(reading, "allow") else { return };
    let Some(elements) = node.elements(reading) else { return };
    for element in elements {
        let Some(fields) = element.fields(reading) else { continue };
        fields.only(reading, &KEYS, false);
        let _ = fields.need(reading, "reason").and_then(|node| node.filled_text(reading));
        if fields.get("word").is_none() && fields.get("pointer").is_none() {
            reading.error(&element, Fault::MissingKey { key: "word".to_owned() });
        }
        allowed.extend(entry(reading, &fields));
    }
}

fn entry(reading: &Reading, fields: &Fields) -> Option<Allowed> {
    let node = fields.need(reading, "code")?;
    let code = node.text(reading)?;
    if !Lint::CODES.contains(&code) {
        unknown(reading, &node, Kind::Kind, code, &Lint::CODES);
    }
    let text = |key| fields.get(key).and_then(|node| node.text(reading).map(str::to_owned));
    let word = text("word").map(|word| word.to_lowercase());
    Some(Allowed { code: code.to_owned(), language: text("language"), word, pointer: text("pointer") })
}

impl Exceptions {
    /// The file that they are from.
    pub fn file(&self) -> Option<&SourceFile> {
        self.file.as_ref()
    }

    /// Takes out what is allowed, and adds what is wrong with the exceptions; one that allows nothing is a warning, so
    /// that the list does not outlive its reasons.
    pub fn apply(&self, loaded: &Loaded, found: &mut Vec<Problem>) {
        let mut used = vec![false; self.allowed.len()];
        found.retain(|problem| {
            let Fault::Lint(lint) = &problem.fault else { return true };
            let file = loaded.files().iter().find(|file| file.name == problem.file);
            let language = file.and_then(|file| file.language.as_deref());
            let fits = |allowed: &Allowed| {
                allowed.code == lint.code()
                    && allowed.language.as_deref().is_none_or(|tag| Some(tag) == language)
                    && allowed
                        .word
                        .as_ref()
                        .is_none_or(|word| lint.word().is_some_and(|own| own.to_lowercase() == *word))
                    && allowed.pointer.as_ref().is_none_or(|pointer| is_at(&problem.pointer, pointer))
            };
            let mut kept = true;
            for (allowed, used) in self.allowed.iter().zip(&mut used).filter(|(allowed, _)| fits(allowed)) {
                let _ = allowed;
                (*used, kept) = (true, false);
            }
            kept
        });
        found.extend(self.problems.iter().cloned());
        let Some(file) = self.file.as_ref().filter(|_| self.problems.is_empty()) else { return };
        for (index, allowed) in self.allowed.iter().enumerate().filter(|(index, _)| !used[*index]) {
            let lint = Lint::UnusedException { code: allowed.code.clone() };
            found.push(super::finding(Severity::Warning, &file.name, format!("/allow/{index}"), lint));
        }
    }
}

/// Whether a finding is at the pointer or inside of what it points at.
fn is_at(found: &str, pointer: &str) -> bool {
    found.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
