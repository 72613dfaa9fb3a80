//! The options of `coprod plan`.

use super::VoicesArgs;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// The plan.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  coprod plan answers.json                                   each principle's next level
  coprod plan answers.json --to recognition -o plan.pdf
  coprod plan answers.json --budget 20                       the best that an effort of 20 buys
  coprod plan answers.json --exclude acc2b,equ1a --max-step 1
  coprod plan answers.json --start 2026-04-01 --pace 8       by quarters, with due dates
  coprod plan answers.json --tasks > tasks.md                boxes to tick for an issue tracker
  coprod plan answers.json -o tasks.csv                      the same as CSV
  coprod plan answers.json --start 2026-04-01 --pace 8 --actions actions.json

Effort is counted in the units of the questionnaire: a small step of an answer is 1, a medium one 2, a
large one 3. A target that cannot be reached is an answer too, and ends with 0.")]
pub struct PlanArgs {
    /// Answer sheets of one organisation (JSON, JSON Lines, a folder of them, or - for standard input)
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Level that every principle shall reach
    #[arg(long, value_name = "LEVEL", conflicts_with_all = ["next", "budget"])]
    pub to: Option<String>,
    /// Each principle's next level (the default)
    #[arg(long, conflicts_with = "budget")]
    pub next: bool,
    /// The best that this much effort buys: the highest level, then the highest score
    #[arg(long, value_name = "EFFORT", allow_hyphen_values = true)]
    pub budget: Option<String>,
    /// Plan for these principles only, for example access,equality
    #[arg(long, value_name = "IDS", value_delimiter = ',', conflicts_with = "budget")]
    pub principle: Vec<String>,
    /// Questions that stay as they are, for example acc2b,equ1a
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub exclude: Vec<String>,
    /// The most steps up the scale for one question
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub max_step: Option<u16>,
    /// Group the steps by who has to act, by quarter, or not (default: quarter with --start, else who)
    #[arg(long, value_name = "GROUP")]
    pub group: Option<GroupArg>,
    /// First day of the plan; its quarters are counted from here
    #[arg(long, value_name = "YYYY-MM-DD", requires = "pace")]
    pub start: Option<String>,
    /// Effort that can be spent in a quarter
    #[arg(long, value_name = "EFFORT", requires = "start", allow_hyphen_values = true)]
    pub pace: Option<String>,
    /// Write the steps as actions to tick off; a list that exists is continued
    #[arg(long, value_name = "FILE")]
    pub actions: Option<PathBuf>,
    /// Only the steps, as a Markdown list of boxes to tick
    #[arg(long)]
    pub tasks: bool,
    /// Format (default: by the extension of --output, else table)
    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// File to write (default: standard output)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How many voices are counted and protected.
    #[command(flatten)]
    pub voices: VoicesArgs,
    /// Title of the plan
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Who prepared the plan
    #[arg(long, value_name = "NAME")]
    pub prepared_by: Option<String>,
    /// Columns of the table (default: the terminal's, else 80)
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=400))]
    pub width: Option<u16>,
    /// Begin a CSV file with a byte order mark, so that Excel reads it as UTF-8
    #[arg(long)]
    pub bom: bool,
}

/// How the steps of a plan are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GroupArg {
    /// By the part of the organisation that has to act.
    Who,
    /// By the quarter in which they are due.
    Quarter,
    /// One list.
    None,
}
