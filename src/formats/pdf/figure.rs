//! Figures: the scene's shapes as ink of one tagged node with its text alternative.

use super::{
    blocks::{APART, Builder, Place},
    clean::visible_line,
    flow::{Flow, Span},
    fonts::Face,
    hyphen::{Hyphens, divisible},
    page::{Ink, NodeId, Role},
    pager::{Item, Piece},
    style::{BOTTOM, Style, TOP},
    text::{Measure, lines},
};
use crate::report::{
    document::Figure,
    figures::{Anchor, Dumbbells, FigureData, HeatMap, LineChart, Scene, Shape, Stroke},
};

/// A figure is at most this tall, so that its caption stands on the same page.
const TALLEST: f32 = (BOTTOM - TOP) * 0.85;

impl Builder<'_> {
    /// Draws a figure; one that is taller than a page becomes several. `numbers`: a table with them follows.
    pub fn figure(&mut self, figure: &Figure, place: Place, numbers: bool) {
        let data = self.printable(&figure.data);
        let alt = [&figure.alt, &figure.caption].into_iter().find(|text| !text.trim().is_empty()).cloned();
        self.space(APART);
        self.caption(&figure.caption, place.node, Role::Paragraph, place);
        let parts = self.parts(data, place.width);
        let count = parts.len();
        for (index, scene) in parts.into_iter().enumerate() {
            let alt = match index {
                0 => alt.clone(),
                _ => Some(format!("{} ({}/{count})", figure.caption, index + 1)),
            };
            self.scene(scene, alt, place, numbers && index + 1 == count);
            self.space(APART);
        }
    }

    /// The scenes of a figure, none taller than a page.
    fn parts(&self, data: FigureData, width: f32) -> Vec<Scene> {
        let measure = |text: &str, size: f32, bold: bool| {
            self.fonts.width(if bold { Face::Bold } else { Face::Regular }, text) * size / 1000.0
        };
        let mut todo = if is_empty(&data) { Vec::new() } else { vec![data] };
        let mut out = Vec::new();
        while let Some(data) = todo.pop() {
            let scene = data.scene(width, &measure);
            match halves(&data) {
                Some([first, second]) if scene.height > TALLEST => todo.extend([second, first]),
                _ => out.push(scene),
            }
        }
        out
    }

    /// One scene as a piece.
    fn scene(&mut self, scene: Scene, alt: Option<String>, place: Place, keep: bool) {
        if scene.shapes.is_empty() || !scene.height.is_finite() {
            return;
        }
        let scale = (TALLEST / scene.height).min(1.0);
        // Without any words the drawing is mere decoration.
        let node = alt.map(|alt| self.node(place, Role::Figure { alt, area: [0.0; 4] }));
        let mut piece = Piece { height: scene.height * scale, keep, ..Piece::default() };
        for shape in scene.shapes {
            self.shape(shape, scale, node, place.x, &mut piece.items);
        }
        if let Some(node) = node {
            let edges = [place.x, 0.0, place.x + scene.width * scale, piece.height];
            piece.items.push(Item::Figure { node, edges });
        }
        let base = piece.height;
        self.push(piece, place, base);
    }

    fn shape(&self, shape: Shape, scale: f32, node: Option<NodeId>, left: f32, items: &mut Vec<Item>) {
        let stroked = |stroke: Stroke| Stroke { width: stroke.width * scale, ..stroke };
        let ink = match shape {
            Shape::Rect { x, y, width, height, fill, stroke } => Ink::Rect {
                x: left + x * scale,
                y: y * scale,
                width: width * scale,
                height: height * scale,
                fill,
                stroke: stroke.map(stroked),
            },
            Shape::Line { x1, y1, x2, y2, stroke } => Ink::Line {
                x1: left + x1 * scale,
                y1: y1 * scale,
                x2: left + x2 * scale,
                y2: y2 * scale,
                stroke: stroked(stroke),
            },
            Shape::Text { x, y, size, bold, anchor, colour, text } => {
                let face = if bold { Face::Bold } else { Face::Regular };
                let style = Style { face, size: size * scale, leading: 0.0, colour };
                let mut flow = Flow::default();
                let span = Span { end: 0, face, colour, node: node.unwrap_or(0), link: None, rules: None };
                // The space keeps the words of neighbouring texts apart when the text is read out.
                flow.push(&format!("{text} "), span);
                let measure = Measure { size: style.size, width: f32::INFINITY, hyphens: Hyphens::Never };
                for line in lines(&flow, measure, self.fonts) {
                    let x = left + x * scale - line.width * share(anchor);
                    let from = items.len();
                    self.line(line, &flow, style, x, y * scale, items);
                    for item in items.iter_mut().skip(from) {
                        if let Item::Ink { node: owner, .. } = item {
                            *owner = node;
                        }
                    }
                }
                return;
            }
        };
        items.push(Item::Ink { node, actual: None, ink });
    }

    /// The figure's data with only characters that can be printed.
    fn printable(&mut self, data: &FigureData) -> FigureData {
        let mut data = data.clone();
        let mut clean = |text: &mut String| *text = visible_line(text, Face::Regular, self.fonts, &mut self.warnings);
        match &mut data {
            FigureData::HeatMap(map) => {
                map.columns.iter_mut().for_each(&mut clean);
                clean(&mut map.reached_head);
                // Cells are narrow where there are many levels.
                let names = map.columns.iter_mut().chain(map.rows.iter_mut().map(|row| &mut row.name));
                if let Some(rules) = self.rules {
                    names.for_each(|name| *name = divisible(name, rules));
                }
                for row in &mut map.rows {
                    [&mut row.name, &mut row.reached, &mut row.place].into_iter().for_each(&mut clean);
                    for cell in &mut row.cells {
                        clean(&mut cell.score);
                        clean(&mut cell.word);
                    }
                }
            }
            FigureData::Bars(bars) => {
                for bar in bars {
                    clean(&mut bar.name);
                    clean(&mut bar.label);
                }
            }
            FigureData::Dumbbells(pairs) => {
                pairs.sides.iter_mut().for_each(&mut clean);
                for row in &mut pairs.rows {
                    clean(&mut row.name);
                    row.words.iter_mut().for_each(&mut clean);
                }
            }
            FigureData::Lines(chart) => {
                chart.times.iter_mut().for_each(&mut clean);
                chart.panels.iter_mut().for_each(|panel| clean(&mut panel.name));
            }
        }
        data
    }
}

/// Whether there is nothing to draw.
fn is_empty(data: &FigureData) -> bool {
    match data {
        FigureData::HeatMap(map) => map.rows.is_empty(),
        FigureData::Bars(bars) => bars.is_empty(),
        FigureData::Dumbbells(pairs) => pairs.rows.is_empty(),
        FigureData::Lines(chart) => chart.panels.is_empty(),
    }
}

/// How much of a text's width stands left of its anchor.
fn share(anchor: Anchor) -> f32 {
    match anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => 0.5,
        Anchor::End => 1.0,
    }
}

/// The data in two halves of its rows; `None` if there is nothing to divide.
fn halves(data: &FigureData) -> Option<[FigureData; 2]> {
    match data {
        FigureData::HeatMap(map) if map.rows.len() > 1 => {
            let (first, second) = map.rows.split_at(map.rows.len() / 2);
            let part = |rows: &[_]| FigureData::HeatMap(HeatMap { rows: rows.to_vec(), ..map.clone() });
            Some([part(first), part(second)])
        }
        FigureData::Bars(bars) if bars.len() > 1 => {
            let (first, second) = bars.split_at(bars.len() / 2);
            Some([FigureData::Bars(first.to_vec()), FigureData::Bars(second.to_vec())])
        }
        FigureData::Dumbbells(pairs) if pairs.rows.len() > 1 => {
            let (first, second) = pairs.rows.split_at(pairs.rows.len() / 2);
            let part = |rows: &[_]| FigureData::Dumbbells(Dumbbells { rows: rows.to_vec(), ..pairs.clone() });
            Some([part(first), part(second)])
        }
        FigureData::Lines(chart) if chart.panels.len() > 2 => {
            // Panels stand in pairs.
            let (first, second) = chart.panels.split_at((chart.panels.len() / 2).next_multiple_of(2));
            let part = |panels: &[_]| FigureData::Lines(LineChart { panels: panels.to_vec(), ..chart.clone() });
            Some([part(first), part(second)])
        }
        _ => None,
    }
}
