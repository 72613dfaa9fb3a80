//! What a plan says: its steps with who and when, in groups, and the document built of them.

mod rows;
mod schedule;
mod sections;

pub use rows::{KEYS, Task};
pub use schedule::{Quarter, Schedule};

use super::Report;
use super::document::Document;
use crate::model::{Ratio, order, ratio};
use crate::scoring::plan::{Plan, Stage, Step};
use crate::text::harmless;
use num_traits::Zero;

/// How steps are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// One list in the plan's order.
    None,
    /// By the part of the organisation that has to act.
    Who,
    /// By the quarter in which they are due.
    Quarter,
}

/// A plan with everything a format needs.
#[derive(Debug)]
pub struct PlanReport<'a> {
    /// The rubric, the words, the sheets and what was doubtful about them.
    pub report: &'a Report<'a>,
    /// The plan.
    pub plan: Plan,
    /// How the steps are grouped.
    pub grouping: Grouping,
    /// When each step is due; `None`: nobody said when it starts.
    pub schedule: Option<Schedule>,
}

/// Some of the steps under a heading.
pub struct Group<'a> {
    /// What they have in common; `None`: all steps in one list.
    pub heading: Option<String>,
    /// Rank (from 1) and step.
    pub steps: Vec<(usize, &'a Step)>,
    /// Where everything stands after them; `None` where other groups' steps come between.
    pub after: Option<&'a Stage>,
}

/// Fractions of so many characters can be read.
const LONGEST_FRACTION: usize = 9;

impl PlanReport<'_> {
    /// The steps in their order with their ranks, from 1.
    pub fn steps(&self) -> impl Iterator<Item = (usize, &Step)> {
        (1..).zip(&self.plan.steps)
    }

    /// The steps in groups.
    pub fn groups(&self) -> Vec<Group<'_>> {
        let all = || self.steps().collect::<Vec<_>>();
        let last = |steps: &[(usize, &Step)]| {
            steps.last().and_then(|(rank, _)| self.plan.steps.get(rank - 1)).map(|step| &step.after)
        };
        match (self.grouping, &self.schedule) {
            (Grouping::Quarter, Some(schedule)) => {
                let of = |quarter: &Quarter| {
                    let steps: Vec<_> =
                        self.steps().filter(|(rank, _)| schedule.of_step(*rank) == Some(quarter)).collect();
                    let days = [&quarter.first, &quarter.last].map(|day| self.report.words.date(day));
                    let heading = (self.report.words.plan.quarter)(quarter.number, &days[0], &days[1]);
                    Group { heading: Some(heading), after: last(&steps), steps }
                };
                schedule.quarters().iter().map(of).collect()
            }
            (Grouping::Who, _) => {
                let mut heads: Vec<Option<usize>> =
                    self.plan.steps.iter().map(|step| self.first_of_who(step)).collect();
                order::sort_by_key(&mut heads, |head| head.unwrap_or(usize::MAX));
                heads.dedup();
                let of = |head: Option<usize>| {
                    let undecided = || self.report.words.plan.undecided.to_owned();
                    let heading = head.and_then(|value| self.who_name(value)).unwrap_or_else(undecided);
                    let steps = self.steps().filter(|(_, step)| self.first_of_who(step) == head).collect();
                    Group { heading: Some(heading), steps, after: None }
                };
                heads.into_iter().map(of).collect()
            }
            _ if self.plan.steps.is_empty() => Vec::new(),
            _ => vec![Group { heading: None, steps: all(), after: None }],
        }
    }

    /// The facet that says who has to act.
    fn who_facet(&self) -> Option<usize> {
        self.report.rubric.facets.iter().position(|facet| facet.id == "reach")
    }

    /// Who has to act: the values of the facet `reach`, the first one (the highest in the organisation) leading.
    fn who_values(&self, step: &Step) -> &[usize] {
        let question = self.report.rubric.questions.get(step.question);
        let values = question.zip(self.who_facet()).and_then(|(question, facet)| question.facets.get(facet));
        values.map_or(&[], Vec::as_slice)
    }

    fn first_of_who(&self, step: &Step) -> Option<usize> {
        self.who_values(step).iter().min().copied()
    }

    fn who_name(&self, value: usize) -> Option<String> {
        let facet = self.who_facet()?;
        let named = self.report.texts.facets.get(facet).and_then(|texts| texts.values.get(value)?.as_deref());
        let id = || self.report.rubric.facets.get(facet)?.values.get(value).map(String::as_str);
        named.or_else(id).map(harmless)
    }

    /// Who has to act, by name; empty where the rubric does not say.
    pub fn who(&self, step: &Step) -> String {
        let names: Vec<String> = self.who_values(step).iter().filter_map(|&value| self.who_name(value)).collect();
        names.join(", ")
    }

    /// Who has to act, by id.
    pub fn who_ids(&self, step: &Step) -> Vec<&str> {
        let values = self.who_facet().and_then(|facet| self.report.rubric.facets.get(facet)).map(|facet| &facet.values);
        let id = |&value: &usize| values.and_then(|values| values.get(value)).map(String::as_str);
        self.who_values(step).iter().filter_map(id).collect()
    }

    /// The quarter in which a step (by rank, from 1) is due.
    pub fn quarter(&self, rank: usize) -> Option<&Quarter> {
        self.schedule.as_ref().and_then(|schedule| schedule.of_step(rank))
    }

    /// The id of the option that a step starts from. It is all that is told of a question's value: the organisation's
    /// start option, never a mean and never one person's answer.
    pub fn from_id(&self, step: &Step) -> &str {
        self.option_id(step.from)
    }

    /// The id of an option.
    pub fn option_id(&self, option: usize) -> &str {
        self.report.rubric.scale.get(option).map_or("", |choice| choice.id.as_str())
    }

    /// The label of an option.
    pub fn option_label(&self, option: usize) -> String {
        harmless(self.report.texts.scale.get(option).map_or("", |text| text.label.as_str()))
    }

    /// The label of the option that a step starts from; of an unknown answer, what was said instead, or of several
    /// sheets that it is not known.
    pub fn from_label(&self, step: &Step) -> String {
        match (step.unknown, self.report.sheet) {
            (false, _) => self.option_label(step.from),
            (true, Some(_)) => self.report.answer_label(step.question),
            (true, None) => self.report.words.plan.not_known.to_owned(),
        }
    }

    /// The id of a question.
    pub fn question_id(&self, question: usize) -> &str {
        self.report.rubric.questions.get(question).map_or("", |question| question.id.as_str())
    }

    /// The words of a question.
    pub fn question_text(&self, question: usize) -> String {
        harmless(self.report.texts.questions.get(question).map_or("", |text| text.text.as_str()))
    }

    /// What a step is called: the recommendation's title, or the question where the rubric has none.
    pub fn step_title(&self, question: usize) -> String {
        super::sections::step_title(self.report, question)
    }

    /// An effort as the language writes it: `3`, `2,5`, `7/3`; rounded where the fraction is long.
    pub fn effort(&self, effort: &Ratio) -> String {
        let mut scaled = effort.clone();
        for digits in 0..4 {
            if scaled.is_integer() {
                let text = format!("{:0>width$}", scaled.to_integer(), width = digits + 1);
                let (whole, part) = text.split_at(text.len() - digits);
                let mark = if digits > 0 { self.report.numbers.decimal.to_string() } else { String::new() };
                return format!("{whole}{mark}{part}");
            }
            scaled *= ratio(10, 1);
        }
        let exact = effort.to_string();
        if exact.len() <= LONGEST_FRACTION {
            return exact;
        }
        // The sum of many odd fractions: no number that anybody could read. The JSON has it exactly.
        let thousandths = (effort * ratio(1000, 1) + ratio(1, 2)).floor();
        format!("≈\u{a0}{}", self.effort(&(thousandths * ratio(1, 1000))))
    }

    /// Level and score of everything together, in words.
    fn stage(&self, stage: &Stage) -> [String; 2] {
        let level = stage.rank.map_or_else(
            || self.report.words.report.not_applicable.to_owned(),
            |rank| harmless(&self.report.named_place(rank)),
        );
        [level, self.score(stage.score.as_ref())]
    }

    /// A score of the plan; there is none where all questions behind it are hidden.
    fn score(&self, score: Option<&Ratio>) -> String {
        let not_shown = || self.report.words.voices.not_shown.to_owned();
        let voices = &self.report.words.voices;
        let told = |score: &Ratio| {
            let percent = self.report.numbers.percent(score);
            // What all chose is told as the mark that it lies beyond.
            match (self.report.protects(), score) {
                (true, score) if *score == ratio(19, 20) => (voices.at_least)(&percent),
                (true, score) if *score == ratio(1, 20) => (voices.at_most)(&percent),
                _ => percent,
            }
        };
        score.map_or_else(not_shown, told)
    }

    /// The effort that a budget leaves.
    pub fn left(&self) -> Option<Ratio> {
        match (&self.plan.goal, &self.plan.effort) {
            (crate::scoring::plan::Goal::Budget(budget), Some(effort)) => {
                Some(budget - effort).filter(|left| !left.is_zero())
            }
            _ => None,
        }
    }

    /// The whole plan as blocks of meaning.
    pub fn document(&self) -> Document {
        sections::document(self)
    }

    /// The same, short enough for a terminal.
    pub fn brief(&self) -> Document {
        sections::brief(self)
    }
}
