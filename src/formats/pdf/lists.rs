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
use crate::report::{document::Block, figures::Stroke};

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
            self.pager.release();
            self.gap = ITEM;
        }
        self.space(PARAGRAPH);
    }

    /// Options to tick by hand: a list whose signs are empty boxes.
    pub fn tick_boxes(&mut self, options: &[String], place: Place) {
        let list = self.node(place, Role::List { ordered: false });
        let indent = if place.width > NARROWEST { BOX + 9.0 } else { 0.0 };
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
        self.pager.release();
        self.space(PARAGRAPH);
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
        let measure = Measure { size: BODY.size, width: f32::INFINITY, hyphens: Hyphens::Never };
        let mut items = Vec::new();
        for line in lines(&flow, measure, self.fonts) {
            self.line(line, &flow, BODY, x, base, &mut items);
        }
        items
    }
}
