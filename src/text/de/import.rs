//! German: imports.

use crate::error::{ImportFault, Personal};
use crate::text::ImportWords;

fn sheets(count: usize) -> String {
    if count == 1 { "1 Bogen".into() } else { format!("{count} Bögen") }
}

fn rows(count: usize) -> String {
    if count == 1 { "1 Zeile".into() } else { format!("{count} Zeilen") }
}

pub const IMPORT: ImportWords = ImportWords {
    sheet: |sheet| format!("Blatt „{sheet}“"),
    row: |row| format!("Zeile {row}"),
    column: |letters, heading| format!("Spalte {letters} ({heading})"),
    read_as: |name| match name {
        "json" => "Antwortbögen",
        "xlsx" => "Arbeitsmappe",
        "kobo" => "KoboToolbox oder ODK, eine Zeile je Person",
        "limesurvey" => "LimeSurvey, eine Zeile je Person",
        "questions" => "Tabelle mit einer Zeile je Frage",
        "respondents" => "Tabelle mit einer Zeile je Person",
        _ => "Texttabelle",
    },
    read: |what, count, made| format!("gelesen als {what}: {}, {}.", rows(count), sheets(made)),
    personal: |list| format!("nicht gespeichert, weil daran zu erkennen wäre, wer geantwortet hat: {list}."),
    platform: |list| format!("nicht gebraucht, von der Umfrage-Plattform hinzugefügt: {list}."),
    unused: |list| format!("nicht gebraucht: {list}."),
    empty_rows: |count, list| {
        let what = if count == 1 {
            "1 Zeile ohne Antworten wurde".to_owned()
        } else {
            format!("{count} Zeilen ohne Antworten wurden")
        };
        format!("{what} weggelassen: {list}.")
    },
    unsent: |count| {
        match count {
        1 => "1 Antwortbogen wurde nicht abgeschickt und zählt trotzdem. Nehmen Sie ihn heraus, wenn er nicht zählen soll.".to_owned(),
        _ => format!(
            "{count} Antwortbögen wurden nicht abgeschickt und zählen trotzdem. Nehmen Sie sie heraus, wenn sie nicht zählen sollen."
        ),
    }
    },
    rejected: |count| {
        match count {
        1 => "1 Antwortbogen wurde bei der Durchsicht nicht freigegeben und zählt trotzdem. Nehmen Sie ihn heraus, wenn er nicht zählen soll.".to_owned(),
        _ => format!(
            "{count} Antwortbögen wurden bei der Durchsicht nicht freigegeben und zählen trotzdem. Nehmen Sie sie heraus, wenn sie nicht zählen sollen."
        ),
    }
    },
    labels: |list| {
        format!(
            "Zahlen wurden als Beschriftungen der Antworten gelesen, nicht als Punkte: {list}. Mit --map können sie etwas anderes bedeuten."
        )
    },
    points: |list| {
        format!("Zahlen wurden als Punkte der Antworten gelesen: {list}. Mit --map können sie etwas anderes bedeuten.")
    },
    missing: |count, list| {
        let what = if count == 1 { "1 Frage hat".to_owned() } else { format!("{count} Fragen haben") };
        let count_as = if count == 1 { "gilt" } else { "gelten" };
        format!("{what} hier keine Spalte oder Zeile und {count_as} als unbeantwortet: {list}.")
    },
    written: |count, path| format!("Geschrieben: {path} ({})", sheets(count)),
    dry_run: |count| {
        let would = if count == 1 { "würde" } else { "würden" };
        format!("Nichts wurde geschrieben (--dry-run); {} {would} entstehen.", sheets(count))
    },
    and_more: |count| format!("und {count} weitere"),
};

/// „ Meinten Sie …?“
fn meant(word: Option<&String>) -> String {
    word.map_or_else(String::new, |word| format!(" Meinten Sie `{word}`?"))
}

pub fn fault(fault: &ImportFault) -> String {
    match fault {
        ImportFault::UnknownFormat { known } => format!(
            "Das ist weder JSON noch eine Arbeitsmappe (.xlsx) noch eine Texttabelle (CSV). Ist es der Fragebogen selbst (.html), füllen Sie ihn im Browser aus und lesen Sie die Datei ein, die er herunterlädt. Für `--from` bekannt: {known}."
        ),
        ImportFault::NotThisFormat { wanted } => format!(
            "Das lässt sich nicht als `{wanted}` lesen. Lassen Sie `--from` weg, oder nennen Sie, was es ist."
        ),
        ImportFault::BareUtf16 => {
            "Das sieht nach UTF-16 ohne Bytereihenfolge-Marke aus. Speichern Sie die Datei als „CSV UTF-8“, oder geben Sie `--encoding utf-16le` (oder `utf-16be`) an."
                .into()
        }
        ImportFault::NotUtf8 { byte } => format!(
            "Das Byte {byte:#04X} ist nicht UTF-8. Speichern Sie die Datei als „CSV UTF-8“; oder geben Sie, wenn Excel sie als einfaches CSV geschrieben hat, `--encoding windows-1252` an."
        ),
        ImportFault::NoTable => {
            "Hier ist keine Tabelle: Nötig sind eine Zeile mit Überschriften und Zeilen darunter.".into()
        }
        ImportFault::NoAnswerColumn => {
            "Keine Spalte enthält Antworten. Nötig ist je Frage eine Spalte mit ihrem Kürzel als Überschrift, oder die Spalten `id` und `antwort`, oder `--map DATEI`.".into()
        }
        ImportFault::NoRows => "Es gibt Überschriften, aber keine Zeilen darunter.".into(),
        ImportFault::NoAnswers => "Keine Zeile enthält eine Antwort; nichts wurde geschrieben.".into(),
        ImportFault::Ragged { found, expected } => format!(
            "Die Zeile hat {found} Zellen, es gibt aber {expected} Überschriften. Eine Zelle, in der ein Trennzeichen oder ein Zeilenumbruch vorkommt, muss in Anführungszeichen stehen."
        ),
        ImportFault::RowTooLarge { limit_mib } => {
            format!("Die Zeile ist größer als {limit_mib} MiB. Fehlt ein schließendes Anführungszeichen?")
        }
        ImportFault::SameColumn { first } => format!(
            "Diese Spalte bedeutet dasselbe wie die Spalte {first}. Lassen Sie eine von beiden weg, notfalls mit `--map`."
        ),
        ImportFault::UnknownColumn { heading, meant: word } => {
            format!("Die Spalte `{heading}` ist unbekannt und wurde nicht beachtet.{}", meant(word.as_ref()))
        }
        ImportFault::LikelyQuestion { heading, question } => format!(
            "Die Spalte `{heading}` ist unbekannt; ist es die Frage `{question}`, die keine Spalte hat? Berichtigen Sie die Überschrift, oder sagen Sie in einer Zuordnung, was sie bedeutet (`ignore`: nichts)."
        ),
        ImportFault::AmbiguousColumn { heading } => format!(
            "`{heading}` kann mehrere Fragen bedeuten. Verwenden Sie das Kürzel der Frage, oder sagen Sie mit `--map`, welche gemeint ist."
        ),
        ImportFault::AmbiguousAnswer { found } => format!(
            "`{found}` kann mehrere Antworten bedeuten. Verwenden Sie die Kennung der Antwort, oder sagen Sie mit `--map`, welche gemeint ist."
        ),
        ImportFault::IdAndWords { id, words } => format!(
            "Die Zeile hat die Kennung `{id}`, aber den Wortlaut der Frage `{words}`. Wurde eine Spalte für sich sortiert oder verschoben? Bringen Sie beides wieder zusammen."
        ),
        ImportFault::NotInMap { found } => {
            format!("Die Zuordnung sagt zu dem Wert `{found}` nichts, wohl aber zu anderen in dieser Spalte. Ergänzen Sie ihn dort.")
        }
        ImportFault::RowsDisagree { question, first } => {
            format!("`{question}` ist in Zeile {first} anders beantwortet. Behalten Sie eine der Zeilen.")
        }
        ImportFault::ResponseTwice { first } => {
            format!("Dieser Antwortbogen wurde schon gelesen, in Zeile {first}. Behalten Sie ihn nur einmal.")
        }
        ImportFault::QuestionTwice { question, first } => format!(
            "`{question}` steht schon in Zeile {first}, mit derselben Antwort; die Zeile wurde nicht beachtet."
        ),
        ImportFault::FieldDisagrees { field, found, first, row } => format!(
            "`{field}` ist hier `{found}` und in Zeile {row} `{first}`. Eine Tabelle mit einer Zeile je Frage ist ein Bogen; teilen Sie sie auf."
        ),
        ImportFault::BrokenCharacter => {
            "Der Text enthält ein Zeichen, das beim Speichern der Datei verloren ging. Exportieren Sie sie noch einmal als UTF-8.".into()
        }
        ImportFault::Missing { option } => {
            let what = match option.split(' ').next().unwrap_or_default() {
                "--organisation" => "wie die Organisation heißt",
                "--date" => "wann geantwortet wurde",
                _ => "zu welchem Fragebogen sie gehört",
            };
            format!("Die Datei sagt nicht, {what}. Geben Sie es mit `{option}` an.")
        }
        ImportFault::Contradicts { option, given, found } => format!(
            "Die Datei sagt `{found}`, `{option}` aber `{given}`. Lassen Sie die Option weg, oder berichtigen Sie die Datei."
        ),
        ImportFault::AmbiguousDate { found } => format!(
            "`{found}` ist kein Datum, das sich ohne Zweifel lesen lässt. Schreiben Sie es als 2026-03-14, oder geben Sie `--date` an."
        ),
        ImportFault::NotAPseudonym { found } => format!(
            "`{found}` ist kein Pseudonym. Schreiben Sie einige Buchstaben und eine Zahl, etwa r-07; Namen werden nie gespeichert."
        ),
        ImportFault::LeftOutPersonal { what } => {
            let what = match what {
                Personal::Mail => "eine E-Mail-Adresse",
                Personal::Internet => "die Internet-Adresse eines Rechners (IP)",
                Personal::Phone => "eine Telefonnummer",
            };
            format!("{what} im Text wurde durch `[…]` ersetzt: Daran wäre zu erkennen, wer geantwortet hat.")
        }
        ImportFault::NoSuchColumn { heading, meant: word } => {
            format!("Die Tabelle hat keine Spalte `{heading}`.{}", meant(word.as_ref()))
        }
        ImportFault::BadTarget { found, meant: word } => format!(
            "`{found}` ist kein Ziel. Möglich sind: das Kürzel einer Frage, auch mit `.note`, `.evidence` oder `.reason`; ein Feld wie `perspective` oder `date`; `ignore`.{}",
            meant(word.as_ref())
        ),
        ImportFault::Workbook(fault) => super::workbook::fault(fault),
        ImportFault::More { errors } => format!("und {errors} weitere dieser Art."),
    }
}
