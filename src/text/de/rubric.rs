//! German: around rubrics.

use crate::text::rubric::RubricWords;

pub const RUBRIC: RubricWords = RubricWords {
    list_caption: "Eingebaute Fragebögen",
    subject: |title| format!("Alle Fragen von „{title}“ zum Lesen und Prüfen"),
    version: "Version",
    question_count: |count| if count == 1 { "1 Frage".to_owned() } else { format!("{count} Fragen") },
    question_number: |number| format!("Frage {number}"),
    only_if: |who| format!("Nur für: {who}. Wenn das nicht auf Sie zutrifft, lassen Sie die Frage aus."),
    only_for: |perspective| format!("Nur die Fragen an diese Perspektive: {perspective}."),
    how_to_answer: "So wird geantwortet",
    options_caption: "Die Antworten zur Auswahl",
    how: "Wählen Sie die Antwort, die am besten beschreibt, was heute zu sehen ist. Auch „weiß ich nicht“ ist eine gültige Antwort.",
    option_heads: ["Antwort", "Leicht verständlich", "Bedeutung"],
    no_questions: "Hier gibt es keine Frage.",
    easy: "Leicht verständlich (Entwurf)",
    no_easy: "(Es gibt noch keine leicht verständliche Fassung.)",
    help: "Hilfe",
    easy_help: "Hilfe, leicht verständlich (Entwurf)",
    evidence: "Nachweise, zum Beispiel",
    next_step: "Nächster Schritt",
    easy_next_step: "Nächster Schritt, leicht verständlich (Entwurf)",
    benefit: "Nutzen",
    essential_label: "Wesentlich",
    essential: "ja; ohne das wird die Stufe nicht erreicht",
    asked: "Gefragt werden",
    everybody: "alle",
    settings_label: "Nur für",
    na_not_allowed: "„Trifft nicht zu“ gibt es hier nicht.",
    effort: "Aufwand von Antwort zu Antwort",
    efforts: ["klein", "mittel", "groß"],
    references: "Verweise",
    tags: "Schlagwörter",
    sources: "Quellen",
    readability: |measured| {
        let texts = if measured.easy { "leichten Texte" } else { "Texte" };
        let (flesch, lix) = measured.wanted();
        let comma = |value: f64| format!("{value:.1}").replace('.', ",");
        let name = if measured.language.starts_with("de") { "Flesch-Amstad" } else { "Flesch" };
        format!(
            "Lesbarkeit der {texts} ({}): {name} {} (gewünscht: mindestens {flesch}), LIX {} (gewünscht: höchstens {lix}).",
            measured.language,
            comma(measured.flesch),
            comma(measured.lix)
        )
    },
    copied_from: |id, version| format!("Angepasst aus {id} {version}."),
    what_next: |path| {
        [
            format!("Nach jeder Änderung prüfen: coprod rubric lint {path}"),
            format!("Damit fragen: coprod assess -r {path}"),
        ]
    },
};
