//! The interview itself: order, back, skip, notes, saving after every answer, and the review at the end.

mod texts;

use super::entry::{Command, Entry, command, number, understand};
use super::prompter::{Prompt, Prompter, Reply, Stop};
use super::question::Wording;
use crate::error::Error;
use crate::model::order::sort_by_key;
use crate::model::{Answer, Given, Rubric, Sheet};
use std::collections::BTreeSet;

/// How an interview ended; all that was answered is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The review was left.
    Done,
    /// The person wants to go on later.
    Quit,
    /// The input ended before every question was answered.
    Ended,
    /// Ctrl-C.
    Interrupted,
    /// The input went on without an end and without any progress.
    Stuck,
}

/// Saves a sheet.
pub type Save<'a> = dyn FnMut(&Sheet) -> Result<(), Error> + 'a;

/// An interview about one sheet.
pub struct Session<'a> {
    wording: Wording<'a>,
    /// The questions that are asked, in the order in which they are asked.
    asked: Vec<usize>,
    sheet: &'a mut Sheet,
    save: &'a mut Save<'a>,
    /// Places of questions that were answered before this session: they are not asked again by themselves.
    before: BTreeSet<usize>,
    /// How many questions were shown.
    shown: usize,
    /// Places of questions that were shown.
    seen: BTreeSet<usize>,
    reviewed: bool,
}

/// Where the interview stands.
enum Place {
    /// At a question, by its place in the order; `returning`: to the review, not to the next question.
    Question {
        at: usize,
        returning: bool,
    },
    Review,
    End(Outcome),
}

/// What was written where a text was asked for.
enum Said {
    Text(String),
    Back,
    Quit,
}

/// The questions of a rubric that a perspective is asked in a setting, by principle, then by level.
pub fn order(rubric: &Rubric, perspective: Option<&str>, setting: Option<&str>) -> Vec<usize> {
    let mut asked: Vec<usize> =
        (0..rubric.questions.len()).filter(|&index| rubric.asks(index, perspective, setting)).collect();
    sort_by_key(&mut asked, |&index| rubric.questions.get(index).map(|question| (question.principle, question.level)));
    asked
}

impl<'a> Session<'a> {
    /// Prepares an interview that asks these questions.
    pub fn new(wording: Wording<'a>, asked: Vec<usize>, sheet: &'a mut Sheet, save: &'a mut Save<'a>) -> Self {
        let (before, seen) = (BTreeSet::new(), BTreeSet::new());
        let mut session = Self { wording, asked, sheet, save, before, shown: 0, seen, reviewed: false };
        session.before = (0..session.asked.len()).filter(|&at| session.now(at).is_some()).collect();
        session
    }

    /// How many questions are answered.
    pub fn answered(&self) -> usize {
        (0..self.asked.len()).filter(|&at| self.now(at).is_some()).count()
    }

    /// Asks from the first unanswered question on.
    ///
    /// # Errors
    /// What cannot be saved, read or written.
    pub fn run(mut self, prompter: &mut dyn Prompter) -> Result<Outcome, Error> {
        match self.ask_all(prompter) {
            Ok(outcome) => Ok(outcome),
            Err(Stop::End) if self.unanswered().is_empty() => Ok(Outcome::Done),
            Err(Stop::End) => Ok(Outcome::Ended),
            Err(Stop::Interrupted) => Ok(Outcome::Interrupted),
            Err(Stop::Stuck) => Ok(Outcome::Stuck),
            Err(Stop::Failed(error)) => Err(error),
        }
    }

    fn ask_all(&mut self, prompter: &mut dyn Prompter) -> Result<Outcome, Stop> {
        prompter.say(prompter.hint(self.wording.words))?;
        let first = self.unanswered().first().copied();
        let mut place = first.map_or(Place::Review, |at| Place::Question { at, returning: false });
        loop {
            place = match place {
                Place::Question { at, returning } => self.ask(prompter, at, returning)?,
                Place::Review => self.review(prompter)?,
                Place::End(outcome) => return Ok(outcome),
            };
        }
    }

    /// One question, until it is clear where to go from it.
    fn ask(&mut self, prompter: &mut dyn Prompter, at: usize, returning: bool) -> Result<Place, Stop> {
        let compact = self.shown >= 3;
        self.shown += 1;
        if self.seen.insert(at) {
            prompter.progress();
        }
        let mut prompt = self.prompt(at, compact);
        prompter.show(&prompt)?;
        loop {
            let (reply, typed) = match prompter.reply(&prompt)? {
                Reply::Typed(typed) => (understand(&typed, &prompt.offers), typed),
                Reply::Picked(place) => (Entry::Chosen(place), String::new()),
                Reply::Keep => (Entry::Empty, String::new()),
                Reply::Command(command) => (Entry::Command(command), String::new()),
                Reply::Damaged => {
                    prompter.say(self.wording.words.not_utf8)?;
                    continue;
                }
            };
            match reply {
                Entry::Chosen(place) => {
                    let elsewhere = self.choose(prompter, at, place, returning)?;
                    return Ok(elsewhere.unwrap_or_else(|| self.after(at, returning)));
                }
                Entry::Empty if prompt.keep.is_some() => return Ok(self.after(at, returning)),
                Entry::Empty => prompter.say(&(self.wording.words.nothing_entered)(prompt.offers.len()))?,
                Entry::Unknown => self.not_understood(prompter, &typed, &prompt)?,
                Entry::Command(command) => {
                    if let Some(place) = self.obey(prompter, command, at, returning, &mut prompt)? {
                        return Ok(place);
                    }
                }
            }
        }
    }

    /// Does what a command says; `None`: the question still waits.
    fn obey(
        &mut self,
        prompter: &mut dyn Prompter,
        command: Command,
        at: usize,
        returning: bool,
        prompt: &mut Prompt,
    ) -> Result<Option<Place>, Stop> {
        let words = self.wording.words;
        match command {
            Command::Back if returning => return Ok(Some(Place::Review)),
            Command::Back => match at.checked_sub(1) {
                Some(at) => return Ok(Some(Place::Question { at, returning })),
                None => prompter.say(words.first_question)?,
            },
            Command::Help => {
                prompter.say(&self.wording.all_help(self.index(at)))?;
                prompter.say(prompter.commands(words))?;
            }
            Command::Repeat => prompter.show(prompt)?,
            Command::Next => {
                if self.now(at).is_none() {
                    prompter.say(words.skipped)?;
                }
                return Ok(Some(self.after(at, returning)));
            }
            Command::List => prompter.say(&self.list())?,
            Command::GoTo(typed) => return self.go_to(prompter, typed, returning),
            Command::Note(text) => return self.note(prompter, at, text),
            Command::Evidence(text) => return self.evidence(prompter, at, text),
            Command::Easy if !self.wording.has_easy() => prompter.say(words.no_easy)?,
            Command::Easy => {
                self.wording.easy = !self.wording.easy;
                if self.wording.easy {
                    prompter.say(&format!("{} {}.", words.easy_on, words.easy_label))?;
                } else {
                    prompter.say(words.easy_off)?;
                }
                *prompt = self.prompt(at, prompt.compact);
                prompter.show(prompt)?;
            }
            Command::Quit => return Ok(Some(Place::End(Outcome::Quit))),
        }
        Ok(None)
    }

    /// The place after a question: the next one that was not answered before this session, else the review.
    fn after(&self, at: usize, returning: bool) -> Place {
        let next = (at + 1..self.asked.len()).find(|at| !self.before.contains(at));
        match next {
            Some(at) if !returning => Place::Question { at, returning },
            _ => Place::Review,
        }
    }

    /// Takes an answer, saves it before anything else is asked, and asks why a question does not apply. `None`: on from
    /// here.
    fn choose(
        &mut self,
        prompter: &mut dyn Prompter,
        at: usize,
        place: usize,
        returning: bool,
    ) -> Result<Option<Place>, Stop> {
        let Some(given) = self.wording.givens(self.index(at)).get(place).copied() else { return Ok(None) };
        let first = self.now(at).is_none();
        self.change(at, |answer| {
            answer.given = Some(given);
            if given != Given::NotApplicable {
                answer.reason = None;
            }
        })?;
        if first {
            prompter.progress();
        }
        prompter.say(&(self.wording.words.chosen)(self.wording.label(given)))?;
        if given == Given::NotApplicable {
            match self.text(prompter, self.wording.words.ask_reason)? {
                Said::Text(reason) if reason.is_empty() => {}
                Said::Text(reason) if reason.trim() == "-" => self.change(at, |answer| answer.reason = None)?,
                Said::Text(reason) => self.change(at, |answer| answer.reason = Some(reason))?,
                Said::Back => return Ok(Some(Place::Question { at, returning })),
                Said::Quit => return Ok(Some(Place::End(Outcome::Quit))),
            }
        }
        Ok(None)
    }

    /// The question that a number or an id means; asks for it if nothing was typed.
    fn go_to(&mut self, prompter: &mut dyn Prompter, typed: String, returning: bool) -> Result<Option<Place>, Stop> {
        let words = self.wording.words;
        let last = self.asked.len();
        let ask = typed.is_empty();
        let mut typed = typed;
        // Asked again after a slip: else the number that is typed next would be taken as an answer.
        loop {
            if ask {
                typed = match self.text(prompter, &(words.ask_go_to)(last))? {
                    Said::Text(text) if text.is_empty() => return Ok(None),
                    Said::Text(text) => text,
                    Said::Back => return Ok(None),
                    Said::Quit => return Ok(Some(Place::End(Outcome::Quit))),
                };
            }
            let typed = typed.trim();
            if let Some(at) = self.place_of(typed) {
                return Ok(Some(Place::Question { at, returning }));
            }
            prompter.say(&(words.no_such_question)(&short(typed), last))?;
            if !ask {
                return Ok(None);
            }
        }
    }

    fn place_of(&self, typed: &str) -> Option<usize> {
        let by_number = number(typed).and_then(|number| number.checked_sub(1)).filter(|&at| at < self.asked.len());
        by_number.or_else(|| (0..self.asked.len()).find(|&at| self.id(at).eq_ignore_ascii_case(typed)))
    }

    /// What is unanswered, then every answer, then changes by number until Enter.
    fn review(&mut self, prompter: &mut dyn Prompter) -> Result<Place, Stop> {
        let words = self.wording.words;
        let last = self.asked.len();
        if !std::mem::replace(&mut self.reviewed, true) {
            prompter.say(&self.list())?;
            prompter.say(&self.overview())?;
        }
        loop {
            let Some(typed) = prompter.line(&(words.review_ask)(last))? else {
                prompter.say(words.not_utf8)?;
                continue;
            };
            if typed.trim().is_empty() {
                return Ok(Place::End(Outcome::Done));
            }
            if let Some(at) = self.place_of(typed.trim()) {
                return Ok(Place::Question { at, returning: true });
            }
            match command(&typed) {
                Some(Command::Quit) => return Ok(Place::End(Outcome::Quit)),
                Some(Command::Back) => return Ok(Place::Question { at: last.saturating_sub(1), returning: true }),
                Some(Command::Repeat) => prompter.say(&self.overview())?,
                Some(Command::List) => prompter.say(&self.list())?,
                Some(Command::Help) => prompter.say(words.review_commands)?,
                Some(Command::GoTo(typed)) => {
                    if let Some(place) = self.go_to(prompter, typed, true)? {
                        return Ok(place);
                    }
                }
                _ => prompter.say(&(words.no_such_question)(&short(&typed), last))?,
            }
        }
    }

    /// The unanswered questions.
    fn list(&self) -> String {
        let words = self.wording.words;
        let open = self.unanswered();
        if open.is_empty() {
            return words.all_answered.to_owned();
        }
        let lines = open.iter().map(|&at| format!("{}. {}", at + 1, self.wording.question(self.index(at))));
        std::iter::once((words.unanswered_head)(open.len())).chain(lines).collect::<Vec<_>>().join("\n")
    }

    /// Every question with its answer, and with what was written beside it.
    fn overview(&self) -> String {
        let words = self.wording.words;
        let lines = (0..self.asked.len()).map(|at| {
            let answer = self.now(at).map_or(words.no_answer_yet, |given| self.wording.label(given));
            let beside = self.answer(at).map_or_else(Vec::new, |answer| {
                let there = [answer.reason.is_some(), answer.note.is_some(), !answer.evidence.is_empty()];
                words.beside.iter().zip(there).filter(|(_, there)| *there).map(|(name, _)| *name).collect()
            });
            let beside = if beside.is_empty() { String::new() } else { format!(" ({})", beside.join(", ")) };
            (words.review_line)(at + 1, self.wording.question(self.index(at)), &format!("{answer}{beside}"))
        });
        std::iter::once(words.review_head.to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
    }

    fn not_understood(&self, prompter: &mut dyn Prompter, typed: &str, prompt: &Prompt) -> Result<(), Stop> {
        prompter.say(&(self.wording.words.not_understood)(&short(typed.trim()), prompt.offers.len()))
    }

    fn prompt(&self, at: usize, compact: bool) -> Prompt {
        self.wording.prompt(self.index(at), at + 1, self.asked.len(), self.now(at), compact)
    }

    /// Changes an answer and saves the sheet, unless nothing changed.
    fn change(&mut self, at: usize, how: impl FnOnce(&mut Answer)) -> Result<(), Stop> {
        let id = self.id(at).to_owned();
        let answer = self.sheet.answers.entry(id).or_default();
        let before = answer.clone();
        how(answer);
        if *answer != before {
            (self.save)(self.sheet)?;
        }
        Ok(())
    }

    fn index(&self, at: usize) -> usize {
        self.asked.get(at).copied().unwrap_or(usize::MAX)
    }

    fn id(&self, at: usize) -> &str {
        self.wording.rubric.questions.get(self.index(at)).map_or("", |question| question.id.as_str())
    }

    fn answer(&self, at: usize) -> Option<&Answer> {
        self.sheet.answers.get(self.id(at))
    }

    /// The answer that counts: "not applicable" where it is not allowed counts as unanswered.
    fn now(&self, at: usize) -> Option<Given> {
        let given = self.sheet.given(self.id(at))?;
        self.wording.givens(self.index(at)).contains(&given).then_some(given)
    }

    fn unanswered(&self) -> Vec<usize> {
        (0..self.asked.len()).filter(|&at| self.now(at).is_none()).collect()
    }
}

/// What somebody typed, short enough to be said back.
fn short(typed: &str) -> String {
    crate::text::shorten(typed, 40)
}
