//! coprod: co-production maturity self-assessment.
//!
//! One way through the house, from the command line to the bytes of a report:
//!
//! | step | where |
//! |---|---|
//! | the command line | [`cli`] |
//! | one file a command | [`commands`] |
//! | plain data | [`model`] |
//! | rubrics, built-in and own | [`rubric`] |
//! | answer sheets in and out | [`import`] |
//! | the questions asked one by one | [`interview`] |
//! | scores and levels | [`scoring`] |
//! | what a report says | [`report`] |
//! | how it is written | [`formats`] |
//! | the program's words, a folder a language | [`text`] |
//! | questionnaires to read and fill in | [`form`] |
//! | files without loss | [`files`] |
//! | JSON with positions | [`tree`] |
//! | what is kept packed | [`packed`] |
//! | what went wrong | [`error`], [`exit`] |
#![forbid(unsafe_code)]

pub mod cli;
pub mod commands;
pub mod error;
pub mod exit;
pub mod files;
pub mod form;
pub mod formats;
pub mod import;
pub mod interview;
pub mod model;
pub mod packed;
pub mod report;
pub mod rubric;
pub mod scoring;
pub mod text;
pub mod tree;
