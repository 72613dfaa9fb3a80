//! Rows that grow while somebody writes into them.

use std::borrow::Cow;
use std::io::{Cursor, Read, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// What makes a row's height final.
const FIXED: &str = " customHeight=\"1\"";
/// Twice as fast as the usual level, for a file a tenth larger.
const LEVEL: i64 = 3;

/// The workbook with its rows' heights as what they are now, not as what they must stay: the library can only fix them,
/// and then a long note would be hidden below the next row. The parts keep their order.
pub fn free_rows(workbook: &[u8]) -> ZipResult<Vec<u8>> {
    let mut from = ZipArchive::new(Cursor::new(workbook))?;
    let mut to = ZipWriter::new(Cursor::new(Vec::with_capacity(workbook.len())));
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(LEVEL));
    let mut bytes = Vec::new();
    for index in 0..from.len() {
        let mut part = from.by_index(index)?;
        let name = part.name()?.into_owned();
        bytes.clear();
        part.read_to_end(&mut bytes)?;
        to.start_file(name.as_str(), options.last_modified_time(part.last_modified().unwrap_or_default()))?;
        to.write_all(&if name.starts_with("xl/worksheets/sheet") { freed(&bytes) } else { Cow::Borrowed(&bytes[..]) })?;
    }
    Ok(to.finish()?.into_inner())
}

/// A sheet without the fixing: texts of cells stand in a part of their own, so that none can be meant.
fn freed(sheet: &[u8]) -> Cow<'_, [u8]> {
    match std::str::from_utf8(sheet) {
        Ok(text) => Cow::Owned(text.replace(FIXED, "").into_bytes()),
        Err(_) => Cow::Borrowed(sheet),
    }
}
