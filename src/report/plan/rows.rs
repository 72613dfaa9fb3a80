//! One row a step: what task lists and spreadsheets show of a plan.

use super::PlanReport;
use crate::model::Recommendation;
use crate::scoring::plan::Step;
use crate::text::{harmless, harmless_lines};

/// The columns' names for programs, in order. `title`, `description` and `due_date` are what issue trackers import.
pub const KEYS: [&str; 19] = [
    "rank",
    "question",
    "title",
    "description",
    "from",
    "to",
    "from_label",
    "to_label",
    "effort",
    "principle",
    "level",
    "essential",
    "unknown",
    "reaches",
    "who",
    "quarter",
    "start_date",
    "due_date",
    "done",
];

/// One step as a task.
#[derive(Debug, Clone)]
pub struct Task<'a> {
    /// Its rank, from 1.
    pub rank: usize,
    /// The step.
    pub step: &'a Step,
    /// What is to be done.
    pub title: String,
    /// How, a line each.
    pub how: Vec<String>,
    /// What it is good for.
    pub benefit: Option<String>,
    /// Who has to act; empty where nobody is named.
    pub who: String,
    /// First and last day of its quarter, and the quarter's number.
    pub quarter: Option<(usize, &'a str, &'a str)>,
}

impl PlanReport<'_> {
    /// The steps as tasks, in their order.
    pub fn tasks(&self) -> Vec<Task<'_>> {
        let task = |(rank, step): (usize, &'_ Step)| {
            let next: Option<&Recommendation> =
                self.report.texts.questions.get(step.question).and_then(|text| text.recommendation.as_ref());
            let quarter = self.quarter(rank).map(|q| (q.number, q.first.as_str(), q.last.as_str()));
            let step = &self.plan.steps[rank - 1];
            Task {
                rank,
                step,
                title: self.step_title(step.question),
                how: next.map_or_else(Vec::new, |next| next.steps.iter().map(|step| harmless(step)).collect()),
                benefit: next.and_then(|next| next.benefit.as_deref()).map(harmless),
                who: self.who(step),
                quarter,
            }
        };
        self.steps().map(task).collect()
    }

    /// A task's text: the question, how the answer is to change, how it is done, and what for.
    pub fn description(&self, task: &Task) -> String {
        let words = &self.report.words.plan;
        let (from, to) = (self.from_label(task.step), self.option_label(task.step.to));
        let mut lines = vec![format!(
            "{} {}: {}.",
            self.question_text(task.step.question),
            words.answer,
            (words.from_to)(&from, &to)
        )];
        if task.step.unknown {
            lines.push(words.find_out.to_owned());
        }
        lines.extend((1..).zip(&task.how).map(|(number, step): (usize, _)| format!("{number}. {step}")));
        if let Some(benefit) = &task.benefit {
            lines.push(format!("{}: {benefit}", self.report.words.report.benefit));
        }
        harmless_lines(&lines.join("\n"))
    }

    /// The columns of [`KEYS`] for a task.
    pub fn task_row(&self, task: &Task) -> [String; 19] {
        let rubric = self.report.rubric;
        let step = task.step;
        let quarter = |part: fn((usize, &str, &str)) -> String| task.quarter.map(part).unwrap_or_default();
        [
            task.rank.to_string(),
            self.question_id(step.question).to_owned(),
            task.title.clone(),
            self.description(task),
            self.from_id(step).to_owned(),
            self.option_id(step.to).to_owned(),
            self.from_label(step),
            self.option_label(step.to),
            step.effort.to_f64().to_string(),
            rubric.principles.get(step.principle).map_or("", |principle| principle.id.as_str()).to_owned(),
            rubric.levels.get(step.level).map_or("", |level| level.id.as_str()).to_owned(),
            step.essential.to_string(),
            step.unknown.to_string(),
            step.completes.map(|rank| self.rank_id(rank).to_owned()).unwrap_or_default(),
            task.who.clone(),
            quarter(|(number, _, _)| number.to_string()),
            quarter(|(_, first, _)| first.to_owned()),
            quarter(|(_, _, last)| last.to_owned()),
            "false".to_owned(),
        ]
    }

    /// The id of a rank: `none` below the first level.
    pub fn rank_id(&self, rank: usize) -> &str {
        let level = rank.checked_sub(1).and_then(|index| self.report.rubric.levels.get(index));
        level.map_or("none", |level| level.id.as_str())
    }
}
