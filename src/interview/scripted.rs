//! By a script, for tests: every entry must be asked for, and what was said is kept.

use super::entry::Command;
use super::prompter::{Prompt, Prompter, Reply, Stop};
use crate::text::InterviewWords;
use std::collections::VecDeque;

/// The scripted prompter.
pub struct Scripted {
    entries: VecDeque<Reply>,
    /// Everything that was said, shown and asked.
    pub said: Vec<String>,
    /// How long a typed line can be.
    pub most: Option<usize>,
}

impl Scripted {
    /// Will enter these lines, then the input ends.
    pub fn new(entries: &[&str]) -> Self {
        let entries = entries.iter().map(|text| Reply::Typed((*text).to_owned())).collect();
        Self { entries, said: Vec::new(), most: None }
    }

    /// Adds a command as a menu would send it.
    pub fn then(mut self, command: Command) -> Self {
        self.entries.push_back(Reply::Command(command));
        self
    }

    /// Adds a line that is not UTF-8.
    pub fn then_damage(mut self) -> Self {
        self.entries.push_back(Reply::Damaged);
        self
    }

    /// Adds a line.
    pub fn then_type(mut self, text: &str) -> Self {
        self.entries.push_back(Reply::Typed(text.to_owned()));
        self
    }

    /// Whether something like this was said.
    pub fn heard(&self, part: &str) -> bool {
        self.said.iter().any(|line| line.contains(part))
    }
}

impl Drop for Scripted {
    fn drop(&mut self) {
        // A leftover entry means that a question was not asked.
        assert!(self.entries.is_empty() || std::thread::panicking(), "never asked for: {:?}", self.entries);
    }
}

impl Prompter for Scripted {
    fn mode(&self, words: &'static InterviewWords) -> &'static str {
        words.mode_lines
    }

    fn most_typed(&self) -> Option<usize> {
        self.most
    }

    fn hint(&self, words: &'static InterviewWords) -> &'static str {
        words.hint
    }

    fn commands(&self, words: &'static InterviewWords) -> &'static str {
        words.commands
    }

    fn say(&mut self, text: &str) -> Result<(), Stop> {
        self.said.push(text.to_owned());
        Ok(())
    }

    fn show(&mut self, prompt: &Prompt) -> Result<(), Stop> {
        self.said.push(prompt.head.join("\n"));
        let labels: Vec<&str> = prompt.offers.iter().map(|offer| offer.label.as_str()).collect();
        self.said.push(labels.join(if prompt.compact { ", " } else { "\n" }));
        Ok(())
    }

    fn reply(&mut self, prompt: &Prompt) -> Result<Reply, Stop> {
        self.said.push(prompt.ask.clone());
        self.entries.pop_front().ok_or(Stop::End)
    }

    fn line(&mut self, ask: &str) -> Result<Option<String>, Stop> {
        self.said.push(ask.to_owned());
        match self.entries.pop_front().ok_or(Stop::End)? {
            Reply::Typed(text) => Ok(Some(text)),
            Reply::Damaged => Ok(None),
            other => panic!("a line was asked for, the script has {other:?}"),
        }
    }
}
