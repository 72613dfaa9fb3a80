//! German: what a rubric could do better.

use crate::error::lint::{Lint, Measure};

/// A finding in one or two sentences.
pub fn lint(lint: &Lint) -> String {
    match lint {
        Lint::CoverageMin { rule, found, min } => {
            format!("Die Abdeckungsregel `{rule}` zählt {found} und verlangt mindestens {min}.")
        }
        Lint::CoverageMax { rule, found, max } => {
            format!("Die Abdeckungsregel `{rule}` zählt {found} und erlaubt höchstens {max}.")
        }
        Lint::MustSay { missing } => format!(
            "Niemand kann offenlassen, ob sie oder er eine Behinderung hat. Ergänzen Sie eine Perspektive `{missing}` („keine Angabe“)."
        ),
        Lint::CellNotAsked { perspective, principle, level } => {
            format!("Die Perspektive `{perspective}` wird zu {principle} auf der Stufe {level} nichts gefragt.")
        }
        Lint::UnknownSource { reference, meant } => {
            let hint = meant.as_ref().map_or_else(
                || " Ergänzen Sie sie in `sources` oder schreiben Sie den Verweis aus.".to_owned(),
                |meant| format!(" Meinten Sie `{meant}`?"),
            );
            format!("Die Quelle `{reference}` gibt es nicht.{hint}")
        }
        Lint::MissingTranslation { key, language } => {
            format!("`{key}` fehlt hier; in der Sprache `{language}` ist es da.")
        }
        Lint::FewerItems { key, found, language, there } => {
            format!("`{key}` hat hier weniger Einträge ({found}) als in der Sprache `{language}` ({there}).")
        }
        Lint::ControlCharacter { code } => {
            format!("Im Text steht das Steuerzeichen U+{code:04X}. Entfernen Sie es.")
        }
        Lint::BidiMark { code } => {
            format!("Das Zeichen U+{code:04X} ändert unsichtbar die Schreibrichtung. Entfernen Sie es.")
        }
        Lint::ZeroWidth { code } => {
            format!("Im Text steht das unsichtbare Zeichen U+{code:04X}. Entfernen Sie es.")
        }
        Lint::Markup { found } => format!(
            "Texte sind ohne Auszeichnung; `{found}` würde so gezeigt, wie es dasteht. Entfernen Sie die Auszeichnung."
        ),
        Lint::LongSentence { words, most, start } => {
            format!("Ein Satz mit {words} Wörtern („{start} …“); höchstens {most} sind gut. Machen Sie zwei daraus.")
        }
        Lint::Abbreviation { word } => {
            format!("Die Abkürzung „{word}“ im leichten Text. Schreiben Sie sie aus.")
        }
        Lint::PercentSign { .. } => {
            "Ein Prozentzeichen im leichten Text. Schreiben Sie zum Beispiel „die Hälfte“ oder „viele“.".into()
        }
        Lint::Bracket { word } => format!("Eine Klammer im leichten Text („{word}“). Machen Sie einen Satz daraus."),
        Lint::GenderStar { word } => {
            format!("„{word}“ im leichten Text. Nehmen Sie ein Wort, das für alle passt.")
        }
        Lint::TwoQuestions { word } => format!("Zwei Fragen in einer („{word}“). Stellen Sie eine davon."),
        Lint::DoubleNegation { word } => {
            format!("Eine doppelte Verneinung im leichten Text („{word}“). Sagen Sie, was ist.")
        }
        Lint::Compound { word } => {
            format!("Das lange Wort „{word}“ im leichten Text. Setzen Sie einen Bindestrich oder kürzen Sie es.")
        }
        Lint::Mediopoint { word } => format!("Ein Mediopunkt in „{word}“. Setzen Sie einen Bindestrich."),
        Lint::Clause { word } => {
            format!("Ein Nebensatz im leichten Text („{word}“). Machen Sie zwei Sätze daraus.")
        }
        Lint::Passive { word } => format!("Passiv im leichten Text („{word}“). Sagen Sie, wer es tut."),
        Lint::Genitive { word } => format!("Ein Genitiv im leichten Text („{word}“). Sagen Sie es mit „von“."),
        Lint::Subjunctive { word } => format!("Ein Konjunktiv im leichten Text („{word}“). Sagen Sie, was ist."),
        Lint::Readability { measure, easy, found, wanted } => {
            let kind = if *easy { "Die leichten Texte" } else { "Die Texte" };
            let found = format!("{found:.1}").replace('.', ",");
            match measure {
                Measure::Flesch => {
                    format!("{kind} zusammen: Flesch-Amstad {found}, gewünscht sind mindestens {wanted}.")
                }
                Measure::Lix => format!("{kind} zusammen: LIX {found}, gewünscht sind höchstens {wanted}."),
            }
        }
        Lint::UnusedException { code } => {
            format!("Wo diese Ausnahme gilt, gibt es kein `{code}`. Entfernen Sie sie.")
        }
    }
}
