//! English.

mod faults;
mod gate;
mod interview;
mod lint;
mod report;
mod rubric;
mod sections;
mod tabular;
mod trend;

use super::{Numbers, ProgramWords, Words};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub static WORDS: Words = Words {
    language: "en",
    name: "English",
    written_date: |year, month, day| {
        let month = MONTHS.get(month - 1).copied().unwrap_or_default();
        day.map_or_else(|| format!("{month} {year}"), |day| format!("{day} {month} {year}"))
    },
    numbers: Numbers { decimal: '.', percent: "%", percent_spoken: " percent", to: "to" },
    report: report::REPORT,
    sections: sections::SECTIONS,
    tabular: tabular::TABULAR,
    trend: trend::TREND,
    gate: gate::GATE,
    interview: interview::INTERVIEW,
    rubric: rubric::RUBRIC,
    program: ProgramWords {
        error: "error",
        warning: "warning",
        place: |line, column| format!("line {line}, column {column}"),
        cannot_read: |path, reason| format!("cannot read `{}`: {reason}", path.display()),
        cannot_write: |path, reason| format!("cannot write `{}`: {reason}", path.display()),
        stream: |reason| format!("standard input or output failed: {reason}"),
        reasons: [
            "it does not exist. Check the path",
            "no permission. Check who may use it",
            "it is a folder. Name a file",
            "no space is left on the disk. Nothing was changed",
            "a part of the path is not a folder. Check the path",
        ],
        written: |path| format!("Written: {}", path.display()),
        lint_clean: |name| format!("{name}: no findings"),
        lint_found: |errors, warnings| format!("Errors: {errors}. Warnings: {warnings}."),
        rubric_heads: ["Id", "Title", "Version", "Questions", "Kind", "Languages"],
        rubric_kinds: ["full", "quick check"],
        unprintable: |what| format!("not in the report's fonts, printed by number: {what}"),
    },
    fault: faults::fault,
    misuse: faults::misuse,
    help: |_, _| None,
    help_heads: ["Usage", "Commands", "Arguments", "Options"],
};
