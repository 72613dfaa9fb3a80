//! German.

mod faults;
mod gate;
mod gate_help;
mod help;
mod interview;
mod lint;
mod report;
mod rubric;
mod sections;
mod tabular;
mod trend;

use super::{Numbers, ProgramWords, Words};

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

pub static WORDS: Words = Words {
    language: "de",
    name: "Deutsch",
    written_date: |year, month, day| {
        let month = MONTHS.get(month - 1).copied().unwrap_or_default();
        day.map_or_else(|| format!("{month} {year}"), |day| format!("{day}. {month} {year}"))
    },
    numbers: Numbers { decimal: ',', percent: " %", percent_spoken: " Prozent", to: "bis" },
    report: report::REPORT,
    sections: sections::SECTIONS,
    tabular: tabular::TABULAR,
    trend: trend::TREND,
    gate: gate::GATE,
    interview: interview::INTERVIEW,
    rubric: rubric::RUBRIC,
    program: ProgramWords {
        error: "Fehler",
        warning: "Warnung",
        place: |line, column| format!("Zeile {line}, Spalte {column}"),
        cannot_read: |path, reason| format!("`{}` kann nicht gelesen werden: {reason}", path.display()),
        cannot_write: |path, reason| format!("`{}` kann nicht geschrieben werden: {reason}", path.display()),
        stream: |reason| format!("Ein- oder Ausgabe gescheitert: {reason}"),
        reasons: [
            "gibt es nicht. Prüfen Sie den Pfad",
            "keine Berechtigung. Prüfen Sie, wer die Datei nutzen darf",
            "das ist ein Ordner. Nennen Sie eine Datei",
            "auf dem Datenträger ist kein Platz mehr. Nichts wurde geändert",
            "ein Teil des Pfads ist kein Ordner. Prüfen Sie den Pfad",
        ],
        written: |path| format!("Geschrieben: {}", path.display()),
        lint_clean: |name| format!("{name}: keine Befunde"),
        lint_found: |errors, warnings| format!("Fehler: {errors}. Warnungen: {warnings}."),
        rubric_heads: ["Kennung", "Titel", "Version", "Fragen", "Art", "Sprachen"],
        rubric_kinds: ["ganzer Fragebogen", "Kurzcheck"],
        unprintable: |what| format!("in den Schriften des Berichts nicht enthalten, als Nummer gedruckt: {what}"),
    },
    fault: faults::fault,
    misuse: faults::misuse,
    help: help::help,
    help_heads: ["Aufruf", "Befehle", "Angaben", "Optionen"],
};
