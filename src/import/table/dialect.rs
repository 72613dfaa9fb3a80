//! The habits of survey platforms: the columns that they add, and how they write that a question was not shown.

use super::columns::Column;

/// A survey platform's way to write a table with one row a respondent.
#[derive(Debug)]
pub struct Dialect {
    /// Its name, as `--from` takes it.
    pub name: &'static str,
    /// Headings that only it writes, in the form of [`super::headings::plain`].
    marks: &'static [&'static str],
    /// Other headings that it adds.
    added: &'static [&'static str],
    /// Beginnings of headings that it adds.
    prefixes: &'static [&'static str],
    /// Columns that say when somebody answered, the best first.
    pub stamps: &'static [&'static str],
    /// The column that says in which language somebody answered.
    pub languages: &'static [&'static str],
    /// What stands where a question was not shown.
    pub nothing: &'static [&'static str],
    /// The column that tells one response from another; within one file only, where it is a number.
    identity: &'static [&'static str],
    /// So many of the first `stamps` say when a response was sent off; empty: it was not.
    pub sent: usize,
    /// The column with what a reviewer said.
    review: &'static [&'static str],
    /// Whether a `'` is put before a text that a spreadsheet could take for a formula.
    pub guards: bool,
}

/// KoboToolbox and ODK (Central, Briefcase, Ona): XML names or labels as headings.
const KOBO: Dialect = Dialect {
    name: "kobo",
    marks: &[
        "_id",
        "_uuid",
        "_submission_time",
        "_index",
        "_validation_status",
        "__version__",
        "meta/instanceid",
        "meta-instanceid",
        "instanceid",
        "formhub/uuid",
        "submissiondate",
        "reviewstate",
    ],
    added: &[
        "start",
        "end",
        "today",
        "key",
        "status",
        "edits",
        "formversion",
        "attachmentspresent",
        "attachmentsexpected",
        "instancename",
        "audit",
        "caseid",
        "background-audio",
    ],
    prefixes: &["_", "meta/", "meta-", "formhub/", "notes/", "intro/", "intro-", "text_"],
    stamps: &["today", "end", "_submission_time", "submissiondate", "start"],
    languages: &[],
    // Older servers write it where a question was skipped.
    nothing: &["n/a"],
    identity: &["_uuid", "key", "meta/instanceid", "meta-instanceid", "instanceid"],
    sent: 0,
    review: &["_validation_status", "reviewstate"],
    guards: false,
};

/// LimeSurvey: codes, codes with texts, or texts as headings, in English and German.
const LIMESURVEY: Dialect = Dialect {
    name: "limesurvey",
    marks: &[
        "submitdate",
        "lastpage",
        "startlanguage",
        "date submitted",
        "last page",
        "start language",
        "datum abgeschickt",
        "letzte seite",
        "start-sprache",
        "startsprache",
    ],
    added: &[
        "id",
        "seed",
        "startdate",
        "datestamp",
        "interviewtime",
        "response id",
        "date started",
        "date last action",
        "total time",
        "antwort id",
        "antwort-id",
        "zufallsstartwert",
        "datum gestartet",
        "datum letzte aktivität",
        "gesamtzeit",
        "quota",
    ],
    prefixes: &["grouptime", "group time", "gruppenzeit"],
    stamps: &[
        "submitdate",
        "date submitted",
        "datum abgeschickt",
        "datestamp",
        "date last action",
        "datum letzte aktivität",
        "startdate",
        "date started",
        "datum gestartet",
    ],
    languages: &["startlanguage", "start language", "start-sprache", "startsprache"],
    // "Not shown": an answer that means "does not apply" has a label of its own.
    nothing: &["n/a"],
    identity: &["id", "response id", "antwort id", "antwort-id"],
    sent: 3,
    review: &[],
    guards: true,
};

/// The platforms that are known.
pub static DIALECTS: [Dialect; 2] = [LIMESURVEY, KOBO];

impl Dialect {
    /// The platform with this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        DIALECTS.iter().find(|dialect| dialect.name == name)
    }

    /// The platform that wrote these headings, in the form of `key`.
    pub fn of_headings(keys: &[String]) -> Option<&'static Self> {
        DIALECTS.iter().find(|dialect| keys.iter().any(|key| dialect.marks.contains(&key.as_str())))
    }

    /// What a column of the platform says of a response.
    pub fn says(&self, key: &str) -> Option<Column> {
        if self.identity.contains(&key) {
            return Some(Column::Identity);
        }
        self.review.contains(&key).then_some(Column::Review)
    }

    /// Whether it adds a column with this heading by itself, in the form of `key`.
    pub fn adds(&self, key: &str) -> bool {
        let listed = self.marks.contains(&key) || self.added.contains(&key);
        listed || self.prefixes.iter().any(|prefix| key.starts_with(prefix))
    }
}

/// A heading as platforms' own columns are known by: of "submitdate. Date submitted", the code.
pub fn key(plain: &str) -> String {
    plain.split_once(". ").map_or(plain, |(code, _)| code).to_owned()
}
