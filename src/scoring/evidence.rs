//! How much of what is claimed is backed by evidence.

use super::score::{Bounds, Voice};
use super::{CellScore, poll, score};
use crate::model::{Given, Rubric, Sheet};

/// What the evidence of one sheet says.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Answers in the upper half of the scale (value > 1/2) to questions that were asked.
    pub claimed: usize,
    /// Those of them that name evidence.
    pub backed: usize,
    /// The overall score.
    pub claimed_score: Bounds,
    /// The overall score if answers in the upper half without evidence counted as unknown.
    pub evidenced_score: Bounds,
}

/// Compares what a sheet claims with what it backs.
pub fn evidence(rubric: &Rubric, sheet: &Sheet) -> Evidence {
    let mut stripped = sheet.clone();
    let (mut claimed, mut backed) = (0, 0);
    for (index, question) in rubric.questions.iter().enumerate() {
        let Some(answer) = stripped.answers.get_mut(&question.id) else { continue };
        let Some(Given::Choice(choice)) = answer.given else { continue };
        let points = rubric.scale.get(choice).map_or(0, |choice| choice.points);
        let upper = u128::from(points) * 2 > u128::from(rubric.highest_points());
        if !upper || !rubric.asks(index, sheet.voice(), sheet.organisation.setting.as_deref()) {
            continue;
        }
        claimed += 1;
        if answer.evidence.iter().any(|text| !text.trim().is_empty()) {
            backed += 1;
        } else {
            answer.given = None;
        }
    }
    Evidence { claimed, backed, claimed_score: overall(rubric, sheet), evidenced_score: overall(rubric, &stripped) }
}

fn overall(rubric: &Rubric, sheet: &Sheet) -> Bounds {
    let parties = poll::parties(rubric, std::slice::from_ref(sheet));
    let questions = score::questions(rubric, &parties.iter().collect::<Vec<_>>(), Voice::Equal);
    super::profile(rubric, &questions).1.score
}

impl CellScore {
    /// Whether an applicable essential question of the cell is below the minimum, of the known answers.
    pub fn essential_missed(&self, rubric: &Rubric, questions: &[super::QuestionScore]) -> bool {
        let minimum = &rubric.essential_minimum;
        self.essentials(rubric, questions).any(|score| score.score.point.as_ref().is_some_and(|point| point < minimum))
    }

    /// Whether an applicable essential question of the cell has no known answer.
    pub fn essential_unknown(&self, rubric: &Rubric, questions: &[super::QuestionScore]) -> bool {
        self.essentials(rubric, questions).any(|score| score.score.point.is_none())
    }

    fn essentials<'a>(
        &'a self,
        rubric: &'a Rubric,
        questions: &'a [super::QuestionScore],
    ) -> impl Iterator<Item = &'a super::QuestionScore> {
        let essential = |index: &&usize| rubric.questions.get(**index).is_some_and(|question| question.essential);
        let found = self.questions.iter().filter(essential).filter_map(|&index| questions.get(index));
        found.filter(|score| score.applies())
    }
}
