//! Rubrics from outside: bad input, coverage, the lint, copies, schemas, another framework.

mod agreement;
mod bad_input;
mod bank;
mod framework;
mod schema;
mod tools;
mod versions;

pub use schema::validator;

use crate::support::{Coprod, Done};
use std::path::{Path, PathBuf};

/// What a run of the program ended with.
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

/// Runs the program in English.
fn coprod(arguments: &[&str]) -> Run {
    in_folder(Path::new(env!("CARGO_MANIFEST_DIR")), arguments)
}

fn in_folder(folder: &Path, arguments: &[&str]) -> Run {
    let Done { code, stdout, stderr } = Coprod::new(folder, arguments).run();
    Run { code, stdout: String::from_utf8(stdout).unwrap(), stderr }
}

/// A path of the project.
fn manifest(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder for one test.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}
