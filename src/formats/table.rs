//! The report on a terminal: tables, bars of characters, and records for narrow windows and screen readers.

use super::{Format, View};
use crate::report::Report;
use crate::report::document::{Align, Block, Cell, Column, Document, Figure, Inline, Table as Rows, Tone, plain};
use crate::report::figures::{Bar, CellState, Dumbbells, FigureData, HeatMap};
use crate::text::{shorten, wrap};
use comfy_table::{Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, Width};
use std::borrow::Cow;
use std::io::{self, Write};
use textwrap::core::display_width;

/// The format `table`.
#[derive(Debug)]
pub struct Table;

/// Narrower than this, tables become records.
const NARROW: usize = 60;
/// Running text is not set wider than this: long lines are hard to read.
const WIDEST: usize = 100;
/// A text of the user's longer than this is shortened; the JSON has it whole, and the PDF much more of it.
const LONGEST: usize = 4000;

impl Format for Table {
    fn name(&self) -> &'static str {
        "table"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn write(&self, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<Vec<String>> {
        write_document(&report.brief(), view, out)?;
        Ok(Vec::new())
    }
}

/// Writes any document as plain text.
///
/// # Errors
/// Only those of `out`.
pub fn write_document(document: &Document, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let mut text = String::new();
    Writer { view: *view, out: &mut text }.blocks(&document.blocks, "");
    if !view.unicode {
        text = text.chars().map(ascii).collect();
    }
    let (mut begun, mut gap) = (false, false);
    for line in text.lines().map(str::trim_end) {
        // Two blank lines say no more than one, and none is needed before the first line or after the last.
        if line.is_empty() {
            gap = begun;
            continue;
        }
        if gap {
            writeln!(out)?;
        }
        writeln!(out, "{line}")?;
        (begun, gap) = (true, false);
    }
    Ok(())
}

/// The drawing characters that this file uses, for terminals without UTF-8. Letters of names stay as they are.
fn ascii(c: char) -> char {
    match c {
        '█' => '#',
        '░' => '.',
        '─' | '╌' | '═' | '–' => '-',
        '│' | '┆' | '║' => '|',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' | '╞' | '╡' | '╪' => '+',
        '•' => '*',
        '■' => '#',
        '□' => 'o',
        '≥' => '>',
        '≤' => '<',
        '↑' => '^',
        '↓' => 'v',
        '→' => '>',
        '−' => '-',
        other => other,
    }
}

struct Writer<'a> {
    view: View,
    out: &'a mut String,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block], indent: &str) {
        for (index, block) in blocks.iter().enumerate() {
            let next = blocks.get(index + 1);
            match block {
                Block::Heading { depth, text } => self.heading(*depth, text),
                Block::Paragraph(runs) => {
                    self.wrapped(&plain(runs), indent, indent);
                    // "Label: value" lines that follow each other stand as one group.
                    if !(is_field(block) && next.is_some_and(is_field)) {
                        self.out.push('\n');
                    }
                }
                Block::List { ordered, items } => self.list(*ordered, items, indent),
                Block::Table(table) => {
                    let titled = matches!(index.checked_sub(1).map(|i| &blocks[i]), Some(Block::Heading { .. }));
                    self.table(table, !titled);
                }
                Block::Figure(figure) => self.figure(figure),
                Block::Together(blocks) => self.blocks(blocks, indent),
                Block::Note(blocks) => {
                    self.blocks(blocks, indent);
                    self.out.push('\n');
                }
                Block::TickBoxes(options) => {
                    for option in options {
                        self.wrapped(option, "[ ] ", "    ");
                    }
                    self.out.push('\n');
                }
                Block::WritingLines(_) | Block::PageBreak => {}
            }
        }
    }

    fn heading(&mut self, depth: u8, text: &str) {
        self.out.push('\n');
        let start = self.out.len();
        self.wrapped(text, "", "");
        if self.view.colour {
            let line = self.out.split_off(start);
            self.out.push_str(&format!("\u{1b}[1m{}\u{1b}[0m\n", line.trim_end()));
        } else if depth <= 2 && !self.view.accessible {
            let width = display_width(text).min(self.view.width);
            let line = if depth == 1 { '=' } else { '-' };
            self.out.extend(std::iter::repeat_n(line, width));
            self.out.push('\n');
        }
    }

    fn wrapped(&mut self, text: &str, first: &str, rest: &str) {
        let text = shorten(text, LONGEST);
        if self.view.accessible {
            // A screen reader reads line by line: a sentence in one line is a sentence in one go.
            self.out.push_str(&format!("{first}{}\n", spoken_signs(&text)));
            return;
        }
        let columns = self.view.width.clamp(20, WIDEST);
        let options = wrap::options(columns).initial_indent(first).subsequent_indent(rest);
        for line in textwrap::wrap(&text, options) {
            self.out.push_str(&line);
            self.out.push('\n');
        }
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Block>], indent: &str) {
        for (index, item) in items.iter().enumerate() {
            let mark = match (ordered, self.view.accessible) {
                (true, _) => format!("{}. ", index + 1),
                (false, true) => "- ".to_owned(),
                (false, false) => "• ".to_owned(),
            };
            let first = format!("{indent}{mark}");
            let rest = format!("{indent}{}", " ".repeat(display_width(&mark)));
            match item.split_first() {
                Some((Block::Paragraph(runs), more)) => {
                    self.wrapped(&plain(runs), &first, &rest);
                    self.blocks(more, &rest);
                }
                _ => self.blocks(item, &rest),
            }
        }
        self.out.push('\n');
    }

    fn table(&mut self, table: &Rows, captioned: bool) {
        let widths = word_widths(table);
        let Some(padding) = self.padding(&widths) else { return self.records(table) };
        let mut drawn = comfy_table::Table::new();
        // Without this, the library asks the terminal itself, and colours against the user's wish.
        if self.view.colour {
            drawn.enforce_styling()
        } else {
            drawn.force_no_tty()
        };
        drawn.load_style(comfy_table::presets::UTF8_NO_BORDERS);
        drawn.set_content_arrangement(ContentArrangement::Dynamic);
        drawn.set_width(u16::try_from(self.view.width.min(120)).unwrap_or(120));
        let bold = |cell: comfy_table::Cell| {
            if self.view.colour { cell.add_attribute(Attribute::Bold) } else { cell }
        };
        drawn.set_header(table.columns.iter().map(|column| bold(comfy_table::Cell::new(&column.head))));
        for row in &table.rows {
            let cells = row.iter().zip(&table.columns).enumerate().map(|(index, (cell, column))| {
                let mut drawn = comfy_table::Cell::new(shorten(&plain(&cell.text), LONGEST));
                if column.align == Align::End {
                    drawn = drawn.set_alignment(CellAlignment::Right);
                }
                if index == 0 && table.row_heads { bold(drawn) } else { self.toned(drawn, cell) }
            });
            drawn.add_row(cells);
        }
        for (index, (column, width)) in drawn.column_iter_mut().zip(widths).enumerate() {
            let padding = if index > 0 { padding } else { 0 };
            column.set_padding((padding, 0));
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width + padding)));
        }
        if captioned {
            self.wrapped(&table.caption, "", "");
        }
        self.out.push_str(&drawn.to_string());
        self.out.push_str("\n\n");
    }

    /// Spaces before each column but the first: one, or none where only that makes the longest words fit. `None` where
    /// they do not fit at all, or where nothing is to be drawn: then rows are written as records.
    fn padding(&self, widths: &[u16]) -> Option<u16> {
        if self.view.accessible || self.view.width < NARROW {
            return None;
        }
        let words: usize = widths.iter().map(|&width| usize::from(width)).sum();
        let lines = widths.len().saturating_sub(1);
        [1, 0].into_iter().find(|&padding| words + lines * (1 + usize::from(padding)) <= self.view.width)
    }

    fn toned(&self, drawn: comfy_table::Cell, cell: &Cell) -> comfy_table::Cell {
        match cell.tone {
            Tone::Reached if self.view.colour => drawn.fg(Color::Green),
            Tone::Missed if self.view.colour => drawn.fg(Color::Red),
            Tone::Open if self.view.colour => drawn.fg(Color::Yellow),
            _ => drawn,
        }
    }

    /// One line a row: "Principle: Access. Level: …". A table that is read aloud has no columns.
    fn records(&mut self, table: &Rows) {
        self.wrapped(&format!("{}:", table.caption), "", "");
        for row in &table.rows {
            let fields = table.columns.iter().zip(row).filter_map(|(column, cell)| {
                let value = plain(&cell.text);
                let value = value.trim().trim_end_matches('.');
                let stop = if value.ends_with(['?', '!']) { "" } else { "." };
                (!value.is_empty()).then(|| format!("{}: {}{stop}", column.head, shorten(value, LONGEST)))
            });
            let line = fields.collect::<Vec<_>>().join(" ");
            self.wrapped(&line, "", "");
        }
        self.out.push('\n');
    }

    fn figure(&mut self, figure: &Figure) {
        match &figure.data {
            FigureData::HeatMap(map) => {
                let table = heat_table(map, &figure.caption, false);
                if self.padding(&word_widths(&table)).is_some() {
                    self.table(&table, false);
                } else {
                    self.records(&heat_table(map, &figure.caption, true));
                }
            }
            FigureData::Bars(bars) => {
                self.wrapped(&format!("{}:", figure.caption), "", "");
                let widest = bars.iter().map(|bar| display_width(&bar.name)).max().unwrap_or(0).min(30);
                for bar in bars {
                    let pad = " ".repeat(widest.saturating_sub(display_width(&bar.name)));
                    let line = if self.view.accessible {
                        format!("{}: {}.", bar.name, bar.label)
                    } else {
                        format!("{}{pad}  {}  {}", bar.name, self.bar(bar), bar.label)
                    };
                    self.wrapped(&line, "", "  ");
                }
                self.out.push('\n');
            }
            FigureData::Dumbbells(pairs) => self.dumbbells(&figure.caption, pairs),
            FigureData::Lines(chart) => {
                self.wrapped(&format!("{}:", figure.caption), "", "");
                for line in &chart.panels {
                    self.wrapped(&format!("{}: {}.", line.name, line.label), "", "  ");
                }
                self.out.push('\n');
            }
        }
    }

    /// Two marks a row and the line between them; as sentences for those who listen.
    fn dumbbells(&mut self, caption: &str, pairs: &Dumbbells) {
        self.wrapped(&format!("{caption}:"), "", "");
        let [a, b] = &pairs.sides;
        if !self.view.accessible {
            self.wrapped(&format!("■ {a}, □ {b}"), "", "  ");
        }
        let widest = pairs.rows.iter().map(|row| display_width(&row.name)).max().unwrap_or(0).min(30);
        for row in &pairs.rows {
            let pad = " ".repeat(widest.saturating_sub(display_width(&row.name)));
            let line = match self.view.accessible {
                true => format!("{}.", row.sentence),
                false => format!("{}{pad}  {}  {} | {}", row.name, self.pair(row.values), row.words[0], row.words[1]),
            };
            self.wrapped(&line, "", "  ");
        }
        self.out.push('\n');
    }

    /// "░░░░■────□░░░░░░░" on a scale from 0 to 1.
    fn pair(&self, values: [f64; 2]) -> String {
        let width: usize = if self.view.width < NARROW { 10 } else { 20 };
        let last = width - 1;
        let [a, b] = values.map(|value| ((value.clamp(0.0, 1.0) * last as f64).round() as usize).min(last));
        let sign = |at: usize| match at {
            at if at == a => '■',
            at if at == b => '□',
            at if (a.min(b)..a.max(b)).contains(&at) => '─',
            _ => '░',
        };
        (0..width).map(sign).collect()
    }

    /// Ten or twenty blocks; "[####......]" without UTF-8.
    fn bar(&self, bar: &Bar) -> String {
        let width: usize = if self.view.width < NARROW { 10 } else { 20 };
        // No score is no empty bar, which would be a score of 0.
        let Some(share) = bar.point.or(bar.low).map(|share| share.clamp(0.0, 1.0)) else {
            return " ".repeat(if self.view.unicode { width } else { width + 2 });
        };
        // The smallest amount keeps a share that is exactly on a block from falling below it.
        let full = ((share * width as f64) + 1e-9).floor() as usize;
        let drawn = format!("{}{}", "█".repeat(full), "░".repeat(width - full.min(width)));
        if self.view.unicode { drawn } else { format!("[{drawn}]") }
    }
}

/// Signs before numbers as words, which are the same in English and German: not every voice reads them.
fn spoken_signs(text: &str) -> Cow<'_, str> {
    if !text.contains(['−', '+']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let signs = letters.peek().is_some_and(char::is_ascii_digit) && !before.is_alphanumeric();
        match letter {
            '−' if signs => out.push_str("minus "),
            '+' if signs => out.push_str("plus "),
            _ => out.push(letter),
        }
        before = letter;
    }
    Cow::Owned(out)
}

/// The longest word of each column: a column is as wide as it, so that no word is broken. A word longer than any usual
/// one is not waited for.
fn word_widths(table: &Rows) -> Vec<u16> {
    const LONGEST_WORD: usize = 30;
    let longest = |text: &str| text.split_whitespace().map(display_width).max().unwrap_or(1);
    let column = |(index, column): (usize, &Column)| {
        let cells = table.rows.iter().filter_map(|row| row.get(index)).map(|cell| longest(&plain(&cell.text)));
        let width = cells.fold(longest(&column.head), usize::max).clamp(1, LONGEST_WORD);
        u16::try_from(width).unwrap_or(1)
    };
    table.columns.iter().enumerate().map(column).collect()
}

fn is_field(block: &Block) -> bool {
    matches!(block, Block::Paragraph(runs) if matches!(runs.first(), Some(Inline::Strong(label)) if label.ends_with(": ")))
}

/// The heat map as a table; as records, what matters most of a principle comes right after its name.
pub fn heat_table(map: &HeatMap, caption: &str, records: bool) -> Rows {
    let column = |head: &String| Column { head: head.clone(), align: Align::Start, share: 1 };
    let mut columns = vec![column(&map.name_head)];
    columns.extend(map.fact_heads.iter().filter(|_| records).map(column));
    columns.extend(map.columns.iter().map(column));
    columns.extend(std::iter::once(&map.reached_head).filter(|_| !records).map(column));
    let rows = map.rows.iter().map(|row| {
        let mut cells = vec![Cell::from(row.name.clone())];
        cells.extend(row.facts.iter().filter(|_| records).map(|fact| Cell::from(fact.clone())));
        cells.extend(row.cells.iter().map(|cell| {
            let text = if cell.score.is_empty() { cell.word.clone() } else { format!("{}, {}", cell.score, cell.word) };
            let tone = match cell.state {
                CellState::Reached => Tone::Reached,
                CellState::Missed => Tone::Missed,
                CellState::Open => Tone::Open,
                CellState::Empty => Tone::Plain,
            };
            Cell { text: vec![Inline::Text(text)], tone }
        }));
        if !records {
            let place = match row.place.as_str() {
                "" => String::new(),
                place if row.reached.ends_with(')') => format!(", {place}"),
                place => format!(" ({place})"),
            };
            cells.push(Cell::from(format!("{}{place}", row.reached)));
        }
        cells
    });
    Rows { caption: caption.to_owned(), columns, rows: rows.collect(), row_heads: true }
}

#[cfg(test)]
mod tests {
    use super::spoken_signs;

    #[test]
    fn signs_before_numbers_are_spoken_and_others_stay() {
        assert_eq!(spoken_signs("−30.6 points (+4.7 to +6)"), "minus 30.6 points (plus 4.7 to plus 6)");
        assert_eq!(spoken_signs("C++ and 2+2, a −b"), "C++ and 2+2, a −b");
    }
}
