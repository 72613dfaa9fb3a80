//! German: questionnaires in spreadsheets.

use crate::text::spreadsheet::{FrontField, SpreadsheetWords, XlsFormWords};

/// What to do where a question does not apply, if that can be answered at all.
fn how_na(offered: bool) -> &'static str {
    if offered {
        "Wenn eine Frage auf Sie nicht zutrifft, schreiben Sie den Grund in die Spalte „Begründung“. "
    } else {
        ""
    }
}

pub const SPREADSHEET: SpreadsheetWords = SpreadsheetWords {
    sheets: ["Bitte zuerst lesen", "Fragen", "Hilfe"],
    heads: ["Kennung", "Grundsatz", "Frage", "Antwort", "Notiz", "Nachweise", "Begründung"],
    help_heads: ["Kennung", "Frage", "Was gemeint ist", "Beispiele für Nachweise"],
    questionnaire: "Fragebogen",
    about: "Worum es geht",
    length: "Wie lang",
    length_text: |count, least, most| {
        let count = if count == 1 { "1 Frage".to_owned() } else { format!("{count} Fragen") };
        format!(
            "{count}. Rechnen Sie mit etwa {least} bis {most} Minuten. Sie können jederzeit aufhören: Speichern Sie die Datei und machen Sie später weiter."
        )
    },
    voluntary: "Teilnahme",
    how: "So füllen Sie den Fragebogen aus",
    how_text: |questions, na, help| {
        format!(
            "Zellen mit gelbem Grund und Rahmen sind für Sie; die Tabulatortaste führt von einer zur nächsten. Sagen Sie \
             weiter unten, für wen Sie antworten. Gehen Sie dann zum Blatt „{questions}“ und wählen Sie zu jeder Frage eine \
             Antwort: Alt und Pfeil nach unten öffnet die Liste, oder Sie schreiben die Antwort. {}Sie dürfen jede Frage \
             auslassen. Nachweise sind das, was man sehen oder zeigen kann: einer je Zeile, Alt und Enter beginnt eine neue \
             Zeile. Das Blatt „{help}“ erklärt jede Frage und nennt Beispiele.",
            how_na(na)
        )
    },
    how_text_many: |na, help| {
        format!(
            "Zellen mit gelbem Grund und Rahmen sind für Sie; die Tabulatortaste führt von einer zur nächsten. Sagen Sie \
             weiter unten, für wen Sie antworten. Gehen Sie dann zum Blatt Ihrer Perspektive und wählen Sie zu jeder Frage \
             eine Antwort: Alt und Pfeil nach unten öffnet die Liste, oder Sie schreiben die Antwort. Lassen Sie die Blätter \
             der anderen Perspektiven leer. {}Sie dürfen jede Frage auslassen. Nachweise sind das, was man sehen oder \
             zeigen kann: einer je Zeile, Alt und Enter beginnt eine neue Zeile. Das Blatt „{help}“ erklärt jede Frage und \
             nennt Beispiele.",
            how_na(na)
        )
    },
    give_back: "Wenn Sie fertig sind",
    give_back_text: "Speichern Sie die Datei und geben Sie sie der verantwortlichen Person. Von allein wird nichts gesendet. Bitte schreiben Sie keine Namen anderer Menschen in die Notizen.",
    before: "Hinweis für die Organisation",
    perspective_fixed: "Nur die Fragen für diese Perspektive.",
    people_of: |perspective| format!("Wie viele Menschen gemeinsam geantwortet haben: {perspective}"),
    shown_of: |perspective| format!("Darf die gemeinsame Antwort für sich gezeigt werden: {perspective}"),
    fields: |field| match field {
        FrontField::Responsible => [
            "Wer verantwortlich ist",
            "Wer diese Datei bekommt und Fragen dazu beantwortet: Name, Telefonnummer, E-Mail-Adresse.",
        ],
        FrontField::Audience => ["Wer die Antworten sieht", "Zum Beispiel: die Projektgruppe."],
        FrontField::DeleteAfter => ["Wann die Antworten gelöscht werden", "Zum Beispiel: am 31. Dezember 2026."],
        FrontField::Organisation => ["Name der Organisation (nötig)", "Wie die Organisation heißt."],
        FrontField::Sector => ["Branche", "Zum Beispiel: Soziales."],
        FrontField::Country => ["Land", "Zum Beispiel: DE."],
        FrontField::Size => ["Wie viele Menschen dort arbeiten", "Zum Beispiel: 50-249."],
        FrontField::Setting => [
            "Was die Organisation ist",
            "Arbeitgeber, Anbieter von Dienstleistungen oder beides. Davon hängt ab, welche Fragen zählen.",
        ],
        FrontField::Scope => [
            "Welcher Teil der Organisation gemeint ist",
            "Zum Beispiel: der Standort Köln. Leer heißt: die ganze Organisation.",
        ],
        FrontField::Period => ["Welche Zeit gemeint ist", "Zum Beispiel: das Jahr 2026."],
        FrontField::Date => [
            "Datum (nötig)",
            "Der Tag, an dem Sie antworten, zum Beispiel 14.03.2026. Von einer einzelnen Person bleibt nur der Monat gespeichert.",
        ],
        FrontField::Perspective => [
            "Ihre Perspektive",
            "Aus welcher Perspektive Sie antworten. Leer heißt: für die Organisation insgesamt. Sie müssen keine Behinderung angeben.",
        ],
        FrontField::AnsweredBy => [
            "Wer antwortet",
            "Eine Person oder eine Gruppe, die sich auf ihre Antworten einigt. Leer heißt: eine Stellungnahme der Organisation.",
        ],
        FrontField::People => [
            "Bei einer Gruppe: wie viele Menschen",
            "Eine ganze Zahl. Gruppen mit weniger als fünf Menschen werden in der Regel nicht für sich gezeigt.",
        ],
        FrontField::Shown => [
            "Bei einer Gruppe: Darf Ihre gemeinsame Antwort für sich gezeigt werden?",
            "Wenn nicht, zählt sie nur in der Gesamtheit, und die Zahl der Menschen wird nicht gespeichert.",
        ],
        FrontField::Respondent => ["Pseudonym", "Steht in den Ergebnissen für eine Person."],
        FrontField::ChoseQuestions => {
            ["Wer die Fragen ausgewählt hat", "Freiwillig: mit wem der Fragebogen ausgewählt wurde."]
        }
        FrontField::Answered => {
            ["Wer geantwortet hat", "Freiwillig: welche Gruppen geantwortet haben. Bitte keine Namen."]
        }
        FrontField::Interpreted => ["Wer die Antworten deutet", "Freiwillig: wer sagt, was die Ergebnisse bedeuten."],
        FrontField::Decides => ["Wer über die Folgen entscheidet", "Freiwillig: wer entscheidet, was getan wird."],
    },
    answered_by: ["Eine Person", "Eine Gruppe gemeinsam"],
    yes_no: ["Ja", "Nein"],
    not_in_list: "Nicht in der Liste",
    choose_one_of: |choices| format!("Bitte wählen Sie eine Antwort: {choices}. Die Entf-Taste löscht die Antwort."),
    choose_from_list: "Bitte wählen Sie aus der Liste. Die Entf-Taste leert die Zelle.",
    not_a_date: "Kein Datum",
    date_needed: "Bitte geben Sie einen Tag an, zum Beispiel 14.03.2026.",
    not_a_number: "Keine Zahl",
    number_needed: "Bitte geben Sie eine ganze Zahl ab 1 an.",
    note_hint: "Freiwillig: was andere zu Ihrer Antwort wissen sollten. Bitte keine Namen von Menschen.",
    evidence_hint: |examples| format!("Einer je Zeile. Beispiele: {examples}"),
    reason_hint: "Nur wenn die Frage auf Sie nicht zutrifft: warum nicht?",
    subject: |title| format!("Fragebogen: {title}"),
    xlsform: XlsFormWords {
        intro_group: "Bevor Sie beginnen",
        responsible: |who| format!("Verantwortlich: {who}"),
        audience: |who| format!("Wer die Antworten sieht: {who}"),
        delete_after: |when| format!("Wann die Antworten gelöscht werden: {when}"),
        about_group: "Zur Organisation und zu Ihnen",
        process_group: "Wer was getan hat",
        leave_open: "Sie dürfen jede Frage auslassen.",
        answered_by_organisation: "Die Organisation selbst (eine offizielle Stellungnahme)",
        answered_by_hint: "Eine Person, eine Gruppe, die sich auf ihre Antworten einigt, oder die Organisation. Leer zählt als eine Person.",
        note: "Notiz (freiwillig)",
        note_hint: "Bitte schreiben Sie keine Namen anderer Menschen.",
        evidence: "Nachweise (freiwillig)",
        evidence_hint: "Was man sehen oder zeigen kann, einer je Zeile.",
        reason: "Warum trifft es nicht zu?",
        thanks: "Vielen Dank. Ihre Antworten zählen, wenn Sie das Formular absenden.",
    },
};
