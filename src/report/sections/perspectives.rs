//! Perspectives: what the groups say beside one another, the two views, the gaps between them, and what is not shown.

use super::{bullets, gaps};
use crate::report::Report;
use crate::report::document::{Align, Block, Cell, Column, Figure, Inline, Table};
use crate::report::figures::{Dumbbell, Dumbbells, FigureData};
use crate::report::shown::response_rate;
use crate::scoring::{Group, HiddenReason, View, Voice, Who};
use crate::text::harmless;

/// The section; nothing where a single sheet speaks.
pub fn blocks(report: &Report) -> Vec<Block> {
    if report.sheet.is_some() {
        return Vec::new();
    }
    let mut blocks = vec![Block::PageBreak];
    blocks.extend(brief(report));
    blocks
}

/// The same without a page of its own.
pub fn brief(report: &Report) -> Vec<Block> {
    if report.sheet.is_some() {
        return Vec::new();
    }
    let words = &report.words.voices;
    let mut blocks = vec![Block::heading(2, words.heading)];
    let weights = match report.voice {
        Voice::Headcount => words.weights[1],
        Voice::Equal if report.is_about_co_production() => words.weights[0],
        Voice::Equal => report.words.report.method.voices[0],
    };
    blocks.push(Block::text(weights));
    if report.voices.disclosure.dominance {
        blocks.push(Block::Note(vec![Block::text(words.dominance)]));
    }
    blocks.push(Block::Table(people(report)));
    blocks.extend(nobody(report));
    let fewer = (words.fewer)(report.k());
    if report.voices.groups.iter().any(|group| report.group_mark(group) == fewer) {
        blocks.push(Block::text((words.fewer_means)(report.k())));
    }
    if !report.is_withheld() {
        blocks.push(Block::Table(scores(report)));
        blocks.extend(views(report));
        blocks.extend(gaps::blocks(report));
    }
    blocks.extend(disclosure(report));
    if report.voices.disclosure.widened.any() {
        blocks.push(Block::text(words.widened));
    }
    blocks
}

fn column(head: &str, align: Align, share: u16) -> Column {
    Column { head: head.to_owned(), align, share }
}

/// What a group is called, with its statement named as one.
fn name(report: &Report, group: &Group) -> String {
    let name = report.group_name(&group.who);
    let office = |id: &str| report.rubric.perspectives.iter().any(|p| p.id == id && p.office);
    match &group.who {
        Who::Perspective(id) if group.statement && office(id) => (report.words.voices.statement)(&name),
        _ => name,
    }
}

/// Who was invited and who answered, how much they did not know, and which level they see.
fn people(report: &Report) -> Table {
    let words = &report.words.voices;
    let [perspective, invited, answered, rate, dont_know, level] = words.people_heads;
    let known = report.voices.groups.iter().any(|group| report.round.invited(group.who.id()).is_some());
    let mut columns = vec![column(perspective, Align::Start, 6)];
    if known {
        columns.push(column(invited, Align::End, 3));
    }
    columns.push(column(answered, Align::End, 3));
    if known {
        columns.push(column(rate, Align::End, 3));
    }
    columns.extend([column(dont_know, Align::End, 3), column(level, Align::Start, 6)]);
    let percent =
        |share: Option<&crate::model::Ratio>, other: String| share.map_or(other, |share| report.numbers.percent(share));
    let rows = report.voices.groups.iter().map(|group| {
        let mark = report.group_mark(group);
        let mut cells = vec![Cell::from(name(report, group))];
        if known {
            let people = report.round.invited(group.who.id());
            cells.push(Cell::from(people.map_or_else(|| "–".to_owned(), |people| people.to_string())));
        }
        let people = match group.people {
            Some(people) => people.to_string(),
            None if group.shown => "–".to_owned(),
            None => mark.clone(),
        };
        cells.push(Cell::from(people));
        if known {
            cells.push(Cell::from(percent(response_rate(&report.round, group).as_ref(), "–".to_owned())));
        }
        cells.push(Cell::from(percent(group.dont_know.as_ref(), mark.clone())));
        let level = group.level.as_ref().map(|level| harmless(&report.level_brief(level)));
        cells.push(Cell::from(level.unwrap_or(mark)));
        cells
    });
    let caption = words.answered[usize::from(known)].to_owned();
    Table { caption, columns, rows: rows.collect(), row_heads: true }
}

/// Perspectives that were invited, but nobody of them answered.
fn nobody(report: &Report) -> Option<Block> {
    let answered = report.perspectives();
    let silent = report.round.invited.iter().filter(|(id, people)| *people > 0 && !answered.contains(&Some(id)));
    let names: Vec<String> = silent.map(|(id, _)| report.perspective_name(Some(id))).collect();
    (!names.is_empty()).then(|| Block::text((report.words.voices.invited_nobody)(&names.join(", "))))
}

/// Every group's scores, the two sides', and those of all together.
fn scores(report: &Report) -> Table {
    let words = &report.words.voices;
    let principles = report.rubric.principles.len();
    let mut columns = vec![column(words.perspective, Align::Start, 6)];
    columns.extend((0..principles).map(|index| column(&report.principle_name(index), Align::End, 4)));
    columns.push(column(words.overall, Align::End, 3));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for group in &report.voices.groups {
        let mut cells = vec![Cell::from(name(report, group))];
        cells.extend((0..principles).map(|index| Cell::from(report.group_score(group, index))));
        let overall = group.overall.as_ref().map(|figure| report.figure(figure));
        cells.push(Cell::from(overall.unwrap_or_else(|| report.group_mark(group))));
        rows.push(cells);
    }
    for (name, view) in sides(report) {
        let mut cells = vec![Cell { text: vec![Inline::Strong(name.to_owned())], ..Cell::default() }];
        cells.extend((0..principles).map(|index| Cell::from(side_score(report, view, index))));
        let overall = view.overall.as_ref().map(|figure| report.figure(figure));
        cells.push(Cell::from(overall.unwrap_or_else(|| report.view_mark().to_owned())));
        rows.push(cells);
    }
    let mut cells = vec![Cell { text: vec![Inline::Strong(words.together.to_owned())], ..Cell::default() }];
    let point = |score: &crate::scoring::Bounds, hidden: Option<HiddenReason>| match (hidden, &score.point) {
        (Some(reason), _) => report.hidden_mark(Some(reason)),
        (None, None) => "–".to_owned(),
        (None, Some(all)) => {
            let guarded = report.guarded(score).point.unwrap_or_else(|| all.clone());
            let value = report.numbers.hundredths(&guarded);
            match all.cmp(&guarded) {
                std::cmp::Ordering::Greater => (words.at_least)(&value),
                std::cmp::Ordering::Less => (words.at_most)(&value),
                std::cmp::Ordering::Equal => value,
            }
        }
    };
    let each = report.assessment.principles.iter().enumerate();
    cells.extend(each.map(|(index, principle)| Cell::from(point(&principle.score, report.hidden_total(index)))));
    cells.push(Cell::from(point(&report.assessment.overall.score, report.hidden_overall())));
    rows.push(cells);
    Table { caption: words.scores.to_owned(), columns, rows, row_heads: true }
}

/// The two sides that are there.
fn sides<'r>(report: &'r Report) -> Vec<(&'static str, &'r View)> {
    let words = &report.words.voices;
    let both = [(words.lived, &report.voices.lived_experience), (words.others, &report.voices.others)];
    both.into_iter().filter_map(|(name, view)| Some((name, view.as_ref()?))).collect()
}

fn side_score(report: &Report, view: &View, principle: usize) -> String {
    let hidden = report.voices.disclosure.principles.get(principle).and_then(|hidden| hidden.views);
    let figure = view.principles.get(principle).and_then(Option::as_ref);
    // Which of the two sides is the small one is not said.
    let hidden = || if hidden.is_some() { report.words.voices.not_shown.to_owned() } else { "–".to_owned() };
    figure.map_or_else(hidden, |figure| report.figure(figure))
}

/// What people with disabilities see beside what the others see.
fn views(report: &Report) -> Vec<Block> {
    let words = &report.words.voices;
    let mut blocks = vec![Block::heading(3, words.views)];
    let found = &report.voices;
    let (lived, others) = match (&found.lived_experience, &found.others) {
        (None, _) => {
            blocks.push(Block::text(words.no_lived));
            return blocks;
        }
        (Some(_), _) if !report.has_lived_experience() => {
            blocks.push(Block::text(report.words.report.unknown_lived_experience));
            return blocks;
        }
        (Some(_), None) => {
            blocks.push(Block::text(words.no_others));
            return blocks;
        }
        (Some(lived), Some(others)) => (lived, others),
    };
    let silent = |view: &View| view.principles.iter().all(Option::is_none);
    if silent(lived) || silent(others) {
        let hidden = found.disclosure.principles.iter().any(|principle| principle.views.is_some());
        blocks.push(Block::text(if hidden { words.views_hidden } else { words.views_unknown }));
        return blocks;
    }
    let level = |view: &View| view.level.as_ref().map(|level| report.level_short(level));
    let mut said = Vec::new();
    said.extend(level(lived).map(|level| (words.sees)(&level)));
    said.extend(level(others).map(|level| (words.others_see)(&level)));
    if report.hidden_overall().is_none() {
        said.push((words.all_see)(&report.level_short(&report.assessment.overall.level)));
    }
    blocks.push(bullets(said));
    if report.contested().is_some() {
        blocks.push(Block::Note(vec![Block::text(words.contested)]));
    } else if report.views_unclear() {
        blocks.push(Block::text(words.shared_unclear));
    } else if lived.level.is_some() && report.hidden_overall().is_none() {
        let lower = (0..report.rubric.principles.len()).filter(|&index| report.contested_principle(index).is_some());
        let lower: Vec<String> = lower.map(|index| report.principle_name(index)).collect();
        let all = || words.shared.to_owned();
        blocks.push(Block::text(if lower.is_empty() { all() } else { (words.shared_overall)(&lower.join(", ")) }));
    }
    blocks.extend(dumbbells(report, lived, others));
    blocks
}

/// The gap between the two sides in every principle where both are shown.
fn dumbbells(report: &Report, lived: &View, others: &View) -> Vec<Block> {
    let words = &report.words.voices;
    let pairs = lived.principles.iter().zip(&others.principles).enumerate();
    let rows: Vec<Dumbbell> = pairs
        .filter_map(|(index, (a, b))| {
            let both = [a.as_ref()?, b.as_ref()?];
            let told = both.map(|figure| report.figure(figure));
            let name = report.principle_name(index);
            let sentence = (words.dumbbell)(&name, [(words.lived, &told[0]), (words.others, &told[1])]);
            let values = both.map(|figure| figure.value().to_f64());
            Some(Dumbbell { name, values, words: told, sentence })
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let list: Vec<&str> = rows.iter().map(|row| row.sentence.as_str()).collect();
    let alt = (words.dumbbells_alt)(&list.join("; "));
    let sides = [words.lived.to_owned(), words.others.to_owned()];
    vec![
        Block::Figure(Figure {
            caption: words.dumbbells.to_owned(),
            alt,
            data: FigureData::Dumbbells(Dumbbells { sides, rows }),
        }),
        Block::text(words.dumbbells_remark),
    ]
}

/// What is not shown, and why.
fn disclosure(report: &Report) -> Vec<Block> {
    let words = &report.words.voices;
    if !report.protects() {
        let joint = report.voices.groups.iter().any(|group| !group.statement);
        return if joint { vec![Block::text((words.joint_rule)(report.k()))] } else { Vec::new() };
    }
    let found = &report.voices.disclosure;
    let mut blocks = vec![Block::heading(3, words.disclosure)];
    if found.protection.for_publication() {
        blocks.push(Block::text((words.publication)(report.k())));
    }
    blocks.push(Block::text((words.rules)(report.k())));
    blocks.push(Block::text((words.question_rule)(report.k())));
    let mut hidden: Vec<(String, HiddenReason, Vec<String>)> = Vec::new();
    let mut add = |who: String, reason: HiddenReason, principle: String| match hidden
        .iter_mut()
        .find(|(known, why, _)| *known == who && *why == reason)
    {
        Some((_, _, principles)) => principles.push(principle),
        None => hidden.push((who, reason, vec![principle])),
    };
    for (index, principle) in found.principles.iter().enumerate() {
        let name = report.principle_name(index);
        for (who, reason) in &principle.groups {
            add(report.group_name(who), *reason, name.clone());
        }
        if let Some(reason) = principle.views {
            add(words.views.to_owned(), reason, name.clone());
        }
        if let Some(reason) = principle.total {
            add(words.together.to_owned(), reason, name.clone());
        }
    }
    if let Some(reason) = found.overall {
        add(words.together.to_owned(), reason, words.overall.to_owned());
    }
    let all = report.rubric.principles.len();
    let lines = hidden.into_iter().map(|(who, reason, principles)| {
        let list = if principles.len() >= all { words.everywhere.to_owned() } else { principles.join(", ") };
        // Of the two views, the people on one side are too few, not all.
        let side = who == words.views && reason == HiddenReason::TooFew;
        let why = if side { (words.side_too_few)(report.k()) } else { report.hidden_reason(reason) };
        (words.hidden)(&who, &list, &why)
    });
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        blocks.push(bullets(lines));
    }
    blocks
}
