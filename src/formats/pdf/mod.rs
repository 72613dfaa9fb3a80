//! stub
use super::{Format, View};
use crate::report::Report;
use std::io::{self, Write};
/// The format `pdf`.
#[derive(Debug)]
pub struct Pdf;
impl Format for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }
    fn extension(&self) -> &'static str {
        "pdf"
    }
    fn is_binary(&self) -> bool {
        true
    }
    fn write(&self, _report: &Report, _view: &View, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
