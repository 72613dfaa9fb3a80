//! What a cell with an answer means: an option's id, its label in any language, or its points.

use super::columns::Columns;
use super::headings::plain;
use crate::error::{Fault, ImportFault, Kind, nearest};
use crate::import::Questionnaire;
use crate::model::{ChoiceText, Given, Ratio, Texts, parse_ratio};
use crate::text::{LANGUAGES, Words};
use num_traits::ToPrimitive;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// So many ways to write an answer are remembered as they are; more would be no answers but texts.
const REMEMBERED: usize = 500;

/// The options by all that may stand for them.
#[derive(Debug)]
pub struct Answers {
    /// Exactly as it stands in a cell → what it means; filled while reading.
    seen: HashMap<String, Option<Given>>,
    /// `None`: several options have this label.
    labels: HashMap<String, Option<Given>>,
    points: Vec<u64>,
    known: Vec<String>,
    /// The ids with their labels, for a message: people see the labels in their forms.
    named: Vec<String>,
    /// What means "not shown to this person" where the file comes from.
    nothing: &'static [&'static str],
    /// Whether a number was read as an option's points.
    by_points: bool,
    /// Whether numbers are labels: then none is taken as points, which would mix the two up.
    numbered: bool,
    /// Numbers that were read as labels, although they are other options' points.
    by_label: BTreeMap<String, String>,
}

impl Answers {
    /// The options of a rubric, `nothing` being what means that a question was not shown.
    pub fn new(questionnaire: &Rc<Questionnaire>, nothing: &'static [&'static str]) -> Self {
        let rubric = &questionnaire.rubric;
        let mut labels: HashMap<String, Option<Given>> = HashMap::new();
        // Ids are never in doubt; then labels, then easy ones: an easy "Yes" does not compete with a label "Yes".
        let ids = || {
            let scale =
                rubric.scale.iter().enumerate().map(|(index, choice)| (choice.id.as_str(), Given::Choice(index)));
            scale.chain([("na", Given::NotApplicable), ("dk", Given::DontKnow)])
        };
        add(&mut labels, ids().map(|(id, given)| (id.to_owned(), given)));
        let words = |pick: fn(&ChoiceText) -> Option<&String>| {
            questionnaire.texts.iter().flat_map(move |texts| {
                let scale = texts.scale.iter().enumerate().map(|(index, text)| (Some(text), Given::Choice(index)));
                let both = [(texts.na.as_ref(), Given::NotApplicable), (texts.dk.as_ref(), Given::DontKnow)];
                scale
                    .chain(both)
                    .filter_map(move |(text, given)| Some((plain(pick(text?)?), given)))
                    .collect::<Vec<_>>()
            })
        };
        add(&mut labels, words(|text| Some(&text.label)));
        add(&mut labels, words(|text| text.easy.as_ref()));
        // What a form and a report call these two where the rubric has no words of its own.
        let own = |words: &Words| {
            let (interview, report) = (&words.interview, &words.report);
            let [na, dk] = [interview.na, interview.dk].map(plain);
            [(na, Given::NotApplicable), (dk, Given::DontKnow), (plain(report.dont_know), Given::DontKnow)]
        };
        add(&mut labels, LANGUAGES.into_iter().flat_map(own));
        Self {
            seen: HashMap::new(),
            labels,
            numbered: questionnaire
                .texts
                .iter()
                .flat_map(|texts| &texts.scale)
                .any(|text| number(&plain(&text.label)).is_some()),
            by_label: BTreeMap::new(),
            points: rubric.scale.iter().map(|choice| choice.points).collect(),
            known: ids().map(|(id, _)| id.to_owned()).collect(),
            named: ids().map(|(id, given)| named(id, given, &questionnaire.texts)).collect(),
            nothing,
            by_points: false,
        }
    }

    /// The points by which numbers were read as options, if any were.
    pub fn by_points(&self) -> Option<String> {
        let list = || self.points.iter().zip(&self.known).map(|(points, id)| format!("{points}: {id}"));
        self.by_points.then(|| list().collect::<Vec<_>>().join(", "))
    }

    /// The numbers that were read as labels and could have been meant as points, if any were.
    pub fn by_label(&self) -> Option<String> {
        let list = || self.by_label.iter().map(|(label, id)| format!("{label}: {id}"));
        (!self.by_label.is_empty()).then(|| list().collect::<Vec<_>>().join(", "))
    }

    /// What a cell of a column means. Where a map says what numbers mean there, no other number is taken as points.
    ///
    /// # Errors
    /// As [`Answers::read`], and such a number.
    pub fn read_cell(&mut self, columns: &Columns, column: usize, cell: &str) -> Result<Option<Given>, Fault> {
        if columns.is_left_out(column, cell) {
            let bare = plain(cell);
            if number(&bare).is_some() && !self.labels.contains_key(&bare) {
                return Err(ImportFault::NotInMap { found: shortened(cell) }.into());
            }
        }
        self.read(columns.value(column, cell))
    }

    /// What a cell means; `None`: nothing was chosen.
    ///
    /// # Errors
    /// A text that is no option, or that can be several.
    pub fn read(&mut self, cell: &str) -> Result<Option<Given>, Fault> {
        if let Some(given) = self.seen.get(cell) {
            return Ok(*given);
        }
        let given = self.meaning(cell)?;
        if self.seen.len() < REMEMBERED {
            self.seen.insert(cell.to_owned(), given);
        }
        Ok(given)
    }

    /// Remembers a number that is a label and also another option's points.
    fn note_label(&mut self, text: String, given: Given) {
        let Given::Choice(chosen) = given else { return };
        let points = number(&text).filter(Ratio::is_integer).and_then(|number| number.to_integer().to_u64());
        let other = points.and_then(|points| self.points.iter().position(|p| *p == points));
        if other.is_some_and(|other| other != chosen)
            && let Some(id) = self.known.get(chosen)
        {
            self.by_label.insert(text, id.clone());
        }
    }

    fn meaning(&mut self, cell: &str) -> Result<Option<Given>, Fault> {
        // LimeSurvey and spreadsheets mark with it that a cell is a text.
        let text = plain(cell);
        let text = text.strip_prefix('\'').unwrap_or(&text);
        let nothing = self.nothing.contains(&text);
        // What the platform writes for "not shown" and the questionnaire for an answer cannot be told apart.
        if nothing && self.labels.contains_key(text) {
            return Err(ImportFault::AmbiguousAnswer { found: cell.to_owned() }.into());
        }
        if text.is_empty() || nothing {
            return Ok(None);
        }
        match self.labels.get(text).or_else(|| self.labels.get(text.trim_end_matches('.'))) {
            Some(Some(given)) => {
                let given = *given;
                self.note_label(text.to_owned(), given);
                return Ok(Some(given));
            }
            Some(None) => return Err(ImportFault::AmbiguousAnswer { found: cell.to_owned() }.into()),
            None => {}
        }
        if let Some(number) = number(text).filter(|_| !self.numbered) {
            let points = number.is_integer().then(|| number.to_integer().to_u64()).flatten();
            let found = points.and_then(|points| self.points.iter().position(|p| *p == points));
            self.by_points |= found.is_some();
            return found.map(|index| Some(Given::Choice(index))).ok_or_else(|| {
                let known = self.points.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
                Fault::NoSuchPoints { found: cell.to_owned(), known }
            });
        }
        let meant = nearest(text, self.known.iter().chain(self.labels.keys()).map(String::as_str));
        // The id of what was meant can be written in any file.
        let id = meant.as_ref().and_then(|label| self.labels.get(label)).copied().flatten().map(|given| match given {
            Given::Choice(index) => self.known.get(index).cloned().unwrap_or_default(),
            Given::NotApplicable => "na".to_owned(),
            Given::DontKnow => "dk".to_owned(),
        });
        Err(Fault::UnknownId { kind: Kind::Option, found: shortened(cell), meant: id, known: self.named.clone() })
    }
}

/// The number that a text is.
fn number(text: &str) -> Option<Ratio> {
    parse_ratio(&text.replace(',', "."))
}

/// An option as a message lists it: its id, and its labels in all languages.
fn named(id: &str, given: Given, texts: &[Texts]) -> String {
    let label = |texts: &'_ Texts| match given {
        Given::Choice(index) => texts.scale.get(index).map(|text| text.label.clone()),
        Given::NotApplicable => texts.na.as_ref().map(|text| text.label.clone()),
        Given::DontKnow => texts.dk.as_ref().map(|text| text.label.clone()),
    };
    let labels: Vec<String> = texts.iter().filter_map(label).map(|label| crate::text::shorten(&label, 30)).collect();
    if labels.is_empty() { id.to_owned() } else { format!("{id} ({})", labels.join(", ")) }
}

/// An unknown "answer" may be a whole letter, which nobody wants to see in a message.
fn shortened(text: &str) -> String {
    crate::text::shorten(text.trim(), 80)
}

/// Adds labels where nothing stands yet; among themselves they must agree.
fn add(labels: &mut HashMap<String, Option<Given>>, new: impl Iterator<Item = (String, Given)>) {
    let mut fresh: HashMap<String, Option<Given>> = HashMap::new();
    for (label, given) in new.filter(|(label, _)| !labels.contains_key(label)) {
        let entry = fresh.entry(label).or_insert(Some(given));
        if *entry != Some(given) {
            *entry = None;
        }
    }
    labels.extend(fresh);
}
