//! The command line: clap types, and their help in the user's language.

mod assess;
mod form;
mod gate;
mod import;
mod plan;

pub use assess::Assess;
pub use form::Form;
pub use gate::{CheckArgs, CheckFormat, CompareArgs, ContestedArg};
pub use import::{FORMATS as IMPORT_FORMATS, ImportArgs};
pub use plan::{GroupArg, PlanArgs};

use crate::text::{HelpMarks, Words};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The exit codes, in help and man page.
pub const EXIT_CODES: &str = "\
Exit codes:
  0    success (a closed pipe too)
  1    the gate is not met (check), or a rubric has errors (rubric lint)
  2    the command line cannot be used
  3    rubric, answers or other input is invalid
  4    reading or writing failed
  130  interrupted, or the input of the interview ended early; all is saved";

/// Co-production maturity self-assessment: asks, scores and reports how far people with disabilities shape work and
/// services as equal partners.
#[derive(Debug, Parser)]
#[command(
    name = "coprod",
    version,
    max_term_width = 100,
    disable_help_subcommand = true,
    after_help = EXIT_CODES,
    after_long_help = "\
Examples:
  coprod                                      lead me through it
  coprod assess -o answers.json               ask the questions, save the answers
  coprod report answers.json                  show the report
  coprod report answers.json -o report.pdf    write it as PDF
  coprod plan answers.json                    the least effort to the next level

Exit codes:
  0    success (a closed pipe too)
  1    the gate is not met (check), or a rubric has errors (rubric lint)
  2    the command line cannot be used
  3    rubric, answers or other input is invalid
  4    reading or writing failed
  130  interrupted, or the input of the interview ended early; all is saved"
)]
pub struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub common: Common,
    /// What to do; without a command, on a terminal, coprod asks.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The command line with its help in the words of a language.
pub fn command(words: &Words) -> clap::Command {
    let mut command = Cli::command();
    // Where a command is built, the comment on its options would take the place of what is said of it.
    let said = command.get_subcommands().filter_map(|sub| Some((sub.get_name().to_owned(), sub.get_about()?.clone())));
    let said: Vec<(String, clap::builder::StyledStr)> = said.collect();
    // What clap adds by itself is to be there before it is translated.
    command.build();
    for (name, about) in said {
        command = command.mut_subcommand(name, |sub| sub.about(about.clone()).long_about(about));
    }
    translate(command, "coprod", words)
}

/// The most columns that every terminal has.
const NARROW: usize = 80;

/// Prose without the line breaks of the source: how wide it may be, the terminal decides. Lists keep theirs; where
/// examples and what they do are too wide to stand side by side, they stand one below the other.
fn flowing(text: &str) -> String {
    let prose = |paragraph: &str| paragraph.lines().all(|line| !line.starts_with(' ') && !line.ends_with(':'));
    let wide = |paragraph: &str| paragraph.lines().any(|line| line.chars().count() > NARROW);
    let below = |line: &str| match line.split_once("   ").filter(|_| line.contains("coprod ")) {
        Some((example, what)) => format!("{example}\n      {}", what.trim_start()),
        None => line.to_owned(),
    };
    let flow = |paragraph: &str| match prose(paragraph) {
        true => paragraph.replace('\n', " "),
        false if wide(paragraph) => paragraph.lines().map(below).collect::<Vec<_>>().join("\n"),
        false => paragraph.to_owned(),
    };
    text.split("\n\n").map(flow).collect::<Vec<_>>().join("\n\n")
}

/// In a help the options of every command come after its own, in their order, and before `--help`.
const COMMON_FROM: usize = 500;

fn translate(mut command: clap::Command, name: &str, words: &Words) -> clap::Command {
    let [usage, commands, arguments, options] = words.help_heads;
    if let Some(about) = (words.help)(name, "") {
        command = command.about(about).long_about(about);
    }
    let own = |text: Option<&clap::builder::StyledStr>| text.map(|text| flowing(&text.to_string()));
    let translated = (words.help)(name, "after").map(flowing);
    if let Some(long) = translated.clone().or_else(|| own(command.get_after_long_help())) {
        command = command.after_long_help(long);
    }
    if let Some(short) = translated.or_else(|| own(command.get_after_help())) {
        command = command.after_help(short);
    }
    let head = command.get_styles().get_header();
    let mut template = format!("{{before-help}}{{about-with-newline}}\n{head}{usage}:{head:#} {{usage}}");
    let lists = [
        (commands, "subcommands", command.has_subcommands()),
        (arguments, "positionals", command.get_positionals().next().is_some()),
        (options, "options", true),
    ];
    for (words, list, _) in lists.into_iter().filter(|(.., is_there)| *is_there) {
        template.push_str(&format!("\n\n{head}{words}:{head:#}\n{{{list}}}"));
    }
    let mut common = COMMON_FROM..;
    command = command.help_template(template + "{after-help}").mut_args(|argument| {
        let argument = match argument.is_global_set() {
            true => argument.display_order(common.next().unwrap_or(COMMON_FROM)),
            false => argument,
        };
        match ((words.help)(name, argument.get_id().as_str()), &words.usage.marks) {
            (Some(help), Some(marks)) => marked(argument, help, marks),
            (Some(help), None) => argument.help(help).long_help(help),
            (None, _) => argument,
        }
    });
    if words.usage.marks.is_some() {
        let usage = command.render_usage().to_string();
        command = command.override_usage((words.usage.translated)(usage.trim_start_matches("Usage:").trim()));
    }
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for sub in names {
        let full = if name == "coprod" { sub.clone() } else { format!("{name} {sub}") };
        command = command.mut_subcommand(sub, |sub| translate(sub, &full, words));
    }
    command
}

/// An argument with its help, and with what clap would add in English: possible values, default, variable.
fn marked(argument: clap::Arg, help: &str, marks: &HelpMarks) -> clap::Arg {
    let mut text = help.to_owned();
    let mut mark = |word: &str, values: Vec<String>| {
        if !values.is_empty() {
            text.push_str(&format!(" [{word}: {}]", values.join(", ")));
        }
    };
    let takes_values = argument.get_action().takes_values();
    if takes_values {
        mark(marks.variable, argument.get_env().map(|name| name.to_string_lossy().into_owned()).into_iter().collect());
        let values = argument.get_possible_values();
        mark(marks.values, values.iter().map(|value| value.get_name().to_owned()).collect());
        let defaults = argument.get_default_values();
        let defaults = defaults.iter().map(|value| value.to_string_lossy().into_owned());
        mark(marks.default, defaults.filter(|value| !value.is_empty()).collect());
    }
    let names = argument.get_value_names().filter(|_| takes_values).unwrap_or_default();
    let name = names.first().and_then(|name| (marks.value_name)(name));
    let argument = argument.help(text.clone()).long_help(text);
    let argument = if let Some(name) = name { argument.value_name(name) } else { argument };
    argument.hide_possible_values(true).hide_default_value(true).hide_env(true)
}

/// The language that the arguments ask for, before they are read: help is to be in it.
pub fn asked_language(arguments: &[std::ffi::OsString]) -> Option<String> {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let after = |option: &str| texts.iter().position(|text| *text == option).and_then(|at| texts.get(at + 1).copied());
    let joined = || texts.iter().find_map(|text| text.strip_prefix("--lang=").or_else(|| short_language(text)));
    after("--lang").or_else(|| after("-l")).or_else(joined).map(str::to_owned)
}

/// `-lde` and `-l=de`.
fn short_language(text: &str) -> Option<&str> {
    text.strip_prefix("-l").map(|rest| rest.trim_start_matches('=')).filter(|rest| !rest.is_empty())
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// Rubric (questionnaire): id of a built-in one, or path to a folder or file
    #[arg(short, long, global = true, value_name = "ID|PATH")]
    pub rubric: Option<String>,
    /// Language of questions, messages and reports, for example de or en
    #[arg(short, long, global = true, value_name = "LANG", env = "COPROD_LANG", hide_env_values = true)]
    pub lang: Option<String>,
    /// Line by line, for screen readers and braille: no tables, no signs, no cursor control
    #[arg(long, global = true, overrides_with = "no_accessible")]
    pub accessible: bool,
    /// Tables and menus, even where line by line would be chosen
    #[arg(long, global = true, overrides_with = "accessible")]
    pub no_accessible: bool,
    /// Never ask; a missing option is an error
    #[arg(long, global = true)]
    pub no_input: bool,
    /// When to colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorWhen,
    /// Say nothing but errors and results
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more about what is done
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorWhen {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
// What is not called need not be built.
#[command(defer = true)]
pub enum Command {
    /// Ask the questions and save the answers; goes on where the file stopped
    Assess(Assess),
    /// Score answers and write a report
    Report(ReportArgs),
    /// Plan the least effort to a level, or the best that a budget buys
    Plan(PlanArgs),
    /// Write a questionnaire to fill in elsewhere: in a browser, a spreadsheet, a survey, on paper
    Form(Form),
    /// Read answers that were given elsewhere: in a form, a spreadsheet, a survey
    Import(ImportArgs),
    /// Compare assessments: what got better, what got worse, what only looks so
    Compare(CompareArgs),
    /// The gate for scripts: ends with exit code 1 unless everything asked for is met
    Check(CheckArgs),
    /// List, show and check rubrics (questionnaires)
    #[command(after_help = "\
Examples:
  coprod rubric list
  coprod rubric show co-production-quick -l de
  coprod rubric lint ./my-rubric")]
    Rubric {
        /// What to do with rubrics.
        #[command(subcommand)]
        action: RubricAction,
    },
    /// Print completions for a shell, to be installed where it looks for them
    #[command(after_help = "\
Examples:
  coprod completions bash > ~/.local/share/bash-completion/completions/coprod
  coprod completions zsh > ~/.zfunc/_coprod
  coprod completions fish > ~/.config/fish/completions/coprod.fish
  coprod completions powershell >> $PROFILE")]
    Completions {
        /// The shell
        #[arg(value_name = "SHELL")]
        shell: clap_complete::Shell,
    },
    /// Print a manual page, or write all of them
    #[command(after_help = "\
Examples:
  coprod man | man -l -
  coprod man report > coprod-report.1
  coprod man -o ~/.local/share/man/man1          all pages, one a command")]
    Man {
        /// Command, for example report or rubric lint (default: the program itself)
        #[arg(value_name = "COMMAND", conflicts_with = "output")]
        page: Vec<String>,
        /// Folder to write all pages to
        #[arg(short, long, value_name = "FOLDER")]
        output: Option<PathBuf>,
    },
}

/// The report.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  coprod report answers.json
  coprod report answers.json -o report.pdf
  coprod report answers.json -f json | jq .overall.level.point
  coprod report leadership.json staff.json users.json -o report.pdf      several perspectives, one voice each
  coprod report answers/ -o report.pdf                a folder with a sheet a person; small groups are not shown
  coprod report answers/ --for-publication -o report.html
  coprod report -l de answers.json -o bericht.pdf
  coprod report answers.json --explain access
  coprod report answers.json --summary --title \"Board paper\" -o board.pdf
  coprod report answers.json --statement \"Council=council.txt\" -o report.html
  cat answers.json | coprod report -")]
pub struct ReportArgs {
    /// Answer sheets of one organisation (JSON, JSON Lines, a folder of them with its assessment.json, or - for standard
    /// input)
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Format (default: by the extension of --output, else table)
    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// File to write (default: standard output)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How many voices are counted and protected.
    #[command(flatten)]
    pub voices: VoicesArgs,
    /// For publication: groups of fewer than 10 people are not shown
    #[arg(long)]
    pub for_publication: bool,
    /// Only the cover and the summary
    #[arg(long)]
    pub summary: bool,
    /// Leave notes and evidence out
    #[arg(long)]
    pub no_notes: bool,
    /// A statement to be printed unedited: who says it, and a text file; may be given several times
    #[arg(long = "statement", value_name = "NAME=FILE")]
    pub statements: Vec<String>,
    /// Title of the report
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Who prepared the report
    #[arg(long, value_name = "NAME")]
    pub prepared_by: Option<String>,
    /// Picture for the first page (PNG)
    #[arg(long, value_name = "FILE", requires = "logo_alt")]
    pub logo: Option<PathBuf>,
    /// What the picture shows, in words
    #[arg(long, value_name = "TEXT", requires = "logo")]
    pub logo_alt: Option<String>,
    /// Colour of headings; its contrast to white must be at least 4.5:1
    #[arg(long, value_name = "#RRGGBB")]
    pub accent: Option<String>,
    /// Print how a score comes about: of a question or of a principle
    #[arg(long, value_name = "QUESTION|PRINCIPLE", conflicts_with_all = ["format", "summary"])]
    pub explain: Option<String>,
    /// Columns of the table (default: the terminal's, else 80)
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=400))]
    pub width: Option<u16>,
    /// Begin a CSV file with a byte order mark, so that Excel reads it as UTF-8
    #[arg(long)]
    pub bom: bool,
}

/// How many voices are counted and protected.
#[derive(Debug, Args)]
pub struct VoicesArgs {
    /// Every perspective weighs the same (equal), or every person (headcount)
    #[arg(long, value_name = "VOICE", default_value = "equal")]
    pub voice: VoiceArg,
    /// Smallest group of people whose results are shown, at least 3
    #[arg(long, value_name = "K", default_value_t = 5, value_parser = clap::value_parser!(u64).range(3..=1000))]
    pub min_group: u64,
}

/// How several voices become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum VoiceArg {
    /// Every perspective weighs the same.
    Equal,
    /// Every person weighs the same.
    Headcount,
}

/// What to do with rubrics.
#[derive(Debug, Subcommand)]
pub enum RubricAction {
    /// List the built-in rubrics
    #[command(after_help = "Examples:\n  coprod rubric list\n  coprod rubric list -f json")]
    List {
        /// table or json
        #[arg(short, long, value_name = "FORMAT", default_value = "table", value_parser = ["table", "json"])]
        format: String,
    },
    /// Show a rubric with all its questions, to read and to review
    #[command(after_help = "\
Examples:
  coprod rubric show
  coprod rubric show co-production-quick -l de --easy
  coprod rubric show -p service-users -f markdown > review.md
  coprod rubric show -f json > bank.json          structure and texts in one file
  coprod rubric show ./my-rubric")]
    Show {
        /// Id of a built-in rubric, or path (default: --rubric, else the default rubric)
        #[arg(value_name = "ID|PATH")]
        id: Option<String>,
        /// table, markdown or json
        #[arg(short, long, value_name = "FORMAT", default_value = "table", value_parser = ["table", "markdown", "json"])]
        format: String,
        /// Only the easy texts (markdown and table)
        #[arg(long)]
        easy: bool,
        /// Only the questions that a perspective is asked, for example hr
        #[arg(short, long, value_name = "PERSPECTIVE")]
        perspective: Option<String>,
    },
    /// Check a rubric: form, coverage, translations, language; every problem at once
    #[command(after_help = "\
Examples:
  coprod rubric lint ./my-rubric
  coprod rubric lint my-rubric.json -f json
  coprod rubric lint ./my-rubric -f github          annotations in a workflow

Exceptions, each with its reason, stand in lint.json in the rubric's folder:
  {\"format\": \"coprod/lint/1\", \"allow\": [
    {\"code\": \"compound\", \"language\": \"de\", \"word\": \"Entscheidungen\", \"reason\": \"It has no joint.\"}]}

Errors inside a rubric end with exit code 1, warnings with 0; what is no rubric ends with 3.")]
    Lint {
        /// Folder or file, or id of a built-in rubric
        #[arg(value_name = "PATH")]
        path: PathBuf,
        /// table (one finding a line), json or github
        #[arg(short, long, value_name = "FORMAT", default_value = "table", value_parser = ["table", "json", "github"])]
        format: String,
    },
    /// Start a rubric of your own: a small example, or a copy of a built-in one
    #[command(after_help = "\
Examples:
  coprod rubric new my-rubric                                   a folder, a file a language
  coprod rubric new my-rubric.json                              one file with the texts inside
  coprod rubric new --from co-production-quick our-check        a copy to adapt")]
    New {
        /// Folder to make, or file if it ends in .json
        #[arg(value_name = "PATH")]
        path: PathBuf,
        /// Id of the built-in rubric to copy, or path
        #[arg(long, value_name = "ID|PATH")]
        from: Option<String>,
    },
    /// Print the JSON Schema of a file format, for editors that complete and check
    #[command(
        after_help = "Examples:\n  coprod rubric schema rubric > rubric.schema.json\n  coprod rubric schema answers"
    )]
    Schema {
        /// rubric, texts, answers, map, assessment, result, actions, plan, comparison, verdict or policy
        #[arg(value_name = "FORMAT", value_parser = [
            "rubric", "texts", "answers", "map", "assessment", "result", "actions", "plan", "comparison", "verdict", "policy",
        ])]
        kind: String,
    },
}
