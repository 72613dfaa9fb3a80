//! German.

mod faults;
mod form;
mod gate;
mod gate_help;
mod help;
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
    marks: &["der", "die", "das", "und", "von", "mit", "für", "zur", "zum", "im", "ist", "als", "eine", "ein"],
    name: "Deutsch",
    written_date: |year, month, day| {
        let month = MONTHS.get(month - 1).copied().unwrap_or_default();
        day.map_or_else(|| format!("{month} {year}"), |day| format!("{day}. {month} {year}"))
    },
    numbers: Numbers { decimal: ',', percent: "\u{a0}%", percent_spoken: " Prozent", to: "bis" },
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
        error: "Fehler",
        warning: "Warnung",
        place: |line, column| format!("Zeile {line}, Spalte {column}"),
        cannot_read: |path, reason| format!("`{}` kann nicht gelesen werden: {reason}", path.display()),
        cannot_write: |path, reason| format!("`{}` kann nicht geschrieben werden: {reason}", path.display()),
        stream: |reason| format!("Ein- oder Ausgabe gescheitert: {reason}"),
        reasons: [
            "Eine Datei oder einen Ordner mit diesem Namen gibt es nicht. Prüfen Sie den Pfad",
            "keine Berechtigung. Prüfen Sie, wer die Datei nutzen darf",
            "das ist ein Ordner. Nennen Sie eine Datei",
            "auf dem Datenträger ist kein Platz mehr. Nichts wurde geändert",
            "ein Teil des Pfads ist kein Ordner. Prüfen Sie den Pfad",
        ],
        in_use: |path| format!("An `{}` arbeitet schon eine andere Befragung. Beenden Sie sie zuerst.", path.display()),
        no_folder: |folder| {
            format!("Den Ordner `{}` gibt es nicht. Legen Sie ihn an, oder wählen Sie einen anderen", folder.display())
        },
        written: |path| format!("Geschrieben: {}", path.display()),
        lint_clean: |name| format!("{name}: keine Befunde"),
        lint_found: |errors, warnings| format!("Fehler: {errors}. Warnungen: {warnings}."),
        rubric_heads: ["Kennung", "Titel", "Version", "Fragen", "Art", "Sprachen"],
        rubric_kinds: ["ganzer Fragebogen", "Kurz-Check"],
        statements_left_out: "Die Stellungnahmen stehen nicht darin. Sie stehen im ganzen Bericht als pdf, html oder markdown, ohne --summary.",
        unprintable: |loss| match loss {
            Loss::Unprintable { characters, text } => {
                format!(
                    "Die Schriften des Berichts enthalten nicht: {characters}; stattdessen steht die Nummer in „{text}“."
                )
            }
            Loss::More(1) => {
                "In 1 weiteren Text fehlen den Schriften Zeichen; stattdessen stehen ihre Nummern.".to_owned()
            }
            Loss::More(texts) => {
                format!("In {texts} weiteren Texten fehlen den Schriften Zeichen; stattdessen stehen ihre Nummern.")
            }
        },
    },
    fault: faults::fault,
    misuse: faults::misuse,
    help: help::help,
    usage: usage::USAGE,
    verbose: verbose::VERBOSE,
    help_heads: ["Aufruf", "Befehle", "Angaben", "Optionen"],
};
