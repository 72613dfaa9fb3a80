//! What of a report may be shown: every figure of several people passes here on its way to a format.

use super::Report;
use crate::model::number::ratio;
use crate::model::{Ratio, Round};
use crate::scoring::{Attainment, Bounds, CellScore, Figure, Group, HiddenReason, View, Who};
use crate::text::harmless;

impl Report<'_> {
    /// Whether several people are to be protected: then single answers are not shown, and figures are rounded.
    pub fn protects(&self) -> bool {
        self.voices.disclosure.applies
    }

    /// The smallest group that is shown, in people.
    pub fn k(&self) -> u64 {
        self.voices.disclosure.protection.k()
    }

    /// Whether so few people answered that no result at all is shown.
    pub fn is_withheld(&self) -> bool {
        self.voices.assessment.shown().is_none()
    }

    /// Whether the value of a question may be shown.
    pub fn shows_question(&self, index: usize) -> bool {
        !self.protects() || self.voices.disclosure.questions.get(index).is_some_and(|shown| *shown)
    }

    /// Whether a cell of all together may be shown.
    pub fn shows_cell(&self, principle: usize, level: usize) -> bool {
        let cell = || self.voices.disclosure.cells.get(principle)?.get(level).copied();
        !self.protects() || (self.hidden_total(principle).is_none() && cell() == Some(true))
    }

    /// Whether a facet's value of all together may be shown.
    pub fn shows_facet(&self, facet: usize, value: usize) -> bool {
        let shown = || self.voices.disclosure.facets.get(facet)?.get(value).copied();
        !self.protects() || shown() == Some(true)
    }

    /// Why a principle of all together is not shown; `None`: it is.
    pub fn hidden_total(&self, principle: usize) -> Option<HiddenReason> {
        self.voices.disclosure.principles.get(principle).and_then(|hidden| hidden.total).filter(|_| self.protects())
    }

    /// Why the overall level and score of all together are not shown; `None`: they are.
    pub fn hidden_overall(&self) -> Option<HiddenReason> {
        self.voices.disclosure.overall.filter(|_| self.protects())
    }

    /// A share as a number: of several people rounded to hundredths, and never so that a missed threshold looks reached
    /// or a reached one missed.
    pub fn number(&self, share: &Ratio, threshold: Option<&Ratio>) -> f64 {
        if !self.protects() {
            return share.to_f64();
        }
        let hundredths = share * ratio(100, 1);
        let mut rounded = (&hundredths + ratio(1, 2)).floor() / ratio(100, 1);
        if let Some(threshold) = threshold {
            if share < threshold && rounded >= *threshold {
                rounded = hundredths.floor() / ratio(100, 1);
            } else if share >= threshold && rounded < *threshold {
                rounded = hundredths.ceil() / ratio(100, 1);
            }
        }
        rounded.to_f64()
    }

    /// Low, point and high as numbers; of several people who all chose the highest or the lowest option, not exactly.
    pub fn bounds(&self, score: &Bounds, threshold: Option<&Ratio>) -> [Option<f64>; 3] {
        let score = self.guarded(score);
        [&score.low, &score.point, &score.high].map(|value| value.as_ref().map(|value| self.number(value, threshold)))
    }

    /// Low, point and high as programs read them: exactly, but for publication rounded like everything else, since exact
    /// fractions of small groups can be taken apart.
    pub fn exact_bounds(&self, score: &Bounds, threshold: Option<&Ratio>) -> [Option<f64>; 3] {
        if self.voices.disclosure.protection.for_publication() {
            return self.bounds(score, threshold);
        }
        let score = self.guarded(score);
        [&score.low, &score.point, &score.high].map(|value| value.as_ref().map(Ratio::to_f64))
    }

    /// A share as programs read it.
    pub fn exact_number(&self, share: &Ratio) -> f64 {
        if self.voices.disclosure.protection.for_publication() { self.number(share, None) } else { share.to_f64() }
    }

    /// Whether it may be said how many questions of a cell are answered: of several people only where each question is
    /// shown and known. That nobody could answer one, or that it applied to nobody, may be what one person said.
    pub fn shows_counts(&self, cell: &CellScore) -> bool {
        let asked = |question: &&usize| self.shared.asked.get(**question) == Some(&true);
        let asked: Vec<usize> = cell.questions.iter().filter(asked).copied().collect();
        let open = asked.iter().all(|&question| self.shows_question(question));
        !self.protects() || (open && cell.counts.answered == asked.len())
    }

    /// A score as it may be known: that all said the same would be every single answer.
    pub fn guarded(&self, score: &Bounds) -> Bounds {
        if self.protects() { score.guarded() } else { score.clone() }
    }

    /// What a group is called.
    pub fn group_name(&self, who: &Who) -> String {
        match who {
            Who::Organisation => self.perspective_name(None),
            Who::Perspective(id) => self.perspective_name(Some(id)),
            Who::LivedExperience => self.words.voices.pooled.to_owned(),
        }
    }

    /// A group's score of a principle in words: "0.78", "≥ 0.95", "< 5", or why it is not there.
    pub fn group_score(&self, group: &Group, principle: usize) -> String {
        let reason = || self.voices.disclosure.reason(principle, &group.who);
        match group.principles.get(principle).and_then(Option::as_ref) {
            Some(figure) => self.figure(figure),
            None => self.hidden_mark(reason()),
        }
    }

    /// Why nothing is recommended.
    pub fn nothing_to_recommend(&self) -> &'static str {
        let words = &self.words.report;
        match self.assessment.overall.level.status {
            None => words.nothing_to_judge,
            // That all chose the highest would be every single answer.
            Some(_) if self.protects() => self.words.voices.no_recommendation,
            Some(_) => words.no_recommendation,
        }
    }

    /// What stands in place of the figures of the two views: that they are not shown, or that nothing is known.
    pub fn view_mark(&self) -> &'static str {
        let hides = self.voices.disclosure.principles.iter().any(|principle| principle.views.is_some());
        if hides { self.words.voices.not_shown } else { "–" }
    }

    /// What stands in place of a group's overall figures.
    pub fn group_mark(&self, group: &Group) -> String {
        // So many answered; it is some principle that too few of them know.
        if group.people.is_some() && group.shown {
            let hidden = |index| self.voices.disclosure.reason(index, &group.who);
            let all: Vec<HiddenReason> = (0..self.rubric.principles.len()).filter_map(hidden).collect();
            let unknown = all.iter().all(|reason| *reason == HiddenReason::NoAnswers);
            return if unknown { "–" } else { self.words.voices.not_shown }.to_owned();
        }
        let principles = 0..self.rubric.principles.len();
        self.hidden_mark(principles.filter_map(|index| self.voices.disclosure.reason(index, &group.who)).min())
    }

    /// A figure in words.
    pub fn figure(&self, figure: &Figure) -> String {
        let value = self.numbers.hundredths(&figure.value());
        match figure {
            Figure::Exact(_) => value,
            Figure::AtLeast95 => (self.words.voices.at_least)(&value),
            Figure::AtMost5 => (self.words.voices.at_most)(&value),
        }
    }

    /// What stands in place of a figure: "< 5" where too few people spoke, else that it is not shown; a dash where
    /// nothing is known.
    pub fn hidden_mark(&self, reason: Option<HiddenReason>) -> String {
        let words = &self.words.voices;
        match reason {
            Some(HiddenReason::TooFew | HiddenReason::TotalTooFew) => (words.fewer)(self.k()),
            Some(HiddenReason::NoAnswers) | None => "–".to_owned(),
            Some(_) => words.not_shown.to_owned(),
        }
    }

    /// Why something is not shown, in words.
    pub fn hidden_reason(&self, reason: HiddenReason) -> String {
        (self.words.voices.reasons[reason as usize])(self.k())
    }

    /// Whether anybody spoke from the perspective of people with disabilities, in a sentence.
    pub fn lived_sentence(&self) -> &'static str {
        let words = &self.words.report;
        match &self.voices.lived_experience {
            _ if self.has_lived_experience() => words.with_lived_experience,
            Some(_) => words.unknown_lived_experience,
            None => words.without_lived_experience,
        }
    }

    /// What people with disabilities see of a principle, where that is a lower level than that of all together.
    pub fn contested_principle(&self, principle: usize) -> Option<String> {
        let theirs = self.voices.lived_experience.as_ref()?.levels.get(principle)?.as_ref()?;
        let all = &self.assessment.principles.get(principle)?.level;
        self.lower(theirs, all).then(|| self.sees(theirs))
    }

    /// Both levels of a contested principle, as short as a figure needs them.
    pub fn contested_brief(&self, principle: usize) -> String {
        let theirs = self.voices.lived_experience.as_ref().and_then(|view| view.levels.get(principle)?.as_ref());
        let all = self.assessment.principles.get(principle).map(|principle| &principle.level);
        let short = |level: Option<&Attainment>| level.map_or_else(String::new, |level| self.level_short(level));
        format!("{} – {}", short(all), (self.words.voices.sees)(&short(theirs)))
    }

    /// The rank that people with disabilities see, where it is contested and may be told.
    pub fn contested_rank(&self) -> Option<usize> {
        let theirs = self.voices.lived_experience.as_ref()?.level.as_ref()?;
        theirs.published().filter(|_| self.voices.contested)
    }

    /// Whether people with disabilities and others spoke, but so much is unknown that nobody can say whether the former
    /// see a lower level than all together.
    pub fn views_unclear(&self) -> bool {
        let (Some(lived), Some(_)) = (&self.voices.lived_experience, &self.voices.others) else { return false };
        let known = |theirs: &Attainment| theirs.published().zip(self.assessment.overall.level.published()).is_some();
        let silent = lived.principles.iter().all(Option::is_none);
        let unclear = lived.level.as_ref().is_some_and(|theirs| !known(theirs));
        unclear && !silent && !self.voices.contested && self.hidden_overall().is_none()
    }

    /// What people with disabilities see, where it is contested.
    pub fn contested(&self) -> Option<String> {
        let theirs = self.voices.lived_experience.as_ref().and_then(|view: &View| view.level.as_ref());
        theirs.filter(|_| self.voices.contested).map(|level| self.sees(level))
    }

    fn lower(&self, theirs: &Attainment, all: &Attainment) -> bool {
        self.hidden_overall().is_none() && theirs.is_lower_than(all)
    }

    fn sees(&self, level: &Attainment) -> String {
        (self.words.voices.sees)(&harmless(&self.level_phrase(level)))
    }
}

/// The response rate, 0…1; `None` where more people answered than were invited, or nobody was.
pub fn response_rate(round: &Round, group: &Group) -> Option<Ratio> {
    let invited = round.invited(group.who.id()).filter(|invited| *invited > 0)?;
    let people = group.people.filter(|people| *people <= invited)?;
    Some(ratio(people, invited))
}
