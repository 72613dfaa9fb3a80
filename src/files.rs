//! Files: reading with a size limit, writing so that nothing is lost or half written.

use crate::error::{Error, Fault, Problem};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 32 * 1024 * 1024;

/// Who may read a file that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// Answers: special-category data, for the owner only where the system has modes.
    Private,
    /// Reports: as the system's user has set it.
    Usual,
}

/// Reads a whole file of at most 32 MiB.
///
/// # Errors
/// A file that cannot be read, or that is too large (found out before it is read where the size is known).
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let failed = |error| Error::reading(path, error);
    // Opening a folder works on some systems and fails with other words on others.
    if path.is_dir() {
        return Err(failed(io::Error::from(io::ErrorKind::IsADirectory)));
    }
    let file = File::open(path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    let name = path.display().to_string();
    if size > LARGEST {
        return Err(too_large(&name));
    }
    read_limited(file, &name, usize::try_from(size).unwrap_or(0)).map_err(|error| error.unwrap_or_else(failed))
}

/// Reads standard input, at most 32 MiB.
///
/// # Errors
/// Input that cannot be read or that is too large.
pub fn read_stdin() -> Result<Vec<u8>, Error> {
    read_limited(io::stdin().lock(), "-", 0).map_err(|error| error.unwrap_or_else(Error::Stream))
}

/// Reads a file line by line, each of at most 32 MiB.
#[derive(Debug)]
pub struct Lines<R> {
    name: String,
    reader: R,
}

impl Lines<BufReader<File>> {
    /// Opens a file.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let failed = |error| Error::reading(path, error);
        if path.is_dir() {
            return Err(failed(io::Error::from(io::ErrorKind::IsADirectory)));
        }
        let reader = BufReader::new(File::open(path).map_err(failed)?);
        Ok(Self { name: path.display().to_string(), reader })
    }
}

impl<R: BufRead> Lines<R> {
    /// Lines of something that is open already.
    pub fn new(name: &str, reader: R) -> Self {
        Self { name: name.to_owned(), reader }
    }

    /// The next line without its end; `None` after the last.
    ///
    /// # Errors
    /// A line that cannot be read or is too long.
    pub fn next_line(&mut self) -> Result<Option<Vec<u8>>, Error> {
        let mut line = Vec::new();
        let mut limited = (&mut self.reader).take(LARGEST + 1);
        limited.read_until(b'\n', &mut line).map_err(|error| Error::reading(Path::new(&self.name), error))?;
        if line.len() as u64 > LARGEST {
            return Err(too_large(&self.name));
        }
        let ended = line.pop_if(|byte| *byte == b'\n').is_some();
        Ok((ended || !line.is_empty()).then_some(line))
    }
}

/// The size limit is enforced while reading, since a pipe or a growing file does not say its size.
fn read_limited(source: impl Read, name: &str, expected: usize) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::with_capacity(expected + 1);
    source.take(LARGEST + 1).read_to_end(&mut bytes).map_err(ReadError::Io)?;
    if bytes.len() as u64 > LARGEST { Err(ReadError::TooLarge(name.to_owned())) } else { Ok(bytes) }
}

enum ReadError {
    Io(io::Error),
    TooLarge(String),
}

impl ReadError {
    fn unwrap_or_else(self, io: impl FnOnce(io::Error) -> Error) -> Error {
        match self {
            Self::Io(error) => io(error),
            Self::TooLarge(name) => too_large(&name),
        }
    }
}

fn too_large(name: &str) -> Error {
    Error::from(Problem::whole(name, Fault::TooLarge { limit_mib: LARGEST / (1024 * 1024) }))
}

/// Writes a file as a whole or not at all: to a temporary file beside it, synced, then renamed over it. A target that
/// is no regular file, as a device or a pipe, is written directly.
///
/// # Errors
/// A file that cannot be written; then the old file is untouched.
pub fn write(path: &Path, bytes: &[u8], privacy: Privacy) -> Result<(), Error> {
    write_with(path, privacy, |out| out.write_all(bytes).map_err(|error| Error::writing(path, error)))
}

/// As [`write()`], but bit by bit: what is large need not be in memory as a whole.
///
/// # Errors
/// A file that cannot be written, or an error of `fill`; then the old file is untouched.
pub fn write_with(
    path: &Path,
    privacy: Privacy,
    fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>,
) -> Result<(), Error> {
    let failed = |error| Error::writing(path, error);
    // A link is followed, so that the file it points at is replaced and not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let existing = fs::metadata(&target).ok();
    if existing.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(failed(io::Error::from(io::ErrorKind::IsADirectory)));
    }
    if existing.as_ref().is_some_and(|metadata| !metadata.is_file()) {
        let mut file = File::options().write(true).open(&target).map_err(failed)?;
        fill(&mut file)?;
        return file.flush().map_err(failed);
    }
    beside(&target, existing.as_ref(), privacy, path, fill)?.finish()
}

/// A file that is written already, but not yet at its place. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub struct Prepared {
    file: tempfile::NamedTempFile,
    target: PathBuf,
}

impl Prepared {
    /// Puts it at its place.
    ///
    /// # Errors
    /// A place that cannot be written; then the old file is untouched.
    pub fn finish(self) -> Result<(), Error> {
        let target = self.target;
        self.file.persist(&target).map(drop).map_err(|error| Error::writing(&target, error.error))
    }
}

/// The first half of [`write()`], for who writes two files: both, or none.
///
/// # Errors
/// A file that cannot be written; also a target that is no regular file.
pub fn prepare(path: &Path, bytes: &[u8], privacy: Privacy) -> Result<Prepared, Error> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let existing = fs::metadata(&target).ok();
    if existing.as_ref().is_some_and(|metadata| !metadata.is_file()) {
        return Err(Error::writing(path, io::Error::from(io::ErrorKind::IsADirectory)));
    }
    let fill = |out: &mut dyn Write| out.write_all(bytes).map_err(|error| Error::writing(path, error));
    beside(&target, existing.as_ref(), privacy, path, fill)
}

fn beside(
    target: &Path,
    existing: Option<&fs::Metadata>,
    privacy: Privacy,
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>,
) -> Result<Prepared, Error> {
    let failed = |error| Error::writing(path, error);
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".coprod-").suffix(".tmp");
    permissions(&mut builder, existing, privacy);
    let mut file = builder.tempfile_in(folder).map_err(failed)?;
    fill(&mut file)?;
    file.as_file().sync_all().map_err(failed)?;
    Ok(Prepared { file, target: target.to_owned() })
}

/// Writes a new folder of answers as a whole or not at all, for the owner only where the system has modes: beside its
/// place, then renamed to it. `fill` adds the files, name and text. An empty folder at its place is replaced.
///
/// # Errors
/// A folder that cannot be written, or an error of `fill`; then nothing is left of it.
pub fn write_private_folder(
    path: &Path,
    fill: impl FnOnce(&mut dyn FnMut(&str, &str) -> Result<(), Error>) -> Result<(), Error>,
) -> Result<(), Error> {
    let failed = |error| Error::writing(path, error);
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".coprod-").suffix(".tmp");
    private_folder(&mut builder);
    let folder = builder.tempdir_in(parent).map_err(failed)?;
    fill(&mut |name, text| {
        let mut options = File::options();
        options.write(true).create_new(true);
        owner_only(&mut options);
        let mut file = options.open(folder.path().join(name)).map_err(failed)?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)
    })?;
    if path.is_dir() {
        fs::remove_dir(path).map_err(failed)?;
    }
    fs::rename(folder.path(), path).map_err(failed)?;
    // It is at its place now and no longer to be cleaned away.
    let _ = folder.keep();
    Ok(())
}

#[cfg(unix)]
fn private_folder(builder: &mut tempfile::Builder) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o700));
}

/// Other systems inherit the folder's access rules.
#[cfg(not(unix))]
fn private_folder(_builder: &mut tempfile::Builder) {}

#[cfg(unix)]
fn owner_only(options: &mut fs::OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600);
}

/// Other systems inherit the folder's access rules.
#[cfg(not(unix))]
fn owner_only(_options: &mut fs::OpenOptions) {}

/// Writes a folder of files as a whole or not at all: beside its place, then renamed to it.
///
/// # Errors
/// A folder that cannot be written; then nothing is left of it.
pub fn write_folder(path: &Path, texts: &[(String, String)]) -> Result<(), Error> {
    let failed = |error| Error::writing(path, error);
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".coprod-").suffix(".tmp");
    usual_folder(&mut builder);
    let folder = builder.tempdir_in(parent).map_err(failed)?;
    for (name, text) in texts {
        let mut file = File::create(folder.path().join(name)).map_err(failed)?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
    }
    fs::rename(folder.path(), path).map_err(failed)?;
    // It is at its place now and no longer to be cleaned away.
    let _ = folder.keep();
    Ok(())
}

/// A temporary folder is closed to others; one that stays is as the system's user has set it.
#[cfg(unix)]
fn usual_folder(builder: &mut tempfile::Builder) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o777));
}

/// Other systems inherit the folder's access rules.
#[cfg(not(unix))]
fn usual_folder(_builder: &mut tempfile::Builder) {}

/// Answers are the owner's alone; a report keeps the mode of the file it replaces, or gets the usual one.
#[cfg(unix)]
fn permissions(builder: &mut tempfile::Builder, existing: Option<&fs::Metadata>, privacy: Privacy) {
    use std::os::unix::fs::PermissionsExt;
    let mode = match (privacy, existing) {
        (Privacy::Private, _) => 0o600,
        (Privacy::Usual, Some(metadata)) => metadata.permissions().mode() & 0o777,
        (Privacy::Usual, None) => 0o666,
    };
    // The system's mask is applied to it.
    builder.permissions(fs::Permissions::from_mode(mode));
}

/// Other systems inherit the folder's access rules.
#[cfg(not(unix))]
fn permissions(_builder: &mut tempfile::Builder, _existing: Option<&fs::Metadata>, _privacy: Privacy) {}
