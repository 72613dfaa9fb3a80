//! The JSON Schemas: generated from the types below, committed under `rubrics/schemas/`. The types mirror what the
//! readers take; the tests in `agreement` hold both to each other. Their doc comments are the schemas' descriptions.
//!
//! After a change here: `COPROD_BLESS=1 cargo test schemas`.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::marker::PhantomData;
use std::path::Path;

/// A string with a pattern.
macro_rules! text {
    ($(#[doc = $doc:literal])* $name:ident, $pattern:literal) => {
        pub struct $name;
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"type": "string", "pattern": $pattern, "description": concat!($($doc),*).trim()})
            }
        }
    };
}

text!(
    /// An id: small letters, digits and hyphens, a letter first.
    Id, "^[a-z][a-z0-9-]*$");
text!(
    /// A question's id: small letters and digits, a letter first.
    QuestionId, "^[a-z][a-z0-9]*$");
text!(
    /// A level's id; `none` is reserved.
    LevelId, "^(?!none$)[a-z][a-z0-9-]*$");
text!(
    /// An option's id; `na` and `dk` are reserved.
    ChoiceId, "^(?!(na|dk)$)[a-z][a-z0-9-]*$");
text!(
    /// Major, minor, patch: patch changes wording, minor adds questions, major changes meaning.
    Version, "^[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,9}$");
text!(
    /// A language tag, for example `de` or `pt-BR`.
    Language, "^(?=.{2,35}$)[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$");
text!(
    /// A question's id, also with `.answer`, `.note`, `.evidence` or `.reason` behind it; in a table with one row a
    /// question `question`, `answer`, `note`, `evidence` or `reason`; a fact such as `organisation`, `date`,
    /// `perspective`, `people`, `chose_questions`; or `ignore`.
    MapTarget, "^([a-z][a-z0-9]*(\\.(answer|note|evidence|reason))?|chose_questions)$");
text!(
    /// A text that says something.
    Text, "\\S");
text!(
    /// `YYYY-MM-DD`.
    Day, "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
text!(
    /// `YYYY-MM-DD`, or `YYYY-MM` on a sheet of one person.
    Date, "^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$");

/// A value with a schema of its own.
macro_rules! value {
    ($name:ident, $($schema:tt)+) => {
        pub struct $name;
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ $($schema)+ })
            }
        }
    };
}

mod gate;

value!(Positive,
"description": "A number greater than 0: a number, or a fraction as \"3/2\".",
"anyOf": [
    {"type": "number", "exclusiveMinimum": 0},
    {"type": "string", "pattern": "^(?=[^/]*[1-9])[0-9]+(\\.[0-9]+|/[0-9]*[1-9][0-9]*)?$", "maxLength": 40}
]);
value!(Share,
"description": "A share from 0 to 1: a number, or a fraction as \"3/4\".",
"anyOf": [
    {"type": "number", "minimum": 0, "maximum": 1},
    {"type": "string", "pattern": "^(0|1|0\\.[0-9]+|1\\.0+|[0-9]+/[0-9]*[1-9][0-9]*)$", "maxLength": 40}
]);
value!(Points, "description": "A whole number of 0 or more.", "type": "integer", "minimum": 0, "maximum": 9007199254740991u64);
value!(Whole, "description": "A whole number of 0 or more.", "type": "integer", "minimum": 0);
value!(People, "description": "How many people a joint statement speaks for.", "type": "integer", "minimum": 1);
value!(Signed, "description": "A number from -1 to 1.", "type": "number", "minimum": -1, "maximum": 1);
value!(Unit, "description": "A share from 0 to 1.", "type": "number", "minimum": 0, "maximum": 1);
value!(RubricFormat, "const": "coprod/rubric/1");
value!(TextsFormat, "const": "coprod/texts/1");
value!(AnswersFormat, "const": "coprod/answers/1");
value!(AssessmentFormat, "const": "coprod/assessment/1");
value!(MapFormat, "const": "coprod/map/1");
value!(ResultFormat, "const": "coprod/result/1");
value!(ActionsFormat, "const": "coprod/actions/1");
value!(PlanFormat, "const": "coprod/plan/1");
value!(Effort0, "description": "Effort in the units of the rubric, 0 or more.", "type": "number", "minimum": 0);

/// An object whose keys follow a pattern; `comment` is allowed as everywhere.
pub struct Keyed<T, const KIND: usize>(PhantomData<T>);
const PATTERNS: [&str; 4] =
    ["^[a-z][a-z0-9-]*$", "^[a-z][a-z0-9]*$", "^(comment|[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,9})$", ""];
type ById<T> = Keyed<T, 0>;
type ByQuestion<T> = Keyed<T, 1>;
type ByVersion<T> = Keyed<T, 2>;
type ByAny<T> = Keyed<T, 3>;

impl<T: JsonSchema, const KIND: usize> JsonSchema for Keyed<T, KIND> {
    fn schema_name() -> Cow<'static, str> {
        format!("Keyed{KIND}{}", T::schema_name()).into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        let mut schema =
            json_schema!({"type": "object", "additionalProperties": value, "properties": {"comment": true}});
        if !PATTERNS[KIND].is_empty() {
            schema.insert("propertyNames".into(), json!({"pattern": PATTERNS[KIND]}));
        }
        schema
    }
}

/// A list without repetition; `FULL`: of one element at least.
pub struct Set<T, const LEAST: usize>(PhantomData<T>);
impl<T: JsonSchema, const LEAST: usize> JsonSchema for Set<T, LEAST> {
    fn schema_name() -> Cow<'static, str> {
        format!("Set{LEAST}{}", T::schema_name()).into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let items = generator.subschema_for::<T>();
        json_schema!({"type": "array", "items": items, "uniqueItems": true, "minItems": LEAST})
    }
}

/// A coprod rubric: the structure of a questionnaire. Its words stand in a file for each language beside it, or inside
/// under `texts`. `comment` may stand in any object.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
pub struct Rubric {
    format: RubricFormat,
    /// The id that answer sheets name.
    id: Id,
    version: Version,
    /// The languages that the texts exist in.
    languages: Set<Language, 1>,
    /// Full assessment, or quick check, whose result is called an estimate everywhere. Default: full.
    kind: Option<Kind>,
    scoring: Option<Scoring>,
    /// The response options, lowest first, points strictly increasing. `na` and `dk` come by themselves.
    scale: Set<Choice, 2>,
    /// The rows of the profile.
    principles: Set<Principle, 1>,
    /// The columns of the profile, lowest first.
    levels: Set<Level, 1>,
    /// The perspectives that may answer. Default: any.
    perspectives: Option<Set<Perspective, 0>>,
    /// Ways to cut the questions across principles and levels.
    facets: Option<Set<Facet, 0>>,
    /// Sources that questions refer to by their id.
    sources: Option<Set<Source, 0>>,
    /// Ids of rubrics whose answers carry over, because the same question ids mean the same.
    continues: Option<Set<Id, 0>>,
    /// How answers to older versions carry over: version, then old question id.
    replaces: Option<ByVersion<ByAny<Fate>>>,
    /// What `coprod rubric lint` holds the rubric to.
    coverage: Option<Set<CoverageRule, 0>>,
    questions: Set<Question, 1>,
    /// The words by language, if they do not stand in files of their own.
    texts: Option<ByAny<InlineTexts>>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(dead_code)]
enum Kind {
    Full,
    Quick,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Scoring {
    /// The score that a level needs where it does not say its own. Default: 3/4.
    threshold: Option<Share>,
    /// The value that an essential question needs. Default: 1/2.
    essential_minimum: Option<Share>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Choice {
    id: ChoiceId,
    /// An answer's value is its points divided by the highest option's.
    points: Points,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Principle {
    id: Id,
    /// Its weight in the overall score. Default: 1.
    weight: Option<Positive>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Level {
    id: LevelId,
    /// Its weight in a principle's score. Default: 1.
    weight: Option<Positive>,
    /// The score that it needs. Default: the threshold of `scoring`.
    threshold: Option<Share>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Perspective {
    id: Id,
    /// Whether people answer from their own experience of disability. Default: false.
    lived_experience: Option<bool>,
    /// Whether it speaks as an office, not as persons. Default: false.
    office: Option<bool>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Facet {
    id: Id,
    values: Set<Id, 1>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Source {
    id: Id,
    /// How it is cited.
    citation: Text,
}

/// What became of an old question. A text is short for a question that is the same under another id.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
enum Fate {
    Same(QuestionId),
    Became(Became),
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Became {
    became: Change,
    /// The questions of this version that took its place.
    to: Option<Vec<QuestionId>>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(dead_code)]
enum Change {
    Same,
    Reworded,
    Split,
    Merged,
    Dropped,
}

/// A rule on how many questions of a kind there are.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("anyOf" = [{"required": ["min"]}, {"required": ["max"]}]))]
#[allow(dead_code)]
struct CoverageRule {
    id: Id,
    count: Selector,
    min: Option<Whole>,
    max: Option<Whole>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(dead_code)]
enum Setting {
    Employer,
    Provider,
}

/// The questions that fit every condition; without any, all.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Selector {
    principle: Option<Id>,
    level: Option<Id>,
    tag: Option<Text>,
    essential: Option<bool>,
    /// Asked in this setting; a question without settings is asked in all.
    setting: Option<Id>,
    /// Asked in this setting alone; `both`: in all.
    setting_only: Option<Id>,
    /// Asked of this perspective; a question without perspectives is asked of all.
    perspective: Option<Id>,
    /// Facet and value.
    facets: Option<ById<Id>>,
    /// A reference, letter by letter.
    reference: Option<Text>,
    /// How a reference begins.
    reference_prefix: Option<Text>,
    /// Count different references, not questions.
    distinct: Option<Distinct>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(dead_code)]
enum Distinct {
    Reference,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Question {
    /// Never changes its meaning; a question with a new meaning gets a new id.
    id: QuestionId,
    /// One of `principles`.
    principle: Id,
    /// One of `levels`.
    level: LevelId,
    /// Its weight in its cell. Default: 1.
    weight: Option<Positive>,
    /// Whether its cell fails without it. Default: false.
    essential: Option<bool>,
    /// The cost of each step up the scale (1 small, 2 medium, 3 large): one number for all, or one a step. Default: 1.
    effort: Option<Effort>,
    /// Whether "not applicable" is an option. Default: true.
    na_allowed: Option<bool>,
    /// Whom it is for. Default: all.
    perspectives: Option<Set<Id, 0>>,
    /// The settings it is for. Default: all.
    settings: Option<Set<Setting, 0>>,
    /// Facet and the question's values of it.
    facets: Option<ById<Set<Id, 0>>>,
    tags: Option<Vec<Text>>,
    /// Articles of a convention, principles of a standard, or ids of `sources`.
    references: Option<Vec<Text>>,
}

#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
enum Effort {
    All(Positive),
    Steps(Vec<Positive>),
}

/// The words of a coprod rubric in one language.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
pub struct Texts {
    format: TextsFormat,
    language: Language,
    /// The questionnaire's title.
    title: Text,
    /// What it is about.
    description: Option<Text>,
    principles: ById<Named>,
    /// By id; `none` is what is below the first level.
    levels: ById<Named>,
    /// By id, with `na` (not applicable) and `dk` (don't know).
    scale: ById<ChoiceText>,
    perspectives: Option<ById<MaybeNamed>>,
    facets: Option<ById<FacetText>>,
    questions: ByQuestion<QuestionText>,
}

/// The words of one language inside a rubric's file.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct InlineTexts {
    format: Option<Value>,
    language: Option<Language>,
    title: Text,
    description: Option<Text>,
    principles: ById<Named>,
    levels: ById<Named>,
    scale: ById<ChoiceText>,
    perspectives: Option<ById<MaybeNamed>>,
    facets: Option<ById<FacetText>>,
    questions: ByQuestion<QuestionText>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Named {
    name: Text,
    /// The name in easy language.
    easy: Option<Text>,
    /// What it means.
    description: Option<Text>,
}

/// Without a name it is called by its id.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct MaybeNamed {
    name: Option<Text>,
    /// The name in easy language.
    easy: Option<Text>,
    /// What it means.
    description: Option<Text>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct ChoiceText {
    label: Text,
    /// The label in easy language.
    easy: Option<Text>,
    /// What it means.
    description: Option<Text>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct FacetText {
    name: Option<Text>,
    values: Option<ById<MaybeNamed>>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct QuestionText {
    /// One practice that can be observed; not negative, not leading, one thing at a time.
    text: Text,
    /// The question in easy language: at most twelve words a sentence.
    easy: Option<Text>,
    /// What is meant, and what each option looks like.
    help: Option<Text>,
    easy_help: Option<Text>,
    /// What can be seen or shown.
    evidence: Option<Vec<Text>>,
    /// What to do if the answer is below the top.
    recommendation: Option<Recommendation>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Recommendation {
    /// What to do, in a few words; without it the question stands there.
    title: Option<Text>,
    easy_title: Option<Text>,
    /// Who does what, in order.
    steps: Option<Vec<Text>>,
    /// What it is good for, and for whom.
    benefit: Option<Text>,
}

/// A coprod answer sheet: what one person or one group said about one organisation. Other keys are ignored with a
/// warning.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub struct Answers {
    format: AnswersFormat,
    rubric: RubricRef,
    organisation: Organisation,
    date: Date,
    /// The language of the answers.
    language: Option<Text>,
    /// One of the rubric's perspectives. Default: the whole organisation, which is asked everything.
    perspective: Option<Id>,
    /// A person's pseudonym. Default: a joint statement.
    respondent: Option<Text>,
    people: Option<People>,
    process: Option<Process>,
    /// By question id; may be empty.
    answers: ByQuestion<Answer>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct RubricRef {
    id: Id,
    version: Version,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Organisation {
    name: Text,
    sector: Option<Text>,
    country: Option<Text>,
    size: Option<Text>,
    /// `employer`, `provider` or `both`.
    setting: Option<Text>,
    scope: Option<Text>,
    period: Option<Text>,
}

/// Who did what in the assessment.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Process {
    chose_questions: Option<Text>,
    answered: Option<Text>,
    interpreted: Option<Text>,
    decides: Option<Text>,
}

/// An answer: an option's id, `na`, `dk` or the option's points, alone or with a note.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
enum Answer {
    Id(Id),
    Points(Whole),
    Long(LongAnswer),
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct LongAnswer {
    choice: Option<Given>,
    note: Option<String>,
    /// What can be seen or shown.
    evidence: Option<Vec<String>>,
    /// Why the question does not apply.
    reason: Option<String>,
}

#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
enum Given {
    Id(Id),
    Points(Whole),
}

/// What holds for all answer sheets of a folder, in its file `assessment.json`. Everything but the format may be absent;
/// other keys are ignored with a warning.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub struct Assessment {
    format: AssessmentFormat,
    /// The organisation's name; if it is given, it must be that of the sheets.
    organisation: Option<Text>,
    /// What part of the organisation is meant.
    scope: Option<Text>,
    /// What time is meant.
    period: Option<Text>,
    /// How many people of each perspective were invited.
    invited: Option<ById<Whole>>,
    process: Option<Process>,
    /// Who is responsible for the answers.
    responsible: Option<Text>,
    /// When the answers are deleted.
    deletion_date: Option<Date>,
}

/// A coprod list of actions: what an organisation means to do and what is done. `coprod plan --actions` writes it, people
/// tick off (`"done": true`) and add actions of their own, `coprod check` reads it. Other keys are kept.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub struct Actions {
    format: ActionsFormat,
    rubric: RubricRef,
    organisation: OrganisationName,
    /// The date of the assessment that the list was made from.
    date: Option<Date>,
    actions: Vec<Action>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct OrganisationName {
    name: Text,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Action {
    /// The question that it is about. Default: none, for an action of the organisation's own.
    question: Option<Text>,
    /// What is to be done.
    title: Text,
    /// The id of the option that the answer shall reach.
    to: Option<Text>,
    /// Who does it.
    who: Option<Text>,
    /// The last day on which it is in time. Default: no date is set.
    due: Option<Day>,
    /// Whether it is done. Default: false.
    done: Option<bool>,
    note: Option<String>,
}

/// What the columns and values of any other table mean, for `coprod import --map`.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
pub struct Map {
    format: MapFormat,
    /// Each column's heading, with what it means.
    columns: ByAny<MapColumn>,
    /// What values mean in the columns of answers that the map names: as they are written, with an option's id.
    values: Option<ByAny<String>>,
}

#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
enum MapColumn {
    To(MapTarget),
    Own(MapOwn),
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct MapOwn {
    to: MapTarget,
    /// What values mean in this column only.
    values: Option<ByAny<String>>,
}

/// What `coprod report -f json` writes. More keys may stand beside these; scores are shares from 0 to 1, levels are ids,
/// lists follow the rubric's order.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub struct Result {
    format: ResultFormat,
    tool: Tool,
    rubric: RubricDigest,
    organisation: Organisation,
    date: Date,
    /// How many sheets were read.
    sheets: People,
    overall: Overall,
    principles: Vec<PrincipleResult>,
    /// The score of each value of each facet.
    facets: ByAny<Vec<FacetScore>>,
    /// Null where the rubric lacks the facets `phase` and `aspect`, and where it may not be shown.
    involvement: Option<Involvement>,
    /// The smallest group of people that is shown.
    min_group: People,
    /// Who spoke: the organisation as a whole, the rubric's perspectives, then the pool of small groups with lived
    /// experience.
    perspectives: Vec<PerspectiveResult>,
    /// How differently every two shown groups see every principle.
    gaps: Vec<GapResult>,
    /// The questions on which groups of ten people or more differ most.
    contrasts: Vec<ContrastResult>,
    /// How far the respondents agree, by principle.
    agreement: Vec<AgreementResult>,
    /// Whether every level stays the same whichever single respondent is left out; null where too few answered.
    stability: Option<bool>,
    /// What is hidden, and why.
    disclosure: Vec<HiddenResult>,
    /// Whether one voice makes up more than 1/`min_group` of the total: such a report is for internal use.
    dominance: bool,
    /// Whether people with lived experience see a lower level than all together: then the level must not be quoted
    /// without theirs.
    contested: bool,
    basis: Basis,
    /// What people with lived experience see, scored alone; null where none of them answered.
    lived_experience: Option<ViewResult>,
    /// What the others see, scored alone; null where nobody else answered.
    others: Option<ViewResult>,
    recommendations: Vec<Next>,
    warnings: Vec<Warning>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
enum Basis {
    /// Nobody answered from lived experience: the level is the one seen by the organisation itself.
    SelfView,
    LivedExperience,
}

/// What one group says. Whatever is hidden is null.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct PerspectiveResult {
    /// A perspective's id, `organisation`, or `lived-experience` for the pool.
    id: Id,
    /// Its name in the language of the result.
    label: Text,
    /// Whether anything of it is shown.
    shown: bool,
    /// How many people answered; null when hidden, or where a statement does not say.
    n: Option<People>,
    lived_experience: bool,
    /// Whether it is an official statement, which is never hidden.
    statement: bool,
    invited: Option<Whole>,
    response_rate: Option<Unit>,
    principles: Vec<PerspectivePrinciple>,
    score: GroupScore,
    level: Attained,
    /// The share of "don't know" among what the group was asked.
    dont_know: Option<Unit>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct PerspectivePrinciple {
    id: Id,
    score: GroupScore,
}

/// A group's score of the known answers. `low` and `high` are only there where all chose the
/// highest option (0.95 to 1) or the lowest (0 to 0.05), which is not told more exactly.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct GroupScore {
    point: Option<Unit>,
    low: Option<Unit>,
    high: Option<Unit>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct GapResult {
    principle: Id,
    /// One group.
    a: Id,
    /// The other.
    b: Id,
    /// The means of `a` and of `b`.
    means: Vec<Unit>,
    /// Cliff's delta; positive: `a` sees it more favourably.
    delta: Signed,
    /// The two-sided permutation p.
    p: Unit,
    /// The same with Holm's correction.
    p_holm: Unit,
    /// Whether p is exact; else, for very many respondents, the normal approximation.
    exact: bool,
    /// The mean of `a` less that of `b`.
    difference: Signed,
    /// A large effect of at least half a step of the scale.
    notable: bool,
    /// Notable, and hardly chance.
    strong: bool,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct ContrastResult {
    question: QuestionId,
    /// The group that sees it more favourably.
    a: Id,
    b: Id,
    means: Vec<Unit>,
    difference: Unit,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct AgreementResult {
    principle: Id,
    /// The median over the questions; null where it is undefined.
    a_wg: Option<Signed>,
    /// Krippendorff's alpha for ordinal data; null where it is undefined or too few answered.
    alpha: Option<f64>,
    raters: Option<Whole>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct HiddenResult {
    /// Null: overall.
    principle: Option<Id>,
    /// A group's id, `total` or `views`.
    hidden: Id,
    reason: HiddenReason,
}

#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
enum HiddenReason {
    TooFew,
    /// So that a smaller group cannot be worked out.
    Complementary,
    /// Shown as part of the pool.
    Pooled,
    TotalTooFew,
    PartHidden,
    Subtraction,
    NoAnswers,
}

/// What one side sees, scored alone.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct ViewResult {
    level: Attained,
    score: GroupScore,
    n: Option<People>,
    principles: Vec<ViewPrinciple>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct ViewPrinciple {
    id: Id,
    score: GroupScore,
    level: Attained,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Tool {
    name: Text,
    version: Text,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct RubricDigest {
    id: Id,
    version: Version,
    /// Of what the rubric scores by: `sha256:` and 64 digits.
    #[schemars(regex(pattern = "^sha256:[0-9a-f]{64}$"))]
    digest: String,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Overall {
    level: Attained,
    score: Bounds,
    /// The share of answered questions; null where nothing applies.
    coverage: Option<Unit>,
}

/// A level that was reached; its members are null where nothing applies.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Attained {
    /// By the known answers; null where only the range may be published.
    point: Option<Id>,
    low: Option<Id>,
    high: Option<Id>,
    possible: Vec<Id>,
    status: Option<Status>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(dead_code)]
enum Status {
    Certain,
    Provisional,
    Insufficient,
}

/// A score with its bounds; null where nothing applies.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Bounds {
    point: Option<Unit>,
    low: Option<Unit>,
    high: Option<Unit>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct PrincipleResult {
    id: Id,
    level: Attained,
    score: Bounds,
    coverage: Option<Unit>,
    /// Every level, also one without questions.
    cells: Vec<CellResult>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct CellResult {
    level: Id,
    score: Bounds,
    passes: Passes,
    counts: Counts,
    /// What keeps the cell from passing: essential questions first, then by distance.
    blockers: Vec<QuestionId>,
}

/// Null where the cell is hidden to protect a small group.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Passes {
    low: Option<bool>,
    point: Option<bool>,
    high: Option<bool>,
}

/// Numbers of questions. Of several people, all but the first are null where a question of the cell is not shown, or
/// was answered by nobody: that may be what a single person said.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Counts {
    questions: Whole,
    applicable: Option<Whole>,
    /// Those with a point.
    answered: Option<Whole>,
    dont_know: Option<Whole>,
    unanswered: Option<Whole>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct FacetScore {
    id: Id,
    score: Bounds,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Involvement {
    kind: Option<InvolvementKind>,
    low: Option<InvolvementKind>,
    high: Option<InvolvementKind>,
    /// The rule that decided.
    rule: Option<String>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
enum InvolvementKind {
    NoParticipation,
    Participation,
    CoDesign,
    CoDelivery,
    CoCreation,
    CoProduction,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Next {
    question: QuestionId,
    /// 1 is the most pressing one.
    rank: People,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Warning {
    /// A stable name for scripts.
    code: Text,
    /// JSON pointer.
    pointer: String,
    message: Text,
}

/// What `coprod plan -f json` writes. More keys may stand beside these; scores are shares from 0 to 1, levels are ids.
/// Levels and scores are those of the base values: an unknown answer counts as the lowest.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub struct Plan {
    format: PlanFormat,
    tool: Tool,
    rubric: RubricDigest,
    organisation: OrganisationName,
    date: Date,
    /// How many sheets were read.
    sheets: People,
    /// Whether people with disabilities see a lower level than the plan starts from.
    contested: bool,
    /// The level that they see, where that is so and may be told.
    lived_experience: Option<Id>,
    /// The id of a level, or `next`, or `budget`.
    target: Id,
    budget: Option<Effort0>,
    /// Whether the target can be reached; if not, `effort` is null and `steps` is empty.
    feasible: bool,
    /// Why it cannot be reached.
    obstacles: Vec<PlanObstacle>,
    /// Whether nothing better exists.
    exact: bool,
    /// How much effort (of a budget: score) a better plan could at most gain.
    slack: Effort0,
    effort: Option<Effort0>,
    steps: Vec<PlanStep>,
    /// Unknown questions whose answer alone could save effort.
    ask_first: Vec<QuestionId>,
    start: PlanStage,
    reached: PlanStage,
    what_if: Vec<PlanWhatIf>,
    warnings: Vec<Warning>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct PlanObstacle {
    reason: PlanReason,
    principle: Option<Id>,
    level: Option<Id>,
    question: Option<QuestionId>,
    /// The score that the cell can reach.
    best: Option<Unit>,
    /// The score that it needs.
    threshold: Option<Unit>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
enum PlanReason {
    NothingApplies,
    LevelEmpty,
    Hidden,
    Essential,
    Short,
}

/// One question's way, from its start option to its final one.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct PlanStep {
    question: QuestionId,
    from: ChoiceId,
    to: ChoiceId,
    effort: Effort0,
    /// 1 comes first.
    rank: People,
    principle: Id,
    level: Id,
    essential: bool,
    unknown: bool,
    /// The level that its principle reaches with this step.
    reaches: Option<Id>,
    after: PlanStage,
    /// Who has to act: values of the facet `reach`.
    who: Vec<Id>,
    /// The quarter in which it is due, from 1.
    quarter: Option<People>,
    due: Option<Day>,
    title: String,
}

/// Where everything together stands; null where nothing applies.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct PlanStage {
    level: Option<Id>,
    score: Option<Unit>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct PlanWhatIf {
    question: QuestionId,
    direction: PlanDirection,
    /// The nearest option that changes the level.
    to: ChoiceId,
    principle: Id,
    level_from: Id,
    level_to: Id,
}

#[derive(JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(dead_code)]
enum PlanDirection {
    Up,
    Down,
}

/// `null` is no value in what people write: a key is there or absent.
fn without_null(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            object.insert("type".into(), one);
        }
    }
    if let Some(Value::Array(values)) = object.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    let Some(Value::Array(choices)) = object.get_mut("anyOf") else { return };
    choices.retain(|choice| choice != &json!({"type": "null"}));
    if let [one] = choices.as_slice() {
        let one = one.as_object().cloned().unwrap_or_default();
        object.remove("anyOf");
        object.extend(one);
    }
}

/// `comment` is allowed in every object that allows nothing else.
fn with_comments(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if object.get("additionalProperties") != Some(&Value::Bool(false)) {
        return;
    }
    if let Some(Value::Object(properties)) = object.get_mut("properties") {
        properties.insert("comment".into(), json!({"description": "For people; the program never reads it."}));
    }
}

fn written<T: JsonSchema>() -> Value {
    let generator = SchemaSettings::draft2020_12().for_deserialize().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    RecursiveTransform(without_null).transform(&mut schema);
    RecursiveTransform(with_comments).transform(&mut schema);
    schema.to_value()
}

/// All schemas by name.
pub fn all() -> [(&'static str, Value); 11] {
    fn printed<T: JsonSchema>() -> Value {
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>().to_value()
    }
    let mut all = [
        ("rubric", written::<Rubric>()),
        ("texts", written::<Texts>()),
        ("answers", written::<Answers>()),
        ("assessment", written::<Assessment>()),
        ("result", printed::<Result>()),
        ("map", written::<Map>()),
        ("actions", written::<Actions>()),
        ("plan", printed::<Plan>()),
        ("comparison", printed::<gate::Comparison>()),
        ("verdict", printed::<gate::Verdict>()),
        ("policy", written::<gate::Policy>()),
    ];
    // An organisation in what is printed has the keys that its sheet has.
    let organisation = all[2].1.pointer("/$defs/Organisation").cloned();
    for (_, schema) in &mut all[3..] {
        if let (Some(own), Some(place)) = (&organisation, schema.pointer_mut("/$defs/Organisation")) {
            *place = own.clone();
        }
    }
    for (name, schema) in &mut all {
        schema["title"] = json!(format!("coprod {name}"));
    }
    all
}

/// The compiled schema of a format.
pub fn validator(name: &str) -> jsonschema::Validator {
    let schema = all().into_iter().find(|(known, _)| *known == name).expect("a known schema").1;
    jsonschema::draft202012::new(&schema).expect("a valid schema")
}

#[test]
fn schemas_are_what_the_types_say() {
    for (name, schema) in all() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("rubrics/schemas/{name}.schema.json"));
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("COPROD_BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == text, "{name}: run COPROD_BLESS=1 cargo test schemas");
        let printed = super::coprod(&["rubric", "schema", name]);
        assert_eq!(printed.code, 0);
        // The binary has the schemas of its build; after a blessing it is one build behind.
        if std::env::var_os("COPROD_BLESS").is_none() {
            assert_eq!(printed.stdout, text, "{name}");
        }
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
    }
}
