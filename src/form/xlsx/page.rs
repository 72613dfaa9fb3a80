//! How the workbook's cells look, and texts that fit into them.

use crate::text::{harmless_lines, wrap};
use rust_xlsxwriter::{
    ColNum, DataValidation, Format as Look, FormatAlign, FormatBorder, ProtectionOptions, RowNum, Worksheet, XlsxError,
};

/// A cell holds no more UTF-16 units.
pub const LONGEST: usize = 32_767;
/// A list's messages hold no more UTF-16 units in their title and their text.
const LONGEST_TITLE: usize = 32;
const LONGEST_MESSAGE: usize = 255;
const POINTS: f64 = 12.0;
/// Height of a line in points, and the greatest height of a row.
const LINE_HEIGHT: f64 = 16.0;
const HIGHEST: f64 = 409.0;
/// So many letters of this size fit where a column is one wide, by experience.
const LETTERS: f64 = 1.08;
/// A4.
const PAPER: u8 = 9;
/// Ground of heads and of cells to fill in; the latter also have a darker frame.
const HEAD_GROUND: u32 = 0xE9_E4_F0;
const INPUT_GROUND: u32 = 0xFF_F9_DB;
const LINE: u32 = 0xC9_C1_D4;
const INPUT_LINE: u32 = 0x6B_6B_6B;

/// The letters that everything is written in.
fn base() -> Look {
    Look::new().set_font_name("Calibri").set_font_size(POINTS)
}

/// How cells look.
pub struct Looks {
    /// A column's head.
    pub head: Look,
    /// What cannot be changed.
    pub text: Look,
    /// What cannot be changed and names a row.
    pub strong: Look,
    /// To be filled in with text, which stays text.
    pub input: Look,
    /// To be filled in with a day.
    pub day: Look,
    /// To be filled in with a number.
    pub number: Look,
}

impl Looks {
    pub fn new() -> Self {
        let cell = base().set_align(FormatAlign::Top).set_align(FormatAlign::Left).set_text_wrap();
        let text = cell.clone().set_border(FormatBorder::Thin).set_border_color(LINE);
        let open = cell.set_border(FormatBorder::Thin).set_border_color(INPUT_LINE);
        let open = open.set_background_color(INPUT_GROUND).set_unlocked();
        Self {
            head: text.clone().set_bold().set_background_color(HEAD_GROUND),
            strong: text.clone().set_bold(),
            text,
            input: open.clone().set_num_format("@"),
            day: open.clone().set_num_format("yyyy-mm-dd"),
            number: open.set_num_format("0"),
        }
    }
}

/// A text cut to so many UTF-16 units, with an ellipsis where something was cut off.
pub fn fit(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut units = 1;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > most
    });
    let cut = &text[..end.map_or(text.len(), |(end, _)| end)];
    // Not in the middle of a word, unless it is a very long one.
    let words = cut.rfind(' ').filter(|space| cut.len() - space < LONGEST_TITLE).map_or(cut, |space| &cut[..space]);
    format!("{}…", words.trim_end().trim_end_matches([',', ';', ':']))
}

/// The program's or the rubric's words.
pub fn say(sheet: &mut Worksheet, row: RowNum, column: ColNum, text: &str, look: &Look) -> Result<(), XlsxError> {
    enter(sheet, row, column, &fit(&harmless_lines(text), LONGEST), look)
}

/// What has been entered, as it is: what is too long was refused before.
pub fn enter(sheet: &mut Worksheet, row: RowNum, column: ColNum, text: &str, look: &Look) -> Result<(), XlsxError> {
    if text.is_empty() {
        sheet.write_blank(row, column, look)?;
    } else {
        sheet.write_string_with_format(row, column, text, look)?;
    }
    Ok(())
}

/// Makes a row as high as its longest text needs: not every program does that by itself.
pub fn set_height(sheet: &mut Worksheet, row: RowNum, texts: &[(&str, f64)]) -> Result<(), XlsxError> {
    let lines = texts.iter().map(|(text, width)| lines(text, *width)).max().unwrap_or(1);
    #[allow(clippy::cast_precision_loss)] // More than 25 lines are cut off anyway.
    let height = (lines.max(1) as f64).mul_add(LINE_HEIGHT, 2.0).min(HIGHEST);
    sheet.set_row_height(row, height)?;
    Ok(())
}

/// About how many lines a text takes in a column of this width.
fn lines(text: &str, width: f64) -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Widths are small and positive.
    let letters = (width * LETTERS).max(2.0) as usize;
    text.split('\n').map(|paragraph| textwrap::wrap(paragraph, wrap::options(letters)).len().max(1)).sum()
}

/// Says what to enter when a cell is chosen; screen readers read it.
pub fn with_hint(rule: DataValidation, title: &str, text: &str) -> Result<DataValidation, XlsxError> {
    rule.set_input_title(fit(title, LONGEST_TITLE))?.set_input_message(fit(text, LONGEST_MESSAGE))
}

/// Says what was wrong with an entry.
pub fn with_error(rule: DataValidation, title: &str, text: &str) -> Result<DataValidation, XlsxError> {
    rule.set_error_title(fit(title, LONGEST_TITLE))?.set_error_message(fit(text, LONGEST_MESSAGE))
}

/// The heads in row 1 with the columns' widths, frozen and on every printed page.
pub fn heads(sheet: &mut Worksheet, heads: &[&str], widths: &[f64], look: &Look) -> Result<(), XlsxError> {
    for ((column, head), width) in (0..).zip(heads).zip(widths) {
        say(sheet, 0, column, head, look)?;
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    Ok(())
}

/// Protects what is not to be filled in from slips, without a password: every cell can be reached and read, rows and
/// columns can be made larger.
pub fn finish(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        select_locked_cells: true,
        select_unlocked_cells: true,
        format_rows: true,
        format_columns: true,
        ..ProtectionOptions::new()
    });
    sheet.set_landscape().set_paper_size(PAPER).set_print_fit_to_pages(1, 0).set_footer("&C&P / &N");
}

#[cfg(test)]
mod tests {
    use super::{fit, lines};

    #[test]
    fn rows_are_as_high_as_their_words_need() {
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("one two", 10.0), 1);
        assert_eq!(lines("one two three", 10.0), 2);
        assert_eq!(lines("one\ntwo\n\nthree", 10.0), 4);
    }

    #[test]
    fn texts_are_cut_by_what_the_file_counts() {
        assert_eq!(fit("abc", 3), "abc");
        assert_eq!(fit("abcd", 3), "ab…");
        assert_eq!(fit("𝔞𝔟", 4), "𝔞𝔟");
        assert_eq!(fit("𝔞𝔟𝔠", 4), "𝔞…");
    }
}
