//! Which spaces hold words together: a number and its unit, "Art. 9", "2 of 3".

use crate::text::is_month;

/// Brackets with more between them, in bytes, may be broken like other words.
const LONGEST_BRACKETS: usize = 18;
/// Words that are nothing without the number behind them.
const BEFORE_NUMBERS: [&str; 8] = ["§", "§§", "Art.", "Abs.", "Nr.", "No.", "S.", "p."];

/// Words between two numbers that make them one.
const BETWEEN_NUMBERS: [&str; 4] = ["von", "of", "bis", "to"];

/// Whether the line should rather not end at `at`, between two words.
pub fn holds(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return false };
    let Some(before) = before.strip_suffix(' ') else { return false };
    let number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    if number(before.chars().next_back()) && after.starts_with(['%', '‰', '€', '$', '£', '°']) {
        return true;
    }
    let mut words = before.rsplit(|c: char| c.is_whitespace() || c == '(');
    let (last, one_before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let whole = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    if number(after.chars().next())
        && (BEFORE_NUMBERS.contains(&last) || (BETWEEN_NUMBERS.contains(&last) && whole(one_before)))
    {
        return true;
    }
    // The parts of a date: "14. Mai 2024", "14 May 2024".
    let next = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let day = last.strip_suffix('.').unwrap_or(last);
    if (is_month(next) && whole(day) && day.len() < 3) || (is_month(last) && whole(next) && next.len() == 4) {
        return true;
    }
    let ahead = after.split_once(' ').filter(|(word, _)| whole(last) && BETWEEN_NUMBERS.contains(word));
    ahead.is_some_and(|(_, rest)| number(rest.chars().next())) || in_short_brackets(before, after)
}

/// Whether the place between two texts stands in brackets that hold a number and little else.
fn in_short_brackets(before: &str, after: &str) -> bool {
    let Some((_, left)) = tail(before).rsplit_once('(') else { return false };
    let Some((right, _)) = head(after).split_once(')') else { return false };
    let digit = |part: &str| part.bytes().any(|byte| byte.is_ascii_digit());
    let plain = |part: &str| !part.contains(['(', ')', '\n']);
    plain(left) && plain(right) && left.len() + right.len() < LONGEST_BRACKETS && (digit(left) || digit(right))
}

/// As much of a text's end as short brackets can have.
fn tail(text: &str) -> &str {
    let mut from = text.len().saturating_sub(LONGEST_BRACKETS + 1);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text.get(from..).unwrap_or_default()
}

/// As much of a text's start as short brackets can have.
fn head(text: &str) -> &str {
    let mut to = text.len().min(LONGEST_BRACKETS + 1);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    text.get(..to).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `_` for every space that holds.
    fn held(text: &str) -> String {
        let mark = |(at, c): (usize, char)| if c == ' ' && holds(text, at + 1) { '_' } else { c };
        text.char_indices().map(mark).collect()
    }

    #[test]
    fn numbers_stay_with_their_units_and_in_their_brackets() {
        assert_eq!(held("Am Anfang (0 von 3). Wert: 16 % von 3"), "Am Anfang (0_von_3). Wert: 16_% von 3");
        assert_eq!(held("67 % (22 % bis 89 %) und"), "67_% (22_%_bis_89_%) und");
        assert_eq!(
            held("(§ 94, § 87 Abs. 1 BetrVG), CRPD Art. 9"),
            "(§_94, § 87 Abs. 1 BetrVG), CRPD Art. 9".replace("§ 87 Abs. 1", "§_87 Abs._1").replace("Art. 9", "Art._9")
        );
        assert_eq!(
            held("ein (längerer Satz in Klammern mit 3 Worten)"),
            "ein (längerer Satz in Klammern mit 3 Worten)"
        );
        assert_eq!(held("Stufe, 1 von 3, von 0 bis 100 Prozent"), "Stufe, 1_von_3, von 0_bis_100 Prozent");
        assert_eq!(held("2 of many, to 3, 4 von Wert"), "2 of many, to 3, 4 von Wert");
        assert_eq!(held("am 14. Mai 2024, since 22 January 2011."), "am 14._Mai_2024, since 22_January_2011.");
        assert_eq!(held("im Mai 20 Fragen, Mai und 2024 Mai"), "im Mai 20 Fragen, Mai und 2024 Mai");
        assert_eq!(held("kein (kurzes Wort)"), "kein (kurzes Wort)");
        assert_eq!(held("Größe ( 5 € ) ä"), "Größe (_5_€_) ä");
    }
}
