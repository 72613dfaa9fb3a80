//! Tables: column widths, rows that may span pages, header rows that are repeated.

use std::rc::Rc;

use super::{
    blocks::{APART, Builder, Place},
    clean::visible_line,
    flow::{Flow, Line, Span},
    fonts::Face,
    hyphen::Hyphens,
    page::{Ink, NodeId, Role},
    pager::Piece,
    style::{BOTTOM, CELL, Palette, QUIET, REACHED_GROUND, Style, TOP, caption},
    text::{Measure, lines, widest_word},
};
use crate::model::order;
use crate::report::{
    document::{Align, Cell, Inline, Table, Tone, plain},
    figures::{INK, Stroke},
};

/// Space at a cell's sides.
const SIDE: f32 = 6.0;
/// Tables with more columns are set smaller and closer.
const FEW_COLUMNS: usize = 6;
/// Rows' headers are bold if none is longer, in bytes: whole sentences in bold are hard to read.
const LONGEST_BOLD: usize = 60;
/// Space above and below a cell's text.
const END: f32 = 4.0;
/// Space between upright lines and the rules above and below.
const AIR: f32 = 2.5;
/// A taller row may be cut by a page's end.
const TALLEST_WHOLE: f32 = 230.0;
/// A taller table may be cut by a page's end.
const TALLEST_TABLE: f32 = 270.0;
/// A row that is cut is cut between groups of so many lines.
const LINES_TOGETHER: usize = 4;
/// A taller header row is not repeated.
const TALLEST_REPEATED: f32 = 160.0;
/// No column asks for more than this share of the table because of one long word.
const LARGEST_SHARE: f32 = 0.3;
/// Rows and bytes looked at to find long words: enough for every real table.
const ROWS_LOOKED_AT: usize = 400;
const BYTES_LOOKED_AT: usize = 400;

/// A column's place in the table.
#[derive(Debug, Clone, Copy)]
struct Slot {
    x: f32,
    width: f32,
    align: Align,
    /// Empty in every row: to be filled in by hand.
    blank: bool,
    /// Space at the cells' sides.
    side: f32,
    /// The face of the cells below the header.
    face: Face,
}

/// A cell with its lines.
struct Set {
    node: NodeId,
    flow: Flow,
    lines: Vec<Line>,
    slot: Slot,
    tone: Tone,
}

impl Builder<'_> {
    /// Lays a table out; `remark`: a paragraph follows that its last row stays with.
    pub fn table(&mut self, table: &Table, place: Place, remark: bool) {
        let node = self.node(place, Role::Table);
        self.space(APART);
        self.pager.hold(TALLEST_TABLE);
        self.caption(&table.caption, node, Role::Caption, place);
        if !table.columns.is_empty() {
            self.rows(table, node, place, remark);
        }
        self.pager.release(false);
        self.space(APART);
    }

    /// The header row and the others.
    fn rows(&mut self, table: &Table, node: NodeId, place: Place, remark: bool) {
        let (style, slots) = self.slots(table, place.width);
        // Head and body come in pairs; a table without rows has neither.
        let head = if table.rows.is_empty() { node } else { self.pager.layout.tree.add(node, Role::Head) };
        let heads: Vec<Cell> = table.columns.iter().map(|column| Cell::from(column.head.as_str())).collect();
        let bold = Style { face: Face::Bold, ..style };
        let row = self.row(&heads, &slots, bold, head, |_| Role::ColumnHead);
        let mut pieces = self.pieces(row, bold, place, true);
        if let Some(last) = pieces.last_mut() {
            last.keep = !table.rows.is_empty();
        }
        let height: f32 = pieces.iter().map(|piece| piece.height).sum();
        let repeat = match pieces.as_slice() {
            [only] if height <= TALLEST_REPEATED => Some(Rc::new(only.decoration())),
            _ => None,
        };
        for piece in pieces {
            self.push(piece, place, style.rise() + END);
        }
        let body = self.pager.layout.tree.add(node, Role::Rows);
        let count = table.rows.len();
        // In a tiny table, more headers than cells would be read out: its columns' headers are enough.
        let heads = table.row_heads && count * table.columns.len().saturating_sub(1) >= count + table.columns.len();
        for (index, cells) in table.rows.iter().enumerate() {
            let role = |column| if heads && column == 0 { Role::RowHead } else { Role::Data };
            let row = self.row(cells, &slots, style, body, role);
            let mut pieces = self.pieces(row, style, place, false);
            // Neither the first nor the last row stands alone.
            let whole = pieces.len() == 1 && pieces.iter().all(|piece| piece.height < TALLEST_WHOLE / 2.0);
            if let Some(last) = pieces.last_mut() {
                last.keep = whole && count > 1 && (index == 0 || index + 2 == count) || remark && index + 1 == count;
            }
            for mut piece in pieces {
                piece.repeat = repeat.clone();
                self.push(piece, place, style.rise() + END);
            }
        }
    }

    /// The words above a table or figure; not once more where the heading above has said them.
    pub fn caption(&mut self, words: &str, parent: NodeId, role: Role, place: Place) {
        let printed = visible_line(words, Face::Bold, self.fonts, &mut self.warnings);
        if [self.heading.as_str(), ""].contains(&printed.trim()) {
            return;
        }
        let style = caption(self.palette.accent);
        let node = self.pager.layout.tree.add(parent, role);
        let flow = self.flow(&[Inline::Text(words.to_owned())], style, node);
        self.text(&flow, style, place, true, Hyphens::Never);
        self.space(4.0);
    }

    /// The columns' places, and the type that goes into them: the shares asked for, but no column narrower than its
    /// longest word if that is possible, with slightly smaller type if need be.
    fn slots(&mut self, table: &Table, width: f32) -> (Style, Vec<Slot>) {
        let count = table.columns.len();
        let side = if count > FEW_COLUMNS { SIDE - 1.0 } else { SIDE };
        let short = |row: &Vec<Cell>| row.first().is_none_or(|cell| plain(&cell.text).len() <= LONGEST_BOLD);
        let bold_heads = table.row_heads && table.rows.iter().take(ROWS_LOOKED_AT).all(short);
        let face = |index: usize| if index == 0 && bold_heads { Face::Bold } else { Face::Regular };
        let style = cell_style(count);
        let small = Style { size: style.size - 0.5, leading: style.leading - 0.7, ..style };
        // Rather smaller type than a broken "(2 of 3)", rather that than a broken word; where words break, only they.
        let ways = [(style, true), (small, true), (style, false), (small, false), (small, true)];
        let most = (width * LARGEST_SHARE).max(width / count as f32);
        let mut chosen = (style, Vec::new());
        for (style, glued) in ways {
            let needed: Vec<f32> = (0..count)
                .map(|index| {
                    let widest = self.needed(table, index, Style { face: face(index), ..style }, glued);
                    (widest + 2.0 * side + 1.0).min(most)
                })
                .collect();
            let fits = needed.iter().sum::<f32>() <= width;
            chosen = (style, needed);
            if fits {
                break;
            }
        }
        let (style, needed) = chosen;
        let shares: f32 = table.columns.iter().map(|column| f32::from(column.share.max(1))).sum();
        let wanted: Vec<f32> =
            table.columns.iter().map(|column| f32::from(column.share.max(1)) / shares * width).collect();
        let blank = blanks(table);
        let mut x = 0.0;
        let mut slots = Vec::with_capacity(count);
        for (index, (width, column)) in fit(&wanted, &needed, width).into_iter().zip(&table.columns).enumerate() {
            let blank = blank.get(index).copied().unwrap_or(false);
            let align = if blank { Align::Start } else { column.align };
            slots.push(Slot { x, width, align, blank, side, face: face(index) });
            x += width;
        }
        (style, slots)
    }

    /// The width of a column's longest word.
    fn needed(&self, table: &Table, index: usize, style: Style, glued: bool) -> f32 {
        let head = table.columns.get(index).map(|column| vec![Inline::Text(column.head.clone())]);
        let bold = Style { face: Face::Bold, ..style };
        let widest = head.map_or(0.0, |head| self.word_width(&head, bold, glued));
        let cells = table.rows.iter().take(ROWS_LOOKED_AT).filter_map(|row| row.get(index));
        cells.map(|cell| self.word_width(&cell.text, style, glued)).fold(widest, f32::max)
    }

    /// The width of the longest word, without tags and warnings: the cells are set later.
    fn word_width(&self, runs: &[Inline], style: Style, glued: bool) -> f32 {
        let mut widest: f32 = 0.0;
        for run in runs {
            let span = Span {
                end: 0,
                face: if matches!(run, Inline::Strong(_)) { Face::Bold } else { style.face },
                colour: style.colour,
                node: 0,
                link: None,
                rules: None,
            };
            let mut cut = run.text().len().min(BYTES_LOOKED_AT);
            while !run.text().is_char_boundary(cut) {
                cut -= 1;
            }
            let mut flow = Flow::default();
            flow.push(run.text().get(..cut).unwrap_or_default(), span);
            widest = widest.max(widest_word(&flow, style.size, BYTES_LOOKED_AT, glued, self.fonts));
        }
        widest
    }

    /// Sets a row's cells; a row with too few gets empty ones.
    fn row(
        &mut self,
        cells: &[Cell],
        slots: &[Slot],
        style: Style,
        above: NodeId,
        role: impl Fn(usize) -> Role,
    ) -> Vec<Set> {
        let row = self.pager.layout.tree.add(above, Role::Row);
        let empty = Cell::default();
        let mut out = Vec::with_capacity(slots.len());
        let mut divided = Vec::with_capacity(slots.len());
        for (index, slot) in slots.iter().enumerate() {
            let cell = cells.get(index).unwrap_or(&empty);
            let role = role(index);
            let head = role == Role::ColumnHead;
            let style = if head { style } else { Style { face: slot.face, ..style } };
            let node = self.pager.layout.tree.add(row, role);
            let flow = self.flow(&cell.text, style, node);
            let set = |hyphens| {
                let measure = Measure { size: style.size, width: (slot.width - 2.0 * slot.side).max(1.0), hyphens };
                lines(&flow, measure, self.fonts)
            };
            let whole = set(if slot.align == Align::End { Hyphens::Never } else { Hyphens::Tight });
            let free = slot.align == Align::Start && !head;
            divided.push(if free { set(Hyphens::Free) } else { whole.clone() });
            out.push(Set { node, lines: whole, flow, slot: *slot, tone: cell.tone });
        }
        // Words are divided only where that makes the row lower, and in narrow columns only if it does so by much.
        let lowest = divided.iter().map(Vec::len).max().unwrap_or(0) + usize::from(slots.len() > FEW_COLUMNS);
        for (set, divided) in out.iter_mut().zip(divided) {
            if set.lines.len() > lowest {
                set.lines = divided;
            }
        }
        out
    }

    /// A row as one piece, or as several if it is too tall to stay whole.
    fn pieces(&self, row: Vec<Set>, style: Style, place: Place, head: bool) -> Vec<Piece> {
        // Rows that are filled in by hand need room for it.
        let least = if !head && row.iter().any(|set| set.slot.blank) { 2 } else { 1 };
        let most = row.iter().map(|set| set.lines.len()).max().unwrap_or(0).max(least);
        let whole = most as f32 * style.leading + 2.0 * END <= TALLEST_WHOLE.min((BOTTOM - TOP) / 2.0);
        let step = if whole { most } else { LINES_TOGETHER };
        let mut cells: Vec<_> =
            row.into_iter().map(|set| (set.lines.into_iter(), set.node, set.flow, set.slot, set.tone)).collect();
        let mut out = Vec::new();
        let mut done = 0;
        while done < most {
            let count = step.min(most - done);
            let (first, last) = (done == 0, done + count >= most);
            let above = if first { END } else { 0.0 };
            let mut piece = Piece { keep: !last && first, ..Piece::default() };
            piece.height = above + count as f32 * style.leading + if last { END } else { 0.0 };
            for (lines, node, flow, slot, tone) in &mut cells {
                if first {
                    piece.items.push(super::pager::Item::Node(*node));
                }
                let x = place.x + slot.x;
                ground(*tone, [x, slot.width, piece.height], [first, last], &mut piece.ground);
                if slot.blank && !head && slot.x > 0.0 {
                    let stroke = Stroke { colour: self.palette.rule, width: 0.6, dashed: false };
                    let (y1, y2) = (AIR, piece.height - AIR);
                    piece.ground.push(Ink::Line { x1: x, y1, x2: x, y2, stroke });
                }
                for index in 0..count {
                    let Some(line) = lines.next() else { break };
                    let base = above + index as f32 * style.leading + style.rise();
                    let room = slot.width - 2.0 * slot.side - line.width;
                    let left = x + slot.side + if slot.align == Align::End { room.max(0.0) } else { 0.0 };
                    self.line(line, flow, style, left, base, &mut piece.items);
                }
            }
            rules(&mut piece, place, head, last, self.palette);
            out.push(piece);
            done += count;
        }
        out
    }
}

/// Which columns are empty in every row, to be filled in by hand; a lone one just has nothing to say.
fn blanks(table: &Table) -> Vec<bool> {
    let empty = |cell: &Cell| cell.text.iter().all(|run| run.text().trim().is_empty());
    let blank = |index: usize| table.rows.iter().all(|row| row.get(index).is_none_or(empty));
    let out: Vec<bool> = (0..table.columns.len()).map(|index| !table.rows.is_empty() && blank(index)).collect();
    if out.iter().filter(|blank| **blank).count() > 1 { out } else { vec![false; out.len()] }
}

/// Smaller type where many columns share the width.
fn cell_style(columns: usize) -> Style {
    match columns {
        0..=FEW_COLUMNS => CELL,
        7..=9 => Style { size: 8.5, leading: 11.5, ..CELL },
        _ => Style { size: 7.5, leading: 10.0, ..CELL },
    }
}

/// Widths that add up to `width`: as wanted, but at least as needed where that is possible. Where it is not, the
/// columns that need most give way, so that no short word is broken for the sake of a long one.
fn fit(wanted: &[f32], needed: &[f32], width: f32) -> Vec<f32> {
    let need: f32 = needed.iter().sum();
    if need >= width {
        let mut sorted = needed.to_vec();
        order::sort_by(&mut sorted, f32::total_cmp);
        let (mut left, mut most) = (width, width);
        for (done, needed) in sorted.iter().enumerate() {
            most = left / (sorted.len() - done) as f32;
            if *needed > most {
                break;
            }
            left -= needed;
        }
        return needed.iter().map(|needed| needed.min(most)).collect();
    }
    let mut out = wanted.to_vec();
    // Columns that are too narrow are set to what they need; the others share the rest, until all have enough.
    for _ in 0..wanted.len() {
        let fixed = |out: f32, needed: f32| out <= needed;
        let taken: f32 = out.iter().zip(needed).filter(|(out, needed)| fixed(**out, **needed)).map(|(_, n)| n).sum();
        let free: f32 =
            out.iter().zip(needed).filter(|(out, needed)| !fixed(**out, **needed)).map(|(out, _)| out).sum();
        if free <= 0.0 {
            break;
        }
        let scale = (width - taken) / free;
        for (out, needed) in out.iter_mut().zip(needed) {
            *out = if fixed(*out, *needed) { *needed } else { *out * scale };
        }
        if scale >= 1.0 {
            break;
        }
    }
    let sum: f32 = out.iter().sum();
    out.into_iter().map(|part| part / sum * width).collect()
}

/// A cell's ground and bar: grey and thick where reached, thin where missed, dashed where open. They have no colours:
/// those stand for the levels, and grey prints tell these apart as well.
/// Only the row's `ends` leave air to the rules, so that a cut row has no stripes.
fn ground(tone: Tone, [x, width, height]: [f32; 3], ends: [bool; 2], out: &mut Vec<Ink>) {
    let (fill, colour, thick) = match tone {
        Tone::Plain => return,
        Tone::Reached => (Some(REACHED_GROUND), INK, 2.4),
        Tone::Missed => (None, QUIET, 0.9),
        Tone::Open => (None, QUIET, 1.6),
    };
    let [top, bottom] = ends.map(|end| if end { 0.5 } else { 0.0 });
    let (x, height_inside) = (x + 1.0, height - top - bottom);
    if fill.is_some() {
        out.push(Ink::Rect { x, y: top, width: width - 1.5, height: height_inside, fill, stroke: None });
    }
    let [top, bottom] = ends.map(|end| if end { AIR } else { 0.0 });
    let (x, stroke) = (x + 1.2, Stroke { colour, width: thick, dashed: tone == Tone::Open });
    out.push(Ink::Line { x1: x, y1: top, x2: x, y2: height - bottom, stroke });
}

/// The header row's ground and the rules below rows.
fn rules(piece: &mut Piece, place: Place, head: bool, last: bool, palette: Palette) {
    let (x1, x2, y) = (place.x, place.x + place.width, piece.height);
    if head {
        let (width, height) = (place.width, piece.height);
        let fill = Some(palette.head_ground);
        piece.ground.insert(0, Ink::Rect { x: x1, y: 0.0, width, height, fill, stroke: None });
    }
    if last {
        let (colour, width) = if head { (palette.accent, 1.0) } else { (palette.rule, 0.6) };
        piece.ground.push(Ink::Line { x1, y1: y, x2, y2: y, stroke: Stroke { colour, width, dashed: false } });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_get_what_they_ask_for_but_never_less_than_their_words_need() {
        let sum = |widths: &[f32]| widths.iter().sum::<f32>();
        let free = fit(&[100.0, 300.0], &[50.0, 50.0], 400.0);
        assert!((free[0] - 100.0).abs() < 0.1 && (sum(&free) - 400.0).abs() < 0.1, "{free:?}");
        let raised = fit(&[20.0, 380.0], &[60.0, 50.0], 400.0);
        assert!((raised[0] - 60.0).abs() < 0.1 && (sum(&raised) - 400.0).abs() < 0.1, "{raised:?}");
        let tight = fit(&[200.0, 200.0], &[600.0, 200.0], 400.0);
        assert!((tight[0] - 200.0).abs() < 0.1 && (tight[1] - 200.0).abs() < 0.1, "{tight:?}");
        let tight = fit(&[1.0, 1.0, 1.0], &[40.0, 300.0, 200.0], 400.0);
        assert!((tight[0] - 40.0).abs() < 0.1 && (tight[1] - 180.0).abs() < 0.1 && (tight[2] - 180.0).abs() < 0.1);
    }
}
