//! HTML: one file that needs no network, no script and no font of its own, and that a word processor can open.

use super::escape::{escape, language_tag, put};
use super::{Format, View, svg};
use crate::report::Report;
use crate::report::document::{Align, Block, Cell, Document, Figure, Inline, Table, Tone};
use crate::report::figures::Colour;
use crate::text::TabularWords;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// The format `html`.
#[derive(Debug)]
pub struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn is_document(&self) -> bool {
        true
    }

    fn write(&self, report: &Report, _view: &View, out: &mut dyn Write) -> io::Result<Vec<String>> {
        out.write_all(render(&report.document(), &report.words.tabular).as_bytes())?;
        Ok(Vec::new())
    }
}

const STYLE: &str = include_str!("html/html.css");
/// The style sheet's own colour of headings; the first one is that of light pages.
const ACCENT: &str = "--accent: #2a0845;";
/// A figure's width in its own units: with this, its smallest letters are 12 pixels high in the narrowest window that
/// shows it.
const FIGURE_WIDTH: f32 = 520.0;
/// Tables with more columns scroll sideways in their own region where they do not fit.
const MOST_FITTING: usize = 3;
/// Tables with more rows may be divided between printed pages.
const MOST_TOGETHER: usize = 8;
/// Fewer parts need no table of contents.
const LEAST_CONTENTS: usize = 3;

/// Writes any document as a page.
pub fn render(document: &Document, words: &TabularWords) -> String {
    let mut page = Page::default();
    let mut blocks = document.blocks.as_slice();
    // The title stands in the page's header, before the table of contents.
    let mut title = document.title.as_str();
    if let Some((Block::Heading { text, .. }, rest)) = blocks.split_first() {
        (title, blocks) = (text, rest);
    }
    page.depth = 1;
    page.blocks(blocks);
    head(document) + &body(document, words, title, &page)
}

fn head(document: &Document) -> String {
    let style = style(document.accent);
    let language = language_tag(&document.language);
    let lang = language.map_or_else(String::new, |tag| format!(" lang=\"{tag}\""));
    let author = document.author.as_deref().map_or_else(String::new, |author| {
        format!("<meta name=\"author\" content=\"{}\">\n", escape(author).replace('\n', " "))
    });
    format!(
        "<!DOCTYPE html>\n<html{lang}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"generator\" content=\"coprod {}\">\n\
         <meta name=\"description\" content=\"{}\">\n{author}\
         <title>{}</title>\n<style>{style}</style>\n</head>\n",
        policy(&style),
        env!("CARGO_PKG_VERSION"),
        escape(&document.subject),
        escape(&document.title)
    )
}

/// The style sheet, in the colour that the user chose for headings. That colour is made for white paper: in the dark
/// the page keeps its own.
fn style(accent: Option<Colour>) -> String {
    // A style sheet checked out with other line ends would have another digest than what a browser sees.
    let style = STYLE.replace('\r', "");
    match accent {
        Some(Colour(red, green, blue)) => {
            style.replacen(ACCENT, &format!("--accent: #{red:02x}{green:02x}{blue:02x};"), 1)
        }
        None => style,
    }
}

/// What the page may load: nothing but its own style sheet and images that it holds itself.
fn policy(style: &str) -> String {
    let digest = base64(&Sha256::digest(style.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{digest}'; img-src data:; form-action 'none'; base-uri 'none'")
}

/// Bytes in the letters of base 64, as addresses and policies want them.
pub fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let six = (group >> (18 - 6 * place) & 63) as usize;
            out.push(if place <= chunk.len() { char::from(LETTERS[six]) } else { '=' });
        }
    }
    out
}

fn body(document: &Document, words: &TabularWords, title: &str, page: &Page) -> String {
    let mut out = String::from("<body>\n");
    put(&mut out, format_args!("<a class=\"skip\" href=\"#report\">{}</a>\n", escape(words.skip)));
    let logo = document.logo.as_ref().map_or_else(String::new, |logo| {
        let png = base64(&logo.png);
        format!("<p><img class=\"logo\" src=\"data:image/png;base64,{png}\" alt=\"{}\"></p>\n", escape(&logo.alt))
    });
    put(&mut out, format_args!("<header>\n{logo}<h1>{}</h1>\n</header>\n", escape(title)));
    if page.contents.len() >= LEAST_CONTENTS {
        put(
            &mut out,
            format_args!(
                "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{}</h2>\n<ol>\n",
                escape(words.contents)
            ),
        );
        for (id, text) in &page.contents {
            put(&mut out, format_args!("<li><a href=\"#{id}\">{}</a></li>\n", escape(text)));
        }
        out.push_str("</ol>\n</nav>\n");
    }
    put(&mut out, format_args!("<main id=\"report\" tabindex=\"-1\">\n{}</main>\n", page.out));
    put(&mut out, format_args!("<footer>\n<p>{}</p>\n</footer>\n</body>\n</html>\n", escape(&document.footer)));
    out
}

/// The page's main part while it is written.
#[derive(Default)]
struct Page {
    out: String,
    /// Id and words of the parts.
    contents: Vec<(String, String)>,
    /// Depth of the last heading.
    depth: u8,
    /// How many ids were given.
    ids: usize,
    /// Whether the next heading begins a printed page.
    breaks: bool,
}

impl Page {
    fn id(&mut self, kind: &str) -> String {
        self.ids += 1;
        format!("{kind}-{}", self.ids)
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading { depth, text } => self.heading(*depth, text),
                Block::Paragraph(runs) => {
                    let class = if is_field(runs) { " class=\"field\"" } else { "" };
                    put(&mut self.out, format_args!("<p{class}>{}</p>\n", inline(runs)));
                }
                Block::List { ordered, items } => self.list(*ordered, items),
                Block::Table(table) => self.table(table),
                Block::Figure(figure) => {
                    let said = matches!(blocks.get(at + 1), Some(Block::Paragraph(runs)) if says(runs, &figure.alt));
                    self.figure(figure, said);
                }
                Block::Note(blocks) => {
                    self.out.push_str("<div class=\"note\" role=\"note\">\n");
                    self.blocks(blocks);
                    self.out.push_str("</div>\n");
                }
                Block::Together(blocks) => {
                    self.out.push_str("<div class=\"together\">\n");
                    self.blocks(blocks);
                    self.out.push_str("</div>\n");
                }
                Block::WritingLines(count) => {
                    self.out.push_str("<div class=\"writing\" aria-hidden=\"true\">\n");
                    self.out.push_str(&"<hr>\n".repeat(usize::from(*count)));
                    self.out.push_str("</div>\n");
                }
                Block::TickBoxes(options) => {
                    self.out.push_str("<ul class=\"boxes\">\n");
                    for option in options {
                        put(&mut self.out, format_args!("<li>{}</li>\n", escape(option)));
                    }
                    self.out.push_str("</ul>\n");
                }
                Block::PageBreak => self.breaks = true,
            }
        }
    }

    /// A heading; the title is the page's only one of depth 1, and no depth is skipped.
    fn heading(&mut self, depth: u8, text: &str) {
        let depth = depth.clamp(2, 6).min(self.depth + 1);
        self.depth = depth;
        let id = self.id("part");
        let class = if std::mem::take(&mut self.breaks) { " class=\"new-page\"" } else { "" };
        put(&mut self.out, format_args!("<h{depth} id=\"{id}\"{class}>{}</h{depth}>\n", escape(text)));
        if depth == 2 {
            self.contents.push((id, text.to_owned()));
        }
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Block>]) {
        let name = if ordered { "ol" } else { "ul" };
        put(&mut self.out, format_args!("<{name}>\n"));
        for item in items {
            self.out.push_str("<li>");
            match item.as_slice() {
                [Block::Paragraph(runs)] => self.out.push_str(&inline(runs)),
                blocks => self.blocks(blocks),
            }
            self.out.push_str("</li>\n");
        }
        put(&mut self.out, format_args!("</{name}>\n"));
    }

    fn table(&mut self, table: &Table) {
        let wide = table.columns.len() > MOST_FITTING;
        let id = self.id("table");
        if wide {
            // A keyboard reaches only what takes the focus, and a screen reader says what has a name.
            put(
                &mut self.out,
                format_args!("<div class=\"wide\" role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\">\n"),
            );
        }
        let class = if table.rows.len() <= MOST_TOGETHER { " class=\"short\"" } else { "" };
        put(&mut self.out, format_args!("<table{class}>\n<caption id=\"{id}\">{}</caption>\n", escape(&table.caption)));
        self.out.push_str("<thead>\n<tr>");
        // Columns that are empty are to be filled in: by hand, or in a word processor.
        let empty = |index| table.rows.iter().all(|row| row.get(index).is_none_or(|cell: &Cell| cell.text.is_empty()));
        let to_fill: Vec<bool> = (0..table.columns.len()).map(|index| !table.rows.is_empty() && empty(index)).collect();
        for (column, &to_fill) in table.columns.iter().zip(&to_fill) {
            let class = if to_fill { TO_FILL } else { end(column.align) };
            if column.head.trim().is_empty() {
                self.out.push_str("<td></td>");
            } else {
                put(&mut self.out, format_args!("<th scope=\"col\"{class}>{}</th>", escape(&column.head)));
            }
        }
        self.out.push_str("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.out.push_str("<tr>");
            for (index, cell) in row.iter().enumerate() {
                let (head, align) =
                    table.columns.get(index).map_or(("", Align::Start), |column| (column.head.trim(), column.align));
                let to_fill = to_fill.get(index) == Some(&true);
                let (words, class) = (inline(&cell.text), if to_fill { TO_FILL } else { cell_class(cell, align) });
                if index == 0 && table.row_heads && !words.is_empty() {
                    put(&mut self.out, format_args!("<th scope=\"row\"{class}>{words}</th>"));
                } else if head.is_empty() {
                    put(&mut self.out, format_args!("<td{class}>{words}</td>"));
                } else {
                    // In a narrow window every row becomes a record, and every cell says its column's name.
                    put(&mut self.out, format_args!("<td data-head=\"{}\"{class}>{words}</td>", escape(head)));
                }
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
        if wide {
            self.out.push_str("</div>\n");
        }
    }

    /// The drawing where it is large enough to be read, and its message in words where it is not; a word processor
    /// gets both (the message only where the next paragraph does not begin with it), and shows the caption as a line of its own for the paragraph inside it. The dark drawing is for dark screens only, never for paper.
    fn figure(&mut self, figure: &Figure, said_below: bool) {
        let scene = figure.data.scene(FIGURE_WIDTH, &svg::measure);
        let out = &mut self.out;
        put(out, format_args!("<figure>\n<figcaption><p>{}</p></figcaption>\n", escape(&figure.caption)));
        if !scene.shapes.is_empty() {
            let image = |palette| {
                let drawing = svg::draw(&scene, &figure.caption, &figure.alt, palette);
                format!("data:image/svg+xml;base64,{}", base64(drawing.as_bytes()))
            };
            put(
                out,
                format_args!(
                    "<picture class=\"drawing\">\n<source media=\"screen and (prefers-color-scheme: dark)\" \
                     srcset=\"{}\">\n<img src=\"{}\" alt=\"{}\" width=\"{}\" height=\"{}\">\n</picture>\n",
                    image(svg::Palette::Dark),
                    image(svg::Palette::Light),
                    escape(&figure.alt),
                    scene.width.ceil(),
                    scene.height.ceil()
                ),
            );
        }
        if !said_below {
            put(out, format_args!("<p class=\"in-words\">{}</p>\n", escape(&figure.alt)));
        }
        out.push_str("</figure>\n");
    }
}

/// Whether a paragraph begins with most of a figure's message.
fn says(runs: &[Inline], message: &str) -> bool {
    let text: String = runs.iter().map(Inline::text).collect();
    let common = text.chars().zip(message.chars()).take_while(|(a, b)| a == b).count();
    common * 2 > message.chars().count()
}

/// Whether a paragraph is a "Label: value" line, short enough to stand close to the next one.
fn is_field(runs: &[Inline]) -> bool {
    const LONGEST: usize = 120;
    matches!(runs.first(), Some(Inline::Strong(label)) if label.ends_with(": "))
        && runs.iter().map(|run| run.text().chars().count()).sum::<usize>() <= LONGEST
}

fn inline(runs: &[Inline]) -> String {
    let mut out = String::new();
    for run in runs {
        let text = escape(run.text()).replace('\n', "<br>\n");
        match run {
            Inline::Text(_) => out.push_str(&text),
            Inline::Strong(_) => put(&mut out, format_args!("<strong>{text}</strong>")),
            Inline::Foreign { language, .. } => match language_tag(language) {
                Some(tag) => put(&mut out, format_args!("<span lang=\"{tag}\">{text}</span>")),
                None => out.push_str(&text),
            },
            Inline::Link { url, .. } if leads_out(url) => {
                put(&mut out, format_args!("<a href=\"{}\" rel=\"noreferrer\">{text}</a>", escape(url)));
            }
            Inline::Link { .. } => out.push_str(&text),
        }
    }
    out
}

/// Whether an address may be followed: a page or a mail, nothing that runs.
fn leads_out(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
        && !url.contains(|c: char| c.is_whitespace() || c.is_control())
}

const TO_FILL: &str = " class=\"fill\"";

fn end(align: Align) -> &'static str {
    if align == Align::End { " class=\"end\"" } else { "" }
}

fn cell_class(cell: &Cell, align: Align) -> &'static str {
    match cell.tone {
        Tone::Reached => " class=\"reached\"",
        Tone::Missed => " class=\"missed\"",
        Tone::Open => " class=\"open\"",
        Tone::Plain => end(align),
    }
}

#[cfg(test)]
mod tests;
