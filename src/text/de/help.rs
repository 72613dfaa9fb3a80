//! German: the help. English help is the command line's definition itself.

/// The help for an option (`command` is `coprod`, `assess`, `rubric lint` …), the command's own text for the option ``,
/// and its examples for the option `after`.
pub fn help(command: &str, option: &str) -> Option<&'static str> {
    let common = match option {
        "rubric" => "Fragebogen: Kennung eines eingebauten oder Pfad zu einem Ordner oder einer Datei",
        "lang" => "Sprache der Fragen, Meldungen und Berichte, etwa de oder en",
        "accessible" => {
            "Zeile für Zeile, für Vorlese-Programme und Braille: keine Tabellen, keine Zeichen, keine Sprünge"
        }
        "no_accessible" => "Tabellen und Menüs, auch wo sonst Zeile für Zeile gewählt würde",
        "no_input" => "Nie fragen; eine fehlende Angabe ist ein Fehler",
        "color" => {
            "Wann Farbe verwendet wird: auf einem Terminal, wenn NO_COLOR fehlt (auto), immer (always), nie (never)"
        }
        "quiet" => "Nur Fehler und Ergebnisse ausgeben",
        "verbose" => "Mehr darüber sagen, was geschieht",
        "help" => "Hilfe ausgeben",
        "version" => "Version ausgeben",
        _ => "",
    };
    if !common.is_empty() {
        return Some(common);
    }
    let text = match (command, option) {
        ("coprod", "") => {
            "Selbsteinschätzung zur Koproduktion: fragt, wertet aus und berichtet, wie weit Menschen mit Behinderung Arbeit und Angebote als gleichberechtigte Partner gestalten."
        }
        ("coprod", "after") => MAIN,
        ("assess", "") => "Stellt die Fragen und speichert die Antworten; macht weiter, wo die Datei aufhört",
        ("assess", "after") => ASSESS,
        ("assess", "perspective") => {
            "Perspektive, aus der geantwortet wird, etwa hr; all für die Organisation insgesamt"
        }
        ("assess", "organisation") => "Name der Organisation",
        ("assess", "sector") => "Branche, etwa social-services",
        ("assess", "size") => "Zahl der Menschen, die dort arbeiten, etwa 50-249",
        ("assess", "setting") => "Arbeitgeber (employer), Anbieter von Dienstleistungen (provider) oder beides (both)",
        ("assess", "date") => "Datum der Einschätzung (sonst heute)",
        ("assess", "today") => "Das heutige Datum (sonst SOURCE_DATE_EPOCH, sonst die Uhr des Systems)",
        ("assess", "output") => "Datei der Antworten; sie wird nach jeder Antwort geschrieben",
        ("assess", "easy") => "Mit der leicht verständlichen Fassung beginnen",
        ("assess", "joint") => "Eine Gruppe antwortet gemeinsam: so viele Menschen",
        ("assess", "respondent") => "Eine Person antwortet: ihr Pseudonym",
        ("assess", "questions") => "Nur diese Fragen stellen, durch Kommas getrennt",
        ("assess", "only") => "Nur die wesentlichen Fragen stellen (essential)",
        ("report", "") => "Wertet Antworten aus und schreibt einen Bericht",
        ("report", "after") => REPORT,
        ("report", "files") => {
            "Antwortbögen einer Organisation (JSON, JSON Lines, ein Ordner davon mit seiner assessment.json oder - für die Standardeingabe)"
        }
        ("report", "format") => "Format (sonst nach der Endung von --output, sonst table)",
        ("report", "output") => "Datei, die geschrieben wird (sonst Standardausgabe)",
        (_, "voice") => "Jede Perspektive wiegt gleich viel (equal) oder jede Person (headcount)",
        (_, "min_group") => "Kleinste Gruppe, deren Ergebnisse gezeigt werden, mindestens 3 Personen",
        ("report", "for_publication") => "Zur Veröffentlichung: Gruppen unter 10 Personen werden nicht gezeigt",
        ("report", "summary") => "Nur Deckblatt und Zusammenfassung",
        ("report", "no_notes") => "Notizen und Nachweise weglassen",
        ("report", "statements") => {
            "Eine Stellungnahme, die unverändert abgedruckt wird: wer, und eine Textdatei; mehrmals möglich"
        }
        ("report", "title") => "Titel des Berichts",
        ("report", "prepared_by") => "Wer den Bericht erstellt hat",
        ("report", "logo") => "Bild für die erste Seite (PNG)",
        ("report", "logo_alt") => "Was das Bild zeigt, in Worten",
        ("report", "accent") => "Farbe der Überschriften; ihr Kontrast zu Weiß muss mindestens 4,5:1 sein",
        ("report", "explain") => "Zeigen, wie ein Wert zustande kommt: einer Frage oder eines Grundsatzes",
        ("report", "width") => "Spalten der Tabelle (sonst die des Terminals, sonst 80)",
        ("report", "bom") => "Der CSV-Datei ein Zeichen voranstellen, an dem Excel UTF-8 erkennt",
        ("plan", "") => "Plant den geringsten Aufwand zu einer Stufe oder das Beste, was ein Aufwand bringt",
        ("plan", "after") => PLAN,
        ("plan", "files") => {
            "Antwortbögen einer Organisation (JSON, JSON Lines, ein Ordner davon oder - für die Standardeingabe)"
        }
        ("plan", "to") => "Stufe, die jeder Grundsatz erreichen soll",
        ("plan", "next") => "Die nächste Stufe jedes Grundsatzes (das Übliche)",
        ("plan", "budget") => "Das Beste, was so viel Aufwand bringt: die höchste Stufe, dann der höchste Wert",
        ("plan", "principle") => "Nur für diese Grundsätze planen, etwa access,equality",
        ("plan", "exclude") => "Fragen, die bleiben, wie sie sind, etwa acc2b,equ1a",
        ("plan", "max_step") => "So viele Schritte der Skala je Frage, höchstens",
        ("plan", "group") => {
            "Schritte ordnen: wer handeln muss (who), nach Quartal (quarter) oder gar nicht (none); sonst quarter mit --start, ohne who"
        }
        ("plan", "start") => "Erster Tag des Plans; von ihm an zählen die Quartale",
        ("plan", "pace") => "Aufwand, der in einem Quartal möglich ist",
        ("plan", "actions") => {
            "Die Schritte als Maßnahmen zum Abhaken schreiben; eine vorhandene Liste wird fortgesetzt"
        }
        ("plan", "tasks") => "Nur die Schritte, als Markdown-Liste mit Kästchen zum Abhaken",
        ("plan", "format") => "Format (sonst nach der Endung von --output, sonst table)",
        ("plan", "output") => "Datei, die geschrieben wird (sonst Standardausgabe)",
        ("plan", "title") => "Titel des Plans",
        ("plan", "prepared_by") => "Wer den Plan erstellt hat",
        ("plan", "width") => "Spalten der Tabelle (sonst die des Terminals, sonst 80)",
        ("plan", "bom") => "Der CSV-Datei ein Zeichen voranstellen, an dem Excel UTF-8 erkennt",
        ("import", "") => {
            "Liest Antworten, die anderswo gegeben wurden: im Formular, in einer Tabelle, in einer Umfrage"
        }
        ("import", "after") => IMPORT,
        ("import", "files") => {
            "Dateien (oder - für die Standardeingabe): JSON-Bögen, Arbeitsmappen, CSV von KoboToolbox, ODK, LimeSurvey oder eine eigene"
        }
        ("import", "output") => {
            "Was geschrieben wird: DATEI.json für einen Bogen, DATEI.jsonl oder ein neuer Ordner für viele"
        }
        ("import", "from") => "Was die Dateien sind, wenn es an ihrem Inhalt nicht zu erkennen ist",
        ("import", "map") => "Was Spalten und Werte bedeuten (coprod/map/1)",
        ("import", "organisation") => "Name der Organisation, wenn die Dateien ihn nicht nennen",
        ("import", "date") => "Tag oder Monat der Antworten, wenn die Dateien ihn nicht nennen",
        ("import", "perspective") => "Perspektive, wenn die Dateien sie nicht nennen",
        ("import", "setting") => {
            "Arbeitgeber (employer), Anbieter von Dienstleistungen (provider) oder beides (both), wenn die Dateien es nicht sagen"
        }
        ("import", "encoding") => "Zeichensatz von CSV, das nicht UTF-8 ist, etwa windows-1252",
        ("import", "prefix") => {
            "Anfang jedes Pseudonyms; geben Sie jeder Gruppe einen eigenen, wenn mehrere in einen Bericht sollen"
        }
        ("import", "seed") => "Ändert die Reihenfolge der Pseudonyme; derselbe Text ergibt dieselbe Reihenfolge",
        ("import", "new_pseudonyms") => "Neue Pseudonyme auch für Bögen, die schon eines haben",
        ("import", "force") => "Eine vorhandene Datei ersetzen",
        ("import", "dry_run") => "Alles lesen und prüfen, nichts schreiben",
        ("form", "") => {
            "Schreibt einen Fragebogen, der anderswo ausgefüllt wird: im Browser, in einer Tabelle, in einer Umfrage, auf Papier"
        }
        ("form", "after") => FORM,
        ("form", "format") => "html, xlsx, xlsform, markdown oder pdf (sonst nach der Endung von --output)",
        ("form", "output") => "Datei, die geschrieben wird; - ist die Standardausgabe",
        ("form", "perspective") => "Nur die Fragen an diese Perspektive, etwa hr",
        ("form", "organisation") => "Name der Organisation; dann muss ihn niemand schreiben",
        ("form", "setting") => {
            "Arbeitgeber (employer), Anbieter von Dienstleistungen (provider) oder beides (both): nur die Fragen dafür"
        }
        ("form", "contact") => {
            "Wer verantwortlich ist und die Antworten bekommt: Name, E-Mail-Adresse oder Telefonnummer"
        }
        ("form", "audience") => "Wer die Antworten sieht",
        ("form", "delete_after") => "Wann die Antworten gelöscht werden, etwa ein Datum",
        ("form", "easy") => "Mit der leicht verständlichen Fassung beginnen; auf Papier: nur sie",
        ("form", "large") => "Große Schrift (pdf)",
        ("form", "from") => "Schon gegebene Antworten, mit denen der Fragebogen weitergeht (xlsx)",
        ("form", "by_perspective") => "Für jede Perspektive ein eigenes Blatt mit Fragen (xlsx)",
        ("rubric", "") => "Fragebögen auflisten, zeigen, prüfen und eigene beginnen",
        ("rubric", "after") => RUBRIC,
        ("rubric list", "after") => "Beispiele:\n  coprod rubric list\n  coprod rubric list -f json",
        ("rubric show", "after") => RUBRIC_SHOW,
        ("rubric lint", "after") => RUBRIC_LINT,
        ("rubric new", "after") => RUBRIC_NEW,
        ("rubric schema", "after") => RUBRIC_SCHEMA,
        ("rubric list", "") => "Die eingebauten Fragebögen auflisten",
        ("rubric show", "") => "Einen Fragebogen mit allen Fragen zeigen, zum Lesen und Prüfen",
        ("rubric show", "id") => "Kennung eines eingebauten Fragebogens oder Pfad (sonst --rubric, sonst der übliche)",
        ("rubric show", "easy") => "Nur die leicht verständliche Fassung (markdown und table)",
        ("rubric show", "perspective") => "Nur die Fragen an diese Perspektive, etwa hr",
        ("rubric lint", "") => {
            "Einen Fragebogen prüfen: Form, Abdeckung, Übersetzungen, Sprache; alle Befunde auf einmal"
        }
        ("rubric lint", "path") => "Ordner oder Datei, oder Kennung eines eingebauten Fragebogens",
        ("rubric new", "") => {
            "Einen eigenen Fragebogen beginnen: ein kleines Beispiel oder die Kopie eines eingebauten"
        }
        ("rubric new", "from") => "Kennung des eingebauten Fragebogens, der kopiert wird, oder Pfad",
        ("rubric new", "path") => "Ordner, der angelegt wird, oder Datei mit der Endung .json",
        ("rubric schema", "") => "Das JSON-Schema eines Dateiformats ausgeben, für Editoren, die ergänzen und prüfen",
        ("rubric schema", "kind") => {
            "rubric, texts, answers, map, assessment, result, actions, plan, comparison, verdict oder policy"
        }
        ("rubric list", "format") => "table oder json",
        ("rubric show", "format") => "table, markdown oder json",
        ("rubric lint", "format") => "table (ein Befund je Zeile), json oder github",
        ("compare" | "check" | "completions" | "man", _) => return super::gate_help::help(command, option),
        (_, "format") => "Format der Ausgabe",
        _ => return None,
    };
    Some(text)
}

const MAIN: &str = "\
Beispiele:
  coprod                                        führt durch alles
  coprod assess -o antworten.json               stellt die Fragen, speichert die Antworten
  coprod report antworten.json                  zeigt den Bericht
  coprod report antworten.json -o bericht.pdf   schreibt ihn als PDF
  coprod plan antworten.json                    der geringste Aufwand zur nächsten Stufe

Rückgabewerte:
  0    Erfolg (auch wenn niemand mehr mitliest)
  1    die Prüfung ist nicht erfüllt (check), oder der Fragebogen enthält Fehler
       (rubric lint)
  2    die Befehlszeile ist so nicht verwendbar
  3    Fragebogen, Antworten oder andere Eingaben sind ungültig
  4    Lesen oder Schreiben ist gescheitert
  130  abgebrochen, oder die Eingabe endete zu früh; alles ist gespeichert";

const ASSESS: &str = "\
Beispiele:
  coprod assess -o antworten.json
  coprod assess -r co-production-quick -l de -o antworten.json
  coprod assess -p hr --organisation \"Beispiel GmbH\" --sector it -o hr.json
  coprod assess --accessible -o antworten.json          Zeile für Zeile, für Vorlese-Programme
  coprod assess -o antworten.json                       noch einmal: macht weiter, wo es aufhörte
  coprod assess -p staff --joint 7 -o team.json         eine Gruppe von sieben Menschen antwortet gemeinsam
  coprod assess --respondent r-07 -o r-07.json          eine Person, unter einem Pseudonym
  coprod assess -r co-production -o kurz.json           nach dem Kurz-Check weiter: nur der Rest wird gefragt

Vor dem Start: Betriebs- oder Personalrat oder MAV beteiligen (§ 94, § 87 Abs. 1 BetrVG), die
Schwerbehindertenvertretung vorher anhören (§ 178 Abs. 2 SGB IX), den Datenschutz klären (Art. 9 und 35
DSGVO, § 26 Abs. 3 BDSG); auch Pseudonyme sind personenbezogen; dies ist keine Rechtsberatung.";

const REPORT: &str = "\
Beispiele:
  coprod report antworten.json
  coprod report antworten.json -o bericht.pdf
  coprod report leitung.json mitarbeitende.json nutzende.json -o bericht.pdf    je Perspektive eine Stimme
  coprod report antworten/ -o bericht.pdf             ein Ordner mit einem Bogen je Person; kleine Gruppen bleiben verborgen
  coprod report antworten/ --for-publication -o bericht.html
  coprod report antworten.json --explain access
  coprod report antworten.json --summary --title \"Für den Vorstand\" -o kurz.pdf
  coprod report antworten.json --statement \"Betriebsrat=br.txt\" -o bericht.html";

const PLAN: &str = "\
Beispiele:
  coprod plan antworten.json                                 die nächste Stufe jedes Grundsatzes
  coprod plan antworten.json --to recognition -o plan.pdf
  coprod plan antworten.json --budget 20                     das Beste, was ein Aufwand von 20 bringt
  coprod plan antworten.json --exclude acc2b,equ1a --max-step 1
  coprod plan antworten.json --start 2026-04-01 --pace 8     nach Quartalen, mit Terminen
  coprod plan antworten.json --tasks > aufgaben.md           Kästchen zum Abhaken für eine Aufgabenliste
  coprod plan antworten.json -o aufgaben.csv                 dasselbe als CSV
  coprod plan antworten.json --start 2026-04-01 --pace 8 --actions liste.json

Aufwand zählt in den Einheiten des Fragebogens: Ein kleiner Schritt einer Antwort ist 1, ein mittlerer 2, ein
großer 3. Auch ein Ziel, das nicht zu erreichen ist, ist eine Antwort; der Rückgabewert ist dann 0.";
const IMPORT: &str = "\
Beispiele:
  coprod import ausgefuellt.xlsx -o personal.json
  coprod import *.xlsx -o antworten/                                je ein Bogen, in einem Ordner
  coprod import kobo.csv -r co-production --organisation Beispiel -o team.jsonl
  coprod import lime.csv -r co-production --organisation ABC -p hr -o hr.jsonl
  coprod import a.csv --map m.json -r co-production --organisation A --dry-run

Eine Zeile je Person ergibt je einen Bogen unter einem Pseudonym: in einer Reihenfolge, die nicht die des Eingangs ist,
mit dem Monat statt des Tages. Namen, E-Mail- und IP-Adressen werden nie gespeichert; was weggelassen wird, steht da.
Ist etwas falsch, wird nichts geschrieben.

Eine Zuordnung sagt, was Spalten und Werte einer anderen Tabelle bedeuten (coprod rubric schema map):
  {\"format\": \"coprod/map/1\",
   \"columns\": {\"F1\": \"equ1a\", \"F1 Notiz\": \"equ1a.note\", \"Gruppe\": \"perspective\"},
   \"values\": {\"A1\": \"no\", \"A2\": \"fully\", \"A9\": \"dk\"}}";

const FORM: &str = "\
Beispiele:
  coprod form -o fragebogen.html                        eine Datei, für jeden Browser, auch ohne Netz
  coprod form -r co-production-quick -l de -o fragebogen.html
  coprod form -p hr --organisation \"Beispiel GmbH\" --setting employer -o hr.html
  coprod form -o bogen.html --contact hr@beispiel.de --delete-after \"Ende 2026\"
  coprod form -o fragebogen.xlsx                        eine Arbeitsmappe, für Excel und LibreOffice
  coprod form -o fragebogen.xlsx --from antworten.json   ebenso, mit den schon gegebenen Antworten
  coprod form -f xlsform -o umfrage.xlsx                für ODK und KoboToolbox
  coprod form --large -o fragebogen.pdf                 auf Papier, in großer Schrift
  coprod form -p service-users --easy -o fragebogen.pdf   auf Papier, leicht verständlich

Die Antworten aus dem HTML-Formular sind eine Datei, die `coprod report` so liest, wie sie ist.

Vor dem Start: Betriebs- oder Personalrat oder MAV beteiligen (§ 94, § 87 Abs. 1 BetrVG), die
Schwerbehindertenvertretung vorher anhören (§ 178 Abs. 2 SGB IX), den Datenschutz klären (Art. 9 und 35
DSGVO, § 26 Abs. 3 BDSG); auch Pseudonyme sind personenbezogen; dies ist keine Rechtsberatung.";

const RUBRIC: &str = "\
Beispiele:
  coprod rubric list
  coprod rubric show co-production-quick -l de
  coprod rubric lint ./mein-fragebogen";

const RUBRIC_SHOW: &str = "\
Beispiele:
  coprod rubric show
  coprod rubric show co-production-quick -l de --easy
  coprod rubric show -p service-users -f markdown > durchsicht.md
  coprod rubric show -f json > fragen.json          Aufbau und Texte in einer Datei
  coprod rubric show ./mein-fragebogen";

const RUBRIC_LINT: &str = "\
Beispiele:
  coprod rubric lint ./mein-fragebogen
  coprod rubric lint mein-fragebogen.json -f json
  coprod rubric lint ./mein-fragebogen -f github          Anmerkungen in einem Workflow

Ausnahmen, jede mit ihrem Grund, stehen in lint.json im Ordner des Fragebogens:
  {\"format\": \"coprod/lint/1\", \"allow\": [
    {\"code\": \"compound\", \"language\": \"de\", \"word\": \"Entscheidungen\", \"reason\": \"Es hat keine Fuge.\"}]}

Fehler in einem Fragebogen enden mit Rückgabewert 1, Warnungen mit 0; was kein Fragebogen ist, mit 3.";

const RUBRIC_NEW: &str = "\
Beispiele:
  coprod rubric new mein-fragebogen                             ein Ordner, je Sprache eine Datei
  coprod rubric new mein-fragebogen.json                        eine Datei mit den Texten darin
  coprod rubric new --from co-production-quick unser-check      eine Kopie zum Anpassen";

const RUBRIC_SCHEMA: &str = "\
Beispiele:
  coprod rubric schema rubric > rubric.schema.json
  coprod rubric schema answers";
