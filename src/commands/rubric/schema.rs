//! `coprod rubric schema`: the JSON Schemas of the file formats.

use super::{Context, output};
use crate::error::Error;
use crate::exit::Exit;

/// The schemas, as the tests generate them and hold them to the readers.
pub const SCHEMAS: [(&str, &str); 11] = [
    ("rubric", include_str!("../../../rubrics/schemas/rubric.schema.json")),
    ("texts", include_str!("../../../rubrics/schemas/texts.schema.json")),
    ("answers", include_str!("../../../rubrics/schemas/answers.schema.json")),
    ("map", include_str!("../../../rubrics/schemas/map.schema.json")),
    ("assessment", include_str!("../../../rubrics/schemas/assessment.schema.json")),
    ("result", include_str!("../../../rubrics/schemas/result.schema.json")),
    ("actions", include_str!("../../../rubrics/schemas/actions.schema.json")),
    ("plan", include_str!("../../../rubrics/schemas/plan.schema.json")),
    ("comparison", include_str!("../../../rubrics/schemas/comparison.schema.json")),
    ("verdict", include_str!("../../../rubrics/schemas/verdict.schema.json")),
    ("policy", include_str!("../../../rubrics/schemas/policy.schema.json")),
];

/// Prints a schema.
///
/// # Errors
/// Output that cannot be written.
pub fn run(context: &Context, kind: &str) -> Result<Exit, Error> {
    let schema = SCHEMAS.iter().find(|(name, _)| *name == kind).map_or("", |(_, text)| text);
    output::write(context, None, schema.as_bytes(), None)?;
    Ok(Exit::Success)
}
