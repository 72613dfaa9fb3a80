//! Turns the report's blocks into pieces: headings, paragraphs, notes, lines to write on.

use std::rc::Rc;

use super::{
    clean::{Warnings, visible, visible_line},
    flow::{Flow, Line, Span},
    fonts::{Face, Fonts},
    footer,
    hyphen::{self, Hyphens},
    lists::Label,
    logo::Logo,
    page::{Ink, Layout, NodeId, Role},
    pager::{Item, Pager, Piece},
    scale::{self, LARGE},
    style::{BODY, BOTTOM, LINK, LONGEST_LINE, NARROWEST, Palette, QUIET, Style, TOP, WIDTH, heading},
    text::{Measure, even_lines, widest_word},
};
use crate::report::{
    document::{Block, Document, Inline},
    figures::Stroke,
};
use crate::text::Loss;

/// Space between two paragraphs.
pub const PARAGRAPH: f32 = 7.0;
/// Space between two items of a list.
pub const ITEM: f32 = 4.0;
/// Space inside a box.
const PADDING: f32 = 10.0;
/// The least share of its size to which a heading with a very long word shrinks.
const SMALLEST_HEADING: f32 = 0.6;
/// Space above and below tables, figures and boxes.
pub const APART: f32 = 13.0;
/// Words in another language are set in italics up to this many characters; longer italics are hard to read.
const LONGEST_ITALICS: usize = 60;
/// Taller boxes may be cut by a page's end.
const TALLEST_NOTE: f32 = 200.0;
/// Height of a line to write on: room for large handwriting.
const WRITING: f32 = 27.0;

/// Where content stands: on the page, in the tree, in a box.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Left edge, from the text area's left edge.
    pub x: f32,
    /// Width.
    pub width: f32,
    /// The node that content belongs to.
    pub node: NodeId,
    /// The innermost box.
    pub frame: Option<usize>,
    /// Depth of the list, 0 outside of lists.
    pub depth: usize,
}

/// The words and the address of a link.
struct Target {
    url: Rc<str>,
    text: Rc<str>,
    node: NodeId,
}

/// A language tag that a reader can use: letters, digits and hyphens only.
pub fn language_tag(tag: &str) -> Option<String> {
    let tag = tag.replace('_', "-");
    let good = !tag.is_empty()
        && tag.len() <= 35
        && tag
            .split('-')
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    good.then_some(tag)
}

/// Whether blocks bring neither words nor lines to the page.
pub fn is_empty(blocks: &[Block]) -> bool {
    blocks.iter().all(|block| match block {
        Block::Heading { text, .. } => text.trim().is_empty(),
        Block::Paragraph(runs) => runs.iter().all(|run| run.text().trim().is_empty()),
        Block::List { items, .. } => items.iter().all(|blocks| is_empty(blocks)),
        Block::Note(blocks) | Block::Together(blocks) => is_empty(blocks),
        Block::Table(_) | Block::Figure(_) => false,
        Block::WritingLines(count) => *count == 0,
        Block::TickBoxes(options) => options.is_empty(),
        Block::PageBreak => true,
    })
}

/// Builds the layout of one document.
pub struct Builder<'a> {
    /// The faces.
    pub fonts: &'a Fonts,
    /// The pages.
    pub pager: Pager,
    /// What could not be printed.
    pub warnings: Warnings,
    /// The report's colours.
    pub palette: Palette,
    pub(super) rules: Option<hypher::Lang>,
    /// Whether words of other languages stay whole as well.
    whole_words: bool,
    targets: Vec<Target>,
    /// The bullet or number that waits for its line.
    pub label: Option<Label>,
    /// Space asked for by the last block; the larger of two neighbours' wishes counts.
    pub gap: f32,
    depth: u8,
    /// The words of the last heading.
    pub heading: String,
}

/// Lays a document out.
pub fn layout(document: &Document, fonts: &Fonts, logo: Option<Logo>) -> (Layout, Vec<Loss>) {
    let palette = Palette::new(document.accent);
    let scale = if document.large { LARGE } else { 1.0 };
    let mut builder = Builder {
        fonts,
        pager: Pager::new(palette, scale),
        warnings: Warnings::default(),
        palette,
        rules: hyphen::rules(&document.language).filter(|_| !document.whole_words),
        whole_words: document.whole_words,
        targets: Vec::new(),
        label: None,
        gap: 0.0,
        depth: 0,
        heading: String::new(),
    };
    let place = Place { x: 0.0, width: WIDTH / scale, node: 0, frame: None, depth: 0 };
    if let (Some(logo), Some(picture)) = (logo, &document.logo) {
        builder.logo(logo, &picture.alt, place);
    }
    builder.blocks(&document.blocks, place);
    let Builder { pager, mut warnings, .. } = builder;
    let mut layout = pager.finish();
    scale::enlarge(&mut layout, scale);
    footer::add(document, fonts, scale, &mut layout, &mut warnings);
    (layout, warnings.into_vec())
}

impl Builder<'_> {
    /// Lays blocks out one below the other.
    pub fn blocks(&mut self, blocks: &[Block], place: Place) {
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading { depth, text } => self.heading(*depth, text, place),
                Block::Paragraph(runs) => {
                    self.paragraph(runs, place, blocks.get(index + 1));
                }
                Block::List { ordered, items } => self.list(*ordered, items, place),
                Block::Table(table) => {
                    // What is said below a table is about it.
                    let remark = matches!(blocks.get(index + 1), Some(Block::Paragraph(_)));
                    self.table(table, place, remark);
                }
                Block::Figure(figure) => {
                    // The numbers of a figure stand in the table below it.
                    let numbers = matches!(blocks.get(index + 1), Some(Block::Table(_)));
                    self.figure(figure, place, numbers);
                }
                Block::Note(blocks) => self.note(blocks, place),
                Block::Together(blocks) => {
                    self.pager.hold(f32::INFINITY);
                    self.blocks(blocks, place);
                    self.pager.release(true);
                }
                Block::WritingLines(count) => self.writing_lines(*count, place),
                Block::TickBoxes(options) => self.tick_boxes(options, place),
                Block::PageBreak => {
                    self.pager.page_break();
                    self.gap = 0.0;
                }
            }
        }
    }

    /// Asks for space above the next piece.
    pub fn space(&mut self, gap: f32) {
        self.gap = self.gap.max(gap);
    }

    /// Adds a piece with the space asked for and a waiting bullet or number.
    pub fn push(&mut self, mut piece: Piece, place: Place, base: f32) {
        piece.gap = std::mem::take(&mut self.gap);
        piece.frame = place.frame;
        if let Some(label) = self.label.take_if(|_| !piece.edge) {
            let mut items = self.label_items(&label, base);
            items.append(&mut piece.items);
            piece.items = items;
        }
        self.pager.push(piece);
    }

    /// A new node below the place's.
    pub fn node(&mut self, place: Place, role: Role) -> NodeId {
        self.pager.layout.tree.add(place.node, role)
    }

    /// Text runs as a flow that belongs to `node`.
    pub fn flow(&mut self, runs: &[Inline], style: Style, node: NodeId) -> Flow {
        let mut flow = Flow::default();
        for run in runs {
            let plain = Span { end: 0, face: style.face, colour: style.colour, node, link: None, rules: self.rules };
            let span = match run {
                Inline::Text(_) => plain,
                Inline::Strong(_) => Span { face: Face::Bold, ..plain },
                Inline::Foreign { language, text } => {
                    let short = style.face == Face::Regular && text.chars().nth(LONGEST_ITALICS).is_none();
                    let face = if short { Face::Italic } else { style.face };
                    let rules = hyphen::rules(language).filter(|_| !self.whole_words);
                    let node = match language_tag(language) {
                        Some(language) => self.pager.layout.tree.add(node, Role::Foreign { language }),
                        None => node,
                    };
                    Span { face, node, rules, ..plain }
                }
                Inline::Link { text, url } => self.link(text, url, plain),
            };
            let text = visible(run.text(), span.face, self.fonts, &mut self.warnings);
            flow.push(&text, span);
        }
        flow
    }

    /// A link's span; addresses of an unknown kind stay plain words.
    fn link(&mut self, text: &str, url: &str, plain: Span) -> Span {
        let known = ["http://", "https://", "mailto:"]
            .iter()
            .any(|kind| url.get(..kind.len()).is_some_and(|start| start.eq_ignore_ascii_case(kind)));
        if !known || text.is_empty() {
            return plain;
        }
        let node = self.pager.layout.tree.add(plain.node, Role::Link);
        self.targets.push(Target { url: url.into(), text: text.into(), node });
        Span { colour: LINK, node, link: Some(self.targets.len() - 1), ..plain }
    }

    /// The items of a line of text, its base line at `y`.
    pub fn line(&self, line: Line, flow: &Flow, style: Style, x: f32, y: f32, items: &mut Vec<Item>) {
        for (index, part) in line.parts.into_iter().enumerate() {
            let Some(span) = flow.spans.get(part.span) else { continue };
            let (left, size, face) = (x + part.x, style.size, part.face);
            let actual = (line.hyphen == Some(index)).then_some('\u{AD}');
            let target = span.link.and_then(|link| self.targets.get(link));
            // A space at the line's end is part of the words, but nothing to underline.
            let right = (left + part.width).min(x + line.width);
            let (text, shifts) = (part.text, part.shifts);
            let ink = Ink::Text { x: left, y, size, face, colour: span.colour, text, shifts };
            items.push(Item::Ink { node: Some(span.node), actual, ink });
            if let Some(target) = target {
                let stroke = Stroke { colour: LINK, width: 0.6, dashed: false };
                let ink = Ink::Line { x1: left, y1: y + 1.8, x2: right, y2: y + 1.8, stroke };
                items.push(Item::Ink { node: Some(span.node), actual: None, ink });
                let edges = [left, y - size, right, y + size * 0.3];
                let (url, text) = (Rc::clone(&target.url), Rc::clone(&target.text));
                items.push(Item::Area { node: target.node, url, text, edges });
            }
        }
    }

    /// Paragraph text; it stays with the list that follows, and with the table that it introduces.
    fn paragraph(&mut self, runs: &[Inline], place: Place, next: Option<&Block>) {
        let node = self.node(place, Role::Paragraph);
        let flow = self.flow(runs, BODY, node);
        // What is to be filled in stands with what it is about.
        let list = matches!(next, Some(Block::List { .. } | Block::TickBoxes(_) | Block::WritingLines(_)));
        let leads = flow.text.trim_end().ends_with(':') && (list || matches!(next, Some(Block::Table(_))));
        let below = if leads || place.depth > 0 { ITEM } else { PARAGRAPH };
        self.text(&flow, BODY, place, leads || list, Hyphens::Free);
        self.space(below);
    }

    /// Sets a flow line by line; the first two and the last two lines stay together.
    pub fn text(&mut self, flow: &Flow, style: Style, place: Place, keep_last: bool, hyphens: Hyphens) {
        let width = place.width.min(LONGEST_LINE);
        let set = even_lines(flow, Measure { size: style.size, width, hyphens }, self.fonts);
        let count = set.len();
        for (index, line) in set.into_iter().enumerate() {
            let mut piece = Piece { height: style.leading, ..Piece::default() };
            piece.keep = if index + 1 == count { keep_last } else { index == 0 || index + 2 == count };
            self.line(line, flow, style, place.x, style.rise(), &mut piece.items);
            self.push(piece, place, style.rise());
        }
    }

    fn heading(&mut self, depth: u8, text: &str, place: Place) {
        let text = visible_line(text, Face::Bold, self.fonts, &mut self.warnings);
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        // Readers jump by depth, so no depth may be left out.
        let depth = depth.clamp(1, 6).min(self.depth + 1);
        let title = depth == 1 && self.heading.is_empty();
        self.depth = depth;
        text.clone_into(&mut self.heading);
        let (mut style, above, below) = heading(depth, self.palette.accent);
        let node = self.node(place, Role::Heading(depth));
        let mut flow = Flow::default();
        let span = Span { end: 0, face: style.face, colour: style.colour, node, link: None, rules: self.rules };
        flow.push(text, span);
        // A word wider than the page makes the letters smaller; only the very longest is divided all the same.
        let widest = widest_word(&flow, style.size, text.len(), false, self.fonts);
        let shrunk = (place.width / widest.max(1.0)).clamp(SMALLEST_HEADING, 1.0);
        (style.size, style.leading) = (style.size * shrunk, style.leading * shrunk);
        let measure = Measure { size: style.size, width: place.width, hyphens: Hyphens::Tight };
        let set = even_lines(&flow, measure, self.fonts);
        self.space(above);
        // One piece holds the whole heading, so that it is one mark on one page; a monster is cut.
        let most = ((BOTTOM - TOP) / 2.0 / style.leading) as usize;
        let mut set = set.into_iter().peekable();
        let mut first = true;
        while set.peek().is_some() {
            let mut piece = Piece { keep: true, ..Piece::default() };
            if first {
                piece.items.push(Item::Entry { depth, text: text.to_owned() });
                if title {
                    let fill = Some(self.palette.accent);
                    piece.ground.push(Ink::Rect { x: place.x, y: 0.0, width: 72.0, height: 5.0, fill, stroke: None });
                    piece.height += 20.0;
                }
            }
            for line in set.by_ref().take(most.max(1)) {
                self.line(line, &flow, style, place.x, piece.height + style.rise(), &mut piece.items);
                piece.height += style.leading;
            }
            if depth == 2 && set.peek().is_none() {
                piece.height += 4.0;
                let (y, stroke) = (piece.height, Stroke { colour: self.palette.rule, width: 0.8, dashed: false });
                piece.ground.push(Ink::Line { x1: place.x, y1: y, x2: place.x + place.width, y2: y, stroke });
            }
            self.push(piece, place, style.rise());
            first = false;
        }
        self.space(below);
    }

    fn note(&mut self, blocks: &[Block], place: Place) {
        if is_empty(blocks) {
            return;
        }
        let node = self.node(place, Role::Note);
        let inset = if place.width > NARROWEST { PADDING + 4.0 } else { 6.0 };
        let frame = self.pager.frame(place.frame, place.x, place.width);
        let width = place.width - 2.0 * inset;
        let inner = Place { x: place.x + inset, width, node, frame: Some(frame), depth: 0 };
        self.space(APART);
        self.pager.hold(TALLEST_NOTE);
        let edge = |height| Piece { height, keep: true, edge: true, ..Piece::default() };
        self.push(edge(PADDING), inner, BODY.rise());
        self.blocks(blocks, inner);
        self.gap = 0.0;
        self.push(Piece { keep: false, ..edge(PADDING) }, inner, BODY.rise());
        self.pager.release(false);
        self.space(APART);
    }

    fn writing_lines(&mut self, count: u8, place: Place) {
        for _ in 0..count {
            let stroke = Stroke { colour: QUIET, width: 0.6, dashed: false };
            let (x1, x2, y) = (place.x, place.x + place.width, WRITING - 1.0);
            let ground = vec![Ink::Line { x1, y1: y, x2, y2: y, stroke }];
            self.push(Piece { height: WRITING, ground, ..Piece::default() }, place, BODY.rise());
        }
        self.space(APART);
    }
}
