//! `coprod import`: answers that were given elsewhere.

mod account;
mod progress;
mod spool;

use self::spool::{Ready, Spool};
use super::{Context, inputs};
use crate::cli::ImportArgs;
use crate::error::{Error, Fault, ImportFault, Misuse, Problem};
use crate::exit::Exit;
use crate::files::{self, Privacy};
use crate::import::{self, Findings, IMPORTERS, Importer, Input, Job, NoRubric, Questionnaire, ReadSeek, Wishes};
use crate::rubric::{self, Loaded};
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What a folder is searched for.
const EXTENSIONS: [&str; 5] = ["json", "jsonl", "csv", "tsv", "xlsx"];

/// Extensions of files that are not written; a folder with such a name is hardly meant.
const FILES: [&str; 10] = ["xlsx", "xls", "ods", "csv", "tsv", "txt", "html", "htm", "pdf", "md"];

/// Reads the files, checks everything, and writes the sheets.
///
/// # Errors
/// Input that cannot be used, output that cannot be written.
pub fn run(context: &Context, args: &ImportArgs) -> Result<Exit, Error> {
    let wishes = wishes(args)?;
    // A dry run ends as the real one would, but writes nothing.
    let target = args.output.as_deref().map(Target::of);
    if let Some(target) = &target {
        target.check(args.force)?;
    }
    let mut paths = inputs::files_of(&args.files, &EXTENSIONS)?;
    // Excel's marks of workbooks that are open.
    paths.retain(|path| !path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("~$")));
    let folder = target.as_ref().filter(|_| !args.dry_run).and_then(Target::folder);
    let mut spool = Spool::new(folder.as_deref(), &args.seed, &args.prefix, args.new_pseudonyms)?;
    let mut findings = Findings::default();
    let mut questionnaires = Questionnaires { context, given: context.common.rubric.as_deref(), found: Vec::new() };
    for path in &paths {
        read(context, path, &wishes, &mut questionnaires, &mut findings, &mut spool)?;
    }
    if !findings.failed() && spool.len() == 0 {
        let name = paths.first().map_or_else(String::new, |path| path.display().to_string());
        findings.push(Problem::whole(&name, ImportFault::NoAnswers.into()));
    }
    if let Some(Target::Sheet(path)) = &target
        && !findings.failed()
        && spool.len() > 1
    {
        return Err(Error::Usage(Misuse::ManySheets { count: spool.len(), path: path.display().to_string() }));
    }
    // Where something is wrong, only that is said; `--verbose` also says what was understood.
    if !findings.failed() || context.common.verbose {
        account::say(context, &findings.accounts);
    }
    if findings.failed() {
        return Err(Error::Input(findings.problems()));
    }
    context.warn(&findings.problems());
    let count = spool.len();
    let words = &context.words.import;
    match target.filter(|_| !args.dry_run) {
        Some(target) => {
            target.write(spool)?;
            if !matches!(target, Target::Output) {
                context.say(&(words.written)(count, &target.name()));
            }
        }
        None => context.say(&(words.dry_run)(count)),
    }
    Ok(Exit::Success)
}

/// What the options say.
fn wishes(args: &ImportArgs) -> Result<Wishes, Error> {
    if let Some(date) = args.date.as_ref().filter(|date| !import::json::is_date(date)) {
        return Err(Error::Usage(Misuse::BadDate { option: "--date", found: date.clone() }));
    }
    if let Some(label) = args.encoding.as_ref().filter(|label| !import::csv::knows_encoding(label)) {
        let known = "utf-8, windows-1252, iso-8859-15, utf-16le, utf-16be, macintosh".to_owned();
        let misuse = Misuse::UnknownValue { option: "--encoding", found: label.clone(), meant: None, known };
        return Err(Error::Usage(misuse));
    }
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if args.prefix.is_empty() || args.prefix.len() > 16 || !args.prefix.chars().all(plain) {
        return Err(Error::Usage(Misuse::BadPrefix { found: args.prefix.clone() }));
    }
    let filled = |text: &Option<String>| text.as_ref().map(|text| text.trim().to_owned()).filter(|t| !t.is_empty());
    let map = args.map.as_deref().map(|path| {
        let bytes = files::read(path)?;
        import::map::read(&path.display().to_string(), &bytes)
    });
    Ok(Wishes {
        from: args.from.clone(),
        organisation: filled(&args.organisation),
        date: args.date.clone(),
        perspective: filled(&args.perspective),
        setting: args.setting.clone(),
        encoding: args.encoding.clone(),
        map: map.transpose()?,
    })
}

/// Reads one file.
fn read(
    context: &Context,
    path: &Path,
    wishes: &Wishes,
    questionnaires: &mut Questionnaires,
    findings: &mut Findings,
    spool: &mut Spool,
) -> Result<(), Error> {
    const HEAD: u64 = 4096;
    let name = path.display().to_string();
    let failed = |error| Error::reading(path, error);
    findings.begin(&name);
    let mut file = open(path)?;
    let size = file.seek(SeekFrom::End(0)).map_err(failed)?;
    file.seek(SeekFrom::Start(0)).map_err(failed)?;
    let mut head = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(&mut file, HEAD), &mut head).map_err(failed)?;
    file.seek(SeekFrom::Start(0)).map_err(failed)?;
    if head.is_empty() {
        findings.push(Problem::whole(&name, Fault::EmptyFile));
        return Ok(());
    }
    // A kind of table is no importer: then the content says which one reads it.
    let named = wishes.from.as_deref().and_then(import::importer);
    let Some(importer) = named.or_else(|| import::recognise(&head)) else {
        let known = IMPORTERS.into_iter().map(Importer::name).collect::<Vec<_>>().join(", ");
        findings.push(Problem::whole(&name, ImportFault::UnknownFormat { known }.into()));
        return Ok(());
    };
    if !importer.recognises(&head) {
        findings.push(Problem::whole(&name, ImportFault::NotThisFormat { wanted: importer.name() }.into()));
        return Ok(());
    }
    let mut doubled = Vec::new();
    let mut take = |imported: import::Imported| {
        doubled.extend(spool.take(&imported)?);
        Ok(())
    };
    let mut find = |id: Option<&str>| questionnaires.find(id);
    let mut file: Box<dyn ReadSeek> = progress::over(context, file, size);
    let mut job = Job { wishes, find: &mut find, findings, take: &mut take };
    importer.read(&mut Input { name: &name, file: &mut *file }, &mut job)?;
    doubled.into_iter().for_each(|problem| findings.push(problem));
    Ok(())
}

/// Opens a file; what comes from standard input is kept in a nameless file, since it is read more than once.
fn open(path: &Path) -> Result<File, Error> {
    if path == Path::new("-") {
        let mut file = tempfile::tempfile().map_err(Error::Stream)?;
        io::copy(&mut io::stdin().lock(), &mut file).map_err(Error::Stream)?;
        return Ok(file);
    }
    // Opening a folder works on some systems and fails with other words on others.
    if path.is_dir() {
        return Err(Error::reading(path, io::ErrorKind::IsADirectory.into()));
    }
    File::open(path).map_err(|error| Error::reading(path, error))
}

/// The questionnaires found so far.
struct Questionnaires<'a> {
    context: &'a Context,
    given: Option<&'a str>,
    found: Vec<Rc<Questionnaire>>,
}

impl Questionnaires<'_> {
    /// The one that a file names: built in, or that of `--rubric`; that one also where the file names none.
    fn find(&mut self, id: Option<&str>) -> Result<Rc<Questionnaire>, NoRubric> {
        let known = self.found.iter().find(|found| id.is_none_or(|id| found.rubric.id == id));
        if let Some(found) = known.filter(|_| id.is_some() || self.given.is_some()) {
            return Ok(Rc::clone(found));
        }
        let loaded = match (id, self.given) {
            (Some(id), given) => inputs::Rubrics::new(given).load(id)?,
            (None, Some(given)) => rubric::load(given).map_err(NoRubric::Failed)?,
            (None, None) => {
                return Err(NoRubric::Fault(ImportFault::Missing { option: "--rubric ID|PATH" }.into()));
            }
        };
        self.context.warn(&loaded.warnings);
        let questionnaire = Rc::new(with_texts(loaded).map_err(NoRubric::Failed)?);
        self.found.push(Rc::clone(&questionnaire));
        Ok(questionnaire)
    }
}

fn with_texts(loaded: Loaded) -> Result<Questionnaire, Error> {
    let texts = loaded.languages().into_iter().map(|language| Ok(loaded.texts(language)?.0));
    let texts = texts.collect::<Result<_, Error>>()?;
    Ok(Questionnaire { rubric: loaded.rubric, texts })
}

/// What is written.
enum Target {
    /// Standard output: one sheet, or one a line.
    Output,
    /// One sheet.
    Sheet(PathBuf),
    /// One sheet a line.
    Lines(PathBuf),
    /// A file each in a folder.
    Folder(PathBuf),
}

impl Target {
    fn of(path: &Path) -> Self {
        let ends = |extension: &str| path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension));
        let file = !path.is_dir();
        match path {
            _ if path == Path::new("-") => Self::Output,
            // Devices and pipes have no extension and take no folder.
            _ if path.exists() && file && !path.is_file() => Self::Lines(path.to_owned()),
            _ if file && ends("jsonl") => Self::Lines(path.to_owned()),
            _ if file && ends("json") => Self::Sheet(path.to_owned()),
            _ => Self::Folder(path.to_owned()),
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Output => "-".to_owned(),
            Self::Sheet(path) | Self::Lines(path) | Self::Folder(path) => path.display().to_string(),
        }
    }

    /// The folder in which it will be.
    fn folder(&self) -> Option<PathBuf> {
        let (Self::Sheet(path) | Self::Lines(path) | Self::Folder(path)) = self else { return None };
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        (!path.exists() || path.is_file() || path.is_dir()).then(|| parent.to_owned())
    }

    /// Refuses what would replace answers, before anything is read.
    fn check(&self, force: bool) -> Result<(), Error> {
        let path = self.name();
        match self {
            Self::Sheet(target) | Self::Lines(target) if target.is_file() && !force => {
                Err(Error::Usage(Misuse::WouldReplace { path }))
            }
            // "-o answers.xlsx" is no wish for a folder of that name.
            Self::Folder(target) if !target.exists() => match target.extension().and_then(|found| found.to_str()) {
                Some(found) if FILES.contains(&found.to_ascii_lowercase().as_str()) => {
                    Err(Error::Usage(Misuse::NoSheetsIn { extension: found.to_owned() }))
                }
                _ => Ok(()),
            },
            Self::Folder(target) if target.is_file() => Err(Error::Usage(Misuse::AlreadyExists { path })),
            Self::Folder(target) if target.is_dir() => {
                let mut entries = std::fs::read_dir(target).map_err(|error| Error::reading(target, error))?;
                if entries.next().is_some() { Err(Error::Usage(Misuse::FolderNotEmpty { path })) } else { Ok(()) }
            }
            _ => Ok(()),
        }
    }

    fn write(&self, spool: Spool) -> Result<(), Error> {
        let count = spool.len();
        match self {
            Self::Sheet(path) => files::write(path, &single(spool)?, Privacy::Private),
            Self::Lines(path) => {
                files::write_with(path, Privacy::Private, |out| lines(spool, out, |error| Error::writing(path, error)))
            }
            Self::Folder(path) => files::write_private_folder(path, |add| {
                spool.drain(|ready| add(&format!("{}.json", ready.name), &ready.pretty()))
            }),
            Self::Output => {
                let mut out = io::stdout().lock();
                if count == 1 {
                    out.write_all(&single(spool)?).map_err(Error::output)?;
                } else {
                    lines(spool, &mut out, Error::output)?;
                }
                out.flush().map_err(Error::output)
            }
        }
    }
}

/// The only sheet.
fn single(spool: Spool) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    spool.drain(|ready: Ready| {
        bytes = ready.pretty().into_bytes();
        Ok(())
    })?;
    Ok(bytes)
}

/// The sheets, one a line.
fn lines(spool: Spool, out: &mut dyn Write, failed: impl Fn(io::Error) -> Error) -> Result<(), Error> {
    let mut out = io::BufWriter::with_capacity(256 * 1024, out);
    spool.drain(|ready| out.write_all(ready.line.as_bytes()).and_then(|()| out.write_all(b"\n")).map_err(&failed))?;
    out.flush().map_err(&failed)
}
