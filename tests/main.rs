//! What the program promises to those who use it. Every test's name is a sentence.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod architecture;
mod cli;
mod docs;
mod examples;
mod formats;
mod gate;
mod import;
mod interview;
mod plan;
mod rubrics;
mod scoring;
mod spreadsheets;
mod support;
mod trend;
mod voices;
