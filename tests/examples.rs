//! The rendered examples say what the program says today. `COPROD_BLESS=1 cargo test examples` writes them anew.

use crate::support::{Coprod, blessing, example_folders, examples};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

/// A sheet of an example, the first one of a folder.
fn sheet(path: &Path) -> serde_json::Value {
    if path.is_file() {
        let text = std::fs::read_to_string(path).unwrap();
        return serde_json::from_str(&text)
            .unwrap_or_else(|_| serde_json::from_str(text.lines().next().unwrap()).unwrap());
    }
    let mut files: Vec<PathBuf> = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| !path.ends_with("assessment.json"));
    files.sort();
    sheet(&files[0])
}

/// The report of an example in its sheets' language, as it is written when run beside the sheet or folder.
fn rendered(path: &Path, format: &str) -> Vec<u8> {
    let sheet = sheet(path);
    let language = sheet["language"].as_str().expect("an example says its language");
    let file = path.file_name().unwrap().to_str().unwrap();
    Coprod::new(&folder(), ["report", file, "-l", language, "-f", format]).run().ok().stdout
}

#[test]
fn the_rendered_examples_are_fresh() {
    let mut stale = Vec::new();
    for (name, path) in examples().into_iter().chain(example_folders()) {
        for (format, extension) in [("table", "txt"), ("json", "json"), ("pdf", "pdf")] {
            let target = folder().join("reports").join(format!("{name}.{extension}"));
            let bytes = rendered(&path, format);
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
    let names: Vec<String> = examples().into_iter().chain(example_folders()).map(|(name, _)| name).collect();
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

#[test]
fn every_example_of_many_voices_is_read_without_a_warning_and_says_what_it_shows() {
    for (name, path) in example_folders() {
        let result = Coprod::new(&folder(), ["report", &name, "-f", "json"]).run().ok().silent().json();
        assert!(result["sheets"].as_u64() > Some(5), "{name}");
        let round: serde_json::Value =
            serde_json::from_slice(&std::fs::read(path.join("assessment.json")).unwrap()).unwrap();
        assert!(round["comment"].as_str().is_some_and(|comment| comment.len() > 40), "{name}");
    }
}

#[test]
fn the_examples_of_many_voices_show_what_the_list_says() {
    let result = |name: &str| Coprod::new(&folder(), ["report", name, "-f", "json"]).run().ok().json();
    let gap = result("hof-sonnenfeld");
    assert_eq!((&gap["sheets"], &gap["contested"]), (&serde_json::json!(24), &serde_json::json!(true)));
    let strong = |gap: &&serde_json::Value| gap["strong"] == true && gap["principle"] == "access";
    assert!(gap["gaps"].as_array().unwrap().iter().filter(strong).count() >= 1);
    let small = result("saltmarsh-homes");
    let shown: Vec<&str> = small["perspectives"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|group| group["shown"] == true)
        .map(|group| group["id"].as_str().unwrap())
        .collect();
    assert_eq!(shown, ["lived-experience"]);
    let joint = result("druckhaus-lindner");
    assert_eq!(joint["disclosure"], serde_json::json!([]));
    let statements = joint["perspectives"].as_array().unwrap().iter().filter(|group| group["statement"] == true);
    assert_eq!(statements.count(), 2);
}
