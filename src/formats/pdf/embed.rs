//! Cuts a face down to the glyphs that a document draws.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::{
    PdfError,
    fonts::{Face, Fonts},
};

/// A face cut down, with what a PDF says about it.
pub struct Subset {
    /// The font file.
    pub bytes: Vec<u8>,
    /// `ABCDEF+Name`: six letters that depend on the content, as PDF asks for.
    pub name: String,
    /// Character to glyph of the new file.
    pub glyphs: BTreeMap<u32, u16>,
    /// Glyph of the new file to width.
    pub widths: BTreeMap<u16, u16>,
    /// Units in one em.
    pub units: u16,
    /// Ascender and descender.
    pub ends: [i16; 2],
    /// Left, lower, right and upper edge of all glyphs.
    pub edges: [i16; 4],
    /// Slant in degrees, negative for italics.
    pub slant: f32,
    /// Weight, 400 for regular.
    pub weight: u16,
}

/// The face with only the glyphs used so far; `None` if there are none.
pub fn subset(face: Face, fonts: &Fonts) -> Result<Option<Subset>, PdfError> {
    let mut glyphs = fonts.used(face);
    if glyphs.is_empty() {
        return Ok(None);
    }
    let broken = || PdfError::Font(face.name());
    let mut remapper = GlyphRemapper::new();
    glyphs.values_mut().for_each(|id| *id = remapper.remap(*id));
    let bytes = subsetter::subset(face.bytes(), 0, &remapper).map_err(|_| broken())?;
    let parsed = rustybuzz::ttf_parser::Face::parse(face.bytes(), 0).map_err(|_| broken())?;
    let mut widths = BTreeMap::new();
    for (new, old) in remapper.remapped_gids().enumerate() {
        let width = parsed.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(old)).unwrap_or(0);
        widths.insert(u16::try_from(new).unwrap_or(u16::MAX), width);
    }
    let digest = Sha256::digest(&bytes);
    let letters: String = digest.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
    let edges = parsed.global_bounding_box();
    Ok(Some(Subset {
        name: format!("{letters}+{}", face.name()),
        bytes,
        glyphs,
        widths,
        units: parsed.units_per_em(),
        ends: [parsed.ascender(), parsed.descender()],
        edges: [edges.x_min, edges.y_min, edges.x_max, edges.y_max],
        slant: parsed.italic_angle(),
        weight: parsed.weight().to_number(),
    }))
}
