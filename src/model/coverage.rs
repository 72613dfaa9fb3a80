//! What a rubric demands of its own questions, for example "at least four in each cell".

use super::rubric::{Question, Rubric};
use crate::model::order;

/// A rule on how many questions of a kind a rubric has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageRule {
    /// Its id.
    pub id: String,
    /// What is counted.
    pub count: Selector,
    /// Whether different references are counted, not questions.
    pub distinct_references: bool,
    /// At least so many.
    pub min: Option<u64>,
    /// At most so many.
    pub max: Option<u64>,
}

/// Which questions a rule counts: those that fit every condition that is given; without any, all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selector {
    /// Index of a principle.
    pub principle: Option<usize>,
    /// Index of a level.
    pub level: Option<usize>,
    /// A tag.
    pub tag: Option<String>,
    /// Essential or not.
    pub essential: Option<bool>,
    /// Asked in this setting; a question without settings is asked in all.
    pub setting: Option<String>,
    /// Asked in this setting alone; `both`: in all.
    pub setting_only: Option<String>,
    /// Index of a perspective; a question without perspectives is asked of all.
    pub perspective: Option<usize>,
    /// Facet and value, by index.
    pub facets: Vec<(usize, usize)>,
    /// A reference, letter by letter.
    pub reference: Option<String>,
    /// How a reference begins.
    pub reference_prefix: Option<String>,
}

impl CoverageRule {
    /// What the rule counts in its rubric.
    pub fn found(&self, rubric: &Rubric) -> u64 {
        let questions = || rubric.questions.iter().filter(|question| self.count.takes(question));
        let found = if self.distinct_references {
            let references = questions().flat_map(|question| &question.references);
            order::unique(references.filter(|reference| self.count.takes_reference(reference))).len()
        } else {
            questions().count()
        };
        found as u64
    }
}

impl Selector {
    /// Whether a question fits every condition.
    fn takes(&self, question: &Question) -> bool {
        let Self { principle, level, tag, essential, setting, setting_only, perspective, facets, .. } = self;
        let has_facet =
            |&(facet, value): &(usize, usize)| question.facets.get(facet).is_some_and(|v| v.contains(&value));
        principle.is_none_or(|principle| question.principle == principle)
            && level.is_none_or(|level| question.level == level)
            && tag.as_ref().is_none_or(|tag| question.tags.contains(tag))
            && essential.is_none_or(|essential| question.essential == essential)
            && setting.as_ref().is_none_or(|setting| fits(question, setting))
            && setting_only.as_ref().is_none_or(|setting| fits_only(question, setting))
            && perspective.is_none_or(|one| question.perspectives.as_ref().is_none_or(|list| list.contains(&one)))
            && facets.iter().all(has_facet)
            && (!self.asks_for_references() || question.references.iter().any(|r| self.takes_reference(r)))
    }

    fn asks_for_references(&self) -> bool {
        self.reference.is_some() || self.reference_prefix.is_some()
    }

    fn takes_reference(&self, reference: &str) -> bool {
        self.reference.as_ref().is_none_or(|whole| whole == reference)
            && self.reference_prefix.as_ref().is_none_or(|start| reference.starts_with(start.as_str()))
    }
}

/// As [`Rubric::asks`] has it: `both` is asked whatever a question's settings are.
fn fits(question: &Question, setting: &str) -> bool {
    setting == "both" || question.settings.as_ref().is_none_or(|list| list.iter().any(|one| one == setting))
}

fn fits_only(question: &Question, setting: &str) -> bool {
    match (&question.settings, setting) {
        (None, setting) => setting == "both",
        (Some(list), "both") => ["employer", "provider"].iter().all(|one| list.iter().any(|s| s == one)),
        (Some(list), setting) => matches!(list.as_slice(), [only] if only == setting),
    }
}
