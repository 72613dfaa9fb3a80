//! Whether a sheet's version of a rubric fits the version at hand: patch = wording, always; minor = questions added,
//! with a warning; major only where the rubric says how old answers carry over.

use crate::error::Fault;
use crate::model::{Replacement, Rubric, RubricVersion};

/// How a sheet's version fits.
#[derive(Debug, Clone, PartialEq)]
pub enum Fit<'r> {
    /// The answers are read as they are.
    Same,
    /// The answers are read as they are, and the user is told.
    Warn(Fault),
    /// The answers are mapped by this replacement, and the user is told.
    Replace(&'r Replacement, Fault),
    /// The answers cannot be read.
    No(Fault),
}

/// Decides how answers given to `sheet` fit `rubric`.
pub fn fit<'r>(rubric: &'r Rubric, sheet: RubricVersion) -> Fit<'r> {
    let (ours, theirs) = (rubric.version, sheet);
    let words = || (theirs.to_string(), ours.to_string());
    let replacement = rubric.replacement(theirs);
    if theirs.major == ours.major {
        let (sheet, rubric) = words();
        return match theirs.minor.cmp(&ours.minor) {
            std::cmp::Ordering::Equal => Fit::Same,
            std::cmp::Ordering::Less => Fit::Warn(Fault::RubricOlderMinor { sheet, rubric }),
            std::cmp::Ordering::Greater => Fit::Warn(Fault::RubricNewer { sheet, rubric }),
        };
    }
    let (sheet, rubric) = words();
    let fault = Fault::RubricOtherMajor { sheet, rubric };
    match replacement {
        Some(replacement) if theirs.major < ours.major => Fit::Replace(replacement, fault),
        _ => Fit::No(fault),
    }
}
