//! The one table of exit codes; help, README and scripts rely on it.

use crate::error::Error;

/// What a run ended with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All done; a closed pipe too.
    Success = 0,
    /// The gate is not met, or a readable rubric has errors inside.
    NotMet = 1,
    /// The command line cannot be used.
    Usage = 2,
    /// Rubric, answers or other input is invalid.
    Invalid = 3,
    /// Reading or writing failed.
    Io = 4,
    /// Ctrl-C, or the input of the interview ended early; all is saved.
    Interrupted = 130,
}

impl From<&Error> for Exit {
    fn from(error: &Error) -> Self {
        match error {
            Error::Input(_) => Self::Invalid,
            Error::File { .. } | Error::NoFolder { .. } | Error::InUse(_) | Error::Stream(_) => Self::Io,
            Error::Usage(_) => Self::Usage,
            Error::Interrupted => Self::Interrupted,
            Error::ClosedPipe => Self::Success,
        }
    }
}
