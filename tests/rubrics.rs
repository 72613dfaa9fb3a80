//! Rubrics from outside: bad input, coverage, the lint, copies, schemas, another framework.

#[path = "rubrics/agreement.rs"]
mod agreement;
#[path = "rubrics/bad_input.rs"]
mod bad_input;
#[path = "rubrics/bank.rs"]
mod bank;
#[path = "rubrics/framework.rs"]
mod framework;
#[path = "rubrics/schema.rs"]
mod schema;
#[path = "rubrics/tools.rs"]
mod tools;

use std::path::PathBuf;
use std::process::{Command, Output};

/// What a run of the program ended with.
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

/// Runs the program in English, apart from the surroundings of the tests.
pub fn coprod(arguments: &[&str]) -> Run {
    run(Command::new(env!("CARGO_BIN_EXE_coprod")).args(arguments).env("COPROD_LANG", "en"))
}

fn run(command: &mut Command) -> Run {
    let Output { status, stdout, stderr } =
        command.env_remove("COPROD_ACCESSIBLE").env_remove("ACCESSIBLE").output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Run { code: status.code().unwrap_or(-1), stdout: text(stdout), stderr: text(stderr) }
}

/// A path of the project.
pub fn manifest(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder for one test.
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}
