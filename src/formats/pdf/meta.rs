//! What the file says about itself: title, language, date, identifiers; and how it is written.

use std::fmt::Write as _;

use lopdf::{Dictionary, Document as Pdf, Object, SaveOptions, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::{PdfError, blocks::language_tag, outline, page::Layout, tag::failed};
use crate::report::document::Document;

/// Who wrote the file.
const PRODUCER: &str = concat!("coprod ", env!("CARGO_PKG_VERSION"));

/// Longer titles, in characters, are cut: a window's title bar shows no more.
const LONGEST_TITLE: usize = 150;

/// A text as PDF string.
pub fn text(text: &str) -> Object {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Object::string_literal(text);
    }
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String([0xFE, 0xFF].into_iter().chain(units).collect(), StringFormat::Hexadecimal)
}

/// The text without characters that neither XML nor a title bar can show.
fn plain(text: &str) -> String {
    let bad = |c: char| c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    text.chars().map(|c| if bad(c) { ' ' } else { c }).collect::<String>().trim().to_owned()
}

/// The date as `YYYY-MM-DD` or `YYYY-MM`; `None` for anything else.
fn date(document: &Document) -> Option<String> {
    let date = document.date.as_deref()?.trim();
    let parts: Vec<&str> = date.split('-').collect();
    let number = |part: &str, length: usize, most: u32| {
        part.len() == length
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse::<u32>().is_ok_and(|number| (1..=most).contains(&number))
    };
    let good = match parts.as_slice() {
        [year, month] => number(year, 4, 9999) && number(month, 2, 12),
        [year, month, day] => number(year, 4, 9999) && number(month, 2, 12) && number(day, 2, 31),
        _ => false,
    };
    good.then(|| date.to_owned())
}

/// The title; a file without one is named by its first heading.
fn title(document: &Document, layout: &Layout) -> String {
    let heading = layout.outline.first().map(|entry| entry.text.as_str());
    let titles = [Some(document.title.as_str()), heading, Some(document.subject.as_str()), Some("coprod")];
    let title = titles.into_iter().flatten().map(plain).find(|title| !title.is_empty()).unwrap_or_default();
    if title.chars().nth(LONGEST_TITLE).is_none() {
        return title;
    }
    let cut: String = title.chars().take(LONGEST_TITLE).collect();
    format!("{}…", cut.trim_end())
}

/// Adds title, language, outline, properties, metadata and identifiers.
pub fn describe(pdf: &mut Pdf, document: &Document, layout: &Layout) -> Result<(), PdfError> {
    let title = title(document, layout);
    let outline = outline::add(pdf, &layout.outline);
    let metadata = pdf.add_object(metadata(&title, document));
    let language = language_tag(&document.language).unwrap_or_else(|| "und".to_owned());
    let catalog = pdf.catalog_mut().map_err(failed)?;
    catalog.set("Lang", text(&language));
    catalog.set("Metadata", metadata);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    let info = pdf.add_object(info(&title, document));
    let old = pdf.trailer.get(b"Info").and_then(Object::as_reference).ok();
    if let Some(old) = old {
        pdf.objects.remove(&old);
    }
    pdf.trailer.set("Info", info);
    let id = Object::String(digest(document), StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![id.clone(), id]);
    Ok(())
}

/// The file's properties.
fn info(title: &str, document: &Document) -> Dictionary {
    let mut info = dictionary! { "Title" => text(title), "Creator" => text(PRODUCER), "Producer" => text(PRODUCER) };
    let subject = plain(&document.subject);
    if !subject.is_empty() {
        info.set("Subject", text(&subject));
    }
    let author = document.author.as_deref().map(plain).filter(|author| !author.is_empty());
    if let Some(author) = author {
        info.set("Author", text(&author));
    }
    if let Some(date) = date(document) {
        let date = format!("D:{}", date.replace('-', ""));
        info.set("CreationDate", text(&date));
        info.set("ModDate", text(&date));
    }
    info
}

/// The metadata packet, uncompressed so that every tool can find it.
fn metadata(title: &str, document: &Document) -> Stream {
    let mut fields = String::new();
    let mut add = |open: &str, value: &str, close: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(fields, "   {open}{}{close}", escape(value));
    };
    let (open, close) = ("<rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li></rdf:Alt>");
    add(&format!("<dc:title>{open}"), title, &format!("{close}</dc:title>"));
    let subject = plain(&document.subject);
    if !subject.is_empty() {
        add(&format!("<dc:description>{open}"), &subject, &format!("{close}</dc:description>"));
    }
    if let Some(author) = document.author.as_deref().map(plain).filter(|author| !author.is_empty()) {
        add("<dc:creator><rdf:Seq><rdf:li>", &author, "</rdf:li></rdf:Seq></dc:creator>");
    }
    if let Some(language) = language_tag(&document.language) {
        add("<dc:language><rdf:Bag><rdf:li>", &language, "</rdf:li></rdf:Bag></dc:language>");
    }
    if let Some(date) = date(document) {
        add("<xmp:CreateDate>", &date, "</xmp:CreateDate>");
        add("<xmp:ModifyDate>", &date, "</xmp:ModifyDate>");
    }
    add("<xmp:CreatorTool>", PRODUCER, "</xmp:CreatorTool>");
    add("<pdf:Producer>", PRODUCER, "</pdf:Producer>");
    add("<pdfuaid:part>", "1", "</pdfuaid:part>");
    let packet = format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n \
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n  \
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n{fields}  </rdf:Description>\n \
         </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"
    );
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    Stream::new(kind, packet.into_bytes()).with_compression(false)
}

/// A text in XML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Identifies the content: the same report has the same number, another one another.
fn digest(document: &Document) -> Vec<u8> {
    /// Takes text piece by piece, so that no copy of the report is needed.
    struct Sink(Sha256);
    impl std::fmt::Write for Sink {
        fn write_str(&mut self, text: &str) -> std::fmt::Result {
            self.0.update(text.as_bytes());
            Ok(())
        }
    }
    let mut sink = Sink(Sha256::new());
    // The sink cannot fail.
    let _ = write!(sink, "{PRODUCER} {document:?}");
    sink.0.finalize().iter().take(16).copied().collect()
}

/// The file's bytes: compressed, with small objects together in streams.
pub fn write(mut pdf: Pdf) -> Result<Vec<u8>, PdfError> {
    pdf.version = "1.7".to_owned();
    pdf.compress();
    // Few large streams: each has a compressor of its own, whose set-up costs more than what it compresses.
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(1000)
        .compression_level(6)
        .build();
    let mut bytes = Vec::new();
    pdf.save_with_options(&mut bytes, options).map_err(failed)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_dates_are_taken() {
        let with = |date: &str| Document {
            large: false,
            whole_words: false,
            language: "de".into(),
            title: "a & <b>\u{1}".into(),
            subject: String::new(),
            author: None,
            date: Some(date.into()),
            footer: String::new(),
            page_of: String::new(),
            accent: None,
            logo: None,
            blocks: Vec::new(),
        };
        for good in ["2026-02-14", "2026-02"] {
            assert_eq!(date(&with(good)).as_deref(), Some(good));
        }
        for bad in ["", "2026", "2026-13", "2026-02-32", "gestern", "2026-2-1", "-2-1", "2026-02-14T10:00"] {
            assert_eq!(date(&with(bad)), None, "{bad}");
        }
        let packet = metadata(&plain(&with("2026-02").title), &with("2026-02"));
        let packet = String::from_utf8_lossy(&packet.content).into_owned();
        assert!(packet.contains(">a &amp; &lt;b&gt;<") && packet.contains("<xmp:CreateDate>2026-02<"), "{packet}");
    }
}
