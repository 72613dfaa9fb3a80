//! `coprod completions`: what a shell needs to complete commands and options.

use super::{Context, output};
use crate::cli;
use crate::error::Error;
use crate::exit::Exit;
use clap_complete::Shell;

/// Prints the completions for a shell, with help in the user's language.
///
/// # Errors
/// Output that cannot be written.
pub fn run(context: &Context, shell: Shell) -> Result<Exit, Error> {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut cli::command(context.words), "coprod", &mut bytes);
    output::write(context, None, &bytes, None)?;
    Ok(Exit::Success)
}
