//! An answer sheet: what one person or one group said about one organisation.

use super::rubric::RubricVersion;
use indexmap::IndexMap;

/// An answer sheet as it was read, checked for form but not yet against a rubric.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Where it came from, for messages (a file's name).
    pub origin: String,
    /// The rubric that it answers.
    pub rubric: RubricRef,
    /// The organisation.
    pub organisation: Organisation,
    /// `YYYY-MM-DD`, or `YYYY-MM` on a sheet of one person.
    pub date: String,
    /// The language of the answers.
    pub language: Option<String>,
    /// The perspective; `None`: the whole organisation.
    pub perspective: Option<String>,
    /// A person's pseudonym; `None`: a joint statement.
    pub respondent: Option<String>,
    /// How many people a joint statement speaks for.
    pub people: Option<u64>,
    /// Who did what in the assessment.
    pub process: Process,
    /// The answers by question id, in the sheet's order.
    pub answers: IndexMap<String, Answer>,
}

/// Which rubric a sheet answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RubricRef {
    /// The rubric's id.
    pub id: String,
    /// The version that was answered.
    pub version: RubricVersion,
}

/// What an organisation can be: who offers services, employs, or does both.
pub const SETTINGS: [&str; 3] = ["employer", "provider", "both"];

/// The organisation that is assessed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// Its sector, for example `social-services`.
    pub sector: Option<String>,
    /// Its country, for example `DE`.
    pub country: Option<String>,
    /// Its size, for example `50-249`.
    pub size: Option<String>,
    /// `employer`, `provider` or `both`.
    pub setting: Option<String>,
    /// What part of it is meant.
    pub scope: Option<String>,
    /// What time is meant.
    pub period: Option<String>,
}

/// Who did what in the assessment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Process {
    /// Who chose the questions.
    pub chose_questions: Option<String>,
    /// Who answered.
    pub answered: Option<String>,
    /// Who interpreted the answers.
    pub interpreted: Option<String>,
    /// Who decides what follows.
    pub decides: Option<String>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// What was chosen; `None`: nothing yet (there may be a note all the same).
    pub given: Option<Given>,
    /// A free remark.
    pub note: Option<String>,
    /// What can be seen or shown.
    pub evidence: Vec<String>,
    /// Why the question does not apply.
    pub reason: Option<String>,
}

/// What was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// An option: its index in the rubric's scale.
    Choice(usize),
    /// The question does not apply here.
    NotApplicable,
    /// The answer is not known.
    DontKnow,
}

impl Sheet {
    /// What was chosen for a question, `None` if nothing was.
    pub fn given(&self, question: &str) -> Option<Given> {
        self.answers.get(question).and_then(|answer| answer.given)
    }

    /// How the sheet says where it comes from: the perspective's id, or `None` for the whole organisation.
    pub fn voice(&self) -> Option<&str> {
        self.perspective.as_deref()
    }
}
