//! With arrow keys, for a terminal that is wide enough. What is to be read is printed plainly and stays; only short
//! labels go to dialoguer's `Select`, which redraws them at every key and counts bytes as columns: a label that is
//! longer than a line would make it erase what stands above.

use super::entry::Command;
use super::lines::{Line, read_line};
use super::prompter::{Prompt, Prompter, Reply, Stop, TERMINAL_LINE};
use crate::text::{InterviewWords, harmless, harmless_lines, wrap};
use dialoguer::Select;
use dialoguer::console::Term;
use std::io::{self, IsTerminal, Write};

/// The narrowest terminal that gets a menu by itself, in columns.
const NARROWEST: u16 = 40;

/// The lowest terminal that gets a menu by itself: a question's options on one page.
const LOWEST: u16 = 9;

/// The lines that "More …" takes.
const MORE: usize = 10;

/// Lines longer than this are hard to read, however wide the terminal is.
const WIDEST: usize = 100;

/// The menu prompter.
pub struct Menu {
    term: Term,
    /// Lines written since the question was shown last.
    since: usize,
}

impl Default for Menu {
    fn default() -> Self {
        Self { term: Term::stderr(), since: 0 }
    }
}

impl Menu {
    /// Whether a menu is possible at all: keys and drawing need a terminal on both ends, and dialoguer three lines.
    pub fn is_possible() -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal() && Term::stderr().size().0 >= 3
    }

    /// Whether a menu would work well here.
    pub fn is_comfortable() -> bool {
        let (rows, columns) = Term::stderr().size();
        let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
        Self::is_possible() && !dumb && columns >= NARROWEST && rows >= LOWEST
    }

    /// Makes the cursor visible again: `Select` hides it, and leaves it hidden when it is broken off.
    pub fn restore_cursor() {
        let _ = Term::stderr().show_cursor();
    }

    fn columns(&self) -> usize {
        usize::from(self.term.size().1)
    }

    fn write(&mut self, text: &str) -> Result<(), Stop> {
        self.since += text.matches('\n').count();
        let mut out = io::stderr().lock();
        out.write_all(text.as_bytes()).and_then(|()| out.flush())?;
        Ok(())
    }

    /// Shows the question once more where a menu of so many items would be drawn on a screen that it has left.
    fn remind(&mut self, prompt: &Prompt, items: usize) -> Result<(), Stop> {
        let rows = usize::from(self.term.size().0);
        if self.since + items < rows {
            return Ok(());
        }
        self.write("\n")?;
        self.since = 0;
        self.say(&prompt.head.join("\n"))?;
        self.write("\n")
    }

    /// Lets the person choose with arrow keys; nothing is chosen before the first one. `None`: Esc or q.
    fn select(&self, labels: &[&str]) -> Result<Option<usize>, Stop> {
        let room = self.columns().saturating_sub(3);
        let items = cut_apart(&labels.iter().map(|label| harmless(label)).collect::<Vec<_>>(), room);
        let chosen = Select::new().items(items).interact_on_opt(&self.term);
        chosen.map_err(|dialoguer::Error::IO(error)| {
            Self::restore_cursor();
            Stop::from(error)
        })
    }

    /// Everything but answering. `None`: back to the question.
    fn more(&self, words: &InterviewWords) -> Result<Option<Command>, Stop> {
        let items = &words.menu_items;
        let labels = [
            items.back_to_question,
            items.help,
            items.previous,
            items.next,
            items.note,
            items.evidence,
            items.go_to,
            items.list,
            items.easy,
            items.quit,
        ];
        let commands = [
            Command::Help,
            Command::Back,
            Command::Next,
            Command::Note(String::new()),
            Command::Evidence(String::new()),
            Command::GoTo(String::new()),
            Command::List,
            Command::Easy,
            Command::Quit,
        ];
        let chosen = self.select(&labels)?.and_then(|place| place.checked_sub(1));
        Ok(chosen.and_then(|place| commands.into_iter().nth(place)))
    }
}

/// Labels cut to a number of bytes each; where they would look alike, their ends stay and the middle goes.
fn cut_apart(labels: &[String], room: usize) -> Vec<String> {
    let cuts: Vec<String> = labels.iter().map(|label| cut(label, room)).collect();
    let alike = |at: usize| cuts.iter().enumerate().any(|(other, text)| other != at && *text == cuts[at]);
    let apart = |(at, label): (usize, &String)| {
        if label.len() <= room || !alike(at) {
            return cuts[at].clone();
        }
        let head = cut(label, room / 2);
        let start = label.len() - room.saturating_sub(head.len()).min(label.len());
        let start = (start..=label.len()).find(|&start| label.is_char_boundary(start)).unwrap_or(label.len());
        format!("{head}{}", label[start..].trim_start())
    };
    labels.iter().enumerate().map(apart).collect()
}

/// A label cut to a number of bytes, which is never less than its columns.
fn cut(label: &str, room: usize) -> String {
    if label.len() <= room {
        return label.to_owned();
    }
    let room = room.saturating_sub('…'.len_utf8());
    let end = (0..=room).rev().find(|&end| label.is_char_boundary(end)).unwrap_or(0);
    format!("{}…", label[..end].trim_end())
}

/// Text wrapped by word.
fn wrapped(text: &str, columns: usize) -> String {
    let columns = columns.saturating_sub(1).clamp(10, WIDEST);
    let lines = text.lines().map(|line| textwrap::fill(line, wrap::options(columns)));
    lines.collect::<Vec<_>>().join("\n")
}

impl Prompter for Menu {
    fn mode(&self, words: &'static InterviewWords) -> &'static str {
        words.mode_menu
    }

    fn most_typed(&self) -> Option<usize> {
        TERMINAL_LINE
    }

    fn hint(&self, words: &'static InterviewWords) -> &'static str {
        words.hint_menu
    }

    fn commands(&self, words: &'static InterviewWords) -> &'static str {
        words.commands_menu
    }

    fn say(&mut self, text: &str) -> Result<(), Stop> {
        self.write(&format!("{}\n", wrapped(&harmless_lines(text), self.columns())))
    }

    fn say_as_it_is(&mut self, text: &str) -> Result<(), Stop> {
        self.write(&format!("{}\n", harmless_lines(text)))
    }

    fn show(&mut self, prompt: &Prompt) -> Result<(), Stop> {
        self.write("\n")?;
        self.since = 0;
        self.say(&prompt.head.join("\n"))?;
        if let Some(help) = &prompt.help {
            self.write("\n")?;
            self.say(help)?;
        }
        self.write("\n")
    }

    fn reply(&mut self, prompt: &Prompt) -> Result<Reply, Stop> {
        let words = prompt.words;
        let shown = |label: &str| prompt.offers.iter().any(|offer| offer.label == label);
        let mut labels: Vec<&str> = prompt.offers.iter().map(|offer| offer.label.as_str()).collect();
        let mut replies: Vec<Option<Reply>> = (0..labels.len()).map(|place| Some(Reply::Picked(place))).collect();
        let keep = prompt.keep.as_ref().map(|label| if prompt.full { (words.keep)(label) } else { label.clone() });
        if let Some(keep) = keep.as_deref().filter(|keep| prompt.full || !shown(keep)) {
            labels.push(keep);
            replies.push(Some(Reply::Keep));
        }
        if prompt.full {
            labels.push(words.more);
            replies.push(None);
        } else if !shown(words.menu_items.quit_now) {
            labels.push(words.menu_items.quit_now);
            replies.push(Some(Reply::Command(Command::Quit)));
        }
        self.remind(prompt, labels.len())?;
        loop {
            let Some(place) = self.select(&labels)? else { return Ok(Reply::Command(Command::Back)) };
            if let Some(reply) = replies.get(place).cloned().flatten() {
                return Ok(reply);
            }
            if let Some(command) = self.more(words)? {
                return Ok(Reply::Command(command));
            }
            // The longer menu may have pushed the question away.
            self.remind(prompt, MORE)?;
        }
    }

    fn line(&mut self, ask: &str) -> Result<Option<String>, Stop> {
        self.write(&format!("{} ", wrapped(&harmless(ask), self.columns())))?;
        let line = read_line(&mut io::stdin().lock(), false)?;
        // What was typed takes room too, with its Enter.
        let typed = if let Line::Text(line) = &line { line.len() } else { 0 };
        self.since += 1 + typed / self.columns().max(1);
        match line {
            Line::Text(line) => Ok(Some(line)),
            Line::Damaged => Ok(None),
            Line::End => {
                self.write("\n")?;
                Err(Stop::End)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_fit_by_bytes_and_end_between_characters() {
        assert_eq!(cut("Weiß ich nicht", 20), "Weiß ich nicht");
        assert_eq!(cut("Größenordnungen", 8), "Grö…");
        for room in 0..40 {
            assert!(cut("Für die ganze Größe, äußerst öde Übung", room).len() <= room.max('…'.len_utf8()));
        }
    }

    #[test]
    fn labels_that_begin_alike_are_told_apart_by_their_ends() {
        let labels = ["Co-production with people: full", "Co-production with people: quick", "Other"];
        let labels = labels.map(str::to_owned);
        assert_eq!(cut_apart(&labels, 20), ["Co-prod…ople: full", "Co-prod…ple: quick", "Other"]);
        assert_eq!(cut_apart(&labels, 60), labels);
        for room in 0..40 {
            let umlauts = ["öäüöäüöäüöäüöäüöäü1".to_owned(), "öäüöäüöäüöäüöäüöäü2".to_owned()];
            assert!(cut_apart(&umlauts, room).iter().all(|text| text.len() <= room.max('…'.len_utf8())), "{room}");
        }
    }

    #[test]
    fn text_is_wrapped_by_word() {
        let text = wrapped("Werden Beschäftigte mit Behinderung an der Planung beteiligt?\nJa.", 40);
        assert!(text.lines().all(|line| line.chars().count() < 40), "{text}");
        assert_eq!(text.replace('\n', " "), "Werden Beschäftigte mit Behinderung an der Planung beteiligt? Ja.");
    }
}
