//! What a written PDF must be, whatever the report says.
#![allow(clippy::expect_used)]

mod look;

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{
    blocks,
    fonts::Fonts,
    page::{Command, Ink, Kid, Layout, NodeId, Role},
    render,
    style::{BOTTOM, MARGIN, TOP, WIDTH},
    tag,
};
use crate::report::{
    document::{Align, Block, Cell, Column, Document, Figure, Inline, Table, Tone},
    figures::{Bar, FigureData},
};
use crate::text::Loss;

fn document(blocks: Vec<Block>) -> Document {
    Document {
        large: false,
        whole_words: false,
        language: "de".into(),
        title: "Titel".into(),
        subject: "Worum es geht".into(),
        author: Some("Ada".into()),
        date: Some("2026-02-14".into()),
        footer: "Fuß".into(),
        page_of: "Seite {page} von {pages}".into(),
        accent: None,
        logo: None,
        blocks,
    }
}

fn laid_out(blocks: Vec<Block>) -> (Layout, Vec<Loss>) {
    let fonts = Fonts::new().expect("embedded fonts");
    blocks::layout(&document(blocks), &fonts, None)
}

fn table(rows: usize, cell: &str) -> Block {
    let column = |head: &str| Column { head: head.into(), align: Align::Start, share: 1 };
    let row = |index: usize| vec![Cell::from(format!("Zeile {index}")), Cell::from(cell)];
    Block::Table(Table {
        caption: "Tafel".into(),
        columns: vec![column("Kopf links"), column("Kopf rechts")],
        rows: (0..rows).map(row).collect(),
        row_heads: true,
    })
}

/// The words of every mark, with what a reader hears for hyphens and bullets.
fn words(layout: &Layout) -> BTreeMap<(usize, usize), String> {
    let mut out = BTreeMap::new();
    for (index, page) in layout.pages.iter().enumerate() {
        let mut open: Option<(usize, bool)> = None;
        for command in &page.commands {
            match command {
                Command::Begin { mark, actual, .. } => {
                    assert!(open.is_none(), "marks are not nested");
                    open = Some((*mark, actual.is_some()));
                    out.insert((index, *mark), actual.map(String::from).unwrap_or_default());
                }
                Command::Decoration { .. } => {
                    assert!(open.is_none(), "marks are not nested");
                    open = Some((usize::MAX, true));
                }
                Command::End => assert!(open.take().is_some(), "no end without a start"),
                Command::Draw(Ink::Text { text, .. }) => match open {
                    Some((mark, false)) => out.entry((index, mark)).or_default().push_str(text),
                    other => assert!(other.is_some(), "text outside of marks"),
                },
                Command::Draw(_) => assert!(open.is_some(), "paint outside of marks"),
            }
        }
        assert!(open.is_none(), "every mark ends");
    }
    out
}

/// The tags with their words.
fn dump(layout: &Layout) -> String {
    fn node(layout: &Layout, words: &BTreeMap<(usize, usize), String>, id: NodeId, depth: usize, out: &mut String) {
        let this = &layout.tree.nodes[id];
        let indent = "  ".repeat(depth);
        out.push_str(&format!("{indent}{}\n", tag::name(&this.role)));
        for kid in &this.kids {
            match kid {
                Kid::Mark { page, mark } => out.push_str(&format!("{indent}  “{}”\n", words[&(*page, *mark)])),
                Kid::Area(area) => out.push_str(&format!("{indent}  <{}>\n", layout.areas[*area].url)),
                Kid::Node(kid) => node(layout, words, *kid, depth + 1, out),
            }
        }
    }
    let mut out = String::new();
    node(layout, &words(layout), 0, 0, &mut out);
    out
}

/// Everything that is read out.
fn read(layout: &Layout) -> String {
    words(layout).into_values().collect()
}

#[test]
fn the_same_report_is_the_same_file_and_another_one_has_another_number() {
    let blocks = || vec![Block::heading(1, "Bericht"), table(3, "Wort"), Block::text("Ελλάδα Україна")];
    let first = render(&document(blocks())).expect("a file");
    assert_eq!(first, render(&document(blocks())).expect("a file"));
    let other = Document { author: None, ..document(blocks()) };
    let other = render(&other).expect("a file");
    let id = |bytes: &[u8]| lopdf::Document::load_mem(bytes).expect("a PDF").trailer.get(b"ID").cloned().ok();
    assert!(id(&first.bytes).is_some());
    assert_ne!(id(&first.bytes), id(&other.bytes));
}

#[test]
fn the_tags_follow_the_reading_order() {
    let (layout, warnings) = laid_out(vec![
        Block::heading(1, "Bericht"),
        Block::Paragraph(vec![
            Inline::Text("Das ist ".into()),
            Inline::Foreign { language: "en".into(), text: "co-production".into() },
            Inline::Text(", siehe ".into()),
            Inline::Link { text: "hier".into(), url: "https://example.org".into() },
            Inline::Text(".".into()),
        ]),
        Block::List { ordered: false, items: vec![vec![Block::text("Punkt")], vec![]] },
        Block::List { ordered: true, items: vec![vec![Block::text("Schritt")]] },
        Block::Note(vec![Block::text("Wichtig")]),
        table(1, "Wort"),
    ]);
    assert_eq!(warnings, Vec::<Loss>::new());
    let expected = "\
Document
  H1
    “Bericht”
  P
    “Das ist ”
    Span
      “co-production”
    “, siehe ”
    Link
      “hier”
      <https://example.org>
    “.”
  L
    LI
      Lbl
        “• ”
      LBody
        P
          “Punkt”
  L
    LI
      Lbl
        “1. ”
      LBody
        P
          “Schritt”
  Div
    P
      “Wichtig”
  Table
    Caption
      “Tafel”
    THead
      TR
        TH
          “Kopf links”
        TH
          “Kopf rechts”
    TBody
      TR
        TD
          “Zeile 0”
        TD
          “Wort”
";
    assert_eq!(dump(&layout), expected);
}

#[test]
fn the_file_says_what_accessible_readers_ask_for() {
    let url = "https://example.org/ä(1)".to_owned();
    let link = Block::Paragraph(vec![Inline::Link { text: "Łódź".into(), url }]);
    let bar = Bar { name: "Ende".into(), low: Some(0.1), point: Some(0.2), high: Some(0.3), label: "20 %".into() };
    let figure = Figure { caption: "Bild".into(), alt: "Es steigt.".into(), data: FigureData::Bars(vec![bar]) };
    let blocks = vec![Block::heading(1, "Überschrift"), link, Block::Figure(figure), Block::text("Привет")];
    let bytes = render(&document(blocks)).expect("a file").bytes;
    let pdf = lopdf::Document::load_mem(&bytes).expect("a PDF");
    let catalog = pdf.catalog().expect("a catalog");
    assert_eq!(catalog.get(b"Lang").and_then(lopdf::Object::as_str).ok(), Some(b"de".as_slice()));
    for key in ["MarkInfo", "StructTreeRoot", "Metadata", "Outlines", "ViewerPreferences"] {
        assert!(catalog.has(key.as_bytes()), "{key}");
    }
    let metadata = catalog.get(b"Metadata").and_then(lopdf::Object::as_reference).expect("metadata");
    let packet = pdf.get_object(metadata).and_then(lopdf::Object::as_stream).expect("a stream");
    let packet = String::from_utf8_lossy(&packet.content).into_owned();
    assert!(packet.contains("<pdfuaid:part>1</pdfuaid:part>") && packet.contains("Titel"), "{packet}");
    let uri = "https://example.org/%C3%A4(1)";
    let has = |key: &str, value: &str| {
        pdf.objects.values().filter_map(|object| object.as_dict().ok()).any(|dict| {
            dict.get(key.as_bytes()).is_ok_and(|found| match found {
                lopdf::Object::Dictionary(inner) => {
                    inner.get(b"URI").and_then(lopdf::Object::as_str).ok() == Some(value.as_bytes())
                }
                other => other.as_str().ok() == Some(value.as_bytes()),
            })
        })
    };
    assert!(has("A", uri) && has("Alt", "Es steigt."));
    let text = pdf.extract_text(&[1]).expect("text");
    for word in ["Überschrift", "Łódź", "Привет", "Seite 1 von 1"] {
        assert!(text.contains(word), "{word} in {text}");
    }
}

#[test]
fn a_header_row_is_repeated_but_read_once() {
    let (layout, _) = laid_out(vec![table(120, "Wort")]);
    assert!(layout.pages.len() > 2);
    for (index, page) in layout.pages.iter().enumerate() {
        let shown = page
            .commands
            .iter()
            .filter(|command| matches!(command, Command::Draw(Ink::Text { text, .. }) if text.trim() == "Kopf links"));
        assert_eq!(shown.count(), 1, "page {index}");
    }
    assert_eq!(read(&layout).matches("Kopf links").count(), 1);
    assert_eq!(read(&layout).matches("Wort").count(), 120);
}

#[test]
fn a_row_taller_than_a_page_is_cut_and_loses_no_word() {
    let long = "Wort ".repeat(4000);
    let (layout, _) = laid_out(vec![table(1, &long)]);
    assert!(layout.pages.len() > 3);
    assert_eq!(read(&layout).matches("Wort").count(), 4000);
}

/// The marks of a page with their roles and base lines, from the top.
fn lines_of(layout: &Layout, page: usize) -> Vec<(NodeId, Role, f32)> {
    let mut out: Vec<(NodeId, Role, f32)> = Vec::new();
    let mut open = None;
    for command in &layout.pages[page].commands {
        match command {
            Command::Begin { node, .. } => open = Some(*node),
            Command::End => open = None,
            Command::Draw(Ink::Text { y, .. }) => {
                if let Some(node) = open
                    && out.last().is_none_or(|(last, _, at)| (*last, *at) != (node, *y))
                {
                    out.push((node, layout.tree.nodes[node].role.clone(), *y));
                }
            }
            _ => {}
        }
    }
    out
}

#[test]
fn no_heading_is_stranded_and_no_line_stands_alone() {
    let filler = "Ein Satz füllt die Zeile, und noch einer füllt die nächste Zeile, und noch einer füllt diese. ";
    for count in 0..45 {
        let mut blocks: Vec<Block> = (0..count).map(|_| Block::text("Zeile")).collect();
        blocks.push(Block::heading(1, "Kapitel"));
        blocks.push(Block::text(filler.repeat(5)));
        blocks.push(table(30, "Wort"));
        let (layout, _) = laid_out(blocks);
        for page in 0..layout.pages.len() {
            let lines = lines_of(&layout, page);
            let last = lines.last().expect("a line");
            assert!(!matches!(last.1, Role::Heading(_) | Role::Caption | Role::ColumnHead), "{count}: {last:?}");
            for (node, role, y) in &lines {
                assert!((TOP - 1.0..=BOTTOM).contains(y), "{count}: {y}");
                let long = layout.tree.nodes[*node].kids.len() > 1;
                if *role == Role::Paragraph && long {
                    let here = lines.iter().filter(|(other, ..)| other == node).count();
                    assert!(here >= 2, "{count}: one line of a paragraph alone on page {page}");
                }
            }
        }
    }
}

#[test]
fn a_word_without_an_end_stays_on_the_paper() {
    let word = "x".repeat(200);
    let mut cells = table(1, &word);
    if let Block::Table(table) = &mut cells {
        table.columns.extend((0..20).map(|_| Column { head: word.clone(), align: Align::End, share: 1 }));
    }
    let blocks = vec![Block::heading(1, word.clone()), Block::text(word.clone()), Block::Note(vec![cells])];
    let (layout, _) = laid_out(blocks);
    let fonts = Fonts::new().expect("embedded fonts");
    for command in layout.pages.iter().flat_map(|page| &page.commands) {
        if let Command::Draw(Ink::Text { x, size, face, text, .. }) = command {
            let end = x + fonts.width(*face, text.trim_end()) * size / 1000.0;
            assert!(*x >= MARGIN - 0.1 && end <= MARGIN + WIDTH + size, "{x} to {end}: {text}");
        }
    }
    assert_eq!(read(&layout).matches('x').count(), 200 * (3 + 20));
}

#[test]
fn what_cannot_be_printed_is_written_as_its_number_and_named() {
    let (layout, warnings) = laid_out(vec![
        Block::text("Smile 😀 und السلام"),
        Block::text("Zeichen \u{1b}[31m \u{202E}rückwärts\u{200B} Ende"),
        Block::text("Ł ő ș ẞ Ωμέγα Ґонґ „so“ ‚so‘ … – · 5\u{202F}km nicht\u{2011}trennen weich\u{AD}weich u\u{308}"),
    ]);
    let text = read(&layout);
    for shown in ["[U+1F600]", "[U+0627]", "[U+001B][31m", "[U+202E]rückwärts[U+200B]"] {
        assert!(text.contains(shown), "{shown} in {text}");
    }
    assert!(text.contains("Ł ő ș ẞ Ωμέγα Ґонґ „so“ ‚so‘ … – · 5 km nicht-trennen weichweich ü"), "{text}");
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    assert!(
        matches!(&warnings[0], Loss::Unprintable { characters, text } if characters.starts_with("[U+1F600]") && text.contains("Smile")),
        "{warnings:?}"
    );
}

#[test]
fn only_addresses_of_the_web_become_links() {
    let link = |url: &str| Inline::Link { text: "Wort".into(), url: url.into() };
    let runs = ["javascript:alert(1)", "file:///etc/passwd", "HTTPS://example.org", "mailto:a@example.org"].map(link);
    let (layout, _) = laid_out(vec![Block::Paragraph(runs.to_vec())]);
    let urls: Vec<&str> = layout.areas.iter().map(|area| area.url.as_str()).collect();
    assert_eq!(urls, ["HTTPS://example.org", "mailto:a@example.org"]);
}

#[test]
fn depths_of_headings_never_jump() {
    let (layout, _) =
        laid_out([3, 6, 1, 4, 0].into_iter().map(|depth| Block::heading(depth, "Kapitel")).collect::<Vec<_>>());
    let depths: Vec<u8> = layout.outline.iter().map(|entry| entry.depth).collect();
    assert_eq!(depths, [1, 2, 1, 2, 1]);
}

#[test]
fn an_empty_report_is_one_page() {
    let (layout, _) = laid_out(vec![Block::PageBreak, Block::PageBreak]);
    assert_eq!(layout.pages.len(), 1);
    let empty =
        Document { language: String::new(), title: String::new(), date: Some("heute".into()), ..document(vec![]) };
    assert!(render(&empty).expect("a file").bytes.starts_with(b"%PDF-1.7"));
}

fn block() -> impl Strategy<Value = Block> {
    let text = prop_oneof![any::<String>(), "[a-zäöüß \u{AD}\n\u{301}]{0,400}", "\\PC{0,60}"];
    let runs = prop::collection::vec(text.clone().prop_map(Inline::Text), 0..4);
    let table = (prop::collection::vec(text.clone(), 0..12), 0..5usize, any::<u16>(), any::<bool>());
    let leaf = prop_oneof![
        (any::<u8>(), text.clone()).prop_map(|(depth, text)| Block::Heading { depth, text }),
        runs.clone().prop_map(Block::Paragraph),
        (0..4u8).prop_map(Block::WritingLines),
        prop::collection::vec(text.clone(), 0..4).prop_map(Block::TickBoxes),
        Just(Block::PageBreak),
        table.prop_map(|(texts, columns, share, row_heads)| {
            let column = |head: &String| Column { head: head.clone(), align: Align::End, share };
            let columns: Vec<Column> = texts.iter().take(columns).map(column).collect();
            let row = |text: &String| vec![Cell { tone: Tone::Open, ..Cell::from(text.clone()) }; 3];
            let rows = texts.iter().map(row).collect();
            Block::Table(Table { caption: String::new(), columns, rows, row_heads })
        }),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let blocks = prop::collection::vec(inner, 0..4);
        prop_oneof![
            blocks.clone().prop_map(Block::Note),
            (any::<bool>(), prop::collection::vec(blocks, 0..3))
                .prop_map(|(ordered, items)| Block::List { ordered, items }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_report_becomes_a_file_whose_paint_is_marked(blocks in prop::collection::vec(block(), 0..6)) {
        let (layout, _) = laid_out(blocks.clone());
        words(&layout);
        let rendered = render(&document(blocks)).expect("a file");
        prop_assert!(lopdf::Document::load_mem(&rendered.bytes).is_ok());
    }
}
