//! All that is decided about what is shown, and the assessment without the rest.

use super::disclosure::{Disclosure, Hidden, Protection, Reason, Who, Widened};
use super::poll::Party;
use super::score::{Bounds, Counts, Voice};
use super::subtraction::{Figures, Published, Row};
use super::suppression::{self, Decision, Seat};
use super::{Assessment, Attainment, CellScore, Overall, Passes, involvement};
use crate::model::{Question, Rubric, order};

/// Who knows what, what is hidden, and what is not.
pub struct Ruling {
    /// The groups as they are shown or hidden.
    pub seats: Vec<Seat>,
    /// One entry a principle.
    pub decisions: Vec<Decision>,
    /// What is told about it.
    pub disclosure: Disclosure,
    /// Why nothing at all is shown.
    pub withheld: Option<Reason>,
    /// For each question, whether somebody knows it, but fewer than k people.
    rare: Vec<bool>,
    /// For each figure of the kind of involvement, whether it is shown; see [`involvement::sums`].
    sums: Vec<bool>,
}

impl Ruling {
    /// Decides. Protected are all but official statements, where a person's sheet is among several: joint sheets alone
    /// are no one person's answers. A single sheet is its author's own, unless it is one person's and for publication.
    pub fn new(rubric: &Rubric, parties: &[Party], voice: Voice, protection: Protection, sheets: usize) -> Self {
        let person = parties.iter().flat_map(|party| &party.speakers).any(|speaker| speaker.person);
        let several = sheets > 1 || (person && protection.for_publication());
        let applies = several && person;
        let seats = suppression::seats(rubric, parties);
        let nothing = || Decision { seats: vec![None; seats.len()], ..Decision::default() };
        let decisions = rubric.principles.iter().map(|_| nothing()).collect();
        let mut out = Self::open(rubric, protection, applies, seats, decisions);
        if applies {
            out.hide(rubric, parties, voice, protection.k());
        }
        out.tell(parties, protection.k());
        out
    }

    /// Everything is shown.
    fn open(
        rubric: &Rubric,
        protection: Protection,
        applies: bool,
        seats: Vec<Seat>,
        decisions: Vec<Decision>,
    ) -> Self {
        let disclosure = Disclosure {
            applies,
            protection,
            principles: Vec::new(),
            overall: None,
            pooled: Vec::new(),
            dominance: false,
            questions: vec![true; rubric.questions.len()],
            cells: vec![vec![true; rubric.levels.len()]; rubric.principles.len()],
            facets: rubric.facets.iter().map(|facet| vec![true; facet.values.len()]).collect(),
            widened: Widened::default(),
        };
        let (rare, sums) = (vec![false; rubric.questions.len()], vec![true; involvement::SUMS]);
        Self { seats, decisions, disclosure, withheld: None, rare, sums }
    }

    fn hide(&mut self, rubric: &Rubric, parties: &[Party], voice: Voice, k: u64) {
        let (seats, decisions) = suppression::decide(std::mem::take(&mut self.seats), k);
        (self.seats, self.decisions) = (seats, decisions);
        let people: u64 = parties.iter().map(Party::people).sum();
        let known = |principle: usize| self.seats.iter().any(|seat| seat.answered.get(principle) == Some(&true));
        let open = self.decisions.iter().enumerate().any(|(index, decision)| known(index) && decision.total.is_none());
        let any = (0..self.decisions.len()).any(known);
        if people < k || (any && !open) {
            self.withhold();
            return;
        }
        let all: Vec<usize> = (0..parties.len()).collect();
        let knowing = |questions: &[usize]| parties.iter().map(|party| party.people_who_know(questions)).sum::<u64>();
        let few = |n: u64| 0 < n && n < k;
        let counts: Vec<u64> = (0..rubric.questions.len()).map(|index| knowing(&[index])).collect();
        self.rare = counts.iter().map(|&n| few(n)).collect();
        let figures = Figures::new(rubric, voice, parties);
        let mut published = Published::new(&figures);
        self.protect(rubric, parties, &figures, &mut published, k);
        self.publish_principles(parties, &figures, &mut published);
        // The value of one group alone is that group's mean of a single question: it must not follow from a cell and the
        // other questions in it.
        let alone = |index: usize| {
            let voices = parties.iter().filter(|party| party.people_who_know(&[index]) > 0).count();
            voices == 1 && counts.get(index).is_some_and(|&n| n < super::gap::ITEM)
        };
        (0..counts.len()).filter(|&index| alone(index)).for_each(|index| {
            published.protect(&figures.question(&all, index));
        });
        self.disclosure.overall = self.decisions.iter().any(|d| d.total.is_some()).then_some(Reason::PartHidden);
        for (principle, cells) in self.disclosure.cells.iter_mut().enumerate() {
            let open = self.decisions.get(principle).is_some_and(|decision| decision.total.is_none());
            for (level, shown) in cells.iter_mut().enumerate() {
                let members: Vec<usize> = rubric.cell(principle, level).collect();
                *shown = open && !few(knowing(&members)) && published.publish(&figures.cell(&all, principle, level));
            }
        }
        let mut sum = |belongs: &dyn Fn(&Question) -> bool| {
            let questions = rubric.questions.iter().enumerate().filter(|(_, question)| belongs(question));
            let members: Vec<usize> = questions.map(|(index, _)| index).collect();
            !few(knowing(&members)) && published.publish(&figures.mean(&all, members.iter().copied()))
        };
        for (facet, values) in self.disclosure.facets.iter_mut().enumerate() {
            for (value, shown) in values.iter_mut().enumerate() {
                *shown = sum(&|question| question.facets.get(facet).is_some_and(|v| v.contains(&value)));
            }
        }
        self.sums = involvement::sums(rubric).iter().map(|belongs| sum(&|question| belongs(question))).collect();
        // Where one of several has to stay hidden, it is none that a level hangs on.
        let mut order: Vec<(usize, &Question)> = rubric.questions.iter().enumerate().collect();
        order::sort_by_key(&mut order, |(_, question)| !question.essential);
        for (index, question) in order {
            let open = self.decisions.get(question.principle).is_some_and(|decision| decision.total.is_none());
            let enough = self.rare.get(index) != Some(&true) && !alone(index);
            if let Some(shown) = self.disclosure.questions.get_mut(index) {
                *shown = open && enough && published.publish(&figures.question(&all, index));
            }
        }
        self.disclosure.dominance = dominance(rubric, parties, voice, k);
        self.widen(rubric, &all, figures.lowest(), published);
    }

    /// Decides whose bounds are widened. Every point that is shown is published already: a bound matters less.
    fn widen(&mut self, rubric: &Rubric, all: &[usize], lowest: Figures, mut published: Published) {
        let shown = &self.disclosure;
        let mut says_too_much = |questions: &[usize], row: &dyn Fn() -> Row| {
            published.protects() && lowest.leaves_open(questions.iter().copied()) && !published.publish(&row())
        };
        let mut wide = Widened::default();
        for (principle, decision) in self.decisions.iter().enumerate() {
            let row = || lowest.principle(all, principle);
            wide.principles.push(decision.total.is_none() && says_too_much(&rubric.of_principle(principle), &row));
        }
        // The overall score is the mean of the principles.
        wide.overall = wide.principles.contains(&true);
        for (principle, levels) in shown.cells.iter().enumerate() {
            let cell = |(level, &shown): (usize, &bool)| {
                let members: Vec<usize> = rubric.cell(principle, level).collect();
                shown && says_too_much(&members, &|| lowest.cell(all, principle, level))
            };
            wide.cells.push(levels.iter().enumerate().map(cell).collect());
        }
        for (facet, values) in shown.facets.iter().enumerate() {
            let sum = |(value, &shown): (usize, &bool)| {
                let belongs = |question: &Question| question.facets.get(facet).is_some_and(|v| v.contains(&value));
                let members = rubric.questions.iter().enumerate().filter(|(_, question)| belongs(question));
                let members: Vec<usize> = members.map(|(index, _)| index).collect();
                shown && says_too_much(&members, &|| lowest.mean(all, members.iter().copied()))
            };
            wide.facets.push(values.iter().enumerate().map(sum).collect());
        }
        let question =
            |(index, &shown): (usize, &bool)| shown && says_too_much(&[index], &|| lowest.question(all, index));
        wide.questions = shown.questions.iter().enumerate().map(question).collect();
        self.disclosure.widened = wide;
    }

    /// What must not follow from anything that is shown: a hidden group's score of a principle; of a small one also the
    /// scores of its cells and questions; and what fewer than k people together know of a cell or a question.
    fn protect(&self, rubric: &Rubric, parties: &[Party], figures: &Figures, published: &mut Published, k: u64) {
        let all: Vec<usize> = (0..parties.len()).collect();
        for (principle, decision) in self.decisions.iter().enumerate() {
            let questions = rubric.of_principle(principle);
            let mut small: Vec<Vec<usize>> = Vec::new();
            for (seat, reason) in self.seats.iter().zip(&decision.seats) {
                if reason.is_some() {
                    published.protect(&figures.principle(&seat.members, principle));
                }
                for &member in &seat.members {
                    let n = parties.get(member).map_or(0, |party| party.people_who_know(&questions));
                    if 0 < n && n < k {
                        published.protect(&figures.principle(&[member], principle));
                        small.push(vec![member]);
                    }
                }
            }
            if decision.total.is_some() {
                published.protect(&figures.principle(&all, principle));
            }
            for level in 0..rubric.levels.len() {
                let members: Vec<usize> = rubric.cell(principle, level).collect();
                let n: u64 = parties.iter().map(|party| party.people_who_know(&members)).sum();
                if 0 < n && n < k {
                    published.protect(&figures.cell(&all, principle, level));
                }
                small.iter().for_each(|group| published.protect(&figures.cell(group, principle, level)));
            }
            for &index in &questions {
                if self.rare.get(index) == Some(&true) {
                    published.protect(&figures.question(&all, index));
                }
                small.iter().for_each(|group| published.protect(&figures.question(group, index)));
            }
        }
    }

    /// The scores of principles, the most important first: what is public, all together, the two views, the groups.
    fn publish_principles(&mut self, parties: &[Party], figures: &Figures, published: &mut Published) {
        let chosen = |belongs: &dyn Fn(&Party) -> bool| -> Vec<usize> {
            parties.iter().enumerate().filter(|(_, party)| belongs(party)).map(|(index, _)| index).collect()
        };
        let (all, lived, others) = (chosen(&|_| true), chosen(&|party| party.lived), chosen(&|party| !party.lived));
        for statement in chosen(&|party| party.statement) {
            // Every answer of an official statement may be known outside.
            let answers = parties.get(statement).map_or(0, |party| party.tallies.len());
            (0..answers).for_each(|index| {
                published.publish(&figures.question(&[statement], index));
            });
        }
        for (principle, decision) in self.decisions.iter_mut().enumerate() {
            if decision.total.is_none() && !published.publish(&figures.principle(&all, principle)) {
                decision.total = Some(Reason::Subtraction);
                decision.views = Some(Reason::Subtraction);
                published.protect(&figures.principle(&all, principle));
            }
            if decision.views.is_none() && published.protects() {
                let before = published.clone();
                let sides = [&lived, &others].map(|side| published.publish(&figures.principle(side, principle)));
                if sides.contains(&false) {
                    *published = before;
                    decision.views = Some(Reason::Subtraction);
                }
            }
            for (seat, reason) in self.seats.iter().zip(&mut decision.seats) {
                let row = figures.principle(&seat.members, principle);
                if reason.is_none() && !seat.statement && !published.publish(&row) {
                    *reason = Some(Reason::Subtraction);
                    published.protect(&row);
                }
            }
        }
    }

    /// Nothing is shown: all together are too few.
    fn withhold(&mut self) {
        self.withheld = Some(Reason::TotalTooFew);
        self.disclosure.overall = Some(Reason::TotalTooFew);
        for decision in &mut self.decisions {
            decision.total = Some(Reason::TotalTooFew);
            decision.views = Some(Reason::TooFew);
            for (seat, reason) in self.seats.iter().zip(&mut decision.seats) {
                // A statement is public, but nothing can be set against it here.
                *reason = reason.or((!seat.statement).then_some(Reason::TooFew));
            }
        }
        let closed = |list: &mut Vec<bool>| list.iter_mut().for_each(|shown| *shown = false);
        closed(&mut self.disclosure.questions);
        self.disclosure.cells.iter_mut().for_each(closed);
        self.disclosure.facets.iter_mut().for_each(closed);
    }

    /// Fills in what is told about the groups.
    fn tell(&mut self, parties: &[Party], k: u64) {
        let applies = self.disclosure.applies;
        let pool = self.seats.iter().filter(|seat| seat.who == Who::LivedExperience).flat_map(|seat| &seat.members);
        let pool: Vec<usize> = pool.copied().collect();
        let id = |index: &usize| parties.get(*index).map(|party| party.who.id().to_owned());
        self.disclosure.pooled = pool.iter().filter_map(id).collect();
        let principles = self.decisions.iter().enumerate().map(|(principle, decision)| {
            let reason = |(seat, reason): (&Seat, &Option<Reason>)| {
                let silent = seat.answered.get(principle) == Some(&false);
                // That nobody of a small group knows anything would tell what each of them answered.
                let unsaid =
                    if applies && !seat.statement && seat.people < k { Reason::TooFew } else { Reason::NoAnswers };
                Some((seat.who.clone(), reason.or(silent.then_some(unsaid))?))
            };
            let alone = self.seats.iter().zip(&decision.seats).filter_map(reason);
            let pooled = pool.iter().filter_map(|&index| Some((parties.get(index)?.who.clone(), Reason::Pooled)));
            let mut groups: Vec<(Who, Reason)> = alone.chain(pooled).collect();
            let place = |who: &Who| parties.iter().position(|party| party.who == *who).unwrap_or(parties.len());
            order::sort_by_key(&mut groups, |(who, _)| place(who));
            Hidden { groups, total: decision.total, views: decision.views }
        });
        self.disclosure.principles = principles.collect();
    }

    /// The assessment without what is hidden: as if nothing applied there.
    pub fn redact(&self, rubric: &Rubric, mut whole: Assessment) -> Assessment {
        if !self.disclosure.applies {
            return whole;
        }
        let is_rare = |question: usize| self.rare.get(question) == Some(&true);
        for (index, (score, shown)) in whole.questions.iter_mut().zip(&self.disclosure.questions).enumerate() {
            if !shown && std::mem::take(score).applies() {
                whole.hidden.insert(index);
            }
        }
        for ((principle, decision), cells) in
            whole.principles.iter_mut().zip(&self.decisions).zip(&self.disclosure.cells)
        {
            let closed = decision.total.is_some();
            for (cell, shown) in principle.cells.iter_mut().zip(cells) {
                cell.blockers.retain(|&question| !is_rare(question));
                if closed {
                    let (questions, counts) = (std::mem::take(&mut cell.questions), cell.counts.questions);
                    *cell = CellScore {
                        questions,
                        score: Bounds::default(),
                        passes: Passes { low: true, point: true, high: true },
                        counts: Counts { questions: counts, ..Counts::default() },
                        blockers: Vec::new(),
                    };
                } else if !shown {
                    cell.score = Bounds::default();
                }
            }
            if closed {
                (principle.score, principle.coverage, principle.level) = (Bounds::default(), None, Attainment::NONE);
            }
        }
        if self.disclosure.overall.is_some() {
            whole.overall = Overall { score: Bounds::default(), coverage: None, level: Attainment::NONE };
        }
        for (value, shown) in whole.facets.iter_mut().flatten().zip(self.disclosure.facets.iter().flatten()) {
            if !shown {
                *value = Bounds::default();
            }
        }
        self.redact_bounds(&mut whole);
        if let Some(involvement) = &mut whole.involvement {
            involvement.redact(&self.sums, self.disclosure.overall.is_some());
        }
        let closed = |question: usize| {
            let principle = rubric.questions.get(question).and_then(|q| self.decisions.get(q.principle));
            principle.is_none_or(|decision| decision.total.is_some())
        };
        whole.priorities.retain(|priority| !is_rare(priority.question) && !closed(priority.question));
        whole
    }

    /// Widens the bounds that would say too much.
    fn redact_bounds(&self, whole: &mut Assessment) {
        fn widen<'b>(bounds: impl Iterator<Item = &'b mut Bounds>, wide: &[bool]) {
            bounds.zip(wide).filter(|(_, wide)| **wide).for_each(|(bounds, _)| *bounds = bounds.widened());
        }
        let Widened { overall, principles, cells, facets, questions } = &self.disclosure.widened;
        widen(whole.questions.iter_mut().map(|question| &mut question.score), questions);
        widen(whole.principles.iter_mut().map(|principle| &mut principle.score), principles);
        for (principle, wide) in whole.principles.iter_mut().zip(cells) {
            widen(principle.cells.iter_mut().map(|cell| &mut cell.score), wide);
        }
        for (values, wide) in whole.facets.iter_mut().zip(facets) {
            widen(values.iter_mut(), wide);
        }
        widen([&mut whole.overall.score].into_iter(), &[*overall]);
    }
}

/// Whether one respondent's share of the total is greater than 1/k in some principle. Equal voice: 1 / (perspectives ·
/// sheets of the own one); head count: 1 / sheets; of a joint sheet, divided by its people.
fn dominance(rubric: &Rubric, parties: &[Party], voice: Voice, k: u64) -> bool {
    (0..rubric.principles.len()).any(|principle| {
        let questions = rubric.of_principle(principle);
        let speaking =
            |party: &Party| party.speakers.iter().filter(|s| s.knows(questions.iter().copied())).count() as u64;
        let sheets: Vec<u64> = parties.iter().map(speaking).collect();
        let voices = sheets.iter().filter(|&&n| n > 0).count() as u64;
        let all: u64 = sheets.iter().sum();
        parties.iter().zip(&sheets).filter(|(party, n)| !party.statement && **n > 0).any(|(party, n)| {
            let fewest = party.speakers.iter().filter(|s| s.knows(questions.iter().copied())).map(|s| s.people()).min();
            let parts = if voice == Voice::Equal { voices * n } else { all };
            parts * fewest.unwrap_or(1) < k
        })
    })
}
