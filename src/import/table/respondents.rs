//! One row a respondent: each becomes a sheet of one person.

use super::answers::Answers;
use super::columns::{Column, Columns};
use super::field::Field;
use super::headings::Part;
use super::sheet::{Facts, Frames};
use super::{Below, Row};
use crate::error::{Error, ImportFault};
use crate::import::doubt;
use crate::import::findings::Account;
use crate::import::{Imported, Job, Questionnaire};
use crate::model::{Answer, Process, Question, Rubric};
use std::rc::Rc;

/// In so many rows, unknown columns are looked at for what could tell who answered.
const LOOKED_AT: usize = 200;

/// Reads the rows, one after the other: a survey of any length needs the memory of one row.
pub fn read(
    columns: &mut Columns,
    known: &Facts,
    mut below: Below,
    questionnaire: &Rc<Questionnaire>,
    account: &mut Account,
    job: &mut Job,
) -> Result<(), Error> {
    let rubric = &questionnaire.rubric;
    let nothing = columns.dialect.map_or(&[][..], |dialect| dialect.nothing);
    let (mut answers, mut frames) = (Answers::new(questionnaire, nothing), Frames::default());
    let has: Vec<bool> = (0..rubric.questions.len()).map(|q| columns.has(q)).collect();
    let perspective = job.wishes.perspective.as_deref().or_else(|| known.get(Field::Perspective));
    let setting = job.wishes.setting.as_deref().or_else(|| known.get(Field::Setting));
    account.missing = missing(rubric, &has, perspective, setting);
    let mut row = Row::default();
    let mut given: Vec<Answer> = vec![Answer::default(); rubric.questions.len()];
    while below.next(&mut row, columns, job)? {
        account.rows += 1;
        if account.rows <= LOOKED_AT {
            columns.look_for_personal(&row);
        }
        if let Some(first) = columns.seen_before(&row, job) {
            job.findings.error(Some(columns.place(row.number, None)), ImportFault::ResponseTwice { first });
            continue;
        }
        given.iter_mut().for_each(|answer| *answer = Answer::default());
        let fine = cells(columns, &row, &mut answers, &mut given, job);
        if fine && given.iter().all(|answer| *answer == Answer::default()) {
            account.empty_rows.push(row.number);
            continue;
        }
        account.unsent += usize::from(columns.is_unsent(&row));
        account.rejected += usize::from(columns.is_rejected(&row));
        let mut facts = known.clone();
        columns.facts(&row, &mut facts, job);
        let fine = facts.settle_people(columns, job) && fine;
        let person = !facts.is_joint(questionnaire, job.wishes.perspective.as_deref());
        let Some(mut sheet) = frames.make(&facts, person, columns, questionnaire, job) else { continue };
        let (perspective, setting) = (sheet.perspective.as_deref(), sheet.organisation.setting.as_deref());
        for (question, answer) in given.iter().enumerate().filter(|(_, answer)| **answer != Answer::default()) {
            if let Some(fault) = doubt(rubric, question, answer, perspective, setting) {
                let column = columns.list.iter().position(|c| *c == Column::Answer(question, Part::Choice));
                job.findings.warn(Some(columns.place(row.number, column)), fault);
            }
        }
        if person && sheet.people.is_none() {
            // Who chose the questions, and the like, is not one person's to say.
            sheet.process = Process::default();
        }
        sheet.answers.reserve(rubric.questions.len());
        for (question, answer) in rubric.questions.iter().zip(&mut given) {
            if *answer != Answer::default() {
                sheet.answers.insert(question.id.clone(), std::mem::take(answer));
            }
        }
        if fine {
            account.sheets += 1;
            (job.take)(Imported { sheet: &sheet, rubric, person: person && sheet.people.is_none() })?;
        }
    }
    (account.points, account.labels) = (answers.by_points(), answers.by_label());
    Ok(())
}

/// The questions that the table lacks, of those that are asked; what is not known asks everything.
pub fn missing(rubric: &Rubric, has: &[bool], perspective: Option<&str>, setting: Option<&str>) -> Vec<String> {
    let perspective = perspective.filter(|id| rubric.perspectives.iter().any(|known| known.id == *id));
    let lacks = |(index, _): &(usize, &Question)| {
        !has.get(*index).copied().unwrap_or(false) && rubric.asks(*index, perspective, setting)
    };
    rubric.questions.iter().enumerate().filter(lacks).map(|(_, question)| question.id.clone()).collect()
}

/// Reads the cells of a row; whether all were understood.
fn cells(columns: &Columns, row: &Row, answers: &mut Answers, given: &mut [Answer], job: &mut Job) -> bool {
    let mut fine = true;
    for (index, column) in columns.list.iter().enumerate() {
        let Column::Answer(question, part) = column else { continue };
        let Some(answer) = given.get_mut(*question) else { continue };
        if *part == Part::Choice {
            match answers.read_cell(columns, index, row.cell(index)) {
                Ok(given) => answer.given = given,
                Err(fault) => {
                    job.findings.error(Some(columns.place(row.number, Some(index))), fault);
                    fine = false;
                }
            }
            continue;
        }
        let cell = columns.value(index, row.cell(index));
        if cell.trim().is_empty() {
            continue;
        }
        put(answer, *part, super::without_personal(columns, (row.number, Some(index)), columns.unguarded(cell), job));
    }
    fine
}

/// Puts a text where it belongs; pieces of evidence stand on a line each.
pub fn put(answer: &mut Answer, part: Part, text: String) {
    match part {
        Part::Choice => {}
        Part::Note => answer.note = Some(text),
        Part::Reason => answer.reason = Some(text),
        Part::Evidence => answer.evidence = super::pieces::pieces(&text),
    }
}
