//! Copies of rubrics: all in one file, or a new one to adapt.

use super::rewrite::Json;
use super::{Loaded, SourceFile};
use crate::error::Error;
use crate::model::{is_id, order};
use crate::tree::Reading;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use std::borrow::Cow;
use std::collections::HashSet;

/// The example that `rubric new` begins with: small, valid and explained by its comments.
const EXAMPLE: [(&str, Option<&str>, &str); 3] = [
    ("rubric.json", None, include_str!("../../rubrics/template/rubric.json")),
    ("de.json", Some("de"), include_str!("../../rubrics/template/de.json")),
    ("en.json", Some("en"), include_str!("../../rubrics/template/en.json")),
];

/// The files of the example.
pub fn example() -> Vec<SourceFile> {
    let file = |(name, language, text): (&str, Option<&str>, &'static str)| SourceFile {
        name: name.to_owned(),
        text: Cow::Borrowed(text),
        language: language.map(str::to_owned),
    };
    EXAMPLE.into_iter().map(file).collect()
}

/// What is different in a copy.
#[derive(Debug, Default)]
pub struct Changes<'a> {
    /// Its id.
    pub id: Option<&'a str>,
    /// Its comment.
    pub comment: Option<&'a str>,
    /// The only language whose texts it has.
    pub language: Option<&'a str>,
    /// The only questions that it has; then the rules that count questions are left out.
    pub questions: Option<HashSet<&'a str>>,
}

/// All files of a rubric as one, with the texts inside.
///
/// # Errors
/// Only a file that is no JSON, which the reader has ruled out.
pub fn in_one_file(files: &[SourceFile], changes: &Changes) -> Result<String, Error> {
    let mut root = Json::Object(Vec::new());
    let mut texts = Vec::new();
    for file in files {
        let reading = Reading::new(&file.name, &file.text, 1);
        let json = Json::from(&reading.parse()?);
        match &file.language {
            None => root = json,
            Some(language) => texts.push((language.clone(), json)),
        }
    }
    if let Some(Json::Object(inline)) = root.remove("texts") {
        texts.extend(inline);
    }
    if let Some(language) = changes.language {
        texts.retain(|(tag, _)| tag == language);
        root.set("languages", Json::List(vec![Json::text(language)]), "version");
    }
    for (_, text) in &mut texts {
        // Inside of a rubric, the key says the language, and the rubric's format is theirs too.
        text.remove("format");
        text.remove("language");
    }
    if let Some(id) = changes.id {
        root.set("id", Json::text(id), "format");
    }
    if let Some(comment) = changes.comment {
        root.set("comment", Json::text(comment), "version");
    }
    if let Some(kept) = &changes.questions {
        keep(&mut root, &mut texts, kept);
    }
    root.set("texts", Json::Object(texts), "");
    Ok(root.to_pretty())
}

fn keep(root: &mut Json, texts: &mut [(String, Json)], kept: &HashSet<&str>) {
    root.remove("coverage");
    root.remove("replaces");
    if let Some(Json::List(questions)) = root.get_mut("questions") {
        questions.retain_mut(|question| {
            let id = question.get_mut("id").and_then(|id| id.as_text());
            id.is_some_and(|id| kept.contains(id.as_str()))
        });
    }
    for (_, text) in texts {
        if let Some(Json::Object(questions)) = text.get_mut("questions") {
            questions.retain(|(id, _)| kept.contains(id.as_str()));
        }
    }
}

/// The structure's text with another id and comment; everything else stays as its author wrote it.
///
/// # Errors
/// Only a text that is no JSON, which the reader has ruled out.
pub fn renamed(file: &SourceFile, id: &str, comment: Option<&str>) -> Result<String, Error> {
    let reading = Reading::new(&file.name, &file.text, 1);
    let Value::Object(object) = reading.parse()? else { return Ok(file.text.to_string()) };
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    if let Some(property) = property(&object, "id") {
        edits.push((property.value.start(), property.value.end(), quoted(id)));
        if let Some(comment) = comment.filter(|_| self::property(&object, "comment").is_none()) {
            let insert = format!(",\n  \"comment\": {}", quoted(comment));
            edits.push((property.value.end(), property.value.end(), insert));
        }
    }
    if let (Some(comment), Some(property)) = (comment, property(&object, "comment")) {
        edits.push((property.value.start(), property.value.end(), quoted(comment)));
    }
    // From the end, so that the places of the edits before stay what they are.
    order::sort_by_key(&mut edits, |(start, end, _)| std::cmp::Reverse((*start, *end)));
    let mut text = file.text.to_string();
    for (start, end, new) in edits {
        text.replace_range(start..end, &new);
    }
    Ok(text)
}

fn property<'o, 't>(
    object: &'o jsonc_parser::ast::Object<'t>,
    key: &str,
) -> Option<&'o jsonc_parser::ast::ObjectProp<'t>> {
    object.properties.iter().find(|property| property.name.as_str() == key)
}

/// The id of a new rubric: the name of its file or folder where that is an id of its own, else a general one.
pub fn id_for(stem: &str) -> String {
    let id = stem.to_lowercase().replace([' ', '_', '.'], "-");
    match id.as_str() {
        id if super::built_in(id).is_some() => format!("my-{id}"),
        id if is_id(id) && id != "none" => id.to_owned(),
        _ => "my-rubric".to_owned(),
    }
}

impl Loaded {
    /// The rubric in one file, in one language, with the questions that are kept.
    ///
    /// # Errors
    /// Only a file that is no JSON, which the reader has ruled out.
    pub fn merged(&self, changes: &Changes) -> Result<String, Error> {
        in_one_file(&self.files, changes)
    }
}
