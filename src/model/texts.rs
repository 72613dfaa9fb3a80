//! A rubric's words in one language, in the order of the rubric's structure.

use std::cell::OnceCell;
use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

/// All texts of a rubric in one language; lists have the order and length of the rubric's lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts {
    /// BCP 47 tag.
    pub language: String,
    /// The rubric's title.
    pub title: String,
    /// What the rubric is about.
    pub description: Option<String>,
    /// The principles.
    pub principles: Vec<Named>,
    /// The levels.
    pub levels: Vec<Named>,
    /// What "below the first level" is called, if the rubric says so.
    pub none: Option<Named>,
    /// The response options.
    pub scale: Vec<ChoiceText>,
    /// "Not applicable", if the rubric says so.
    pub na: Option<ChoiceText>,
    /// "Don't know", if the rubric says so.
    pub dk: Option<ChoiceText>,
    /// The perspectives.
    pub perspectives: Vec<Option<Named>>,
    /// The facets.
    pub facets: Vec<FacetText>,
    /// The questions.
    pub questions: QuestionTexts,
}

impl Texts {
    /// Whether any question can be read in easy language.
    pub fn has_easy(&self) -> bool {
        self.questions.iter().any(|question| question.easy.is_some())
    }
}

/// The words of all questions. They are most of a rubric's text, and not every command needs them: those that come with
/// the program are read when they are first asked for.
#[derive(Clone, Default)]
pub struct QuestionTexts {
    all: OnceCell<Vec<QuestionText>>,
    later: Option<Rc<dyn Fn() -> Self>>,
}

impl QuestionTexts {
    /// What `read` gives, as soon as somebody asks.
    pub fn later(read: impl Fn() -> Self + 'static) -> Self {
        Self { all: OnceCell::new(), later: Some(Rc::new(read)) }
    }

    fn into_all(self) -> Vec<QuestionText> {
        self.all.into_inner().unwrap_or_default()
    }

    fn all(&self) -> &[QuestionText] {
        self.all.get_or_init(|| self.later.as_ref().map_or_else(Vec::new, |read| read().into_all()))
    }
}

impl Deref for QuestionTexts {
    type Target = [QuestionText];

    fn deref(&self) -> &[QuestionText] {
        self.all()
    }
}

impl From<Vec<QuestionText>> for QuestionTexts {
    fn from(all: Vec<QuestionText>) -> Self {
        Self { all: OnceCell::from(all), later: None }
    }
}

impl fmt::Debug for QuestionTexts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.all().fmt(out)
    }
}

impl PartialEq for QuestionTexts {
    fn eq(&self, other: &Self) -> bool {
        self.all() == other.all()
    }
}

impl Eq for QuestionTexts {}

/// A name with its easy-to-read form and a description.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The name.
    pub name: String,
    /// The name in easy language.
    pub easy: Option<String>,
    /// What it means.
    pub description: Option<String>,
}

/// A response option's words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChoiceText {
    /// The short label.
    pub label: String,
    /// The label in easy language.
    pub easy: Option<String>,
    /// What it means.
    pub description: Option<String>,
}

/// A facet's words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetText {
    /// The facet's name, if the rubric gives one.
    pub name: Option<String>,
    /// Its values' names, in the rubric's order.
    pub values: Vec<Option<String>>,
}

/// A question's words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuestionText {
    /// The question.
    pub text: String,
    /// The question in easy language.
    pub easy: Option<String>,
    /// What is meant, and what each option looks like.
    pub help: Option<String>,
    /// The help in easy language.
    pub easy_help: Option<String>,
    /// Examples of what can be seen or shown.
    pub evidence: Vec<String>,
    /// What to do if the answer is below the top.
    pub recommendation: Option<Recommendation>,
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recommendation {
    /// The step in a few words.
    pub title: String,
    /// The same in easy language.
    pub easy_title: Option<String>,
    /// Who does what, in order.
    pub steps: Vec<String>,
    /// What it is good for, and for whom.
    pub benefit: Option<String>,
}
