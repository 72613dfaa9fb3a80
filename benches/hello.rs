//! The smallest program with clap: what start-up costs at the least on a machine. `figures.py` compares with it.

use clap::Parser;

/// Says hello.
#[derive(Parser)]
struct Hello {
    /// Whom to greet
    #[arg(default_value = "world")]
    name: String,
}

#[allow(clippy::print_stdout)]
fn main() {
    println!("Hello, {}!", Hello::parse().name);
}
