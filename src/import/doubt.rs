//! What is doubtful about a valid answer, in whatever file it stands.

use crate::error::Fault;
use crate::model::{Answer, Given, Rubric};

/// Why an answer does not count as it stands, or what it lacks; what the report will say of it.
pub fn doubt(
    rubric: &Rubric,
    question: usize,
    answer: &Answer,
    perspective: Option<&str>,
    setting: Option<&str>,
) -> Option<Fault> {
    if !rubric.asks(question, perspective, None) {
        return Some(Fault::NotAskedPerspective { perspective: perspective.unwrap_or_default().to_owned() });
    }
    if !rubric.asks(question, perspective, setting) {
        return Some(Fault::NotAskedSetting { setting: setting.unwrap_or_default().to_owned() });
    }
    if answer.given != Some(Given::NotApplicable) {
        return answer.reason.as_ref().map(|_| Fault::ReasonUnused);
    }
    if rubric.questions.get(question).is_some_and(|question| !question.na_allowed) {
        return Some(Fault::NaNotAllowed);
    }
    answer.reason.is_none().then_some(Fault::NoReason)
}
