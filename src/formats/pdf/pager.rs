//! Puts pieces onto pages: keeps together what belongs together, repeats header rows, paints boxes and footers.

use crate::model::order;
use std::rc::Rc;

use super::{
    page::{Area, Command, Entry, Ink, Kid, Layout, NodeId, Page, Role},
    pen::{Manner, Pen},
    style::{MARGIN, PAGE_HEIGHT, Palette, TOP},
};

/// How far a box goes beyond its text where it is cut by a page's end.
const CUT: f32 = 5.0;
/// Width of the bar at the left of a box.
const BAR: f32 = 3.0;

/// Something a piece brings to its page.
#[derive(Debug, Clone)]
pub enum Item {
    /// Ink that belongs to a node, or decoration.
    Ink {
        /// The node; `None` for decoration.
        node: Option<NodeId>,
        /// What the ink stands for, where that differs from what is drawn.
        actual: Option<char>,
        /// The ink, y from the piece's upper edge.
        ink: Ink,
    },
    /// A node starts here, even if it has no content.
    Node(NodeId),
    /// An area that leads somewhere; edges from the left and from the piece's upper edge.
    Area {
        /// The link's node.
        node: NodeId,
        /// Where it leads.
        url: Rc<str>,
        /// The link's words.
        text: Rc<str>,
        /// Left, upper, right and lower edge.
        edges: [f32; 4],
    },
    /// A heading for the outline.
    Entry {
        /// Its depth.
        depth: u8,
        /// Its words.
        text: String,
    },
    /// The area of a figure's node: left, upper, right and lower edge.
    Figure {
        /// The figure's node.
        node: NodeId,
        /// Left, upper, right and lower edge.
        edges: [f32; 4],
    },
}

/// What is never cut by a page's end: a line, a table's row, a figure.
#[derive(Debug, Clone, Default)]
pub struct Piece {
    /// Space above, left out at the top of a page.
    pub gap: f32,
    /// Height.
    pub height: f32,
    /// Stands on the same page as the next piece.
    pub keep: bool,
    /// The same, unless much of the page would stay empty.
    pub soft: bool,
    /// Painted behind, y from the piece's upper edge.
    pub ground: Vec<Ink>,
    /// What it brings, in reading order.
    pub items: Vec<Item>,
    /// The innermost box around it.
    pub frame: Option<usize>,
    /// Only the inner edge of a box: never starts a page.
    pub edge: bool,
    /// What is drawn first if this piece starts a page: a table's header row.
    pub repeat: Option<Rc<Piece>>,
}

/// A box around pieces.
#[derive(Debug, Clone, Copy)]
struct Frame {
    parent: Option<usize>,
    x: f32,
    width: f32,
}

/// What the marks on the page say at the moment.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Open {
    Nothing,
    Node(NodeId),
    Decoration,
}

/// Builds pages from pieces.
pub struct Pager {
    /// The pages and the tags so far.
    pub layout: Layout,
    frames: Vec<Frame>,
    /// Groups of pieces since the last page break.
    section: Vec<Vec<Piece>>,
    pending: Vec<Piece>,
    /// Pieces of a block that stays whole if it is short enough, see [`Pager::hold`].
    held: Vec<Piece>,
    /// How tall the block may still become, and how many holds are open.
    hold: (f32, usize),
    /// The page in work.
    front: Vec<Command>,
    ground: Vec<Ink>,
    marks: Vec<NodeId>,
    /// Boxes on the page in work: frame, upper and lower edge.
    boxes: Vec<(usize, f32, f32)>,
    open: Open,
    pen: Pen,
    palette: Palette,
}

impl Pager {
    /// No page yet; pages hold `scale` times less than usual.
    pub fn new(palette: Palette, scale: f32) -> Self {
        Self {
            layout: Layout::default(),
            frames: Vec::new(),
            section: Vec::new(),
            pending: Vec::new(),
            held: Vec::new(),
            hold: (0.0, 0),
            front: Vec::new(),
            ground: Vec::new(),
            marks: Vec::new(),
            boxes: Vec::new(),
            open: Open::Nothing,
            pen: Pen::new(scale),
            palette,
        }
    }

    /// A new box inside `parent`, `x` from the text area's left edge.
    pub fn frame(&mut self, parent: Option<usize>, x: f32, width: f32) -> usize {
        self.frames.push(Frame { parent, x, width });
        self.frames.len() - 1
    }

    /// The pieces up to [`Pager::release`] stay on one page, unless they are taller than `most`.
    pub fn hold(&mut self, most: f32) {
        if self.hold.1 == 0 {
            self.hold.0 = most;
        }
        self.hold.1 += 1;
    }

    /// Ends a hold; a hold inside another one counts as part of it. What is held is parted where a page would else stay
    /// half empty, unless that is worse, as with a question and its options (`firmly`).
    pub fn release(&mut self, firmly: bool) {
        self.hold.1 = self.hold.1.saturating_sub(1);
        if self.hold.1 > 0 {
            return;
        }
        let held = std::mem::take(&mut self.held);
        let last = held.len().saturating_sub(1);
        for (index, piece) in held.into_iter().enumerate() {
            let inner = index < last;
            let (soft, keep) = (piece.soft || inner, piece.keep || inner && firmly);
            self.add(Piece { soft, keep, ..piece });
        }
    }

    /// Adds a piece below the last one.
    pub fn push(&mut self, piece: Piece) {
        if self.hold.1 == 0 || self.hold.0 < 0.0 {
            self.add(piece);
            return;
        }
        self.hold.0 -= piece.gap + piece.height;
        self.held.push(piece);
        if self.hold.0 < 0.0 {
            self.give_up_hold();
        }
    }

    /// The block is too tall to stay whole.
    fn give_up_hold(&mut self) {
        for piece in std::mem::take(&mut self.held) {
            self.add(piece);
        }
    }

    fn add(&mut self, piece: Piece) {
        let more = piece.keep || piece.soft;
        self.pending.push(piece);
        if !more {
            self.flush();
        }
    }

    /// What follows starts on a new page, unless the page is still empty.
    pub fn page_break(&mut self) {
        self.place_section();
        if self.pen.started {
            self.end_page();
        }
    }

    /// Ends the last page.
    pub fn finish(mut self) -> Layout {
        self.place_section();
        if self.pen.started || self.layout.pages.is_empty() {
            self.end_page();
        }
        self.layout
    }

    /// Ends a group of pieces that belong together.
    fn flush(&mut self) {
        let group = std::mem::take(&mut self.pending);
        if !group.is_empty() {
            self.section.push(group);
        }
    }

    /// Places everything up to here: only then it is known how its last page looks.
    fn place_section(&mut self) {
        self.give_up_hold();
        self.flush();
        let section = std::mem::take(&mut self.section);
        self.pen.manner = self.pen.manner_for(&section);
        for group in section {
            let mut trial = self.pen;
            let cuts = trial.cuts(&group);
            for (piece, cut) in group.into_iter().zip(cuts) {
                if cut {
                    self.end_page();
                }
                self.place(piece);
            }
        }
        self.pen.manner = Manner::default();
    }

    /// Draws a piece at the pen's place.
    fn place(&mut self, mut piece: Piece) {
        if !self.pen.started
            && let Some(head) = piece.repeat.take()
        {
            self.place(Piece { frame: piece.frame, ..Piece::clone(&head) });
        }
        let top = self.pen.pass(&piece);
        self.enclose(piece.frame, top, top + piece.height);
        self.ground.extend(piece.ground.into_iter().map(|ink| ink.moved(MARGIN, top)));
        for item in piece.items {
            self.item(item, top);
        }
    }

    /// Widens the boxes around a piece down to its lower edge.
    fn enclose(&mut self, frame: Option<usize>, top: f32, bottom: f32) {
        let mut at = frame;
        while let Some(id) = at {
            match self.boxes.iter_mut().find(|(known, ..)| *known == id) {
                Some((_, _, lower)) => *lower = bottom,
                None => self.boxes.push((id, top, bottom)),
            }
            at = self.frames.get(id).and_then(|frame| frame.parent);
        }
    }

    fn item(&mut self, item: Item, top: f32) {
        let page = self.layout.pages.len();
        let flip = |[left, upper, right, lower]: [f32; 4]| {
            [MARGIN + left, PAGE_HEIGHT - top - lower, MARGIN + right, PAGE_HEIGHT - top - upper]
        };
        match item {
            Item::Ink { node, actual, ink } => {
                self.mark(node, actual);
                self.front.push(Command::Draw(ink.moved(MARGIN, top)));
                if actual.is_some() {
                    self.close();
                }
            }
            Item::Node(node) => self.layout.tree.attach(node),
            Item::Area { node, url, text, edges } => {
                let (url, text) = (url.to_string(), text.to_string());
                self.layout.areas.push(Area { page, edges: flip(edges), node, url, text });
                self.layout.tree.push(node, Kid::Area(self.layout.areas.len() - 1));
            }
            Item::Entry { depth, text } => self.layout.outline.push(Entry { depth, text, page, y: top }),
            Item::Figure { node, edges } => {
                if let Some(node) = self.layout.tree.nodes.get_mut(node)
                    && let Role::Figure { area, .. } = &mut node.role
                {
                    *area = flip(edges);
                }
            }
        }
    }

    /// Makes sure that what is drawn next belongs to `node`.
    fn mark(&mut self, node: Option<NodeId>, actual: Option<char>) {
        let wanted = node.map_or(Open::Decoration, Open::Node);
        if self.open == wanted && actual.is_none() {
            return;
        }
        self.close();
        match node {
            Some(node) => {
                let mark = self.marks.len();
                self.marks.push(node);
                self.layout.tree.push(node, Kid::Mark { page: self.layout.pages.len(), mark });
                self.front.push(Command::Begin { mark, node, actual });
            }
            None => self.front.push(Command::Decoration { footer: false }),
        }
        self.open = wanted;
    }

    fn close(&mut self) {
        if self.open != Open::Nothing {
            self.front.push(Command::End);
            self.open = Open::Nothing;
        }
    }

    /// Ends the page in work: boxes behind, then the grounds, then the content.
    fn end_page(&mut self) {
        self.close();
        let mut boxes = std::mem::take(&mut self.boxes);
        order::sort_by_key(&mut boxes, |(id, ..)| *id);
        let mut back = Vec::new();
        for (id, top, bottom) in boxes {
            let Some(frame) = self.frames.get(id) else { continue };
            // Text at the very edge of a cut box gets some air.
            let top = if top <= TOP { top - CUT } else { top };
            let bottom = if bottom + CUT > self.pen.bottom { bottom + CUT } else { bottom };
            let (x, height) = (MARGIN + frame.x, bottom - top);
            let bar = |width, fill| Ink::Rect { x, y: top, width, height, fill: Some(fill), stroke: None };
            back.extend([bar(frame.width, self.palette.note_ground), bar(BAR, self.palette.accent)]);
        }
        back.append(&mut self.ground);
        let mut commands = Vec::with_capacity(back.len() + self.front.len() + 2);
        if !back.is_empty() {
            commands.push(Command::Decoration { footer: false });
            commands.extend(back.into_iter().map(Command::Draw));
            commands.push(Command::End);
        }
        commands.append(&mut self.front);
        self.layout.pages.push(Page { commands, marks: std::mem::take(&mut self.marks) });
        self.pen.turn();
    }
}

impl Piece {
    /// The same drawing as decoration: a header row shown once more.
    pub fn decoration(&self) -> Self {
        let items = self.items.iter().filter_map(|item| match item {
            Item::Ink { ink, .. } => Some(Item::Ink { node: None, actual: None, ink: ink.clone() }),
            _ => None,
        });
        Self { height: self.height, keep: true, ground: self.ground.clone(), items: items.collect(), ..Self::default() }
    }
}
