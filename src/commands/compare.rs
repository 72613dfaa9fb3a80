//! `coprod compare`: what changed between assessments.

use super::{Context, editions, inputs, output, report};
use crate::cli::CompareArgs;
use crate::error::gate::{GateFault, GateMisuse};
use crate::error::{Error, Fault, Misuse, Problem};
use crate::exit::Exit;
use crate::formats;
use crate::model::{Round, Sheet};
use crate::report::trend::TrendReport;
use crate::report::{Counting, Report};
use crate::text::words_for;
use editions::Editions;
use std::path::{Path, PathBuf};

/// Reads the assessments, compares them and writes what changed.
///
/// # Errors
/// Input that cannot be used or compared, a format that does not exist, output that cannot be written.
pub fn run(context: &Context, args: &CompareArgs) -> Result<Exit, Error> {
    let format = report::choose(args.format.as_deref(), args.output.as_deref())?;
    let to_stdout = args.output.as_deref().is_none_or(|path| path == Path::new("-"));
    let binary = format.is_binary().then_some(format.name());
    if to_stdout {
        output::refuse_terminal(binary)?;
    }
    let mut reader = Editions::new(context, args.allow_other_organisation);
    let paths: Vec<PathBuf> = std::iter::once(&args.old).chain(&args.new).cloned().collect();
    let found = read_all(&mut reader, &paths)?;
    let (found, rounds): (Vec<Vec<Sheet>>, Vec<Round>) = found.into_iter().unzip();
    reader.check(&found.iter().map(Vec::as_slice).collect::<Vec<_>>())?;
    if let Some(path) = args.output.as_deref() {
        output::refuse_inputs(path, reader.files.iter().map(PathBuf::as_path))?;
        output::refuse_valuable(path)?;
    }
    let (rubric, texts, mut warnings) = reader.finish()?;
    let words = words_for(&texts.language).unwrap_or(context.words);
    let mut view = if to_stdout { context.view() } else { report::file_view(context) };
    view.width = args.width.map_or(view.width, usize::from);
    view.bom = args.bom;
    let reports = found.iter().zip(rounds).map(|(sheets, round)| {
        let counting = Counting { recommends: false, ..report::counting(&args.voices, round) };
        let mut one = Report::new(&rubric, texts, words, sheets, counting, Vec::new());
        if view.accessible {
            one.numbers = one.numbers.spoken();
        }
        one
    });
    let reports: Vec<Report> = reports.collect();
    let trend = TrendReport::new(reports, &found, Vec::new());
    let mut trend = match trend {
        Ok(Some(trend)) => trend,
        Ok(None) => return Err(Error::Usage(Misuse::Gate(GateMisuse::OneAlone))),
        Err((old, new, why)) => {
            // The one with the version that has too little in common is the one to look at.
            let versions = |index: usize| found[index].iter().any(|sheet| sheet.rubric.version == why.version);
            let at = if versions(old) { old } else { new };
            return Err(editions::refused(&found[at], context.words, &why));
        }
    };
    if trend.total.overall.change.is_none() && !trend.editions.iter().any(Report::is_withheld) {
        let newest = found.last().and_then(|sheets| sheets.first()).map_or("", |sheet| sheet.origin.as_str());
        let fault = Fault::Gate(GateFault::NothingInCommon);
        warnings.push(Problem::warning(newest, String::new(), fault));
    }
    context.warn(&warnings);
    trend.warnings = warnings;
    trend.arrows = !view.accessible;
    let mut bytes = Vec::new();
    for loss in formats::trend::write(format.name(), &trend, &view, &mut bytes).map_err(Error::output)? {
        context.say(&format!("{}: {}", context.words.program.warning, loss));
    }
    output::write(context, args.output.as_deref(), &bytes, binary)?;
    Ok(Exit::Success)
}

/// Every problem of every assessment at once. A pattern that the shell did not expand stands for several assessments,
/// as it would if the shell had; a folder is one.
fn read_all(reader: &mut Editions, paths: &[PathBuf]) -> Result<Vec<(Vec<Sheet>, Round)>, Error> {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    let mut each = Vec::new();
    for path in paths {
        if path.is_dir() {
            each.push(path.clone());
        } else {
            each.extend(inputs::files_of(std::slice::from_ref(path), &["json", "jsonl"])?);
        }
    }
    for path in each {
        match reader.read(std::slice::from_ref(&path)) {
            Ok(sheets) => found.push(sheets),
            // A rubric that is wrong is wrong for each of them.
            Err(Error::Input(more)) => {
                let news: Vec<Problem> = more.into_iter().filter(|problem| !problems.contains(problem)).collect();
                problems.extend(news);
            }
            Err(other) => return Err(other),
        }
    }
    if found.len() < 2 && problems.is_empty() {
        return Err(Error::Usage(Misuse::Gate(GateMisuse::OneAlone)));
    }
    if problems.is_empty() { Ok(found) } else { Err(Error::Input(problems)) }
}
