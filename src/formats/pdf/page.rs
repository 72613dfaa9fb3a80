//! The laid-out report, free of any PDF library: pages of drawing commands and a tree of tagged nodes.

use super::fonts::Face;
use crate::report::{
    figures::{Colour, Stroke},
    picture::Bitmap,
};

/// Index of a node in the [`Tree`].
pub type NodeId = usize;

/// What a node of the tree is.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// The root.
    Document,
    /// A heading of a depth from 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list, numbered or not.
    List {
        /// Numbered when true.
        ordered: bool,
    },
    /// A list's item.
    Item,
    /// An item's bullet or number.
    Label,
    /// An item's content.
    Body,
    /// A table.
    Table,
    /// A table's caption.
    Caption,
    /// A table's header rows.
    Head,
    /// A table's other rows.
    Rows,
    /// A row.
    Row,
    /// A column's header cell.
    ColumnHead,
    /// A row's header cell.
    RowHead,
    /// A cell.
    Data,
    /// A figure with its text alternative.
    Figure {
        /// What the figure says in words.
        alt: String,
        /// Left, lower, right and upper edge on its page, origin at the lower left.
        area: [f32; 4],
    },
    /// A boxed note.
    Note,
    /// Words in another language.
    Foreign {
        /// BCP 47 tag.
        language: String,
    },
    /// A link.
    Link,
}

/// What a node holds, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kid {
    /// Another node.
    Node(NodeId),
    /// Marked content of a page.
    Mark {
        /// The page, from 0.
        page: usize,
        /// The mark's number on that page.
        mark: usize,
    },
    /// A link's area: index into [`Layout::areas`].
    Area(usize),
}

/// A node of the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// The node above; `None` for the root.
    pub parent: Option<NodeId>,
    /// What it holds.
    pub kids: Vec<Kid>,
    /// Whether the parent lists it already.
    attached: bool,
}

impl Node {
    /// Whether the parent lists the node: it has content, or is a cell of a row.
    pub fn is_attached(&self) -> bool {
        self.attached
    }
}

/// The tree of tagged nodes; node 0 is the root.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// Every node.
    pub nodes: Vec<Node>,
}

impl Default for Tree {
    fn default() -> Self {
        Self { nodes: vec![Node { role: Role::Document, parent: None, kids: Vec::new(), attached: true }] }
    }
}

impl Tree {
    /// A new node, which its parent lists from its first content on, so that kids stand in reading order.
    pub fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        self.nodes.push(Node { role, parent: Some(parent), kids: Vec::new(), attached: false });
        self.nodes.len() - 1
    }

    /// Lists the node, and those above it, with their parents.
    pub fn attach(&mut self, id: NodeId) {
        let mut chain = Vec::new();
        let mut at = Some(id);
        while let Some(id) = at
            && let Some(node) = self.nodes.get_mut(id)
            && !node.attached
        {
            node.attached = true;
            at = node.parent;
            chain.push((id, node.parent));
        }
        for (id, parent) in chain.into_iter().rev() {
            if let Some(parent) = parent.and_then(|parent| self.nodes.get_mut(parent)) {
                parent.kids.push(Kid::Node(id));
            }
        }
    }

    /// Puts content into a node.
    pub fn push(&mut self, id: NodeId, kid: Kid) {
        self.attach(id);
        if let Some(node) = self.nodes.get_mut(id) {
            node.kids.push(kid);
        }
    }
}

/// Something drawn; lengths in points, y downwards.
#[derive(Debug, Clone, PartialEq)]
pub enum Ink {
    /// A run of text in one face.
    Text {
        /// Left end.
        x: f32,
        /// Base line.
        y: f32,
        /// Font size.
        size: f32,
        /// The face.
        face: Face,
        /// The colour.
        colour: Colour,
        /// The glyphs' characters.
        text: String,
        /// After so many characters the pen goes back by so many thousandths of the size.
        shifts: Vec<(usize, f32)>,
    },
    /// A rectangle.
    Rect {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Inside.
        fill: Option<Colour>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A straight line.
    Line {
        /// Start, from the left.
        x1: f32,
        /// Start, from the top.
        y1: f32,
        /// End, from the left.
        x2: f32,
        /// End, from the top.
        y2: f32,
        /// Look.
        stroke: Stroke,
    },
    /// The logo.
    Logo {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
    },
}

impl Ink {
    /// Moves the ink to the right and down.
    pub fn moved(mut self, right: f32, down: f32) -> Self {
        match &mut self {
            Self::Text { x, y, .. } | Self::Rect { x, y, .. } | Self::Logo { x, y, .. } => {
                *x += right;
                *y += down;
            }
            Self::Line { x1, y1, x2, y2, .. } => {
                *x1 += right;
                *x2 += right;
                *y1 += down;
                *y2 += down;
            }
        }
        self
    }
}

/// One step of drawing a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Content of a node starts.
    Begin {
        /// The mark's number on the page.
        mark: usize,
        /// The node.
        node: NodeId,
        /// What the content stands for, where that differs from what is drawn.
        actual: Option<char>,
    },
    /// Decoration starts, which is no content.
    Decoration {
        /// Whether it is the page's footer.
        footer: bool,
    },
    /// Content or decoration ends.
    End,
    /// Draws.
    Draw(Ink),
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// What is drawn, back to front.
    pub commands: Vec<Command>,
    /// The node of each mark.
    pub marks: Vec<NodeId>,
}

/// An area of a page that leads somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// The page, from 0.
    pub page: usize,
    /// Left, lower, right and upper edge, origin at the lower left.
    pub edges: [f32; 4],
    /// The link's node.
    pub node: NodeId,
    /// Where it leads.
    pub url: String,
    /// The link's words.
    pub text: String,
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The heading's depth.
    pub depth: u8,
    /// The heading's words.
    pub text: String,
    /// The page, from 0.
    pub page: usize,
    /// Upper edge, from the top.
    pub y: f32,
}

/// A laid-out report.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// The pages.
    pub pages: Vec<Page>,
    /// The tags.
    pub tree: Tree,
    /// The areas of links.
    pub areas: Vec<Area>,
    /// The outline.
    pub outline: Vec<Entry>,
    /// The pixels of the logo.
    pub logo: Option<Bitmap>,
}
