//! Findings of a check: one a line for people, JSON for programs, annotations for GitHub's workflows.

use crate::error::lint::Readability;
use crate::error::{Problem, Severity};
use crate::text::{Words, harmless};
use serde::Serialize;
use std::io::{self, Write};

/// The format of the JSON.
const FORMAT: &str = "coprod/lint-result/1";

/// What was checked, and what was found.
#[derive(Debug)]
pub struct Findings<'a> {
    /// What the user named.
    pub name: &'a str,
    /// Id and version of the rubric, if it could be read.
    pub rubric: Option<(&'a str, String)>,
    /// The findings in their order.
    pub findings: &'a [Problem],
    /// How hard the texts are to read.
    pub readability: &'a [Readability],
}

impl Findings<'_> {
    /// How many are errors.
    pub fn errors(&self) -> usize {
        self.findings.iter().filter(|problem| problem.severity == Severity::Error).count()
    }

    fn warnings(&self) -> usize {
        self.findings.len() - self.errors()
    }
}

/// Writes one finding a line, how hard the texts are to read, and the sum.
///
/// # Errors
/// Only those of `out`.
pub fn write_lines(found: &Findings, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    for problem in found.findings {
        let severity = match problem.severity {
            Severity::Error => words.program.error,
            Severity::Warning => words.program.warning,
        };
        writeln!(out, "{severity}: {} [{}]", words.problem(problem), problem.fault.code())?;
    }
    for measured in found.readability {
        writeln!(out, "{}", (words.rubric.readability)(measured))?;
    }
    let (errors, warnings) = (found.errors(), found.warnings());
    if errors + warnings == 0 {
        return writeln!(out, "{}", (words.program.lint_clean)(&harmless(found.name)));
    }
    writeln!(out, "{}", (words.program.lint_found)(errors, warnings))
}

#[derive(Serialize)]
struct Root<'a> {
    format: &'static str,
    tool: Tool,
    rubric: Option<RubricPart<'a>>,
    counts: Counts,
    readability: Vec<ReadabilityPart<'a>>,
    findings: Vec<FindingPart<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct RubricPart<'a> {
    id: &'a str,
    version: &'a str,
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct ReadabilityPart<'a> {
    language: &'a str,
    texts: &'static str,
    words: usize,
    flesch: f64,
    lix: f64,
}

#[derive(Serialize)]
struct FindingPart<'a> {
    severity: &'static str,
    code: &'static str,
    file: &'a str,
    pointer: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
}

/// Writes `coprod/lint-result/1`; messages are in the program's language, codes stay the same in all.
///
/// # Errors
/// Only those of `out`.
pub fn write_json(found: &Findings, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    // More digits than the texts can carry would only make the file change with every comma.
    let round = |value: f64| (value * 10.0).round() / 10.0;
    let readability = found.readability.iter().map(|measured| ReadabilityPart {
        language: &measured.language,
        texts: if measured.easy { "easy" } else { "plain" },
        words: measured.words,
        flesch: round(measured.flesch),
        lix: round(measured.lix),
    });
    let findings = found.findings.iter().map(|problem| FindingPart {
        severity: name_of(problem.severity),
        code: problem.fault.code(),
        file: &problem.file,
        pointer: &problem.pointer,
        line: problem.place.map(|place| place.line),
        column: problem.place.map(|place| place.column),
        message: harmless(&(words.fault)(&problem.fault)),
    });
    let root = Root {
        format: FORMAT,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        rubric: found.rubric.as_ref().map(|(id, version)| RubricPart { id, version }),
        counts: Counts { errors: found.errors(), warnings: found.warnings() },
        readability: readability.collect(),
        findings: findings.collect(),
    };
    let text = serde_json::to_string_pretty(&root).map_err(io::Error::other)?;
    writeln!(out, "{}", super::escape::ascii_controls(&text))
}

fn name_of(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Writes workflow commands: GitHub shows each beside its line.
///
/// # Errors
/// Only those of `out`.
pub fn write_github(found: &Findings, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    for problem in found.findings {
        let mut properties = format!("file={}", property(&problem.file));
        if let Some(place) = problem.place {
            properties.push_str(&format!(",line={},col={}", place.line, place.column));
        }
        properties.push_str(&format!(",title={}", property(problem.fault.code())));
        let at = if problem.pointer.is_empty() { String::new() } else { format!("{}: ", problem.pointer) };
        let message = data(&format!("{at}{}", (words.fault)(&problem.fault)));
        writeln!(out, "::{} {properties}::{message}", name_of(problem.severity))?;
    }
    Ok(())
}

/// A message of a workflow command: one line, whose percent signs are no escapes.
pub fn data(text: &str) -> String {
    harmless(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command: it ends at a comma or colon.
pub fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::lint::Lint;
    use crate::error::{Fault, Place};
    use crate::text::english;

    #[test]
    fn annotations_escape_what_would_end_them() {
        let problem = Problem {
            file: "a,b:c%.json\n::error::x".into(),
            place: Some(Place { line: 3, column: 7 }),
            pointer: "/x".into(),
            cell: None,
            fault: Fault::Lint(Lint::Markup { found: "50%\n::warning::".into() }),
            severity: Severity::Error,
        };
        let found = Findings { name: "x", rubric: None, findings: &[problem], readability: &[] };
        let mut out = Vec::new();
        write_github(&found, english(), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text.lines().count(), 1, "{text}");
        assert!(
            text.starts_with("::error file=a%2Cb%3Ac%25.json %3A%3Aerror%3A%3Ax,line=3,col=7,title=markup::/x: "),
            "{text}"
        );
        assert!(text.contains("`50%25 ::warning::`"), "{text}");
    }
}
