//! Our own sheets, as the HTML form and the interview write them: read, checked, and written the same.

use super::findings::Account;
use super::table::{impersonal, month, perspective_id};
use super::{Imported, Importer, Input, Job, NoRubric, Questionnaire, Read, json};
use crate::error::{Error, Fault, ImportFault, Place, Problem, Severity};
use crate::model::{Rubric, Sheet};
use std::io::{BufRead, BufReader, Read as IoRead, SeekFrom};
use std::net::IpAddr;
use std::path::Path;
use std::rc::Rc;

/// The largest sheet that is read, in bytes.
const LARGEST: u64 = 32 * 1024 * 1024;

/// Sheets `coprod/answers/1` (.json, .jsonl).
#[derive(Debug)]
pub struct Json;

impl Importer for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "answer sheets"
    }

    fn recognises(&self, head: &[u8]) -> bool {
        let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
        // A list of sheets, and UTF-16, can't be read either, but the reader of sheets says what to do about them.
        let head: Vec<u8> = match head {
            [0xFF, 0xFE, rest @ ..] | [0xFE, 0xFF, rest @ ..] => rest.iter().copied().filter(|b| *b != 0).collect(),
            head => head.to_vec(),
        };
        let head = head.trim_ascii_start();
        head.starts_with(b"{") || head.strip_prefix(b"[").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"{"))
    }

    fn read(&self, input: &mut Input, job: &mut Job) -> Result<(), Error> {
        let name = input.name.to_owned();
        let failed = |error| Error::reading(Path::new(&name), error);
        let mut account = Account { file: name.clone(), read_as: "json", ..Account::default() };
        if many(input).map_err(failed)? {
            let mut reader = BufReader::new(&mut *input.file);
            let mut number = 0;
            loop {
                let mut line = Vec::new();
                (&mut reader).take(LARGEST + 1).read_until(b'\n', &mut line).map_err(failed)?;
                if line.is_empty() {
                    break;
                }
                number += 1;
                let empty = line.trim_ascii().is_empty();
                if !empty {
                    one(&name, &line, Some(number), &mut account, job)?;
                }
            }
        } else {
            let mut bytes = Vec::new();
            (&mut *input.file).take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
            one(&name, &bytes, None, &mut account, job)?;
        }
        job.findings.accounts.push(account);
        Ok(())
    }
}

/// Whether the file holds several sheets, one a line, rather than one: its first line is a whole sheet and not all.
fn many(input: &mut Input) -> std::io::Result<bool> {
    let mut reader = BufReader::new(&mut *input.file);
    let mut line = Vec::new();
    while line.trim_ascii().is_empty() && (&mut reader).take(LARGEST).read_until(b'\n', &mut line)? > 0 {}
    let text = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line);
    let whole = serde_json::from_slice::<serde::de::IgnoredAny>(text).is_ok();
    let more = whole && reader.bytes().any(|byte| byte.is_ok_and(|byte| !byte.is_ascii_whitespace()));
    input.file.seek(SeekFrom::Start(0))?;
    Ok(more)
}

fn one(name: &str, bytes: &[u8], line: Option<usize>, account: &mut Account, job: &mut Job) -> Result<(), Error> {
    account.rows += 1;
    if bytes.len() as u64 > LARGEST {
        let fault = Fault::TooLarge { limit_mib: LARGEST / (1024 * 1024) };
        job.findings.push(Problem::whole(name, fault));
        return Ok(());
    }
    let mut questionnaire = None;
    let find = &mut *job.find;
    let mut find = |id: &str| -> Result<Rc<Rubric>, NoRubric> {
        let found = find(Some(id))?;
        let rubric = Rc::clone(&found.rubric);
        questionnaire = Some(found);
        Ok(rubric)
    };
    let read = match line {
        Some(line) => json::read_line(name, bytes, line, &mut find),
        None => json::read(name, bytes, &mut find),
    };
    let Read { mut sheet, rubric, warnings, .. } = match read {
        Ok(read) => read,
        Err(Error::Input(problems)) => {
            problems.into_iter().for_each(|problem| job.findings.push(problem));
            return Ok(());
        }
        Err(other) => return Err(other),
    };
    warnings.into_iter().for_each(|problem| job.findings.push(problem));
    let Some(questionnaire) = questionnaire else { return Ok(()) };
    if !agree(&mut sheet, &questionnaire, line, job) {
        return Ok(());
    }
    if sheet.respondent.is_some() {
        // One person's sheet keeps the month, not the day.
        sheet.date = month(&sheet.date).to_owned();
        if !is_anonymous(&mut sheet, line, job) {
            return Ok(());
        }
    }
    if sheet.rubric.version.major != rubric.version.major {
        // The answers were carried over to the version at hand while they were read.
        sheet.rubric.version = rubric.version;
    }
    account.sheets += 1;
    (job.take)(Imported { sheet: &sheet, rubric: &rubric, person: false })
}

/// Takes out of a person's texts what could tell who it is, and says so; whether the pseudonym is one.
fn is_anonymous(sheet: &mut Sheet, line: Option<usize>, job: &mut Job) -> bool {
    let (file, place) = (job.findings.file().to_owned(), line.map(|line| Place { line, column: 1 }));
    let at = |pointer: String| Problem { pointer, place, ..Problem::whole(&file, Fault::EmptyText) };
    // A name, an address, the address of a computer, a telephone number.
    let signs = |c: char| c.is_whitespace() || matches!(c, '@' | '+');
    let named = |name: &&String| name.contains(signs) || name.parse::<IpAddr>().is_ok();
    let name = sheet.respondent.as_ref().filter(named);
    if let Some(found) = name {
        let fault = ImportFault::NotAPseudonym { found: crate::text::shorten(found, 60) }.into();
        job.findings.push(Problem { fault, ..at("/respondent".to_owned()) });
    }
    let fine = name.is_none();
    for (id, answer) in &mut sheet.answers {
        let parts = [("note", &mut answer.note), ("reason", &mut answer.reason)];
        let texts = parts.into_iter().filter_map(|(part, text)| Some((part.to_owned(), text.as_mut()?)));
        let pieces = answer.evidence.iter_mut().enumerate().map(|(at, text)| (format!("evidence/{at}"), text));
        for (part, text) in texts.chain(pieces) {
            let Some((bare, what)) = impersonal(text) else { continue };
            *text = bare;
            let fault = ImportFault::LeftOutPersonal { what }.into();
            job.findings.push(Problem { fault, severity: Severity::Warning, ..at(format!("/answers/{id}/{part}")) });
        }
    }
    fine
}

/// Fills in what only the options say; they may not contradict the sheet.
fn agree(sheet: &mut Sheet, questionnaire: &Questionnaire, line: Option<usize>, job: &mut Job) -> bool {
    let wishes = job.wishes;
    let mut fine = true;
    let place = line.map(|line| Place { line, column: 1 });
    let mut contradicts = |pointer: &str, option: &'static str, given: &str, found: &str| {
        let fault = ImportFault::Contradicts { option, given: given.to_owned(), found: found.to_owned() };
        let whole = Problem::whole(job.findings.file(), fault.into());
        job.findings.push(Problem { pointer: pointer.to_owned(), place, ..whole });
        fine = false;
    };
    if let Some(name) = wishes.organisation.as_ref().filter(|name| **name != sheet.organisation.name) {
        contradicts("/organisation/name", "--organisation", name, &sheet.organisation.name);
    }
    if let Some(date) = wishes.date.as_ref().filter(|date| month(date) != month(&sheet.date)) {
        contradicts("/date", "--date", date, &sheet.date);
    }
    if let Some(setting) = &wishes.setting {
        match &sheet.organisation.setting {
            Some(found) if found != setting => contradicts("/organisation/setting", "--setting", setting, found),
            _ => sheet.organisation.setting = Some(setting.clone()),
        }
    }
    if let Some(wish) = &wishes.perspective {
        let id = perspective_id(wish, questionnaire).flatten();
        match (&sheet.perspective, id) {
            (Some(found), id) if Some(found) != id.as_ref() => {
                contradicts("/perspective", "--perspective", wish, found)
            }
            (_, id) => sheet.perspective = id,
        }
    }
    fine
}
