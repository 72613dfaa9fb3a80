//! The whole questionnaire as a document to read: for reviews with those whom it is about.

use crate::model::number::ratio;
use crate::model::{Named, Question, QuestionText, Ratio, Rubric, SETTINGS, Texts};
use crate::report::document::{Align, Block, Cell, Column, Document, Inline, Table};
use crate::text::{Words, harmless};

/// What the booklet is made of.
#[derive(Debug, Clone, Copy)]
pub struct Booklet<'a> {
    /// The rubric.
    pub rubric: &'a Rubric,
    /// Its words.
    pub texts: &'a Texts,
    /// The program's words in the same language.
    pub words: &'static Words,
    /// Only the easy texts.
    pub easy: bool,
    /// Only the questions that this perspective is asked.
    pub perspective: Option<&'a str>,
}

/// "Label: value" as a paragraph.
fn field(label: &str, value: &str) -> Block {
    Block::Paragraph(vec![Inline::Strong(format!("{label}: ")), Inline::Text(harmless(value))])
}

impl Booklet<'_> {
    /// Builds the document: title, how to answer, then principle by principle and level by level the questions.
    pub fn document(&self) -> Document {
        let title = harmless(&self.texts.title);
        let mut blocks = self.front(&title);
        blocks.extend(self.options());
        for (index, (principle, name)) in self.rubric.principles.iter().zip(&self.texts.principles).enumerate() {
            blocks.push(Block::heading(2, self.name(name, &principle.id)));
            blocks.extend(self.about(name));
            for (level, name) in self.texts.levels.iter().enumerate() {
                blocks.extend(self.cell(index, level, name));
            }
        }
        if !self.easy && !self.rubric.sources.is_empty() {
            blocks.push(Block::heading(2, self.words.rubric.sources));
            let sources = self.rubric.sources.iter();
            let items = sources.map(|source| vec![field(&source.id, &source.citation)]);
            blocks.push(Block::List { ordered: false, items: items.collect() });
        }
        Document {
            language: self.texts.language.clone(),
            subject: (self.words.rubric.subject)(&title),
            footer: format!("{} {}", self.rubric.id, self.rubric.version),
            title,
            page_of: self.words.report.page_of.to_owned(),
            blocks,
            ..Document::default()
        }
    }

    fn front(&self, title: &str) -> Vec<Block> {
        let words = &self.words.rubric;
        let mut blocks = vec![Block::heading(1, title)];
        if self.easy {
            blocks.push(Block::Note(vec![Block::text(self.words.interview.easy_label)]));
        } else {
            blocks.extend(self.texts.description.iter().map(|text| Block::text(harmless(text))));
        }
        let version = format!("{} {}", self.rubric.id, self.rubric.version);
        let asked = (0..self.rubric.questions.len()).filter(|&index| self.rubric.asks(index, self.perspective, None));
        let count = (words.question_count)(asked.count());
        blocks.push(field(words.version, &format!("{version} ({count})")));
        if !self.easy && self.texts.has_easy() {
            blocks.push(field(words.easy, self.words.interview.easy_label));
        }
        if let Some(id) = self.perspective {
            blocks.push(Block::text((words.only_for)(&self.perspective_name(id))));
        }
        blocks
    }

    fn options(&self) -> Vec<Block> {
        let words = &self.words.rubric;
        let texts = &self.texts;
        let all = texts.scale.iter().chain(&texts.na).chain(&texts.dk);
        let mut blocks = vec![Block::heading(2, words.how_to_answer)];
        if self.easy {
            let items = all.map(|choice| {
                let easy = choice.easy.as_ref().unwrap_or(&choice.label);
                vec![Block::text(harmless(easy))]
            });
            blocks.push(Block::List { ordered: true, items: items.collect() });
            return blocks;
        }
        blocks.push(Block::text(words.how));
        let text = |text: &Option<String>| text.as_deref().map(harmless).unwrap_or_default();
        let rows: Vec<[String; 3]> =
            all.map(|choice| [harmless(&choice.label), text(&choice.easy), text(&choice.description)]).collect();
        // A rubric need not say more of its options than what they are called.
        let told = |column: &usize| rows.iter().any(|row| !row[*column].is_empty());
        let columns: Vec<usize> = (0..3).filter(told).collect();
        let column = |&index: &usize| {
            let (head, share) = (words.option_heads[index].to_owned(), [2, 3, 6][index]);
            Column { head, align: Align::Start, share }
        };
        let cells = |row: &[String; 3]| columns.iter().map(|&index| Cell::from(row[index].clone())).collect();
        blocks.push(Block::Table(Table {
            caption: words.options_caption.to_owned(),
            columns: columns.iter().map(column).collect(),
            rows: rows.iter().map(cells).collect(),
            row_heads: true,
        }));
        blocks
    }

    /// The name, or with `--easy` the easy one.
    fn name(&self, named: &Named, id: &str) -> String {
        let name = named.easy.as_ref().filter(|_| self.easy).unwrap_or(&named.name);
        harmless(if name.is_empty() { id } else { name })
    }

    fn about(&self, named: &Named) -> Vec<Block> {
        if self.easy {
            return Vec::new();
        }
        let description = named.description.iter().map(|text| Block::text(harmless(text)));
        let easy = named.easy.iter().map(|text| field(self.words.rubric.easy, text));
        description.chain(easy).collect()
    }

    fn cell(&self, principle: usize, level: usize, name: &Named) -> Vec<Block> {
        let id = self.rubric.levels.get(level).map_or("", |level| level.id.as_str());
        let mut blocks = vec![Block::heading(3, self.name(name, id))];
        // What a level means is said once, with the first principle.
        if principle == 0 {
            blocks.extend(self.about(name));
        }
        let asked = self.rubric.cell(principle, level).filter(|&index| self.rubric.asks(index, self.perspective, None));
        let before = blocks.len();
        for index in asked {
            let (question, text) = (self.rubric.questions.get(index), self.texts.questions.get(index));
            let (Some(question), Some(text)) = (question, text) else { continue };
            blocks.extend(if self.easy { self.easy_question(question, text) } else { self.question(question, text) });
        }
        if blocks.len() == before {
            blocks.push(Block::text(self.words.rubric.no_questions));
        }
        blocks
    }

    fn easy_question(&self, question: &Question, text: &QuestionText) -> Vec<Block> {
        let words = &self.words.rubric;
        let asked = text.easy.as_ref().unwrap_or(&text.text);
        let mut blocks = vec![Block::heading(4, harmless(&format!("{}: {asked}", question.id)))];
        if text.easy.is_none() {
            blocks.push(Block::text(words.no_easy));
        }
        blocks.extend(text.easy_help.iter().map(|help| Block::text(harmless(help))));
        let next = text.recommendation.as_ref().and_then(|recommendation| recommendation.easy_title.as_ref());
        blocks.extend(next.map(|title| field(words.next_step, title)));
        blocks
    }

    fn question(&self, question: &Question, text: &QuestionText) -> Vec<Block> {
        let words = &self.words.rubric;
        let mut blocks = vec![Block::heading(4, harmless(&format!("{}: {}", question.id, text.text)))];
        let mut add = |label, value: Option<&String>| blocks.extend(value.map(|value| field(label, value)));
        add(words.easy, text.easy.as_ref());
        add(words.help, text.help.as_ref());
        add(words.easy_help, text.easy_help.as_ref());
        let list = |items: &[String]| items.iter().map(|item| vec![Block::text(harmless(item))]).collect();
        if !text.evidence.is_empty() {
            blocks.push(Block::Paragraph(vec![Inline::Strong(format!("{}:", words.evidence))]));
            blocks.push(Block::List { ordered: false, items: list(&text.evidence) });
        }
        if let Some(recommendation) = &text.recommendation {
            blocks.push(field(words.next_step, &recommendation.title));
            if !recommendation.steps.is_empty() {
                blocks.push(Block::List { ordered: true, items: list(&recommendation.steps) });
            }
            blocks.extend(recommendation.easy_title.iter().map(|title| field(words.easy_next_step, title)));
            blocks.extend(recommendation.benefit.iter().map(|benefit| field(words.benefit, benefit)));
        }
        blocks.extend(self.about_question(question));
        blocks
    }

    /// Whom it is for, what it takes, and where it comes from.
    fn about_question(&self, question: &Question) -> Vec<Block> {
        let words = &self.words.rubric;
        let mut blocks = Vec::new();
        if question.essential {
            blocks.push(field(words.essential_label, words.essential));
        }
        let names = |list: &Vec<usize>| {
            let ids = list.iter().filter_map(|&index| self.rubric.perspectives.get(index));
            ids.map(|perspective| self.perspective_name(&perspective.id)).collect::<Vec<_>>().join(", ")
        };
        let asked = question.perspectives.as_ref().map_or_else(|| words.everybody.to_owned(), names);
        blocks.push(field(words.asked, &asked));
        if let Some(settings) = &question.settings {
            let names: Vec<&str> = settings.iter().map(|setting| self.setting_name(setting)).collect();
            blocks.push(field(words.settings_label, &names.join(", ")));
        }
        if !question.na_allowed {
            blocks.push(Block::text(words.na_not_allowed));
        }
        let effort: Vec<String> = question.effort.iter().map(|effort| self.effort(effort)).collect();
        blocks.push(field(words.effort, &effort.join(", ")));
        for (label, list) in [(words.references, &question.references), (words.tags, &question.tags)] {
            if !list.is_empty() {
                blocks.push(field(label, &list.join(", ")));
            }
        }
        blocks
    }

    /// "small", "medium", "large" for 1, 2, 3; other numbers as they are.
    fn effort(&self, effort: &Ratio) -> String {
        let word = (1..=3).zip(self.words.rubric.efforts).find(|(number, _)| *effort == ratio(*number, 1));
        word.map_or_else(|| self.words.numbers.fraction(effort), |(_, word)| word.to_owned())
    }

    fn perspective_name(&self, id: &str) -> String {
        let index = self.rubric.perspectives.iter().position(|perspective| perspective.id == id);
        let named = index.and_then(|index| self.texts.perspectives.get(index)).and_then(Option::as_ref);
        named.map_or_else(|| id.to_owned(), |named| named.name.clone())
    }

    fn setting_name<'b>(&self, id: &'b str) -> &'b str {
        let known = SETTINGS.iter().position(|setting| *setting == id);
        known.and_then(|index| self.words.interview.settings.get(index)).copied().unwrap_or(id)
    }
}
