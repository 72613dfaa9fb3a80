//! Lists: items with bullets or numbers.

use super::{
    blocks::{Builder, ITEM, PARAGRAPH, Place, is_empty},
    flow::{Flow, Span},
    hyphen::Hyphens,
    page::{Ink, NodeId, Role},
    pager::{Item, Piece},
    style::{BODY, NARROWEST},
    text::{Measure, lines},
};
use crate::report::{
    document::{Block, Inline},
    figures::Stroke,
};

/// How far a list's items are indented.
const INDENT: f32 = 18.0;
/// Taller list items may be cut by a page's end.
const TALLEST_ITEM: f32 = 80.0;
/// Options to tick stay together unless they are taller than this.
const TALLEST_OPTIONS: f32 = 260.0;
/// The side of a box to tick: large enough for a cross made by an unsteady hand.
const BOX: f32 = 11.5;
/// Space between two options.
const BOX_GAP: f32 = 6.0;

/// A list item's bullet or number, which waits for the item's first line.
#[derive(Debug)]
pub struct Label {
    node: NodeId,
    x: f32,
    /// The number; `None` for a bullet.
    number: Option<String>,
    /// Whether it is an empty box to tick.
    tick: bool,
    depth: usize,
}

/// All in one line.
const UNBROKEN: Measure = Measure { size: BODY.size, width: f32::INFINITY, hyphens: Hyphens::Never };
/// So few options stand below one another, however short they are.
const FEW: usize = 3;
/// Space between options that stand beside one another.
const BETWEEN: f32 = 16.0;

impl Builder<'_> {
    /// A list, numbered or not.
    pub fn list(&mut self, ordered: bool, items: &[Vec<Block>], place: Place) {
        let list = self.node(place, Role::List { ordered });
        let numbers = self.fonts.width(BODY.face, &format!("{}.", items.len())) * BODY.size / 1000.0 + 6.0;
        let wanted = if ordered { numbers.max(INDENT) } else { INDENT };
        let indent = if place.width > NARROWEST { wanted } else { 0.0 };
        for (index, blocks) in items.iter().filter(|blocks| !is_empty(blocks)).enumerate() {
            let item = self.pager.layout.tree.add(list, Role::Item);
            let node = self.pager.layout.tree.add(item, Role::Label);
            let body = self.pager.layout.tree.add(item, Role::Body);
            let number = ordered.then(|| format!("{}.", index + 1));
            self.flush_label(place);
            self.pager.hold(TALLEST_ITEM);
            self.label = Some(Label { node, x: place.x, number, tick: false, depth: place.depth });
            let inner =
                Place { x: place.x + indent, width: place.width - indent, node: body, depth: place.depth + 1, ..place };
            self.blocks(blocks, inner);
            self.flush_label(place);
            self.pager.release(false);
            self.gap = ITEM;
        }
        self.space(PARAGRAPH);
    }

    /// Options to tick by hand: a list whose signs are empty boxes. Short options stand beside one another.
    pub fn tick_boxes(&mut self, options: &[String], place: Place) {
        let list = self.node(place, Role::List { ordered: false });
        let indent = if place.width > NARROWEST { BOX + 9.0 } else { 0.0 };
        let widest = options.iter().map(|option| self.width_of(option)).fold(0.0, f32::max);
        let each = indent + widest + BETWEEN;
        if options.len() > FEW && each * 2.0 <= place.width {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 2 and what fits on a page.
            let columns = (place.width / each) as usize;
            return self.rows_of_boxes(options, columns, [indent, each], list, place);
        }
        self.pager.hold(TALLEST_OPTIONS);
        for option in options {
            let item = self.pager.layout.tree.add(list, Role::Item);
            let node = self.pager.layout.tree.add(item, Role::Label);
            let body = self.pager.layout.tree.add(item, Role::Body);
            self.flush_label(place);
            self.label = Some(Label { node, x: place.x, number: None, tick: true, depth: place.depth });
            let inner = Place { x: place.x + indent, width: place.width - indent, node: body, depth: 1, ..place };
            self.blocks(&[Block::text(option.as_str())], inner);
            self.flush_label(place);
            self.gap = BOX_GAP;
        }
        self.pager.release(false);
        self.space(PARAGRAPH);
    }

    /// Options in rows of so many.
    fn rows_of_boxes(
        &mut self,
        options: &[String],
        columns: usize,
        [indent, each]: [f32; 2],
        list: NodeId,
        place: Place,
    ) {
        self.pager.hold(TALLEST_OPTIONS);
        for row in options.chunks(columns) {
            let mut piece = Piece { height: BODY.leading, ..Piece::default() };
            for (column, option) in row.iter().enumerate() {
                let item = self.pager.layout.tree.add(list, Role::Item);
                let node = self.pager.layout.tree.add(item, Role::Label);
                let body = self.pager.layout.tree.add(item, Role::Body);
                let text = self.pager.layout.tree.add(body, Role::Paragraph);
                let x = place.x + each * column as f32;
                let label = Label { node, x, number: None, tick: true, depth: place.depth };
                piece.items.extend(self.label_items(&label, BODY.rise()));
                let flow = self.flow(&[Inline::Text(option.clone())], BODY, text);
                for line in lines(&flow, UNBROKEN, self.fonts) {
                    self.line(line, &flow, BODY, x + indent, BODY.rise(), &mut piece.items);
                }
            }
            self.push(piece, place, BODY.rise());
            self.gap = BOX_GAP;
        }
        self.pager.release(false);
        self.space(PARAGRAPH);
    }

    /// How wide a text is in one line.
    fn width_of(&self, text: &str) -> f32 {
        let span = Span { end: 0, face: BODY.face, colour: BODY.colour, node: 0, link: None, rules: None };
        let mut flow = Flow::default();
        flow.push(text, span);
        lines(&flow, UNBROKEN, self.fonts).iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// Draws a bullet or number whose item brought no line of its own.
    fn flush_label(&mut self, place: Place) {
        if self.label.is_some() {
            self.push(Piece { height: BODY.leading, ..Piece::default() }, place, BODY.rise());
        }
    }

    /// The bullet or number of a list's item.
    pub fn label_items(&self, label: &Label, base: f32) -> Vec<Item> {
        if label.tick {
            let stroke = Some(Stroke { colour: BODY.colour, width: 0.9, dashed: false });
            let (x, y) = (label.x + 1.0, base - BOX + 1.8);
            let ink = Ink::Rect { x, y, width: BOX, height: BOX, fill: None, stroke };
            return vec![Item::Ink { node: Some(label.node), actual: Some('\u{2610}'), ink }];
        }
        let (sign, x) = match (&label.number, label.depth.is_multiple_of(2)) {
            (Some(number), _) => (number.as_str(), label.x),
            (None, true) => ("•", label.x + 4.0),
            (None, false) => ("–", label.x + 3.0),
        };
        let node = label.node;
        let span = Span { end: 0, face: BODY.face, colour: BODY.colour, node, link: None, rules: None };
        let mut flow = Flow::default();
        flow.push(&format!("{sign} "), span);
        let mut items = Vec::new();
        for line in lines(&flow, UNBROKEN, self.fonts) {
            self.line(line, &flow, BODY, x, base, &mut items);
        }
        items
    }
}
