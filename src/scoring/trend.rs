//! Trend: what changed between two assessments with the same rubric, on the questions that they have in common: the
//! scoring document, part F.

use super::score::{Bounds, QuestionScore, mean_of};
use super::{Assessment, CellScore, Overall, PrincipleScore, base_value, level, score};
use crate::model::number::ratio;
use crate::model::{Question, Ratio, Rubric, RubricVersion, Sheet, order};
use num_traits::Zero;

/// Smaller changes than this are no change: 1/20.
pub(super) fn least_change() -> Ratio {
    ratio(1, 20)
}

/// Versions with less in common than this share of either one's weight are not compared: 4/5.
fn least_in_common() -> Ratio {
    ratio(4, 5)
}

/// A difference of two scores with its bounds, each −1…1; the point is missing where one of the two is.
#[derive(Debug, Clone, PartialEq)]
pub struct Delta {
    /// The smallest that any completion of the unknown answers gives: low₂ − high₁.
    pub low: Ratio,
    /// Of the known answers: point₂ − point₁.
    pub point: Option<Ratio>,
    /// The largest that any completion gives: high₂ − low₁.
    pub high: Ratio,
}

/// What a difference says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// Better, and no unknown answer can change that.
    ImprovedCertain,
    /// Better by the known answers.
    ImprovedProvisional,
    /// Worse, and no unknown answer can change that.
    RegressedCertain,
    /// Worse by the known answers.
    RegressedProvisional,
    /// Less than 0.05 in either direction.
    Stable,
    /// One of the two has no known answer.
    Unknown,
}

/// Two scores on the same questions, and their difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The older score, on the common questions.
    pub old: Bounds,
    /// The newer score, on the common questions.
    pub new: Bounds,
    /// The difference.
    pub delta: Delta,
    /// What it says.
    pub movement: Movement,
}

impl Change {
    /// `None` where nothing applies in one of them.
    fn of(old: Bounds, new: Bounds) -> Option<Self> {
        let delta = Delta {
            low: new.low.as_ref()? - old.high.as_ref()?,
            point: old.point.as_ref().zip(new.point.as_ref()).map(|(old, new)| new - old),
            high: new.high.as_ref()? - old.low.as_ref()?,
        };
        let movement = match &delta.point {
            None => Movement::Unknown,
            Some(point) if point.abs() < least_change() => Movement::Stable,
            Some(point) if point.is_positive() && delta.low.is_positive() => Movement::ImprovedCertain,
            Some(point) if point.is_positive() => Movement::ImprovedProvisional,
            Some(_) if delta.high.is_negative() => Movement::RegressedCertain,
            Some(_) => Movement::RegressedProvisional,
        };
        Some(Self { old, new, delta, movement })
    }
}

/// What changed in a principle, or in everything together.
#[derive(Debug, Clone, PartialEq)]
pub struct PartTrend {
    /// The change on the common questions; `None`: there are none, so that nothing can be compared.
    pub change: Option<Change>,
    /// The levels as they were published, as ranks, older first; `None`: only a range was, or nothing applied.
    pub levels: [Option<usize>; 2],
    /// The levels of the common questions alone, whether they may be published or not.
    pub common_levels: [Option<usize>; 2],
    /// The level changed, but not on the common questions: other questions apply now.
    pub composition: bool,
    /// Common questions whose start option fell, in the rubric's order.
    pub regressed: Vec<usize>,
    /// Common questions whose start option rose.
    pub improved: Vec<usize>,
    /// Essential common questions that reached their minimum and no longer do.
    pub essential_lost: Vec<usize>,
    /// The common questions: applicable in both. Those whose value is hidden are among them where the score of all is
    /// compared.
    pub common: Vec<usize>,
}

impl PartTrend {
    /// Whether the level that the common questions reach fell; not where so much is unknown that no level is told.
    pub fn level_fell(&self) -> bool {
        let told = self.levels.iter().all(Option::is_some);
        told && matches!(self.common_levels, [Some(old), Some(new)] if new < old)
    }
}

/// Why a question is in a comparison or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Applicable in both.
    Common,
    /// Applicable in the older one only.
    OnlyOld,
    /// Applicable in the newer one only.
    OnlyNew,
    /// Applicable in neither.
    Neither,
    /// Not the same question in the versions of the rubric that were answered.
    OtherVersion,
    /// Its value is hidden in one of them, to protect the people who answered; perhaps it is applicable in both.
    Hidden,
}

/// How one question stands in both.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionTrend {
    /// Why it is compared or not.
    pub standing: Standing,
    /// The start options, older first: the largest option ≤ the base value; `None` where it does not apply.
    pub start: [Option<usize>; 2],
    /// Whether anything was known of it, older first.
    pub known: [bool; 2],
}

/// All that can be said of two assessments.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// One entry a principle.
    pub principles: Vec<PartTrend>,
    /// Everything together.
    pub overall: PartTrend,
    /// For each principle, one entry a level; `None` without common questions.
    pub cells: Vec<Vec<Option<Change>>>,
    /// For each facet, one entry a value.
    pub facets: Vec<Vec<Option<Change>>>,
    /// One entry a question, in the rubric's order.
    pub questions: Vec<QuestionTrend>,
    /// Ids of older versions' questions that have no equal in the rubric at hand.
    pub dropped: Vec<String>,
}

/// Versions that have too little in common.
#[derive(Debug, Clone, PartialEq)]
pub struct TooDifferent {
    /// The version of whose weight too little is in the other.
    pub version: RubricVersion,
    /// The other version.
    pub other: RubricVersion,
    /// The share of its weight that can be compared, 0…1.
    pub share: Ratio,
}

/// One of the two.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// Its sheets, one at least, read against the rubric at hand.
    pub sheets: &'a [Sheet],
    /// What scoring says of them.
    pub assessment: &'a Assessment,
    /// Whether several people are to be protected: then an extreme score must not say what everybody chose.
    pub protects: bool,
}

/// Compares two assessments.
///
/// # Errors
/// Versions of the rubric that have less than 80 % of either one's weight in common.
pub fn compare(rubric: &Rubric, old: Side, new: Side) -> Result<Comparison, TooDifferent> {
    let (same, dropped) = in_both_versions(rubric, old.sheets, new.sheets)?;
    let sides = [old.assessment, new.assessment];
    let protects = [old.protects, new.protects];
    let questions: Vec<QuestionTrend> = (0..rubric.questions.len())
        .map(|index| {
            let scores = sides.map(|side| side.questions.get(index));
            let applies = scores.map(|score| score.is_some_and(QuestionScore::applies));
            let hides = sides.iter().any(|side| side.hidden.contains(&index));
            let standing = match (same.get(index), applies) {
                (Some(true), _) if hides => Standing::Hidden,
                (Some(true), [true, true]) => Standing::Common,
                (Some(true), [true, false]) => Standing::OnlyOld,
                (Some(true), [false, true]) => Standing::OnlyNew,
                (_, [false, false]) if !hides => Standing::Neither,
                _ => Standing::OtherVersion,
            };
            QuestionTrend {
                standing,
                start: scores.map(|score| start_option(rubric, score?)),
                known: scores.map(|score| score.is_some_and(|score| score.score.point.is_some())),
            }
        })
        .collect();
    let both = Both { sides, questions: &questions };
    let entire = |principle: usize| {
        both.share(&rubric.of_principle(principle), |side| side.principles.get(principle).map(|found| &found.score))
    };
    let entire: Vec<bool> = (0..rubric.principles.len()).map(|principle| entire(principle).is_some()).collect();
    let [mut old, mut new] = sides.map(|side| Restricted::new(rubric, side, &questions, &entire));
    for (side, _) in [&mut old, &mut new].into_iter().zip(protects).filter(|(_, protects)| *protects) {
        side.cap();
    }
    let principles: Vec<PartTrend> = (0..rubric.principles.len())
        .map(|index| {
            let of =
                |restricted: &Restricted| restricted.principles.get(index).map(|p| (p.score.clone(), p.level.point));
            let levels = sides.map(|side| side.principles.get(index).and_then(|p| p.level.published()));
            let inside = |question: usize| rubric.questions.get(question).is_some_and(|q| q.principle == index);
            part(rubric, &questions, sides, levels, [of(&old), of(&new)], &entire, inside)
        })
        .collect();
    let of = |restricted: &Restricted| Some((restricted.overall.score.clone(), restricted.overall.level.point));
    let levels = sides.map(|side| side.overall.level.published());
    let overall = part(rubric, &questions, sides, levels, [of(&old), of(&new)], &entire, |_| true);
    let cells = old.principles.iter().zip(&new.principles).map(|(old, new)| {
        let pairs = old.cells.iter().zip(&new.cells);
        pairs.map(|(old, new): (&CellScore, &CellScore)| Change::of(old.score.clone(), new.score.clone())).collect()
    });
    let facets = rubric.facets.iter().enumerate().map(|(facet, entry)| {
        let change = |value: usize| {
            let belongs =
                |question: &Question| question.facets.get(facet).is_some_and(|values| values.contains(&value));
            let each = rubric.questions.iter().enumerate().filter(|(_, question)| belongs(question));
            let members: Vec<usize> = each.map(|(index, _)| index).collect();
            let published = both.share(&members, |side| side.facets.get(facet)?.get(value));
            let found = published.map_or_else(
                || [&old, &new].map(|side| mean_of(rubric, &side.questions, belongs)),
                |scores| scores.map(Bounds::clone),
            );
            let guard = |score: &Bounds, protects| if protects { score.guarded() } else { score.clone() };
            Change::of(guard(&found[0], protects[0]), guard(&found[1], protects[1]))
        };
        (0..entry.values.len()).map(change).collect()
    });
    Ok(Comparison { cells: cells.collect(), facets: facets.collect(), principles, overall, questions, dropped })
}

/// Two assessments and what of them may be told.
struct Both<'a> {
    sides: [&'a Assessment; 2],
    questions: &'a [QuestionTrend],
}

impl<'a> Both<'a> {
    /// The two published scores of some questions, if the same ones apply in both, and both scores are shown: then these
    /// are compared, also where hidden ones are among them, or where a range is published less exactly. Otherwise a
    /// hidden question has to stay out, since the score of the common ones would, beside the score of all, tell its
    /// value.
    fn share(
        &self,
        members: &[usize],
        published: impl Fn(&'a Assessment) -> Option<&'a Bounds>,
    ) -> Option<[&'a Bounds; 2]> {
        let applies = |question: &usize| {
            let shown = |side: &Assessment| side.questions.get(*question).is_some_and(QuestionScore::applies);
            self.sides.iter().all(|side| shown(side) || side.hidden.contains(question))
        };
        let standing = |question: &usize| self.questions.get(*question).map(|question| question.standing);
        let alike = members.iter().all(|question| match standing(question) {
            Some(Standing::Hidden) => applies(question),
            found => matches!(found, Some(Standing::Common | Standing::Neither)),
        });
        let [old, new] = self.sides.map(|side| published(side).filter(|score| score.low.is_some()));
        if alike { Some([old?, new?]) } else { None }
    }
}

/// An assessment of the common questions alone.
struct Restricted {
    questions: Vec<QuestionScore>,
    principles: Vec<PrincipleScore>,
    overall: Overall,
}

impl Restricted {
    /// Takes the extremes off what is told; levels stay as they are.
    fn cap(&mut self) {
        self.overall.score = self.overall.score.guarded();
        for principle in &mut self.principles {
            principle.score = principle.score.guarded();
            for cell in &mut principle.cells {
                cell.score = cell.score.guarded();
            }
        }
    }

    fn new(rubric: &Rubric, side: &Assessment, trend: &[QuestionTrend], entire: &[bool]) -> Self {
        let kept = |(score, trend): (&QuestionScore, &QuestionTrend)| {
            if trend.standing == Standing::Common { score.clone() } else { QuestionScore::default() }
        };
        let questions: Vec<QuestionScore> = side.questions.iter().zip(trend).map(kept).collect();
        let principle = |(index, published): (usize, &PrincipleScore)| match entire.get(index) {
            Some(true) => published.clone(),
            _ => super::principle(rubric, &questions, index),
        };
        let principles: Vec<PrincipleScore> = side.principles.iter().enumerate().map(principle).collect();
        if entire.iter().all(|entire| *entire) {
            return Self { questions, principles, overall: side.overall.clone() };
        }
        let overall = Overall {
            score: score::overall(rubric, &principles),
            coverage: principles.iter().filter_map(|principle| principle.coverage.clone()).min(),
            level: level::overall(rubric, &principles),
        };
        Self { questions, principles, overall }
    }
}

fn part(
    rubric: &Rubric,
    questions: &[QuestionTrend],
    sides: [&Assessment; 2],
    levels: [Option<usize>; 2],
    restricted: [Option<(Bounds, Option<usize>)>; 2],
    entire: &[bool],
    inside: impl Fn(usize) -> bool,
) -> PartTrend {
    let standing = |index: usize| questions.get(index).map(|question| question.standing);
    let counts = |index: usize| match standing(index) {
        Some(Standing::Hidden) => rubric.questions.get(index).is_some_and(|q| entire.get(q.principle) == Some(&true)),
        found => found == Some(Standing::Common),
    };
    let common: Vec<usize> = (0..questions.len()).filter(|index| inside(*index) && counts(*index)).collect();
    let moved = |wanted: fn(usize, usize) -> bool| -> Vec<usize> {
        let start = |index: &usize| questions.get(*index).map(|question| question.start);
        let fits = |index: &usize| matches!(start(index), Some([Some(old), Some(new)]) if wanted(old, new));
        common.iter().copied().filter(fits).collect()
    };
    let told = |index: &usize| standing(*index) == Some(Standing::Common);
    let reaches = |side: &Assessment, index: usize| {
        let point = side.questions.get(index).and_then(|score| score.score.point.as_ref());
        point.is_some_and(|point| *point >= rubric.essential_minimum)
    };
    let [old, new] = sides;
    let lost = |index: &usize| {
        let essential = rubric.questions.get(*index).is_some_and(|question| question.essential);
        essential && reaches(old, *index) && !reaches(new, *index)
    };
    let essential_lost = common.iter().copied().filter(|index| told(index) && lost(index)).collect();
    let common_levels = [&restricted[0], &restricted[1]].map(|side| side.as_ref().and_then(|(_, level)| *level));
    let changed = matches!(levels, [Some(old), Some(new)] if old != new);
    let change = match restricted {
        [Some((old, _)), Some((new, _))] => Change::of(old, new),
        _ => None,
    };
    PartTrend {
        change,
        levels,
        common_levels,
        composition: changed && common_levels[0] == common_levels[1],
        regressed: moved(|old, new| new < old),
        improved: moved(|old, new| new > old),
        essential_lost,
        common,
    }
}

/// The start option of a question: the largest option ≤ its base value, an unknown value counting as the lowest; the
/// scoring document, part E. `None` if the question does not apply.
pub fn start_option(rubric: &Rubric, score: &QuestionScore) -> Option<usize> {
    let base = base_value(rubric, score)?;
    let highest = rubric.highest_points();
    Some(rubric.scale.iter().rposition(|choice| ratio(choice.points, highest) <= base).unwrap_or(0))
}

/// The questions that one version of the rubric has, with the meaning that they have in the rubric at hand.
struct Carried {
    version: RubricVersion,
    /// For each question of the rubric at hand, whether this version has it.
    has: Vec<bool>,
    /// The weight of all questions of that version.
    weight: Ratio,
    /// Ids of its questions that have no equal.
    dropped: Vec<String>,
}

/// For each question whether every version that was answered has it, and which older questions were left behind.
fn in_both_versions(rubric: &Rubric, old: &[Sheet], new: &[Sheet]) -> Result<(Vec<bool>, Vec<String>), TooDifferent> {
    let versions: Vec<Carried> = [old, new].into_iter().flat_map(|sheets| versions_of(rubric, sheets)).collect();
    let same: Vec<bool> = (0..rubric.questions.len())
        .map(|index| versions.iter().all(|carried| carried.has.get(index).copied().unwrap_or(false)))
        .collect();
    let in_common: Ratio = rubric.questions.iter().zip(&same).filter(|(_, same)| **same).map(|(q, _)| &q.weight).sum();
    for carried in &versions {
        let share = if carried.weight.is_zero() { Ratio::zero() } else { &in_common / &carried.weight };
        if share < least_in_common() {
            let others = versions.iter().map(|other| other.version);
            let other = others.into_iter().find(|other| *other != carried.version).unwrap_or(rubric.version);
            return Err(TooDifferent { version: carried.version, other, share });
        }
    }
    let dropped = order::unique(versions.into_iter().flat_map(|carried| carried.dropped));
    Ok((same, dropped))
}

/// What each version that the sheets answer has in common with the rubric at hand.
fn versions_of(rubric: &Rubric, sheets: &[Sheet]) -> Vec<Carried> {
    let answered = order::unique(sheets.iter().map(|sheet| sheet.rubric.version));
    answered.into_iter().map(|version| carried(rubric, version, sheets)).collect()
}

fn carried(rubric: &Rubric, version: RubricVersion, sheets: &[Sheet]) -> Carried {
    let weight_of = |has: &[bool]| -> Ratio {
        rubric.questions.iter().zip(has).filter(|(_, has)| **has).map(|(question, _)| &question.weight).sum()
    };
    if version.major != rubric.version.major {
        // Only what the mapping calls the same is. The weights of an older version are known by what became of its
        // questions; one that has no equal counts as the question of that id, or as 1.
        let replacement = rubric.replacement(version);
        let same = replacement.map_or(&[][..], |replacement| replacement.same.as_slice());
        let again = replacement.map_or(&[][..], |replacement| replacement.again.as_slice());
        let has: Vec<bool> =
            rubric.questions.iter().map(|question| same.iter().any(|(_, to)| *to == question.id)).collect();
        let lost = again.iter().map(|again| {
            let question = rubric.question(&again.old).and_then(|index| rubric.questions.get(index));
            question.map_or_else(|| ratio(1, 1), |question| question.weight.clone())
        });
        let weight = weight_of(&has) + lost.sum::<Ratio>();
        return Carried { version, weight, has, dropped: again.iter().map(|again| again.old.clone()).collect() };
    }
    let has: Vec<bool> = if version.minor < rubric.version.minor {
        // A minor version adds questions. Which ones is not known here; one that no sheet of the older version says
        // anything of, not even "don't know", can be one of them.
        let said = |id: &str| {
            sheets.iter().any(|sheet| sheet.rubric.version.minor == version.minor && sheet.answers.contains_key(id))
        };
        rubric.questions.iter().map(|question| said(&question.id)).collect()
    } else {
        vec![true; rubric.questions.len()]
    };
    Carried { version, weight: weight_of(&has), has, dropped: Vec::new() }
}
