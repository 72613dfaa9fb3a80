//! Runs the program in a folder of its own, with nothing of the user's environment.

use serde_json::{Value, json};
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Variables that change what the program says, beside those that begin with `COPROD_` and `LC_`.
const SCRUBBED: [&str; 7] =
    ["ACCESSIBLE", "NO_COLOR", "CLICOLOR_FORCE", "LANG", "LANGUAGE", "TERM", "SOURCE_DATE_EPOCH"];

/// A folder for one test's files, gone after it.
pub struct Place {
    folder: TempDir,
}

impl Place {
    /// An empty folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A file's path in the folder.
    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    /// Writes a sheet.
    pub fn sheet(&self, name: &str, sheet: &Value) -> &Self {
        self.write(name, sheet.to_string())
    }

    /// A file's text.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names in the folder, sorted.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// A run of the program in the folder.
    pub fn coprod<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Coprod {
        Coprod::new(self.folder.path(), args)
    }

    /// `coprod report FILE`, the most frequent of all.
    pub fn report(&self, file: &str) -> Done {
        self.coprod(["report", file]).run()
    }
}

/// A run that is being prepared.
pub struct Coprod {
    command: Command,
    stdin: Option<Vec<u8>>,
    stdout: Stdio,
}

impl Coprod {
    /// A run in a folder. In English, unless [`Coprod::env`] says otherwise.
    pub fn new<S: AsRef<OsStr>>(folder: &Path, args: impl IntoIterator<Item = S>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_coprod"));
        scrub(&mut command);
        command.current_dir(folder).args(args);
        Self { command, stdin: None, stdout: Stdio::piped() }
    }

    /// Sets a variable of the environment.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// What is on standard input; nothing, unless this is called.
    pub fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.stdin = Some(bytes.into());
        self
    }

    /// Sends standard output somewhere else.
    pub fn stdout(mut self, to: impl Into<Stdio>) -> Self {
        self.stdout = to.into();
        self
    }

    /// Runs the program to its end.
    pub fn run(mut self) -> Done {
        self.command.stdin(if self.stdin.is_some() { Stdio::piped() } else { Stdio::null() });
        self.command.stdout(self.stdout).stderr(Stdio::piped());
        let mut child = self.command.spawn().unwrap();
        let pipe = child.stdin.take();
        let feed = std::thread::spawn(move || {
            // A program that has read enough closes its end, which is its right.
            if let (Some(mut pipe), Some(input)) = (pipe, self.stdin) {
                let _ = pipe.write_all(&input);
            }
        });
        let output = child.wait_with_output().unwrap();
        feed.join().unwrap();
        let stderr = String::from_utf8(output.stderr).expect("messages are UTF-8");
        assert!(!stderr.contains("panicked"), "{stderr}");
        assert_eq!(harmful(&stderr), None, "{stderr:?}");
        Done { code: output.status.code().expect("no signal ended it"), stdout: output.stdout, stderr }
    }
}

/// Removes what a user may have set: it must not decide whether a test passes.
fn scrub(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("COPROD_") || text.starts_with("LC_") || SCRUBBED.contains(&text.as_ref()) {
            command.env_remove(&name);
        }
    }
    command.env("COPROD_LANG", "en");
}

/// What a run left behind.
pub struct Done {
    /// The exit code.
    pub code: i32,
    /// What went to standard output.
    pub stdout: Vec<u8>,
    /// What went to standard error.
    pub stderr: String,
}

impl Done {
    /// The run was a success.
    pub fn ok(self) -> Self {
        assert_eq!(self.code, 0, "{}", self.stderr);
        self
    }

    /// The run ended with this code and wrote nothing but messages, of which one at least is an error and contains
    /// all of `words`.
    pub fn fails(self, code: i32, words: &[&str]) -> Self {
        assert_eq!(self.code, code, "{}", self.stderr);
        assert!(self.stdout.is_empty(), "{}", String::from_utf8_lossy(&self.stdout));
        // A command line that cannot be used is shown how it is used.
        let starts: &[&str] =
            if code == 2 { &["error: ", "warning: ", "Usage: ", "Help: "] } else { &["error: ", "warning: "] };
        for line in self.stderr.lines() {
            assert!(starts.iter().any(|word| line.starts_with(word)), "{}", self.stderr);
        }
        self.says("error: ", words)
    }

    /// One of the messages begins with `start` and contains all of `words`.
    pub fn says(self, start: &str, words: &[&str]) -> Self {
        let fits = |line: &&str| line.starts_with(start) && words.iter().all(|word| line.contains(word));
        assert!(self.stderr.lines().any(|line| fits(&line)), "{start}{words:?} is not in:\n{}", self.stderr);
        self
    }

    /// Nothing was said.
    pub fn silent(self) -> Self {
        assert_eq!(self.stderr, "");
        self
    }

    /// Standard output as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.stdout).expect("the output is UTF-8")
    }

    /// Standard output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.stdout).expect("the output is JSON")
    }
}

/// The first character that a terminal would obey or that would hide or reorder text; line ends are none.
pub fn harmful(text: &str) -> Option<char> {
    // CSV ends its lines with both, by its standard.
    text.replace("\r\n", "\n").chars().find(|&c| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    })
}

/// A sheet of the quick check with these answers.
pub fn quick(answers: Value) -> Value {
    json!({
        "format": "coprod/answers/1",
        "rubric": {"id": "co-production-quick", "version": "1.0.0"},
        "organisation": {"name": "Example Ltd"},
        "date": "2026-03-14",
        "answers": answers,
    })
}

/// A sheet of the quick check with one answer more or less, from this perspective.
pub fn voice(perspective: &str) -> Value {
    with(quick(json!({"equ1a": "largely"})), "perspective", json!(perspective))
}

/// A sheet with a key set.
pub fn with(mut sheet: Value, key: &str, value: Value) -> Value {
    sheet[key] = value;
    sheet
}

/// The structure of a built-in rubric, as its file says.
pub fn rubric(id: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rubrics").join(id).join("rubric.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The example sheets: name without extension, and path.
pub fn examples() -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut found: Vec<(String, PathBuf)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), path))
        .collect();
    found.sort();
    assert!(found.len() >= 4, "four examples at least");
    found
}

/// The example folders of many voices: name and path.
pub fn example_folders() -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut found: Vec<(String, PathBuf)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("assessment.json").is_file())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), path))
        .collect();
    found.sort();
    assert!(found.len() >= 3, "three folders at least");
    found
}

/// Whether generated files shall be rewritten instead of compared.
pub fn blessing() -> bool {
    std::env::var_os("COPROD_BLESS").is_some_and(|value| value == "1")
}
