//! Plain data: rubrics, answer sheets and exact numbers. No input, no output, no arithmetic of scores.

pub mod actions;
pub mod coverage;
pub mod fraction;
pub mod gate;
pub mod number;
pub mod order;
pub mod round;
pub mod rubric;
pub mod sheet;
pub mod texts;

pub use actions::{Action, ActionList};
pub use coverage::{CoverageRule, Selector};
pub use fraction::Ratio;
pub use number::{parse_ratio, ratio};
pub use round::Round;
pub use rubric::{
    Again, Choice, Facet, Kind, Level, Perspective, Principle, Question, Replacement, Rubric, RubricVersion, Source,
};
pub use sheet::{Answer, Given, Organisation, Process, RubricRef, SETTINGS, Sheet};
pub use texts::{ChoiceText, FacetText, Named, QuestionText, QuestionTexts, Recommendation, Texts};

/// Whether `text` is a question id: a letter, then letters and digits, all small (LimeSurvey and XLSForm take nothing
/// else).
pub fn is_question_id(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c.is_ascii_lowercase()) && chars.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
}

/// Whether `text` is an id of anything but a question: a small letter, then small letters, digits and hyphens.
pub fn is_id(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c.is_ascii_lowercase())
        && chars.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
