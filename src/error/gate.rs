//! What keeps assessments from being compared, and what is wrong with a gate or its policy.

/// What is wrong with inputs of a comparison or a gate. Shares are given in percent, as they are printed.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The sentences in `text/en/gate.rs` say what each one means.
pub enum GateFault {
    // Comparisons
    AnotherOrganisation { found: String, newest: String },
    AnotherRubric { found: String, newest: String },
    TooDifferent { version: String, other: String, share: String },
    OlderThanBefore { date: String, before: String },
    NothingInCommon,
    // Policies
    ContradictsLevel { principle: String, level: String, overall: String },
    DropWithoutBaseline,
    NoReason,
    SameException { rule: String },
    ExceptionExpired { rule: String, expired: String },
    ExceptionUnused { rule: String },
    LevelNone,
    NoRules,
    NotWholeDays,
    NotADay { found: String },
    // Verdicts
    LittleKnown { known: Option<String> },
    NoDueDates,
}

impl GateFault {
    /// A stable name for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::AnotherOrganisation { .. } => "another-organisation",
            Self::AnotherRubric { .. } => "another-rubric",
            Self::TooDifferent { .. } => "versions-too-different",
            Self::OlderThanBefore { .. } => "older-than-before",
            Self::NothingInCommon => "nothing-in-common",
            Self::ContradictsLevel { .. } => "contradicts-level",
            Self::DropWithoutBaseline => "drop-without-baseline",
            Self::NoReason => "no-reason",
            Self::SameException { .. } => "same-exception",
            Self::ExceptionExpired { .. } => "exception-expired",
            Self::ExceptionUnused { .. } => "exception-unused",
            Self::LevelNone => "level-none",
            Self::NoRules => "no-rules",
            Self::NotWholeDays => "not-whole-days",
            Self::NotADay { .. } => "not-a-day",
            Self::LittleKnown { .. } => "little-known",
            Self::NoDueDates => "no-due-dates",
        }
    }
}

/// What is wrong with the command line of a comparison or a gate.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum GateMisuse {
    /// `policy`: the name of a policy file that lies there unused.
    NoRules {
        policy: Option<String>,
    },
    SameFile {
        path: String,
    },
    OneAlone,
    NotAShare {
        option: &'static str,
        found: String,
    },
    NotAPrincipleRule {
        found: String,
    },
    TwiceDifferent {
        option: String,
    },
    ContradictsLevel {
        principle: String,
        level: String,
        overall: String,
    },
    LevelNone {
        option: &'static str,
    },
    DropWithoutBaseline,
    NoClock,
}
