//! The verdict in every format.

use super::{check, largely, verdict};
use crate::rubrics::validator;
use crate::support::{Place, harmful};
use serde_json::{Value, json};

const FAILING: [&str; 6] = ["--level", "recognition", "--score", "50%", "--coverage", "90%"];

/// An organisation whose name wants to be markup.
fn nasty() -> Place {
    let place = largely();
    let mut sheet: Value = serde_json::from_str(&place.read("a.json")).unwrap();
    sheet["organisation"]["name"] = json!("<b>A & \"B\"</b>\n::error::x 50% ]]> \u{1b}[2J");
    place.sheet("a.json", &sheet);
    place.sheet(
        "p.json",
        &json!({
            "format": "coprod/policy/1", "score": "90%",
            "exceptions": [{"rule": "score", "reason": "<x> & \"y\"\n::error::z", "expires": "2027-01-01"}]
        }),
    );
    place
}

#[test]
fn json_fits_its_schema() {
    let schema = validator("verdict");
    for args in [&FAILING[..], &["--max-age", "3"], &["--evidence", "0.5", "--principle", "access=1"]] {
        let value = verdict(&largely(), args);
        let errors: Vec<String> = schema.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(value["format"], "coprod/verdict/1");
    }
    let value = verdict(&nasty(), &["--policy", "p.json"]);
    assert!(schema.is_valid(&value), "{value}");
}

#[test]
fn every_format_writes_the_same_bytes_twice_without_control_characters() {
    let place = nasty();
    for format in ["table", "json", "junit", "github", "markdown"] {
        for language in ["de", "en"] {
            let run = || {
                let args = [&FAILING[..4], &["--policy", "p.json", "-f", format, "-l", language]].concat();
                // The policy's score and the option's may not differ.
                let args: Vec<&str> = args.into_iter().filter(|a| !["--score", "50%"].contains(a)).collect();
                check(&place, &args)
            };
            let (first, second) = (run(), run());
            assert_eq!(first.code, 1, "{}", first.stderr);
            assert!(first.stdout == second.stdout && !first.stdout.is_empty());
            assert_eq!(harmful(first.text()), None, "{format}");
        }
    }
}

#[test]
fn the_format_follows_from_the_extension() {
    let place = largely();
    for (name, start) in [("v.json", "{"), ("v.xml", "<?xml"), ("v.md", "# Gate"), ("v.txt", "Gate: ")] {
        let done = check(&place, &[&FAILING[..], &["-q", "-o", name]].concat());
        assert_eq!(done.code, 1);
        assert!(place.read(name).starts_with(start), "{name}");
    }
    check(&place, &[&FAILING[..], &["-o", "v.pdf"]].concat()).fails(2, &[".pdf"]);
}

/// The attributes of an element's start tag.
fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut out = Vec::new();
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let (value, more) = after.split_once('"').unwrap();
        out.push((before.rsplit([' ', '\n']).next().unwrap(), value));
        rest = more;
    }
    out
}

fn tags<'a>(xml: &'a str, name: &str) -> Vec<Vec<(&'a str, &'a str)>> {
    let open = format!("<{name}");
    let starts = xml.match_indices(&open).filter(|(at, _)| xml[at + open.len()..].starts_with([' ', '>', '/']));
    starts.map(|(at, _)| attributes(&xml[at..at + xml[at..].find('>').unwrap()])).collect()
}

#[test]
fn junit_has_what_its_schema_asks_for() {
    let place = nasty();
    let done = check(&place, &["--policy", "p.json", "--level", "recognition", "--coverage", "0.9", "-f", "junit"]);
    let xml = done.text();
    let suite = &tags(xml, "testsuite")[0];
    let names: Vec<&str> = suite.iter().map(|(name, _)| *name).collect();
    // The order of attributes is free; the stricter of the common schemas needs all of these.
    for needed in ["name", "package", "id", "timestamp", "hostname", "tests", "failures", "errors", "time"] {
        assert!(names.contains(&needed), "{needed}: {xml}");
    }
    let value = |key: &str| suite.iter().find(|(name, _)| *name == key).unwrap().1;
    assert_eq!((value("tests"), value("failures"), value("errors"), value("skipped")), ("3", "1", "0", "1"));
    assert_eq!(value("timestamp"), "2026-03-14T00:00:00");
    let cases = tags(xml, "testcase");
    assert_eq!(cases.len(), 3);
    for case in &cases {
        let names: Vec<&str> = case.iter().map(|(name, _)| *name).collect();
        assert!(["name", "classname", "time"].iter().all(|needed| names.contains(needed)), "{case:?}");
    }
    assert_eq!((tags(xml, "failure").len(), tags(xml, "skipped").len()), (1, 1));
    assert!(tags(xml, "failure")[0].iter().any(|(name, _)| *name == "type"));
    // In this order, each once.
    let order = ["<properties>", "<testcase", "<system-out>", "<system-err>", "</testsuite>"];
    let places: Vec<usize> = order.iter().map(|tag| xml.find(tag).unwrap()).collect();
    assert!(places.is_sorted(), "{xml}");
    assert!(xml.contains("&lt;b&gt;A &amp; &quot;B&quot;") && !xml.contains("<b>"), "{xml}");
}

#[test]
fn github_gets_an_annotation_for_what_is_not_met_and_a_summary() {
    let place = nasty();
    let args =
        ["check", "a.json", "--today", "2026-03-15", "--policy", "p.json", "--level", "recognition", "-f", "github"];
    place.write("summary.md", "before\n");
    let summary = place.path("summary.md");
    let done = place.coprod(args).env("GITHUB_STEP_SUMMARY", summary.to_str().unwrap()).run();
    assert_eq!(done.code, 1);
    let lines: Vec<&str> = done.text().lines().collect();
    assert!(lines[0].starts_with("::error file=a.json,title=coprod%3A Overall level::"), "{lines:?}");
    assert!(lines[1].starts_with("::warning file=a.json,title=coprod%3A Overall score::"), "{lines:?}");
    assert!(lines.last().unwrap().starts_with("::notice title="), "{lines:?}");
    assert!(lines.iter().all(|line| line.starts_with("::")), "{lines:?}");
    let text = place.read("summary.md");
    assert!(text.starts_with("before\n# Gate: "), "{text}");
    assert!(text.contains("| Overall level | not met |") || text.contains("**Overall level** | not met"), "{text}");
    // Only this format writes it.
    let done = place
        .coprod(["check", "a.json", "--level", "compliance"])
        .env("GITHUB_STEP_SUMMARY", summary.to_str().unwrap());
    done.run().ok();
    assert_eq!(place.read("summary.md"), text);
}

#[test]
fn a_level_is_never_printed_without_who_says_so() {
    for format in ["table", "markdown", "junit", "github", "json"] {
        let done = check(&largely(), &["--level", "recognition", "-f", format, "--accessible"]);
        let text = done.text();
        assert!(text.contains("seen by the organisation itself"), "{format}: {text}");
    }
}

#[test]
fn the_verdict_speaks_german() {
    let done = check(&largely(), &["--level", "recognition", "-l", "de"]);
    assert!(done.text().contains("Die Vorgaben sind nicht erfüllt."), "{}", done.text());
}

#[test]
fn an_annotation_about_actions_points_at_their_list() {
    let place = largely();
    place.sheet(
        "todo.json",
        &json!({"format": "coprod/actions/1", "rubric": {"id": "co-production", "version": "1.0.0"},
            "organisation": {"name": "Example Ltd"},
            "actions": [{"title": "Ask people", "due": "2026-03-01"}]}),
    );
    let done = check(&place, &["--actions", "todo.json", "--level", "recognition", "-f", "github"]);
    let errors: Vec<&str> = done.text().lines().filter(|line| line.starts_with("::error")).collect();
    assert!(errors.iter().any(|line| line.starts_with("::error file=todo.json,") && line.contains("Ask people")));
    assert!(errors.iter().any(|line| line.starts_with("::error file=a.json,") && line.contains("Recognition")));
}
