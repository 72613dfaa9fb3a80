//! `coprod rubric`: list, show, lint, new, schema.

mod lint;
mod list;
mod new;
mod schema;
mod show;

use super::{Context, output};
use crate::cli::RubricAction;
use crate::error::Error;
use crate::exit::Exit;

/// Does what is asked with rubrics.
///
/// # Errors
/// A rubric that cannot be used, output that cannot be written.
pub fn run(context: &Context, action: &RubricAction) -> Result<Exit, Error> {
    match action {
        RubricAction::List { format } => list::run(context, format),
        RubricAction::Show { id, format, easy, perspective } => {
            show::run(context, id.as_deref(), format, *easy, perspective.as_deref())
        }
        RubricAction::Lint { path, format } => lint::run(context, path, format),
        RubricAction::New { path, from } => new::run(context, path, from.as_deref()),
        RubricAction::Schema { kind } => schema::run(context, kind),
    }
}
