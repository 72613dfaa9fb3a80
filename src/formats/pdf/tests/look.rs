//! Accent, logo, captions and what keeps pages full and words whole.

use super::{super::*, document, laid_out, read, table};
use crate::formats::pdf::{
    fonts::{Face, Fonts},
    page::{Command, Ink, Role},
    style::{MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Palette, TOP},
};
use crate::report::{
    document::{Align, Block, Cell, Column, Document, Figure, Picture, Table},
    figures::{Bar, Colour, FigureData, INK},
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
fn a_caption_that_repeats_its_heading_is_left_out() {
    let bar = || Bar { name: "Ende".into(), low: None, point: Some(0.2), high: None, label: "20 %".into() };
    let figure = |caption: &str| {
        let (caption, alt) = (caption.to_owned(), "Es steigt.".to_owned());
        Block::Figure(Figure { caption, alt, data: FigureData::Bars(vec![bar()]) })
    };
    let blocks =
        |heading: &str| vec![Block::heading(1, heading), figure("Tafel"), Block::text("Dazwischen"), table(3, "Wort")];
    let (layout, _) = laid_out(blocks(" Tafel "));
    assert_eq!(read(&layout).matches("Tafel").count(), 1);
    assert!(!layout.tree.nodes.iter().any(|node| node.role == Role::Caption));
    let (layout, _) = laid_out(blocks("Kapitel"));
    assert_eq!(read(&layout).matches("Tafel").count(), 2);
}

#[test]
fn a_tiny_table_has_no_more_headers_than_cells() {
    let roles = |columns: usize, rows: usize| {
        let column = |index: usize| Column { head: format!("Kopf {index}"), align: Align::Start, share: 1 };
        let columns: Vec<Column> = (0..columns).map(column).collect();
        let rows = (0..rows).map(|_| vec![Cell::from("Wort"); columns.len()]).collect();
        let (layout, _) = laid_out(vec![Block::Table(Table { caption: "".into(), columns, rows, row_heads: true })]);
        let count = |role: Role| layout.tree.nodes.iter().filter(|node| node.role == role).count();
        [count(Role::ColumnHead), count(Role::RowHead), count(Role::Data)]
    };
    assert_eq!(roles(3, 1), [3, 0, 3]);
    assert_eq!(roles(3, 2), [3, 0, 6]);
    assert_eq!(roles(3, 3), [3, 3, 6]);
    assert_eq!(roles(4, 2), [4, 2, 6]);
    assert_eq!(roles(2, 9), [2, 0, 18]);
}

#[test]
fn a_figure_its_table_and_what_is_said_below_stay_together() {
    let bar = || Bar { name: "Ende".into(), low: None, point: Some(0.2), high: None, label: "20 %".into() };
    for count in 20..50 {
        let mut blocks: Vec<Block> = (0..count).map(|_| Block::text("Zeile")).collect();
        let (caption, alt) = ("Bild".to_owned(), "Es steigt.".to_owned());
        blocks.push(Block::Figure(Figure { caption, alt, data: FigureData::Bars(vec![bar()]) }));
        blocks.extend([table(8, "Wort"), Block::text("Dazu"), Block::text("Frage")]);
        blocks.push(Block::List { ordered: false, items: vec![vec![Block::text("Antwort")]] });
        let (layout, _) = laid_out(blocks);
        let page_of = |wanted: &str| {
            let says =
                |command: &Command| matches!(command, Command::Draw(Ink::Text { text, .. }) if text.trim() == wanted);
            layout.pages.iter().position(|page| page.commands.iter().any(says)).expect("a page")
        };
        assert_eq!(page_of("Bild"), page_of("Zeile 0"), "{count}");
        assert_eq!(page_of("Zeile 7"), page_of("Dazu"), "{count}");
        assert_eq!(page_of("Frage"), page_of("Antwort"), "{count}");
    }
}

#[test]
fn long_row_headers_are_not_bold() {
    for (head, bold) in [("Kurz".to_owned(), true), ("Eine ganze Frage. ".repeat(5), false)] {
        let column = || Column { head: "Kopf".into(), align: Align::Start, share: 1 };
        let rows = (0..4).map(|_| vec![Cell::from(head.as_str()), Cell::from("Wort"), Cell::from("Wort")]).collect();
        let columns = vec![column(), column(), column()];
        let (layout, _) = laid_out(vec![Block::Table(Table { caption: "".into(), columns, rows, row_heads: true })]);
        let first = head.split(' ').next().expect("a word");
        let mut faces = layout.pages.iter().flat_map(|page| &page.commands).filter_map(|command| match command {
            Command::Draw(Ink::Text { text, face, .. }) if text.starts_with(first) => Some(*face),
            _ => None,
        });
        assert!(faces.all(|face| (face == Face::Bold) == bold), "{head}");
        assert_eq!(layout.tree.nodes.iter().filter(|node| node.role == Role::RowHead).count(), 4);
    }
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
