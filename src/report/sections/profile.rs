//! Summary, heat map, bars, blockers, kind of involvement.

use crate::report::Report;
use crate::report::document::{Align, Block, Cell, Column, Figure, Inline, Table, Tone};
use crate::report::figures::{Bar, CellState, FigureData, HeatCell, HeatMap, HeatRow};
use crate::scoring::{CellScore, PrincipleScore, Status};
use crate::text::harmless;

/// The summary on a page: profile, level, what holds it back, strongest and weakest, next steps, who is absent.
pub fn summary(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let mut blocks = vec![Block::PageBreak, Block::heading(2, report.words.report.headings.summary)];
    if report.is_withheld() {
        blocks.extend(in_words(report));
        return blocks;
    }
    let [sentence, _] = report.summary();
    blocks.push(Block::Figure(heat_figure(report, &sentence)));
    blocks.extend(in_words(report));
    let [strongest, weakest] = extremes(report);
    let both = [(words.strongest)(&strongest.join(", ")), (words.weakest)(&weakest.join(", "))];
    let both = (!strongest.is_empty() && strongest != weakest).then(|| both.join(" "));
    // In one paragraph: the summary keeps to a page.
    let last: Vec<String> = both.into_iter().chain(absent(report)).collect();
    if !last.is_empty() {
        blocks.push(Block::text(last.join(" ")));
    }
    blocks.extend(next_steps(report));
    blocks
}

/// The summary in words alone.
pub fn brief(report: &Report) -> Vec<Block> {
    let mut blocks = vec![Block::heading(2, report.words.report.headings.summary)];
    blocks.extend(in_words(report));
    blocks
}

/// Two sentences that begin with the profile, and how firm they are.
fn in_words(report: &Report) -> Vec<Block> {
    let [profile, overall] = report.summary();
    let mut blocks = vec![Block::text(format!("{profile} {overall}").trim_end())];
    if report.hidden_overall().is_some() {
        return blocks;
    }
    if let Some(status) = report.status_phrase(&report.assessment.overall.level) {
        // Where everything is known, there are no open answers to speak of.
        let full = report.assessment.overall.coverage.as_ref().is_some_and(num_traits::One::is_one);
        let coverage = coverage(report);
        blocks.push(Block::text(if full { coverage } else { format!("{status} {coverage}") }));
    }
    blocks
}

/// The principles with the highest and with the lowest level and, among equal levels, score of the known answers: what
/// holds the overall level back cannot be the strongest, however high its score. Neither can be said where of any of them
/// only a range may be published.
fn extremes(report: &Report) -> [Vec<String>; 2] {
    let standing = |p: &'_ PrincipleScore| Some((p.level.published()?, p.score.point.clone()?));
    let unclear = |p: &PrincipleScore| p.coverage.is_some() && p.level.published().is_none();
    if report.assessment.principles.iter().any(unclear) {
        return Default::default();
    }
    let standings = || report.assessment.principles.iter().map(standing);
    let at = |wanted: Option<(usize, crate::model::Ratio)>| {
        let members = standings().enumerate().filter(|(_, standing)| standing.is_some() && *standing == wanted);
        members.map(|(index, _)| report.principle_name(index)).collect()
    };
    [at(standings().flatten().max()), at(standings().flatten().min())]
}

/// Which perspectives of the rubric gave no answers. The organisation as a whole speaks for all of them or for none,
/// which only it knows. Nothing, where the rubric knows no perspectives.
fn absent(report: &Report) -> Option<String> {
    let words = &report.words.sections;
    if report.rubric.perspectives.is_empty() {
        return None;
    }
    let answered = report.perspectives();
    let missing: Vec<String> = report
        .rubric
        .perspectives
        .iter()
        .map(|perspective| perspective.id.as_str())
        .filter(|id| *id != "no-statement" && !answered.contains(&Some(id)))
        .map(|id| report.perspective_name(Some(id)))
        .collect();
    Some(if missing.is_empty() { words.nobody_absent.to_owned() } else { (words.absent)(&missing.join(", ")) })
}

/// The three most pressing recommendations as decisions, with room for owner, cost and date.
fn next_steps(report: &Report) -> Vec<Block> {
    let words = &report.words.sections;
    let first = report.assessment.priorities.iter().take(3);
    let rows: Vec<Vec<Cell>> = first
        .map(|priority| {
            let title = super::recommendations::title(report, priority.question);
            vec![Cell::from(title), Cell::default(), Cell::default(), Cell::default()]
        })
        .collect();
    let Some(heading) = rows.len().checked_sub(1).and_then(|index| words.next_steps.get(index)) else {
        return vec![Block::text(report.nothing_to_recommend())];
    };
    let [step, owner, cost, date] = words.step_heads;
    let column = |head: &str, share| Column { head: head.to_owned(), align: Align::Start, share };
    vec![
        Block::heading(3, *heading),
        Block::Table(Table {
            caption: (*heading).to_owned(),
            columns: vec![column(step, 8), column(owner, 4), column(cost, 3), column(date, 3)],
            rows,
            row_heads: false,
        }),
    ]
}

fn coverage(report: &Report) -> String {
    let words = &report.words.report;
    // Counts of answers are told of one sheet only: of several, they would count what nobody answered.
    let open = report.assessment.overall.coverage.as_ref().filter(|share| !num_traits::One::is_one(*share));
    if let (Some(share), true) = (open, report.sheet.is_none()) {
        return (report.words.voices.coverage)(&report.numbers.percent(share));
    }
    let counts = report.assessment.principles.iter().flat_map(|p| &p.cells).map(|cell| cell.counts);
    let (dont_know, unanswered) =
        counts.fold((0, 0), |sum, counts| (sum.0 + counts.dont_know, sum.1 + counts.unanswered));
    match &report.assessment.overall.coverage {
        Some(share) if *share < num_traits::One::one() => {
            (words.coverage)(&report.numbers.percent(share), dont_know, unanswered)
        }
        _ => words.coverage_full.to_owned(),
    }
}

/// A bar per principle, and the numbers of both figures in a table.
pub fn profile(report: &Report) -> Vec<Block> {
    if report.is_withheld() {
        return Vec::new();
    }
    let mut blocks = vec![Block::PageBreak, Block::heading(2, report.words.report.headings.profile)];
    // The summary keeps to a page; the numbers of its figure stand on the next one.
    if !report.options.summary {
        blocks.push(Block::Figure(bars(report)));
        let ranges = report.assessment.principles.iter().any(|principle| principle.score.low != principle.score.high);
        blocks.extend(ranges.then(|| Block::text(report.words.report.bars_remark)));
    }
    blocks.push(Block::Table(profile_table(report)));
    blocks
}

/// The two figures alone, where a format writes them as text with all their numbers.
pub fn figures(report: &Report) -> Vec<Block> {
    if report.is_withheld() {
        return Vec::new();
    }
    let [sentence, _] = report.summary();
    vec![
        Block::heading(2, report.words.report.headings.profile),
        Block::Figure(heat_figure(report, &sentence)),
        Block::Figure(bars(report)),
    ]
}

fn heat_figure(report: &Report, sentence: &str) -> Figure {
    let words = &report.words.report;
    let data = FigureData::HeatMap(heat_map(report));
    Figure { caption: report.with_view(words.heat_map), alt: (words.heat_alt)(sentence), data }
}

fn reached_head(report: &Report) -> &'static str {
    let words = &report.words.report;
    if report.is_estimate() { words.level_estimated } else { words.level_reached }
}

fn level_names(report: &Report) -> Vec<String> {
    report.texts.levels.iter().map(|level| harmless(&level.name)).collect()
}

fn heat_map(report: &Report) -> HeatMap {
    let words = &report.words.report;
    let row = |(index, principle): (usize, &PrincipleScore)| {
        let rank = principle.level.printed();
        let cells = report.rubric.levels.iter().zip(&principle.cells);
        HeatRow {
            name: report.principle_name(index),
            cells: cells
                .enumerate()
                .map(|(rank, (level, cell))| {
                    let (state, word) = report.cell_state(index, rank, cell);
                    let score = report.score_phrase(&cell.score, Some(&level.threshold));
                    HeatCell { state, score, word: word.to_owned() }
                })
                .collect(),
            reached: match (rank, report.contested_principle(index)) {
                _ if report.hidden_total(index).is_some() => report.words.voices.not_shown.to_owned(),
                // The place would stand behind the wrong level.
                (Some(_), Some(_)) => report.contested_brief(index),
                (Some(rank), None) => harmless(report.rank_name(rank)),
                (None, Some(_)) => harmless(&report.principle_brief(index)),
                (None, None) => harmless(&report.range_phrase(&principle.level)),
            },
            place: match (rank, report.contested_principle(index)) {
                (Some(rank), None) if report.hidden_total(index).is_none() => match principle.level.status {
                    Some(Status::Provisional) => {
                        format!("{}; {}", report.place(rank), harmless(&report.range_phrase(&principle.level)))
                    }
                    _ => report.place(rank),
                },
                _ => String::new(),
            },
            rank: rank.unwrap_or(0),
            facts: [
                harmless(&report.principle_level(index)),
                report.principle_score(index),
                report.principle_answered(index),
            ],
        }
    };
    HeatMap {
        columns: (1..=report.rubric.levels.len()).map(|rank| harmless(report.short_rank_name(rank))).collect(),
        name_head: words.principle.to_owned(),
        fact_heads: [
            (if report.is_estimate() { words.level_estimated } else { words.level }).to_owned(),
            words.score.to_owned(),
            words.answered.to_owned(),
        ],
        reached_head: reached_head(report).to_owned(),
        rows: report.assessment.principles.iter().enumerate().map(row).collect(),
    }
}

fn bars(report: &Report) -> Figure {
    let words = &report.words.report;
    let each = report.assessment.principles.iter().enumerate();
    let bar = |(index, p): (usize, &PrincipleScore)| {
        let bar = super::cuts::bar(report, report.principle_name(index), &p.score);
        if bar.low.is_some() {
            let spoken = format!("{}: {}", bar.name, report.spoken_score(&p.score));
            return (bar, spoken);
        }
        let bar = Bar { label: or_nothing(report.principle_score(index), bar.label), ..bar };
        let spoken = format!("{}: {}", bar.name, bar.label);
        (bar, spoken)
    };
    let (bars, list): (Vec<Bar>, Vec<String>) = each.map(bar).unzip();
    Figure { caption: words.bars.to_owned(), alt: (words.bars_alt)(&list.join("; ")), data: FigureData::Bars(bars) }
}

/// A phrase, or the other where it is empty.
fn or_nothing(phrase: String, other: String) -> String {
    if phrase.is_empty() { other } else { phrase }
}

/// The numbers of both figures.
fn profile_table(report: &Report) -> Table {
    let words = &report.words.report;
    let mut columns = vec![Column { head: words.principle.to_owned(), align: Align::Start, share: 4 }];
    columns.extend(level_names(report).into_iter().map(|head| Column { head, align: Align::Start, share: 4 }));
    columns.push(Column { head: words.score.to_owned(), align: Align::Start, share: 5 });
    columns.push(Column { head: words.answered.to_owned(), align: Align::Start, share: 3 });
    columns.push(Column { head: reached_head(report).to_owned(), align: Align::Start, share: 7 });
    let row = |(index, principle): (usize, &PrincipleScore)| {
        let mut cells = vec![Cell::from(report.principle_name(index))];
        for (rank, (level, cell)) in report.rubric.levels.iter().zip(&principle.cells).enumerate() {
            cells.push(cell_words(report, [index, rank], cell, &level.threshold));
        }
        cells.push(Cell::from(report.principle_score(index)));
        cells.push(Cell::from(report.principle_answered(index)));
        cells.push(Cell::from(harmless(&report.principle_brief(index))));
        cells
    };
    Table {
        caption: report.with_view(words.heat_map),
        columns,
        rows: report.assessment.principles.iter().enumerate().map(row).collect(),
        row_heads: true,
    }
}

fn cell_words(report: &Report, place: [usize; 2], cell: &CellScore, threshold: &crate::model::Ratio) -> Cell {
    let (state, word) = report.cell_state(place[0], place[1], cell);
    let score = report.score_phrase(&cell.score, Some(threshold));
    let text = if score.is_empty() { word.to_owned() } else { format!("{score}, {word}") };
    let tone = match state {
        CellState::Reached => Tone::Reached,
        CellState::Missed => Tone::Missed,
        CellState::Open => Tone::Open,
        CellState::Empty => Tone::Plain,
    };
    Cell { text: vec![Inline::Text(text)], tone }
}

/// For each principle, what blocks its next level.
pub fn blockers(report: &Report) -> Vec<Block> {
    let words = &report.words.report;
    let mut blocks = vec![Block::heading(2, words.headings.blockers)];
    for (index, principle) in report.assessment.principles.iter().enumerate() {
        blocks.extend(blocker_table(report, index, principle));
    }
    if blocks.len() == 1 && report.is_withheld() {
        return Vec::new();
    }
    if blocks.len() == 1 {
        let applies = report.assessment.overall.level.status.is_some();
        blocks.push(Block::text(if applies { words.nothing_blocks } else { words.nothing_to_judge }));
    }
    blocks
}

/// What blocks a principle's next level, under a heading; nothing where all levels are reached or nothing applies.
pub fn blocker_table(report: &Report, index: usize, principle: &PrincipleScore) -> Vec<Block> {
    let words = &report.words.report;
    let passed = principle.level.passed();
    if !report.shows_cell(index, passed) {
        return Vec::new();
    }
    let (Some(cell), true) = (principle.cells.get(passed), principle.coverage.is_some()) else { return Vec::new() };
    let next = harmless(report.rank_name(passed + 1));
    let name = report.principle_name(index);
    // Where only a range may be published, the next level would tell the one reached.
    let heading = match principle.level.published() {
        Some(_) => (words.blocks)(&name, &next),
        None => (words.blocks_unclear)(&name),
    };
    let [question, answer, remark] = words.blocker_heads;
    let column = |head: &str, share| Column { head: head.to_owned(), align: Align::Start, share };
    vec![
        Block::heading(3, heading),
        Block::Table(Table {
            caption: (words.blocker_caption)(&name),
            columns: vec![column(question, 10), column(answer, 4), column(remark, 3)],
            rows: cell.blockers.iter().map(|&question| blocker(report, question)).collect(),
            row_heads: true,
        }),
    ]
}

fn blocker(report: &Report, question: usize) -> Vec<Cell> {
    let text = report.texts.questions.get(question).map_or("", |text| text.text.as_str());
    let essential = report.rubric.questions.get(question).is_some_and(|question| question.essential);
    let remark = if essential { report.words.report.essential } else { "" };
    vec![Cell::from(harmless(text)), Cell::from(report.answer_label(question)), Cell::from(remark)]
}

/// The kind of involvement in words, where the rubric has the facets for it.
pub fn involvement(report: &Report, depth: u8) -> Vec<Block> {
    let words = &report.words.report;
    let Some(found) = &report.assessment.involvement else { return Vec::new() };
    let (Some([low, point, high]), Some(rule)) = (found.kinds, found.rule) else { return Vec::new() };
    let kind = |kind: crate::scoring::InvolvementKind| words.involvement_kinds[kind as usize];
    let mut text = Vec::new();
    // Where much is unknown, the known answers' kind would say more than is known.
    if report.assessment.overall.level.published().is_some() {
        text.push((words.involvement)(kind(point)));
        let shared = rule == crate::scoring::Rule::SharedEverywhere && found.routine.is_none();
        text.push(if shared { words.involvement_shared } else { words.involvement_rules[rule as usize] }.to_owned());
    }
    if low != high {
        text.push((words.involvement_range)(kind(low), kind(high)));
    }
    if text.is_empty() {
        text.push((words.involvement)(kind(point)));
    }
    vec![
        Block::heading(depth, words.headings.involvement),
        Block::text(text.join(" ")),
        Block::text(words.involvement_contested),
    ]
}
