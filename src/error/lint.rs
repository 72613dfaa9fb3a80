//! What a readable rubric could do better: its coverage, its translations, its language.

/// A finding of `rubric lint` beyond the rubric's form.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The sentences in `text/en/lint.rs` say what each one means.
pub enum Lint {
    // Structure
    CoverageMin { rule: String, found: u64, min: u64 },
    CoverageMax { rule: String, found: u64, max: u64 },
    CellNotAsked { perspective: String, principle: String, level: String },
    MustSay { missing: &'static str },
    UnknownSource { reference: String, meant: Option<String> },
    // Languages beside each other
    MissingTranslation { key: &'static str, language: String },
    FewerItems { key: &'static str, found: usize, language: String, there: usize },
    // Characters of any text
    ControlCharacter { code: u32 },
    BidiMark { code: u32 },
    ZeroWidth { code: u32 },
    Markup { found: String },
    // Language
    LongSentence { words: usize, most: usize, start: String },
    Abbreviation { word: String },
    PercentSign { word: String },
    Bracket { word: String },
    GenderStar { word: String },
    TwoQuestions { word: String },
    DoubleNegation { word: String },
    Compound { word: String },
    Mediopoint { word: String },
    Clause { word: String },
    Passive { word: String },
    Genitive { word: String },
    Subjunctive { word: String },
    Readability { measure: Measure, easy: bool, found: f64, wanted: u32 },
    // Exceptions
    UnusedException { code: String },
}

/// A measure of how hard a whole text is to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Flesch for English, Flesch-Amstad for German: higher is easier.
    Flesch,
    /// LIX: lower is easier.
    Lix,
}

/// How hard the easy or the plain texts of a language are to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Readability {
    /// The language's tag.
    pub language: String,
    /// The easy texts, or the plain ones.
    pub easy: bool,
    /// How many words were counted.
    pub words: usize,
    /// Flesch or Flesch-Amstad: higher is easier.
    pub flesch: f64,
    /// LIX: lower is easier.
    pub lix: f64,
}

impl Readability {
    /// The least Flesch and the highest LIX that are wanted.
    pub fn wanted(&self) -> (u32, u32) {
        if self.easy { (70, 35) } else { (50, 50) }
    }

    /// What misses its mark.
    pub fn findings(&self) -> impl Iterator<Item = Lint> {
        let (flesch, lix) = self.wanted();
        let easy = self.easy;
        let low = (self.flesch < f64::from(flesch)).then_some(Lint::Readability {
            measure: Measure::Flesch,
            easy,
            found: self.flesch,
            wanted: flesch,
        });
        let high = (self.lix > f64::from(lix)).then_some(Lint::Readability {
            measure: Measure::Lix,
            easy,
            found: self.lix,
            wanted: lix,
        });
        low.into_iter().chain(high)
    }
}

impl Lint {
    /// A stable name for scripts and exceptions.
    pub fn code(&self) -> &'static str {
        match self {
            Self::CoverageMin { .. } | Self::CoverageMax { .. } => "coverage",
            Self::CellNotAsked { .. } => "cell-not-asked",
            Self::MustSay { .. } => "must-say",
            Self::UnknownSource { .. } => "unknown-source",
            Self::MissingTranslation { .. } | Self::FewerItems { .. } => "missing-translation",
            Self::ControlCharacter { .. } => "control-character",
            Self::BidiMark { .. } => "bidi-mark",
            Self::ZeroWidth { .. } => "zero-width",
            Self::Markup { .. } => "markup",
            Self::LongSentence { .. } => "long-sentence",
            Self::Abbreviation { .. } => "abbreviation",
            Self::PercentSign { .. } => "percent-sign",
            Self::Bracket { .. } => "bracket",
            Self::GenderStar { .. } => "gender-star",
            Self::TwoQuestions { .. } => "two-questions",
            Self::DoubleNegation { .. } => "double-negation",
            Self::Compound { .. } => "compound",
            Self::Mediopoint { .. } => "mediopoint",
            Self::Clause { .. } => "clause",
            Self::Passive { .. } => "passive",
            Self::Genitive { .. } => "genitive",
            Self::Subjunctive { .. } => "subjunctive",
            Self::Readability { .. } => "readability",
            Self::UnusedException { .. } => "unused-exception",
        }
    }

    /// All codes that an exception can name.
    pub const CODES: [&'static str; 22] = [
        "coverage",
        "cell-not-asked",
        "unknown-source",
        "missing-translation",
        "control-character",
        "bidi-mark",
        "zero-width",
        "markup",
        "long-sentence",
        "abbreviation",
        "percent-sign",
        "bracket",
        "gender-star",
        "two-questions",
        "double-negation",
        "compound",
        "mediopoint",
        "clause",
        "passive",
        "genitive",
        "subjunctive",
        "readability",
    ];

    /// The word that an exception can name.
    pub fn word(&self) -> Option<&str> {
        match self {
            Self::CoverageMin { rule: word, .. }
            | Self::CoverageMax { rule: word, .. }
            | Self::UnknownSource { reference: word, .. }
            | Self::Markup { found: word }
            | Self::Abbreviation { word }
            | Self::PercentSign { word }
            | Self::Bracket { word }
            | Self::GenderStar { word }
            | Self::TwoQuestions { word }
            | Self::DoubleNegation { word }
            | Self::Compound { word }
            | Self::Mediopoint { word }
            | Self::Clause { word }
            | Self::Passive { word }
            | Self::Genitive { word }
            | Self::Subjunctive { word } => Some(word),
            _ => None,
        }
    }
}
