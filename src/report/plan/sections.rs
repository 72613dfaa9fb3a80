//! The plan as blocks of meaning.

use super::{Group, Grouping, PlanReport};
use crate::report::document::{Align, Block, Cell, Column, Document, Inline, Table};
use crate::report::sections::{bullets, field};
use crate::scoring::plan::{Direction, Goal, Obstacle, Step, WhatIf};
use crate::text::harmless;
use num_traits::Zero;

/// The whole plan.
pub fn document(plan: &PlanReport) -> Document {
    let mut blocks = head(plan);
    blocks.extend(summary(plan));
    blocks.extend(ask_first(plan));
    blocks.extend(steps(plan));
    blocks.extend(details(plan));
    blocks.extend(what_if(plan));
    blocks.extend(method(plan));
    with(plan, blocks)
}

/// What a terminal shows.
pub fn brief(plan: &PlanReport) -> Document {
    let mut blocks = head(plan);
    blocks.extend(summary(plan));
    blocks.extend(ask_first(plan));
    blocks.extend(steps(plan));
    blocks.extend(what_if_brief(plan));
    if !plan.plan.steps.is_empty() {
        blocks.push(Block::text(plan.report.words.plan.all_in_detail));
    }
    blocks.extend(crate::report::sections::remarks(plan.report));
    with(plan, blocks)
}

fn with(plan: &PlanReport, blocks: Vec<Block>) -> Document {
    let (report, words) = (plan.report, &plan.report.words.plan);
    let document = Document {
        language: String::new(),
        title: title(plan),
        subject: words.subject.to_owned(),
        author: report.options.prepared_by.as_deref().map(harmless),
        date: Some(report.date().to_owned()),
        footer: words.footer.to_owned(),
        page_of: report.words.report.page_of.to_owned(),
        accent: report.options.accent,
        logo: report.options.logo.clone(),
        large: false,
        whole_words: false,
        blocks,
    };
    crate::report::foreign::marked(document, report)
}

fn title(plan: &PlanReport) -> String {
    let own = plan.report.options.title.as_deref().map(harmless);
    own.unwrap_or_else(|| (plan.report.words.plan.title)(&harmless(&plan.report.organisation().name)))
}

/// Title, what was asked for, and what every plan says first.
fn head(plan: &PlanReport) -> Vec<Block> {
    let (report, words, labels) = (plan.report, &plan.report.words.plan, &plan.report.words.report.labels);
    let limits = &plan.plan.limits;
    let rubric = format!("{} ({}, {} {})", report.texts.title, report.rubric.id, labels.version, report.rubric.version);
    let target = match &plan.plan.goal {
        Goal::Level(level) => (words.target_level)(report.rank_name(level + 1)),
        Goal::Next => words.target_next.to_owned(),
        Goal::Budget(budget) => (words.target_budget)(&plan.effort(budget)),
    };
    let some = |list: Vec<String>| (!list.is_empty()).then(|| list.join(", "));
    let only = limits.principles.iter().flatten().map(|&principle| report.principle_name(principle)).collect();
    let excluded = limits.exclude.iter().map(|&question| plan.question_id(question).to_owned()).collect();
    let pace = plan.schedule.as_ref().map(|s| (words.pace_value)(&report.words.date(&s.start), &plan.effort(&s.pace)));
    let fields = [
        (labels.organisation, Some(report.organisation().name.clone())),
        (labels.date, Some(report.words.date(report.date()))),
        (labels.rubric, Some(rubric)),
        (words.target, Some(target)),
        (words.only, some(only)),
        (words.excluded, some(excluded)),
        (words.most_steps, limits.most_steps.map(|most| most.to_string())),
        (words.pace, pace),
        (labels.prepared_by, report.options.prepared_by.clone()),
    ];
    let mut blocks = vec![Block::heading(1, title(plan))];
    for (label, value) in fields {
        if let Some(value) = value {
            blocks.push(Block::Paragraph(field(label, &harmless(&value))));
        }
    }
    let text = &report.words.report;
    let self_assessment = if report.is_estimate() { text.estimate } else { text.self_assessment };
    let note = [format!("{self_assessment} {}", words.calculated), text.legal.to_owned()];
    blocks.push(Block::Note(note.into_iter().map(Block::text).collect()));
    blocks
}

/// Where the plan leads, or why it leads nowhere, and what it means for each principle.
fn summary(plan: &PlanReport) -> Vec<Block> {
    let (report, words) = (plan.report, &plan.report.words.plan);
    let found = &plan.plan;
    let mut blocks = vec![Block::heading(2, words.summary)];
    let mut remark = if report.has_lived_experience() { String::new() } else { format!(" {}", words.self_view) };
    let unknown = |score: &crate::scoring::QuestionScore| score.applies() && score.score.point.is_none();
    if report.assessment.questions.iter().any(unknown) {
        remark.push_str(&format!(" {}", words.method_sentences[2]));
    }
    let overall = &report.assessment.overall.level;
    if overall.status.is_some() && overall.published().is_none() && !report.is_withheld() {
        remark.push_str(&format!(" {}", (words.unclear_level)(&harmless(&report.range_phrase(overall)))));
    }
    let now = plan.stage(&found.start);
    let stands = || format!("{}{remark}", (words.stands)(&now[0], &now[1]));
    if !found.is_feasible() {
        let mut note = vec![Block::text(words.not_feasible)];
        note.push(bullets(found.obstacles.iter().map(|obstacle| sentence(plan, obstacle))));
        let helps = |o: &Obstacle| !matches!(o, Obstacle::NothingApplies | Obstacle::LevelEmpty { .. });
        if found.obstacles.iter().any(helps) {
            let limits = &found.limits;
            note.push(Block::text((words.advice)(limits.most_steps.is_some(), !limits.exclude.is_empty())));
        }
        blocks.push(Block::Note(note));
        if found.start.rank.is_none() {
            return blocks;
        }
        blocks.push(Block::text(stands()));
    } else if found.steps.is_empty() && !found.hidden.is_empty() {
        blocks.push(Block::text(words.all_hidden));
    } else if found.steps.is_empty() {
        let nothing = match found.goal {
            Goal::Budget(_) => words.buys_nothing,
            _ => words.nothing_to_do,
        };
        let all = report.contested().is_some().then(|| format!(" {}", words.for_all_together));
        blocks.push(Block::text(format!("{nothing}{} {}", all.unwrap_or_default(), stands())));
    } else {
        let effort = found.effort.as_ref().map_or_else(String::new, |effort| plan.effort(effort));
        let then = plan.stage(&found.reached);
        let [now, then] = [&now, &then].map(|stage| stage.each_ref().map(String::as_str));
        let mut text = (words.leads)(found.steps.len(), &effort, now, then);
        if let Some(left) = plan.left() {
            text.push_str(&format!(" {}", (words.budget_left)(&plan.effort(&left))));
        }
        blocks.push(Block::text(format!("{text}{remark}")));
    }
    blocks.extend(inexact(plan));
    blocks.extend(beside_the_report(plan));
    blocks.push(Block::Table(principles(plan)));
    blocks
}

/// What the report says and the plan's figures do not: a level is never without what people with disabilities see where
/// that is lower, and what small groups keep hidden is left out of the plan.
fn beside_the_report(plan: &PlanReport) -> Option<Block> {
    let (report, words) = (plan.report, &plan.report.words.plan);
    let mut sentences = Vec::new();
    if let Some(sees) = report.contested() {
        sentences.push((report.words.voices.contested_by)(&sees));
    }
    let asked = report.shared.asked.iter().zip(&report.voices.disclosure.questions);
    let hidden = asked.filter(|(asked, shown)| **asked && !**shown).count();
    if hidden > 0 {
        let score = report.score_phrase(&report.assessment.overall.score, None);
        sentences.push((words.left_out)(hidden, &report.overall_phrase(), &score));
    }
    // To one level for all, it is an obstacle and named as one.
    if !matches!(plan.plan.goal, Goal::Level(_)) {
        let sealed = plan.plan.hidden.iter().map(|&(principle, level)| Obstacle::Hidden { principle, level });
        sentences.extend(sealed.map(|obstacle| sentence(plan, &obstacle)));
    }
    (!sentences.is_empty()).then(|| Block::Note(vec![Block::text(harmless(&sentences.join(" ")))]))
}

/// That the plan is not exact, and by how much at most.
fn inexact(plan: &PlanReport) -> Option<Block> {
    let words = &plan.report.words.plan;
    let mut sentences = Vec::new();
    if !plan.plan.slack.is_zero() {
        sentences.push(match plan.plan.goal {
            // Rounded up, so that "at most" holds.
            Goal::Budget(_) => {
                let thousandths =
                    (&plan.plan.slack * crate::model::ratio(1000, 1)).ceil() / crate::model::ratio(1000, 1);
                (words.slack_score)(&plan.report.numbers.exact_percent(&thousandths))
            }
            _ => {
                let hundredths = (&plan.plan.slack * crate::model::ratio(100, 1)).ceil() / crate::model::ratio(100, 1);
                (words.slack_effort)(&plan.effort(&hundredths))
            }
        });
    }
    if plan.plan.level_open {
        sentences.push(words.level_open.to_owned());
    }
    (!sentences.is_empty()).then(|| Block::Note(vec![Block::text(sentences.join(" "))]))
}

fn sentence(plan: &PlanReport, obstacle: &Obstacle) -> String {
    let (report, words) = (plan.report, &plan.report.words.plan);
    let level_name = |level: usize| harmless(report.rank_name(level + 1));
    match obstacle {
        Obstacle::NothingApplies if report.is_withheld() => (report.words.voices.nothing_shown)(report.k()),
        Obstacle::NothingApplies => words.nothing_applies.to_owned(),
        Obstacle::LevelEmpty { level } => (words.level_empty)(&level_name(*level)),
        Obstacle::Hidden { principle, level } => {
            (words.cell_hidden)(&report.principle_name(*principle), &level_name(*level))
        }
        Obstacle::Essential { principle, level, question } => {
            let (text, id) = (plan.question_text(*question), plan.question_id(*question));
            (words.essential_fixed)(&report.principle_name(*principle), &level_name(*level), &text, id)
        }
        Obstacle::Short { principle, level, best, threshold } => (words.short)(
            &report.principle_name(*principle),
            &level_name(*level),
            &report.numbers.percent_against(best, threshold),
            &report.numbers.exact_percent(threshold),
        ),
    }
}

fn column(head: &str, align: Align, share: u16) -> Column {
    Column { head: head.to_owned(), align, share }
}

/// The plan by principle.
fn principles(plan: &PlanReport) -> Table {
    let (report, words) = (plan.report, &plan.report.words.plan);
    let name = |rank: usize| harmless(&report.named_place(rank));
    let with_target = !matches!(plan.plan.goal, Goal::Budget(_));
    let [principle, now, target, after, effort] = words.principles_heads;
    let mut columns = vec![column(principle, Align::Start, 4), column(now, Align::Start, 5)];
    columns.extend(with_target.then(|| column(target, Align::Start, 5)));
    columns.extend([column(after, Align::Start, 6), column(effort, Align::End, 2)]);
    let rows = plan.plan.principles.iter().map(|part| {
        let sees = report.contested_principle(part.principle).map_or_else(String::new, |sees| format!(" – {sees}"));
        let now = format!("{}{}", name(part.from), harmless(&sees));
        let mut cells = vec![Cell::from(report.principle_name(part.principle)), Cell::from(now)];
        cells.extend(with_target.then(|| Cell::from(name(part.target))));
        cells.push(Cell::from(format!("{}, {}", name(part.reached), plan.score(part.score.as_ref()))));
        cells.push(Cell::from(plan.effort(&part.effort)));
        cells
    });
    Table { caption: words.principles_caption.to_owned(), columns, rows: rows.collect(), row_heads: true }
}

/// The unknown answers that could shorten the plan.
fn ask_first(plan: &PlanReport) -> Vec<Block> {
    let words = &plan.report.words.plan;
    if plan.plan.ask_first.is_empty() {
        return Vec::new();
    }
    let questions = plan.plan.ask_first.iter().map(|&question| {
        let principle = plan.report.rubric.questions.get(question).map_or(usize::MAX, |entry| entry.principle);
        let name = plan.report.principle_name(principle);
        format!("{} ({name}, {})", plan.question_text(question), plan.question_id(question))
    });
    let reachable = plan.plan.is_feasible();
    let intro = if reachable { words.ask_first_intro } else { words.ask_first_unreachable };
    vec![Block::heading(2, words.ask_first), Block::text(intro), bullets(questions)]
}

/// The steps in their groups.
fn steps(plan: &PlanReport) -> Vec<Block> {
    let words = &plan.report.words.plan;
    let groups = plan.groups();
    if groups.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(2, words.steps), Block::text(words.steps_intro)];
    if plan.grouping == Grouping::Quarter {
        blocks.push(Block::text(words.quarter_intro));
    }
    for Group { heading, steps, after } in groups {
        let caption = heading.clone().unwrap_or_else(|| words.steps.to_owned());
        blocks.extend(heading.map(|heading| Block::heading(3, heading)));
        blocks.push(Block::Table(step_table(plan, caption, &steps)));
        if let Some(after) = after {
            let [level, score] = plan.stage(after);
            blocks.push(Block::text((words.after_group)(&level, &score)));
        }
    }
    blocks
}

fn step_table(plan: &PlanReport, caption: String, steps: &[(usize, &Step)]) -> Table {
    let words = &plan.report.words.plan;
    let [number, title, answer, effort, lifts] = words.steps_heads;
    let rows = steps.iter().map(|(rank, step)| {
        vec![
            Cell::from(rank.to_string()),
            Cell::from(format!("{} ({})", plan.step_title(step.question), plan.question_id(step.question))),
            Cell::from((words.from_to)(&plan.from_label(step), &plan.option_label(step.to))),
            Cell::from(plan.effort(&step.effort)),
            Cell::from(lifts_words(plan, step)),
        ]
    });
    Table {
        caption,
        columns: vec![
            column(number, Align::End, 1),
            column(title, Align::Start, 9),
            column(answer, Align::Start, 5),
            column(effort, Align::End, 2),
            column(lifts, Align::Start, 6),
        ],
        rows: rows.collect(),
        row_heads: false,
    }
}

/// "Access, Compliance (the minimum)", and what is reached with it.
fn lifts_words(plan: &PlanReport, step: &Step) -> String {
    let (report, words) = (plan.report, &plan.report.words.plan);
    let level = harmless(report.rank_name(step.level + 1));
    let mut text = format!("{}, {level}", report.principle_name(step.principle));
    if step.essential {
        text.push_str(&format!(" ({})", report.words.report.essential));
    }
    if step.completes == Some(step.level + 1) {
        text.push_str(&format!("; {}", words.completes_it));
    } else if let Some(rank) = step.completes {
        text.push_str(&format!("; {}", (words.completes)(&harmless(report.rank_name(rank)))));
    }
    text
}

/// Every step with how it is done.
fn details(plan: &PlanReport) -> Vec<Block> {
    let (report, words) = (plan.report, &plan.report.words.plan);
    let tasks = plan.tasks();
    if tasks.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::PageBreak, Block::heading(2, words.details)];
    for task in tasks {
        let step = task.step;
        let (from, to) = (plan.from_label(step), plan.option_label(step.to));
        blocks.push(Block::heading(3, format!("{}. {}", task.rank, task.title)));
        let id = plan.question_id(step.question);
        blocks.push(Block::text(format!("{} ({id})", plan.question_text(step.question))));
        let mut fields = vec![
            (words.answer, (words.from_to)(&from, &to)),
            (words.effort, plan.effort(&step.effort)),
            (words.lifts, lifts_words(plan, step)),
        ];
        if !task.who.is_empty() {
            fields.push((words.who, task.who.clone()));
        }
        if let Some((_, _, last)) = task.quarter {
            fields.push((words.due, report.words.date(last)));
        }
        // One paragraph, so that a step with its details stays on a page.
        let facts = fields
            .into_iter()
            .map(|(label, value)| [Inline::Strong(format!("{label}: ")), Inline::Text(format!("{value}. "))]);
        let mut runs: Vec<Inline> = facts.flatten().collect();
        if let Some(Inline::Text(last)) = runs.last_mut() {
            last.pop();
        }
        blocks.push(Block::Paragraph(runs));
        if step.unknown {
            blocks.push(Block::text(words.find_out));
        }
        if !task.how.is_empty() {
            let items = task.how.iter().map(|step| vec![Block::text(step.clone())]).collect();
            blocks.push(Block::List { ordered: true, items });
        }
        if let Some(benefit) = &task.benefit {
            blocks.push(Block::Paragraph(field(report.words.report.benefit, benefit)));
        }
    }
    blocks
}

/// All single answers that would change a level.
fn what_if(plan: &PlanReport) -> Vec<Block> {
    let words = &plan.report.words.plan;
    let mut blocks = vec![Block::heading(2, words.what_if)];
    if plan.plan.what_if.is_empty() {
        blocks.push(Block::text(words.what_if_none));
        return blocks;
    }
    blocks.push(Block::text(words.what_if_intro));
    for (direction, heading) in [(Direction::Up, words.raises), (Direction::Down, words.lowers)] {
        if plan.plan.what_if.iter().any(|what_if| what_if.direction == direction) {
            blocks.push(Block::heading(3, heading));
            blocks.push(Block::Table(what_if_table(plan, direction, heading)));
        }
    }
    blocks
}

/// What would raise a level; of what would lower one, only how many answers.
fn what_if_brief(plan: &PlanReport) -> Vec<Block> {
    let words = &plan.report.words.plan;
    let count = |direction| plan.plan.what_if.iter().filter(|what_if| what_if.direction == direction).count();
    let (up, down) = (count(Direction::Up), count(Direction::Down));
    let mut blocks = Vec::new();
    if up + down > 0 {
        blocks.push(Block::heading(2, words.what_if));
    }
    if up > 0 {
        blocks.push(Block::text(words.what_if_intro));
        blocks.push(Block::Table(what_if_table(plan, Direction::Up, words.raises)));
    }
    if down > 0 {
        blocks.push(Block::text((words.lowers_brief)(down)));
    }
    blocks
}

fn what_if_table(plan: &PlanReport, direction: Direction, caption: &str) -> Table {
    let [question, answer, principle, level] = plan.report.words.plan.what_if_heads;
    let row = |what_if: &WhatIf| {
        vec![
            Cell::from(format!("{} ({})", plan.question_text(what_if.question), plan.question_id(what_if.question))),
            Cell::from(plan.option_label(what_if.to)),
            Cell::from(plan.report.principle_name(what_if.principle)),
            Cell::from(harmless(&plan.report.named_place(what_if.level_to))),
        ]
    };
    Table {
        caption: caption.to_owned(),
        columns: vec![
            column(question, Align::Start, 10),
            column(answer, Align::Start, 4),
            column(principle, Align::Start, 4),
            column(level, Align::Start, 5),
        ],
        rows: plan.plan.what_if.iter().filter(|found| found.direction == direction).map(row).collect(),
        row_heads: false,
    }
}

/// How the plan comes about, and what was doubtful about the input.
fn method(plan: &PlanReport) -> Vec<Block> {
    let (report, words) = (plan.report, &plan.report.words.plan);
    let mut blocks = vec![Block::heading(2, words.method)];
    blocks.push(bullets(words.method_sentences.iter().map(|sentence| (*sentence).to_owned())));
    blocks.extend(crate::report::sections::remarks(report));
    blocks.push(Block::Note(vec![Block::text(report.words.report.legal)]));
    let tool = format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    let labels = &report.words.report.labels;
    blocks.push(Block::Paragraph(field(labels.digest, &report.rubric.digest)));
    blocks.push(Block::Paragraph(field(labels.tool, &tool)));
    blocks
}
