//! What a comparison says first: the levels, the score, and who rose and who fell, in sentences.

use super::{TrendReport, direction};
use crate::report::Report;
use crate::report::document::Block;
use crate::scoring::trend::{Comparison, PartTrend, Standing};
use crate::text::harmless;
use std::cmp::Ordering;

/// The levels, the score, who rose and who fell, in sentences.
pub fn section(trend: &TrendReport) -> Vec<Block> {
    let words = trend.trend_words();
    let total = &trend.total;
    let [old, new] = [trend.oldest(), trend.newest()].map(|edition| harmless(&edition.overall_phrase()));
    let mut first = if old == new { (words.level_stayed)(&new) } else { (words.level_was)(&old, &new) };
    if let Some(change) = &total.overall.change {
        let score = |bounds| trend.newest().score_phrase(bounds, None);
        first.push(' ');
        first.push_str(&(words.score_was)(
            &score(&change.old),
            &score(&change.new),
            &trend.change_phrase(Some(change)),
        ));
    }
    if let Some(between) = in_between(trend) {
        first.push(' ');
        first.push_str(&between);
    }
    let mut blocks = vec![Block::heading(2, words.headings.summary), Block::text(first)];
    blocks.extend(moves(trend, &trend.total).into_iter().filter(|text| !text.is_empty()).map(Block::text));
    // What was lost since last time must not disappear behind a gain since the first.
    if let ([.., before, _], [_, .., last]) = (trend.editions.as_slice(), trend.steps.as_slice()) {
        let [levels, answers] = moves(trend, last);
        blocks.push(Block::text((words.since)(&trend.date(before), &format!("{levels} {answers}"))));
    }
    blocks
}

/// Who rose and who fell, and which answers did, in a comparison.
fn moves(trend: &TrendReport, comparison: &Comparison) -> [String; 2] {
    let words = trend.trend_words();
    let principles_where = |fits: &dyn Fn(&PartTrend) -> bool| -> Vec<String> {
        let each = comparison.principles.iter().enumerate().filter(|(_, part)| fits(part));
        each.map(|(index, _)| trend.newest().principle_name(index)).collect()
    };
    let mut first = Vec::new();
    let directions = [Some(1), Some(-1), Some(0), None];
    let phrases = [words.improved, words.regressed, words.stable, words.unknown];
    for (wanted, say) in directions.into_iter().zip(phrases) {
        let names = principles_where(&|part| direction(part) == wanted);
        if !names.is_empty() {
            first.push(say(&names.join(", ")));
        }
    }
    // A level can fall although the score rose, and the other way round.
    for (moved, say) in [(Ordering::Greater, words.level_rose), (Ordering::Less, words.level_fell)] {
        let has = |part: &PartTrend| matches!(part.levels, [Some(old), Some(new)] if new.cmp(&old) == moved);
        let names = principles_where(&has);
        if !names.is_empty() {
            first.push(say(&names.join(", ")));
        }
    }
    let mut composed = principles_where(&|part| part.composition);
    if comparison.overall.composition {
        composed.insert(0, words.overall.to_owned());
    }
    if !composed.is_empty() {
        first.push((words.composition)(&composed.join(", ")));
    }
    let (lost, fell) = (comparison.overall.essential_lost.len(), comparison.overall.regressed.len());
    let mut second = Vec::new();
    // What is hidden may be lower all the same.
    if comparison.overall.change.is_none() {
        return [first.join(" "), String::new()];
    }
    if comparison.questions.iter().any(|question| question.standing == Standing::Hidden) {
        second.push(words.of_shown.to_owned());
    }
    if lost > 0 {
        second.push((words.lost)(lost));
    }
    // Of several people a mean can fall and no option with it; then an essential question is lost.
    if fell > 0 {
        second.push((words.fell)(fell));
    } else if lost == 0 {
        second.push(words.nothing_fell.to_owned());
    }
    [first.join(" "), second.join(" ")]
}

/// The levels of the assessments between the first and the last, where these two are the same and one of those is not.
fn in_between(trend: &TrendReport) -> Option<String> {
    let level = |edition: &Report| edition.assessment.overall.level.published();
    let (first, last) = (level(trend.oldest())?, level(trend.newest())?);
    let middle = trend.editions.get(1..trend.editions.len().saturating_sub(1))?;
    let differs = |edition: &&Report| level(edition).is_some_and(|level| level != first);
    let words = trend.trend_words();
    let others: Vec<String> = middle
        .iter()
        .filter(differs)
        .map(|edition| {
            (words.value_at)(&harmless(&edition.level_phrase(&edition.assessment.overall.level)), &trend.date(edition))
        })
        .collect();
    (first == last && !others.is_empty()).then(|| (words.in_between)(&others.join("; ")))
}
