//! How far people agree: a_wg (Brown & Hauenstein 2005) and Krippendorff's alpha. The scoring document, part C.

use crate::model::Ratio;

/// How far the respondents agree on a principle.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Agreement {
    /// The principle's place in the rubric.
    pub principle: usize,
    /// The median of a_wg over its questions, −1…1; `None` where it is defined for no question.
    pub a_wg: Option<Ratio>,
    /// In a word.
    pub word: Option<AgreementWord>,
    /// Krippendorff's alpha for ordinal data, ≤ 1; `None` where it is undefined or there is too little to tell.
    pub alpha: Option<Ratio>,
    /// What alpha means.
    pub reliability: Option<Reliability>,
    /// How many respondents know something here; `None` if they are fewer than k.
    pub raters: Option<usize>,
}

/// a_wg in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgreementWord {
    /// Below 0.30.
    Lacking,
    /// Below 0.50.
    Weak,
    /// Below 0.70.
    Moderate,
    /// Below 0.90.
    Strong,
    /// 0.90 or more.
    VeryStrong,
}

/// Krippendorff's alpha in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reliability {
    /// Below 0.667.
    Unreliable,
    /// Below 0.80.
    Tentative,
    /// 0.80 or more.
    Reliable,
}
