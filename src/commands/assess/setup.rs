//! A new sheet: what the command line does not say is asked first.

use super::ending::Ending;
use super::{Autosave, Interview, resolve};
use crate::cli::{Assess, Common};
use crate::commands::shell::command_line;
use crate::commands::{Context, checked_date, today};
use crate::error::{Error, Misuse};
use crate::interview::intake::{self, Asked};
use crate::interview::{Prompter, Stop};
use crate::model::{Organisation, Process, RubricRef, Sheet};
use crate::rubric::{self, BUILTIN, Loaded};
use crate::text::{Words, words_for};
use indexmap::IndexMap;
use std::path::PathBuf;

/// What can be asked, in the order in which it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Step {
    Rubric,
    Language,
    Perspective,
    Organisation,
    Sector,
    Size,
    Setting,
    File,
}

/// What has been said so far: the command line as it would have to be typed to say the same.
struct Setup<'a> {
    context: &'a Context,
    common: Common,
    args: Assess,
    words: &'static Words,
    loaded: Option<Loaded>,
    prepared: bool,
    ending: &'a Ending,
}

/// Which needed options are missing, for a run that must not ask.
pub fn missing(args: &Assess, rubric: Option<&str>) -> Vec<&'static str> {
    let nobody = || {
        rubric.and_then(|rubric| rubric::load(rubric).ok()).is_some_and(|loaded| loaded.rubric.perspectives.is_empty())
    };
    let needed = [
        ("--perspective", args.perspective.is_some() || nobody()),
        ("--organisation", args.organisation.is_some()),
        ("--output", args.output.is_some()),
    ];
    needed.into_iter().filter(|(_, given)| !given).map(|(name, _)| name).collect()
}

/// Asks for what is missing and prepares the sheet; `None`: the person does not want to go on.
///
/// # Errors
/// Options that do not fit, a file that cannot be used, input that ends ([`Stop::End`]).
pub fn ask(
    context: &Context,
    args: &Assess,
    prompter: &mut dyn Prompter,
    ending: &Ending,
) -> Result<Option<Interview>, Stop> {
    let mut setup = Setup {
        context,
        common: context.common.clone(),
        args: args.clone(),
        words: context.words,
        loaded: None,
        prepared: false,
        ending,
    };
    if context.asked_language.is_some() {
        setup.common.lang = context.asked_language.clone();
    }
    // A date that does not exist is told before anything is asked.
    let date = setup.date()?;
    if setup.common.rubric.is_some() || BUILTIN.len() == 1 {
        setup.load()?;
    }
    setup.take_only_language();
    let steps = setup.steps();
    let (mut at, mut furthest) = (0, 0);
    while let Some(step) = steps.get(at) {
        setup.remember();
        if *step > Step::Language {
            setup.before_you_start(prompter)?;
        }
        at = match setup.step(*step, prompter)? {
            Asked::Given(()) => at + 1,
            Asked::Quit => return Ok(None),
            Asked::Back if at == 0 => {
                prompter.say(setup.words.interview.first_question)?;
                at
            }
            Asked::Back => at - 1,
        };
        if at > furthest {
            furthest = at;
            prompter.progress();
        }
    }
    setup.before_you_start(prompter)?;
    setup.finish(date).map_err(Stop::from).map(Some)
}

impl Setup<'_> {
    /// What is not given.
    fn steps(&self) -> Vec<Step> {
        let no_perspectives = self.loaded.as_ref().is_some_and(|loaded| loaded.rubric.perspectives.is_empty());
        let args = &self.args;
        [
            (Step::Rubric, self.loaded.is_some()),
            (Step::Language, self.common.lang.is_some()),
            (Step::Perspective, args.perspective.is_some() || no_perspectives),
            (Step::Organisation, args.organisation.is_some()),
            (Step::Sector, args.sector.is_some()),
            (Step::Size, args.size.is_some()),
            (Step::Setting, args.setting.is_some()),
            (Step::File, args.output.is_some()),
        ]
        .into_iter()
        .filter(|(_, given)| !given)
        .map(|(step, _)| step)
        .collect()
    }

    fn step(&mut self, step: Step, prompter: &mut dyn Prompter) -> Result<Asked<()>, Stop> {
        let words = &self.words.interview;
        Ok(match step {
            Step::Rubric => self.ask_rubric(prompter)?,
            Step::Language => self.ask_language(prompter)?,
            Step::Perspective => self.ask_perspective(prompter)?,
            Step::Organisation => {
                let asked = intake::needed(prompter, words, words.ask_organisation)?;
                given(asked, |name| self.args.organisation = Some(name))
            }
            Step::Sector => {
                given(intake::optional(prompter, words, words.ask_sector)?, |sector| self.args.sector = sector)
            }
            Step::Size => given(intake::optional(prompter, words, words.ask_size)?, |size| self.args.size = size),
            Step::Setting => {
                let asked = intake::setting(prompter, words)?;
                given(asked, |setting| self.args.setting = setting.map(str::to_owned))
            }
            Step::File => self.ask_file(prompter)?,
        })
    }

    fn ask_rubric(&mut self, prompter: &mut dyn Prompter) -> Result<Asked<()>, Stop> {
        let mut known = Vec::new();
        for built_in in &BUILTIN {
            let (texts, _) = built_in.load()?.texts(self.context.language())?;
            known.push((built_in.id, texts.title));
        }
        Ok(match intake::rubric(prompter, &self.words.interview, &known)? {
            Asked::Given(place) => {
                self.common.rubric = known.get(place).map(|(id, _)| (*id).to_owned());
                self.load()?;
                Asked::Given(())
            }
            Asked::Back => Asked::Back,
            Asked::Quit => Asked::Quit,
        })
    }

    /// Where a rubric has one language, there is nothing to choose.
    fn take_only_language(&mut self) {
        let only = self.loaded.as_ref().and_then(|loaded| match loaded.languages().as_slice() {
            [only] => Some((*only).to_owned()),
            _ => None,
        });
        if let (None, Some(tag)) = (&self.common.lang, only) {
            self.use_language(tag);
        }
    }

    fn use_language(&mut self, tag: String) {
        self.words = words_for(&tag).unwrap_or(self.words);
        self.common.lang = Some(tag);
    }

    fn ask_language(&mut self, prompter: &mut dyn Prompter) -> Result<Asked<()>, Stop> {
        let Some(loaded) = &self.loaded else { return Ok(Asked::Given(())) };
        let known = loaded.languages();
        let tags: Vec<String> = known.iter().map(|tag| (*tag).to_owned()).collect();
        let asked = intake::language(prompter, self.words, &known)?;
        Ok(given(asked, |place| {
            if let Some(tag) = tags.get(place) {
                self.use_language(tag.clone());
            }
        }))
    }

    fn ask_perspective(&mut self, prompter: &mut dyn Prompter) -> Result<Asked<()>, Stop> {
        let Some(loaded) = &self.loaded else { return Ok(Asked::Given(())) };
        if loaded.rubric.perspectives.is_empty() {
            return Ok(Asked::Given(()));
        }
        let (texts, all) = super::texts(loaded, &self.language())?;
        let asked = intake::perspective(prompter, &self.words.interview, &loaded.rubric, &texts, &all)?;
        let whole = || intake::WHOLE.to_owned();
        Ok(given(asked, |id| self.args.perspective = Some(id.unwrap_or_else(whole))))
    }

    /// The file: never over one that is there already.
    fn ask_file(&mut self, prompter: &mut dyn Prompter) -> Result<Asked<()>, Stop> {
        let words = &self.words.interview;
        let default = default_name(self.args.organisation.as_deref().unwrap_or_default());
        loop {
            let asked = intake::or_default(prompter, words, &(words.ask_new_file)(&default), &default)?;
            let Asked::Given(name) = asked else { return Ok(given(asked, |_| {})) };
            let mut path = PathBuf::from(&name);
            if path.extension().is_none() && !path.exists() {
                path.set_extension("json");
            }
            match Autosave::open(&path) {
                Ok((save, None)) => {
                    self.ending.keep(save);
                    self.args.output = Some(path);
                    return Ok(Asked::Given(()));
                }
                Ok((_, Some(_))) => {
                    let again = command_line(&["assess"], &[("-o", Some(&path.display().to_string()))]);
                    prompter.say(&(words.file_exists)(&path.display().to_string(), &again))?;
                }
                // A slip of the pen should not cost everything that was said before.
                Err(error @ (Error::File { .. } | Error::NoFolder { .. } | Error::InUse(_) | Error::Usage(_))) => {
                    prompter.say(&self.words.error(&error).join("\n"))?;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn load(&mut self) -> Result<(), Error> {
        let name = self.common.rubric.as_deref().unwrap_or(BUILTIN[0].id);
        let loaded = rubric::load(name)?;
        if let Some(perspective) = &self.args.perspective {
            resolve::perspective(perspective, &loaded.rubric)?;
        }
        resolve::questions(&self.args, &loaded.rubric)?;
        self.context.tell_rubric(&loaded);
        self.context.warn(&loaded.warnings);
        self.loaded = Some(loaded);
        Ok(())
    }

    fn language(&self) -> String {
        self.common.lang.clone().unwrap_or_else(|| self.words.language.to_owned())
    }

    fn date(&self) -> Result<String, Error> {
        let mut date = match self.args.date.as_deref() {
            Some(date) => checked_date("--date", date)?,
            None => today(self.args.today.as_deref())?,
        };
        // The day could tell who it was.
        if self.args.respondent.is_some() {
            date.truncate(7);
        }
        Ok(date)
    }

    /// What has to be settled before anybody answers.
    fn before_you_start(&mut self, prompter: &mut dyn Prompter) -> Result<(), Stop> {
        if std::mem::replace(&mut self.prepared, true) {
            return Ok(());
        }
        prompter.say(self.words.report.before_you_start)
    }

    /// Keeps at hand how to go on if the interview is broken off now.
    fn remember(&self) {
        let words = &self.words.interview;
        let command = super::whole_command(&self.common, &self.args);
        self.ending.farewell(vec![words.nothing_to_save.to_owned(), (words.go_on_with)(&command)]);
    }

    fn finish(self, date: String) -> Result<Interview, Error> {
        let language = self.language();
        let Some(loaded) = self.loaded else { return Err(Error::Interrupted) };
        let Assess { perspective, organisation, sector, size, setting, joint, respondent, output, .. } = self.args;
        let perspective = perspective.map(|id| resolve::perspective(&id, &loaded.rubric)).transpose()?.flatten();
        let some = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let name = some(organisation).ok_or(Error::Usage(Misuse::NeedsOption { option: "--organisation" }))?;
        let (texts, all) = super::texts(&loaded, &language)?;
        super::warn_of_language(self.context, &loaded.rubric, &texts);
        let sheet = Sheet {
            origin: String::new(),
            rubric: RubricRef { id: loaded.rubric.id.clone(), version: loaded.rubric.version },
            organisation: Organisation {
                name,
                sector: some(sector),
                size: some(size),
                setting: some(setting),
                ..Organisation::default()
            },
            date,
            language: Some(texts.language.clone()),
            perspective,
            respondent: some(respondent),
            people: joint,
            process: Process::default(),
            answers: IndexMap::new(),
        };
        let path = output.unwrap_or_default();
        let named = self.common.rubric;
        Ok(Interview {
            rubric: loaded.rubric,
            named,
            texts,
            all,
            words: self.words,
            sheet,
            original: None,
            path,
            unsaved: true,
            remark: None,
        })
    }
}

fn given<T>(asked: Asked<T>, take: impl FnOnce(T)) -> Asked<()> {
    match asked {
        Asked::Given(value) => {
            take(value);
            Asked::Given(())
        }
        Asked::Back => Asked::Back,
        Asked::Quit => Asked::Quit,
    }
}

/// `answers-example-ltd.json`, with a number where that is taken.
fn default_name(organisation: &str) -> String {
    let slug = slug(organisation);
    let name = |count: usize| match (slug.is_empty(), count) {
        (true, 1) => "answers.json".to_owned(),
        (true, _) => format!("answers-{count}.json"),
        (false, 1) => format!("answers-{slug}.json"),
        (false, _) => format!("answers-{slug}-{count}.json"),
    };
    (1..1000).map(name).find(|name| !PathBuf::from(name).exists()).unwrap_or_else(|| name(1000))
}

/// Small letters, digits and hyphens, at most 40.
fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            _ => {}
        }
        if out.len() >= 40 {
            break;
        }
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_file_name() {
        assert_eq!(slug("Grüner Öko-Laden gGmbH & Co. KG"), "gruener-oeko-laden-ggmbh-co-kg");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("日本"), "");
        assert!(slug(&"x".repeat(500)).len() <= 40);
    }
}
