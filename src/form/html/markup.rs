//! The form's markup: every page with every field. The script shows one page at a time and changes words, no more.

use super::data::{Dictionary, language_name};
use crate::form::{Questionnaire, has_settings};
use crate::formats::escape::{escape, language_tag, put};
use crate::model::{Question, SETTINGS, order};
use crate::text::words_for;

/// The markup while it is written.
pub struct Markup<'a> {
    form: &'a Questionnaire<'a>,
    words: &'a Dictionary,
    out: String,
}

impl<'a> Markup<'a> {
    /// Nothing yet.
    pub fn new(form: &'a Questionnaire<'a>, words: &'a Dictionary) -> Self {
        Self { form, words, out: String::new() }
    }

    /// Everything between the start of the body and the data.
    pub fn body(mut self) -> String {
        self.head();
        self.out.push_str("<main id=\"main\" tabindex=\"-1\">\n");
        self.messages();
        self.out.push_str("<form id=\"form\" novalidate autocomplete=\"off\">\n");
        self.start();
        self.who();
        self.organisation();
        let asked = self.form.asked();
        for (number, index) in asked.iter().enumerate() {
            if let Some(question) = self.form.rubric.questions.get(*index) {
                self.question(question, *index, number + 1, asked.len());
            }
        }
        self.overview();
        self.buttons();
        self.out.push_str("</form>\n</main>\n");
        let version = format!("{} {}", self.form.rubric.id, self.form.rubric.version);
        self.put(format_args!("<footer>\n<p>{}</p>\n</footer>\n", escape(&version)));
        self.out
    }

    fn put(&mut self, text: std::fmt::Arguments) {
        put(&mut self.out, text);
    }

    /// The text of a key as the form begins with it.
    fn say(&self, key: &str) -> String {
        escape(&if self.form.easy { self.words.easy(key) } else { self.words.plain(key) })
    }

    /// An element whose words are those of a key; `attributes` begin with a space.
    fn text(&self, tag: &str, attributes: &str, key: &str) -> String {
        format!("<{tag}{attributes}{} data-t=\"{key}\">{}</{tag}>", self.lang(key), self.say(key))
    }

    /// As [`Self::text`], but gone where a language has no such words.
    fn optional(&self, tag: &str, attributes: &str, key: &str) -> String {
        let hidden = if self.say(key).is_empty() { " hidden" } else { "" };
        self.text(tag, &format!("{attributes}{hidden} data-optional"), key)
    }

    /// The program's words may be in another language than the questions.
    fn lang(&self, key: &str) -> String {
        if key.starts_with("ui.") && self.words.words != self.words.tag {
            format!(" lang=\"{}\"", self.words.words)
        } else {
            String::new()
        }
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn head(&mut self) {
        let skip = self.text("a", " class=\"skip\" href=\"#main\"", "ui.skip");
        let title = self.text("h1", "", "title");
        self.put(format_args!("{skip}\n<header>\n{title}\n<div class=\"switches\" data-js hidden>\n"));
        let several = if self.form.languages.len() > 1 { "" } else { " hidden" };
        self.put(format_args!(
            "<div id=\"languages\" role=\"group\" aria-label=\"{}\" data-t-label=\"ui.language\"{several}>\n",
            self.say("ui.language")
        ));
        for (index, language) in self.form.languages.iter().enumerate() {
            let tag = language_tag(language.tag()).unwrap_or_default();
            self.put(format_args!(
                "<button type=\"button\" lang=\"{tag}\" aria-pressed=\"{}\">{}</button>\n",
                index == 0,
                escape(language_name(language.tag()))
            ));
        }
        // A switch that changes no question would only raise hopes.
        let none = if self.form.languages.iter().any(|language| language.texts.has_easy()) { "" } else { " hidden" };
        let easy = self.text(
            "button",
            &format!(" type=\"button\" id=\"easy\" aria-pressed=\"{}\"{none}", self.form.easy),
            "ui.easy",
        );
        let hidden = if self.form.easy { "" } else { " hidden" };
        let note = self.text("p", &format!(" id=\"easy-note\" class=\"hint\"{hidden}"), "ui.easy_note");
        self.put(format_args!("</div>\n{easy}\n</div>\n{note}\n</header>\n"));
    }

    /// What the script says.
    fn messages(&mut self) {
        let script = self.text("p", " class=\"note\"", "ui.no_script");
        let back = self.text("button", " type=\"button\" class=\"link\" id=\"back\"", "ui.back");
        let problem = self.text("h2", " id=\"errors-head\"", "ui.problem");
        let file = self.text("button", " type=\"button\" id=\"conflict-file\"", "ui.conflict_file");
        let here = self.text("button", " type=\"button\" id=\"conflict-here\"", "ui.conflict_here");
        self.put(format_args!(
            "<noscript>{script}</noscript>\n\
             <p id=\"said\" class=\"unseen\" role=\"status\"></p>\n\
             <div class=\"back\" data-js hidden>{back}</div>\n\
             <div id=\"errors\" class=\"error-summary\" role=\"alert\" aria-labelledby=\"errors-head\" tabindex=\"-1\" hidden>\n\
             {problem}\n<ul id=\"error-list\"></ul>\n</div>\n\
             <div id=\"notice\" class=\"note\" role=\"status\" tabindex=\"-1\" hidden></div>\n\
             <div id=\"conflict\" class=\"note\" role=\"alert\" tabindex=\"-1\" hidden>\n<p id=\"conflict-text\"></p>\n\
             <div class=\"buttons\">\n{file}\n{here}\n</div>\n</div>\n"
        ));
    }

    /// Begins a page with its heading.
    fn page(&mut self, id: &str, key: &str) {
        let heading = self.text("h2", &format!(" id=\"{id}-head\" tabindex=\"-1\""), key);
        self.put(format_args!("<section class=\"page\" id=\"page-{id}\" aria-labelledby=\"{id}-head\">\n{heading}\n"));
    }

    fn start(&mut self) {
        self.page("start", "ui.about_head");
        let form = self.form;
        let about = self.text("p", "", "ui.about");
        self.line(&about);
        let description = self.optional("p", " class=\"plain-only\"", "description");
        self.line(&description);
        // How many questions there are may follow from what people say of themselves.
        let settled = form.asked().iter().all(|&index| {
            form.rubric.questions.get(index).is_some_and(|question| {
                (question.perspectives.is_none() || form.perspective.is_some())
                    && (question.settings.is_none() || form.setting.is_some())
            })
        });
        let time = if settled { "ui.time" } else { "ui.time_at_most" };
        for (head, text) in [("ui.voluntary_head", "ui.voluntary"), ("ui.time_head", time)] {
            let both = self.text("h3", "", head) + "\n" + &self.text("p", "", text);
            self.line(&both);
        }
        let head = self.text("h3", "", "ui.data_head");
        self.put(format_args!("{head}\n<dl>\n"));
        for (key, value) in
            [("ui.responsible", form.contact), ("ui.audience", form.audience), ("ui.deletion", form.delete_after)]
        {
            let label = self.text("dt", "", key);
            let value = match value {
                Some(value) => format!("<dd>{}</dd>", escape(value)),
                None => self.text("dd", "", "ui.not_said"),
            };
            self.put(format_args!("{label}\n{value}\n"));
        }
        let stays = self.text("p", "", "ui.stays");
        let head = self.text("h3", "", "ui.how_head");
        let how = self.text("p", " class=\"plain-only\"", "ui.how");
        self.put(format_args!("</dl>\n{stays}\n{head}\n{how}\n<dl>\n"));
        let always = ["na", "dk"].into_iter().filter(|id| *id == "dk" || form.offers_na());
        for id in form.rubric.scale.iter().map(|choice| choice.id.as_str()).chain(always) {
            let label = self.text("dt", "", &format!("o.{id}"));
            let meaning = self.text("dd", " class=\"plain-only\"", &format!("od.{id}"));
            self.put(format_args!("{label}\n{meaning}\n"));
        }
        self.out.push_str("</dl>\n");
        self.legal();
        self.file();
        self.out.push_str("</section>\n");
    }

    /// What those who organise a survey in Germany need to know, in German.
    fn legal(&mut self) {
        let Some(german) = words_for("de") else { return };
        let head = self.text("h3", "", "ui.legal_head");
        let translation = self.optional("p", "", "ui.legal");
        self.put(format_args!(
            "<div class=\"note\">\n{head}\n{translation}\n<p lang=\"de\">{}</p>\n</div>\n",
            escape(german.report.before_you_start)
        ));
    }

    /// Going on with a file, and keeping answers in the browser.
    fn file(&mut self) {
        let head = self.text("h3", "", "ui.file_head");
        let label = self.text("label", " for=\"file\"", "ui.file_label");
        let hint = self.text("p", " class=\"hint\" id=\"file-hint\"", "ui.file_hint");
        let keep_head = self.text("h3", "", "ui.keep_head");
        let keep_hint = self.text("p", " class=\"hint\" id=\"keep-hint\"", "ui.keep_hint");
        let keep = self.text("label", " for=\"keep\"", "ui.keep_label");
        let delete = self.text("button", " type=\"button\" id=\"keep-delete\"", "ui.keep_delete");
        self.put(format_args!(
            "<div class=\"on-screen\" data-js hidden>\n{head}\n<div class=\"field\" id=\"field-file\">\n{label}\n{hint}\n\
             <input class=\"control\" type=\"file\" id=\"file\" accept=\".json,application/json\" aria-describedby=\"file-hint\">\n\
             </div>\n{keep_head}\n{keep_hint}\n<div class=\"option\"><input type=\"checkbox\" id=\"keep\" \
             aria-describedby=\"keep-hint\">{keep}</div>\n<p>{delete}</p>\n</div>\n"
        ));
    }

    /// Options of a name: value, key of the label, key of the hint.
    fn options(&mut self, name: &str, options: &[(&str, String, Option<String>)]) {
        for (value, key, hint) in options {
            let label = self.text("span", "", key);
            let hint = hint
                .as_ref()
                .map_or_else(String::new, |hint| self.optional("span", " class=\"hint plain-only\"", hint));
            let apart = if ["na", "all", "open"].contains(value) { " apart" } else { "" };
            self.put(format_args!(
                "<div class=\"option{apart}\"><input type=\"radio\" id=\"{name}-{value}\" name=\"{name}\" value=\"{value}\">\
                 <label for=\"{name}-{value}\">{label}{hint}</label></div>\n"
            ));
        }
    }

    /// A group of options with a legend and perhaps a hint.
    fn choice(&mut self, name: &str, key: &str, hint: Option<&str>, options: &[(&str, String, Option<String>)]) {
        let legend = self.text("span", " class=\"legend\"", key);
        let (described, hint) = self.hint(name, hint);
        self.put(format_args!(
            "<fieldset id=\"field-{name}\"{described}>\n<legend>{legend}</legend>\n{hint}<div class=\"control\">\n"
        ));
        self.options(name, options);
        self.out.push_str("</div>\n</fieldset>\n");
    }

    fn hint(&self, id: &str, key: Option<&str>) -> (String, String) {
        key.map_or_else(Default::default, |key| {
            let hint = self.text("p", &format!(" class=\"hint\" id=\"{id}-hint\""), key);
            (format!(" aria-describedby=\"{id}-hint\""), hint + "\n")
        })
    }

    /// A field with a label and perhaps a hint; `input` is its element without id and description.
    fn field(&mut self, id: &str, key: &str, hint: Option<&str>, input: &str) {
        let label = self.text("label", &format!(" for=\"{id}\""), key);
        let (described, hint) = self.hint(id, hint);
        let (element, rest) = input.split_once(' ').unwrap_or((input, ""));
        let end = if element == "textarea" { "</textarea>" } else { "" };
        self.put(format_args!(
            "<div class=\"field\" id=\"field-{id}\">\n{label}\n{hint}<{element} id=\"{id}\"{described} {rest}>{end}\n</div>\n"
        ));
    }

    fn who(&mut self) {
        self.page("who", "ui.who_head");
        let plain = |value, key: &str| (value, format!("ui.{key}"), None);
        self.choice("who", "ui.who", None, &[plain("one", "who_one"), plain("group", "who_group")]);
        self.out.push_str("<div class=\"inside\" id=\"one\">\n");
        self.field("code", "ui.code", Some("ui.code_hint"), "input type=\"text\" maxlength=\"60\"");
        self.out.push_str("</div>\n<div class=\"inside\" id=\"group\">\n");
        let people = "input type=\"text\" class=\"short\" inputmode=\"numeric\" maxlength=\"6\"";
        self.field("people", "ui.people", Some("ui.people_hint"), people);
        let answers = [plain("yes", "consent_yes"), plain("no", "consent_no")];
        self.choice("consent", "ui.consent", Some("ui.consent_hint"), &answers);
        self.out.push_str("</div>\n");
        if self.form.perspective.is_none() && !self.form.rubric.perspectives.is_empty() {
            let ids = self.form.rubric.perspectives.iter().map(|perspective| perspective.id.as_str());
            let mut options: Vec<_> = ids.map(|id| (id, format!("v.{id}"), Some(format!("vd.{id}")))).collect();
            options.push(plain("all", "whole"));
            self.choice("perspective", "ui.perspective", Some("ui.perspective_hint"), &options);
        }
        self.out.push_str("</section>\n");
    }

    fn organisation(&mut self) {
        self.page("organisation", "ui.organisation_head");
        match self.form.organisation {
            Some(name) => self.put(format_args!("<p><strong>{}</strong></p>\n", escape(name))),
            None => self.field("organisation", "ui.organisation", None, "input type=\"text\" maxlength=\"200\""),
        }
        self.field("date", "ui.date", None, "input type=\"date\"");
        if self.form.setting.is_none() && has_settings(self.form) {
            let own = self.form.rubric.questions.iter().filter_map(|question| question.settings.as_ref()).flatten();
            let own = order::unique(own.map(String::as_str).filter(|id| !SETTINGS.contains(id)));
            let mut options: Vec<(&str, String, Option<String>)> =
                SETTINGS.iter().map(|id| (*id, format!("ui.setting_{id}"), None)).collect();
            options.extend(own.into_iter().map(|id| (id, format!("s.{id}"), None)));
            options.push(("open", "ui.setting_open".to_owned(), None));
            self.choice("setting", "ui.setting", None, &options);
        }
        self.field("sector", "ui.sector", Some("ui.sector_hint"), "input type=\"text\" maxlength=\"100\"");
        self.field("size", "ui.size", Some("ui.size_hint"), "input type=\"text\" class=\"short\" maxlength=\"40\"");
        self.out.push_str("</section>\n");
    }

    fn question(&mut self, question: &Question, index: usize, number: usize, of: usize) {
        let id = &question.id;
        let principle = self.form.rubric.principles.get(question.principle).map_or("", |principle| &principle.id);
        let fill = |text: String, name: &str, value: &str| text.replace(name, value);
        let counted = fill(fill(self.say("ui.question"), "{n}", &number.to_string()), "{of}", &of.to_string());
        let topic = fill(self.say("ui.principle"), "{name}", &self.say(&format!("p.{principle}")));
        let text = self.text("span", "", &format!("q.{id}"));
        self.put(format_args!(
            "<section class=\"page question\" id=\"page-q-{id}\" aria-labelledby=\"q-{id}-head\">\n<fieldset id=\"field-q-{id}\">\n\
             <legend><h2 id=\"q-{id}-head\" tabindex=\"-1\"><span class=\"caption\">{counted}. {topic}.</span>{text}</h2>\
             </legend>\n"
        ));
        self.help(id, index);
        self.out.push_str("<div class=\"control\">\n");
        let scale = self.form.rubric.scale.iter().map(|choice| choice.id.as_str());
        let always = ["na", "dk"].into_iter().filter(|value| *value == "dk" || question.na_allowed);
        let options: Vec<_> = scale.chain(always).map(|value| (value, format!("o.{value}"), None)).collect();
        self.options(&format!("q-{id}"), &options);
        self.out.push_str("</div>\n</fieldset>\n");
        if question.na_allowed {
            self.put(format_args!("<div class=\"inside\" id=\"q-{id}-because\">\n"));
            self.field(&format!("q-{id}-reason"), "ui.reason", None, "textarea rows=\"2\"");
            self.out.push_str("</div>\n");
        }
        let more = self.text("summary", "", "ui.more");
        self.put(format_args!("<details class=\"more\" open>\n{more}\n<div class=\"inside\">\n"));
        self.field(&format!("q-{id}-note"), "ui.note", Some("ui.note_hint"), "textarea rows=\"2\"");
        self.field(&format!("q-{id}-evidence"), "ui.evidence", Some("ui.evidence_hint"), "textarea rows=\"2\"");
        self.out.push_str("</div>\n</details>\n</section>\n");
    }

    /// Help and examples of evidence, where any language has them.
    fn help(&mut self, id: &str, index: usize) {
        let texts = || self.form.languages.iter().filter_map(|language| language.texts.questions.get(index));
        let has_help = texts().any(|text| text.help.is_some() || text.easy_help.is_some());
        let examples = texts().map(|text| text.evidence.len()).max().unwrap_or(0);
        if !has_help && examples == 0 {
            return;
        }
        let summary = self.text("summary", "", "ui.help");
        let help = self.optional("p", "", &format!("h.{id}"));
        self.put(format_args!("<details class=\"help\" open>\n{summary}\n<div class=\"inside\">\n{help}\n"));
        if examples > 0 {
            let head = self.text("p", "", "ui.evidence_examples");
            self.put(format_args!("<div class=\"plain-only\">\n{head}\n<ul>\n"));
            for number in 0..examples {
                let item = self.optional("li", "", &format!("e.{id}.{number}"));
                self.line(&item);
            }
            self.out.push_str("</ul>\n</div>\n");
        }
        self.out.push_str("</div>\n</details>\n");
    }

    /// Written by the script; without it, there is nothing to look over.
    fn overview(&mut self) {
        let heading = self.text("h2", " id=\"overview-head\" tabindex=\"-1\"", "ui.overview_head");
        let head = self.text("h3", "", "ui.download_head");
        let hint = self.text("p", "", "ui.download_hint");
        let button = self.text("button", " type=\"button\" class=\"main\" id=\"download\"", "ui.download");
        let copy = self.text("summary", "", "ui.copy");
        let label = self.text("label", " for=\"copy-text\"", "ui.copy_hint");
        let clear = self.text("button", " type=\"button\" id=\"clear-all\"", "ui.clear_all");
        let sure = self.text("p", " id=\"clear-question\"", "ui.clear_all_sure");
        let no = self.text("button", " type=\"button\" id=\"clear-no\"", "ui.clear_all_no");
        let yes = self.text("button", " type=\"button\" id=\"clear-yes\"", "ui.clear_all_yes");
        self.put(format_args!(
            "<section class=\"page\" id=\"page-overview\" aria-labelledby=\"overview-head\" data-page=\"overview\" hidden>\n\
             {heading}\n<div class=\"on-screen\">\n{head}\n{hint}\n<p>{button}</p>\n<details id=\"copy\">\n{copy}\n\
             <div class=\"field\">\n{label}\n<textarea id=\"copy-text\" readonly rows=\"8\"></textarea>\n</div>\n</details>\n</div>\n\
             <div id=\"overview\"></div>\n<div class=\"on-screen\">\n<p>{clear}</p>\n\
             <div class=\"note\" id=\"clear-sure\" role=\"group\" aria-labelledby=\"clear-question\" hidden>\n{sure}\n\
             <div class=\"buttons\">\n{no}\n{yes}\n</div>\n</div>\n</div>\n</section>\n"
        ));
        if self.form.contact.is_some() || !self.form.rubric.questions.is_empty() {
            let key = if self.form.contact.is_some() { "ui.paper_return_to" } else { "ui.paper_return" };
            let text = self.text("p", "", key);
            self.put(format_args!("<noscript>{text}</noscript>\n"));
        }
    }

    fn buttons(&mut self) {
        let button = |id: &str, class: &str, key: &str| {
            let kind = if id == "go-on" { "submit" } else { "button" };
            self.text("button", &format!(" type=\"{kind}\"{class} id=\"{id}\""), key)
        };
        let go_on = button("go-on", " class=\"main\"", "ui.go_on");
        let skip = button("skip-question", "", "ui.skip_question");
        let clear = button("clear", "", "ui.clear");
        let overview = button("to-overview", " class=\"link\"", "ui.overview");
        let download = button("download-now", " class=\"link\"", "ui.download_now");
        let start = button("to-start", " class=\"link\"", "ui.about_head");
        self.put(format_args!(
            "<div id=\"buttons\" class=\"buttons\" data-js hidden>\n{go_on}\n{skip}\n{clear}\n</div>\n\
             <nav id=\"steps\" class=\"steps\" aria-label=\"{}\" data-t-label=\"ui.steps\" data-js hidden>\n{overview}\n{download}\n{start}\n</nav>\n",
            self.say("ui.steps")
        ));
    }
}
