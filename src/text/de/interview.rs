//! German: the interview.

use crate::text::interview::{InterviewWords, MenuItems};

pub const INTERVIEW: InterviewWords = InterviewWords {
    mode_lines: "Zeile für Zeile, für Vorlese-Programme, Braille und Eingaben aus Dateien. Menü mit Pfeiltasten: --no-accessible.",
    mode_menu: "Menü mit Pfeiltasten. Zeile für Zeile, für Vorlese-Programme und Braille: --accessible.",
    easy_label: "Leicht verständliche Fassung (Entwurf, nicht geprüfte Leichte Sprache)",
    voluntary: "Freiwillig. Sie müssen keine Behinderung angeben.",
    hint: "Befehle: z zurück, ? Hilfe, n weiter ohne Antwort, x leicht verständlich, q speichern und beenden. Alle Befehle: ?",
    hint_menu: "Pfeiltasten wählen, Enter oder die Leertaste bestätigt, Esc geht zurück. Alles andere steht unter „Mehr …“. Jede Antwort wird sofort gespeichert.",
    commands: "Befehle: Eine Nummer, eine Kennung oder eine Antwort im Wortlaut antwortet. z oder b zurück. ? Hilfe. r Frage wiederholen. n weiter ohne Antwort. l unbeantwortete Fragen auflisten. g 12 zu Frage 12 gehen. notiz eine Notiz schreiben. e einen Nachweis nennen. x leichte Fassung an oder aus. q oder ende speichern und beenden. Leeres Enter behält eine Antwort, die schon da ist. Wo ein Text gefragt ist, gelten z, b, ?, r und q auch; in Anführungszeichen sind sie Text.",
    commands_menu: "Tasten: Pfeil hoch und Pfeil runter wählen, Enter bestätigt, Esc oder q geht zur vorigen Frage. „Mehr …“ hat alles andere: Hilfe, die nächste Frage, eine Notiz, Nachweise, zu einer Frage gehen, die unbeantworteten Fragen, die leichte Fassung, speichern und beenden. Wo ein Text gefragt ist: Enter nimmt ihn, z geht zurück, ? hilft, q beendet.",
    text_commands: "Hier schreiben Sie einen Text; Enter nimmt ihn. z oder b zurück. r Frage wiederholen. q oder ende beenden. In Anführungszeichen ist ein solches Wort ein Text, etwa „Ende“.",
    review_commands: "Eine Nummer oder eine Kennung ändert eine Antwort, Enter beendet. r Überblick wiederholen. l unbeantwortete Fragen auflisten. g 12 zu Frage 12 gehen. z oder b letzte Frage. q oder ende speichern und beenden.",
    not_utf8: "Das war nicht als Text lesbar, denn es ist kein UTF-8. Davon wurde nichts gespeichert. Bitte geben Sie es noch einmal ein.",
    stuck: "Die Eingabe geht immer weiter, aber keine weitere Frage wird beantwortet. Die Befragung endet hier; nichts geht verloren.",
    ask_rubric: "Welcher Fragebogen?",
    ask_language: "Welche Sprache?",
    ask_perspective: "Aus welcher Perspektive antworten Sie?",
    ask_organisation: "Wie heißt die Organisation?",
    ask_sector: "In welcher Branche arbeitet sie, zum Beispiel Soziales?",
    ask_size: "Wie viele Menschen arbeiten dort, zum Beispiel 50-249?",
    ask_setting: "Ist die Organisation Arbeitgeber, Anbieter von Dienstleistungen oder beides?",
    settings: ["Arbeitgeber", "Anbieter von Dienstleistungen", "beides"],
    optional: "(darf leer bleiben)",
    needed: "Diese Angabe wird gebraucht. Bitte schreiben Sie etwas, oder q zum Beenden.",
    whole_organisation: "für die Organisation insgesamt",
    left_open: "offen lassen",
    choice_range: |last| format!("1 bis {last}:"),
    choice_keep: |last, now| format!("1 bis {last}, oder Enter für „{now}“:"),
    choice_not_understood: |found, last| {
        format!("„{found}“ wurde nicht verstanden. Möglich sind: 1 bis {last}, ein Name, z zurück, q beenden.")
    },
    intake_commands: "z oder b zurück. r Frage wiederholen. q oder ende beenden.",
    title: |title, count| match count {
        1 => format!("{title}. 1 Frage."),
        _ => format!("{title}. {count} Fragen."),
    },
    progress: |number, of, principle| format!("Frage {number} von {of}. Grundsatz: {principle}."),
    answer_range: |last| format!("Antwort 1 bis {last}:"),
    answer_keep: |last, now| format!("Antwort 1 bis {last}, oder Enter behält „{now}“:"),
    chosen: |label| format!("Ihre Antwort: {label}."),
    not_understood: |found, last| {
        format!(
            "„{found}“ wurde nicht verstanden. Möglich sind: 1 bis {last}, der Wortlaut einer Antwort oder ein Befehl; ? nennt sie."
        )
    },
    nothing_entered: |last| {
        format!(
            "Es wurde nichts eingegeben. Möglich sind: 1 bis {last}, der Wortlaut einer Antwort oder ein Befehl; ? nennt sie."
        )
    },
    keep: |label| format!("So lassen: {label}"),
    na: "Trifft auf uns nicht zu",
    dk: "Weiß ich nicht",
    ask_reason: "Warum trifft es nicht zu? (darf leer bleiben)",
    ask_note: "Ihre Notiz (leer behält, was da ist, - löscht sie):",
    note_now: |note| format!("Die Notiz bisher: {note}"),
    note_saved: "Notiz gespeichert.",
    maybe_cut: |most| {
        format!(
            "Ein Terminal gibt höchstens etwa {most} Zeichen einer Zeile weiter: Das Ende kann fehlen. Längere Texte lassen sich im HTML-Formular schreiben (coprod form)."
        )
    },
    ask_evidence: "Ein Nachweis, also etwas, das man sehen oder zeigen kann (leer: keiner, - löscht alle):",
    evidence_examples: "Beispiele für Nachweise:",
    evidence_now: "Die Nachweise bisher:",
    evidence_saved: |count| match count {
        1 => "Gespeichert. Es gibt 1 Nachweis.".to_owned(),
        _ => format!("Gespeichert. Es gibt {count} Nachweise."),
    },
    help_head: "Hilfe:",
    no_help: "Zu dieser Frage gibt es keine weitere Hilfe.",
    skipped: "Offen gelassen.",
    first_question: "Das ist die erste Frage.",
    ask_go_to: |last| format!("Zu welcher Frage, 1 bis {last}? Enter allein: hier bleiben."),
    no_such_question: |found, last| format!("Eine Frage „{found}“ gibt es nicht. Möglich sind: 1 bis {last}."),
    unanswered_head: |count| match count {
        1 => "1 Frage ist unbeantwortet:".to_owned(),
        _ => format!("{count} Fragen sind unbeantwortet:"),
    },
    all_answered: "Alle Fragen sind beantwortet.",
    easy_on: "Die leichte Fassung ist an.",
    easy_off: "Die leichte Fassung ist aus.",
    no_easy: "Dieser Fragebogen hat keine leichte Fassung.",
    more: "Mehr …",
    menu_choose: "Ihre Antwort",
    menu_items: MenuItems {
        back_to_question: "Zurück zur Frage",
        help: "Hilfe und Beispiele",
        previous: "Vorige Frage",
        next: "Weiter ohne Antwort",
        note: "Notiz schreiben",
        evidence: "Nachweis nennen",
        go_to: "Zu einer Frage gehen",
        list: "Unbeantwortete Fragen auflisten",
        easy: "Leichte Fassung an oder aus",
        quit: "Speichern und beenden",
        quit_now: "Beenden",
    },
    review_head: "Ihre Antworten im Überblick:",
    review_line: |number, question, answer| format!("{number}. {question} – {answer}"),
    no_answer_yet: "noch keine Antwort",
    review_ask: |last| format!("Eine Nummer von 1 bis {last} ändert eine Antwort, Enter beendet:"),
    resume: |answered, of| match answered {
        1 => format!("Weiter geht es: 1 von {of} Fragen ist beantwortet."),
        _ => format!("Weiter geht es: {answered} von {of} Fragen sind beantwortet."),
    },
    saved: |file| format!("Alles ist gespeichert in {file}."),
    go_on_with: |command| format!("Weiter geht es mit: {command}"),
    nothing_to_save: "Noch ist keine Frage beantwortet; es wurde nichts gespeichert.",
    carries_over: |old, count, new| match count {
        1 => format!("{old} bleibt, wie es ist. 1 Antwort wird in {new} übernommen."),
        _ => format!("{old} bleibt, wie es ist. {count} Antworten werden in {new} übernommen."),
    },
    goes_on_in: |old, count, new| match count {
        0 => format!("{old} bleibt, wie es ist. Weiter geht es in {new}."),
        1 => format!("{old} bleibt, wie es ist. Weiter geht es in {new}; 1 Antwort aus {old} wurde übernommen."),
        _ => {
            format!("{old} bleibt, wie es ist. Weiter geht es in {new}; {count} Antworten aus {old} wurden übernommen.")
        }
    },
    of_somebody_else: |file| {
        format!(
            "{file} gehört zu einer anderen Organisation, Perspektive, Person oder Rolle oder zu einem anderen Fragebogen und bleibt unberührt."
        )
    },
    complete_part: |rest| match rest {
        1 => "Alle Fragen dieses Teils sind beantwortet; 1 weitere ist offen.".to_owned(),
        _ => format!("Alle Fragen dieses Teils sind beantwortet; {rest} weitere sind offen."),
    },
    beside: ["Begründung", "Notiz", "Nachweis"],
    complete: "Alle Fragen sind durch. Vielen Dank.",
    closing_level: |level| format!("Erreichte Stufe: {level}."),
    closing_estimate: |level| format!("Erreichte Stufe, eine Schätzung: {level}."),
    closing_report: |command| format!("Den Bericht schreiben Sie mit: {command}"),
    welcome: "coprod: Selbsteinschätzung zur Koproduktion mit Menschen mit Behinderung.",
    how_to_answer: "Wie möchten Sie antworten?",
    how_choices: ["Pfeiltasten", "Zeile für Zeile (Vorlese-Programm, Braille)"],
    what_to_do: "Was möchten Sie tun?",
    doings: [
        "Eine neue Einschätzung beginnen",
        "Eine Einschätzung fortsetzen",
        "Einen Bericht schreiben",
        "Einen Fragebogen für andere erstellen",
        "Beenden",
    ],
    ask_file: "Welche Datei mit Antworten?",
    other_file: "Eine andere Datei",
    no_such_file: |file| format!("Eine Datei {file} gibt es nicht."),
    ask_new_file: |default| format!("In welcher Datei sollen die Antworten stehen? Enter: {default}"),
    file_exists: |file, command| {
        format!("{file} gibt es schon. Wählen Sie einen anderen Namen, oder setzen Sie sie fort: {command}")
    },
    ask_form: "Welche Art von Fragebogen?",
    form_choices: [
        "Eine Seite für den Webbrowser: Jede Person füllt sie aus und schickt Ihnen eine Datei",
        "Eine Arbeitsmappe für Excel oder LibreOffice",
        "Auf Papier (PDF)",
    ],
    ask_form_contact: "Wer bekommt die Antworten: Name, E-Mail-Adresse oder Telefonnummer?",
    ask_form_file: |default| format!("In welche Datei soll der Fragebogen? Enter: {default}"),
    form_file: "fragebogen",
    ask_report: "Wo möchten Sie den Bericht haben?",
    report_choices: ["Auf dem Bildschirm", "In einer PDF-Datei"],
    ask_report_file: |default| format!("In welche Datei soll der Bericht? Enter: {default}"),
    report_exists: |file| format!("{file} gibt es schon. Wählen Sie einen anderen Namen."),
    goodbye: "Auf Wiedersehen.",
};
