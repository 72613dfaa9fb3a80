//! The formats of comparisons, verdicts and policies.

use super::*;

value!(ComparisonFormat, "const": "coprod/comparison/1");
value!(VerdictFormat, "const": "coprod/verdict/1");
value!(PolicyFormat, "const": "coprod/policy/1");
value!(Difference, "description": "A difference of two scores, from -1 to 1.", "type": "number", "minimum": -1, "maximum": 1);
value!(WrittenShare,
"description": "A share from 0 to 1: a number, a fraction as \"3/5\", or percent as \"60%\".",
"anyOf": [
    {"type": "number", "minimum": 0, "maximum": 1},
    {"type": "string", "pattern": "^ *((0|1|0\\.[0-9]+|1\\.0+|[0-9]+/[0-9]*[1-9][0-9]*)|(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?) *%) *$", "maxLength": 40}
]);
value!(Measured,
"description": "A level's id, a share, a difference of scores, a number of days or of actions; null where nothing can be said.",
"type": ["string", "number", "null"]);

/// What `coprod compare -f json` writes: the first assessment with the last, on the questions that apply in both. More
/// keys may stand beside these.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub struct Comparison {
    format: ComparisonFormat,
    tool: Tool,
    rubric: RubricDigest,
    organisation: Organisation,
    /// The date of the first assessment.
    from: Date,
    /// The date of the last one.
    to: Date,
    editions: Vec<Edition>,
    overall: Trend,
    principles: Vec<PrincipleTrend>,
    /// The change of each value of each facet.
    facets: ByAny<Vec<FacetTrend>>,
    applicability: Applicability,
    rubric_change: RubricChange,
    /// What each perspective said in the first and in the last; empty where only the organisation as a whole spoke.
    perspectives: Vec<PerspectiveTrend>,
    /// Of more than two assessments, each with the one before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<Vec<Step>>,
    warnings: Vec<Warning>,
}

/// An assessment as it was.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Edition {
    date: Date,
    rubric_versions: Vec<Version>,
    sheets: People,
    basis: Basis,
    /// Whether people with disabilities see a lower level: then the level must not be quoted without theirs.
    contested: bool,
    /// The level that they see, where that is so and may be told.
    lived_experience: Option<Id>,
    overall: Overall,
    principles: Vec<PrincipleThen>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct PrincipleThen {
    id: Id,
    level: Attained,
    score: Bounds,
    coverage: Option<Unit>,
}

/// Where `comparable` is false, all else is null.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Trend {
    comparable: bool,
    delta: Option<Delta>,
    verdict: Option<Movement>,
    level: Option<Levels>,
    /// The level changed, but not on the common questions.
    composition: Option<bool>,
    /// Questions whose start option fell.
    regressed: Option<Vec<QuestionId>>,
    /// Essential questions that no longer reach their minimum.
    essential_lost: Option<Vec<QuestionId>>,
    /// How many questions apply in both.
    common: Option<Whole>,
    improved: Option<Vec<QuestionId>>,
    /// The scores on the common questions.
    score: Option<Scores>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct PrincipleTrend {
    id: Id,
    #[serde(flatten)]
    trend: Trend,
    /// Every level; null where nothing is comparable.
    cells: Option<Vec<CellTrend>>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct CellTrend {
    level: Id,
    comparable: bool,
    delta: Option<Delta>,
    verdict: Option<Movement>,
    score: Option<Scores>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct FacetTrend {
    id: Id,
    comparable: bool,
    delta: Option<Delta>,
    verdict: Option<Movement>,
    score: Option<Scores>,
}

/// The newer score minus the older one; the point is null where one of the two has none.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Delta {
    point: Option<Difference>,
    low: Difference,
    high: Difference,
}

/// Ids, null where only a range may be published.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Levels {
    old: Option<Id>,
    new: Option<Id>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Scores {
    old: Bounds,
    new: Bounds,
}

#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
enum Movement {
    ImprovedCertain,
    ImprovedProvisional,
    RegressedCertain,
    RegressedProvisional,
    Stable,
    Unknown,
}

/// Questions that apply in one of the two only.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Applicability {
    now: Vec<QuestionId>,
    no_longer: Vec<QuestionId>,
}

/// Questions that are not the same in the versions that were answered.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct RubricChange {
    not_in_both: Vec<QuestionId>,
    /// Ids of an older version.
    dropped: Vec<Text>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct PerspectiveTrend {
    id: Id,
    label: Text,
    lived_experience: bool,
    /// How many people answered; null where it is hidden, where they did not answer, and for a statement that does not
    /// say for how many it speaks.
    n: PeopleThen,
    overall: Shift,
    principles: Vec<PrincipleShift>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct PeopleThen {
    old: Option<People>,
    new: Option<People>,
}

/// A perspective's change, of its known answers only.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Shift {
    comparable: bool,
    /// Why it is not compared.
    reason: Option<Silence>,
    /// Null also where one of the two scores is only known to be extreme.
    delta: Option<Difference>,
    verdict: Option<Movement>,
    score: Option<PointsThen>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct PrincipleShift {
    id: Id,
    comparable: bool,
    /// Why it is not compared.
    reason: Option<Silence>,
    /// Null also where one of the two scores is only known to be extreme.
    delta: Option<Difference>,
    verdict: Option<Movement>,
    score: Option<PointsThen>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
enum Silence {
    OneOnly,
    Hidden,
    FewCameOrWent,
    OtherQuestions,
    NothingKnown,
}

/// The bounds are there only where all chose an extreme.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct PointsThen {
    old: Bounds,
    new: Bounds,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Step {
    from: Date,
    to: Date,
    overall: Trend,
    principles: Vec<PrincipleTrend>,
    /// What each perspective said in these two.
    perspectives: Vec<PerspectiveTrend>,
}

/// What `coprod check -f json` writes. More keys may stand beside these.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub struct Verdict {
    format: VerdictFormat,
    tool: Tool,
    rubric: RubricDigest,
    organisation: Organisation,
    date: Date,
    /// The day that ages and dates are counted to.
    today: Day,
    /// Whether the lowest that the unknown answers allow is judged.
    strict: bool,
    /// Whether every rule is met or excepted.
    passed: bool,
    rules: Vec<Judged>,
    warnings: Vec<Warning>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Judged {
    rule: RuleName,
    /// The principle that it is about; absent: everything together.
    #[serde(skip_serializing_if = "Option::is_none")]
    principle: Option<Id>,
    passed: bool,
    actual: Measured,
    required: Measured,
    message: Text,
    /// Why a rule that is not met does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    exception: Option<Excepted>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Excepted {
    reason: Text,
    expires: Day,
}

#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)]
enum RuleName {
    Level,
    Score,
    Principle,
    Coverage,
    Evidence,
    MaxAge,
    Baseline,
    Actions,
}

/// The rules of a gate, for `coprod check --policy FILE`. Rules of the command line are added to them.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
pub struct Policy {
    format: PolicyFormat,
    /// The overall level is at least this one.
    level: Option<LevelId>,
    /// The overall score is at least this.
    score: Option<WrittenShare>,
    /// By principle: the level or the score that it must reach at least, or both.
    principles: Option<ById<Wanted>>,
    /// At least this share of the answers is known, in every principle.
    coverage: Option<WrittenShare>,
    /// At least this share of the answers in the upper half of the scale names evidence.
    evidence: Option<WrittenShare>,
    /// The answers are at most this many days old.
    max_age: Option<Whole>,
    /// Nothing regressed since this older assessment: a path from the policy's folder.
    baseline: Option<Text>,
    /// No score fell by more than this since the baseline. Default: nothing that a comparison calls regressed, and no
    /// level fell.
    max_drop: Option<WrittenShare>,
    /// No open action of this list is past its due date: a path from the policy's folder.
    actions: Option<Text>,
    /// Judge the lowest that the unknown answers allow. Default: false.
    strict: Option<bool>,
    /// Rules that need not hold for a while.
    exceptions: Option<Vec<Exception>>,
}

#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
enum Wanted {
    Level(LevelId),
    Score(WrittenShare),
    Both(LevelAndScore),
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct LevelAndScore {
    level: Option<LevelId>,
    score: Option<WrittenShare>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Exception {
    rule: RuleName,
    /// Default: whatever the rule is about.
    principle: Option<Id>,
    /// Why, for those who read it later.
    reason: Text,
    /// The last day on which it holds.
    expires: Day,
}
