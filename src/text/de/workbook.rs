//! German: what is wrong with a workbook.

use crate::error::WorkbookFault;

pub fn fault(fault: &WorkbookFault) -> String {
    match fault {
        WorkbookFault::Protected => "Das ist eine alte Arbeitsmappe (.xls) oder eine mit Kennwort. Öffnen Sie sie und speichern Sie sie als .xlsx ohne Kennwort.".into(),
        WorkbookFault::OpenDocument => "Das ist eine OpenDocument-Datei (.ods). Öffnen Sie sie und speichern Sie sie als .xlsx.".into(),
        WorkbookFault::NotAWorkbook => "Das ist eine ZIP-Datei, aber keine Arbeitsmappe (.xlsx).".into(),
        WorkbookFault::Broken { detail } => {
            format!("Die Arbeitsmappe ist beschädigt. Öffnen Sie sie mit Excel oder LibreOffice und speichern Sie sie neu. (Meldung beim Lesen, auf Englisch: `{detail}`)")
        }
        WorkbookFault::TooManyParts { found, limit } => format!(
            "Die Datei besteht aus {found} Teilen; gelesen werden höchstens {limit}. Kopieren Sie die Antworten in eine neue Arbeitsmappe."
        ),
        WorkbookFault::PartTooLarge { part, limit_mib } => format!(
            "`{part}` ist ausgepackt größer als {limit_mib} MiB; so viel wird nicht gelesen. Exportieren Sie die Antworten als CSV."
        ),
        WorkbookFault::TooLarge { limit_mib } => format!(
            "Die Datei ist ausgepackt größer als {limit_mib} MiB; so viel wird nicht gelesen. Exportieren Sie die Antworten als CSV."
        ),
        WorkbookFault::TooManyCells { limit } => format!(
            "Das Blatt hat mehr als {limit} Zellen; so viele werden nicht gelesen. Exportieren Sie die Antworten als CSV."
        ),
        WorkbookFault::OtherFormat { found, reads } => format!(
            "Die Arbeitsmappe hat das Format `{found}`; diese Version liest `{reads}`. Erzeugen Sie den Fragebogen mit `coprod form` neu."
        ),
        WorkbookFault::Macros => "Die Arbeitsmappe enthält Makros. Sie wurden nicht ausgeführt und werden nicht gebraucht.".into(),
        WorkbookFault::ExternalLinks => "Die Arbeitsmappe verweist auf andere Dateien. Sie wurden nicht geöffnet.".into(),
        WorkbookFault::CommentsIgnored => {
            "Die Arbeitsmappe enthält Kommentare an Zellen. Sie wurden nicht gelesen: Was zu einer Antwort zu sagen ist, gehört in die Spalte „Notiz“."
                .into()
        }
        WorkbookFault::NoQuestions => {
            "Kein Blatt enthält Fragen und Antworten: Es braucht eine Zeile mit den Überschriften Kennung und Antwort und Zeilen darunter.".into()
        }
        WorkbookFault::NothingAnswered => "In keinem Blatt ist eine Frage beantwortet.".into(),
        WorkbookFault::SheetIgnored => "Das Blatt wurde übergangen. Enthält es Antworten, lesen Sie es aus einer eigenen Datei ein.".into(),
        WorkbookFault::NoAnswerHeading => {
            "Die Spalte mit den Antworten ist nicht zu erkennen: Ihre Überschrift muss „Antwort“ oder „Answer“ heißen. Berichtigen Sie die Überschrift.".into()
        }
        WorkbookFault::AboveHeadings => "Die Zeile steht über den Überschriften und wurde nicht gelesen.".into(),
        WorkbookFault::NoHeading => "Die Spalte hat keine Überschrift und wurde übergangen.".into(),
        WorkbookFault::Formula { value } => format!("Hier steht eine Formel; ihr letzter Wert `{value}` wurde übernommen."),
        WorkbookFault::FormulaWithoutValue => {
            "Hier steht eine Formel, deren Wert kein einfacher Text und keine Zahl ist. Schreiben Sie den Wert selbst.".into()
        }
        WorkbookFault::ErrorValue { found } => {
            format!("Hier steht `{found}`, ein Fehler der Tabelle. Berichtigen Sie die Zelle.")
        }
        WorkbookFault::SheetTwice { first } => format!(
            "Das Blatt „{first}“ enthält schon Antworten auf dieselben Fragen. Behalten Sie eines der beiden, oder lesen Sie sie aus eigenen Mappen ein."
        ),
        WorkbookFault::Merged { range } => format!(
            "Die Zellen {range} sind verbunden: Es ist nicht zu erkennen, wozu der Eintrag gehört. Trennen Sie sie und füllen Sie jede aus."
        ),
        WorkbookFault::NothingHere { option } => {
            format!("Hier steht nichts, aber die Angabe wird gebraucht. Füllen Sie die Zelle aus, oder geben Sie `{option}` an.")
        }
        WorkbookFault::Unclear { found, known } => format!("`{found}` ist nicht zu verstehen. Möglich sind: {known}."),
        WorkbookFault::PeopleLeftOut => {
            "Niemand hat gesagt, dass die Antwort der Gruppe für sich gezeigt werden darf: Sie zählt wie die einer einzelnen Person, und die Zahl der Menschen wurde weggelassen.".into()
        }
        WorkbookFault::WhoUnsaid => "Hier ist nicht gesagt, wer antwortet; es zählt als gemeinsame Antwort und behält den Tag. Antwortet eine einzelne Person, wählen Sie auf dem ersten Blatt „Eine Person“, in einer Mappe für eine Perspektive.".into(),
        WorkbookFault::PersonWithPeople => {
            "Eine einzelne Person antwortet, aber eine Zahl von Menschen ist angegeben. Leeren Sie eine der beiden Zellen.".into()
        }
    }
}
