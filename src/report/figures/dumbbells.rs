//! Dumbbells: two sides of each row on one scale, and the line between them.

use super::{Anchor, Colour, GREY, INK, LEVEL_COLOURS, Measure, PAPER, Scene, Shape, Stroke, lines, put};

/// Two sides, and what each of them sees of several things.
#[derive(Debug, Clone, PartialEq)]
pub struct Dumbbells {
    /// The names of the two sides; the first one's marks are filled, the other's are open.
    pub sides: [String; 2],
    /// The rows.
    pub rows: Vec<Dumbbell>,
}

/// What both sides see of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Dumbbell {
    /// The thing.
    pub name: String,
    /// The two values, 0…1.
    pub values: [f64; 2],
    /// The two values in words, for example "0.37".
    pub words: [String; 2],
    /// All of it as a sentence, for those who listen.
    pub sentence: String,
}

/// The colours of the two sides' marks, 5.76 and 5.47 on white; filled and open tell them apart without colour.
const SIDES: [Colour; 2] = [LEVEL_COLOURS[2], LEVEL_COLOURS[1]];
const SIZE: f32 = 9.5;
const MARK: f32 = 8.0;
const GAP: f32 = 6.0;

impl Dumbbells {
    /// A key, then one row a thing on a scale from 0 to 1.
    pub(super) fn scene(&self, width: f32, measure: Measure) -> Scene {
        let (name_width, label_width) = (width * 0.24, width * 0.2);
        let (left, scale) = (name_width + MARK, width - name_width - label_width - MARK * 2.0);
        let mut shapes = Vec::new();
        let mut y = 0.0;
        for (side, name) in self.sides.iter().enumerate() {
            mark(&mut shapes, MARK / 2.0, y + SIZE / 2.0 + 1.0, side);
            let text = lines(name, width - MARK * 2.0, SIZE, false, measure);
            y = put(&mut shapes, &text, MARK * 2.0, y + SIZE, SIZE, false, Anchor::Start, INK) - SIZE + 3.0;
        }
        y += GAP;
        let top = y;
        for row in &self.rows {
            let name = lines(&row.name, name_width - GAP, SIZE, true, measure);
            let [a, b] = &row.words;
            let label = lines(&format!("{a} | {b}"), label_width - GAP, SIZE, false, measure);
            let height = (name.len().max(label.len()) as f32 * SIZE * 1.25).max(MARK) + 8.0;
            put(&mut shapes, &name, 0.0, y + SIZE + 2.0, SIZE, true, Anchor::Start, INK);
            let x = left + scale + MARK + GAP;
            put(&mut shapes, &label, x, y + SIZE + 2.0, SIZE, false, Anchor::Start, INK);
            let middle = y + height / 2.0;
            let rail = Stroke { colour: Colour(0xDD, 0xDD, 0xDD), width: 1.0, dashed: false };
            shapes.push(Shape::Line { x1: left, y1: middle, x2: left + scale, y2: middle, stroke: rail });
            let [x1, x2] = row.values.map(|value| left + scale * value.clamp(0.0, 1.0) as f32);
            let stroke = Stroke { colour: INK, width: 2.4, dashed: false };
            shapes.push(Shape::Line { x1, y1: middle, x2, y2: middle, stroke });
            // Where both see the same, the filled mark still shows inside the open one.
            mark(&mut shapes, x2, middle, 1);
            mark(&mut shapes, x1, middle, 0);
            y += height;
        }
        let stroke = Stroke { colour: GREY, width: 0.6, dashed: false };
        for (share, text) in [(0.0, "0"), (0.5, "0.5"), (1.0, "1")] {
            let x = left + scale * share;
            shapes.insert(0, Shape::Line { x1: x, y1: top, x2: x, y2: y, stroke });
            let text = text.replace('.', self.decimal());
            let (y, anchor) = (y + 9.0, Anchor::Middle);
            shapes.push(Shape::Text { x, y, size: 8.0, bold: false, anchor, colour: GREY, text });
        }
        Scene { width, height: y + 12.0, shapes }
    }

    /// The decimal mark that the words use.
    fn decimal(&self) -> &'static str {
        let comma = self.rows.iter().flat_map(|row| &row.words).any(|words| words.contains(','));
        if comma { "," } else { "." }
    }
}

/// A side's mark around a place: filled for the first, open and a little larger for the second.
fn mark(shapes: &mut Vec<Shape>, x: f32, y: f32, side: usize) {
    let colour = SIDES[side.min(1)];
    let (size, fill, width) = if side == 0 { (MARK - 2.0, colour, 0.8) } else { (MARK, PAPER, 1.6) };
    let stroke = Some(Stroke { colour, width, dashed: false });
    shapes.push(Shape::Rect {
        x: x - size / 2.0,
        y: y - size / 2.0,
        width: size,
        height: size,
        fill: Some(fill),
        stroke,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_stands_where_its_value_is() {
        let row = |a: f64, b: f64| Dumbbell {
            name: "Access".into(),
            values: [a, b],
            words: [a.to_string(), b.to_string()],
            sentence: String::new(),
        };
        let pairs = Dumbbells { sides: ["us".into(), "them".into()], rows: vec![row(0.0, 1.0), row(0.5, 0.5)] };
        let measure = |text: &str, size: f32, _: bool| text.len() as f32 * size * 0.5;
        let scene = pairs.scene(520.0, &measure);
        let marks: Vec<(f32, f32)> = scene
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Rect { x, y, width, height, .. } => Some((x + width / 2.0, y + height / 2.0)),
                _ => None,
            })
            .collect();
        let [_, _, them, us, both, same] = marks.as_slice() else { panic!("a key and two marks a row: {marks:?}") };
        assert!((us.1 - them.1).abs() < 0.01 && them.0 - us.0 > 200.0);
        assert!((both.0 - same.0).abs() < 0.01 && ((us.0 + them.0) / 2.0 - both.0).abs() < 0.01);
        assert!(marks.iter().all(|(x, y)| (0.0..=520.0).contains(x) && (0.0..=scene.height).contains(y)));
    }
}
