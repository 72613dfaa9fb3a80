//! Figures and levels as phrases, the same in every format.

use super::Report;
use super::document::Inline;
use super::figures::CellState;
use crate::model::{Ratio, ratio};
use crate::scoring::{Attainment, Bounds, CellScore, Status};
use crate::text::{LANGUAGES, Numbers, harmless, language_of};
use num_traits::{One, Zero};

/// The principles of co-production.
const PRINCIPLES: [&str; 4] = ["equality", "diversity", "access", "reciprocity"];

impl Report<'_> {
    /// Whether the questionnaire is about co-production, as one of its principles or its title tells: other frameworks can
    /// be questionnaires, too, and their reports do not speak of co-production.
    pub fn is_about_co_production(&self) -> bool {
        let title = self.texts.title.to_lowercase();
        self.rubric.principles.iter().any(|principle| PRINCIPLES.contains(&principle.id.as_str()))
            || LANGUAGES.iter().any(|words| title.contains(words.sections.subject_word))
    }

    /// The name of a rank: "Starting out" for 0, else the level's.
    pub fn rank_name(&self, rank: usize) -> &str {
        match rank.checked_sub(1) {
            None => self.texts.none.as_ref().map_or(self.words.report.none, |named| named.name.as_str()),
            Some(index) => self.texts.levels.get(index).map_or("", |named| named.name.as_str()),
        }
    }

    /// The name of a rank without the explanation in brackets behind it: enough where several stand in one phrase.
    pub fn short_rank_name(&self, rank: usize) -> &str {
        let name = self.rank_name(rank);
        let short = name.strip_suffix(')').and_then(|name| name.rsplit_once(" (")).map(|(short, _)| short.trim());
        short.filter(|short| !short.is_empty()).unwrap_or(name)
    }

    /// "2 of 3"
    pub fn place(&self, rank: usize) -> String {
        (self.words.report.place)(rank, self.rubric.levels.len())
    }

    /// "Recognition and support (2 of 3)"; with a comma where the name itself ends in a bracket.
    pub fn named_place(&self, rank: usize) -> String {
        let (name, place) = (self.rank_name(rank), self.place(rank));
        if name.ends_with(')') { format!("{name}, {place}") } else { format!("{name} ({place})") }
    }

    /// The level reached with what is uncertain about it: "Compliance (1 of 3)", or the range where the point may not
    /// be published, or both.
    pub fn level_phrase(&self, level: &Attainment) -> String {
        let words = &self.words.report;
        let (Some(status), Some(point)) = (level.status, level.point) else { return words.not_applicable.to_owned() };
        match status {
            // Certain is what both bounds say, whatever is known of it.
            Status::Certain => self.named_place(level.low.unwrap_or(point)),
            Status::Provisional => {
                let printed = self.named_place(level.printed().unwrap_or(point));
                format!("{printed}, {}", (words.possible)(&self.range_phrase(level)))
            }
            Status::Insufficient => self.range_phrase(level),
        }
    }

    /// The level as it may be published, without what is uncertain about it; the range where only that may be.
    pub fn level_brief(&self, level: &Attainment) -> String {
        level.printed().map_or_else(|| self.range_phrase(level), |rank| self.named_place(rank))
    }

    /// The same without what a level's name says in brackets, and with a mark where unknown answers could still change
    /// it: "Compliance (1 of 3, provisional)".
    pub fn level_short(&self, level: &Attainment) -> String {
        let place = |rank| match level.status {
            Some(Status::Provisional) => format!("{}, {}", self.place(rank), self.words.report.provisional),
            _ => self.place(rank),
        };
        let short = |rank| format!("{} ({})", self.short_rank_name(rank), place(rank));
        harmless(&level.printed().map_or_else(|| self.range_phrase(level), short))
    }

    /// "between “A” (1 of 3) and “C” (3 of 3)", or "“A” (1 of 3) or “C” (3 of 3)" where not every level between is
    /// possible.
    pub fn range_phrase(&self, level: &Attainment) -> String {
        let words = &self.words.report;
        let placed = |rank| format!("{} ({})", (words.quoted)(self.short_rank_name(rank)), self.place(rank));
        match level.possible.as_slice() {
            [] => words.not_applicable.to_owned(),
            [only] => self.named_place(*only),
            [low, .., high] if high - low + 1 == level.possible.len() => (words.between)(&placed(*low), &placed(*high)),
            several => {
                let names: Vec<String> = several.iter().map(|&rank| placed(rank)).collect();
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

    /// The overall level's phrase; never without "seen by the organisation itself" where nobody else answered, nor
    /// without what people with disabilities see where it is contested.
    pub fn overall_phrase(&self) -> String {
        let level = self.overall_alone();
        self.contested().map_or_else(|| level.clone(), |sees| format!("{level} – {sees}"))
    }

    fn overall_alone(&self) -> String {
        if self.hidden_overall().is_some() || self.is_withheld() {
            return self.words.voices.not_shown.to_owned();
        }
        self.with_view(&self.level_phrase(&self.assessment.overall.level))
    }

    /// A principle's level with what is uncertain about it, and with what people with disabilities see where that is
    /// lower.
    pub fn principle_level(&self, index: usize) -> String {
        let Some(principle) = self.assessment.principles.get(index) else { return String::new() };
        if self.hidden_total(index).is_some() || self.is_withheld() {
            return self.words.voices.not_shown.to_owned();
        }
        let level = self.level_phrase(&principle.level);
        self.contested_principle(index).map_or_else(|| level.clone(), |sees| format!("{level} – {sees}"))
    }

    /// The same, where it is contested only as long as it must be.
    pub fn principle_brief(&self, index: usize) -> String {
        match self.contested_principle(index) {
            Some(_) => self.contested_brief(index),
            None => self.principle_level(index),
        }
    }

    /// A principle's score with its bounds.
    pub fn principle_score(&self, index: usize) -> String {
        let Some(principle) = self.assessment.principles.get(index) else { return String::new() };
        if self.hidden_total(index).is_some() || self.is_withheld() {
            return self.words.voices.not_shown.to_owned();
        }
        self.score_phrase(&principle.score, None)
    }

    /// How many of a principle's questions are answered: "12 of 12"; of several people only the share that is known,
    /// since the number of questions that nobody could answer says what each one said.
    pub fn principle_answered(&self, index: usize) -> String {
        let Some(principle) = self.assessment.principles.get(index) else { return String::new() };
        // Of several sheets a question can be answered on one and not on another.
        if self.sheet.is_none() {
            let known = principle.coverage.as_ref().map(|share| self.numbers.percent(share));
            return known.unwrap_or_else(|| self.words.voices.not_shown.to_owned());
        }
        let counts = principle.cells.iter().map(|cell| cell.counts);
        let (answered, applicable) = counts.fold((0, 0), |sum, c| (sum.0 + c.answered, sum.1 + c.applicable));
        (self.words.report.of)(answered, applicable)
    }

    /// A score with its bounds where they differ: "61 % (55 % to 70 %)"; empty where nothing applies.
    pub fn score_phrase(&self, score: &Bounds, threshold: Option<&Ratio>) -> String {
        self.phrase_with(&self.numbers, score, threshold)
    }

    /// The same in words that are read aloud, as the alternative of a figure is: "61 percent (55 percent to 70 percent)".
    pub fn spoken_score(&self, score: &Bounds) -> String {
        let phrase = self.phrase_with(&self.numbers.spoken(), score, None);
        if phrase.is_empty() { self.words.report.not_applicable.to_owned() } else { phrase }
    }

    fn phrase_with(&self, numbers: &Numbers, score: &Bounds, threshold: Option<&Ratio>) -> String {
        let percent = |value: &Ratio| match threshold {
            Some(threshold) if self.protects() => numbers.whole_percent_against(value, threshold),
            Some(threshold) => numbers.percent_against(value, threshold),
            None => numbers.percent(value),
        };
        let certain = score.low == score.high;
        let guarded = self.guarded(score);
        let (Some(low), Some(high)) = (&guarded.low, &guarded.high) else { return String::new() };
        let range = || format!("{} {} {}", percent(low), numbers.to, percent(high));
        match &guarded.point {
            Some(point) => {
                let phrase = match &score.point {
                    Some(all) if all > point => (self.words.voices.at_least)(&percent(point)),
                    Some(none) if none < point => (self.words.voices.at_most)(&percent(point)),
                    // A comparison has only what may be told.
                    _ if self.protects() && *point == ratio(19, 20) && high.is_one() => {
                        (self.words.voices.at_least)(&percent(point))
                    }
                    _ if self.protects() && *point == ratio(1, 20) && low.is_zero() => {
                        (self.words.voices.at_most)(&percent(point))
                    }
                    _ => percent(point),
                };
                // A range that rounding makes one figure says nothing.
                let one = percent(low) == phrase && percent(high) == phrase;
                if certain || one { phrase } else { format!("{phrase} ({})", range()) }
            }
            None => range(),
        }
    }

    /// What can be said of a cell, and the word for it.
    pub fn cell_state(&self, principle: usize, level: usize, cell: &CellScore) -> (CellState, &'static str) {
        let [reached, missed, open, empty] = self.words.report.states;
        if !self.shows_cell(principle, level) {
            return (CellState::Empty, self.words.voices.not_shown);
        }
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
        let own = self.texts.facets.get(facet).and_then(|text| text.name.as_deref());
        harmless(own.unwrap_or(id))
    }

    /// The name of a facet's value.
    pub fn facet_value_name(&self, facet: usize, value: usize) -> String {
        let named = self.texts.facets.get(facet).and_then(|text| text.values.get(value)).and_then(Option::as_deref);
        let id = self.rubric.facets.get(facet).and_then(|facet| facet.values.get(value));
        harmless(named.or(id.map(String::as_str)).unwrap_or(""))
    }

    /// Principles with their level: "Equality: Compliance (1 of 3); Diversity, Access: …".
    pub fn profile_list(&self) -> String {
        let mut alike: Vec<(String, Vec<String>)> = Vec::new();
        for index in 0..self.assessment.principles.len() {
            let (name, level) = (self.principle_name(index), self.principle_brief(index));
            match alike.iter_mut().find(|(known, _)| *known == level) {
                Some((_, names)) => names.push(name),
                None => alike.push((level, vec![name])),
            }
        }
        let each = alike.iter().map(|(level, names)| format!("{}: {level}", names.join(", ")));
        each.collect::<Vec<_>>().join("; ")
    }

    /// What shows levels, with who says so where people with lived experience did not answer.
    pub fn with_view(&self, text: &str) -> String {
        if self.has_lived_experience() || self.is_withheld() {
            return text.to_owned();
        }
        format!("{text}, {}", self.words.report.self_view)
    }

    /// The summary in two sentences: the profile first, then what holds the overall level back.
    pub fn summary(&self) -> [String; 2] {
        let words = &self.words.report;
        let overall = &self.assessment.overall.level;
        let profile = format!("{}: {}.", self.with_view(words.profile), self.profile_list());
        if self.is_withheld() {
            return [(self.words.voices.nothing_shown)(self.k()), String::new()];
        }
        if let Some(reason) = self.hidden_overall() {
            return [profile, (self.words.voices.overall_hidden)(&self.hidden_reason(reason))];
        }
        if overall.status.is_none() {
            return [profile, words.overall_nothing.to_owned()];
        }
        let level = self.overall_alone();
        let weakest = self.weakest();
        let quick = self.is_estimate();
        let second = match (weakest.is_empty(), quick) {
            (true, _) if overall.printed().is_none() => (words.overall_unclear)(&level, quick),
            (true, false) => (words.overall_highest)(&level),
            (true, true) => (words.overall_highest_quick)(&level),
            (false, false) => (words.overall)(&level, &weakest.join(", ")),
            (false, true) => (words.overall_quick)(&level, &weakest.join(", ")),
        };
        match self.contested() {
            None if self.views_unclear() => [profile, format!("{second} {}", self.words.voices.shared_unclear)],
            None => [profile, second],
            Some(sees) => [profile, format!("{second} {}", (self.words.voices.contested_by)(&sees))],
        }
    }

    /// The names of the weakest principles that have not passed every level. Of one of which too little is known it is
    /// only said that it holds back what no unknown answer can lift to the top.
    pub fn weakest(&self) -> Vec<String> {
        let clear = |p: &crate::scoring::PrincipleScore| {
            p.level.printed().is_some() || p.level.high.is_some_and(|high| high < self.rubric.levels.len())
        };
        let passed = |p: &crate::scoring::PrincipleScore| p.coverage.as_ref().map(|_| p.level.passed());
        let principles = &self.assessment.principles;
        let least = principles.iter().filter_map(passed).min();
        let open = least.is_some_and(|least| least < self.rubric.levels.len());
        let members = principles.iter().enumerate().filter(|(_, p)| open && passed(p) == least && clear(p));
        members.map(|(index, _)| self.principle_name(index)).collect()
    }

    /// What "I don't know" is called.
    fn dont_know(&self) -> &str {
        self.texts.dk.as_ref().map_or(self.words.interview.dk, |text| text.label.as_str())
    }

    /// How a question was answered, as a label.
    pub fn answer_label(&self, question: usize) -> String {
        use crate::model::Given;
        let words = &self.words.report;
        let Some(id) = self.rubric.questions.get(question).map(|q| q.id.as_str()) else { return String::new() };
        let Some(sheet) = self.sheet else {
            if !self.shows_question(question) {
                return self.words.voices.not_shown.to_owned();
            }
            let score = self.assessment.questions.get(question).map(|q| &q.score);
            return score.map_or_else(String::new, |score| self.score_phrase(score, None));
        };
        let label = match sheet.given(id) {
            None => words.unanswered,
            Some(Given::DontKnow) => self.dont_know(),
            Some(Given::NotApplicable) => {
                let label = self.texts.na.as_ref().map_or(self.words.interview.na, |text| text.label.as_str());
                // The rubric may not let it: then it is as if nobody had answered.
                let counts = self.assessment.questions.get(question).is_some_and(|score| score.applies());
                return if counts { (words.counts_as_unanswered)(&harmless(label)) } else { harmless(label) };
            }
            Some(Given::Choice(choice)) => self.texts.scale.get(choice).map_or("", |text| text.label.as_str()),
        };
        harmless(label)
    }

    /// A reference as it is printed: a source by its citation, an article of the convention with its short title in
    /// the report's language, anything else as it stands.
    pub fn reference(&self, reference: &str) -> Vec<Inline> {
        if let Some(source) = self.rubric.sources.iter().find(|source| source.id == reference) {
            return vec![self.citation(&source.citation)];
        }
        let words = &self.words.sections;
        if let Some(article) = reference.strip_prefix("CRPD ") {
            let number = article.strip_prefix("Art. ").unwrap_or_default();
            let title = words.articles.iter().find(|(known, _)| *known == number);
            let title = title.map_or_else(String::new, |(_, title)| format!(" ({title})"));
            return vec![Inline::Text(harmless(&format!("{} {article}{title}", words.convention)))];
        }
        match reference.split_once(' ') {
            // The principles of EQUASS go by their English names.
            Some(("EQUASS", name)) if self.texts.language != "en" => {
                let foreign = Inline::Foreign { language: "en".to_owned(), text: harmless(name) };
                vec![Inline::Text("EQUASS ".to_owned()), foreign]
            }
            _ => vec![self.citation(reference)],
        }
    }

    /// A citation, marked where it is in another language than the report.
    pub fn citation(&self, citation: &str) -> Inline {
        let text = harmless(citation);
        match language_of(&text) {
            Some(language) if !self.texts.language.starts_with(language) => {
                Inline::Foreign { language: language.to_owned(), text }
            }
            _ => Inline::Text(text),
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
