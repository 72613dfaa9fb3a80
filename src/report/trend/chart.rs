//! The figure of a comparison: every score over time.

use super::TrendReport;
use crate::model::Ratio;
use crate::report::Report;
use crate::report::document::Figure;
use crate::report::figures::{FigureData, LineChart, Panel};
use crate::scoring::Bounds;
use jiff::civil::Date;

/// With more assessments, only the first and the last are named in words; the table has all.
const MOST_IN_WORDS: usize = 4;

/// Everything together and each principle, as they were in each assessment.
pub fn figure(trend: &TrendReport) -> Figure {
    let words = trend.trend_words();
    let overall = |report: &'_ Report| Some(report.assessment.overall.score.clone());
    let mut panels = vec![panel(trend, words.overall.to_owned(), overall)];
    // The text alternative is read aloud.
    let mut spoken = vec![in_words(trend, &overall, true)];
    for index in 0..trend.rubric().principles.len() {
        let name = trend.newest().principle_name(index);
        let score = |report: &'_ Report| report.assessment.principles.get(index).map(|p| p.score.clone());
        spoken.push(in_words(trend, &score, true));
        panels.push(panel(trend, name, score));
    }
    let list: Vec<String> = panels.iter().zip(spoken).map(|(panel, said)| format!("{}: {said}", panel.name)).collect();
    let dates: Vec<String> = trend.editions.iter().map(|edition| edition.date().to_owned()).collect();
    let times = trend.editions.iter().map(|edition| trend.date(edition)).collect();
    Figure {
        caption: words.figure.to_owned(),
        alt: (words.figure_alt)(&list.join(". ")),
        data: FigureData::Lines(LineChart { at: places(&dates), times, panels }),
    }
}

fn panel(trend: &TrendReport, name: String, score: impl Fn(&Report) -> Option<Bounds>) -> Panel {
    let values = trend.editions.iter().map(|edition| {
        let bounds = score(edition).unwrap_or_default();
        [&bounds.low, &bounds.point, &bounds.high].map(|value| value.as_ref().map(Ratio::to_f64))
    });
    Panel { name, values: values.collect(), label: in_words(trend, &score, false) }
}

/// The scores with their dates, as they are written or spoken.
fn in_words(trend: &TrendReport, score: &impl Fn(&Report) -> Option<Bounds>, spoken: bool) -> String {
    let mut phrases: Vec<String> = Vec::new();
    for edition in &trend.editions {
        let bounds = score(edition).unwrap_or_default();
        let report = trend.newest();
        let phrase = if spoken { report.spoken_score(&bounds) } else { report.score_phrase(&bounds, None) };
        let phrase = if phrase.is_empty() { trend.words().report.not_applicable.to_owned() } else { phrase };
        phrases.push((trend.trend_words().value_at)(&phrase, &trend.date(edition)));
    }
    if phrases.len() > MOST_IN_WORDS {
        let last = phrases.pop();
        phrases.truncate(1);
        phrases.push("…".to_owned());
        phrases.extend(last);
    }
    phrases.join(", ")
}

/// Where dates stand between the first and the last; at equal distances if two are the same.
fn places(dates: &[String]) -> Vec<f32> {
    let day = |date: &String| -> Option<i32> {
        let whole = if date.len() == 7 { format!("{date}-01") } else { date.clone() };
        let date: Date = whole.parse().ok()?;
        let since = date.since((jiff::Unit::Day, jiff::civil::date(1970, 1, 1))).ok()?;
        Some(since.get_days())
    };
    let days: Option<Vec<i32>> = dates.iter().map(day).collect();
    let steps = dates.len().max(2) - 1;
    match days.as_deref() {
        Some([first, .., last]) if days.as_ref().is_some_and(|days| days.windows(2).all(|pair| pair[0] < pair[1])) => {
            let share = |day: &i32| (day - first) as f32 / (last - first) as f32;
            days.iter().flatten().map(share).collect()
        }
        _ => (0..dates.len()).map(|index| index as f32 / steps as f32).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn dates_stand_where_they_are_in_time() {
        let of = |dates: &[&str]| places(&dates.iter().map(|date| (*date).to_owned()).collect::<Vec<_>>());
        let found = of(&["2020-01-01", "2020-01-02", "2020-01-11"]);
        assert!((found[1] - 0.1).abs() < 1e-6 && found[0] == 0.0 && found[2] == 1.0, "{found:?}");
        // The same day twice, and months only.
        assert_eq!(of(&["2020-01-01", "2020-01-01", "2021-01-01"]), [0.0, 0.5, 1.0]);
        assert_eq!(of(&["2020-01", "2021-01"]), [0.0, 1.0]);
        assert_eq!(of(&["2020-01-01"]), [0.0]);
    }
}
