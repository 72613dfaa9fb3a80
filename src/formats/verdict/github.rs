//! GitHub's workflows: an annotation for each rule that is not met, and a job summary in Markdown.

use super::super::findings::{data, property};
use super::super::markdown::write_document;
use crate::model::gate::Rule;
use crate::report::verdict::{Outcome, VerdictReport};
use std::io::{self, Write};

/// Writes workflow commands: an error for a rule that is not met, a warning for one that is excepted and for whatever
/// was doubtful, and a notice with the result.
///
/// # Errors
/// Only those of `out`.
pub fn write(verdict: &VerdictReport, out: &mut dyn Write) -> io::Result<()> {
    // Answers that came from a pipe are no file of the repository.
    let place =
        |file: &str| if file == "-" || file.is_empty() { String::new() } else { format!("file={},", property(file)) };
    for judged in &verdict.verdict.rules {
        let kind = match verdict.outcome(judged) {
            Outcome::Met => continue,
            Outcome::NotMet => "error",
            Outcome::Excepted => "warning",
        };
        let title = property(&format!("coprod: {}", verdict.name(judged)));
        // Of several lists, which one has the actions is in the message's words only.
        let place = match (&judged.rule, verdict.actions.as_slice()) {
            (Rule::Actions, [only]) => place(only),
            (Rule::Actions, _) => String::new(),
            _ => place(verdict.file),
        };
        writeln!(out, "::{kind} {place}title={title}::{}", data(&verdict.message(judged)))?;
    }
    for problem in &verdict.warnings {
        let title = property(&format!("coprod: {}", problem.fault.code()));
        // Several sheets of single persons have a phrase where others have their file's name.
        let is_file = problem.file.ends_with(".json") || problem.file.ends_with(".jsonl");
        let mut place = if is_file { format!("file={},", property(&problem.file)) } else { String::new() };
        if let Some(at) = problem.place.filter(|_| is_file) {
            place.push_str(&format!("line={},col={},", at.line, at.column));
        }
        writeln!(out, "::warning {place}title={title}::{}", data(&verdict.report.words.problem(problem)))?;
    }
    let title = property(&(verdict.report.words.gate.title)(&verdict.report.organisation().name));
    writeln!(out, "::notice title={title}::{}", data(&verdict.summary()))
}

/// Writes the job summary: the whole verdict in Markdown, with an empty line before what may come after it.
///
/// # Errors
/// Only those of `out`.
pub fn write_summary(verdict: &VerdictReport, out: &mut dyn Write) -> io::Result<()> {
    write_document(&verdict.document(), out)?;
    writeln!(out)
}
