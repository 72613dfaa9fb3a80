//! English.

mod faults;
mod form;
mod gate;
mod import;
mod interview;
mod lint;
mod plan;
mod report;
mod rubric;
mod sections;
mod spreadsheet;
mod tabular;
mod trend;
mod usage;
mod verbose;
mod voices;
mod workbook;

use super::{Loss, Numbers, ProgramWords, Words};

pub const MONTHS: [&str; 12] = [
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
    marks: &["the", "of", "and", "to", "for", "with", "on", "what", "how", "it", "is", "by", "from"],
    name: "English",
    written_date: |year, month, day| {
        let month = MONTHS.get(month - 1).copied().unwrap_or_default();
        day.map_or_else(|| format!("{month} {year}"), |day| format!("{day} {month} {year}"))
    },
    numbers: Numbers { decimal: '.', percent: "%", percent_spoken: " percent", to: "to" },
    report: report::REPORT,
    sections: sections::SECTIONS,
    voices: voices::VOICES,
    tabular: tabular::TABULAR,
    plan: plan::PLAN,
    spreadsheet: spreadsheet::SPREADSHEET,
    trend: trend::TREND,
    gate: gate::GATE,
    interview: interview::INTERVIEW,
    rubric: rubric::RUBRIC,
    import: import::IMPORT,
    form: form::FORM,
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
        in_use: |path| format!("another interview is working on `{}`. End it first.", path.display()),
        no_folder: |folder| format!("the folder `{}` does not exist. Make it, or choose another one", folder.display()),
        written: |path| format!("Written: {}", path.display()),
        lint_clean: |name| format!("{name}: no findings"),
        lint_found: |errors, warnings| format!("Errors: {errors}. Warnings: {warnings}."),
        rubric_heads: ["Id", "Title", "Version", "Questions", "Kind", "Languages"],
        rubric_kinds: ["full", "quick check"],
        statements_left_out: "The statements are not in it. They stand in the full report as pdf, html or markdown, without --summary.",
        unprintable: |loss| match loss {
            Loss::Unprintable { characters, text } => {
                format!("The report's fonts lack {characters}; the number stands instead in “{text}”.")
            }
            Loss::More(1) => "The fonts lack characters in 1 more text; their numbers stand instead.".to_owned(),
            Loss::More(texts) => {
                format!("The fonts lack characters in {texts} more texts; their numbers stand instead.")
            }
        },
    },
    fault: faults::fault,
    misuse: faults::misuse,
    help: |_, _| None,
    usage: usage::USAGE,
    verbose: verbose::VERBOSE,
    help_heads: ["Usage", "Commands", "Arguments", "Options"],
};
