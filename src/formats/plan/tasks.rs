//! A plan as a Markdown task list: a box to tick for each step, and below it one for each thing to do, as issue trackers
//! show them.

use crate::formats::markdown::inline;
use crate::report::plan::{Group, PlanReport};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Writes the steps of a plan, group by group.
///
/// # Errors
/// Only those of `out`.
pub fn write(plan: &PlanReport, out: &mut dyn Write) -> io::Result<()> {
    let words = &plan.report.words.plan;
    let tasks = plan.tasks();
    let mut text = format!("# {}\n", inline(&plan.document().title));
    for Group { heading, steps, .. } in plan.groups() {
        text.push('\n');
        if let Some(heading) = heading {
            line(&mut text, format_args!("## {}\n", inline(&heading)));
        }
        for (rank, _) in steps {
            let Some(task) = tasks.get(rank - 1) else { continue };
            let step = task.step;
            let from_to = (words.from_to)(&plan.from_label(step), &plan.option_label(step.to));
            let mut facts = vec![
                format!("{}: {}", words.answer, inline(&from_to)),
                format!("{}: {}", words.effort, plan.effort(&step.effort)),
            ];
            if !task.who.is_empty() {
                facts.push(format!("{}: {}", words.who, inline(&task.who)));
            }
            if let Some((_, _, last)) = task.quarter {
                facts.push(format!("{}: {last}", words.due));
            }
            let id = plan.question_id(step.question);
            line(&mut text, format_args!("- [ ] **{}** ({id}). {}", inline(&task.title), facts.join(". ")));
            for how in &task.how {
                line(&mut text, format_args!("  - [ ] {}", inline(how)));
            }
        }
    }
    if tasks.is_empty() {
        let none = if plan.plan.is_feasible() { words.nothing_to_do } else { words.no_actions };
        line(&mut text, format_args!("\n{none}"));
    }
    out.write_all(text.as_bytes())
}

/// Adds a line; writing to a string cannot fail.
fn line(text: &mut String, words: std::fmt::Arguments) {
    let _ = writeln!(text, "{words}");
}
