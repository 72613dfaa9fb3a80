//! German: the help of comparisons, the gate, completions and manual pages.

/// The help for an option of these commands, as `help` in `help.rs` gives it for the others.
pub fn help(command: &str, option: &str) -> Option<&'static str> {
    let text = match (command, option) {
        ("compare", "") => "Vergleicht Einschätzungen: was besser wurde, was schlechter, was nur so aussieht",
        ("compare", "after") => COMPARE,
        ("compare", "old") => "Die ältere Einschätzung: ein Antwortbogen oder ein Ordner davon",
        ("compare", "new") => "Die neuere; mehrere in ihrer Reihenfolge, die älteste zuerst",
        ("compare", "format") => "Format (sonst nach der Endung von --output, sonst table)",
        ("compare" | "check", "output") => "Datei, die geschrieben wird (sonst Standardausgabe)",
        ("compare" | "check", "allow_other_organisation") => {
            "Die Namen der Organisation dürfen verschieden sein, etwa nach einer Umbenennung: keine Warnung"
        }
        ("compare", "width") => "Spalten der Tabelle (sonst die des Terminals, sonst 80)",
        ("compare", "bom") => "Der CSV-Datei ein Zeichen voranstellen, an dem Excel UTF-8 erkennt",
        ("check", "") => "Die Prüfung für Skripte: Rückgabewert 1, solange nicht alles Verlangte erfüllt ist",
        ("check", "after") => CHECK,
        ("check", "files") => {
            "Antwortbögen einer Organisation (JSON, JSON Lines, ein Ordner davon oder - für die Standardeingabe)"
        }
        ("check", "level") => "Die Gesamtstufe ist mindestens diese",
        ("check", "score") => "Der Gesamtwert ist mindestens N",
        ("check", "principles") => "Stufe oder Wert eines Grundsatzes ist mindestens dies; mehrmals möglich",
        ("check", "coverage") => "Mindestens dieser Anteil der Antworten ist bekannt, in jedem Grundsatz",
        ("check", "evidence") => {
            "Mindestens dieser Anteil der Antworten in der oberen Hälfte der Skala nennt einen Nachweis"
        }
        ("check", "max_age") => "Die Antworten sind höchstens so viele Tage alt",
        ("check", "baseline") => {
            "Nichts hat sich seit dieser älteren Einschätzung verschlechtert (ein Bogen oder ein Ordner davon)"
        }
        ("check", "max_drop") => "Kein Wert ist seit dem Vergleichsstand um mehr als N gesunken",
        ("check", "actions") => {
            "Keine offene Maßnahme dieser Liste ist überfällig (coprod/actions/1); mehrmals möglich"
        }
        ("check", "policy") => "Regeln und Ausnahmen aus einer Datei (coprod/policy/1)",
        ("check", "contested") => {
            "Welche Stufe zählt, wo Menschen mit Behinderung eine niedrigere sehen als alle zusammen: die niedrigere (lower) oder die gemeinsame (total)"
        }
        ("check", "strict") => "Den niedrigsten Wert beurteilen, den die unbekannten Antworten zulassen",
        ("check", "today") => "Das heutige Datum (sonst SOURCE_DATE_EPOCH, sonst die Uhr des Systems)",
        ("check", "format") => "Format (sonst nach der Endung von --output, sonst table)",
        ("completions", "") => "Ergänzungen für eine Shell ausgeben, zum Ablegen, wo sie danach sucht",
        ("completions", "after") => COMPLETIONS,
        ("completions", "shell") => "Die Shell",
        ("man", "") => "Eine Seite des Handbuchs ausgeben oder alle schreiben",
        ("man", "after") => MAN,
        ("man", "page") => "Befehl, etwa report oder rubric lint (sonst das Programm selbst)",
        ("man", "output") => "Ordner, in den alle Seiten geschrieben werden",
        _ => return None,
    };
    Some(text)
}

const COMPARE: &str = "\
Beispiele:
  coprod compare 2025.json 2026.json
  coprod compare 2024/ 2025/ 2026/ -o entwicklung.pdf      je Jahr ein Ordner mit vielen Bögen
  coprod compare 2025.json 2026.json -f json | jq .overall.verdict
  coprod compare -l de 2025.json 2026.json -o vergleich.html

Verglichen werden die Fragen, die in beiden zutreffen und in beiden dasselbe bedeuten. Weniger als 5 Punkte
sind stabil. Nennen Sie die älteste zuerst: Eine Einschätzung, die älter ist als die davor, wird abgelehnt.";

const CHECK: &str = "\
Beispiele:
  coprod check antworten.json --level compliance
  coprod check antworten.json --principle access=recognition --coverage 90%
  coprod check antworten.json --baseline vorjahr.json --max-age 365
  coprod check antworten.json --policy coprod.policy.json -f junit -o junit.xml
  coprod check antworten.json --policy coprod.policy.json -f github      Anmerkungen und Zusammenfassung

N ist ein Anteil: 0.6, 60% oder 3/5. Beurteilt werden die bekannten Antworten, mit --strict der niedrigste
Wert, den die unbekannten zulassen. Wo weniger als vier Fünftel der Antworten bekannt sind, ist eine Regel
nur erfüllt, wenn keine unbekannte Antwort das ändern kann. Ohne --max-drop scheitert die Prüfung an einem
Vergleichsstand, wenn der Vergleich verschlechtert sagt (0,05 oder mehr) oder eine Stufe gesunken ist; mit
--max-drop, wenn ein Wert um mehr als N gesunken ist.

Rückgabewerte: 0 erfüllt, 1 nicht erfüllt, 2 keine Regel oder falsche Angabe, 3 Antworten oder Vorgabe ungültig.
Aufbau einer Vorgabe: coprod rubric schema policy";

const COMPLETIONS: &str = "\
Beispiele:
  coprod completions bash > ~/.local/share/bash-completion/completions/coprod
  coprod completions zsh > ~/.zfunc/_coprod
  coprod completions fish > ~/.config/fish/completions/coprod.fish
  coprod completions powershell >> $PROFILE";

const MAN: &str = "\
Beispiele:
  coprod man | man -l -
  coprod man report > coprod-report.1
  coprod man -o ~/.local/share/man/man1          alle Seiten, je Befehl eine";
