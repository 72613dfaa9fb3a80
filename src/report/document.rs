//! The report as blocks of meaning: what every document format (table, Markdown, HTML, PDF) reads.
//!
//! A block says what a thing *is* (a heading of a depth, a table with header cells, a figure with a text
//! alternative), never how it looks. So headings, table heads and alternatives reach HTML and PDF tags by themselves.

use super::figures::{Colour, FigureData};

/// A whole report in one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// BCP 47 tag of the language the document is written in, for example `de`.
    pub language: String,
    /// Title of the document, as a window's title bar shows it.
    pub title: String,
    /// One sentence that says what the document is about.
    pub subject: String,
    /// Who wrote it; shown as the author in the file's properties.
    pub author: Option<String>,
    /// The assessment's date as `YYYY-MM-DD` (or `YYYY-MM`): the only date in the file, so that it is reproducible.
    pub date: Option<String>,
    /// The words of the page footer, left side (for example the organisation and "estimate").
    pub footer: String,
    /// Pattern of the page number with `{page}` and `{pages}`, in the document's language.
    pub page_of: String,
    /// The colour of headings and lines; `None`: the format's own.
    pub accent: Option<Colour>,
    /// Large print, where the format knows letters: running text of 18 points and more.
    pub large: bool,
    /// Whether no word is divided: easy language does not.
    pub whole_words: bool,
    /// A picture at the top of the first page.
    pub logo: Option<Picture>,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
}

/// A picture in the PNG format with its text alternative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file's bytes.
    pub png: Vec<u8>,
    /// What it shows, in words.
    pub alt: String,
}

/// One unit of content.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading; `depth` 1 is the document's title, and depths never jump by more than one downwards.
    Heading {
        /// 1 to 6.
        depth: u8,
        /// The heading's words.
        text: String,
    },
    /// A paragraph of running text.
    Paragraph(Vec<Inline>),
    /// A list; each item holds blocks (a paragraph first).
    List {
        /// Numbered from 1 when true, bullets otherwise.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A table with header cells.
    Table(Table),
    /// A figure with a text alternative.
    Figure(Figure),
    /// A boxed remark: a sentence that must not be overlooked.
    Note(Vec<Block>),
    /// Blocks that stay on one page, where the format has pages and one holds them.
    Together(Vec<Block>),
    /// Empty lines to write on by hand; only paper formats draw them.
    WritingLines(u8),
    /// Options to tick by hand, each with an empty box before it.
    TickBoxes(Vec<String>),
    /// What follows starts on a new page, where the format has pages.
    PageBreak,
}

/// A run of text inside a paragraph or a table cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain text in the document's language.
    Text(String),
    /// Important words.
    Strong(String),
    /// Words in another language (a BCP 47 tag), so that a screen reader pronounces them rightly.
    Foreign {
        /// BCP 47 tag.
        language: String,
        /// The words.
        text: String,
    },
    /// A link to an address outside the document.
    Link {
        /// The words to click.
        text: String,
        /// Where it leads.
        url: String,
    },
}

/// A table: one header row, optional header cells at the start of each row, no merged cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The body; every row has as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Whether the first cell of each row is the row's header.
    pub row_heads: bool,
}

/// A table's column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The header cell's words.
    pub head: String,
    /// Where the column's text stands.
    pub align: Align,
    /// Share of the table's width this column would like (any positive number; shares are relative).
    pub share: u16,
}

/// Where a column's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the start of the line.
    Start,
    /// At the end of the line, as numbers do.
    End,
}

/// A table cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// The words.
    pub text: Vec<Inline>,
    /// A hint for the eye only: the words say the same.
    pub tone: Tone,
}

/// How a cell may be coloured in addition to what its words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// No colour.
    #[default]
    Plain,
    /// A threshold is met.
    Reached,
    /// A threshold is missed.
    Missed,
    /// Cannot be said yet.
    Open,
}

/// A figure: data for the drawing, and what it says in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The title above the figure.
    pub caption: String,
    /// The message of the figure in words, for those who do not see it.
    pub alt: String,
    /// What is drawn.
    pub data: FigureData,
}

impl Inline {
    /// The words, whatever their role.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::Foreign { text, .. } | Self::Link { text, .. } => text,
        }
    }
}

/// The words of several runs, one after the other.
pub fn plain(runs: &[Inline]) -> String {
    runs.iter().map(Inline::text).collect()
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text: vec![Inline::Text(text)], tone: Tone::Plain }
    }
}

impl From<Vec<Inline>> for Cell {
    fn from(text: Vec<Inline>) -> Self {
        Self { text, tone: Tone::Plain }
    }
}

impl Block {
    /// A paragraph of plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Paragraph(vec![Inline::Text(text.into())])
    }

    /// A heading.
    pub fn heading(depth: u8, text: impl Into<String>) -> Self {
        Self::Heading { depth, text: text.into() }
    }
}
