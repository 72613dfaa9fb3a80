//! The questionnaire as a document, to be filled in by hand: what the formats of paper write.

use super::Questionnaire;
use crate::model::{ChoiceText, Named, Question, SETTINGS};
use crate::report::document::{Block, Document, Inline};
use crate::text::wrap::sentences;
use crate::text::{FormWords, Said, harmless, harmless_lines, words_for};

/// The document in the language that was asked for.
pub fn document(form: &Questionnaire) -> Document {
    let language = form.first();
    let title = harmless(&language.texts.title);
    let paper = Paper { form, words: &language.words.form };
    let version = format!("{} {}", form.rubric.id, form.rubric.version);
    let footer = form.organisation.map_or_else(|| version.clone(), |name| format!("{} · {version}", harmless(name)));
    Document {
        language: language.tag().to_owned(),
        subject: paper.say(paper.words.paper_how).replace('\n', " "),
        title: title.clone(),
        author: form.organisation.map(harmless),
        footer,
        page_of: language.words.report.page_of.to_owned(),
        large: form.large,
        whole_words: form.easy,
        blocks: paper.blocks(&title),
        ..Document::default()
    }
}

struct Paper<'a> {
    form: &'a Questionnaire<'a>,
    words: &'static FormWords,
}

impl Paper<'_> {
    /// The program's words, easy to read if that is wanted.
    fn say(&self, [plain, easy]: Said) -> String {
        super::filled(self.form, if self.form.easy && !easy.is_empty() { easy } else { plain })
    }

    /// A rubric's words, easy to read if that is wanted and possible.
    fn choose(&self, plain: &str, easy: Option<&str>) -> String {
        harmless(easy.filter(|_| self.form.easy).unwrap_or(plain))
    }

    fn head(&self, said: Said) -> Block {
        Block::heading(2, self.say(said))
    }

    fn text(&self, said: Said) -> Block {
        Block::text(self.say(said))
    }

    /// A bold line with room to write below it.
    fn lines(&self, said: Said, count: u8) -> [Block; 2] {
        [label(self.say(said)), Block::WritingLines(count)]
    }

    fn blocks(&self, title: &str) -> Vec<Block> {
        let mut blocks = vec![Block::heading(1, title)];
        if self.form.easy {
            blocks.push(Block::Note(vec![self.text(self.words.easy_note)]));
        }
        blocks.extend(self.start());
        blocks.extend(self.who());
        let asked = self.form.asked();
        let texts = &self.form.first().texts;
        let mut number = 0;
        for (place, (principle, named)) in self.form.rubric.principles.iter().zip(&texts.principles).enumerate() {
            let here = |index: &&usize| {
                self.form.rubric.questions.get(**index).is_some_and(|question| question.principle == place)
            };
            if !asked.iter().any(|index| here(&index)) {
                continue;
            }
            blocks.push(Block::PageBreak);
            blocks.push(Block::heading(2, self.name(named, &principle.id)));
            for &index in asked.iter().filter(here) {
                number += 1;
                blocks.extend(self.question(index, number));
            }
        }
        blocks.push(Block::Note(vec![self.end()]));
        blocks
    }

    fn name(&self, named: &Named, id: &str) -> String {
        self.choose(if named.name.is_empty() { id } else { &named.name }, named.easy.as_deref())
    }

    fn end(&self) -> Block {
        let said = if self.form.contact.is_some() { self.words.paper_return_to } else { self.words.paper_return };
        Block::Paragraph(linked(&self.say(said)))
    }

    /// What people are told before they answer.
    fn start(&self) -> Vec<Block> {
        let (form, words) = (self.form, self.words);
        let language = form.first();
        let mut blocks = vec![self.head(words.about_head), self.text(words.about)];
        if !form.easy {
            blocks.extend(language.texts.description.iter().map(|text| Block::text(harmless(text))));
        }
        blocks.extend([self.head(words.voluntary_head), self.text(words.voluntary)]);
        blocks.push(self.head(words.data_head));
        for (said, value) in
            [(words.responsible, form.contact), (words.audience, form.audience), (words.deletion, form.delete_after)]
        {
            let value = value.map_or_else(|| self.say(words.not_said), harmless);
            let name = self.say(said);
            let name = if name.ends_with('?') { format!("{name} ") } else { format!("{name}: ") };
            let mut runs = vec![Inline::Strong(name)];
            runs.extend(linked(&value));
            blocks.push(Block::Paragraph(runs));
        }
        blocks.extend([self.head(words.how_head), self.text(words.paper_how)]);
        if !form.easy {
            let texts = &language.texts;
            let na = texts.na.iter().filter(|_| form.offers_na());
            let described = texts.scale.iter().chain(na).chain(&texts.dk);
            let items = described.filter_map(|choice| {
                let meaning = choice.description.as_ref()?;
                let name = Inline::Strong(format!("{}: ", harmless(&choice.label)));
                Some(vec![Block::Paragraph(vec![name, Inline::Text(harmless(meaning))])])
            });
            blocks.push(Block::List { ordered: false, items: items.collect() });
        }
        blocks.extend(self.legal());
        blocks
    }

    /// What those who organise a survey in Germany need to know, in German.
    fn legal(&self) -> Option<Block> {
        let german = words_for("de")?.report.before_you_start;
        let language = self.form.first();
        let mut blocks = vec![label(self.say(self.words.legal_head))];
        if language.words.language == "de" {
            blocks.push(Block::text(german));
        } else {
            blocks.push(Block::text(language.words.report.before_you_start));
            let foreign = Inline::Foreign { language: "de".to_owned(), text: german.to_owned() };
            blocks.push(Block::Paragraph(vec![foreign]));
        }
        Some(Block::Together(vec![Block::Note(blocks)]))
    }

    /// Who answers for which organisation.
    fn who(&self) -> Vec<Block> {
        let (form, words) = (self.form, self.words);
        let mut blocks = vec![self.head(words.who_head), label(self.say(words.who))];
        blocks.push(Block::TickBoxes(vec![self.say(words.paper_one), self.say(words.paper_group)]));
        blocks.extend(self.lines(words.people, 1));
        blocks.extend([label(self.say(words.consent)), self.text(words.consent_hint)]);
        blocks.push(Block::TickBoxes(vec![self.say(words.consent_yes), self.say(words.consent_no)]));
        blocks.extend(self.lines(words.paper_code, 1));
        if form.perspective.is_none() && !form.rubric.perspectives.is_empty() {
            let named = form.rubric.perspectives.iter().zip(&form.first().texts.perspectives);
            let mut options: Vec<String> = named
                .map(|(perspective, named)| match named {
                    Some(named) => self.name(named, &perspective.id),
                    None => perspective.id.clone(),
                })
                .collect();
            options.push(self.say(words.whole));
            let boxes = Block::TickBoxes(options);
            let asked = [label(self.say(words.perspective)), self.text(words.perspective_hint), boxes];
            blocks.push(Block::Together(asked.to_vec()));
        } else if let Some(id) = form.perspective {
            let place = form.rubric.perspectives.iter().position(|perspective| perspective.id == id);
            let named = place.and_then(|place| form.first().texts.perspectives.get(place)).and_then(Option::as_ref);
            let name = named.map_or_else(|| id.to_owned(), |named| self.name(named, id));
            blocks.push(Block::text((form.first().words.rubric.only_for)(&name)));
        }
        blocks.push(self.head(words.organisation_head));
        match form.organisation {
            Some(name) => blocks.push(label(harmless(name))),
            None => blocks.extend(self.lines(words.paper_name, 1)),
        }
        blocks.extend(self.lines(words.date, 1));
        if form.setting.is_none() && super::has_settings(form) {
            blocks.push(label(self.say(words.setting)));
            let said = [words.setting_employer, words.setting_provider, words.setting_both];
            blocks.push(Block::TickBoxes(said.map(|said| self.say(said)).to_vec()));
        }
        blocks
    }

    /// Whom a question is for, where the questionnaire is for more: others leave it out.
    fn asked_of(&self, question: &Question) -> Vec<Block> {
        let language = self.form.first();
        let (words, texts) = (language.words, &language.texts);
        let mut blocks = Vec::new();
        if let Some(list) = question.perspectives.as_ref().filter(|_| self.form.perspective.is_none()) {
            let name = |&index: &usize| {
                let id = self.form.rubric.perspectives.get(index).map_or("", |perspective| perspective.id.as_str());
                let named = texts.perspectives.get(index).and_then(Option::as_ref);
                named.map_or_else(|| id.to_owned(), |named| self.name(named, id))
            };
            let names = list.iter().map(name).collect::<Vec<_>>().join(", ");
            blocks.push(Block::text((words.rubric.only_if)(&names)));
        }
        if let Some(settings) = question.settings.as_ref().filter(|_| self.form.setting.is_none()) {
            let name = |id: &String| {
                let known = SETTINGS.iter().position(|setting| setting == id);
                known.and_then(|index| words.interview.settings.get(index)).map_or(id.as_str(), |name| name).to_owned()
            };
            let names = settings.iter().map(name).collect::<Vec<_>>().join(", ");
            blocks.push(Block::text((words.rubric.only_if)(&names)));
        }
        blocks
    }

    fn question(&self, index: usize, number: usize) -> Vec<Block> {
        let texts = &self.form.first().texts;
        let (Some(question), Some(text)) = (self.form.rubric.questions.get(index), texts.questions.get(index)) else {
            return Vec::new();
        };
        let asked = self.choose(&text.text, text.easy.as_deref());
        // The code stays the same in every questionnaire; the number does not.
        let mut blocks = vec![Block::heading(3, format!("{number}. {asked} ({})", question.id))];
        blocks.extend(self.asked_of(question));
        let help = match &text.easy_help {
            Some(help) if self.form.easy => Some(sentences(help)),
            _ => text.help.clone(),
        };
        blocks.extend(help.map(|help| Block::text(harmless_lines(&help))));
        let words = self.form.first().words;
        if !self.form.easy && !text.evidence.is_empty() {
            let examples = text.evidence.iter().map(|example| harmless(example)).collect::<Vec<_>>().join("; ");
            blocks.push(Block::text(format!("{}: {examples}.", words.rubric.evidence)));
        }
        let or = |choice: &Option<ChoiceText>, word: &str| {
            choice.as_ref().map_or_else(|| word.to_owned(), |choice| self.choose(&choice.label, choice.easy.as_deref()))
        };
        let mut options: Vec<String> =
            texts.scale.iter().map(|choice| self.choose(&choice.label, choice.easy.as_deref())).collect();
        if question.na_allowed {
            options.push(or(&texts.na, words.interview.na));
        }
        options.push(or(&texts.dk, words.interview.dk));
        blocks.push(Block::TickBoxes(options));
        // The question and its options are never parted; what is written beside them may stand on the next page, and
        // says what it is about.
        let mut blocks = vec![Block::Together(blocks)];
        let reason = Some(self.words.paper_na_reason).filter(|_| question.na_allowed);
        for said in reason.into_iter().chain([self.words.paper_note, self.words.paper_evidence]) {
            blocks.push(label(format!("{}: {}", (words.rubric.question_number)(number), self.say(said))));
            blocks.push(Block::WritingLines(1));
        }
        blocks
    }
}

/// Running text whose e-mail addresses can be followed on a screen.
fn linked(text: &str) -> Vec<Inline> {
    let is_address = |word: &str| {
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && word.is_ascii())
    };
    let (mut out, mut before) = (Vec::new(), String::new());
    for word in text.split_inclusive(char::is_whitespace) {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric());
        match word.split_once(core).filter(|_| is_address(core)) {
            Some((start, end)) => {
                before.push_str(start);
                out.push(Inline::Text(std::mem::replace(&mut before, end.to_owned())));
                out.push(Inline::Link { text: core.to_owned(), url: format!("mailto:{core}") });
            }
            None => before.push_str(word),
        }
    }
    out.push(Inline::Text(before));
    out.retain(|run| !run.text().is_empty());
    out
}

/// A bold line.
fn label(text: String) -> Block {
    Block::Paragraph(vec![Inline::Strong(text)])
}
