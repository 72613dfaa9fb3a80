//! Answers in a workbook: our own, and those of survey platforms.

use super::{Importer, Input, Job};
use crate::error::{Error, ImportFault};

/// Excel workbooks (.xlsx).
#[derive(Debug)]
pub struct Workbook;

impl Importer for Workbook {
    fn name(&self) -> &'static str {
        "xlsx"
    }

    fn about(&self) -> &'static str {
        "workbook"
    }

    fn recognises(&self, head: &[u8]) -> bool {
        head.starts_with(b"PK\x03\x04")
    }

    fn read(&self, _input: &mut Input, job: &mut Job) -> Result<(), Error> {
        job.findings.error(None, ImportFault::NotThisFormat { wanted: "xlsx" });
        Ok(())
    }
}
