//! A figure's scene as an SVG image that stands for itself, in light or in dark colours.
//!
//! It is an image beside the page, not part of it: LibreOffice and Word, which open the page too, show such images, but
//! only strew the letters of an SVG element over the text.

use super::escape::{escape, put};
use crate::report::figures::{Anchor, Colour, INK, LEVEL_COLOURS, PAPER, Scene, Shape, Stroke};

/// The colours of an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Palette {
    /// As the figure was drawn, on white.
    Light,
    /// On a dark ground; contrast to it at least 4.5 for every text and level.
    Dark,
}

/// The ground of the dark palette.
const DARK_GROUND: Colour = Colour(0x1E, 0x1E, 0x1E);
/// Near white: text and outlines in the dark.
const DARK_INK: Colour = Colour(0xED, 0xED, 0xED);
/// Grounds of bars and anything else that has no colour of its own in the dark.
const DARK_TRACK: Colour = Colour(0x3A, 0x3A, 0x3A);
/// The levels' colours in the dark: none, first, between, last.
const DARK_LEVELS: [Colour; 4] =
    [Colour(0x9E, 0x9E, 0x9E), Colour(0xFF, 0x9D, 0x1E), Colour(0x4D, 0xA3, 0xFF), Colour(0xF0, 0xE6, 0xFF)];

impl Palette {
    fn colour(self, colour: Colour) -> Colour {
        if self == Self::Light {
            return colour;
        }
        let level = LEVEL_COLOURS.iter().zip(DARK_LEVELS).find(|(light, _)| **light == colour);
        match (level, colour) {
            (Some((_, dark)), _) => dark,
            (None, INK) => DARK_INK,
            (None, PAPER) => DARK_GROUND,
            _ => DARK_TRACK,
        }
    }
}

/// Draws a scene with its title and its text alternative.
pub fn draw(scene: &Scene, title: &str, alternative: &str, palette: Palette) -> String {
    let (width, height) = (number(scene.width), number(scene.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" font-family=\"{FONTS}\" role=\"img\" aria-labelledby=\"title words\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"words\">{}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        escape(title),
        escape(alternative),
        hex(palette.colour(PAPER))
    );
    for shape in &scene.shapes {
        write_shape(shape, palette, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// As in the page's style sheet.
const FONTS: &str = "'Atkinson Hyperlegible Next', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', \
                     'Helvetica Neue', Arial, sans-serif";

fn write_shape(shape: &Shape, palette: Palette, out: &mut String) {
    match shape {
        Shape::Rect { x, y, width, height, fill, stroke } => {
            let fill = fill.map_or_else(|| "none".to_owned(), |fill| hex(palette.colour(fill)));
            put(
                out,
                format_args!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\"{}/>\n",
                    number(*x),
                    number(*y),
                    number(width.max(0.0)),
                    number(height.max(0.0)),
                    stroke.map_or_else(String::new, |stroke| stroke_attributes(stroke, palette))
                ),
            );
        }
        Shape::Line { x1, y1, x2, y2, stroke } => put(
            out,
            format_args!(
                "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>\n",
                number(*x1),
                number(*y1),
                number(*x2),
                number(*y2),
                stroke_attributes(*stroke, palette)
            ),
        ),
        Shape::Text { x, y, size, bold, anchor, colour, text } => {
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            let weight = if *bold { " font-weight=\"bold\"" } else { "" };
            put(
                out,
                format_args!(
                    "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\">{}</text>\n",
                    number(*x),
                    number(*y),
                    number(*size),
                    hex(palette.colour(*colour)),
                    escape(text)
                ),
            );
        }
    }
}

fn stroke_attributes(stroke: Stroke, palette: Palette) -> String {
    let dash = if stroke.dashed { " stroke-dasharray=\"4 3\"" } else { "" };
    let colour = hex(palette.colour(stroke.colour));
    format!(" stroke=\"{colour}\" stroke-width=\"{}\"{dash}", number(stroke.width))
}

fn hex(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// A length with two digits at most; 0 where it is no number.
fn number(value: f32) -> String {
    let hundredths = (f64::from(value) * 100.0).round();
    // Adding zero turns -0 into 0.
    if hundredths.is_finite() { (hundredths / 100.0 + 0.0).to_string() } else { "0".to_owned() }
}

/// About how wide a text is in a system's sans-serif font: rather too wide than too narrow, because nobody knows which
/// font a reader has. In DejaVu Sans Bold, the widest of the usual ones, a text may be a twentieth wider; that much room
/// is left around every text.
pub fn measure(text: &str, size: f32, bold: bool) -> f32 {
    let width = |c: char| match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 0.34,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' | '"' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' => 1.0,
        'A'..='Z' | 'Ä' | 'Ö' | 'Ü' | '&' | '+' | '=' | '<' | '>' | '#' => 0.8,
        c if c.is_ascii() => 0.64,
        // Letters of other scripts, among them the square ones of East Asia.
        c if u32::from(c) >= 0x1100 => 1.05,
        c if c.is_uppercase() => 0.85,
        _ => 0.68,
    };
    let weight = if bold { 1.04 } else { 1.0 };
    text.chars().map(width).sum::<f32>() * size * weight
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::figures::{CellState, FigureData, GREY, HeatCell, HeatMap, HeatRow};

    fn drawn(shapes: Vec<Shape>, palette: Palette) -> String {
        draw(&Scene { width: 100.0, height: 50.5, shapes }, "A < B", "says \"so\"", palette)
    }

    #[test]
    fn the_text_alternative_is_named_and_everything_is_escaped() {
        let text = "</svg><script>".to_owned();
        let (anchor, colour) = (Anchor::End, PAPER);
        let shape = Shape::Text { x: 1.0, y: 2.0, size: 9.0, bold: true, anchor, colour, text };
        let svg = drawn(vec![shape], Palette::Light);
        assert!(svg.contains("role=\"img\" aria-labelledby=\"title words\""));
        assert!(svg.contains("<title id=\"title\">A &lt; B</title>"));
        assert!(svg.contains("<desc id=\"words\">says &quot;so&quot;</desc>"));
        assert!(svg.contains("fill=\"#ffffff\">&lt;/svg&gt;&lt;script&gt;</text>"));
        assert!(svg.contains("viewBox=\"0 0 100 50.5\"") && !svg.contains("<script") && !svg.contains("style="));
    }

    #[test]
    fn open_outlines_are_dashed_and_odd_lengths_do_no_harm() {
        let stroke = Some(Stroke { colour: LEVEL_COLOURS[1], width: 1.4, dashed: true });
        let svg = drawn(
            vec![Shape::Rect { x: 0.0, y: -0.0, width: -1.0, height: f32::NAN, fill: None, stroke }],
            Palette::Light,
        );
        assert!(svg.contains(
            "<rect x=\"0\" y=\"0\" width=\"0\" height=\"0\" fill=\"none\" stroke=\"#b84300\" stroke-width=\"1.4\" \
             stroke-dasharray=\"4 3\"/>"
        ));
    }

    #[test]
    fn every_colour_that_carries_text_has_contrast_in_both_palettes() {
        for palette in [Palette::Light, Palette::Dark] {
            let ground = palette.colour(PAPER);
            for colour in LEVEL_COLOURS.into_iter().chain([INK, GREY]) {
                let found = palette.colour(colour).contrast(ground);
                assert!(found >= 4.5, "{palette:?} {colour:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn no_text_of_a_heat_map_leaves_its_cell() {
        let cell = |word: &str| HeatCell { state: CellState::Open, score: "55 % bis 80 %".into(), word: word.into() };
        let map = HeatMap {
            columns: vec!["Einhaltung von Vorschriften".into(), "Anerkennung".into(), "Umgestaltung".into()],
            name_head: "Grundsatz".into(),
            reached_head: "Erreichte Stufe".into(),
            fact_heads: Default::default(),
            rows: vec![HeatRow {
                name: "Gegenseitigkeit".into(),
                cells: vec![cell("offen: unbekannte Antworten entscheiden"); 3],
                reached: "Anerkennung und Unterstützung".into(),
                place: "2 von 3".into(),
                rank: 2,
                facts: Default::default(),
            }],
        };
        let scene = FigureData::HeatMap(map).scene(520.0, &measure);
        for shape in &scene.shapes {
            if let Shape::Text { x, size, bold, text, .. } = shape {
                assert!(x + measure(text, *size, *bold) <= 520.0, "{text}");
            }
        }
    }
}
