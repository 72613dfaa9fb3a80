//! Writes the pages with printpdf.

use std::collections::BTreeMap;

use printpdf::{
    Color, DictItem, ExternalStream, ExternalXObject, FontId, FontMetrics, Line, LineDashPattern, LinePoint, Mm, Op,
    PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, Rect, Rgb,
    TextItem, TextMatrix, WindingOrder, XObject, XObjectId, XObjectTransform,
};

use super::{
    PdfError,
    embed::{Subset, subset},
    fonts::{Face, Fonts},
    page::{Command, Ink, Layout, Page, Role, Tree},
    style::{PAGE_HEIGHT, PAGE_WIDTH},
};
use crate::report::{
    figures::{Colour, Stroke},
    picture::Bitmap,
};

/// Draws the pages; the tags' marks are in them, the tags themselves are not.
pub fn draw(layout: &Layout, fonts: &Fonts) -> Result<lopdf::Document, PdfError> {
    let mut pdf = PdfDocument::new("");
    for face in Face::ALL {
        if let Some(subset) = subset(face, fonts)? {
            pdf.resources.fonts.map.insert(font_id(face), PdfFont::new(parsed(subset)));
        }
    }
    if let Some(logo) = &layout.logo {
        pdf.resources.xobjects.map.insert(logo_id(), XObject::External(image(logo)));
    }
    pdf.pages = layout.pages.iter().map(|page| draw_page(page, &layout.tree)).collect();
    let mut warnings = Vec::new();
    let options = PdfSaveOptions { subset_fonts: false, image_optimization: None, ..PdfSaveOptions::default() };
    let document = pdf.to_lopdf_document(&options, &mut warnings);
    // The library warns where it leaves something out; a report must not lose a word unnoticed.
    match warnings.first() {
        Some(warning) => Err(PdfError::Library(warning.msg.clone())),
        None => Ok(document),
    }
}

/// The name under which pages know a face.
fn font_id(face: Face) -> FontId {
    let name = match face {
        Face::Regular => "Regular",
        Face::Bold => "Bold",
        Face::Italic => "Italic",
        Face::Fallback => "Fallback",
        Face::FallbackBold => "FallbackBold",
    };
    FontId(name.to_owned())
}

/// The name under which the first page knows the logo.
fn logo_id() -> XObjectId {
    XObjectId("Logo".to_owned())
}

fn dictionary(entries: impl IntoIterator<Item = (&'static str, DictItem)>) -> BTreeMap<String, DictItem> {
    let mut map = BTreeMap::new();
    map.extend(entries.into_iter().map(|(key, value)| (key.to_owned(), value)));
    map
}

/// A picture as the stream that PDF draws it from, its transparency as a picture in grey.
fn image(bitmap: &Bitmap) -> ExternalXObject {
    let stream = |space: &str, content: &[u8], mask: Option<ExternalStream>| {
        let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
        let entries = [
            ("Type", name("XObject")),
            ("Subtype", name("Image")),
            ("Width", DictItem::Int(i64::from(bitmap.width))),
            ("Height", DictItem::Int(i64::from(bitmap.height))),
            ("ColorSpace", name(space)),
            ("BitsPerComponent", DictItem::Int(8)),
        ];
        let mask = mask.map(|stream| ("SMask", DictItem::Stream { stream }));
        let dict = dictionary(entries.into_iter().chain(mask));
        ExternalStream { dict, content: content.to_vec(), compress: true }
    };
    let mask = bitmap.alpha.as_ref().map(|alpha| stream("DeviceGray", alpha, None));
    let space = if bitmap.channels == 1 { "DeviceGray" } else { "DeviceRGB" };
    ExternalXObject { stream: stream(space, &bitmap.colours, mask), width: None, height: None, dpi: None }
}

fn parsed(subset: Subset) -> ParsedFont {
    let Subset { bytes, name, glyphs, widths, units, ends: [ascent, descent], edges, slant, weight } = subset;
    let metrics = FontMetrics { ascent, descent };
    let mut font = ParsedFont::with_glyph_data(bytes, 0, Some(name), glyphs, widths, units, metrics);
    let described = &mut font.pdf_font_metrics;
    [described.x_min, described.y_min, described.x_max, described.y_max] = edges;
    described.us_weight_class = weight;
    // The slant is handed on as the rise and run of a caret.
    described.caret_slope_rise = 1000;
    described.caret_slope_run = (libm::tanf((-slant).to_radians()) * 1000.0) as i16;
    font
}

/// What the page's graphics state is known to be, so that it is not said again.
#[derive(Default)]
struct State {
    ops: Vec<Op>,
    font: Option<(Face, f32)>,
    fill: Option<Colour>,
    stroke: Option<Stroke>,
    in_text: bool,
}

fn draw_page(page: &Page, tree: &Tree) -> PdfPage {
    let mut state = State::default();
    for command in &page.commands {
        match command {
            Command::Begin { mark, node, actual } => {
                let role = tree.nodes.get(*node).map(|node| &node.role);
                state.begin(*mark, role, *actual);
            }
            Command::Decoration { footer } => state.decoration(*footer),
            Command::End => {
                state.end_text();
                state.ops.push(Op::EndMarkedContent);
            }
            Command::Draw(ink) => state.ink(ink),
        }
    }
    state.end_text();
    let mut page = PdfPage::new(Mm(0.0), Mm(0.0), state.ops);
    let area = Rect {
        x: Pt(0.0),
        y: Pt(0.0),
        width: Pt(PAGE_WIDTH),
        height: Pt(PAGE_HEIGHT),
        mode: None,
        winding_order: None,
    };
    (page.media_box, page.trim_box, page.crop_box) = (area.clone(), area.clone(), area);
    page
}

/// Rounds a length to what a printer can show, which keeps files small; what is no number becomes 0.
fn short(length: f32) -> f32 {
    if length.is_finite() { (length * 100.0).round() / 100.0 } else { 0.0 }
}

fn point(x: f32, y: f32) -> Point {
    Point { x: Pt(short(x)), y: Pt(short(PAGE_HEIGHT - y)) }
}

fn colour(Colour(r, g, b): Colour) -> Color {
    let part = |part: u8| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: part(r), g: part(g), b: part(b), icc_profile: None })
}

impl State {
    fn begin(&mut self, mark: usize, role: Option<&Role>, actual: Option<char>) {
        self.end_text();
        let tag = match actual {
            Some('\u{AD}') => "Span",
            _ => role.map_or("Span", super::tag::name),
        };
        let mark = ("MCID", DictItem::Int(i64::try_from(mark).unwrap_or(i64::MAX)));
        let actual = actual.map(|actual| {
            let mut data = vec![0xFE, 0xFF];
            data.extend(actual.encode_utf16(&mut [0; 2]).iter().flat_map(|unit| unit.to_be_bytes()));
            ("ActualText", DictItem::Bytes(data))
        });
        let properties = DictItem::Dict { map: dictionary([mark].into_iter().chain(actual)) };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    fn decoration(&mut self, footer: bool) {
        self.end_text();
        let tag = "Artifact".to_owned();
        if !footer {
            self.ops.push(Op::BeginMarkedContent { tag });
            return;
        }
        let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
        let entries = [("Type", name("Pagination")), ("Subtype", name("Footer"))];
        let properties = DictItem::Dict { map: dictionary(entries) };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag, properties });
    }

    fn end_text(&mut self) {
        if std::mem::take(&mut self.in_text) {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn fill(&mut self, wanted: Colour) {
        if self.fill != Some(wanted) {
            self.fill = Some(wanted);
            self.ops.push(Op::SetFillColor { col: colour(wanted) });
        }
    }

    fn stroke(&mut self, wanted: Stroke) {
        if self.stroke == Some(wanted) {
            return;
        }
        self.stroke = Some(wanted);
        self.ops.push(Op::SetOutlineColor { col: colour(wanted.colour) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(short(wanted.width)) });
        let dash = if wanted.dashed { LineDashPattern::new(0.0, &[3.0, 2.0]) } else { LineDashPattern::default() };
        self.ops.push(Op::SetLineDashPattern { dash });
    }

    fn ink(&mut self, ink: &Ink) {
        match ink {
            Ink::Text { x, y, size, face, colour, text, shifts } => {
                self.fill(*colour);
                if !self.in_text {
                    self.in_text = true;
                    self.ops.push(Op::StartTextSection);
                }
                if self.font != Some((*face, *size)) {
                    self.font = Some((*face, *size));
                    let font = PdfFontHandle::External(font_id(*face));
                    self.ops.push(Op::SetFont { font, size: Pt(short(*size)) });
                }
                let Point { x: Pt(x), y: Pt(y) } = point(*x, *y);
                let matrix = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]);
                self.ops.push(Op::SetTextMatrix { matrix });
                self.ops.push(Op::ShowText { items: items(text, shifts) });
            }
            Ink::Rect { x, y, width, height, fill, stroke } => {
                self.end_text();
                let mode = match (fill, stroke) {
                    (Some(_), Some(_)) => PaintMode::FillStroke,
                    (Some(_), None) => PaintMode::Fill,
                    (None, Some(_)) => PaintMode::Stroke,
                    (None, None) => return,
                };
                fill.iter().for_each(|fill| self.fill(*fill));
                stroke.iter().for_each(|stroke| self.stroke(*stroke));
                let Point { x, y } = point(*x, y + height);
                let (width, height) = (Pt(short(*width)), Pt(short(*height)));
                let winding_order = Some(WindingOrder::NonZero);
                let rectangle = Rect { x, y, width, height, mode: Some(mode), winding_order };
                self.ops.push(Op::DrawRectangle { rectangle });
            }
            Ink::Line { x1, y1, x2, y2, stroke } => {
                self.end_text();
                self.stroke(*stroke);
                let end = |x, y| LinePoint { p: point(x, y), bezier: false };
                let line = Line { points: vec![end(*x1, *y1), end(*x2, *y2)], is_closed: false };
                self.ops.push(Op::DrawLine { line });
            }
            Ink::Logo { x, y, width, height } => {
                self.end_text();
                let Point { x, y } = point(*x, y + height);
                let transform = XObjectTransform {
                    translate_x: Some(x),
                    translate_y: Some(y),
                    scale_x: Some(short(*width)),
                    scale_y: Some(short(*height)),
                    no_auto_scale: true,
                    ..XObjectTransform::default()
                };
                self.ops.push(Op::UseXobject { id: logo_id(), transform });
            }
        }
    }
}

/// The text with the pen's corrections in between.
fn items(text: &str, shifts: &[(usize, f32)]) -> Vec<TextItem> {
    let mut out = Vec::with_capacity(shifts.len() * 2 + 1);
    let mut chars = text.chars();
    let mut done = 0;
    for (after, shift) in shifts {
        let run: String = chars.by_ref().take(after.saturating_sub(done)).collect();
        done = done.max(*after);
        if !run.is_empty() {
            out.push(TextItem::Text(run));
        }
        out.push(TextItem::Offset(short(*shift)));
    }
    let rest = chars.as_str();
    if !rest.is_empty() {
        out.push(TextItem::Text(rest.to_owned()));
    }
    out
}
