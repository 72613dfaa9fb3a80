//! What the columns of a table mean, decided once from its headings.

use super::dialect::{Dialect, key};
use super::field::Field;
use super::headings::{Headings, Meaning, Part, plain};
use super::personal::{is_personal, looks_personal};
use super::voice::VoiceColumn;
use super::{Facts, Row};
use crate::error::{CellPlace, ImportFault, nearest};
use crate::import::findings::Account;
use crate::import::map::Values;
use crate::import::{Fit, Job, Questionnaire, fit};
use crate::model::{RubricVersion, order};
use std::collections::HashMap;
use std::rc::Rc;

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// A part of the answer to a question; one row a respondent.
    Answer(usize, Part),
    /// Which question the row is about; one row a question.
    Question,
    /// A part of the answer to the row's question.
    Part(Part),
    /// A fact about the sheet.
    Field(Field),
    /// When somebody answered, as the platform noted it; the lower, the better.
    Stamp(usize),
    /// What tells one response from another on the platform.
    Identity,
    /// What a reviewer of the platform said of the response.
    Review,
    /// Whether one person, a group, or the organisation answered; what a group says of being shown.
    Voice(VoiceColumn),
    /// It could tell who answered.
    Personal,
    /// The platform adds it.
    Platform,
    /// It repeats what the questionnaire says, or a map says that it is not needed.
    Unused,
    /// Nobody knows.
    Unknown,
}

/// Headings, in a table with one row a question, of the column that names the question; the best first.
pub const QUESTION: [&str; 13] = [
    "id",
    "code",
    "question id",
    "question_id",
    "questionid",
    "question code",
    "kennung",
    "kürzel",
    "frage-id",
    "fragencode",
    "frage-kürzel",
    "question",
    "frage",
];
/// Headings of columns that repeat what the questionnaire says.
const REPEATED: [&str; 12] =
    ["principle", "prinzip", "grundsatz", "level", "stufe", "question", "frage", "help", "hilfe", "easy", "nr", "no"];

/// The columns of a table.
#[derive(Debug)]
pub struct Columns {
    /// Name of the sheet in a workbook.
    pub sheet: Option<String>,
    /// Whether a row is a question; else a respondent.
    pub one_row_a_question: bool,
    /// The version that was answered, as the first row says.
    pub version: RubricVersion,
    /// The platform that wrote it, if one is recognised.
    pub dialect: Option<&'static Dialect>,
    /// The questions by their codes and words.
    pub questions: Headings,
    /// What each column means.
    pub list: Vec<Column>,
    /// The headings as they stand there.
    pub headings: Vec<String>,
    /// The map's words for the values of each column, where it has any.
    pub values: Vec<Option<Values>>,
    /// The map's words for the values of all columns of answers.
    pub common: Values,
    /// Unknown columns in which something that could tell who answered was seen.
    seen_personal: Vec<bool>,
}

impl Columns {
    /// Decides what the columns mean. `None` if the table cannot be read; the findings say why.
    pub fn new(
        sheet: Option<&str>,
        headings: &Row,
        version: Option<RubricVersion>,
        questionnaire: &Rc<Questionnaire>,
        job: &mut Job,
    ) -> Option<Self> {
        let replacement = version.and_then(|version| match fit(&questionnaire.rubric, version) {
            Fit::Replace(replacement, _) => Some(replacement),
            _ => None,
        });
        let plains: Vec<String> = headings.cells().map(|cell| plain(cell.trim_start_matches('\''))).collect();
        let keys: Vec<String> = plains.iter().map(|plain| key(plain)).collect();
        let from = job.wishes.from.as_deref();
        let dialect = from.and_then(Dialect::named).or_else(|| Dialect::of_headings(&keys));
        let dialect = dialect.filter(|_| !matches!(from, Some("questions" | "respondents")));
        let mut columns = Self {
            sheet: sheet.map(str::to_owned),
            one_row_a_question: false,
            version: version.unwrap_or(questionnaire.rubric.version),
            dialect,
            questions: Headings::new(questionnaire, replacement),
            list: vec![Column::Unknown; plains.len()],
            headings: headings.cells().map(|cell| cell.trim().to_owned()).collect(),
            values: vec![None; plains.len()],
            common: Values::new(),
            seen_personal: vec![false; plains.len()],
        };
        let mapped = columns.mapped(questionnaire, job);
        columns.one_row_a_question = columns.is_one_row_a_question(&plains, &mapped, from);
        let mut wrong = false;
        for (index, plain) in plains.iter().enumerate() {
            let found = match mapped.get(&index) {
                // One row a respondent: the pseudonym is ours to give here, too.
                Some(Column::Field(Field::Respondent)) if !columns.one_row_a_question => Ok(Column::Personal),
                Some(column) => Ok(*column),
                None => columns.meaning(index, plain, &keys[index], &plains),
            };
            match found {
                Ok(column) => columns.list[index] = column,
                Err(fault) => {
                    job.findings.error(Some(columns.place(headings.number, Some(index))), fault);
                    wrong = true;
                }
            }
        }
        columns.common_words();
        wrong |= columns.repeated(headings.number, job);
        let has = |wanted: &Column| columns.list.contains(wanted);
        let answered = match columns.one_row_a_question {
            true => has(&Column::Question) && has(&Column::Part(Part::Choice)),
            false => columns.list.iter().any(|column| matches!(column, Column::Answer(..))),
        };
        if !wrong && !answered {
            job.findings.error(Some(columns.place(headings.number, None)), ImportFault::NoAnswerColumn);
        }
        columns.likely_questions(headings.number, questionnaire, job);
        // Answers are checked even if something is wrong with a heading: all problems at once.
        answered.then_some(columns)
    }

    /// Whether a column holds what was chosen for a question.
    pub fn has(&self, question: usize) -> bool {
        self.list.contains(&Column::Answer(question, Part::Choice))
    }

    /// A place in the table.
    pub fn place(&self, row: usize, column: Option<usize>) -> CellPlace {
        let heading = |index: usize| self.headings.get(index).cloned().unwrap_or_default();
        CellPlace { sheet: self.sheet.clone(), row, column: column.map(|index| (index, heading(index))) }
    }

    /// A text without the `'` that a platform puts before what a spreadsheet could take for a formula.
    pub fn unguarded<'t>(&self, text: &'t str) -> &'t str {
        let guarded = self.dialect.is_some_and(|dialect| dialect.guards);
        let bare = text.strip_prefix('\'').filter(|rest| guarded && rest.starts_with(['=', '+', '-', '@', '\t']));
        bare.unwrap_or(text)
    }

    /// Looks at the cells of unknown columns, so that the account can say what they seem to hold.
    pub fn look_for_personal(&mut self, row: &Row) {
        for (index, column) in self.list.iter().enumerate() {
            if *column == Column::Unknown && !self.seen_personal[index] && looks_personal(row.cell(index)) {
                self.seen_personal[index] = true;
            }
        }
    }

    /// The row in which this response was read before. Numbers tell responses apart in one file only.
    pub fn seen_before(&self, row: &Row, job: &mut Job) -> Option<usize> {
        let index = self.list.iter().position(|column| *column == Column::Identity)?;
        let identity = row.cell(index).trim();
        if identity.is_empty() {
            return None;
        }
        let number = identity.bytes().all(|byte| byte.is_ascii_digit());
        let file = if number { job.findings.file() } else { "" };
        let whole = format!("{file}\n{}\n{identity}", if number { self.sheet.as_deref().unwrap_or("") } else { "" });
        job.findings.remember(&whole, row.number)
    }

    /// Whether the platform knows when responses are sent off, and does not know it of this one.
    pub fn is_unsent(&self, row: &Row) -> bool {
        let sent = self.dialect.map_or(0, |dialect| dialect.sent);
        let column = self.list.iter().position(|column| matches!(column, Column::Stamp(rank) if *rank < sent));
        column.is_some_and(|index| row.cell(index).trim().is_empty())
    }

    /// Whether a reviewer did not approve the response.
    pub fn is_rejected(&self, row: &Row) -> bool {
        let column = self.list.iter().position(|column| *column == Column::Review);
        column.is_some_and(|index| {
            let said = row.cell(index).to_lowercase();
            ["not_approved", "not approved", "rejected"].iter().any(|word| said.contains(word))
        })
    }

    /// Says of the columns that were not needed why, and warns of those that nobody knows.
    pub fn close(&self, headings: usize, account: &mut Account, job: &mut Job) {
        for (index, column) in self.list.iter().enumerate() {
            let heading = self.headings[index].clone();
            match column {
                Column::Personal => account.personal.push(heading),
                Column::Unknown if self.seen_personal[index] => account.personal.push(heading),
                Column::Platform | Column::Identity | Column::Review => account.platform.push(heading),
                Column::Unused if !heading.is_empty() => account.unused.push(heading),
                Column::Unknown => {
                    let ids = self.questions.ids().filter(|_| !self.one_row_a_question);
                    let known = ids.chain(Field::names().map(|name| -> &str { name }));
                    let meant = nearest(&plain(&heading), sorted(known));
                    let place = self.place(headings, Some(index));
                    job.findings.warn(Some(place), ImportFault::UnknownColumn { heading, meant });
                }
                _ => {}
            }
        }
    }

    fn is_one_row_a_question(&self, plains: &[String], mapped: &HashMap<usize, Column>, from: Option<&str>) -> bool {
        if from == Some("questions") {
            return true;
        }
        if from == Some("respondents") || self.dialect.is_some() {
            return false;
        }
        if mapped.values().any(|column| matches!(column, Column::Question | Column::Part(_))) {
            return true;
        }
        let answer = plains.iter().any(|plain| Part::of_word(plain) == Some(Part::Choice));
        let question = plains.iter().any(|plain| QUESTION.contains(&plain.as_str()));
        answer && question && !mapped.values().any(|column| matches!(column, Column::Answer(..)))
    }

    /// What a heading means that no map names.
    fn meaning(&self, index: usize, plain: &str, key: &str, plains: &[String]) -> Result<Column, ImportFault> {
        if plain.is_empty() {
            return Ok(Column::Unused);
        }
        if self.one_row_a_question {
            let best = QUESTION.iter().find_map(|name| plains.iter().position(|plain| plain == name));
            if best == Some(index) {
                return Ok(Column::Question);
            }
            if let Some(part) = Part::of_word(plain) {
                return Ok(Column::Part(part));
            }
            if REPEATED.contains(&plain) {
                return Ok(Column::Unused);
            }
        } else {
            match self.questions.find(plain) {
                Meaning::Question(question, part) => return Ok(Column::Answer(question, part)),
                Meaning::Ambiguous => {
                    return Err(ImportFault::AmbiguousColumn { heading: self.headings[index].clone() });
                }
                Meaning::Unknown => {}
            }
        }
        if let Some(dialect) = self.dialect {
            if let Some(column) = dialect.says(key) {
                return Ok(column);
            }
            if let Some(rank) = dialect.stamps.iter().position(|stamp| *stamp == key) {
                return Ok(Column::Stamp(rank));
            }
            if dialect.languages.contains(&key) {
                return Ok(Column::Field(Field::Language));
            }
        }
        if is_personal(plain) {
            return Ok(Column::Personal);
        }
        // Our own survey gives a field another name where a question has that one already.
        let bare = |name: &str| name.strip_suffix("_field").unwrap_or(name).to_owned();
        let last = |by: &[char]| bare(plain.rsplit(by).next().unwrap_or(plain));
        // Nobody else's survey has these: what LimeSurvey calls a code has no underscore.
        if !self.one_row_a_question
            && let Some(asked) = VoiceColumn::of_heading(plain).or_else(|| VoiceColumn::of_heading(&last(&['/', '-'])))
        {
            return Ok(Column::Voice(asked));
        }
        let names = [plain.to_owned(), last(&['/']), bare(key)];
        if let Some(field) = names.iter().find_map(|name| Field::of_heading(name)) {
            // One row a respondent: the pseudonym is ours to give, in an order that tells nothing.
            // What a person says there of a department or of others could tell who it is.
            let own = field == Field::Respondent || (!plain.contains('/') && !ours(plains) && field.is_telling(plain));
            return Ok(if own && !self.one_row_a_question { Column::Personal } else { Column::Field(field) });
        }
        if self.dialect.is_some_and(|dialect| dialect.adds(key)) {
            return Ok(Column::Platform);
        }
        Ok(Column::Unknown)
    }

    /// Columns that mean the same as one before.
    fn repeated(&self, row: usize, job: &mut Job) -> bool {
        let mut wrong = false;
        for (index, column) in self.list.iter().enumerate() {
            let single = matches!(
                column,
                Column::Answer(..) | Column::Question | Column::Part(_) | Column::Field(_) | Column::Stamp(_)
            );
            let before = self.list[..index].iter().position(|other| single && other == column);
            if let Some(before) = before {
                let first = format!("{} ({})", CellPlace::letters(before), self.headings[before]);
                job.findings.error(Some(self.place(row, Some(index))), ImportFault::SameColumn { first });
                wrong = true;
            }
        }
        wrong
    }

    /// An unknown heading one slip away from a question without a column is hardly meant as something else.
    fn likely_questions(&self, row: usize, questionnaire: &Questionnaire, job: &mut Job) {
        if self.one_row_a_question {
            return;
        }
        for (index, _) in self.list.iter().enumerate().filter(|(_, column)| **column == Column::Unknown) {
            let heading = plain(&self.headings[index]);
            let slip = questionnaire.rubric.questions.iter().enumerate().find(|(position, question)| {
                question.id.len() >= 4
                    && !self.has(*position)
                    && heading.len().abs_diff(question.id.len()) <= 1
                    && strsim::osa_distance(&heading, &question.id) == 1
            });
            if let Some((_, question)) = slip {
                let fault = ImportFault::LikelyQuestion {
                    heading: self.headings[index].clone(),
                    question: question.id.clone(),
                };
                job.findings.error(Some(self.place(row, Some(index))), fault);
            }
        }
    }

    /// The facts that a row holds, with their places. Of the platform's dates, the best that is filled in.
    pub fn facts(&self, row: &Row, facts: &mut Facts, job: &mut Job) {
        let mut stamp: Option<(usize, usize)> = None;
        for (index, column) in self.list.iter().enumerate() {
            match column {
                Column::Field(field) => {
                    let value = self.value(index, row.cell(index)).trim();
                    if !value.is_empty() {
                        facts.put(*field, value, row.number, index);
                    }
                }
                Column::Voice(asked) => {
                    let value = self.value(index, row.cell(index)).trim();
                    if let Err(fault) = facts.voice(*asked, value) {
                        job.findings.error(Some(self.place(row.number, Some(index))), fault);
                    }
                }
                Column::Stamp(rank) => {
                    let value = row.cell(index).trim();
                    // LimeSurvey's date where none was noted.
                    let noted = !value.is_empty() && !value.starts_with("1980-01-01");
                    if noted && stamp.is_none_or(|(best, _)| *rank < best) {
                        stamp = Some((*rank, index));
                    }
                }
                _ => {}
            }
        }
        if let Some((_, index)) = stamp {
            facts.stamp(row.cell(index).trim(), row.number, index);
        }
    }
}

/// Whether a table says which questionnaire it answers, as ours do.
fn ours(plains: &[String]) -> bool {
    plains.iter().any(|plain| plain.rsplit('/').next().and_then(Field::of_heading) == Some(Field::Rubric))
}

/// Words in an order that does not depend on how they are kept: among equals, the first is named.
fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut words: Vec<&str> = words.collect();
    order::sort(&mut words);
    words
}
