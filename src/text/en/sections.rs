//! English: the full report's longer parts.

use crate::text::sections::SectionWords;

pub const SECTIONS: SectionWords = SectionWords {
    status_head: "Level",
    strongest: |names| format!("Strongest (by level first, then by score): {names}."),
    weakest: |names| format!("Weakest: {names}."),
    next_steps: [
        "The next step, to be decided",
        "The next two steps, to be decided",
        "The next three steps, to be decided",
    ],
    step_heads: ["Step", "Owner", "Cost", "Date"],
    absent: |names| format!("There are no separate answers from these perspectives: {names}."),
    nobody_absent: "Answers were given from every perspective, or by the organisation as a whole.",
    reading: "How to read this report",
    subject_word: "co-production",
    levels_elsewhere: "A level says how far an organisation has come. It counts only when every level below it is reached as well. Below the first level, an organisation is starting out.",
    reading_parts: [
        (
            "Levels",
            "A level says what kind of co-production is there: first the minimum, then recognition and support, then shared power. A level counts only when every level below it is reached as well. Below the first level, an organisation is starting out.",
        ),
        (
            "Scores",
            "A score says how much of what was asked is in place, from 0 to 100 percent. A high score does not lift a level: strength in one place does not make up for a missing minimum in another.",
        ),
        (
            "Bounds and unknown answers",
            "“Don't know” and unanswered questions count neither for nor against. Where they matter, two bounds show the score with all of them at the lowest and at the highest answer. “Certain” means that unknown answers can no longer change a level; it does not mean that the answers are right.",
        ),
        (
            "Social model of disability",
            "The medical model sees the person as the problem, who must adapt. The social model sees barriers in the way the world is organised, so that structures and procedures are redesigned. This report follows the social model: it asks what the organisation does and never for a diagnosis.",
        ),
        (
            "Co-production and its neighbours",
            "Being consulted is participation; in co-production people are equal partners. Co-design is joint work on one design at one point in time and can be a part of co-production. Co-creation comes closest but is tied to one intervention, while co-production changes how the organisation works. This is our reading; other authors draw the lines differently.",
        ),
        (
            "What the first level does not say",
            "“Compliance” here means the minimum of co-production. It says nothing about compliance with the law and is no certificate.",
        ),
    ],
    model_heading: "What co-production means",
    model: "Co-production is an equal partnership between those who provide a service or shape work and those who use it or do it (European Platform for Rehabilitation, EPR, 2016). People with disabilities are experts in their own affairs. There is no single definition; its values are commitment, participation, choice and control, and involvement (Social Care Policy, 2010). It was born in the 1970s in the USA, from movements that challenged power structures (Needham, 2009).",
    reached: |label, level, score| format!("{label}: {level}. Score: {score}."),
    cells: "Its levels",
    explain: "From answers to score",
    explain_several: "The value of a question is the mean of the perspectives that know its answer. Under each table the calculation shows how the level’s score comes from these values.",
    explain_intro: "Each answer has a value: its points divided by the highest points. The whole calculation is under each table.",
    explain_principle: "From the levels to the score of the principle",
    in_percent: |exact, percent| format!("{exact}, that is {percent}"),
    explain_heads: ["Question", "Answer", "Points", "Weight", "Essential"],
    explain_caption: |principle, level| format!("{principle}, {level}: answers"),
    threshold: |share, verdict| format!("threshold {share}: {verdict}"),
    reached_word: "reached",
    missed_word: "not reached",
    unknown_at: ["If every unknown answer is the lowest one", "If every unknown answer is the highest one"],
    essential_missed: |minimum| {
        format!("An essential question is below its minimum of {minimum}; for that alone the level is not reached.")
    },
    essential_unknown: |minimum| {
        format!(
            "An essential question has no known answer: the level counts as reached only when that question reaches its minimum of {minimum}."
        )
    },
    no_known_answer: "No answer is known yet.",
    nothing_applies: "No question of this level applies.",
    not_asked: "not asked",
    notes: "Notes and evidence",
    note_label: "Note",
    evidence_label: "Evidence",
    reason_label: "Reason",
    steps_of_principle: "What to do",
    effort: |effort| format!("Effort of the next step: {effort}."),
    effort_words: ["small", "medium", "large"],
    effort_number: |number| number.to_owned(),
    references: "References",
    cuts: "The same answers, cut differently",
    no_cuts: "More about the answers",
    cuts_intro: "The questions can also be put together in other ways than by principle. These scores show where the practice stands, whatever the principle.",
    facet_heads: ["Part", "Score"],
    facet_alt: |name, list| format!("{name}: {list}."),
    phases_caption: "Involvement and shared decisions in each phase",
    phase_heads: ["Phase", "Involvement", "Shared power", "Decided jointly"],
    phases_rule: |half, reciprocity, routine| {
        let [also, routine] = routine.map_or_else(Default::default, |routine| {
            [
                " and in what is done as a matter of course".to_owned(),
                format!("; done as a matter of course: {routine}"),
            ]
        });
        format!(
            "A phase counts as involved from {half}, and as decided jointly where shared power reaches {half} as well. Co-production also needs {half} in what people get back{also}. Getting something back: {reciprocity}{routine}."
        )
    },
    yes_no: ["yes", "no"],
    evidence: "Evidence",
    evidence_share: |backed, all, share| match backed {
        0 if all == 1 => "The one answer in the upper half of the scale names no evidence.".to_owned(),
        1 if all == 1 => "The one answer in the upper half of the scale names evidence.".to_owned(),
        0 => format!("Of {all} answers in the upper half of the scale, none names evidence."),
        1 => format!("Of {all} answers in the upper half of the scale, 1 names evidence ({share})."),
        _ => format!("Of {all} answers in the upper half of the scale, {backed} name evidence ({share})."),
    },
    evidence_none: "No answer is in the upper half of the scale, so there is nothing to back with evidence.",
    evidence_scores: |claimed, evidenced| {
        format!(
            "Claimed score: {claimed}. Evidenced score, if answers in the upper half without evidence counted as unknown: {evidenced}."
        )
    },
    evidence_several: "The report evaluates evidence of a single sheet only.",
    crossreference: "Cross-reference",
    crossreference_intro: "Which questions touch which article of the UN Convention on the Rights of Persons with Disabilities (CRPD) or which EQUASS principle. The convention was adopted on 13 December 2006 together with an Optional Protocol and has been in force for the European Union since 22 January 2011; all its member states have ratified it, and of the then 28, 22 had ratified the Optional Protocol by January 2019. It marks the turn from the medical to the social model of disability. The convention binds states; here it guides. A score here is no statement on compliance.",
    convention: "CRPD",
    crossreference_heads: ["Reference", "Score", "Questions"],
    articles: [
        ("2", "definitions, among them reasonable accommodation"),
        ("3", "general principles"),
        ("4(3)", "close consultation and active involvement"),
        ("5", "equality and non-discrimination"),
        ("6", "women with disabilities"),
        ("8", "awareness-raising"),
        ("9", "accessibility"),
        ("12", "equal recognition before the law, supported decisions"),
        ("21", "freedom of expression and access to information"),
        ("22", "respect for privacy"),
        ("26", "habilitation and rehabilitation, peer support"),
        ("27", "work and employment"),
        ("29", "participation in political and public life"),
        ("31", "statistics and data collection"),
        ("33(3)", "involvement in monitoring"),
    ],
    process: "Who did what in this assessment",
    process_heads: ["Task", "Who"],
    process_rows: ["Chose the questions", "Answered", "Interpreted the answers", "Decides what follows"],
    not_said: "not stated",
    statements: "Statements",
    statements_intro: "Room for people with disabilities, their representation and the works council. What they say is printed unedited.",
    statement_of: "Statement",
    statement_lines: [
        "People with disabilities",
        "Representation of people with disabilities",
        "Works council or staff council",
    ],
    statement_more: "Another statement",
    recommendations_intro: "All recommendations in order: first what holds back the overall level, essential questions before others. The steps are in the section of the principle.",
    recommendation_heads: ["No.", "Recommendation", "Principle", "Why now"],
    glossary: "Glossary",
    glossary_terms: [
        ("Access", "The principle that no barrier keeps people from taking part.", "access"),
        (
            "Co-production",
            "Equal partnership between those who provide a service or shape work and those who use it or do it.",
            "co-production",
        ),
        ("Coverage", "The share of questions that apply and have a known answer.", ""),
        (
            "Diversity",
            "The principle that the more diverse the people involved are, the better the result is.",
            "diversity",
        ),
        (
            "Equality",
            "The principle that everyone contributes and all contributions are valued and considered equally.",
            "equality",
        ),
        ("EQUASS", "A European quality certification of social services.", "EQUASS"),
        ("Essential question", "A question that must reach its own minimum for its level to count.", ""),
        ("Lived experience", "Experience of disability of one's own.", ""),
        ("Peer support", "Support among people who share an experience.", "co-production"),
        (
            "Reasonable accommodation",
            "An adjustment that one person needs in order to take part on an equal basis.",
            "co-production",
        ),
        (
            "Reciprocity",
            "The principle that taking part has a result and that people get something back.",
            "reciprocity",
        ),
        ("Threshold", "The score that a level needs.", ""),
    ],
};
