//! Sizes and colours of the page: A4, one type family, few colours with enough contrast.

use super::fonts::Face;
use crate::report::figures::{Colour, INK, PAPER};

/// Width of an A4 page in points.
pub const PAGE_WIDTH: f32 = 595.28;
/// Height of an A4 page in points.
pub const PAGE_HEIGHT: f32 = 841.89;
/// Left and right margin (21 mm).
pub const MARGIN: f32 = 59.5;
/// Upper edge of the text area.
pub const TOP: f32 = 60.0;
/// Lower edge of the text area.
pub const BOTTOM: f32 = PAGE_HEIGHT - 72.0;
/// Base line of the footer.
pub const FOOTER: f32 = PAGE_HEIGHT - 38.0;
/// Width of the text area.
pub const WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// Longest line of running text: about 80 letters, as WCAG 1.4.8 advises.
pub const LONGEST_LINE: f32 = 432.0;
/// What is narrower than this is not indented any further.
pub const NARROWEST: f32 = 120.0;

/// The accent of a report that asks for none: the darkest of the levels' colours.
const ACCENT: Colour = Colour(0x2A, 0x08, 0x45);
/// Links (contrast 5.76 on white).
pub const LINK: Colour = Colour(0x14, 0x63, 0xC8);
/// Quiet grey for footers and lines to write on (contrast 5.33 on white).
pub const QUIET: Colour = Colour(0x6B, 0x6B, 0x6B);
/// Ground of a cell whose threshold is met.
pub const REACHED_GROUND: Colour = Colour(0xE8, 0xE8, 0xE8);

/// The colours that follow the report's accent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Titles, headings, captions, bars.
    pub accent: Colour,
    /// Ground of boxed notes.
    pub note_ground: Colour,
    /// Ground of a table's header row.
    pub head_ground: Colour,
    /// Thin rules between rows and below headings.
    pub rule: Colour,
}

impl Palette {
    /// The accent asked for, or our own, with its tints: so pale that black text on them keeps its contrast.
    pub fn new(accent: Option<Colour>) -> Self {
        let accent = accent.unwrap_or(ACCENT);
        let tint = |percent| mixed(accent, PAPER, percent);
        Self { accent, note_ground: tint(5), head_ground: tint(10), rule: tint(25) }
    }
}

/// So many percent of one colour, the rest of another.
fn mixed(a: Colour, b: Colour, percent: u16) -> Colour {
    let part = |a: u8, b: u8| {
        let sum = u16::from(a) * percent + u16::from(b) * (100 - percent);
        u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
    };
    Colour(part(a.0, b.0), part(a.1, b.1), part(a.2, b.2))
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The face of plain words.
    pub face: Face,
    /// Font size in points.
    pub size: f32,
    /// Distance of two base lines in points.
    pub leading: f32,
    /// Colour of plain words.
    pub colour: Colour,
}

impl Style {
    /// Distance from a line's upper edge to its base line.
    pub fn rise(&self) -> f32 {
        // The faces' ascender and descender are 0.984 and 0.316 of the size.
        (self.leading - 1.3 * self.size) / 2.0 + 0.984 * self.size
    }
}

/// Running text.
pub const BODY: Style = Style { face: Face::Regular, size: 10.5, leading: 15.2, colour: INK };
/// Text in table cells.
pub const CELL: Style = Style { face: Face::Regular, size: 9.5, leading: 13.0, colour: INK };
/// The page's footer.
pub const FOOT: Style = Style { face: Face::Regular, size: 8.5, leading: 11.0, colour: QUIET };

/// Captions of tables and figures.
pub fn caption(colour: Colour) -> Style {
    Style { face: Face::Bold, size: 10.0, leading: 14.0, colour }
}

/// Headings by depth: style, space above, space below.
pub fn heading(depth: u8, colour: Colour) -> (Style, f32, f32) {
    let style = |size: f32, leading: f32| Style { face: Face::Bold, size, leading, colour };
    match depth {
        0 | 1 => (style(27.0, 33.0), 34.0, 14.0),
        2 => (style(18.0, 23.0), 26.0, 9.0),
        3 => (style(13.5, 18.0), 18.0, 5.0),
        4 => (style(11.5, 16.0), 14.0, 4.0),
        _ => (style(10.5, 15.2), 12.0, 3.0),
    }
}
