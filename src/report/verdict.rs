//! What a gate says, whatever the format: one row a rule, in words.

use super::Report;
use super::document::{Align, Block, Cell, Column, Document, Inline, Table, Tone};
use crate::error::Problem;
use crate::model::Ratio;
use crate::model::gate::{Exception, Gate, Rule};
use crate::scoring::gate::{Judged, Measured, Verdict, Why};
use crate::scoring::trend::{Comparison, PartTrend};
use crate::scoring::{Attainment, Status};
use crate::text::{GateWords, harmless};

/// Everything a format needs of a verdict.
#[derive(Debug)]
pub struct VerdictReport<'a> {
    /// The assessment that is judged.
    pub report: &'a Report<'a>,
    /// What must hold.
    pub gate: &'a Gate,
    /// The judgement.
    pub verdict: &'a Verdict,
    /// What changed since the baseline.
    pub comparison: Option<&'a Comparison>,
    /// The day that ages and dates are counted to, `YYYY-MM-DD`.
    pub today: &'a str,
    /// Where the answers are, as the user named it.
    pub file: &'a str,
    /// The lists of actions, as the user named them.
    pub actions: Vec<String>,
    /// What was doubtful.
    pub warnings: Vec<Problem>,
}

/// What became of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Met.
    Met,
    /// Not met.
    NotMet,
    /// Not met, but excepted.
    Excepted,
}

impl VerdictReport<'_> {
    fn words(&self) -> &'static GateWords {
        &self.report.words.gate
    }

    /// What became of a rule.
    pub fn outcome(&self, judged: &Judged) -> Outcome {
        match (judged.passed, judged.excepted) {
            (true, _) => Outcome::Met,
            (false, None) => Outcome::NotMet,
            (false, Some(_)) => Outcome::Excepted,
        }
    }

    /// The exception that holds for a rule.
    pub fn exception(&self, judged: &Judged) -> Option<&Exception> {
        judged.excepted.and_then(|index| self.gate.exceptions.get(index))
    }

    /// Which rule it is, in words: "Level of Access".
    pub fn name(&self, judged: &Judged) -> String {
        let words = self.words();
        let principle = judged.principle.map(|index| self.report.principle_name(index)).unwrap_or_default();
        let estimate = |name: String| match self.report.is_estimate() {
            true => format!("{name} ({})", self.report.words.report.estimate_mark),
            false => name,
        };
        match &judged.rule {
            Rule::Level(_) => estimate(words.overall_level.to_owned()),
            Rule::Score(_) => estimate(words.overall_score.to_owned()),
            Rule::PrincipleLevel(..) => estimate((words.level_of)(&principle)),
            Rule::PrincipleScore(..) => estimate((words.score_of)(&principle)),
            Rule::Coverage(_) => words.coverage.to_owned(),
            Rule::Evidence(_) => words.evidence.to_owned(),
            Rule::MaxAge(_) => words.age.to_owned(),
            Rule::Baseline(_) if judged.principle.is_none() => words.baseline_overall.to_owned(),
            Rule::Baseline(_) => (words.baseline_of)(&principle),
            Rule::Actions => words.actions.to_owned(),
        }
    }

    /// The id of a rank: `none` below the first level.
    pub fn rank_id(&self, rank: usize) -> &str {
        let level = rank.checked_sub(1).and_then(|index| self.report.rubric.levels.get(index));
        level.map_or("none", |level| level.id.as_str())
    }

    fn rank(&self, rank: usize) -> String {
        harmless(self.report.rank_name(rank))
    }

    /// What is and what must be, in words: shares with as many digits as it takes to tell them apart.
    fn figures(&self, judged: &Judged) -> [String; 2] {
        match (&judged.actual, &judged.required) {
            (Measured::Share(actual), Measured::Share(required)) => {
                self.report.numbers.exact_percents(actual, required)
            }
            (actual, required) => [self.measured(actual), self.measured(required)],
        }
    }

    /// What must be, in words.
    pub fn required(&self, judged: &Judged) -> String {
        let [_, required] = self.figures(judged);
        required
    }

    /// Something measured, in words.
    fn measured(&self, measured: &Measured) -> String {
        let words = self.words();
        match measured {
            Measured::Nothing => "–".to_owned(),
            Measured::Level(rank) => self.rank(*rank),
            Measured::Share(share) => self.report.numbers.exact_percent(share),
            Measured::AtLeast(share) => (self.report.words.voices.at_least)(&self.report.numbers.exact_percent(share)),
            Measured::AtMost(share) => (self.report.words.voices.at_most)(&self.report.numbers.exact_percent(share)),
            Measured::Days(days) => (words.days)(*days),
            Measured::Difference(value) => (words.points)(&self.report.numbers.points(value)),
            Measured::Count(0) => words.none.to_owned(),
            Measured::Count(count) => (words.count)(*count),
        }
    }

    /// What is, in words; no level without "seen by the organisation itself" where nobody else
    /// answered, or without what people with disabilities see where it is contested.
    pub fn actual(&self, judged: &Judged) -> String {
        let words = self.figures(judged)[0].clone();
        let Measured::Level(_) = judged.actual else { return words };
        let level = self.level_of_all(judged);
        let Some(sees) = self.sees(judged) else {
            // A provisional level stands with its range.
            let provisional = |level: &&Attainment| !self.gate.strict && level.status == Some(Status::Provisional);
            let range = level.filter(provisional).map(|level| harmless(&self.report.range_phrase(level)));
            let level =
                range.map_or_else(String::new, |range| format!(", {}", (self.report.words.report.possible)(&range)));
            return self.report.with_view(&format!("{words}{level}"));
        };
        // Judged is the lower view, unless the gate says otherwise.
        let total = level.and_then(Attainment::published).map(|rank| self.rank(rank)).filter(|total| *total != words);
        let sees = sees.trim_end_matches('.');
        match total {
            // Judged is what they see: it need not be said twice.
            Some(total) => {
                let all = (self.report.words.voices.all_see)(&total);
                let mut rest = all.chars();
                let first: String = rest.next().into_iter().flat_map(char::to_lowercase).collect();
                format!("{sees}; {first}{}", rest.as_str())
            }
            None => format!("{words} ({sees})"),
        }
    }

    /// The level of all together, of a principle or overall.
    fn level_of_all(&self, judged: &Judged) -> Option<&Attainment> {
        match judged.principle {
            None => Some(&self.report.assessment.overall.level),
            Some(principle) => self.report.assessment.principles.get(principle).map(|found| &found.level),
        }
    }

    /// What people with disabilities see, where it is contested.
    fn sees(&self, judged: &Judged) -> Option<String> {
        match judged.principle {
            None => self.report.contested(),
            Some(principle) => self.report.contested_principle(principle),
        }
    }

    /// The range that is judged, never without whose view it is.
    fn range(&self, judged: &Judged, level: &Attainment) -> String {
        let range = harmless(&self.report.range_phrase(level));
        match (self.sees(judged), self.level_of_all(judged)) {
            (Some(_), Some(all)) => (self.words().as_they_see)(&range, &harmless(&self.report.level_brief(all))),
            _ => self.report.with_view(&range),
        }
    }

    /// Why a rule is met or not, in a sentence, with the exception if there is one.
    pub fn message(&self, judged: &Judged) -> String {
        let mut message = self.reason(judged);
        if let Some(exception) = self.exception(judged) {
            let until = self.report.words.date(&exception.expires);
            message.push(' ');
            message.push_str(&(self.words().excepted)(&harmless(&exception.reason), &until));
        }
        message
    }

    fn reason(&self, judged: &Judged) -> String {
        let words = self.words();
        let percent = |share: &Ratio| self.report.numbers.exact_percent(share);
        let (actual, required) = (self.actual(judged), self.required(judged));
        let is_level = matches!(judged.required, Measured::Level(_));
        match &judged.why {
            Why::Reached if is_level => {
                let reached = (words.level_reached)(&actual, &required);
                // A gate never passes silently where the view of people with disabilities is not known.
                match judged.principle {
                    None if self.report.views_unclear() => {
                        format!("{reached} {}", self.report.words.voices.shared_unclear)
                    }
                    _ => reached,
                }
            }
            Why::ReachedAnyway if is_level => (words.level_reached_anyway)(&actual, &required),
            Why::ReachedAnyway => (words.share_reached_anyway)(&actual, &required),
            Why::Missed if is_level => (words.level_missed)(&actual, &required),
            Why::Reached => (words.share_reached)(&actual, &required),
            Why::Missed => (words.share_missed)(&actual, &required),
            Why::UnclearLevel(level) => (words.level_unclear)(&self.range(judged, level), &required),
            Why::UnclearShare(low, high) => (words.share_unclear)(&percent(low), &percent(high), &required),
            Why::OutOfReachLevel(level) => (words.level_out_of_reach)(&self.range(judged, level), &required),
            Why::OutOfReachShare(low, high) => (words.share_out_of_reach)(&percent(low), &percent(high), &required),
            Why::NothingApplies => words.nothing_applies.to_owned(),
            Why::Hidden if matches!(judged.actual, Measured::AtLeast(_) | Measured::AtMost(_)) => {
                (words.extreme)(&actual, &required)
            }
            Why::Hidden => words.hidden.to_owned(),
            Why::NothingKnown => words.nothing_known.to_owned(),
            Why::NothingClaimed => words.nothing_claimed.to_owned(),
            Why::Evidence(backed, claimed) => {
                let counts = (words.evidence_counts)(*backed, *claimed);
                let say = if judged.passed { words.share_reached } else { words.share_missed };
                format!("{} {counts}", say(&actual, &required))
            }
            Why::Age(date) => {
                let say = if judged.passed { words.age_reached } else { words.age_missed };
                // Of a month without a day only the most is known.
                let age = if date.len() == "2026-03".len() { (words.up_to)(&actual) } else { actual };
                say(&age, &required, &self.report.words.date(date))
            }
            Why::Future(date) => (words.age_future)(&self.report.words.date(date), &self.report.words.date(self.today)),
            Why::Change { fell, levels } => self.change(judged, *fell, *levels),
            Why::ChangeUnknown => words.drop_unknown.to_owned(),
            Why::ChangeUnclear(low, high) => {
                let points = |value: &Ratio| (words.points)(&self.report.numbers.points(value));
                (words.drop_unclear)(&points(low), &points(high))
            }
            Why::NothingInCommon => words.drop_nothing.to_owned(),
            Why::Overdue(list) if list.is_empty() => words.actions_none.to_owned(),
            Why::Overdue(list) => {
                let titles = list.iter().map(|title| harmless(title)).collect::<Vec<_>>().join("; ");
                (words.actions_overdue)(titles.trim_end_matches('.'))
            }
        }
    }

    fn change(&self, judged: &Judged, fell: bool, levels: Option<(usize, usize)>) -> String {
        let words = self.words();
        let numbers = &self.report.numbers;
        let actual = self.measured(&judged.actual);
        let mut out = match &judged.rule {
            Rule::Baseline(Some(most)) => {
                let most = (words.points)(numbers.points(most).trim_start_matches('+'));
                (if fell { words.drop_too_large } else { words.drop_within })(&actual, &most)
            }
            _ if fell => (words.drop_regressed)(&actual),
            _ => (words.drop_none)(&actual),
        };
        let change = self.part(judged).and_then(|part| part.change.as_ref());
        if let Some(change) = change.filter(|change| !self.gate.strict && change.delta.low != change.delta.high) {
            out.push(' ');
            out.push_str(&(words.drop_possible)(&(words.points)(&numbers.points(&change.delta.low))));
        }
        if let Some((old, new)) = levels {
            let tolerated = matches!(judged.rule, Rule::Baseline(Some(_)));
            let say = if tolerated { words.drop_level_tolerated } else { words.drop_level };
            out.push(' ');
            out.push_str(&say(&self.rank(old), &self.rank(new)));
            // A level never stands without who says so.
            let view = self.sees(judged).map(|sees| sees.trim_end_matches('.').to_owned());
            let own = (!self.report.has_lived_experience()).then(|| self.report.words.report.self_view.to_owned());
            out.extend(view.or(own).map(|view| format!(" ({view}.)")));
        }
        out
    }

    fn part(&self, judged: &Judged) -> Option<&PartTrend> {
        let comparison = self.comparison?;
        judged.principle.map_or(Some(&comparison.overall), |index| comparison.principles.get(index))
    }

    /// Rules met, not met, excepted.
    pub fn counts(&self) -> [usize; 3] {
        let count = |wanted: Outcome| self.verdict.rules.iter().filter(|judged| self.outcome(judged) == wanted).count();
        [count(Outcome::Met), count(Outcome::NotMet), count(Outcome::Excepted)]
    }

    /// Whether the gate is met, and by how many rules, in two sentences.
    pub fn summary(&self) -> String {
        let words = self.words();
        let [met, not_met, excepted] = self.counts();
        let first = if self.verdict.passed { words.passed } else { words.failed };
        format!("{first} {}", (words.counts)(met, not_met, excepted))
    }

    /// The verdict as blocks of meaning.
    pub fn document(&self) -> Document {
        self.blocks(true)
    }

    /// The same for a terminal: the messages say what is and what is required.
    pub fn brief(&self) -> Document {
        self.blocks(false)
    }

    fn blocks(&self, figures: bool) -> Document {
        let words = self.words();
        let report = self.report;
        let title = (words.title)(&harmless(&report.organisation().name));
        let column = |head: &str, share| Column { head: head.to_owned(), align: Align::Start, share };
        let [rule, result, actual, required, message] = words.heads;
        let all = [column(rule, 4), column(result, 3), column(actual, 4), column(required, 4), column(message, 10)];
        let kept = |index: &usize| figures || !(2..4).contains(index);
        let columns = all.into_iter().enumerate().filter(|(index, _)| kept(index)).map(|(_, column)| column);
        let row = |judged: &Judged| {
            self.row(judged).into_iter().enumerate().filter(|(index, _)| kept(index)).map(|(_, cell)| cell).collect()
        };
        let field = |label: &str, value: String| {
            Block::Paragraph(vec![Inline::Strong(format!("{label}: ")), Inline::Text(value)])
        };
        let mut blocks = vec![
            Block::heading(1, title.clone()),
            Block::Paragraph(vec![Inline::Strong(self.summary())]),
            field(report.words.report.labels.date, report.words.date(report.date())),
            Block::text(if self.gate.strict { words.strict } else { words.point }),
            Block::Table(Table {
                caption: words.caption.to_owned(),
                columns: columns.collect(),
                rows: self.verdict.rules.iter().map(row).collect(),
                row_heads: true,
            }),
        ];
        // A level never stands without who says so.
        if !report.has_lived_experience() {
            blocks.push(Block::text(report.lived_sentence()));
        }
        let words = &report.words.report;
        let self_assessment = if report.is_estimate() { words.estimate } else { words.self_assessment };
        blocks.push(Block::text(format!("{self_assessment} {}", words.legal)));
        if !self.warnings.is_empty() {
            let items = self.warnings.iter().map(|problem| vec![Block::text(report.words.problem(problem))]);
            blocks.push(Block::heading(2, report.words.report.warnings));
            blocks.push(Block::List { ordered: false, items: items.collect() });
        }
        super::foreign::marked(Document { title, blocks, ..Document::default() }, report)
    }

    fn row(&self, judged: &Judged) -> Vec<Cell> {
        let [met, not_met, excepted] = self.words().results;
        let (word, tone) = match self.outcome(judged) {
            Outcome::Met => (met, Tone::Reached),
            Outcome::NotMet => (not_met, Tone::Missed),
            Outcome::Excepted => (excepted, Tone::Open),
        };
        vec![
            Cell::from(self.name(judged)),
            Cell { text: vec![Inline::Text(word.to_owned())], tone },
            Cell::from(self.actual(judged)),
            Cell::from(self.required(judged)),
            Cell::from(self.message(judged)),
        ]
    }
}
