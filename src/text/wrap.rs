//! Where lines of plain text may break.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};

/// How to wrap by word to so many columns: by the rules of Unicode (UAX #14), which keep together what a no-break space
/// joins and also part languages without spaces; nothing is hyphenated, nor parted after its hyphen.
pub fn options(columns: usize) -> Options<'static> {
    Options::new(columns).word_separator(WordSeparator::Custom(words)).word_splitter(WordSplitter::NoHyphenation)
}

fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut start = 0;
    let inside = |end: usize| end < line.len() && line.get(..end).is_some_and(|before| before.ends_with('-'));
    let ends = unicode_linebreak::linebreaks(line).map(|(end, _)| end).filter(move |&end| !inside(end));
    Box::new(ends.filter_map(move |end| line.get(std::mem::replace(&mut start, end)..end)).map(Word::from))
}

/// One sentence a line, as easy texts are set. They have no abbreviations, so that a full stop ends a sentence.
pub fn sentences(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.trim().chars().peekable();
    while let Some(c) = rest.next() {
        out.push(c);
        let ends = matches!(c, '.' | '!' | '?')
            || (matches!(c, '“' | '”' | '"') && out.trim_end_matches(c).ends_with(['.', '!', '?']));
        if ends && rest.peek() == Some(&' ') {
            rest.next();
            match rest.peek() {
                Some(next) if next.is_uppercase() || matches!(next, '„' | '“' | '"') => out.push('\n'),
                Some(_) => out.push(' '),
                None => {}
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::options;

    #[test]
    fn breaks_where_unicode_allows_it_and_nowhere_else() {
        let wrapped = |text| textwrap::wrap(text, options(8)).into_iter().map(String::from).collect::<Vec<_>>();
        assert_eq!(wrapped("ein kurzer Satz"), ["ein", "kurzer", "Satz"]);
        assert_eq!(wrapped("rund 60\u{a0}% davon"), ["rund", "60\u{a0}%", "davon"]);
        assert_eq!(wrapped("der S-Check"), ["der", "S-Check"]);
        assert_eq!(wrapped("共同生産の評価"), ["共同生産", "の評価"]);
        assert_eq!(wrapped(""), [""]);
    }
}
