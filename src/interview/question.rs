//! How a question of the rubric is put into words: in one language, plain or easy.

use super::entry::Offer;
use super::prompter::Prompt;
use crate::model::{ChoiceText, Given, Rubric, Texts};
use crate::text::wrap::sentences;
use crate::text::{InterviewWords, LANGUAGES};

/// A rubric in words.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// The rubric.
    pub rubric: &'a Rubric,
    /// Its texts in the language of the interview.
    pub texts: &'a Texts,
    /// Its texts in every language, whose labels are understood too.
    pub all: &'a [Texts],
    /// The program's words in the language of the interview.
    pub words: &'static InterviewWords,
    /// Whether easy language is shown where there is any.
    pub easy: bool,
}

impl Wording<'_> {
    /// Whether there is any easy language.
    pub fn has_easy(&self) -> bool {
        self.texts.has_easy()
    }

    /// The question.
    pub fn question(&self, index: usize) -> &str {
        self.texts.questions.get(index).map_or("", |text| self.plain_or_easy(&text.text, text.easy.as_ref()))
    }

    /// The name of a question's principle.
    pub fn principle(&self, index: usize) -> &str {
        let place = self.rubric.questions.get(index).map(|question| question.principle);
        let named = place.and_then(|place| self.texts.principles.get(place));
        named.map_or("", |named| self.plain_or_easy(&named.name, named.easy.as_ref()))
    }

    /// What is meant, if the rubric says so.
    pub fn help(&self, index: usize) -> Option<&str> {
        let text = self.texts.questions.get(index)?;
        let easy = text.easy_help.as_deref().filter(|_| self.easy);
        easy.or(text.help.as_deref())
    }

    /// Everything that helps to answer: what is meant, what each option means, what can be shown.
    pub fn all_help(&self, index: usize) -> String {
        let words = self.words;
        let mut lines = match self.help(index) {
            // Easy language has a line for each sentence.
            Some(help) if self.easy => vec![words.help_head.to_owned(), sentences(help)],
            Some(help) => vec![words.help_head.to_owned(), help.to_owned()],
            None => vec![words.no_help.to_owned()],
        };
        let described = self.givens(index).into_iter().filter_map(|given| {
            let description = self.choice(self.texts, given)?.description.as_ref()?;
            Some(format!("{}: {description}", self.label(given)))
        });
        lines.extend(described);
        lines.extend(self.evidence_examples(index));
        lines.join("\n")
    }

    /// Examples of what can be seen or shown, with their heading; empty if there are none.
    pub fn evidence_examples(&self, index: usize) -> Vec<String> {
        let examples = self.texts.questions.get(index).map_or(&[][..], |text| &text.evidence);
        let head = (!examples.is_empty()).then(|| self.words.evidence_examples.to_owned());
        head.into_iter().chain(examples.iter().map(|example| format!("- {example}"))).collect()
    }

    /// What can be answered, in the order of the numbers: the scale, then not applicable if allowed, then don't know.
    pub fn givens(&self, index: usize) -> Vec<Given> {
        let mut out: Vec<Given> = (0..self.rubric.scale.len()).map(Given::Choice).collect();
        if self.rubric.questions.get(index).is_some_and(|question| question.na_allowed) {
            out.push(Given::NotApplicable);
        }
        out.push(Given::DontKnow);
        out
    }

    /// An answer's label.
    pub fn label(&self, given: Given) -> &str {
        let own = match given {
            Given::NotApplicable => self.words.na,
            Given::DontKnow => self.words.dk,
            Given::Choice(_) => "",
        };
        self.choice(self.texts, given).map_or(own, |text| self.plain_or_easy(&text.label, text.easy.as_ref()))
    }

    /// The question as it is asked: the `number`th `of` all, with the answer that is there already.
    pub fn prompt(&self, index: usize, number: usize, of: usize, now: Option<Given>, compact: bool) -> Prompt {
        let words = self.words;
        let offers: Vec<Offer> = self.givens(index).into_iter().map(|given| self.offer(given)).collect();
        let keep = now.map(|given| self.label(given).to_owned());
        let ask = match &keep {
            Some(label) => (words.answer_keep)(offers.len(), label),
            None => (words.answer_range)(offers.len()),
        };
        let head = vec![(words.progress)(number, of, self.principle(index)), self.question(index).to_owned()];
        let help = self.help(index).map(str::to_owned);
        Prompt { head, help, offers, compact, ask, keep, full: true, words }
    }

    fn plain_or_easy<'t>(&self, plain: &'t str, easy: Option<&'t String>) -> &'t str {
        easy.filter(|_| self.easy).map_or(plain, String::as_str)
    }

    fn choice<'t>(&self, texts: &'t Texts, given: Given) -> Option<&'t ChoiceText> {
        match given {
            Given::Choice(place) => texts.scale.get(place),
            Given::NotApplicable => texts.na.as_ref(),
            Given::DontKnow => texts.dk.as_ref(),
        }
    }

    /// An option with everything that means it in any language.
    fn offer(&self, given: Given) -> Offer {
        let mut also = Vec::new();
        match given {
            Given::Choice(place) => also.extend(self.rubric.scale.get(place).map(|choice| choice.id.clone())),
            Given::NotApplicable => also.push("na".to_owned()),
            Given::DontKnow => also.push("dk".to_owned()),
        }
        for texts in std::iter::once(self.texts).chain(self.all) {
            let Some(text) = self.choice(texts, given) else { continue };
            also.push(text.label.clone());
            also.extend(text.easy.clone());
        }
        for words in LANGUAGES.map(|words| &words.interview) {
            match given {
                Given::NotApplicable => also.push(words.na.to_owned()),
                Given::DontKnow => also.push(words.dk.to_owned()),
                Given::Choice(_) => {}
            }
        }
        Offer { label: self.label(given).to_owned(), also }
    }
}
