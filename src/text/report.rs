//! The words of reports.

/// The words of reports in one language.
#[derive(Debug)]
pub struct ReportWords {
    /// The document's title: the organisation.
    pub title: fn(&str) -> String,
    /// The title of a quick check's report.
    pub title_quick: fn(&str) -> String,
    /// The same of a questionnaire that is not about co-production: its title, and the organisation.
    pub title_elsewhere: fn(&str, &str) -> String,
    /// The title of such a quick check's report.
    pub title_elsewhere_quick: fn(&str, &str) -> String,
    /// What the document is about, in one sentence.
    pub subject: &'static str,
    /// The same for another framework, by its title.
    pub subject_elsewhere: fn(&str) -> String,
    /// The page number, with `{page}` and `{pages}`.
    pub page_of: &'static str,
    /// "A self-assessment, not an audit."
    pub self_assessment: &'static str,
    /// The same in a quick check's report, which is an estimate.
    pub estimate: &'static str,
    /// The foot of each page.
    pub footer: &'static str,
    /// The foot of each page of a quick check's report.
    pub footer_quick: &'static str,
    /// Labels of the title block: organisation, scope, period, date, questionnaire, perspectives, sector, size.
    pub labels: Labels,
    /// Sectors that are often given by an id, in words.
    pub sectors: &'static [(&'static str, &'static str)],
    /// "the whole organisation", where a sheet names no perspective.
    pub whole_organisation: &'static str,
    /// "Answers were given from the perspective of people with disabilities."
    pub with_lived_experience: &'static str,
    /// "No answers were given from the perspective of people with disabilities."
    pub without_lived_experience: &'static str,
    /// That the organisation answered as a whole, and who took part as it says.
    pub answered_as_a_whole: fn(&str) -> String,
    /// "Answering a questionnaire is participation, not yet co-production."
    pub participation_only: &'static str,
    /// "seen by the organisation itself"
    pub self_view: &'static str,
    /// Headings.
    pub headings: Headings,
    /// "Starting out": below the first level, if the rubric has no name for it.
    pub none: &'static str,
    /// "2 of 3"
    pub place: fn(usize, usize) -> String,
    /// "nothing applies"
    pub not_applicable: &'static str,
    /// "Score: 61 %", for accessible records: name and value.
    pub score: &'static str,
    /// "Level"
    pub level: &'static str,
    /// "Level reached"
    pub level_reached: &'static str,
    /// "Level reached (estimate)"
    pub level_estimated: &'static str,
    /// The mark of a result that is an estimate, in brackets behind what it is.
    pub estimate_mark: &'static str,
    /// Before the range of a level that unknown answers could still change.
    pub possible: fn(&str) -> String,
    /// Sheets from the perspective of people with disabilities are there, but hold no known answer.
    pub unknown_lived_experience: &'static str,
    /// "Principle"
    pub principle: &'static str,
    /// "Answered"
    pub answered: &'static str,
    /// Answered questions of applicable ones: "12 of 12".
    pub of: fn(usize, usize) -> String,
    /// States of a cell: reached, not reached, open, no question applies.
    pub states: [&'static str; 4],
    /// In one word, that unknown answers could still change a level.
    pub provisional: &'static str,
    /// What a status means: certain, provisional, insufficient.
    pub statuses: [&'static str; 3],
    /// Between two levels, each with its place: "between A and B".
    pub between: fn(&str, &str) -> String,
    /// A name in quotation marks.
    pub quoted: fn(&str) -> String,
    /// One of several levels: "A or C".
    pub or: &'static str,
    /// First sentence of the summary: the profile, given as a list of "principle: level".
    pub profile: &'static str,
    /// Second sentence: the overall level and the principles that hold it back.
    pub overall: fn(&str, &str) -> String,
    /// Second sentence where nothing holds it back.
    pub overall_highest: fn(&str) -> String,
    /// Second sentence where too little is known to say what holds it back; whether it is a quick check.
    pub overall_unclear: fn(&str, bool) -> String,
    /// Second sentence where nothing applies.
    pub overall_nothing: &'static str,
    /// The first two for a quick check.
    pub overall_quick: fn(&str, &str) -> String,
    /// Highest, quick.
    pub overall_highest_quick: fn(&str) -> String,
    /// How much is known: known share, unknown questions ("don't know" and unanswered).
    pub coverage: fn(&str, usize, usize) -> String,
    /// Everything is known.
    pub coverage_full: &'static str,
    /// Caption of the heat map.
    pub heat_map: &'static str,
    /// Caption of the bars.
    pub bars: &'static str,
    /// What the bars' whiskers are, as a remark.
    pub bars_remark: &'static str,
    /// Text alternative of the bars: principle and value, joined.
    pub bars_alt: fn(&str) -> String,
    /// Text alternative of the heat map: the profile sentence, and what is missed first.
    pub heat_alt: fn(&str) -> String,
    /// Heading over what blocks the next level: principle, level.
    pub blocks: fn(&str, &str) -> String,
    /// The same where the next level is not known.
    pub blocks_unclear: fn(&str) -> String,
    /// All levels are reached.
    pub nothing_blocks: &'static str,
    /// Answer given: label.
    pub answer: &'static str,
    /// "unanswered"
    pub unanswered: &'static str,
    /// An answer that the rubric does not let: it counts as unanswered.
    pub counts_as_unanswered: fn(&str) -> String,
    /// "don't know"
    pub dont_know: &'static str,
    /// "several answers"
    pub several: &'static str,
    /// "essential"
    pub essential: &'static str,
    /// Heads of the table of blockers: question, answer, remark.
    pub blocker_heads: [&'static str; 3],
    /// Caption of the table of blockers.
    pub blocker_caption: fn(&str) -> String,
    /// Why a recommendation stands where it stands: overall, principle, later, improves.
    pub reasons: [&'static str; 4],
    /// The level is reached, but unknown answers can still take it away.
    pub secures: &'static str,
    /// The same two of a cell whose level is not reached, since one below it is not: better still, to be made certain.
    pub in_place: [&'static str; 2],
    /// That such a level does not count yet.
    pub counts_later: &'static str,
    /// An essential question below its minimum, as a sentence.
    pub essential_below: &'static str,
    /// An essential question whose answer is not known, as a sentence.
    pub essential_unknown: &'static str,
    /// First step where the answer is not known.
    pub find_out: &'static str,
    /// "Benefit"
    pub benefit: &'static str,
    /// "Nothing left to recommend: every answer is at the top of the scale."
    pub no_recommendation: &'static str,
    /// Instead of it, where no question applies.
    pub nothing_to_judge: &'static str,
    /// Introduces the first recommendation's details: its title.
    pub first_in_detail: fn(&str) -> String,
    /// Where all recommendations stand with their steps.
    pub all_in_detail: &'static str,
    /// Method.
    pub method: Method,
    /// The legal sentence about the first level.
    pub legal: &'static str,
    /// What German users need to be told before they start.
    pub before_you_start: &'static str,
    /// Kinds of involvement, from none to co-production.
    pub involvement_kinds: [&'static str; 6],
    /// The sentence with the kind of involvement.
    pub involvement: fn(&str) -> String,
    /// The sentence with its range.
    pub involvement_range: fn(&str, &str) -> String,
    /// That the terms are contested.
    pub involvement_contested: &'static str,
    /// The third rule, where the rubric does not ask what is done as a matter of course.
    pub involvement_shared: &'static str,
    /// Which rule decided, in the order of [`crate::scoring::Rule`].
    pub involvement_rules: [&'static str; 6],
    /// Warnings' heading.
    pub warnings: &'static str,
    /// A text was shortened: number of characters left out.
    pub shortened: fn(usize) -> String,
}

/// Labels of the title block.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct Labels {
    pub organisation: &'static str,
    pub scope: &'static str,
    pub period: &'static str,
    pub date: &'static str,
    pub rubric: &'static str,
    pub version: &'static str,
    pub perspectives: &'static str,
    pub sector: &'static str,
    pub size: &'static str,
    pub setting: &'static str,
    pub prepared_by: &'static str,
    pub digest: &'static str,
    pub tool: &'static str,
}

/// Headings of the report's parts.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct Headings {
    pub summary: &'static str,
    pub profile: &'static str,
    pub blockers: &'static str,
    pub recommendations: &'static str,
    pub involvement: &'static str,
    pub method: &'static str,
    pub sources: &'static str,
}

/// How the figures come about.
#[derive(Debug)]
#[allow(missing_docs)] // The words say what each one is.
pub struct Method {
    pub scores: &'static str,
    pub level_weights: fn(&str) -> String,
    pub principle_weights: fn(&str) -> String,
    pub thresholds: fn(&str) -> String,
    pub threshold: fn(&str, &str) -> String,
    pub weakest: &'static str,
    pub unknown: &'static str,
    /// By perspective, and by head.
    pub voices: [&'static str; 2],
}
