//! JUnit XML: a test case a rule, so that build servers show the gate among their tests. It keeps to the common schema
//! of Ant and to that of Jenkins, the stricter one in each place.

use super::super::escape::{escape, put};
use crate::report::verdict::{Outcome, VerdictReport};
use crate::scoring::gate::Judged;
use std::io::{self, Write};

/// Writes the verdict. The time stamp is that of the answers: the same input gives the same bytes.
///
/// # Errors
/// Only those of `out`.
pub fn write(verdict: &VerdictReport, out: &mut dyn Write) -> io::Result<()> {
    let [_, failures, skipped] = verdict.counts();
    let tests = verdict.verdict.rules.len();
    let date = verdict.report.date();
    let day = if date.len() == 7 { format!("{date}-01") } else { date.to_owned() };
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    put(
        &mut text,
        format_args!(
            "<testsuite name=\"coprod check\" package=\"coprod\" id=\"0\" timestamp=\"{day}T00:00:00\" \
             hostname=\"localhost\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\" \
             time=\"0\">\n"
        ),
    );
    let rubric = verdict.report.rubric;
    let passed = if verdict.verdict.passed { "true" } else { "false" };
    let properties = [
        ("organisation", verdict.report.organisation().name.clone()),
        ("rubric", format!("{} {}", rubric.id, rubric.version)),
        ("passed", passed.to_owned()),
    ];
    text.push_str("<properties>\n");
    for (name, value) in properties {
        put(&mut text, format_args!("<property name=\"{name}\" value=\"{}\"/>\n", attribute(&value)));
    }
    text.push_str("</properties>\n");
    for judged in &verdict.verdict.rules {
        case(verdict, judged, &mut text);
    }
    let warnings: Vec<String> =
        verdict.warnings.iter().map(|problem| escape(&verdict.report.words.problem(problem))).collect();
    put(
        &mut text,
        format_args!(
            "<system-out>{}</system-out>\n<system-err>{}</system-err>\n</testsuite>\n</testsuites>\n",
            escape(&verdict.summary()),
            warnings.join("\n")
        ),
    );
    out.write_all(text.as_bytes())
}

fn case(verdict: &VerdictReport, judged: &Judged, out: &mut String) {
    let name = attribute(&verdict.name(judged));
    let rule = judged.rule.name().id();
    let message = verdict.message(judged);
    put(out, format_args!("<testcase classname=\"coprod.{rule}\" name=\"{name}\" time=\"0\""));
    match verdict.outcome(judged) {
        Outcome::Met => out.push_str("/>\n"),
        Outcome::NotMet => put(
            out,
            format_args!(
                ">\n<failure type=\"{rule}\" message=\"{}\">{}</failure>\n</testcase>\n",
                attribute(&message),
                escape(&message)
            ),
        ),
        Outcome::Excepted => {
            put(out, format_args!(">\n<skipped message=\"{}\"/>\n</testcase>\n", attribute(&message)));
        }
    }
}

/// A text in an attribute: on one line.
fn attribute(text: &str) -> String {
    escape(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
