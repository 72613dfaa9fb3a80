//! The words of imports: what became of each file.

/// The words of imports in one language.
#[derive(Debug)]
pub struct ImportWords {
    /// A place in a table: sheet, row, column with its letters and heading.
    pub place: fn(Option<&str>, Option<usize>, Option<(&str, &str)>) -> String,
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
    /// Questions without a column or row.
    pub missing: fn(usize, &str) -> String,
    /// So many sheets were written to a file or folder.
    pub written: fn(usize, &str) -> String,
    /// Nothing was written, as wanted; so many sheets would have been.
    pub dry_run: fn(usize) -> String,
    /// "and 12 more", after a list that was cut.
    pub and_more: fn(usize) -> String,
}
