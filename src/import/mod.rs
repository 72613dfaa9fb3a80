//! Answers in: bytes → answer sheets.

pub mod actions;
pub mod json;
pub mod policy;
pub mod save;
mod versions;

pub use versions::{Fit, fit};

use crate::error::{Error, Problem};
use crate::model::{Rubric, Sheet};
use std::rc::Rc;

/// A sheet that has been read, and what was doubtful about it.
#[derive(Debug, Clone)]
pub struct Read {
    /// The sheet.
    pub sheet: Sheet,
    /// The rubric that it was read against.
    pub rubric: Rc<Rubric>,
    /// Warnings.
    pub warnings: Vec<Problem>,
}

/// Finds the rubric that a sheet names; the command knows where rubrics are. The error is either a fault of the
/// sheet, or a failure of its own.
pub type FindRubric<'a> = dyn FnMut(&str) -> Result<Rc<Rubric>, NoRubric> + 'a;

/// Why there is no rubric for a sheet.
#[derive(Debug)]
pub enum NoRubric {
    /// The sheet names one that does not fit or does not exist.
    Fault(crate::error::Fault),
    /// The rubric itself cannot be used.
    Failed(Error),
}
