//! The rubrics that come with the program. A new one is a folder under `rubrics/` and an entry in this list; a new
//! language of one is a file there and an entry in its `texts`.

use super::{Loaded, SourceFile, Words, structure, texts, texts_of};
use crate::error::Error;
use crate::model::{QuestionTexts, Rubric, Texts};
use crate::tree::{Node, Reading};
use std::borrow::Cow;
use std::rc::Rc;

/// A rubric in the binary.
#[derive(Debug)]
pub struct BuiltIn {
    /// Its id.
    pub id: &'static str,
    structure: &'static str,
    /// The digest of the structure, known beforehand so that a start need not work it out; a test holds it.
    digest: &'static str,
    /// The exceptions from the lint, with their reasons.
    pub(super) exceptions: &'static str,
    /// Language and text file.
    pub texts: &'static [(&'static str, &'static str)],
}

/// All of them; the first is the default.
pub static BUILTIN: [BuiltIn; 2] = [
    BuiltIn {
        id: "co-production",
        structure: include_str!("../../rubrics/co-production/rubric.json"),
        digest: "sha256:50b3665ef32ed6614a381d26835725dd932e0cce7bb93f5d5011d13b2a17d0ac",
        exceptions: include_str!("../../rubrics/co-production/lint.json"),
        texts: &[
            ("de", include_str!("../../rubrics/co-production/de.json")),
            ("en", include_str!("../../rubrics/co-production/en.json")),
        ],
    },
    BuiltIn {
        id: "co-production-quick",
        structure: include_str!("../../rubrics/co-production-quick/rubric.json"),
        digest: "sha256:a2723ab14db00593e88e72e4f903c5da21776a60e034fdc1c768d449ff8da92f",
        exceptions: include_str!("../../rubrics/co-production-quick/lint.json"),
        texts: &[
            ("de", include_str!("../../rubrics/co-production-quick/de.json")),
            ("en", include_str!("../../rubrics/co-production-quick/en.json")),
        ],
    },
];

impl BuiltIn {
    /// Reads the structure.
    ///
    /// # Errors
    /// Only if the built-in rubric is broken, which the tests rule out.
    pub fn load(&'static self) -> Result<Loaded, Error> {
        let name = format!("rubrics/{}/rubric.json", self.id);
        let reading = Reading::new(&name, self.structure, 1);
        let value = reading.parse_trusted()?;
        match structure::read(&reading, &Node::root(&value)) {
            Some(rubric) if !reading.failed() => {
                let rubric = Rubric { digest: self.digest.to_owned(), ..rubric };
                let warnings = reading.into_problems();
                Ok(Loaded {
                    rubric: Rc::new(rubric),
                    warnings,
                    words: Words::BuiltIn(self),
                    files: self.files(),
                    folder: None,
                })
            }
            _ => Err(Error::Input(reading.into_problems())),
        }
    }

    /// The files under the names that they have in the source tree.
    fn files(&self) -> Vec<SourceFile> {
        let file = |stem: &str, text: &'static str, language: Option<&str>| SourceFile {
            name: format!("rubrics/{}/{stem}.json", self.id),
            text: Cow::Borrowed(text),
            language: language.map(str::to_owned),
        };
        let texts = self.texts.iter().map(|(tag, text)| file(tag, text, Some(tag)));
        std::iter::once(file("rubric", self.structure, None)).chain(texts).collect()
    }

    /// Reads the texts in one of its languages.
    ///
    /// # Errors
    /// Only if the built-in texts are broken, which the tests rule out.
    pub(super) fn texts(&self, rubric: &Rc<Rubric>, language: &str) -> Result<Texts, Error> {
        let (tag, text) = self.file(language);
        let reading = Reading::new(tag, text, 1);
        let value = reading.parse_trusted()?;
        texts_of(reading, &value, rubric, tag).map_err(Error::Input)
    }

    /// The same, but the words of the questions are read when they are first asked for.
    ///
    /// # Errors
    /// Only if the built-in texts are broken, which the tests rule out.
    pub(super) fn texts_as_needed(&'static self, rubric: &Rc<Rubric>, language: &str) -> Result<Texts, Error> {
        let (tag, text) = self.file(language);
        let reading = Reading::new(tag, text, 1);
        let value = reading.parse_trusted_without("questions")?;
        let Some(mut texts) = texts::read_names(&reading, &Node::root(&value), rubric, tag, true) else {
            return Err(Error::Input(reading.into_problems()));
        };
        let rubric = Rc::clone(rubric);
        texts.questions =
            QuestionTexts::later(move || self.texts(&rubric, tag).map(|all| all.questions).unwrap_or_default());
        Ok(texts)
    }

    /// The text file in a language, or else the first: its language and what stands in it.
    fn file(&self, language: &str) -> (&'static str, &'static str) {
        self.texts.iter().find(|(tag, _)| *tag == language).or(self.texts.first()).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::digest;
    use super::*;
    use jsonc_parser::common::Ranged;

    #[test]
    fn they_are_read_by_the_faster_reader() {
        for built_in in &BUILTIN {
            for text in built_in.texts.iter().map(|(_, text)| *text).chain([built_in.structure]) {
                let value = Reading::new(built_in.id, text, 1).parse_trusted().unwrap_or_else(|p| panic!("{p:?}"));
                // It gives no places; the other one would have taken the whole text.
                assert_eq!(value.range().end, 0, "{}: {}", built_in.id, &text[..40]);
            }
        }
    }

    #[test]
    fn the_digests_known_beforehand_are_those_of_the_structures() {
        for built_in in &BUILTIN {
            let reading = Reading::new(built_in.id, built_in.structure, 1);
            let value = reading.parse().unwrap_or_else(|problem| panic!("{problem:?}"));
            assert_eq!(built_in.digest, digest(&value), "{}", built_in.id);
            // Read without places, it says the same.
            assert_eq!(digest(&reading.parse_trusted().unwrap()), built_in.digest, "{}", built_in.id);
        }
    }

    #[test]
    fn the_texts_that_are_trusted_are_strict_json() {
        for built_in in &BUILTIN {
            for (language, text) in built_in.texts {
                let reading = Reading::new(language, text, 1);
                let value = reading.parse().unwrap_or_else(|problem| panic!("{problem:?}"));
                let rubric = built_in.load().unwrap().rubric;
                let texts = texts_of(reading, &value, &rubric, language).unwrap();
                // Read without places, they say the same.
                assert_eq!(built_in.texts(&rubric, language).unwrap(), texts, "{} {language}", built_in.id);
                assert_eq!(built_in.texts_as_needed(&rubric, language).unwrap(), texts, "{} {language}", built_in.id);
            }
        }
    }
}
