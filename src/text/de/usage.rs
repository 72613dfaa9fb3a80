//! German: what is wrong with the arguments, and the marks in the help.

use crate::error::usage::WrongArgument as Wrong;
use crate::text::usage::{HelpMarks, UsageWords};

pub const USAGE: UsageWords = UsageWords {
    wrong,
    help: "Hilfe",
    translated,
    marks: Some(HelpMarks { values: "möglich", default: "sonst", variable: "Umgebung", value_name }),
};

/// `[OPTIONS] <FILE>...` → `[OPTIONEN] <DATEI>...`
fn translated(usage: &str) -> String {
    let word = |word: &str| match word {
        "[OPTIONS]" => "[OPTIONEN]".to_owned(),
        "[COMMAND]" => "[BEFEHL]".to_owned(),
        "<COMMAND>" => "<BEFEHL>".to_owned(),
        other => other.to_owned(),
    };
    usage.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The names of values in the help.
fn value_name(name: &str) -> Option<&'static str> {
    Some(match name {
        "FILE" => "DATEI",
        "PATH" => "PFAD",
        "ID|PATH" => "KENNUNG|PFAD",
        "IDS" => "KENNUNGEN",
        "LANG" => "SPRACHE",
        "WHEN" => "WANN",
        "PERSPECTIVE" => "PERSPEKTIVE",
        "SECTOR" => "BRANCHE",
        "SIZE" => "GRÖSSE",
        "SETTING" => "ROLLE",
        "YYYY-MM-DD" => "JJJJ-MM-TT",
        "WHICH" => "WELCHE",
        "VOICE" => "STIMME",
        "NAME=FILE" => "NAME=DATEI",
        "QUESTION|PRINCIPLE" => "FRAGE|GRUNDSATZ",
        "COLUMNS" => "SPALTEN",
        "LEVEL" => "STUFE",
        "DAYS" => "TAGE",
        "FOLDER" => "ORDNER",
        "OLD" => "ALT",
        "NEW" => "NEU",
        "EFFORT" => "AUFWAND",
        "GROUP" => "GRUPPE",
        "COMMAND" => "BEFEHL",
        "SHEET" => "BOGEN",
        "PRINCIPLE=LEVEL|N" => "GRUNDSATZ=STUFE|N",
        "YYYY-MM[-DD]" => "JJJJ-MM[-TT]",
        _ => return None,
    })
}

fn meant(meant: Option<&String>, known: &[String]) -> String {
    match meant {
        Some(word) => format!(" Meinten Sie `{word}`?"),
        None if known.is_empty() => String::new(),
        None => format!(" Möglich sind: {}.", known.join(", ")),
    }
}

fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::UnknownArgument { found, meant: word } => {
            format!("Die Angabe `{found}` ist unbekannt.{}", meant(word.as_ref(), &[]))
        }
        Wrong::UnknownCommand { found, meant: word } => {
            format!("Den Befehl `{found}` gibt es nicht.{}", meant(word.as_ref(), &[]))
        }
        Wrong::InvalidValue { argument, found, meant: word, known } => {
            let known = if word.is_some() { String::new() } else { meant(None, known) };
            format!("{argument}: `{found}` ist nicht möglich.{}{known}", meant(word.as_ref(), &[]))
        }
        Wrong::NoValue { argument, known } => format!("{argument}: Der Wert fehlt.{}", meant(None, known)),
        Wrong::BadNumber { argument, found, range: Some((least, Some(most))) } => {
            format!("{argument}: `{found}` ist nicht möglich. Geben Sie eine ganze Zahl von {least} bis {most} an.")
        }
        Wrong::BadNumber { argument, found, range: Some((least, None)) } => {
            format!("{argument}: `{found}` ist nicht möglich. Geben Sie eine ganze Zahl ab {least} an.")
        }
        Wrong::BadNumber { argument, found, range: None } => {
            format!("{argument}: `{found}` ist keine ganze Zahl. Geben Sie eine an.")
        }
        Wrong::Unfit { argument, found, .. } => format!("{argument}: `{found}` ist nicht möglich."),
        Wrong::Conflict { argument, others } if others.is_empty() => {
            format!("{argument} verträgt sich nicht mit den anderen Optionen. Lassen Sie eine davon weg.")
        }
        Wrong::Conflict { argument, others } => {
            format!("{argument} verträgt sich nicht mit {}. Lassen Sie eine der Angaben weg.", others.join(", "))
        }
        Wrong::Twice { argument } => format!("{argument} steht mehr als einmal da. Geben Sie es einmal an."),
        Wrong::Missing { arguments } => format!("Es fehlt: {}. Geben Sie es an.", arguments.join(", ")),
        Wrong::NoCommand { known } => format!("Sagen Sie, was zu tun ist.{}", meant(None, known)),
        Wrong::TooManyValues { argument, found } => format!("{argument}: `{found}` ist ein Wert zu viel."),
        Wrong::NotUtf8 => "Eine Angabe ist kein Text (kein UTF-8).".into(),
        Wrong::Other { .. } => "So ist die Befehlszeile nicht verwendbar.".into(),
    }
}
