//! Where results go: a file as a whole or not at all, or standard output.

use super::Context;
use crate::error::{Error, Misuse};
use crate::files::{self, Privacy};
use crate::import::{is_answers, is_made_by_people, kind};
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

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
    write_as(context, target, bytes, binary, Privacy::Usual)
}

/// The same of what may hold answers.
///
/// # Errors
/// As [`write()`].
pub fn write_as(
    context: &Context,
    target: Option<&Path>,
    bytes: &[u8],
    binary: Option<&'static str>,
    privacy: Privacy,
) -> Result<(), Error> {
    match target {
        Some(path) if path != Path::new("-") => {
            refuse_valuable(path)?;
            if let Some(format) = binary.filter(|_| is_terminal(path)) {
                return Err(Error::Usage(Misuse::BinaryToTerminal { format }));
            }
            context.tell(|words| (words.writing)(&path.display().to_string(), bytes.len()));
            files::write(path, bytes, privacy)?;
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

/// Whether a path is the name of a terminal, as /dev/tty.
#[cfg(unix)]
fn is_terminal(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    // Only a device is opened: a pipe would wait, or be at its end for who reads it.
    let device = path.metadata().is_ok_and(|metadata| metadata.file_type().is_char_device());
    device && File::options().write(true).open(path).is_ok_and(|file| file.is_terminal())
}

/// Windows has no such files.
#[cfg(not(unix))]
fn is_terminal(_: &Path) -> bool {
    false
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

/// Refuses to write a result over what cannot be made again: answers, and whatever else of the program's formats people
/// write or tick off.
///
/// # Errors
/// If the file is there and is one of them.
pub fn refuse_valuable(path: &Path) -> Result<(), Error> {
    // A pipe or a device would wait to be read.
    let kind = if path.is_file() { File::open(path).ok().and_then(kind) } else { None };
    let Some(kind) = kind.filter(|kind| is_made_by_people(kind)) else { return Ok(()) };
    let path = path.display().to_string();
    Err(Error::Usage(match kind.as_str() {
        "answers" => Misuse::HoldsAnswers { path },
        _ => Misuse::HoldsOwn { path, format: format!("coprod/{kind}") },
    }))
}

/// Refuses to write a result over one of the files that it is made of.
///
/// # Errors
/// If it would.
pub fn refuse_inputs<'p>(path: &Path, inputs: impl IntoIterator<Item = &'p Path>) -> Result<(), Error> {
    if inputs.into_iter().any(|input| is_same_file(path, input)) {
        return Err(Error::Usage(Misuse::AlreadyExists { path: path.display().to_string() }));
    }
    Ok(())
}

/// Whether two paths mean the same file, however they are written, and whether it is there yet or not.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        path.canonicalize()
            .or_else(|_| Ok::<_, io::Error>(folder.canonicalize()?.join(path.file_name().unwrap_or_default())))
    };
    let is_file = |path: &PathBuf| !path.exists() || path.is_file();
    one == other || matches!((whole(one), whole(other)), (Ok(one), Ok(other)) if is_file(&one) && one == other)
}

/// Whether a file is there that holds answers.
pub fn holds_answers(path: &Path) -> bool {
    // A pipe or a device would wait to be read.
    path.is_file() && File::open(path).is_ok_and(is_answers)
}
