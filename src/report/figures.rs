//! The figures' data, and their drawing as a small scene of shapes and texts that every drawing format can write.

mod bars;
mod dumbbells;

pub use super::lines::{LineChart, Panel};
pub use dumbbells::{Dumbbell, Dumbbells};

/// What a figure shows, ready to be drawn: words are in the document's language, numbers are shares 0…1.
#[derive(Debug, Clone, PartialEq)]
pub enum FigureData {
    /// Principle × level.
    HeatMap(HeatMap),
    /// One bar per row, with its bounds.
    Bars(Vec<Bar>),
    /// Two sides of each row, and the gap between them.
    Dumbbells(Dumbbells),
    /// Lines over time, with their bounds.
    Lines(LineChart),
}

/// The profile: one row a principle, one column a level.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatMap {
    /// The levels' names, lowest first.
    pub columns: Vec<String>,
    /// Header of the first column.
    pub name_head: String,
    /// Header of the last column, which says the level reached.
    pub reached_head: String,
    /// Headers of what is said of a row besides its cells, where rows are written as sentences: level, score, answered.
    pub fact_heads: [String; 3],
    /// The rows.
    pub rows: Vec<HeatRow>,
}

/// One principle's row of the heat map.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatRow {
    /// The principle's name.
    pub name: String,
    /// One cell a level.
    pub cells: Vec<HeatCell>,
    /// The level reached in words, for example "Recognition and support".
    pub reached: String,
    /// Its place in words, for example "2 of 3".
    pub place: String,
    /// Number of levels reached, 0 for none; picks the colour.
    pub rank: usize,
    /// What is said of the row besides its cells: level, score, answered.
    pub facts: [String; 3],
}

/// One cell of the heat map.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatCell {
    /// What can be said of the cell.
    pub state: CellState,
    /// The score in words, for example "67 %" or "55 % to 80 %"; empty without questions.
    pub score: String,
    /// The state in words, for example "reached".
    pub word: String,
}

/// What can be said of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellState {
    /// The threshold is met, whatever the unknown answers are.
    Reached,
    /// The threshold is missed, whatever the unknown answers are.
    Missed,
    /// Unknown answers decide.
    Open,
    /// Nothing to judge: no question applies.
    Empty,
}

/// One bar: a point between its bounds, all shares 0…1.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What the bar is about.
    pub name: String,
    /// Lowest possible value; `None` where nothing applies.
    pub low: Option<f64>,
    /// The known answers' value; `None` without a known answer.
    pub point: Option<f64>,
    /// Highest possible value; `None` where nothing applies.
    pub high: Option<f64>,
    /// The value in words, for example "61 % (55 % to 70 %)".
    pub label: String,
}

/// A drawing: shapes and texts on a plane, in points (1/72 inch), origin at the top left.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// What is drawn, back to front.
    pub shapes: Vec<Shape>,
}

/// A shape of a scene.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
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
        /// Colour of the inside.
        fill: Option<Colour>,
        /// Colour and width of the outline; dashed where something is open.
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
        /// Colour and width.
        stroke: Stroke,
    },
    /// One line of text.
    Text {
        /// Where the text is anchored, from the left.
        x: f32,
        /// Its base line, from the top.
        y: f32,
        /// Font size in points.
        size: f32,
        /// Bold or regular.
        bold: bool,
        /// What `x` means.
        anchor: Anchor,
        /// Colour of the letters.
        colour: Colour,
        /// The words.
        text: String,
    },
}

/// Which part of a text stands at its `x`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The text's start.
    Start,
    /// The text's middle.
    Middle,
    /// The text's end.
    End,
}

/// An outline's look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width in points.
    pub width: f32,
    /// Dashed lines say "open" also on a black-and-white print.
    pub dashed: bool,
}

/// A colour: red, green, blue, 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// Reads `#RRGGBB`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let plain = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        let value = if plain { u32::from_str_radix(digits, 16).ok()? } else { return None };
        let [_, red, green, blue] = value.to_be_bytes();
        Some(Self(red, green, blue))
    }

    /// The contrast to another colour, 1…21, as WCAG 2 defines it: (L1 + 0.05) / (L2 + 0.05) of the relative
    /// luminances.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let channel = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
        };
        0.2126 * channel(self.0) + 0.7152 * channel(self.1) + 0.0722 * channel(self.2)
    }
}

/// Near black, for text and outlines.
pub const INK: Colour = Colour(0x1A, 0x1A, 0x1A);
/// White.
pub const PAPER: Colour = Colour(0xFF, 0xFF, 0xFF);
/// Quiet grey for scales and second lines (contrast 5.33 on white).
pub const GREY: Colour = Colour(0x6B, 0x6B, 0x6B);
/// The levels' colours on white: none, first, between, last. Contrast to white at least 4.5 each, and told apart
/// under protan-, deuter- and tritanopia.
pub const LEVEL_COLOURS: [Colour; 4] =
    [Colour(0x6B, 0x6B, 0x6B), Colour(0xB8, 0x43, 0x00), Colour(0x14, 0x63, 0xC8), Colour(0x2A, 0x08, 0x45)];

/// The colour of a level: `rank` 0 is none, 1 the lowest of `levels`, `levels` the highest.
pub fn level_colour(rank: usize, levels: usize) -> Colour {
    let index = match rank {
        0 => 0,
        1 if levels > 1 => 1,
        _ if rank >= levels => 3,
        _ => 2,
    };
    LEVEL_COLOURS[index]
}

/// Width of a text in points, for a font size and weight: the format that draws knows its font.
pub type Measure<'a> = &'a dyn Fn(&str, f32, bool) -> f32;

impl FigureData {
    /// Draws the figure `width` points wide.
    pub fn scene(&self, width: f32, measure: Measure) -> Scene {
        match self {
            Self::HeatMap(map) => map.scene(width, measure),
            Self::Bars(bars) => bars::scene(bars, width, measure),
            Self::Dumbbells(pairs) => pairs.scene(width, measure),
            Self::Lines(chart) => chart.scene(width, measure),
        }
    }
}

/// Longer words, in bytes, are measured letter by letter.
const LONGEST_WORD: usize = 200;

/// Breaks a text into lines no wider than `width`: at spaces, but not at those that hold, and inside a word only if it is
/// wider than a line, at its soft hyphens if it has some.
pub(super) fn lines(text: &str, width: f32, size: f32, bold: bool, measure: Measure) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let words = text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty());
    for word in words.flat_map(|word| syllables(word, width, size, bold, measure)) {
        match out.last_mut() {
            Some(line) if measure(&format!("{line} {word}"), size, bold) <= width => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => out.push(word),
        }
    }
    out
}

/// A word without its soft hyphens, or, if it is too wide, its parts between them.
fn syllables(word: &str, width: f32, size: f32, bold: bool, measure: Measure) -> Vec<String> {
    let whole = word.replace('\u{AD}', "");
    if whole.len() == word.len() || whole.len() > LONGEST_WORD || measure(&whole, size, bold) <= width {
        return parts(&whole, width, size, bold, measure);
    }
    let mut out: Vec<String> = Vec::new();
    for syllable in word.split('\u{AD}') {
        match out.last_mut() {
            Some(part) if measure(&format!("{part}{syllable}-"), size, bold) <= width => part.push_str(syllable),
            _ => out.push(syllable.to_owned()),
        }
    }
    let last = out.len().saturating_sub(1);
    let hyphened = out.into_iter().enumerate().map(|(index, part)| if index < last { part + "-" } else { part });
    hyphened.flat_map(|part| parts(&part, width, size, bold, measure)).collect()
}

/// A word, or as many parts of it as it needs lines, at least one letter each.
fn parts(word: &str, width: f32, size: f32, bold: bool, measure: Measure) -> Vec<String> {
    let long = word.len() > LONGEST_WORD;
    if !long && measure(word, size, bold) <= width {
        return vec![word.to_owned()];
    }
    let mut out: Vec<String> = Vec::new();
    let mut used = 0.0;
    for letter in word.chars() {
        let own = measure(letter.encode_utf8(&mut [0; 4]), size, bold);
        used += own;
        match out.last_mut() {
            Some(part) if used <= width => part.push(letter),
            _ => {
                out.push(letter.to_string());
                used = own;
            }
        }
    }
    out
}

/// Puts lines of text into a scene, the first base line at `y`; returns the base line after the last.
#[allow(clippy::too_many_arguments)]
pub(super) fn put(
    shapes: &mut Vec<Shape>,
    text: &[String],
    x: f32,
    y: f32,
    size: f32,
    bold: bool,
    anchor: Anchor,
    colour: Colour,
) -> f32 {
    let mut base = y;
    for line in text {
        shapes.push(Shape::Text { x, y: base, size, bold, anchor, colour, text: line.clone() });
        base += size * 1.25;
    }
    base
}

impl HeatMap {
    /// Header row, then one row a principle: name, a cell a level, the level reached.
    fn scene(&self, width: f32, measure: Measure) -> Scene {
        const HEAD: f32 = 9.0;
        const GAP: f32 = 4.0;
        let levels = self.columns.len().max(1);
        // The name and the result get more room than one level's cell; what the names do not need, the result gets.
        let unit = width / (levels as f32 + 2.6);
        let name = |row: &HeatRow| measure(&row.name.replace('\u{AD}', ""), 10.0, true) + GAP * 2.0;
        let widest = self.rows.iter().map(name).fold(0.0, f32::max);
        let (name_width, cell_width) = (widest.clamp(unit * 0.8, unit * 1.3), unit);
        let reached_x = name_width + cell_width * levels as f32;
        let reached_width = width - reached_x;
        let mut shapes = Vec::new();
        let heads: Vec<(f32, Vec<String>)> = self
            .columns
            .iter()
            .enumerate()
            .map(|(i, name)| {
                (name_width + cell_width * i as f32, lines(name, cell_width - GAP * 2.0, HEAD, true, measure))
            })
            .chain([(reached_x, lines(&self.reached_head, reached_width - GAP * 2.0, HEAD, true, measure))])
            .collect();
        let head_lines = heads.iter().map(|(_, text)| text.len()).max().unwrap_or(1);
        for (x, text) in &heads {
            put(&mut shapes, text, x + GAP, HEAD + 1.0, HEAD, true, Anchor::Start, INK);
        }
        let mut y = head_lines as f32 * HEAD * 1.25 + GAP;
        for row in &self.rows {
            y = self.row(row, y, [name_width, cell_width, reached_x, reached_width], &mut shapes, measure);
        }
        Scene { width, height: y, shapes }
    }

    /// Draws one row at `y` and returns where the next one starts.
    fn row(
        &self,
        row: &HeatRow,
        y: f32,
        [name_width, cell_width, reached_x, reached_width]: [f32; 4],
        shapes: &mut Vec<Shape>,
        measure: Measure,
    ) -> f32 {
        const SIZE: f32 = 10.0;
        const SMALL: f32 = 8.5;
        const GAP: f32 = 4.0;
        let name = lines(&row.name, name_width - GAP * 2.0, SIZE, true, measure);
        let beside = |text: &str, bold| lines(text, reached_width - GAP * 2.0 - 5.0, SMALL, bold, measure);
        let (reached, place) = (beside(&row.reached, true), beside(&row.place, false));
        let cells: Vec<(Vec<String>, Vec<String>)> = row
            .cells
            .iter()
            .map(|cell| {
                let inner = cell_width - GAP * 3.0;
                (lines(&cell.score, inner, SIZE, true, measure), lines(&cell.word, inner, SMALL, false, measure))
            })
            .collect();
        let tallest =
            cells.iter().map(|(a, b)| a.len() as f32 * SIZE * 1.25 + b.len() as f32 * SMALL * 1.25).fold(0.0, f32::max);
        let side = (name.len() as f32 * SIZE * 1.25).max((reached.len() + place.len()) as f32 * SMALL * 1.25);
        let height = tallest.max(side).max(26.0) + GAP * 2.0;
        put(shapes, &name, 0.0, y + GAP + SIZE, SIZE, true, Anchor::Start, INK);
        for (i, (cell, (score, word))) in row.cells.iter().zip(&cells).enumerate() {
            let x = name_width + cell_width * i as f32;
            let colour = level_colour(i + 1, self.columns.len());
            let (fill, text, stroke) = match cell.state {
                CellState::Reached => (Some(colour), PAPER, Some(Stroke { colour, width: 1.2, dashed: false })),
                CellState::Missed => (None, INK, Some(Stroke { colour: GREY, width: 0.8, dashed: false })),
                CellState::Open => (None, INK, Some(Stroke { colour, width: 1.4, dashed: true })),
                CellState::Empty => (None, GREY, None),
            };
            shapes.push(Shape::Rect {
                x: x + 1.5,
                y: y + 1.5,
                width: cell_width - 3.0,
                height: height - 3.0,
                fill,
                stroke,
            });
            let next = put(shapes, score, x + GAP * 1.5, y + GAP + SIZE, SIZE, true, Anchor::Start, text);
            let base = if score.is_empty() { y + GAP + SMALL } else { next - 1.0 };
            put(shapes, word, x + GAP * 1.5, base, SMALL, false, Anchor::Start, text);
        }
        let colour = level_colour(row.rank, self.columns.len());
        shapes.push(Shape::Rect {
            x: reached_x + 2.0,
            y: y + 1.5,
            width: 3.0,
            height: height - 3.0,
            fill: Some(colour),
            stroke: None,
        });
        let base = put(shapes, &reached, reached_x + GAP + 5.0, y + GAP + SMALL, SMALL, true, Anchor::Start, colour);
        put(shapes, &place, reached_x + GAP + 5.0, base, SMALL, false, Anchor::Start, INK);
        y + height
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, width: f32) -> Vec<String> {
        lines(text, width, 1.0, false, &|text, _, _| text.chars().count() as f32)
    }

    #[test]
    fn lines_end_where_words_do_and_at_syllables_where_there_is_no_room() {
        assert_eq!(broken("one two three", 7.0), ["one two", "three"]);
        // A number stays with its sign.
        assert_eq!(
            broken("100\u{A0}% (87\u{A0}% bis 100\u{A0}%)", 8.0),
            ["100\u{A0}%", "(87\u{A0}%", "bis", "100\u{A0}%)"]
        );
        assert_eq!(broken("Res\u{AD}sour\u{AD}cen", 9.0), ["Ressour-", "cen"]);
        assert_eq!(broken("Res\u{AD}sour\u{AD}cen", 10.0), ["Ressourcen"]);
        assert_eq!(broken("abcdef", 4.0), ["abcd", "ef"]);
    }
}
