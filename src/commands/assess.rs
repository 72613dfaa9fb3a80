//! stub
use super::Context;
use crate::error::Error;
use crate::exit::Exit;
/// stub
pub fn run(_c: &Context, _a: &crate::cli::Assess) -> Result<Exit, Error> {
    Ok(Exit::Success)
}
