//! English: plans.

use crate::text::plan::PlanWords;

pub const PLAN: PlanWords = PlanWords {
    title: |organisation| format!("Plan for {organisation}"),
    subject: "The steps with the least effort to the next level of co-production, calculated from a self-assessment",
    footer: "Plan from a self-assessment, not an audit",
    target: "Target",
    target_level: |level| format!("{level}, for every principle below it"),
    target_next: "the next level of each principle",
    target_budget: |budget| {
        format!("the best that an effort of {budget} buys: the highest level, then the highest score")
    },
    only: "Only these principles",
    excluded: "Left as they are",
    most_steps: "Most steps for one question",
    pace: "Start and pace",
    pace_value: |start, pace| format!("{start}, an effort of {pace} a quarter"),
    calculated: "Levels and scores after the plan are calculated: they hold if every step succeeds and all other answers stay as they are.",
    summary: "Summary",
    leads: |questions, effort, [level, score], [level_then, score_then]| {
        let steps = if questions == 1 { "One question".to_owned() } else { format!("{questions} questions") };
        let end = if level == level_then {
            format!("the overall level stays “{level}”")
        } else {
            format!("the overall level rises from “{level}” to “{level_then}”")
        };
        format!(
            "{steps} to work on, with an effort of {effort}: {end}, and the score goes from {score} to {score_then}."
        )
    },
    stands: |level, score| format!("The overall level now is “{level}”, the score {score}."),
    self_view: "The levels are seen by the organisation itself.",
    nothing_to_do: "The target is reached already; there is nothing to do.",
    unclear_level: |range| {
        format!("Too little is known for the report to name one level: {range}. The plan starts from what is known.")
    },
    for_all_together: "That holds for all together, not for what people with disabilities see.",
    buys_nothing: "This budget buys no step.",
    budget_left: |left| format!("Left of the budget: {left}."),
    not_feasible: "The target cannot be reached like this:",
    nothing_applies: "No question applies, so there is no level to reach.",
    not_known: "not known",
    all_hidden: "Nothing can be planned: the questions of the next levels stay hidden to protect small groups. Ask the groups for joint answer sheets, or more people.",
    cell_hidden: |principle, level| {
        format!(
            "{principle}: the level “{level}” cannot be planned for, since all its questions stay hidden to protect small groups."
        )
    },
    level_empty: |level| {
        format!("No question of the level “{level}” applies, and what does not apply can never raise a level.")
    },
    essential_fixed: |principle, level, question, id| {
        format!("{principle}, {level}: the essential question “{question}” ({id}) may not rise to its minimum.")
    },
    short: |principle, level, best, needed| {
        format!("{principle}, {level}: with every step that is allowed the score reaches {best}; {needed} are needed.")
    },
    advice: |steps, excluded| match (steps, excluded) {
        (true, true) => {
            "Allow more steps (--max-step), exclude fewer questions (--exclude), or plan for other principles only (--principle)."
        }
        (true, false) => "Allow more steps (--max-step), or plan for other principles only (--principle).",
        (false, true) => "Exclude fewer questions (--exclude), or plan for other principles only (--principle).",
        (false, false) => "Plan for other principles only (--principle).",
    },
    slack_effort: |slack| {
        format!(
            "The questionnaire is too large for an exact answer: a better plan could save an effort of {slack} at most."
        )
    },
    left_out: |count, level, score| {
        let questions = if count == 1 { "1 question is".to_owned() } else { format!("{count} questions are") };
        format!(
            "{questions} left out of the plan, to protect small groups. So its levels and scores, also those of single principles, and what it plans can differ from the report, which counts them: {level}; {score}."
        )
    },
    slack_score: |slack| {
        format!(
            "The questionnaire is too large for an exact answer: a better plan could raise the score by {slack} at most."
        )
    },
    level_open: "A higher level might be within the budget.",
    principles_caption: "The plan by principle",
    principles_heads: ["Principle", "Now", "Target", "After the plan", "Effort"],
    ask_first: "Ask first",
    ask_first_intro: "What is not known here counts as the lowest answer. Where the answer is better, the plan needs less:",
    ask_first_unreachable: "What is not known here counts as the lowest answer. Where the answer is better, the target may come nearer:",
    steps: "Steps",
    steps_intro: "The numbers give the order: first what helps to reach a level, then what only raises the score. In both, lower levels come before higher ones, the weaker principle first, and what is essential before the rest.",
    steps_heads: ["No.", "What to do", "Answer", "Effort", "Lifts"],
    from_to: |from, to| format!("from “{from}” to “{to}”"),
    completes: |level| format!("{level} is reached"),
    completes_it: "reached with it",
    quarter_intro: "A step stands in the quarter in which it is due; a large one begins earlier.",
    undecided: "Who: to be decided",
    quarter: |number, first, last| format!("Quarter {number}: {first} to {last}"),
    after_group: |level, score| format!("After these steps the overall level is “{level}”, the score {score}."),
    details: "The steps in detail",
    answer: "Answer",
    effort: "Effort",
    lifts: "Lifts",
    who: "Who",
    due: "Due",
    find_out: "First find out how things stand: the answer is not known yet.",
    what_if: "What if",
    what_if_intro: "Single answers that would change the level of their principle, everything else staying as it is.",
    what_if_none: "No single answer changes a level.",
    raises: "Would raise a level",
    lowers: "Would lower a level",
    lowers_brief: |count| match count {
        1 => "One answer would lower a level if it fell; the whole plan names it.".to_owned(),
        _ => format!("{count} answers would lower a level if they fell; the whole plan names them."),
    },
    what_if_heads: ["Question", "Answer", "Principle", "Level then"],
    method: "How the plan comes about",
    method_sentences: [
        "Effort is counted in units: a small step of the answer counts 1, a medium one 2, a large one 3, as the questionnaire says. It compares steps; it is not a number of days or an amount of money.",
        "Of all ways to the target the plan is one with the least effort; of those, the one that changes the fewest questions, then the one that reaches most, then the one with more steps on the earlier questions.",
        "Unknown answers count as the lowest, so the level now can lie below that of the known answers.",
        "Who: the part of the organisation that the questionnaire names for a question. It is a proposal; people with disabilities have a part in every step.",
    ],
    all_in_detail: "The whole plan has every step in detail: with -o plan.pdf.",
    sheets: ["Steps", "Principles", "Ask first", "What if", "About"],
    sheet_heads: [
        "No.",
        "ID",
        "What to do",
        "How",
        "Benefit",
        "Answer now",
        "Answer then",
        "Effort",
        "Principle",
        "Level",
        "Who",
        "Due",
        "Done",
    ],
    ask_heads: ["ID", "Question", "Principle"],
    what_if_sheet_heads: ["ID", "Question", "Direction", "Answer", "Principle", "Level now", "Level then"],
    up_down: ["up", "down"],
    actions_added: |added, kept| format!("Actions added: {added}. Kept as they were: {kept}."),
    no_actions: "No actions were written: the target cannot be reached.",
    leads_recommendations: |count| match count {
        1 => "The first is the plan with the least effort to the next level.".to_owned(),
        _ => format!("The first {count} are the plan with the least effort to each principle's next level."),
    },
    recommendations_marked: "Those marked “Planned up to” belong to the plan with the least effort to each principle's next level, as far as it may be shown without giving small groups away.",
    recommendations_steps: "The steps are in the section of the principle.",
    recommendations_rest: "What else is open follows: first what holds the overall level back, essential questions before others. The steps are in the section of the principle.",
    planned: |to| format!("Planned up to “{to}”."),
};
