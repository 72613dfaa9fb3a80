//! `coprod assess`: the interview.

mod autosave;
mod ending;
mod resolve;
mod resume;
mod setup;

pub use autosave::Autosave;
pub use ending::Ending;

use super::Context;
use super::shell::command_line;
use crate::cli::{Assess, Common};
use crate::error::{Error, Fault, Misuse, Problem};
use crate::exit::Exit;
use crate::formats::by_extension;
use crate::import::save::to_json;
use crate::interview::question::Wording;
use crate::interview::{Lines, Menu, Outcome, Prompter, Session, Stop};
use crate::model::{Rubric, Sheet, Texts};
use crate::report::{Counting, Report};
use crate::rubric::{Loaded, built_in};
use crate::scoring::Voice;
use crate::text::{Words, words_for};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// An interview that is ready to begin or to go on.
pub struct Interview {
    rubric: Rc<Rubric>,
    /// How the command line names the rubric, if it does.
    named: Option<String>,
    texts: Texts,
    /// The texts of every language, whose labels are understood too.
    all: Vec<Texts>,
    words: &'static Words,
    sheet: Sheet,
    /// What was read, with keys that this program does not know.
    original: Option<serde_json::Value>,
    path: PathBuf,
    /// Whether the sheet holds something that its file does not.
    unsaved: bool,
    /// What is to be said before the first question.
    remark: Option<String>,
}

/// Formats of reports whose extensions a file of answers may have as well.
const OURS: [&str; 2] = ["json", "table"];

/// Asks the questions and saves the answers.
///
/// # Errors
/// Options that do not fit, a file that cannot be used or saved.
pub fn run(context: &Context, args: &Assess) -> Result<Exit, Error> {
    // A mail address, or a first and a last name.
    let telling = |text: &str| text.contains('@') || text.trim().contains(char::is_whitespace);
    if let Some(found) = args.respondent.as_ref().filter(|text| telling(text)) {
        return Err(Error::Usage(Misuse::NotAPseudonym { found: found.clone() }));
    }
    // Who names a report here would find answers in it.
    let extension = |path: &PathBuf| path.extension().and_then(|text| by_extension(text.to_str()?));
    if let Some(path) = args.output.as_ref().filter(|path| extension(path).is_some_and(|f| !OURS.contains(&f.name()))) {
        return Err(Error::Usage(Misuse::AnswersAreJson { path: path.display().to_string() }));
    }
    let ending = Ending::new();
    if context.common.no_input {
        check_no_input(args, context.common.rubric.as_deref())?;
        return finish(interview(context, args, &mut Lines::standard(), &ending), &ending);
    }
    let mut prompter = prompter(context, &ending);
    let mode = prompter.mode(&context.words.interview);
    let begun = prompter.say(mode).and_then(|()| interview(context, args, &mut *prompter, &ending));
    finish(begun, &ending)
}

/// What a command ends with, however its interview stopped; the file is let go of.
///
/// # Errors
/// What the interview failed with.
pub fn finish(ended: Result<Exit, Stop>, ending: &Ending) -> Result<Exit, Error> {
    let done = match ended {
        Err(Stop::End | Stop::Stuck) => return Ok(ending.break_off(false)),
        Err(Stop::Interrupted) => return Ok(ending.break_off(true)),
        Ok(exit) => Ok(exit),
        Err(Stop::Failed(error)) => Err(error),
    };
    // What failed first says more than what failed because of it.
    let finished = ending.finish();
    done.and_then(|exit| finished.map(|()| exit))
}

/// The prompter that was asked for, else the one that works here.
pub fn prompter(context: &Context, ending: &Ending) -> Box<dyn Prompter> {
    let menu = match context.accessible() {
        Some(accessible) => !accessible && Menu::is_possible(),
        None => Menu::is_comfortable(),
    };
    if menu {
        ending.use_menu();
        Box::new(Menu::default())
    } else {
        Box::new(Lines::standard())
    }
}

/// Asks what is missing, then the questions, then says what comes next.
///
/// # Errors
/// As [`run`], and input that ends.
pub fn interview(context: &Context, args: &Assess, prompter: &mut dyn Prompter, ending: &Ending) -> Result<Exit, Stop> {
    match prepare_and_ask(context, args, prompter, ending) {
        Err(Stop::Stuck) => {
            prompter.say(context.words.interview.stuck)?;
            Err(Stop::End)
        }
        ended => ended,
    }
}

fn prepare_and_ask(
    context: &Context,
    args: &Assess,
    prompter: &mut dyn Prompter,
    ending: &Ending,
) -> Result<Exit, Stop> {
    let mut there = None;
    if let Some(path) = &args.output {
        let (save, bytes) = Autosave::open(path)?;
        ending.keep(save);
        there = bytes.map(|bytes| (path, bytes));
    }
    let resumed = there.is_some();
    let interview = match there {
        Some((path, bytes)) => Some(resume::read(context, args, path, &bytes, ending)?),
        None => setup::ask(context, args, prompter, ending)?,
    };
    match interview {
        Some(interview) => interview.run(context, args, prompter, ending, resumed),
        None => {
            prompter.say(context.words.interview.nothing_to_save)?;
            prompter.say(context.words.interview.goodbye)?;
            Ok(Exit::Success)
        }
    }
}

impl Interview {
    fn run(
        mut self,
        context: &Context,
        args: &Assess,
        prompter: &mut dyn Prompter,
        ending: &Ending,
        resumed: bool,
    ) -> Result<Exit, Stop> {
        let words = &self.words.interview;
        let asked = resolve::asked(args, &self.rubric, &self.sheet)?;
        if context.common.no_input {
            if self.open(args)? > 0 {
                return Err(Stop::Failed(Error::Usage(Misuse::NoInterview)));
            }
            if self.unsaved {
                ending.save(&to_json(&self.sheet, &self.rubric, self.original.as_ref()))?;
            }
            let last_words = self.last_words(context, args);
            self.close(context, args, prompter, &last_words)?;
            return Ok(Exit::Success);
        }
        if self.unsaved {
            // The file is there before the first question: what cannot be saved is told before anybody answers.
            ending.save(&to_json(&self.sheet, &self.rubric, self.original.as_ref()))?;
        }
        context.tell(|words| (words.texts)(&self.texts.language));
        if self.is_a_file() {
            context.tell(|words| (words.saving)(&self.path.display().to_string()));
        }
        let last_words = self.last_words(context, args);
        ending.farewell(last_words.clone());
        if let Some(remark) = &self.remark {
            prompter.say(remark)?;
        }
        prompter.say(&(words.title)(&self.texts.title, asked.len()))?;
        let Self { rubric, texts, all, sheet, original, .. } = &mut self;
        if args.easy && !texts.has_easy() {
            prompter.say(words.no_easy)?;
        }
        let wording = Wording { rubric, texts, all, words, easy: args.easy && texts.has_easy() };
        let mut save = |sheet: &Sheet| ending.save(&to_json(sheet, rubric, original.as_ref()));
        let count = asked.len();
        let session = Session::new(wording, asked, sheet, &mut save);
        if resumed {
            prompter.say(&(words.resume)(session.answered(), count))?;
        }
        match session.run(prompter)? {
            Outcome::Quit => {
                say_commands(prompter, &last_words)?;
                Ok(Exit::Success)
            }
            Outcome::Done => {
                self.close(context, args, prompter, &last_words)?;
                Ok(Exit::Success)
            }
            Outcome::Ended => Err(Stop::End),
            Outcome::Stuck => Err(Stop::Stuck),
            Outcome::Interrupted => Err(Stop::Interrupted),
        }
    }

    /// The closing page: the level reached, where it is saved, what comes next.
    fn close(
        &self,
        context: &Context,
        args: &Assess,
        prompter: &mut dyn Prompter,
        last_words: &[String],
    ) -> Result<(), Stop> {
        let words = &self.words.interview;
        let sheets = std::slice::from_ref(&self.sheet);
        let spoken = words_for(&self.texts.language).unwrap_or(self.words);
        let counting = Counting { recommends: false, ..Counting::usual(Voice::Equal) };
        let report = Report::new(&self.rubric, &self.texts, spoken, sheets, counting, Vec::new());
        let level = report.overall_phrase();
        let open = self.open(args)?;
        // Who was asked a part of the questions only has the others to go on with.
        let whole = Assess { only: None, questions: Vec::new(), ..args.clone() };
        let rest = self.open(&whole)?;
        if open == 0 {
            let said = if rest == 0 { words.complete.to_owned() } else { (words.complete_part)(rest) };
            prompter.say(&said)?;
        }
        let closing = if report.is_estimate() { words.closing_estimate } else { words.closing_level };
        prompter.say(&format!("{} {}", closing(&level), spoken.report.legal))?;
        // Whoever has answered everything need not go on.
        let mut lines: Vec<String> = match (open, rest) {
            (0, 0) => last_words.iter().take(1).cloned().collect(),
            (0, _) => self.last_words(context, &whole),
            _ => last_words.iter().take(2).cloned().collect(),
        };
        if self.is_a_file() {
            let path = self.path.display().to_string();
            let language = self.texts.language.as_str();
            let other = context.asked_language.is_some() || language != context.words.language;
            let options = [("--rubric", self.own_rubric()), ("--lang", other.then_some(language))];
            lines.push((words.closing_report)(&command_line(&["report", &path], &options)));
        }
        say_commands(prompter, &lines)
    }

    /// How many of the asked questions are unanswered.
    fn open(&self, args: &Assess) -> Result<usize, Error> {
        let asked = resolve::asked(args, &self.rubric, &self.sheet)?;
        let ids = asked.iter().filter_map(|&index| self.rubric.questions.get(index));
        Ok(ids.filter(|question| self.sheet.given(&question.id).is_none()).count())
    }

    /// Where it is saved, and the command that goes on with it.
    fn last_words(&self, context: &Context, args: &Assess) -> Vec<String> {
        if !self.is_a_file() {
            return Vec::new();
        }
        let words = &self.words.interview;
        let path = self.path.display().to_string();
        let questions = (!args.questions.is_empty()).then(|| args.questions.join(","));
        let spoken = self.sheet.language.as_deref();
        let options = [
            ("--rubric", self.own_rubric()),
            ("--lang", context.asked_language.as_deref().filter(|asked| Some(*asked) != spoken)),
            ("--questions", questions.as_deref()),
            ("--only", args.only.as_deref()),
            ("-o", Some(path.as_str())),
        ];
        let command = format!("{}{}", command_line(&["assess"], &options), modes(&context.common, args));
        vec![(words.saved)(&path), (words.go_on_with)(&command)]
    }

    /// The rubric's path, where a file of answers does not say enough to find it.
    fn own_rubric(&self) -> Option<&str> {
        self.named.as_deref().filter(|name| built_in(name).is_none())
    }

    fn is_a_file(&self) -> bool {
        self.path != Path::new("-") && (self.path.is_file() || !self.path.exists())
    }
}

/// A run that must not ask: a file that is there may be complete, a new one never is.
fn check_no_input(args: &Assess, rubric: Option<&str>) -> Result<(), Error> {
    if args.output.as_deref().is_some_and(Path::is_file) {
        return Ok(());
    }
    let missing = setup::missing(args, rubric);
    if missing.is_empty() {
        return Err(Error::Usage(Misuse::NoInterview));
    }
    let options = missing.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    Err(Error::Usage(Misuse::NeedsOptions { options }))
}

/// The texts in a language, and those of every language.
fn texts(loaded: &Loaded, language: &str) -> Result<(Texts, Vec<Texts>), Error> {
    let (texts, _) = loaded.texts(language)?;
    let mut all = Vec::new();
    for tag in loaded.languages() {
        if tag != texts.language {
            all.push(loaded.texts(tag)?.0);
        }
    }
    Ok((texts, all))
}

/// Says that the questionnaire does not speak the language that was asked for.
fn warn_of_language(context: &Context, rubric: &Rubric, texts: &Texts) {
    let Some(wanted) = context.asked_language.as_deref() else { return };
    if wanted.split(['-', '_']).next() != texts.language.split('-').next() {
        let fault = Fault::LanguageNotInRubric { wanted: wanted.to_owned(), used: texts.language.clone() };
        context.warn(&[Problem::warning(&rubric.id, String::new(), fault)]);
    }
}

/// The command line that says all that was said so far.
fn whole_command(common: &Common, args: &Assess) -> String {
    let joint = args.joint.map(|people| people.to_string());
    let questions = (!args.questions.is_empty()).then(|| args.questions.join(","));
    let output = args.output.as_ref().map(|path| path.display().to_string());
    let options = [
        ("--rubric", common.rubric.as_deref()),
        ("--lang", common.lang.as_deref()),
        ("--perspective", args.perspective.as_deref()),
        ("--organisation", args.organisation.as_deref()),
        ("--sector", args.sector.as_deref()),
        ("--size", args.size.as_deref()),
        ("--setting", args.setting.as_deref()),
        ("--date", args.date.as_deref()),
        ("--joint", joint.as_deref()),
        ("--respondent", args.respondent.as_deref()),
        ("--questions", questions.as_deref()),
        ("--only", args.only.as_deref()),
        ("-o", output.as_deref()),
    ];
    format!("{}{}", command_line(&["assess"], &options), modes(common, args))
}

fn mode_option(common: &Common) -> &'static str {
    match (common.accessible, common.no_accessible) {
        (true, _) => " --accessible",
        (_, true) => " --no-accessible",
        _ => "",
    }
}

/// Lines with command lines among them, which are not to be broken.
fn say_commands(prompter: &mut dyn Prompter, lines: &[String]) -> Result<(), Stop> {
    lines.iter().try_for_each(|line| prompter.say_as_it_is(line))
}

/// The options that say how the questions are asked.
fn modes(common: &Common, args: &Assess) -> String {
    format!("{}{}", if args.easy { " --easy" } else { "" }, mode_option(common))
}
