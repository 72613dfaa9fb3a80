//! A round of asking: what was decided once for all sheets of a folder, in the file `assessment.json`.

use super::sheet::Process;

/// What a folder's `assessment.json` says. Everything may be absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Round {
    /// What part of the organisation is meant.
    pub scope: Option<String>,
    /// What time is meant.
    pub period: Option<String>,
    /// How many people of each perspective were invited, by the perspective's id, in the rubric's order.
    pub invited: Vec<(String, u64)>,
    /// Who did what in the assessment.
    pub process: Process,
    /// Who is responsible for the answers.
    pub responsible: Option<String>,
    /// When the answers are deleted: `YYYY-MM-DD` or `YYYY-MM`.
    pub deletion_date: Option<String>,
}

impl Round {
    /// How many people of a perspective were invited, if that is known.
    pub fn invited(&self, perspective: &str) -> Option<u64> {
        self.invited.iter().find(|(id, _)| id == perspective).map(|(_, people)| *people)
    }
}
