//! coprod: arguments in, exit code out.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(coprod::commands::main(std::env::args_os().collect()) as u8)
}
