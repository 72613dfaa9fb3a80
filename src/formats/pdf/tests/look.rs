//! Accent, logo, captions and what keeps pages full and words whole.

use super::{super::*, document, table};
use crate::formats::pdf::{
    fonts::Fonts,
    page::{Command, Ink, Role},
    style::{MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Palette, TOP},
};
use crate::report::{
    document::{Block, Document, Picture},
    figures::{Colour, INK},
    picture,
};

#[test]
fn the_accent_colours_headings_captions_rules_and_bars() {
    let colours = |accent: Option<Colour>| {
        let fonts = Fonts::new().expect("embedded fonts");
        let note = Block::Note(vec![Block::text("Wichtig")]);
        let blocks = vec![Block::heading(1, "Bericht"), Block::heading(2, "Teil"), table(3, "Wort"), note];
        let (layout, _) = blocks::layout(&Document { accent, ..document(blocks) }, &fonts, None);
        let mut out: Vec<Colour> = Vec::new();
        for command in layout.pages.iter().flat_map(|page| &page.commands) {
            match command {
                Command::Draw(Ink::Text { colour, .. }) => out.push(*colour),
                Command::Draw(Ink::Rect { fill, .. }) => out.extend(fill),
                Command::Draw(Ink::Line { stroke, .. }) => out.push(stroke.colour),
                _ => {}
            }
        }
        out
    };
    let own = Colour(0x00, 0x5A, 0x3C);
    let (before, after) = (colours(None), colours(Some(own)));
    assert!(after.iter().filter(|colour| **colour == own).count() >= 5, "{after:?}");
    let (palette, old) = (Palette::new(Some(own)), Palette::new(None));
    for (new, old) in [(palette.accent, old.accent), (palette.rule, old.rule), (palette.note_ground, old.note_ground)] {
        assert!(before.contains(&old) && after.contains(&new) && !after.contains(&old), "{old:?} {new:?}");
    }
    assert!(palette.head_ground.contrast(INK) > 7.0 && old.head_ground.contrast(INK) > 7.0);
}

#[test]
fn a_logo_stands_on_the_first_page_with_its_words() {
    let with = |size: [u32; 2]| {
        let pixels: Vec<u8> = (0..size[0] * size[1] * 4).map(|index| (index % 251) as u8).collect();
        let png = picture::tests::png(size, png::ColorType::Rgba, png::BitDepth::Eight, &pixels);
        let logo = Some(Picture { png, alt: "Ein Kleeblatt".into() });
        let blocks = vec![Block::heading(1, "Bericht"), Block::PageBreak, Block::text("Ende")];
        Document { logo, ..document(blocks) }
    };
    for (size, drawn) in [([400, 100], [150.0, 37.5]), ([90, 900], [6.0, 60.0]), ([40, 20], [30.0, 15.0])] {
        let document = with(size);
        let first = render(&document).expect("a file");
        assert_eq!(first, render(&document).expect("a file"), "the same again");
        let pdf = lopdf::Document::load_mem(&first.bytes).expect("a PDF");
        let streams = || pdf.objects.values().filter_map(|object| object.as_stream().ok());
        assert_eq!(streams().filter(|stream| stream.dict.has(b"SMask")).count(), 1);
        let fonts = Fonts::new().expect("embedded fonts");
        let logo = logo::read(document.logo.as_ref().expect("a logo")).expect("a picture");
        assert_eq!(logo.size, drawn, "{size:?}");
        let (layout, _) = blocks::layout(&document, &fonts, Some(logo));
        let right = PAGE_WIDTH - MARGIN;
        let figure = layout.tree.nodes.iter().find_map(|node| match &node.role {
            Role::Figure { alt, area } if alt == "Ein Kleeblatt" => Some(*area),
            _ => None,
        });
        let upper = PAGE_HEIGHT - TOP;
        let area = figure.expect("a figure");
        let expected = [right - drawn[0], upper - drawn[1], right, upper];
        assert!(area.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.01), "{area:?} {expected:?}");
    }
    let broken = Picture { png: b"GIF89a".to_vec(), alt: "Nichts".into() };
    let error = render(&Document { logo: Some(broken), ..document(vec![]) });
    assert!(matches!(error, Err(PdfError::Picture(_))), "{error:?}");
}
