//! Where results go: a file as a whole or not at all, or standard output.

use super::Context;
use crate::error::{Error, Misuse};
use crate::files::{self, Privacy};
use crate::import::is_answers;
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// Writes a result. Bytes that would harm a terminal are refused there, and so is a file that holds answers.
///
/// # Errors
/// A file or stream that cannot be written, a binary format to a terminal, or an answer sheet as the target.
pub fn write(
    context: &Context,
    target: Option<&Path>,
    bytes: &[u8],
    binary: Option<&'static str>,
) -> Result<(), Error> {
    match target {
        Some(path) if path != Path::new("-") => {
            refuse_answers(path)?;
            context.tell(|words| (words.writing)(&path.display().to_string(), bytes.len()));
            files::write(path, bytes, Privacy::Usual)?;
            context.say(&(context.words.program.written)(path));
            Ok(())
        }
        _ => {
            refuse_terminal(binary)?;
            context.tell(|words| (words.printing)(bytes.len()));
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

/// Refuses to write a result over answers: they are what cannot be made again.
///
/// # Errors
/// If the file is there and is an answer sheet, or JSON Lines of them.
pub fn refuse_answers(path: &Path) -> Result<(), Error> {
    if holds_answers(path) {
        return Err(Error::Usage(Misuse::HoldsAnswers { path: path.display().to_string() }));
    }
    Ok(())
}

/// Whether a file is there that holds answers.
pub fn holds_answers(path: &Path) -> bool {
    // A pipe or a device would wait to be read.
    path.is_file() && File::open(path).is_ok_and(is_answers)
}
