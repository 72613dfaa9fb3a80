//! The file of an interview: locked against a second interview, written whole after every answer, and never over
//! what somebody else wrote meanwhile.

use crate::error::{Error, Misuse};
use crate::files::{self, Privacy};
use std::fs::{File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file of answers that is being worked on.
pub struct Autosave {
    path: PathBuf,
    target: Target,
}

enum Target {
    /// What we know to be in the file, `None` if it should not be there; and the lock, where the system has locks.
    Regular { ours: Option<Vec<u8>>, lock: Option<Lock> },
    /// Standard output, a device or a pipe cannot be written over again: it gets the answers once, at the end.
    Once { pending: Option<Vec<u8>> },
}

impl Autosave {
    /// Takes a file, and says what is in it, if it is there.
    ///
    /// # Errors
    /// Another interview works on it; it cannot be read; its folder cannot be written to.
    pub fn open(path: &Path) -> Result<(Self, Option<Vec<u8>>), Error> {
        if path.is_dir() {
            return Err(Error::writing(path, io::Error::from(io::ErrorKind::IsADirectory)));
        }
        if path == Path::new("-") || (path.exists() && !path.is_file()) {
            let mut once = Self { path: path.to_owned(), target: Target::Once { pending: Some(b"\n".to_vec()) } };
            // A line end changes nothing in JSON, and tells now what would else be told when all is answered.
            once.write_pending()?;
            return Ok((once, None));
        }
        let lock = Lock::take(path)?;
        let ours = if path.exists() { Some(files::read(path)?) } else { None };
        Ok((Self { path: path.to_owned(), target: Target::Regular { ours: ours.clone(), lock } }, ours))
    }

    /// Saves the sheet as a whole.
    ///
    /// # Errors
    /// A file that cannot be written, or that is no longer what we wrote: then ours is saved beside it.
    pub fn save(&mut self, text: &str) -> Result<(), Error> {
        match &mut self.target {
            Target::Once { pending } => *pending = Some(text.as_bytes().to_vec()),
            Target::Regular { ours, .. } => {
                // A file that was deleted has nothing left to lose.
                let there = if self.path.exists() { Some(files::read(&self.path)?) } else { None };
                if there.is_some() && there != *ours {
                    let rescued = rescue(&self.path, text)?;
                    let path = self.path.display().to_string();
                    return Err(Error::Usage(Misuse::ChangedMeanwhile { path, rescued }));
                }
                files::write(&self.path, text.as_bytes(), Privacy::Private)?;
                *ours = Some(text.as_bytes().to_vec());
            }
        }
        Ok(())
    }

    /// Ends the work on the file; may be called twice.
    ///
    /// # Errors
    /// A device or pipe that cannot be written.
    pub fn finish(&mut self) -> Result<(), Error> {
        if let Target::Regular { lock, .. } = &mut self.target {
            *lock = None;
        }
        self.write_pending()
    }

    fn write_pending(&mut self) -> Result<(), Error> {
        let Target::Once { pending } = &mut self.target else { return Ok(()) };
        let Some(bytes) = pending.take() else { return Ok(()) };
        if self.path == Path::new("-") {
            let mut out = io::stdout().lock();
            return out.write_all(&bytes).and_then(|()| out.flush()).map_err(Error::output);
        }
        files::write(&self.path, &bytes, Privacy::Private)
    }
}

/// Saves answers beside a file that somebody else changed.
fn rescue(path: &Path, text: &str) -> Result<String, Error> {
    let free = (1..).map(|count| beside(path, "rescued", count)).find(|path| !path.exists());
    let free = free.unwrap_or_else(|| beside(path, "rescued", 0));
    files::write(&free, text.as_bytes(), Privacy::Private)?;
    Ok(free.display().to_string())
}

/// A name beside a file: `answers.json`, `rescued`, 2 → `answers.rescued-2.json`.
fn beside(path: &Path, word: &str, count: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let number = if count > 1 { format!("-{count}") } else { String::new() };
    path.with_file_name(format!("{stem}.{word}{number}.json"))
}

/// A lock on a file beside the answers; a file that is left over from a crash holds no lock and hinders nobody.
struct Lock {
    file: Option<File>,
    path: PathBuf,
}

impl Lock {
    /// `None`: this system or file system has no locks, and the check before each save has to do.
    fn take(answers: &Path) -> Result<Option<Self>, Error> {
        // Two links to one file are one file.
        let target = std::fs::canonicalize(answers).unwrap_or_else(|_| answers.to_owned());
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(".lock");
        let path = target.with_file_name(name);
        loop {
            let file = File::options().create(true).truncate(false).write(true).open(&path);
            let file = file.map_err(|error| Error::writing(answers, error))?;
            match file.try_lock() {
                // Whoever held it before may have removed it between our opening and our locking.
                Ok(()) if !path.exists() => {}
                Ok(()) => return Ok(Some(Self { file: Some(file), path })),
                Err(TryLockError::WouldBlock) => {
                    return Err(Error::InUse(answers.to_owned()));
                }
                Err(TryLockError::Error(_)) => {
                    drop(file);
                    let _ = std::fs::remove_file(&path);
                    return Ok(None);
                }
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
        self.file = None;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_second_interview_on_a_file_is_refused_until_the_first_ends() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answers.json");
        let (mut first, there) = Autosave::open(&path).unwrap();
        assert_eq!(there, None);
        assert!(matches!(Autosave::open(&path), Err(Error::InUse(_))));
        first.save("one\n").unwrap();
        first.finish().unwrap();
        let (_second, there) = Autosave::open(&path).unwrap();
        assert_eq!(there.as_deref(), Some(&b"one\n"[..]));
    }

    #[test]
    fn a_lock_that_a_crash_left_behind_hinders_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answers.json");
        std::fs::write(folder.path().join("answers.json.lock"), "").unwrap();
        let (mut save, _) = Autosave::open(&path).unwrap();
        save.finish().unwrap();
        assert!(!folder.path().join("answers.json.lock").exists());
    }

    #[test]
    fn what_somebody_else_wrote_is_left_alone_and_ours_is_saved_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answers.json");
        let (mut save, _) = Autosave::open(&path).unwrap();
        save.save("ours 1").unwrap();
        std::fs::write(&path, "theirs").unwrap();
        for count in ["answers.rescued.json", "answers.rescued-2.json"] {
            let Err(Error::Usage(Misuse::ChangedMeanwhile { rescued, .. })) = save.save("ours 2") else { panic!() };
            assert!(rescued.ends_with(count), "{rescued}");
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "theirs");
        assert_eq!(std::fs::read_to_string(folder.path().join("answers.rescued.json")).unwrap(), "ours 2");
    }
}
