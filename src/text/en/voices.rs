//! English: many voices.

use crate::text::voices::VoiceWords;

pub const VOICES: VoiceWords = VoiceWords {
    heading: "Perspectives",
    weights: [
        "Every perspective weighs the same in the total, however many people spoke for it: top management's “fully” must not drown disabled people's “no”.",
        "Every person weighs the same in the total, so that large groups weigh more than small ones.",
    ],
    fewer: |k| format!("< {k}"),
    fewer_means: |k| {
        format!("“< {k}” means: fewer than {k} people of this perspective answered, so nothing is shown of it.")
    },
    not_shown: "not shown",
    at_least: |share| format!("≥ {share}"),
    at_most: |share| format!("≤ {share}"),
    disclosure: "What is not shown, and why",
    rules: |k| {
        format!(
            "Nobody must be identifiable from their answers. A group is shown where at least {k} people of it answered something; where a small group could be worked out from the total and the others, the smallest other one is hidden too. Small groups with lived experience are shown as one where together they are large enough. Single answers, notes and evidence of persons are never shown; official statements are public."
        )
    },
    question_rule: |k| {
        format!(
            "Means of single questions are shown for a group only if at least ten people of it answered, and for all together only where at least {k} people know the answer; an official statement is public."
        )
    },
    joint_rule: |k| {
        format!(
            "Only joint answers of groups are reported here. They are shown also where fewer than {k} people stand behind them: the groups must have agreed to that."
        )
    },
    publication: |k| {
        format!(
            "For publication, only groups of {k} people or more are shown, and all scores are rounded to hundredths."
        )
    },
    widened: "Where the exact range would give away what a small group answered, the range is rounded outward to whole 10%.",
    dominance: "One voice makes up a large part of the total. This report is for use inside the organisation only.",
    nothing_shown: |k| {
        format!(
            "Fewer than {k} people answered. So that nobody is recognised, no result is shown. Ask more people, or ask the groups for joint answer sheets."
        )
    },
    overall_hidden: |reason| format!("The overall level is not shown: {reason}."),
    side_too_few: |k| format!("on one side fewer than {k} people answered"),
    reasons: [
        |k| format!("fewer than {k} people answered"),
        |_| "hidden so that a smaller group cannot be worked out".to_owned(),
        |_| "shown together with others who have lived experience".to_owned(),
        |k| format!("fewer than {k} people answered in all"),
        |_| "a part of it is hidden".to_owned(),
        |_| "a hidden group could be worked out from it".to_owned(),
        |_| "nobody of the group knows anything here".to_owned(),
    ],
    hidden: |who, principles, why| format!("{who} ({principles}): {why}."),
    coverage: |share| format!("Known answers: {share} in the principle with the fewest."),
    everywhere: "all principles",
    lived: "People with disabilities",
    others: "The others",
    together: "All together",
    pooled: "People with lived experience",
    statement: |name| format!("{name} (official statement)"),
    scores: "Scores by perspective, from 0 to 1",
    perspective: "Perspective",
    overall: "Overall",
    answered: ["Who answered", "Who was invited, and who answered"],
    people_heads: ["Perspective", "Invited", "Answered", "Response rate", "Don't know", "Level"],
    not_said: "not stated",
    invited_nobody: |names| format!("Invited, but nobody answered: {names}."),
    dumbbells: "How people with disabilities and the others see each principle",
    dumbbells_alt: |list| format!("{list}."),
    dumbbells_remark: "In a drawing, the filled square is what people with disabilities see, the open one what the others see; the line between them is the gap.",
    dumbbell: |principle, [(a, x), (b, y)]| format!("{principle}: {a} {x}, {b} {y}"),
    views: "Two views",
    sees: |level| format!("People with disabilities see: {level}"),
    others_see: |level| format!("The others see: {level}"),
    all_see: |level| format!("All together: {level}"),
    contested: "This level is contested: people with disabilities see a lower one. It must not be quoted without their view.",
    contested_by: |sees| {
        format!("{sees}. The overall level is therefore contested and must not be quoted without their view.")
    },
    shared: "People with disabilities see no lower level than all together.",
    shared_overall: |principles| {
        format!(
            "People with disabilities see no lower overall level than all together, but a lower one here: {principles}."
        )
    },
    shared_unclear: "Whether people with disabilities see a lower level than all together cannot be said: too many answers are unknown.",
    no_lived: "No answers were given from the perspective of people with disabilities. The level is the one seen by the organisation itself.",
    no_others: "All answers were given from the perspective of people with disabilities.",
    views_unknown: "The two views cannot be compared: at least one side knows no answer.",
    views_hidden: "The two views are not shown, since one of the sides is too small, or could be worked out.",
    gaps: "Where views differ",
    gap: |principle, [(a, x), (b, y)], p| {
        format!("{principle} looks much more favourable to “{a}” than to “{b}”: {x} against {y} (p\u{a0}{p}).")
    },
    strong: "These differences are large, and hardly chance:",
    not_strong: "These differences are large too, but with so few people chance cannot be ruled out:",
    no_gap: |count| match count {
        1 => "The shown groups see no principle very differently (1 comparison).".to_owned(),
        _ => format!("The shown groups see no principle very differently ({count} comparisons)."),
    },
    gaps_method: |count| {
        format!(
            "The means of what each person sees are compared, {count} times. The table further up first averages each question over the group, so its figures can differ a little. A difference is named if it is at least half a step of the scale with a large effect (Cliff's delta of 0.474 or more); p says how likely chance alone would be, by an exact permutation test, corrected for all comparisons (Holm). No test says who is right."
        )
    },
    too_few_for_gaps: |k| {
        format!(
            "Views are compared between groups that are shown here and in which at least {k} people know half of the answers. There are fewer than two such groups."
        )
    },
    gaps_joint: "Groups answered together, so that there are no single persons whose views could be compared. The table above shows what each group sees.",
    contrasts: "The questions on which views differ most",
    contrast: |question, [(a, x), (b, y)]| format!("{question} “{a}”: {x}, “{b}”: {y}."),
    dont_know: |list| format!("Share of “don't know”: {list}. Where it is high, information has not reached people."),
    dont_know_entry: |who, share| format!("{who}: {share}"),
    agreement: "Agreement",
    agreement_words: [
        "agreement is lacking",
        "weak agreement",
        "moderate agreement",
        "strong agreement",
        "very strong agreement",
    ],
    agreement_entry: |principle, word, value| format!("{principle}: {word} ({value})"),
    agreement_of: |list| format!("How far all who answered agree on the single questions (median of a_wg): {list}."),
    no_recommendation: "Nothing is left to recommend: what can be shown lies at 95% or more.",
    agreement_two: "How far people agree on the single questions is not told: where there are two options only, the usual measure (a_wg) cannot tell one different answer from many.",
    alpha_entry: |principle, value, word| format!("{principle} {value} ({word})"),
    alpha_of: |list| {
        format!("How reliably they tell stronger practices from weaker ones (Krippendorff's alpha): {list}.")
    },
    alpha_words: ["not reliable", "tentative", "reliable"],
    agreement_meaning: "Little agreement is no error of measurement: people in different places see different things, and the gap is a result of its own.",
    no_agreement: "Too few people answered the same questions to say how far they agree.",
    stability: "Stability",
    stable: "No single person decides: whoever is left out, every level stays the same.",
    unstable: "At least one level depends on a single person: without that person's answers it would be different. Read the levels with care.",
    stability_unknown: |k| format!("With fewer than {k} people it is not said whether one of them decides."),
    responsible: "Responsible for the answers",
    deletion_date: "Deletion of the answers",
    explain_intro: "Several people answered: single answers are not shown, and the mean of a question only where enough people know the answer.",
    means_hidden: "not shown",
    cell: |level, score, verdict| format!("{level}: {score}, {verdict}."),
    sheet: "Perspectives",
};
