//! What one language has and another lacks.

use super::finding;
use crate::error::lint::Lint;
use crate::error::{Problem, Severity};
use crate::model::{ChoiceText, Named, Recommendation, Rubric, Texts};
use crate::rubric::Loaded;

/// One text that may be absent, or a list: how many entries it has.
struct Slot {
    pointer: String,
    key: &'static str,
    count: usize,
}

/// Compares the languages key by key; a rubric in one language has nothing to compare.
pub fn check(loaded: &Loaded, all: &[Texts], found: &mut Vec<Problem>) {
    if all.len() < 2 {
        return;
    }
    let slots: Vec<Vec<Slot>> = all.iter().map(|texts| slots(&loaded.rubric, texts)).collect();
    let Some(first) = slots.first() else { return };
    for index in 0..first.len() {
        let at = |language: usize| slots.get(language).and_then(|slots| slots.get(index));
        let most =
            (0..all.len()).max_by_key(|&language| (at(language).map_or(0, |slot| slot.count), all.len() - language));
        let Some((most, there)) = most.and_then(|most| Some((most, at(most)?.count))) else { continue };
        for (language, texts) in all.iter().enumerate() {
            let Some(slot) = at(language).filter(|slot| slot.count < there) else { continue };
            let (file, base) = loaded.place_of_texts(&texts.language);
            let other = all.get(most).map(|texts| texts.language.clone()).unwrap_or_default();
            let lint = if slot.count == 0 {
                Lint::MissingTranslation { key: slot.key, language: other }
            } else {
                Lint::FewerItems { key: slot.key, found: slot.count, language: other, there }
            };
            found.push(finding(Severity::Warning, file, format!("{base}{}", slot.pointer), lint));
        }
    }
}

/// Everything that may be absent, in the same order for every language.
fn slots(rubric: &Rubric, texts: &Texts) -> Vec<Slot> {
    let mut out = Vec::new();
    let mut add = |pointer: &str, key, there: usize| out.push(Slot { pointer: pointer.to_owned(), key, count: there });
    let one = |text: &Option<String>| usize::from(text.is_some());
    add("", "description", one(&texts.description));
    let mut named = |pointer: &str, named: Option<&Named>| {
        add(pointer, "name", usize::from(named.is_some()));
        add(pointer, "easy", named.map_or(0, |named| one(&named.easy)));
        add(pointer, "description", named.map_or(0, |named| one(&named.description)));
    };
    for (principle, text) in rubric.principles.iter().zip(&texts.principles) {
        named(&format!("/principles/{}", principle.id), Some(text));
    }
    for (level, text) in rubric.levels.iter().zip(&texts.levels) {
        named(&format!("/levels/{}", level.id), Some(text));
    }
    named("/levels/none", texts.none.as_ref());
    for (perspective, text) in rubric.perspectives.iter().zip(&texts.perspectives) {
        named(&format!("/perspectives/{}", perspective.id), text.as_ref());
    }
    let mut choice = |pointer: &str, choice: Option<&ChoiceText>| {
        add(pointer, "label", usize::from(choice.is_some()));
        add(pointer, "easy", choice.map_or(0, |choice| one(&choice.easy)));
        add(pointer, "description", choice.map_or(0, |choice| one(&choice.description)));
    };
    for (option, text) in rubric.scale.iter().zip(&texts.scale) {
        choice(&format!("/scale/{}", option.id), Some(text));
    }
    choice("/scale/na", texts.na.as_ref());
    choice("/scale/dk", texts.dk.as_ref());
    for (facet, text) in rubric.facets.iter().zip(&texts.facets) {
        add(&format!("/facets/{}", facet.id), "name", one(&text.name));
        for (value, name) in facet.values.iter().zip(&text.values) {
            add(&format!("/facets/{}/values/{value}", facet.id), "name", one(name));
        }
    }
    static NOTHING: Recommendation =
        Recommendation { title: String::new(), easy_title: None, steps: Vec::new(), benefit: None };
    for (question, text) in rubric.questions.iter().zip(texts.questions.iter()) {
        let pointer = format!("/questions/{}", question.id);
        add(&pointer, "easy", one(&text.easy));
        add(&pointer, "help", one(&text.help));
        add(&pointer, "easy_help", one(&text.easy_help));
        add(&pointer, "evidence", text.evidence.len());
        add(&pointer, "recommendation", usize::from(text.recommendation.is_some()));
        let recommendation = text.recommendation.as_ref().unwrap_or(&NOTHING);
        let pointer = format!("{pointer}/recommendation");
        add(&pointer, "easy_title", one(&recommendation.easy_title));
        add(&pointer, "steps", recommendation.steps.len());
        add(&pointer, "benefit", one(&recommendation.benefit));
    }
    out
}
