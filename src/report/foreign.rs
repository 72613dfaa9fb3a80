//! Marks a questionnaire's texts where it speaks another language than the program does: a document of a Polish
//! questionnaire with English headings is English, and its questions are marked as Polish, so that a screen reader
//! pronounces both rightly.

use super::Report;
use super::document::{Block, Document, Inline};
use crate::model::{Texts, order};
use crate::text::harmless;

/// The document in the language of its headings, with the questionnaire's own texts marked if they are in another. In
/// headings, captions and labels, which hold plain text, they are not.
pub fn marked(mut document: Document, report: &Report) -> Document {
    let texts = report.texts;
    if texts.language.split('-').next() == Some(report.words.language) {
        document.language.clone_from(&texts.language);
        return document;
    }
    report.words.language.clone_into(&mut document.language);
    let marks = Marks { names: known(names(texts)), sentences: known(sentences(texts)), language: &texts.language };
    document.blocks.iter_mut().for_each(|block| marks.block(block));
    document
}

/// As they are printed; of two that begin alike, the longer one comes first.
fn known(texts: Vec<&str>) -> Vec<String> {
    let mut out: Vec<String> = texts.into_iter().map(harmless).filter(|text| !text.is_empty()).collect();
    order::sort_by(&mut out, |a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    out.dedup();
    out
}

/// What can stand within a sentence of the program.
fn names(texts: &Texts) -> Vec<&str> {
    let named = texts.principles.iter().chain(&texts.levels).chain(&texts.none);
    let named = named.chain(texts.perspectives.iter().flatten()).map(|named| named.name.as_str());
    let labels = texts.scale.iter().chain(&texts.na).chain(&texts.dk).map(|choice| choice.label.as_str());
    [texts.title.as_str()].into_iter().chain(named).chain(labels).collect()
}

/// What stands by itself, or at the beginning.
fn sentences(texts: &Texts) -> Vec<&str> {
    let mut out: Vec<&str> = texts.description.as_deref().into_iter().collect();
    out.extend(texts.principles.iter().chain(&texts.levels).filter_map(|named| named.description.as_deref()));
    for question in texts.questions.iter() {
        out.push(&question.text);
        out.extend(question.help.as_deref());
        out.extend(question.evidence.iter().map(String::as_str));
        if let Some(recommendation) = &question.recommendation {
            out.push(&recommendation.title);
            out.extend(recommendation.steps.iter().map(String::as_str));
            out.extend(recommendation.benefit.as_deref());
        }
    }
    out
}

struct Marks<'t> {
    names: Vec<String>,
    sentences: Vec<String>,
    language: &'t str,
}

impl Marks<'_> {
    fn block(&self, block: &mut Block) {
        match block {
            Block::Paragraph(inlines) => self.inlines(inlines),
            Block::List { items, .. } => items.iter_mut().flatten().for_each(|block| self.block(block)),
            Block::Table(table) => {
                table.rows.iter_mut().flatten().for_each(|cell| self.inlines(&mut cell.text));
            }
            Block::Note(blocks) | Block::Together(blocks) => blocks.iter_mut().for_each(|block| self.block(block)),
            Block::Heading { .. }
            | Block::Figure(_)
            | Block::WritingLines(_)
            | Block::TickBoxes(_)
            | Block::PageBreak => {}
        }
    }

    fn inlines(&self, inlines: &mut Vec<Inline>) {
        *inlines = std::mem::take(inlines).into_iter().flat_map(|inline| self.split(inline)).collect();
    }

    /// A run of text, with the first of the known texts in it as a run of its own.
    fn split(&self, inline: Inline) -> Vec<Inline> {
        let Inline::Text(text) = inline else { return vec![inline] };
        let whole = |at: usize, length: usize| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !letter(text[..at].chars().next_back()) && !letter(text[at + length..].chars().next())
        };
        let sentence =
            self.sentences.iter().find(|known| text.starts_with(known.as_str())).map(|known| (0, known.len()));
        let name = || {
            self.names.iter().find_map(|known| {
                let at = text.find(known.as_str()).filter(|at| whole(*at, known.len()))?;
                Some((at, known.len()))
            })
        };
        let found = sentence.or_else(name);
        let Some((at, length)) = found else { return vec![Inline::Text(text)] };
        let (before, after) = (text[..at].to_owned(), text[at + length..].to_owned());
        let foreign = Inline::Foreign { language: self.language.to_owned(), text: text[at..at + length].to_owned() };
        let some = |text: String| if text.is_empty() { Vec::new() } else { self.split(Inline::Text(text)) };
        some(before).into_iter().chain([foreign]).chain(some(after)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_texts_are_marked_wherever_they_stand() {
        let marks = Marks { names: vec!["Tak".into()], sentences: vec!["Czy pytacie?".into()], language: "pl" };
        let polish = |text: &str| Inline::Foreign { language: "pl".into(), text: text.into() };
        let english = |text: &str| Inline::Text(text.into());
        assert_eq!(
            marks.split(english("Czy pytacie? (a1): Tak, Taka")),
            [polish("Czy pytacie?"), english(" (a1): "), polish("Tak"), english(", Taka")]
        );
        assert_eq!(marks.split(english("Takt")), [english("Takt")]);
    }
}
