//! The command lines of comparisons and of the gate.

use super::VoicesArgs;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// The comparison.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  coprod compare 2025.json 2026.json
  coprod compare 2024/ 2025/ 2026/ -o trend.pdf      a folder a year, with many sheets each
  coprod compare 2025.json 2026.json -f json | jq .overall.verdict
  coprod compare -l de 2025.json 2026.json -o vergleich.html

Only questions that apply in both and mean the same in both are compared. Less than 5 points is stable.
Name the oldest first: an assessment that is older than the one before it is refused.")]
pub struct CompareArgs {
    /// The older assessment: an answer sheet, or a folder of them
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The newer one; several in their order, oldest first
    #[arg(value_name = "NEW")]
    pub new: Vec<PathBuf>,
    /// Format (default: by the extension of --output, else table)
    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// File to write (default: standard output)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How many voices are counted and protected.
    #[command(flatten)]
    pub voices: VoicesArgs,
    /// Names of the organisation may differ, for example after a change of name: do not warn
    #[arg(long)]
    pub allow_other_organisation: bool,
    /// Columns of the table (default: the terminal's, else 80)
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=400))]
    pub width: Option<u16>,
    /// Begin a CSV file with a byte order mark, so that Excel reads it as UTF-8
    #[arg(long)]
    pub bom: bool,
}

/// The gate.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  coprod check answers.json --level compliance
  coprod check answers.json --principle access=recognition --coverage 90%
  coprod check answers.json --baseline last-year.json --max-age 365
  coprod check answers.json --policy coprod.policy.json -f junit -o gate.xml
  coprod check answers.json --policy coprod.policy.json -f github        annotations and a job summary

N is a share: 0.6, 60% or 3/5. The known answers are judged; with --strict, the lowest that the unknown
answers allow. Where less than four fifths of the answers are known, a rule is met only if no unknown
answer can change that. Without --max-drop, a baseline fails the gate where a comparison says regressed
(0.05 or more) or a level fell; with it, where a score fell by more than N.

Exit codes: 0 the gate is met, 1 it is not, 2 no rule or a wrong option, 3 invalid answers or policy.
A policy: coprod rubric schema policy")]
pub struct CheckArgs {
    /// Answer sheets of one organisation (JSON, JSON Lines, a folder of them, or - for standard input)
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The overall level is at least this one
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<String>,
    /// The overall score is at least N
    #[arg(long, value_name = "N")]
    pub score: Option<String>,
    /// A principle's level or score is at least this; may be given several times
    #[arg(long = "principle", value_name = "PRINCIPLE=LEVEL|N")]
    pub principles: Vec<String>,
    /// At least this share of the answers is known, in every principle
    #[arg(long, value_name = "N")]
    pub coverage: Option<String>,
    /// At least this share of the answers in the upper half of the scale names evidence
    #[arg(long, value_name = "N")]
    pub evidence: Option<String>,
    /// The answers are at most this many days old
    #[arg(long, value_name = "DAYS")]
    pub max_age: Option<u32>,
    /// Nothing regressed since this older assessment (a sheet, or a folder of sheets)
    #[arg(long, value_name = "OLD")]
    pub baseline: Option<PathBuf>,
    /// No score fell by more than N since the baseline
    #[arg(long, value_name = "N")]
    pub max_drop: Option<String>,
    /// No open action of this list is past its due date (coprod/actions/1); may be given several times
    #[arg(long, value_name = "FILE")]
    pub actions: Vec<PathBuf>,
    /// Rules and exceptions from a file (coprod/policy/1)
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Judge the lowest that the unknown answers allow
    #[arg(long)]
    pub strict: bool,
    /// Names of the organisation may differ between the answers and the baseline: do not warn
    #[arg(long)]
    pub allow_other_organisation: bool,
    /// How many voices are counted and protected.
    #[command(flatten)]
    pub voices: VoicesArgs,
    /// Which level is judged where people with disabilities see a lower one than all together
    #[arg(long, value_name = "LEVEL", default_value = "lower")]
    pub contested: ContestedArg,
    /// Today's date (default: SOURCE_DATE_EPOCH, else the system's)
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
    /// Format (default: by the extension of --output, else table)
    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<CheckFormat>,
    /// File to write (default: standard output)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Which level is judged where it is contested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ContestedArg {
    /// The one that people with disabilities see.
    Lower,
    /// That of all together.
    Total,
}

/// How a verdict is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people.
    Table,
    /// coprod/verdict/1.
    Json,
    /// JUnit XML, for the test reports of build servers.
    Junit,
    /// Annotations in a GitHub workflow, and its job summary.
    Github,
    /// Markdown.
    Markdown,
}

impl CheckFormat {
    /// The format of files with this extension.
    pub fn by_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "txt" => Some(Self::Table),
            "json" => Some(Self::Json),
            "xml" => Some(Self::Junit),
            "md" => Some(Self::Markdown),
            _ => None,
        }
    }
}
