//! Who answered what: the sheets of one organisation, read against their rubric once and sorted by who speaks.

use super::disclosure::Who;
use super::score::{Tally, Voice};
use crate::model::{Given, Rubric, Sheet};
use std::collections::BTreeMap;

/// What a sheet says to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Mark {
    /// Not asked, or not applicable.
    #[default]
    Absent,
    /// Asked, and not answered.
    Unanswered,
    /// "Don't know".
    DontKnow,
    /// An option of the scale, by its index.
    Known(usize),
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Speaker {
    /// Whether it is one person's; else a joint statement.
    pub person: bool,
    /// For how many people it speaks, as far as it says so.
    pub said_people: Option<u64>,
    /// One entry a question, in the rubric's order.
    pub marks: Vec<Mark>,
}

impl Speaker {
    /// For how many people it counts: a person for one, a joint statement for as many as it says, else for one.
    pub fn people(&self) -> u64 {
        if self.person { 1 } else { self.said_people.unwrap_or(1).max(1) }
    }

    /// Whether anything is known of some questions.
    pub fn knows(&self, mut questions: impl Iterator<Item = usize>) -> bool {
        questions.any(|index| matches!(self.marks.get(index), Some(Mark::Known(_))))
    }
}

/// Everybody who speaks from one perspective.
#[derive(Debug, Clone, PartialEq)]
pub struct Party {
    /// Who they are.
    pub who: Who,
    /// Whether they speak from lived experience.
    pub lived: bool,
    /// Whether it is an official statement, which needs no protection: the joint sheet of an office, or the single
    /// joint sheet of the organisation.
    pub statement: bool,
    /// Their sheets, in no order that matters.
    pub speakers: Vec<Speaker>,
    /// What they say to each question, in the rubric's order.
    pub tallies: Vec<Tally>,
}

impl Party {
    /// How many people know something of some questions; what a statement says counts for nobody.
    pub fn people_who_know(&self, questions: &[usize]) -> u64 {
        if self.statement {
            return 0;
        }
        self.speakers.iter().filter(|s| s.knows(questions.iter().copied())).map(Speaker::people).sum()
    }

    /// How many people took part; a statement counts for nobody.
    pub fn people(&self) -> u64 {
        if self.statement { 0 } else { self.speakers.iter().map(Speaker::people).sum() }
    }
}

/// The parties: the organisation first, then the perspectives in the rubric's order, then those that it does not know.
pub fn parties(rubric: &Rubric, sheets: &[Sheet]) -> Vec<Party> {
    // The order must not depend on the order of the files.
    let mut asked: BTreeMap<(Option<&str>, Option<&str>), Vec<bool>> = BTreeMap::new();
    let mut found: BTreeMap<(Option<usize>, Option<&str>), Vec<Speaker>> = BTreeMap::new();
    for sheet in sheets {
        let (voice, setting) = (sheet.voice(), sheet.organisation.setting.as_deref());
        let asked = asked
            .entry((voice, setting))
            .or_insert_with(|| (0..rubric.questions.len()).map(|index| rubric.asks(index, voice, setting)).collect());
        let place = voice.map(|id| rubric.perspectives.iter().position(|p| p.id == id).unwrap_or(usize::MAX));
        found.entry((place, voice)).or_default().push(Speaker {
            person: sheet.respondent.is_some(),
            said_people: sheet.people,
            marks: marks(rubric, sheet, asked),
        });
    }
    let party = |((place, voice), speakers): ((Option<usize>, Option<&str>), Vec<Speaker>)| {
        let perspective = place.and_then(|place| rubric.perspectives.get(place));
        let joint = speakers.iter().all(|speaker| !speaker.person);
        Party {
            who: voice.map_or(Who::Organisation, |id| Who::Perspective(id.to_owned())),
            lived: perspective.is_some_and(|p| p.lived_experience),
            statement: joint && speakers.len() == 1 && perspective.map_or(voice.is_none(), |p| p.office),
            tallies: tallies(rubric, &speakers),
            speakers,
        }
    };
    found.into_iter().map(party).collect()
}

fn marks(rubric: &Rubric, sheet: &Sheet, asked: &[bool]) -> Vec<Mark> {
    let mark = |(question, &asked): (&crate::model::Question, &bool)| {
        if !asked {
            return Mark::Absent;
        }
        match sheet.given(&question.id) {
            Some(Given::Choice(choice)) => Mark::Known(choice),
            Some(Given::NotApplicable) if question.na_allowed => Mark::Absent,
            Some(Given::DontKnow) => Mark::DontKnow,
            // "Not applicable" where it is not a permitted answer is no answer.
            Some(Given::NotApplicable) | None => Mark::Unanswered,
        }
    };
    rubric.questions.iter().zip(asked).map(mark).collect()
}

fn tallies(rubric: &Rubric, speakers: &[Speaker]) -> Vec<Tally> {
    let mut out = vec![Tally::default(); rubric.questions.len()];
    for speaker in speakers {
        for (tally, &mark) in out.iter_mut().zip(&speaker.marks) {
            tally.add(Tally::of(rubric, mark));
        }
    }
    out
}

/// What several parties say together, one list of tallies a voice: each party its own, or all pooled.
pub fn merged(rubric: &Rubric, parties: &[&Party], voice: Voice) -> Vec<Vec<Tally>> {
    if voice == Voice::Equal {
        return parties.iter().map(|party| party.tallies.clone()).collect();
    }
    let mut all = vec![Tally::default(); rubric.questions.len()];
    for party in parties {
        for (sum, &tally) in all.iter_mut().zip(&party.tallies) {
            sum.add(tally);
        }
    }
    vec![all]
}
