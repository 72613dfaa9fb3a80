//! English: reports.

use crate::text::report::{Headings, Labels, Method, ReportWords};

pub const REPORT: ReportWords = ReportWords {
    title: |organisation| format!("Co-production at {organisation}"),
    title_quick: |organisation| format!("Co-production at {organisation}: an estimate"),
    subject: "How far people with disabilities shape work and services as equal partners: a self-assessment",
    page_of: "Page {page} of {pages}",
    self_assessment: "This is a self-assessment, not an audit and not a certificate.",
    estimate: "This is an estimate from a quick check with few questions. It is a self-assessment, not an audit and not a certificate.",
    labels: Labels {
        organisation: "Organisation",
        scope: "Scope",
        period: "Period",
        date: "Date",
        rubric: "Questionnaire",
        version: "version",
        perspectives: "Perspectives that answered",
        sector: "Sector",
        size: "Size",
        setting: "Setting",
        digest: "Digest of the questionnaire",
        tool: "Written by",
    },
    whole_organisation: "the organisation as a whole",
    with_lived_experience: "Answers were given from the perspective of people with disabilities.",
    without_lived_experience: "No answers were given from the perspective of people with disabilities.",
    participation_only: "Answering a questionnaire is participation, not yet co-production.",
    self_view: "seen by the organisation itself",
    headings: Headings {
        summary: "Summary",
        profile: "Profile",
        blockers: "What blocks the next level",
        recommendations: "Recommendations",
        involvement: "Kind of involvement",
        method: "Method",
        sources: "Sources",
    },
    none: "Starting out",
    place: |rank, levels| format!("{rank} of {levels}"),
    not_applicable: "nothing applies",
    score: "Score",
    level: "Level",
    level_reached: "Level reached",
    level_estimated: "Level reached (estimate)",
    principle: "Principle",
    answered: "Answered",
    of: |part, whole| format!("{part} of {whole}"),
    states: ["reached", "not reached", "open: unknown answers decide", "no question applies"],
    statuses: [
        "Certain: unanswered questions can no longer change this level.",
        "Provisional: unanswered questions could still change this level.",
        "Too little is known to name one level: only the range is given.",
    ],
    between: |low, high| format!("between {low} and {high}"),
    or: "or",
    profile: |list| format!("The profile: {list}."),
    overall: |level, weakest| {
        format!("The overall level, {level}, is that of the weakest principle; what holds it back: {weakest}.")
    },
    overall_highest: |level| format!("The overall level is the highest one: {level}."),
    overall_nothing: "No level can be named, because no question applies.",
    overall_quick: |level, weakest| {
        format!(
            "The estimated overall level, {level}, is that of the weakest principle; what holds it back: {weakest}."
        )
    },
    overall_highest_quick: |level| format!("The estimated overall level is the highest one: {level}."),
    coverage: |share, dont_know, unanswered| {
        format!(
            "Known answers: {share} in the principle with the fewest. Don't know: {dont_know}. Unanswered: {unanswered}."
        )
    },
    coverage_full: "Every question that applies is answered.",
    heat_map: "Profile by principle and level",
    bars: "Score by principle",
    bars_remark: "The bar shows the known answers. The thin line with two ends shows how far the unknown answers could move it.",
    bars_alt: |list| format!("Scores by principle: {list}."),
    heat_alt: |profile| format!("{profile} The table beside this figure gives every score."),
    blocks: |level| format!("on the way to {level}"),
    nothing_blocks: "Every level is reached.",
    answer: "Answer",
    unanswered: "unanswered",
    dont_know: "don't know",
    several: "several answers",
    essential: "essential",
    blocker_heads: ["Question", "Answer", "Remark"],
    blocker_caption: |principle| format!("{principle}: questions below the top"),
    reasons: [
        "Holds back the overall level.",
        "Holds back the next level of this principle.",
        "Will matter for a later level.",
        "This level is reached; this would make it better still.",
    ],
    find_out: "First find out how things stand: the answer is not known yet.",
    benefit: "Benefit",
    no_recommendation: "Nothing is left to recommend: every answer is at the top of the scale.",
    first_in_detail: |title| format!("The first one in detail – {title}:"),
    all_in_detail: "All recommendations with their steps are in the full report: add -o report.pdf.",
    method: Method {
        scores: "Every answer is worth its points divided by the highest points. A cell (principle and level) is the weighted mean of its questions, a principle the mean of its cells.",
        thresholds: |list| {
            format!(
                "A level is reached when its cell reaches the threshold ({list}), every essential question reaches its own minimum, and every level below is reached too. Levels are never averaged."
            )
        },
        threshold: |level, share| format!("{level} {share}"),
        weakest: "The overall level is that of the weakest principle: strength in one principle does not make up for a missing minimum in another.",
        unknown: "Unknown answers count neither for nor against: the range shows what they could still change. What does not apply is left out.",
        voices: "Several perspectives weigh the same, however many people spoke for each.",
    },
    legal: "The first level says nothing about compliance with the law (in Germany: SGB IX, AGG, BFSG).",
    before_you_start: "Before you start in Germany: involve the works council or staff council (§ 94 and § 87(1) BetrVG), hear the representation of disabled employees first (§ 178(2) SGB IX), and settle data protection (Art. 9 and 35 GDPR, § 26(3) BDSG); pseudonyms are personal data too; this is no legal advice.",
    involvement_kinds: [
        "no participation",
        "participation (consultation)",
        "co-design",
        "co-delivery",
        "co-creation",
        "co-production",
    ],
    involvement: |kind| format!("The answers describe {kind}."),
    involvement_range: |low, high| format!("Depending on the unknown answers it is between {low} and {high}."),
    involvement_contested: "These terms are contested, and this is our reading: co-creation is tied to one intervention, co-production changes the whole way of working; some authors put co-creation above both.",
    involvement_rules: [
        "In no phase of the work are people with disabilities involved.",
        "They are involved, but decisions are shared in no phase.",
        "Decisions are shared in all four phases, people get something back, and it is done as a matter of course.",
        "Decisions are shared early (planning or design) and late (delivery or evaluation).",
        "Decisions are shared early (planning or design) only.",
        "Decisions are shared late (delivery or evaluation) only.",
    ],
    warnings: "Remarks on the input",
    shortened: |left_out| format!("… [{left_out} more characters]"),
};
