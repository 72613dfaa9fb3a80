//! The perception gap: how differently two groups see the same principle, and whether chance explains it. The scoring
//! document, part C.

use super::disclosure::Who;
use super::voices::Figure;
use crate::model::Ratio;

/// How two shown groups see a principle.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The principle's place in the rubric.
    pub principle: usize,
    /// One group.
    pub a: Who,
    /// The other.
    pub b: Who,
    /// The mean of the respondents' scores in `a` and in `b`.
    pub means: [Figure; 2],
    /// How many respondents of `a` and of `b` were compared: those who know at least half of what they were asked.
    pub respondents: [usize; 2],
    /// Cliff's delta, −1…1: (#(x > y) − #(x < y)) / (m · n) for x of `a` and y of `b`. Positive: `a` sees it more
    /// favourably.
    pub delta: Ratio,
    /// The two-sided permutation p of the rank sum, 0…1.
    pub p: f64,
    /// The same after Holm's correction over all gaps computed, 0…1.
    pub p_holm: f64,
    /// Whether p is exact; else, for very many respondents, by the normal approximation with a correction for ties.
    pub exact: bool,
    /// The mean of `a` less the mean of `b`, −1…1.
    pub difference: Ratio,
    /// |delta| ≥ 0.474 and |difference| ≥ half an average step of the scale.
    pub notable: bool,
    /// Notable, and the corrected p ≤ 0.05.
    pub strong: bool,
}

/// A single question on which two groups of ten people or more differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Contrast {
    /// The question's place in the rubric.
    pub question: usize,
    /// The group that sees it more favourably.
    pub a: Who,
    /// The other.
    pub b: Who,
    /// The means of `a` and of `b`.
    pub means: [Figure; 2],
    /// The difference of the means, > 0…1.
    pub difference: Ratio,
}
