//! Bars with their bounds.

use super::{Anchor, Bar, Colour, GREY, INK, LEVEL_COLOURS, Measure, Scene, Shape, Stroke, lines, put};

/// One bar a row on a scale from 0 to 100 percent: filled to the point, an outline from low to high.
pub fn scene(bars: &[Bar], width: f32, measure: Measure) -> Scene {
    const SIZE: f32 = 9.5;
    const GAP: f32 = 6.0;
    let name_width = width * 0.26;
    let label_width = width * 0.28;
    let (left, scale) = (name_width, width - name_width - label_width);
    let mut shapes = Vec::new();
    let mut y = 0.0;
    for bar in bars {
        let name = lines(&bar.name, name_width - GAP, SIZE, true, measure);
        let label = lines(&bar.label, label_width - GAP, SIZE, false, measure);
        let height = (name.len().max(label.len()) as f32 * SIZE * 1.25).max(12.0) + 6.0;
        put(&mut shapes, &name, 0.0, y + SIZE + 2.0, SIZE, true, Anchor::Start, INK);
        put(&mut shapes, &label, left + scale + GAP, y + SIZE + 2.0, SIZE, false, Anchor::Start, INK);
        let (top, tall) = (y + 3.0, 10.0);
        shapes.push(Shape::Rect {
            x: left,
            y: top,
            width: scale,
            height: tall,
            fill: Some(Colour(0xEE, 0xEE, 0xEE)),
            stroke: None,
        });
        let at = |share: f64| left + scale * share as f32;
        if let Some(point) = bar.point {
            shapes.push(Shape::Rect {
                x: left,
                y: top,
                width: at(point) - left,
                height: tall,
                fill: Some(LEVEL_COLOURS[2]),
                stroke: None,
            });
        }
        if let (Some(low), Some(high)) = (bar.low, bar.high)
            && high > low
        {
            let stroke = Stroke { colour: INK, width: 1.2, dashed: false };
            let middle = top + tall / 2.0;
            shapes.push(Shape::Line { x1: at(low), y1: middle, x2: at(high), y2: middle, stroke });
            for end in [low, high] {
                shapes.push(Shape::Line { x1: at(end), y1: top + 1.0, x2: at(end), y2: top + tall - 1.0, stroke });
            }
        }
        y += height;
    }
    let stroke = Stroke { colour: GREY, width: 0.6, dashed: false };
    for (share, text) in [(0.0, "0"), (0.5, "50"), (1.0, "100")] {
        let x = left + scale * share;
        shapes.push(Shape::Line { x1: x, y1: 0.0, x2: x, y2: y, stroke });
        let anchor = if share == 0.0 {
            Anchor::Start
        } else if share == 1.0 {
            Anchor::End
        } else {
            Anchor::Middle
        };
        shapes.push(Shape::Text { x, y: y + 9.0, size: 8.0, bold: false, anchor, colour: GREY, text: text.to_owned() });
    }
    Scene { width, height: y + 12.0, shapes }
}
