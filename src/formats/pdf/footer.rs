//! The page footer: the document's words at the left, "page x of y" at the right.

use super::{
    clean::{Warnings, visible_line},
    flow::{Flow, Line, Span},
    fonts::{Fonts, Glyph, advance},
    hyphen::Hyphens,
    page::{Command, Ink, Layout},
    style::{FOOT, FOOTER, MARGIN, Palette, Style, WIDTH},
    text::{Measure, lines},
};
use crate::report::{document::Document, figures::Stroke};

/// Adds the footer to every page.
pub fn add(document: &Document, fonts: &Fonts, scale: f32, layout: &mut Layout, warnings: &mut Warnings) {
    let style = Style { size: FOOT.size * scale, leading: FOOT.leading * scale, ..FOOT };
    let rule = Palette::new(document.accent).rule;
    let words = visible_line(&document.footer, FOOT.face, fonts, warnings);
    let pattern = visible_line(&document.page_of, FOOT.face, fonts, warnings);
    let pages = layout.pages.len().to_string();
    let number = |page: &str| pattern.replace("{page}", page).replace("{pages}", &pages);
    // The last page has the widest number.
    let widest = line(&number(&pages), WIDTH / 2.0, fonts, style).width;
    let words = line(&words, WIDTH - widest - 20.0, fonts, style);
    for (index, page) in layout.pages.iter_mut().enumerate() {
        let number = line(&number(&(index + 1).to_string()), WIDTH / 2.0, fonts, style);
        let stroke = Stroke { colour: rule, width: 0.6, dashed: false };
        let y = FOOTER - 13.0 * scale;
        page.commands.push(Command::Decoration { footer: true });
        page.commands.push(Command::Draw(Ink::Line { x1: MARGIN, y1: y, x2: MARGIN + WIDTH, y2: y, stroke }));
        draw(&words, MARGIN, style, &mut page.commands);
        draw(&number, MARGIN + WIDTH - number.width, style, &mut page.commands);
        page.commands.push(Command::End);
    }
}

/// The words on one line, cut with an ellipsis where they are too long.
fn line(text: &str, width: f32, fonts: &Fonts, style: Style) -> Line {
    // No line of a footer holds more letters than this.
    let text: String = text.trim().chars().take(300).collect();
    let glyphs = fonts.shape(style.face, &text);
    let points = |advance: f32| advance * style.size / 1000.0;
    let mut text = text;
    if points(advance(&glyphs)) > width {
        let room = width - points(fonts.width(style.face, "…"));
        let mut used = 0.0;
        let fits = |glyph: &&Glyph| {
            used += points(glyph.advance);
            used <= room
        };
        let cut = glyphs.iter().take_while(fits).last().map_or(0, |glyph| glyph.start);
        text = format!("{}…", text.get(..cut).unwrap_or_default().trim_end());
    }
    let mut flow = Flow::default();
    flow.push(&text, Span { end: 0, face: style.face, colour: style.colour, node: 0, link: None, rules: None });
    let measure = Measure { size: style.size, width: f32::INFINITY, hyphens: Hyphens::Never };
    lines(&flow, measure, fonts).into_iter().next().unwrap_or_default()
}

fn draw(line: &Line, x: f32, style: Style, commands: &mut Vec<Command>) {
    for part in &line.parts {
        let (x, y, size, face, colour) = (x + part.x, FOOTER, style.size, part.face, style.colour);
        commands.push(Command::Draw(Ink::Text {
            x,
            y,
            size,
            face,
            colour,
            text: part.text.clone(),
            shifts: part.shifts.clone(),
        }));
    }
}
