//! `coprod rubric list`: the built-in rubrics.

use super::{Context, output};
use crate::error::Error;
use crate::exit::Exit;
use crate::formats;
use crate::model::Kind;
use crate::report::document::{Align, Block, Cell, Column, Document, Table};
use crate::rubric::BUILTIN;
use serde_json::json;

/// Lists them as a table or as JSON.
///
/// # Errors
/// Output that cannot be written.
pub fn run(context: &Context, format: &str) -> Result<Exit, Error> {
    let mut rows = Vec::new();
    let mut list = Vec::new();
    for built_in in &BUILTIN {
        let loaded = built_in.load()?;
        context.tell_rubric(&loaded);
        let (texts, _) = loaded.texts(context.language())?;
        let rubric = &loaded.rubric;
        let (kind, index) = match rubric.kind {
            Kind::Full => ("full", 0),
            Kind::Quick => ("quick", 1),
        };
        let version = rubric.version.to_string();
        list.push(json!({
            "id": rubric.id, "title": texts.title, "version": version, "questions": rubric.questions.len(),
            "kind": kind, "languages": loaded.languages(),
        }));
        let kind = context.words.program.rubric_kinds[index].to_owned();
        let count = rubric.questions.len().to_string();
        let languages = loaded.languages().join(", ");
        rows.push([rubric.id.clone(), texts.title, version, count, kind, languages].map(Cell::from).to_vec());
    }
    let mut bytes = Vec::new();
    if format == "json" {
        let text = serde_json::to_string_pretty(&json!({"format": "coprod/rubrics/1", "rubrics": list}));
        bytes.extend(text.unwrap_or_default().bytes().chain([b'\n']));
    } else {
        let heads = context.words.program.rubric_heads.iter().enumerate();
        let columns = heads.map(|(index, head)| Column {
            head: (*head).to_owned(),
            align: if index == 3 { Align::End } else { Align::Start },
            share: 1,
        });
        let caption = context.words.rubric.list_caption.to_owned();
        let table = Table { caption, columns: columns.collect(), rows, row_heads: true };
        let document = Document { blocks: vec![Block::Table(table)], ..Document::default() };
        formats::write_text(&document, &context.view(), &mut bytes).map_err(Error::output)?;
    }
    output::write(context, None, &bytes, None)?;
    Ok(Exit::Success)
}
