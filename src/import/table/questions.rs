//! One row a question: the table is one sheet.

use super::answers::Answers;
use super::columns::{Column, Columns};
use super::field::Field;
use super::headings::{Meaning, Part, plain};
use super::respondents::{missing, put};
use super::sheet::{Facts, Frames};
use super::{Below, Row};
use crate::error::{Error, Fault, ImportFault, Kind, WorkbookFault, nearest};
use crate::import::doubt;
use crate::import::findings::Account;
use crate::import::{Imported, Job, Questionnaire};
use crate::model::{Answer, order};
use std::rc::Rc;

/// An answer and the row that it stands in.
type Found = Option<(usize, Answer)>;

/// Reads the rows and makes one sheet of them.
pub fn read(
    columns: &mut Columns,
    (mut facts, person): (Facts, bool),
    mut below: Below,
    questionnaire: &Rc<Questionnaire>,
    account: &mut Account,
    job: &mut Job,
) -> Result<(), Error> {
    let rubric = &questionnaire.rubric;
    let mut answers = Answers::new(questionnaire, &[]);
    let mut found: Vec<Found> = vec![None; rubric.questions.len()];
    let mut listed = vec![false; rubric.questions.len()];
    let mut row = Row::default();
    let mut fine = true;
    while below.next(&mut row, columns, job)? {
        account.rows += 1;
        columns.look_for_personal(&row);
        fine &= take_facts(columns, &row, &mut facts, job);
        let (mut answer, understood) = answer(columns, &row, &mut answers);
        let filled = !understood || answer != Answer::default();
        let (index, cell) = question_cell(columns, &row);
        let question = match columns.questions.find(columns.unguarded(cell)) {
            Meaning::Question(question, Part::Choice) => question,
            Meaning::Ambiguous => {
                let fault = ImportFault::AmbiguousColumn { heading: cell.to_owned() };
                job.findings.error(Some(columns.place(row.number, Some(index))), fault);
                continue;
            }
            _ => {
                // A fact may stand in a row of its own: `organisation` and its name.
                if let Some(field) = Field::of_heading(&plain(cell)) {
                    if let Some(column) = columns.list.iter().position(|c| *c == Column::Part(Part::Choice)) {
                        fine &= take_fact(field, row.cell(column), row.number, column, columns, &mut facts, job);
                    }
                } else if filled {
                    unknown(columns, &row, index, cell, job);
                }
                continue;
            }
        };
        if let Some((at, other)) = other_words(columns, &row, question) {
            let fault = ImportFault::IdAndWords {
                id: rubric.questions[question].id.clone(),
                words: rubric.questions[other].id.clone(),
            };
            job.findings.error(Some(columns.place(row.number, Some(at))), fault);
            fine = false;
        }
        if !understood {
            // Only rows about a question must hold an answer in that column.
            report(columns, &row, &mut answers, job);
            fine = false;
        }
        if let Some(seen) = listed.get_mut(question) {
            *seen = true;
        }
        if answer == Answer::default() {
            continue;
        }
        let Some(place) = found.get_mut(question) else { continue };
        match place {
            None => *place = Some((row.number, std::mem::take(&mut answer))),
            Some((first, before)) => {
                let (question, first) = (rubric.questions[question].id.clone(), *first);
                let at = Some(columns.place(row.number, Some(index)));
                if *before == answer {
                    job.findings.warn(at, ImportFault::QuestionTwice { question, first });
                } else {
                    job.findings.error(at, ImportFault::RowsDisagree { question, first });
                    fine = false;
                }
            }
        }
    }
    let Some(mut sheet) = Frames::default().make(&facts, false, columns, questionnaire, job) else { return Ok(()) };
    let (perspective, setting) = (sheet.perspective.as_deref(), sheet.organisation.setting.as_deref());
    account.missing = missing(rubric, &listed, perspective, setting);
    let part_column = |part: Part| columns.list.iter().position(|column| *column == Column::Part(part));
    for (question, entry) in found.iter().enumerate() {
        let Some((number, answer)) = entry else { continue };
        if let Some(fault) = doubt(rubric, question, answer, perspective, setting) {
            job.findings.warn(Some(columns.place(*number, part_column(Part::Choice))), fault);
        }
    }
    // Whether one person or several speak is not said: nobody is to be known by a text all the same.
    let office = |id: &str| rubric.perspectives.iter().any(|perspective| perspective.id == *id && perspective.office);
    let unsaid = !person && sheet.respondent.is_none() && sheet.people.is_none();
    let unsaid = unsaid && sheet.perspective.as_deref().is_some_and(|id| !office(id));
    if unsaid && columns.sheet.is_some() {
        job.findings.warn(Some(columns.place(0, None)), WorkbookFault::WhoUnsaid);
    }
    let person = person || sheet.respondent.is_some() || unsaid;
    for (question, entry) in rubric.questions.iter().zip(found) {
        if let Some((row, mut answer)) = entry {
            if person {
                let mut clean =
                    |part, text: String| super::without_personal(columns, (row, part_column(part)), &text, job);
                answer.note = answer.note.map(|text| clean(Part::Note, text));
                answer.reason = answer.reason.map(|text| clean(Part::Reason, text));
                answer.evidence = answer.evidence.into_iter().map(|text| clean(Part::Evidence, text)).collect();
            }
            sheet.answers.insert(question.id.clone(), answer);
        }
    }
    if sheet.answers.is_empty() {
        job.findings.warn(None, Fault::AllUnanswered);
    }
    (account.points, account.labels) = (answers.by_points(), answers.by_label());
    if fine {
        account.sheets += 1;
        (job.take)(Imported { sheet: &sheet, rubric, person: false })?;
    }
    Ok(())
}

/// The cell that names the question.
fn question_cell<'r>(columns: &'r Columns, row: &'r Row) -> (usize, &'r str) {
    let index = columns.list.iter().position(|column| *column == Column::Question).unwrap_or_default();
    (index, columns.value(index, row.cell(index)))
}

/// The column with the words of another question than the row's, and which question that is: after sorting one column
/// alone, every id stands beside a wrong one.
fn other_words(columns: &Columns, row: &Row, question: usize) -> Option<(usize, usize)> {
    let texts = columns.list.iter().enumerate().filter(|(_, column)| **column == Column::Unused);
    let others = texts.filter_map(|(at, _)| Some((at, columns.questions.by_words(row.cell(at))?)));
    others.into_iter().find(|(_, other)| *other != question)
}

fn unknown(columns: &Columns, row: &Row, index: usize, cell: &str, job: &mut Job) {
    let mut ids: Vec<&str> = columns.questions.ids().collect();
    order::sort(&mut ids);
    let meant = nearest(cell.trim(), ids.iter().copied());
    let known = if ids.len() > 12 { Vec::new() } else { ids.iter().map(|id| (*id).to_owned()).collect() };
    let found = crate::text::shorten(cell.trim(), 80);
    let fault = Fault::UnknownId { kind: Kind::Question, found, meant, known };
    job.findings.error(Some(columns.place(row.number, Some(index))), fault);
}

/// The answer of a row, and whether what was chosen could be understood.
fn answer(columns: &Columns, row: &Row, answers: &mut Answers) -> (Answer, bool) {
    let mut answer = Answer::default();
    let mut understood = true;
    for (index, column) in columns.list.iter().enumerate() {
        let Column::Part(part) = column else { continue };
        let cell = columns.value(index, row.cell(index));
        if *part == Part::Choice {
            match answers.read_cell(columns, index, row.cell(index)) {
                Ok(given) => answer.given = given,
                Err(_) => understood = false,
            }
        } else if !cell.trim().is_empty() {
            put(&mut answer, *part, cell.to_owned());
        }
    }
    (answer, understood)
}

/// Says what is wrong with the answer of a row.
fn report(columns: &Columns, row: &Row, answers: &mut Answers, job: &mut Job) {
    for (index, column) in columns.list.iter().enumerate() {
        if *column == Column::Part(Part::Choice)
            && let Err(fault) = answers.read_cell(columns, index, row.cell(index))
        {
            job.findings.error(Some(columns.place(row.number, Some(index))), fault);
        }
    }
}

/// Takes the facts of a row's columns; all rows must say the same.
fn take_facts(columns: &Columns, row: &Row, facts: &mut Facts, job: &mut Job) -> bool {
    let mut fine = true;
    for (index, column) in columns.list.iter().enumerate() {
        if let Column::Field(field) = column {
            fine &= take_fact(*field, columns.value(index, row.cell(index)), row.number, index, columns, facts, job);
        }
    }
    fine
}

fn take_fact(
    field: Field,
    value: &str,
    row: usize,
    column: usize,
    columns: &Columns,
    facts: &mut Facts,
    job: &mut Job,
) -> bool {
    let value = value.trim();
    match facts.get(field) {
        _ if value.is_empty() => true,
        None => {
            facts.put(field, value, row, column);
            true
        }
        Some(first) if first == value => true,
        Some(first) => {
            let fault = ImportFault::FieldDisagrees {
                field: field.name(),
                found: value.to_owned(),
                first: first.to_owned(),
                row: facts.row(field),
            };
            job.findings.error(Some(columns.place(row, Some(column))), fault);
            false
        }
    }
}
