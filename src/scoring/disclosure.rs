//! Disclosure control: whose numbers may be shown, so that nobody is found out by their answers. The scoring document,
//! part D.

/// How small a group may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Protection {
    k: u64,
    for_publication: bool,
}

impl Protection {
    /// The usual smallest group, in people.
    pub const USUAL: u64 = 5;
    /// The smallest group that may be asked for, in people.
    pub const LEAST: u64 = 3;
    /// The smallest group in a report for publication, in people.
    pub const PUBLIC: u64 = 10;

    /// The smallest group: `min_group` people (5 where nothing is said, never below 3), and 10 at least for
    /// publication.
    pub fn new(min_group: Option<u64>, for_publication: bool) -> Self {
        let asked = min_group.unwrap_or(Self::USUAL).max(Self::LEAST);
        Self { k: if for_publication { asked.max(Self::PUBLIC) } else { asked }, for_publication }
    }

    /// The smallest group that is shown, in people, 3 or more.
    pub fn k(self) -> u64 {
        self.k
    }

    /// Whether the report is for people outside the organisation.
    pub fn for_publication(self) -> bool {
        self.for_publication
    }
}

impl Default for Protection {
    fn default() -> Self {
        Self::new(None, false)
    }
}

/// Something that is shown, or a reason why not: what is withheld is not there, so that no format can show it.
#[derive(Debug, Clone, PartialEq)]
pub enum Published<T> {
    /// It may be shown.
    Shown(T),
    /// It is not even in memory any more.
    Withheld(Reason),
}

impl<T> Published<T> {
    /// What may be shown.
    pub fn shown(&self) -> Option<&T> {
        match self {
            Self::Shown(value) => Some(value),
            Self::Withheld(_) => None,
        }
    }

    /// Why it may not be shown.
    pub fn reason(&self) -> Option<Reason> {
        match self {
            Self::Shown(_) => None,
            Self::Withheld(reason) => Some(*reason),
        }
    }
}

/// Why a figure is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Fewer than k people know anything here: `< k`.
    TooFew,
    /// Large enough, but a smaller group could be worked out from it and the total.
    Complementary,
    /// Part of the group "people with lived experience", which is shown instead.
    Pooled,
    /// Of all together fewer than k people know anything here.
    TotalTooFew,
    /// It sums up figures of which one is hidden, which could be worked out from it and the others.
    PartHidden,
    /// With the other numbers of the report a hidden group's figure could be computed from it.
    Subtraction,
    /// Nobody in the group knows anything here, so that there is nothing to show.
    NoAnswers,
}

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// The organisation as a whole: sheets without a perspective.
    Organisation,
    /// A perspective, by its id.
    Perspective(String),
    /// Several small perspectives with lived experience together; which ones is said in [`Disclosure::pooled`].
    LivedExperience,
}

impl Who {
    /// The perspective's id; `organisation` and `lived-experience` for the other two.
    pub fn id(&self) -> &str {
        match self {
            Self::Organisation => "organisation",
            Self::Perspective(id) => id,
            Self::LivedExperience => "lived-experience",
        }
    }
}

/// What is hidden, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Disclosure {
    /// Whether there is anybody to protect: sheets of persons among several. Not a single sheet (it is its author's
    /// own), and not joint sheets alone: they are no one person's answers, and groups agreed to have them reported.
    /// (Beside persons, a joint sheet that is no official statement counts its people towards k.)
    pub applies: bool,
    /// The smallest group that is shown.
    pub protection: Protection,
    /// One entry a principle, in the rubric's order.
    pub principles: Vec<Hidden>,
    /// Why the overall score and level of all together are not shown; `None`: they are.
    pub overall: Option<Reason>,
    /// The ids of the perspectives that are pooled as [`Who::LivedExperience`], in the rubric's order; mostly none.
    pub pooled: Vec<String>,
    /// Whether one respondent's share of the total is greater than 1/k in some principle: such a report is for internal
    /// use. (Never offer to leave the voice out.)
    pub dominance: bool,
    /// For each question of the rubric, whether the value of all together may be shown.
    pub questions: Vec<bool>,
    /// For each principle and level, whether the cell of all together may be shown.
    pub cells: Vec<Vec<bool>>,
    /// For each facet and value, whether the value of all together may be shown.
    pub facets: Vec<Vec<bool>>,
    /// Whose bounds are widened.
    pub widened: Widened,
}

/// Figures of all together whose exact bounds would give away what a hidden group answered: they are published as the
/// whole tenths around them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Widened {
    /// The overall score.
    pub overall: bool,
    /// For each principle, its score.
    pub principles: Vec<bool>,
    /// For each principle and level, the cell.
    pub cells: Vec<Vec<bool>>,
    /// For each facet and value.
    pub facets: Vec<Vec<bool>>,
    /// For each question of the rubric.
    pub questions: Vec<bool>,
}

impl Widened {
    /// Whether any bounds are.
    pub fn any(&self) -> bool {
        let lists = || self.cells.iter().chain(&self.facets).chain([&self.principles, &self.questions]);
        self.overall || lists().any(|list| list.contains(&true))
    }
}

impl Disclosure {
    /// Whether anything of the total or of a group is hidden.
    pub fn hides(&self) -> bool {
        let part = |hidden: &Hidden| !hidden.groups.is_empty() || hidden.total.is_some() || hidden.views.is_some();
        self.overall.is_some() || self.principles.iter().any(part)
    }

    /// Why a group's figure of a principle is not shown; `None`: it is, or the group did not answer at all.
    pub fn reason(&self, principle: usize, who: &Who) -> Option<Reason> {
        let groups = &self.principles.get(principle)?.groups;
        groups.iter().find(|(hidden, _)| hidden == who).map(|(_, reason)| *reason)
    }
}

/// What is hidden of a principle, and why.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hidden {
    /// The groups that are not shown, in the order of [`super::Voices::groups`]; also the members of a pool.
    pub groups: Vec<(Who, Reason)>,
    /// Why the score and the level of all together are not shown; `None`: they are.
    pub total: Option<Reason>,
    /// Why neither the view of people with lived experience nor that of the others is shown; `None`: they are (as far
    /// as anybody spoke for them).
    pub views: Option<Reason>,
}
