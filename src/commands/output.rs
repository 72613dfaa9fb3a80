//! Where results go: a file as a whole or not at all, or standard output.

use super::Context;
use crate::error::{Error, Misuse};
use crate::files::{self, Privacy};
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// Writes a result. Bytes that would harm a terminal are refused there.
///
/// # Errors
/// A file or stream that cannot be written, or a binary format to a terminal.
pub fn write(
    context: &Context,
    target: Option<&Path>,
    bytes: &[u8],
    binary: Option<&'static str>,
) -> Result<(), Error> {
    match target {
        Some(path) if path != Path::new("-") => {
            files::write(path, bytes, Privacy::Usual)?;
            context.say(&(context.words.program.written)(path));
            Ok(())
        }
        _ => {
            refuse_terminal(binary)?;
            let mut out = io::stdout().lock();
            out.write_all(bytes).and_then(|()| out.flush()).map_err(Error::output)
        }
    }
}

/// Refuses a binary format before any work is done for it.
///
/// # Errors
/// If standard output is a terminal and the format is binary.
pub fn refuse_terminal(binary: Option<&'static str>) -> Result<(), Error> {
    match binary {
        Some(format) if io::stdout().is_terminal() => Err(Error::Usage(Misuse::BinaryToTerminal { format })),
        _ => Ok(()),
    }
}
