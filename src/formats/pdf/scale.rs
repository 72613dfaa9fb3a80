//! Large print: the pages are laid out as if they were smaller, and then everything on them grows to the paper's size.

use super::{
    page::{Command, Ink, Layout, Role},
    style::{MARGIN, PAGE_HEIGHT, TOP},
};

/// How much larger large print is: running text of 10.5 points becomes 18.
pub const LARGE: f32 = 18.0 / 10.5;

/// Enlarges what stands on the pages, away from the upper left corner of the text area.
pub fn enlarge(layout: &mut Layout, scale: f32) {
    if scale <= 1.0 {
        return;
    }
    let commands = layout.pages.iter_mut().flat_map(|page| &mut page.commands);
    for command in commands {
        if let Command::Draw(ink) = command {
            enlarge_ink(ink, scale);
        }
    }
    for area in &mut layout.areas {
        enlarge_area(&mut area.edges, scale);
    }
    for entry in &mut layout.outline {
        entry.y = down(entry.y, scale);
    }
    for node in &mut layout.tree.nodes {
        if let Role::Figure { area, .. } = &mut node.role {
            enlarge_area(area, scale);
        }
    }
}

fn right(x: f32, scale: f32) -> f32 {
    MARGIN + (x - MARGIN) * scale
}

fn down(y: f32, scale: f32) -> f32 {
    TOP + (y - TOP) * scale
}

fn enlarge_ink(ink: &mut Ink, scale: f32) {
    match ink {
        Ink::Text { x, y, size, .. } => {
            (*x, *y) = (right(*x, scale), down(*y, scale));
            *size *= scale;
        }
        Ink::Rect { x, y, width, height, stroke, .. } => {
            (*x, *y) = (right(*x, scale), down(*y, scale));
            *width *= scale;
            *height *= scale;
            if let Some(stroke) = stroke {
                stroke.width *= scale;
            }
        }
        Ink::Line { x1, y1, x2, y2, stroke } => {
            (*x1, *y1, *x2, *y2) = (right(*x1, scale), down(*y1, scale), right(*x2, scale), down(*y2, scale));
            stroke.width *= scale;
        }
        Ink::Logo { x, y, width, height } => {
            (*x, *y) = (right(*x, scale), down(*y, scale));
            *width *= scale;
            *height *= scale;
        }
    }
}

/// Edges of an area: left, lower, right, upper, origin at the page's lower left.
fn enlarge_area([left, lower, rightmost, upper]: &mut [f32; 4], scale: f32) {
    for x in [left, rightmost] {
        *x = right(*x, scale);
    }
    for y in [lower, upper] {
        *y = PAGE_HEIGHT - down(PAGE_HEIGHT - *y, scale);
    }
}
