use super::*;
use crate::form::Language;
use crate::model::Texts;
use crate::rubric::{BUILTIN, Loaded, load};
use crate::text::{english, words_for};
use serde_json::Value;
use std::collections::BTreeSet;

fn languages(loaded: &Loaded, first: &str) -> Vec<Language> {
    let mut tags = loaded.languages();
    tags.sort_by_key(|tag| *tag != first);
    let with_words = |texts: Texts| {
        let words = words_for(&texts.language).unwrap_or_else(english);
        Language { texts, words }
    };
    tags.into_iter().map(|tag| with_words(loaded.texts(tag).unwrap().0)).collect()
}

fn questionnaire<'a>(loaded: &'a Loaded, first: &str) -> Questionnaire<'a> {
    Questionnaire {
        answers: None,
        rubric: &loaded.rubric,
        languages: languages(loaded, first),
        perspective: None,
        setting: None,
        organisation: None,
        contact: None,
        audience: None,
        delete_after: None,
        easy: false,
        large: false,
        by_perspective: false,
    }
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap();
    rest.split_once(end).unwrap().0
}

/// Every value of an attribute.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.split(&start).skip(1).map(|rest| rest.split_once('"').unwrap().0).collect()
}

fn data(page: &str) -> Value {
    serde_json::from_str(between(page, "<script type=\"application/json\" id=\"data\">", "</script>")).unwrap()
}

/// The markup without style, data and script.
fn markup(page: &str) -> &str {
    between(page, "<body>", "<script")
}

/// Every tag of the markup, its names and attributes without the values.
fn tags(page: &str) -> Vec<String> {
    let tags = markup(page).split('<').skip(1).map(|rest| rest.split_once('>').unwrap().0);
    tags.map(|tag| tag.split('"').step_by(2).collect()).collect()
}

/// Everything that must hold of any form.
fn check(page: &str, form: &Questionnaire) {
    let ids = values(markup(page), "id");
    let set: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), set.len(), "every id is there once");
    for attribute in ["for", "aria-labelledby", "aria-describedby"] {
        for id in values(markup(page), attribute).iter().flat_map(|ids| ids.split(' ')) {
            assert!(set.contains(id), "{attribute}={id}");
        }
    }
    let data = data(page);
    let keys = values(markup(page), "data-t").into_iter().chain(values(markup(page), "data-t-label"));
    let keys: Vec<&str> = keys.collect();
    for language in data["languages"].as_array().unwrap() {
        for key in &keys {
            // Examples of evidence may be more in one language than in another.
            assert!(key.starts_with("e.") || language["texts"].get(*key).is_some(), "{key} in {}", language["tag"]);
        }
    }
    let asked: Vec<&str> = form.asked().iter().map(|&index| form.rubric.questions[index].id.as_str()).collect();
    let questions: Vec<&str> =
        data["questions"].as_array().unwrap().iter().map(|q| q["id"].as_str().unwrap()).collect();
    assert_eq!(questions, asked);
    for id in asked {
        assert!(set.contains(format!("page-q-{id}").as_str()) && set.contains(format!("q-{id}-dk").as_str()), "{id}");
    }
    assert!(tags(page).iter().all(|tag| !tag.contains(" checked")), "nothing is chosen before somebody chooses");
}

#[test]
fn every_language_perspective_and_setting_gives_a_whole_form() {
    for built_in in &BUILTIN {
        let loaded = load(built_in.id).unwrap();
        let mut perspectives: Vec<Option<&str>> =
            loaded.rubric.perspectives.iter().map(|perspective| Some(perspective.id.as_str())).collect();
        perspectives.push(None);
        for first in loaded.languages() {
            let all = questionnaire(&loaded, first);
            for &perspective in &perspectives {
                for setting in [None, Some("employer"), Some("provider"), Some("both")] {
                    let form = Questionnaire { perspective, setting, easy: setting.is_none(), ..all.clone() };
                    let page = render(&form);
                    assert!(page.contains(&format!("<html lang=\"{first}\"")));
                    check(&page, &form);
                    assert!(page.len() <= 500_000, "{} bytes", page.len());
                }
            }
        }
    }
}

#[test]
fn the_policy_names_the_digests_of_what_the_page_holds() {
    let loaded = load("co-production-quick").unwrap();
    let page = render(&questionnaire(&loaded, "de"));
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    let digest = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())));
    let style = digest(between(&page, "<style>", "</style>"));
    let script = digest(between(&page, "<script>", "</script>"));
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; script-src {script}; style-src {style}; img-src data:; form-action 'none'; base-uri 'none'"
        )
    );
    assert!(!page.contains('\r'));
    assert!(tags(&page).len() > 500);
    assert!(tags(&page).iter().all(|tag| !tag.contains(" style=") && !tag.contains(" on")), "the policy forbids them");
}

#[test]
fn nothing_in_the_page_can_send_or_load() {
    let loaded = load("co-production").unwrap();
    let page = render(&questionnaire(&loaded, "en"));
    let script = between(&page, "<script>", "</script>");
    let style = between(&page, "<style>", "</style>");
    for word in [
        "location",
        "window.open",
        "RTCPeerConnection",
        "fetch",
        "XMLHttpRequest",
        "sendBeacon",
        "WebSocket",
        "EventSource",
        "import(",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "Image(",
        "http:",
        "https:",
        "Worker",
    ] {
        assert!(!script.contains(word), "{word}");
    }
    for word in ["url(", "@import", "http"] {
        assert!(!style.contains(word), "{word}");
    }
    assert!(!page.contains("http://") && !page.contains("https://"));
    for attribute in ["src", "action", "formaction", "ping", "srcset", "poster"] {
        assert_eq!(values(markup(&page), attribute), Vec::<&str>::new(), "{attribute}");
    }
    assert!(values(markup(&page), "href").iter().all(|href| href.starts_with('#')));
}

#[test]
fn the_script_says_only_what_there_are_words_for() {
    let script = SCRIPT.concat();
    let known: BTreeSet<&str> = english().form.all().into_iter().map(|(name, _)| name).collect();
    let mut said = 0;
    for rest in script.split("ui.").skip(1) {
        let name: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
        // `ui.${key}` takes its key from elsewhere; those are quoted names, looked at below.
        assert!(name.is_empty() || known.contains(name.as_str()), "{name}");
        said += usize::from(!name.is_empty());
    }
    assert!(said > 20, "{said}");
    for start in ["notice(\"", "wrong(\"error", "\"error_"] {
        for rest in script.split(start).skip(1) {
            let name: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            let name = if start == "notice(\"" {
                name
            } else {
                format!("error{}{name}", if start == "\"error_" { "_" } else { "" })
            };
            assert!(known.contains(name.as_str()), "{name}");
        }
    }
    let unused = between(&script, "const unused = {", "}").split(',').filter_map(|part| part.split_once(':'));
    let unused: Vec<&str> = unused.map(|(name, _)| name.trim()).collect();
    assert!(unused.len() == 4 && unused.iter().all(|name| known.contains(name)), "{unused:?}");
}

#[test]
fn every_name_in_braces_is_the_same_in_every_language_and_easy() {
    let names = |text: &str| -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
    };
    let all: Vec<_> = crate::text::LANGUAGES.iter().map(|words| words.form.all()).collect();
    for (place, (name, [plain, _])) in all[0].iter().enumerate() {
        for words in &all {
            let [other, easy] = words[place].1;
            assert_eq!(names(plain), names(other), "{name}");
            assert!(!other.trim().is_empty(), "{name}");
            // Easy texts may leave out which file or version it was.
            assert!(names(easy).is_subset(&names(other)), "{name}");
        }
    }
}

#[test]
fn what_looks_like_markup_stays_text() {
    const NASTY: &str = "</script><script>alert(1)</script><!-- \" ' & <b>x</b> {n} \u{2028}\u{202e}\u{0}";
    let mut loaded = load("co-production-quick").unwrap();
    std::rc::Rc::make_mut(&mut loaded.rubric).principles[0].weight = crate::model::ratio(1, 1);
    let mut form = questionnaire(&loaded, "de");
    for language in &mut form.languages {
        let texts = &mut language.texts;
        texts.title = NASTY.to_owned();
        texts.description = Some(NASTY.to_owned());
        texts.principles[0].name = NASTY.to_owned();
        texts.scale[0].label = NASTY.to_owned();
        texts.perspectives[0] = Some(crate::model::Named { name: NASTY.to_owned(), ..Default::default() });
        let mut questions = texts.questions.to_vec();
        let question = &mut questions[0];
        question.text = NASTY.to_owned();
        question.easy = Some(NASTY.to_owned());
        question.help = Some(NASTY.to_owned());
        question.evidence = vec![NASTY.to_owned()];
        texts.questions = questions.into();
    }
    for organisation in [None, Some(NASTY)] {
        let form = Questionnaire {
            organisation,
            contact: Some(NASTY),
            audience: Some(NASTY),
            delete_after: Some(NASTY),
            ..form.clone()
        };
        let page = render(&form);
        assert!(!page.contains("alert(1)</script>") && !page.contains("<b>") && !page.contains("<!-- "));
        assert_eq!(page.matches("<script").count(), 2);
        assert_eq!(page.matches("</script").count(), 2);
        assert!(!page.contains(['\u{2028}', '\u{202e}', '\u{0}']));
        check(&page, &form);
        let data = data(&page);
        let title = data["languages"][0]["texts"]["title"].as_str().unwrap();
        assert!(
            title.starts_with("</script><script>alert(1)</script><!-- \" ' & <b>"),
            "the words themselves stay: {title}"
        );
        if organisation.is_some() {
            assert!(data["organisation"].as_str().unwrap().starts_with("</script>"));
        }
    }
}

#[test]
fn easy_texts_stand_one_sentence_a_line() {
    let sentences = crate::text::wrap::sentences;
    assert_eq!(sentences("Eins. Zwei! Drei? „Vier.“ Fünf. "), "Eins.\nZwei!\nDrei?\n„Vier.“\nFünf.");
    assert_eq!(sentences("Eine Zahl wie 2.5 und z. b. klein"), "Eine Zahl wie 2.5 und z. b. klein");
    let loaded = load("co-production-quick").unwrap();
    let page = render(&Questionnaire { easy: true, ..questionnaire(&loaded, "de") });
    assert!(page.contains("class=\"no-js easy-on\""));
    let easy = data(&page)["languages"][0]["texts"]["q.equ1a"][1].as_str().unwrap().to_owned();
    assert!(page.contains(&format!("data-t=\"q.equ1a\">{easy}</span>")));
}

#[test]
fn the_start_says_who_is_responsible_or_that_nobody_said() {
    let loaded = load("co-production-quick").unwrap();
    let form = questionnaire(&loaded, "de");
    let silent = render(&form);
    assert_eq!(silent.matches("data-t=\"ui.not_said\"").count(), 3);
    let contact = Some("Frau Öztürk, 0123 456");
    let told = render(&Questionnaire { contact, audience: Some("Rat"), delete_after: Some("31.12."), ..form });
    assert_eq!(told.matches("data-t=\"ui.not_said\"").count(), 0);
    for words in ["<dd>Frau Öztürk, 0123 456</dd>", "<dd>Rat</dd>", "<dd>31.12.</dd>", "§ 178 Abs. 2 SGB IX"] {
        assert!(told.contains(words), "{words}");
    }
}
