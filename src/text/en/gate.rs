//! English: what is wrong with comparisons, gates and policies; and what a gate says.

use crate::error::gate::{GateFault, GateMisuse};
use crate::text::gate::GateWords;

pub fn fault(fault: &GateFault) -> String {
    match fault {
        GateFault::AnotherOrganisation { found, newest } => format!(
            "the organisation is “{found}”, in the newest assessment “{newest}”. If they are the same, say so with `--allow-other-organisation`."
        ),
        GateFault::AnotherRubric { found, newest } => {
            format!("answers {found}, the newest assessment {newest}. Only the same questionnaire can be compared.")
        }
        GateFault::TooDifferent { version, other, share } => format!(
            "cannot be compared: only {share} of the weight of version {version} is in version {other} with the same meaning; at least 80% is needed. If more questions are the same, say so in `replaces` of the questionnaire."
        ),
        GateFault::OlderThanBefore { date, before } => {
            let [date, before] = [date, before].map(|date| super::WORDS.date(date));
            format!("its date, {date}, is before {before}, the date of the one it is to be newer than. Swap the two.")
        }
        GateFault::NothingInCommon => "no question applies in both: nothing can be compared.".into(),
        GateFault::ContradictsLevel { principle, level, overall } => format!(
            "`{principle}` at {level} contradicts the overall level {overall}, which every principle must reach. Remove one of the two."
        ),
        GateFault::DropWithoutBaseline => "`max_drop` says nothing without a `baseline`. Add one, or remove it.".into(),
        GateFault::NoReason => "an exception needs a `reason`. Write why, for those who read it later.".into(),
        GateFault::SameException { rule } => format!("a second exception for {rule}. Keep one of them."),
        GateFault::ExceptionExpired { rule, expired } => {
            format!(
                "the exception for {rule} expired on {}; the rule counts again. Remove the exception or renew it.",
                super::WORDS.date(expired)
            )
        }
        GateFault::ExceptionUnused { rule } => format!("the exception for {rule} is of no rule that is checked."),
        GateFault::LevelNone => "every organisation reaches `none`: a gate that cannot fail. Name a level.".into(),
        GateFault::NoRules => "the policy has no rule: a gate that checks nothing. Add one.".into(),
        GateFault::NotWholeDays => "a whole number of days is expected, for example 365.".into(),
        GateFault::NotADay { found } => format!("`{found}` is no day. Write it as 2026-12-31."),
        GateFault::NoDueDates => {
            "no open action has a date (`due`), so that none can ever be overdue. Enter dates.".into()
        }
        GateFault::LittleKnown { known: None } => {
            "so few people answered that it is not shown how much is known: what is judged here stands on little."
                .into()
        }
        GateFault::LittleKnown { known: Some(known) } => format!(
            "only {known} of the answers are known in the principle with the fewest: what is judged here stands on little."
        ),
    }
}

pub fn misuse(misuse: &GateMisuse) -> String {
    match misuse {
        GateMisuse::NoRules { policy: None } => {
            "no rule is given, and a gate that checks nothing must not pass. Say what must hold, for example `--level compliance`, or give a policy with `--policy FILE`."
                .into()
        }
        GateMisuse::NoRules { policy: Some(name) } => {
            format!("no rule is given, and a gate that checks nothing must not pass. `{name}` is here: use it with `--policy {name}`.")
        }
        GateMisuse::SameFile { path } => {
            format!("`{path}` is named twice: compared with itself, nothing ever changes. Name another file.")
        }
        GateMisuse::OneAlone => {
            "one assessment alone cannot be compared. Name two or more, oldest first: `coprod compare OLD NEW`.".into()
        }
        GateMisuse::NotAShare { option, found } => {
            format!("{option}: `{found}` is no share from 0 to 1. Write it as 0.6, 60% or 3/5.")
        }
        GateMisuse::NotAPrincipleRule { found } => {
            format!("--principle: `{found}` is not PRINCIPLE=LEVEL or PRINCIPLE=SHARE, for example access=recognition or access=60%.")
        }
        GateMisuse::TwiceDifferent { option } => {
            format!("{option} is said twice and not the same. Keep one of them, on the command line or in the policy.")
        }
        GateMisuse::ContradictsLevel { principle, level, overall } => format!(
            "--principle: `{principle}` at {level} contradicts the overall level {overall}, which every principle must reach. Leave one of the two out."
        ),
        GateMisuse::LevelNone { option } => {
            format!("{option}: every organisation reaches `none`: a gate that cannot fail. Name a level.")
        }
        GateMisuse::DropWithoutBaseline => "--max-drop says nothing without a baseline. Add `--baseline OLD`.".into(),
        GateMisuse::NoClock => "today's date is not known. Give it with `--today 2026-03-14`.".into(),
    }
}

pub const GATE: GateWords = GateWords {
    title: |organisation| format!("Gate: {organisation}"),
    passed: "The gate is met.",
    failed: "The gate is not met.",
    counts: |passed, failed, excepted| format!("Rules met: {passed}. Not met: {failed}. Excepted: {excepted}."),
    heads: ["Rule", "Result", "Actual", "Required", "Message"],
    results: ["met", "not met", "excepted"],
    caption: "Rules of the gate",
    strict: "The lowest that the unknown answers allow is judged (--strict).",
    point: "The known answers are judged; where less than four fifths are known, only what no unknown answer can change.",
    overall_level: "Overall level",
    overall_score: "Overall score",
    level_of: |principle| format!("Level of {principle}"),
    score_of: |principle| format!("Score of {principle}"),
    coverage: "Known answers",
    evidence: "Answers with evidence",
    age: "Age of the answers",
    baseline_overall: "No regression: overall",
    baseline_of: |principle| format!("No regression: {principle}"),
    actions: "Actions in time",
    days: |days| if days == 1 { "1 day".to_owned() } else { format!("{days} days") },
    count: |count| format!("{count} overdue"),
    points: |number| match number.trim_start_matches(['+', '−']) {
        "1" => format!("{number} point"),
        _ => format!("{number} points"),
    },
    none: "none",
    level_reached: |actual, required| format!("Reached: {actual}. Required: {required}."),
    level_missed: |actual, required| format!("Reached: {actual}. Required, and not reached: {required}."),
    level_unclear: |range, required| {
        format!("Too little is known: the level is {range}, and {required} is required. Answer more questions.")
    },
    level_out_of_reach: |range, required| {
        format!("The level is {range}, whatever the unknown answers are; {required} is required.")
    },
    level_reached_anyway: |actual, required| {
        format!("Reached whatever the many unknown answers are: at least {actual}. Required: {required}.")
    },
    share_reached_anyway: |actual, required| {
        format!("Whatever the many unknown answers are, at least {actual}; at least {required} is required.")
    },
    extreme: |actual, required| {
        format!(
            "{actual}; at least {required} is required. How much exactly is not shown, so that nobody can be recognised by their answers, and so it cannot be judged."
        )
    },
    up_to: |age| format!("up to {age}"),
    drop_unclear: |low, high| {
        format!(
            "Too little is known: the change since the baseline is between {low} and {high}. Answer more questions."
        )
    },
    share_out_of_reach: |low, high, required| {
        format!("Between {low} and {high}, whatever the unknown answers are; at least {required} is required.")
    },
    share_reached: |actual, required| format!("{actual}; at least {required} is required."),
    share_missed: |actual, required| format!("Only {actual}; at least {required} is required."),
    share_unclear: |low, high, required| {
        format!(
            "Too little is known: between {low} and {high}, and at least {required} is required. Answer more questions."
        )
    },
    nothing_applies: "Nothing applies, so nothing can be judged.",
    hidden: "It is not shown, so that nobody can be recognised by their answers, and so it cannot be judged.",
    nothing_known: "No answer is known, so nothing can be judged.",
    nothing_claimed: "No answer lies in the upper half of the scale, so there is nothing to back with evidence.",
    evidence_counts: |backed, claimed| match backed {
        0 if claimed == 1 => "The one answer in the upper half of the scale names no evidence.".to_owned(),
        1 if claimed == 1 => "The one answer in the upper half of the scale names evidence.".to_owned(),
        1 => format!("1 of {claimed} answers in the upper half of the scale names evidence."),
        _ => format!("{backed} of {claimed} answers in the upper half of the scale name evidence."),
    },
    age_reached: |age, most, date| format!("Dated {date}, {age} old; allowed: at most {most}."),
    age_missed: |age, most, date| format!("Dated {date}, {age} old; allowed: at most {most}. Assess again."),
    age_future: |date, today| format!("Dated {date}, which is after today ({today}). Check the date."),
    drop_none: |change| format!("{change} since the baseline."),
    drop_regressed: |change| format!("{change} since the baseline: regressed."),
    drop_level: |old, new| format!("The level fell from {old} to {new} on the questions in common."),
    drop_level_tolerated: |old, new| {
        format!("(The level fell from {old} to {new}; with a largest drop given, only the score is judged.)")
    },
    as_they_see: |range, all| format!("{range} as people with disabilities see it (all together: {all})"),
    drop_too_large: |change, most| format!("{change} since the baseline; at most a drop of {most} is allowed."),
    drop_within: |change, most| format!("{change} since the baseline; a drop of up to {most} is allowed."),
    drop_unknown: "Cannot be compared with the baseline: no known answer in one of the two.",
    drop_nothing: "Cannot be compared with the baseline: no question in common.",
    drop_possible: |worst| format!("In the worst case {worst}."),
    actions_none: "No open action is past its due date.",
    actions_overdue: |list| format!("Past their due date and still open: {list}."),
    excepted: |reason, until| format!("Excepted until {until}: {reason}"),
};
