//! The gate: whether an assessment is what it must be. What is not known never passes: where less than four fifths of
//! the answers are known, the lowest that they allow is judged.

use super::trend::{Comparison, PartTrend};
use super::voices::{Figure, View};
use super::{Assessment, Attainment, Bounds, Status, evidence};
use crate::model::gate::{Exception, Gate, Rule};
use crate::model::number::ratio;
use crate::model::{Ratio, Rubric, Sheet};
use jiff::civil::Date;
use num_traits::{One, Zero};

/// What the rules are held against.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The rubric.
    pub rubric: &'a Rubric,
    /// The sheets, one at least.
    pub sheets: &'a [Sheet],
    /// What scoring says of them.
    pub assessment: &'a Assessment,
    /// Whether several people are to be protected: then nothing is told that the report hides.
    pub protects: bool,
    /// What people with lived experience see: where their level is lower, it is judged. `None`: the total is judged
    /// whatever they see, or they did not answer.
    pub lived_experience: Option<&'a View>,
    /// What changed since the baseline; needed by its rule.
    pub comparison: Option<&'a Comparison>,
    /// Titles of open actions past their due date; needed by its rule.
    pub overdue: Option<&'a [String]>,
    /// Today, `YYYY-MM-DD`.
    pub today: &'a str,
}

/// The judgement.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Whether every rule is met or excepted.
    pub passed: bool,
    /// One entry a rule and what it is about.
    pub rules: Vec<Judged>,
    /// Whether less than four fifths of the answers are known in some principle.
    pub insufficient: bool,
}

/// A rule's judgement.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The rule.
    pub rule: Rule,
    /// The principle that it is about; `None`: everything together.
    pub principle: Option<usize>,
    /// Whether it is met.
    pub passed: bool,
    /// What is.
    pub actual: Measured,
    /// What must be.
    pub required: Measured,
    /// Why it is met or not.
    pub why: Why,
    /// The exception that holds for it: its place in the gate.
    pub excepted: Option<usize>,
}

impl Judged {
    /// Whether it keeps the gate from being met.
    pub fn fails(&self) -> bool {
        !self.passed && self.excepted.is_none()
    }
}

/// Something measured or required.
#[derive(Debug, Clone, PartialEq)]
pub enum Measured {
    /// Cannot be said.
    Nothing,
    /// A level's rank.
    Level(usize),
    /// A share 0…1.
    Share(Ratio),
    /// A share that is not told more exactly, since all chose the highest: it or more.
    AtLeast(Ratio),
    /// The same of the lowest: it or less.
    AtMost(Ratio),
    /// Days.
    Days(i64),
    /// A difference of scores, −1…1.
    Difference(Ratio),
    /// A number of things.
    Count(usize),
}

/// Why a rule is met or not.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// What is required is there.
    Reached,
    /// It is there whatever the many unknown answers are: judged is the lowest that they allow.
    ReachedAnyway,
    /// It is not.
    Missed,
    /// Unknown answers decide, and there are too many of them: the range.
    UnclearLevel(Attainment),
    /// The same of a score.
    UnclearShare(Ratio, Ratio),
    /// Many answers are unknown, but whatever they are, the level is below what is required: the range.
    OutOfReachLevel(Attainment),
    /// The same of a score.
    OutOfReachShare(Ratio, Ratio),
    /// No question applies.
    NothingApplies,
    /// It is hidden to protect people, and so not judged either.
    Hidden,
    /// No answer is known.
    NothingKnown,
    /// No answer claims anything.
    NothingClaimed,
    /// How many answers are backed, of how many.
    Evidence(usize, usize),
    /// The oldest sheet's date; `None` days: it lies after today.
    Age(String),
    /// The sheet is dated after today.
    Future(String),
    /// The change since the baseline, and the levels if they fell on the common questions.
    Change {
        /// Whether the score fell too far.
        fell: bool,
        /// Old and new rank.
        levels: Option<(usize, usize)>,
    },
    /// No known answer in one of the two.
    ChangeUnknown,
    /// Unknown answers decide how it changed, and there are too many of them: the range.
    ChangeUnclear(Ratio, Ratio),
    /// No question in common.
    NothingInCommon,
    /// Actions past their due date.
    Overdue(Vec<String>),
}

/// From this coverage on, what is known may be judged: 4/5.
fn sufficient() -> Ratio {
    ratio(4, 5)
}

/// Judges every rule.
pub fn judge(gate: &Gate, facts: &Facts) -> Verdict {
    let mut rules: Vec<Judged> = gate.rules.iter().flat_map(|rule| judged(rule, gate.strict, facts)).collect();
    for judged in &mut rules {
        let holds = |exception: &Exception| {
            let meant = exception.principle.is_none() || exception.principle == judged.principle;
            exception.rule == judged.rule.name() && meant && facts.today <= exception.expires.as_str()
        };
        if !judged.passed {
            judged.excepted = gate.exceptions.iter().position(holds);
        }
    }
    let insufficient = facts.assessment.overall.coverage.as_ref().is_none_or(|coverage| *coverage < sufficient());
    // A gate without rules checks nothing, and nothing is no reason to pass.
    let passed = !rules.is_empty() && !rules.iter().any(Judged::fails);
    Verdict { passed, rules, insufficient }
}

fn judged(rule: &Rule, strict: bool, facts: &Facts) -> Vec<Judged> {
    let overall = &facts.assessment.overall;
    let of = |principle: usize| facts.assessment.principles.get(principle);
    let entry = |principle: Option<usize>, found: Found| {
        let (passed, actual, required, why) = if facts.protects { shown(facts.rubric, rule, found) } else { found };
        Judged { rule: rule.clone(), principle, passed, actual, required, why, excepted: None }
    };
    match rule {
        Rule::Level(rank) => {
            let theirs = facts.lived_experience.and_then(|view| view.level.as_ref());
            vec![entry(None, level(lower(&overall.level, theirs), *rank, strict))]
        }
        Rule::Score(least) => vec![entry(None, score(&overall.score, overall.coverage.as_ref(), least, strict))],
        Rule::PrincipleLevel(principle, rank) => {
            let theirs = facts.lived_experience.and_then(|view| view.levels.get(*principle)?.as_ref());
            let found = of(*principle).map(|p| level(lower(&p.level, theirs), *rank, strict));
            found.map(|found| entry(Some(*principle), found)).into_iter().collect()
        }
        Rule::PrincipleScore(principle, least) => of(*principle)
            .map(|p| entry(Some(*principle), score(&p.score, p.coverage.as_ref(), least, strict)))
            .into_iter()
            .collect(),
        Rule::Coverage(least) => vec![entry(None, share(overall.coverage.as_ref(), least))],
        Rule::Evidence(least) => vec![entry(None, backed(facts, least))],
        Rule::MaxAge(most) => vec![entry(None, age(facts, *most))],
        Rule::Baseline(most) => {
            let Some(comparison) = facts.comparison else { return Vec::new() };
            let judged = |part, coverage: Option<&Ratio>| change(part, coverage, most.as_ref(), strict);
            let mut out = vec![entry(None, judged(&comparison.overall, overall.coverage.as_ref()))];
            for (index, part) in comparison.principles.iter().enumerate().filter(|(_, part)| part.change.is_some()) {
                out.push(entry(Some(index), judged(part, of(index).and_then(|p| p.coverage.as_ref()))));
            }
            out
        }
        Rule::Actions => {
            let Some(overdue) = facts.overdue else { return Vec::new() };
            let found = (Measured::Count(overdue.len()), Measured::Count(0), Why::Overdue(overdue.to_vec()));
            vec![entry(None, (overdue.is_empty(), found.0, found.1, found.2))]
        }
    }
}

type Found = (bool, Measured, Measured, Why);

/// What may be told of a rule's result where people are to be protected: a hidden figure does not look as if nothing
/// applied, and an extreme score does not say what everybody chose. What is not told is not judged either: whether a
/// score is met that lies beyond the mark would tell it.
fn shown(rubric: &Rubric, rule: &Rule, (passed, actual, required, why): Found) -> Found {
    let is_score = matches!(rule, Rule::Score(_) | Rule::PrincipleScore(..));
    let why = match why {
        Why::NothingApplies | Why::NothingInCommon => Why::Hidden,
        other => other,
    };
    let (Measured::Share(value), Measured::Share(least), true) = (&actual, &required, is_score) else {
        return (passed, actual, required, why);
    };
    let figure = Figure::of_mean(rubric, value);
    let told = figure.value();
    match figure {
        Figure::Exact(_) => (passed, actual, required, why),
        Figure::AtLeast95 if told >= *least => (passed, Measured::AtLeast(told), required, why),
        // Nothing is required.
        Figure::AtMost5 if passed => (passed, Measured::AtMost(told), required, why),
        Figure::AtMost5 if told < *least => (false, Measured::AtMost(told), required, Why::Missed),
        Figure::AtLeast95 => (false, Measured::AtLeast(told), required, Why::Hidden),
        Figure::AtMost5 => (false, Measured::AtMost(told), required, Why::Hidden),
    }
}

/// The level that is judged: of a contested one, the lower. It is contested here where the report says so, too.
fn lower<'a>(all: &'a Attainment, theirs: Option<&'a Attainment>) -> &'a Attainment {
    theirs.filter(|theirs| theirs.is_lower_than(all)).unwrap_or(all)
}

fn level(level: &Attainment, required: usize, strict: bool) -> Found {
    let wanted = Measured::Level(required);
    let (Some(status), Some(low), Some(point), Some(high)) = (level.status, level.low, level.point, level.high) else {
        return (false, Measured::Nothing, wanted, Why::NothingApplies);
    };
    let verdict = |rank: usize| {
        let why = if rank >= required { Why::Reached } else { Why::Missed };
        (rank >= required, Measured::Level(rank), wanted.clone(), why)
    };
    match status {
        // Where the lowest option is enough, an unknown essential question passes in every case but fails for the point:
        // strict is never laxer.
        _ if strict => verdict(if status == Status::Insufficient { low } else { low.min(point) }),
        Status::Insufficient if low >= required => (true, Measured::Level(low), wanted, Why::ReachedAnyway),
        Status::Insufficient if high < required => {
            (false, Measured::Nothing, wanted, Why::OutOfReachLevel(level.clone()))
        }
        Status::Insufficient => (false, Measured::Nothing, wanted, Why::UnclearLevel(level.clone())),
        Status::Certain | Status::Provisional => verdict(point),
    }
}

fn score(score: &Bounds, coverage: Option<&Ratio>, least: &Ratio, strict: bool) -> Found {
    let wanted = Measured::Share(least.clone());
    let (Some(low), Some(high)) = (&score.low, &score.high) else {
        return (false, Measured::Nothing, wanted, Why::NothingApplies);
    };
    let verdict = |value: &Ratio| {
        let why = if value >= least { Why::Reached } else { Why::Missed };
        (value >= least, Measured::Share(value.clone()), wanted.clone(), why)
    };
    let known = coverage.is_some_and(|coverage| *coverage >= sufficient()) || low == high;
    match &score.point {
        _ if strict => verdict(low),
        // What is known everywhere the unknown cannot change.
        Some(point) if known => verdict(point),
        _ if low >= least => (true, Measured::Share(low.clone()), wanted, Why::ReachedAnyway),
        _ if high < least => (false, Measured::Nothing, wanted, Why::OutOfReachShare(low.clone(), high.clone())),
        None => (false, Measured::Nothing, wanted, Why::NothingKnown),
        Some(_) => (false, Measured::Nothing, wanted, Why::UnclearShare(low.clone(), high.clone())),
    }
}

fn share(actual: Option<&Ratio>, least: &Ratio) -> Found {
    let wanted = Measured::Share(least.clone());
    let Some(actual) = actual else { return (false, Measured::Nothing, wanted, Why::NothingApplies) };
    let why = if actual >= least { Why::Reached } else { Why::Missed };
    (actual >= least, Measured::Share(actual.clone()), wanted, why)
}

/// Answers in the upper half of the scale that name evidence, of all sheets together. Of several people it is not told,
/// as in the report: thresholds would count single answers.
fn backed(facts: &Facts, least: &Ratio) -> Found {
    if facts.protects {
        return (false, Measured::Nothing, Measured::Share(least.clone()), Why::Hidden);
    }
    let (mut claimed, mut backed) = (0, 0);
    for sheet in facts.sheets {
        let found = evidence(facts.rubric, sheet);
        claimed += found.claimed;
        backed += found.backed;
    }
    if claimed == 0 {
        return (false, Measured::Nothing, Measured::Share(least.clone()), Why::NothingClaimed);
    }
    let (passed, actual, required, _) = share(Some(&ratio(backed as u64, claimed as u64)), least);
    (passed, actual, required, Why::Evidence(backed, claimed))
}

/// The age of the oldest sheet. A month without a day counts from its first day; a date after tomorrow is a mistake (a
/// day ahead can be the other side of the date line).
fn age(facts: &Facts, most: i64) -> Found {
    let required = Measured::Days(most);
    let oldest = facts.sheets.iter().map(|sheet| sheet.date.as_str()).min().unwrap_or_default();
    let days = days_between(oldest, facts.today);
    match days {
        Some(days) if days < -1 => (false, Measured::Nothing, required, Why::Future(oldest.to_owned())),
        Some(days) => {
            let days = days.max(0);
            (days <= most, Measured::Days(days), required, Why::Age(oldest.to_owned()))
        }
        None => (false, Measured::Nothing, required, Why::Future(oldest.to_owned())),
    }
}

/// Days from one date to another, `YYYY-MM-DD` or `YYYY-MM`.
fn days_between(from: &str, to: &str) -> Option<i64> {
    let day = |text: &str| -> Option<Date> {
        if text.len() == 7 { format!("{text}-01").parse().ok() } else { text.parse().ok() }
    };
    let span = day(to)?.since((jiff::Unit::Day, day(from)?)).ok()?;
    Some(i64::from(span.get_days()))
}

/// Whether a part held since the baseline. Strict: at the worst that the unknown answers allow; where less than four
/// fifths of the newer answers are known, what can change with them is not judged.
fn change(part: &PartTrend, coverage: Option<&Ratio>, most: Option<&Ratio>, strict: bool) -> Found {
    // Without a largest drop of its own, what a comparison calls regressed is a regression: 1/20 or more.
    let least_drop = ratio(1, 20);
    let required = Measured::Difference(most.map_or_else(|| -least_drop.clone(), |most| -most.clone()));
    let Some(found) = &part.change else { return (false, Measured::Nothing, required, Why::NothingInCommon) };
    let delta = &found.delta;
    let judged = if strict { Some(&delta.low) } else { delta.point.as_ref() };
    let Some(judged) = judged else { return (false, Measured::Nothing, required, Why::ChangeUnknown) };
    let too_far = |change: &Ratio| match most {
        Some(most) => *change < -most.clone(),
        None => *change <= -least_drop.clone(),
    };
    let known = coverage.is_some_and(|coverage| *coverage >= sufficient());
    // What all chose is not told exactly: what may have been more before, or less now, is not passed silently.
    let [most_told, least_told] = [ratio(19, 20), ratio(1, 20)];
    let extreme = (found.old.point.as_ref() == Some(&most_told)
        && found.old.high.as_ref().is_some_and(|high| *high == Ratio::one()))
        || (found.new.point.as_ref() == Some(&least_told) && found.new.low.as_ref().is_some_and(Ratio::is_zero));
    if !strict && (!known || (extreme && !too_far(judged))) && too_far(&delta.low) && !too_far(&delta.high) {
        let unclear = Why::ChangeUnclear(delta.low.clone(), delta.high.clone());
        return (false, Measured::Nothing, required, if known { Why::Hidden } else { unclear });
    }
    let fell = too_far(judged);
    let levels = match part.common_levels {
        [Some(old), Some(new)] if part.level_fell() => Some((old, new)),
        _ => None,
    };
    let passed = !fell && (most.is_some() || levels.is_none());
    // Nothing is negative about nothing.
    let actual = if judged.is_zero() { judged.abs() } else { judged.clone() };
    (passed, Measured::Difference(actual), required, Why::Change { fell, levels })
}

#[cfg(test)]
mod tests {
    use super::days_between;

    #[test]
    fn ages_are_counted_in_days() {
        assert_eq!(days_between("2026-03-14", "2026-03-14"), Some(0));
        assert_eq!(days_between("2024-02-28", "2024-03-01"), Some(2));
        assert_eq!(days_between("2026-03", "2026-04-01"), Some(31));
        assert_eq!(days_between("2026-03-15", "2026-03-14"), Some(-1));
        assert_eq!(days_between("x", "2026-03-14"), None);
    }
}
