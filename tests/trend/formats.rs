//! Comparisons in every format.

use super::two_quick;
use crate::rubrics::validator;
use crate::support::{Place, examples, harmful};
use coprod::formats::FORMATS;

fn written(place: &Place, format: &str, language: &str, more: &[&str]) -> crate::support::Done {
    let start = ["compare", "old.json", "new.json", "-f", format, "-l", language];
    place.coprod(start.iter().chain(more)).run().ok()
}

#[test]
fn every_format_writes_the_same_bytes_twice() {
    let place = two_quick();
    for language in ["de", "en"] {
        for format in FORMATS {
            let run = || written(&place, format.name(), language, &[]).stdout;
            let (first, second) = (run(), run());
            assert!(first == second && !first.is_empty(), "{language} {}", format.name());
        }
    }
}

#[test]
fn text_formats_hold_no_control_characters() {
    let place = two_quick();
    for format in FORMATS.iter().filter(|format| !format.is_binary()) {
        let done = written(&place, format.name(), "de", &[]);
        assert_eq!(harmful(done.text()), None, "{}", format.name());
        assert!(done.text().ends_with('\n') && !done.text().ends_with("\n\n"), "{}", format.name());
    }
}

#[test]
fn the_format_follows_from_the_extension() {
    let place = two_quick();
    for format in FORMATS {
        let name = format!("out.{}", format.extension());
        place.coprod(["compare", "old.json", "new.json", "-q", "-o", &name]).run().ok().silent();
        let bytes = std::fs::read(place.path(&name)).unwrap();
        let start: &[u8] = match format.name() {
            "pdf" => b"%PDF-1.7",
            "xlsx" => b"PK",
            "html" => b"<!DOCTYPE html>",
            "json" => b"{",
            "csv" => b"from,to,kind",
            "markdown" => b"# ",
            _ => b"Co-production at",
        };
        assert!(bytes.starts_with(start), "{name}");
    }
    place.coprod(["compare", "old.json", "new.json", "-o", "out.docx"]).run().fails(2, &[".docx"]);
}

#[test]
fn arrows_stand_beside_words_and_not_for_those_who_listen() {
    let place = two_quick();
    let table = written(&place, "table", "en", &[]);
    assert!(table.text().contains("↓ regressed, "), "{}", table.text());
    let spoken = written(&place, "table", "en", &["--accessible"]);
    assert!(spoken.text().contains("Change: regressed, "), "{}", spoken.text());
    assert!(!spoken.text().contains(['↓', '↑', '→', '%']), "{}", spoken.text());
    let german = written(&place, "table", "de", &[]);
    assert!(german.text().contains("verschlechtert"), "{}", german.text());
}

#[test]
fn the_chart_has_a_text_alternative_and_its_numbers_in_a_table() {
    let place = two_quick();
    let html = written(&place, "html", "en", &[]);
    assert!(html.text().contains("alt=\"Scores over time, a line each: Overall: "), "{}", html.text());
    assert!(html.text().contains("Levels and scores of every assessment"), "{}", html.text());
    assert!(html.text().contains("data:image/svg+xml"));
    let markdown = written(&place, "markdown", "en", &[]);
    assert!(markdown.text().contains("- Overall: "), "{}", markdown.text());
}

#[test]
fn a_level_is_never_printed_without_who_says_so() {
    let place = two_quick();
    for format in ["table", "markdown", "html"] {
        let text = written(&place, format, "en", &["--width", "400"]).text().to_owned();
        assert!(text.contains("seen by the organisation itself"), "{format}: {text}");
    }
}

#[test]
fn json_fits_its_schema() {
    let validator = validator("comparison");
    for (name, path) in examples() {
        let place = Place::new();
        let sheet = std::fs::read(&path).unwrap();
        place.write("old.json", &sheet).write("new.json", &sheet);
        let value = written(&place, "json", "en", &[]).json();
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
    let value = written(&two_quick(), "json", "en", &[]).json();
    let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn the_long_table_has_a_row_for_everything() {
    let place = two_quick();
    let text = written(&place, "csv", "en", &[]).text().to_owned();
    for kind in ["overall", "principle", "cell", "facet", "question"] {
        assert!(text.lines().any(|line| line.split(',').nth(2) == Some(kind)), "{kind}: {text}");
    }
    let heads = text.lines().next().unwrap().split(',').count();
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    assert!(reader.records().all(|row| row.unwrap().len() == heads));
}

/// The rendered comparison of the example; `COPROD_BLESS=1 cargo test rendered` writes it anew.
#[test]
fn the_rendered_comparison_is_fresh() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/compare");
    for (format, extension) in [("table", "txt"), ("json", "json"), ("pdf", "pdf")] {
        let args = ["compare", "2024.json", "2025.json", "2026.json", "-f", format];
        let bytes = crate::support::Coprod::new(&folder, args).run().ok().silent().stdout;
        let target = folder.join("reports").join(format!("trend.{extension}"));
        if crate::support::blessing() {
            std::fs::create_dir_all(target.parent().unwrap()).unwrap();
            std::fs::write(&target, &bytes).unwrap();
        }
        let found = std::fs::read(&target).unwrap_or_default();
        assert!(found == bytes, "trend.{extension}: COPROD_BLESS=1 cargo test --test all rendered");
    }
}

#[test]
fn a_trend_of_several_says_what_moved_since_the_last_but_one() {
    let place = Place::new();
    let sheet = |date: &str, equ1a: &str| {
        let mut sheet = crate::support::quick(serde_json::json!({"equ1a": equ1a, "equ2a": "largely"}));
        sheet["date"] = serde_json::json!(date);
        sheet
    };
    place.sheet("a.json", &sheet("2024-05-01", "no"));
    place.sheet("b.json", &sheet("2025-05-01", "fully"));
    place.sheet("c.json", &sheet("2026-05-01", "partly"));
    let joined = |files: &[&str]| {
        let done = place.coprod(["compare"].iter().chain(files)).run().ok();
        done.text().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let three = joined(&["a.json", "b.json", "c.json"]);
    let (_, since) = three.split_once("Only since the assessment before (1 May 2025):").unwrap();
    let (since, _) = since.split_once("What changed").unwrap();
    assert!(since.contains("Regressed: Equality") && since.contains("1 essential question no longer"), "{since}");
    assert!(!joined(&["a.json", "c.json"]).contains("Only since"));
}
