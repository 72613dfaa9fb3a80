//! Answers in a text table: CSV with any usual separator.

use super::{Importer, Input, Job};
use crate::error::Error;

/// Text tables (.csv, .tsv).
#[derive(Debug)]
pub struct Csv;

impl Importer for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn about(&self) -> &'static str {
        "text table"
    }

    fn recognises(&self, _head: &[u8]) -> bool {
        true
    }

    fn read(&self, _input: &mut Input, _job: &mut Job) -> Result<(), Error> {
        Ok(())
    }
}
