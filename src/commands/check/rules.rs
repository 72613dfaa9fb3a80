//! The rules of a gate: from the options of the command line and from the policy, held to each other.

use crate::cli::CheckArgs;
use crate::error::gate::GateMisuse;
use crate::error::{Error, Misuse, Problem, nearest};
use crate::files;
use crate::import::policy;
use crate::model::gate::{Gate, Rule, RuleName};
use crate::model::number::{is_share, parse_share};
use crate::model::{Ratio, Rubric, order};
use std::path::{Path, PathBuf};

/// What the options say, as far as it can be known without the rubric.
pub struct Flags {
    level: Option<String>,
    score: Option<Ratio>,
    /// Principle, and level or share.
    principles: Vec<(String, String)>,
    coverage: Option<Ratio>,
    evidence: Option<Ratio>,
    max_age: Option<i64>,
    max_drop: Option<Ratio>,
    baseline: Option<PathBuf>,
    actions: Vec<PathBuf>,
}

/// All that is asked.
pub struct Asked {
    /// The rules, in the order of verdicts.
    pub gate: Gate,
    /// The older assessment.
    pub baseline: Option<PathBuf>,
    /// The lists of actions.
    pub actions: Vec<PathBuf>,
    /// What was doubtful.
    pub warnings: Vec<Problem>,
}

fn misuse(misuse: GateMisuse) -> Error {
    Error::Usage(Misuse::Gate(misuse))
}

impl Flags {
    /// Reads the options.
    ///
    /// # Errors
    /// A text that is no share, or no rule of a principle.
    pub fn read(args: &CheckArgs) -> Result<Self, Error> {
        let share = |option: &'static str, text: &Option<String>| -> Result<Option<Ratio>, Error> {
            text.as_deref().map(|text| share(option, text)).transpose()
        };
        let principles = args.principles.iter().map(|entry| {
            let bad = || misuse(GateMisuse::NotAPrincipleRule { found: entry.clone() });
            let (principle, wanted) = entry.split_once('=').ok_or_else(bad)?;
            let (principle, wanted) = (principle.trim(), wanted.trim());
            if principle.is_empty() || wanted.is_empty() {
                return Err(bad());
            }
            Ok((principle.to_owned(), wanted.to_owned()))
        });
        Ok(Self {
            level: args.level.clone(),
            score: share("--score", &args.score)?,
            principles: principles.collect::<Result<_, Error>>()?,
            coverage: share("--coverage", &args.coverage)?,
            evidence: share("--evidence", &args.evidence)?,
            max_age: args.max_age.map(i64::from),
            max_drop: share("--max-drop", &args.max_drop)?,
            baseline: args.baseline.clone(),
            actions: args.actions.clone(),
        })
    }

    /// Whether no option is a rule.
    pub fn is_empty(&self) -> bool {
        let shares = [&self.score, &self.coverage, &self.evidence].iter().all(|share| share.is_none());
        let rest = self.principles.is_empty() && self.max_age.is_none() && self.actions.is_empty();
        self.level.is_none() && shares && rest && self.baseline.is_none() && self.max_drop.is_none()
    }
}

fn share(option: &'static str, text: &str) -> Result<Ratio, Error> {
    let bad = || misuse(GateMisuse::NotAShare { option, found: text.to_owned() });
    parse_share(text).filter(is_share).ok_or_else(bad)
}

/// Puts options and policy together.
///
/// # Errors
/// Unknown ids, rules that contradict each other, a policy with problems, no rule at all.
pub fn together(args: &CheckArgs, flags: Flags, rubric: &Rubric) -> Result<Asked, Error> {
    let mut rules: Vec<Rule> = Vec::new();
    if let Some(id) = &flags.level {
        rules.push(Rule::Level(rank("--level", id, rubric)?));
    }
    rules.extend(flags.score.map(Rule::Score));
    for (principle, wanted) in &flags.principles {
        rules.push(of_principle(principle, wanted, rubric)?);
    }
    rules.extend(flags.coverage.map(Rule::Coverage));
    rules.extend(flags.evidence.map(Rule::Evidence));
    rules.extend(flags.max_age.map(Rule::MaxAge));
    let mut asked =
        Asked { gate: Gate::default(), baseline: flags.baseline, actions: flags.actions, warnings: Vec::new() };
    let mut max_drop = flags.max_drop;
    if let Some(path) = &args.policy {
        let name = path.display().to_string();
        let read = policy::read(&name, &files::read(path)?, rubric, asked.baseline.is_some())?;
        rules.extend(read.gate.rules);
        asked.gate.exceptions = read.gate.exceptions;
        asked.gate.strict = read.gate.strict;
        asked.warnings = read.warnings;
        // What a policy names lies where the policy lies.
        let beside = |file: &String| path.parent().unwrap_or(Path::new("")).join(file);
        if let Some(older) = read.baseline.as_ref().map(beside) {
            let same = asked.baseline.as_ref().is_none_or(|given| same_path(given, &older));
            if !same {
                return Err(misuse(GateMisuse::TwiceDifferent { option: "--baseline".to_owned() }));
            }
            asked.baseline = Some(older);
        }
        if let (Some(given), Some(also)) = (&max_drop, &read.max_drop)
            && given != also
        {
            return Err(misuse(GateMisuse::TwiceDifferent { option: "--max-drop".to_owned() }));
        }
        max_drop = max_drop.or(read.max_drop);
        if let Some(list) = read.actions.as_ref().map(beside)
            && !asked.actions.iter().any(|given| same_path(given, &list))
        {
            asked.actions.push(list);
        }
    }
    asked.gate.strict |= args.strict;
    match (&asked.baseline, max_drop) {
        (Some(_), most) => rules.push(Rule::Baseline(most)),
        (None, Some(_)) => return Err(misuse(GateMisuse::DropWithoutBaseline)),
        (None, None) => {}
    }
    if !asked.actions.is_empty() {
        rules.push(Rule::Actions);
    }
    asked.gate.rules = ordered(rules, rubric)?;
    if asked.gate.rules.is_empty() {
        return Err(misuse(GateMisuse::NoRules { policy: None }));
    }
    Ok(asked)
}

fn same_path(one: &Path, other: &Path) -> bool {
    one == other || one.canonicalize().ok().is_some_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// The rules in the order of verdicts, each once.
fn ordered(rules: Vec<Rule>, rubric: &Rubric) -> Result<Vec<Rule>, Error> {
    let place = |rule: &Rule| {
        let name = RuleName::ALL.iter().position(|name| *name == rule.name()).unwrap_or(usize::MAX);
        match rule {
            Rule::PrincipleLevel(principle, _) => (name, *principle, 0),
            Rule::PrincipleScore(principle, _) => (name, *principle, 1),
            _ => (name, 0, 0),
        }
    };
    let mut rules = rules;
    order::sort_by_key(&mut rules, place);
    rules.dedup();
    if let Some(pair) = rules.windows(2).find(|pair| place(&pair[0]) == place(&pair[1])) {
        let option = match &pair[0] {
            Rule::PrincipleLevel(principle, _) | Rule::PrincipleScore(principle, _) => {
                format!("--principle {}", rubric.principles.get(*principle).map_or("", |p| p.id.as_str()))
            }
            rule => format!("--{}", rule.name().id().replace('_', "-")),
        };
        return Err(misuse(GateMisuse::TwiceDifferent { option }));
    }
    let overall = rules.iter().find_map(|rule| if let Rule::Level(rank) = rule { Some(*rank) } else { None });
    for rule in &rules {
        if let (Rule::PrincipleLevel(principle, rank), Some(overall)) = (rule, overall)
            && *rank < overall
        {
            let name = |rank: usize| rubric.levels.get(rank.wrapping_sub(1)).map_or("", |level| level.id.as_str());
            return Err(misuse(GateMisuse::ContradictsLevel {
                principle: rubric.principles.get(*principle).map_or("", |p| p.id.as_str()).to_owned(),
                level: name(*rank).to_owned(),
                overall: name(overall).to_owned(),
            }));
        }
    }
    Ok(rules)
}

fn rank(option: &'static str, id: &str, rubric: &Rubric) -> Result<usize, Error> {
    if id == "none" {
        return Err(misuse(GateMisuse::LevelNone { option }));
    }
    let levels = || rubric.levels.iter().map(|level| level.id.as_str());
    let found = levels().position(|level| level == id);
    found.map(|index| index + 1).ok_or_else(|| unknown(option, id, &levels().collect::<Vec<_>>()))
}

fn of_principle(principle: &str, wanted: &str, rubric: &Rubric) -> Result<Rule, Error> {
    let ids: Vec<&str> = rubric.principles.iter().map(|principle| principle.id.as_str()).collect();
    let index = ids.iter().position(|id| *id == principle).ok_or_else(|| unknown("--principle", principle, &ids))?;
    // No id begins with a digit.
    if wanted.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+')) {
        return Ok(Rule::PrincipleScore(index, share("--principle", wanted)?));
    }
    Ok(Rule::PrincipleLevel(index, rank("--principle", wanted, rubric)?))
}

fn unknown(option: &'static str, found: &str, known: &[&str]) -> Error {
    let meant = nearest(found, known.iter().copied());
    Error::Usage(Misuse::UnknownValue { option, found: found.to_owned(), meant, known: known.join(", ") })
}
