//! The questionnaire as one HTML file for any browser: one question a page, all languages inside, no network, and the
//! answers leave it as a file only. Without JavaScript it is a form to print and to fill in by hand.

mod data;
mod markup;
#[cfg(test)]
mod tests;

use self::markup::Markup;
use super::{FormFormat, Questionnaire};
use crate::formats::base64;
use crate::formats::escape::{escape, language_tag};
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// The kind `html`.
#[derive(Debug)]
pub struct Html;

impl FormFormat for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn write(&self, form: &Questionnaire, out: &mut dyn Write) -> io::Result<Vec<String>> {
        out.write_all(render(form).as_bytes())?;
        Ok(Vec::new())
    }
}

const STYLE: &str = include_str!("html/form.css");
/// The parts of the script, each built on those before it.
const SCRIPT: [&str; 4] = [
    include_str!("html/words.js"),
    include_str!("html/sheet.js"),
    include_str!("html/pages.js"),
    include_str!("html/start.js"),
];

/// The whole file.
pub fn render(form: &Questionnaire) -> String {
    // Files checked out with other line ends would have other digests than what a browser sees.
    let style = STYLE.replace('\r', "");
    let script = SCRIPT.concat().replace('\r', "");
    let dictionaries = data::dictionaries(form);
    let first = &dictionaries[0];
    let lang = language_tag(form.first().tag()).map_or_else(String::new, |tag| format!(" lang=\"{tag}\""));
    format!(
        "<!DOCTYPE html>\n<html{lang} class=\"no-js{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"generator\" content=\"coprod {}\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{}</title>\n<style>{style}</style>\n</head>\n<body>\n{}\
         <script type=\"application/json\" id=\"data\">{}</script>\n<script>{script}</script>\n</body>\n</html>\n",
        if form.easy { " easy-on" } else { "" },
        policy(&style, &script),
        env!("CARGO_PKG_VERSION"),
        escape(&first.plain("title")),
        Markup::new(form, first).body(),
        data::json(form, &dictionaries)
    )
}

/// What the page may do: run its own script, use its own style sheet, and nothing else. It cannot send anything.
fn policy(style: &str, script: &str) -> String {
    let digest = |text: &str| base64(&Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; img-src data:; form-action 'none'; \
         base-uri 'none'",
        digest(script),
        digest(style)
    )
}
