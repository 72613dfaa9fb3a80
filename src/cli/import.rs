//! The options of `coprod import`.

use clap::Args;
use std::path::PathBuf;

/// What `--from` takes: importers, survey platforms, and kinds of tables.
pub const FORMATS: [&str; 7] = ["json", "xlsx", "csv", "kobo", "limesurvey", "questions", "respondents"];

/// Answers in.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  coprod import filled-in.xlsx -o hr.json
  coprod import *.xlsx -o answers/                                  one sheet each, in a folder
  coprod import kobo.csv -r co-production --organisation Example -o staff.jsonl
  coprod import lime.csv -r co-production --organisation Acme -p hr -o hr.jsonl
  coprod import a.csv --map m.json -r co-production --organisation A --dry-run

One row a respondent gives one sheet each, under a pseudonym: in an order that is not that of arrival, with the month
instead of the day. Names, e-mail and IP addresses are never stored; what is left out is listed. Nothing is written if
anything is wrong.

A map says what the columns and values of another table mean (coprod rubric schema map):
  {\"format\": \"coprod/map/1\",
   \"columns\": {\"Q1\": \"equ1a\", \"Q1 note\": \"equ1a.note\", \"Group\": \"perspective\"},
   \"values\": {\"A1\": \"no\", \"A2\": \"fully\", \"A9\": \"dk\"}}")]
pub struct ImportArgs {
    /// Files to read (or - for standard input): JSON sheets, workbooks, CSV of KoboToolbox, ODK, LimeSurvey, or your own
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What to write: FILE.json for one sheet, FILE.jsonl or a new folder for many
    #[arg(short, long, value_name = "FILE", required_unless_present = "dry_run")]
    pub output: Option<PathBuf>,
    /// What the files are, where it cannot be told from what is in them
    #[arg(long, value_name = "FORMAT", value_parser = FORMATS)]
    pub from: Option<String>,
    /// What columns and values mean (coprod/map/1)
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// Name of the organisation, where the files do not say it
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,
    /// Day or month of the answers, where the files do not say it
    #[arg(long, value_name = "YYYY-MM[-DD]")]
    pub date: Option<String>,
    /// Perspective, where the files do not say it
    #[arg(short, long, value_name = "PERSPECTIVE")]
    pub perspective: Option<String>,
    /// Employer, provider of services, or both, where the files do not say it
    #[arg(long, value_name = "SETTING", value_parser = ["employer", "provider", "both"])]
    pub setting: Option<String>,
    /// Character encoding of CSV that is not UTF-8, for example windows-1252
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Begins each pseudonym; give each group its own if several are to be reported together
    #[arg(long, value_name = "TEXT", default_value = "r-")]
    pub prefix: String,
    /// Changes the order of the pseudonyms; the same text gives the same order
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub seed: String,
    /// New pseudonyms also for sheets that have one
    #[arg(long)]
    pub new_pseudonyms: bool,
    /// Replace a file that exists
    #[arg(long)]
    pub force: bool,
    /// Read and check everything, write nothing
    #[arg(long)]
    pub dry_run: bool,
}
