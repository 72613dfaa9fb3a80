//! What a workbook weighs, before anything of it is taken in: a small file can unpack to more than a computer holds.

use crate::error::{Error, WorkbookFault};
use crate::import::{Input, Job};
use std::io::{self, Read, SeekFrom};
use std::path::Path;
use zip::ZipArchive;
use zip::result::ZipError;

/// So many parts a file may have.
const PARTS: usize = 4096;
/// So large one part may be when unpacked, and so large all together, in MiB.
const PART: u64 = 64;
const ALL: u64 = 128;
const MIB: u64 = 1024 * 1024;
/// How old workbooks, and those with a password, begin.
const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Whether a file begins like a workbook of any kind.
pub fn looks_like_workbook(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(&OLE)
}

/// Checks what the file says of its parts. `false`: it is not to be read; the findings
/// say why.
///
/// # Errors
/// A file that cannot be read.
pub fn check(input: &mut Input, job: &mut Job) -> Result<bool, Error> {
    let failed = |error: io::Error| Error::reading(Path::new(input.name), error);
    let mut head = Vec::new();
    input.file.seek(SeekFrom::Start(0)).map_err(failed)?;
    (&mut *input.file).take(OLE.len() as u64).read_to_end(&mut head).map_err(failed)?;
    if head == OLE {
        job.findings.error(None, WorkbookFault::Protected);
        return Ok(false);
    }
    input.file.seek(SeekFrom::Start(0)).map_err(failed)?;
    match weigh(&mut *input.file) {
        Ok(found) => {
            if found.macros {
                job.findings.warn(None, WorkbookFault::Macros);
            }
            if found.external {
                job.findings.warn(None, WorkbookFault::ExternalLinks);
            }
            if found.comments {
                job.findings.warn(None, WorkbookFault::CommentsIgnored);
            }
            input.file.seek(SeekFrom::Start(0)).map_err(failed)?;
            Ok(true)
        }
        Err(Refused::Fault(fault)) => {
            job.findings.error(None, fault);
            Ok(false)
        }
        Err(Refused::Io(error)) => Err(failed(error)),
    }
}

/// What was found on the way.
#[derive(Default)]
struct Found {
    macros: bool,
    external: bool,
    comments: bool,
}

enum Refused {
    Fault(WorkbookFault),
    Io(io::Error),
}

impl From<ZipError> for Refused {
    fn from(error: ZipError) -> Self {
        match error {
            // A broken packing is told by an error of reading, but of one of these kinds.
            ZipError::Io(error) if !matches!(kind(&error), Kind::Data) => Self::Io(error),
            other => Self::Fault(WorkbookFault::Broken { detail: other.to_string() }),
        }
    }
}

enum Kind {
    Data,
    System,
}

fn kind(error: &io::Error) -> Kind {
    match error.kind() {
        io::ErrorKind::InvalidData
        | io::ErrorKind::InvalidInput
        | io::ErrorKind::UnexpectedEof
        | io::ErrorKind::Other => Kind::Data,
        _ => Kind::System,
    }
}

fn weigh(file: impl Read + io::Seek) -> Result<Found, Refused> {
    let fault = |fault| Err(Refused::Fault(fault));
    let mut archive = ZipArchive::new(file)?;
    let count = archive.len();
    if count > PARTS {
        return fault(WorkbookFault::TooManyParts { found: count, limit: PARTS });
    }
    let (mut found, mut all, mut workbook) = (Found::default(), 0_u64, false);
    for index in 0..count {
        let part = archive.by_index_raw(index)?;
        let name = part.name()?.to_ascii_lowercase();
        if name == "content.xml" {
            return fault(WorkbookFault::OpenDocument);
        }
        if part.size() > PART * MIB {
            let part = crate::text::shorten(&part.name()?, 80);
            return fault(WorkbookFault::PartTooLarge { part, limit_mib: PART });
        }
        all = all.saturating_add(part.size());
        workbook |= name == "[content_types].xml";
        found.macros |= name.ends_with("vbaproject.bin");
        found.external |= name.starts_with("xl/externallinks/");
        found.comments |= name.starts_with("xl/comments") || name.starts_with("xl/threadedcomments/");
    }
    if all > ALL * MIB {
        return fault(WorkbookFault::TooLarge { limit_mib: ALL });
    }
    if !workbook {
        return fault(WorkbookFault::NotAWorkbook);
    }
    // What a part says of its size need not be true; then reading it ends with an error when it is exceeded.
    Ok(found)
}
