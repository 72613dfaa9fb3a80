//! The picture at the top right of the first page.

use super::{
    PdfError,
    blocks::{Builder, Place},
    page::{Ink, Role},
    pager::{Item, Piece},
};
use crate::report::{document::Picture, picture};

/// The picture is at most this wide and tall, in points.
const LARGEST: [f32; 2] = [150.0, 60.0];
/// A pixel is at most this large: 96 in an inch; what is small is not blown up.
const LARGEST_PIXEL: f32 = 0.75;
/// More pixels in a point (600 in an inch) only make the file larger.
const MOST_IN_A_POINT: f32 = 600.0 / 72.0;

/// A picture ready to be drawn, with its size on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Logo {
    /// Its pixels.
    pub bitmap: picture::Bitmap,
    /// Width and height in points.
    pub size: [f32; 2],
}

/// Reads the picture and decides how large it becomes.
pub fn read(picture: &Picture) -> Result<Logo, PdfError> {
    let bitmap = picture::decode(&picture.png).map_err(PdfError::Picture)?;
    let pixels = [bitmap.width as f32, bitmap.height as f32];
    let scale = (LARGEST[0] / pixels[0]).min(LARGEST[1] / pixels[1]).min(LARGEST_PIXEL);
    // A hair line of a picture still needs an area that readers can find.
    let size = pixels.map(|pixels| ((pixels * scale * 100.0).round() / 100.0).max(1.0));
    let factor = (1.0 / scale / MOST_IN_A_POINT).floor().max(1.0);
    Ok(Logo { bitmap: bitmap.shrunk(factor as u32), size })
}

impl Builder<'_> {
    /// Puts the picture above everything else.
    pub fn logo(&mut self, logo: Logo, alt: &str, place: Place) {
        let [width, height] = logo.size;
        let x = place.x + place.width - width;
        // Without words it would be a picture that nobody can explain: mere decoration.
        let alt = Some(alt.trim()).filter(|alt| !alt.is_empty());
        let node = alt.map(|alt| self.node(place, Role::Figure { alt: alt.to_owned(), area: [0.0; 4] }));
        let ink = Ink::Logo { x, y: 0.0, width, height };
        let mut piece = Piece { height, keep: true, ..Piece::default() };
        piece.items.push(Item::Ink { node, actual: None, ink });
        if let Some(node) = node {
            piece.items.push(Item::Figure { node, edges: [x, 0.0, x + width, height] });
        }
        self.pager.layout.logo = Some(logo.bitmap);
        self.push(piece, place, height);
    }
}
