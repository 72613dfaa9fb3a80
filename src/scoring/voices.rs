//! Many voices: what the groups say, each for itself and beside one another, with everything hidden that must be.

use super::agreement::Agreement;
use super::disclosure::{Disclosure, Protection, Published, Who};
use super::gap::{Contrast, Gap};
use super::{Assessment, Attainment, Voice, assess};
use crate::model::{Ratio, Rubric, Sheet};

/// All that may be said about one organisation from all its sheets. What may not be shown is not in here.
#[derive(Debug, Clone, PartialEq)]
pub struct Voices {
    /// All together. Its hidden parts (see [`Disclosure`]) are as if nothing applied there: without bounds, level and
    /// coverage.
    pub assessment: Published<Assessment>,
    /// What is hidden, and why.
    pub disclosure: Disclosure,
    /// Everybody who spoke, the organisation first, then the perspectives in the rubric's order, then the pool. Hidden
    /// groups are listed too, without numbers.
    pub groups: Vec<Group>,
    /// What people with lived experience see, scored alone; `None` where nobody spoke.
    pub lived_experience: Option<View>,
    /// What the others see, scored alone; `None` where nobody else spoke.
    pub others: Option<View>,
    /// Whether people with lived experience reach a lower level than all together: then no level may be printed without
    /// theirs beside it.
    pub contested: bool,
    /// Whose view the result is.
    pub basis: Basis,
    /// The perception gaps between the shown groups: pairs in the order of `groups`, for each the principles.
    pub gaps: Vec<Gap>,
    /// The single questions where groups of ten people or more differ most, the greatest difference first.
    pub contrasts: Vec<Contrast>,
    /// How far the respondents agree, one entry a principle.
    pub agreement: Vec<Agreement>,
    /// Whether every level stays as it is whichever single respondent is left out; `None` where fewer than k
    /// respondents answered.
    pub stable: Option<bool>,
    /// How many sheets were read.
    pub sheets: usize,
}

/// Whose view a result is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Nobody spoke from lived experience: the level is never printed without "seen by the organisation itself".
    SelfView,
    /// People with lived experience are among those who spoke.
    LivedExperience,
}

/// A group's score.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// 0…1.
    Exact(Ratio),
    /// All chose the highest option; printed as `≥ 0.95`.
    AtLeast95,
    /// All chose the lowest option; printed as `≤ 0.05`.
    AtMost5,
}

impl Figure {
    /// What is printed as a number, 0…1: 19/20 and 1/20 for the extremes, which then need their sign before them.
    pub fn value(&self) -> Ratio {
        match self {
            Self::Exact(value) => value.clone(),
            Self::AtLeast95 => crate::model::ratio(19, 20),
            Self::AtMost5 => crate::model::ratio(1, 20),
        }
    }
}

/// What one group says.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Who they are.
    pub who: Who,
    /// Whether they speak from lived experience.
    pub lived_experience: bool,
    /// Whether it is an official statement (of an office, or of the organisation), which is never hidden.
    pub statement: bool,
    /// Whether anything of the group is shown.
    pub shown: bool,
    /// How many people answered; `None` where the group is hidden in every principle, and for a statement that does not
    /// say for how many it speaks.
    pub people: Option<u64>,
    /// The score of each principle, in the rubric's order, of the known answers; `None`: hidden (see
    /// [`Disclosure::reason`]) or nothing known.
    pub principles: Vec<Option<Figure>>,
    /// The overall score; `None` if any of its principles is hidden.
    pub overall: Option<Figure>,
    /// The overall level; `None` if any of its principles is hidden.
    pub level: Option<Attainment>,
    /// The share of "don't know" among the questions that the group was asked, 0…1; `None` if any of its principles is
    /// hidden.
    pub dont_know: Option<Ratio>,
}

/// What one side sees, scored alone. Within a side the voices weigh as in the total (equal voice: every perspective
/// the same), so that the two sides and the total give away no more than the sides.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// How many people; `None` where the side is hidden, or statements do not say for how many they speak.
    pub people: Option<u64>,
    /// The score of each principle, in the rubric's order, of the known answers; `None`: hidden or nothing known.
    pub principles: Vec<Option<Figure>>,
    /// The level of each principle; `None`: hidden.
    pub levels: Vec<Option<Attainment>>,
    /// The overall score; `None` if any principle is hidden.
    pub overall: Option<Figure>,
    /// The overall level; `None` if any principle is hidden.
    pub level: Option<Attainment>,
}

/// Scores the sheets of one organisation, and hides what must be hidden.
pub fn voices(rubric: &Rubric, sheets: &[Sheet], voice: Voice, protection: Protection) -> Voices {
    // Until the rules of disclosure are here, of several sheets nothing is shown.
    let alone = sheets.len() < 2;
    let full = |n: usize| vec![alone; n];
    let disclosure = Disclosure {
        applies: !alone,
        protection,
        principles: vec![super::Hidden::default(); rubric.principles.len()],
        overall: None,
        pooled: Vec::new(),
        dominance: false,
        questions: full(rubric.questions.len()),
        cells: vec![full(rubric.levels.len()); rubric.principles.len()],
        facets: rubric.facets.iter().map(|facet| full(facet.values.len())).collect(),
    };
    let assessment = if alone {
        Published::Shown(assess(rubric, sheets, voice))
    } else {
        Published::Withheld(super::HiddenReason::TotalTooFew)
    };
    Voices {
        assessment,
        disclosure,
        groups: Vec::new(),
        lived_experience: None,
        others: None,
        contested: false,
        basis: Basis::SelfView,
        gaps: Vec::new(),
        contrasts: Vec::new(),
        agreement: Vec::new(),
        stable: None,
        sheets: sheets.len(),
    }
}
