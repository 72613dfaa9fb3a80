//! What several sheets say of the organisation and of themselves, as one, and without what only one person says.

use crate::error::{Fault, Problem};
use crate::model::{Organisation, Process, Round, Rubric, RubricVersion, Sheet};
use crate::scoring::Voices;
use std::collections::{BTreeMap, BTreeSet};

/// What holds for all sheets of a report together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shared {
    /// The organisation.
    pub organisation: Organisation,
    /// Who did what in the assessment.
    pub process: Process,
    /// The date of the latest sheet: `YYYY-MM-DD` or `YYYY-MM`.
    pub date: String,
    /// The perspectives that answered, in the rubric's order; `None`, the organisation as a whole, comes first.
    pub perspectives: Vec<Option<String>>,
    /// For each question, whether anybody was asked it.
    pub asked: Vec<bool>,
    /// The versions of the rubric that the sheets answer, each once, in their order.
    pub versions: Vec<RubricVersion>,
}

impl Shared {
    /// Gathers it. Whatever several sheets say, the order of the sheets does not matter.
    pub fn new(rubric: &Rubric, sheets: &[Sheet], round: &Round, k: u64) -> Self {
        let place = |id: &str| rubric.perspectives.iter().position(|p| p.id == id).unwrap_or(usize::MAX);
        let found: BTreeSet<Option<(usize, &str)>> =
            sheets.iter().map(|sheet| sheet.voice().map(|id| (place(id), id))).collect();
        // A few kinds of voices ask the same of thousands of sheets.
        let kinds: BTreeSet<(Option<&str>, Option<&str>)> =
            sheets.iter().map(|sheet| (sheet.voice(), sheet.organisation.setting.as_deref())).collect();
        let asked = |index| kinds.iter().any(|(voice, setting)| rubric.asks(index, *voice, *setting));
        Self {
            organisation: organisation(sheets, round),
            process: process(sheets, round, k),
            date: date(sheets),
            perspectives: found.into_iter().map(|entry| entry.map(|(_, id)| id.to_owned())).collect(),
            asked: (0..rubric.questions.len()).map(asked).collect(),
            versions: sheets.iter().map(|sheet| sheet.rubric.version).collect::<BTreeSet<_>>().into_iter().collect(),
        }
    }
}

/// The most frequent value, the first in order of equally frequent ones.
fn most_frequent<T: Ord>(values: impl Iterator<Item = T>) -> Option<(T, u64)> {
    let mut counts: BTreeMap<T, u64> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count)
}

/// What most sheets say, each key for itself; scope and period as said for all.
fn organisation(sheets: &[Sheet], round: &Round) -> Organisation {
    let most = |key: fn(&Organisation) -> Option<&String>| {
        most_frequent(sheets.iter().filter_map(|sheet| key(&sheet.organisation))).map(|(value, _)| value.clone())
    };
    Organisation {
        name: most(|o| Some(&o.name)).unwrap_or_default(),
        sector: most(|o| o.sector.as_ref()),
        country: most(|o| o.country.as_ref()),
        size: most(|o| o.size.as_ref()),
        setting: most(|o| o.setting.as_ref()),
        scope: round.scope.clone().or_else(|| most(|o| o.scope.as_ref())),
        period: round.period.clone().or_else(|| most(|o| o.period.as_ref())),
    }
}

/// Who did what: as said for all, else as a joint sheet says, else as `k` sheets of persons say alike: what one person
/// writes is that person's.
fn process(sheets: &[Sheet], round: &Round, k: u64) -> Process {
    let none = Process::default();
    if round.process != none {
        return round.process.clone();
    }
    let said = |sheet: &&Sheet| sheet.process != none;
    if let [only] = sheets {
        return only.process.clone();
    }
    let key = |process: &Process| {
        [&process.chose_questions, &process.answered, &process.interpreted, &process.decides].map(Option::clone)
    };
    let joint = sheets.iter().filter(said).filter(|sheet| sheet.respondent.is_none());
    let persons = sheets.iter().filter(said).filter(|sheet| sheet.respondent.is_some());
    let found = most_frequent(joint.map(|sheet| key(&sheet.process)))
        .or_else(|| most_frequent(persons.map(|sheet| key(&sheet.process))).filter(|(_, count)| *count >= k));
    let Some(([chose_questions, answered, interpreted, decides], _)) = found else { return none };
    Process { chose_questions, answered, interpreted, decides }
}

/// The latest date; of persons among several sheets no more than the month.
fn date(sheets: &[Sheet]) -> String {
    let latest = sheets.iter().map(|sheet| sheet.date.as_str()).max().unwrap_or_default();
    let persons = sheets.len() > 1 && sheets.iter().any(|sheet| sheet.respondent.is_some());
    latest.get(..7).filter(|_| persons).unwrap_or(latest).to_owned()
}

/// Shown groups of which more people answered than were invited. Of hidden ones that would tell how many they are.
pub fn more_than_invited(voices: &Voices, round: &Round) -> Vec<Problem> {
    let more = voices.groups.iter().filter(|group| {
        let invited = round.invited(group.who.id());
        invited.zip(group.people).is_some_and(|(invited, people)| people > invited)
    });
    let told = |id: &str| Fault::MoreThanInvited { perspective: id.to_owned() };
    more.map(|group| Problem::warning("assessment.json", "/invited".to_owned(), told(group.who.id()))).collect()
}

/// Whether the sheets name different scopes or periods, which nothing says for all.
pub fn mixed(sheets: &[Sheet], round: &Round) -> Vec<Problem> {
    let differ = |key: fn(&Organisation) -> Option<&String>| {
        sheets.iter().filter_map(|sheet| key(&sheet.organisation)).collect::<BTreeSet<_>>().len() > 1
    };
    let scopes = round.scope.is_none() && differ(|organisation| organisation.scope.as_ref());
    let periods = round.period.is_none() && differ(|organisation| organisation.period.as_ref());
    let found = [(scopes, "scope", Fault::MixedScopes), (periods, "period", Fault::MixedPeriods)];
    let found = found.into_iter().filter(|(mixed, ..)| *mixed);
    found.map(|(_, key, fault)| Problem::warning("assessment.json", format!("/{key}"), fault)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_value_does_not_depend_on_the_order() {
        assert_eq!(most_frequent(["b", "a", "b"].into_iter()), Some(("b", 2)));
        assert_eq!(most_frequent(["b", "a"].into_iter()), Some(("a", 1)));
        assert_eq!(most_frequent(["a", "b"].into_iter()), Some(("a", 1)));
        assert_eq!(most_frequent(std::iter::empty::<u8>()), None);
    }
}
