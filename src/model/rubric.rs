//! A rubric: the questions, the scale, and how answers become levels. Everything here is data, so that another
//! framework is another file.

use super::coverage::CoverageRule;
use super::fraction::Ratio;
use std::fmt;

/// A rubric's structure, checked: every index points at something, every number is in its range.
#[derive(Debug, Clone, PartialEq)]
pub struct Rubric {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: RubricVersion,
    /// The languages that its texts exist in, as the rubric lists them.
    pub languages: Vec<String>,
    /// Full assessment or quick check.
    pub kind: Kind,
    /// An essential question's least value, 0…1.
    pub essential_minimum: Ratio,
    /// The response options, points strictly increasing, two at least.
    pub scale: Vec<Choice>,
    /// The principles, in the rubric's order.
    pub principles: Vec<Principle>,
    /// The levels, lowest first.
    pub levels: Vec<Level>,
    /// The perspectives that may answer; empty: any.
    pub perspectives: Vec<Perspective>,
    /// The facets that questions can be cut by.
    pub facets: Vec<Facet>,
    /// The sources that questions refer to.
    pub sources: Vec<Source>,
    /// Rubrics whose answers carry over, because the same ids mean the same.
    pub continues: Vec<String>,
    /// How answers to older versions carry over.
    pub replaces: Vec<Replacement>,
    /// What the rubric demands of its own questions; `rubric lint` holds them to it.
    pub coverage: Vec<CoverageRule>,
    /// The questions, in the rubric's order.
    pub questions: Vec<Question>,
    /// `sha256:` and the digest of the structure without white space, comments and texts.
    pub digest: String,
}

/// A version `major.minor.patch`: patch changes wording, minor adds questions, major changes meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RubricVersion {
    /// Changes what an answer means.
    pub major: u32,
    /// Adds questions.
    pub minor: u32,
    /// Changes wording only.
    pub patch: u32,
}

impl RubricVersion {
    /// Reads `1.2.3`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(|part| {
            let plain = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            if plain { part.parse().ok() } else { None }
        });
        let version = Self { major: parts.next()??, minor: parts.next()??, patch: parts.next()?? };
        if parts.next().is_none() { Some(version) } else { None }
    }
}

impl fmt::Display for RubricVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// What an assessment with the rubric claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A full assessment.
    Full,
    /// A quick check: its result is called an estimate everywhere.
    Quick,
}

/// A response option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its points, 0 or more; an answer's value is points ÷ the highest option's points.
    pub points: u64,
}

/// A principle, the rows of the profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Principle {
    /// Its id.
    pub id: String,
    /// Its weight in the overall score, > 0.
    pub weight: Ratio,
}

/// A level, the columns of the profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Its id.
    pub id: String,
    /// Its weight in a principle's score, > 0.
    pub weight: Ratio,
    /// The score a cell of this level needs, 0…1.
    pub threshold: Ratio,
}

/// A perspective from which questions are answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Perspective {
    /// Its id.
    pub id: String,
    /// Whether people answer from their own experience of disability.
    pub lived_experience: bool,
    /// Whether it speaks as an office (a works council), not as persons.
    pub office: bool,
}

/// A way to cut the questions across principles and levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Its id.
    pub id: String,
    /// The ids of its values, in the rubric's order.
    pub values: Vec<String>,
}

/// A source that questions refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// How it is cited.
    pub citation: String,
}

/// How answers to one older version carry over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The older version, for example `1.0.0`; every version with the same major number is meant.
    pub version: RubricVersion,
    /// Old question id → new question id, where the question still means the same.
    pub same: Vec<(String, String)>,
    /// Old questions that were reworded so much, split, merged or dropped that their answers do not count.
    pub again: Vec<Again>,
}

/// What became of an old question whose answer does not count any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Again {
    /// Its id.
    pub old: String,
    /// `reworded`, `split`, `merged` or `dropped`; also `same`, of what is said to be the same as several.
    pub became: String,
    /// The ids of the questions that stand in its place.
    pub to: Vec<String>,
}

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// Index of its principle.
    pub principle: usize,
    /// Index of its level.
    pub level: usize,
    /// Its weight in its cell, > 0.
    pub weight: Ratio,
    /// Whether it must reach the essential minimum for its cell to pass.
    pub essential: bool,
    /// The cost of each step up the scale, > 0; one number fewer than there are options.
    pub effort: Vec<Ratio>,
    /// Whether "not applicable" is a permitted answer.
    pub na_allowed: bool,
    /// Indices of the perspectives that it is for; `None`: all.
    pub perspectives: Option<Vec<usize>>,
    /// The settings that it is for; `None`: all.
    pub settings: Option<Vec<String>>,
    /// For each facet of the rubric, the indices of this question's values.
    pub facets: Vec<Vec<usize>>,
    /// Free tags.
    pub tags: Vec<String>,
    /// Convention articles, EQUASS principles, source ids.
    pub references: Vec<String>,
}

impl Rubric {
    /// The points of the highest option, > 0.
    pub fn highest_points(&self) -> u64 {
        self.scale.last().map_or(1, |choice| choice.points.max(1))
    }

    /// The points of the lowest option.
    pub fn lowest_points(&self) -> u64 {
        self.scale.first().map_or(0, |choice| choice.points)
    }

    /// How answers to a version carry over, if the rubric says so.
    pub fn replacement(&self, version: RubricVersion) -> Option<&Replacement> {
        self.replaces.iter().find(|replacement| replacement.version.major == version.major)
    }

    /// Position of the question with this id.
    pub fn question(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }

    /// Positions of the questions of a principle, in the rubric's order.
    pub fn of_principle(&self, principle: usize) -> Vec<usize> {
        let questions = self.questions.iter().enumerate();
        questions.filter(|(_, question)| question.principle == principle).map(|(index, _)| index).collect()
    }

    /// Positions of the questions of a cell, in the rubric's order.
    pub fn cell(&self, principle: usize, level: usize) -> impl Iterator<Item = usize> + '_ {
        self.questions
            .iter()
            .enumerate()
            .filter(move |(_, question)| question.principle == principle && question.level == level)
            .map(|(index, _)| index)
    }

    /// Whether a question is asked of a perspective (`None`: the whole organisation, which is asked everything) in a
    /// setting (`None` or `both`: asked whatever its settings are).
    pub fn asks(&self, question: usize, perspective: Option<&str>, setting: Option<&str>) -> bool {
        let Some(question) = self.questions.get(question) else { return false };
        let for_perspective = match (&question.perspectives, perspective) {
            (Some(list), Some(id)) => list.iter().any(|&p| self.perspectives.get(p).is_some_and(|p| p.id == id)),
            _ => true,
        };
        let for_setting = match (&question.settings, setting) {
            (Some(list), Some(id)) if id != "both" => list.iter().any(|s| s == id),
            _ => true,
        };
        for_perspective && for_setting
    }
}
