//! What a table can say beside answers.

use crate::text::{FrontField, LANGUAGES};

/// A fact about a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Id of the rubric.
    Rubric,
    /// Version of the rubric.
    Version,
    /// Name of the organisation.
    Organisation,
    /// Its sector.
    Sector,
    /// Its country.
    Country,
    /// Its size.
    Size,
    /// `employer`, `provider` or `both`.
    Setting,
    /// What part of it is meant.
    Scope,
    /// What time is meant.
    Period,
    /// The date, in any unambiguous form.
    Date,
    /// The language of the answers.
    Language,
    /// The perspective: its id, or its name in any language.
    Perspective,
    /// A pseudonym.
    Respondent,
    /// How many people a joint statement speaks for.
    People,
    /// Who chose the questions.
    ChoseQuestions,
    /// Who answered.
    Answered,
    /// Who interpreted the answers.
    Interpreted,
    /// Who decides what follows.
    Decides,
}

/// Each field with its name, as README and maps write it, and the other headings that mean it, in the form of
/// [`super::headings::plain`].
const NAMES: [(Field, &str, &[&str]); 18] = [
    (Field::Rubric, "rubric", &["rubric id", "rubricid", "questionnaire", "fragebogen"]),
    (
        Field::Version,
        "version",
        &["rubric version", "rubricversion", "questionnaire version", "version des fragebogens"],
    ),
    (Field::Organisation, "organisation", &["organization", "organisation name", "name der organisation"]),
    (Field::Sector, "sector", &["branche"]),
    (Field::Country, "country", &["land"]),
    (Field::Size, "size", &["größe"]),
    (Field::Setting, "setting", &["rolle der organisation"]),
    (Field::Scope, "scope", &["geltungsbereich", "bereich"]),
    (Field::Period, "period", &["zeitraum"]),
    (Field::Date, "date", &["datum"]),
    (Field::Language, "language", &["sprache"]),
    (Field::Perspective, "perspective", &["perspektive"]),
    (Field::Respondent, "respondent", &["pseudonym"]),
    (Field::People, "people", &["zahl der menschen", "number of people", "personen"]),
    (Field::ChoseQuestions, "chose_questions", &["chose questions"]),
    (Field::Answered, "answered", &[]),
    (Field::Interpreted, "interpreted", &[]),
    (Field::Decides, "decides", &[]),
];

impl Field {
    /// The names of all fields.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(_, name, _)| *name)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(field, _, _)| *field == self).map_or("", |(_, name, _)| name)
    }

    /// Whether a heading that means it stands, in tables of other people's making, as likely for something that could
    /// tell who a person is.
    pub fn is_telling(self, plain: &str) -> bool {
        matches!(self, Self::ChoseQuestions | Self::Answered | Self::Interpreted | Self::Decides)
            || (self == Self::Scope && plain == "bereich")
    }

    /// The field with this name.
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, known, _)| *known == name).map(|(field, _, _)| *field)
    }

    /// The field that a heading means, in the form of `headings::plain`.
    pub fn of_heading(plain: &str) -> Option<Self> {
        let spaced = |name: &str| name == plain || name.replace('_', " ") == plain;
        let known = NAMES.iter().find(|(_, name, others)| spaced(name) || others.contains(&plain));
        known.map(|(field, _, _)| *field).or_else(|| Self::of_label(plain))
    }

    /// The field that our own questionnaires ask for with this label, in any language.
    fn of_label(plain: &str) -> Option<Self> {
        let labelled = |field: &FrontField| {
            LANGUAGES.iter().any(|words| super::headings::plain((words.spreadsheet.fields)(*field)[0]) == plain)
        };
        Self::named(FrontField::ALL.iter().find(|field| labelled(field))?.key())
    }
}
