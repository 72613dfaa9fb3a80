//! Whether the levels hang on one person: the scoring document, part C.
//!
//! Every respondent is left out once. Most cells are so far from their threshold that floating point decides; only
//! near it the exact fractions are taken, so that the answer is exact and yet quick for thousands of sheets.

use super::poll::{Mark, Party, Speaker};
use super::score::{self, Tally, Voice};
use super::{Overall, PrincipleScore};
use crate::model::Rubric;
use std::collections::BTreeSet;

/// Nearer to a threshold than this, fractions decide. The errors of the sums below are below 1e-12.
const NEAR: f64 = 1e-9;

/// Whether no level (overall or of a principle, of the known answers) changes whichever respondent is left out.
pub fn stable(rubric: &Rubric, parties: &[&Party], voice: Voice, whole: (&[PrincipleScore], &Overall)) -> bool {
    let whole = ranks(whole);
    let rough = Rough::new(rubric, parties, voice);
    let mut tried: BTreeSet<(usize, &[Mark])> = BTreeSet::new();
    for (number, party) in parties.iter().enumerate() {
        for speaker in party.speakers.iter().filter(|speaker| speaker.person) {
            // Who answers alike changes the same.
            if !tried.insert((number, &speaker.marks)) {
                continue;
            }
            let levels = rough
                .levels_without(number, speaker)
                .unwrap_or_else(|| exactly(rubric, parties, voice, number, speaker));
            if levels != whole {
                return false;
            }
        }
    }
    true
}

/// The ranks of the principles and overall.
type Ranks = (Vec<Option<usize>>, Option<usize>);

fn ranks((principles, overall): (&[PrincipleScore], &Overall)) -> Ranks {
    (principles.iter().map(|principle| principle.level.point).collect(), overall.level.point)
}

/// The levels without one respondent, in fractions.
fn exactly(rubric: &Rubric, parties: &[&Party], voice: Voice, number: usize, without: &Speaker) -> Ranks {
    let mut left: Vec<Party> = parties.iter().map(|&party| party.clone()).collect();
    if let Some(party) = left.get_mut(number) {
        for (tally, &mark) in party.tallies.iter_mut().zip(&without.marks) {
            tally.remove(Tally::of(rubric, mark));
        }
    }
    let questions = score::questions(rubric, &left.iter().collect::<Vec<_>>(), voice);
    let (principles, overall) = super::profile(rubric, &questions);
    ranks((&principles, &overall))
}

/// The points and people of a question in one voice.
#[derive(Clone, Copy, Default)]
struct Voiced {
    known: u64,
    asked: u64,
    points: f64,
}

struct Rough<'a> {
    rubric: &'a Rubric,
    /// For each party, the voice in which it is counted.
    voice_of: Vec<usize>,
    /// For each question, its voices.
    voices: Vec<Vec<Voiced>>,
    /// For each question, the sum of the values of the voices that have one, how many these are, and how many of all
    /// apply.
    sums: Vec<(f64, usize, usize)>,
    weights: Vec<f64>,
    cells: Vec<Vec<Vec<usize>>>,
    thresholds: Vec<f64>,
    minimum: f64,
}

impl<'a> Rough<'a> {
    fn new(rubric: &'a Rubric, parties: &[&Party], voice: Voice) -> Self {
        let highest = rubric.highest_points() as f64;
        let of = |tally: &Tally| Voiced {
            known: tally.known,
            asked: tally.known + tally.unknown,
            points: tally.points as f64 / highest,
        };
        let merged = super::poll::merged(rubric, parties, voice);
        let voices: Vec<Vec<Voiced>> = (0..rubric.questions.len())
            .map(|index| merged.iter().filter_map(|tallies| tallies.get(index)).map(of).collect())
            .collect();
        let cell =
            |principle: usize| (0..rubric.levels.len()).map(move |level| rubric.cell(principle, level).collect());
        Self {
            rubric,
            voice_of: (0..parties.len()).map(|party| if voice == Voice::Equal { party } else { 0 }).collect(),
            sums: voices.iter().map(|voices| sum_up(voices)).collect(),
            voices,
            weights: rubric.questions.iter().map(|question| question.weight.to_f64()).collect(),
            cells: (0..rubric.principles.len()).map(|principle| cell(principle).collect()).collect(),
            thresholds: rubric.levels.iter().map(|level| level.threshold.to_f64()).collect(),
            minimum: rubric.essential_minimum.to_f64(),
        }
    }

    /// The levels without one respondent; `None` where a score is too near to its threshold to tell.
    fn levels_without(&self, number: usize, speaker: &Speaker) -> Option<Ranks> {
        let place = *self.voice_of.get(number)?;
        let (mut principles, mut runs, mut filled) = (Vec::new(), Vec::new(), vec![false; self.rubric.levels.len()]);
        for cells in &self.cells {
            // Whether each cell passes; `None` where nothing applies, which passes too.
            let mut passes = Vec::with_capacity(cells.len());
            for (cell, &threshold) in cells.iter().zip(&self.thresholds) {
                passes.push(self.passes(cell, threshold, place, speaker)?);
            }
            if passes.iter().all(Option::is_none) {
                principles.push(None);
                continue;
            }
            let run = passes.iter().take_while(|passes| **passes != Some(false)).count();
            for (filled, passes) in filled.iter_mut().zip(&passes) {
                *filled |= passes.is_some();
            }
            principles.push(Some(
                (1..=run).rev().find(|&rank| passes.get(rank - 1).is_some_and(Option::is_some)).unwrap_or(0),
            ));
            runs.push(run);
        }
        let overall = runs
            .into_iter()
            .min()
            .map(|run| (1..=run).rev().find(|&rank| filled.get(rank - 1) == Some(&true)).unwrap_or(0));
        Some((principles, overall))
    }

    /// Whether a cell passes for the known answers: outer `None` where it is too near, inner where nothing applies.
    fn passes(&self, cell: &[usize], threshold: f64, place: usize, speaker: &Speaker) -> Option<Option<bool>> {
        let (mut weights, mut sum, mut applies, mut missed) = (0.0, 0.0, false, false);
        for &index in cell {
            let (value, valued, applicable) = self.question(index, place, *speaker.marks.get(index)?)?;
            applies |= applicable > 0;
            let essential = applicable > 0 && self.rubric.questions.get(index)?.essential;
            if valued > 0 {
                let (value, weight) = (value / valued as f64, self.weights.get(index)?);
                if essential && (value - self.minimum).abs() < NEAR {
                    return None;
                }
                missed |= essential && value < self.minimum;
                weights += weight;
                sum += weight * value;
            } else {
                missed |= essential;
            }
        }
        if !applies {
            return Some(None);
        }
        if weights == 0.0 || missed {
            return Some(Some(false));
        }
        let score = sum / weights;
        if (score - threshold).abs() < NEAR { None } else { Some(Some(score >= threshold)) }
    }

    /// The sum of the values of a question, how many voices have one, and how many it applies to, without one answer.
    fn question(&self, index: usize, place: usize, mark: Mark) -> Option<(f64, usize, usize)> {
        let whole = *self.sums.get(index)?;
        if mark == Mark::Absent {
            return Some(whole);
        }
        let mut voices = self.voices.get(index)?.clone();
        let voice = voices.get_mut(place)?;
        voice.asked -= 1;
        if let Mark::Known(choice) = mark {
            voice.known -= 1;
            let points = self.rubric.scale.get(choice).map_or(0, |choice| choice.points);
            voice.points -= points as f64 / self.rubric.highest_points() as f64;
        }
        Some(sum_up(&voices))
    }
}

fn sum_up(voices: &[Voiced]) -> (f64, usize, usize) {
    let (mut sum, mut valued, mut applicable) = (0.0, 0, 0);
    for voice in voices {
        applicable += usize::from(voice.asked > 0);
        if voice.known > 0 {
            valued += 1;
            sum += voice.points / voice.known as f64;
        }
    }
    (sum, valued, applicable)
}
