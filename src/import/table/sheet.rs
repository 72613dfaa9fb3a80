//! From facts to the sheet around the answers.

use super::columns::Columns;
use super::dates;
use super::field::Field;
use super::headings::plain;
use super::personal;
use super::voice::{Voice, VoiceColumn};
use crate::error::{CellPlace, Fault, ImportFault, Kind, WorkbookFault, nearest};
use crate::import::{Fit, Job, Questionnaire, fit};
use crate::model::{Organisation, Process, RubricRef, RubricVersion, SETTINGS, Sheet, is_id};
use indexmap::IndexMap;
use std::collections::{BTreeMap, HashMap};

/// A fact and where it stands.
#[derive(Debug, Clone, Default)]
struct Fact {
    value: String,
    row: usize,
    column: Option<usize>,
    /// Where it stands if that is not in the table.
    place: Option<CellPlace>,
}

/// What a table says about a sheet beside the answers.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    fields: BTreeMap<Field, Fact>,
    stamp: Option<Fact>,
    /// Who speaks, as our own survey asks.
    voice: Voice,
}

impl Facts {
    /// A field's value in a row and column.
    pub fn put(&mut self, field: Field, value: &str, row: usize, column: usize) {
        self.fields.insert(field, Fact { value: value.to_owned(), row, column: Some(column), place: None });
    }

    /// A field's value that stands somewhere else.
    pub fn know(&mut self, field: Field, value: &str, place: CellPlace) {
        let fact = Fact { value: value.trim().to_owned(), row: place.row, column: None, place: Some(place) };
        if !fact.value.is_empty() {
            self.fields.insert(field, fact);
        }
    }

    /// When somebody answered, as a platform noted it.
    pub fn stamp(&mut self, value: &str, row: usize, column: usize) {
        self.stamp = Some(Fact { value: value.to_owned(), row, column: Some(column), place: None });
    }

    /// What our own survey asked of those who answered, by id or label.
    ///
    /// # Errors
    /// A value that is none of the answers.
    pub fn voice(&mut self, asked: VoiceColumn, value: &str) -> Result<(), WorkbookFault> {
        self.voice.hear(asked, value)
    }

    /// Takes the number of people away where it may not be kept. Whether nothing contradicts it.
    pub fn settle_people(&mut self, columns: &Columns, job: &mut Job) -> bool {
        let Some(people) = self.fields.get(&Field::People) else { return true };
        let place = people.place.clone().unwrap_or_else(|| columns.place(people.row, people.column));
        match self.voice.settle() {
            Ok(()) => true,
            Err(WorkbookFault::PeopleLeftOut) => {
                self.fields.remove(&Field::People);
                job.findings.warn(Some(place), WorkbookFault::PeopleLeftOut);
                true
            }
            Err(fault) => {
                job.findings.error(Some(place), fault);
                false
            }
        }
    }

    /// Whether it is a joint statement that may be shown; one that may not counts like a single person's, and so does who
    /// left it open, unless an office speaks.
    pub fn is_joint(&self, questionnaire: &Questionnaire, wish: Option<&str>) -> bool {
        let perspective = self.get(Field::Perspective).or(wish);
        let of_office = perspective.and_then(|text| perspective_id(text, questionnaire)?).is_some_and(|id| {
            let known = questionnaire.rubric.perspectives.iter().find(|perspective| perspective.id == id);
            known.is_some_and(|perspective| perspective.office)
        });
        self.voice.is_joint(of_office)
    }

    /// A field's value.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.fields.get(&field).map(|fact| fact.value.as_str())
    }

    /// The row of a field's value.
    pub fn row(&self, field: Field) -> usize {
        self.fields.get(&field).map_or(0, |fact| fact.row)
    }

    /// What makes the sheet around the answers: equal keys, equal sheets. Of a person's date, only the month counts.
    fn key(&self) -> String {
        let joint = self.voice.keeps_date() || self.fields.contains_key(&Field::People);
        let date = |text: &str| match dates::read(text) {
            Some(date) if joint => date,
            Some(date) => dates::month(&date).to_owned(),
            None => text.to_owned(),
        };
        let mut key = String::new();
        for (field, fact) in &self.fields {
            key.push_str(field.name());
            key.push('\u{1}');
            match field {
                Field::Date => key.push_str(&date(&fact.value)),
                _ => key.push_str(&fact.value),
            }
            key.push('\u{2}');
        }
        if let Some(fact) = &self.stamp {
            key.push_str(&date(&fact.value));
        }
        key.push_str(&format!("{:?}", self.voice));
        key
    }
}

/// Makes sheets from facts; equal facts are checked once.
#[derive(Debug, Default)]
pub struct Frames {
    /// `None` is never kept: what is wrong is said of every row.
    made: HashMap<String, Sheet>,
    /// Missing options are said once a table.
    missing: Vec<&'static str>,
}

impl Frames {
    /// The sheet without answers; `None` if something is wrong or missing.
    pub fn make(
        &mut self,
        facts: &Facts,
        person: bool,
        columns: &Columns,
        questionnaire: &Questionnaire,
        job: &mut Job,
    ) -> Option<Sheet> {
        const KEPT: usize = 1000;
        let key = facts.key();
        if let Some(sheet) = self.made.get(&key) {
            return Some(sheet.clone());
        }
        let sheet = Making { facts, columns, questionnaire, missing: &mut self.missing }.sheet(person, job)?;
        if self.made.len() < KEPT {
            self.made.insert(key, sheet.clone());
        }
        Some(sheet)
    }
}

struct Making<'a> {
    facts: &'a Facts,
    columns: &'a Columns,
    questionnaire: &'a Questionnaire,
    missing: &'a mut Vec<&'static str>,
}

impl Making<'_> {
    fn sheet(mut self, person: bool, job: &mut Job) -> Option<Sheet> {
        let rubric = self.rubric(job);
        let name = self.either(Field::Organisation, job.wishes.organisation.clone(), "--organisation", job);
        let name = name.or_else(|| self.need("--organisation NAME", job));
        let setting = self.setting(job);
        let perspective = self.perspective(job);
        let respondent = self.respondent(job);
        let people = self.people(job);
        // A joint statement is nobody's own.
        let person = person && matches!(people, Some(None));
        let date = self.date(person || respondent.as_ref().is_some_and(Option::is_some), job);
        let origin = job.findings.file().to_owned();
        let mut text = |field| self.text(field, job);
        Some(Sheet {
            origin,
            rubric: rubric?,
            organisation: Organisation {
                name: name?,
                sector: text(Field::Sector),
                country: text(Field::Country),
                size: text(Field::Size),
                setting: setting?,
                scope: text(Field::Scope),
                period: text(Field::Period),
            },
            date: date?,
            language: text(Field::Language),
            perspective: perspective?,
            respondent: respondent?,
            people: people?,
            process: Process {
                chose_questions: text(Field::ChoseQuestions),
                answered: text(Field::Answered),
                interpreted: text(Field::Interpreted),
                decides: text(Field::Decides),
            },
            answers: IndexMap::new(),
        })
    }

    /// A text without what could tell who wrote it.
    fn text(&self, field: Field, job: &mut Job) -> Option<String> {
        let text = self.facts.get(field)?;
        // The others are short, and a period has as many digits as a phone number.
        if matches!(field, Field::Country | Field::Size | Field::Period | Field::Language) {
            return Some(text.to_owned());
        }
        let Some((bare, what)) = personal::without(text) else { return Some(text.to_owned()) };
        job.findings.warn(self.place(field), ImportFault::LeftOutPersonal { what });
        Some(bare)
    }

    fn place(&self, field: Field) -> Option<CellPlace> {
        self.facts.fields.get(&field).map(|fact| self.place_of(fact))
    }

    fn place_of(&self, fact: &Fact) -> CellPlace {
        fact.place.clone().unwrap_or_else(|| self.columns.place(fact.row, fact.column))
    }

    /// Says once that an option is missing.
    fn need<T>(&mut self, option: &'static str, job: &mut Job) -> Option<T> {
        if !self.missing.contains(&option) {
            self.missing.push(option);
            let place = self.columns.sheet.as_ref().map(|_| self.columns.place(0, None));
            job.findings.error(place, ImportFault::Missing { option });
        }
        None
    }

    /// What the table says, else the option; they may not contradict each other.
    fn either(&self, field: Field, given: Option<String>, option: &'static str, job: &mut Job) -> Option<String> {
        match (self.facts.get(field), given) {
            (Some(found), Some(given)) if found != given => {
                let fault = ImportFault::Contradicts { option, given, found: found.to_owned() };
                job.findings.error(self.place(field), fault);
                Some(found.to_owned())
            }
            (Some(found), _) => Some(found.to_owned()),
            (None, given) => given,
        }
    }

    /// Which rubric was answered. Answers that carry over to the version at hand are answers to that one.
    fn rubric(&self, job: &mut Job) -> Option<RubricRef> {
        let rubric = &self.questionnaire.rubric;
        if let Some(found) = self.facts.get(Field::Rubric).filter(|found| *found != rubric.id) {
            let fault = Fault::RubricMismatch { sheet: found.to_owned(), given: rubric.id.clone() };
            job.findings.error(self.place(Field::Rubric), fault);
            return None;
        }
        let mut version = rubric.version;
        if let Some(found) = self.facts.get(Field::Version) {
            let Some(theirs) = RubricVersion::parse(found) else {
                job.findings.error(self.place(Field::Version), Fault::BadVersion { found: found.to_owned() });
                return None;
            };
            match fit(rubric, theirs) {
                Fit::Same => version = theirs,
                Fit::Warn(fault) => {
                    version = theirs;
                    job.findings.warn(self.place(Field::Version), fault);
                }
                // The codes in the headings are those of one version only.
                _ if theirs.major != self.columns.version.major => {
                    let (sheet, rubric) = (theirs.to_string(), self.columns.version.to_string());
                    job.findings.error(self.place(Field::Version), Fault::RubricOtherMajor { sheet, rubric });
                    return None;
                }
                Fit::Replace(_, fault) => job.findings.warn(self.place(Field::Version), fault),
                Fit::No(fault) => {
                    job.findings.error(self.place(Field::Version), fault);
                    return None;
                }
            }
        }
        Some(RubricRef { id: rubric.id.clone(), version })
    }

    fn setting(&self, job: &mut Job) -> Option<Option<String>> {
        let Some(text) = self.either(Field::Setting, job.wishes.setting.clone(), "--setting", job) else {
            return Some(None);
        };
        let mut known: Vec<&str> = SETTINGS.to_vec();
        for id in self.questionnaire.rubric.questions.iter().flat_map(|question| question.settings.iter().flatten()) {
            if !known.contains(&id.as_str()) {
                known.push(id);
            }
        }
        let id = match plain(&text).as_str() {
            "arbeitgeber" => "employer".to_owned(),
            "anbieter" => "provider".to_owned(),
            "beides" => "both".to_owned(),
            other => other.to_owned(),
        };
        if known.contains(&id.as_str()) {
            return Some(Some(id));
        }
        let meant = nearest(&id, known.iter().copied());
        let known = known.into_iter().map(str::to_owned).collect();
        job.findings
            .error(self.place(Field::Setting), Fault::UnknownId { kind: Kind::Setting, found: text, meant, known });
        None
    }

    fn perspective(&self, job: &mut Job) -> Option<Option<String>> {
        let wish = job.wishes.perspective.clone();
        let (given, place) = match self.facts.get(Field::Perspective) {
            Some(text) => (text.to_owned(), self.place(Field::Perspective)),
            None => match &wish {
                Some(text) => (text.clone(), None),
                None => return Some(None),
            },
        };
        let found = perspective_id(&given, self.questionnaire);
        let Some(id) = found else {
            let known: Vec<String> =
                self.questionnaire.rubric.perspectives.iter().map(|perspective| perspective.id.clone()).collect();
            let meant = nearest(&given, known.iter().map(String::as_str));
            // Fifteen perspectives would make a long line, but there is no other way to know them here.
            let fault = Fault::UnknownId { kind: Kind::Perspective, found: given, meant, known };
            job.findings.error(place, fault);
            return None;
        };
        if let (Some(wish), true) = (wish, place.is_some())
            && perspective_id(&wish, self.questionnaire) != Some(id.clone())
        {
            let fault = ImportFault::Contradicts { option: "--perspective", given: wish, found: given };
            job.findings.error(place, fault);
            return None;
        }
        Some(id)
    }

    /// A pseudonym that stands in a table with one row a question.
    fn respondent(&self, job: &mut Job) -> Option<Option<String>> {
        let Some(text) = self.facts.get(Field::Respondent) else { return Some(None) };
        let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).trim_start_matches(['-', '_']);
        let letters = text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        let number = !digits.is_empty() && digits.len() <= 9 && digits.bytes().all(|b| b.is_ascii_digit());
        if letters <= 3 && number {
            return Some(Some(text.to_owned()));
        }
        job.findings.error(self.place(Field::Respondent), ImportFault::NotAPseudonym { found: text.to_owned() });
        None
    }

    fn people(&self, job: &mut Job) -> Option<Option<u64>> {
        let Some(text) = self.facts.get(Field::People) else { return Some(None) };
        let number = text.strip_suffix(".0").unwrap_or(text).parse::<u64>().ok().filter(|people| *people > 0);
        if number.is_none() {
            job.findings.error(self.place(Field::People), Fault::NotAWholeNumber);
        }
        number.map(Some)
    }

    /// The date; of one person's sheet, the month.
    fn date(&mut self, person: bool, job: &mut Job) -> Option<String> {
        let wish = job.wishes.date.clone();
        let (fact, stamped) = match self.facts.fields.get(&Field::Date) {
            Some(fact) => (Some(fact), false),
            None => (self.facts.stamp.as_ref().filter(|_| wish.is_none()), true),
        };
        let date = match fact {
            Some(fact) => {
                let Some(date) = dates::read(&fact.value) else {
                    let fault = ImportFault::AmbiguousDate { found: crate::text::shorten(&fact.value, 40) };
                    job.findings.error(Some(self.place_of(fact)), fault);
                    return None;
                };
                if let Some(wish) =
                    wish.filter(|wish| !stamped && !date.starts_with(wish.as_str()) && !wish.starts_with(&date))
                {
                    let fault = ImportFault::Contradicts { option: "--date", given: wish, found: date };
                    job.findings.error(Some(self.place_of(fact)), fault);
                    return None;
                }
                date
            }
            None => match wish {
                Some(wish) => wish,
                None => return self.need("--date YYYY-MM", job),
            },
        };
        Some(if person { dates::month(&date).to_owned() } else { date })
    }
}

/// The id of a perspective that is written as its id or its name in any language; `Some(None)`: the whole organisation;
/// `None`: unknown.
#[allow(clippy::option_option)] // "The whole organisation" is known, and it is no perspective.
pub fn perspective_id(text: &str, questionnaire: &Questionnaire) -> Option<Option<String>> {
    let rubric = &questionnaire.rubric;
    let wanted = plain(text);
    if rubric.perspectives.iter().any(|perspective| perspective.id == wanted)
        || (rubric.perspectives.is_empty() && is_id(&wanted))
    {
        return Some(Some(wanted));
    }
    if wanted == "all" {
        return Some(None);
    }
    let mut found = questionnaire.texts.iter().flat_map(|texts| {
        rubric.perspectives.iter().zip(&texts.perspectives).filter_map(|(perspective, named)| {
            let named = named.as_ref()?;
            let names = [Some(&named.name), named.easy.as_ref()];
            names.into_iter().flatten().any(|name| plain(name) == wanted).then_some(&perspective.id)
        })
    });
    let first = found.next()?;
    // A name that two perspectives share names none of them.
    found.all(|other| other == first).then(|| Some(first.clone()))
}
