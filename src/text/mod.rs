//! The program's own words: one typed struct of strings a language, so that a missing text is a compile error.
//! A new language is a folder beside `en`, and an entry in [`LANGUAGES`].

mod de;
mod en;
mod form;
mod gate;
mod import;
mod interview;
mod numbers;
mod plan;
mod report;
mod rubric;
mod sections;
mod spreadsheet;
mod tabular;
mod usage;
mod verbose;
mod voices;
pub mod wrap;

pub use form::{FormWords, Said};
pub use import::ImportWords;
mod trend;

pub use gate::GateWords;
pub use interview::InterviewWords;
pub use numbers::Numbers;
pub use plan::PlanWords;
pub use report::ReportWords;
pub use rubric::RubricWords;
pub use sections::SectionWords;
pub use spreadsheet::{FrontField, SpreadsheetWords, XlsFormWords};
pub use tabular::TabularWords;
pub use trend::TrendWords;
pub use usage::{HelpMarks, UsageWords};
pub use verbose::{LanguageFrom, VerboseWords};
pub use voices::VoiceWords;

use crate::error::{Error, Fault, Misuse, Problem};
use std::io;
use std::path::Path;

/// All words of one language.
#[derive(Debug)]
pub struct Words {
    /// BCP 47 tag.
    pub language: &'static str,
    /// The language's own name.
    pub name: &'static str,
    /// Small words that are frequent in the language and are none of another that the program speaks: they tell what
    /// language a citation is in.
    pub marks: &'static [&'static str],
    /// How a date is written: year, month 1–12, day if there is one.
    pub written_date: fn(&str, usize, Option<u8>) -> String,
    /// How numbers are written.
    pub numbers: Numbers,
    /// Reports.
    pub report: ReportWords,
    /// The full report's longer parts.
    pub sections: SectionWords,
    /// Many voices.
    pub voices: VoiceWords,
    /// Spreadsheets and web pages.
    pub tabular: TabularWords,
    /// Plans.
    pub plan: PlanWords,
    /// Questionnaires in spreadsheets.
    pub spreadsheet: SpreadsheetWords,
    /// Comparisons over time.
    pub trend: TrendWords,
    /// The gate.
    pub gate: GateWords,
    /// The interview.
    pub interview: InterviewWords,
    /// Imports.
    pub import: ImportWords,
    /// What is said of rubrics.
    pub rubric: RubricWords,
    /// Questionnaires to fill in elsewhere.
    pub form: FormWords,
    /// Messages of commands.
    pub program: ProgramWords,
    /// What is wrong with an input and what to do.
    pub fault: fn(&Fault) -> String,
    /// What is wrong with a command line and what to do.
    pub misuse: fn(&Misuse) -> String,
    /// The help's words by command and option; `None` keeps the English ones of the command line's definition.
    pub help: fn(&str, &str) -> Option<&'static str>,
    /// The words of the command line.
    pub usage: UsageWords,
    /// What `--verbose` says.
    pub verbose: VerboseWords,
    /// Headings of the help: usage, commands, arguments, options.
    pub help_heads: [&'static str; 4],
}

/// Messages of commands.
#[derive(Debug)]
pub struct ProgramWords {
    /// Begins an error line.
    pub error: &'static str,
    /// Begins a warning line.
    pub warning: &'static str,
    /// Line and column of a place.
    pub place: fn(usize, usize) -> String,
    /// A file that cannot be read, with the system's word.
    pub cannot_read: fn(&Path, &str) -> String,
    /// A file that cannot be written, with the system's word.
    pub cannot_write: fn(&Path, &str) -> String,
    /// Standard input or output that failed, with the system's word.
    pub stream: fn(&str) -> String,
    /// The system's usual reasons in words: not found, no permission, a folder, no space left, invalid folder.
    pub reasons: [&'static str; 5],
    /// That another interview is working on a file.
    pub in_use: fn(&Path) -> String,
    /// The reason that the folder of a file to write is not there.
    pub no_folder: fn(&Path) -> String,
    /// A file was written.
    pub written: fn(&Path) -> String,
    /// A rubric without findings.
    pub lint_clean: fn(&str) -> String,
    /// A rubric with findings: errors and warnings.
    pub lint_found: fn(usize, usize) -> String,
    /// Heads of the list of rubrics: id, title, version, questions, kind, languages.
    pub rubric_heads: [&'static str; 6],
    /// "full" and "quick".
    pub rubric_kinds: [&'static str; 2],
    /// Statements stand in the whole report only.
    pub statements_left_out: &'static str,
    /// What could not be printed as it is.
    pub unprintable: fn(&Loss) -> String,
}

/// What a format could not write as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loss {
    /// Characters that the fonts lack; their numbers stand instead.
    Unprintable {
        /// Their numbers: `[U+1F600]`.
        characters: String,
        /// The beginning of the text that they are in.
        text: String,
    },
    /// So many more texts have such characters.
    More(usize),
}

/// Whether a word is the name of a month in one of the program's languages.
pub fn is_month(word: &str) -> bool {
    de::MONTHS.contains(&word) || en::MONTHS.contains(&word)
}

impl Words {
    /// A date `2026-03-14` or `2026-03` as the language writes it; anything else stays as it is.
    pub fn date(&self, date: &str) -> String {
        let mut parts = date.split('-');
        let (year, month, day) = (parts.next(), parts.next(), parts.next());
        let month = month.and_then(|month| month.parse::<usize>().ok()).filter(|month| (1..=12).contains(month));
        match (year, month, day.map(str::parse::<u8>)) {
            (Some(year), Some(month), None) => (self.written_date)(year, month, None),
            (Some(year), Some(month), Some(Ok(day))) => (self.written_date)(year, month, Some(day)),
            _ => date.to_owned(),
        }
    }

    /// A problem on one line: where, what, what to do. Text from outside is shown harmlessly.
    pub fn problem(&self, problem: &Problem) -> String {
        let mut out = problem.file.clone();
        if !problem.pointer.is_empty() {
            out.push_str(&format!(": {}", problem.pointer));
        }
        if let Some(cell) = &problem.cell {
            // What a workbook says of itself stands in no cell.
            let place = self.import.place(cell);
            if !place.is_empty() {
                out.push_str(&format!(": {place}"));
            }
        }
        if let Some(place) = problem.place {
            out.push_str(&format!(" ({})", (self.program.place)(place.line, place.column)));
        }
        if !out.is_empty() {
            out.push_str(": ");
        }
        out.push_str(&(self.fault)(&problem.fault));
        harmless(&shorten(&out, 2000))
    }

    /// The lines of an error, without the word that begins them; empty where there is nothing to say.
    pub fn error(&self, error: &Error) -> Vec<String> {
        match error {
            Error::Input(problems) => problems.iter().map(|problem| self.problem(problem)).collect(),
            Error::File { path, writing, source } => {
                let say = if *writing { self.program.cannot_write } else { self.program.cannot_read };
                vec![harmless(&format!("{}.", say(path, &self.reason(source))))]
            }
            Error::NoFolder { path, folder } => {
                let reason = (self.program.no_folder)(folder);
                vec![harmless(&format!("{}.", (self.program.cannot_write)(path, &reason)))]
            }
            Error::InUse(path) => vec![harmless(&(self.program.in_use)(path))],
            Error::Stream(source) => vec![format!("{}.", (self.program.stream)(&self.reason(source)))],
            Error::Usage(Misuse::Several(all)) => all.iter().map(|misuse| harmless(&(self.misuse)(misuse))).collect(),
            Error::Usage(misuse) => vec![harmless(&(self.misuse)(misuse))],
            Error::Interrupted | Error::ClosedPipe => Vec::new(),
        }
    }

    /// The system's reason in words; its own ones where it is a rare one.
    fn reason(&self, error: &io::Error) -> String {
        let [not_found, no_permission, folder, no_space, no_folder] = self.program.reasons;
        match error.kind() {
            io::ErrorKind::NotFound => not_found.to_owned(),
            io::ErrorKind::PermissionDenied => no_permission.to_owned(),
            io::ErrorKind::IsADirectory => folder.to_owned(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => no_space.to_owned(),
            io::ErrorKind::NotADirectory => no_folder.to_owned(),
            _ => error.to_string(),
        }
    }
}

/// The languages of the program; the first is used where no other fits.
pub static LANGUAGES: [&Words; 2] = [&en::WORDS, &de::WORDS];

/// The words for a language tag as `de`, `de-AT` or `de_DE.UTF-8`; `None` if the program does not speak it.
pub fn words_for(tag: &str) -> Option<&'static Words> {
    let base = tag.split(['-', '_', '.']).next().unwrap_or(tag).to_ascii_lowercase();
    LANGUAGES.into_iter().find(|words| words.language == base)
}

/// The language that a title or a citation is in, by its small words; `None` where they do not tell.
pub fn language_of(text: &str) -> Option<&'static str> {
    let marks = |words: &Words| {
        let bare = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
        bare.filter(|word| words.marks.contains(&word.as_str())).count()
    };
    let counted: Vec<(usize, &str)> = LANGUAGES.iter().map(|words| (marks(words), words.language)).collect();
    let most = counted.iter().map(|(count, _)| *count).max().filter(|most| *most > 0)?;
    match counted.iter().filter(|(count, _)| *count == most).collect::<Vec<_>>().as_slice() {
        [(_, language)] => Some(language),
        _ => None,
    }
}

/// English: where nothing better is known.
pub fn english() -> &'static Words {
    LANGUAGES[0]
}

/// Whether a character could hide, reorder or overwrite text: control characters, bidirectional controls, zero-width
/// characters (but not the joiners that some scripts need between letters).
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        // Code points that are no characters and that neither XML nor HTML may hold.
        || matches!(c, '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xFFFE == 0xFFFE
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{e0000}'..='\u{e007f}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Shows a text from outside harmlessly: unsafe characters become visible as `[U+001B]`; line ends and tabs become
/// spaces.
pub fn harmless(text: &str) -> String {
    clean(text, false)
}

/// As [`harmless`], but line ends stay.
pub fn harmless_lines(text: &str) -> String {
    clean(text, true)
}

fn clean(text: &str, lines: bool) -> String {
    if !text.chars().any(is_unsafe) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' if lines => out.push('\n'),
            '\n' | '\t' => out.push(' '),
            // A soft hyphen and a lone byte order mark change nothing that can be seen.
            '\u{ad}' => {}
            c if is_unsafe(c) => out.push_str(&format!("[U+{:04X}]", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// A text cut to `most` characters, with an ellipsis where something was cut off.
pub fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_tell_the_language_of_a_citation() {
        let english =
            ["SCIE, Co-production: what it is and how to do it, 2013", "OECD, Together for Better Public Services"];
        assert!(english.iter().all(|text| language_of(text) == Some("en")));
        assert_eq!(language_of("Koproduktion und Einbeziehung von Menschen mit Behinderung"), Some("de"));
        assert_eq!(language_of("Needham, 2009"), None);
        assert_eq!(language_of("und the"), None);
    }
}
