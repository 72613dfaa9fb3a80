//! The answer sheet `coprod/answers/1`, in and out.

use super::{FindRubric, Fit, NoRubric, Read, doubt, fit};
use crate::error::{Error, Fault, Kind, Problem};
use crate::model::{
    Answer, Given, Organisation, Process, Replacement, Rubric, RubricRef, RubricVersion, SETTINGS, Sheet, is_id,
};
use crate::tree::{Fields, Node, Reading, check_format, decode, unknown, whole};
use indexmap::IndexMap;
use jsonc_parser::ast::Value;
use std::collections::HashMap;

/// The format that is read and written.
pub const FORMAT: &str = "coprod/answers/1";

const KEYS: [&str; 10] = [
    "format",
    "rubric",
    "organisation",
    "date",
    "language",
    "perspective",
    "respondent",
    "people",
    "process",
    "answers",
];
const ORGANISATION_KEYS: [&str; 7] = ["name", "sector", "country", "size", "setting", "scope", "period"];
const PROCESS_KEYS: [&str; 4] = ["chose_questions", "answered", "interpreted", "decides"];
const ANSWER_KEYS: [&str; 4] = ["choice", "note", "evidence", "reason"];

/// Reads one sheet from a whole file.
///
/// # Errors
/// Every problem of the sheet, or why its rubric cannot be used.
pub fn read(name: &str, bytes: &[u8], find: &mut FindRubric) -> Result<Read, Error> {
    read_text(name, decode(name, bytes)?, 1, find)
}

/// Reads sheets from JSON Lines, one a line; empty lines are skipped. `next_line` gives the lines one after the other,
/// so that a large file is never in memory as a whole.
///
/// # Errors
/// Every problem of every sheet, or why a rubric cannot be used or a line cannot be read.
pub fn read_lines(
    name: &str,
    next_line: &mut dyn FnMut() -> Result<Option<Vec<u8>>, Error>,
    find: &mut FindRubric,
) -> Result<Vec<Read>, Error> {
    let (mut sheets, mut problems) = (Vec::new(), Vec::new());
    let mut number = 0;
    while let Some(line) = next_line()? {
        number += 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match read_line(name, &line, number, find) {
            Ok(read) => sheets.push(read),
            Err(Error::Input(more)) => problems.extend(more),
            Err(other) => return Err(other),
        }
    }
    if sheets.is_empty() && problems.is_empty() {
        problems.push(Problem::whole(name, Fault::EmptyFile));
    }
    if problems.is_empty() { Ok(sheets) } else { Err(Error::Input(problems)) }
}

/// Reads the sheet that stands in one line of a file, the first line being 1.
///
/// # Errors
/// Every problem of the sheet, or why its rubric cannot be used.
pub fn read_line(name: &str, line: &[u8], number: usize, find: &mut FindRubric) -> Result<Read, Error> {
    let in_file = |mut problem: Problem| {
        if let Some(place) = &mut problem.place {
            place.line = number;
        }
        Error::from(problem)
    };
    let read = decode(name, line).map_err(in_file).and_then(|text| read_text(name, text, number, find))?;
    Ok(Read { line: Some(number), ..read })
}

/// Whether a text looks like several sheets, one a line, rather than one.
pub fn looks_like_lines(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    let mut lines = text.split(|&b| b == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let whole = |line: &[u8]| serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok();
    lines.next().is_some_and(whole) && lines.next().is_some()
}

fn read_text(name: &str, text: &str, line: usize, find: &mut FindRubric) -> Result<Read, Error> {
    let reading = Reading::new(name, text, line);
    let value = reading.parse()?;
    let root = Node::root(&value);
    let found = match root.fields(&reading) {
        Some(fields) if check_format(&reading, &fields, FORMAT) => sheet(&reading, &fields, find)?,
        _ => None,
    };
    let failed = reading.failed();
    let warnings = reading.into_problems();
    match found {
        Some((sheet, rubric)) if !failed => Ok(Read { sheet, rubric, warnings, line: None }),
        _ => Err(Error::Input(warnings)),
    }
}

type Found = Option<(Sheet, std::rc::Rc<Rubric>)>;

fn sheet(reading: &Reading, fields: &Fields, find: &mut FindRubric) -> Result<Found, Error> {
    fields.only(reading, &KEYS, true);
    let rubric_ref = fields.need(reading, "rubric").and_then(|node| rubric_ref(reading, &node));
    let organisation = fields.need(reading, "organisation").and_then(|node| organisation(reading, &node));
    let date = fields.need(reading, "date").and_then(|node| date(reading, &node));
    let language = optional(reading, fields, "language");
    let respondent = optional(reading, fields, "respondent");
    let people = fields.get("people").and_then(|node| {
        let people = whole(&node).filter(|&people| people > 0);
        if people.is_none() {
            reading.error(&node, Fault::NotAWholeNumber);
        }
        people
    });
    let process = fields.get("process").map_or_else(Process::default, |node| process(reading, &node));
    let rubric = match &rubric_ref {
        None => None,
        Some((node, id, _)) => match find(id) {
            Ok(rubric) => Some(rubric),
            Err(NoRubric::Failed(error)) => return Err(error),
            Err(NoRubric::Fault(fault)) => {
                reading.error(node, fault);
                None
            }
        },
    };
    let (Some((node, id, version)), Some(rubric)) = (rubric_ref, rubric) else {
        if let Some(node) = fields.need(reading, "answers") {
            node.fields(reading);
        }
        return Ok(None);
    };
    let perspective = fields.get("perspective").and_then(|node| perspective(reading, &node, &rubric));
    let setting = organisation.as_ref().and_then(|organisation| organisation.setting.clone());
    let setting = setting.filter(|setting| known_setting(reading, fields, setting));
    let context = Context {
        rubric: &rubric,
        places: rubric.questions.iter().enumerate().map(|(index, q)| (q.id.as_str(), index)).collect(),
        perspective: perspective.as_deref(),
        setting: setting.as_deref(),
    };
    let answers = fields.need(reading, "answers").and_then(|answers| {
        let replacement = match version.map(|version| fit(&rubric, version)) {
            // Without a version, which is an error of its own, the answers are looked at all the same.
            None | Some(Fit::Same) => None,
            Some(Fit::No(fault)) => {
                reading.error(&node, fault);
                return None;
            }
            Some(Fit::Warn(fault)) => {
                reading.warn(&node, fault);
                None
            }
            Some(Fit::Replace(replacement, fault)) => {
                reading.warn(&node, fault);
                Some(replacement)
            }
        };
        context.answers(reading, &answers, replacement)
    });
    let (Some(organisation), Some(date), Some(answers), Some(version)) = (organisation, date, answers, version) else {
        return Ok(None);
    };
    let origin = reading.name().to_owned();
    let sheet = Sheet {
        origin,
        rubric: RubricRef { id, version },
        organisation,
        date,
        language,
        perspective,
        respondent,
        people,
        process,
        answers,
    };
    Ok(Some((sheet, rubric)))
}

fn optional(reading: &Reading, fields: &Fields, key: &str) -> Option<String> {
    fields.get(key)?.filled_text(reading).map(str::to_owned)
}

/// The node that names the rubric, its id, and its version if that can be read.
fn rubric_ref<'p, 't>(
    reading: &Reading<'t>,
    node: &Node<'p, 't>,
) -> Option<(Node<'p, 't>, String, Option<RubricVersion>)> {
    let fields = node.fields(reading)?;
    fields.only(reading, &["id", "version"], true);
    let id = fields.need(reading, "id").and_then(|node| {
        let text = node.text(reading)?;
        if !is_id(text) {
            reading.error(&node, Fault::BadId { found: text.to_owned(), question: false });
            return None;
        }
        Some(text.to_owned())
    });
    let version = fields.need(reading, "version").and_then(|node| {
        let text = node.text(reading)?;
        let version = RubricVersion::parse(text);
        if version.is_none() {
            reading.error(&node, Fault::BadVersion { found: text.to_owned() });
        }
        version
    });
    Some((*node, id?, version))
}

fn organisation(reading: &Reading, node: &Node) -> Option<Organisation> {
    let fields = node.fields(reading)?;
    fields.only(reading, &ORGANISATION_KEYS, true);
    let name = fields.need(reading, "name").and_then(|node| node.filled_text(reading).map(str::to_owned));
    Some(Organisation {
        name: name?,
        sector: optional(reading, &fields, "sector"),
        country: optional(reading, &fields, "country"),
        size: optional(reading, &fields, "size"),
        setting: optional(reading, &fields, "setting"),
        scope: optional(reading, &fields, "scope"),
        period: optional(reading, &fields, "period"),
    })
}

/// Who did what in the assessment.
pub fn process(reading: &Reading, node: &Node) -> Process {
    let Some(fields) = node.fields(reading) else { return Process::default() };
    fields.only(reading, &PROCESS_KEYS, true);
    Process {
        chose_questions: optional(reading, &fields, "chose_questions"),
        answered: optional(reading, &fields, "answered"),
        interpreted: optional(reading, &fields, "interpreted"),
        decides: optional(reading, &fields, "decides"),
    }
}

fn date(reading: &Reading, node: &Node) -> Option<String> {
    let text = node.text(reading)?;
    if !is_date(text) {
        reading.error(node, Fault::BadDate { found: text.to_owned() });
        return None;
    }
    Some(text.to_owned())
}

/// Whether `text` is a day `YYYY-MM-DD` or a month `YYYY-MM` of the calendar.
pub fn is_date(text: &str) -> bool {
    let shape = text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    let day = match text.len() {
        7 => format!("{text}-01"),
        10 => text.to_owned(),
        _ => return false,
    };
    shape && day.parse::<jiff::civil::Date>().is_ok()
}

fn perspective(reading: &Reading, node: &Node, rubric: &Rubric) -> Option<String> {
    let text = node.filled_text(reading)?;
    let known: Vec<&str> = rubric.perspectives.iter().map(|p| p.id.as_str()).collect();
    if known.is_empty() && !is_id(text) {
        reading.error(node, Fault::BadId { found: text.to_owned(), question: false });
    } else if !known.is_empty() && !known.contains(&text) {
        unknown(reading, node, Kind::Perspective, text, &known);
    }
    Some(text.to_owned())
}

/// Whether it is one of the program's settings.
fn known_setting(reading: &Reading, fields: &Fields, setting: &str) -> bool {
    let known = SETTINGS;
    let right = known.contains(&setting);
    if !right {
        let node = fields.get("organisation");
        let node = node.as_ref().and_then(|node| node.fields(reading));
        if let Some(node) = node.as_ref().and_then(|fields| fields.get("setting")) {
            unknown(reading, &node, Kind::Setting, setting, &known);
        }
    }
    right
}

/// What an answer is read against.
struct Context<'a> {
    rubric: &'a Rubric,
    /// Question id → position.
    places: HashMap<&'a str, usize>,
    perspective: Option<&'a str>,
    setting: Option<&'a str>,
}

impl Context<'_> {
    fn answers(
        &self,
        reading: &Reading,
        node: &Node,
        replacement: Option<&Replacement>,
    ) -> Option<IndexMap<String, Answer>> {
        let fields = node.fields(reading)?;
        let mut answers = IndexMap::new();
        let mut any = false;
        for (key, node) in fields.entries_by_id(|key| self.places.contains_key(key)) {
            any = true;
            let mut id = key;
            if let Some(replacement) = replacement {
                if let Some(again) = replacement.again.iter().find(|again| again.old == key) {
                    let (fate, to) = (again.became.clone(), again.to.clone());
                    reading.warn(&node, Fault::AnswerAgain { fate, to });
                    continue;
                }
                if let Some((_, new)) = replacement.same.iter().find(|(old, _)| old == key) {
                    reading.warn(&node, Fault::CarriedOver { to: new.clone() });
                    id = new;
                }
            }
            let Some(&index) = self.places.get(id) else {
                let ids: Vec<&str> = self.rubric.questions.iter().map(|q| q.id.as_str()).collect();
                unknown(reading, &node, Kind::Question, id, &ids);
                continue;
            };
            if let Some(answer) = answer(reading, &node, self.rubric) {
                if let Some(fault) = doubt(self.rubric, index, &answer, self.perspective, self.setting) {
                    reading.warn(&node, fault);
                }
                answers.insert(id.to_owned(), answer);
            }
        }
        if !any {
            reading.warn(node, Fault::AllUnanswered);
        }
        Some(answers)
    }
}

fn answer(reading: &Reading, node: &Node, rubric: &Rubric) -> Option<Answer> {
    let Value::Object(_) = node.value else {
        return Some(Answer { given: Some(given(reading, node, rubric)?), ..Answer::default() });
    };
    let fields = node.fields(reading)?;
    fields.only(reading, &ANSWER_KEYS, true);
    // Whatever is wrong with one part, the others are looked at as well.
    let given = fields.get("choice").map(|node| given(reading, &node, rubric));
    let text = |key| fields.get(key).and_then(|node| node.text(reading).map(str::to_owned));
    let evidence = fields.get("evidence").and_then(|node| {
        Some(node.elements(reading)?.filter_map(|item| item.text(reading).map(str::to_owned)).collect())
    });
    let some = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let (note, reason) = (some(text("note")), some(text("reason")));
    // An answer without the choice that it names is none.
    let given = match given {
        Some(None) => return None,
        given => given.flatten(),
    };
    Some(Answer { given, note, evidence: evidence.unwrap_or_default(), reason })
}

fn given(reading: &Reading, node: &Node, rubric: &Rubric) -> Option<Given> {
    if let Some(written) = node.number_as_written() {
        let index = whole(node).and_then(|points| rubric.scale.iter().position(|choice| choice.points == points));
        if index.is_none() {
            let known = rubric.scale.iter().map(|choice| choice.points.to_string()).collect::<Vec<_>>().join(", ");
            reading.error(node, Fault::NoSuchPoints { found: written.to_owned(), known });
        }
        return index.map(Given::Choice);
    }
    let text = node.text(reading)?;
    let given = match text {
        "na" => Some(Given::NotApplicable),
        "dk" => Some(Given::DontKnow),
        _ => rubric.scale.iter().position(|choice| choice.id == text).map(Given::Choice),
    };
    if given.is_none() {
        let known: Vec<&str> = rubric.scale.iter().map(|choice| choice.id.as_str()).chain(["na", "dk"]).collect();
        unknown(reading, node, Kind::Option, text, &known);
    }
    given
}

/// How an option is written in a sheet.
pub fn option_id(given: Given, rubric: &Rubric) -> &str {
    match given {
        Given::NotApplicable => "na",
        Given::DontKnow => "dk",
        Given::Choice(index) => rubric.scale.get(index).map_or("dk", |choice| choice.id.as_str()),
    }
}
