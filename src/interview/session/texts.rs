//! What a person says in their own words: notes, evidence, reasons.

use super::super::entry::{Command, Written, written};
use super::super::prompter::{Prompter, Stop};
use super::{Outcome, Place, Said, Session};

/// So much of a line may be the command before a text, and white space around it.
const SLACK: usize = 16;

impl Session<'_> {
    /// Asks for a text, in which the commands that work everywhere are no text.
    pub(super) fn text(&self, prompter: &mut dyn Prompter, ask: &str) -> Result<Said, Stop> {
        let words = self.wording.words;
        loop {
            let Some(typed) = prompter.line(ask)? else {
                prompter.say(words.not_utf8)?;
                continue;
            };
            match written(&typed) {
                Written::Text(text) => {
                    self.doubt_end(prompter, &text)?;
                    return Ok(Said::Text(text));
                }
                Written::Command(Command::Back) => return Ok(Said::Back),
                Written::Command(Command::Quit) => return Ok(Said::Quit),
                Written::Command(Command::Repeat) => {}
                Written::Command(_) => prompter.say(words.text_commands)?,
            }
        }
    }

    /// Says that the end of a long text may be missing: nothing is to be lost unnoticed.
    fn doubt_end(&self, prompter: &mut dyn Prompter, text: &str) -> Result<(), Stop> {
        match prompter.most_typed().filter(|most| text.len() + SLACK >= *most) {
            Some(most) => prompter.say(&(self.wording.words.maybe_cut)(most)),
            None => Ok(()),
        }
    }

    /// What was typed behind the command, else what is typed when asked, after what stands there already was shown.
    /// `Err`: where to go instead.
    fn own_words(
        &self,
        prompter: &mut dyn Prompter,
        typed: String,
        there: &str,
        ask: &str,
    ) -> Result<Result<String, Option<Place>>, Stop> {
        if !typed.is_empty() {
            self.doubt_end(prompter, &typed)?;
            return Ok(Ok(typed));
        }
        if !there.is_empty() {
            prompter.say(there)?;
        }
        Ok(match self.text(prompter, ask)? {
            Said::Text(text) => Ok(text),
            Said::Back => Err(None),
            Said::Quit => Err(Some(Place::End(Outcome::Quit))),
        })
    }

    pub(super) fn note(
        &mut self,
        prompter: &mut dyn Prompter,
        at: usize,
        typed: String,
    ) -> Result<Option<Place>, Stop> {
        let words = self.wording.words;
        let note = self.answer(at).and_then(|answer| answer.note.as_deref());
        let there = note.map_or_else(String::new, words.note_now);
        let text = match self.own_words(prompter, typed, &there, words.ask_note)? {
            Ok(text) => text,
            Err(place) => return Ok(place),
        };
        match text.trim() {
            "" => return Ok(None),
            "-" => self.change(at, |answer| answer.note = None)?,
            text => self.change(at, |answer| answer.note = Some(text.to_owned()))?,
        }
        prompter.say(words.note_saved)?;
        Ok(None)
    }

    pub(super) fn evidence(
        &mut self,
        prompter: &mut dyn Prompter,
        at: usize,
        typed: String,
    ) -> Result<Option<Place>, Stop> {
        let words = self.wording.words;
        let mut lines = self.wording.evidence_examples(self.index(at));
        let there = self.answer(at).map_or(&[][..], |answer| &answer.evidence);
        if !there.is_empty() {
            lines.push(words.evidence_now.to_owned());
            lines.extend(there.iter().map(|item| format!("- {item}")));
        }
        let text = match self.own_words(prompter, typed, &lines.join("\n"), words.ask_evidence)? {
            Ok(text) => text,
            Err(place) => return Ok(place),
        };
        match text.trim() {
            "" => return Ok(None),
            "-" => self.change(at, |answer| answer.evidence.clear())?,
            text => self.change(at, |answer| answer.evidence.push(text.to_owned()))?,
        }
        let count = self.answer(at).map_or(0, |answer| answer.evidence.len());
        prompter.say(&(words.evidence_saved)(count))?;
        Ok(None)
    }
}
