//! stub
use super::Context;
use crate::error::Error;
use crate::exit::Exit;
/// stub
pub fn run(_c: &Context) -> Result<Exit, Error> {
    Ok(Exit::Success)
}
