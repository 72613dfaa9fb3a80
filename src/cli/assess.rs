//! The interview's options.

use clap::Args;
use std::path::PathBuf;

/// The interview.
#[derive(Debug, Clone, Default, Args)]
#[command(after_help = "\
Examples:
  coprod assess -o answers.json
  coprod assess -r co-production-quick -l de -o antworten.json
  coprod assess -p hr --organisation \"Example Ltd\" --sector it -o answers.json
  coprod assess --accessible -o answers.json          line by line, for screen readers
  coprod assess -o answers.json                       again: goes on where it stopped
  coprod assess -p staff --joint 7 -o staff.json      a group of seven answers together
  coprod assess --respondent r-07 -o r-07.json        one person, under a pseudonym
  coprod assess -r co-production -o quick.json        from the quick check on: only the rest is asked

In Germany, before you start: involve the works council or staff council (§ 94 and § 87(1) BetrVG),
hear the representation of disabled employees first (§ 178(2) SGB IX), and settle data protection
(Art. 9 and 35 GDPR, § 26(3) BDSG); pseudonyms are personal data too; this is no legal advice.")]
pub struct Assess {
    /// Perspective that answers, for example hr, or all for the organisation as a whole
    #[arg(short, long, value_name = "PERSPECTIVE")]
    pub perspective: Option<String>,
    /// Name of the organisation
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,
    /// Sector, for example social-services
    #[arg(long, value_name = "SECTOR")]
    pub sector: Option<String>,
    /// Number of people who work there, for example 50-249
    #[arg(long, value_name = "SIZE")]
    pub size: Option<String>,
    /// Employer, provider of services, or both
    #[arg(long, value_name = "SETTING", value_parser = ["employer", "provider", "both"])]
    pub setting: Option<String>,
    /// Date of the assessment (default: today)
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Today's date (default: SOURCE_DATE_EPOCH, else the system's)
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
    /// A group of N people answers together
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..), conflicts_with = "respondent")]
    pub joint: Option<u64>,
    /// One person answers; NAME is a pseudonym, and only the month is kept of the date
    #[arg(long, value_name = "NAME")]
    pub respondent: Option<String>,
    /// Ask only these questions, for example acc2b,equ1a
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub questions: Vec<String>,
    /// Ask only the essential questions
    #[arg(long, value_name = "WHICH", value_parser = ["essential"])]
    pub only: Option<String>,
    /// Begin in easy language, where the rubric has it
    #[arg(long)]
    pub easy: bool,
    /// File of answers; is written after every answer
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
