//! What a file is, without reading it as a whole.

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::io::Read;

/// So many bytes are looked through where the rest cannot be read as JSON.
const START: u64 = 64 * 1024;

/// Reads an object as far as its `format` and stops there: a report that is written anew each quarter must not be read
/// as a whole to be known.
struct Format<'f>(&'f mut Option<String>);

impl<'de> DeserializeSeed<'de> for Format<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Format<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            if key == "format" {
                *self.0 = Some(map.next_value()?);
                return Err(A::Error::custom("the rest is not needed"));
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

/// What people write or tick off; all other formats of the program can be made again.
const MADE_BY_PEOPLE: [&str; 8] = ["answers", "rubric", "texts", "policy", "actions", "map", "assessment", "lint"];

/// Which of the program's formats a file has: `answers` of `coprod/answers/1`. Also of JSON Lines, of a later version,
/// and of a file that is damaged but says near its beginning what it is. What it is shows when it is read; here the
/// doubt is in favour of what people wrote.
pub fn kind(mut source: impl Read) -> Option<String> {
    let mut start = Vec::with_capacity(START as usize);
    (&mut source).take(START).read_to_end(&mut start).ok()?;
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&start);
    if text.trim_ascii_start().first() != Some(&b'{') {
        return None;
    }
    let mut format = None;
    let read = Format(&mut format).deserialize(&mut serde_json::Deserializer::from_reader(text.chain(source)));
    match (format, read) {
        (Some(format), _) => Some(format.strip_prefix("coprod/")?.split('/').next()?.to_owned()),
        (None, Ok(())) => None,
        (None, Err(_)) => {
            let says = |kind: &&str| {
                let quoted = format!("\"coprod/{kind}/");
                text.windows(quoted.len()).any(|window| window == quoted.as_bytes())
            };
            MADE_BY_PEOPLE.into_iter().find(says).map(str::to_owned)
        }
    }
}

/// Whether this is an answer sheet or JSON Lines of them.
pub fn is_answers(source: impl Read) -> bool {
    kind(source).as_deref() == Some("answers")
}

/// Whether a kind of file cannot be made again by the program.
pub fn is_made_by_people(kind: &str) -> bool {
    MADE_BY_PEOPLE.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_recognised_wherever_their_format_stands_and_even_if_damaged() {
        let late = format!("{{\"note\": \"{}\", \"format\": \"coprod/answers/1\"}}", "x".repeat(200_000));
        let lines = "{\"format\": \"coprod/answers/1\"}\n{\"format\": \"coprod/answers/1\"}\n";
        for text in [
            "{\"format\": \"coprod/answers/1\"}",
            "\u{feff} {\"format\":\"coprod/answers/2\", \"x\": [1, {}]}",
            late.as_str(),
            lines,
            "{\"format\": \"coprod/answers/1\", \"answers\": {\"equ1a\": ",
        ] {
            assert!(is_answers(text.as_bytes()), "{}", &text[..text.len().min(80)]);
        }
        for text in [
            "",
            "[]",
            "{}",
            "{\"format\": \"coprod/result/1\", \"note\": \"\\\"coprod/answers/1\\\"\"}",
            "<script>\"coprod/answers/1\"</script>",
            "{\"format\": 7}",
        ] {
            assert!(!is_answers(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn nothing_is_read_after_the_format() {
        let result = format!("{{\"format\": \"coprod/result/1\", \"x\": \"{}", "x".repeat(200_000));
        let mut rest = result.as_bytes();
        assert_eq!(kind(&mut rest).as_deref(), Some("result"));
        assert_eq!(rest.len(), result.len() - 64 * 1024);
    }
}
