//! The embedded faces: which characters they cover, shaping with kerning, and widths.

use std::{
    cell::{OnceCell, RefCell},
    collections::{BTreeMap, HashMap},
    rc::Rc,
    sync::OnceLock,
};

use rustybuzz::{Direction, Feature, Script, ShapePlan, UnicodeBuffer, script, ttf_parser::GlyphId, ttf_parser::Tag};

use super::PdfError;
use crate::packed::{packed, unpack};

/// Words longer than this are not remembered: they hardly come again.
const LONGEST_REMEMBERED: usize = 48;
/// More words than this are not remembered, so that a huge text does not fill the memory.
const MOST_REMEMBERED: usize = 20_000;

/// The font files, once they were needed.
static FILES: [OnceLock<Vec<u8>>; 5] = [const { OnceLock::new() }; 5];

/// A face that can be embedded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Running text.
    Regular,
    /// Headings and important words.
    Bold,
    /// Words in another language.
    Italic,
    /// Greek, Cyrillic and symbols.
    Fallback,
    /// Greek, Cyrillic and symbols in headings and important words.
    FallbackBold,
}

impl Face {
    /// Every face.
    pub const ALL: [Self; 5] = [Self::Regular, Self::Bold, Self::Italic, Self::Fallback, Self::FallbackBold];

    /// The PostScript name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "AtkinsonHyperlegibleNext-Regular",
            Self::Bold => "AtkinsonHyperlegibleNext-Bold",
            Self::Italic => "AtkinsonHyperlegibleNext-Italic",
            Self::Fallback => "CoprodFallbackSans-Regular",
            Self::FallbackBold => "CoprodFallbackSans-Bold",
        }
    }

    /// The whole font file; empty if the program is damaged.
    pub fn bytes(self) -> &'static [u8] {
        let (file, packed): (&OnceLock<Vec<u8>>, &[u8]) = match self {
            Self::Regular => (&FILES[0], packed!("AtkinsonHyperlegibleNext_400Regular.ttf")),
            Self::Bold => (&FILES[1], packed!("AtkinsonHyperlegibleNext_700Bold.ttf")),
            Self::Italic => (&FILES[2], packed!("AtkinsonHyperlegibleNext_400Regular_Italic.ttf")),
            Self::Fallback => (&FILES[3], packed!("CoprodFallbackSans_400Regular.ttf")),
            Self::FallbackBold => (&FILES[4], packed!("CoprodFallbackSans_700Bold.ttf")),
        };
        file.get_or_init(|| unpack(packed).unwrap_or_default())
    }

    /// The face that steps in for characters this one lacks.
    fn fallback(self) -> Self {
        if matches!(self, Self::Bold | Self::FallbackBold) { Self::FallbackBold } else { Self::Fallback }
    }
}

/// One drawn glyph; lengths are thousandths of the font size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// The character that stands for the glyph in its face, also when text is copied out of the file.
    pub code: char,
    /// The face it is drawn with.
    pub face: Face,
    /// How far the pen moves, with kerning.
    pub advance: f32,
    /// How far the pen must be set back after the glyph's own width, so that it moved by `advance`.
    pub shift: f32,
    /// Where its characters start in the shaped text, in bytes.
    pub start: usize,
}

/// A face with what has been drawn with it.
struct Loaded {
    shaper: rustybuzz::Face<'static>,
    plans: [OnceCell<ShapePlan>; 3],
    words: RefCell<HashMap<Box<str>, Rc<[Glyph]>>>,
    codes: RefCell<HashMap<u16, char>>,
    /// Glyph to character for glyphs that shaping composed of several characters.
    composed: OnceCell<HashMap<u16, char>>,
}

/// Every face, ready to shape.
pub struct Fonts {
    faces: [Loaded; 5],
}

/// What is printed for a character, and its width where the face's own would be wrong.
fn printed(c: char) -> (char, Option<f32>) {
    match c {
        '\u{2010}' | '\u{2011}' => ('-', None),
        '\u{A0}' | '\u{2007}' => (' ', None),
        '\u{202F}' | '\u{2009}' | '\u{2006}' => (' ', Some(140.0)),
        '\u{200A}' => (' ', Some(80.0)),
        '\u{2008}' | '\u{205F}' | '\u{2005}' => (' ', Some(220.0)),
        '\u{2004}' => (' ', Some(333.0)),
        '\u{2000}' | '\u{2002}' => (' ', Some(500.0)),
        '\u{2001}' | '\u{2003}' | '\u{3000}' => (' ', Some(1000.0)),
        _ => (c, None),
    }
}

/// The scripts for which a face is asked separately, as its kerning may be kept apart by script.
fn script_of(c: char) -> (usize, Script) {
    match c {
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => (1, script::GREEK),
        '\u{400}'..='\u{52F}' => (2, script::CYRILLIC),
        _ => (0, script::LATIN),
    }
}

impl Fonts {
    /// Reads the embedded faces.
    pub fn new() -> Result<Self, PdfError> {
        let load = |face: Face| {
            let shaper = rustybuzz::Face::from_slice(face.bytes(), 0).ok_or(PdfError::Font(face.name()))?;
            let plans = [const { OnceCell::new() }; 3];
            let (words, codes, composed) = (RefCell::default(), RefCell::default(), OnceCell::new());
            Ok(Loaded { shaper, plans, words, codes, composed })
        };
        let [a, b, c, d, e] = Face::ALL;
        Ok(Self { faces: [load(a)?, load(b)?, load(c)?, load(d)?, load(e)?] })
    }

    /// The loaded face; the array has one entry a face.
    fn get(&self, face: Face) -> &Loaded {
        let [regular, bold, italic, fallback, fallback_bold] = &self.faces;
        match face {
            Face::Regular => regular,
            Face::Bold => bold,
            Face::Italic => italic,
            Face::Fallback => fallback,
            Face::FallbackBold => fallback_bold,
        }
    }

    /// Whether a character can be printed, with the face or the one that steps in.
    pub fn covers(&self, face: Face, c: char) -> bool {
        matches!(c, ' '..='~') || self.face_for(face, printed(c).0).is_some()
    }

    /// The face that has the character.
    fn face_for(&self, face: Face, c: char) -> Option<Face> {
        [face, face.fallback()].into_iter().find(|face| self.get(*face).shaper.glyph_index(c).is_some())
    }

    /// Shapes a short text without line breaks. Characters that no face covers are left out.
    pub fn shape(&self, face: Face, text: &str) -> Rc<[Glyph]> {
        let words = &self.get(face).words;
        if let Some(known) = words.borrow().get(text) {
            return Rc::clone(known);
        }
        let shaped: Rc<[Glyph]> = self.shape_new(face, text).into();
        if text.len() <= LONGEST_REMEMBERED {
            let mut words = words.borrow_mut();
            if words.len() >= MOST_REMEMBERED {
                words.clear();
            }
            words.insert(text.into(), Rc::clone(&shaped));
        }
        shaped
    }

    /// Shapes a text run by run: a run is what one face and one script can draw.
    fn shape_new(&self, face: Face, text: &str) -> Vec<Glyph> {
        let mut out = Vec::with_capacity(text.len());
        let mut run = UnicodeBuffer::new();
        let mut kind: Option<(Face, usize, Script)> = None;
        for (start, original) in text.char_indices() {
            let c = printed(original).0;
            let Some(chosen) = self.face_for(face, c) else { continue };
            let (plan, script) = script_of(c);
            let next = (chosen, plan, script);
            if let Some(last) = kind
                && last != next
            {
                self.shape_run(last, std::mem::replace(&mut run, UnicodeBuffer::new()), text, &mut out);
            }
            kind = Some(next);
            run.add(c, u32::try_from(start).unwrap_or(u32::MAX));
        }
        if let Some(last) = kind {
            self.shape_run(last, run, text, &mut out);
        }
        out
    }

    /// Shapes one run and puts its glyphs behind those in `out`.
    fn shape_run(&self, kind: (Face, usize, Script), mut run: UnicodeBuffer, text: &str, out: &mut Vec<Glyph>) {
        let (face, plan, script) = kind;
        let loaded = self.get(face);
        run.set_direction(Direction::LeftToRight);
        run.set_script(script);
        let make = || {
            // One glyph a character keeps copied text exact, so ligatures are off.
            let off = [b"liga", b"clig", b"calt"].map(|tag| Feature::new(Tag::from_bytes(tag), 0, ..));
            ShapePlan::new(&loaded.shaper, Direction::LeftToRight, Some(script), None, &off)
        };
        let Some(plan) = loaded.plans.get(plan).map(|plan| plan.get_or_init(make)) else { return };
        let shaped = rustybuzz::shape_with_plan(&loaded.shaper, plan, run);
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let Ok(id) = u16::try_from(info.glyph_id) else { continue };
            if id == 0 {
                continue;
            }
            let start = info.cluster as usize;
            let original = text.get(start..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            let (c, width) = printed(original);
            let own = f32::from(loaded.shaper.glyph_hor_advance(GlyphId(id)).unwrap_or(0));
            let advance = width.unwrap_or(position.x_advance as f32);
            let offset = position.x_offset as f32;
            if offset != 0.0
                && let Some(last) = out.last_mut()
            {
                last.shift -= offset;
            }
            let code = loaded.code(id, c);
            out.push(Glyph { code, face, advance, shift: own - advance + offset, start });
        }
    }

    /// Width of a text in thousandths of the font size.
    pub fn width(&self, face: Face, text: &str) -> f32 {
        // Word by word, because words are remembered.
        text.split_inclusive(' ').map(|word| advance(&self.shape(face, word))).sum()
    }

    /// The characters drawn with a face so far, and their glyphs.
    pub fn used(&self, face: Face) -> BTreeMap<u32, u16> {
        let mut used = BTreeMap::new();
        used.extend(self.get(face).codes.borrow().iter().map(|(id, code)| (u32::from(*code), *id)));
        used
    }
}

/// Sum of the glyphs' advances.
pub fn advance(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

impl Loaded {
    /// The character that stands for a glyph: `c` if the face draws it with this glyph.
    fn code(&self, id: u16, c: char) -> char {
        if let Some(code) = self.codes.borrow().get(&id) {
            return *code;
        }
        let direct = self.shaper.glyph_index(c).is_some_and(|glyph| glyph.0 == id);
        let code = if direct { c } else { self.composed_char(id) };
        self.codes.borrow_mut().insert(id, code);
        code
    }

    /// The character a face's table names for a glyph; else one of the private use area.
    fn composed_char(&self, id: u16) -> char {
        let table = self.composed.get_or_init(|| {
            let mut chars = HashMap::new();
            for subtable in self.shaper.tables().cmap.iter().flat_map(|cmap| cmap.subtables) {
                if subtable.is_unicode() {
                    subtable.codepoints(|point| {
                        if let (Some(c), Some(glyph)) = (char::from_u32(point), subtable.glyph_index(point)) {
                            chars.entry(glyph.0).or_insert(c);
                        }
                    });
                }
            }
            chars
        });
        let private = || char::from_u32(0xF0000 + u32::from(id)).unwrap_or('\u{FFFD}');
        table.get(&id).copied().unwrap_or_else(private)
    }
}
