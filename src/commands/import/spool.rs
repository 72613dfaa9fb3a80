//! Sheets on their way out: kept on disk until all are known, so that pseudonyms can be given in an order that tells
//! nothing about who answered when, however many there are.

use crate::error::{Error, Fault, Problem};
use crate::import::{Imported, save};
use crate::model::Sheet;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// The fewest digits of a pseudonym's number.
const DIGITS: usize = 3;

/// Where a sheet stands in the temporary file.
#[derive(Debug, Clone, Copy)]
struct Kept {
    offset: u64,
    length: u32,
    /// Where `respondent` belongs in it.
    at: u32,
}

/// A sheet, ready to be written.
#[derive(Debug)]
pub struct Ready {
    /// The name of its file, without the extension.
    pub name: String,
    /// The sheet on one line.
    pub line: String,
}

impl Ready {
    /// The sheet in the form in which one is written to a file of its own.
    pub fn pretty(&self) -> String {
        let value: Value = serde_json::from_str(&self.line).unwrap_or_default();
        let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// The sheets that have been read so far.
#[derive(Debug)]
pub struct Spool {
    file: BufWriter<File>,
    length: u64,
    seed: String,
    prefix: String,
    new_pseudonyms: bool,
    /// Joint sheets and those with a pseudonym of their own, in the order of the files: name, pseudonym.
    named: Vec<(String, Option<String>, Kept)>,
    /// File names in use, in small letters, since some systems take no other difference.
    names: BTreeSet<String>,
    /// Each with the file that it came from.
    respondents: BTreeMap<String, String>,
    /// One person's sheets without a pseudonym: what decides their order, and where they are.
    persons: Vec<([u8; 16], Kept)>,
}

impl Spool {
    /// An empty one, its file in `folder`: it needs the space that the sheets will need there.
    ///
    /// # Errors
    /// A folder in which no file can be written.
    pub fn new(folder: Option<&Path>, seed: &str, prefix: &str, new_pseudonyms: bool) -> Result<Self, Error> {
        // The file has no name, is its owner's alone and goes with the program, however it ends.
        let file = match folder {
            Some(folder) => tempfile::tempfile_in(folder).map_err(|error| Error::writing(folder, error))?,
            None => tempfile::tempfile().map_err(Error::Stream)?,
        };
        Ok(Self {
            file: BufWriter::with_capacity(256 * 1024, file),
            length: 0,
            seed: seed.to_owned(),
            prefix: prefix.to_owned(),
            new_pseudonyms,
            named: Vec::new(),
            names: BTreeSet::new(),
            respondents: BTreeMap::new(),
            persons: Vec::new(),
        })
    }

    /// How many sheets there are.
    pub fn len(&self) -> usize {
        self.named.len() + self.persons.len()
    }

    /// Takes a sheet. A problem: its pseudonym is another's already.
    ///
    /// # Errors
    /// A disk that is full.
    pub fn take(&mut self, imported: &Imported) -> Result<Option<Problem>, Error> {
        let Imported { sheet, rubric, person } = *imported;
        let (line, at) = save::to_line(sheet, rubric);
        self.file.write_all(line.as_bytes()).map_err(Error::Stream)?;
        let narrow = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let kept = Kept { offset: self.length, length: narrow(line.len()), at: narrow(at) };
        self.length += line.len() as u64;
        if person || (self.new_pseudonyms && sheet.respondent.is_some()) {
            // What is hashed is what is kept: the same answers give the same order, whatever file they came in.
            let digest =
                Sha256::new().chain_update(self.seed.as_bytes()).chain_update([0]).chain_update(&line).finalize();
            let mut key = [0; 16];
            key.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
            self.persons.push((key, kept));
            return Ok(None);
        }
        if let Some(respondent) = &sheet.respondent
            && let Some(first) = self.respondents.insert(respondent.clone(), sheet.origin.clone())
        {
            let fault = Fault::SameRespondentTwice { respondent: respondent.clone(), first };
            return Ok(Some(Problem::whole(&sheet.origin, fault)));
        }
        let name = self.free_name(sheet);
        self.named.push((name, sheet.respondent.clone(), kept));
        Ok(None)
    }

    /// A file name that no other sheet has: the pseudonym, else the name of the file that it came from.
    fn free_name(&mut self, sheet: &Sheet) -> String {
        let base = match &sheet.respondent {
            Some(respondent) => file_name(respondent),
            None => file_name(Path::new(&sheet.origin).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()),
        };
        let with_perspective = sheet.perspective.as_ref().map(|perspective| format!("{base}-{perspective}"));
        let numbered = (2..).map(|number: usize| format!("{base}-{number}"));
        let mut candidates = std::iter::once(base.clone()).chain(with_perspective).chain(numbered);
        let free = candidates.find(|name| !self.names.contains(&name.to_lowercase())).unwrap_or(base);
        self.names.insert(free.to_lowercase());
        free
    }

    /// Gives the sheets one after the other: first those with a name, then the persons under their new pseudonyms.
    ///
    /// # Errors
    /// The temporary file cannot be read, or an error of `each`.
    pub fn drain(mut self, mut each: impl FnMut(Ready) -> Result<(), Error>) -> Result<(), Error> {
        self.file.flush().map_err(Error::Stream)?;
        let mut file = self.file.into_inner().map_err(|error| Error::Stream(error.into_error()))?;
        for (name, respondent, kept) in self.named {
            each(Ready { name, line: line(&mut file, kept, respondent.as_deref())? })?;
        }
        self.persons.sort_unstable_by_key(|(key, kept)| (*key, kept.offset));
        let digits = self.persons.len().to_string().len().max(DIGITS);
        let free = |pseudonym: &String| {
            !self.respondents.contains_key(pseudonym) && !self.names.contains(&file_name(pseudonym).to_lowercase())
        };
        let mut pseudonyms = (1..).map(|number: usize| format!("{}{number:0digits$}", self.prefix)).filter(free);
        for (_, kept) in &self.persons {
            let Some(pseudonym) = pseudonyms.next() else { break };
            each(Ready { line: line(&mut file, *kept, Some(&pseudonym))?, name: file_name(&pseudonym) })?;
        }
        Ok(())
    }
}

/// A sheet from the temporary file, with its pseudonym.
fn line(file: &mut File, kept: Kept, respondent: Option<&str>) -> Result<String, Error> {
    let mut line = vec![0; kept.length as usize];
    file.seek(SeekFrom::Start(kept.offset)).and_then(|_| file.read_exact(&mut line)).map_err(Error::Stream)?;
    let mut line = String::from_utf8(line).unwrap_or_default();
    if let Some(respondent) = respondent {
        line.insert_str(kept.at as usize, &format!("\"respondent\":{},", Value::from(respondent)));
    }
    Ok(line)
}

/// A name that every system takes as that of a file.
fn file_name(text: &str) -> String {
    const LONGEST: usize = 60;
    const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' };
    let name: String = text.chars().take(LONGEST).map(plain).collect();
    let name = name.trim_matches('-');
    let lower = name.to_lowercase();
    let reserved = RESERVED.iter().any(|word| lower.strip_prefix(word).is_some_and(|rest| rest.len() <= 1));
    if name.is_empty() || reserved { format!("sheet-{name}").trim_end_matches('-').to_owned() } else { name.to_owned() }
}
