//! The report on a terminal: tables, bars of characters, and records for narrow windows and screen readers.

use super::{Format, View};
use crate::report::Report;
use crate::report::document::{Align, Block, Cell, Document, Figure, Table as Rows, Tone, plain};
use crate::report::figures::{Bar, FigureData};
use crate::text::shorten;
use comfy_table::{Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, Width};
use std::io::{self, Write};

/// The format `table`.
#[derive(Debug)]
pub struct Table;

/// Narrower than this, tables become records.
const NARROW: usize = 60;
/// Running text is not set wider than this: long lines are hard to read.
const WIDEST: usize = 100;
/// A text of the user's longer than this is shortened; the JSON and the PDF have it whole.
const LONGEST: usize = 4000;

impl Format for Table {
    fn name(&self) -> &'static str {
        "table"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn write(&self, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
        write_document(&report.brief(), view, out)
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
    let mut last_blank = true;
    for line in text.lines() {
        // Two blank lines say no more than one.
        let blank = line.trim().is_empty();
        if !(blank && last_blank) {
            writeln!(out, "{}", line.trim_end())?;
        }
        last_blank = blank;
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
        other => other,
    }
}

struct Writer<'a> {
    view: View,
    out: &'a mut String,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block], indent: &str) {
        for block in blocks {
            self.block(block, indent);
        }
    }

    fn block(&mut self, block: &Block, indent: &str) {
        match block {
            Block::Heading { depth, text } => self.heading(*depth, text),
            Block::Paragraph(runs) => {
                self.wrapped(&plain(runs), indent, indent);
                self.out.push('\n');
            }
            Block::List { ordered, items } => self.list(*ordered, items, indent),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Note(blocks) => {
                self.blocks(blocks, indent);
                self.out.push('\n');
            }
            Block::WritingLines(_) | Block::PageBreak => {}
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
            let width = text.chars().count().min(self.view.width);
            let line = if depth == 1 { '=' } else { '-' };
            self.out.extend(std::iter::repeat_n(line, width));
            self.out.push('\n');
        }
    }

    fn wrapped(&mut self, text: &str, first: &str, rest: &str) {
        let text = shorten(text, LONGEST);
        let options = textwrap::Options::new(self.view.width.clamp(20, WIDEST))
            .initial_indent(first)
            .subsequent_indent(rest)
            .break_words(true);
        for line in textwrap::wrap(&text, options) {
            self.out.push_str(&line);
            self.out.push('\n');
        }
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Block>], indent: &str) {
        for (index, item) in items.iter().enumerate() {
            let mark = if ordered { format!("{}. ", index + 1) } else { "• ".to_owned() };
            let first = format!("{indent}{mark}");
            let rest = format!("{indent}{}", " ".repeat(mark.chars().count()));
            for (at, block) in item.iter().enumerate() {
                match block {
                    Block::Paragraph(runs) if at == 0 => self.wrapped(&plain(runs), &first, &rest),
                    other => self.block(other, &rest),
                }
            }
        }
        self.out.push('\n');
    }

    fn table(&mut self, table: &Rows) {
        if self.view.accessible || self.view.width < NARROW {
            return self.records(table);
        }
        let mut drawn = comfy_table::Table::new();
        // Without this, the library asks the terminal itself, and colours against the user's wish.
        if self.view.colour {
            drawn.enforce_styling()
        } else {
            drawn.force_no_tty()
        };
        let preset = if self.view.unicode { comfy_table::presets::UTF8_FULL } else { comfy_table::presets::ASCII_FULL };
        drawn.load_style(preset);
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
        for column in drawn.column_iter_mut() {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(9)));
        }
        self.wrapped(&table.caption, "", "");
        self.out.push_str(&drawn.to_string());
        self.out.push_str("\n\n");
    }

    fn toned(&self, drawn: comfy_table::Cell, cell: &Cell) -> comfy_table::Cell {
        if !self.view.colour {
            return drawn;
        }
        match cell.tone {
            Tone::Plain => drawn,
            Tone::Reached => drawn.fg(Color::Green),
            Tone::Missed => drawn.fg(Color::Red),
            Tone::Open => drawn.fg(Color::Yellow),
        }
    }

    /// One line a row: "Principle: Access. Level: …". A table that is read aloud has no columns.
    fn records(&mut self, table: &Rows) {
        self.wrapped(&format!("{}:", table.caption), "", "");
        for row in &table.rows {
            let fields = table.columns.iter().zip(row).filter_map(|(column, cell)| {
                let value = plain(&cell.text);
                let value = value.trim().trim_end_matches('.');
                (!value.is_empty()).then(|| format!("{}: {}.", column.head, shorten(value, LONGEST)))
            });
            let line = fields.collect::<Vec<_>>().join(" ");
            self.wrapped(&line, "", "");
        }
        self.out.push('\n');
    }

    fn figure(&mut self, figure: &Figure) {
        match &figure.data {
            // The table beside it has the same cells with the same words.
            FigureData::HeatMap(_) => {}
            FigureData::Bars(bars) if self.view.accessible => {
                self.wrapped(&format!("{}:", figure.caption), "", "");
                for bar in bars {
                    self.wrapped(&format!("{}: {}.", bar.name, bar.label), "", "");
                }
                self.out.push('\n');
            }
            FigureData::Bars(bars) => {
                self.wrapped(&figure.caption, "", "");
                let widest = bars.iter().map(|bar| textwrap::core::display_width(&bar.name)).max().unwrap_or(0).min(30);
                for bar in bars {
                    let pad = " ".repeat(widest.saturating_sub(textwrap::core::display_width(&bar.name)));
                    self.wrapped(&format!("{}{pad}  {}  {}", bar.name, self.bar(bar), bar.label), "", "  ");
                }
                self.out.push('\n');
            }
        }
    }

    /// Ten or twenty blocks; "[####......]" without UTF-8.
    fn bar(&self, bar: &Bar) -> String {
        let width: usize = if self.view.width < NARROW { 10 } else { 20 };
        let share = bar.point.or(bar.low).unwrap_or(0.0).clamp(0.0, 1.0);
        let full = ((share * width as f64) + 1e-9).floor() as usize;
        let drawn = format!("{}{}", "█".repeat(full), "░".repeat(width - full.min(width)));
        if self.view.unicode { drawn } else { format!("[{drawn}]") }
    }
}
