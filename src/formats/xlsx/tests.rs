//! What a written workbook must be.
#![allow(clippy::unwrap_used)]

use super::super::tests as samples;
use super::*;
use std::io::{Cursor, Read};

/// The parts of the file, by name.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

fn part(parts: &[(String, String)], name: &str) -> String {
    parts.iter().find(|(found, _)| found == name).unwrap().1.clone()
}

#[test]
fn the_same_report_has_the_same_bytes_whenever_it_is_written() {
    let write = || samples::bytes(&Xlsx, &samples::NASTY, "de", &samples::VIEW);
    let first = write();
    // Longer than the resolution of any time stamp that could slip in.
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert!(first == write());
    let core = part(&parts(&first), "docProps/core.xml");
    assert_eq!(core.matches("2026-03-14T00:00:00Z").count(), 2, "{core}");
}

#[test]
fn user_text_is_never_a_formula() {
    let parts = parts(&samples::bytes(&Xlsx, &samples::NASTY, "en", &samples::VIEW));
    let sheets: Vec<_> = parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")).collect();
    assert_eq!(sheets.len(), 4);
    assert!(sheets.iter().all(|(_, text)| !text.contains("<f>") && !text.contains("<f ")));
    let strings = part(&parts, "xl/sharedStrings.xml");
    assert!(strings.contains("<t>=cmd|'/C calc'!A0</t>"));
    assert!(strings.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && strings.contains("[U+001B]none"));
    assert!(!strings.contains("_x001B_"));
}

#[test]
fn scores_are_numbers_and_heads_speak_the_language() {
    for (language, sheets) in [
        ("en", ["Profile", "Questions", "Recommendations", "About"]),
        ("de", ["Profil", "Fragen", "Empfehlungen", "Über den Bericht"]),
    ] {
        let parts = parts(&samples::bytes(&Xlsx, &samples::NASTY, language, &samples::VIEW));
        let book = part(&parts, "xl/workbook.xml");
        for name in sheets {
            assert!(book.contains(&format!("name=\"{name}\"")) && name.chars().count() <= 31, "{name}");
        }
        assert!(part(&parts, "xl/worksheets/sheet2.xml").contains("<v>0.3333333333333333</v>"));
        assert!(part(&parts, "docProps/custom.xml").contains(&format!("<vt:lpwstr>{language}</vt:lpwstr>")));
        let chart = part(&parts, "xl/charts/chart1.xml");
        assert!(chart.contains("<c:barDir val=\"bar\"/>") && chart.contains("$B$") == chart.contains("$B$2"));
    }
}

#[test]
fn a_text_that_is_too_long_for_a_cell_says_so() {
    let note = "😀".repeat(40_000);
    let sheet = samples::NASTY[0].replace("two\\r\\nlines", &note);
    let parts = parts(&samples::bytes(&Xlsx, &[&sheet], "en", &samples::VIEW));
    let strings = part(&parts, "xl/sharedStrings.xml");
    assert!(strings.contains("[23650 more characters]"));
    assert!(strings.split("<t").all(|text| text.encode_utf16().count() < 33_000));
}
