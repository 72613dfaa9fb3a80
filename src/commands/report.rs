//! `coprod report`: score and report.

use super::{Context, inputs, output};
use crate::cli::{ReportArgs, VoiceArg, VoicesArgs};
use crate::error::{Error, Misuse, nearest, one_off};
use crate::exit::Exit;
use crate::files;
use crate::formats::{self, FORMATS, Format, View};
use crate::model::Round;
use crate::report::document::Picture;
use crate::report::figures::{Colour, PAPER};
use crate::report::picture::check_logo;
use crate::report::{Counting, Options, Report};
use crate::scoring::{Protection, Voice};
use crate::text::words_for;
use crate::tree::decode;
use std::path::{Path, PathBuf};

/// Reads the sheets, scores them and writes the report.
///
/// # Errors
/// Input that cannot be used, a format that does not exist, output that cannot be written.
pub fn run(context: &Context, args: &ReportArgs) -> Result<Exit, Error> {
    let format = choose(args.format.as_deref(), args.output.as_deref())?;
    let to_stdout = args.output.as_deref().is_none_or(|path| path == Path::new("-"));
    let binary = format.is_binary().then_some(format.name());
    if to_stdout {
        output::refuse_terminal(binary)?;
    }
    // What is wrong with the command line is said before anything is read.
    let wishes = options(args)?;
    let inputs = inputs::read(context, &args.files)?;
    if let Some(path) = args.output.as_deref() {
        let texts = args.statements.iter().filter_map(|text| Some(Path::new(text.split_once('=')?.1)));
        let files = inputs.files.iter().map(PathBuf::as_path).chain(texts).chain(args.logo.as_deref());
        output::refuse_inputs(path, files)?;
        output::refuse_valuable(path)?;
    }
    // The report speaks the language of the rubric's texts, also where the messages do not.
    let words = words_for(&inputs.texts.language).unwrap_or(context.words);
    let mut counting = counting(&args.voices, inputs.round);
    counting.protection = Protection::new(Some(args.voices.min_group), args.for_publication);
    context.warn(&inputs.warnings);
    let before = inputs.warnings.len();
    let mut report = Report::new(&inputs.rubric, inputs.texts, words, &inputs.sheets, counting, inputs.warnings);
    context.warn(report.warnings.get(before..).unwrap_or_default());
    let mut view = if to_stdout { context.view() } else { file_view(context) };
    view.width = args.width.map_or(view.width, usize::from);
    view.bom = args.bom;
    if view.accessible {
        report.numbers = report.numbers.spoken();
    }
    report.options = wishes;
    if let Some(wanted) = &args.explain {
        return explain(context, &report, wanted, &view, args.output.as_deref());
    }
    let mut bytes = Vec::new();
    for loss in format.write(&report, &view, &mut bytes).map_err(Error::output)? {
        context.say(&format!("{}: {}", context.words.program.warning, loss));
    }
    for misuse in meaningless(args, format) {
        context.say(&format!("{}: {}", context.words.program.warning, (context.words.misuse)(&misuse)));
    }
    if !report.options.statements.is_empty() && (args.summary || !format.is_document()) {
        context.say(&format!("{}: {}", context.words.program.warning, context.words.program.statements_left_out));
    }
    output::write(context, args.output.as_deref(), &bytes, binary)?;
    Ok(Exit::Success)
}

/// How the voices are counted and protected; with recommendations.
pub fn counting(args: &VoicesArgs, round: Round) -> Counting {
    let voice = match args.voice {
        VoiceArg::Equal => Voice::Equal,
        VoiceArg::Headcount => Voice::Headcount,
    };
    Counting { protection: Protection::new(Some(args.min_group), false), round, ..Counting::usual(voice) }
}

/// A file is plain, 80 columns wide, and the same wherever it is written.
pub fn file_view(context: &Context) -> View {
    View { width: 80, colour: false, accessible: context.accessible().unwrap_or(false), unicode: true, bom: false }
}

/// The format: as said, else by the extension of the output, else a table.
///
/// # Errors
/// A name or extension that is no format's.
pub fn choose(format: Option<&str>, output: Option<&Path>) -> Result<&'static dyn Format, Error> {
    let names = || FORMATS.into_iter().map(formats::Format::name);
    if let Some(name) = format {
        let lower = name.to_ascii_lowercase();
        return formats::by_name(&lower).ok_or_else(|| {
            let known = names().collect::<Vec<_>>().join(", ");
            let meant = nearest(&lower, names());
            Error::Usage(Misuse::UnknownValue { option: "--format", found: name.to_owned(), meant, known })
        });
    }
    let regular = output.filter(|path| !path.exists() || path.is_file());
    let Some(extension) = regular.and_then(|path| path.extension()).and_then(|extension| extension.to_str()) else {
        return Ok(FORMATS[0]);
    };
    formats::by_extension(extension).ok_or_else(|| {
        let known = FORMATS.iter().map(|format| format!(".{}", format.extension())).collect::<Vec<_>>().join(", ");
        let meant = nearest(extension, FORMATS.iter().map(|format| format.extension()));
        Error::Usage(Misuse::UnknownExtension { extension: extension.to_owned(), meant, known })
    })
}

/// Options that say something for other formats only: a wish is never left out in silence.
fn meaningless(args: &ReportArgs, format: &dyn Format) -> Vec<Misuse> {
    const DRAWN: &[&str] = &["pdf", "html"];
    const WRITTEN: &[&str] = &["table", "pdf", "html", "markdown"];
    const NAMED: &[&str] = &["table", "pdf", "html", "markdown", "xlsx"];
    let wishes = [
        ("--title", args.title.is_some(), NAMED),
        ("--prepared-by", args.prepared_by.is_some(), NAMED),
        ("--logo", args.logo.is_some(), DRAWN),
        ("--accent", args.accent.is_some(), DRAWN),
        ("--summary", args.summary, WRITTEN),
        ("--bom", args.bom, &["csv"]),
        ("--width", args.width.is_some(), &["table"]),
    ];
    let lost = wishes.into_iter().filter(|(_, given, formats)| *given && !formats.contains(&format.name()));
    lost.map(|(option, _, formats)| Misuse::OptionOfOtherFormat {
        option,
        format: format.name(),
        formats: formats.join(", "),
    })
    .collect()
}

/// What the options say of the report.
fn options(args: &ReportArgs) -> Result<Options, Error> {
    let statements = args.statements.iter().map(|entry| {
        let bad = || Error::Usage(Misuse::BadStatement { found: entry.clone() });
        let (name, file) =
            entry.split_once('=').filter(|(name, file)| !name.trim().is_empty() && !file.is_empty()).ok_or_else(bad)?;
        let bytes = files::read(Path::new(file))?;
        Ok((name.to_owned(), decode(file, &bytes)?.to_owned()))
    });
    let logo = match (&args.logo, &args.logo_alt) {
        (Some(path), Some(alt)) => {
            let png = files::read(path)?;
            if let Err(detail) = check_logo(&png) {
                return Err(Error::Usage(Misuse::BadLogo { path: path.display().to_string(), detail }));
            }
            Some(Picture { png, alt: alt.clone() })
        }
        _ => None,
    };
    Ok(Options {
        summary: args.summary,
        without_notes: args.no_notes,
        title: args.title.clone(),
        prepared_by: args.prepared_by.clone(),
        logo,
        accent: args.accent.as_deref().map(accent).transpose()?,
        statements: statements.collect::<Result<_, Error>>()?,
    })
}

/// A colour that can be read on white paper.
fn accent(text: &str) -> Result<Colour, Error> {
    const LEAST: f64 = 4.5;
    let colour = Colour::parse(text).ok_or_else(|| Error::Usage(Misuse::BadColour { found: text.to_owned() }))?;
    let contrast = colour.contrast(PAPER);
    if contrast < LEAST {
        // Cut off, not rounded: 4.49 must not read as 4.5.
        let ratio = format!("{:.2}", (contrast * 100.0).floor() / 100.0);
        return Err(Error::Usage(Misuse::PoorContrast { found: text.to_owned(), ratio }));
    }
    Ok(colour)
}

/// Prints how the score of a question or a principle comes about.
fn explain(
    context: &Context,
    report: &Report,
    wanted: &str,
    view: &View,
    target: Option<&Path>,
) -> Result<Exit, Error> {
    let Some(document) = report.explanation(wanted) else {
        let principles = || report.rubric.principles.iter().map(|principle| principle.id.as_str());
        let known = principles().collect::<Vec<_>>().join(", ");
        let questions = report.rubric.questions.iter().map(|question| question.id.as_str());
        let meant = one_off(wanted, questions).or_else(|| nearest(wanted, principles()));
        return Err(Error::Usage(Misuse::UnknownValue { option: "--explain", found: wanted.to_owned(), meant, known }));
    };
    let mut bytes = Vec::new();
    formats::write_text(&document, view, &mut bytes).map_err(Error::output)?;
    output::write(context, target, &bytes, None)?;
    Ok(Exit::Success)
}
