//! `coprod rubric new`: the start of a rubric of one's own.

use super::Context;
use crate::commands::shell::quoted;
use crate::error::{Error, Misuse};
use crate::exit::Exit;
use crate::files::{self, Privacy};
use crate::rubric::copy::{self, Changes};
use crate::rubric::{self, SourceFile};
use std::path::Path;

/// Writes the example or a copy, as a folder or as one file.
///
/// # Errors
/// A path that exists, a rubric that cannot be copied, a folder that cannot be written.
pub fn run(context: &Context, path: &Path, from: Option<&str>) -> Result<Exit, Error> {
    // A link that leads nowhere is something too.
    if path.symlink_metadata().is_ok() {
        return Err(Error::Usage(Misuse::AlreadyExists { path: path.display().to_string() }));
    }
    let one_file = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let stem = if one_file { path.file_stem() } else { path.file_name() };
    let id = copy::id_for(&stem.unwrap_or_default().to_string_lossy());
    let loaded = from.map(rubric::load).transpose()?;
    let (sources, comment) = match &loaded {
        None => (copy::example(), None),
        Some(loaded) => {
            context.tell_rubric(loaded);
            let version = loaded.rubric.version.to_string();
            let comment = (context.words.rubric.copied_from)(&loaded.rubric.id, &version);
            (loaded.files().to_vec(), Some(comment))
        }
    };
    let comment = comment.as_deref();
    if one_file {
        let text = copy::in_one_file(&sources, &Changes { id: Some(&id), comment, ..Changes::default() })?;
        files::write(path, text.as_bytes(), Privacy::Usual)?;
    } else {
        let mut texts = Vec::new();
        for source in &sources {
            texts.push((file_name(source), whole(source, &id, comment)?));
        }
        let exceptions = loaded.as_ref().and_then(rubric::Loaded::exceptions).transpose()?;
        texts.extend(exceptions.map(|text| ("lint.json".to_owned(), text)));
        files::write_folder(path, &texts)?;
    }
    context.say(&(context.words.program.written)(path));
    let typed = quoted(&path.display().to_string());
    for line in (context.words.rubric.what_next)(&typed) {
        context.say(&line);
    }
    Ok(Exit::Success)
}

fn file_name(source: &SourceFile) -> String {
    format!("{}.json", source.language.as_deref().unwrap_or("rubric"))
}

/// The text of a file of the copy.
fn whole(source: &SourceFile, id: &str, comment: Option<&str>) -> Result<String, Error> {
    match source.language {
        None => copy::renamed(source, id, comment),
        Some(_) => Ok(source.text.to_string()),
    }
}
