//! Figures and levels as phrases, the same in every format.

use super::Report;
use super::figures::CellState;
use crate::model::Ratio;
use crate::scoring::{Attainment, Bounds, CellScore, Status};
use crate::text::harmless;

impl Report<'_> {
    /// The name of a rank: "Starting out" for 0, else the level's.
    pub fn rank_name(&self, rank: usize) -> &str {
        match rank.checked_sub(1) {
            None => self.texts.none.as_ref().map_or(self.words.report.none, |named| named.name.as_str()),
            Some(index) => self.texts.levels.get(index).map_or("", |named| named.name.as_str()),
        }
    }

    /// "2 of 3"
    pub fn place(&self, rank: usize) -> String {
        (self.words.report.place)(rank, self.rubric.levels.len())
    }

    /// "Recognition and support (2 of 3)"; with a comma where the name itself ends in a bracket.
    fn named_place(&self, rank: usize) -> String {
        let (name, place) = (self.rank_name(rank), self.place(rank));
        if name.ends_with(')') { format!("{name}, {place}") } else { format!("{name} ({place})") }
    }

    /// The level reached with what is uncertain about it: "Compliance (1 of 3)", or the range where the point may not
    /// be published, or both.
    pub fn level_phrase(&self, level: &Attainment) -> String {
        let words = &self.words.report;
        let (Some(status), Some(point)) = (level.status, level.point) else { return words.not_applicable.to_owned() };
        match status {
            Status::Certain => self.named_place(point),
            Status::Provisional => format!("{}; {}", self.named_place(point), self.range_phrase(level)),
            Status::Insufficient => self.range_phrase(level),
        }
    }

    /// "between A and C", or "A or C" where not every level between is possible.
    pub fn range_phrase(&self, level: &Attainment) -> String {
        let words = &self.words.report;
        match level.possible.as_slice() {
            [] => words.not_applicable.to_owned(),
            [only] => self.named_place(*only),
            [low, .., high] if high - low + 1 == level.possible.len() => {
                (words.between)(self.rank_name(*low), self.rank_name(*high))
            }
            several => {
                let names: Vec<&str> = several.iter().map(|&rank| self.rank_name(rank)).collect();
                names.join(&format!(" {} ", words.or))
            }
        }
    }

    /// What a level's status means; `None` where nothing applies.
    pub fn status_phrase(&self, level: &Attainment) -> Option<&'static str> {
        let [certain, provisional, insufficient] = self.words.report.statuses;
        level.status.map(|status| match status {
            Status::Certain => certain,
            Status::Provisional => provisional,
            Status::Insufficient => insufficient,
        })
    }

    /// The overall level's phrase; never without "seen by the organisation itself" where nobody else answered.
    pub fn overall_phrase(&self) -> String {
        let level = self.level_phrase(&self.assessment.overall.level);
        if self.has_lived_experience() { level } else { format!("{level}, {}", self.words.report.self_view) }
    }

    /// A score with its bounds where they differ: "61 % (55 % to 70 %)"; empty where nothing applies.
    pub fn score_phrase(&self, score: &Bounds, threshold: Option<&Ratio>) -> String {
        let numbers = &self.numbers;
        let percent = |value: &Ratio| match threshold {
            Some(threshold) => numbers.percent_against(value, threshold),
            None => numbers.percent(value),
        };
        let (Some(low), Some(high)) = (&score.low, &score.high) else { return String::new() };
        let range = || format!("{} {} {}", percent(low), numbers.to, percent(high));
        match &score.point {
            Some(point) if low == high => percent(point),
            Some(point) => format!("{} ({})", percent(point), range()),
            None => range(),
        }
    }

    /// What can be said of a cell, and the word for it.
    pub fn cell_state(&self, cell: &CellScore) -> (CellState, &'static str) {
        let [reached, missed, open, empty] = self.words.report.states;
        match (cell.is_empty(), cell.passes.low, cell.passes.high) {
            (true, ..) => (CellState::Empty, empty),
            (_, true, _) => (CellState::Reached, reached),
            (_, _, false) => (CellState::Missed, missed),
            _ => (CellState::Open, open),
        }
    }

    /// The principles' names as they may be printed.
    pub fn principle_name(&self, index: usize) -> String {
        harmless(self.texts.principles.get(index).map_or("", |named| named.name.as_str()))
    }

    /// A facet's name: the program's for those that it knows, else the rubric's, else its id.
    pub fn facet_name(&self, facet: usize) -> String {
        let id = self.rubric.facets.get(facet).map_or("", |facet| facet.id.as_str());
        let known = self.words.sections.facet_names.iter().find(|(known, _)| *known == id).map(|(_, name)| *name);
        let own = self.texts.facets.get(facet).and_then(|text| text.name.as_deref());
        harmless(known.or(own).unwrap_or(id))
    }

    /// The name of a facet's value.
    pub fn facet_value_name(&self, facet: usize, value: usize) -> String {
        let named = self.texts.facets.get(facet).and_then(|text| text.values.get(value)).and_then(Option::as_deref);
        let id = self.rubric.facets.get(facet).and_then(|facet| facet.values.get(value));
        harmless(named.or(id.map(String::as_str)).unwrap_or(""))
    }

    /// Principles with their level: "Equality: Compliance (1 of 3); Diversity: …".
    pub fn profile_list(&self) -> String {
        let each = self.assessment.principles.iter().enumerate();
        let each = each.map(|(index, p)| format!("{}: {}", self.principle_name(index), self.level_phrase(&p.level)));
        each.collect::<Vec<_>>().join("; ")
    }

    /// The summary in two sentences: the profile first, then what holds the overall level back.
    pub fn summary(&self) -> [String; 2] {
        let words = &self.words.report;
        let overall = &self.assessment.overall.level;
        let profile = (words.profile)(&self.profile_list());
        if overall.status.is_none() {
            return [profile, words.overall_nothing.to_owned()];
        }
        let level = self.overall_phrase();
        let weakest = self.weakest();
        let quick = self.is_estimate();
        let second = match (weakest.is_empty(), quick) {
            (true, false) => (words.overall_highest)(&level),
            (true, true) => (words.overall_highest_quick)(&level),
            (false, false) => (words.overall)(&level, &weakest.join(", ")),
            (false, true) => (words.overall_quick)(&level, &weakest.join(", ")),
        };
        [profile, second]
    }

    /// The names of the weakest principles that have not passed every level.
    pub fn weakest(&self) -> Vec<String> {
        let passed = |p: &crate::scoring::PrincipleScore| p.coverage.as_ref().map(|_| p.level.passed());
        let principles = &self.assessment.principles;
        let least = principles.iter().filter_map(passed).min();
        let open = least.is_some_and(|least| least < self.rubric.levels.len());
        let members = principles.iter().enumerate().filter(|(_, p)| open && passed(p) == least);
        members.map(|(index, _)| self.principle_name(index)).collect()
    }

    /// How a question was answered, as a label.
    pub fn answer_label(&self, question: usize) -> String {
        use crate::model::Given;
        let words = &self.words.report;
        let Some(id) = self.rubric.questions.get(question).map(|q| q.id.as_str()) else { return String::new() };
        let [sheet] = self.sheets else {
            let score = self.assessment.questions.get(question).map(|q| &q.score);
            return score.map_or_else(String::new, |score| self.score_phrase(score, None));
        };
        let label = match sheet.given(id) {
            None => words.unanswered,
            Some(Given::DontKnow) => words.dont_know,
            Some(Given::NotApplicable) => {
                self.texts.na.as_ref().map_or(self.words.interview.na, |text| text.label.as_str())
            }
            Some(Given::Choice(choice)) => self.texts.scale.get(choice).map_or("", |text| text.label.as_str()),
        };
        harmless(label)
    }

    /// A reference as it is printed: a source by its citation, an article of the convention by its name in the
    /// report's language, anything else as it stands.
    pub fn reference(&self, reference: &str) -> String {
        if let Some(source) = self.rubric.sources.iter().find(|source| source.id == reference) {
            return harmless(&source.citation);
        }
        match reference.strip_prefix("CRPD ") {
            Some(article) => harmless(&format!("{} {article}", self.words.sections.convention)),
            None => harmless(reference),
        }
    }

    /// What a perspective is called; `None` is the organisation as a whole.
    pub fn perspective_name(&self, id: Option<&str>) -> String {
        let Some(id) = id else { return self.words.report.whole_organisation.to_owned() };
        let place = self.rubric.perspectives.iter().position(|perspective| perspective.id == id);
        let named = place.and_then(|place| self.texts.perspectives.get(place)).and_then(Option::as_ref);
        harmless(named.map_or(id, |named| named.name.as_str()))
    }
}
