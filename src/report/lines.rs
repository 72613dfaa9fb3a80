//! The line chart of a trend: one small panel a line, so that lines never cross and need no colour to be told apart.

use super::figures::{Anchor, Colour, GREY, INK, LEVEL_COLOURS, Measure, Scene, Shape, Stroke, lines, put};

/// Lines over time, each in a panel of its own, all on the same scale from 0 to 100 percent.
#[derive(Debug, Clone, PartialEq)]
pub struct LineChart {
    /// Where each time stands from left to right, 0…1, as long as `times`.
    pub at: Vec<f32>,
    /// The times, for example dates, earliest first.
    pub times: Vec<String>,
    /// The panels.
    pub panels: Vec<Panel>,
}

/// One line over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What the line is about.
    pub name: String,
    /// A value a time: lowest, of the known answers, highest, each 0…1; `None` where nothing is known or applies.
    pub values: Vec<[Option<f64>; 3]>,
    /// The values in words.
    pub label: String,
}

const TITLE: f32 = 9.5;
const SMALL: f32 = 8.0;
const GAP: f32 = 14.0;
/// Room for the numbers of the scale.
const SCALE: f32 = 28.0;
const PLOT: f32 = 70.0;
/// Half the side of a mark.
const MARK: f32 = 2.2;
/// Narrower figures have one panel beside the other no more.
const NARROW: f32 = 400.0;

impl LineChart {
    /// Draws the panels, two beside each other where there is room.
    pub fn scene(&self, width: f32, measure: Measure) -> Scene {
        let columns = if width < NARROW || self.panels.len() < 2 { 1 } else { 2 };
        let each = (width - GAP * (columns as f32 - 1.0)) / columns as f32;
        let mut shapes = Vec::new();
        let mut y = 0.0;
        for row in self.panels.chunks(columns) {
            let mut lowest: f32 = y;
            for (column, panel) in row.iter().enumerate() {
                let left = column as f32 * (each + GAP);
                lowest = lowest.max(self.panel(panel, left, y, each, &mut shapes, measure));
            }
            y = lowest + GAP * 0.6;
        }
        Scene { width, height: y, shapes }
    }

    /// Draws one panel and returns where it ends.
    fn panel(&self, panel: &Panel, left: f32, y: f32, width: f32, shapes: &mut Vec<Shape>, measure: Measure) -> f32 {
        let title = lines(&panel.name, width, TITLE, true, measure);
        let top = put(shapes, &title, left, y + TITLE, TITLE, true, Anchor::Start, INK) - TITLE + 6.0;
        let (from, to) = (left + SCALE, left + width - MARK * 2.0);
        let height = |share: f64| top + PLOT * (1.0 - share.clamp(0.0, 1.0) as f32);
        for (share, text) in [(0.0, "0 %"), (0.5, "50 %"), (1.0, "100 %")] {
            let stroke = Stroke { colour: GREY, width: 0.4, dashed: share == 0.5 };
            shapes.push(Shape::Line { x1: from, y1: height(share), x2: to, y2: height(share), stroke });
            let (x, base) = (from - 3.0, height(share) + SMALL * 0.35);
            put(shapes, &[text.to_owned()], x, base, SMALL, false, Anchor::End, GREY);
        }
        let x = |index: usize| {
            let share = self.at.get(index).copied().unwrap_or(0.0).clamp(0.0, 1.0);
            from + MARK * 2.0 + share * (to - from - MARK * 4.0)
        };
        let colour = LEVEL_COLOURS[2];
        self.line(panel, &x, &height, colour, shapes);
        for (index, value) in panel.values.iter().enumerate() {
            let [low, point, high] = value;
            if let (Some(low), Some(high)) = (low, high)
                && high > low
            {
                let stroke = Stroke { colour: INK, width: 0.9, dashed: false };
                shapes.push(Shape::Line { x1: x(index), y1: height(*low), x2: x(index), y2: height(*high), stroke });
                for end in [low, high] {
                    let y = height(*end);
                    shapes.push(Shape::Line { x1: x(index) - 2.5, y1: y, x2: x(index) + 2.5, y2: y, stroke });
                }
            }
            if let Some(point) = point {
                shapes.push(Shape::Rect {
                    x: x(index) - MARK,
                    y: height(*point) - MARK,
                    width: MARK * 2.0,
                    height: MARK * 2.0,
                    fill: Some(colour),
                    stroke: None,
                });
            }
        }
        self.times(&x, top + PLOT + SMALL + 4.0, from, to, shapes, measure);
        top + PLOT + SMALL * 1.25 + 6.0
    }

    /// A straight line between times that follow each other, none over a time without a value.
    fn line(
        &self,
        panel: &Panel,
        x: &dyn Fn(usize) -> f32,
        height: &dyn Fn(f64) -> f32,
        colour: Colour,
        shapes: &mut Vec<Shape>,
    ) {
        for (index, pair) in panel.values.windows(2).enumerate() {
            if let [[_, Some(first), _], [_, Some(second), _]] = pair {
                let stroke = Stroke { colour, width: 1.6, dashed: false };
                let (y1, y2) = (height(*first), height(*second));
                shapes.push(Shape::Line { x1: x(index), y1, x2: x(index + 1), y2, stroke });
            }
        }
    }

    /// The first and the last time, and of the others as many as there is room for.
    fn times(
        &self,
        x: &dyn Fn(usize) -> f32,
        base: f32,
        from: f32,
        to: f32,
        shapes: &mut Vec<Shape>,
        measure: Measure,
    ) {
        let Some(last) = self.times.len().checked_sub(1) else { return };
        let width = |index: usize| self.times.get(index).map_or(0.0, |text| measure(text, SMALL, false));
        let mut write = |index: usize, x: f32, anchor: Anchor| {
            let text = self.times.get(index).cloned().unwrap_or_default();
            put(shapes, &[text], x, base, SMALL, false, anchor, GREY);
        };
        write(0, from, Anchor::Start);
        if last == 0 {
            return;
        }
        write(last, to, Anchor::End);
        let mut free = from + width(0) + 6.0;
        let end = to - width(last) - 6.0;
        for index in 1..last {
            let half = width(index) / 2.0;
            if x(index) - half >= free && x(index) + half <= end {
                write(index, x(index), Anchor::Middle);
                free = x(index) + half + 6.0;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(times: usize) -> LineChart {
        let value = |index: usize| [Some(0.2), (index % 3 != 1).then_some(0.5), Some(0.8)];
        let panel =
            |name: &str| Panel { name: name.into(), values: (0..times).map(value).collect(), label: "50 %".into() };
        LineChart {
            at: (0..times).map(|index| index as f32 / (times.max(2) - 1) as f32).collect(),
            times: (0..times).map(|index| format!("{}", 1990 + index)).collect(),
            panels: ["Access", "Equality", "A principle with a very long name that needs two lines or more"]
                .map(panel)
                .into(),
        }
    }

    #[test]
    fn everything_drawn_lies_inside_the_figure() {
        for (times, width) in [(1, 520.0), (2, 520.0), (12, 300.0), (40, 480.0)] {
            let measure = |text: &str, size: f32, _: bool| text.chars().count() as f32 * size * 0.55;
            let scene = chart(times).scene(width, &measure);
            for shape in &scene.shapes {
                let (left, right, top, bottom) = match shape {
                    Shape::Rect { x, y, width, height, .. } => (*x, x + width, *y, y + height),
                    Shape::Line { x1, y1, x2, y2, .. } => (x1.min(*x2), x1.max(*x2), y1.min(*y2), y1.max(*y2)),
                    Shape::Text { x, y, size, anchor, text, bold, .. } => {
                        let own = measure(text, *size, *bold);
                        let left = match anchor {
                            Anchor::Start => *x,
                            Anchor::Middle => x - own / 2.0,
                            Anchor::End => x - own,
                        };
                        (left, left + own, y - size, *y)
                    }
                };
                let inside = left >= -0.1 && right <= width + 0.1 && top >= -0.1 && bottom <= scene.height + 0.1;
                assert!(inside, "{times} {width}: {shape:?}");
            }
        }
    }

    #[test]
    fn no_two_times_overlap_and_no_line_crosses_a_gap() {
        let measure = |text: &str, size: f32, _: bool| text.chars().count() as f32 * size * 0.55;
        let one = LineChart { panels: chart(40).panels[..1].to_vec(), ..chart(40) };
        let scene = one.scene(520.0, &measure);
        let mut ends: Vec<(f32, f32)> = Vec::new();
        for shape in &scene.shapes {
            let Shape::Text { x, anchor, text, size, .. } = shape else { continue };
            if text.contains('%') || text == "Access" {
                continue;
            }
            let own = measure(text, *size, false);
            let left = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - own / 2.0,
                Anchor::End => x - own,
            };
            ends.push((left, left + own));
        }
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(ends.len() > 5 && ends.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{ends:?}");
        // Of every three values one is missing: one line in three remains.
        let drawn =
            scene.shapes.iter().filter(|shape| matches!(shape, Shape::Line { stroke, .. } if stroke.width > 1.5));
        assert_eq!(drawn.count(), 13);
    }
}
