//! Bad rubrics: each is refused with a sentence that says what, where and what to do, all problems at once.

use super::{Run, coprod, folder};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The example's three files in a folder of its own.
struct Example {
    folder: tempfile::TempDir,
}

impl Example {
    fn new() -> Self {
        let folder = folder();
        let made = coprod(&["rubric", "new", folder.path().join("r").to_str().unwrap()]);
        assert_eq!(made.code, 0, "{}", made.stderr);
        Self { folder }
    }

    fn path(&self, file: &str) -> std::path::PathBuf {
        self.folder.path().join("r").join(file)
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    /// Changes a file as a text; what is replaced must be there.
    fn replace(&self, file: &str, old: &str, new: &str) -> &Self {
        let text = self.text(file);
        assert!(text.contains(old), "{file} has no {old}");
        fs::write(self.path(file), text.replacen(old, new, 1)).unwrap();
        self
    }

    /// Changes a value; `null` takes the key out.
    fn set(&self, file: &str, pointer: &str, value: Value) -> &Self {
        let mut document: Value = serde_json::from_str(&self.text(file)).unwrap();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let parent = document.pointer_mut(parent).unwrap();
        match (parent, value) {
            (Value::Object(object), Value::Null) => drop(object.shift_remove(key).unwrap()),
            (Value::Object(object), value) => drop(object.insert(key.to_owned(), value)),
            (Value::Array(list), value) => list[key.parse::<usize>().unwrap()] = value,
            _ => panic!("{pointer}"),
        }
        fs::write(self.path(file), document.to_string()).unwrap();
        self
    }

    fn lint(&self) -> Run {
        let run = coprod(&["rubric", "lint", self.folder.path().join("r").to_str().unwrap()]);
        Run { stdout: run.stdout.replace(self.folder.path().to_str().unwrap(), ""), ..run }
    }

    /// Lints, and asserts the exit code and a piece of the findings.
    fn finds(&self, code: i32, piece: &str) {
        let run = self.lint();
        assert!(run.stdout.contains(piece), "wanted: {piece}\nfound: {}{}", run.stdout, run.stderr);
        assert_eq!(run.code, code, "{piece}: {}", run.stdout);
    }
}

/// One change of the example, and what the lint says of it.
fn errors(cases: &[(&str, &str, Value, &str)]) {
    for (file, pointer, value, piece) in cases {
        let example = Example::new();
        example.set(file, pointer, value.clone()).finds(1, piece);
        // One mistake is one error, whatever points at the place.
        let follows =
            ["/levels/0/id", "/levels/1/id", "/scale/0/id", "/scale/1/id", "/principles/1/id", "/questions/1/id"];
        let renamed = follows.contains(pointer) || pointer.ends_with("/0/id");
        let whole = ["/scale", "/principles", "/questions"].contains(pointer);
        let found = example.lint().stdout;
        let errors = found.lines().filter(|line| line.starts_with("error: ")).count();
        assert!(errors == 1 || renamed || whole, "{piece}: {found}");
    }
}

#[test]
fn the_example_is_clean() {
    let run = Example::new().lint();
    assert_eq!(run.code, 0);
    assert!(run.stdout.contains("no findings"), "{}", run.stdout);
}

#[test]
fn unknown_ids_are_errors_that_say_what_was_meant() {
    let r = "rubric.json";
    errors(&[
        (
            r,
            "/questions/0/principle",
            json!("informaton"),
            "unknown principle `informaton`. Did you mean `information`?",
        ),
        (r, "/questions/0/level", json!("excellent"), "unknown level `excellent`. Known: basic, good."),
        (
            r,
            "/questions/3/perspectives",
            json!(["organizers"]),
            "unknown perspective `organizers`. Did you mean `organisers`?",
        ),
        (r, "/questions/0/settings", json!(["employr"]), "unknown setting `employr`. Did you mean `employer`?"),
        (r, "/questions/0/settings", json!(["both"]), "unknown setting `both`"),
        (r, "/questions/0/facets", json!({"fase": []}), "unknown facet `fase`"),
        (r, "/questions/0/facets", json!({"phase": ["after"]}), "unknown facet value `after`"),
        (r, "/kind", json!("fast"), "unknown value `fast`"),
        (r, "/coverage/0/count", json!({"principle": "infos"}), "/coverage/0/count/principle"),
        (r, "/coverage/0/count", json!({"facets": {"phase": "after"}}), "unknown facet value `after`"),
        (r, "/coverage/0/count", json!({"setting": "school"}), "unknown setting `school`"),
        (r, "/coverage/0/count", json!({"distinct": "tag"}), "unknown value `tag`"),
        (r, "/replaces", json!({"0.9.0": {"old1a": "inf1b"}}), "unknown question `inf1b`. Did you mean `inf1a`?"),
        (
            "en.json",
            "/questions/inf1x",
            json!({"text": "Is it so?"}),
            "unknown question `inf1x`. Did you mean `inf1a`?",
        ),
        ("en.json", "/levels/best", json!({"name": "Best"}), "unknown level `best`"),
        ("de.json", "/scale/maybe", json!({"label": "Vielleicht"}), "unknown answer `maybe`"),
        ("de.json", "/perspectives/staff", json!({"name": "Team"}), "unknown perspective `staff`"),
        ("de.json", "/facets/phase/values/after", json!({"name": "Danach"}), "unknown facet value `after`"),
    ]);
}

#[test]
fn duplicates_are_errors() {
    let r = "rubric.json";
    errors(&[
        (r, "/questions/1/id", json!("inf1a"), "/questions/1/id (line 1, column"),
        (r, "/principles/1/id", json!("information"), "`information` appears twice"),
        (r, "/levels/1/id", json!("basic"), "`basic` appears twice"),
        (r, "/scale/1/id", json!("no"), "`no` appears twice"),
        (r, "/languages", json!(["de", "en", "de"]), "`de` appears twice"),
        (r, "/facets/0/values", json!(["before", "during", "before"]), "`before` appears twice"),
        (r, "/questions/3/perspectives", json!(["guests", "guests"]), "`guests` appears twice"),
        (r, "/coverage/1/id", json!("every-phase"), "`every-phase` appears twice"),
    ]);
    let example = Example::new();
    example.replace(r, "\"kind\": \"full\",", "\"kind\": \"full\", \"kind\": \"quick\",");
    let run = example.lint();
    let twice = run.stdout.matches("the key `kind` appears twice").count();
    assert_eq!((run.code, twice), (1, 1), "{}", run.stdout);
    example.replace("en.json", "\"inf2a\": {", "\"inf1a\": {").finds(1, "en.json: /questions/inf1a (line");
}

#[test]
fn an_id_that_is_there_twice_is_one_error_and_not_one_of_missing_texts_too() {
    let example = Example::new();
    let document: Value = serde_json::from_str(&example.text("rubric.json")).unwrap();
    let twice = document["questions"][0].to_string();
    example.replace("rubric.json", "\"questions\": [", &format!("\"questions\": [{twice},"));
    let run = example.lint();
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("`inf1a` appears twice"), "{}", run.stdout);
    assert!(!run.stdout.contains("is missing"), "{}", run.stdout);
    // Its text is still needed once.
    example.set("en.json", "/questions/inf1a", Value::Null);
    let run = example.lint();
    assert_eq!(run.stdout.matches("the key `inf1a` is missing").count(), 1, "{}", run.stdout);
}

#[test]
fn forms_of_ids_numbers_and_texts_are_checked() {
    let r = "rubric.json";
    errors(&[
        (r, "/questions/0/id", json!("inf-1a"), "`inf-1a` is no question id"),
        (r, "/questions/0/id", json!("1inf"), "`1inf` is no question id"),
        (r, "/id", json!("Events"), "`Events` is no id"),
        (r, "/levels/0/id", json!("none"), "`none` is reserved"),
        (r, "/scale/0/id", json!("dk"), "`dk` is reserved"),
        (r, "/version", json!("1.0"), "`1.0` is no version"),
        (r, "/languages/0", json!("german language"), "is no language tag"),
        (r, "/principles/0/weight", json!(0), "0 is not greater than 0"),
        (r, "/levels/0/weight", json!(-2), "-2 is not greater than 0"),
        (r, "/questions/0/weight", json!("0/5"), "0 is not greater than 0"),
        (r, "/questions/0/weight", json!("heavy"), "expected here: a number"),
        (r, "/levels/0/threshold", json!("5/4"), "5/4 does not lie between 0 and 1"),
        (r, "/scoring/threshold", json!(-0.1), "does not lie between 0 and 1"),
        (r, "/scoring/essential_minimum", json!(2), "2 does not lie between 0 and 1"),
        (r, "/questions/0/effort", json!([1, 2, 3]), "3 efforts for 2 steps of the scale"),
        (r, "/questions/0/effort", json!([1]), "1 efforts for 2 steps of the scale"),
        (r, "/questions/0/effort", json!([1, 0]), "0 is not greater than 0"),
        (r, "/scale/2/points", json!(1), "more points than the one before"),
        (r, "/scale/2/points", json!(1.5), "a whole number without sign"),
        (r, "/scale", json!([{"id": "no", "points": 0}]), "two options at least"),
        (r, "/principles", json!([]), "the list is empty"),
        (r, "/questions", json!([]), "the list is empty"),
        (r, "/questions", json!({}), "expected here: list"),
        (r, "/questions/0/essential", json!("yes"), "expected here: true or false"),
        (r, "/coverage/0/min", json!(-1), "a whole number without sign"),
        (r, "/coverage/0/min", Value::Null, "the key `min` is missing"),
        (r, "/coverage/1/max", json!(1), "the least number 3 is above the highest number 1"),
        ("en.json", "/title", json!("  "), "the text is empty"),
        ("en.json", "/questions/inf1a/evidence", json!("minutes"), "expected here: list"),
    ]);
}

#[test]
fn absent_and_unknown_keys_are_errors() {
    let r = "rubric.json";
    errors(&[
        (r, "/id", Value::Null, "the key `id` is missing"),
        (r, "/scale", Value::Null, "the key `scale` is missing"),
        (r, "/questions/0/level", Value::Null, "/questions/0 (line"),
        (r, "/qestions", json!([]), "unknown key `qestions`. Did you mean `questions`?"),
        (r, "/questions/0/wieght", json!(2), "unknown key `wieght`. Did you mean `weight`?"),
        (r, "/coverage/0/count", json!({"tags": "x"}), "unknown key `tags`. Did you mean `tag`?"),
        (r, "/languages", json!(["de", "en", "fr"]), "the texts for `fr` are missing"),
        ("de.json", "/title", Value::Null, "the key `title` is missing"),
        ("de.json", "/levels/basic", Value::Null, "the key `basic` is missing"),
        ("de.json", "/scale/no/label", Value::Null, "the key `label` is missing"),
        ("de.json", "/questions/inf1a", Value::Null, "the key `inf1a` is missing"),
        ("de.json", "/questions/inf1a/text", Value::Null, "the key `text` is missing"),
        ("de.json", "/questions/inf1a/hlep", json!("x"), "unknown key `hlep`. Did you mean `help`?"),
        ("de.json", "/language", json!("en"), "the language is `en`, expected is `de`"),
        (
            "de.json",
            "/format",
            json!("coprod/texts/2"),
            "the format is `coprod/texts/2`; this program reads `coprod/texts/1`",
        ),
    ]);
    let example = Example::new();
    fs::remove_file(example.path("en.json")).unwrap();
    example.finds(1, "the texts for `en` are missing");
}

#[test]
fn several_problems_of_several_files_come_at_once() {
    let example = Example::new();
    example.set("rubric.json", "/principles/0/weight", json!(0)).set("rubric.json", "/questions/2/wieght", json!(1));
    example.set("en.json", "/title", Value::Null).set("de.json", "/questions/zzz", json!({"text": "Wer?"}));
    example.replace("rubric.json", "\"good\",\"weight\":\"3/2\"", "\"goodd\",\"weight\":\"3/2\"");
    let found = example.lint();
    assert_eq!(found.code, 1);
    assert!(found.stdout.contains("`wieght`") && found.stdout.contains("not greater than 0"), "{}", found.stdout);
    assert!(found.stdout.contains("unknown level `goodd`"), "{}", found.stdout);
    let example = Example::new();
    example.set("rubric.json", "/questions/2/wieght", json!(1));
    example.set("en.json", "/title", Value::Null).set("de.json", "/questions/zzz", json!({"text": "Wer?"}));
    let found = example.lint();
    let errors: Vec<&str> = found.stdout.lines().filter(|line| line.starts_with("error: ")).collect();
    assert_eq!((found.code, errors.len()), (1, 3), "{}", found.stdout);
}

#[test]
fn hidden_characters_and_markup_are_errors_with_their_place() {
    let cases = [
        ("<b>bold</b>", "`<b>` would be shown as it is", "markup"),
        ("**bold**", "`**` would be shown", "markup"),
        ("fish &amp; chips", "`&amp;` would be shown", "markup"),
        ("a &#8203; b", "`&#8203;` would be shown", "markup"),
        ("right \u{202e}to left", "U+202E changes the direction", "bidi-mark"),
        ("mark \u{200f}here", "U+200F changes the direction", "bidi-mark"),
        ("zero\u{200b}width", "the invisible character U+200B", "zero-width"),
        ("soft\u{ad}hyphen", "the invisible character U+00AD", "zero-width"),
        ("\u{feff}mark", "the invisible character U+FEFF", "zero-width"),
        ("tag\u{e0041}", "the invisible character U+E0041", "zero-width"),
        ("filler\u{3164}", "the invisible character U+3164", "zero-width"),
        ("braille\u{2800}", "the invisible character U+2800", "zero-width"),
        ("joiner\u{34f}", "the invisible character U+034F", "zero-width"),
        ("escape \u{1b}[31m", "the control character U+001B", "control-character"),
        ("tab\there", "the control character U+0009", "control-character"),
        ("bell \u{7}", "the control character U+0007", "control-character"),
    ];
    for (text, piece, code) in cases {
        let example = Example::new();
        example.set("en.json", "/questions/inf1a/help", json!(text));
        let run = example.lint();
        assert_eq!(run.code, 1, "{text:?}: {}", run.stdout);
        let line =
            run.stdout.lines().find(|line| line.contains(piece)).unwrap_or_else(|| panic!("{piece}: {}", run.stdout));
        assert!(
            line.contains("en.json: /questions/inf1a/help (line 1, column") && line.ends_with(&format!("[{code}]")),
            "{line}"
        );
        assert!(
            !run.stdout.contains(['\u{1b}', '\u{202e}', '\u{200b}', '\u{7}']),
            "the lint itself writes nothing hidden"
        );
    }
    Example::new().set("rubric.json", "/sources/0/citation", json!("<i>x</i>")).finds(1, "/sources/0/citation");
    Example::new().set("rubric.json", "/comment", json!("hidden \u{202e}")).finds(1, "changes the direction");
    // Shown harmlessly all the same, since only the lint holds back.
    let example = Example::new();
    example.set("en.json", "/questions/inf1a/text", json!("Is \u{1b}[31m\u{202e}this <b>so</b>?"));
    for format in ["table", "markdown", "json"] {
        let shown = coprod(&["rubric", "show", example.path("").to_str().unwrap(), "-f", format]);
        assert_eq!(shown.code, 0);
        assert!(!shown.stdout.contains(['\u{1b}', '\u{202e}']), "{format}");
    }
}

#[test]
fn what_is_no_rubric_ends_with_3_and_what_cannot_be_read_with_4() {
    let folder = folder();
    let file = folder.path().join("x.json");
    let utf16: Vec<u8> = "{\"format\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(&[u8], &str); 9] = [
        (b"not json", "this is not JSON"),
        (b"{\"format\": \"coprod/rubric/1\",}", "this is not JSON"),
        (b"", "the file is empty"),
        (b"[]", "expected here: object"),
        (b"{\"name\": \"another kind\"}", "the key `format` is missing; this program reads `coprod/rubric/1`"),
        (b"{\"format\": \"coprod/rubric/2\"}", "the format is `coprod/rubric/2`; this program reads `coprod/rubric/1`"),
        (b"{\"format\": \"coprod/answers/1\"}", "the format is `coprod/answers/1`"),
        (b"{\"format\": \"coprod/rubric/1\", \"id\": \"\xff\"}", "is not UTF-8"),
        (&utf16, "the text is UTF-16. Save it as UTF-8."),
    ];
    for (bytes, piece) in cases {
        fs::write(&file, bytes).unwrap();
        for format in ["table", "json", "github"] {
            let run = coprod(&["rubric", "lint", file.to_str().unwrap(), "-f", format]);
            assert_eq!(run.code, 3, "{piece}: {}{}", run.stdout, run.stderr);
            assert!(run.stderr.contains(piece) && run.stdout.is_empty(), "{piece}: {}", run.stderr);
        }
    }
    fs::write(&file, "{\"format\": \"coprod/rubric/1\"}").unwrap();
    let run = coprod(&["rubric", "lint", file.to_str().unwrap()]);
    assert_eq!(run.code, 1, "a rubric with nothing in it is recognisably one: {}", run.stderr);
    assert!(run.stdout.contains("the key `questions` is missing"), "{}", run.stdout);
    for missing in [folder.path().join("nothing"), folder.path().join("nothing.json"), folder.path().to_owned()] {
        let run = coprod(&["rubric", "lint", missing.to_str().unwrap()]);
        assert_eq!(run.code, 4, "{}", run.stderr);
        assert!(run.stderr.contains("it does not exist"), "{}", run.stderr);
    }
}

#[test]
fn a_text_file_that_is_no_json_is_an_error_inside_a_rubric() {
    let example = Example::new();
    fs::write(example.path("de.json"), "{").unwrap();
    example.finds(1, "de.json (line 1, column 1): this is not JSON");
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain("{}".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    fs::write(example.path("de.json"), utf16).unwrap();
    example.finds(1, "de.json: the text is UTF-16");
}

#[test]
fn a_byte_order_mark_is_accepted() {
    let example = Example::new();
    for file in ["rubric.json", "de.json", "en.json"] {
        fs::write(example.path(file), format!("\u{feff}{}", example.text(file))).unwrap();
    }
    example.finds(0, "no findings");
}

#[test]
fn other_commands_refuse_a_bad_rubric_with_3_and_write_nothing() {
    let example = Example::new();
    example.set("rubric.json", "/principles/0/weight", json!(0));
    let path = example.path("");
    let sheet = example.folder.path().join("sheet.json");
    let text = json!({
        "format": "coprod/answers/1", "rubric": {"id": "r", "version": "1.0.0"}, "organisation": {"name": "X"},
        "date": "2026-01-01", "answers": {}
    });
    fs::write(&sheet, text.to_string()).unwrap();
    let out = example.folder.path().join("out.json");
    let arguments = ["report", sheet.to_str().unwrap(), "-r", path.to_str().unwrap(), "-o", out.to_str().unwrap()];
    let run = coprod(&arguments);
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("/principles/0/weight") && !Path::new(&out).exists(), "{}", run.stderr);
    assert_eq!(coprod(&["rubric", "show", path.to_str().unwrap()]).code, 3);
}

#[test]
fn the_lint_finds_coverage_sources_translations_cells_and_language() {
    Example::new()
        .set("rubric.json", "/coverage/0/min", json!(3))
        .finds(1, "`every-phase` counts 2 and wants 3 at least");
    let most = json!({"id": "few", "count": {}, "max": 4});
    Example::new().set("rubric.json", "/coverage/0", most).finds(1, "`few` counts 5 and allows 4 at most");
    let source = json!(["crpd-2060"]);
    Example::new().set("rubric.json", "/questions/0/references", source).finds(1, "Did you mean `crpd-2006`?");
    Example::new()
        .set("en.json", "/questions/inf1a/easy", Value::Null)
        .finds(0, "`easy` is missing here; the language `de` has it");
    let fewer = json!(["one"]);
    Example::new()
        .set("de.json", "/questions/inf1a/evidence", fewer)
        .finds(0, "fewer entries here (1) than in the language `en` (2)");
    let example = Example::new();
    for index in [0, 1] {
        example.set("rubric.json", &format!("/questions/{index}/principle"), json!("place"));
    }
    example.finds(0, "no question for information at the level basic");
    let only = json!(["organisers"]);
    let example = Example::new();
    example.set("rubric.json", "/questions/4/perspectives", only).set("rubric.json", "/coverage/1/min", json!(2));
    example.finds(0, "the perspective `guests` is asked nothing about place at the level good");
    let example = Example::new();
    let two = json!([{"id": "organisers"}, {"id": "guests", "lived_experience": true}]);
    example.set("rubric.json", "/perspectives", two);
    for texts in ["de.json", "en.json"] {
        example.set(texts, "/perspectives/no-statement", Value::Null);
    }
    example.finds(0, "nobody can leave open whether they have a disability. Add a perspective `no-statement`");
    let easy = json!("Gibt es in der Einladung z. B. Hinweise auf die Barrieren im ganzen Haus und im Hof?");
    let example = Example::new();
    example.set("de.json", "/questions/inf1a/easy", easy);
    example.finds(1, "[long-sentence]");
    example.finds(1, "the abbreviation “z”");
}
