//! Line by line, for screen readers, braille and pipes: what was written stays, nothing is drawn, no escape sequence.

use super::prompter::{Prompt, Prompter, Reply, Stop, TERMINAL_LINE};
use crate::error::{Fault, Problem};
use crate::text::{InterviewWords, harmless, harmless_lines};
use std::io::{self, BufRead, IsTerminal, Read, Write};

/// The longest line that is read, in bytes; what is longer is no answer of a person.
const LONGEST: u64 = 32 * 1024 * 1024;

/// After so many entries from a pipe without any progress nobody is answering: `yes 1` would change answers for ever.
const PATIENCE: usize = 1000;

/// The line prompter.
pub struct Lines<R, W> {
    input: R,
    output: W,
    /// Whether what is typed, and its Enter, is seen behind the prompt.
    echoed: bool,
    /// Whether nothing was read yet.
    first: bool,
    /// Entries since the last progress.
    idle: usize,
}

impl Lines<io::StdinLock<'static>, io::Stderr> {
    /// Reads standard input, which is locked meanwhile, and writes to standard error, so that standard output stays
    /// free for results.
    pub fn standard() -> Self {
        let echoed = io::stdin().is_terminal();
        Self::new(io::stdin().lock(), io::stderr(), echoed)
    }
}

impl<R: BufRead, W: Write> Lines<R, W> {
    /// Reads from `input`, writes to `output`; `echoed`: a person sees what they type.
    pub fn new(input: R, output: W, echoed: bool) -> Self {
        Self { input, output, echoed, first: true, idle: 0 }
    }

    fn write(&mut self, text: &str) -> Result<(), Stop> {
        // In one go: a screen reader speaks what arrives, and must not be cut off in the middle.
        self.output.write_all(text.as_bytes()).and_then(|()| self.output.flush())?;
        Ok(())
    }
}

/// What was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A line without its end.
    Text(String),
    /// A line that is not UTF-8: storing it would store something else than was meant.
    Damaged,
    /// The input has ended.
    End,
}

/// Reads a line.
pub(super) fn read_line(input: &mut impl BufRead, first: bool) -> Result<Line, Stop> {
    let mut bytes = Vec::new();
    match input.take(LONGEST + 1).read_until(b'\n', &mut bytes) {
        Ok(0) => return Ok(Line::End),
        Ok(_) => {}
        // A Windows console says so of half a character.
        Err(error) if error.kind() == io::ErrorKind::InvalidData => return Ok(Line::Damaged),
        Err(error) => return Err(error.into()),
    }
    if bytes.len() as u64 > LONGEST {
        let fault = Fault::TooLarge { limit_mib: LONGEST / (1024 * 1024) };
        return Err(Stop::Failed(Problem::whole("-", fault).into()));
    }
    let Ok(text) = std::str::from_utf8(&bytes) else { return Ok(Line::Damaged) };
    let text = if first { text.strip_prefix('\u{feff}').unwrap_or(text) } else { text };
    Ok(Line::Text(text.trim_end_matches(['\n', '\r']).to_owned()))
}

impl<R: BufRead, W: Write> Prompter for Lines<R, W> {
    fn mode(&self, words: &'static InterviewWords) -> &'static str {
        words.mode_lines
    }

    fn most_typed(&self) -> Option<usize> {
        TERMINAL_LINE.filter(|_| self.echoed)
    }

    fn hint(&self, words: &'static InterviewWords) -> &'static str {
        words.hint
    }

    fn commands(&self, words: &'static InterviewWords) -> &'static str {
        words.commands
    }

    fn progress(&mut self) {
        self.idle = 0;
    }

    fn say(&mut self, text: &str) -> Result<(), Stop> {
        self.write(&format!("{}\n", harmless_lines(text)))
    }

    fn show(&mut self, prompt: &Prompt) -> Result<(), Stop> {
        let mut lines: Vec<String> = prompt.head.clone();
        let numbered = prompt.offers.iter().enumerate();
        if prompt.compact {
            let all: Vec<String> = numbered.map(|(i, offer)| format!("{} {}", i + 1, offer.label)).collect();
            // Labels may have commas of their own.
            lines.push(format!("{}.", all.join("; ")));
        } else {
            lines.extend(numbered.map(|(i, offer)| format!("{}. {}", i + 1, offer.label)));
        }
        self.say(&lines.join("\n"))
    }

    fn reply(&mut self, prompt: &Prompt) -> Result<Reply, Stop> {
        self.line(&prompt.ask).map(|typed| typed.map_or(Reply::Damaged, Reply::Typed))
    }

    fn line(&mut self, ask: &str) -> Result<Option<String>, Stop> {
        self.idle += 1;
        if !self.echoed && self.idle > PATIENCE {
            return Err(Stop::Stuck);
        }
        let end = if self.echoed { " " } else { "\n" };
        self.write(&format!("{}{end}", harmless(ask)))?;
        match read_line(&mut self.input, std::mem::take(&mut self.first))? {
            Line::Text(line) => Ok(Some(line)),
            Line::Damaged => Ok(None),
            Line::End => {
                if self.echoed {
                    self.write("\n")?;
                }
                Err(Stop::End)
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::interview::entry::Offer;
    use crate::text::english;

    fn prompt(compact: bool) -> Prompt {
        Prompt {
            head: vec!["Question 1 of 2.".into(), "Is it\u{1b}[31m red?".into()],
            help: Some("never shown by itself".into()),
            offers: vec![Offer::new("No", "no"), Offer::new("Yes", "yes")],
            compact,
            ask: "Answer 1 to 2:".into(),
            keep: None,
            full: true,
            words: &english().interview,
        }
    }

    #[test]
    fn nothing_but_lines_is_written() {
        let mut out = Vec::new();
        let mut lines = Lines::new(&b"\xEF\xBB\xBFyes\r\n"[..], &mut out, false);
        lines.show(&prompt(false)).unwrap();
        lines.show(&prompt(true)).unwrap();
        assert_eq!(lines.reply(&prompt(true)).unwrap(), Reply::Typed("yes".into()));
        assert!(matches!(lines.reply(&prompt(true)), Err(Stop::End)));
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "Question 1 of 2.\nIs it[U+001B][31m red?\n1. No\n2. Yes\n\
             Question 1 of 2.\nIs it[U+001B][31m red?\n1 No; 2 Yes.\nAnswer 1 to 2:\nAnswer 1 to 2:\n"
        );
    }
}
