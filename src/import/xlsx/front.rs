//! What our workbook says beside its questions: by the names of its cells, else by the labels of its first sheet.

use super::cells::{Cell, Line};
use crate::error::{CellPlace, WorkbookFault};
use crate::import::Job;
use crate::import::table::{Field, Known};
use crate::model::SETTINGS;
use crate::text::{FrontField, LANGUAGES};
use std::collections::BTreeMap;

/// What the name `FormatVersion` says in workbooks that are read.
pub const FORMAT: &str = "coprod/workbook/1";

/// The sheet with what can be chosen.
const LISTS: &str = "Lists";

/// A sheet's name and its lines.
pub type Sheets = Vec<(String, Vec<Line>)>;

/// What a name stands for.
#[derive(Debug, Clone, PartialEq)]
enum Target {
    /// A cell: sheet, row from 1, column from 0.
    Cell(String, usize, usize),
    /// A text of its own.
    Text(String),
}

/// A value and where it stands.
struct Found<'s> {
    value: Value<'s>,
    place: CellPlace,
}

enum Value<'s> {
    Cell(&'s Cell),
    Text(String),
}

impl Found<'_> {
    /// The value without white space around it; `None`: nothing.
    fn take(&self, job: &mut Job) -> Option<String> {
        let text = match &self.value {
            Value::Cell(cell) => cell.take(&self.place, job),
            Value::Text(text) => text,
        };
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }
}

/// What the workbook's names and labels say.
pub struct Front<'s> {
    names: BTreeMap<String, Target>,
    sheets: &'s Sheets,
}

/// What is said of those who answered.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Voice {
    /// One person, not a group.
    pub person: bool,
}

impl<'s> Front<'s> {
    /// Reads the names.
    pub fn new(names: &[(String, String)], sheets: &'s Sheets) -> Self {
        let mut known = BTreeMap::new();
        known.extend(names.iter().filter_map(|(name, formula)| Some((name.clone(), target(formula)?))));
        Self { names: known, sheets }
    }

    /// Whether the workbook is of a format that is read, if it says so. What is wrong is said.
    pub fn is_readable(&self, job: &mut Job) -> bool {
        let Some(found) = self.named("FormatVersion") else { return true };
        let place = found.place.clone();
        match found.take(job) {
            Some(format) if format != FORMAT => {
                job.findings.error(Some(place), WorkbookFault::OtherFormat { found: format, reads: FORMAT });
                false
            }
            _ => true,
        }
    }

    /// Whether a sheet is one of our own: a name of the workbook points into it; where the names were lost, it is called
    /// like one of ours, or has a label of our first sheet.
    pub fn knows(&self, sheet: &str) -> bool {
        if !self.names.is_empty() {
            let inside = |target: &Target| matches!(target, Target::Cell(of, ..) if of == sheet);
            return self.names.values().any(inside);
        }
        let called = LANGUAGES.iter().flat_map(|words| words.spreadsheet.sheets).any(|own| own == sheet);
        called
            || sheet == LISTS
            || FrontField::ALL
                .iter()
                .any(|field| self.labelled(*field).is_some_and(|found| found.place.sheet.as_deref() == Some(sheet)))
    }

    /// The perspective that a sheet was made for.
    pub fn perspective_of(&self, sheet: &str) -> Option<String> {
        let mut all = self.names.iter();
        all.find_map(|(name, target)| match target {
            Target::Cell(of, ..) if of == sheet => name.strip_prefix("Questions_").map(|id| id.replace('_', "-")),
            _ => None,
        })
    }

    /// The facts about a sheet of questions, and who answered it.
    pub fn facts(&self, perspective: Option<&str>, sheet: &str, job: &mut Job) -> (Vec<Known>, Voice) {
        let mut known = Vec::new();
        for (name, field) in
            [("RubricId", Field::Rubric), ("RubricVersion", Field::Version), ("Field_language", Field::Language)]
        {
            if let Some(found) = self.named(name)
                && let Some(value) = found.take(job)
            {
                known.push(Known { field, value, place: found.place });
            }
        }
        if let Some(id) = perspective {
            let place = CellPlace { sheet: Some(sheet.to_owned()), ..CellPlace::default() };
            known.push(Known { field: Field::Perspective, value: id.to_owned(), place });
        }
        let own = perspective.map(|id| id.replace('-', "_"));
        let mut people: Option<Known> = None;
        let (mut voice, mut may_be_shown) = (Voice::default(), None);
        for field in FrontField::ALL {
            if perspective.is_some() && matches!(field, FrontField::Perspective | FrontField::AnsweredBy) {
                continue;
            }
            let found = match (field, &own) {
                (FrontField::People, Some(id)) => self.named(&format!("People_{id}")),
                (FrontField::Shown, Some(id)) => self.named(&format!("Shown_{id}")),
                _ => self.named(&format!("Field_{}", field.key())).or_else(|| self.labelled(field)),
            };
            let Some(found) = found else { continue };
            let Some(value) = found.take(job) else { continue };
            let place = found.place;
            match field {
                FrontField::AnsweredBy => {
                    voice.person = one_of(&value, |words| &words.answered_by, place, job) == Some(0)
                }
                FrontField::Shown => may_be_shown = one_of(&value, |words| &words.yes_no, place, job),
                FrontField::People => people = Some(Known { field: Field::People, value, place }),
                FrontField::Setting => known.push(Known { field: Field::Setting, value: setting(&value), place }),
                _ => {
                    if let Some(field) = Field::named(field.key()) {
                        known.push(Known { field, value, place });
                    }
                }
            }
        }
        if let Some(people) = people {
            if voice.person {
                job.findings.error(Some(people.place), WorkbookFault::PersonWithPeople);
            } else if may_be_shown == Some(0) {
                known.push(people);
            } else {
                // Nobody said yes: it counts like a single person's.
                voice.person = true;
                job.findings.warn(Some(people.place), WorkbookFault::PeopleLeftOut);
            }
        } else if may_be_shown == Some(1) {
            voice.person = true;
        }
        self.check_needed(&mut known, job);
        // Who has a pseudonym keeps it.
        voice.person &= !known.iter().any(|known| known.field == Field::Respondent);
        (known, voice)
    }

    /// Says which cells must not be empty.
    fn check_needed(&self, known: &mut Vec<Known>, job: &mut Job) {
        let wishes = [(Field::Organisation, "--organisation NAME", job.wishes.organisation.is_some())];
        let wishes = wishes.into_iter().chain([(Field::Date, "--date YYYY-MM", job.wishes.date.is_some())]);
        for (field, option, given) in wishes {
            if given || known.iter().any(|known| known.field == field) {
                continue;
            }
            let Some(Target::Cell(sheet, row, column)) = self.names.get(&format!("Field_{}", field.name())) else {
                continue;
            };
            let lines = self.sheets.iter().find(|(name, _)| name == sheet).map(|(_, lines)| lines);
            let line = lines.and_then(|lines| lines.iter().find(|line| line.number == *row));
            let label = crate::text::shorten(line.map_or("", |line| line.text(0)).trim(), 60);
            let place = CellPlace { sheet: Some(sheet.clone()), row: *row, column: Some((*column, label)) };
            job.findings.error(Some(place.clone()), WorkbookFault::NothingHere { option });
            // Nothing will be written; with this the answers are checked all the same, and it is not said twice.
            let value = if field == Field::Date { "2000-01" } else { "?" }.to_owned();
            known.push(Known { field, value, place });
        }
    }

    fn named(&self, name: &str) -> Option<Found<'s>> {
        match self.names.get(name)? {
            Target::Text(text) => Some(Found { value: Value::Text(text.clone()), place: CellPlace::default() }),
            Target::Cell(sheet, row, column) => {
                let (_, lines) = self.sheets.iter().find(|(name, _)| name == sheet)?;
                let line = lines.iter().find(|line| line.number == *row);
                Some(self.found(sheet, line?, *column, line?.cell(*column)?))
            }
        }
    }

    fn found(&self, sheet: &str, line: &Line, column: usize, cell: &'s Cell) -> Found<'s> {
        let label = crate::text::shorten(line.text(0).trim(), 60);
        let place = CellPlace { sheet: Some(sheet.to_owned()), row: line.number, column: Some((column, label)) };
        Found { value: Value::Cell(cell), place }
    }

    /// The cell beside a label in any language, where the names were lost.
    fn labelled(&self, field: FrontField) -> Option<Found<'s>> {
        if self.names.keys().any(|name| name.starts_with("Field_") && *name != "Field_language") {
            return None;
        }
        let labels = LANGUAGES.map(|words| (words.spreadsheet.fields)(field)[0].to_lowercase());
        self.sheets.iter().find_map(|(sheet, lines)| {
            let line = lines.iter().find(|line| labels.contains(&line.text(0).trim().to_lowercase()))?;
            Some(self.found(sheet, line, 1, line.cell(1)?))
        })
    }
}

/// Which of the program's words in any language a value is.
fn one_of(
    value: &str,
    words: fn(&crate::text::SpreadsheetWords) -> &[&'static str; 2],
    place: CellPlace,
    job: &mut Job,
) -> Option<usize> {
    let plain = value.to_lowercase();
    let mut all = LANGUAGES.iter().map(|language| words(&language.spreadsheet));
    let found = all.find_map(|words| words.iter().position(|word| word.to_lowercase() == plain));
    if found.is_none() {
        let known: Vec<&str> = LANGUAGES.iter().flat_map(|language| words(&language.spreadsheet)).copied().collect();
        let found = crate::text::shorten(value, 60);
        job.findings.error(Some(place), WorkbookFault::Unclear { found, known: known.join(", ") });
    }
    found
}

/// The id of a setting that is written as its name in any language; else the text as it is.
fn setting(value: &str) -> String {
    let plain = value.to_lowercase();
    let ids = SETTINGS;
    let position = LANGUAGES
        .iter()
        .find_map(|language| language.interview.settings.iter().position(|name| name.to_lowercase() == plain));
    position.and_then(|position| ids.get(position)).map_or_else(|| value.to_owned(), |id| (*id).to_owned())
}

/// What a name's formula stands for: `'Read me first'!$B$12`, or a text in quotation marks.
fn target(formula: &str) -> Option<Target> {
    let formula = formula.trim().trim_start_matches('=');
    if let Some(text) = formula.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        return Some(Target::Text(text.replace("\"\"", "\"")));
    }
    let (sheet, cell) = formula.rsplit_once('!').or_else(|| formula.rsplit_once('.'))?;
    let sheet = sheet.trim_start_matches('$');
    let sheet = match sheet.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        Some(quoted) => quoted.replace("''", "'"),
        None => sheet.to_owned(),
    };
    // A name for a range stands for its first cell.
    let cell = cell.split(':').next()?.replace('$', "");
    let letters = cell.len() - cell.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (letters, digits) = cell.split_at(letters);
    if letters.is_empty() || letters.len() > 3 || digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let column = letters.bytes().fold(0, |sum, b| sum * 26 + usize::from(b.to_ascii_uppercase() - b'A' + 1));
    Some(Target::Cell(sheet, digits.parse().ok()?, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_for_cells_or_texts() {
        let cell = |sheet: &str, row, column| Some(Target::Cell(sheet.to_owned(), row, column));
        for (formula, wanted) in [
            ("'Read me first'!$B$12", cell("Read me first", 12, 1)),
            ("Lists!$H$2", cell("Lists", 2, 7)),
            ("$'Bitte zuerst lesen'.$B$3", cell("Bitte zuerst lesen", 3, 1)),
            ("='It''s'!AA1:AB9", cell("It's", 1, 26)),
            ("\"co-production\"", Some(Target::Text("co-production".to_owned()))),
            ("#REF!", None),
            ("Lists!#REF!", None),
            ("1", None),
            ("", None),
            ("x!9", None),
        ] {
            assert_eq!(target(formula), wanted, "{formula}");
        }
    }

    #[test]
    fn settings_are_known_in_every_language() {
        assert_eq!(setting("Arbeitgeber"), "employer");
        assert_eq!(setting("employer"), "employer");
        assert_eq!(setting("a provider of services"), "provider");
        assert_eq!(setting("something"), "something");
    }
}
