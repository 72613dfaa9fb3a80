//! What the form asks: rows of `survey`, and what `choices` offers.

use super::{Choice, Parts, Row};
use crate::form::{Language, Questionnaire};
use crate::model::{Question, QuestionText};
use crate::text::{FrontField, Words, XlsFormWords, harmless, harmless_lines};

/// Names that a form keeps for itself. A question with one of them gets [`SUFFIX`], which an import takes away.
const RESERVED: [&str; 2] = ["data", "meta"];
const SUFFIX: &str = "_question";

/// Lists of choices. No list of the rubric's has a name of its own, so that these are enough.
const OPTIONS: &str = "options";
const OPTIONS_WITHOUT_NA: &str = "options_without_na";
const PERSPECTIVES: &str = "perspectives";
const SETTINGS: &str = "settings";
const ANSWERED_BY: &str = "answered_by";
const YES_NO: &str = "yes_no";

impl Parts {
    /// Puts the form together.
    pub fn new(form: &Questionnaire) -> Self {
        let builder = Builder { form };
        Self { survey: builder.survey(), choices: builder.choices() }
    }
}

struct Builder<'a> {
    form: &'a Questionnaire<'a>,
}

impl Builder<'_> {
    /// A text in every language; where a language lacks it, the first that has it stands in, since a form with a gap
    /// shows a hyphen there.
    fn each(&self, get: impl Fn(&Language) -> String) -> Vec<String> {
        let texts: Vec<String> = self.form.languages.iter().map(|language| literal(&get(language))).collect();
        let Some(some) = texts.iter().find(|text| !text.is_empty()).cloned() else { return Vec::new() };
        texts.into_iter().map(|text| if text.is_empty() { some.clone() } else { text }).collect()
    }

    fn words(&self, get: impl Fn(&XlsFormWords) -> String) -> Vec<String> {
        self.each(|language| get(&language.words.spreadsheet.xlsform))
    }

    /// A name that no question has.
    fn free_name(&self, name: &str) -> String {
        if self.form.rubric.question(name).is_some() { format!("{name}_field") } else { name.to_owned() }
    }

    fn field(&self, field: FrontField, part: usize) -> Vec<String> {
        self.each(|language| (language.words.spreadsheet.fields)(field).get(part).copied().unwrap_or("").to_owned())
    }

    fn survey(&self) -> Vec<Row> {
        let mut rows = self.facts();
        rows.extend(self.group("intro", self.words(|words| words.intro_group.to_owned()), self.intro()));
        rows.extend(self.group("about", self.words(|words| words.about_group.to_owned()), self.about()));
        for (index, principle) in self.form.rubric.principles.iter().enumerate() {
            let inside = self.principle(index);
            if inside.is_empty() {
                continue;
            }
            let name = self.each(|language| {
                let named = language.texts.principles.get(index);
                let easy = named.and_then(|named| named.easy.clone()).filter(|_| self.form.easy);
                easy.or_else(|| named.map(|named| named.name.clone())).unwrap_or_default()
            });
            rows.extend(self.group(&format!("principle_{}", principle.id.replace('-', "_")), name, inside));
        }
        rows.extend(self.group("process", self.words(|words| words.process_group.to_owned()), self.process()));
        rows.push(note("thanks", self.words(|words| words.thanks.to_owned())));
        rows
    }

    /// What the form knows without asking: an export says by it which questionnaire it answers.
    fn facts(&self) -> Vec<Row> {
        let form = self.form;
        let mut rows = vec![
            Row { kind: "today".into(), name: self.free_name("date"), ..Row::default() },
            calculate(self.free_name("rubric"), &form.rubric.id),
            calculate(self.free_name("version"), &form.rubric.version.to_string()),
        ];
        let known = [("organisation", form.organisation), ("setting", form.setting), ("perspective", form.perspective)];
        rows.extend(known.into_iter().filter_map(|(name, value)| Some(calculate(self.free_name(name), value?))));
        rows
    }

    fn group(&self, name: &str, labels: Vec<String>, inside: Vec<Row>) -> Vec<Row> {
        let mut rows = vec![Row { kind: "begin_group".into(), name: self.free_name(name), labels, ..Row::default() }];
        rows.extend(inside);
        rows.push(Row { kind: "end_group".into(), ..Row::default() });
        rows
    }

    fn intro(&self) -> Vec<Row> {
        let description = self.each(|language| language.texts.description.clone().unwrap_or_default());
        let of_words = |get: fn(&Words) -> &'static str| self.each(|language| get(language.words).to_owned());
        let mut rows = Vec::new();
        if self.form.easy {
            rows.push(note("easy", of_words(|words| words.interview.easy_label)));
        } else if !description.is_empty() {
            rows.push(note("description", description));
        }
        rows.push(note("voluntary", of_words(|words| words.interview.voluntary)));
        rows.push(note("leave_open", self.words(|words| words.leave_open.to_owned())));
        if let Some(contact) = self.form.contact {
            rows.push(note("responsible", self.words(|words| (words.responsible)(contact))));
        }
        if let Some(audience) = self.form.audience {
            rows.push(note("audience", self.words(|words| (words.audience)(audience))));
        }
        if let Some(when) = self.form.delete_after {
            rows.push(note("delete_after", self.words(|words| (words.delete_after)(when))));
        }
        rows.push(note("before_you_start", of_words(|words| words.report.before_you_start)));
        rows
    }

    /// What is asked about the organisation and those who answer. The names are those of an answer sheet.
    fn about(&self) -> Vec<Row> {
        let text = |name: &str, field| self.asked("text", name, field);
        let mut rows = Vec::new();
        if self.form.organisation.is_none() {
            rows.push(Row { required: true, ..text("organisation", FrontField::Organisation) });
        }
        rows.push(text("sector", FrontField::Sector));
        rows.push(text("country", FrontField::Country));
        rows.push(text("size", FrontField::Size));
        if self.form.setting.is_none() {
            rows.push(self.asked(&format!("select_one {SETTINGS}"), "setting", FrontField::Setting));
        }
        rows.push(text("scope", FrontField::Scope));
        rows.push(text("period", FrontField::Period));
        if self.form.perspective.is_none() && !self.form.rubric.perspectives.is_empty() {
            rows.push(self.asked(&format!("select_one {PERSPECTIVES}"), "perspective", FrontField::Perspective));
        }
        let hints = self.words(|words| words.answered_by_hint.to_owned());
        rows.push(Row {
            hints,
            ..self.asked(&format!("select_one {ANSWERED_BY}"), "answered_by", FrontField::AnsweredBy)
        });
        // The number of people is asked only where it may be kept.
        let (who, shown) = (self.free_name("answered_by"), self.free_name("shown"));
        let group = format!("${{{who}}} = 'group'");
        let may = self.asked(&format!("select_one {YES_NO}"), "shown", FrontField::Shown);
        rows.push(Row { relevant: group.clone(), ..may });
        let people = self.asked("integer", "people", FrontField::People);
        rows.push(Row { relevant: format!("{group} and ${{{shown}}} = 'yes'"), constraint: ". >= 1", ..people });
        rows
    }

    fn process(&self) -> Vec<Row> {
        // Not one person's to say: what a person writes here could tell who it is.
        let relevant = format!("${{{}}} != 'person'", self.free_name("answered_by"));
        let asked = |name, field| Row { relevant: relevant.clone(), ..self.asked("text", name, field) };
        vec![
            asked("chose_questions", FrontField::ChoseQuestions),
            asked("answered", FrontField::Answered),
            asked("interpreted", FrontField::Interpreted),
            asked("decides", FrontField::Decides),
        ]
    }

    fn asked(&self, kind: &str, name: &str, field: FrontField) -> Row {
        let (labels, hints) = (self.field(field, 0), self.field(field, 1));
        Row { kind: kind.to_owned(), name: self.free_name(name), labels, hints, ..Row::default() }
    }

    fn principle(&self, principle: usize) -> Vec<Row> {
        let asked = self.form.asked().into_iter();
        let questions = asked.filter_map(|index| Some((index, self.form.rubric.questions.get(index)?)));
        let mine = questions.filter(|(_, question)| question.principle == principle);
        mine.flat_map(|(index, question)| self.question(index, question)).collect()
    }

    /// A question with its reason, note and evidence, on one screen.
    fn question(&self, index: usize, question: &Question) -> Vec<Row> {
        let id = &question.id;
        let easy = self.form.easy;
        let text = |get: fn(&QuestionText, bool) -> String| {
            self.each(|language| language.texts.questions.get(index).map(|text| get(text, easy)).unwrap_or_default())
        };
        let list = if question.na_allowed { OPTIONS } else { OPTIONS_WITHOUT_NA };
        let answer = Row {
            kind: format!("select_one {list}"),
            name: code(id),
            labels: text(|text, easy| text.easy.clone().filter(|_| easy).unwrap_or_else(|| text.text.clone())),
            hints: text(|text, easy| {
                text.easy_help.clone().filter(|_| easy).or_else(|| text.help.clone()).unwrap_or_default()
            }),
            ..Row::default()
        };
        let mut inside = vec![answer];
        if question.na_allowed {
            inside.push(Row {
                relevant: format!("${{{}}} = 'na'", code(id)),
                ..self.free(id, "reason", self.words(|words| words.reason.to_owned()), Vec::new())
            });
        }
        let hint = self.words(|words| words.note_hint.to_owned());
        inside.push(self.free(id, "note", self.words(|words| words.note.to_owned()), hint));
        let hints = self.each(|language| {
            let hint = language.words.spreadsheet.xlsform.evidence_hint;
            let examples = language.texts.questions.get(index).map(|text| text.evidence.join("; ")).unwrap_or_default();
            if examples.is_empty() { hint.to_owned() } else { (language.words.spreadsheet.evidence_hint)(&examples) }
        });
        inside.push(self.free(id, "evidence", self.words(|words| words.evidence.to_owned()), hints));
        let mut rows = self.group(&format!("{id}_group"), Vec::new(), inside);
        if let Some(group) = rows.first_mut() {
            group.appearance = "field-list";
            group.relevant = self.relevant(question);
        }
        rows
    }

    /// A text that belongs to a question, as `equ1anote`.
    fn free(&self, id: &str, what: &str, labels: Vec<String>, hints: Vec<String>) -> Row {
        let name = format!("{id}{what}");
        let name = if self.form.rubric.question(&name).is_some() { format!("{id}_{what}") } else { name };
        // An export with labels instead of names still says which question it belongs to.
        let labels = labels.into_iter().map(|label| format!("{label} [{id}]")).collect();
        Row { kind: "text".into(), name, labels, hints, appearance: "multiline", ..Row::default() }
    }

    /// When a question is asked: of its perspectives and settings, or where those are not said.
    fn relevant(&self, question: &Question) -> String {
        let any_of = |name: &str, ids: &[&str]| {
            let name = self.free_name(name);
            let equals = |id: &str| format!("${{{name}}} = '{id}'");
            let all: Vec<String> = [""].iter().chain(ids).map(|id| equals(id)).collect();
            format!("({})", all.join(" or "))
        };
        let mut parts = Vec::new();
        if let (Some(list), None) = (&question.perspectives, self.form.perspective) {
            let ids: Vec<&str> = list
                .iter()
                .filter_map(|&index| self.form.rubric.perspectives.get(index))
                .map(|perspective| perspective.id.as_str())
                .collect();
            parts.push(any_of("perspective", &ids));
        }
        if let (Some(list), None) = (&question.settings, self.form.setting) {
            let mut ids = vec!["both"];
            ids.extend(list.iter().map(String::as_str).filter(|id| *id != "both"));
            parts.push(any_of("setting", &ids));
        }
        parts.join(" and ")
    }

    fn choices(&self) -> Vec<Choice> {
        let rubric = self.form.rubric;
        let easy = self.form.easy;
        let mut out = Vec::new();
        let mut options = Vec::new();
        for (index, choice) in rubric.scale.iter().enumerate() {
            options.push((
                choice.id.clone(),
                self.each(|language| {
                    let text = language.texts.scale.get(index);
                    text.map(|text| text.easy.clone().filter(|_| easy).unwrap_or_else(|| text.label.clone()))
                        .unwrap_or_default()
                }),
            ));
        }
        let na = self.each(|language| {
            let text = language.texts.na.as_ref();
            let own = text.map(|text| text.easy.clone().filter(|_| easy).unwrap_or_else(|| text.label.clone()));
            own.unwrap_or_else(|| language.words.interview.na.to_owned())
        });
        let dk = self.each(|language| {
            let text = language.texts.dk.as_ref();
            let own = text.map(|text| text.easy.clone().filter(|_| easy).unwrap_or_else(|| text.label.clone()));
            own.unwrap_or_else(|| language.words.interview.dk.to_owned())
        });
        options.extend([("na".to_owned(), na), ("dk".to_owned(), dk)]);
        for list in [OPTIONS, OPTIONS_WITHOUT_NA] {
            let used = options.iter().filter(|(id, _)| list == OPTIONS || id != "na");
            out.extend(used.map(|(name, labels)| Choice { list, name: name.clone(), labels: labels.clone() }));
        }
        for (index, perspective) in rubric.perspectives.iter().enumerate() {
            let labels = self.each(|language| {
                let named = language.texts.perspectives.get(index).and_then(Option::as_ref);
                let name = named.map(|named| named.easy.clone().filter(|_| easy).unwrap_or_else(|| named.name.clone()));
                name.unwrap_or_else(|| perspective.id.clone())
            });
            out.push(Choice { list: PERSPECTIVES, name: perspective.id.clone(), labels });
        }
        let known = crate::model::SETTINGS;
        for (index, id) in known.iter().enumerate() {
            let labels = self.each(|language| {
                language.words.interview.settings.get(index).map(|text| (*text).to_owned()).unwrap_or_default()
            });
            out.push(Choice { list: SETTINGS, name: (*id).to_owned(), labels });
        }
        for id in rubric.questions.iter().flat_map(|question| question.settings.iter().flatten()) {
            if !out.iter().any(|choice| choice.list == SETTINGS && choice.name == *id) {
                out.push(Choice { list: SETTINGS, name: id.clone(), labels: self.each(|_| id.clone()) });
            }
        }
        for (index, name) in ["person", "group"].into_iter().enumerate() {
            let labels = self.each(|language| language.words.spreadsheet.answered_by[index].to_owned());
            out.push(Choice { list: ANSWERED_BY, name: name.to_owned(), labels });
        }
        let organisation = self.words(|words| words.answered_by_organisation.to_owned());
        out.push(Choice { list: ANSWERED_BY, name: "organisation".to_owned(), labels: organisation });
        for (index, name) in ["yes", "no"].into_iter().enumerate() {
            let labels = self.each(|language| language.words.spreadsheet.yes_no[index].to_owned());
            out.push(Choice { list: YES_NO, name: name.to_owned(), labels });
        }
        out
    }
}

/// What a question is called in a form.
fn code(id: &str) -> String {
    if RESERVED.contains(&id) { format!("{id}{SUFFIX}") } else { id.to_owned() }
}

fn note(name: &str, labels: Vec<String>) -> Row {
    Row { kind: "note".into(), name: format!("text_{name}"), labels, ..Row::default() }
}

/// A fact that is not asked.
fn calculate(name: String, value: &str) -> Row {
    Row { kind: "calculate".into(), name, calculation: quoted(value), ..Row::default() }
}

/// A text in an expression: XPath has no escapes, so that a text with both kinds of quotation marks is put together.
fn quoted(text: &str) -> String {
    let text = literal(&harmless(text));
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    if !text.contains('"') {
        return format!("\"{text}\"");
    }
    let parts: Vec<String> = text.split('\'').map(|part| format!("'{part}'")).collect();
    format!("concat({})", parts.join(", \"'\", "))
}

/// A text in which nothing is taken for a reference to a question.
fn literal(text: &str) -> String {
    harmless_lines(text).replace("${", "$ {").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{code, quoted};

    #[test]
    fn names_that_a_form_keeps_for_itself_are_not_given_to_questions() {
        assert_eq!(["data", "meta", "acc2b"].map(code), ["data_question", "meta_question", "acc2b"]);
    }

    #[test]
    fn texts_in_expressions_stay_texts() {
        assert_eq!(quoted("Müller + Söhne"), "'Müller + Söhne'");
        assert_eq!(quoted("People's"), "\"People's\"");
        assert_eq!(quoted("a'b\"c"), "concat('a', \"'\", 'b\"c')");
        assert_eq!(quoted("${x}"), "'$ {x}'");
    }
}
