//! What a map says of the columns of a table and of their values.

use super::answers::Answers;
use super::columns::{Column, Columns};
use super::headings::{Part, plain};
use crate::error::{ImportFault, nearest};
use crate::import::findings::Findings;
use crate::import::map::{MapColumn, Target, Values};
use crate::import::{Job, Questionnaire};
use crate::model::parse_ratio;
use std::collections::HashMap;
use std::rc::Rc;

impl Columns {
    /// A value in the words of the questionnaire, where a map says so.
    pub fn value<'a>(&'a self, column: usize, cell: &'a str) -> &'a str {
        let Some(Some(values)) = self.values.get(column) else { return cell };
        values.get(cell.trim()).map_or(cell, |meant| meant.text.as_str())
    }

    /// Whether a map says what numbers mean in a column, but not what this one does.
    pub fn is_left_out(&self, column: usize, cell: &str) -> bool {
        let Some(Some(values)) = self.values.get(column) else { return false };
        !values.contains_key(cell.trim()) && values.keys().any(|key| parse_ratio(key).is_some())
    }

    /// The columns that a map names.
    pub fn mapped(&mut self, questionnaire: &Rc<Questionnaire>, job: &mut Job) -> HashMap<usize, Column> {
        let mut out = HashMap::new();
        let Some(map) = &job.wishes.map else { return out };
        let mut answers = Answers::new(questionnaire, self.dialect.map_or(&[], |dialect| dialect.nothing));
        self.common = options(&map.values, &mut answers, job.findings);
        for entry in &map.columns {
            let MapColumn { heading, target, values, .. } = entry;
            let wanted = plain(heading);
            let found: Vec<usize> = (0..self.headings.len())
                .filter(|index| plain(self.headings[*index].trim_start_matches('\'')) == wanted)
                .collect();
            if found.is_empty() {
                let meant = nearest(&wanted, self.headings.iter().map(String::as_str));
                let fault = ImportFault::NoSuchColumn { heading: heading.clone(), meant };
                job.findings.push(entry.problem(fault.into()));
            }
            let column = match target {
                Target::Answer(id, part) => match questionnaire.rubric.question(id) {
                    Some(index) => Column::Answer(index, *part),
                    None => {
                        let meant = nearest(id, questionnaire.rubric.questions.iter().map(|q| q.id.as_str()));
                        let fault = ImportFault::BadTarget { found: id.clone(), meant };
                        job.findings.push(entry.problem(fault.into()));
                        continue;
                    }
                },
                Target::Question => Column::Question,
                Target::Part(part) => Column::Part(*part),
                Target::Field(field) => Column::Field(*field),
                Target::Ignore => Column::Unused,
            };
            let own = match is_answer(column) {
                true => {
                    let own = options(values, &mut answers, job.findings);
                    self.common.clone().into_iter().chain(own).collect()
                }
                false => values.clone(),
            };
            for index in found {
                out.insert(index, column);
                self.values[index] = Some(own.clone());
            }
        }
        out
    }

    /// What a map says of values holds in every column of answers, whether it names the column or not.
    pub fn common_words(&mut self) {
        if self.common.is_empty() {
            return;
        }
        for (values, _) in self.values.iter_mut().zip(&self.list).filter(|(_, column)| is_answer(**column)) {
            values.get_or_insert_with(|| self.common.clone());
        }
    }
}

/// Values that stand for answers; what is no option is said at the map, whether the table has it or not, and means
/// nothing.
fn options(values: &Values, answers: &mut Answers, findings: &mut Findings) -> Values {
    let mut out = values.clone();
    for meant in out.values_mut() {
        if let Err(fault) = answers.read(&meant.text) {
            findings.push(meant.problem(fault));
            meant.text.clear();
        }
    }
    out
}

fn is_answer(column: Column) -> bool {
    matches!(column, Column::Answer(_, Part::Choice) | Column::Part(Part::Choice))
}
