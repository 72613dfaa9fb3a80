//! coprod: arguments in, exit code out.
#![forbid(unsafe_code)]

use clap::Parser;
use coprod::cli::Cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(coprod::commands::run(Cli::parse()) as u8)
}
