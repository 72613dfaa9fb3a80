//! `coprod rubric show`: the whole bank, to read or in one file.

use super::{Context, output};
use crate::error::{Error, Fault, Misuse, Problem, nearest};
use crate::exit::Exit;
use crate::form::booklet::Booklet;
use crate::formats;
use crate::rubric::copy::Changes;
use crate::rubric::{self, BUILTIN, Loaded};
use crate::text::words_for;

/// Shows a rubric in one language.
///
/// # Errors
/// A rubric that cannot be used, a perspective that it does not know, output that cannot be written.
pub fn run(
    context: &Context,
    id: Option<&str>,
    format: &str,
    easy: bool,
    perspective: Option<&str>,
) -> Result<Exit, Error> {
    let name = id.or(context.common.rubric.as_deref()).unwrap_or(BUILTIN[0].id);
    let loaded = rubric::load(name)?;
    context.tell_rubric(&loaded);
    context.warn(&loaded.warnings);
    check_perspective(&loaded, perspective)?;
    let (texts, other) = loaded.texts(context.language())?;
    if let Some(used) = other {
        let fault = Fault::LanguageNotInRubric { wanted: context.language().to_owned(), used };
        context.warn(&[Problem::warning(&loaded.rubric.id, String::new(), fault)]);
    }
    context.tell(|words| (words.texts)(&texts.language));
    let words = words_for(&texts.language).unwrap_or(context.words);
    let booklet = Booklet { rubric: &loaded.rubric, texts: &texts, words, easy, perspective };
    let mut bytes = Vec::new();
    match format {
        "json" => bytes.extend(in_one_file(&loaded, &texts.language, perspective)?.into_bytes()),
        "markdown" => formats::write_markdown(&booklet.document(), &mut bytes).map_err(Error::output)?,
        _ => formats::write_text(&booklet.document(), &context.view(), &mut bytes).map_err(Error::output)?,
    }
    output::write(context, None, &bytes, None)?;
    Ok(Exit::Success)
}

fn check_perspective(loaded: &Loaded, perspective: Option<&str>) -> Result<(), Error> {
    let ids = || loaded.rubric.perspectives.iter().map(|perspective| perspective.id.as_str());
    match perspective.filter(|id| !ids().any(|known| known == *id)) {
        None => Ok(()),
        Some(found) => {
            let known = ids().collect::<Vec<_>>().join(", ");
            let meant = nearest(found, ids());
            Err(Error::Usage(Misuse::UnknownValue { option: "--perspective", found: found.to_owned(), meant, known }))
        }
    }
}

fn in_one_file(loaded: &Loaded, language: &str, perspective: Option<&str>) -> Result<String, Error> {
    let rubric = &loaded.rubric;
    let asked = |_: &str| {
        let questions = rubric.questions.iter().enumerate();
        questions.filter(|(index, _)| rubric.asks(*index, perspective, None)).map(|(_, q)| q.id.as_str()).collect()
    };
    loaded.merged(&Changes { language: Some(language), questions: perspective.map(asked), ..Changes::default() })
}
