//! What the form's script knows: all texts of all languages, and which question is asked of whom.

use crate::form::{Language, Questionnaire, filled, has_settings};
use crate::model::Named;
use crate::text::wrap::sentences;
use crate::text::{LANGUAGES, harmless_lines};
use indexmap::IndexMap;
use serde_json::{Map, Value, json};

/// The texts of one language by key, as they are and easy to read. Keys: `ui.NAME` the program's words, `title`,
/// `description`, `q.ID` a question, `h.ID` its help, `e.ID.N` evidence, `p.ID` principles, `o.ID` options with
/// `od.ID`, `v.ID` perspectives with `vd.ID`.
pub struct Dictionary {
    /// BCP 47 tag of the rubric's texts.
    pub tag: String,
    /// BCP 47 tag of the program's words.
    pub words: &'static str,
    texts: IndexMap<String, [String; 2]>,
}

impl Dictionary {
    /// The text of a key, empty if there is none.
    pub fn plain(&self, key: &str) -> String {
        self.texts.get(key).map(|[plain, _]| plain.clone()).unwrap_or_default()
    }

    /// The text of a key, easy to read where there is an easy one.
    pub fn easy(&self, key: &str) -> String {
        self.texts.get(key).map(|[_, easy]| easy.clone()).unwrap_or_default()
    }

    fn add(&mut self, key: impl Into<String>, plain: &str, easy: Option<&str>) {
        let plain = harmless_lines(plain);
        let easy = easy.map(|easy| harmless_lines(&sentences(easy)));
        self.texts.insert(key.into(), [plain.clone(), easy.unwrap_or(plain)]);
    }
}

/// The dictionaries of all languages, the first one's first.
pub fn dictionaries(form: &Questionnaire) -> Vec<Dictionary> {
    form.languages.iter().map(|language| dictionary(form, language)).collect()
}

fn dictionary(form: &Questionnaire, language: &Language) -> Dictionary {
    let Language { texts, words } = language;
    let mut out = Dictionary { tag: language.tag().to_owned(), words: words.language, texts: IndexMap::new() };
    for (name, [plain, easy]) in words.form.all() {
        let [plain, easy] = [plain, easy].map(|text| filled(form, text));
        out.add(format!("ui.{name}"), &plain, Some(easy.as_str()).filter(|easy| !easy.is_empty()));
    }
    out.add("ui.how", words.rubric.how, None);
    // Elsewhere the sentence is a translation of what is said in German.
    let legal = if words.language == "de" { "" } else { words.report.before_you_start };
    out.add("ui.legal", legal, None);
    out.add("title", &texts.title, None);
    out.add("description", texts.description.as_deref().unwrap_or_default(), None);
    for (principle, named) in form.rubric.principles.iter().zip(&texts.principles) {
        add_named(&mut out, "p", &principle.id, named);
    }
    let scale = form.rubric.scale.iter().map(|choice| choice.id.as_str()).zip(texts.scale.iter().map(Some));
    let always = [("na", &texts.na, words.interview.na), ("dk", &texts.dk, words.interview.dk)];
    for (id, text) in scale.chain(always.iter().map(|(id, text, _)| (*id, text.as_ref()))) {
        let word = always.iter().find(|(known, _, _)| *known == id).map_or(id, |(_, _, word)| word);
        let label = text.map_or(word, |text| &text.label);
        out.add(format!("o.{id}"), label, text.and_then(|text| text.easy.as_deref()));
        out.add(format!("od.{id}"), text.and_then(|text| text.description.as_deref()).unwrap_or_default(), None);
    }
    for (perspective, named) in form.rubric.perspectives.iter().zip(&texts.perspectives) {
        let id = &perspective.id;
        let unnamed = Named { name: id.clone(), ..Named::default() };
        let named = named.as_ref().unwrap_or(&unnamed);
        add_named(&mut out, "v", id, named);
        out.add(format!("vd.{id}"), named.description.as_deref().unwrap_or_default(), None);
    }
    let settings = form.rubric.questions.iter().filter_map(|question| question.settings.as_ref()).flatten();
    for setting in settings {
        // The rubric gives settings of its own no names.
        out.add(format!("s.{setting}"), setting, None);
    }
    for index in form.asked() {
        let (Some(question), Some(text)) = (form.rubric.questions.get(index), texts.questions.get(index)) else {
            continue;
        };
        let id = &question.id;
        out.add(format!("q.{id}"), &text.text, text.easy.as_deref());
        out.add(format!("h.{id}"), text.help.as_deref().unwrap_or_default(), text.easy_help.as_deref());
        for (number, evidence) in text.evidence.iter().enumerate() {
            out.add(format!("e.{id}.{number}"), evidence, None);
        }
    }
    out
}

fn add_named(out: &mut Dictionary, kind: &str, id: &str, named: &Named) {
    let name = if named.name.is_empty() { id } else { &named.name };
    out.add(format!("{kind}.{id}"), name, named.easy.as_deref());
}

/// The data as JSON that can stand in a script element: no sign in it can end the element.
pub fn json(form: &Questionnaire, dictionaries: &[Dictionary]) -> String {
    let rubric = form.rubric;
    let perspectives = || rubric.perspectives.iter().map(|perspective| perspective.id.as_str());
    let languages: Vec<Value> = dictionaries.iter().map(language).collect();
    let questions: Vec<Value> =
        form.asked()
            .into_iter()
            .filter_map(|index| rubric.questions.get(index))
            .map(|question| {
                let ids: Option<Vec<&str>> = question.perspectives.as_ref().map(|list| {
                    perspectives().enumerate().filter(|(at, _)| list.contains(at)).map(|(_, id)| id).collect()
                });
                let principle = rubric.principles.get(question.principle).map(|principle| &principle.id);
                json!({"id": question.id, "principle": principle, "perspectives": ids, "settings": question.settings})
            })
            .collect();
    let scale: Vec<Value> =
        rubric.scale.iter().map(|choice| json!({"id": choice.id, "points": choice.points})).collect();
    let data = json!({
        "rubric": {"id": rubric.id, "version": rubric.version.to_string()},
        "continues": rubric.continues,
        "principles": rubric.principles.iter().map(|principle| &principle.id).collect::<Vec<_>>(),
        "perspectives": perspectives().collect::<Vec<_>>(),
        "perspective": form.perspective,
        "setting": form.setting,
        "hasSettings": has_settings(form),
        "organisation": form.organisation.map(harmless_lines),
        "contact": form.contact.map(harmless_lines),
        "easy": form.easy,
        "scale": scale,
        "questions": questions,
        "languages": languages,
    });
    data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

fn language(dictionary: &Dictionary) -> Value {
    let texts: Map<String, Value> = dictionary
        .texts
        .iter()
        .map(|(key, [plain, easy])| {
            let value = if plain == easy { json!(plain) } else { json!([plain, easy]) };
            (key.clone(), value)
        })
        .collect();
    json!({"tag": dictionary.tag, "words": dictionary.words, "texts": texts})
}

/// A language's own name.
pub fn language_name(tag: &str) -> &str {
    LANGUAGES.into_iter().find(|words| words.language == tag).map_or(tag, |words| words.name)
}
