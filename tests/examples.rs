//! The rendered examples say what the program says today. `COPROD_BLESS=1 cargo test examples` writes them anew.

use crate::support::{Coprod, blessing, examples};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

/// The report of an example in its sheet's language, as it is written when run beside the sheet.
fn rendered(name: &str, path: &Path, format: &str) -> Vec<u8> {
    let sheet: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let language = sheet["language"].as_str().expect("an example says its language");
    let file = format!("{name}.json");
    Coprod::new(&folder(), ["report", &file, "-l", language, "-f", format]).run().ok().stdout
}

#[test]
fn the_rendered_examples_are_fresh() {
    let mut stale = Vec::new();
    for (name, path) in examples() {
        for (format, extension) in [("table", "txt"), ("json", "json"), ("pdf", "pdf")] {
            let target = folder().join("reports").join(format!("{name}.{extension}"));
            let bytes = rendered(&name, &path, format);
            if blessing() {
                std::fs::create_dir_all(target.parent().unwrap()).unwrap();
                std::fs::write(&target, &bytes).unwrap();
            } else if std::fs::read(&target).ok().as_deref() != Some(&bytes) {
                stale.push(format!("examples/reports/{name}.{extension}"));
            }
        }
    }
    assert!(
        stale.is_empty(),
        "absent or out of date: {}\nLook at what changed, then run: COPROD_BLESS=1 cargo test --test all examples",
        stale.join(", ")
    );
}

#[test]
fn no_rendered_example_outlives_its_sheet() {
    let Ok(entries) = std::fs::read_dir(folder().join("reports")) else { return };
    let names: Vec<String> = examples().into_iter().map(|(name, _)| name).collect();
    for path in entries.map(|entry| entry.unwrap().path()) {
        // Pictures of pages are made by a script.
        if path.extension().is_none_or(|extension| !["txt", "json", "pdf"].iter().any(|known| extension == *known)) {
            continue;
        }
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(names.contains(&stem), "{} has no sheet", path.display());
    }
}

#[test]
fn every_example_is_read_without_a_warning_and_says_what_it_shows() {
    for (name, path) in examples() {
        let file = format!("{name}.json");
        Coprod::new(&folder(), ["report", &file, "-f", "json"]).run().ok().silent();
        let sheet: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        assert!(sheet["comment"].as_str().is_some_and(|comment| comment.len() > 40), "{name}");
    }
}
