//! `coprod rubric schema`: the JSON Schemas of the file formats.

use super::{Context, output};
use crate::error::Error;
use crate::exit::Exit;
use crate::packed::{packed, unpack};
use std::path::Path;

/// The schemas, as the tests generate them and hold them to the readers.
const SCHEMAS: [(&str, &[u8]); 11] = [
    ("rubric", packed!("rubric.schema.json")),
    ("texts", packed!("texts.schema.json")),
    ("answers", packed!("answers.schema.json")),
    ("map", packed!("map.schema.json")),
    ("assessment", packed!("assessment.schema.json")),
    ("result", packed!("result.schema.json")),
    ("actions", packed!("actions.schema.json")),
    ("plan", packed!("plan.schema.json")),
    ("comparison", packed!("comparison.schema.json")),
    ("verdict", packed!("verdict.schema.json")),
    ("policy", packed!("policy.schema.json")),
];

/// Prints a schema.
///
/// # Errors
/// Output that cannot be written.
pub fn run(context: &Context, kind: &str) -> Result<Exit, Error> {
    let packed = SCHEMAS.iter().find(|(name, _)| *name == kind).map_or(&[] as &[u8], |(_, packed)| packed);
    let schema = unpack(packed).map_err(|error| Error::reading(Path::new(kind), error))?;
    output::write(context, None, &schema, None)?;
    Ok(Exit::Success)
}
