//! A gate: what must hold of an assessment, and what is excepted from it for a while.

use super::Ratio;

/// What must hold. Levels are ranks (1 is the rubric's first level), principles are their places in the rubric.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gate {
    /// The rules.
    pub rules: Vec<Rule>,
    /// What is excepted.
    pub exceptions: Vec<Exception>,
    /// Judge the lowest that the unknown answers allow, not the known answers.
    pub strict: bool,
}

/// One thing that must hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// The overall level is at least this rank.
    Level(usize),
    /// The overall score is at least this share.
    Score(Ratio),
    /// A principle's level is at least a rank.
    PrincipleLevel(usize, usize),
    /// A principle's score is at least a share.
    PrincipleScore(usize, Ratio),
    /// At least this share of the answers is known, in every principle.
    Coverage(Ratio),
    /// At least this share of the answers in the upper half of the scale names evidence.
    Evidence(Ratio),
    /// The oldest sheet is at most this many days old.
    MaxAge(i64),
    /// Nothing regressed since an older assessment: no score fell by more than this, or, without a number, nothing is
    /// called regressed and no level fell.
    Baseline(Option<Ratio>),
    /// No open action is past its due date.
    Actions,
}

impl Rule {
    /// Its name in policies and verdicts.
    pub fn name(&self) -> RuleName {
        match self {
            Self::Level(_) => RuleName::Level,
            Self::Score(_) => RuleName::Score,
            Self::PrincipleLevel(..) | Self::PrincipleScore(..) => RuleName::Principle,
            Self::Coverage(_) => RuleName::Coverage,
            Self::Evidence(_) => RuleName::Evidence,
            Self::MaxAge(_) => RuleName::MaxAge,
            Self::Baseline(_) => RuleName::Baseline,
            Self::Actions => RuleName::Actions,
        }
    }
}

/// The rules' names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum RuleName {
    Level,
    Score,
    Principle,
    Coverage,
    Evidence,
    MaxAge,
    Baseline,
    Actions,
}

impl RuleName {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Level,
        Self::Score,
        Self::Principle,
        Self::Coverage,
        Self::Evidence,
        Self::MaxAge,
        Self::Baseline,
        Self::Actions,
    ];

    /// As policies and verdicts write it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Score => "score",
            Self::Principle => "principle",
            Self::Coverage => "coverage",
            Self::Evidence => "evidence",
            Self::MaxAge => "max_age",
            Self::Baseline => "baseline",
            Self::Actions => "actions",
        }
    }
}

/// A rule that need not hold for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The rule.
    pub rule: RuleName,
    /// The principle's place; `None`: whatever the rule is about.
    pub principle: Option<usize>,
    /// Why.
    pub reason: String,
    /// The last day on which it holds, `YYYY-MM-DD`.
    pub expires: String,
    /// Where it stands in its file, as a JSON pointer.
    pub pointer: String,
}

impl Exception {
    /// How a message names it: `principle (access)`.
    pub fn label(&self, principle: impl Fn(usize) -> Option<String>) -> String {
        match self.principle.and_then(principle) {
            Some(name) => format!("`{}` ({name})", self.rule.id()),
            None => format!("`{}`", self.rule.id()),
        }
    }
}
