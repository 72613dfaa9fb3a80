//! Every text of a rubric in one language, with its place and its kind.

use crate::model::{ChoiceText, Named, QuestionText, Texts};
use crate::rubric::Loaded;

/// A text to be looked at.
#[derive(Debug)]
pub struct Passage<'t> {
    /// The file.
    pub file: &'t str,
    /// JSON pointer.
    pub pointer: String,
    /// The text.
    pub text: &'t str,
    /// Easy language, or plain.
    pub easy: bool,
    /// Whether it asks what is to be answered.
    pub question: bool,
}

struct Collector<'t> {
    file: &'t str,
    base: String,
    out: Vec<Passage<'t>>,
}

impl<'t> Collector<'t> {
    fn add(&mut self, pointer: &str, key: &str, text: Option<&'t str>) {
        let Some(text) = text else { return };
        let (easy, question) =
            (key.starts_with("easy"), pointer.starts_with("/questions/") && matches!(key, "text" | "easy"));
        let question = question && pointer.matches('/').count() == 2;
        let pointer = format!("{}{pointer}/{key}", self.base);
        self.out.push(Passage { file: self.file, pointer, text, easy, question });
    }

    fn list(&mut self, pointer: &str, key: &str, texts: &'t [String]) {
        for (index, text) in texts.iter().enumerate() {
            self.add(&format!("{pointer}/{key}"), &index.to_string(), Some(text));
        }
    }

    fn named(&mut self, pointer: &str, named: Option<&'t Named>) {
        let Some(named) = named else { return };
        self.add(pointer, "name", Some(&named.name));
        self.add(pointer, "easy", named.easy.as_deref());
        self.add(pointer, "description", named.description.as_deref());
    }

    fn choice(&mut self, pointer: &str, choice: Option<&'t ChoiceText>) {
        let Some(choice) = choice else { return };
        self.add(pointer, "label", Some(&choice.label));
        self.add(pointer, "easy", choice.easy.as_deref());
        self.add(pointer, "description", choice.description.as_deref());
    }

    fn question(&mut self, pointer: &str, question: &'t QuestionText) {
        self.add(pointer, "text", Some(&question.text));
        self.add(pointer, "easy", question.easy.as_deref());
        self.add(pointer, "help", question.help.as_deref());
        self.add(pointer, "easy_help", question.easy_help.as_deref());
        self.list(pointer, "evidence", &question.evidence);
        let Some(recommendation) = &question.recommendation else { return };
        let pointer = format!("{pointer}/recommendation");
        self.add(&pointer, "title", Some(&recommendation.title));
        self.add(&pointer, "easy_title", recommendation.easy_title.as_deref());
        self.list(&pointer, "steps", &recommendation.steps);
        self.add(&pointer, "benefit", recommendation.benefit.as_deref());
    }
}

/// All texts of a language, in the order of the rubric.
pub fn of<'t>(loaded: &'t Loaded, texts: &'t Texts) -> Vec<Passage<'t>> {
    let rubric = &loaded.rubric;
    let (file, base) = loaded.place_of_texts(&texts.language);
    let mut all = Collector { file, base, out: Vec::new() };
    all.add("", "title", Some(&texts.title));
    all.add("", "description", texts.description.as_deref());
    for (principle, text) in rubric.principles.iter().zip(&texts.principles) {
        all.named(&format!("/principles/{}", principle.id), Some(text));
    }
    for (level, text) in rubric.levels.iter().zip(&texts.levels) {
        all.named(&format!("/levels/{}", level.id), Some(text));
    }
    all.named("/levels/none", texts.none.as_ref());
    for (option, text) in rubric.scale.iter().zip(&texts.scale) {
        all.choice(&format!("/scale/{}", option.id), Some(text));
    }
    all.choice("/scale/na", texts.na.as_ref());
    all.choice("/scale/dk", texts.dk.as_ref());
    for (perspective, text) in rubric.perspectives.iter().zip(&texts.perspectives) {
        all.named(&format!("/perspectives/{}", perspective.id), text.as_ref());
    }
    for (facet, text) in rubric.facets.iter().zip(&texts.facets) {
        let pointer = format!("/facets/{}", facet.id);
        all.add(&pointer, "name", text.name.as_deref());
        for (value, name) in facet.values.iter().zip(&text.values) {
            all.add(&format!("{pointer}/values/{value}"), "name", name.as_deref());
        }
    }
    for (question, text) in rubric.questions.iter().zip(texts.questions.iter()) {
        all.question(&format!("/questions/{}", question.id), text);
    }
    all.out
}
