//! GitHub-flavoured Markdown: for reviews, wikis and pull requests.

use super::table::heat_table;
use super::{Format, View};
use crate::report::Report;
use crate::report::document::{Align, Block, Cell, Document, Figure, Inline, Table};
use crate::report::figures::FigureData;
use crate::text::harmless;
use std::io::{self, Write};

/// The format `markdown`.
#[derive(Debug)]
pub struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn is_document(&self) -> bool {
        true
    }

    fn write(&self, report: &Report, _view: &View, out: &mut dyn Write) -> io::Result<Vec<String>> {
        write_document(&report.document(), out)?;
        Ok(Vec::new())
    }
}

/// Writes any document as Markdown.
///
/// # Errors
/// Only those of `out`.
pub fn write_document(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let text = blocks(&document.blocks);
    writeln!(out, "{}", text.trim_end())
}

/// Blocks with an empty line between them.
fn blocks(blocks: &[Block]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let titled = matches!(index.checked_sub(1).and_then(|before| blocks.get(before)), Some(Block::Heading { .. }));
        let after_list = matches!(index.checked_sub(1).and_then(|before| blocks.get(before)), Some(Block::List { .. }));
        let part = match block {
            Block::Heading { depth, text } => {
                format!("{} {}", "#".repeat(usize::from((*depth).clamp(1, 6))), inline(text))
            }
            Block::Paragraph(runs) => line(runs),
            Block::List { ordered, items } => {
                let list = list(*ordered, items);
                // Two lists that follow each other would become one.
                if after_list { format!("<!-- -->\n\n{list}") } else { list }
            }
            Block::Table(rows) => table(rows, !titled),
            // The table below it has the same numbers.
            Block::Figure(shown) if is_table_of(blocks.get(index + 1), &shown.caption) => continue,
            Block::Figure(shown) => figure(shown),
            Block::Together(inner) => self::blocks(inner),
            Block::Note(inner) => prefixed(&self::blocks(inner), "> ", "> "),
            Block::TickBoxes(options) => {
                options.iter().map(|option| format!("- [ ] {}", inline(option))).collect::<Vec<_>>().join("\n")
            }
            Block::WritingLines(_) => "\\_".repeat(40),
            Block::PageBreak => continue,
        };
        if !part.trim().is_empty() {
            parts.push(part);
        }
    }
    parts.join("\n\n")
}

fn list(ordered: bool, items: &[Vec<Block>]) -> String {
    let simple = items.iter().all(|item| item.len() < 2);
    let items = items.iter().enumerate().map(|(index, item)| {
        let mark = if ordered { format!("{}. ", index + 1) } else { "- ".to_owned() };
        prefixed(&blocks(item), &mark, &" ".repeat(mark.len()))
    });
    // Items of several blocks are set apart, or a block would stick to the line above.
    items.collect::<Vec<_>>().join(if simple { "\n" } else { "\n\n" })
}

fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let lines = text.lines().enumerate().map(|(index, line)| {
        let prefix = if index == 0 { first } else { rest };
        format!("{prefix}{line}").trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn table(table: &Table, captioned: bool) -> String {
    let mut lines = Vec::new();
    if captioned && !table.caption.trim().is_empty() {
        lines.push(format!("{}\n", strong(&table.caption)));
    }
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    lines.push(row(table.columns.iter().map(|column| inline(&column.head)).collect()));
    let marks = table.columns.iter().map(|column| if column.align == Align::End { "---:" } else { "---" });
    lines.push(row(marks.map(str::to_owned).collect()));
    for cells in &table.rows {
        let cells = cells.iter().enumerate().map(|(index, cell)| match cell_text(cell) {
            text if index == 0 && table.row_heads && !text.is_empty() => {
                let bold = matches!(cell.text.as_slice(), [Inline::Text(_)]);
                if bold { format!("**{text}**") } else { text }
            }
            text => text,
        });
        lines.push(row(cells.collect()));
    }
    lines.join("\n")
}

fn cell_text(cell: &Cell) -> String {
    runs_text(&cell.text).trim().to_owned()
}

fn is_table_of(block: Option<&Block>, caption: &str) -> bool {
    matches!(block, Some(Block::Table(table)) if table.caption == caption)
}

/// A figure as its numbers: what its text alternative says of a drawing, they say themselves.
fn figure(figure: &Figure) -> String {
    let data = match &figure.data {
        FigureData::HeatMap(map) => table(&heat_table(map, &figure.caption, false), false),
        FigureData::Bars(bars) => {
            let bars = bars.iter().map(|bar| format!("- {}: {}", inline(&bar.name), inline(&bar.label)));
            bars.collect::<Vec<_>>().join("\n")
        }
        FigureData::Dumbbells(pairs) => {
            let rows = pairs.rows.iter().map(|row| format!("- {}", inline(&row.sentence)));
            rows.collect::<Vec<_>>().join("\n")
        }
        FigureData::Lines(chart) => {
            let lines = chart.panels.iter().map(|line| format!("- {}: {}", inline(&line.name), inline(&line.label)));
            lines.collect::<Vec<_>>().join("\n")
        }
    };
    format!("{}\n\n{data}", strong(&figure.caption))
}

/// A paragraph; where its text has several lines, they stay lines.
fn line(runs: &[Inline]) -> String {
    let [Inline::Text(text)] = runs else { return guard_start(runs_text(runs).trim()) };
    let lines = text.trim().lines().map(|line| guard_start(inline(line).trim()));
    lines.collect::<Vec<_>>().join("\\\n")
}

fn runs_text(runs: &[Inline]) -> String {
    let each = runs.iter().map(|run| match run {
        Inline::Text(text) | Inline::Foreign { text, .. } => inline(text),
        Inline::Strong(text) => strong(text),
        Inline::Link { text, url } => format!("[{}](<{}>)", inline(text), address(url)),
    });
    each.collect()
}

/// Bold marks must touch the words: "**Label:** text", never "**Label: **text".
fn strong(text: &str) -> String {
    let core = text.trim();
    if core.is_empty() {
        return text.to_owned();
    }
    let before = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{before}**{}**{after}", inline(core))
}

fn address(url: &str) -> String {
    let mut out = String::new();
    for c in url.chars() {
        match c {
            '<' | '>' | '\\' | ' ' | '\n' | '\r' => out.push_str(&format!("%{:02X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// Text inside a line: every sign that Markdown could take for its own is marked as a sign.
pub fn inline(text: &str) -> String {
    let text = harmless(text);
    let mut out = String::with_capacity(text.len() + 8);
    let mut before: Option<char> = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '$' => true,
            // Inside a word it means nothing, and names of files stay readable.
            '_' => !(word(before) && word(rest.peek().copied())),
            '&' => rest.peek().is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#'),
            // "@name" would call somebody, "#12" would link, and "://" and "www." would too.
            '@' => true,
            '#' => rest.peek().is_some_and(char::is_ascii_digit),
            ':' => out.ends_with("http") || out.ends_with("https") || out.ends_with("ftp"),
            '.' => out.to_ascii_lowercase().ends_with("www"),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// What would begin a heading, a list, a rule or a code block at the start of a line.
fn guard_start(text: &str) -> String {
    let text = text.trim_start();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let behind = text.get(digits..).unwrap_or_default();
    if digits > 0 && digits < 10 && behind.starts_with(['.', ')']) {
        return format!("{}\\{behind}", &text[..digits]);
    }
    if text.starts_with(['#', '+', '-', '=']) { format!("\\{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Column;

    fn document(blocks: Vec<Block>) -> String {
        self::blocks(&blocks)
    }

    #[test]
    fn signs_of_markdown_stay_signs() {
        let cases = [
            ("a*b* _c_ `d` <e> [f](g) h|i ~j~ $k$", r"a\*b\* \_c\_ \`d\` \<e\> \[f\](g) h\|i \~j\~ \$k\$"),
            ("# no heading", r"\# no heading"),
            ("1. no list", r"1\. no list"),
            ("12) no list", r"12\) no list"),
            ("- no list", r"\- no list"),
            ("+ no list", r"\+ no list"),
            ("=== no rule", r"\=== no rule"),
            ("> no quote", r"\> no quote"),
            ("3 of 4, 2.5 and snake_case", "3 of 4, 2.5 and snake_case"),
            ("AT&T &amp; Q&A & co", r"AT\&T \&amp; Q\&A & co"),
            ("back\\slash", r"back\\slash"),
            ("@team #12 #tag https://x.example www.y.example", r"\@team \#12 #tag https\://x.example www\.y.example"),
            ("two\nlines\n- and a third", "two\\\nlines\\\n\\- and a third"),
            ("\u{1b}[31m", r"\[U+001B\]\[31m"),
            ("    indented", "indented"),
        ];
        for (text, expected) in cases {
            assert_eq!(document(vec![Block::text(text)]), expected, "{text}");
        }
    }

    #[test]
    fn tables_have_a_head_and_escape_their_cells() {
        let column = |head: &str, align| Column { head: head.to_owned(), align, share: 1 };
        let table = Table {
            caption: "Caption".into(),
            columns: vec![column("Na|me", Align::Start), column("Share", Align::End)],
            rows: vec![vec!["x|y".into(), "50 %".into()]],
            row_heads: true,
        };
        let expected = "**Caption**\n\n| Na\\|me | Share |\n| --- | ---: |\n| **x\\|y** | 50 % |";
        assert_eq!(document(vec![Block::Table(table)]), expected);
    }

    #[test]
    fn lists_notes_and_labels_nest() {
        let item = vec![Block::text("one"), Block::text("more")];
        let list = Block::List { ordered: true, items: vec![item, vec![Block::text("two")]] };
        assert_eq!(document(vec![list]), "1. one\n\n   more\n\n2. two");
        let flat = || Block::List { ordered: false, items: vec![vec![Block::text("a")], vec![Block::text("1. b")]] };
        assert_eq!(document(vec![flat(), flat()]), "- a\n- 1\\. b\n\n<!-- -->\n\n- a\n- 1\\. b");
        let note = Block::Note(vec![Block::text("x"), Block::text("y")]);
        assert_eq!(document(vec![note]), "> x\n>\n> y");
        let label = Block::Paragraph(vec![Inline::Strong("Label: ".into()), Inline::Text("value".into())]);
        assert_eq!(document(vec![label]), "**Label:** value");
        let link = Inline::Link { text: "a]b".into(), url: "https://x.example/a b>".into() };
        assert_eq!(document(vec![Block::Paragraph(vec![link])]), "[a\\]b](<https://x.example/a%20b%3E>)");
    }
}
