//! How a sheet is written: its looks, text that stays text, and rows as high as their longest cell.

use crate::report::Report;
use crate::text::harmless_lines;
use rust_xlsxwriter::{ColNum, ExcelDateTime, Format as Look, FormatAlign, FormatBorder, RowNum, Worksheet, XlsxError};

/// With one digit, so that rounding does not make a missed threshold look reached.
pub const PERCENT: &str = "0.0%";
/// A cell of a spreadsheet holds no more UTF-16 units than 32,767; some room is left for saying so.
const LONGEST: usize = 32_700;
/// A4.
const PAPER: u8 = 9;
/// Height of a line in points, and the greatest height of a row.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;
/// Ground of head cells, as in the other formats.
const HEAD_GROUND: u32 = 0xE9_E4_F0;
/// Grounds of results: reached, missed, open.
const GROUNDS: [u32; 3] = [0xE0_E0_E0, 0xFF_FF_FF, 0xF4_F4_F4];

/// How cells look.
pub struct Looks {
    /// A column's head.
    pub head: Look,
    /// Words.
    pub text: Look,
    /// Words that name a row.
    pub strong: Look,
    /// A number.
    pub number: Look,
    /// A share.
    pub percent: Look,
    /// A day, to be filled in.
    pub day: Look,
    /// Results: reached, missed, open.
    pub results: [Look; 3],
}

impl Looks {
    /// The looks of every sheet.
    pub fn new() -> Self {
        let base = Look::new().set_align(FormatAlign::Top).set_border(FormatBorder::Thin).set_border_color(0xC9_C1_D4);
        let text = base.clone().set_text_wrap();
        Self {
            head: text.clone().set_bold().set_background_color(HEAD_GROUND),
            strong: text.clone().set_bold(),
            number: base.clone().set_num_format("General"),
            percent: base.clone().set_num_format(PERCENT),
            day: base.clone().set_num_format("yyyy-mm-dd"),
            results: GROUNDS.map(|ground| text.clone().set_background_color(ground)),
            text,
        }
    }
}

/// A sheet while it is written.
pub struct Page<'a> {
    /// The sheet.
    pub sheet: &'a mut Worksheet,
    /// How its cells look.
    pub looks: &'a Looks,
    /// What it tells of.
    pub report: &'a Report<'a>,
    /// The columns' widths in characters.
    widths: Vec<f64>,
    /// How many lines each row needs.
    lines: Vec<usize>,
}

impl<'a> Page<'a> {
    /// An empty sheet.
    pub fn new(sheet: &'a mut Worksheet, looks: &'a Looks, report: &'a Report<'a>) -> Self {
        Self { sheet, looks, report, widths: Vec::new(), lines: Vec::new() }
    }

    /// The heads in row 1 with the columns' widths, frozen and repeated on every printed page; the first columns stay
    /// as well. The print is `pages` wide.
    pub fn heads(&mut self, heads: &[String], widths: &[f64], frozen: ColNum, pages: u16) -> Result<(), XlsxError> {
        self.widths = widths.to_vec();
        for (column, head) in (0..).zip(heads) {
            self.text(0, column, head, &self.looks.head)?;
        }
        for (column, width) in (0..).zip(widths) {
            self.sheet.set_column_width(column, *width)?;
        }
        self.sheet.set_freeze_panes(1, frozen)?;
        self.sheet.set_repeat_rows(0, 0)?;
        if frozen > 0 {
            self.sheet.set_repeat_columns(0, frozen - 1)?;
        }
        self.sheet.set_landscape().set_paper_size(PAPER).set_print_fit_to_pages(pages, 0).set_footer("&C&P / &N");
        Ok(())
    }

    /// A text from wherever: never a formula, never too long.
    pub fn text(&mut self, row: RowNum, column: ColNum, text: &str, look: &Look) -> Result<(), XlsxError> {
        let text = harmless_lines(text);
        if text.is_empty() {
            self.sheet.write_blank(row, column, look)?;
            return Ok(());
        }
        let mut units = 0;
        let end = text.char_indices().find(|(_, c)| {
            units += c.len_utf16();
            units > LONGEST
        });
        let text = match end {
            None => text,
            Some((end, _)) => {
                let left_out = text[end..].chars().count();
                format!("{}{}", &text[..end], (self.report.words.report.shortened)(left_out))
            }
        };
        let (place, width) = (row as usize, self.widths.get(usize::from(column)).copied().unwrap_or(10.0));
        if self.lines.len() <= place {
            self.lines.resize(place + 1, 1);
        }
        self.lines[place] = self.lines[place].max(lines(&text, width));
        self.sheet.write_string_with_format(row, column, text, look)?;
        Ok(())
    }

    /// A share, or nothing.
    pub fn share(&mut self, row: RowNum, column: ColNum, value: Option<f64>) -> Result<(), XlsxError> {
        match value {
            Some(value) => self.sheet.write_number_with_format(row, column, value, &self.looks.percent)?,
            None => self.sheet.write_blank(row, column, &self.looks.percent)?,
        };
        Ok(())
    }

    /// A day `YYYY-MM-DD` as a date, or as a text where spreadsheets have no such date.
    pub fn date(&mut self, row: RowNum, column: ColNum, day: &str) -> Result<(), XlsxError> {
        match ExcelDateTime::parse_from_str(day) {
            Ok(date) => {
                self.sheet.write_datetime_with_format(row, column, &date, &self.looks.day)?;
                Ok(())
            }
            Err(_) => self.text(row, column, day, &self.looks.text),
        }
    }

    /// Makes every row as high as its longest cell: not every program does that by itself.
    pub fn finish(self) -> Result<(), XlsxError> {
        for (row, lines) in (0..).zip(self.lines) {
            #[allow(clippy::cast_precision_loss)] // More than 27 lines are cut off anyway.
            let height = (lines as f64 * LINE).min(HIGHEST);
            self.sheet.set_row_height(row, height)?;
        }
        Ok(())
    }
}

/// About how many lines a text takes in a column of this width in characters.
fn lines(text: &str, width: f64) -> usize {
    // The width counts digits, and most letters are a little narrower.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Widths are small and positive.
    let width = (width * 1.1).max(2.0) as usize;
    let of_paragraph = |paragraph: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in paragraph.split_whitespace() {
            let length = word.chars().count();
            if used > 0 && used + 1 + length > width {
                lines += 1;
                used = 0;
            }
            lines += length.saturating_sub(1) / width;
            used += length + usize::from(used > 0);
            used = if length > width { length % width } else { used };
        }
        lines
    };
    text.split('\n').map(of_paragraph).sum()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn rows_are_as_high_as_their_words_need() {
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("one two", 10.0), 1);
        assert_eq!(lines("one two three", 10.0), 2);
        assert_eq!(lines("one\ntwo\n\nthree", 10.0), 4);
        assert_eq!(lines(&"x".repeat(34), 10.0), 4);
    }
}
