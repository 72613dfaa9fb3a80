//! `coprod report`: score and report.

use super::{Context, inputs, output};
use crate::cli::{ReportArgs, VoiceArg};
use crate::error::{Error, Misuse, nearest};
use crate::exit::Exit;
use crate::formats::{self, FORMATS, Format, View};
use crate::report::Report;
use crate::scoring::Voice;
use crate::text::words_for;

/// Reads the sheets, scores them and writes the report.
///
/// # Errors
/// Input that cannot be used, a format that does not exist, output that cannot be written.
pub fn run(context: &Context, args: &ReportArgs) -> Result<Exit, Error> {
    let format = choose(args)?;
    let to_stdout = args.output.as_deref().is_none_or(|path| path == std::path::Path::new("-"));
    let binary = format.is_binary().then_some(format.name());
    if to_stdout {
        output::refuse_terminal(binary)?;
    }
    let inputs = inputs::read(context, &args.files)?;
    context.warn(&inputs.warnings);
    // The report speaks the language of the rubric's texts, also where the messages do not.
    let words = words_for(&inputs.texts.language).unwrap_or(context.words);
    let voice = match args.voice {
        VoiceArg::Equal => Voice::Equal,
        VoiceArg::Headcount => Voice::Headcount,
    };
    let mut report = Report::new(&inputs.rubric, &inputs.texts, words, &inputs.sheets, voice, inputs.warnings);
    let view = if to_stdout { context.view() } else { file_view(context) };
    if view.accessible {
        report.numbers = report.numbers.spoken();
    }
    let mut bytes = Vec::new();
    for loss in format.write(&report, &view, &mut bytes).map_err(Error::output)? {
        context.say(&format!("{}: {}", context.words.program.warning, (context.words.program.unprintable)(&loss)));
    }
    output::write(context, args.output.as_deref(), &bytes, binary)?;
    Ok(Exit::Success)
}

/// A file is plain, 80 columns wide, and the same wherever it is written.
fn file_view(context: &Context) -> View {
    View { width: 80, colour: false, accessible: context.accessible().unwrap_or(false), unicode: true }
}

/// The format: as said, else by the extension of the output, else a table.
fn choose(args: &ReportArgs) -> Result<&'static dyn Format, Error> {
    let names = || FORMATS.into_iter().map(formats::Format::name);
    if let Some(name) = &args.format {
        let lower = name.to_ascii_lowercase();
        return formats::by_name(&lower).ok_or_else(|| {
            let known = names().collect::<Vec<_>>().join(", ");
            let meant = nearest(&lower, names());
            Error::Usage(Misuse::UnknownValue { option: "--format", found: name.clone(), meant, known })
        });
    }
    let regular = args.output.as_deref().filter(|path| !path.exists() || path.is_file());
    let Some(extension) = regular.and_then(|path| path.extension()).and_then(|extension| extension.to_str()) else {
        return Ok(FORMATS[0]);
    };
    formats::by_extension(extension).ok_or_else(|| {
        let known = FORMATS.iter().map(|format| format!(".{}", format.extension())).collect::<Vec<_>>().join(", ");
        Error::Usage(Misuse::UnknownExtension { extension: extension.to_owned(), known })
    })
}
