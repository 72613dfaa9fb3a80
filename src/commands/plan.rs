//! `coprod plan`: the least effort to a level, or the best that a budget buys.

use super::report::{choose, counting, file_view};
use super::{Context, checked_date, inputs, output};
use crate::cli::{GroupArg, PlanArgs};
use crate::error::{Error, Fault, Misuse, Problem, nearest};
use crate::exit::Exit;
use crate::files::{self, Privacy};
use crate::formats;
use crate::import::actions;
use crate::model::{Action, ActionList, Ratio, Rubric, RubricRef, order, parse_ratio};
use crate::report::plan::{Grouping, PlanReport, Schedule};
use crate::report::{Counting, Options, Report};
use crate::scoring::plan::{Goal, Limits, plan};
use crate::text::words_for;
use std::path::{Path, PathBuf};

/// Reads the sheets, plans and writes the plan.
///
/// # Errors
/// Input that cannot be used, a format that does not exist, output that cannot be written.
pub fn run(context: &Context, args: &PlanArgs) -> Result<Exit, Error> {
    // The list of tasks is Markdown, whatever the file is called.
    let markdown = || "markdown".to_owned();
    let name = args.format.clone().or_else(|| args.tasks.then(markdown));
    let format = choose(name.as_deref(), args.output.as_deref())?;
    if args.tasks && format.name() != "markdown" {
        return Err(Error::Usage(Misuse::NeedsAlso { option: "--tasks", needed: "--format markdown" }));
    }
    let to_stdout = args.output.as_deref().is_none_or(|path| path == Path::new("-"));
    let binary = format.is_binary().then_some(format.name());
    if to_stdout {
        output::refuse_terminal(binary)?;
    }
    let budget = args.budget.as_deref().map(|text| number("--budget", text, false)).transpose()?;
    let pace = args.pace.as_deref().map(|text| number("--pace", text, true)).transpose()?;
    let start = args.start.as_deref().map(|text| checked_date("--start", text)).transpose()?;
    let grouping = match args.group {
        Some(GroupArg::Quarter) if start.is_none() => {
            return Err(Error::Usage(Misuse::NeedsAlso { option: "--group quarter", needed: "--start, --pace" }));
        }
        Some(GroupArg::Quarter) => Grouping::Quarter,
        Some(GroupArg::Who) => Grouping::Who,
        Some(GroupArg::None) => Grouping::None,
        None if start.is_some() => Grouping::Quarter,
        None => Grouping::Who,
    };
    let inputs = inputs::read(context, &args.files)?;
    let goal = goal(&inputs.rubric, args.to.as_deref(), budget)?;
    let limits = limits(&inputs.rubric, args)?;
    let files = || inputs.files.iter().map(PathBuf::as_path);
    if let Some(path) = args.output.as_deref() {
        output::refuse_inputs(path, files().chain(args.actions.as_deref()))?;
        output::refuse_valuable(path)?;
    }
    args.actions.as_deref().map_or(Ok(()), |path| output::refuse_inputs(path, files()))?;
    context.warn(&inputs.warnings);
    let words = words_for(&inputs.texts.language).unwrap_or(context.words);
    let counting = Counting { recommends: false, ..counting(&args.voices, inputs.round) };
    let before = inputs.warnings.len();
    let mut report = Report::new(&inputs.rubric, inputs.texts, words, &inputs.sheets, counting, inputs.warnings);
    context.warn(report.warnings.get(before..).unwrap_or_default());
    let mut view = if to_stdout { context.view() } else { file_view(context) };
    view.width = args.width.map_or(view.width, usize::from);
    view.bom = args.bom;
    if view.accessible {
        report.numbers = report.numbers.spoken();
    }
    report.options = Options { title: args.title.clone(), prepared_by: args.prepared_by.clone(), ..Options::default() };
    let plan = plan(&inputs.rubric, &report.assessment, goal, limits);
    let plan = if report.protects() { plan.capped() } else { plan };
    let schedule = match (start, pace) {
        (Some(start), Some(pace)) => {
            let efforts = plan.steps.iter().map(|step| &step.effort);
            Some(Schedule::new(&start, &pace, efforts).ok_or(Error::Usage(Misuse::PlanTooLong))?)
        }
        _ => None,
    };
    let plan = PlanReport { report: &report, plan, grouping, schedule };
    // What cannot be written is found out before anything is.
    let list = args.actions.as_deref().map(|path| action_list(&plan, path)).transpose()?;
    let mut bytes = Vec::new();
    let losses = if args.tasks {
        formats::plan::write_tasks(&plan, &mut bytes).map(|()| Vec::new())
    } else {
        formats::plan::write(format.name(), &plan, &view, &mut bytes)
    };
    for loss in losses.map_err(Error::output)? {
        context.say(&format!("{}: {}", context.words.program.warning, loss));
    }
    let text = list.as_ref().and_then(|list| list.text.as_deref());
    let prepared = args.actions.as_deref().zip(text);
    let prepared = prepared.map(|(path, text)| files::prepare(path, text.as_bytes(), Privacy::Usual)).transpose()?;
    output::write(context, args.output.as_deref(), &bytes, binary)?;
    prepared.map_or(Ok(()), files::Prepared::finish)?;
    if let (Some(path), Some(list)) = (args.actions.as_deref(), list) {
        say_actions(context, path, &list);
    }
    Ok(Exit::Success)
}

/// A number of an option.
fn number(option: &'static str, text: &str, positive: bool) -> Result<Ratio, Error> {
    let fits = |number: &Ratio| if positive { number.is_positive() } else { !number.is_negative() };
    let bad = || Error::Usage(Misuse::BadNumber { option, found: text.to_owned(), positive });
    parse_ratio(text).filter(fits).ok_or_else(bad)
}

fn goal(rubric: &Rubric, to: Option<&str>, budget: Option<Ratio>) -> Result<Goal, Error> {
    match (to, budget) {
        (Some(level), _) => {
            let ids: Vec<&str> = rubric.levels.iter().map(|level| level.id.as_str()).collect();
            place("--to", level, &ids).map(Goal::Level).map_err(Error::Usage)
        }
        (None, Some(budget)) => Ok(Goal::Budget(budget)),
        (None, None) => Ok(Goal::Next),
    }
}

fn limits(rubric: &Rubric, args: &PlanArgs) -> Result<Limits, Error> {
    let questions: Vec<&str> = rubric.questions.iter().map(|question| question.id.as_str()).collect();
    let principles: Vec<&str> = rubric.principles.iter().map(|principle| principle.id.as_str()).collect();
    let places = |option, texts: &[String], ids: &[&str]| {
        let (mut found, mut wrong) = (Vec::new(), Vec::new());
        for text in texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
            match place(option, text, ids) {
                Ok(index) => found.push(index),
                Err(misuse) => wrong.push(misuse),
            }
        }
        if !wrong.is_empty() {
            return Err(Error::Usage(Misuse::together(wrong)));
        }
        Ok::<_, Error>(order::unique(found))
    };
    let only = places("--principle", &args.principle, &principles)?;
    Ok(Limits {
        exclude: places("--exclude", &args.exclude, &questions)?,
        most_steps: args.max_step.map(usize::from),
        principles: (!only.is_empty()).then_some(only),
    })
}

/// The place of an id among the known ones.
fn place(option: &'static str, text: &str, ids: &[&str]) -> Result<usize, Misuse> {
    const MOST_KNOWN: usize = 12;
    ids.iter().position(|id| *id == text).ok_or_else(|| {
        let mut known = ids.iter().take(MOST_KNOWN).copied().collect::<Vec<_>>().join(", ");
        if ids.len() > MOST_KNOWN {
            known.push_str(", … (coprod rubric show)");
        }
        let meant = nearest(text, ids.iter().copied());
        Misuse::UnknownValue { option, found: text.to_owned(), meant, known }
    })
}

/// A list of actions that is ready to be written.
struct ActionText {
    /// The file's text; `None`: there is nothing to write.
    text: Option<String>,
    added: usize,
    kept: usize,
}

/// Whether one date is after another; a month is not after its days, nor they after it.
fn is_newer(date: &str, other: &str) -> bool {
    date > other && !date.starts_with(other)
}

/// The plan's steps as actions; those of a list that exists stay as they are. A step whose question has an open action
/// there is not added again, nor one that is done, unless a newer assessment still asks for it.
fn action_list(plan: &PlanReport, path: &Path) -> Result<ActionText, Error> {
    let report = plan.report;
    if !plan.plan.is_feasible() {
        return Ok(ActionText { text: None, added: 0, kept: 0 });
    }
    let existing = if path.is_file() { Some(files::read(path)?) } else { None };
    let name = path.display().to_string();
    let read = existing.as_deref().map(|bytes| actions::read(&name, bytes, report.rubric)).transpose()?;
    let organisation = &report.organisation().name;
    if let Some(list) = read.as_ref().map(|read| &read.list)
        && list.organisation != *organisation
    {
        let names = (list.organisation.clone(), organisation.clone());
        let fault = Fault::ActionsOfOrganisation { found: names.0, needed: names.1 };
        return Err(Problem::whole(&name, fault).into());
    }
    let list = read.as_ref().map(|read| &read.list);
    let newer = list.and_then(|list| list.date.as_deref()).is_some_and(|before| is_newer(report.date(), before));
    // What is done shows in a newer assessment; until then the plan still lists it.
    let rank = |option: &str| report.rubric.scale.iter().position(|choice| choice.id == option);
    let covers =
        |action: &Action, to: usize| !newer && action.to.as_deref().and_then(rank).is_none_or(|reached| reached >= to);
    let listed = |question: &str, to: usize| {
        let about = list.into_iter().flat_map(|list| &list.actions);
        let about: Vec<&Action> = about.filter(|action| action.question.as_deref() == Some(question)).collect();
        about.iter().any(|action| !action.done) || about.last().is_some_and(|action| covers(action, to))
    };
    let tasks = plan.tasks().into_iter().filter(|task| !listed(plan.question_id(task.step.question), task.step.to));
    let more: Vec<Action> = tasks
        .map(|task| Action {
            title: task.title,
            question: Some(plan.question_id(task.step.question).to_owned()),
            to: Some(plan.option_id(task.step.to).to_owned()),
            who: Some(task.who).filter(|who| !who.is_empty()),
            due: task.quarter.map(|(_, _, last)| last.to_owned()),
            done: false,
            note: None,
        })
        .collect();
    let (added, kept) = (more.len(), read.as_ref().map_or(0, |read| read.list.actions.len()));
    let text = match &existing {
        Some(_) if added == 0 && !newer => None,
        Some(bytes) => Some(actions::continued(bytes, &more, newer.then_some(report.date()))),
        None => Some(actions::to_json(&ActionList {
            rubric: RubricRef { id: report.rubric.id.clone(), version: report.rubric.version },
            organisation: organisation.clone(),
            date: Some(report.date().to_owned()),
            actions: more,
        })),
    };
    Ok(ActionText { text, added, kept })
}

fn say_actions(context: &Context, path: &Path, list: &ActionText) {
    let words = &context.words.plan;
    if list.text.is_some() {
        context.say(&(context.words.program.written)(path));
    } else if list.kept == 0 {
        context.say(words.no_actions);
        return;
    }
    context.say(&(words.actions_added)(list.added, list.kept));
}
