//! A list of actions: what an organisation means to do, by when, and what is done already.

use super::sheet::RubricRef;

/// A list of actions as it was read or is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionList {
    /// The rubric whose questions the actions are about.
    pub rubric: RubricRef,
    /// The organisation's name.
    pub organisation: String,
    /// The date of the assessment that the list was made from: `YYYY-MM-DD` or `YYYY-MM`.
    pub date: Option<String>,
    /// The actions, in the list's order.
    pub actions: Vec<Action>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Action {
    /// What is to be done.
    pub title: String,
    /// The id of the question that it is about; `None`: an action of the organisation's own.
    pub question: Option<String>,
    /// The id of the option that the answer shall reach.
    pub to: Option<String>,
    /// Who does it.
    pub who: Option<String>,
    /// The last day on which it is in time, `YYYY-MM-DD`; `None`: no date is set.
    pub due: Option<String>,
    /// Whether it is done.
    pub done: bool,
    /// A free remark.
    pub note: Option<String>,
}

impl Action {
    /// Whether it is still open after its last day. `today` is `YYYY-MM-DD`; such dates compare as texts.
    pub fn is_overdue(&self, today: &str) -> bool {
        !self.done && self.due.as_deref().is_some_and(|due| due < today)
    }
}

impl ActionList {
    /// The actions that are not done, in the list's order.
    pub fn open(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(|action| !action.done)
    }

    /// The open actions whose last day is before `today` (`YYYY-MM-DD`), in the list's order.
    pub fn overdue<'a>(&'a self, today: &'a str) -> impl Iterator<Item = &'a Action> {
        self.actions.iter().filter(move |action| action.is_overdue(today))
    }
}
