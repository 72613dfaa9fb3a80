//! How far a long import is: a bar on a terminal, and nothing anywhere else.

use crate::commands::{Context, speaks_utf8};
use crate::import::ReadSeek;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::env;
use std::fs::File;
use std::io::{self, IsTerminal};

/// Smaller files are read before anybody wonders, in bytes.
const LONG: u64 = 4 * 1024 * 1024;

/// The file, which moves a bar while it is read. Screen readers would read the bar again and again.
pub fn over(context: &Context, file: File, size: u64) -> Box<dyn ReadSeek> {
    let dumb = env::var("TERM").is_ok_and(|term| term == "dumb");
    let quiet = context.common.quiet || dumb || context.accessible() == Some(true);
    if size < LONG || quiet || !io::stderr().is_terminal() {
        return Box::new(file);
    }
    let bar = ProgressBar::with_draw_target(Some(size), ProgressDrawTarget::stderr_with_hz(5));
    let signs = if speaks_utf8() { "█▌ " } else { "#- " };
    if let Ok(style) = ProgressStyle::with_template("[{bar:30}] {percent} %") {
        bar.set_style(style.progress_chars(signs));
    }
    Box::new(bar.wrap_read(file))
}
