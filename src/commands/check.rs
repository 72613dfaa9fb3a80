//! `coprod check`: the gate. Whatever goes wrong, it never ends with 0 unless every rule was judged and met.

mod rules;

use super::{Context, editions, output, report};
use crate::cli::{CheckArgs, CheckFormat, ContestedArg, VoicesArgs};
use crate::error::gate::{GateFault, GateMisuse};
use crate::error::{Error, Fault, Misuse, Problem, nearest};
use crate::exit::Exit;
use crate::files;
use crate::formats::{self, View};
use crate::import::{actions, policy};
use crate::model::{Round, Rubric, Sheet};
use crate::report::trend::side;
use crate::report::verdict::VerdictReport;
use crate::report::{Counting, Report};
use crate::scoring::gate::{Facts, judge};
use crate::scoring::trend::{Comparison, compare};
use crate::text::{harmless, words_for};
use editions::Editions;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Reads answers, policy, baseline and actions, judges every rule and writes the verdict.
///
/// # Errors
/// No rule, input that cannot be used or compared, output that cannot be written.
pub fn run(context: &Context, args: &CheckArgs) -> Result<Exit, Error> {
    let format = choose(args)?;
    let flags = rules::Flags::read(args)?;
    let today = super::today(args.today.as_deref())?;
    if today.is_empty() {
        return Err(Error::Usage(Misuse::Gate(GateMisuse::NoClock)));
    }
    if args.policy.is_none() && flags.is_empty() {
        let lies_here = Path::new(policy::FILE).is_file().then(|| policy::FILE.to_owned());
        return Err(Error::Usage(Misuse::Gate(GateMisuse::NoRules { policy: lies_here })));
    }
    let mut reader = Editions::new(context, args.allow_other_organisation);
    let (sheets, round) = reader.read(&args.files)?;
    let Some(rubric) = reader.rubric() else { return Err(Error::Input(Vec::new())) };
    let asked = rules::together(args, flags, &rubric)?;
    let gate = asked.gate;
    let older = match &asked.baseline {
        None => None,
        Some(path) => {
            let (older, round) = reader.read(std::slice::from_ref(path))?;
            reader.check(&[&older, &sheets])?;
            Some((older, round))
        }
    };
    let (overdue, doubts) = overdue(&asked.actions, &rubric, &sheets, &today)?;
    if let Some(path) = args.output.as_deref() {
        output::refuse_inputs(path, reader.files.iter().map(PathBuf::as_path))?;
        output::refuse_valuable(path)?;
    }
    let (rubric, texts, mut warnings) = reader.finish()?;
    warnings.extend(asked.warnings);
    warnings.extend(doubts);
    if let Some(path) = &args.policy {
        warnings.extend(policy::doubts(&path.display().to_string(), &gate, &rubric, &today));
    }
    let words = words_for(&texts.language).unwrap_or(context.words);
    let mut found = Report::new(&rubric, texts, words, &sheets, counting(&args.voices, round), Vec::new());
    let to_stdout = args.output.as_deref().is_none_or(|path| path == Path::new("-"));
    let view = if to_stdout { context.view() } else { report::file_view(context) };
    if view.accessible {
        found.numbers = found.numbers.spoken();
    }
    let comparison = match &older {
        None => None,
        Some((older, round)) => {
            let before = Report::new(&rubric, texts, words, older, counting(&args.voices, round.clone()), Vec::new());
            Some(compared(context, &rubric, (&before, older), (&found, &sheets))?)
        }
    };
    let facts = Facts {
        rubric: &rubric,
        sheets: &sheets,
        assessment: &found.assessment,
        protects: found.protects(),
        lived_experience: found.voices.lived_experience.as_ref().filter(|_| args.contested == ContestedArg::Lower),
        comparison: comparison.as_ref(),
        overdue: overdue.as_deref(),
        today: &today,
    };
    let file = args.files.first().map(|path| path.display().to_string()).unwrap_or_default();
    let verdict = judge(&gate, &facts);
    let covered = gate.rules.iter().any(|rule| matches!(rule, crate::model::gate::Rule::Coverage(_)));
    if verdict.insufficient && !covered {
        warnings.push(insufficient(&found, &file));
    }
    context.warn(&warnings);
    let judged = VerdictReport {
        report: &found,
        gate: &gate,
        verdict: &verdict,
        comparison: comparison.as_ref(),
        today: &today,
        file: &file,
        actions: asked.actions.iter().map(|path| path.display().to_string()).collect(),
        warnings,
    };
    write(context, args, format, &view, &judged)?;
    Ok(if verdict.passed { Exit::Success } else { Exit::NotMet })
}

/// What was judged although little is known, so that it never passes silently.
fn insufficient(found: &Report, file: &str) -> Problem {
    let known = found.assessment.overall.coverage.as_ref().map(|c| found.numbers.percent(c));
    Problem::warning(file, "/answers".to_owned(), Fault::Gate(GateFault::LittleKnown { known }))
}

fn compared(
    context: &Context,
    rubric: &Rubric,
    before: (&Report, &[Sheet]),
    now: (&Report, &[Sheet]),
) -> Result<Comparison, Error> {
    compare(rubric, side(before.0, before.1), side(now.0, now.1)).map_err(|why| {
        let answers = before.1.iter().any(|sheet| sheet.rubric.version == why.version);
        editions::refused(if answers { before.1 } else { now.1 }, context.words, &why)
    })
}

fn counting(args: &VoicesArgs, round: Round) -> Counting {
    Counting { recommends: false, ..report::counting(args, round) }
}

/// The titles of all overdue actions; `None` where no list is asked for.
fn overdue(
    paths: &[PathBuf],
    rubric: &Rubric,
    sheets: &[Sheet],
    today: &str,
) -> Result<(Option<Vec<String>>, Vec<Problem>), Error> {
    let (mut titles, mut warnings, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for path in paths {
        let name = path.display().to_string();
        match actions::read(&name, &files::read(path)?, rubric) {
            Ok(read) => {
                warnings.extend(read.warnings);
                let organisation = sheets.first().map_or("", |sheet| sheet.organisation.name.as_str());
                if read.list.organisation.trim() != organisation.trim() {
                    let (found, newest) = (read.list.organisation.clone(), organisation.to_owned());
                    let fault = Fault::Gate(GateFault::AnotherOrganisation { found, newest });
                    warnings.push(Problem::warning(&name, "/organisation/name".to_owned(), fault));
                }
                let open = || read.list.actions.iter().filter(|action| !action.done);
                if open().next().is_some() && open().all(|action| action.due.is_none()) {
                    let fault = Fault::Gate(GateFault::NoDueDates);
                    warnings.push(Problem::warning(&name, "/actions".to_owned(), fault));
                }
                titles.extend(read.list.overdue(today).map(|action| match &action.due {
                    Some(due) => format!("{} ({due})", action.title),
                    None => action.title.clone(),
                }));
            }
            Err(Error::Input(more)) => problems.extend(more),
            Err(other) => return Err(other),
        }
    }
    if !problems.is_empty() {
        return Err(Error::Input(problems));
    }
    Ok(((!paths.is_empty()).then_some(titles), warnings))
}

/// Writes the verdict. A reader that went away is no reason to call a gate met: the exit code stays that of the verdict.
fn write(
    context: &Context,
    args: &CheckArgs,
    format: CheckFormat,
    view: &View,
    judged: &VerdictReport,
) -> Result<(), Error> {
    let mut bytes = Vec::new();
    let written = match format {
        CheckFormat::Table => formats::write_text(&judged.brief(), view, &mut bytes),
        CheckFormat::Json => formats::verdict::write_json(judged, &mut bytes),
        CheckFormat::Junit => formats::verdict::write_junit(judged, &mut bytes),
        CheckFormat::Github => formats::verdict::write_github(judged, &mut bytes),
        CheckFormat::Markdown => formats::write_markdown(&judged.document(), &mut bytes),
    };
    written.map_err(Error::output)?;
    let summary = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty());
    if let (CheckFormat::Github, Some(path)) = (format, summary) {
        append_summary(&PathBuf::from(path), judged)?;
    }
    match output::write(context, args.output.as_deref(), &bytes, None) {
        Err(Error::ClosedPipe) => Ok(()),
        other => other,
    }
}

/// Adds to the job summary, which other steps of the job write to as well.
fn append_summary(path: &Path, judged: &VerdictReport) -> Result<(), Error> {
    let mut text = Vec::new();
    formats::verdict::write_summary(judged, &mut text).map_err(Error::output)?;
    let failed = |error| Error::writing(path, error);
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path).map_err(failed)?;
    file.write_all(&text).and_then(|()| file.flush()).map_err(failed)
}

/// The format: as said, else by the extension of the output, else a table.
fn choose(args: &CheckArgs) -> Result<CheckFormat, Error> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    let regular = args.output.as_deref().filter(|path| !path.exists() || path.is_file());
    let Some(extension) = regular.and_then(Path::extension).and_then(|extension| extension.to_str()) else {
        return Ok(CheckFormat::Table);
    };
    CheckFormat::by_extension(extension).ok_or_else(|| {
        let known = ["txt", "json", "xml", "md"];
        let meant = nearest(extension, known);
        let known = known.map(|known| format!(".{known}")).join(", ");
        Error::Usage(Misuse::UnknownExtension { extension: harmless(extension), meant, known })
    })
}
