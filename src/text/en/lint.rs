//! English: what a rubric could do better.

use crate::error::lint::{Lint, Measure};

/// A finding in one or two sentences.
pub fn lint(lint: &Lint) -> String {
    match lint {
        Lint::CoverageMin { rule, found, min } => {
            format!("the coverage rule `{rule}` counts {found} and wants {min} at least.")
        }
        Lint::CoverageMax { rule, found, max } => {
            format!("the coverage rule `{rule}` counts {found} and allows {max} at most.")
        }
        Lint::MustSay { missing } => format!(
            "nobody can leave open whether they have a disability. Add a perspective `{missing}` (“prefer not to say”)."
        ),
        Lint::CellNotAsked { perspective, principle, level } => {
            format!("the perspective `{perspective}` is asked nothing about {principle} at the level {level}.")
        }
        Lint::UnknownSource { reference, meant } => {
            let hint = meant.as_ref().map_or_else(
                || " Add it to `sources` or write the reference out.".to_owned(),
                |meant| format!(" Did you mean `{meant}`?"),
            );
            format!("the source `{reference}` does not exist.{hint}")
        }
        Lint::MissingTranslation { key, language } => {
            format!("`{key}` is missing here; the language `{language}` has it.")
        }
        Lint::FewerItems { key, found, language, there } => {
            format!("`{key}` has fewer entries here ({found}) than in the language `{language}` ({there}).")
        }
        Lint::ControlCharacter { code } => {
            format!("the control character U+{code:04X} stands in the text. Remove it.")
        }
        Lint::BidiMark { code } => {
            format!("the character U+{code:04X} changes the direction of the text unseen. Remove it.")
        }
        Lint::ZeroWidth { code } => format!("the invisible character U+{code:04X} stands in the text. Remove it."),
        Lint::Markup { found } => format!("texts are plain; `{found}` would be shown as it is. Remove the markup."),
        Lint::LongSentence { words, most, start } => {
            format!("a sentence of {words} words (“{start} …”); {most} are the limit. Make two of it.")
        }
        Lint::Abbreviation { word } => format!("the abbreviation “{word}” in easy language. Write it out."),
        Lint::PercentSign { .. } => "a percent sign in easy language. Write “half” or “many”, for example.".into(),
        Lint::Bracket { word } => format!("a bracket in easy language (“{word}”). Make a sentence of it."),
        Lint::GenderStar { word } => format!("“{word}” in easy language. Use a word that fits all."),
        Lint::TwoQuestions { word } => format!("two questions in one (“{word}”). Ask one of them."),
        Lint::DoubleNegation { word } => format!("a double negation in easy language (“{word}”). Say what is."),
        Lint::Compound { word } => format!("the long word “{word}” in easy language. Use a hyphen or a shorter word."),
        Lint::Mediopoint { word } => format!("a mediopoint in “{word}”. Use a hyphen."),
        Lint::Clause { word } => {
            format!("a clause after a comma in easy language (“{word}”). Make two sentences of it.")
        }
        Lint::Passive { word } => format!("passive voice in easy language (“{word}”). Say who does it."),
        Lint::Genitive { word } => format!("a genitive in easy language (“{word}”). Say it with “of”."),
        Lint::Subjunctive { word } => format!("a subjunctive in easy language (“{word}”). Say what is."),
        Lint::Readability { measure, easy, found, wanted } => {
            let kind = if *easy { "easy" } else { "plain" };
            match measure {
                Measure::Flesch => {
                    format!("the {kind} texts together: Flesch {found:.1}, wanted is {wanted} at least.")
                }
                Measure::Lix => format!("the {kind} texts together: LIX {found:.1}, wanted is {wanted} at most."),
            }
        }
        Lint::UnusedException { code } => format!("no `{code}` is found where this exception allows it. Remove it."),
    }
}
