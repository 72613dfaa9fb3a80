//! What `--verbose` says of the work.

/// Why a language was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LanguageFrom {
    /// `--lang`.
    Option,
    /// `COPROD_LANG`.
    Variable,
    /// The system's setting, or English where it says nothing that the program speaks.
    System,
}

/// What `--verbose` says of the work, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct VerboseWords {
    pub language: fn(&str, LanguageFrom) -> String,
    pub rubric_built_in: fn(&str, &str) -> String,
    pub rubric_from: fn(&str, &str, &str) -> String,
    pub read: fn(&str, usize) -> String,
    pub sheet: fn(&str, Option<&str>, usize, usize) -> String,
    pub sheets: fn(usize) -> String,
    pub texts: fn(&str) -> String,
    pub saving: fn(&str) -> String,
    pub writing: fn(&str, usize) -> String,
    pub printing: fn(usize) -> String,
}
