//! What the interview needs of whoever asks, and nothing more.

use super::entry::{Command, Offer};
use crate::error::Error;
use crate::text::InterviewWords;
use std::io;

/// Puts questions to a person and brings back what they entered. It never answers by itself: nothing is preselected,
/// and the end of the input is no answer.
pub trait Prompter {
    /// The sentence that says how questions are asked here and how to change it.
    fn mode(&self, words: &'static InterviewWords) -> &'static str;

    /// The short hint before the first question.
    fn hint(&self, words: &'static InterviewWords) -> &'static str;

    /// What can be done at a question here, as help says it.
    fn commands(&self, words: &'static InterviewWords) -> &'static str;

    /// How many bytes of a typed line arrive at most; what is as long may have been longer.
    fn most_typed(&self) -> Option<usize> {
        None
    }

    /// Says something, in lines separated by line ends.
    ///
    /// # Errors
    /// Output that fails.
    fn say(&mut self, text: &str) -> Result<(), Stop>;

    /// Says something that is to be copied, as a command line: lines are not broken.
    ///
    /// # Errors
    /// Output that fails.
    fn say_as_it_is(&mut self, text: &str) -> Result<(), Stop> {
        self.say(text)
    }

    /// Shows a question with everything that is to be read before it is answered.
    ///
    /// # Errors
    /// Output that fails.
    fn show(&mut self, prompt: &Prompt) -> Result<(), Stop>;

    /// Waits for an entry to the question that was shown last.
    ///
    /// # Errors
    /// The end of the input, Ctrl-C, or a failure.
    fn reply(&mut self, prompt: &Prompt) -> Result<Reply, Stop>;

    /// Asks for a line of free text, which may be empty; `None`: what came is no text (not UTF-8).
    ///
    /// # Errors
    /// The end of the input, Ctrl-C, or a failure.
    fn line(&mut self, ask: &str) -> Result<Option<String>, Stop>;

    /// Notes that the interview got on: a question was seen or answered for the first time. A prompter that nobody
    /// watches gives up ([`Stop::Stuck`]) when that stops happening.
    fn progress(&mut self) {}
}

/// A question with its options, in words.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// Read first: progress, the question.
    pub head: Vec<String>,
    /// Help that fits under the question where there is room for it.
    pub help: Option<String>,
    /// What can be chosen.
    pub offers: Vec<Offer>,
    /// Whether the options stand on one line.
    pub compact: bool,
    /// The line that asks for the entry.
    pub ask: String,
    /// What an empty entry means, as a label; `None`: nothing.
    pub keep: Option<String>,
    /// Whether this is a question of the rubric, with all commands, or one of those before it.
    pub full: bool,
    /// The words of the interview.
    pub words: &'static InterviewWords,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// An entry to be understood.
    Typed(String),
    /// An entry that is no text (not UTF-8).
    Damaged,
    /// An option, by its place among the offers.
    Picked(usize),
    /// What an empty entry means.
    Keep,
    /// A command.
    Command(Command),
}

/// Why no entry came.
#[derive(Debug)]
pub enum Stop {
    /// The input ended.
    End,
    /// Ctrl-C.
    Interrupted,
    /// Input that nobody watches went on and on, and the interview no longer got on.
    Stuck,
    /// Something failed.
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// How many bytes of a line a terminal hands over, where it does so line by line.
pub const TERMINAL_LINE: Option<usize> = match (cfg!(unix), cfg!(target_os = "macos")) {
    (true, true) => Some(1022),
    (true, false) => Some(4094),
    _ => None,
};

/// Linux and macOS: an input or output error.
#[cfg(unix)]
const EIO: i32 = 5;
/// Windows: there is nobody at the other end of a pipe.
#[cfg(not(unix))]
const EIO: i32 = 109;

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::Interrupted => Self::Interrupted,
            io::ErrorKind::UnexpectedEof => Self::End,
            // What a terminal says that was closed.
            _ if error.raw_os_error() == Some(EIO) => Self::End,
            _ => Self::Failed(Error::output(error)),
        }
    }
}
