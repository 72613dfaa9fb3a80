//! What an entry means: a number, a label or id in any language, or a command in any language.

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What is shown.
    pub label: String,
    /// What else means it: ids, and the labels of other languages.
    pub also: Vec<String>,
}

impl Offer {
    /// An offer with its label and one id.
    pub fn new(label: impl Into<String>, id: &str) -> Self {
        Self { label: label.into(), also: vec![id.to_owned()] }
    }
}

/// What can be done instead of answering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// To the question before.
    Back,
    /// Help on the question, and all commands.
    Help,
    /// The question again.
    Repeat,
    /// On, without an answer.
    Next,
    /// Which questions are unanswered.
    List,
    /// To a question, by number or id; empty: ask which.
    GoTo(String),
    /// Write a note; empty: ask for it.
    Note(String),
    /// Name evidence; empty: ask for it.
    Evidence(String),
    /// Easy language on or off.
    Easy,
    /// Save and quit.
    Quit,
}

/// What an entry means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// One of the offers, by its place.
    Chosen(usize),
    /// A command.
    Command(Command),
    /// Nothing was entered.
    Empty,
    /// Nobody knows.
    Unknown,
}

/// Understands an entry. What can be seen comes before what has to be known: a number or a label, then commands, then
/// ids and the labels of other languages.
pub fn understand(typed: &str, offers: &[Offer]) -> Entry {
    let as_typed = typed;
    let typed = normal(typed);
    if typed.is_empty() {
        return Entry::Empty;
    }
    if let Some(number) = number(&typed) {
        return if (1..=offers.len()).contains(&number) { Entry::Chosen(number - 1) } else { Entry::Unknown };
    }
    let by_label = offers.iter().position(|offer| normal(&offer.label) == typed);
    if let Some(place) = by_label {
        return Entry::Chosen(place);
    }
    if let Some(command) = command(as_typed) {
        return Entry::Command(command);
    }
    let known = |offer: &Offer| offer.also.iter().any(|word| normal(word) == typed);
    offers.iter().position(known).map_or(Entry::Unknown, Entry::Chosen)
}

/// A command, in every language at once: whoever changes the language keeps their habits.
pub fn command(typed: &str) -> Option<Command> {
    let typed = typed.trim();
    let (word, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    let rest = rest.trim().to_owned();
    // The verb is small, what follows it is kept as it was typed.
    let with_text = match normal(word).as_str() {
        "g" | "go" | "goto" | "gehe" | "geh" => Some(Command::GoTo(rest.clone())),
        "note" | "notiz" => Some(Command::Note(rest.clone())),
        "e" | "evidence" | "nachweis" => Some(Command::Evidence(rest.clone())),
        _ => None,
    };
    if with_text.is_some() {
        return with_text;
    }
    let word = normal(typed);
    match word.as_str() {
        "b" | "z" | "back" | "zurück" | "zurueck" => Some(Command::Back),
        "?" | "h" | "help" | "hilfe" => Some(Command::Help),
        "r" | "repeat" | "wiederholen" => Some(Command::Repeat),
        "n" | "next" | "weiter" => Some(Command::Next),
        "l" | "list" | "liste" => Some(Command::List),
        "x" | "easy" | "leicht" => Some(Command::Easy),
        "q" | "quit" | "ende" | "exit" => Some(Command::Quit),
        // "g12"
        _ => word.strip_prefix('g').filter(|rest| number(rest).is_some()).map(|rest| Command::GoTo(rest.to_owned())),
    }
}

/// What was written where a text is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// A command: one that works everywhere, or a single letter that is one elsewhere.
    Command(Command),
    /// A text, without spaces around it.
    Text(String),
}

/// Understands an entry where a text is asked for. Back, help, repeat and quit are commands there too, as words and as
/// letters; so is any other single letter that is a command, since it is no note. In quotes they are texts: `"Ende"`
/// is the name Ende.
pub fn written(typed: &str) -> Written {
    let typed = typed.trim();
    if let Some(inner) = unquoted(typed).filter(|inner| command_in_text(inner).is_some()) {
        return Written::Text(inner.to_owned());
    }
    command_in_text(typed).map_or_else(|| Written::Text(typed.to_owned()), Written::Command)
}

fn command_in_text(typed: &str) -> Option<Command> {
    let letter = typed.chars().count() == 1;
    command(typed)
        .filter(|command| letter || matches!(command, Command::Back | Command::Help | Command::Repeat | Command::Quit))
}

/// What stands in quotes, if all of it does.
fn unquoted(text: &str) -> Option<&str> {
    const QUOTES: [(char, &[char]); 5] =
        [('"', &['"']), ('\'', &['\'']), ('„', &['“', '”', '"']), ('“', &['”']), ('»', &['«'])];
    let (_, ends) = QUOTES.into_iter().find(|(start, _)| text.starts_with(*start))?;
    let mut inner = text.chars();
    inner.next();
    let last = inner.next_back()?;
    ends.contains(&last).then(|| inner.as_str().trim())
}

/// A number as people type it: "2", "2.", "2)".
pub fn number(typed: &str) -> Option<usize> {
    let digits = typed.trim().trim_end_matches(['.', ')']);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) { None } else { digits.parse().ok() }
}

/// Small, one space between words, no mark at the end, straight apostrophes: what a label is compared by.
fn normal(text: &str) -> String {
    let small = text.to_lowercase().replace(['\u{2019}', '\u{2018}', '\u{b4}', '`'], "'").replace('\u{ad}', "");
    let words: Vec<&str> = small.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', '!']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offers() -> Vec<Offer> {
        ["Nein", "Teilweise", "Weiß ich nicht"]
            .into_iter()
            .zip([["no", "No"], ["partly", "Partly"], ["dk", "I don't know"]])
            .map(|(label, also)| Offer { label: label.into(), also: also.map(str::to_owned).to_vec() })
            .collect()
    }

    #[test]
    fn numbers_labels_and_ids_of_any_language_choose() {
        for (typed, place) in [
            ("1", 0),
            (" 2. ", 1),
            ("3)", 2),
            ("nein", 0),
            ("PARTLY", 1),
            ("dk", 2),
            ("I don’t know.", 2),
            ("weiß  ICH nicht", 2),
        ] {
            assert_eq!(understand(typed, &offers()), Entry::Chosen(place), "{typed}");
        }
        for typed in ["0", "4", "99999999999999999999999", "perhaps", "1 2", "-1"] {
            assert_eq!(understand(typed, &offers()), Entry::Unknown, "{typed}");
        }
        assert_eq!(understand("  ", &offers()), Entry::Empty);
    }

    #[test]
    fn commands_work_in_every_language_at_once() {
        for (typed, expected) in [
            ("b", Command::Back),
            ("Zurück", Command::Back),
            ("hilfe", Command::Help),
            ("?", Command::Help),
            ("q", Command::Quit),
            ("ENDE", Command::Quit),
            ("g 12", Command::GoTo("12".into())),
            ("g12", Command::GoTo("12".into())),
            ("g Acc1a", Command::GoTo("Acc1a".into())),
            ("Notiz", Command::Note(String::new())),
            ("note Like THIS", Command::Note("Like THIS".into())),
            ("nachweis", Command::Evidence(String::new())),
            ("x", Command::Easy),
        ] {
            assert_eq!(understand(typed, &offers()), Entry::Command(expected), "{typed}");
        }
    }

    #[test]
    fn commands_work_where_a_text_is_asked_for_and_in_quotes_they_are_texts() {
        for (typed, expected) in [
            ("q", Command::Quit),
            (" ENDE ", Command::Quit),
            ("zurück", Command::Back),
            ("z", Command::Back),
            ("?", Command::Help),
            ("hilfe", Command::Help),
            ("r", Command::Repeat),
            ("n", Command::Next),
            ("x", Command::Easy),
        ] {
            assert_eq!(written(typed), Written::Command(expected), "{typed}");
        }
        for (typed, text) in [
            ("\"Ende\"", "Ende"),
            ("„q“", "q"),
            ("“Back”", "Back"),
            ("'exit'", "exit"),
            ("\"Haus\"", "\"Haus\""),
            ("\"", "\""),
            ("Next", "Next"),
            ("note that", "note that"),
            ("g 12", "g 12"),
            ("das Ende", "das Ende"),
            ("", ""),
        ] {
            assert_eq!(written(typed), Written::Text(text.to_owned()), "{typed}");
        }
    }

    #[test]
    fn a_label_that_can_be_seen_comes_before_a_command() {
        let offers = [Offer::new("N", "no"), Offer::new("Y", "b")];
        assert_eq!(understand("n", &offers), Entry::Chosen(0));
        assert_eq!(understand("b", &offers), Entry::Command(Command::Back));
    }
}
