//! The page footer: the document's words at the left, "page x of y" at the right.

use super::{
    clean::{Warnings, visible_line},
    fonts::Fonts,
    hyphen::Hyphens,
    page::{Command, Ink, Layout},
    style::{FOOT, FOOTER, MARGIN, RULE, WIDTH},
    text::{Flow, Line, Measure, Span, lines},
};
use crate::report::{document::Document, figures::Stroke};

/// Adds the footer to every page.
pub fn add(document: &Document, fonts: &Fonts, layout: &mut Layout, warnings: &mut Warnings) {
    let words = visible_line(&document.footer, FOOT.face, fonts, warnings);
    let pattern = visible_line(&document.page_of, FOOT.face, fonts, warnings);
    let pages = layout.pages.len().to_string();
    for (index, page) in layout.pages.iter_mut().enumerate() {
        let number = pattern.replace("{page}", &(index + 1).to_string()).replace("{pages}", &pages);
        let number = line(&number, WIDTH / 2.0, fonts);
        let number_width = number.as_ref().map_or(0.0, |(line, _)| line.width);
        let words = line(&words, WIDTH - number_width - 20.0, fonts);
        let stroke = Stroke { colour: RULE, width: 0.6, dashed: false };
        let y = FOOTER - 13.0;
        page.commands.push(Command::Decoration { footer: true });
        page.commands.push(Command::Draw(Ink::Line { x1: MARGIN, y1: y, x2: MARGIN + WIDTH, y2: y, stroke }));
        if let Some((line, _)) = words {
            draw(line, MARGIN, &mut page.commands);
        }
        if let Some((line, width)) = number {
            draw(line, MARGIN + WIDTH - width, &mut page.commands);
        }
        page.commands.push(Command::End);
    }
}

/// The words on one line, cut with an ellipsis where they are too long.
fn line(text: &str, width: f32, fonts: &Fonts) -> Option<(Line, f32)> {
    // No line of this width holds more letters than this.
    let mut text: String = text.trim().chars().take(300).collect();
    if fonts.width(FOOT.face, &text) * FOOT.size / 1000.0 > width {
        while !text.is_empty() && fonts.width(FOOT.face, &format!("{text}…")) * FOOT.size / 1000.0 > width {
            text.pop();
        }
        text = format!("{}…", text.trim_end());
    }
    let mut flow = Flow::default();
    flow.push(&text, Span { end: 0, face: FOOT.face, colour: FOOT.colour, node: 0, link: None, rules: None });
    let measure = Measure { size: FOOT.size, width: f32::INFINITY, hyphens: Hyphens::Never };
    lines(&flow, measure, fonts).into_iter().next().map(|line| {
        let width = line.width;
        (line, width)
    })
}

fn draw(line: Line, x: f32, commands: &mut Vec<Command>) {
    for part in line.parts {
        let (x, y, size, face, colour) = (x + part.x, FOOTER, FOOT.size, part.face, FOOT.colour);
        commands.push(Command::Draw(Ink::Text { x, y, size, face, colour, text: part.text, shifts: part.shifts }));
    }
}
