//! `coprod rubric lint`: every problem of a rubric at once.

use super::{Context, output};
use crate::error::{Error, Severity};
use crate::exit::Exit;
use crate::formats::findings::{Findings, write_github, write_json, write_lines};
use crate::rubric::{self, Loaded, lint};
use std::path::Path;

/// Checks a rubric and writes what was found; errors inside a readable rubric end with 1.
///
/// # Errors
/// What cannot be read, or is no rubric.
pub fn run(context: &Context, path: &Path, format: &str) -> Result<Exit, Error> {
    let name = path.display().to_string();
    let structure = rubric::structure_file(path).display().to_string();
    let (rubric, report) = match load(path) {
        Ok(loaded) => {
            context.tell_rubric(&loaded);
            let report = lint::lint(&loaded)?;
            (Some((loaded.rubric.id.clone(), loaded.rubric.version.to_string())), report)
        }
        Err(Error::Input(problems)) if !lint::is_no_rubric(&structure, &problems) => {
            (None, lint::Report { findings: problems, readability: Vec::new() })
        }
        Err(error) => return Err(error),
    };
    let found = Findings {
        name: &name,
        rubric: rubric.as_ref().map(|(id, version)| (id.as_str(), version.clone())),
        findings: &report.findings,
        readability: &report.readability,
    };
    let mut bytes = Vec::new();
    let write = match format {
        "json" => write_json,
        "github" => write_github,
        _ => write_lines,
    };
    write(&found, context.words, &mut bytes).map_err(Error::output)?;
    output::write(context, None, &bytes, None)?;
    let failed = report.findings.iter().any(|problem| problem.severity == Severity::Error);
    Ok(if failed { Exit::NotMet } else { Exit::Success })
}

/// A path, or where there is none of that name, a built-in rubric.
fn load(path: &Path) -> Result<Loaded, Error> {
    match path.to_str().and_then(rubric::built_in).filter(|_| !path.exists()) {
        Some(built_in) => built_in.load(),
        None => rubric::load_path(path),
    }
}
