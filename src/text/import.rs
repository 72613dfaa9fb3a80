//! The words of imports: what became of each file.

use crate::error::CellPlace;

/// The words of imports in one language.
#[derive(Debug)]
pub struct ImportWords {
    /// Name of a sheet in a workbook.
    pub sheet: fn(&str) -> String,
    /// Number of a row.
    pub row: fn(usize) -> String,
    /// A column: its letters, and its heading.
    pub column: fn(&str, &str) -> String,
    /// What a file was read as, by the name of the importer or the kind of table.
    pub read_as: fn(&str) -> &'static str,
    /// A file was read: what as, rows, sheets.
    pub read: fn(&str, usize, usize) -> String,
    /// Columns that were left out since they could tell who answered.
    pub personal: fn(&str) -> String,
    /// Columns of the platform that were not needed.
    pub platform: fn(&str) -> String,
    /// Columns that were not needed for another reason.
    pub unused: fn(&str) -> String,
    /// Rows without any answer: how many, and their numbers.
    pub empty_rows: fn(usize, &str) -> String,
    /// Responses that were not sent off.
    pub unsent: fn(usize) -> String,
    /// Responses that a reviewer did not approve.
    pub rejected: fn(usize) -> String,
    /// Numbers were read as labels, although they are other options' points.
    pub labels: fn(&str) -> String,
    /// Numbers were read as points: which mean which option.
    pub points: fn(&str) -> String,
    /// Questions without a column or row.
    pub missing: fn(usize, &str) -> String,
    /// So many sheets were written to a file or folder.
    pub written: fn(usize, &str) -> String,
    /// Nothing was written, as wanted; so many sheets would have been.
    pub dry_run: fn(usize) -> String,
    /// "and 12 more", after a list that was cut.
    pub and_more: fn(usize) -> String,
}

impl ImportWords {
    /// A place in a table.
    pub fn place(&self, place: &CellPlace) -> String {
        let column = |(index, heading): &(usize, String)| {
            (self.column)(&CellPlace::letters(*index), &super::shorten(heading, 60))
        };
        let parts = [
            place.sheet.as_ref().map(|sheet| (self.sheet)(sheet)),
            (place.row > 0).then(|| (self.row)(place.row)),
            place.column.as_ref().map(column),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
