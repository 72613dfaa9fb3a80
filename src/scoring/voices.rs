//! Many voices: what the groups say, each for itself and beside one another, with everything hidden that must be.

use super::agreement::{Agreement, agreement};
use super::disclosure::{Disclosure, Protection, Published, Who};
use super::gap::{self, Contrast, Gap, Side};
use super::poll::{self, Mark, Party, Speaker};
use super::ruling::Ruling;
use super::{
    Assessment, Attainment, Overall, PrincipleScore, QuestionScore, Voice, assess_parties, profile, score, stability,
};
use crate::model::{Ratio, Rubric, Sheet, ratio};
use num_traits::{One, Zero};
use std::borrow::Cow;

/// All that may be said about one organisation from all its sheets. What may not be shown is not in here.
#[derive(Debug, Clone, PartialEq)]
pub struct Voices {
    /// All together. Its hidden parts (see [`Disclosure`]) are as if nothing applied there: without bounds, level and
    /// coverage.
    pub assessment: Published<Assessment>,
    /// What is hidden, and why.
    pub disclosure: Disclosure,
    /// Everybody who spoke, the organisation first, then the perspectives in the rubric's order, then the pool. Hidden
    /// groups are listed too, without numbers.
    pub groups: Vec<Group>,
    /// What people with lived experience see, scored alone; `None` where nobody spoke.
    pub lived_experience: Option<View>,
    /// What the others see, scored alone; `None` where nobody else spoke.
    pub others: Option<View>,
    /// Whether people with lived experience reach a lower level than all together: then no level may be printed without
    /// theirs beside it.
    pub contested: bool,
    /// Whose view the result is.
    pub basis: Basis,
    /// The perception gaps between the shown groups: pairs in the order of `groups`, for each the principles.
    pub gaps: Vec<Gap>,
    /// The single questions where groups of ten people or more differ most, the greatest difference first.
    pub contrasts: Vec<Contrast>,
    /// How far the respondents agree, one entry a principle.
    pub agreement: Vec<Agreement>,
    /// Whether every level stays as it is whichever single respondent is left out; `None` where fewer than k
    /// respondents answered.
    pub stable: Option<bool>,
    /// How many sheets were read.
    pub sheets: usize,
}

/// Whose view a result is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Nobody spoke from lived experience, or nobody of them knows an answer that others know: the level is never printed without "seen by the organisation itself".
    SelfView,
    /// People with lived experience are among those who spoke.
    LivedExperience,
}

/// A group's score.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// 0…1.
    Exact(Ratio),
    /// All chose the highest option; printed as `≥ 0.95`.
    AtLeast95,
    /// All chose the lowest option; printed as `≤ 0.05`.
    AtMost5,
}

impl Figure {
    /// What is printed as a number, 0…1: 19/20 and 1/20 for the extremes, which then need their sign before them.
    pub fn value(&self) -> Ratio {
        match self {
            Self::Exact(value) => value.clone(),
            Self::AtLeast95 => crate::model::ratio(19, 20),
            Self::AtMost5 => crate::model::ratio(1, 20),
        }
    }
}

/// What one group says.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Who they are.
    pub who: Who,
    /// Whether they speak from lived experience.
    pub lived_experience: bool,
    /// Whether it is an official statement (of an office, or of the organisation), which is never hidden.
    pub statement: bool,
    /// Whether anything of the group is shown.
    pub shown: bool,
    /// How many people answered; `None` where the group is hidden in every principle, and for a statement that does not
    /// say for how many it speaks.
    pub people: Option<u64>,
    /// The score of each principle, in the rubric's order, of the known answers; `None`: hidden (see
    /// [`Disclosure::reason`]) or nothing known.
    pub principles: Vec<Option<Figure>>,
    /// The overall score; `None` if any of its principles is hidden.
    pub overall: Option<Figure>,
    /// The overall level; `None` if any of its principles is hidden.
    pub level: Option<Attainment>,
    /// The questions that apply to anybody of the group, as places in the rubric; none where the group is hidden.
    pub applies: Vec<usize>,
    /// The share of "don't know" among the questions that the group was asked, 0…1; `None` if any of its principles is
    /// hidden.
    pub dont_know: Option<Ratio>,
}

/// What one side sees, scored alone. Within a side the voices weigh as in the total (equal voice: every perspective
/// the same), so that the two sides and the total give away no more than the sides.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// How many people; `None` where the side is hidden, or statements do not say for how many they speak.
    pub people: Option<u64>,
    /// The score of each principle, in the rubric's order, of the known answers; `None`: hidden or nothing known.
    pub principles: Vec<Option<Figure>>,
    /// The level of each principle; `None`: hidden.
    pub levels: Vec<Option<Attainment>>,
    /// The overall score; `None` if any principle is hidden.
    pub overall: Option<Figure>,
    /// The overall level; `None` if any principle is hidden.
    pub level: Option<Attainment>,
}

impl Figure {
    /// A mean that may be shown, 0…1: the extremes would say what everybody chose.
    pub(super) fn of_mean(rubric: &Rubric, value: &Ratio) -> Self {
        if value.is_one() {
            Self::AtLeast95
        } else if value.is_zero() && rubric.lowest_points() == 0 {
            Self::AtMost5
        } else {
            Self::Exact(value.clone())
        }
    }
}

/// Scores the sheets of one organisation, and hides what must be hidden. The sheets must have been read against this
/// rubric.
pub fn voices(rubric: &Rubric, sheets: &[Sheet], voice: Voice, protection: Protection) -> Voices {
    all_voices(rubric, sheets, voice, protection, true)
}

/// The same without what to do next, for who only judges or compares.
pub fn voices_without_priorities(rubric: &Rubric, sheets: &[Sheet], voice: Voice, protection: Protection) -> Voices {
    all_voices(rubric, sheets, voice, protection, false)
}

fn all_voices(rubric: &Rubric, sheets: &[Sheet], voice: Voice, protection: Protection, recommends: bool) -> Voices {
    let parties = poll::parties(rubric, sheets);
    let ruling = Ruling::new(rubric, &parties, voice, protection, sheets.len());
    let all: Vec<&Party> = parties.iter().collect();
    let whole = assess_parties(rubric, &all, voice, recommends);
    let stage = Stage { rubric, parties: &parties, voice, ruling: &ruling, whole: &whole };
    let groups = stage.groups();
    let side = |lived: bool| parties.iter().enumerate().filter(|(_, p)| p.lived == lived).map(|(i, _)| i).collect();
    let (lived_experience, others) = (stage.view(side(true)), stage.view(side(false)));
    let disclosure = ruling.disclosure.clone();
    let k = protection.k();
    let (mut gaps, mut contrasts, mut stable) = (Vec::new(), Vec::new(), None);
    let mut persons: Vec<&Speaker> = Vec::new();
    let assessment = match ruling.withheld {
        Some(reason) => Published::Withheld(reason),
        None => {
            if disclosure.applies {
                persons = parties.iter().flat_map(|party| &party.speakers).filter(|speaker| speaker.person).collect();
                let sides = stage.sides();
                gaps = gap::gaps(rubric, &sides, voice, k);
                contrasts = gap::contrasts(rubric, &sides, &parties, k);
                if persons.len() as u64 >= k && disclosure.overall.is_none() {
                    stable = Some(stability::stable(rubric, &all, voice, (&whole.principles, &whole.overall)));
                }
            }
            Published::Shown(ruling.redact(rubric, whole))
        }
    };
    // Sheets without a known answer are nobody's view. (Of a small group not even that is told.)
    let speaks = |party: &Party| party.speakers.iter().any(|speaker| speaker.knows(0..rubric.questions.len()));
    let lived = || parties.iter().filter(|party| party.lived);
    let silent = !lived().any(speaks) && parties.iter().any(speaks);
    let small = disclosure.applies && lived().map(Party::people).sum::<u64>() < k;
    let is_self_view = lived_experience.is_none() || (silent && !small);
    let level = |view: &Option<View>| view.as_ref().and_then(|view| view.level.clone());
    let contested = match (level(&lived_experience), assessment.shown()) {
        (Some(lived), Some(whole)) => lived.is_lower_than(&whole.overall.level),
        _ => false,
    };
    Voices {
        assessment,
        disclosure,
        groups,
        contested,
        basis: if is_self_view { Basis::SelfView } else { Basis::LivedExperience },
        lived_experience,
        others,
        gaps,
        contrasts,
        agreement: agreement(rubric, &persons, k),
        stable,
        sheets: sheets.len(),
    }
}

type Scored<'a> = (Cow<'a, [QuestionScore]>, Cow<'a, [PrincipleScore]>, Cow<'a, Overall>);

/// What is shown of whom.
struct Stage<'a> {
    rubric: &'a Rubric,
    parties: &'a [Party],
    voice: Voice,
    ruling: &'a Ruling,
    /// All together, with nothing hidden.
    whole: &'a Assessment,
}

impl<'a> Stage<'a> {
    fn members(&self, members: &[usize]) -> Vec<&'a Party> {
        members.iter().filter_map(|&index| self.parties.get(index)).collect()
    }

    /// The questions, the principles and everything together, of these parties alone.
    fn scored(&self, members: &[&Party]) -> Scored<'a> {
        // Who speaks alone says all there is.
        if members.len() == self.parties.len() {
            let Assessment { questions, principles, overall, .. } = self.whole;
            return (Cow::Borrowed(questions), Cow::Borrowed(principles), Cow::Borrowed(overall));
        }
        let questions = score::questions(self.rubric, members, self.voice);
        let (principles, overall) = profile(self.rubric, &questions);
        (Cow::Owned(questions), Cow::Owned(principles), Cow::Owned(overall))
    }

    fn figure(&self, value: Option<&Ratio>) -> Option<Figure> {
        let value = value?;
        Some(if self.ruling.disclosure.applies {
            Figure::of_mean(self.rubric, value)
        } else {
            Figure::Exact(value.clone())
        })
    }

    /// All parties in their order, then the pool.
    fn groups(&self) -> Vec<Group> {
        let seat_of = |party: usize| self.ruling.seats.iter().position(|seat| seat.members == [party]);
        let mut out: Vec<Group> = self
            .parties
            .iter()
            .enumerate()
            .map(|(index, party)| match seat_of(index) {
                Some(seat) => self.group(seat),
                // The pool is shown instead.
                None => self.silent(party.who.clone(), party.lived),
            })
            .collect();
        let pools = self.ruling.seats.iter().enumerate().filter(|(_, seat)| seat.who == Who::LivedExperience);
        out.extend(pools.map(|(index, _)| self.group(index)));
        out
    }

    fn silent(&self, who: Who, lived_experience: bool) -> Group {
        Group {
            who,
            lived_experience,
            statement: false,
            shown: false,
            people: None,
            principles: vec![None; self.rubric.principles.len()],
            overall: None,
            level: None,
            applies: Vec::new(),
            dont_know: None,
        }
    }

    fn group(&self, index: usize) -> Group {
        let Some(seat) = self.ruling.seats.get(index) else { return self.silent(Who::Organisation, false) };
        let shown: Vec<bool> = self.ruling.decisions.iter().map(|d| d.seats.get(index) == Some(&None)).collect();
        let any = shown.iter().zip(&seat.answered).any(|(&shown, &answered)| shown && answered);
        if !any {
            return Group { statement: seat.statement, ..self.silent(seat.who.clone(), seat.lived) };
        }
        let members = self.members(&seat.members);
        let (questions, principles, overall) = self.scored(&members);
        let all = shown.iter().all(|&shown| shown);
        // An official statement is public as it is.
        let told = |value: Option<&Ratio>| match seat.statement {
            true => value.cloned().map(Figure::Exact),
            false => self.figure(value),
        };
        let figure = |(principle, &shown): (&PrincipleScore, &bool)| {
            if shown { told(principle.score.point.as_ref()) } else { None }
        };
        let persons = members.iter().flat_map(|party| &party.speakers).any(|speaker| speaker.person);
        let said = members.iter().flat_map(|party| &party.speakers).filter_map(|speaker| speaker.said_people).sum();
        Group {
            who: seat.who.clone(),
            lived_experience: seat.lived,
            statement: seat.statement,
            shown: true,
            people: Some(if persons { seat.people } else { said }).filter(|&people| people > 0),
            principles: principles.iter().zip(&shown).map(figure).collect(),
            overall: if all { told(overall.score.point.as_ref()) } else { None },
            level: all.then(|| overall.level.clone()),
            applies: (0..).zip(questions.iter()).filter(|(_, score)| score.applies()).map(|(index, _)| index).collect(),
            dont_know: if all { dont_know(&members, self.voice) } else { None },
        }
    }

    /// The shown groups that may be compared.
    fn sides(&self) -> Vec<Side<'_>> {
        let seats = self.ruling.seats.iter().enumerate().filter(|(_, seat)| !seat.statement);
        seats
            .map(|(index, seat)| Side {
                who: &seat.who,
                parties: self.members(&seat.members),
                shown: self.ruling.decisions.iter().map(|d| d.seats.get(index) == Some(&None)).collect(),
            })
            .collect()
    }

    /// What some parties see, scored alone; `None` if there are none.
    fn view(&self, members: Vec<usize>) -> Option<View> {
        let parties = self.members(&members);
        if parties.is_empty() {
            return None;
        }
        let hidden: Vec<bool> = self.ruling.decisions.iter().map(|decision| decision.views.is_some()).collect();
        let withheld = self.ruling.withheld.is_some();
        let (_, principles, overall) = self.scored(&parties);
        let all = !withheld && hidden.iter().all(|&hidden| !hidden);
        let visible = |index: usize| !withheld && hidden.get(index) == Some(&false);
        let figure = |(index, principle): (usize, &PrincipleScore)| {
            if visible(index) { self.figure(principle.score.point.as_ref()) } else { None }
        };
        let people: u64 = parties.iter().map(|party| party.people()).sum();
        Some(View {
            people: (0..hidden.len()).any(visible).then_some(people).filter(|&people| people > 0),
            levels: principles.iter().enumerate().map(|(i, p)| visible(i).then(|| p.level.clone())).collect(),
            principles: principles.iter().enumerate().map(figure).collect(),
            overall: if all { self.figure(overall.score.point.as_ref()) } else { None },
            level: all.then(|| overall.level.clone()),
        })
    }
}

/// The share of "don't know" among what was asked and applies; of a pool the mean of its perspectives' shares, as in
/// its score.
fn dont_know(parties: &[&Party], voice: Voice) -> Option<Ratio> {
    let count = |party: &&Party| {
        let marks = || party.speakers.iter().flat_map(|speaker| &speaker.marks);
        let asked = marks().filter(|mark| **mark != Mark::Absent).count() as u64;
        (marks().filter(|mark| **mark == Mark::DontKnow).count() as u64, asked)
    };
    let counts: Vec<(u64, u64)> = parties.iter().map(count).filter(|(_, asked)| *asked > 0).collect();
    let shares: Vec<Ratio> = match voice {
        Voice::Equal => counts.iter().map(|&(unknown, asked)| ratio(unknown, asked)).collect(),
        Voice::Headcount => {
            let all = counts.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            if all.1 > 0 { vec![ratio(all.0, all.1)] } else { Vec::new() }
        }
    };
    let voices = ratio(shares.len() as u64, 1);
    (!shares.is_empty()).then(|| shares.into_iter().sum::<Ratio>() / voices)
}
