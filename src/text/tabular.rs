//! The words of spreadsheets and web pages around a report.

/// The words of spreadsheets and web pages in one language.
#[derive(Debug)]
pub struct TabularWords {
    /// The link that skips the table of contents.
    pub skip: &'static str,
    /// Heading of the table of contents.
    pub contents: &'static str,
    /// Names of the sheets: profile, questions, recommendations, about; 31 characters at most, none of `[]:*?/\`.
    pub sheets: [&'static str; 4],
    /// Heads of the table of questions, in the order of [`crate::report::rows::KEYS`].
    pub questions: [&'static str; 22],
    /// "yes" and "no".
    pub yes_no: [&'static str; 2],
    /// Head of the column that says whether a level's threshold is reached: the level.
    pub result: fn(&str) -> String,
    /// Heads of a principle's score: lowest, known answers, highest.
    pub bounds: [&'static str; 3],
    /// Share of known answers.
    pub known: &'static str,
    /// What the level's status means.
    pub status: &'static str,
    /// The row of everything together.
    pub overall: &'static str,
    /// Heads of the recommendations: rank, principle, question, title, steps, benefit, and three columns to fill in.
    pub plan: [&'static str; 9],
    /// Heads of the sheet about the report.
    pub about: [&'static str; 2],
    /// Label of the report's language.
    pub language: &'static str,
    /// Begins a sentence of the report on what it is and is not.
    pub remark: &'static str,
}
