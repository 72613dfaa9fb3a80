//! Dates as survey platforms and people write them. Where day and month could be confused, nothing is read.

use crate::import::json::is_date;

/// A day as `YYYY-MM-DD`, or a month as `YYYY-MM`; a time behind it is left out. `None`: no date, or a doubtful one
/// such as `03/04/2026`.
pub fn read(text: &str) -> Option<String> {
    let text = text.trim();
    let day = text.split(['T', ' ']).next().unwrap_or(text);
    let parts: Vec<&str> = day.split(['-', '.', '/']).collect();
    let digits = |part: &str, length: usize| part.len() <= length && part.bytes().all(|b| b.is_ascii_digit());
    let date = match parts.as_slice() {
        [year, month] if digits(year, 4) && digits(month, 2) && day.contains('-') => format!("{year}-{month:0>2}"),
        [year, month, rest] if year.len() == 4 && digits(month, 2) && digits(rest, 2) && !day.contains('.') => {
            format!("{year}-{month:0>2}-{rest:0>2}")
        }
        // With points it is the German way, day first; with strokes nobody knows.
        [rest, month, year] if day.matches('.').count() == 2 && year.len() == 4 && digits(rest, 2) => {
            format!("{year}-{month:0>2}-{rest:0>2}")
        }
        _ => return None,
    };
    is_date(&date).then_some(date)
}

/// The month of a date.
pub fn month(date: &str) -> &str {
    date.get(..7).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_platforms_write_them() {
        for (text, date) in [
            ("2026-03-14", "2026-03-14"),
            ("2026-03", "2026-03"),
            ("2026-03-14T10:22:33.000+01:00", "2026-03-14"),
            ("2026-03-14 10:22:33", "2026-03-14"),
            ("14.03.2026 10:22", "2026-03-14"),
            ("4.3.2026", "2026-03-04"),
            ("2026/03/14", "2026-03-14"),
        ] {
            assert_eq!(read(text).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn what_is_doubtful_is_not_read() {
        for text in ["03/04/2026", "14.03.26", "2026-02-30", "2026", "March", "", "46095", "2026-13", "ü-ä-ö", "1-2-3"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
