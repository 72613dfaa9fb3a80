//! The built-in bank keeps its promises. Counted here from the bare JSON, apart from the program's own counting.

use super::{coprod, manifest};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

struct Bank {
    root: Value,
}

type Take<'a> = &'a dyn Fn(&Value) -> bool;

impl Bank {
    fn read(id: &str) -> Self {
        let text = fs::read_to_string(manifest(&format!("rubrics/{id}/rubric.json"))).unwrap();
        Self { root: serde_json::from_str(&text).unwrap() }
    }

    fn questions(&self) -> &Vec<Value> {
        self.root["questions"].as_array().unwrap()
    }

    fn ids(&self, key: &str) -> Vec<String> {
        self.root[key].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    }

    fn count(&self, takes: &[Take]) -> usize {
        self.questions().iter().filter(|question| takes.iter().all(|take| take(question))).count()
    }
}

fn has(question: &Value, key: &str, value: &str) -> bool {
    question[key].as_array().is_some_and(|list| list.iter().any(|item| item == value))
}

fn in_setting(setting: &'static str) -> impl Fn(&Value) -> bool {
    move |question| question.get("settings").is_none() || has(question, "settings", setting)
}

fn only(setting: &'static str) -> impl Fn(&Value) -> bool {
    move |question| question["settings"] == serde_json::json!([setting])
}

fn asked(perspective: &str) -> impl Fn(&Value) -> bool {
    let perspective = perspective.to_owned();
    move |question| question.get("perspectives").is_none() || has(question, "perspectives", &perspective)
}

fn tag(tag: &'static str) -> impl Fn(&Value) -> bool {
    move |question| has(question, "tags", tag)
}

fn facet(facet: &'static str, value: &'static str) -> impl Fn(&Value) -> bool {
    move |question| has(&question["facets"], facet, value)
}

fn is(key: &'static str, value: &str) -> impl Fn(&Value) -> bool {
    let value = value.to_owned();
    move |question| question[key] == value.as_str()
}

fn essential(question: &Value) -> bool {
    question["essential"] == true
}

#[test]
fn the_bank_has_its_cells_settings_and_perspectives() {
    let bank = Bank::read("co-production");
    assert!(bank.questions().len() >= 48);
    let both = bank.count(&[&|question: &Value| question.get("settings").is_none()]);
    assert!(both >= 36 && bank.count(&[&only("employer")]) >= 6 && bank.count(&[&only("provider")]) >= 6);
    for principle in bank.ids("principles") {
        for level in bank.ids("levels") {
            let cell: [Take; 2] = [&is("principle", &principle), &is("level", &level)];
            let with = |more: Take| bank.count(&[cell[0], cell[1], more]);
            let name = format!("{principle}/{level}");
            assert!(bank.count(&cell) >= 4, "{name}");
            assert!((1..=2).contains(&with(&essential)), "{name}");
            assert!(with(&in_setting("employer")) >= 3 && with(&in_setting("provider")) >= 3, "{name}");
            for perspective in bank.ids("perspectives") {
                assert!(with(&asked(&perspective)) >= 1, "{name}: {perspective}");
            }
        }
    }
    for perspective in ["disabled-staff", "service-users"] {
        assert!((16..=24).contains(&bank.count(&[&asked(perspective)])), "{perspective}");
    }
    for perspective in ["hr", "leadership"] {
        assert!(bank.count(&[&asked(perspective)]) <= 40, "{perspective}");
    }
}

#[test]
fn the_bank_has_its_facets() {
    let bank = Bank::read("co-production");
    for component in ["culture", "structure", "practice", "review"] {
        for principle in bank.ids("principles") {
            let count = bank.count(&[&facet("component", component), &is("principle", &principle)]);
            assert!(count >= 2, "{component} {principle}");
        }
    }
    for phase in ["planning", "design", "delivery", "evaluation"] {
        let phase_is = facet("phase", phase);
        assert!(bank.count(&[&phase_is]) >= 8, "{phase}");
        for aspect in ["involvement", "power"] {
            assert!(bank.count(&[&phase_is, &facet("aspect", aspect)]) >= 1, "{phase} {aspect}");
        }
    }
    for reach in ["leadership", "management", "frontline"] {
        assert!(bank.count(&[&facet("reach", reach)]) >= 8, "{reach}");
    }
    assert!(bank.count(&[&facet("aspect", "reciprocity")]) >= 4);
    assert!(bank.count(&[&facet("aspect", "routine")]) >= 2);
}

#[test]
fn the_bank_has_its_tags_and_references() {
    let bank = Bank::read("co-production");
    let tags: [(usize, &[&'static str]); 3] = [
        (3, &["social-model", "peer-support", "accommodation"]),
        (
            2,
            &[
                "recruitment",
                "career",
                "informal-networks",
                "neurodiversity",
                "accessibility-digital",
                "pay",
                "representation",
                "communication-support",
                "complaint",
                "budget-power",
                "mental-health",
                "intersectionality",
                "self-advocacy",
            ],
        ),
        (
            1,
            &[
                "accessibility-built",
                "assistive-technology",
                "onboarding",
                "retention",
                "remote-work",
                "supported-decision",
                "safety",
                "choice-control",
                "supported-employment",
                "data-protection",
            ],
        ),
    ];
    for (least, names) in tags {
        for name in names {
            assert!(bank.count(&[&tag(name)]) >= least, "{name}");
        }
    }
    assert_eq!(bank.count(&[&tag("social-model"), &is("level", "compliance"), &essential]), 1);
    let access: [Take; 4] = [&tag("accommodation"), &is("level", "compliance"), &is("principle", "access"), &essential];
    assert_eq!(bank.count(&access), 1);
    for mark in ["people-as-assets", "valuing-work", "promoting-reciprocity", "social-networks"] {
        assert!(bank.count(&[&tag(mark), &is("level", "transformation")]) >= 2, "{mark}");
    }
    for article in ["CRPD Art. 27", "CRPD Art. 4(3)"] {
        assert!(bank.count(&[&|question: &Value| has(question, "references", article)]) >= 4, "{article}");
    }
    let references = bank.questions().iter().flat_map(|question| question["references"].as_array().unwrap());
    let articles: BTreeSet<&str> =
        references.filter_map(Value::as_str).filter(|reference| reference.starts_with("CRPD Art. ")).collect();
    assert!(articles.len() >= 8, "{articles:?}");
    let equass = |question: &Value| {
        question["references"].as_array().unwrap().iter().any(|r| r.as_str().unwrap().starts_with("EQUASS "))
    };
    assert!(bank.count(&[&equass]) > 0);
    assert_eq!(bank.count(&[&equass]), bank.count(&[&equass, &only("provider")]));
}

#[test]
fn the_quick_check_is_one_question_a_cell_of_the_bank() {
    let (bank, quick) = (Bank::read("co-production"), Bank::read("co-production-quick"));
    assert_eq!(quick.questions().len(), 12);
    let cells: BTreeSet<String> =
        quick.questions().iter().map(|question| format!("{} {}", question["principle"], question["level"])).collect();
    assert_eq!(cells.len(), 12);
    for question in quick.questions() {
        let same = bank.questions().iter().find(|other| other["id"] == question["id"]);
        let same = same.unwrap_or_else(|| panic!("{} is not in the bank", question["id"]));
        assert_eq!((&same["principle"], &same["level"]), (&question["principle"], &question["level"]));
    }
    for mark in ["people-as-assets", "valuing-work", "promoting-reciprocity", "social-networks"] {
        assert_eq!(quick.count(&[&tag(mark), &is("level", "transformation")]), 1, "{mark}");
    }
    assert_eq!(bank.root["continues"], serde_json::json!(["co-production-quick"]));
}

#[test]
fn every_question_of_the_bank_has_all_its_texts_in_both_languages() {
    for id in ["co-production", "co-production-quick"] {
        for language in ["de", "en"] {
            let text = fs::read_to_string(manifest(&format!("rubrics/{id}/{language}.json"))).unwrap();
            let texts: Value = serde_json::from_str(&text).unwrap();
            for question in Bank::read(id).questions() {
                let name = format!("{id} {language} {}", question["id"]);
                let words = &texts["questions"][question["id"].as_str().unwrap()];
                for key in ["text", "easy", "help", "easy_help"] {
                    assert!(words[key].is_string(), "{name} {key}");
                }
                let help = words["help"].as_str().unwrap();
                let ends = help.split_whitespace().filter(|word| word.ends_with(['.', '!', '?'])).count();
                assert!((2..=4).contains(&ends), "{name} help: {ends} sentences");
                let options = texts["scale"].as_object().unwrap().values().take(4);
                for label in options.map(|option| option["label"].as_str().unwrap().to_lowercase()) {
                    assert!(help.to_lowercase().contains(&format!("{label}: ")), "{name} help: {label}");
                }
                let length = |value: &Value| value.as_array().map_or(0, Vec::len);
                assert!((2..=3).contains(&length(&words["evidence"])), "{name} evidence");
                let next = &words["recommendation"];
                assert!((3..=5).contains(&length(&next["steps"])), "{name} steps");
                for key in ["title", "easy_title", "benefit"] {
                    assert!(next[key].is_string(), "{name} {key}");
                }
            }
        }
    }
}

#[test]
fn the_built_in_rubrics_are_clean_and_readable() {
    for id in ["co-production", "co-production-quick"] {
        let run = coprod(&["rubric", "lint", id, "-f", "json"]);
        let result: Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!((run.code, &result["counts"]["errors"]), (0, &Value::from(0)), "{}", run.stdout);
        let readability = result["readability"].as_array().unwrap();
        assert_eq!(readability.len(), 4, "easy and plain, German and English");
        for measured in readability {
            let (flesch, lix) = if measured["texts"] == "easy" { (70.0, 35.0) } else { (50.0, 50.0) };
            let figures = (measured["flesch"].as_f64().unwrap(), measured["lix"].as_f64().unwrap());
            assert!(figures.0 >= flesch && figures.1 <= lix, "{id}: {measured}");
        }
        // The same from the folder, and for what is shown in one file.
        let folder = coprod(&["rubric", "lint", manifest(&format!("rubrics/{id}")).to_str().unwrap()]);
        assert_eq!(folder.code, 0, "{}", folder.stdout);
    }
}
