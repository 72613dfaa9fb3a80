//! German: what is wrong with comparisons, gates and policies; and what a gate says.

use crate::error::gate::{GateFault, GateMisuse};
use crate::text::gate::GateWords;

pub fn fault(fault: &GateFault) -> String {
    match fault {
        GateFault::AnotherOrganisation { found, newest } => format!(
            "Die Organisation heißt „{found}“, in der neuesten Einschätzung „{newest}“. Sind beide dieselbe, sagen Sie es mit `--allow-other-organisation`."
        ),
        GateFault::AnotherRubric { found, newest } => format!(
            "Der Bogen beantwortet {found}, die neueste Einschätzung {newest}. Vergleichen lässt sich nur derselbe Fragebogen."
        ),
        GateFault::TooDifferent { version, other, share } => format!(
            "Das lässt sich nicht vergleichen: Nur {share} des Gewichts von Version {version} kommen in Version {other} mit derselben Bedeutung vor; mindestens 80\u{a0}% sind nötig. Sind mehr Fragen dieselben, gehört das in `replaces` des Fragebogens."
        ),
        GateFault::OlderThanBefore { date, before } => {
            let [date, before] = [date, before].map(|date| super::WORDS.date(date));
            format!("Das Datum, {date}, liegt vor dem der Einschätzung davor, {before}. Vertauschen Sie die beiden.")
        }
        GateFault::NothingInCommon => "Keine Frage trifft in beiden zu: Es gibt nichts zu vergleichen.".into(),
        GateFault::ContradictsLevel { principle, level, overall } => format!(
            "`{principle}` auf {level} widerspricht der Gesamtstufe {overall}, die jeder Grundsatz erreichen muss. Entfernen Sie eines von beiden."
        ),
        GateFault::DropWithoutBaseline => {
            "`max_drop` sagt ohne `baseline` nichts aus. Ergänzen Sie sie, oder entfernen Sie es.".into()
        }
        GateFault::NoReason => {
            "Eine Ausnahme braucht einen Grund (`reason`). Schreiben Sie ihn für alle, die das später lesen.".into()
        }
        GateFault::SameException { rule } => format!("Eine zweite Ausnahme für {rule}. Behalten Sie eine davon."),
        GateFault::ExceptionExpired { rule, expired } => format!(
            "Die Ausnahme für {rule} ist am {} abgelaufen; die Regel gilt wieder. Entfernen oder erneuern Sie die Ausnahme.",
            super::WORDS.date(expired)
        ),
        GateFault::ExceptionUnused { rule } => {
            format!("Die Ausnahme für {rule} gehört zu keiner Regel, die geprüft wird.")
        }
        GateFault::LevelNone => {
            "`none` erreicht jede Organisation: eine Prüfung, die nie scheitern kann. Nennen Sie eine Stufe.".into()
        }
        GateFault::NoRules => "Die Vorgabe enthält keine Regel und prüft damit nichts. Ergänzen Sie eine.".into(),
        GateFault::NotWholeDays => "Hier wird eine ganze Zahl von Tagen erwartet, etwa 365.".into(),
        GateFault::NotADay { found } => format!("`{found}` ist kein Tag. Schreiben Sie ihn als 2026-12-31."),
        GateFault::NoDueDates => {
            "Keine offene Maßnahme hat einen Termin (`due`): Überfällig kann keine werden. Tragen Sie Termine ein.".into()
        }
        GateFault::LittleKnown { known: None } => {
            "Es haben so wenige geantwortet, dass nicht gezeigt wird, wie viel bekannt ist: Was hier beurteilt wird, beruht auf wenigen Antworten."
                .into()
        }
        GateFault::LittleKnown { known: Some(known) } => format!(
            "Nur {known} der Antworten sind im Grundsatz mit den wenigsten bekannt: Was hier beurteilt wird, beruht auf wenigen Antworten."
        ),
    }
}

pub fn misuse(misuse: &GateMisuse) -> String {
    match misuse {
        GateMisuse::NoRules { policy: None } => {
            "Es ist keine Regel angegeben, und eine Prüfung, die nichts prüft, darf nicht bestehen. Sagen Sie, was gelten muss, etwa `--level compliance`, oder nennen Sie eine Vorgabe mit `--policy DATEI`."
                .into()
        }
        GateMisuse::NoRules { policy: Some(name) } => format!(
            "Es ist keine Regel angegeben, und eine Prüfung, die nichts prüft, darf nicht bestehen. Hier liegt `{name}`: Verwenden Sie die Datei mit `--policy {name}`."
        ),
        GateMisuse::SameFile { path } => format!(
            "`{path}` ist zweimal genannt: Mit sich selbst verglichen ändert sich nie etwas. Nennen Sie eine andere Datei."
        ),
        GateMisuse::OneAlone => {
            "Eine Einschätzung allein lässt sich nicht vergleichen. Nennen Sie zwei oder mehr, die älteste zuerst: `coprod compare ALT NEU`."
                .into()
        }
        GateMisuse::NotAShare { option, found } => {
            format!("{option}: `{found}` ist kein Anteil von 0 bis 1. Schreiben Sie ihn als 0.6, 60% oder 3/5.")
        }
        GateMisuse::NotAPrincipleRule { found } => format!(
            "--principle: `{found}` ist nicht GRUNDSATZ=STUFE oder GRUNDSATZ=ANTEIL, etwa access=recognition oder access=60%."
        ),
        GateMisuse::TwiceDifferent { option } => format!(
            "{option} steht zweimal da und nicht gleich. Behalten Sie eines davon, in der Befehlszeile oder in der Vorgabe."
        ),
        GateMisuse::ContradictsLevel { principle, level, overall } => format!(
            "--principle: `{principle}` auf {level} widerspricht der Gesamtstufe {overall}, die jeder Grundsatz erreichen muss. Lassen Sie eines von beiden weg."
        ),
        GateMisuse::LevelNone { option } => format!(
            "{option}: `none` erreicht jede Organisation: eine Prüfung, die nie scheitern kann. Nennen Sie eine Stufe."
        ),
        GateMisuse::DropWithoutBaseline => {
            "--max-drop sagt ohne Vergleich nichts aus. Ergänzen Sie `--baseline ALT`.".into()
        }
        GateMisuse::NoClock => "Das heutige Datum ist nicht bekannt. Geben Sie es mit `--today 2026-03-14` an.".into(),
    }
}

pub const GATE: GateWords = GateWords {
    title: |organisation| format!("Prüfung: {organisation}"),
    passed: "Die Vorgaben sind erfüllt.",
    failed: "Die Vorgaben sind nicht erfüllt.",
    counts: |passed, failed, excepted| {
        format!("Erfüllte Regeln: {passed}. Nicht erfüllt: {failed}. Ausgenommen: {excepted}.")
    },
    heads: ["Regel", "Ergebnis", "Ist", "Soll", "Erläuterung"],
    results: ["erfüllt", "nicht erfüllt", "ausgenommen"],
    caption: "Regeln der Prüfung",
    strict: "Beurteilt wird der niedrigste Wert, den die unbekannten Antworten zulassen (--strict).",
    point: "Beurteilt werden die bekannten Antworten; sind weniger als vier Fünftel bekannt, nur das, was keine unbekannte Antwort ändern kann.",
    overall_level: "Gesamtstufe",
    overall_score: "Gesamtwert",
    level_of: |principle| format!("Stufe: {principle}"),
    score_of: |principle| format!("Wert: {principle}"),
    coverage: "Bekannte Antworten",
    evidence: "Antworten mit Nachweis",
    age: "Alter der Antworten",
    baseline_overall: "Kein Rückschritt: Gesamt",
    baseline_of: |principle| format!("Kein Rückschritt: {principle}"),
    actions: "Maßnahmen in der Frist",
    days: |days| if days == 1 { "1 Tag".to_owned() } else { format!("{days} Tage") },
    count: |count| format!("{count} überfällig"),
    points: |number| match number.trim_start_matches(['+', '−']) {
        "1" => format!("{number} Punkt"),
        _ => format!("{number} Punkte"),
    },
    none: "keine",
    level_reached: |actual, required| format!("Erreicht: {actual}. Verlangt: {required}."),
    level_missed: |actual, required| format!("Erreicht: {actual}. Verlangt und nicht erreicht: {required}."),
    level_unclear: |range, required| {
        format!("Zu wenig ist bekannt. Mögliche Stufen: {range}; verlangt ist {required}. Beantworten Sie mehr Fragen.")
    },
    level_out_of_reach: |range, required| {
        format!(
            "Was auch immer die unbekannten Antworten sind, mögliche Stufen sind: {range}; verlangt ist {required}."
        )
    },
    level_reached_anyway: |actual, required| {
        format!(
            "Erreicht, was auch immer die vielen unbekannten Antworten sind: mindestens {actual}. Verlangt: {required}."
        )
    },
    share_reached_anyway: |actual, required| {
        format!(
            "Was auch immer die vielen unbekannten Antworten sind: mindestens {actual}; verlangt sind mindestens {required}."
        )
    },
    extreme: |actual, required| {
        format!(
            "{actual}; verlangt sind mindestens {required}. Wie viel es genau ist, wird nicht gezeigt, damit niemand an den Antworten erkannt werden kann; deshalb lässt es sich nicht beurteilen."
        )
    },
    up_to: |age| format!("bis zu {age}"),
    drop_unclear: |low, high| {
        format!(
            "Zu wenig ist bekannt: Die Veränderung seit dem Vergleichsstand liegt zwischen {low} und {high}. Beantworten Sie mehr Fragen."
        )
    },
    share_out_of_reach: |low, high, required| {
        format!(
            "Was auch immer die unbekannten Antworten sind: zwischen {low} und {high}; verlangt sind mindestens {required}."
        )
    },
    share_reached: |actual, required| format!("{actual}; verlangt sind mindestens {required}."),
    share_missed: |actual, required| format!("Nur {actual}; verlangt sind mindestens {required}."),
    share_unclear: |low, high, required| {
        format!(
            "Zu wenig ist bekannt: zwischen {low} und {high}, verlangt sind mindestens {required}. Beantworten Sie mehr Fragen."
        )
    },
    nothing_applies: "Nichts trifft zu, also lässt sich nichts beurteilen.",
    hidden: "Das Ergebnis wird nicht gezeigt, damit niemand an den Antworten erkannt werden kann; deshalb lässt es sich nicht beurteilen.",
    nothing_known: "Keine Antwort ist bekannt, also lässt sich nichts beurteilen.",
    nothing_claimed: "Keine Antwort liegt in der oberen Hälfte der Skala, also gibt es nichts zu belegen.",
    evidence_counts: |backed, claimed| match backed {
        0 if claimed == 1 => "Die eine Antwort in der oberen Hälfte der Skala nennt keinen Nachweis.".to_owned(),
        1 if claimed == 1 => "Die eine Antwort in der oberen Hälfte der Skala nennt einen Nachweis.".to_owned(),
        1 => format!("1 von {claimed} Antworten in der oberen Hälfte der Skala nennt einen Nachweis."),
        _ => format!("{backed} von {claimed} Antworten in der oberen Hälfte der Skala nennen einen Nachweis."),
    },
    age_reached: |age, most, date| format!("Vom {date}, Alter: {age}; erlaubtes Alter: höchstens {most}."),
    age_missed: |age, most, date| {
        format!("Vom {date}, Alter: {age}; erlaubtes Alter aber: höchstens {most}. Schätzen Sie neu ein.")
    },
    age_future: |date, today| format!("Vom {date}, das ist nach heute ({today}). Prüfen Sie das Datum."),
    drop_none: |change| format!("Seit dem Vergleichsstand {change}."),
    drop_regressed: |change| format!("Seit dem Vergleichsstand {change}: verschlechtert."),
    drop_level: |old, new| format!("Auf den gemeinsamen Fragen ist die Stufe von {old} auf {new} gesunken."),
    drop_level_tolerated: |old, new| {
        format!(
            "(Die Stufe ist von {old} auf {new} gesunken; mit einem größten erlaubten Rückgang wird nur der Wert beurteilt.)"
        )
    },
    as_they_see: |range, all| format!("{range} aus Sicht von Menschen mit Behinderung (alle zusammen: {all})"),
    drop_too_large: |change, most| {
        format!("Seit dem Vergleichsstand {change}; erlaubt ist höchstens ein Rückgang um {most}.")
    },
    drop_within: |change, most| {
        format!("Seit dem Vergleichsstand {change}; erlaubt ist ein Rückgang um bis zu {most}.")
    },
    drop_unknown: "Kein Vergleich möglich: In einem von beiden ist keine Antwort bekannt.",
    drop_nothing: "Kein Vergleich möglich: keine gemeinsame Frage.",
    drop_possible: |worst| format!("Im schlechtesten Fall {worst}."),
    actions_none: "Keine offene Maßnahme ist überfällig.",
    actions_overdue: |list| format!("Überfällig und noch offen: {list}."),
    excepted: |reason, until| format!("Ausgenommen bis {until}: {reason}"),
};
