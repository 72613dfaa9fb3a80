//! Who speaks in a response of our own survey: one person or a group, and whether a group's joint answer may be shown.

use super::headings::plain;
use crate::error::WorkbookFault;
use crate::text::{FrontField, LANGUAGES, SpreadsheetWords};

/// What our own survey asks of those who answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoiceColumn {
    /// `person` or `group`.
    AnsweredBy,
    /// Whether a group's joint answer may be shown: `yes` or `no`.
    Shown,
}

impl VoiceColumn {
    /// What a heading asks, by its code or its label in any language, in the form of [`plain`].
    pub fn of_heading(heading: &str) -> Option<Self> {
        let all =
            [(FrontField::AnsweredBy, "answered_by", Self::AnsweredBy), (FrontField::Shown, "shown", Self::Shown)];
        let labelled =
            |field: FrontField| LANGUAGES.iter().any(|words| plain((words.spreadsheet.fields)(field)[0]) == heading);
        all.into_iter().find(|(field, code, _)| *code == heading || labelled(*field)).map(|(_, _, asked)| asked)
    }
}

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Person,
    Group,
    Organisation,
    Unsaid,
}

/// What a group said of its joint answer being shown by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Consent {
    Yes,
    No,
    Unsaid,
}

/// What a response says of both; `None`: the survey did not ask.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Voice {
    who: Option<Asked>,
    consent: Option<Consent>,
}

impl Voice {
    /// Takes an answer, by id or label.
    ///
    /// # Errors
    /// A value that is none of the answers.
    pub fn hear(&mut self, asked: VoiceColumn, value: &str) -> Result<(), WorkbookFault> {
        type Labels = fn(&SpreadsheetWords) -> Vec<&'static str>;
        let (ids, labels): (&[&str], Labels) = match asked {
            VoiceColumn::AnsweredBy => (&["person", "group", "organisation"], |words| {
                words.answered_by.into_iter().chain([words.xlsform.answered_by_organisation]).collect()
            }),
            VoiceColumn::Shown => (&["yes", "no"], |words| words.yes_no.to_vec()),
        };
        let given = plain(value);
        let labelled = |words: &&crate::text::Words, at: usize| {
            labels(&words.spreadsheet).get(at).is_some_and(|label| plain(label) == given)
        };
        let means =
            |at: &usize| ids.get(*at) == Some(&given.as_str()) || LANGUAGES.iter().any(|words| labelled(words, *at));
        let found = (0..ids.len()).find(means);
        match (asked, found) {
            (VoiceColumn::AnsweredBy, Some(0)) => self.who = Some(Asked::Person),
            (VoiceColumn::AnsweredBy, Some(1)) => self.who = Some(Asked::Group),
            (VoiceColumn::AnsweredBy, Some(_)) => self.who = Some(Asked::Organisation),
            (VoiceColumn::AnsweredBy, None) => self.who = Some(Asked::Unsaid),
            (VoiceColumn::Shown, Some(0)) => self.consent = Some(Consent::Yes),
            (VoiceColumn::Shown, Some(_)) => self.consent = Some(Consent::No),
            (VoiceColumn::Shown, None) => self.consent = Some(Consent::Unsaid),
        }
        // "n/a" is what older servers write where a question was skipped.
        if found.is_some() || given.is_empty() || given == "n/a" {
            return Ok(());
        }
        let labels = LANGUAGES.iter().flat_map(|words| labels(&words.spreadsheet));
        let known: Vec<&str> = labels.chain(ids.iter().copied()).collect();
        Err(WorkbookFault::Unclear { found: crate::text::shorten(value, 60), known: known.join(", ") })
    }

    /// Whether a number of people may be kept beside it. A group that did not say that its joint answer may be shown
    /// counts like a single person, as in our workbook; it does from now on, and the fault says so. One person is no
    /// group, which is an error.
    pub fn settle(&mut self) -> Result<(), WorkbookFault> {
        if self.who == Some(Asked::Person) {
            return Err(WorkbookFault::PersonWithPeople);
        }
        if self.consent.is_some_and(|consent| consent != Consent::Yes) {
            self.consent = Some(Consent::No);
            return Err(WorkbookFault::PeopleLeftOut);
        }
        Ok(())
    }

    /// Whether it is a joint statement that may be shown. A group that did not say yes, or was not asked, counts like a
    /// single person, unless it is an office; so does who left open who answers.
    pub fn is_joint(self, of_office: bool) -> bool {
        match self.who {
            _ if self.consent == Some(Consent::No) => false,
            None | Some(Asked::Person) => false,
            Some(Asked::Organisation) => true,
            Some(Asked::Group) => of_office || self.consent == Some(Consent::Yes),
            Some(Asked::Unsaid) => of_office,
        }
    }

    /// Whether its date may be kept as it is; of one person only the month is.
    pub fn keeps_date(self) -> bool {
        self.who.is_some_and(|who| who != Asked::Person)
    }
}
