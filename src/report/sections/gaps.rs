//! Where views differ, how far people agree, and whether a level hangs on one person: in plain words.

use super::bullets;
use crate::model::order;
use crate::report::Report;
use crate::report::document::Block;
use crate::scoring::Gap;
use crate::text::harmless;

/// So many questions are named as those on which views differ most.
const MOST_CONTRASTS: usize = 5;

/// Gaps, contrasts, "don't know", agreement, stability. Joint sheets alone are no persons who could be compared.
pub fn blocks(report: &Report) -> Vec<Block> {
    let mut blocks = gaps(report);
    blocks.extend(contrasts(report));
    blocks.extend(dont_know(report));
    if report.protects() {
        blocks.extend(agreement(report));
        blocks.extend(stability(report));
    }
    blocks
}

/// The notable gaps as sentences, the greatest first.
fn gaps(report: &Report) -> Vec<Block> {
    let words = &report.words.voices;
    let mut blocks = vec![Block::heading(3, words.gaps)];
    let all = &report.voices.gaps;
    if all.is_empty() {
        let why = if report.protects() { (words.too_few_for_gaps)(report.k()) } else { words.gaps_joint.to_owned() };
        blocks.push(Block::text(why));
        return blocks;
    }
    let mut notable: Vec<&Gap> = all.iter().filter(|gap| gap.notable).collect();
    // What is strong first, then by size; ties stay in the rubric's order.
    let size = |gap: &Gap| gap.difference.abs();
    order::sort_by(&mut notable, |a, b| b.strong.cmp(&a.strong).then_with(|| size(b).cmp(&size(a))));
    if notable.is_empty() {
        blocks.push(Block::text((words.no_gap)(all.len())));
        return blocks;
    }
    let (strong, other): (Vec<&Gap>, Vec<&Gap>) = notable.into_iter().partition(|gap| gap.strong);
    for (intro, gaps) in [(words.strong, strong), (words.not_strong, other)] {
        if !gaps.is_empty() {
            blocks.push(Block::text(intro));
            blocks.push(bullets(gaps.into_iter().map(|gap| sentence(report, gap))));
        }
    }
    blocks.push(Block::text((words.gaps_method)(all.len())));
    blocks
}

/// "Access looks much more favourable to “Top management” than to “Service users”: 0.86 against 0.34."
fn sentence(report: &Report, gap: &Gap) -> String {
    let words = &report.words.voices;
    let names = [&gap.a, &gap.b].map(|who| report.group_name(who));
    let means = [0, 1].map(|at| report.figure(&gap.means[at]));
    let (more, less) = if gap.difference.is_negative() { (1, 0) } else { (0, 1) };
    let sides = [(names[more].as_str(), means[more].as_str()), (names[less].as_str(), means[less].as_str())];
    let p = report.numbers.probability(gap.p_holm);
    (words.gap)(&report.principle_name(gap.principle), sides, &p)
}

/// The single questions on which large groups differ most.
fn contrasts(report: &Report) -> Vec<Block> {
    let words = &report.words.voices;
    let found = report.voices.contrasts.iter().take(MOST_CONTRASTS);
    let lines: Vec<String> = found
        .map(|contrast| {
            let text = report.texts.questions.get(contrast.question).map_or("", |text| text.text.as_str());
            let names = [&contrast.a, &contrast.b].map(|who| report.group_name(who));
            let means = [0, 1].map(|at| report.figure(&contrast.means[at]));
            (words.contrast)(&harmless(text), [(&names[0], &means[0]), (&names[1], &means[1])])
        })
        .collect();
    if lines.is_empty() { Vec::new() } else { vec![Block::heading(3, words.contrasts), bullets(lines)] }
}

/// The share of "don't know" of every shown group: it says whom information has not reached.
fn dont_know(report: &Report) -> Option<Block> {
    let words = &report.words.voices;
    let said = report.voices.groups.iter().filter_map(|group| {
        let share = report.numbers.percent(group.dont_know.as_ref()?);
        Some((words.dont_know_entry)(&report.group_name(&group.who), &share))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| Block::text((words.dont_know)(&said.join("; "))))
}

/// How far people agree, in one paragraph.
fn agreement(report: &Report) -> Vec<Block> {
    let words = &report.words.voices;
    let name = |principle| report.principle_name(principle);
    let all = &report.voices.agreement;
    let agreed: Vec<String> = all
        .iter()
        .filter_map(|found| {
            let word = words.agreement_words[found.word? as usize];
            let value = report.numbers.hundredths(found.a_wg.as_ref()?);
            Some((words.agreement_entry)(&name(found.principle), word, &value))
        })
        .collect();
    let reliable: Vec<String> = all
        .iter()
        .filter_map(|found| {
            let word = words.alpha_words[found.reliability? as usize];
            let value = report.numbers.hundredths(found.alpha.as_ref()?);
            Some((words.alpha_entry)(&name(found.principle), &value, word))
        })
        .collect();
    let mut text = Vec::new();
    // Of two options every mixture is the greatest disagreement that there can be: one against nineteen, too.
    let two = report.rubric.scale.len() == 2 && !agreed.is_empty();
    if two {
        text.push(words.agreement_two.to_owned());
    } else if !agreed.is_empty() {
        text.push((words.agreement_of)(&agreed.join("; ")));
    }
    if !reliable.is_empty() {
        text.push((words.alpha_of)(&reliable.join(", ")));
    }
    if !two || !reliable.is_empty() {
        text.push((if text.is_empty() { words.no_agreement } else { words.agreement_meaning }).to_owned());
    }
    vec![Block::heading(3, words.agreement), Block::text(text.join(" "))]
}

/// Whether a level hangs on one person, in one paragraph.
fn stability(report: &Report) -> Vec<Block> {
    let words = &report.words.voices;
    // Where nothing is known, nothing can hang on anybody.
    if report.assessment.overall.coverage.as_ref().is_some_and(num_traits::Zero::is_zero) {
        return Vec::new();
    }
    let text = match report.voices.stable {
        Some(true) => words.stable.to_owned(),
        Some(false) => words.unstable.to_owned(),
        None => (words.stability_unknown)(report.k()),
    };
    vec![Block::heading(3, words.stability), Block::text(text)]
}
