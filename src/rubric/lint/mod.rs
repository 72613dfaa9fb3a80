//! What a readable rubric could do better: coverage, translations, language, hidden characters.
//!
//! | what | where |
//! |---|---|
//! | coverage rules, cells, sources | `structure` |
//! | what one language has and another lacks | `translations` |
//! | hidden characters and markup | `characters` |
//! | every text with its place and kind | `passages` |
//! | sentences and words | `sentences` |
//! | the rules of easy language | `language`, and a file a language |
//! | how hard the whole is to read | `readability` |
//! | exceptions with their reasons | `exceptions` |
//! | line and column of a finding | `places` |

mod characters;
mod english;
mod exceptions;
mod german;
mod language;
mod passages;
mod places;
mod readability;
mod sentences;
mod structure;
mod translations;

use super::Loaded;
use crate::error::lint::{Lint, Readability};
use crate::error::{Error, Fault, Problem, Severity};
use crate::model::Texts;

/// What the lint says of a rubric.
#[derive(Debug, Clone)]
pub struct Report {
    /// The findings, in the order of the files and of their lines.
    pub findings: Vec<Problem>,
    /// How hard the texts of each language are to read, where there is enough text to say.
    pub readability: Vec<Readability>,
}

/// A finding whose line is not yet known.
fn finding(severity: Severity, file: &str, pointer: String, lint: Lint) -> Problem {
    Problem { pointer, severity, ..Problem::whole(file, Fault::Lint(lint)) }
}

/// Looks at everything that a readable rubric could do better.
///
/// # Errors
/// A built-in rubric that is broken, or a file of exceptions that cannot be read.
pub fn lint(loaded: &Loaded) -> Result<Report, Error> {
    let languages = loaded.languages().into_iter();
    let texts = languages.map(|tag| Ok(loaded.texts(tag)?.0)).collect::<Result<Vec<Texts>, Error>>()?;
    let mut found = loaded.warnings.clone();
    structure::check(loaded, &mut found);
    translations::check(loaded, &texts, &mut found);
    for file in loaded.files() {
        characters::check(file, &mut found)?;
    }
    let mut readability = Vec::new();
    for texts in &texts {
        let passages = passages::of(loaded, texts);
        language::check(&texts.language, &passages, &mut found);
        readability.extend(readability::measure(&texts.language, &passages));
    }
    for measured in &readability {
        let (file, pointer) = loaded.place_of_texts(&measured.language);
        found.extend(measured.findings().map(|lint| finding(Severity::Warning, file, pointer.clone(), lint)));
    }
    let exceptions = exceptions::read(loaded)?;
    exceptions.apply(loaded, &mut found);
    places::fill(loaded, exceptions.file(), &mut found);
    Ok(Report { findings: found, readability })
}

/// The text of a rubric's file of exceptions, if it has one.
pub(super) fn exceptions_of(loaded: &Loaded) -> Result<Option<String>, Error> {
    Ok(exceptions::source(loaded)?.map(|(_, text)| text.into_owned()))
}

/// Whether problems say that `file`, the structure's, is no rubric at all, so that there is no inside to find errors
/// in. A text file beside it that is no JSON is an error inside.
pub fn is_no_rubric(file: &str, problems: &[Problem]) -> bool {
    let of_the_whole = |problem: &Problem| match &problem.fault {
        Fault::Utf16 | Fault::NotUtf8 { .. } | Fault::EmptyFile | Fault::NotJson { .. } | Fault::TooLarge { .. } => {
            true
        }
        Fault::NoFormat { .. } | Fault::OtherFormat { .. } => true,
        Fault::Expected { .. } => problem.pointer.is_empty() || problem.pointer == "/format",
        _ => false,
    };
    problems.iter().any(|problem| problem.file == file && of_the_whole(problem))
}
