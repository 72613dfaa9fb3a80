//! Where pages end: decided from heights alone, so that it can be tried out before anything is drawn.

use super::{
    pager::Piece,
    style::{BOTTOM, TOP},
};

/// Pieces that merely should stay together are parted where more of the page than this would stay empty.
const EMPTIEST: f32 = (BOTTOM - TOP) * 0.25;
/// A section's last page with less on it than this is better spared.
const BAREST: f32 = (BOTTOM - TOP) * 0.3;
/// What is tried to spare it, gentlest first.
const TIGHTER: [Manner; 6] = [
    Manner { gaps: 1.0, emptiest: 0.0 },
    Manner { gaps: 0.92, emptiest: EMPTIEST },
    Manner { gaps: 0.92, emptiest: 0.0 },
    Manner { gaps: 0.84, emptiest: 0.0 },
    Manner { gaps: 0.76, emptiest: 0.0 },
    Manner { gaps: 0.68, emptiest: 0.0 },
];

/// How closely a section is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Manner {
    /// Share of the gaps that is kept, 1 for all.
    gaps: f32,
    /// What should stay together is parted where more of the page than this would stay empty.
    emptiest: f32,
}

impl Default for Manner {
    fn default() -> Self {
        Self { gaps: 1.0, emptiest: EMPTIEST }
    }
}

/// The place that has been reached.
#[derive(Debug, Clone, Copy)]
pub struct Pen {
    /// Lower edge of the last piece.
    pub y: f32,
    /// Whether anything stands on the page.
    pub started: bool,
    /// How closely the section is set.
    pub manner: Manner,
    /// Lower edge of the page's text area.
    pub bottom: f32,
    /// How many pages were ended.
    ended: usize,
}

impl Default for Pen {
    fn default() -> Self {
        Self::new(1.0)
    }
}

impl Pen {
    /// At the top of a page that holds `scale` times less than usual.
    pub fn new(scale: f32) -> Self {
        let bottom = TOP + (BOTTOM - TOP) / scale;
        Self { y: TOP, started: false, manner: Manner::default(), bottom, ended: 0 }
    }

    /// The next page.
    pub fn turn(&mut self) {
        *self = Self { y: TOP, started: false, ended: self.ended + 1, ..*self };
    }

    /// Moves past a piece and returns its upper edge; the header row repeated at a page's top has to be counted before.
    pub fn pass(&mut self, piece: &Piece) -> f32 {
        let top = self.y + if self.started { piece.gap * self.manner.gaps } else { 0.0 };
        self.started = true;
        self.y = top + piece.height;
        top
    }

    /// Moves past a group that belongs together, and says before which of its pieces a page ends.
    pub fn cuts(&mut self, group: &[Piece]) -> Vec<bool> {
        let mut out = Vec::with_capacity(group.len());
        let [height, alone] = self.heights(group);
        let fits = self.y + height <= self.bottom;
        let lavish = self.bottom - self.y > self.manner.emptiest || alone > self.bottom - TOP;
        if self.started && !fits && lavish {
            // Better a table in two parts than a page that stays half empty.
            group.chunk_by(|piece, _| piece.keep).for_each(|part| self.part(part, &mut out));
        } else {
            self.part(group, &mut out);
        }
        out
    }

    /// The height of a group here, and at the top of a page of its own.
    fn heights(&self, group: &[Piece]) -> [f32; 2] {
        let height: f32 = group.iter().map(|piece| piece.gap * self.manner.gaps + piece.height).sum();
        let gap = group.first().map_or(0.0, |first| first.gap * self.manner.gaps);
        let head = group.first().and_then(|first| first.repeat.as_ref()).map_or(0.0, |head| head.height);
        [height, height - gap + head]
    }

    /// Moves past pieces that must stay together if a page can hold them.
    fn part(&mut self, part: &[Piece], out: &mut Vec<bool>) {
        let [height, alone] = self.heights(part);
        let whole = self.started && self.y + height > self.bottom && alone <= self.bottom - TOP;
        let mut rest = part;
        while let [piece, tail @ ..] = rest {
            // A heading inside a group that is too tall for a page still stays with what follows.
            let after =
                tail.first().filter(|_| piece.keep).map_or(0.0, |next| next.gap * self.manner.gaps + next.height);
            let fits = |height: f32| self.y + piece.gap * self.manner.gaps + height <= self.bottom;
            let with_next = piece.height + after <= self.bottom - TOP;
            let fits = fits(piece.height) && (!with_next || fits(piece.height + after));
            let first = rest.len() == part.len();
            let cut = self.started && ((first && whole) || (!piece.edge && !fits));
            if cut {
                self.turn();
            }
            self.take(piece);
            out.push(cut);
            rest = tail;
        }
    }

    /// Moves past a piece and the header row that is repeated above it.
    fn take(&mut self, piece: &Piece) {
        match &piece.repeat {
            Some(head) if !self.started => {
                self.pass(head);
            }
            _ => {}
        }
        self.pass(piece);
    }

    /// How a section is set: closer if that spares a last page with little on it.
    pub fn manner_for(self, section: &[Vec<Piece>]) -> Manner {
        let end = |manner: Manner| {
            let mut pen = Self { manner, ended: 0, ..self };
            for group in section {
                pen.cuts(group);
            }
            pen
        };
        let plain = end(Manner::default());
        if plain.ended == 0 || plain.y - TOP > BAREST {
            return Manner::default();
        }
        TIGHTER.into_iter().find(|manner| end(*manner).ended < plain.ended).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(count: usize, piece: &Piece) -> Vec<Piece> {
        vec![piece.clone(); count]
    }

    #[test]
    fn what_should_stay_together_is_parted_rather_than_a_page_left_half_empty() {
        let row = Piece { height: 50.0, soft: true, ..Piece::default() };
        let from = |y| Pen { y, started: true, ..Pen::default() };
        let cut = |y| from(y).cuts(&pieces(6, &row)).iter().position(|cut| *cut);
        assert_eq!(cut(TOP), None);
        assert_eq!(cut(BOTTOM - 100.0), Some(0), "little is left: the whole group moves");
        assert_eq!(cut(BOTTOM - 220.0), Some(4), "much is left: it is filled");
        let hard = Piece { keep: true, ..row };
        let cut = |y| from(y).cuts(&pieces(6, &hard)).iter().position(|cut| *cut);
        assert_eq!(cut(BOTTOM - 220.0), Some(0));
    }

    #[test]
    fn a_section_is_set_tighter_only_to_spare_a_bare_page() {
        let line = Piece { height: 15.0, gap: 5.0, ..Piece::default() };
        let section = |count: usize| -> Vec<Vec<Piece>> { pieces(count, &line).into_iter().map(|p| vec![p]).collect() };
        // 20 points a line, and the first line of a page has no gap above.
        let full = ((BOTTOM - TOP + 5.0) / 20.0).floor() as usize;
        let manner = |count| Pen::default().manner_for(&section(count));
        assert_eq!(manner(full), Manner::default());
        assert!(manner(full + 1).gaps < 1.0);
        assert_eq!(manner(full + 20), Manner::default(), "too much for one page");
    }
}
