//! Sizes and colours of the page: A4, one type family, few colours with enough contrast.

use super::fonts::Face;
use crate::report::figures::{Colour, INK};

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

/// Titles, rules and bars: the darkest of the levels' colours.
pub const ACCENT: Colour = Colour(0x2A, 0x08, 0x45);
/// Links (contrast 5.76 on white).
pub const LINK: Colour = Colour(0x14, 0x63, 0xC8);
/// Quiet grey for footers and lines to write on (contrast 5.33 on white).
pub const QUIET: Colour = Colour(0x6B, 0x6B, 0x6B);
/// Ground of boxed notes.
pub const NOTE_GROUND: Colour = Colour(0xF4, 0xF1, 0xF8);
/// Ground of a table's header row.
pub const HEAD_GROUND: Colour = Colour(0xE9, 0xE4, 0xF0);
/// Thin rules between rows and below headings.
pub const RULE: Colour = Colour(0xC9, 0xC1, 0xD4);
/// Ground of a cell whose threshold is met.
pub const REACHED_GROUND: Colour = Colour(0xE4, 0xEE, 0xFB);
/// Ground of a cell whose threshold is missed.
pub const MISSED_GROUND: Colour = Colour(0xFD, 0xF0, 0xE6);
/// Ground of a cell that cannot be judged yet.
pub const OPEN_GROUND: Colour = Colour(0xF2, 0xF2, 0xF2);
/// Bar of a cell whose threshold is missed.
pub const MISSED_BAR: Colour = Colour(0xB8, 0x43, 0x00);

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
/// Captions of tables and figures.
pub const CAPTION: Style = Style { face: Face::Bold, size: 10.0, leading: 14.0, colour: ACCENT };
/// The page's footer.
pub const FOOT: Style = Style { face: Face::Regular, size: 8.5, leading: 11.0, colour: QUIET };

/// Headings by depth: style, space above, space below.
pub fn heading(depth: u8) -> (Style, f32, f32) {
    let style = |size: f32, leading: f32| Style { face: Face::Bold, size, leading, colour: ACCENT };
    match depth {
        0 | 1 => (style(27.0, 33.0), 34.0, 14.0),
        2 => (style(18.0, 23.0), 26.0, 9.0),
        3 => (style(13.5, 18.0), 18.0, 5.0),
        4 => (style(11.5, 16.0), 14.0, 4.0),
        _ => (style(10.5, 15.2), 12.0, 3.0),
    }
}
