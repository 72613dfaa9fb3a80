//! What a written page must be, whatever the report says.
#![allow(clippy::unwrap_used)]

use super::super::tests as samples;
use super::*;
use crate::report::document::{Column, Picture};
use crate::text::english;

fn page(blocks: Vec<Block>) -> String {
    let document = Document {
        large: false,
        whole_words: false,
        language: "en".into(),
        title: "Title".into(),
        subject: "Subject".into(),
        author: None,
        date: None,
        footer: "Foot".into(),
        page_of: String::new(),
        accent: None,
        logo: None,
        blocks,
    };
    render(&document, &english().tabular)
}

fn between<'a>(text: &'a str, open: &str, close: &str) -> &'a str {
    text.split_once(open).unwrap().1.split_once(close).unwrap().0
}

#[test]
fn the_policy_names_the_style_sheet_and_nothing_else() {
    let text = page(Vec::new());
    let digest = base64(&Sha256::digest(between(&text, "<style>", "</style>").as_bytes()));
    let policy =
        format!("default-src 'none'; style-src 'sha256-{digest}'; img-src data:; form-action 'none'; base-uri 'none'");
    assert_eq!(between(&text, "Content-Security-Policy\" content=\"", "\">"), policy);
    assert_eq!(base64(b"foobar"), "Zm9vYmFy");
    assert_eq!(base64(b"fooba"), "Zm9vYmE=");
    assert_eq!(base64(b"foob"), "Zm9vYg==");
}

#[test]
fn the_users_colour_and_picture_are_used_and_the_policy_still_fits() {
    let mut document = samples::with_report(&samples::TWO, "en", |report| report.document());
    document.accent = Some(Colour(0x00, 0x5A, 0x2B));
    document.logo = Some(Picture { png: b"foobar".to_vec(), alt: "A \"tree\"".into() });
    let text = render(&document, &english().tabular);
    let style = between(&text, "<style>", "</style>");
    // Once changed for light pages, and the dark ones keep their own.
    assert!(style.contains("--accent: #005a2b;") && style.contains("--accent: #f0e6ff;") && !style.contains(ACCENT));
    assert!(text.contains(&policy(style)));
    assert!(text.contains("src=\"data:image/png;base64,Zm9vYmFy\" alt=\"A &quot;tree&quot;\""));
}

#[test]
fn a_hostile_name_is_just_a_name() {
    for language in ["de", "en"] {
        let text = samples::written(&Html, &samples::NASTY, language);
        assert!(text.contains(&format!("<html lang=\"{language}\">")));
        assert!(
            text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Söhne&quot; ]]&gt; --&gt; &#39;x&#39;")
        );
        assert!(text.contains("[U+001B][2J 日本 😀"));
        assert!(!text.contains("<script") && !text.contains('\u{1b}') && !text.contains(" style="));
        // Everything that a browser would fetch or follow by itself.
        for word in ["<link", "<iframe", "<object", "<base", "url(", "@import", "onload", "javascript:"] {
            assert!(!text.contains(word), "{word}");
        }
        for source in
            text.split("src").skip(1).filter_map(|rest| rest.strip_prefix("=\"").or(rest.strip_prefix("set=\"")))
        {
            assert!(source.starts_with("data:image/svg+xml;base64,"));
        }
    }
}

#[test]
fn ids_are_unique_and_every_reference_has_one() {
    let text = samples::written(&Html, &samples::NASTY, "de");
    let ids: Vec<&str> = text.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
    for reference in text.split("aria-labelledby=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(reference.split(' ').all(|id| ids.contains(&id)), "{reference}");
    }
    for target in text.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(ids.contains(&target), "{target}");
    }
}

#[test]
fn headings_never_jump_and_only_the_title_has_depth_1() {
    let text = page([1, 1, 4, 2, 6, 3].map(|depth| Block::heading(depth, "x")).to_vec());
    let depths: Vec<&str> = text.split("<h").skip(1).map(|rest| &rest[..1]).filter(|c| "123456".contains(c)).collect();
    assert_eq!(depths, ["1", "2", "3", "2", "3", "3"]);
}

#[test]
fn tables_have_captions_and_scoped_heads() {
    let table = |columns: usize| {
        let column = |head: &str| Column { head: head.into(), align: Align::End, share: 1 };
        let mut heads = vec![column("")];
        heads.resize(columns, column("Head"));
        let mut row = vec![Cell::from("Row")];
        row.resize(columns, Cell { text: vec![Inline::Text("1".into())], tone: Tone::Open });
        Block::Table(Table { caption: "Caption".into(), columns: heads, rows: vec![row], row_heads: true })
    };
    let slim = page(vec![table(2)]);
    assert!(slim.contains("<caption id=\"table-1\">Caption</caption>") && !slim.contains("tabindex=\"0\""));
    assert!(slim.contains("<tr><td></td><th scope=\"col\" class=\"end\">Head</th></tr>"));
    assert!(
        slim.contains("<tr><th scope=\"row\" class=\"end\">Row</th><td data-head=\"Head\" class=\"open\">1</td></tr>")
    );
    let wide = page(vec![table(4)]);
    assert!(wide.contains("<div class=\"wide\" role=\"region\" aria-labelledby=\"table-1\" tabindex=\"0\">"));
}

#[test]
fn runs_of_text_keep_their_meaning_and_only_safe_links_are_links() {
    let link = |url: &str| Inline::Link { text: "there".into(), url: url.into() };
    let foreign = |language: &str| Inline::Foreign { language: language.into(), text: "mot".into() };
    let text = page(vec![Block::Paragraph(vec![
        Inline::Strong("a\nb".into()),
        foreign("fr"),
        foreign("\" onclick=\""),
        link("https://example.org/?a=1&b=\"2"),
        link("javascript:alert(1)"),
    ])]);
    assert!(text.contains("<strong>a<br>\nb</strong><span lang=\"fr\">mot</span>mot<a href=\"https://example.org/?a=1&amp;b=&quot;2\" rel=\"noreferrer\">there</a>there</p>"));
}

#[test]
fn lines_to_write_on_and_page_breaks_are_for_paper() {
    let text = page(vec![Block::PageBreak, Block::heading(2, "New"), Block::WritingLines(2)]);
    assert!(text.contains("<h2 id=\"part-1\" class=\"new-page\">New</h2>"));
    assert!(text.contains("<div class=\"writing\" aria-hidden=\"true\">\n<hr>\n<hr>\n</div>"));
}
