//! What several sheets say of the organisation and of themselves, as one, and without what only one person says.

use crate::error::{Fault, Problem};
use crate::model::{Organisation, Process, Round, Rubric, RubricVersion, Sheet, order};
use crate::scoring::Voices;
use std::collections::BTreeMap;

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
        let found = order::unique(sheets.iter().map(|sheet| sheet.voice().map(|id| (place(id), id))));
        // A few kinds of voices ask the same of thousands of sheets.
        let kinds = order::unique(sheets.iter().map(|sheet| (sheet.voice(), sheet.organisation.setting.as_deref())));
        let asked = |index| kinds.iter().any(|(voice, setting)| rubric.asks(index, *voice, *setting));
        Self {
            organisation: organisation(sheets, round, k),
            process: process(sheets, round, k),
            date: date(sheets),
            perspectives: found.into_iter().map(|entry| entry.map(|(_, id)| id.to_owned())).collect(),
            asked: (0..rubric.questions.len()).map(asked).collect(),
            versions: order::unique(sheets.iter().map(|sheet| sheet.rubric.version)),
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

/// What sheets say alike: of a single sheet, what it says; else what most joint sheets say, else what `k` sheets of
/// persons say, or all there are: what one person writes is that person's.
fn alike<T: Ord>(sheets: &[Sheet], k: u64, said: impl Fn(&Sheet) -> Option<T>) -> Option<T> {
    if let [only] = sheets {
        return said(only);
    }
    let of = |person: bool| sheets.iter().filter(move |sheet| sheet.respondent.is_some() == person).filter_map(&said);
    let joint = most_frequent(of(false)).map(|(value, _)| value);
    let enough = k.min(sheets.len() as u64);
    joint.or_else(|| most_frequent(of(true)).filter(|(_, count)| *count >= enough).map(|(value, _)| value))
}

/// What the sheets say of the organisation, each key for itself; scope and period as said for all. Its name and what it
/// is are the same in all sheets, or nearly.
fn organisation(sheets: &[Sheet], round: &Round, k: u64) -> Organisation {
    let most = |key: fn(&Organisation) -> Option<&String>| {
        most_frequent(sheets.iter().filter_map(|sheet| key(&sheet.organisation))).map(|(value, _)| value.clone())
    };
    let said = |key: fn(&Organisation) -> Option<&String>| alike(sheets, k, |sheet| key(&sheet.organisation).cloned());
    Organisation {
        name: most(|o| Some(&o.name)).unwrap_or_default(),
        sector: said(|o| o.sector.as_ref()),
        country: said(|o| o.country.as_ref()),
        size: said(|o| o.size.as_ref()),
        setting: most(|o| o.setting.as_ref()),
        scope: round.scope.clone().or_else(|| said(|o| o.scope.as_ref())),
        period: round.period.clone().or_else(|| said(|o| o.period.as_ref())),
    }
}

/// Who did what: as said for all, else as the sheets say alike.
fn process(sheets: &[Sheet], round: &Round, k: u64) -> Process {
    let none = Process::default();
    if round.process != none {
        return round.process.clone();
    }
    let key = |process: &Process| {
        [&process.chose_questions, &process.answered, &process.interpreted, &process.decides].map(Option::clone)
    };
    let found = alike(sheets, k, |sheet| (sheet.process != none).then(|| key(&sheet.process)));
    let Some([chose_questions, answered, interpreted, decides]) = found else { return none };
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
        order::unique(sheets.iter().filter_map(|sheet| key(&sheet.organisation))).len() > 1
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
