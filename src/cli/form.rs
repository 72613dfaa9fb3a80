//! The options of `coprod form`.

use clap::Args;
use std::path::PathBuf;

/// A questionnaire to fill in elsewhere.
#[derive(Debug, Clone, Default, Args)]
#[command(after_help = "\
Examples:
  coprod form -o form.html                          one file, for any browser, also without a network
  coprod form -r co-production-quick -l de -o fragebogen.html
  coprod form -p hr --organisation \"Example Ltd\" --setting employer -o hr.html
  coprod form -o form.html --contact hr@example.org --delete-after \"end of 2026\"
  coprod form -o form.xlsx                          a workbook, for Excel and LibreOffice
  coprod form -o form.xlsx --from answers.json      the same, with the answers given so far
  coprod form -f xlsform -o survey.xlsx            for ODK and KoboToolbox
  coprod form --large -o form.pdf                   on paper, large print
  coprod form -p service-users --easy -o form.pdf   on paper, easy to read

The answers of the HTML form are a file that `coprod report` reads as it is.

In Germany, before you start: involve the works council or staff council (§ 94 and § 87(1) BetrVG),
hear the representation of disabled employees first (§ 178(2) SGB IX), and settle data protection
(Art. 9 and 35 GDPR, § 26(3) BDSG); pseudonyms are personal data too; this is no legal advice.")]
pub struct Form {
    /// html, xlsx, xlsform, markdown or pdf (default: by the extension of --output)
    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// File to write; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Only the questions that a perspective is asked, for example hr
    #[arg(short, long, value_name = "PERSPECTIVE")]
    pub perspective: Option<String>,
    /// Name of the organisation, so that nobody has to write it
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,
    /// Employer, provider of services, or both: only the questions for it
    #[arg(long, value_name = "SETTING", value_parser = ["employer", "provider", "both"])]
    pub setting: Option<String>,
    /// Who is responsible and gets the answers: a name, an e-mail address or a telephone number
    #[arg(long, value_name = "TEXT")]
    pub contact: Option<String>,
    /// Who sees the answers
    #[arg(long, value_name = "TEXT")]
    pub audience: Option<String>,
    /// When the answers are deleted, for example a date
    #[arg(long, value_name = "TEXT")]
    pub delete_after: Option<String>,
    /// Begin with the easy-to-read texts; on paper: nothing but them
    #[arg(long)]
    pub easy: bool,
    /// Large print (pdf)
    #[arg(long)]
    pub large: bool,
    /// Answers given so far, to go on with in the questionnaire (xlsx)
    #[arg(long, value_name = "SHEET", conflicts_with_all = ["perspective", "by_perspective"])]
    pub from: Option<PathBuf>,
    /// A sheet of questions for each perspective (xlsx)
    #[arg(long, conflicts_with = "perspective")]
    pub by_perspective: bool,
}
