//! What is asked before the first question, one thing at a time: the questionnaire, the language, who answers for
//! which organisation, and where it is saved.

use super::entry::{Command, Entry, Offer, Written, understand, written};
use super::prompter::{Prompt, Prompter, Reply, Stop};
use crate::model::{Rubric, SETTINGS, Texts};
use crate::text::{InterviewWords, LANGUAGES, Words, shorten};

/// What a person did instead of, or by, answering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked<T> {
    /// The answer.
    Given(T),
    /// Back to what was asked before.
    Back,
    /// Enough.
    Quit,
}

/// The id of the whole organisation among perspectives.
pub const WHOLE: &str = "all";

/// Which of these questionnaires: ids with titles; an empty entry is the first.
///
/// # Errors
/// The end of the input, Ctrl-C, or a failure.
pub fn rubric(
    prompter: &mut dyn Prompter,
    words: &'static InterviewWords,
    known: &[(&str, String)],
) -> Result<Asked<usize>, Stop> {
    let offers = known.iter().map(|(id, title)| Offer::new(title.as_str(), id)).collect();
    let first = known.first().map(|(_, title)| title.clone());
    one(prompter, words, vec![words.ask_rubric.to_owned()], offers, first).map(|asked| or(asked, 0))
}

/// Which of these languages; an empty entry is the one spoken now, if it is among them.
///
/// # Errors
/// The end of the input, Ctrl-C, or a failure.
pub fn language(prompter: &mut dyn Prompter, words: &'static Words, known: &[&str]) -> Result<Asked<usize>, Stop> {
    let name = |tag: &str| {
        LANGUAGES.into_iter().find(|words| words.language == tag).map_or(tag, |words| words.name).to_owned()
    };
    let offers = known.iter().map(|tag| Offer::new(name(tag), tag)).collect();
    let now = known.iter().position(|tag| *tag == words.language);
    let keep = now.map(|_| words.name.to_owned());
    let asked = one(prompter, &words.interview, vec![words.interview.ask_language.to_owned()], offers, keep)?;
    Ok(or(asked, now.unwrap_or(0)))
}

/// From which perspective; `None`: for the organisation as a whole. Nobody has to say that they are disabled, and
/// nothing is preselected.
///
/// # Errors
/// The end of the input, Ctrl-C, or a failure.
pub fn perspective(
    prompter: &mut dyn Prompter,
    words: &'static InterviewWords,
    rubric: &Rubric,
    texts: &Texts,
    all: &[Texts],
) -> Result<Asked<Option<String>>, Stop> {
    let offers = perspectives(words, rubric, texts, all);
    let head = vec![words.ask_perspective.to_owned(), words.voluntary.to_owned()];
    Ok(match one(prompter, words, head, offers, None)? {
        Asked::Given(place) => {
            Asked::Given(place.and_then(|place| rubric.perspectives.get(place)).map(|one| one.id.clone()))
        }
        Asked::Back => Asked::Back,
        Asked::Quit => Asked::Quit,
    })
}

/// The perspectives with everything that means them, and the whole organisation as the last.
fn perspectives(words: &'static InterviewWords, rubric: &Rubric, texts: &Texts, all: &[Texts]) -> Vec<Offer> {
    let name = |texts: &Texts, place: usize| -> Option<String> {
        texts.perspectives.get(place).and_then(Option::as_ref).map(|named| named.name.clone())
    };
    let mut offers: Vec<Offer> = rubric
        .perspectives
        .iter()
        .enumerate()
        .map(|(place, perspective)| {
            let mut also = vec![perspective.id.clone()];
            also.extend(all.iter().filter_map(|texts| name(texts, place)));
            Offer { label: name(texts, place).unwrap_or_else(|| perspective.id.clone()), also }
        })
        .collect();
    let mut also = vec![WHOLE.to_owned()];
    also.extend(LANGUAGES.map(|words| words.interview.whole_organisation.to_owned()));
    offers.push(Offer { label: words.whole_organisation.to_owned(), also });
    offers
}

/// Employer, provider or both; may stay open.
///
/// # Errors
/// The end of the input, Ctrl-C, or a failure.
pub fn setting(
    prompter: &mut dyn Prompter,
    words: &'static InterviewWords,
) -> Result<Asked<Option<&'static str>>, Stop> {
    let offers = (0..SETTINGS.len()).map(|place| {
        let mut also = vec![SETTINGS[place].to_owned()];
        also.extend(LANGUAGES.map(|words| words.interview.settings[place].to_owned()));
        Offer { label: words.settings[place].to_owned(), also }
    });
    let offers = offers.collect();
    let open = Some(words.left_open.to_owned());
    Ok(match one(prompter, words, vec![words.ask_setting.to_owned()], offers, open)? {
        Asked::Given(place) => Asked::Given(place.and_then(|place| SETTINGS.get(place).copied())),
        Asked::Back => Asked::Back,
        Asked::Quit => Asked::Quit,
    })
}

/// A line of text that may stay empty.
///
/// # Errors
/// The end of the input, Ctrl-C, or a failure.
pub fn optional(
    prompter: &mut dyn Prompter,
    words: &'static InterviewWords,
    ask: &str,
) -> Result<Asked<Option<String>>, Stop> {
    let ask = format!("{ask} {}", words.optional);
    line(prompter, words, &ask, |text| Some(Some(text.to_owned()).filter(|text| !text.is_empty())))
}

/// A line of text that is needed.
///
/// # Errors
/// The end of the input, Ctrl-C, or a failure.
pub fn needed(prompter: &mut dyn Prompter, words: &'static InterviewWords, ask: &str) -> Result<Asked<String>, Stop> {
    line(prompter, words, ask, |text| Some(text.to_owned()).filter(|text| !text.is_empty()))
}

/// A line of text with something that an empty entry means.
///
/// # Errors
/// The end of the input, Ctrl-C, or a failure.
pub fn or_default(
    prompter: &mut dyn Prompter,
    words: &'static InterviewWords,
    ask: &str,
    default: &str,
) -> Result<Asked<String>, Stop> {
    line(prompter, words, ask, |text| Some(if text.is_empty() { default } else { text }.to_owned()))
}

/// One of several; `None`: an empty entry, where `keep` says what that means.
///
/// # Errors
/// The end of the input, Ctrl-C, or a failure.
pub fn one(
    prompter: &mut dyn Prompter,
    words: &'static InterviewWords,
    head: Vec<String>,
    offers: Vec<Offer>,
    keep: Option<String>,
) -> Result<Asked<Option<usize>>, Stop> {
    let ask = match &keep {
        Some(label) => (words.choice_keep)(offers.len(), label),
        None => (words.choice_range)(offers.len()),
    };
    let prompt = Prompt { head, help: None, offers, compact: false, ask, keep, full: false, words };
    prompter.show(&prompt)?;
    let chosen = |prompter: &mut dyn Prompter, place: Option<usize>| {
        let label = place.and_then(|place| prompt.offers.get(place)).map(|offer| &offer.label);
        if let Some(label) = label.or(prompt.keep.as_ref()) {
            prompter.say(&(words.chosen)(label))?;
        }
        Ok(Asked::Given(place))
    };
    loop {
        let (entry, typed) = match prompter.reply(&prompt)? {
            Reply::Typed(typed) => (understand(&typed, &prompt.offers), typed),
            Reply::Picked(place) => return chosen(prompter, Some(place)),
            Reply::Keep => return chosen(prompter, None),
            Reply::Command(command) => (Entry::Command(command), String::new()),
            Reply::Damaged => {
                prompter.say(words.not_utf8)?;
                continue;
            }
        };
        match entry {
            Entry::Chosen(place) => return chosen(prompter, Some(place)),
            Entry::Empty if prompt.keep.is_some() => return chosen(prompter, None),
            Entry::Command(Command::Back) => return Ok(Asked::Back),
            Entry::Command(Command::Quit) => return Ok(Asked::Quit),
            Entry::Command(Command::Repeat) => prompter.show(&prompt)?,
            Entry::Command(Command::Help) => prompter.say(words.intake_commands)?,
            Entry::Empty => prompter.say(&(words.nothing_entered)(prompt.offers.len()))?,
            _ => {
                let typed = shorten(typed.trim(), 40);
                prompter.say(&(words.choice_not_understood)(&typed, prompt.offers.len()))?;
            }
        }
    }
}

/// A line of text; `take` says `None` to what is not enough.
fn line<T>(
    prompter: &mut dyn Prompter,
    words: &'static InterviewWords,
    ask: &str,
    take: impl Fn(&str) -> Option<T>,
) -> Result<Asked<T>, Stop> {
    loop {
        let Some(typed) = prompter.line(ask)? else {
            prompter.say(words.not_utf8)?;
            continue;
        };
        let text = match written(&typed) {
            Written::Command(Command::Back) => return Ok(Asked::Back),
            Written::Command(Command::Quit) => return Ok(Asked::Quit),
            Written::Command(Command::Repeat) => continue,
            Written::Command(Command::Help) => {
                prompter.say(words.text_commands)?;
                continue;
            }
            // No other command has a meaning here, and an organisation may well be called "X".
            Written::Command(_) => typed.trim().to_owned(),
            Written::Text(text) => text,
        };
        match take(&text) {
            Some(taken) => return Ok(Asked::Given(taken)),
            None => prompter.say(words.needed)?,
        }
    }
}

fn or(asked: Asked<Option<usize>>, default: usize) -> Asked<usize> {
    match asked {
        Asked::Given(place) => Asked::Given(place.unwrap_or(default)),
        Asked::Back => Asked::Back,
        Asked::Quit => Asked::Quit,
    }
}
