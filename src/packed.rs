//! Parts of the program that are kept packed, since they are large and rarely needed.

use std::io::{self, Read};

/// A packed file by its name; `build.rs` says which there are.
macro_rules! packed {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".deflate"))
    };
}
pub(crate) use packed;

/// The file as it was before.
///
/// # Errors
/// Only if the program is damaged, which the tests rule out.
pub fn unpack(packed: &[u8]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    flate2::read::DeflateDecoder::new(packed).read_to_end(&mut out)?;
    Ok(out)
}
