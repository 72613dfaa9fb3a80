//! Breaks running text into lines: at spaces, at hyphens, inside a word only where nothing else is possible.

use unicode_linebreak::BreakOpportunity;

use super::{
    flow::{Flow, Line, Part},
    fonts::{Face, Fonts, Glyph, advance},
    glue,
    hyphen::{self, Hyphens},
};

/// A line may be this much wider than its column, because lengths are rounded.
const SLACK: f32 = 0.01;
/// Words are divided where otherwise more than this share of the line would stay empty.
const LARGEST_GAP: f32 = 0.16;
/// A last line is lone if it is shorter than this share of the column.
const SHORTEST_LAST: f32 = 0.14;
/// Longer texts, in bytes, are not set a second time.
const LONGEST_EVENED: usize = 3000;
/// Longer words are shaped in parts, so that time and memory stay in bounds.
const LONGEST_PART: usize = 240;

/// How a text is broken.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// Font size in points.
    pub size: f32,
    /// Width of the column in points.
    pub width: f32,
    /// When words are divided.
    pub hyphens: Hyphens,
}

/// The lines of a text.
pub fn lines(flow: &Flow, measure: Measure, fonts: &Fonts) -> Vec<Line> {
    let mut breaker =
        Breaker { flow, measure, fonts, line: Line::default(), pen: 0.0, lines: Vec::new(), span: 0, soft: false };
    breaker.run();
    breaker.lines
}

/// The lines of a text whose last line is not a lone short word, if a slightly narrower column prevents that.
pub fn even_lines(flow: &Flow, measure: Measure, fonts: &Fonts) -> Vec<Line> {
    let set = lines(flow, measure, fonts);
    let lone =
        |set: &[Line]| set.len() > 1 && set.last().is_some_and(|last| last.width < measure.width * SHORTEST_LAST);
    if flow.text.len() > LONGEST_EVENED || flow.text.contains('\n') || !lone(&set) {
        return set;
    }
    let narrower = |share: &f32| lines(flow, Measure { width: measure.width * share, ..measure }, fonts);
    let better = [0.96, 0.92, 0.88].iter().map(narrower).find(|other| other.len() == set.len() && !lone(other));
    better.unwrap_or(set)
}

/// The width of the widest part of a text that does not break, at most `limit` bytes of it looked at.
/// `glued`: words that should not be parted count as one.
pub fn widest_word(flow: &Flow, size: f32, limit: usize, glued: bool, fonts: &Fonts) -> f32 {
    let mut widest: f32 = 0.0;
    let mut start = 0;
    for (end, _) in unicode_linebreak::linebreaks(&flow.text) {
        if glued && end < flow.text.len() && glue::holds(&flow.text, end) {
            continue;
        }
        let word = flow.text.get(start..end).unwrap_or_default().trim_end();
        let span = flow.spans.iter().find(|span| start < span.end);
        if let Some(span) = span.filter(|_| word.len() <= LONGEST_PART) {
            widest = widest.max(advance(&fonts.shape(span.face, word)));
        }
        start = end;
        if start > limit {
            break;
        }
    }
    widest * size / 1000.0
}

/// A glyph with its span, and where its characters start in the whole text.
#[derive(Clone, Copy)]
struct Placed {
    span: usize,
    at: usize,
    glyph: Glyph,
}

struct Breaker<'a> {
    flow: &'a Flow,
    measure: Measure,
    fonts: &'a Fonts,
    line: Line,
    pen: f32,
    lines: Vec<Line>,
    /// The span at the reading position.
    span: usize,
    /// Whether the line ends with a soft hyphen, which shows if the line ends there.
    soft: bool,
}

impl Breaker<'_> {
    fn run(&mut self) {
        let text = &self.flow.text;
        let mut start = 0;
        // Where words that are held together begin, should they be too wide for a line.
        let mut held: Vec<usize> = Vec::new();
        for (end, kind) in unicode_linebreak::linebreaks(text) {
            if kind == BreakOpportunity::Allowed && glue::holds(text, end) {
                held.push(end);
                continue;
            }
            let line_end = text.get(start..end).is_some_and(|segment| segment.ends_with('\n'));
            let to = end - usize::from(line_end);
            let words = text.get(start..to).unwrap_or_default().trim_end();
            if !held.is_empty() && self.width(start, words) > self.measure.width + SLACK {
                for next in held.drain(..) {
                    self.segment(start, text.get(start..next).unwrap_or_default());
                    start = next;
                }
            }
            held.clear();
            self.segment(start, text.get(start..to).unwrap_or_default());
            if kind == BreakOpportunity::Mandatory && line_end {
                self.space(end);
                self.end_line(false);
            }
            start = end;
        }
        if !self.line.parts.is_empty() {
            self.end_line(false);
        }
    }

    /// Puts a word and the spaces behind it.
    fn segment(&mut self, start: usize, segment: &str) {
        let word = segment.trim_end_matches([' ', '\u{2003}', '\u{2002}']);
        let soft = word.ends_with('\u{AD}');
        let mut from = 0;
        while from < word.len() {
            let mut to = word.len().min(from + LONGEST_PART);
            while !word.is_char_boundary(to) {
                to -= 1;
            }
            self.word(start + from, word.get(from..to).unwrap_or_default(), from > 0, soft && to == word.len());
            from = to;
        }
        if word.len() < segment.len() {
            self.space(start + word.len());
        }
    }

    /// The glyphs of a word, cut where spans meet.
    fn glyphs(&mut self, start: usize, word: &str) -> Vec<Placed> {
        let mut out = Vec::with_capacity(word.len());
        let mut from = 0;
        while from < word.len() {
            while self.flow.spans.get(self.span).is_some_and(|span| span.end <= start + from) {
                self.span += 1;
            }
            let Some(span) = self.flow.spans.get(self.span) else { break };
            let to = word.len().min(span.end - start);
            let piece = word.get(from..to).unwrap_or_default();
            let shaped = if piece.contains('\u{AD}') {
                self.fonts.shape(span.face, &piece.replace('\u{AD}', ""))
            } else {
                self.fonts.shape(span.face, piece)
            };
            out.extend(shaped.iter().map(|glyph| Placed {
                span: self.span,
                at: start + from + glyph.start,
                glyph: *glyph,
            }));
            from = to;
        }
        out
    }

    /// The width of words, which are set later.
    fn width(&mut self, start: usize, words: &str) -> f32 {
        let span = self.span;
        let glyphs = self.glyphs(start, words);
        self.span = span;
        self.points(&glyphs)
    }

    fn points(&self, glyphs: &[Placed]) -> f32 {
        glyphs.iter().map(|placed| placed.glyph.advance).sum::<f32>() * self.measure.size / 1000.0
    }

    /// The width of a hyphen in the face of a glyph.
    fn hyphen_width(&self, near: Option<&Placed>) -> f32 {
        let span = near.and_then(|placed| self.flow.spans.get(placed.span));
        span.map_or(0.0, |span| advance(&self.fonts.shape(span.face, "-")) * self.measure.size / 1000.0)
    }

    /// Puts a word on the line, or what fits of it. `glued`: it goes on with the word before; `soft`: a hyphen
    /// appears if the line ends behind it.
    fn word(&mut self, start: usize, word: &str, glued: bool, soft: bool) {
        let glyphs = self.glyphs(start, word);
        let mut rest: &[Placed] = &glyphs;
        let mut glued = glued;
        let mut places: Option<Vec<usize>> = None;
        while !rest.is_empty() {
            let width = self.points(rest);
            let hyphen = self.hyphen_width(rest.last());
            let room = self.measure.width - self.pen + SLACK;
            // A soft hyphen is shown only at the line's end, but it needs its room there.
            if width + if soft { hyphen } else { 0.0 } <= room {
                self.append(rest);
                self.soft = soft;
                return;
            }
            let empty = self.line.parts.is_empty();
            if !empty && self.soft {
                self.end_line(true);
                continue;
            }
            if self.may_divide(width, room) {
                let places = places.get_or_insert_with(|| self.places(start, word, rest));
                if let Some(split) = self.divided(rest, places, room) {
                    let (head, tail) = rest.split_at(split);
                    self.append(head);
                    self.end_line(true);
                    rest = tail;
                    continue;
                }
            }
            if !empty && !glued {
                self.end_line(false);
                continue;
            }
            // Nothing else helps: the word breaks where the line is full.
            let fits = self.fitting(rest, room).max(usize::from(empty));
            let (head, tail) = rest.split_at(fits.min(rest.len()));
            self.append(head);
            rest = tail;
            if !rest.is_empty() {
                self.end_line(false);
            }
            glued = true;
        }
    }

    fn may_divide(&self, width: f32, room: f32) -> bool {
        match self.measure.hyphens {
            Hyphens::Never => false,
            Hyphens::Tight => width > self.measure.width,
            Hyphens::Free => width > self.measure.width || room > self.measure.width * LARGEST_GAP,
        }
    }

    /// The places where a word may be divided, in bytes of the whole text.
    fn places(&self, start: usize, word: &str, glyphs: &[Placed]) -> Vec<usize> {
        let span = glyphs.first().and_then(|placed| self.flow.spans.get(placed.span));
        let Some(rules) = span.and_then(|span| span.rules) else { return Vec::new() };
        hyphen::places(word, rules).into_iter().map(|place| start + place).collect()
    }

    /// The last place where the glyphs can be divided so that their head and a hyphen fit.
    fn divided(&self, glyphs: &[Placed], places: &[usize], room: f32) -> Option<usize> {
        let mut width = 0.0;
        let mut best = None;
        for (index, placed) in glyphs.iter().enumerate() {
            if index > 0 && places.binary_search(&placed.at).is_ok() && width + self.hyphen_width(Some(placed)) <= room
            {
                best = Some(index);
            }
            width += placed.glyph.advance * self.measure.size / 1000.0;
            if width > room {
                break;
            }
        }
        best
    }

    /// How many glyphs fit; a mark stays with its letter.
    fn fitting(&self, glyphs: &[Placed], room: f32) -> usize {
        let mut width = 0.0;
        for (index, placed) in glyphs.iter().enumerate() {
            width += placed.glyph.advance * self.measure.size / 1000.0;
            if width > room {
                return index;
            }
        }
        glyphs.len()
    }

    /// Puts glyphs at the line's end.
    fn append(&mut self, glyphs: &[Placed]) {
        for placed in glyphs {
            let Placed { span, glyph, .. } = placed;
            let fresh = !self.line.parts.last().is_some_and(|part| part.span == *span && part.face == glyph.face);
            if fresh {
                let (text, shifts) = (String::new(), Vec::new());
                let part = Part { span: *span, face: glyph.face, x: self.pen, width: 0.0, text, shifts, count: 0 };
                self.line.parts.push(part);
            }
            let width = glyph.advance * self.measure.size / 1000.0;
            if let Some(part) = self.line.parts.last_mut() {
                part.text.push(glyph.code);
                part.count += 1;
                part.width += width;
                if glyph.shift != 0.0 {
                    part.shifts.push((part.count, glyph.shift));
                }
            }
            self.pen += width;
        }
        self.line.width = self.pen;
        self.soft = false;
    }

    /// Puts one space behind a word; at a line's start there is none.
    fn space(&mut self, at: usize) {
        if self.line.parts.is_empty() {
            return;
        }
        let width = self.line.width;
        let span = self.line.parts.last().map_or(self.span, |part| part.span);
        if let Some(face) = self.flow.spans.get(span).map(|span| span.face) {
            let space: Vec<Placed> =
                self.fonts.shape(face, " ").iter().map(|glyph| Placed { span, at, glyph: *glyph }).collect();
            self.append(&space);
        }
        self.line.width = width;
    }

    /// Ends the line, with a hyphen where a word was divided.
    fn end_line(&mut self, hyphen: bool) {
        let mut line = std::mem::take(&mut self.line);
        if hyphen && let Some(last) = line.parts.last() {
            let (span, x) = (last.span, last.x + last.width);
            let face = self.flow.spans.get(span).map_or(Face::Regular, |span| span.face);
            let width = advance(&self.fonts.shape(face, "-")) * self.measure.size / 1000.0;
            line.hyphen = Some(line.parts.len());
            line.width = x + width;
            line.parts.push(Part { span, face, x, width, text: "-".to_owned(), shifts: Vec::new(), count: 1 });
        }
        self.pen = 0.0;
        self.soft = false;
        self.lines.push(line);
    }
}

#[cfg(test)]
mod tests {
    use super::{super::flow::Span, *};
    use crate::report::figures::INK;

    #[allow(clippy::expect_used)]
    fn broken(text: &str, width: f32, hyphens: Hyphens) -> Vec<String> {
        let fonts = Fonts::new().expect("embedded fonts");
        let rules = Some(hypher::Lang::German);
        let mut flow = Flow::default();
        flow.push(text, Span { end: 0, face: Face::Regular, colour: INK, node: 0, link: None, rules });
        let lines = lines(&flow, Measure { size: 10.0, width, hyphens }, &fonts);
        let single = |line: &Line| line.parts.iter().map(|part| part.text.len()).sum::<usize>() == 1;
        for line in &lines {
            assert!(line.width <= width + 0.1 || single(line), "{line:?}");
        }
        lines.into_iter().map(|line| line.parts.into_iter().map(|part| part.text).collect()).collect()
    }

    #[test]
    fn lines_end_at_spaces_which_stay_for_those_who_listen() {
        assert_eq!(broken("eins zwei drei", 45.0, Hyphens::Never), ["eins zwei ", "drei"]);
        assert_eq!(broken("eins\nzwei", 200.0, Hyphens::Never), ["eins ", "zwei"]);
    }

    #[test]
    fn a_wide_word_is_divided_if_it_may_be_and_cut_if_not() {
        assert_eq!(broken("Gleichberechtigung", 60.0, Hyphens::Free), ["Gleichbe-", "rechtigung"]);
        let cut = broken("Gleichberechtigung", 60.0, Hyphens::Never);
        assert_eq!(cut.concat(), "Gleichberechtigung");
        assert_eq!(broken("weich\u{AD}teil", 30.0, Hyphens::Never), ["weich-", "teil"]);
        assert_eq!(broken("weich\u{AD}teil", 80.0, Hyphens::Never), ["weichteil"]);
        assert_eq!(broken(&"x".repeat(1000), 100.0, Hyphens::Never).concat(), "x".repeat(1000));
    }

    #[test]
    fn no_column_is_too_narrow() {
        assert_eq!(broken("abc", 0.5, Hyphens::Never).len(), 3);
    }

    #[test]
    fn no_break_stands_between_words_that_belong_together() {
        assert_eq!(broken("drei (2 von 3) ja", 46.0, Hyphens::Never), ["drei ", "(2 von 3) ", "ja"]);
        assert_eq!(broken("drei (2 von 3) ja", 35.0, Hyphens::Never), ["drei (2 ", "von 3) ", "ja"]);
        assert_eq!(broken("ein 5\u{A0}km langer", 38.0, Hyphens::Never), ["ein ", "5 km ", "langer"]);
    }
}
